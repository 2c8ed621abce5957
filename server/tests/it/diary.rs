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

/// Answers a report from its beginning until it is sent.
async fn report(world: &World, person: &Somebody, id: &str, answers: &[(&str, &str)]) {
    let call = async |path: &str, rest: String| {
        let form = format!("record={}&{rest}", person.record);
        let answer = world.call(&format!("/api/diary/{path}"), &form, Some(&person.token)).await;
        assert_eq!(answer.status, StatusCode::OK, "{path} {rest}: {}", answer.body);
    };
    call("start", format!("id={id}")).await;
    call("flags", format!("report={id}&then=none")).await;
    for (screen, given) in answers {
        call("answer", format!("report={id}&screen={screen}&given[answers][0][]=%3D{given}")).await;
    }
    call("send", format!("report={id}")).await;
    world.later(60);
}

#[rstest]
#[tokio::test]
async fn a_scale_of_its_own_is_told_in_its_own_words(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let answers = [("which", "pain"), ("pain-frequency", "1"), ("activity-interference", "3"), ("rest-amount", "2")];
    report(&world, &anna, SENT, &answers).await;
    let diary = format!("/records/{}/diary", anna.record);
    let home = world.get(&diary, Some(&anna.token)).await.body;
    for said in ["Pain: slight", "Everyday activities: A little", "Rest during the day: About half of the day"] {
        assert!(home.contains(said), "{said}: {home}");
    }
    let over_time = world.get(&format!("{diary}/over-time"), Some(&anna.token)).await.body;
    let card = |symptom: &str| over_time.split(&format!("id=\"symptom-{symptom}\"")).nth(1).unwrap().to_owned();
    let activity = card("activity");
    let activity = activity.split("</section>").next().unwrap();
    assert!(activity.contains("Last A little") && activity.contains("All of it"), "{activity}");
    assert!(!activity.contains("very bad") && !activity.contains("In the way"), "{activity}");
    assert!(card("pain").split("</section>").next().unwrap().contains("very bad"));
    assert!(!over_time.split("Asked about and never there").nth(1).unwrap().starts_with("Everyday"));
}

/// A form of the clinic's own, of a symptom that Daybook has no word for.
fn hair_loss() -> String {
    let choice = |code: &str, text: &str| serde_json::json!({ "valueCoding": { "code": code, "display": text } });
    let levels = ["None", "A bit", "Some", "Much", "All"].iter().enumerate();
    let levels: Vec<_> = levels.map(|(level, text)| choice(&level.to_string(), text)).collect();
    serde_json::json!({
        "resourceType": "Questionnaire", "status": "active", "url": domain::diary::instrument::OWN,
        "version": "clinic-1", "title": "Hair", "item": [{
            "linkId": "hair", "type": "group", "text": "Hair that falls out",
            "code": [{ "system": "urn:daybook:symptom", "code": "hair-loss" }],
            "item": [{
                "linkId": "hair-severity", "type": "choice", "text": "How bad was it?", "answerOption": levels,
                "code": [{ "system": "urn:daybook:attribute", "code": "severity" }]
            }]
        }]
    })
    .to_string()
}

#[rstest]
#[tokio::test]
async fn the_care_team_reads_symptoms_as_the_form_of_the_report_names_them_with_their_last_weeks(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let nurse = world.carer("Nurse Ines", anna.record).await;
    let answers = [("which", "nausea"), ("nausea-frequency", "1"), ("nausea-severity", "1")];
    report(&world, &anna, SENT, &answers).await;
    let source = hair_loss();
    let instrument = fhir::instrument::read(&source).unwrap();
    let mut tx = world.backend.db.write().await.unwrap();
    let now = world.backend.now();
    domain::diary::instrument_store::create_instrument(&mut tx, &instrument, &source, "operator", now).await.unwrap();
    tx.commit().await.unwrap();
    for (id, level) in [("b0", "1"), ("b1", "4")] {
        let id = format!("01900000-0000-7000-8000-0000000000{id}");
        report(&world, &anna, &id, &[("hair-severity", level)]).await;
    }
    let list = world.get("/team/worklist", Some(&nurse)).await.body;
    assert!(list.contains("Hair that falls out: how bad 1 → 4"), "{list}");
    let address = list.split("href=\"").find(|href| href.starts_with("/team/worklist/")).unwrap();
    let page = world.get(address.split('"').next().unwrap(), Some(&nurse)).await.body;
    let history = page.split("id=\"history\"").nth(1).unwrap_or_else(|| panic!("{page}"));
    let alerted = history.split("<details class=\"fold\"").next().unwrap();
    assert!(alerted.contains("Hair that falls out") && alerted.contains("2 reports. Last very bad"), "{alerted}");
    assert!(!alerted.contains("Feeling sick"), "what did not alert stands behind");
    assert!(history.contains("Other symptoms") && history.contains("Feeling sick (nausea)"), "{history}");
    // Both forms are there to be named by; what was noted since the form changed has a name too.
    assert!(history.contains("1 report. Last slight"), "{history}");
}

