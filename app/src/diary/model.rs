//! What the pages of the diary show.

use std::collections::BTreeMap;

use domain::{
    diary::{answer::Answers, instrument::Instrument, report::Flag},
    id::{RecordId, ReportId},
    time::PartialDate,
    worklist::item::Decision,
};
use serde::{Deserialize, Serialize};

use crate::{education::advice::AdviceModel, error::ApiError, site::call::Number};

/// The first page of the diary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DiaryPage {
    pub record: RecordId,
    /// Whether the reader may add to it.
    pub own: bool,
    pub asked: Asked,
    /// A report that was begun and can be gone on with.
    pub open: Option<OpenReport>,
    /// The id of a report to begin.
    pub new: ReportId,
    pub past: Vec<Past>,
    /// Before when there is more.
    pub older: Option<String>,
    /// Not the latest stretch.
    pub further: bool,
}

/// What Today shows of the diary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DiaryCard {
    pub asked: Asked,
    pub open: Option<OpenReport>,
    pub new: ReportId,
    /// The latest report, while the care team has to do with it.
    pub last: Option<(ReportId, PartialDate, State)>,
}

/// Whether a report is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
    /// Since that day.
    Due(PartialDate),
    /// It has waited for longer than a day.
    Overdue(PartialDate),
    /// Not before that day.
    Next(PartialDate),
    /// None is planned.
    Off,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenReport {
    pub id: ReportId,
    pub since: PartialDate,
}

/// A line of what was said before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Past {
    Report(ReportLine),
    Entry(EntryLine),
}

/// A report that was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportLine {
    pub id: ReportId,
    pub at: PartialDate,
    pub by_caregiver: bool,
    pub corrected: bool,
    pub flags: Vec<Flag>,
    /// What there was, the worst first.
    pub symptoms: Vec<SymptomLine>,
    pub state: Option<State>,
}

/// A symptom, and the worst of its parts in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SymptomLine {
    pub name: String,
    pub said: String,
}

/// Something noted between reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryLine {
    pub id: ReportId,
    pub at: PartialDate,
    pub by_caregiver: bool,
    pub name: String,
    /// How bad, in words.
    pub level: Option<String>,
    pub note: String,
    /// Whether the reader can still take it back.
    pub withdrawable: bool,
    pub state: Option<State>,
}

/// What came of what was sent to the care team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    pub sent: PartialDate,
    /// By when someone of the team was to look.
    pub promised: PartialDate,
    /// Nobody has looked, and the promise is over.
    pub late: bool,
    pub seen: Option<PartialDate>,
    pub decision: Option<(Decision, PartialDate)>,
}

/// A report: its questions while it is open, and what became of it when it was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportPage {
    pub record: RecordId,
    pub id: ReportId,
    /// Whether the reader may answer.
    pub own: bool,
    /// With the texts of the reader's language.
    pub instrument: Instrument,
    pub answers: Answers,
    pub flags: Option<Vec<Flag>>,
    /// The kinds of treatment that the reader has: some symptoms are asked of with them only.
    pub treatments: Vec<String>,
    /// The report before this one.
    pub before: Option<Before>,
    /// Why a form of this page came back.
    pub refused: Option<ApiError>,
    /// What was typed and refused, by the names of the fields.
    pub draft: BTreeMap<String, String>,
    /// Numbers to call, the one for emergencies first.
    pub numbers: Vec<Number>,
    /// Too old to go on with.
    pub expired: bool,
    /// The report that this one corrects.
    pub corrects: Option<ReportId>,
    pub sent: Option<Sent>,
    /// Everything is said; it waits on this device to be sent.
    #[serde(default)]
    pub kept: bool,
}

impl ReportPage {
    /// Whether a red flag is ticked.
    pub fn is_flagged(&self) -> bool {
        self.flags.as_ref().is_some_and(|flags| !flags.is_empty())
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Before {
    pub at: PartialDate,
    pub answers: Answers,
}

/// A report that was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    pub at: PartialDate,
    pub by_caregiver: bool,
    /// Went to the care team; nothing when it waits for the next visit.
    pub state: Option<State>,
    /// What it says is a reason to call, not to read advice.
    pub call: bool,
    /// What may help.
    pub advice: Vec<AdviceModel>,
    /// The id of a correction, while it can be corrected.
    pub correction: Option<ReportId>,
    pub corrected_by: Option<ReportId>,
}

/// The form of a note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NotePage {
    pub record: RecordId,
    /// Of the note that the form would make; the same when it is sent again, so that nothing is noted twice.
    pub id: ReportId,
    /// What can be noted: code and name, in the order of the names, whatever else last.
    pub symptoms: Vec<(String, String)>,
    /// What stands in the form: day and time of now, or what was typed and refused.
    pub typed: TypedNote,
    pub refused: Option<ApiError>,
}

/// What was typed into the form of a note.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TypedNote {
    #[serde(default)]
    pub symptom: String,
    /// 0 to 4, or nothing.
    #[serde(default)]
    pub level: String,
    /// `YYYY-MM-DD` and `HH:MM`.
    #[serde(default)]
    pub day: String,
    #[serde(default)]
    pub time: String,
    #[serde(default)]
    pub words: String,
}

/// What was typed into the form of how often someone is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TypedPlan {
    /// `weekly`, `cycle` or `off`.
    #[serde(default)]
    pub rhythm: String,
    /// The day of the week, Monday 0.
    #[serde(default)]
    pub weekday: String,
    /// Days of a cycle: `1, 8, 15`.
    #[serde(default)]
    pub days: String,
    /// `HH:MM`.
    #[serde(default)]
    pub opens: String,
}
