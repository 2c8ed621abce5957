//! What a device needs to open Daybook without a network, and what it brings afterwards.

use std::collections::BTreeSet;

use domain::devices::name;
use http::StatusCode;
use rstest::rstest;
use serde_json::Value;

use crate::world::{Answer, World, a_site};

/// What the worker says that belongs to it.
fn build(worker: &Answer) -> Value {
    let line = worker.body.lines().next().unwrap();
    serde_json::from_str(line.strip_prefix("const BUILD = ").unwrap().strip_suffix(';').unwrap()).unwrap()
}

async fn worker(world: &World, language: &str) -> Value {
    let answer = world.get(&format!("/sw.js?language={language}"), None).await;
    assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::OK, "no-cache"));
    assert!(answer.header("content-type").starts_with("text/javascript"));
    build(&answer)
}

fn files(build: &Value) -> Vec<String> {
    build["files"].as_array().unwrap().iter().map(|file| file.as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn every_file_of_the_list_is_there_and_is_the_same_for_everyone() {
    let world = World::new().await;
    world.builds();
    let anna = world.patient("anna").await;
    for language in ["en", "fr", "es", "ar"] {
        let files = files(&worker(&world, language).await);
        assert_eq!(files.len(), files.iter().collect::<BTreeSet<_>>().len());
        assert!(files.contains(&format!("/shell/{language}")) && files.contains(&format!("/shell/{language}/ill")));
        for file in files {
            let answer = world.get(&file, Some(&anna.token)).await;
            assert_eq!(answer.status, StatusCode::OK, "{file}");
            assert!(answer.headers.get("set-cookie").is_none(), "{file} sets a cookie");
            assert!(answer.headers.get("daybook-device").is_none(), "{file} is of somebody");
            assert_ne!(answer.header("cache-control"), "no-store", "{file}");
            assert_eq!(answer.body, world.get(&file, None).await.body, "{file} differs by who asks");
            assert!(!answer.body.contains("anna") && !answer.body.contains(&anna.record.to_string()), "{file}");
        }
    }
    let none = world.get("/sw.js?language=tlh", None).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    assert_eq!(worker(&world, "en").await, build(&world.get("/sw.js", None).await), "one from before has no language");
}

#[tokio::test]
async fn another_emergency_number_is_another_version_and_so_is_another_build() {
    let mut world = World::new().await;
    let before = worker(&world, "fr").await;
    assert_eq!(worker(&world, "fr").await, before);
    assert_ne!(worker(&world, "en").await["version"], before["version"]);
    let mut site = a_site();
    site.emergency[0].number = "15".into();
    world.moves_to(site);
    let moved = worker(&world, "fr").await;
    assert_ne!(moved["version"], before["version"]);
    assert_eq!(moved["files"], before["files"]);
    assert!(world.get("/shell/fr/ill", None).await.body.contains("tel:15"));
    world.settle(|settings| settings.assets.wasm = "/pkg/daybook.y.wasm".into());
    assert_ne!(worker(&world, "fr").await["version"], moved["version"]);
}

#[tokio::test]
async fn switched_off_the_worker_keeps_nothing_and_nothing_is_given_to_keep() {
    let mut world = World::new().await;
    let anna = world.patient("anna").await;
    world.settle(|settings| settings.offline = false);
    let build = worker(&world, "fr").await;
    assert_eq!((build["offline"].as_bool(), build["files"].as_array().map(Vec::len)), (Some(false), Some(0)));
    for path in ["/api/devices/key", "/api/devices/kept"] {
        let answer = world.call(path, "salt=00000000000000000000000000000000", Some(&anna.token)).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
    }
    let page = world.get("/account/offline", Some(&anna.token)).await.body;
    assert!(page.contains("Your clinic has turned this off.") && !page.contains("id=\"keep\""), "{page}");
}

#[tokio::test]
async fn the_shell_runs_the_scripts_of_the_build_and_no_other() {
    let world = World::new().await;
    for (language, dir) in [("en", "ltr"), ("ar", "rtl")] {
        let shell = world.get(&format!("/shell/{language}"), None).await;
        assert_eq!(shell.header("cache-control"), "public, max-age=0, must-revalidate");
        let policy = shell.header("content-security-policy");
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'"), "{policy}");
        assert!(!policy.contains("nonce") && !policy.contains("'unsafe"), "{policy}");
        assert!(shell.body.contains(&format!("<html lang=\"{language}\" dir=\"{dir}\" data-shell=\"offline\"")));
        for part in ["data-js=\"/pkg/daybook.x.js\"", "data-wasm=\"/pkg/daybook.x.wasm\"", "<div id=\"app\"></div>"] {
            assert!(shell.body.contains(part), "{part}: {}", shell.body);
        }
        assert!(shell.body.contains(&format!("data-catalogue=\"/catalogue/{language}.")));
        for state in ["nothing", "locked", "sealed", "leaving", "left"] {
            assert!(shell.body.contains(&format!("<section id=\"{state}\"")), "{state}");
        }
        assert!(shell.body.ends_with("</html>"), "{}", shell.body);
        for script in shell.body.split("<script").skip(1) {
            assert!(script.contains(" src=\"/device.js?v=") || script.contains(" src=\"/shell.js?v="), "{script}");
        }
        let ill = world.get(&format!("/shell/{language}/ill"), None).await;
        assert!(ill.header("content-security-policy").contains("script-src 'none'"));
        assert!(ill.body.contains("tel:112") && !ill.body.contains("<script"), "{}", ill.body);
    }
    let now = world.get("/device.js", None).await;
    assert_eq!(now.header("cache-control"), "no-cache");
    assert_eq!(world.get("/shell/tlh", None).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn a_document_tells_its_device_how_the_session_stands(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let ben = world.patient("ben").await;
    let (_, nurse) = world.staff("nurse", domain::access::AccountRole::CareTeam).await;
    let of_anna = name(&world.backend.keys, anna.account);
    let said = async |path: &str, token: Option<&str>| {
        let answer = world.get(path, token).await;
        let door = answer.header("location").to_owned();
        // A private page leads to the door, and that one is a document.
        let answer = if door.is_empty() { answer } else { world.get(&door, token).await };
        answer.header("daybook-device").to_owned()
    };
    let today = format!("/records/{}", anna.record);
    assert_eq!(said(&today, Some(&anna.token)).await, format!("in {of_anna} 1800 86400"));
    assert_eq!(said("/account/devices", Some(&anna.token)).await, format!("in {of_anna} 1800 86400"));
    assert_eq!(said("/ill", Some(&anna.token)).await, format!("in {of_anna} 1800 86400"));
    assert!(!of_anna.contains(&anna.account.to_string()[..8]));
    assert_ne!(said("/ill", Some(&ben.token)).await, format!("in {of_anna} 1800 86400"));
    assert_eq!(said("/ill", Some(&nurse)).await, "staff");
    assert_eq!(said("/sign-in", None).await, "out");
    assert_eq!(said("/sign-in", Some(&"0".repeat(64))).await, "out");
    let call = world.call("/api/account/overview", "", Some(&anna.token)).await;
    assert!(call.headers.get("daybook-device").is_none(), "only documents say it");

    world.later(29 * 60);
    assert_eq!(said(&today, Some(&anna.token)).await, format!("in {of_anna} 1800 {}", 86_400 - 29 * 60));
    world.later(31 * 60);
    assert_eq!(said(&today, Some(&anna.token)).await, format!("locked {of_anna}"));
    world.later(23 * 3600);
    assert_eq!(said(&today, Some(&anna.token)).await, format!("expired {of_anna}"));

    let elsewhere = world.session(anna.account).await;
    let other = world.session(anna.account).await;
    let devices = world.call("/api/account/devices", "", Some(&other)).await.json();
    let session = devices.as_array().unwrap().iter().find(|device| device["current"] == false).unwrap();
    let form = format!("session={}", session["session"].as_str().unwrap());
    assert_eq!(world.call("/api/account/end_session", &form, Some(&other)).await.status, StatusCode::OK);
    assert_eq!(said(&today, Some(&elsewhere)).await, format!("ended {of_anna}"));
    // Who signed out, and whose browser did not hear of it, has not been ended by anyone.
    assert_eq!(world.call("/api/account/sign_out", "", Some(&other)).await.status, StatusCode::OK);
    assert_eq!(said(&today, Some(&other)).await, "out");

    let last = world.session(anna.account).await;
    let mut tx = world.backend.db.write().await.unwrap();
    domain::account::store::disable(&mut tx, anna.account, world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(said(&today, Some(&last)).await, format!("ended {of_anna}"));
    world.later(30 * 60);
    assert_eq!(said("/ill", Some(&nurse)).await, "staff", "of the care team nothing is kept, whatever becomes of it");
    world.backend.db.close().await;
    assert_eq!(said("/ill", Some(&last)).await, "", "nobody knows");
}

#[rstest]
#[tokio::test]
async fn the_key_of_what_a_device_keeps_is_told_to_its_person_alone(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let (anna, ben) = (world.patient("anna").await, world.patient("ben").await);
    let nurse = world.carer("nurse", anna.record).await;
    let key =
        async |salt: &str, token: &str| world.call("/api/devices/key", &format!("salt={salt}"), Some(token)).await;
    let salt = "0123456789abcdef0123456789abcdef";
    let first = key(salt, &anna.token).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.body);
    assert_eq!(first.json().as_str().unwrap().len(), 64);
    let again = world.session(anna.account).await;
    assert_eq!(key(salt, &again).await.body, first.body, "also to the session after it");
    assert_ne!(key(&salt.replace('0', "1"), &anna.token).await.body, first.body);
    assert_ne!(key(salt, &ben.token).await.body, first.body);
    assert_eq!(key(salt, &nurse).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.call("/api/devices/kept", "", Some(&nurse)).await.status, StatusCode::NOT_FOUND);
    for wrong in ["", "xyz", "0011", &"00".repeat(33)] {
        assert_eq!(key(wrong, &anna.token).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let log = world.get(&format!("/records/{}/log", anna.record), Some(&anna.token)).await.body;
    assert_eq!(log.matches("Had a device of their own keep a copy").count(), 2, "once a session: {log}");
}

/// What is answered to a call in the copy, of a day where it is said.
fn kept<'a>(copy: &'a Value, path: &str, day: Option<&str>) -> Vec<&'a Value> {
    let calls = copy["calls"].as_array().unwrap().iter();
    calls.filter(|call| call["path"] == path && day.is_none_or(|day| call["day"] == day)).collect()
}

#[rstest]
#[tokio::test]
async fn the_copy_holds_what_the_pages_would_ask_for(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let ben = world.patient("ben").await;
    world.reports(&anna, "anna").await;
    world.takes(&anna, "anna").await;
    world.prescribes(&anna, "anna").await;
    world.prescribes(&ben, "ben").await;
    let answer = world.call("/api/devices/kept", "", Some(&anna.token)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert!(!answer.body.contains("ben"), "of nobody else");
    let copy = answer.json();
    assert_eq!((copy["made"].as_i64().unwrap(), copy["zone"].as_str()), (world.backend.now().0 / 1_000, Some("UTC")));
    assert_eq!(copy["record"], anna.record.to_string());
    assert_eq!(copy["visit"]["who"]["record"], anna.record.to_string());

    // Each is what the same call answers, but for ids that are made with a form.
    for call in copy["calls"].as_array().unwrap() {
        let fields = call["fields"].as_object().unwrap();
        let form: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", value.as_str().unwrap())).collect();
        let path = call["path"].as_str().unwrap();
        if call["day"].is_null() && fields.get("report").is_none_or(|report| report != "new") {
            let live = world.call(path, &form.join("&"), Some(&anna.token)).await;
            assert_eq!(live.status, StatusCode::OK, "{path} {form:?}: {}", live.body);
            let new = |mut answer: Value| {
                answer["new"].take();
                answer["sent"]["correction"].take();
                // The form of a note has a new id each time.
                if path == "/api/diary/note_form" {
                    answer["id"].take();
                }
                answer
            };
            assert_eq!(new(call["answer"].clone()), new(live.json()), "{path} {form:?}");
        }
    }
    let days: Vec<&str> =
        kept(&copy, "/api/record/today", None).iter().map(|call| call["day"].as_str().unwrap()).collect();
    assert_eq!(days.len(), 14);
    assert_eq!(
        days,
        kept(&copy, "/api/medicines/home", None).iter().map(|c| c["day"].as_str().unwrap()).collect::<Vec<_>>()
    );
    for path in ["/api/diary/home", "/api/results/timeline", "/api/account/overview"] {
        assert_eq!(kept(&copy, path, None).len(), 1, "{path}");
    }
    let reports = kept(&copy, "/api/diary/report", None);
    assert_eq!(reports.len(), 3, "the open one, the one that was sent, and a blank one");
    let blank = reports.iter().find(|call| call["fields"]["report"] == "new").unwrap();
    assert_eq!(blank["answer"]["id"], uuid::Uuid::nil().to_string());
    assert!(blank["answer"]["flags"].is_null() && blank["answer"]["sent"].is_null() && blank["answer"]["own"] == true);
    assert!(!blank["answer"]["instrument"]["items"].as_array().unwrap().is_empty());

    // Tomorrow's Today has every dose of the day, to come, with when it is due.
    let tomorrow = kept(&copy, "/api/record/today", Some(days[1]))[0];
    assert_eq!(tomorrow["answer"]["day"], days[1]);
    let doses = tomorrow["answer"]["medicines"]["day"].as_array().unwrap();
    let coming: Vec<&Value> = doses.iter().filter(|dose| dose["state"] == "Upcoming").collect();
    assert!(!coming.is_empty(), "{doses:?}");
    for dose in coming {
        let (from, until) = (dose["from"].as_i64().unwrap(), dose["until"].as_i64().unwrap());
        assert!(world.backend.now().0 < from && from < until, "{dose}");
    }
    let log = world.get(&format!("/records/{}/log", anna.record), Some(&anna.token)).await.body;
    assert!(log.contains("Looked at results") && log.contains("Looked at the medicines"), "{log}");
}

#[tokio::test]
async fn results_that_were_not_opened_are_not_in_the_copy() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let item = anna.items["CT anna"].clone();
    // Some days after the results.
    world.later(1_778_300_000 - world.backend.now().0 / 1_000_000);
    let token = world.session(anna.account).await;
    let items = async || {
        let copy = world.call("/api/devices/kept", "", Some(&token)).await.json();
        let items = kept(&copy, "/api/results/item", None).into_iter();
        items.map(|call| call["fields"]["item"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(items().await.is_empty(), "all of it is new to her");
    world.call("/api/results/item", &format!("record={}&item={item}", anna.record), Some(&token)).await;
    assert_eq!(items().await, [item]);
    world.later(100 * 86_400);
    let token = world.session(anna.account).await;
    let copy = world.call("/api/devices/kept", "", Some(&token)).await.json();
    assert!(kept(&copy, "/api/results/item", None).is_empty(), "it is too long ago");
}
