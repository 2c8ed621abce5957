//! Reminders of doses: what is due comes from the engine into the table of work a step ahead, never years.
//!
//! Of each record one job waits at most, for the next moment at which anything is due. When it comes,
//! everything since the last look is looked at, whoever is due to be reminded is, and the next job is
//! planned, in one transaction. So a dose is looked at once, whatever is killed and however many processes
//! there are, and a standstill leaves nothing out: what is late is told as one summary, which never says to
//! take anything now.
//!
//! Before a reminder leaves, what it is about is looked at again in the same way (`list_open`).

use std::collections::BTreeMap;

use serde_json::Value;
use uuid::Uuid;

use super::{
    entry_store::slot_of,
    plan::{Moments, Plan, Slot},
    schedule::{self, Life},
    tell,
    word::{Stop, stops},
    word_store::list_words,
};
use crate::{
    Error, Result,
    access::AccountRole,
    db::{Db, Tx, on_db},
    id::{ItemId, MedicineId, RecordId},
    jobs,
    reminders::{LATE_SECONDS, Notice, Said, store::notify_of_doses},
    time::Instant,
};

/// The kind of its jobs.
pub const REMIND: &str = "medicines.remind";
/// A standstill of more days than this is not looked at any more.
pub(crate) const BEHIND_DAYS: i64 = 7;
/// A dose that was due so long before its plan was set is still told: whoever looks may be that late.
const GRACE_SECONDS: i64 = 300;
/// The clock may go back so far without being taken for one that was wrong.
pub(super) const STEADY_SECONDS: i64 = 300;
/// Records that are looked at in one query.
pub(super) const MENDED: i64 = 500;

/// Something that someone was reminded of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reminded {
    pub medicine: MedicineId,
    pub slot: Option<Slot>,
    /// When it was due, or until when it was put off.
    pub at: Instant,
    /// Told in a summary of what came too late.
    pub late: bool,
}

/// How far someone has been reminded.
#[derive(Debug, Clone, Copy)]
struct Turn {
    looked_at: Instant,
    number: i64,
    next_at: Option<Instant>,
}

/// A medicine that is taken by a plan which the person confirmed.
struct Held {
    id: MedicineId,
    name: String,
    plan: Plan,
    set_at: Instant,
    /// When the record said that it is not to be taken.
    stops: Vec<Stop>,
}

/// What reminders of a record need to know.
struct Reminding {
    life: Life,
    held: Vec<Held>,
}

/// Plans the job for the next moment at which something is due. Whoever changes a plan, notes that a dose
/// waits, moves the times of the day or the zone calls it in the same transaction.
pub async fn plan_next(tx: &mut Tx, record: RecordId, now: Instant) -> Result<()> {
    // Whoever else is told of doses without an answer is told by the same plans.
    tell::plan_next(tx, record, now).await?;
    let Some(reminding) = find_reminding(tx, record).await? else { return cancel(tx, record, now).await };
    let turn = hold_turn(tx, record, now).await?;
    plan_after(tx, record, &reminding, turn, now).await
}

async fn plan_after(tx: &mut Tx, record: RecordId, reminding: &Reminding, turn: Turn, now: Instant) -> Result<()> {
    let next = next_moment(tx, record, reminding, turn.looked_at).await?;
    if next.is_some() && next == turn.next_at {
        // Planned already; after a restore the job itself may be missing, and planning it again is once.
        return put_job(tx, record, turn.number, next.unwrap_or(now), now).await;
    }
    jobs::store::cancel(tx, REMIND, &key(record, turn.number)).await?;
    let number = turn.number + 1;
    on_db!(tx, c => sqlx::query("UPDATE medicine_reminder SET turn = $2, next_at = $3 WHERE record = $1")
        .bind(record.0)
        .bind(number)
        .bind(next.map(|next| next.0))
        .execute(c)
        .await
        .map(|_| ()))?;
    match next {
        Some(at) => put_job(tx, record, number, at, now).await,
        None => Ok(()),
    }
}

async fn put_job(tx: &mut Tx, record: RecordId, number: i64, at: Instant, now: Instant) -> Result<()> {
    let key = key(record, number);
    let job = jobs::New { kind: REMIND, key: &key, record: Some(record), body: Value::Null, run_at: at };
    jobs::store::plan(tx, job, now).await.map(|_| ())
}

