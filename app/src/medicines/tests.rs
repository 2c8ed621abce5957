//! Amounts and plans as people read them, and forms as they are read.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    FieldCode,
    id::MedicineId,
    medicines::{Amount, At, Count, Course, Moment, Moments, Plan, Rhythm, Step, store::Medicine},
    time::{Day, Instant, TimeOfDay, Weekday},
};
use rstest::rstest;

use super::{manage::TypedPlan, plan_form, say};
use crate::words::{Language, Words};

fn english() -> Words {
    Words::new(Language::English)
}

fn day(text: &str) -> Day {
    text.to_owned().try_into().unwrap()
}

fn clock(hour: u8) -> At {
    At::Clock(TimeOfDay::new(hour, 0).unwrap())
}

fn amount(count: &str, of: &str) -> Amount {
    Amount { count: Count::try_from(count.to_owned()).unwrap(), of: of.into() }
}

#[rstest]
#[case("2", "tablet 500 mg", "2 × tablet 500 mg")]
#[case("0.5", "tablet .5mg", "0.5 × tablet 0.5 mg")]
#[case("7.50", "mg", "7.5 mg")]
#[case("1", "tablet 1.0 mg", "1 × tablet 1 mg")]
#[case("1", "tablet 100µg", "1 × tablet 100 micrograms")]
#[case("88", "mcg", "88 micrograms")]
#[case("1000", "mg", "1000 mg")]
#[case("3", "", "3")]
#[case("1", "B12 ampoule", "1 × B12 ampoule")]
fn a_dose_is_written_so_that_it_cannot_be_misread(#[case] count: &str, #[case] of: &str, #[case] said: &str) {
    assert_eq!(say::amount(english(), &amount(count, of)).replace('\u{a0}', " "), said);
}

fn course(rhythm: Rhythm) -> Course {
    Course {
        from: day("2026-11-22"),
        until: None,
        most: None,
        rhythm,
        amounts: vec![amount("2", "tablet 500 mg")],
        if_missed: None,
        window_minutes: None,
    }
}

fn rhythms() -> Vec<(Rhythm, &'static str)> {
    let step = |count, days| Step { days, amounts: vec![amount(count, "tablet 4 mg")] };
    vec![
        (
            Rhythm::Days { every: 1, at: vec![clock(20), At::Moment(Moment::Breakfast)] },
            "Every day at 08:00 (breakfast), 20:00",
        ),
        (Rhythm::Days { every: 2, at: vec![clock(8)] }, "Every 2 days, at 08:00"),
        (
            Rhythm::Weekdays { days: BTreeSet::from([Weekday::Monday]), at: vec![clock(8)] },
            "Once a week only, on Monday, at 08:00",
        ),
        (
            Rhythm::Weekdays { days: BTreeSet::from([Weekday::Monday, Weekday::Friday]), at: vec![clock(8)] },
            "On Monday, Friday, at 08:00",
        ),
        (
            Rhythm::Cycle { length: 21, days: (1..=14).collect(), at: vec![clock(8)], moved: BTreeMap::new() },
            "On days 1 to 14 of every 21 days, at 08:00. The other days are rest days.",
        ),
        (Rhythm::Hours { every: 8, first: TimeOfDay::new(6, 30).unwrap() }, "Every 8 hours, the first at 06:30"),
        (Rhythm::Taper { steps: vec![step("2", 3), step("1", 3)], at: vec![clock(8)] }, "In steps, at 08:00"),
        (Rhythm::Once { at: clock(8) }, "Once, on Sunday 22 November 2026, at 08:00"),
        (
            Rhythm::AsNeeded { least_minutes: Some(240), most_a_day: Count::of_thousandths(6_000) },
            "Only when you need it",
        ),
    ]
}

#[test]
fn every_rhythm_is_said_in_words() {
    for (rhythm, said) in rhythms() {
        let lines = say::course(english(), &course(rhythm), &Moments::default());
        assert_eq!(lines[0].replace('\u{a0}', " "), said);
    }
}

#[test]
fn what_is_allowed_as_needed_and_the_steps_of_a_taper_are_said() {
    let lines = |n: usize| say::course(english(), &course(rhythms().remove(n).0), &Moments::default()).join("; ");
    let needed = lines(8).replace('\u{a0}', " ");
    assert!(needed.contains("At least 4 hours apart; No more than 6 × tablet 500 mg in 24 hours"), "{needed}");
    let taper = lines(6).replace('\u{a0}', " ");
    assert!(taper.contains("2 × tablet 4 mg for 3 days; 1 × tablet 4 mg for 3 days"), "{taper}");
}

