//! A hundredth of it by default, with a seed that is printed; all of it with `DAYBOOK_LONG=1`, from the seed
//! that `DAYBOOK_SEED` names where one does.

use std::collections::BTreeSet;

use super::*;
use crate::{
    access::{self, AccountRole, Caller},
    id::{AccountId, SessionId},
    medicines::{plan_store, store, store::NewMedicine},
    reminders::Notice,
    secret,
    time::{Day, zones},
};

const YEARS: i64 = 10;
/// The first day.
const FROM: Instant = Instant(1_767_225_600_000_000);

/// Numbers that look like chance and come again from the same seed (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: u64) -> i64 {
        i64::try_from(self.next() % most).unwrap()
    }

    /// One time in so many.
    fn one_in(&mut self, many: u64) -> bool {
        self.next().is_multiple_of(many)
    }
}

/// Someone in a zone.
struct Person {
    record: RecordId,
    medicine: MedicineId,
    life: Life,
    plan: Plan,
}

/// The zones whose clocks change in these years.
fn changing() -> Vec<String> {
    let end = FROM.plus_days(YEARS * 365);
    let changes = |name: &String| {
        let zone = jiff::tz::TimeZone::get(name).unwrap();
        let from = jiff::Timestamp::from_microsecond(FROM.0).unwrap();
        zone.following(from).next().is_some_and(|change| change.timestamp().as_microsecond() < end.0)
    };
    zones().into_iter().filter(changes).collect()
}

async fn move_in(db: &Db, zone: &str, now: Instant) -> Person {
    let (record, account) = (RecordId::new(), AccountId::new());
    let mut tx = db.write().await.unwrap();
    on_db!(tx, c => sqlx::query("INSERT INTO record (id, name, deceased, published_no, created_at) VALUES ($1, 'A', $2, 1, 0)")
        .bind(record.0).bind(false).execute(c).await.map(|_| ()))
    .unwrap();
    on_db!(tx, c => sqlx::query(
        "INSERT INTO account (id, role, name, name_key, record, zone, failures, created_at, enrolled_at) \
         VALUES ($1, $2, $3, $3, $4, $5, 0, 0, $6)",
    )
    .bind(account.0).bind(AccountRole::Patient.code()).bind(zone).bind(record.0).bind(zone).bind(now.0)
    .execute(c).await.map(|_| ()))
    .unwrap();
    let caller = Caller {
        account,
        session: SessionId::new(),
        role: AccountRole::Patient,
        record: Some(record),
        second_factor: false,
        fresh_until: now,
    };
    let granted = access::write(&mut tx, &caller, record).await.unwrap();
    // Half past two at night is skipped or shown twice where clocks change; some change at midnight.
    let times = ["00:30", "02:30"].map(|time| At::Clock(TimeOfDay::try_from(time.to_owned()).unwrap()));
    let mut plan = plan(Rhythm::Days { every: 1, at: times.to_vec() });
    plan.courses[0].from = Day::of(now, zone).unwrap();
    let medicine = MedicineId::new();
    let new = NewMedicine { id: medicine, name: "Capecitabine".into(), purpose: String::new(), items: Vec::new() };
    store::create_medicine(&mut tx, &granted, new, now).await.unwrap();
    plan_store::propose_plan(&mut tx, &granted, medicine, &plan, 0, now).await.unwrap();
    plan_store::confirm_plan(&mut tx, &granted, medicine, now, now).await.unwrap();
    let life = Life { zone: jiff::tz::TimeZone::get(zone).unwrap(), moments: Moments::default() };
    tx.commit().await.unwrap();
    Person { record, medicine, life, plan }
}

/// A worker does a job that it has claimed, or is killed over it. Answers what was told and is durable.
async fn one(db: &Db, job: &crate::jobs::Job, kill: i64, now: Instant) -> Vec<Reminded> {
    let mut tx = db.write().await.unwrap();
    let told = remind(&mut tx, job.record.unwrap(), &job.key, now).await.unwrap();
    if kill == 0 {
        return Vec::new();
    }
    if jobs::finish(&mut tx, &job.claimed, now).await.is_err() || kill == 1 {
        return Vec::new();
    }
    tx.commit().await.unwrap();
    told
}

/// A notice: whose, when, and of which dose where it is one that came in time.
type Written = (Uuid, i64, Option<(String, i64)>);

/// What stands in the inboxes.
async fn written(db: &Db) -> Vec<Written> {
    type Row = (Uuid, i64, String, Option<String>, Option<i64>);
    let mut tx = db.read().await.unwrap();
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT account.record, notice.at, notice.template, notice.slot_day, notice.slot_number FROM notice \
         JOIN account ON account.id = notice.account",
    ).fetch_all(c).await)
    .unwrap();
    rows.into_iter()
        .map(|(record, at, template, day, number)| {
            (record, at, day.zip(number).filter(|_| template == Notice::MedicineDue.code()))
        })
        .collect()
}

