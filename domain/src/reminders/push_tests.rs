//! Devices, pushes and the inbox, on both databases.

use uuid::Uuid;

use super::{
    Channels, Kind, MOST_DEVICES, MOST_PUSHES, Notice, PUSH, Quiet, Said, Wanted, Wording,
    choice_store::{find_wanted, save_wanted},
    inbox::{count_unread, list_inbox, mark_read, open_notice},
    push::{Hosts, KNOWN_HOSTS, Subscription},
    push_out::{Came, OutgoingPush, PushFate, Pushed, end_push, find_push_fate, note_push_failure},
    push_store::{
        Device, ask_push_test, count_devices, follow_session, forget_browser, forget_device, list_devices, save_device,
    },
    store::{TestState, delete_expired, notify_person},
    tests::{NOW, dose_waits, keys, somebody},
};
use crate::{
    Error,
    access::{AccountRole, Caller},
    account::store::{disable, end_all_sessions, end_other_session, end_session, open_session},
    db::{Db, on_db, tests::both},
    id::PushId,
    jobs::{self, Job},
    secret::Keys,
    time::Instant,
};

const PAGE: &str = "/records/x/medicines";

fn subscription(n: usize) -> Subscription {
    let hosts: Hosts = KNOWN_HOSTS.parse().unwrap();
    let endpoint = format!("https://updates.push.services.mozilla.com/wpush/v2/secret{n}");
    Subscription::new(&hosts, &endpoint, &format!("04{}", "ab".repeat(64)), &"cd".repeat(16)).unwrap()
}

/// Someone who is signed in.
async fn signed_in(db: &Db) -> (Caller, String) {
    let who = somebody(db, AccountRole::Patient).await;
    let mut tx = db.write().await.unwrap();
    let session = open_session(&mut tx, who.account, "Firefox / Linux", NOW).await.unwrap();
    tx.commit().await.unwrap();
    (Caller { session: session.session, ..who }, session.token)
}

async fn turned_on(db: &Db, who: &Caller, n: usize, cookie: &str) {
    let mut tx = db.write().await.unwrap();
    save_device(&mut tx, &keys(), who, &subscription(n), (cookie, "Firefox / Linux"), NOW).await.unwrap();
    tx.commit().await.unwrap();
}

/// Someone whose browser takes pushes.
async fn reachable(db: &Db, n: usize) -> (Caller, String) {
    let (who, token) = signed_in(db).await;
    turned_on(db, &who, n, &format!("browser {n}")).await;
    (who, token)
}

async fn devices(db: &Db, who: &Caller) -> Vec<Device> {
    let mut tx = db.read().await.unwrap();
    list_devices(&mut tx, who, None, NOW).await.unwrap()
}

async fn told(db: &Db, who: &Caller, notice: Notice, key: &str, at: Instant) -> bool {
    let mut tx = db.write().await.unwrap();
    let said = Said { detail: Some("Tamoxifen"), url: Some(PAGE) };
    if notice == Notice::MedicineDue {
        dose_waits(&mut tx, who, at).await;
    }
    let planned = notify_person(&mut tx, who.record.unwrap(), notice, said, key, at, at).await.unwrap();
    tx.commit().await.unwrap();
    planned
}

async fn choose(db: &Db, who: &Caller, wanted: Wanted) {
    let mut tx = db.write().await.unwrap();
    save_wanted(&mut tx, who, wanted, NOW).await.unwrap();
    tx.commit().await.unwrap();
}

/// The pushes whose time has come, as their jobs are taken.
async fn due(db: &Db, now: Instant) -> Vec<(Job, PushFate)> {
    let lease = std::time::Duration::from_secs(1);
    let jobs = jobs::store::claim(db, Uuid::now_v7(), &[PUSH], 1_000, lease, now).await.unwrap();
    let mut tx = db.read().await.unwrap();
    let mut all = Vec::new();
    for job in jobs {
        let fate = find_push_fate(&mut tx, &keys(), job.key.parse().unwrap(), now).await.unwrap();
        all.push((job, fate));
    }
    all
}

