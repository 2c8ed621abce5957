//! The calendar of the demonstration, and its small generator of plausible spread.
//!
//! Everything is counted from the `today` that it is given: no clock, no zone database. What has
//! happened lies at least one day back, so that no hour of `today` can come too early for it.

use jiff::{Span, civil::Date};

/// A FHIR date or date-time with the precision that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment(pub String);

impl Moment {
    pub fn year(date: Date) -> Self {
        Self(format!("{:04}", date.year()))
    }

    pub fn month(date: Date) -> Self {
        Self(format!("{:04}-{:02}", date.year(), date.month()))
    }

    pub fn day(date: Date) -> Self {
        Self(date.to_string())
    }

    /// A time of day with the offset of Riverside, which keeps British time.
    pub fn at(date: Date, hour: u8, minute: u8) -> Self {
        let offset = if is_summer(date) { "+01:00" } else { "+00:00" };
        Self(format!("{date}T{hour:02}:{minute:02}:00{offset}"))
    }
}

/// From the last Sunday in March until the last Sunday in October. The hour of the change itself
/// does not matter: nobody has an appointment at night.
fn is_summer(date: Date) -> bool {
    let last_sunday = |month: i8| {
        let last = Date::new(date.year(), month, 31).unwrap_or(date);
        back(last, i64::from(last.weekday().to_sunday_zero_offset()))
    };
    last_sunday(3) <= date && date < last_sunday(10)
}

/// `days` before `date`.
pub fn back(date: Date, days: i64) -> Date {
    date.saturating_sub(Span::new().days(days))
}

/// `days` after `date`.
pub fn on(date: Date, days: i64) -> Date {
    date.saturating_add(Span::new().days(days))
}

/// The working day at or before the day that lies `days` back.
pub fn workday_back(date: Date, days: i64) -> Date {
    let day = back(date, days);
    back(day, (i64::from(day.weekday().to_monday_zero_offset()) - 4).max(0))
}

/// The working day at or after the day that lies `days` ahead.
pub fn workday_on(date: Date, days: i64) -> Date {
    let day = on(date, days);
    match day.weekday().to_monday_zero_offset() {
        5 => on(day, 2),
        6 => on(day, 1),
        _ => day,
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same seed gives the same life, whatever the day.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// Seeded with a word (FNV-1a).
    pub fn of(word: &str) -> Self {
        Self(
            word.bytes()
                .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)),
        )
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A value within `spread` of `centre`, the middle more often than the ends.
    pub fn around(&mut self, centre: f64, spread: f64) -> f64 {
        let mut dice = || f64::from(u16::try_from(self.next() >> 48).unwrap_or(0)) / 65_535.0;
        centre + (dice() + dice() - 1.0) * spread
    }
}
