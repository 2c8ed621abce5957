//! What names a dose: the day, and the time of day as its plan says it.
//!
//! A time of the clock is named by its minute, a moment of the day by itself, so that it stays the same dose when
//! the person moves the moment. Doses by the hour are named by the day and minute at which they would come if
//! the clocks were never changed. What is named depends on no other time of the plan: adding one, or leaving one
//! out, makes no dose another one.

use super::super::plan::{At, Slot};
use crate::time::{Day, TimeOfDay};

const A_DAY: u32 = 24 * 60;
/// Behind the minutes of the day are the moments, and behind those the minutes of doses by the hour.
const MOMENTS: u32 = A_DAY;
const HOURLY: u32 = 2 * A_DAY;

impl Slot {
    /// The dose of a time on a day.
    pub fn of(day: Day, at: At) -> Self {
        let number = match at {
            At::Clock(time) => minutes(time),
            At::Moment(moment) => MOMENTS + moment as u32,
        };
        Self { day, number }
    }

    /// The dose by the hour that comes so many hours after a time of the first day of its course.
    pub(super) fn of_hours(first: Day, time: TimeOfDay, hours: i64) -> Self {
        let minutes = hours.saturating_mul(60).saturating_add(i64::from(minutes(time)));
        let day = first.plus_days(minutes.div_euclid(i64::from(A_DAY)));
        Self { day, number: HOURLY + u32::try_from(minutes.rem_euclid(i64::from(A_DAY))).unwrap_or(0) }
    }
}

fn minutes(time: TimeOfDay) -> u32 {
    u32::from(time.hour()) * 60 + u32::from(time.minute())
}
