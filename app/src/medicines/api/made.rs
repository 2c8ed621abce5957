//! How the pages of medicines are made from the domain.

use std::{cmp::Reverse, collections::BTreeSet};

use domain::{
    FieldCode,
    access::{Granted, Identity, Medicines, Reader, Results, View, Write},
    account::draft,
    db::Tx,
    id::{AccountId, EntryId, ItemId, MedicineId, RecordId},
    medicines::{
        Rhythm, Slot,
        day::{Days, Listed, State, as_needed, list_doses},
        entry::{Entry, Kind, LATER_MINUTES, NewEntry, Question, Reason, UNDONE_SECONDS, What},
        entry_store::{allowance, find_entry, limits, list_taken},
        life_store::get_life,
        list,
        prescribed::Told,
        schedule::{Life, doses, next},
        store::{Medicine, list_medicines},
        word::{Says, Word},
    },
    record::store::get_whose,
    results::{self, FactLabel, FactValue, store as results_store},
    time::{Day, Instant},
};

use crate::{
    error::{Answer, ApiError, refused},
    medicines::{
        api::{Note, Undo},
        goes_on::Today,
        model::{
            DoseCard, DoseLine, DoseState, MedicineLine, MedicinesPage, NeededLine, Noted, PrescribedLine, TypedEntry,
        },
        say,
    },
    request::{Backend, Draft, local_date},
    visit::visit,
    words::Words,
};

/// Medicines of a record that are looked at.
const MOST: i64 = 300;

/// Prescriptions that are over are looked up among results when there are more.
const MOST_OVER: usize = 20;

