//! What a person sees of a record: values, reports, visits, treatments, in one line of time.
//!
//! Values stay digit for digit and in the unit they came with. What a value means is decided in
//! [`meaning`], how it differs from earlier ones in [`change`], its course over time in [`trend`].

pub mod analyte;
pub mod change;
#[cfg(feature = "server")]
pub mod comment;
#[cfg(feature = "server")]
pub mod course;
pub mod glossary;
pub mod meaning;
pub mod next;
pub mod readiness;
#[cfg(test)]
#[cfg(feature = "server")]
mod readiness_tests;
#[cfg(feature = "server")]
pub(crate) mod sight;
#[cfg(feature = "server")]
pub(crate) mod stage;
#[cfg(feature = "server")]
pub mod store;
pub mod stretch;
pub mod trend;
pub mod unusual;
#[cfg(feature = "server")]
pub mod wait;

use serde::{Deserialize, Serialize};

use crate::{record::ResourceKey, time::PartialDate};

/// What kind of thing an item is: the filter of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Blood, urine and other laboratory values.
    Laboratory,
    Imaging,
    Pathology,
    Genetics,
    /// Weight, blood pressure, temperature and the like.
    Measurement,
    /// Surveys, social history, what someone answered.
    Questionnaire,
    /// Notes, letters and other documents.
    Note,
    Visit,
    Procedure,
    /// Cancer treatment given: infusion, radiation.
    Treatment,
    Medicine,
    Diagnosis,
    Immunization,
    Allergy,
    /// Care plans and care teams.
    Plan,
    Appointment,
}

impl Kind {
    pub const ALL: [Self; 16] = [
        Self::Laboratory,
        Self::Imaging,
        Self::Pathology,
        Self::Genetics,
        Self::Measurement,
        Self::Questionnaire,
        Self::Note,
        Self::Visit,
        Self::Procedure,
        Self::Treatment,
        Self::Medicine,
        Self::Diagnosis,
        Self::Immunization,
        Self::Allergy,
        Self::Plan,
        Self::Appointment,
    ];

    /// The word for it in addresses and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Laboratory => "laboratory",
            Self::Imaging => "imaging",
            Self::Pathology => "pathology",
            Self::Genetics => "genetics",
            Self::Measurement => "measurement",
            Self::Questionnaire => "questionnaire",
            Self::Note => "note",
            Self::Visit => "visit",
            Self::Procedure => "procedure",
            Self::Treatment => "treatment",
            Self::Medicine => "medicine",
            Self::Diagnosis => "diagnosis",
            Self::Immunization => "immunization",
            Self::Allergy => "allergy",
            Self::Plan => "plan",
            Self::Appointment => "appointment",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One thing in a record, as a person sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub kind: Kind,
    pub when: When,
    /// What the sender calls it, invisible characters removed. Empty when it has no name.
    pub title: String,
    pub codes: Vec<Coding>,
    pub status: Status,
    /// The report or moment of collection that this value belongs to; none when it stands alone.
    pub panel: Option<Panel>,
    /// Who ordered, performed or wrote it, by name.
    pub people: Vec<Involved>,
    pub notes: Vec<String>,
    pub body: Body,
}

impl Item {
    /// Nothing but of which kind it is and when it was.
    #[cfg(feature = "server")]
    pub(crate) fn bare(kind: Kind, when: When) -> Self {
        Self {
            kind,
            when,
            title: String::new(),
            codes: Vec::new(),
            status: Status::Final,
            panel: None,
            people: Vec::new(),
            notes: Vec::new(),
            body: Body::Event(Event::default()),
        }
    }
}

/// When it happened; both empty when the sender does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct When {
    pub start: Option<PartialDate>,
    /// Only of a period.
    pub end: Option<PartialDate>,
}

/// A code and the system it comes from (`http://loinc.org`, `http://snomed.info/sct`, …).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coding {
    pub system: String,
    pub code: String,
    pub display: Option<String>,
}

/// Where a value belongs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Panel {
    /// A DiagnosticReport lists it.
    Report(ResourceKey),
    /// Another Observation lists it in `hasMember`.
    Member(ResourceKey),
    /// Nothing lists it: it was collected with others of the same kind at the same moment.
    Collection,
}

