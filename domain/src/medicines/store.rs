//! Storing the list of medicines: what stands on it and what each is, until its person takes it no more.

use uuid::Uuid;

use super::{
    plan::{Dose, Pause, PausedBy, Plan},
    remind,
    weekly_store::check_name,
    word::{Stop, Word, stops},
    word_store::{heed, list_words},
};
use crate::{
    Error, FieldCode, Result,
    access::{Granted, Medicines, Permission, Write},
    audit,
    db::{Tx, on_db},
    id::{AccountId, ItemId, MedicineId, RecordId},
    own_words::plain,
    time::Instant,
};

/// A name may be so long.
pub const NAME: usize = 120;
/// What it is for, and why it ended, may be so long.
pub const PURPOSE: usize = 300;
/// Medicines that one record may have, also those that ended.
const MOST: i64 = 300;

/// A medicine on someone's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medicine {
    pub id: MedicineId,
    pub name: String,
    /// What it is for; empty when nobody said.
    pub purpose: String,
    /// What of the record it came from, the newest first; nothing for a medicine of the person's own.
    pub items: Vec<ItemId>,
    /// The plan that holds, confirmed by the person.
    pub plan: Option<Plan>,
    /// Of the plan; 0: none has held yet.
    pub version: i64,
    /// When the person confirmed a plan for the first time.
    pub confirmed_at: Option<Instant>,
    pub set_by: Option<SetBy>,
    /// A plan that waits for the person to confirm it, and since when.
    pub proposed: Option<(Plan, Instant)>,
    pub created_at: Instant,
    pub ended_at: Option<Instant>,
    pub ended_why: String,
    /// What the record says of it by now; nothing where it is to be taken, or is the person's own.
    pub word: Option<Word>,
    /// When the record said that nothing of it is to be taken, the oldest first.
    pub stops: Vec<Stop>,
}

impl Medicine {
    /// Not prescribed: the person put it on the list.
    pub const fn is_own(&self) -> bool {
        self.items.is_empty()
    }

    /// Whether the record says that nothing of it is to be taken.
    pub fn is_stopped(&self) -> bool {
        self.word.as_ref().is_some_and(|word| word.says.holds())
    }

    /// Whether nothing of it is to be taken at a moment, by whose word ever.
    pub fn is_held(&self, now: Instant) -> bool {
        self.is_stopped() || self.paused(now).is_some()
    }

    /// Whether a dose that has no answer is asked of nobody at a moment: nothing is to be taken then, or the record
    /// said so while it could be answered.
    pub fn holds_dose(&self, dose: &Dose, now: Instant) -> bool {
        self.is_held(now) || self.stops.iter().any(|stop| stop.cuts(dose))
    }

    /// The pause that holds at a moment.
    pub fn paused(&self, now: Instant) -> Option<&Pause> {
        let pauses = self.plan.iter().flat_map(|plan| &plan.pauses);
        // A hold by the team says more than a pause of the person's own.
        pauses.filter(|pause| pause.holds(now)).max_by_key(|pause| (pause.by == PausedBy::Team, pause.from))
    }
}

/// Who set a plan, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetBy {
    pub account: Option<AccountId>,
    /// Their sign-in name, when they have one.
    pub name: Option<String>,
    pub by_team: bool,
    pub at: Instant,
}

/// A medicine to put on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMedicine {
    /// Made by the form, so that sending it twice has the effect of once.
    pub id: MedicineId,
    pub name: String,
    pub purpose: String,
    pub items: Vec<ItemId>,
}

