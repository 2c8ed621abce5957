//! Groups, texts and questions.

use std::collections::BTreeMap;

use domain::diary::{
    instrument::{Item, Kind, LinkId, Role, Texts},
    number,
};

use super::{DEPTH, ITEMS, NAME, Reader, condition::above};
use crate::{
    concept,
    json::{Object, Read, quoted},
    refusal::Version,
};

const CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
const UNIT: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
const LEAST: &str = "http://hl7.org/fhir/StructureDefinition/minValue";
const MOST: &str = "http://hl7.org/fhir/StructureDefinition/maxValue";

/// Where an item stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    symptom: bool,
    depth: usize,
}

/// Limits and unit of a number.
#[derive(Default)]
struct Measure {
    least: Option<String>,
    most: Option<String>,
    unit: Option<String>,
    /// Limits that are no numbers.
    other: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn items(&mut self, object: &Object<'a>, within: Option<&str>, around: &Around) -> Vec<Item> {
        if !object.has("item") {
            return Vec::new();
        }
        if around.depth >= DEPTH {
            self.say(within, format!("items lie deeper than {DEPTH} within each other"));
            return Vec::new();
        }
        let mut items = Vec::new();
        let read = object.list_at("item", |at, one| {
            self.count += 1;
            if self.count <= ITEMS {
                items.extend(self.item(one, at, within, around));
            } else if self.count == ITEMS + 1 {
                self.say(None, format!("it has more than {ITEMS} items"));
            }
            Ok(())
        });
        self.take(within, read);
        items
    }

    fn item(&mut self, object: &Object<'a>, at: usize, within: Option<&str>, around: &Around) -> Option<Item> {
        let link_id = self.take(within, object.text("linkId")).unwrap_or_default().into_owned();
        if link_id.is_empty() || link_id.len() > NAME || link_id.chars().any(char::is_control) {
            self.say(within, format!("item[{at}] has no linkId, or one of more than {NAME} characters"));
            return None;
        }
        let id = Some(link_id.as_str());
        if self.link_ids.get(&link_id).is_some_and(|count| *count > 1) {
            self.say(id, "more than one item has this linkId");
        }
        self.lacking(id, object);
        let role = self.role(&link_id, object);
        let controls = self.take(id, controls(object));
        let has = |code: &str| controls.iter().any(|control| control == code);
        let measure = self.take(id, measure(object));
        let kind = self.kind(&link_id, object, role.as_ref(), has("page"), &measure)?;
        let (conditions, all_conditions) = self.conditions(&link_id, object);
        let mut item = Item {
            link_id: LinkId(link_id.clone()),
            text: self.texts(id, object, "text"),
            help: Texts::new(),
            kind,
            role,
            required: self.take(id, object.boolean("required")).unwrap_or_default(),
            repeats: self.take(id, object.boolean("repeats")).unwrap_or_default(),
            conditions,
            all_conditions,
            items: Vec::new(),
        };
        self.form(object, &item);
        if item.is_question() {
            self.questions.insert(link_id.clone(), item.clone());
        }
        let symptom = matches!(item.role, Some(Role::Symptom(_)));
        let below = Around { symptom: around.symptom || symptom, depth: around.depth + 1 };
        item.items = self.items(object, id, &below);
        self.help(object, &mut item);
        if item.repeats && item.is_question() && !item.items.is_empty() {
            self.say(
                id,
                "Daybook can't ask something of each of several answers (items within a question that repeats)",
            );
        }
        self.fits(&item, around.symptom, measure.unit.as_deref());
        Some(item)
    }

    fn kind(
        &mut self,
        link_id: &str,
        object: &Object<'a>,
        role: Option<&Role>,
        page: bool,
        measure: &Measure,
    ) -> Option<Kind> {
        let id = Some(link_id);
        let name = self.take(id, object.text("type")).unwrap_or_default();
        let longest = self.take(id, object.integer("maxLength"));
        let Measure { least, most, unit, other } = measure;
        let kind = match name.as_ref() {
            "group" => Kind::Group { page },
            "display" => Kind::Display,
            "boolean" => Kind::Boolean,
            "date" => Kind::Date,
            "integer" => {
                let whole = |limit: &Option<String>| limit.as_ref().and_then(|limit| limit.parse().ok());
                Kind::Integer { least: whole(least), most: whole(most) }
            }
            "decimal" => Kind::Decimal { least: least.clone(), most: most.clone(), unit: unit.clone() },
            "string" | "text" => Kind::Text { longest: longest.and_then(|longest| u32::try_from(longest).ok()) },
            "choice" | "open-choice" => {
                let open = name == "open-choice";
                Kind::Choice { choices: self.choices(link_id, object, open, role), open }
            }
            "quantity" => {
                self.say(id, "Daybook can't ask for a quantity; make it a decimal with questionnaire-unit");
                return None;
            }
            "" => {
                self.say(id, "it has no type");
                return None;
            }
            other => {
                self.say(id, format!("Daybook can't ask for the type {}", quoted(other)));
                return None;
            }
        };
        let is_number = matches!(kind, Kind::Integer { .. } | Kind::Decimal { .. });
        let fraction = |limit: &Option<String>| limit.as_ref().is_some_and(|limit| limit.contains('.'));
        let wrong = if is_number {
            *other || matches!(kind, Kind::Integer { .. }) && (fraction(least) || fraction(most))
        } else {
            *other || least.is_some() || most.is_some()
        };
        if wrong || above(least.as_deref(), most.as_deref()) {
            self.say(id, "its minValue or maxValue does not fit its type, or the least is above the most");
        }
        let is_text = matches!(kind, Kind::Text { .. });
        if longest.is_some_and(|longest| longest < 1) && is_text {
            self.say(id, "its maxLength is below 1");
        }
        if let (Kind::Text { longest: Some(longest) }, most) = (&kind, domain::diary::flow::LONGEST_TEXT)
            && usize::try_from(*longest).is_ok_and(|longest| longest > most)
        {
            self.say(id, format!("its maxLength is above {most}, the most that Daybook takes"));
        }
        Some(kind)
    }

