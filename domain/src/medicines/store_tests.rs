//! Medicines from their plan to what was said of each dose, on both databases.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Amount, At, Count, Course, Moment, Moments, PausedBy, Plan, Rhythm, Slot,
    day::{Days, State, as_needed, list_doses},
    entry::{Beyond, Entry, NewEntry, Question, Reason, Recorded, What},
    entry_store::{allowance, correct_entry, find_entry, limits, list_taken, record_entry, undo},
    life_store::{self, get_life},
    moved::Begin,
    plan_store::{self, list_plans},
    store::{self, Medicine, NewMedicine, get_medicine, list_medicines},
    team::{Order, order},
    weekly_store,
};
use crate::{
    Error, FieldCode,
    access::{self, AccountRole, Act, Caller, Granted, Medicines, View, Write},
    db::{Db, Tx, on_db, tests::both},
    devices::Said,
    id::{AccountId, EntryId, ItemId, MedicineId, RecordId, SessionId, TeamId},
    results::{Coding, Item, Kind, When},
    site::Site,
    time::{Day, Instant, TimeOfDay, Weekday},
    worklist::{item::Body, item_tests::a_site},
};

/// 21 September 2026, 13:33 in UTC and 15:33 in Paris, a Monday.
pub(super) const NOW: Instant = Instant(1_789_997_600_000_000);
pub(super) const ZONE: &str = "Europe/Paris";
pub(super) const HOUR: i64 = 3600;

/// Anna takes medicines; a nurse of a team that cares for her looks on.
pub(super) struct Pillbox {
    pub(super) db: Db,
    pub(super) record: RecordId,
    pub(super) anna: Caller,
    pub(super) nurse: Caller,
    pub(super) site: Site,
    _folder: Option<tempfile::TempDir>,
}

pub(super) async fn boxes() -> Vec<Pillbox> {
    let mut boxes = Vec::new();
    for (db, folder) in both().await {
        let record = RecordId::new();
        let caller = |role, record| Caller {
            account: AccountId::new(),
            session: SessionId::new(),
            role,
            record,
            second_factor: role == AccountRole::CareTeam,
            fresh_until: NOW,
        };
        let (anna, nurse) = (caller(AccountRole::Patient, Some(record)), caller(AccountRole::CareTeam, None));
        let mut tx = db.write().await.unwrap();
        on_db!(tx, c => sqlx::query(
            "INSERT INTO record (id, name, deceased, published_no, created_at) VALUES ($1, 'Anna', $2, 1, 0)",
        ).bind(record.0).bind(false).execute(c).await.map(|_| ()))
        .unwrap();
        for (one, name) in [(&anna, "anna"), (&nurse, "nora")] {
            on_db!(tx, c => sqlx::query(
                "INSERT INTO account (id, role, name, name_key, record, zone, failures, created_at, enrolled_at) \
                 VALUES ($1, $2, $3, $3, $4, $5, 0, 0, $6)",
            )
            .bind(one.account.0)
            .bind(one.role.code())
            .bind(name)
            .bind(one.record.map(|record| record.0))
            .bind(ZONE)
            .bind(NOW.plus_days(-7).0)
            .execute(c)
            .await
            .map(|_| ()))
            .unwrap();
        }
        let team = TeamId::new();
        on_db!(tx, c => sqlx::query("INSERT INTO team (id, name, body) VALUES ($1, 'Day clinic', '{}')")
            .bind(team.0).execute(c).await.map(|_| ()))
        .unwrap();
        on_db!(tx, c => sqlx::query("INSERT INTO record_team (record, team) VALUES ($1, $2)")
            .bind(record.0).bind(team.0).execute(c).await.map(|_| ()))
        .unwrap();
        on_db!(tx, c => sqlx::query("INSERT INTO account_team (account, team) VALUES ($1, $2)")
            .bind(nurse.account.0).bind(team.0).execute(c).await.map(|_| ()))
        .unwrap();
        tx.commit().await.unwrap();
        boxes.push(Pillbox { db, record, anna, nurse, site: a_site(), _folder: folder });
    }
    boxes
}

pub(super) fn day(text: &str) -> Day {
    text.to_owned().try_into().unwrap()
}

pub(super) fn clock(hour: u8) -> At {
    At::Clock(TimeOfDay::new(hour, 0).unwrap())
}

pub(super) fn tablets(count: &str) -> Vec<Amount> {
    vec![Amount { count: Count::try_from(count.to_owned()).unwrap(), of: "tablet 500 mg".into() }]
}

pub(super) fn plan(rhythm: Rhythm) -> Plan {
    let course = Course {
        from: day("2026-09-19"),
        until: None,
        most: None,
        rhythm,
        amounts: tablets("2"),
        if_missed: None,
        window_minutes: None,
    };
    Plan { courses: vec![course], pauses: Vec::new() }
}

pub(super) fn daily() -> Plan {
    plan(Rhythm::Days { every: 1, at: vec![clock(8), clock(20)] })
}

/// This morning's dose.
pub(super) fn morning() -> Slot {
    Slot::of(today(), clock(8))
}

pub(super) fn today() -> Day {
    day("2026-09-21")
}

impl Pillbox {
    pub(super) async fn write(&self) -> (Tx, Granted<Write, Medicines>) {
        let mut tx = self.db.write().await.unwrap();
        let granted = access::write(&mut tx, &self.anna, self.record).await.unwrap();
        (tx, granted)
    }

    pub(super) async fn view(&self) -> (Tx, Granted<View, Medicines>) {
        let mut tx = self.db.read().await.unwrap();
        let granted = access::view(&mut tx, &self.anna, self.record, NOW).await.unwrap();
        (tx, granted)
    }

    pub(super) async fn act(&self) -> (Tx, Granted<Act, Medicines>) {
        let mut tx = self.db.write().await.unwrap();
        let granted = access::act(&mut tx, &self.nurse, self.record).await.unwrap();
        (tx, granted)
    }

