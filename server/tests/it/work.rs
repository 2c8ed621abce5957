//! Several workers on one database, some of them killed: each job once in effect.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use app::request::Backend;
use domain::{
    db::{Db, Tx},
    jobs::{Job, New, store as jobs},
    reminders::{Notice, Said, store::notify_address},
    site::TeamBody,
    time::{Clock, Instant},
};
use mail_parser::MessageParser;
use rstest::rstest;
use serde_json::json;
use server::work::{Doing, Failed, Handler, Lane, Worker};
use tokio::sync::watch;

use crate::{
    smtp::{Manner, Server},
    world::{World, a_site},
};

/// Leaves a team of the job's name: twice would be seen, since names are told apart by a count in them.
fn leave_a_mark<'a>(_: &'a Backend, tx: &'a mut Tx, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let teams = domain::site::store::list_teams(tx).await?;
        let times = teams.iter().filter(|team| team.name.starts_with(&format!("{} ", job.key))).count();
        domain::site::store::save_team(tx, &format!("{} {}", job.key, times + 1), &TeamBody::default()).await?;
        // Others get in between, where a database lets them.
        tokio::task::yield_now().await;
        Ok(())
    })
}

static FAILURES: AtomicUsize = AtomicUsize::new(0);

fn fail_twice<'a>(backend: &'a Backend, tx: &'a mut Tx, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        leave_a_mark(backend, tx, job).await?;
        match FAILURES.fetch_add(1, Ordering::SeqCst) {
            0 => Err(Failed::Again("first".to_owned())),
            1 => panic!("a defect"),
            _ => Ok(()),
        }
    })
}

const MARKS: &[(&str, Handler)] = &[("test.mark", Handler::Within(leave_a_mark))];
const FAILING: &[(&str, Handler)] = &[("test.fail", Handler::Within(fail_twice))];