    /// What FHIR or the engine does not allow of an item of its kind.
    fn form(&mut self, object: &Object<'a>, item: &Item) {
        let id = Some(item.link_id.0.as_str());
        let group = matches!(item.kind, Kind::Group { .. });
        if item.text.is_empty() && !group {
            self.say(id, "it has no text");
        }
        if item.repeats && group {
            self.say(id, "Daybook can't ask a group again and again (repeats)");
        }
        if (item.required || item.repeats || object.has("item")) && item.kind == Kind::Display {
            self.say(id, "a text (display) is neither required nor repeated, and has no items within it");
        }
        if self.take(id, object.boolean("readOnly")) == Some(true) && item.is_question() {
            self.say(id, "it can't be answered (readOnly)");
        }
        if object.has("initial") {
            self.say(id, "it comes with an answer (initial); Daybook lets people answer");
        }
    }

    /// A text of help within an item is the second text of that item.
    fn help(&mut self, object: &Object<'a>, item: &mut Item) {
        let mut helping = Vec::new();
        let read = object.list("item", |one| {
            let codes = controls(one)?;
            // The unit is shown from its code.
            if codes.iter().any(|code| code == "help" || code == "unit") {
                helping
                    .push((one.text("linkId")?.unwrap_or_default().into_owned(), codes.contains(&"help".to_owned())));
            }
            Ok(())
        });
        self.take(Some(&item.link_id.0.clone()), read);
        for (link_id, is_help) in helping {
            let is_it = |one: &Item| one.link_id.0 == link_id && one.kind == Kind::Display && one.conditions.is_empty();
            if let Some(at) = item.items.iter().position(is_it)
                && (!is_help || item.help.is_empty())
            {
                let text = item.items.remove(at).text;
                if is_help {
                    item.help = text;
                }
            }
        }
    }
}

/// The codes of `questionnaire-itemControl`.
fn controls(object: &Object<'_>) -> Read<Vec<String>> {
    let found = object.list("extension", |one| {
        if one.text("url")?.as_deref() != Some(CONTROL) {
            return Ok(Vec::new());
        }
        let concept = concept::one(one, "valueCodeableConcept")?.unwrap_or_default();
        Ok(concept.codes.into_iter().map(|coding| coding.code).collect())
    })?;
    Ok(found.into_iter().flatten().collect())
}

fn measure(object: &Object<'_>) -> Read<Measure> {
    let mut measure = Measure::default();
    object.list("extension", |one| {
        let url = one.text("url")?.unwrap_or_default();
        match url.as_ref() {
            UNIT => measure.unit = one.object("valueCoding", concept::coding)?.map(|coding| coding.code),
            LEAST | MOST => {
                let number = one.number("valueDecimal")?.or(one.number("valueInteger")?).and_then(number::read);
                measure.other |= number.is_none();
                *(if url == LEAST { &mut measure.least } else { &mut measure.most }) = number;
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(measure)
}

/// Every `linkId` with how often it stands in the form.
pub(super) fn count_link_ids(object: &Object<'_>, counts: &mut BTreeMap<String, usize>, depth: usize) {
    if depth >= DEPTH {
        return;
    }
    let _: Read<Vec<()>> = object.list("item", |one| {
        if let Ok(Some(link_id)) = one.text("linkId") {
            *counts.entry(link_id.into_owned()).or_default() += 1;
        }
        count_link_ids(one, counts, depth + 1);
        Ok(())
    });
}

/// Signs of another version of FHIR in the items.
pub(super) fn other_version(object: &Object<'_>) -> Option<(Version, String)> {
    fn sign(object: &Object<'_>, depth: usize) -> Read<Option<(Version, String)>> {
        if depth >= DEPTH {
            return Ok(None);
        }
        let found = object.list("item", |one| {
            let field = |name: &str, version| one.has(name).then(|| (version, format!("the field item.{name}")));
            let own = field("option", Version::Stu3)
                .or_else(|| field("options", Version::Stu3))
                .or_else(|| field("disabledDisplay", Version::R5))
                .or_else(|| field("answerConstraint", Version::R5));
            let coding = one.text("type")?.as_deref() == Some("coding");
            let own = own.or_else(|| coding.then(|| (Version::R5, "the item type \"coding\"".into())));
            let older = one.list("enableWhen", |when| Ok(when.has("hasAnswer")))?;
            let older = older.contains(&true).then(|| (Version::Stu3, "the field enableWhen.hasAnswer".into()));
            Ok(match own.or(older) {
                None => sign(one, depth + 1)?,
                found => found,
            })
        })?;
        Ok(found.into_iter().flatten().next())
    }
    sign(object, 0).ok().flatten()
}
