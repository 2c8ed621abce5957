//! Getting in with a letter, signing in and out, one's devices.

pub mod api;
#[cfg(feature = "ssr")]
pub mod choose;
#[cfg(feature = "ssr")]
pub mod confirm;
#[cfg(feature = "ssr")]
pub mod devices;
pub mod ending;
#[cfg(feature = "ssr")]
pub mod enrol;
#[cfg(feature = "ssr")]
pub mod lost;
pub mod more;
#[cfg(feature = "ssr")]
pub mod sign_in;
