//! Numbers and dates as people read them: months in words, 24 hours, Latin digits in every language.
//! The server takes them from ICU4X, the browser from its own Intl; both know the same rules (CLDR).

use super::{Language, Words};

#[cfg(feature = "ssr")]
#[path = "format/icu.rs"]
mod rules;
#[cfg(not(feature = "ssr"))]
#[path = "format/intl.rs"]
mod rules;

/// What is shown of a day.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Shape {
    Date,
    Month,
    MonthShortDay,
    WeekdayDate,
    WeekdayDay,
}

/// A day that exists, in a year of four digits.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
struct CivilDate {
    year: i16,
    month: u8,
    day: u8,
}

impl CivilDate {
    fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => 0,
        };
        ((1000..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }
}

impl Words {
    /// `1,234`. Spanish groups from five digits on.
    pub fn integer(self, number: i64) -> String {
        rules::integer(self.language(), number).unwrap_or_else(|| number.to_string())
    }

    /// A measured value exactly as it was reported: no rounding, no grouping, no other sign for the
    /// decimals, since each of these can be misread for another value.
    pub fn clinical_number(self, reported: &str) -> String {
        reported.to_owned()
    }

    /// `3 March 2021`.
    pub fn date(self, year: i16, month: u8, day: u8) -> String {
        self.shaped(Shape::Date, year, month, day)
    }

    /// `March 2021`.
    pub fn month(self, year: i16, month: u8) -> String {
        match CivilDate::new(year, month, 1) {
            Some(first) => self.shaped(Shape::Month, first.year, first.month, first.day),
            None => format!("{year:04}-{month:02}"),
        }
    }

    /// `3 Mar`, for the axes of charts.
    pub fn month_short_day(self, year: i16, month: u8, day: u8) -> String {
        self.shaped(Shape::MonthShortDay, year, month, day)
    }

    /// `Wednesday 3 March 2021`.
    pub fn weekday_date(self, year: i16, month: u8, day: u8) -> String {
        self.shaped(Shape::WeekdayDate, year, month, day)
    }

    /// `Wednesday 3`, under a heading that names the month.
    pub fn weekday_day(self, year: i16, month: u8, day: u8) -> String {
        self.shaped(Shape::WeekdayDay, year, month, day)
    }

    /// `2021`, never grouped.
    pub fn year(self, year: i16) -> String {
        year.to_string()
    }

    /// `14:05`, the same in every language.
    pub fn time(self, hour: u8, minute: u8) -> String {
        format!("{hour:02}:{minute:02}")
    }

    fn shaped(self, shape: Shape, year: i16, month: u8, day: u8) -> String {
        CivilDate::new(year, month, day)
            .and_then(|day| rules::day(self.language(), shape, day).map(|text| self.polished(text, shape, day)))
            // A day that does not exist is shown as it came: a corrected one would be invented.
            .unwrap_or_else(|| format!("{year:04}-{month:02}-{day:02}"))
    }

    /// What people write and CLDR does not, or not in every version that a browser may have.
    fn polished(self, text: String, shape: Shape, day: CivilDate) -> String {
        match self.language() {
            Language::French if day.day == 1 && shape != Shape::Month => text.replacen("1 ", "1er ", 1),
            Language::English | Language::Pseudo => text.replace(", ", " "),
            _ => text,
        }
    }
}
