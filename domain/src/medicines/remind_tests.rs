//! Who is reminded of which dose, when, and how often, on both databases.

use std::{collections::BTreeMap, time::Duration};

use uuid::Uuid;

use super::{
    At, Plan, Rhythm, Slot,
    entry::{NewEntry, What},
    life_store::save_moments,
    plan_store::{pause, resume},
    remind::{ASTRAY, NOTED, PUT_OFF, REMIND, Reminded, UNPLANNED, list_unplanned, mend_reminders, plan_next, remind},
    schedule::{Life, doses},
    store::end_medicine,
    store_tests::{NOW, Pillbox, ZONE, boxes, clock, daily, plan, today},
    team::{Order, order},
    tell::TOLD,
};
use crate::{
    db::{Db, on_db, tests::query_plan},
    id::{EntryId, MedicineId, RecordId},
    jobs::store as jobs,
    medicines::Moments,
    time::{Instant, TimeOfDay},
};

impl Pillbox {
    /// The jobs that wait, by when they are due.
    async fn jobs(&self) -> Vec<Instant> {
        let mut tx = self.db.read().await.unwrap();
        let due: Vec<i64> = on_db!(tx, c => sqlx::query_scalar(
            "SELECT due_at FROM job WHERE kind = $1 AND record = $2 AND due_at IS NOT NULL ORDER BY due_at",
        ).bind(REMIND).bind(self.record.0).fetch_all(c).await)
        .unwrap();
        due.into_iter().map(Instant).collect()
    }

    /// A worker looks at the table now, and does what is due.
    pub(super) async fn work(&self, now: Instant) -> Vec<Reminded> {
        let mut told = Vec::new();
        let claimed = jobs::claim(&self.db, Uuid::nil(), &[REMIND], 16, Duration::from_mins(2), now).await.unwrap();
        for job in claimed {
            let mut tx = self.db.write().await.unwrap();
            told.extend(remind(&mut tx, job.record.unwrap(), &job.key, now).await.unwrap());
            jobs::finish(&mut tx, &job.claimed, now).await.unwrap();
            tx.commit().await.unwrap();
        }
        told
    }

    /// What is in the inbox, oldest first.
    pub(super) async fn told(&self) -> Vec<(String, Option<String>)> {
        let mut tx = self.db.read().await.unwrap();
        on_db!(tx, c => sqlx::query_as("SELECT template, detail FROM notice WHERE account = $1 ORDER BY at, created_at")
            .bind(self.anna.account.0).fetch_all(c).await)
        .unwrap()
    }

    async fn say(&self, medicine: MedicineId, slot: Slot, what: What, now: Instant) {
        let new = NewEntry { id: EntryId::new(), medicine, slot: Some(slot), what, truly: false };
        self.note(new, now).await.unwrap();
    }

    async fn mend(&self, now: Instant) -> usize {
        mend_reminders(&self.db, now).await.unwrap()
    }
}

/// A moment of today, on the person's clock.
fn at(time: &str) -> Instant {
    Instant::of_wall_clock("2026-09-21", time, ZONE).unwrap()
}

fn taken(at: Instant) -> What {
    What::Taken { at, amounts: Vec::new() }
}

/// The moments that someone was reminded of.
fn moments(told: &[Reminded]) -> Vec<Instant> {
    told.iter().map(|one| one.at).collect()
}

#[tokio::test]
async fn nobody_is_reminded_of_what_they_have_not_confirmed() {
    for of in boxes().await {
        of.proposed(&daily(), NOW).await;
        assert!(of.jobs().await.is_empty());
        assert_eq!(of.mend(NOW).await, 0);
        assert!(of.work(NOW.plus_days(2)).await.is_empty() && of.told().await.is_empty());
    }
}

#[tokio::test]
async fn one_job_waits_for_the_next_dose_and_each_dose_is_told_once() {
    for of in boxes().await {
        of.taking(&daily()).await;
        // Two days ago at 15:33 it was confirmed; nothing was done since, so yesterday is told as a summary.
        assert_eq!(of.jobs().await, [at("20:00").plus_days(-2)]);
        let told = of.work(NOW).await;
        assert_eq!(told.len(), 4, "{told:?}");
        assert!(told.iter().all(|one| one.late));
        assert_eq!(of.told().await, [("medicine-late".to_owned(), Some("Capecitabine".to_owned()))]);
        assert_eq!(of.jobs().await, [at("20:00")], "the next dose and no more");
        assert!(of.work(at("19:59")).await.is_empty());
        let told = of.work(at("20:00")).await;
        assert_eq!((moments(&told), told[0].late), (vec![at("20:00")], false));
        assert!(of.work(at("20:00").plus_seconds(1)).await.is_empty(), "told already");
        assert_eq!(of.told().await[1], ("medicine-due".to_owned(), Some("Capecitabine".to_owned())));
        assert_eq!(of.jobs().await, [at("08:00").plus_days(1)]);
    }
}

