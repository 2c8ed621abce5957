//! The models of the pages: what travels from the server, and is kept on the device one day.
//! Dates in them are already on the calendar of the site.

use std::fmt::Write as _; // Writing to a string can't fail, hence each `let _`.

use domain::{
    id::{ItemId, RecordId},
    results::{
        Attachment, Event, Interpretation, Involved, Kind, Status, Value, When,
        analyte::{Analyte, Units},
        change::{Changes, TreatmentDay},
        meaning::{Meaning, Place},
        readiness::Waits,
        stretch::{Named, Tally},
        trend::Series,
    },
    site::PhoneNumber,
    time::PartialDate,
};
use leptos_router::params::ParamsMap;
use serde::{Deserialize, Serialize};

use crate::shell::page::escaped;

/// What the address of the timeline asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub q: String,
    /// Empty: every kind.
    pub kinds: Vec<Kind>,
    /// From the end of this year on.
    pub year: Option<i16>,
    /// A cursor: only what is older.
    pub before: Option<String>,
}

/// Characters of a search that are looked for.
const MOST_SEARCHED: usize = 200;

impl Asked {
    pub fn of(query: &ParamsMap) -> Self {
        let kinds = query.get_all("kind").unwrap_or_default();
        Self {
            q: query.get("q").unwrap_or_default().trim().chars().take(MOST_SEARCHED).collect(),
            kinds: Kind::ALL.into_iter().filter(|kind| kinds.iter().any(|k| k == kind.code())).collect(),
            year: query.get("year").and_then(|year| year.parse().ok()).filter(|year| (1000..=9999).contains(year)),
            before: query.get("before").filter(|before| !before.is_empty()),
        }
    }

    /// Whether it narrows what is shown, rather than where it begins.
    pub const fn narrows(&self) -> bool {
        !self.q.is_empty() || !self.kinds.is_empty()
    }

    /// The same search from the newest result on.
    #[must_use]
    pub fn newest(&self) -> Self {
        Self { year: None, before: None, ..self.clone() }
    }

    /// The address of the timeline that asks for this.
    pub fn href(&self, record: RecordId) -> String {
        let mut pairs = Vec::new();
        if !self.q.is_empty() {
            pairs.push(("q", self.q.clone()));
        }
        pairs.extend(self.kinds.iter().map(|kind| ("kind", kind.code().to_owned())));
        pairs.extend(self.year.map(|year| ("year", year.to_string())));
        pairs.extend(self.before.clone().map(|before| ("before", before)));
        let mut href = format!("/records/{record}/results");
        for (at, (name, value)) in pairs.iter().enumerate() {
            let sign = if at == 0 { '?' } else { '&' };
            let _ = write!(href, "{sign}{name}={}", escaped(value));
        }
        href
    }
}

/// The timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimelinePage {
    pub record: RecordId,
    pub asked: Asked,
    pub entries: Vec<EntryModel>,
    /// Where older results begin, when there are any.
    pub older: Option<String>,
    /// Years and kinds of which the record holds something.
    pub years: Vec<i16>,
    pub kinds: Vec<Kind>,
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryModel {
    pub item: ItemId,
    pub kind: Kind,
    /// As the sender calls it; empty when it has no name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub analyte: Option<Analyte>,
    pub when: When,
    pub status: Status,
    #[serde(default, skip_serializing_if = "is_false")]
    pub changed: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_new: bool,
    /// Whether it groups values, rather than being one.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_panel: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conclusion: Option<String>,
    /// Of what it groups: how many, how many the laboratory places outside its range.
    pub values: u32,
    pub outside: u32,
    /// The value of a group of exactly one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<OnlyValue>,
    /// It is only announced to the person; the care team sees it and that it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits: Option<Waits>,
    /// Of values that were only collected together: the first ones, which name the line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Named>,
    /// Where it is read in the diary, when it was noted there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diary: Option<String>,
}

/// The one value of a group of one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OnlyValue {
    pub title: String,
    pub analyte: Option<Analyte>,
    pub value: Option<Value>,
    pub place: Option<Place>,
}

/// One thing opened, with the values it groups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    pub record: RecordId,
    pub item: ItemId,
    pub kind: Kind,
    pub title: String,
    pub analyte: Option<Analyte>,
    /// Whether it groups values.
    pub is_panel: bool,
    pub when: When,
    pub status: Status,
    pub people: Vec<Involved>,
    pub notes: Vec<String>,
    pub content: Content,
    /// In the order in which tests always stand, so that people find each in the same place.
    pub values: Vec<ValueModel>,
    /// What there is to say of all values, those of other pages as well.
    #[serde(default)]
    pub tally: Tally,
    /// There are more values than were read.
    pub more: bool,
    /// Of values that were only collected together: the first ones, which name the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Named>,
    /// Whom to call about it.
    pub clinic: Vec<PhoneNumber>,
    /// What usually happens after such a result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextWords>,
    /// What the care team said of it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<CommentModel>,
    /// Whether the reader is of the care team and may comment on it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub may_comment: bool,
    /// Words of its texts that are explained, in the order of the texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<ExplainedWord>,
}

/// Which values of a long panel an address asks for: from which number on, or all of them.
pub fn asked_values(query: &ParamsMap) -> (u32, bool) {
    let from = query.get("from").and_then(|from| from.parse().ok()).unwrap_or(0);
    (from, query.get("all").is_some())
}

/// What was chosen in the form of when results open, group by group, with the days beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedChoices {
    pub laboratory: String,
    pub laboratory_days: String,
    pub imaging: String,
    pub imaging_days: String,
    pub pathology: String,
    pub pathology_days: String,
    pub genetics: String,
    pub genetics_days: String,
}

