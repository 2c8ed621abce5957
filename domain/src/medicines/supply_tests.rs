//! What there is of a medicine, and asking for more, on both databases.

use std::{collections::BTreeMap, time::Duration};

use super::{
    entry::{NewEntry, What},
    life_store,
    plan::{Amount, Count},
    plan_store,
    refill::{State, Step},
    refill_store::{NewRefill, Refill, find_state, list_refills, request, withdraw},
    store::{self, NewMedicine},
    store_tests::{NOW, Pillbox, ZONE, boxes, daily, morning},
    supply::run_out,
    supply_store::{Counted, NewCount, Supply, count, find_supply, strengths},
};
use crate::{
    Error, FieldCode, Result,
    access::{self, Worklist},
    db::{Tx, on_db},
    id::{DeedId, EntryId, ItemId, MedicineId, RefillId, SupplyId, WorkItemId},
    own_words::OwnWords,
    time::Instant,
    worklist::{
        deed::{Deed, act, find_shown, mark_seen},
        item::{Body, Decision, Severity},
    },
};

const STRENGTH: &str = "tablet 500 mg";

fn counted(tablets: u64) -> Counted {
    BTreeMap::from([(STRENGTH.to_owned(), tablets * 1_000)])
}

fn a_count(medicine: MedicineId, tablets: u64, more: bool) -> NewCount {
    NewCount { id: SupplyId::new(), medicine, counts: counted(tablets), more, lead_days: 7 }
}

impl Pillbox {
    async fn counts(&self, new: &NewCount, now: Instant) -> Result<()> {
        let (mut tx, granted) = self.write().await;
        count(&mut tx, &granted, new, now).await?;
        tx.commit().await
    }

    async fn supply(&self, medicine: MedicineId) -> Option<Supply> {
        let (mut tx, granted) = self.view().await;
        find_supply(&mut tx, &granted, medicine).await.unwrap()
    }

    async fn takes(&self, medicine: MedicineId, tablets: &str, at: Instant) {
        let amounts = vec![Amount { count: Count::try_from(tablets.to_owned()).unwrap(), of: STRENGTH.into() }];
        let what = What::Taken { at, amounts };
        let new = NewEntry { id: EntryId::new(), medicine, slot: None, what, truly: true };
        self.note(new, at).await.unwrap();
    }

