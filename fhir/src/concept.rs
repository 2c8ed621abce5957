//! Coded things: their words for people and their codes for rules.

use domain::results::Coding;

use crate::{
    json::{Object, Read},
    text,
};

/// Codings kept of one concept; real ones have one to five.
const CODINGS: usize = 20;
const CODE: usize = 255;

/// A CodeableConcept: its words and its codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Concept {
    pub text: Option<String>,
    pub codes: Vec<Coding>,
}

impl Concept {
    pub fn read(object: &Object<'_>) -> Read<Self> {
        let text = object.text("text")?.and_then(|t| text::title(&t));
        let mut codes = object.list("coding", coding)?;
        codes.retain(|c| !c.code.is_empty() || c.display.is_some());
        codes.truncate(CODINGS);
        Ok(Self { text, codes })
    }

    /// Its text, else what the first code that has a name is called.
    pub fn words(&self) -> Option<String> {
        self.text.clone().or_else(|| self.codes.iter().find_map(|c| c.display.clone()))
    }

    /// Its words, else its code.
    pub fn title(&self) -> Option<String> {
        self.words().or_else(|| self.codes.iter().find(|c| !c.code.is_empty()).map(|c| c.code.clone()))
    }

    pub fn has(&self, codes: &[&str]) -> bool {
        self.codes.iter().any(|c| codes.contains(&c.code.as_str()))
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_none() && self.codes.is_empty()
    }

    /// The codes that can be shown as codes.
    pub fn into_codes(self) -> Vec<Coding> {
        self.codes.into_iter().filter(|c| !c.code.is_empty()).collect()
    }
}

/// One Coding; both parts may be empty.
pub fn coding(object: &Object<'_>) -> Read<Coding> {
    Ok(Coding {
        system: text::line(&object.text("system")?.unwrap_or_default(), CODE),
        code: text::line(&object.text("code")?.unwrap_or_default(), CODE),
        display: object.text("display")?.and_then(|t| text::title(&t)),
    })
}

/// The concept under a name.
pub fn one(object: &Object<'_>, name: &str) -> Read<Option<Concept>> {
    Ok(object.object(name, Concept::read)?.filter(|c| !c.is_empty()))
}

/// The concepts of a list.
pub fn many(object: &Object<'_>, name: &str) -> Read<Vec<Concept>> {
    object.list(name, Concept::read)
}

/// The words of each concept of a list.
pub fn titles(object: &Object<'_>, name: &str) -> Read<Vec<String>> {
    Ok(many(object, name)?.iter().filter_map(Concept::title).collect())
}
