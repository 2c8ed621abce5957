//! What goes out: the whole record as it came, which comes in again as the same record.

use std::collections::BTreeMap;

use app::words::{Language, Words};
use axum::body::Body;
use domain::{
    access,
    account::store::find_session,
    audit::store::{LogCursor, Stretch, list_log},
    id::RecordId,
    record::store::{Origin, get_or_create_sender},
    results::store::{Filter, list_timeline},
};
use http::{Request, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};
use server::{
    export::FhirExport,
    import::{Outcome, import_export, import_file},
};

use crate::{
    import::samples,
    world::{Somebody, World},
};

/// The Bundle of a record.
pub async fn exported(world: &World, record: RecordId) -> String {
    let now = world.backend.now();
    let mut tx = world.backend.db.read().await.unwrap();
    let granted = access::export_by_operator(&mut tx, record, now).await.unwrap();
    drop(tx);
    let mut export = FhirExport::begin(&world.backend.db, granted, Words::new(Language::English), now).await.unwrap();
    let mut text = String::new();
    while let Some(piece) = export.next().await.unwrap() {
        text += &piece;
    }
    text
}

/// Imports an export as the command line does.
async fn import_again(world: &World, text: &str) -> Outcome {
    let file = a_file(text);
    let outcome =
        import_export(&world.backend.db, &world.origin, "UTC", file.path(), &world.backend.clock, |_, _| ()).await;
    outcome.expect("it is not taken for an export")
}

async fn import_from(world: &World, sender: &str, file: &Value) -> Outcome {
    let mut tx = world.backend.db.write().await.unwrap();
    let origin: Origin = get_or_create_sender(&mut tx, sender, world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    let file = a_file(&file.to_string());
    import_file(&world.backend.db, &origin, "UTC", file.path(), &world.backend.clock, |_, _| ()).await
}

fn a_file(text: &str) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

/// Everything that the timeline of a record shows, as text.
async fn timeline(world: &World, record: RecordId) -> Vec<String> {
    let mut tx = world.backend.db.read().await.unwrap();
    let granted = access::export_by_operator(&mut tx, record, world.backend.now()).await.unwrap();
    let (entries, more) = list_timeline(&mut tx, &granted, &Filter::default(), 100_000).await.unwrap();
    assert!(!more);
    let mut lines: Vec<String> = entries
        .iter()
        .map(|entry| {
            let values: Vec<_> = entry.first_values.iter().map(|value| (&value.title, &value.line.value)).collect();
            let day = &entry.cursor.sort_key;
            format!(
                "{day} {:?} {} {:?} {} {} {values:?}",
                entry.kind, entry.title, entry.line, entry.values, entry.outside
            )
        })
        .collect();
    lines.sort();
    lines
}

/// JSON with its numbers digit for digit.
fn digits(raw: &str) -> String {
    fn walk(raw: &serde_json::value::RawValue) -> String {
        let text = raw.get();
        if let Ok(members) = serde_json::from_str::<BTreeMap<String, Box<serde_json::value::RawValue>>>(text) {
            let members: Vec<String> =
                members.iter().map(|(name, value)| format!("{name:?}:{}", walk(value))).collect();
            return format!("{{{}}}", members.join(","));
        }
        if let Ok(list) = serde_json::from_str::<Vec<Box<serde_json::value::RawValue>>>(text) {
            return format!("[{}]", list.iter().map(|value| walk(value)).collect::<Vec<_>>().join(","));
        }
        match serde_json::from_str::<String>(text) {
            Ok(text) => format!("{text:?}"),
            Err(_) => text.to_owned(),
        }
    }
    walk(serde_json::from_str(raw).unwrap())
}

/// The resources of a Bundle, each digit for digit, by type and id or as a whole.
fn resources(bundle: &str) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct Entry {
        resource: Box<serde_json::value::RawValue>,
    }
    #[derive(serde::Deserialize)]
    struct Bundle {
        entry: Vec<Entry>,
    }
    let bundle: Bundle = serde_json::from_str(bundle).unwrap();
    let mut all: Vec<String> = bundle.entry.iter().map(|entry| digits(entry.resource.get())).collect();
    all.sort();
    all
}

fn counts(outcome: &Outcome) -> [u64; 5] {
    assert_eq!(outcome.refused().next(), None);
    let report = outcome.report.as_ref().unwrap();
    [report.new, report.changed, report.same, report.hidden, report.raw]
}

