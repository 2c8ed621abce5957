//! Every form of a value and every precision of a date, in words.

use std::collections::BTreeSet;

use super::*;
use crate::words::Language;

const ENGLISH: Words = Words::new(Language::English);
const FRENCH: Words = Words::new(Language::French);
const ARABIC: Words = Words::new(Language::Arabic);

fn a_quantity(number: &str, unit: &str) -> Quantity {
    Quantity { number: number.into(), comparator: None, unit: Some(unit.into()), ucum: None }
}

fn on(text: &str) -> PartialDate {
    text.parse().unwrap()
}

/// Without the marks that isolate what is filled in.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect()
}

#[test]
fn every_form_of_a_value_is_said() {
    let quantity = a_quantity("1.40", "mg/dL");
    let below = Quantity { comparator: Some(Comparator::LessOrEqual), ..a_quantity("5", "mg/L") };
    let cases = [
        (Value::Quantity(quantity.clone()), "1.40\u{a0}mg/dL"),
        (Value::Quantity(below.clone()), "≤5\u{a0}mg/L"),
        (Value::Quantity(a_quantity("", "mg/L")), "No value"),
        (Value::Text("None seen".into()), "None seen"),
        (Value::Coded("Positive".into()), "Positive"),
        (Value::Boolean(true), "Yes"),
        (Value::Boolean(false), "No"),
        (Value::Integer(-3), "-3"),
        (Value::Ratio { numerator: a_quantity("1", ""), denominator: a_quantity("128", "1") }, "1 to 128"),
        (Value::Range { low: Some(quantity.clone()), high: Some(below.clone()) }, "1.40\u{a0}mg/dL to ≤5\u{a0}mg/L"),
        (Value::Range { low: Some(quantity.clone()), high: None }, "1.40\u{a0}mg/dL or more"),
        (Value::Range { low: None, high: Some(quantity.clone()) }, "Up to 1.40\u{a0}mg/dL"),
        (Value::Range { low: None, high: None }, "No value"),
        (Value::Time("08:30:00".into()), "08:30"),
        (Value::Time("18:05:09.250".into()), "18:05"),
        (Value::Time("half past eight".into()), "half past eight"),
        (Value::DateTime(on("2021-03")), "March 2021"),
        (Value::Period(When { start: Some(on("2021-03-09")), end: None }), "Tuesday 9 March 2021"),
        (Value::Sampled { count: 1, unit: None }, "A recording of 1 point"),
        (Value::Sampled { count: 5000, unit: Some("mV".into()) }, "A recording of 5,000 points, mV"),
        (Value::Absent(AbsentReason::Error), "No value"),
    ];
    for (value, said) in cases {
        assert_eq!(super::value(ENGLISH, &value), said);
    }
}

#[test]
fn values_keep_their_digits_in_arabic() {
    assert_eq!(value(ARABIC, &Value::Quantity(a_quantity("1.40", "mg/dL"))), "1.40\u{a0}mg/dL");
    assert_eq!(value(ARABIC, &Value::Boolean(true)), "نعم");
    assert_eq!(bare(&value(ARABIC, &Value::Sampled { count: 2, unit: None })), "تسجيل من نقطتين");
    let range = Value::Range { low: Some(a_quantity("2.0", "g/L")), high: Some(a_quantity("7.5", "g/L")) };
    assert_eq!(bare(&value(ARABIC, &range)), "من 2.0\u{a0}g/L إلى 7.5\u{a0}g/L");
}

#[test]
fn a_date_is_said_with_its_precision_and_no_more() {
    let said = |text: &str| date(ENGLISH, on(text));
    assert_eq!(said("2021"), "2021");
    assert_eq!(said("2021-03"), "March 2021");
    assert_eq!(said("2021-03-09"), "9 March 2021");
    assert_eq!(said("2021-03-09T08:05:00+01:00"), "9 March 2021, 08:05");
    assert_eq!(day(ENGLISH, on("2021-03-09T08:05:00+01:00")), "9 March 2021");
    assert_eq!(weekday_date(ENGLISH, on("2021-03")), "March 2021");
    assert_eq!(date(ARABIC, on("2021-03")), "مارس 2021");
    // The mark has browsers set the whole from right to left, whatever stands around it.
    assert_eq!(bare(&date(ARABIC, on("2021-03-09T08:05:00Z"))), "\u{200F}9 مارس 2021، 08:05");
}

#[test]
fn a_period_is_said_once_for_one_day() {
    let said = |start: Option<&str>, end: Option<&str>| when(ENGLISH, When { start: start.map(on), end: end.map(on) });
    assert_eq!(
        said(Some("2021-03-09T08:00:00Z"), Some("2021-03-09T12:40:00Z")),
        "Tuesday 9 March 2021, 08:00 to 12:40"
    );
    assert_eq!(said(Some("2021-03-09"), Some("2021-03-09")), "Tuesday 9 March 2021");
    assert_eq!(said(Some("2021-03"), Some("2021-05")), "March 2021 to May 2021");
    assert_eq!(said(None, Some("2021")), "Until 2021");
    assert_eq!(said(None, None), "Without a date");
}

#[test]
fn a_leaf_of_a_calendar_has_day_and_month() {
    assert_eq!(day_and_month(ENGLISH, 2026, 11, 24), ("24".to_owned(), "Nov".to_owned()));
    assert_eq!(day_and_month(FRENCH, 2026, 3, 1), ("1".to_owned(), "mars".to_owned()));
    assert_eq!(day_and_month(ARABIC, 2026, 11, 24), ("24".to_owned(), "نوفمبر".to_owned()));
}

