//! The second factor of an account: the codes of an app, and recovery codes for a lost phone.
//!
//! A code is counted before it is looked at, by the account it was aimed at; a right one clears the
//! count. A code of the app opens once, a recovery code opens once and is gone.

use super::{
    CLOSED_AFTER, CODE_TICKET_SECONDS, PROPOSAL_SECONDS, RECOVERY_CODES,
    step_up::renew,
    store::{NewSession, SignedIn, open_session, token_hash},
    throttle::{self, Target},
    totp::{Key, read_digits},
};
use crate::{
    Error, Result,
    access::{AccountRole, Caller, fresh_factor},
    audit,
    db::{Db, Tx, on_db},
    error::FieldCode,
    id::{AccountId, SessionId},
    secret::{self, Keys, Purpose},
    time::Instant,
};

/// What an account has beside its passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Status {
    /// Since when codes of an app are asked for.
    pub since: Option<Instant>,
    /// Recovery codes that were not used yet.
    pub codes_left: i64,
    /// When the last of those that were used was.
    pub code_used: Option<Instant>,
}

/// Which kind of code was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    App,
    Recovery,
}

/// What an account has beside its passphrase.
pub async fn find_status(tx: &mut Tx, account: AccountId) -> Result<Status> {
    let since: Option<i64> = on_db!(tx, c => sqlx::query_scalar("SELECT confirmed_at FROM totp WHERE account = $1")
        .bind(account.0)
        .fetch_optional(c)
        .await)?;
    let (all, used, last): (i64, i64, Option<i64>) = on_db!(tx, c => sqlx::query_as(
        "SELECT COUNT(*), COUNT(used_at), MAX(used_at) FROM recovery_code WHERE account = $1",
    )
    .bind(account.0)
    .fetch_one(c)
    .await)?;
    Ok(Status { since: since.map(Instant), codes_left: all - used, code_used: last.map(Instant) })
}

/// May the caller change their second factor now? Where there is one, it was shown in this session.
///
/// # Errors
/// [`Error::FactorNeeded`].
pub async fn may_change(tx: &mut Tx, caller: &Caller, now: Instant) -> Result<Status> {
    fresh_factor(caller, now)?;
    let status = find_status(tx, caller.account).await?;
    if status.since.is_some() && !caller.second_factor {
        return Err(Error::FactorNeeded);
    }
    Ok(status)
}

/// A key for an app, on its way between two pages: nothing is kept of it until one of its codes
/// was right.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub key: Key,
    /// For the form, which brings it back.
    pub sealed: String,
}

/// A new key for the account's app.
pub fn propose(keys: &Keys, account: AccountId, now: Instant) -> Result<Proposal> {
    let key = Key::new()?;
    let plain = [now.0.to_be_bytes().as_slice(), key.bytes()].concat();
    let sealed = secret::hex(&keys.seal(Purpose::Totp, &proposed_to(account), &plain)?);
    Ok(Proposal { key, sealed })
}

/// The key that [`propose`] sealed for this account less than half an hour ago.
pub fn read_proposal(keys: &Keys, account: AccountId, sealed: &str, now: Instant) -> Option<Proposal> {
    let plain = keys.open(Purpose::Totp, &proposed_to(account), &secret::unhex(sealed)?)?;
    let (at, key) = plain.split_first_chunk::<8>()?;
    let age = now.seconds_since(Instant(i64::from_be_bytes(*at)));
    let key = Key::from_bytes(key.try_into().ok()?);
    (0..PROPOSAL_SECONDS).contains(&age).then(|| Proposal { key, sealed: sealed.to_owned() })
}

/// Takes the proposed key into use when `typed` is one of its codes; it takes the place of the one
/// before. The session has shown its second factor by it, and gets a new token. Answers the
/// recovery codes, which can't be read again.
///
/// # Errors
/// [`Error::FactorNeeded`] without a fresh factor; `key: Expired` for a proposal that is too old or
/// not the caller's; `totp: NoMatch`; [`Error::Throttled`].
pub async fn set_up(
    db: &Db,
    keys: &Keys,
    signed_in: &SignedIn,
    sealed: &str,
    typed: &str,
    now: Instant,
) -> Result<(NewSession, Vec<String>)> {
    let caller = &signed_in.caller;
    let mut tx = db.write().await?;
    // Counting holds the row: of two set-ups at once the second sees the factor of the first.
    let by_account = Target::code(keys, caller.account);
    throttle::count(&mut tx, &by_account, now).await?;
    may_change(&mut tx, caller, now).await?;
    let proposal =
        read_proposal(keys, caller.account, sealed, now).ok_or_else(|| Error::field("key", FieldCode::Expired))?;
    let step = match read_digits(typed) {
        Some(digits) => proposal.key.step(&digits, now)?,
        None => None,
    };
    let Some(step) = step else {
        tx.commit().await?;
        return Err(Error::field("totp", FieldCode::NoMatch));
    };
    throttle::forget(&mut tx, &by_account).await?;
    keep_key(&mut tx, keys, caller.account, &proposal.key, step, now).await?;
    let codes = new_codes(&mut tx, keys, caller.account).await?;
    audit::store::account(&mut tx, caller.account, "factor-on", now).await?;
    let session = renew(&mut tx, signed_in, true, now).await?;
    tx.commit().await?;
    Ok((session, codes))
}

