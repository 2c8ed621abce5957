//! Amounts and plans as people read them, and forms as they are read.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    FieldCode,
    id::MedicineId,
    medicines::{
        Amount, At, Count, Course, Dose, Moment, Moments, Pause, PausedBy, Plan, Rhythm, Step,
        schedule::{Life, doses},
        store::Medicine,
        weekly::{Called, is_weekly},
    },
    time::{Day, Instant, TimeOfDay, Weekday},
};
use proptest::prelude::*;
use rstest::rstest;

use super::{cycle_days, goes_on::Today, manage::TypedPlan, say, typed_plan};
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
#[case("1000", "mg", "1\u{202f}000 mg")]
#[case("100000", "mL", "100\u{202f}000 mL")]
#[case("3", "", "3")]
#[case("1", "vial 1.000 UI", "1 × vial 1.000 international units")]
#[case("1", "vial 25,000 UI", "1 × vial 25,000 international units")]
#[case("1", "vial 1.000.000 UI", "1 × vial 1.000.000 international units")]
#[case("1", "vial 1,234.5 mg", "1 × vial 1,234.5 mg")]
#[case("1", "vial 100000 U.I./ml", "1 × vial 100\u{202f}000 international units/ml")]
#[case("10", "U", "10 units")]
#[case("10", "IU", "10 international units")]
#[case("1", "pen 100U/mL", "1 × pen 100 units/mL")]
#[case("1", "vial 500 UNT", "1 × vial 500 units")]
#[case("10", "U-500 insulin", "10 × U-500 insulin")]
#[case("1", "tablet 1,0 mg", "1 × tablet 1 mg")]
#[case("1", "tablet ,5 mg", "1 × tablet 0.5 mg")]
#[case("1", "tablet 2,50 mg", "1 × tablet 2.5 mg")]
#[case("1", "tablet 0,125 mg", "1 × tablet 0.125 mg")]
#[case("1", "tablet 0,0625mg", "1 × tablet 0.0625 mg")]
#[case("1", "قرص ٢٫٥٠ ملغ", "1 × قرص 2.5 ملغ")]
#[case("1", "قرص ١٬٠٠٠ ملغ", "1 × قرص 1\u{202f}000 ملغ")]
#[case("1", "875/125 mg", "1 × 875/125 mg")]
#[case("1", "2 1000 mg", "1 × 2 1000 mg")]
#[case("1", "5 mg,5 ml", "1 × 5 mg,5 ml")]
#[case("1", "5 mg, 1000 ml.", "1 × 5 mg, 1\u{202f}000 ml.")]
#[case("1", "1..5 mg", "1 × 1..5 mg")]
#[case("88", "MCG", "88 micrograms")]
#[case("1", "tablet .125 mg", "1 × tablet 0.125 mg")]
#[case("1", "tablet 2.50 mg", "1 × tablet 2.5 mg")]
#[case("1", "B12 ampoule", "1 × B12 ampoule")]
fn a_dose_is_written_so_that_it_cannot_be_misread(#[case] count: &str, #[case] of: &str, #[case] said: &str) {
    assert_eq!(say::amount(english(), &amount(count, of)).replace('\u{a0}', " "), said);
}

#[rstest]
#[case(Language::English, "micrograms", "units", "international units")]
#[case(Language::French, "microgrammes", "unités", "unités internationales")]
#[case(Language::Spanish, "microgramos", "unidades", "unidades internacionales")]
#[case(Language::Arabic, "ميكروغرام", "وحدة", "وحدة دولية")]
fn units_that_are_misread_are_written_in_full(
    #[case] language: Language,
    #[case] micrograms: &str,
    #[case] units: &str,
    #[case] international: &str,
) {
    for (short, full) in
        [("µg", micrograms), ("mcg", micrograms), ("U", units), ("IU", international), ("UI", international)]
    {
        let said = say::amount(Words::new(language), &amount("2.5", short));
        assert_eq!(said, format!("2.5\u{a0}{full}"));
        assert_eq!(say::safe(Words::new(language), &format!("2,5{short}")), said);
    }
}

/// Digits as they are written in Arabic.
fn arabic(text: &str) -> String {
    text.chars().map(|c| c.to_digit(10).and_then(|n| char::from_u32(0x660 + n)).unwrap_or(c)).collect()
}

