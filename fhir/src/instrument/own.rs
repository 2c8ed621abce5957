//! Daybook's own symptom check, which every site has.

use domain::diary::instrument::Instrument;

use super::{Problem, read};

/// The Questionnaire as it is shipped. A change of it takes a new version: what was answered to the old one
/// keeps it.
pub const SYMPTOM_CHECK: &str = include_str!("../../instruments/symptom-check.json");

/// # Errors
/// Never, as a test says.
pub fn symptom_check() -> Result<Instrument, Vec<Problem>> {
    read(SYMPTOM_CHECK)
}
