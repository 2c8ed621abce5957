//! Reports from their first answer to what the care team learns of them, on both databases.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    alert::{About, Rules},
    answer::{Answer, Answers},
    course::list_courses,
    entry::{NewEntry, create_entry, list_entries, withdraw_entry},
    evaluate::{self, How, UNFINISHED},
    instrument::{Choice, Condition, Instrument, Item, Kind, LinkId, OWN, Operator, Role},
    instrument_store::{create_instrument, tests::readings},
    plan::{self, REMIND, find_state},
    report::{Attribute, Flag, Level, Symptom},
    schedule::State,
    store::{self, Kept},
};
use crate::{
    Error, FieldCode, Result,
    access::{self, AccountRole, Act, Caller, Diary, Granted, Worklist, Write},
    db::{Db, Tx, on_db, tests::both},
    id::{AccountId, RecordId, ReportId, SessionId, TeamId},
    site::Site,
    time::Instant,
    worklist::{
        item::Body,
        item_store::{open_alerts, state_for_person},
        item_tests::a_site,
    },
};

/// 21 September 2026, 13:33 in UTC, a Monday.
const NOW: Instant = Instant(1_789_997_600_000_000);
const ZONE: &str = "Europe/Paris";
const HOUR: i64 = 3600;

/// Anna has come a week ago; a team cares for her.
struct Book {
    db: Db,
    record: RecordId,
    anna: Caller,
    site: Site,
    rules: Rules,
    _folder: Option<tempfile::TempDir>,
}

async fn books() -> Vec<Book> {
    let mut books = Vec::new();
    for (db, folder) in both().await {
        let record = RecordId::new();
        let anna = Caller {
            account: AccountId::new(),
            session: SessionId::new(),
            role: AccountRole::Patient,
            record: Some(record),
            second_factor: false,
            fresh_until: NOW,
        };
        let mut tx = db.write().await.unwrap();
        on_db!(tx, c => sqlx::query(
            "INSERT INTO record (id, name, deceased, published_no, created_at) VALUES ($1, 'Anna', $2, 1, 0)",
        ).bind(record.0).bind(false).execute(c).await.map(|_| ()))
        .unwrap();
        on_db!(tx, c => sqlx::query(
            "INSERT INTO account (id, role, name, name_key, record, zone, failures, created_at, enrolled_at) \
             VALUES ($1, $2, 'anna', 'anna', $3, $4, 0, 0, $5)",
        )
        .bind(anna.account.0)
        .bind(anna.role.code())
        .bind(record.0)
        .bind(ZONE)
        .bind(NOW.plus_days(-7).0)
        .execute(c)
        .await
        .map(|_| ()))
        .unwrap();
        let team = TeamId::new();
        on_db!(tx, c => sqlx::query("INSERT INTO team (id, name, body) VALUES ($1, 'Day clinic', '{}')")
            .bind(team.0).execute(c).await.map(|_| ()))
        .unwrap();
        on_db!(tx, c => sqlx::query("INSERT INTO record_team (record, team) VALUES ($1, $2)")
            .bind(record.0).bind(team.0).execute(c).await.map(|_| ()))
        .unwrap();
        create_instrument(&mut tx, &an_instrument(), "{}", "daybook", NOW.plus_days(-30)).await.unwrap();
        tx.commit().await.unwrap();
        books.push(Book { db, record, anna, site: a_site(), rules: Rules::shipped().unwrap(), _folder: folder });
    }
    books
}

fn text(of: &str) -> BTreeMap<String, String> {
    [("en".to_owned(), of.to_owned())].into()
}

fn an_item(link_id: &str, kind: Kind, role: Option<Role>) -> Item {
    Item {
        link_id: LinkId(link_id.into()),
        text: text(link_id),
        help: BTreeMap::new(),
        kind,
        role,
        required: false,
        repeats: false,
        conditions: Vec::new(),
        all_conditions: false,
        items: Vec::new(),
    }
}

fn a_choice(code: &str, level: Option<u8>) -> Choice {
    Choice {
        code: code.into(),
        system: None,
        text: text(code),
        level,
        exclusive: code == "none",
        declined: false,
        fits: vec![],
    }
}

