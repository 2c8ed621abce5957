//! What a plan must be, and the guard of what is taken once a week.

use rstest::rstest;

use super::*;
use crate::{
    medicines::{
        plan::{Moment, Step, Wrong, WrongPlan},
        weekly::{Called, is_weekly},
    },
    results::Coding,
    time::Weekday,
};

fn wrong(plan: &Plan) -> Vec<(String, WrongPlan)> {
    let found = plan.check(&Called::default()).err().unwrap_or_default();
    found.into_iter().map(|Wrong { place, why }| (place, why)).collect()
}

fn of_rhythm(rhythm: Rhythm) -> Vec<(String, WrongPlan)> {
    wrong(&plan([course("2026-01-01", rhythm)]))
}

fn as_needed(least_minutes: Option<u32>, most: &str) -> Rhythm {
    Rhythm::AsNeeded { least_minutes, most_a_day: Some(count(most)) }
}

#[test]
fn a_plan_that_can_be_followed_is_right() {
    let step = |days| Step { days, amounts: vec![amount("1", "")] };
    let right = [
        daily(&["08:00", "20:00"]),
        Rhythm::Days { every: 366, at: vec![At::Moment(Moment::Breakfast)] },
        Rhythm::Weekdays { days: [Weekday::Monday].into(), at: at(&["08:00"]) },
        Rhythm::Hours { every: 168, first: time("08:00"), zone: None },
        cycle(366, [1, 366], &["08:00"]),
        Rhythm::Taper { steps: vec![step(1), step(366)], at: at(&["08:00"]) },
        Rhythm::Once { at: At::Clock(time("08:00")) },
        as_needed(Some(240), "1"),
    ];
    for rhythm in right {
        assert_eq!(of_rhythm(rhythm.clone()), [], "{rhythm:?}");
    }
}

#[rstest]
#[case(daily(&[]), "at", WrongPlan::Missing)]
#[case(daily(&["08:00", "08:00"]), "at", WrongPlan::Twice)]
#[case(daily(&(0..25).map(|n| ["07:00", "07:01", "07:02", "07:03", "07:04", "07:05"][n % 6]).collect::<Vec<_>>()), "at", WrongPlan::OutOfRange)]
#[case(Rhythm::Days { every: 0, at: at(&["08:00"]) }, "every", WrongPlan::OutOfRange)]
#[case(Rhythm::Days { every: 367, at: at(&["08:00"]) }, "every", WrongPlan::OutOfRange)]
#[case(Rhythm::Weekdays { days: [].into(), at: at(&["08:00"]) }, "days", WrongPlan::Missing)]
#[case(Rhythm::Hours { every: 0, first: time("08:00"), zone: None }, "every", WrongPlan::OutOfRange)]
#[case(Rhythm::Hours { every: 169, first: time("08:00"), zone: None }, "every", WrongPlan::OutOfRange)]
#[case(cycle(0, [1], &["08:00"]), "length", WrongPlan::OutOfRange)]
#[case(cycle(367, [1], &["08:00"]), "length", WrongPlan::OutOfRange)]
#[case(cycle(28, [], &["08:00"]), "days", WrongPlan::Missing)]
#[case(cycle(28, [1, 29], &["08:00"]), "days", WrongPlan::OutOfRange)]
#[case(cycle(28, [0], &["08:00"]), "days", WrongPlan::OutOfRange)]
#[case(Rhythm::Taper { steps: vec![], at: at(&["08:00"]) }, "steps", WrongPlan::Missing)]
#[case(Rhythm::Taper { steps: vec![Step { days: 0, amounts: vec![amount("1", "")] }], at: at(&["08:00"]) }, "steps.0.days", WrongPlan::OutOfRange)]
#[case(Rhythm::Taper { steps: vec![Step { days: 1, amounts: vec![] }], at: at(&["08:00"]) }, "steps.0.amounts", WrongPlan::Missing)]
#[case(as_needed(Some(0), "1"), "least_minutes", WrongPlan::OutOfRange)]
#[case(as_needed(None, "0.5"), "most_a_day", WrongPlan::OutOfRange)]
fn what_is_wrong_with_a_rhythm_is_told_with_its_place(
    #[case] rhythm: Rhythm,
    #[case] place: &str,
    #[case] why: WrongPlan,
) {
    assert!(of_rhythm(rhythm).contains(&(format!("courses.0.rhythm.{place}"), why)));
}

#[test]
fn what_is_wrong_with_a_course_or_a_pause_is_told_with_its_place() {
    let of = |change: &dyn Fn(&mut Course)| {
        let mut changed = course("2026-01-02", daily(&["08:00"]));
        change(&mut changed);
        wrong(&plan([changed]))
    };
    let told = |place: &str, why| vec![(place.to_owned(), why)];
    assert_eq!(of(&|c| c.until = Some(day("2026-01-01"))), told("courses.0.until", WrongPlan::OutOfRange));
    assert_eq!(of(&|c| c.most = Some(0)), told("courses.0.most", WrongPlan::OutOfRange));
    assert_eq!(of(&|c| c.window_minutes = Some(10_081)), told("courses.0.window_minutes", WrongPlan::OutOfRange));
    assert_eq!(of(&|c| c.if_missed = Some("x".repeat(1_001))), told("courses.0.if_missed", WrongPlan::OutOfRange));
    assert_eq!(of(&|c| c.amounts.clear()), told("courses.0.amounts", WrongPlan::Missing));
    assert_eq!(of(&|c| c.amounts.push(amount("2", " "))), told("courses.0.amounts", WrongPlan::Twice));
    assert_eq!(wrong(&plan([])), told("courses", WrongPlan::Missing));
    let course = |from| course(from, daily(&["08:00"]));
    let twice = plan([course("2026-01-02"), course("2026-01-02")]);
    assert_eq!(wrong(&twice), told("courses.1.from", WrongPlan::OutOfOrder));
    let mut paused = plan([course("2026-01-02")]);
    paused.pauses = vec![pause(Instant(5), Some(Instant(5)))];
    assert_eq!(wrong(&paused), told("pauses.0.until", WrongPlan::OutOfOrder));
}

