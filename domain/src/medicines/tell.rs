//! When someone else is told of doses without an answer: as with reminders, one job of each record waits at most,
//! for the next moment at which a dose could be without one.
//!
//! When it comes, everything since the last look is looked at; what has no answer is written down as told, each
//! dose once, and one mail is planned for all of it. Before the mail leaves, what was answered meanwhile is left
//! out, and so is what is told too late to be news; when nothing is left, it does not leave. So whatever is killed
//! and however many processes there are, a dose is told in one mail or in none.

use std::collections::BTreeSet;

use serde_json::Value;
use uuid::Uuid;

use super::{
    day::{PUT_OFF_SECONDS, State, asked, doses_of, put_off_until, state},
    entry_store::{find_dose, list_of_dose, slot_of},
    life_store::get_life,
    plan::{Dose, Slot},
    remind::{MENDED, STEADY_SECONDS, put_off, unless_unreadable},
    schedule::{Life, MOST_SECONDS},
    store::{Medicine, list_medicines},
    told::{self, Covered},
};
use crate::{
    Result,
    access::{self, AccountRole, Act, Granted, Medicines},
    audit,
    db::{Db, Tx, on_db},
    id::{MailId, MedicineId, RecordId, ToldId},
    jobs,
    reminders::{LATE_SECONDS, outgoing::ToOther, store::tell_other},
    secret::Keys,
    time::Instant,
};

/// The kind of its jobs.
pub const TELL: &str = "medicines.tell";

/// A dose without an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    pub medicine: MedicineId,
    pub slot: Slot,
    /// Since when.
    pub over_at: Instant,
}

/// How far someone has been told.
struct Turn {
    told: ToldId,
    address: String,
    covered: Covered,
    looked_at: Instant,
    number: i64,
    next_at: Option<Instant>,
}

/// What a person takes, where someone may be told of it.
struct Taking {
    granted: Granted<Act, Medicines>,
    medicines: Vec<Medicine>,
    life: Life,
}

impl Taking {
    fn medicine(&self, id: MedicineId) -> Option<&Medicine> {
        self.medicines.iter().find(|medicine| medicine.id == id)
    }
}

/// Plans the job for the next moment at which a dose could be without an answer. Whoever agrees, or changes what
/// is told, a plan, or what is put off, calls it in the same transaction.
pub(crate) async fn plan_next(tx: &mut Tx, record: RecordId, now: Instant) -> Result<()> {
    let Some(turn) = hold_turn(tx, record).await? else { return Ok(()) };
    let taking = find_taking(tx, record).await?;
    plan_after(tx, record, taking.as_ref(), &turn, now).await
}

async fn plan_after(tx: &mut Tx, record: RecordId, taking: Option<&Taking>, turn: &Turn, now: Instant) -> Result<()> {
    let next = match taking {
        Some(taking) => next_moment(tx, taking, &turn.covered, turn.looked_at).await?,
        // Nobody is told now; the moment is left open, so that someone who comes back is found and planned anew.
        None => None,
    };
    if next.is_some() && next == turn.next_at {
        return put_job(tx, record, turn, turn.number, next.unwrap_or(now), now).await;
    }
    jobs::store::cancel(tx, TELL, &key(turn.told, turn.number)).await?;
    let number = turn.number + 1;
    let open = if taking.is_none() { Some(now) } else { next };
    on_db!(tx, c => sqlx::query("UPDATE medicine_told SET turn = $2, next_at = $3 WHERE record = $1")
        .bind(record.0)
        .bind(number)
        .bind(open.map(|at| at.0))
        .execute(c)
        .await
        .map(|_| ()))?;
    match next {
        Some(at) => put_job(tx, record, turn, number, at, now).await,
        None => Ok(()),
    }
}

async fn put_job(tx: &mut Tx, record: RecordId, turn: &Turn, number: i64, at: Instant, now: Instant) -> Result<()> {
    let key = key(turn.told, number);
    let job = jobs::New { kind: TELL, key: &key, record: Some(record), body: Value::Null, run_at: at };
    jobs::store::plan(tx, job, now).await.map(|_| ())
}

/// Which job of an agreement: what ended is not called again, so that each has a number of its own.
fn key(told: ToldId, number: i64) -> String {
    format!("{told}:{number}")
}