/// References that lead nowhere, as an import tells them.
fn dangling(outcome: &Outcome) -> Vec<(String, String)> {
    let report = outcome.report.as_ref().unwrap();
    let mut all: Vec<_> = report.unresolved.iter().map(|one| (one.place.clone(), one.why.clone())).collect();
    all.sort();
    all
}

#[rstest]
#[tokio::test]
async fn whole_records_go_out_as_they_came_and_come_in_again_as_the_same(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let demonstration =
        server::demo::lives("2026-11-21".parse().unwrap()).into_iter().map(|life| life.bundle.to_string());
    for came in samples().into_iter().chain(demonstration).chain([a_file_of_every_kind().to_string()]) {
        let first = world.import_text(&came).await;
        let record = first.record.unwrap();
        let went = exported(&world, record).await;
        assert!(resources(&came) == resources(&went), "the resources of {record} differ");

        let again = import_again(&world, &went).await;
        assert_eq!(again.record, Some(record));
        let [new, changed, same, hidden, raw] = counts(&again);
        assert_eq!([new, changed, hidden, raw], [0; 4]);
        assert_eq!(same, counts(&first).iter().sum::<u64>());
        assert_eq!(dangling(&again), dangling(&first));

        let Some(other) = World::on(database).await else { return };
        let moved = import_again(&other, &went).await;
        assert_eq!(counts(&moved), counts(&first));
        let (there, here) = (timeline(&other, moved.record.unwrap()).await, timeline(&world, record).await);
        let differ = there.iter().zip(&here).find(|(there, here)| there != here);
        assert!(there == here, "{differ:#?}");
        assert_eq!(resources(&exported(&other, moved.record.unwrap()).await), resources(&went));
    }
}

/// Ids and none, addresses that follow from ids and that don't, parts, digits, names of every script.
fn a_file_of_every_kind() -> Value {
    let value = |fields: Value| {
        let mut one = json!({
            "resourceType": "Observation", "status": "final", "subject": { "reference": "urn:uuid:someone" },
            "category": [{ "coding": [{ "code": "laboratory" }] }], "code": { "text": "Test" },
            "effectiveDateTime": "2026-05-09", "valueQuantity": { "value": 1, "unit": "g/dL" }
        });
        for (name, field) in fields.as_object().unwrap() {
            one[name] = field.clone();
        }
        one
    };
    json!({ "resourceType": "Bundle", "type": "transaction", "entry": [
        { "fullUrl": "urn:uuid:someone", "resource": { "resourceType": "Patient", "id": "4711",
            "name": [{ "text": "ليلى \u{200b}<b>" }], "birthDate": "1970" }, "request": { "method": "PUT", "url": "Patient/4711" } },
        { "fullUrl": "urn:uuid:same", "resource": value(json!({ "id": "same" })) },
        { "fullUrl": "urn:uuid:without-an-id", "resource": value(json!({ "code": { "text": "no id" } })) },
        { "resource": value(json!({ "code": { "text": "neither id nor address" } })) },
        { "fullUrl": "http://example.org/fhir/Observation/far", "resource": value(json!({ "id": "far" })) },
        { "fullUrl": "urn:uuid:group", "resource": { "resourceType": "DiagnosticReport", "id": "g", "status": "final",
            "code": { "text": "Report" }, "subject": { "reference": "Patient/4711" }, "effectiveDateTime": "2026-05-09",
            "result": [{ "reference": "urn:uuid:without-an-id" }, { "reference": "#part" }, { "reference": "Observation/same" }, { "reference": "Observation/nowhere" }],
            "contained": [{ "resourceType": "Observation", "id": "part", "status": "final", "code": { "text": "Part" }, "valueInteger": 3 }] } },
        { "fullUrl": "urn:uuid:only-kept", "resource": { "resourceType": "Basic", "id": "only-kept", "code": { "text": "x" } } }
    ] })
}

#[rstest]
#[tokio::test]
async fn decimals_go_out_digit_for_digit(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let came = a_file_of_every_kind().to_string().replace("\"value\":1}", "\"value\": 1.40}");
    let record = world.import_text(&came).await.record.unwrap();
    assert_eq!(exported(&world, record).await.matches("\"value\": 1.40").count(), 4);
}

