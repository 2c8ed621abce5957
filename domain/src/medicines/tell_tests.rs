//! Who else is told of which dose without an answer, and when not, on both databases.

use std::{collections::BTreeSet, time::Duration};

use uuid::Uuid;

use super::{
    Slot,
    entry::{NewEntry, What},
    plan_store::pause,
    prescribed::Standing,
    store::end_medicine,
    store_tests::{HOUR, NOW, Pillbox, ZONE, boxes, clock, daily, plan, today},
    tell::{TELL, Unanswered, mend, tell},
    told::{Behind, Covered, Deed, Link, State, Telling, answer, ask, choose, delete_old, end, find_behind, find_told},
};
use crate::{
    Error, FieldCode, Result,
    db::on_db,
    id::{EntryId, MailId, MedicineId},
    jobs::{Job, store as jobs},
    medicines::Rhythm,
    reminders::{
        Address, MOST_ASKED, Notice, SEND, Template,
        outgoing::{Ended, Fate, Outgoing, end as end_mail, find_fate},
    },
    secret::{Keys, sha256},
    time::Instant,
};

const BEN: &str = "ben@example.org";
const HERE: &str = "192.0.2.1";

fn keys() -> Keys {
    Keys::new([7; 32])
}

fn all() -> Telling {
    Telling::new("fr", "", false, Covered::All).unwrap()
}

/// A moment of today, on the person's clock.
fn at(time: &str) -> Instant {
    Instant::of_wall_clock("2026-09-21", time, ZONE).unwrap()
}

/// The dose of this morning: from 8 to 14 o'clock, half the way to the one of the evening.
fn morning() -> Slot {
    Slot::of(today(), clock(8))
}

impl Pillbox {
    async fn asked(&self, address: &str, telling: &Telling, now: Instant) -> Result<()> {
        let (mut tx, granted) = self.write().await;
        ask(&mut tx, &keys(), &granted, &Address::new(address).unwrap(), telling, now).await?;
        tx.commit().await
    }

    async fn chose(&self, telling: &Telling, now: Instant) -> Result<()> {
        let (mut tx, granted) = self.write().await;
        choose(&mut tx, &granted, telling, now).await?;
        tx.commit().await
    }