/// Which of two symptoms there were, how bad each was, and words.
fn an_instrument() -> Instrument {
    let which =
        Kind::Choice { choices: ["pain", "nausea", "none"].map(|code| a_choice(code, None)).into(), open: false };
    let mut items = vec![Item { repeats: true, required: true, ..an_item("which", which, Some(Role::Which)) }];
    for symptom in ["pain", "nausea"] {
        let levels = (0..=4_u8).map(|n| a_choice(&n.to_string(), Some(n))).collect();
        let how_bad = Kind::Choice { choices: levels, open: false };
        let question = an_item(&format!("{symptom}-bad"), how_bad, Some(Role::Attribute(Attribute::Severity)));
        let asked = Condition {
            question: LinkId("which".into()),
            operator: Operator::Equal,
            answer: Answer::Choice(symptom.into()),
        };
        let group = an_item(symptom, Kind::Group { page: false }, Some(Role::Symptom(Symptom(symptom.into()))));
        items.push(Item { conditions: vec![asked], items: vec![question], ..group });
    }
    let degrees = Kind::Decimal { least: Some("34".into()), most: Some("43".into()), unit: Some("Cel".into()) };
    items.push(an_item("temperature", degrees, Some(Role::Temperature)));
    items.push(an_item("note", Kind::Text { longest: None }, Some(Role::Note)));
    Instrument { url: OWN.into(), version: "1".into(), title: text("check"), items }
}

fn chosen(link_id: &str, codes: &[&str]) -> (LinkId, Vec<Answer>) {
    (LinkId(link_id.into()), codes.iter().map(|code| Answer::Choice((*code).into())).collect())
}

impl Book {
    fn how(&self) -> How<'_> {
        How { rules: &self.rules, site: &self.site }
    }

    async fn writing(&self) -> (Tx, Granted<Write, Diary>) {
        let mut tx = self.db.write().await.unwrap();
        let granted = access::write::<Diary>(&mut tx, &self.anna, self.record).await.unwrap();
        (tx, granted)
    }

    async fn begin(&self, at: Instant) -> ReportId {
        let id = ReportId::new();
        let (mut tx, granted) = self.writing().await;
        store::start_report(&mut tx, &granted, id, OWN, at).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    async fn flag(&self, id: ReportId, flags: &[Flag], at: Instant) -> Kept {
        let (mut tx, granted) = self.writing().await;
        let flags: BTreeSet<Flag> = flags.iter().copied().collect();
        let saved = store::save_flags(&mut tx, &granted, id, flags, at).await.unwrap();
        evaluate::evaluate(&mut tx, self.record, &saved, self.how(), at).await.unwrap();
        tx.commit().await.unwrap();
        saved
    }

    async fn answer(&self, id: ReportId, given: Vec<(LinkId, Vec<Answer>)>, at: Instant) -> Result<Kept> {
        let (mut tx, granted) = self.writing().await;
        let saved = store::save_answers(&mut tx, &granted, id, given, at).await?;
        tx.commit().await?;
        Ok(saved)
    }

    async fn send(&self, id: ReportId, at: Instant) -> Result<Kept> {
        let (mut tx, granted) = self.writing().await;
        if let Some(sent) = store::send_report(&mut tx, &granted, id, at).await? {
            evaluate::evaluate(&mut tx, self.record, &sent, self.how(), at).await?;
        }
        tx.commit().await?;
        let (mut tx, granted) = self.writing().await;
        store::get_report(&mut tx, &granted, id).await
    }

    /// A whole report of pain, without red flags.
    async fn pain(&self, level: u8, at: Instant) -> ReportId {
        let id = self.begin(at).await;
        self.flag(id, &[], at).await;
        let level = level.to_string();
        self.answer(id, vec![chosen("which", &["pain"]), chosen("pain-bad", &[&level])], at).await.unwrap();
        self.send(id, at).await.unwrap();
        id
    }

    async fn acting(&self) -> (Tx, Granted<Act, Worklist>) {
        let mut tx = self.db.write().await.unwrap();
        let granted = access::act_by_itself::<Worklist>(&mut tx, self.record).await.unwrap();
        (tx, granted)
    }

    /// What waits for the care team: the alerts of each open item, as what they are about.
    async fn waiting(&self) -> Vec<Vec<About>> {
        let (mut tx, granted) = self.acting().await;
        let open = open_alerts(&mut tx, &granted).await.unwrap();
        open.into_iter().map(|(_, _, alerts)| alerts.into_iter().map(|alert| alert.about).collect()).collect()
    }

    async fn items(&self, kind: &str) -> Vec<Body> {
        let (mut tx, _) = self.acting().await;
        let rows: Vec<String> = on_db!(tx, c => sqlx::query_scalar(
            "SELECT body FROM work_item WHERE record = $1 AND kind = $2 ORDER BY opened_at, id",
        ).bind(self.record.0).bind(kind).fetch_all(c).await)
        .unwrap();
        rows.iter().map(|body| serde_json::from_str(body).unwrap()).collect()
    }

    async fn close_all(&self, at: Instant) {
        let (mut tx, _) = self.acting().await;
        on_db!(tx, c => sqlx::query("UPDATE work_item SET closed_at = $2, decided = 'called', decided_at = $2 WHERE record = $1")
            .bind(self.record.0).bind(at.0).execute(c).await.map(|_| ()))
        .unwrap();
        tx.commit().await.unwrap();
    }

    /// When the jobs of a kind are due that have not ended.
    async fn due(&self, kind: &str) -> Vec<(String, Instant)> {
        let mut tx = self.db.read().await.unwrap();
        let rows: Vec<(String, i64)> = on_db!(tx, c => sqlx::query_as(
            "SELECT key, due_at FROM job WHERE kind = $1 AND ended_at IS NULL ORDER BY due_at",
        ).bind(kind).fetch_all(c).await)
        .unwrap();
        rows.into_iter().map(|(key, at)| (key, Instant(at))).collect()
    }

    async fn state(&self, at: Instant) -> State {
        let mut tx = self.db.read().await.unwrap();
        let granted = access::view::<Diary>(&mut tx, &self.anna, self.record, at).await.unwrap();
        find_state(&mut tx, &granted, at).await.unwrap()
    }
}

