//! One file into one record: check the whole file, stage it in short transactions, publish it.

use std::{path::Path, time::Instant as Stopwatch};

use domain::{
    db::Db,
    id::RecordId,
    record::{
        ImportReport, Refused, Resource, Subject,
        store::{BeginError, Origin, begin, get_or_create_sender},
    },
    time::Clock,
};
use serde_json::json;
use tokio::sync::mpsc;

/// Resources on their way from the reader to the database.
const BATCH: usize = 128;

/// What became of a file.
#[derive(Debug)]
pub struct Outcome {
    pub record: Option<RecordId>,
    /// Nothing when the whole file was refused.
    pub report: Option<ImportReport>,
    /// Why the whole file was refused.
    whole: Option<Refused>,
    /// Whether trying again later helps.
    pub busy: bool,
}

impl Outcome {
    fn refused_whole(place: impl Into<String>, why: impl Into<String>) -> Self {
        Self { record: None, report: None, whole: Some(Refused { place: place.into(), why: why.into() }), busy: false }
    }

    /// The database can't take it now.
    fn failed(cause: &domain::Error) -> Self {
        tracing::error!(event = "import.failed", %cause);
        let why = "it could not take the file now; nothing was taken, try again";
        Self { busy: true, ..Self::refused_whole("the database", why) }
    }

    /// What became of another part of the same file. The parts of one export are of one record,
    /// unless nothing tells so any more; the first one is named then.
    fn add(&mut self, other: Self) {
        self.record = self.record.or(other.record);
        self.busy |= other.busy;
        if let (Some(mine), Some(more)) = (&mut self.report, other.report) {
            mine.new += more.new;
            mine.changed += more.changed;
            mine.same += more.same;
            mine.hidden += more.hidden;
            mine.raw += more.raw;
            mine.refused.extend(more.refused);
            mine.unresolved.extend(more.unresolved);
        }
        self.whole = self.whole.take().or(other.whole);
    }

    /// Everything that was refused, by resource or as a whole.
    pub fn refused(&self) -> impl Iterator<Item = &Refused> {
        self.whole.iter().chain(self.report.iter().flat_map(|report| &report.refused))
    }

    /// The report as the import's users read it: counts, and `refused: [{where, why}]`.
    pub fn to_json(&self) -> serde_json::Value {
        let none = ImportReport::default();
        let report = self.report.as_ref().unwrap_or(&none);
        json!({
            "record": self.record.map(|record| record.to_string()),
            "new": report.new,
            "changed": report.changed,
            "same": report.same,
            "hidden": report.hidden,
            "raw": report.raw,
            "refused": self.refused().collect::<Vec<_>>(),
            "unresolved": report.unresolved,
        })
    }
}

/// Brings a file in. `progress` is told how many of how many resources went in.
pub async fn import_file(
    db: &Db,
    origin: &Origin,
    zone: &str,
    path: &Path,
    clock: &Clock,
    mut progress: impl FnMut(usize, usize),
) -> Outcome {
    match read(path, fhir::check).await {
        Ok(checked) => take(db, origin, zone, checked, clock, &mut progress).await,
        Err(outcome) => outcome,
    }
}

/// Brings an export of Daybook in: what came from each sender as from that sender, so that it finds
/// the same record again and each resource its own versions. Nothing for a file that is no export.
/// Whoever calls it trusts the file to tell the truth about its senders.
pub async fn import_export(
    db: &Db,
    fallback: &Origin,
    zone: &str,
    path: &Path,
    clock: &Clock,
    mut progress: impl FnMut(usize, usize),
) -> Option<Outcome> {
    let parts = match read(path, fhir::senders).await {
        Ok(parts) if parts.is_empty() => return None,
        Ok(parts) => parts,
        Err(outcome) => return Some(outcome),
    };
    // Each part is checked before any is written.
    let mut checked = Vec::with_capacity(parts.len());
    for part in parts {
        let of = part.clone();
        match read(path, move |path, limits| fhir::check_part(path, limits, &of)).await {
            Ok(one) => checked.push((part, one)),
            Err(outcome) => return Some(outcome),
        }
    }
    // A part that only points to the person finds the record that another part makes.
    checked.sort_by_key(|(_, one)| matches!(one.subject(), Subject::Named(_)));
    let mut whole: Option<Outcome> = None;
    for (part, one) in checked {
        let origin = match &part {
            fhir::Part::Of(Some(sender)) => match sender_named(db, sender, clock).await {
                Ok(origin) => origin,
                Err(cause) => return Some(Outcome::failed(&cause)),
            },
            fhir::Part::Of(None) | fhir::Part::Whole => fallback.clone(),
        };
        let outcome = take(db, &origin, zone, one, clock, &mut progress).await;
        let stop = outcome.report.is_none();
        match &mut whole {
            Some(whole) => whole.add(outcome),
            None => whole = Some(outcome),
        }
        if stop {
            break;
        }
    }
    whole
}