proptest! {
    #[test]
    fn a_dose_that_is_written_is_read_back_as_the_same_number(thousandths in 1_u32..=100_000_000) {
        let count = Count::of_thousandths(thousandths).unwrap();
        for words in Language::ALL.map(Words::new) {
            let said = say::amount(words, &Amount { count, of: String::new() });
            prop_assert_eq!(typed_plan::count(&said), Some(count), "{}", said);
        }
    }

    #[test]
    fn a_strength_is_written_as_the_same_number_whatever_its_signs_and_digits(
        whole in 0_u32..10_000_000,
        part in "[0-9]{0,2}|[0-9]{4,5}",
        sign in prop::sample::select(vec!['.', ',', '\u{66b}']),
        script in any::<bool>(),
    ) {
        let typed = if part.is_empty() { whole.to_string() } else { format!("{whole}{sign}{part}") };
        let typed = if script { arabic(&typed) } else { typed };
        for words in Language::ALL.map(Words::new) {
            let said = say::safe(words, &format!("{typed}mg"));
            let number = said.strip_suffix("\u{a0}mg").unwrap();
            let read = number.replace(say::GROUP, "");
            let worth = format!("{whole}.{part}0");
            prop_assert_eq!(domain::diary::number::compare(&read, &worth), std::cmp::Ordering::Equal, "{}", said);
            let (before, behind) = number.split_once('.').unwrap_or((number, "1"));
            prop_assert!(!before.is_empty() && !behind.ends_with('0'), "{}", said);
            prop_assert!(before.split(say::GROUP).all(|group| group.len() <= 3), "{}", said);
            prop_assert_eq!(say::safe(words, &said), said.clone());
        }
    }

    #[test]
    fn three_digits_behind_a_point_or_a_comma_are_left_as_they_came(
        whole in 1_u32..1_000,
        part in "[0-9]{3}",
        sign in prop::sample::select(vec!['.', ',']),
    ) {
        let typed = format!("{whole}{sign}{part}");
        for words in Language::ALL.map(Words::new) {
            prop_assert_eq!(say::safe(words, &format!("{typed} mg")), format!("{typed}\u{a0}mg"));
        }
    }
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
        (
            Rhythm::Hours { every: 8, first: TimeOfDay::new(6, 30).unwrap(), zone: None },
            "Every 8 hours, the first at 06:30",
        ),
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
        word: None,
        stops: Vec::new(),
    }
}

const ZONE: &str = "Europe/Paris";

fn life() -> Life {
    let zone = jiff::tz::TimeZone::get(ZONE).unwrap();
    Life { zone, moments: Moments::default() }
}

fn at(day: Day, time: &str) -> Instant {
    Instant::of_wall_clock(&String::from(day), time, ZONE).unwrap()
}

fn read(typed: &TypedPlan, medicine: &Medicine, on: &str) -> Result<Plan, crate::error::ApiError> {
    let (life, day) = (life(), day(on));
    typed_plan::read(
        typed,
        (medicine, is_weekly(&Called { names: &[&medicine.name], codes: &[] })),
        Today { life: &life, now: at(day, "12:30"), day },
    )
}

fn shown(plan: &Plan, on: &str) -> TypedPlan {
    let (life, day) = (life(), day(on));
    typed_plan::typed_of_plan(plan, Today { life: &life, now: at(day, "12:30"), day }).unwrap()
}

/// The doses from the day on which the form is opened, as they are due.
fn coming(plan: &Plan, on: &str) -> Vec<(Instant, Vec<Amount>, Instant)> {
    let from = at(day(on), "00:00");
    let of = |dose: Dose| (dose.due, dose.amounts, dose.until);
    doses(plan, &life(), from, from.plus_days(400)).map(of).collect()
}

#[derive(serde::Deserialize)]
struct Regimen {
    name: String,
    #[serde(default)]
    times: usize,
    #[serde(default)]
    cycle: Option<u16>,
    #[serde(default)]
    days: Vec<(u16, u16)>,
    #[serde(default)]
    weekly: bool,
    #[serde(default)]
    taper: Vec<(u32, u16)>,
    #[serde(default)]
    as_needed: Option<u32>,
}

