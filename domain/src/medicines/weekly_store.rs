//! Methotrexate beside all that a record knows of it: what was taken, what was asked for, and what else stands on the
//! list. A week lies between two doses, whatever a plan or a name is changed to.

use std::collections::BTreeSet;

use super::{
    day::doses_of,
    entry::Entry,
    entry_store::list_taken,
    life_store::get_life,
    plan::{Course, Plan, Slot},
    plan_store::may_hold,
    schedule::{Life, doses},
    store::{Medicine, list_medicines},
    weekly::{Beside, Called, is_weekly, too_soon},
};
use crate::{
    Error, FieldCode, Result,
    access::{Granted, Medicines, Permission},
    db::{Tx, on_db},
    results::Item,
    time::Instant,
};

/// So far back and ahead of a dose there may be one that is too close to it.
const REACH_DAYS: i64 = 8;
/// Courses that begin later than this are not looked at yet.
const AHEAD_DAYS: i64 = 2_000;

/// Asks something of all that a medicine is called: by its person, who may call it as they like, and by the titles
/// and codes of what it came from in the record.
pub(super) async fn ask_called<P: Permission, T>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: &Medicine,
    ask: impl FnOnce(&Called<'_>) -> T,
) -> Result<T> {
    let (mut titles, mut codes) = (Vec::new(), Vec::new());
    for id in &medicine.items {
        let bodies: Vec<String> = on_db!(tx, c => sqlx::query_scalar("SELECT body FROM item WHERE record = $1 AND id = $2")
            .bind(granted.record().0).bind(id.0).fetch_all(c).await)?;
        for body in bodies {
            let item: Item = serde_json::from_str(&body).map_err(Error::internal)?;
            titles.push(item.title);
            codes.extend(item.codes);
        }
    }
    let names: Vec<&str> = titles.iter().map(String::as_str).chain([medicine.name.as_str()]).collect();
    Ok(ask(&Called { names: &names, codes: &codes }))
}

/// Whether a medicine is methotrexate, by its name, or by what it is called and coded with in the record.
pub async fn is_once_a_week<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: &Medicine,
) -> Result<bool> {
    ask_called(tx, granted, medicine, is_weekly).await
}

/// What else on the list is methotrexate, where a medicine is; also what ended.
pub async fn list_others<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: &Medicine,
) -> Result<Vec<Medicine>> {
    let mut others = Vec::new();
    if is_once_a_week(tx, granted, medicine).await? {
        for other in list_medicines(tx, granted).await? {
            if other.id != medicine.id && is_once_a_week(tx, granted, &other).await? {
                others.push(other);
            }
        }
    }
    Ok(others)
}

/// Whether a week lies between the doses that a plan of methotrexate would ask for and all others, those of other
/// list entries among them. Of any other medicine it is true.
pub(super) async fn is_apart<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: &Medicine,
    plan: &Plan,
    life: &Life,
    now: Instant,
) -> Result<bool> {
    if !is_once_a_week(tx, granted, medicine).await? {
        return Ok(true);
    }
    let others = list_others(tx, granted, medicine).await?;
    let since = now.plus_days(-REACH_DAYS);
    let window = (since, end(others.iter().filter_map(|other| other.plan.as_ref()).chain([plan]), life, now));
    let mut beside = Beside {
        asked: doses_of(medicine, life, (since, now)).map(|dose| dose.slot.day).collect(),
        kept: doses_of(medicine, life, window).map(|dose| dose.slot).collect(),
        ..Beside::default()
    };
    let day = |entry: &Entry| entry.taken_at().map(|at| life.day(at));
    beside.taken.extend(list_taken(tx, granted, medicine.id, since).await?.iter().filter_map(day));
    for other in others {
        beside.others.extend(list_taken(tx, granted, other.id, since).await?.iter().filter_map(day));
        let other = Medicine { plan: other.plan.as_ref().map(endless), ..other };
        beside.others.extend(doses_of(&other, life, window).map(|dose| dose.slot.day));
    }
    let new = endless(plan);
    let new: BTreeSet<Slot> =
        doses(&new, life, window.0, window.1).filter(|dose| dose.until > now).map(|dose| dose.slot).collect();
    Ok(!too_soon(&new, &beside))
}

/// Until when doses are looked at: from the last change of these plans on they come in the same order for ever.
fn end<'a>(plans: impl Iterator<Item = &'a Plan>, life: &Life, now: Instant) -> Instant {
    let begins = plans.flat_map(|plan| &plan.courses).map(|course| life.begin(course.from));
    let last = begins.fold(now, Instant::max).min(now.plus_days(AHEAD_DAYS));
    last.plus_days(2 * REACH_DAYS)
}

/// A plan as if nothing was ever paused, nor over after some doses: a pause may end any day.
fn endless(plan: &Plan) -> Plan {
    let courses = plan.courses.iter().map(|course| Course { most: None, ..course.clone() });
    Plan { courses: courses.collect(), pauses: Vec::new() }
}

/// Whether a medicine may be called so: no name makes methotrexate of what is taken more often, or takes from it
/// that it is taken once a week.
///
/// # Errors
/// `name: Contradiction` and `name: NotAChoice`, as said there.
pub(super) async fn check_name<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    known: &Medicine,
    name: &str,
    now: Instant,
) -> Result<()> {
    let renamed = Medicine { name: name.to_owned(), ..known.clone() };
    let (was, is) = (is_once_a_week(tx, granted, known).await?, is_once_a_week(tx, granted, &renamed).await?);
    if was && !is && (known.plan.is_some() || known.proposed.is_some()) {
        return Err(Error::field("name", FieldCode::NotAChoice));
    }
    if is && !was {
        let life = get_life(tx, granted).await?;
        let held = known.plan.iter().filter(|_| known.ended_at.is_none());
        for plan in held.chain(known.proposed.iter().map(|(plan, _)| plan)) {
            if !may_hold(tx, granted, &renamed, plan, &life, now).await? {
                return Err(Error::field("name", FieldCode::Contradiction));
            }
        }
    }
    Ok(())
}
