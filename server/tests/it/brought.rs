//! What a device took without a network and brings later: it counts from when it was said, nobody is asked, and
//! however often it comes it has the effect of once.

use http::StatusCode;
use rstest::rstest;
use serde_json::Value;

use crate::world::{Answer, Somebody, World};

const MEDICINE: &str = "01900000-0000-7000-8000-0000000000d0";
const NEEDED: &str = "01900000-0000-7000-8000-0000000000b0";
const REPORT: &str = "01900000-0000-7000-8000-0000000000e0";
const NOTE: &str = "01900000-0000-7000-8000-0000000000e1";
/// Another one, of which the evening's dose is taken early.
const OTHER: &str = "01900000-0000-7000-8000-0000000000d1";
/// The evening's dose of the first day.
const EVENING: &str = "2026-09-21.1200";

fn entry(last: u32) -> String {
    format!("01900000-0000-7000-8000-0000000000f{last}")
}

/// Something that a device entered: when it was said, in minutes before it comes, where, and what.
type Line = (i64, &'static str, String);

fn dose(id: u32, slot: &str, rest: &str) -> String {
    format!("medicine={MEDICINE}&id={}&typed[slot]={slot}&{rest}", entry(id))
}

fn early(id: u32, rest: &str) -> String {
    dose(id, EVENING, rest).replace(MEDICINE, OTHER)
}

/// A day without a network, brought at 23:33: it was gone since 14:13.
fn lines() -> Vec<Line> {
    let needed = |id| format!("medicine={NEEDED}&id={}&typed[what]=taken", entry(id));
    vec![
        (9 * 60, "/api/medicines/note", early(1, "typed[what]=taken")),
        (9 * 60, "/api/medicines/undo", format!("id={}", entry(1))),
        (8 * 60, "/api/medicines/note", early(2, "typed[what]=taken&typed[back]=today")),
        (200, "/api/medicines/note", dose(3, EVENING, "typed[what]=later&typed[minutes]=30")),
        (
            165,
            "/api/medicines/note",
            dose(4, EVENING, "typed[what]=skipped&typed[reason]=unwell&typed[words]=too+tired"),
        ),
        (120, "/api/medicines/note", needed(5)),
        (60, "/api/medicines/note", needed(6)),
        (300, "/api/diary/start", format!("id={REPORT}")),
        (299, "/api/diary/flags", format!("report={REPORT}&then=none")),
        (298, "/api/diary/same", format!("report={REPORT}")),
        (297, "/api/diary/answer", format!("report={REPORT}&screen=which&given[answers][0][]==nausea")),
        (296, "/api/diary/flags", format!("report={REPORT}&flags[]=chest-pain&then=next")),
        (295, "/api/diary/answer", format!("report={REPORT}&screen=which&given[answers][0][]==pain")),
        (294, "/api/diary/answer", format!("report={REPORT}&screen=last&given[answers][2][]=said+in+the+hills")),
        (293, "/api/diary/send", format!("report={REPORT}")),
        (
            100,
            "/api/diary/note",
            format!("id={NOTE}&typed[symptom]=pain&typed[level]=1&typed[day]=2026-09-21&typed[time]=21:50"),
        ),
        (90, "/api/diary/withdraw", format!("id={NOTE}")),
    ]
}

/// Somebody with a network until 14:13, and now it is 23:33.
async fn a_day(world: &World) -> (Somebody, String) {
    let anna = world.patient("anna").await;
    let nurse = world.carer("nurse", anna.record).await;
    world.reports(&anna, "anna").await;
    world.takes(&anna, "anna").await;
    world.prescribes(&anna, "anna").await;
    world.later(9 * 3600 + 1_200);
    let token = world.session(anna.account).await;
    (Somebody { token, ..anna }, world.session_of(&nurse).await)
}

async fn bring(world: &World, anna: &Somebody, (minutes, path, form): &Line, id: Option<u32>) -> Answer {
    let form = format!("record={}&{form}", anna.record);
    let answer = world.brings(path, &form, &anna.token, (minutes * 60, id)).await;
    assert_eq!(answer.status, StatusCode::OK, "{path} {form}: {}", answer.body);
    answer
}

/// Leaves out what is made anew with each page.
fn without_new_ids(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let is_form = fields.contains_key("slot") || fields.contains_key("limits");
            fields.retain(|name, _| name != "new" && name != "correction" && !(is_form && name == "id"));
            fields.values_mut().for_each(without_new_ids);
        }
        Value::Array(values) => values.iter_mut().for_each(without_new_ids),
        _ => {}
    }
}

