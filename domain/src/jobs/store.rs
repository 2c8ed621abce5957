//! Planning, taking and ending work for later.

use std::time::Duration;

use uuid::Uuid;

use super::{
    Claimed, Count, FAILED_KEPT_DAYS, Job, KEPT_DAYS, LONGEST_LEASE, LONGEST_WAIT, New, Next, Outcome, TRIES,
    after_failure,
};
use crate::{
    Error, Result,
    db::{Db, Tx, dialect, on_db},
    id::{JobId, RecordId},
    time::Instant,
};

/// The error of a job whose workers died over it each time.
const NEVER_ENDED: &str = "never-ended";

/// Plans a piece of work, in the transaction that makes it necessary. Planned before, it moves to the new
/// moment with the new body, and a worker that has it loses its lease; what is done stays done.
pub async fn plan(tx: &mut Tx, new: New<'_>, now: Instant) -> Result<JobId> {
    let planned: Option<Uuid> = on_db!(tx, c => sqlx::query_scalar(
        "INSERT INTO job (id, kind, key, record, body, due_at, lease, tries, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, 0, 0, $7) \
         ON CONFLICT (kind, key) DO UPDATE SET record = excluded.record, body = excluded.body, \
         due_at = excluded.due_at, worker = NULL, tries = 0, error = NULL, outcome = NULL, ended_at = NULL \
         WHERE job.outcome IS NULL OR job.outcome <> 'done' RETURNING id",
    )
    .bind(JobId::new().0)
    .bind(new.kind)
    .bind(new.key)
    .bind(new.record.map(|record| record.0))
    .bind(new.body.to_string())
    .bind(new.run_at.0)
    .bind(now.0)
    .fetch_optional(c)
    .await)?;
    if let Some(id) = planned {
        return Ok(JobId(id));
    }
    let done: Uuid = on_db!(tx, c => sqlx::query_scalar("SELECT id FROM job WHERE kind = $1 AND key = $2")
        .bind(new.kind)
        .bind(new.key)
        .fetch_one(c)
        .await)?;
    Ok(JobId(done))
}

/// The work is not needed any more: it is forgotten. A worker that has it can't finish it. What has ended
/// stays as it is.
pub async fn cancel(tx: &mut Tx, kind: &str, key: &str) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM job WHERE kind = $1 AND key = $2 AND due_at IS NOT NULL")
        .bind(kind)
        .bind(key)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Takes up to `most` jobs that are due, of the first kind in `kinds` before the next, and of each the one
/// that waits longest first. Nobody else gets them until the lease is over. Writes nothing when none is due.
///
/// A job that was taken [`TRIES`] times and never ended is parked here: its workers died over it.
pub async fn claim(
    db: &Db,
    worker: Uuid,
    kinds: &[&str],
    most: i64,
    lease: Duration,
    now: Instant,
) -> Result<Vec<Job>> {
    let mut tx = db.read().await?;
    let work = any_due(&mut tx, kinds, now).await?;
    drop(tx);
    if !work {
        return Ok(Vec::new());
    }
    let lease = i64::try_from(lease.as_secs()).unwrap_or(LONGEST_LEASE).min(LONGEST_LEASE);
    let until = now.plus_seconds(lease);
    let mut tx = db.write().await?;
    mend_clock(&mut tx, now).await?;
    let mut jobs = Vec::new();
    for kind in kinds {
        let left = most - i64::try_from(jobs.len()).unwrap_or(i64::MAX);
        if left <= 0 {
            break;
        }
        jobs.extend(claim_kind(&mut tx, worker, kind, left, until, now).await?);
    }
    let (jobs, spent): (Vec<Job>, Vec<Job>) = jobs.into_iter().partition(|job| job.tries <= TRIES);
    for job in spent {
        end(&mut tx, &job.claimed, Outcome::Failed, Some(NEVER_ENDED), now).await?;
    }
    tx.commit().await?;
    Ok(jobs)
}

