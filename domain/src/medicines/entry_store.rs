//! Storing what was said of doses. Nothing is recorded twice by accident; the truth can always be recorded.

use uuid::Uuid;

use super::{
    as_needed::{Allowance, Limits, Next, Taken, sum},
    day::{asked, doses_of},
    entry::{
        Author, Beyond, Entry, Kind, NewEntry, Question, Reason, Recorded, UNDONE_GRACE_SECONDS, UNDONE_SECONDS, WORDS,
        What,
    },
    life_store::get_life,
    plan::{Amount, Dose, Slot},
    remind,
    store::{Medicine, held, json, words},
};
use crate::{
    Error, FieldCode, Result,
    access::{self, Granted, Medicines, Permission, Reader, Worklist, Write},
    audit,
    db::{Tx, on_db},
    devices::Said,
    id::{AccountId, EntryId, MedicineId},
    site::Site,
    time::{Day, Instant},
    worklist::item_store::{NewItem, open_item},
};

/// A clock of a device may be ahead by so much.
const AHEAD_SECONDS: i64 = 300;
/// Further back nothing is noted any more.
const BEHIND_DAYS: i64 = 92;
/// A dose may be taken so long before it is due.
const EARLY_SECONDS: i64 = 12 * 3600;
/// Said twice of one dose by one person within so long, it was taken once.
const SAME_SECONDS: i64 = 30 * 60;

const COLUMNS: &str = "dose_entry.id, dose_entry.medicine, dose_entry.slot_day, dose_entry.slot_number, dose_entry.kind, \
     dose_entry.happened_at, dose_entry.amounts, dose_entry.reason, dose_entry.words, dose_entry.beyond, \
     dose_entry.account, account.name, dose_entry.author, dose_entry.noted_at, dose_entry.arrived_at, \
     dose_entry.corrects";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    medicine: Uuid,
    slot_day: Option<String>,
    slot_number: Option<i64>,
    kind: String,
    happened_at: i64,
    amounts: String,
    reason: Option<String>,
    words: String,
    beyond: Option<String>,
    account: Uuid,
    name: Option<String>,
    author: String,
    noted_at: i64,
    arrived_at: Option<i64>,
    corrects: Option<Uuid>,
}

/// The dose that a row is about; none when it is about none of a plan.
pub(super) fn slot_of(day: Option<String>, number: Option<i64>) -> Result<Option<Slot>> {
    let Some((day, number)) = day.zip(number) else { return Ok(None) };
    let number = u32::try_from(number).map_err(Error::internal)?;
    Ok(Some(Slot { day: day.try_into().map_err(Error::internal)?, number }))
}

fn entry(row: Row) -> Result<Entry> {
    let at = Instant(row.happened_at);
    let what = match Kind::from_code(&row.kind).ok_or_else(|| Error::internal("not a kind of entry"))? {
        Kind::Taken => What::Taken { at, amounts: serde_json::from_str(&row.amounts).map_err(Error::internal)? },
        Kind::Skipped => What::Skipped {
            reason: row.reason.as_deref().and_then(Reason::from_code).unwrap_or(Reason::Other),
            words: row.words,
        },
        Kind::Missed => What::Missed,
        Kind::Later => What::Later { until: at },
    };
    Ok(Entry {
        id: EntryId(row.id),
        medicine: MedicineId(row.medicine),
        slot: slot_of(row.slot_day, row.slot_number)?,
        what,
        beyond: row.beyond.as_deref().and_then(Beyond::from_code),
        account: AccountId(row.account),
        by: author_of(&row.author),
        name: row.name,
        noted_at: Instant(row.noted_at),
        arrived_at: row.arrived_at.map(Instant),
        corrects: row.corrects.map(EntryId),
    })
}

fn author_of(code: &str) -> Author {
    match code {
        "caregiver" => Author::Caregiver,
        "team" => Author::Team,
        _ => Author::Person,
    }
}

const fn author_code(reader: Reader) -> &'static str {
    match reader {
        Reader::Person => "person",
        Reader::CareTeam | Reader::System => "team",
    }
}

