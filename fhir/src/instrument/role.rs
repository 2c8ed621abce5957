//! What Daybook reads from an item, by the codes of the item:
//!
//! - on a group, a symptom: system `urn:daybook:symptom`, any code of small letters, digits and `-`;
//! - on a question within it, what is asked of the symptom: system `urn:daybook:attribute`, `frequency`,
//!   `severity`, `interference`, `amount` or `presence`;
//! - on a question, system `urn:daybook:role`: `which` (a choice of symptoms by their codes), `temperature`,
//!   `weight`, `note`. LOINC 8310-5 and 29463-7 are temperature and weight too.

use domain::diary::{
    instrument::{Choice, Item, Kind, Role},
    report::{Attribute, Symptom},
};

use super::Reader;
use crate::{
    concept,
    json::{Object, quoted},
};

const SYMPTOM: &str = "urn:daybook:symptom";
const ATTRIBUTE: &str = "urn:daybook:attribute";
const ROLE: &str = "urn:daybook:role";
const LOINC: &str = "http://loinc.org";
/// Characters of the code of a symptom.
const CODE: usize = 64;

impl Reader<'_> {
    /// What the codes of an item say. Whether that fits the item is for [`Reader::fits`].
    pub(super) fn role(&mut self, link_id: &str, object: &Object<'_>) -> Option<Role> {
        let mut roles: Vec<Role> = Vec::new();
        for code in self.take(Some(link_id), object.list("code", concept::coding)) {
            match role(&code.system, &code.code) {
                Some(Ok(role)) if roles.contains(&role) => {}
                Some(Ok(role)) => roles.push(role),
                Some(Err(())) => {
                    self.say(Some(link_id), format!("{} is no code of {}", quoted(&code.code), code.system));
                }
                None => {}
            }
        }
        if roles.len() > 1 {
            self.say(Some(link_id), "its codes say more than one thing that Daybook reads; leave one of them");
        }
        roles.pop()
    }

    /// Tells why Daybook can't read from an item what its code says.
    pub(super) fn fits(&mut self, item: &Item, within_symptom: bool, unit: Option<&str>) {
        let Some(role) = &item.role else { return };
        let group = matches!(item.kind, Kind::Group { .. });
        let why = match role {
            Role::Symptom(_) if !group => {
                Some("the code of a symptom stands on its group; give the question the code of what it asks")
            }
            Role::Symptom(_) if within_symptom => Some("a symptom within a symptom"),
            Role::Symptom(_) if !has_part(&item.items) => {
                Some("no question within it says what it asks of the symptom")
            }
            Role::Attribute(attribute) => part(item, *attribute, within_symptom),
            Role::Which if !matches!(item.kind, Kind::Choice { .. }) => Some("a choice of symptoms is a choice"),
            Role::Temperature => {
                measured(item, unit, "Cel", "a temperature is one decimal or integer whose questionnaire-unit is Cel")
            }
            Role::Weight => {
                measured(item, unit, "kg", "a weight is one decimal or integer whose questionnaire-unit is kg")
            }
            Role::Note if !matches!(item.kind, Kind::Text { .. }) => Some("a note is a text"),
            Role::Symptom(_) | Role::Which | Role::Note => None,
        };
        if let Some(why) = why {
            self.say(Some(&item.link_id.0), why);
        }
    }
}

fn role(system: &str, code: &str) -> Option<Result<Role, ()>> {
    let attribute = |attribute| Some(Ok(Role::Attribute(attribute)));
    match (system, code) {
        (SYMPTOM, code) => {
            let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            let sound = !code.is_empty() && code.len() <= CODE && code.chars().all(letters);
            Some(if sound { Ok(Role::Symptom(Symptom(code.to_owned()))) } else { Err(()) })
        }
        (ATTRIBUTE, "frequency") => attribute(Attribute::Frequency),
        (ATTRIBUTE, "severity") => attribute(Attribute::Severity),
        (ATTRIBUTE, "interference") => attribute(Attribute::Interference),
        (ATTRIBUTE, "amount") => attribute(Attribute::Amount),
        (ATTRIBUTE, "presence") => attribute(Attribute::Presence),
        (ROLE, "which") => Some(Ok(Role::Which)),
        (ROLE, "temperature") | (LOINC, "8310-5") => Some(Ok(Role::Temperature)),
        (ROLE, "weight") | (LOINC, "29463-7") => Some(Ok(Role::Weight)),
        (ROLE, "note") => Some(Ok(Role::Note)),
        (ATTRIBUTE | ROLE, _) => Some(Err(())),
        _ => None,
    }
}

fn has_part(items: &[Item]) -> bool {
    items.iter().any(|item| matches!(item.role, Some(Role::Attribute(_))) || has_part(&item.items))
}

fn part(item: &Item, attribute: Attribute, within_symptom: bool) -> Option<&'static str> {
    if !within_symptom {
        return Some("it asks something of a symptom, but no group around it has the code of one");
    }
    if item.repeats {
        return Some("a part of a symptom takes one answer");
    }
    match &item.kind {
        Kind::Boolean if attribute == Attribute::Presence => None,
        Kind::Integer { least: Some(0..=4), most: Some(0..=4) } => None,
        Kind::Integer { .. } => Some("a part of a symptom as a number needs minValue and maxValue within 0 and 4"),
        Kind::Choice { choices, .. } => {
            let graded = |choice: &&Choice| !choice.declined;
            let sound = |choice: &Choice| choice.level.is_some_and(|level| level <= 4);
            (!choices.iter().filter(graded).all(sound)).then_some(
                "each answer to a part of a symptom has a number from 0 to 4 (ordinalValue; without any, its place, \
                 and not for \"presence\"); mark those that mean \"rather not say\" with urn:daybook:declined",
            )
        }
        _ => Some("a part of a symptom is a choice, or a yes or no for \"presence\""),
    }
}

fn measured(item: &Item, unit: Option<&str>, expected: &str, why: &'static str) -> Option<&'static str> {
    let number = matches!(item.kind, Kind::Integer { .. } | Kind::Decimal { .. });
    (!number || item.repeats || unit != Some(expected)).then_some(why)
}
