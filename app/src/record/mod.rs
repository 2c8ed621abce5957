//! A person's record as a whole: Today, its home page; what the care team keeps of their treatment.

pub mod api;
#[cfg(feature = "ssr")]
pub mod care;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod export;
#[cfg(feature = "ssr")]
pub mod made;
pub mod today;
