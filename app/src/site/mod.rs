//! Pages about this Daybook and the clinic that runs it; anyone may read them.

pub mod api;
pub mod call;
#[cfg(feature = "ssr")]
pub mod pages;
