//! A questionnaire as data: what of FHIR R4 `Questionnaire` instruments for symptoms use.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answer::Answer;

/// The URL of Daybook's own symptom check, which every site has.
pub const OWN: &str = "urn:daybook:symptom-check";

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

impl Instrument {
    /// Every item in the order of the form; what is within an item follows it.
    pub fn walk(&self) -> Vec<&Item> {
        fn below<'a>(items: &'a [Item], all: &mut Vec<&'a Item>) {
            for item in items {
                all.push(item);
                below(&item.items, all);
            }
        }
        let mut all = Vec::new();
        below(&self.items, &mut all);
        all
    }

    pub fn find(&self, link_id: &LinkId) -> Option<&Item> {
        self.walk().into_iter().find(|item| item.link_id == *link_id)
    }

    /// How many questions can lead to an alert.
    pub fn watched(&self) -> usize {
        self.walk().iter().filter(|item| matches!(item.role, Some(Role::Attribute(_) | Role::Temperature))).count()
    }
}

impl Item {
    /// Whether it takes an answer.
    pub fn is_question(&self) -> bool {
        !matches!(self.kind, Kind::Group { .. } | Kind::Display)
    }

    /// The choice that an answer names.
    pub fn choice(&self, answer: &Answer) -> Option<&Choice> {
        match (&self.kind, answer) {
            (Kind::Choice { choices, .. }, Answer::Choice(code)) => choices.iter().find(|choice| choice.code == *code),
            _ => None,
        }
    }

    /// The number of an answer. What was declined has none, and neither have words.
    pub fn level(&self, answer: &Answer) -> Option<i64> {
        match answer {
            Answer::Boolean(yes) => Some(i64::from(*yes)),
            Answer::Integer(number) => Some(*number),
            _ => self.choice(answer).filter(|choice| !choice.declined)?.level.map(i64::from),
        }
    }
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
    /// Of a `valueCoding`, empty when it names none; nothing for the other two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system: Option<String>,
    pub text: Texts,
    /// Its number (FHIR `ordinalValue`). Parts of a symptom have 0 to 4, by their place when no number is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// Whether it excludes all others ("none of these"; FHIR `questionnaire-optionExclusive`).
    #[serde(default)]
    pub exclusive: bool,
    /// Whether it means that someone would rather not say: it has no level and never alerts.
    #[serde(default)]
    pub declined: bool,
    /// In a choice of symptoms: the treatments of which one must be had for it to be offered. Everyone is
    /// offered what names none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fits: Vec<String>,
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
    pub answer: Answer,
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
