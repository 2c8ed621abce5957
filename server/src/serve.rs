//! `daybook serve`: opens everything, checks that the site can serve people, and serves until
//! told to stop.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use app::request::{Assets, Backend, DemoPerson, Settings};
use clap::{Args, ValueEnum};
use domain::{
    account::passphrase::{Hasher, Params},
    diary::alert::Rules,
    site::{NotReady, store::find_site},
    time::Clock,
};
use leptos::config::LeptosOptions;
use tokio::sync::watch;

use crate::{
    command::{Failure, Store, ensure_symptom_check},
    demo,
    listen::{HEAD, listen},
    log,
    mail::{MailOptions, Mailer, is_loopback},
    push::{PushOptions, Pusher},
    router,
    session::{Network, TrustedProxies},
    work::{HANDLERS, Worker},
};

/// Serve Daybook over HTTP.
#[derive(Debug, Args)]
pub struct Serve {
    /// Where to listen. Put a proxy with TLS in front of anything but loopback.
    #[arg(long, env = "DAYBOOK_ADDRESS", default_value = "127.0.0.1:3000")]
    address: SocketAddr,
    /// How people reach it: `https://daybook.example.org`.
    #[arg(long, env = "DAYBOOK_PUBLIC_URL")]
    public_url: Option<String>,
    /// The folder with the files that the build made; beside the program when not given.
    #[arg(long, env = "DAYBOOK_SITE_ROOT")]
    site_root: Option<PathBuf>,
    /// Proxies whose `X-Forwarded-For` is believed: addresses or ranges, comma-separated.
    #[arg(long, env = "DAYBOOK_TRUSTED_PROXY", value_delimiter = ',')]
    trusted_proxy: Vec<Network>,
    /// A file with rules for alerts of the diary, instead of those that Daybook brings.
    #[arg(long, env = "DAYBOOK_ALERT_RULES", value_name = "FILE")]
    alert_rules: Option<PathBuf>,
    /// Serve made-up people with printed passphrases. On loopback only.
    #[arg(long, env = "DAYBOOK_DEMO")]
    demo: bool,
    /// Accept the pseudo-language en-XA, which shows texts that no catalogue holds.
    #[arg(long, env = "DAYBOOK_PSEUDO", hide = true)]
    pseudo: bool,
    /// Whether people may have a device of their own keep a copy, for where there is no network. `off` has every
    /// device delete what it kept.
    #[arg(long, env = "DAYBOOK_OFFLINE", value_enum, default_value = "on")]
    offline: Switch,
    #[command(flatten)]
    mail: MailOptions,
    #[command(flatten)]
    push: PushOptions,
}

/// Whether there is something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Switch {
    On,
    Off,
}

/// How long the worker may take to end what it has begun.
const GRACE: Duration = Duration::from_secs(25);

pub async fn run(store: &Store, serve: Serve) -> Result<ExitCode, Failure> {
    log::begin();
    if serve.demo && !serve.address.ip().is_loopback() {
        return Err(Failure::said(
            "--demo has known passphrases and serves on loopback only; use --address 127.0.0.1:3000",
        ));
    }
    let rules = rules(serve.alert_rules.as_deref())?;
    let keys = store.keys()?;
    let db = store.open().await?;
    let clock = Clock::system();
    let hasher = Hasher::new(Params::RECOMMENDED, 2)?;
    ensure_symptom_check(&db, clock.now()).await?;
    let people = if serve.demo { Some(demo::seed::seed(&db, &keys, &hasher, &clock).await?) } else { None };
    let mut tx = db.read().await?;
    let site = find_site(&mut tx).await?;
    drop(tx);
    let site = site
        .ok_or(NotReady::NoSite)
        .and_then(|site| site.check().map(|()| site))
        .map_err(|cause| Failure::said(format!("not ready to serve people: {cause}")))?;
    let root = serve.site_root.clone().unwrap_or_else(default_root);
    let assets = assets(&root)?;
    let listener = std::net::TcpListener::bind(serve.address)
        .map_err(|cause| Failure::said(format!("can't listen on {}: {cause}", serve.address)))?;
    let address = listener.local_addr()?;
    let public_url = serve.public_url.unwrap_or_else(|| format!("http://{address}")).trim_end_matches('/').to_owned();
    if let Some(rest) = public_url.strip_prefix("http://")
        && !is_loopback(rest)
    {
        return Err(Failure::said(format!(
            "people can't sign in at {public_url}: browsers keep the session's cookie over https only (or on this machine); \
             put a proxy with TLS in front and name its address with --public-url https://…"
        )));
    }
    let mailer = Mailer::new(&serve.mail, &public_url)?;
    let pusher = Pusher::new(&serve.push, &keys, &public_url)?;
    let backend = Backend {
        db: db.clone(),
        clock: clock.clone(),
        keys,
        hasher,
        site: Arc::new(site),
        rules: Arc::new(rules),
        settings: Arc::new(Settings {
            public_url: public_url.clone(),
            demo: people.clone(),
            mail: mailer.is_some(),
            push: pusher.as_ref().map(Pusher::settings),
            pseudo: serve.pseudo,
            assets,
            offline: serve.offline == Switch::On,
        }),
    };
    let options = LeptosOptions::builder()
        .output_name("daybook")
        .site_root(root.display().to_string())
        .site_addr(address)
        .build();
    let app = router::router(backend.clone(), options, TrustedProxies(Arc::new(serve.trusted_proxy)));
    tokio::spawn(tidy(backend.clone()));
    let (stop, stopped) = watch::channel(false);
    let working = tokio::spawn(Worker::new(backend, mailer, HANDLERS).with_pusher(pusher).work(stopped));
    tracing::info!(event = "serving", %address);
    if store.json {
        println!("{}", serde_json::json!({ "address": public_url }));
    } else {
        println!("Daybook is at {public_url}");
        for person in people.iter().flatten() {
            let DemoPerson { name, passphrase, person, about, .. } = person;
            println!("  sign in as {name:<8} with {passphrase:<36} {person} {about}");
        }
    }
    let served = listen(listener, app, HEAD, async move {
        told_to_stop().await;
        let _ = stop.send(true);
    })
    .await;
    if tokio::time::timeout(GRACE, working).await.is_err() {
        tracing::warn!(event = "work.cut-off", "work that was begun is done again when its lease is over");
    }
    served?;
    db.close().await;
    tracing::info!(event = "stopped");
    Ok(ExitCode::SUCCESS)
}

