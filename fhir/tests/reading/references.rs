//! References of every style.

use domain::results::{Panel, Role};
use rstest::rstest;
use serde_json::{Value, json};

use crate::made::{bundle, item, observation, observed, one, read, report, resource};

fn doctor() -> Value {
    json!({
        "resourceType": "Practitioner", "id": "d",
        "identifier": [{ "system": "http://npi.example", "value": "77" }],
        "name": [{ "prefix": ["Dr."], "given": ["Ida"], "family": "Noor" }]
    })
}

#[rstest]
#[case("urn:uuid:d")]
#[case("Practitioner/d")]
#[case("Practitioner/d/_history/2")]
#[case("https://clinic.example/fhir/Practitioner/d")]
#[case("https://clinic.example/fhir/Practitioner/d/_history/1")]
#[case("Practitioner?identifier=http://npi.example|77")]
#[case("Practitioner?identifier=http%3A%2F%2Fnpi.example%7C77")]
#[case("Practitioner?identifier=77")]
#[case("#d2")]
fn a_reference_leads_to_a_name(#[case] to: &str) {
    let mut contained = doctor();
    contained["id"] = json!("d2");
    // Before and after what it leads to.
    let value = observation(json!({ "performer": [{ "reference": to }], "contained": [contained] }));
    for order in [vec![doctor(), value.clone()], vec![value, doctor()]] {
        let all = read(bundle(&order));
        let value = all.iter().find(|r| r.kind == "Observation").unwrap();
        let people = &value.item.as_ref().unwrap().people;
        assert_eq!((people[0].role, people[0].name.as_str()), (Role::PerformedBy, "Dr. Ida Noor"), "{to}");
        assert_eq!(value.unresolved, [] as [&str; 0], "{to}");
    }
}

#[test]
fn what_leads_nowhere_is_told_and_its_display_is_used() {
    let value = observation(json!({
        "performer": [{ "reference": "Practitioner/away", "display": "Dr. Far" }, { "display": "Only a name" },
                      { "identifier": { "value": "1" } }],
        "specimen": { "reference": "#gone" }, "encounter": { "reference": "urn:uuid:none" }
    }));
    let one = one(value);
    assert_eq!(one.unresolved.len(), 3, "{:?}", one.unresolved);
    for dangling in ["Practitioner/away", "#gone", "urn:uuid:none"] {
        assert!(one.unresolved.iter().any(|u| u == dangling), "{:?}", one.unresolved);
    }
    let names: Vec<_> = one.item.unwrap().people.into_iter().map(|p| p.name).collect();
    assert_eq!(names, ["Dr. Far", "Only a name"]);
}

#[test]
fn the_patient_of_an_earlier_file_is_not_unresolved() {
    let all = read(observation(json!({ "subject": { "reference": "https://a.example/Patient/p" } })).to_string());
    assert_eq!(all[0].unresolved, [] as [&str; 0]);
}

#[test]
fn escaped_slashes_are_slashes() {
    let text = bundle(&[doctor(), observation(json!({ "performer": [{ "reference": "Practitioner/d" }] }))])
        .replace('/', "\\/");
    let all = read(text);
    assert_eq!(all[2].unresolved, [] as [&str; 0]);
    assert_eq!(all[2].item.as_ref().unwrap().people[0].name, "Dr. Ida Noor");
}

#[test]
fn text_that_looks_like_a_reference_is_text() {
    let one = one(observation(json!({ "valueString": "{\"reference\": \"Patient/evil\"}" })));
    assert_eq!(one.unresolved, [] as [&str; 0]);
}

#[test]
fn a_role_leads_to_its_person() {
    let role =
        json!({ "resourceType": "PractitionerRole", "id": "r", "practitioner": { "reference": "Practitioner/d" } });
    let all =
        read(bundle(&[role, observation(json!({ "performer": [{ "reference": "PractitionerRole/r" }] })), doctor()]));
    assert_eq!(all[2].item.as_ref().unwrap().people[0].name, "Dr. Ida Noor");
}

#[test]
fn roles_that_name_each_other_have_no_name() {
    let role = |id: &str, other: &str| json!({ "resourceType": "PractitionerRole", "id": id, "practitioner": { "reference": other } });
    let all = read(bundle(&[
        role("a", "PractitionerRole/b"),
        role("b", "PractitionerRole/a"),
        observation(json!({ "performer": [{ "reference": "PractitionerRole/a" }] })),
    ]));
    assert!(all[3].item.as_ref().unwrap().people.is_empty());
}