/// Nobody is reminded now. Its next turn is left open, so that someone who comes back is found and planned anew.
async fn cancel(tx: &mut Tx, record: RecordId, now: Instant) -> Result<()> {
    let turn: Option<i64> = on_db!(tx, c => sqlx::query_scalar(
        "UPDATE medicine_reminder SET turn = turn + 1, next_at = $2 WHERE record = $1 RETURNING turn - 1",
    )
    .bind(record.0)
    .bind(now.0)
    .fetch_optional(c)
    .await)?;
    match turn {
        Some(turn) => jobs::store::cancel(tx, REMIND, &key(record, turn)).await,
        None => Ok(()),
    }
}

/// Which job of the record: what ended is not called again, so that each has a number of its own.
fn key(record: RecordId, number: i64) -> String {
    format!("{record}:{number}")
}

/// The time of a job has come: whoever has not answered is reminded, once for all that is due at the same
/// moment, and the next job is planned. Answers what they were reminded of.
pub async fn remind(tx: &mut Tx, record: RecordId, job: &str, now: Instant) -> Result<Vec<Reminded>> {
    let Some(reminding) = find_reminding(tx, record).await? else { return Ok(Vec::new()) };
    let turn = hold_turn(tx, record, now).await?;
    // A job of an earlier turn has nothing to do: the one of this turn looks at the same stretch of time.
    if job != key(record, turn.number) {
        return Ok(Vec::new());
    }
    let since = turn.looked_at.max(now.plus_days(-BEHIND_DAYS));
    let told = due(tx, record, &reminding, (since, now), |held| held.counts_from(since), now).await?;
    tell(tx, record, &reminding, turn.number, &told, now).await?;
    let looked_at = turn.looked_at.max(now);
    on_db!(tx, c => sqlx::query("UPDATE medicine_reminder SET looked_at = $2, turn = turn + 1, next_at = NULL WHERE record = $1")
        .bind(record.0)
        .bind(looked_at.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    let turn = Turn { looked_at, number: turn.number + 1, next_at: None };
    plan_after(tx, record, &reminding, turn, now).await?;
    Ok(told)
}

/// The medicines of which something came in these stretches of time, each behind its first moment, and has no
/// answer still: not what was answered, put off, held or ended since a reminder was planned. None where its person
/// is not reminded any more.
pub(crate) async fn list_open(
    tx: &mut Tx,
    record: RecordId,
    stretches: &[(Instant, Instant)],
    now: Instant,
) -> Result<Vec<String>> {
    let Some(reminding) = find_reminding(tx, record).await? else { return Ok(Vec::new()) };
    let mut open = Vec::new();
    for stretch in stretches {
        // What was told once is open, though its plan was set anew since.
        open.extend(due(tx, record, &reminding, *stretch, |_| stretch.0, now).await?);
    }
    Ok(reminding.names(&open))
}

/// What came behind a moment and not beyond another, and has no answer: doses of each medicine from its own moment.
async fn due(
    tx: &mut Tx,
    record: RecordId,
    reminding: &Reminding,
    (since, until): (Instant, Instant),
    counts_from: impl Fn(&Held) -> Instant,
    now: Instant,
) -> Result<Vec<Reminded>> {
    let late = |at: Instant| now.seconds_since(at) >= LATE_SECONDS;
    let mut told = Vec::new();
    for held in reminding.held.iter().filter(|held| !held.is_held(now)) {
        let (from, to) = (just_after(counts_from(held)), just_after(until));
        for dose in schedule::doses(&held.plan, &reminding.life, from, to) {
            // What was due meanwhile is not told either once the record says that it is taken again.
            let was_stopped = held.stops.iter().any(|stop| stop.cuts(&dose));
            if !was_stopped && !is_noted(tx, record, held.id, dose.slot, None).await? {
                told.push(Reminded { medicine: held.id, slot: Some(dose.slot), at: dose.due, late: late(dose.due) });
            }
        }
    }
    for (medicine, slot, at) in put_off(tx, record, (since, until), MENDED).await? {
        // What was ended, or is paused since, is not asked for again; nor what was answered meanwhile.
        let Some(held) = reminding.held.iter().find(|held| held.id == medicine && !held.is_held(now)) else {
            continue;
        };
        let answered = match slot {
            Some(slot) => is_noted(tx, record, held.id, slot, Some(at)).await?,
            None => false,
        };
        if !answered {
            told.push(Reminded { medicine, slot, at, late: late(at) });
        }
    }
    told.sort_by_key(|one| (one.at, one.medicine));
    Ok(told)
}

/// The moment behind: stretches of time hold their first moment and not their last.
const fn just_after(at: Instant) -> Instant {
    Instant(at.0.saturating_add(1))
}

impl Reminding {
    /// What they are of, each once.
    fn names<'a>(&self, doses: impl IntoIterator<Item = &'a Reminded>) -> Vec<String> {
        let mut names = Vec::new();
        for one in doses {
            let name = self.held.iter().find(|held| held.id == one.medicine).map(|held| &held.name);
            names.extend(name.filter(|name| !names.contains(*name)).cloned());
        }
        names
    }
}

impl Held {
    /// What was due before its plan was set was never asked for.
    fn counts_from(&self, since: Instant) -> Instant {
        since.max(self.set_at.plus_seconds(-GRACE_SECONDS))
    }

    /// What is stopped by the record keeps its turns and is told to nobody.
    fn is_held(&self, now: Instant) -> bool {
        // The last word holds, whatever the clock showed when it came.
        let stopped = self.stops.last().is_some_and(|stop| stop.until.is_none());
        stopped || self.plan.pauses.iter().any(|pause| pause.holds(now))
    }
}

/// One notice for each moment, and one for all that comes too late to be taken now.
async fn tell(
    tx: &mut Tx,
    record: RecordId,
    reminding: &Reminding,
    number: i64,
    told: &[Reminded],
    now: Instant,
) -> Result<()> {
    // Not late before late.
    let mut moments: BTreeMap<(bool, Instant), Vec<&Reminded>> = BTreeMap::new();
    for one in told {
        moments.entry((one.late, if one.late { now } else { one.at })).or_default().push(one);
    }
    let url = format!("/records/{record}/medicines");
    for ((late, at), doses) in moments {
        let notice = if late { Notice::MedicineLate } else { Notice::MedicineDue };
        let names = reminding.names(doses.iter().copied()).join(", ");
        let said = Said { detail: Some(&names), url: Some(&url) };
        let key = format!("{record}:{number}:{}", at.0);
        let one = if let [one] = doses.as_slice() { one.slot.map(|slot| (one.medicine, slot)) } else { None };
        notify_of_doses(tx, record, (notice, said, one), &key, at, now).await?;
    }
    Ok(())
}

/// The first moment behind `after` at which anything is due.
async fn next_moment(tx: &mut Tx, record: RecordId, reminding: &Reminding, after: Instant) -> Result<Option<Instant>> {
    let doses = reminding
        .held
        .iter()
        .filter_map(|held| schedule::next(&held.plan, &reminding.life, held.counts_from(after)).map(|dose| dose.due));
    let waits = put_off(tx, record, (after, Instant(i64::MAX)), 1).await?.into_iter().map(|(_, _, at)| at);
    Ok(doses.chain(waits).min())
}

/// What was put off until behind a moment, and not beyond another: the first ones.
pub(super) async fn put_off(
    tx: &mut Tx,
    record: RecordId,
    (after, until): (Instant, Instant),
    most: i64,
) -> Result<Vec<(MedicineId, Option<Slot>, Instant)>> {
    let rows: Vec<(Uuid, Option<String>, Option<i64>, i64)> = on_db!(tx, c => sqlx::query_as(PUT_OFF)
        .bind(record.0)
        .bind(after.0)
        .bind(until.0)
        .bind(most)
        .fetch_all(c)
        .await)?;
    rows.into_iter()
        .map(|(medicine, day, number, at)| Ok((MedicineId(medicine), slot_of(day, number)?, Instant(at))))
        .collect()
}

pub(super) const PUT_OFF: &str = "SELECT medicine, slot_day, slot_number, happened_at FROM dose_entry \
     WHERE record = $1 AND happened_at > $2 AND happened_at <= $3 AND kind = 'later' \
     AND corrected_by IS NULL AND withdrawn_at IS NULL ORDER BY happened_at, id LIMIT $4";

/// Whether something was noted of a dose that holds: an answer, or that it waits; until behind a moment, where
/// one is given.
async fn is_noted(
    tx: &mut Tx,
    record: RecordId,
    medicine: MedicineId,
    slot: Slot,
    waits_behind: Option<Instant>,
) -> Result<bool> {
    let noted: Option<i64> = on_db!(tx, c => sqlx::query_scalar(NOTED)
        .bind(record.0)
        .bind(medicine.0)
        .bind(String::from(slot.day))
        .bind(i64::from(slot.number))
        .bind(waits_behind.map_or(i64::MIN, |at| at.0))
        .fetch_optional(c)
        .await)?;
    Ok(noted.is_some())
}

pub(super) const NOTED: &str = "SELECT happened_at FROM dose_entry WHERE record = $1 AND medicine = $2 AND slot_day = $3 \
     AND slot_number = $4 AND (kind <> 'later' OR happened_at > $5) AND corrected_by IS NULL AND withdrawn_at IS NULL LIMIT 1";

/// The turn of a record, held until the end of the transaction; what was before its first is not looked at.
async fn hold_turn(tx: &mut Tx, record: RecordId, now: Instant) -> Result<Turn> {
    let (looked_at, number, next_at): (i64, i64, Option<i64>) = on_db!(tx, c => sqlx::query_as(
        "INSERT INTO medicine_reminder (record, looked_at, turn) VALUES ($1, $2, 0) \
         ON CONFLICT (record) DO UPDATE SET turn = medicine_reminder.turn RETURNING looked_at, turn, next_at",
    )
    .bind(record.0)
    .bind(now.0)
    .fetch_one(c)
    .await)?;
    Ok(Turn { looked_at: Instant(looked_at), number, next_at: next_at.map(Instant) })
}

/// Who is reminded: a person who has come, can sign in and lives, of what they confirmed and still take.
async fn find_reminding(tx: &mut Tx, record: RecordId) -> Result<Option<Reminding>> {
    let row: Option<(String, Option<String>)> = on_db!(tx, c => sqlx::query_as(
        "SELECT account.zone, medicine_moments.moments FROM account JOIN record ON record.id = account.record \
         LEFT JOIN medicine_moments ON medicine_moments.record = record.id \
         WHERE account.record = $1 AND account.role = $2 AND account.enrolled_at IS NOT NULL \
         AND account.disabled_at IS NULL AND record.deceased = $3",
    )
    .bind(record.0)
    .bind(AccountRole::Patient.code())
    .bind(false)
    .fetch_optional(c)
    .await)?;
    let Some((zone, moments)) = row else { return Ok(None) };
    let zone = jiff::tz::TimeZone::get(&zone).map_err(Error::internal)?;
    let moments =
        moments.map_or(Ok(Moments::default()), |body| serde_json::from_str(&body).map_err(Error::internal))?;
    let rows: Vec<(Uuid, String, String, i64, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, name, plan, set_at, items FROM medicine WHERE record = $1 AND plan IS NOT NULL AND set_at IS NOT NULL \
         AND confirmed_at IS NOT NULL AND ended_at IS NULL ORDER BY created_at, id",
    )
    .bind(record.0)
    .fetch_all(c)
    .await)?;
    let held = |(id, name, plan, set_at, items): (Uuid, String, String, i64, String)| {
        let plan = serde_json::from_str(&plan).map_err(Error::internal)?;
        let items: Vec<ItemId> = serde_json::from_str(&items).map_err(Error::internal)?;
        Ok((Held { id: MedicineId(id), name, plan, set_at: Instant(set_at), stops: Vec::new() }, items))
    };
    let mut held: Vec<(Held, Vec<ItemId>)> = rows.into_iter().map(held).collect::<Result<_>>()?;
    let of: Vec<_> = held.iter().map(|(held, items)| (held.id, held.name.as_str(), items.as_slice())).collect();
    let words = list_words(tx, record, &of).await?;
    for ((held, _), words) in held.iter_mut().zip(words) {
        held.stops = stops(&words);
    }
    let held = held.into_iter().map(|(held, _)| held).collect();
    Ok(Some(Reminding { life: Life { zone, moments }, held }))
}

