//! One file into one record: check the whole file, stage it in short transactions, publish it.

use std::{path::Path, time::Instant as Stopwatch};

use domain::{
    db::Db,
    id::RecordId,
    record::{
        ImportReport, Refused, Resource,
        store::{BeginError, Origin, begin},
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
    let owned = path.to_owned();
    let checked = tokio::task::spawn_blocking(move || fhir::check(&owned, &fhir::Limits::default())).await;
    let checked = match checked {
        Ok(Ok(checked)) => checked,
        Ok(Err(refusal)) => return Outcome::refused_whole(refusal.place(), refusal.why()),
        Err(_) => return Outcome::refused_whole("the file", "reading it failed inside Daybook; please report this"),
    };
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
        tracing::error!(event = "import.failed", %cause);
        if let Err(cause) = staging.abandon(clock.now()).await {
            // The next import into this record clears what is left.
            tracing::error!(event = "import.abandon_failed", %cause);
        }
        let mut outcome =
            Outcome::refused_whole("the database", "it could not take the file now; nothing was taken, try again");
        outcome.busy = true;
        return outcome;
    }
    match staging.publish(clock.now()).await {
        Ok(report) => Outcome { record: Some(record), report: Some(report), whole: None, busy: false },
        Err(cause) => {
            tracing::error!(event = "import.publish_failed", %cause);
            let mut outcome =
                Outcome::refused_whole("the database", "it could not take the file now; nothing was taken, try again");
            outcome.busy = true;
            outcome
        }
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
