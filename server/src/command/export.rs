//! `daybook export RECORD`

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
    process::ExitCode,
};

use app::words::{Language, Words};
use clap::Args;
use domain::{access, db::Db, id::RecordId, time::Instant};

use super::{Failure, Store};
use crate::export::FhirExport;

/// Writes a whole record as one FHIR R4 Bundle (type `collection`): every resource that counts now,
/// as it came, which `daybook import` takes again, and what the person told in their diary, which it
/// passes over.
#[derive(Debug, Args)]
pub struct Export {
    /// The id of the record, as `daybook records` lists it.
    record: String,
    /// The file to write, readable by its owner only; without it, the terminal.
    #[arg(long)]
    out: Option<PathBuf>,
}

pub async fn run(store: &Store, export: Export) -> Result<ExitCode, Failure> {
    let record: RecordId = export
        .record
        .parse()
        .map_err(|_| Failure::said(format!("{:?} is not the id of a record; see `daybook records`", export.record)))?;
    let db = store.open().await?;
    let count = match &export.out {
        None => write(&db, record, Store::now(), &mut BufWriter::new(io::stdout().lock())).await?,
        Some(path) => {
            let mut file = tempfile::NamedTempFile::new_in(folder(path))?;
            let count = write(&db, record, Store::now(), &mut BufWriter::new(file.as_file_mut())).await?;
            file.as_file().sync_all()?;
            // What is there under the name is whole, whenever one looks.
            file.persist(path).map_err(|failed| failed.error)?;
            count
        }
    };
    db.close().await;
    if let Some(path) = &export.out {
        let file = path.display().to_string();
        if store.json {
            println!("{}", serde_json::json!({ "file": file, "record": record, "resources": count }));
        } else {
            println!("{file}: {count} resources of record {record}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn folder(path: &std::path::Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

async fn write(db: &Db, record: RecordId, now: Instant, out: &mut impl Write) -> Result<usize, Failure> {
    let mut tx = db.read().await?;
    let granted = access::export_by_operator(&mut tx, record, now).await?;
    drop(tx);
    let mut export = FhirExport::begin(db, granted, Words::new(Language::English), now).await?;
    while let Some(piece) = export.next().await? {
        out.write_all(piece.as_bytes())?;
    }
    out.flush()?;
    Ok(export.resources())
}
