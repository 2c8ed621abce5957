//! What an import says of medicines on someone's list holds at once, on both databases.

use super::{
    Slot,
    day::{State, list_doses},
    entry::Recorded,
    entry_store::list_entries,
    feed::{make_feed, read_calendar},
    history::{Course, Month, Tally, history},
    life_store, plan_store,
    prescribed::{How, Prescribed, Standing, Told},
    store::{self, Medicine, NewMedicine},
    store_tests::{NOW, Pillbox, ZONE, boxes, clock, daily, taken, today},
    word::{Says, Stop, Word, stops},
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
pub(super) fn prescription(standing: Option<Standing>, why: &str, now: Instant) -> Resource {
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
        self.staged_of(resource, false, now).await
    }

    pub(super) async fn staged_of(&self, resource: Resource, deceased: bool, now: Instant) -> records::Staging {
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
            deceased,
        });
        let mut staging = records::begin(&self.db, &origin, &subject, "UTC", now).await.unwrap();
        staging.stage(vec![resource], now).await.unwrap();
        staging
    }

    /// The clinic says how the prescription stands, if at all.
    pub(super) async fn clinic_says(&self, standing: Option<Standing>, why: &str, now: Instant) {
        self.staged(prescription(standing, why, now), now).await.publish(now).await.unwrap();
    }

    /// Notices of what the record says of medicines.
    async fn told_of_the_record(&self) -> Vec<(String, Option<String>)> {
        let mut told = self.told().await;
        told.retain(|(template, _)| ["medicine-stopped", "medicine-again"].contains(&template.as_str()));
        told
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
        plan_store::propose_plan(&mut tx, &granted, id, &daily(), 0, then).await.unwrap();
        plan_store::confirm_plan(&mut tx, &granted, id, then, then).await.unwrap();
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
        assert_eq!(medicine.stops, [Stop { from: at("19:00"), until: None, over: true }]);
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
            b.clinic_says(Some(Standing::Active), "", now.plus_seconds(60)).await;
        }
    }
}

#[tokio::test]
async fn a_hold_is_not_over_when_its_prescription_comes_to_an_end() {
    for b in boxes().await {
        let id = b.taking_prescribed().await;
        b.work(NOW).await;
        for standing in [Standing::OnHold, Standing::Completed, Standing::NotTaken] {
            b.clinic_says(Some(standing), "", at("19:00")).await;
            assert_eq!(b.medicine(id).await.word.map(|word| word.says), Some(Says::OnHold), "{standing:?}");
        }
        assert!(b.work(at("20:00")).await.is_empty());
        assert_eq!(b.told_of_the_record().await.len(), 1, "that it is on hold");
    }
}

#[tokio::test]
async fn what_was_given_on_a_ward_since_does_not_hide_what_was_prescribed() {
    for b in boxes().await {
        let id = b.taking_prescribed().await;
        b.clinic_says(Some(Standing::OnHold), "", at("07:00")).await;
        let given = (0..305).map(|n| Resource {
            kind: "MedicationAdministration".into(),
            key: ResourceKey(format!("MedicationAdministration/{n}")),
            hash: secret::sha256(format!("given {n}").as_bytes()),
            ..prescription(Some(Standing::Active), "", at("08:00"))
        });
        let mut staging = b.staged(prescription(Some(Standing::OnHold), "", at("07:00")), at("09:00")).await;
        for given in given.collect::<Vec<_>>().chunks(50) {
            staging.stage(given.to_vec(), at("09:00")).await.unwrap();
        }
        staging.publish(at("09:00")).await.unwrap();
        assert_eq!(b.medicine(id).await.word.map(|word| word.says), Some(Says::OnHold));
        assert_eq!(b.told_of_the_record().await.len(), 1, "that it is on hold");
    }
}

