//! Who read one's record, and what else was done with it. Only the server renders it.

pub mod api;
pub mod log;
