//! What an instrument calls its symptoms, and how it words a scale of its own, in the reader's language.

use std::collections::BTreeMap;

use domain::{
    db::Tx,
    diary::{
        instrument::{Instrument, Item, Kind, Role, Texts},
        instrument_store::{find_instrument, get_current},
        report::{Attribute, Symptom},
    },
    id::InstrumentId,
    site::{Site, in_language},
};
use serde::{Deserialize, Serialize};

use super::say;
use crate::{
    visit::visit,
    words::{Language, Words},
};

/// The symptoms of one or more instruments.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Names(BTreeMap<Symptom, Name>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Name {
    name: String,
    own: Option<Scale>,
}

/// The words of the levels 0 to 4, where "none" to "very bad" would say something else.
pub type Scale = [String; 5];

impl Names {
    /// The symptoms that an instrument asks of.
    pub fn of(instrument: &Instrument) -> Self {
        Self::in_language(instrument, visit().language.code())
    }

    /// In a language that nobody's visit says.
    pub fn in_language(instrument: &Instrument, language: &str) -> Self {
        let mut names: BTreeMap<Symptom, Name> = BTreeMap::new();
        for item in instrument.walk() {
            match (&item.role, &item.kind) {
                (Some(Role::Symptom(symptom)), _) => {
                    let own = scale(item, language);
                    let known = names.entry(symptom.clone());
                    known.or_insert_with(|| Name { name: text(&item.text, language), own: None }).own = own;
                }
                // The words of the list are names; those of a group may be a sentence.
                (Some(Role::Which), Kind::Choice { choices, .. }) => {
                    for choice in choices.iter().filter(|choice| !choice.exclusive) {
                        let known = names.entry(Symptom(choice.code.clone()));
                        known.or_insert_with(|| Name { name: String::new(), own: None }).name =
                            text(&choice.text, language);
                    }
                }
                _ => {}
            }
        }
        Self(names)
    }

    /// The symptoms of these instruments, and what the site asks now: who comes first names a symptom.
    pub async fn of_all(
        tx: &mut Tx,
        site: &Site,
        instruments: &[InstrumentId],
        language: Language,
    ) -> domain::Result<Self> {
        let mut all = Self::default();
        for id in instruments {
            if let Some(instrument) = find_instrument(tx, *id).await? {
                all.add(Self::in_language(&instrument, language.code()));
            }
        }
        match get_current(tx, &site.instrument).await {
            Ok((_, instrument)) => all.add(Self::in_language(&instrument, language.code())),
            Err(domain::Error::NotFound) => {}
            Err(other) => return Err(other),
        }
        Ok(all)
    }

    /// Names of further symptoms.
    pub fn add(&mut self, other: Self) {
        for (symptom, name) in other.0 {
            self.0.entry(symptom).or_insert(name);
        }
    }

    /// These only.
    #[must_use]
    pub fn only<'a>(&self, symptoms: impl Iterator<Item = &'a Symptom>) -> Self {
        Self(symptoms.filter_map(|symptom| Some((symptom.clone(), self.0.get(symptom)?.clone()))).collect())
    }

    /// Each with its name.
    pub fn iter(&self) -> impl Iterator<Item = (&Symptom, &str)> {
        self.0.iter().map(|(symptom, name)| (symptom, name.name.as_str()))
    }

    pub fn find(&self, symptom: &Symptom) -> Option<&str> {
        self.0.get(symptom).map(|name| name.name.as_str())
    }

    /// The name of a symptom; its code where no instrument has one.
    pub fn name(&self, symptom: &Symptom) -> String {
        self.find(symptom).map_or_else(|| symptom.0.replace(['-', '_'], " "), str::to_owned)
    }

    /// The instrument's own words for the levels of what is no "how bad".
    pub fn scale(&self, symptom: &Symptom) -> Option<&Scale> {
        self.0.get(symptom)?.own.as_ref()
    }

    /// The worst level of a symptom, in words.
    pub fn level(&self, words: Words, symptom: &Symptom, level: u8) -> String {
        let own = self.scale(symptom).and_then(|scale| scale.get(usize::from(level)));
        own.cloned().unwrap_or_else(|| say::level(words, level))
    }
}

fn text(texts: &Texts, language: &str) -> String {
    in_language(texts, language).map(|(_, text)| text.to_owned()).unwrap_or_default()
}

/// The words of what is asked of a symptom in one way only, other than how bad it is.
fn scale(group: &Item, language: &str) -> Option<Scale> {
    let mut parts = Vec::new();
    parts_of(&group.items, &mut parts);
    let [(attribute, question)] = parts[..] else { return None };
    let Kind::Choice { choices, .. } = &question.kind else { return None };
    if matches!(attribute, Attribute::Severity | Attribute::Presence) {
        return None;
    }
    let word = |level: u8| {
        let choice = choices.iter().find(|choice| !choice.declined && choice.level == Some(level))?;
        Some(text(&choice.text, language)).filter(|word| !word.is_empty())
    };
    Some([word(0)?, word(1)?, word(2)?, word(3)?, word(4)?])
}

fn parts_of<'a>(items: &'a [Item], all: &mut Vec<(Attribute, &'a Item)>) {
    for item in items {
        if let Some(Role::Attribute(attribute)) = item.role {
            all.push((attribute, item));
        }
        parts_of(&item.items, all);
    }
}
