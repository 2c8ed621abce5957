//! A person chooses when results open: what their pages show while one waits, and how it opens.

use http::StatusCode;
use rstest::rstest;
use serde_json::{Value, json};

use crate::world::{Answer, Somebody, World, a_record};

/// Stands in every text of what arrives later.
const LATER: &str = "heron";

/// Everything waits for a comment, then more arrives.
async fn waiting(world: &World) -> (Somebody, Vec<String>) {
    let anna = world.patient("anna").await;
    let kinds = ["laboratory", "imaging", "pathology", "genetics"].map(|kind| format!("&typed[{kind}]=after-comment"));
    let form = format!("record={}{}", anna.record, kinds.concat());
    assert_eq!(world.call("/api/results/choose", &form, Some(&anna.token)).await.status, StatusCode::OK);
    let later = a_record("anna").to_string();
    let later = later.replace("anna-", "heron-").replace(" anna", " heron").replace("Person heron", "Person anna");
    world.import_text(&later).await;
    let timeline = timeline(world, &anna).await;
    let waiting: Vec<String> = entries(&timeline)
        .filter(|entry| !entry["waits"].is_null())
        .map(|entry| entry["item"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(waiting.len(), 2, "the blood count and the scan wait, the visit and the appointment don't");
    (anna, waiting)
}

fn entries(timeline: &Value) -> impl Iterator<Item = &Value> {
    timeline["entries"].as_array().unwrap().iter()
}

async fn timeline(world: &World, anna: &Somebody) -> Value {
    world.call("/api/results/timeline", &format!("record={}", anna.record), Some(&anna.token)).await.json()
}

/// Points of the course of one blood value.
async fn points(world: &World, anna: &Somebody) -> usize {
    let form = format!("record={}&series=hgb", anna.record);
    let trend = world.call("/api/results/trend", &form, Some(&anna.token)).await.json();
    trend["series"][0]["points"].as_array().unwrap().len()
}

async fn page(world: &World, anna: &Somebody, path: &str) -> Answer {
    world.get(&format!("/records/{}{path}", anna.record), Some(&anna.token)).await
}

#[rstest]
#[tokio::test]
async fn no_page_or_file_shows_what_waits_and_each_that_lists_it_says_so(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let (anna, waiting) = waiting(&world).await;
    let said = "Waits for a comment from the care team";
    for path in ["", "/results", "/results?kind=imaging", "/results?kind=laboratory"] {
        let seen = page(&world, &anna, path).await;
        assert_eq!(seen.status, StatusCode::OK);
        for secret in ["CT heron", "Blood count heron", "conclusion heron"] {
            assert!(!seen.body.contains(secret), "{path} shows {secret}");
        }
        assert!(seen.body.contains(said), "{path} does not announce it");
    }
    let searched = page(&world, &anna, "/results?q=conclusion").await;
    assert!(!searched.body.contains(said) && searched.body.contains("CT anna"));
    assert_eq!(points(&world, &anna).await, 1, "the value that waits is not in the trend");
    for item in &waiting {
        let seen = page(&world, &anna, &format!("/results/{item}")).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert!(!seen.body.contains(LATER) && seen.body.contains(said) && seen.body.contains("Open now"));
        let file = page(&world, &anna, &format!("/results/{item}/files/0")).await;
        assert_eq!(file.status, StatusCode::NOT_FOUND);
    }
}

#[rstest]
#[tokio::test]
async fn the_person_opens_one_now_and_the_other_goes_on_waiting(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let (anna, waiting) = waiting(&world).await;
    let from = format!("/records/{}/results/{}", anna.record, waiting[0]);
    let form = format!("record={}&item={}", anna.record, waiting[0]);
    let cookie = format!("__Host-session={}", anna.token);
    let answer = world.form("/api/results/open_now", &form, &from, &cookie).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, from.as_str()));
    assert!(page(&world, &anna, &format!("/results/{}", waiting[0])).await.body.contains(LATER));
    assert!(!page(&world, &anna, &format!("/results/{}", waiting[1])).await.body.contains(LATER));
    let left = timeline(&world, &anna).await;
    assert_eq!(entries(&left).filter(|entry| !entry["waits"].is_null()).count(), 1);
    let form = format!("record={}&item={}", anna.record, waiting[1]);
    world.call("/api/results/open_now", &form, Some(&anna.token)).await;
    assert_eq!(points(&world, &anna).await, 2, "what is open is in the trend");
}

