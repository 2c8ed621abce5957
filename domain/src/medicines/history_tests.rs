//! What came of a month, from plans and entries that are made up.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{
    Amount, At, Count, Course as PlanCourse, Moments, Pause, PausedBy, Plan, Rhythm, Slot,
    entry::{Author, Entry, Reason, What},
    history::{Course, History, Month, OnDay, Tally, history},
    schedule::Life,
};
use crate::{
    id::{AccountId, EntryId, MedicineId},
    time::{Day, Instant, TimeOfDay},
};

const ZONE: &str = "Europe/Paris";

fn day(text: &str) -> Day {
    text.to_owned().try_into().unwrap()
}

fn month(text: &str) -> Month {
    text.to_owned().try_into().unwrap()
}

fn at(day: &str, time: &str) -> Instant {
    Instant::of_wall_clock(day, time, ZONE).unwrap()
}

fn life() -> Life {
    Life { zone: jiff::tz::TimeZone::get(ZONE).unwrap(), moments: Moments::default() }
}

fn clock(hour: u8) -> At {
    At::Clock(TimeOfDay::new(hour, 0).unwrap())
}

fn plan(rhythm: Rhythm, from: &str) -> Plan {
    let amounts = vec![Amount { count: Count::try_from("1".to_owned()).unwrap(), of: String::new() }];
    let course =
        PlanCourse { from: day(from), until: None, most: None, rhythm, amounts, if_missed: None, window_minutes: None };
    Plan { courses: vec![course], pauses: Vec::new() }
}

fn twice_a_day() -> Rhythm {
    Rhythm::Days { every: 1, at: vec![clock(8), clock(20)] }
}

fn entry(medicine: MedicineId, slot: Option<Slot>, what: What) -> Entry {
    Entry {
        id: EntryId::new(),
        medicine,
        slot,
        what,
        beyond: None,
        account: AccountId::new(),
        by: Author::Person,
        name: None,
        noted_at: Instant(0),
        arrived_at: None,
        corrects: None,
    }
}

/// The dose of an hour.
fn slot(on: &str, hour: u8) -> Slot {
    Slot::of(day(on), clock(hour))
}

fn taken(on: &str) -> What {
    What::Taken { at: at(on, "08:10"), amounts: Vec::new() }
}

fn skipped(reason: Reason) -> What {
    What::Skipped { reason, words: String::new() }
}

fn course(plan: Plan, since: Instant, entries: Vec<(Option<Slot>, What)>) -> Course {
    let medicine = MedicineId::new();
    let entries = entries.into_iter().map(|(slot, what)| entry(medicine, slot, what)).collect();
    Course { medicine, plans: vec![(since, plan)], ended_at: None, stops: Vec::new(), entries }
}

fn on(history: &History, text: &str) -> OnDay {
    history.on(day(text)).unwrap_or_default()
}

#[test]
fn taken_skipped_missed_unknown_and_open_are_each_counted_apart() {
    let entries = vec![
        (Some(slot("2026-09-01", 8)), taken("2026-09-01")),
        (Some(slot("2026-09-01", 20)), skipped(Reason::Unwell)),
        (Some(slot("2026-09-02", 8)), What::Missed),
        (Some(slot("2026-09-02", 20)), What::Later { until: at("2026-09-02", "20:30") }),
    ];
    let of = course(plan(twice_a_day(), "2026-08-01"), at("2026-08-01", "00:00"), entries);
    // In the evening of the third, before the last dose of the day.
    let month = history(&[of], &life(), month("2026-09"), at("2026-09-03", "13:00"));
    let first = Tally { taken: 1, skipped: 1, ..Tally::default() };
    assert_eq!(on(&month, "2026-09-01").tally, first);
    let second = Tally { missed: 1, unknown: 1, ..Tally::default() };
    assert_eq!(on(&month, "2026-09-02").tally, second, "that it waits is no answer");
    assert_eq!(on(&month, "2026-09-03").tally, Tally { open: 2, ..Tally::default() }, "until 14:00 it can be answered");
    let whole = month.tally();
    assert_eq!((whole.planned(), whole.taken, whole.share()), (4, 1, Some(25)));
    let of = month.medicines.values().next().unwrap();
    assert_eq!(of.reasons.get(&Reason::Unwell), Some(&1));
}

