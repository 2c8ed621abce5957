//! What someone notes between reports: a symptom, when it was, how bad, and words of their own.

use uuid::Uuid;

use super::report::{Attribute, Author, Level, Report, Symptom};
use crate::{
    Error, Field, FieldCode, Result,
    access::{Diary, Granted, Permission, Write},
    audit,
    db::{Tx, on_db},
    devices::Said,
    id::{AccountId, ReportId},
    time::Instant,
};

/// Characters that the words of an entry may have.
pub const LONGEST_NOTE: usize = 2_000;
/// The code of what no instrument has a name for.
pub const OTHER: &str = "other";
/// How far back something can be noted.
pub const OLDEST_DAYS: i64 = 31;
/// How long an entry can be taken back.
pub const WITHDRAWN_SECONDS: i64 = 3600;
/// A device's clock may be this far ahead.
const AHEAD_SECONDS: i64 = 300;

/// One entry. Its id shares the ids of reports, since both are made on the device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: ReportId,
    pub account: AccountId,
    pub by: Author,
    pub symptom: Symptom,
    /// How bad, when that was said.
    pub level: Option<Level>,
    pub happened_at: Instant,
    pub note: String,
    pub noted_at: Instant,
    /// When it reached Daybook, where a device had kept it.
    pub arrived_at: Option<Instant>,
}

impl Entry {
    /// What it says, as rules read it.
    pub fn said(&self) -> Report {
        let levels = self.level.map(|level| (Attribute::Severity, level));
        Report {
            at: self.happened_at,
            by: self.by,
            finished: true,
            flags: None,
            parts: [(self.symptom.clone(), levels.into_iter().collect())].into(),
            temperature: None,
            note: !self.note.is_empty(),
        }
    }
}

impl Entry {
    fn is_repeated_by(&self, account: AccountId, new: &NewEntry) -> Result<Option<Self>> {
        let same = (self.account, &self.symptom, self.level, self.happened_at, &self.note)
            == (account, &new.symptom, new.level, new.happened_at, &new.note);
        if same { Ok(None) } else { Err(Error::Conflict) }
    }
}

/// What is to be noted, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    pub id: ReportId,
    pub symptom: Symptom,
    pub level: Option<Level>,
    pub happened_at: Instant,
    pub note: String,
}

impl NewEntry {
    fn check(&self, now: Instant) -> Result<()> {
        let mut wrong = Vec::new();
        let mut field = |name: &str, code| wrong.push(Field { name: name.into(), code });
        if self.level.is_none() && self.note.is_empty() {
            field("level", FieldCode::Missing);
        }
        if self.note.chars().count() > LONGEST_NOTE {
            field("note", FieldCode::TooLong);
        }
        let ago = now.seconds_since(self.happened_at);
        if !(-AHEAD_SECONDS..=OLDEST_DAYS * 86_400).contains(&ago) {
            field("happened", FieldCode::NotADate);
        }
        if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
    }
}

