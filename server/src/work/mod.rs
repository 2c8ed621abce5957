//! The worker: takes due jobs (`domain::jobs`) beside `serve`, and stops with it.
//!
//! A job whose effect lies in the database alone is a [`Handler::Within`]: the worker opens the transaction,
//! ends the job in it and commits, so that its effect happens once. What reaches out ([`Handler::Outside`])
//! does its part first and ends the job then: it happens at least once.
//!
//! The log holds kinds and counts, nothing of what a job is about.

mod mail;
mod push;
mod rooms;

use std::{panic::AssertUnwindSafe, pin::Pin, sync::Arc, time::Duration};

use app::request::Backend;
use domain::{
    Error,
    db::Tx,
    jobs::{Job, Next, store as jobs},
};
use futures::{FutureExt as _, StreamExt as _, stream};
use tokio::sync::watch;
use uuid::Uuid;

use crate::{mail::Mailer, push::Pusher};

/// Every kind of work, and who does it. The first is taken before the next.
pub const HANDLERS: &[(&str, Handler)] = &[
    (domain::worklist::step_up::KIND, Handler::Within(rooms::step_up)),
    (domain::diary::evaluate::UNFINISHED, Handler::Within(rooms::evaluate)),
    (domain::medicines::remind::REMIND, Handler::Within(rooms::remind_of_doses)),
    (domain::medicines::tell::TELL, Handler::Within(rooms::tell_of_doses)),
    (domain::diary::plan::REMIND, Handler::Within(rooms::remind)),
    (domain::reminders::SEND, Handler::Outside(mail::send)),
    (domain::reminders::PUSH, Handler::Gathered(push::send)),
];

/// How long a worker keeps a job before another may take it.
const LEASE: Duration = Duration::from_mins(2);
/// How many jobs are taken at once.
const BATCH: i64 = 16;
/// How many pushes are taken at once: many fall due in the same minute.
const GATHERED: i64 = 256;
/// How many mails are on their way at once.
const AT_ONCE: usize = 4;
/// Between two looks at an empty table, in milliseconds: at least, and how much more by chance, so that many
/// processes don't look at the same moment.
const PAUSE: (u64, u64) = (1_500, 1_500);

/// What a handler does, on its way.
pub type Doing<'a> = Pin<Box<dyn Future<Output = Result<(), Failed>> + Send + 'a>>;

/// What a handler of many jobs does, on its way; it ends each of them, and answers for how they ended.
pub type Gathering<'a> = Pin<Box<dyn Future<Output = domain::Result<Round>> + Send + 'a>>;

/// Who does a kind of work.
#[derive(Clone, Copy)]
pub enum Handler {
    /// Its whole effect is in the transaction that it is given, which the worker commits with the job's end.
    Within(for<'a> fn(&'a Backend, &'a mut Tx, &'a Job) -> Doing<'a>),
    /// It reaches out, and ends the job itself.
    Outside(for<'a> fn(&'a Worker, &'a Job) -> Doing<'a>),
    /// It reaches out for many jobs side by side, and ends them itself, several in a transaction.
    Gathered(for<'a> fn(&'a Worker, Vec<Job>, &'a watch::Receiver<bool>) -> Gathering<'a>),
}

/// Why a job did not get done. The code is for the operator, and holds nothing about anybody.
#[derive(Debug)]
pub enum Failed {
    /// Another try may do it.
    Again(String),
    /// No other try will: someone must look at it.
    Never(String),
    /// Someone else has the job now, or it was cancelled: nothing is to be noted.
    Lost,
}

impl From<Error> for Failed {
    fn from(cause: Error) -> Self {
        match cause {
            Error::Conflict => Self::Lost,
            Error::Unavailable(cause) => {
                tracing::warn!(event = "work.unavailable", %cause);
                Self::Again("unavailable".to_owned())
            }
            Error::NotFound => Self::Again("not-found".to_owned()),
            other => {
                let cause = std::error::Error::source(&other).map(ToString::to_string);
                tracing::error!(event = "work.internal", cause);
                Self::Again("internal".to_owned())
            }
        }
    }
}

