//! What nobody takes in time steps up, once, on both databases.

use std::time::Duration;

use uuid::Uuid;

use super::{
    deed::Deed,
    item_store::NewItem,
    item_tests::{a_site, an_alert, does, opened, pain, stretch},
    list::Held,
    step_up::{KIND, MOST_STEPS, step_up},
    tests::{NOW, a_nurse, a_person, give},
};
use crate::{
    Error, Result,
    db::{Db, on_db, tests::both},
    diary::alert::Urgency,
    id::ReportId,
    jobs::{
        Job,
        store::{claim, finish},
    },
    reminders::SEND,
    site::{TeamBody, store::save_team},
    time::Instant,
};

const SOON: i64 = 240 * 60;

async fn due(db: &Db, now: Instant) -> Vec<Job> {
    claim(db, Uuid::now_v7(), &[KIND], 50, Duration::from_mins(1), now).await.unwrap()
}

async fn run(db: &Db, job: &Job, now: Instant) -> Result<()> {
    let mut tx = db.write().await?;
    step_up(&mut tx, job, &a_site(), now).await?;
    finish(&mut tx, &job.claimed, now).await?;
    tx.commit().await
}

async fn all(db: &Db, now: Instant) -> usize {
    let jobs = due(db, now).await;
    for job in &jobs {
        run(db, job, now).await.unwrap();
    }
    jobs.len()
}

#[tokio::test]
async fn what_nobody_takes_steps_up_again_and_again_and_goes_before_its_like() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let ines = a_nurse(&db, "ines", &["Day"]).await;
        let item = pain(&db, ann, NOW).await;
        let steps = async |now: Instant| {
            let found = stretch(&db, &ines, Held::ByAnyone, None, 9, now).await.lines;
            found.into_iter().map(|line| (line.item, line.step)).collect::<Vec<_>>()
        };
        assert_eq!(all(&db, NOW.plus_seconds(SOON - 1)).await, 0);
        let mut now = NOW;
        for step in 1..=MOST_STEPS {
            now = now.plus_seconds(SOON);
            assert_eq!(all(&db, now).await, 1, "step {step}");
            assert_eq!(steps(now).await, [(item, step)]);
        }
        assert_eq!(all(&db, now.plus_days(9)).await, 0, "and then no more");
        // What was promised sooner to others comes behind what has stepped up.
        let other = pain(&db, ann, NOW.plus_days(-1)).await;
        assert_eq!(steps(now).await, [(item, MOST_STEPS), (other, 0)]);
    }
}

#[tokio::test]
async fn each_step_is_told_to_the_next_contact_by_a_mail_that_holds_nothing() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        give(&db, ann, "Night").await;
        let mut tx = db.write().await.unwrap();
        let mail = TeamBody { next_contact: Some("head@day.example".into()), ..TeamBody::default() };
        let no_mail = TeamBody { next_contact: Some("the ward, extension 12".into()), ..TeamBody::default() };
        save_team(&mut tx, "Day", &mail).await.unwrap();
        save_team(&mut tx, "Night", &no_mail).await.unwrap();
        tx.commit().await.unwrap();
        pain(&db, ann, NOW).await;
        let mails = async || {
            let mut tx = db.read().await.unwrap();
            let bodies: Vec<String> = on_db!(tx, c => sqlx::query_scalar("SELECT body FROM job WHERE kind = $1")
                .bind(SEND).fetch_all(c).await)
            .unwrap();
            assert!(bodies.iter().all(|body| !body.contains("Ann") && !body.contains("pain")), "{bodies:?}");
            bodies.len()
        };
        assert_eq!(mails().await, 0);
        let mut now = NOW;
        for step in 1..=2 {
            now = now.plus_seconds(SOON);
            assert_eq!(all(&db, now).await, 1);
            assert_eq!(mails().await, step);
        }
    }
}

#[tokio::test]
async fn what_is_taken_or_closed_in_time_does_not_step_up_and_what_is_given_back_does() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let ines = a_nurse(&db, "ines", &["Day"]).await;
        let item = pain(&db, ann, NOW).await;
        does(&db, &ines, ann, item, Deed::Took, NOW).await.unwrap();
        let over = NOW.plus_seconds(SOON);
        assert_eq!(all(&db, over).await, 1);
        assert_eq!(stretch(&db, &ines, Held::ByAnyone, None, 9, over).await.lines[0].step, 0);
        does(&db, &ines, ann, item, Deed::Released, over.plus_seconds(60)).await.unwrap();
        assert_eq!(all(&db, over.plus_seconds(60)).await, 1);
        assert_eq!(stretch(&db, &ines, Held::ByAnyone, None, 9, over).await.lines[0].step, 1);
    }
}

#[tokio::test]
async fn what_gets_worse_steps_up_by_its_new_promise_and_the_old_one_finds_nothing_to_do() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let ines = a_nurse(&db, "ines", &["Day"]).await;
        let report = ReportId::new();
        opened(&db, ann, NewItem::alerts(report, vec![an_alert("pain", 3, Urgency::Alert)]), NOW).await;
        opened(&db, ann, NewItem::alerts(report, vec![an_alert("pain", 3, Urgency::Urgent)]), NOW).await;
        assert_eq!(all(&db, NOW.plus_seconds(3_600)).await, 1);
        let step = async || stretch(&db, &ines, Held::ByAnyone, None, 9, NOW).await.lines[0].step;
        assert_eq!(step().await, 1);
        let [old, again] = due(&db, NOW.plus_seconds(SOON)).await.try_into().unwrap();
        for job in [&old, &again] {
            run(&db, job, NOW.plus_seconds(SOON)).await.unwrap();
        }
        assert_eq!(step().await, 2, "the second step of the new promise, none of the old one");
    }
}

#[tokio::test]
async fn a_step_happens_once_with_several_workers_and_after_one_was_killed() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        for _ in 0..20 {
            pain(&db, ann, NOW).await;
        }
        let over = NOW.plus_seconds(SOON);
        // Killed before it committed: the lease is over, and its transaction left nothing.
        let killed = due(&db, over).await;
        assert_eq!(killed.len(), 20);
        let mut tx = db.write().await.unwrap();
        step_up(&mut tx, &killed[0], &a_site(), over).await.unwrap();
        drop(tx);
        let later = over.plus_seconds(61);
        let workers: Vec<_> = (0..6)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move { all(&db, later).await })
            })
            .collect();
        let mut ran = 0;
        for worker in workers {
            ran += worker.await.unwrap();
        }
        assert_eq!(ran, 20);
        // It was only slow: too late.
        assert!(matches!(run(&db, &killed[1], later).await, Err(Error::Conflict)));
        let mut tx = db.read().await.unwrap();
        let steps: Vec<i64> =
            on_db!(tx, c => sqlx::query_scalar("SELECT step FROM work_item").fetch_all(c).await).unwrap();
        assert_eq!(steps, [1; 20]);
        let told: i64 = on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM audit WHERE act = 'remind'")
            .fetch_one(c).await)
        .unwrap();
        assert_eq!(told, 20);
    }
}