    /// A medicine of Anna's, not confirmed.
    pub(super) async fn proposed(&self, plan: &Plan, now: Instant) -> MedicineId {
        let id = MedicineId::new();
        let (mut tx, granted) = self.write().await;
        let new = NewMedicine { id, name: "Capecitabine".into(), purpose: String::new(), items: Vec::new() };
        store::create_medicine(&mut tx, &granted, new, now).await.unwrap();
        plan_store::propose_plan(&mut tx, &granted, id, plan, 0, now).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// A medicine whose plan Anna confirmed some days ago.
    pub(super) async fn taking(&self, plan: &Plan) -> MedicineId {
        let then = NOW.plus_days(-2);
        let id = self.proposed(plan, then).await;
        let (mut tx, granted) = self.write().await;
        plan_store::confirm_plan(&mut tx, &granted, id, then, then).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    pub(super) async fn medicine(&self, id: MedicineId) -> Medicine {
        let (mut tx, granted) = self.view().await;
        get_medicine(&mut tx, &granted, id).await.unwrap()
    }

    pub(super) async fn note(&self, new: NewEntry, now: Instant) -> Result<Recorded, Error> {
        let (mut tx, granted) = self.write().await;
        let recorded = record_entry(&mut tx, &granted, new, &self.site, now).await;
        if recorded.is_ok() {
            tx.commit().await.unwrap();
        }
        recorded
    }

    /// Yesterday and today.
    pub(super) async fn days(&self, now: Instant) -> Days {
        let (mut tx, granted) = self.view().await;
        let medicines = list_medicines(&mut tx, &granted).await.unwrap();
        let life = get_life(&mut tx, &granted).await.unwrap();
        let from = Instant::of_wall_clock("2026-09-20", "00:00", ZONE).unwrap();
        list_doses(&mut tx, &granted, &medicines, &life, (from, from.plus_days(2)), now).await.unwrap()
    }

    pub(super) async fn states(&self, now: Instant) -> Vec<State> {
        self.days(now).await.doses.into_iter().map(|listed| listed.state).collect()
    }

    /// What waits for the team of medicines.
    pub(super) async fn waiting(&self) -> Vec<Body> {
        let mut tx = self.db.read().await.unwrap();
        let bodies: Vec<String> = on_db!(tx, c => sqlx::query_scalar(
            "SELECT body FROM work_item WHERE record = $1 AND kind = 'medicine'",
        ).bind(self.record.0).fetch_all(c).await)
        .unwrap();
        bodies.iter().map(|body| serde_json::from_str(body).unwrap()).collect()
    }
}

pub(super) fn taken(medicine: MedicineId, slot: Option<Slot>, at: Instant) -> NewEntry {
    NewEntry { id: EntryId::new(), medicine, slot, what: What::Taken { at, amounts: Vec::new() }, truly: false }
}

fn saved(recorded: Recorded) -> Entry {
    match recorded {
        Recorded::Saved(entry) => *entry,
        Recorded::Asked(question) => panic!("asked {question:?}"),
    }
}

fn asked(recorded: Recorded) -> Question {
    match recorded {
        Recorded::Asked(question) => *question,
        Recorded::Saved(entry) => panic!("saved {entry:?}"),
    }
}

#[tokio::test]
async fn nothing_is_asked_before_the_person_confirmed_the_plan() {
    for b in boxes().await {
        let id = b.proposed(&daily(), NOW).await;
        assert!(b.states(NOW).await.is_empty());
        let (mut tx, granted) = b.write().await;
        let other = plan_store::confirm_plan(&mut tx, &granted, id, NOW.plus_seconds(-1), NOW).await;
        assert!(matches!(other, Err(Error::Conflict)), "what was read back was another plan");
        plan_store::confirm_plan(&mut tx, &granted, id, NOW, NOW.plus_seconds(60)).await.unwrap();
        plan_store::confirm_plan(&mut tx, &granted, id, NOW, NOW.plus_seconds(90)).await.unwrap();
        tx.commit().await.unwrap();
        // The dose of this morning was over before: it is asked of nobody.
        assert_eq!(b.states(NOW.plus_seconds(90)).await, [State::Upcoming]);
        let medicine = b.medicine(id).await;
        assert_eq!((medicine.version, medicine.proposed), (1, None));
    }
}

#[tokio::test]
async fn a_dose_is_due_then_unanswered_and_never_missed_by_itself() {
    for b in boxes().await {
        b.taking(&daily()).await;
        assert_eq!(b.states(NOW).await, [State::Unanswered, State::Unanswered, State::Unanswered, State::Upcoming]);
        let at_nine = Instant::of_wall_clock("2026-09-21", "09:00", ZONE).unwrap();
        assert_eq!(b.states(at_nine).await[2], State::Due);
    }
}

#[tokio::test]
async fn the_same_entry_counts_once_and_other_content_is_a_conflict() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let new = taken(id, Some(morning()), NOW);
        let first = saved(b.note(new.clone(), NOW).await.unwrap());
        // Its answer was lost: the form says "now" again.
        let again = NewEntry { what: What::Taken { at: NOW.plus_seconds(40), amounts: Vec::new() }, ..new.clone() };
        assert_eq!(saved(b.note(again, NOW.plus_seconds(40)).await.unwrap()), first);
        let other = NewEntry { what: What::Missed, ..new };
        assert!(matches!(b.note(other, NOW).await, Err(Error::Conflict)));
        assert_eq!(b.states(NOW).await[2], State::Taken);
        assert_eq!(first.what, What::Taken { at: NOW, amounts: tablets("2") });
    }
}

#[tokio::test]
async fn a_dose_that_was_recorded_is_asked_about_and_the_truth_can_be_recorded() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let first = saved(b.note(taken(id, Some(morning()), NOW), NOW).await.unwrap());
        let second = taken(id, Some(morning()), NOW.plus_seconds(600));
        let question = asked(b.note(second.clone(), NOW.plus_seconds(600)).await.unwrap());
        assert_eq!(question, Question::Already(first));
        assert_eq!(b.states(NOW).await[2], State::Taken, "asking noted nothing");
        let truly = NewEntry { truly: true, ..second };
        let entry = saved(b.note(truly, NOW.plus_seconds(660)).await.unwrap());
        assert_eq!(entry.beyond, Some(Beyond::Twice));
        assert_eq!(b.states(NOW).await[2], State::TakenTwice);
        let [Body::Medicine { medicine, taken, .. }] = &b.waiting().await[..] else { panic!("the team was not told") };
        assert_eq!((*medicine, taken.len()), (id, 1));
    }
}

#[tokio::test]
async fn what_was_skipped_and_then_taken_after_all_is_a_correction_not_a_second_dose() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let skipped = What::Skipped { reason: Reason::Unwell, words: " sick \u{7} ".into() };
        let new = NewEntry { id: EntryId::new(), medicine: id, slot: Some(morning()), what: skipped, truly: false };
        let first = saved(b.note(new, NOW).await.unwrap());
        assert_eq!(first.what, What::Skipped { reason: Reason::Unwell, words: "sick".into() });
        assert_eq!(b.states(NOW).await[2], State::Skipped);
        let second = taken(id, Some(morning()), NOW);
        assert!(matches!(asked(b.note(second.clone(), NOW).await.unwrap()), Question::Already(_)));
        let entry = saved(b.note(NewEntry { truly: true, ..second }, NOW).await.unwrap());
        assert_eq!((entry.corrects, entry.beyond), (Some(first.id), None));
        assert_eq!(b.states(NOW).await[2], State::Taken);
        assert!(b.waiting().await.is_empty());
    }
}