/// How cancer medicines by mouth are taken.
fn regimens() -> Vec<(String, Rhythm)> {
    let all: Vec<Regimen> =
        serde_json::from_str(include_str!("../../../domain/src/medicines/tests/regimens.json")).unwrap();
    let rhythm = |one: &Regimen| {
        let at = [clock(8), clock(20)][..one.times].to_vec();
        let step = |(count, days): &(u32, u16)| Step { days: *days, amounts: vec![amount(&count.to_string(), "4 mg")] };
        match one.cycle {
            _ if one.as_needed.is_some() => {
                Rhythm::AsNeeded { least_minutes: one.as_needed.filter(|least| *least > 0), most_a_day: None }
            }
            _ if one.weekly => Rhythm::Weekdays { days: [Weekday::Monday].into(), at },
            _ if !one.taper.is_empty() => Rhythm::Taper { steps: one.taper.iter().map(step).collect(), at },
            Some(length) => {
                let days = one.days.iter().flat_map(|(first, last)| *first..=*last).collect();
                Rhythm::Cycle { length, days, at, moved: BTreeMap::new() }
            }
            None => Rhythm::Days { every: 1, at },
        }
    };
    all.iter().map(|one| (one.name.clone(), rhythm(one))).collect()
}

#[test]
fn the_days_of_every_regimen_are_read_back_as_they_are_shown() {
    let regimens = regimens();
    assert_eq!(regimens.len(), 28);
    for (name, rhythm) in regimens {
        let mut course = course(rhythm);
        if let Rhythm::Taper { .. } = course.rhythm {
            course.amounts.clear();
        }
        let typed = typed_plan::typed_of(&course, course.from);
        let read = read(&typed, &Medicine { name: name.clone(), ..medicine(None) }, "2026-11-22");
        let read = read.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(read.courses, [course], "{name}");
    }
}

/// Plans of every kind, some with two strengths, an end, moved cycles, a pause.
fn plans() -> Vec<Plan> {
    let mut all: Vec<Course> = regimens().into_iter().map(|(_, rhythm)| course(rhythm)).collect();
    all.extend(rhythms().into_iter().map(|(rhythm, _)| course(rhythm)));
    let days = |every, at| course(Rhythm::Days { every, at });
    all.push(days(2, vec![clock(8)]));
    all.push(days(3, vec![clock(8), clock(12), clock(16), clock(20), clock(22)]));
    all.push(course(Rhythm::Hours { every: 36, first: TimeOfDay::new(6, 30).unwrap(), zone: None }));
    let moved = BTreeMap::from([(day("2026-12-20"), day("2026-12-27"))]);
    all.push(course(Rhythm::Cycle { length: 28, days: [1, 8, 15].into(), at: vec![clock(8)], moved }));
    let two = vec![amount("2", "tablet 20 mg"), amount("1", "tablet 5 mg")];
    let mut plans = Vec::new();
    for one in all {
        let taper = matches!(one.rhythm, Rhythm::Taper { .. });
        let amounts = if taper { Vec::new() } else { two.clone() };
        let one = Course { amounts, ..one };
        let pause = Pause {
            from: at(day("2026-11-24"), "00:00"),
            until: Some(at(day("2026-11-26"), "10:00")),
            by: PausedBy::Team,
            why: String::new(),
        };
        plans.push(Plan { courses: vec![one.clone()], pauses: Vec::new() });
        plans.push(Plan { courses: vec![Course { most: Some(21), ..one.clone() }], pauses: vec![pause] });
        plans.push(Plan {
            courses: vec![Course { until: Some(day("2026-12-30")), window_minutes: Some(45), ..one }],
            pauses: Vec::new(),
        });
    }
    plans
}

