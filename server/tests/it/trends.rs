//! What is said around a value: how it changed, days of treatment, units, blood counts side by
//! side. Through the server functions, on both databases.

use rstest::rstest;
use serde_json::{Value, json};

use crate::world::{Somebody, World, a_record};

fn a_value(mark: &str, id: &str, loinc: &str, at: &str, value: f64, unit: &str) -> Value {
    json!({ "resource": {
        "resourceType": "Observation", "id": format!("{mark}-{id}"), "status": "final",
        "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "laboratory" }] }],
        "code": { "coding": [{ "system": "http://loinc.org", "code": loinc }], "text": format!("sender's name of {loinc}") },
        "subject": { "reference": format!("Patient/{mark}") }, "effectiveDateTime": at,
        "valueQuantity": { "value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit }
    } })
}

fn a_treatment(mark: &str, id: &str, day: &str, drug: &str, status: &str) -> Value {
    json!({ "resource": {
        "resourceType": "MedicationAdministration", "id": format!("{mark}-{id}"), "status": status,
        "medicationCodeableConcept": { "text": drug },
        "subject": { "reference": format!("Patient/{mark}") }, "effectiveDateTime": format!("{day}T10:00:00Z")
    } })
}

/// The record of `world.rs` (hemoglobin 10.4 g/dL on 4 May 2026) with a life around it.
async fn a_course(world: &World, mark: &str) -> Somebody {
    let mut file = a_record(mark);
    let more = [
        a_value(mark, "h1", "718-7", "2026-01-10T08:00:00Z", 13.1, "g/dL"),
        a_value(mark, "h2", "718-7", "2026-03-02T08:00:00Z", 12.8, "g/dL"),
        a_value(mark, "h3", "718-7", "2026-04-20T08:00:00Z", 11.2, "g/dL"),
        // The latest before the panel, in another unit: it is no "last time".
        a_value(mark, "h4", "718-7", "2026-04-27T08:00:00Z", 109.0, "g/L"),
        a_value(mark, "p1", "777-3", "2026-04-20T08:00:00Z", 188.0, "10*3/uL"),
        a_treatment(mark, "t1", "2026-03-16", "Oxaliplatin", "completed"),
        a_treatment(mark, "t2", "2026-04-06", "Oxaliplatin", "completed"),
        a_treatment(mark, "t3", "2026-04-06", "Fluorouracil", "completed"),
        a_treatment(mark, "t4", "2026-04-27", "Oxaliplatin", "not-done"),
        // Before the values of the course: in no chart of it.
        a_treatment(mark, "t5", "2024-04-27", "Oxaliplatin", "completed"),
    ];
    file["entry"].as_array_mut().unwrap().extend(more);
    let outcome = world.import(&file).await;
    assert_eq!(outcome.refused().next(), None);
    world.patient(mark).await
}

#[rstest]
#[tokio::test]
async fn a_value_is_compared_with_the_last_in_its_unit_and_with_the_one_before_treatment(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = a_course(&world, "anna").await;
    let asked = format!("record={}&item={}", anna.record, anna.items["Blood count anna"]);
    let opened = world.call("/api/results/item", &asked, Some(&anna.token)).await.json();
    let values = opened["values"].as_array().unwrap();
    let of = |analyte: &str| values.iter().find(|value| value["analyte"] == analyte).unwrap();
    let last = &of("hgb")["changes"]["since_last"];
    assert_eq!((&last["value"]["number"], &last["direction"]), (&json!("11.2"), &json!("lower")));
    assert_eq!(last["when"], json!("2026-04-20"), "the time of another day is not told");
    let before = &of("hgb")["changes"]["over_treatment"];
    assert_eq!((&before["value"]["number"], &before["when"]), (&json!("12.8"), &json!("2026-03-02")));
    // The first white cells of the record are compared with nothing.
    assert_eq!(of("wbc")["changes"], json!({ "since_last": null, "over_treatment": null }));
}

#[rstest]
#[tokio::test]
async fn a_trend_names_the_days_of_treatment_within_it(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = a_course(&world, "anna").await;
    let ben = world.patient("ben").await;
    let trend = async |person: &Somebody, more: &str| {
        let asked = format!("record={}&series=hgb&period=everything{more}", person.record);
        world.call("/api/results/trend", &asked, Some(&person.token)).await.json()
    };
    let page = trend(&anna, "").await;
    let days: Vec<(&Value, &Value)> =
        page["treatments"].as_array().unwrap().iter().map(|day| (&day["day"], &day["names"])).collect();
    let drugs = json!(["Fluorouracil", "Oxaliplatin"]);
    assert_eq!(days.len(), 2, "{days:?}");
    assert_eq!(days[0].0, &json!("2026-04-06"));
    let mut names: Vec<&str> = days[0].1.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    names.sort_unstable();
    assert_eq!(json!(names), drugs);
    assert_eq!(days[1], (&json!("2026-03-16"), &json!(["Oxaliplatin"])));
    assert!(trend(&ben, "").await.get("treatments").is_none(), "nobody else's treatment");
}

#[tokio::test]
async fn units_stay_apart_until_one_is_chosen_and_each_value_keeps_what_was_reported() {
    let world = World::new().await;
    let anna = a_course(&world, "anna").await;
    let trend = async |more: &str| {
        let asked = format!("record={}&series=hgb&period=everything{more}", anna.record);
        world.call("/api/results/trend", &asked, Some(&anna.token)).await.json()
    };
    let units = |page: &Value| -> Vec<(String, usize)> {
        let all = page["series"].as_array().unwrap().iter();
        all.map(|one| (one["unit"].as_str().unwrap().to_owned(), one["points"].as_array().unwrap().len())).collect()
    };
    assert_eq!(units(&trend("").await), [("g/dL".to_owned(), 4), ("g/L".to_owned(), 1)]);
    let si = trend("&units=si").await;
    assert_eq!(units(&si), [("g/L".to_owned(), 5)]);
    let first = &si["series"][0]["points"][0];
    assert_eq!((&first["text"], &first["converted"]), (&json!("13.1"), &json!({ "text": "131", "from": "g/dL" })));
    let page = world
        .get(&format!("/records/{}/results/over-time/hgb?period=all&units=si", anna.record), Some(&anna.token))
        .await;
    assert!(page.body.contains("131") && page.body.contains("13.1"), "both stand in the table");
}

#[rstest]
#[tokio::test]
async fn blood_counts_stand_side_by_side_over_one_time(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = a_course(&world, "anna").await;
    let asked = format!("record={}&period=everything", anna.record);
    let page = world.call("/api/results/blood-counts", &asked, Some(&anna.token)).await.json();
    let counts = page["counts"].as_array().unwrap();
    let of = |name: &str| -> Vec<&Value> { counts.iter().map(|count| &count[name]).collect() };
    assert_eq!(of("analyte"), [&json!("wbc"), &json!("hgb"), &json!("plt")], "of neutrophils there is no value");
    assert_eq!(of("more"), [&json!(0), &json!(1), &json!(0)], "the value in the other unit is told of");
    assert_eq!(page["span"], json!(["2026-01-10T08:00:00+00:00", "2026-05-04T08:00:00+00:00"]));
    assert_eq!(page["treatments"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_record_without_blood_counts_says_so() {
    let world = World::new().await;
    let mut file = a_record("clara");
    file["entry"].as_array_mut().unwrap().retain(|entry| entry["resource"]["resourceType"] != "Observation");
    let record = world.import(&file).await.record.unwrap();
    let code = world.letter(record).await;
    let account = world.open_letter(&code, "clara").await;
    let token = world.session(account).await;
    let page = world.get(&format!("/records/{record}/results/blood-counts"), Some(&token)).await;
    assert_eq!(page.status, http::StatusCode::OK);
    assert!(page.body.contains("No blood counts yet"), "{}", page.body);
}
