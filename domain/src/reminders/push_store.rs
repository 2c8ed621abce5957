//! The browsers that take pushes, and the pushes to them.

use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{MOST_ASKED, MOST_DEVICES, MOST_PUSHES, PUSH, push::Subscription, store::TestState};
use crate::{
    Error, Result,
    access::Caller,
    audit,
    db::{Tx, on_db},
    error::FieldCode,
    id::{AccountId, NoticeId, PushDeviceId, PushId, SessionId},
    jobs::{self, New},
    secret::{self, Keys, Purpose},
    time::Instant,
};

/// A browser that takes pushes, as its person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    pub id: PushDeviceId,
    /// What it said of itself: `Firefox / Linux`.
    pub label: String,
    pub since: Instant,
    /// When the push service took something for it last.
    pub sent_at: Option<Instant>,
    /// When the push service said that it is gone.
    pub gone_at: Option<Instant>,
    /// The code of what went wrong last.
    pub error: Option<String>,
    /// It is the one that asks.
    pub here: bool,
    /// What came of the last test of the last day.
    pub test: Option<TestState>,
}

/// A browser as its cookie names it: 256 random bits, of which only the hash is stored.
fn browser_hash(cookie: &str) -> Vec<u8> {
    secret::sha256(cookie.as_bytes()).to_vec()
}

/// What the address and keys of a device are sealed for.
fn bound_to(device: Uuid) -> [u8; 16] {
    *device.as_bytes()
}

/// Has the caller's notices sent to the browser whose cookie this is. It is here once: what it was before, and
/// whose, is forgotten.
///
/// # Errors
/// [`Error::Throttled`] when the account has [`MOST_DEVICES`] others that take pushes.
pub async fn save_device(
    tx: &mut Tx,
    keys: &Keys,
    caller: &Caller,
    subscription: &Subscription,
    (cookie, label): (&str, &str),
    now: Instant,
) -> Result<()> {
    let (browser, hash) = (browser_hash(cookie), keys.keyed_hash(Purpose::PushDevice, &subscription.endpoint).to_vec());
    on_db!(tx, c => sqlx::query("DELETE FROM push_device WHERE browser = $1 OR hash = $2")
        .bind(&browser)
        .bind(&hash)
        .execute(c)
        .await
        .map(|_| ()))?;
    let others: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM push_device WHERE account = $1 AND gone_at IS NULL",
    )
    .bind(caller.account.0)
    .fetch_one(c)
    .await)?;
    if others >= MOST_DEVICES {
        return Err(Error::field("endpoint", FieldCode::TooLong));
    }
    let id = PushDeviceId::new();
    let sealed = keys.seal(Purpose::PushDevice, &bound_to(id.0), &subscription.packed())?;
    on_db!(tx, c => sqlx::query(
        "INSERT INTO push_device (id, account, browser, session, hash, sealed, label, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(id.0)
    .bind(caller.account.0)
    .bind(browser)
    .bind(caller.session.0)
    .bind(hash)
    .bind(sealed)
    .bind(label)
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    audit::store::account(tx, caller.account, "push-on", now).await
}

/// The caller's devices, the newest first.
pub async fn list_devices(tx: &mut Tx, caller: &Caller, cookie: Option<&str>, now: Instant) -> Result<Vec<Device>> {
    type Row = (Uuid, Vec<u8>, String, i64, Option<i64>, Option<i64>, Option<String>);
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, browser, label, created_at, sent_at, gone_at, error FROM push_device WHERE account = $1 \
         ORDER BY created_at DESC, id DESC",
    )
    .bind(caller.account.0)
    .fetch_all(c)
    .await)?;
    let here = cookie.map(browser_hash);
    let mut devices = Vec::with_capacity(rows.len());
    for (id, browser, label, since, sent_at, gone_at, error) in rows {
        devices.push(Device {
            id: PushDeviceId(id),
            label,
            since: Instant(since),
            sent_at: sent_at.map(Instant),
            gone_at: gone_at.map(Instant),
            error,
            here: here.as_ref() == Some(&browser),
            test: find_test(tx, id, now).await?,
        });
    }
    Ok(devices)
}

async fn find_test(tx: &mut Tx, device: Uuid, now: Instant) -> Result<Option<TestState>> {
    type Row = (Option<String>, Option<String>, Option<i64>);
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT outcome, error, ended_at FROM push WHERE device = $1 AND notice IS NULL AND created_at > $2 \
         ORDER BY created_at DESC, id DESC LIMIT 1",
    )
    .bind(device)
    .bind(now.plus_days(-1).0)
    .fetch_optional(c)
    .await)?;
    Ok(row.map(|(outcome, error, ended_at)| TestState::of(outcome.as_deref(), error.as_deref(), ended_at.map(Instant))))
}

