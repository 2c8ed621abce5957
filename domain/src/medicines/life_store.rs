//! By which clock someone lives: their zone, and the moments of their day. With both, plans become doses.

use jiff::tz::TimeZone;

use super::{plan::Moments, remind, schedule::Life, store::json};
use crate::{
    Error, FieldCode, Result,
    access::{AccountRole, Granted, Medicines, Permission, Write},
    audit,
    db::{Tx, on_db},
    time::Instant,
};

/// When the moments of someone's day are, as they said or as they usually are.
pub async fn find_moments<P: Permission>(tx: &mut Tx, granted: &Granted<P, Medicines>) -> Result<Moments> {
    let kept: Option<String> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT moments FROM medicine_moments WHERE record = $1",
    ).bind(granted.record().0).fetch_optional(c).await)?;
    kept.map_or(Ok(Moments::default()), |body| serde_json::from_str(&body).map_err(Error::internal))
}

/// The person says when the moments of their day are.
///
/// # Errors
/// [`Error::Invalid`] names the moment that is not after the one before it.
pub async fn save_moments(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    moments: &Moments,
    now: Instant,
) -> Result<()> {
    // Who goes to bed after midnight may say so: only the meals have an order.
    for (field, earlier, later) in
        [("lunch", moments.breakfast, moments.lunch), ("dinner", moments.lunch, moments.dinner)]
    {
        if later <= earlier {
            return Err(Error::field(field, FieldCode::OutOfRange));
        }
    }
    on_db!(tx, c => sqlx::query(
        "INSERT INTO medicine_moments (record, moments, changed_at) VALUES ($1, $2, $3) \
         ON CONFLICT (record) DO UPDATE SET moments = excluded.moments, changed_at = excluded.changed_at",
    ).bind(granted.record().0).bind(json(moments)?).bind(now.0).execute(c).await.map(|_| ()))?;
    remind::plan_next(tx, granted.record(), now).await?;
    audit::store::change(tx, granted, "account", None, now).await
}

/// In which zone the person lives; the clinic's where nobody has come yet.
pub async fn find_zone<P: Permission>(tx: &mut Tx, granted: &Granted<P, Medicines>) -> Result<Option<String>> {
    Ok(on_db!(tx, c => sqlx::query_scalar("SELECT zone FROM account WHERE record = $1 AND role = $2")
        .bind(granted.record().0).bind(AccountRole::Patient.code()).fetch_optional(c).await)?)
}

/// The person's zone and moments, by which plans become doses.
pub async fn get_life<P: Permission>(tx: &mut Tx, granted: &Granted<P, Medicines>) -> Result<Life> {
    let zone = find_zone(tx, granted).await?.unwrap_or_else(|| "UTC".to_owned());
    let zone = TimeZone::get(&zone).map_err(Error::internal)?;
    Ok(Life { zone, moments: find_moments(tx, granted).await? })
}
