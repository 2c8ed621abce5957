//! The instruments of a site. A version that came once stays as it is: what was answered to it is read
//! with it.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use uuid::Uuid;

use super::instrument::{Instrument, Texts};
use crate::{
    Error, Result,
    access::{Diary, Granted, Permission},
    audit,
    db::{Db, Tx, on_db},
    id::InstrumentId,
    time::Instant,
};

/// What came of bringing an instrument in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Created {
    New(InstrumentId),
    /// This version was there already, with the same content.
    Same(InstrumentId),
}

impl Created {
    pub const fn id(self) -> InstrumentId {
        match self {
            Self::New(id) | Self::Same(id) => id,
        }
    }
}

/// A version of an instrument, without its questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub id: InstrumentId,
    pub url: String,
    pub version: String,
    pub title: Texts,
    pub created_at: Instant,
    /// Whether it is the version that people are given: the latest that came under its URL.
    pub current: bool,
}

/// Brings an instrument in, with the Questionnaire that it was read from. `actor` is who does it, for the
/// log.
///
/// # Errors
/// [`Error::Conflict`] when this version of it is there with other content.
pub async fn create_instrument(
    tx: &mut Tx,
    instrument: &Instrument,
    source: &str,
    actor: &str,
    now: Instant,
) -> Result<Created> {
    let body = serde_json::to_string(instrument).map_err(Error::internal)?;
    let title = serde_json::to_string(&instrument.title).map_err(Error::internal)?;
    let id = InstrumentId::new();
    let written = on_db!(tx, c => sqlx::query(
        "INSERT INTO diary_instrument (id, url, version, title, body, source, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (url, version) DO NOTHING",
    )
    .bind(id.0)
    .bind(&instrument.url)
    .bind(&instrument.version)
    .bind(title)
    .bind(&body)
    .bind(source)
    .bind(now.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if written > 0 {
        let name = format!("{}|{}", instrument.url, instrument.version);
        audit::store::of_instrument(tx, actor, &name, now).await?;
        return Ok(Created::New(id));
    }
    let (known, known_body, known_source): (Uuid, String, String) = on_db!(tx, c => sqlx::query_as(
        "SELECT id, body, source FROM diary_instrument WHERE url = $1 AND version = $2",
    ).bind(&instrument.url).bind(&instrument.version).fetch_one(c).await)?;
    // The same file may be read into more by a later Daybook, and the same questions may come in another file.
    if known_body == body || known_source == source {
        Ok(Created::Same(InstrumentId(known)))
    } else {
        Err(Error::Conflict)
    }
}

/// Sees to it that the instrument that Daybook comes with is there; writes nothing when it is.
///
/// # Errors
/// [`Error::Conflict`] when this version of it is there with other content.
pub async fn ensure_own(db: &Db, own: &Instrument, source: &str, now: Instant) -> Result<InstrumentId> {
    let mut tx = db.read().await?;
    let known: Option<Uuid> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT id FROM diary_instrument WHERE url = $1 AND version = $2 AND source = $3",
    ).bind(&own.url).bind(&own.version).bind(source).fetch_optional(c).await)?;
    drop(tx);
    if let Some(id) = known {
        return Ok(InstrumentId(id));
    }
    let mut tx = db.write().await?;
    let created = create_instrument(&mut tx, own, source, "daybook", now).await?;
    tx.commit().await?;
    Ok(created.id())
}

/// A version of an instrument, read once and kept in memory.
pub async fn find_instrument(tx: &mut Tx, id: InstrumentId) -> Result<Option<Arc<Instrument>>> {
    if let Some(known) = KNOWN.find(id) {
        return Ok(Some(known));
    }
    let body: Option<String> = on_db!(tx, c => sqlx::query_scalar("SELECT body FROM diary_instrument WHERE id = $1")
        .bind(id.0)
        .fetch_optional(c)
        .await)?;
    let Some(body) = body else { return Ok(None) };
    let instrument = Arc::new(read(id, &body)?);
    KNOWN.keep(id, &instrument);
    Ok(Some(instrument))
}

fn read(id: InstrumentId, body: &str) -> Result<Instrument> {
    #[cfg(test)]
    tests::note_reading(id);
    let _ = id;
    serde_json::from_str(body).map_err(Error::internal)
}

/// Instruments that were read. What is stored under an id never changes, so whatever is here is right.
struct Known(Mutex<VecDeque<(InstrumentId, Arc<Instrument>)>>);

static KNOWN: Known = Known(Mutex::new(VecDeque::new()));

/// So many versions are kept; a site asks with one, and reads older answers with a few.
const MOST_KNOWN: usize = 16;

