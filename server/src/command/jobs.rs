//! `daybook jobs`: the work for later, for the operator.

use std::process::ExitCode;

use clap::Args;
use domain::jobs::store::{count, revive};

use super::{Failure, Store};

/// Without an option, shows by kind what waits and what has failed.
#[derive(Debug, Args)]
pub struct Jobs {
    /// Try everything that has failed once more.
    #[arg(long)]
    again: bool,
}

pub async fn run(options: &Store, command: Jobs) -> Result<ExitCode, Failure> {
    let db = options.open().await?;
    let now = Store::now();
    if command.again {
        let mut tx = db.write().await?;
        let revived = revive(&mut tx, now).await?;
        tx.commit().await?;
        eprintln!("daybook: {revived} are tried once more by `daybook serve`");
    }
    let mut tx = db.read().await?;
    for one in count(&mut tx, now).await? {
        let late = one.overdue_since.map(|since| now.seconds_since(since));
        if options.json {
            println!(
                "{}",
                serde_json::json!({
                    "kind": one.kind, "waiting": one.waiting, "failed": one.failed, "late_seconds": late, "error": one.error,
                })
            );
        } else {
            let error = one.error.map(|error| format!(" (last with {error})")).unwrap_or_default();
            println!("{:<24} {:>6} wait  {:>6} failed{error}", one.kind, one.waiting, one.failed);
        }
    }
    drop(tx);
    db.close().await;
    Ok(ExitCode::SUCCESS)
}
