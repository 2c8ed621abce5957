//! `daybook doctor`: is this installation ready for people?

use std::process::ExitCode;

use domain::site::{NotReady, store::find_site};

use super::{Failure, Store};

pub async fn run(options: &Store) -> Result<ExitCode, Failure> {
    let mut well = true;
    let mut tell = |what: &str, finding: Result<String, String>| {
        let (good, text) = match finding {
            Ok(text) => (true, text),
            Err(text) => (false, text),
        };
        well &= good;
        if options.json {
            println!("{}", serde_json::json!({ "check": what, "ok": good, "finding": text }));
        } else {
            println!("{} {what}: {text}", if good { "ok  " } else { "BAD " });
        }
    };
    let db = match options.open().await {
        Ok(db) => {
            tell("database", Ok("opens, and its tables are up to date".into()));
            db
        }
        Err(cause) => {
            tell("database", Err(cause.to_string()));
            return Ok(ExitCode::FAILURE);
        }
    };
    tell("key file", options.keys().map(|_| "readable".to_owned()).map_err(|cause| cause.to_string()));
    let mut tx = db.read().await?;
    let site = find_site(&mut tx).await?.ok_or(NotReady::NoSite).and_then(|site| site.check().map(|()| site));
    tell("site", site.map(|site| format!("{}, with numbers to call", site.name)).map_err(|cause| cause.to_string()));
    drop(tx);
    db.close().await;
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