/// Entries that hold, about the time from one moment until before another, in the order in which they were
/// noted.
pub async fn list_entries<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    (from, to): (Instant, Instant),
) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM dose_entry LEFT JOIN account ON account.id = dose_entry.account \
         WHERE dose_entry.record = $1 AND dose_entry.about_at >= $2 AND dose_entry.about_at < $3 \
         AND dose_entry.withdrawn_at IS NULL AND dose_entry.corrected_by IS NULL \
         ORDER BY dose_entry.noted_at, dose_entry.id",
    ))).bind(granted.record().0).bind(from.0).bind(to.0).fetch_all(c).await)?;
    rows.into_iter().map(entry).collect()
}

/// When a medicine was taken since a moment, the latest first.
pub async fn list_taken<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: MedicineId,
    since: Instant,
) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM dose_entry LEFT JOIN account ON account.id = dose_entry.account \
         WHERE dose_entry.record = $1 AND dose_entry.medicine = $2 AND dose_entry.happened_at >= $3 \
         AND dose_entry.kind = 'taken' AND dose_entry.withdrawn_at IS NULL AND dose_entry.corrected_by IS NULL \
         ORDER BY dose_entry.happened_at DESC, dose_entry.id DESC",
    ))).bind(granted.record().0).bind(medicine.0).bind(since.0).fetch_all(c).await)?;
    rows.into_iter().map(entry).collect()
}

/// An entry that holds.
pub async fn find_entry<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    id: EntryId,
) -> Result<Option<Entry>> {
    Ok(find_kept(tx, granted, id).await?.filter(|kept| kept.holds).map(|kept| kept.entry))
}

/// An entry, also one that was taken back or corrected.
struct Kept {
    entry: Entry,
    holds: bool,
}

async fn find_kept<P: Permission>(tx: &mut Tx, granted: &Granted<P, Medicines>, id: EntryId) -> Result<Option<Kept>> {
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM dose_entry LEFT JOIN account ON account.id = dose_entry.account \
         WHERE dose_entry.record = $1 AND dose_entry.id = $2",
    ))).bind(granted.record().0).bind(id.0).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(None) };
    let over: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM dose_entry WHERE record = $1 AND id = $2 \
         AND (withdrawn_at IS NOT NULL OR corrected_by IS NOT NULL)",
    ).bind(granted.record().0).bind(id.0).fetch_one(c).await)?;
    Ok(Some(Kept { entry: entry(row)?, holds: over == 0 }))
}

/// What was said of one dose and holds, in the order in which it was noted.
pub async fn list_of_dose<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: MedicineId,
    slot: Slot,
) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM dose_entry LEFT JOIN account ON account.id = dose_entry.account \
         WHERE dose_entry.record = $1 AND dose_entry.medicine = $2 AND dose_entry.slot_day = $3 \
         AND dose_entry.slot_number = $4 AND dose_entry.withdrawn_at IS NULL AND dose_entry.corrected_by IS NULL \
         ORDER BY dose_entry.noted_at, dose_entry.id",
    )))
    .bind(granted.record().0)
    .bind(medicine.0)
    .bind(String::from(slot.day))
    .bind(i64::from(slot.number))
    .fetch_all(c)
    .await)?;
    rows.into_iter().map(entry).collect()
}

