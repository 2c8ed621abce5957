//! Bringing in what a clinic sends, and reading whose record it is.
//!
//! An import stages its versions above the record's published number in short transactions, then
//! publishes them by moving that number: readers see all of it or nothing, nothing is overwritten,
//! and what a killed import left is cleared away by the next one.

use std::time::{Duration, Instant as Stopwatch};

use uuid::Uuid;

use super::{Gender, Identifier, ImportReport, Person, Refused, Resource, ResourceKey, Subject};
use crate::{
    Error, Result,
    access::{self, Granted, Identity, Import, Results, View},
    audit,
    db::{Db, Tx, on_db},
    id::{ItemId, RecordId, SenderId},
    reminders::{Notice, Said, store::notify_person},
    results::stage::Row,
    secret,
    time::Instant,
};

/// The `until_no` of a version that nothing has superseded.
pub(crate) const OPEN: i64 = i64::MAX;

/// An import that says nothing for so long is taken for dead.
const LEASE_SECONDS: i64 = 120;

/// The write lock is given back at the latest after this time, so that people can write meanwhile.
const LOCK: Duration = Duration::from_millis(80);

/// Whose system a file comes from; identities of resources are told apart by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    pub sender: SenderId,
    pub name: String,
}

/// Why an import can't begin. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum BeginError {
    #[error("the file belongs to two records at once: its identifiers {0} lead to one, others to another")]
    Ambiguous(String),
    #[error(
        "the file points to {0}, of whom no Patient resource has come from this sender yet; send the Patient first"
    )]
    UnknownPatient(String),
    #[error(
        "the person in the file contradicts the record that its identifiers lead to: born {file}, in the record {record}"
    )]
    Contradiction { file: String, record: String },
    #[error("another import into this record is under way; try again when it has ended")]
    Busy,
    #[error(transparent)]
    Store(#[from] Error),
}

/// The sender of this name, made when there is none.
pub async fn get_or_create_sender(tx: &mut Tx, name: &str, now: Instant) -> Result<Origin> {
    on_db!(tx, c => sqlx::query(
        "INSERT INTO sender (id, name, created_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING",
    ).bind(SenderId::new().0).bind(name).bind(now.0).execute(c).await.map(|_| ()))?;
    let id: Uuid = on_db!(tx, c => sqlx::query_scalar("SELECT id FROM sender WHERE name = $1")
        .bind(name).fetch_one(c).await)?;
    Ok(Origin { sender: SenderId(id), name: name.into() })
}

/// A new token by which the sender's system may send records. It is told once.
pub async fn create_token(tx: &mut Tx, origin: &Origin, now: Instant) -> Result<String> {
    let token = secret::token()?;
    on_db!(tx, c => sqlx::query("INSERT INTO sender_token (hash, sender, created_at) VALUES ($1, $2, $3)")
        .bind(secret::sha256(token.as_bytes()).to_vec())
        .bind(origin.sender.0)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    audit::store::of_sender(tx, &origin.name, "token", now).await?;
    Ok(token)
}

/// Has every token of a sender open nothing any more; answers how many did.
///
/// # Errors
/// [`Error::NotFound`] for a sender that does not exist.
pub async fn revoke_tokens(tx: &mut Tx, sender: &str, now: Instant) -> Result<u64> {
    let id: Uuid = on_db!(tx, c => sqlx::query_scalar("SELECT id FROM sender WHERE name = $1")
        .bind(sender)
        .fetch_one(c)
        .await)?;
    let revoked = on_db!(tx, c => sqlx::query(
        "UPDATE sender_token SET revoked_at = $2 WHERE sender = $1 AND revoked_at IS NULL",
    ).bind(id).bind(now.0).execute(c).await.map(|done| done.rows_affected()))?;
    audit::store::of_sender(tx, sender, "revoke-tokens", now).await?;
    Ok(revoked)
}

/// Whose token this is.
pub async fn find_origin(tx: &mut Tx, token: &str) -> Result<Option<Origin>> {
    let row: Option<(Uuid, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT sender.id, sender.name FROM sender_token JOIN sender ON sender.id = sender_token.sender \
         WHERE sender_token.hash = $1 AND sender_token.revoked_at IS NULL",
    ).bind(secret::sha256(token.as_bytes()).to_vec()).fetch_optional(c).await)?;
    Ok(row.map(|(id, name)| Origin { sender: SenderId(id), name }))
}

