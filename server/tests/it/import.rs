//! What comes in: the sample records, repeated, changed, taken back, broken, over HTTP.

use axum::body::Body;
use domain::record::store::{create_token, revoke_tokens};
use http::{Request, StatusCode, header};
use rstest::rstest;
use serde_json::{Value, json};

use crate::world::{World, a_record};

/// One laboratory value of Anna's.
fn a_value(id: &str, status: &str, value: f64, updated: &str) -> Value {
    json!({
        "resourceType": "Observation", "id": id, "status": status, "meta": { "lastUpdated": updated },
        "category": [{ "coding": [{ "code": "laboratory" }] }],
        "code": { "coding": [{ "system": "http://loinc.org", "code": "718-7" }], "text": "Hemoglobin" },
        "subject": { "reference": "Patient/anna" }, "effectiveDateTime": "2026-05-09",
        "valueQuantity": { "value": value, "unit": "g/dL" }
    })
}

fn counts(outcome: &server::import::Outcome) -> [u64; 5] {
    let report = outcome.report.as_ref().unwrap();
    [report.new, report.changed, report.same, report.hidden, report.raw]
}

#[rstest]
#[tokio::test]
async fn importing_twice_changes_nothing(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let first = world.import(&a_record("anna")).await;
    assert_eq!(counts(&first), [6, 0, 0, 0, 1]);
    let again = world.import(&a_record("anna")).await;
    assert_eq!(counts(&again), [0, 0, 7, 0, 0]);
    assert_eq!(first.record, again.record);
}

#[rstest]
#[tokio::test]
async fn a_newer_version_supersedes_an_older_one_does_not_and_one_in_error_hides(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let shown = async || {
        let page = world.get(&format!("/records/{}/results/over-time/hgb", anna.record), Some(&anna.token)).await;
        ["9.1", "9.2", "9.3"].map(|value| page.body.contains(value))
    };
    assert_eq!(counts(&world.import(&a_value("x", "final", 9.2, "2026-05-10T00:00:00Z")).await), [1, 0, 0, 0, 0]);
    assert_eq!(counts(&world.import(&a_value("x", "corrected", 9.3, "2026-05-11T00:00:00Z")).await), [0, 1, 0, 0, 0]);
    assert_eq!(shown().await, [false, false, true]);
    assert_eq!(counts(&world.import(&a_value("x", "final", 9.1, "2026-05-09T00:00:00Z")).await), [0, 0, 1, 0, 0]);
    assert_eq!(shown().await, [false, false, true], "an older version came later");
    let taken_back = a_value("x", "entered-in-error", 9.3, "2026-05-12T00:00:00Z");
    assert_eq!(counts(&world.import(&taken_back).await), [0, 0, 0, 1, 0]);
    assert_eq!(shown().await, [false, false, false]);
    assert_eq!(counts(&world.import(&taken_back).await), [0, 0, 1, 0, 0]);
}

#[rstest]
#[tokio::test]
async fn a_corrected_value_shows_what_it_was_before(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    world.import(&a_value("x", "final", 9.2, "2026-05-10T00:00:00Z")).await;
    world.import(&a_value("x", "corrected", 9.3, "2026-05-11T00:00:00Z")).await;
    let timeline =
        world.call("/api/results/timeline", &format!("record={}", anna.record), Some(&anna.token)).await.json();
    let entries = timeline["entries"].as_array().unwrap();
    let changed = entries.iter().find(|entry| entry["changed"] == true).unwrap();
    let path = format!("/records/{}/results/{}", anna.record, changed["item"].as_str().unwrap());
    let page = world.get(&path, Some(&anna.token)).await;
    assert!(page.body.contains("<del") && page.body.contains("9.2"), "the old value is not shown");
}

#[rstest]
#[tokio::test]
async fn a_person_who_contradicts_the_record_is_refused_whole(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    world.import(&a_record("anna")).await;
    let mut other = a_record("anna");
    other["entry"][0]["resource"]["birthDate"] = "1980-01-01".into();
    other["entry"][1]["resource"]["valueQuantity"]["value"] = 1.into();
    let outcome = world.import(&other).await;
    assert!(outcome.report.is_none());
    let why = &outcome.refused().next().unwrap().why;
    assert!(why.contains("1980-01-01") && why.contains("1961-03-27"), "{why}");
    assert_eq!(counts(&world.import(&a_record("anna")).await), [0, 0, 7, 0, 0], "something was written");
}