/// Whether one of the kinds has a job that is due, or one that a wrong clock put too far away.
async fn any_due(tx: &mut Tx, kinds: &[&str], now: Instant) -> Result<bool> {
    for kind in kinds {
        let due: Option<i64> = on_db!(tx, c => sqlx::query_scalar(
            "SELECT due_at FROM job WHERE kind = $1 AND due_at <= $2 LIMIT 1",
        )
        .bind(*kind)
        .bind(now.0)
        .fetch_optional(c)
        .await)?;
        if due.is_some() {
            return Ok(true);
        }
    }
    let astray: Option<i64> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT due_at FROM job WHERE tries > 0 AND due_at > $1 LIMIT 1",
    )
    .bind(farthest(now).0)
    .fetch_optional(c)
    .await)?;
    Ok(astray.is_some())
}

/// What was tried is due again within a lease or a wait. What is due later was put there while the clock
/// was ahead: it is due now, not when the right clock gets there.
async fn mend_clock(tx: &mut Tx, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE job SET due_at = $2 WHERE tries > 0 AND due_at > $1")
        .bind(farthest(now).0)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

fn farthest(now: Instant) -> Instant {
    now.plus_seconds(LONGEST_WAIT.max(LONGEST_LEASE))
}

async fn claim_kind(
    tx: &mut Tx,
    worker: Uuid,
    kind: &str,
    most: i64,
    until: Instant,
    now: Instant,
) -> Result<Vec<Job>> {
    type Row = (Uuid, String, String, Option<Uuid>, String, i64, i64);
    let sql = dialect::claim_jobs(tx);
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(sql)
        .bind(worker)
        .bind(until.0)
        .bind(kind)
        .bind(now.0)
        .bind(most)
        .fetch_all(c)
        .await)?;
    rows.into_iter()
        .map(|(id, kind, key, record, body, lease, tries)| {
            Ok(Job {
                claimed: Claimed { id: JobId(id), worker, lease, tries, until },
                kind,
                key,
                record: record.map(RecordId),
                body: serde_json::from_str(&body).map_err(Error::internal)?,
                tries,
            })
        })
        .collect()
}

/// The job is done, in the transaction of its effect.
///
/// # Errors
/// [`Error::Conflict`] when the lease was lost; the transaction must not be committed then.
pub async fn finish(tx: &mut Tx, job: &Claimed, now: Instant) -> Result<()> {
    end(tx, job, Outcome::Done, None, now).await
}

/// A try failed: the job waits for the next one, or is parked after the last.
///
/// # Errors
/// [`Error::Conflict`] when the lease was lost.
pub async fn retry(tx: &mut Tx, job: &Claimed, error_code: &str, now: Instant) -> Result<Next> {
    let Next::At(at) = after_failure(job.tries, now) else {
        park(tx, job, error_code, now).await?;
        return Ok(Next::Parked);
    };
    retry_at(tx, job, error_code, at, now).await
}

