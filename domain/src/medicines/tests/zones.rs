//! What must hold in every zone of the world, whenever its clocks change from 2020 to 2035, and for any plan.
//!
//! A sample of the zones by default; all of them with `DAYBOOK_LONG=1`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, ToSpan as _, Unit, civil::Date};
use proptest::prelude::*;

use super::*;
use crate::{
    medicines::{
        plan::{Moment, Slot, Step},
        schedule::{by_day, days_between as between, next},
    },
    time::{Weekday, zones as names},
};

/// Of so many zones one is tried, unless all are.
const SAMPLE: usize = 17;

fn tried() -> Vec<String> {
    let step = if std::env::var_os("DAYBOOK_LONG").is_some() { 1 } else { SAMPLE };
    // These have what others have not: a change of half an hour, at midnight, before midnight, in Ramadan.
    let odd = ["Australia/Lord_Howe", "America/Nuuk", "America/Havana", "Africa/Casablanca", "Europe/Paris"];
    let sampled = names().into_iter().step_by(step);
    sampled.chain(odd.map(str::to_owned)).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The moments at which the clocks of a zone change.
fn changes(zone: &TimeZone) -> Vec<Timestamp> {
    let (from, to): (Timestamp, Timestamp) =
        ("2020-01-01T00:00Z".parse().unwrap(), "2036-01-01T00:00Z".parse().unwrap());
    zone.following(from).map(|change| change.timestamp()).take_while(|at| *at < to).collect()
}

fn instant(at: Timestamp) -> Instant {
    Instant(at.as_microsecond())
}

/// A day so many days from another.
fn shifted(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap()
}

#[test]
fn a_daily_dose_comes_once_on_each_local_day_at_its_time_whatever_the_clocks_do() {
    let hours = ["00:00", "00:30", "01:00", "02:00", "02:30", "03:00", "08:00", "23:00", "23:30"];
    for name in tried() {
        let life = life(&name);
        for change in changes(&life.zone) {
            let on = life.zone.to_datetime(change).date();
            let (first, last) = (shifted(on, -2), shifted(on, 2));
            let plan = plan([course("2019-06-01", daily(&hours))]);
            let from = instant(shifted(first, -1).to_zoned(life.zone.clone()).unwrap().timestamp());
            let to = instant(shifted(last, 2).to_zoned(life.zone.clone()).unwrap().timestamp());
            let mut asked: BTreeMap<Slot, Vec<Instant>> = BTreeMap::new();
            for dose in doses(&plan, &life, from, to) {
                asked.entry(dose.slot).or_default().push(dose.due);
            }
            for day in (0..5).map(|n| shifted(first, n)) {
                for hour in hours {
                    let slot = Slot::of(day.into(), At::Clock(time(hour)));
                    let found = asked.get(&slot).map_or(&[][..], Vec::as_slice);
                    let [due] = found else { panic!("{name} {day} {hour}: {found:?}") };
                    let shown = life.zone.to_datetime(Timestamp::from_microsecond(due.0).unwrap());
                    let wanted: jiff::civil::DateTime = format!("{day}T{hour}").parse().unwrap();
                    let kind = life.zone.to_ambiguous_timestamp(wanted).offset();
                    if matches!(kind, jiff::tz::AmbiguousOffset::Gap { .. }) {
                        let late = shown.since((Unit::Minute, wanted)).unwrap().get_minutes();
                        assert!((1..=180).contains(&late), "{name} {wanted}: {shown}");
                    } else {
                        assert_eq!(shown, wanted, "{name}");
                    }
                }
            }
        }
    }
}

#[test]
fn hours_between_doses_stay_real_when_the_clocks_change() {
    for name in tried() {
        let life = life(&name);
        for change in changes(&life.zone) {
            let plan = plan([course("2020-01-03", Rhythm::Hours { every: 6, first: time("02:30"), zone: None })]);
            let found = doses(&plan, &life, instant(change).plus_days(-1), instant(change).plus_days(1));
            let found: Vec<Dose> = found.collect();
            let steps: Vec<i64> = found.windows(2).map(|two| two[1].due.seconds_since(two[0].due)).collect();
            let named = |dose: &Dose| i64::from(dose.slot.number) + between(day("2020-01-03"), dose.slot.day) * 24 * 60;
            let numbers: Vec<i64> = found.windows(2).map(|two| named(&two[1]) - named(&two[0])).collect();
            assert!(instant(change) < instant("2020-01-06T00:00Z".parse().unwrap()) || found.len() == 8, "{name}");
            assert!(steps.iter().all(|step| *step == 6 * 3_600), "{name} {steps:?}");
            assert!(numbers.iter().all(|step| *step == 6 * 60), "{name} {numbers:?}");
        }
    }
}

fn any_day() -> impl Strategy<Value = Day> {
    (0_i64..400).prop_map(|n| day("2025-12-01").plus_days(n))
}

fn any_time() -> impl Strategy<Value = TimeOfDay> {
    (0_u8..24, prop_oneof![Just(0_u8), Just(30), 0_u8..60])
        .prop_map(|(hour, minute)| TimeOfDay::new(hour, minute).unwrap())
}

fn any_times() -> impl Strategy<Value = Vec<At>> {
    let moments = [Moment::Waking, Moment::Breakfast, Moment::Lunch, Moment::Dinner, Moment::Bedtime];
    let one = prop_oneof![3 => any_time().prop_map(At::Clock), 1 => prop::sample::select(moments.to_vec()).prop_map(At::Moment)];
    prop::collection::btree_set(one, 1..5).prop_map(|times| times.into_iter().collect::<Vec<_>>()).prop_shuffle()
}

fn any_moments() -> impl Strategy<Value = Moments> {
    prop::array::uniform5(any_time()).prop_map(|[waking, breakfast, lunch, dinner, bedtime]| Moments {
        waking,
        breakfast,
        lunch,
        dinner,
        bedtime,
    })
}

/// The doses in the order of the days and of the times that clocks show.
fn by_the_clock(doses: impl IntoIterator<Item = Dose>, life: &Life) -> Vec<Slot> {
    let moments = [Moment::Waking, Moment::Breakfast, Moment::Lunch, Moment::Dinner, Moment::Bedtime];
    let mut slots: Vec<Slot> = doses.into_iter().map(|dose| dose.slot).collect();
    slots.sort_unstable_by_key(|slot| {
        let named = moments.into_iter().find(|moment| Slot::of(slot.day, At::Moment(*moment)) == *slot);
        let clock = named.map(|moment| Slot::of(slot.day, At::Clock(life.moments.of(moment))).number);
        (slot.day, clock.unwrap_or(slot.number), slot.number)
    });
    slots
}

fn any_rhythm() -> impl Strategy<Value = Rhythm> {
    let days = prop::collection::btree_set(1_u16..30, 1..8);
    let weekdays = prop::collection::btree_set(prop::sample::select(Weekday::ALL.to_vec()), 1..4);
    let moved = prop::collection::btree_map(any_day(), any_day(), 0..3);
    let steps = prop::collection::vec((1_u16..9).prop_map(|days| Step { days, amounts: Vec::new() }), 1..4);
    prop_oneof![
        (1_u16..5, any_times()).prop_map(|(every, at)| Rhythm::Days { every, at }),
        (weekdays, any_times()).prop_map(|(days, at)| Rhythm::Weekdays { days, at }),
        (1_u16..80, any_time()).prop_map(|(every, first)| Rhythm::Hours { every, first, zone: None }),
        (7_u16..30, days, any_times(), moved).prop_map(|(length, days, at, moved)| Rhythm::Cycle {
            length,
            days,
            at,
            moved
        }),
        (steps, any_times()).prop_map(|(steps, at)| Rhythm::Taper { steps, at }),
        any_time().prop_map(|at| Rhythm::Once { at: At::Clock(at) }),
        Just(Rhythm::AsNeeded { least_minutes: None, most_a_day: None }),
    ]
}

fn any_course() -> impl Strategy<Value = Course> {
    let until = prop::option::of(any_day());
    (any_day(), until, prop::option::of(1_u32..60), any_rhythm(), prop::option::of(0_u32..3_000)).prop_map(
        |(from, until, most, rhythm, window_minutes)| {
            let amounts = vec![amount("1", "")];
            Course { from, until, most, rhythm, amounts, if_missed: None, window_minutes }
        },
    )
}

fn any_moment() -> impl Strategy<Value = Instant> {
    let base = instant("2025-12-01T00:00Z".parse().unwrap());
    (0_i64..420 * 24 * 60).prop_map(move |minutes| base.plus_seconds(minutes * 60))
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let pauses = (any_moment(), prop::option::weighted(0.9, any_moment())).prop_map(|(from, until)| pause(from, until));
    (prop::collection::btree_map(any_day(), any_course(), 1..4), prop::collection::vec(pauses, 0..4)).prop_map(
        |(courses, pauses)| {
            let courses = courses.into_iter().map(|(from, course)| Course { from, ..course }).collect();
            Plan { courses, pauses }
        },
    )
}

fn any_life() -> impl Strategy<Value = Life> {
    prop::sample::select(tried()).prop_map(|zone| life(&zone))
}

/// All doses that this file's plans can have, but for those that never end.
fn whole(plan: &Plan, life: &Life) -> Vec<Dose> {
    doses(plan, life, horizon().plus_days(-3 * 366), horizon()).collect()
}

fn horizon() -> Instant {
    instant("2028-01-01T00:00Z".parse().unwrap())
}

fn cases() -> ProptestConfig {
    ProptestConfig::with_cases(if std::env::var_os("DAYBOOK_LONG").is_some() { 4_000 } else { 300 })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn doses_come_in_order_each_once_with_time_to_answer(plan in any_plan(), life in any_life()) {
        let found = whole(&plan, &life);
        prop_assert!(found.is_sorted_by_key(|dose| dose.due));
        prop_assert_eq!(found.iter().map(|dose| dose.slot).collect::<BTreeSet<_>>().len(), found.len());
        for two in found.windows(2) {
            prop_assert!(two[0].due == two[1].due || two[0].until <= two[1].due);
        }
        prop_assert!(found.iter().all(|dose| dose.due <= dose.until));
    }

    #[test]
    fn a_stretch_of_time_is_the_sum_of_its_parts(
        plan in any_plan(), life in any_life(), mut cuts in prop::array::uniform3(any_moment()),
    ) {
        cuts.sort_unstable();
        let [a, b, c] = cuts;
        let in_one: Vec<Dose> = doses(&plan, &life, a, c).collect();
        let in_two: Vec<Dose> = doses(&plan, &life, a, b).chain(doses(&plan, &life, b, c)).collect();
        prop_assert_eq!(&in_one, &in_two);
        let expected: Vec<Dose> = whole(&plan, &life).into_iter().filter(|dose| (a..c).contains(&dose.due)).collect();
        prop_assert_eq!(in_one, expected);
    }

    #[test]
    fn the_next_dose_is_the_first_of_those_to_come(plan in any_plan(), life in any_life(), after in any_moment()) {
        let to = after.plus_days(500);
        let first = doses(&plan, &life, after.plus_seconds(1), to).next();
        prop_assert_eq!(next(&plan, &life, after).filter(|dose| dose.due < to), first);
    }

    #[test]
    fn a_pause_leaves_out_what_is_due_within_it_and_nothing_else(
        mut plan in any_plan(), life in any_life(), from in any_moment(), until in prop::option::of(any_moment()),
    ) {
        for course in &mut plan.courses {
            course.most = None;
        }
        let before = whole(&plan, &life);
        plan.pauses.push(pause(from, until));
        let out = |at: Instant| from <= at && until.is_none_or(|until| at < until);
        let expected: Vec<_> = before.iter().filter(|dose| !out(dose.due)).map(|dose| (dose.slot, dose.due)).collect();
        let found: Vec<_> = whole(&plan, &life).iter().map(|dose| (dose.slot, dose.due)).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn so_many_doses_are_counted_from_the_beginning_whatever_was_paused(
        mut plan in any_plan(), life in any_life(), most in 1_u32..80, from in any_moment(),
    ) {
        plan.courses.truncate(1);
        plan.courses[0].most = None;
        // By the days that the doses are of: a skipped hour may swap two, and the one of the later day goes.
        let mut expected = by_the_clock(whole(&plan, &life), &life);
        expected.truncate(most as usize);
        plan.courses[0].most = Some(most);
        let found = by_the_clock(whole(&plan, &life), &life);
        prop_assert_eq!(&found, &expected);
        let later = by_the_clock(doses(&plan, &life, from, horizon()), &life);
        prop_assert!(later.iter().all(|slot| expected.contains(slot)));
    }

    #[test]
    fn moving_the_moments_of_the_day_makes_no_dose_another_one(
        rhythm in any_rhythm(), life in any_life(), before in any_moments(), after in any_moments(),
    ) {
        let mut ends = course("2026-02-01", rhythm);
        ends.until = Some(day("2026-12-01"));
        let plan = plan([ends]);
        let with = |moments: Moments| {
            let life = Life { moments, ..life.clone() };
            let found = whole(&plan, &life);
            for dose in &found {
                let moment = [Moment::Waking, Moment::Breakfast, Moment::Lunch, Moment::Dinner, Moment::Bedtime];
                let named = moment.into_iter().find(|one| Slot::of(dose.slot.day, At::Moment(*one)) == dose.slot);
                let due = named.and_then(|one| life.at(dose.slot.day.date(), moments.of(one)));
                assert!(due.is_none_or(|due| due == dose.due), "{dose:?} is due when its moment is");
            }
            found.into_iter().map(|dose| dose.slot).collect::<BTreeSet<_>>()
        };
        prop_assert_eq!(with(before), with(after));
    }

    #[test]
    fn when_times_change_within_a_day_what_was_answered_stays_so_and_nothing_else_becomes_so(
        before in prop::collection::btree_set(any_time(), 1..5), after in prop::collection::btree_set(any_time(), 1..5),
        kept in prop::sample::subsequence((0..5).collect::<Vec<usize>>(), 0..5),
        hourly in prop::option::of(1_u16..13), anew in any::<bool>(), changed in any_time(),
    ) {
        // No day on which clocks change.
        let life = life("Europe/Paris");
        let on = day("2026-06-10");
        // Some of the times stay.
        let after: BTreeSet<TimeOfDay> =
            after.into_iter().chain(kept.iter().filter_map(|n| before.iter().nth(*n).copied())).collect();
        let daily = |times: &BTreeSet<TimeOfDay>| {
            Rhythm::Days { every: 1, at: times.iter().map(|time| At::Clock(*time)).collect() }
        };
        let by_the_hour = |first: &TimeOfDay, every| Rhythm::Hours { every, first: *first, zone: None };
        let first = if anew { "2026-06-10" } else { "2026-06-01" };
        let (old, new) = match hourly {
            None => (daily(&before), daily(&after)),
            Some(every) => (
                by_the_hour(before.first().unwrap(), every),
                by_the_hour(after.first().unwrap(), every + 1),
            ),
        };
        let old = plan([course(first, old)]);
        // As the form does: a course of the same first day is replaced, another one is added.
        let mut new = plan([course("2026-06-10", new)]);
        if !anew {
            new.courses.insert(0, old.courses[0].clone());
        }
        let (start, end) = (life.begin(on), life.begin(on.plus_days(1)));
        let at = life.at(on.date(), changed).unwrap();
        let answered: Vec<Dose> = doses(&old, &life, start, end).filter(|dose| dose.due <= at).collect();
        for dose in doses(&new, &life, start, end) {
            let is_answered = answered.iter().any(|known| known.slot == dose.slot);
            let was_taken = answered.iter().any(|known| known.due == dose.due);
            prop_assert_eq!(is_answered, was_taken, "{:?}", dose);
            prop_assert!(!is_answered || dose.due <= at);
        }
        let days: BTreeSet<Slot> = answered.iter().map(|dose| dose.slot).collect();
        let later = doses(&new, &life, end, end.plus_days(60));
        prop_assert!(later.into_iter().all(|dose| !days.contains(&dose.slot)));
    }

    #[test]
    fn changing_a_dose_from_a_day_keeps_what_was_before_and_has_nothing_twice(
        plan in any_plan(), life in any_life(), from in any_day(), rhythm in any_rhythm(),
    ) {
        let mut changed = plan.clone();
        changed.courses.retain(|course| course.from < from);
        changed.courses.push(Course { from, rhythm, ..plan.courses[0].clone() });
        let of = |plan: &Plan| whole(plan, &life).into_iter().filter(|dose| dose.slot.day < from).map(|dose| (dose.slot, dose.due)).collect::<Vec<_>>();
        // Doses by the hour are named as if the clocks were never changed: those from the new day on are gone.
        let start = instant(from.date().to_zoned(life.zone.clone()).unwrap().timestamp());
        let mut kept = of(&plan);
        kept.retain(|(slot, due)| slot.number < BY_THE_HOUR || *due < start);
        prop_assert_eq!(of(&changed), kept);
    }

    #[test]
    fn a_month_has_each_of_its_doses_once(plan in any_plan(), life in any_life(), first in any_day()) {
        let last = first.plus_days(30);
        let month = by_day(&plan, &life, first, last);
        prop_assert_eq!(month.len(), 31);
        let local = |dose: &Dose| {
            Day::from(life.zone.to_datetime(Timestamp::from_microsecond(dose.due.0).unwrap()).date())
        };
        for (day, doses) in &month {
            prop_assert!(doses.iter().all(|dose| local(dose) == *day));
        }
        let expected = whole(&plan, &life).iter().filter(|dose| (first..=last).contains(&local(dose))).count();
        prop_assert_eq!(month.values().map(Vec::len).sum::<usize>(), expected);
    }

    #[test]
    fn a_plan_reads_back_as_it_was_written(plan in any_plan()) {
        let written = serde_json::to_string(&plan).unwrap();
        prop_assert_eq!(serde_json::from_str::<Plan>(&written).unwrap(), plan);
    }
}

/// The numbers of doses by the hour.
const BY_THE_HOUR: u32 = 2 * 24 * 60;
