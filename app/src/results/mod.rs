//! What a person sees of their results: the line of time, one thing opened, one test over time,
//! blood counts side by side.
//!
//! Each page renders the one model that its server function in [`api`] returns. Words for values,
//! dates, roles and the like come from [`say`] only.

pub mod analyte;
pub mod api;
pub mod chart;
#[cfg(feature = "ssr")]
pub mod comments;
pub mod counts;
pub mod entry;
mod explained;
mod facts;
#[cfg(feature = "ssr")]
mod glossary;
mod group;
pub mod model;
pub mod opened;
pub(crate) mod range;
#[cfg(feature = "ssr")]
pub mod readiness;
pub(crate) mod report;
pub mod say;
mod text;
pub mod timeline;
pub mod trend;
mod value;
mod waiting;