async fn plan(db: &Db, kind: &'static str, keys: impl Iterator<Item = String>, now: Instant) {
    let mut tx = db.write().await.unwrap();
    for key in keys {
        let new = New { kind, key: &key, record: None, body: json!(null), run_at: now };
        jobs::plan(&mut tx, new, now).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn marks(db: &Db) -> Vec<String> {
    let mut tx = db.read().await.unwrap();
    domain::site::store::list_teams(&mut tx).await.unwrap().into_iter().map(|team| team.name).collect()
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn workers_that_are_cut_off_in_the_middle_leave_each_job_done_once(
    #[values("sqlite", "postgres")] database: &str,
) {
    const JOBS: usize = 120;
    let Some(world) = World::on(database).await else { return };
    let db = &world.backend.db;
    plan(db, "test.mark", (0..JOBS).map(|n| format!("job {n:03}")), world.backend.now()).await;
    let start = || {
        let (stop, stopped) = watch::channel(false);
        (stop, tokio::spawn(Worker::new(world.backend.clone(), None, MARKS).work(stopped)))
    };
    // Some are cut off wherever they are; what they had is taken again when its lease is over.
    for round in 0..6_u64 {
        let workers = [start(), start(), start()];
        tokio::time::sleep(Duration::from_millis(5 + 7 * round)).await;
        for (_, task) in &workers {
            task.abort();
        }
        world.later(121);
    }
    let workers = [start(), start()];
    let all = async {
        while marks(db).await.len() < JOBS {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(Duration::from_mins(1), all).await.unwrap();
    for (stop, task) in workers {
        stop.send(true).unwrap();
        task.await.unwrap();
    }
    let marks = marks(db).await;
    assert_eq!(marks, (0..JOBS).map(|n| format!("job {n:03} 1")).collect::<Vec<_>>());
    let mut tx = db.read().await.unwrap();
    assert_eq!(jobs::count(&mut tx, world.backend.now()).await.unwrap(), [], "nothing waits and nothing has failed");
}

#[tokio::test]
async fn a_handler_that_fails_or_panics_leaves_nothing_and_is_called_again() {
    let world = World::new().await;
    plan(&world.backend.db, "test.fail", ["a".to_owned()].into_iter(), world.backend.now()).await;
    let worker = Worker::new(world.backend.clone(), None, FAILING);
    let (_going, stop) = watch::channel(false);
    for (again, done) in [(1, 0), (1, 0), (0, 1)] {
        let round = worker.round(Lane::Database, &stop).await.unwrap();
        assert_eq!((round.again, round.done), (again, done));
        world.later(30);
    }
    assert_eq!(marks(&world.backend.db).await, ["a 1"]);
}

#[tokio::test]
async fn what_is_not_begun_at_the_word_to_stop_is_given_back() {
    let world = World::new().await;
    plan(&world.backend.db, "test.mark", (0..3).map(|n| n.to_string()), world.backend.now()).await;
    let worker = Worker::new(world.backend.clone(), None, MARKS);
    let (_stopping, stop) = watch::channel(true);
    assert_eq!(worker.round(Lane::Database, &stop).await.unwrap().left, 3);
    let (_going, go) = watch::channel(false);
    assert_eq!(worker.round(Lane::Database, &go).await.unwrap().done, 3, "at once, without waiting for the lease");
}

/// A real process that serves and works.
struct Process(Child);

impl Process {
    fn start(address: &str, folder: &Path, smtp: &str) -> Self {
        let root = folder.join("site/pkg");
        std::fs::create_dir_all(&root).unwrap();
        for ending in ["css", "js", "wasm"] {
            std::fs::write(root.join(format!("daybook.{ending}")), "").unwrap();
        }
        let child = Command::new(env!("CARGO_BIN_EXE_daybook"))
            .args(["--database", address, "--key-file"])
            .arg(folder.join("daybook.key"))
            .args(["serve", "--address", "127.0.0.1:0", "--site-root"])
            .arg(folder.join("site"))
            .args(["--smtp", smtp, "--mail-from", "no-reply@daybook.example"])
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(folder.join(format!("{}.log", uuid::Uuid::now_v7()))).unwrap())
            .spawn()
            .unwrap();
        Self(child)
    }

    /// SIGKILL: it can do nothing more.
    fn kill(mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A database with a site, a folder for its processes, and mails that are due.
async fn with_mails(kind: &str, mails: usize) -> Option<(tempfile::TempDir, String, Db)> {
    let folder = tempfile::tempdir().unwrap();
    let address = if kind == "sqlite" {
        format!("sqlite:{}", folder.path().join("work.sqlite").display())
    } else {
        domain::db::new_test_database().await?
    };
    let db = Db::open(&address).await.unwrap();
    let mut tx = db.write().await.unwrap();
    domain::site::store::save_site(&mut tx, &a_site()).await.unwrap();
    let now = Clock::system().now();
    for n in 0..mails {
        let to = format!("head{n}@clinic.example");
        assert!(
            notify_address(&mut tx, &to, Notice::WorklistWaits, Said::default(), &n.to_string(), now, now)
                .await
                .unwrap()
        );
    }
    tx.commit().await.unwrap();
    Some((folder, address, db))
}

/// Leases of the killed are not waited for: their time is brought to an end, as the clock would.
///
/// Only while no process lives: it would lose its leases too, and another would send what it is sending.
async fn leases_end(db: &Db) {
    let later = Clock::system().now().plus_seconds(121);
    // Whoever takes them gives them back at once.
    let taken =
        jobs::claim(db, uuid::Uuid::now_v7(), &["mail.send"], 1000, Duration::from_secs(1), later).await.unwrap();
    let mut tx = db.write().await.unwrap();
    jobs::give_back(&mut tx, &taken, Clock::system().now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// So often each mail arrived, by its recipient; one with two names would be two mails.
fn arrivals(server: &Server) -> std::collections::BTreeMap<String, Vec<String>> {
    let mut all = std::collections::BTreeMap::<String, Vec<String>>::new();
    for taken in server.taken() {
        let mail = MessageParser::default().parse(&taken.data).unwrap();
        all.entry(taken.to.join(",")).or_default().push(mail.message_id().unwrap().to_owned());
    }
    all
}

async fn ended(db: &Db) {
    ended_or_failed(db, 0).await;
}

/// Nothing waits any more, and so many have failed.
async fn ended_or_failed(db: &Db, failed: i64) {
    let waiting = async {
        loop {
            let mut tx = db.read().await.unwrap();
            let counts = jobs::count(&mut tx, Clock::system().now()).await.unwrap();
            let sum = |of: fn(&domain::jobs::Count) -> i64| counts.iter().map(of).sum::<i64>();
            if (sum(|one| one.waiting), sum(|one| one.failed)) == (0, failed) {
                return;
            }
            drop(tx);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(Duration::from_mins(1), waiting).await.unwrap();
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_processes_on_one_database_of_which_one_is_killed_send_each_mail_once(
    #[values("sqlite", "postgres")] database: &str,
) {
    const MAILS: usize = 40;
    let server = Server::start(Manner::Stalls).await;
    let Some((folder, address, db)) = with_mails(database, MAILS).await else { return };
    // The first is killed with mails on their way that no server has taken.
    let first = Process::start(&address, folder.path(), &server.url());
    server.until_stalled(1).await;
    first.kill();
    assert_eq!(server.taken(), [], "none was taken");
    server.behave(Manner::Takes);
    leases_end(&db).await;
    let _others = [(); 3].map(|()| Process::start(&address, folder.path(), &server.url()));
    server.until_taken(MAILS).await;
    ended(&db).await;
    let arrivals = arrivals(&server);
    assert_eq!(arrivals.len(), MAILS);
    assert!(arrivals.values().all(|ids| ids.len() == 1), "{arrivals:?}");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_is_killed_between_the_servers_word_and_its_note_sends_the_same_mail_again(
    #[values("sqlite", "postgres")] database: &str,
) {
    let server = Server::start(Manner::TakesAndStalls).await;
    let Some((folder, address, db)) = with_mails(database, 1).await else { return };
    let first = Process::start(&address, folder.path(), &server.url());
    server.until_stalled(1).await;
    first.kill();
    server.behave(Manner::Takes);
    leases_end(&db).await;
    let _other = Process::start(&address, folder.path(), &server.url());
    server.until_taken(2).await;
    ended(&db).await;
    let arrivals = arrivals(&server);
    let [ids] = arrivals.values().collect::<Vec<_>>().try_into().unwrap();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1], "by the Message-ID the second one is known for the first");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_doctor_says_what_has_failed_and_whether_the_mail_server_answers() {
    let server = Server::start(Manner::RefusesRecipient("550 5.1.1 nobody here")).await;
    let (folder, address, db) = with_mails("sqlite", 2).await.unwrap();
    let process = Process::start(&address, folder.path(), &server.url());
    ended_or_failed(&db, 2).await;
    process.kill();
    let daybook = async |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_daybook"));
        command.args(["--database", &address, "--key-file"]).arg(folder.path().join("daybook.key")).args(arguments);
        let output = tokio::task::block_in_place(|| command.output()).unwrap();
        (output.status.success(), String::from_utf8(output.stdout).unwrap())
    };
    let url = server.url();
    let (well, said) = daybook(&["doctor", "--smtp", &url, "--mail-from", "no-reply@daybook.example"]).await;
    assert!(!well && said.contains("BAD  work for later: mail.send: 2 failed, last with smtp-550"), "{said}");
    assert!(said.contains("ok   mail: the mail server answers"), "{said}");
    assert!(!said.contains("clinic.example"), "an address is printed: {said}");
    let (_, said) = daybook(&["doctor"]).await;
    assert!(said.contains("none is sent"), "{said}");
    let (well, _) = daybook(&["jobs", "--again"]).await;
    assert!(well);
    let (well, said) = daybook(&["doctor"]).await;
    assert!(well && said.contains("mail.send: 2 wait"), "{said}");
    let (well, said) =
        daybook(&["doctor", "--smtp", "smtp://127.0.0.1:1", "--mail-from", "no-reply@daybook.example"]).await;
    assert!(!well && said.contains("no-connection"), "{said}");
    // The next contact of a team is an address of mail.
    let file = folder.path().join("team.json");
    std::fs::write(&file, r#"{"next_contact": "ring the bell"}"#).unwrap();
    let (well, _) = daybook(&["team", "--set", "Day clinic", "--file", &file.display().to_string()]).await;
    assert!(!well);
    std::fs::write(&file, r#"{"next_contact": "head@clinic.example"}"#).unwrap();
    assert!(daybook(&["team", "--set", "Day clinic", "--file", &file.display().to_string()]).await.0);
    assert!(daybook(&["doctor"]).await.1.contains("ok   next contact: Day clinic: head@clinic.example"));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_is_told_to_stop_ends_what_it_has_begun() {
    let server = Server::start(Manner::Takes).await;
    let (folder, address, db) = with_mails("sqlite", 30).await.unwrap();
    let mut process = Process::start(&address, folder.path(), &server.url());
    server.until_taken(1).await;
    let pid = process.0.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    assert!(process.0.wait().unwrap().success());
    let mut tx = db.read().await.unwrap();
    let waiting = jobs::count(&mut tx, Clock::system().now()).await.unwrap().first().map_or(0, |one| one.waiting);
    assert_eq!(usize::try_from(waiting).unwrap() + server.taken().len(), 30, "each was sent and noted, or neither");
    // What was not begun is not held by anybody.
    let left =
        jobs::claim(&db, uuid::Uuid::now_v7(), &["mail.send"], 100, Duration::from_secs(1), Clock::system().now());
    drop(tx);
    assert_eq!(left.await.unwrap().len(), usize::try_from(waiting).unwrap());
}
