//! Storing medicines and their plans. A plan is proposed, read back, and holds once its person confirmed it;
//! every plan that ever held is kept.

use jiff::tz::TimeZone;
use uuid::Uuid;

use super::{
    entry::Kind,
    entry_store::list_entries,
    moved::{self, Begin},
    plan::{Dose, Moments, Pause, PausedBy, Plan, Wrong, WrongPlan},
    remind,
    schedule::Life,
    weekly::{Called, is_weekly},
    weekly_store::{check_name, is_apart},
    word::{Stop, Word, stops},
    word_store::{heed, list_words},
};
use crate::{
    Error, Field, FieldCode, Result,
    access::{AccountRole, Granted, Medicines, Permission, Reader, Write},
    audit,
    db::{Tx, on_db},
    id::{AccountId, ItemId, MedicineId, RecordId},
    own_words::plain,
    results::{Coding, Item},
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

/// A plan that once held, or holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanVersion {
    pub version: i64,
    pub plan: Plan,
    pub set_by: SetBy,
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

fn plan_of(body: &str) -> Result<Plan> {
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

/// The plans that a medicine ever had, the newest first.
pub async fn list_plans<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    id: MedicineId,
) -> Result<Vec<PlanVersion>> {
    type Row = (i64, String, Option<Uuid>, Option<String>, i64, i64);
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT medicine_plan.version, medicine_plan.plan, medicine_plan.account, account.name, medicine_plan.by_team, \
         medicine_plan.set_at FROM medicine_plan LEFT JOIN account ON account.id = medicine_plan.account \
         WHERE medicine_plan.record = $1 AND medicine_plan.medicine = $2 ORDER BY medicine_plan.version DESC",
    ).bind(granted.record().0).bind(id.0).fetch_all(c).await)?;
    let version = |(version, plan, account, name, by_team, at): Row| {
        let set_by = SetBy { account: account.map(AccountId), name, by_team: by_team != 0, at: Instant(at) };
        Ok(PlanVersion { version, plan: plan_of(&plan)?, set_by })
    };
    rows.into_iter().map(version).collect()
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

/// The person proposes a plan, made from the version `from`. It holds once they confirmed what they read back.
///
/// # Errors
/// [`Error::Conflict`] when another plan has held since `from`; [`Error::Invalid`] names the places in the plan
/// that are wrong; methotrexate by mouth can be planned once a week only, and `from: Contradiction` says that a dose
/// of it would come less than a week from another one.
pub async fn propose_plan(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    id: MedicineId,
    plan: &Plan,
    from: i64,
    now: Instant,
) -> Result<()> {
    let known = held(tx, granted, id).await?;
    if known.version != from {
        return Err(Error::Conflict);
    }
    check(tx, granted, &known, plan).await?;
    let life = get_life(tx, granted).await?;
    // Where a dose of today was taken at its old time, it may be sound from tomorrow on.
    let sound = is_apart(tx, granted, &known, plan, &life, now).await?
        || (!list_moved(tx, granted, &known, plan, &life, now).await?.is_empty()
            && plan_from_tomorrow(tx, granted, &known, plan, &life, now).await?.is_some());
    if !sound {
        return Err(Error::field("from", FieldCode::Contradiction));
    }
    on_db!(tx, c => sqlx::query("UPDATE medicine SET proposed = $3, proposed_at = $4 WHERE record = $1 AND id = $2")
        .bind(granted.record().0).bind(id.0).bind(json(plan)?).bind(now.0).execute(c).await.map(|_| ()))?;
    audit::store::change(tx, granted, "account", None, now).await
}

/// The titles and codes of what a medicine came from in the record: someone may call it as they like.
async fn called<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    items: &[ItemId],
) -> Result<(Vec<String>, Vec<Coding>)> {
    let (mut titles, mut codes) = (Vec::new(), Vec::new());
    for id in items {
        let bodies: Vec<String> = on_db!(tx, c => sqlx::query_scalar("SELECT body FROM item WHERE record = $1 AND id = $2")
            .bind(granted.record().0).bind(id.0).fetch_all(c).await)?;
        for body in bodies {
            let item: Item = serde_json::from_str(&body).map_err(Error::internal)?;
            titles.push(item.title);
            codes.extend(item.codes);
        }
    }
    Ok((titles, codes))
}

