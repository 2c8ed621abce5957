//! What the answers to an instrument say, for rules to read.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::{Standing, given, lines};
use crate::{
    diary::{
        answer::{Answer, Answers},
        instrument::{Instrument, Item, Role},
        number,
        report::{Attribute, Author, Flag, Level, Report, Symptom, Temperature},
    },
    time::Instant,
};

/// What is known of a report beside the answers to its instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    pub at: Instant,
    pub by: Author,
    pub finished: bool,
    /// As in [`Report::flags`].
    pub flags: Option<BTreeSet<Flag>>,
}

/// The report that the answers make. Only answers that are in force count. Of two questions for the same
/// part, the worse answer does.
pub fn report(instrument: &Instrument, answers: &Answers, begun: Begun) -> Report {
    let Begun { at, by, finished, flags } = begun;
    let mut report = Report { at, by, finished, flags, parts: BTreeMap::new(), temperature: None, note: false };
    let lines = lines(instrument, answers);
    for line in &lines {
        let all = if line.standing == Standing::Asked { given(answers, &line.item.link_id) } else { &[] };
        match &line.item.role {
            Some(Role::Attribute(attribute)) => {
                let around = std::iter::successors(line.within, |at| lines[*at].within).map(|at| lines[at].item);
                let level = match line.standing {
                    Standing::Asked => level(line.item, *attribute, all),
                    Standing::Nothing => Some(Level::NONE),
                    Standing::Unknown => None,
                };
                if let (Some(symptom), Some(level)) = (around.into_iter().find_map(symptom), level) {
                    let part = report.parts.entry(symptom.clone()).or_default().entry(*attribute).or_insert(level);
                    *part = level.max(*part);
                }
            }
            Some(Role::Temperature) => {
                let tenths = all.iter().find_map(|answer| match answer {
                    Answer::Decimal(text) => number::tenths(text),
                    Answer::Integer(degrees) => i32::try_from(*degrees).ok()?.checked_mul(10),
                    _ => None,
                });
                report.temperature = tenths.map(Temperature).max(report.temperature);
            }
            Some(Role::Note) => {
                report.note |= all.iter().any(|answer| matches!(answer, Answer::Text(text) if !text.is_empty()));
            }
            _ => {}
        }
    }
    report
}

fn symptom(item: &Item) -> Option<&Symptom> {
    match &item.role {
        Some(Role::Symptom(symptom)) => Some(symptom),
        _ => None,
    }
}

fn level(item: &Item, attribute: Attribute, given: &[Answer]) -> Option<Level> {
    let most = given.iter().filter_map(|answer| item.level(answer)).max()?;
    let level = u8::try_from(most).ok().and_then(|level| Level::try_from(level).ok())?;
    let there = Level::try_from(level.get().min(1)).ok();
    if attribute == Attribute::Presence { there } else { Some(level) }
}
