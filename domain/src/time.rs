//! Time as Daybook keeps it: instants in UTC microseconds, and dates with the precision they
//! came with (a year stays a year).

pub mod day;

pub use day::{Day, NotADay, NotATime, TimeOfDay, Weekday};

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A moment: microseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_seconds(days.saturating_mul(86_400))
    }

    /// Whole seconds from `earlier` to this moment, negative when it lies before.
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0) / 1_000_000
    }

    /// The moment at which the clocks of a zone show a day (`YYYY-MM-DD`) and a time (`HH:MM`); the first
    /// of the two when they show it twice, and just behind when they skip it.
    #[cfg(feature = "server")]
    pub fn of_wall_clock(day: &str, time: &str, zone: &str) -> Option<Self> {
        let date: jiff::civil::Date = day.parse().ok()?;
        let time: jiff::civil::Time = format!("{time}:00").parse().ok()?;
        let zoned = date.to_datetime(time).in_tz(zone).ok()?;
        Some(Self(zoned.timestamp().as_microsecond()))
    }

    /// This moment on the calendar and clock of a zone.
    ///
    /// # Errors
    /// When the zone is not in the IANA database.
    #[cfg(feature = "server")]
    pub fn in_zone(self, zone: &str) -> Result<jiff::Zoned, jiff::Error> {
        jiff::Timestamp::from_microsecond(self.0)?.in_tz(zone)
    }
}

/// Where the present moment comes from; tests bring their own.
#[cfg(feature = "server")]
#[derive(Clone)]
pub struct Clock(std::sync::Arc<dyn Fn() -> Instant + Send + Sync>);

#[cfg(feature = "server")]
impl Clock {
    /// The clock of this machine.
    #[expect(clippy::disallowed_methods, reason = "the one place where the present comes from")]
    pub fn system() -> Self {
        Self(std::sync::Arc::new(|| Instant(jiff::Timestamp::now().as_microsecond())))
    }

    /// A clock that tells what `now` says.
    pub fn from_fn(now: impl Fn() -> Instant + Send + Sync + 'static) -> Self {
        Self(std::sync::Arc::new(now))
    }

    pub fn now(&self) -> Instant {
        (self.0)()
    }
}

/// A FHIR date, date-time or instant with exactly the precision it came with: a year, a month,
/// a day, or a time of day with the offset it was written in.
///
/// Serialised as the FHIR text (`2021-03`), which [`FromStr`] reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PartialDate {
    pub year: i16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31, only with a month.
    pub day: Option<u8>,
    /// Only with a day.
    pub time: Option<WallTime>,
}

/// A time of day as written, and where on Earth it was written if that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WallTime {
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
    pub micros: u32,
    pub offset: Offset,
}

/// The offset that a time was written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Offset {
    /// `Z`: an instant, but it doesn't say what the local clock showed.
    Utc,
    /// Minutes east of UTC.
    Minutes(i16),
    /// FHIR demands an offset; files in the field leave it out.
    Missing,
}

/// The text is not a FHIR date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a date as FHIR writes it (YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+zz:zz)")]
pub struct NotADate(pub String);

impl PartialDate {
    /// A whole day.
    pub const fn day(year: i16, month: u8, day: u8) -> Self {
        Self { year, month: Some(month), day: Some(day), time: None }
    }

    /// The same date on the calendar and clock of `zone`, where the text itself named only UTC.
    /// A date that was written with a local offset, or without a time, is what it is.
    #[cfg(feature = "server")]
    #[must_use]
    pub fn local(self, zone: &str) -> Self {
        let (Some(month), Some(day), Some(time)) = (self.month, self.day, self.time) else {
            return self;
        };
        if time.offset != Offset::Utc {
            return self;
        }
        let zoned = jiff::civil::Date::new(self.year, i8_of(month), i8_of(day))
            .and_then(|date| {
                date.at(
                    i8_of(time.hour),
                    i8_of(time.minute),
                    i8_of(time.second),
                    i32::try_from(time.micros * 1000).unwrap_or(0),
                )
                .in_tz("UTC")
            })
            .and_then(|utc| utc.in_tz(zone));
        let Ok(zoned) = zoned else { return self };
        let minutes = i16::try_from(zoned.offset().seconds() / 60).unwrap_or(0);
        Self {
            year: zoned.year(),
            month: Some(u8_of(zoned.month())),
            day: Some(u8_of(zoned.day())),
            time: Some(WallTime {
                hour: u8_of(zoned.hour()),
                minute: u8_of(zoned.minute()),
                second: u8_of(zoned.second()),
                micros: time.micros,
                offset: Offset::Minutes(minutes),
            }),
        }
    }

    /// The day so many days later; nothing for a date without a day, or beyond the calendar.
    #[cfg(feature = "server")]
    pub fn days_later(self, days: i32) -> Option<Self> {
        let day = jiff::civil::Date::new(self.year, i8_of(self.month?), i8_of(self.day?)).ok()?;
        day.checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(Self::from)
    }