/// How final it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Registered,
    Preliminary,
    /// Final, completed, active, finished: nothing to say.
    Final,
    /// Changed after it was final.
    Amended,
    /// Changed after it was final because it was wrong.
    Corrected,
    Appended,
    Cancelled,
    /// Planned, ordered, not begun.
    Planned,
    InProgress,
    OnHold,
    Stopped,
    NotDone,
    Unknown,
}

/// A person or place that had a part in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Involved {
    pub role: Role,
    pub name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    OrderedBy,
    PerformedBy,
    WrittenBy,
    Place,
}

/// What there is to see, by the form it has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(clippy::large_enum_variant, reason = "nearly every item is an observation")]
pub enum Body {
    Observation(Observation),
    Report(Report),
    Document(Document),
    Event(Event),
}

/// A value, or several under one name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Observation {
    pub value: Option<Value>,
    pub interpretations: Vec<Interpretation>,
    pub ranges: Vec<ReferenceRange>,
    pub components: Vec<Component>,
    /// Observations that this one groups.
    pub members: Vec<ResourceKey>,
    pub method: Option<String>,
    pub specimen: Option<String>,
    pub body_site: Option<String>,
}

/// One of several values under one name (blood pressure: upper and lower).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Component {
    pub title: String,
    pub codes: Vec<Coding>,
    pub value: Option<Value>,
    pub interpretations: Vec<Interpretation>,
    pub ranges: Vec<ReferenceRange>,
}

impl Component {
    /// What there is to say of it. What is known of the person is not asked: no part has a typical
    /// range.
    #[cfg(feature = "server")]
    pub fn meaning(&self) -> meaning::Meaning {
        let about = meaning::About::default();
        meaning::Meaning::of(self.value.as_ref(), &self.interpretations, &self.ranges, None, about)
    }
}

/// A value in any form that FHIR allows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    Quantity(Quantity),
    Text(String),
    /// Coded: its text, or the displays of its codes.
    Coded(String),
    Boolean(bool),
    Integer(i64),
    Ratio {
        numerator: Quantity,
        denominator: Quantity,
    },
    Range {
        low: Option<Quantity>,
        high: Option<Quantity>,
    },
    /// A time of day as written.
    Time(String),
    DateTime(PartialDate),
    Period(When),
    /// A series of samples from a device (an ECG lead): how many, and the unit.
    Sampled {
        count: u32,
        unit: Option<String>,
    },
    /// There is no value, and the sender says why.
    Absent(AbsentReason),
}

/// A number with a unit, digit for digit as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number as the sender wrote it (`1.40` stays `1.40`); empty when there is none.
    pub number: String,
    pub comparator: Option<Comparator>,
    /// The unit for people, else the code.
    pub unit: Option<String>,
    /// The UCUM code, when the system says UCUM.
    pub ucum: Option<String>,
}

impl Quantity {
    /// The number for drawing and comparing; `None` when it is not a finite number.
    pub fn to_f64(&self) -> Option<f64> {
        self.number.parse::<f64>().ok().filter(|n| n.is_finite())
    }

    /// What decides whether two values share a unit: the UCUM code, else the text.
    pub fn unit_key(&self) -> &str {
        self.ucum.as_deref().or(self.unit.as_deref()).unwrap_or("")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparator {
    #[serde(rename = "<")]
    Less,
    #[serde(rename = "<=")]
    LessOrEqual,
    #[serde(rename = ">=")]
    GreaterOrEqual,
    #[serde(rename = ">")]
    Greater,
}

impl Comparator {
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::LessOrEqual => "≤",
            Self::GreaterOrEqual => "≥",
            Self::Greater => ">",
        }
    }
}

/// Why there is no value (FHIR `data-absent-reason`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AbsentReason {
    Unknown,
    AskedUnknown,
    AskedDeclined,
    NotAsked,
    Masked,
    NotApplicable,
    Error,
    NotPerformed,
    NotPermitted,
    /// In the sender's words.
    Other(String),
}

