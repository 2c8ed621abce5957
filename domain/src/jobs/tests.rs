//! Work for later, on both databases: once, whoever is killed, and whatever the clock does.

use std::{collections::HashSet, time::Duration};

use serde_json::json;
use uuid::Uuid;

use super::{
    Job, LONGEST_LEASE, New, Next, TRIES, after_failure,
    store::{cancel, claim, count, delete_ended, finish, give_back, park, plan, postpone, retry, revive},
};
use crate::{
    Error,
    db::{
        Db, Tx, dialect, on_db,
        tests::{both, query_plan},
    },
    time::Instant,
};

const NOW: Instant = Instant(1_790_000_000_000_000);
const KIND: &str = "test.work";
const KINDS: [&str; 1] = [KIND];
const LEASE: Duration = Duration::from_mins(1);

fn work(key: &str, run_at: Instant) -> New<'_> {
    New { kind: KIND, key, record: None, body: json!({ "of": key }), run_at }
}

async fn planned(db: &Db, key: &str, run_at: Instant) {
    let mut tx = db.write().await.unwrap();
    plan(&mut tx, work(key, run_at), NOW).await.unwrap();
    tx.commit().await.unwrap();
}

async fn taken(db: &Db, now: Instant) -> Vec<Job> {
    claim(db, Uuid::now_v7(), &KINDS, 100, LEASE, now).await.unwrap()
}

/// An effect that two runs would show: a row of a table without any rule.
async fn effect(tx: &mut Tx, key: &str) {
    on_db!(tx, c => sqlx::query("INSERT INTO attempt (target, failures, last_at) VALUES ($1, 1, 0) \
         ON CONFLICT (target) DO UPDATE SET failures = attempt.failures + 1")
        .bind(key.as_bytes())
        .execute(c)
        .await
        .map(|_| ()))
    .unwrap();
}

/// How often each effect happened.
async fn effects(db: &Db) -> Vec<i64> {
    let mut tx = db.read().await.unwrap();
    on_db!(tx, c => sqlx::query_scalar("SELECT failures FROM attempt").fetch_all(c).await).unwrap()
}

/// Does the job as a worker does: the effect and the end in one transaction.
async fn done(db: &Db, job: &Job, now: Instant) -> crate::Result<()> {
    let mut tx = db.write().await?;
    effect(&mut tx, &job.key).await;
    finish(&mut tx, &job.claimed, now).await?;
    tx.commit().await
}

#[tokio::test]
async fn work_is_taken_when_it_is_due_and_not_before() {
    for (db, _folder) in both().await {
        planned(&db, "later", NOW.plus_seconds(10)).await;
        assert!(taken(&db, NOW.plus_seconds(9)).await.is_empty());
        let [job] = taken(&db, NOW.plus_seconds(10)).await.try_into().unwrap();
        assert_eq!((job.key.as_str(), job.body.clone(), job.tries), ("later", json!({ "of": "later" }), 1));
        assert!(taken(&db, NOW.plus_seconds(11)).await.is_empty(), "nobody else gets it");
        done(&db, &job, NOW.plus_seconds(11)).await.unwrap();
        assert!(taken(&db, NOW.plus_days(300)).await.is_empty(), "what is done is over");
        assert_eq!(effects(&db).await, [1]);
    }
}

#[tokio::test]
async fn planning_the_same_work_again_moves_it_and_makes_no_second_job() {
    for (db, _folder) in both().await {
        planned(&db, "a", NOW).await;
        planned(&db, "a", NOW.plus_seconds(50)).await;
        assert!(taken(&db, NOW).await.is_empty());
        let [job] = taken(&db, NOW.plus_seconds(50)).await.try_into().unwrap();
        // Again while a worker has it: that worker's effect is undone, the new plan holds.
        planned(&db, "a", NOW.plus_seconds(70)).await;
        assert!(matches!(done(&db, &job, NOW.plus_seconds(60)).await, Err(Error::Conflict)));
        assert!(effects(&db).await.is_empty());
        let [job] = taken(&db, NOW.plus_seconds(70)).await.try_into().unwrap();
        done(&db, &job, NOW.plus_seconds(71)).await.unwrap();
        planned(&db, "a", NOW.plus_seconds(80)).await;
        assert!(taken(&db, NOW.plus_seconds(90)).await.is_empty(), "what is done stays done");
        assert_eq!(effects(&db).await, [1]);
    }
}

#[tokio::test]
async fn what_was_planned_in_a_transaction_that_failed_is_not_planned() {
    for (db, _folder) in both().await {
        let mut tx = db.write().await.unwrap();
        plan(&mut tx, work("a", NOW), NOW).await.unwrap();
        drop(tx);
        assert!(taken(&db, NOW).await.is_empty());
    }
}

