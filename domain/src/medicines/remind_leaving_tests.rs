//! What a reminder is about when it leaves, by mail and as a push, on both databases.

use std::time::Duration;

use uuid::Uuid;

use super::{
    At, Plan, Rhythm, Slot,
    entry::{NewEntry, What},
    plan_store::{confirm_plan, pause, propose_plan, resume},
    prescribed::Standing,
    remind::{REMIND, remind},
    store::{NewMedicine, create_medicine, end_medicine},
    store_tests::{NOW, Pillbox, ZONE, boxes, clock, plan, taken, today},
    team::{Order, order},
    word_tests::prescription,
};
use crate::{
    access::Caller,
    account::store::open_session,
    id::MedicineId,
    jobs::store as jobs,
    reminders::{
        Address, Notice, PUSH, SEND, Template, Wanted, Wording,
        choice_store::save_wanted,
        outgoing::{Ended, Fate, end, find_fate},
        push::{Hosts, KNOWN_HOSTS, Subscription},
        push_out::{Came, PushFate, Pushed, end_push, find_push_fate},
        push_store::save_device,
        store::{ask_address, confirm_address},
    },
    secret::Keys,
    time::Instant,
};

fn keys() -> Keys {
    Keys::new([7; 32])
}

/// A moment of today, on the person's clock.
fn at(time: &str) -> Instant {
    Instant::of_wall_clock("2026-09-21", time, ZONE).unwrap()
}

fn each_day(hours: &[u8]) -> Plan {
    plan(Rhythm::Days { every: 1, at: hours.iter().map(|hour| clock(*hour)).collect::<Vec<At>>() })
}

