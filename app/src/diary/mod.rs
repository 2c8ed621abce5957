//! The symptom diary: how someone is between visits, in a minute, and what came of it.

pub mod api;
#[cfg(feature = "ssr")]
pub mod course;
pub mod given;
pub mod home;
pub mod laid;
pub mod model;
#[cfg(feature = "ssr")]
pub mod names;
pub mod note;
#[cfg(feature = "ssr")]
pub mod over_time;
#[cfg(feature = "ssr")]
pub mod plan;
pub mod report;
pub mod say;
pub mod sent;
mod state;