#[tokio::test]
async fn the_work_of_a_killed_worker_is_done_by_another_when_its_lease_is_over() {
    for (db, _folder) in both().await {
        planned(&db, "a", NOW).await;
        let [killed] = taken(&db, NOW).await.try_into().unwrap();
        assert_eq!(killed.claimed.until(), NOW.plus_seconds(60));
        assert!(taken(&db, NOW.plus_seconds(59)).await.is_empty());
        let [other] = taken(&db, NOW.plus_seconds(60)).await.try_into().unwrap();
        assert_eq!((other.claimed.id(), other.tries), (killed.claimed.id(), 2));
        // It was only slow, and wakes up: too late, whether the other one has ended or not.
        assert!(matches!(done(&db, &killed, NOW.plus_seconds(61)).await, Err(Error::Conflict)));
        assert!(effects(&db).await.is_empty(), "its effect is undone");
        done(&db, &other, NOW.plus_seconds(62)).await.unwrap();
        assert!(matches!(done(&db, &killed, NOW.plus_seconds(63)).await, Err(Error::Conflict)));
        let mut tx = db.write().await.unwrap();
        assert!(matches!(retry(&mut tx, &killed.claimed, "late", NOW).await, Err(Error::Conflict)));
        assert!(matches!(park(&mut tx, &killed.claimed, "late", NOW).await, Err(Error::Conflict)));
        drop(tx);
        assert_eq!(effects(&db).await, [1]);
    }
}

#[tokio::test]
async fn a_worker_that_takes_its_own_lost_job_again_has_one_hold_on_it() {
    for (db, _folder) in both().await {
        planned(&db, "a", NOW).await;
        let me = Uuid::now_v7();
        let first = claim(&db, me, &KINDS, 1, LEASE, NOW).await.unwrap().remove(0);
        let second = claim(&db, me, &KINDS, 1, LEASE, NOW.plus_seconds(61)).await.unwrap().remove(0);
        assert!(matches!(done(&db, &first, NOW).await, Err(Error::Conflict)));
        done(&db, &second, NOW).await.unwrap();
        assert_eq!(effects(&db).await, [1]);
    }
}

