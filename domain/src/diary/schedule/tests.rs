use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan as _, Zoned, civil::ISOWeekDate, tz::TimeZone};
use proptest::prelude::*;
use rstest::rstest;

use super::*;

const PARIS: &str = "Europe/Paris";

fn day(text: &str) -> Day {
    Day::try_from(text.to_owned()).unwrap()
}

/// What the wall clock of Paris shows.
fn paris(text: &str) -> Instant {
    let zoned = text.parse::<jiff::civil::DateTime>().unwrap().in_tz(PARIS).unwrap();
    Instant(zoned.timestamp().as_microsecond())
}

fn weekly(day_of_week: Weekday) -> Schedule {
    Schedule {
        since: day("2026-01-01"),
        opens: Opening::default(),
        rhythm: Rhythm::Weekly { day: day_of_week },
        daily_until: None,
    }
}

fn in_cycles(days: &[u16], cycles: Cycles) -> Schedule {
    let days = days.iter().map(|n| CycleDay::try_from(*n).unwrap()).collect();
    Schedule { rhythm: Rhythm::Cycle { days, cycles }, ..weekly(Weekday::Monday) }
}

/// The days and hours in Paris at which windows open.
fn openings(schedule: &Schedule, from: &str, until: &str) -> Vec<String> {
    windows(schedule, PARIS, paris(from), paris(until)).unwrap().iter().map(|window| shown(window.due)).collect()
}

fn shown(at: Instant) -> String {
    at.in_zone(PARIS).unwrap().strftime("%m-%d %H:%M").to_string()
}

/// What the state is called, and when the next window opens.
fn stands(schedule: &Schedule, reports: &[&str], now: &str) -> (&'static str, String) {
    let reports: Vec<Instant> = reports.iter().map(|at| paris(at)).collect();
    let next = |next: Option<Instant>| next.map(shown).unwrap_or_default();
    match state(schedule, PARIS, &reports, paris(now)).unwrap() {
        State::NotYet { next: at } => ("not yet", next(at)),
        State::Due(window) => ("due", shown(window.due)),
        State::Overdue(window) => ("overdue", shown(window.due)),
        State::Expired { next: at } => ("expired", next(at)),
        State::Done { next: at } => ("done", next(at)),
    }
}

#[rstest]
// 5 January 2026 is a Monday.
#[case(&[], "2026-01-02T12:00", "not yet", "01-05 09:00")]
#[case(&[], "2026-01-05T08:59", "not yet", "01-05 09:00")]
#[case(&[], "2026-01-05T09:00", "due", "01-05 09:00")]
#[case(&[], "2026-01-06T09:00", "overdue", "01-05 09:00")]
#[case(&[], "2026-01-08T08:59", "overdue", "01-05 09:00")]
#[case(&[], "2026-01-08T09:00", "expired", "01-12 09:00")]
#[case(&[], "2026-01-12T08:59", "expired", "01-12 09:00")]
#[case(&["2026-01-05T09:30"], "2026-01-05T10:00", "done", "01-12 09:00")]
#[case(&["2026-01-05T09:30"], "2026-01-12T09:00", "due", "01-12 09:00")]
// Before breakfast of the day counts for the day, the evening before it does not.
#[case(&["2026-01-12T06:30"], "2026-01-12T07:00", "done", "01-19 09:00")]
#[case(&["2026-01-11T21:00"], "2026-01-12T09:00", "due", "01-12 09:00")]
// Late is heard too.
#[case(&["2026-01-10T09:00"], "2026-01-10T10:00", "done", "01-12 09:00")]
fn a_weekly_report_is_due_then_overdue_then_expired(
    #[case] reports: &[&str],
    #[case] now: &str,
    #[case] name: &str,
    #[case] at: &str,
) {
    assert_eq!(stands(&weekly(Weekday::Monday), reports, now), (name, at.to_owned()));
}

#[test]
fn nobody_is_asked_when_it_is_off_and_a_report_is_possible_all_the_same() {
    let off = Schedule { rhythm: Rhythm::Off, ..weekly(Weekday::Monday) };
    assert_eq!(stands(&off, &["2026-01-10T09:00"], "2026-03-01T10:00"), ("not yet", String::new()));
    assert_eq!(missed_in_a_row(&off, PARIS, &[], paris("2026-03-01T10:00")).unwrap(), 0);
}

