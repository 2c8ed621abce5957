//! Pushes from the form to the browser, by way of a push service.

use std::time::Duration;

use domain::{
    account::store::find_session,
    jobs::store::count,
    reminders::{
        MOST_DEVICES, Notice, Said, Wanted, Wording,
        choice_store::save_wanted,
        inbox::list_inbox,
        push::{Hosts, Subscription},
        push_store::save_device,
        store::{notify_person, notify_team},
    },
    secret::{Keys, unhex},
    site::store::list_teams,
};
use http::StatusCode;
use rstest::rstest;
use serde_json::json;
use server::{
    push::{PushOptions, Pusher},
    work::{HANDLERS, Lane, Round, Worker},
};
use tokio::sync::watch;

use crate::{
    calendar::{Then, takes},
    push_service::{Manner, PushService},
    world::{Answer, Somebody, World},
};

const PAGE: &str = "/account/reminders";
/// From the beginning of each test, at 14:13:20 in UTC, to the next full minute, and to the next full hour.
const TO_NEXT: i64 = 40;
pub const TO_THREE: i64 = 2_800;
pub const TAKES: Manner = Manner::Says(StatusCode::CREATED);

fn pusher(world: &World, hosts: &str) -> Pusher {
    let options = PushOptions { push_hosts: hosts.parse::<Hosts>().unwrap() };
    Pusher::new(&options, &world.backend.keys, "https://daybook.example").unwrap().unwrap()
}

fn worker(world: &World, hosts: &str) -> Worker {
    Worker::new(world.backend.clone(), None, HANDLERS).with_pusher(Some(pusher(world, hosts)))
}

/// A world that sends pushes to this service.
pub async fn world_with(database: &str, service: &PushService) -> Option<(World, Worker)> {
    let mut world = World::on(database).await?;
    let pusher = pusher(&world, &service.host());
    world.settle(|settings| settings.push = Some(pusher.settings()));
    let worker = worker(&world, &service.host());
    Some((world, worker))
}

/// Does what is due.
pub async fn send(worker: &Worker) -> Round {
    let (_going, stop) = watch::channel(false);
    worker.round(Lane::Push, &stop).await.unwrap()
}

/// Plans what is due.
async fn due(worker: &Worker) {
    let (_going, stop) = watch::channel(false);
    worker.round(Lane::Database, &stop).await.unwrap();
}

/// A form from a browser that holds these cookies.
pub async fn from_browser(world: &World, cookies: &str, path: &str, form: &str) -> Answer {
    world.form(path, form, PAGE, cookies).await
}

fn set_cookies(answer: &Answer) -> Vec<&str> {
    answer.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect()
}

async fn post(world: &World, who: &Somebody, path: &str, form: &str) -> Answer {
    from_browser(world, &format!("__Host-session={}", who.token), path, form).await
}

/// Turns notifications on in a browser, and answers its cookie.
pub async fn subscribed(world: &World, service: &PushService, who: &Somebody, browser: &str) -> String {
    let done = post(world, who, "/api/reminders/subscribe", &service.form(browser)).await;
    assert_eq!(done.header("location"), "/account/reminders?push=on");
    let cookie = done.header("set-cookie").split(';').next().unwrap().to_owned();
    assert!(cookie.starts_with("__Host-push=") && cookie.len() == 12 + 64, "{cookie}");
    cookie
}

async fn tell(world: &World, who: &Somebody, notice: Notice, key: &str) -> bool {
    let mut tx = world.backend.db.write().await.unwrap();
    let (now, url) = (world.backend.now(), format!("/records/{}/medicines", who.record));
    let said = Said { detail: Some("Tamoxifen"), url: Some(&url) };
    let planned = notify_person(&mut tx, who.record, notice, said, key, now, now).await.unwrap();
    tx.commit().await.unwrap();
    planned
}

async fn page(world: &World, who: &Somebody) -> String {
    world.get(PAGE, Some(&who.token)).await.body
}

