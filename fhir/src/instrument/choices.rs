//! The choices of a question: written with it, or in a value set that the Questionnaire contains.

use domain::diary::{
    instrument::{Choice, Role, Texts},
    report::Attribute,
    treatment::is_known,
};

use super::{Reader, says_yes};
use crate::{
    json::{Object, Read, quoted},
    text,
};

const EXCLUSIVE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
const FITS: &str = "urn:daybook:fits";
const DECLINED: &str = "urn:daybook:declined";
/// Codes for "asked, but declined", "not applicable" and the like.
const NO_ANSWER: [&str; 2] =
    ["http://terminology.hl7.org/CodeSystem/data-absent-reason", "http://terminology.hl7.org/CodeSystem/v3-NullFlavor"];
const ORDINAL: [&str; 2] =
    ["http://hl7.org/fhir/StructureDefinition/ordinalValue", "http://hl7.org/fhir/StructureDefinition/itemWeight"];
/// Choices of one question.
const MOST: usize = 200;

/// A choice with the place and the form in which it was written.
struct Written {
    choice: Choice,
    form: &'static str,
}

impl<'a> Reader<'a> {
    pub(super) fn choices(
        &mut self,
        link_id: &str,
        object: &Object<'a>,
        open: bool,
        role: Option<&Role>,
    ) -> Vec<Choice> {
        let mut found = Vec::new();
        let options = object.list("answerOption", |option| {
            if let Some(one) = self.option(link_id, option)? {
                found.push(one);
            }
            Ok(())
        });
        self.take(Some(link_id), options);
        if let Some(set) = self.take(Some(link_id), object.text("answerValueSet")) {
            if found.is_empty() {
                found = self.value_set(link_id, &set);
            } else {
                self.say(Some(link_id), "it has both answerOption and answerValueSet");
            }
        }
        if found.len() > MOST {
            self.say(Some(link_id), format!("it has more than {MOST} answers to choose from"));
            found.truncate(MOST);
        }
        if found.is_empty() && !open {
            self.say(Some(link_id), "it has no answers to choose from");
        }
        if found.iter().any(|one| one.form != found[0].form) {
            self.say(Some(link_id), "its answers are of different types");
        }
        let number = |one: &Written| one.choice.code.parse::<i64>().is_ok_and(|n| n.to_string() == one.choice.code);
        if !found.is_empty() && found.iter().all(|one| one.form == "valueString" && number(one)) {
            self.say(Some(link_id), "its answers are numbers as texts; write them as valueInteger");
        }
        let mut choices: Vec<Choice> = found.into_iter().map(|one| one.choice).collect();
        if choices.iter().any(|choice| !choice.fits.is_empty()) && role != Some(&Role::Which) {
            self.say(Some(link_id), "only a choice of symptoms can be offered by treatment (urn:daybook:fits)");
        }
        for (at, choice) in choices.iter().enumerate() {
            if choices[..at].iter().any(|other| other.code == choice.code) {
                self.say(Some(link_id), format!("the answer {} stands there twice", quoted(&choice.code)));
            }
        }
        // A part of a symptom without numbers is numbered by its order: the first is none, the last the most.
        // Of yes and no, either may come first.
        let by_place = matches!(role, Some(Role::Attribute(attribute)) if *attribute != Attribute::Presence);
        if by_place && choices.iter().all(|choice| choice.level.is_none()) {
            for (place, choice) in (0..).zip(choices.iter_mut().filter(|choice| !choice.declined)) {
                choice.level = Some(place);
            }
        }
        choices
    }