#[rstest]
#[tokio::test]
async fn a_file_that_is_cut_off_leaves_nothing_behind(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let whole = a_record("anna").to_string();
    for part in [10, whole.len() / 2, whole.len() - 1] {
        let outcome = world.import_text(&whole[..part]).await;
        assert!(outcome.report.is_none(), "{part}");
    }
    let mut tx = world.backend.db.read().await.unwrap();
    assert_eq!(domain::record::store::list_for_operator(&mut tx).await.unwrap(), []);
}

#[rstest]
#[tokio::test]
async fn a_report_that_comes_after_its_values_takes_them_under_itself(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    world.import(&a_value("late", "final", 9.2, "2026-05-10T00:00:00Z")).await;
    let report = json!({
        "resourceType": "DiagnosticReport", "id": "late-report", "status": "final",
        "category": [{ "coding": [{ "code": "LAB" }] }], "code": { "text": "The late report" },
        "subject": { "reference": "Patient/anna" }, "effectiveDateTime": "2026-05-09",
        "result": [{ "reference": "Observation/late" }]
    });
    world.import(&report).await;
    let timeline = world.get(&format!("/records/{}/results?q=late", anna.record), Some(&anna.token)).await;
    assert!(timeline.body.contains("The late report"));
    let lines = world.get(&format!("/records/{}/results", anna.record), Some(&anna.token)).await;
    assert_eq!(lines.body.matches("class=\"entry\"").count(), 5, "the value has a line of its own beside the report");
}

#[rstest]
#[tokio::test]
async fn systems_send_with_a_token_and_nobody_without(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let mut tx = world.backend.db.write().await.unwrap();
    let token = create_token(&mut tx, &world.origin, world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    let send = async |token: Option<&str>, body: String| {
        let mut request = Request::post("/fhir").header(header::CONTENT_TYPE, "application/fhir+json");
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        world.send(request.body(Body::from(body)).unwrap()).await
    };
    for wrong in [None, Some("0000")] {
        assert_eq!(send(wrong, a_record("anna").to_string()).await.status, StatusCode::UNAUTHORIZED);
    }
    let taken = send(Some(&token), a_record("anna").to_string()).await;
    assert_eq!((taken.status, taken.json()["new"].clone()), (StatusCode::OK, json!(6)), "{}", taken.body);
    let refused = send(Some(&token), "<Bundle/>".into()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.json()["refused"][0]["why"].as_str().unwrap().len() > 10);
    let mut tx = world.backend.db.write().await.unwrap();
    assert_eq!(revoke_tokens(&mut tx, "clinic", world.backend.now()).await.unwrap(), 1);
    assert!(matches!(
        revoke_tokens(&mut tx, "another clinic", world.backend.now()).await,
        Err(domain::Error::NotFound)
    ));
    tx.commit().await.unwrap();
    assert_eq!(send(Some(&token), a_record("anna").to_string()).await.status, StatusCode::UNAUTHORIZED);
}

/// FHIR records of other origins, a folder each under `DAYBOOK_SAMPLES`. Who has none tests with
/// the demonstration people alone.
fn samples() -> Vec<String> {
    let Some(folder) = std::env::var_os("DAYBOOK_SAMPLES") else { return Vec::new() };
    let mut found = Vec::new();
    for record in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        for file in std::fs::read_dir(record.path()).into_iter().flatten().flatten() {
            if file.path().extension().is_some_and(|ending| ending == "json") {
                found.push(std::fs::read_to_string(file.path()).unwrap());
            }
        }
    }
    found
}

#[rstest]
#[tokio::test]
async fn whole_records_go_in_twice_and_every_line_of_them_opens(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let demonstration =
        server::demo::lives("2026-11-21".parse().unwrap()).into_iter().map(|life| life.bundle.to_string());
    for text in samples().into_iter().chain(demonstration) {
        let first = world.import_text(&text).await;
        assert_eq!(first.refused().count(), 0, "{:?}", first.refused().next());
        let second = world.import_text(&text).await;
        let [new, changed, same, hidden, raw] = counts(&second);
        assert_eq!([new, changed, hidden, raw], [0; 4]);
        assert_eq!(same, counts(&first).iter().sum::<u64>());
    }
}
