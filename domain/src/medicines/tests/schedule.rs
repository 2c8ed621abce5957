//! Each rhythm, pauses, changes, ends and the time to answer, by example.

use rstest::rstest;

use super::*;
use crate::{
    medicines::{
        plan::{Moment, Slot, Step},
        schedule::{
            by_day,
            cycle::{Beginning, begun, next as next_cycle},
            next,
        },
    },
    time::Weekday,
};

const PARIS: &str = "Europe/Paris";

fn slots(doses: &[Dose]) -> Vec<(String, u32)> {
    doses.iter().map(|dose| (String::from(dose.slot.day), dose.slot.number)).collect()
}

#[test]
fn twice_a_day_stays_at_eight_when_the_clocks_change() {
    // 29 March 2026 has 23 hours in Paris.
    let plan = plan([course("2026-03-28", daily(&["08:00", "20:00"]))]);
    let times = times(&plan, &life(PARIS), "2026-01-01T00:00", "2026-03-30T09:00");
    assert_eq!(
        times,
        ["2026-03-28 08:00", "2026-03-28 20:00", "2026-03-29 08:00", "2026-03-29 20:00", "2026-03-30 08:00"]
    );
}

#[test]
fn a_time_that_the_clocks_skip_moves_forward_and_one_that_they_show_twice_counts_once() {
    let plan = plan([course("2026-01-01", daily(&["02:30", "03:00"]))]);
    let life = life(PARIS);
    let spring = all(&plan, &life, "2026-03-29T00:00", "2026-03-30T00:00");
    // Half past two is half past three, after the dose of three; each keeps its number.
    let due: Vec<_> = spring.iter().map(|dose| (shown(dose.due, &life), dose.slot.number)).collect();
    assert_eq!(due, [("2026-03-29 03:00".to_owned(), 180), ("2026-03-29 03:30".to_owned(), 150)]);
    let autumn = all(&plan, &life, "2026-10-25T00:00", "2026-10-26T00:00");
    assert_eq!(slots(&autumn), [("2026-10-25".to_owned(), 150), ("2026-10-25".to_owned(), 180)]);
    assert_eq!(autumn[1].due.seconds_since(autumn[0].due), 3_600 + 1_800);
}

#[test]
fn a_skipped_hour_before_midnight_moves_a_dose_behind_midnight_and_loses_none() {
    // In Nuuk the clocks go from 23:00 to 00:00 on the last Saturday of March.
    let plan = plan([course("2026-01-01", daily(&["00:10", "23:30"]))]);
    let life = life("America/Nuuk");
    let found = all(&plan, &life, "2026-03-28T00:00", "2026-03-30T00:00");
    let due: Vec<_> = found.iter().map(|dose| (shown(dose.due, &life), dose.slot.number)).collect();
    let expected =
        [("2026-03-28 00:10", 10), ("2026-03-29 00:10", 10), ("2026-03-29 00:30", 1410), ("2026-03-29 23:30", 1410)];
    assert_eq!(due, expected.map(|(due, number)| (due.to_owned(), number)));
}

#[test]
fn a_day_that_the_calendar_skips_has_no_doses() {
    // Samoa went over the date line: there was no 30 December 2011.
    let plan = plan([course("2011-12-28", daily(&["08:00"]))]);
    let times = times(&plan, &life("Pacific/Apia"), "2011-12-28T00:00", "2012-01-01T00:00");
    assert_eq!(times, ["2011-12-28 08:00", "2011-12-29 08:00", "2011-12-31 08:00"]);
}

#[test]
fn hours_from_dose_to_dose_are_real_hours() {
    let plan = plan([course("2026-03-28", Rhythm::Hours { every: 8, first: time("06:00"), zone: None })]);
    let life = life(PARIS);
    let found = all(&plan, &life, "2026-03-28T20:00", "2026-03-29T18:00");
    let due: Vec<_> = found.iter().map(|dose| shown(dose.due, &life)).collect();
    assert_eq!(due, ["2026-03-28 22:00", "2026-03-29 07:00", "2026-03-29 15:00"]);
    // They are named by the hours at which they would come without the change of the clocks: 22:00, 6:00, 14:00.
    let named = [("2026-03-28", 2880 + 1320), ("2026-03-29", 2880 + 360), ("2026-03-29", 2880 + 840)];
    assert_eq!(slots(&found), named.map(|(day, number)| (day.to_owned(), number)));
}

