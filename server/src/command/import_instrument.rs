//! `daybook import-instrument FILE`: what the symptom diary asks.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use domain::{
    db::Db,
    diary::{
        instrument::Instrument,
        instrument_store::{Created, create_instrument, ensure_own, list_instruments},
    },
    id::InstrumentId,
    site::in_language,
    time::Instant,
};
use fhir::instrument::{MAX_BYTES, Problem, SYMPTOM_CHECK, read, symptom_check};
use serde_json::json;

use super::{Failure, Store};

/// Takes a FHIR R4 Questionnaire (JSON) as a new version of an instrument of the symptom diary; the file
/// must be one that you may use. What it asks for that Daybook can't do is refused, item by item. Importing
/// a file again changes nothing.
#[derive(Debug, Args)]
pub struct ImportInstrument {
    /// The file.
    #[arg(required_unless_present = "list")]
    file: Option<PathBuf>,
    /// List the instruments that are there.
    #[arg(long, conflicts_with = "file")]
    list: bool,
}

pub async fn run(store: &Store, command: ImportInstrument) -> Result<ExitCode, Failure> {
    if let Some(file) = command.file {
        return bring(store, &file).await;
    }
    let db = store.open().await?;
    let listed = list(store.json, &db).await;
    db.close().await;
    listed.map(|()| ExitCode::SUCCESS)
}

async fn bring(store: &Store, file: &Path) -> Result<ExitCode, Failure> {
    let name = file.display();
    let unreadable = |cause: &dyn std::fmt::Display| Failure::said(format!("{name} can't be read: {cause}"));
    let size = std::fs::metadata(file).map_err(|cause| unreadable(&cause))?.len();
    if usize::try_from(size).is_ok_and(|size| size > MAX_BYTES) {
        return Err(Failure::said(format!("{name} is larger than {} MB; nothing was taken", MAX_BYTES >> 20)));
    }
    let source = std::fs::read_to_string(file).map_err(|cause| unreadable(&cause))?;
    let instrument = match read(&source) {
        Ok(instrument) => instrument,
        Err(problems) => {
            refuse(store.json, file, &problems);
            return Ok(ExitCode::FAILURE);
        }
    };
    let db = store.open().await?;
    let mut tx = db.write().await?;
    let created = create_instrument(&mut tx, &instrument, &source, "operator", Store::now()).await;
    let created = created.map_err(|cause| match cause {
        domain::Error::Conflict => Failure::said(format!(
            "{name}: version {} of {} is there already, with other questions. What was answered to it must stay readable: \
             give the file a new version; nothing was changed",
            instrument.version, instrument.url
        )),
        other => Failure::Domain(other),
    })?;
    tx.commit().await?;
    db.close().await;
    tell(store.json, file, &instrument, created);
    Ok(ExitCode::SUCCESS)
}

fn refuse(json: bool, file: &Path, problems: &[Problem]) {
    let file = file.display();
    if json {
        let all: Vec<_> = problems.iter().map(|p| json!({ "linkId": p.link_id, "why": p.why })).collect();
        println!("{}", json!({ "file": file.to_string(), "refused": all }));
        return;
    }
    println!("{file}: refused, nothing was taken");
    for problem in problems {
        println!("  {problem}");
    }
}

fn tell(json: bool, file: &Path, instrument: &Instrument, created: Created) {
    let new = matches!(created, Created::New(_));
    let questions = instrument.walk().iter().filter(|item| item.is_question()).count();
    let watched = instrument.watched();
    let title = in_language(&instrument.title, "en").map_or("", |(_, title)| title);
    let file = file.display().to_string();
    if json {
        println!(
            "{}",
            json!({
                "file": file, "id": created.id(), "url": instrument.url, "version": instrument.version, "title": title,
                "new": new, "questions": questions, "watched": watched,
            })
        );
        return;
    }
    let (url, version) = (&instrument.url, &instrument.version);
    let came = if new { "is here now" } else { "was here already; nothing was changed" };
    println!("{file}: {title:?}, version {version} of {url}, {came}");
    println!("  {watched} of its {questions} questions take part in alerts; the others are asked, kept and shown.");
    if watched == 0 {
        println!(
            "  Nothing that is answered to it will alert anybody: its items have none of the codes that Daybook reads."
        );
    }
}

async fn list(json: bool, db: &Db) -> Result<(), Failure> {
    let mut tx = db.read().await?;
    for one in list_instruments(&mut tx).await? {
        let title = in_language(&one.title, "en").map_or("", |(_, title)| title);
        if json {
            println!(
                "{}",
                json!({ "id": one.id, "url": one.url, "version": one.version, "title": title, "current": one.current })
            );
        } else {
            let current = if one.current { "" } else { "  (an older version)" };
            println!("{}  {}|{}  {title}{current}", one.id, one.url, one.version);
        }
    }
    Ok(())
}

/// Sees to it that Daybook's own symptom check is there, in the version that this program comes with.
pub async fn ensure_symptom_check(db: &Db, now: Instant) -> Result<InstrumentId, Failure> {
    let own = symptom_check()
        .map_err(|problems| Failure::said(problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("; ")))?;
    Ok(ensure_own(db, &own, SYMPTOM_CHECK, now).await?)
}
