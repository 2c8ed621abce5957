//! The days and hours of a schedule as instants, in the zone where the person is.

use jiff::{
    ToSpan as _,
    civil::{Date, DateTime},
    tz::TimeZone,
};

use super::{CycleDay, Cycles, Opening, Rhythm, Schedule, State, Window};
use crate::{
    Error, Result,
    time::{Day, Instant},
};

/// A report is late a day after it was due: who was out is reminded once more at the same hour.
const OVERDUE_AFTER_DAYS: i64 = 1;

/// Where the next day asks again, it is late in the afternoon already.
const OVERDUE_AFTER_HOURS: i64 = 8;

/// Answers are about the last seven days: after three days more, they would be about the days of the
/// next report. An unfinished report is kept for as long.
const EXPIRES_AFTER_DAYS: i64 = 3;

/// How far ahead the next window is looked for: treatment may pause for months.
const AHEAD_DAYS: i64 = 400;

/// How far back windows are looked for: beyond two of the longest cycles.
const BACK_DAYS: i64 = 200;

/// How many unanswered windows are counted; more say nothing new.
const MOST_MISSED: usize = 12;

/// The windows that open from one moment until before another.
///
/// # Errors
/// When there is no such zone.
pub fn windows(schedule: &Schedule, zone: &str, from: Instant, until: Instant) -> Result<Vec<Window>> {
    let zone = TimeZone::get(zone).map_err(Error::internal)?;
    let (first, last) = (date(from, &zone)?, date(until, &zone)?);
    let windows = schedule.days(first, last).map(|day| schedule.window(day, &zone));
    windows.filter(|window| window.as_ref().map_or(true, |window| (from..until).contains(&window.due))).collect()
}

/// How things stand, by when the finished reports were begun.
///
/// # Errors
/// When there is no such zone.
pub fn state(schedule: &Schedule, zone: &str, reports: &[Instant], now: Instant) -> Result<State> {
    let zone = TimeZone::get(zone).map_err(Error::internal)?;
    let today = date(now, &zone)?;
    let opening = |day: Option<Date>| day.map(|day| schedule.window(day, &zone).map(|next| next.due)).transpose();
    for day in schedule.days(today.saturating_sub(BACK_DAYS.days()), today).rev() {
        let window = schedule.window(day, &zone)?;
        if reports.iter().any(|at| (window.counts_from..=now).contains(at)) {
            return Ok(State::Done { next: opening(schedule.next(day))? });
        }
        if now >= window.expires {
            return Ok(State::Expired { next: opening(schedule.next(day))? });
        }
        if now >= window.overdue {
            return Ok(State::Overdue(window));
        }
        if now >= window.due {
            return Ok(State::Due(window));
        }
        // It opens later today; until then, the one before it counts.
    }
    Ok(State::NotYet { next: opening(schedule.next(today.saturating_sub(1.day())))? })
}

/// How many windows in a row closed without a report, up to the last one; 0 as soon as there is one
/// again. A late report is one too: what counts is that the person was heard.
///
/// # Errors
/// When there is no such zone.
pub fn missed_in_a_row(schedule: &Schedule, zone: &str, reports: &[Instant], now: Instant) -> Result<usize> {
    let zone = TimeZone::get(zone).map_err(Error::internal)?;
    let today = date(now, &zone)?;
    let mut missed = 0;
    let mut until = now.plus_seconds(1);
    for day in schedule.days(today.saturating_sub(BACK_DAYS.days()), today).rev() {
        let window = schedule.window(day, &zone)?;
        if reports.iter().any(|at| (window.counts_from..until).contains(at)) || missed == MOST_MISSED {
            break;
        }
        missed += usize::from(now >= window.expires);
        until = window.counts_from;
    }
    Ok(missed)
}

fn date(at: Instant, zone: &TimeZone) -> Result<Date> {
    Ok(jiff::Timestamp::from_microsecond(at.0).map_err(Error::internal)?.to_zoned(zone.clone()).date())
}

impl Opening {
    fn on(self, date: Date) -> DateTime {
        let small = |n: u8| i8::try_from(n).unwrap_or_default();
        date.at(small(self.0.hour()), small(self.0.minute()), 0, 0)
    }
}

impl Schedule {
    /// Daily for so many days from today, then as before. It never shortens what was begun.
    pub fn ask_daily(&mut self, today: Day, days: u8) {
        let until = today.plus_days(i64::from(days) - 1);
        self.daily_until = self.daily_until.max(Some(until));
    }

    fn asks_on(&self, date: Date) -> bool {
        date >= self.since.date()
            && (self.daily_until.is_some_and(|until| date <= until.date()) || self.rhythm.asks_on(date))
    }

    /// The days from the first to the last on which it asks.
    fn days(&self, first: Date, last: Date) -> impl DoubleEndedIterator<Item = Date> {
        let first = first.max(self.since.date());
        let count = days_between(first, last).map_or(0, |days| days + 1);
        (0..count).filter_map(move |n| first.checked_add(n.days()).ok()).filter(|date| self.asks_on(*date))
    }

    fn next(&self, after: Date) -> Option<Date> {
        let from = after.max(self.since.date().yesterday().ok()?);
        let last = from.saturating_add(AHEAD_DAYS.days());
        self.days(from.tomorrow().ok()?, last).next()
    }

    fn window(&self, date: Date, zone: &TimeZone) -> Result<Window> {
        let instant = |time: DateTime| {
            let zoned = time.to_zoned(zone.clone()).map_err(Error::internal)?;
            Ok::<_, Error>(Instant(zoned.timestamp().as_microsecond()))
        };
        let opens = self.opens.on(date);
        let next = self.next(date);
        let overdue = if next.is_some() && next == date.tomorrow().ok() {
            opens.saturating_add(OVERDUE_AFTER_HOURS.hours())
        } else {
            opens.saturating_add(OVERDUE_AFTER_DAYS.days())
        };
        let latest = opens.saturating_add(EXPIRES_AFTER_DAYS.days());
        Ok(Window {
            counts_from: instant(date.into())?,
            due: instant(opens)?,
            overdue: instant(overdue)?,
            expires: instant(next.map_or(latest, |next| latest.min(self.opens.on(next))))?,
        })
    }
}

impl Rhythm {
    fn asks_on(&self, date: Date) -> bool {
        match self {
            Self::Off => false,
            Self::Weekly { day } => day.is(date.weekday()),
            Self::Cycle { days, cycles } => cycles.day(date).is_some_and(|day| days.contains(&day)),
        }
    }
}

impl Cycles {
    /// The day of its cycle that a day is; none before the first one, and none of those that come so
    /// long after that no cycle has them.
    fn day(&self, date: Date) -> Option<CycleDay> {
        let passed = match self {
            Self::Given(starts) => days_between(starts.range(..=Day::from(date)).next_back()?.date(), date)?,
            Self::Regular { start, length } => days_between(start.date(), date)? % i64::from(length.0),
        };
        CycleDay::try_from(u16::try_from(passed + 1).ok()?).ok()
    }
}

/// Days from one to the other; `None` when the other lies before.
fn days_between(one: Date, other: Date) -> Option<i64> {
    let days = one.until(other).map(|span| i64::from(span.get_days())).ok()?;
    (days >= 0).then_some(days)
}
