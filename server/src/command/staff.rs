//! `daybook staff`: accounts of the care team and administrators, tokens for systems.

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use domain::{
    access::AccountRole,
    account::{
        Name, staff,
        store::{disable, enable},
    },
    record::store::{create_token, get_or_create_sender, revoke_tokens},
};

use super::{Failure, Store, invite::print_letter};

#[derive(Debug, Args)]
pub struct StaffCommand {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Make an account and print the letter that opens it.
    Add {
        /// The sign-in name to begin with; they may choose another.
        name: String,
        #[arg(long, value_enum)]
        role: StaffRole,
        /// A team they belong to; may be given several times.
        #[arg(long = "team")]
        teams: Vec<String>,
        #[arg(long, env = "DAYBOOK_PUBLIC_URL", default_value = "http://127.0.0.1:3000")]
        public_url: String,
    },
    /// A new letter for someone who can't sign in.
    Letter {
        name: String,
        #[arg(long, env = "DAYBOOK_PUBLIC_URL", default_value = "http://127.0.0.1:3000")]
        public_url: String,
    },
    /// For a lost phone: take away someone's second factor and end their sessions. They set up
    /// another one when they next sign in.
    ResetFactor { name: String },
    /// Close an account: its sessions end, and nobody signs in to it.
    Disable { name: String },
    /// Open a closed account again, with the sign-in that it had.
    Enable { name: String },
    /// Make a token by which a clinic's system may send records to `POST /fhir`.
    Token {
        /// The name of the system.
        sender: String,
        /// Make none, and have those that were made open nothing any more.
        #[arg(long)]
        revoke: bool,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum StaffRole {
    CareTeam,
    Administrator,
}

pub async fn run(store: &Store, command: StaffCommand) -> Result<ExitCode, Failure> {
    let db = store.open().await?;
    let mut tx = db.write().await?;
    let now = Store::now();
    let named = |name: &str| {
        Name::new(name).map_err(|code| Failure::said(format!("{name:?} can't be a sign-in name: {code:?}")))
    };
    match command.verb {
        Verb::Add { name, role, teams, public_url } => {
            let role = match role {
                StaffRole::CareTeam => AccountRole::CareTeam,
                StaffRole::Administrator => AccountRole::Administrator,
            };
            let made = staff::add_staff(&mut tx, &store.keys()?, &named(&name)?, role, &teams, now).await?;
            tx.commit().await?;
            print_letter(store.json, &public_url, &made.letter, Some(&made.number))?;
        }
        Verb::Letter { name, public_url } => {
            let made = staff::create_staff_invitation(&mut tx, &store.keys()?, &named(&name)?, now).await?;
            tx.commit().await?;
            print_letter(store.json, &public_url, &made.letter, Some(&made.number))?;
        }
        Verb::ResetFactor { name } => {
            let account = staff::find_staff(&mut tx, &named(&name)?).await?;
            staff::reset_factor(&mut tx, account, now).await?;
            tx.commit().await?;
            say(store.json, &name, "factor reset");
        }
        Verb::Disable { name } => {
            let account = staff::find_staff(&mut tx, &named(&name)?).await?;
            disable(&mut tx, account, now).await?;
            tx.commit().await?;
            say(store.json, &name, "disabled");
        }
        Verb::Enable { name } => {
            let account = staff::find_staff(&mut tx, &named(&name)?).await?;
            enable(&mut tx, account, now).await?;
            tx.commit().await?;
            say(store.json, &name, "enabled");
        }
        Verb::Token { sender, revoke: true } => {
            let revoked = revoke_tokens(&mut tx, sender.trim(), now).await?;
            tx.commit().await?;
            if store.json {
                println!("{}", serde_json::json!({ "sender": sender.trim(), "revoked": revoked }));
            } else {
                println!("{:?}: {revoked} tokens revoked", sender.trim());
            }
        }
        Verb::Token { sender, revoke: false } => {
            let origin = get_or_create_sender(&mut tx, sender.trim(), now).await?;
            let token = create_token(&mut tx, &origin, now).await?;
            tx.commit().await?;
            if store.json {
                println!("{}", serde_json::json!({ "sender": origin.name, "token": token }));
            } else {
                println!("The token of {:?}, told this once: {token}", origin.name);
                println!("Send records with: curl -H 'Authorization: Bearer {token}' --data-binary @FILE ADDRESS/fhir");
            }
        }
    }
    db.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Says what was done to an account.
fn say(json: bool, name: &str, done: &str) {
    if json {
        println!("{}", serde_json::json!({ "name": name, "done": done }));
    } else {
        println!("{name}: {done}");
    }
}
