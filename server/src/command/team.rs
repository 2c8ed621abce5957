//! `daybook team`: the groups of the care team, and whose record is whose.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use domain::{
    access::team,
    db::Db,
    id::RecordId,
    reminders::Address,
    site::{TeamBody, store},
};

use super::{Failure, Store};

/// Without an option, lists the teams.
#[derive(Debug, Args)]
pub struct TeamCommand {
    /// Make the team of this name, or change it.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["assign", "release", "people"])]
    set: Option<String>,
    /// JSON with `hours` (seven lists of {from, until}, Monday first), `holidays`, `next_contact`.
    #[arg(long, value_name = "FILE", requires = "set")]
    file: Option<PathBuf>,
    /// Give these records to the team that --to names: its members may read them from now on.
    #[arg(long, value_name = "RECORD", num_args = 1.., requires = "to")]
    assign: Vec<RecordId>,
    #[arg(long, value_name = "NAME", requires = "assign")]
    to: Option<String>,
    /// Take these records back from the team that --from names, at the next request.
    #[arg(long, value_name = "RECORD", num_args = 1.., requires = "from", conflicts_with = "assign")]
    release: Vec<RecordId>,
    #[arg(long, value_name = "NAME", requires = "release")]
    from: Option<String>,
    /// List whose records this team may read.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["assign", "release", "members"])]
    people: Option<String>,
    /// List the teams with the sign-in names of their members.
    #[arg(long, conflicts_with_all = ["assign", "release"])]
    members: bool,
}

pub async fn run(options: &Store, command: TeamCommand) -> Result<ExitCode, Failure> {
    let db = options.open().await?;
    let listed = match (&command.to, &command.from, &command.people) {
        (Some(to), ..) => give(options, &db, &command.assign, to).await,
        (_, Some(from), _) => take_back(options, &db, &command.release, from).await,
        (.., Some(people)) => list_people(options, &db, people).await,
        _ => teams(options, &db, &command).await,
    };
    db.close().await;
    listed.map(|()| ExitCode::SUCCESS)
}

async fn teams(options: &Store, db: &Db, command: &TeamCommand) -> Result<(), Failure> {
    if let Some(name) = &command.set {
        let body = match &command.file {
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|cause| Failure::said(format!("{} can't be read: {cause}", path.display())))?;
                serde_json::from_str(&text)
                    .map_err(|cause| Failure::said(format!("{}: {cause}; nothing was changed", path.display())))?
            }
            None => TeamBody::default(),
        };
        check_contact(&body)?;
        let mut tx = db.write().await?;
        store::save_team(&mut tx, name.trim(), &body).await?;
        tx.commit().await?;
    }
    let mut tx = db.read().await?;
    for one in store::list_teams(&mut tx).await? {
        let members = if command.members { team::list_members(&mut tx, &one.name).await? } else { Vec::new() };
        if options.json {
            let mut line = serde_json::to_value(&one)?;
            if command.members {
                line["members"] = members.into();
            }
            println!("{line}");
        } else {
            println!("{}  {}", one.id, one.name);
            for member in members {
                println!("    {member}");
            }
        }
    }
    Ok(())
}

/// Unanswered items go there by mail, so it must be an address of mail.
fn check_contact(body: &TeamBody) -> Result<(), Failure> {
    match &body.next_contact {
        Some(contact) if Address::new(contact).is_err() => {
            Err(Failure::said(format!("next_contact: {contact:?} is not an address of mail; nothing was changed")))
        }
        _ => Ok(()),
    }
}

/// All of them or, when one can't be given, none.
async fn give(options: &Store, db: &Db, records: &[RecordId], to: &str) -> Result<(), Failure> {
    let mut tx = db.write().await?;
    let mut given = 0_u32;
    for record in records {
        let new = team::assign_record(&mut tx, *record, to.trim(), Store::now()).await;
        given += u32::from(new.map_err(|cause| why(cause, *record, to))?);
    }
    tx.commit().await?;
    if options.json {
        println!("{}", serde_json::json!({ "team": to.trim(), "assigned": given }));
    } else {
        println!("{to} cares for {given} more; the others of {} were theirs already.", records.len());
    }
    Ok(())
}

async fn take_back(options: &Store, db: &Db, records: &[RecordId], from: &str) -> Result<(), Failure> {
    let mut tx = db.write().await?;
    let mut taken = 0_u32;
    for record in records {
        let was = team::release_record(&mut tx, *record, from.trim(), Store::now()).await;
        taken += u32::from(was.map_err(|cause| why(cause, *record, from))?);
    }
    tx.commit().await?;
    if options.json {
        println!("{}", serde_json::json!({ "team": from.trim(), "released": taken }));
    } else {
        println!("{from} no longer cares for {taken}; the others of {} were not theirs.", records.len());
    }
    Ok(())
}

async fn list_people(options: &Store, db: &Db, name: &str) -> Result<(), Failure> {
    let mut tx = db.read().await?;
    for one in team::list_records_of_team(&mut tx, name.trim()).await.map_err(|cause| no_team(cause, name))? {
        if options.json {
            println!(
                "{}",
                serde_json::json!({ "record": one.record.to_string(), "name": one.name, "born": one.birth_date })
            );
        } else {
            let born = one.birth_date.unwrap_or_else(|| "unknown".into());
            println!("{}  {}  born {born}", one.record, one.name.unwrap_or_default());
        }
    }
    Ok(())
}

fn why(cause: domain::Error, record: RecordId, team: &str) -> Failure {
    match cause {
        domain::Error::NotFound => {
            Failure::said(format!("no record has the id {record}; `daybook records` lists them; nothing was changed"))
        }
        other => no_team(other, team),
    }
}

fn no_team(cause: domain::Error, team: &str) -> Failure {
    match cause {
        domain::Error::Invalid(_) => {
            Failure::said(format!("no team is called {team:?}; `daybook team` lists them; nothing was changed"))
        }
        other => Failure::Domain(other),
    }
}
