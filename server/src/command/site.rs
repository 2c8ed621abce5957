//! `daybook site`: what Daybook tells people of the clinic.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use domain::site::{Site, store};

use super::{Failure, Store};

/// Without an option, shows the site.
#[derive(Debug, Args)]
pub struct SiteCommand {
    /// Describe the site as this JSON file does, in place of what was there.
    #[arg(long, value_name = "FILE")]
    set: Option<PathBuf>,
    /// Print an example to begin from.
    #[arg(long, conflicts_with = "set")]
    example: bool,
}

const EXAMPLE: &str = include_str!("site.example.json");

pub async fn run(options: &Store, command: SiteCommand) -> Result<ExitCode, Failure> {
    if command.example {
        print!("{EXAMPLE}");
        return Ok(ExitCode::SUCCESS);
    }
    let db = options.open().await?;
    if let Some(path) = command.set {
        let text = std::fs::read_to_string(&path)
            .map_err(|cause| Failure::said(format!("{} can't be read: {cause}", path.display())))?;
        let site: Site = serde_json::from_str(&text)
            .map_err(|cause| Failure::said(format!("{}: {cause}; nothing was changed", path.display())))?;
        site.check().map_err(|cause| Failure::said(format!("{}: {cause}; nothing was changed", path.display())))?;
        let mut tx = db.write().await?;
        store::save_site(&mut tx, &site).await?;
        tx.commit().await?;
        eprintln!("daybook: the site is now {:?}; restart `daybook serve` to show it", site.name);
    }
    let mut tx = db.read().await?;
    match store::find_site(&mut tx).await? {
        Some(site) => {
            println!(
                "{}",
                if options.json { serde_json::to_string(&site)? } else { serde_json::to_string_pretty(&site)? }
            );
        }
        None => println!("No site is described yet; `daybook site --example` prints one to begin from."),
    }
    drop(tx);
    db.close().await;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_a_site_that_can_serve() {
        let site: Site = serde_json::from_str(EXAMPLE).unwrap();
        assert_eq!(site.check(), Ok(()));
    }
}
