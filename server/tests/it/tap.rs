//! What a tap on a notification does, from the push to what is noted, without a session.

use domain::{
    access::{self, Granted, Medicines, Write},
    account::store::{disable, find_session},
    db::Tx,
    medicines::{
        Count,
        entry::{Entry, What},
        entry_store::list_entries,
        plan_store::{confirm_plan, pause, propose_plan},
        store::{Medicine, list_medicines},
    },
    reminders::{Wanted, Wording, choice_store::save_wanted},
    time::Instant,
};
use http::StatusCode;
use rstest::rstest;
use serde_json::Value;
use server::work::{Lane, Worker};
use tokio::sync::watch;

use crate::{
    calendar::{Then, takes},
    push::{TAKES, TO_THREE, from_browser, send, subscribed, world_with},
    push_service::{Manner, PushService},
    world::{Answer, PASSPHRASE, Somebody, World},
};

/// What is due is planned and sent. Answers what the newest push brings.
async fn pushed(worker: &Worker, service: &PushService) -> Value {
    let (_going, stop) = watch::channel(false);
    worker.round(Lane::Database, &stop).await.unwrap();
    assert_eq!(send(worker).await.parked, 0);
    service.shown().pop().unwrap().text
}

/// What a service worker sends back.
async fn tap(world: &World, path: &str, handle: &Value, proof: &Value) -> Answer {
    let form = format!("handle={}&proof={}", handle.as_str().unwrap(), proof.as_str().unwrap());
    world.call(path, &form, None).await
}

async fn take(world: &World, push: &Value) -> Answer {
    tap(world, "/api/medicines/taken", &push["tap"]["handle"], &push["tap"]["taken"]["proof"]).await
}

/// What holds of what was noted.
async fn noted(world: &World, who: &Somebody) -> Vec<Entry> {
    let (now, token) = (world.backend.now(), world.session(who.account).await);
    let mut tx = world.backend.db.read().await.unwrap();
    let caller = find_session(&mut tx, &token, now).await.unwrap().unwrap().caller;
    let granted = access::view::<Medicines>(&mut tx, &caller, who.record, now).await.unwrap();
    list_entries(&mut tx, &granted, (now.plus_days(-1), now.plus_days(1))).await.unwrap()
}

async fn with_phone(world: &World, service: &PushService, name: &str) -> (Somebody, String) {
    let who = world.patient(name).await;
    let cookie = subscribed(world, service, &who, name).await;
    (who, cookie)
}

#[rstest]
#[tokio::test]
async fn a_dose_is_noted_once_by_the_button_of_its_notification(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let (anna, _) = with_phone(&world, &service, "anna").await;
    subscribed(&world, &service, &anna, "tablet").await;
    takes(&world, &anna, "Zinc", &["15:00"], Then::Confirmed).await;
    world.later(TO_THREE);
    let push = pushed(&worker, &service).await;
    assert_eq!(
        (push["body"].as_str(), push["tap"]["taken"]["button"].as_str()),
        (Some("You have something to do"), Some("Done"))
    );
    assert!(push["tap"]["taken"]["unsent"].as_str().unwrap().contains("Open Daybook"));
    for telling in [anna.account.to_string(), anna.record.to_string()] {
        assert!(!push["tap"].to_string().contains(&telling), "{push}");
    }
    world.later(65);
    let said = take(&world, &push).await;
    assert_eq!((said.status, said.json()), (StatusCode::OK, "Noted: 15:01".into()));
    world.later(600);
    assert_eq!(take(&world, &push).await.json(), Value::from("Noted: 15:01"), "again is once");
    // The same notice on another device is about the same dose.
    let other =
        service.shown().into_iter().find(|one| one.text["tap"]["handle"] != push["tap"]["handle"]).unwrap().text;
    assert_eq!(take(&world, &other).await.json(), Value::from("Noted: 15:01"));
    let [entry] = noted(&world, &anna).await.try_into().unwrap();
    let at = Instant(1_790_000_000_000_000).plus_seconds(TO_THREE + 65);
    assert!(
        matches!(&entry.what, What::Taken { at: taken, amounts } if *taken == at && !amounts.is_empty()),
        "{entry:?}"
    );
    assert_eq!((entry.account, entry.beyond), (anna.account, None));
    let token = world.session(anna.account).await;
    let inbox = world.get("/account/inbox", Some(&token)).await.body;
    assert!(inbox.contains("It is time") || inbox.contains("Time for Zinc"), "{inbox}");
    assert!(!inbox.contains("badge-new"), "who noted it has read it");
    let log = world.get(&format!("/records/{}/log", anna.record), Some(&token)).await.body;
    assert!(log.contains("Changed a medicine or noted a dose"));
}

