//! The doses of some days, with what was said of each.

use std::collections::BTreeMap;

use super::{
    entry::{Entry, Kind, What},
    entry_store::list_entries,
    plan::{Dose, Rhythm, Slot},
    schedule::{Life, doses},
    store::Medicine,
};
use crate::{
    Result,
    access::{Granted, Medicines, Permission},
    db::Tx,
    id::MedicineId,
    time::{Day, Instant},
};

/// How a dose stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its time has not come.
    Upcoming,
    Due,
    /// Put off until then.
    Later {
        until: Instant,
    },
    /// It was due, and meanwhile its medicine is paused or held.
    Held,
    /// Nobody said anything while it could be answered.
    Unanswered,
    Taken,
    TakenTwice,
    Skipped,
    /// The person said so.
    Missed,
}

/// A dose of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub medicine: MedicineId,
    pub dose: Dose,
    pub state: State,
    /// What was said of it and holds, in the order in which it was noted.
    pub entries: Vec<Entry>,
}

/// Some days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Days {
    /// By when they are due.
    pub doses: Vec<Listed>,
    /// What was taken beside the plans: as needed, or of a dose that no plan has any more.
    pub beside: Vec<Entry>,
}

/// The doses that are due from one moment until before another, of medicines whose plan the person confirmed.
pub async fn list_doses<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicines: &[Medicine],
    life: &Life,
    (from, to): (Instant, Instant),
    now: Instant,
) -> Result<Days> {
    // A dose whose time of day was moved keeps its entries: they may lie a day beside the window.
    let entries = list_entries(tx, granted, (from.plus_days(-1), to.plus_days(1))).await?;
    let mut of: BTreeMap<(MedicineId, Slot), Vec<Entry>> = BTreeMap::new();
    let mut days = Days::default();
    for entry in entries {
        match entry.slot {
            Some(slot) => of.entry((entry.medicine, slot)).or_default().push(entry),
            None => days.beside.push(entry),
        }
    }
    for medicine in medicines {
        for dose in doses_of(medicine, life, (from.plus_days(-1), to.plus_days(1))) {
            let entries = of.remove(&(medicine.id, dose.slot)).unwrap_or_default();
            if (from..to).contains(&dose.due) {
                let state = state(&dose, &entries, medicine.paused(now).is_some(), now);
                days.doses.push(Listed { medicine: medicine.id, dose, state, entries });
            }
        }
    }
    days.beside.extend(of.into_values().flatten());
    let within = |entry: &Entry| {
        let at = entry.taken_at().unwrap_or(entry.noted_at);
        (from..to).contains(&at) && entry.what.kind() != Kind::Later
    };
    days.beside.retain(within);
    days.beside.sort_by_key(|entry| (entry.taken_at().unwrap_or(entry.noted_at), entry.id));
    days.doses.sort_by_key(|listed| (listed.dose.due, listed.medicine));
    Ok(days)
}

/// The doses that a medicine asks for: nothing before its person confirmed a plan, nothing after its end.
pub fn doses_of<'a>(
    medicine: &'a Medicine,
    life: &'a Life,
    (from, to): (Instant, Instant),
) -> impl Iterator<Item = Dose> + 'a {
    let plan = medicine.plan.as_ref().zip(medicine.confirmed_at);
    let to = medicine.ended_at.map_or(to, |ended| ended.min(to));
    plan.into_iter()
        .flat_map(move |(plan, confirmed)| doses(plan, life, from, to).filter(move |dose| dose.until > confirmed))
}

/// Whether a medicine is one that is taken when needed, as its plan says for a day.
pub fn as_needed(medicine: &Medicine, day: Day) -> bool {
    let course = medicine.plan.as_ref().and_then(|plan| plan.holding(day));
    course.is_some_and(|course| matches!(course.rhythm, Rhythm::AsNeeded { .. }))
}

/// What was put off can be answered for so long again.
const PUT_OFF_SECONDS: i64 = 3600;

/// How a dose stands, by what holds of what was said.
fn state(dose: &Dose, entries: &[Entry], held: bool, now: Instant) -> State {
    let taken = entries.iter().filter(|entry| entry.what.kind() == Kind::Taken).count();
    let said = entries.iter().rev().find(|entry| entry.what.kind() != Kind::Later);
    let later = entries.iter().rev().find_map(|entry| match entry.what {
        What::Later { until } => Some(until),
        _ => None,
    });
    match (said.map(|entry| entry.what.kind()), later) {
        _ if taken > 1 => State::TakenTwice,
        _ if taken == 1 => State::Taken,
        (Some(Kind::Skipped), _) => State::Skipped,
        (Some(Kind::Missed), _) => State::Missed,
        _ if now < dose.due => State::Upcoming,
        _ if held => State::Held,
        (_, Some(until)) if now < until => State::Later { until },
        // What was put off can be answered for an hour more, even where its own time is over.
        (_, Some(until)) if now < until.plus_seconds(PUT_OFF_SECONDS) => State::Due,
        _ if now < dose.until => State::Due,
        _ => State::Unanswered,
    }
}
