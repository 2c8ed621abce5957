//! What there is of a medicine, and a wish for more from the person to the team and back.

use domain::{
    access::{self, act_by_itself},
    account::store::find_session,
    id::{ItemId, MedicineId, RefillId, WorkItemId},
    medicines::{
        Amount, At, Count, Course, Plan, Rhythm,
        plan_store::{confirm_plan, propose_plan},
        refill_store::{NewRefill, request},
        store::{NewMedicine, create_medicine},
    },
    time::{Day, TimeOfDay},
    worklist::{
        item::{Body, Severity},
        item_store::{NewItem, open_item},
    },
};
use http::StatusCode;
use rstest::rstest;

use crate::world::{Somebody, World};

/// A medicine that is prescribed, another one, and a wish for more of that.
const FIRST: &str = "01900000-0000-7000-8000-0000000000d0";
const OTHER: &str = "01900000-0000-7000-8000-0000000000d1";
const WISH: &str = "01900000-0000-7000-8000-0000000000d2";

/// Two tablets at eight in the morning and in the evening, since a year.
fn a_plan(now: domain::time::Instant) -> Plan {
    let at = ["08:00", "20:00"].map(|time| At::Clock(TimeOfDay::try_from(time.to_owned()).unwrap()));
    let count = Count::try_from("2".to_owned()).unwrap();
    let course = Course {
        from: Day::of(now.plus_days(-365), "Europe/Paris").unwrap(),
        until: None,
        most: None,
        rhythm: Rhythm::Days { every: 1, at: at.to_vec() },
        amounts: vec![Amount { count, of: String::new() }],
        if_missed: None,
        window_minutes: None,
    };
    Plan { courses: vec![course], pauses: Vec::new() }
}

impl World {
    /// Two medicines are prescribed to somebody (…d0 and …d1), and they ask for more of the second (…d2).
    pub async fn prescribes(&self, person: &Somebody, mark: &str) {
        let b = &self.backend;
        let now = b.now();
        let mut tx = b.db.write().await.unwrap();
        let caller = find_session(&mut tx, &person.token, now).await.unwrap().unwrap().caller;
        let granted = access::write::<access::Medicines>(&mut tx, &caller, person.record).await.unwrap();
        for id in [FIRST, OTHER] {
            let id: MedicineId = id.parse().unwrap();
            let name = format!("Tablets of {mark}");
            let new = NewMedicine { id, name, purpose: String::new(), items: vec![ItemId::new()] };
            create_medicine(&mut tx, &granted, new, now).await.unwrap();
            propose_plan(&mut tx, &granted, id, &a_plan(now), 0, now).await.unwrap();
            confirm_plan(&mut tx, &granted, id, now, now).await.unwrap();
        }
        let words = format!("more for {mark}");
        let new = NewRefill { id: WISH.parse().unwrap(), medicine: OTHER.parse().unwrap(), words };
        request(&mut tx, &granted, &new, &b.site, now).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// A wish of somebody's for more of a medicine waits for their team.
    pub async fn wishes(&self, person: &Somebody) -> WorkItemId {
        self.prescribes(person, "anna").await;
        let mut tx = self.backend.db.read().await.unwrap();
        let granted = act_by_itself::<access::Worklist>(&mut tx, person.record).await.unwrap();
        drop(tx);
        let body = Body::Refill {
            refill: WISH.parse().unwrap(),
            medicine: OTHER.parse().unwrap(),
            name: "Tablets of anna".into(),
            words: "more for anna".into(),
        };
        // The same wish is the same item.
        let subject = WISH.parse::<RefillId>().unwrap().0;
        let mut tx = self.backend.db.write().await.unwrap();
        let new = NewItem { body, severity: Severity::Low, subject };
        let item = open_item(&mut tx, &granted, new, &self.backend.site, self.backend.now()).await.unwrap();
        tx.commit().await.unwrap();
        item
    }
}

#[rstest]
#[tokio::test]
async fn a_wish_for_more_is_never_taken_for_an_order(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    let nurse = world.carer("Nurse Ines", anna.record).await;
    let item = world.wishes(&anna).await;
    let supply = format!("/records/{}/medicines/{OTHER}/supply", anna.record);
    let none = "Nothing has been ordered yet.";
    let page = async || world.get(&supply, Some(&anna.token)).await.body;
    let asked = page().await;
    assert!(asked.contains(none) && asked.contains("more for anna") && !asked.contains("Seen by your care team"));
    let list = world.get("/team/worklist", Some(&nurse)).await.body;
    assert!(list.contains("Refill asked for") && list.contains("Tablets of anna"));
    let opened = world.get(&format!("/team/worklist/{}/{item}", anna.record), Some(&nurse)).await.body;
    assert!(opened.contains("Sent to the pharmacy") && !opened.contains("Save the decision"));
    let seen = page().await;
    assert!(seen.contains(none) && seen.contains("Seen by your care team"));
    let step = async |id: u32, step: &str, rest: &str| {
        let id = format!("01900000-0000-7000-8000-{id:012}");
        let form = format!("record={}&item={item}&id={id}&step={step}{rest}", anna.record);
        world.call("/api/worklist/refill", &form, Some(&nurse)).await.status
    };
    assert_eq!(step(1, "ready", "").await, StatusCode::CONFLICT);
    assert_eq!(step(2, "refused", "").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(step(3, "sent", "").await, StatusCode::OK);
    let sent = page().await;
    assert!(!sent.contains(none) && sent.contains("Sent to the pharmacy. Not ready yet."));
    assert!(sent.contains("Nurse Ines") && !sent.contains("Withdraw the request"));
    assert_eq!(step(4, "ready", "").await, StatusCode::OK);
    let ready = page().await;
    assert!(ready.contains("Ready to pick up.") && ready.contains("Ask for more"));
    assert_eq!(step(5, "refused", "&why=A+mistake.").await, StatusCode::CONFLICT, "it is closed");
    let log = world.get(&format!("/records/{}/log", anna.record), Some(&anna.token)).await.body;
    assert!(log.contains("Asked for more of a medicine") && log.contains("Worked on what waits"), "{log}");
}

#[rstest]
#[tokio::test]
async fn what_was_counted_is_shown_with_the_day_on_which_it_runs_out(#[values("sqlite", "postgres")] database: &str) {
    let Some(world) = World::on(database).await else { return };
    let anna = world.patient("anna").await;
    world.prescribes(&anna, "anna").await;
    let supply = format!("/records/{}/medicines/{FIRST}/supply", anna.record);
    assert!(world.get(&supply, Some(&anna.token)).await.body.contains("Nobody has counted yet."));
    let count = async |id: u32, count: &str, lead: &str| {
        let id = format!("01900000-0000-7000-8000-{id:012}");
        let form = format!(
            "record={}&medicine={FIRST}&id={id}&counts[0][of]=&counts[0][count]={count}&lead_days={lead}",
            anna.record
        );
        world.call("/api/medicines/count", &form, Some(&anna.token)).await
    };
    assert_eq!(count(1, "many", "7").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(count(1, "120", "x").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(count(1, "120", "7").await.status, StatusCode::OK);
    let page = world.get(&supply, Some(&anna.token)).await.body;
    assert!(page.contains("120") && page.contains("Enough until") && page.contains("Ask for more by"), "{page}");
    assert_eq!(count(2, "8", "7").await.status, StatusCode::OK);
    let page = world.get(&supply, Some(&anna.token)).await.body;
    assert!(page.contains("It is time to ask for more."), "{page}");
}