async fn one_due(db: &Db, now: Instant) -> OutgoingPush {
    let sent = |(_, fate)| if let PushFate::Send(push) = fate { Some(*push) } else { None };
    let [push] = due(db, now).await.into_iter().filter_map(sent).collect::<Vec<_>>().try_into().unwrap();
    push
}

fn notice_of(push: &OutgoingPush) -> (Notice, Option<&str>, Option<&str>) {
    match &push.said {
        Pushed::Notice { notice, detail, url, .. } => (*notice, detail.as_deref(), url.as_deref()),
        Pushed::Test => panic!("a test"),
    }
}

async fn ended(db: &Db, push: PushId, came: &Came) {
    let mut tx = db.write().await.unwrap();
    end_push(&mut tx, push, came, NOW).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_notice_that_a_newer_process_wrote_does_not_close_the_inbox() {
    for (db, _folder) in both().await {
        let anna = somebody(&db, AccountRole::Patient).await;
        let mut tx = db.write().await.unwrap();
        for (key, template) in [("1", "results-new"), ("2", "not-known-yet")] {
            on_db!(tx, c => sqlx::query(
                "INSERT INTO notice (id, account, key, template, at, created_at) VALUES ($1, $2, $3, $4, $5, $5)",
            ).bind(Uuid::now_v7()).bind(anna.account.0).bind(key).bind(template).bind(NOW.0).execute(c).await.map(|_| ()))
            .unwrap();
        }
        let notices: Vec<Option<Notice>> =
            list_inbox(&mut tx, &anna, 10, NOW).await.unwrap().into_iter().map(|entry| entry.notice).collect();
        assert_eq!(notices, [None, Some(Notice::ResultsNew)]);
        assert_eq!(count_unread(&mut tx, &anna, NOW).await.unwrap(), 2);
    }
}

#[tokio::test]
async fn what_a_push_service_needs_is_sealed_and_no_job_holds_it() {
    for (db, _folder) in both().await {
        let (anna, _) = reachable(&db, 1).await;
        assert!(told(&db, &anna, Notice::MedicineDue, "1", NOW).await);
        let mut tx = db.read().await.unwrap();
        let sealed: Vec<Vec<u8>> =
            on_db!(tx, c => sqlx::query_scalar("SELECT sealed FROM push_device").fetch_all(c).await).unwrap();
        let hidden = |bytes: &[u8]| !bytes.windows(6).any(|part| part == b"secret" || part == b"wpush/");
        assert!(sealed.len() == 1 && hidden(&sealed[0]) && !sealed[0].windows(8).any(|part| part == [0xcd; 8]));
        let jobs: Vec<String> =
            on_db!(tx, c => sqlx::query_scalar("SELECT kind || key || body FROM job").fetch_all(c).await).unwrap();
        assert!(jobs.iter().all(|job| !job.contains("http") && !job.contains("Tamoxifen")), "{jobs:?}");
        drop(tx);
        assert_eq!(one_due(&db, NOW).await.to, subscription(1));
        // With another key file nothing is sent, and nothing is taken for gone.
        let mut tx = db.read().await.unwrap();
        let push: Uuid = on_db!(tx, c => sqlx::query_scalar("SELECT id FROM push").fetch_one(c).await).unwrap();
        let other = find_push_fate(&mut tx, &Keys::new([9; 32]), PushId(push), NOW).await;
        assert!(matches!(other, Err(Error::Internal(_))));
    }
}

#[tokio::test]
async fn a_notice_says_what_it_is_about_only_to_who_chose_that() {
    for (db, _folder) in both().await {
        let (anna, _) = reachable(&db, 1).await;
        assert!(told(&db, &anna, Notice::MedicineDue, "1", NOW).await);
        let push = one_due(&db, NOW).await;
        assert_eq!(push.wording, Wording::Discreet);
        assert_eq!(notice_of(&push), (Notice::MedicineDue, None, Some(PAGE)));
        choose(&db, &anna, Wanted { wording: Wording::Plain, ..Wanted::default() }).await;
        let push = one_due(&db, NOW.plus_seconds(2)).await;
        assert_eq!(notice_of(&push), (Notice::MedicineDue, Some("Tamoxifen"), Some(PAGE)));
        assert_eq!((push.wording, push.language.as_deref()), (Wording::Plain, Some("fr")));
    }
}

#[tokio::test]
async fn a_kind_that_is_not_wanted_as_a_push_is_in_the_inbox_alone() {
    for (db, _folder) in both().await {
        let (anna, _) = reachable(&db, 1).await;
        let off = Channels { mail: true, push: false };
        choose(&db, &anna, Wanted::default().with(Kind::Medicine, off)).await;
        assert!(!told(&db, &anna, Notice::MedicineDue, "1", NOW).await);
        assert!(told(&db, &anna, Notice::ResultsNew, "1", NOW).await);
        assert_eq!(notice_of(&one_due(&db, NOW).await).0, Notice::ResultsNew);
        choose(&db, &anna, Wanted::default().with(Kind::Results, off)).await;
        assert!(matches!(due(&db, NOW.plus_seconds(2)).await[..], [(_, PushFate::Drop)]), "chosen meanwhile");
        let mut tx = db.read().await.unwrap();
        assert_eq!(list_inbox(&mut tx, &anna, 10, NOW).await.unwrap().len(), 2);
        assert_eq!(find_wanted(&mut tx, anna.account).await.unwrap().of(Kind::Results), off);
        let ben = somebody(&db, AccountRole::Patient).await;
        drop(tx);
        assert!(!told(&db, &ben, Notice::MedicineDue, "1", NOW).await, "no device, no address");
        let mut tx = db.read().await.unwrap();
        assert_eq!(count_unread(&mut tx, &ben, NOW).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn what_comes_an_hour_late_never_says_that_it_is_time() {
    for (db, _folder) in both().await {
        let (anna, _) = reachable(&db, 1).await;
        told(&db, &anna, Notice::MedicineDue, "1", NOW).await;
        told(&db, &anna, Notice::SymptomCheckDue, "1", NOW).await;
        let of = async |now: Instant| {
            let mut all: Vec<Notice> = Vec::new();
            for (_, fate) in due(&db, now).await {
                let PushFate::Send(push) = fate else { panic!("it is not sent") };
                all.push(notice_of(&push).0);
            }
            all.sort_by_key(|notice| notice.code());
            all
        };
        assert_eq!(of(NOW.plus_seconds(3_597)).await, [Notice::MedicineDue, Notice::SymptomCheckDue]);
        assert_eq!(of(NOW.plus_seconds(3_600)).await, [Notice::MedicineLate, Notice::SymptomCheckDue]);
        let stale = due(&db, NOW.plus_seconds(super::STALE_SECONDS + 1)).await;
        assert!(stale.iter().all(|(_, fate)| matches!(fate, PushFate::Drop)), "nobody wants it a day later");
    }
}

#[tokio::test]
async fn a_push_waits_for_the_end_of_the_quiet_hours_and_is_in_the_inbox_at_once() {
    for (db, _folder) in both().await {
        let (anna, _) = reachable(&db, 1).await;
        choose(&db, &anna, Wanted { quiet_medicines: true, ..Wanted::default() }).await;
        let night = Instant(NOW.0 + 8 * 3_600_000_000);
        let morning = Quiet::default().after(night, "UTC");
        told(&db, &anna, Notice::MedicineDue, "1", night).await;
        assert!(due(&db, Instant(morning.0 - 1)).await.is_empty());
        let mut tx = db.read().await.unwrap();
        assert_eq!(list_inbox(&mut tx, &anna, 10, night).await.unwrap().len(), 1);
        drop(tx);
        assert_eq!(notice_of(&one_due(&db, morning).await).0, Notice::MedicineLate);
        // One whose sending failed into the night.
        told(&db, &anna, Notice::MedicineDue, "2", NOW).await;
        assert!(due(&db, night).await.iter().all(|(_, fate)| matches!(fate, PushFate::Later(at) if *at == morning)));
    }
}

#[tokio::test]
async fn quiet_hours_that_nobody_chose_for_medicines_hold_none_of_their_reminders_back() {
    for (db, _folder) in both().await {
        let (anna, _) = reachable(&db, 1).await;
        // 22:13 and 07:13 where she lives.
        for (key, at) in
            [("bedtime", Instant(NOW.0 + 8 * 3_600_000_000)), ("waking", Instant(NOW.0 + 17 * 3_600_000_000))]
        {
            assert!(Quiet::default().after(at, "UTC") > at);
            told(&db, &anna, Notice::MedicineDue, key, at).await;
            let push = one_due(&db, at).await;
            assert_eq!(notice_of(&push).0, Notice::MedicineDue, "{key}");
            ended(&db, push.push, &Came::Sent).await;
        }
        // Other notices wait, and medicines do when she says so.
        let night = Instant(NOW.0 + 32 * 3_600_000_000);
        told(&db, &anna, Notice::SymptomCheckDue, "check", night).await;
        choose(&db, &anna, Wanted { quiet_medicines: true, ..Wanted::default() }).await;
        told(&db, &anna, Notice::MedicineDue, "held", night).await;
        assert!(due(&db, night).await.iter().all(|(_, fate)| !matches!(fate, PushFate::Send(_))));
    }
}

#[tokio::test]
async fn the_same_notice_is_one_push_to_each_device_and_what_was_sent_is_not_sent_again() {
    for (db, _folder) in both().await {
        let (anna, _) = reachable(&db, 1).await;
        turned_on(&db, &anna, 2, "phone").await;
        for _ in 0..3 {
            told(&db, &anna, Notice::MedicineDue, "1", NOW).await;
        }
        let fates = due(&db, NOW).await;
        assert_eq!(fates.len(), 2);
        for (_, fate) in fates {
            let PushFate::Send(push) = fate else { panic!("it is not sent") };
            ended(&db, push.push, &Came::Sent).await;
        }
        let again = due(&db, NOW.plus_seconds(2)).await;
        assert!(again.len() == 2 && again.iter().all(|(_, fate)| matches!(fate, PushFate::Drop)));
        assert!(devices(&db, &anna).await.iter().all(|device| device.sent_at == Some(NOW)));
    }
}

#[tokio::test]
async fn a_device_that_is_gone_is_forgotten_but_for_its_name() {
    for (db, _folder) in both().await {
        let (anna, _) = reachable(&db, 1).await;
        told(&db, &anna, Notice::MedicineDue, "1", NOW).await;
        let push = one_due(&db, NOW).await.push;
        ended(&db, push, &Came::Gone("push-410".into())).await;
        let [device] = devices(&db, &anna).await.try_into().unwrap();
        assert_eq!((device.gone_at, device.error.as_deref()), (Some(NOW), Some("push-410")));
        let mut tx = db.write().await.unwrap();
        let kept: i64 =
            on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(sealed) FROM push_device").fetch_one(c).await).unwrap();
        assert_eq!((kept, count_devices(&mut tx).await.unwrap()), (0, (0, 0)));
        tx.commit().await.unwrap();
        assert!(!told(&db, &anna, Notice::MedicineDue, "2", NOW).await);
        // What was refused is tried again when the operator says so, and its device is not gone.
        turned_on(&db, &anna, 1, "browser 1").await;
        told(&db, &anna, Notice::MedicineDue, "3", NOW).await;
        let push = one_due(&db, NOW.plus_seconds(2)).await.push;
        ended(&db, push, &Came::Refused("push-403".into())).await;
        let mut tx = db.read().await.unwrap();
        assert_eq!(count_devices(&mut tx).await.unwrap(), (1, 1));
        assert!(matches!(find_push_fate(&mut tx, &keys(), push, NOW).await.unwrap(), PushFate::Send(_)));
    }
}

#[tokio::test]
async fn a_browser_shows_the_notices_of_who_signed_in_there_last_and_of_nobody_who_signed_out() {
    for (db, _folder) in both().await {
        let (anna, token) = reachable(&db, 1).await;
        let (ben, _) = signed_in(&db).await;
        // The same person again: it goes on, with the new session.
        let mut tx = db.write().await.unwrap();
        let second = open_session(&mut tx, anna.account, "", NOW).await.unwrap();
        follow_session(&mut tx, "browser 1", anna.account, second.session).await.unwrap();
        end_session(&mut tx, &token, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(devices(&db, &anna).await.len(), 1, "the session before is not the one that uses it");
        let mut tx = db.write().await.unwrap();
        end_session(&mut tx, &second.token, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert!(devices(&db, &anna).await.is_empty(), "signed out");

        turned_on(&db, &anna, 1, "browser 1").await;
        let mut tx = db.write().await.unwrap();
        follow_session(&mut tx, "browser 1", ben.account, ben.session).await.unwrap();
        tx.commit().await.unwrap();
        assert!(devices(&db, &anna).await.is_empty(), "someone else signed in there");

        turned_on(&db, &anna, 1, "browser 1").await;
        turned_on(&db, &ben, 1, "browser 9").await;
        assert!(devices(&db, &anna).await.is_empty(), "someone else has the same address at the push service");

        let mut tx = db.write().await.unwrap();
        forget_browser(&mut tx, "browser 9").await.unwrap();
        tx.commit().await.unwrap();
        assert!(devices(&db, &ben).await.is_empty(), "signed out after the session was over");
    }
}

#[tokio::test]
async fn ending_a_session_elsewhere_or_all_of_them_ends_their_notices() {
    for (db, _folder) in both().await {
        let (anna, _) = reachable(&db, 1).await;
        let here = Caller { session: crate::id::SessionId::new(), ..anna };
        let mut tx = db.write().await.unwrap();
        end_other_session(&mut tx, &here, anna.session, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert!(devices(&db, &anna).await.is_empty());
        for close in [true, false] {
            let (ben, _) = reachable(&db, 2).await;
            told(&db, &ben, Notice::MedicineDue, "1", NOW).await;
            let mut tx = db.write().await.unwrap();
            if close {
                disable(&mut tx, ben.account, NOW).await.unwrap();
            } else {
                end_all_sessions(&mut tx, ben.account, NOW).await.unwrap();
            }
            tx.commit().await.unwrap();
            assert!(devices(&db, &ben).await.is_empty());
            assert!(
                due(&db, NOW.plus_seconds(i64::from(close) * 5))
                    .await
                    .iter()
                    .all(|(_, fate)| matches!(fate, PushFate::Drop))
            );
        }
    }
}

#[tokio::test]
async fn nobody_forgets_the_device_of_another_and_there_is_a_most() {
    for (db, _folder) in both().await {
        let (anna, _) = reachable(&db, 1).await;
        let (ben, _) = signed_in(&db).await;
        let [device] = devices(&db, &anna).await.try_into().unwrap();
        let mut tx = db.write().await.unwrap();
        assert!(matches!(forget_device(&mut tx, &ben, device.id, NOW).await, Err(Error::NotFound)));
        forget_device(&mut tx, &anna, device.id, NOW).await.unwrap();
        assert!(matches!(forget_device(&mut tx, &anna, device.id, NOW).await, Err(Error::NotFound)));
        tx.commit().await.unwrap();
        for n in 0..usize::try_from(MOST_DEVICES).unwrap() {
            turned_on(&db, &anna, n, &format!("browser {n}")).await;
        }
        let mut tx = db.write().await.unwrap();
        let more = save_device(&mut tx, &keys(), &anna, &subscription(99), ("more", ""), NOW).await;
        assert!(matches!(more, Err(Error::Invalid(_))));
        save_device(&mut tx, &keys(), &anna, &subscription(1), ("browser 1", ""), NOW).await.unwrap();
        tx.commit().await.unwrap();
        // One that is gone makes room for another.
        told(&db, &anna, Notice::SymptomCheckDue, "1", NOW).await;
        let (_, fate) = due(&db, NOW).await.swap_remove(0);
        let PushFate::Send(push) = fate else { panic!("it is not sent") };
        ended(&db, push.push, &Came::Gone("410".into())).await;
        turned_on(&db, &anna, 99, "more").await;
    }
}

#[tokio::test]
async fn a_day_has_so_many_pushes_and_so_many_tests() {
    for (db, _folder) in both().await {
        let (anna, _) = reachable(&db, 1).await;
        for n in 0..MOST_PUSHES {
            assert!(told(&db, &anna, Notice::MedicineDue, &n.to_string(), NOW).await);
        }
        assert!(!told(&db, &anna, Notice::MedicineDue, "more", NOW).await);
        assert!(told(&db, &anna, Notice::MedicineDue, "0", NOW).await, "one of those there are");
        let mut tx = db.write().await.unwrap();
        for n in 0..super::MOST_ASKED {
            assert_eq!(ask_push_test(&mut tx, &anna, NOW.plus_seconds(n)).await.unwrap(), 1);
        }
        assert!(matches!(ask_push_test(&mut tx, &anna, NOW.plus_seconds(9)).await, Err(Error::Throttled(_))));
    }
}

#[tokio::test]
async fn a_test_says_what_became_of_it_on_each_device() {
    for (db, _folder) in both().await {
        let (anna, _) = reachable(&db, 1).await;
        let test = async || devices(&db, &anna).await[0].test;
        assert_eq!(test().await, None);
        let mut tx = db.write().await.unwrap();
        ask_push_test(&mut tx, &anna, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(test().await, Some(TestState::Waiting));
        let push = one_due(&db, NOW).await;
        assert_eq!(push.said, Pushed::Test);
        let mut tx = db.write().await.unwrap();
        note_push_failure(&mut tx, push.push, "timeout").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(test().await, Some(TestState::Failing));
        ended(&db, push.push, &Came::Sent).await;
        assert_eq!(test().await, Some(TestState::Sent(NOW)));
    }
}

#[tokio::test]
async fn the_inbox_has_each_notice_of_a_month_from_its_moment_on_until_it_is_read_or_old() {
    for (db, _folder) in both().await {
        let anna = somebody(&db, AccountRole::Patient).await;
        let ben = somebody(&db, AccountRole::Patient).await;
        told(&db, &anna, Notice::SymptomCheckDue, "1", NOW).await;
        told(&db, &anna, Notice::SymptomCheckDue, "1", NOW).await;
        told(&db, &anna, Notice::MedicineDue, "2", NOW.plus_seconds(60)).await;
        let mut tx = db.write().await.unwrap();
        assert_eq!(count_unread(&mut tx, &anna, NOW).await.unwrap(), 1, "the other one is not due yet");
        assert_eq!(count_unread(&mut tx, &ben, NOW).await.unwrap(), 0);
        let later = NOW.plus_seconds(61);
        let entries = list_inbox(&mut tx, &anna, 10, later).await.unwrap();
        let notices: Vec<Notice> = entries.iter().filter_map(|entry| entry.notice).collect();
        assert_eq!(notices, [Notice::MedicineDue, Notice::SymptomCheckDue]);
        assert_eq!((entries[0].detail.as_deref(), entries[0].url.as_deref()), (Some("Tamoxifen"), Some(PAGE)));
        assert_eq!(list_inbox(&mut tx, &anna, 1, later).await.unwrap().len(), 1);
        mark_read(&mut tx, &ben, later, later).await.unwrap();
        mark_read(&mut tx, &anna, NOW, later).await.unwrap();
        assert_eq!(count_unread(&mut tx, &anna, later).await.unwrap(), 1, "it came after they looked");
        let newest = entries[0].id;
        assert!(matches!(open_notice(&mut tx, &ben, newest, later).await, Err(Error::NotFound)));
        assert!(matches!(open_notice(&mut tx, &anna, newest, NOW).await, Err(Error::NotFound)), "not due yet");
        assert_eq!(open_notice(&mut tx, &anna, newest, later).await.unwrap(), PAGE);
        assert_eq!(count_unread(&mut tx, &anna, later).await.unwrap(), 0, "who opened it has read it");
        mark_read(&mut tx, &anna, NOW.plus_days(900), later).await.unwrap();
        assert!(list_inbox(&mut tx, &anna, 10, later).await.unwrap().iter().all(|entry| entry.read));
        assert!(list_inbox(&mut tx, &anna, 10, NOW.plus_days(31)).await.unwrap().is_empty());
        let rows = async |tx: &mut crate::db::Tx| -> i64 {
            on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM notice").fetch_one(c).await).unwrap()
        };
        delete_expired(&mut tx, NOW.plus_days(179)).await.unwrap();
        assert_eq!(rows(&mut tx).await, 2);
        delete_expired(&mut tx, NOW.plus_days(181)).await.unwrap();
        assert_eq!(rows(&mut tx).await, 0);
    }
}
