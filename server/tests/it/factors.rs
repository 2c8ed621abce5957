//! Factors shown again and second factors, as a browser without JavaScript meets them.

use domain::{
    access::AccountRole,
    account::{factor, staff, totp::Key},
    id::AccountId,
};
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

const KEY: Key = Key::from_bytes(*b"a key for tests only");

async fn give_app(world: &World, account: AccountId) {
    let mut tx = world.backend.db.write().await.unwrap();
    factor::keep_key(&mut tx, &world.backend.keys, account, &KEY, 0, world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
}

fn code(world: &World) -> String {
    KEY.code(world.backend.now()).unwrap()
}

/// What stands between the quotes after `before`.
fn after<'a>(page: &'a str, before: &str) -> &'a str {
    page.split_once(before).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default()
}

fn codes_of(page: &str) -> Vec<String> {
    let list = page.split_once("class=\"codes\"").map_or("", |(_, rest)| rest.split("</ol>").next().unwrap());
    list.split("<li>").skip(1).map(|item| item.split('<').next().unwrap_or_default().to_owned()).collect()
}

/// Signs in with a name and the passphrase, as far as it leads.
async fn first_step(world: &World, name: &str) -> Answer {
    let form = format!("name={name}&passphrase={}&next=/account/devices", typed(PASSPHRASE));
    world.form("/api/account/sign_in", &form, "/sign-in?next=/account/devices", "").await
}

#[rstest]
#[tokio::test]
async fn a_second_step_is_set_up_and_asked_for_from_then_on(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let cookie = format!("__Host-session={}", anna.token);
    assert!(world.get("/account", Some(&anna.token)).await.body.contains("Not set up"));
    let offer = world.get("/account/second-factor/new", Some(&anna.token)).await;
    assert!(offer.body.contains("class=\"qr\"") && !offer.body.contains("<script"), "{}", offer.body);
    let sealed = after(&offer.body, "name=\"key\" value=\"").to_owned();
    let account = anna.account;
    let read = || factor::read_proposal(&world.backend.keys, account, &sealed, world.backend.now()).unwrap().key;

    let page = "/account/second-factor/new";
    let refused = world.form("/api/account/set_up_factor", &format!("key={sealed}&totp=12345"), page, &cookie).await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER);
    let again = world.get(refused.header("location"), Some(&anna.token)).await;
    assert!(again.body.contains("error-summary"));
    assert_eq!(after(&again.body, "name=\"key\" value=\""), sealed, "the app holds this key already");

    let right = format!("key={sealed}&totp={}", read().code(world.backend.now()).unwrap());
    let done = world.form("/api/account/set_up_factor", &right, page, &cookie).await;
    assert_eq!(done.status, StatusCode::OK, "the codes are the answer itself");
    let codes = codes_of(&done.body);
    assert_eq!(codes.len(), 10, "{}", done.body);
    assert!(done.body.contains("href=\"data:text/plain"));
    let token = cookie_of(&done, "__Host-session=").trim_start_matches("__Host-session=").to_owned();
    let bare = world.get("/account/second-factor/codes", Some(&token)).await;
    assert!(codes_of(&bare.body).is_empty(), "the codes are shown again");
    let status = world.get("/account/second-factor", Some(&token)).await;
    assert!(status.body.contains("10 of 10 codes left"), "{}", status.body);
    assert!(!status.body.contains(&read().text()), "the key is shown again");
    assert!(world.get("/account", Some(&token)).await.body.contains("Code app: on since"));

    // At the door, the passphrase now leads to the code.
    let first = first_step(&world, "anna").await;
    assert_eq!(first.header("location"), "/sign-in/code?next=/account/devices");
    assert_eq!(cookie_of(&first, "__Host-session="), "");
    let ticket = cookie_of(&first, "__Host-code=");
    let wrong = world.form("/api/account/sign_in_code", "totp=12345&next=/", "/sign-in/code", &ticket).await;
    assert!(wrong.header("location").starts_with("/sign-in/code?"), "{}", wrong.header("location"));
    let page = "/sign-in/code?next=/account/devices";
    let recovery = format!("totp={}&next=/account/devices", codes[4].to_lowercase());
    let second = world.form("/api/account/sign_in_code", &recovery, page, &ticket).await;
    assert_eq!(second.header("location"), "/account/second-factor?next=/account/devices&recovered=1");
    let token = cookie_of(&second, "__Host-session=").trim_start_matches("__Host-session=").to_owned();
    let told = world.get(second.header("location"), Some(&token)).await;
    assert!(told.body.contains("9 of 10 codes left") && told.body.contains("href=\"/account/devices\""));

    world.later(30);
    let ticket = cookie_of(&first_step(&world, "anna").await, "__Host-code=");
    let right = format!("totp={}&next=/account/devices", read().code(world.backend.now()).unwrap());
    let second = world.form("/api/account/sign_in_code", &right, page, &ticket).await;
    assert_eq!(second.header("location"), "/account/devices");
}

