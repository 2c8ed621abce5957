//! Whole files that are refused: each says where, why, and what to do.

use fhir::{Limits, Refusal, Spot, Version};
use rstest::rstest;
use serde_json::{Value, json};

use crate::made::{bundle, check, file, observation, patient, read_all, refusal, resource};

#[rstest]
#[case("")]
#[case(" \n\t ")]
#[case("\u{FEFF}\n")]
fn an_empty_file(#[case] text: &str) {
    assert!(matches!(refusal(text), Refusal::Empty));
}

#[test]
fn xml_says_so() {
    let refusal = refusal("<?xml version=\"1.0\"?><Bundle xmlns=\"http://hl7.org/fhir\"/>");
    assert!(matches!(refusal, Refusal::Xml));
    assert!(refusal.to_string().contains("XML"));
}

#[test]
fn packed_and_wide_text_say_so() {
    assert!(matches!(refusal([0x1F, 0x8B, 8, 0, 0]), Refusal::Packed));
    assert!(matches!(refusal(b"PK\x03\x04...."), Refusal::Packed));
    assert!(matches!(refusal([0xFF, 0xFE, b'{', 0]), Refusal::NotText { .. }));
    let mut latin = patient().to_string().into_bytes();
    let at = latin.windows(4).position(|w| w == b"Sola").unwrap();
    latin[at + 1] = 0xF6;
    let Refusal::NotText { at: spot } = refusal(&latin) else { panic!() };
    assert_eq!(spot, Spot { line: 1, column: u32::try_from(at).unwrap() + 2 });
}

#[rstest]
#[case("hello", 1, 1)]
#[case("{\"resourceType\": \"Patient\",\n \"id\": tru}", 2, 10)]
#[case(
    "{\"resourceType\":\"Bundle\",\n\"entry\":[\n{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\",}}]}",
    3,
    48
)]
#[case("{\"resourceType\":\"Patient\"} x", 1, 28)]
#[case("{\"resourceType\":\"Patient\"]", 1, 26)]
#[case("[{\"resourceType\":\"Patient\"} {\"resourceType\":\"Patient\"}]", 1, 29)]
#[case("{\"resourceType\":\"Patient\",\"a\":[1,2}", 1, 35)]
#[case("{resourceType:1}", 1, 2)]
fn not_json_says_where(#[case] text: &str, #[case] line: u32, #[case] column: u32) {
    match refusal(text) {
        Refusal::NotJson { at, .. } => assert_eq!(at, Spot { line, column }, "{text}"),
        other => panic!("{other}"),
    }
}

#[test]
fn a_file_that_ends_early_says_at_which_line() {
    let text = serde_json::to_string_pretty(&serde_json::from_str::<Value>(&bundle(&[])).unwrap()).unwrap();
    let cut: String = text.lines().take(9).collect::<Vec<_>>().join("\n");
    let refusal = refusal(&cut);
    assert!(matches!(refusal, Refusal::CutOff { at: Spot { line: 9, .. } }), "{refusal}");
    assert!(refusal.why().contains("the file ends early, at line 9"), "{refusal}");
}

#[rstest]
#[case("5")]
#[case("\"text\"")]
#[case("null")]
#[case("{}")]
#[case("{\"name\":\"x\"}")]
#[case("[1,2]")]
#[case("[{\"a\":1}]")]
#[case("{\"entry\":[{\"resource\":{\"resourceType\":\"Patient\"}}]}")]
fn json_that_is_not_fhir(#[case] text: &str) {
    let refusal = refusal(text);
    assert!(matches!(refusal, Refusal::NotFhir { .. }), "{text}: {refusal}");
    assert!(refusal.why().contains("not FHIR"));
}

#[rstest]
#[case("{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}")]
#[case("{\"resourceType\":\"Bundle\",\"entry\":[]}")]
#[case("[]")]
fn a_file_without_a_resource(#[case] text: &str) {
    assert!(matches!(refusal(text), Refusal::NoResources), "{text}");
}

