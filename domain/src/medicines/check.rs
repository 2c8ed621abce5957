//! What a plan must be before anyone can follow it.

use std::collections::BTreeSet;

use super::{
    plan::{Amount, At, Course, Pause, Plan, Rhythm, Wrong, WrongPlan},
    schedule::days_between,
    weekly::{self, Called},
};
use crate::time::Day;

/// What a plan may have at most.
const COURSES: usize = 100;
const PAUSES: usize = 300;
const TIMES: usize = 24;
const STRENGTHS: usize = 10;
const STEPS: usize = 60;
const MOVED: usize = 200;
const DOSES: u32 = 10_000;
/// The longest cycle, step and time from day to day.
const DAYS: u16 = 366;
/// The longest time from dose to dose by the hour; longer ones are told in days.
const HOURS: u16 = 168;
const WINDOW_MINUTES: u32 = 7 * 24 * 60;
/// Characters of a form and strength, and of what someone says.
const OF: usize = 120;
const WORDS: usize = 1_000;

impl Plan {
    /// Whether someone can follow it, and may plan it so.
    ///
    /// # Errors
    /// All that is wrong with it, each with its place.
    pub fn check(&self, medicine: &Called<'_>) -> Result<(), Vec<Wrong>> {
        let mut found = Found(Vec::new());
        found.within("courses", self.courses.is_empty(), WrongPlan::Missing);
        found.within("courses", self.courses.len() > COURSES, WrongPlan::OutOfRange);
        found.within("pauses", self.pauses.len() > PAUSES, WrongPlan::OutOfRange);
        for (n, course) in self.courses.iter().take(COURSES).enumerate() {
            let before = n.checked_sub(1).and_then(|n| self.courses.get(n));
            let place = format!("courses.{n}");
            found.within(
                &format!("{place}.from"),
                before.is_some_and(|b| b.from >= course.from),
                WrongPlan::OutOfOrder,
            );
            found.course(&place, course);
        }
        for (n, pause) in self.pauses.iter().take(PAUSES).enumerate() {
            found.pause(&format!("pauses.{n}"), pause);
        }
        if found.0.is_empty() {
            found.0.extend(weekly::broken(self, medicine));
        }
        if found.0.is_empty() { Ok(()) } else { Err(found.0) }
    }
}

struct Found(Vec<Wrong>);

impl Found {
    fn within(&mut self, place: &str, is_wrong: bool, why: WrongPlan) {
        if is_wrong {
            self.0.push(Wrong { place: place.to_owned(), why });
        }
    }

    fn course(&mut self, place: &str, course: &Course) {
        let out_of_range = |most: u32| move |n: u32| n == 0 || n > most;
        self.within(&format!("{place}.until"), course.until.is_some_and(|u| u < course.from), WrongPlan::OutOfRange);
        self.within(&format!("{place}.most"), course.most.is_some_and(out_of_range(DOSES)), WrongPlan::OutOfRange);
        let window = course.window_minutes.is_some_and(out_of_range(WINDOW_MINUTES));
        self.within(&format!("{place}.window_minutes"), window, WrongPlan::OutOfRange);
        let words = course.if_missed.as_ref().is_some_and(|words| words.chars().count() > WORDS);
        self.within(&format!("{place}.if_missed"), words, WrongPlan::OutOfRange);
        if !matches!(course.rhythm, Rhythm::Taper { .. }) {
            self.amounts(&format!("{place}.amounts"), &course.amounts);
        }
        self.rhythm(&format!("{place}.rhythm"), course);
    }