#[rstest]
#[tokio::test]
async fn what_needs_a_fresh_factor_leads_to_it_and_back(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    give_app(&world, anna.account).await;
    let page = "/account/second-factor";
    let cookie = format!("__Host-session={}", anna.token);
    // Fresh, but of the passphrase alone; later not even that.
    for later in [0, 601] {
        world.later(later);
        for path in ["/api/account/factor_off", "/api/account/recovery_codes"] {
            let refused = world.form(path, "note=kept", page, &cookie).await;
            let to = refused.header("location");
            assert!(to.starts_with("/account/confirm?next=/account/second-factor%3Fdraft%3D"), "{path}: {to}");
            let call = world.call(path, "", Some(&anna.token)).await;
            assert_eq!((call.status, call.body.as_str()), (StatusCode::FORBIDDEN, "\"FactorNeeded\""));
        }
    }
    let fault = world.get("/account/second-factor/new", Some(&anna.token)).await;
    assert_eq!(fault.status, StatusCode::FORBIDDEN);
    let link = "href=\"/account/confirm?next=/account/second-factor/new\"";
    assert!(fault.body.contains(link), "{}", fault.body);

    let by_passphrase = format!("passphrase={}&next={page}", typed(PASSPHRASE));
    let refused = world.form("/api/account/confirm", &by_passphrase, "/account/confirm", &cookie).await;
    assert!(refused.header("location").starts_with("/account/confirm?__path="), "the passphrase is enough");
    let by_code = format!("totp={}&next={page}", code(&world));
    let confirmed = world.form("/api/account/confirm", &by_code, "/account/confirm", &cookie).await;
    assert_eq!(confirmed.header("location"), page);
    let cookie = cookie_of(&confirmed, "__Host-session=");
    let renewed = world.form("/api/account/recovery_codes", "", page, &cookie).await;
    assert_eq!(codes_of(&renewed.body).len(), 10);
    // A recovery code does it too, and whoever used one is told.
    let by_recovery = format!("totp={}&next=/account/devices", codes_of(&renewed.body)[0]);
    let confirmed = world.form("/api/account/confirm", &by_recovery, "/account/confirm", &cookie).await;
    assert_eq!(confirmed.header("location"), "/account/second-factor?next=/account/devices&recovered=1");
    let cookie = cookie_of(&confirmed, "__Host-session=");
    let off = world.form("/api/account/factor_off", "", page, &cookie).await;
    assert_eq!(off.header("location"), page);
    assert_eq!(first_step(&world, "anna").await.header("location"), "/account/devices");
}

#[rstest]
#[tokio::test]
async fn staff_open_nothing_before_their_second_step_and_their_pages_after_it(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let (account, token) = world.staff_without_factor("ines", AccountRole::CareTeam).await;
    for path in ["/account", "/account/devices", "/records/x", "/account/second-factor/codes"] {
        let answer = world.get(path, Some(&token)).await;
        assert_eq!((answer.header("location"), answer.body.as_str()), ("/account/second-factor", ""), "{path}");
    }
    for path in ["/account/second-factor", "/account/second-factor/new", "/account/confirm"] {
        assert_eq!(world.get(path, Some(&token)).await.status, StatusCode::OK, "{path}");
    }
    let offer = world.get("/account/second-factor/new", Some(&token)).await;
    let sealed = after(&offer.body, "name=\"key\" value=\"").to_owned();
    let now = world.backend.now();
    let key = factor::read_proposal(&world.backend.keys, account, &sealed, now).unwrap().key;
    let right = format!("key={sealed}&totp={}", key.code(now).unwrap());
    let cookie = format!("__Host-session={token}");
    let done = world.form("/api/account/set_up_factor", &right, "/account/second-factor/new", &cookie).await;
    let new = cookie_of(&done, "__Host-session=").trim_start_matches("__Host-session=").to_owned();
    assert_eq!(world.get("/account/devices", Some(&new)).await.status, StatusCode::OK);
    let off = world.call("/api/account/factor_off", "", Some(&new)).await;
    assert_eq!(off.status, StatusCode::NOT_FOUND, "staff can't do without");

    let mut tx = world.backend.db.write().await.unwrap();
    staff::reset_factor(&mut tx, account, now).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(world.get("/account", Some(&new)).await.header("location"), "/sign-in?next=/account");
    let back = first_step(&world, "ines").await;
    let token = cookie_of(&back, "__Host-session=").trim_start_matches("__Host-session=").to_owned();
    assert_eq!(world.get("/account", Some(&token)).await.header("location"), "/account/second-factor");
}

#[rstest]
#[tokio::test]
async fn without_a_ticket_the_code_page_leads_to_the_door(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let (account, _) = world.staff("ines", AccountRole::CareTeam).await;
    give_app(&world, account).await;
    let page = world.get("/sign-in/code", None).await;
    assert!(page.body.contains("Too much time has passed") && !page.body.contains("name=\"totp\""));
    // The button of the demonstration is nothing outside of it.
    let form = format!("name=ines&passphrase={}&demo=true", typed(PASSPHRASE));
    let entered = world.form("/api/account/sign_in", &form, "/sign-in", "").await;
    assert_eq!(entered.header("location"), "/sign-in/code?next=/");
    let ticket = cookie_of(&entered, "__Host-code=");
    world.later(300);
    let late = format!("totp={}", code(&world));
    let refused = world.form("/api/account/sign_in_code", &late, "/sign-in/code", &ticket).await;
    assert!(refused.header("location").starts_with("/sign-in/code?__path="), "{}", refused.header("location"));
    assert_eq!(cookie_of(&refused, "__Host-session="), "");
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