#[rstest]
#[case(json!({"resourceType": "MedicationOrder"}), Version::Dstu2, "MedicationOrder")]
#[case(json!({"resourceType": "DiagnosticOrder"}), Version::Dstu2, "DiagnosticOrder")]
#[case(json!({"resourceType": "Patient", "careProvider": [{"reference": "Practitioner/1"}]}), Version::Dstu2, "Patient.careProvider")]
#[case(json!({"resourceType": "Observation", "category": {"coding": [{"code": "laboratory"}]}}), Version::Dstu2, "Observation.category")]
#[case(json!({"resourceType": "Observation", "comments": "x"}), Version::Dstu2, "Observation.comments")]
#[case(json!({"resourceType": "Observation", "comment": "x"}), Version::Stu3, "Observation.comment")]
#[case(json!({"resourceType": "Encounter", "reason": [{"coding": [{"code": "1"}]}]}), Version::BeforeR4, "Encounter.reason")]
#[case(json!({"resourceType": "MedicationStatement", "taken": "y"}), Version::Stu3, "MedicationStatement.taken")]
#[case(json!({"resourceType": "ProcedureRequest"}), Version::BeforeR4, "ProcedureRequest")]
#[case(json!({"resourceType": "ReferralRequest"}), Version::BeforeR4, "ReferralRequest")]
#[case(json!({"resourceType": "Condition", "clinicalStatus": "active"}), Version::BeforeR4, "Condition.clinicalStatus")]
#[case(json!({"resourceType": "Encounter", "actualPeriod": {}}), Version::R5, "Encounter.actualPeriod")]
#[case(json!({"resourceType": "Encounter", "reason": [{"value": []}]}), Version::R5, "Encounter.reason")]
#[case(json!({"resourceType": "MedicationRequest", "medication": {"concept": {"text": "x"}}}), Version::R5, "MedicationRequest.medication")]
#[case(json!({"resourceType": "Observation", "instantiatesCanonical": "x"}), Version::R5, "Observation.instantiatesCanonical")]
#[case(json!({"resourceType": "Observation", "meta": {"profile": ["https://fhir.hl7.org.uk/STU3/StructureDefinition/X"]}}), Version::Stu3, "profile")]
#[case(json!({"resourceType": "Observation", "meta": {"profile": ["http://hl7.org/fhir/StructureDefinition/Observation|1.0.2"]}}), Version::Dstu2, "profile")]
#[case(json!({"resourceType": "CapabilityStatement", "fhirVersion": "3.0.2"}), Version::Stu3, "fhirVersion")]
fn another_version_names_the_sign(#[case] value: Value, #[case] expected: Version, #[case] sign: &str) {
    let refusal = refusal(bundle(&[value]));
    match &refusal {
        Refusal::OtherVersion { version, sign: seen, place } => {
            assert_eq!(*version, expected);
            assert!(seen.contains(sign), "{seen}");
            assert!(place.contains("entry 2"), "{place}");
        }
        other => panic!("{other}"),
    }
    assert!(refusal.why().contains("FHIR R4"));
}

#[test]
fn profiles_of_guides_with_versions_of_their_own_are_r4() {
    let value = observation(json!({ "meta": { "profile": [
        "http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab|5.0.1",
        "http://hl7.org/fhir/StructureDefinition/Observation|4.0.1"
    ]}}));
    assert_eq!(read_all(bundle(&[value])).0.len(), 2);
}

#[rstest]
#[case(json!({ "resourceType": "Patient", "id": "q", "name": [{ "family": "Sola" }] }))]
#[case(resource("Condition", json!({ "subject": { "reference": "Patient/q" } })))]
#[case(resource("Condition", json!({ "subject": { "reference": "http://clinic.example/fhir/Patient/q/_history/3" } })))]
#[case(resource("Condition", json!({ "subject": { "identifier": { "system": "urn:clinic", "value": "4711" } } })))]
#[case(resource("Condition", json!({ "subject": { "reference": "Patient?identifier=urn:clinic|4711" } })))]
#[case(json!({ "resourceType": "Immunization", "id": "i", "patient": { "reference": "Patient/q" } }))]
fn two_people_in_one_file(#[case] other: Value) {
    let refusal = refusal(bundle(&[observation(json!({})), other]));
    let Refusal::TwoPeople { place, first, .. } = &refusal else { panic!("{refusal}") };
    assert!(place.contains("entry 3"), "{place}");
    assert_eq!(first, "Patient/p");
    assert!(!refusal.to_string().contains("Sola"), "names are not for messages");
}

