//! A person's record as a whole: Today, its home page.

pub mod api;
pub mod today;