#[rstest]
#[tokio::test]
async fn a_proof_is_good_for_its_own_dose_person_and_deed_alone(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let ((anna, _), (ben, _)) = (with_phone(&world, &service, "anna").await, with_phone(&world, &service, "ben").await);
    takes(&world, &anna, "Zinc", &["15:00"], Then::Confirmed).await;
    takes(&world, &anna, "Iron", &["16:00"], Then::Confirmed).await;
    takes(&world, &ben, "Gold", &["17:00"], Then::Confirmed).await;
    world.later(TO_THREE);
    let zinc = pushed(&worker, &service).await;
    world.later(3_600);
    let iron = pushed(&worker, &service).await;
    world.later(3_600);
    let gold = pushed(&worker, &service).await;
    let [zinc, iron, gold] = [&zinc["tap"], &iron["tap"], &gold["tap"]];
    let none = Value::from("0".repeat(32));
    for (handle, proof) in [
        (&zinc["handle"], &iron["taken"]["proof"]),
        (&iron["handle"], &zinc["taken"]["proof"]),
        (&zinc["handle"], &gold["taken"]["proof"]),
        (&zinc["handle"], &zinc["seen"]),
        (&zinc["handle"], &none),
        (&none, &zinc["taken"]["proof"]),
    ] {
        let refused = tap(&world, "/api/medicines/taken", handle, proof).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{}", refused.body);
        assert!(!refused.body.contains("anna"));
    }
    let wrong = tap(&world, "/api/reminders/seen", &zinc["handle"], &zinc["taken"]["proof"]).await;
    assert_eq!(wrong.status, StatusCode::NOT_FOUND);
    assert!(noted(&world, &anna).await.is_empty() && noted(&world, &ben).await.is_empty());
    // Another site can't send it either.
    let form =
        format!("handle={}&proof={}", iron["handle"].as_str().unwrap(), iron["taken"]["proof"].as_str().unwrap());
    let request = http::Request::post("/api/medicines/taken").header("sec-fetch-site", "cross-site");
    assert_eq!(world.send(request.body(form.into()).unwrap()).await.status, StatusCode::FORBIDDEN);

    // Guessing gets slower.
    let mut slowed = false;
    for _ in 0..40 {
        slowed |= tap(&world, "/api/medicines/taken", &none, &none).await.status == StatusCode::TOO_MANY_REQUESTS;
    }
    assert!(slowed);
    // Only what is wrong is slowed.
    let right = tap(&world, "/api/medicines/taken", &gold["handle"], &gold["taken"]["proof"]).await;
    assert_eq!(right.status, StatusCode::OK, "{}", right.body);
    let seen = tap(&world, "/api/reminders/seen", &iron["handle"], &iron["seen"]).await;
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
}

/// The first medicine of someone, and what they may do with it.
async fn first(world: &World, who: &Somebody) -> (Tx, Granted<Write, Medicines>, Medicine) {
    let (now, token) = (world.backend.now(), world.session(who.account).await);
    let mut tx = world.backend.db.write().await.unwrap();
    let caller = find_session(&mut tx, &token, now).await.unwrap().unwrap().caller;
    let granted = access::write::<Medicines>(&mut tx, &caller, who.record).await.unwrap();
    let medicine = list_medicines(&mut tx, &granted).await.unwrap().remove(0);
    (tx, granted, medicine)
}

