//! How a medicine is taken: plain data that says when, how much, and what holds it back.
//!
//! A [`Plan`] is days on a calendar and times on a wall clock. It becomes moments only in
//! [`super::schedule`], in the zone where the person lives, so that eight in the morning stays eight
//! when the clocks change. Nothing that lies ahead is stored: a changed plan needs no repair.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::time::{Day, Instant, TimeOfDay, Weekday};

/// How one medicine is taken, now and before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// In the order of their first days. Each holds until the day before the next one begins: a changed
    /// dose from a date is a further course, and what came before stays as it was.
    pub courses: Vec<Course>,
    /// When nothing is to be taken although a course would ask for it.
    #[serde(default)]
    pub pauses: Vec<Pause>,
}

/// One way of taking a medicine, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    pub from: Day,
    /// The last day, itself included; none: until it is stopped.
    #[serde(default)]
    pub until: Option<Day>,
    /// It ends after so many doses, counted from its beginning; doses that a pause left out don't count.
    #[serde(default)]
    pub most: Option<u32>,
    pub rhythm: Rhythm,
    /// What one dose is: several strengths may make one dose. Steps of a taper have their own.
    #[serde(default)]
    pub amounts: Vec<Amount>,
    /// What the prescriber says to do about a dose that was not taken; nobody else's words stand here.
    #[serde(default)]
    pub if_missed: Option<String>,
    /// How long a dose may still be answered for, in minutes, where the medicine says so; else half the
    /// time to the next dose, at most 12 hours.
    #[serde(default)]
    pub window_minutes: Option<u32>,
}

/// So many of one strength: `2` of `tablet 500 mg`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    pub count: Count,
    /// The form and strength as its package says; empty when it is known from the medicine's name.
    #[serde(default)]
    pub of: String,
}

/// A number of tablets, drops or millilitres, exactly: thousandths, so that halves and quarters add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Count(u32);

/// When doses come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Rhythm {
    /// At these times of every day, every second day, and so on, counted from the first day.
    Days { every: u16, at: Vec<At> },
    /// At these times on these days of the week.
    Weekdays { days: BTreeSet<Weekday>, at: Vec<At> },
    /// So many real hours from dose to dose, from a time of the first day; a change of the clocks moves
    /// what the clock shows.
    Hours {
        every: u16,
        first: TimeOfDay,
        /// The zone on whose clock the first dose was, once the person lives by another clock: hours from dose
        /// to dose are real hours, which no journey moves. None: where the person lives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<String>,
    },
    /// On these days of each cycle; the first day of a cycle is day 1, and what it does not name is rest.
    Cycle {
        /// How many days a cycle has.
        length: u16,
        days: BTreeSet<u16>,
        at: Vec<At>,
        /// Cycles whose first day the team has moved: the day on which one would have begun, and the day
        /// on which it begins. The days between are rest, and the cycles after follow. Without any, cycles
        /// are counted from the first day of the course; one that was under way before the course is told
        /// by moving the first one back, to a day before it.
        #[serde(default)]
        moved: BTreeMap<Day, Day>,
    },
    /// Steps one after the other, each so many days with a dose of its own; it ends after the last.
    Taper { steps: Vec<Step>, at: Vec<At> },
    /// Once.
    Once { at: At },
    /// When needed.
    AsNeeded {
        /// The least time from one dose to the next, in minutes; none is said.
        #[serde(default)]
        least_minutes: Option<u32>,
        /// The most in any 24 hours, in the unit of the amounts; none is said.
        #[serde(default)]
        most_a_day: Option<Count>,
    },
}

/// A step of a taper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub days: u16,
    pub amounts: Vec<Amount>,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum At {
    Clock(TimeOfDay),
    /// At a moment of the day that each person has at their own time.
    Moment(Moment),
}

/// Moments of someone's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    Waking,
    Breakfast,
    Lunch,
    Dinner,
    Bedtime,
}

/// When the moments of someone's day are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Moments {
    pub waking: TimeOfDay,
    pub breakfast: TimeOfDay,
    pub lunch: TimeOfDay,
    pub dinner: TimeOfDay,
    pub bedtime: TimeOfDay,
}

/// A time in which nothing is to be taken. What would have come in it is left out: resuming moves nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    pub from: Instant,
    /// When it ends, itself not included; none: until someone resumes it.
    #[serde(default)]
    pub until: Option<Instant>,
    pub by: PausedBy,
    /// Why, in the words of who did it.
    #[serde(default)]
    pub why: String,
}