/// Plans reminders where none are planned, as after a restore, and anew where the clock was ahead when they
/// were planned: else nobody would be reminded until the right clock gets there. Answers for how many. Each
/// record has a transaction of its own: nobody waits for long, and one that can't be read is left out alone.
pub async fn mend_reminders(db: &Db, now: Instant) -> Result<usize> {
    let mut tx = db.read().await?;
    let astray: Vec<Uuid> = on_db!(tx, c => sqlx::query_scalar(ASTRAY)
        .bind(now.plus_seconds(STEADY_SECONDS).0)
        .fetch_all(c)
        .await)?;
    drop(tx);
    let mut mended = 0;
    for record in astray {
        mended += usize::from(mend_or_skip(db, RecordId(record), now).await?);
    }
    let mut last = Uuid::nil();
    loop {
        let mut tx = db.read().await?;
        let records = list_unplanned(&mut tx, last).await?;
        drop(tx);
        let Some(end) = records.last() else { return Ok(mended) };
        last = *end;
        for record in records {
            mended += usize::from(mend_or_skip(db, RecordId(record), now).await?);
        }
    }
}

/// Those who were looked at by a clock that was ahead.
pub(super) const ASTRAY: &str = "SELECT record FROM medicine_reminder WHERE looked_at > $1";

