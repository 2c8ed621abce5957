//! What is known of someone's medicines at a moment, and the lines of pages that are made of it.

use domain::{
    access::{Granted, Medicines, Reader, View},
    db::Tx,
    id::{AccountId, EntryId, MedicineId},
    medicines::{
        Rhythm,
        day::{Days, Listed, State, list_doses},
        entry::{Entry, Kind, Reason, UNDONE_SECONDS, What},
        entry_store::find_entry,
        life_store::get_life,
        schedule::{Life, doses, next},
        store::{Medicine, list_medicines},
        word::{Says, Word},
    },
    time::{Day, Instant},
};

use super::typed_entry::slot_text;
use crate::{
    error::Answer,
    medicines::{
        goes_on::Today,
        model::{DoseLine, DoseState, MedicineLine, Noted},
        say,
    },
    request::local_date,
    visit::visit,
    words::Words,
};

/// What everything is made from.
pub struct Shelf {
    pub words: Words,
    pub now: Instant,
    pub zone: String,
    pub life: Life,
    /// The day where the person is, and when it began.
    pub today: Day,
    pub start: Instant,
    pub medicines: Vec<Medicine>,
    pub me: Option<AccountId>,
}

impl Shelf {
    pub async fn of(tx: &mut Tx, granted: &Granted<View, Medicines>) -> Answer<Self> {
        Self::at(tx, granted, granted.at()).await
    }

    /// As it will be at a moment, by what is known now.
    pub async fn at(tx: &mut Tx, granted: &Granted<View, Medicines>, now: Instant) -> Answer<Self> {
        let life = get_life(tx, granted).await?;
        let zone = life.zone.iana_name().unwrap_or("UTC").to_owned();
        let today = Day::of(now, &zone)?;
        let start = life.begin(today);
        let medicines = list_medicines(tx, granted).await?;
        let words = Words::new(visit().language);
        Ok(Self { words, now, zone, life, today, start, medicines, me: granted.account() })
    }

    fn name(&self, id: MedicineId) -> Option<&Medicine> {
        self.medicines.iter().find(|medicine| medicine.id == id)
    }

