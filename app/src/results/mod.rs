//! What a person sees of their results: the line of time, one thing opened, one test over time.
//!
//! Each page renders the one model that its server function in [`api`] returns. Words for values,
//! dates, roles and the like come from [`say`] only.

pub mod analyte;
pub mod api;
mod chart;
pub mod entry;
mod explained;
mod facts;
#[cfg(feature = "ssr")]
mod glossary;
mod group;
pub mod model;
pub mod opened;
mod range;
mod report;
pub mod say;
mod text;
pub mod timeline;
pub mod trend;
mod value;