    /// Text that sorts by time, in the local time of whoever measured it; a vaguer date sorts
    /// before every day within it, so that newest-first lists show it after them.
    pub fn sort_key(self) -> String {
        use fmt::Write as _;
        let mut key = format!("{:04}-{:02}-{:02}", self.year, self.month.unwrap_or(0), self.day.unwrap_or(0));
        if let Some(t) = self.time {
            let _ = write!(key, "T{:02}:{:02}:{:02}.{:06}", t.hour, t.minute, t.second, t.micros);
        }
        key
    }

    /// The date without its time of day.
    #[must_use]
    pub const fn date(self) -> Self {
        Self { time: None, ..self }
    }

    /// Days since 1970-01-01 for drawing on a line of time; a vague date lies in its middle.
    pub fn position(self) -> f64 {
        let month = self.month.unwrap_or(7);
        let day = self.day.unwrap_or(if self.month.is_some() { 15 } else { 1 });
        let days = days_since_1970(self.year, month, day);
        let seconds =
            self.time.map_or(0, |t| u32::from(t.hour) * 3600 + u32::from(t.minute) * 60 + u32::from(t.second));
        f64::from(days) + f64::from(seconds) / 86_400.0
    }
}

/// Days of a month. The calendar is small enough to write down, and the time zone library that
/// the server uses would be a tenth of what a browser downloads.
const fn days_in(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days from 1 January 1970 in the Gregorian calendar.
fn days_since_1970(year: i16, month: u8, day: u8) -> i32 {
    let before = i32::from(year) - 1;
    let leap_days = before / 4 - before / 100 + before / 400;
    let of_year: i32 = (1..month).map(|month| i32::from(days_in(year, month))).sum();
    before * 365 + leap_days + of_year + i32::from(day) - 719_163
}

#[cfg(feature = "server")]
fn i8_of(n: u8) -> i8 {
    i8::try_from(n).unwrap_or(i8::MAX)
}

#[cfg(feature = "server")]
fn u8_of(n: i8) -> u8 {
    u8::try_from(n).unwrap_or(0)
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        parse(text.trim()).ok_or_else(|| NotADate(text.chars().take(40).collect()))
    }
}

fn digits(text: &str, from: usize, to: usize) -> Option<u32> {
    let part = text.get(from..to)?;
    part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?
}

fn parse(text: &str) -> Option<PartialDate> {
    let year = i16::try_from(digits(text, 0, 4)?).ok()?;
    if year == 0 {
        return None;
    }
    let mut date = PartialDate { year, month: None, day: None, time: None };
    if text.len() == 4 {
        return Some(date);
    }
    if text.as_bytes().get(4) != Some(&b'-') {
        return None;
    }
    let month = u8::try_from(digits(text, 5, 7)?).ok()?;
    if !(1..=12).contains(&month) {
        return None;
    }
    date.month = Some(month);
    if text.len() == 7 {
        return Some(date);
    }
    if text.as_bytes().get(7) != Some(&b'-') {
        return None;
    }
    let day = u8::try_from(digits(text, 8, 10)?).ok()?;
    if !(1..=days_in(year, month)).contains(&day) {
        return None;
    }
    date.day = Some(day);
    if text.len() == 10 {
        return Some(date);
    }
    if !matches!(text.as_bytes().get(10), Some(b'T' | b't' | b' ')) {
        return None;
    }
    date.time = Some(parse_time(text.get(11..)?)?);
    Some(date)
}

fn parse_time(text: &str) -> Option<WallTime> {
    let hour = u8::try_from(digits(text, 0, 2)?).ok()?;
    if text.as_bytes().get(2) != Some(&b':') {
        return None;
    }
    let minute = u8::try_from(digits(text, 3, 5)?).ok()?;
    let mut rest = text.get(5..)?;
    let mut second = 0;
    let mut micros = 0;
    if let Some(after) = rest.strip_prefix(':') {
        second = u8::try_from(digits(after, 0, 2)?).ok()?;
        rest = after.get(2..)?;
        if let Some(fraction) = rest.strip_prefix('.') {
            let end = fraction.bytes().take_while(u8::is_ascii_digit).count();
            if end == 0 {
                return None;
            }
            let six: String = fraction[..end].chars().chain("000000".chars()).take(6).collect();
            micros = six.parse().ok()?;
            rest = &fraction[end..];
        }
    }
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let offset = match rest {
        "" => Offset::Missing,
        "Z" | "z" => Offset::Utc,
        _ => {
            let sign = match rest.as_bytes()[0] {
                b'+' => 1,
                b'-' => -1,
                _ => return None,
            };
            let hours = i16::try_from(digits(rest, 1, 3)?).ok()?;
            let minutes = i16::try_from(digits(rest, 4, 6)?).ok()?;
            if rest.as_bytes()[3] != b':' || rest.len() != 6 || hours > 14 || minutes > 59 {
                return None;
            }
            Offset::Minutes(sign * (hours * 60 + minutes))
        }
    };
    Some(WallTime { hour, minute, second: second.min(59), micros, offset })
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        let Some(month) = self.month else { return Ok(()) };
        write!(f, "-{month:02}")?;
        let Some(day) = self.day else { return Ok(()) };
        write!(f, "-{day:02}")?;
        let Some(t) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}:{:02}", t.hour, t.minute, t.second)?;
        if t.micros > 0 {
            write!(f, ".{:06}", t.micros)?;
        }
        match t.offset {
            Offset::Missing => Ok(()),
            Offset::Utc => f.write_str("Z"),
            Offset::Minutes(m) => {
                let sign = if m < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", m.abs() / 60, m.abs() % 60)
            }
        }
    }
}

