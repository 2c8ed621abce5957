//! What plans ask for, in words and in the zones of the world.

mod check;
mod list;
mod regimens;
mod schedule;
mod supply;
mod word;
mod zones;

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::{
    plan::{Amount, At, Count, Course, Dose, Moments, Pause, PausedBy, Plan, Rhythm},
    schedule::{Life, doses},
};
use crate::time::{Day, Instant, TimeOfDay};

fn day(text: &str) -> Day {
    Day::try_from(text.to_owned()).unwrap()
}

fn time(text: &str) -> TimeOfDay {
    TimeOfDay::try_from(text.to_owned()).unwrap()
}

/// At these times of the clock.
fn at(times: &[&str]) -> Vec<At> {
    times.iter().map(|text| At::Clock(time(text))).collect()
}

fn count(text: &str) -> Count {
    Count::try_from(text.to_owned()).unwrap()
}

fn amount(number: &str, of: &str) -> Amount {
    Amount { count: count(number), of: of.to_owned() }
}

fn life(zone: &str) -> Life {
    Life { zone: TimeZone::get(zone).unwrap(), moments: Moments::default() }
}

/// A course of one tablet from a day on.
fn course(from: &str, rhythm: Rhythm) -> Course {
    Course {
        from: day(from),
        until: None,
        most: None,
        rhythm,
        amounts: vec![amount("1", "")],
        if_missed: None,
        window_minutes: None,
    }
}

fn plan(courses: impl Into<Vec<Course>>) -> Plan {
    Plan { courses: courses.into(), pauses: Vec::new() }
}

fn daily(times: &[&str]) -> Rhythm {
    Rhythm::Days { every: 1, at: at(times) }
}

fn cycle(length: u16, days: impl IntoIterator<Item = u16>, times: &[&str]) -> Rhythm {
    Rhythm::Cycle { length, days: days.into_iter().collect(), at: at(times), moved: BTreeMap::new() }
}

fn pause(from: Instant, until: Option<Instant>) -> Pause {
    Pause { from, until, by: PausedBy::Person, why: String::new() }
}

/// What the wall clock of a zone shows.
fn moment(text: &str, life: &Life) -> Instant {
    let shown: jiff::civil::DateTime = text.parse().unwrap();
    Instant(shown.to_zoned(life.zone.clone()).unwrap().timestamp().as_microsecond())
}

/// A moment on the wall clock of a zone.
fn shown(at: Instant, life: &Life) -> String {
    let at = jiff::Timestamp::from_microsecond(at.0).unwrap().to_zoned(life.zone.clone());
    at.strftime("%Y-%m-%d %H:%M").to_string()
}

fn all(plan: &Plan, life: &Life, from: &str, to: &str) -> Vec<Dose> {
    doses(plan, life, moment(from, life), moment(to, life)).collect()
}

/// When doses are due, on the wall clock.
fn times(plan: &Plan, life: &Life, from: &str, to: &str) -> Vec<String> {
    all(plan, life, from, to).iter().map(|dose| shown(dose.due, life)).collect()
}
