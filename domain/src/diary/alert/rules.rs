//! The rules for alerts as data: one reviewed file, shipped with Daybook or brought by the site.
//!
//! What is not a rule is refused with its line: an unknown key, a number out of bounds, a table of
//! grades that lacks a combination. So a slip of the pen stops the start, and never an alert.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Unexpected, Visitor, value::MapAccessDeserializer},
};

use super::super::report::{Attribute, Level, Temperature};
use crate::time::Instant;

/// Which of the two sets of thresholds a site goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// Each part by itself, as in the trials by Basch et al. (STAR, PRO-TECT).
    #[default]
    Star,
    /// All parts of a symptom together, by their composite grade.
    Composite,
}

impl Profile {
    /// The word for it, the same as in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Star => "star",
            Self::Composite => "composite",
        }
    }
}

/// The rules that one file holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Kept with each alert, so that one can say later by which rules it came.
    pub version: String,
    /// In tenths of a degree Celsius. Never above 38.5 °C: an infection in treatment can't wait.
    fever: Within<370, 385>,
    /// How old the previous report may be to be compared with.
    reference_days: Within<1, 366>,
    /// How old an open alert may be for the same one to join it.
    join_hours: Within<1, 168>,
    /// How long a symptom may be muted at most.
    mute_days: Within<1, 28>,
    profiles: Profiles,
    /// Where the table of grades was published.
    pub grades_source: String,
    grades: Grades,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Profiles {
    star: Thresholds,
    composite: Thresholds,
}

/// From where on a part or a symptom counts. What a profile does not name does not hold in it.
///
/// Every profile has a limit for single parts, of 4 at most: the worst answer always alerts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Thresholds {
    /// A part at this level alerts.
    pub level: Within<1, 4>,
    /// So many levels worse than the reference alert.
    #[serde(default)]
    pub rise: Option<Within<1, 4>>,
    /// So many levels worse than the reference are a soft sign.
    #[serde(default)]
    pub soft_rise: Option<Within<1, 4>>,
    /// So many levels worse than the first report alert, when it also got worse since the previous.
    #[serde(default)]
    pub slide: Option<Within<1, 4>>,
    /// A symptom of this composite grade alerts.
    #[serde(default)]
    pub grade: Option<Within<1, 3>>,
    /// A composite grade that rose to this one is a soft sign.
    #[serde(default)]
    pub soft_grade: Option<Within<1, 3>>,
}

/// Why a file of rules was refused, and where in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {what}")]
pub struct RulesError {
    pub line: usize,
    pub column: usize,
    pub what: String,
}

impl Rules {
    /// The rules that Daybook brings.
    ///
    /// # Errors
    /// Never as shipped; a test reads them.
    pub fn shipped() -> Result<Self, RulesError> {
        Self::parse(include_str!("../alert_rules.json"))
    }

    /// Reads a file of rules.
    ///
    /// # Errors
    /// The first thing that is wrong with it, and its place.
    pub fn parse(text: &str) -> Result<Self, RulesError> {
        serde_json::from_str(text).map_err(|cause| {
            let (line, column) = (cause.line(), cause.column());
            let whole = cause.to_string();
            let what = whole.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&whole);
            RulesError { line, column, what: what.to_owned() }
        })
    }

    /// From where on a temperature is fever.
    pub const fn fever(&self) -> Temperature {
        Temperature(self.fever.0)
    }

    /// Until when a symptom may be muted that someone wants muted for so many days.
    pub fn muted_until(&self, from: Instant, days: u8) -> Instant {
        from.plus_days(i64::from(days).min(i64::from(self.mute_days.0)))
    }

    /// The longest that a symptom may be muted, in days.
    pub fn mute_days(&self) -> u8 {
        u8::try_from(self.mute_days.0).unwrap_or(1)
    }

    /// The grade of a symptom, 0 to 3, by those of its parts that have an answer; `None` without one.
    ///
    /// The published table has no row for a symptom that was "never" and yet bad. Such an answer
    /// counts as "seldom": rather one alert too many.
    pub fn grade(&self, parts: &BTreeMap<Attribute, Level>) -> Option<u8> {
        let level = |attribute| parts.get(&attribute).map(|level: &Level| level.get());
        let there = [
            level(Attribute::Frequency),
            level(Attribute::Severity),
            // The table has one column for the two; no symptom of the trials has both.
            level(Attribute::Interference).max(level(Attribute::Amount)),
        ];
        self.grades.0.get(&there).or_else(|| self.grades.0.get(&at_least_seldom(there))).copied()
    }

    pub(super) const fn thresholds(&self, profile: Profile) -> &Thresholds {
        match profile {
            Profile::Star => &self.profiles.star,
            Profile::Composite => &self.profiles.composite,
        }
    }

    pub(super) fn is_recent(&self, earlier: Instant, now: Instant) -> bool {
        now <= earlier.plus_days(i64::from(self.reference_days.0))
    }

    pub(super) fn still_joins(&self, since: Instant, now: Instant) -> bool {
        now < since.plus_seconds(i64::from(self.join_hours.0) * 3600)
    }
}

