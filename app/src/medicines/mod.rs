//! What someone takes: what is due now, how each medicine is taken, and what was said of each dose.

#[cfg(feature = "ssr")]
pub mod supply;
#[cfg(feature = "ssr")]
pub mod supply_api;