impl Pause {
    /// Whether nothing is to be taken at a moment because of it.
    pub fn holds(&self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PausedBy {
    Person,
    /// A hold by the care team; only the team ends it.
    Team,
}

/// Which dose it is: a day, and a number that names a time of that day in the words of the plan. So a dose that
/// two plans, or two courses, ask for is the same one, and what was answered stays answered; a dose that only one
/// of them asks for is never taken for another. See [`super::schedule`] for the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slot {
    pub day: Day,
    pub number: u32,
}

/// One dose that a plan asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dose {
    pub slot: Slot,
    /// When it is due.
    pub due: Instant,
    /// Until then it may be answered; after it, it is unanswered. Never beyond the next dose.
    pub until: Instant,
    /// When the next dose is due: this one is not put off until then.
    pub next: Option<Instant>,
    pub amounts: Vec<Amount>,
}

/// Why a plan is none. Says where, by the place in the plan (`courses.0.rhythm.at`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub place: String,
    pub why: WrongPlan,
}

/// What can be wrong with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WrongPlan {
    /// Something that a plan must have is missing: a time, a day, a dose.
    Missing,
    /// A number is outside what is possible: a cycle of 0 days, day 30 of 28, 25 doses a day.
    OutOfRange,
    /// The same time or day stands there twice.
    Twice,
    /// A course begins before the one before it.
    OutOfOrder,
    /// Low-dose methotrexate by mouth is taken once a week; more often is fatal by accident.
    OnlyWeekly,
}

/// The text is not a count.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a number from 0.001 to 100000 with at most three digits behind the point")]
pub struct NotACount(pub String);

impl Plan {
    /// The course that holds on a day; none before the first one, and behind the last day of one that ended.
    pub fn holding(&self, day: Day) -> Option<&Course> {
        let course = self.courses.iter().rev().find(|course| course.from <= day)?;
        course.until.is_none_or(|until| day <= until).then_some(course)
    }
}

impl Count {
    const MOST: u32 = 100_000_000;

    /// So many thousandths.
    pub const fn of_thousandths(thousandths: u32) -> Option<Self> {
        if thousandths == 0 || thousandths > Self::MOST { None } else { Some(Self(thousandths)) }
    }

    pub const fn thousandths(self) -> u32 {
        self.0
    }
}

impl TryFrom<String> for Count {
    type Error = NotACount;

    fn try_from(text: String) -> Result<Self, NotACount> {
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let digits = |text: &str, most| text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
        let read = || {
            if whole.is_empty() || !digits(whole, 6) || !digits(part, 3) || text.ends_with('.') {
                return None;
            }
            let thousandths: u32 = format!("{part:0<3}").parse().ok()?;
            Self::of_thousandths(whole.parse::<u32>().ok()?.checked_mul(1_000)?.checked_add(thousandths)?)
        };
        read().ok_or_else(|| NotACount(text.clone()))
    }
}

impl From<Count> for String {
    /// Without zeros that say nothing: `0.5`, `2`.
    fn from(Count(thousandths): Count) -> Self {
        let (whole, part) = (thousandths / 1_000, thousandths % 1_000);
        if part == 0 { whole.to_string() } else { format!("{whole}.{part:03}").trim_end_matches('0').to_owned() }
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from(*self))
    }
}

impl Default for Moments {
    fn default() -> Self {
        let [waking, breakfast, lunch, dinner, bedtime] = [7, 8, 12, 18, 22].map(TimeOfDay::oclock);
        Self { waking, breakfast, lunch, dinner, bedtime }
    }
}

impl Moments {
    pub const fn of(&self, moment: Moment) -> TimeOfDay {
        match moment {
            Moment::Waking => self.waking,
            Moment::Breakfast => self.breakfast,
            Moment::Lunch => self.lunch,
            Moment::Dinner => self.dinner,
            Moment::Bedtime => self.bedtime,
        }
    }
}

impl At {
    /// The time on the wall clock of someone whose moments these are.
    pub const fn time(self, moments: &Moments) -> TimeOfDay {
        match self {
            Self::Clock(time) => time,
            Self::Moment(moment) => moments.of(moment),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_written_as_it_is_read_and_without_zeros_that_say_nothing() {
        for (typed, written) in [("1", "1"), ("0.5", "0.5"), ("0.50", "0.5"), ("2.250", "2.25"), ("100000", "100000")] {
            assert_eq!(String::from(Count::try_from(typed.to_owned()).unwrap()), written);
        }
        for wrong in ["", "0", "0.0", ".5", "1.", "1,5", "-1", "1e3", "0.0001", "100001", "٣", " 1"] {
            assert!(Count::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