/// Notes something about a dose. The same id with the same content has the effect of once.
///
/// What was noted before, and what would be more than its prescriber allows, is asked about first and
/// nothing is noted; said to be so (`truly`), it is recorded as it was, and the care team is told. So is what a
/// device had kept: nobody can be asked any more.
///
/// # Errors
/// [`Error::NotFound`] when there is no such medicine or dose; [`Error::Conflict`] when the id came with
/// other content; [`Error::Invalid`] names `at`, `until` or `words`.
pub async fn record_entry(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    new: NewEntry,
    site: &Site,
    said: impl Into<Said>,
) -> Result<Recorded> {
    let when = said.into();
    let account = granted.account().ok_or(Error::NotFound)?;
    let medicine = held(tx, granted, new.medicine).await?;
    if let Some(known) = find_kept(tx, granted, new.id).await? {
        // What was taken back is not noted again by a page that was left open; a device may bring it once more.
        let holds = known.holds || when.kept;
        let same = holds && known.entry.account == account && is_same(&known.entry, &new, when.at);
        return if same { Ok(Recorded::Saved(Box::new(known.entry))) } else { Err(Error::Conflict) };
    }
    let (new, about) = checked(tx, granted, &medicine, new, None, when.at).await?;
    let truly = new.truly || when.kept;
    let before = match new.slot {
        Some(slot) => list_of_dose(tx, granted, new.medicine, slot).await?,
        None => Vec::new(),
    };
    if let Some(same) = before.iter().find(|known| when.kept && is_same_dose(known, &new, account)) {
        return Ok(Recorded::Saved(Box::new(same.clone())));
    }
    let said = before.iter().rev().find(|entry| entry.what.kind() != Kind::Later);
    let mut beyond = None;
    let mut corrects = None;
    if let Some(said) = said {
        // What was done is not put off, whoever says that it is so; a device that did not know of it keeps both.
        if new.what.kind() == Kind::Later && !when.kept {
            return Err(Error::field("until", FieldCode::Contradiction));
        }
        if !truly {
            return Ok(Recorded::Asked(Box::new(Question::Already(said.clone()))));
        }
        match (said.what.kind(), new.what.kind()) {
            (Kind::Taken, Kind::Taken) => beyond = Some(Beyond::Twice),
            // On a device that did not know of it: both are kept, and what was taken was taken.
            (Kind::Taken, _) | (_, Kind::Later) if when.kept => {}
            // What was said later than a device took this corrects it: both are kept, and the later word holds.
            _ if when.kept && said.noted_at > when.at => {}
            _ => corrects = Some(said.id),
        }
    }
    if let (None, What::Taken { at, amounts }) = (beyond, &new.what)
        && let Some((which, question)) = too_much(tx, granted, &medicine, *at, amounts, corrects).await?
    {
        if !truly {
            return Ok(Recorded::Asked(Box::new(question)));
        }
        beyond = Some(which);
    }
    let entry = put(tx, granted, New { entry: new, about, beyond, corrects, account }, when).await?;
    tell_team(tx, granted, medicine, &entry, site, when.arrived).await?;
    Ok(Recorded::Saved(Box::new(entry)))
}

/// The care team is told where more was taken than planned.
async fn tell_team(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    medicine: Medicine,
    entry: &Entry,
    site: &Site,
    now: Instant,
) -> Result<()> {
    let Some(beyond) = entry.beyond else { return Ok(()) };
    let worklist = access::act_by_itself::<Worklist>(tx, granted.record()).await?;
    let at = entry.taken_at().unwrap_or(now);
    open_item(tx, &worklist, NewItem::medicine(entry.medicine, medicine.name, beyond, at), site, now).await.map(|_| ())
}

/// Whether a device brings what its own person noted already in another way, as by the button of a notification whose
/// answer got lost: the same dose, taken at about the same time.
fn is_same_dose(known: &Entry, new: &NewEntry, account: AccountId) -> bool {
    match (&known.what, &new.what) {
        (What::Taken { at, .. }, What::Taken { at: other, .. }) => {
            known.account == account && at.seconds_since(*other).abs() <= SAME_SECONDS
        }
        _ => false,
    }
}

/// Whether what was noted is what is to be noted. "Now" and "in ten minutes" sent again mean the first time.
fn is_same(known: &Entry, new: &NewEntry, now: Instant) -> bool {
    let noted = known.noted_at;
    let what = match (&known.what, &new.what) {
        (What::Taken { at, amounts }, What::Taken { at: other, amounts: others }) => {
            // Where the form leaves the amounts to the plan they were filled in.
            (at == other || (*at == noted && *other == now)) && (others.is_empty() || amounts == others)
        }
        (What::Later { until }, What::Later { until: other }) => until == other || until.0 - noted.0 == other.0 - now.0,
        (known, new) => known == new,
    };
    what && known.medicine == new.medicine && known.slot == new.slot
}

