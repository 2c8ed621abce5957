//! The inbox: every notice of an account, whatever the channel.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{INBOX_DAYS, Notice, Said};
use crate::{
    Error, Result,
    access::Caller,
    db::{Tx, on_db},
    id::{AccountId, NoticeId},
    time::Instant,
};

/// A notice as its account sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub id: NoticeId,
    pub notice: Notice,
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
    (notice, said): (Notice, Said<'_>),
    key: &str,
    at: Instant,
    now: Instant,
) -> Result<NoticeId> {
    let id: Uuid = on_db!(tx, c => sqlx::query_scalar(
        "INSERT INTO notice (id, account, key, template, detail, url, at, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (account, key) DO UPDATE SET \
         detail = excluded.detail, url = excluded.url, at = excluded.at RETURNING id",
    )
    .bind(NoticeId::new().0)
    .bind(account.0)
    .bind(format!("{}:{key}", notice.code()))
    .bind(notice.code())
    .bind(said.detail)
    .bind(said.url)
    .bind(at.0)
    .bind(now.0)
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
    rows.into_iter()
        .map(|(id, template, detail, url, at, read_at)| {
            let notice = Notice::from_code(&template).ok_or_else(|| Error::internal("a notice of an unknown kind"))?;
            Ok(Entry { id: NoticeId(id), notice, detail, url, at: Instant(at), read: read_at.is_some() })
        })
        .collect()
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