async fn told_to_stop() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminate = async {
        if let Ok(mut signal) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            signal.recv().await;
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => (),
        () = terminate => (),
    }
}

/// Clears away what has expired: tickets, drafts, counts of wrong tries, old sessions, codes, work that ended.
async fn tidy(backend: Backend) {
    loop {
        let (db, now) = (&backend.db, backend.now());
        let accounts = async {
            let mut tx = db.write().await?;
            domain::account::store::delete_expired(&mut tx, now).await?;
            tx.commit().await
        };
        let notices = async {
            let mut tx = db.write().await?;
            domain::reminders::store::delete_expired(&mut tx, now).await?;
            tx.commit().await
        };
        let work = async {
            let mut tx = db.write().await?;
            domain::jobs::store::delete_ended(&mut tx, now).await?;
            tx.commit().await
        };
        let devices = async {
            let mut tx = db.write().await?;
            domain::devices::store::delete_expired(&mut tx, now).await?;
            tx.commit().await
        };
        // Each by itself: what one room can't do now keeps no other from it.
        for (room, done) in [
            ("account", accounts.await),
            ("reminders", notices.await),
            ("jobs", work.await),
            ("devices", devices.await),
            ("diary", domain::diary::plan::mend_reminders(db, now).await.map(|_| ())),
            ("medicines", domain::medicines::remind::mend_reminders(db, now).await.map(|_| ())),
            ("medicines", domain::medicines::tell::mend(db, now).await),
        ] {
            if let Err(cause) = done {
                tracing::warn!(event = "tidy.failed", room, %cause);
            }
        }
        tokio::time::sleep(Duration::from_hours(1)).await;
    }
}

/// The rules for alerts: those of a file, or those that Daybook brings.
fn rules(file: Option<&Path>) -> Result<Rules, Failure> {
    let Some(file) = file else {
        return Rules::shipped().map_err(|cause| Failure::said(format!("the rules for alerts: {cause}")));
    };
    let text = std::fs::read_to_string(file)
        .map_err(|cause| Failure::said(format!("can't read the rules for alerts in {}: {cause}", file.display())))?;
    Rules::parse(&text)
        .map_err(|cause| Failure::said(format!("{}:{}:{}: {}", file.display(), cause.line, cause.column, cause.what)))
}

fn default_root() -> PathBuf {
    let beside = std::env::current_exe().ok().and_then(|exe| exe.parent().map(|folder| folder.join("site")));
    beside.filter(|folder| folder.is_dir()).unwrap_or_else(|| PathBuf::from("target/site"))
}

/// Finds the hashed files of this build by looking.
pub fn assets(root: &Path) -> Result<Assets, Failure> {
    let folder = root.join("pkg");
    let missing = |what: &str| {
        Failure::said(format!(
            "{} holds no {what}; build with `./dev build`, or name the folder with --site-root",
            folder.display()
        ))
    };
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .map_err(|_| missing("files"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    let find = |ending: &str| {
        names
            .iter()
            .find(|name| {
                name.starts_with("daybook")
                    && Path::new(name).extension().is_some_and(|e| e.eq_ignore_ascii_case(ending))
            })
            .map(|name| format!("/pkg/{name}"))
            .ok_or_else(|| missing(ending))
    };
    Ok(Assets { css: find("css")?, js: find("js")?, wasm: find("wasm")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_do_not_parse_stop_the_start_with_their_file_and_line() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("rules.json");
        let refused = |file: &Path| rules(Some(file)).unwrap_err().to_string();
        assert!(refused(&file).contains(&format!("in {}: ", file.display())));
        std::fs::write(&file, "{\n  \"version\": \"ours\",\n  \"fever\": 400\n}").unwrap();
        let said = refused(&file);
        assert!(said.starts_with(&format!("{}:3:14: invalid value: integer `400`", file.display())), "{said}");
        assert!(rules(None).is_ok());
    }
}
