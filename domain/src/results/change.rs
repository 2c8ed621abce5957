//! How a value differs from an earlier one of the same test: since last time, and since before the
//! present course of treatment. It says lower or higher, never better or worse.

use serde::{Deserialize, Serialize};

use super::{Line, Quantity, Status, Value, analyte::plain_unit};
use crate::{id::ItemId, time::PartialDate};

/// How a value compares with an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    Lower,
    Higher,
    Same,
    /// A sign such as `<` leaves it open.
    Open,
}

/// An earlier value of the same test in the same unit, and how the present one compares with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub when: PartialDate,
    pub value: Quantity,
    pub direction: Direction,
}

/// What is known of earlier values.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Changes {
    pub since_last: Option<Change>,
    /// Against the last value before the present course of treatment began.
    pub over_treatment: Option<Change>,
}

/// A number as a quantity; `None` of everything else.
pub fn quantity_of(value: &Value) -> Option<Quantity> {
    match value {
        Value::Quantity(quantity) => Some(quantity.clone()),
        Value::Integer(number) => {
            Some(Quantity { number: number.to_string(), comparator: None, unit: None, ucum: None })
        }
        _ => None,
    }
}

/// How `now` compares with the first of `earlier` that can be compared: it has a date and a number,
/// and came in the same unit.
pub fn change<'a>(now: &Quantity, earlier: impl IntoIterator<Item = &'a Line>) -> Option<Change> {
    let number = now.to_f64()?;
    earlier.into_iter().find_map(|line| {
        let value = quantity_of(line.value.as_ref()?)?;
        let before = value.to_f64()?;
        let when = line.when.start.or(line.when.end)?;
        if plain_unit(value.unit_key()) != plain_unit(now.unit_key()) {
            return None;
        }
        let direction = if value.comparator.is_some() || now.comparator.is_some() {
            Direction::Open
        } else {
            match number.total_cmp(&before) {
                std::cmp::Ordering::Less => Direction::Lower,
                std::cmp::Ordering::Greater => Direction::Higher,
                std::cmp::Ordering::Equal => Direction::Same,
            }
        };
        Some(Change { when, value, direction })
    })
}

/// A day of treatment, with all that was given on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TreatmentDay {
    /// The first of its items; none of a day that only the care team keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    pub day: PartialDate,
    /// The last day, when it went on for longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// What was given, in the sender's words.
    pub names: Vec<String>,
}

/// Whether a treatment with this status was given.
const fn was_given(status: Status) -> bool {
    !matches!(status, Status::Registered | Status::Planned | Status::OnHold | Status::Cancelled | Status::NotDone)
}

/// The days of treatments, in the order in which they come. What was not given, or is only known
/// by month or year, is no day.
pub fn treatment_days(items: impl IntoIterator<Item = (ItemId, String, Line)>) -> Vec<TreatmentDay> {
    let mut days: Vec<TreatmentDay> = Vec::new();
    for (item, title, line) in items {
        let given = was_given(line.status);
        // A value filed under treatment ("status of the disease") is not a treatment.
        let Some(day) = line.when.start.filter(|when| given && line.value.is_none() && when.day.is_some()) else {
            continue;
        };
        let day = day.date();
        let until = line.when.end.map(PartialDate::date).filter(|end| end.position() > day.position());
        let at = days.iter().position(|known| known.day == day).unwrap_or_else(|| {
            days.push(TreatmentDay { item: Some(item), day, until: None, names: Vec::new() });
            days.len() - 1
        });
        let known = &mut days[at];
        if !title.is_empty() && !known.names.contains(&title) {
            known.names.push(title);
        }
        if until.map(PartialDate::sort_key) > known.until.map(PartialDate::sort_key) {
            known.until = until;
        }
    }
    days
}