/// The job of whoever is told is not needed any more.
pub(super) async fn cancel(tx: &mut Tx, record: RecordId) -> Result<()> {
    let row: Option<(Uuid, i64)> = on_db!(tx, c => sqlx::query_as("SELECT id, turn FROM medicine_told WHERE record = $1")
        .bind(record.0)
        .fetch_optional(c)
        .await)?;
    match row {
        Some((told, number)) => jobs::store::cancel(tx, TELL, &key(ToldId(told), number)).await,
        None => Ok(()),
    }
}

/// The time of a job has come: a mail is planned for what has no answer since the last look, and so is the next
/// job. Answers what the mail is about.
pub async fn tell(tx: &mut Tx, record: RecordId, job: &str, now: Instant) -> Result<Vec<Unanswered>> {
    let Some(turn) = hold_turn(tx, record).await? else { return Ok(Vec::new()) };
    // A job of an earlier turn, or of an agreement of before, has nothing to do.
    if job != key(turn.told, turn.number) {
        return Ok(Vec::new());
    }
    let taking = find_taking(tx, record).await?;
    let mut news = Vec::new();
    if let Some(taking) = &taking {
        for one in unanswered(tx, taking, &turn, now).await? {
            if !was_told(tx, record, &one).await? {
                news.push(one);
            }
        }
        if !news.is_empty() {
            note(tx, taking, &turn, &news, now).await?;
        }
    }
    let looked_at = turn.looked_at.max(now);
    on_db!(tx, c => sqlx::query("UPDATE medicine_told SET looked_at = $2, turn = turn + 1, next_at = NULL WHERE record = $1")
        .bind(record.0)
        .bind(looked_at.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    let turn = Turn { looked_at, number: turn.number + 1, next_at: None, ..turn };
    plan_after(tx, record, taking.as_ref(), &turn, now).await?;
    Ok(news)
}

/// Plans the mail, and writes down what is told by it.
async fn note(tx: &mut Tx, taking: &Taking, turn: &Turn, news: &[Unanswered], now: Instant) -> Result<()> {
    let mail = tell_other(tx, &turn.address, &key(turn.told, turn.number), now).await?;
    // Beyond the limit of a day nothing is sent.
    let Some(mail) = mail else { return Ok(()) };
    for Unanswered { medicine, slot, over_at } in news {
        on_db!(tx, c => sqlx::query(
            "INSERT INTO medicine_told_dose (record, medicine, slot_day, slot_number, told, mail, over_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(taking.granted.record().0)
        .bind(medicine.0)
        .bind(String::from(slot.day))
        .bind(i64::from(slot.number))
        .bind(turn.told.0)
        .bind(mail.0)
        .bind(over_at.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    }
    Ok(())
}

/// A mail was sent: where it told someone else of doses, the log of their person says so.
pub(crate) async fn note_sent(tx: &mut Tx, mail: MailId, now: Instant) -> Result<()> {
    let record: Option<Uuid> = on_db!(tx, c => sqlx::query_scalar("SELECT record FROM medicine_told_dose WHERE mail = $1 LIMIT 1")
            .bind(mail.0).fetch_optional(c).await)?;
    let Some(record) = record.map(RecordId) else { return Ok(()) };
    let granted: Granted<Act, Medicines> = access::act_by_itself(tx, record).await?;
    audit::store::by_itself(tx, &granted, "told-news", now).await
}

async fn was_told(tx: &mut Tx, record: RecordId, one: &Unanswered) -> Result<bool> {
    let told: Option<i64> = on_db!(tx, c => sqlx::query_scalar(TOLD)
        .bind(record.0)
        .bind(one.medicine.0)
        .bind(String::from(one.slot.day))
        .bind(i64::from(one.slot.number))
        .fetch_optional(c)
        .await)?;
    Ok(told.is_some())
}

pub(super) const TOLD: &str = "SELECT over_at FROM medicine_told_dose WHERE record = $1 AND medicine = $2 \
     AND slot_day = $3 AND slot_number = $4";

/// What has no answer since the last look, and is news.
async fn unanswered(tx: &mut Tx, taking: &Taking, turn: &Turn, now: Instant) -> Result<Vec<Unanswered>> {
    let since = turn.looked_at.max(now.plus_seconds(-LATE_SECONDS));
    let mut slots: BTreeSet<(MedicineId, Slot)> = BTreeSet::new();
    for medicine in taking.medicines.iter().filter(|medicine| turn.covered.holds(medicine.id)) {
        let doses = doses_of(medicine, &taking.life, (since.plus_seconds(-window(medicine)), now));
        slots.extend(doses.filter(|dose| since < dose.until && dose.until <= now).map(|dose| (medicine.id, dose.slot)));
    }
    // What was put off has no answer later than its own time.
    let waited = put_off(tx, taking.granted.record(), (since.plus_seconds(-PUT_OFF_SECONDS), now), MENDED).await?;
    for (medicine, slot, _) in waited {
        slots.extend(slot.filter(|_| turn.covered.holds(medicine)).map(|slot| (medicine, slot)));
    }
    let mut found = Vec::new();
    for (medicine, slot) in slots {
        let over_at = over_at(tx, taking, (medicine, slot), now).await?;
        found.extend(over_at.filter(|at| since < *at).map(|over_at| Unanswered { medicine, slot, over_at }));
    }
    found.sort_by_key(|one| (one.over_at, one.medicine));
    Ok(found)
}

/// Since when a dose has no answer; nothing when it has one, can still be answered, or is asked of nobody now.
async fn over_at(
    tx: &mut Tx,
    taking: &Taking,
    (medicine, slot): (MedicineId, Slot),
    now: Instant,
) -> Result<Option<Instant>> {
    let Some(medicine) = taking.medicine(medicine).filter(|medicine| medicine.ended_at.is_none()) else {
        return Ok(None);
    };
    let Some(dose) = find_dose(medicine, &taking.life, slot) else { return Ok(None) };
    let entries = list_of_dose(tx, &taking.granted, medicine.id, slot).await?;
    if state(&dose, &entries, medicine.holds_dose(&dose, now), now) != State::Unanswered {
        return Ok(None);
    }
    Ok(Some(asked(&dose, &entries).1))
}

/// For how long a dose of it can be answered at most.
fn window(medicine: &Medicine) -> i64 {
    let minutes = medicine.plan.iter().flat_map(|plan| &plan.courses).filter_map(|course| course.window_minutes).max();
    minutes.map_or(MOST_SECONDS, |minutes| MOST_SECONDS.max(i64::from(minutes) * 60))
}

/// The first moment behind `after` at which a dose could be without an answer.
async fn next_moment(tx: &mut Tx, taking: &Taking, covered: &Covered, after: Instant) -> Result<Option<Instant>> {
    let until = |medicine| {
        let from = after.plus_seconds(-window(medicine));
        let behind = |dose: &Dose| dose.until > after;
        doses_of(medicine, &taking.life, (from, Instant(i64::MAX))).find(behind).map(|dose| dose.until)
    };
    let taken = taking.medicines.iter().filter(|medicine| medicine.ended_at.is_none() && covered.holds(medicine.id));
    let plans = taken.filter_map(until).min();
    let (waited, end) = (after.plus_seconds(-PUT_OFF_SECONDS), Instant(i64::MAX));
    let waits = put_off(tx, taking.granted.record(), (waited, end), MENDED).await?;
    let over = |(medicine, slot, at): (MedicineId, Option<Slot>, Instant)| {
        let dose = find_dose(taking.medicine(medicine)?, &taking.life, slot?)?;
        Some(put_off_until(&dose, at)).filter(|over| *over > after)
    };
    Ok(plans.into_iter().chain(waits.into_iter().filter_map(over)).min())
}

/// What a mail tells when it leaves: what has no answer still and is news, to who still agrees. Nothing when none
/// of it is left.
pub(crate) async fn find_news(tx: &mut Tx, keys: &Keys, mail: MailId, now: Instant) -> Result<Option<ToOther>> {
    type Row = (Uuid, Uuid, String, Option<String>, bool, Option<String>);
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT record, id, language, called, names, medicines FROM medicine_told WHERE confirmed_at IS NOT NULL \
         AND ended_at IS NULL AND id = (SELECT told FROM medicine_told_dose WHERE mail = $1 LIMIT 1)",
    )
    .bind(mail.0)
    .fetch_optional(c)
    .await)?;
    let Some((record, id, language, called, names, chosen)) = row else { return Ok(None) };
    let Some(taking) = find_taking(tx, RecordId(record)).await? else { return Ok(None) };
    let covered = told::covered(chosen.as_deref())?;
    let rows: Vec<(Uuid, String, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT medicine, slot_day, slot_number FROM medicine_told_dose WHERE mail = $1 ORDER BY over_at, medicine",
    )
    .bind(mail.0)
    .fetch_all(c)
    .await)?;
    let (mut doses, mut medicines) = (0, Vec::new());
    for (medicine, day, number) in rows {
        let medicine = MedicineId(medicine);
        let slot = slot_of(Some(day), Some(number))?.filter(|_| covered.holds(medicine));
        let Some(slot) = slot else { continue };
        let Some(at) = over_at(tx, &taking, (medicine, slot), now).await? else { continue };
        if now.seconds_since(at) >= LATE_SECONDS {
            continue;
        }
        doses += 1;
        let name = taking.medicine(medicine).map(|medicine| medicine.name.clone());
        medicines.extend(name.filter(|name| names && !medicines.contains(name)));
    }
    let secret = told::stop_secret(keys, ToldId(id));
    Ok((doses > 0).then_some(ToOther { language, called, secret, doses, medicines }))
}

/// The turn of a record where someone agreed to be told, held until the end of the transaction.
async fn hold_turn(tx: &mut Tx, record: RecordId) -> Result<Option<Turn>> {
    type Row = (Uuid, String, Option<String>, i64, i64, Option<i64>);
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "UPDATE medicine_told SET turn = turn WHERE record = $1 AND confirmed_at IS NOT NULL AND ended_at IS NULL \
         RETURNING id, address, medicines, looked_at, turn, next_at",
    )
    .bind(record.0)
    .fetch_optional(c)
    .await)?;
    row.map(|(told, address, medicines, looked_at, number, next_at)| {
        Ok(Turn {
            told: ToldId(told),
            address,
            covered: told::covered(medicines.as_deref())?,
            looked_at: Instant(looked_at),
            number,
            next_at: next_at.map(Instant),
        })
    })
    .transpose()
}

