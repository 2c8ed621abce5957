//! One analyte over time: series that never mix units, and what can be said of each.

use serde::{Deserialize, Serialize};

use super::{
    Comparator, Quantity, Value,
    analyte::plain_unit,
    meaning::{Band, Meaning, Place},
};
use crate::{id::ItemId, time::PartialDate};

/// One measured value on the line of time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    pub item: ItemId,
    pub when: PartialDate,
    pub number: f64,
    /// Digit for digit.
    pub text: String,
    pub comparator: Option<Comparator>,
    pub place: Option<Place>,
}

/// Values in one unit, oldest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// The unit as it is written; empty when there is none.
    pub unit: String,
    pub points: Vec<Point>,
    /// The range of the latest value that has one.
    pub band: Option<Band>,
}

/// A dated value that may become a point.
pub struct Measured<'a> {
    pub item: ItemId,
    pub when: Option<PartialDate>,
    pub value: &'a Value,
    pub meaning: &'a Meaning,
}

/// Values told apart by unit, the unit of the latest value first. What has no date or is no
/// number can't be drawn and is left out; the number of those comes second.
pub fn series<'a>(values: impl IntoIterator<Item = Measured<'a>>) -> (Vec<Series>, usize) {
    let mut all: Vec<(String, Series)> = Vec::new();
    let mut left_out = 0;
    for measured in values {
        let quantity = match measured.value {
            Value::Quantity(q) => q.clone(),
            Value::Integer(n) => Quantity { number: n.to_string(), comparator: None, unit: None, ucum: None },
            _ => {
                left_out += 1;
                continue;
            }
        };
        let (Some(when), Some(number)) = (measured.when, quantity.to_f64()) else {
            left_out += 1;
            continue;
        };
        let key = plain_unit(quantity.unit_key());
        let at = all.iter().position(|(unit, _)| *unit == key).unwrap_or_else(|| {
            let unit = quantity.unit.clone().unwrap_or_default();
            all.push((key, Series { unit, points: Vec::new(), band: None }));
            all.len() - 1
        });
        let one = &mut all[at].1;
        one.points.push(Point {
            item: measured.item,
            when,
            number,
            text: quantity.number,
            comparator: quantity.comparator,
            place: measured.meaning.place,
        });
        if measured.meaning.band.is_some() {
            one.band.clone_from(&measured.meaning.band);
        }
    }
    for (_, one) in &mut all {
        one.points.sort_by_key(|p| p.when.sort_key());
    }
    all.sort_by_key(|(_, s)| std::cmp::Reverse(s.points.last().map(|p| p.when.sort_key())));
    (all.into_iter().map(|(_, s)| s).collect(), left_out)
}

/// What the sentence beside a chart says.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary<'a> {
    pub count: usize,
    pub first: &'a Point,
    pub last: &'a Point,
    pub lowest: &'a Point,
    pub highest: &'a Point,
}

impl Series {
    /// `None` when there is no point.
    pub fn summary(&self) -> Option<Summary<'_>> {
        let by_number = |a: &&Point, b: &&Point| a.number.total_cmp(&b.number);
        Some(Summary {
            count: self.points.len(),
            first: self.points.first()?,
            last: self.points.last()?,
            lowest: self.points.iter().min_by(by_number)?,
            highest: self.points.iter().max_by(by_number)?,
        })
    }

    /// The points of the last so many days before the latest one.
    #[must_use]
    pub fn within(&self, days: Option<u32>) -> Self {
        let Some((days, last)) = days.zip(self.points.last()) else { return self.clone() };
        let from = last.when.position() - f64::from(days);
        Self { points: self.points.iter().filter(|p| p.when.position() >= from).cloned().collect(), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn an_item() -> ItemId {
        ItemId(uuid::Uuid::nil())
    }

    fn a_value(number: &str, unit: &str) -> Value {
        Value::Quantity(Quantity { number: number.into(), comparator: None, unit: Some(unit.into()), ucum: None })
    }

    #[test]
    fn units_never_mix_and_the_latest_unit_comes_first() {
        let meaning = Meaning::default();
        let values = [
            ("2020-01-01", a_value("12.1", "g/dL")),
            ("2021-01-01", a_value("121", "g/L")),
            ("2019", a_value("11", "g/dL")),
        ];
        let (all, left_out) = series(values.iter().map(|(when, value)| Measured {
            item: an_item(),
            when: when.parse().ok(),
            value,
            meaning: &meaning,
        }));
        assert_eq!(left_out, 0);
        assert_eq!(
            all.iter().map(|s| (s.unit.as_str(), s.points.len())).collect::<Vec<_>>(),
            [("g/L", 1), ("g/dL", 2)]
        );
        assert_eq!(all[1].points[0].text, "11");
    }

    #[test]
    fn what_has_no_date_or_is_no_number_is_counted_not_drawn() {
        let meaning = Meaning::default();
        let values = [
            (None, a_value("1", "g")),
            (Some(PartialDate::day(2020, 1, 1)), a_value("none", "g")),
            (Some(PartialDate::day(2020, 1, 1)), Value::Text("trace".into())),
        ];
        let (all, left_out) = series(values.iter().map(|(when, value)| Measured {
            item: an_item(),
            when: *when,
            value,
            meaning: &meaning,
        }));
        assert_eq!((all.len(), left_out), (0, 3));
    }

    proptest! {
        #[test]
        fn the_summary_names_the_ends(numbers in proptest::collection::vec(-1000i32..1000, 1..30)) {
            let meaning = Meaning::default();
            let values: Vec<Value> = numbers.iter().map(|n| a_value(&n.to_string(), "g")).collect();
            let (all, _) = series(values.iter().enumerate().map(|(day, value)| Measured {
                item: an_item(),
                when: Some(PartialDate::day(2020, 1, 1 + u8::try_from(day % 28).unwrap())),
                value,
                meaning: &meaning,
            }));
            let summary = all[0].summary().unwrap();
            prop_assert_eq!(&summary.lowest.text, &numbers.iter().min().unwrap().to_string());
            prop_assert_eq!(&summary.highest.text, &numbers.iter().max().unwrap().to_string());
            prop_assert_eq!(summary.count, numbers.len());
        }
    }
}
