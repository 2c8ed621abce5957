//! Notices by mail: naming an address, choosing what comes, and the mails themselves.

pub mod api;
pub mod mail;
pub mod page;