/// What a screen of the open report shows; the form that the page works with holds more.
async fn screen(world: &World, person: &Somebody, number: u8) -> String {
    let page = format!("/records/{}/diary/reports/{OPEN}?at={number}", person.record);
    let body = world.get(&page, Some(&person.token)).await.body;
    let main = body.split("<main").nth(1).and_then(|rest| rest.split("</main>").next());
    main.unwrap_or_else(|| panic!("{body}")).to_owned()
}

#[rstest]
#[tokio::test]
async fn who_has_chemotherapy_is_asked_of_what_goes_with_it(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let (anna, ben) = (world.patient("anna").await, world.patient("ben").await);
    let given = serde_json::json!({ "resourceType": "Bundle", "type": "collection", "entry": [
        { "resource": { "resourceType": "Patient", "id": "anna", "birthDate": "1961-03-27",
            "identifier": [{ "system": "urn:test", "value": "anna" }] } },
        { "resource": { "resourceType": "MedicationAdministration", "id": "anna-given", "status": "completed",
            "medicationCodeableConcept": { "text": "Oxaliplatino 85 mg/m²" },
            "subject": { "reference": "Patient/anna" }, "effectiveDateTime": "2026-09-10" } }
    ] });
    assert_eq!(world.import(&given).await.record, Some(anna.record));
    let which = async |person: &Somebody| {
        world.reports(person, "nothing").await;
        screen(&world, person, 1).await
    };
    let (hers, his) = (which(&anna).await, which(&ben).await);
    for page in [&hers, &his] {
        assert!(page.contains("Poor appetite") && page.contains("Something else"), "{page}");
        assert!(!page.contains("Hot flashes"), "it goes with another treatment");
    }
    assert!(hers.contains("Changes in taste") && hers.contains("Dizziness"), "{hers}");
    assert!(!his.contains("Changes in taste"));
    // It is asked of at once, and stands no second time behind "something else".
    let form = format!(
        "record={}&report={OPEN}&screen=which&given[answers][0][]=%3Dtaste&given[answers][0][]=%3Dsomething-else",
        anna.record
    );
    world.call("/api/diary/answer", &form, Some(&anna.token)).await;
    let more = screen(&world, &anna, 2).await;
    assert!(
        more.contains("What else did you have") && more.contains("Hot flashes") && !more.contains("Dizziness"),
        "{more}"
    );
    let taste = screen(&world, &anna, 3).await;
    assert!(taste.contains("how bad were the changes in taste"), "{taste}");
}

#[rstest]
#[tokio::test]
async fn whom_to_call_is_said_also_when_the_database_does_not_answer(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    world.reports(&anna, "anna").await;
    world.backend.db.close().await;
    let ticked = form(&world, &anna, "flags", &format!("report={OPEN}&flags[]=chest-pain&then=next")).await;
    says_whom_to_call(&ticked, StatusCode::UNAUTHORIZED);
    let ill = world.get("/ill", Some(&anna.token)).await;
    assert_eq!((ill.status, numbers(&ill.body)), (StatusCode::OK, vec!["112", "5550100", "116123"]));
    // A private page can't be had, says so, and has the way to the numbers.
    let page = world.get(&format!("/records/{}/diary", anna.record), Some(&anna.token)).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.body.contains("href=\"/ill\""), "{}", page.body);
    let call = world.call("/api/diary/home", &format!("record={}", anna.record), Some(&anna.token)).await;
    assert_eq!(call.status, StatusCode::SERVICE_UNAVAILABLE);
}