impl Known {
    fn find(&self, id: InstrumentId) -> Option<Arc<Instrument>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = known.iter().position(|(known, _)| *known == id)?;
        let found = known.remove(at)?;
        let instrument = found.1.clone();
        // What was asked for last goes last.
        known.push_back(found);
        Some(instrument)
    }

    fn keep(&self, id: InstrumentId, instrument: &Arc<Instrument>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.iter().all(|(known, _)| *known != id) {
            known.push_back((id, instrument.clone()));
        }
        if known.len() > MOST_KNOWN {
            known.pop_front();
        }
    }
}

/// The version that people are given: the latest that came under this URL.
///
/// # Errors
/// [`Error::NotFound`] when none came.
pub async fn get_current(tx: &mut Tx, url: &str) -> Result<(InstrumentId, Arc<Instrument>)> {
    let id: Uuid = on_db!(tx, c => sqlx::query_scalar(
        "SELECT id FROM diary_instrument WHERE url = $1 ORDER BY created_at DESC, id DESC LIMIT 1",
    ).bind(url).fetch_one(c).await)?;
    let id = InstrumentId(id);
    Ok((id, find_instrument(tx, id).await?.ok_or(Error::NotFound)?))
}

/// The Questionnaires that someone's reports were given to, as they came.
pub async fn list_sources<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Diary>,
) -> Result<Vec<(InstrumentId, String)>> {
    let rows: Vec<(Uuid, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, source FROM diary_instrument WHERE id IN \
         (SELECT instrument FROM diary_report WHERE record = $1) ORDER BY created_at, id",
    )
    .bind(granted.record().0)
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(|(id, source)| (InstrumentId(id), source)).collect())
}