#[tokio::test]
async fn what_is_cancelled_does_not_happen_even_while_a_worker_has_it() {
    for (db, _folder) in both().await {
        for key in ["waiting", "taken", "done"] {
            planned(&db, key, NOW).await;
        }
        let jobs = taken(&db, NOW).await;
        let of = |key: &str| jobs.iter().find(|job| job.key == key).unwrap();
        done(&db, of("done"), NOW).await.unwrap();
        let mut tx = db.write().await.unwrap();
        give_back(&mut tx, std::slice::from_ref(of("waiting")), NOW).await.unwrap();
        for key in ["waiting", "taken", "done", "unknown"] {
            cancel(&mut tx, KIND, key).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert!(matches!(done(&db, of("taken"), NOW).await, Err(Error::Conflict)));
        assert!(taken(&db, NOW.plus_days(1)).await.is_empty());
        assert_eq!(effects(&db).await, [1], "what was done before stays");
        planned(&db, "waiting", NOW).await;
        assert_eq!(taken(&db, NOW).await.len(), 1, "what was cancelled can be planned anew");
    }
}

#[tokio::test]
async fn what_was_given_back_is_taken_at_once_and_costs_no_try() {
    for (db, _folder) in both().await {
        planned(&db, "a", NOW).await;
        let jobs = taken(&db, NOW).await;
        let mut tx = db.write().await.unwrap();
        give_back(&mut tx, &jobs, NOW.plus_seconds(1)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(taken(&db, NOW.plus_seconds(1)).await[0].tries, 1);
        assert!(matches!(done(&db, &jobs[0], NOW).await, Err(Error::Conflict)));
    }
}

#[tokio::test]
async fn what_is_postponed_waits_as_long_as_it_must_and_has_all_its_tries() {
    for (db, _folder) in both().await {
        planned(&db, "a", NOW).await;
        let [job] = taken(&db, NOW).await.try_into().unwrap();
        let mut tx = db.write().await.unwrap();
        postpone(&mut tx, &job.claimed, NOW.plus_days(3)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(taken(&db, NOW.plus_days(2)).await.is_empty());
        assert_eq!(taken(&db, NOW.plus_days(3)).await[0].tries, 1);
        let mut tx = db.write().await.unwrap();
        assert!(matches!(postpone(&mut tx, &job.claimed, NOW).await, Err(Error::Conflict)));
    }
}

#[test]
fn waits_double_up_to_an_hour_and_end_after_twenty_tries() {
    let seconds = |tries| match after_failure(tries, NOW) {
        Next::At(at) => at.seconds_since(NOW),
        Next::Parked => -1,
    };
    assert_eq!([1, 2, 3, 9, 10, 19, 20, 21].map(seconds), [10, 20, 40, 2560, 3600, 3600, -1, -1]);
}

#[tokio::test]
async fn what_fails_is_tried_again_with_longer_waits_then_parked_and_seen() {
    for (db, _folder) in both().await {
        planned(&db, "a", NOW).await;
        let mut now = NOW;
        for tries in 1..=TRIES {
            let [job] = taken(&db, now).await.try_into().unwrap();
            assert_eq!(job.tries, tries);
            let mut tx = db.write().await.unwrap();
            let next = retry(&mut tx, &job.claimed, "smtp-451", now).await.unwrap();
            tx.commit().await.unwrap();
            let Next::At(at) = next else {
                assert_eq!(tries, TRIES);
                break;
            };
            assert!(taken(&db, Instant(at.0 - 1)).await.is_empty());
            now = at;
        }
        assert!(taken(&db, now.plus_days(1)).await.is_empty());
        let mut tx = db.write().await.unwrap();
        let [seen] = count(&mut tx, now).await.unwrap().try_into().unwrap();
        assert_eq!((seen.waiting, seen.failed, seen.error.as_deref()), (0, 1, Some("smtp-451")));
        assert_eq!(revive(&mut tx, now).await.unwrap(), 1);
        let [seen] = count(&mut tx, now).await.unwrap().try_into().unwrap();
        assert_eq!((seen.waiting, seen.failed, seen.overdue_since), (1, 0, Some(now)));
        tx.commit().await.unwrap();
        assert_eq!(taken(&db, now).await[0].tries, 1);
    }
}

#[tokio::test]
async fn a_job_that_kills_every_worker_is_parked_in_the_end() {
    for (db, _folder) in both().await {
        planned(&db, "poison", NOW).await;
        let mut now = NOW;
        for _ in 0..TRIES {
            assert_eq!(taken(&db, now).await.len(), 1);
            now = now.plus_seconds(61);
        }
        assert!(taken(&db, now).await.is_empty());
        let mut tx = db.read().await.unwrap();
        let [seen] = count(&mut tx, now).await.unwrap().try_into().unwrap();
        assert_eq!((seen.waiting, seen.failed, seen.error.as_deref()), (0, 1, Some("never-ended")));
    }
}

#[tokio::test]
async fn a_clock_that_jumps_ahead_and_back_neither_repeats_nor_forgets_work() {
    for (db, _folder) in both().await {
        let ahead = NOW.plus_days(4000);
        planned(&db, "a", NOW).await;
        planned(&db, "far", NOW.plus_days(5000)).await;
        // Taken by the right clock; the clock jumps, so its lease looks over and another takes it.
        let [first] = taken(&db, NOW).await.try_into().unwrap();
        let [second] = taken(&db, ahead).await.try_into().unwrap();
        assert!(matches!(done(&db, &first, ahead).await, Err(Error::Conflict)));
        // Back again: the lease ends in eleven years, which no lease may.
        let [third] = taken(&db, NOW.plus_seconds(5)).await.try_into().unwrap();
        assert!(matches!(done(&db, &second, NOW).await, Err(Error::Conflict)));
        // A wait that was begun with the clock ahead is no longer than one begun now.
        let mut tx = db.write().await.unwrap();
        retry(&mut tx, &third.claimed, "x", ahead).await.unwrap();
        tx.commit().await.unwrap();
        let [fourth] = taken(&db, NOW.plus_seconds(6)).await.try_into().unwrap();
        done(&db, &fourth, NOW.plus_seconds(7)).await.unwrap();
        assert_eq!(effects(&db).await, [1]);
        assert!(taken(&db, NOW.plus_days(4999)).await.is_empty(), "what is planned far ahead stays there");
        assert_eq!(taken(&db, NOW.plus_days(5000)).await.len(), 1);
    }
}

#[tokio::test]
async fn a_lease_is_never_longer_than_the_longest() {
    for (db, _folder) in both().await {
        planned(&db, "a", NOW).await;
        let jobs = claim(&db, Uuid::now_v7(), &KINDS, 1, Duration::from_secs(1_000_000), NOW).await.unwrap();
        assert_eq!(jobs[0].claimed.until(), NOW.plus_seconds(LONGEST_LEASE));
    }
}

#[tokio::test]
async fn a_worker_takes_the_kinds_it_knows_the_first_of_them_first() {
    for (db, _folder) in both().await {
        let mut tx = db.write().await.unwrap();
        for (kind, key) in [("test.slow", "1"), ("test.slow", "2"), ("test.soon", "1"), ("test.unknown", "1")] {
            let run_at = if kind == "test.soon" { NOW } else { NOW.plus_seconds(-100) };
            plan(&mut tx, New { kind, key, record: None, body: json!(null), run_at }, NOW).await.unwrap();
        }
        tx.commit().await.unwrap();
        let jobs = claim(&db, Uuid::now_v7(), &["test.soon", "test.slow"], 2, LEASE, NOW).await.unwrap();
        assert_eq!(jobs.iter().map(|job| job.kind.as_str()).collect::<Vec<_>>(), ["test.soon", "test.slow"]);
        let jobs = claim(&db, Uuid::now_v7(), &["test.soon", "test.slow"], 2, LEASE, NOW).await.unwrap();
        assert_eq!(jobs.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_workers_at_once_do_ten_thousand_due_jobs_each_once() {
    const JOBS: usize = 10_000;
    for (db, _folder) in both().await {
        let mut tx = db.write().await.unwrap();
        for n in 0..JOBS {
            plan(&mut tx, work(&n.to_string(), NOW), NOW).await.unwrap();
        }
        tx.commit().await.unwrap();
        let workers: Vec<_> = (0..6)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move {
                    let (me, mut keys) = (Uuid::now_v7(), Vec::new());
                    loop {
                        let jobs = claim(&db, me, &KINDS, 200, LEASE, NOW).await.unwrap();
                        if jobs.is_empty() {
                            return keys;
                        }
                        assert!(jobs.len() <= 200);
                        let mut tx = db.write().await.unwrap();
                        for job in &jobs {
                            effect(&mut tx, &job.key).await;
                            finish(&mut tx, &job.claimed, NOW).await.unwrap();
                        }
                        tx.commit().await.unwrap();
                        keys.extend(jobs.into_iter().map(|job| job.key));
                    }
                })
            })
            .collect();
        let mut keys = Vec::new();
        for worker in workers {
            keys.extend(worker.await.unwrap());
        }
        assert_eq!(keys.len(), JOBS);
        assert_eq!(keys.iter().collect::<HashSet<_>>().len(), JOBS);
        let effects = effects(&db).await;
        assert!(effects.len() == JOBS && effects.iter().all(|times| *times == 1));
    }
}

#[tokio::test]
async fn what_ended_long_ago_is_cleared_away_and_what_failed_stays_longer() {
    for (db, _folder) in both().await {
        for key in ["done", "failed", "waiting"] {
            planned(&db, key, NOW).await;
        }
        let jobs = taken(&db, NOW).await;
        let of = |key: &str| jobs.iter().find(|job| job.key == key).unwrap();
        done(&db, of("done"), NOW).await.unwrap();
        let mut tx = db.write().await.unwrap();
        park(&mut tx, &of("failed").claimed, "refused", NOW).await.unwrap();
        delete_ended(&mut tx, NOW.plus_days(29)).await.unwrap();
        assert_eq!(all(&mut tx).await, 3);
        delete_ended(&mut tx, NOW.plus_days(30)).await.unwrap();
        assert_eq!(all(&mut tx).await, 2);
        delete_ended(&mut tx, NOW.plus_days(180)).await.unwrap();
        assert_eq!(all(&mut tx).await, 1);
    }
}

async fn all(tx: &mut Tx) -> i64 {
    on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM job").fetch_one(c).await).unwrap()
}

#[tokio::test]
async fn the_way_to_due_jobs_is_an_index_on_both_databases() {
    for (db, _folder) in both().await {
        let mut tx = db.write().await.unwrap();
        for n in 0..3000 {
            plan(&mut tx, work(&n.to_string(), NOW.plus_seconds(n)), NOW).await.unwrap();
        }
        if let Db::Postgres(_) = db {
            on_db!(tx, c => sqlx::query("ANALYZE job").execute(c).await.map(|_| ())).unwrap();
        }
        let sql = dialect::claim_jobs(&tx);
        let ways = [
            (sql.to_owned(), "job_due"),
            ("SELECT due_at FROM job WHERE kind = $3 AND due_at <= $4 LIMIT 1".to_owned(), "job_due"),
            ("UPDATE job SET due_at = $2 WHERE tries > 0 AND due_at > $2".to_owned(), "job_tried"),
        ];
        for (sql, index) in ways {
            let filled = sql
                .replace("$1", "NULL")
                .replace("$2", &NOW.plus_days(1).0.to_string())
                .replace("$3", "'test.work'")
                .replace("$4", &NOW.0.to_string())
                .replace("$5", "20");
            let plan = query_plan(&mut tx, &filled).await;
            assert!(plan.contains(index), "{filled}\n{plan}");
            assert!(!plan.contains("SCAN job") && !plan.contains("Seq Scan on job"), "{plan}");
        }
    }
}
