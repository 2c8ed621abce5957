//! Notices of medicines that leave: what they are about is looked at again, by the plans and by what was said. What was
//! answered, put off, held or ended since they were planned is neither told nor named.

use super::{LATE_SECONDS, Notice};
use crate::{
    Result,
    db::{Tx, on_db},
    id::{AccountId, RecordId},
    medicines::remind::{BEHIND_DAYS, list_open},
    time::Instant,
};

/// A notice of doses as it was planned.
#[derive(Debug, Clone, Copy)]
pub(super) struct Planned {
    pub notice: Notice,
    pub at: Instant,
    pub created_at: Instant,
}

/// The medicines that notices of an account are about still; nothing where none of it is left.
pub(super) async fn find_names(
    tx: &mut Tx,
    account: AccountId,
    planned: &[Planned],
    now: Instant,
) -> Result<Option<String>> {
    let record: Option<uuid::Uuid> = on_db!(tx, c => sqlx::query_scalar("SELECT record FROM account WHERE id = $1")
        .bind(account.0)
        .fetch_one(c)
        .await)?;
    let Some(record) = record.map(RecordId) else { return Ok(None) };
    let mut stretches = Vec::with_capacity(planned.len());
    for one in planned {
        stretches.push(stretch(tx, account, *one).await?);
    }
    let names = list_open(tx, record, &stretches, now).await?;
    Ok((!names.is_empty()).then(|| names.join(", ")))
}

/// Behind which moment came what a notice is about, and not beyond which.
async fn stretch(tx: &mut Tx, account: AccountId, planned: Planned) -> Result<(Instant, Instant)> {
    let Planned { notice, at, created_at } = planned;
    if notice != Notice::MedicineLate {
        return Ok((Instant(at.0.saturating_sub(1)), at));
    }
    // A summary is about all that came too late since the notice before it.
    let before: Option<i64> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT MAX(created_at) FROM notice WHERE account = $1 AND created_at < $2 AND template IN ($3, $4)",
    )
    .bind(account.0)
    .bind(created_at.0)
    .bind(Notice::MedicineDue.code())
    .bind(Notice::MedicineLate.code())
    .fetch_one(c)
    .await)?;
    let longest = at.plus_days(-BEHIND_DAYS);
    Ok((before.map_or(longest, |before| longest.max(Instant(before))), at.plus_seconds(-LATE_SECONDS)))
}

/// Whether what the record said of medicines was said otherwise since: of two that wait the last one leaves.
pub(super) async fn is_overtaken(
    tx: &mut Tx,
    account: AccountId,
    (notice, detail): (Notice, Option<&str>),
    created_at: Instant,
) -> Result<bool> {
    if !notice.is_of_record() {
        return Ok(false);
    }
    let later: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM notice WHERE account = $1 AND created_at > $2 AND template IN ($3, $4) AND detail = $5",
    )
    .bind(account.0)
    .bind(created_at.0)
    .bind(Notice::MedicineStopped.code())
    .bind(Notice::MedicineAgain.code())
    .bind(detail)
    .fetch_one(c)
    .await)?;
    Ok(later > 0)
}

/// The key of the mail of a notice: one for each, but one for all that the quiet hours hold back until it is late.
pub(super) fn mail_key(account: AccountId, notice: Notice, key: &str, at: Instant) -> String {
    if notice == Notice::MedicineLate { format!("{}:{account}", at.0) } else { format!("{key}:{account}") }
}

/// The notices that a mail is about, by its key as [`mail_key`] made it.
pub(super) async fn list_planned(
    tx: &mut Tx,
    account: AccountId,
    (notice, key): (Notice, &str),
    (at, created_at): (Instant, Instant),
) -> Result<Vec<Planned>> {
    let own = key.strip_suffix(&format!(":{account}")).unwrap_or(key);
    let rows: Vec<(String, i64, i64)> = if notice == Notice::MedicineLate {
        on_db!(tx, c => sqlx::query_as(
            "SELECT template, at, created_at FROM notice WHERE account = $1 AND at > $2 AND at <= $3 \
             AND created_at >= $4 AND template IN ($5, $6) ORDER BY at, id",
        )
        .bind(account.0)
        .bind(created_at.plus_seconds(-LATE_SECONDS).0)
        .bind(at.0)
        .bind(created_at.0)
        .bind(Notice::MedicineDue.code())
        .bind(Notice::MedicineLate.code())
        .fetch_all(c)
        .await)?
    } else {
        on_db!(tx, c => sqlx::query_as("SELECT template, at, created_at FROM notice WHERE account = $1 AND key = $2")
            .bind(account.0)
            .bind(own)
            .fetch_all(c)
            .await)?
    };
    let planned = rows.into_iter().filter_map(|(template, at, created_at)| {
        let notice = Notice::from_code(&template)?;
        Some(Planned { notice, at: Instant(at), created_at: Instant(created_at) })
    });
    // What is late by then; what the quiet hours hold back for less than that has a mail of its own.
    Ok(planned.filter(|one| one.notice.leaving(one.at, at) == notice).collect())
}
