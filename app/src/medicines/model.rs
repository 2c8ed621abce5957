//! What the pages of medicines show. Amounts, times and plans come as words: the browser only places them.

use domain::{
    id::{EntryId, ItemId, MedicineId, RecordId},
    medicines::entry::Reason,
    time::PartialDate,
};
use serde::{Deserialize, Serialize};

/// The first page: what is due, and the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MedicinesPage {
    pub record: RecordId,
    /// Whether the reader may note something.
    pub own: bool,
    pub today: PartialDate,
    /// What the person has just noted.
    pub noted: Option<Noted>,
    /// What was to be noted could not be.
    pub problem: bool,
    /// What was typed of a medicine then.
    pub typed: Option<(MedicineId, TypedEntry)>,
    /// Of today, in the order of their times.
    pub doses: Vec<DoseLine>,
    /// Of yesterday and today, over without an answer.
    pub unanswered: Vec<DoseLine>,
    pub needed: Vec<NeededLine>,
    pub active: Vec<MedicineLine>,
    /// Prescribed, and without times yet.
    pub to_set: Vec<PrescribedLine>,
    pub ended: Vec<MedicineLine>,
    /// `HH:MM`, what the clock shows where the person is.
    pub now: String,
}

/// What Today shows: what is due now, else what comes next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DoseCard {
    pub due: Vec<DoseLine>,
    pub next: Option<DoseLine>,
    pub noted: Option<Noted>,
    pub problem: bool,
    pub typed: Option<(MedicineId, TypedEntry)>,
    pub unanswered: bool,
}

/// Something was noted a moment ago.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Noted {
    pub id: EntryId,
    /// What was noted, in words.
    pub text: String,
    /// It can be taken back.
    pub undo: bool,
    /// More was taken than planned: the care team was told.
    pub beyond: bool,
}

/// A dose of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DoseLine {
    pub medicine: MedicineId,
    pub name: String,
    pub amount: String,
    /// As forms send it.
    pub slot: String,
    /// Of the entry that a form here would make.
    pub id: EntryId,
    pub time: String,
    pub day: PartialDate,
    pub state: DoseState,
    /// What was said of it last.
    pub entry: Option<EntryId>,
    /// Who noted it, when it was not the reader.
    pub by: Option<String>,
    /// What its prescriber says to do when it was not taken.
    pub if_missed: Option<String>,
}

/// How a dose stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum DoseState {
    Upcoming,
    Due,
    /// Put off until a time.
    Later(String),
    Held,
    Unanswered,
    /// At a time.
    Taken(String),
    TakenTwice,
    Skipped(Reason),
    Missed,
}

/// A medicine that is taken when needed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NeededLine {
    pub medicine: MedicineId,
    pub name: String,
    pub amount: String,
    /// How far apart, and how much in a day.
    pub limits: Vec<String>,
    /// When it was taken last, in words.
    pub last: Option<String>,
    /// From when on it may be taken again; none: now, where there are limits.
    pub next: Option<String>,
    pub held: bool,
    pub id: EntryId,
}

/// A medicine on the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MedicineLine {
    pub medicine: MedicineId,
    pub name: String,
    pub purpose: String,
    /// The person's own, not prescribed.
    pub own: bool,
    /// How it is taken, in a line; nothing without a plan.
    pub plan: String,
    /// What stands above how it is taken: a hold, rest days, why it ended.
    pub note: String,
    /// A plan waits for the person to confirm it.
    pub proposed: bool,
    /// Doses of the last two days without an answer, and any that was taken twice.
    pub unanswered: u32,
    pub beyond: bool,
}

/// Something prescribed that has no times yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PrescribedLine {
    pub item: ItemId,
    pub name: String,
    /// What the prescriber wrote.
    pub text: String,
}

/// What a form says of a dose.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedEntry {
    /// `taken`, `skipped`, `missed` or `later`.
    pub what: String,
    /// `YYYY-MM-DD.N`; empty for what is taken as needed.
    pub slot: String,
    pub minutes: String,
    pub reason: String,
    pub words: String,
    /// Empty: now.
    pub day: String,
    pub time: String,
    /// Asked, and it is so.
    pub truly: String,
    /// `today` leads back to Today.
    pub back: String,
}
