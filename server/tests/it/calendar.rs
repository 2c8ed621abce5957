//! The calendar of doses, as a calendar program reads it under its secret address.

use std::collections::BTreeSet;

use domain::{
    access::{self, AccountRole},
    account::{
        Confirm,
        enrol::{Choice, enrol},
        letter,
        store::{disable, find_session},
    },
    id::MedicineId,
    medicines::{
        Amount, At, Count, Course, Moments, Plan, Rhythm,
        feed::DAYS,
        plan_store::{confirm_plan, propose_plan},
        schedule::{Life, doses},
        store::{NewMedicine, create_medicine, end_medicine},
    },
    time::{Day, Instant, PartialDate, TimeOfDay},
};
use http::StatusCode;
use ical::parser::{
    Component as _,
    ical::component::{IcalCalendar, IcalEvent},
};
use rstest::rstest;

use crate::world::{Answer, PASSPHRASE, Somebody, World, a_record};

const PAGE: &str = "/account/calendar";
const ZONE: &str = "Europe/Paris";

/// Two tablets at times of the day, since a year.
fn plan(now: Instant, times: &[&str]) -> Plan {
    let at = times.iter().map(|time| At::Clock(TimeOfDay::try_from((*time).to_owned()).unwrap())).collect();
    let course = Course {
        from: Day::of(now.plus_days(-365), ZONE).unwrap(),
        until: None,
        most: None,
        rhythm: Rhythm::Days { every: 1, at },
        amounts: vec![Amount { count: Count::try_from("2".to_owned()).unwrap(), of: String::new() }],
        if_missed: None,
        window_minutes: None,
    };
    Plan { courses: vec![course], pauses: Vec::new() }
}

/// Someone who lives where the clocks change.
async fn somebody(world: &World, name: &str) -> Somebody {
    let b = &world.backend;
    let record = world.import(&a_record(name)).await.record.unwrap();
    let confirm = Confirm::BirthDate(PartialDate::day(1961, 3, 27));
    let code = world.letter(record).await;
    let ticket = letter::check_code(&b.db, &b.keys, &code, &confirm, "192.0.2.1", b.now()).await.unwrap();
    let choice = Choice::new(name, PASSPHRASE, "en", ZONE).unwrap();
    let account = enrol(&b.db, &b.keys, &b.hasher, &ticket, &choice, b.now()).await.unwrap();
    Somebody { account, record, token: world.session(account).await, items: std::collections::BTreeMap::new() }
}

/// What becomes of a medicine that someone adds.
#[derive(PartialEq)]
pub enum Then {
    Confirmed,
    Proposed,
    Ended,
}

