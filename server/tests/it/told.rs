//! Someone else is told of a dose without an answer: from the form to their mailbox, and back by its links.

use http::StatusCode;
use rstest::rstest;
use server::work::{Lane, Worker};
use tokio::sync::watch;

use crate::{
    calendar::{Then, takes},
    reminders::{send, text, worker},
    smtp::{Manner, Server},
    world::{Answer, Somebody, World},
};

const PAGE: &str = "/account/told";

async fn post(world: &World, who: &Somebody, path: &str, form: &str) -> Answer {
    let form = format!("record={}{form}", who.record);
    world.form(path, &form, PAGE, &format!("__Host-session={}", who.token)).await
}

/// What is due in the database is done.
async fn look(worker: &Worker) {
    let (_going, stop) = watch::channel(false);
    worker.round(Lane::Database, &stop).await.unwrap();
}

/// The path of the link in a mail.
fn link(body: &str) -> String {
    let line = body.lines().find(|line| line.contains("/told/")).unwrap_or_else(|| panic!("no link in {body}"));
    line.trim().trim_start_matches("https://daybook.example").to_owned()
}

/// A button of a page that anyone may open.
async fn press(world: &World, path: &str, form: &str) -> Answer {
    let (page, secret) = path.rsplit_once('/').unwrap();
    let function = if page == "/told/letter" { "/api/medicines/told_answer" } else { "/api/medicines/told_stop" };
    world.form(function, &format!("secret={secret}{form}"), path, "").await
}

#[rstest]
#[tokio::test]
async fn someone_agrees_by_the_button_of_their_letter_is_told_and_ends_it_by_the_link_of_a_mail(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let server = Server::start(Manner::Takes).await;
    let worker = worker(&world, &server);
    let mut anna = world.patient("anna").await;
    // It is 14:13; the dose of 15 o'clock can be answered until 16.
    takes(&world, &anna, "Capecitabine", &["15:00", "17:00"], Then::Confirmed).await;
    let page = world.get(PAGE, Some(&anna.token)).await;
    assert!(page.status == StatusCode::OK && page.body.contains("Capecitabine"), "{}", page.body);

    let asked = post(&world, &anna, "/api/medicines/tell_ask", "&address=ben%40example.org&typed[language]=en").await;
    assert_eq!(asked.header("location"), "/account/told?asked=1");
    assert!(world.get(PAGE, Some(&anna.token)).await.body.contains("They have not answered yet."));
    assert_eq!(send(&worker).await.done, 1);
    let letter = text(&server.taken()[0]);
    let path = link(&letter);
    assert!(path.starts_with("/told/letter/") && path.len() == 13 + 64, "{path}");

    for _ in 0..2 {
        let page = world.get(&path, None).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(page.header("content-security-policy").contains("script-src 'none'"), "{:?}", page.headers);
        assert!(page.body.contains("Someone you know") && !page.body.contains(".wasm"), "{}", page.body);
        for telling in ["anna", "Capecitabine", "ben@example.org", &anna.record.to_string()] {
            assert!(!page.body.contains(telling) && !letter.contains(telling), "{telling}");
        }
        assert!(world.get(PAGE, Some(&anna.token)).await.body.contains("They have not answered yet."), "a GET");
    }
    let done = press(&world, &path, "&agree=yes").await;
    assert_eq!(done.header("location"), "/told/done?yes=1");
    assert!(world.get(done.header("location"), None).await.body.contains("Thank you"));
    assert!(world.get(PAGE, Some(&anna.token)).await.body.contains("They agreed on"));
    assert_eq!(world.get(&path, None).await.status, StatusCode::NOT_FOUND, "it is used up");
    let again = press(&world, &path, "&agree=no").await;
    assert!(again.header("location").contains("__err="), "{}", again.header("location"));
    assert!(world.get(PAGE, Some(&anna.token)).await.body.contains("They agreed on"));

    world.later(2 * 3_600);
    anna.token = world.session(anna.account).await;
    look(&worker).await;
    assert_eq!(send(&worker).await.done, 1);
    let mail = text(&server.taken()[1]);
    assert!(mail.contains("1 dose has no answer yet."), "{mail}");
    for telling in ["anna", "Capecitabine", &anna.record.to_string()] {
        assert!(!mail.contains(telling), "{telling} stands in {mail}");
    }
    let stop = link(&mail);
    let page = world.get(&stop, None).await;
    assert!(page.status == StatusCode::OK && page.body.contains("End these e-mails?"), "{}", page.body);
    assert!(world.get(PAGE, Some(&anna.token)).await.body.contains("They agreed on"), "a GET");
    assert_eq!(press(&world, &stop, "").await.header("location"), "/told/done?stop=1");
    let page = world.get(PAGE, Some(&anna.token)).await.body;
    assert!(page.contains("They ended it on") && page.contains("Choose someone"), "{page}");
    assert_eq!(world.get(&stop, None).await.status, StatusCode::NOT_FOUND);
    world.later(12 * 3_600);
    look(&worker).await;
    assert_eq!((send(&worker).await.done, server.taken().len()), (0, 2));

    let token = world.session(anna.account).await;
    let log = world.get(&format!("/records/{}/log", anna.record), Some(&token)).await.body;
    for line in [
        "Asked someone else whether they want to be told",
        "Someone else agreed to be told",
        "Told someone else that a dose has no answer",
        "Someone else ended being told",
    ] {
        assert_eq!(log.matches(line).count(), 1, "{line}");
    }
    assert!(!log.contains("ben@example.org"), "the log names the address");
}