/// The laboratory's own flag (FHIR `v3-ObservationInterpretation`), as far as it places a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interpretation {
    /// L
    Low,
    /// H
    High,
    /// LL
    VeryLow,
    /// HH
    VeryHigh,
    /// N
    Normal,
    /// A: outside what is usual, without a direction.
    Unusual,
    /// AA: as `Unusual`, marked by the laboratory as one to act on.
    VeryUnusual,
    Positive,
    Negative,
    /// In the sender's words.
    Other(String),
}

/// A reference range as the laboratory gave it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReferenceRange {
    pub low: Option<Quantity>,
    pub high: Option<Quantity>,
    /// In words, or the range as the laboratory writes it.
    pub text: Option<String>,
    /// `normal`, `therapeutic`, … ; `None` counts as normal.
    pub meaning: Option<String>,
    /// For whom (sex, race, pregnancy), in the sender's words or codes.
    pub applies_to: Vec<String>,
    /// Years of age.
    pub age_low: Option<String>,
    pub age_high: Option<String>,
}

/// A report: what it concludes, its text, its files, the values it groups.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Report {
    pub conclusion: Option<String>,
    /// Codes of the conclusion, as words.
    pub findings: Vec<String>,
    pub results: Vec<ResourceKey>,
    /// Narrative of the resource as plain text.
    pub narrative: Option<String>,
    pub attachments: Vec<Attachment>,
}

/// A document on its own.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Document {
    pub description: Option<String>,
    pub attachments: Vec<Attachment>,
}

/// A file that came within a resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Media type in lower case without parameters; empty when the sender gave none.
    pub media_type: String,
    pub title: Option<String>,
    /// Bytes after decoding.
    pub size: u64,
    pub content: AttachmentContent,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttachmentContent {
    /// Text, decoded; markup is shown as text.
    Text(String),
    /// The bytes stay in the raw resource at this JSON pointer (base64).
    Inline(String),
    /// The file is somewhere else; Daybook fetches nothing from foreign addresses.
    Elsewhere,
    /// Not what it says it is (broken base64, cut off).
    Unreadable,
}

/// Something that happened or is planned: what is known of it, as labelled facts.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Event {
    pub facts: Vec<Fact>,
    /// Of a medicine that was asked for or is taken: how it stands and how it is to be taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prescribed: Option<Box<crate::medicines::Prescribed>>,
}

/// One labelled fact, in the sender's words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    pub label: FactLabel,
    pub value: FactValue,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactValue {
    Text(String),
    Quantity(Quantity),
    Date(PartialDate),
}

/// What a fact is about; each has its word in the catalogues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactLabel {
    Reason,
    Outcome,
    BodySite,
    Severity,
    Stage,
    Began,
    Ended,
    Dose,
    Instructions,
    Medicine,
    ReasonStopped,
    Category,
    Criticality,
    Reaction,
    Activity,
    Member,
    Serial,
    Description,
    Intent,
    Complication,
    FollowUp,
}

/// What one line of the timeline shows of an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub when: When,
    pub status: Status,
    pub value: Option<Value>,
    pub place: Option<meaning::Place>,
    /// The beginning of a report's conclusion.
    pub conclusion: Option<String>,
    pub analyte: Option<analyte::Analyte>,
}

impl Line {
    /// Of a waiting result: when it was, and nothing that it says.
    #[cfg(feature = "server")]
    pub(crate) fn announced(self) -> Self {
        Self { when: self.when, status: Status::Final, value: None, place: None, conclusion: None, analyte: None }
    }
}

/// A place in the timeline to read on from: what stands before it is older.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub sort_key: String,
    pub id: crate::id::ItemId,
}

impl Cursor {
    /// Before the first moment of the year after `year`.
    pub fn end_of_year(year: i16) -> Self {
        Self { sort_key: format!("{:04}", year.saturating_add(1)), id: crate::id::ItemId(uuid::Uuid::nil()) }
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}~{}", self.sort_key, self.id)
    }
}

impl std::str::FromStr for Cursor {
    type Err = crate::id::NotAnId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (sort_key, id) = text.split_once('~').ok_or(crate::id::NotAnId)?;
        Ok(Self { sort_key: sort_key.to_owned(), id: id.parse()? })
    }
}

/// Text in the form in which it is searched: no accents, no capitals, no punctuation.
pub fn searchable(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}
