//! Methotrexate on someone's list: a week lies between its doses, on both databases.

use super::{
    Plan, Rhythm,
    entry::Recorded,
    moved::Begin,
    plan_store,
    store::{self, NewMedicine},
    store_tests::{NOW, Pillbox, boxes, clock, daily, day, morning, plan, taken},
    weekly_store::list_others,
};
use crate::{
    Error, FieldCode,
    id::MedicineId,
    time::{Instant, Weekday},
};

/// Once a week from a day on.
fn on(weekday: Weekday, hour: u8, from: &str) -> Plan {
    let mut plan = plan(Rhythm::Weekdays { days: [weekday].into(), at: vec![clock(hour)] });
    plan.courses[0].from = day(from);
    plan
}

/// On Mondays at eight, of which one is today.
fn mondays() -> Plan {
    on(Weekday::Monday, 8, "2026-09-07")
}

/// The Mondays, and from a day on another plan.
fn then(next: Plan) -> Plan {
    Plan { courses: [mondays().courses, next.courses].concat(), pauses: Vec::new() }
}

async fn on_list(b: &Pillbox, name: &str) -> MedicineId {
    let id = MedicineId::new();
    let (mut tx, granted) = b.write().await;
    let new = NewMedicine { id, name: name.into(), purpose: String::new(), items: Vec::new() };
    store::create_medicine(&mut tx, &granted, new, NOW).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Proposes a plan and confirms it; nothing is kept where it is refused, or where it was only tried.
async fn planned(b: &Pillbox, id: MedicineId, plan: &Plan, begin: Option<Begin>, at: Instant) -> Result<(), Error> {
    let version = b.medicine(id).await.version;
    let (mut tx, granted) = b.write().await;
    plan_store::propose_plan(&mut tx, &granted, id, plan, version, at).await?;
    plan_store::confirm_plan_from(&mut tx, &granted, id, (at, begin), at).await?;
    if at < NOW {
        tx.commit().await.unwrap();
    }
    Ok(())
}

/// Methotrexate that is planned since some days.
async fn weekly(b: &Pillbox, plan: &Plan) -> MedicineId {
    let id = on_list(b, "Methotrexate 2.5 mg").await;
    planned(b, id, plan, None, NOW.plus_days(-10)).await.unwrap();
    id
}

async fn note(b: &Pillbox, id: MedicineId) {
    let noted = b.note(taken(id, Some(morning()), NOW), NOW).await.unwrap();
    assert!(matches!(noted, Recorded::Saved(_)));
}

fn refused(done: &Result<(), Error>, field: &str, code: FieldCode) -> bool {
    matches!(done, Err(Error::Invalid(fields)) if fields[0].name.ends_with(field) && fields[0].code == code)
}

#[tokio::test]
async fn a_week_lies_between_the_dose_that_was_taken_and_the_first_one_of_another_weekday() {
    for b in boxes().await {
        let id = weekly(&b, &mondays()).await;
        note(&b, id).await;
        let tuesday = |from| on(Weekday::Tuesday, 8, from);
        // Tomorrow: from the same first day, from one further back, or behind the Mondays.
        for soon in [tuesday("2026-09-07"), tuesday("2026-09-01"), tuesday("2026-09-22"), then(tuesday("2026-09-22"))] {
            let done = planned(&b, id, &soon, None, NOW).await;
            assert!(refused(&done, "from", FieldCode::Contradiction), "{done:?} {soon:?}");
        }
        planned(&b, id, &then(tuesday("2026-09-23")), None, NOW).await.unwrap();
        planned(&b, id, &mondays(), None, NOW).await.unwrap();
    }
}

#[tokio::test]
async fn a_dose_that_was_taken_today_is_not_asked_for_again_this_evening() {
    for b in boxes().await {
        let id = weekly(&b, &mondays()).await;
        note(&b, id).await;
        let evening = on(Weekday::Monday, 20, "2026-09-07");
        let at = |begin| planned(&b, id, &evening, begin, NOW);
        assert!(refused(&at(None).await, "begin", FieldCode::Missing));
        assert!(refused(&at(Some(Begin::Today)).await, "begin", FieldCode::NotAChoice));
        at(Some(Begin::Tomorrow)).await.unwrap();
    }
}

#[tokio::test]
async fn a_dose_that_nobody_answered_may_come_this_evening_but_on_no_other_day_of_the_week() {
    for b in boxes().await {
        let id = weekly(&b, &mondays()).await;
        planned(&b, id, &on(Weekday::Monday, 20, "2026-09-07"), None, NOW).await.unwrap();
        let done = planned(&b, id, &on(Weekday::Thursday, 8, "2026-09-07"), None, NOW).await;
        assert!(refused(&done, "from", FieldCode::Contradiction), "{done:?}");
    }
}

#[tokio::test]
async fn two_entries_for_methotrexate_are_asked_for_on_one_day_of_the_week() {
    for b in boxes().await {
        let first = weekly(&b, &mondays()).await;
        let second = on_list(&b, "MTX").await;
        for other_day in [on(Weekday::Tuesday, 8, "2026-09-21"), on(Weekday::Friday, 8, "2027-03-01")] {
            let done = planned(&b, second, &other_day, None, NOW).await;
            assert!(refused(&done, "from", FieldCode::Contradiction), "{done:?}");
        }
        planned(&b, second, &on(Weekday::Monday, 9, "2026-09-21"), None, NOW).await.unwrap();
        let (mut tx, granted) = b.write().await;
        let known = store::get_medicine(&mut tx, &granted, second).await.unwrap();
        let others = list_others(&mut tx, &granted, &known).await.unwrap();
        assert_eq!(others.iter().map(|other| other.id).collect::<Vec<_>>(), [first]);
        // What is taken instead of another begins a week after its last dose.
        store::end_medicine(&mut tx, &granted, first, "", NOW).await.unwrap();
        tx.commit().await.unwrap();
        let done = planned(&b, second, &on(Weekday::Tuesday, 8, "2026-09-21"), None, NOW).await;
        assert!(refused(&done, "from", FieldCode::Contradiction), "{done:?}");
        planned(&b, second, &on(Weekday::Tuesday, 8, "2026-09-23"), None, NOW).await.unwrap();
    }
}

#[tokio::test]
async fn of_two_plans_that_wait_only_the_first_that_is_confirmed_holds() {
    for b in boxes().await {
        let both = [on_list(&b, "Methotrexate").await, on_list(&b, "Trexall").await];
        let (mut tx, granted) = b.write().await;
        for (id, weekday) in both.into_iter().zip([Weekday::Monday, Weekday::Tuesday]) {
            plan_store::propose_plan(&mut tx, &granted, id, &on(weekday, 20, "2026-09-21"), 0, NOW).await.unwrap();
        }
        plan_store::confirm_plan(&mut tx, &granted, both[0], NOW, NOW).await.unwrap();
        let done = plan_store::confirm_plan(&mut tx, &granted, both[1], NOW, NOW).await;
        assert!(refused(&done, "from", FieldCode::Contradiction), "{done:?}");
    }
}

#[tokio::test]
async fn no_name_makes_methotrexate_daily_nor_what_is_methotrexate_another_medicine() {
    for b in boxes().await {
        let (held, waits) = (b.taking(&daily()).await, b.proposed(&daily(), NOW).await);
        let monday = on_list(&b, "Zinc").await;
        planned(&b, monday, &mondays(), None, NOW.plus_days(-10)).await.unwrap();
        let (mut tx, granted) = b.write().await;
        for id in [held, waits] {
            let done = store::describe(&mut tx, &granted, id, ("Methotrexate 2.5 mg", ""), NOW).await;
            assert!(refused(&done, "name", FieldCode::Contradiction), "{done:?}");
            store::describe(&mut tx, &granted, id, ("Zinc", "for the skin"), NOW).await.unwrap();
        }
        for name in ["Methotrexate 2.5 mg", "MTX"] {
            store::describe(&mut tx, &granted, monday, (name, ""), NOW).await.unwrap();
        }
        let done = store::describe(&mut tx, &granted, monday, ("My yellow tablets", ""), NOW).await;
        assert!(refused(&done, "name", FieldCode::NotAChoice), "{done:?}");
    }
}
