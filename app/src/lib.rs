//! Everything a person sees: one folder a capability, each with its pages and the server
//! functions that they call.
//!
//! There are three apps. [`public::Public`] is what signed-out people get (and what everyone gets of
//! the emergency page): rendered by the server only, no WASM. [`App`] is for who is signed in:
//! rendered by the server, then hydrated. [`served::Served`] is also for who is signed in: settings
//! and the care team's lists, rendered by the server only.

#![recursion_limit = "256"]

pub mod account;
#[cfg(feature = "ssr")]
pub mod audit;
pub mod devices;
pub mod diary;
pub mod education;
pub mod error;
pub mod medicines;
#[cfg(feature = "ssr")]
pub mod public;
pub mod record;
#[cfg(feature = "ssr")]
pub mod reminders;
#[cfg(feature = "ssr")]
pub mod request;
pub mod results;
#[cfg(feature = "ssr")]
pub mod served;
pub mod shell;
pub mod site;
pub mod tree;
pub mod visit;
pub mod words;
#[cfg(feature = "ssr")]
pub mod worklist;

pub use shell::App;