const COLUMNS: &str = "medicine.id, medicine.name, medicine.purpose, medicine.items, medicine.plan, medicine.version, \
     medicine.confirmed_at, medicine.account, account.name AS set_name, medicine.by_team, medicine.set_at, \
     medicine.proposed, medicine.proposed_at, medicine.created_at, medicine.ended_at, medicine.ended_why";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    purpose: String,
    items: String,
    plan: Option<String>,
    version: i64,
    confirmed_at: Option<i64>,
    account: Option<Uuid>,
    set_name: Option<String>,
    by_team: i64,
    set_at: Option<i64>,
    proposed: Option<String>,
    proposed_at: Option<i64>,
    created_at: i64,
    ended_at: Option<i64>,
    ended_why: String,
}

pub(super) fn plan_of(body: &str) -> Result<Plan> {
    serde_json::from_str(body).map_err(Error::internal)
}

pub(super) fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

fn medicine(row: Row) -> Result<Medicine> {
    let set_by = row.set_at.map(|at| SetBy {
        account: row.account.map(AccountId),
        name: row.set_name,
        by_team: row.by_team != 0,
        at: Instant(at),
    });
    let proposed = row.proposed.as_deref().map(plan_of).transpose()?;
    Ok(Medicine {
        id: MedicineId(row.id),
        name: row.name,
        purpose: row.purpose,
        items: serde_json::from_str(&row.items).map_err(Error::internal)?,
        plan: row.plan.as_deref().map(plan_of).transpose()?,
        version: row.version,
        confirmed_at: row.confirmed_at.map(Instant),
        set_by,
        proposed: proposed.zip(row.proposed_at.map(Instant)),
        created_at: Instant(row.created_at),
        ended_at: row.ended_at.map(Instant),
        ended_why: row.ended_why,
        word: None,
        stops: Vec::new(),
    })
}

/// With what the record says of each, and said.
async fn with_words(tx: &mut Tx, record: RecordId, rows: Vec<Row>) -> Result<Vec<Medicine>> {
    let mut medicines: Vec<Medicine> = rows.into_iter().map(medicine).collect::<Result<_>>()?;
    let of: Vec<_> = medicines.iter().map(|one| (one.id, one.name.as_str(), one.items.as_slice())).collect();
    let words = list_words(tx, record, &of).await?;
    for (medicine, mut words) in medicines.iter_mut().zip(words) {
        medicine.stops = stops(&words);
        medicine.word = words.pop().and_then(|(_, word)| word);
    }
    Ok(medicines)
}

/// All medicines of a record, also those that ended, in the order in which they came.
pub async fn list_medicines<P: Permission>(tx: &mut Tx, granted: &Granted<P, Medicines>) -> Result<Vec<Medicine>> {
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM medicine LEFT JOIN account ON account.id = medicine.account \
         WHERE medicine.record = $1 ORDER BY medicine.created_at, medicine.id",
    ))).bind(granted.record().0).fetch_all(c).await)?;
    with_words(tx, granted.record(), rows).await
}

/// A medicine, when the record has it.
pub async fn find_medicine<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    id: MedicineId,
) -> Result<Option<Medicine>> {
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM medicine LEFT JOIN account ON account.id = medicine.account \
         WHERE medicine.record = $1 AND medicine.id = $2",
    ))).bind(granted.record().0).bind(id.0).fetch_optional(c).await)?;
    Ok(with_words(tx, granted.record(), row.into_iter().collect()).await?.pop())
}

/// # Errors
/// [`Error::NotFound`] when the record has no such medicine.
pub async fn get_medicine<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    id: MedicineId,
) -> Result<Medicine> {
    find_medicine(tx, granted, id).await?.ok_or(Error::NotFound)
}

