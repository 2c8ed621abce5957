//! What the care team does about an item: take it, hand it over, give it back, note, decide, close.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    item::{Body, Decision},
    item_store::{Row, lock},
    mute,
    place::place,
    step_up,
};
use crate::{
    Error, Result,
    access::{AccountRole, Act, Granted, Worklist},
    audit,
    db::{Tx, broke, on_db},
    diary::report::Symptom,
    error::FieldCode,
    id::{AccountId, DeedId, NotAnId, RecordId, RefillId, WorkItemId},
    medicines::{refill::Step, refill_store},
    own_words::OwnWords,
    time::Instant,
};

/// Something that was done about an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Deed {
    Took,
    Released,
    /// To a colleague, or to oneself; `from` is who had it as far as was known, so that nobody hands over
    /// what has gone to a third one meanwhile.
    HandedOver {
        from: Option<AccountId>,
        to: AccountId,
    },
    Noted {
        text: OwnWords,
    },
    Decided {
        decision: Decision,
        text: Option<OwnWords>,
    },
    Closed,
    Reopened,
    Muted {
        symptom: Symptom,
        days: u8,
    },
    /// A step of a wish for more of a medicine; with the last one it is closed.
    Refilled {
        step: Step,
        text: Option<OwnWords>,
    },
}

impl Deed {
    /// # Errors
    /// `text: Missing` for a decision that needs words and has none.
    pub fn decided(decision: Decision, text: Option<OwnWords>) -> Result<Self> {
        if decision == Decision::NoAction && text.is_none() {
            return Err(Error::field("text", FieldCode::Missing));
        }
        Ok(Self::Decided { decision, text })
    }

    /// Also what the log says.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Took => "take",
            Self::Released => "give-back",
            Self::HandedOver { .. } => "hand-over",
            Self::Noted { .. } => "note",
            Self::Decided { .. } => "decide",
            Self::Closed => "close",
            Self::Reopened => "reopen",
            Self::Muted { .. } => "mute",
            Self::Refilled { .. } => "refill",
        }
    }
}

/// How far an item had come when somebody read it: what they decide is about that much, and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// How many deeds there were.
    pub deeds: usize,
    /// When the last of what it is about was sent.
    pub sent_at: Instant,
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}", self.deeds, self.sent_at.0)
    }
}

impl FromStr for Shown {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (deeds, sent_at) = text.split_once('~').ok_or(NotAnId)?;
        let sent_at = Instant(sent_at.parse().map_err(|_| NotAnId)?);
        Ok(Self { deeds: deeds.parse().map_err(|_| NotAnId)?, sent_at })
    }
}

/// How far an item has come.
pub(crate) async fn find_shown(tx: &mut Tx, item: WorkItemId) -> Result<Shown> {
    let (deeds, sent_at): (i64, i64) = on_db!(tx, c => sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM work_deed WHERE item = $1), \
         (SELECT COALESCE(MAX(sent_at), 0) FROM work_subject WHERE item = $1)",
    )
    .bind(item.0)
    .fetch_one(c)
    .await)?;
    Ok(Shown { deeds: usize::try_from(deeds).unwrap_or_default(), sent_at: Instant(sent_at) })
}

