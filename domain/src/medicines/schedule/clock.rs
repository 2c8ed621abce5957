//! Days and times on a wall clock as moments, and back.

use jiff::{Timestamp, civil::Date};

use super::Life;
use crate::time::{Day, Instant, TimeOfDay};

impl Life {
    /// When the clock shows a time on a day: moved forward when it is skipped, the first when it comes
    /// twice. None on a day that the calendar skips, and outside of the calendar.
    ///
    /// Where the hour before midnight is skipped, its times move into the day after.
    pub(in crate::medicines) fn at(&self, day: Date, time: TimeOfDay) -> Option<Instant> {
        let at = self.moment(day, time)?;
        (self.date(at) == day || self.exists(day)).then_some(at)
    }

    /// When a day begins where the person is.
    pub fn begin(&self, day: Day) -> Instant {
        self.start_of(day.date())
    }

    /// The first moment of a day.
    pub(super) fn start_of(&self, day: Date) -> Instant {
        let midnight = const { TimeOfDay::oclock(0) };
        self.moment(day, midnight).unwrap_or(Instant(Timestamp::MAX.as_microsecond()))
    }

    /// The first moment after a day.
    pub(super) fn end_of(&self, day: Date) -> Instant {
        day.tomorrow().map_or(Instant(Timestamp::MAX.as_microsecond()), |next| self.start_of(next))
    }

    /// The day that the calendar shows.
    pub(super) fn date(&self, at: Instant) -> Date {
        let beyond = if at.0 < 0 { Timestamp::MIN } else { Timestamp::MAX };
        self.zone.to_datetime(Timestamp::from_microsecond(at.0).unwrap_or(beyond)).date()
    }

    /// The time that the clock shows.
    pub(in crate::medicines) fn time(&self, at: Instant) -> TimeOfDay {
        let beyond = if at.0 < 0 { Timestamp::MIN } else { Timestamp::MAX };
        let shown = self.zone.to_datetime(Timestamp::from_microsecond(at.0).unwrap_or(beyond)).time();
        let small = |n: i8| u8::try_from(n).unwrap_or_default();
        TimeOfDay::new(small(shown.hour()), small(shown.minute())).unwrap_or(const { TimeOfDay::oclock(0) })
    }

    fn exists(&self, day: Date) -> bool {
        self.date(self.start_of(day)) == day
    }

    fn moment(&self, day: Date, time: TimeOfDay) -> Option<Instant> {
        let small = |n: u8| i8::try_from(n).unwrap_or_default();
        let shown = day.at(small(time.hour()), small(time.minute()), 0, 0);
        let at = self.zone.to_ambiguous_timestamp(shown).compatible().ok()?;
        Some(Instant(at.as_microsecond()))
    }
}
