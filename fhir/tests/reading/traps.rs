//! What real files do, one test a trap.

use domain::results::{AbsentReason, Status, Value as V};
use serde_json::{Value, json};

use crate::made::{bundle, facts, item, observation, observed, one, patient, read, read_all, resource, with};

#[test]
fn values_only_in_components() {
    let pressure = item(observation(json!({
        "category": [{ "coding": [{ "code": "vital-signs" }] }],
        "component": [
            { "code": { "text": "Systolic" }, "valueQuantity": { "value": 120, "unit": "mmHg" } },
            { "code": { "text": "Diastolic" }, "dataAbsentReason": { "coding": [{ "code": "error" }] } }
        ]
    })));
    let seen = observed(&pressure);
    assert_eq!(seen.value, None);
    assert_eq!(seen.components[1].value, Some(V::Absent(AbsentReason::Error)));
}

#[test]
fn values_only_in_members() {
    let all = read(bundle(&[
        observation(json!({ "id": "g", "hasMember": [{ "reference": "Observation/o" }] })),
        observation(json!({})),
    ]));
    assert_eq!(observed(all[1].item.as_ref().unwrap()).members[0].0, "Observation/o");
}

#[test]
fn invisible_characters_in_titles_and_names() {
    let item = item(observation(json!({
        "code": { "text": "Hemo\u{200B}globin\u{202E} \u{2063}\n A1c" }, "performer": [{ "display": "\u{FEFF}Dr.\u{200D} X" }]
    })));
    assert_eq!((item.title.as_str(), item.people[0].name.as_str()), ("Hemoglobin A1c", "Dr. X"));
}

#[test]
fn a_title_of_any_length_fits() {
    let title = item(observation(json!({ "code": { "text": "x".repeat(1000) } }))).title;
    assert_eq!(title.chars().count(), 300);
    assert!(title.ends_with('…'));
}

#[test]
fn no_name_at_all_is_an_empty_title() {
    assert_eq!(item(observation(json!({ "code": null }))).title, "");
    assert_eq!(item(observation(json!({ "code": { "coding": [{ "code": "718-7" }] } }))).title, "718-7");
}

#[test]
fn a_hundred_requests_for_the_same_medicine_are_a_hundred() {
    let requests: Vec<Value> = (0..100)
        .map(|i| {
            resource(
                "MedicationRequest",
                json!({ "id": format!("m{i}"), "medicationCodeableConcept": { "text": "Aspirin" } }),
            )
        })
        .collect();
    assert_eq!(read(bundle(&requests)).len(), 101);
}

#[test]
fn impossible_values_are_kept() {
    let item = item(observation(json!({ "valueQuantity": { "value": -99999, "unit": "g/dL" } })));
    let Some(V::Quantity(quantity)) = &observed(&item).value else { panic!() };
    assert_eq!(quantity.number, "-99999");
}

#[test]
fn data_after_death_goes_in() {
    let dead = with(patient(), json!({ "deceasedDateTime": "2000-01-01" }));
    assert_eq!(read(json!([dead, observation(json!({}))]).to_string()).len(), 2);
}

#[test]
fn what_was_corrected_says_so() {
    let corrected = item(observation(json!({ "status": "corrected", "valueQuantity": { "value": 12.1 } })));
    assert_eq!(corrected.status, Status::Corrected);
}

#[test]
fn several_versions_of_one_resource_come_in_the_order_of_the_file() {
    let version = |n: u32| {
        observation(json!({ "meta": { "versionId": n.to_string(), "lastUpdated": format!("2021-03-0{n}T00:00:00Z") } }))
    };
    let all = read(bundle(&[version(2), version(1)]));
    assert_eq!(all[1].key, all[2].key);
    assert!(all[1].last_updated > all[2].last_updated);
    assert_ne!(all[1].hash, all[2].hash);
}

#[test]
fn a_communication_is_kept() {
    let kept = one(resource("Communication", json!({ "payload": [{ "contentString": "Hello" }] })));
    assert!(kept.item.is_none());
}

#[test]
fn nulls_and_extensions_of_primitives_in_lists() {
    let item = item(observation(json!({
        "_status": { "id": "x" }, "note": [null, { "text": "n", "_text": {} }],
        "code": { "coding": [null, { "code": "1", "_display": { "extension": [] } }], "_text": null }
    })));
    assert_eq!((item.title.as_str(), item.notes.len()), ("1", 1));
}

