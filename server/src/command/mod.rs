//! The command line. Every command says what it did, and leaves with 1 when it failed.

mod doctor;
mod export;
mod import;
mod invite;
mod jobs;
mod site;
mod staff;
mod team;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};
use domain::{
    db::Db,
    secret::Keys,
    time::{Clock, Instant},
};

/// A web portal for people living with or beyond cancer, and for the care team around them.
#[derive(Debug, Parser)]
#[command(name = "daybook", version, about, max_term_width = 100)]
pub struct Daybook {
    #[command(flatten)]
    pub store: Store,
    #[command(subcommand)]
    pub command: Command,
}

/// Where Daybook keeps what it knows.
#[derive(Debug, Clone, Args)]
pub struct Store {
    /// The database: `sqlite:PATH` (made when absent) or `postgres://USER:PASSWORD@HOST/NAME`.
    #[arg(
        long,
        env = "DAYBOOK_DATABASE",
        default_value = "sqlite:daybook.sqlite",
        global = true,
        hide_env_values = true
    )]
    pub database: String,
    /// The file that holds the key of everything sealed in the database; made when absent. Keep a
    /// copy apart from the database's backups: without it, letters, drafts and code apps can't be read.
    #[arg(long, env = "DAYBOOK_KEY_FILE", default_value = "daybook.key", global = true)]
    pub key_file: PathBuf,
    /// Print one machine-readable object a line.
    #[arg(long, global = true)]
    pub json: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve Daybook over HTTP.
    Serve(crate::serve::Serve),
    /// Bring FHIR R4 files into the records of the people they are about.
    Import(import::Import),
    /// Write a whole record as one FHIR R4 Bundle.
    Export(export::Export),
    /// List the records: whose they are, and their ids.
    Records,
    /// Print a letter that lets a person in (text and QR).
    Invite(invite::Invite),
    /// Show or describe the clinic: names, numbers to call, zone, privacy notice.
    Site(site::SiteCommand),
    /// Show or describe the teams of the clinic.
    Team(team::TeamCommand),
    /// Accounts of the care team, and tokens for the clinic's systems.
    Staff(staff::StaffCommand),
    /// Write the FHIR bundles of the demonstration people into a folder.
    Demo(crate::demo::Demo),
    /// Check that this installation is ready to serve people.
    Doctor(doctor::Doctor),
    /// Show the work for later: what waits, and what has failed.
    Jobs(jobs::Jobs),
}

/// Why a command failed, for the person at the terminal.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("{0}")]
    Said(String),
    #[error(transparent)]
    Open(#[from] domain::db::OpenError),
    #[error("{}", explain(.0))]
    Domain(#[from] domain::Error),
    #[error("{0}")]
    Io(#[from] std::io::Error),
    #[error("not readable as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl Failure {
    pub fn said(text: impl Into<String>) -> Self {
        Self::Said(text.into())
    }
}

fn explain(error: &domain::Error) -> String {
    match error {
        domain::Error::NotFound => "there is no such thing here".into(),
        domain::Error::Invalid(fields) => {
            fields.iter().map(|field| format!("{}: {:?}", field.name, field.code)).collect::<Vec<_>>().join(", ")
        }
        domain::Error::Conflict => "it was there already, with other content".into(),
        domain::Error::Throttled(seconds) => format!("too many tries; wait {seconds} s"),
        domain::Error::FactorNeeded => "a fresh factor is needed".into(),
        domain::Error::SignedOut => "a sign-in is needed".into(),
        domain::Error::Unavailable(cause) => format!("the database can't be reached or written now: {cause}"),
        domain::Error::Internal(cause) => format!("a defect of Daybook: {cause}"),
    }
}

/// Runs a command and says how it went.
pub async fn run(daybook: Daybook) -> ExitCode {
    let store = daybook.store;
    let done = match daybook.command {
        Command::Serve(serve) => crate::serve::run(&store, serve).await,
        Command::Import(import) => import::run(&store, import).await,
        Command::Export(export) => export::run(&store, export).await,
        Command::Records => invite::list_records(&store).await,
        Command::Invite(invite) => invite::run(&store, invite).await,
        Command::Site(site) => site::run(&store, site).await,
        Command::Team(team) => team::run(&store, team).await,
        Command::Staff(staff) => staff::run(&store, staff).await,
        Command::Demo(demo) => crate::demo::write(&demo),
        Command::Doctor(doctor) => doctor::run(&store, doctor).await,
        Command::Jobs(jobs) => jobs::run(&store, jobs).await,
    };
    match done {
        Ok(code) => code,
        Err(failure) => {
            if store.json {
                println!("{}", serde_json::json!({ "error": failure.to_string() }));
            }
            eprintln!("daybook: {failure}");
            ExitCode::FAILURE
        }
    }
}

impl Store {
    pub async fn open(&self) -> Result<Db, Failure> {
        Ok(Db::open(&self.database).await?)
    }

    /// The keys of this installation; the file is made, readable by its owner only, when absent.
    pub fn keys(&self) -> Result<Keys, Failure> {
        let at = |cause: &dyn std::fmt::Display| {
            Failure::said(format!("the key file {} can't be used: {cause}", self.key_file.display()))
        };
        match std::fs::read(&self.key_file) {
            Ok(bytes) => {
                let key: [u8; 32] =
                    bytes.try_into().map_err(|_| at(&"it does not hold the 32 bytes of a key; is it another file?"))?;
                Ok(Keys::new(key))
            }
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
                let key: [u8; 32] = domain::secret::random()?;
                write_private(&self.key_file, &key).map_err(|cause| at(&cause))?;
                eprintln!(
                    "daybook: made a new key file, {}; keep a copy of it in a safe place",
                    self.key_file.display()
                );
                Ok(Keys::new(key))
            }
            Err(cause) => Err(at(&cause)),
        }
    }

    pub fn now() -> Instant {
        Clock::system().now()
    }
}

fn write_private(path: &std::path::Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
