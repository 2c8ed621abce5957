//! Answers as a FHIR R4 `QuestionnaireResponse`.

use std::collections::BTreeMap;

use domain::{
    Error, Result,
    diary::{
        answer::{Answer, Answers},
        flow::in_force,
        instrument::{Instrument, Item, Kind},
        report::Author,
    },
    id::ReportId,
    site::in_language,
    time::Instant,
};
use serde::Serialize;
use serde_json::{
    Value, json,
    value::{RawValue, to_raw_value},
};

/// What is told of a report beside its answers.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    pub id: ReportId,
    /// When these answers were given.
    pub authored: Instant,
    pub by: Author,
    pub finished: bool,
    /// Whether they take the place of answers that were sent before.
    pub corrected: bool,
    /// Whom they are about (`Patient/…`), where that is known.
    pub subject: Option<&'a str>,
    /// Of the questions' texts.
    pub language: &'a str,
}

/// The resource as JSON, numbers digit for digit. It holds the answers that are in force; a question that
/// was passed over is there without an answer.
///
/// # Errors
/// [`Error::Internal`] when the moment lies outside the years of the calendar.
pub fn response(instrument: &Instrument, answers: &Answers, told: &Told<'_>) -> Result<String> {
    let authored = jiff::Timestamp::from_microsecond(told.authored.0).map_err(Error::internal)?;
    let response = Response {
        resource_type: "QuestionnaireResponse",
        id: told.id,
        questionnaire: format!("{}|{}", instrument.url, instrument.version),
        status: match (told.finished, told.corrected) {
            (false, _) => "in-progress",
            (true, false) => "completed",
            (true, true) => "amended",
        },
        subject: told.subject.map(|reference| json!({ "reference": reference })),
        authored: authored.to_string(),
        source: match told.by {
            Author::Person => json!({ "type": "Patient" }),
            Author::Caregiver => json!({ "type": "RelatedPerson" }),
        },
        item: items(&instrument.items, &in_force(instrument, answers), told.language),
    };
    serde_json::to_string(&response).map_err(Error::internal)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Response {
    resource_type: &'static str,
    id: ReportId,
    questionnaire: String,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<Value>,
    authored: String,
    source: Value,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    item: Vec<Written>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    link_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    answer: Vec<Given>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    item: Vec<Written>,
}

/// `value[x]`, and `item` when something is within.
type Given = BTreeMap<&'static str, Box<RawValue>>;

fn items(all: &[Item], answers: &Answers, language: &str) -> Vec<Written> {
    all.iter().filter_map(|item| one(item, answers, language)).collect()
}

fn one(item: &Item, answers: &Answers, language: &str) -> Option<Written> {
    let mut within = items(&item.items, answers, language);
    let mut answer = Vec::new();
    if item.is_question() {
        let given = answers.get(&item.link_id)?;
        answer.extend(given.iter().filter_map(|given| value(item, given, language)));
        // What is asked of an answer stands within it; such a question takes one answer.
        if let Some(first) = answer.first_mut().filter(|_| !within.is_empty()) {
            first.insert("item", to_raw_value(&std::mem::take(&mut within)).ok()?);
        }
    } else if within.is_empty() {
        return None;
    }
    let text = in_language(&item.text, language).map(|(_, text)| text.to_owned());
    Some(Written { link_id: item.link_id.0.clone(), text, answer, item: within })
}

fn value(item: &Item, answer: &Answer, language: &str) -> Option<Given> {
    let (name, value) = match answer {
        Answer::Boolean(yes) => ("valueBoolean", json!(yes)),
        Answer::Integer(number) => ("valueInteger", json!(number)),
        Answer::Decimal(text) => return Some([("valueDecimal", RawValue::from_string(text.clone()).ok()?)].into()),
        Answer::Date(date) => ("valueDate", json!(date)),
        Answer::Text(text) => ("valueString", json!(text)),
        Answer::Choice(code) => chosen(item, answer, code, language),
        Answer::Skipped => return None,
    };
    Some([(name, to_raw_value(&value).ok()?)].into())
}

/// A choice in the form in which the instrument has it.
fn chosen(item: &Item, answer: &Answer, code: &str, language: &str) -> (&'static str, Value) {
    let choice = item.choice(answer);
    if let Some(system) = choice.and_then(|choice| choice.system.as_ref()) {
        let mut coding = json!({ "code": code });
        if !system.is_empty() {
            coding["system"] = json!(system);
        }
        if let Some((_, words)) = choice.and_then(|choice| in_language(&choice.text, language)) {
            coding["display"] = json!(words);
        }
        return ("valueCoding", coding);
    }
    let Kind::Choice { choices, .. } = &item.kind else { return ("valueString", json!(code)) };
    let numbers = choices.iter().all(|choice| choice.code.parse::<i64>().is_ok_and(|n| n.to_string() == choice.code));
    match code.parse::<i64>() {
        Ok(number) if numbers => ("valueInteger", json!(number)),
        _ => ("valueString", json!(code)),
    }
}
