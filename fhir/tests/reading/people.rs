//! Whom a file is about, and the names of people.

use domain::{
    record::{Gender, Person, Subject},
    time::PartialDate,
};
use rstest::rstest;
use serde_json::{Value, json};

use crate::made::{bundle, check, observation, patient, read_all, refused, resource, with};

fn subject(text: impl AsRef<[u8]>) -> Subject {
    check(text).unwrap().1.subject().clone()
}

fn person(value: Value) -> Person {
    match subject(value.to_string()) {
        Subject::Described(person) => person,
        other @ Subject::Named(_) => panic!("{other:?}"),
    }
}

#[test]
fn the_patient_resource_describes_the_person() {
    let person = person(patient());
    assert_eq!(person.key.0, "Patient/p");
    assert_eq!(person.name.as_deref(), Some("Ana Maria Sola"));
    assert_eq!(person.birth_date, Some(PartialDate { year: 1970, month: Some(2), day: None, time: None }));
    assert_eq!(person.gender, Some(Gender::Female));
    assert_eq!((person.identifiers[0].system.as_str(), person.identifiers[0].value.as_str()), ("urn:clinic", "0815"));
    assert!(!person.deceased);
}

#[rstest]
#[case(json!([{ "use": "usual", "text": "U" }, { "use": "official", "text": "O" }]), Some("O"))]
#[case(json!([{ "text": "first" }, { "use": "usual", "given": ["Us"], "family": "Ual" }]), Some("Us Ual"))]
#[case(json!([{ "use": "maiden", "text": "Maiden" }, { "text": "now" }]), Some("now"))]
#[case(json!([{ "use": "old", "text": "Only" }]), Some("Only"))]
#[case(json!([{ "given": [null, "A\u{200B}n\u{202E}a"], "family": " So\u{FEFF}la " }]), Some("Ana Sola"))]
#[case(json!([{ "use": "official" }, { "family": "F" }]), Some("F"))]
#[case(json!([]), None)]
fn the_name_to_show(#[case] names: Value, #[case] shown: Option<&str>) {
    assert_eq!(person(with(patient(), json!({ "name": names }))).name.as_deref(), shown);
}

#[rstest]
#[case(json!({ "deceasedBoolean": true }), true)]
#[case(json!({ "deceasedBoolean": false }), false)]
#[case(json!({ "deceasedDateTime": "2020-01-01" }), true)]
fn who_died_is_known(#[case] fields: Value, #[case] deceased: bool) {
    assert_eq!(person(with(patient(), fields)).deceased, deceased);
}

#[test]
fn primitive_extensions_are_tolerated() {
    let person = person(with(
        patient(),
        json!({
            "gender": null,
            "_gender": { "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "unknown" }] }
        }),
    ));
    assert_eq!(person.gender, None);
}

#[test]
fn a_patient_with_an_impossible_birthday_still_names_the_person_and_is_refused() {
    let text = with(patient(), json!({ "birthDate": "1970-02-31" })).to_string();
    assert!(matches!(subject(&text), Subject::Described(p) if p.birth_date.is_none()));
    let (resources, refused) = read_all(text);
    assert!(resources.is_empty());
    assert!(refused[0].why.contains("Patient.birthDate") && refused[0].why.contains("1970-02-31"), "{refused:?}");
}

#[rstest]
#[case(json!({ "reference": "Patient/x" }), "Patient/x")]
#[case(json!({ "reference": "https://a.example/fhir/Patient/x/_history/2" }), "Patient/x")]
#[case(json!({ "reference": "urn:uuid:0d6a" }), "urn:uuid:0d6a")]
#[case(json!({ "identifier": { "system": "urn:clinic", "value": "1" } }), "Patient?identifier=urn:clinic|1")]
#[case(json!({ "reference": "Patient?identifier=urn:clinic%7C1" }), "Patient?identifier=urn:clinic|1")]
fn a_file_without_a_patient_points_to_one(#[case] to: Value, #[case] key: &str) {
    let text = observation(json!({ "subject": to })).to_string();
    assert!(matches!(subject(text), Subject::Named(k) if k.0 == key));
}

#[test]
fn one_person_in_several_resources_is_one_person() {
    let twin = |id: &str| json!({ "resourceType": "Patient", "id": id });
    // The same twice, with a newer version.
    let newer = with(patient(), json!({ "meta": { "lastUpdated": "2022-01-01T00:00:00Z" }, "gender": "other" }));
    assert!(matches!(subject(bundle(&[newer])), Subject::Described(p) if p.gender == Some(Gender::Other)));
    // A shared identifier.
    let shared = with(twin("q"), json!({ "identifier": [{ "system": "urn:clinic", "value": "0815" }] }));
    subject(bundle(&[shared]));
    // A link, and values that point to the record it replaces.
    let linked = with(twin("q"), json!({ "link": [{ "type": "replaces", "other": { "reference": "Patient/p" } }] }));
    let old = observation(json!({ "subject": { "reference": "Patient/q" } }));
    let older = observation(json!({ "id": "o2", "subject": { "reference": "Patient/q" } }));
    assert!(matches!(subject(bundle(&[linked, old, older])), Subject::Described(p) if p.key.0 == "Patient/q"));
    // A link to a record that is not in the file.
    let away = with(patient(), json!({ "link": [{ "type": "seealso", "other": { "reference": "Patient/z" } }] }));
    subject(json!([away, observation(json!({ "subject": { "reference": "Patient/z" } }))]).to_string());
}

#[test]
fn relatives_groups_and_contained_patients_are_not_a_second_person() {
    subject(bundle(&[
        json!({ "resourceType": "FamilyMemberHistory", "id": "f", "patient": { "reference": "Patient/p" }, "name": "Eva" }),
        json!({ "resourceType": "RelatedPerson", "id": "m", "patient": { "reference": "urn:uuid:p" }, "name": [{ "text": "Eva" }] }),
        resource("Observation", json!({ "id": "d", "subject": { "reference": "Device/scale" } })),
        resource("Observation", json!({ "id": "g", "subject": { "reference": "Group/ward" } })),
        resource(
            "Condition",
            json!({ "id": "c", "contained": [{ "resourceType": "Patient", "id": "x" }], "subject": { "reference": "#x" } }),
        ),
        resource("Condition", json!({ "id": "u", "subject": { "reference": "urn:uuid:nowhere" } })),
        json!({ "resourceType": "Account", "id": "a", "subject": [{ "reference": "Patient/p" }] }),
    ]));
}

#[test]
fn a_report_that_contains_its_patient_describes_the_person() {
    let report = resource(
        "DiagnosticReport",
        json!({
            "contained": [{ "resourceType": "Patient", "id": "x", "identifier": [{ "system": "urn:lab", "value": "9" }], "name": [{ "text": "Ana" }] }],
            "subject": { "reference": "#x" }, "code": { "text": "Blood count" }
        }),
    );
    let Subject::Described(person) = subject(report.to_string()) else { panic!() };
    assert_eq!(person.key.0, "Patient?identifier=urn:lab|9");
    assert_eq!(person.name.as_deref(), Some("Ana"));
}

#[test]
fn a_name_of_the_wrong_form_says_which_field() {
    let why = refused(observation(json!({ "code": { "text": 5 } }))).why;
    assert_eq!(why, "Observation.code.text: expected a text, found the number \"5\"");
}