/// The zones that people can live in, by name: the IANA database without its aliases for
/// machines and its old abbreviations.
#[cfg(feature = "server")]
pub fn zones() -> Vec<String> {
    const REGIONS: [&str; 10] = [
        "Africa/",
        "America/",
        "Antarctica/",
        "Arctic/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    ];
    let mut zones: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.as_str().to_owned())
        .filter(|name| name == "UTC" || REGIONS.iter().any(|region| name.starts_with(region)))
        .collect();
    zones.sort();
    zones.dedup();
    zones
}

#[cfg(feature = "server")]
impl From<jiff::civil::Date> for PartialDate {
    fn from(day: jiff::civil::Date) -> Self {
        Self::day(day.year(), u8_of(day.month()), u8_of(day.day()))
    }
}

/// An instant, as a date in UTC.
#[cfg(feature = "server")]
impl From<Instant> for PartialDate {
    fn from(instant: Instant) -> Self {
        let at = jiff::Timestamp::from_microsecond(instant.0).unwrap_or_default().to_zoned(jiff::tz::TimeZone::UTC);
        Self {
            year: at.year(),
            month: Some(u8_of(at.month())),
            day: Some(u8_of(at.day())),
            time: Some(WallTime {
                hour: u8_of(at.hour()),
                minute: u8_of(at.minute()),
                second: u8_of(at.second()),
                micros: u32::from(at.microsecond().unsigned_abs()) + u32::from(at.millisecond().unsigned_abs()) * 1000,
                offset: Offset::Utc,
            }),
        }
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("2021")]
    #[case("2021-03")]
    #[case("2021-03-09")]
    #[case("2021-03-09T08:05:00+01:00")]
    #[case("2021-03-09T08:05:00-04:30")]
    #[case("2021-03-09T08:05:00Z")]
    #[case("2021-03-09T08:05:00.125000Z")]
    #[case("2021-03-09T08:05:00")]
    fn a_date_keeps_its_precision(#[case] text: &str) {
        assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("")]
    #[case("21-03-09")]
    #[case("2021-13")]
    #[case("2021-02-30")]
    #[case("2021-3-9")]
    #[case("03/09/2021")]
    #[case("2021-03-09T25:00:00Z")]
    #[case("2021-03-09T08:05:00+1:00")]
    #[case("yesterday")]
    fn what_is_not_a_date_is_refused(#[case] text: &str) {
        assert!(text.parse::<PartialDate>().is_err());
    }

    #[cfg(feature = "server")]
    #[test]
    fn a_time_in_utc_is_shown_on_the_local_day_but_a_written_offset_is_kept() {
        let late: PartialDate = "2021-03-09T23:30:00Z".parse().unwrap();
        assert_eq!(late.local("Europe/Paris").date(), PartialDate::day(2021, 3, 10));
        let written: PartialDate = "2021-03-09T23:30:00-05:00".parse().unwrap();
        assert_eq!(written.local("Europe/Paris"), written);
    }

    #[test]
    fn a_vague_date_sorts_before_the_days_within_it() {
        let month: PartialDate = "2021-03".parse().unwrap();
        let day: PartialDate = "2021-03-01".parse().unwrap();
        let before: PartialDate = "2021-02-28T23:59:59Z".parse().unwrap();
        assert!(month.sort_key() < day.sort_key());
        assert!(before.sort_key() < month.sort_key());
    }

    proptest! {
        #[cfg(feature = "server")]
        #[test]
        fn the_calendar_is_that_of_the_time_zone_library(y in 1i16..=9999, m in 1u8..=12, d in 1u8..=31) {
            let known = jiff::civil::Date::new(y, i8_of(m), i8_of(d)).ok();
            let read = format!("{y:04}-{m:02}-{d:02}").parse::<PartialDate>().ok();
            prop_assert_eq!(read.is_some(), known.is_some());
            if let (Some(date), Some(known)) = (read, known) {
                let days = known.since((jiff::Unit::Day, jiff::civil::date(1970, 1, 1))).unwrap().get_days();
                prop_assert!((date.position() - f64::from(days)).abs() < 1e-9);
            }
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,40}") {
            let _ = text.parse::<PartialDate>();
        }

        #[test]
        fn what_was_read_is_written_back_the_same(
            y in 1900i16..2100, m in 1u8..=12, d in 1u8..=28, h in 0u8..24, min in 0u8..60, off in -840i16..=840
        ) {
            let date = PartialDate { year: y, month: Some(m), day: Some(d), time: Some(WallTime {
                hour: h, minute: min, second: 0, micros: 0, offset: Offset::Minutes(off) }) };
            prop_assert_eq!(date.to_string().parse::<PartialDate>().unwrap(), date);
        }
    }
}