/// What left: over which channel, as what, and what it names.
type Left = (&'static str, Notice, Option<String>);

impl Pillbox {
    /// Anna is reminded by mail and on a phone, in plain words.
    async fn reachable(&self) -> Caller {
        let mut tx = self.db.write().await.unwrap();
        let session = open_session(&mut tx, self.anna.account, "", NOW).await.unwrap().session;
        let anna = Caller { session, fresh_until: NOW.plus_days(9), ..self.anna };
        let endpoint = "https://updates.push.services.mozilla.com/wpush/v2/1";
        let hosts: Hosts = KNOWN_HOSTS.parse().unwrap();
        let phone = Subscription::new(&hosts, endpoint, &format!("04{}", "ab".repeat(64)), &"cd".repeat(16)).unwrap();
        save_device(&mut tx, &keys(), &anna, &phone, ("phone", "Firefox"), NOW).await.unwrap();
        ask_address(&mut tx, &anna, &Address::new("anna@example.org").unwrap(), NOW).await.unwrap();
        save_wanted(&mut tx, &anna, Wanted::default().worded(Wording::Plain), NOW).await.unwrap();
        tx.commit().await.unwrap();
        for job in jobs::claim(&self.db, Uuid::nil(), &[SEND], 9, Duration::from_mins(2), NOW).await.unwrap() {
            let mut tx = self.db.write().await.unwrap();
            let fate = find_fate(&mut tx, &keys(), job.key.parse().unwrap(), NOW).await.unwrap();
            jobs::finish(&mut tx, &job.claimed, NOW).await.unwrap();
            tx.commit().await.unwrap();
            let Fate::Send(mail) = fate else { panic!("no code") };
            confirm_address(&self.db, &keys(), &anna, &mail.code.unwrap(), NOW).await.unwrap();
        }
        anna
    }

    async fn wants(&self, who: &Caller, wanted: Wanted) {
        let mut tx = self.db.write().await.unwrap();
        save_wanted(&mut tx, who, wanted, NOW).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn takes_named(&self, name: &str, plan: &Plan) -> MedicineId {
        let (id, then) = (MedicineId::new(), NOW.plus_seconds(-600));
        let (mut tx, granted) = self.write().await;
        let new = NewMedicine { id, name: name.into(), purpose: String::new(), items: Vec::new() };
        create_medicine(&mut tx, &granted, new, then).await.unwrap();
        propose_plan(&mut tx, &granted, id, plan, 0, then).await.unwrap();
        confirm_plan(&mut tx, &granted, id, then, then).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// What is due is planned.
    async fn planned(&self, now: Instant) {
        for job in jobs::claim(&self.db, Uuid::nil(), &[REMIND], 16, Duration::from_mins(2), now).await.unwrap() {
            let mut tx = self.db.write().await.unwrap();
            remind(&mut tx, job.record.unwrap(), &job.key, now).await.unwrap();
            jobs::finish(&mut tx, &job.claimed, now).await.unwrap();
            tx.commit().await.unwrap();
        }
    }

    /// What leaves now, of all whose time has come.
    async fn left(&self, now: Instant) -> Vec<Left> {
        let mut left = Vec::new();
        let due = jobs::claim(&self.db, Uuid::nil(), &[SEND, PUSH], 32, Duration::from_mins(2), now).await.unwrap();
        for job in due {
            let mut tx = self.db.write().await.unwrap();
            if job.kind == SEND {
                let mail = job.key.parse().unwrap();
                let fate = find_fate(&mut tx, &keys(), mail, now).await.unwrap();
                let sent = matches!(fate, Fate::Send(_));
                if let Fate::Send(mail) = fate
                    && let Template::Notice(notice) = mail.template
                {
                    left.push(("mail", notice, mail.detail));
                }
                end(&mut tx, mail, if sent { Ended::Sent } else { Ended::Dropped }, None, now).await.unwrap();
            } else {
                let push = job.key.parse().unwrap();
                let fate = find_push_fate(&mut tx, &keys(), push, now).await.unwrap();
                let sent = matches!(fate, PushFate::Send(_));
                if let PushFate::Send(push) = fate
                    && let Pushed::Notice { notice, detail, .. } = push.said
                {
                    left.push(("push", notice, detail));
                }
                end_push(&mut tx, push, &if sent { Came::Sent } else { Came::Dropped }, now).await.unwrap();
            }
            jobs::finish(&mut tx, &job.claimed, now).await.unwrap();
            tx.commit().await.unwrap();
        }
        left
    }

    async fn said(&self, medicine: MedicineId, slot: Slot, what: What, now: Instant) {
        self.note(NewEntry { what, ..taken(medicine, Some(slot), now) }, now).await.unwrap();
    }
}

fn named(notice: Notice, names: &str) -> Vec<Left> {
    ["mail", "push"].map(|channel| (channel, notice, Some(names.to_owned()))).to_vec()
}

/// What happens between planning a reminder and its leaving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meanwhile {
    Nothing,
    Taken,
    PutOff,
    Paused,
    Held,
    Ended,
    PausedAndGoneOn,
    NewTime,
}

#[tokio::test]
async fn a_reminder_that_waits_leaves_only_while_its_dose_is_asked_for() {
    use Meanwhile::{Ended as End, Held, NewTime, Nothing, Paused, PausedAndGoneOn, PutOff, Taken};

    for meanwhile in [Nothing, Taken, PutOff, Paused, Held, End, PausedAndGoneOn, NewTime] {
        for of in boxes().await {
            of.reachable().await;
            let (id, evening) = (of.takes_named("Zinc", &each_day(&[8, 20])).await, Slot::of(today(), clock(20)));
            of.planned(at("20:00")).await;
            let (then, version) = (at("20:10"), of.medicine(id).await.version);
            match meanwhile {
                Taken => of.said(id, evening, What::Taken { at: then, amounts: Vec::new() }, then).await,
                PutOff => of.said(id, evening, What::Later { until: at("20:40") }, then).await,
                Held => {
                    let (mut tx, granted) = of.act().await;
                    let hold = Order::Hold { until: None, why: "Your blood count is low.".into() };
                    order(&mut tx, &granted, id, &hold, (version, today()), then).await.unwrap();
                    tx.commit().await.unwrap();
                }
                _ => {
                    let (mut tx, granted) = of.write().await;
                    match meanwhile {
                        Paused => pause(&mut tx, &granted, id, "", then).await.unwrap(),
                        End => end_medicine(&mut tx, &granted, id, "", then).await.unwrap(),
                        PausedAndGoneOn => {
                            pause(&mut tx, &granted, id, "", then).await.unwrap();
                            resume(&mut tx, &granted, id, then.plus_seconds(60)).await.unwrap();
                        }
                        NewTime => {
                            propose_plan(&mut tx, &granted, id, &each_day(&[8, 22]), version, then).await.unwrap();
                            confirm_plan(&mut tx, &granted, id, then, then).await.unwrap();
                        }
                        _ => {}
                    }
                    tx.commit().await.unwrap();
                }
            }
            let left = of.left(at("20:20")).await;
            // Its plan was set anew by the pause; the dose is the same.
            let expected = match meanwhile {
                Nothing | PausedAndGoneOn => named(Notice::MedicineDue, "Zinc"),
                _ => Vec::new(),
            };
            assert_eq!(left, expected, "{meanwhile:?}");
            let (again, moment) = match meanwhile {
                PutOff => (at("20:40"), "20:40"),
                NewTime => (at("22:00"), "22:00"),
                _ => continue,
            };
            of.planned(again).await;
            assert_eq!(of.left(again).await, named(Notice::MedicineDue, "Zinc"), "at {moment}");
        }
    }
}

#[tokio::test]
async fn a_reminder_of_several_doses_names_those_that_are_left() {
    for of in boxes().await {
        of.reachable().await;
        let (zinc, _) =
            (of.takes_named("Zinc", &each_day(&[20])).await, of.takes_named("Iron", &each_day(&[20])).await);
        of.planned(at("20:00")).await;
        of.said(zinc, Slot::of(today(), clock(20)), What::Missed, at("20:01")).await;
        assert_eq!(of.left(at("20:02")).await, named(Notice::MedicineDue, "Iron"));
    }
}

#[tokio::test]
async fn what_the_quiet_hours_hold_back_is_one_mail_in_the_morning_if_any_of_it_is_open() {
    for (answered, mails) in [(0, 1), (2, 1), (3, 0)] {
        for of in boxes().await {
            let anna = of.reachable().await;
            let mut wanted = Wanted::default().worded(Wording::Plain);
            wanted.quiet_medicines = true;
            of.wants(&anna, wanted).await;
            let id = of.takes_named("Zinc", &each_day(&[2, 5, 20, 23])).await;
            let night = [at("23:00"), at("02:00").plus_days(1), at("05:00").plus_days(1)];
            // What came in the evening, in time, stays without an answer, and is no matter of the morning.
            of.planned(at("20:00")).await;
            assert_eq!(of.left(at("20:00")).await.len(), 2);
            let tomorrow = today().plus_days(1);
            let slots = [Slot::of(tomorrow, clock(5)), Slot::of(tomorrow, clock(2)), Slot::of(today(), clock(23))];
            for now in night {
                of.planned(now).await;
                assert!(of.left(now).await.is_empty());
            }
            let morning = at("08:00").plus_days(1);
            for slot in slots.into_iter().take(answered) {
                of.said(id, slot, What::Missed, morning.plus_seconds(-600)).await;
            }
            let left = of.left(morning).await;
            let late = |channel| left.iter().filter(|one| (one.0, one.1) == (channel, Notice::MedicineLate)).count();
            assert_eq!((late("mail"), late("push")), (mails, 3 - answered), "{answered} {left:?}");
            assert_eq!(left.len(), mails + 3 - answered);
        }
    }
}

#[tokio::test]
async fn a_summary_of_what_came_too_late_leaves_while_any_of_it_is_open() {
    for answered in [0, 1, 2] {
        for of in boxes().await {
            of.reachable().await;
            let id = of.takes_named("Zinc", &each_day(&[16, 18, 20])).await;
            // The one at four in time, without an answer; then nobody looks for hours.
            of.planned(at("16:00")).await;
            assert_eq!(of.left(at("16:00")).await, named(Notice::MedicineDue, "Zinc"));
            of.planned(at("21:30")).await;
            for hour in [18, 20].into_iter().take(answered) {
                of.said(id, Slot::of(today(), clock(hour)), What::Missed, at("21:31")).await;
            }
            let left = of.left(at("21:32")).await;
            let expected = if answered == 2 { Vec::new() } else { named(Notice::MedicineLate, "Zinc") };
            assert_eq!(left, expected, "{answered}");
        }
    }
}

#[tokio::test]
async fn that_a_medicine_is_stopped_is_told_at_once_and_that_it_is_not_waits_for_the_morning() {
    for of in boxes().await {
        of.reachable().await;
        of.taking_prescribed().await;
        of.left(NOW).await;
        of.clinic_says(Some(Standing::Stopped), "", at("22:00")).await;
        assert_eq!(of.left(at("22:00")).await, named(Notice::MedicineStopped, "Capecitabine 500 mg"));
        of.clinic_says(Some(Standing::Active), "", at("22:30")).await;
        assert_eq!(of.left(at("22:30")).await, []);
        let morning = at("08:00").plus_days(1);
        let left = of.left(morning).await;
        assert_eq!(left, named(Notice::MedicineAgain, "Capecitabine 500 mg"));
    }
}

#[tokio::test]
async fn of_what_the_record_says_of_a_medicine_only_the_last_leaves() {
    for of in boxes().await {
        of.reachable().await;
        of.taking_prescribed().await;
        of.left(NOW).await;
        of.clinic_says(Some(Standing::Stopped), "", at("17:00")).await;
        of.clinic_says(Some(Standing::Active), "", at("17:01")).await;
        assert_eq!(of.left(at("17:02")).await, named(Notice::MedicineAgain, "Capecitabine 500 mg"));
    }
}

#[tokio::test]
async fn what_waits_does_not_leave_after_a_death() {
    for of in boxes().await {
        of.reachable().await;
        of.taking_prescribed().await;
        of.left(NOW).await;
        of.clinic_says(Some(Standing::Stopped), "", at("17:00")).await;
        let died = of.staged_of(prescription(Some(Standing::Stopped), "died", at("17:01")), true, at("17:01")).await;
        died.publish(at("17:01")).await.unwrap();
        assert_eq!(of.left(at("17:02")).await, []);
    }
}
