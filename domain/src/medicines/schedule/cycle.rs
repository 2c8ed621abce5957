//! When the cycles of a course begin: what is needed to move one, or to change a dose in the middle of one.

use std::collections::BTreeMap;

use super::{
    super::plan::{Course, Rhythm},
    days::between,
};
use crate::time::Day;

/// The beginning of a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beginning {
    /// When it would begin, had nobody moved it: its key among those that were moved.
    pub would: Day,
    pub begins: Day,
}

/// The first cycle that begins on a day or later; none when the course has no cycles.
pub fn next(course: &Course, from: Day) -> Option<Beginning> {
    let (length, moved) = cycles(course)?;
    let mut base = Beginning { would: course.from, begins: course.from };
    for (would, begins) in moved.iter().map(|(would, begins)| (*would, *begins)) {
        if let Some(found) = regular(base, length, from).filter(|found| found.begins < would.min(begins)) {
            return Some(found);
        }
        base = Beginning { would, begins };
    }
    regular(base, length, from)
}

/// The first day of the cycle that a day lies in; none before the first one, and between the day on which a
/// cycle would have begun and the later one to which it was moved.
pub fn begun(course: &Course, on: Day) -> Option<Day> {
    let (length, moved) = cycles(course)?;
    let mut found = None;
    let mut base = course.from;
    let ends = moved.keys().zip(moved.values()).map(|(would, begins)| Some((*would, *begins)));
    for end in ends.chain([None]) {
        let before = end.is_none_or(|(would, begins)| on < would.min(begins));
        if before && base <= on {
            let days = between(base.date(), on.date());
            found = Some(base.plus_days(days - days % length));
        }
        if let Some((_, begins)) = end {
            base = begins;
        }
    }
    found
}

/// Of cycles that follow each other, the first that begins on a day or later.
fn regular(base: Beginning, length: i64, from: Day) -> Option<Beginning> {
    if from <= base.begins {
        return Some(base);
    }
    let days = between(base.begins.date(), from.date());
    let begins = base.begins.plus_days(days + (length - days % length) % length);
    (begins >= from).then_some(Beginning { would: begins, begins })
}

fn cycles(course: &Course) -> Option<(i64, &BTreeMap<Day, Day>)> {
    match &course.rhythm {
        Rhythm::Cycle { length, moved, .. } if *length > 0 => Some((i64::from(*length), moved)),
        _ => None,
    }
}