#[rstest]
#[case(&[("2026-01-22", "2026-02-05"), ("2026-02-26", "2026-02-24")], None)]
// Under way for ten days when the course began.
#[case(&[("2026-01-01", "2025-12-22")], None)]
#[case(&[("2026-01-01", "2025-12-11")], Some(WrongPlan::OutOfRange))]
// No cycle would have begun then.
#[case(&[("2026-01-23", "2026-02-05")], Some(WrongPlan::OutOfRange))]
#[case(&[("2026-01-22", "2026-01-01")], Some(WrongPlan::OutOfOrder))]
fn only_a_cycle_can_be_moved(#[case] moves: &[(&str, &str)], #[case] why: Option<WrongPlan>) {
    let mut rhythm = cycle(21, 1..=14, &["08:00"]);
    let Rhythm::Cycle { moved, .. } = &mut rhythm else { unreachable!() };
    moved.extend(moves.iter().map(|(would, begins)| (day(would), day(begins))));
    let expected: Vec<_> = why.map(|why| ("courses.0.rhythm.moved".to_owned(), why)).into_iter().collect();
    assert_eq!(of_rhythm(rhythm), expected);
}

#[rstest]
#[case("methotrexate", true)]
#[case("Methotrexate 2.5 MG Oral Tablet", true)]
#[case("METHOTREXATE SODIUM", true)]
#[case("Méthotrexate Bellon 2,5 mg", true)]
#[case("metotrexato 2,5 mg comprimidos", true)]
#[case("ميثوتريكسات ٢٫٥ ملغ", true)]
#[case("المِيثوتريكسات", true)]
#[case("metrotrexate", true)]
#[case("MTX", true)]
#[case("Trexall", true)]
#[case("pemetrexed", false)]
#[case("pralatrexate", false)]
#[case("trimetrexate", false)]
#[case("capecitabine", false)]
#[case("", false)]
fn methotrexate_is_known_by_its_names_in_four_languages(#[case] name: &str, #[case] is: bool) {
    assert_eq!(is_weekly(&Called { names: &[name], codes: &[] }), is, "{name}");
}

#[test]
fn methotrexate_is_known_by_its_code_whatever_it_is_called() {
    let code = |system: &str, code: &str| Coding { system: system.into(), code: code.into(), display: None };
    let is = |coding| is_weekly(&Called { names: &["tablets"], codes: &[coding] });
    assert!(is(code("http://www.nlm.nih.gov/research/umls/rxnorm", "6851")));
    assert!(!is(code("http://snomed.info/sct", "6851")));
    assert!(!is(code("http://www.nlm.nih.gov/research/umls/rxnorm", "194000")));
    let named = Coding { display: Some("methotrexate 10 MG Oral Tablet".into()), ..code("urn:own", "1") };
    assert!(is(named));
}

#[test]
fn nobody_plans_methotrexate_for_themselves_but_on_one_weekday() {
    let medicine = Called { names: &["Methotrexate 2.5 mg"], codes: &[] };
    let refused = |plan: &Plan| plan.check(&medicine).is_err();
    let on =
        |days: &[Weekday], times: &[&str]| Rhythm::Weekdays { days: days.iter().copied().collect(), at: at(times) };
    let weekly = on(&[Weekday::Monday], &["09:00"]);
    assert!(!refused(&plan([course("2026-01-05", weekly.clone())])));
    let too_often = [
        daily(&["09:00"]),
        on(&[Weekday::Monday], &["09:00", "21:00"]),
        on(&[Weekday::Monday, Weekday::Thursday], &["09:00"]),
        // Weekly too, but no text would name the day.
        Rhythm::Days { every: 7, at: at(&["09:00"]) },
        Rhythm::Hours { every: 168, first: time("09:00"), zone: None },
        cycle(7, [1], &["09:00"]),
        Rhythm::AsNeeded { least_minutes: Some(7 * 24 * 60), most_a_day: None },
    ];
    for rhythm in too_often {
        let plan = plan([course("2026-01-05", rhythm)]);
        assert!(refused(&plan), "{plan:?}");
        assert!(plan.check(&Called { names: &["folic acid"], codes: &[] }).is_ok());
    }
    let other_day =
        |from| plan([course("2026-01-05", weekly.clone()), course(from, on(&[Weekday::Tuesday], &["09:00"]))]);
    // Monday the 12th, then Tuesday the 13th: two within two days.
    assert!(refused(&other_day("2026-01-13")));
    assert!(!refused(&other_day("2026-01-14")));
}
