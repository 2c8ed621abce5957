//! What the care team says about a result. The person sees it with the result, and a result that
//! waited for it opens. Who said it may correct or withdraw it: nothing is lost by that, and what opened
//! stays open.

use uuid::Uuid;

use super::{
    store::{Entry, list_entries},
    wait::{end_wait_for_comment, exists},
};
use crate::{
    Error, Result,
    access::{self, AccountRole, Caller, Comment as MayComment, Granted, Identity, Results, View},
    audit,
    db::{Tx, on_db},
    id::{CommentId, ItemId, RecordId},
    own_words::OwnWords,
    record::store::{Whose, get_whose},
    time::Instant,
};

/// A comment as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    pub id: CommentId,
    /// The name of who said it, when they have one.
    pub author: Option<String>,
    pub at: Instant,
    /// As it was said, or as it was corrected; empty when it was withdrawn.
    pub text: String,
    /// When it was corrected or withdrawn, the last time.
    pub changed_at: Option<Instant>,
}

/// A comment that whoever asks may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnComment {
    pub id: CommentId,
    /// How often it was changed.
    pub version: i64,
    pub text: String,
}

/// Says something about an item. A result that waits for a comment opens with it. The same id again
/// has the effect of once.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such item; [`Error::Conflict`] when the id came with
/// another text, for another item or from someone else.
pub async fn create_comment(
    tx: &mut Tx,
    granted: &Granted<MayComment, Results>,
    item: ItemId,
    text: &OwnWords,
    id: CommentId,
    now: Instant,
) -> Result<()> {
    exists(tx, granted, item).await?;
    let account = granted.account().ok_or(Error::NotFound)?;
    let written = on_db!(tx, c => sqlx::query(
        "INSERT INTO result_comment (record, id, item, account, at, body) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (record, id) DO NOTHING",
    )
    .bind(granted.record().0)
    .bind(id.0)
    .bind(item.0)
    .bind(account.0)
    .bind(now.0)
    .bind(text.as_str())
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if written == 0 {
        let known: (Uuid, Uuid, String) = on_db!(tx, c => sqlx::query_as(
            "SELECT item, account, body FROM result_comment WHERE record = $1 AND id = $2",
        ).bind(granted.record().0).bind(id.0).fetch_one(c).await)?;
        return if known == (item.0, account.0, text.as_str().to_owned()) { Ok(()) } else { Err(Error::Conflict) };
    }
    end_wait_for_comment(tx, granted, item, now).await?;
    audit::store::change(tx, granted, "account", None, now).await
}

/// Joins to a comment `said` the latest change of it as `changed`.
macro_rules! latest_change {
    () => {
        "LEFT JOIN result_comment_change changed ON changed.record = said.record AND changed.comment = said.id \
         AND changed.version = (SELECT MAX(version) FROM result_comment_change WHERE record = said.record AND comment = said.id)"
    };
}

/// What was said about an item, oldest first. Whether the reader sees the item is for
/// [`super::store::get_item`] to say.
pub(super) async fn list_comments(tx: &mut Tx, granted: &Granted<View, Results>, item: ItemId) -> Result<Vec<Comment>> {
    type Row = (Uuid, Option<String>, i64, String, Option<i64>, Option<String>);
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(concat!(
        "SELECT said.id, account.name, said.at, said.body, changed.at, changed.body FROM result_comment said \
         LEFT JOIN account ON account.id = said.account ", latest_change!(),
        " WHERE said.record = $1 AND said.item = $2 ORDER BY said.at, said.id",
    )).bind(granted.record().0).bind(item.0).fetch_all(c).await)?;
    let comment = |(id, author, at, said, changed_at, changed): Row| Comment {
        id: CommentId(id),
        author,
        at: Instant(at),
        text: if changed_at.is_some() { changed.unwrap_or_default() } else { said },
        changed_at: changed_at.map(Instant),
    };
    Ok(rows.into_iter().map(comment).collect())
}

/// The comments of whoever asks about an item that they may still change, oldest first.
pub async fn list_own_comments(
    tx: &mut Tx,
    granted: &Granted<MayComment, Results>,
    item: ItemId,
) -> Result<Vec<OwnComment>> {
    let account = granted.account().ok_or(Error::NotFound)?;
    let rows: Vec<(Uuid, i64, String)> = on_db!(tx, c => sqlx::query_as(concat!(
        "SELECT said.id, COALESCE(changed.version, 0), COALESCE(changed.body, said.body) FROM result_comment said ",
        latest_change!(),
        " WHERE said.record = $1 AND said.item = $2 AND said.account = $3 \
         AND (changed.version IS NULL OR changed.body IS NOT NULL) ORDER BY said.at, said.id",
    )).bind(granted.record().0).bind(item.0).bind(account.0).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id, version, text)| OwnComment { id: CommentId(id), version, text }).collect())
}

