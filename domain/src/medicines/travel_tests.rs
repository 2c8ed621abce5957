//! A journey, on both databases: the clock of the person changes, and what they take goes with it or stays.

use jiff::tz::TimeZone;

use super::{
    Moments, Plan, Rhythm, Slot,
    day::State,
    life_store::get_life,
    plan_store::list_plans,
    remind::{REMIND, plan_next},
    schedule::{Life, doses},
    store_tests::{NOW, Pillbox, ZONE, boxes, clock, daily, plan, today},
    travel::left,
};
use crate::{
    Error,
    account::travel::{self, Travel},
    account::zone::{change_zone, keep_zone},
    db::on_db,
    time::{Instant, TimeOfDay},
};

const CHICAGO: &str = "America/Chicago";

fn life(zone: &str) -> Life {
    Life { zone: TimeZone::get(zone).unwrap(), moments: Moments::default() }
}

fn hourly(every: u16) -> Plan {
    plan(Rhythm::Hours { every, first: TimeOfDay::oclock(6), zone: None })
}

fn due(plan: &Plan, zone: &str) -> Vec<(Instant, Slot)> {
    doses(plan, &life(zone), NOW, NOW.plus_days(3)).map(|dose| (dose.due, dose.slot)).collect()
}

/// Reminders have been looked at until now.
async fn looked_at(b: &Pillbox) {
    let (mut tx, granted) = b.write().await;
    on_db!(tx, c => sqlx::query("UPDATE medicine_reminder SET looked_at = $1, next_at = NULL")
        .bind(NOW.0).execute(c).await.map(|_| ()))
    .unwrap();
    plan_next(&mut tx, granted.record(), NOW).await.unwrap();
    tx.commit().await.unwrap();
}

async fn travel(b: &Pillbox, zone: &str) {
    let mut tx = b.db.write().await.unwrap();
    change_zone(&mut tx, &b.anna, zone, NOW).await.unwrap();
    tx.commit().await.unwrap();
}

/// When the next reminder of a medicine is planned.
async fn next_reminder(b: &Pillbox) -> Vec<i64> {
    let mut tx = b.db.read().await.unwrap();
    on_db!(tx, c => sqlx::query_scalar("SELECT due_at FROM job WHERE kind = $1 AND due_at IS NOT NULL")
        .bind(REMIND).fetch_all(c).await)
    .unwrap()
}

#[test]
fn hours_from_dose_to_dose_stay_real_hours_in_whatever_zone_they_are_looked_at() {
    let at_home = hourly(8);
    let away = left(&at_home, ZONE, today()).unwrap();
    assert_ne!(due(&at_home, CHICAGO), due(&at_home, ZONE), "by the clock of Chicago they would move by seven hours");
    for zone in [ZONE, CHICAGO, "Pacific/Auckland", "Pacific/Honolulu"] {
        assert_eq!(due(&away, zone), due(&at_home, ZONE), "{zone}");
    }
    assert_eq!(left(&away, CHICAGO, today()), None, "they go on from where they began");
    assert_eq!(left(&daily(), ZONE, today()), None, "a time of day goes with the person");
}

#[test]
fn what_begins_later_begins_by_the_clock_of_then() {
    let mut later = hourly(8);
    later.courses[0].from = today().plus_days(1);
    assert_eq!(left(&later, ZONE, today()), None);
}

#[test]
fn a_number_of_doses_by_the_hour_ends_with_the_same_dose_on_a_journey() {
    let mut at_home = hourly(8);
    at_home.courses[0].most = Some(10);
    let away = left(&at_home, ZONE, today()).unwrap();
    for zone in [ZONE, CHICAGO, "Pacific/Auckland"] {
        assert_eq!(due(&away, zone), due(&at_home, ZONE), "{zone}");
    }
}

#[tokio::test]
async fn a_dose_that_was_taken_at_home_is_not_asked_for_again_where_the_clock_shows_its_time_once_more() {
    for b in boxes().await {
        let id = b.taking(&daily()).await;
        let morning = Slot::of(today(), clock(8));
        let (mut tx, granted) = b.write().await;
        let new = super::store_tests::taken(id, Some(morning), NOW);
        super::entry_store::record_entry(&mut tx, &granted, new, &b.site, NOW).await.unwrap();
        tx.commit().await.unwrap();
        looked_at(&b).await;
        // In Chicago it is half past eight in the morning.
        travel(&b, CHICAGO).await;
        let listed = b.days(NOW).await.doses;
        let morning = listed.iter().find(|listed| listed.dose.slot == morning).unwrap();
        assert_eq!(morning.state, State::Taken);
        let evening = Instant::of_wall_clock("2026-09-21", "20:00", CHICAGO).unwrap();
        assert_eq!(next_reminder(&b).await, [evening.0], "the next one by the clock there");
    }
}

#[tokio::test]
async fn who_moves_to_another_clock_keeps_real_hours_and_is_reminded_by_them() {
    for b in boxes().await {
        let id = b.taking(&hourly(8)).await;
        looked_at(&b).await;
        let before = next_reminder(&b).await;
        travel(&b, CHICAGO).await;
        assert_eq!(next_reminder(&b).await, before);
        let (mut tx, granted) = b.view().await;
        assert_eq!(get_life(&mut tx, &granted).await.unwrap().zone.iana_name(), Some(CHICAGO));
        let versions = list_plans(&mut tx, &granted, id).await.unwrap();
        assert_eq!(versions.len(), 2, "what held before is kept");
        drop(tx);
        // The same zone again changes nothing.
        travel(&b, CHICAGO).await;
        let (mut tx, granted) = b.view().await;
        assert_eq!(list_plans(&mut tx, &granted, id).await.unwrap().len(), 2);
        let mut tx = b.db.write().await.unwrap();
        let unknown = change_zone(&mut tx, &b.anna, "Mars/Olympus", NOW).await;
        assert!(matches!(unknown, Err(Error::Invalid(fields)) if fields[0].name == "zone"));
    }
}

#[tokio::test]
async fn whoever_keeps_the_time_of_home_keeps_it_until_they_say_otherwise() {
    for b in boxes().await {
        let kept = async || -> Option<String> {
            let mut tx = b.db.read().await.unwrap();
            on_db!(tx, c => sqlx::query_scalar("SELECT kept_zone FROM account WHERE id = $1")
                .bind(b.anna.account.0).fetch_one(c).await)
            .unwrap()
        };
        let acts = async || -> i64 {
            let mut tx = b.db.read().await.unwrap();
            on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM audit WHERE act = 'zone'").fetch_one(c).await)
                .unwrap()
        };
        for _ in 0..2 {
            let mut tx = b.db.write().await.unwrap();
            keep_zone(&mut tx, &b.anna, CHICAGO, NOW).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(acts().await, 1, "again changes nothing");
        }
        let mut tx = b.db.write().await.unwrap();
        assert!(keep_zone(&mut tx, &b.anna, "Mars/Olympus", NOW).await.is_err());
        drop(tx);
        // A device at home asks nothing, and the one on the journey is not asked again.
        for (device, found) in [(ZONE, Travel::Home), (CHICAGO, Travel::Kept), ("Asia/Tokyo", Travel::Asks)] {
            let said = kept().await;
            assert_eq!(travel::travel(ZONE, said.as_deref(), device, NOW), found, "{device}");
        }
        assert_eq!(kept().await.as_deref(), Some(CHICAGO));
        travel(&b, ZONE).await;
        assert_eq!(kept().await, None, "the person said by which time they live");
    }
}
