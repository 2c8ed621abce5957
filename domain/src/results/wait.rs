//! Storing what waits: what arrives is held back as the person chose, and opens by their choice, by
//! their own hand, or by the care team's.

use uuid::Uuid;

use super::{
    Kind,
    readiness::{Choice, GROUPS, Start, State, Waits, state},
};
use crate::{
    Error, Result,
    access::{Choose, Comment, Granted, Import, Permission, Results, View},
    audit,
    db::{Tx, on_db},
    id::ItemId,
    record::store::OPEN,
    site::store::find_site,
    time::Instant,
};

/// What holds for one group of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    pub kind: Kind,
    /// The person's own choice.
    pub own: Option<Choice>,
    /// How the clinic begins.
    pub start: Choice,
}

impl Chosen {
    pub fn choice(&self) -> Choice {
        self.own.unwrap_or(self.start)
    }
}

/// The person's choices for each group, beside those of the clinic.
pub async fn list_choices(tx: &mut Tx, granted: &Granted<View, Results>, start: &Start) -> Result<Vec<Chosen>> {
    chosen(tx, granted, start).await
}

/// How many results wait for their person.
pub async fn count_waiting(tx: &mut Tx, granted: &Granted<View, Results>) -> Result<u32> {
    let today = day(tx, granted, granted.at()).await?.to_string();
    let count: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM result_wait WHERE record = $1 AND opened_at IS NULL \
         AND (opens_on IS NULL OR opens_on > $2)",
    ).bind(granted.record().0).bind(today).fetch_one(c).await)?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

async fn chosen<P: Permission>(tx: &mut Tx, granted: &Granted<P, Results>, start: &Start) -> Result<Vec<Chosen>> {
    let rows: Vec<(String, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT kind, choice FROM result_choice WHERE record = $1",
    ).bind(granted.record().0).fetch_all(c).await)?;
    GROUPS
        .into_iter()
        .map(|kind| {
            let own = rows.iter().find(|(code, _)| code == kind.code());
            let own = own.map(|(_, choice)| serde_json::from_str(choice)).transpose().map_err(Error::internal)?;
            Ok(Chosen { kind, own, start: start.of(kind) })
        })
        .collect()
}

/// The day by the calendar of the person; nobody's calendar is that of UTC.
async fn day<P: Permission>(tx: &mut Tx, granted: &Granted<P, Results>, at: Instant) -> Result<jiff::civil::Date> {
    let zone: Option<String> = on_db!(tx, c => sqlx::query_scalar("SELECT zone FROM account WHERE record = $1")
        .bind(granted.record().0).fetch_optional(c).await)?;
    Ok(at.in_zone(zone.as_deref().unwrap_or("UTC")).map_err(Error::internal)?.date())
}

