//! How the pages of medicines are made from the domain.

use std::collections::BTreeSet;

use domain::{
    FieldCode,
    access::{Granted, Medicines, Reader, Results, View, Write},
    db::Tx,
    id::{AccountId, EntryId, ItemId, MedicineId, RecordId},
    medicines::{
        Rhythm, Slot,
        day::{Days, Listed, State, as_needed, list_doses},
        entry::{Entry, Kind, LATER_MINUTES, NewEntry, Question, Reason, Recorded, UNDONE_SECONDS, What},
        entry_store::{find_entry, limits, list_taken, next_allowed},
        list,
        schedule::{Life, doses, next},
        store::{Medicine, get_life, list_medicines},
    },
    results::{self, FactLabel, FactValue, store as results_store},
    time::{Day, Instant},
};

use crate::{
    error::{Answer, ApiError, refused},
    medicines::{
        api::{Note, Undo},
        model::{
            DoseCard, DoseLine, DoseState, MedicineLine, MedicinesPage, NeededLine, Noted, PrescribedLine, TypedEntry,
        },
        say,
    },
    request::local_date,
    visit::visit,
    words::Words,
};

/// Medicines of a record that are looked at.
const MOST: i64 = 300;

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
        let life = get_life(tx, granted).await?;
        let now = granted.at();
        let zone = life.zone.iana_name().unwrap_or("UTC").to_owned();
        let today = Day::of(now, &zone)?;
        let start = Instant::of_wall_clock(&String::from(today), "00:00", &zone).unwrap_or(now);
        let medicines = list_medicines(tx, granted).await?;
        let words = Words::new(visit().language);
        Ok(Self { words, now, zone, life, today, start, medicines, me: granted.account() })
    }

    fn name(&self, id: MedicineId) -> Option<&Medicine> {
        self.medicines.iter().find(|medicine| medicine.id == id)
    }

    /// Yesterday and today, and of tomorrow what begins the next night.
    async fn days(&self, tx: &mut Tx, granted: &Granted<View, Medicines>) -> Answer<Days> {
        let tomorrow = String::from(self.today.plus_days(1));
        let end = Instant::of_wall_clock(&tomorrow, "00:00", &self.zone).unwrap_or(self.now);
        let from = self.start.plus_days(-1);
        Ok(list_doses(tx, granted, &self.medicines, &self.life, (from, end), self.now).await?)
    }

    fn dose(&self, listed: &Listed) -> Option<DoseLine> {
        let medicine = self.name(listed.medicine)?;
        let said = listed.entries.iter().rev().find(|entry| entry.what.kind() != Kind::Later);
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
        Some(DoseLine {
            medicine: medicine.id,
            name: medicine.name.clone(),
            amount: say::amounts(self.words, &listed.dose.amounts),
            slot: slot_text(listed.dose.slot),
            id: EntryId::new(),
            time: clock(listed.dose.due),
            day: local_date(listed.dose.due, &self.zone).date(),
            state,
            entry: said.map(|entry| entry.id),
            by: said.filter(|entry| Some(entry.account) != self.me).and_then(|entry| entry.name.clone()),
            if_missed: course.and_then(|course| course.if_missed.clone()),
        })
    }

    async fn noted(
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

    /// What holds a medicine back: its end, a hold, a pause, rest days.
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
        if let Some(pause) = medicine.paused(self.now) {
            return hold(words, pause, &self.zone);
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

/// The first page.
pub async fn home(
    tx: &mut Tx,
    granted: &Granted<View, Medicines>,
    results: &Granted<View, Results>,
    noted: Option<EntryId>,
) -> Answer<MedicinesPage> {
    let shelf = Shelf::of(tx, granted).await?;
    let days = shelf.days(tx, granted).await?;
    let (mut doses, mut unanswered) = (Vec::new(), Vec::new());
    for listed in &days.doses {
        let Some(line) = shelf.dose(listed) else { continue };
        let open = matches!(listed.state, State::Due | State::Later { .. });
        if listed.state == State::Unanswered {
            unanswered.push(line);
        } else if listed.dose.due >= shelf.start || open {
            doses.push(line);
        }
    }
    let mut needed = Vec::new();
    for medicine in shelf.medicines.iter().filter(|one| one.ended_at.is_none() && as_needed(one, shelf.today)) {
        needed.extend(needed_line(tx, granted, &shelf, medicine).await?);
    }
    let (ended, active): (Vec<&Medicine>, Vec<&Medicine>) =
        shelf.medicines.iter().partition(|medicine| medicine.ended_at.is_some());
    let lines = |all: Vec<&Medicine>| all.into_iter().map(|medicine| shelf.line(medicine, &days)).collect();
    Ok(MedicinesPage {
        record: granted.record(),
        own: granted.reader() == Reader::Person,
        today: say::partial(shelf.today),
        noted: shelf.noted(tx, granted, noted).await?,
        problem: problem(),
        doses,
        unanswered,
        needed,
        to_set: prescribed(tx, results, &shelf.medicines).await?,
        active: lines(active),
        ended: lines(ended),
        now: say::clock(shelf.words, shelf.now, &shelf.zone),
    })
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
    Ok(Some(NeededLine {
        medicine: medicine.id,
        name: medicine.name.clone(),
        amount: say::amounts(shelf.words, &course.amounts),
        limits: say::limits(shelf.words, course),
        last: taken.first().and_then(Entry::taken_at).map(moment),
        next: next_allowed(medicine, shelf.today, &taken, shelf.now).map(moment),
        held: medicine.paused(shelf.now).is_some(),
        id: EntryId::new(),
    }))
}

/// What Today shows.
pub async fn card(tx: &mut Tx, granted: &Granted<View, Medicines>, noted: Option<EntryId>) -> Answer<Option<DoseCard>> {
    let shelf = Shelf::of(tx, granted).await?;
    if shelf.medicines.is_empty() {
        return Ok(None);
    }
    let days = shelf.days(tx, granted).await?;
    let in_state = |wanted: fn(&State) -> bool| days.doses.iter().filter(move |listed| wanted(&listed.state));
    let due: Vec<DoseLine> = in_state(|state| matches!(state, State::Due)).filter_map(|one| shelf.dose(one)).collect();
    let next = in_state(|state| matches!(state, State::Upcoming | State::Later { .. })).next();
    let card = DoseCard {
        due,
        next: next.and_then(|one| shelf.dose(one)),
        noted: shelf.noted(tx, granted, noted).await?,
        problem: problem(),
        unanswered: in_state(|state| matches!(state, State::Unanswered)).next().is_some(),
    };
    let empty = card.due.is_empty() && card.next.is_none() && card.noted.is_none() && !card.unanswered && !card.problem;
    Ok((!empty).then_some(card))
}

/// What is prescribed and stands on no list yet; the newest order of each name.
pub async fn prescribed(
    tx: &mut Tx,
    results: &Granted<View, Results>,
    medicines: &[Medicine],
) -> Answer<Vec<PrescribedLine>> {
    let filter = results_store::Filter { kinds: vec![results::Kind::Medicine], ..results_store::Filter::default() };
    let (entries, _) = results_store::list_timeline(tx, results, &filter, MOST).await?;
    let mut items = Vec::new();
    for entry in entries {
        items.push((entry.id, results_store::get_item(tx, results, entry.id).await?.head.item));
    }
    let known: BTreeSet<ItemId> = medicines.iter().flat_map(|medicine| medicine.items.iter().copied()).collect();
    let lines = list::lines(items.iter().map(|(id, item)| (*id, item)));
    let all = |line: &list::Line<'_, ItemId>| {
        let entries = line.strengths.iter().flat_map(|strength| &strength.entries);
        entries.map(|entry| entry.key).collect::<Vec<_>>()
    };
    // A medicine stands on the list once one of its prescriptions does.
    let unlisted = lines.iter().filter(|line| line.is_current() && !all(line).iter().any(|id| known.contains(id)));
    let said = |entry: &list::Entry<'_, ItemId>| PrescribedLine {
        item: entry.key,
        name: entry.item.title.clone(),
        text: entry.prescribed.text.clone().unwrap_or_else(|| instructions(entry.item)),
    };
    Ok(unlisted
        .flat_map(|line| line.current().map(said).collect::<Vec<_>>())
        .filter(|line| !line.name.is_empty())
        .collect())
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
            let today = || Day::of(now, zone).map(String::from).unwrap_or_default();
            let day = if typed.day.is_empty() { today() } else { typed.day.clone() };
            let at = Instant::of_wall_clock(&day, &typed.time, zone);
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

/// Where someone goes on after something was noted, or has to be asked about first. The address names
/// neither what was taken nor why.
pub fn then(record: RecordId, medicine: MedicineId, id: EntryId, typed: &TypedEntry, recorded: &Recorded) -> String {
    match recorded {
        Recorded::Saved(entry) => {
            let back = back(record, &typed.back);
            format!("{back}?noted={}", entry.id)
        }
        Recorded::Asked(question) => {
            let why = match **question {
                Question::Already(_) => "already",
                Question::Soon { .. } => "soon",
                Question::Most { .. } => "most",
            };
            let mut address = format!("/records/{record}/medicines/{medicine}/ask?id={id}&why={why}");
            let fields = [
                ("slot", &typed.slot),
                ("what", &typed.what),
                ("reason", &typed.reason),
                ("day", &typed.day),
                ("time", &typed.time),
                ("back", &typed.back),
            ];
            for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
                for part in ["&", name, "=", &crate::shell::page::escaped(value)] {
                    address.push_str(part);
                }
            }
            address
        }
    }
}

/// Whether a form about a dose came back refused.
fn problem() -> bool {
    refused::<Note>().or_else(refused::<Undo>).is_some()
}

/// The page that someone came from.
pub fn back(record: RecordId, back: &str) -> String {
    if back == "today" { format!("/records/{record}") } else { format!("/records/{record}/medicines") }
}