/// What waits, what has failed, and with which code.
async fn jobs(world: &World) -> Vec<(i64, i64, Option<String>)> {
    let mut tx = world.backend.db.read().await.unwrap();
    let counts = count(&mut tx, world.backend.now()).await.unwrap();
    counts.into_iter().map(|one| (one.waiting, one.failed, one.error)).collect()
}

#[rstest]
#[tokio::test]
async fn a_notice_reaches_the_browser_encrypted_and_says_nothing_unless_asked_to(
    #[values("sqlite", "postgres")] database: &str,
) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let anna = world.patient("anna").await;
    subscribed(&world, &service, &anna, "phone").await;
    takes(&world, &anna, "Tamoxifen", &["15:00", "16:00", "17:00"], Then::Confirmed).await;
    world.later(TO_THREE);
    due(&worker).await;
    assert_eq!(send(&worker).await, Round { taken: 1, done: 1, ..Round::default() });
    assert_eq!(send(&worker).await.taken, 0, "once");
    let [push] = service.shown().try_into().unwrap();
    assert_eq!((push.to.as_str(), push.text["title"].as_str()), ("phone", Some("Daybook")));
    assert_eq!(push.text["body"], "You have something to do");
    assert_eq!(push.text["url"], json!(format!("/records/{}/medicines", anna.record)));
    assert_eq!(push.claims["aud"], json!(service.host()));
    assert_eq!(push.claims["sub"], "https://daybook.example");
    let key = world.backend.settings.push.as_ref().unwrap().key.clone();
    assert_eq!(push.sender, unhex(&key).unwrap(), "the key that browsers were given");
    let header = |name: &str| push.headers[name].to_str().unwrap().to_owned();
    assert_eq!((header("content-encoding"), header("urgency")), ("aes128gcm".into(), "high".into()));
    assert_eq!((header("ttl"), header("topic")), ("3600".into(), push.text["tag"].as_str().unwrap().to_owned()));
    let all: String = push.headers.values().map(|value| value.to_str().unwrap_or_default()).collect();
    for telling in ["amoxifen", &anna.record.to_string(), &anna.account.to_string(), "anna"] {
        assert!(!all.contains(telling), "{telling} stands in the headers");
        assert!(!push.raw.windows(telling.len()).any(|part| part == telling.as_bytes()), "{telling} can be read");
    }
    let discreet = push.raw.len();

    let token = world.session(anna.account).await;
    let mut tx = world.backend.db.write().await.unwrap();
    let caller = find_session(&mut tx, &token, world.backend.now()).await.unwrap().unwrap().caller;
    let plain = Wanted::default().worded(Wording::Plain);
    save_wanted(&mut tx, &caller, plain, world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    world.later(3_600);
    due(&worker).await;
    assert_eq!(send(&worker).await.done, 1);
    let push = &service.shown()[1];
    assert_eq!(push.text["body"], "Time for Tamoxifen");
    assert_eq!(push.raw.len(), discreet, "its length tells nothing");
    world.later(3_600);
    due(&worker).await;
    world.later(3_600);
    assert_eq!(send(&worker).await.done, 1);
    let push = &service.shown()[2];
    assert!(push.text["body"].as_str().unwrap().starts_with("Reminders of medicines came late"), "{}", push.text);
    assert_eq!(push.text["tag"], "late", "the next one takes its place");
}