/// On which of the days that the care team keeps there was treatment, as far as anyone knows, newest
/// first: those up to `today` of which `items`, the record's own treatments, say nothing. What the record
/// says of a day is better known, also that nothing was given on it.
pub fn kept_days(
    kept: Vec<PartialDate>,
    items: &[(ItemId, String, Line)],
    (from, to): (Option<PartialDate>, PartialDate),
    today: PartialDate,
) -> Vec<TreatmentDay> {
    let key = |day: PartialDate| day.date().sort_key();
    let is_told = |day: PartialDate| {
        items.iter().any(|(_, _, line)| {
            let start = line.when.start.filter(|when| line.value.is_none() && when.day.is_some());
            let end = line.when.end.filter(|_| was_given(line.status)).or(start);
            start.zip(end).is_some_and(|(start, end)| key(start) <= key(day) && key(day) <= key(end))
        })
    };
    let mut days: Vec<TreatmentDay> = kept
        .into_iter()
        .filter(|day| key(*day) <= key(today) && key(*day) <= key(to) && from.is_none_or(|from| key(from) <= key(*day)))
        .filter(|day| !is_told(*day))
        .map(|day| TreatmentDay { item: None, day, until: None, names: Vec::new() })
        .collect();
    days.sort_by_key(|one| std::cmp::Reverse(key(one.day)));
    days
}

/// Treatment days further apart than this belong to two courses. Cycles of two, three, four and
/// six weeks stay together, also when one is put off.
const GAP_IN_DAYS: f64 = 63.0;