fn about(symptom: &str) -> About {
    About::Symptom(Symptom(symptom.into()))
}

#[tokio::test]
async fn a_report_is_saved_at_each_answer_and_sent_once_however_often_it_is_sent() {
    for book in books().await {
        let id = book.begin(NOW).await;
        let again = book.answer(id, vec![chosen("which", &["pain"])], NOW).await.unwrap();
        assert_eq!(again.answers.len(), 1);
        let error = book.send(id, NOW).await.unwrap_err();
        let Error::Invalid(fields) = error else { panic!("{error:?}") };
        assert_eq!(fields[0].name, "flags", "the red flags were not answered");
        book.flag(id, &[], NOW).await;
        book.answer(id, vec![chosen("pain-bad", &["3"])], NOW).await.unwrap();
        let sent = book.send(id, NOW.plus_seconds(60)).await.unwrap();
        assert_eq!(book.send(id, NOW.plus_seconds(90)).await.unwrap(), sent);
        assert_eq!(book.waiting().await, [[about("pain")]], "one report is one item");
        // The same answer once more has no effect, another one is refused.
        assert_eq!(book.answer(id, vec![chosen("pain-bad", &["3"])], NOW.plus_seconds(99)).await.unwrap(), sent);
        let late = book.answer(id, vec![chosen("pain-bad", &["1"])], NOW.plus_seconds(99)).await;
        assert!(matches!(late, Err(Error::Conflict)));
    }
}

#[tokio::test]
async fn an_answer_that_is_saved_reads_its_instrument_once_at_most() {
    for book in books().await {
        let id = book.begin(NOW).await;
        let instrument = book.answer(id, vec![], NOW).await.unwrap().instrument;
        book.flag(id, &[], NOW).await;
        for given in [chosen("which", &["pain"]), chosen("pain-bad", &["3"]), chosen("pain-bad", &["4"])] {
            let before = readings(instrument);
            book.answer(id, vec![given], NOW).await.unwrap();
            assert!(readings(instrument) <= before + 1);
        }
        let before = readings(instrument);
        let note = (LinkId("note".into()), vec![Answer::Text("after lunch".into())]);
        book.answer(id, vec![note], NOW).await.unwrap();
        book.send(id, NOW).await.unwrap();
        assert!(readings(instrument) <= before + 1, "also when it is sent and looked at");
        assert!(readings(instrument) > 0);
    }
}