#[test]
fn signs_of_units_are_written_as_people_write_them() {
    let units = ["Cel", "mm[Hg]", "{score}", "{INR}", "10*3/uL", "mL/min/{1.73_m2}", "1", "[degF]"];
    assert_eq!(
        units.map(|u| unit(u).into_owned()),
        ["°C", "mmHg", "score", "INR", "10*3/uL", "mL/min/{1.73_m2}", "", "°F"]
    );
}

#[test]
fn a_name_is_plain_then_the_senders_then_the_kinds() {
    let of = |analyte, text: &str, panel| title(ENGLISH, analyte, text, Kind::Laboratory, panel);
    assert_eq!(of(Some(Analyte::Wbc), "Leukocytes [#/volume] in Blood", false), "White blood cells");
    assert_eq!(of(None, "Ferritin", false), "Ferritin");
    assert_eq!(of(None, "", false), "Laboratory test");
    assert_eq!(of(None, "", true), "Blood and laboratory values");
    assert_eq!(title(ARABIC, Some(Analyte::Wbc), "", Kind::Laboratory, false), "خلايا الدم البيضاء");
}

#[test]
fn every_kind_has_two_words_of_its_own() {
    for words in [ENGLISH, FRENCH, ARABIC] {
        let one: BTreeSet<String> = Kind::ALL.into_iter().map(|k| kind(words, k)).collect();
        let all: BTreeSet<String> = Kind::ALL.into_iter().map(|k| kinds(words, k)).collect();
        assert_eq!((one.len(), all.len()), (Kind::ALL.len(), Kind::ALL.len()));
    }
}

#[test]
fn no_word_of_a_test_frightens() {
    for analyte in Analyte::ALL {
        let said = [Some(analyte::about(ENGLISH, *analyte))].into_iter().chain(
            [Place::Below, Place::Above, Place::Within, Place::Outside].map(|p| analyte::meaning(ENGLISH, *analyte, p)),
        );
        for text in said.flatten() {
            assert!(text.ends_with('.'), "{text}");
            for word in ["abnormal", "critical", "danger", "fatal"] {
                assert!(!text.to_lowercase().contains(word), "{text}");
            }
        }
    }
}

#[test]
fn the_size_of_a_file_is_said_in_its_unit() {
    assert_eq!(size(ENGLISH, 1), "1 KB");
    assert_eq!(size(ENGLISH, 213_400), "214 KB");
    assert_eq!(size(ENGLISH, 25_000_000), "25 MB");
}

fn named(titles: &[&str]) -> Vec<Named> {
    titles.iter().map(|title| Named { title: (*title).to_owned(), analyte: None }).collect()
}

#[test]
fn values_that_were_only_collected_together_are_named_by_the_first_of_them() {
    let titled = |words, titles: &[&str], count| panel_title(words, Kind::Measurement, &named(titles), count);
    let two = ["Weight", "Blood pressure"];
    assert_eq!(titled(ENGLISH, &two, 4).as_deref(), Some("Weight · Blood pressure · 2 more"));
    assert_eq!(titled(ENGLISH, &two, 2).as_deref(), Some("Weight · Blood pressure"));
    assert_eq!(titled(ENGLISH, &two[..1], 1).as_deref(), Some("Weight"));
    assert_eq!(titled(ENGLISH, &two[..1], 3).as_deref(), Some("Weight · 2 more"));
    assert_eq!(titled(ENGLISH, &[], 3), None);
    assert_eq!(titled(FRENCH, &two, 3).as_deref(), Some("Weight · Blood pressure · 1 de plus"));
    // Names of another direction are isolated.
    assert_eq!(titled(ARABIC, &two, 2).as_deref(), Some("\u{2068}Weight\u{2069} · \u{2068}Blood pressure\u{2069}"));
    let known = [Named { title: "Leukocytes".into(), analyte: Some(Analyte::Wbc) }];
    assert_eq!(panel_title(ENGLISH, Kind::Laboratory, &known, 1).as_deref(), Some("White blood cells"));
}

#[test]
fn a_change_says_lower_or_higher_and_never_better_or_worse() {
    let change = |direction, when: &str| Change {
        when: when.parse().unwrap(),
        value: Quantity { number: "2.10".into(), comparator: None, unit: Some("g/L".into()), ucum: None },
        direction,
    };
    assert_eq!(
        since_last(ENGLISH, &change(Direction::Lower, "2026-03-03")),
        "Lower than last time: 2.10\u{a0}g/L (3 March 2026)"
    );
    assert_eq!(
        over_treatment(ENGLISH, &change(Direction::Higher, "2026-03-03")),
        "Higher than before this treatment: 2.10\u{a0}g/L (3 March 2026)"
    );
    for words in [ENGLISH, FRENCH, ARABIC, Words::new(Language::Spanish)] {
        let all = [Direction::Lower, Direction::Higher, Direction::Same, Direction::Open];
        let said: BTreeSet<String> = all
            .iter()
            .flat_map(|one| {
                [since_last(words, &change(*one, "2026-03")), over_treatment(words, &change(*one, "2026-03"))]
            })
            .collect();
        assert_eq!(said.len(), 8);
        for text in said {
            assert!(text.contains("2.10\u{a0}g/L") && text.contains("2026"), "{text}");
            for verdict in ["better", "worse", "mieux", "pire", "mejor", "peor", "أفضل", "أسوأ"] {
                assert!(!text.to_lowercase().contains(verdict), "{text}");
            }
        }
    }
}