    fn option(&mut self, link_id: &str, option: &Object<'a>) -> Read<Option<Written>> {
        self.lacking(Some(link_id), option);
        if option.boolean("initialSelected")? == Some(true) {
            self.say(Some(link_id), "an answer is chosen from the start; Daybook lets people choose");
        }
        let exclusive = says_yes(option, EXCLUSIVE)?;
        let declined = says_yes(option, DECLINED)?;
        let level = level(option)?;
        let fits = fits(option)?;
        for treatment in fits.iter().filter(|treatment| !is_known(treatment)) {
            self.say(
                Some(link_id),
                format!("{} is no treatment that Daybook can tell (urn:daybook:fits)", quoted(treatment)),
            );
        }
        let form = option.names().find(|name| name.starts_with("value")).map(str::to_owned).unwrap_or_default();
        let one = |code: String, text: Texts, form| Written {
            choice: Choice { code, system: None, text, level, exclusive, declined, fits: Vec::new() },
            form,
        };
        let made = match form.as_str() {
            "valueCoding" => option.object("valueCoding", |coding| {
                let mut one = self.coding(link_id, coding, None)?;
                one.choice.level = one.choice.level.or(level);
                one.choice.exclusive |= exclusive;
                one.choice.declined |= declined;
                Ok(one)
            })?,
            "valueString" => {
                let text = self.texts(Some(link_id), option, "valueString");
                option.text("valueString")?.map(|code| one(code.into_owned(), text, "valueString"))
            }
            "valueInteger" => option.integer("valueInteger")?.map(|number| {
                let code = number.to_string();
                one(code.clone(), [(self.language.clone(), code)].into(), "valueInteger")
            }),
            "" => {
                self.say(Some(link_id), "one of its answers has no value");
                None
            }
            other => {
                self.say(
                    Some(link_id),
                    format!("its answers are of the type {}, which Daybook can't ask", quoted(other)),
                );
                None
            }
        };
        Ok(made.map(|mut one: Written| {
            one.choice.fits = fits;
            one
        }))
    }

    /// A Coding, or a concept of a value set, whose system stands around it.
    fn coding(&mut self, link_id: &str, coding: &Object<'a>, system: Option<&str>) -> Read<Written> {
        let code = coding.text("code")?.map(|code| code.trim().to_owned()).unwrap_or_default();
        let mut texts = self.texts(Some(link_id), coding, "display");
        for (language, words) in coding.list("designation", designation)?.into_iter().flatten() {
            texts.entry(language).or_insert(words);
        }
        if code.is_empty() {
            self.say(Some(link_id), "one of its answers has no code");
        } else if texts.is_empty() {
            self.say(Some(link_id), format!("the answer {} has no words (display)", quoted(&code)));
        }
        let system = match system {
            Some(system) => system.to_owned(),
            None => coding.text("system")?.unwrap_or_default().into_owned(),
        };
        let choice = Choice {
            code,
            text: texts,
            level: level(coding)?,
            exclusive: says_yes(coding, EXCLUSIVE)?,
            declined: says_yes(coding, DECLINED)? || NO_ANSWER.contains(&system.as_str()),
            system: Some(system),
            fits: Vec::new(),
        };
        Ok(Written { choice, form: "valueCoding" })
    }

    fn value_set(&mut self, link_id: &str, reference: &str) -> Vec<Written> {
        let Some(set) = reference.strip_prefix('#').and_then(|id| self.value_sets.get(id)).cloned() else {
            self.say(
                Some(link_id),
                format!(
                    "its answers are in the value set {}, which is not contained in the Questionnaire",
                    quoted(reference)
                ),
            );
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut whole = true;
        let read = set.object("compose", |compose| {
            whole &= !compose.has("exclude");
            compose.list("include", |include| {
                whole &= include.has("concept") && !include.has("filter") && !include.has("valueSet");
                let system = include.text("system")?.unwrap_or_default();
                include.list("concept", |concept| {
                    found.push(self.coding(link_id, concept, Some(&system))?);
                    Ok(())
                })
            })
        });
        self.take(Some(link_id), read.map(|_| ()));
        if !whole || found.is_empty() {
            self.say(
                Some(link_id),
                format!("the contained value set {} does not list its codes one by one", quoted(reference)),
            );
        }
        found
    }
}

/// The treatments for which a choice is offered.
fn fits(option: &Object<'_>) -> Read<Vec<String>> {
    let found = option.list("extension", |one| {
        let is_it = one.text("url")?.as_deref() == Some(FITS);
        Ok(if is_it { one.text("valueCode")?.map(|code| code.trim().to_owned()) } else { None })
    })?;
    Ok(found.into_iter().flatten().collect())
}

/// A whole number that orders a choice; what is no such number orders nothing.
fn level(object: &Object<'_>) -> Read<Option<u8>> {
    let found = object.list("extension", |one| {
        let ordinal = one.text("url")?.is_some_and(|url| ORDINAL.contains(&url.as_ref()));
        Ok(if ordinal { one.number("valueDecimal")? } else { None })
    })?;
    let number = found.into_iter().flatten().next().map(|number| number.strip_suffix(".0").unwrap_or(number));
    Ok(number.and_then(|number| number.parse().ok()))
}

/// A name of a concept in another language.
fn designation(object: &Object<'_>) -> Read<Option<(String, String)>> {
    let language = object.text("language")?.map(|tag| super::primary(&tag));
    Ok(language.zip(object.text("value")?.and_then(|words| text::title(&words))))
}