/// The first day of the course of treatment that someone was in on the day of a test; `None`
/// when there was none, or when it began on that day.
pub fn course_began(days: &[TreatmentDay], at: PartialDate) -> Option<PartialDate> {
    let at = at.date().position();
    let mut before: Vec<&TreatmentDay> = days.iter().filter(|day| day.day.position() <= at).collect();
    before.sort_by(|a, b| b.day.position().total_cmp(&a.day.position()));
    let mut next = at;
    let mut began = None;
    for day in before {
        let last = day.until.map_or(day.day.position(), PartialDate::position);
        if next - last > GAP_IN_DAYS {
            break;
        }
        next = day.day.position();
        began = Some(day.day);
    }
    began.filter(|day| day.position() < at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::When;
    use proptest::prelude::*;
    use rstest::rstest;

    fn a_quantity(text: &str, unit: &str) -> Quantity {
        let comparator = text.starts_with('<').then_some(super::super::Comparator::Less);
        let number = text.trim_start_matches('<').to_owned();
        Quantity { number, comparator, unit: Some(unit.into()), ucum: Some(unit.into()) }
    }

    fn a_line(when: &str, value: Option<Value>, status: Status) -> Line {
        let when = When { start: when.parse().ok(), end: None };
        Line { when, status, value, place: None, conclusion: None, analyte: None }
    }

    fn earlier(when: &str, text: &str, unit: &str) -> Line {
        a_line(when, Some(Value::Quantity(a_quantity(text, unit))), Status::Final)
    }

    fn a_day(day: &str) -> TreatmentDay {
        let item = Some(ItemId(uuid::Uuid::nil()));
        TreatmentDay { item, day: day.parse().unwrap(), until: None, names: vec!["Oxaliplatin".into()] }
    }

    #[rstest]
    #[case("1.4", Direction::Lower)]
    #[case("2.10", Direction::Same)]
    #[case("2.2", Direction::Higher)]
    #[case("<3", Direction::Open)]
    fn a_value_is_compared_with_the_one_before(#[case] now: &str, #[case] direction: Direction) {
        let before = [earlier("2021-03-03", "2.1", "10*9/L")];
        let found = change(&a_quantity(now, "10*3/uL"), &before).unwrap();
        assert_eq!((found.direction, found.value.number.as_str()), (direction, "2.1"));
    }

    #[test]
    fn another_unit_is_passed_over_and_never_converted() {
        let before = [earlier("2021-03-03", "121", "g/L"), earlier("2021-02-03", "12.4", "g/dL")];
        let found = change(&a_quantity("12.1", "g/dL"), &before).unwrap();
        assert_eq!(found.value.number, "12.4");
        assert_eq!(change(&a_quantity("7.5", "mmol/L"), &before), None);
    }

    #[test]
    fn what_has_no_number_or_no_date_is_passed_over() {
        let before = [
            earlier("", "2.1", "g"),
            a_line("2021-03-03", Some(Value::Text("trace".into())), Status::Final),
            a_line("2021-03-02", None, Status::Final),
        ];
        assert_eq!(change(&a_quantity("2", "g"), &before), None);
    }

    #[test]
    fn what_was_given_on_one_day_is_one_day_of_treatment() {
        let item = ItemId(uuid::Uuid::nil());
        let given = |when: &str, title: &str, status| (item, title.to_owned(), a_line(when, None, status));
        let days = treatment_days([
            given("2025-03-03T09:00:00Z", "Oxaliplatin", Status::Final),
            given("2025-03-03T11:00:00Z", "Fluorouracil", Status::InProgress),
            given("2025-03-03T12:00:00Z", "Oxaliplatin", Status::Final),
            given("2025-03-17", "Oxaliplatin", Status::NotDone),
            given("2025-03-31", "Oxaliplatin", Status::Planned),
            given("2025-04", "Radiation", Status::Final),
        ]);
        assert_eq!(days.len(), 1);
        assert_eq!(days[0].names, ["Oxaliplatin", "Fluorouracil"]);
    }

    #[test]
    fn days_that_the_team_keeps_count_once_they_have_come_and_the_record_says_nothing_else() {
        let item = ItemId(uuid::Uuid::nil());
        let in_record = [
            (item, "Oxaliplatin".to_owned(), a_line("2025-03-03T09:00:00Z", None, Status::Final)),
            (item, "Oxaliplatin".to_owned(), a_line("2025-03-17", None, Status::NotDone)),
        ];
        let on = |text: &str| -> PartialDate { text.parse().unwrap() };
        let kept = || ["2025-02-17", "2025-03-03", "2025-03-17", "2025-03-31", "2025-04-14"].map(on).to_vec();
        let days = |from: Option<&str>, to: &str| -> Vec<String> {
            let within = (from.map(on), on(to));
            kept_days(kept(), &in_record, within, on("2025-03-31")).iter().map(|one| one.day.to_string()).collect()
        };
        assert_eq!(days(None, "2025-12-31"), ["2025-03-31", "2025-02-17"], "what is still to come is not drawn");
        assert_eq!(days(Some("2025-02-18"), "2025-03-30T08:00:00Z"), [""; 0]);
    }

    #[test]
    fn a_course_begins_after_a_long_pause_and_ends_by_itself() {
        let days = ["2024-01-10", "2024-01-24", "2025-03-03", "2025-03-24", "2025-04-28"].map(a_day);
        let began = |at: &str| course_began(&days, at.parse().unwrap()).map(PartialDate::sort_key);
        assert_eq!(began("2025-05-05T08:00:00Z").as_deref(), Some("2025-03-03"));
        assert_eq!(began("2025-03-10").as_deref(), Some("2025-03-03"));
        assert_eq!(began("2025-03-03"), None, "treatment has only begun");
        assert_eq!(began("2024-02-02").as_deref(), Some("2024-01-10"));
        assert_eq!(began("2024-12-24"), None, "the first course is long over");
        assert_eq!(began("2023-01-01"), None);
    }

    proptest! {
        #[test]
        fn a_course_began_on_a_treatment_day_before_the_test(starts in proptest::collection::vec(0u8..28, 0..12), at in 0u8..28) {
            let days: Vec<TreatmentDay> =
                starts.iter().map(|day| TreatmentDay { day: PartialDate::day(2025, 3, day + 1), ..a_day("2025-03-01") }).collect();
            let at = PartialDate::day(2025, 3, at + 1);
            let expected = days.iter().map(|day| day.day).min_by(|a, b| a.position().total_cmp(&b.position()));
            prop_assert_eq!(course_began(&days, at), expected.filter(|first| first.position() < at.position()));
        }
    }
}
