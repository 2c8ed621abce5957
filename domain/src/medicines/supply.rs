//! When a medicine runs out, by the doses that its plan asks for.

use std::collections::BTreeMap;

use super::{
    plan::{Count, Plan},
    schedule::{Life, doses},
};
use crate::time::{Day, Instant};

/// How many there are of each form and strength, in thousandths. A strength that is not in it was not counted:
/// nothing is said of it.
pub type OnHand = BTreeMap<String, u64>;

/// So far ahead it is looked; who has more has enough.
const AHEAD_DAYS: i64 = 2 * 366;

/// A strength runs out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunOut {
    /// Which form and strength.
    pub of: String,
    /// How many doses there are in full.
    pub doses: u32,
    /// When the last dose in full is due; none when there is not even the next one.
    pub last: Option<Instant>,
    /// When the first dose is due that is not there in full.
    pub short: Instant,
    /// The day of that dose where the person lives.
    pub day: Day,
}

/// When each strength runs out, if everything due from a moment on is taken. What is enough until the plan
/// ends, or for years, is not in it; nor is anything that is taken as needed.
pub fn run_outs(plan: &Plan, life: &Life, on_hand: &OnHand, from: Instant) -> BTreeMap<String, RunOut> {
    let mut left: BTreeMap<&str, Left> =
        on_hand.iter().map(|(of, count)| (of.as_str(), Left { count: *count, doses: 0, last: None })).collect();
    let mut out = BTreeMap::new();
    for dose in doses(plan, life, from, from.plus_days(AHEAD_DAYS)) {
        if left.is_empty() {
            break;
        }
        for amount in &dose.amounts {
            let Some(strength) = left.get_mut(amount.of.as_str()) else { continue };
            if strength.take(amount.count, dose.due) {
                continue;
            }
            let run_out = RunOut {
                of: amount.of.clone(),
                doses: strength.doses,
                last: strength.last,
                short: dose.due,
                day: life.day(dose.due),
            };
            left.remove(amount.of.as_str());
            out.insert(run_out.of.clone(), run_out);
        }
    }
    out
}

/// The strength that runs out first.
pub fn run_out(plan: &Plan, life: &Life, on_hand: &OnHand, from: Instant) -> Option<RunOut> {
    run_outs(plan, life, on_hand, from).into_values().min_by_key(|run_out| run_out.short)
}

/// The day on which more must be asked for, so that it is there in time.
pub fn refill_by(run_out: Day, lead_days: u8) -> Day {
    run_out.plus_days(-i64::from(lead_days))
}

struct Left {
    count: u64,
    doses: u32,
    last: Option<Instant>,
}

impl Left {
    /// Whether there is enough for a dose.
    fn take(&mut self, count: Count, due: Instant) -> bool {
        let Some(rest) = self.count.checked_sub(u64::from(count.thousandths())) else { return false };
        self.count = rest;
        self.doses += 1;
        self.last = Some(due);
        true
    }
}