async fn sender_named(db: &Db, name: &str, clock: &Clock) -> domain::Result<Origin> {
    let mut tx = db.write().await?;
    let origin = get_or_create_sender(&mut tx, name, clock.now()).await?;
    tx.commit().await?;
    Ok(origin)
}

/// Reads through a file without holding anyone up.
async fn read<T: Send + 'static>(
    path: &Path,
    how: impl FnOnce(&Path, &fhir::Limits) -> Result<T, fhir::Refusal> + Send + 'static,
) -> Result<T, Outcome> {
    let path = path.to_owned();
    match tokio::task::spawn_blocking(move || how(&path, &fhir::Limits::default())).await {
        Ok(Ok(found)) => Ok(found),
        Ok(Err(refusal)) => Err(Outcome::refused_whole(refusal.place(), refusal.why())),
        Err(_) => Err(Outcome::refused_whole("the file", "reading it failed inside Daybook; please report this")),
    }
}

/// Stages what was checked, and publishes it.
async fn take(
    db: &Db,
    origin: &Origin,
    zone: &str,
    checked: fhir::Checked,
    clock: &Clock,
    progress: &mut impl FnMut(usize, usize),
) -> Outcome {
    let mut staging = match begin(db, origin, checked.subject(), zone, clock.now()).await {
        Ok(staging) => staging,
        Err(cause) => {
            let busy = matches!(cause, BeginError::Busy | BeginError::Store(domain::Error::Unavailable(_)));
            let mut outcome = Outcome::refused_whole("the person", cause.to_string());
            outcome.busy = busy;
            return outcome;
        }
    };
    let record = staging.record();
    let total = checked.resources_len();
    let (send, mut receive) = mpsc::channel::<Vec<Result<Resource, Refused>>>(4);
    let reader = tokio::task::spawn_blocking(move || {
        let mut resources = checked.resources();
        loop {
            let batch: Vec<_> = resources.by_ref().take(BATCH).collect();
            if batch.is_empty() || send.blocking_send(batch).is_err() {
                break;
            }
        }
    });
    let mut done = 0;
    let mut failure = None;
    while let Some(batch) = receive.recv().await {
        done += batch.len();
        let mut good = Vec::with_capacity(batch.len());
        for one in batch {
            match one {
                Ok(resource) => good.push(resource),
                Err(refused) => staging.refuse(refused),
            }
        }
        if let Err(cause) = staging.stage(good, clock.now()).await {
            failure = Some(cause);
            break;
        }
        progress(done, total);
    }
    drop(receive);
    if reader.await.is_err() && failure.is_none() {
        failure = Some(domain::Error::internal("the reader of the file failed"));
    }
    if let Some(cause) = failure {
        if let Err(cause) = staging.abandon(clock.now()).await {
            // The next import into this record clears what is left.
            tracing::error!(event = "import.abandon_failed", %cause);
        }
        return Outcome::failed(&cause);
    }
    match staging.publish(clock.now()).await {
        Ok(report) => Outcome { record: Some(record), report: Some(report), whole: None, busy: false },
        Err(cause) => Outcome::failed(&cause),
    }
}

/// Says on the terminal how far a long import is, once a second.
pub fn on_terminal(file: &Path) -> impl FnMut(usize, usize) {
    let name = file.display().to_string();
    let mut last = Stopwatch::now();
    move |done, total| {
        if last.elapsed().as_millis() > 1000 {
            last = Stopwatch::now();
            eprintln!("{name}: {done} of {total} resources");
        }
    }
}
