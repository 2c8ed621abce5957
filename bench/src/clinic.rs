//! A clinic in a new SQLite file, with people who are signed in.

use std::path::{Path, PathBuf};

use domain::{
    access,
    account::{
        Confirm,
        enrol::{Choice, enrol},
        letter,
        passphrase::{Hasher, Params},
        store::{find_session, open_session},
    },
    db::Db,
    id::RecordId,
    results::store::{Filter, list_timeline},
    secret::Keys,
    time::{Clock, PartialDate},
};
use tokio::process::Command;

use crate::{Failure, file};

const KEY: [u8; 32] = [7; 32];

/// Where everything of this run lies.
pub struct Clinic {
    pub daybook: PathBuf,
    pub folder: PathBuf,
}

/// Someone with a record and a session.
pub struct Person {
    pub record: RecordId,
    /// The value of the session cookie.
    pub token: String,
    /// The address of their newest panel.
    pub panel: Option<String>,
}

impl Clinic {
    /// Describes a site, so that people can be served.
    pub async fn found(daybook: &Path, folder: &Path) -> Result<Self, Failure> {
        let daybook =
            daybook.canonicalize().map_err(|_| format!("{} is missing; run ./dev build", daybook.display()))?;
        let clinic = Self { daybook, folder: folder.to_owned() };
        std::fs::write(folder.join("daybook.key"), KEY)?;
        let example = clinic.command(&["site", "--example"]).output().await?;
        let path = folder.join("site.json");
        std::fs::write(&path, example.stdout)?;
        clinic.run(&["site", "--set", &path.display().to_string()]).await?;
        Ok(clinic)
    }

    pub fn database(&self) -> String {
        format!("sqlite:{}", self.folder.join("daybook.sqlite").display())
    }

    /// The program with this clinic's database.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.daybook);
        command.args(["--database", &self.database(), "--json", "--key-file"]).arg(self.folder.join("daybook.key"));
        command.args(arguments).kill_on_drop(true);
        command
    }

    async fn run(&self, arguments: &[&str]) -> Result<String, Failure> {
        let output = self.command(arguments).output().await?;
        if !output.status.success() {
            return Err(format!("daybook {arguments:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Imports a record, lets its person in and signs them in.
    pub async fn person(&self, name: &str, bundle: &str) -> Result<Person, Failure> {
        let path = self.folder.join(format!("{name}.json"));
        std::fs::write(&path, bundle)?;
        let told = self.run(&["import", "--sender", name, &path.display().to_string()]).await?;
        let told: serde_json::Value = serde_json::from_str(&told)?;
        let record: RecordId = told["record"].as_str().unwrap_or_default().parse()?;

        let db = Db::open(&self.database()).await?;
        let keys = Keys::new(KEY);
        let now = Clock::system().now();
        let hasher = Hasher::new(Params::QUICK_FOR_TESTS, 1)?;
        let mut tx = db.write().await?;
        let letter = letter::create_invitation(&mut tx, &keys, record, now).await?;
        tx.commit().await?;
        let born = Confirm::BirthDate(PartialDate::day(1961, 3, 27));
        let ticket = letter::check_code(&db, &keys, &letter.code, &born, "127.0.0.1", now).await?;
        let choice = Choice::new(name, "a lantern over the quiet harbour", "en", "Europe/London")?;
        let account = enrol(&db, &keys, &hasher, &ticket, &choice, now).await?;
        let mut tx = db.write().await?;
        let session = open_session(&mut tx, account, "bench", now).await?;
        tx.commit().await?;

        let mut tx = db.read().await?;
        let caller = find_session(&mut tx, &session.token, now).await?.ok_or("the session is not there")?.caller;
        let granted = access::view::<access::Results>(&mut tx, &caller, record, now).await?;
        let (entries, _) = list_timeline(&mut tx, &granted, &Filter::default(), 1).await?;
        drop(tx);
        db.close().await;
        let panel = entries.first().map(|entry| format!("/records/{record}/results/{}", entry.id));
        Ok(Person { record, token: session.token, panel })
    }

    /// Fills the database with others.
    pub async fn crowd(&self, people: usize) -> Result<(), Failure> {
        const AT_ONCE: usize = 500;
        let folder = self.folder.join("crowd");
        std::fs::create_dir_all(&folder)?;
        for from in (0..people).step_by(AT_ONCE) {
            eprint!("\rbench: importing {from} of {people} people");
            let mut arguments = vec!["import".to_owned(), "--sender".into(), "crowd".into()];
            for n in from..people.min(from + AT_ONCE) {
                let path = folder.join(format!("{}.json", n - from));
                std::fs::write(&path, file::one_of_many(n))?;
                arguments.push(path.display().to_string());
            }
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            self.run(&arguments).await?;
        }
        eprintln!("\rbench: imported {people} people                ");
        Ok(())
    }
}