#[test]
fn days_of_rest_and_of_a_pause_count_for_nothing() {
    let days: BTreeSet<u16> = (1..=14).collect();
    let cycle = Rhythm::Cycle { length: 21, days, at: vec![clock(8)], moved: std::collections::BTreeMap::new() };
    let mut plan = plan(cycle, "2026-09-01");
    plan.pauses.push(Pause {
        from: at("2026-09-05", "12:00"),
        until: Some(at("2026-09-08", "12:00")),
        by: PausedBy::Team,
        why: String::new(),
    });
    let of = course(plan, at("2026-09-01", "00:00"), Vec::new());
    let month = history(&[of], &life(), month("2026-09"), at("2026-10-20", "12:00"));
    let of = month.medicines.values().next().unwrap();
    // Days 1 to 14 less three, days 22 to 30; the fifteenth to the twenty-first are rest.
    assert_eq!((of.tally.unknown, of.rest_days, of.paused_days), (11 + 9, 7, 3));
    assert!(on(&month, "2026-09-15").rest && !on(&month, "2026-09-14").rest);
    assert!(on(&month, "2026-09-06").paused && !on(&month, "2026-09-09").paused);
    assert_eq!(of.tally.planned(), 20);
}

#[test]
fn each_plan_counts_for_the_time_in_which_it_held() {
    let medicine = MedicineId::new();
    let once = plan(Rhythm::Days { every: 1, at: vec![clock(8)] }, "2026-09-01");
    let plans = vec![(at("2026-09-01", "00:00"), once), (at("2026-09-11", "12:00"), plan(twice_a_day(), "2026-09-01"))];
    let ended_at = Some(at("2026-09-21", "12:00"));
    let of = Course { medicine, plans, ended_at, stops: Vec::new(), entries: Vec::new() };
    let month = history(&[of], &life(), month("2026-09"), at("2026-10-20", "12:00"));
    assert_eq!(on(&month, "2026-09-10").tally.unknown, 1);
    assert_eq!(on(&month, "2026-09-11").tally.unknown, 2, "the morning of one and the evening of the other");
    assert_eq!(on(&month, "2026-09-21").tally.unknown, 1);
    assert_eq!(month.on(day("2026-09-22")), None, "it is not taken any more");
    assert_eq!(month.tally().unknown, 11 + 1 + 9 * 2 + 1);
}

#[test]
fn nothing_is_asked_before_a_plan_held_but_for_what_could_still_be_answered() {
    let of = course(plan(twice_a_day(), "2026-09-01"), at("2026-09-10", "09:00"), Vec::new());
    let month = history(&[of], &life(), month("2026-09"), at("2026-09-10", "21:00"));
    assert_eq!(month.on(day("2026-09-09")), None);
    assert_eq!(on(&month, "2026-09-10").tally, Tally { unknown: 1, open: 1, ..Tally::default() });
}

#[test]
fn what_is_taken_as_needed_or_beside_the_plan_is_in_no_share() {
    let needed = Rhythm::AsNeeded { least_minutes: None, most_a_day: None };
    let entries = vec![(None, taken("2026-09-04")), (None, taken("2026-09-04")), (None, taken("2026-10-01"))];
    let as_needed = course(plan(needed, "2026-08-01"), at("2026-08-01", "00:00"), entries);
    let gone = vec![(Some(slot("2026-09-04", 7)), taken("2026-09-04"))];
    let planned = course(plan(twice_a_day(), "2026-08-01"), at("2026-08-01", "00:00"), gone);
    let month = history(&[as_needed, planned], &life(), month("2026-09"), at("2026-09-05", "07:00"));
    assert_eq!(on(&month, "2026-09-04").tally.beside, 3);
    assert_eq!((month.tally().beside, month.tally().taken), (3, 0));
    assert!(!on(&month, "2026-09-04").rest);
}