#[rstest]
#[tokio::test]
async fn a_browser_names_a_push_service_that_is_known_or_is_refused(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(TAKES).await;
    let Some((world, _)) = world_with(database, &service).await else { return };
    let anna = world.patient("anna").await;
    let form = service.form("phone");
    for wrong in [
        form.replace("http://127.0.0.1", "https://evil.example"),
        form.replace("127.0.0.1", "169.254.169.254"),
        form.replace(&service.port.to_string(), "1"),
        form.replace("http://", "https://"),
        form.replace("/push/phone", "@evil.example/"),
    ] {
        let refused = world.call("/api/reminders/subscribe", &wrong, Some(&anna.token)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(refused.body.contains("endpoint"), "{}", refused.body);
    }
    let no_key = form.replace("key=04", "key=05");
    assert_eq!(world.call("/api/reminders/subscribe", &no_key, Some(&anna.token)).await.status, 422);
    let refused = post(&world, &anna, "/api/reminders/subscribe", &form.replace("127.0.0.1", "10.0.0.1")).await;
    let told = world.get(refused.header("location"), Some(&anna.token)).await.body;
    assert!(told.contains("does not know the push service of this browser"), "{told}");
    for n in 0..MOST_DEVICES {
        subscribed(&world, &service, &anna, &format!("browser{n}")).await;
    }
    let more = world.call("/api/reminders/subscribe", &service.form("more"), Some(&anna.token)).await;
    assert_eq!(more.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[rstest]
#[tokio::test]
async fn a_device_that_the_push_service_has_forgotten_is_forgotten_and_its_person_is_told(
    #[values("sqlite", "postgres")] database: &str,
    #[values(404, 410)] status: u16,
) {
    let service = PushService::start(Manner::Says(StatusCode::from_u16(status).unwrap())).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let anna = world.patient("anna").await;
    subscribed(&world, &service, &anna, "phone").await;
    tell(&world, &anna, Notice::SymptomCheckDue, "1").await;
    assert_eq!(send(&worker).await.done, 1, "there is nothing more to do");
    assert!(page(&world, &anna).await.contains("this device takes no notifications any more"));
    assert!(!tell(&world, &anna, Notice::SymptomCheckDue, "2").await);
    assert_eq!(send(&worker).await.taken, 0);
    assert_eq!(service.shown().len(), 1);
}

#[rstest]
#[tokio::test]
async fn a_busy_push_service_is_waited_for_as_long_as_it_asks(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(Manner::Busy("300")).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let anna = world.patient("anna").await;
    subscribed(&world, &service, &anna, "phone").await;
    tell(&world, &anna, Notice::SymptomCheckDue, "1").await;
    assert_eq!(send(&worker).await.again, 1);
    service.behave(Manner::Says(StatusCode::SERVICE_UNAVAILABLE));
    world.later(299);
    assert_eq!(send(&worker).await.taken, 0, "not before");
    world.later(80);
    assert_eq!(send(&worker).await.again, 1);
    world.later(19);
    assert_eq!(send(&worker).await.taken, 0);
    service.behave(TAKES);
    world.later(10);
    assert_eq!(send(&worker).await.done, 1);
    let tags: Vec<_> = service.shown().iter().map(|push| push.text["tag"].clone()).collect();
    assert!(tags.len() == 3 && tags.iter().all(|tag| *tag == tags[0]), "{tags:?}");
}

#[rstest]
#[tokio::test]
async fn what_a_push_service_refuses_is_parked_with_a_code_and_redirects_are_not_followed(
    #[values("sqlite", "postgres")] database: &str,
) {
    let (service, elsewhere) = (PushService::start(TAKES).await, PushService::start(TAKES).await);
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let anna = world.patient("anna").await;
    subscribed(&world, &service, &anna, "phone").await;
    let redirect = Manner::Redirects(format!("{}/push/phone", elsewhere.host()));
    for (n, (manner, code)) in [
        (Manner::Says(StatusCode::FORBIDDEN), "push-403"),
        (Manner::Says(StatusCode::BAD_REQUEST), "push-400"),
        (Manner::Says(StatusCode::PAYLOAD_TOO_LARGE), "push-413"),
        (redirect, "push-307"),
    ]
    .into_iter()
    .enumerate()
    {
        service.behave(manner);
        tell(&world, &anna, Notice::SymptomCheckDue, &n.to_string()).await;
        assert_eq!(send(&worker).await.parked, 1, "{code}");
        assert!(page(&world, &anna).await.contains("The last notification was refused"));
        let (_, failed, error) = jobs(&world).await.remove(0);
        assert_eq!((failed, error.as_deref()), (1, Some(code)));
        service.behave(TAKES);
        let mut tx = world.backend.db.write().await.unwrap();
        assert_eq!(domain::jobs::store::revive(&mut tx, world.backend.now()).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(send(&worker).await.done, 1, "the operator has it tried once more");
        assert!(!page(&world, &anna).await.contains("The last notification was refused"));
    }
    assert!(elsewhere.shown().is_empty(), "a redirect was followed");
}

#[tokio::test]
async fn an_answer_without_end_is_cut_off() {
    let service = PushService::start(Manner::Chatters).await;
    let (world, worker) = world_with("sqlite", &service).await.unwrap();
    let anna = world.patient("anna").await;
    subscribed(&world, &service, &anna, "phone").await;
    tell(&world, &anna, Notice::SymptomCheckDue, "1").await;
    assert_eq!(send(&worker).await.done, 1);
}

#[tokio::test]
async fn a_list_that_became_shorter_holds_for_devices_of_before_and_nobody_answers_is_tried_again() {
    let service = PushService::start(TAKES).await;
    let (world, _) = world_with("sqlite", &service).await.unwrap();
    let anna = world.patient("anna").await;
    subscribed(&world, &service, &anna, "phone").await;
    tell(&world, &anna, Notice::SymptomCheckDue, "1").await;
    let strict = worker(&world, domain::reminders::push::KNOWN_HOSTS);
    assert_eq!(send(&strict).await.parked, 1);
    assert_eq!(jobs(&world).await, [(0, 1, Some("not-a-push-service".into()))]);
    assert!(service.shown().is_empty());

    let mut closed = service;
    closed.port = 1;
    let (world, nobody) = world_with("sqlite", &closed).await.unwrap();
    let anna = world.patient("anna").await;
    subscribed(&world, &closed, &anna, "phone").await;
    tell(&world, &anna, Notice::SymptomCheckDue, "1").await;
    assert_eq!(send(&nobody).await.again, 1);
    // A process that sends none leaves it for one that does.
    world.later(60);
    let silent = Worker::new(world.backend.clone(), None, HANDLERS);
    assert_eq!(send(&silent).await.taken, 0);
}

#[rstest]
#[tokio::test]
async fn a_device_that_cannot_be_read_keeps_no_other_push_waiting(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let (anna, ben) = (world.patient("anna").await, world.patient("ben").await);
    // Written with another key file.
    let mut tx = world.backend.db.write().await.unwrap();
    let caller = find_session(&mut tx, &anna.token, world.backend.now()).await.unwrap().unwrap().caller;
    let form = service.form("old");
    let part = |name: &str| form.split(&format!("{name}=")).nth(1).unwrap().split('&').next().unwrap().to_owned();
    let hosts = service.host().parse::<Hosts>().unwrap();
    let old = Subscription::new(&hosts, &part("endpoint"), &part("key"), &part("auth")).unwrap();
    let other = Keys::new([99; 32]);
    save_device(&mut tx, &other, &caller, &old, ("old", "Firefox"), world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    subscribed(&world, &service, &ben, "phone").await;
    for key in ["1", "2"] {
        tell(&world, &anna, Notice::SymptomCheckDue, key).await;
        tell(&world, &ben, Notice::SymptomCheckDue, key).await;
    }
    let round = send(&worker).await;
    assert_eq!((round.taken, round.done, round.again, round.parked), (4, 2, 2, 0));
    assert_eq!(service.shown().iter().filter(|push| push.to == "phone").count(), 2);
    assert_eq!(jobs(&world).await, [(2, 0, None)]);
    // They are tried again, for a process with its key file.
    world.later(60);
    assert_eq!(send(&worker).await.again, 2);
}

#[rstest]
#[tokio::test]
async fn a_push_whose_sender_died_is_sent_by_another_with_the_same_tag(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(Manner::Stalls).await;
    let Some((world, killed)) = world_with(database, &service).await else { return };
    let anna = world.patient("anna").await;
    subscribed(&world, &service, &anna, "phone").await;
    tell(&world, &anna, Notice::SymptomCheckDue, "1").await;
    // The service has it, and the process dies before it hears so.
    let died = tokio::time::timeout(Duration::from_secs(3), async {
        tokio::select! {
            _ = send(&killed) => panic!("it did not stall"),
            () = async { while service.shown().is_empty() { tokio::task::yield_now().await; } } => {}
        }
    });
    died.await.unwrap();
    service.behave(TAKES);
    let other = worker(&world, &service.host());
    assert_eq!(send(&other).await.taken, 0, "the lease holds");
    world.later(121);
    assert_eq!(send(&other).await.done, 1);
    let [first, second] = service.shown().try_into().unwrap();
    assert_eq!(
        (first.text["tag"].clone(), first.headers["topic"].clone()),
        (second.text["tag"].clone(), second.headers["topic"].clone())
    );
    world.later(121);
    assert_eq!(send(&other).await.taken, 0);
}

#[rstest]
#[tokio::test]
async fn who_signs_out_or_is_followed_by_another_gets_no_notices_on_that_device(
    #[values("sqlite", "postgres")] database: &str,
) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let (anna, ben) = (world.patient("anna").await, world.patient("ben").await);
    let browser = subscribed(&world, &service, &anna, "tablet").await;
    assert!(page(&world, &anna).await.contains("Devices that show notifications"));
    tell(&world, &anna, Notice::SymptomCheckDue, "1").await;
    let here = format!("__Host-session={}; {browser}", anna.token);
    let out = from_browser(&world, &here, "/api/account/sign_out", "").await;
    let cookies = set_cookies(&out);
    assert!(
        cookies.iter().any(|cookie| cookie.starts_with("__Host-push=;") && cookie.contains("Max-Age=0")),
        "{cookies:?}"
    );
    assert_eq!(send(&worker).await.taken, 1, "its push is dropped");
    assert!(service.shown().is_empty(), "a notice came after signing out");

    // A session that is long over can't be signed out of; the next one to sign in there takes the device over.
    let browser = subscribed(&world, &service, &ben, "tablet").await;
    tell(&world, &ben, Notice::SymptomCheckDue, "1").await;
    let name = format!("name=anna&passphrase={}", crate::world::PASSPHRASE);
    let entered = from_browser(&world, &browser, "/api/account/sign_in", &name).await;
    assert!(set_cookies(&entered).iter().any(|cookie| cookie.starts_with("__Host-session=")), "{}", entered.body);
    send(&worker).await;
    assert!(service.shown().is_empty(), "the notice of another came");
    assert!(!page(&world, &ben).await.contains("Devices that show notifications"));
}

#[rstest]
#[tokio::test]
async fn devices_are_listed_tested_and_forgotten(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let (anna, ben) = (world.patient("anna").await, world.patient("ben").await);
    assert!(page(&world, &anna).await.contains("Notifications need JavaScript"));
    let browser = subscribed(&world, &service, &anna, "phone").await;
    let cookies = format!("__Host-session={}; {browser}", anna.token);
    let here = world.get_with(PAGE, None, &[("cookie", &cookies)]).await.body;
    assert!(here.contains("This device") && here.contains("data-on=\"yes\""), "{here}");
    assert!(!page(&world, &anna).await.contains("data-on=\"yes\""), "another browser");
    assert!(world.get("/account", Some(&anna.token)).await.body.contains("On"));

    post(&world, &anna, "/api/reminders/test_push", "").await;
    assert!(page(&world, &anna).await.contains("The test is on its way."));
    assert_eq!(send(&worker).await.done, 1);
    let tested = page(&world, &anna).await;
    assert!(tested.contains("The test was sent at") && tested.contains("Last notification sent on"), "{tested}");
    assert_eq!(service.shown()[0].text["body"], "This is the test that you asked for.");

    let device = here.split("name=\"device\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = format!("device={device}");
    assert_eq!(world.call("/api/reminders/forget", &form, Some(&ben.token)).await.status, StatusCode::NOT_FOUND);
    let forgotten = post(&world, &anna, "/api/reminders/forget", &form).await;
    assert!(world.get(forgotten.header("location"), Some(&anna.token)).await.body.contains("The device is forgotten."));
    assert!(!page(&world, &anna).await.contains(&device));
    let log = world.get(&format!("/records/{}/log", anna.record), Some(&anna.token)).await.body;
    for line in ["Turned on notifications on a device", "Turned off notifications on a device"] {
        assert!(log.contains(line), "{line}");
    }
    assert!(!log.contains(&service.host()));
}

#[rstest]
#[tokio::test]
async fn the_inbox_says_plainly_what_was_told_and_is_read_when_they_say_so(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let (anna, ben) = (world.patient("anna").await, world.patient("ben").await);
    let inbox = async |who: &Somebody| world.get("/account/inbox", Some(&who.token)).await.body;
    assert!(inbox(&anna).await.contains("Nothing here"));
    assert!(!tell(&world, &anna, Notice::MedicineDue, "1").await, "it reaches nobody outside Daybook");
    assert!(world.get("/account", Some(&anna.token)).await.body.contains("1 new notice"));
    let page = inbox(&anna).await;
    assert!(page.contains("Time for Tamoxifen"), "{page}");
    assert!(!inbox(&ben).await.contains("Tamoxifen"));
    let until = page.split("name=\"until\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    world.later(1);
    tell(&world, &anna, Notice::SymptomCheckDue, "2").await;
    post(&world, &anna, "/api/reminders/read", &format!("until={until}")).await;
    assert!(world.get("/account", Some(&anna.token)).await.body.contains("1 new notice"), "it came after they looked");
    let page = inbox(&anna).await;
    assert!(page.contains("A check of how you feel is due"));
    // What was read is a link; opening the other one marks it as read.
    let target = format!("/records/{}/medicines", anna.record);
    let links = |page: &str| page.matches(&format!("href=\"{target}\"")).count();
    let form = format!("notice={}", page.split("name=\"notice\" value=\"").nth(1).unwrap().split('"').next().unwrap());
    assert_eq!(world.call("/api/reminders/open", &form, Some(&ben.token)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(post(&world, &anna, "/api/reminders/open", &form).await.header("location"), target);
    assert!(!world.get("/account", Some(&anna.token)).await.body.contains("1 new notice"));
    assert_eq!(links(&inbox(&anna).await), links(&page) + 1);
    world.later(3_600);
    let anna = Somebody { token: world.session(anna.account).await, ..anna };
    let page = inbox(&anna).await;
    assert!(page.contains("It was time for Tamoxifen") && !page.contains("Time for Tamoxifen"), "{page}");
}

#[tokio::test]
async fn the_privacy_page_says_who_else_learns_of_notifications() {
    let world = World::on("sqlite").await.unwrap();
    let page = world.get("/privacy", None).await.body;
    assert!(page.contains("push service of the maker of your browser"), "{page}");
}

#[rstest]
#[tokio::test]
async fn the_care_team_has_an_inbox_and_pushes_of_its_own(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let (_, nurse) = world.nurse("nurse", "Day clinic").await;
    let cookies = format!("__Host-session={nurse}");
    from_browser(&world, &cookies, "/api/reminders/subscribe", &service.form("desk")).await;
    let mut tx = world.backend.db.write().await.unwrap();
    let (team, now) = (list_teams(&mut tx).await.unwrap().remove(0).id, world.backend.now());
    let said = Said { url: Some("/team/worklist"), ..Said::default() };
    assert_eq!(notify_team(&mut tx, team, Notice::WorklistWaits, said, "1", now, now).await.unwrap(), 1);
    let caller = find_session(&mut tx, &nurse, now).await.unwrap().unwrap().caller;
    assert_eq!(list_inbox(&mut tx, &caller, 10, now).await.unwrap().len(), 1);
    tx.commit().await.unwrap();
    assert_eq!(send(&worker).await.done, 1);
    assert_eq!(service.shown()[0].text["url"], "/team/worklist");
}

#[tokio::test]
async fn the_service_worker_is_served_for_the_whole_site_and_its_page_may_start_it() {
    let service = PushService::start(TAKES).await;
    let (world, _) = world_with("sqlite", &service).await.unwrap();
    let worker = world.get("/sw.js", None).await;
    assert_eq!((worker.status, worker.header("content-type")), (StatusCode::OK, "text/javascript; charset=utf-8"));
    assert_eq!(worker.header("cache-control"), "no-cache");
    assert_eq!(worker.header("x-content-type-options"), "nosniff");
    let policy = worker.header("content-security-policy");
    assert!(policy.contains("script-src 'self'; connect-src 'self'") && !policy.contains("unsafe"), "{policy}");
    let anna = world.patient("anna").await;
    let page = world.get(PAGE, Some(&anna.token)).await;
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("worker-src 'self'") && policy.contains("'nonce-") && !policy.contains("unsafe"),
        "{policy}"
    );
    let other = world.get("/account/devices", Some(&anna.token)).await;
    assert!(!other.header("content-security-policy").contains("worker-src"));
}

#[tokio::test]
async fn without_push_services_pages_say_so_and_no_browser_is_taken() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    assert!(page(&world, &anna).await.contains("This Daybook sends no notifications."));
    let form = "endpoint=https://fcm.googleapis.com/x&key=04&auth=00";
    assert_eq!(world.call("/api/reminders/subscribe", form, Some(&anna.token)).await.status, StatusCode::NOT_FOUND);
}

/// A blood value of a day, as the clinic sends it.
fn a_value(mark: &str, day: u32) -> serde_json::Value {
    let mut record = crate::world::a_record(mark);
    let entries = record["entry"].as_array_mut().unwrap();
    entries.truncate(2);
    entries[1]["resource"]["id"] = json!(format!("{mark}-{day}"));
    entries[1]["resource"]["effectiveDateTime"] = json!(format!("2026-09-{day:02}T08:00:00Z"));
    record
}

#[rstest]
#[tokio::test]
async fn who_has_enrolled_is_told_once_of_each_import_that_brings_something_new(
    #[values("sqlite", "postgres")] database: &str,
) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let (anna, ben) = (world.patient("anna").await, world.patient("ben").await);
    subscribed(&world, &service, &anna, "phone").await;
    subscribed(&world, &service, &ben, "desk").await;
    assert_eq!(send(&worker).await.taken, 0, "what came before they enrolled is no news");
    let unread = async |who: &Somebody| {
        let page = world.get("/account", Some(&who.token)).await.body;
        page.split(" new notice").next().unwrap().rsplit(|c: char| !c.is_ascii_digit()).next().unwrap().to_owned()
    };
    world.import(&a_value("anna", 10)).await;
    assert_eq!(unread(&anna).await, "1");
    world.import(&a_value("anna", 10)).await;
    assert_eq!(unread(&anna).await, "1", "nothing new was in it");
    let only_kept = json!({ "resourceType": "Bundle", "type": "collection", "entry": [
        crate::world::a_record("anna")["entry"][0],
        { "resource": { "resourceType": "Basic", "id": "kept", "code": { "text": "kept" },
            "subject": { "reference": "Patient/anna" } } } ] });
    let kept = world.import(&only_kept).await;
    assert!(kept.report.is_some_and(|report| report.raw > 0), "it was kept");
    assert_eq!(unread(&anna).await, "1", "what has no line in the timeline is no news");
    world.import(&a_value("anna", 11)).await;
    world.import(&a_value("ben", 12)).await;
    assert_eq!((unread(&anna).await.as_str(), unread(&ben).await.as_str()), ("2", "1"));
    assert_eq!(send(&worker).await.done, 3);
    for push in service.shown() {
        assert_eq!(push.text["body"], "You have something to do");
        let record = if push.to == "phone" { anna.record } else { ben.record };
        assert_eq!(push.text["url"], json!(format!("/records/{record}/results")));
    }
    let inbox = world.get("/account/inbox", Some(&anna.token)).await.body;
    assert_eq!(inbox.matches("Something new is in your record").count(), 2);
    assert!(!inbox.contains("Hemoglobin"));
}

#[rstest]
#[tokio::test]
async fn a_result_that_waits_is_announced_as_something_new_and_no_more(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(TAKES).await;
    let Some((world, worker)) = world_with(database, &service).await else { return };
    let anna = world.patient("anna").await;
    subscribed(&world, &service, &anna, "phone").await;
    let choice =
        "typed[laboratory]=after-comment&typed[imaging]=at-once&typed[pathology]=at-once&typed[genetics]=at-once";
    let form = format!("record={}&{choice}", anna.record);
    assert_eq!(world.call("/api/results/choose", &form, Some(&anna.token)).await.status, StatusCode::OK);
    let mut tx = world.backend.db.write().await.unwrap();
    let caller = find_session(&mut tx, &anna.token, world.backend.now()).await.unwrap().unwrap().caller;
    save_wanted(&mut tx, &caller, Wanted::default().worded(Wording::Plain), world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    world.import(&a_value("anna", 10)).await;
    assert_eq!(send(&worker).await.done, 1);
    let [push] = service.shown().try_into().unwrap();
    assert_eq!(push.text["body"], "Something new is in your record", "also in plain words");
}

#[rstest]
#[tokio::test]
async fn many_that_fall_due_together_are_each_sent_once_by_two_workers(#[values("sqlite", "postgres")] database: &str) {
    let service = PushService::start(TAKES).await;
    let Some((world, one)) = world_with(database, &service).await else { return };
    let people = [world.patient("anna").await, world.patient("ben").await];
    for who in &people {
        takes(&world, who, "Tamoxifen", &["14:14"], Then::Confirmed).await;
    }
    world.later(TO_NEXT);
    for who in &people {
        for n in 0..2 {
            subscribed(&world, &service, who, &format!("{}-{n}", who.account)).await;
        }
        for n in 0..90 {
            assert!(tell(&world, who, Notice::MedicineDue, &n.to_string()).await);
        }
    }
    let other = worker(&world, &service.host());
    let mut done = 0;
    loop {
        let (first, second) = tokio::join!(send(&one), send(&other));
        done += first.done + second.done;
        if first.taken + second.taken == 0 {
            break;
        }
    }
    assert_eq!(done, 360);
    let mut shown: Vec<(String, String)> =
        service.shown().iter().map(|push| (push.to.clone(), push.text["tag"].to_string())).collect();
    shown.sort();
    shown.dedup();
    assert_eq!((shown.len(), service.shown().len()), (360, 360));
}

/// A hundredth of them by default; all with `DAYBOOK_LONG=1`. How long it takes is a matter of optimised builds: the
/// service decrypts each on the same machine.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_that_fall_due_at_one_moment_are_each_sent_once() {
    let long = std::env::var_os("DAYBOOK_LONG").is_some();
    let (people, browsers, notices) = if long { (14, 8, 90) } else { (2, 5, 10) };
    let service = PushService::start(TAKES).await;
    let (world, worker) = world_with("sqlite", &service).await.unwrap();
    let mut all = Vec::new();
    for n in 0..people {
        let who = world.patient(&format!("person {n}")).await;
        for browser in 0..browsers {
            subscribed(&world, &service, &who, &format!("{n}-{browser}")).await;
        }
        takes(&world, &who, "Tamoxifen", &["14:14"], Then::Confirmed).await;
        all.push(who);
    }
    world.later(TO_NEXT);
    for who in &all {
        for notice in 0..notices {
            assert!(tell(&world, who, Notice::MedicineDue, &notice.to_string()).await);
        }
    }
    let begun = std::time::Instant::now();
    let mut done = 0;
    loop {
        let round = send(&worker).await;
        done += round.done;
        if round.taken == 0 {
            break;
        }
    }
    let took = begun.elapsed();
    println!("{done} pushes in {} s", took.as_secs_f32());
    let mut shown: Vec<(String, String)> =
        service.shown().iter().map(|push| (push.to.clone(), push.text["tag"].to_string())).collect();
    assert_eq!((done, shown.len()), (people * browsers * notices, people * browsers * notices));
    shown.sort();
    shown.dedup();
    assert_eq!(shown.len(), done, "each is sent once");
    assert!(cfg!(debug_assertions) || took < Duration::from_mins(1), "{took:?}");
}