#[rstest]
#[case(Rhythm::Days { every: 2, at: at(&["09:00"]) }, &["02", "04", "06", "08", "10", "12", "14", "16"])]
#[case(Rhythm::Weekdays { days: [Weekday::Monday, Weekday::Friday].into(), at: at(&["09:00"]) }, &["02", "05", "09", "12", "16"])]
#[case(cycle(7, [1, 2], &["09:00"]), &["02", "03", "09", "10", "16"])]
#[case(cycle(5, [5, 9], &["09:00"]), &["06", "11", "16"])]
#[case(Rhythm::Once { at: At::Moment(Moment::Breakfast) }, &["02"])]
#[case(Rhythm::AsNeeded { least_minutes: Some(60), most_a_day: None }, &[])]
fn a_rhythm_asks_on_its_days(#[case] rhythm: Rhythm, #[case] days: &[&str]) {
    // 2 January 2026 is a Friday.
    let plan = plan([course("2026-01-02", rhythm)]);
    let found = all(&plan, &life(PARIS), "2025-12-01T00:00", "2026-01-17T00:00");
    let found: Vec<String> = found.iter().map(|dose| String::from(dose.slot.day)[8..].to_owned()).collect();
    assert_eq!(found, days);
}

#[test]
fn a_taper_goes_down_by_its_steps_and_ends() {
    let step = |days, number| Step { days, amounts: vec![amount(number, "")] };
    let steps = vec![step(3, "4"), step(2, "2"), step(1, "0.5")];
    let plan = plan([course("2026-01-01", Rhythm::Taper { steps, at: at(&["08:00"]) })]);
    let found = all(&plan, &life(PARIS), "2026-01-01T00:00", "2027-01-01T00:00");
    let amounts: Vec<String> = found.iter().map(|dose| dose.amounts[0].count.to_string()).collect();
    assert_eq!(amounts, ["4", "4", "4", "2", "2", "0.5"]);
}

#[test]
fn a_changed_dose_holds_from_its_day_and_what_was_before_stays() {
    let mut after = course("2026-01-03", daily(&["07:00"]));
    after.amounts = vec![amount("2", "500 mg"), amount("1", "150 mg")];
    let plan = plan([course("2026-01-01", daily(&["08:00", "20:00"])), after]);
    let found = all(&plan, &life(PARIS), "2026-01-02T00:00", "2026-01-04T00:00");
    let due: Vec<_> = found.iter().map(|dose| (shown(dose.due, &life(PARIS)), dose.amounts.len())).collect();
    let expected = [("2026-01-02 08:00", 1), ("2026-01-02 20:00", 1), ("2026-01-03 07:00", 2)];
    assert_eq!(due, expected.map(|(due, amounts)| (due.to_owned(), amounts)));
}

#[test]
fn a_course_ends_after_its_last_day_or_its_last_dose() {
    let mut ends = course("2026-01-01", daily(&["08:00", "20:00"]));
    ends.until = Some(day("2026-01-02"));
    assert_eq!(times(&plan([ends.clone()]), &life(PARIS), "2026-01-01T00:00", "2027-01-01T00:00").len(), 4);
    ends.until = None;
    ends.most = Some(3);
    let counted = plan([ends]);
    let life = life(PARIS);
    let last = "2026-01-02 08:00";
    assert_eq!(times(&counted, &life, "2026-01-01T00:00", "2027-01-01T00:00").last().unwrap(), last);
    // Also for who looks from the middle.
    assert_eq!(times(&counted, &life, "2026-01-02T00:00", "2027-01-01T00:00"), [last]);
    assert_eq!(next(&counted, &life, moment("2026-01-02T08:00", &life)), None);
}

