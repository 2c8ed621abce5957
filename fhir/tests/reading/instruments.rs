//! What is read of a Questionnaire, and how answers to it are written.

use std::collections::BTreeMap;

use domain::{
    diary::{
        answer::{Answer, Answers},
        flow::{check, screens},
        instrument::{Instrument, Item, Kind, LinkId, Operator, Role, Texts},
        report::{Attribute, Author, Symptom},
    },
    id::ReportId,
    time::Instant,
};
use fhir::instrument::{Told, read, response};
use serde_json::{Value, json};

use crate::instruments_refused::a_form;

/// A text and the language that it is in.
fn in_language<'a>(texts: &'a Texts, tag: &str) -> Option<(&'a str, &'a str)> {
    domain::site::in_language(texts, tag).map(|(tag, text)| (text, tag))
}

fn id(link_id: &str) -> LinkId {
    LinkId(link_id.into())
}

fn found<'a>(instrument: &'a Instrument, link_id: &str) -> &'a Item {
    instrument.find(&id(link_id)).unwrap()
}

fn ordinal(level: u8) -> Value {
    json!([{ "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": level }])
}

fn translated(language: &str, text: &str) -> Value {
    json!({ "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
        { "url": "lang", "valueCode": language }, { "url": "content", "valueString": text }
    ] }] })
}

fn control(code: &str) -> Value {
    json!([{ "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
        "valueCodeableConcept": { "coding": [{ "system": "http://hl7.org/fhir/questionnaire-item-control", "code": code }] } }])
}

