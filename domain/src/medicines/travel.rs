//! What a journey does to plans. Times of day go with the person, whose clock shows them; hours from dose to
//! dose stay real hours.

use super::{
    plan::{Plan, Rhythm},
    plan_store::put_plan,
    remind,
    store::{held, list_medicines},
};
use crate::{
    Result,
    access::{Granted, Medicines, Write},
    db::Tx,
    time::{Day, Instant},
};

/// The plan of someone who no longer lives by the clock of a zone; none where that changes nothing. What is taken by
/// the hour and has begun goes on from its first dose. What begins later begins by the clock of then.
pub fn left(plan: &Plan, zone: &str, today: Day) -> Option<Plan> {
    let mut plan = plan.clone();
    let mut changed = false;
    for course in plan.courses.iter_mut().filter(|course| course.from <= today) {
        if let Rhythm::Hours { zone: begun @ None, .. } = &mut course.rhythm {
            *begun = Some(zone.to_owned());
            changed = true;
        }
    }
    changed.then_some(plan)
}

/// The person lives by another clock from now on than that of a zone; in the transaction that changes it.
pub(crate) async fn leave(tx: &mut Tx, granted: &Granted<Write, Medicines>, zone: &str, now: Instant) -> Result<()> {
    let today = Day::of(now, zone)?;
    for medicine in list_medicines(tx, granted).await? {
        if let Some(plan) = medicine.plan.as_ref().and_then(|plan| left(plan, zone, today)) {
            let known = held(tx, granted, medicine.id).await?;
            put_plan(tx, granted, medicine.id, &plan, known.version, now).await?;
        }
    }
    remind::plan_next(tx, granted.record(), now).await
}