    async fn ended(&self, now: Instant) {
        let (mut tx, granted) = self.write().await;
        end(&mut tx, &granted, now).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn answered(&self, deed: Deed, secret: &str, now: Instant) -> Result<()> {
        answer(&self.db, &keys(), deed, secret, HERE, now).await
    }

    async fn state(&self, now: Instant) -> Option<State> {
        let (mut tx, granted) = self.write().await;
        find_told(&mut tx, &granted, now).await.unwrap().map(|told| told.state)
    }

    /// Takes the mails that are due, as a worker does, and leaves them taken.
    async fn taken_mails(&self, now: Instant) -> Vec<(Job, Fate)> {
        let due = jobs::claim(&self.db, Uuid::nil(), &[SEND], 16, Duration::from_mins(2), now).await.unwrap();
        let mut fates = Vec::new();
        for job in due {
            let mut tx = self.db.read().await.unwrap();
            let mail: MailId = job.key.parse().unwrap();
            fates.push((job, find_fate(&mut tx, &keys(), mail, now).await.unwrap()));
        }
        fates
    }

    /// The mails that leave now.
    async fn mails(&self, now: Instant) -> Vec<Outgoing> {
        let mut sent = Vec::new();
        for (job, fate) in self.taken_mails(now).await {
            let mut tx = self.db.write().await.unwrap();
            let (mail, ended) =
                (job.key.parse().unwrap(), if matches!(fate, Fate::Send(_)) { Ended::Sent } else { Ended::Dropped });
            end_mail(&mut tx, mail, ended, None, now).await.unwrap();
            jobs::finish(&mut tx, &job.claimed, now).await.unwrap();
            tx.commit().await.unwrap();
            if let Fate::Send(outgoing) = fate {
                sent.push(outgoing);
            }
        }
        sent
    }

    async fn claimed(&self, now: Instant) -> Vec<Job> {
        jobs::claim(&self.db, Uuid::nil(), &[TELL], 16, Duration::from_mins(2), now).await.unwrap()
    }

    /// A worker looks at what is due now.
    async fn looked(&self, now: Instant) -> Vec<Unanswered> {
        let mut news = Vec::new();
        for job in self.claimed(now).await {
            let mut tx = self.db.write().await.unwrap();
            news.extend(tell(&mut tx, job.record.unwrap(), &job.key, now).await.unwrap());
            jobs::finish(&mut tx, &job.claimed, now).await.unwrap();
            tx.commit().await.unwrap();
        }
        news
    }

    /// When the jobs that wait are due.
    async fn waits(&self) -> Vec<Instant> {
        let mut tx = self.db.read().await.unwrap();
        let due: Vec<i64> =
            on_db!(tx, c => sqlx::query_scalar("SELECT due_at FROM job WHERE kind = $1 AND due_at IS NOT NULL")
            .bind(TELL).fetch_all(c).await)
            .unwrap();
        due.into_iter().map(Instant).collect()
    }

    /// Someone agreed before this morning. Answers the secret of their letter.
    async fn agreed(&self, telling: &Telling) -> String {
        let before = at("07:00");
        self.asked(BEN, telling, before).await.unwrap();
        let [letter] = self.mails(before).await.try_into().unwrap();
        let secret = letter.other.unwrap().secret;
        self.answered(Deed::Agree, &secret, before.plus_seconds(60)).await.unwrap();
        secret
    }

    async fn says(&self, medicine: MedicineId, slot: Slot, what: What, now: Instant) {
        let new = NewEntry { id: EntryId::new(), medicine, slot: Some(slot), what, truly: false };
        self.note(new, now).await.unwrap();
    }

    async fn told_acts(&self) -> Vec<String> {
        let mut tx = self.db.read().await.unwrap();
        on_db!(tx, c => sqlx::query_scalar("SELECT act FROM audit WHERE record = $1 AND act LIKE 'told-%' ORDER BY at, id")
            .bind(self.record.0).fetch_all(c).await)
        .unwrap()
    }
}

fn taken(at: Instant) -> What {
    What::Taken { at, amounts: Vec::new() }
}

fn field(result: Result<()>) -> (String, FieldCode) {
    match result {
        Err(Error::Invalid(fields)) => (fields[0].name.clone(), fields[0].code),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn who_agreed_is_told_once_when_the_window_of_a_dose_is_over() {
    for of in boxes().await {
        of.taking(&daily()).await;
        of.agreed(&all()).await;
        assert_eq!(of.waits().await, [at("14:00")], "one job, for the next moment, whatever was before they agreed");
        assert!(of.looked(at("13:59")).await.is_empty());
        let [news] = of.looked(at("14:00")).await.try_into().unwrap();
        assert_eq!((news.slot, news.over_at), (morning(), at("14:00")));
        assert!(of.looked(at("14:00").plus_seconds(1)).await.is_empty());
        assert_eq!(of.told_acts().await, ["told-ask", "told-yes"], "the mail has not left");
        let [mail] = of.mails(at("14:01")).await.try_into().unwrap();
        assert_eq!((mail.to.as_str(), mail.template), (BEN, Template::Notice(Notice::DoseUnanswered)));
        assert_eq!(mail.language.as_deref(), Some("fr"));
        let other = mail.other.unwrap();
        assert_eq!((other.doses, other.called, other.medicines), (1, None, Vec::new()), "nothing is named");
        assert!(of.mails(at("14:10")).await.is_empty());
        assert_eq!(of.waits().await.len(), 1);
        assert_eq!(of.told_acts().await, ["told-ask", "told-yes", "told-news"]);
        // Another agreement does not tell it again.
        of.ended(at("14:20")).await;
        assert!(of.waits().await.is_empty());
    }
}

#[tokio::test]
async fn nobody_is_told_before_they_agreed_nor_when_they_said_no_or_the_letter_is_too_old() {
    for of in boxes().await {
        of.taking(&daily()).await;
        of.asked(BEN, &all(), at("07:00")).await.unwrap();
        let [letter] = of.mails(at("07:00")).await.try_into().unwrap();
        assert_eq!((letter.to.as_str(), letter.template), (BEN, Template::Told));
        let secret = letter.other.unwrap().secret;
        assert!(of.waits().await.is_empty() && of.looked(at("14:00")).await.is_empty());
        assert_eq!(of.state(at("14:00")).await, Some(State::Waiting(at("07:00").plus_days(7))));
        // Looking at the letter agrees to nothing.
        let behind = find_behind(&of.db, &keys(), Link::Letter, &secret, HERE, at("14:00")).await.unwrap();
        assert_eq!(behind, Behind { called: None });
        assert!(of.waits().await.is_empty());
        let late = at("07:00").plus_days(7);
        assert!(matches!(of.answered(Deed::Agree, &secret, late).await, Err(Error::NotFound)));
        assert_eq!(of.state(late).await, Some(State::Expired));

        of.asked(BEN, &all(), late).await.unwrap();
        let [letter] = of.mails(late).await.try_into().unwrap();
        let newer = letter.other.unwrap().secret;
        assert_ne!(newer, secret);
        of.answered(Deed::Refuse, &newer, late).await.unwrap();
        assert_eq!(of.state(late).await, Some(State::Refused(late)));
        assert!(matches!(of.answered(Deed::Agree, &newer, late).await, Err(Error::NotFound)), "it is used up");
        assert!(of.waits().await.is_empty());
        assert_eq!(field(of.asked(BEN, &all(), late.plus_days(1)).await), ("address".into(), FieldCode::NotAChoice));
        of.asked("cleo@example.org", &all(), late.plus_days(1)).await.unwrap();
        assert_eq!(of.told_acts().await, ["told-ask", "told-ask", "told-no", "told-ask"]);
    }
}

#[tokio::test]
async fn a_letter_works_once_and_no_table_holds_what_opens_it() {
    for of in boxes().await {
        let secret = of.agreed(&all()).await;
        let (waits, acts) = (of.waits().await, of.told_acts().await);
        of.answered(Deed::Agree, &secret, at("08:00")).await.unwrap();
        assert_eq!((of.waits().await, of.told_acts().await), (waits, acts), "a second press does nothing more");
        assert!(matches!(of.answered(Deed::Refuse, &secret, at("08:00")).await, Err(Error::NotFound)));
        assert!(matches!(of.answered(Deed::Stop, &secret, at("08:00")).await, Err(Error::NotFound)), "another link");
        assert_eq!(of.state(at("08:00")).await, Some(State::Agreed(at("07:01"))));
        of.asked("cleo@example.org", &all(), at("08:00")).await.unwrap();
        let [letter] = of.mails(at("08:00")).await.try_into().unwrap();
        let secret = letter.other.unwrap().secret;
        let mut tx = of.db.read().await.unwrap();
        let hashes: Vec<Vec<u8>> =
            on_db!(tx, c => sqlx::query_scalar("SELECT secret FROM medicine_told WHERE secret IS NOT NULL").fetch_all(c).await)
                .unwrap();
        assert_eq!(hashes, [sha256(secret.as_bytes()).to_vec()]);
        let texts: Vec<String> =
            on_db!(tx, c => sqlx::query_scalar("SELECT body || key FROM job UNION ALL SELECT key || COALESCE(detail, '') FROM mail")
                .fetch_all(c).await)
            .unwrap();
        assert!(texts.iter().all(|text| !text.contains(&secret) && !text.contains('@')), "{texts:?}");
    }
}

#[tokio::test]
async fn what_was_answered_in_time_or_before_the_mail_leaves_is_not_told() {
    for of in boxes().await {
        let medicine = of.taking(&daily()).await;
        of.agreed(&all()).await;
        of.says(medicine, morning(), taken(at("09:00")), at("09:00")).await;
        assert!(of.looked(at("14:00")).await.is_empty() && of.mails(at("14:00")).await.is_empty());
        // The one of the evening is over at 2 o'clock. The mail server is away; meanwhile she answers.
        let night = at("02:00").plus_days(1);
        assert_eq!(of.looked(night).await.len(), 1);
        of.says(medicine, Slot::of(today(), clock(20)), What::Missed, night.plus_seconds(60)).await;
        assert!(of.mails(night.plus_seconds(120)).await.is_empty());
        assert_eq!(of.told_acts().await, ["told-ask", "told-yes"], "nobody was told");
    }
}

#[tokio::test]
async fn a_worker_that_died_loses_nothing_and_nothing_is_told_twice() {
    for of in boxes().await {
        of.taking(&daily()).await;
        of.agreed(&all()).await;
        // One died when it had taken the job, the next when it had done all but commit.
        let [job] = of.claimed(at("14:00")).await.try_into().unwrap();
        assert!(of.looked(at("14:01")).await.is_empty(), "the lease holds");
        let mut tx = of.db.write().await.unwrap();
        assert_eq!(tell(&mut tx, of.record, &job.key, at("14:01")).await.unwrap().len(), 1);
        drop(tx);
        assert!(of.mails(at("14:01")).await.is_empty());
        assert_eq!(of.looked(at("14:03")).await.len(), 1);
        // One died between taking the mail and sending it.
        assert_eq!(of.taken_mails(at("14:04")).await.len(), 1);
        assert!(of.mails(at("14:05")).await.is_empty(), "the lease holds");
        assert_eq!(of.mails(at("14:07")).await.len(), 1);
        assert!(of.mails(at("14:20")).await.is_empty() && of.looked(at("14:20")).await.is_empty());
        let mut tx = of.db.read().await.unwrap();
        let told: i64 =
            on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM medicine_told_dose").fetch_one(c).await).unwrap();
        assert_eq!(told, 1);
    }
}

#[tokio::test]
async fn either_side_ends_it_also_when_a_mail_is_on_its_way() {
    for of in boxes().await {
        of.taking(&daily()).await;
        of.agreed(&all()).await;
        assert_eq!(of.looked(at("14:00")).await.len(), 1);
        of.ended(at("14:01")).await;
        of.ended(at("14:01")).await;
        assert!(of.mails(at("14:02")).await.is_empty() && of.waits().await.is_empty());
        assert_eq!(of.state(at("14:02")).await, None);
        assert_eq!(of.told_acts().await.last().unwrap(), "told-end");

        of.asked(BEN, &all(), at("14:03")).await.unwrap();
        let [letter] = of.mails(at("14:03")).await.try_into().unwrap();
        of.answered(Deed::Agree, &letter.other.unwrap().secret, at("14:04")).await.unwrap();
        let night = at("02:00").plus_days(1);
        assert_eq!(of.looked(night).await.len(), 1);
        let [mail] = of.mails(night).await.try_into().unwrap();
        let stop = mail.other.unwrap().secret;
        assert!(find_behind(&of.db, &keys(), Link::Stop, &stop, HERE, night).await.is_ok());
        // The next one is on its way when they end it by the link of the last.
        let noon = at("14:00").plus_days(1);
        assert_eq!(of.looked(noon).await.len(), 1);
        of.answered(Deed::Stop, &stop, noon).await.unwrap();
        assert!(of.mails(noon).await.is_empty() && of.waits().await.is_empty());
        let acts = of.told_acts().await;
        of.answered(Deed::Stop, &stop, noon).await.unwrap();
        assert_eq!(of.told_acts().await, acts, "once");
        let told = of.told().await;
        assert_eq!(told.iter().filter(|(notice, _)| notice == "told-ended").count(), 1, "the person knows: {told:?}");
        assert_eq!(of.state(noon).await, Some(State::Stopped(noon)));
        assert!(matches!(of.chose(&all(), noon).await, Err(Error::NotFound)));
        assert_eq!(of.told_acts().await.last().unwrap(), "told-stop");
    }
}

#[tokio::test]
async fn what_comes_an_hour_late_is_no_news() {
    for of in boxes().await {
        of.taking(&daily()).await;
        of.agreed(&all()).await;
        assert!(of.looked(at("15:00")).await.is_empty(), "nobody looked for an hour");
        let night = at("02:00").plus_days(1);
        assert_eq!(of.waits().await, [night], "and it goes on");
        assert_eq!(of.looked(night).await.len(), 1);
        assert!(of.mails(night.plus_seconds(HOUR)).await.is_empty(), "no mail server for an hour");
    }
}

#[tokio::test]
async fn several_doses_are_one_mail_that_names_them_only_where_that_was_chosen() {
    for of in boxes().await {
        let (first, second) = (of.taking(&daily()).await, of.taking(&daily()).await);
        let named = Telling::new("en", "Anna", true, Covered::All).unwrap();
        of.agreed(&named).await;
        assert_eq!(of.looked(at("14:00")).await.len(), 2);
        let [mail] = of.mails(at("14:00")).await.try_into().unwrap();
        let other = mail.other.unwrap();
        assert_eq!((other.doses, other.called.as_deref()), (2, Some("Anna")));
        assert_eq!(other.medicines, ["Capecitabine"], "each name once");
        // From now on of one of them, and without its name; they need not agree again.
        let one = Telling::new("en", "", false, Covered::Chosen(BTreeSet::from([second]))).unwrap();
        of.chose(&one, at("15:00")).await.unwrap();
        let night = at("02:00").plus_days(1);
        let news = of.looked(night).await;
        assert!(news.len() == 1 && news[0].medicine == second && news[0].medicine != first, "{news:?}");
        let other = of.mails(night).await.remove(0).other.unwrap();
        assert_eq!((other.doses, other.called, other.medicines.len()), (1, None, 0));
    }
}

#[tokio::test]
async fn what_is_put_off_is_told_an_hour_after_its_new_time_and_what_is_paused_or_ended_is_not() {
    for of in boxes().await {
        let medicine = of.taking(&daily()).await;
        of.agreed(&all()).await;
        of.says(medicine, morning(), What::Later { until: at("14:30") }, at("13:40")).await;
        assert!(of.looked(at("14:00")).await.is_empty());
        assert_eq!(of.waits().await, [at("15:30")]);
        let [news] = of.looked(at("15:30")).await.try_into().unwrap();
        assert_eq!(news.over_at, at("15:30"));
        let (mut tx, granted) = of.write().await;
        pause(&mut tx, &granted, medicine, "", at("15:31")).await.unwrap();
        tx.commit().await.unwrap();
        assert!(of.mails(at("15:32")).await.is_empty(), "nothing is asked of her now");
        let night = at("02:00").plus_days(1);
        assert!(of.looked(night).await.is_empty() && of.waits().await.is_empty());

        let ended = of.taking(&daily()).await;
        assert_eq!(of.waits().await, [at("14:00").plus_days(1)]);
        let (mut tx, granted) = of.write().await;
        end_medicine(&mut tx, &granted, ended, "", night).await.unwrap();
        tx.commit().await.unwrap();
        assert!(of.waits().await.is_empty());
    }
}

#[tokio::test]
async fn what_is_put_off_until_shortly_before_the_next_dose_is_told_when_that_one_is_due() {
    for of in boxes().await {
        let medicine = of.taking(&daily()).await;
        of.agreed(&all()).await;
        for (now, until, looked) in [("13:55", "15:50", "14:00"), ("16:45", "18:40", "16:50")] {
            of.says(medicine, morning(), What::Later { until: at(until) }, at(now)).await;
            assert!(of.looked(at(looked)).await.is_empty());
        }
        of.says(medicine, morning(), What::Later { until: at("19:50") }, at("19:35")).await;
        assert!(of.looked(at("19:40")).await.is_empty());
        assert_eq!(of.waits().await, [at("20:00")]);
        let [news] = of.looked(at("20:00")).await.try_into().unwrap();
        assert_eq!((news.slot, news.over_at), (morning(), at("20:00")));
        assert_eq!(of.waits().await, [at("02:00").plus_days(1)], "and it goes on");
    }
}

#[tokio::test]
async fn what_is_taken_as_needed_is_never_unanswered() {
    for of in boxes().await {
        of.taking(&plan(Rhythm::AsNeeded { least_minutes: None, most_a_day: None })).await;
        of.agreed(&all()).await;
        assert!(of.waits().await.is_empty());
    }
}

#[tokio::test]
async fn nobody_is_told_of_who_died_or_whose_account_is_closed() {
    for of in boxes().await {
        of.taking(&daily()).await;
        of.agreed(&all()).await;
        assert_eq!(of.looked(at("14:00")).await.len(), 1);
        let mut tx = of.db.write().await.unwrap();
        on_db!(tx, c => sqlx::query("UPDATE record SET deceased = $2 WHERE id = $1")
            .bind(of.record.0).bind(true).execute(c).await.map(|_| ()))
        .unwrap();
        tx.commit().await.unwrap();
        assert!(of.mails(at("14:01")).await.is_empty());
        assert!(of.looked(at("02:00").plus_days(1)).await.is_empty());
    }
}

#[tokio::test]
async fn nobody_is_asked_for_who_died_or_whose_account_is_closed_and_nobody_agrees_to_it() {
    let record = "UPDATE record SET deceased = $2 WHERE id = $1";
    for (closes, sent) in [(true, true), (true, false), (false, true), (false, false)] {
        for of in boxes().await {
            of.asked(BEN, &all(), at("07:00")).await.unwrap();
            let before = if sent { of.mails(at("07:00")).await } else { Vec::new() };
            let mut tx = of.db.write().await.unwrap();
            if closes {
                crate::account::store::disable(&mut tx, of.anna.account, at("07:01")).await.unwrap();
            } else {
                on_db!(tx, c => sqlx::query(record).bind(of.record.0).bind(true).execute(c).await.map(|_| ())).unwrap();
            }
            tx.commit().await.unwrap();
            assert!(of.mails(at("07:02")).await.is_empty(), "the letter does not leave");
            let Some(letter) = before.into_iter().next() else { continue };
            let secret = letter.other.unwrap().secret;
            let behind = find_behind(&of.db, &keys(), Link::Letter, &secret, HERE, at("07:03")).await;
            assert!(matches!(behind, Err(Error::NotFound)), "{behind:?}");
            assert!(matches!(of.answered(Deed::Agree, &secret, at("07:03")).await, Err(Error::NotFound)));
            of.answered(Deed::Refuse, &secret, at("07:04")).await.unwrap();
            of.answered(Deed::Refuse, &secret, at("07:05")).await.unwrap();
            assert_eq!(of.told().await, [], "nor is the person told of that");
        }
    }
}

#[tokio::test]
async fn a_job_that_is_missing_or_was_planned_by_a_wrong_clock_is_planned_anew() {
    for of in boxes().await {
        of.taking(&daily()).await;
        of.agreed(&all()).await;
        let mut tx = of.db.write().await.unwrap();
        on_db!(tx, c => sqlx::query("DELETE FROM job").execute(c).await.map(|_| ())).unwrap();
        tx.commit().await.unwrap();
        mend(&of.db, at("09:00")).await.unwrap();
        mend(&of.db, at("09:00")).await.unwrap();
        assert_eq!(of.waits().await, [at("14:00")]);
        assert_eq!(of.looked(at("14:00").plus_days(20)).await.len(), 1, "the clock is ahead");
        mend(&of.db, at("09:00")).await.unwrap();
        assert_eq!(of.waits().await, [at("14:00")]);
    }
}

#[tokio::test]
async fn nobody_can_be_flooded_with_letters_and_guessing_gets_slower() {
    for of in boxes().await {
        for n in 0..MOST_ASKED {
            of.asked(&format!("victim{n}@example.org"), &all(), NOW.plus_seconds(n)).await.unwrap();
        }
        let more = of.asked("victim@example.org", &all(), NOW.plus_seconds(10)).await;
        assert!(matches!(more, Err(Error::Throttled(_))), "{more:?}");
        assert_eq!(of.mails(NOW.plus_seconds(10)).await.len(), 1, "letters that were replaced are not sent");
        let mut throttled = false;
        for _ in 0..40 {
            let wrong = find_behind(&of.db, &keys(), Link::Letter, &"0".repeat(64), "192.0.2.9", NOW).await;
            throttled |= matches!(wrong, Err(Error::Throttled(_)));
            assert!(matches!(wrong, Err(Error::NotFound | Error::Throttled(_))));
        }
        assert!(throttled);
        let elsewhere = find_behind(&of.db, &keys(), Link::Stop, &"0".repeat(64), "192.0.2.10", NOW).await;
        assert!(matches!(elsewhere, Err(Error::NotFound)), "{elsewhere:?}");
    }
}

#[tokio::test]
async fn addresses_of_who_did_not_agree_are_forgotten_and_who_agreed_goes_on() {
    for of in boxes().await {
        of.asked(BEN, &all(), NOW).await.unwrap();
        let forget = async |before: Instant| {
            let mut tx = of.db.write().await.unwrap();
            delete_old(&mut tx, before).await.unwrap();
            tx.commit().await.unwrap();
        };
        forget(NOW.plus_seconds(-1)).await;
        assert!(of.state(NOW).await.is_some());
        forget(NOW).await;
        assert_eq!(of.state(NOW).await, None);
        of.agreed(&all()).await;
        forget(NOW.plus_days(400)).await;
        assert!(matches!(of.state(NOW).await, Some(State::Agreed(_))));
    }
}

#[tokio::test]
async fn nobody_is_told_of_a_dose_that_the_record_stopped() {
    for of in boxes().await {
        of.taking_prescribed().await;
        of.agreed(&all()).await;
        of.clinic_says(Some(Standing::Stopped), "", at("09:00")).await;
        assert!(of.looked(at("14:00")).await.is_empty());
    }
}
