//! Showing a factor again within a session, for what a device left open must not do by itself:
//! export, changing factors.

use super::{
    Passphrase,
    passphrase::Hasher,
    store::{NewSession, SignIn, SignedIn, check_passphrase, token_hash},
};
use crate::{
    Error, Result, audit,
    db::{Db, Tx, on_db},
    error::FieldCode,
    secret::{self, Keys},
    time::Instant,
};

/// Makes a session fresh with the passphrase. The session gets a new token; the old one is dead.
///
/// # Errors
/// `passphrase: NoMatch`; [`Error::Throttled`] as at the door, with the same counts;
/// [`Error::SignedOut`] when the session has ended meanwhile.
pub async fn with_passphrase(
    db: &Db,
    keys: &Keys,
    hasher: &Hasher,
    signed_in: &SignedIn,
    passphrase: &Passphrase,
    address: &str,
    now: Instant,
) -> Result<NewSession> {
    let name = signed_in.name.as_deref().unwrap_or_default();
    let attempt = SignIn { name, passphrase, address, device: "" };
    let (mut tx, account) = check_passphrase(db, keys, hasher, &attempt, now).await?;
    if account != signed_in.caller.account {
        return Err(Error::field("passphrase", FieldCode::NoMatch));
    }
    let session = renew(&mut tx, signed_in, now).await?;
    tx.commit().await?;
    Ok(session)
}

/// Notes that the session has just shown a factor, and gives it a new token.
pub(super) async fn renew(tx: &mut Tx, signed_in: &SignedIn, now: Instant) -> Result<NewSession> {
    let token = secret::token()?;
    let renewed = on_db!(tx, c => sqlx::query(
        "UPDATE session SET token = $2, fresh_at = $3 WHERE id = $1 AND ended_at IS NULL",
    )
    .bind(signed_in.caller.session.0)
    .bind(token_hash(&token))
    .bind(now.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if renewed == 0 {
        return Err(Error::SignedOut);
    }
    let account = signed_in.caller.account;
    audit::store::account(tx, account, "step-up", now).await?;
    Ok(NewSession { token, session: signed_in.caller.session, account, until: signed_in.until })
}