#[tokio::test]
async fn a_dose_can_be_put_off_and_comes_back() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let at = Instant::of_wall_clock("2026-09-21", "08:05", ZONE).unwrap();
        let until = at.plus_seconds(1800);
        let what = What::Later { until };
        let new = NewEntry { id: EntryId::new(), medicine: id, slot: Some(morning()), what, truly: false };
        saved(b.note(new.clone(), at).await.unwrap());
        assert_eq!(b.states(at).await[2], State::Later { until });
        assert_eq!(b.states(until).await[2], State::Due);
        saved(b.note(taken(id, Some(morning()), until), until).await.unwrap());
        assert_eq!(b.states(until).await[2], State::Taken);
        let far = NewEntry { id: EntryId::new(), what: What::Later { until: at.plus_seconds(9 * HOUR) }, ..new };
        assert!(matches!(b.note(far, at).await, Err(Error::Invalid(fields)) if fields[0].name == "until"));
    }
}

fn put_off(medicine: MedicineId, slot: Slot, until: Instant) -> NewEntry {
    NewEntry { what: What::Later { until }, ..taken(medicine, Some(slot), until) }
}

fn refused_until(recorded: Result<Recorded, Error>) -> bool {
    matches!(recorded, Err(Error::Invalid(fields)) if fields[0].name == "until")
}

#[tokio::test]
async fn a_dose_that_is_over_is_not_put_off_and_none_is_until_the_next_one_is_due() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let at = |time| Instant::of_wall_clock("2026-09-21", time, ZONE).unwrap();
        let yesterday = Slot::of(day("2026-09-20"), clock(8));
        assert!(refused_until(b.note(put_off(id, yesterday, NOW.plus_seconds(1800)), NOW).await));
        assert!(refused_until(b.note(put_off(id, morning(), at("14:30")), at("14:00")).await), "its window is over");
        // Again and again, each time while it can still be answered.
        for (now, until) in [("13:55", "15:50"), ("16:45", "18:40"), ("19:35", "19:50")] {
            saved(b.note(put_off(id, morning(), at(until)), at(now)).await.unwrap());
            assert_eq!(b.states(at(now)).await[2], State::Later { until: at(until) });
        }
        assert!(refused_until(b.note(put_off(id, morning(), at("20:00")), at("19:55")).await));
        assert_eq!(b.states(at("19:59")).await[2..], [State::Due, State::Upcoming]);
        assert_eq!(b.states(at("20:00")).await[2..], [State::Unanswered, State::Due], "never both at once");
    }
}

#[tokio::test]
async fn what_was_answered_is_not_put_off_and_nothing_is_asked_about_it() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let at_nine = Instant::of_wall_clock("2026-09-21", "09:00", ZONE).unwrap();
        saved(b.note(taken(id, Some(morning()), at_nine), at_nine).await.unwrap());
        let stale = put_off(id, morning(), at_nine.plus_seconds(600));
        assert!(refused_until(b.note(stale.clone(), at_nine).await));
        assert!(refused_until(b.note(NewEntry { truly: true, ..stale.clone() }, at_nine).await));
        // A device that did not know of it brings it: what was taken stays taken.
        let waits = brought(&b, stale, 60, at_nine.plus_seconds(60)).await;
        assert_eq!((waits.what.kind(), b.states(at_nine).await[2]), (super::entry::Kind::Later, State::Taken));
    }
}

#[tokio::test]
async fn what_was_just_noted_is_undone_and_later_it_is_corrected_with_its_trail() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let first = saved(b.note(taken(id, Some(morning()), NOW), NOW).await.unwrap());
        let (mut tx, granted) = b.write().await;
        undo(&mut tx, &granted, first.id, NOW.plus_seconds(9)).await.unwrap();
        undo(&mut tx, &granted, first.id, NOW.plus_seconds(9)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(b.states(NOW).await[2], State::Unanswered);
        let second = saved(b.note(taken(id, Some(morning()), NOW), NOW).await.unwrap());
        let (mut tx, granted) = b.write().await;
        let late = NOW.plus_seconds(2 * HOUR);
        assert!(matches!(undo(&mut tx, &granted, second.id, late).await, Err(Error::Conflict)));
        let new = (EntryId::new(), second.id, false);
        let entry = correct_entry(&mut tx, &granted, new, What::Missed, &b.site, late).await.unwrap();
        assert_eq!(correct_entry(&mut tx, &granted, new, What::Missed, &b.site, late).await.unwrap(), entry);
        let again = (EntryId::new(), second.id, false);
        let twice = correct_entry(&mut tx, &granted, again, What::Missed, &b.site, late).await;
        assert!(matches!(twice, Err(Error::Conflict)), "it was corrected already");
        tx.commit().await.unwrap();
        assert_eq!(b.states(NOW).await[2], State::Missed);
        let mut tx = b.db.read().await.unwrap();
        let kept: i64 =
            on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM dose_entry").fetch_one(c).await).unwrap();
        assert_eq!(kept, 3, "nothing is lost");
    }
}

#[tokio::test]
async fn as_needed_within_the_least_time_or_above_the_most_is_asked_about_first() {
    for b in boxes().await {
        let most = Some(Count::try_from("6".to_owned()).unwrap());
        let id = b.taking(&plan(Rhythm::AsNeeded { least_minutes: Some(240), most_a_day: most })).await;
        let hours = |n: i64| NOW.plus_seconds(n * HOUR);
        saved(b.note(taken(id, None, hours(0)), hours(0)).await.unwrap());
        let soon = taken(id, None, hours(3));
        let question = asked(b.note(soon.clone(), hours(3)).await.unwrap());
        assert_eq!(question, Question::Soon { last: Some(hours(0)), next: Some(hours(4)) });
        assert_eq!(b.days(hours(3)).await.beside.len(), 1, "asking noted nothing");
        saved(b.note(taken(id, None, hours(4)), hours(4)).await.unwrap());
        saved(b.note(taken(id, None, hours(8)), hours(8)).await.unwrap());
        let fourth = taken(id, None, hours(12));
        let question = asked(b.note(fourth.clone(), hours(12)).await.unwrap());
        assert_eq!(question, Question::Most { last: Some(hours(8)), next: Some(hours(24)) });
        assert!(b.waiting().await.is_empty());
        let entry = saved(b.note(NewEntry { truly: true, ..fourth }, hours(12)).await.unwrap());
        assert_eq!(entry.beyond, Some(Beyond::Most));
        assert_eq!(b.waiting().await.len(), 1);
        let (mut tx, granted) = b.view().await;
        let medicine = get_medicine(&mut tx, &granted, id).await.unwrap();
        let since = list_taken(&mut tx, &granted, id, NOW.plus_days(-1)).await.unwrap();
        let allowance = allowance(&medicine, today(), &since).unwrap();
        assert_eq!(allowance.next(hours(13)), Some(hours(28)));
        assert_eq!(allowance.next(hours(40)), None);
    }
}

