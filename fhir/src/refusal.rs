//! Why a whole file is refused: where the reason stands, what it is, and what to do about it.
//! Nothing of a refused file may be written.

use std::fmt;

/// A place in a file, both counted from one; columns are counted in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub line: u32,
    pub column: u32,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// A version of FHIR other than the one that Daybook reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    Dstu2,
    Stu3,
    /// DSTU2 or STU3: the sign belongs to both.
    BeforeR4,
    R5,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Dstu2 => "FHIR DSTU2",
            Self::Stu3 => "FHIR STU3",
            Self::BeforeR4 => "a FHIR version older than R4 (DSTU2 or STU3)",
            Self::R5 => "FHIR R5",
        })
    }
}

/// The whole file is refused.
#[derive(Debug, thiserror::Error)]
#[error("{}: {}", self.place(), self.why())]
pub enum Refusal {
    /// The file can't be opened or read.
    Unreadable(#[source] std::io::Error),
    Empty,
    Xml,
    /// Compressed: gzip or zip.
    Packed,
    /// The bytes are not UTF-8.
    NotText {
        at: Spot,
    },
    NotJson {
        at: Spot,
        why: String,
    },
    CutOff {
        at: Spot,
    },
    /// JSON, but no resource: says what was found.
    NotFhir {
        at: Spot,
        found: String,
    },
    OtherVersion {
        place: String,
        version: Version,
        sign: String,
    },
    /// Names both as the file names them.
    TwoPeople {
        place: String,
        first: String,
        second: String,
    },
    NoPatient,
    NoResources,
    TooLarge {
        max: u64,
    },
    TooDeep {
        at: Spot,
        max: usize,
    },
    TooMany {
        at: Spot,
        max: usize,
    },
}

impl Refusal {
    /// Where in the file the reason stands.
    pub fn place(&self) -> String {
        match self {
            Self::NotText { at }
            | Self::NotJson { at, .. }
            | Self::CutOff { at }
            | Self::NotFhir { at, .. }
            | Self::TooDeep { at, .. }
            | Self::TooMany { at, .. } => at.to_string(),
            Self::OtherVersion { place, .. } | Self::TwoPeople { place, .. } => place.clone(),
            Self::Xml => "line 1".into(),
            Self::Unreadable(_)
            | Self::Empty
            | Self::Packed
            | Self::NoPatient
            | Self::NoResources
            | Self::TooLarge { .. } => "the file".into(),
        }
    }

    /// What is wrong and what to do, in one English line.
    pub fn why(&self) -> String {
        match self {
            Self::Unreadable(cause) => format!("it can't be read ({cause})"),
            Self::Empty => "it is empty; export it again".into(),
            Self::Xml => "this is XML; ask the sender for FHIR R4 as JSON".into(),
            Self::Packed => "it is compressed; unpack it first".into(),
            Self::NotText { .. } => "the bytes here are not UTF-8 text; save the file as UTF-8".into(),
            Self::NotJson { why, .. } => format!("not valid JSON: {why}; export the file again"),
            Self::CutOff { at } => {
                format!("the file ends early, at line {}; copy or export it again", at.line)
            }
            Self::NotFhir { found, .. } => format!(
                "JSON, but not FHIR: {found}; give a FHIR R4 Bundle, a resource, a list of \
                 resources, or one resource a line"
            ),
            Self::OtherVersion { version, sign, .. } => {
                format!("this is {version} ({sign}); Daybook reads FHIR R4, ask the sender for it")
            }
            Self::TwoPeople { first, second, .. } => {
                format!("the file is about two people ({first} and {second}); give one file for each person")
            }
            Self::NoPatient => "nothing in it says whom it is about: no Patient resource, and no \
                                resource with a patient as subject; export it with the Patient"
                .into(),
            Self::NoResources => "there is no resource in it; export it again".into(),
            Self::TooLarge { max } => {
                format!("it is larger than {} MB; split it", max.div_ceil(1 << 20))
            }
            Self::TooDeep { max, .. } => {
                format!("objects and lists are nested more than {max} deep; this is not a record")
            }
            Self::TooMany { max, .. } => format!("there are more than {max} resources; split it"),
        }
    }
}
