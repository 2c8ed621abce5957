//! How the session of a device stands that holds no more, what devices have brought, and which of them keep
//! something.

use uuid::Uuid;

use crate::{
    Result,
    access::{AccountRole, Caller},
    account::{limits, store},
    audit,
    db::{Tx, on_db},
    id::AccountId,
    time::Instant,
};

/// For so many days what a device brought is known, should it bring it again.
const KNOWN_DAYS: i64 = 90;

/// Why a session holds no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// Nobody was there for too long.
    Locked,
    /// It is older than a session may be.
    Expired,
    /// Someone ended it, somewhere else.
    Ended,
    /// Its person signed out.
    SignedOut,
}

/// Whose a token was that holds no more, and why it doesn't; nothing for a token that never was one, or is too
/// long ago.
pub async fn find_gone(tx: &mut Tx, token: &str, now: Instant) -> Result<Option<(AccountId, AccountRole, Gone)>> {
    type Row = (Uuid, String, i64, Option<i64>, bool, Option<i64>);
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT account.id, account.role, session.created_at, session.ended_at, session.signed_out, \
         account.disabled_at FROM session JOIN account ON account.id = session.account WHERE session.token = $1",
    )
    .bind(store::token_hash(token))
    .fetch_optional(c)
    .await)?;
    let Some((account, role, created_at, ended_at, signed_out, disabled_at)) = row else { return Ok(None) };
    let role = store::role(&role)?;
    let until = Instant(created_at).plus_seconds(limits(role).at_most);
    let gone = match (ended_at.or(disabled_at), signed_out) {
        (Some(_), true) => Gone::SignedOut,
        (Some(_), false) => Gone::Ended,
        (None, _) if now >= until => Gone::Expired,
        (None, _) => Gone::Locked,
    };
    Ok(Some((AccountId(account), role, gone)))
}

/// Whether what a device brings under this id is new; from now on it is not.
pub async fn take_once(tx: &mut Tx, account: AccountId, id: Uuid, now: Instant) -> Result<bool> {
    let taken = on_db!(tx, c => sqlx::query(
        "INSERT INTO device_entry (account, id, arrived_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    )
    .bind(account.0)
    .bind(id)
    .bind(now.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(taken > 0)
}

/// Notes that the device of this session keeps something from now on: once a session.
pub async fn save_kept(tx: &mut Tx, caller: &Caller, now: Instant) -> Result<()> {
    let new = on_db!(tx, c => sqlx::query("UPDATE session SET kept_at = $2 WHERE id = $1 AND kept_at IS NULL")
        .bind(caller.session.0)
        .bind(now.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    if new == 0 { Ok(()) } else { audit::store::account(tx, caller.account, "keep-on-device", now).await }
}

/// Drops what no device brings again.
pub async fn delete_expired(tx: &mut Tx, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM device_entry WHERE arrived_at <= $1")
        .bind(now.plus_days(-KNOWN_DAYS).0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
