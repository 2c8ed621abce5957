//! When no notice comes.

#[cfg(feature = "server")]
use crate::time::Instant;
use crate::{Error, FieldCode, Result};

/// The hours of the day in which no notice comes, where the person lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    from: u8,
    until: u8,
}

impl Default for Quiet {
    /// The night, from 21:00 to 08:00.
    fn default() -> Self {
        Self { from: 21, until: 8 }
    }
}

impl Quiet {
    /// From one full hour (0 to 23) to another. The same twice: notices come at any time.
    ///
    /// # Errors
    /// `quiet_from` or `quiet_until: NotAChoice`.
    pub fn new(from: u8, until: u8) -> Result<Self> {
        for (name, hour) in [("quiet_from", from), ("quiet_until", until)] {
            if hour > 23 {
                return Err(Error::field(name, FieldCode::NotAChoice));
            }
        }
        Ok(Self { from, until })
    }

    pub const fn from(self) -> u8 {
        self.from
    }

    pub const fn until(self) -> u8 {
        self.until
    }

    /// Whether this hour of the day is among them.
    pub const fn holds(self, hour: u8) -> bool {
        if self.from <= self.until {
            self.from <= hour && hour < self.until
        } else {
            hour >= self.from || hour < self.until
        }
    }

    /// The same moment, or the end of the quiet hours when it falls in them. A zone that nobody knows is
    /// taken for UTC.
    #[cfg(feature = "server")]
    #[must_use]
    pub fn after(self, at: Instant, zone: &str) -> Instant {
        let Ok(local) = at.in_zone(zone).or_else(|_| at.in_zone("UTC")) else { return at };
        let hour = u8::try_from(local.hour()).unwrap_or(0);
        if !self.holds(hour) {
            return at;
        }
        let date = if hour < self.until { Ok(local.date()) } else { local.date().tomorrow() };
        let end = date.and_then(|date| {
            let hour = i8::try_from(self.until).unwrap_or(0);
            date.at(hour, 0, 0, 0).to_zoned(local.time_zone().clone())
        });
        end.map_or(at, |end| Instant(end.timestamp().as_microsecond()).max(at))
    }
}

#[cfg(test)]
#[cfg(feature = "server")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Instant {
        Instant(text.parse::<jiff::Timestamp>().unwrap().as_microsecond())
    }

    fn moved(from: &str, zone: &str) -> String {
        let after = Quiet::default().after(at(from), zone);
        jiff::Timestamp::from_microsecond(after.0).unwrap().to_string()
    }

    #[test]
    fn what_falls_in_the_night_comes_in_the_morning() {
        assert_eq!(moved("2026-11-20T20:59:59Z", "UTC"), "2026-11-20T20:59:59Z");
        assert_eq!(moved("2026-11-20T21:00:00Z", "UTC"), "2026-11-21T08:00:00Z");
        assert_eq!(moved("2026-11-21T07:59:59Z", "UTC"), "2026-11-21T08:00:00Z");
        assert_eq!(moved("2026-11-21T08:00:00Z", "UTC"), "2026-11-21T08:00:00Z");
        assert_eq!(moved("2026-11-20T21:00:00Z", "America/New_York"), "2026-11-20T21:00:00Z");
        assert_eq!(moved("2026-11-20T21:00:00Z", "Nowhere/AtAll"), "2026-11-21T08:00:00Z");
    }

    #[test]
    fn the_morning_is_by_the_clock_also_when_clocks_change() {
        assert_eq!(moved("2026-03-28T22:30:00Z", "Europe/Paris"), "2026-03-29T06:00:00Z");
        assert_eq!(moved("2026-10-24T22:30:00Z", "Europe/Paris"), "2026-10-25T07:00:00Z");
    }

    #[test]
    fn the_same_hour_twice_means_no_quiet_hours_and_day_sleepers_have_theirs() {
        let never = Quiet::new(8, 8).unwrap();
        assert!((0..24).all(|hour| !never.holds(hour)));
        let day = Quiet::new(9, 17).unwrap();
        assert_eq!(day.after(at("2026-11-20T09:00:00Z"), "UTC"), at("2026-11-20T17:00:00Z"));
        assert!(Quiet::new(24, 8).is_err() && Quiet::new(8, 24).is_err());
    }

    proptest! {
        #[test]
        fn a_notice_is_never_moved_back_nor_by_more_than_a_day_and_an_hour_nor_into_quiet_hours(
            micros in 1_700_000_000_000_000_i64..1_900_000_000_000_000,
            from in 0_u8..24,
            until in 0_u8..24,
            zone in prop::sample::select(vec!["UTC", "Europe/Paris", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"]),
        ) {
            let quiet = Quiet::new(from, until).unwrap();
            let after = quiet.after(Instant(micros), zone);
            prop_assert!(after >= Instant(micros) && after.seconds_since(Instant(micros)) <= 25 * 3600);
            let hour = u8::try_from(after.in_zone(zone).unwrap().hour()).unwrap();
            // Where clocks are set back over the end of the quiet hours, an hour may come twice.
            prop_assert!(!quiet.holds(hour) || after == Instant(micros) || hour + 1 == until);
        }
    }
}
