//! The doses of a plan as moments, one after the other, in the zone where the person lives.
//!
//! Pure and lazy: nothing is stored and nothing has to be repaired when a plan changes. A time of day comes
//! exactly once on each day of the calendar: one that the clocks skip moves forward, one that they show twice
//! counts once. Hours between doses are real hours.
//!
//! It costs as much to begin in ten years as on the first day: which days are asked for, and how many doses
//! there were before, is reckoned, not walked.

mod clock;
pub mod cycle;
mod days;
mod slot;
mod span;
mod stream;

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

pub(super) use self::stream::MOST_SECONDS;
use super::plan::{Dose, Moments, Plan};
use crate::time::{Day, Instant};

/// What a plan needs to know of the person: the zone they live in and the times of their moments.
#[derive(Debug, Clone)]
pub struct Life {
    pub zone: TimeZone,
    pub moments: Moments,
}

impl Life {
    /// The same life by the clock of another zone; none where nobody knows it.
    pub fn by_the_clock_of(&self, zone: &str) -> Option<Self> {
        Some(Self { zone: TimeZone::get(zone).ok()?, moments: self.moments })
    }

    /// The day that the person's calendar shows.
    pub fn day(&self, at: Instant) -> Day {
        self.date(at).into()
    }
}

/// The days from one to another, negative when it lies before.
pub fn days_between(from: Day, to: Day) -> i64 {
    days::between(from.date(), to.date())
}

/// The doses that are due from one moment until before another, in order.
pub fn doses<'a>(plan: &'a Plan, life: &'a Life, from: Instant, to: Instant) -> impl Iterator<Item = Dose> + 'a {
    stream::answerable(plan, life, from).skip_while(move |dose| dose.due < from).take_while(move |dose| dose.due < to)
}

/// The first dose that is due after a moment, however far ahead; none when the plan asks for no more.
pub fn next(plan: &Plan, life: &Life, after: Instant) -> Option<Dose> {
    stream::answerable(plan, life, after).find(|dose| dose.due > after)
}

/// The doses of each day from the first to the last, both included, by the day that the person's calendar
/// shows when they are due. Days without doses are there too.
pub fn by_day(plan: &Plan, life: &Life, first: Day, last: Day) -> BTreeMap<Day, Vec<Dose>> {
    let mut days = BTreeMap::new();
    let mut day = first;
    while day <= last {
        days.insert(day, Vec::new());
        let next = day.plus_days(1);
        if next == day {
            break;
        }
        day = next;
    }
    let (from, to) = (life.begin(first), life.end_of(last.date()));
    for dose in doses(plan, life, from, to) {
        days.entry(life.day(dose.due)).or_default().push(dose);
    }
    days
}
