//! The symptom diary as people without JavaScript use it, and as the care team reads it.

use http::StatusCode;
use rstest::rstest;

use crate::world::{Answer, Somebody, World};

/// A report that was sent (…a0), and one that is open (…a1).
const SENT: &str = "01900000-0000-7000-8000-0000000000a0";
const OPEN: &str = "01900000-0000-7000-8000-0000000000a1";

/// Sends a form of the diary as a browser without JavaScript does.
async fn form(world: &World, person: &Somebody, what: &str, rest: &str) -> Answer {
    let form = format!("record={}&{rest}", person.record);
    let from = format!("/records/{}/diary", person.record);
    world.form(&format!("/api/diary/{what}"), &form, &from, &format!("__Host-session={}", person.token)).await
}

/// Numbers to call in the order in which they stand.
fn numbers(page: &str) -> Vec<&str> {
    page.split("href=\"tel:").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn says_whom_to_call(page: &Answer, status: StatusCode) {
    assert_eq!(page.status, status, "{}", page.body);
    assert_eq!(page.header("location"), "");
    assert!(page.body.contains("Please call now"), "{}", page.body);
    assert!(page.body.contains("Your care team has not been told: it could not be sent. Please call."));
    assert_eq!(numbers(&page.body), ["112", "5550100", "116123"]);
    assert_eq!(page.header("cache-control"), "no-store");
}

#[rstest]
#[tokio::test]
async fn who_ticks_a_red_flag_is_shown_whom_to_call_whatever_became_of_the_report(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    world.reports(&anna, "anna").await;
    let tick = |report: &str| format!("report={report}&flags[]=chest-pain&then=next");

    says_whom_to_call(&form(&world, &anna, "flags", &tick(SENT)).await, StatusCode::CONFLICT);
    let absent = "01900000-0000-7000-8000-0000000000af";
    says_whom_to_call(&form(&world, &anna, "flags", &tick(absent)).await, StatusCode::NOT_FOUND);
    says_whom_to_call(&form(&world, &anna, "flags", &tick("nonsense")).await, StatusCode::UNPROCESSABLE_ENTITY);
    let stranger = Somebody { token: "gone".into(), ..world.patient("ben").await };
    let stranger = Somebody { record: anna.record, ..stranger };
    says_whom_to_call(&form(&world, &stranger, "flags", &tick(OPEN)).await, StatusCode::UNAUTHORIZED);

    // Nothing ticked is no call: the form comes back.
    let none = form(&world, &anna, "flags", &format!("report={OPEN}&then=next")).await;
    assert_eq!(none.status, StatusCode::SEE_OTHER);

    // While it is open it reaches the team, and the page says that.
    let told = form(&world, &anna, "flags", &tick(OPEN)).await;
    let next = told.header("location").to_owned();
    assert_eq!(next, format!("/records/{}/diary/reports/{OPEN}?at=next", anna.record));
    let call = world.get(&next, Some(&anna.token)).await.body;
    assert!(call.contains("Please call now") && call.contains("This is on your care team’s list."), "{call}");
    assert_eq!(numbers(&call), ["112", "5550100", "116123"]);

    // Too old: also what was ticked in it before is not sent again.
    world.later(73 * 3600);
    let anna = Somebody { token: world.session(anna.account).await, ..anna };
    says_whom_to_call(&form(&world, &anna, "flags", &tick(OPEN)).await, StatusCode::CONFLICT);
    let more = format!("report={OPEN}&flags[]=new-confusion&flags[]=chest-pain");
    says_whom_to_call(&form(&world, &anna, "flags", &more).await, StatusCode::CONFLICT);
    let old = world.get(&format!("/records/{}/diary/reports/{OPEN}", anna.record), Some(&anna.token)).await.body;
    assert!(old.contains("This report was not sent."), "{old}");
    assert_eq!(numbers(&old), ["112", "5550100", "116123"]);
}

#[tokio::test]
async fn who_has_thoughts_of_hurting_themselves_and_nothing_else_reads_first_who_listens() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    world.reports(&anna, "anna").await;
    let unsent = form(&world, &anna, "flags", &format!("report={SENT}&flags[]=self-harm")).await.body;
    assert_eq!(numbers(&unsent), ["116123", "112", "5550100"]);
    assert!(unsent.contains("You are not alone with these thoughts."));
    let first = unsent.split("<a ").find(|link| link.contains("call-first")).unwrap();
    assert!(first.split('>').next().unwrap().contains("tel:116123"), "{first}");

    let told = form(&world, &anna, "flags", &format!("report={OPEN}&flags[]=self-harm")).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.body);
    let call = world.get(told.header("location"), Some(&anna.token)).await.body;
    assert_eq!(numbers(&call), ["116123", "112", "5550100"]);
    world.later(60);
    let both = form(&world, &anna, "flags", &format!("report={OPEN}&flags[]=self-harm&flags[]=chest-pain")).await;
    assert_eq!(both.status, StatusCode::SEE_OTHER, "{}", both.body);
    let call = world.get(both.header("location"), Some(&anna.token)).await.body;
    assert_eq!(numbers(&call), ["112", "5550100", "116123"], "danger to life comes first");
    assert!(call.contains("You are not alone with these thoughts."));
}

#[tokio::test]
async fn a_number_says_in_which_language_the_clinic_named_it() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    world.reports(&anna, "anna").await;
    world.call("/api/site/language", "language=fr", Some(&anna.token)).await;
    let cookies = format!("__Host-session={}", anna.token);
    let tick = format!("record={}&report={OPEN}&flags[]=chest-pain", anna.record);
    let told = world.form("/api/diary/flags", &tick, "/", &cookies).await;
    for page in ["/ill", told.header("location")] {
        let page = world.get(page, Some(&anna.token)).await.body;
        assert!(page.contains("lang=\"fr\""), "{page}");
        let named = page.split("<span ").find(|span| span.contains(">Emergency</span>")).unwrap();
        assert!(named.split('>').next().unwrap().contains("lang=\"en\""), "{named}");
    }
}
