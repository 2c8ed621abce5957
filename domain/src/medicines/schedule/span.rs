//! A course with the days on which it holds, and what it asks for on each.

use jiff::{ToSpan as _, civil::Date};

use super::{
    super::plan::{Amount, At, Course, Plan, Rhythm, Slot},
    Life, days,
};
use crate::time::{Day, Instant};

/// A course and its days, the last one included.
pub(super) struct Span<'a> {
    pub course: &'a Course,
    pub first: Date,
    pub last: Date,
}

/// A dose before pauses and the number of doses are looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    pub due: Instant,
    pub slot: Slot,
    pub amounts: &'a [Amount],
    pub window_minutes: Option<u32>,
}

/// The courses of a plan in order, each until the day before the next one begins. One that has no days left
/// is left out.
pub(super) fn of_plan(plan: &Plan) -> Vec<Span<'_>> {
    let mut next: Option<Date> = None;
    let mut spans = Vec::with_capacity(plan.courses.len());
    for course in plan.courses.iter().rev() {
        let first = course.from.date();
        let until = course.until.map_or(Date::MAX, Day::date);
        let last = next.map_or(until, |next| until.min(next.yesterday().unwrap_or(Date::MIN)));
        if first <= last {
            spans.push(Span { course, first, last });
        }
        next = Some(next.map_or(first, |next| next.min(first)));
    }
    spans.reverse();
    spans
}

impl<'a> Span<'a> {
    /// The first day from a day on that has doses.
    pub(super) fn next_day(&self, day: Date, life: &Life) -> Option<Date> {
        let day = day.max(self.first);
        let found = if let Rhythm::Hours { .. } = self.course.rhythm {
            life.date(self.nth_hour(self.hours_before(life.start_of(day), life)?, life)?)
        } else if self.course.rhythm.times().is_empty() {
            return None;
        } else {
            let n = days::next(&self.course.rhythm, self.first, days::between(self.first, day))?;
            self.first.checked_add(n.days()).ok()?
        };
        (found <= self.last).then_some(found)
    }

    /// How many doses it asks for on the days from one until before another.
    pub(super) fn doses_between(&self, from: Date, to: Date, life: &Life) -> i64 {
        let from = from.max(self.first);
        let to = to.min(self.last.tomorrow().unwrap_or(Date::MAX)).max(from);
        if let Rhythm::Hours { .. } = self.course.rhythm {
            // On a journey the first one may have been on the day before: it counts.
            let until = |day| self.hours_before(life.start_of(day), life).unwrap_or(0);
            let before = |day| if day <= self.first { 0 } else { until(day) };
            return before(to) - before(from);
        }
        let before = |day| days::before(&self.course.rhythm, self.first, days::between(self.first, day));
        let a_day = i64::try_from(self.course.rhythm.times().len()).unwrap_or(0);
        (before(to) - before(from)) * a_day
    }

    /// What it asks for on a day, in the order of the times that clocks show.
    pub(super) fn on(&self, day: Date, life: &Life) -> Vec<Asked<'a>> {
        if day < self.first || day > self.last {
            return Vec::new();
        }
        if let Rhythm::Hours { .. } = self.course.rhythm {
            return self.hours_on(day, life);
        }
        let n = days::between(self.first, day);
        if days::next(&self.course.rhythm, self.first, n) != Some(n) {
            return Vec::new();
        }
        let amounts = match &self.course.rhythm {
            Rhythm::Taper { steps, .. } => days::step(steps, n).map_or(&[][..], |step| &step.amounts),
            _ => &self.course.amounts,
        };
        let named = |at: &At| (at.time(&life.moments), Slot::of(day.into(), *at));
        let mut times: Vec<_> = self.course.rhythm.times().iter().map(named).collect();
        times.sort_unstable();
        let asked = |(time, slot)| Some(self.asked(life.at(day, time)?, slot, amounts));
        times.into_iter().filter_map(asked).collect()
    }

    fn asked(&self, due: Instant, slot: Slot, amounts: &'a [Amount]) -> Asked<'a> {
        Asked { due, slot, amounts, window_minutes: self.course.window_minutes }
    }

    fn hours_on(&self, day: Date, life: &Life) -> Vec<Asked<'a>> {
        let within = |n: i64| self.nth_hour(n, life).filter(|due| *due < life.end_of(day)).map(|due| (n, due));
        let Some(first) = self.hours_before(life.start_of(day), life) else { return Vec::new() };
        let Rhythm::Hours { every, first: begins, .. } = self.course.rhythm else { return Vec::new() };
        let slot = |n: i64| Slot::of_hours(self.course.from, begins, n.saturating_mul(i64::from(every)));
        (first..).map_while(within).map(|(n, due)| self.asked(due, slot(n), &self.course.amounts)).collect()
    }

    /// How many doses by the hour are due before a moment.
    fn hours_before(&self, at: Instant, life: &Life) -> Option<i64> {
        let (begin, step) = self.hours(life)?;
        Some(at.0.saturating_sub(begin.0).max(0).saturating_add(step - 1) / step)
    }

    fn nth_hour(&self, n: i64, life: &Life) -> Option<Instant> {
        let (begin, step) = self.hours(life)?;
        n.checked_mul(step)?.checked_add(begin.0).map(Instant)
    }

    /// The first of doses by the hour, and the microseconds from one to the next.
    fn hours(&self, life: &Life) -> Option<(Instant, i64)> {
        let Rhythm::Hours { every, first, zone } = &self.course.rhythm else { return None };
        let begin = match zone {
            None => life.at(self.first, *first)?,
            Some(zone) => life.by_the_clock_of(zone)?.at(self.first, *first)?,
        };
        (*every > 0).then(|| (begin, i64::from(*every) * 3_600_000_000))
    }
}

impl Rhythm {
    /// The times of day on the days that it asks for.
    pub(super) fn times(&self) -> &[At] {
        match self {
            Self::Days { at, .. } | Self::Weekdays { at, .. } | Self::Cycle { at, .. } | Self::Taper { at, .. } => at,
            Self::Once { at } => std::slice::from_ref(at),
            Self::Hours { .. } | Self::AsNeeded { .. } => &[],
        }
    }
}
