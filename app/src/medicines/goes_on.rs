//! A plan as it goes on from today: what the form begins with, so that what is saved unchanged asks for the
//! same doses.

use domain::{
    medicines::{
        At, Course, Plan, Rhythm, Step,
        moved::{cycles_from, days_from, steps_from},
        schedule::{Life, cycle, days_between, doses, next},
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
}

/// The last course of a plan as it goes on from today; nothing when it is over.
pub fn from_today(plan: &Plan, today: Today<'_>) -> Option<Course> {
    let course = plan.courses.last()?;
    (!is_over(plan, course, today)).then(|| from_day(plan, course, today.day, today))
}

/// What a course is from a later day on: in the same place of its rhythm, with as many doses left.
pub fn from_day(plan: &Plan, course: &Course, day: Day, today: Today<'_>) -> Course {
    // By the clock of another zone nothing is shown.
    let elsewhere = matches!(course.rhythm, Rhythm::Hours { zone: Some(_), .. });
    if course.from >= day && !elsewhere {
        return course.clone();
    }
    let mut later = Course { from: day, ..course.clone() };
    match &mut later.rhythm {
        Rhythm::Days { every, .. } => later.from = days_from(course.from, *every, day),
        Rhythm::Cycle { moved, .. } => *moved = cycles_from(course, day),
        Rhythm::Taper { steps, .. } => *steps = steps_from(steps, days_between(course.from, day)),
        Rhythm::Hours { first, zone, .. } => {
            // Doses by the hour are numbered from their first one: those of today stay what they are.
            let from = today.life.begin(day.max(today.day.plus_days(1)));
            if let Some(dose) = doses(plan, today.life, from, from.plus_days(AHEAD_DAYS)).next() {
                let at = local_date(dose.due, today.zone());
                later.from = today.life.day(dose.due);
                *zone = None;
                *first =
                    at.time.and_then(|time| domain::time::TimeOfDay::new(time.hour, time.minute)).unwrap_or(*first);
            }
        }
        Rhythm::Weekdays { .. } | Rhythm::Once { .. } | Rhythm::AsNeeded { .. } => {}
    }
    later.most = course.most.map(|most| {
        let (begun, until) = (today.life.begin(course.from), today.life.begin(later.from));
        let given = doses(plan, today.life, begun, until).count();
        // A plan that has given all of them is over: who begins it again has them all again.
        most.checked_sub(u32::try_from(given).unwrap_or(most)).filter(|left| *left > 0).unwrap_or(most)
    });
    later
}

/// Day 1 of the cycle that a day lies in, else of the next one.
pub fn cycle_of(course: &Course, day: Day) -> Option<Day> {
    cycle::begun(course, day).or_else(|| cycle::next(course, day).map(|next| next.begins))
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

/// Whether the form can show a course whole; of a medicine that is taken once a week, or of another.
pub fn is_shown(course: &Course, weekly: bool) -> bool {
    if weekly {
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