#[test]
fn what_a_pause_leaves_out_does_not_count_and_resuming_moves_nothing() {
    let life = life(PARIS);
    let mut counted = course("2026-01-01", cycle(4, [1, 2], &["08:00", "20:00"]));
    counted.most = Some(6);
    let mut plan = plan([counted]);
    plan.pauses = vec![pause(moment("2026-01-02T08:00", &life), Some(moment("2026-01-05T20:00", &life)))];
    let expected = [
        "2026-01-01 08:00",
        "2026-01-01 20:00",
        "2026-01-05 20:00",
        "2026-01-06 08:00",
        "2026-01-06 20:00",
        "2026-01-09 08:00",
    ];
    assert_eq!(times(&plan, &life, "2026-01-01T00:00", "2027-01-01T00:00"), expected);
    for from in 1..9 {
        let from = format!("2026-01-0{from}T00:00");
        let rest: Vec<&str> = expected.into_iter().filter(|due| due.replace(' ', "T") >= from).collect();
        assert_eq!(times(&plan, &life, &from, "2027-01-01T00:00"), rest, "{from}");
    }
}

#[test]
fn a_pause_without_an_end_ends_everything_until_someone_resumes() {
    let life = life(PARIS);
    let mut plan = plan([course("2026-01-01", daily(&["08:00"])), course("2026-06-01", daily(&["09:00"]))]);
    plan.pauses = vec![pause(moment("2026-01-03T07:00", &life), None)];
    assert_eq!(next(&plan, &life, moment("2026-01-02T08:00", &life)), None);
    plan.pauses[0].until = Some(moment("2026-06-02T09:00", &life));
    assert_eq!(next(&plan, &life, moment("2026-01-02T08:00", &life)).unwrap().due, moment("2026-06-02T09:00", &life));
}

#[test]
fn a_cycle_that_was_moved_is_rest_until_it_begins_and_the_next_ones_follow() {
    let mut rhythm = cycle(21, 1..=14, &["08:00"]);
    let Rhythm::Cycle { moved, .. } = &mut rhythm else { unreachable!() };
    // The second cycle was put off by two weeks.
    moved.insert(day("2026-01-22"), day("2026-02-05"));
    let plan = plan([course("2026-01-01", rhythm)]);
    let found = all(&plan, &life(PARIS), "2026-01-14T00:00", "2026-02-28T00:00");
    let days: Vec<String> = found.iter().map(|dose| String::from(dose.slot.day)).collect();
    assert_eq!(days[..3], ["2026-01-14", "2026-02-05", "2026-02-06"]);
    assert_eq!(days[14..], ["2026-02-18", "2026-02-26", "2026-02-27"]);
}

#[test]
fn a_cycle_that_was_begun_early_cuts_the_one_before_it_short() {
    let mut rhythm = cycle(7, [1, 6], &["08:00"]);
    let Rhythm::Cycle { moved, .. } = &mut rhythm else { unreachable!() };
    moved.insert(day("2026-01-08"), day("2026-01-05"));
    let plan = plan([course("2026-01-01", rhythm)]);
    let found = all(&plan, &life(PARIS), "2026-01-01T00:00", "2026-01-18T00:00");
    let days: Vec<String> = found.iter().map(|dose| String::from(dose.slot.day)[8..].to_owned()).collect();
    assert_eq!(days, ["01", "05", "10", "12", "17"]);
}

#[test]
fn a_dose_that_changes_within_a_cycle_leaves_the_cycle_where_it_is() {
    let mut rhythm = cycle(28, 1..=21, &["08:00"]);
    let Rhythm::Cycle { moved, .. } = &mut rhythm else { unreachable!() };
    moved.insert(day("2026-01-11"), day("2026-01-01"));
    let mut changed = course("2026-01-11", rhythm);
    changed.most = Some(12);
    let plan = plan([course("2026-01-01", cycle(28, 1..=21, &["08:00"])), changed]);
    let found = all(&plan, &life(PARIS), "2026-01-20T00:00", "2026-03-01T00:00");
    let days: Vec<String> = found.iter().map(|dose| String::from(dose.slot.day)).collect();
    assert_eq!(days, ["2026-01-20", "2026-01-21", "2026-01-29"]);
}