#[rstest]
#[tokio::test]
async fn the_team_sees_what_waits_for_it_and_its_comment_opens_it(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let (anna, waiting) = waiting(&world).await;
    let carer = world.carer("carer", anna.record).await;
    world.later(60);
    let list = world.get("/team/comments", Some(&carer)).await;
    for item in &waiting {
        assert!(list.body.contains(&format!("/team/comments/{}/{item}", anna.record)));
    }
    assert!(list.body.contains("CT heron") && list.body.contains("Person anna") && list.body.contains("27 March 1961"));
    // Who reads for the team sees it whole, and that the person doesn't yet.
    let seen = world.get(&format!("/team/comments/{}/{}", anna.record, waiting[0]), Some(&carer)).await;
    assert!(seen.body.contains(LATER) && seen.body.contains("Waits for a comment"));

    let from = format!("/team/comments/{}/{}", anna.record, waiting[0]);
    let cookie = format!("__Host-session={carer}");
    let fields = |text: &str| {
        format!("record={}&item={}&id=01900000-0000-7000-8000-000000000007&text={text}", anna.record, waiting[0])
    };
    let refused = world.form("/api/results/comment", &fields("+"), &from, &cookie).await;
    let back = refused.header("location").to_owned();
    assert!(back.starts_with(&format!("{from}?")) && back.contains("draft="), "{back}");
    assert!(world.get(&back, Some(&carer)).await.body.contains("Please write something first."));
    let sent = world.form("/api/results/comment", &fields("All+as+we+hoped%3Cb%3E"), &from, &cookie).await;
    assert_eq!((sent.status, sent.header("location")), (StatusCode::SEE_OTHER, "/team/comments?done=1"));

    let list = world.get("/team/comments?done=1", Some(&carer)).await;
    assert!(!list.body.contains(&from) && list.body.contains(&waiting[1]));
    let today = page(&world, &anna, "").await;
    assert!(today.body.contains(&waiting[0]), "it is new to the person");
    let opened = page(&world, &anna, &format!("/results/{}", waiting[0])).await;
    assert!(opened.body.contains("All as we hoped&lt;b&gt;") && opened.body.contains("carer, care team"));
}

#[tokio::test]
async fn a_refused_choice_changes_nothing_and_comes_back_as_it_was_typed() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let from = format!("/records/{}/results/readiness", anna.record);
    let form = format!(
        "record={}&typed[laboratory]=at-once&typed[imaging]=after-days&typed[imaging_days]=400&typed[pathology]=after-comment&typed[genetics]=at-once",
        anna.record
    );
    let cookie = format!("__Host-session={}", anna.token);
    let refused = world.form("/api/results/choose", &form, &from, &cookie).await;
    let back = world.get(refused.header("location"), Some(&anna.token)).await;
    assert!(back.body.contains("Please give a number of days from 1 to 30.") && back.body.contains("value=\"400\""));
    let plain = world.get(&from, Some(&anna.token)).await;
    assert_eq!(plain.body.matches("value=\"at-once\" checked").count(), 4, "{}", plain.body);
}

/// A blood value or another resource of Anna's.
fn sent(id: &str, kind: &str, more: &Value) -> Value {
    let mut resource = json!({ "resourceType": kind, "id": id, "status": "final",
        "subject": { "reference": "Patient/anna" }, "effectiveDateTime": "2026-06-04T08:00:00Z" });
    for (name, value) in more.as_object().unwrap() {
        resource[name] = value.clone();
    }
    resource
}

fn value(id: &str, category: &str) -> Value {
    sent(
        id,
        "Observation",
        &json!({ "category": [{ "coding": [{ "code": category }] }], "code": { "coding": [{ "system": "http://loinc.org",
            "code": "718-7" }], "text": "Hemoglobin" }, "valueQuantity": { "value": 11.75, "unit": "g/dL" } }),
    )
}

fn report(id: &str, category: &str, values: &[&str]) -> Value {
    let values: Vec<Value> = values.iter().map(|id| json!({ "reference": format!("Observation/{id}") })).collect();
    sent(
        id,
        "DiagnosticReport",
        &json!({ "category": [{ "coding": [{ "code": category }] }], "code": { "text": "Late report" }, "result": values }),
    )
}

