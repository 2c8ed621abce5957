//! Signing in, and the sessions that come of it.
//!
//! A session is found again on each request, with its limits and its end: ending one works at the
//! next request. The token is in the cookie and nowhere else; here is only its SHA-256.

use super::{
    CLOSED_AFTER, Passphrase, TOUCH_SECONDS, draft, factor, limits, name_key,
    passphrase::Hasher,
    throttle::{self, Target},
};
use crate::{
    Error, Result,
    access::{AccountRole, Caller},
    audit,
    db::{Db, Tx, on_db},
    error::FieldCode,
    id::{AccountId, RecordId, SessionId},
    reminders::push_store,
    secret::{self, Keys},
    time::Instant,
    worklist::deed::give_back_lost,
};

/// Ended sessions are kept for so many days, for what their devices may still bring.
const KEPT_DAYS: i64 = 90;
/// The longest description of a device that is kept.
const DEVICE_LENGTH: usize = 200;

/// Someone at the door.
#[derive(Debug, Clone, Copy)]
pub struct SignIn<'a> {
    /// As typed.
    pub name: &'a str,
    pub passphrase: &'a Passphrase,
    /// Where the request comes from.
    pub address: &'a str,
    /// What they would call the device, for the list of their sessions.
    pub device: &'a str,
}

/// A session that has just begun. The token is for the cookie; it can't be read again.
pub struct NewSession {
    pub token: String,
    pub session: SessionId,
    pub account: AccountId,
    /// When it ends whatever happens.
    pub until: Instant,
}

/// What a right passphrase leads to.
pub enum Entered {
    Session(NewSession),
    /// The account has a second factor; this ticket is for [`factor::sign_in`].
    CodeNeeded(String),
}

/// A session that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub caller: Caller,
    /// The sign-in name, as shown.
    pub name: Option<String>,
    pub language: Option<String>,
    /// IANA zone of the person.
    pub zone: String,
    /// The zone of a device of which they said that they keep the time of home.
    pub kept_zone: Option<String>,
    /// When it ends without a further request.
    pub idle_until: Instant,
    /// When it ends whatever happens.
    pub until: Instant,
    seen_at: Instant,
}

/// A session as its owner sees it in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    pub id: SessionId,
    pub device: String,
    pub created_at: Instant,
    /// To the minute.
    pub seen_at: Instant,
    /// The one that asks.
    pub current: bool,
}

/// What is known of the name at the door.
struct Known {
    account: AccountId,
    passphrase: Option<String>,
    /// Neither disabled nor closed by wrong tries.
    open: bool,
}

/// Signs in with a name and a passphrase, as far as they lead. The try is counted before the passphrase is looked at;
/// a right one clears the count of the name.
///
/// # Errors
/// `passphrase: NoMatch`, whether the name is unknown, the passphrase wrong, the account disabled,
/// or closed by 100 wrong tries (until a new letter); [`Error::Throttled`] when tries come too fast.
pub async fn sign_in(db: &Db, keys: &Keys, hasher: &Hasher, attempt: &SignIn<'_>, now: Instant) -> Result<Entered> {
    let (mut tx, account) = check_passphrase(db, keys, hasher, attempt, now).await?;
    let entered = if factor::find_status(&mut tx, account).await?.since.is_some() {
        Entered::CodeNeeded(factor::create_ticket(&mut tx, account, now).await?)
    } else {
        Entered::Session(open_session(&mut tx, account, attempt.device, now).await?)
    };
    tx.commit().await?;
    Ok(entered)
}