/// A try failed, and whoever refused it said when to come again: at the latest after the longest wait. It is
/// parked after the last try.
///
/// # Errors
/// [`Error::Conflict`] when the lease was lost.
pub async fn retry_at(tx: &mut Tx, job: &Claimed, error_code: &str, at: Instant, now: Instant) -> Result<Next> {
    if job.tries >= TRIES {
        park(tx, job, error_code, now).await?;
        return Ok(Next::Parked);
    }
    let at = at.min(now.plus_seconds(LONGEST_WAIT));
    let held = on_db!(tx, c => sqlx::query(
        "UPDATE job SET due_at = $4, worker = NULL, error = $5 WHERE id = $1 AND worker = $2 AND lease = $3",
    )
    .bind(job.id.0)
    .bind(job.worker)
    .bind(job.lease)
    .bind(at.0)
    .bind(error_code)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if held == 0 { Err(Error::Conflict) } else { Ok(Next::At(at)) }
}

/// It is not the time for it: the job is taken again then, and this was no failure.
///
/// # Errors
/// [`Error::Conflict`] when the lease was lost.
pub async fn postpone(tx: &mut Tx, job: &Claimed, at: Instant) -> Result<()> {
    let held = on_db!(tx, c => sqlx::query(
        "UPDATE job SET due_at = $4, worker = NULL, tries = 0 WHERE id = $1 AND worker = $2 AND lease = $3",
    )
    .bind(job.id.0)
    .bind(job.worker)
    .bind(job.lease)
    .bind(at.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if held == 0 { Err(Error::Conflict) } else { Ok(()) }
}

/// Another try can't mend it: the job waits for a person.
///
/// # Errors
/// [`Error::Conflict`] when the lease was lost.
pub async fn park(tx: &mut Tx, job: &Claimed, error_code: &str, now: Instant) -> Result<()> {
    end(tx, job, Outcome::Failed, Some(error_code), now).await
}

async fn end(tx: &mut Tx, job: &Claimed, outcome: Outcome, error: Option<&str>, now: Instant) -> Result<()> {
    let held = on_db!(tx, c => sqlx::query(
        "UPDATE job SET due_at = NULL, worker = NULL, outcome = $4, error = $5, ended_at = $6 \
         WHERE id = $1 AND worker = $2 AND lease = $3",
    )
    .bind(job.id.0)
    .bind(job.worker)
    .bind(job.lease)
    .bind(outcome.code())
    .bind(error)
    .bind(now.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if held == 0 { Err(Error::Conflict) } else { Ok(()) }
}

/// Gives jobs back that were taken and not begun, so that others need not wait for the lease to end.
pub async fn give_back(tx: &mut Tx, jobs: &[Job], now: Instant) -> Result<()> {
    for Job { claimed, .. } in jobs {
        on_db!(tx, c => sqlx::query(
            "UPDATE job SET due_at = $4, worker = NULL, tries = tries - 1 WHERE id = $1 AND worker = $2 AND lease = $3",
        )
        .bind(claimed.id.0)
        .bind(claimed.worker)
        .bind(claimed.lease)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    }
    Ok(())
}

/// Tries everything that was parked once more; answers how much that is.
pub async fn revive(tx: &mut Tx, now: Instant) -> Result<u64> {
    Ok(on_db!(tx, c => sqlx::query(
        "UPDATE job SET due_at = $2, tries = 0, outcome = NULL, ended_at = NULL WHERE outcome = $1",
    )
    .bind(Outcome::Failed.code())
    .bind(now.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?)
}

/// What waits, what is late and what has failed, by kind.
pub async fn count(tx: &mut Tx, now: Instant) -> Result<Vec<Count>> {
    type Row = (String, i64, i64, Option<i64>, Option<String>);
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT kind, CAST(SUM(CASE WHEN outcome IS NULL THEN 1 ELSE 0 END) AS BIGINT), \
         CAST(SUM(CASE WHEN outcome = $1 THEN 1 ELSE 0 END) AS BIGINT), \
         MIN(CASE WHEN due_at <= $2 THEN due_at END), MAX(CASE WHEN outcome = $1 THEN error END) \
         FROM job WHERE outcome IS NULL OR outcome = $1 GROUP BY kind ORDER BY kind",
    )
    .bind(Outcome::Failed.code())
    .bind(now.0)
    .fetch_all(c)
    .await)?;
    Ok(rows
        .into_iter()
        .map(|(kind, waiting, failed, overdue, error)| Count {
            kind,
            waiting,
            failed,
            overdue_since: overdue.map(Instant),
            error,
        })
        .collect())
}

/// Clears away rows of jobs that ended long ago.
pub async fn delete_ended(tx: &mut Tx, now: Instant) -> Result<()> {
    for (outcome, days) in [(Outcome::Done, KEPT_DAYS), (Outcome::Failed, FAILED_KEPT_DAYS)] {
        on_db!(tx, c => sqlx::query("DELETE FROM job WHERE outcome = $1 AND ended_at <= $2")
            .bind(outcome.code())
            .bind(now.plus_days(-days).0)
            .execute(c)
            .await
            .map(|_| ()))?;
    }
    Ok(())
}
