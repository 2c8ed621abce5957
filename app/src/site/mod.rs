//! Pages about this Daybook and the clinic that runs it; anyone may read them.

pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
