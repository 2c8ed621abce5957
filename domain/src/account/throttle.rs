//! Counting of wrong tries, by the name they were aimed at and by the address they came from.
//!
//! A try on a name is counted before it is looked at, so that many at once are no way around the
//! count. An address is only ever slowed, and counts what turned out wrong.

use super::{address_delay, delay};
use crate::{
    Error, Result,
    db::{Db, Tx, on_db},
    id::AccountId,
    secret::{Keys, Purpose},
    time::Instant,
};

/// Something that tries are counted by. Only its keyed hash is kept.
pub(crate) struct Target {
    hash: Vec<u8>,
    delay: fn(u32) -> u32,
    /// After so many seconds without a wrong try the count starts anew.
    forgotten_after: i64,
}

/// No count outlives this.
pub(super) const FORGOTTEN_AFTER: i64 = 86_400;

impl Target {
    pub(super) fn name(keys: &Keys, name_key: &str) -> Self {
        Self {
            hash: keys.keyed_hash(Purpose::SignInName, &format!("name:{name_key}")).to_vec(),
            delay,
            forgotten_after: FORGOTTEN_AFTER,
        }
    }

    /// The codes of an account's second factor.
    pub(super) fn code(keys: &Keys, account: AccountId) -> Self {
        Self {
            hash: keys.keyed_hash(Purpose::SignInName, &format!("code:{account}")).to_vec(),
            delay,
            forgotten_after: FORGOTTEN_AFTER,
        }
    }

    pub(crate) fn address(keys: &Keys, address: &str) -> Self {
        Self {
            hash: keys.keyed_hash(Purpose::SignInName, &format!("address:{address}")).to_vec(),
            delay: address_delay,
            forgotten_after: 3600,
        }
    }

    /// An address from which links and taps come that open something by themselves: what turns out wrong of them slows
    /// nobody's sign-in.
    pub(crate) fn opening(keys: &Keys, address: &str) -> Self {
        Self {
            hash: keys.keyed_hash(Purpose::SignInName, &format!("opening:{address}")).to_vec(),
            delay: address_delay,
            forgotten_after: 3600,
        }
    }

    /// Wrong tries that still count, or how long to wait.
    fn judge(&self, failures: i64, last: Instant, now: Instant) -> Result<i64> {
        let passed = now.seconds_since(last).max(0);
        if passed >= self.forgotten_after {
            return Ok(0);
        }
        let wait = i64::from((self.delay)(u32::try_from(failures).unwrap_or(u32::MAX)));
        let free = Instant(last.0.min(now.0)).plus_seconds(wait);
        if now < free {
            let seconds = (free.0 - now.0 + 999_999) / 1_000_000;
            return Err(Error::Throttled(u32::try_from(seconds).unwrap_or(u32::MAX)));
        }
        Ok(failures)
    }
}

/// May something be tried now? Nothing is counted.
///
/// # Errors
/// [`Error::Throttled`] with the seconds to wait.
pub(crate) async fn check(tx: &mut Tx, target: &Target, now: Instant) -> Result<()> {
    let row: Option<(i64, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT failures, last_at FROM attempt WHERE target = $1",
    )
    .bind(&target.hash)
    .fetch_optional(c)
    .await)?;
    if let Some((failures, last)) = row {
        target.judge(failures, Instant(last), now)?;
    }
    Ok(())
}

/// Counts a try as wrong, unless it comes too early.
///
/// # Errors
/// [`Error::Throttled`] with the seconds to wait; then nothing is counted.
pub(super) async fn count(tx: &mut Tx, target: &Target, now: Instant) -> Result<()> {
    // Changes nothing, and holds the row until the end of the transaction.
    let (failures, last): (i64, i64) = on_db!(tx, c => sqlx::query_as(
        "INSERT INTO attempt (target, failures, last_at) VALUES ($1, 0, $2) \
         ON CONFLICT (target) DO UPDATE SET failures = attempt.failures RETURNING failures, last_at",
    )
    .bind(&target.hash)
    .bind(now.0)
    .fetch_one(c)
    .await)?;
    let failures = target.judge(failures, Instant(last), now)?;
    on_db!(tx, c => sqlx::query("UPDATE attempt SET failures = $2, last_at = $3 WHERE target = $1")
        .bind(&target.hash)
        .bind(failures + 1)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Counts a try that turned out wrong, however early it came.
pub(crate) async fn fail(tx: &mut Tx, target: &Target, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query(
        "INSERT INTO attempt (target, failures, last_at) VALUES ($1, 1, $2) \
         ON CONFLICT (target) DO UPDATE SET last_at = excluded.last_at, \
         failures = CASE WHEN attempt.last_at <= $3 THEN 1 ELSE attempt.failures + 1 END",
    )
    .bind(&target.hash)
    .bind(now.0)
    .bind(now.plus_seconds(-target.forgotten_after).0)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Counts a link or a tap that opened nothing, and answers so: only what is wrong is ever slowed.
pub(crate) async fn opens_nothing(db: &Db, keys: &Keys, address: &str, now: Instant) -> Result<Error> {
    let by = Target::opening(keys, address);
    let mut tx = db.write().await?;
    check(&mut tx, &by, now).await?;
    fail(&mut tx, &by, now).await?;
    tx.commit().await?;
    Ok(Error::NotFound)
}

/// Starts the count anew.
pub(super) async fn forget(tx: &mut Tx, target: &Target) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM attempt WHERE target = $1")
        .bind(&target.hash)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Drops the counts that no longer slow anyone.
pub(super) async fn delete_forgotten(tx: &mut Tx, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM attempt WHERE last_at <= $1")
        .bind(now.plus_seconds(-FORGOTTEN_AFTER).0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