/// What usually happens after a result, in general.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextWords {
    pub text: String,
    /// The language of a clinic's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// What someone of the care team said of a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentModel {
    /// Who said it, when they have a name.
    pub author: Option<String>,
    pub day: PartialDate,
    /// Empty when it was withdrawn.
    pub text: String,
    /// When it was corrected or withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<PartialDate>,
}

/// A word of a report with what it means, in the language of the reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExplainedWord {
    /// The end of its addresses within the page.
    pub term: String,
    pub spelled: String,
    /// Which text of the page it stands in, and from which byte.
    pub text: usize,
    pub at: usize,
    pub meaning: String,
}

/// What is on the page of a thing besides values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// Only values.
    Values,
    Report {
        conclusion: Option<String>,
        findings: Vec<String>,
        narrative: Option<String>,
        attachments: Vec<Attachment>,
    },
    Document {
        description: Option<String>,
        attachments: Vec<Attachment>,
    },
    Event(Event),
    /// It waits: all else is left out.
    Waiting(Waits),
}

/// One value with all there is to say of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ValueModel {
    pub item: ItemId,
    /// As the sender calls it.
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub analyte: Option<Analyte>,
    pub status: Status,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    #[serde(default)]
    pub meaning: Meaning,
    /// The laboratory's flags that do not place the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Interpretation>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// What it said before it was changed, latest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Value>,
    /// How it compares with the values before it.
    #[serde(default)]
    pub changes: Changes,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specimen: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_site: Option<String>,
    /// The key of its course over time, when it is a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// A number that cannot be right.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unusual: bool,
}

impl ValueModel {
    /// A value of which nothing is known but its name.
    #[cfg(feature = "ssr")]
    pub(super) fn nothing(item: ItemId, title: String, status: Status) -> Self {
        Self {
            item,
            title,
            analyte: None,
            status,
            value: None,
            meaning: Meaning::default(),
            marks: Vec::new(),
            parts: Vec::new(),
            earlier: Vec::new(),
            changes: Changes::default(),
            notes: Vec::new(),
            method: None,
            specimen: None,
            body_site: None,
            series: None,
            unusual: false,
        }
    }
}

/// One of several values under one name (blood pressure: upper and lower).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub title: String,
    pub analyte: Option<Analyte>,
    pub value: Option<Value>,
    pub meaning: Meaning,
    pub marks: Vec<Interpretation>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub unusual: bool,
}

/// How far back a course is shown, from its latest value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    Months3,
    Year1,
    Years5,
    Everything,
}

impl Period {
    pub const ALL: [Self; 4] = [Self::Months3, Self::Year1, Self::Years5, Self::Everything];

    /// The word for it in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Months3 => "3-months",
            Self::Year1 => "1-year",
            Self::Years5 => "5-years",
            Self::Everything => "all",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.code() == code)
    }

    pub const fn days(self) -> Option<u32> {
        match self {
            Self::Months3 => Some(92),
            Self::Year1 => Some(366),
            Self::Years5 => Some(1827),
            Self::Everything => None,
        }
    }
}

/// One test over time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrendPage {
    pub record: RecordId,
    /// The key of the course, as in the address.
    pub key: String,
    /// As the sender of the latest value calls it.
    pub title: String,
    pub analyte: Option<Analyte>,
    pub period: Period,
    /// Every row of the tables, rather than the first ones.
    pub all_rows: bool,
    /// One for each unit.
    pub series: Vec<Series>,
    /// Values that can't be drawn.
    pub left_out: u32,
    /// There are older values than were read; so many were.
    pub cut_at: Option<u32>,
    /// The units that one can choose between, where there are two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<UnitChoice>,
    /// Days of treatment in the period, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub treatments: Vec<TreatmentDay>,
}

/// In which units one looks at a test that has two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitChoice {
    /// None: each value as it came.
    pub chosen: Option<Units>,
    pub conventional: String,
    pub si: String,
}

/// The blood counts side by side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountsPage {
    pub record: RecordId,
    pub period: Period,
    /// Those of which there are values, in the order of a blood count.
    pub counts: Vec<Count>,
    /// From when to when all of them are drawn.
    pub span: Option<(PartialDate, PartialDate)>,
    pub treatments: Vec<TreatmentDay>,
}

/// One of the blood counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Count {
    pub analyte: Analyte,
    /// In the unit of the latest value.
    pub series: Series,
    /// Values that are only on its own page: in another unit, or older than what is drawn.
    pub more: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_query(pairs: &[(&str, &str)]) -> ParamsMap {
        let mut query = ParamsMap::new();
        for (name, value) in pairs {
            query.insert((*name).to_owned(), (*value).to_owned());
        }
        query
    }

    #[test]
    fn an_address_is_read_and_what_makes_no_sense_in_it_is_left_out() {
        let asked = Asked::of(&a_query(&[
            ("q", " iron "),
            ("kind", "visit"),
            ("kind", "laboratory"),
            ("kind", "x"),
            ("year", "20"),
        ]));
        assert_eq!(asked.q, "iron");
        assert_eq!(asked.kinds, [Kind::Laboratory, Kind::Visit]);
        assert_eq!((asked.year, asked.before), (None, None));
    }

    #[test]
    fn an_address_escapes_what_was_typed() {
        let asked =
            Asked { q: "a&b=é".into(), kinds: vec![Kind::Visit], before: Some("2021-03~x".into()), year: None };
        let record: RecordId = "01900000-0000-7000-8000-000000000000".parse().unwrap();
        assert_eq!(
            asked.href(record),
            "/records/01900000-0000-7000-8000-000000000000/results?q=a%26b%3D%C3%A9&kind=visit&before=2021-03~x"
        );
        assert_eq!(Asked::default().href(record), "/records/01900000-0000-7000-8000-000000000000/results");
    }
}