/// An import under way.
pub struct Staging {
    db: Db,
    origin: Origin,
    granted: Granted<Import, Results>,
    person: Option<Person>,
    fresh: bool,
    lease: Lease,
    zone: String,
    report: ImportReport,
    wrote: bool,
}

/// Finds or makes the record that the file is about and reserves it for this import. Dates that
/// came in UTC are placed on the days of `zone`.
pub async fn begin(
    db: &Db,
    origin: &Origin,
    subject: &Subject,
    zone: &str,
    now: Instant,
) -> Result<Staging, BeginError> {
    let mut tx = db.write().await?;
    let found = find_record(&mut tx, origin, subject).await?;
    let (record, fresh) = match (found, subject) {
        (Some(record), _) => (record, false),
        (None, Subject::Named(key)) => return Err(BeginError::UnknownPatient(key.0.clone())),
        (None, Subject::Described(_)) => (create_record(&mut tx, now).await?, true),
    };
    let person = match subject {
        Subject::Described(person) => Some(person.clone()),
        Subject::Named(_) => None,
    };
    let (birth_date, published, left): (Option<String>, i64, Option<i64>) = on_db!(tx, c => {
        sqlx::query_as("SELECT birth_date, published_no, staging_no FROM record WHERE id = $1")
            .bind(record.0).fetch_one(c).await
    })
    .map_err(Error::from)?;
    if let (Some(known), Some(told)) = (&birth_date, person.as_ref().and_then(|p| p.birth_date)) {
        let told = told.to_string();
        // One may be vaguer than the other (1971 and 1971-05-12); they contradict when neither begins the other.
        if !known.starts_with(&told) && !told.starts_with(known.as_str()) {
            return Err(BeginError::Contradiction { file: told, record: known.clone() });
        }
    }
    let lease = Lease { record, no: published + 1, by: Uuid::now_v7() };
    // The condition decides between two that begin at once, also on two machines.
    let taken = on_db!(tx, c => sqlx::query(
        "UPDATE record SET staging_no = $2, staging_by = $3, staging_until = $4 \
         WHERE id = $1 AND published_no = $5 AND (staging_until IS NULL OR staging_until <= $6)",
    )
    .bind(record.0)
    .bind(lease.no)
    .bind(lease.by)
    .bind(now.plus_seconds(LEASE_SECONDS).0)
    .bind(published)
    .bind(now.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))
    .map_err(Error::from)?;
    if taken == 0 {
        return Err(BeginError::Busy);
    }
    if let Some(person) = &person {
        identify(&mut tx, origin, record, person).await?;
        if find_record(&mut tx, origin, subject).await? != Some(record) {
            // Another file has just made the record of the same person.
            return Err(BeginError::Busy);
        }
    }
    let granted = access::import(&mut tx, origin, record).await?;
    tx.commit().await?;
    if left.is_some() {
        lease.clear(db).await?;
    }
    Ok(Staging {
        db: db.clone(),
        origin: origin.clone(),
        granted,
        person,
        fresh,
        lease,
        zone: zone.to_owned(),
        report: ImportReport::default(),
        wrote: false,
    })
}

async fn find_record(tx: &mut Tx, origin: &Origin, subject: &Subject) -> Result<Option<RecordId>, BeginError> {
    let (key, identifiers) = match subject {
        Subject::Described(person) => (&person.key, person.identifiers.clone()),
        Subject::Named(key) => (key, logical(key).into_iter().collect()),
    };
    let mut found: Option<Uuid> = None;
    for identifier in &identifiers {
        let here: Option<Uuid> = on_db!(tx, c => sqlx::query_scalar(
            "SELECT record FROM record_identifier WHERE system = $1 AND value = $2",
        ).bind(&identifier.system).bind(&identifier.value).fetch_optional(c).await)
        .map_err(Error::from)?;
        match (found, here) {
            (Some(one), Some(other)) if one != other => {
                return Err(BeginError::Ambiguous(format!("{} {}", identifier.system, identifier.value)));
            }
            (None, Some(here)) => found = Some(here),
            _ => {}
        }
    }
    if found.is_none() {
        found = on_db!(tx, c => sqlx::query_scalar(
            "SELECT record FROM record_source WHERE sender = $1 AND patient_key = $2",
        ).bind(origin.sender.0).bind(&key.0).fetch_optional(c).await)
        .map_err(Error::from)?;
    }
    Ok(found.map(RecordId))
}