/// With the amounts of the plan where none were given, and when the dose was due that it is about: by the plan
/// that holds, or as it was `known` when something was said of it, where no plan asks for it any more.
async fn checked(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    medicine: &Medicine,
    mut new: NewEntry,
    known: Option<Instant>,
    now: Instant,
) -> Result<(NewEntry, Option<Instant>)> {
    let life = get_life(tx, granted).await?;
    let dose = new.slot.and_then(|slot| find_dose(medicine, &life, slot));
    let due = new.slot.and(dose.as_ref().map(|dose| dose.due).or(known));
    // Only a dose of a plan can be skipped, missed or put off.
    if due.is_none() && (new.slot.is_some() || new.what.kind() != Kind::Taken) {
        return Err(Error::NotFound);
    }
    match &mut new.what {
        What::Taken { at, amounts } => {
            let early = due.is_some_and(|due| due.seconds_since(*at) > EARLY_SECONDS);
            if *at > now.plus_seconds(AHEAD_SECONDS) || *at < now.plus_days(-BEHIND_DAYS) || early {
                return Err(Error::field("at", FieldCode::OutOfRange));
            }
            if amounts.is_empty() {
                *amounts = usual(medicine, dose.as_ref(), life.day(*at));
            }
        }
        What::Skipped { words: typed, .. } => *typed = words(typed, "words", WORDS)?,
        What::Missed => {
            if due.is_some_and(|due| now < due) {
                return Err(Error::field("at", FieldCode::OutOfRange));
            }
        }
        What::Later { until } => {
            let before = match new.slot {
                Some(slot) => list_of_dose(tx, granted, new.medicine, slot).await?,
                None => Vec::new(),
            };
            let waits = dose.is_some_and(|dose| can_wait(&dose, &before, *until, now));
            if *until <= now || *until > now.plus_seconds(2 * 3600) || !waits {
                return Err(Error::field("until", FieldCode::OutOfRange));
            }
        }
    }
    Ok((new, due))
}

/// Whether a dose can be put off: it can still be answered, and it comes back before the next one.
fn can_wait(dose: &Dose, before: &[Entry], until: Instant, now: Instant) -> bool {
    now < asked(dose, before).1 && dose.next.is_none_or(|next| until < next)
}

/// The dose of a slot, as the plan that holds says it.
pub(super) fn find_dose(medicine: &Medicine, life: &super::schedule::Life, slot: Slot) -> Option<Dose> {
    let zone = life.zone.iana_name()?;
    // The clocks may move what is named by a day into the one beside it.
    let from = Instant::of_wall_clock(&String::from(slot.day), "00:00", zone)?;
    doses_of(medicine, life, (from.plus_days(-1), from.plus_days(2))).find(|dose| dose.slot == slot)
}

/// What one dose is, as the plan says: of the course that holds on the day, else of the one that began last.
fn usual(medicine: &Medicine, dose: Option<&Dose>, day: Day) -> Vec<Amount> {
    let course = || {
        let courses = &medicine.plan.as_ref()?.courses;
        courses.iter().rev().find(|course| course.from <= day).or(courses.first())
    };
    dose.map(|dose| dose.amounts.clone()).or_else(|| course().map(|course| course.amounts.clone())).unwrap_or_default()
}

/// Whether taking it as needed is sooner, or more within 24 hours, than its plan allows.
async fn too_much(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    medicine: &Medicine,
    at: Instant,
    amounts: &[Amount],
    corrects: Option<EntryId>,
) -> Result<Option<(Beyond, Question)>> {
    let day = get_life(tx, granted).await?.day(at);
    let Some(limits) = limits(medicine, day) else { return Ok(None) };
    let mut taken = list_taken(tx, granted, medicine.id, at.plus_seconds(-limits.reach())).await?;
    taken.retain(|entry| corrects != Some(entry.id));
    let near = taken.iter().filter_map(Entry::taken_at).min_by_key(|other| other.seconds_since(at).abs());
    Ok(match limits.next(&as_taken(&taken), sum(amounts), at) {
        Next::Allowed => None,
        Next::TooSoon { at: next } => Some((Beyond::Soon, Question::Soon { last: near, next: Some(next) })),
        Next::TooMuch { at: next } => Some((Beyond::Most, Question::Most { last: near, next })),
    })
}

/// The limits of a medicine that is taken as needed on a day, as the plan that holds says.
pub fn limits(medicine: &Medicine, day: Day) -> Option<Limits> {
    Limits::of(medicine.plan.as_ref()?.holding(day)?)
}