/// Whose name and passphrase these are, in a transaction that has cleared the count of the name and
/// is for the caller to go on with.
pub(super) async fn check_passphrase(
    db: &Db,
    keys: &Keys,
    hasher: &Hasher,
    attempt: &SignIn<'_>,
    now: Instant,
) -> Result<(Tx, AccountId)> {
    let place = hasher.place()?;
    let key = name_key(attempt.name);
    let by_name = Target::name(keys, &key);
    let by_address = Target::address(keys, attempt.address);

    let mut tx = db.write().await?;
    throttle::check(&mut tx, &by_address, now).await?;
    throttle::count(&mut tx, &by_name, now).await?;
    let known = count_on_account(&mut tx, &key).await?;
    tx.commit().await?;

    let stored = known.as_ref().and_then(|known| known.passphrase.as_deref());
    let right = place.verify(stored, attempt.passphrase).await?;

    let mut tx = db.write().await?;
    if let Some(known) = known.filter(|known| right && known.open)
        && clear_count(&mut tx, &by_name, &known).await?
    {
        return Ok((tx, known.account));
    }
    throttle::fail(&mut tx, &by_address, now).await?;
    tx.commit().await?;
    Err(Error::field("passphrase", FieldCode::NoMatch))
}

async fn count_on_account(tx: &mut Tx, key: &str) -> Result<Option<Known>> {
    let row: Option<(uuid::Uuid, Option<String>, i64, Option<i64>)> = on_db!(tx, c => sqlx::query_as(
        "UPDATE account SET failures = failures + 1 WHERE name_key = $1 \
         RETURNING id, passphrase, failures, disabled_at",
    )
    .bind(key)
    .fetch_optional(c)
    .await)?;
    Ok(row.map(|(account, passphrase, failures, disabled_at)| Known {
        account: AccountId(account),
        passphrase,
        // This try is among them.
        open: disabled_at.is_none() && failures <= CLOSED_AFTER,
    }))
}

/// Whether the passphrase that was found right is still the account's; if so the counts are cleared.
async fn clear_count(tx: &mut Tx, by_name: &Target, known: &Known) -> Result<bool> {
    throttle::forget(tx, by_name).await?;
    let cleared = on_db!(tx, c => sqlx::query(
        "UPDATE account SET failures = 0 WHERE id = $1 AND passphrase = $2 AND disabled_at IS NULL",
    )
    .bind(known.account.0)
    .bind(&known.passphrase)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(cleared > 0)
}

/// Begins a session for someone who has shown who they are.
///
/// # Errors
/// [`Error::NotFound`] for an account that does not exist or is disabled.
pub async fn open_session(tx: &mut Tx, account: AccountId, device: &str, now: Instant) -> Result<NewSession> {
    let code: String = on_db!(tx, c => sqlx::query_scalar("SELECT role FROM account WHERE id = $1 AND disabled_at IS NULL")
            .bind(account.0)
            .fetch_one(c)
            .await)?;
    let until = now.plus_seconds(limits(role(&code)?).at_most);
    let device: String = device.chars().filter(|c| !c.is_control()).take(DEVICE_LENGTH).collect();
    let session = SessionId::new();
    let token = secret::token()?;
    on_db!(tx, c => sqlx::query(
        "INSERT INTO session (id, token, account, device, created_at, seen_at) VALUES ($1, $2, $3, $4, $5, $5)",
    )
    .bind(session.0)
    .bind(token_hash(&token))
    .bind(account.0)
    .bind(device)
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    audit::store::account(tx, account, "sign-in", now).await?;
    Ok(NewSession { token, session, account, until })
}

/// The session of this token, while it holds.
pub async fn find_session(tx: &mut Tx, token: &str, now: Instant) -> Result<Option<SignedIn>> {
    type Id = uuid::Uuid;
    type Text = Option<String>;
    type At = Option<i64>;
    type Row = (Id, Id, String, Option<Id>, Text, Text, String, i64, i64, At, At, Text);
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT session.id, account.id, account.role, account.record, account.name, account.language, \
         account.zone, session.created_at, session.seen_at, session.second_factor_at, session.fresh_at, \
         account.kept_zone \
         FROM session JOIN account ON account.id = session.account \
         WHERE session.token = $1 AND session.ended_at IS NULL AND account.disabled_at IS NULL",
    )
    .bind(token_hash(token))
    .fetch_optional(c)
    .await)?;
    let Some(row) = row else { return Ok(None) };
    let (
        session,
        account,
        code,
        record,
        name,
        language,
        zone,
        created_at,
        seen_at,
        second_factor_at,
        fresh_at,
        kept_zone,
    ) = row;
    let role = role(&code)?;
    let limits = limits(role);
    let seen_at = Instant(seen_at);
    let idle_until = seen_at.plus_seconds(limits.idle);
    let until = Instant(created_at).plus_seconds(limits.at_most);
    if now >= idle_until || now >= until {
        return Ok(None);
    }
    let fresh_at = Instant(fresh_at.unwrap_or(created_at));
    let caller = Caller {
        account: AccountId(account),
        session: SessionId(session),
        role,
        record: record.map(RecordId),
        second_factor: second_factor_at.is_some(),
        fresh_until: fresh_at.plus_seconds(limits.step_up),
    };
    Ok(Some(SignedIn { caller, name, language, zone, kept_zone, idle_until, until, seen_at }))
}

