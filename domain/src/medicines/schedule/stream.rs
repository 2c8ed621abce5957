//! All doses of a plan from a moment on, in the order in which they are due.
//!
//! Days come one after the other, without those that have no doses. A day is sorted together with the next
//! one, because a skipped hour can move a dose behind another one, even behind midnight.

use std::collections::VecDeque;

use jiff::{ToSpan as _, civil::Date};

use super::{
    super::plan::{Dose, Plan},
    Life,
    span::{Asked, Span, of_plan},
};
use crate::time::Instant;

/// A dose can be answered for half the time to the next one, and no longer than this.
pub(in crate::medicines) const MOST_SECONDS: i64 = 12 * 3_600;

/// The doses from the day before a moment on, each with the time until which it may be answered.
pub(super) fn answerable<'a>(plan: &'a Plan, life: &'a Life, from: Instant) -> impl Iterator<Item = Dose> + 'a {
    let mut stream = Stream::new(plan, life, from);
    let mut ahead: VecDeque<Asked<'a>> = VecDeque::new();
    std::iter::from_fn(move || {
        if ahead.is_empty() {
            ahead.extend(stream.next());
        }
        let dose = ahead.pop_front()?;
        // Two may be due at once.
        while ahead.back().is_none_or(|last| last.due == dose.due) {
            let Some(next) = stream.next() else { break };
            ahead.push_back(next);
        }
        let next = ahead.iter().map(|next| next.due).find(|due| *due > dose.due);
        Some(Dose {
            slot: dose.slot,
            due: dose.due,
            until: until(dose.due, dose.window_minutes, next),
            next,
            amounts: dose.amounts.to_vec(),
        })
    })
}

fn until(due: Instant, window_minutes: Option<u32>, next: Option<Instant>) -> Instant {
    let seconds = match (window_minutes, next) {
        (Some(minutes), _) => i64::from(minutes) * 60,
        (None, Some(next)) => (next.seconds_since(due) / 2).min(MOST_SECONDS),
        (None, None) => MOST_SECONDS,
    };
    let until = due.plus_seconds(seconds);
    next.map_or(until, |next| until.min(next))
}

struct Stream<'a> {
    life: &'a Life,
    spans: Vec<Span<'a>>,
    pauses: Vec<Away>,
    /// The course that is read, from which day on, and how many of its doses are left.
    course: usize,
    day: Option<Date>,
    left: Option<i64>,
    /// What was read and not given yet, in order.
    ready: VecDeque<Asked<'a>>,
}

/// A stretch of time without doses; without an end, for good.
#[derive(Clone, Copy)]
struct Away {
    from: Instant,
    until: Option<Instant>,
}

impl Away {
    fn holds(self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// Pauses in order, those that touch made one.
fn pauses(plan: &Plan) -> Vec<Away> {
    let mut all: Vec<Away> = plan.pauses.iter().map(|pause| Away { from: pause.from, until: pause.until }).collect();
    all.retain(|away| away.until.is_none_or(|until| away.from < until));
    all.sort_unstable_by_key(|away| away.from);
    let mut merged: Vec<Away> = Vec::with_capacity(all.len());
    for away in all {
        match merged.last_mut() {
            Some(last) if last.until.is_none_or(|until| away.from <= until) => {
                last.until = last.until.zip(away.until).map(|(one, other)| one.max(other));
            }
            _ => merged.push(away),
        }
    }
    merged
}

impl<'a> Stream<'a> {
    fn new(plan: &'a Plan, life: &'a Life, from: Instant) -> Self {
        let day = life.date(from);
        let day = day.yesterday().unwrap_or(day);
        let spans = of_plan(plan);
        let course = spans.partition_point(|span| span.last < day);
        let mut stream =
            Self { life, spans, pauses: pauses(plan), course, day: Some(day), left: None, ready: VecDeque::new() };
        stream.enter(day);
        stream
    }

    fn next(&mut self) -> Option<Asked<'a>> {
        loop {
            let coming = self.coming();
            let settled = coming.map(|day| self.life.start_of(day));
            if self.ready.front().is_some_and(|dose| settled.is_none_or(|from| dose.due < from)) {
                return self.ready.pop_front();
            }
            self.read(coming?);
        }
    }

    /// The next day to be read: one that has doses, and on which not everything is paused.
    fn coming(&mut self) -> Option<Date> {
        loop {
            let day = self.day?;
            let span = self.spans.get(self.course)?;
            match span.next_day(day, self.life).filter(|_| self.left != Some(0)) {
                None => {
                    self.course += 1;
                    self.day = self.spans.get(self.course).map(|span| span.first.max(day));
                    self.enter(self.day?);
                }
                Some(found) => {
                    let resumed = self.resumed(found);
                    self.day = resumed;
                    if resumed == Some(found) {
                        return resumed;
                    }
                }
            }
        }
    }

    /// The day itself, or the first one after the pause that it lies in.
    fn resumed(&self, day: Date) -> Option<Date> {
        let start = self.life.start_of(day);
        match self.pauses.iter().find(|away| away.holds(start)).map(|away| away.until) {
            None => Some(day),
            Some(None) => None,
            // A dose of the day before may have moved behind midnight.
            Some(Some(until)) => Some(self.life.date(until).yesterday().unwrap_or(day).max(day)),
        }
    }

    fn read(&mut self, day: Date) {
        let Some(span) = self.spans.get(self.course) else { return };
        for dose in span.on(day, self.life) {
            if self.left == Some(0) {
                break;
            }
            if !self.pauses.iter().any(|away| away.holds(dose.due)) {
                self.left = self.left.map(|left| left - 1);
                self.ready.push_back(dose);
            }
        }
        self.ready.make_contiguous().sort_unstable_by_key(|dose| (dose.due, dose.slot));
        self.day = day.tomorrow().ok();
    }

    /// Begins to read the present course on a day.
    fn enter(&mut self, day: Date) {
        let Some(span) = self.spans.get(self.course) else { return };
        self.left = span.course.most.map(|most| (i64::from(most) - self.given_before(span, day)).max(0));
    }

    /// How many doses of a course came before a day, without those that a pause left out.
    fn given_before(&self, span: &Span<'_>, day: Date) -> i64 {
        let left_out = self.pauses.iter().map(|away| self.left_out(span, *away, day));
        span.doses_between(span.first, day, self.life) - left_out.sum::<i64>()
    }

    /// How many doses of the days before one a pause leaves out: its inner days are reckoned, those at its
    /// edges looked at.
    fn left_out(&self, span: &Span<'_>, away: Away, before: Date) -> i64 {
        let begun = self.life.date(away.from);
        let ended = away.until.map_or(Date::MAX, |until| self.life.date(until));
        let shifted = |day: Date, days: i64| day.saturating_add(days.days());
        let outer = (shifted(begun, -1).max(span.first), shifted(ended, 1).min(before));
        let inner = (shifted(begun, 1).max(outer.0), shifted(ended, -1).min(before));
        if inner.0 >= inner.1 {
            return self.looked_at(span, away, outer.0, outer.1);
        }
        self.looked_at(span, away, outer.0, inner.0)
            + span.doses_between(inner.0, inner.1, self.life)
            + self.looked_at(span, away, inner.1, outer.1)
    }

    fn looked_at(&self, span: &Span<'_>, away: Away, from: Date, to: Date) -> i64 {
        let days = std::iter::successors(Some(from), |day| day.tomorrow().ok()).take_while(|day| *day < to);
        let out = days.flat_map(|day| span.on(day, self.life)).filter(|dose| away.holds(dose.due)).count();
        i64::try_from(out).unwrap_or(i64::MAX)
    }
}
