//! One analyte over time: series that never mix units, and what can be said of each.

use serde::{Deserialize, Serialize};

use super::{
    Comparator, Quantity, Value,
    analyte::{Analyte, Units, plain_unit},
    meaning::{Band, BandSource, Meaning, Place},
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
    /// Set when it is looked at in another unit than it came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub converted: Option<Converted>,
}

impl Point {
    /// The number in the unit of its series: digit for digit where it came in it, else rounded.
    pub fn shown(&self) -> &str {
        self.converted.as_ref().map_or(&self.text, |converted| &converted.text)
    }
}

/// A value looked at in another unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Converted {
    /// Rounded to as many digits as it came with.
    pub text: String,
    /// The unit that it came in.
    pub from: String,
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
///
/// With a choice of units, what came in one of the two units of the test is looked at in that one.
pub fn series<'a>(
    values: impl IntoIterator<Item = Measured<'a>>,
    choice: Option<(Analyte, Units)>,
) -> (Vec<Series>, usize) {
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
        let came_in = quantity.unit.clone().unwrap_or_default();
        let own = plain_unit(quantity.unit_key());
        let view = choice.and_then(|(analyte, units)| analyte.conversion(&quantity, units));
        // What is in the unit already stays as it came.
        let view = view.filter(|(unit, _)| plain_unit(unit) != own);
        let (key, unit, factor) = match view {
            Some((unit, factor)) => (plain_unit(unit), unit.to_owned(), Some(factor)),
            None => (own, came_in.clone(), None),
        };
        let at = all.iter().position(|(unit, _)| *unit == key).unwrap_or_else(|| {
            all.push((key, Series { unit, points: Vec::new(), band: None }));
            all.len() - 1
        });
        let one = &mut all[at].1;
        one.points.push(Point {
            item: measured.item,
            when,
            number: number * factor.unwrap_or(1.0),
            converted: factor
                .map(|factor| Converted { text: rounded(number * factor, &quantity.number), from: came_in }),
            text: quantity.number,
            comparator: quantity.comparator,
            place: measured.meaning.place,
        });
        // What the laboratory gave counts for more than what is typical.
        let typical = |band: &Option<Band>| band.as_ref().is_none_or(|band| band.source == BandSource::Typical);
        if let Some(band) =
            measured.meaning.band.as_ref().filter(|band| band.source != BandSource::Typical || typical(&one.band))
        {
            one.band = Some(match factor {
                Some(factor) => band.times(factor),
                None => band.clone(),
            });
        }
    }
    for (_, one) in &mut all {
        one.points.sort_by_key(|p| p.when.sort_key());
    }
    all.sort_by_key(|(_, s)| std::cmp::Reverse(s.points.last().map(|p| p.when.sort_key())));
    (all.into_iter().map(|(_, s)| s).collect(), left_out)
}

/// A number with as many digits as the one that it was made from, and two at least.
fn rounded(number: f64, from: &str) -> String {
    let digits = from.split(['e', 'E']).next().unwrap_or_default().chars().filter(char::is_ascii_digit);
    let digits = digits.skip_while(|digit| *digit == '0').count().clamp(2, 9);
    if number == 0.0 || !number.is_finite() {
        return "0".to_owned();
    }
    #[expect(clippy::cast_possible_truncation, reason = "the power of a finite number")]
    let before = number.abs().log10().floor() as i32 + 1;
    let decimals = i32::try_from(digits).unwrap_or(9) - before;
    format!("{number:.*}", usize::try_from(decimals).unwrap_or(0).min(12))
}

impl Band {
    /// The same range in another unit.
    fn times(&self, factor: f64) -> Self {
        let text = |text: &Option<String>| {
            let text = text.as_deref()?;
            Some(text.parse::<f64>().map_or_else(|_| text.to_owned(), |limit| rounded(limit * factor, text)))
        };
        Self {
            low: self.low.map(|low| low * factor),
            high: self.high.map(|high| high * factor),
            low_text: text(&self.low_text),
            high_text: text(&self.high_text),
            source: self.source,
        }
    }
}

