//! Made-up FHIR files of a given size.

use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
};

use serde_json::{Value, json};

use crate::Failure;

/// Tests of a blood panel: LOINC code, name, unit, a usual value.
const TESTS: [(&str, &str, &str, f64); 8] = [
    ("718-7", "Hemoglobin", "g/dL", 13.2),
    ("6690-2", "Leukocytes", "10*3/uL", 5.4),
    ("777-3", "Platelets", "10*3/uL", 210.0),
    ("751-8", "Neutrophils", "10*3/uL", 3.1),
    ("2160-0", "Creatinine", "mg/dL", 0.9),
    ("2823-3", "Potassium", "mmol/L", 4.1),
    ("2951-2", "Sodium", "mmol/L", 139.0),
    ("1742-6", "Alanine aminotransferase", "U/L", 24.0),
];

fn patient() -> Value {
    json!({ "resourceType": "Patient", "id": "p", "name": [{ "text": "Someone Made Up" }], "gender": "female",
        "birthDate": "1961-03-27" })
}

fn observation(n: usize, at: &str) -> Value {
    let (loinc, name, unit, usual) = TESTS[n % TESTS.len()];
    let value = format!("{:.1}", usual * (0.9 + (n % 21) as f64 / 100.0));
    let number: Value = serde_json::from_str(&value).unwrap_or_default();
    json!({ "resourceType": "Observation", "id": format!("o{n}"), "status": "final",
        "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "laboratory" }] }],
        "code": { "coding": [{ "system": "http://loinc.org", "code": loinc }], "text": name },
        "subject": { "reference": "Patient/p" }, "effectiveDateTime": at,
        "valueQuantity": { "value": number, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit },
        "referenceRange": [{ "low": { "value": usual * 0.8, "unit": unit }, "high": { "value": usual * 1.2, "unit": unit } }] })
}

fn report(n: usize, at: &str, results: impl Iterator<Item = usize>) -> Value {
    let results: Vec<Value> = results.map(|o| json!({ "reference": format!("Observation/o{o}") })).collect();
    json!({ "resourceType": "DiagnosticReport", "id": format!("r{n}"), "status": "final",
        "category": [{ "coding": [{ "code": "LAB" }] }], "code": { "text": format!("Blood panel {n}") },
        "subject": { "reference": "Patient/p" }, "effectiveDateTime": at, "result": results })
}

fn moment(n: usize) -> String {
    let day = n / 4;
    format!(
        "{:04}-{:02}-{:02}T{:02}:00:00Z",
        2024 - (day / 336).min(120),
        1 + day / 28 % 12,
        1 + day % 28,
        6 + n % 4 * 4
    )
}

fn bundle(resources: impl Iterator<Item = Value>) -> String {
    let entries: Vec<Value> = resources.map(|resource| json!({ "resource": resource })).collect();
    json!({ "resourceType": "Bundle", "type": "collection", "entry": entries }).to_string()
}

/// One report with so many values.
pub fn panel(values: usize) -> String {
    let at = "2026-05-04T08:00:00Z";
    let observations = (0..values).map(|n| observation(n, at));
    bundle(std::iter::once(patient()).chain(observations).chain([report(0, at, 0..values)]))
}

/// So many lines of the timeline, each a panel of four values.
pub fn timeline(lines: usize) -> String {
    let resources = (0..lines).flat_map(|n| {
        let at = moment(n);
        let values = 4 * n..4 * n + 4;
        values.clone().map(|o| observation(o, &at)).chain([report(n, &at, values)]).collect::<Vec<_>>()
    });
    bundle(std::iter::once(patient()).chain(resources))
}

/// One of a crowd: a person with a single panel, told apart by a number.
pub fn one_of_many(n: usize) -> String {
    let mut person = patient();
    person["id"] = json!(format!("p{n}"));
    person["name"][0]["text"] = json!(format!("Someone Number {n}"));
    let resources = (0..4).map(|o| observation(o, "2026-05-04T08:00:00Z")).map(|mut observation| {
        observation["id"] = json!(format!("p{n}-{}", observation["id"].as_str().unwrap_or_default()));
        observation["subject"]["reference"] = json!(format!("Patient/p{n}"));
        observation
    });
    bundle(std::iter::once(person).chain(resources))
}

/// A bundle of about so many bytes; answers how many they became.
pub fn large(path: &Path, bytes: usize) -> Result<usize, Failure> {
    let mut file = BufWriter::new(File::create(path)?);
    let mut written = 0;
    let mut put = |text: &str| -> Result<usize, Failure> {
        file.write_all(text.as_bytes())?;
        written += text.len();
        Ok(written)
    };
    put(&format!("{{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{{\"resource\":{}}}", patient()))?;
    // What records of clinics are full of: narrative around a few values.
    let narrative = "Sample taken at rest. Processed within two hours of collection. ".repeat(22);
    for n in 0.. {
        let mut observation = observation(n, &moment(n / 4 % 40_000));
        observation["note"] = json!([{ "text": narrative }]);
        if put(&format!(",{{\"resource\":{observation}}}"))? >= bytes {
            break;
        }
    }
    put("]}")?;
    file.flush()?;
    Ok(written)
}
