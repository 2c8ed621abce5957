//! What the care team does about a plan: hold it, end the hold, change the dose from a day on, and move
//! day 1 of a cycle. It holds at once, and the person sees who did it.

use super::{
    life_store::get_life,
    moved::{cycles_from, days_from},
    plan::{Amount, Course, Pause, PausedBy, Plan, Rhythm},
    plan_store::{end_pauses, put_plan, refused},
    remind,
    schedule::{Life, cycle, doses},
    store::{Medicine, PURPOSE, held, words},
    weekly::Called,
};
use crate::{
    Error, FieldCode, Result,
    access::{Act, Granted, Medicines},
    audit,
    db::Tx,
    id::MedicineId,
    time::{Day, Instant},
};

/// What the care team does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Nothing is to be taken from now on, until a moment or until they say so.
    Hold {
        until: Option<Instant>,
        why: String,
    },
    EndHold,
    /// Each dose is another one from a day on.
    Change {
        from: Day,
        amounts: Vec<Amount>,
    },
    /// The next cycle begins on a day, and the ones after follow.
    MoveCycle {
        first: Day,
    },
}

/// Does it, to the plan of version `from`.
///
/// # Errors
/// [`Error::Conflict`] when the person has confirmed no plan, or another one has held since `from`;
/// [`Error::Invalid`] names `why`, `until`, `from`, `amounts` or `first`.
pub async fn order(
    tx: &mut Tx,
    granted: &Granted<Act, Medicines>,
    id: MedicineId,
    order: &Order,
    (from, today): (i64, Day),
    now: Instant,
) -> Result<Medicine> {
    let known = held(tx, granted, id).await?;
    let plan = known.plan.clone().ok_or(Error::Conflict)?;
    if known.version != from {
        return Err(Error::Conflict);
    }
    let life = get_life(tx, granted).await?;
    let changed = changed(plan, order, &life, today, now)?;
    // By no name: no order says how often it is taken, and a hold is never refused.
    changed.check(&Called::default()).map_err(|all| refused(&all))?;
    put_plan(tx, granted, id, &changed, from, now).await?;
    remind::plan_next(tx, granted.record(), now).await?;
    audit::store::change(tx, granted, "account", None, now).await?;
    Ok(known)
}

/// The plan as it is after an order.
fn changed(mut plan: Plan, order: &Order, life: &Life, today: Day, now: Instant) -> Result<Plan> {
    match order {
        Order::Hold { until, why } => {
            if until.is_some_and(|until| until <= now) {
                return Err(Error::field("until", FieldCode::OutOfRange));
            }
            let why = words(why, "why", PURPOSE)?;
            if why.is_empty() {
                return Err(Error::field("why", FieldCode::Missing));
            }
            // One hold at a time: the new one takes the place of what would go on.
            end_pauses(&mut plan, PausedBy::Team, now);
            plan.pauses.push(Pause { from: now, until: *until, by: PausedBy::Team, why });
        }
        Order::EndHold => {
            if !end_pauses(&mut plan, PausedBy::Team, now) {
                return Err(Error::Conflict);
            }
        }
        Order::Change { from, amounts } => change(&mut plan, *from, amounts, life, today)?,
        Order::MoveCycle { first } => move_cycle(&mut plan, *first, today)?,
    }
    Ok(plan)
}

/// A further course from a day on, with other amounts and the rhythm of the one that holds then.
fn change(plan: &mut Plan, from: Day, amounts: &[Amount], life: &Life, today: Day) -> Result<()> {
    if amounts.is_empty() {
        return Err(Error::field("amounts", FieldCode::Missing));
    }
    if from < today {
        return Err(Error::field("from", FieldCode::OutOfRange));
    }
    plan.courses.retain(|course| course.from < from || course.from <= today);
    let mut course = plan.courses.last().cloned().ok_or(Error::Conflict)?;
    if course.until.is_some_and(|until| until < from) {
        return Err(over());
    }
    if matches!(course.rhythm, Rhythm::Taper { .. }) {
        // Each step has a dose of its own: who changes a taper writes a new one.
        return Err(Error::field("amounts", FieldCode::NotAChoice));
    }
    course.amounts = amounts.to_vec();
    if course.from == from {
        plan.courses.pop();
    } else {
        // What came before the change counts.
        if let Some(most) = course.most {
            let gone = given(plan, &course, from, life);
            course.most = Some(most.checked_sub(gone).filter(|left| *left > 0).ok_or_else(over)?);
        }
        goes_on(&mut course, from)?;
    }
    plan.courses.push(course);
    Ok(())
}

/// A course that is over before a day can't be changed from that day on.
fn over() -> Error {
    Error::field("from", FieldCode::OutOfRange)
}

/// How many doses of the last course of a plan come before a day, without those that a pause leaves out. They
/// are counted by the days that they are of: a skipped hour moves none into another course.
fn given(plan: &Plan, course: &Course, day: Day, life: &Life) -> u32 {
    let alone = Plan { courses: vec![course.clone()], pauses: plan.pauses.clone() };
    let (from, to) = (life.begin(course.from), life.begin(day.plus_days(1)));
    let given = doses(&alone, life, from, to).filter(|dose| dose.slot.day < day).count();
    u32::try_from(given).unwrap_or(u32::MAX)
}

/// The same course begins anew on a later day, and is in the same place of its rhythm there.
fn goes_on(course: &mut Course, from: Day) -> Result<()> {
    let old = course.clone();
    course.from = from;
    match &mut course.rhythm {
        Rhythm::Cycle { moved, .. } => *moved = cycles_from(&old, from),
        Rhythm::Days { every, .. } => course.from = days_from(old.from, *every, from),
        Rhythm::Once { .. } | Rhythm::Hours { .. } => return Err(Error::field("from", FieldCode::NotAChoice)),
        _ => {}
    }
    Ok(())
}

/// The next cycle begins on another day.
fn move_cycle(plan: &mut Plan, first: Day, today: Day) -> Result<()> {
    let course = plan.courses.last_mut().ok_or(Error::Conflict)?;
    let next = cycle::next(course, today).ok_or(Error::field("first", FieldCode::NotAChoice))?;
    let under_way = cycle::begun(course, today).filter(|begun| *begun < today);
    if first < today || under_way >= Some(first) || course.until.is_some_and(|until| until < first) {
        return Err(Error::field("first", FieldCode::OutOfRange));
    }
    if let Rhythm::Cycle { moved, .. } = &mut course.rhythm {
        // What was moved behind it counts from it.
        moved.retain(|would, _| *would < next.would);
        moved.insert(next.would, first);
    }
    Ok(())
}
