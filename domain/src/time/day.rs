//! Days of the calendar and of the week.

use serde::{Deserialize, Serialize};

use super::PartialDate;

/// A whole day of the calendar, as `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Day {
    year: i16,
    month: u8,
    of_month: u8,
}

/// The text is not a day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a day (YYYY-MM-DD)")]
pub struct NotADay(pub String);

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];
}

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Self, NotADay> {
        match text.parse() {
            Ok(PartialDate { year, month: Some(month), day: Some(day), time: None }) => {
                Ok(Self { year, month, of_month: day })
            }
            _ => Err(NotADay(text)),
        }
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        PartialDate::day(day.year, day.month, day.of_month).to_string()
    }
}

/// An hour and a minute on a wall clock, as `HH:MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
}

/// The text is not a time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a time of day (HH:MM)")]
pub struct NotATime(pub String);

impl TimeOfDay {
    /// None when no clock shows it.
    pub const fn new(hour: u8, minute: u8) -> Option<Self> {
        if hour < 24 && minute < 60 { Some(Self { hour, minute }) } else { None }
    }

    /// On the hour; the hour counts round the clock.
    pub(crate) const fn oclock(hour: u8) -> Self {
        Self { hour: hour % 24, minute: 0 }
    }

    pub const fn hour(self) -> u8 {
        self.hour
    }

    pub const fn minute(self) -> u8 {
        self.minute
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = NotATime;

    fn try_from(text: String) -> Result<Self, NotATime> {
        let two =
            |text: &str| (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?;
        text.split_once(':').and_then(|(hour, minute)| Self::new(two(hour)?, two(minute)?)).ok_or(NotATime(text))
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        format!("{:02}:{:02}", time.hour, time.minute)
    }
}

#[cfg(feature = "server")]
mod calendar {
    use jiff::{ToSpan as _, civil::Date};

    use super::{Day, Weekday};
    use crate::{Error, Result, time::Instant};

    impl Day {
        /// The day on the calendar of a zone.
        ///
        /// # Errors
        /// When there is no such zone.
        pub fn of(at: Instant, zone: &str) -> Result<Self> {
            Ok(Self::from(at.in_zone(zone).map_err(Error::internal)?.date()))
        }

        /// So many days later.
        #[must_use]
        pub fn plus_days(self, days: i64) -> Self {
            self.date().checked_add(days.days()).map_or(self, Self::from)
        }

        pub(crate) fn date(self) -> Date {
            let small = |n: u8| i8::try_from(n).unwrap_or(1);
            Date::new(self.year, small(self.month), small(self.of_month)).unwrap_or_default()
        }
    }

    impl From<Date> for Day {
        fn from(date: Date) -> Self {
            let small = |n: i8| u8::try_from(n).unwrap_or(1);
            Self { year: date.year(), month: small(date.month()), of_month: small(date.day()) }
        }
    }

    impl Weekday {
        /// The one of a day.
        pub fn of(day: Day) -> Self {
            let weekday = day.date().weekday();
            Self::ALL.into_iter().find(|known| known.is(weekday)).unwrap_or(Self::Monday)
        }

        pub(crate) fn is(self, day: jiff::civil::Weekday) -> bool {
            day.to_monday_zero_offset() == self as i8
        }
    }
}
