//! A person's record: who it is about, and everything that came from the clinic, as it came.
//!
//! An import never changes what is there: it adds versions, which become visible all at once
//! when it is published (see [`store`]).

pub mod care;
#[cfg(feature = "server")]
pub mod export;
#[cfg(feature = "server")]
pub mod reach;
#[cfg(feature = "server")]
pub mod store;

use serde::{Deserialize, Serialize};

use crate::{
    id::SenderId,
    results::Item,
    time::{Instant, PartialDate},
};

/// What identifies a resource among those of one sender: `Type/id`, else the `fullUrl`, else
/// `sha256:` and the hash of its content.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ResourceKey(pub String);

/// A business identifier (record number, insurance number): the system that gave it and its value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Identifier {
    pub system: String,
    pub value: String,
}

/// Administrative gender as FHIR has it. Typical ranges use it; nothing else does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    Male,
    Female,
    Other,
    Unknown,
}

/// The person that a file is about, as its Patient resource says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub key: ResourceKey,
    pub identifiers: Vec<Identifier>,
    /// For display, official or usual name first.
    pub name: Option<String>,
    pub birth_date: Option<PartialDate>,
    pub gender: Option<Gender>,
    pub deceased: bool,
}

/// The full years that have surely passed since `born` on a day; a vague date counts from its end.
pub fn age(born: PartialDate, on: PartialDate) -> Option<u32> {
    let after = (on.month, on.day) >= (born.month.or(Some(12)), born.day.or(Some(31)));
    u32::try_from(on.year - born.year - i16::from(!after)).ok()
}

/// Whom a file is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The file brings the Patient resource.
    Described(Person),
    /// The file only points to a patient that came before from the same sender.
    Named(ResourceKey),
}

/// One resource as it came, with what Daybook reads from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Resource {
    /// FHIR `resourceType`.
    pub kind: String,
    pub key: ResourceKey,
    /// Under which address it stood in its Bundle.
    pub full_url: Option<String>,
    /// `meta.lastUpdated`.
    pub last_updated: Option<Instant>,
    /// SHA-256 of the JSON with its insignificant white space removed.
    pub hash: [u8; 32],
    /// `status` or `verificationStatus` is `entered-in-error`.
    pub entered_in_error: bool,
    /// The JSON as it came.
    pub raw: String,
    /// What a person sees of it; nothing for what is only kept.
    pub item: Option<Item>,
    /// References in it that lead nowhere in the file.
    pub unresolved: Vec<String>,
}

/// One resource of a record as it came, and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub sender: SenderId,
    pub sender_name: String,
    pub kind: String,
    pub key: ResourceKey,
    /// Under which address it stood in its Bundle.
    pub full_url: Option<String>,
    /// The JSON as it came.
    pub raw: String,
}

/// What an import did, as its report says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    pub new: u64,
    pub changed: u64,
    pub same: u64,
    /// Taken back by the sender ("entered in error").
    pub hidden: u64,
    /// Kept as it came, without a place in the timeline.
    pub raw: u64,
    pub refused: Vec<Refused>,
    /// References that lead nowhere; what holds them went in.
    pub unresolved: Vec<Refused>,
}

/// Something that could not be taken: where it stands and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Line and entry in the file, `line 12, entry 3, Observation/abc`.
    #[serde(rename = "where")]
    pub place: String,
    pub why: String,
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("1961-03-27", "2026-03-26", Some(64))]
    #[case("1961-03-27", "2026-03-27", Some(65))]
    #[case("1961-03", "2026-03-27", Some(64))]
    #[case("1961", "2026-12-30", Some(64))]
    #[case("2027-01-01", "2026-12-30", None)]
    fn an_age_is_the_full_years_that_have_surely_passed(
        #[case] born: &str,
        #[case] on: &str,
        #[case] years: Option<u32>,
    ) {
        assert_eq!(age(born.parse().unwrap(), on.parse().unwrap()), years);
    }
}
