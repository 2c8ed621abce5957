//! A long panel: fifty values at once, none hidden.

use rstest::rstest;
use serde_json::{Value, json};

use crate::world::{Somebody, World, a_record};

/// The 180th by name is outside its range, the 190th is marked by the laboratory.
fn a_value(mark: &str, n: usize) -> Value {
    let flag = match n {
        180 => json!([{ "coding": [{ "code": "H" }] }]),
        190 => json!([{ "coding": [{ "code": "HH" }] }]),
        _ => json!([]),
    };
    json!({ "resource": {
        "resourceType": "Observation", "id": format!("{mark}-many-{n}"), "status": "final",
        "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "laboratory" }] }],
        "code": { "text": format!("Protein {n:03}") }, "interpretation": flag,
        "subject": { "reference": format!("Patient/{mark}") }, "effectiveDateTime": "2026-05-04T08:00:00Z",
        "valueQuantity": { "value": n, "unit": "mg/L", "system": "http://unitsofmeasure.org", "code": "mg/L" }
    } })
}

async fn many(world: &World, mark: &str) -> Somebody {
    let mut file = a_record(mark);
    let entries = file["entry"].as_array_mut().unwrap();
    entries.extend((1..=200).map(|n| a_value(mark, n)));
    let results: Vec<Value> =
        (1..=200).map(|n| json!({ "reference": format!("Observation/{mark}-many-{n}") })).collect();
    entries.push(json!({ "resource": {
        "resourceType": "DiagnosticReport", "id": format!("{mark}-many"), "status": "final",
        "category": [{ "coding": [{ "code": "LAB" }] }], "code": { "text": "Many proteins" },
        "subject": { "reference": format!("Patient/{mark}") }, "effectiveDateTime": "2026-05-04T08:00:00Z",
        "result": results } }));
    assert_eq!(world.import(&file).await.refused().next(), None);
    world.patient(mark).await
}

#[rstest]
#[tokio::test]
async fn a_long_panel_shows_fifty_values_at_once_and_counts_over_all(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = many(&world, "anna").await;
    let opened = async |more: &str| {
        let asked = format!("record={}&item={}{more}", anna.record, anna.items["Many proteins"]);
        world.call("/api/results/item", &asked, Some(&anna.token)).await.json()
    };
    let titles = |page: &Value| -> Vec<String> {
        page["values"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect()
    };
    let mut seen = Vec::new();
    for from in ["", "&from=51", "&from=101", "&from=151"] {
        let page = opened(from).await;
        seen.extend(titles(&page));
        assert_eq!(titles(&page).len(), 50);
        let tally = &page["tally"];
        assert_eq!((&tally["count"], &tally["outside"]), (&json!(200), &json!(2)), "over all values, on every page");
        assert_eq!(tally["marked"], json!([{ "title": "Protein 190" }]), "what was marked is named on every page");
        let elsewhere = tally["shown"]["named"].as_array().unwrap().len();
        assert_eq!(elsewhere, if from == "&from=151" { 0 } else { 2 });
    }
    let expected: Vec<String> = (1..=200).map(|n| format!("Protein {n:03}")).collect();
    assert_eq!(seen, expected, "all of them in one order, none twice");
    let whole = opened("&all=true").await;
    assert_eq!(titles(&whole), expected);
    assert!(whole["tally"].get("shown").is_none());
}

#[tokio::test]
async fn the_page_of_a_long_panel_leads_to_what_is_outside_and_to_the_other_values() {
    let world = World::new().await;
    let anna = many(&world, "anna").await;
    let path = format!("/records/{}/results/{}", anna.record, anna.items["Many proteins"]);
    let first = world.get(&path, Some(&anna.token)).await.body;
    assert_eq!(first.matches(" class=\"value\"").count(), 50);
    assert!(first.contains("?from=180#v-") && first.contains("?from=51#values") && first.contains("?all#values"));
    let last = world.get(&format!("{path}?from=9999"), Some(&anna.token)).await.body;
    assert!(last.contains("Protein 200") && !last.contains("Protein 150"));
    let whole = world.get(&format!("{path}?all"), Some(&anna.token)).await.body;
    assert!(whole.contains("Protein 001") && whole.contains("Protein 200") && !whole.contains("?from="));
    let document = world.call(&format!("/records/{}/export/document", anna.record), "", Some(&anna.token)).await;
    assert!(document.body.contains("Protein 001") && document.body.contains("Protein 200"), "a copy to keep has all");
}