    /// A medicine that came from the record.
    async fn prescribed(&self) -> MedicineId {
        let (id, then) = (MedicineId::new(), NOW.plus_days(-2));
        let (mut tx, granted) = self.write().await;
        let items = vec![ItemId::new()];
        let new = NewMedicine { id, name: "Capecitabine".into(), purpose: String::new(), items };
        store::create_medicine(&mut tx, &granted, new, then).await.unwrap();
        plan_store::propose_plan(&mut tx, &granted, id, &daily(), 0, then).await.unwrap();
        plan_store::confirm_plan(&mut tx, &granted, id, then, then).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    async fn asks(&self, id: RefillId, medicine: MedicineId, words: &str, now: Instant) -> Result<()> {
        let (mut tx, granted) = self.write().await;
        let new = NewRefill { id, medicine, words: words.into() };
        request(&mut tx, &granted, &new, &self.site, now).await?;
        tx.commit().await
    }

    async fn withdraws(&self, id: RefillId, now: Instant) -> Result<()> {
        let (mut tx, granted) = self.write().await;
        withdraw(&mut tx, &granted, id, now).await?;
        tx.commit().await
    }

    async fn refills(&self, medicine: MedicineId) -> Vec<Refill> {
        let (mut tx, granted) = self.view().await;
        list_refills(&mut tx, &granted, medicine, 9).await.unwrap()
    }

    /// The items in the worklist of wishes for more: which, how bad, and whether they wait.
    async fn items(&self) -> Vec<(WorkItemId, i64, bool, Body)> {
        let mut tx = self.db.read().await.unwrap();
        let rows: Vec<(uuid::Uuid, i64, Option<i64>, String)> = on_db!(tx, c => sqlx::query_as(
            "SELECT id, severity, closed_at, body FROM work_item WHERE record = $1 AND kind = 'refill' ORDER BY opened_at",
        ).bind(self.record.0).fetch_all(c).await)
        .unwrap();
        let item = |(id, severity, closed, body): (uuid::Uuid, i64, Option<i64>, String)| {
            (WorkItemId(id), severity, closed.is_none(), serde_json::from_str(&body).unwrap())
        };
        rows.into_iter().map(item).collect()
    }

    /// How many items stand open in the list of the team.
    async fn listed(&self) -> i64 {
        let mut tx = self.db.read().await.unwrap();
        on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM work_place WHERE open = 1").fetch_one(c).await)
            .unwrap()
    }

    async fn does(&self, item: WorkItemId, deed: &Deed, now: Instant) -> Result<()> {
        self.does_as(DeedId::new(), item, deed, now).await
    }

    async fn does_as(&self, id: DeedId, item: WorkItemId, deed: &Deed, now: Instant) -> Result<()> {
        let mut tx = self.db.write().await?;
        let granted = access::act::<Worklist>(&mut tx, &self.nurse, self.record).await?;
        let shown = find_shown(&mut tx, item).await?;
        act(&mut tx, &granted, item, id, deed, Some(shown), now).await?;
        tx.commit().await
    }

    /// What was logged of medicines and of the worklist: by whom, what.
    async fn log(&self) -> Vec<(String, String)> {
        let mut tx = self.db.read().await.unwrap();
        on_db!(tx, c => sqlx::query_as(
            "SELECT actor, act FROM audit WHERE record = $1 AND act IN ('refill', 'count', 'pass-on', 'withdraw') ORDER BY at, id",
        ).bind(self.record.0).fetch_all(c).await)
        .unwrap()
    }
}

fn step(step: Step) -> Deed {
    Deed::Refilled { step, text: None }
}

fn later(seconds: i64) -> Instant {
    NOW.plus_seconds(seconds)
}

#[tokio::test]
async fn what_was_counted_goes_down_by_what_was_noted_as_taken_since() {
    for of in boxes().await {
        let id = of.taking(&daily()).await;
        assert_eq!(of.supply(id).await, None);
        of.takes(id, "2", NOW.plus_seconds(-60)).await;
        of.counts(&a_count(id, 30, false), NOW).await.unwrap();
        assert_eq!(of.supply(id).await.unwrap().left, counted(30), "what was taken before is not there any more");
        of.takes(id, "2", later(60)).await;
        of.takes(id, "0.5", later(120)).await;
        assert_eq!(of.supply(id).await.unwrap().left[STRENGTH], 27_500);
        of.takes(id, "500", later(180)).await;
        assert_eq!(of.supply(id).await.unwrap().left[STRENGTH], 0, "never less than nothing");
        let newest = of.supply(id).await.unwrap();
        assert_eq!((newest.counted_at, newest.counted, newest.lead_days), (NOW, counted(30), 7));
    }
}

#[tokio::test]
async fn what_comes_new_is_added_once_however_often_it_is_sent() {
    for of in boxes().await {
        let id = of.taking(&daily()).await;
        of.counts(&a_count(id, 10, false), NOW).await.unwrap();
        of.takes(id, "2", later(1)).await;
        let new = a_count(id, 60, true);
        of.counts(&new, later(2)).await.unwrap();
        of.counts(&new, later(9)).await.unwrap();
        assert_eq!(of.supply(id).await.unwrap().left, counted(68));
        let other = NewCount { counts: counted(61), ..new };
        assert!(matches!(of.counts(&other, later(9)).await, Err(Error::Conflict)));
        assert_eq!(of.log().await.iter().filter(|(_, act)| act == "count").count(), 2);
    }
}

/// What a second device does while the first has not come to its end yet.
async fn while_open<T>(first: Tx, second: impl Future<Output = T>) -> T {
    let ends = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        first.commit().await.unwrap();
    };
    tokio::join!(ends, second).1
}

#[tokio::test]
async fn two_packs_that_two_devices_count_at_once_are_both_there() {
    for of in boxes().await {
        let id = of.taking(&daily()).await;
        of.counts(&a_count(id, 10, false), NOW).await.unwrap();
        let (one, other) = (a_count(id, 60, true), a_count(id, 30, true));
        let (mut tx, granted) = of.write().await;
        count(&mut tx, &granted, &one, later(1)).await.unwrap();
        while_open(tx, of.counts(&other, later(2))).await.unwrap();
        assert_eq!(of.supply(id).await.unwrap().left, counted(100));
        // The same one twice at once is one.
        let again = a_count(id, 5, true);
        let (mut tx, granted) = of.write().await;
        count(&mut tx, &granted, &again, later(3)).await.unwrap();
        while_open(tx, of.counts(&again, later(3))).await.unwrap();
        assert_eq!(of.supply(id).await.unwrap().left, counted(105));
    }
}