#[rstest]
#[case("2026-11-20")]
#[case("2026-11-22")]
#[case("2026-11-25")]
#[case("2026-11-29")]
#[case("2026-12-22")]
#[case("2027-04-01")]
fn a_plan_that_is_saved_unchanged_asks_for_the_same_doses(#[case] on: &str) {
    let mut kept = 0;
    for plan in plans() {
        let known = Medicine { name: "Prednisone".into(), ..medicine(Some(plan.clone())) };
        let before = coming(&plan, on);
        match read(&shown(&plan, on), &known, on) {
            Ok(saved) => {
                kept += 1;
                let gone = |doses: Vec<(Instant, Vec<Amount>, Instant)>| {
                    let ahead = doses.into_iter().filter(|(due, ..)| *due >= at(day(on), "12:30"));
                    ahead.collect::<Vec<_>>()
                };
                assert_eq!(gone(coming(&saved, on)), gone(before), "{plan:?}");
            }
            // What is over is not begun again before someone says when.
            Err(error) => {
                let over = before.iter().all(|(due, ..)| *due < at(day(on), "12:30"));
                assert!(over && error.field("from") == Some(FieldCode::Missing), "{plan:?} {error:?}");
            }
        }
    }
    assert!(kept >= 40, "{kept}");
}

#[test]
fn another_time_of_day_changes_neither_the_step_of_a_taper_nor_the_days() {
    for plan in plans() {
        let on = "2026-11-29";
        let mut typed = shown(&plan, on);
        if typed.time.is_empty() || typed.from.is_empty() {
            continue;
        }
        typed.moment.clear();
        for (n, time) in typed.time.iter_mut().enumerate() {
            *time = format!("{:02}:05", 13 + n);
        }
        let saved = read(&typed, &medicine(Some(plan.clone())), on).unwrap();
        let of = |plan: &Plan| {
            let ahead = coming(plan, on).into_iter().filter(|(due, ..)| *due >= at(day(on), "00:00"));
            ahead.map(|(due, amounts, _)| (life().day(due), amounts)).collect::<Vec<_>>()
        };
        assert_eq!(of(&saved), of(&plan), "{plan:?}");
    }
}

#[test]
fn a_plan_that_the_form_cannot_show_whole_is_refused() {
    let two = Step { days: 3, amounts: vec![amount("2", "tablet 20 mg"), amount("1", "tablet 5 mg")] };
    let taper = Course { amounts: Vec::new(), ..course(Rhythm::Taper { steps: vec![two], at: vec![clock(8)] }) };
    let needed = Rhythm::AsNeeded { least_minutes: Some(90), most_a_day: None };
    for course in [taper, course(needed)] {
        let plan = Plan { courses: vec![course], pauses: Vec::new() };
        let known = Medicine { name: "Prednisone".into(), ..medicine(Some(plan.clone())) };
        let refused = read(&shown(&plan, "2026-11-22"), &known, "2026-11-22").unwrap_err();
        assert_eq!(refused.field("rhythm"), Some(FieldCode::TooMany));
    }
}

#[test]
fn a_changed_plan_begins_today_and_a_cycle_that_is_under_way_stays_in_its_place() {
    let cycle = Rhythm::Cycle { length: 21, days: (1..=14).collect(), at: vec![clock(8)], moved: BTreeMap::new() };
    let before = Course { from: day("2026-11-10"), ..course(cycle) };
    let plan = Plan { courses: vec![before.clone()], pauses: Vec::new() };
    let mut typed = shown(&plan, "2026-11-22");
    assert_eq!(typed.first, "2026-11-10");
    typed.time = vec!["09:00".into()];
    typed.first = "2026-11-12".into();
    let read = read(&typed, &medicine(Some(plan)), "2026-11-22").unwrap();
    assert_eq!(read.courses.len(), 2);
    assert_eq!(read.courses[0], before);
    assert_eq!(read.courses[1].from, day("2026-11-22"));
    let Rhythm::Cycle { moved, .. } = &read.courses[1].rhythm else { panic!("no cycle") };
    assert_eq!(*moved, BTreeMap::from([(day("2026-11-22"), day("2026-11-12"))]));
}

#[rstest]
#[case("1–5, 8–12", &[1, 2, 3, 4, 5, 8, 9, 10, 11, 12])]
#[case("1, 8, 15", &[1, 8, 15])]
#[case("١-٣، ٨", &[1, 2, 3, 8])]
#[case("8–8", &[8])]
#[case("1", &[1])]
fn days_of_a_cycle_are_read_as_people_write_them(#[case] typed: &str, #[case] days: &[u16]) {
    let days: BTreeSet<u16> = days.iter().copied().collect();
    assert_eq!(cycle_days::read(typed, 28), Ok(days.clone()));
    assert_eq!(cycle_days::read(&cycle_days::written(&days), 28), Ok(days));
}

