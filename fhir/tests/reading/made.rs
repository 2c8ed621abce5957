//! Makes files and resources for tests.

use std::io::Write as _;

use domain::{
    record::{Refused, Resource},
    results::{Body, Event, FactLabel, FactValue, Item, Observation, Report},
};
use fhir::{Checked, Limits, Refusal};
use serde_json::{Value, json};
use tempfile::NamedTempFile;

pub fn file(bytes: impl AsRef<[u8]>) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(bytes.as_ref()).unwrap();
    file.flush().unwrap();
    file
}

pub fn check(text: impl AsRef<[u8]>) -> Result<(NamedTempFile, Checked), Refusal> {
    let file = file(text);
    let checked = fhir::check(file.path(), &Limits::default())?;
    Ok((file, checked))
}

/// Everything in a file that must be sound.
pub fn read(text: impl AsRef<[u8]>) -> Vec<Resource> {
    let (resources, refused) = read_all(text);
    assert_eq!(refused, []);
    resources
}

pub fn read_all(text: impl AsRef<[u8]>) -> (Vec<Resource>, Vec<Refused>) {
    let (_file, checked) = check(text).unwrap();
    let mut resources = Vec::new();
    let mut refused = Vec::new();
    for one in checked.resources() {
        match one {
            Ok(resource) => resources.push(resource),
            Err(why) => refused.push(why),
        }
    }
    assert_eq!(resources.len() + refused.len(), checked.resources_len());
    (resources, refused)
}

pub fn refusal(text: impl AsRef<[u8]>) -> Refusal {
    check(text).map(|(_, checked)| checked.subject().clone()).expect_err("the file was taken")
}

/// A Bundle of these resources and of the patient `Patient/p`.
pub fn bundle(resources: &[Value]) -> String {
    let mut entries = vec![json!({ "fullUrl": "urn:uuid:p", "resource": patient() })];
    for resource in resources {
        let id = resource["id"].as_str().unwrap_or("without");
        entries.push(json!({ "fullUrl": format!("urn:uuid:{id}"), "resource": resource }));
    }
    json!({ "resourceType": "Bundle", "type": "collection", "entry": entries }).to_string()
}

pub fn patient() -> Value {
    json!({
        "resourceType": "Patient",
        "id": "p",
        "identifier": [{ "system": "urn:clinic", "value": "0815" }],
        "name": [{ "use": "official", "given": ["Ana", "Maria"], "family": "Sola" }],
        "gender": "female",
        "birthDate": "1970-02"
    })
}

/// A laboratory value of `Patient/p` with these fields on top.
pub fn observation(fields: Value) -> Value {
    with(
        json!({
            "resourceType": "Observation",
            "id": "o",
            "status": "final",
            "category": [{ "coding": [{ "code": "laboratory" }] }],
            "code": { "coding": [{ "system": "http://loinc.org", "code": "718-7", "display": "Hemoglobin" }] },
            "subject": { "reference": "Patient/p" },
            "effectiveDateTime": "2021-03-09T08:05:00+01:00"
        }),
        fields,
    )
}

/// A resource of a kind about `Patient/p`.
pub fn resource(kind: &str, fields: Value) -> Value {
    with(json!({ "resourceType": kind, "id": "r", "subject": { "reference": "Patient/p" } }), fields)
}

/// Fields put over others; `null` takes one away.
pub fn with(mut resource: Value, fields: Value) -> Value {
    for (name, value) in fields.as_object().unwrap() {
        if value.is_null() {
            resource.as_object_mut().unwrap().remove(name);
        } else {
            resource[name] = value.clone();
        }
    }
    resource
}

/// What was made of the one resource besides the patient.
pub fn one(value: Value) -> Resource {
    let mut all = read(bundle(&[value]));
    assert_eq!(all.len(), 2);
    all.pop().unwrap()
}

pub fn item(value: Value) -> Item {
    one(value).item.expect("no item")
}

/// Why the one resource besides the patient is refused.
pub fn refused(value: Value) -> Refused {
    let (resources, mut refused) = read_all(bundle(&[value]));
    assert_eq!((resources.len(), refused.len()), (1, 1));
    refused.pop().unwrap()
}

pub fn observed(item: &Item) -> &Observation {
    match &item.body {
        Body::Observation(observation) => observation,
        other => panic!("{other:?}"),
    }
}

pub fn report(item: &Item) -> &Report {
    match &item.body {
        Body::Report(report) => report,
        other => panic!("{other:?}"),
    }
}

/// The facts with a label, as text.
pub fn facts(item: &Item, label: FactLabel) -> Vec<String> {
    let Body::Event(Event { facts, .. }) = &item.body else { panic!("{:?}", item.body) };
    facts
        .iter()
        .filter(|f| f.label == label)
        .map(|f| match &f.value {
            FactValue::Text(text) => text.clone(),
            FactValue::Date(date) => date.to_string(),
            FactValue::Quantity(q) => format!("{} {}", q.number, q.unit.clone().unwrap_or_default()),
        })
        .collect()
}
