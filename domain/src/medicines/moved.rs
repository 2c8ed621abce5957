//! A dose of today that was answered, whose time a new plan moves: the plan would ask for it a second time. So its
//! person is asked whether the new plan begins today or tomorrow.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    plan::{Course, Dose, Pause, Plan, Rhythm, Slot, Step},
    schedule::{Life, cycle, days_between, doses},
};
use crate::time::Day;

/// Doses by the hour lie no further apart than this.
const HOURS_DAYS: i64 = 8;

/// When a plan begins that moves a dose of today which was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begin {
    /// The new times are asked for today too.
    Today,
    /// Today stays as it was.
    Tomorrow,
}

impl Begin {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Tomorrow => "tomorrow",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Today, Self::Tomorrow].into_iter().find(|begin| begin.code() == code)
    }
}

/// The doses of today that were answered and that the new plan has at another time. None where it asks for nothing
/// today that the old one did not ask for.
pub fn moved(old: &Plan, new: &Plan, life: &Life, answered: &BTreeSet<Slot>, today: Day) -> Vec<Dose> {
    let (before, after) = (of_day(old, life, today), of_day(new, life, today));
    let has = |doses: &[Dose], slot: Slot| doses.iter().any(|dose| dose.slot == slot);
    if after.iter().all(|dose| has(&before, dose.slot)) {
        return Vec::new();
    }
    before.into_iter().filter(|dose| answered.contains(&dose.slot) && !has(&after, dose.slot)).collect()
}

/// The new plan as it is when today stays as it was. What it would ask for today counts as given: it goes on from
/// tomorrow in the same place of its rhythm, with as many doses left. What has nothing left is over.
pub fn from_tomorrow(old: &Plan, new: &Plan, life: &Life, today: Day) -> Plan {
    let tomorrow = today.plus_days(1);
    let mut courses: Vec<Course> = old.courses.iter().filter(|course| course.from < tomorrow).cloned().collect();
    let mut ahead: Vec<Course> = new.courses.iter().filter(|course| course.from >= tomorrow).cloned().collect();
    // The one that would hold today, however far back its first day was typed.
    let begun = new.courses.iter().rev().find(|course| course.from < tomorrow);
    let given = of_day(old, life, today).len();
    let later = begun.and_then(|course| carried_on(course, &new.pauses, given, life, today));
    let later = later.filter(|later| ahead.first().is_none_or(|next| later.from < next.from));
    if let Some(later) = later {
        ahead.insert(0, later);
    }
    // The old one asks for nothing between today and the first day of the new one.
    if let Some(last) = courses.last_mut().filter(|_| ahead.first().is_none_or(|next| next.from > tomorrow)) {
        last.until = Some(last.until.map_or(today, |until| until.min(today)));
    }
    courses.extend(ahead);
    Plan { courses, pauses: new.pauses.clone() }
}

/// What a course is from tomorrow on, when so many doses were asked for today; none when nothing of it is left.
fn carried_on(course: &Course, pauses: &[Pause], given: usize, life: &Life, today: Day) -> Option<Course> {
    let tomorrow = today.plus_days(1);
    let gone = days_between(course.from, tomorrow);
    let mut later = Course { from: tomorrow, ..course.clone() };
    match &mut later.rhythm {
        Rhythm::Days { every, .. } => later.from = days_from(course.from, *every, tomorrow),
        Rhythm::Cycle { moved, .. } => *moved = cycles_from(course, tomorrow),
        Rhythm::Taper { steps, .. } => {
            *steps = steps_from(steps, gone);
            if steps.is_empty() {
                return None;
            }
        }
        Rhythm::Hours { first, zone, .. } => {
            let endless = Plan { courses: vec![Course { most: None, ..course.clone() }], pauses: Vec::new() };
            let from = life.begin(tomorrow);
            let next = doses(&endless, life, from, from.plus_days(HOURS_DAYS)).next()?;
            later.from = life.day(next.due);
            (*first, *zone) = (life.time(next.due), None);
        }
        Rhythm::Once { .. } => return None,
        Rhythm::Weekdays { .. } | Rhythm::AsNeeded { .. } => {}
    }
    if let Some(most) = course.most {
        let alone = Plan { courses: vec![course.clone()], pauses: pauses.to_vec() };
        let before = doses(&alone, life, life.begin(course.from), life.begin(today)).count();
        let left = most.saturating_sub(u32::try_from(before + given).unwrap_or(most));
        later.most = Some(left).filter(|left| *left > 0);
        later.most?;
    }
    later.until.is_none_or(|until| later.from <= until).then_some(later)
}

