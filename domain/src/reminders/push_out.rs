//! A push whose time has come: whether it still is to be sent, what it says, and what came of it.

use uuid::Uuid;

use super::{
    Notice, STALE_SECONDS, Wording, choice_store::find_wanted, outgoing::Ended, push::Subscription, push_store,
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
    /// It isn't wanted any more, its device is gone, or it comes too late.
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
    },
}

type Row = (
    Option<String>,
    Uuid,
    Option<Vec<u8>>,
    Uuid,
    String,
    Option<i64>,
    Option<String>,
    String,
    Option<Uuid>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<i64>,
);

/// What to do with a push now.
pub async fn find_push_fate(tx: &mut Tx, keys: &Keys, push: PushId, now: Instant) -> Result<PushFate> {
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT push.outcome, push_device.id, push_device.sealed, account.id, account.role, account.disabled_at, \
         account.language, account.zone, notice.id, notice.template, notice.detail, notice.url, notice.at \
         FROM push JOIN push_device ON push_device.id = push.device JOIN account ON account.id = push_device.account \
         LEFT JOIN notice ON notice.id = push.notice WHERE push.id = $1",
    )
    .bind(push.0)
    .fetch_optional(c)
    .await)?;
    let Some((outcome, device, sealed, account, role, disabled, language, zone, id, template, detail, url, due)) = row
    else {
        return Ok(PushFate::Drop);
    };
    let ended = Ended::is_over(outcome.as_deref());
    let Some(sealed) = sealed.filter(|_| !ended && disabled.is_none()) else { return Ok(PushFate::Drop) };
    let to = push_store::open_device(keys, device, &sealed)?;
    let wanted = find_wanted(tx, AccountId(account)).await?;
    let device = PushDeviceId(device);
    let (wording, patient) = (wanted.wording, role == AccountRole::Patient.code());
    let Some((id, template, due)) = id.zip(template).zip(due).map(|((id, template), due)| (id, template, Instant(due)))
    else {
        let outgoing = OutgoingPush { push, device, to, said: Pushed::Test, wording, language };
        return Ok(PushFate::Send(Box::new(outgoing)));
    };
    let notice = Notice::from_code(&template).ok_or_else(|| Error::internal("a notice of an unknown kind"))?;
    if !wanted.channels(notice).push || (patient && now.seconds_since(due) > STALE_SECONDS) {
        return Ok(PushFate::Drop);
    }
    if patient {
        let at = wanted.after_quiet(notice, now, &zone);
        if at > now {
            return Ok(PushFate::Later(at));
        }
    }
    let notice = notice.leaving(due, now);
    let detail = detail.filter(|_| wording == Wording::Plain);
    let said = Pushed::Notice { id: NoticeId(id), notice, detail, url };
    Ok(PushFate::Send(Box::new(OutgoingPush { push, device, to, said, wording, language })))
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