#[tokio::test]
async fn doses_of_one_moment_are_one_notice() {
    for of in boxes().await {
        let (one, other) = (of.taking(&daily()).await, of.taking(&daily()).await);
        of.work(NOW).await;
        let told = of.work(at("20:00")).await;
        assert_eq!(told.iter().map(|told| told.medicine).collect::<Vec<_>>(), [one.min(other), one.max(other)]);
        assert_eq!(of.told().await.len(), 2, "a summary of what was late, and one for both");
        assert_eq!(of.jobs().await.len(), 1);
    }
}

#[tokio::test]
async fn what_was_answered_before_its_time_is_not_told() {
    for of in boxes().await {
        let id = of.taking(&daily()).await;
        of.work(NOW).await;
        let evening = Slot::of(today(), clock(20));
        of.say(id, evening, taken(at("19:40")), at("19:40")).await;
        assert!(of.work(at("20:00")).await.is_empty());
        assert_eq!(of.jobs().await, [at("08:00").plus_days(1)]);
    }
}

#[tokio::test]
async fn what_was_put_off_comes_back_at_the_last_moment_that_was_said() {
    for of in boxes().await {
        let id = of.taking(&daily()).await;
        of.work(NOW).await;
        let evening = Slot::of(today(), clock(20));
        assert_eq!(of.work(at("20:00")).await.len(), 1);
        of.say(id, evening, What::Later { until: at("20:12") }, at("20:02")).await;
        assert_eq!(of.jobs().await, [at("20:12")]);
        of.say(id, evening, What::Later { until: at("20:40") }, at("20:10")).await;
        assert!(of.work(at("20:12")).await.is_empty(), "it waits longer now");
        assert_eq!(moments(&of.work(at("20:40")).await), [at("20:40")]);
        // Put off, then taken: nothing comes.
        of.say(id, evening, What::Later { until: at("21:00") }, at("20:45")).await;
        of.say(id, evening, taken(at("20:50")), at("20:50")).await;
        assert!(of.work(at("21:00")).await.is_empty());
    }
}