    fn rhythm(&mut self, place: &str, course: &Course) {
        let days = |n: u16| n == 0 || n > DAYS;
        match &course.rhythm {
            Rhythm::Days { every, at } => {
                self.within(&format!("{place}.every"), days(*every), WrongPlan::OutOfRange);
                self.times(place, at);
            }
            Rhythm::Weekdays { days, at } => {
                self.within(&format!("{place}.days"), days.is_empty(), WrongPlan::Missing);
                self.times(place, at);
            }
            Rhythm::Hours { every, zone, .. } => {
                self.within(&format!("{place}.every"), *every == 0 || *every > HOURS, WrongPlan::OutOfRange);
                let unknown = zone.as_ref().is_some_and(|zone| jiff::tz::TimeZone::get(zone).is_err());
                self.within(&format!("{place}.zone"), unknown, WrongPlan::OutOfRange);
            }
            Rhythm::Cycle { length, days: on, at, .. } => {
                self.within(&format!("{place}.length"), days(*length), WrongPlan::OutOfRange);
                self.within(&format!("{place}.days"), on.is_empty(), WrongPlan::Missing);
                let outside = on.iter().any(|day| !(1..=*length).contains(day));
                self.within(&format!("{place}.days"), outside, WrongPlan::OutOfRange);
                self.times(place, at);
                self.moved(place, course);
            }
            Rhythm::Taper { steps, at } => {
                self.within(&format!("{place}.steps"), steps.is_empty(), WrongPlan::Missing);
                self.within(&format!("{place}.steps"), steps.len() > STEPS, WrongPlan::OutOfRange);
                for (n, step) in steps.iter().take(STEPS).enumerate() {
                    self.within(&format!("{place}.steps.{n}.days"), days(step.days), WrongPlan::OutOfRange);
                    self.amounts(&format!("{place}.steps.{n}.amounts"), &step.amounts);
                }
                self.times(place, at);
            }
            Rhythm::Once { .. } => {}
            Rhythm::AsNeeded { least_minutes, most_a_day } => {
                let least = least_minutes.is_some_and(|least| least == 0 || least > WINDOW_MINUTES);
                self.within(&format!("{place}.least_minutes"), least, WrongPlan::OutOfRange);
                let one: u64 = course.amounts.iter().map(|amount| u64::from(amount.count.thousandths())).sum();
                let less_than_one = most_a_day.is_some_and(|most| u64::from(most.thousandths()) < one);
                self.within(&format!("{place}.most_a_day"), less_than_one, WrongPlan::OutOfRange);
            }
        }
    }

    fn times(&mut self, place: &str, at: &[At]) {
        let place = format!("{place}.at");
        self.within(&place, at.is_empty(), WrongPlan::Missing);
        self.within(&place, at.len() > TIMES, WrongPlan::OutOfRange);
        self.within(&place, at.iter().collect::<BTreeSet<_>>().len() < at.len(), WrongPlan::Twice);
    }

    fn amounts(&mut self, place: &str, amounts: &[Amount]) {
        self.within(place, amounts.is_empty(), WrongPlan::Missing);
        let long = amounts.iter().any(|amount| amount.of.chars().count() > OF);
        self.within(place, long || amounts.len() > STRENGTHS, WrongPlan::OutOfRange);
        let different: BTreeSet<_> = amounts.iter().map(|amount| amount.of.trim()).collect();
        self.within(place, different.len() < amounts.len(), WrongPlan::Twice);
    }

    /// Only a cycle can be moved, in the order in which they come. The first one may have begun before the
    /// course.
    fn moved(&mut self, place: &str, course: &Course) {
        let Rhythm::Cycle { length, moved, .. } = &course.rhythm else { return };
        let place = format!("{place}.moved");
        self.within(&place, moved.len() > MOVED, WrongPlan::OutOfRange);
        let length = i64::from(*length);
        let mut base: Day = course.from;
        for (would, begins) in moved.iter().take(MOVED) {
            let days = days_between(base, *would);
            let is_a_cycle = days >= 0 && days.checked_rem(length) == Some(0);
            let too_far_back = *would == course.from && days_between(*begins, course.from) >= length;
            self.within(&place, !is_a_cycle || too_far_back, WrongPlan::OutOfRange);
            self.within(&place, *would != course.from && *begins <= base, WrongPlan::OutOfOrder);
            base = *begins;
        }
    }

    fn pause(&mut self, place: &str, pause: &Pause) {
        let ends = pause.until.is_some_and(|until| until <= pause.from);
        self.within(&format!("{place}.until"), ends, WrongPlan::OutOfOrder);
        self.within(&format!("{place}.why"), pause.why.chars().count() > WORDS, WrongPlan::OutOfRange);
    }
}
