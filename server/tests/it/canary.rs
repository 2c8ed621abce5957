//! Words that stand in every field of one person are never found in another's answers, nor in
//! what a signed-out person gets.

use rstest::rstest;

use crate::world::World;

#[rstest]
#[tokio::test]
async fn nothing_of_one_person_is_found_in_anothers_pages(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("canaryanna").await;
    let ben = world.patient("canaryben").await;
    let mut pages = vec!["/account".to_owned(), "/account/devices".to_owned()];
    for person in [&anna, &ben] {
        pages.push(format!("/records/{}", person.record));
        pages.push(format!("/records/{}/log", person.record));
        pages.push(format!("/records/{}/results?q=canary", person.record));
        pages.push(format!("/records/{}/results/over-time/hgb", person.record));
        pages.extend(person.items.values().map(|item| format!("/records/{}/results/{item}", person.record)));
    }
    for page in &pages {
        let seen = world.get(page, Some(&ben.token)).await;
        assert!(!seen.body.to_lowercase().contains("canaryanna"), "{page} shows Ben what is Anna's");
        let signed_out = world.get(page, None).await;
        assert_eq!(signed_out.body, "", "{page} shows something to nobody");
    }
    // The words are there to be found: their owner sees them.
    let own = world.get(&format!("/records/{}/results", anna.record), Some(&anna.token)).await;
    assert!(own.body.contains("canaryanna"));
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
    let mut pages = vec!["/team".to_owned(), format!("/team?after={}", ben.record)];
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