/// Records that come after this one and have no job, though something may be due: not those of which it is
/// known that nothing lies ahead, since whatever changes that plans anew.
pub(super) async fn list_unplanned(tx: &mut Tx, after: Uuid) -> Result<Vec<Uuid>> {
    Ok(on_db!(tx, c => sqlx::query_scalar(UNPLANNED)
    .bind(AccountRole::Patient.code())
    .bind(false)
    .bind(after)
    .bind(REMIND)
    .bind(MENDED)
    .fetch_all(c)
    .await)?)
}

/// It goes through people in the order of an index, so many at a time; of each the rest is found by an index too.
pub(super) const UNPLANNED: &str = "SELECT account.record FROM account JOIN record ON record.id = account.record \
     LEFT JOIN medicine_reminder ON medicine_reminder.record = account.record \
     WHERE account.role = $1 AND account.enrolled_at IS NOT NULL AND account.disabled_at IS NULL \
     AND record.deceased = $2 AND account.record > $3 \
     AND (medicine_reminder.record IS NULL OR medicine_reminder.next_at IS NOT NULL) AND EXISTS (SELECT 1 FROM medicine \
     WHERE medicine.record = account.record AND medicine.confirmed_at IS NOT NULL AND medicine.ended_at IS NULL) \
     AND NOT EXISTS (SELECT 1 FROM job WHERE job.record = account.record AND job.kind = $4 \
     AND job.ended_at IS NULL) ORDER BY account.record LIMIT $5";