/// The first and the last moment of all that is drawn.
pub fn span(all: &[Series]) -> Option<(PartialDate, PartialDate)> {
    let by_place = |a: &PartialDate, b: &PartialDate| a.position().total_cmp(&b.position());
    let whens = || all.iter().flat_map(|one| one.points.iter().map(|point| point.when));
    whens().min_by(by_place).zip(whens().max_by(by_place))
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
        self.until(self.points.last().map(|last| last.when), days)
    }

    /// The points of the last so many days before a moment.
    #[must_use]
    pub fn until(&self, last: Option<PartialDate>, days: Option<u32>) -> Self {
        let Some((days, last)) = days.zip(last) else { return self.clone() };
        let from = last.position() - f64::from(days);
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
        let (all, left_out) = series(
            values.iter().map(|(when, value)| Measured {
                item: an_item(),
                when: when.parse().ok(),
                value,
                meaning: &meaning,
            }),
            None,
        );
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
        let (all, left_out) = series(
            values.iter().map(|(when, value)| Measured { item: an_item(), when: *when, value, meaning: &meaning }),
            None,
        );
        assert_eq!((all.len(), left_out), (0, 3));
    }

    fn in_units(values: &[(&str, Value)], choice: Option<(Analyte, Units)>) -> Vec<Series> {
        let band = Band {
            low: Some(12.0),
            high: Some(16.0),
            low_text: Some("12.0".into()),
            high_text: Some("16".into()),
            source: BandSource::Laboratory,
        };
        let meaning = Meaning { band: Some(band), ..Meaning::default() };
        let measured = values.iter().map(|(when, value)| Measured {
            item: an_item(),
            when: when.parse().ok(),
            value,
            meaning: &meaning,
        });
        series(measured, choice).0
    }

    #[test]
    fn a_choice_of_units_draws_both_in_one_chart_and_keeps_each_as_it_came() {
        let values = [
            ("2020-06-01", a_value("12.1", "g/dL")),
            ("2020-09-01", a_value("8.0", "mmol/L")),
            ("2021-01-01", a_value("119", "g/L")),
        ];
        let reported = in_units(&values, None);
        assert_eq!(reported.iter().map(|s| s.unit.as_str()).collect::<Vec<_>>(), ["g/L", "mmol/L", "g/dL"]);
        assert!(reported.iter().flat_map(|s| &s.points).all(|p| p.converted.is_none()));
        let si = in_units(&values, Some((Analyte::Hgb, Units::Si)));
        // The molar unit is not one of the two: it never joins them.
        assert_eq!(
            si.iter().map(|s| (s.unit.as_str(), s.points.len())).collect::<Vec<_>>(),
            [("g/L", 2), ("mmol/L", 1)]
        );
        let point = &si[0].points[0];
        assert_eq!((point.shown(), point.text.as_str()), ("121", "12.1"));
        assert_eq!(point.converted.as_ref().map(|c| c.from.as_str()), Some("g/dL"));
        assert_eq!(si[0].points[1].shown(), "119");
    }

    #[test]
    fn the_range_is_looked_at_in_the_same_unit() {
        let si = in_units(&[("2020-06-01", a_value("12.1", "g/dL"))], Some((Analyte::Hgb, Units::Si)));
        let band = si[0].band.clone().unwrap();
        assert_eq!((band.low, band.high), (Some(120.0), Some(160.0)));
        assert_eq!((band.low_text.as_deref(), band.high_text.as_deref()), (Some("120"), Some("160")));
    }

    #[test]
    fn a_converted_number_has_as_many_digits_as_it_came_with() {
        let shown =
            [(0.9 * 88.42, "0.9"), (1.05 * 88.42, "1.05"), (80.0 / 88.42, "80"), (5.0 * 0.0555, "5"), (0.0, "0")];
        assert_eq!(shown.map(|(number, from)| rounded(number, from)), ["80", "92.8", "0.90", "0.28", "0"]);
    }

    #[test]
    fn the_laboratorys_range_is_drawn_rather_than_a_typical_one_of_a_later_value() {
        let own = Band { low: Some(1.0), high: None, low_text: None, high_text: None, source: BandSource::Laboratory };
        let typical = Meaning { band: Some(Band { source: BandSource::Typical, ..own.clone() }), ..Meaning::default() };
        let given = Meaning { band: Some(own), ..Meaning::default() };
        let value = a_value("1", "g");
        let measured = [("2020-01-01", &given), ("2021-01-01", &typical)].map(|(when, meaning)| Measured {
            item: an_item(),
            when: when.parse().ok(),
            value: &value,
            meaning,
        });
        assert_eq!(series(measured, None).0[0].band.as_ref().map(|b| b.source), Some(BandSource::Laboratory));
    }

    proptest! {
        #[test]
        fn looking_in_other_units_and_back_gives_the_same_value(tenths in 1i32..3000, analyte in proptest::sample::select(Analyte::ALL)) {
            let Some((conventional, si)) = analyte.both_units() else { return Ok(()) };
            let text = format!("{}.{}", tenths / 10, tenths % 10);
            let there = series([Measured {
                item: an_item(),
                when: Some(PartialDate::day(2020, 1, 1)),
                value: &a_value(&text, conventional),
                meaning: &Meaning::default(),
            }], Some((analyte, Units::Si))).0;
            let back = series([Measured {
                item: an_item(),
                when: Some(PartialDate::day(2020, 1, 1)),
                value: &a_value(&there[0].points[0].number.to_string(), si),
                meaning: &Meaning::default(),
            }], Some((analyte, Units::Conventional))).0;
            let number: f64 = text.parse().unwrap();
            prop_assert!((back[0].points[0].number - number).abs() <= number * 1e-9);
            let shown: f64 = there[0].points[0].shown().parse().unwrap();
            prop_assert!((shown - there[0].points[0].number).abs() <= there[0].points[0].number * 0.051);
        }

        #[test]
        fn the_summary_names_the_ends(numbers in proptest::collection::vec(-1000i32..1000, 1..30)) {
            let meaning = Meaning::default();
            let values: Vec<Value> = numbers.iter().map(|n| a_value(&n.to_string(), "g")).collect();
            let (all, _) = series(values.iter().enumerate().map(|(day, value)| Measured {
                item: an_item(),
                when: Some(PartialDate::day(2020, 1, 1 + u8::try_from(day % 28).unwrap())),
                value,
                meaning: &meaning,
            }), None);
            let summary = all[0].summary().unwrap();
            prop_assert_eq!(&summary.lowest.text, &numbers.iter().min().unwrap().to_string());
            prop_assert_eq!(&summary.highest.text, &numbers.iter().max().unwrap().to_string());
            prop_assert_eq!(summary.count, numbers.len());
        }
    }
}
