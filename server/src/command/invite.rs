//! `daybook invite RECORD`: the letter, and `daybook records`: for whom.

use std::process::ExitCode;

use clap::Args;
use domain::{account::letter, id::RecordId, record::store::list_for_operator, time::PartialDate};
use qrcode::{QrCode, render::unicode};

use super::{Failure, Store};

/// The letter holds for 14 days and is used once; a new one voids the old. For someone who is
/// enrolled already it resets the sign-in.
#[derive(Debug, Args)]
pub struct Invite {
    /// The record's id, as `daybook records` and `daybook import` print it.
    record: RecordId,
    /// Where Daybook is reached, for the QR code.
    #[arg(long, env = "DAYBOOK_PUBLIC_URL", default_value = "http://127.0.0.1:3000")]
    public_url: String,
}

pub async fn run(store: &Store, invite: Invite) -> Result<ExitCode, Failure> {
    let keys = store.keys()?;
    let db = store.open().await?;
    let mut tx = db.write().await?;
    let letter = match letter::create_invitation(&mut tx, &keys, invite.record, Store::now()).await {
        Ok(letter) => letter,
        Err(cause) => return Err(why(&cause).unwrap_or(Failure::Domain(cause))),
    };
    tx.commit().await?;
    print_letter(store.json, &invite.public_url, &letter, None)?;
    db.close().await;
    Ok(ExitCode::SUCCESS)
}

fn why(cause: &domain::Error) -> Option<Failure> {
    let text = match cause {
        domain::Error::NotFound => "no record has this id; `daybook records` lists them",
        domain::Error::Invalid(fields) => match (fields.first()?.name.as_str(), fields.first()?.code) {
            ("record", domain::FieldCode::NotAChoice) => "this person has died; Daybook writes no letter",
            ("record", domain::FieldCode::NotADate) => {
                "the record holds no whole date of birth, which the letter's reader would have to give; import a Patient resource that has one"
            }
            ("account", _) => "this account is disabled",
            _ => return None,
        },
        _ => return None,
    };
    Some(Failure::said(text))
}

/// Prints a letter for a person, or for a member of staff with the number to tell them apart.
pub fn print_letter(
    json: bool,
    public_url: &str,
    letter: &letter::Letter,
    number: Option<&str>,
) -> Result<(), Failure> {
    let code = format!("{}-{}-{}", &letter.code[..4], &letter.code[4..8], &letter.code[8..]);
    let base = public_url.trim_end_matches('/');
    let address = format!("{base}/enrol?{}code={code}", if number.is_some() { "staff=1&" } else { "" });
    let until = PartialDate::from(letter.expires_at).date();
    if json {
        let line = serde_json::json!({ "code": code, "address": address, "until": until.to_string(), "person": letter.person, "number": number });
        println!("{line}");
        return Ok(());
    }
    let picture = QrCode::new(&address)
        .map_err(|cause| Failure::said(format!("no QR code can be drawn of {address}: {cause}")))?
        .render::<unicode::Dense1x2>()
        .dark_color(unicode::Dense1x2::Light)
        .light_color(unicode::Dense1x2::Dark)
        .build();
    println!("{}", letter.person.as_deref().unwrap_or("To the person whose record this is"));
    println!("\nThis letter opens your Daybook. It holds until {until} and works once.\n");
    println!("  1. Open {base}/enrol, or point a camera at the square below.");
    println!("  2. Give this code:  {code}");
    match number {
        None => println!("  3. Give your date of birth, then choose a name and a passphrase."),
        Some(_) => println!("  3. Give the 6 digits that you were told, then choose a name and a passphrase."),
    }
    println!("\n{picture}");
    if let Some(number) = number {
        println!("Tell the reader this number by another way, not in the letter: {number}");
    }
    Ok(())
}

pub async fn list_records(store: &Store) -> Result<ExitCode, Failure> {
    let db = store.open().await?;
    let mut tx = db.read().await?;
    let records = list_for_operator(&mut tx).await?;
    if records.is_empty() && !store.json {
        println!("No record is here yet; `daybook import FILE` brings one.");
    }
    for (record, name, birth_date) in records {
        if store.json {
            println!("{}", serde_json::json!({ "record": record.to_string(), "name": name, "born": birth_date }));
        } else {
            println!("{record}  {}  born {}", name.unwrap_or_default(), birth_date.unwrap_or_else(|| "unknown".into()));
        }
    }
    drop(tx);
    db.close().await;
    Ok(ExitCode::SUCCESS)
}
