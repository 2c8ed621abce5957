//! When a medicine runs out, and when one more may be taken.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::medicines::{
    as_needed::{Limits, Next, Taken},
    supply::{OnHand, refill_by, run_out, run_outs},
};

const LIMA: &str = "America/Lima";

fn on_hand(counts: &[(&str, u64)]) -> OnHand {
    counts.iter().map(|(of, count)| ((*of).to_owned(), count * 1_000)).collect()
}

#[test]
fn a_medicine_runs_out_when_the_next_dose_is_not_there_in_full() {
    let life = life(LIMA);
    let mut twice = course("2026-01-01", daily(&["08:00", "20:00"]));
    twice.amounts = vec![amount("1.5", "")];
    let from = moment("2026-01-01T12:00", &life);
    let found = run_out(&plan([twice]), &life, &on_hand(&[("", 5)]), from).unwrap();
    assert_eq!((found.doses, found.day), (3, day("2026-01-03")));
    assert_eq!(shown(found.last.unwrap(), &life), "2026-01-02 20:00");
    assert_eq!(shown(found.short, &life), "2026-01-03 08:00");
    assert_eq!(refill_by(found.day, 7), day("2025-12-27"));
}

#[test]
fn each_strength_runs_out_on_its_own_day_and_one_that_nobody_counted_on_none() {
    let life = life(LIMA);
    let mut both = course("2026-01-01", daily(&["08:00"]));
    both.amounts = vec![amount("2", "500 mg"), amount("1", "150 mg"), amount("1", "25 mg")];
    let counts = on_hand(&[("500 mg", 6), ("150 mg", 10), ("5 mg", 1)]);
    let from = moment("2026-01-01T00:00", &life);
    let found = run_outs(&plan([both.clone()]), &life, &counts, from);
    let days: Vec<_> = found.iter().map(|(of, run_out)| (of.as_str(), run_out.day)).collect();
    assert_eq!(days, [("150 mg", day("2026-01-11")), ("500 mg", day("2026-01-04"))]);
    assert_eq!(run_out(&plan([both]), &life, &counts, from).unwrap().of, "500 mg");
}

#[test]
fn what_is_enough_until_the_end_or_taken_as_needed_has_no_day() {
    let life = life(LIMA);
    let from = moment("2026-01-01T00:00", &life);
    let mut ends = course("2026-01-01", cycle(21, 1..=14, &["08:00", "20:00"]));
    ends.most = Some(28);
    assert_eq!(run_out(&plan([ends.clone()]), &life, &on_hand(&[("", 28)]), from), None);
    assert!(run_out(&plan([ends]), &life, &on_hand(&[("", 27)]), from).is_some());
    let needed = Rhythm::AsNeeded { least_minutes: None, most_a_day: None };
    assert_eq!(run_out(&plan([course("2026-01-01", needed)]), &life, &on_hand(&[("", 1)]), from), None);
    let long = plan([course("2026-01-01", daily(&["08:00"]))]);
    assert_eq!(run_out(&long, &life, &on_hand(&[("", 100_000)]), from), None);
    assert_eq!(run_out(&long, &life, &on_hand(&[("", 0)]), from).unwrap().last, None);
}

proptest! {
    #[test]
    fn until_it_runs_out_there_are_as_many_doses_as_the_plan_asks_for(
        every in 1_u16..10, hours in prop::collection::btree_set(0_u8..24, 1..5), thousandths in 1_u32..4_000,
        on_hand in 0_u64..200_000, from in 0_i64..3_000_000,
    ) {
        let life = life("Europe/Paris");
        let at = hours.iter().map(|hour| At::Clock(TimeOfDay::oclock(*hour))).collect();
        let mut one = course("2026-01-01", Rhythm::Days { every, at });
        one.amounts = vec![Amount { count: Count::of_thousandths(thousandths).unwrap(), of: String::new() }];
        let plan = plan([one]);
        let from = moment("2026-02-01T00:00", &life).plus_seconds(from);
        let count = on_hand / u64::from(thousandths);
        if let Some(found) = run_out(&plan, &life, &OnHand::from([(String::new(), on_hand)]), from) {
            prop_assert_eq!(u64::from(found.doses), count);
            prop_assert_eq!(doses(&plan, &life, from, found.short).count() as u64, count);
            prop_assert_eq!(doses(&plan, &life, from, found.short).last().map(|dose| dose.due), found.last);
        } else {
            prop_assert!(doses(&plan, &life, from, from.plus_days(2 * 366)).count() as u64 <= count);
        }
    }
}

