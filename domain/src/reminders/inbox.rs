//! The inbox: every notice of an account, whatever the channel.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{INBOX_DAYS, Notice, Wanted, store::About};
use crate::{
    Error, Result,
    access::Caller,
    db::{Tx, on_db},
    id::{AccountId, NoticeId},
    time::Instant,
};

/// An open page shows so many at once; the others are in the inbox.
const MOST_TOLD: usize = 3;
/// Of so many it chooses those that the person wants to see there.
const MOST_READ: i64 = 50;

/// A notice as its account sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub id: NoticeId,
    /// Nothing for a kind that this process doesn't know: a newer one on the same database may have written it.
    pub notice: Option<Notice>,
    /// What it is about, by name.
    pub detail: Option<String>,
    /// The page of Daybook that it leads to.
    pub url: Option<String>,
    pub at: Instant,
    pub read: bool,
}

/// Writes a notice down. One that is there moves to the new moment, and stays read if it was.
pub(super) async fn put_into_inbox(
    tx: &mut Tx,
    account: AccountId,
    (notice, said, dose): About<'_>,
    key: &str,
    at: Instant,
    now: Instant,
) -> Result<NoticeId> {
    let id: Uuid = on_db!(tx, c => sqlx::query_scalar(
        "INSERT INTO notice (id, account, key, template, detail, url, at, created_at, medicine, slot_day, slot_number) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (account, key) DO UPDATE SET \
         detail = excluded.detail, url = excluded.url, at = excluded.at, medicine = excluded.medicine, \
         slot_day = excluded.slot_day, slot_number = excluded.slot_number RETURNING id",
    )
    .bind(NoticeId::new().0)
    .bind(account.0)
    .bind(format!("{}:{key}", notice.code()))
    .bind(notice.code())
    .bind(said.detail)
    .bind(said.url)
    .bind(at.0)
    .bind(now.0)
    .bind(dose.map(|(medicine, _)| medicine.0))
    .bind(dose.map(|(_, slot)| String::from(slot.day)))
    .bind(dose.map(|(_, slot)| i64::from(slot.number)))
    .fetch_one(c)
    .await)?;
    Ok(NoticeId(id))
}

/// The caller's notices of the last [`INBOX_DAYS`], the newest first, at most `most`.
pub async fn list_inbox(tx: &mut Tx, caller: &Caller, most: i64, now: Instant) -> Result<Vec<Entry>> {
    type Row = (Uuid, String, Option<String>, Option<String>, i64, Option<i64>);
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, template, detail, url, at, read_at FROM notice WHERE account = $1 AND at > $2 AND at <= $3 \
         ORDER BY at DESC, id DESC LIMIT $4",
    )
    .bind(caller.account.0)
    .bind(now.plus_days(-INBOX_DAYS).0)
    .bind(now.0)
    .bind(most)
    .fetch_all(c)
    .await)?;
    let entry = |(id, template, detail, url, at, read_at): Row| Entry {
        id: NoticeId(id),
        notice: Notice::from_code(&template),
        detail,
        url,
        at: Instant(at),
        read: read_at.is_some(),
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// What an open page shows by itself: what the caller was told since a moment, wants to see there, and has not read.
/// The newest first. Where a zone is given, nothing in its quiet hours; what is late by now is told as that.
pub async fn list_told(
    tx: &mut Tx,
    caller: &Caller,
    wanted: Wanted,
    (since, zone): (Instant, Option<&str>),
    now: Instant,
) -> Result<Vec<Entry>> {
    type Row = (Uuid, String, Option<String>, Option<String>, i64);
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, template, detail, url, at FROM notice WHERE account = $1 AND at > $2 AND at <= $3 \
         AND (at > $4 OR created_at > $4) AND read_at IS NULL ORDER BY at DESC, id DESC LIMIT $5",
    )
    .bind(caller.account.0)
    .bind(now.plus_days(-1).0)
    .bind(now.0)
    .bind(since.0)
    .bind(MOST_READ)
    .fetch_all(c)
    .await)?;
    let mut told = Vec::new();
    for (id, template, detail, url, at) in rows {
        // A newer process on the same database may know more kinds.
        let Some(notice) = Notice::from_code(&template) else { continue };
        let at = Instant(at);
        let is_quiet = zone.is_some_and(|zone| wanted.after_quiet(notice, at, zone) > now);
        if wanted.shows(notice) && !is_quiet && told.len() < MOST_TOLD {
            told.push(Entry { id: NoticeId(id), notice: Some(notice.leaving(at, now)), detail, url, at, read: false });
        }
    }
    Ok(told)
}

/// How many of them the caller has not read.
pub async fn count_unread(tx: &mut Tx, caller: &Caller, now: Instant) -> Result<i64> {
    Ok(on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM notice WHERE account = $1 AND at > $2 AND at <= $3 AND read_at IS NULL",
    )
    .bind(caller.account.0)
    .bind(now.plus_days(-INBOX_DAYS).0)
    .bind(now.0)
    .fetch_one(c)
    .await)?)
}

/// The caller opens a notice, and so has read it. Answers the page that it leads to.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs, or leads nowhere.
pub async fn open_notice(tx: &mut Tx, caller: &Caller, notice: NoticeId, now: Instant) -> Result<String> {
    let url: Option<Option<String>> = on_db!(tx, c => sqlx::query_scalar(
        "UPDATE notice SET read_at = COALESCE(read_at, $3) WHERE id = $1 AND account = $2 AND at <= $3 RETURNING url",
    )
    .bind(notice.0)
    .bind(caller.account.0)
    .bind(now.0)
    .fetch_optional(c)
    .await)?;
    url.flatten().ok_or(Error::NotFound)
}

/// Marks what the caller has been told up to `until` as read; what came since they looked stays unread.
pub async fn mark_read(tx: &mut Tx, caller: &Caller, until: Instant, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE notice SET read_at = $3 WHERE account = $1 AND at <= $2 AND read_at IS NULL")
        .bind(caller.account.0)
        .bind(until.min(now).0)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
