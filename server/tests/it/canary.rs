//! Words that stand in every field of one person are never found in another's answers, nor in
//! what a signed-out person gets, nor in the log, nor in an address that Daybook makes.

use std::{
    io::Write,
    sync::{Mutex, PoisonError},
};

use http::StatusCode;
use rstest::rstest;

use crate::world::{World, a_record};

/// Everything that the tests of this program log.
static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Heard;

impl Write for Heard {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[rstest]
#[tokio::test]
async fn nothing_of_one_person_is_found_in_anothers_pages(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("canaryanna").await;
    let ben = world.patient("canaryben").await;
    let carer = world.carer("carer", anna.record).await;
    let others = world.carer("others", ben.record).await;
    let scan = &anna.items["CT canaryanna"];
    let said =
        format!("record={}&item={scan}&id=01900000-0000-7000-8000-000000000001&text=said+canaryanna", anna.record);
    assert_eq!(world.call("/api/results/comment", &said, Some(&carer)).await.status, http::StatusCode::OK);
    let care = format!(
        "record={}&version=0&typed[phase]=planned&typed[note]=care+canaryanna&typed[holds][0][what]=pause+canaryanna",
        anna.record
    );
    assert_eq!(world.call("/api/record/save_care", &care, Some(&carer)).await.status, http::StatusCode::OK);
    world.reports(&anna, "canaryanna").await;
    world.takes(&anna, "canaryanna").await;
    world.prescribes(&anna, "canaryanna").await;
    let waits = world.waits_with_words(anna.record, "words of canaryanna").await;
    let mut pages = vec![
        "/account".to_owned(),
        "/account/devices".to_owned(),
        "/account/told".to_owned(),
        "/account/zone".to_owned(),
        "/team/comments".to_owned(),
    ];
    pages.extend(["/team/worklist".to_owned(), "/team/worklist?show=free".to_owned()]);
    pages.extend([&anna, &ben].map(|person| format!("/team/worklist/{}/{waits}", person.record)));
    for person in [&anna, &ben] {
        pages.push(format!("/records/{}", person.record));
        pages.push(format!("/records/{}/log", person.record));
        pages.push(format!("/records/{}/care", person.record));
        pages.push(format!("/records/{}/medicines/01900000-0000-7000-8000-0000000000d1/supply", person.record));
        pages.push(format!("/records/{}/medicines/history", person.record));
        pages.push(format!("/records/{}/medicines/history/2026-09-20", person.record));
        pages.push(format!("/records/{}/diary", person.record));
        pages.push(format!("/records/{}/diary/over-time", person.record));
        pages.push(format!("/records/{}/medicines", person.record));
        for page in ["b0", "b0/plan", "b1/review", "b0/correct?entry=01900000-0000-7000-8000-0000000000c0"] {
            pages.push(format!("/records/{}/medicines/01900000-0000-7000-8000-0000000000{page}", person.record));
        }
        pages.push(format!("/records/{}/diary/reports/01900000-0000-7000-8000-0000000000a0", person.record));
        pages.push(format!("/records/{}/results?q=canary", person.record));
        pages.push(format!("/records/{}/results/over-time/hgb", person.record));
        pages.push(format!("/records/{}/results/readiness", person.record));
        pages.extend(person.items.values().map(|item| format!("/team/comments/{}/{item}", person.record)));
        pages.push(format!("/records/{}/results/blood-counts", person.record));
        pages.extend(person.items.values().map(|item| format!("/records/{}/results/{item}", person.record)));
    }
    for page in &pages {
        for (who, token) in [("Ben", &ben.token), ("Ben's team", &others)] {
            let seen = world.get(page, Some(token)).await;
            assert!(!seen.body.to_lowercase().contains("canaryanna"), "{page} shows {who} what is Anna's");
        }
        let signed_out = world.get(page, None).await;
        assert_eq!(signed_out.body, "", "{page} shows something to nobody");
    }
    // The words are there to be found: their owner sees them.
    let own = world.get(&format!("/records/{}/results", anna.record), Some(&anna.token)).await;
    assert!(own.body.contains("canaryanna"));
    let taken = world.get(&format!("/records/{}/medicines", anna.record), Some(&anna.token)).await;
    assert!(taken.body.contains("Tablets of canaryanna") && taken.body.contains("purpose of canaryanna"));
    let kept = world.get(&format!("/records/{}/care", anna.record), Some(&anna.token)).await;
    assert!(kept.body.contains("care canaryanna") && kept.body.contains("pause canaryanna"));
    let commented = world.get(&format!("/records/{}/results/{scan}", anna.record), Some(&anna.token)).await;
    assert!(commented.body.contains("said canaryanna"));
}

#[rstest]
#[tokio::test]
async fn nothing_of_a_person_is_found_in_the_log_or_in_an_address_that_daybook_makes(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    server::log::begin_to(|| Heard);
    let anna = world.patient("logcanary").await;
    let token = Some(anna.token.as_str());
    let mut answers = Vec::new();
    let record = anna.record;
    let mut pages = vec![
        format!("/records/{record}"),
        format!("/records/{record}/results?q=logcanary"),
        format!("/records/{record}/results?kind=logcanary"),
        format!("/records/{record}/results/logcanary"),
        format!("/records/{record}/results/over-time/logcanary"),
        "/logcanary".to_owned(),
        "/calendar/logcanary.ics".to_owned(),
    ];
    pages.extend(anna.items.values().map(|item| format!("/records/{record}/results/{item}/files/0")));
    for page in &pages {
        answers.push(world.get(page, token).await);
    }
    for (path, _) in leptos::server_fn::axum::server_fn_paths() {
        let form = format!(
            "record={record}&item=logcanary&series=logcanary&name=logcanary&passphrase=logcanary&code=logcanary"
        );
        answers.push(world.call(path, &form, None).await);
        answers.push(world.form(path, &form, "/sign-in", "").await);
        if !path.ends_with("/sign_out") {
            answers.push(world.form(path, &form, "/account", &format!("__Host-session={}", anna.token)).await);
        }
    }
    // An import that is refused for what stands in it, and a database that is gone.
    let mut broken = a_record("logcanary");
    broken["entry"][1]["resource"]["valueQuantity"] = "logcanary".into();
    world.import(&broken).await;
    world.import_text("{\"resourceType\": \"logcanary\"").await;
    world.backend.db.close().await;
    let gone = world.get(&pages[1], token).await;
    assert_eq!(gone.status, StatusCode::SERVICE_UNAVAILABLE);
    // Where a change of language leads back to is the address that was asked for.
    let rest = gone.body.replace(pages[1].as_str(), "");
    assert!(!rest.contains("logcanary"), "{rest}");
    for answer in &answers {
        let location = answer.header("location");
        assert!(!location.contains("logcanary"), "{location}");
    }
    let log = String::from_utf8_lossy(&LOG.lock().unwrap_or_else(PoisonError::into_inner)).into_owned();
    assert!(log.contains("\"route\":\"/records/{record}/results\"") && log.contains("session.unreadable"), "{log}");
    for line in log.lines() {
        assert!(!line.contains("logcanary"), "{line}");
    }
}

#[rstest]
#[tokio::test]
async fn a_nurse_never_sees_anything_of_another_teams_people(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("canaryanna").await;
    let ben = world.patient("canaryben").await;
    world.assign(anna.record, "Day clinic").await;
    world.assign(ben.record, "Night clinic").await;
    let (_, nurse) = world.nurse("nurse", "Day clinic").await;
    let cookies = format!("__Host-session={nurse}");
    let (his, hers) = (world.waits_with_words(ben.record, "canaryben").await, world.waits(anna.record).await);
    let mut pages = vec!["/team".to_owned(), format!("/team?after={}", ben.record)];
    pages.extend(["/team/worklist".to_owned(), format!("/team/worklist?after={his}")]);
    pages.extend([&anna, &ben].map(|person| format!("/team/worklist/{}/{his}", person.record)));
    pages.push(format!("/team/worklist/{}/{hers}", anna.record));
    // By name, number and date of birth, which both have.
    for form in ["q=canary", "q=canaryben", "q=person", "birth_day=27&birth_month=3&birth_year=1961"] {
        let found = world.form("/api/worklist/find", form, "/team", &cookies).await;
        let address = found.header("location").to_owned();
        assert!(address.starts_with("/team?find=") && !address.contains("canary"), "{address}");
        pages.push(format!("{address}&after={}", ben.record));
        pages.push(address);
    }
    for person in [&anna, &ben] {
        pages.push(format!("/records/{}", person.record));
        pages.push(format!("/records/{}/log", person.record));
        pages.push(format!("/records/{}/results?q=canary", person.record));
        pages.push(format!("/records/{}/results/over-time/hgb", person.record));
        pages.extend(person.items.values().map(|item| format!("/records/{}/results/{item}", person.record)));
        pages.extend(person.items.values().map(|item| format!("/records/{}/results/{item}", anna.record)));
    }
    let mut of_anna = 0;
    for page in &pages {
        let seen = world.get(page, Some(&nurse)).await;
        // What the nurse typed stands in the search again; nothing else does.
        let body = seen.body.to_lowercase().replace("value=\"canaryben\"", "");
        assert!(!body.contains("canaryben"), "{page} shows what another team cares for");
        of_anna += usize::from(body.contains("canaryanna"));
    }
    assert!(of_anna > 8, "what is there to be found is found: {of_anna}");
    for form in ["", "find=x", &format!("after={}", ben.record)] {
        let answer = world.call("/api/worklist/people", form, Some(&nurse)).await;
        assert_eq!(answer.json()["people"].as_array().unwrap().len(), 1, "{}", answer.body);
        assert!(!answer.body.contains("canaryben"));
    }
}
