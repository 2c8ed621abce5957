//! Lines of the timeline by month and day. A date that names no day is not given one: what is
//! only known by month or year stands after the days of it, and says so.

use domain::time::PartialDate;

use super::{model::EntryModel, say};
use crate::words::Words;

/// The lines of one month, or of a year or of no time at all where no more is known.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthGroup {
    pub heading: String,
    pub days: Vec<DayGroup>,
}

/// The lines of one day. Without a heading they stand directly under that of the group.
#[derive(Debug, Clone, PartialEq)]
pub struct DayGroup {
    pub heading: Option<String>,
    pub entries: Vec<EntryModel>,
}

/// How much of a date decides where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Month {
    Known(i16, u8),
    YearOnly(i16),
    Unknown,
}

/// In the order in which the lines come, which is newest first.
pub fn by_month(words: Words, entries: Vec<EntryModel>) -> Vec<MonthGroup> {
    let mut months: Vec<(Month, Vec<(Option<u8>, DayGroup)>)> = Vec::new();
    for entry in entries {
        let date = entry.when.start.or(entry.when.end);
        let month = month_of(date);
        if months.last().is_none_or(|(last, _)| *last != month) {
            months.push((month, Vec::new()));
        }
        let Some((_, days)) = months.last_mut() else { continue };
        let day = date.and_then(|date| date.day);
        match days.last_mut() {
            Some((last, group)) if *last == day => group.entries.push(entry),
            _ => days.push((day, DayGroup { heading: day_heading(words, date), entries: vec![entry] })),
        }
    }
    months
        .into_iter()
        .map(|(month, days)| MonthGroup {
            heading: month_heading(words, month),
            days: days.into_iter().map(|(_, group)| group).collect(),
        })
        .collect()
}

fn month_of(date: Option<PartialDate>) -> Month {
    match date {
        Some(PartialDate { year, month: Some(month), .. }) => Month::Known(year, month),
        Some(PartialDate { year, month: None, .. }) => Month::YearOnly(year),
        None => Month::Unknown,
    }
}

fn month_heading(words: Words, month: Month) -> String {
    match month {
        Month::Known(year, month) => words.month(year, month),
        Month::YearOnly(year) => words.results_sometime(&words.year(year)),
        Month::Unknown => words.results_undated(),
    }
}

fn day_heading(words: Words, date: Option<PartialDate>) -> Option<String> {
    let date = date?;
    let month = date.month?;
    Some(match date.day {
        Some(_) => say::weekday_date(words, date.date()),
        None => words.results_sometime(&words.month(date.year, month)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;
    use domain::results::{Kind, Status, When};

    fn an_entry(date: &str) -> EntryModel {
        EntryModel {
            item: "01900000-0000-7000-8000-000000000000".parse().unwrap(),
            kind: Kind::Visit,
            title: date.into(),
            analyte: None,
            when: When { start: date.parse().ok(), end: None },
            status: Status::Final,
            changed: false,
            is_new: false,
            is_panel: false,
            value: None,
            place: None,
            conclusion: None,
            values: 0,
            outside: 0,
            only: None,
        }
    }

    #[test]
    fn vague_dates_stand_after_the_days_within_them_and_say_so() {
        let dates = ["2021-03-09T10:00:00+01:00", "2021-03-09", "2021-03-02", "2021-03", "2021-01-05", "2021", "2020", ""];
        let groups = by_month(Words::new(Language::English), dates.into_iter().map(an_entry).collect());
        let shown: Vec<(&str, Vec<(Option<&str>, usize)>)> = groups
            .iter()
            .map(|m| (m.heading.as_str(), m.days.iter().map(|d| (d.heading.as_deref(), d.entries.len())).collect()))
            .collect();
        assert_eq!(
            shown,
            [
                (
                    "March 2021",
                    vec![
                        (Some("Tuesday 9 March 2021"), 2),
                        (Some("Tuesday 2 March 2021"), 1),
                        (Some("Sometime in March 2021"), 1)
                    ]
                ),
                ("January 2021", vec![(Some("Tuesday 5 January 2021"), 1)]),
                ("Sometime in 2021", vec![(None, 1)]),
                ("Sometime in 2020", vec![(None, 1)]),
                ("Without a date", vec![(None, 1)]),
            ]
        );
    }
}
