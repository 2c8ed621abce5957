//! What comes in: the sample records, repeated, changed, taken back, broken, over HTTP.

use axum::body::Body;
use domain::record::store::{begin, create_token, get_or_create_sender, revoke_tokens};
use http::{Request, StatusCode, header};
use rstest::rstest;
use serde_json::{Value, json};

use crate::world::{Somebody, World, a_record};

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
async fn of_several_versions_in_one_file_the_last_one_counts(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let versions = json!([
        a_value("x", "preliminary", 9.2, "2026-05-10T00:00:00Z"),
        a_value("x", "final", 9.3, "2026-05-11T00:00:00Z"),
        a_value("x", "preliminary", 9.1, "2026-05-09T00:00:00Z")
    ]);
    assert_eq!(counts(&world.import(&versions).await), [1, 1, 1, 0, 0]);
    let page = world.get(&format!("/records/{}/results/over-time/hgb", anna.record), Some(&anna.token)).await;
    assert_eq!(["9.1", "9.2", "9.3"].map(|value| page.body.contains(value)), [false, false, true]);
    assert_eq!(counts(&world.import(&versions).await), [0, 0, 3, 0, 0]);
}

#[rstest]
#[tokio::test]
async fn a_corrected_value_shows_what_it_was_before(
    #[values("sqlite", "postgres")] database: &str,
    #[values("corrected", "amended")] status: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    world.import(&a_value("x", "final", 9.2, "2026-05-10T00:00:00Z")).await;
    world.import(&a_value("x", status, 9.3, "2026-05-11T00:00:00Z")).await;
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

/// A report of Anna's that lists these observations.
fn a_report(id: &str, results: &[&str]) -> Value {
    let results: Vec<Value> = results.iter().map(|id| json!({ "reference": format!("Observation/{id}") })).collect();
    json!({
        "resourceType": "DiagnosticReport", "id": id, "status": "final", "category": [{ "coding": [{ "code": "LAB" }] }],
        "code": { "text": format!("The report {id}") }, "subject": { "reference": "Patient/anna" },
        "effectiveDateTime": "2026-05-09", "result": results
    })
}

/// The lines of Anna's timeline without ids, with what stands under each.
async fn lines(world: &World, anna: &Somebody) -> Vec<Value> {
    let form = format!("record={}", anna.record);
    let timeline = world.call("/api/results/timeline", &form, Some(&anna.token)).await.json();
    let mut lines = Vec::new();
    for entry in timeline["entries"].as_array().unwrap() {
        let form = format!("record={}&item={}", anna.record, entry["item"].as_str().unwrap());
        let opened = world.call("/api/results/item", &form, Some(&anna.token)).await.json();
        let mut values: Vec<Value> =
            opened["values"].as_array().unwrap().iter().map(|value| json!([value["title"], value["value"]])).collect();
        // Values of one name stand in the order in which they came.
        values.sort_by_key(Value::to_string);
        lines.push(json!([entry["title"], entry["kind"], entry["values"], entry["when"], values]));
    }
    lines.sort_by_key(Value::to_string);
    lines
}

#[rstest]
#[tokio::test]
async fn a_report_and_its_values_make_the_same_timeline_in_whatever_order_they_come(
    #[values("sqlite", "postgres")] database: &str,
) {
    let group = |members: &[&str]| {
        let mut group = a_value("group", "final", 9.0, "2026-05-10T00:00:00Z");
        group["hasMember"] = members.iter().map(|id| json!({ "reference": format!("Observation/{id}") })).collect();
        group
    };
    let values = [
        a_value("one", "final", 9.1, "2026-05-10T00:00:00Z"),
        a_value("two", "final", 9.2, "2026-05-10T00:00:00Z"),
        a_value("member", "final", 9.3, "2026-05-10T00:00:00Z"),
        group(&["member"]),
        a_value("alone", "final", 9.4, "2026-05-10T00:00:00Z"),
    ];
    let report = a_report("r", &["one", "two", "group"]);
    let mut seen = Vec::new();
    let all: Vec<Value> = values.iter().cloned().chain([report.clone()]).collect();
    for order in [vec![5, 3, 2, 0, 1, 4], vec![0, 1, 2, 3, 4, 5], vec![0, 5, 1, 2, 4, 3], vec![]] {
        let Some(world) = World::on(database).await else { return };
        let anna = world.patient("anna").await;
        for at in &order {
            world.import(&all[*at]).await;
        }
        if order.is_empty() {
            world.import(&Value::from(all.clone())).await;
        }
        seen.push(lines(&world, &anna).await);
    }
    assert_eq!(seen[0], seen[3], "the report came first");
    assert_eq!(seen[1], seen[3], "the values came first");
    assert_eq!(seen[2], seen[3], "they came mixed");
    let listed = seen[3].iter().find(|line| line[0] == "The report r").unwrap();
    assert_eq!(listed[4].as_array().unwrap().len(), 4, "{listed}");
}

#[rstest]
#[tokio::test]
async fn values_that_come_after_their_opened_report_make_it_new_again(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    world.import(&a_report("r", &["one"])).await;
    let form = format!("record={}", anna.record);
    let of_report = async |field: &str| {
        let timeline = world.call("/api/results/timeline", &form, Some(&anna.token)).await.json();
        let entries = timeline["entries"].as_array().unwrap();
        entries.iter().find(|entry| entry["title"] == "The report r").unwrap()[field].clone()
    };
    let item = of_report("item").await;
    world.call("/api/results/item", &format!("{form}&item={}", item.as_str().unwrap()), Some(&anna.token)).await;
    assert_eq!(of_report("is_new").await, Value::Null);
    world.import(&a_value("one", "final", 9.1, "2026-05-10T00:00:00Z")).await;
    assert_eq!((of_report("is_new").await, of_report("values").await), (true.into(), 1.into()));
    assert_eq!(of_report("item").await, item, "its address stays");
}

/// Resources of `file`, as an import stages them.
fn read(file: &Value) -> (tempfile::NamedTempFile, fhir::Checked) {
    let named = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(named.path(), file.to_string()).unwrap();
    let checked = fhir::check(named.path(), &fhir::Limits::default()).unwrap();
    (named, checked)
}

#[rstest]
#[tokio::test]
async fn an_import_that_died_shows_nothing_and_the_next_one_is_as_if_it_had_never_been(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let before = lines(&world, &anna).await;
    // It brings new things, a new version of an old one, and a report that takes old values in.
    let mut changed = a_record("anna")["entry"][1]["resource"].clone();
    changed["valueQuantity"]["value"] = 11.5.into();
    let file =
        json!([changed, a_value("one", "final", 9.1, "2026-05-10T00:00:00Z"), a_report("r", &["one", "anna-wbc"])]);

    let (_file, checked) = read(&file);
    let zone = "UTC";
    let mut staging =
        begin(&world.backend.db, &world.origin, checked.subject(), zone, world.backend.now()).await.unwrap();
    let all: Vec<_> = checked.resources().map(Result::unwrap).collect();
    staging.stage(all, world.backend.now()).await.unwrap();
    drop(staging);
    assert_eq!(lines(&world, &anna).await, before, "something half-written is seen");

    let too_early = world.import(&file).await;
    assert!(too_early.busy && too_early.report.is_none());
    assert!(too_early.refused().next().unwrap().why.contains("another import"));
    world.later(121);
    assert_eq!(counts(&world.import(&file).await), [2, 1, 0, 0, 0]);

    let Some(clean) = World::on(database).await else { return };
    let other = clean.patient("anna").await;
    clean.import(&file).await;
    let anna = Somebody { token: world.session(anna.account).await, ..anna };
    assert_eq!(lines(&world, &anna).await, lines(&clean, &other).await);
}

/// Of a file that is too long to be read at once, so many values.
const MANY: usize = 6_000;

fn a_long_file() -> Value {
    let mut entries = a_record("long")["entry"].as_array().unwrap().clone();
    for n in 0..MANY {
        let mut one = entries[1]["resource"].clone();
        one["id"] = format!("v{n}").into();
        one["effectiveDateTime"] = format!("20{:02}-0{}-1{}", n % 20, n % 9 + 1, n % 10).into();
        entries.push(json!({ "resource": one }));
    }
    json!({ "resourceType": "Bundle", "type": "collection", "entry": entries })
}

#[tokio::test]
async fn a_process_that_is_killed_while_it_imports_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(path("file.json"), a_long_file().to_string()).unwrap();
    let address = format!("sqlite:{}", path("killed.sqlite"));
    let db = domain::db::Db::open(&address).await.unwrap();
    let mut import = std::process::Command::new(env!("CARGO_BIN_EXE_daybook"))
        .args(["--database", &address, "import", &path("file.json")])
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    // What is staged makes the journal grow beyond what the tables took.
    let journal = || std::fs::metadata(path("killed.sqlite-wal")).map_or(0, |file| file.len());
    let tables = journal();
    while journal() < tables + (256 << 10) {
        assert!(import.try_wait().unwrap().is_none(), "it ended before it could be killed");
        std::thread::yield_now();
    }
    import.kill().unwrap();
    import.wait().unwrap();
    let listed = async |db: &domain::db::Db| {
        let mut tx = db.read().await.unwrap();
        domain::record::store::list_for_operator(&mut tx).await.unwrap()
    };
    assert_eq!(listed(&db).await, [], "something half-written is seen");

    let later = domain::time::Clock::from_fn(|| domain::time::Clock::system().now().plus_seconds(121));
    let again = async |db: &domain::db::Db| {
        let mut tx = db.write().await.unwrap();
        let origin = get_or_create_sender(&mut tx, "import", later.now()).await.unwrap();
        tx.commit().await.unwrap();
        let file = std::path::PathBuf::from(path("file.json"));
        server::import::import_file(db, &origin, "UTC", &file, &later, |_, _| ()).await
    };
    let repeated = again(&db).await;
    let clean = domain::db::Db::open(&format!("sqlite:{}", path("clean.sqlite"))).await.unwrap();
    assert_eq!(counts(&repeated), counts(&again(&clean).await));
    assert_eq!(counts(&repeated)[0], MANY as u64 + 6);
    assert_eq!(counts(&again(&db).await)[2], MANY as u64 + 7);
    assert_eq!(listed(&db).await.len(), 1);
}

