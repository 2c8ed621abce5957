//! When the next dose of a medicine may be taken that is taken as needed: not sooner after another one than
//! its prescriber says, and not more than they say in any 24 hours. Hours are real hours.

use serde::{Deserialize, Serialize};

use super::plan::{Amount, Count, Course, Rhythm};
use crate::time::Instant;

const DAY_SECONDS: i64 = 24 * 3_600;

/// What the prescriber allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Limits {
    pub least_minutes: Option<u32>,
    /// In thousandths.
    pub most_a_day: Option<u32>,
}

/// What was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    pub at: Instant,
    /// In thousandths.
    pub amount: u64,
}

/// Whether one more dose may be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    Allowed,
    /// The last one is too near; one may be taken from this moment on.
    TooSoon {
        at: Instant,
    },
    /// It would be too much within 24 hours. None: more than is ever allowed at once.
    TooMuch {
        at: Option<Instant>,
    },
}

/// All that decides when a usual dose may be taken next, wherever that is asked: without a network the device
/// reckons with what was taken there too.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Allowance {
    pub limits: Limits,
    /// How much a usual dose is, in thousandths.
    pub usual: u64,
    /// What was taken within [`Limits::reach`].
    pub taken: Vec<Taken>,
}

impl Allowance {
    /// From when on, after this moment, a usual dose may be taken; nothing when no limit holds it back.
    pub fn next(&self, at: Instant) -> Option<Instant> {
        match self.limits.next(&self.taken, self.usual, at) {
            Next::Allowed => None,
            Next::TooSoon { at } => Some(at),
            Next::TooMuch { at } => at,
        }
    }
}

/// How much a dose is, in thousandths.
pub fn sum(amounts: &[Amount]) -> u64 {
    amounts.iter().map(|amount| u64::from(amount.count.thousandths())).sum()
}

impl Limits {
    /// Of a course that is taken as needed.
    pub fn of(course: &Course) -> Option<Self> {
        match course.rhythm {
            Rhythm::AsNeeded { least_minutes, most_a_day } => {
                Some(Self { least_minutes, most_a_day: most_a_day.map(Count::thousandths) })
            }
            _ => None,
        }
    }

    /// How many seconds around a moment what was taken matters.
    pub fn reach(self) -> i64 {
        self.least_seconds().max(DAY_SECONDS)
    }

    /// Whether a dose may be taken at a moment, by all that was taken within [`Self::reach`] of it, before or
    /// after: someone may note a dose later than it was.
    pub fn next(self, taken: &[Taken], amount: u64, at: Instant) -> Next {
        let too_soon = self.too_soon(taken, at);
        if !too_soon && !self.too_much(taken, amount, at) {
            return Next::Allowed;
        }
        let ends = |one: &Taken| [one.at.plus_seconds(self.least_seconds()), one.at.plus_seconds(DAY_SECONDS)];
        let free = |end: &Instant| *end > at && !self.too_soon(taken, *end) && !self.too_much(taken, amount, *end);
        let first = taken.iter().flat_map(ends).filter(free).min();
        match first {
            Some(at) if too_soon => Next::TooSoon { at },
            at => Next::TooMuch { at },
        }
    }

    fn least_seconds(self) -> i64 {
        i64::from(self.least_minutes.unwrap_or(0)) * 60
    }

    fn too_soon(self, taken: &[Taken], at: Instant) -> bool {
        let least = self.least_seconds() * 1_000_000;
        taken.iter().any(|one| (one.at.0 - at.0).abs() < least)
    }

    /// Whether any 24 hours that hold the moment would hold too much. They may be taken to begin at the moment
    /// or at a dose before it.
    fn too_much(self, taken: &[Taken], amount: u64, at: Instant) -> bool {
        let Some(most) = self.most_a_day.map(u64::from) else { return false };
        let near = |one: &&Taken| one.at <= at && at < one.at.plus_seconds(DAY_SECONDS);
        let mut begins = taken.iter().filter(near).map(|one| one.at).chain([at]);
        begins.any(|begin| {
            let end = begin.plus_seconds(DAY_SECONDS);
            let within = taken.iter().filter(|one| begin <= one.at && one.at < end);
            within.map(|one| one.amount).sum::<u64>() + amount > most
        })
    }
}
