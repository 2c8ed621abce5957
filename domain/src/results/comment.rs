//! What the care team says about a result. The person sees it with the result, and a result that
//! waited for it opens.

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
    error::FieldCode,
    id::{CommentId, ItemId, RecordId},
    record::store::{Whose, get_whose},
    time::Instant,
};

/// What is said, as plain text of at least one character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentText(String);

impl CommentText {
    /// Characters that a comment may have.
    pub const MOST: usize = 2_000;

    /// As typed; browsers send lines with two characters at their ends.
    ///
    /// # Errors
    /// `text: Missing` or `text: TooLong`.
    pub fn new(typed: &str) -> Result<Self> {
        let text = typed.replace("\r\n", "\n");
        let text: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        let text = text.trim();
        match text.chars().count() {
            0 => Err(Error::field("text", FieldCode::Missing)),
            n if n > Self::MOST => Err(Error::field("text", FieldCode::TooLong)),
            _ => Ok(Self(text.to_owned())),
        }
    }
}

/// A comment as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    pub id: CommentId,
    /// The name of who said it, when they have one.
    pub author: Option<String>,
    pub at: Instant,
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
    text: &CommentText,
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
    .bind(&text.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if written == 0 {
        let known: (Uuid, Uuid, String) = on_db!(tx, c => sqlx::query_as(
            "SELECT item, account, body FROM result_comment WHERE record = $1 AND id = $2",
        ).bind(granted.record().0).bind(id.0).fetch_one(c).await)?;
        return if known == (item.0, account.0, text.0.clone()) { Ok(()) } else { Err(Error::Conflict) };
    }
    end_wait_for_comment(tx, granted, item, now).await?;
    audit::store::change(tx, granted, "account", None, now).await
}

/// What was said about an item, oldest first. Whether the reader sees the item is for
/// [`super::store::get_item`] to say.
pub(super) async fn list_comments(tx: &mut Tx, granted: &Granted<View, Results>, item: ItemId) -> Result<Vec<Comment>> {
    let rows: Vec<(Uuid, Option<String>, i64, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT said.id, account.name, said.at, said.body FROM result_comment said \
         LEFT JOIN account ON account.id = said.account WHERE said.record = $1 AND said.item = $2 ORDER BY said.at, said.id",
    ).bind(granted.record().0).bind(item.0).fetch_all(c).await)?;
    let comment = |(id, author, at, text)| Comment { id: CommentId(id), author, at: Instant(at), text };
    Ok(rows.into_iter().map(comment).collect())
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
