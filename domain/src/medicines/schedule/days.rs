//! On which days a rhythm asks, as numbers of days since the first day of its course.
//!
//! Two questions, both answered without walking: the [`next`] asked day, and how many there are [`before`] a
//! day. Rhythms by the hour and as-needed ones ask on no days.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::plan::{Rhythm, Step};
use crate::time::{Day, Weekday};

/// The days from one to another, negative when it lies before.
pub(super) fn between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// The first asked day from day `n` on.
pub(super) fn next(rhythm: &Rhythm, first: Date, n: i64) -> Option<i64> {
    let n = n.max(0);
    match rhythm {
        Rhythm::Days { every, .. } => {
            let every = i64::from(*every);
            (every > 0).then(|| ceiling(n, every) * every)
        }
        Rhythm::Weekdays { days, .. } => {
            let monday = monday_number(first);
            (n..n + 7).find(|n| days.contains(&weekday(monday + n)))
        }
        Rhythm::Cycle { length, days, moved, .. } => stretches(first, moved).find_map(|stretch| {
            let from = n.max(stretch.first);
            let found = stretch.begin + next_of_cycles(*length, days, from - stretch.begin)?;
            (found < stretch.end).then_some(found)
        }),
        Rhythm::Taper { steps, .. } => (n < whole(steps)).then_some(n),
        Rhythm::Once { .. } => (n == 0).then_some(0),
        Rhythm::Hours { .. } | Rhythm::AsNeeded { .. } => None,
    }
}

/// How many days are asked for before day `n`.
pub(super) fn before(rhythm: &Rhythm, first: Date, n: i64) -> i64 {
    let n = n.max(0);
    match rhythm {
        Rhythm::Days { every, .. } if *every > 0 => ceiling(n, i64::from(*every)),
        Rhythm::Weekdays { days, .. } => {
            let monday = monday_number(first);
            let rest = (0..n % 7).filter(|n| days.contains(&weekday(monday + n))).count();
            n / 7 * count(days.len()) + count(rest)
        }
        Rhythm::Cycle { length, days, moved, .. } => {
            let of = |Stretch { begin, first, end }: Stretch| {
                let before = |n| before_of_cycles(*length, days, n - begin);
                if first < n.min(end) { before(n.min(end)) - before(first) } else { 0 }
            };
            stretches(first, moved).map(of).sum()
        }
        Rhythm::Taper { steps, .. } => n.min(whole(steps)),
        Rhythm::Once { .. } => n.min(1),
        Rhythm::Days { .. } | Rhythm::Hours { .. } | Rhythm::AsNeeded { .. } => 0,
    }
}

/// The step of a taper on day `n`.
pub(super) fn step(steps: &[Step], n: i64) -> Option<&Step> {
    let mut begun = 0;
    steps.iter().find(|step| {
        begun += i64::from(step.days);
        n < begun
    })
}

fn whole(steps: &[Step]) -> i64 {
    steps.iter().map(|step| i64::from(step.days)).sum()
}

/// A stretch in which one cycle follows the other, as day numbers. Where a cycle was moved to a later day, the
/// days between belong to no stretch.
struct Stretch {
    /// Day 1 of a cycle.
    begin: i64,
    /// The first day: later than `begin` where a cycle was under way.
    first: i64,
    /// Not itself included.
    end: i64,
}

/// All of them in order; no day is in two.
fn stretches(first: Date, moved: &BTreeMap<Day, Day>) -> impl Iterator<Item = Stretch> {
    let number = move |day: &Day| between(first, day.date());
    let begins = std::iter::once(0).chain(moved.values().map(number));
    let ends = moved.iter().map(move |(would, begins)| number(would).min(number(begins)));
    let mut free = 0;
    begins.zip(ends.chain(std::iter::once(i64::MAX))).map(move |(begin, end)| {
        let first = free.max(begin);
        free = free.max(end);
        Stretch { begin, first, end }
    })
}

fn next_of_cycles(length: u16, days: &BTreeSet<u16>, n: i64) -> Option<i64> {
    let cycle = i64::from(length);
    let today = u16::try_from(n.checked_rem(cycle)? + 1).ok()?;
    let begun = n - n % cycle;
    let within = |day: &u16| (1..=length).contains(day);
    if let Some(day) = days.range(today..).next().filter(|day| within(day)) {
        return Some(begun + i64::from(*day) - 1);
    }
    let day = days.range(1..).next().filter(|day| within(day))?;
    Some(begun + cycle + i64::from(*day) - 1)
}

fn before_of_cycles(length: u16, days: &BTreeSet<u16>, n: i64) -> i64 {
    let cycle = i64::from(length);
    if cycle == 0 {
        return 0;
    }
    let up_to = |last: i64| count(days.iter().filter(|day| (1..=last).contains(&i64::from(**day))).count());
    n / cycle * up_to(cycle) + up_to(n % cycle)
}

fn monday_number(day: Date) -> i64 {
    i64::from(day.weekday().to_monday_zero_offset())
}

fn weekday(number: i64) -> Weekday {
    usize::try_from(number.rem_euclid(7)).map_or(Weekday::Monday, |n| Weekday::ALL[n])
}

/// For numbers that are not negative.
fn ceiling(n: i64, by: i64) -> i64 {
    (n + by - 1) / by
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