/// Does something about an item. The same id again has the effect of once. `shown` is what whoever decides or
/// closes has read; without it only what nobody has opened yet stands in the way.
///
/// Whoever decides or closes what nobody has takes it with that. What a colleague has can be handed over, also
/// to oneself, never decided or closed.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such item; [`Error::Conflict`] when someone else was faster or
/// has it, when it has gone on since it was `shown`, when it is closed (or, to reopen it, is not), and when the id came with other content;
/// `to: NotAChoice` for who is in no team of the person; `decision: Missing` for closing what is undecided; `decision: NotAChoice` for
/// deciding a wish for more, and for closing one that has not come to its end;
/// `symptom: NotAChoice` and `days: NotAChoice` for what can't be muted.
pub async fn act(
    tx: &mut Tx,
    granted: &Granted<Act, Worklist>,
    item: WorkItemId,
    id: DeedId,
    deed: &Deed,
    shown: Option<Shown>,
    now: Instant,
) -> Result<()> {
    let me = granted.account().ok_or(Error::NotFound)?;
    let row = lock(tx, granted, item).await?;
    if is_repeat(tx, granted, item, id, me, deed).await? {
        return Ok(());
    }
    if row.closed_at.is_some() != matches!(deed, Deed::Reopened) {
        return Err(Error::Conflict);
    }
    // What came after they opened it must not be decided or closed unread.
    if matches!(deed, Deed::Decided { .. } | Deed::Closed) {
        let stale = match shown {
            Some(shown) => shown != find_shown(tx, item).await?,
            None => is_unseen(tx, granted, item).await?,
        };
        if stale {
            return Err(Error::Conflict);
        }
    }
    let mine_or_free = row.holder().is_none_or(|holder| holder == me);
    match deed {
        Deed::Took if row.holder().is_some() => return Err(Error::Conflict),
        Deed::Took => hold(tx, item, Some(me), now).await?,
        Deed::Released if row.holder() != Some(me) => return Err(Error::Conflict),
        Deed::Released => {
            hold(tx, item, None, now).await?;
            // The promise holds for it again.
            let due = Instant(row.promised_at.max(now.0));
            step_up::plan(tx, granted.record(), item, row.step, row.version, due, now).await?;
        }
        Deed::HandedOver { from, to } => {
            if row.holder() != *from || from == &Some(*to) {
                return Err(Error::Conflict);
            }
            is_colleague(tx, granted, *to).await?;
            hold(tx, item, Some(*to), now).await?;
        }
        Deed::Noted { .. } => {}
        Deed::Decided { .. } | Deed::Closed | Deed::Refilled { .. } if !mine_or_free => return Err(Error::Conflict),
        // What comes of a wish for more is said by its steps alone, so that nobody reads two answers. One that was
        // opened again after its end can be closed as it ended.
        Deed::Decided { .. } | Deed::Closed if let Some(refill) = refill_of(&row)? => {
            if *deed != Deed::Closed || !refill_store::has_ended(tx, granted, refill).await? {
                return Err(Error::field("decision", FieldCode::NotAChoice));
            }
            take_free(tx, &row, me, now).await?;
            close(tx, item, Some(me), Some(now)).await?;
        }
        Deed::Refilled { step, text } => {
            let refill = refill_of(&row)?.ok_or(Error::Conflict)?;
            refill_store::take_step(tx, granted, refill, *step, text.as_ref(), now).await?;
            take_free(tx, &row, me, now).await?;
            if step.state().is_end() {
                close(tx, item, Some(me), Some(now)).await?;
            }
        }
        Deed::Decided { decision, .. } => {
            take_free(tx, &row, me, now).await?;
            decide(tx, item, *decision, now).await?;
        }
        Deed::Closed if row.decided.is_none() => return Err(Error::field("decision", FieldCode::Missing)),
        Deed::Closed => {
            take_free(tx, &row, me, now).await?;
            close(tx, item, Some(me), Some(now)).await?;
        }
        Deed::Reopened => {
            // What the person withdrew is theirs to ask for again.
            if let Some(refill) = refill_of(&row)? {
                refill_store::check_goes_on(tx, granted, refill).await?;
            }
            close(tx, item, None, None).await?;
            hold(tx, item, Some(me), now).await?;
        }
        Deed::Muted { symptom, days } => mute::mute(tx, granted, &row.body()?, symptom, *days, now).await?,
    }
    write(tx, granted, item, id, me, deed, now).await?;
    see(tx, granted, item, now).await?;
    place(tx, item).await?;
    audit::store::deed(tx, granted, deed.code(), now).await
}

/// The wish for more of a medicine that an item is about, if it is.
fn refill_of(row: &Row) -> Result<Option<RefillId>> {
    Ok(if let Body::Refill { refill, .. } = row.body()? { Some(refill) } else { None })
}

/// Holds an item until the end of the transaction: whoever would act on it waits.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such item.
pub(crate) async fn hold_item(tx: &mut Tx, granted: &Granted<Act, Worklist>, item: WorkItemId) -> Result<()> {
    lock(tx, granted, item).await.map(|_| ())
}

