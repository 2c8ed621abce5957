//! Factors shown again and second factors, as a browser without JavaScript meets them.

use http::StatusCode;
use rstest::rstest;

use crate::world::{Answer, PASSPHRASE, World};

/// `name=value` of the cookie that an answer sets.
fn cookie_of(answer: &Answer, name: &str) -> String {
    let cookies = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let cookie = cookies.filter_map(|cookie| cookie.split(';').next()).find(|cookie| cookie.starts_with(name));
    cookie.unwrap_or_default().to_owned()
}

fn typed(passphrase: &str) -> String {
    passphrase.replace(' ', "+")
}

#[rstest]
#[tokio::test]
async fn whoever_confirms_goes_on_with_a_new_token_and_only_to_daybook(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let page = "/account/confirm?next=/account/devices";
    let shown = world.get(page, Some(&anna.token)).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(shown.body.contains("name=\"next\" value=\"/account/devices\""), "{}", shown.body);

    let old = format!("__Host-session={}", anna.token);
    let wrong = world.form("/api/account/confirm", "passphrase=wrong&next=/account/devices", page, &old).await;
    assert!(wrong.header("location").starts_with("/account/confirm?next="), "{}", wrong.header("location"));
    let again = world.get(wrong.header("location"), Some(&anna.token)).await;
    assert!(again.body.contains("error-summary") && again.body.contains("value=\"/account/devices\""));

    let right = format!("passphrase={}&next=", typed(PASSPHRASE));
    let done = world.form("/api/account/confirm", &format!("{right}/account/devices"), page, &old).await;
    assert_eq!((done.status, done.header("location")), (StatusCode::SEE_OTHER, "/account/devices"));
    let new = cookie_of(&done, "__Host-session=");
    let token = new.trim_start_matches("__Host-session=");
    assert_eq!(world.get("/account/devices", Some(token)).await.status, StatusCode::OK);
    assert_eq!(world.get("/account/devices", Some(&anna.token)).await.status, StatusCode::SEE_OTHER);
    let away = world.form("/api/account/confirm", &format!("{right}https://evil.example/"), page, &new).await;
    assert_eq!(away.header("location"), "/");
}
