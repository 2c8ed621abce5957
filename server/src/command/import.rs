//! `daybook import FILE…`

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use domain::{record::store::get_or_create_sender, time::Clock};

use super::{Failure, Store};
use crate::import::{Outcome, import_export, import_file, on_terminal};

/// Takes FHIR R4: a Bundle of any kind, one resource, an array of resources, or NDJSON. Importing
/// a file again changes nothing.
#[derive(Debug, Args)]
pub struct Import {
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Whose system they come from: resources are told apart by it. When it is not given, an export
    /// of Daybook says itself where each resource came from, and everything else is from `import`.
    #[arg(long)]
    sender: Option<String>,
}

pub async fn run(store: &Store, import: Import) -> Result<ExitCode, Failure> {
    let db = store.open().await?;
    let mut tx = db.write().await?;
    let origin = get_or_create_sender(&mut tx, import.sender.as_deref().unwrap_or("import"), Store::now()).await?;
    tx.commit().await?;
    let mut tx = db.read().await?;
    let zone = domain::site::store::find_site(&mut tx).await?.map_or_else(|| "UTC".to_owned(), |site| site.zone);
    drop(tx);
    let mut failed = false;
    for file in &import.files {
        let clock = Clock::system();
        let exported = match import.sender {
            None => import_export(&db, &origin, &zone, file, &clock, on_terminal(file)).await,
            Some(_) => None,
        };
        let outcome = match exported {
            Some(outcome) => outcome,
            None => import_file(&db, &origin, &zone, file, &clock, on_terminal(file)).await,
        };
        failed |= !matches!(&outcome, Outcome { report: Some(report), .. } if report.refused.is_empty());
        tell(store.json, file, &outcome);
    }
    db.close().await;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn tell(json: bool, file: &std::path::Path, outcome: &Outcome) {
    if json {
        let mut line = outcome.to_json();
        line["file"] = file.display().to_string().into();
        println!("{line}");
        return;
    }
    match &outcome.report {
        Some(report) => println!(
            "{}: record {}: {} new, {} changed, {} same, {} hidden, {} kept as they came, {} refused",
            file.display(),
            outcome.record.map(|record| record.to_string()).unwrap_or_default(),
            report.new,
            report.changed,
            report.same,
            report.hidden,
            report.raw,
            report.refused.len(),
        ),
        None => println!("{}: refused, nothing was taken", file.display()),
    }
    for refused in outcome.refused() {
        println!("  {}: {}", refused.place, refused.why);
    }
    if let Some(report) = &outcome.report
        && !report.unresolved.is_empty()
    {
        println!(
            "  {} references lead nowhere in the file, the first: {} in {}",
            report.unresolved.len(),
            report.unresolved[0].why,
            report.unresolved[0].place
        );
    }
}
