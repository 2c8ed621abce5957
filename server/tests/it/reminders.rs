//! Reminders by mail from the form to the mail server, and back with the code.

use app::words::Language;
use clap::Parser as _;
use domain::{
    access::AccountRole,
    account::store::{find_session, set_language},
    jobs::store::count,
    reminders::{
        Notice, Said,
        store::{notify_address, notify_person},
    },
};
use http::StatusCode;
use mail_parser::{Message, MessageParser};
use rstest::rstest;
use server::{
    mail::{MailOptions, Mailer},
    work::{HANDLERS, Lane, Round, Worker},
};
use tokio::sync::watch;

use crate::{
    calendar::{Then, takes},
    smtp::{Manner, Server, Taken},
    world::{Answer, Somebody, World},
};

const PAGE: &str = "/account/reminders";

#[derive(clap::Parser)]
struct Options {
    #[command(flatten)]
    mail: MailOptions,
}

/// A mailer as the options of `serve` describe it.
fn mailer(url: &str) -> Mailer {
    let options = Options::parse_from(["test", "--smtp", url, "--mail-from", "no-reply@daybook.example"]);
    Mailer::new(&options.mail, "https://daybook.example").unwrap().unwrap()
}

pub fn worker(world: &World, server: &Server) -> Worker {
    Worker::new(world.backend.clone(), Some(mailer(&server.url())), HANDLERS)
}

/// Does what is due.
pub async fn send(worker: &Worker) -> Round {
    let (_going, stop) = watch::channel(false);
    worker.round(Lane::Mail, &stop).await.unwrap()
}

async fn post(world: &World, who: &Somebody, path: &str, form: &str) -> Answer {
    world.form(path, form, PAGE, &format!("__Host-session={}", who.token)).await
}

fn read(taken: &Taken) -> Message<'_> {
    MessageParser::default().parse(&taken.data).unwrap()
}

pub fn text(taken: &Taken) -> String {
    read(taken).body_text(0).unwrap().into_owned()
}

/// The code on a line of its own.
fn code_in(body: &str) -> String {
    let is_code = |line: &&str| line.len() == 14 && line.split('-').all(|group| group.len() == 4);
    body.lines().find(is_code).unwrap_or_else(|| panic!("no code in {body}")).to_owned()
}

/// Names an address and types the code that came.
async fn confirmed(world: &World, server: &Server, worker: &Worker, who: &Somebody, address: &str) {
    let before = server.taken().len();
    post(world, who, "/api/reminders/ask", &format!("address={address}")).await;
    assert_eq!(send(worker).await.done, 1);
    let code = code_in(&text(&server.taken()[before]));
    let done = post(world, who, "/api/reminders/confirm", &format!("code={code}")).await;
    assert_eq!(done.header("location"), "/account/reminders?confirmed=1");
}

async fn notify(world: &World, who: &Somebody, key: &str) -> bool {
    let mut tx = world.backend.db.write().await.unwrap();
    let now = world.backend.now();
    let planned =
        notify_person(&mut tx, who.record, Notice::SymptomCheckDue, Said::default(), key, now, now).await.unwrap();
    tx.commit().await.unwrap();
    planned
}