#[tokio::test]
async fn paused_held_and_ended_medicines_are_silent_and_come_back() {
    for of in boxes().await {
        let id = of.taking(&daily()).await;
        of.work(NOW).await;
        let (mut tx, granted) = of.write().await;
        pause(&mut tx, &granted, id, "", NOW.plus_seconds(1)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(of.jobs().await.is_empty(), "a pause without an end");
        let (mut tx, granted) = of.write().await;
        resume(&mut tx, &granted, id, at("19:00")).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(of.jobs().await, [at("20:00")]);
        let version = of.medicine(id).await.version;
        let (mut tx, granted) = of.act().await;
        let hold = Order::Hold { until: Some(at("12:00").plus_days(1)), why: "Your blood count is low.".into() };
        order(&mut tx, &granted, id, &hold, (version, today()), at("19:30")).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(of.jobs().await, [at("20:00").plus_days(1)], "what lies in the hold is left out");
        assert!(of.work(at("20:00")).await.is_empty());
        let (mut tx, granted) = of.write().await;
        end_medicine(&mut tx, &granted, id, "", at("21:00")).await.unwrap();
        tx.commit().await.unwrap();
        assert!(of.jobs().await.is_empty() && of.work(NOW.plus_days(3)).await.is_empty());
    }
}

#[tokio::test]
async fn what_was_put_off_and_then_paused_does_not_come_back() {
    for of in boxes().await {
        let id = of.taking(&daily()).await;
        of.work(NOW).await;
        of.work(at("20:00")).await;
        of.say(id, Slot::of(today(), clock(20)), What::Later { until: at("20:30") }, at("20:00")).await;
        let (mut tx, granted) = of.write().await;
        pause(&mut tx, &granted, id, "", at("20:10")).await.unwrap();
        tx.commit().await.unwrap();
        assert!(of.work(at("20:30")).await.is_empty());
    }
}

#[tokio::test]
async fn the_job_follows_when_breakfast_is_moved() {
    for of in boxes().await {
        of.taking(&plan(Rhythm::Days { every: 1, at: vec![At::Moment(super::Moment::Breakfast)] })).await;
        of.work(NOW).await;
        assert_eq!(of.jobs().await, [at("08:00").plus_days(1)]);
        let (mut tx, granted) = of.write().await;
        let moments = Moments { breakfast: TimeOfDay::new(9, 30).unwrap(), ..Moments::default() };
        save_moments(&mut tx, &granted, &moments, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(of.jobs().await, [at("09:30").plus_days(1)]);
    }
}

#[tokio::test]
async fn an_hour_late_is_a_summary_and_a_little_late_is_not() {
    for of in boxes().await {
        of.taking(&daily()).await;
        of.work(NOW).await;
        assert!(!of.work(at("20:59")).await[0].late);
        let told = of.work(at("09:01").plus_days(1)).await;
        assert!(told[0].late);
        let kinds: Vec<String> = of.told().await.into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds.iter().filter(|kind| *kind == "medicine-late").count(), 2, "{kinds:?}");
    }
}

#[tokio::test]
async fn a_lost_job_is_planned_again_and_what_it_would_have_told_is_told() {
    for of in boxes().await {
        of.taking(&daily()).await;
        of.work(NOW).await;
        let mut tx = of.db.write().await.unwrap();
        on_db!(tx, c => sqlx::query("DELETE FROM job").execute(c).await.map(|_| ())).unwrap();
        tx.commit().await.unwrap();
        assert!(of.work(at("20:30")).await.is_empty());
        assert_eq!(of.mend(at("20:30")).await, 1);
        assert_eq!(of.mend(at("20:30")).await, 0, "planned already");
        assert_eq!(moments(&of.work(at("20:30")).await), [at("20:00")]);
    }
}

#[tokio::test]
async fn a_plan_that_cannot_be_read_keeps_nobody_else_from_their_reminders() {
    for of in boxes().await {
        let id = of.taking(&daily()).await;
        of.work(NOW).await;
        let mut tx = of.db.write().await.unwrap();
        // One before Anna and one behind.
        for other in [Uuid::from_u128(1), Uuid::max()] {
            for sql in [
                "INSERT INTO record (id, name, deceased, published_no, created_at) \
                 SELECT $1, CAST($3 AS TEXT), deceased, 1, 0 FROM record WHERE id = $2",
                "INSERT INTO account (id, role, name, name_key, record, zone, failures, created_at, enrolled_at) \
                 SELECT $1, role, CAST($3 AS TEXT), CAST($3 AS TEXT), $1, zone, 0, 0, enrolled_at FROM account WHERE record = $2",
                "INSERT INTO medicine (record, id, name, purpose, items, version, by_team, created_at, ended_why, plan, \
                 set_at, confirmed_at) SELECT $1, $1, CAST($3 AS TEXT), purpose, items, version, by_team, created_at, ended_why, \
                 'not a plan', set_at, confirmed_at FROM medicine WHERE record = $2",
            ] {
                on_db!(tx, c => sqlx::query(sql).bind(other).bind(of.record.0).bind(other.to_string())
                    .execute(c).await.map(|_| ()))
                .unwrap();
            }
        }
        on_db!(tx, c => sqlx::query("DELETE FROM job").execute(c).await.map(|_| ())).unwrap();
        tx.commit().await.unwrap();
        assert_eq!(of.mend(NOW).await, 1);
        assert_eq!(of.jobs().await, [at("20:00")]);
        assert!(of.medicine(id).await.confirmed_at.is_some());
    }
}

#[tokio::test]
async fn whoever_has_nothing_ahead_is_not_planned_again_each_hour_and_whoever_comes_back_is() {
    for of in boxes().await {
        let id = of.taking(&daily()).await;
        of.work(NOW).await;
        let unplanned = async || list_unplanned(&mut of.db.read().await.unwrap(), Uuid::nil()).await.unwrap();
        let (mut tx, granted) = of.write().await;
        pause(&mut tx, &granted, id, "", NOW.plus_seconds(1)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(of.jobs().await.is_empty() && unplanned().await.is_empty(), "a pause without an end");
        let (mut tx, granted) = of.write().await;
        resume(&mut tx, &granted, id, NOW.plus_seconds(2)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(of.jobs().await, [at("20:00")]);
        // Something changes while the account is closed, and later it is opened again.
        let closed = async |at: Option<i64>| {
            let mut tx = of.db.write().await.unwrap();
            on_db!(tx, c => sqlx::query("UPDATE account SET disabled_at = $2 WHERE id = $1")
                .bind(of.anna.account.0).bind(at).execute(c).await.map(|_| ()))
            .unwrap();
            if at.is_some() {
                plan_next(&mut tx, of.record, NOW).await.unwrap();
            }
            tx.commit().await.unwrap();
        };
        closed(Some(NOW.0)).await;
        assert!(of.jobs().await.is_empty() && unplanned().await.is_empty());
        closed(None).await;
        assert_eq!(unplanned().await, [of.record.0]);
        assert_eq!(of.mend(NOW.plus_seconds(3)).await, 1);
        assert_eq!(of.jobs().await, [at("20:00")]);
    }
}

#[tokio::test]
async fn a_clock_that_was_ahead_by_days_does_not_silence_the_days_until_it_is_reached_again() {
    for of in boxes().await {
        of.taking(&daily()).await;
        of.work(NOW).await;
        of.work(NOW.plus_days(3)).await;
        assert!(of.jobs().await[0] > NOW.plus_days(3));
        // The clock is right again.
        assert_eq!(of.mend(NOW.plus_seconds(60)).await, 1);
        assert_eq!(of.jobs().await, [at("20:00")]);
        assert_eq!(moments(&of.work(at("20:00")).await), [at("20:00")]);
        // A few minutes back are nothing: nobody is told twice.
        assert_eq!(of.mend(at("19:58")).await, 0);
        assert!(of.work(at("20:00")).await.is_empty());
    }
}

#[tokio::test]
async fn two_workers_and_a_change_at_the_same_time_tell_a_dose_once() {
    for of in boxes().await {
        let id = of.taking(&daily()).await;
        of.work(NOW).await;
        let lease = Duration::from_mins(2);
        let now = at("20:00");
        let slow = jobs::claim(&of.db, Uuid::nil(), &[REMIND], 1, lease, now).await.unwrap().remove(0);
        // Its lease is over: another one does it.
        let later = now.plus_seconds(121);
        assert_eq!(of.work(later).await.len(), 1);
        let mut tx = of.db.write().await.unwrap();
        assert!(remind(&mut tx, of.record, &slow.key, later).await.unwrap().is_empty());
        assert!(jobs::finish(&mut tx, &slow.claimed, later).await.is_err());
        drop(tx);
        // A change while a worker has the job: the worker loses it, or what it would do is done by the next.
        let morning = at("08:00").plus_days(1);
        let held = jobs::claim(&of.db, Uuid::nil(), &[REMIND], 1, lease, morning).await.unwrap().remove(0);
        of.say(id, Slot::of(today().plus_days(1), clock(8)), What::Later { until: morning.plus_seconds(600) }, morning)
            .await;
        let mut tx = of.db.write().await.unwrap();
        let told = remind(&mut tx, of.record, &held.key, morning).await.unwrap();
        let ended = jobs::finish(&mut tx, &held.claimed, morning).await;
        if ended.is_ok() {
            tx.commit().await.unwrap();
        } else {
            drop(tx);
        }
        assert!(told.is_empty(), "it waits");
        assert_eq!(moments(&of.work(morning.plus_seconds(600)).await), [morning.plus_seconds(600)]);
    }
}

#[tokio::test]
async fn finding_what_is_due_comes_from_an_index_however_many_people_there_are() {
    let literal = |sql: &str, values: &[&str]| {
        values
            .iter()
            .enumerate()
            .rev()
            .fold(sql.to_owned(), |sql, (n, value)| sql.replace(&format!("${}", n + 1), value))
    };
    for of in boxes().await {
        let mut tx = of.db.write().await.unwrap();
        // A table of a few rows is read whole, and rightly so: the plan is that for many.
        if matches!(of.db, Db::Postgres(_)) {
            on_db!(tx, c => sqlx::query("SET LOCAL enable_seqscan = off").execute(c).await.map(|_| ())).unwrap();
        }
        let blob = match of.db {
            Db::Sqlite { .. } => "x'00'".to_owned(),
            Db::Postgres(_) => format!("'{}'", Uuid::nil()),
        };
        let no = if matches!(of.db, Db::Postgres(_)) { "FALSE" } else { "0" };
        for (sql, values, index) in [
            (PUT_OFF, vec![blob.as_str(), "1", "2", "3"], "dose_entry_later"),
            (NOTED, vec![&blob, &blob, "'2026-09-21'", "0", "1"], "dose_entry_slot"),
            (ASTRAY, vec!["1"], "medicine_reminder_looked"),
            (TOLD, vec![&blob, &blob, "'2026-09-21'", "0"], "medicine_told_dose"),
            (UNPLANNED, vec!["'patient'", no, &blob, "'a'", "500"], "account"),
        ] {
            let plan = query_plan(&mut tx, &literal(sql, &values)).await;
            assert!(plan.contains(index) && plan.to_lowercase().contains("index"), "{sql}:\n{plan}");
            assert!(!plan.contains("SCAN ") && !plan.contains("Seq Scan"), "{sql}:\n{plan}");
        }
    }
}

/// Ten years of someone's doses in a zone, told by workers that are killed, slept through and set back.
mod simulation;