/// By the index of what is due: jobs that have ended stay for weeks, and to read them each time took hours.
const NEXT_DUE: &str = "SELECT MIN(due_at) FROM job WHERE kind = $1 AND due_at IS NOT NULL";

async fn next_due(db: &Db) -> Option<Instant> {
    let mut tx = db.read().await.unwrap();
    let due: Option<i64> = on_db!(tx, c => sqlx::query_scalar(NEXT_DUE).bind(REMIND).fetch_one(c).await).unwrap();
    due.map(Instant)
}

#[tokio::test]
async fn ten_years_in_every_zone_that_changes_its_clocks_miss_nothing_and_tell_nothing_twice() {
    let seed = std::env::var("DAYBOOK_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(|| u64::from_le_bytes(secret::random().unwrap()));
    println!("DAYBOOK_SEED={seed}");
    let mut chance = Chance(seed);
    let whole = std::env::var_os("DAYBOOK_LONG").is_some();
    let mut names = changing();
    // A hundredth: some zones, for one of the years.
    let (mut now, days) = if whole {
        (FROM, YEARS * 365)
    } else {
        while names.len() > 14 {
            let out = usize::try_from(chance.below(names.len() as u64)).unwrap();
            names.swap_remove(out);
        }
        (FROM.plus_days(365 * chance.below(9)), 365)
    };
    let end = now.plus_days(days);
    // Kills are dropped transactions; nothing here asks that the disk survives a loss of power.
    let memory = std::path::Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    let db = Db::open(&format!("sqlite:{}", folder.path().join("long.sqlite").display())).await.unwrap();
    let begins = now;
    let mut people = BTreeMap::new();
    for zone in &names {
        let person = move_in(&db, zone, now).await;
        people.insert(person.record, person);
    }
    let mut told: BTreeMap<(RecordId, Slot), (u32, Instant)> = BTreeMap::new();
    let mut expected: BTreeSet<Written> = BTreeSet::new();
    let lease = Duration::from_mins(2);
    let workers = [Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3)];
    let mut stalled: Vec<crate::jobs::Job> = Vec::new();
    while let Some(due) = next_due(&db).await {
        if due > end {
            break;
        }
        // Some minutes pass, or a night without electricity; now and then the clock is set back a little.
        now = due.max(now).plus_seconds(if chance.one_in(300) { chance.below(30 * 3_600) } else { chance.below(90) });
        if chance.one_in(100) {
            now = now.plus_seconds(-chance.below(290));
        }
        let mut done = Vec::new();
        // Who stalled over a job goes on with it, whoever has it by now.
        for job in stalled.drain(..) {
            done.extend(one(&db, &job, 2, now).await.into_iter().map(|one| (job.record.unwrap(), one)));
        }
        let worker = workers[usize::try_from(chance.below(3)).unwrap()];
        for job in jobs::claim(&db, worker, &[REMIND], 16, lease, now).await.unwrap() {
            if chance.one_in(60) {
                stalled.push(job);
                continue;
            }
            let kill = if chance.one_in(30) { chance.below(2) } else { 2 };
            done.extend(one(&db, &job, kill, now).await.into_iter().map(|one| (job.record.unwrap(), one)));
        }
        for (record, one) in done {
            assert!(one.at <= now, "told before its time");
            assert_eq!(one.medicine, people[&record].medicine);
            // One notice for each dose in time, and one for all that was late at once.
            let slot = one.slot.unwrap();
            let about = (!one.late).then(|| (String::from(slot.day), i64::from(slot.number)));
            expected.insert((record.0, if one.late { now.0 } else { one.at.0 }, about));
            let entry = told.entry((record, slot)).or_insert((0, one.at));
            entry.0 += 1;
        }
        if whole && told.len().is_multiple_of(50_000) {
            println!("{} told, {now:?}", told.len());
        }
    }
    let written = written(&db).await;
    let (rows, written) = (written.len(), BTreeSet::from_iter(written));
    assert_eq!(rows, written.len(), "a notice stands there twice");
    assert!(written == expected, "{:?}", written.symmetric_difference(&expected).collect::<Vec<_>>());
    let mut occurrences = 0;
    for person in people.values() {
        // The very last ones may be on their way.
        for dose in doses(&person.plan, &person.life, begins.plus_seconds(1), end.plus_days(-2)) {
            occurrences += 1;
            let times = told.remove(&(person.record, dose.slot));
            assert_eq!(times, Some((1, dose.due)), "{:?} of {:?}", dose.slot, person.life.zone);
        }
    }
    assert!(told.values().all(|(times, at)| *times == 1 && *at >= end.plus_days(-2) || *at <= begins), "{told:?}");
    assert!(occurrences >= if whole { 1_000_000 } else { 10_000 }, "{occurrences}");
    println!("{occurrences} occurrences in {} zones", names.len());
}