#[rstest]
#[tokio::test]
async fn an_address_is_confirmed_by_the_code_that_its_mail_brings(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let server = Server::start(Manner::Takes).await;
    let worker = worker(&world, &server);
    let anna = world.patient("anna").await;
    assert!(world.get("/account", Some(&anna.token)).await.body.contains("Not set up yet"));

    let refused = post(&world, &anna, "/api/reminders/ask", "address=anna%40nowhere").await;
    let again = world.get(refused.header("location"), Some(&anna.token)).await;
    assert!(again.body.contains("error-summary") && again.body.contains("value=\"anna@nowhere\""), "{}", again.body);

    let asked = post(&world, &anna, "/api/reminders/ask", "address=anna%40example.org").await;
    assert_eq!(asked.header("location"), "/account/reminders?asked=1");
    let page = world.get(asked.header("location"), Some(&anna.token)).await;
    assert!(page.body.contains("We are sending a code") && page.body.contains("anna@example.org"), "{}", page.body);
    assert_eq!(send(&worker).await, Round { taken: 1, done: 1, ..Round::default() });
    let [mail] = server.taken().try_into().unwrap();
    assert_eq!(
        (mail.from.as_str(), mail.to.as_slice()),
        ("no-reply@daybook.example", &["anna@example.org".to_owned()][..])
    );
    let code = code_in(&text(&mail));

    let wrong = post(&world, &anna, "/api/reminders/confirm", "code=ABCD-EFGH-JKMN").await;
    let told = world.get(wrong.header("location"), Some(&anna.token)).await;
    assert!(told.body.contains("This is not the code from the newest e-mail"), "{}", told.body);
    let right = post(&world, &anna, "/api/reminders/confirm", &format!("code={}", code.to_lowercase())).await;
    let page = world.get(right.header("location"), Some(&anna.token)).await;
    assert!(page.body.contains("Your address is confirmed."), "{}", page.body);
    assert!(world.get("/account", Some(&anna.token)).await.body.contains("Reminders"));
    assert!(!world.get("/account", Some(&anna.token)).await.body.contains("Not set up yet"));

    post(&world, &anna, "/api/reminders/test", "").await;
    assert!(world.get(PAGE, Some(&anna.token)).await.body.contains("The test is on its way."));
    assert_eq!(send(&worker).await.done, 1);
    assert!(world.get(PAGE, Some(&anna.token)).await.body.contains("The test was sent at"));
    assert_eq!(server.taken()[1].to, ["anna@example.org"]);

    post(&world, &anna, "/api/reminders/remove", "").await;
    assert!(!world.get(PAGE, Some(&anna.token)).await.body.contains("anna@example.org"));
    let log = world.get(&format!("/records/{}/log", anna.record), Some(&anna.token)).await.body;
    for line in ["Asked for a code that confirms", "Confirmed an e-mail address", "Removed the e-mail address"] {
        assert!(log.contains(line), "{line}");
    }
    assert!(!log.contains("anna@example.org"), "the log names the address");
}

#[rstest]
#[tokio::test]
async fn mails_are_whole_in_every_language_and_say_nothing_of_anybody(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let server = Server::start(Manner::Takes).await;
    let worker = worker(&world, &server);
    let anna = world.patient("anna").await;
    confirmed(&world, &server, &worker, &anna, "anna@example.org").await;
    for language in Language::ALL {
        let mut tx = world.backend.db.write().await.unwrap();
        let session = find_session(&mut tx, &anna.token, world.backend.now()).await.unwrap().unwrap();
        set_language(&mut tx, &session.caller, language.code()).await.unwrap();
        tx.commit().await.unwrap();
        let before = server.taken().len();
        assert!(notify(&world, &anna, language.code()).await);
        assert_eq!(send(&worker).await.done, 1);
        let taken = server.taken()[before].clone();
        assert!(taken.data.is_ascii(), "no server on the way needs to know UTF-8");
        let mail = read(&taken);
        let words = app::words::Words::new(language);
        let (subject, expected) = (words.reminders_mail_waits_subject(), words.reminders_mail_waits());
        assert_eq!(mail.subject(), Some(subject.as_str()));
        assert!(mail.body_text(0).unwrap().contains(&expected), "{language:?}");
        assert_eq!((mail.text_body_count(), mail.attachment_count()), (1, 0), "plain text alone");
        let header = |name: &'static str| mail.header_raw(name).unwrap_or_default().trim().to_owned();
        assert_eq!(header("Auto-Submitted"), "auto-generated");
        assert_eq!(header("MIME-Version"), "1.0");
        assert_eq!(header("Content-Language"), language.code());
        assert!(header("Content-Type").starts_with("text/plain; charset=utf-8"), "{}", header("Content-Type"));
        assert!(mail.message_id().unwrap().ends_with("@daybook.example"));
        assert_eq!(mail.date().unwrap().to_timestamp(), world.backend.now().0 / 1_000_000);
        assert_eq!(mail.to().unwrap().first().unwrap().address(), Some("anna@example.org"));
        let from = mail.from().unwrap().first().unwrap();
        assert_eq!((from.name(), from.address()), (Some("Daybook"), Some("no-reply@daybook.example")));
        for telling in ["anna ", "Person anna", "Riverside", &anna.record.to_string(), &anna.account.to_string()] {
            let said = format!("{} {}", mail.subject().unwrap(), mail.body_text(0).unwrap());
            assert!(!said.contains(telling), "{telling} stands in {said}");
        }
    }
}

