//! What someone takes: what is due now, how each medicine is taken, and what was said of each dose.

pub mod api;
#[cfg(feature = "ssr")]
pub mod ask;
#[cfg(feature = "ssr")]
pub mod history;
pub mod home;
pub mod model;
#[cfg(feature = "ssr")]
pub mod say;
#[cfg(feature = "ssr")]
pub mod supply;
#[cfg(feature = "ssr")]
pub mod supply_api;