async fn mend_or_skip(db: &Db, record: RecordId, now: Instant) -> Result<bool> {
    Ok(unless_unreadable(REMIND, mend(db, record, now).await)?.unwrap_or(false))
}

/// What came of a record; nothing for one that can't be read, which is left out alone. Where the database does not
/// answer, that is no matter of the record.
pub(super) fn unless_unreadable<T>(kind: &'static str, mended: Result<T>) -> Result<Option<T>> {
    match mended {
        Err(cause) if !matches!(cause, Error::Unavailable(_)) => {
            tracing::warn!(event = "reminders.unreadable", kind, %cause);
            Ok(None)
        }
        other => other.map(Some),
    }
}

/// Plans the job of a record; answers whether there is one now.
async fn mend(db: &Db, record: RecordId, now: Instant) -> Result<bool> {
    let mut tx = db.write().await?;
    // A job that failed for good keeps its number; the next one has another.
    on_db!(tx, c => sqlx::query(
        "UPDATE medicine_reminder SET next_at = NULL, looked_at = CASE WHEN looked_at > $2 THEN $3 ELSE looked_at END \
         WHERE record = $1",
    )
    .bind(record.0)
    .bind(now.plus_seconds(STEADY_SECONDS).0)
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    plan_next(&mut tx, record, now).await?;
    let next: Option<Option<i64>> = on_db!(tx, c => sqlx::query_scalar("SELECT next_at FROM medicine_reminder WHERE record = $1")
        .bind(record.0)
        .fetch_optional(c)
        .await)?;
    tx.commit().await?;
    Ok(next.flatten().is_some())
}