/// What import `no` brought for the first time begins to wait where that was chosen for its kind, or
/// for the kind of a value that it groups. Nothing waits before its person has come, and what is
/// open already stays open, also when a value is added to it.
pub(crate) async fn begin(tx: &mut Tx, granted: &Granted<Import, Results>, no: i64, now: Instant) -> Result<()> {
    let came: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM account WHERE record = $1 AND enrolled_at IS NOT NULL",
    ).bind(granted.record().0).fetch_one(c).await)?;
    if came == 0 {
        return Ok(());
    }
    let start = find_site(tx).await?.map(|site| site.readiness).unwrap_or_default();
    let today = day(tx, granted, now).await?;
    let mut all: Vec<(Kind, Waits)> = Vec::new();
    for chosen in chosen(tx, granted, &start).await? {
        if let State::Waits(waits) = state(chosen.choice(), today, false, today) {
            all.push((chosen.kind, waits));
        }
    }
    // What is of several kinds waits as the longest of them does: a comment has no day.
    all.sort_by_key(|(_, waits)| std::cmp::Reverse(waits.opens.map_or((1, None), |day| (0, Some(day.to_string())))));
    for (kind, waits) in all {
        on_db!(tx, c => sqlx::query(
            "INSERT INTO result_wait (record, item, key, kind, arrived_at, opens_on) \
             SELECT record, id, key, $3, $4, $5 FROM item \
             WHERE record = $1 AND head = 1 AND first_no = $2 AND from_no = $2 \
             AND NOT EXISTS (SELECT 1 FROM item was WHERE was.id = item.id AND was.from_no < $2) \
             AND (kind = $3 OR EXISTS (SELECT 1 FROM item v WHERE v.record = $1 AND v.panel = item.key \
             AND v.head = 0 AND v.until_no = item.until_no AND v.kind = $3)) ON CONFLICT DO NOTHING",
        )
        .bind(granted.record().0)
        .bind(no)
        .bind(kind.code())
        .bind(now.0)
        .bind(waits.opens.map(|day| day.to_string()))
        .execute(c)
        .await
        .map(|_| ()))?;
    }
    // A line that has gone into another one, or whose values have, no longer waits for itself.
    on_db!(tx, c => sqlx::query(
        "UPDATE result_wait SET opened_at = $2 WHERE record = $1 AND opened_at IS NULL AND NOT EXISTS \
         (SELECT 1 FROM item WHERE item.id = result_wait.item AND item.until_no = $3 AND item.head = 1 \
         AND (item.key NOT LIKE 'collection:%' OR EXISTS (SELECT 1 FROM item v WHERE v.record = $1 \
         AND v.panel = item.key AND v.head = 0 AND v.until_no = $3)))",
    )
    .bind(granted.record().0)
    .bind(now.0)
    .bind(OPEN)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// The person chooses. What is open stays open; what waits goes on by the new choice or opens.
///
/// # Errors
/// [`Error::Internal`] for a kind without a choice, which no form offers.
pub async fn save_choices(
    tx: &mut Tx,
    granted: &Granted<Choose, Results>,
    choices: &[(Kind, Choice)],
    now: Instant,
) -> Result<()> {
    for (kind, choice) in choices {
        if !GROUPS.contains(kind) {
            return Err(Error::internal("a choice for a kind that has none"));
        }
        on_db!(tx, c => sqlx::query(
            "INSERT INTO result_choice (record, kind, choice) VALUES ($1, $2, $3) \
             ON CONFLICT (record, kind) DO UPDATE SET choice = excluded.choice",
        )
        .bind(granted.record().0)
        .bind(kind.code())
        .bind(serde_json::to_string(choice).map_err(Error::internal)?)
        .execute(c)
        .await
        .map(|_| ()))?;
        apply(tx, granted, *kind, *choice, now).await?;
    }
    audit::store::change(tx, granted, "account", None, now).await
}

/// Holds what waits to another choice.
async fn apply(
    tx: &mut Tx,
    granted: &Granted<Choose, Results>,
    kind: Kind,
    choice: Choice,
    now: Instant,
) -> Result<()> {
    let today = day(tx, granted, now).await?;
    let waiting: Vec<(Uuid, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT item, arrived_at FROM result_wait WHERE record = $1 AND kind = $2 AND opened_at IS NULL \
         AND (opens_on IS NULL OR opens_on > $3)",
    ).bind(granted.record().0).bind(kind.code()).bind(today.to_string()).fetch_all(c).await)?;
    for (item, arrived) in waiting {
        let arrived = day(tx, granted, Instant(arrived)).await?;
        let (opens, opened) = match state(choice, arrived, false, today) {
            State::Open => (None, Some(now.0)),
            State::Waits(waits) => (waits.opens.map(|day| day.to_string()), None),
        };
        on_db!(tx, c => sqlx::query("UPDATE result_wait SET opens_on = $3, opened_at = $4 WHERE record = $1 AND item = $2")
            .bind(granted.record().0)
            .bind(item)
            .bind(opens)
            .bind(opened)
            .execute(c)
            .await
            .map(|_| ()))?;
    }
    Ok(())
}

/// The person opens a waiting result now. Opening what is open changes nothing.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such item.
pub async fn open_now(tx: &mut Tx, granted: &Granted<Choose, Results>, item: ItemId, now: Instant) -> Result<()> {
    let opened = on_db!(tx, c => sqlx::query(
        "UPDATE result_wait SET opened_at = $3 WHERE record = $1 AND item = $2 AND opened_at IS NULL",
    ).bind(granted.record().0).bind(item.0).bind(now.0).execute(c).await.map(|done| done.rows_affected()))?;
    if opened > 0 {
        return audit::store::deed(tx, granted, "open", now).await;
    }
    exists(tx, granted, item).await
}

/// The care team lets a result that waits for their comment open without one. Days that the person
/// chose are the person's: they are not cut short.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such item.
pub async fn release(tx: &mut Tx, granted: &Granted<Comment, Results>, item: ItemId, now: Instant) -> Result<()> {
    if end_wait_for_comment(tx, granted, item, now).await? {
        return audit::store::deed(tx, granted, "release", now).await;
    }
    exists(tx, granted, item).await
}

/// What waits for a comment opens; answers whether it did.
pub(super) async fn end_wait_for_comment(
    tx: &mut Tx,
    granted: &Granted<Comment, Results>,
    item: ItemId,
    now: Instant,
) -> Result<bool> {
    Ok(on_db!(tx, c => sqlx::query(
        "UPDATE result_wait SET opened_at = $3 \
         WHERE record = $1 AND item = $2 AND opened_at IS NULL AND opens_on IS NULL",
    ).bind(granted.record().0).bind(item.0).bind(now.0).execute(c).await.map(|done| done.rows_affected()))?
        > 0)
}

/// Whether the item has a line of its own in the record.
pub(super) async fn exists<P: Permission>(tx: &mut Tx, granted: &Granted<P, Results>, item: ItemId) -> Result<()> {
    let there: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM item JOIN record ON record.id = item.record \
         WHERE item.record = $1 AND item.id = $2 AND item.head = 1 \
         AND item.from_no <= record.published_no AND item.until_no > record.published_no",
    ).bind(granted.record().0).bind(item.0).fetch_one(c).await)?;
    if there > 0 { Ok(()) } else { Err(Error::NotFound) }
}