/// Whether a plan can be followed, and is none that its medicine must not have.
async fn check<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: &Medicine,
    plan: &Plan,
) -> Result<()> {
    let (titles, codes) = called(tx, granted, &medicine.items).await?;
    let names: Vec<&str> = titles.iter().map(String::as_str).chain([medicine.name.as_str()]).collect();
    plan.check(&Called { names: &names, codes: &codes }).map_err(|all| refused(&all))
}

/// Whether a medicine is methotrexate, by its name, or by what it is called and coded with in the record.
pub async fn is_once_a_week<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: &Medicine,
) -> Result<bool> {
    let (titles, codes) = called(tx, granted, &medicine.items).await?;
    let names: Vec<&str> = titles.iter().map(String::as_str).chain([medicine.name.as_str()]).collect();
    Ok(is_weekly(&Called { names: &names, codes: &codes }))
}

/// What is wrong with a plan, as fields: the place in the plan, and why.
pub(super) fn refused(all: &[Wrong]) -> Error {
    let field = |wrong: &Wrong| {
        let code = match wrong.why {
            WrongPlan::Missing => FieldCode::Missing,
            WrongPlan::OutOfRange | WrongPlan::OutOfOrder => FieldCode::OutOfRange,
            WrongPlan::Twice => FieldCode::TooMany,
            WrongPlan::OnlyWeekly => FieldCode::Contradiction,
        };
        Field { name: wrong.place.clone(), code }
    };
    Error::Invalid(all.iter().map(field).collect())
}

/// The person confirms the plan that was proposed at a moment, as [`confirm_plan_from`] does.
///
/// # Errors
/// As there.
pub async fn confirm_plan(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    id: MedicineId,
    proposed_at: Instant,
    now: Instant,
) -> Result<()> {
    confirm_plan_from(tx, granted, id, (proposed_at, None), now).await
}

/// The doses of today that were answered and that a plan has at another time.
pub async fn list_moved<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: &Medicine,
    plan: &Plan,
    life: &Life,
    now: Instant,
) -> Result<Vec<Dose>> {
    let Some(old) = medicine.plan.as_ref().filter(|_| medicine.ended_at.is_none()) else { return Ok(Vec::new()) };
    let today = life.day(now);
    // A dose whose time was moved before keeps its entries: they may lie a day beside.
    let answered = list_entries(tx, granted, (now.plus_days(-2), now.plus_days(2))).await?;
    let answered = answered.iter().filter(|entry| entry.medicine == medicine.id && entry.what.kind() != Kind::Later);
    Ok(moved::moved(old, plan, life, &answered.filter_map(|entry| entry.slot).collect(), today))
}

/// Whether a plan may hold from now on.
pub async fn may_hold<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: &Medicine,
    plan: &Plan,
    life: &Life,
    now: Instant,
) -> Result<bool> {
    match check(tx, granted, medicine, plan).await {
        Err(Error::Invalid(_)) => Ok(false),
        Err(other) => Err(other),
        Ok(()) => is_apart(tx, granted, medicine, plan, life, now).await,
    }
}

/// A plan as it holds when today stays as it was; none where nobody could follow it so.
pub async fn plan_from_tomorrow<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: &Medicine,
    plan: &Plan,
    life: &Life,
    now: Instant,
) -> Result<Option<Plan>> {
    let Some(old) = &medicine.plan else { return Ok(None) };
    let later = moved::from_tomorrow(old, plan, life, life.day(now));
    let sound = may_hold(tx, granted, medicine, &later, life, now).await?;
    Ok(sound.then_some(later))
}

