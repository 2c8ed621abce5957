//! No one sees what is not theirs: every server function and every route × every caller × own,
//! other's and absent records. The list comes from the program; a missing row fails.

use std::collections::BTreeMap;

use domain::{
    access::{self, AccountRole},
    account::store::find_session,
    audit::store::{LogCursor, Stretch, list_log},
};
use http::StatusCode;
use rstest::rstest;

use crate::world::World;

/// What an endpoint does with a record.
enum Row {
    /// Reads or writes a record: its owner is answered, and who is of a team that cares for them. The
    /// form, with `{record}`, `{item}`.
    Record(&'static str),
    /// Is for the person alone, of all who may read the record.
    Own(&'static str),
    /// Lists people of the caller's teams: the care team is answered.
    Team(&'static str),
    /// Says something about a record: only its care team is answered. The form, as above.
    Carer(&'static str),
    /// Does something about what waits of a record: only its care team is answered. The form behind the ids.
    Work(&'static str, State),
    /// Concerns the caller's own account: whoever is signed in is answered.
    Account(&'static str),
    /// For everyone; holds nothing of anybody's.
    Public(&'static str),
}

/// How an item must stand for something to be done about it.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Free,
    Taken,
    Decided,
    Closed,
    /// A wish for more of a medicine that nobody has.
    Wish,
}

/// Every server function of the program.
fn functions() -> BTreeMap<&'static str, Row> {
    BTreeMap::from([
        ("/api/account/check_letter", Row::Public("code=ABCDEFGHJKMN&birth_day=1&birth_month=1&birth_year=1970")),
        ("/api/account/confirm", Row::Account("passphrase=y")),
        ("/api/account/devices", Row::Account("")),
        ("/api/account/factor_off", Row::Account("")),
        ("/api/account/overview", Row::Account("")),
        ("/api/account/recovery_codes", Row::Account("")),
        ("/api/account/set_up_factor", Row::Account("key=00&totp=000000")),
        ("/api/account/sign_in_code", Row::Public("totp=000000")),
        ("/api/account/end_session", Row::Account("session=01900000-0000-7000-8000-000000000000")),
        ("/api/account/enrol", Row::Public("name=x&passphrase=y")),
        ("/api/account/session_left", Row::Account("")),
        ("/api/account/change_zone", Row::Account("zone=UTC")),
        ("/api/account/keep_zone", Row::Account("device=UTC")),
        ("/api/account/sign_in", Row::Public("name=x&passphrase=y")),
        ("/api/account/sign_out", Row::Public("")),
        ("/api/audit/log", Row::Own("record={record}")),
        ("/api/devices/key", Row::Account("salt=00000000000000000000000000000000")),
        ("/api/devices/kept", Row::Account("")),
        (
            "/api/diary/answer",
            Row::Own(
                "record={record}&report=01900000-0000-7000-8000-0000000000a1&screen=which&given[answers][0][]==none",
            ),
        ),
        (
            "/api/diary/correct",
            Row::Own(
                "record={record}&report=01900000-0000-7000-8000-0000000000a0&id=01900000-0000-7000-8000-0000000000a2",
            ),
        ),
        ("/api/diary/flags", Row::Own("record={record}&report=01900000-0000-7000-8000-0000000000a1&then=none")),
        ("/api/diary/home", Row::Record("record={record}")),
        (
            "/api/diary/note",
            Row::Own(
                "record={record}&id=01900000-0000-7000-8000-0000000000a4&typed[symptom]=pain&typed[level]=1&typed[day]=2026-09-20&typed[time]=10:00",
            ),
        ),
        ("/api/diary/note_form", Row::Own("record={record}")),
        ("/api/diary/plan", Row::Carer("record={record}&typed[rhythm]=weekly&typed[weekday]=1&typed[opens]=09:00")),
        ("/api/diary/report", Row::Record("record={record}&report=01900000-0000-7000-8000-0000000000a0")),
        ("/api/diary/same", Row::Own("record={record}&report=01900000-0000-7000-8000-0000000000a1")),
        ("/api/diary/send", Row::Own("record={record}&report=01900000-0000-7000-8000-0000000000a1")),
        ("/api/diary/start", Row::Own("record={record}&id=01900000-0000-7000-8000-0000000000a3")),
        ("/api/diary/withdraw", Row::Own("record={record}&id=01900000-0000-7000-8000-0000000000a4")),
        (
            "/api/medicines/count",
            Row::Own(
                "record={record}&medicine=01900000-0000-7000-8000-0000000000d0&id=01900000-0000-7000-8000-0000000000d3\
                 &counts[0][of]=&counts[0][count]=10&lead_days=7",
            ),
        ),
        (
            "/api/medicines/request_refill",
            Row::Own(
                "record={record}&medicine=01900000-0000-7000-8000-0000000000d0&id=01900000-0000-7000-8000-0000000000d4",
            ),
        ),
        (
            "/api/medicines/withdraw_refill",
            Row::Own(
                "record={record}&medicine=01900000-0000-7000-8000-0000000000d1\
                 &refill=01900000-0000-7000-8000-0000000000d2",
            ),
        ),
        (
            "/api/medicines/confirm",
            Row::Own("record={record}&medicine=01900000-0000-7000-8000-0000000000b1&proposed=1"),
        ),
        (
            "/api/medicines/correct",
            Row::Own(
                "record={record}&medicine=01900000-0000-7000-8000-0000000000b0&of=01900000-0000-7000-8000-0000000000c0&id=01900000-0000-7000-8000-0000000000c2&typed[what]=taken",
            ),
        ),
        ("/api/medicines/create", Row::Own("record={record}&id=01900000-0000-7000-8000-0000000000b2&name=Zinc")),
        (
            "/api/medicines/describe",
            Row::Own("record={record}&medicine=01900000-0000-7000-8000-0000000000b0&name=Zinc&purpose=bones"),
        ),
        ("/api/medicines/end", Row::Own("record={record}&medicine=01900000-0000-7000-8000-0000000000b2&why=done")),
        ("/api/medicines/end_feed", Row::Own("record={record}")),
        ("/api/medicines/home", Row::Record("record={record}")),
        ("/api/medicines/make_feed", Row::Own("record={record}&wording=plain")),
        (
            "/api/medicines/moments",
            Row::Own(
                "record={record}&typed[waking]=07:00&typed[breakfast]=08:00&typed[lunch]=12:00&typed[dinner]=18:00&typed[bedtime]=22:00",
            ),
        ),
        (
            "/api/medicines/note",
            Row::Own(
                "record={record}&medicine=01900000-0000-7000-8000-0000000000b0&id=01900000-0000-7000-8000-0000000000c1&typed[what]=taken",
            ),
        ),
        (
            "/api/medicines/order",
            Row::Carer(
                "record={record}&medicine=01900000-0000-7000-8000-0000000000b0&version=1&typed[what]=hold&typed[why]=blood",
            ),
        ),
        ("/api/medicines/pause", Row::Own("record={record}&medicine=01900000-0000-7000-8000-0000000000b0")),
        (
            "/api/medicines/propose",
            Row::Own(
                "record={record}&medicine=01900000-0000-7000-8000-0000000000b1&version=1&typed[rhythm]=needed&typed[count][0]=1&typed[from]=2026-09-21",
            ),
        ),
        ("/api/medicines/resume", Row::Own("record={record}&medicine=01900000-0000-7000-8000-0000000000b0")),
        ("/api/medicines/taken", Row::Public("handle=00&proof=00")),
        ("/api/medicines/tell_ask", Row::Own("record={record}&address=x%40example.org&typed[language]=en")),
        ("/api/medicines/tell_choose", Row::Own("record={record}&typed[language]=fr")),
        ("/api/medicines/tell_end", Row::Own("record={record}")),
        ("/api/medicines/told_answer", Row::Public("secret=00&agree=yes")),
        ("/api/medicines/told_stop", Row::Public("secret=00")),
        ("/api/medicines/undo", Row::Own("record={record}&id=01900000-0000-7000-8000-0000000000c1")),
        ("/api/record/export", Row::Own("record={record}")),
        (
            "/api/record/save_care",
            Row::Carer("record={record}&version=0&typed[phase]=in-treatment&typed[holds][0][what]=tablets"),
        ),
        ("/api/record/today", Row::Record("record={record}")),
        ("/api/reminders/ask", Row::Account("address=x%40example.org")),
        ("/api/reminders/choose", Row::Account("mail[]=results&push[]=results")),
        ("/api/reminders/confirm", Row::Account("code=ABCDEFGHJKMN")),
        ("/api/reminders/forget", Row::Account("device=01900000-0000-7000-8000-000000000000")),
        ("/api/reminders/open", Row::Account("notice=01900000-0000-7000-8000-000000000000")),
        ("/api/reminders/glance", Row::Account("since=0&zone=UTC")),
        ("/api/reminders/read", Row::Account("until=0")),
        ("/api/reminders/remove", Row::Account("")),
        ("/api/reminders/seen", Row::Public("handle=00&proof=00")),
        ("/api/reminders/subscribe", Row::Account("endpoint=https%3A%2F%2Ffcm.googleapis.com%2Fx&key=04&auth=00")),
        ("/api/reminders/test", Row::Account("")),
        ("/api/reminders/test_push", Row::Account("")),
        ("/api/results/blood-counts", Row::Record("record={record}")),
        (
            "/api/results/choose",
            Row::Own(
                "record={record}&typed[laboratory]=at-once&typed[imaging]=after-days&typed[imaging_days]=3\
                 &typed[pathology]=at-once&typed[genetics]=after-comment",
            ),
        ),
        (
            "/api/results/comment",
            Row::Carer("record={record}&item={item}&id=01900000-0000-7000-8000-000000000001&text=hello"),
        ),
        (
            "/api/results/correct_comment",
            Row::Carer(
                "record={record}&item={item}&id=01900000-0000-7000-8000-000000000001&version=0&text=other+words",
            ),
        ),
        ("/api/results/item", Row::Record("record={record}&item={item}")),
        ("/api/results/open_now", Row::Own("record={record}&item={item}")),
        ("/api/results/release", Row::Carer("record={record}&item={item}")),
        ("/api/results/timeline", Row::Record("record={record}")),
        ("/api/results/trend", Row::Record("record={record}&series=hgb")),
        (
            "/api/results/withdraw_comment",
            Row::Carer("record={record}&item={item}&id=01900000-0000-7000-8000-000000000001&version=1"),
        ),
        ("/api/site/language", Row::Public("language=fr")),
        ("/api/worklist/close", Row::Work("", State::Decided)),
        ("/api/worklist/decide", Row::Work("&decision=called", State::Taken)),
        ("/api/worklist/find", Row::Team("q=anna")),
        ("/api/worklist/give_back", Row::Work("", State::Taken)),
        ("/api/worklist/hand_over", Row::Work("&to={me}", State::Free)),
        ("/api/worklist/mute", Row::Work("&symptom=pain&days=7", State::Free)),
        ("/api/worklist/note", Row::Work("&text=hello", State::Free)),
        ("/api/worklist/people", Row::Team("")),
        ("/api/worklist/refill", Row::Work("&step=sent", State::Wish)),
        ("/api/worklist/reopen", Row::Work("", State::Closed)),
        ("/api/worklist/take", Row::Work("", State::Free)),
    ])
}

/// What answers a member of staff who has no second factor yet, so that they can set one up.
const SETTING_UP: [&str; 2] = ["/api/account/confirm", "/api/account/set_up_factor"];

/// Every private page and file.
const PAGES: [&str; 15] = [
    "/records/{record}",
    "/records/{record}/diary",
    "/records/{record}/diary/over-time",
    "/records/{record}/diary/reports/01900000-0000-7000-8000-0000000000a0",
    "/records/{record}/care",
    "/records/{record}/medicines",
    "/records/{record}/medicines/01900000-0000-7000-8000-0000000000b0",
    "/records/{record}/medicines/01900000-0000-7000-8000-0000000000d0/supply",
    "/records/{record}/medicines/history",
    "/records/{record}/medicines/history/2026-09-21",
    "/records/{record}/results",
    "/records/{record}/results/{item}",
    "/records/{record}/results/blood-counts",
    "/records/{record}/results/over-time/hgb",
    "/records/{record}/results/{file}/files/0",
];

/// Every page that is for the person alone.
const OWN_PAGES: [&str; 9] = [
    "/records/{record}/log",
    "/records/{record}/diary/note",
    "/records/{record}/export",
    "/records/{record}/medicines/new",
    "/records/{record}/medicines/moments",
    "/records/{record}/medicines/01900000-0000-7000-8000-0000000000b0/plan",
    "/records/{record}/medicines/01900000-0000-7000-8000-0000000000b1/review",
    "/records/{record}/medicines/01900000-0000-7000-8000-0000000000b0/correct?entry=01900000-0000-7000-8000-0000000000c0",
    "/records/{record}/results/readiness",
];

/// Every page of the care team.
const TEAM_PAGES: [&str; 2] = ["/team", "/team/worklist"];

/// The team that cares for the record that is asked for.
const TEAM: &str = "Day clinic";

/// What a form of a page saves as a file.
const DOWNLOADS: [&str; 2] = ["/records/{record}/export/fhir", "/records/{record}/export/document"];

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

/// Those who may ask and are not answered, with the session that they have.
async fn callers(world: &World) -> Vec<(&'static str, Option<String>)> {
    let (_, nurse) = world.staff("nurse", AccountRole::CareTeam).await;
    let (_, admin) = world.staff("admin", AccountRole::Administrator).await;
    let (_, new_nurse) = world.staff_without_factor("new nurse", AccountRole::CareTeam).await;
    let (_, new_admin) = world.staff_without_factor("new admin", AccountRole::Administrator).await;
    let ended = world.patient("ended").await;
    let mut tx = world.backend.db.write().await.unwrap();
    domain::account::store::end_session(&mut tx, &ended.token, world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    let disabled = world.patient("disabled").await;
    let mut tx = world.backend.db.write().await.unwrap();
    domain::account::store::disable(&mut tx, disabled.account, world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    let (_, other_team) = world.nurse("other team", "Night clinic").await;
    let (_, weak) = world.member("no second factor", TEAM).await;
    let (gone, former) = world.nurse("disabled nurse", TEAM).await;
    let mut tx = world.backend.db.write().await.unwrap();
    domain::account::store::disable(&mut tx, gone, world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    vec![
        ("other team's member", Some(other_team)),
        ("member without a second factor", Some(weak)),
        ("disabled member", Some(former)),
        ("nobody", None),
        ("made-up token", Some("0".repeat(64))),
        ("ended", Some(ended.token)),
        ("disabled", Some(disabled.token)),
        ("care team", Some(nurse)),
        ("administrator", Some(admin)),
        ("care team without second factor", Some(new_nurse)),
        ("administrator without second factor", Some(new_admin)),
    ]
}

/// A member of the team that cares for a person, and one of a team that did until a moment ago.
async fn team_members(world: &World, person: &crate::world::Somebody) -> (String, String) {
    world.assign(person.record, TEAM).await;
    let (_, member) = world.nurse("member", TEAM).await;
    world.assign(person.record, "Old clinic").await;
    let (_, former) = world.nurse("former", "Old clinic").await;
    let timeline = world.call("/api/results/timeline", &format!("record={}", person.record), Some(&former)).await;
    assert_eq!(timeline.status, StatusCode::OK, "it could be read before");
    world.release(person.record, "Old clinic").await;
    (member, former)
}

fn fill(pattern: &str, record: &str, item: &str, file: &str) -> String {
    pattern.replace("{record}", record).replace("{item}", item).replace("{file}", file)
}

const ABSENT: &str = "01900000-0000-7000-8000-000000000000";

#[rstest]
#[tokio::test]
async fn a_record_answers_its_owner_their_team_and_nobody_else(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let ben = world.patient("ben").await;
    let item = &anna.items["Blood count anna"];
    let file = &anna.items["CT anna"];
    let own = anna.record.to_string();
    let (member, former) = team_members(&world, &anna).await;
    world.reports(&anna, "anna").await;
    world.takes(&anna, "anna").await;
    world.prescribes(&anna, "anna").await;
    let mut callers = callers(&world).await;
    callers.push(("released from the record", Some(former)));
    for (path, row) in functions() {
        let (pattern, for_team) = match row {
            Row::Record(pattern) => (pattern, true),
            Row::Own(pattern) => (pattern, false),
            _ => continue,
        };
        let asked = fill(pattern, &own, item, file);
        let answer = world.call(path, &asked, Some(&anna.token)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path} for the owner: {}", answer.body);
        let expected = if for_team { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(world.call(path, &asked, Some(&member)).await.status, expected, "{path} for a member of the team");
        let absent = fill(pattern, ABSENT, ABSENT, ABSENT);
        let others = world.call(path, &asked, Some(&ben.token)).await;
        let nothing = world.call(path, &absent, Some(&ben.token)).await;
        assert_eq!(others.status, StatusCode::NOT_FOUND, "{path} for another patient");
        assert_eq!((others.status, &others.body), (nothing.status, &nothing.body), "{path}: other's and absent differ");
        for (who, token) in &callers {
            let answer = world.call(path, &asked, token.as_deref()).await;
            let absent = world.call(path, &absent, token.as_deref()).await;
            assert!(
                matches!(answer.status, StatusCode::UNAUTHORIZED | StatusCode::NOT_FOUND | StatusCode::FORBIDDEN),
                "{path} answered {who}: {}",
                answer.body
            );
            assert_eq!((answer.status, answer.body), (absent.status, absent.body), "{path} tells {who} that it exists");
        }
    }
}

#[rstest]
#[tokio::test]
async fn what_the_care_team_does_with_a_record_is_for_the_teams_of_that_record(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let ben = world.patient("ben").await;
    world.takes(&anna, "anna").await;
    let carer = world.carer("carer", anna.record).await;
    let other = world.carer("other", ben.record).await;
    let item = &anna.items["Blood count anna"];
    let own = anna.record.to_string();
    let mut callers = callers(&world).await;
    callers.extend([("the person", Some(anna.token)), ("another", Some(ben.token)), ("another team", Some(other))]);
    for (path, row) in functions() {
        let Row::Carer(pattern) = row else { continue };
        let (asked, absent) = (fill(pattern, &own, item, ""), fill(pattern, ABSENT, ABSENT, ABSENT));
        let answer = world.call(path, &asked, Some(&carer)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path} for the team: {}", answer.body);
        assert_eq!(world.call(path, &absent, Some(&carer)).await.status, StatusCode::NOT_FOUND, "{path}");
        for (who, token) in &callers {
            let answer = world.call(path, &asked, token.as_deref()).await;
            let absent = world.call(path, &absent, token.as_deref()).await;
            assert!(
                matches!(answer.status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND),
                "{path} answered {who}: {}",
                answer.body
            );
            assert_eq!((answer.status, answer.body), (absent.status, absent.body), "{path} tells {who} that it exists");
        }
    }
    for page in ["/team/comments", "/team/comments/{record}/{item}"] {
        let page = fill(page, &own, item, "");
        assert_eq!(world.get(&page, Some(&carer)).await.status, StatusCode::OK, "{page} for the team");
        for (who, token) in &callers {
            let answer = world.get(&page, token.as_deref()).await;
            // Each of the care team has a list of their own.
            let list_of_their_own = page == "/team/comments" && who.contains("team") && !who.contains("without");
            let refused = matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::SEE_OTHER) || list_of_their_own;
            assert!(refused, "{page} answered {who} with {}", answer.status);
            assert!(!answer.body.contains("Blood count anna"), "{page} shows {who} what is Anna's");
        }
    }
}

#[rstest]
#[tokio::test]
async fn what_is_done_about_what_waits_is_for_the_teams_of_that_record(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let ben = world.patient("ben").await;
    world.assign(anna.record, TEAM).await;
    world.assign(ben.record, "Night clinic").await;
    let (me, carer) = world.nurse("carer", TEAM).await;
    let (_, other) = world.nurse("other", "Night clinic").await;
    let mut callers = callers(&world).await;
    callers.extend([("the person", Some(anna.token.clone())), ("another team", Some(other.clone()))]);
    let form = |record: &str, item: &str, id: u32, rest: &str| {
        format!(
            "record={record}&item={item}&id=01900000-0000-7000-8000-{id:012}{}",
            rest.replace("{me}", &me.to_string())
        )
    };
    let own = anna.record.to_string();
    let mut deeds = 0;
    let mut last = String::new();
    for (path, row) in functions() {
        let Row::Work(rest, state) = row else { continue };
        let item = match state {
            State::Wish => world.wishes(&anna).await,
            _ => world.waits(anna.record).await,
        };
        let item = item.to_string();
        let before = match state {
            State::Free | State::Wish => vec![],
            State::Taken => vec![("take", "")],
            State::Decided => vec![("take", ""), ("decide", "&decision=called")],
            State::Closed => vec![("take", ""), ("decide", "&decision=called"), ("close", "")],
        };
        for (done, rest) in before {
            deeds += 1;
            let done =
                world.call(&format!("/api/worklist/{done}"), &form(&own, &item, deeds, rest), Some(&carer)).await;
            assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        }
        deeds += 1;
        let (asked, absent) = (form(&own, &item, deeds, rest), form(&own, ABSENT, deeds, rest));
        for (who, token) in &callers {
            let answer = world.call(path, &asked, token.as_deref()).await;
            let absent = world.call(path, &absent, token.as_deref()).await;
            assert!(
                matches!(answer.status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND),
                "{path} answered {who}: {}",
                answer.body
            );
            assert_eq!((answer.status, answer.body), (absent.status, absent.body), "{path} tells {who} that it exists");
        }
        // By a record that is theirs.
        let of_ben = world.call(path, &form(&ben.record.to_string(), &item, deeds, rest), Some(&other)).await;
        assert_eq!(of_ben.status, StatusCode::NOT_FOUND, "{path}");
        let answer = world.call(path, &asked, Some(&carer)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path} for the team: {}", answer.body);
        last = item;
    }
    let page = format!("/team/worklist/{own}/{last}");
    let shown = world.get(&page, Some(&carer)).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(shown.body.contains("class=\"whose\"") && shown.body.contains("Person anna"));
    for (who, token) in &callers {
        let answer = world.get(&page, token.as_deref()).await;
        assert!(matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::SEE_OTHER), "{page} answered {who}");
        assert!(!answer.body.contains("Person anna") && !answer.body.contains("Pain"), "{page} shows {who} Anna's");
        let list = world.get("/team/worklist", token.as_deref()).await;
        assert!(!list.body.contains("Person anna"), "the worklist shows {who} Anna's");
    }
    let elsewhere = world.get(&format!("/team/worklist/{}/{last}", ben.record), Some(&other)).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get(&format!("/team/worklist/{own}/{ABSENT}"), Some(&carer)).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn pages_and_files_answer_their_owner_their_team_and_nobody_else(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let ben = world.patient("ben").await;
    let item = &anna.items["Blood count anna"];
    let file = &anna.items["CT anna"];
    let (member, former) = team_members(&world, &anna).await;
    let mut callers = callers(&world).await;
    callers.push(("released from the record", Some(former)));
    world.reports(&anna, "anna").await;
    world.takes(&anna, "anna").await;
    world.prescribes(&anna, "anna").await;
    for pattern in PAGES.into_iter().chain(OWN_PAGES) {
        let path = fill(pattern, &anna.record.to_string(), item, file);
        let absent = fill(pattern, ABSENT, ABSENT, ABSENT);
        let own = world.get(&path, Some(&anna.token)).await;
        assert_eq!(own.status, StatusCode::OK, "{pattern} for the owner");
        let expected = if OWN_PAGES.contains(&pattern) { StatusCode::NOT_FOUND } else { StatusCode::OK };
        assert_eq!(world.get(&path, Some(&member)).await.status, expected, "{pattern} for a member of the team");
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
            let to = answer.header("location");
            let led_away = to.starts_with("/sign-in?next=") || to == "/account/second-factor";
            let refused =
                answer.status == StatusCode::NOT_FOUND || (answer.status == StatusCode::SEE_OTHER && led_away);
            assert!(refused, "{pattern} answered {who} with {}", answer.status);
            if answer.status == StatusCode::SEE_OTHER {
                assert_eq!(answer.body, "", "{pattern} rendered something for {who}");
            }
        }
    }
}

#[rstest]
#[tokio::test]
async fn downloads_answer_their_owner_and_nobody_else(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let ben = world.patient("ben").await;
    let mut callers = callers(&world).await;
    callers.push(("another patient", Some(ben.token)));
    for pattern in DOWNLOADS {
        let path = fill(pattern, &anna.record.to_string(), "", "");
        let absent = fill(pattern, ABSENT, "", "");
        let own = world.call(&path, "", Some(&anna.token)).await;
        assert_eq!(own.status, StatusCode::OK, "{pattern} for the owner");
        for (who, token) in &callers {
            let answer = world.call(&path, "", token.as_deref()).await;
            let nothing = world.call(&absent, "", token.as_deref()).await;
            assert!(
                matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::SEE_OTHER),
                "{pattern} answered {who} with {}",
                answer.status
            );
            assert_eq!((answer.status, answer.body.as_str()), (nothing.status, ""), "{pattern} tells {who} something");
            let to = answer.header("location").replace(&anna.record.to_string(), ABSENT);
            assert_eq!(to, nothing.header("location"), "{pattern} tells {who} that it exists");
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
    let (_, new_nurse) = world.staff_without_factor("nurse", AccountRole::CareTeam).await;
    for (path, row) in functions() {
        match row {
            Row::Account(form) => {
                let answer = world.call(path, form, None).await;
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path} answered nobody");
                let answer = world.call(path, form, Some(&new_nurse)).await;
                if SETTING_UP.contains(&path) {
                    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", answer.body);
                } else {
                    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} answered without a second factor");
                }
            }
            Row::Public(form) => {
                let answer = world.call(path, form, None).await;
                assert!(!answer.body.contains("anna"), "{path}");
            }
            Row::Record(_) | Row::Own(_) | Row::Team(_) | Row::Carer(_) | Row::Work(..) => {}
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
        let all = Stretch { by_others: false, before: LogCursor::NEWEST, most: 1000 };
        let rows = list_log(&mut tx, &log, all).await.unwrap();
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

#[rstest]
#[tokio::test]
async fn the_care_teams_pages_answer_members_with_a_second_factor_and_nobody_else(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let (_, member) = world.nurse("member", TEAM).await;
    let (_, weak) = world.member("weak", TEAM).await;
    let (_, admin) = world.staff("admin", AccountRole::Administrator).await;
    for (path, row) in functions() {
        let Row::Team(form) = row else { continue };
        // A form without JavaScript is answered with an address, a call with nothing or a model.
        assert!(world.call(path, form, Some(&member)).await.status.as_u16() < 400, "{path} for a member");
        for (who, token, status) in [
            ("a patient", Some(&anna.token), StatusCode::NOT_FOUND),
            ("an administrator", Some(&admin), StatusCode::NOT_FOUND),
            ("a member without a second factor", Some(&weak), StatusCode::FORBIDDEN),
            ("nobody", None, StatusCode::UNAUTHORIZED),
        ] {
            let answer = world.call(path, form, token.map(String::as_str)).await;
            assert_eq!(answer.status, status, "{path} for {who}: {}", answer.body);
        }
    }
    for page in TEAM_PAGES {
        assert_eq!(world.get(page, Some(&member)).await.status, StatusCode::OK);
        assert_eq!(world.get(page, Some(&anna.token)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.get(page, Some(&admin)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.get(page, Some(&weak)).await.header("location"), "/account/second-factor");
        assert_eq!(world.get(page, None).await.body, "");
    }
}