/// How long people may have to wait for the lock while an import runs.
const WAIT: std::time::Duration = std::time::Duration::from_millis(250);

#[tokio::test]
async fn while_a_long_file_goes_in_others_get_to_write() {
    let world = World::new().await;
    let (_file, checked) = read(&a_long_file());
    let all: Vec<_> = checked.resources().map(Result::unwrap).collect();
    let now = world.backend.now();
    let mut staging = begin(&world.backend.db, &world.origin, checked.subject(), "UTC", now).await.unwrap();
    let done = std::cell::Cell::new(false);
    let import = async {
        let started = std::time::Instant::now();
        staging.stage(all, now).await.unwrap();
        done.set(true);
        started.elapsed()
    };
    // Someone who always wants to write, and waits in the same row as the import. An import that
    // held the lock for 250 ms at a time would let them in once in 250 ms: what is compared is of
    // one run, so a slow machine changes both sides.
    let others = async {
        let mut writes = 0_u32;
        while !done.get() {
            let tx = world.backend.db.write().await.unwrap();
            tx.commit().await.unwrap();
            writes += 1;
        }
        writes
    };
    let (took, writes) = tokio::join!(import, others);
    assert!(writes > 2, "it went in at one go");
    assert!(WAIT * writes > took, "{writes} writes in {took:?}");
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
pub fn samples() -> Vec<String> {
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
