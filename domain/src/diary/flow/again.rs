//! "Same as last time": the answers of an earlier report, given again.

use super::{asked::in_force, check::check};
use crate::diary::{
    answer::Answers,
    instrument::{Instrument, Role},
};

/// The answers of now with those of an earlier report where there is none yet. What is measured or told
/// anew each time is not taken over (temperature, weight, words), nor what the questions of now don't take.
#[must_use]
pub fn same_as_last_time(instrument: &Instrument, previous: &Answers, now: &Answers) -> Answers {
    let mut all = now.clone();
    for (link_id, answers) in in_force(instrument, previous) {
        let role = instrument.find(&link_id).and_then(|item| item.role.as_ref());
        if matches!(role, Some(Role::Temperature | Role::Weight | Role::Note)) || now.contains_key(&link_id) {
            continue;
        }
        if let Ok(answers) = check(instrument, &link_id, answers) {
            all.insert(link_id, answers);
        }
    }
    all
}