#[test]
fn who_moves_a_cycle_learns_which_one_comes_next_and_which_one_a_day_lies_in() {
    let mut rhythm = cycle(21, [1], &["08:00"]);
    let same = |begins| Some(Beginning { would: day(begins), begins: day(begins) });
    let unmoved = course("2026-01-01", rhythm.clone());
    assert_eq!(next_cycle(&unmoved, day("2025-12-01")), same("2026-01-01"));
    assert_eq!(next_cycle(&unmoved, day("2026-01-01")), same("2026-01-01"));
    assert_eq!(next_cycle(&unmoved, day("2026-01-02")), same("2026-01-22"));
    assert_eq!(begun(&unmoved, day("2026-01-21")), Some(day("2026-01-01")));
    assert_eq!(begun(&unmoved, day("2025-12-31")), None);
    let Rhythm::Cycle { moved, .. } = &mut rhythm else { unreachable!() };
    moved.insert(day("2026-01-22"), day("2026-02-05"));
    let moved = course("2026-01-01", rhythm);
    let put_off = Some(Beginning { would: day("2026-01-22"), begins: day("2026-02-05") });
    assert_eq!(next_cycle(&moved, day("2026-01-20")), put_off);
    assert_eq!(next_cycle(&moved, day("2026-01-30")), put_off);
    assert_eq!(next_cycle(&moved, day("2026-02-06")), same("2026-02-26"));
    assert_eq!(begun(&moved, day("2026-01-21")), Some(day("2026-01-01")));
    assert_eq!(begun(&moved, day("2026-01-22")), None);
    assert_eq!(begun(&moved, day("2026-02-05")), Some(day("2026-02-05")));
    assert_eq!(next_cycle(&course("2026-01-01", daily(&["08:00"])), day("2026-01-01")), None);
}

#[test]
fn a_dose_keeps_its_slot_when_its_moment_is_moved_or_another_time_is_left_out() {
    let whole = |moments, rhythm| {
        let life = Life { moments, ..life(PARIS) };
        slots(&all(&plan([course("2026-01-01", rhythm)]), &life, "2026-01-01T00:00", "2026-01-03T00:00"))
    };
    let moments = |moments: &[Moment]| {
        let at = moments.iter().map(|moment| At::Moment(*moment)).collect();
        Rhythm::Days { every: 1, at }
    };
    let late = Moments { bedtime: time("00:30"), ..Moments::default() };
    let mut before = whole(Moments::default(), moments(&[Moment::Bedtime, Moment::Breakfast]));
    let after = whole(late, moments(&[Moment::Breakfast, Moment::Bedtime]));
    assert_ne!(before, after, "bedtime comes first");
    before.swap(0, 1);
    before.swap(2, 3);
    assert_eq!(before, after);
    let both = whole(late, daily(&["20:00", "08:00"]));
    let evening = whole(late, daily(&["20:00"]));
    assert_eq!([both[1].clone(), both[3].clone()], evening[..]);
}

#[test]
fn with_breakfast_is_at_the_persons_own_time() {
    let moments = Moments { breakfast: time("09:45"), ..Moments::default() };
    let life = Life { moments, ..life(PARIS) };
    let rhythm = Rhythm::Days { every: 1, at: vec![At::Moment(Moment::Bedtime), At::Moment(Moment::Breakfast)] };
    let plan = plan([course("2026-01-01", rhythm)]);
    let times = times(&plan, &life, "2026-01-01T00:00", "2026-01-02T00:00");
    assert_eq!(times, ["2026-01-01 09:45", "2026-01-01 22:00"]);
}