#[test]
fn a_month_is_read_as_it_is_written_and_knows_its_neighbours() {
    for text in ["2026-02", "2024-02", "2026-12", "1999-01"] {
        assert_eq!(String::from(month(text)), text);
    }
    for text in ["2026-13", "2026-00", "2026", "2026-9", "2026-09-01", "now"] {
        assert!(Month::try_from(text.to_owned()).is_err(), "{text}");
    }
    assert_eq!(String::from(month("2026-01").before()), "2025-12");
    assert_eq!(String::from(month("2026-12").after()), "2027-01");
    assert_eq!((month("2024-02").days().count(), month("2026-02").days().count()), (29, 28));
}

#[test]
fn a_plan_that_leaves_out_the_morning_at_noon_does_not_make_the_evening_taken() {
    let morning = (Some(slot("2026-09-02", 8)), taken("2026-09-02"));
    let mut of = course(plan(twice_a_day(), "2026-08-01"), at("2026-08-01", "00:00"), vec![morning]);
    let evening = plan(Rhythm::Days { every: 1, at: vec![clock(20)] }, "2026-09-02");
    of.plans.push((at("2026-09-02", "12:00"), evening));
    let month = history(&[of], &life(), month("2026-09"), at("2026-09-02", "21:00"));
    assert_eq!(on(&month, "2026-09-02").tally, Tally { taken: 1, open: 1, ..Tally::default() });
}

#[test]
fn what_was_taken_stays_taken_whatever_was_noted_of_it_before_or_after() {
    let eight = Some(slot("2026-09-01", 8));
    let (took, skip) = ((eight, taken("2026-09-01")), (eight, skipped(Reason::Unwell)));
    for entries in [vec![took.clone(), skip.clone()], vec![skip, took]] {
        let of = course(plan(twice_a_day(), "2026-08-01"), at("2026-08-01", "00:00"), entries);
        let month = history(&[of], &life(), month("2026-09"), at("2026-09-02", "07:00"));
        assert_eq!(on(&month, "2026-09-01").tally, Tally { taken: 1, unknown: 1, ..Tally::default() });
        assert!(month.medicines.values().all(|of| of.reasons.is_empty()));
    }
}

/// At eight and at half past eight in the evening; at 20:49 the second one is moved to eight in the evening.
fn moved_back(new: Vec<At>, entries: Vec<(Option<Slot>, What)>) -> Tally {
    let mut of = course(plan(at_half_past(), "2026-08-01"), at("2026-08-01", "00:00"), entries);
    of.plans.push((at("2026-09-02", "20:49"), plan(Rhythm::Days { every: 1, at: new }, "2026-09-02")));
    let month = history(&[of], &life(), month("2026-09"), at("2026-09-03", "10:00"));
    on(&month, "2026-09-02").tally
}

fn half_past() -> At {
    At::Clock(TimeOfDay::new(20, 30).unwrap())
}

fn at_half_past() -> Rhythm {
    Rhythm::Days { every: 1, at: vec![clock(8), half_past()] }
}

#[test]
fn a_time_that_is_moved_to_before_the_change_counts_and_the_one_that_it_took_the_place_of_does_not() {
    let new = || vec![clock(8), clock(20)];
    let morning = (Some(slot("2026-09-02", 8)), taken("2026-09-02"));
    let evening = (Some(slot("2026-09-02", 20)), What::Taken { at: at("2026-09-02", "20:50"), amounts: Vec::new() });
    let counted = |taken, unknown| Tally { taken, unknown, ..Tally::default() };
    assert_eq!(moved_back(new(), vec![morning.clone(), evening.clone()]), counted(2, 0), "none is beside the plan");
    assert_eq!(moved_back(new(), vec![morning.clone()]), counted(1, 1));
    // What was answered before the change stays, also where the new plan asks for it no more.
    let before = (Some(Slot::of(day("2026-09-02"), half_past())), skipped(Reason::Unwell));
    let asked_twice = Tally { skipped: 1, ..counted(2, 0) };
    assert_eq!(moved_back(new(), vec![morning, evening, before]), asked_twice);
    // What was over when the plan changed has no answer, whatever the new plan leaves out.
    assert_eq!(moved_back(vec![clock(20)], Vec::new()), counted(0, 2));
    assert_eq!(moved_back(vec![clock(8), half_past()], Vec::new()), counted(0, 2), "what both have counts once");
}