#[test]
fn there_is_one_reminder_and_one_repeat_and_both_by_day() {
    let found = windows(&weekly(Weekday::Sunday), PARIS, paris("2026-03-22T00:00"), paris("2026-03-23T00:00")).unwrap();
    assert_eq!(reminders(&found[0]).map(shown), ["03-22 09:00", "03-23 09:00"]);
    let mut daily = weekly(Weekday::Sunday);
    daily.ask_daily(day("2026-03-22"), 7);
    daily.opens = Opening::try_from("13:00".to_owned()).unwrap();
    let found = windows(&daily, PARIS, paris("2026-03-22T00:00"), paris("2026-03-23T00:00")).unwrap();
    assert_eq!(reminders(&found[0]).map(shown), ["03-22 13:00", "03-22 21:00"]);
    assert_eq!(shown(found[0].expires), "03-23 13:00");
}

#[test]
fn nine_in_the_morning_stays_nine_when_the_clocks_change() {
    // 29 March 2026 has 23 hours in Paris, 25 October has 25.
    for (from, until, due) in [
        ("2026-03-28T00:00", "2026-04-06T00:00", ["03-28 09:00", "04-04 09:00"]),
        ("2026-10-24T00:00", "2026-11-02T00:00", ["10-24 09:00", "10-31 09:00"]),
    ] {
        assert_eq!(openings(&weekly(Weekday::Saturday), from, until), due);
        let window = windows(&weekly(Weekday::Saturday), PARIS, paris(from), paris(until)).unwrap()[0];
        assert!(shown(window.overdue).ends_with("09:00") && shown(window.expires).ends_with("09:00"));
        assert_ne!(window.overdue.seconds_since(window.due), 24 * 3600);
    }
}

#[test]
fn days_of_a_cycle_are_counted_from_each_treatment_and_a_short_cycle_has_no_late_days() {
    let given = Cycles::Given(["2026-02-02", "2026-02-16", "2026-03-02"].map(day).into());
    let schedule = in_cycles(&[1, 8, 15], given);
    let found = openings(&schedule, "2026-01-26T00:00", "2026-06-01T00:00");
    // The 15th day of the first two cycles is the first day of the next ones.
    assert_eq!(found, ["02-02", "02-09", "02-16", "02-23", "03-02", "03-09", "03-16"].map(|d| format!("{d} 09:00")));
    assert_eq!(stands(&schedule, &["2026-03-16T10:00"], "2026-03-20T10:00"), ("done", String::new()));
}

#[test]
fn regular_cycles_go_on_from_their_first_day() {
    let regular = Cycles::Regular { start: day("2026-02-03"), length: CycleDay::try_from(21).unwrap() };
    let found = openings(&in_cycles(&[3, 10], regular), "2026-01-01T00:00", "2026-03-10T00:00");
    assert_eq!(found, ["02-05 09:00", "02-12 09:00", "02-26 09:00", "03-05 09:00"]);
}

#[test]
fn a_window_closes_when_the_next_one_opens_and_is_late_before_that() {
    let regular = Cycles::Regular { start: day("2026-02-03"), length: CycleDay::try_from(21).unwrap() };
    let schedule = in_cycles(&[1, 2, 4], regular);
    let found = windows(&schedule, PARIS, paris("2026-02-01T00:00"), paris("2026-02-20T00:00")).unwrap();
    let shown: Vec<[String; 3]> = found.iter().map(|w| [w.due, w.overdue, w.expires].map(shown)).collect();
    assert_eq!(
        shown,
        [
            ["02-03 09:00", "02-03 17:00", "02-04 09:00"],
            ["02-04 09:00", "02-05 09:00", "02-06 09:00"],
            ["02-06 09:00", "02-07 09:00", "02-09 09:00"],
        ]
    );
}

#[test]
fn after_an_alert_it_is_daily_for_some_days_and_then_as_before() {
    let mut schedule = weekly(Weekday::Monday);
    schedule.ask_daily(day("2026-01-14"), 3);
    let days = ["01-12", "01-14", "01-15", "01-16", "01-19", "01-26"].map(|d| format!("{d} 09:00"));
    // The days before it began are not asked after the fact.
    schedule.since = day("2026-01-14");
    assert_eq!(openings(&schedule, "2026-01-10T00:00", "2026-01-27T00:00"), days[1..]);
    // A second alert on the next day makes it longer, never shorter.
    schedule.ask_daily(day("2026-01-15"), 1);
    assert_eq!(schedule.daily_until, Some(day("2026-01-16")));
    schedule.ask_daily(day("2026-01-15"), 3);
    assert_eq!(schedule.daily_until, Some(day("2026-01-17")));
}

