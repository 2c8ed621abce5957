//! A plan as it goes on from today: what the form begins with, so that what is saved unchanged asks for the
//! same doses.

use std::collections::BTreeMap;

use domain::{
    medicines::{
        At, Course, Plan, Rhythm, Step,
        schedule::{Life, cycle, doses, next},
        weekly::{Called, is_weekly},
    },
    time::{Day, Instant},
};

use crate::request::local_date;

/// Far enough for the last dose of any plan by the hour that is looked for.
const AHEAD_DAYS: i64 = 8;

/// The person, and when it is.
#[derive(Clone, Copy)]
pub struct Today<'a> {
    pub life: &'a Life,
    pub now: Instant,
    pub day: Day,
}

impl Today<'_> {
    fn zone(&self) -> &str {
        self.life.zone.iana_name().unwrap_or("UTC")
    }

    fn start_of(&self, day: Day) -> Instant {
        Instant::of_wall_clock(&String::from(day), "00:00", self.zone()).unwrap_or(self.now)
    }
}

/// The last course of a plan as it goes on from today; nothing when it is over.
pub fn from_today(plan: &Plan, today: Today<'_>) -> Option<Course> {
    let course = plan.courses.last()?;
    (!is_over(plan, course, today)).then(|| from_day(plan, course, today.day, today))
}

/// What a course is from a later day on: in the same place of its rhythm, with as many doses left.
pub fn from_day(plan: &Plan, course: &Course, day: Day, today: Today<'_>) -> Course {
    if course.from >= day {
        return course.clone();
    }
    let mut later = Course { from: day, ..course.clone() };
    match &mut later.rhythm {
        Rhythm::Days { every, .. } => {
            let every = i64::from((*every).max(1));
            later.from = day.plus_days((every - days_between(course.from, day) % every) % every);
        }
        Rhythm::Cycle { moved, .. } => *moved = moved_from(course, day, moved),
        Rhythm::Taper { steps, .. } => *steps = steps_left(steps, days_between(course.from, day)),
        Rhythm::Hours { first, .. } => {
            // Doses by the hour are numbered from their first one: those of today stay what they are.
            let from = today.start_of(day.max(today.day.plus_days(1)));
            if let Some(dose) = doses(plan, today.life, from, from.plus_days(AHEAD_DAYS)).next() {
                let at = local_date(dose.due, today.zone());
                later.from = today.life.day(dose.due);
                *first =
                    at.time.and_then(|time| domain::time::TimeOfDay::new(time.hour, time.minute)).unwrap_or(*first);
            }
        }
        Rhythm::Weekdays { .. } | Rhythm::Once { .. } | Rhythm::AsNeeded { .. } => {}
    }
    later.most = course.most.map(|most| {
        let (begun, until) = (today.start_of(course.from), today.start_of(later.from));
        let given = doses(plan, today.life, begun, until).count();
        // A plan that has given all of them is over: who begins it again has them all again.
        most.checked_sub(u32::try_from(given).unwrap_or(most)).filter(|left| *left > 0).unwrap_or(most)
    });
    later
}

/// The days from one to another.
fn days_between(from: Day, to: Day) -> i64 {
    let noon = |day: Day| Instant::of_wall_clock(&String::from(day), "12:00", "UTC").unwrap_or(Instant(0));
    noon(to).seconds_since(noon(from)) / 86_400
}

/// When the cycles begin that were moved, counted from a day on.
fn moved_from(course: &Course, day: Day, moved: &BTreeMap<Day, Day>) -> BTreeMap<Day, Day> {
    let begins = cycle_of(course, day);
    let mut later: BTreeMap<Day, Day> =
        moved.iter().filter(|(would, begins)| **would > day && **begins > day).map(|(a, b)| (*a, *b)).collect();
    later.extend(begins.filter(|begins| *begins != day).map(|begins| (day, begins)));
    later
}

/// Day 1 of the cycle that a day lies in, else of the next one.
pub fn cycle_of(course: &Course, day: Day) -> Option<Day> {
    cycle::begun(course, day).or_else(|| cycle::next(course, day).map(|next| next.begins))
}

fn steps_left(steps: &[Step], mut gone: i64) -> Vec<Step> {
    let mut left = Vec::new();
    for step in steps {
        let days = i64::from(step.days) - gone.min(i64::from(step.days));
        gone -= i64::from(step.days) - days;
        if let Some(days) = u16::try_from(days).ok().filter(|days| *days > 0) {
            left.push(Step { days, amounts: step.amounts.clone() });
        }
    }
    left
}

/// Whether it asks for nothing more. A pause that someone may end is not its end.
fn is_over(plan: &Plan, course: &Course, today: Today<'_>) -> bool {
    if let Rhythm::AsNeeded { .. } = course.rhythm {
        return course.until.is_some_and(|until| until < today.day);
    }
    let mut running = plan.clone();
    running.pauses.retain(|pause| pause.from < today.now);
    for pause in &mut running.pauses {
        pause.until = Some(pause.until.map_or(today.now, |until| until.min(today.now)));
    }
    next(&running, today.life, today.now).is_none()
}

/// Whether the form can show a course whole.
pub fn is_shown(course: &Course, name: &str) -> bool {
    if is_weekly(&Called { names: &[name], codes: &[] }) {
        return matches!(&course.rhythm, Rhythm::Weekdays { days, .. } if days.len() == 1);
    }
    match &course.rhythm {
        Rhythm::Taper { steps, .. } => {
            let of = |step: &Step| match &step.amounts[..] {
                [one] => Some(one.of.clone()),
                _ => None,
            };
            let first = steps.first().and_then(of);
            first.is_some() && steps.iter().all(|step| of(step) == first)
        }
        Rhythm::AsNeeded { least_minutes, .. } => least_minutes.is_none_or(|minutes| minutes % 60 == 0),
        _ => true,
    }
}

/// Times of a course, for the rows of the form.
pub fn times(course: &Course) -> &[At] {
    match &course.rhythm {
        Rhythm::Days { at, .. } | Rhythm::Weekdays { at, .. } | Rhythm::Cycle { at, .. } | Rhythm::Taper { at, .. } => {
            at
        }
        Rhythm::Once { at } => std::slice::from_ref(at),
        Rhythm::Hours { .. } | Rhythm::AsNeeded { .. } => &[],
    }
}
