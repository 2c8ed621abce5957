//! What a prescriber asks for, as far as the record says it in a form that can become a plan.
//!
//! Nothing is guessed. What the record leaves open (at what times, on which weekday) is asked of the person;
//! what a plan can't say stays as the prescriber's words, with the reason. Either way a plan holds only when
//! the person has confirmed it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::plan::{Amount, At, Count};
use crate::time::{Day, PartialDate, Weekday};

/// A medicine of the record: how it stands, and how it is to be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prescribed {
    pub told: Told,
    pub standing: Standing,
    /// Why it was stopped or is on hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Its RxNorm code: of an ingredient, or of a product with its strength.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rxnorm: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<PartialDate>,
    /// For how many days one supply is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supply_days: Option<u16>,
    /// How often more may be had without a new prescription.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<u32>,
    /// How to take it, in the prescriber's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    pub how: How,
}

/// Whose word it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    /// A prescriber asked for it.
    Request,
    /// Someone noted that the person takes it.
    Statement,
    /// A prescriber asked that it is not taken.
    NotToTake,
}

/// How it stands, by its sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    Active,
    OnHold,
    Planned,
    Completed,
    Stopped,
    NotTaken,
    Unknown,
}

/// How it is to be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// One after the other.
    Directions(Vec<Direction>),
    /// A plan can't say it, for these reasons.
    Unexpressed(BTreeSet<Unexpressed>),
}

/// One way of taking it, for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Direction {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The last day, itself included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// For so many days, whenever it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
    /// One dose; empty when the record does not say.
    #[serde(default)]
    pub amounts: Vec<Amount>,
    pub often: Often,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub food: Option<Food>,
}

/// How often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Often {
    /// So many times on these days; where no times of day are told, they are asked.
    Days { days: Days, times: u8, at: Vec<At> },
    /// So many hours from dose to dose; when the first one is, is asked.
    Hours { every: u16 },
    AsNeeded {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        least_minutes: Option<u32>,
        /// In the unit of the amounts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most_a_day: Option<Count>,
        /// What for: pain, nausea.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        what_for: Option<String>,
    },
}

/// On which days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Days {
    /// Every day, every second day, …
    Every(u16),
    On(BTreeSet<Weekday>),
    /// On so many days of the week; which, is asked.
    AWeek(u8),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Food {
    Before,
    With,
    After,
}

/// Why a plan can't say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unexpressed {
    /// The record does not say how it is taken.
    NoDosage,
    /// It does not say when.
    NoTiming,
    /// On given dates.
    Dates,
    /// A period whose first or last day is not told to the day.
    VagueDates,
    /// Some time before or after a meal or sleep.
    Offset,
    /// With a meal, but not with which.
    WhichMeal,
    /// From so many to so many.
    Range,
    /// So much an hour, as an infusion.
    Rate,
    /// Each dose takes a while.
    Lasting,
    /// A dose that is no simple number.
    Amount,
    /// The most that may be taken is told in another unit or for another time.
    Most,
    /// Counted in months or years.
    Months,
    /// So often that it is no even number of times on its days.
    Uneven,
    /// What it says twice differs.
    Conflict,
    /// A code that Daybook does not know.
    Code,
    /// Several ways at the same time.
    SeveralAtOnce,
    /// It has not the form that it should have.
    Unreadable,
}

impl Standing {
    /// Of a status that FHIR has for requests and statements.
    pub fn of_word(word: &str) -> Self {
        match word {
            "active" => Self::Active,
            "on-hold" => Self::OnHold,
            "draft" | "intended" => Self::Planned,
            "completed" => Self::Completed,
            "stopped" | "cancelled" => Self::Stopped,
            "not-taken" => Self::NotTaken,
            _ => Self::Unknown,
        }
    }
}
