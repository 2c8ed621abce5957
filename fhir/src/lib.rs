//! FHIR R4 as it comes from clinics, read into what Daybook shows.
//!
//! A file is read twice: [`check()`] goes through all of it with bounded memory, refuses what can't
//! be taken as a whole and notes where each resource stands and what points to what;
//! [`Checked::resources`] then maps one resource at a time. So nothing is written before the whole
//! file is known to be sound and to be about one person.

mod attachment;
mod check;
mod concept;
mod document;
mod dosage;
mod event;
mod export;
mod imaging;
pub mod instrument;
mod json;
mod kind;
mod map;
mod medicine;
mod observation;
mod people;
mod person;
mod plan;
mod questionnaire;
mod read;
mod reference;
mod refusal;
mod report;
mod shape;
mod status;
mod subject;
mod text;
mod timing;
mod value;
mod version;
mod when;

pub use attachment::attachment;
pub use check::{Checked, Part, check, check_part, senders};
pub use export::Bundle;
pub use refusal::{Refusal, Spot, Version};

/// How much a file may ask of this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Of the whole file.
    pub max_bytes: u64,
    /// Of one resource, with the entry of the Bundle around it. A larger one is refused on its
    /// own; its bytes are passed over, not kept.
    pub max_resource_bytes: usize,
    /// Resources in a file.
    pub max_resources: usize,
    /// Objects and lists within each other.
    pub max_depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 1 << 30, max_resource_bytes: 32 << 20, max_resources: 1_000_000, max_depth: 128 }
    }
}