#[tokio::test]
async fn a_forgotten_dose_of_days_ago_is_judged_by_what_was_taken_around_it() {
    for b in boxes().await {
        let id = b.taking(&Plan { courses: vec![needed("2026-09-01", None)], pauses: Vec::new() }).await;
        for hours in [-30, -4, 0] {
            let at = NOW.plus_seconds(hours * HOUR);
            saved(b.note(taken(id, None, at), NOW).await.unwrap());
        }
        saved(b.note(taken(id, None, NOW.plus_days(-3)), NOW).await.unwrap());
        // What was taken after it counts too: it is the third of 24 hours.
        let between = taken(id, None, NOW.plus_seconds(-12 * HOUR));
        let question = asked(b.note(between, NOW).await.unwrap());
        assert!(matches!(question, Question::Most { .. }), "{question:?}");
        assert!(b.waiting().await.is_empty());
    }
}

#[tokio::test]
async fn a_correction_to_more_than_allowed_is_asked_about_tells_the_team_and_one_to_less_does_neither() {
    let of = |count| What::Taken { at: NOW, amounts: tablets(count) };
    for b in boxes().await {
        let id = b.taking(&Plan { courses: vec![needed("2026-09-01", None)], pauses: Vec::new() }).await;
        let first = saved(b.note(taken(id, None, NOW), NOW).await.unwrap());
        let mut last = first.id;
        for (count, beyond, told) in [("2", None, 0), ("10", Some(Beyond::Most), 1), ("1", None, 1)] {
            let (mut tx, granted) = b.write().await;
            let new = (EntryId::new(), last, false);
            let mut recorded = correct_entry(&mut tx, &granted, new, of(count), &b.site, NOW).await.unwrap();
            assert_eq!(matches!(recorded, Recorded::Asked(_)), told == 1 && count == "10", "{count}");
            let truly = (new.0, new.1, true);
            if let Recorded::Asked(question) = recorded {
                assert!(matches!(*question, Question::Most { .. }), "{question:?}");
                assert!(b_entry(&mut tx, &granted, last).await, "asking changed nothing");
                recorded = correct_entry(&mut tx, &granted, truly, of(count), &b.site, NOW).await.unwrap();
            }
            let entry = saved(recorded);
            let again = correct_entry(&mut tx, &granted, truly, of(count), &b.site, NOW).await.unwrap();
            assert_eq!(saved(again), entry);
            tx.commit().await.unwrap();
            assert_eq!((entry.beyond, b.waiting().await.len()), (beyond, told), "{count}");
            last = new.0;
        }
    }
}

/// Whether an entry holds.
async fn b_entry(tx: &mut Tx, granted: &Granted<Write, Medicines>, id: EntryId) -> bool {
    find_entry(tx, granted, id).await.unwrap().is_some()
}

/// Noon: the dose of eight was answered, and a new plan has it at nine, beside the one of the evening.
async fn at_nine(b: &Pillbox, kind: What, noted: Instant) -> (MedicineId, Plan) {
    let id = b.taking(&daily()).await;
    saved(b.note(NewEntry { what: kind, ..taken(id, Some(morning()), NOW) }, noted).await.unwrap());
    let times = [9, 20].map(clock).to_vec();
    let mut later = plan(Rhythm::Days { every: 1, at: times });
    later.courses[0].from = today();
    let (mut tx, granted) = b.write().await;
    let all = Plan { courses: [daily().courses, later.courses].concat(), pauses: Vec::new() };
    plan_store::propose_plan(&mut tx, &granted, id, &all, 1, NOW).await.unwrap();
    tx.commit().await.unwrap();
    (id, all)
}