const HALF_A_DAY: i64 = 12 * 3_600;

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
    async fn days(&self, tx: &mut Tx, granted: &Granted<View, Medicines>) -> Answer<Days> {
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

    fn dose(&self, listed: &Listed) -> Option<DoseLine> {
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
pub fn hold(words: Words, pause: &domain::medicines::Pause, zone: &str) -> String {
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

/// The first page, as it is at a moment.
pub async fn home(
    tx: &mut Tx,
    granted: &Granted<View, Medicines>,
    (results, identity): (&Granted<View, Results>, &Granted<View, Identity>),
    noted: Option<EntryId>,
    now: Instant,
) -> Answer<MedicinesPage> {
    let shelf = Shelf::at(tx, granted, now).await?;
    let days = shelf.days(tx, granted).await?;
    let shown = |listed: &&Listed| {
        listed.dose.due >= shelf.start || matches!(listed.state, State::Due | State::Later { .. } | State::Unanswered)
    };
    let doses = days.doses.iter().filter(shown).filter_map(|listed| shelf.dose(listed)).collect();
    let mut needed = Vec::new();
    for medicine in shelf.medicines.iter().filter(|one| one.ended_at.is_none() && as_needed(one, shelf.today)) {
        needed.extend(needed_line(tx, granted, &shelf, medicine).await?);
    }
    // The newest first; what is not to be taken stands below.
    let (mut ended, mut active): (Vec<&Medicine>, Vec<&Medicine>) =
        shelf.medicines.iter().rev().partition(|medicine| medicine.ended_at.is_some());
    active.sort_by_key(|medicine| medicine.is_stopped());
    ended.sort_by_key(|medicine| Reverse(medicine.ended_at));
    let lines = |all: Vec<&Medicine>| all.into_iter().map(|medicine| shelf.line(medicine, &days)).collect();
    let items = results_store::list_of_kind(tx, results, results::Kind::Medicine, MOST).await?;
    let prescribed = lines_of(&items);
    let page = MedicinesPage {
        record: granted.record(),
        own: granted.reader() == Reader::Person,
        person: get_whose(tx, identity).await?.name,
        today: say::partial(shelf.today),
        noted: shelf.noted(tx, granted, noted).await?,
        problem: problem(),
        typed: typed(),
        doses,
        unanswered: Vec::new(),
        needed,
        to_set: unlisted(&prescribed, &shelf.medicines),
        over: over(shelf.words, &prescribed, &shelf.medicines),
        active: lines(active),
        ended: lines(ended),
        now: say::clock(shelf.words, shelf.now, &shelf.zone),
    };
    Ok(page.at(shelf.now.0))
}

async fn needed_line(
    tx: &mut Tx,
    granted: &Granted<View, Medicines>,
    shelf: &Shelf,
    medicine: &Medicine,
) -> Answer<Option<NeededLine>> {
    let Some(limits) = limits(medicine, shelf.today) else { return Ok(None) };
    let Some(course) = medicine.plan.as_ref().and_then(|plan| plan.holding(shelf.today)) else { return Ok(None) };
    let taken = list_taken(tx, granted, medicine.id, shelf.now.plus_seconds(-limits.reach())).await?;
    let moment = |at: Instant| say::moment(shelf.words, at, shelf.now, &shelf.zone);
    let allowance = allowance(medicine, shelf.today, &taken).unwrap_or_default();
    let next = allowance.next(shelf.now);
    Ok(Some(NeededLine {
        medicine: medicine.id,
        name: medicine.name.clone(),
        amount: say::amounts(shelf.words, &course.amounts),
        limits: say::limits(shelf.words, course),
        last: taken.first().and_then(Entry::taken_at).map(moment),
        next: next.map(moment),
        next_at: next.map(|next| next.0),
        allowance,
        held: medicine.is_held(shelf.now),
        id: EntryId::new(),
        unsent: false,
        entry: None,
    }))
}

/// What Today shows, with every dose of the day as it stands at a moment ([`DoseCard::at`] finds what is due);
/// nothing for who takes nothing.
pub async fn card(
    tx: &mut Tx,
    granted: &Granted<View, Medicines>,
    noted: Option<EntryId>,
    now: Instant,
) -> Answer<Option<DoseCard>> {
    let shelf = Shelf::at(tx, granted, now).await?;
    if shelf.medicines.is_empty() {
        return Ok(None);
    }
    let days = shelf.days(tx, granted).await?;
    let stopped = |one: &&Medicine| one.confirmed_at.is_some() && one.ended_at.is_none() && one.is_stopped();
    Ok(Some(DoseCard {
        stopped: shelf.medicines.iter().filter(stopped).map(|medicine| shelf.line(medicine, &days)).collect(),
        day: days.doses.iter().filter_map(|listed| shelf.dose(listed)).collect(),
        today: Some(say::partial(shelf.today)),
        noted: shelf.noted(tx, granted, noted).await?,
        problem: problem(),
        typed: typed(),
        ..DoseCard::default()
    }))
}

/// What is prescribed, a line each medicine.
fn lines_of(items: &[(ItemId, results::Item)]) -> Vec<list::Line<'_, ItemId>> {
    list::lines(items.iter().map(|(id, item)| (*id, item)))
}

/// Whether a medicine stands on the list: once one of its prescriptions does.
fn stands(line: &list::Line<'_, ItemId>, listed: &BTreeSet<ItemId>) -> bool {
    line.strengths.iter().flat_map(|strength| &strength.entries).any(|entry| listed.contains(&entry.key))
}

/// Of what is prescribed, what a line of the list does not stand for yet. One that has ended, or is not prescribed
/// any more as the record says, stands for the orders that it was made of; a new order of the same medicine is to
/// be set.
fn unlisted(lines: &[list::Line<'_, ItemId>], medicines: &[Medicine]) -> Vec<PrescribedLine> {
    let of = |medicine: &Medicine| medicine.items.clone();
    let known: BTreeSet<ItemId> = medicines.iter().flat_map(of).collect();
    let is_over = |one: &Medicine| one.word.as_ref().is_some_and(|word| word.says.is_over());
    let taken = medicines.iter().filter(|one| one.ended_at.is_none() && !is_over(one));
    let taken: BTreeSet<ItemId> = taken.flat_map(of).collect();
    let said = |entry: &list::Entry<'_, ItemId>| PrescribedLine {
        item: entry.key,
        name: entry.item.title.clone(),
        text: entry.prescribed.text.clone().unwrap_or_else(|| instructions(entry.item)),
    };
    let new = lines.iter().filter(|line| line.is_current() && !stands(line, &taken)).flat_map(list::Line::current);
    new.filter(|entry| !known.contains(&entry.key)).map(said).filter(|line| !line.name.is_empty()).collect()
}

/// Prescriptions that stand on no list and are not taken any more, the newest first, with why.
fn over(words: Words, lines: &[list::Line<'_, ItemId>], medicines: &[Medicine]) -> Vec<PrescribedLine> {
    let known: BTreeSet<ItemId> = medicines.iter().flat_map(|medicine| medicine.items.clone()).collect();
    let said = |entry: &list::Entry<'_, ItemId>| {
        let status = crate::results::say::status(words, entry.item.status);
        let why = entry.prescribed.why.as_ref();
        let text = why.map_or_else(|| status.clone(), |why| words.medicines_prescribed_over(&status, why));
        PrescribedLine { item: entry.key, name: entry.item.title.clone(), text }
    };
    let lines = lines.iter().filter(|line| !line.is_current() && !stands(line, &known)).filter_map(list::Line::first);
    // That something is not to be taken at all is no medicine that was taken.
    let taken = lines.filter(|entry| entry.prescribed.told != Told::NotToTake && !entry.item.title.is_empty());
    taken.take(MOST_OVER).map(said).collect()
}

/// What the prescriber wrote of how it is taken.
pub fn instructions(item: &results::Item) -> String {
    let results::Body::Event(event) = &item.body else { return String::new() };
    let text = event.facts.iter().filter_map(|fact| match (&fact.label, &fact.value) {
        (FactLabel::Instructions, FactValue::Text(text)) => Some(text.as_str()),
        _ => None,
    });
    text.collect::<Vec<_>>().join(" · ")
}

/// A slot as forms send it.
pub fn slot_text(slot: Slot) -> String {
    format!("{}.{}", String::from(slot.day), slot.number)
}

pub fn slot(text: &str) -> Option<Slot> {
    let (day, number) = text.split_once('.')?;
    Some(Slot { day: day.to_owned().try_into().ok()?, number: number.parse().ok()? })
}

/// What a form says of a dose.
///
/// # Errors
/// `at`, `reason` or `minutes` when they can't be read.
pub async fn entry(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    (medicine, id): (MedicineId, EntryId),
    typed: &TypedEntry,
    now: Instant,
) -> Answer<NewEntry> {
    let field = |name: &'static str, code| ApiError::from(domain::Error::field(name, code));
    let what = match Kind::from_code(&typed.what) {
        Some(Kind::Taken) if typed.time.is_empty() && typed.day.is_empty() => {
            What::Taken { at: now, amounts: Vec::new() }
        }
        Some(Kind::Taken) => {
            let life = get_life(tx, granted).await?;
            let zone = life.zone.iana_name().unwrap_or("UTC");
            let at = when_taken(&typed.day, &typed.time, zone, now);
            What::Taken { at: at.ok_or_else(|| field("at", FieldCode::Malformed))?, amounts: Vec::new() }
        }
        Some(Kind::Skipped) => {
            let reason = Reason::from_code(&typed.reason).ok_or_else(|| field("reason", FieldCode::NotAChoice))?;
            What::Skipped { reason, words: typed.words.clone() }
        }
        Some(Kind::Missed) => What::Missed,
        Some(Kind::Later) => {
            let minutes = typed.minutes.parse().ok().filter(|minutes| LATER_MINUTES.contains(minutes));
            let minutes = minutes.ok_or_else(|| field("minutes", FieldCode::NotAChoice))?;
            What::Later { until: now.plus_seconds(i64::from(minutes) * 60) }
        }
        None => return Err(field("what", FieldCode::NotAChoice)),
    };
    let slot = match typed.slot.as_str() {
        "" => None,
        text => Some(slot(text).ok_or(ApiError::NotFound)?),
    };
    Ok(NewEntry { id, medicine, slot, what, truly: typed.truly == "yes" })
}

/// When something was taken, by the clock where the person is. Who says no day means the last time that the
/// clock showed it: past midnight `23:10` is yesterday. A time that was half a day ago or more stays ahead, and
/// is refused: it is more likely one that is yet to come.
fn when_taken(day: &str, time: &str, zone: &str, now: Instant) -> Option<Instant> {
    if !day.is_empty() {
        return Instant::of_wall_clock(day, time, zone);
    }
    let today = Day::of(now, zone).ok()?;
    let at = |day: Day| Instant::of_wall_clock(&String::from(day), time, zone);
    let yesterday = at(today.plus_days(-1)).filter(|at| now.seconds_since(*at) < HALF_A_DAY);
    at(today).filter(|at| *at <= now).or(yesterday).or_else(|| at(today))
}

/// Where someone goes on after something was noted.
pub fn back_with(record: RecordId, typed: &TypedEntry, noted: EntryId) -> String {
    format!("{}?noted={noted}", back(record, &typed.back))
}

/// The page that asks first. What was typed is sealed as a draft: neither what was taken nor why stands in an
/// address.
pub async fn ask_first(
    tx: &mut Tx,
    (backend, account): (&Backend, AccountId),
    (record, medicine, id, of): (RecordId, MedicineId, EntryId, Option<EntryId>),
    typed: &TypedEntry,
    question: &Question,
) -> Answer<String> {
    let why = match question {
        Question::Already(_) => "already",
        Question::Soon { .. } => "soon",
        Question::Most { .. } => "most",
    };
    let fields = [
        ("id", id.to_string()),
        // What it would take the place of.
        ("of", of.map(|of| of.to_string()).unwrap_or_default()),
        ("why", why.to_owned()),
        ("typed[slot]", typed.slot.clone()),
        ("typed[what]", typed.what.clone()),
        ("typed[reason]", typed.reason.clone()),
        ("typed[words]", typed.words.clone()),
        ("typed[day]", typed.day.clone()),
        ("typed[time]", typed.time.clone()),
        ("typed[back]", typed.back.clone()),
    ];
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let draft = draft::save_draft(tx, &backend.keys, Some(account), &fields, backend.now()).await?;
    Ok(format!("/records/{record}/medicines/{medicine}/ask?draft={draft}"))
}

/// What a draft says of a dose.
pub fn typed_in(draft: &Draft) -> TypedEntry {
    let field = |name: &str| draft.field(&format!("typed[{name}]"));
    TypedEntry {
        what: field("what"),
        slot: field("slot"),
        minutes: field("minutes"),
        reason: field("reason"),
        words: field("words"),
        day: field("day"),
        time: field("time"),
        truly: String::new(),
        back: field("back"),
    }
}

/// What was typed of a dose in a form that came back refused, and of which medicine.
pub fn typed() -> Option<(MedicineId, TypedEntry)> {
    refused::<Note>()?;
    let draft = Draft::of_request();
    Some((draft.field("medicine").parse().ok()?, typed_in(&draft)))
}

/// Whether a form about a dose came back refused.
pub fn problem() -> bool {
    refused::<Note>().or_else(refused::<Undo>).is_some()
}

/// The page that someone came from.
pub fn back(record: RecordId, back: &str) -> String {
    match Day::try_from(back.to_owned()) {
        Ok(day) => of_day(record, day),
        Err(_) if back == "today" => format!("/records/{record}"),
        Err(_) => format!("/records/{record}/medicines"),
    }
}

/// The page of a day whose doses nobody answered.
pub fn of_day(record: RecordId, day: Day) -> String {
    format!("/records/{record}/medicines/history/{}", String::from(day))
}

#[cfg(test)]
mod tests {
    use domain::{
        medicines::prescribed::{How, Prescribed, Standing},
        results::{Body, Event, Item, Status, When},
    };

    use super::*;

    fn at(day: &str, time: &str) -> Instant {
        Instant::of_wall_clock(day, time, "Europe/Paris").unwrap()
    }

    #[test]
    fn a_time_without_a_day_is_the_last_time_that_the_clock_showed_it() {
        let past_midnight = at("2026-11-22", "00:30");
        let taken = |time: &str, now: Instant| when_taken("", time, "Europe/Paris", now);
        assert_eq!(taken("23:10", past_midnight), Some(at("2026-11-21", "23:10")));
        assert_eq!(taken("00:10", past_midnight), Some(at("2026-11-22", "00:10")));
        // Not yesterday afternoon: it lies ahead, and is refused.
        assert_eq!(taken("14:00", at("2026-11-22", "11:00")), Some(at("2026-11-22", "14:00")));
        assert_eq!(taken("soon", past_midnight), None);
        assert_eq!(when_taken("2026-11-20", "23:10", "Europe/Paris", past_midnight), Some(at("2026-11-20", "23:10")));
    }

    fn prescribed(written: &str) -> (ItemId, Item) {
        let prescribed = Prescribed {
            told: Told::Request,
            standing: Standing::Active,
            why: None,
            rxnorm: None,
            written: Some(written.parse().unwrap()),
            supply_days: None,
            repeats: None,
            text: None,
            how: How::Directions(Vec::new()),
        };
        let body = Body::Event(Event { facts: Vec::new(), prescribed: Some(Box::new(prescribed)) });
        let item = Item {
            kind: results::Kind::Medicine,
            when: When::default(),
            title: "Capecitabine 500 mg".into(),
            codes: Vec::new(),
            status: Status::Final,
            panel: None,
            people: Vec::new(),
            notes: Vec::new(),
            body,
        };
        (ItemId(MedicineId::new().0), item)
    }

    fn medicine(items: &[ItemId], ended: bool) -> Medicine {
        Medicine {
            id: MedicineId::new(),
            name: "Capecitabine 500 mg".into(),
            purpose: String::new(),
            items: items.to_vec(),
            plan: None,
            version: 0,
            confirmed_at: None,
            set_by: None,
            proposed: None,
            created_at: Instant(0),
            ended_at: ended.then_some(Instant(1)),
            ended_why: String::new(),
            word: None,
            stops: Vec::new(),
        }
    }

    #[test]
    fn what_was_stopped_and_is_prescribed_again_is_to_be_set() {
        let (old, new) = (prescribed("2026-03-01"), prescribed("2026-11-01"));
        let (first, again) = (old.0, new.0);
        let items = [old, new];
        let shown = |medicines: &[Medicine]| {
            unlisted(&lines_of(&items), medicines).iter().map(|line| line.item).collect::<Vec<_>>()
        };
        assert_eq!(shown(&[medicine(&[first], true)]), [again]);
        assert_eq!(shown(&[medicine(&[first], false)]), []);
        assert_eq!(shown(&[medicine(&[first, again], true)]), []);
        assert_eq!(shown(&[medicine(&[first], true), medicine(&[again], false)]), []);
    }

    #[test]
    fn what_the_record_stopped_does_not_hide_what_is_prescribed_instead() {
        let (old, new) = (prescribed("2026-03-01"), prescribed("2026-11-01"));
        let (first, again) = (old.0, new.0);
        let items = [old, new];
        let says =
            |says| Medicine { word: Some(Word { says, why: String::new(), item: first }), ..medicine(&[first], false) };
        let shown =
            |one: Medicine| unlisted(&lines_of(&items), &[one]).iter().map(|line| line.item).collect::<Vec<_>>();
        assert_eq!(shown(says(Says::Stopped)), [again]);
        assert_eq!(shown(says(Says::OnHold)), [], "a hold is no end");
    }

    #[test]
    fn what_was_prescribed_and_stopped_stands_below_with_why_and_once() {
        let words = Words::new(crate::words::Language::English);
        let (id, mut stopped) = prescribed("2026-03-01");
        if let Body::Event(event) = &mut stopped.body
            && let Some(prescribed) = &mut event.prescribed
        {
            (prescribed.standing, prescribed.why) = (Standing::Stopped, Some("Rash".into()));
        }
        stopped.status = Status::Stopped;
        let items = [
            (id, stopped),
            (ItemId(MedicineId::new().0), Item { title: "Other".into(), ..prescribed("2026-01-01").1 }),
        ];
        let [line] = over(words, &lines_of(&items), &[]).try_into().unwrap();
        assert_eq!((line.item, line.text.as_str()), (id, "Stopped: Rash"));
        assert_eq!(over(words, &lines_of(&items), &[medicine(&[id], true)]), []);
    }

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