#[tokio::test]
async fn red_flags_in_a_report_that_is_too_old_are_never_taken_for_told() {
    for book in books().await {
        let id = book.begin(NOW).await;
        book.flag(id, &[Flag::ChestPain], NOW).await;
        let late = NOW.plus_days(3);
        for flags in [vec![Flag::ChestPain], vec![Flag::NewConfusion], vec![]] {
            let (mut tx, granted) = book.writing().await;
            let refused = store::save_flags(&mut tx, &granted, id, flags.into_iter().collect(), late).await;
            assert!(matches!(refused, Err(Error::Conflict)), "{refused:?}");
        }
    }
}

#[tokio::test]
async fn an_answer_outside_the_choices_is_refused_by_the_name_of_its_question_and_nothing_is_saved() {
    for book in books().await {
        let id = book.begin(NOW).await;
        let given = vec![chosen("which", &["pain"]), chosen("pain-bad", &["9"])];
        let error = book.answer(id, given, NOW).await.unwrap_err();
        let Error::Invalid(fields) = error else { panic!("{error:?}") };
        assert_eq!((fields[0].name.as_str(), fields[0].code), ("pain-bad", FieldCode::NotAChoice));
        let mut tx = book.db.read().await.unwrap();
        let granted = access::view::<Diary>(&mut tx, &book.anna, book.record, NOW).await.unwrap();
        assert_eq!(store::get_report(&mut tx, &granted, id).await.unwrap().answers, Answers::new());
    }
}

#[tokio::test]
async fn nobody_else_can_begin_or_go_on_with_a_report() {
    for book in books().await {
        let id = book.begin(NOW).await;
        let other = Caller { account: AccountId::new(), record: None, ..book.anna };
        let mut tx = book.db.write().await.unwrap();
        assert!(matches!(access::write::<Diary>(&mut tx, &other, book.record).await, Err(Error::NotFound)));
        let nobody = RecordId::new();
        assert!(matches!(access::write::<Diary>(&mut tx, &book.anna, nobody).await, Err(Error::NotFound)));
        drop(tx);
        assert!(book.answer(ReportId::new(), vec![chosen("which", &["none"])], NOW).await.is_err());
        assert!(book.answer(id, vec![chosen("which", &["none"])], NOW).await.is_ok());
    }
}