#[rstest]
#[case(&[], "2026-01-08T08:59", 0)]
#[case(&[], "2026-01-08T09:00", 1)]
#[case(&[], "2026-01-15T08:59", 1)]
#[case(&[], "2026-01-15T09:00", 2)]
// The window that is open says nothing yet.
#[case(&[], "2026-01-19T12:00", 2)]
#[case(&["2026-01-19T11:00"], "2026-01-19T12:00", 0)]
#[case(&["2026-01-10T11:00"], "2026-01-19T12:00", 1)]
#[case(&["2026-01-05T11:00"], "2026-01-22T12:00", 2)]
// What is told of a moment still to come was not heard.
#[case(&["2026-01-20T11:00"], "2026-01-19T12:00", 2)]
#[case(&[], "2026-12-24T12:00", 12)]
fn unanswered_windows_are_counted_back_to_the_last_time_that_the_person_was_heard(
    #[case] reports: &[&str],
    #[case] now: &str,
    #[case] missed: usize,
) {
    let reports: Vec<Instant> = reports.iter().map(|at| paris(at)).collect();
    assert_eq!(missed_in_a_row(&weekly(Weekday::Monday), PARIS, &reports, paris(now)).unwrap(), missed);
}

#[test]
fn a_schedule_is_kept_as_text_and_what_is_none_is_refused() {
    let text = r#"{"since":"2026-01-01","opens":"07:30","rhythm":{"cycle":{"days":[1,8],"cycles":{"regular":{"start":"2026-01-05","length":21}}}},"daily_until":null}"#;
    let schedule: Schedule = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&schedule).unwrap(), text);
    let short = r#"{"since":"2026-01-01","rhythm":{"weekly":{"day":"monday"}}}"#;
    assert_eq!(serde_json::from_str::<Schedule>(short).unwrap(), weekly(Weekday::Monday));
    for (old, new) in [
        ("07:30", "7:30"),
        ("07:30", "04:59"),
        ("07:30", "13:01"),
        ("07:30", "07:60"),
        ("07:30", "07:+5"),
        ("2026-01-01", "2026-01"),
        ("2026-01-01", "2026-02-30"),
        ("[1,8]", "[0]"),
        ("21", "85"),
        ("since", "from"),
    ] {
        assert!(serde_json::from_str::<Schedule>(&text.replacen(old, new, 1)).is_err(), "{new}");
    }
}

#[test]
fn a_zone_that_nobody_knows_is_an_error() {
    assert!(state(&weekly(Weekday::Monday), "Mars/Base", &[], paris("2026-01-08T09:00")).is_err());
}

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn instant(zoned: &Zoned) -> Instant {
    Instant(zoned.timestamp().as_microsecond())
}

#[test]
fn every_local_week_has_one_weekly_window_over_every_change_of_every_zone_from_2020_to_2035() {
    let (begin, end) = ("2020-01-01T00:00Z".parse::<Timestamp>().unwrap(), "2036-01-01T00:00Z".parse().unwrap());
    let mut changes = 0;
    for (number, zone) in jiff::tz::db().available().enumerate() {
        let Ok(known) = TimeZone::get(zone.as_str()) else { continue };
        let schedule = Schedule {
            since: day("2019-01-01"),
            opens: Opening::try_from(format!("{:02}:{:02}", 5 + number % 8, number % 60)).unwrap(),
            ..weekly(WEEKDAYS[number % 7])
        };
        for change in known.following(begin).take_while(|change| change.timestamp() < end) {
            changes += 1;
            let at = change.timestamp().to_zoned(known.clone());
            let monday = at.date().saturating_sub(i64::from(at.weekday().to_monday_zero_offset()).days());
            let from = monday.saturating_sub(1.week()).to_zoned(known.clone()).unwrap();
            let until = monday.saturating_add(2.weeks()).to_zoned(known.clone()).unwrap();
            let found = windows(&schedule, zone.as_str(), instant(&from), instant(&until)).unwrap();
            let mut weeks: BTreeMap<(i16, i8), usize> = BTreeMap::new();
            for window in &found {
                let due = window.due.in_zone(zone.as_str()).unwrap();
                assert_eq!(due.weekday().to_monday_zero_offset(), schedule_day(&schedule), "{zone}");
                assert_eq!(due.strftime("%H:%M").to_string(), String::from(schedule.opens), "{zone} {due}");
                assert!(window.counts_from < window.due && window.due < window.overdue);
                assert!(window.overdue < window.expires);
                let week: ISOWeekDate = due.date().iso_week_date();
                *weeks.entry((week.year(), week.week())).or_default() += 1;
            }
            assert_eq!(weeks.values().copied().collect::<Vec<_>>(), [1, 1, 1], "{zone} {at}");
        }
    }
    assert!(changes > 2_000, "{changes}");
}