#[rstest]
#[tokio::test]
async fn only_what_counts_goes_out(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let version = |id: &str, status: &str, unit: &str, day: u32| {
        json!([{ "resourceType": "Patient", "id": "p" }, {
            "resourceType": "Observation", "id": id, "status": status, "code": { "text": "Test" },
            "subject": { "reference": "Patient/p" }, "meta": { "lastUpdated": format!("2026-05-0{day}T00:00:00Z") },
            "valueQuantity": { "value": 1, "unit": unit }
        }])
    };
    let mut record = None;
    for file in [
        version("a", "final", "superseded", 1),
        version("a", "corrected", "counts", 2),
        version("b", "final", "taken-back", 1),
        version("b", "entered-in-error", "in-error", 2),
    ] {
        record = world.import(&file).await.record;
    }
    let went = exported(&world, record.unwrap()).await;
    assert!(went.contains("counts"));
    for gone in ["superseded", "taken-back", "in-error"] {
        assert!(!went.contains(gone), "{gone}");
    }
}

#[rstest]
#[tokio::test]
async fn senders_that_use_the_same_ids_stay_apart(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let file = |patient: &str, value: &str, report: &str| {
        json!({ "resourceType": "Bundle", "type": "collection", "entry": [
            { "fullUrl": "urn:uuid:1", "resource": { "resourceType": "Patient", "id": patient, "birthDate": "1970-01-01",
                "identifier": [{ "system": "urn:insurance", "value": "4711" }] } },
            { "fullUrl": "urn:uuid:2", "resource": { "resourceType": "Observation", "id": "1", "status": "final",
                "category": [{ "coding": [{ "code": "laboratory" }] }], "effectiveDateTime": "2026-05-09",
                "code": { "text": value }, "subject": { "reference": format!("Patient/{patient}") }, "valueString": value } },
            { "fullUrl": "urn:uuid:3", "resource": { "resourceType": "DiagnosticReport", "id": report, "status": "final",
                "code": { "text": report }, "subject": { "reference": "urn:uuid:1" }, "effectiveDateTime": "2026-05-09",
                "result": [{ "reference": "urn:uuid:2" }] } }
        ] })
    };
    let one = import_from(&world, "north", &file("7", "from the north", "r-north")).await;
    let two = import_from(&world, "south", &file("7", "from the south", "r-south")).await;
    assert_eq!(one.record, two.record);
    let record = one.record.unwrap();
    let went = exported(&world, record).await;
    let bundle: Value = serde_json::from_str(&went).unwrap();
    let entries = bundle["entry"].as_array().unwrap();
    let urls: std::collections::BTreeSet<_> = entries.iter().map(|entry| entry["fullUrl"].as_str().unwrap()).collect();
    assert_eq!((entries.len(), urls.len()), (6, 6));

    assert_eq!(counts(&import_again(&world, &went).await), [0, 0, 6, 0, 0]);
    let Some(other) = World::on(database).await else { return };
    let moved = import_again(&other, &went).await;
    assert_eq!(counts(&moved), [4, 0, 0, 0, 2]);
    assert_eq!(timeline(&other, moved.record.unwrap()).await, timeline(&world, record).await);

    // Who sends such a file as their own does not write in the name of others.
    let taken = import_from(&world, "east", &bundle).await;
    assert_eq!(taken.record, Some(record), "{:?}", taken.refused().next());
    assert_eq!(counts(&import_again(&world, &went).await), [0, 0, 6, 0, 0], "a sender was overwritten");
}

#[tokio::test]
async fn a_record_that_is_not_there_is_not_exported() {
    let world = World::new().await;
    let mut tx = world.backend.db.read().await.unwrap();
    let absent = access::export_by_operator(&mut tx, RecordId::new(), world.backend.now()).await;
    assert!(matches!(absent, Err(domain::Error::NotFound)));
}

/// The two files that a person can save.
const FILES: [(&str, &str, &str); 2] =
    [("fhir", "application/fhir+json", "json"), ("document", "text/html; charset=utf-8", "html")];

#[rstest]
#[tokio::test]
async fn people_save_their_own_record_as_a_file(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    world.patient("ben").await;
    for (file, kind, ending) in FILES {
        let answer = world.call(&format!("/records/{}/export/{file}", anna.record), "", Some(&anna.token)).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("content-type"), kind);
        let named = format!("attachment; filename=\"daybook-2026-09-21.{ending}\"");
        assert_eq!(answer.header("content-disposition"), named);
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert!(answer.header("content-security-policy").contains("default-src 'none'"));
        for text in ["Blood count anna", "conclusion anna", "Visit anna", "Appointment anna", "14.1", "note anna"] {
            assert!(answer.body.contains(text), "{text} is not in the {file}");
        }
        assert!(!answer.body.contains("ben"), "{file}");
    }
    let fhir = world.call(&format!("/records/{}/export/fhir", anna.record), "", Some(&anna.token)).await;
    assert_eq!(resources(&fhir.body), resources(&crate::world::a_record("anna").to_string()));

    let mut tx = world.backend.db.read().await.unwrap();
    let now = world.backend.now();
    let caller = find_session(&mut tx, &anna.token, now).await.unwrap().unwrap().caller;
    let log = access::view::<access::Log>(&mut tx, &caller, anna.record, now).await.unwrap();
    let rows =
        list_log(&mut tx, &log, Stretch { by_others: false, before: LogCursor::NEWEST, most: 1000 }).await.unwrap();
    let exports: Vec<_> = rows.iter().filter(|row| row.act == "export").collect();
    assert_eq!(exports.len(), 3);
    assert_eq!((exports[0].account, exports[0].category.as_str()), (Some(anna.account), "results"));
}