/// Forgets one of the caller's devices.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs.
pub async fn forget_device(tx: &mut Tx, caller: &Caller, device: PushDeviceId, now: Instant) -> Result<()> {
    let forgotten = on_db!(tx, c => sqlx::query("DELETE FROM push_device WHERE id = $1 AND account = $2")
        .bind(device.0)
        .bind(caller.account.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    if forgotten == 0 {
        return Err(Error::NotFound);
    }
    audit::store::account(tx, caller.account, "push-off", now).await
}

/// Forgets the browser whose cookie this is, whoever used it: a shared device must not show the notices of
/// who has gone.
pub async fn forget_browser(tx: &mut Tx, cookie: &str) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM push_device WHERE browser = $1")
        .bind(browser_hash(cookie))
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Someone has signed in where this cookie is. Whose notices came there before gets none there any more; who
/// was there before goes on, with the new session.
pub async fn follow_session(tx: &mut Tx, cookie: &str, account: AccountId, session: SessionId) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM push_device WHERE browser = $1 AND account <> $2")
        .bind(browser_hash(cookie))
        .bind(account.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    on_db!(tx, c => sqlx::query("UPDATE push_device SET session = $3 WHERE browser = $1 AND account = $2")
        .bind(browser_hash(cookie))
        .bind(account.0)
        .bind(session.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// A session was ended: what it used gets no notices any more.
pub(crate) async fn forget_session(tx: &mut Tx, session: SessionId) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM push_device WHERE session = $1")
        .bind(session.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// All sessions of an account were ended.
pub(crate) async fn forget_account(tx: &mut Tx, account: AccountId) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM push_device WHERE account = $1")
        .bind(account.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Plans a notice for each device of an account that still takes pushes. Answers whether there is one: not
/// beyond [`MOST_PUSHES`] notices a day.
pub(super) async fn plan_pushes(
    tx: &mut Tx,
    account: AccountId,
    notice: NoticeId,
    at: Instant,
    now: Instant,
) -> Result<bool> {
    let devices: Vec<Uuid> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT id FROM push_device WHERE account = $1 AND gone_at IS NULL ORDER BY id",
    )
    .bind(account.0)
    .fetch_all(c)
    .await)?;
    if devices.is_empty() {
        return Ok(false);
    }
    let today: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(DISTINCT push.notice) FROM push JOIN push_device ON push_device.id = push.device \
         WHERE push_device.account = $1 AND push.created_at > $2 AND push.notice <> $3",
    )
    .bind(account.0)
    .bind(now.plus_days(-1).0)
    .bind(notice.0)
    .fetch_one(c)
    .await)?;
    if today >= MOST_PUSHES {
        tracing::warn!(event = "push.too-many", "a notice is left out");
        return Ok(false);
    }
    for device in devices {
        plan_push(tx, device, Some(notice), at, now).await?;
    }
    Ok(true)
}

/// Writes a push down and plans its job. One that was planned before moves to the new moment; one that was
/// sent stays sent.
async fn plan_push(tx: &mut Tx, device: Uuid, notice: Option<NoticeId>, at: Instant, now: Instant) -> Result<()> {
    let handle = secret::random::<16>()?.to_vec();
    let id: Uuid = on_db!(tx, c => sqlx::query_scalar(
        "INSERT INTO push (id, device, notice, created_at, handle) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (device, notice) DO UPDATE SET created_at = push.created_at RETURNING id",
    )
    .bind(PushId::new().0)
    .bind(device)
    .bind(notice.map(|notice| notice.0))
    .bind(now.0)
    .bind(handle)
    .fetch_one(c)
    .await)?;
    let key = PushId(id).to_string();
    let job = New { kind: PUSH, key: &key, record: None, body: json!({}), run_at: at };
    jobs::store::plan(tx, job, now).await.map(|_| ())
}

/// Sends a test to each of the caller's devices that takes pushes; answers to how many.
///
/// # Errors
/// [`Error::Throttled`] when too many were asked for.
pub async fn ask_push_test(tx: &mut Tx, caller: &Caller, now: Instant) -> Result<usize> {
    let devices: Vec<(Uuid, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, (SELECT COUNT(*) FROM push WHERE device = push_device.id AND notice IS NULL AND created_at > $2) \
         FROM push_device WHERE account = $1 AND gone_at IS NULL ORDER BY id",
    )
    .bind(caller.account.0)
    .bind(now.plus_days(-1).0)
    .fetch_all(c)
    .await)?;
    if devices.iter().any(|(_, asked)| *asked >= MOST_ASKED) {
        return Err(Error::Throttled(86_400));
    }
    for (device, _) in &devices {
        plan_push(tx, *device, None, now, now).await?;
    }
    Ok(devices.len())
}

/// How many devices take pushes, and with how many of them the last one went wrong.
pub async fn count_devices(tx: &mut Tx) -> Result<(i64, i64)> {
    Ok(on_db!(tx, c => sqlx::query_as("SELECT COUNT(*), COUNT(error) FROM push_device WHERE gone_at IS NULL")
        .fetch_one(c)
        .await)?)
}

/// Forgets pushes of long ago, and devices that are long gone.
pub(super) async fn delete_old(tx: &mut Tx, before: Instant) -> Result<()> {
    for sql in ["DELETE FROM push WHERE created_at <= $1", "DELETE FROM push_device WHERE gone_at <= $1"] {
        on_db!(tx, c => sqlx::query(sql).bind(before.0).execute(c).await.map(|_| ()))?;
    }
    Ok(())
}

/// The address and keys of a device.
pub(super) fn open_device(keys: &Keys, device: Uuid, sealed: &[u8]) -> Result<Subscription> {
    keys.open(Purpose::PushDevice, &bound_to(device), sealed)
        .and_then(|packed| Subscription::unpacked(&packed))
        .ok_or_else(|| Error::internal("a device can't be read; is this the key file that it was written with?"))
}
