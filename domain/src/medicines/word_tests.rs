//! What an import says of medicines on someone's list holds at once, on both databases.

use super::{
    Slot,
    day::State,
    entry::Recorded,
    feed::{make_feed, read_calendar},
    prescribed::{How, Prescribed, Standing, Told},
    store::{self, NewMedicine},
    store_tests::{NOW, Pillbox, ZONE, boxes, clock, daily, taken, today},
    word::{Says, Word, find_stopped_at},
};
use crate::{
    db::on_db,
    id::{ItemId, MedicineId},
    record::{Identifier, Person, Resource, ResourceKey, Subject, store as records},
    results::{Body, Event, Item, Kind, Status, When},
    secret,
    time::Instant,
};

const NAME: &str = "Capecitabine 500 mg";

/// The prescription as the clinic sends it at a moment; nothing of it where it was entered in error.
fn prescription(standing: Option<Standing>, why: &str, now: Instant) -> Resource {
    let prescribed = |standing| Prescribed {
        told: Told::Request,
        standing,
        why: (!why.is_empty()).then(|| why.to_owned()),
        rxnorm: None,
        written: Some("2026-09-01".parse().unwrap()),
        supply_days: None,
        repeats: None,
        text: None,
        how: How::Directions(Vec::new()),
    };
    let item = |standing| Item {
        kind: Kind::Medicine,
        when: When::default(),
        title: NAME.into(),
        codes: Vec::new(),
        status: Status::Final,
        panel: None,
        people: Vec::new(),
        notes: Vec::new(),
        body: Body::Event(Event { facts: Vec::new(), prescribed: Some(Box::new(prescribed(standing))) }),
    };
    let raw = format!("{{\"said\": \"{standing:?} {why} {}\"}}", now.0);
    Resource {
        kind: "MedicationRequest".into(),
        full_url: None,
        hash: secret::sha256(raw.as_bytes()),
        key: ResourceKey("MedicationRequest/1".into()),
        last_updated: Some(now),
        entered_in_error: standing.is_none(),
        raw,
        item: standing.map(item),
        unresolved: Vec::new(),
    }
}

impl Pillbox {
    async fn staged(&self, resource: Resource, now: Instant) -> records::Staging {
        let mut tx = self.db.write().await.unwrap();
        let origin = records::get_or_create_sender(&mut tx, "clinic", now).await.unwrap();
        on_db!(tx, c => sqlx::query(
            "INSERT INTO record_identifier (system, value, record) VALUES ('urn:test', 'anna', $1) ON CONFLICT DO NOTHING",
        ).bind(self.record.0).execute(c).await.map(|_| ()))
        .unwrap();
        tx.commit().await.unwrap();
        let subject = Subject::Described(Person {
            key: ResourceKey("Patient/anna".into()),
            identifiers: vec![Identifier { system: "urn:test".into(), value: "anna".into() }],
            name: None,
            birth_date: None,
            gender: None,
            deceased: false,
        });
        let mut staging = records::begin(&self.db, &origin, &subject, "UTC", now).await.unwrap();
        staging.stage(vec![resource], now).await.unwrap();
        staging
    }

    /// The clinic says how the prescription stands, if at all.
    pub(super) async fn clinic_says(&self, standing: Option<Standing>, why: &str, now: Instant) {
        self.staged(prescription(standing, why, now), now).await.publish(now).await.unwrap();
    }

    /// A medicine that came from the record, whose plan Anna confirmed some days ago.
    pub(super) async fn taking_prescribed(&self) -> MedicineId {
        let then = NOW.plus_days(-2);
        self.clinic_says(Some(Standing::Active), "", then).await;
        let (mut tx, granted) = self.write().await;
        let item = on_db!(tx, c => sqlx::query_scalar("SELECT id FROM item WHERE record = $1")
            .bind(self.record.0).fetch_one(c).await)
        .unwrap();
        let id = MedicineId::new();
        let new = NewMedicine { id, name: NAME.into(), purpose: String::new(), items: vec![ItemId(item)] };
        store::create_medicine(&mut tx, &granted, new, then).await.unwrap();
        store::propose_plan(&mut tx, &granted, id, &daily(), 0, then).await.unwrap();
        store::confirm_plan(&mut tx, &granted, id, then, then).await.unwrap();
        tx.commit().await.unwrap();
        id
    }
}