#[rstest]
// Half the time to the next dose.
#[case(daily(&["08:00", "12:00", "20:00"]), None, &["10:00", "16:00", "02:00"])]
// At most 12 hours.
#[case(Rhythm::Days { every: 3, at: at(&["08:00"]) }, None, &["20:00"])]
// As the medicine says, but never beyond the next dose.
#[case(daily(&["08:00", "09:00"]), Some(240), &["09:00", "13:00"])]
#[case(Rhythm::Hours { every: 4, first: time("00:00"), zone: None }, None, &["02:00", "06:00", "10:00", "14:00", "18:00", "22:00"])]
// The last one has none after it.
#[case(Rhythm::Once { at: At::Clock(time("08:00")) }, None, &["20:00"])]
fn a_dose_may_be_answered_for_half_the_time_to_the_next_one(
    #[case] rhythm: Rhythm,
    #[case] window_minutes: Option<u32>,
    #[case] until: &[&str],
) {
    let life = life(PARIS);
    let plan = plan([Course { window_minutes, ..course("2026-01-01", rhythm) }]);
    let found = all(&plan, &life, "2026-01-01T00:00", "2026-01-02T00:00");
    assert_eq!(found.iter().map(|dose| shown(dose.until, &life)[11..].to_owned()).collect::<Vec<_>>(), until);
}

#[test]
fn two_doses_at_the_same_moment_can_both_be_answered() {
    let moments = Moments { breakfast: time("08:00"), ..Moments::default() };
    let life = Life { moments, ..life(PARIS) };
    let rhythm = Rhythm::Days { every: 1, at: vec![At::Clock(time("08:00")), At::Moment(Moment::Breakfast)] };
    let found = all(&plan([course("2026-01-01", rhythm)]), &life, "2026-01-01T00:00", "2026-01-02T00:00");
    assert_eq!(slots(&found), [("2026-01-01".to_owned(), 480), ("2026-01-01".to_owned(), 1441)]);
    assert!(found.iter().all(|dose| shown(dose.until, &life) == "2026-01-01 20:00"));
}

#[test]
fn a_month_shows_each_of_its_days_with_its_doses() {
    let plan = plan([course("2026-02-10", cycle(14, [1, 2], &["08:00", "20:00"]))]);
    let month = by_day(&plan, &life(PARIS), day("2026-02-01"), day("2026-02-28"));
    assert_eq!(month.len(), 28);
    let with: Vec<_> = month.iter().filter(|(_, doses)| !doses.is_empty()).map(|(day, d)| (*day, d.len())).collect();
    assert_eq!(with, ["2026-02-10", "2026-02-11", "2026-02-24", "2026-02-25"].map(|of| (day(of), 2)));
}

#[test]
fn the_next_dose_is_found_however_far_ahead() {
    let life = life(PARIS);
    let plan = plan([
        course("2026-01-01", daily(&["08:00"])),
        course("2026-01-02", Rhythm::AsNeeded { least_minutes: None, most_a_day: None }),
        course("2041-07-01", daily(&["09:00"])),
    ]);
    let found = next(&plan, &life, moment("2026-01-01T08:00", &life)).unwrap();
    assert_eq!(
        (shown(found.due, &life), found.slot),
        ("2041-07-01 09:00".to_owned(), Slot { day: day("2041-07-01"), number: 540 })
    );
}

#[test]
fn a_rhythm_that_asks_for_nothing_ends_instead_of_being_searched() {
    let life = life(PARIS);
    let nothing = [
        Rhythm::Days { every: 0, at: at(&["08:00"]) },
        daily(&[]),
        Rhythm::Weekdays { days: [].into(), at: at(&["08:00"]) },
        Rhythm::Hours { every: 0, first: time("08:00"), zone: None },
        cycle(0, [1], &["08:00"]),
        cycle(21, [22], &["08:00"]),
        Rhythm::Taper { steps: Vec::new(), at: at(&["08:00"]) },
    ];
    for rhythm in nothing {
        assert_eq!(next(&plan([course("2026-01-01", rhythm)]), &life, Instant(0)), None);
    }
    assert_eq!(next(&plan([]), &life, Instant(0)), None);
}

#[test]
fn the_ends_of_the_calendar_are_no_trap() {
    let life = life("Pacific/Kiritimati");
    let plan = plan([course("0001-01-01", daily(&["08:00"]))]);
    assert!(doses(&plan, &life, Instant(i64::MIN), Instant(i64::MAX)).next().is_some());
    let last = doses(&plan, &life, Instant(253_402_000_000_000_000), Instant(i64::MAX)).last().unwrap();
    assert!(last.slot.day >= day("9999-12-29"));
    assert_eq!(next(&plan, &life, Instant(i64::MAX)), None);
}
