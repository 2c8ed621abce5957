//! Instruments of the symptom diary as FHIR R4 `Questionnaire`, and answers to them as
//! `QuestionnaireResponse`.
//!
//! A Questionnaire may say more than the engine of the diary can do. What it can't do is refused by the
//! `linkId` of the item and the reason, all of it at once: an instrument that is asked in another way than
//! its authors meant is none. What Daybook reads from an item is said by its code (`role.rs`).

mod choices;
mod condition;
mod item;
mod lacking;
mod own;
mod response;
mod role;

use std::{collections::BTreeMap, fmt};

use domain::diary::instrument::{Instrument, Item, Texts};

use crate::{
    json::{self, Object, Read},
    refusal::Version,
    shape, text, version,
};

pub use own::{SYMPTOM_CHECK, symptom_check};
pub use response::{Told, response};

/// The largest file of an instrument, in bytes.
pub const MAX_BYTES: usize = 4 << 20;
/// Items of an instrument, and how many of them may be within each other.
const ITEMS: usize = 2_000;
const DEPTH: usize = 8;
/// Characters of an address, a version or a `linkId`.
const NAME: usize = 255;

/// The language of texts whose language nobody says.
const UNDETERMINED: &str = "und";
const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";

/// Why an instrument can't be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The item that it is about; nothing when it is about the whole.
    pub link_id: Option<String>,
    pub why: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.link_id {
            Some(link_id) => write!(f, "item {}: {}", json::quoted(link_id), self.why),
            None => f.write_str(&self.why),
        }
    }
}

/// Reads a Questionnaire.
///
/// # Errors
/// Every reason why it can't be taken, in the order of the form.
pub fn read(source: &str) -> Result<Instrument, Vec<Problem>> {
    let whole = |why: String| vec![Problem { link_id: None, why }];
    if source.len() > MAX_BYTES {
        return Err(whole(format!("the file is larger than {} MB", MAX_BYTES >> 20)));
    }
    let source = source.trim_start_matches('\u{FEFF}').trim();
    if source.starts_with('<') {
        return Err(whole("this is XML; ask for the Questionnaire as FHIR R4 JSON".into()));
    }
    if !source.starts_with('{') {
        return Err(whole("this is not a FHIR resource: give one Questionnaire as FHIR R4 JSON".into()));
    }
    let object = Object::parse(source)
        .map_err(|e| whole(shape::syntax_at(&e, crate::Spot { line: 1, column: 1 }).to_string()))?;
    let kind = object.text("resourceType").ok().flatten().unwrap_or_default();
    if kind != "Questionnaire" {
        let found =
            if kind.is_empty() { "has no resourceType".into() } else { format!("is a {}", text::line(&kind, 64)) };
        return Err(whole(format!("this {found}; give one FHIR R4 Questionnaire")));
    }
    if let Some((version, sign)) = other_version(&object) {
        return Err(whole(format!("this is {version} ({sign}); Daybook reads FHIR R4")));
    }
    let mut reader = Reader::default();
    let instrument = reader.instrument(&object);
    if reader.problems.is_empty() { Ok(instrument) } else { Err(reader.problems) }
}

/// Signs of another version of FHIR.
fn other_version(object: &Object<'_>) -> Option<(Version, String)> {
    if object.has("group") {
        return Some((Version::Dstu2, "the field Questionnaire.group".into()));
    }
    let newer = object.names().find(|name| name.starts_with("versionAlgorithm") || *name == "copyrightLabel");
    if let Some(name) = newer {
        return Some((Version::R5, format!("the field Questionnaire.{name}")));
    }
    version::sign("Questionnaire", object).or_else(|| item::other_version(object))
}

/// What is known while a Questionnaire is read.
#[derive(Default)]
struct Reader<'a> {
    problems: Vec<Problem>,
    /// Of the texts that are no translations.
    language: String,
    value_sets: BTreeMap<String, Object<'a>>,
    /// Every `linkId` of the form, with how often it stands there.
    link_ids: BTreeMap<String, usize>,
    /// The questions so far, without what is within them.
    questions: BTreeMap<String, Item>,
    count: usize,
}