/// What waits is not needed any more, says the person: nobody has to do anything about it.
pub(crate) async fn close_by_person(
    tx: &mut Tx,
    granted: &Granted<Act, Worklist>,
    item: WorkItemId,
    now: Instant,
) -> Result<()> {
    close(tx, item, None, Some(now)).await?;
    place(tx, item).await?;
    audit::store::by_itself(tx, granted, "withdraw", now).await
}

/// A named member of the team has opened it: the person sees that, for all that was sent until then.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such item, and for who is nobody by name.
pub async fn mark_seen(tx: &mut Tx, granted: &Granted<Act, Worklist>, item: WorkItemId, now: Instant) -> Result<()> {
    granted.account().ok_or(Error::NotFound)?;
    lock(tx, granted, item).await?;
    if see(tx, granted, item, now).await? {
        audit::store::deed(tx, granted, "see", now).await?;
    }
    Ok(())
}

/// Whether something of it is still unseen, so that a page that is only read need not write.
pub async fn is_unseen(tx: &mut Tx, granted: &Granted<Act, Worklist>, item: WorkItemId) -> Result<bool> {
    let unseen: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM work_subject WHERE item = $1 AND record = $2 AND seen_at IS NULL",
    )
    .bind(item.0)
    .bind(granted.record().0)
    .fetch_one(c)
    .await)?;
    Ok(unseen > 0)
}

