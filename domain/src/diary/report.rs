//! What a report says, whatever it was asked with: the part of it that rules read.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::time::Instant;

/// A symptom, by a code that is the same in all instruments of a site (`pain`, `nausea` …).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Symptom(pub String);

/// What is asked of a symptom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attribute {
    /// How often.
    Frequency,
    /// How bad.
    Severity,
    /// How much it got in the way.
    Interference,
    /// How much there was of it.
    Amount,
    /// Whether it was there at all: 0 or 1, without a grade.
    Presence,
}

/// 0 (not at all) to 4 (the most).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub struct Level(u8);

/// Not a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a level is 0 to 4, not {0}")]
pub struct NotALevel(pub u8);

impl Level {
    pub const NONE: Self = Self(0);
    pub const MOST: Self = Self(4);

    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Level {
    type Error = NotALevel;

    fn try_from(level: u8) -> Result<Self, NotALevel> {
        if level <= 4 { Ok(Self(level)) } else { Err(NotALevel(level)) }
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

/// A temperature of the body in tenths of a degree Celsius.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Temperature(pub i32);

/// What is always urgent. Asked first, apart from any instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
    /// 38.0 °C or more, or chills with shaking. Urgent in treatment.
    FeverOrChills,
    ChestPain,
    BreathlessAtRest,
    BleedingThatDoesNotStop,
    NewConfusion,
    /// New weakness, or loss of control over bladder or bowel.
    NewWeakness,
    /// No fluids kept down for 24 hours.
    NoFluidsKeptDown,
    /// Thoughts of harming oneself.
    SelfHarm,
}

impl Flag {
    /// In the order in which they are asked.
    pub const ALL: [Self; 8] = [
        Self::FeverOrChills,
        Self::ChestPain,
        Self::BreathlessAtRest,
        Self::BleedingThatDoesNotStop,
        Self::NewConfusion,
        Self::NewWeakness,
        Self::NoFluidsKeptDown,
        Self::SelfHarm,
    ];

    /// Whether the only danger is that someone hurts themselves: then those who listen are called first.
    pub const fn only_harm(flags: &[Self]) -> bool {
        matches!(flags, [Self::SelfHarm])
    }

    /// The word for it in forms, the same as in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::FeverOrChills => "fever-or-chills",
            Self::ChestPain => "chest-pain",
            Self::BreathlessAtRest => "breathless-at-rest",
            Self::BleedingThatDoesNotStop => "bleeding-that-does-not-stop",
            Self::NewConfusion => "new-confusion",
            Self::NewWeakness => "new-weakness",
            Self::NoFluidsKeptDown => "no-fluids-kept-down",
            Self::SelfHarm => "self-harm",
        }
    }
}

/// Who reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Author {
    /// The person themselves.
    Person,
    /// Someone who cares for them.
    Caregiver,
}

/// What was reported. Parts that were not answered, or that someone would rather not say, are not in it;
/// parts that were passed over because the first one was "never" are in it with level 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// When it was begun.
    pub at: Instant,
    pub by: Author,
    /// Whether it was sent, rather than left half-way.
    pub finished: bool,
    /// The red flags that were ticked; none of them when it is empty; `None` when that was not answered.
    pub flags: Option<BTreeSet<Flag>>,
    pub parts: BTreeMap<Symptom, BTreeMap<Attribute, Level>>,
    pub temperature: Option<Temperature>,
    /// Whether there are words of the person's own to read.
    pub note: bool,
}
