//! Asking for more of a medicine, and what the care team does about it. It waits in their worklist like
//! everything else; each step is one of their deeds there.

use uuid::Uuid;

use super::{
    refill::{State, Step, Taken},
    store::{held, words},
};
use crate::{
    Error, FieldCode, Result,
    access::{self, Act, Category, Granted, Medicines, Permission, View, Worklist, Write},
    audit,
    db::{Tx, broke, on_db},
    id::{AccountId, MedicineId, RefillId, WorkItemId},
    own_words::OwnWords,
    site::Site,
    time::Instant,
    worklist::{
        deed,
        item::{Body, Severity},
        item_store::{NewItem, open_item, state_for_person},
    },
};

/// Words that go with a wish may be so long.
pub const WORDS: usize = 500;

/// A wish for more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRefill {
    /// Made by the form, so that sending it twice asks once.
    pub id: RefillId,
    pub medicine: MedicineId,
    pub words: String,
}

/// A wish as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refill {
    pub id: RefillId,
    pub medicine: MedicineId,
    pub words: String,
    pub requested_at: Instant,
    pub state: State,
    /// When a named member of the team opened it.
    pub seen_at: Option<Instant>,
    /// By when someone of the team looks, and whether that is over without anyone having looked.
    pub promised: Option<(Instant, bool)>,
    /// What was done, oldest first.
    pub steps: Vec<Taken>,
}

/// Asks for more of a medicine that was prescribed. The same again has the effect of once.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such medicine; `medicine: NotAChoice` for what was not
/// prescribed, has no plan that the person confirmed, or is not taken any more; `medicine: Taken` when it was
/// asked for already; `words: TooLong`; [`Error::Conflict`] when the id came with another wish.
pub async fn request(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    new: &NewRefill,
    site: &Site,
    now: Instant,
) -> Result<()> {
    let account = granted.account().ok_or(Error::NotFound)?;
    let medicine = held(tx, granted, new.medicine).await?;
    let words = words(&new.words, "words", WORDS)?;
    if let Some(known) = find_row(tx, granted, new.id).await? {
        let same = known.medicine == new.medicine.0 && known.words == words;
        return if same { Ok(()) } else { Err(Error::Conflict) };
    }
    if medicine.is_own() || medicine.confirmed_at.is_none() || medicine.ended_at.is_some() {
        return Err(Error::field("medicine", FieldCode::NotAChoice));
    }
    let body = Body::Refill { refill: new.id, medicine: new.medicine, name: medicine.name, words: words.clone() };
    let worklist = access::act_by_itself::<Worklist>(tx, granted.record()).await?;
    let item = NewItem { body, severity: Severity::Low, subject: new.id.0 };
    let item = open_item(tx, &worklist, item, site, now).await?;
    on_db!(tx, c => sqlx::query(
        "INSERT INTO refill (record, id, medicine, words, account, requested_at, item, state) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(granted.record().0)
    .bind(new.id.0)
    .bind(new.medicine.0)
    .bind(words)
    .bind(account.0)
    .bind(now.0)
    .bind(item.0)
    .bind(State::Requested.code())
    .execute(c)
    .await
    .map(|_| ()))
    .map_err(|cause| already(&cause).unwrap_or_else(|| cause.into()))?;
    audit::store::deed(tx, granted, "refill", now).await
}

/// There is one open wish for a medicine. SQLite names the columns of the index, PostgreSQL the index.
fn already(cause: &sqlx::Error) -> Option<Error> {
    (broke(cause, "refill_open") || broke(cause, "refill_record, refill_medicine"))
        .then(|| Error::field("medicine", FieldCode::Taken))
}

/// The person does not need it any more: it leaves the worklist. Withdrawing it again changes nothing.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such wish; [`Error::Conflict`] when the team was faster.
pub async fn withdraw(tx: &mut Tx, granted: &Granted<Write, Medicines>, id: RefillId, now: Instant) -> Result<()> {
    let account = granted.account().ok_or(Error::NotFound)?;
    // The item first, as the team's steps do: both orders at once would wait for one another.
    let known = find_row(tx, granted, id).await?.ok_or(Error::NotFound)?;
    let worklist = access::act_by_itself::<Worklist>(tx, granted.record()).await?;
    deed::hold_item(tx, &worklist, WorkItemId(known.item)).await?;
    let known = find_row(tx, granted, id).await?.ok_or(Error::NotFound)?;
    match known.state()? {
        State::Withdrawn => return Ok(()),
        state if !state.may_be_withdrawn() => return Err(Error::Conflict),
        _ => {}
    }
    put(tx, granted, id, State::Withdrawn, None, account, now).await?;
    deed::close_by_person(tx, &worklist, WorkItemId(known.item), now).await?;
    audit::store::deed(tx, granted, "refill", now).await
}

/// A step of the care team, as a deed of theirs. Who calls has the item locked.
///
/// # Errors
/// [`Error::Conflict`] when it has come to where this step can't follow; `why: Missing` for a refusal without
/// words.
pub(crate) async fn take_step(
    tx: &mut Tx,
    granted: &Granted<Act, Worklist>,
    id: RefillId,
    step: Step,
    words: Option<&OwnWords>,
    now: Instant,
) -> Result<()> {
    let account = granted.account().ok_or(Error::NotFound)?;
    step.check(words)?;
    let known = find_row(tx, granted, id).await?.ok_or(Error::NotFound)?;
    if !known.state()?.may_become(step) {
        return Err(Error::Conflict);
    }
    put(tx, granted, id, step.state(), words, account, now).await
}

/// # Errors
/// [`Error::Conflict`] when the person withdrew it.
pub(crate) async fn check_goes_on(tx: &mut Tx, granted: &Granted<Act, Worklist>, id: RefillId) -> Result<()> {
    let known = find_row(tx, granted, id).await?.ok_or(Error::NotFound)?;
    if known.state()? == State::Withdrawn { Err(Error::Conflict) } else { Ok(()) }
}

/// Whether nothing more comes of it, unless the care team takes another step.
pub(crate) async fn has_ended(tx: &mut Tx, granted: &Granted<Act, Worklist>, id: RefillId) -> Result<bool> {
    Ok(find_row(tx, granted, id).await?.ok_or(Error::NotFound)?.state()?.is_end())
}

async fn put<P: Permission, C: Category>(
    tx: &mut Tx,
    granted: &Granted<P, C>,
    id: RefillId,
    state: State,
    words: Option<&OwnWords>,
    account: AccountId,
    now: Instant,
) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE refill SET state = $3, ended_at = $4 WHERE record = $1 AND id = $2")
        .bind(granted.record().0)
        .bind(id.0)
        .bind(state.code())
        .bind(state.is_end().then_some(now.0))
        .execute(c)
        .await
        .map(|_| ()))
    // It is open again, and another wish for the same is open as well.
    .map_err(|cause| already(&cause).map_or_else(|| cause.into(), |_| Error::Conflict))?;
    on_db!(tx, c => sqlx::query(
        "INSERT INTO refill_step (record, refill, number, state, words, account, at) \
         SELECT $1, $2, COUNT(*) + 1, $3, $4, $5, $6 FROM refill_step WHERE record = $1 AND refill = $2",
    )
    .bind(granted.record().0)
    .bind(id.0)
    .bind(state.code())
    .bind(words.map_or("", OwnWords::as_str))
    .bind(account.0)
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    medicine: Uuid,
    words: String,
    requested_at: i64,
    item: Uuid,
    state: String,
}