#[test]
fn two_people_without_a_patient_resource() {
    let text =
        json!([observation(json!({})), observation(json!({ "id": "o2", "subject": { "reference": "Patient/q" } }))]);
    assert!(matches!(refusal(text.to_string()), Refusal::TwoPeople { .. }));
}

#[test]
fn no_patient_at_all() {
    let text = json!({ "resourceType": "Organization", "id": "c", "name": "Clinic" }).to_string();
    assert!(matches!(refusal(text), Refusal::NoPatient));
}

#[test]
fn a_file_that_can_not_be_read() {
    let refusal = fhir::check("/nowhere/at-all.json".as_ref(), &Limits::default()).unwrap_err();
    assert!(matches!(refusal, Refusal::Unreadable(_)));
    assert!(refusal.to_string().starts_with("the file: "), "{refusal}");
}

#[test]
fn too_large_too_deep_too_many() {
    let text = file(bundle(&[observation(json!({})), observation(json!({ "id": "o2" }))]));
    let check = |limits: Limits| fhir::check(text.path(), &limits).unwrap_err();
    assert!(matches!(check(Limits { max_bytes: 500, ..Limits::default() }), Refusal::TooLarge { .. }));
    assert!(matches!(check(Limits { max_resources: 2, ..Limits::default() }), Refusal::TooMany { .. }));
    assert!(matches!(check(Limits { max_depth: 3, ..Limits::default() }), Refusal::TooDeep { .. }));
    let deep = format!("{{\"resourceType\":\"Patient\",\"x\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(matches!(refusal(deep), Refusal::TooDeep { .. }));
}

#[test]
fn a_resource_that_is_too_large_is_refused_alone_and_the_rest_goes_in() {
    let huge = observation(json!({ "id": "huge", "valueString": "x".repeat(5000) }));
    let text = file(bundle(&[huge.clone(), observation(json!({}))]));
    let limits = Limits { max_resource_bytes: 2000, ..Limits::default() };
    let checked = fhir::check(text.path(), &limits).unwrap();
    let all: Vec<_> = checked.resources().collect();
    assert_eq!(all.len(), 3);
    let refused = all[1].as_ref().unwrap_err();
    assert!(refused.place.contains("entry 2") && refused.why.contains("too large"), "{refused:?}");
    assert_eq!(all[2].as_ref().unwrap().key.0, "Observation/o");

    let lines = file(format!("{}\n{huge}\n{}", patient(), observation(json!({}))));
    let checked = fhir::check(lines.path(), &limits).unwrap();
    let taken: Vec<bool> = checked.resources().map(|r| r.is_ok()).collect();
    assert_eq!(taken, [true, false, true]);
}

#[test]
fn every_refusal_is_one_line() {
    for text in ["", "<x/>", "x", "{", "{}", "[]", "{\"resourceType\":\"MedicationOrder\"}"] {
        let said = check(text).unwrap_err().to_string();
        assert!(!said.contains('\n') && said.len() > 20, "{said}");
    }
}

#[test]
fn a_file_that_changed_between_the_readings_is_noticed() {
    let (file, checked) = check(bundle(&[observation(json!({}))])).unwrap();
    file.as_file().set_len(100).unwrap();
    let all: Vec<_> = checked.resources().collect();
    assert_eq!(all.len(), 2);
    assert!(all.iter().all(|r| r.as_ref().is_err_and(|e| e.why.contains("did the file change"))));
}
