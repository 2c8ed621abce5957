//! Letters, as a browser without JavaScript meets them.

use http::StatusCode;
use rstest::rstest;

use crate::world::{PASSPHRASE, World};

fn cookie_of(answer: &crate::world::Answer) -> String {
    answer.header("set-cookie").split(';').next().unwrap_or_default().to_owned()
}

const RIGHT: &str = "birth_day=27&birth_month=3&birth_year=1961";

#[rstest]
#[tokio::test]
async fn a_letter_opens_an_account_once(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let outcome = world.import(&crate::world::a_record("anna")).await;
    let code = world.letter(outcome.record.unwrap()).await;
    // Looking at the page of the letter uses nothing up.
    let page = world.get(&format!("/enrol?code={code}"), None).await;
    assert!(page.body.contains(&format!("value=\"{code}\"")));
    let checked = world.form("/api/account/check_letter", &format!("code={code}&{RIGHT}"), "/enrol", "").await;
    assert_eq!(checked.header("location"), "/enrol/choose");
    let ticket = cookie_of(&checked);
    let choose = format!("name=anna&passphrase={}&zone=Europe%2FParis&privacy=yes", PASSPHRASE.replace(' ', "+"));
    let opened = world.form("/api/account/enrol", &choose, "/enrol/choose", &ticket).await;
    assert_eq!((opened.status, opened.header("location")), (StatusCode::SEE_OTHER, "/"));
    let again = world.form("/api/account/check_letter", &format!("code={code}&{RIGHT}"), "/enrol", "").await;
    assert!(again.header("location").starts_with("/enrol?__path="), "the letter works twice");
}

#[rstest]
#[tokio::test]
async fn what_was_typed_survives_a_refusal_but_no_secret_does(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let outcome = world.import(&crate::world::a_record("anna")).await;
    let code = world.letter(outcome.record.unwrap()).await;
    let checked = world.form("/api/account/check_letter", &format!("code={code}&{RIGHT}"), "/enrol", "").await;
    let ticket = cookie_of(&checked);
    let refused = world
        .form("/api/account/enrol", "name=Anna+Maria&passphrase=short&zone=Asia%2FTokyo", "/enrol/choose", &ticket)
        .await;
    let back = refused.header("location").to_owned();
    assert!(back.contains("draft="), "{back}");
    assert!(!back.contains("Anna") && !back.contains("short"), "{back}");
    let request = http::Request::get(&back).header(http::header::COOKIE, &ticket);
    let page = world.send(request.body(axum::body::Body::empty()).unwrap()).await;
    assert!(page.body.contains("value=\"Anna Maria\""), "the name is lost");
    assert!(page.body.contains("<option value=\"Asia/Tokyo\" selected"), "the zone is lost");
    assert!(!page.body.contains("value=\"short\""), "the passphrase came back");
    assert!(page.body.contains("error-summary"));
}

#[rstest]
#[tokio::test]
async fn a_wrong_code_and_a_wrong_date_are_the_same_answer(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let outcome = world.import(&crate::world::a_record("anna")).await;
    let code = world.letter(outcome.record.unwrap()).await;
    let wrong_date = world
        .call("/api/account/check_letter", &format!("code={code}&birth_day=1&birth_month=1&birth_year=1950"), None)
        .await;
    let wrong_code = world.call("/api/account/check_letter", &format!("code=ABCDEFGHJKMN&{RIGHT}"), None).await;
    assert_eq!(wrong_date.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!((wrong_date.status, wrong_date.body), (wrong_code.status, wrong_code.body));
}

#[rstest]
#[tokio::test]
async fn an_unknown_name_and_a_wrong_passphrase_are_the_same_answer_and_both_slow_down(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    world.patient("anna").await;
    let mut answers = Vec::new();
    for name in ["anna", "nobody-of-that-name"] {
        let mut of_name = Vec::new();
        for _ in 0..7 {
            let answer =
                world.call("/api/account/sign_in", &format!("name={name}&passphrase=wrong+wrong+wrong"), None).await;
            of_name.push((answer.status, answer.body));
        }
        answers.push(of_name);
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0][0].0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answers[0][6].0, StatusCode::TOO_MANY_REQUESTS);
}

#[rstest]
#[tokio::test]
async fn when_the_session_ended_meanwhile_the_door_leads_back_with_what_was_typed(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    world.later(60 * 60);
    let cookies = format!("__Host-session={}", anna.token);
    let answer = world
        .form("/api/account/end_session", "session=01900000-0000-7000-8000-000000000000", "/account/devices", &cookies)
        .await;
    let door = answer.header("location");
    assert!(door.starts_with("/sign-in?next=/account/devices%3Fdraft%3D"), "{door}");
}