#[rstest]
#[tokio::test]
async fn what_the_mail_server_does_not_take_now_is_tried_again_and_what_it_never_takes_is_parked(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let server = Server::start(Manner::Takes).await;
    let worker = worker(&world, &server);
    let anna = world.patient("anna").await;
    confirmed(&world, &server, &worker, &anna, "anna@example.org").await;
    let failed = async || {
        let mut tx = world.backend.db.read().await.unwrap();
        let counts = count(&mut tx, world.backend.now()).await.unwrap();
        counts.into_iter().map(|one| (one.waiting, one.failed, one.error)).collect::<Vec<_>>()
    };

    server.behave(Manner::RefusesRecipient("451 4.7.1 greylisted anna@example.org"));
    post(&world, &anna, "/api/reminders/test", "").await;
    assert_eq!(send(&worker).await.again, 1);
    assert!(world.get(PAGE, Some(&anna.token)).await.body.contains("Daybook keeps trying"));
    assert_eq!(send(&worker).await.taken, 0, "not at once");
    assert_eq!(failed().await, [(1, 0, None)]);
    world.later(10);
    server.behave(Manner::RefusesCredentials);
    let locked =
        Worker::new(world.backend.clone(), Some(mailer(&server.url().replace("//", "//daybook:secret@"))), HANDLERS);
    assert_eq!(send(&locked).await.again, 1, "wrong credentials are for the operator to mend: the mail waits");
    world.later(20);
    server.behave(Manner::Takes);
    assert_eq!(send(&worker).await.done, 1);

    server.behave(Manner::RefusesRecipient("550 5.1.1 no anna@example.org here"));
    post(&world, &anna, "/api/reminders/test", "").await;
    assert_eq!(send(&worker).await.parked, 1);
    assert!(world.get(PAGE, Some(&anna.token)).await.body.contains("could not be sent to this address"));
    assert_eq!(failed().await, [(0, 1, Some("smtp-550".to_owned()))], "a code, not what the server said");

    // The operator has it tried once more.
    server.behave(Manner::Takes);
    let mut tx = world.backend.db.write().await.unwrap();
    assert_eq!(domain::jobs::store::revive(&mut tx, world.backend.now()).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(send(&worker).await.done, 1);
    assert!(world.get(PAGE, Some(&anna.token)).await.body.contains("The test was sent at"));

    // Nobody listens.
    let nowhere = Worker::new(world.backend.clone(), Some(mailer("smtp://127.0.0.1:1")), HANDLERS);
    post(&world, &anna, "/api/reminders/test", "").await;
    assert_eq!(send(&nowhere).await.again, 1);
}

#[tokio::test]
async fn without_a_mail_server_no_mail_is_taken_and_pages_say_so() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let mut tx = world.backend.db.write().await.unwrap();
    let now = world.backend.now();
    assert!(
        notify_address(&mut tx, "head@clinic.example", Notice::WorklistWaits, Said::default(), "1", now, now)
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    let silent = Worker::new(world.backend.clone(), None, HANDLERS);
    assert_eq!(send(&silent).await.taken, 0, "it waits for a process that can send it");
    let mut world = world;
    world.settle(|settings| settings.mail = false);
    let page = world.get(PAGE, Some(&anna.token)).await;
    assert!(page.body.contains("cannot send e-mail") && !page.body.contains("/api/reminders/ask"), "{}", page.body);
    let refused = world.call("/api/reminders/ask", "address=anna%40example.org", Some(&anna.token)).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn another_address_needs_a_fresh_factor_and_what_was_typed_survives(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    world.later(601);
    let token = &anna.token;
    let refused = post(&world, &anna, "/api/reminders/ask", "address=anna%40example.org").await;
    let to = refused.header("location").to_owned();
    assert!(to.starts_with("/account/confirm?next=/account/reminders"), "{to}");
    assert!(!world.get(PAGE, Some(token)).await.body.contains("anna@example.org"), "nothing was asked for");
    let back = to.replace("%3F", "?").replace("%3D", "=").replace("/account/confirm?next=", "");
    let page = world.get(&back, Some(token)).await.body;
    assert!(page.contains("value=\"anna@example.org\""), "{back}: {page}");
}

#[rstest]
#[tokio::test]
async fn choices_are_kept_and_what_is_no_hour_is_refused(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let saved = post(&world, &anna, "/api/reminders/choose", "quiet_from=22&quiet_until=7").await;
    let page = world.get(saved.header("location"), Some(&anna.token)).await.body;
    assert!(page.contains("Your choice is saved."), "{page}");
    assert!(page.contains("<option value=\"22\" selected") && page.contains("<option value=\"7\" selected"), "{page}");
    assert!(!page.contains("name=\"mail[]\" value=\"symptom-check\" checked"), "{page}");
    assert!(
        page.contains("name=\"page[]\" value=\"symptom-check\" checked"),
        "a form of before shows no pages: {page}"
    );
    let ticked = "mail[]=symptom-check&mail[]=results&push[]=medicine&wording=plain";
    let saved = post(&world, &anna, "/api/reminders/choose", ticked).await;
    let page = world.get(saved.header("location"), Some(&anna.token)).await.body;
    for on in [
        "name=\"mail[]\" value=\"symptom-check\" checked",
        "name=\"push[]\" value=\"medicine\" checked",
        "value=\"plain\" checked",
    ] {
        assert!(page.contains(on), "{on}: {page}");
    }
    assert!(!page.contains("name=\"mail[]\" value=\"medicine\" checked"), "{page}");
    assert!(page.contains("<option value=\"22\" selected"), "what the form does not hold stays: {page}");
    let wrong = world.call("/api/reminders/choose", "quiet_from=25&quiet_until=7", Some(&anna.token)).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, nurse) = world.staff("nurse", AccountRole::CareTeam).await;
    let page = world.get(PAGE, Some(&nurse)).await.body;
    assert!(page.contains("value=\"worklist\"") && !page.contains("quiet_from"), "{page}");
}

#[rstest]
#[tokio::test]
async fn an_open_page_asks_by_itself_what_was_told_in_the_words_that_its_person_chose(
    #[values("sqlite", "postgres")] database: &str,
) {
    use domain::reminders::{Kind, Notice, Said, Wanted, Wording, choice_store::save_wanted, store::notify_person};

    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let page = world.get("/account/devices", Some(&anna.token)).await;
    let policy = page.header("content-security-policy");
    assert!(policy.contains("script-src 'nonce-") && !policy.contains("wasm"), "{policy}");
    assert!(page.body.contains("glance({"), "{}", page.body);
    let choose = async |wanted: Wanted| {
        let mut tx = world.backend.db.write().await.unwrap();
        let caller = find_session(&mut tx, &anna.token, world.backend.now()).await.unwrap().unwrap().caller;
        save_wanted(&mut tx, &caller, wanted, world.backend.now()).await.unwrap();
        tx.commit().await.unwrap();
    };
    let look = async |since: i64| {
        let form = format!("since={since}&zone=");
        let answer = world.call("/api/reminders/glance", &form, Some(&anna.token)).await;
        serde_json::from_str::<serde_json::Value>(&answer.body).unwrap()
    };
    let before = world.backend.now().0;
    world.later(60);
    let mut tx = world.backend.db.write().await.unwrap();
    let (now, url) = (world.backend.now(), format!("/records/{}/medicines", anna.record));
    let said = Said { detail: Some("Tamoxifen"), url: Some(&url) };
    notify_person(&mut tx, anna.record, Notice::MedicineDue, said, "1", now, now).await.unwrap();
    tx.commit().await.unwrap();
    let told = look(before).await;
    assert_eq!(told["lines"][0]["text"], "You have something to do");
    let notice = told["lines"][0]["notice"].as_str().unwrap().to_owned();
    choose(Wanted::default().worded(Wording::Plain)).await;
    assert_eq!(look(before).await["lines"][0]["text"], "Time for Tamoxifen");
    choose(Wanted::default().with_in_page(Kind::Medicine, false)).await;
    assert_eq!(look(before).await["lines"], serde_json::json!([]));
    choose(Wanted::default()).await;
    // The way to the dose.
    let cookies = format!("__Host-session={}", anna.token);
    let opened = world.form("/api/reminders/open", &format!("notice={notice}"), "/account/devices", &cookies).await;
    assert_eq!(opened.header("location"), url);
    assert_eq!(look(before).await["lines"], serde_json::json!([]), "it was opened");
    // A page that asks each minute keeps no session open.
    let idle = domain::account::limits(domain::access::AccountRole::Patient).idle;
    for _ in 0..=idle / 60 {
        world.later(60);
        world.call("/api/reminders/glance", "since=0&zone=", Some(&anna.token)).await;
    }
    let answer = world.call("/api/reminders/glance", "since=0&zone=", Some(&anna.token)).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[rstest]
#[tokio::test]
async fn a_device_that_shows_another_time_asks_by_which_clock_its_person_lives_until_they_answer(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let cookies = format!("__Host-session={}", anna.token);
    let asked = async |zone: &str| {
        let form = format!("since={}&zone={zone}", world.backend.now().0);
        let answer = world.call("/api/reminders/glance", &form, Some(&anna.token)).await;
        let told: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        told["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line["href"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let send = async |path: &str, form: &str| world.form(path, form, "/account/zone", &cookies).await;
    assert_eq!(asked("America/Chicago").await, ["/account/zone?here=America%2FChicago"]);
    let page = world.get("/account/zone?here=America%2FChicago", Some(&anna.token)).await.body;
    assert!(page.contains("Change to the time of Chicago"), "{page}");
    // In the evening at home what is open in the morning there is over, and what was answered is not shown.
    let tokyo = async || world.get("/account/zone?here=Asia%2FTokyo", Some(&anna.token)).await.body;
    let before = tokyo().await;
    assert!(!before.contains("Ask your care team whether to take it now."), "{before}");
    takes(&world, &anna, "Zinc", &["15:00"], Then::Confirmed).await;
    let open = tokyo().await;
    assert!(open.contains("The time there has already passed for:") && open.contains("Zinc"), "{open}");
    let kept = send("/api/account/keep_zone", "device=America%2FChicago").await;
    assert_eq!(kept.header("location"), "/account/zone?done=kept");
    assert!(asked("America/Chicago").await.is_empty(), "it was answered");
    assert_eq!(asked("Asia/Tokyo").await.len(), 1, "yet another time");
    let changed = send("/api/account/change_zone", "zone=America%2FChicago").await;
    assert_eq!(changed.header("location"), "/account/zone?done=changed");
    assert!(asked("America/Chicago").await.is_empty(), "it is home now");
    let page = world.get("/account/zone", Some(&anna.token)).await.body;
    assert!(page.contains("Daybook goes by the time of Chicago") && !page.contains("Change to the time"), "{page}");
    let wrong = send("/api/account/change_zone", "zone=Mars%2FOlympus").await;
    let page = world.get(wrong.header("location"), Some(&anna.token)).await.body;
    assert!(page.contains("Please choose a time zone from the list."), "{page}");
}
