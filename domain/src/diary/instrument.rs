//! A questionnaire as data: what of FHIR R4 `Questionnaire` instruments for symptoms use.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A text by language code (`en`, `fr`, `es`, `ar` …).
pub type Texts = BTreeMap<String, String>;

/// The name of an item within its instrument (`Questionnaire.item.linkId`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LinkId(pub String);

/// One version of an instrument. Which it is: `url` and `version` together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Instrument {
    pub url: String,
    pub version: String,
    pub title: Texts,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub link_id: LinkId,
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub text: Texts,
    /// A second, smaller text below the first.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub help: Texts,
    pub kind: Kind,
    /// What Daybook reads from it; an item without a role is asked, kept and shown, no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    #[serde(default)]
    pub required: bool,
    /// Whether it takes more than one answer.
    #[serde(default)]
    pub repeats: bool,
    /// When it is asked; always when there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// Whether all conditions must hold, or any.
    #[serde(default)]
    pub all_conditions: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
}

/// What an item asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Items that belong together. On a page of its own, they are asked on one screen.
    Group {
        page: bool,
    },
    /// A text to read.
    Display,
    Boolean,
    Integer {
        least: Option<i64>,
        most: Option<i64>,
    },
    /// Limits as written, a point before the decimals; the unit as a UCUM code.
    Decimal {
        least: Option<String>,
        most: Option<String>,
        unit: Option<String>,
    },
    Date,
    Text {
        longest: Option<u32>,
    },
    /// One of these, and when it is open also words of one's own.
    Choice {
        choices: Vec<Choice>,
        open: bool,
    },
}

/// One answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// `valueCoding.code`, or the value itself of `valueString` and `valueInteger`.
    pub code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system: Option<String>,
    pub text: Texts,
    /// Its number, 0 to 4 for parts of a symptom (FHIR `ordinalValue`, else its place).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// Whether it excludes all others ("none of these"; FHIR `questionnaire-optionExclusive`).
    #[serde(default)]
    pub exclusive: bool,
    /// Whether it means that someone would rather not say: it has no level and never alerts.
    #[serde(default)]
    pub declined: bool,
}

/// What Daybook reads from an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Of a group: all that is asked of one symptom.
    Symptom(super::report::Symptom),
    /// Of a question within such a group.
    Attribute(super::report::Attribute),
    /// A choice of symptoms that there were (the codes are symptoms); what was not chosen is "never".
    Which,
    /// Of the body, in degrees Celsius.
    Temperature,
    /// Of the body, in kilograms.
    Weight,
    /// Words of one's own for the care team.
    Note,
}

/// When an item is asked (`Questionnaire.item.enableWhen`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    pub question: LinkId,
    pub operator: Operator,
    pub answer: super::answer::Answer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operator {
    #[serde(rename = "exists")]
    Exists,
    #[serde(rename = "=")]
    Equal,
    #[serde(rename = "!=")]
    NotEqual,
    #[serde(rename = ">")]
    Greater,
    #[serde(rename = "<")]
    Less,
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = "<=")]
    AtMost,
}
