//! Lines of the timeline by month and day. A date that names no day is not given one: what is
//! only known by month or year stands after the days of it, and says so.

use domain::time::PartialDate;

use super::model::EntryModel;
use crate::words::Words;

/// The lines of one month, or of a year or of no time at all where no more is known.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthGroup {
    month: Month,
    pub heading: String,
    pub days: Vec<DayGroup>,
}

/// The lines of one day. Without a heading they stand directly under that of the group.
#[derive(Debug, Clone, PartialEq)]
pub struct DayGroup {
    day: Option<u8>,
    pub heading: Option<String>,
    pub entries: Vec<EntryModel>,
}

/// How much of a date decides where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Month {
    Known(i16, u8),
    YearOnly(i16),
    Unknown,
}

/// In the order in which the lines come, which is newest first.
pub fn by_month(words: Words, entries: Vec<EntryModel>) -> Vec<MonthGroup> {
    let mut months: Vec<MonthGroup> = Vec::new();
    for entry in entries {
        let date = entry.when.start.or(entry.when.end);
        let month = month_of(date);
        if months.last().is_none_or(|last| last.month != month) {
            months.push(MonthGroup { month, heading: month_heading(words, month), days: Vec::new() });
        }
        let Some(group) = months.last_mut() else { continue };
        let day = date.and_then(|date| date.day);
        match group.days.last_mut() {
            Some(last) if last.day == day => last.entries.push(entry),
            _ => group.days.push(DayGroup { day, heading: day_heading(words, date), entries: vec![entry] }),
        }
    }
    months
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
        Some(day) => words.weekday_day(date.year, date.month.unwrap_or(1), day),
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
            waits: None,
            only: None,
            diary: None,
            names: Vec::new(),
        }
    }

    #[test]
    fn vague_dates_stand_after_the_days_within_them_and_say_so() {
        let dates =
            ["2021-03-09T10:00:00+01:00", "2021-03-09", "2021-03-02", "2021-03", "2021-01-05", "2021", "2020", ""];
        let groups = by_month(Words::new(Language::English), dates.into_iter().map(an_entry).collect());
        let mut shown = Vec::new();
        for month in &groups {
            shown.push(month.heading.clone());
            for day in &month.days {
                shown.push(format!("{} × {}", day.heading.as_deref().unwrap_or("-"), day.entries.len()));
            }
        }
        assert_eq!(
            shown,
            [
                "March 2021",
                "Tuesday 9 × 2",
                "Tuesday 2 × 1",
                "Sometime in March 2021 × 1",
                "January 2021",
                "Tuesday 5 × 1",
                "Sometime in 2021",
                "- × 1",
                "Sometime in 2020",
                "- × 1",
                "Without a date",
                "- × 1",
            ]
        );
    }
}
