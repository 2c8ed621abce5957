//! How cancer medicines by mouth are taken, each as a plan. They are examples for the engine, never a
//! prescription: `source` says which are from a label and which nobody has reviewed.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::*;
use crate::{
    medicines::{
        plan::Step,
        weekly::{Called, is_weekly},
    },
    time::Weekday,
};

const REGIMENS: &str = include_str!("regimens.json");

/// A Monday; the clocks change within the first cycle.
const FIRST: &str = "2026-03-09";
const DAYS: i64 = 3 * 84;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Regimen {
    name: String,
    source: Source,
    #[serde(default)]
    times: usize,
    #[serde(default)]
    cycle: Option<u16>,
    /// First and last days of stretches within the cycle.
    #[serde(default)]
    days: Vec<(u16, u16)>,
    #[serde(default)]
    weekly: bool,
    /// How many, and for how many days.
    #[serde(default)]
    taper: Vec<(u32, u16)>,
    /// The least minutes from dose to dose; 0: none is said.
    #[serde(default)]
    as_needed: Option<u32>,
}

#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Source {
    Label,
    Unreviewed,
}

impl Regimen {
    fn rhythm(&self) -> Rhythm {
        let at = at(&["08:00", "20:00"][..self.times]);
        if let Some(least) = self.as_needed {
            return Rhythm::AsNeeded { least_minutes: (least > 0).then_some(least), most_a_day: None };
        }
        if self.weekly {
            return Rhythm::Weekdays { days: [Weekday::Monday].into(), at };
        }
        if !self.taper.is_empty() {
            let step =
                |(number, days): &(u32, u16)| Step { days: *days, amounts: vec![amount(&number.to_string(), "")] };
            return Rhythm::Taper { steps: self.taper.iter().map(step).collect(), at };
        }
        match self.cycle {
            Some(length) => {
                let days = self.days.iter().flat_map(|(first, last)| *first..=*last).collect();
                Rhythm::Cycle { length, days, at, moved: BTreeMap::new() }
            }
            None => Rhythm::Days { every: 1, at },
        }
    }

    /// Whether it is taken on the day so many days after the first.
    fn is_taken_on(&self, n: i64) -> bool {
        if self.weekly {
            return n % 7 == 0;
        }
        if !self.taper.is_empty() {
            return n < self.taper.iter().map(|(_, days)| i64::from(*days)).sum();
        }
        let Some(length) = self.cycle else { return self.as_needed.is_none() };
        let day = n % i64::from(length) + 1;
        self.days.iter().any(|(first, last)| (i64::from(*first)..=i64::from(*last)).contains(&day))
    }
}

#[test]
fn every_regimen_is_a_plan_that_asks_for_its_doses_on_its_days_at_their_times() {
    let regimens: Vec<Regimen> = serde_json::from_str(REGIMENS).unwrap();
    assert_eq!(regimens.len(), 28);
    assert!(regimens.iter().any(|regimen| regimen.source == Source::Label));
    let life = life("Europe/Paris");
    for regimen in regimens {
        let name = &regimen.name;
        let plan = plan([course(FIRST, regimen.rhythm())]);
        let medicine = Called { names: &[name], codes: &[] };
        assert_eq!(plan.check(&medicine), Ok(()), "{name}");
        assert_eq!(is_weekly(&medicine), regimen.weekly, "{name}");
        let last = day(FIRST).plus_days(DAYS);
        let found = doses(&plan, &life, life.begin(day(FIRST)), life.begin(last));
        let found: Vec<String> = found.map(|dose| shown(dose.due, &life)).collect();
        let times = ["08:00", "20:00"];
        let days = (0..DAYS).filter(|n| regimen.is_taken_on(*n)).map(|n| String::from(day(FIRST).plus_days(n)));
        let expected: Vec<String> =
            days.flat_map(|day| times[..regimen.times].iter().map(move |time| format!("{day} {time}"))).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn five_days_on_and_two_off_twice_then_two_weeks_of_rest() {
    let regimens: Vec<Regimen> = serde_json::from_str(REGIMENS).unwrap();
    let regimen = regimens.iter().find(|regimen| regimen.name == "trifluridine/tipiracil").unwrap();
    let life = life("Europe/Paris");
    let plan = plan([course(FIRST, regimen.rhythm())]);
    let days: BTreeSet<String> =
        all(&plan, &life, "2026-03-09T00:00", "2026-04-07T00:00").iter().map(|dose| dose.slot.day.into()).collect();
    let days: Vec<&str> = days.iter().map(|day| &day[5..]).collect();
    let expected = ["03-09", "03-10", "03-11", "03-12", "03-13", "03-16", "03-17", "03-18", "03-19", "03-20", "04-06"];
    assert_eq!(days, expected);
}