/// Frequency, severity, and interference or amount, as far as they have an answer.
type Combination = [Option<u8>; 3];

fn at_least_seldom(mut levels: Combination) -> Combination {
    if let Some(first) = levels.iter_mut().flatten().next() {
        *first = (*first).max(1);
    }
    levels
}

/// The composite grade of every combination that answers can have.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Grades(BTreeMap<Combination, u8>);

/// Every combination of each of the seven rules: one to three parts, the later ones only asked when
/// the first is not "never", and so 0.
fn combinations() -> impl Iterator<Item = Combination> {
    let part = || std::iter::once(None).chain((0..=4).map(Some));
    part().flat_map(move |f| part().flat_map(move |s| part().map(move |i| [f, s, i]))).filter(|levels| {
        let mut given = levels.iter().flatten();
        match given.next() {
            Some(0) => given.all(|later| *later == 0),
            first => first.is_some(),
        }
    })
}

impl<'de> Deserialize<'de> for Grades {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Table;

        impl<'de> Visitor<'de> for Table {
            type Value = Grades;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a list of combinations with their grades")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Grades, A::Error> {
                let mut grades = BTreeMap::new();
                while rows.next_element_seed(RowOf(&mut grades))?.is_some() {}
                match combinations().find(|levels| !grades.contains_key(levels)) {
                    Some(missing) => Err(A::Error::custom(format_args!("there is no grade for {}", said(missing)))),
                    None => Ok(Grades(grades)),
                }
            }
        }

        from.deserialize_seq(Table)
    }
}

/// Reads a row into the table; done within the row, so that a refusal names its line.
struct RowOf<'a>(&'a mut BTreeMap<Combination, u8>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    frequency: Option<Within<0, 4>>,
    severity: Option<Within<0, 4>>,
    /// Or the amount.
    interference: Option<Within<0, 4>>,
    grade: Within<0, 3>,
}

impl<'de> DeserializeSeed<'de> for RowOf<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowOf<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("levels and their grade")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let row = Row::deserialize(MapAccessDeserializer::new(map))?;
        let levels = [row.frequency, row.severity, row.interference].map(|part| part.map(Within::small));
        if !combinations().any(|possible| possible == levels) {
            return Err(A::Error::custom(format_args!("{} can't be answered", said(levels))));
        }
        match self.0.insert(levels, row.grade.small()) {
            Some(_) => Err(A::Error::custom(format_args!("there are two grades for {}", said(levels)))),
            None => Ok(()),
        }
    }
}

fn said(levels: Combination) -> String {
    let names = ["frequency", "severity", "interference"];
    let parts: Vec<String> =
        names.iter().zip(levels).filter_map(|(name, level)| Some(format!("{name} {}", level?))).collect();
    if parts.is_empty() { "no level".to_owned() } else { parts.join(", ") }
}

/// A whole number between two others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Within<const LEAST: i32, const MOST: i32>(i32);

impl<const LEAST: i32, const MOST: i32> Within<LEAST, MOST> {
    /// The bounds of levels, grades and their differences are small.
    pub(super) fn small(self) -> u8 {
        u8::try_from(self.0).unwrap_or(u8::MAX)
    }
}