/// The person confirms the plan that was proposed at a moment: it holds now. Confirming it again is once. Where it
/// would ask a second time for a dose of today that was answered, they say when it begins.
///
/// # Errors
/// [`Error::Conflict`] when another one was proposed meanwhile, or anything about the one that holds was changed;
/// `begin: Missing` when they have to say when it begins, `begin: NotAChoice` when it can't begin then, and
/// `from: Contradiction` when by now a dose of methotrexate would come less than a week from another one.
pub async fn confirm_plan_from(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    id: MedicineId,
    (proposed_at, begin): (Instant, Option<Begin>),
    now: Instant,
) -> Result<()> {
    let known = held(tx, granted, id).await?;
    match known.proposed {
        Some((ref plan, at)) if at == proposed_at => {
            let life = get_life(tx, granted).await?;
            let moved = list_moved(tx, granted, &known, plan, &life, now).await?;
            let mut plan = match begin {
                None if !moved.is_empty() => return Err(Error::field("begin", FieldCode::Missing)),
                Some(Begin::Tomorrow) if !moved.is_empty() => {
                    let later = plan_from_tomorrow(tx, granted, &known, plan, &life, now).await?;
                    later.ok_or_else(|| Error::field("begin", FieldCode::NotAChoice))?
                }
                _ if may_hold(tx, granted, &known, plan, &life, now).await? => plan.clone(),
                Some(_) if !moved.is_empty() => return Err(Error::field("begin", FieldCode::NotAChoice)),
                _ => return Err(Error::field("from", FieldCode::Contradiction)),
            };
            // What was not taken meanwhile is not asked for afterwards.
            plan.pauses.extend(known.ended_at.map(|ended| Pause {
                from: ended,
                until: Some(now),
                by: PausedBy::Person,
                why: known.ended_why.clone(),
            }));
            put_plan(tx, granted, id, &plan, known.version, now).await?;
            // Which one it was is kept: confirming it again is once.
            on_db!(tx, c => sqlx::query(
                "UPDATE medicine SET proposed_at = $4, confirmed_at = COALESCE(confirmed_at, $3), ended_at = NULL, \
                 ended_why = '' WHERE record = $1 AND id = $2",
            ).bind(granted.record().0).bind(id.0).bind(now.0).bind(proposed_at.0).execute(c).await.map(|_| ()))?;
            remind::plan_next(tx, granted.record(), now).await?;
            audit::store::change(tx, granted, "account", None, now).await
        }
        None if known.proposed_at_is(tx, granted, proposed_at).await? => Ok(()),
        _ => Err(Error::Conflict),
    }
}

impl Medicine {
    /// Whether the last plan that was proposed, and is confirmed by now, is this one.
    async fn proposed_at_is<P: Permission>(
        &self,
        tx: &mut Tx,
        granted: &Granted<P, Medicines>,
        at: Instant,
    ) -> Result<bool> {
        let last: Option<i64> = on_db!(tx, c => sqlx::query_scalar(
            "SELECT proposed_at FROM medicine WHERE record = $1 AND id = $2",
        ).bind(granted.record().0).bind(self.id.0).fetch_one(c).await)?;
        Ok(last == Some(at.0) && self.set_by.as_ref().is_some_and(|set| set.at >= at))
    }
}

/// The person takes a break of a medicine, from now on.
///
/// # Errors
/// [`Error::Conflict`] when it has no plan that holds; [`Error::Invalid`] names `why`.
pub async fn pause(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    id: MedicineId,
    why: &str,
    now: Instant,
) -> Result<()> {
    let why = words(why, "why", PURPOSE)?;
    let known = held(tx, granted, id).await?;
    let mut plan = known.plan.clone().ok_or(Error::Conflict)?;
    if known.paused(now).is_some_and(|pause| pause.by == PausedBy::Person) {
        return Ok(());
    }
    plan.pauses.push(Pause { from: now, until: None, by: PausedBy::Person, why });
    put_plan(tx, granted, id, &plan, known.version, now).await?;
    remind::plan_next(tx, granted.record(), now).await?;
    audit::store::change(tx, granted, "account", None, now).await
}

/// The person goes on after a break of their own. What the care team holds stays held.
pub async fn resume(tx: &mut Tx, granted: &Granted<Write, Medicines>, id: MedicineId, now: Instant) -> Result<()> {
    let known = held(tx, granted, id).await?;
    let mut plan = known.plan.clone().ok_or(Error::Conflict)?;
    if end_pauses(&mut plan, PausedBy::Person, now) {
        put_plan(tx, granted, id, &plan, known.version, now).await?;
        remind::plan_next(tx, granted.record(), now).await?;
        audit::store::change(tx, granted, "account", None, now).await?;
    }
    Ok(())
}

