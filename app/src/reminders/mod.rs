//! Notices: naming an address, choosing what comes, and what is sent.

pub mod api;
pub mod devices;
pub mod glance;
pub mod inbox;
pub mod mail;
pub mod page;
pub mod push;
pub mod say;
pub mod tap;