/// Gives an account the key of an app. Codes up to the half minute `step` are taken as used.
pub async fn keep_key(tx: &mut Tx, keys: &Keys, account: AccountId, key: &Key, step: i64, now: Instant) -> Result<()> {
    let sealed = keys.seal(Purpose::Totp, &kept_for(account), key.bytes())?;
    on_db!(tx, c => sqlx::query(
        "INSERT INTO totp (account, secret, last_step, failures, confirmed_at) VALUES ($1, $2, $3, 0, $4) \
         ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step, failures = 0, \
         confirmed_at = excluded.confirmed_at",
    )
    .bind(account.0)
    .bind(sealed)
    .bind(step)
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Turns the second factor off. Who works for the clinic can only replace it.
///
/// # Errors
/// [`Error::FactorNeeded`] without a fresh factor; [`Error::NotFound`] for members of staff, and
/// where there is none.
pub async fn turn_off(tx: &mut Tx, caller: &Caller, now: Instant) -> Result<()> {
    let status = may_change(tx, caller, now).await?;
    if caller.role != AccountRole::Patient || status.since.is_none() {
        return Err(Error::NotFound);
    }
    void(tx, caller.account).await?;
    audit::store::account(tx, caller.account, "factor-off", now).await
}

/// New recovery codes; the ones before open nothing any more.
///
/// # Errors
/// [`Error::FactorNeeded`] without a fresh factor; [`Error::NotFound`] without a second factor.
pub async fn renew_codes(tx: &mut Tx, keys: &Keys, caller: &Caller, now: Instant) -> Result<Vec<String>> {
    if may_change(tx, caller, now).await?.since.is_none() {
        return Err(Error::NotFound);
    }
    let codes = new_codes(tx, keys, caller.account).await?;
    audit::store::account(tx, caller.account, "recovery-codes", now).await?;
    Ok(codes)
}

async fn new_codes(tx: &mut Tx, keys: &Keys, account: AccountId) -> Result<Vec<String>> {
    // Holds the row, so that of two sets made at once only the second is left.
    on_db!(tx, c => sqlx::query("UPDATE totp SET failures = failures WHERE account = $1")
        .bind(account.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    on_db!(tx, c => sqlx::query("DELETE FROM recovery_code WHERE account = $1")
        .bind(account.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    for _ in 0..RECOVERY_CODES {
        let code = secret::code()?;
        on_db!(tx, c => sqlx::query("INSERT INTO recovery_code (code, account) VALUES ($1, $2)")
            .bind(recovery_hash(keys, account, &code))
            .bind(account.0)
            .execute(c)
            .await
            .map(|_| ()))?;
        codes.push(code);
    }
    Ok(codes)
}

/// Takes an account's second factor away: key, recovery codes, and who is at the door with them.
pub(super) async fn void(tx: &mut Tx, account: AccountId) -> Result<()> {
    void_tickets(tx, account).await?;
    for table in ["DELETE FROM recovery_code WHERE account = $1", "DELETE FROM totp WHERE account = $1"] {
        on_db!(tx, c => sqlx::query(table).bind(account.0).execute(c).await.map(|_| ()))?;
    }
    Ok(())
}

/// Whoever was about to type a code begins again at the sign-in.
pub(super) async fn void_tickets(tx: &mut Tx, account: AccountId) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM sign_in_ticket WHERE account = $1")
        .bind(account.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Lets someone whose passphrase was right type a code, for five minutes.
pub(super) async fn create_ticket(tx: &mut Tx, account: AccountId, now: Instant) -> Result<String> {
    let ticket = secret::token()?;
    on_db!(tx, c => sqlx::query("INSERT INTO sign_in_ticket (token, account, expires_at) VALUES ($1, $2, $3)")
        .bind(token_hash(&ticket))
        .bind(account.0)
        .bind(now.plus_seconds(CODE_TICKET_SECONDS).0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(ticket)
}

/// Whose ticket this is, while it holds.
pub async fn find_ticket(tx: &mut Tx, ticket: &str, now: Instant) -> Result<Option<AccountId>> {
    let account: Option<uuid::Uuid> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT account.id FROM sign_in_ticket JOIN account ON account.id = sign_in_ticket.account \
         WHERE sign_in_ticket.token = $1 AND sign_in_ticket.expires_at > $2 AND account.disabled_at IS NULL",
    )
    .bind(token_hash(ticket))
    .bind(now.0)
    .fetch_optional(c)
    .await)?;
    Ok(account.map(AccountId))
}

/// Someone at the door whose passphrase was right, with a code.
#[derive(Debug, Clone, Copy)]
pub struct SecondStep<'a> {
    pub ticket: &'a str,
    /// As typed: of the app, or a recovery code.
    pub code: &'a str,
    pub address: &'a str,
    pub device: &'a str,
}

/// The second step of signing in.
///
/// # Errors
/// `totp: Expired` when the ticket is gone; `totp: NoMatch` for a code that is wrong, old or used;
/// [`Error::Throttled`] when codes come too fast.
pub async fn sign_in(db: &Db, keys: &Keys, step: &SecondStep<'_>, now: Instant) -> Result<(NewSession, Shown)> {
    let over = || Error::field("totp", FieldCode::Expired);
    let account = find_ticket(&mut db.read().await?, step.ticket, now).await?.ok_or_else(over)?;
    let (mut tx, shown) = show(db, keys, account, step.code, step.address, now).await?;
    let session = use_ticket(&mut tx, step.ticket, step.device, now).await?;
    tx.commit().await?;
    Ok((session, shown))
}

/// Uses a ticket up and begins its session, as one that has shown its second factor: the caller has
/// seen to that.
///
/// # Errors
/// `totp: Expired` when the ticket is gone.
pub async fn use_ticket(tx: &mut Tx, ticket: &str, device: &str, now: Instant) -> Result<NewSession> {
    let over = || Error::field("totp", FieldCode::Expired);
    let account = find_ticket(tx, ticket, now).await?.ok_or_else(over)?;
    let used = on_db!(tx, c => sqlx::query("DELETE FROM sign_in_ticket WHERE token = $1")
        .bind(token_hash(ticket))
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    if used == 0 {
        return Err(over());
    }
    let session = open_session(tx, account, device, now).await?;
    mark_session(tx, session.session, now).await?;
    Ok(session)
}

/// Notes that a session has shown a second factor.
pub async fn mark_session(tx: &mut Tx, session: SessionId, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE session SET second_factor_at = $2 WHERE id = $1")
        .bind(session.0)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Looks at a code, and uses it up when it is right: in a transaction that is for the caller to go
/// on with. A wrong one is counted by account and by address.
pub(super) async fn show(
    db: &Db,
    keys: &Keys,
    account: AccountId,
    typed: &str,
    address: &str,
    now: Instant,
) -> Result<(Tx, Shown)> {
    let by_address = Target::address(keys, address);
    let by_account = Target::code(keys, account);
    let mut tx = db.write().await?;
    throttle::check(&mut tx, &by_address, now).await?;
    throttle::count(&mut tx, &by_account, now).await?;
    let right = match read_digits(typed) {
        Some(digits) => use_digits(&mut tx, keys, account, &digits, now).await?.then_some(Shown::App),
        None => use_recovery_code(&mut tx, keys, account, typed, now).await?.then_some(Shown::Recovery),
    };
    if let Some(shown) = right {
        throttle::forget(&mut tx, &by_account).await?;
        return Ok((tx, shown));
    }
    throttle::fail(&mut tx, &by_address, now).await?;
    tx.commit().await?;
    Err(Error::field("totp", FieldCode::NoMatch))
}

async fn use_digits(tx: &mut Tx, keys: &Keys, account: AccountId, digits: &str, now: Instant) -> Result<bool> {
    let row: Option<(Vec<u8>, i64, i64)> = on_db!(tx, c => sqlx::query_as(
        "UPDATE totp SET failures = failures + 1 WHERE account = $1 RETURNING secret, last_step, failures",
    )
    .bind(account.0)
    .fetch_optional(c)
    .await)?;
    let Some((sealed, last_step, failures)) = row else { return Ok(false) };
    let key = keys
        .open(Purpose::Totp, &kept_for(account), &sealed)
        .and_then(|plain| plain.try_into().ok())
        .map(Key::from_bytes)
        .ok_or_else(|| Error::internal("the key of a code app can't be opened; is it another key file?"))?;
    let step = key.step(digits, now)?.filter(|step| *step > last_step && failures <= CLOSED_AFTER);
    let Some(step) = step else { return Ok(false) };
    on_db!(tx, c => sqlx::query("UPDATE totp SET last_step = $2, failures = 0 WHERE account = $1")
        .bind(account.0)
        .bind(step)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(true)
}

async fn use_recovery_code(tx: &mut Tx, keys: &Keys, account: AccountId, typed: &str, now: Instant) -> Result<bool> {
    let Some(code) = secret::read_code(typed) else { return Ok(false) };
    let used = on_db!(tx, c => sqlx::query(
        "UPDATE recovery_code SET used_at = $3 WHERE code = $1 AND account = $2 AND used_at IS NULL",
    )
    .bind(recovery_hash(keys, account, &code))
    .bind(account.0)
    .bind(now.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if used > 0 {
        audit::store::account(tx, account, "recovery-code", now).await?;
    }
    Ok(used > 0)
}

/// Drops tickets whose time is over.
pub(super) async fn delete_expired(tx: &mut Tx, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM sign_in_ticket WHERE expires_at <= $1")
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Bound to its account: one person's code is none of another's.
fn recovery_hash(keys: &Keys, account: AccountId, code: &str) -> Vec<u8> {
    keys.keyed_hash(Purpose::RecoveryCode, &format!("{account}:{code}")).to_vec()
}

fn proposed_to(account: AccountId) -> Vec<u8> {
    format!("proposed:{account}").into_bytes()
}

fn kept_for(account: AccountId) -> Vec<u8> {
    format!("kept:{account}").into_bytes()
}