pub async fn takes(world: &World, who: &Somebody, name: &str, times: &[&str], then: Then) {
    let now = world.backend.now();
    let mut tx = world.backend.db.write().await.unwrap();
    let caller = find_session(&mut tx, &who.token, now).await.unwrap().unwrap().caller;
    let granted = access::write::<access::Medicines>(&mut tx, &caller, who.record).await.unwrap();
    let id = MedicineId::new();
    let new = NewMedicine { id, name: name.into(), purpose: String::new(), items: Vec::new() };
    create_medicine(&mut tx, &granted, new, now).await.unwrap();
    propose_plan(&mut tx, &granted, id, &plan(now, times), 0, now).await.unwrap();
    if then != Then::Proposed {
        confirm_plan(&mut tx, &granted, id, now, now).await.unwrap();
    }
    if then == Then::Ended {
        end_medicine(&mut tx, &granted, id, "", now).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn post(world: &World, who: &Somebody, path: &str, form: &str) -> Answer {
    let form = format!("record={}{form}", who.record);
    world.form(path, &form, PAGE, &format!("__Host-session={}", who.token)).await
}

/// The path of the address that a page shows.
fn path_in(page: &Answer) -> String {
    let (_, rest) =
        page.body.split_once("https://daybook.example/calendar/").unwrap_or_else(|| panic!("{}", page.body));
    format!("/calendar/{}", rest.split('<').next().unwrap())
}

/// Makes a calendar by the form.
async fn make(world: &World, who: &Somebody, wording: &str) -> String {
    let page = post(world, who, "/api/medicines/make_feed", &format!("&wording={wording}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    path_in(&page)
}

fn parsed(answer: &Answer) -> IcalCalendar {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let mut all = ical::IcalParser::new(answer.body.as_bytes());
    let calendar = all.next().unwrap().unwrap();
    assert!(all.next().is_none());
    calendar
}

fn of(event: &IcalEvent, name: &str) -> String {
    event.get_property(name).and_then(|property| property.value.clone()).unwrap_or_default()
}

fn in_utc(at: Instant) -> String {
    jiff::Timestamp::from_microsecond(at.0).unwrap().strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[rstest]
#[tokio::test]
async fn a_calendar_holds_each_dose_of_sixty_days_at_its_moment_also_when_the_clocks_change(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let anna = somebody(&world, "anna").await;
    takes(&world, &anna, "Capecitabine", &["08:00", "20:00"], Then::Confirmed).await;
    takes(&world, &anna, "Zinc", &["08:00"], Then::Confirmed).await;
    takes(&world, &anna, "Iron", &["11:11"], Then::Proposed).await;
    takes(&world, &anna, "Gold", &["12:12"], Then::Ended).await;
    let address = make(&world, &anna, "discreet").await;

    let answer = world.get(&address, None).await;
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-store");
    let calendar = parsed(&answer);
    let life = Life { zone: jiff::tz::TimeZone::get(ZONE).unwrap(), moments: Moments::default() };
    let now = world.backend.now();
    let both = plan(now, &["08:00", "20:00"]);
    let expected: Vec<String> = doses(&both, &life, now, now.plus_days(DAYS)).map(|dose| in_utc(dose.due)).collect();
    let told: Vec<String> = calendar.events.iter().map(|event| of(event, "DTSTART")).collect();
    assert_eq!(told, expected, "what is due at the same moment is one event");
    assert_eq!(told.len(), 120);
    // The clocks of Paris go back an hour on 25 October.
    for moment in ["20261024T060000Z", "20261025T070000Z"] {
        assert!(told.iter().any(|told| told == moment), "{moment}");
    }
    for event in &calendar.events {
        assert_eq!(of(event, "SUMMARY"), "Daybook");
        let [alarm] = event.alarms.as_slice() else { panic!("one alarm at each moment") };
        let trigger = alarm.get_property("TRIGGER").unwrap().value.clone().unwrap();
        assert!(["PT0S", "P0D"].contains(&trigger.as_str()), "{trigger}");
        assert_eq!(alarm.get_property("DESCRIPTION").unwrap().value.as_deref(), Some("Daybook"));
    }
    for said in ["Capecitabine", "Zinc", "Iron", "Gold", "Dose", "Medicine", "anna", &anna.record.to_string()] {
        assert!(!answer.body.contains(said), "it says {said}");
    }
    let uids: BTreeSet<String> = calendar.events.iter().map(|event| of(event, "UID")).collect();
    assert_eq!(uids.len(), 120);
    assert_eq!(world.get(&address, None).await.body, answer.body, "read again at the same moment it is the same");

    // A day later the moments that were there before are the same events.
    world.later(86_400);
    let later = parsed(&world.get(&address, None).await);
    let again: BTreeSet<String> = later.events.iter().map(|event| of(event, "UID")).collect();
    assert_eq!((again.len(), again.intersection(&uids).count()), (120, 118));
}

#[rstest]
#[tokio::test]
async fn a_calendar_names_medicines_only_where_that_was_chosen(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = somebody(&world, "anna").await;
    takes(&world, &anna, "Iron; twice", &["08:00"], Then::Confirmed).await;
    takes(&world, &anna, "Zinc", &["08:00", "20:00"], Then::Confirmed).await;
    let address = make(&world, &anna, "plain").await;
    let calendar = parsed(&world.get(&address, None).await);
    let said: BTreeSet<String> = calendar.events.iter().map(|event| of(event, "SUMMARY")).collect();
    assert_eq!(said, BTreeSet::from(["Time for Iron\\; twice\\, Zinc".to_owned(), "Time for Zinc".to_owned()]));

    let form = format!("record={}&wording=loud", anna.record);
    let wrong = world.call("/api/medicines/make_feed", &form, Some(&anna.token)).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(world.get(&address, None).await.status, StatusCode::OK, "what was refused changed nothing");
}

#[rstest]
#[tokio::test]
async fn an_address_that_opens_nothing_is_the_same_answer_whatever_it_was(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let seen = |answer: Answer| {
        let mut headers = answer.headers;
        headers.remove("x-request-id");
        (answer.status, answer.body, headers)
    };
    let wrong = seen(world.get(&format!("/calendar/{}.ics", "0".repeat(64)), None).await);
    assert_eq!((wrong.0, wrong.1.as_str()), (StatusCode::NOT_FOUND, ""));

    let anna = somebody(&world, "anna").await;
    takes(&world, &anna, "Zinc", &["08:00"], Then::Confirmed).await;
    let first = make(&world, &anna, "discreet").await;
    let second = make(&world, &anna, "discreet").await;
    assert_ne!(first, second);
    assert_eq!(world.get(&second, None).await.status, StatusCode::OK);
    let ended = post(&world, &anna, "/api/medicines/end_feed", "").await;
    assert_eq!(ended.header("location"), "/account/calendar?ended=1");

    let (ben, cleo) = (somebody(&world, "ben").await, somebody(&world, "cleo").await);
    let (bens, cleos) = (make(&world, &ben, "plain").await, make(&world, &cleo, "plain").await);
    for address in [&bens, &cleos] {
        assert_eq!(world.get(address, None).await.status, StatusCode::OK);
    }
    let mut tx = world.backend.db.write().await.unwrap();
    disable(&mut tx, ben.account, world.backend.now()).await.unwrap();
    tx.commit().await.unwrap();
    let mut died = a_record("cleo");
    died["entry"][0]["resource"]["deceasedBoolean"] = true.into();
    died["entry"][0]["resource"]["meta"] = serde_json::json!({ "lastUpdated": "2026-09-21T00:00:00Z" });
    world.import(&died).await;

    let without_end = second.trim_end_matches(".ics");
    let with_more = format!("{without_end}0.ics");
    for address in [&first, &second, &bens, &cleos, without_end, &with_more, "/calendar/.ics", "/calendar/x"] {
        assert_eq!(seen(world.get(address, None).await), wrong, "{address}");
    }
}

#[rstest]
#[tokio::test]
async fn the_address_is_shown_once_to_who_has_just_shown_a_factor_and_readings_stand_in_the_log(
    #[values("sqlite", "postgres")] database: &str,
) {
    let Some(world) = World::on(database).await else { return };
    let mut anna = somebody(&world, "anna").await;
    let token = Some(anna.token.as_str());
    let none = world.get(PAGE, token).await;
    assert!(none.body.contains("Make an address") && !none.body.contains("Turn off"), "{}", none.body);

    let page = post(&world, &anna, "/api/medicines/make_feed", "&wording=plain").await;
    let secret = path_in(&page).trim_start_matches("/calendar/").trim_end_matches(".ics").to_owned();
    assert_eq!((secret.len(), page.header("location"), page.header("cache-control")), (64, "", "no-store"));
    assert!(page.body.contains(&format!("href=\"webcal://daybook.example/calendar/{secret}.ics\"")));
    let held = world.get(PAGE, token).await;
    assert!(
        held.body.contains("It names your medicines.") && held.body.contains("No calendar program"),
        "{}",
        held.body
    );
    assert!(!held.body.contains(&secret), "it is shown once");

    let address = format!("/calendar/{secret}.ics");
    let log = format!("/records/{}/log", anna.record);
    let read = async |token: &str| world.get(&log, Some(token)).await.body.matches("A calendar program read").count();
    for _ in 0..3 {
        world.get(&address, None).await;
    }
    assert_eq!(read(&anna.token).await, 1);
    assert!(world.get(PAGE, token).await.body.contains("Last read by a calendar program on"));
    // The session of yesterday is over; the new one has shown a factor a while ago.
    world.later(86_400);
    anna.token = world.session(anna.account).await;
    world.get(&address, None).await;
    assert_eq!(read(&anna.token).await, 2);
    world.later(1_200);

    let refused = post(&world, &anna, "/api/medicines/make_feed", "&wording=plain").await;
    assert!(refused.header("location").starts_with("/account/confirm?"), "{}", refused.header("location"));
    assert_eq!(world.get(&address, None).await.status, StatusCode::OK, "the address of before goes on");
    post(&world, &anna, "/api/medicines/end_feed", "").await;
    let shown = world.get(&log, Some(&anna.token)).await.body;
    for line in ["Made an address for the calendar of doses", "Turned off the calendar of doses"] {
        assert_eq!(shown.matches(line).count(), 1, "{line}");
    }
    assert!(!shown.contains(&secret));

    let (_, nurse) = world.staff("nurse", AccountRole::CareTeam).await;
    assert_eq!(world.get(PAGE, Some(&nurse)).await.status, StatusCode::NOT_FOUND);
}