async fn bring(world: &World, resources: &[Value]) {
    let anna = a_record("anna")["entry"][0].clone();
    let entries: Vec<Value> = resources.iter().map(|resource| json!({ "resource": resource })).collect();
    let all: Vec<Value> = std::iter::once(anna).chain(entries).collect();
    let outcome = world.import(&json!({ "resourceType": "Bundle", "type": "collection", "entry": all })).await;
    assert_eq!(outcome.refused().count(), 0);
}

async fn choose(world: &World, anna: &Somebody, kind: &str, choice: &str) {
    let kinds = ["laboratory", "imaging", "pathology", "genetics"].map(|one| {
        let choice = if one == kind { choice } else { "at-once" };
        format!("&typed[{one}]={choice}&typed[{one}_days]=3")
    });
    let form = format!("record={}{}", anna.record, kinds.concat());
    assert_eq!(world.call("/api/results/choose", &form, Some(&anna.token)).await.status, StatusCode::OK);
}

/// The line with this title or, of what waits, the newest one: its item, and how many values it opens with.
async fn line(world: &World, anna: &Somebody, day: &str) -> (String, bool, usize) {
    let timeline = timeline(world, anna).await;
    let entry =
        entries(&timeline).find(|entry| entry["when"].to_string().contains(day)).expect("a line of that day").clone();
    let item = entry["item"].as_str().unwrap().to_owned();
    let form = format!("record={}&item={item}", anna.record);
    let opened = world.call("/api/results/item", &form, Some(&anna.token)).await.json();
    (item, !entry["waits"].is_null(), opened["values"].as_array().unwrap().len())
}

const DAY: &str = "2026-06-04";

#[rstest]
#[tokio::test]
async fn values_that_waited_open_with_the_report_that_takes_them_under_itself(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    choose(&world, &anna, "laboratory", "after-comment").await;
    bring(&world, &[value("a", "laboratory"), value("b", "laboratory")]).await;
    assert!(line(&world, &anna, DAY).await.1);
    bring(&world, &[report("r", "LAB", &["a", "b"])]).await;
    let (item, waits, values) = line(&world, &anna, DAY).await;
    assert_eq!((waits, values), (true, 0));
    let form = format!("record={}&item={item}", anna.record);
    assert_eq!(world.call("/api/results/open_now", &form, Some(&anna.token)).await.status, StatusCode::OK);
    assert_eq!(line(&world, &anna, DAY).await, (item, false, 2));
    let carer = world.carer("carer", anna.record).await;
    assert!(!world.get("/team/comments", Some(&carer)).await.body.contains("Late report"), "nothing waits any more");
}

#[rstest]
#[tokio::test]
async fn an_open_report_stays_open_when_a_value_is_added_to_it(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    bring(&world, &[report("r", "LAB", &["a", "b"]), value("a", "laboratory")]).await;
    choose(&world, &anna, "laboratory", "after-comment").await;
    bring(&world, &[value("b", "laboratory")]).await;
    let (_, waits, values) = line(&world, &anna, DAY).await;
    assert_eq!((waits, values), (false, 2));
}

#[rstest]
#[tokio::test]
async fn a_report_waits_as_the_kind_of_any_of_its_values(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    choose(&world, &anna, "laboratory", "after-comment").await;
    // By its own category it is a scan, which opens at once.
    bring(&world, &[report("r", "RAD", &["a"]), value("a", "laboratory")]).await;
    assert!(line(&world, &anna, DAY).await.1);
    assert_eq!(points(&world, &anna).await, 1, "its value is not in the trend");
}

#[rstest]
#[tokio::test]
async fn what_is_no_line_of_the_timeline_is_taken_out_only_when_nothing_waits(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    choose(&world, &anna, "imaging", "after-days").await;
    let binary = json!({ "resourceType": "Binary", "id": "text", "contentType": "text/plain", "data": "aGVyb24=" });
    bring(&world, &[report("r", "RAD", &[]), binary]).await;
    let taken = async |token: &str| {
        let file = world.call(&format!("/records/{}/export/fhir", anna.record), "", Some(token)).await;
        assert_eq!(file.status, StatusCode::OK);
        (file.body.contains("Late report"), file.body.contains("aGVyb24="), file.body.contains("Person anna"))
    };
    assert_eq!(taken(&anna.token).await, (false, false, true));
    // Three days later it has opened by itself, and all of it can be taken.
    world.later(4 * 24 * 3600);
    let again = world.session(anna.account).await;
    assert_eq!(taken(&again).await, (true, true, true));
}