fn medicine(plan: Option<Plan>) -> Medicine {
    Medicine {
        id: MedicineId::new(),
        name: "Capecitabine".into(),
        purpose: String::new(),
        items: Vec::new(),
        plan,
        version: 1,
        confirmed_at: Some(Instant(0)),
        set_by: None,
        proposed: None,
        created_at: Instant(0),
        ended_at: None,
        ended_why: String::new(),
    }
}

#[test]
fn what_the_form_shows_of_a_plan_is_read_back_as_the_same_plan() {
    let today = day("2026-11-22");
    for (rhythm, said) in rhythms() {
        let mut course = course(rhythm);
        if let Rhythm::Taper { .. } = course.rhythm {
            course.amounts.clear();
        }
        let typed = plan_form::typed_of(&course, today);
        let read = plan_form::read(&typed, &medicine(None), today).unwrap();
        let sorted = |course: &Course| say::course(english(), course, &Moments::default());
        assert_eq!(sorted(&read.courses[0]), sorted(&course), "{said}");
    }
}

#[test]
fn a_changed_plan_begins_today_and_a_cycle_that_is_under_way_stays_in_its_place() {
    let cycle = Rhythm::Cycle { length: 21, days: (1..=14).collect(), at: vec![clock(8)], moved: BTreeMap::new() };
    let before = Course { from: day("2026-11-10"), ..course(cycle) };
    let known = medicine(Some(Plan { courses: vec![before.clone()], pauses: Vec::new() }));
    let today = day("2026-11-22");
    let mut typed = plan_form::typed_of(&before, today);
    assert_eq!(typed.first, "2026-11-10");
    typed.time = vec!["09:00".into()];
    typed.first = "2026-11-12".into();
    let read = plan_form::read(&typed, &known, today).unwrap();
    assert_eq!(read.courses.len(), 2);
    assert_eq!(read.courses[0], before);
    assert_eq!(read.courses[1].from, today);
    let Rhythm::Cycle { moved, .. } = &read.courses[1].rhythm else { panic!("no cycle") };
    assert_eq!(*moved, BTreeMap::from([(today, day("2026-11-12"))]));
}

#[test]
fn days_of_a_cycle_that_the_form_does_not_know_are_asked_anew() {
    let cycle = Rhythm::Cycle { length: 28, days: [1, 8, 15].into(), at: vec![clock(8)], moved: BTreeMap::new() };
    let typed = plan_form::typed_of(&course(cycle), day("2026-11-22"));
    assert_eq!((typed.on.as_str(), typed.off.as_str()), ("", ""));
    let refused = plan_form::read(&typed, &medicine(None), day("2026-11-22")).unwrap_err();
    assert_eq!(refused.field("on"), Some(FieldCode::OutOfRange));
}

#[test]
fn what_makes_no_plan_is_refused_by_its_field() {
    let refused = |typed: TypedPlan, field: &str| {
        let error = plan_form::read(&typed, &medicine(None), day("2026-11-22")).unwrap_err();
        error.field(field)
    };
    let daily = || TypedPlan {
        rhythm: "days".into(),
        every: "1".into(),
        time: vec!["08:00".into()],
        count: vec!["1".into()],
        ..TypedPlan::default()
    };
    assert!(plan_form::read(&daily(), &medicine(None), day("2026-11-22")).is_ok());
    assert_eq!(refused(TypedPlan { time: Vec::new(), ..daily() }, "times"), Some(FieldCode::Missing));
    assert_eq!(refused(TypedPlan { every: "0".into(), ..daily() }, "every"), Some(FieldCode::OutOfRange));
    assert_eq!(refused(TypedPlan { count: vec!["a few".into()], ..daily() }, "amounts"), Some(FieldCode::OutOfRange));
    assert_eq!(refused(TypedPlan { count: Vec::new(), ..daily() }, "amounts"), Some(FieldCode::Missing));
    assert_eq!(refused(TypedPlan { rhythm: "weekdays".into(), ..daily() }, "weekdays"), Some(FieldCode::Missing));
    assert_eq!(refused(TypedPlan { rhythm: "often".into(), ..daily() }, "rhythm"), Some(FieldCode::NotAChoice));
    assert_eq!(refused(TypedPlan { from: "soon".into(), ..daily() }, "from"), Some(FieldCode::NotADate));
}