proptest! {
    #[test]
    fn the_days_of_the_calendar_and_the_sums_of_the_table_agree(
        answers in prop::collection::vec((0_u32..40, 0_u8..24, 0_u8..4), 0..60),
        hours in prop::collection::btree_set(0_u8..24, 1..4),
        every in 1_u16..5,
        paused in prop::option::of((0_i64..30, 1_i64..10)),
        passed in 0_i64..45,
    ) {
        let times = hours.iter().map(|hour| clock(*hour)).collect();
        let mut plan = plan(Rhythm::Days { every, at: times }, "2026-08-25");
        let begin = at("2026-08-25", "00:00");
        if let Some((from, days)) = paused {
            let until = Some(begin.plus_days(from + days));
            plan.pauses.push(Pause { from: begin.plus_days(from), until, by: PausedBy::Person, why: String::new() });
        }
        let mut entries = Vec::new();
        let mut seen = BTreeSet::new();
        for (on, hour, what) in answers {
            let slot = Slot::of(day("2026-08-25").plus_days(i64::from(on)), clock(hour));
            if seen.insert(slot) {
                let what = match what {
                    0 => What::Taken { at: begin.plus_days(i64::from(on)), amounts: Vec::new() },
                    1 => skipped(Reason::Other),
                    2 => What::Missed,
                    _ => What::Later { until: begin },
                };
                entries.push((Some(slot), what));
            }
        }
        let courses = [course(plan.clone(), begin, entries), course(plan, begin, Vec::new())];
        let month = history(&courses, &life(), month("2026-09"), begin.plus_days(passed));
        let mut days = Tally::default();
        let (mut rest, mut held) = (0, 0);
        for day in Month::try_from("2026-09".to_owned()).unwrap().days() {
            let Some(on) = month.on(day) else { continue };
            for (sum, part) in [
                (&mut days.taken, on.tally.taken), (&mut days.skipped, on.tally.skipped),
                (&mut days.missed, on.tally.missed), (&mut days.unknown, on.tally.unknown),
                (&mut days.open, on.tally.open), (&mut days.beside, on.tally.beside),
            ] {
                *sum += part;
            }
            rest += month.medicines.values().filter(|of| of.days.get(&day).is_some_and(|day| day.rest)).count();
            held += month.medicines.values().filter(|of| of.days.get(&day).is_some_and(|day| day.paused)).count();
        }
        prop_assert_eq!(days, month.tally());
        prop_assert_eq!(rest, month.medicines.values().map(|of| of.rest_days as usize).sum::<usize>());
        prop_assert_eq!(held, month.medicines.values().map(|of| of.paused_days as usize).sum::<usize>());
        // Each dose that is over is in one count, and nothing else is.
        let over: usize = courses.iter().map(|of| {
            super::schedule::doses(&of.plans[0].1, &life(), at("2026-09-01", "00:00"), at("2026-10-01", "00:00"))
                .filter(|dose| dose.until <= begin.plus_days(passed) || of.entries.iter().any(|entry| {
                    entry.slot == Some(dose.slot) && !matches!(entry.what, What::Later { .. })
                }))
                .count()
        }).sum();
        prop_assert_eq!(month.tally().planned() as usize, over);
        prop_assert!(month.tally().share().is_none_or(|share| share <= 100));
    }
}