/// Whose session this token was, whether or not it still holds: so that what someone typed into a
/// form of an ended session is kept for them, and for nothing else.
pub async fn find_owner(tx: &mut Tx, token: &str) -> Result<Option<AccountId>> {
    let account: Option<uuid::Uuid> = on_db!(tx, c => sqlx::query_scalar("SELECT account FROM session WHERE token = $1")
            .bind(token_hash(token))
            .fetch_optional(c)
            .await)?;
    Ok(account.map(AccountId))
}

/// Notes that someone is still there, at most once a minute. Where nothing can be written any more
/// the session goes on to its present end.
pub async fn touch_session(db: &Db, signed_in: &SignedIn, now: Instant) -> Result<()> {
    if now.seconds_since(signed_in.seen_at) < TOUCH_SECONDS {
        return Ok(());
    }
    match write_touch(db, signed_in.caller.session, now).await {
        Err(Error::Unavailable(cause)) => {
            tracing::error!(event = "session.unwritable", %cause, "a session could not be extended");
            Ok(())
        }
        other => other,
    }
}

async fn write_touch(db: &Db, session: SessionId, now: Instant) -> Result<()> {
    let mut tx = db.write().await?;
    on_db!(tx, c => sqlx::query("UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2")
        .bind(session.0)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    tx.commit().await
}

/// Signs out: ends the session of this token, also one that was idle too long.
pub async fn end_session(tx: &mut Tx, token: &str, now: Instant) -> Result<()> {
    let ended: Option<(uuid::Uuid, uuid::Uuid)> = on_db!(tx, c => sqlx::query_as(
        "UPDATE session SET ended_at = $2, signed_out = $3 WHERE token = $1 AND ended_at IS NULL RETURNING account, id",
    )
    .bind(token_hash(token))
    .bind(now.0)
    .bind(true)
    .fetch_optional(c)
    .await)?;
    let Some((account, session)) = ended else { return Ok(()) };
    push_store::forget_session(tx, SessionId(session)).await?;
    audit::store::account(tx, AccountId(account), "sign-out", now).await
}

/// Ends every session of an account; answers how many there were. Its reason is the caller's to log.
pub async fn end_all_sessions(tx: &mut Tx, account: AccountId, now: Instant) -> Result<u64> {
    push_store::forget_account(tx, account).await?;
    Ok(on_db!(tx, c => sqlx::query("UPDATE session SET ended_at = $2 WHERE account = $1 AND ended_at IS NULL")
        .bind(account.0)
        .bind(now.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?)
}

/// The caller's sessions that hold, the one that was used last first: with those that nobody used for long where the
/// device keeps a copy, which the end of the session deletes.
pub async fn list_sessions(tx: &mut Tx, caller: &Caller, now: Instant) -> Result<Vec<SessionRow>> {
    let limits = limits(caller.role);
    let rows: Vec<(uuid::Uuid, String, i64, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, device, created_at, seen_at FROM session \
         WHERE account = $1 AND ended_at IS NULL AND created_at > $2 AND (seen_at > $3 OR kept_at IS NOT NULL) \
         ORDER BY seen_at DESC, id DESC LIMIT 50",
    )
    .bind(caller.account.0)
    .bind(now.plus_seconds(-limits.at_most).0)
    .bind(now.plus_seconds(-limits.idle).0)
    .fetch_all(c)
    .await)?;
    Ok(rows
        .into_iter()
        .map(|(id, device, created_at, seen_at)| SessionRow {
            id: SessionId(id),
            device,
            created_at: Instant(created_at),
            seen_at: Instant(seen_at),
            current: id == caller.session.0,
        })
        .collect())
}

/// Ends one of the caller's sessions, on whichever device.
///
/// # Errors
/// [`Error::NotFound`] when it is not the caller's or has ended.
pub async fn end_other_session(tx: &mut Tx, caller: &Caller, session: SessionId, now: Instant) -> Result<()> {
    let ended = on_db!(tx, c => sqlx::query(
        "UPDATE session SET ended_at = $3 WHERE id = $1 AND account = $2 AND ended_at IS NULL",
    )
    .bind(session.0)
    .bind(caller.account.0)
    .bind(now.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if ended == 0 {
        return Err(Error::NotFound);
    }
    push_store::forget_session(tx, session).await?;
    audit::store::account(tx, caller.account, "end-session", now).await
}

/// The language that the caller reads and is written to in.
///
/// # Errors
/// `language: NotAChoice` when it is not a language code.
pub async fn set_language(tx: &mut Tx, caller: &Caller, language: &str) -> Result<()> {
    if !is_language(language) {
        return Err(Error::field("language", FieldCode::NotAChoice));
    }
    on_db!(tx, c => sqlx::query("UPDATE account SET language = $2 WHERE id = $1")
        .bind(caller.account.0)
        .bind(language)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Drops what no longer means anything: drafts, tickets, counts and sessions that are long over.
pub async fn delete_expired(tx: &mut Tx, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM enrolment WHERE expires_at <= $1")
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    on_db!(tx, c => sqlx::query("DELETE FROM session WHERE created_at <= $1")
        .bind(now.plus_days(-KEPT_DAYS).0)
        .execute(c)
        .await
        .map(|_| ()))?;
    factor::delete_expired(tx, now).await?;
    throttle::delete_forgotten(tx, now).await?;
    draft::delete_expired(tx, now).await
}

/// A language code as it may be kept; which languages there are is for the catalogues to say.
pub(crate) fn is_language(code: &str) -> bool {
    (2..=35).contains(&code.len())
        && code.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

pub(crate) fn role(code: &str) -> Result<AccountRole> {
    AccountRole::from_code(code).ok_or_else(|| Error::internal("an account has a role that Daybook doesn't know"))
}

pub(crate) fn token_hash(token: &str) -> Vec<u8> {
    secret::sha256(token.as_bytes()).to_vec()
}

/// Closes an account: its sessions end, and nobody signs in to it until it is opened again.
pub async fn disable(tx: &mut Tx, account: AccountId, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE account SET disabled_at = $2 WHERE id = $1 AND disabled_at IS NULL")
        .bind(account.0)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    end_all_sessions(tx, account, now).await?;
    give_back_lost(tx, now).await?;
    audit::store::by_operator(tx, account, "disable", now).await
}

/// Opens a closed account again, with the sign-in that it had.
pub async fn enable(tx: &mut Tx, account: AccountId, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE account SET disabled_at = NULL, failures = 0 WHERE id = $1")
        .bind(account.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    audit::store::by_operator(tx, account, "enable", now).await
}