#[tokio::test]
async fn a_file_is_asked_for_by_the_page_and_with_a_fresh_factor() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let page = format!("/records/{}/export", anna.record);
    for (file, ..) in FILES {
        let path = format!("{page}/{file}");
        let by_link = world.get(&path, Some(&anna.token)).await;
        assert_eq!((by_link.status, by_link.header("location")), (StatusCode::SEE_OTHER, page.as_str()));
        let foreign = crate::world::with_session(Request::post(&path), Some(&anna.token))
            .header("sec-fetch-site", "cross-site")
            .body(Body::empty());
        assert_eq!(world.send(foreign.unwrap()).await.status, StatusCode::FORBIDDEN);
        assert!(world.get(&page, Some(&anna.token)).await.body.contains(&format!("action=\"{path}\"")));
    }
    world.later(11 * 60);
    for (file, ..) in FILES {
        let late = world.call(&format!("{page}/{file}"), "", Some(&anna.token)).await;
        assert_eq!(late.status, StatusCode::SEE_OTHER);
        assert_eq!(late.header("location"), format!("/account/confirm?next={page}"));
        assert_eq!(late.body, "");
    }
}

#[rstest]
#[case("en", "ltr", "Health record of", "Lower than usual", "This laboratory’s range, 12 to 16")]
#[case("fr", "ltr", "Dossier de santé de", "", "12")]
#[case("es", "ltr", "Historial de salud de", "", "12")]
#[case("ar", "rtl", "الملف الصحي", "", "12")]
#[tokio::test]
async fn the_page_to_keep_is_whole_readable_and_runs_nothing(
    #[case] language: &str,
    #[case] dir: &str,
    #[case] title: &str,
    #[case] place: &str,
    #[case] range: &str,
) {
    let world = World::new().await;
    let anna = world.patient("<script>alert(1)</script>&amp;").await;
    world.call("/api/site/language", &format!("language={language}"), Some(&anna.token)).await;
    let page = world.call(&format!("/records/{}/export/document", anna.record), "", Some(&anna.token)).await.body;
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    assert!(page.contains(&format!("<html lang=\"{language}\" dir=\"{dir}\">")), "{}", &page[..200]);
    for text in [title, place, range, "10.4", "&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"] {
        assert!(page.contains(text), "{text} is not in the page");
    }
    for foreign in ["<script", "http://", "https://", " src=", "url(", "record-", "results-"] {
        assert!(!page.contains(foreign), "{foreign} is in the page");
    }
}