async fn see(tx: &mut Tx, granted: &Granted<Act, Worklist>, item: WorkItemId, now: Instant) -> Result<bool> {
    let newly = on_db!(tx, c => sqlx::query(
        "UPDATE work_subject SET seen_at = $3 WHERE item = $1 AND record = $2 AND seen_at IS NULL",
    )
    .bind(item.0)
    .bind(granted.record().0)
    .bind(now.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    on_db!(tx, c => sqlx::query("UPDATE work_item SET seen_at = $2 WHERE id = $1 AND seen_at IS NULL")
        .bind(item.0)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(newly > 0)
}

/// Whether this deed is written already.
async fn is_repeat(
    tx: &mut Tx,
    granted: &Granted<Act, Worklist>,
    item: WorkItemId,
    id: DeedId,
    me: AccountId,
    deed: &Deed,
) -> Result<bool> {
    let known: Option<(Uuid, Uuid, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT item, account, body FROM work_deed WHERE record = $1 AND id = $2",
    )
    .bind(granted.record().0)
    .bind(id.0)
    .fetch_optional(c)
    .await)?;
    let Some(known) = known else { return Ok(false) };
    if known == (item.0, me.0, json(deed)?) { Ok(true) } else { Err(Error::Conflict) }
}

async fn write(
    tx: &mut Tx,
    granted: &Granted<Act, Worklist>,
    item: WorkItemId,
    id: DeedId,
    me: AccountId,
    deed: &Deed,
    now: Instant,
) -> Result<()> {
    on_db!(tx, c => sqlx::query(
        "INSERT INTO work_deed (record, id, item, account, at, kind, body) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(granted.record().0)
    .bind(id.0)
    .bind(item.0)
    .bind(me.0)
    .bind(now.0)
    .bind(deed.code())
    .bind(json(deed)?)
    .execute(c)
    .await
    .map(|_| ()))?;
    on_db!(tx, c => sqlx::query("UPDATE work_item SET first_action_at = $2 WHERE id = $1 AND first_action_at IS NULL")
        .bind(item.0)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

async fn hold(tx: &mut Tx, item: WorkItemId, by: Option<AccountId>, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE work_item SET claimed_by = $2, claimed_at = $3 WHERE id = $1")
        .bind(item.0)
        .bind(by.map(|by| by.0))
        .bind(by.map(|_| now.0))
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// What someone has who may not act on it any more, since their account is closed or no team of theirs cares
/// for the person, is given back: else it would wait for nobody, and never step up.
pub(crate) async fn give_back_lost(tx: &mut Tx, now: Instant) -> Result<()> {
    let rows: Vec<(Uuid, Uuid, i64, i64, i64)> = on_db!(tx, c => sqlx::query_as(
        "UPDATE work_item SET claimed_by = NULL, claimed_at = NULL, version = version + 1 \
         WHERE closed_at IS NULL AND claimed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM account \
         JOIN account_team ON account_team.account = account.id JOIN record_team ON record_team.team = account_team.team \
         WHERE account.id = work_item.claimed_by AND account.disabled_at IS NULL \
         AND record_team.record = work_item.record) RETURNING id, record, step, version, promised_at",
    )
    .fetch_all(c)
    .await)?;
    for (id, record, step, version, promised_at) in rows {
        let item = WorkItemId(id);
        place(tx, item).await?;
        step_up::plan(tx, RecordId(record), item, step, version, Instant(promised_at.max(now.0)), now).await?;
    }
    Ok(())
}

async fn take_free(tx: &mut Tx, row: &Row, me: AccountId, now: Instant) -> Result<()> {
    if row.claimed_by.is_none() { hold(tx, WorkItemId(row.id), Some(me), now).await } else { Ok(()) }
}

async fn decide(tx: &mut Tx, item: WorkItemId, decision: Decision, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE work_item SET decided = $2, decided_at = $3 WHERE id = $1")
        .bind(item.0)
        .bind(decision.code())
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

async fn close(tx: &mut Tx, item: WorkItemId, by: Option<AccountId>, at: Option<Instant>) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE work_item SET closed_at = $2, closed_by = $3 WHERE id = $1")
        .bind(item.0)
        .bind(at.map(|at| at.0))
        .bind(by.map(|by| by.0))
        .execute(c)
        .await
        .map(|_| ()))
    // A newer one about the same is open.
    .map_err(|cause| if broke(&cause, "work_item_open") { Error::Conflict } else { cause.into() })
}

/// # Errors
/// `to: NotAChoice` for who is in no team that cares for the person.
async fn is_colleague(tx: &mut Tx, granted: &Granted<Act, Worklist>, to: AccountId) -> Result<()> {
    let known = list_colleagues(tx, granted).await?.iter().any(|colleague| colleague.account == to);
    if known { Ok(()) } else { Err(Error::field("to", FieldCode::NotAChoice)) }
}

/// A member of a team that cares for the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    pub account: AccountId,
    pub name: String,
}

/// Everyone who may have items of the person, by name, the caller among them.
pub async fn list_colleagues(tx: &mut Tx, granted: &Granted<Act, Worklist>) -> Result<Vec<Colleague>> {
    let rows: Vec<(Uuid, String, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT DISTINCT account.id, account.name, account.name_key FROM record_team \
         JOIN account_team ON account_team.team = record_team.team JOIN account ON account.id = account_team.account \
         WHERE record_team.record = $1 AND account.role = $2 AND account.disabled_at IS NULL \
         AND account.name IS NOT NULL ORDER BY account.name_key",
    )
    .bind(granted.record().0)
    .bind(AccountRole::CareTeam.code())
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(|(account, name, _)| Colleague { account: AccountId(account), name }).collect())
}

/// A deed as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    pub at: Instant,
    /// The name of who did it, when they have one.
    pub by: Option<String>,
    pub deed: Deed,
    /// The name of whom it was handed to.
    pub to: Option<String>,
}

/// What was done about an item, oldest first.
pub(super) async fn list_deeds(tx: &mut Tx, item: WorkItemId) -> Result<Vec<Done>> {
    let rows: Vec<(i64, Option<String>, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT work_deed.at, account.name, work_deed.body FROM work_deed \
         LEFT JOIN account ON account.id = work_deed.account WHERE work_deed.item = $1 ORDER BY work_deed.at, work_deed.id",
    )
    .bind(item.0)
    .fetch_all(c)
    .await)?;
    let mut done = Vec::new();
    for (at, by, body) in rows {
        let deed: Deed = serde_json::from_str(&body).map_err(Error::internal)?;
        let to = match &deed {
            Deed::HandedOver { to, .. } => find_name(tx, *to).await?,
            _ => None,
        };
        done.push(Done { at: Instant(at), by, deed, to });
    }
    Ok(done)
}

pub(super) async fn find_name(tx: &mut Tx, account: AccountId) -> Result<Option<String>> {
    let name: Option<Option<String>> = on_db!(tx, c => sqlx::query_scalar("SELECT name FROM account WHERE id = $1")
        .bind(account.0)
        .fetch_optional(c)
        .await)?;
    Ok(name.flatten())
}

fn json(deed: &Deed) -> Result<String> {
    serde_json::to_string(deed).map_err(Error::internal)
}
