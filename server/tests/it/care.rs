//! What the care team keeps of someone's treatment: who reads it, who changes it, and what comes of it.

use http::StatusCode;
use rstest::rstest;
use serde_json::{Value, json};

use crate::world::{World, a_record};

/// Two values a quarter of a year apart, and a treatment that was not given between them.
async fn import(world: &World, mark: &str) {
    let mut file = a_record(mark);
    let value = json!({ "resource": {
        "resourceType": "Observation", "id": format!("{mark}-h1"), "status": "final",
        "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "laboratory" }] }],
        "code": { "coding": [{ "system": "http://loinc.org", "code": "718-7" }], "text": "Hemoglobin" },
        "subject": { "reference": format!("Patient/{mark}") }, "effectiveDateTime": "2026-02-02T08:00:00Z",
        "valueQuantity": { "value": 13.1, "unit": "g/dL", "system": "http://unitsofmeasure.org", "code": "g/dL" }
    } });
    let not_given = json!({ "resource": {
        "resourceType": "MedicationAdministration", "id": format!("{mark}-t1"), "status": "not-done",
        "medicationCodeableConcept": { "text": "Oxaliplatin" },
        "subject": { "reference": format!("Patient/{mark}") }, "effectiveDateTime": "2026-03-16T10:00:00Z"
    } });
    file["entry"].as_array_mut().unwrap().extend([value, not_given]);
    assert_eq!(world.import(&file).await.refused().next(), None);
}

const CYCLE: &str = "typed[phase]=in-treatment&typed[cycle_first]=2026-03-02&typed[cycle_length]=14\
                     &typed[cycle_count]=200&typed[days]=&typed[note]=see+you+on+Monday";

#[rstest]
#[tokio::test]
async fn days_that_the_team_keeps_are_marked_in_trends_once_they_have_come(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    import(&world, "anna").await;
    let anna = world.patient("anna").await;
    let nurse = world.carer("rosa", anna.record).await;
    let set = format!("record={}&version=0&{CYCLE}", anna.record);
    assert_eq!(world.call("/api/record/save_care", &set, Some(&nurse)).await.status, StatusCode::OK);
    let asked = format!("record={}&series=hgb&period=everything", anna.record);
    let page = world.call("/api/results/trend", &asked, Some(&anna.token)).await.json();
    let days: Vec<&Value> = page["treatments"].as_array().unwrap().iter().map(|one| &one["day"]).collect();
    // From 2 February to 4 May, without the day on which nothing was given.
    assert_eq!(days, [&json!("2026-04-27"), &json!("2026-04-13"), &json!("2026-03-30"), &json!("2026-03-02")]);
    let trend =
        world.get(&format!("/records/{}/results/over-time/hgb?period=all", anna.record), Some(&anna.token)).await;
    assert!(trend.body.contains("a day that your care team keeps"));
    let asked = format!("record={}&item={}", anna.record, anna.items["Blood count anna"]);
    let opened = world.call("/api/results/item", &asked, Some(&anna.token)).await.json();
    let values = opened["values"].as_array().unwrap();
    let hemoglobin = values.iter().find(|value| value["analyte"] == "hgb").unwrap();
    assert_eq!(hemoglobin["changes"]["since_last"]["value"]["number"], "13.1");
    // The panel is of a time of treatment, as the team says.
    assert!(opened["next"]["text"].as_str().unwrap().starts_with("Blood counts often fall"));
    let over = format!("record={}&version=1&typed[phase]=after&typed[since]=2026-05-01", anna.record);
    assert_eq!(world.call("/api/record/save_care", &over, Some(&nurse)).await.status, StatusCode::OK);
    let opened = world.call("/api/results/item", &asked, Some(&anna.token)).await.json();
    assert!(opened["next"]["text"].as_str().unwrap().starts_with("Your care team reads these values"));
}

#[tokio::test]
async fn the_person_reads_what_the_team_keeps_and_only_the_team_has_the_form() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let nurse = world.carer("rosa", anna.record).await;
    let path = format!("/records/{}/care", anna.record);
    let nothing = world.get(&path, Some(&anna.token)).await.body;
    assert!(nothing.contains("Nothing is noted here yet") && !nothing.contains("save_care"));
    let set = format!("record={}&version=0&{CYCLE}", anna.record);
    world.call("/api/record/save_care", &set, Some(&nurse)).await;
    let own = world.get(&path, Some(&anna.token)).await.body;
    for text in ["see you on Monday", "In treatment", "rosa"] {
        assert!(own.contains(text), "{text}");
    }
    assert!(!own.contains("save_care") && own.matches("<li>").count() <= 50);
    assert!(world.get(&path, Some(&nurse)).await.body.contains("save_care"));
    let log = world.get(&format!("/records/{}/log", anna.record), Some(&anna.token)).await.body;
    assert!(log.contains("Changed what is noted of the treatment") && log.contains("Looked at what is noted"));
}

#[tokio::test]
async fn what_was_typed_survives_a_refusal_and_a_colleague_who_was_faster() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let (rosa, ines) = (world.carer("rosa", anna.record).await, world.carer("ines", anna.record).await);
    let path = format!("/records/{}/care", anna.record);
    let send = async |typed: &str, token: &str| {
        let form = format!("record={}&{typed}", anna.record);
        let answer = world.form("/api/record/save_care", &form, &path, &format!("__Host-session={token}")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        world.get(answer.header("location").trim_start_matches("https://daybook.example"), Some(token)).await.body
    };
    let wrong = "version=0&typed[phase]=planned&typed[days]=14+December+2026%0D%0Asoon&typed[holds][1][what]=Capecitabine\
                 &typed[holds][1][until]=never";
    let refused = send(wrong, &rosa).await;
    assert!(refused.contains("One of the lines is not a day") && refused.contains("id=\"hold_0_until-error\""));
    assert!(refused.contains("14 December 2026\r\nsoon") || refused.contains("14 December 2026\nsoon"));
    assert!(refused.contains("value=\"Capecitabine\""));
    let saved = send("version=0&typed[phase]=after", &ines).await;
    assert!(saved.contains("Saved."));
    let faster = send("version=0&typed[phase]=in-treatment&typed[note]=my+own+words", &rosa).await;
    assert!(faster.contains("Someone of your team changed this meanwhile"));
    assert!(faster.contains("my own words") && faster.contains("After treatment"), "both are there to compare");
    assert!(faster.contains("name=\"version\" value=\"1\"") || faster.contains("value=\"1\" name=\"version\""));
    let both = send("version=1&typed[phase]=in-treatment&typed[note]=my+own+words", &rosa).await;
    assert!(both.contains("Saved.") && both.contains("my own words"));
}