/// A person of whom there is everything that no clinic sends: reports (one corrected, one half-way), words
/// between them, and what the care team keeps.
async fn with_a_diary(world: &World) -> Somebody {
    let anna = world.patient("anna").await;
    let nurse = world.carer("Nurse Ines", anna.record).await;
    world.reports(&anna, "of her own").await;
    let call = async |path: &str, token: &str, rest: &str| {
        let form = format!("record={}&{rest}", anna.record);
        let answer = world.call(path, &form, Some(token)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        world.later(60);
    };
    let (sent, corrected) = ("01900000-0000-7000-8000-0000000000a0", "01900000-0000-7000-8000-0000000000a2");
    call("/api/diary/correct", &anna.token, &format!("report={sent}&id={corrected}")).await;
    call("/api/diary/flags", &anna.token, &format!("report={corrected}&flags[]=chest-pain")).await;
    call("/api/diary/send", &anna.token, &format!("report={corrected}")).await;
    let note = "id=01900000-0000-7000-8000-0000000000a4&typed[symptom]=nausea&typed[level]=2&typed[words]=%3Cb%3Eafter+lunch\
                &typed[day]=2026-09-20&typed[time]=12:30";
    call("/api/diary/note", &anna.token, note).await;
    let care = "typed[phase]=in-treatment&typed[days]=2026-10-01&typed[note]=Drink+enough.\
                &typed[holds][0][what]=Capecitabine&typed[holds][0][why]=Blood+counts";
    call("/api/record/save_care", &nurse, &format!("version=0&{care}")).await;
    anna
}

#[rstest]
#[tokio::test]
async fn what_people_told_goes_out_with_their_record_and_never_comes_in_as_the_clinics(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = with_a_diary(&world).await;
    let went = exported(&world, anna.record).await;
    let bundle: Value = serde_json::from_str(&went).unwrap();
    let entries = bundle["entry"].as_array().unwrap();
    let own: Vec<&Value> = entries.iter().filter(|entry| entry["extension"][0]["url"] == "urn:daybook:own").collect();
    let kinds: Vec<&str> = own.iter().map(|entry| entry["resource"]["resourceType"].as_str().unwrap()).collect();
    let answers = ["QuestionnaireResponse", "Observation"];
    assert_eq!(kinds, [&["Questionnaire"][..], &answers, &answers, &answers, &["Observation", "CarePlan"]].concat());
    let urls: std::collections::BTreeSet<_> = entries.iter().map(|entry| entry["fullUrl"].as_str().unwrap()).collect();
    assert_eq!(urls.len(), entries.len());
    let patient = entries.iter().find(|entry| entry["resource"]["resourceType"] == "Patient").unwrap();
    for entry in &own[1..] {
        assert_eq!(entry["resource"]["subject"]["reference"], patient["fullUrl"], "{entry}");
    }
    let status = |at: usize| own[at]["resource"]["status"].as_str().unwrap();
    // A correction stands behind what it corrects: it is of the same time.
    assert_eq!([1, 3, 5].map(status), ["completed", "amended", "in-progress"]);
    let form =
        format!("{}|{}", own[0]["resource"]["url"].as_str().unwrap(), own[0]["resource"]["version"].as_str().unwrap());
    assert_eq!(own[1]["resource"]["questionnaire"], form);
    let flagged = &own[4]["resource"];
    assert_eq!((&flagged["status"], &flagged["derivedFrom"][0]["reference"]), (&json!("amended"), &own[3]["fullUrl"]));
    let ticked = flagged["component"].as_array().unwrap().iter().filter(|one| one["valueBoolean"] == true);
    assert_eq!(ticked.map(|one| one["code"]["text"].as_str().unwrap()).collect::<Vec<_>>(), ["Chest pain"]);
    let note = &own[7]["resource"];
    assert_eq!(
        (&note["code"]["text"], &note["note"][0]["text"]),
        (&json!("Feeling sick (nausea)"), &json!("<b>after lunch"))
    );
    assert_eq!(note["valueCodeableConcept"]["coding"][0]["code"], "2");
    let care = &own[8]["resource"];
    assert_eq!(care["activity"][0]["detail"]["scheduledTiming"]["event"], json!(["2026-10-01"]));
    assert_eq!(care["activity"][1]["detail"]["description"], "Capecitabine");

    // The clinic's own goes in as before; what the person told is nobody's but theirs.
    let before = timeline(&world, anna.record).await;
    assert_eq!(counts(&import_again(&world, &went).await)[..2], [0, 0]);
    let whole = import_from(&world, "clinic", &bundle).await;
    assert_eq!((whole.record, counts(&whole)[4]), (Some(anna.record), 0), "also where all is said to be of one sender");
    assert_eq!(timeline(&world, anna.record).await, before);
    assert_eq!(exported(&world, anna.record).await, went);
    let Some(other) = World::on(database).await else { return };
    let moved = import_again(&other, &went).await.record.unwrap();
    assert_eq!(timeline(&other, moved).await, before);
    assert!(!exported(&other, moved).await.contains("of her own"));
}

#[tokio::test]
async fn the_page_to_keep_has_what_people_told_and_what_their_team_keeps() {
    let world = World::new().await;
    let anna = with_a_diary(&world).await;
    let page = world.call(&format!("/records/{}/export/document", anna.record), "", Some(&anna.token)).await.body;
    for text in [
        "What you told us",
        "words of of her own",
        "Chest pain",
        "This report was not sent.",
        "This corrects an earlier report.",
        "Feeling sick (nausea): medium",
        "&lt;b&gt;after lunch",
        "My treatment",
        "In treatment",
        "1 October 2026",
        "Capecitabine · Why: Blood counts",
        "Drink enough.",
        "Nurse Ines",
    ] {
        assert!(page.contains(text), "{text} is not in the page: {page}");
    }
    assert!(page.ends_with("</html>\n"));
}