    /// The person, and when it is.
    pub const fn day(&self) -> Today<'_> {
        Today { life: &self.life, now: self.now, day: self.today }
    }

    /// Yesterday and today, and of tomorrow what begins the next night.
    pub async fn days(&self, tx: &mut Tx, granted: &Granted<View, Medicines>) -> Answer<Days> {
        self.within(tx, granted, (self.today.plus_days(-1), self.today)).await
    }

    /// The days from the first to the last.
    async fn within(&self, tx: &mut Tx, granted: &Granted<View, Medicines>, (first, last): (Day, Day)) -> Answer<Days> {
        let stretch = (self.life.begin(first), self.life.begin(last.plus_days(1)));
        Ok(list_doses(tx, granted, &self.medicines, &self.life, stretch, self.now).await?)
    }

    /// The doses of a day that nobody answered.
    pub async fn unanswered(&self, tx: &mut Tx, granted: &Granted<View, Medicines>, day: Day) -> Answer<Vec<DoseLine>> {
        let days = self.within(tx, granted, (day, day)).await?;
        let open = days.doses.iter().filter(|listed| listed.state == State::Unanswered);
        Ok(open.filter_map(|listed| self.dose(listed)).collect())
    }

    pub fn dose(&self, listed: &Listed) -> Option<DoseLine> {
        let medicine = self.name(listed.medicine)?;
        // A dose that was taken was taken, whatever a device brought later that did not know of it.
        let taken = |entry: &&Entry| entry.what.kind() == Kind::Taken;
        let other = || listed.entries.iter().rev().find(|entry| entry.what.kind() != Kind::Later);
        let said = listed.entries.iter().rev().find(taken).or_else(other);
        let clock = |at: Instant| say::clock(self.words, at, &self.zone);
        let state = match listed.state {
            State::Upcoming => DoseState::Upcoming,
            State::Due => DoseState::Due,
            State::Later { until } => DoseState::Later(clock(until)),
            State::Held => DoseState::Held,
            State::Unanswered => DoseState::Unanswered,
            State::Taken => DoseState::Taken(said.and_then(Entry::taken_at).map(clock).unwrap_or_default()),
            State::TakenTwice => DoseState::TakenTwice,
            State::Skipped => DoseState::Skipped(match said.map(|entry| &entry.what) {
                Some(What::Skipped { reason, .. }) => *reason,
                _ => Reason::Other,
            }),
            State::Missed => DoseState::Missed,
        };
        let course = medicine.plan.as_ref().and_then(|plan| say::holding(plan, listed.dose.slot.day));
        let (from, until) = listed.asked();
        Some(DoseLine {
            medicine: medicine.id,
            name: medicine.name.clone(),
            amount: say::amounts(self.words, &listed.dose.amounts),
            slot: slot_text(listed.dose.slot),
            id: EntryId::new(),
            time: clock(listed.dose.due),
            day: local_date(listed.dose.due, &self.zone).date(),
            state,
            from: from.0,
            until: until.0,
            entry: said.map(|entry| entry.id),
            unsent: false,
            by: said.filter(|entry| Some(entry.account) != self.me).and_then(|entry| entry.name.clone()),
            if_missed: course.and_then(|course| course.if_missed.clone()),
        })
    }

    /// What was noted a moment ago.
    pub async fn noted(
        &self,
        tx: &mut Tx,
        granted: &Granted<View, Medicines>,
        noted: Option<EntryId>,
    ) -> Answer<Option<Noted>> {
        let Some(id) = noted.filter(|_| granted.reader() == Reader::Person) else { return Ok(None) };
        let Some(entry) = find_entry(tx, granted, id).await? else { return Ok(None) };
        let Some(medicine) = self.name(entry.medicine) else { return Ok(None) };
        let fresh = self.now.seconds_since(entry.noted_at) <= UNDONE_SECONDS && Some(entry.account) == self.me;
        Ok(Some(Noted {
            id,
            text: say::entry(self.words, &medicine.name, &entry, self.now, &self.zone),
            undo: fresh && entry.beyond.is_none(),
            beyond: entry.beyond.is_some(),
        }))
    }

    /// A medicine as the list shows it.
    pub fn line(&self, medicine: &Medicine, days: &Days) -> MedicineLine {
        let course = medicine.plan.as_ref().and_then(|plan| say::holding(plan, self.today));
        let plan = course.map(|course| {
            let each = say::amounts(self.words, &course.amounts);
            let rhythm = say::rhythm(self.words, course, &self.life.moments);
            if each.is_empty() { rhythm } else { self.words.medicines_line(&each, &rhythm) }
        });
        let of = |listed: &&Listed| listed.medicine == medicine.id;
        let mine = days.doses.iter().filter(of);
        let twice = mine.clone().any(|listed| listed.state == State::TakenTwice);
        let beside = days.beside.iter().any(|entry| entry.medicine == medicine.id && entry.beyond.is_some());
        MedicineLine {
            medicine: medicine.id,
            name: medicine.name.clone(),
            purpose: medicine.purpose.clone(),
            own: medicine.is_own(),
            plan: plan.unwrap_or_default(),
            note: self.note(medicine),
            proposed: medicine.proposed.is_some(),
            unanswered: u32::try_from(mine.filter(|listed| listed.state == State::Unanswered).count()).unwrap_or(0),
            beyond: twice || beside,
        }
    }

    /// What holds a medicine back: its end, what the record says, a hold, a pause, rest days.
    ///
    /// On a day that has doses rest days are not told yet.
    pub fn note(&self, medicine: &Medicine) -> String {
        let words = self.words;
        if let Some(ended) = medicine.ended_at {
            let day = results_day(words, ended, &self.zone);
            return if medicine.ended_why.is_empty() {
                words.medicines_ended(&day)
            } else {
                words.medicines_ended_why(&day, &medicine.ended_why)
            };
        }
        if let Some(word) = medicine.word.as_ref().filter(|_| medicine.is_stopped()) {
            return of_record(words, word);
        }
        if let Some(pause) = medicine.paused(self.now) {
            return hold(words, pause, &self.zone);
        }
        if let Some(word) = &medicine.word {
            return of_record(words, word);
        }
        let Some(plan) = &medicine.plan else { return String::new() };
        let Some(course) = say::holding(plan, self.today) else { return String::new() };
        let next = next(plan, &self.life, self.now).map(|dose| dose.slot.day);
        let doses_today = doses(plan, &self.life, self.start, self.now).next().is_some();
        match next {
            Some(next) if course.from > self.today => words.medicines_begins(&say::date(words, next)),
            Some(next)
                if matches!(course.rhythm, Rhythm::Cycle { .. }) && next > self.today.plus_days(1) && !doses_today =>
            {
                words.medicines_rest(&say::date(words, next.plus_days(-1)), &say::date(words, next))
            }
            None if !matches!(course.rhythm, Rhythm::AsNeeded { .. }) => words.medicines_over(),
            _ => String::new(),
        }
    }
}

fn results_day(words: Words, at: Instant, zone: &str) -> String {
    crate::results::say::day(words, local_date(at, zone).date())
}

/// A pause, in words.
fn hold(words: Words, pause: &domain::medicines::Pause, zone: &str) -> String {
    use domain::medicines::PausedBy;
    let until = pause.until.map(|until| results_day(words, until, zone));
    match (pause.by, until) {
        (PausedBy::Team, Some(until)) => words.medicines_held_until(&until, &pause.why),
        (PausedBy::Team, None) => words.medicines_held(&pause.why),
        (PausedBy::Person, _) => words.medicines_paused(),
    }
}

/// What the record says of a medicine, in words.
fn of_record(words: Words, word: &Word) -> String {
    let said = match word.says {
        Says::OnHold => words.medicines_record_hold(),
        Says::Stopped => words.medicines_record_stopped(),
        Says::NotToTake => words.medicines_record_not(),
        Says::Withdrawn => words.medicines_record_withdrawn(),
        Says::NotTaken => words.medicines_record_not_taken(),
        Says::Completed => words.medicines_record_over(),
    };
    if word.why.is_empty() { said } else { words.medicines_record_why(&said, &word.why) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::id::ItemId;

    use super::*;

    #[test]
    fn what_the_record_says_of_a_medicine_is_said_with_its_reason() {
        let (words, item) = (Words::new(crate::words::Language::English), ItemId(MedicineId::new().0));
        let all = [Says::OnHold, Says::Stopped, Says::NotToTake, Says::Withdrawn, Says::NotTaken, Says::Completed];
        let said: BTreeSet<String> =
            all.map(|says| of_record(words, &Word { says, why: String::new(), item })).into_iter().collect();
        assert_eq!(said.len(), all.len());
        let why = of_record(words, &Word { says: Says::Stopped, why: "Rash".into(), item });
        assert!(said.iter().any(|said| why.starts_with(said.as_str())) && why.contains("Rash"), "{why}");
    }
}