/// One of everything that Daybook can ask.
fn everything() -> Value {
    let mut form = a_form(json!([
        { "linkId": "hello", "text": "Hello", "_text": translated("fr-FR", "Bonjour"), "type": "display" },
        { "linkId": "which", "code": [{ "system": "urn:daybook:role", "code": "which" }], "text": "Which?", "type": "choice", "repeats": true,
          "item": [{ "linkId": "which-help", "extension": control("help"), "text": "All that fit", "type": "display" }],
          "answerOption": [
            { "valueCoding": { "system": "urn:daybook:symptom", "code": "pain", "display": "Pain", "_display": translated("ar", "ألم") } },
            { "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", "valueBoolean": true }],
              "valueCoding": { "code": "none", "display": "None" } },
            { "valueCoding": { "system": "http://terminology.hl7.org/CodeSystem/data-absent-reason", "code": "asked-declined", "display": "Rather not say" } }
          ] },
        { "linkId": "pain", "code": [{ "system": "urn:daybook:symptom", "code": "pain" }], "text": "Pain", "type": "group",
          "enableWhen": [{ "question": "which", "operator": "=", "answerCoding": { "system": "urn:daybook:symptom", "code": "pain" } }],
          "item": [
            { "linkId": "often", "code": [{ "system": "urn:daybook:attribute", "code": "frequency" }], "text": "Often?", "type": "choice",
              "required": true, "answerValueSet": "#often" },
            { "linkId": "bad", "code": [{ "system": "urn:daybook:attribute", "code": "severity" }], "text": "Bad?", "type": "choice",
              "answerOption": [{ "valueString": "no" }, { "valueString": "a bit" }, { "valueString": "very", "_valueString": translated("es", "mucho") },
                { "valueString": "not saying", "extension": [{ "url": "urn:daybook:declined", "valueBoolean": true }] }],
              "enableWhen": [
                { "question": "often", "operator": ">", "answerCoding": { "system": "urn:often", "code": "never" } },
                { "question": "often", "operator": "exists", "answerBoolean": false }
              ], "enableBehavior": "any" },
            { "linkId": "there", "code": [{ "system": "urn:daybook:attribute", "code": "presence" }], "text": "There?", "type": "boolean" },
            { "linkId": "way", "code": [{ "system": "urn:daybook:attribute", "code": "interference" }], "text": "In the way?", "type": "integer",
              "extension": [
                { "url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0 },
                { "url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 4 }
              ] }
          ] },
        { "linkId": "page", "extension": control("page"), "text": "Measured", "type": "group", "item": [
            { "linkId": "temperature", "code": [{ "system": "http://loinc.org", "code": "8310-5" }], "text": "Temperature", "type": "decimal", "extension": [
                { "url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDecimal": 34.0 },
                { "url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueDecimal": 43.0 },
                { "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unit", "valueCoding": { "system": "http://unitsofmeasure.org", "code": "Cel" } }
            ], "item": [{ "linkId": "unit", "extension": control("unit"), "text": "°C", "type": "display" }] },
            { "linkId": "day", "text": "Which day?", "type": "date" },
            { "linkId": "times", "text": "How many times?", "type": "choice", "answerOption": [{ "valueInteger": 1 }, { "valueInteger": 2 }] },
            { "linkId": "colour", "text": "Which colour?", "type": "open-choice", "answerOption": [{ "valueCoding": { "code": "red", "display": "Red" } }],
              "item": [{ "linkId": "colour-why", "text": "Why?", "type": "string", "maxLength": 10 }] },
            { "linkId": "note", "code": [{ "system": "urn:daybook:role", "code": "note" }], "text": "Else?", "type": "text", "maxLength": 100 }
        ] }
    ]));
    form["_title"] = translated("es", "Un formulario");
    form["contained"] = json!([{ "resourceType": "ValueSet", "id": "often", "compose": { "include": [{ "system": "urn:often", "concept": [
        { "code": "never", "display": "Never", "extension": ordinal(0), "designation": [{ "language": "fr", "value": "Jamais" }] },
        { "code": "always", "display": "Always", "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 4.0 }] }
    ] }] } }]);
    form
}

#[test]
fn everything_that_can_be_asked_is_read() {
    let form = read(&everything().to_string()).unwrap();
    assert_eq!((form.url.as_str(), form.version.as_str()), ("urn:test:form", "2"));
    assert_eq!(in_language(&form.title, "es"), Some(("Un formulario", "es")));
    assert_eq!(in_language(&form.title, "fr"), Some(("A form", "en")));
    assert_eq!(in_language(&found(&form, "hello").text, "fr"), Some(("Bonjour", "fr")));

    let which = found(&form, "which");
    assert_eq!((which.role.as_ref(), which.repeats, which.required), (Some(&Role::Which), true, false));
    assert_eq!(in_language(&which.help, "en"), Some(("All that fit", "en")));
    assert!(which.items.is_empty());
    let Kind::Choice { choices, open: false } = &which.kind else { panic!("{which:?}") };
    let marks: Vec<_> = choices.iter().map(|c| (c.code.as_str(), c.level, c.exclusive, c.declined)).collect();
    assert_eq!(
        marks,
        [("pain", None, false, false), ("none", None, true, false), ("asked-declined", None, false, true)]
    );
    assert_eq!(in_language(&choices[0].text, "ar"), Some(("ألم", "ar")));

    assert_eq!(found(&form, "pain").role, Some(Role::Symptom(Symptom("pain".into()))));
    assert_eq!(found(&form, "pain").conditions[0].answer, Answer::Choice("pain".into()));
    let often = found(&form, "often");
    assert_eq!((often.role.as_ref(), often.required), (Some(&Role::Attribute(Attribute::Frequency)), true));
    let Kind::Choice { choices, .. } = &often.kind else { panic!("{often:?}") };
    assert_eq!(choices.iter().map(|c| c.level).collect::<Vec<_>>(), [Some(0), Some(4)]);
    assert_eq!(in_language(&choices[0].text, "fr"), Some(("Jamais", "fr")));
    let bad = found(&form, "bad");
    let Kind::Choice { choices, .. } = &bad.kind else { panic!("{bad:?}") };
    assert_eq!(choices.iter().map(|c| c.level).collect::<Vec<_>>(), [Some(0), Some(1), Some(2), None]);
    assert_eq!(in_language(&choices[2].text, "es"), Some(("mucho", "es")));
    assert!(!bad.all_conditions);
    assert_eq!(bad.conditions.iter().map(|c| c.operator).collect::<Vec<_>>(), [Operator::Greater, Operator::Exists]);
    assert_eq!(found(&form, "way").kind, Kind::Integer { least: Some(0), most: Some(4) });

    assert_eq!(found(&form, "page").kind, Kind::Group { page: true });
    let limit = |text: &str| Some(text.to_owned());
    assert_eq!(
        found(&form, "temperature").kind,
        Kind::Decimal { least: limit("34.0"), most: limit("43.0"), unit: limit("Cel") }
    );
    assert!(found(&form, "temperature").items.is_empty());
    assert_eq!(found(&form, "note").kind, Kind::Text { longest: Some(100) });
    assert_eq!(form.watched(), 5);
    assert_eq!(screens(&form, &Answers::new()).len(), 2);
}

#[test]
fn an_instrument_is_the_same_after_it_was_kept() {
    let form = read(&everything().to_string()).unwrap();
    let kept = serde_json::to_string(&form).unwrap();
    assert_eq!(serde_json::from_str::<Instrument>(&kept).unwrap(), form);
}

#[test]
fn a_form_without_a_language_has_texts_of_an_undetermined_one() {
    let mut form = everything();
    form.as_object_mut().unwrap().remove("language");
    assert_eq!(in_language(&read(&form.to_string()).unwrap().title, "en"), Some(("A form", "und")));
}

fn told(language: &'static str) -> Told<'static> {
    Told {
        id: ReportId("01900000-0000-7000-8000-000000000001".parse().unwrap()),
        authored: Instant(1_790_000_000_000_000),
        by: Author::Caregiver,
        finished: true,
        corrected: false,
        subject: Some("Patient/anna"),
        language,
    }
}

fn given(form: &Instrument) -> Answers {
    let choice = |code: &str| vec![Answer::Choice(code.into())];
    let typed = |text: &str| vec![Answer::Text(text.into())];
    let all: BTreeMap<&str, Vec<Answer>> = [
        ("which", choice("pain")),
        ("often", choice("always")),
        ("bad", choice("a bit")),
        ("there", vec![Answer::Boolean(true)]),
        ("way", vec![Answer::Skipped]),
        ("temperature", typed("٣٧٫٥٠")),
        ("day", typed("2026-09")),
        ("times", choice("2")),
        ("colour", typed("teal")),
        ("colour-why", typed("sea")),
        ("note", typed("")),
    ]
    .into();
    let kept = all.into_iter().map(|(name, answers)| (id(name), check(form, &id(name), answers).unwrap()));
    kept.collect()
}

#[test]
fn answers_are_written_in_the_form_of_their_questions() {
    let form = read(&everything().to_string()).unwrap();
    let text = response(&form, &given(&form), &told("fr")).unwrap();
    assert!(text.contains(r#""valueDecimal":37.50"#), "digit for digit: {text}");
    let written: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        written,
        json!({
            "resourceType": "QuestionnaireResponse", "id": "01900000-0000-7000-8000-000000000001",
            "questionnaire": "urn:test:form|2", "status": "completed", "subject": { "reference": "Patient/anna" },
            "authored": "2026-09-21T14:13:20Z", "source": { "type": "RelatedPerson" },
            "item": [
                { "linkId": "which", "text": "Which?", "answer": [
                    { "valueCoding": { "system": "urn:daybook:symptom", "code": "pain", "display": "Pain" } }] },
                { "linkId": "pain", "text": "Pain", "item": [
                    { "linkId": "often", "text": "Often?", "answer": [{ "valueCoding": { "system": "urn:often", "code": "always", "display": "Always" } }] },
                    { "linkId": "bad", "text": "Bad?", "answer": [{ "valueString": "a bit" }] },
                    { "linkId": "there", "text": "There?", "answer": [{ "valueBoolean": true }] },
                    { "linkId": "way", "text": "In the way?" }
                ] },
                { "linkId": "page", "text": "Measured", "item": [
                    { "linkId": "temperature", "text": "Temperature", "answer": [{ "valueDecimal": 37.5 }] },
                    { "linkId": "day", "text": "Which day?", "answer": [{ "valueDate": "2026-09" }] },
                    { "linkId": "times", "text": "How many times?", "answer": [{ "valueInteger": 2 }] },
                    { "linkId": "colour", "text": "Which colour?", "answer": [{ "valueString": "teal", "item": [
                        { "linkId": "colour-why", "text": "Why?", "answer": [{ "valueString": "sea" }] }] }] },
                    { "linkId": "note", "text": "Else?" }
                ] }
            ]
        })
    );
}

#[test]
fn only_what_is_in_force_is_written() {
    let form = read(&everything().to_string()).unwrap();
    let mut answers = given(&form);
    answers.insert(id("which"), vec![Answer::Choice("none".into())]);
    let half = Told { finished: false, by: Author::Person, subject: None, ..told("en") };
    let written: Value = serde_json::from_str(&response(&form, &answers, &half).unwrap()).unwrap();
    assert_eq!((&written["status"], &written["source"]["type"]), (&json!("in-progress"), &json!("Patient")));
    assert!(written.get("subject").is_none());
    let names: Vec<_> =
        written["item"].as_array().unwrap().iter().map(|item| item["linkId"].as_str().unwrap()).collect();
    assert_eq!(names, ["which", "page"]);
    assert_eq!(written["item"][0]["answer"][0]["valueCoding"], json!({ "code": "none", "display": "None" }));
    let corrected = Told { corrected: true, ..told("en") };
    let written: Value = serde_json::from_str(&response(&form, &Answers::new(), &corrected).unwrap()).unwrap();
    assert_eq!(written["status"], json!("amended"));
    assert!(written.get("item").is_none());
}
