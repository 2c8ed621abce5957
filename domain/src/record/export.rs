//! Taking a record out of Daybook: every resource that counts now, as it came.
//!
//! What counts is fixed when the export begins, so all of it is of one moment, however long it
//! takes and whatever is imported meanwhile; no transaction stays open for it. A version that was
//! superseded or taken back is not in it, nor what is only a part of another resource, nor, for the
//! person, what waits until they open it. Behind that comes what no clinic sent: what the person told in
//! their diary, and what their care team keeps of their treatment.

use std::{collections::VecDeque, sync::Arc};

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{Kept, ResourceKey, care};
use crate::{
    Error, Result,
    access::{self, Granted, Results, View},
    db::{Db, Tx, on_db},
    diary::{
        entry::{Entry, list_entries},
        instrument::Instrument,
        instrument_store::{find_instrument, list_sources},
        store::{Kept as Report, list_all},
    },
    id::{InstrumentId, RecordId, ReportId, SenderId},
    results::sight::Sight,
    time::Instant,
};

/// Bytes of resources that are held at once, unless a single one is larger.
const BATCH_BYTES: i64 = 1 << 20;
/// Resources of which the names are held at once.
const AHEAD: i64 = 500;

/// Reports of the diary that are held at once.
const REPORTS: i64 = 50;

/// An export under way.
#[derive(Debug)]
pub struct Export {
    db: Db,
    granted: Granted<View, Results>,
    no: i64,
    /// The condition that leaves out what waits.
    and_open: String,
    ahead: VecDeque<Place>,
    /// The last one that was named.
    after: Uuid,
    ended: bool,
}

/// A resource that is still to be read.
#[derive(Debug, sqlx::FromRow)]
struct Place {
    id: Uuid,
    sender: Uuid,
    name: String,
    key: String,
    kind: String,
    full_url: Option<String>,
    size: i64,
}

impl Export {
    /// Fixes what counts.
    pub async fn begin(db: &Db, granted: Granted<View, Results>) -> Result<Self> {
        let mut tx = db.read().await?;
        let sight = Sight::of(&mut tx, &granted).await?;
        let mut and_open = sight.and_open("resource");
        if sight.hides() {
            // What is none of the timeline's lines (a Binary, a Composition, a document that repeats
            // a report) can hold what waits. Only what is about people, places and things goes with it.
            and_open.push_str(
                " AND (resource.kind IN ('Patient', 'Practitioner', 'PractitionerRole', 'Organization', 'Location', \
                 'Medication', 'Device') OR EXISTS (SELECT 1 FROM item WHERE item.id = resource.id))",
            );
        }
        let (db, ahead) = (db.clone(), VecDeque::new());
        Ok(Self { db, no: sight.no, granted, and_open, ahead, after: Uuid::nil(), ended: false })
    }

    /// The Questionnaires of the diary that the person's reports were given to.
    pub async fn sources(&self) -> Result<Vec<(InstrumentId, String)>> {
        list_sources(&mut self.db.read().await?, &access::whole(&self.granted)).await
    }

    /// The next reports of the diary from the oldest, each with its instrument; none at the end.
    pub async fn reports(&self, after: Option<(Instant, ReportId)>) -> Result<Vec<(Report, Arc<Instrument>)>> {
        let mut tx = self.db.read().await?;
        let mut reports = Vec::new();
        for report in list_all(&mut tx, &access::whole(&self.granted), after, REPORTS).await? {
            let instrument = find_instrument(&mut tx, report.instrument).await?.ok_or(Error::NotFound)?;
            reports.push((report, instrument));
        }
        Ok(reports)
    }

    /// What was noted between reports.
    pub async fn entries(&self) -> Result<Vec<Entry>> {
        list_entries(&mut self.db.read().await?, &access::whole(&self.granted), None, i64::MAX).await
    }

    /// What the care team keeps of the treatment.
    pub async fn care(&self) -> Result<Option<care::Kept>> {
        care::find_kept(&mut self.db.read().await?, &self.granted).await
    }

    /// Whose record it is.
    pub fn record(&self) -> RecordId {
        self.granted.record()
    }

    /// The next resources, in the order in which they first came; none at the end.
    pub async fn next(&mut self) -> Result<Vec<Kept>> {
        let mut tx = self.db.read().await?;
        let mut batch: Vec<Place> = Vec::new();
        let mut size = 0;
        loop {
            if self.ahead.is_empty() && !self.ended {
                self.look_ahead(&mut tx).await?;
            }
            match self.ahead.pop_front_if(|place| batch.is_empty() || size + place.size <= BATCH_BYTES) {
                Some(place) => {
                    size += place.size;
                    if !self.is_part(&mut tx, &place).await? {
                        batch.push(place);
                    }
                }
                None => break,
            }
        }
        self.read(&mut tx, batch).await
    }

    async fn look_ahead(&mut self, tx: &mut Tx) -> Result<()> {
        let sql = format!(
            "SELECT resource.id, resource.sender, sender.name, resource.key, resource.kind, resource.full_url, \
             CAST(OCTET_LENGTH(resource.raw) AS BIGINT) AS size \
             FROM resource JOIN sender ON sender.id = resource.sender \
             WHERE resource.record = $1 AND resource.from_no <= $2 AND resource.until_no > $2 AND resource.hidden = $3 \
             AND resource.id > $4{} ORDER BY resource.id LIMIT $5",
            self.and_open
        );
        let found: Vec<Place> = on_db!(tx, c => sqlx::query_as(AssertSqlSafe(sql))
        .bind(self.granted.record().0)
        .bind(self.no)
        .bind(false)
        .bind(self.after)
        .bind(AHEAD)
        .fetch_all(c)
        .await)?;
        match found.last() {
            Some(last) => self.after = last.id,
            None => self.ended = true,
        }
        self.ahead.extend(found);
        Ok(())
    }

    /// Whether it is an observation within another resource, which brings it.
    async fn is_part(&self, tx: &mut Tx, place: &Place) -> Result<bool> {
        for (at, _) in place.key.match_indices('#') {
            let around: i64 = on_db!(tx, c => sqlx::query_scalar(
                "SELECT COUNT(*) FROM resource WHERE record = $1 AND sender = $2 AND key = $3 AND from_no <= $4",
            )
            .bind(self.granted.record().0)
            .bind(place.sender)
            .bind(&place.key[..at])
            .bind(self.no)
            .fetch_one(c)
            .await)?;
            if around > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn read(&self, tx: &mut Tx, batch: Vec<Place>) -> Result<Vec<Kept>> {
        if batch.is_empty() {
            return Ok(Vec::new());
        }
        let names: Vec<String> = (0..batch.len()).map(|n| format!("${}", n + 4)).collect();
        let sql = format!(
            "SELECT id, raw FROM resource WHERE record = $1 AND from_no <= $2 AND until_no > $2 AND hidden = $3 \
             AND id IN ({})",
            names.join(", ")
        );
        let found: Vec<(Uuid, String)> = on_db!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(self.granted.record().0).bind(self.no).bind(false);
            for place in &batch {
                query = query.bind(place.id);
            }
            query.fetch_all(c).await
        })?;
        let mut raw: std::collections::HashMap<Uuid, String> = found.into_iter().collect();
        let kept = batch.into_iter().filter_map(|place| {
            Some(Kept {
                raw: raw.remove(&place.id)?,
                sender: SenderId(place.sender),
                sender_name: place.name,
                key: ResourceKey(place.key),
                kind: place.kind,
                full_url: place.full_url,
            })
        });
        Ok(kept.collect())
    }
}