/// Everything that came of it, for the person and for the team.
async fn all(world: &World, anna: &Somebody, nurse: &str) -> String {
    let mut said = Vec::new();
    for (path, rest) in [
        ("/api/medicines/home", String::new()),
        ("/api/diary/home", String::new()),
        ("/api/diary/report", format!("&report={REPORT}")),
        ("/api/record/today", String::new()),
    ] {
        let answer = world.call(path, &format!("record={}{rest}", anna.record), Some(&anna.token)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        let mut answer = answer.json();
        without_new_ids(&mut answer);
        said.push(answer.to_string());
    }
    let history = format!("/records/{}/medicines/history", anna.record);
    said.push(world.get(&history, Some(&anna.token)).await.blanked());
    let worklist = world.get("/team/worklist", Some(nurse)).await.blanked();
    said.push(worklist.split("<main").nth(1).unwrap().split("worklist-live").next().unwrap().to_owned());
    without_ids(&said.join("\n"))
}

/// Leaves out every id that differs from one day, and one page, to the next.
fn without_ids(text: &str) -> String {
    let mut left = text.to_owned();
    let mut from = 0;
    while let Some(found) = left[from..].find('-') {
        let start = (from + found).saturating_sub(8);
        let id = left.get(start..start + 36).filter(|id| uuid::Uuid::parse_str(id).is_ok());
        if id.is_some_and(|id| !id.starts_with("01900000")) {
            left.replace_range(start..start + 36, "");
            from = start;
        } else {
            from += found + 1;
        }
    }
    left
}

#[rstest]
#[tokio::test]
async fn what_a_device_brings_again_after_all_that_came_later_has_the_effect_of_once(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let (anna, nurse) = a_day(&world).await;
    let lines = lines();
    assert_eq!(lines.len(), 17);
    for (line, id) in lines.iter().zip(0..) {
        bring(&world, &anna, line, Some(id)).await;
    }
    let once = all(&world, &anna, &nurse).await;
    for (line, id) in lines.iter().zip(0..) {
        bring(&world, &anna, line, Some(id)).await;
        assert_eq!(all(&world, &anna, &nurse).await, once, "{line:?}");
    }
    for (line, id) in lines.iter().rev().zip((0..17).rev()) {
        bring(&world, &anna, line, Some(id)).await;
    }
    assert_eq!(all(&world, &anna, &nurse).await, once);
}

#[rstest]
#[tokio::test]
async fn what_a_device_brings_twice_in_a_row_has_the_effect_of_once(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let (anna, nurse) = a_day(&world).await;
    for (line, id) in lines().iter().zip(0..) {
        bring(&world, &anna, line, Some(id)).await;
    }
    let once = all(&world, &anna, &nurse).await;
    let Some(world) = World::on(database).await else { return };
    let (anna, nurse) = a_day(&world).await;
    for line in lines() {
        bring(&world, &anna, &line, None).await;
        // Its age was reckoned anew, a moment later.
        let again = (line.0 - 1, line.1, line.2.clone());
        bring(&world, &anna, &again, None).await;
    }
    assert_eq!(all(&world, &anna, &nurse).await, once);
}

#[rstest]
#[tokio::test]
async fn what_a_device_brings_counts_from_when_it_was_said(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let (anna, nurse) = a_day(&world).await;
    for line in lines() {
        bring(&world, &anna, &line, None).await;
    }
    let page = world.call("/api/medicines/home", &format!("record={}", anna.record), Some(&anna.token)).await.json();
    let state = |medicine: &str| {
        let of = |dose: &&Value| dose["medicine"] == medicine && dose["slot"] == EVENING;
        page["doses"].as_array().unwrap().iter().find(of).unwrap()["state"].to_string()
    };
    assert_eq!(state(OTHER), r#"{"Taken":"15:33"}"#);
    assert_eq!(state(MEDICINE), r#"{"Skipped":"unwell"}"#);
    let needed = page["needed"].as_array().unwrap().iter().find(|line| line["medicine"] == NEEDED).unwrap();
    assert!(needed["last"].as_str().unwrap().contains("22:33"), "{needed}");

    // The team reads when it was said and when it came; what is promised counts from then.
    let worklist = world.get("/team/worklist", Some(&nurse)).await.body;
    let link = worklist.split("href=\"").find(|link| link.starts_with("/team/worklist/") && link.contains("hest"));
    let link = link.unwrap_or_else(|| panic!("{worklist}")).split('"').next().unwrap().to_owned();
    let item = world.get(&link, Some(&nurse)).await.body;
    let fact = |name: &str| item.split(&format!("<dt>{name}</dt>")).nth(1).unwrap().split("</dd>").next().unwrap();
    assert!(fact("Said").contains("18:33"), "{}", fact("Said"));
    assert!(fact("Opened").contains("23:33"), "{}", fact("Opened"));
    assert!(item.contains("said in the hills") || worklist.contains("said in the hills"), "{worklist}");
    let report = world
        .call("/api/diary/report", &format!("record={}&report={REPORT}", anna.record), Some(&anna.token))
        .await
        .json();
    assert!(report["sent"]["at"].as_str().unwrap().contains("23:33"), "{}", report["sent"]);
    let diary = world.call("/api/diary/home", &format!("record={}", anna.record), Some(&anna.token)).await.json();
    assert!(diary["past"][0]["Report"]["at"].as_str().unwrap().contains("18:33"), "{}", diary["past"][0]);
}

#[rstest]
#[tokio::test]
async fn nobody_is_asked_about_what_was_kept_and_the_team_learns_of_a_dose_taken_twice(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let (anna, nurse) = a_day(&world).await;
    let state = async |slot: &str| {
        let form = format!("record={}", anna.record);
        let page = world.call("/api/medicines/home", &form, Some(&anna.token)).await.json();
        let doses = page["doses"].as_array().unwrap();
        let of = |dose: &&Value| dose["slot"] == slot && dose["medicine"] == MEDICINE;
        doses.iter().find(of).unwrap()["state"].to_string()
    };
    // On the phone, with a network: taken.
    let note = |id: u32, rest: &str| format!("record={}&{}", anna.record, dose(id, EVENING, rest));
    let live = world.call("/api/medicines/note", &note(1, "typed[what]=taken"), Some(&anna.token)).await;
    assert_eq!(live.status, StatusCode::OK);
    // On the tablet, without: skipped an hour before, and put off. Taken was taken.
    bring(&world, &anna, &(80, "/api/medicines/note", dose(2, EVENING, "typed[what]=later&typed[minutes]=10")), None)
        .await;
    bring(
        &world,
        &anna,
        &(60, "/api/medicines/note", dose(3, EVENING, "typed[what]=skipped&typed[reason]=other")),
        None,
    )
    .await;
    assert_eq!(state(EVENING).await, r#"{"Taken":"23:33"}"#);
    // And taken, which is then twice. With a network that is asked about first.
    let asks = world.call("/api/medicines/note", &note(4, "typed[what]=taken"), Some(&anna.token)).await;
    assert!(asks.header("location").contains("/ask?"), "{}", asks.header("location"));
    let brought = bring(&world, &anna, &(45, "/api/medicines/note", dose(5, EVENING, "typed[what]=taken")), None).await;
    assert!(!brought.header("location").contains("/ask"), "{}", brought.header("location"));
    assert_eq!(state(EVENING).await, r#""TakenTwice""#);
    let worklist = world.get("/team/worklist", Some(&nurse)).await.body;
    assert!(worklist.contains("Tablets of anna"), "{worklist}");
}

#[tokio::test]
async fn what_a_device_brings_keeps_no_session_open() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let form = format!("record={}&id={REPORT}", anna.record);
    for n in 0..3 {
        world.later(600);
        let answer = world.brings("/api/diary/start", &form, &anna.token, (60, None)).await;
        let expected = if n < 2 { StatusCode::OK } else { StatusCode::UNAUTHORIZED };
        assert_eq!(answer.status, expected, "after {} minutes", (n + 1) * 10);
    }
}

#[tokio::test]
async fn what_was_refused_can_be_brought_again_under_its_id() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let send = format!("record={}&report={REPORT}", anna.record);
    let refused = world.brings("/api/diary/send", &send, &anna.token, (10, Some(1))).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    bring(&world, &anna, &(20, "/api/diary/start", format!("id={REPORT}")), Some(2)).await;
    let refused = world.brings("/api/diary/send", &send, &anna.token, (10, Some(1))).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "it is looked at again");
    // An id is of one person.
    let ben = world.patient("ben").await;
    let form = format!("record={}&id={NOTE}", ben.record);
    let answer = world.brings("/api/diary/start", &form, &ben.token, (20, Some(2))).await;
    assert_eq!((answer.status, answer.header("location").is_empty()), (StatusCode::OK, false));
}
