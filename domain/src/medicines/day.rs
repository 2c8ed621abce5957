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
    /// Its medicine is paused or held meanwhile, or the record says that it is not to be taken.
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

impl Listed {
    /// From when until when it is asked for, when nobody says anything more of it.
    pub fn asked(&self) -> (Instant, Instant) {
        asked(&self.dose, &self.entries)
    }
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
                let state = match state(&dose, &entries, medicine.holds_dose(&dose, now), now) {
                    // A pause may be over by then. What the record stopped has no end that is known.
                    State::Upcoming if medicine.is_stopped() => State::Held,
                    state => state,
                };
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
pub(super) const PUT_OFF_SECONDS: i64 = 3600;

/// From when until when a dose is asked for, by what was said of it.
pub(super) fn asked(dose: &Dose, entries: &[Entry]) -> (Instant, Instant) {
    let put_off = entries.iter().rev().find_map(|entry| match entry.what {
        What::Later { until } => Some(until),
        _ => None,
    });
    let until = put_off.map_or(dose.until, |later| put_off_until(dose, later));
    (put_off.map_or(dose.due, |later| dose.due.max(later).min(until)), until)
}

/// Until when a dose can be answered that was put off: for an hour more, even where its own time is over, but
/// never beyond the next dose.
pub(super) fn put_off_until(dose: &Dose, later: Instant) -> Instant {
    let until = later.plus_seconds(PUT_OFF_SECONDS);
    dose.next.map_or(until, |next| until.min(next)).max(dose.until)
}

/// How a dose stands, by what holds of what was said.
pub(super) fn state(dose: &Dose, entries: &[Entry], held: bool, now: Instant) -> State {
    let taken = entries.iter().filter(|entry| entry.what.kind() == Kind::Taken).count();
    let said = entries.iter().rev().find(|entry| entry.what.kind() != Kind::Later);
    let (from, until) = asked(dose, entries);
    match said.map(|entry| entry.what.kind()) {
        _ if taken > 1 => State::TakenTwice,
        _ if taken == 1 => State::Taken,
        Some(Kind::Skipped) => State::Skipped,
        Some(Kind::Missed) => State::Missed,
        _ if now < dose.due => State::Upcoming,
        _ if held => State::Held,
        _ if now < from => State::Later { until: from },
        _ if now < until => State::Due,
        _ => State::Unanswered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        id::{AccountId, EntryId},
        medicines::entry::Author,
    };

    const HOUR: i64 = 3600;

    fn put_off_at(noted_at: Instant, until: Instant) -> Entry {
        Entry {
            id: EntryId::new(),
            medicine: MedicineId::new(),
            slot: None,
            what: What::Later { until },
            beyond: None,
            account: AccountId::new(),
            by: Author::Person,
            name: None,
            noted_at,
            arrived_at: None,
            corrects: None,
        }
    }

    #[test]
    fn from_when_until_when_a_dose_is_asked_for_is_when_it_is_due() {
        let due = Instant(1_790_000_000_000_000);
        let slot = Slot { day: "2026-09-21".to_owned().try_into().unwrap(), number: 0 };
        let next = Some(due.plus_seconds(6 * HOUR));
        let dose = Dose { slot, due, until: due.plus_seconds(3 * HOUR), next, amounts: Vec::new() };
        let later = |noted: i64, until: i64| vec![put_off_at(due.plus_seconds(noted), due.plus_seconds(until))];
        let mut cases = vec![Vec::new(), later(HOUR, 2 * HOUR), later(2 * HOUR, 3 * HOUR), later(2 * HOUR, 4 * HOUR)];
        // It would end behind the next dose, or begin there, as where a new plan has that one sooner.
        cases.extend([later(4 * HOUR, 5 * HOUR + 1800), later(5 * HOUR, 7 * HOUR)]);
        for entries in cases {
            let listed = Listed { medicine: MedicineId::new(), dose: dose.clone(), state: State::Due, entries };
            let (from, until) = listed.asked();
            for minutes in -30..400 {
                let now = due.plus_seconds(minutes * 60);
                // What is put off is due before it was put off; that is over by when it was.
                if listed.entries.iter().any(|entry| now < entry.noted_at) {
                    continue;
                }
                let stands = state(&dose, &listed.entries, false, now);
                assert_eq!(stands == State::Due, (from..until).contains(&now), "{minutes} {:?}", listed.entries);
                assert_eq!(stands == State::Unanswered, now >= until, "{minutes}");
                assert!(stands != State::Due || Some(now) < next, "never beside the next dose: {minutes}");
            }
        }
    }
}
