//! `daybook doctor`: is this installation ready for people?

use std::process::ExitCode;

use clap::Args;
use domain::{
    db::Tx,
    jobs::store::count,
    reminders::{Address, push_store::count_devices},
    site::{
        NotReady,
        store::{find_site, list_teams},
    },
};

use super::{Failure, Store};
use crate::{
    mail::{MailOptions, Mailer},
    push::PushOptions,
};

/// With the mail and push options of `serve`, it also asks the mail server, and looks at the devices.
#[derive(Debug, Args)]
pub struct Doctor {
    #[command(flatten)]
    mail: MailOptions,
    #[command(flatten)]
    push: PushOptions,
}

/// Work that is due for so many minutes says that nobody does it.
const LATE_MINUTES: i64 = 15;

pub async fn run(options: &Store, doctor: Doctor) -> Result<ExitCode, Failure> {
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
    tell("mail", mail(&doctor.mail).await);
    tell("pushes", pushes(&mut tx, &doctor.push).await?);
    for (team, contact) in contacts(&mut tx).await? {
        tell(
            "next contact",
            contact.map(|contact| format!("{team}: {contact}")).map_err(|why| format!("{team}: {why}")),
        );
    }
    for finding in work(&mut tx).await? {
        tell("work for later", finding);
    }
    drop(tx);
    db.close().await;
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn mail(options: &MailOptions) -> Result<String, String> {
    match Mailer::new(options, "").map_err(|cause| cause.to_string())? {
        None => Ok("none is sent: no mail server is named (--smtp)".to_owned()),
        Some(mailer) => match mailer.check().await {
            Ok(()) => Ok("the mail server answers".to_owned()),
            Err(code) => Err(format!("the mail server can't be used: {code}")),
        },
    }
}

/// Whether pushes are sent, and to how many devices; that all of them refuse says that something is wrong.
async fn pushes(tx: &mut Tx, options: &PushOptions) -> Result<Result<String, String>, Failure> {
    if options.push_hosts.is_empty() {
        return Ok(Ok("none are sent (--push-hosts none)".to_owned()));
    }
    let (devices, refusing) = count_devices(tx).await?;
    Ok(if devices > 0 && refusing == devices {
        Err(format!(
            "the push services refuse all of {devices} devices; is this the key file that they subscribed with?"
        ))
    } else {
        Ok(format!("to {devices} devices, of which {refusing} can't be reached at the moment"))
    })
}

/// Whom each team's unanswered items go to next.
async fn contacts(tx: &mut Tx) -> Result<Vec<(String, Result<String, String>)>, Failure> {
    let teams = list_teams(tx).await?;
    let contact = |text: String| match Address::new(&text) {
        Ok(address) => Ok(address.to_string()),
        Err(_) => Err(format!("{text:?} is not an address of mail")),
    };
    Ok(teams.into_iter().filter_map(|team| Some((team.name, contact(team.body.next_contact?)))).collect())
}

/// What waits and what has failed.
async fn work(tx: &mut Tx) -> Result<Vec<Result<String, String>>, Failure> {
    let now = Store::now();
    let counts = count(tx, now).await?;
    if counts.is_empty() {
        return Ok(vec![Ok("nothing waits".to_owned())]);
    }
    let late = |since| now.seconds_since(since) / 60;
    Ok(counts
        .into_iter()
        .map(|one| match (one.failed, one.overdue_since.map(late)) {
            (failed @ 1.., _) => Err(format!(
                "{}: {failed} failed, last with {}; `daybook jobs --again` tries them once more",
                one.kind,
                one.error.unwrap_or_default()
            )),
            (_, Some(minutes)) if minutes >= LATE_MINUTES => Err(format!(
                "{}: {} wait, the first one for {minutes} minutes; does `daybook serve` run, and for mail with --smtp?",
                one.kind, one.waiting
            )),
            _ => Ok(format!("{}: {} wait", one.kind, one.waiting)),
        })
        .collect())
}
