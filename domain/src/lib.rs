//! Types, rules and storage of each capability of Daybook, one room a capability.
//!
//! Without the feature `server` this crate is pure and runs in the browser; with it, each room
//! gains its `store` (SQL for SQLite and PostgreSQL) and what needs secrets.

pub mod access;
pub mod account;
pub mod audit;
#[cfg(feature = "server")]
pub mod db;
#[cfg(feature = "server")]
pub mod devices;
pub mod diary;
pub mod education;
pub mod error;
pub mod id;
#[cfg(feature = "server")]
pub mod jobs;
pub mod medicines;
pub mod own_words;
pub mod record;
pub mod reminders;
pub mod results;
#[cfg(feature = "server")]
pub mod secret;
pub mod site;
pub mod time;
pub mod worklist;

pub use error::{Error, Field, FieldCode, Result};
