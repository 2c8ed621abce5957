//! No one sees what is not theirs: every server function and every route × every caller × own,
//! other's and absent records. The list comes from the program; a missing row fails.

use std::collections::BTreeMap;

use domain::{
    access::{self, AccountRole},
    account::store::find_session,
    audit::store::list_log,
};
use http::StatusCode;
use rstest::rstest;

use crate::world::World;

/// What an endpoint does with a record.
enum Row {
    /// Reads or writes a record: only its owner is answered. The form, with `{record}`, `{item}`.
    Record(&'static str),
    /// Concerns the caller's own account: whoever is signed in is answered.
    Account(&'static str),
    /// For everyone; holds nothing of anybody's.
    Public(&'static str),
}

/// Every server function of the program.
fn functions() -> BTreeMap<&'static str, Row> {
    BTreeMap::from([
        ("/api/account/check_letter", Row::Public("code=ABCDEFGHJKMN&birth_day=1&birth_month=1&birth_year=1970")),
        ("/api/account/devices", Row::Account("")),
        ("/api/account/end_session", Row::Account("session=01900000-0000-7000-8000-000000000000")),
        ("/api/account/enrol", Row::Public("name=x&passphrase=y")),
        ("/api/account/session_left", Row::Account("")),
        ("/api/account/sign_in", Row::Public("name=x&passphrase=y")),
        ("/api/account/sign_out", Row::Public("")),
        ("/api/record/today", Row::Record("record={record}")),
        ("/api/results/blood-counts", Row::Record("record={record}")),
        ("/api/results/item", Row::Record("record={record}&item={item}")),
        ("/api/results/timeline", Row::Record("record={record}")),
        ("/api/results/trend", Row::Record("record={record}&series=hgb")),
        ("/api/site/language", Row::Public("language=fr")),
    ])
}

/// Every private page and file.
const PAGES: [&str; 6] = [
    "/records/{record}",
    "/records/{record}/results",
    "/records/{record}/results/{item}",
    "/records/{record}/results/blood-counts",
    "/records/{record}/results/over-time/hgb",
    "/records/{record}/results/{file}/files/0",
];

#[tokio::test]
async fn the_list_of_server_functions_is_reviewed() {
    World::new().await;
    let mut paths: Vec<String> =
        leptos::server_fn::axum::server_fn_paths().map(|(path, method)| format!("{method} {path}")).collect();
    paths.sort();
    insta::assert_snapshot!("server_functions", paths.join("\n"));
    let known: Vec<String> = functions().keys().map(|path| format!("POST {path}")).collect();
    assert_eq!(paths, known, "each server function needs its row in the access matrix");
}

/// Those who may ask, with the session that they have.
async fn callers(world: &World) -> Vec<(&'static str, Option<String>)> {
    let (_, nurse) = world.staff("nurse", AccountRole::CareTeam).await;
    let (_, admin) = world.staff("admin", AccountRole::Administrator).await;
    let ended = world.patient("ended").await;
    let mut tx = world.backend.db.write().await.unwrap();
    domain::account::store::end_session(&mut tx, &ended.token, world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    let disabled = world.patient("disabled").await;
    let mut tx = world.backend.db.write().await.unwrap();
    domain::account::store::disable(&mut tx, disabled.account, world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    vec![
        ("nobody", None),
        ("made-up token", Some("0".repeat(64))),
        ("ended", Some(ended.token)),
        ("disabled", Some(disabled.token)),
        ("care team", Some(nurse)),
        ("administrator", Some(admin)),
    ]
}

fn fill(pattern: &str, record: &str, item: &str, file: &str) -> String {
    pattern.replace("{record}", record).replace("{item}", item).replace("{file}", file)
}

const ABSENT: &str = "01900000-0000-7000-8000-000000000000";

#[rstest]
#[tokio::test]
async fn a_record_answers_its_owner_and_nobody_else(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let ben = world.patient("ben").await;
    let item = &anna.items["Blood count anna"];
    let file = &anna.items["CT anna"];
    let own = anna.record.to_string();
    let callers = callers(&world).await;
    for (path, row) in functions() {
        let Row::Record(pattern) = row else { continue };
        let asked = fill(pattern, &own, item, file);
        let answer = world.call(path, &asked, Some(&anna.token)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path} for the owner: {}", answer.body);
        let absent = fill(pattern, ABSENT, ABSENT, ABSENT);
        let others = world.call(path, &asked, Some(&ben.token)).await;
        let nothing = world.call(path, &absent, Some(&ben.token)).await;
        assert_eq!(others.status, StatusCode::NOT_FOUND, "{path} for another patient");
        assert_eq!((others.status, &others.body), (nothing.status, &nothing.body), "{path}: other's and absent differ");
        for (who, token) in &callers {
            let answer = world.call(path, &asked, token.as_deref()).await;
            let absent = world.call(path, &absent, token.as_deref()).await;
            assert!(
                matches!(answer.status, StatusCode::UNAUTHORIZED | StatusCode::NOT_FOUND),
                "{path} answered {who}: {}",
                answer.body
            );
            assert_eq!((answer.status, answer.body), (absent.status, absent.body), "{path} tells {who} that it exists");
        }
    }
}

#[rstest]
#[tokio::test]
async fn pages_and_files_answer_their_owner_and_nobody_else(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let ben = world.patient("ben").await;
    let item = &anna.items["Blood count anna"];
    let file = &anna.items["CT anna"];
    let callers = callers(&world).await;
    for pattern in PAGES {
        let path = fill(pattern, &anna.record.to_string(), item, file);
        let absent = fill(pattern, ABSENT, ABSENT, ABSENT);
        let own = world.get(&path, Some(&anna.token)).await;
        assert_eq!(own.status, StatusCode::OK, "{pattern} for the owner");
        let others = world.get(&path, Some(&ben.token)).await;
        let nothing = world.get(&absent, Some(&ben.token)).await;
        assert_eq!(others.status, StatusCode::NOT_FOUND, "{pattern} for another patient");
        assert_eq!(nothing.status, StatusCode::NOT_FOUND);
        // The address is part of the page; apart from it there is no difference.
        let blank = |body: String, path: &str| {
            body.replace(path, "")
                .replace(&anna.record.to_string(), ABSENT)
                .replace(item.as_str(), ABSENT)
                .replace(file.as_str(), ABSENT)
        };
        assert_eq!(
            blank(others.blanked(), &path),
            blank(nothing.blanked(), &absent),
            "{pattern}: other's and absent differ"
        );
        for (who, token) in &callers {
            let answer = world.get(&path, token.as_deref()).await;
            let refused = answer.status == StatusCode::NOT_FOUND
                || (answer.status == StatusCode::SEE_OTHER && answer.header("location").starts_with("/sign-in?next="));
            assert!(refused, "{pattern} answered {who} with {}", answer.status);
            if answer.status == StatusCode::SEE_OTHER {
                assert_eq!(answer.body, "", "{pattern} rendered something for {who}");
            }
        }
    }
}

#[rstest]
#[tokio::test]
async fn what_concerns_an_account_needs_a_session_and_the_rest_holds_nothing(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    for (path, row) in functions() {
        match row {
            Row::Account(form) => {
                let answer = world.call(path, form, None).await;
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path} answered nobody");
            }
            Row::Public(form) => {
                let answer = world.call(path, form, None).await;
                assert!(!answer.body.contains("anna"), "{path}");
            }
            Row::Record(_) => {}
        }
    }
    let others = world.patient("ben").await;
    let mut tx = world.backend.db.read().await.unwrap();
    let session = find_session(&mut tx, &anna.token, world.backend.now()).await.unwrap().unwrap();
    drop(tx);
    let form = format!("session={}", session.caller.session);
    let answer = world.call("/api/account/end_session", &form, Some(&others.token)).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "one can't end another's session");
    assert_eq!(world.call("/api/account/devices", "", Some(&anna.token)).await.status, StatusCode::OK);
}

#[rstest]
#[tokio::test]
async fn every_reading_leaves_one_row_in_five_minutes_and_who_was_refused_leaves_none(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let ben = world.patient("ben").await;
    let form = format!("record={}", anna.record);
    let rows = async || {
        let mut tx = world.backend.db.read().await.unwrap();
        let now = world.backend.now();
        let anna_is = find_session(&mut tx, &anna.token, now).await.unwrap().unwrap().caller;
        let log = access::view::<access::Log>(&mut tx, &anna_is, anna.record, now).await.unwrap();
        let rows = list_log(&mut tx, &log, 1000).await.unwrap();
        rows.iter().filter(|row| row.act == "view" && row.category == "results").count()
    };
    world.later(301);
    let before = rows().await;
    for _ in 0..3 {
        world.call("/api/results/timeline", &form, Some(&anna.token)).await;
        world.call("/api/results/timeline", &form, Some(&ben.token)).await;
    }
    assert_eq!(rows().await, before + 1);
    world.later(301);
    world.call("/api/results/timeline", &form, Some(&anna.token)).await;
    assert_eq!(rows().await, before + 2);
}