/// What a person takes who has come, can sign in and lives; nothing of anybody else.
async fn find_taking(tx: &mut Tx, record: RecordId) -> Result<Option<Taking>> {
    let there: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM account JOIN record ON record.id = account.record WHERE account.record = $1 \
         AND account.role = $2 AND account.enrolled_at IS NOT NULL AND account.disabled_at IS NULL \
         AND record.deceased = $3",
    )
    .bind(record.0)
    .bind(AccountRole::Patient.code())
    .bind(false)
    .fetch_one(c)
    .await)?;
    if there == 0 {
        return Ok(None);
    }
    let granted = access::act_by_itself(tx, record).await?;
    let (medicines, life) = (list_medicines(tx, &granted).await?, get_life(tx, &granted).await?);
    Ok(Some(Taking { granted, medicines, life }))
}

/// Plans the jobs that are missing, as after a restore, and those that were planned while the clock was ahead.
/// Each record has a transaction of its own, so that one that can't be read is left out alone.
pub async fn mend(db: &Db, now: Instant) -> Result<()> {
    let mut last = Uuid::nil();
    loop {
        let mut tx = db.read().await?;
        let records: Vec<Uuid> = on_db!(tx, c => sqlx::query_scalar(
            "SELECT record FROM medicine_told WHERE confirmed_at IS NOT NULL AND ended_at IS NULL AND (looked_at > $1 \
             OR (next_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM job WHERE job.record = medicine_told.record \
             AND job.kind = $2 AND job.ended_at IS NULL))) AND record > $3 ORDER BY record LIMIT $4",
        )
        .bind(now.plus_seconds(STEADY_SECONDS).0)
        .bind(TELL)
        .bind(last)
        .bind(MENDED)
        .fetch_all(c)
        .await)?;
        drop(tx);
        let Some(end) = records.last() else { return Ok(()) };
        last = *end;
        for record in records.into_iter().map(RecordId) {
            unless_unreadable(TELL, mend_one(db, record, now).await)?;
        }
    }
}

async fn mend_one(db: &Db, record: RecordId, now: Instant) -> Result<()> {
    let mut tx = db.write().await?;
    on_db!(tx, c => sqlx::query(
        "UPDATE medicine_told SET next_at = NULL, looked_at = CASE WHEN looked_at > $2 THEN $3 ELSE looked_at END \
         WHERE record = $1",
    )
    .bind(record.0)
    .bind(now.plus_seconds(STEADY_SECONDS).0)
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    plan_next(&mut tx, record, now).await?;
    tx.commit().await
}