/// Does due jobs of one process.
pub struct Worker {
    pub backend: Backend,
    pub mailer: Option<Mailer>,
    pub pusher: Option<Pusher>,
    /// Tells this process from others.
    me: Uuid,
    handlers: &'static [(&'static str, Handler)],
}

/// How often each thing happened in a round.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    pub taken: usize,
    pub done: usize,
    pub again: usize,
    pub parked: usize,
    /// Someone else had it, or it was not begun.
    pub left: usize,
}

enum Came {
    Done,
    Again,
    Parked,
    Left,
}

impl Worker {
    pub fn new(backend: Backend, mailer: Option<Mailer>, handlers: &'static [(&'static str, Handler)]) -> Self {
        Self { backend, mailer, pusher: None, me: Uuid::now_v7(), handlers }
    }

    /// A worker that sends pushes too.
    #[must_use]
    pub fn with_pusher(self, pusher: Option<Pusher>) -> Self {
        Self { pusher, ..self }
    }

    /// Works until told to stop. Mail and pushes have loops of their own: a slow server holds nothing else up.
    pub async fn work(self, stop: watch::Receiver<bool>) {
        let worker = Arc::new(self);
        let lanes = [Lane::Database, Lane::Mail, Lane::Push].map(|lane| {
            let (worker, stop) = (worker.clone(), stop.clone());
            tokio::spawn(async move { worker.keep_on(lane, stop).await })
        });
        for lane in lanes {
            if lane.await.is_err() {
                tracing::error!(event = "work.ended", "a loop of the worker broke off");
            }
        }
    }

    async fn keep_on(&self, lane: Lane, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            let full = match self.round(lane, &stop).await {
                Ok(round) => i64::try_from(round.taken).is_ok_and(|taken| taken >= lane.most()),
                Err(cause) => {
                    tracing::warn!(event = "work.failed", %cause);
                    false
                }
            };
            if !full {
                tokio::select! {
                    () = tokio::time::sleep(pause()) => {}
                    _ = stop.changed() => {}
                }
            }
        }
    }

    /// Takes what is due and does it; what is not begun when the word to stop comes is given back.
    pub async fn round(&self, lane: Lane, stop: &watch::Receiver<bool>) -> domain::Result<Round> {
        let kinds = self.kinds(lane);
        if kinds.is_empty() {
            return Ok(Round::default());
        }
        let taken = jobs::claim(&self.backend.db, self.me, &kinds, lane.most(), LEASE, self.backend.now()).await?;
        if lane == Lane::Push {
            return self.gather(taken, stop).await;
        }
        let mut round = Round { taken: taken.len(), ..Round::default() };
        let at_once = if lane == Lane::Mail { AT_ONCE } else { 1 };
        let mut coming = stream::iter(taken)
            .map(|job| async move {
                let came = self.one(&job, stop).await;
                (job, came)
            })
            .buffer_unordered(at_once);
        let mut counts = std::collections::BTreeMap::<String, Round>::new();
        while let Some((job, came)) = coming.next().await {
            let of_kind = counts.entry(job.kind).or_default();
            for count in [&mut round, of_kind] {
                match came {
                    Came::Done => count.done += 1,
                    Came::Again => count.again += 1,
                    Came::Parked => count.parked += 1,
                    Came::Left => count.left += 1,
                }
            }
        }
        for (kind, Round { done, again, parked, left, .. }) in counts {
            tracing::info!(event = "work", kind, done, again, parked, left);
        }
        Ok(round)
    }

    /// Does many jobs of one kind side by side.
    async fn gather(&self, taken: Vec<Job>, stop: &watch::Receiver<bool>) -> domain::Result<Round> {
        let mut whole = Round::default();
        for (kind, handler) in self.handlers {
            let Handler::Gathered(work) = handler else { continue };
            let of_kind: Vec<Job> = taken.iter().filter(|job| job.kind == *kind).cloned().collect();
            if of_kind.is_empty() {
                continue;
            }
            let Round { taken, done, again, parked, left } = work(self, of_kind, stop).await?;
            tracing::info!(event = "work", kind, done, again, parked, left);
            whole.taken += taken;
            whole.done += done;
            whole.again += again;
            whole.parked += parked;
            whole.left += left;
        }
        Ok(whole)
    }

    /// The kinds of a loop that this process can do: without a mail server no mail is taken.
    fn kinds(&self, lane: Lane) -> Vec<&'static str> {
        self.handlers
            .iter()
            .filter(|(_, handler)| match handler {
                Handler::Within(_) => lane == Lane::Database,
                Handler::Outside(_) => lane == Lane::Mail && self.mailer.is_some(),
                Handler::Gathered(_) => lane == Lane::Push && self.pusher.is_some(),
            })
            .map(|(kind, _)| *kind)
            .collect()
    }

    async fn one(&self, job: &Job, stop: &watch::Receiver<bool>) -> Came {
        let now = self.backend.now();
        if *stop.borrow() {
            if let Err(cause) = self.give_back(job).await {
                tracing::warn!(event = "work.failed", %cause);
            }
            return Came::Left;
        }
        // Later ones of a slow batch: someone else may have them already.
        let left = job.claimed.until().seconds_since(now);
        if left <= 0 {
            return Came::Left;
        }
        let limit = Duration::from_secs(left.unsigned_abs().min(LEASE.as_secs()));
        let doing = AssertUnwindSafe(self.perform(job)).catch_unwind();
        let failed = match tokio::time::timeout(limit, doing).await {
            Ok(Ok(Ok(()))) => return Came::Done,
            Ok(Ok(Err(failed))) => failed,
            Ok(Err(_)) => Failed::Again("panic".to_owned()),
            Err(_) => Failed::Again("too-slow".to_owned()),
        };
        match self.note(job, &failed).await {
            Ok(came) => came,
            Err(Error::Conflict) => Came::Left,
            Err(cause) => {
                tracing::warn!(event = "work.failed", %cause);
                Came::Left
            }
        }
    }

    async fn perform(&self, job: &Job) -> Result<(), Failed> {
        let handler = self.handlers.iter().find(|(kind, _)| *kind == job.kind).map(|(_, handler)| *handler);
        match handler {
            Some(Handler::Within(work)) => {
                let mut tx = self.backend.db.write().await?;
                work(&self.backend, &mut tx, job).await?;
                jobs::finish(&mut tx, &job.claimed, self.backend.now()).await?;
                Ok(tx.commit().await?)
            }
            Some(Handler::Outside(work)) => work(self, job).await,
            Some(Handler::Gathered(_)) | None => Err(Failed::Never("unknown-kind".to_owned())),
        }
    }

    async fn note(&self, job: &Job, failed: &Failed) -> domain::Result<Came> {
        let now = self.backend.now();
        let mut tx = self.backend.db.write().await?;
        let came = match failed {
            Failed::Lost => return Ok(Came::Left),
            Failed::Again(code) => match jobs::retry(&mut tx, &job.claimed, code, now).await? {
                Next::At(_) => Came::Again,
                Next::Parked => Came::Parked,
            },
            Failed::Never(code) => {
                jobs::park(&mut tx, &job.claimed, code, now).await?;
                Came::Parked
            }
        };
        tx.commit().await?;
        Ok(came)
    }

    async fn give_back(&self, job: &Job) -> domain::Result<()> {
        let mut tx = self.backend.db.write().await?;
        jobs::give_back(&mut tx, std::slice::from_ref(job), self.backend.now()).await?;
        tx.commit().await
    }
}

/// The loops of a worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Work within the database.
    Database,
    /// What goes to the mail server.
    Mail,
    /// What goes to push services.
    Push,
}

impl Lane {
    const fn most(self) -> i64 {
        match self {
            Self::Database | Self::Mail => BATCH,
            Self::Push => GATHERED,
        }
    }
}

fn pause() -> Duration {
    let chance = domain::secret::random::<1>().map_or(0, |[byte]| u64::from(byte));
    Duration::from_millis(PAUSE.0 + PAUSE.1 * chance / 255)
}
