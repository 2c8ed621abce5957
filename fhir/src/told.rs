//! What a person told in Daybook, and what their care team keeps of their treatment, as FHIR R4: the part of
//! an export that no clinic sent.

use std::collections::BTreeSet;

use domain::{
    Error, Result,
    diary::{
        answer::Answers,
        instrument::Instrument,
        report::{Author, Flag, Level, Symptom},
    },
    id::{InstrumentId, RecordId, ReportId},
    record::care::{Care, Hold, Phase},
    time::{Instant, PartialDate},
};
use serde_json::{Value, json};

use crate::instrument::{Told, response};

/// Addresses of these resources begin with it. No network has a host of this name.
const OWN: &str = "https://daybook.invalid/own/";

/// A resource that Daybook itself made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// Where it stands in the Bundle.
    pub url: String,
    pub raw: String,
}

impl Own {
    fn new(kind: &str, id: &str, raw: String) -> Self {
        Self { url: address(kind, id), raw }
    }
}

fn address(kind: &str, id: &str) -> String {
    format!("{OWN}{kind}/{id}")
}

/// The form that reports were given to, as it came.
pub fn questionnaire(id: InstrumentId, source: &str) -> Own {
    Own::new("Questionnaire", &id.to_string(), source.trim_start_matches('\u{FEFF}').trim().to_owned())
}

/// A report: its answers, and the red flags, which are asked apart from any form. `words` says them.
///
/// # Errors
/// [`Error::Internal`] when the moment lies outside the years of the calendar.
pub fn report(
    instrument: &Instrument,
    answers: &Answers,
    told: &Told<'_>,
    flags: Option<&BTreeSet<Flag>>,
    words: impl Fn(Option<Flag>) -> String,
) -> Result<Vec<Own>> {
    let id = told.id.to_string();
    let answered = Own::new("QuestionnaireResponse", &id, response(instrument, answers, told)?);
    let Some(flags) = flags else { return Ok(vec![answered]) };
    let id = format!("{id}-red-flags");
    let component = |flag: Flag| {
        let code =
            json!({ "coding": [{ "system": "urn:daybook:red-flag", "code": flag.code() }], "text": words(Some(flag)) });
        json!({ "code": code, "valueBoolean": flags.contains(&flag) })
    };
    let mut observation = observation(&id, if told.corrected { "amended" } else { "final" }, told.by);
    observation["code"] =
        json!({ "coding": [{ "system": "urn:daybook:red-flag", "code": "any" }], "text": words(None) });
    observation["effectiveDateTime"] = json!(moment(told.authored)?);
    observation["derivedFrom"] = json!([{ "reference": answered.url }]);
    observation["component"] = Flag::ALL.into_iter().map(component).collect();
    if let Some(subject) = told.subject {
        observation["subject"] = json!({ "reference": subject });
    }
    Ok(vec![answered, Own::new("Observation", &id, observation.to_string())])
}

/// Something noted between reports.
#[derive(Debug, Clone, Copy)]
pub struct Noted<'a> {
    pub id: ReportId,
    pub by: Author,
    pub symptom: &'a Symptom,
    pub name: &'a str,
    /// How bad it was, and in words.
    pub level: Option<(Level, &'a str)>,
    pub happened_at: Instant,
    pub noted_at: Instant,
    pub text: &'a str,
    pub subject: Option<&'a str>,
}

/// # Errors
/// [`Error::Internal`] when a moment lies outside the years of the calendar.
pub fn note(noted: &Noted<'_>) -> Result<Own> {
    let id = noted.id.to_string();
    let mut observation = observation(&id, "final", noted.by);
    observation["code"] =
        json!({ "coding": [{ "system": "urn:daybook:symptom", "code": noted.symptom.0 }], "text": noted.name });
    observation["effectiveDateTime"] = json!(moment(noted.happened_at)?);
    observation["issued"] = json!(moment(noted.noted_at)?);
    if let Some((level, words)) = noted.level {
        let code = level.get().to_string();
        let coding = json!([{ "system": "urn:daybook:how-bad", "code": code, "display": words }]);
        observation["valueCodeableConcept"] = json!({ "coding": coding, "text": words });
    } else {
        let system = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
        observation["dataAbsentReason"] = json!({ "coding": [{ "system": system, "code": "not-asked" }] });
    }
    if !noted.text.is_empty() {
        observation["note"] = json!([{ "text": noted.text }]);
    }
    if let Some(subject) = noted.subject {
        observation["subject"] = json!({ "reference": subject });
    }
    Ok(Own::new("Observation", &id, observation.to_string()))
}

fn observation(id: &str, status: &str, by: Author) -> Value {
    let system = "http://terminology.hl7.org/CodeSystem/observation-category";
    let performer = match by {
        Author::Person => "Patient",
        Author::Caregiver => "RelatedPerson",
    };
    json!({
        "resourceType": "Observation",
        "id": id,
        "status": status,
        "category": [{ "coding": [{ "system": system, "code": "survey" }] }],
        "performer": [{ "type": performer }]
    })
}

/// What the care team keeps: the planned days of treatment, and what is on hold. `phase` says the phase.
///
/// # Errors
/// [`Error::Internal`] when the moment lies outside the years of the calendar.
pub fn care(
    care: &Care,
    version: i64,
    at: Instant,
    record: RecordId,
    subject: Option<&str>,
    phase: impl Fn(Phase) -> String,
) -> Result<Own> {
    let id = format!("care-{version}");
    let mut plan = json!({
        "resourceType": "CarePlan",
        "id": id,
        "status": if care.phase == Phase::After { "completed" } else { "active" },
        "intent": "plan",
        "category": [{
            "coding": [{ "system": "urn:daybook:phase", "code": care.phase.code() }],
            "text": phase(care.phase)
        }],
        "created": moment(at)?,
        "subject": match subject {
            Some(reference) => json!({ "reference": reference }),
            None => json!({
                "type": "Patient",
                "identifier": { "system": "urn:ietf:rfc:3986", "value": format!("urn:uuid:{record}") }
            }),
        }
    });
    if let Some(since) = care.since {
        plan["period"] = json!({ "start": since.to_string() });
    }
    if !care.note.is_empty() {
        plan["note"] = json!([{ "text": care.note }]);
    }
    let days: Vec<String> = care.treatment_days().iter().map(PartialDate::to_string).collect();
    let mut activities = Vec::new();
    if !days.is_empty() {
        activities.push(json!({ "detail": { "status": "scheduled", "scheduledTiming": { "event": days } } }));
    }
    activities.extend(care.holds.iter().map(held));
    if !activities.is_empty() {
        plan["activity"] = json!(activities);
    }
    Ok(Own::new("CarePlan", &id, plan.to_string()))
}

fn held(hold: &Hold) -> Value {
    let mut detail = json!({ "status": "on-hold", "description": hold.what });
    if !hold.why.is_empty() {
        detail["statusReason"] = json!({ "text": hold.why });
    }
    let mut period = json!({});
    if let Some(since) = hold.since {
        period["start"] = json!(since.to_string());
    }
    if let Some(until) = hold.until {
        period["end"] = json!(until.to_string());
    }
    if hold.since.or(hold.until).is_some() {
        detail["scheduledPeriod"] = period;
    }
    json!({ "detail": detail })
}

fn moment(at: Instant) -> Result<String> {
    Ok(jiff::Timestamp::from_microsecond(at.0).map_err(Error::internal)?.to_string())
}
