//! From what a prescriber asks for to a course, with what the person is asked.

use super::*;
use crate::{
    medicines::prescribed::{Answers, Asks, Days, Direction, Often, courses},
    time::Weekday,
};

fn direction(often: Often) -> Direction {
    Direction { from: None, until: None, days: None, most: None, amounts: vec![amount("2", "")], often, food: None }
}

#[test]
fn how_often_is_known_and_the_times_are_asked() {
    let twice = direction(Often::Days { days: Days::Every(1), times: 2, at: Vec::new() });
    assert_eq!(twice.asks(), Asks { times: Some(2), from: true, ..Asks::default() });
    assert_eq!(twice.rhythm(&Answers::default()), None);
    assert_eq!(twice.rhythm(&Answers { at: at(&["08:00"]), ..Answers::default() }), None);
    let answers = Answers { at: at(&["08:00", "20:00"]), ..Answers::default() };
    assert_eq!(twice.rhythm(&answers), Some(daily(&["08:00", "20:00"])));
}

#[test]
fn once_a_week_asks_for_the_weekday() {
    let weekly = direction(Often::Days { days: Days::AWeek(1), times: 1, at: Vec::new() });
    assert_eq!(weekly.asks(), Asks { times: Some(1), weekdays: Some(1), from: true, ..Asks::default() });
    let mut answers = Answers { at: at(&["08:00"]), ..Answers::default() };
    assert_eq!(weekly.rhythm(&answers), None);
    answers.weekdays.insert(Weekday::Friday);
    let expected = Rhythm::Weekdays { days: [Weekday::Friday].into(), at: at(&["08:00"]) };
    assert_eq!(weekly.rhythm(&answers), Some(expected));
}

#[test]
fn so_many_days_are_counted_from_the_day_on_which_it_begins() {
    let mut week = direction(Often::Hours { every: 8 });
    week.days = Some(7);
    assert!(week.asks().first);
    assert_eq!(week.course(day("2026-01-05"), &Answers::default()), None);
    let answers = Answers { first: Some(time("06:00")), ..Answers::default() };
    let made = week.course(day("2026-01-05"), &answers).unwrap();
    assert_eq!((made.from, made.until), (day("2026-01-05"), Some(day("2026-01-11"))));
    assert_eq!(made.rhythm, Rhythm::Hours { every: 8, first: time("06:00") });
    week.amounts.clear();
    assert!(week.asks().amounts);
    assert_eq!(week.course(day("2026-01-05"), &answers), None);
}

#[test]
fn directions_make_courses_one_after_the_other() {
    let for_days = |days, number| Direction {
        days,
        amounts: vec![amount(number, "")],
        ..direction(Often::Days { days: Days::Every(1), times: 1, at: at(&["08:00"]) })
    };
    let made = courses(
        &[for_days(Some(3), "4"), for_days(Some(2), "2"), for_days(None, "1")],
        day("2026-01-05"),
        &Answers::default(),
    );
    let days: Vec<_> = made.unwrap().iter().map(|course| (course.from, course.until)).collect();
    let [first, second, third] = ["2026-01-05", "2026-01-08", "2026-01-10"].map(day);
    assert_eq!(days, [(first, Some(day("2026-01-07"))), (second, Some(day("2026-01-09"))), (third, None)]);
    let endless = [for_days(None, "4"), for_days(None, "2")];
    assert_eq!(courses(&endless, first, &Answers::default()), None);
}
