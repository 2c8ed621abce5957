//! The care team in someone's record, and the person who reads who was there.

use http::StatusCode;
use rstest::rstest;

use crate::world::{Somebody, World};

/// Someone whom the day clinic cares for, and a nurse of it.
async fn cared_for(world: &World) -> (Somebody, String) {
    let anna = world.patient("anna").await;
    world.assign(anna.record, "Day clinic").await;
    let (_, nurse) = world.nurse("Nurse Ines", "Day clinic").await;
    (anna, nurse)
}

#[rstest]
#[tokio::test]
async fn every_page_of_someone_elses_record_says_whose_it_is(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let (anna, nurse) = cared_for(&world).await;
    let record = anna.record;
    let item = &anna.items["Blood count anna"];
    for page in [
        format!("/records/{record}"),
        format!("/records/{record}/results"),
        format!("/records/{record}/results/{item}"),
        format!("/records/{record}/results/over-time/hgb"),
        format!("/records/{record}/results/over-time/nothing"),
    ] {
        let hers = world.get(&page, Some(&nurse)).await.body;
        let band = hers.split("class=\"whose\"").nth(1).unwrap_or_else(|| panic!("{page} has no band"));
        assert!(band.contains("Person anna") && band.contains("27 March 1961"), "{page}");
        assert!(hers.contains(&format!("href=\"/records/{record}/results\"")), "{page} leads on in the record");
        let own = world.get(&page, Some(&anna.token)).await.body;
        assert!(!own.contains("class=\"whose\""), "{page}: one's own record needs no band");
    }
    assert!(!world.get("/team", Some(&nurse)).await.body.contains("class=\"whose\""));
    let start = world.get("/", Some(&nurse)).await;
    assert_eq!(start.header("location"), "/team/worklist");
}

#[rstest]
#[tokio::test]
async fn what_a_nurse_opens_stays_new_to_the_person_and_nothing_is_new_to_the_nurse(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let (anna, nurse) = cared_for(&world).await;
    let item = &anna.items["CT anna"];
    let new = async |token: &str| {
        let today = world.call("/api/record/today", &format!("record={}", anna.record), Some(token)).await.json();
        let is_new = |entry: &&serde_json::Value| entry["is_new"] == true;
        today["new"].as_array().unwrap().iter().filter(is_new).filter(|entry| entry["item"] == item.as_str()).count()
    };
    assert_eq!(new(&anna.token).await, 1);
    let opened = world.call("/api/results/item", &format!("record={}&item={item}", anna.record), Some(&nurse)).await;
    assert_eq!(opened.status, StatusCode::OK);
    assert_eq!(new(&anna.token).await, 1, "the nurse has opened it, not Anna");
    assert_eq!(new(&nurse).await, 0);
    let page = world.get(&format!("/records/{}", anna.record), Some(&nurse)).await.body;
    assert!(page.contains("Latest results") && page.contains("CT anna"));
    assert!(!page.contains("badge-new"));
    world.call("/api/results/item", &format!("record={}&item={item}", anna.record), Some(&anna.token)).await;
    assert_eq!(new(&anna.token).await, 0);
}

#[rstest]
#[tokio::test]
async fn the_person_reads_who_was_in_their_record_and_can_leave_themselves_out(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let (anna, nurse) = cared_for(&world).await;
    world.later(301);
    world.get(&format!("/records/{}/results", anna.record), Some(&nurse)).await;
    let log = format!("/records/{}/log", anna.record);
    // A page of the log was begun before its own row was written.
    world.get(&log, Some(&anna.token)).await;
    let all = world.get(&log, Some(&anna.token)).await.body;
    for part in [
        "Nurse Ines",
        "Team: Day clinic",
        "Looked at results",
        "Looked at this list",
        "Sent 7 things",
        "clinic",
        "Made a letter that opens this Daybook",
        "Gave the record to a team, which can read it from now on: Day clinic",
        "Signed in",
    ] {
        assert!(all.contains(part), "{part:?} is missing");
    }
    let others = world.get(&format!("{log}?by=others"), Some(&anna.token)).await.body;
    assert!(others.contains("Nurse Ines") && others.contains("Made a letter"));
    assert!(!others.contains("Looked at this list") && !others.contains("Signed in"));
    // A list of people is no reading of one record.
    let before = all.matches("Nurse Ines").count();
    world.later(301);
    world.get("/team", Some(&nurse)).await;
    let after = world.get(&log, Some(&anna.token)).await.body;
    assert_eq!(after.matches("Nurse Ines").count(), before);
}

