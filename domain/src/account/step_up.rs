//! Showing a factor again within a session, for what a device left open must not do by itself:
//! export, changing factors. An account with a code app shows a code, any other its passphrase.

use super::{
    Passphrase, factor,
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

/// Makes a session fresh with a code of the app, or a recovery code. It has shown its second factor
/// by it, and gets a new token.
///
/// # Errors
/// `totp: NoMatch`; [`Error::Throttled`] as at the door, with the same counts;
/// [`Error::SignedOut`] when the session has ended meanwhile.
pub async fn with_code(
    db: &Db,
    keys: &Keys,
    signed_in: &SignedIn,
    code: &str,
    address: &str,
    now: Instant,
) -> Result<(NewSession, factor::Shown)> {
    let (mut tx, shown) = factor::show(db, keys, signed_in.caller.account, code, address, now).await?;
    let session = renew(&mut tx, signed_in, true, now).await?;
    tx.commit().await?;
    Ok((session, shown))
}

/// Makes a session fresh with the passphrase. The session gets a new token; the old one is dead.
///
/// # Errors
/// `passphrase: NoMatch`; `totp: Missing` where codes are asked for; [`Error::Throttled`] as at the
/// door, with the same counts; [`Error::SignedOut`] when the session has ended meanwhile.
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
    if factor::find_status(&mut tx, account).await?.since.is_some() {
        return Err(Error::field("totp", FieldCode::Missing));
    }
    let session = renew(&mut tx, signed_in, false, now).await?;
    tx.commit().await?;
    Ok(session)
}

/// Notes that the session has just shown a factor (or its second one), and gives it a new token.
pub(super) async fn renew(tx: &mut Tx, signed_in: &SignedIn, second: bool, now: Instant) -> Result<NewSession> {
    let token = secret::token()?;
    let renewed = on_db!(tx, c => sqlx::query(
        "UPDATE session SET token = $2, fresh_at = $3, \
         second_factor_at = CASE WHEN $4 THEN $3 ELSE second_factor_at END WHERE id = $1 AND ended_at IS NULL",
    )
    .bind(signed_in.caller.session.0)
    .bind(token_hash(&token))
    .bind(now.0)
    .bind(second)
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