#[rstest]
#[tokio::test]
async fn what_was_chosen_stands_in_the_mail_and_what_was_typed_survives_a_refusal(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let server = Server::start(Manner::Takes).await;
    let worker = worker(&world, &server);
    let anna = world.patient("anna").await;
    takes(&world, &anna, "Zinc", &["15:00", "17:00"], Then::Confirmed).await;
    takes(&world, &anna, "Iron", &["15:00", "17:00"], Then::Confirmed).await;
    let page = world.get(PAGE, Some(&anna.token)).await.body;
    let zinc = page.split("name=\"typed[medicines][").nth(1).unwrap().split(']').next().unwrap().to_owned();
    let chosen = format!(
        "&typed[called]=Anna&typed[language]=fr&typed[wording]=plain&typed[which]=chosen&typed[medicines][{zinc}]=yes"
    );
    let refused = post(&world, &anna, "/api/medicines/tell_ask", &format!("&address=ben%40nowhere{chosen}")).await;
    let back = world.get(refused.header("location"), Some(&anna.token)).await.body;
    for kept in [
        "error-summary",
        "value=\"ben@nowhere\"",
        "value=\"Anna\"",
        "value=\"plain\" checked",
        "value=\"chosen\" checked",
        &format!("name=\"typed[medicines][{zinc}]\" value=\"yes\" checked"),
    ] {
        assert!(back.contains(kept), "{kept}: {back}");
    }
    assert_eq!(back.matches("value=\"yes\" checked").count(), 1);
    assert!(back.contains("<option value=\"fr\" lang=\"fr\" dir=\"ltr\" selected"), "{back}");

    let asked = post(&world, &anna, "/api/medicines/tell_ask", &format!("&address=ben%40example.org{chosen}")).await;
    assert_eq!(asked.header("location"), "/account/told?asked=1");
    assert_eq!(send(&worker).await.done, 1);
    let letter = text(&server.taken()[0]);
    assert!(letter.contains("Anna note ses prises dans Daybook"), "{letter}");
    assert_eq!(press(&world, &link(&letter), "&agree=yes").await.header("location"), "/told/done?yes=1");
    world.later(2 * 3_600);
    look(&worker).await;
    assert_eq!(send(&worker).await.done, 1);
    let mail = text(&server.taken()[1]);
    assert!(
        mail.contains("1 prise est encore sans réponse.") && mail.contains("Zinc") && !mail.contains("Iron"),
        "{mail}"
    );

    let token = world.session(anna.account).await;
    let anna = Somebody { token, ..anna };
    let idle = "None of the medicines you chose is taken at set times any more.";
    assert!(!world.get(PAGE, Some(&anna.token)).await.body.contains(idle));
    let end = format!("&medicine={}&why=", zinc.trim_start_matches('m'));
    post(&world, &anna, "/api/medicines/end", &end).await;
    assert!(world.get(PAGE, Some(&anna.token)).await.body.contains(idle));
    let saved = post(&world, &anna, "/api/medicines/tell_choose", "&typed[language]=es").await;
    assert_eq!(saved.header("location"), "/account/told?saved=1");
    let page = world.get(saved.header("location"), Some(&anna.token)).await.body;
    assert!(page.contains("Your choice is saved.") && page.contains("value=\"discreet\" checked"), "{page}");
    let ended = post(&world, &anna, "/api/medicines/tell_end", "").await;
    assert!(
        world.get(ended.header("location"), Some(&anna.token)).await.body.contains("Nobody else is told any more.")
    );
    assert_eq!(world.get(&link(&mail), None).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn who_says_no_is_left_alone_and_an_address_that_takes_no_mail_is_named(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let server = Server::start(Manner::Takes).await;
    let worker = worker(&world, &server);
    let anna = world.patient("anna").await;
    let form = "&address=ben%40example.org&typed[language]=en";
    post(&world, &anna, "/api/medicines/tell_ask", form).await;
    assert_eq!(send(&worker).await.done, 1);
    let path = link(&text(&server.taken()[0]));
    let refused = press(&world, &path, "&agree=perhaps").await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER);
    let page = world.get(refused.header("location"), None).await;
    assert!(page.status == StatusCode::OK && page.body.contains("error-summary"), "{}", page.body);
    assert_eq!(press(&world, &path, "&agree=no").await.header("location"), "/told/done?no=1");
    assert!(world.get(PAGE, Some(&anna.token)).await.body.contains("They said no on"));
    let again = post(&world, &anna, "/api/medicines/tell_ask", form).await;
    let told = world.get(again.header("location"), Some(&anna.token)).await.body;
    assert!(told.contains("This person said no a short while ago."), "{told}");
    assert_eq!(send(&worker).await.taken, 0);

    server.behave(Manner::RefusesRecipient("550 5.1.1 nobody here"));
    post(&world, &anna, "/api/medicines/tell_ask", "&address=cleo%40example.org&typed[language]=en").await;
    assert_eq!(send(&worker).await.parked, 1);
    assert!(world.get(PAGE, Some(&anna.token)).await.body.contains("The letter could not be sent to this address."));
}

#[tokio::test]
async fn a_link_that_opens_nothing_says_so_and_asking_needs_a_fresh_factor_and_mail() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let wrong = format!("/told/letter/{}", "0".repeat(64));
    for path in [&wrong, &wrong.replace("letter", "stop"), "/told/letter/x"] {
        let page = world.get(path, None).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(page.body.contains("This link does not work any more"), "{}", page.body);
    }
    assert_eq!(world.get("/told/done", None).await.status, StatusCode::NOT_FOUND);
    let mut slowed = false;
    for _ in 0..40 {
        slowed |= world.get(&wrong, None).await.status == StatusCode::TOO_MANY_REQUESTS;
    }
    assert!(slowed, "guessing gets slower");

    let form = "&address=ben%40example.org&typed[language]=en";
    world.later(601);
    let refused = post(&world, &anna, "/api/medicines/tell_ask", form).await;
    assert!(
        refused.header("location").starts_with("/account/confirm?next=/account/told"),
        "{}",
        refused.header("location")
    );
    let token = world.session(anna.account).await;
    let mut world = world;
    world.settle(|settings| settings.mail = false);
    let anna = Somebody { token, ..anna };
    let page = world.get(PAGE, Some(&anna.token)).await.body;
    assert!(page.contains("cannot send e-mail") && !page.contains("tell_ask"), "{page}");
    let (_, nurse) = world.staff("nurse", domain::access::AccountRole::CareTeam).await;
    assert_eq!(world.get(PAGE, Some(&nurse)).await.status, StatusCode::NOT_FOUND);
}
