//! What the care team keeps of how someone is cared for: the phase of treatment, the planned days of
//! treatment, what is on hold. The person reads it; nobody else's system says it.

#[cfg(feature = "server")]
mod store;
#[cfg(test)]
#[cfg(feature = "server")]
mod store_tests;
#[cfg(feature = "server")]
pub use store::{Kept, find_care, find_kept, save_care};

use serde::{Deserialize, Serialize};

use crate::{
    Error, Result,
    error::{Field, FieldCode},
    time::PartialDate,
};

/// Where someone is with their treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    InTreatment,
    Planned,
    After,
    #[default]
    NotKnown,
}

impl Phase {
    pub const ALL: [Self; 4] = [Self::InTreatment, Self::Planned, Self::After, Self::NotKnown];

    /// The word for it in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InTreatment => "in-treatment",
            Self::Planned => "planned",
            Self::After => "after",
            Self::NotKnown => "not-known",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.code() == code)
    }
}

/// Treatment that comes round: its first day, how many days later the next one is, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cycle {
    pub first: PartialDate,
    pub length_days: u16,
    pub count: u16,
}

/// Something that is not given for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// A medicine or a treatment, in the team's words.
    pub what: String,
    #[serde(default)]
    pub why: String,
    #[serde(default)]
    pub since: Option<PartialDate>,
    /// The last day on which it is not given; none: until the team says so.
    #[serde(default)]
    pub until: Option<PartialDate>,
}

impl Hold {
    /// Whether it still holds on a day.
    pub fn is_over(&self, on: PartialDate) -> bool {
        self.until.is_some_and(|until| until.sort_key() < on.date().sort_key())
    }
}

/// What is kept, as of one version.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Care {
    pub phase: Phase,
    /// The day since which the phase holds.
    pub since: Option<PartialDate>,
    /// Single planned days of treatment.
    pub days: Vec<PartialDate>,
    pub cycle: Option<Cycle>,
    pub holds: Vec<Hold>,
    /// What the team wants the person to know of it.
    pub note: String,
}

impl Care {
    /// Days of treatment, single ones and those of the cycle, that can be kept.
    pub const MOST_DAYS: usize = 200;
    pub const MOST_HOLDS: usize = 6;
    pub const LONGEST_CYCLE: u16 = 120;
    /// Characters of a line and of the note.
    pub const MOST_LINE: usize = 120;
    pub const MOST_NOTE: usize = 1_000;
    /// How far from today a day may lie.
    const YEARS: i16 = 10;

    /// Whether someone is in treatment on a day; `None` where nobody said so, which counts as treatment
    /// for everything that is about safety. A planned treatment has begun with its first day, whether or
    /// not somebody has changed the phase since.
    pub fn in_treatment(&self, on: PartialDate) -> Option<bool> {
        let on = on.date().sort_key();
        let has_come = |day: PartialDate| day.sort_key() <= on;
        // What was before the phase began is not said.
        if self.phase != Phase::Planned && self.since.is_some_and(|since| !has_come(since)) {
            return None;
        }
        match self.phase {
            Phase::NotKnown => None,
            Phase::InTreatment => Some(true),
            Phase::After => Some(false),
            Phase::Planned => {
                let first = self.cycle.map(|cycle| cycle.first);
                Some(self.days.iter().copied().chain(first).any(has_come))
            }
        }
    }

    /// Every planned day, in order, each once.
    #[cfg(feature = "server")]
    pub fn treatment_days(&self) -> Vec<PartialDate> {
        let mut days = self.days.clone();
        if let Some(cycle) = self.cycle {
            let nth = |n| cycle.first.days_later(i32::from(n) * i32::from(cycle.length_days));
            days.extend((0..cycle.count).filter_map(nth));
        }
        days.sort_by_key(|day| day.sort_key());
        days.dedup();
        days
    }