/// Notes something. The same id again has the effect of once: nothing is answered then.
///
/// # Errors
/// [`Error::Invalid`] names `level`, `note` or `happened`; [`Error::Conflict`] when the id came with
/// other content or from someone else.
pub async fn create_entry(
    tx: &mut Tx,
    granted: &Granted<Write, Diary>,
    new: NewEntry,
    when: impl Into<Said>,
) -> Result<Option<Entry>> {
    let when = when.into();
    let account = granted.account().ok_or(Error::NotFound)?;
    if let Some(known) = find_kept(tx, granted, new.id).await? {
        return known.is_repeated_by(account, &new);
    }
    new.check(when.at)?;
    let NewEntry { id, symptom, level, happened_at, note } = new;
    let entry = Entry {
        id,
        account,
        by: Author::Person,
        symptom,
        level,
        happened_at,
        note,
        noted_at: when.at,
        arrived_at: when.came_later(),
    };
    let written = on_db!(tx, c => sqlx::query(
        "INSERT INTO diary_entry (record, id, account, author, symptom, level, happened_at, note, noted_at, arrived_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING",
    )
    .bind(granted.record().0)
    .bind(entry.id.0)
    .bind(entry.account.0)
    .bind("person")
    .bind(&entry.symptom.0)
    .bind(entry.level.map(|level| i64::from(level.get())))
    .bind(entry.happened_at.0)
    .bind(&entry.note)
    .bind(entry.noted_at.0)
    .bind(entry.arrived_at.map(|at| at.0))
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if written == 0 {
        // The same came twice at once.
        return Ok(None);
    }
    audit::store::change(tx, granted, "account", None, when.arrived).await?;
    Ok(Some(entry))
}

/// Takes an entry back, within the hour. It is kept, and no longer shown.
///
/// # Errors
/// [`Error::NotFound`] when there is no such entry of theirs; [`Error::Conflict`] when it is too late.
pub async fn withdraw_entry(
    tx: &mut Tx,
    granted: &Granted<Write, Diary>,
    id: ReportId,
    when: impl Into<Said>,
) -> Result<()> {
    let when = when.into();
    let entry = find_kept(tx, granted, id).await?.ok_or(Error::NotFound)?;
    if granted.account() != Some(entry.account) {
        return Err(Error::NotFound);
    }
    if find_entry(tx, granted, id).await?.is_none() {
        return Ok(());
    }
    if when.seconds_since(entry.noted_at, entry.arrived_at) >= WITHDRAWN_SECONDS {
        return Err(Error::Conflict);
    }
    on_db!(tx, c => sqlx::query("UPDATE diary_entry SET withdrawn_at = $3 WHERE record = $1 AND id = $2")
        .bind(granted.record().0).bind(id.0).bind(when.arrived.0).execute(c).await.map(|_| ()))?;
    audit::store::change(tx, granted, "account", None, when.arrived).await
}

type Row = (Uuid, Uuid, String, String, Option<i64>, i64, String, i64, Option<i64>);

const COLUMNS: &str = "id, account, author, symptom, level, happened_at, note, noted_at, arrived_at";

fn entry(row: Row) -> Entry {
    let (id, account, author, symptom, level, happened_at, note, noted_at, arrived_at) = row;
    Entry {
        id: ReportId(id),
        account: AccountId(account),
        by: if author == "caregiver" { Author::Caregiver } else { Author::Person },
        symptom: Symptom(symptom),
        level: level.and_then(|level| u8::try_from(level).ok()).and_then(|level| Level::try_from(level).ok()),
        happened_at: Instant(happened_at),
        note,
        noted_at: Instant(noted_at),
        arrived_at: arrived_at.map(Instant),
    }
}

/// An entry that was not taken back.
pub async fn find_entry<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Diary>,
    id: ReportId,
) -> Result<Option<Entry>> {
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM diary_entry \
         WHERE record = $1 AND id = $2 AND withdrawn_at IS NULL",
    ))).bind(granted.record().0).bind(id.0).fetch_optional(c).await)?;
    Ok(row.map(entry))
}

/// An entry, also one that was taken back.
async fn find_kept<P: Permission>(tx: &mut Tx, granted: &Granted<P, Diary>, id: ReportId) -> Result<Option<Entry>> {
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM diary_entry \
         WHERE record = $1 AND id = $2",
    ))).bind(granted.record().0).bind(id.0).fetch_optional(c).await)?;
    Ok(row.map(entry))
}

/// Entries, the latest first: of before a moment, at most so many.
pub async fn list_entries<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Diary>,
    before: Option<Instant>,
    most: i64,
) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM diary_entry \
         WHERE record = $1 AND happened_at < $2 AND withdrawn_at IS NULL \
         ORDER BY happened_at DESC, id DESC LIMIT $3",
    )))
    .bind(granted.record().0)
    .bind(before.map_or(i64::MAX, |at| at.0))
    .bind(most)
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(entry).collect())
}