#[tokio::test]
async fn a_red_flag_is_with_the_team_as_soon_as_it_is_saved_and_the_rest_of_the_report_joins_it() {
    for book in books().await {
        let id = book.begin(NOW).await;
        book.flag(id, &[Flag::ChestPain], NOW).await;
        assert_eq!(book.waiting().await, [[About::Flag(Flag::ChestPain)]], "before anything is sent");
        // Saving the same again passes nothing on twice, also when someone has closed it meanwhile.
        book.flag(id, &[Flag::ChestPain], NOW.plus_seconds(5)).await;
        assert_eq!(book.waiting().await.len(), 1);
        let given = vec![chosen("which", &["pain"]), chosen("pain-bad", &["4"])];
        book.answer(id, given, NOW.plus_seconds(60)).await.unwrap();
        book.send(id, NOW.plus_seconds(60)).await.unwrap();
        assert_eq!(book.waiting().await, [vec![About::Flag(Flag::ChestPain), about("pain")]], "one item");
        book.close_all(NOW.plus_seconds(90)).await;
        let (mut tx, granted) = book.writing().await;
        let sent = store::get_report(&mut tx, &granted, id).await.unwrap();
        evaluate::evaluate(&mut tx, book.record, &sent, book.how(), NOW.plus_seconds(120)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(book.waiting().await.is_empty(), "what was dealt with does not come back by itself");
    }
}

#[tokio::test]
async fn a_report_that_is_left_half_way_is_looked_at_after_two_hours_as_it_stands() {
    for book in books().await {
        let id = book.begin(NOW).await;
        book.flag(id, &[], NOW).await;
        let given = vec![chosen("which", &["pain", "nausea"]), chosen("pain-bad", &["4"])];
        book.answer(id, given, NOW.plus_seconds(60)).await.unwrap();
        assert!(book.waiting().await.is_empty(), "not while they may still be at it");
        let due = book.due(UNFINISHED).await;
        assert_eq!(due, [(format!("{id}:0"), NOW.plus_seconds(2 * HOUR))]);
        let mut tx = book.db.write().await.unwrap();
        evaluate::evaluate_unfinished(&mut tx, book.record, &due[0].0, book.how(), due[0].1).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(book.waiting().await, [[about("pain")]], "what was not answered does not alert");
        // What is answered later and left again is looked at too.
        book.answer(id, vec![chosen("nausea-bad", &["4"])], NOW.plus_seconds(2 * HOUR + 60)).await.unwrap();
        let due = book.due(UNFINISHED).await;
        assert_eq!(due.last(), Some(&(format!("{id}:1"), NOW.plus_seconds(4 * HOUR))));
        let mut tx = book.db.write().await.unwrap();
        evaluate::evaluate_unfinished(&mut tx, book.record, &format!("{id}:1"), book.how(), NOW.plus_seconds(4 * HOUR))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(book.waiting().await, [vec![about("nausea"), about("pain")]]);
        // It can still be gone on with, and sent; nothing of it comes twice.
        book.answer(id, vec![chosen("nausea-bad", &["1"])], NOW.plus_seconds(5 * HOUR)).await.unwrap();
        book.send(id, NOW.plus_seconds(5 * HOUR)).await.unwrap();
        assert_eq!(book.waiting().await.len(), 1);
        let old = book.begin(NOW.plus_seconds(4 * HOUR)).await;
        let late = book.answer(old, vec![chosen("which", &["none"])], NOW.plus_seconds(77 * HOUR)).await;
        assert!(matches!(late, Err(Error::Conflict)), "after 72 hours it is too old");
    }
}

#[tokio::test]
async fn a_correction_of_what_was_dealt_with_is_taken_and_comes_back_to_nobody() {
    for book in books().await {
        let id = book.begin(NOW).await;
        book.flag(id, &[], NOW).await;
        let fever = |degrees: &str| vec![(LinkId("temperature".into()), vec![Answer::Text(degrees.into())])];
        book.answer(id, vec![chosen("which", &["none"])], NOW).await.unwrap();
        book.answer(id, fever("39.8"), NOW).await.unwrap();
        book.send(id, NOW).await.unwrap();
        assert_eq!(book.waiting().await.len(), 1);
        book.close_all(NOW.plus_seconds(300)).await;
        let (mut tx, granted) = book.writing().await;
        let corrected = ReportId::new();
        store::correct_report(&mut tx, &granted, corrected, id, NOW.plus_seconds(600)).await.unwrap();
        tx.commit().await.unwrap();
        book.answer(corrected, fever("38.9"), NOW.plus_seconds(600)).await.unwrap();
        let sent = book.send(corrected, NOW.plus_seconds(600)).await.unwrap();
        assert!(sent.sent_at.is_some(), "it is not refused because a nurse was quick");
    }
}

#[tokio::test]
async fn what_is_sent_needs_no_second_look() {
    for book in books().await {
        book.pain(1, NOW).await;
        assert!(book.due(UNFINISHED).await.is_empty());
    }
}

#[tokio::test]
async fn the_same_pain_again_joins_what_waits_and_worse_pain_is_new() {
    for book in books().await {
        book.pain(3, NOW).await;
        let again = book.pain(3, NOW.plus_seconds(24 * HOUR)).await;
        assert_eq!(book.waiting().await.len(), 1, "joined");
        let mut tx = book.db.read().await.unwrap();
        let granted = access::view::<Diary>(&mut tx, &book.anna, book.record, NOW.plus_days(1)).await.unwrap();
        assert!(state_for_person(&mut tx, &granted, again.0).await.unwrap().is_some(), "and it says so");
        drop(tx);
        book.pain(4, NOW.plus_seconds(48 * HOUR)).await;
        assert_eq!(book.waiting().await.len(), 2, "worse is an item of its own");
    }
}

#[tokio::test]
async fn a_correction_within_the_hour_is_looked_at_again_and_both_are_kept() {
    for book in books().await {
        let first = book.pain(1, NOW).await;
        let (mut tx, granted) = book.writing().await;
        let id = ReportId::new();
        store::correct_report(&mut tx, &granted, id, first, NOW.plus_seconds(600)).await.unwrap();
        store::correct_report(&mut tx, &granted, id, first, NOW.plus_seconds(601)).await.unwrap();
        tx.commit().await.unwrap();
        book.answer(id, vec![chosen("pain-bad", &["4"])], NOW.plus_seconds(700)).await.unwrap();
        book.send(id, NOW.plus_seconds(700)).await.unwrap();
        assert_eq!(book.waiting().await, [[about("pain")]]);
        let (mut tx, granted) = book.writing().await;
        let old = store::get_report(&mut tx, &granted, first).await.unwrap();
        assert_eq!(old.corrected_by, Some(id));
        let sent: Vec<ReportId> =
            store::list_sent(&mut tx, &granted, None, 10).await.unwrap().into_iter().map(|report| report.id).collect();
        assert_eq!(sent, [id], "the one that holds");
        let third = ReportId::new();
        let twice = store::correct_report(&mut tx, &granted, third, first, NOW.plus_seconds(800)).await;
        assert!(matches!(twice, Err(Error::Conflict)), "it has its correction already");
        let late = store::correct_report(&mut tx, &granted, third, id, NOW.plus_seconds(700 + HOUR)).await;
        assert!(matches!(late, Err(Error::Conflict)), "an hour later it is too late");
    }
}

#[tokio::test]
async fn same_as_last_time_takes_over_answers_but_neither_red_flags_nor_temperature_nor_words() {
    for book in books().await {
        let first = book.begin(NOW).await;
        book.flag(first, &[], NOW).await;
        let given = vec![
            chosen("which", &["pain"]),
            chosen("pain-bad", &["2"]),
            (LinkId("temperature".into()), vec![Answer::Text("36,9".into())]),
            (LinkId("note".into()), vec![Answer::Text("I slept well".into())]),
        ];
        book.answer(first, given, NOW).await.unwrap();
        book.send(first, NOW).await.unwrap();
        assert_eq!(book.items("note").await.len(), 1, "words are read by someone");
        let second = book.begin(NOW.plus_days(7)).await;
        let (mut tx, granted) = book.writing().await;
        let saved = store::answer_as_before(&mut tx, &granted, second, NOW.plus_days(7)).await.unwrap();
        tx.commit().await.unwrap();
        let names: Vec<&str> = saved.answers.keys().map(|question| question.0.as_str()).collect();
        assert_eq!(names, ["pain-bad", "which"]);
        assert_eq!(saved.said.flags, None);
        assert!(matches!(book.send(second, NOW.plus_days(7)).await, Err(Error::Invalid(_))));
    }
}

#[tokio::test]
async fn something_noted_between_reports_is_noted_once_alerts_like_a_report_and_can_be_taken_back() {
    for book in books().await {
        let new = NewEntry {
            id: ReportId::new(),
            symptom: Symptom("pain".into()),
            level: Level::try_from(4).ok(),
            happened_at: NOW.plus_seconds(-HOUR),
            note: "after lunch".into(),
        };
        let (mut tx, granted) = book.writing().await;
        for _ in 0..2 {
            if let Some(noted) = create_entry(&mut tx, &granted, new.clone(), NOW).await.unwrap() {
                evaluate::evaluate_entry(&mut tx, book.record, &noted, book.how(), NOW).await.unwrap();
            }
        }
        let other = NewEntry { note: "before lunch".into(), ..new.clone() };
        assert!(matches!(create_entry(&mut tx, &granted, other, NOW).await, Err(Error::Conflict)));
        for (wrong, field) in [
            (NewEntry { id: ReportId::new(), happened_at: NOW.plus_days(1), ..new.clone() }, "happened"),
            (NewEntry { id: ReportId::new(), happened_at: NOW.plus_days(-40), ..new.clone() }, "happened"),
            (NewEntry { id: ReportId::new(), level: None, note: String::new(), ..new.clone() }, "level"),
        ] {
            let Err(Error::Invalid(fields)) = create_entry(&mut tx, &granted, wrong, NOW).await else { panic!() };
            assert_eq!(fields[0].name, field);
        }
        assert_eq!(list_entries(&mut tx, &granted, None, 9).await.unwrap().len(), 1);
        let courses = list_courses(&mut tx, &granted, Instant(0)).await.unwrap();
        assert!(courses[0].points[0].between);
        assert!(matches!(
            withdraw_entry(&mut tx, &granted, new.id, NOW.plus_seconds(HOUR)).await,
            Err(Error::Conflict)
        ));
        withdraw_entry(&mut tx, &granted, new.id, NOW.plus_seconds(60)).await.unwrap();
        withdraw_entry(&mut tx, &granted, new.id, NOW.plus_seconds(61)).await.unwrap();
        assert_eq!(create_entry(&mut tx, &granted, new.clone(), NOW.plus_seconds(62)).await.unwrap(), None);
        assert!(list_entries(&mut tx, &granted, None, 9).await.unwrap().is_empty());
        tx.commit().await.unwrap();
        assert_eq!(book.waiting().await, [[about("pain")]]);
        assert_eq!(book.items("note").await.len(), 1);
    }
}

#[tokio::test]
async fn who_came_on_a_monday_is_asked_on_mondays_at_nine_and_after_an_alert_daily() {
    for book in books().await {
        // The day of coming counts: Monday the 14th; today is Monday the 21st.
        assert!(matches!(book.state(NOW).await, State::Due(_)));
        book.pain(1, NOW).await;
        let State::Done { next: Some(next) } = book.state(NOW).await else { panic!() };
        assert_eq!(next.in_zone(ZONE).unwrap().strftime("%F %H:%M").to_string(), "2026-09-28 09:00");
        book.pain(4, NOW.plus_seconds(60)).await;
        let State::Done { next: Some(next) } = book.state(NOW.plus_seconds(60)).await else { panic!() };
        assert_eq!(next.in_zone(ZONE).unwrap().strftime("%F %H:%M").to_string(), "2026-09-22 09:00", "tomorrow");
    }
}

/// A person whose time zone nobody knows.
async fn unreadable(db: &Db, record: uuid::Uuid) {
    let mut tx = db.write().await.unwrap();
    on_db!(tx, c => sqlx::query(
        "INSERT INTO record (id, name, deceased, published_no, created_at) VALUES ($1, 'Ben', $2, 1, 0)",
    ).bind(record).bind(false).execute(c).await.map(|_| ()))
    .unwrap();
    on_db!(tx, c => sqlx::query(
        "INSERT INTO account (id, role, name, name_key, record, zone, failures, created_at, enrolled_at) \
         VALUES ($1, $2, $3, $3, $1, 'Nowhere/AtAll', 0, 0, 1)",
    ).bind(record).bind(AccountRole::Patient.code()).bind(record.to_string()).execute(c).await.map(|_| ()))
    .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn reminders_are_planned_for_who_has_come_and_two_windows_without_an_answer_reach_the_team_once() {
    for book in books().await {
        // Someone whose zone can't be read keeps nobody else from their reminders.
        for other in [uuid::Uuid::from_u128(1), uuid::Uuid::max()] {
            unreadable(&book.db, other).await;
        }
        assert_eq!(plan::mend_reminders(&book.db, NOW).await.unwrap(), 1);
        assert_eq!(plan::mend_reminders(&book.db, NOW).await.unwrap(), 0, "planned already");
        // Nobody answers for four weeks; each step runs when it is due, and plans the next ones.
        let mut now = NOW;
        let mut steps = 0;
        while now < NOW.plus_days(28) {
            let due = book.due(REMIND).await;
            let Some((key, at)) = due.first().cloned() else { break };
            now = at;
            let mut tx = book.db.write().await.unwrap();
            plan::remind(&mut tx, book.record, &key, &book.site, now).await.unwrap();
            on_db!(tx, c => sqlx::query("UPDATE job SET ended_at = $2, outcome = 'done', due_at = NULL WHERE key = $1")
                .bind(&key).bind(now.0).execute(c).await.map(|_| ()))
            .unwrap();
            tx.commit().await.unwrap();
            steps += 1;
        }
        assert!(steps >= 9, "three steps a window: {steps}");
        let silent = book.items("silent").await;
        assert_eq!(silent.len(), 1, "told once, not every week: {silent:?}");
    }
}
