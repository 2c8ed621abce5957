//! What of a report someone must learn of.

use serde::{Deserialize, Serialize};

use super::report::{Attribute, Author, Flag, Level, Symptom, Temperature};
use crate::time::Instant;

/// How soon someone must act on it; the later variant is the sooner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Shown with the report, sent to nobody.
    Soft,
    /// Goes to the worklist.
    Alert,
    /// Goes to the worklist before everything else.
    Urgent,
}

/// What an alert is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    Flag(Flag),
    Temperature(Temperature),
    Symptom(Symptom),
}

/// Why there is an alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A red flag was ticked.
    Flagged,
    /// The temperature is at or above the limit.
    Fever,
    /// A part is at or above the limit of the profile.
    Level { attribute: Attribute, level: Level },
    /// A part is worse than in the report of `since`, the previous one or the first one.
    Rise { attribute: Attribute, from: Level, to: Level, since: Instant },
    /// A part got worse little by little: above the previous report and well above the first one.
    Slide { attribute: Attribute, first: Level, previous: Level, now: Level },
    /// The composite grade of all parts of the symptom, and the one before it.
    Composite { grade: u8, before: Option<u8> },
}

/// Something of a report that someone must learn of, with all reasons for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    pub about: About,
    pub urgency: Urgency,
    pub reasons: Vec<Reason>,
    pub by: Author,
}