/// What decides when a usual dose of it may be taken next, by what was taken and the course of today; nothing for
/// what is not taken as needed.
pub fn allowance(medicine: &Medicine, today: Day, taken: &[Entry]) -> Option<Allowance> {
    let usual = sum(&usual(medicine, None, today));
    Some(Allowance { limits: limits(medicine, today)?, usual, taken: as_taken(taken) })
}

fn as_taken(entries: &[Entry]) -> Vec<Taken> {
    let taken = |entry: &Entry| match &entry.what {
        What::Taken { at, amounts } => Some(Taken { at: *at, amount: sum(amounts) }),
        _ => None,
    };
    entries.iter().filter_map(taken).collect()
}

struct New {
    entry: NewEntry,
    /// When the dose was due that it is about.
    about: Option<Instant>,
    beyond: Option<Beyond>,
    corrects: Option<EntryId>,
    account: AccountId,
}

async fn put(tx: &mut Tx, granted: &Granted<Write, Medicines>, new: New, when: Said) -> Result<Entry> {
    let New { entry, about, beyond, corrects, account } = new;
    let now = when.at;
    let (at, amounts, reason, typed) = match &entry.what {
        What::Taken { at, amounts } => (*at, json(amounts)?, None, String::new()),
        What::Skipped { reason, words } => (now, "[]".to_owned(), Some(reason.code()), words.clone()),
        What::Missed => (now, "[]".to_owned(), None, String::new()),
        What::Later { until } => (*until, "[]".to_owned(), None, String::new()),
    };
    if let Some(old) = corrects {
        let corrected = on_db!(tx, c => sqlx::query(
            "UPDATE dose_entry SET corrected_by = $3 WHERE record = $1 AND id = $2 AND corrected_by IS NULL \
             AND withdrawn_at IS NULL",
        ).bind(granted.record().0).bind(old.0).bind(entry.id.0).execute(c).await.map(|done| done.rows_affected()))?;
        if corrected == 0 {
            return Err(Error::Conflict);
        }
    }
    on_db!(tx, c => sqlx::query(
        "INSERT INTO dose_entry (record, id, medicine, slot_day, slot_number, kind, happened_at, about_at, amounts, \
         reason, words, beyond, account, author, noted_at, corrects, arrived_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
    )
    .bind(granted.record().0)
    .bind(entry.id.0)
    .bind(entry.medicine.0)
    .bind(entry.slot.map(|slot| String::from(slot.day)))
    .bind(entry.slot.map(|slot| i64::from(slot.number)))
    .bind(entry.what.kind().code())
    .bind(at.0)
    .bind(about.unwrap_or(at).0)
    .bind(amounts)
    .bind(reason)
    .bind(typed)
    .bind(beyond.map(Beyond::code))
    .bind(account.0)
    .bind(author_code(granted.reader()))
    .bind(now.0)
    .bind(corrects.map(|id| id.0))
    .bind(when.came_later().map(|at| at.0))
    .execute(c)
    .await
    .map(|_| ()))?;
    if entry.what.kind() == Kind::Later {
        remind::plan_next(tx, granted.record(), when.arrived).await?;
    }
    audit::store::change(tx, granted, "account", None, when.arrived).await?;
    find_entry(tx, granted, entry.id).await?.ok_or(Error::NotFound)
}

/// Takes back what was noted a moment ago. Taking it back again is once.
///
/// # Errors
/// [`Error::NotFound`] when there is no such entry of theirs; [`Error::Conflict`] when it is too late, or
/// the care team was told of it: then it is corrected.
pub async fn undo(tx: &mut Tx, granted: &Granted<Write, Medicines>, id: EntryId, said: impl Into<Said>) -> Result<()> {
    let said = said.into();
    let kept = find_kept(tx, granted, id).await?.ok_or(Error::NotFound)?;
    held(tx, granted, kept.entry.medicine).await?;
    if granted.account() != Some(kept.entry.account) {
        return Err(Error::NotFound);
    }
    if !kept.holds {
        return Ok(());
    }
    if said.seconds_since(kept.entry.noted_at, kept.entry.arrived_at) > UNDONE_SECONDS + UNDONE_GRACE_SECONDS
        || kept.entry.beyond.is_some()
    {
        return Err(Error::Conflict);
    }
    on_db!(tx, c => sqlx::query("UPDATE dose_entry SET withdrawn_at = $3 WHERE record = $1 AND id = $2")
        .bind(granted.record().0).bind(id.0).bind(said.arrived.0).execute(c).await.map(|_| ()))?;
    // What it had corrected holds again.
    on_db!(tx, c => sqlx::query("UPDATE dose_entry SET corrected_by = NULL WHERE record = $1 AND corrected_by = $2")
        .bind(granted.record().0).bind(id.0).execute(c).await.map(|_| ()))?;
    audit::store::change(tx, granted, "account", None, said.arrived).await
}