impl Row {
    fn state(&self) -> Result<State> {
        State::from_code(&self.state).ok_or_else(|| Error::internal("a wish for more in an unknown state"))
    }
}

async fn find_row<P: Permission, C: Category>(
    tx: &mut Tx,
    granted: &Granted<P, C>,
    id: RefillId,
) -> Result<Option<Row>> {
    Ok(on_db!(tx, c => sqlx::query_as(
        "SELECT id, medicine, words, requested_at, item, state FROM refill WHERE record = $1 AND id = $2",
    )
    .bind(granted.record().0)
    .bind(id.0)
    .fetch_optional(c)
    .await)?)
}

/// The wishes for a medicine, the newest first.
pub async fn list_refills(
    tx: &mut Tx,
    granted: &Granted<View, Medicines>,
    medicine: MedicineId,
    most: i64,
) -> Result<Vec<Refill>> {
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, medicine, words, requested_at, item, state FROM refill WHERE record = $1 AND medicine = $2 \
         ORDER BY requested_at DESC, id DESC LIMIT $3",
    )
    .bind(granted.record().0)
    .bind(medicine.0)
    .bind(most)
    .fetch_all(c)
    .await)?;
    let mut refills = Vec::new();
    for row in rows {
        let seen = state_for_person(tx, granted, row.id).await?;
        refills.push(Refill {
            id: RefillId(row.id),
            medicine,
            state: row.state()?,
            words: row.words,
            requested_at: Instant(row.requested_at),
            seen_at: seen.and_then(|seen| seen.seen_at),
            promised: seen.map(|seen| (seen.promised_at, seen.late)),
            steps: steps(tx, granted, RefillId(row.id)).await?,
        });
    }
    Ok(refills)
}

/// How far a wish has come, for the page of its item.
pub async fn find_state(tx: &mut Tx, granted: &Granted<View, Worklist>, id: RefillId) -> Result<Option<State>> {
    find_row(tx, granted, id).await?.map(|row| row.state()).transpose()
}

async fn steps<C: Category>(tx: &mut Tx, granted: &Granted<View, C>, id: RefillId) -> Result<Vec<Taken>> {
    let rows: Vec<(String, String, Option<String>, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT refill_step.state, refill_step.words, account.name, refill_step.at FROM refill_step \
         LEFT JOIN account ON account.id = refill_step.account \
         WHERE refill_step.record = $1 AND refill_step.refill = $2 ORDER BY refill_step.number",
    )
    .bind(granted.record().0)
    .bind(id.0)
    .fetch_all(c)
    .await)?;
    rows.into_iter()
        .map(|(state, words, by, at)| {
            let state = State::from_code(&state).ok_or_else(|| Error::internal("a step of an unknown state"))?;
            Ok(Taken { state, at: Instant(at), by, words })
        })
        .collect()
}