/// Corrects a comment, or withdraws it when there is no text any more, made from the version `from` of
/// it. Only who said it may. What was said stays in the database, what it opened stays open, and it is
/// news to the person. The same again has the effect of once.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such comment of theirs; [`Error::Conflict`] when it was
/// changed since `from`, or is withdrawn.
pub async fn change_comment(
    tx: &mut Tx,
    granted: &Granted<MayComment, Results>,
    id: CommentId,
    text: Option<&OwnWords>,
    from: i64,
    now: Instant,
) -> Result<()> {
    let account = granted.account().ok_or(Error::NotFound)?;
    let text = text.map(OwnWords::as_str);
    let said: Option<String> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT body FROM result_comment WHERE record = $1 AND id = $2 AND account = $3",
    ).bind(granted.record().0).bind(id.0).bind(account.0).fetch_optional(c).await)?;
    let said = said.ok_or(Error::NotFound)?;
    let changes: Vec<(i64, Option<String>)> = on_db!(tx, c => sqlx::query_as(
        "SELECT version, body FROM result_comment_change WHERE record = $1 AND comment = $2 ORDER BY version",
    ).bind(granted.record().0).bind(id.0).fetch_all(c).await)?;
    let (version, shown) = changes.last().map_or((0, Some(said.as_str())), |(n, body)| (*n, body.as_deref()));
    if changes.iter().any(|(n, body)| n.checked_sub(1) == Some(from) && body.as_deref() == text) {
        return Ok(());
    }
    if version != from || shown.is_none() {
        return Err(Error::Conflict);
    }
    if shown == text {
        return Ok(());
    }
    let written = on_db!(tx, c => sqlx::query(
        "INSERT INTO result_comment_change (record, comment, version, at, body) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT DO NOTHING",
    )
    .bind(granted.record().0)
    .bind(id.0)
    .bind(version + 1)
    .bind(now.0)
    .bind(text)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if written == 0 {
        return Err(Error::Conflict);
    }
    let act = if text.is_some() { "correct" } else { "withdraw" };
    audit::store::deed(tx, granted, act, now).await
}

/// A result that waits for the care team to say something.
#[derive(Debug, Clone, PartialEq)]
pub struct Awaiting {
    pub whose: Whose,
    pub entry: Entry,
    pub arrived_at: Instant,
}

/// Results of the people of the caller's teams that wait for a comment, the longest waiting first,
/// and whether there are more. Each record in the list is read with a proof of its own, and its log
/// says so.
///
/// # Errors
/// [`Error::NotFound`] for whoever is not of the care team, or has not shown a second factor.
pub async fn list_awaiting(tx: &mut Tx, caller: &Caller, most: i64, now: Instant) -> Result<(Vec<Awaiting>, bool)> {
    if caller.role != AccountRole::CareTeam || !caller.second_factor {
        return Err(Error::NotFound);
    }
    let mut rows: Vec<(Uuid, Uuid, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT DISTINCT w.record, w.item, w.arrived_at FROM account \
         JOIN account_team ON account_team.account = account.id \
         JOIN record_team ON record_team.team = account_team.team \
         JOIN result_wait w ON w.record = record_team.record \
         JOIN record ON record.id = w.record \
         JOIN item ON item.record = w.record AND item.id = w.item \
         WHERE account.id = $1 AND account.role = $2 AND account.disabled_at IS NULL \
         AND w.opened_at IS NULL AND w.opens_on IS NULL \
         AND item.from_no <= record.published_no AND item.until_no > record.published_no \
         ORDER BY w.arrived_at, w.item LIMIT $3",
    )
    .bind(caller.account.0)
    .bind(AccountRole::CareTeam.code())
    .bind(most + 1)
    .fetch_all(c)
    .await)?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    let mut records: Vec<Uuid> = rows.iter().map(|row| row.0).collect();
    records.sort_unstable();
    records.dedup();
    let mut found: Vec<Awaiting> = Vec::new();
    for record in records {
        let identity = access::view::<Identity>(tx, caller, RecordId(record), now).await?;
        let whose = get_whose(tx, &identity).await?;
        let granted = access::view::<Results>(tx, caller, RecordId(record), now).await?;
        let of_record = || rows.iter().filter(|row| row.0 == record);
        let ids: Vec<ItemId> = of_record().map(|row| ItemId(row.1)).collect();
        for entry in list_entries(tx, &granted, &ids).await? {
            let Some((_, _, arrived)) = of_record().find(|row| row.1 == entry.id.0) else { continue };
            found.push(Awaiting { whose: whose.clone(), entry, arrived_at: Instant(*arrived) });
        }
    }
    found.sort_by_key(|one| (one.arrived_at, one.entry.id));
    Ok((found, more))
}