/// Puts a medicine on the list. The same again has the effect of once.
///
/// # Errors
/// [`Error::Invalid`] names `name` or `purpose`; [`Error::Conflict`] when the id came with another medicine.
pub async fn create_medicine(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    new: NewMedicine,
    now: Instant,
) -> Result<()> {
    let (name, purpose) = (words(&new.name, "name", NAME)?, words(&new.purpose, "purpose", PURPOSE)?);
    if name.is_empty() {
        return Err(Error::field("name", FieldCode::Missing));
    }
    let known: i64 = on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM medicine WHERE record = $1")
        .bind(granted.record().0).fetch_one(c).await)?;
    if known >= MOST {
        return Err(Error::field("name", FieldCode::TooMany));
    }
    let written = on_db!(tx, c => sqlx::query(
        "INSERT INTO medicine (record, id, name, purpose, items, version, by_team, created_at, ended_why) \
         VALUES ($1, $2, $3, $4, $5, 0, 0, $6, '') ON CONFLICT DO NOTHING",
    )
    .bind(granted.record().0)
    .bind(new.id.0)
    .bind(&name)
    .bind(&purpose)
    .bind(json(&new.items)?)
    .bind(now.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if written == 0 {
        let known = find_medicine(tx, granted, new.id).await?.ok_or(Error::Conflict)?;
        let same = known.name == name && known.purpose == purpose && known.items == new.items;
        return if same { Ok(()) } else { Err(Error::Conflict) };
    }
    heed(tx, granted.record(), now).await?;
    audit::store::change(tx, granted, "account", None, now).await
}

/// Says anew how a medicine is called and what it is for. What came from the record keeps its name.
///
/// # Errors
/// [`Error::Invalid`] names `name` or `purpose`; `name: Contradiction` when its plan is none for methotrexate, as it
/// is called now, `name: NotAChoice` when what was planned as methotrexate would not be called so any more.
pub async fn describe(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    id: MedicineId,
    (name, purpose): (&str, &str),
    now: Instant,
) -> Result<()> {
    let known = held(tx, granted, id).await?;
    let (name, purpose) = (words(name, "name", NAME)?, words(purpose, "purpose", PURPOSE)?);
    let name = if known.is_own() { name } else { known.name.clone() };
    if name.is_empty() {
        return Err(Error::field("name", FieldCode::Missing));
    }
    check_name(tx, granted, &known, &name, now).await?;
    on_db!(tx, c => sqlx::query("UPDATE medicine SET name = $3, purpose = $4 WHERE record = $1 AND id = $2")
        .bind(granted.record().0).bind(id.0).bind(name).bind(purpose).execute(c).await.map(|_| ()))?;
    audit::store::change(tx, granted, "account", None, now).await
}

/// The person does not take a medicine any more. It stays below on the list, with why.
///
/// # Errors
/// [`Error::Invalid`] names `why`.
pub async fn end_medicine(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    id: MedicineId,
    why: &str,
    now: Instant,
) -> Result<()> {
    let why = words(why, "why", PURPOSE)?;
    if held(tx, granted, id).await?.ended_at.is_some() {
        return Ok(());
    }
    // What was proposed before was about a medicine that is taken: confirming it must not begin it again.
    on_db!(tx, c => sqlx::query(
        "UPDATE medicine SET ended_at = $3, ended_why = $4, proposed = NULL, proposed_at = NULL \
         WHERE record = $1 AND id = $2",
    ).bind(granted.record().0).bind(id.0).bind(now.0).bind(why).execute(c).await.map(|_| ()))?;
    remind::plan_next(tx, granted.record(), now).await?;
    audit::store::change(tx, granted, "account", None, now).await
}

/// A medicine, held until the end of the transaction: who else would change it, or note a dose of it, waits.
pub(super) async fn held<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    id: MedicineId,
) -> Result<Medicine> {
    on_db!(tx, c => sqlx::query("UPDATE medicine SET version = version WHERE record = $1 AND id = $2")
        .bind(granted.record().0).bind(id.0).execute(c).await.map(|_| ()))?;
    get_medicine(tx, granted, id).await
}

/// Words of someone's own, without signs that nobody sees.
pub(super) fn words(typed: &str, field: &'static str, most: usize) -> Result<String> {
    let text = plain(typed);
    if text.chars().count() > most { Err(Error::field(field, FieldCode::TooLong)) } else { Ok(text) }
}