#[tokio::test]
async fn a_time_that_is_moved_after_its_dose_was_answered_asks_when_the_new_plan_begins() {
    for b in boxes().await {
        for kind in [What::Taken { at: NOW, amounts: Vec::new() }, What::Missed] {
            let (id, _) = at_nine(&b, kind, NOW).await;
            let (mut tx, granted) = b.write().await;
            let unsaid = plan_store::confirm_plan(&mut tx, &granted, id, NOW, NOW).await;
            assert!(matches!(unsaid, Err(Error::Invalid(fields)) if fields[0].name == "begin"));
            drop(tx);
            for (begin, expected) in [(Begin::Tomorrow, [8, 20].as_slice()), (Begin::Today, &[9, 20])] {
                let (mut tx, granted) = b.write().await;
                plan_store::confirm_plan_from(&mut tx, &granted, id, (NOW, Some(begin)), NOW).await.unwrap();
                let held = get_medicine(&mut tx, &granted, id).await.unwrap();
                let life = get_life(&mut tx, &granted).await.unwrap();
                let asked = |day: Day| {
                    let (from, to) = (life.begin(day), life.begin(day.plus_days(1)));
                    super::schedule::doses(held.plan.as_ref().unwrap(), &life, from, to)
                        .map(|dose| dose.slot)
                        .collect::<Vec<_>>()
                };
                let slots =
                    |day, hours: &[u8]| hours.iter().map(|hour| Slot::of(day, clock(*hour))).collect::<Vec<_>>();
                assert_eq!(asked(today()), slots(today(), expected), "{begin:?}");
                let tomorrow = today().plus_days(1);
                assert_eq!(asked(tomorrow), slots(tomorrow, &[9, 20]), "{begin:?}");
                // Not kept: the other answer is tried from the same plan.
            }
            let (mut tx, granted) = b.write().await;
            store::end_medicine(&mut tx, &granted, id, "", NOW).await.unwrap();
            tx.commit().await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_time_that_is_moved_before_its_dose_or_added_to_it_asks_nothing() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let (mut tx, granted) = b.write().await;
        let moved = plan(Rhythm::Days { every: 1, at: [9, 20].map(clock).to_vec() });
        plan_store::propose_plan(&mut tx, &granted, id, &moved, 1, NOW).await.unwrap();
        plan_store::confirm_plan(&mut tx, &granted, id, NOW, NOW).await.unwrap();
        tx.commit().await.unwrap();
        let nine = Slot::of(today(), clock(9));
        saved(b.note(taken(id, Some(nine), NOW), NOW).await.unwrap());
        let (mut tx, granted) = b.write().await;
        let more = plan(Rhythm::Days { every: 1, at: [9, 15, 20].map(clock).to_vec() });
        plan_store::propose_plan(&mut tx, &granted, id, &more, 2, NOW).await.unwrap();
        plan_store::confirm_plan(&mut tx, &granted, id, NOW, NOW).await.unwrap();
    }
}

#[tokio::test]
async fn a_dose_that_only_waits_was_not_answered_and_its_time_moves() {
    for b in boxes().await {
        let before = NOW.plus_seconds(-2 * HOUR);
        let (id, _) = at_nine(&b, What::Later { until: before.plus_seconds(600) }, before).await;
        let (mut tx, granted) = b.write().await;
        plan_store::confirm_plan(&mut tx, &granted, id, NOW, NOW).await.unwrap();
    }
}

#[tokio::test]
async fn what_was_said_is_corrected_also_when_no_plan_asks_for_its_dose_any_more() {
    let hourly = plan(Rhythm::Hours { every: 12, first: TimeOfDay::oclock(8), zone: None });
    let as_needed = Plan { courses: vec![needed("2026-09-19", None)], pauses: Vec::new() };
    for b in boxes().await {
        for (before, after) in [(daily(), &as_needed), (hourly.clone(), &daily())] {
            let id = b.taking(&before).await;
            let dose = {
                let (mut tx, granted) = b.view().await;
                let life = get_life(&mut tx, &granted).await.unwrap();
                let start = life.begin(today());
                super::schedule::doses(&before, &life, start, NOW).next().unwrap()
            };
            let first = saved(b.note(taken(id, Some(dose.slot), NOW), NOW).await.unwrap());
            let (mut tx, granted) = b.write().await;
            plan_store::propose_plan(&mut tx, &granted, id, after, 1, NOW).await.unwrap();
            let begin = (NOW, Some(Begin::Today));
            plan_store::confirm_plan_from(&mut tx, &granted, id, begin, NOW).await.unwrap();
            let at = NOW.plus_seconds(-HOUR);
            let earlier = What::Taken { at, amounts: Vec::new() };
            let new = (EntryId::new(), first.id, false);
            let entry = saved(correct_entry(&mut tx, &granted, new, earlier, &b.site, NOW).await.unwrap());
            assert_eq!((entry.slot, &entry.what), (Some(dose.slot), &What::Taken { at, amounts: tablets("2") }));
            let missed = (EntryId::new(), entry.id, false);
            let entry = saved(correct_entry(&mut tx, &granted, missed, What::Missed, &b.site, NOW).await.unwrap());
            assert_eq!(entry.what, What::Missed);
            // It is about the time at which the dose was due, still.
            let about = super::entry_store::list_entries(&mut tx, &granted, (dose.due, dose.due.plus_seconds(1))).await;
            assert!(about.unwrap().iter().any(|known| known.id == entry.id));
            tx.commit().await.unwrap();
        }
    }
}

#[tokio::test]
async fn methotrexate_under_another_name_is_weekly_by_what_the_record_says_of_it() {
    let code =
        Coding { system: "http://www.nlm.nih.gov/research/umls/rxnorm".into(), code: "105585".into(), display: None };
    let bare = || Item::bare(Kind::Medicine, When::default());
    let titled = Item { title: "Methotrexate 2.5 MG Oral Tablet".into(), ..bare() };
    for b in boxes().await {
        for item in [titled.clone(), Item { codes: vec![code.clone()], ..bare() }] {
            let (id, of) = (MedicineId::new(), ItemId::new());
            let (mut tx, granted) = b.write().await;
            on_db!(tx, c => sqlx::query(
                "INSERT INTO item (id, from_no, until_no, record, first_no, key, kind, sort_key, head, flag, title, search, line, body) \
                 VALUES ($1, 1, 9, $2, 1, $3, 'medicine', '', 1, 0, '', '', '{}', $4)",
            )
            .bind(of.0)
            .bind(b.record.0)
            .bind(of.0.to_string())
            .bind(serde_json::to_string(&item).unwrap())
            .execute(c)
            .await
            .map(|_| ()))
            .unwrap();
            let new = NewMedicine { id, name: "My yellow tablets".into(), purpose: String::new(), items: vec![of] };
            store::create_medicine(&mut tx, &granted, new, NOW).await.unwrap();
            let refused = plan_store::propose_plan(&mut tx, &granted, id, &daily(), 0, NOW).await;
            assert!(
                matches!(&refused, Err(Error::Invalid(fields)) if fields[0].code == FieldCode::Contradiction),
                "{refused:?}"
            );
            let monday = Rhythm::Weekdays { days: [Weekday::Monday].into(), at: vec![clock(8)] };
            plan_store::propose_plan(&mut tx, &granted, id, &plan(monday), 0, NOW).await.unwrap();
            let medicine = get_medicine(&mut tx, &granted, id).await.unwrap();
            assert!(weekly_store::is_once_a_week(&mut tx, &granted, &medicine).await.unwrap());
            tx.commit().await.unwrap();
        }
    }
}

#[tokio::test]
async fn whatever_two_devices_send_again_in_any_order_a_dose_is_taken_once() {
    // Bit n says which device sends as the n-th; each sends at least once.
    for order in 1_u8..31 {
        for b in boxes().await.into_iter().take(if order % 6 == 1 { 2 } else { 1 }) {
            let id = b.taking(&daily()).await;
            let devices = [0, 1].map(|_| taken(id, Some(morning()), NOW));
            let mut first = None;
            for n in 0..5_u8 {
                let new = devices[usize::from((order >> n) & 1)].clone();
                let at = NOW.plus_seconds(i64::from(n));
                match b.note(new.clone(), at).await.unwrap() {
                    Recorded::Saved(entry) => assert_eq!(entry.id, *first.get_or_insert(new.id)),
                    Recorded::Asked(question) => {
                        assert!(matches!(*question, Question::Already(said) if Some(said.id) == first));
                    }
                }
            }
            assert_eq!(b.states(NOW).await[2], State::Taken);
            let all = b.days(NOW).await.doses.into_iter().map(|listed| listed.entries.len()).sum::<usize>();
            assert_eq!((all, b.waiting().await.len()), (1, 0), "{order:b}");
        }
    }
}

/// What a device took some seconds before now, and brings now.
async fn brought(b: &Pillbox, new: NewEntry, age: i64, now: Instant) -> Entry {
    let (mut tx, granted) = b.write().await;
    let recorded = record_entry(&mut tx, &granted, new, &b.site, Said::kept(age, now).unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    saved(recorded)
}

#[tokio::test]
async fn what_a_device_brings_of_a_dose_that_its_person_noted_elsewhere_at_that_time_is_the_same_dose() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let first = saved(b.note(taken(id, Some(morning()), NOW), NOW).await.unwrap());
        let later = NOW.plus_seconds(2 * HOUR);
        for seconds in [-1800, 60, 1800] {
            let at = NOW.plus_seconds(seconds);
            let again = brought(&b, taken(id, Some(morning()), at), 2 * HOUR - seconds, later).await;
            assert_eq!(again.id, first.id, "{seconds}");
        }
        assert_eq!(b.states(later).await[2], State::Taken);
        assert!(b.waiting().await.is_empty(), "nobody is alarmed");
        // An hour apart it was taken twice, and the team learns of it.
        let at = NOW.plus_seconds(HOUR);
        let twice = brought(&b, taken(id, Some(morning()), at), HOUR, later).await;
        assert_eq!((twice.beyond, b.states(later).await[2]), (Some(Beyond::Twice), State::TakenTwice));
        assert_eq!(b.waiting().await.len(), 1);
    }
}