#[test]
fn half_a_character_refuses_only_its_resource() {
    let text = bundle(&[observation(json!({ "valueString": "HALF" })), observation(json!({ "id": "o2" }))])
        .replace("HALF", "\\ud800");
    let (resources, refused) = read_all(text);
    assert_eq!((resources.len(), refused.len()), (2, 1));
    assert!(
        refused[0].why.contains("Observation.valueString") && refused[0].why.contains("half of a character"),
        "{refused:?}"
    );
}

#[test]
fn markup_in_text_stays_text() {
    let item = item(observation(json!({ "valueString": "<script>alert(1)</script>" })));
    assert_eq!(observed(&item).value, Some(V::Text("<script>alert(1)</script>".into())));
}

#[test]
fn facts_that_repeat_each_other_are_told_once() {
    let item = item(resource(
        "Condition",
        json!({ "code": { "text": "x" }, "bodySite": [{ "text": "Left" }, { "text": "Left" }] }),
    ));
    assert_eq!(facts(&item, domain::results::FactLabel::BodySite), ["Left"]);
}

#[test]
fn a_list_longer_than_any_real_one_is_refused_before_it_takes_memory() {
    let parts: Vec<Value> = vec![json!({}); 10_001];
    let (_, refused) = read_all(bundle(&[observation(json!({ "component": parts }))]));
    assert_eq!(refused[0].why, "Observation.component: a list has more than 10000 elements");
}

#[test]
fn many_references_to_many_contained_resources_take_no_time() {
    let parts: Vec<Value> = (0..9_000).map(|i| json!({ "resourceType": "Basic", "id": format!("x{i}") })).collect();
    let members: Vec<Value> = (0..9_000).map(|i| json!({ "reference": format!("#x{i}") })).collect();
    let one = one(observation(json!({ "contained": parts, "hasMember": members })));
    assert_eq!(one.unresolved, [] as [&str; 0]);
}

#[test]
fn answers_keep_their_digits() {
    let answer =
        json!({ "linkId": "1", "text": "Weight", "answer": [{ "valueQuantity": { "value": 4711, "unit": "kg" } }] });
    let other = json!({ "linkId": "2", "text": "Hours", "answer": [{ "valueDecimal": 4711 }] });
    let form = resource("QuestionnaireResponse", json!({ "status": "completed", "item": [answer, other] }));
    let all = read(bundle(&[form]).replace("4711", "7.50"));
    let answers = facts(all[1].item.as_ref().unwrap(), domain::results::FactLabel::Description);
    assert_eq!(answers, ["Weight: 7.50 kg", "Hours: 7.50"]);
}

#[test]
fn a_period_that_ends_before_it_begins_is_kept_as_it_came() {
    let period = json!({ "start": "2022-05-01", "end": "2021-05-01" });
    for kind in ["Encounter", "CarePlan"] {
        let when =
            item(resource(kind, json!({ "status": "finished", "class": { "code": "AMB" }, "period": period }))).when;
        let date = |text: &str| Some(text.parse().unwrap());
        assert_eq!((when.start, when.end), (date("2022-05-01"), date("2021-05-01")), "{kind}");
    }
}

#[test]
fn a_date_that_is_none_refuses_only_its_resource() {
    let broken = resource("Encounter", json!({ "class": { "code": "AMB" }, "period": { "start": "yesterday" } }));
    let (resources, refused) = read_all(bundle(&[broken, observation(json!({}))]));
    assert_eq!((resources.len(), refused.len()), (2, 1));
    assert!(refused[0].why.contains("yesterday"), "{refused:?}");
}

#[test]
fn a_note_in_base64_is_read_as_text_and_a_pdf_is_kept_as_a_file() {
    let form = |kind: &str, data: &str| json!({ "contentType": kind, "data": data });
    let report = item(resource(
        "DiagnosticReport",
        json!({ "status": "final", "code": { "text": "R" },
            "presentedForm": [form("text/plain; charset=utf-8", "U3RhYmxlLg=="), form("application/pdf", "JVBERi0xLjQK")] }),
    ));
    let files = &crate::made::report(&report).attachments;
    assert_eq!(files[0].content, domain::results::AttachmentContent::Text("Stable.".into()));
    assert_eq!(files[1].content, domain::results::AttachmentContent::Inline("/presentedForm/1/data".into()));
    assert_eq!((files[1].media_type.as_str(), files[1].size), ("application/pdf", 9));
}