impl<'a> Reader<'a> {
    fn instrument(&mut self, object: &Object<'a>) -> Instrument {
        let language = self.take(None, object.text("language"));
        self.language = language.map_or_else(|| UNDETERMINED.into(), |tag| primary(&tag));
        let url = self.name(object, "url");
        let version = self.name(object, "version");
        let title = if object.has("title") { "title" } else { "name" };
        let title = self.texts(None, object, title);
        if title.is_empty() {
            self.say(None, "it has no title");
        }
        if self.take(None, object.text("status")).as_deref() == Some("retired") {
            self.say(None, "its status is \"retired\"; ask for the version in use");
        }
        let subjects = self.take(None, object.texts("subjectType"));
        if !subjects.is_empty() && !subjects.iter().any(|subject| subject == "Patient") {
            self.say(None, "its subjectType is not Patient");
        }
        self.lacking(None, object);
        let sets = object.list("contained", |one| {
            let id =
                one.text("id")?.filter(|_| one.text("resourceType").is_ok_and(|t| t.as_deref() == Some("ValueSet")));
            Ok(id.map(|id| (id.into_owned(), one.clone())))
        });
        self.value_sets = self.take(None, sets).into_iter().flatten().collect();
        item::count_link_ids(object, &mut self.link_ids, 0);
        let items = self.items(object, None, &item::Around::default());
        if self.questions.is_empty() && self.problems.is_empty() {
            self.say(None, "it has no question");
        }
        Instrument { url, version, title, items }
    }

    /// Which instrument it is must be said.
    fn name(&mut self, object: &Object<'a>, field: &str) -> String {
        let name = self.take(None, object.text(field)).unwrap_or_default().trim().to_owned();
        if name.is_empty() {
            self.say(None, format!("it has no {field}: address and version together say which instrument it is"));
        } else if name.len() > NAME || name.contains(['|', ' ']) || name.chars().any(char::is_control) {
            self.say(None, format!("its {field} is longer than {NAME} characters or holds a space or a \"|\""));
        }
        name
    }

    /// A text with its translations; empty when there is none.
    fn texts(&mut self, link_id: Option<&str>, object: &Object<'a>, field: &str) -> Texts {
        let mut texts = Texts::new();
        if let Some(text) = self.take(link_id, object.text(field)).and_then(|text| text::block(&text)) {
            texts.insert(self.language.clone(), text);
        }
        let translations = object.object(&format!("_{field}"), |extended| extended.list("extension", translation));
        for (language, text) in self.take(link_id, translations).into_iter().flatten().flatten() {
            texts.entry(language).or_insert(text);
        }
        texts
    }

    fn say(&mut self, link_id: Option<&str>, why: impl Into<String>) {
        let problem = Problem { link_id: link_id.map(str::to_owned), why: why.into() };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// What was read; a problem, and nothing, when it has the wrong form.
    fn take<T: Default>(&mut self, link_id: Option<&str>, read: Read<T>) -> T {
        read.unwrap_or_else(|trouble| {
            self.say(link_id, trouble.to_string());
            T::default()
        })
    }
}

/// A translation extension: its language and its text.
fn translation(extension: &Object<'_>) -> Read<Option<(String, String)>> {
    if extension.text("url")?.as_deref() != Some(TRANSLATION) {
        return Ok(None);
    }
    let mut language = None;
    let mut content = None;
    extension.list("extension", |part| {
        match part.text("url")?.as_deref() {
            Some("lang") => language = part.text("valueCode")?.map(|tag| primary(&tag)),
            Some("content") => {
                let words = part.text("valueString")?;
                content = words.or(part.text("valueMarkdown")?).and_then(|words| text::block(&words));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(language.zip(content))
}

/// The language of a tag, without country or script.
fn primary(tag: &str) -> String {
    tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

/// Whether an extension says yes.
fn says_yes(object: &Object<'_>, url: &str) -> Read<bool> {
    let found = object.list("extension", |one| {
        Ok(one.text("url")?.as_deref() == Some(url) && one.boolean("valueBoolean")?.unwrap_or(true))
    })?;
    Ok(found.contains(&true))
}
