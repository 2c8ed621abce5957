//! What people note in the diary, among the lines of their timeline.

use rstest::rstest;
use serde_json::{Value, json};

use crate::world::{Somebody, World, a_record};

fn a_value(mark: &str, day: usize) -> Value {
    json!({ "resource": {
        "resourceType": "Observation", "id": format!("{mark}-{day}"), "status": "final",
        "code": { "text": format!("Value of day {day:02}") }, "subject": { "reference": format!("Patient/{mark}") },
        "effectiveDateTime": format!("2026-09-{day:02}T08:00:00Z"), "valueString": "seen"
    } })
}

/// Twenty values and forty notes, which alternate; and a symptom check.
async fn a_month(world: &World, mark: &str) -> Somebody {
    let mut file = a_record(mark);
    file["entry"].as_array_mut().unwrap().extend((1..=20).map(|day| a_value(mark, day)));
    assert_eq!(world.import(&file).await.refused().next(), None);
    let person = world.patient(mark).await;
    for n in 0..40 {
        let (day, hour) = (1 + n / 2, if n % 2 == 0 { "03" } else { "17" });
        let form = format!(
            "record={}&id=01900000-0000-7000-8000-0000000{n:05}&typed[symptom]=pain&typed[level]=1&typed[day]=2026-09-{day:02}\
             &typed[time]={hour}:30&typed[words]=note+{n:02}",
            person.record
        );
        let answer = world.call("/api/diary/note", &form, Some(&person.token)).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    world.reports(&person, mark).await;
    person
}

async fn page(world: &World, person: &Somebody, asked: &str) -> Value {
    world.call("/api/results/timeline", &format!("record={}{asked}", person.record), Some(&person.token)).await.json()
}

fn said(page: &Value) -> Vec<String> {
    let text = |one: &Value| {
        let conclusion = one["conclusion"].as_str().filter(|_| one["kind"] == "symptoms");
        let title = one["title"].as_str().or(one["names"][0]["title"].as_str());
        conclusion.or(title).unwrap_or_default().to_owned()
    };
    page["entries"].as_array().unwrap().iter().map(text).collect()
}

#[rstest]
#[tokio::test]
async fn notes_and_results_lie_in_one_line_of_time_over_all_pages(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = a_month(&world, "anna").await;
    let mut all = Vec::new();
    let mut older = String::new();
    loop {
        let page = page(&world, &anna, &older).await;
        let lines = said(&page);
        assert!(lines.len() <= 30, "a page stays a page");
        all.extend(lines);
        match page["older"].as_str() {
            Some(before) => older = format!("&asked[before]={before}"),
            None => break,
        }
    }
    // The record has a life of its own around it.
    all.retain(|line| line.starts_with("note ") || line.starts_with("Value of day "));
    let expected: Vec<String> = (0..20)
        .rev()
        .flat_map(|day| {
            [format!("note {:02}", day * 2 + 1), format!("Value of day {:02}", day + 1), format!("note {:02}", day * 2)]
        })
        .collect();
    assert_eq!(all, expected, "each once, in the order of time");
}

#[tokio::test]
async fn symptoms_are_a_kind_to_choose_and_words_to_find() {
    let world = World::new().await;
    let anna = a_month(&world, "anna").await;
    let first = page(&world, &anna, "").await;
    assert!(first["kinds"].as_array().unwrap().contains(&json!("symptoms")));
    let only = page(&world, &anna, "&asked[kinds][]=symptoms").await;
    assert!(only["entries"].as_array().unwrap().iter().all(|one| one["kind"] == "symptoms"));
    let check = &only["entries"][0];
    assert_eq!(check["diary"], "/reports/01900000-0000-7000-8000-0000000000a0", "it is read in the diary");
    let without = page(&world, &anna, "&asked[kinds][]=laboratory").await;
    assert!(without["entries"].as_array().unwrap().iter().all(|one| one["kind"] != "symptoms"));
    let found = page(&world, &anna, "&asked[q]=Note+07").await;
    assert_eq!(said(&found), ["note 07"]);
}

#[tokio::test]
async fn who_has_noted_nothing_is_offered_no_such_kind() {
    let world = World::new().await;
    assert_eq!(world.import(&a_record("ben")).await.refused().next(), None);
    let ben = world.patient("ben").await;
    let page = page(&world, &ben, "").await;
    assert!(!page["kinds"].as_array().unwrap().contains(&json!("symptoms")));
}

#[tokio::test]
async fn who_looks_for_other_kinds_does_not_read_the_diary() {
    let world = World::new().await;
    let anna = a_month(&world, "anna").await;
    let carer = world.carer("nina", anna.record).await;
    let read = async || {
        let log = world.get(&format!("/records/{}/log?by=others", anna.record), Some(&anna.token)).await.body;
        log.matches("Looked at the diary").count()
    };
    let asked = |kinds: &str| format!("record={}{kinds}", anna.record);
    world.call("/api/results/timeline", &asked("&asked[kinds][]=laboratory"), Some(&carer)).await.json();
    assert_eq!(read().await, 0);
    world.call("/api/results/timeline", &asked(""), Some(&carer)).await.json();
    assert_eq!(read().await, 1);
}