#[rstest]
#[tokio::test]
async fn pages_of_the_log_hold_every_row_once(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    for _ in 0..130 {
        world.later(301);
        let form = format!("record={}", anna.record);
        assert_eq!(
            world.call("/api/results/trend", &format!("{form}&series=hgb"), Some(&anna.token)).await.status,
            200
        );
    }
    let (mut times, mut before) = (Vec::new(), String::new());
    loop {
        let form = format!("record={}&before={before}", anna.record);
        let page = world.call("/api/audit/log", &form, Some(&anna.token)).await.json();
        let lines = page["lines"].as_array().unwrap();
        assert!(lines.len() <= 60);
        let read = lines.iter().filter(|line| line["act"] == "ReadResults");
        times.extend(read.map(|line| line["at"].as_str().unwrap().to_owned()));
        match page["older"].as_str() {
            Some(older) => before = older.to_owned(),
            None => break,
        }
    }
    let mut once = times.clone();
    once.dedup();
    assert_eq!((times.len(), once.len()), (131, 131));
    assert!(times.is_sorted_by(|one, other| one > other), "newest first");
}

#[tokio::test]
async fn a_search_that_is_refused_keeps_what_was_typed() {
    let world = World::new().await;
    let (_, nurse) = cared_for(&world).await;
    let cookies = format!("__Host-session={nurse}");
    let form = "q=an&birth_day=31&birth_month=2&birth_year=1961";
    let refused = world.form("/api/worklist/find", form, "/team", &cookies).await;
    let address = refused.header("location").to_owned();
    assert!(!address.contains("1961") && !address.contains("q="), "{address}");
    let page = world.get(&address, Some(&nurse)).await.body;
    assert!(page.contains("value=\"an\"") && page.contains("value=\"31\""), "what was typed is there");
    assert!(page.contains("Please give the year with 4 digits"));
    let all = world.form("/api/worklist/find", "q=+-+", "/team", &cookies).await;
    assert_eq!(all.header("location"), "/team");
    let nobody = world.form("/api/worklist/find", "q=zebra", "/team", &cookies).await;
    let page = world.get(nobody.header("location"), Some(&nurse)).await.body;
    assert!(page.contains("Nobody in your teams matches") && page.contains("value=\"zebra\""));
    let gone = world.get("/team?find=0123", Some(&nurse)).await.body;
    assert!(gone.contains("This search is no longer kept") && gone.contains("Person anna"));
}

#[rstest]
#[tokio::test]
async fn opening_an_item_is_seeing_it_and_a_list_that_renews_itself_keeps_no_session_open(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let (anna, nurse) = cared_for(&world).await;
    let item = world.waits(anna.record).await;
    let list = world.get("/team/worklist", Some(&nurse)).await;
    assert!(list.body.contains("Person anna") && list.body.contains("Pain: how bad 1 → 3"), "{}", list.body);
    let page = format!("/team/worklist/{}/{item}", anna.record);
    let opened = world.get(&page, Some(&nurse)).await.body;
    assert!(opened.contains("First seen") && opened.contains("Take it"));
    // The list runs one script, by its nonce; the item runs none.
    let policy = list.header("content-security-policy");
    assert!(policy.contains("script-src 'nonce-") && !policy.contains("wasm"), "{policy}");
    assert!(world.get(&page, Some(&nurse)).await.header("content-security-policy").contains("script-src 'none'"));
    // The page asks every 20 seconds; nobody is there.
    let idle = domain::account::limits(domain::access::AccountRole::CareTeam).idle;
    let mut asked = 0;
    while asked < idle {
        world.later(300);
        asked += 300;
        world.get_with("/team/worklist", Some(&nurse), &[(app::worklist::queue::LIVE_HEADER, "1")]).await;
    }
    assert!(world.get("/team/worklist", Some(&nurse)).await.header("location").starts_with("/sign-in"));
}

