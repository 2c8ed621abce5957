//! The structure of the largest instrument that clinics bring: 80 symptoms, up to three parts each, later
//! parts only when the first is above none, some with answers that mean "rather not say". All words are
//! made up.

use std::collections::BTreeMap;

use domain::{
    diary::{
        answer::{Answer, Answers},
        flow::{Begun, check, next, report},
        instrument::{Instrument, Item, LinkId},
        report::{Attribute, Author, Level, Report, Symptom},
    },
    time::Instant,
};
use fhir::instrument::read;
use serde_json::{Value, json};

use crate::instruments_refused::a_form;

const STRUCTURE: &str = include_str!("proctcae_structure.json");

fn structure() -> Value {
    serde_json::from_str(STRUCTURE).unwrap()
}

fn list(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

fn instrument() -> Instrument {
    let structure = structure();
    let mut groups = Vec::new();
    for term in structure["terms"].as_array().unwrap() {
        let number = term["term"].as_u64().unwrap();
        let mut parts: Vec<Value> = Vec::new();
        let attributes = list(&term["attributes"]);
        for attribute in &attributes {
            let levels = structure["levels"][attribute].as_u64().unwrap();
            let mut options: Vec<Value> = (0..levels)
                .map(|level| json!({ "valueCoding": { "system": "urn:test:scale", "code": level.to_string(), "display": format!("Step {level}"),
                    "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": level }] } }))
                .collect();
            options.extend(list(&term["extra_options"]).into_iter().map(|code| {
                json!({ "extension": [{ "url": "urn:daybook:declined", "valueBoolean": true }],
                    "valueCoding": { "system": "urn:test:extra", "code": code, "display": format!("Made up: {code}") } })
            }));
            let mut part = json!({ "linkId": format!("{number}-{attribute}"), "text": format!("Made-up question {number} on {attribute}"),
                "type": "choice", "code": [{ "system": "urn:daybook:attribute", "code": attribute }], "answerOption": options });
            if attribute != &attributes[0] {
                part["enableWhen"] = json!([{ "question": format!("{number}-{}", attributes[0]), "operator": ">",
                    "answerCoding": { "system": "urn:test:scale", "code": "0" } }]);
            }
            parts.push(part);
        }
        groups
            .push(json!({ "linkId": number.to_string(), "text": format!("Made-up symptom {number}"), "type": "group",
            "code": [{ "system": "urn:daybook:symptom", "code": format!("term-{number}") }], "item": parts }));
    }
    read(&a_form(json!(groups)).to_string()).unwrap()
}

/// Answers every question that is asked, one screen after the other.
fn walk(form: &Instrument, choose: impl Fn(&Item) -> String) -> (Answers, Vec<String>) {
    let (mut answers, mut at, mut asked) = (Answers::new(), None::<LinkId>, Vec::new());
    while let Some(screen) = next(form, &answers, at.as_ref()) {
        assert_eq!(screen.items.len(), 1);
        let question = screen.items[0];
        let answer = vec![Answer::Choice(choose(question))];
        answers.insert(question.link_id.clone(), check(form, &question.link_id, answer).unwrap());
        asked.push(question.link_id.0.clone());
        at = Some(screen.link_id.clone());
    }
    (answers, asked)
}

fn told(form: &Instrument, answers: &Answers) -> Report {
    report(form, answers, Begun { at: Instant(0), by: Author::Person, finished: true, flags: None })
}

/// The parts that the structure has, by symptom.
fn parts() -> BTreeMap<Symptom, Vec<Attribute>> {
    let structure = structure();
    let terms = structure["terms"].as_array().unwrap().iter();
    let attributes = |term: &Value| {
        let all = term["attributes"].as_array().unwrap().iter();
        all.map(|one| serde_json::from_value(one.clone()).unwrap()).collect()
    };
    terms.map(|term| (Symptom(format!("term-{}", term["term"])), attributes(term))).collect()
}

fn found(report: &Report) -> BTreeMap<Symptom, Vec<Attribute>> {
    report.parts.iter().map(|(symptom, parts)| (symptom.clone(), parts.keys().copied().collect())).collect()
}

#[test]
fn all_eighty_terms_are_read() {
    let form = instrument();
    assert_eq!(form.items.len(), 80);
    assert_eq!(form.watched(), parts().values().map(Vec::len).sum::<usize>());
}

#[test]
fn when_there_is_nothing_only_first_parts_are_asked_and_all_parts_count_zero() {
    let form = instrument();
    let (answers, asked) = walk(&form, |_| "0".into());
    assert_eq!(asked.len(), 80);
    let report = told(&form, &answers);
    assert_eq!(found(&report), parts());
    assert!(report.parts.values().flatten().all(|(_, level)| *level == Level::NONE));
}

#[test]
fn when_there_is_something_every_part_is_asked_and_has_its_level() {
    let form = instrument();
    let (answers, asked) =
        walk(&form, |question| if question.link_id.0.ends_with("presence") { "1" } else { "3" }.into());
    assert_eq!(asked.len(), form.watched());
    let report = told(&form, &answers);
    assert_eq!(found(&report), parts());
    for (part, level) in report.parts.values().flatten() {
        assert_eq!(level.get(), if *part == Attribute::Presence { 1 } else { 3 });
    }
}

#[test]
fn extra_answers_count_as_declined() {
    let form = instrument();
    let structure = structure();
    let mut tried = 0;
    for term in structure["terms"].as_array().unwrap() {
        let number = term["term"].as_u64().unwrap();
        for extra in list(&term["extra_options"]) {
            let own = format!("{number}-");
            let (answers, asked) =
                walk(&form, |question| if question.link_id.0.starts_with(&own) { extra.clone() } else { "0".into() });
            assert_eq!(asked.len(), 80, "no further part is asked");
            assert!(!told(&form, &answers).parts.contains_key(&Symptom(format!("term-{number}"))), "{number} {extra}");
            tried += 1;
        }
    }
    assert_eq!(tried, 16);
}

/// What each rule of the published table of composite grades reads.
#[test]
fn the_parts_of_each_composite_rule_are_in_the_report() {
    use Attribute::{Amount, Frequency, Interference, Severity};
    let form = instrument();
    let (answers, _) = walk(&form, |question| if question.link_id.0.ends_with("presence") { "0" } else { "2" }.into());
    let report = told(&form, &answers);
    let structure = structure();
    for term in structure["terms"].as_array().unwrap() {
        let parts = &report.parts[&Symptom(format!("term-{}", term["term"]))];
        let needs: &[Attribute] = match term["composite_rule"].as_u64() {
            None => continue,
            Some(1) => &[Frequency],
            Some(2) => &[Severity],
            Some(3) if parts.contains_key(&Amount) => &[Amount],
            Some(3) => &[Interference],
            Some(4) => &[Frequency, Severity],
            Some(5) => &[Frequency, Interference],
            Some(6) => &[Severity, Interference],
            Some(7) => &[Frequency, Severity, Interference],
            Some(other) => panic!("rule {other}"),
        };
        let two = Level::try_from(2).unwrap();
        assert!(needs.iter().all(|part| parts.get(part) == Some(&two)), "{term}");
        assert_eq!(needs.len(), parts.len(), "{term}");
    }
}