#[test]
fn who_ordered_is_known_from_the_order() {
    let order = json!({ "resourceType": "ServiceRequest", "id": "s", "requester": { "reference": "urn:uuid:d" },
        "subject": { "reference": "Patient/p" } });
    let value = observation(json!({ "basedOn": [{ "reference": "ServiceRequest/s", "display": "CBC order" }] }));
    let all = read(bundle(&[value, order, doctor()]));
    let people = &all[1].item.as_ref().unwrap().people;
    assert_eq!((people.len(), people[0].role, people[0].name.as_str()), (1, Role::OrderedBy, "Dr. Ida Noor"));
}

#[test]
fn a_value_belongs_to_the_first_report_that_lists_it_else_to_its_group() {
    let value = |id: &str| observation(json!({ "id": id }));
    let group = observation(
        json!({ "id": "g", "hasMember": [{ "reference": "urn:uuid:a" }, { "reference": "Observation/b" }] }),
    );
    let report = |id: &str| {
        resource(
            "DiagnosticReport",
            json!({ "id": id, "code": { "text": "R" },
        "result": [{ "reference": "Observation/b" }, { "reference": "Observation/away" }] }),
        )
    };
    let all = read(bundle(&[value("a"), value("b"), group, report("r1"), report("r2")]));
    let panel = |i: usize| all[i].item.as_ref().unwrap().panel.clone().unwrap();
    assert!(matches!(panel(1), Panel::Member(key) if key.0 == "Observation/g"));
    assert!(matches!(panel(2), Panel::Report(key) if key.0 == "DiagnosticReport/r1"));
    let members: Vec<_> = observed(all[3].item.as_ref().unwrap()).members.iter().map(|k| k.0.as_str()).collect();
    assert_eq!(members, ["Observation/a", "Observation/b"]);
    // One that came before from the same sender may still be in the record.
    let results = &crate::made::report(all[4].item.as_ref().unwrap()).results;
    assert_eq!(results[1].0, "Observation/away");
    assert_eq!(all[4].unresolved, ["Observation/away"]);
}

#[test]
fn contained_values_of_a_report_are_shown_on_their_own() {
    let value = resource(
        "DiagnosticReport",
        json!({
            "meta": { "lastUpdated": "2021-01-01T00:00:00Z" }, "status": "final",
            "category": [{ "coding": [{ "code": "LAB" }] }], "code": { "text": "Blood count" },
            "effectiveDateTime": "2021-03-09",
            "contained": [{ "resourceType": "Observation", "id": "hb", "status": "final", "code": { "text": "Hb" },
                            "valueQuantity": { "value": 12.0, "unit": "g/dL" } }],
            "result": [{ "reference": "#hb" }]
        }),
    );
    let all = read(bundle(&[value]));
    assert_eq!(all.len(), 3);
    assert_eq!(report(all[1].item.as_ref().unwrap()).results[0].0, "DiagnosticReport/r#hb");
    assert_eq!((all[2].key.0.as_str(), all[2].last_updated), ("DiagnosticReport/r#hb", all[1].last_updated));
    let item = all[2].item.as_ref().unwrap();
    assert_eq!(item.when.start, Some("2021-03-09".parse().unwrap()));
    assert!(matches!(&item.panel, Some(Panel::Report(key)) if key.0 == "DiagnosticReport/r"));
}

#[test]
fn a_medicine_is_named_by_a_contained_or_separate_medication() {
    let medication = |id: &str| {
        json!({ "resourceType": "Medication", "id": id,
        "code": { "coding": [{ "system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "3002", "display": "cyclophosphamide" }] } })
    };
    let request = |to: &str| {
        resource(
            "MedicationRequest",
            json!({ "status": "active", "intent": "order",
        "contained": [medication("m")], "medicationReference": { "reference": to } }),
        )
    };
    let contained = item(request("#m"));
    assert_eq!((contained.title.as_str(), contained.codes.len()), ("cyclophosphamide", 1));
    let all = read(bundle(&[request("Medication/x"), medication("x")]));
    assert_eq!(all[1].item.as_ref().unwrap().title, "cyclophosphamide");
}