#[rstest]
#[tokio::test]
async fn what_was_typed_survives_a_refusal_and_who_was_slower_is_told_who_has_it(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let (anna, nurse) = cared_for(&world).await;
    let (_, omar) = world.nurse("Nurse Omar", "Day clinic").await;
    let item = world.waits(anna.record).await;
    let page = format!("/team/worklist/{}/{item}", anna.record);
    let send = async |token: &str, what: &str, rest: &str, id: u32| {
        let form = format!("record={}&item={item}&id=01900000-0000-7000-8000-{id:012}{rest}", anna.record);
        let cookies = format!("__Host-session={token}");
        let sent = world.form(&format!("/api/worklist/{what}"), &form, &page, &cookies).await;
        let to = sent.header("location").to_owned();
        (world.get(&to, Some(token)).await.body, to)
    };
    let (_, to) = send(&nurse, "take", "", 1).await;
    assert_eq!(to, format!("{page}?saved=1"));
    let (body, _) = send(&omar, "take", "", 2).await;
    assert!(body.contains("Nurse Ines was faster and has it now."), "{body}");
    let (body, to) = send(&nurse, "decide", "&decision=no-action&why=+", 3).await;
    assert!(body.contains("Please say why there is no action.") && !to.contains("why"), "{to}");
    assert!(body.contains("value=\"no-action\" required checked") || body.contains("checked"), "{body}");
    let long = "x".repeat(2_001);
    let (body, _) = send(&nurse, "note", &format!("&text={long}"), 4).await;
    assert!(body.contains(&long), "it is there to be shortened");
    let (body, _) = send(&nurse, "mute", "&symptom=pain&days=29", 5).await;
    assert!(body.contains("value=\"29\"") && body.contains("from 1 to 28"));
    let (body, _) = send(&nurse, "close", "", 6).await;
    assert!(body.contains("Please decide before you close it."));
    send(&nurse, "decide", "&decision=called", 7).await;
    let (body, to) = send(&nurse, "close", "", 8).await;
    assert!(to == "/team/worklist?done=1" && body.contains("Nothing waits"), "{to}");
    let log = world.get(&format!("/records/{}/log?by=others", anna.record), Some(&anna.token)).await.body;
    for said in
        ["Passed what was reported on to the care team", "Daybook, by itself", "Opened what waits for the care team"]
    {
        assert!(log.contains(said), "{said}");
    }
    assert!(log.contains("Worked on what waits for the care team"));
}

#[rstest]
#[tokio::test]
async fn who_decides_on_what_has_changed_is_told_what_changed_and_keeps_what_was_typed(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let (anna, nurse) = cared_for(&world).await;
    let (_, omar) = world.nurse("Nurse Omar", "Day clinic").await;
    let item = world.waits(anna.record).await;
    let page = format!("/team/worklist/{}/{item}", anna.record);
    let read = async |token: &str| {
        let body = world.get(&page, Some(token)).await.body;
        body.split("name=\"shown\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let send = async |token: &str, what: &str, rest: &str, id: u32| {
        let form = format!("record={}&item={item}&id=01900000-0000-7000-8000-{id:012}{rest}", anna.record);
        let sent = world.form(&format!("/api/worklist/{what}"), &form, &page, &format!("__Host-session={token}")).await;
        world.get(sent.header("location"), Some(token)).await.body
    };
    let shown = read(&nurse).await;
    world.later(60);
    send(&omar, "note", "&text=Her+sister+is+with+her.", 1).await;
    let decide = "&decision=visit&why=Friday+at+ten";
    let refused = send(&nurse, "decide", &format!("{decide}&shown={shown}"), 2).await;
    assert!(refused.contains("This item has changed meanwhile."), "{refused}");
    assert!(refused.contains("Nurse Omar: Note: Her sister is with her."), "{refused}");
    assert!(refused.contains("Friday at ten") && !refused.contains("id=\"kept\""), "it stands in its field");
    assert!(refused.split("value=\"visit\"").nth(1).unwrap().split('>').next().unwrap().contains("checked"));

    // The page that came back shows all of it: the same form goes through now.
    let shown = refused.split("name=\"shown\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let saved = send(&nurse, "decide", &format!("{decide}&shown={shown}"), 3).await;
    assert!(saved.contains("Decided: Visit arranged"), "{saved}");
    let closing = send(&nurse, "close", &format!("&shown={shown}"), 4).await;
    assert!(closing.contains("This item has changed meanwhile."), "{closing}");

    // A colleague has it now: there is no field left for what was typed, and it is there all the same.
    let shown = read(&nurse).await;
    let me = account_of(&world, &omar).await;
    let from = account_of(&world, &nurse).await;
    send(&nurse, "hand_over", &format!("&from={from}&to={me}"), 5).await;
    let refused = send(&nurse, "decide", &format!("{decide}&shown={shown}"), 6).await;
    assert!(refused.contains("Nurse Omar was faster and has it now."), "{refused}");
    let kept = refused.split("id=\"kept\"").nth(1).unwrap_or_else(|| panic!("{refused}"));
    assert!(kept.contains("Friday at ten"));
}

/// The account of a session.
async fn account_of(world: &World, token: &str) -> domain::id::AccountId {
    let mut tx = world.backend.db.read().await.unwrap();
    domain::account::store::find_session(&mut tx, token, world.backend.now()).await.unwrap().unwrap().caller.account
}