/// Ends the pauses of someone that would go on; answers whether there were any.
pub(super) fn end_pauses(plan: &mut Plan, by: PausedBy, now: Instant) -> bool {
    let open = plan.pauses.iter_mut().filter(|pause| pause.by == by && pause.until.is_none_or(|until| until > now));
    open.map(|pause| pause.until = Some(now.max(pause.from))).count() > 0
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

/// A plan holds from now on, made from the version `from`. Who calls has the medicine [`held`].
///
/// A plan that waits to be confirmed was made from the version before: it goes, lest it undoes what nobody saw
/// who read it back.
///
/// # Errors
/// [`Error::Conflict`] when another one has held since.
pub(super) async fn put_plan<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    id: MedicineId,
    plan: &Plan,
    from: i64,
    now: Instant,
) -> Result<()> {
    let body = json(plan)?;
    let account = granted.account().map(|account| account.0);
    let by_team = i64::from(granted.reader() != Reader::Person);
    let changed = on_db!(tx, c => sqlx::query(
        "UPDATE medicine SET plan = $4, version = $3 + 1, account = $5, by_team = $6, set_at = $7, \
         proposed = NULL, proposed_at = NULL WHERE record = $1 AND id = $2 AND version = $3",
    )
    .bind(granted.record().0)
    .bind(id.0)
    .bind(from)
    .bind(&body)
    .bind(account)
    .bind(by_team)
    .bind(now.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    on_db!(tx, c => sqlx::query(
        "INSERT INTO medicine_plan (record, medicine, version, plan, account, by_team, set_at) \
         VALUES ($1, $2, $3 + 1, $4, $5, $6, $7)",
    )
    .bind(granted.record().0)
    .bind(id.0)
    .bind(from)
    .bind(&body)
    .bind(account)
    .bind(by_team)
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
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

/// When the moments of someone's day are, as they said or as they usually are.
pub async fn find_moments<P: Permission>(tx: &mut Tx, granted: &Granted<P, Medicines>) -> Result<Moments> {
    let kept: Option<String> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT moments FROM medicine_moments WHERE record = $1",
    ).bind(granted.record().0).fetch_optional(c).await)?;
    kept.map_or(Ok(Moments::default()), |body| serde_json::from_str(&body).map_err(Error::internal))
}

/// The person says when the moments of their day are.
///
/// # Errors
/// [`Error::Invalid`] names the moment that is not after the one before it.
pub async fn save_moments(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    moments: &Moments,
    now: Instant,
) -> Result<()> {
    // Who goes to bed after midnight may say so: only the meals have an order.
    for (field, earlier, later) in
        [("lunch", moments.breakfast, moments.lunch), ("dinner", moments.lunch, moments.dinner)]
    {
        if later <= earlier {
            return Err(Error::field(field, FieldCode::OutOfRange));
        }
    }
    on_db!(tx, c => sqlx::query(
        "INSERT INTO medicine_moments (record, moments, changed_at) VALUES ($1, $2, $3) \
         ON CONFLICT (record) DO UPDATE SET moments = excluded.moments, changed_at = excluded.changed_at",
    ).bind(granted.record().0).bind(json(moments)?).bind(now.0).execute(c).await.map(|_| ()))?;
    remind::plan_next(tx, granted.record(), now).await?;
    audit::store::change(tx, granted, "account", None, now).await
}

/// In which zone the person lives; the clinic's where nobody has come yet.
pub async fn find_zone<P: Permission>(tx: &mut Tx, granted: &Granted<P, Medicines>) -> Result<Option<String>> {
    Ok(on_db!(tx, c => sqlx::query_scalar("SELECT zone FROM account WHERE record = $1 AND role = $2")
        .bind(granted.record().0).bind(AccountRole::Patient.code()).fetch_optional(c).await)?)
}

/// The person's zone and moments, by which plans become doses.
pub async fn get_life<P: Permission>(tx: &mut Tx, granted: &Granted<P, Medicines>) -> Result<Life> {
    let zone = find_zone(tx, granted).await?.unwrap_or_else(|| "UTC".to_owned());
    let zone = TimeZone::get(&zone).map_err(Error::internal)?;
    Ok(Life { zone, moments: find_moments(tx, granted).await? })
}
