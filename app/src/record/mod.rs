//! A person's record as a whole: Today, its home page.

pub mod api;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod export;
pub mod today;