#[tokio::test]
async fn the_same_wish_twice_at_once_asks_once() {
    for of in boxes().await {
        let (id, medicine) = (RefillId::new(), of.prescribed().await);
        let (mut tx, granted) = of.write().await;
        let new = NewRefill { id, medicine, words: String::new() };
        request(&mut tx, &granted, &new, &of.site, NOW).await.unwrap();
        while_open(tx, of.asks(id, medicine, "", NOW)).await.unwrap();
        assert_eq!((of.refills(medicine).await.len(), of.listed().await), (1, 1));
    }
}

#[tokio::test]
async fn a_count_of_nothing_of_too_much_or_of_anothers_medicine_is_refused() {
    let mut all = boxes().await;
    let of = all.remove(0);
    let id = of.taking(&daily()).await;
    let code = |result: Result<()>| match result {
        Err(Error::Invalid(fields)) => fields.into_iter().map(|field| (field.name, field.code)).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let none = NewCount { counts: Counted::new(), ..a_count(id, 1, false) };
    assert_eq!(code(of.counts(&none, NOW).await), [("counts".to_owned(), FieldCode::Missing)]);
    assert_eq!(code(of.counts(&a_count(id, 0, true), NOW).await), [("counts".to_owned(), FieldCode::OutOfRange)]);
    assert_eq!(
        code(of.counts(&a_count(id, 200_000, false), NOW).await),
        [("counts".to_owned(), FieldCode::OutOfRange)]
    );
    let far = NewCount { lead_days: 61, ..a_count(id, 1, false) };
    assert_eq!(code(of.counts(&far, NOW).await), [("lead_days".to_owned(), FieldCode::OutOfRange)]);
    let absent = a_count(MedicineId::new(), 1, false);
    assert!(matches!(of.counts(&absent, NOW).await, Err(Error::NotFound)));
    // None left is a count too.
    of.counts(&a_count(id, 0, false), NOW).await.unwrap();
}

#[tokio::test]
async fn it_runs_out_at_the_dose_for_which_there_is_not_enough() {
    let of = boxes().await.remove(0);
    let id = of.taking(&daily()).await;
    let (mut tx, granted) = of.view().await;
    let life = life_store::get_life(&mut tx, &granted).await.unwrap();
    let plan = of.medicine(id).await.plan.unwrap();
    assert_eq!(strengths(&plan), [STRENGTH]);
    let out = |tablets: u64| {
        let at = run_out(&plan, &life, &counted(tablets), NOW)?.short;
        Some(at.in_zone(ZONE).unwrap().strftime("%F %H:%M").to_string())
    };
    // Two tablets twice a day; it is half past three in the afternoon of the 21st.
    for (tablets, expected) in
        [(0, "2026-09-21 20:00"), (1, "2026-09-21 20:00"), (2, "2026-09-22 08:00"), (40, "2026-10-01 20:00")]
    {
        assert_eq!(out(tablets).as_deref(), Some(expected), "{tablets}");
    }
    assert_eq!(out(100_000), None, "not within two years");
}

#[tokio::test]
async fn a_wish_goes_from_requested_over_seen_and_sent_to_ready() {
    for of in boxes().await {
        let (id, medicine) = (RefillId::new(), of.prescribed().await);
        of.asks(id, medicine, " The large pack, please. ", NOW).await.unwrap();
        of.asks(id, medicine, "The large pack, please.", later(5)).await.unwrap();
        let other = of.asks(id, medicine, "Something else", later(6)).await;
        assert!(matches!(other, Err(Error::Conflict)));
        let waiting = of.refills(medicine).await.remove(0);
        assert_eq!((waiting.state, waiting.seen_at, waiting.steps.len()), (State::Requested, None, 0));
        assert!(waiting.promised.is_some_and(|(by, late)| by > NOW && !late));
        let items = of.items().await;
        let (item, severity, open, body) = &items[0];
        assert_eq!((items.len(), *severity, *open, of.listed().await), (1, Severity::Low.number(), true, 1));
        let words = "The large pack, please.".to_owned();
        assert_eq!(*body, Body::Refill { refill: id, medicine, name: "Capecitabine".into(), words });
        // Seen by opening it.
        let mut tx = of.db.write().await.unwrap();
        let granted = access::act::<Worklist>(&mut tx, &of.nurse, of.record).await.unwrap();
        mark_seen(&mut tx, &granted, *item, later(10)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(of.refills(medicine).await[0].seen_at, Some(later(10)));
        assert!(matches!(of.does(*item, &step(Step::Ready), later(11)).await, Err(Error::Conflict)), "not sent yet");
        let sent = DeedId::new();
        of.does_as(sent, *item, &step(Step::Sent), later(12)).await.unwrap();
        of.does_as(sent, *item, &step(Step::Sent), later(13)).await.unwrap();
        assert_eq!((of.refills(medicine).await[0].state, of.listed().await), (State::Sent, 1));
        of.does(*item, &step(Step::Ready), later(20)).await.unwrap();
        let done = of.refills(medicine).await.remove(0);
        let steps: Vec<_> = done.steps.iter().map(|step| (step.state, step.at, step.by.as_deref())).collect();
        assert_eq!(steps, [(State::Sent, later(12), Some("nora")), (State::Ready, later(20), Some("nora"))]);
        assert_eq!((done.state, of.listed().await), (State::Ready, 0));
        let log = of.log().await;
        let said: Vec<(&str, &str)> = log.iter().map(|(actor, act)| (actor.as_str(), act.as_str())).collect();
        assert_eq!(said, [("daybook", "pass-on"), ("account", "refill"), ("account", "refill"), ("account", "refill")]);
        // It can be asked for again.
        of.asks(RefillId::new(), medicine, "", later(30)).await.unwrap();
        assert_eq!(of.listed().await, 1);
    }
}

#[tokio::test]
async fn a_refusal_says_why_and_can_be_corrected_with_its_trail() {
    for of in boxes().await {
        let (id, medicine) = (RefillId::new(), of.prescribed().await);
        of.asks(id, medicine, "", NOW).await.unwrap();
        let (item, ..) = of.items().await.remove(0);
        let silent = of.does(item, &step(Step::Refused), later(1)).await;
        assert!(matches!(silent, Err(Error::Invalid(fields)) if fields[0].name == "why"));
        let text = Some(OwnWords::new("The dose changes next week.").unwrap());
        of.does(item, &Deed::Refilled { step: Step::Refused, text }, later(2)).await.unwrap();
        assert_eq!(of.listed().await, 0);
        of.does(item, &Deed::Reopened, later(3)).await.unwrap();
        of.does(item, &step(Step::Sent), later(4)).await.unwrap();
        let refill = of.refills(medicine).await.remove(0);
        let trail: Vec<_> = refill.steps.iter().map(|step| (step.state, step.words.as_str())).collect();
        assert_eq!(trail, [(State::Refused, "The dose changes next week."), (State::Sent, "")]);
        assert_eq!(refill.state, State::Sent);
    }
}

#[tokio::test]
async fn a_refusal_opened_again_by_mistake_is_closed_as_it_was_also_when_it_was_asked_for_anew() {
    for of in boxes().await {
        let (id, medicine) = (RefillId::new(), of.prescribed().await);
        of.asks(id, medicine, "", NOW).await.unwrap();
        let (item, ..) = of.items().await.remove(0);
        let text = Some(OwnWords::new("The dose changes next week.").unwrap());
        of.does(item, &Deed::Refilled { step: Step::Refused, text }, later(1)).await.unwrap();
        of.asks(RefillId::new(), medicine, "", later(2)).await.unwrap();
        of.does(item, &Deed::Reopened, later(3)).await.unwrap();
        assert!(
            matches!(of.does(item, &step(Step::Sent), later(4)).await, Err(Error::Conflict)),
            "it is asked for anew"
        );
        let called = Deed::Decided { decision: Decision::Called, text: None };
        assert!(matches!(of.does(item, &called, later(5)).await, Err(Error::Invalid(_))));
        of.does(item, &Deed::Closed, later(6)).await.unwrap();
        let refills = of.refills(medicine).await;
        assert_eq!(refills.iter().map(|refill| refill.state).collect::<Vec<_>>(), [State::Requested, State::Refused]);
        assert_eq!((refills[1].steps.len(), of.listed().await), (1, 1), "nothing more was said of it");
        let (newer, ..) = of.items().await.remove(1);
        of.does(newer, &Deed::Took, later(7)).await.unwrap();
        assert!(matches!(of.does(newer, &Deed::Closed, later(8)).await, Err(Error::Invalid(_))), "nobody has answered");
    }
}

#[tokio::test]
async fn what_is_withdrawn_leaves_the_worklist_and_what_was_sent_is_not_withdrawn() {
    for of in boxes().await {
        let (id, medicine) = (RefillId::new(), of.prescribed().await);
        of.asks(id, medicine, "", NOW).await.unwrap();
        let again = of.asks(RefillId::new(), medicine, "", later(1)).await;
        assert!(matches!(again, Err(Error::Invalid(fields)) if fields[0].code == FieldCode::Taken));
        of.withdraws(id, later(2)).await.unwrap();
        of.withdraws(id, later(3)).await.unwrap();
        let (item, _, open, _) = of.items().await.remove(0);
        assert_eq!((of.refills(medicine).await[0].state, open, of.listed().await), (State::Withdrawn, false, 0));
        assert!(matches!(of.does(item, &Deed::Reopened, later(4)).await, Err(Error::Conflict)));
        let other = RefillId::new();
        of.asks(other, medicine, "", later(5)).await.unwrap();
        let (item, ..) = of.items().await.remove(1);
        of.does(item, &step(Step::Sent), later(6)).await.unwrap();
        assert!(matches!(of.withdraws(other, later(7)).await, Err(Error::Conflict)));
        assert!(matches!(of.withdraws(RefillId::new(), later(7)).await, Err(Error::NotFound)));
        assert_eq!(of.refills(medicine).await[0].state, State::Sent);
    }
}

#[tokio::test]
async fn only_what_was_prescribed_confirmed_and_is_taken_is_asked_for() {
    for of in boxes().await {
        let refused = |result: Result<()>| matches!(result, Err(Error::Invalid(fields)) if fields[0].code == FieldCode::NotAChoice);
        let own = of.taking(&daily()).await;
        assert!(refused(of.asks(RefillId::new(), own, "", NOW).await));
        let ended = of.prescribed().await;
        let (mut tx, granted) = of.write().await;
        store::end_medicine(&mut tx, &granted, ended, "", NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert!(refused(of.asks(RefillId::new(), ended, "", NOW).await));
        assert!(matches!(of.asks(RefillId::new(), MedicineId::new(), "", NOW).await, Err(Error::NotFound)));
        assert_eq!(of.items().await.len(), 0);
    }
}

#[tokio::test]
async fn what_comes_of_a_wish_is_said_by_its_steps_alone() {
    for of in boxes().await {
        let (id, medicine) = (RefillId::new(), of.prescribed().await);
        of.asks(id, medicine, "", NOW).await.unwrap();
        let (item, ..) = of.items().await.remove(0);
        let called = Deed::Decided { decision: Decision::Called, text: None };
        assert!(matches!(of.does(item, &called, later(1)).await, Err(Error::Invalid(_))));
        of.does(item, &Deed::Took, later(2)).await.unwrap();
        assert!(matches!(of.does(item, &Deed::Closed, later(2)).await, Err(Error::Invalid(_))));
        let mut tx = of.db.read().await.unwrap();
        let view = access::view::<Worklist>(&mut tx, &of.nurse, of.record, later(3)).await.unwrap();
        assert_eq!(find_state(&mut tx, &view, id).await.unwrap(), Some(State::Requested));
    }
}

#[tokio::test]
async fn a_dose_of_the_plan_counts_down_by_what_the_plan_says() {
    for of in boxes().await {
        let id = of.taking(&daily()).await;
        of.counts(&a_count(id, 10, false), NOW.plus_days(-1)).await.unwrap();
        let what = What::Taken { at: NOW.plus_seconds(-60), amounts: Vec::new() };
        let new = NewEntry { id: EntryId::new(), medicine: id, slot: Some(morning()), what, truly: false };
        of.note(new, NOW).await.unwrap();
        assert_eq!(of.supply(id).await.unwrap().left, counted(8));
    }
}