#[rstest]
#[case("", FieldCode::Missing)]
#[case("14", FieldCode::NotAChoice)]
#[case("1–29", FieldCode::OutOfRange)]
#[case("0–3", FieldCode::OutOfRange)]
#[case("5–1", FieldCode::Malformed)]
#[case("1–5, 3–8", FieldCode::Malformed)]
#[case("1 8 15", FieldCode::Malformed)]
#[case("14 days", FieldCode::Malformed)]
fn days_that_could_mean_something_else_are_refused(#[case] typed: &str, #[case] why: FieldCode) {
    assert_eq!(cycle_days::read(typed, 28), Err(why));
}

#[test]
fn what_makes_no_plan_is_refused_by_its_field() {
    let refused = |typed: TypedPlan, field: &str| {
        let error = read(&typed, &medicine(None), "2026-11-22").unwrap_err();
        error.field(field)
    };
    let daily = || TypedPlan {
        rhythm: "days".into(),
        every: "1".into(),
        time: vec!["08:00".into()],
        count: vec!["1".into()],
        ..TypedPlan::default()
    };
    assert!(read(&daily(), &medicine(None), "2026-11-22").is_ok());
    assert_eq!(refused(TypedPlan { time: Vec::new(), ..daily() }, "times"), Some(FieldCode::Missing));
    assert_eq!(refused(TypedPlan { every: "0".into(), ..daily() }, "every"), Some(FieldCode::OutOfRange));
    assert_eq!(refused(TypedPlan { count: vec!["a few".into()], ..daily() }, "amounts"), Some(FieldCode::OutOfRange));
    assert_eq!(refused(TypedPlan { count: Vec::new(), ..daily() }, "amounts"), Some(FieldCode::Missing));
    assert_eq!(refused(TypedPlan { rhythm: "weekdays".into(), ..daily() }, "weekdays"), Some(FieldCode::Missing));
    assert_eq!(refused(TypedPlan { rhythm: "often".into(), ..daily() }, "rhythm"), Some(FieldCode::NotAChoice));
    assert_eq!(refused(TypedPlan { from: "soon".into(), ..daily() }, "from"), Some(FieldCode::NotADate));
}

#[test]
fn how_many_doses_and_the_words_for_one_that_was_not_taken_are_kept_changed_and_cleared() {
    let held = Course {
        most: Some(20),
        if_missed: Some("Leave it out.".into()),
        ..course(Rhythm::Days { every: 1, at: vec![clock(8)] })
    };
    let held = medicine(Some(Plan { courses: vec![held], pauses: Vec::new() }));
    let last = |typed: &TypedPlan| read(typed, &held, "2026-11-26").unwrap().courses.pop().unwrap();
    let typed = shown(held.plan.as_ref().unwrap(), "2026-11-26");
    assert_eq!((typed.doses.as_deref(), typed.missed.as_deref()), (Some("16"), Some("Leave it out.")));
    let kept = last(&typed);
    assert_eq!((kept.most, kept.if_missed.as_deref()), (Some(16), Some("Leave it out.")));
    let without = TypedPlan { doses: None, missed: None, ..typed.clone() };
    assert_eq!(last(&without), kept, "a form of before leaves both as they were");
    // From another day on, what nobody changed still ends with the same dose.
    assert_eq!(last(&TypedPlan { from: "2026-11-28".into(), ..typed.clone() }).most, Some(14));
    let changed = TypedPlan { doses: Some("٥".into()), missed: Some(" Call us. ".into()), ..typed.clone() };
    let changed = last(&changed);
    assert_eq!((changed.most, changed.if_missed.as_deref()), (Some(5), Some("Call us.")));
    let cleared = last(&TypedPlan { doses: Some(String::new()), missed: Some(" ".into()), ..typed.clone() });
    assert_eq!((cleared.most, cleared.if_missed), (None, None));
    for wrong in ["0", "-3", "many", "10001"] {
        let Err(error) = read(&TypedPlan { doses: Some(wrong.into()), ..typed.clone() }, &held, "2026-11-26") else {
            panic!("{wrong} was taken")
        };
        assert_eq!(error.field("doses"), Some(FieldCode::OutOfRange), "{wrong}");
    }
}
