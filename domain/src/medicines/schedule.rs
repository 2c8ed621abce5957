//! The doses of a plan as moments, one after the other, in the zone where the person lives.
//!
//! Pure and lazy: nothing is stored and nothing has to be repaired when a plan changes. A time of day comes
//! exactly once on each day of the calendar: one that the clocks skip moves forward, one that they show twice
//! counts once. Hours between doses are real hours.

use jiff::tz::TimeZone;

use super::plan::{Dose, Moments, Plan};
use crate::time::Instant;

/// What a plan needs to know of the person: the zone they live in and the times of their moments.
#[derive(Debug, Clone)]
pub struct Life {
    pub zone: TimeZone,
    pub moments: Moments,
}

/// The doses that are due from one moment until before another, in order.
pub fn doses<'a>(plan: &'a Plan, life: &'a Life, from: Instant, to: Instant) -> impl Iterator<Item = Dose> + 'a {
    let _ = (plan, life, from, to);
    std::iter::empty()
}

/// The first dose that is due after a moment, however far ahead; none when the plan asks for no more.
pub fn next(plan: &Plan, life: &Life, after: Instant) -> Option<Dose> {
    let _ = (plan, life, after);
    None
}