/// A moment of today, on the person's clock.
fn at(time: &str) -> Instant {
    Instant::of_wall_clock("2026-09-21", time, ZONE).unwrap()
}

#[tokio::test]
async fn what_an_import_stops_is_not_reminded_of_and_its_doses_are_held() {
    for b in boxes().await {
        let id = b.taking_prescribed().await;
        b.work(NOW).await;
        let staging = b.staged(prescription(Some(Standing::Stopped), "Rash", at("19:00")), at("19:00")).await;
        assert_eq!(b.medicine(id).await.word, None, "not published yet");
        staging.publish(at("19:00")).await.unwrap();
        let medicine = b.medicine(id).await;
        let item = medicine.items[0];
        assert_eq!(medicine.word, Some(Word { says: Says::Stopped, why: "Rash".into(), item }));
        let (mut tx, granted) = b.view().await;
        assert_eq!(find_stopped_at(&mut tx, &granted, &medicine).await.unwrap(), Some(at("19:00")));
        drop(tx);
        assert_eq!(b.states(at("19:00")).await, [State::Held; 4], "also what comes");
        let told = b.told().await.len();
        assert!(b.work(at("20:00")).await.is_empty() && b.work(at("08:00").plus_days(1)).await.is_empty());
        assert_eq!(b.told().await.len(), told);
    }
}

#[tokio::test]
async fn each_order_of_the_record_that_nothing_is_taken_holds_doses_and_the_end_of_a_pack_does_not() {
    for b in boxes().await {
        let id = b.taking_prescribed().await;
        b.work(NOW).await;
        let cases = [
            (Some(Standing::OnHold), Says::OnHold, true),
            (Some(Standing::Completed), Says::Completed, false),
            (None, Says::Withdrawn, true),
        ];
        for (day, (standing, says, held)) in (0..).zip(cases) {
            let now = at("20:00").plus_days(day);
            b.clinic_says(standing, "", now.plus_seconds(-60)).await;
            assert_eq!(b.medicine(id).await.word.map(|word| word.says), Some(says));
            assert_eq!(b.work(now).await.iter().any(|one| !one.late), !held, "{says:?}");
        }
    }
}

#[tokio::test]
async fn the_truth_about_a_dose_that_the_record_stopped_can_be_noted() {
    for b in boxes().await {
        let id = b.taking_prescribed().await;
        b.clinic_says(Some(Standing::Stopped), "", at("19:00")).await;
        let evening = taken(id, Some(Slot::of(today(), clock(20))), at("19:50"));
        assert!(matches!(b.note(evening, at("20:10")).await, Ok(Recorded::Saved(_))));
        assert_eq!(b.states(at("20:10")).await[3], State::Taken);
    }
}

#[tokio::test]
async fn what_the_clinic_sets_right_is_reminded_of_again_and_nothing_that_was_due_meanwhile() {
    for b in boxes().await {
        let id = b.taking_prescribed().await;
        b.work(NOW).await;
        b.clinic_says(Some(Standing::Stopped), "", at("19:00")).await;
        for time in ["20:00", "23:00"] {
            b.work(at(time)).await;
        }
        b.clinic_says(Some(Standing::Active), "", at("23:30")).await;
        assert_eq!(b.medicine(id).await.word, None);
        assert!(b.work(at("23:45")).await.is_empty());
        let morning = at("08:00").plus_days(1);
        let told = b.work(morning).await;
        assert_eq!(told.iter().map(|one| (one.at, one.late)).collect::<Vec<_>>(), [(morning, false)]);
    }
}

#[tokio::test]
async fn a_calendar_has_no_dose_that_the_record_stopped() {
    for b in boxes().await {
        b.taking_prescribed().await;
        let (mut tx, granted) = b.write().await;
        let secret = make_feed(&mut tx, &granted, true, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!read_calendar(&b.db, &secret, NOW).await.unwrap().unwrap().moments.is_empty());
        b.clinic_says(Some(Standing::OnHold), "", NOW).await;
        assert!(read_calendar(&b.db, &secret, NOW).await.unwrap().unwrap().moments.is_empty());
    }
}