impl<'de, const LEAST: i32, const MOST: i32> Deserialize<'de> for Within<LEAST, MOST> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Number<const LEAST: i32, const MOST: i32>;

        impl<const LEAST: i32, const MOST: i32> Visitor<'_> for Number<LEAST, MOST> {
            type Value = Within<LEAST, MOST>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                write!(f, "a whole number from {LEAST} to {MOST}")
            }

            fn visit_i64<E: serde::de::Error>(self, n: i64) -> Result<Self::Value, E> {
                match i32::try_from(n) {
                    Ok(n) if (LEAST..=MOST).contains(&n) => Ok(Within(n)),
                    _ => Err(E::invalid_value(Unexpected::Signed(n), &self)),
                }
            }

            fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<Self::Value, E> {
                match i64::try_from(n) {
                    Ok(n) => self.visit_i64(n),
                    Err(_) => Err(E::invalid_value(Unexpected::Unsigned(n), &self)),
                }
            }
        }

        from.deserialize_i64(Number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../alert_rules.json");

    fn level(n: u8) -> Level {
        Level::try_from(n).unwrap()
    }

    #[test]
    fn all_179_rows_of_the_published_table_are_looked_up_as_published() {
        let rules = Rules::shipped().unwrap();
        let rows: Vec<&str> = include_str!("published_grades.csv").lines().skip(1).collect();
        assert_eq!(rows.len(), 179);
        assert_eq!(combinations().count(), 179);
        for row in rows {
            let fields: Vec<&str> = row.split(',').collect();
            let [_, frequency, severity, third, grade] = fields[..] else { panic!("{row}") };
            for last in [Attribute::Interference, Attribute::Amount] {
                let named = [(Attribute::Frequency, frequency), (Attribute::Severity, severity), (last, third)];
                let parts = named.into_iter().filter(|(_, n)| !n.is_empty());
                let parts = parts.map(|(attribute, n)| (attribute, level(n.parse().unwrap()))).collect();
                assert_eq!(rules.grade(&parts), Some(grade.parse().unwrap()), "{row}");
            }
        }
    }

    #[test]
    fn a_symptom_that_was_never_there_and_yet_bad_is_graded_as_if_it_was_seldom() {
        let rules = Rules::shipped().unwrap();
        let graded = |frequency, severity| {
            rules.grade(&[(Attribute::Frequency, level(frequency)), (Attribute::Severity, level(severity))].into())
        };
        assert_eq!(graded(0, 3), graded(1, 3));
        assert_eq!(graded(0, 0), Some(0));
        assert_eq!(rules.grade(&BTreeMap::new()), None);
        assert_eq!(rules.grade(&[(Attribute::Presence, level(1))].into()), None);
    }

    /// The line and the reason by which a changed file is refused.
    fn refusal(old: &str, new: &str) -> (usize, String) {
        assert!(SHIPPED.contains(old), "{old}");
        let error = Rules::parse(&SHIPPED.replacen(old, new, 1)).unwrap_err();
        assert!(error.column > 0);
        assert!(!error.what.contains(" at line "));
        (error.line, error.what)
    }

    fn line_of(text: &str) -> usize {
        SHIPPED.lines().position(|line| line.contains(text)).unwrap() + 1
    }

    #[test]
    fn what_is_no_rule_is_refused_with_its_line_and_with_what_is_wrong() {
        for (old, new, what) in [
            ("\"version\": \"2026-11\",", "\"version\": \"2026-11\"", "expected `,` or `}`"),
            ("\"fever\": 380", "\"fever\": 38.0", "floating point `38.0`, expected a whole number from 370 to 385"),
            ("\"fever\": 380", "\"fever\": 390", "integer `390`, expected a whole number from 370 to 385"),
            ("\"mute_days\": 28", "\"mute_days\": 29", "expected a whole number from 1 to 28"),
            ("\"join_hours\": 72", "\"join_hours\": -1", "expected a whole number from 1 to 168"),
            ("\"star\": { \"level\": 3,", "\"star\": { \"level\": 5,", "expected a whole number from 1 to 4"),
            ("\"star\": { \"level\": 3,", "\"star\": {", "missing field `level`"),
            ("\"star\": { \"level\": 3,", "\"star\": { \"levle\": 3,", "unknown field `levle`"),
            ("\"frequency\": 4, \"grade\": 3", "\"frequency\": 4, \"grade\": 4", "expected a whole number from 0 to 3"),
            ("\"severity\": 3, \"grade\": 3", "\"severity\": 7, \"grade\": 3", "expected a whole number from 0 to 4"),
            ("{ \"severity\": 3, \"grade\"", "{ \"severe\": 3, \"grade\"", "unknown field `severe`"),
            ("{ \"severity\": 3, \"grade\"", "{ \"severity\": 2, \"grade\"", "two grades for severity 2"),
            ("{ \"severity\": 3, \"grade\"", "{ \"grade\"", "no level can't be answered"),
            (
                "{ \"frequency\": 1, \"severity\": 1, \"grade\"",
                "{ \"frequency\": 0, \"severity\": 1, \"grade\"",
                "frequency 0, severity 1 can't be answered",
            ),
        ] {
            let (line, said) = refusal(old, new);
            assert!(said.contains(what), "{said}");
            // A missing comma is seen at what follows it.
            let place = line_of(old) + usize::from(what.starts_with("expected `,`"));
            assert_eq!(line, place, "{new}: {said}");
        }
    }

    #[test]
    fn a_table_that_lacks_a_combination_is_refused_by_its_name() {
        let row = "    { \"frequency\": 2, \"severity\": 3, \"interference\": 1, \"grade\": 2 },\n";
        let (line, what) = refusal(row, "");
        assert_eq!(what, "there is no grade for frequency 2, severity 3, interference 1");
        assert_eq!(line, SHIPPED.lines().count() - 2);
    }

    #[test]
    fn a_refusal_says_line_column_and_reason() {
        let error = Rules::parse("{\n  \"version\": 3\n}").unwrap_err();
        assert_eq!(error.to_string(), "line 2, column 14: invalid type: integer `3`, expected a string");
    }

    #[test]
    fn nothing_is_muted_for_longer_than_the_rules_allow() {
        let rules = Rules::shipped().unwrap();
        let now = Instant(0);
        assert_eq!(rules.muted_until(now, 7), now.plus_days(7));
        assert_eq!(rules.muted_until(now, 200), now.plus_days(28));
        assert_eq!(rules.mute_days(), 28);
    }
}