/// The first day from a day on of those that come every so many days from a first one on.
pub fn days_from(first: Day, every: u16, day: Day) -> Day {
    day.plus_days((-days_between(first, day)).rem_euclid(i64::from(every.max(1))))
}

/// The cycles of a course that were moved, counted from a later day on: the one that is under way then stays in its
/// place.
pub fn cycles_from(course: &Course, day: Day) -> BTreeMap<Day, Day> {
    let Rhythm::Cycle { moved, .. } = &course.rhythm else { return BTreeMap::new() };
    let begins = cycle::begun(course, day).or_else(|| cycle::next(course, day).map(|next| next.begins));
    let mut later: BTreeMap<Day, Day> =
        moved.iter().filter(|(would, begins)| **would > day && **begins > day).map(|(a, b)| (*a, *b)).collect();
    later.extend(begins.filter(|begins| *begins != day).map(|begins| (day, begins)));
    later
}

/// The steps of a taper that are left after so many days.
pub fn steps_from(steps: &[Step], mut gone: i64) -> Vec<Step> {
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

/// The doses that a plan asks for on a day, by the day that its person's calendar shows.
fn of_day(plan: &Plan, life: &Life, day: Day) -> Vec<Dose> {
    let (from, to) = (life.begin(day), life.begin(day.plus_days(1)));
    doses(plan, life, from, to).collect()
}

#[cfg(test)]
#[cfg(feature = "server")]
mod tests {
    use std::collections::BTreeSet;

    use jiff::tz::TimeZone;

    use super::{
        super::{
            Amount, At, Moments,
            schedule::by_day,
            store_tests::{ZONE, clock, daily, day, plan, tablets, today},
            weekly::Called,
        },
        *,
    };
    use crate::time::TimeOfDay;

    fn life() -> Life {
        Life { zone: TimeZone::get(ZONE).unwrap(), moments: Moments::default() }
    }

    /// The dose of eight was taken today; a new rhythm at nine begins on a day. What it asks for on the days from
    /// today on, when today stays as it was: how often, and how much the last time.
    fn asked(from: &str, rhythm: Rhythm, change: impl Fn(&mut Course)) -> (Plan, Vec<usize>) {
        let old = plan(Rhythm::Days { every: 1, at: vec![clock(8)] });
        let mut new = plan(rhythm);
        new.courses[0].from = day(from);
        change(&mut new.courses[0]);
        let answered = BTreeSet::from([Slot::of(today(), clock(8))]);
        assert_eq!(moved(&old, &new, &life(), &answered, today()).len(), 1, "it is asked about");
        let plan = from_tomorrow(&old, &new, &life(), today());
        plan.check(&Called { names: &["Zinc"], codes: &[] }).unwrap();
        assert_eq!(of_day(&plan, &life(), today())[0].slot, Slot::of(today(), clock(8)), "today stays as it was");
        let days = by_day(&plan, &life(), today(), today().plus_days(9));
        (plan, days.into_values().map(|doses| doses.len()).collect())
    }

    fn nine() -> Vec<At> {
        vec![clock(9)]
    }

    fn unchanged(_: &mut Course) {}

    const TODAY: &str = "2026-09-21";

    #[test]
    fn every_second_day_that_was_today_is_not_asked_for_tomorrow() {
        let every = |every| Rhythm::Days { every, at: nine() };
        assert_eq!(asked(TODAY, every(2), unchanged).1, [1, 0, 1, 0, 1, 0, 1, 0, 1, 0]);
        assert_eq!(asked(TODAY, every(1), unchanged).1, [1; 10]);
        // Its first day was typed in the past.
        assert_eq!(asked("2026-09-18", every(3), unchanged).1, [1, 0, 0, 1, 0, 0, 1, 0, 0, 1]);
        assert_eq!(asked("2026-09-18", every(1), unchanged).1, [1; 10]);
    }

    #[test]
    fn once_was_today() {
        let (plan, days) = asked(TODAY, Rhythm::Once { at: clock(9) }, unchanged);
        assert_eq!(days, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(plan.courses.last().unwrap().until, Some(today()));
    }

    #[test]
    fn a_cycle_whose_first_day_is_today_has_its_second_day_tomorrow() {
        let cycle = || Rhythm::Cycle { length: 5, days: [1, 2].into(), at: nine(), moved: BTreeMap::new() };
        assert_eq!(asked(TODAY, cycle(), unchanged).1, [1, 1, 0, 0, 0, 1, 1, 0, 0, 0]);
        assert_eq!(asked("2026-09-20", cycle(), unchanged).1, [1, 0, 0, 0, 1, 1, 0, 0, 0, 1]);
    }

    #[test]
    fn a_taper_has_no_day_more_and_each_step_its_own_day() {
        let steps = [(2, "3"), (1, "1")].map(|(days, count)| Step { days, amounts: tablets(count) });
        let taper = |steps: &[Step]| Rhythm::Taper { steps: steps.to_vec(), at: nine() };
        let none = |course: &mut Course| course.amounts = Vec::<Amount>::new();
        let (plan, days) = asked(TODAY, taper(&steps), none);
        assert_eq!(days, [1, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
        let of = |n| of_day(&plan, &life(), today().plus_days(n))[0].amounts.clone();
        assert_eq!((of(1), of(2)), (tablets("3"), tablets("1")));
        assert_eq!(asked(TODAY, taper(&steps[1..]), none).1, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], "it was its only day");
    }

    #[test]
    fn a_number_of_doses_counts_the_one_of_today_and_those_before() {
        let days = || Rhythm::Days { every: 1, at: nine() };
        let most = |most| move |course: &mut Course| course.most = Some(most);
        assert_eq!(asked(TODAY, days(), most(1)).1, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(asked(TODAY, days(), most(3)).1, [1, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(asked("2026-09-20", days(), most(3)).1, [1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn what_ends_today_or_before_the_next_day_of_its_rhythm_is_over() {
        let until = |last: &'static str| move |course: &mut Course| course.until = Some(day(last));
        let every = |every| Rhythm::Days { every, at: nine() };
        assert_eq!(asked(TODAY, every(1), until(TODAY)).1, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(asked(TODAY, every(2), until("2026-09-22")).1, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(asked(TODAY, every(2), until("2026-09-23")).1, [1, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn hours_go_on_from_the_first_dose_of_tomorrow() {
        let hours = |every| Rhythm::Hours { every, first: TimeOfDay::oclock(9), zone: None };
        let (plan, days) = asked(TODAY, hours(48), unchanged);
        assert_eq!(days, [1, 0, 1, 0, 1, 0, 1, 0, 1, 0]);
        assert_eq!(plan.courses.last().unwrap().rhythm, hours(48));
        assert_eq!(asked(TODAY, hours(12), unchanged).1, [1, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
    }

    #[test]
    fn what_begins_later_in_the_new_plan_stays_as_it_was_typed() {
        let old = daily();
        let mut new = plan(Rhythm::Days { every: 1, at: nine() });
        new.courses[0].from = today();
        let mut further = new.courses[0].clone();
        further.from = today().plus_days(3);
        new.courses.push(further.clone());
        let plan = from_tomorrow(&old, &new, &life(), today());
        assert_eq!(plan.courses[0], old.courses[0]);
        assert_eq!(plan.courses[1].from, today().plus_days(1));
        assert_eq!(plan.courses[2..], [further]);
    }
}