/// Says anew what was said of a dose; both are kept. The same again has the effect of once. Where it is more than
/// planned, and than what it takes the place of, it is asked about first, as [`record_entry`] does; said to be so
/// (`truly`), it is recorded as it was, and the care team is told.
///
/// # Errors
/// As [`record_entry`]; [`Error::Conflict`] when `of` was corrected or taken back already.
pub async fn correct_entry(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    (id, of, truly): (EntryId, EntryId, bool),
    what: What,
    site: &Site,
    now: Instant,
) -> Result<Recorded> {
    let account = granted.account().ok_or(Error::NotFound)?;
    let old = find_kept(tx, granted, of).await?.ok_or(Error::NotFound)?.entry;
    let medicine = held(tx, granted, old.medicine).await?;
    let what = match (what, &old.what) {
        // As much as was noted, where nothing else is said.
        (What::Taken { at, amounts }, What::Taken { amounts: before, .. }) if amounts.is_empty() => {
            What::Taken { at, amounts: before.clone() }
        }
        (what, _) => what,
    };
    let new = NewEntry { id, medicine: old.medicine, slot: old.slot, what, truly };
    if let Some(known) = find_kept(tx, granted, id).await? {
        let same =
            known.entry.account == account && known.entry.corrects == Some(of) && is_same(&known.entry, &new, now);
        return if same { Ok(Recorded::Saved(Box::new(known.entry))) } else { Err(Error::Conflict) };
    }
    // What was said of a dose can be corrected whatever became of its plan.
    let known: i64 = on_db!(tx, c => sqlx::query_scalar("SELECT about_at FROM dose_entry WHERE record = $1 AND id = $2")
        .bind(granted.record().0).bind(of.0).fetch_one(c).await)?;
    let (new, about) = checked(tx, granted, &medicine, new, Some(Instant(known)), now).await?;
    let (beyond, question) = beyond_anew(tx, granted, &medicine, &new, of).await?.unzip();
    let was_told = old.beyond.is_some() || beyond == Some(Beyond::Twice);
    let known = old.taken_at().is_some() && was_told && taken_of(&new.what) <= taken_of(&old.what);
    if let Some(question) = question.filter(|_| !known && !new.truly) {
        return Ok(Recorded::Asked(Box::new(question)));
    }
    let entry = put(tx, granted, New { entry: new, about, beyond, corrects: Some(of), account }, now.into()).await?;
    if !known {
        tell_team(tx, granted, medicine, &entry, site, now).await?;
    }
    Ok(Recorded::Saved(Box::new(entry)))
}

/// In which way what takes the place of an entry is more than planned, and what is asked about it.
async fn beyond_anew(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    medicine: &Medicine,
    new: &NewEntry,
    old: EntryId,
) -> Result<Option<(Beyond, Question)>> {
    let What::Taken { at, amounts } = &new.what else { return Ok(None) };
    let of_dose = match new.slot {
        Some(slot) => list_of_dose(tx, granted, new.medicine, slot).await?,
        None => Vec::new(),
    };
    let mut taken = of_dose.into_iter().filter(|entry| entry.id != old && entry.what.kind() == Kind::Taken);
    if let Some(other) = taken.next() {
        return Ok(Some((Beyond::Twice, Question::Already(other))));
    }
    too_much(tx, granted, medicine, *at, amounts, Some(old)).await
}

/// How much was taken, in thousandths.
fn taken_of(what: &What) -> u64 {
    if let What::Taken { amounts, .. } = what { sum(amounts) } else { 0 }
}