#[tokio::test]
async fn what_a_device_brings_with_its_undoing_is_undone_although_its_clock_was_put_right_in_between() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let at = NOW.plus_seconds(-25 * HOUR);
        for (seconds, undone) in [(2, true), (120, false)] {
            let new = NewEntry { id: EntryId::new(), ..taken(id, None, at) };
            let noted = brought(&b, new, 25 * HOUR, NOW).await;
            let said = Said::kept(0, NOW.plus_seconds(seconds)).unwrap();
            let (mut tx, granted) = b.write().await;
            assert_eq!(undo(&mut tx, &granted, noted.id, said).await.is_ok(), undone, "{seconds}");
        }
    }
}

#[tokio::test]
async fn an_older_word_that_a_device_kept_does_not_correct_a_newer_one() {
    let skipped = || What::Skipped { reason: Reason::Unwell, words: String::new() };
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let newer = NewEntry { what: skipped(), ..taken(id, Some(morning()), NOW) };
        let newer = saved(b.note(newer, NOW).await.unwrap());
        let older = NewEntry { what: What::Missed, ..taken(id, Some(morning()), NOW) };
        let later = NOW.plus_seconds(HOUR);
        let older = brought(&b, older, 2 * HOUR, later).await;
        assert_eq!(older.corrects, None);
        let (mut tx, granted) = b.write().await;
        assert!(b_entry(&mut tx, &granted, newer.id).await && b_entry(&mut tx, &granted, older.id).await);
        drop(tx);
        assert_eq!(b.states(later).await[2], State::Skipped, "the newer one holds");
        // What it took after that corrects it.
        let last = NewEntry { what: What::Missed, ..taken(id, Some(morning()), NOW) };
        assert_eq!(brought(&b, last, HOUR / 2, later).await.corrects, Some(newer.id));
        assert_eq!(b.states(later).await[2], State::Missed);
    }
}

#[tokio::test]
async fn a_plan_is_changed_from_what_was_seen_and_what_it_was_stays_known() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let (mut tx, granted) = b.write().await;
        plan_store::pause(&mut tx, &granted, id, "A wedding", NOW).await.unwrap();
        let stale = plan_store::propose_plan(&mut tx, &granted, id, &daily(), 1, NOW).await;
        assert!(matches!(stale, Err(Error::Conflict)));
        let plans = list_plans(&mut tx, &granted, id).await.unwrap();
        assert_eq!(plans.iter().map(|plan| plan.version).collect::<Vec<_>>(), [2, 1]);
        assert_eq!((plans[0].plan.pauses.len(), plans[1].plan.pauses.len()), (1, 0));
        assert_eq!(plans[0].set_by.name.as_deref(), Some("anna"));
        plan_store::resume(&mut tx, &granted, id, NOW.plus_seconds(60)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(b.medicine(id).await.paused(NOW.plus_seconds(60)).is_none());
    }
}

#[tokio::test]
async fn what_was_proposed_before_an_order_of_the_team_does_not_undo_it() {
    let orders = [
        Order::Hold { until: None, why: "Low blood count".into() },
        Order::Change { from: today(), amounts: tablets("1") },
    ];
    for b in boxes().await {
        for done in &orders {
            let id = b.taking(&daily()).await;
            let (mut tx, granted) = b.write().await;
            plan_store::propose_plan(&mut tx, &granted, id, &daily(), 1, NOW).await.unwrap();
            tx.commit().await.unwrap();
            let (mut tx, granted) = b.act().await;
            order(&mut tx, &granted, id, done, (1, today()), NOW.plus_seconds(300)).await.unwrap();
            tx.commit().await.unwrap();
            let set = b.medicine(id).await;
            let (mut tx, granted) = b.write().await;
            let late = plan_store::confirm_plan(&mut tx, &granted, id, NOW, NOW.plus_seconds(600)).await;
            assert!(matches!(late, Err(Error::Conflict)), "{done:?}: {late:?}");
            drop(tx);
            let medicine = b.medicine(id).await;
            assert_eq!((&medicine.plan, medicine.version, &medicine.proposed), (&set.plan, 2, &None));
        }
    }
}

#[tokio::test]
async fn what_was_proposed_before_a_pause_or_the_end_neither_ends_the_pause_nor_begins_it_again() {
    for b in boxes().await {
        for ended in [false, true] {
            let id = b.taking(&daily()).await;
            let (mut tx, granted) = b.write().await;
            plan_store::propose_plan(&mut tx, &granted, id, &daily(), 1, NOW).await.unwrap();
            let then = NOW.plus_seconds(60);
            if ended {
                store::end_medicine(&mut tx, &granted, id, "", then).await.unwrap();
            } else {
                plan_store::pause(&mut tx, &granted, id, "", then).await.unwrap();
            }
            let late = plan_store::confirm_plan(&mut tx, &granted, id, NOW, NOW.plus_seconds(120)).await;
            assert!(matches!(late, Err(Error::Conflict)), "{late:?}");
            tx.commit().await.unwrap();
            let medicine = b.medicine(id).await;
            assert!(if ended { medicine.ended_at.is_some() } else { medicine.paused(then).is_some() });
        }
    }
}

