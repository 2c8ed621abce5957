//! The shapes of files.

use domain::record::Subject;
use rstest::rstest;
use serde_json::{Value, json};

use crate::made::{bundle, check, observation, patient, read, read_all, with};

fn keys(text: impl AsRef<[u8]>) -> Vec<String> {
    read(text).into_iter().map(|r| r.key.0).collect()
}

#[rstest]
fn a_bundle_of_any_type_is_read(
    #[values("transaction", "batch", "collection", "document", "searchset", "history", "message")] kind: &str,
) {
    let text = bundle(&[observation(json!({}))]).replace("\"collection\"", &format!("\"{kind}\""));
    assert_eq!(keys(text), ["Patient/p", "Observation/o"]);
}

#[test]
fn one_resource_alone_is_read() {
    assert_eq!(keys(patient().to_string()), ["Patient/p"]);
    let text = observation(json!({})).to_string();
    let (_file, checked) = check(text).unwrap();
    assert!(matches!(checked.subject(), Subject::Named(key) if key.0 == "Patient/p"));
}

#[test]
fn a_list_of_resources_and_bundles_is_read() {
    let second: Value = serde_json::from_str(&bundle(&[observation(json!({ "id": "o2" }))])).unwrap();
    let text = json!([patient(), observation(json!({})), second]).to_string();
    assert_eq!(keys(text), ["Patient/p", "Observation/o", "Patient/p", "Observation/o2"]);
}

#[test]
fn one_resource_or_bundle_a_line_is_read() {
    let text = format!("{}\n\n{}\r\n{}\n", patient(), observation(json!({})), bundle(&[]));
    assert_eq!(keys(text), ["Patient/p", "Observation/o", "Patient/p"]);
}

#[test]
fn a_mark_before_the_text_does_not_matter() {
    let mut text = vec![0xEF, 0xBB, 0xBF];
    text.extend(bundle(&[]).into_bytes());
    assert_eq!(keys(text), ["Patient/p"]);
}

#[test]
fn keys_may_come_in_any_order() {
    let text = format!(
        r#"{{"entry":[{{"resource":{},"fullUrl":"urn:uuid:p"}}],"type":"batch","resourceType":"Bundle"}}"#,
        patient()
    );
    assert_eq!(keys(text), ["Patient/p"]);
}

#[test]
fn a_list_resource_has_entries_of_its_own() {
    let entries = r#""entry":[{"item":{"reference":"Observation/o"}}]"#;
    let rest = r#""id":"l","status":"current","mode":"working","subject":{"reference":"Patient/p"}"#;
    for list in [
        format!(r#"{{"resourceType":"List",{rest},{entries}}}"#),
        format!(r#"{{{entries},{rest},"resourceType":"List"}}"#),
    ] {
        let all = read(format!("{}\n{list}\n{}", patient(), observation(json!({}))));
        assert_eq!(all[1].key.0, "List/l");
        assert_eq!(all[1].raw, list);
        assert_eq!(all[2].key.0, "Observation/o");
    }
}

#[test]
fn entries_without_a_resource_are_passed_over() {
    let text = json!({ "resourceType": "Bundle", "type": "history", "entry": [
        { "request": { "method": "DELETE", "url": "Observation/x" } },
        { "resource": null },
        { "resource": patient() },
    ]});
    assert_eq!(keys(text.to_string()), ["Patient/p"]);
}

#[test]
fn what_is_kept_is_what_came() {
    let raw = "{ \"resourceType\" : \"Patient\",\n  \"id\":\"p\", \"extra\" : [1.40, \"a  b\"] }";
    let text = format!("{{\"resourceType\":\"Bundle\",\"entry\":[{{\"resource\": {raw} }}]}}");
    assert_eq!(read(text)[0].raw, raw);
}

#[test]
fn white_space_does_not_change_the_hash_but_content_does() {
    let hash = |text: &str| read(text)[0].hash;
    let plain = r#"{"resourceType":"Patient","id":"p","name":[{"text":"A \" B"}]}"#;
    let spaced = "{ \"resourceType\": \"Patient\",\n\t\"id\":\"p\", \"name\" : [ { \"text\":\"A \\\" B\" } ] }\n";
    assert_eq!(hash(plain), hash(spaced));
    assert_ne!(hash(plain), hash(&plain.replace("A ", "A  ")));
}

#[test]
fn a_resource_is_identified_by_id_else_by_url_else_by_content() {
    let text = json!({ "resourceType": "Bundle", "entry": [
        { "fullUrl": "urn:uuid:other", "resource": patient() },
        { "fullUrl": "urn:uuid:o1", "resource": observation(json!({ "id": null })) },
        { "resource": observation(json!({ "id": null, "status": "amended" })) },
    ]});
    let keys = keys(text.to_string());
    assert_eq!(keys[..2], ["Patient/p", "urn:uuid:o1"]);
    assert!(keys[2].starts_with("sha256:") && keys[2].len() == 71, "{}", keys[2]);
}

#[test]
fn what_is_no_resource_is_refused_and_the_rest_goes_in() {
    let text = json!({ "resourceType": "Bundle", "entry": [
        { "resource": patient() }, 5, { "resource": "x" }, { "resource": { "id": "y" } },
        { "resource": observation(json!({})) },
    ]});
    let (resources, refused) = read_all(serde_json::to_string_pretty(&text).unwrap());
    assert_eq!(resources.len(), 2);
    let whys: Vec<_> = refused.iter().map(|r| r.why.as_str()).collect();
    assert_eq!(whys.iter().filter(|w| w.contains("no object")).count(), 2, "{whys:?}");
    assert!(refused[2].why.contains("resourceType"), "{whys:?}");
    assert!(refused[2].place.contains("entry 4") && refused[2].place.starts_with("line "), "{:?}", refused[2]);
}

#[test]
fn an_unknown_kind_of_resource_is_kept() {
    let all = read(bundle(&[with(observation(json!({})), json!({ "resourceType": "Zebra", "id": "z" }))]));
    assert_eq!((all[1].kind.as_str(), all[1].key.0.as_str()), ("Zebra", "Zebra/z"));
    assert!(all[1].item.is_none());
}
