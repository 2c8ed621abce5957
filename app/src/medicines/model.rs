//! What the pages of medicines show. Amounts, times and plans come as words: the browser only places them.

use domain::{
    id::{EntryId, ItemId, MedicineId, RecordId},
    medicines::{as_needed::Allowance, entry::Reason},
    time::PartialDate,
};
use serde::{Deserialize, Serialize};

/// The first page: what is due, and the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MedicinesPage {
    pub record: RecordId,
    /// Whether the reader may note something.
    pub own: bool,
    /// Whose they are, for paper.
    #[serde(default)]
    pub person: Option<String>,
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
    /// Prescribed once, on no list, and over: why stands in its text.
    #[serde(default)]
    pub over: Vec<PrescribedLine>,
    /// `HH:MM`, what the clock shows where the person is.
    pub now: String,
}

/// What Today shows: what is due now, else what comes next.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DoseCard {
    /// Every dose of the day and the one before, where what is due is found where it is shown
    /// ([`at`](Self::at)): in what a device keeps.
    #[serde(default)]
    pub day: Vec<DoseLine>,
    #[serde(default)]
    pub today: Option<PartialDate>,
    pub due: Vec<DoseLine>,
    pub next: Option<DoseLine>,
    pub noted: Option<Noted>,
    pub problem: bool,
    pub typed: Option<(MedicineId, TypedEntry)>,
    pub unanswered: bool,
    /// What the record says is not to be taken, though there is a plan.
    #[serde(default)]
    pub stopped: Vec<MedicineLine>,
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
    /// From when until when it is asked for, in microseconds, when nothing more is said of it.
    #[serde(default)]
    pub from: i64,
    #[serde(default)]
    pub until: i64,
    /// What was said of it last.
    pub entry: Option<EntryId>,
    /// It was said on this device and is not sent yet.
    #[serde(default)]
    pub unsent: bool,
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
    /// The same in microseconds.
    #[serde(default)]
    pub next_at: Option<i64>,
    /// What decides it.
    #[serde(default)]
    pub allowance: Allowance,
    pub held: bool,
    pub id: EntryId,
    /// The last was noted on this device and is not sent yet.
    #[serde(default)]
    pub unsent: bool,
    /// That entry, which can be taken back.
    #[serde(default)]
    pub entry: Option<EntryId>,
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
    /// `today` leads back to Today, `YYYY-MM-DD` to the page of that day.
    pub back: String,
}