#[tokio::test]
async fn what_a_clock_that_was_ahead_wrote_holds_and_is_over_when_the_record_says_so() {
    for b in boxes().await {
        let id = b.taking_prescribed().await;
        b.work(NOW).await;
        b.clinic_says(Some(Standing::Stopped), "", at("19:00").plus_days(1)).await;
        assert!(b.work(at("20:00")).await.is_empty(), "by the right clock");
        assert!(b.medicine(id).await.is_stopped());
        let staging = b.staged(prescription(Some(Standing::Active), "", at("19:00").plus_days(2)), at("21:00")).await;
        staging.publish(at("21:00")).await.unwrap();
        let medicine = b.medicine(id).await;
        assert_eq!((medicine.word, medicine.stops), (None, Vec::new()));
        let morning = at("08:00").plus_days(1);
        assert_eq!(b.work(morning).await.iter().filter(|one| !one.late).count(), 1);
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

#[tokio::test]
async fn the_person_is_told_once_when_the_record_stops_a_medicine_and_when_it_goes_on() {
    for b in boxes().await {
        let id = b.taking_prescribed().await;
        b.work(NOW).await;
        let told = async || b.told_of_the_record().await;
        let stopped = ("medicine-stopped".to_owned(), Some(NAME.to_owned()));
        let again = ("medicine-again".to_owned(), Some(NAME.to_owned()));
        b.clinic_says(Some(Standing::OnHold), "", at("11:00")).await;
        assert_eq!(told().await, std::slice::from_ref(&stopped));
        // Said otherwise, it is stopped still; that a pack is used up holds nothing.
        b.clinic_says(Some(Standing::OnHold), "Blood counts", at("11:10")).await;
        b.clinic_says(Some(Standing::Stopped), "", at("11:20")).await;
        assert_eq!(told().await, std::slice::from_ref(&stopped));
        b.clinic_says(Some(Standing::Active), "", at("11:30")).await;
        b.clinic_says(Some(Standing::Completed), "", at("11:40")).await;
        assert_eq!(told().await, [stopped.clone(), again.clone()]);
        let (mut tx, granted) = b.write().await;
        store::end_medicine(&mut tx, &granted, id, "", at("11:50")).await.unwrap();
        tx.commit().await.unwrap();
        b.clinic_says(Some(Standing::Stopped), "", at("11:55")).await;
        assert_eq!(told().await, [stopped, again], "what is not taken any more is stopped for nobody");
    }
}

#[tokio::test]
async fn nobody_is_told_of_what_was_stopped_after_a_death() {
    for b in boxes().await {
        let id = b.taking_prescribed().await;
        let (stopped, now) = (prescription(Some(Standing::Stopped), "", NOW), NOW);
        b.staged_of(stopped, true, now).await.publish(now).await.unwrap();
        assert!(b.medicine(id).await.is_stopped());
        assert_eq!(b.told_of_the_record().await, []);
    }
}

#[tokio::test]
async fn a_prescription_that_nobody_takes_yet_is_stopped_without_a_notice() {
    for b in boxes().await {
        let then = NOW.plus_days(-2);
        b.clinic_says(Some(Standing::Stopped), "", then).await;
        let (mut tx, granted) = b.write().await;
        let item: uuid::Uuid = on_db!(tx, c => sqlx::query_scalar("SELECT id FROM item WHERE record = $1")
            .bind(b.record.0).fetch_one(c).await)
        .unwrap();
        let id = MedicineId::new();
        let new = NewMedicine { id, name: NAME.into(), purpose: String::new(), items: vec![ItemId(item)] };
        store::create_medicine(&mut tx, &granted, new, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(b.medicine(id).await.word.map(|word| word.says), Some(Says::Stopped), "known from the first");
        assert_eq!(b.told_of_the_record().await, []);
    }
}

#[tokio::test]
async fn doses_of_a_hold_that_is_over_stay_held_and_are_in_no_share() {
    for b in boxes().await {
        let id = b.taking_prescribed().await;
        b.clinic_says(Some(Standing::OnHold), "", at("07:00")).await;
        b.clinic_says(Some(Standing::Active), "", at("13:00")).await;
        let later = at("06:00").plus_days(1);
        let medicine = b.medicine(id).await;
        assert_eq!(medicine.stops, [Stop { from: at("07:00"), until: Some(at("13:00")), over: false }]);
        let (mut tx, granted) = b.view().await;
        let life = life_store::get_life(&mut tx, &granted).await.unwrap();
        let plans = plan_store::list_plans(&mut tx, &granted, id).await.unwrap();
        let window = (at("00:00"), at("23:59"));
        let days = list_doses(&mut tx, &granted, std::slice::from_ref(&medicine), &life, window, later).await.unwrap();
        let states = days.doses.iter().map(|listed| listed.state).collect::<Vec<_>>();
        assert_eq!(states, [State::Held, State::Unanswered], "in the morning it was on hold");
        let of = |medicine: &Medicine, entries| {
            let course = Course::new(medicine, plans.clone(), entries);
            history(&[course], &life, Month::of(today()), later).on(today()).unwrap()
        };
        let on = of(&medicine, Vec::new());
        assert_eq!((on.paused, on.tally), (true, Tally { unknown: 1, ..Tally::default() }));
        // One that was due shortly before it was held is asked of nobody either, and counts where it was taken.
        let later_hold = Stop { from: at("08:10"), until: Some(at("13:00")), over: false };
        let medicine = Medicine { stops: vec![later_hold], ..medicine };
        let on = of(&medicine, Vec::new());
        assert_eq!((on.paused, on.tally), (true, Tally { unknown: 1, ..Tally::default() }));
        drop(tx);
        b.note(taken(id, Some(Slot::of(today(), clock(8))), at("08:05")), at("13:30")).await.unwrap();
        let (mut tx, granted) = b.view().await;
        let entries = list_entries(&mut tx, &granted, window).await.unwrap();
        let on = of(&medicine, entries);
        assert_eq!((on.paused, on.tally), (false, Tally { taken: 1, unknown: 1, ..Tally::default() }));
    }
}

#[tokio::test]
async fn what_an_earlier_daybook_put_on_the_list_has_its_word_at_once() {
    for b in boxes().await {
        let id = b.taking_prescribed().await;
        b.clinic_says(Some(Standing::Stopped), "Rash", at("07:00")).await;
        let mut tx = b.db.write().await.unwrap();
        on_db!(tx, c => sqlx::query("DELETE FROM medicine_word").execute(c).await.map(|_| ())).unwrap();
        tx.commit().await.unwrap();
        let stop = Stop { from: at("07:00"), until: None, over: true };
        let medicine = b.medicine(id).await;
        assert_eq!((medicine.word.map(|word| word.says), medicine.stops), (Some(Says::Stopped), vec![stop]));
        assert!(b.work(at("08:00")).await.is_empty());
        // Something else is published: the word is written down as of when it came, and is no news.
        let before = b.told_of_the_record().await;
        let other = Resource {
            key: ResourceKey("MedicationRequest/2".into()),
            ..prescription(Some(Standing::Completed), "another", at("09:00"))
        };
        b.staged(other, at("09:00")).await.publish(at("09:00")).await.unwrap();
        assert_eq!(b.medicine(id).await.stops, [stop]);
        assert_eq!(b.told_of_the_record().await, before);
    }
}

#[test]
fn stretches_of_the_records_word_follow_each_other_and_a_stop_is_an_end() {
    let word = |says| Some(Word { says, why: String::new(), item: ItemId::new() });
    let words = [
        None,
        word(Says::OnHold),
        word(Says::Stopped),
        word(Says::NotToTake),
        word(Says::Completed),
        word(Says::OnHold),
    ];
    let words = words.into_iter().zip(1..).map(|(word, at)| (Instant(at), word)).collect::<Vec<_>>();
    let stop = |from, until: Option<i64>, over| Stop { from: Instant(from), until: until.map(Instant), over };
    assert_eq!(stops(&words), [stop(2, Some(3), false), stop(3, Some(5), true), stop(6, None, false)]);
    assert_eq!(stops(&[]), []);
    let held = |at| stops(&words).iter().any(|stop| stop.holds(Instant(at)));
    assert_eq!((1..8).filter(|at| held(*at)).collect::<Vec<_>>(), [2, 3, 4, 6, 7]);
}

#[test]
fn each_word_is_found_again_by_its_code() {
    for says in Says::ALL {
        assert_eq!(Says::from_code(says.code()), Some(says));
    }
}
