//! When a person is asked how they are: days on their calendar, and an hour on their wall clock.
//!
//! A [`Schedule`] says on which days. Each such day opens a [`Window`]: due, then overdue, then expired.
//! There is one calm reminder, one repeat, then silence. Days and hours become instants only here, in
//! the zone where the person is, so that nine in the morning stays nine when the clocks change.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::time::{Day, Instant, TimeOfDay, Weekday};

/// An hour and a minute on a wall clock at which a window opens, as `HH:MM`.
///
/// Between 05:00 and 13:00: so the second reminder of a day never comes at night.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Opening(TimeOfDay);

/// A day of a cycle of treatment; the day of the treatment itself is day 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u16", try_from = "u16")]
pub struct CycleDay(u16);

/// Why a schedule is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotASchedule {
    #[error("{0:?} is not a time from 05:00 to 13:00 (HH:MM)")]
    Opening(String),
    #[error("a day of a cycle is 1 to {most}, not {0}", most = CycleDay::MOST)]
    CycleDay(u16),
}

/// On which days someone is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Rhythm {
    /// Nobody asks; the person may still report.
    Off,
    /// The trials asked once a week.
    Weekly { day: Weekday },
    /// On these days of each cycle of treatment. A cycle ends where the next one begins, so a day that
    /// a short cycle does not have is left out.
    Cycle { days: BTreeSet<CycleDay>, cycles: Cycles },
}

/// When cycles begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cycles {
    /// On these days of treatment.
    Given(BTreeSet<Day>),
    /// From a day on, each so many days long.
    Regular { start: Day, length: CycleDay },
}

/// When one person is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// The first day on which it holds. What came before was asked by another one, or by none.
    pub since: Day,
    #[serde(default)]
    pub opens: Opening,
    pub rhythm: Rhythm,
    /// Every day up to this one, whatever the rhythm: after an alert.
    #[serde(default)]
    pub daily_until: Option<Day>,
}

/// The time for one report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The start of its day. Who reports before the hour at which it opens is not asked again.
    pub counts_from: Instant,
    /// It opens, and the reminder goes out.
    pub due: Instant,
    /// The reminder is repeated, for the last time.
    pub overdue: Instant,
    /// Nobody asks any more. Never after the next one is due.
    pub expires: Instant,
}

/// How things stand. `next` is when the next window opens, if the schedule knows of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing was due yet.
    NotYet {
        next: Option<Instant>,
    },
    Due(Window),
    Overdue(Window),
    /// The last window closed without a report.
    Expired {
        next: Option<Instant>,
    },
    /// There was a report since the last window opened, in time or late.
    Done {
        next: Option<Instant>,
    },
}

impl CycleDay {
    /// The longest cycles in use are of 12 weeks.
    pub const MOST: u16 = 84;
}

impl TryFrom<u16> for CycleDay {
    type Error = NotASchedule;

    fn try_from(n: u16) -> Result<Self, NotASchedule> {
        if (1..=Self::MOST).contains(&n) { Ok(Self(n)) } else { Err(NotASchedule::CycleDay(n)) }
    }
}

impl From<CycleDay> for u16 {
    fn from(day: CycleDay) -> Self {
        day.0
    }
}

impl Default for Opening {
    /// Late enough to have got up, early enough for the team to act on the same day.
    fn default() -> Self {
        Self(TimeOfDay::oclock(9))
    }
}

impl TryFrom<String> for Opening {
    type Error = NotASchedule;

    fn try_from(text: String) -> Result<Self, NotASchedule> {
        TimeOfDay::try_from(text.clone())
            .ok()
            .filter(|time| (5..=13).contains(&time.hour()) && (time.hour() < 13 || time.minute() == 0))
            .map(Self)
            .ok_or(NotASchedule::Opening(text))
    }
}

impl From<Opening> for String {
    fn from(time: Opening) -> Self {
        time.0.into()
    }
}

/// One reminder when it is due and one repeat; whoever sends it looks first whether it is still wanted.
pub const fn reminders(window: &Window) -> [Instant; 2] {
    [window.due, window.overdue]
}

#[cfg(feature = "server")]
mod clock;
#[cfg(feature = "server")]
pub use clock::{missed_in_a_row, state, windows};

#[cfg(test)]
#[cfg(feature = "server")]
mod tests;