#[tokio::test]
async fn only_the_team_ends_its_hold() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let (mut tx, granted) = b.act().await;
        let none = Order::Hold { until: None, why: " ".into() };
        let refused = order(&mut tx, &granted, id, &none, (1, today()), NOW).await;
        assert!(matches!(refused, Err(Error::Invalid(fields)) if fields[0].code == FieldCode::Missing));
        let hold = Order::Hold { until: None, why: "Low blood count".into() };
        order(&mut tx, &granted, id, &hold, (1, today()), NOW).await.unwrap();
        let stale = order(&mut tx, &granted, id, &Order::EndHold, (1, today()), NOW).await;
        assert!(matches!(stale, Err(Error::Conflict)));
        tx.commit().await.unwrap();
        let (mut tx, granted) = b.write().await;
        plan_store::resume(&mut tx, &granted, id, NOW.plus_seconds(60)).await.unwrap();
        tx.commit().await.unwrap();
        let medicine = b.medicine(id).await;
        let pause = medicine.paused(NOW.plus_seconds(120)).unwrap();
        assert_eq!((pause.by, pause.why.as_str()), (PausedBy::Team, "Low blood count"));
        assert!(medicine.set_by.unwrap().by_team);
        assert_eq!(b.states(NOW.plus_seconds(120)).await.len(), 3, "this evening nothing is to be taken");
        let (mut tx, granted) = b.act().await;
        order(&mut tx, &granted, id, &Order::EndHold, (2, today()), NOW.plus_seconds(180)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(b.states(NOW.plus_seconds(200)).await.len(), 4);
    }
}

#[tokio::test]
async fn the_team_changes_the_dose_from_a_day_and_a_cycle_stays_in_its_place() {
    for b in boxes().await {
        let days: BTreeSet<u16> = (1..=14).collect();
        let cycle = Rhythm::Cycle { length: 21, days, at: vec![clock(8)], moved: BTreeMap::new() };
        let id = b.taking(&plan(cycle)).await;
        let (mut tx, granted) = b.act().await;
        let change = Order::Change { from: day("2026-09-23"), amounts: tablets("1") };
        order(&mut tx, &granted, id, &change, (1, today()), NOW).await.unwrap();
        tx.commit().await.unwrap();
        let medicine = b.medicine(id).await;
        let (mut tx, granted) = b.view().await;
        let life = get_life(&mut tx, &granted).await.unwrap();
        let all: Vec<_> = super::day::doses_of(&medicine, &life, (NOW, NOW.plus_days(30))).collect();
        let on = |text: &str| all.iter().find(|dose| dose.slot.day == day(text));
        assert_eq!(on("2026-09-22").unwrap().amounts, tablets("2"));
        assert_eq!(on("2026-09-23").unwrap().amounts, tablets("1"));
        // Fourteen days from 19 September, then seven of rest.
        assert!(on("2026-10-02").is_some() && on("2026-10-03").is_none() && on("2026-10-09").is_none());
        assert!(on("2026-10-10").is_some());
        drop(tx);
        let (mut tx, granted) = b.act().await;
        let moved = Order::MoveCycle { first: day("2026-10-12") };
        order(&mut tx, &granted, id, &moved, (2, today()), NOW).await.unwrap();
        tx.commit().await.unwrap();
        let medicine = b.medicine(id).await;
        let all: Vec<_> = super::day::doses_of(&medicine, &life, (NOW, NOW.plus_days(40))).collect();
        assert!(!all.iter().any(|dose| dose.slot.day == day("2026-10-10")));
        assert!(all.iter().any(|dose| dose.slot.day == day("2026-10-12")));
    }
}

#[tokio::test]
async fn a_dose_that_is_changed_after_half_of_them_leaves_the_other_half() {
    for b in boxes().await {
        let mut counted = daily();
        counted.courses[0].most = Some(28);
        let id = b.taking(&counted).await;
        // One of them is left out, and comes at the end.
        let (mut tx, granted) = b.write().await;
        plan_store::pause(&mut tx, &granted, id, "", NOW).await.unwrap();
        plan_store::resume(&mut tx, &granted, id, NOW.plus_seconds(12 * HOUR)).await.unwrap();
        tx.commit().await.unwrap();
        let (mut tx, granted) = b.act().await;
        let life = get_life(&mut tx, &granted).await.unwrap();
        let then = NOW.plus_days(5);
        let from = day("2026-09-26");
        let change = Order::Change { from, amounts: tablets("1") };
        order(&mut tx, &granted, id, &change, (3, from), then).await.unwrap();
        tx.commit().await.unwrap();
        let medicine = b.medicine(id).await;
        let whole = (NOW.plus_days(-30), NOW.plus_days(60));
        let plan = medicine.plan.unwrap();
        let each: Vec<_> = super::schedule::doses(&plan, &life, whole.0, whole.1).collect();
        assert_eq!((each.len(), plan.courses[1].most), (28, Some(15)));
        assert_eq!(each.iter().filter(|dose| dose.amounts == tablets("1")).count(), 15);
        assert_eq!(each.last().unwrap().slot, Slot::of(day("2026-10-03"), clock(8)));
        let (mut tx, granted) = b.act().await;
        let late = Order::Change { from: day("2026-10-04"), amounts: tablets("3") };
        let refused = order(&mut tx, &granted, id, &late, (4, from), then).await;
        assert!(matches!(refused, Err(Error::Invalid(fields)) if fields[0].name == "from"));
    }
}

#[tokio::test]
async fn what_ended_asks_for_nothing_and_begins_again_without_asking_for_what_lay_between() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let (mut tx, granted) = b.write().await;
        let yesterday = NOW.plus_days(-1);
        store::end_medicine(&mut tx, &granted, id, "Rash", yesterday).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(b.states(NOW).await.len(), 1);
        let (mut tx, granted) = b.write().await;
        plan_store::propose_plan(&mut tx, &granted, id, &daily(), 1, NOW).await.unwrap();
        plan_store::confirm_plan(&mut tx, &granted, id, NOW, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(b.states(NOW).await, [State::Unanswered, State::Upcoming]);
        assert_eq!(b.medicine(id).await.ended_at, None);
    }
}

