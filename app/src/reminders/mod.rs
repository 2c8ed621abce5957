//! Notices: naming an address, choosing what comes, and what is sent.

pub mod api;
pub mod mail;
pub mod page;
pub mod say;