#[rstest]
#[tokio::test]
async fn a_tap_notes_nothing_once_the_plan_changed_or_is_on_hold(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let (anna, _) = with_phone(&world, &service, "anna").await;
    takes(&world, &anna, "Zinc", &["15:00", "16:00"], Then::Confirmed).await;
    world.later(TO_THREE);
    let three = pushed(&worker, &service).await;
    let now = world.backend.now();
    let (mut tx, granted, zinc) = first(&world, &anna).await;
    let mut plan = zinc.plan.unwrap();
    plan.courses[0].amounts[0].count = Count::try_from("7".to_owned()).unwrap();
    propose_plan(&mut tx, &granted, zinc.id, &plan, zinc.version, now).await.unwrap();
    confirm_plan(&mut tx, &granted, zinc.id, now, now).await.unwrap();
    tx.commit().await.unwrap();
    let changed = take(&world, &three).await;
    assert_eq!(
        (changed.status, changed.json()),
        (StatusCode::OK, "The plan changed. Nothing was noted. Open Daybook.".into())
    );
    world.later(3_600);
    let four = pushed(&worker, &service).await;
    let (mut tx, granted, zinc) = first(&world, &anna).await;
    pause(&mut tx, &granted, zinc.id, "", world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    let held = take(&world, &four).await.json();
    assert_eq!(held, Value::from("On hold for now. Nothing was noted. Open Daybook."));
    assert!(noted(&world, &anna).await.is_empty());
    // What the version says can't be changed by hand.
    let (proof, version) = four["tap"]["taken"]["proof"].as_str().unwrap().split_once('-').unwrap();
    let forged = Value::from(format!("{proof}-{}", version.parse::<i64>().unwrap() + 1));
    let forged = tap(&world, "/api/medicines/taken", &four["tap"]["handle"], &forged).await;
    assert_eq!(forged.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn a_dose_that_was_answered_or_is_over_is_not_noted_by_a_tap(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let (anna, _) = with_phone(&world, &service, "anna").await;
    let mut tx = world.backend.db.write().await.unwrap();
    let caller = find_session(&mut tx, &anna.token, world.backend.now()).await.unwrap().unwrap().caller;
    let plain = Wanted::default().worded(Wording::Plain);
    save_wanted(&mut tx, &caller, plain, world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    takes(&world, &anna, "Zinc", &["15:00", "16:00", "17:00"], Then::Confirmed).await;
    world.later(TO_THREE);
    let first = pushed(&worker, &service).await;
    assert_eq!(
        (first["body"].as_str(), first["tap"]["taken"]["button"].as_str()),
        (Some("Time for Zinc"), Some("Taken"))
    );
    world.later(3_600);
    assert_eq!(take(&world, &first).await.json(), Value::from("This can no longer be noted here. Open Daybook."));
    let second = pushed(&worker, &service).await;
    assert_eq!(take(&world, &second).await.json(), Value::from("Noted: taken 16:00"));
    let [entry] = noted(&world, &anna).await.try_into().unwrap();
    // Taken back in Daybook: the button does not bring it back.
    let form = format!("record={}&id={}", anna.record, entry.id);
    let token = world.session(anna.account).await;
    assert_eq!(world.call("/api/medicines/undo", &form, Some(&token)).await.status, StatusCode::OK);
    assert_eq!(take(&world, &second).await.json(), Value::from("This can no longer be noted here. Open Daybook."));
    assert!(noted(&world, &anna).await.is_empty());

    world.later(3_600);
    let third = pushed(&worker, &service).await;
    let slot = entry.slot.unwrap();
    let form = format!(
        "record={}&medicine={}&id=01900000-0000-7000-8000-0000000000f1&typed[slot]={}.{}&typed[what]=skipped&typed[reason]=unwell",
        anna.record,
        entry.medicine,
        String::from(slot.day),
        slot.number + 60
    );
    let token = world.session(anna.account).await;
    let skipped = world.call("/api/medicines/note", &form, Some(&token)).await;
    assert_eq!(skipped.status, StatusCode::OK, "{}", skipped.body);
    let said = take(&world, &third).await.json();
    assert_eq!(said, Value::from("Something was noted before. Open Daybook to see it."));
    assert_eq!(noted(&world, &anna).await.len(), 1);
}

/// How a device stops being someone's.
#[derive(Debug, Clone, Copy)]
enum End {
    SignedOut,
    Forgotten,
    SignedInByAnother,
    Gone,
    Closed,
}

#[rstest]
#[tokio::test]
async fn a_tap_does_nothing_once_its_device_is_not_theirs_any_more(
    #[values("sqlite", "postgres")] database: &str,
    #[values(End::SignedOut, End::Forgotten, End::SignedInByAnother, End::Gone, End::Closed)] end: End,
) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let (anna, cookie) = with_phone(&world, &service, "anna").await;
    world.patient("ben").await;
    takes(&world, &anna, "Zinc", &["15:00", "16:00"], Then::Confirmed).await;
    world.later(TO_THREE);
    let push = pushed(&worker, &service).await;
    let token = world.session(anna.account).await;
    let cookies = format!("__Host-session={token}; {cookie}");
    match end {
        End::SignedOut => drop(from_browser(&world, &cookies, "/api/account/sign_out", "").await),
        End::Forgotten => {
            let page = world.get("/account/reminders", Some(&token)).await.body;
            let device = page.split("name=\"device\" value=\"").nth(1).unwrap().split('"').next().unwrap();
            drop(from_browser(&world, &cookies, "/api/reminders/forget", &format!("device={device}")).await);
        }
        End::SignedInByAnother => {
            let name = format!("name=ben&passphrase={PASSPHRASE}");
            drop(from_browser(&world, &cookie, "/api/account/sign_in", &name).await);
        }
        End::Gone => {
            service.behave(Manner::Says(StatusCode::GONE));
            from_browser(&world, &cookies, "/api/reminders/test_push", "").await;
            assert_eq!(send(&worker).await.done, 1);
        }
        End::Closed => {
            let mut tx = world.backend.db.write().await.unwrap();
            disable(&mut tx, anna.account, world.backend.now()).await.unwrap();
            tx.commit().await.unwrap();
        }
    }
    assert_eq!(take(&world, &push).await.status, StatusCode::NOT_FOUND, "{end:?}");
    let seen = tap(&world, "/api/reminders/seen", &push["tap"]["handle"], &push["tap"]["seen"]).await;
    assert_eq!(seen.status, StatusCode::NOT_FOUND, "{end:?}");
    if !matches!(end, End::Closed) {
        assert!(noted(&world, &anna).await.is_empty());
    }
}

#[rstest]
#[tokio::test]
async fn several_doses_and_what_comes_late_have_no_button(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let (anna, _) = with_phone(&world, &service, "anna").await;
    takes(&world, &anna, "Zinc", &["15:00", "16:00"], Then::Confirmed).await;
    takes(&world, &anna, "Iron", &["15:00"], Then::Confirmed).await;
    world.later(TO_THREE);
    let both = pushed(&worker, &service).await;
    assert!(both["tap"]["taken"].is_null() && both["tap"]["seen"].is_string(), "{both}");
    world.later(2 * 3_600);
    let late = pushed(&worker, &service).await;
    assert!(late["tag"] == "late" && late["tap"]["taken"].is_null(), "{late}");
}

#[rstest]
#[tokio::test]
async fn opening_a_notification_marks_its_notice_as_read(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let (anna, _) = with_phone(&world, &service, "anna").await;
    takes(&world, &anna, "Zinc", &["15:00", "16:00"], Then::Confirmed).await;
    world.later(TO_THREE);
    let first = pushed(&worker, &service).await;
    world.later(3_600);
    pushed(&worker, &service).await;
    let token = world.session(anna.account).await;
    assert!(world.get("/account", Some(&token)).await.body.contains("2 new notices"));
    for _ in 0..2 {
        let seen = tap(&world, "/api/reminders/seen", &first["tap"]["handle"], &first["tap"]["seen"]).await;
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
        assert!(world.get("/account", Some(&token)).await.body.contains("1 new notice"));
    }
}
