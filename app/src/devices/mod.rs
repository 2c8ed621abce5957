//! What a device does for the person when the network is not there: the copy that it keeps by their choice and the
//! page that turns it on and off, what it has taken and not yet sent, and what it shows by itself. The worker of the
//! browser keeps and sends (`frontend/sw.js`); the pages show it.

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(feature = "ssr")]
pub mod install;
#[cfg(feature = "ssr")]
mod kept;
#[cfg(feature = "ssr")]
pub mod leaving;
#[cfg(feature = "ssr")]
pub mod offline;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod state;
pub mod strip;
pub mod unsent;