#[tokio::test]
async fn meals_have_an_order_and_are_kept() {
    for b in boxes().await {
        let (mut tx, granted) = b.write().await;
        let at = |hour| TimeOfDay::new(hour, 30).unwrap();
        let mine = Moments { breakfast: at(9), ..Moments::default() };
        life_store::save_moments(&mut tx, &granted, &mine, NOW).await.unwrap();
        let wrong = Moments { lunch: at(8), ..mine };
        let refused = life_store::save_moments(&mut tx, &granted, &wrong, NOW).await;
        assert!(matches!(refused, Err(Error::Invalid(fields)) if fields[0].name == "lunch"));
        assert_eq!(life_store::find_moments(&mut tx, &granted).await.unwrap(), mine);
    }
}

/// As needed, two tablets a day at most.
fn needed(from: &str, until: Option<&str>) -> Course {
    let most_a_day = Count::try_from("2".to_owned()).ok();
    let rhythm = Rhythm::AsNeeded { least_minutes: None, most_a_day };
    Course { from: day(from), until: until.map(day), amounts: tablets("1"), ..plan(rhythm).courses.remove(0) }
}

#[tokio::test]
async fn what_may_be_taken_as_needed_is_said_by_the_course_of_the_day() {
    for b in boxes().await {
        let over =
            b.taking(&Plan { courses: vec![needed("2026-09-01", Some("2026-09-20"))], pauses: Vec::new() }).await;
        let over = b.medicine(over).await;
        assert!(as_needed(&over, day("2026-09-20")) && limits(&over, day("2026-09-20")).is_some());
        assert!(!as_needed(&over, today()) && limits(&over, today()).is_none(), "it is over");
        let mut coming = daily();
        coming.courses.push(needed("2026-09-28", None));
        let coming = b.taking(&coming).await;
        let coming = b.medicine(coming).await;
        assert!(!as_needed(&coming, today()) && limits(&coming, today()).is_none(), "it has not begun");
        assert!(as_needed(&coming, day("2026-09-28")));
        // Next week two at once: what is taken today is one, and may be taken.
        let later = Course { from: day("2026-09-28"), amounts: tablets("2"), ..needed("2026-09-01", None) };
        let id = b.taking(&Plan { courses: vec![needed("2026-09-01", None), later], pauses: Vec::new() }).await;
        let entry = saved(b.note(taken(id, None, NOW), NOW).await.unwrap());
        assert_eq!(entry.what, What::Taken { at: NOW, amounts: tablets("1") });
        assert_eq!(allowance(&b.medicine(id).await, today(), &[entry]).unwrap().next(NOW), None);
    }
}

#[tokio::test]
async fn a_moment_that_is_moved_before_the_others_leaves_what_was_taken_taken() {
    let (breakfast, bedtime) = (At::Moment(Moment::Breakfast), At::Moment(Moment::Bedtime));
    for b in boxes().await {
        let id = b.taking(&plan(Rhythm::Days { every: 1, at: vec![breakfast, bedtime] })).await;
        let slot = Slot::of(today(), breakfast);
        saved(b.note(taken(id, Some(slot), NOW), NOW).await.unwrap());
        let (mut tx, granted) = b.write().await;
        let late = Moments { bedtime: TimeOfDay::new(0, 30).unwrap(), ..Moments::default() };
        life_store::save_moments(&mut tx, &granted, &late, NOW).await.unwrap();
        tx.commit().await.unwrap();
        let of_today: Vec<_> =
            b.days(NOW).await.doses.into_iter().filter(|listed| listed.dose.slot.day == today()).collect();
        assert_eq!(of_today.iter().map(|listed| listed.state).collect::<Vec<_>>(), [State::Unanswered, State::Taken]);
        assert_eq!(of_today[1].dose.slot, slot);
    }
}

#[tokio::test]
async fn a_plan_that_leaves_out_the_morning_asks_for_the_evening_though_the_morning_was_taken() {
    for b in boxes().await {
        for from in ["2026-09-19", "2026-09-21"] {
            let id = b.taking(&daily()).await;
            saved(b.note(taken(id, Some(morning()), NOW), NOW).await.unwrap());
            let mut evening = plan(Rhythm::Days { every: 1, at: vec![clock(20)] });
            evening.courses[0].from = day(from);
            let (mut tx, granted) = b.write().await;
            plan_store::propose_plan(&mut tx, &granted, id, &evening, 1, NOW).await.unwrap();
            plan_store::confirm_plan(&mut tx, &granted, id, NOW, NOW).await.unwrap();
            tx.commit().await.unwrap();
            let at_eight = Instant::of_wall_clock("2026-09-21", "20:05", ZONE).unwrap();
            let days = b.days(at_eight).await;
            let states = |of| {
                let mine = days.doses.iter().filter(move |listed| listed.medicine == id && listed.dose.slot.day == of);
                mine.map(|listed| listed.state).collect::<Vec<_>>()
            };
            assert_eq!(states(today()), [State::Due], "{from}");
            assert!(days.beside.iter().any(|entry| entry.medicine == id && entry.slot == Some(morning())));
            // Twice the tablets at the same times is no other dose.
            let (mut tx, granted) = b.write().await;
            let mut more = daily();
            more.courses[0].amounts = tablets("4");
            more.courses[0].from = today();
            plan_store::propose_plan(&mut tx, &granted, id, &more, 2, NOW).await.unwrap();
            plan_store::confirm_plan(&mut tx, &granted, id, NOW, NOW).await.unwrap();
            tx.commit().await.unwrap();
            let days = b.days(NOW).await;
            let mine = days.doses.iter().filter(|listed| listed.medicine == id);
            assert_eq!(mine.map(|listed| listed.state).collect::<Vec<_>>(), [State::Taken, State::Upcoming]);
        }
    }
}

#[tokio::test]
async fn a_dose_of_another_day_or_ahead_of_its_time_is_refused() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let slot = |text, hour| Some(Slot::of(day(text), clock(hour)));
        assert!(matches!(b.note(taken(id, slot("2026-09-21", 7), NOW), NOW).await, Err(Error::NotFound)));
        assert!(matches!(b.note(taken(id, slot("2026-09-22", 20), NOW), NOW).await, Err(Error::Invalid(_))));
        assert!(matches!(
            b.note(taken(id, slot("2026-09-21", 20), NOW.plus_seconds(HOUR)), NOW).await,
            Err(Error::Invalid(_))
        ));
        let skipped = What::Skipped { reason: Reason::Other, words: String::new() };
        let beside = NewEntry { id: EntryId::new(), medicine: id, slot: None, what: skipped, truly: false };
        assert!(matches!(b.note(beside, NOW).await, Err(Error::NotFound)));
    }
}
