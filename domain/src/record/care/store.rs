//! Versions of what the care team keeps. None is overwritten; the latest counts.

use super::Care;
use crate::{
    Error, Result,
    access::{self, Act, Category, Granted, Permission},
    audit,
    db::{Tx, on_db},
    time::Instant,
};

/// The latest version, and who made it when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub care: Care,
    pub version: i64,
    /// The name of who set it, when they have one.
    pub by: Option<String>,
    pub at: Instant,
}

/// What is kept of someone; nothing when nobody has said anything yet.
pub async fn find_care<P: Permission, C: Category>(tx: &mut Tx, granted: &Granted<P, C>) -> Result<Option<Care>> {
    Ok(find_kept(tx, granted).await?.map(|kept| kept.care))
}

/// What is kept of someone, and who set it.
pub async fn find_kept<P: Permission, C: Category>(tx: &mut Tx, granted: &Granted<P, C>) -> Result<Option<Kept>> {
    let row: Option<(i64, Option<String>, i64, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT record_care.version, account.name, record_care.at, record_care.body FROM record_care \
         LEFT JOIN account ON account.id = record_care.account WHERE record_care.record = $1 \
         ORDER BY record_care.version DESC LIMIT 1",
    ).bind(granted.record().0).fetch_optional(c).await)?;
    let Some((version, by, at, body)) = row else { return Ok(None) };
    let care = serde_json::from_str(&body).map_err(Error::internal)?;
    Ok(Some(Kept { care, version, by, at: Instant(at) }))
}

/// Sets what is kept, made from the version `from` (0: from nothing). The same again has the effect of
/// once.
///
/// # Errors
/// [`Error::Conflict`] when someone has changed it since `from`.
pub async fn save_care(
    tx: &mut Tx,
    granted: &Granted<Act, access::Care>,
    care: &Care,
    from: i64,
    now: Instant,
) -> Result<()> {
    let body = serde_json::to_string(care).map_err(Error::internal)?;
    let account = granted.account().map(|account| account.0);
    let latest: Option<i64> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT MAX(version) FROM record_care WHERE record = $1",
    ).bind(granted.record().0).fetch_one(c).await)?;
    let written = if latest.unwrap_or(0) == from {
        on_db!(tx, c => sqlx::query(
            "INSERT INTO record_care (record, version, account, at, body) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (record, version) DO NOTHING",
        )
        .bind(granted.record().0)
        .bind(from + 1)
        .bind(account)
        .bind(now.0)
        .bind(&body)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?
    } else {
        0
    };
    if written > 0 {
        return audit::store::change(tx, granted, "account", None, now).await;
    }
    let repeated: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM record_care WHERE record = $1 AND version = $2 AND account = $3 AND body = $4",
    ).bind(granted.record().0).bind(from.saturating_add(1)).bind(account).bind(&body).fetch_one(c).await)?;
    if repeated > 0 { Ok(()) } else { Err(Error::Conflict) }
}