/// Hours after some moment.
fn hour(hours: f64) -> Instant {
    #[expect(clippy::cast_possible_truncation, reason = "minutes of some days")]
    Instant(1_000_000_000_000_000).plus_seconds((hours * 3_600.0) as i64)
}

fn one(hours: f64) -> Taken {
    Taken { at: hour(hours), amount: 1_000 }
}

#[rstest]
#[case(&[], 0.0, Next::Allowed)]
#[case(&[0.0], 3.9, Next::TooSoon { at: hour(4.0) })]
#[case(&[0.0], 4.0, Next::Allowed)]
// Three in any 24 hours.
#[case(&[0.0, 4.0, 8.0], 12.0, Next::TooMuch { at: Some(hour(24.0)) })]
#[case(&[0.0, 4.0, 8.0], 24.0, Next::Allowed)]
// Too soon, and then too much: what is told holds for both.
#[case(&[0.0, 4.0, 8.0], 9.0, Next::TooSoon { at: hour(24.0) })]
// Noted afterwards: the doses that came later count too.
#[case(&[10.0, 14.0, 18.0], 1.0, Next::TooMuch { at: Some(hour(34.0)) })]
#[case(&[10.0], 7.0, Next::TooSoon { at: hour(14.0) })]
fn as_needed_there_is_a_least_time_between_and_a_most_in_any_24_hours(
    #[case] taken: &[f64],
    #[case] at: f64,
    #[case] next: Next,
) {
    let limits = Limits { least_minutes: Some(240), most_a_day: Some(3_000) };
    let taken: Vec<Taken> = taken.iter().map(|hours| one(*hours)).collect();
    assert_eq!(limits.next(&taken, 1_000, hour(at)), next);
}

#[test]
fn without_limits_everything_is_allowed_and_what_is_more_than_ever_is_never() {
    let none = Limits { least_minutes: None, most_a_day: None };
    assert_eq!(none.next(&[one(0.0), one(0.0)], 9_000, hour(0.0)), Next::Allowed);
    let most = Limits { least_minutes: None, most_a_day: Some(2_000) };
    assert_eq!(most.next(&[one(0.0)], 2_001, hour(30.0)), Next::TooMuch { at: None });
}

proptest! {
    #[test]
    fn who_takes_each_dose_when_it_is_allowed_never_has_too_much(
        least in prop::option::of(1_u32..600), most in 1_u32..6, waits in prop::collection::vec(0_i64..9_000, 1..30),
    ) {
        let limits = Limits { least_minutes: least, most_a_day: Some(most * 1_000) };
        let mut taken: Vec<Taken> = Vec::new();
        let mut now = hour(0.0);
        for wait in waits {
            now = now.plus_seconds(wait);
            let at = match limits.next(&taken, 1_000, now) {
                Next::Allowed => now,
                Next::TooSoon { at } | Next::TooMuch { at: Some(at) } => {
                    prop_assert!(at > now);
                    // A second before it is not allowed yet.
                    prop_assert_ne!(limits.next(&taken, 1_000, at.plus_seconds(-1)), Next::Allowed);
                    at
                }
                Next::TooMuch { at: None } => unreachable!(),
            };
            prop_assert_eq!(limits.next(&taken, 1_000, at), Next::Allowed);
            taken.push(Taken { at, amount: 1_000 });
            now = at;
        }
        let begins: BTreeSet<Instant> = taken.iter().map(|one| one.at).collect();
        for begin in begins {
            let within = taken.iter().filter(|one| begin <= one.at && one.at < begin.plus_days(1)).count();
            prop_assert!(within <= most as usize);
        }
    }
}
