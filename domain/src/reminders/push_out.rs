//! A push whose time has come: whether it still is to be sent, what it says, and what came of it.

use uuid::Uuid;

use super::{
    Notice, STALE_SECONDS, Wording,
    choice_store::find_wanted,
    doses::{Planned, find_names, is_overtaken},
    outgoing::Ended,
    push::Subscription,
    push_store,
    tap::{Subject, Tap, dose_of},
};
use crate::{
    Error, Result,
    access::AccountRole,
    db::{Tx, on_db},
    id::{AccountId, NoticeId, PushDeviceId, PushId},
    secret::Keys,
    time::Instant,
};

/// What to do with a push now.
#[derive(Debug)]
pub enum PushFate {
    Send(Box<OutgoingPush>),
    /// The person's quiet hours have begun meanwhile.
    Later(Instant),
    /// It isn't wanted any more, its device is gone, it comes too late, or nothing of what it is about is left.
    Drop,
}

/// A push as it leaves.
#[derive(Debug)]
pub struct OutgoingPush {
    pub push: PushId,
    pub device: PushDeviceId,
    pub to: Subscription,
    pub said: Pushed,
    pub wording: Wording,
    /// The language of the account; nothing when it has chosen none.
    pub language: Option<String>,
    /// What a tap on it may do; nothing for a test.
    pub tap: Option<Tap>,
}

/// What a push is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pushed {
    /// That pushes arrive.
    Test,
    Notice {
        id: NoticeId,
        notice: Notice,
        /// What plain wording adds; nothing where it is discreet.
        detail: Option<String>,
        /// The page that it leads to.
        url: Option<String>,
        /// When it should have left.
        at: Instant,
    },
}

#[derive(sqlx::FromRow)]
struct Row {
    outcome: Option<String>,
    handle: Option<Vec<u8>>,
    device: Uuid,
    sealed: Option<Vec<u8>>,
    account: Uuid,
    role: String,
    disabled_at: Option<i64>,
    deceased: Option<bool>,
    language: Option<String>,
    zone: String,
    notice: Option<Uuid>,
    template: Option<String>,
    detail: Option<String>,
    url: Option<String>,
    at: Option<i64>,
    created_at: Option<i64>,
    medicine: Option<Uuid>,
    slot_day: Option<String>,
    slot_number: Option<i64>,
    version: Option<i64>,
}

/// What to do with a push now.
pub async fn find_push_fate(tx: &mut Tx, keys: &Keys, push: PushId, now: Instant) -> Result<PushFate> {
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT push.outcome, push.handle, push_device.id AS device, push_device.sealed, account.id AS account, \
         account.role, account.disabled_at, record.deceased, account.language, account.zone, notice.id AS notice, notice.template, \
         notice.detail, notice.url, notice.at, notice.created_at, notice.medicine, notice.slot_day, notice.slot_number, \
         medicine.version \
         FROM push JOIN push_device ON push_device.id = push.device JOIN account ON account.id = push_device.account \
         LEFT JOIN record ON record.id = account.record LEFT JOIN notice ON notice.id = push.notice \
         LEFT JOIN medicine ON medicine.record = account.record AND medicine.id = notice.medicine WHERE push.id = $1",
    )
    .bind(push.0)
    .fetch_optional(c)
    .await)?;
    let Some(row) = row else { return Ok(PushFate::Drop) };
    let ended = Ended::is_over(row.outcome.as_deref());
    let closed = row.disabled_at.is_some() || row.deceased == Some(true);
    let Some(sealed) = row.sealed.filter(|_| !ended && !closed) else { return Ok(PushFate::Drop) };
    let to = push_store::open_device(keys, row.device, &sealed)?;
    let wanted = find_wanted(tx, AccountId(row.account)).await?;
    let (device, language) = (PushDeviceId(row.device), row.language);
    let (wording, patient) = (wanted.wording, row.role == AccountRole::Patient.code());
    let Some(((id, template), due)) = row.notice.map(NoticeId).zip(row.template).zip(row.at.map(Instant)) else {
        let outgoing = OutgoingPush { push, device, to, said: Pushed::Test, wording, language, tap: None };
        return Ok(PushFate::Send(Box::new(outgoing)));
    };
    let notice = Notice::from_code(&template).ok_or_else(|| Error::internal("a notice of an unknown kind"))?;
    if !wanted.channels(notice).push || (patient && now.seconds_since(due) > STALE_SECONDS) {
        return Ok(PushFate::Drop);
    }
    if patient {
        let at = wanted.after_quiet(notice, now, &row.zone);
        if at > now {
            return Ok(PushFate::Later(at));
        }
    }
    let mut detail = row.detail;
    if notice.is_of_doses() {
        let planned = Planned { notice, at: due, created_at: row.created_at.map_or(due, Instant) };
        detail = find_names(tx, AccountId(row.account), &[planned], now).await?;
        if detail.is_none() {
            return Ok(PushFate::Drop);
        }
    }
    let created_at = row.created_at.map_or(due, Instant);
    if is_overtaken(tx, AccountId(row.account), (notice, detail.as_deref()), created_at).await? {
        return Ok(PushFate::Drop);
    }
    let notice = notice.leaving(due, now);
    let dose = dose_of(row.medicine, row.slot_day, row.slot_number)?;
    let subject = Subject { push, device, notice: id, dose, plan: row.version };
    // What comes late must not be answered as if it came in time.
    let tap = row.handle.map(|handle| subject.tap(keys, &handle, notice == Notice::MedicineDue));
    let detail = detail.filter(|_| wording == Wording::Plain);
    let said = Pushed::Notice { id, notice, detail, url: row.url, at: due };
    Ok(PushFate::Send(Box::new(OutgoingPush { push, device, to, said, wording, language, tap })))
}

/// What the push service said of a push, and of its device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// It took it.
    Sent,
    /// There was no more reason to send it.
    Dropped,
    /// It doesn't know the device any more.
    Gone(String),
    /// It will never take this push.
    Refused(String),
}

/// Notes how a push ended, in the transaction that ends its job. A device that is gone is forgotten but for
/// its name, so that its person learns of it.
pub async fn end_push(tx: &mut Tx, push: PushId, came: &Came, now: Instant) -> Result<()> {
    let (ended, error) = match came {
        Came::Sent => (Ended::Sent, None),
        Came::Dropped => (Ended::Dropped, None),
        Came::Gone(code) | Came::Refused(code) => (Ended::Refused, Some(code.as_str())),
    };
    on_db!(tx, c => sqlx::query("UPDATE push SET outcome = $2, error = $3, ended_at = $4 WHERE id = $1")
        .bind(push.0)
        .bind(ended.code())
        .bind(error)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    if *came == Came::Dropped {
        return Ok(());
    }
    let (sent_at, gone_at) =
        (matches!(came, Came::Sent).then_some(now.0), matches!(came, Came::Gone(_)).then_some(now.0));
    on_db!(tx, c => sqlx::query(
        "UPDATE push_device SET sent_at = COALESCE($2, sent_at), gone_at = COALESCE($3, gone_at), error = $4, \
         sealed = CASE WHEN $3 IS NULL THEN sealed END WHERE id = (SELECT device FROM push WHERE id = $1)",
    )
    .bind(push.0)
    .bind(sent_at)
    .bind(gone_at)
    .bind(error)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Notes that a try has failed.
pub async fn note_push_failure(tx: &mut Tx, push: PushId, error: &str) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE push SET error = $2 WHERE id = $1")
        .bind(push.0)
        .bind(error)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
