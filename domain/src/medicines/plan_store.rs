//! How plans come to hold. A plan is proposed, read back, and holds once its person confirmed it; every plan that ever
//! held is kept.

use uuid::Uuid;

use super::{
    entry::Kind,
    entry_store::list_entries,
    life_store::get_life,
    moved::{self, Begin},
    plan::{Dose, Pause, PausedBy, Plan, Wrong, WrongPlan},
    remind,
    schedule::Life,
    store::{Medicine, PURPOSE, SetBy, held, json, plan_of, words},
    weekly_store::{ask_called, is_apart},
};
use crate::{
    Error, Field, FieldCode, Result,
    access::{Granted, Medicines, Permission, Reader, Write},
    audit,
    db::{Tx, on_db},
    id::{AccountId, MedicineId},
    time::Instant,
};

/// A plan that once held, or holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanVersion {
    pub version: i64,
    pub plan: Plan,
    pub set_by: SetBy,
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

/// Whether a plan can be followed, and is none that its medicine must not have.
async fn check<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: &Medicine,
    plan: &Plan,
) -> Result<()> {
    ask_called(tx, granted, medicine, |called| plan.check(called)).await?.map_err(|all| refused(&all))
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
