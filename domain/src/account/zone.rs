//! In which time zone someone lives, and what follows when they say that it is another one.

use super::travel::clock;
use crate::{
    Error, FieldCode, Result,
    access::{self, AccountRole, Caller, Diary, Medicines},
    audit,
    db::{Tx, on_db},
    diary,
    medicines::travel as plans,
    time::Instant,
};

fn known(zone: &str, now: Instant) -> Result<()> {
    clock(zone, now).map(|_| ()).ok_or_else(|| Error::field("zone", FieldCode::NotAChoice))
}

/// The caller lives by the clock of another zone from now on. Plans of medicines and of the diary follow, and their
/// reminders with them.
///
/// # Errors
/// `zone: NotAChoice` when nobody knows it.
pub async fn change_zone(tx: &mut Tx, caller: &Caller, zone: &str, now: Instant) -> Result<()> {
    known(zone, now)?;
    let before: String = on_db!(tx, c => sqlx::query_scalar("SELECT zone FROM account WHERE id = $1")
        .bind(caller.account.0).fetch_one(c).await)?;
    on_db!(tx, c => sqlx::query(
        "UPDATE account SET zone = $2, kept_zone = NULL WHERE id = $1 AND (zone <> $2 OR kept_zone IS NOT NULL)",
    ).bind(caller.account.0).bind(zone).execute(c).await.map(|_| ()))?;
    if before == zone {
        return Ok(());
    }
    if let (AccountRole::Patient, Some(record)) = (caller.role, caller.record) {
        let medicines = access::write::<Medicines>(tx, caller, record).await?;
        plans::leave(tx, &medicines, &before, now).await?;
        let diary = access::act_by_itself::<Diary>(tx, record).await?;
        diary::plan::plan_reminders(tx, &diary, now).await?;
    }
    audit::store::account(tx, caller.account, "zone", now).await
}

/// The caller keeps the time of home while their device shows that of another zone. That holds until they say
/// otherwise: another device of theirs may be at home all the time.
///
/// # Errors
/// `zone: NotAChoice` when nobody knows it.
pub async fn keep_zone(tx: &mut Tx, caller: &Caller, device: &str, now: Instant) -> Result<()> {
    known(device, now)?;
    let changed = on_db!(tx, c => sqlx::query(
        "UPDATE account SET kept_zone = $2 WHERE id = $1 AND (kept_zone IS NULL OR kept_zone <> $2)",
    ).bind(caller.account.0).bind(device).execute(c).await.map(|done| done.rows_affected()))?;
    if changed == 0 {
        return Ok(());
    }
    audit::store::account(tx, caller.account, "zone", now).await
}