/// Every version of every instrument, the latest of each first.
pub async fn list_instruments(tx: &mut Tx) -> Result<Vec<Listed>> {
    let rows: Vec<(Uuid, String, String, String, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, url, version, title, created_at FROM diary_instrument ORDER BY url, created_at DESC, id DESC",
    ).fetch_all(c).await)?;
    let mut all: Vec<Listed> = Vec::with_capacity(rows.len());
    for (id, url, version, title, created_at) in rows {
        let title = serde_json::from_str(&title).map_err(Error::internal)?;
        let current = all.last().is_none_or(|before| before.url != url);
        all.push(Listed { id: InstrumentId(id), url, version, title, created_at: Instant(created_at), current });
    }
    Ok(all)
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{
        db::tests::both,
        diary::instrument::{Item, Kind, LinkId},
        site::in_language,
    };

    const NOW: Instant = Instant(1_790_000_000_000_000);

    /// How often each instrument was read in this process.
    static READINGS: Mutex<BTreeMap<InstrumentId, usize>> = Mutex::new(BTreeMap::new());

    pub(super) fn note_reading(id: InstrumentId) {
        *READINGS.lock().unwrap().entry(id).or_default() += 1;
    }

    pub(crate) fn readings(id: InstrumentId) -> usize {
        READINGS.lock().unwrap().get(&id).copied().unwrap_or_default()
    }

    #[test]
    fn of_the_instruments_that_were_read_the_last_ones_asked_for_are_kept() {
        let known = Known(Mutex::new(VecDeque::new()));
        let ids: Vec<InstrumentId> = (0..=MOST_KNOWN).map(|_| InstrumentId::new()).collect();
        let one = Arc::new(instrument("1", "Well?"));
        for id in &ids[..MOST_KNOWN] {
            known.keep(*id, &one);
            known.keep(*id, &one);
        }
        assert!(known.find(ids[0]).is_some(), "now the latest");
        known.keep(ids[MOST_KNOWN], &one);
        assert!(known.find(ids[0]).is_some() && known.find(ids[MOST_KNOWN]).is_some());
        assert!(known.find(ids[1]).is_none());
        assert_eq!(known.0.lock().unwrap().len(), MOST_KNOWN);
    }
    const URL: &str = "https://clinic.example/form";

    fn instrument(version: &str, question: &str) -> Instrument {
        let text = |text: &str| -> Texts { [("en".to_owned(), text.to_owned())].into() };
        let item = Item {
            link_id: LinkId("q".into()),
            text: text(question),
            help: BTreeMap::new(),
            kind: Kind::Boolean,
            role: None,
            required: false,
            repeats: false,
            conditions: Vec::new(),
            all_conditions: true,
            items: Vec::new(),
        };
        Instrument { url: URL.into(), version: version.into(), title: text("A form"), items: vec![item] }
    }

    async fn create(db: &Db, instrument: &Instrument, source: &str, now: Instant) -> Result<Created> {
        let mut tx = db.write().await.unwrap();
        let created = create_instrument(&mut tx, instrument, source, "operator", now).await?;
        tx.commit().await.unwrap();
        Ok(created)
    }

    async fn logged(db: &Db) -> Vec<(String, String)> {
        let mut tx = db.read().await.unwrap();
        on_db!(tx, c => sqlx::query_as("SELECT actor, category FROM audit WHERE record IS NULL AND act = 'create' ORDER BY at")
            .fetch_all(c)
            .await)
        .unwrap()
    }

    #[tokio::test]
    async fn a_version_that_came_once_stays_as_it_is() {
        for (db, _folder) in both().await {
            let Created::New(id) = create(&db, &instrument("1", "Well?"), "{}", NOW).await.unwrap() else { panic!() };
            let again = create(&db, &instrument("1", "Well?"), "{ }", NOW.plus_days(1)).await.unwrap();
            assert_eq!(again, Created::Same(id), "the same questions in another file");
            let read_anew = create(&db, &instrument("1", "Well now?"), "{}", NOW.plus_days(1)).await.unwrap();
            assert_eq!(read_anew, Created::Same(id), "the same file, read into more");
            let other = create(&db, &instrument("1", "Unwell?"), "[]", NOW.plus_days(1)).await;
            assert!(matches!(other, Err(Error::Conflict)));
            let mut tx = db.read().await.unwrap();
            assert_eq!(find_instrument(&mut tx, id).await.unwrap(), Some(Arc::new(instrument("1", "Well?"))));
            assert_eq!(find_instrument(&mut tx, InstrumentId::new()).await.unwrap(), None);
            assert_eq!(logged(&db).await, [("operator".to_owned(), format!("instrument:{URL}|1"))]);
        }
    }

    #[tokio::test]
    async fn people_are_given_the_latest_version_and_older_ones_stay_readable() {
        for (db, _folder) in both().await {
            let mut tx = db.read().await.unwrap();
            assert!(matches!(get_current(&mut tx, URL).await, Err(Error::NotFound)));
            drop(tx);
            let first = create(&db, &instrument("9", "Well?"), "1", NOW).await.unwrap().id();
            let second = create(&db, &instrument("10", "Better?"), "2", NOW.plus_seconds(1)).await.unwrap().id();
            let elsewhere = Instrument { url: "https://another.example".into(), ..instrument("1", "Where?") };
            create(&db, &elsewhere, "3", NOW.plus_seconds(2)).await.unwrap();
            let mut tx = db.read().await.unwrap();
            assert_eq!(get_current(&mut tx, URL).await.unwrap(), (second, Arc::new(instrument("10", "Better?"))));
            assert_eq!(find_instrument(&mut tx, first).await.unwrap(), Some(Arc::new(instrument("9", "Well?"))));
            let listed = list_instruments(&mut tx).await.unwrap();
            let lines: Vec<_> = listed.iter().map(|one| (one.version.as_str(), one.current)).collect();
            assert_eq!(lines, [("1", true), ("10", true), ("9", false)]);
            let title = in_language(&listed[1].title, "en").map(|(tag, title)| (title, tag));
            assert_eq!((listed[1].id, title), (second, Some(("A form", "en"))));
        }
    }

    #[tokio::test]
    async fn what_daybook_comes_with_is_there_once_after_any_number_of_starts() {
        for (db, _folder) in both().await {
            let first = ensure_own(&db, &instrument("1", "Well?"), "1", NOW).await.unwrap();
            for later in 1..4 {
                let own = instrument("1", "Well?");
                assert_eq!(ensure_own(&db, &own, "1", NOW.plus_days(later)).await.unwrap(), first);
            }
            assert_eq!(logged(&db).await, [("daybook".to_owned(), format!("instrument:{URL}|1"))]);
            let changed = ensure_own(&db, &instrument("1", "Better?"), "2", NOW).await;
            assert!(matches!(changed, Err(Error::Conflict)), "other content takes a new version");
            let second = ensure_own(&db, &instrument("2", "Better?"), "2", NOW.plus_days(9)).await.unwrap();
            let mut tx = db.read().await.unwrap();
            assert_eq!(get_current(&mut tx, URL).await.unwrap().0, second);
            assert_eq!(list_instruments(&mut tx).await.unwrap().len(), 2);
        }
    }

    #[tokio::test]
    async fn of_two_at_once_one_brings_it_and_both_have_it() {
        for (db, _folder) in both().await {
            let own = instrument("1", "Well?");
            let start = || ensure_own(&db, &own, "1", NOW);
            let (one, other) = tokio::join!(start(), start());
            assert_eq!(one.unwrap(), other.unwrap());
        }
    }
}