/// The business identifier in a reference that names no resource: `Patient?identifier=system|value`.
fn logical(key: &ResourceKey) -> Option<Identifier> {
    let (system, value) = key.0.strip_prefix("Patient?identifier=")?.split_once('|')?;
    Some(Identifier { system: system.to_owned(), value: value.to_owned() })
}

async fn create_record(tx: &mut Tx, now: Instant) -> Result<RecordId> {
    let record = RecordId::new();
    on_db!(tx, c => sqlx::query(
        "INSERT INTO record (id, deceased, published_no, created_at) VALUES ($1, $2, 0, $3)",
    ).bind(record.0).bind(false).bind(now.0).execute(c).await.map(|_| ()))?;
    Ok(record)
}

async fn identify(tx: &mut Tx, origin: &Origin, record: RecordId, person: &Person) -> Result<()> {
    for identifier in &person.identifiers {
        on_db!(tx, c => sqlx::query(
            "INSERT INTO record_identifier (system, value, record) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        ).bind(&identifier.system).bind(&identifier.value).bind(record.0).execute(c).await.map(|_| ()))?;
    }
    on_db!(tx, c => sqlx::query(
        "INSERT INTO record_source (sender, patient_key, record) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    ).bind(origin.sender.0).bind(&person.key.0).bind(record.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Tells the person that something new is in their record, when the timeline has a line for it. It says nothing of
/// what it is, whether it waits or not.
async fn tell_person(tx: &mut Tx, record: RecordId, no: i64, now: Instant) -> Result<()> {
    let new: Option<Uuid> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT id FROM item WHERE record = $1 AND from_no = $2 AND first_no = $2 AND until_no = $3 AND head = 1 LIMIT 1",
    )
    .bind(record.0)
    .bind(no)
    .bind(OPEN)
    .fetch_optional(c)
    .await)?;
    if new.is_some() {
        let page = format!("/records/{record}/results");
        let said = Said { url: Some(&page), ..Said::default() };
        notify_person(tx, record, Notice::ResultsNew, said, &no.to_string(), now, now).await?;
    }
    Ok(())
}

/// The right to stage versions of one number, held by one process.
#[derive(Debug, Clone, Copy)]
struct Lease {
    record: RecordId,
    no: i64,
    by: Uuid,
}

impl Lease {
    /// Holds on to it.
    ///
    /// # Errors
    /// [`Error::Conflict`] when it ran out and another import has begun.
    async fn extend(self, tx: &mut Tx, now: Instant) -> Result<()> {
        let held = on_db!(tx, c => sqlx::query("UPDATE record SET staging_until = $3 WHERE id = $1 AND staging_by = $2")
            .bind(self.record.0)
            .bind(self.by)
            .bind(now.plus_seconds(LEASE_SECONDS).0)
            .execute(c)
            .await
            .map(|done| done.rows_affected()))?;
        if held == 0 { Err(Error::Conflict) } else { Ok(()) }
    }

    /// Takes back what an import of this number staged, a little at a time.
    async fn clear(self, db: &Db) -> Result<()> {
        for sql in [
            "DELETE FROM resource WHERE record = $1 AND from_no = $2 AND id IN \
             (SELECT id FROM resource WHERE record = $1 AND from_no = $2 LIMIT 500)",
            "DELETE FROM item WHERE record = $1 AND from_no = $2 AND id IN \
             (SELECT id FROM item WHERE record = $1 AND from_no = $2 LIMIT 500)",
            "UPDATE resource SET until_no = $3 WHERE record = $1 AND until_no = $2 AND id IN \
             (SELECT id FROM resource WHERE record = $1 AND until_no = $2 LIMIT 500)",
            "UPDATE item SET until_no = $3 WHERE record = $1 AND until_no = $2 AND id IN \
             (SELECT id FROM item WHERE record = $1 AND until_no = $2 LIMIT 500)",
        ] {
            loop {
                let mut tx = db.write().await?;
                // Only the last two name the open end.
                let done = on_db!(tx, c => {
                    let query = sqlx::query(sql).bind(self.record.0).bind(self.no);
                    let query = if sql.contains("$3") { query.bind(OPEN) } else { query };
                    query.execute(c).await.map(|done| done.rows_affected())
                })?;
                tx.commit().await?;
                if done == 0 {
                    break;
                }
            }
        }
        Ok(())
    }
}

/// What is there under a key: the version that counts now.
struct Current {
    id: Uuid,
    hash: Vec<u8>,
    last_updated: Option<i64>,
    hidden: bool,
}

enum Change {
    Same,
    New(ItemId),
    /// The version that was current ends; the new one is staged.
    Newer(Current),
    /// Older than what is there: kept, never shown.
    Older(Uuid),
}

impl Staging {
    /// The record that the import goes into.
    pub fn record(&self) -> RecordId {
        self.granted.record()
    }

    /// Whether the import made the record.
    pub fn is_new_record(&self) -> bool {
        self.fresh
    }

    /// Notes something that was refused.
    pub fn refuse(&mut self, refused: Refused) {
        self.report.refused.push(refused);
    }

    /// Stages some resources, giving the write lock back every few milliseconds.
    pub async fn stage(&mut self, resources: Vec<Resource>, now: Instant) -> Result<()> {
        // All that takes time is made ready before the lock is taken.
        let mut ready: Vec<(Resource, Option<Row>)> = Vec::with_capacity(resources.len());
        for mut resource in resources {
            let place = resource.key.0.clone();
            self.report.unresolved.extend(
                resource.unresolved.drain(..).map(|reference| Refused { place: place.clone(), why: reference }),
            );
            let row = match &resource.item {
                Some(item) if !resource.entered_in_error => Some(Row::of(&resource.key, item, &self.zone)?),
                _ => None,
            };
            ready.push((resource, row));
        }
        let mut waiting = ready.iter().peekable();
        while waiting.peek().is_some() {
            let mut tx = self.db.write().await?;
            self.lease.extend(&mut tx, now).await?;
            let taken = Stopwatch::now();
            for (resource, row) in waiting.by_ref() {
                self.put(&mut tx, resource, row.as_ref(), now).await?;
                if taken.elapsed() > LOCK {
                    break;
                }
            }
            tx.commit().await?;
        }
        Ok(())
    }

    async fn put(&mut self, tx: &mut Tx, resource: &Resource, row: Option<&Row>, now: Instant) -> Result<()> {
        let record = self.granted.record();
        let change = self.compare(tx, resource).await?;
        let (id, until, newer) = match &change {
            Change::Same => {
                self.report.same += 1;
                return self.address(tx, resource).await;
            }
            Change::New(id) => (id.0, OPEN, true),
            Change::Newer(current) => (current.id, OPEN, true),
            Change::Older(id) => (*id, self.lease.no, false),
        };
        self.wrote = true;
        if let Change::Newer(current) = &change {
            on_db!(tx, c => sqlx::query("UPDATE resource SET until_no = $3 WHERE record = $4 AND id = $1 AND until_no = $2")
                .bind(current.id).bind(OPEN).bind(self.lease.no).bind(record.0).execute(c).await.map(|_| ()))?;
            on_db!(tx, c => sqlx::query("UPDATE item SET until_no = $3 WHERE record = $4 AND id = $1 AND until_no = $2")
                .bind(current.id).bind(OPEN).bind(self.lease.no).bind(record.0).execute(c).await.map(|_| ()))?;
        }
        on_db!(tx, c => sqlx::query(
            "INSERT INTO resource (id, from_no, until_no, record, sender, key, kind, hash, last_updated, hidden, arrived_at, raw, full_url) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        )
        .bind(id)
        .bind(self.lease.no)
        .bind(until)
        .bind(record.0)
        .bind(self.origin.sender.0)
        .bind(&resource.key.0)
        .bind(&resource.kind)
        .bind(resource.hash.to_vec())
        .bind(resource.last_updated.map(|at| at.0))
        .bind(resource.entered_in_error)
        .bind(now.0)
        .bind(&resource.raw)
        .bind(&resource.full_url)
        .execute(c)
        .await
        .map(|_| ()))?;
        match (&change, row) {
            (Change::Older(_), _) => self.report.same += 1,
            _ if resource.entered_in_error => self.report.hidden += 1,
            (Change::Newer(_), _) => self.report.changed += 1,
            (_, Some(_)) => self.report.new += 1,
            (_, None) => self.report.raw += 1,
        }
        if let (Some(row), true) = (row, newer) {
            row.stage(tx, record, self.origin.sender, ItemId(id), self.lease.no).await?;
        }
        Ok(())
    }

    /// What came again may stand under another address, by which the rest of its file calls it.
    async fn address(&self, tx: &mut Tx, resource: &Resource) -> Result<()> {
        let Some(full_url) = &resource.full_url else { return Ok(()) };
        on_db!(tx, c => sqlx::query(
            "UPDATE resource SET full_url = $5 WHERE record = $1 AND sender = $2 AND key = $3 AND until_no = $4 \
             AND hash = $6 AND (full_url IS NULL OR full_url <> $5)",
        )
        .bind(self.granted.record().0)
        .bind(self.origin.sender.0)
        .bind(&resource.key.0)
        .bind(OPEN)
        .bind(full_url)
        .bind(resource.hash.to_vec())
        .execute(c)
        .await
        .map(|_| ()))?;
        Ok(())
    }

    async fn compare(&self, tx: &mut Tx, resource: &Resource) -> Result<Change> {
        type Version = (Uuid, Vec<u8>, Option<i64>, bool, i64);
        let versions: Vec<Version> = on_db!(tx, c => sqlx::query_as(
            "SELECT id, hash, last_updated, hidden, until_no FROM resource WHERE record = $1 AND sender = $2 AND key = $3",
        ).bind(self.granted.record().0).bind(self.origin.sender.0).bind(&resource.key.0).fetch_all(c).await)?;
        let Some(current) = versions.iter().find(|v| v.4 == OPEN) else {
            return Ok(Change::New(ItemId::new()));
        };
        let current = Current { id: current.0, hash: current.1.clone(), last_updated: current.2, hidden: current.3 };
        if current.hash == resource.hash {
            return Ok(Change::Same);
        }
        let told = resource.last_updated.map(|at| at.0);
        let older = matches!((told, current.last_updated), (Some(told), Some(known)) if told < known);
        if older {
            let kept = versions.iter().any(|v| v.1 == resource.hash);
            return Ok(if kept { Change::Same } else { Change::Older(current.id) });
        }
        // Taken back for good: only a version that says it is newer brings it into sight again.
        let returns = matches!((told, current.last_updated), (Some(told), Some(known)) if told > known);
        if current.hidden && !resource.entered_in_error && !returns && versions.iter().any(|v| v.1 == resource.hash) {
            return Ok(Change::Same);
        }
        Ok(Change::Newer(current))
    }

    /// Makes everything staged visible at once and says what was done.
    pub async fn publish(mut self, now: Instant) -> Result<ImportReport> {
        if self.wrote {
            crate::results::stage::adopt_orphans(&self.db, &self.granted, self.lease.no).await?;
        }
        let record = self.granted.record();
        let mut tx = self.db.write().await?;
        if let Some(person) = &self.person {
            on_db!(tx, c => sqlx::query(
                "UPDATE record SET name = COALESCE($2, name), gender = COALESCE($3, gender), deceased = $4, \
                 birth_date = CASE WHEN birth_date IS NULL OR LENGTH(birth_date) < LENGTH($5) THEN $5 ELSE birth_date END \
                 WHERE id = $1",
            )
            .bind(record.0)
            .bind(&person.name)
            .bind(person.gender.map(gender_code))
            .bind(person.deceased)
            .bind(person.birth_date.map(|date| date.date().to_string()))
            .execute(c)
            .await
            .map(|_| ()))?;
            crate::worklist::index::save_person(&mut tx, record).await?;
        }
        let published = if self.wrote { self.lease.no } else { self.lease.no - 1 };
        let done = on_db!(tx, c => sqlx::query(
            "UPDATE record SET published_no = $2, staging_no = NULL, staging_by = NULL, staging_until = NULL \
             WHERE id = $1 AND staging_by = $3",
        ).bind(record.0).bind(published).bind(self.lease.by).execute(c).await.map(|done| done.rows_affected()))?;
        if done == 0 {
            return Err(Error::Conflict);
        }
        if self.wrote {
            // A report that values were added to is new again to who had opened it.
            on_db!(tx, c => sqlx::query(
                "DELETE FROM look WHERE item IN (SELECT id FROM item WHERE record = $1 AND from_no = $2 AND first_no = $2 \
                 AND until_no = $3 AND head = 1)",
            ).bind(record.0).bind(self.lease.no).bind(OPEN).execute(c).await.map(|_| ()))?;
            crate::results::wait::begin(&mut tx, &self.granted, self.lease.no, now).await?;
            crate::medicines::word_store::heed(&mut tx, record, now).await?;
            let sender = format!("sender:{}", self.origin.name);
            let things = self.report.new + self.report.changed + self.report.hidden + self.report.raw;
            audit::store::change(&mut tx, &self.granted, &sender, Some(things), now).await?;
            tell_person(&mut tx, record, self.lease.no, now).await?;
        }
        tx.commit().await?;
        Ok(std::mem::take(&mut self.report))
    }

    /// Takes back everything staged; a record made for this import is gone again.
    pub async fn abandon(self, now: Instant) -> Result<()> {
        let record = self.granted.record();
        let mut tx = self.db.write().await?;
        self.lease.extend(&mut tx, now).await?;
        tx.commit().await?;
        self.lease.clear(&self.db).await?;
        let mut tx = self.db.write().await?;
        on_db!(tx, c => sqlx::query(
            "UPDATE record SET staging_no = NULL, staging_by = NULL, staging_until = NULL WHERE id = $1 AND staging_by = $2",
        ).bind(record.0).bind(self.lease.by).execute(c).await.map(|_| ()))?;
        on_db!(tx, c => sqlx::query("DELETE FROM record WHERE id = $1 AND published_no = 0")
            .bind(record.0).execute(c).await.map(|_| ()))?;
        tx.commit().await
    }
}

const fn gender_code(gender: Gender) -> &'static str {
    match gender {
        Gender::Male => "male",
        Gender::Female => "female",
        Gender::Other => "other",
        Gender::Unknown => "unknown",
    }
}

pub(crate) fn gender_of(code: Option<&str>) -> Option<Gender> {
    match code? {
        "male" => Some(Gender::Male),
        "female" => Some(Gender::Female),
        "other" => Some(Gender::Other),
        _ => Some(Gender::Unknown),
    }
}

/// Whose record it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    pub record: RecordId,
    pub name: Option<String>,
    pub birth_date: Option<crate::time::PartialDate>,
    pub gender: Option<Gender>,
    pub deceased: bool,
}

/// Whose record it is.
pub async fn get_whose(tx: &mut Tx, granted: &Granted<View, Identity>) -> Result<Whose> {
    type Row = (Option<String>, Option<String>, Option<String>, bool);
    let (name, birth_date, gender, deceased): Row = on_db!(tx, c => sqlx::query_as(
        "SELECT name, birth_date, gender, deceased FROM record WHERE id = $1",
    ).bind(granted.record().0).fetch_one(c).await)?;
    Ok(Whose {
        record: granted.record(),
        name,
        birth_date: birth_date.and_then(|text| text.parse().ok()),
        gender: gender_of(gender.as_deref()),
        deceased,
    })
}

/// Every record, for the operator's command line: its id and whose it is.
pub async fn list_for_operator(tx: &mut Tx) -> Result<Vec<(RecordId, Option<String>, Option<String>)>> {
    let rows: Vec<(Uuid, Option<String>, Option<String>)> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, name, birth_date FROM record WHERE published_no > 0 ORDER BY name, id",
    ).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id, name, birth)| (RecordId(id), name, birth)).collect())
}
