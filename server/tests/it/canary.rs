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
        pages.push(format!("/records/{}/results?q=canary", person.record));
        pages.push(format!("/records/{}/results/over-time/hgb", person.record));
        pages.push(format!("/records/{}/results/blood-counts", person.record));
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
