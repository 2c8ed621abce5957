//! Work for later: rows in the database that a worker takes with a lease, never a timer in memory.
//!
//! A job is planned in the transaction that makes it necessary, and finished in the transaction of its
//! effect. So its effect happens once, whatever is killed and however many processes there are: a worker
//! that lost its lease can't finish, and what it did in that transaction is undone. What can't be undone
//! (a mail that was handed over) happens at least once.
//!
//! **Planning again.** `kind` and `key` name one piece of work. Planning it again moves it to the new
//! moment with the new body, also when it has failed, and also while a worker has it: the worker's lease is
//! lost then. What is done stays done, until its row is cleared away after [`KEPT_DAYS`]; so a key names a
//! piece of work for good (`<report>`, `<item>:2`), and a handler that wants to be called again plans
//! another key. What was cancelled is forgotten, and can be planned anew.

#[cfg(feature = "server")]
pub mod store;
#[cfg(test)]
#[cfg(feature = "server")]
mod tests;

use serde_json::Value;

use crate::{
    id::{JobId, RecordId},
    time::Instant,
};

/// So often a job is taken; the next failure parks it.
pub const TRIES: i64 = 20;
/// The wait after the first failure; each next one is twice as long.
const FIRST_WAIT: i64 = 10;
/// No wait is longer.
const LONGEST_WAIT: i64 = 3_600;
/// No lease is longer.
pub const LONGEST_LEASE: i64 = 900;
/// Rows of what is done are kept for so many days.
pub const KEPT_DAYS: i64 = 30;
/// Rows of what has failed are kept longer, for whoever looks into it.
pub const FAILED_KEPT_DAYS: i64 = 180;

/// Work to be done.
#[derive(Debug, Clone)]
pub struct New<'a> {
    /// What is to be done: `room.verb`.
    pub kind: &'static str,
    /// Which piece of it. There is one job for a kind and a key.
    pub key: &'a str,
    /// Whose record it is about; its row goes when the record goes.
    pub record: Option<RecordId>,
    /// What the handler needs to know: ids and templates, nothing of anybody's health, no address.
    pub body: Value,
    pub run_at: Instant,
}

/// A job that a worker has.
#[derive(Debug, Clone)]
pub struct Job {
    /// The worker's hold on it.
    pub claimed: Claimed,
    pub kind: String,
    pub key: String,
    pub record: Option<RecordId>,
    pub body: Value,
    /// How often it was taken since it was planned, this time among them.
    pub tries: i64,
}

/// A worker's hold on a job: it lasts until its lease is over and someone else takes the job, or until
/// the job is cancelled or planned again.
#[derive(Debug, Clone)]
pub struct Claimed {
    id: JobId,
    worker: uuid::Uuid,
    lease: i64,
    tries: i64,
    until: Instant,
}

impl Claimed {
    pub const fn id(&self) -> JobId {
        self.id
    }

    /// From then on someone else may take it.
    pub const fn until(&self) -> Instant {
        self.until
    }
}

/// How a job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// It failed too often, or in a way that another try can't mend.
    Failed,
}

impl Outcome {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }
}

/// What comes of a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// It is tried again then.
    At(Instant),
    /// It was the last try; the job waits for a person, and `daybook doctor` says so.
    Parked,
}

/// What follows on the failure of a try: waits that double from 10 seconds to an hour, 20 tries in all
/// (about half a day).
pub fn after_failure(tries: i64, now: Instant) -> Next {
    if tries >= TRIES {
        return Next::Parked;
    }
    let doubled = u32::try_from(tries.clamp(1, 20) - 1).unwrap_or(0);
    Next::At(now.plus_seconds((FIRST_WAIT << doubled).min(LONGEST_WAIT)))
}

/// How much of a kind there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub kind: String,
    /// Not ended.
    pub waiting: i64,
    /// Parked.
    pub failed: i64,
    /// When the one that waits longest was due, if one is.
    pub overdue_since: Option<Instant>,
    /// The code of what went wrong last with the ones that failed.
    pub error: Option<String>,
}
