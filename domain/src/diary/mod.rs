//! The symptom diary: how people are between visits, in answers that someone acts on.
//!
//! An [`instrument`] is a questionnaire as data, with a version. What a person answers to it is kept as
//! [`answer`]s to the version that they were given, and read as a [`report`]: how often, how bad and how
//! much in the way, for each symptom. Red flags are asked first, apart from any instrument.

pub mod alert;
pub mod answer;
#[cfg(feature = "server")]
pub mod course;
#[cfg(feature = "server")]
pub mod entry;
#[cfg(feature = "server")]
pub mod evaluate;
pub mod flow;
pub mod instrument;
#[cfg(feature = "server")]
pub mod instrument_store;
pub mod number;
#[cfg(feature = "server")]
pub mod plan;
pub mod report;
pub mod schedule;
#[cfg(feature = "server")]
pub mod store;
#[cfg(test)]
#[cfg(feature = "server")]
mod store_tests;
pub mod treatment;