fn schedule_day(schedule: &Schedule) -> i8 {
    let Rhythm::Weekly { day } = schedule.rhythm else { panic!("{schedule:?}") };
    day as i8
}

fn a_zone() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "UTC",
        PARIS,
        "America/New_York",
        "Asia/Gaza",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
    ])
}

fn a_schedule() -> impl Strategy<Value = Schedule> {
    let cycle_days = prop::collection::btree_set((1_u16..=30).prop_map(|n| CycleDay::try_from(n).unwrap()), 0..5);
    let a_day = || (0_i64..400).prop_map(|n| day("2026-01-01").plus_days(n));
    let cycles = prop_oneof![
        prop::collection::btree_set(a_day(), 0..6).prop_map(Cycles::Given),
        (a_day(), 1_u16..30)
            .prop_map(|(start, length)| Cycles::Regular { start, length: CycleDay::try_from(length).unwrap() }),
    ];
    let rhythm = prop_oneof![
        Just(Rhythm::Off),
        prop::sample::select(WEEKDAYS.to_vec()).prop_map(|day| Rhythm::Weekly { day }),
        (cycle_days, cycles).prop_map(|(days, cycles)| Rhythm::Cycle { days, cycles }),
    ];
    (a_day(), 5_u8..13, rhythm, prop::option::of(a_day())).prop_map(|(since, hour, rhythm, daily_until)| Schedule {
        since,
        opens: Opening(TimeOfDay::oclock(hour)),
        rhythm,
        daily_until,
    })
}

proptest! {
    #[test]
    fn windows_follow_each_other_without_overlap_and_the_state_is_that_of_one_of_them(
        schedule in a_schedule(),
        zone in a_zone(),
        hours in 0_i64..10_000,
        reports in prop::collection::vec(0_i64..10_000, 0..5),
    ) {
        let begin = Instant(1_767_225_600_000_000);
        let at = |hours: i64| begin.plus_seconds(hours * 3600);
        let now = at(hours);
        let found = windows(&schedule, zone, at(-48), at(13_000)).unwrap();
        for pair in found.windows(2) {
            prop_assert!(pair[0].expires <= pair[1].due);
            prop_assert!(pair[0].due < pair[1].counts_from);
        }
        let reports: Vec<Instant> = reports.into_iter().map(at).collect();
        let next = found.iter().find(|window| window.due > now).map(|window| window.due);
        let missed = missed_in_a_row(&schedule, zone, &reports, now).unwrap();
        match state(&schedule, zone, &reports, now).unwrap() {
            State::NotYet { next: told } => {
                prop_assert!(found.iter().all(|window| window.due > now || window.due < now.plus_days(-199)));
                prop_assert_eq!(told, next);
                prop_assert_eq!(missed, 0);
            }
            State::Due(window) | State::Overdue(window) => {
                prop_assert!(found.contains(&window));
                prop_assert!((window.due..window.expires).contains(&now));
                prop_assert!(!reports.iter().any(|report| (window.counts_from..=now).contains(report)));
            }
            State::Expired { next: told } => {
                prop_assert!(found.iter().all(|window| !(window.due..window.expires).contains(&now)));
                prop_assert_eq!(told, next);
                prop_assert!(missed >= 1);
            }
            State::Done { next: told } => {
                // Who reported before the hour at which today's opens is asked again after it.
                prop_assert!(told >= next || told.is_none());
                prop_assert!(reports.iter().any(|report| *report <= now));
                prop_assert_eq!(missed, 0);
            }
        }
    }
}
