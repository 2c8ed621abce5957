//! `daybook team`: the groups of the care team.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use domain::site::{TeamBody, store};

use super::{Failure, Store};

/// Without an option, lists the teams.
#[derive(Debug, Args)]
pub struct TeamCommand {
    /// Make the team of this name, or change it.
    #[arg(long, value_name = "NAME")]
    set: Option<String>,
    /// JSON with `hours` (seven lists of {from, until}, Monday first), `holidays`, `next_contact`.
    #[arg(long, value_name = "FILE", requires = "set")]
    file: Option<PathBuf>,
}

pub async fn run(options: &Store, command: TeamCommand) -> Result<ExitCode, Failure> {
    let db = options.open().await?;
    if let Some(name) = command.set {
        let body = match command.file {
            Some(path) => {
                let text = std::fs::read_to_string(&path)
                    .map_err(|cause| Failure::said(format!("{} can't be read: {cause}", path.display())))?;
                serde_json::from_str(&text)
                    .map_err(|cause| Failure::said(format!("{}: {cause}; nothing was changed", path.display())))?
            }
            None => TeamBody::default(),
        };
        let mut tx = db.write().await?;
        store::save_team(&mut tx, name.trim(), &body).await?;
        tx.commit().await?;
    }
    let mut tx = db.read().await?;
    for team in store::list_teams(&mut tx).await? {
        if options.json {
            println!("{}", serde_json::to_string(&team)?);
        } else {
            println!("{}  {}", team.id, team.name);
        }
    }
    drop(tx);
    db.close().await;
    Ok(ExitCode::SUCCESS)
}