    /// What is still on hold on a day.
    pub fn held(&self, on: PartialDate) -> impl Iterator<Item = &Hold> {
        self.holds.iter().filter(move |hold| !hold.is_over(on))
    }

    /// Whether it makes sense on the day on which it is said. Fields are named as in the form.
    ///
    /// # Errors
    /// Each field that doesn't: `since`, `days`, `cycle_first`, `cycle_length`, `cycle_count`, `note`,
    /// and `hold_0_what`, `hold_0_why`, `hold_0_since`, `hold_0_until` of the first hold.
    pub fn check(&self, today: PartialDate) -> Result<()> {
        let mut wrong: Vec<Field> = Vec::new();
        let mut say = |name: &str, code: FieldCode| wrong.push(Field { name: name.to_owned(), code });
        let near = |day: PartialDate| day.day.is_some() && (day.year - today.year).abs() <= Self::YEARS;
        // Treatment may have begun long ago, and nobody is in a phase that has yet to come.
        let ahead = |day: PartialDate| day.sort_key() > today.date().sort_key();
        if self.since.is_some_and(|day| day.year < 1900 || (self.phase != Phase::Planned && ahead(day)))
            || self.since.is_some_and(|day| day.year > today.year + Self::YEARS)
        {
            say("since", FieldCode::NotADate);
        }
        if !self.days.iter().all(|day| near(*day)) {
            say("days", FieldCode::NotADate);
        }
        let in_cycle = self.cycle.map_or(0, |cycle| usize::from(cycle.count));
        if self.days.len() > Self::MOST_DAYS {
            say("days", FieldCode::TooLong);
        } else if self.days.len() + in_cycle > Self::MOST_DAYS {
            say("cycle_count", FieldCode::TooLong);
        }
        if let Some(cycle) = self.cycle {
            if !near(cycle.first) {
                say("cycle_first", FieldCode::NotADate);
            }
            if !(1..=Self::LONGEST_CYCLE).contains(&cycle.length_days) {
                say("cycle_length", FieldCode::Malformed);
            }
            if cycle.count == 0 {
                say("cycle_count", FieldCode::Malformed);
            }
        }
        for (at, hold) in self.holds.iter().enumerate() {
            let field = |name: &str| format!("hold_{at}_{name}");
            if hold.what.is_empty() {
                say(&field("what"), FieldCode::Missing);
            }
            for (name, text) in [("what", &hold.what), ("why", &hold.why)] {
                if text.chars().count() > Self::MOST_LINE {
                    say(&field(name), FieldCode::TooLong);
                }
            }
            for (name, day) in [("since", hold.since), ("until", hold.until)] {
                if day.is_some_and(|day| !near(day)) {
                    say(&field(name), FieldCode::NotADate);
                }
            }
            if hold.since.zip(hold.until).is_some_and(|(since, until)| until.sort_key() < since.sort_key()) {
                say(&field("until"), FieldCode::NoMatch);
            }
        }
        if self.holds.len() > Self::MOST_HOLDS {
            say("holds", FieldCode::TooLong);
        }
        if self.note.chars().count() > Self::MOST_NOTE {
            say("note", FieldCode::TooLong);
        }
        if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: PartialDate = PartialDate::day(2026, 11, 22);

    fn on(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    fn in_phase(phase: Phase, since: Option<&str>) -> Care {
        Care { phase, since: since.map(on), ..Care::default() }
    }

    #[test]
    fn who_is_in_treatment_is_known_only_where_the_team_said_so() {
        assert_eq!(Care::default().in_treatment(TODAY), None);
        assert_eq!(in_phase(Phase::InTreatment, None).in_treatment(TODAY), Some(true));
        assert_eq!(in_phase(Phase::After, Some("2026-11-22")).in_treatment(TODAY), Some(false));
        assert_eq!(in_phase(Phase::After, Some("2026-11-23")).in_treatment(TODAY), None, "not said of the day before");
        assert_eq!(in_phase(Phase::InTreatment, Some("2026")).in_treatment(TODAY), Some(true));
        assert_eq!(in_phase(Phase::Planned, Some("2026-12-01")).in_treatment(TODAY), Some(false));
    }

    #[test]
    fn planned_treatment_has_begun_with_its_first_day() {
        let planned = Care { days: vec![on("2026-11-23")], ..in_phase(Phase::Planned, None) };
        assert_eq!(planned.in_treatment(TODAY), Some(false));
        assert_eq!(planned.in_treatment(on("2026-11-23T07:00:00Z")), Some(true));
        let cycle = Cycle { first: on("2026-11-22"), length_days: 21, count: 6 };
        assert_eq!(Care { cycle: Some(cycle), ..planned }.in_treatment(TODAY), Some(true));
    }

    #[cfg(feature = "server")]
    #[test]
    fn days_of_a_cycle_and_single_ones_come_in_order_and_once() {
        let care = Care {
            days: vec![on("2027-03-01"), on("2026-12-24"), on("2026-12-10")],
            cycle: Some(Cycle { first: on("2026-12-10"), length_days: 14, count: 3 }),
            ..Care::default()
        };
        let days: Vec<String> = care.treatment_days().iter().map(ToString::to_string).collect();
        assert_eq!(days, ["2026-12-10", "2026-12-24", "2027-01-07", "2027-03-01"]);
    }

    fn wrong(care: &Care) -> Vec<(String, FieldCode)> {
        match care.check(TODAY) {
            Ok(()) => Vec::new(),
            Err(Error::Invalid(fields)) => fields.into_iter().map(|field| (field.name, field.code)).collect(),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused_field_by_field() {
        let hold = Hold { what: "Capecitabine".into(), why: String::new(), since: None, until: None };
        let care = Care {
            since: Some(on("2026-11-23")),
            days: vec![on("2026-11")],
            cycle: Some(Cycle { first: on("1926-11-22"), length_days: 121, count: 0 }),
            holds: vec![
                hold.clone(),
                Hold {
                    what: String::new(),
                    since: Some(on("2026-11-22")),
                    until: Some(on("2026-11-21")),
                    ..hold.clone()
                },
            ],
            note: "é".repeat(Care::MOST_NOTE + 1),
            ..Care::default()
        };
        let expected = [
            ("since", FieldCode::NotADate),
            ("days", FieldCode::NotADate),
            ("cycle_first", FieldCode::NotADate),
            ("cycle_length", FieldCode::Malformed),
            ("cycle_count", FieldCode::Malformed),
            ("hold_1_what", FieldCode::Missing),
            ("hold_1_until", FieldCode::NoMatch),
            ("note", FieldCode::TooLong),
        ];
        assert_eq!(wrong(&care), expected.map(|(name, code)| (name.to_owned(), code)));
        assert!(wrong(&Care { holds: vec![hold], ..Care::default() }).is_empty());
    }

    #[test]
    fn no_more_days_are_kept_than_someone_can_have_meant() {
        let cycle = |count| Some(Cycle { first: TODAY, length_days: 1, count });
        let days = vec![TODAY; 10];
        assert!(wrong(&Care { days: days.clone(), cycle: cycle(190), ..Care::default() }).is_empty());
        let many = Care { days, cycle: cycle(191), ..Care::default() };
        assert_eq!(wrong(&many), [("cycle_count".to_owned(), FieldCode::TooLong)]);
    }

    #[test]
    fn a_hold_is_over_after_its_last_day() {
        let hold = |until: Option<&str>| Hold {
            what: "Capecitabine".into(),
            why: "blood counts".into(),
            since: None,
            until: until.map(on),
        };
        let care =
            Care { holds: vec![hold(None), hold(Some("2026-11-22")), hold(Some("2026-11-21"))], ..Care::default() };
        assert_eq!(care.held(TODAY).count(), 2);
    }
}
