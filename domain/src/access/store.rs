//! Checking grants. Every grant is read again on each request, so revoking works at once.

use std::marker::PhantomData;

use super::{AccountRole, Caller, Category, Granted, Import, Results, View};
use crate::{
    Error, Result, audit,
    db::{Tx, on_db},
    id::RecordId,
    record::store::Origin,
    time::Instant,
};

/// May `caller` read the part `C` of `record`? Writes the row of the log for this reading (one per
/// caller, record, category and five minutes) before it answers. Where nothing can be written any
/// more, people can still read their own record.
///
/// # Errors
/// [`Error::NotFound`] when the record does not exist or is not theirs to see.
pub async fn view<C: Category>(
    tx: &mut Tx,
    caller: &Caller,
    record: RecordId,
    now: Instant,
) -> Result<Granted<View, C>> {
    let own: Option<Option<uuid::Uuid>> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT record FROM account WHERE id = $1 AND role = $2 AND disabled_at IS NULL",
    )
    .bind(caller.account.0)
    .bind(AccountRole::Patient.code())
    .fetch_optional(c)
    .await)?;
    if own.flatten() != Some(record.0) {
        return Err(Error::NotFound);
    }
    let granted = Granted { record, caller: Some(caller.account), kind: PhantomData };
    if let Err(cause) = audit::store::reading(tx, &granted, now).await {
        let Error::Unavailable(cause) = cause else { return Err(cause) };
        tracing::error!(event = "audit.unwritable", %cause, "a reading could not be logged; the owner may read on");
    }
    Ok(granted)
}

/// The operator or a clinic's system, named by `origin`, brings something for `record`.
pub async fn import(tx: &mut Tx, origin: &Origin, record: RecordId) -> Result<Granted<Import, Results>> {
    let known: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM record, sender WHERE record.id = $1 AND sender.id = $2",
    )
    .bind(record.0)
    .bind(origin.sender.0)
    .fetch_one(c)
    .await)?;
    if known == 0 {
        return Err(Error::NotFound);
    }
    Ok(Granted { record, caller: None, kind: PhantomData })
}
