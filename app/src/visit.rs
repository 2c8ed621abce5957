//! Who is looking at a page and in which language: the same on the server and, handed over with
//! the page, in the browser.

use domain::{access::AccountRole, id::RecordId, time::PartialDate};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::words::{Language, Words};

/// One visit to a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Visit {
    pub language: Language,
    /// The path and query that was asked for, to come back to after a change of language.
    pub here: String,
    pub who: Option<Who>,
    /// The person whose record this page belongs to, when the care team reads it.
    #[serde(default)]
    pub whose: Option<Whose>,
}

/// Someone who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    pub name: String,
    pub role: AccountRole,
    /// Their own record.
    pub record: Option<RecordId>,
    /// IANA zone that they live in.
    pub zone: String,
    /// Seconds until the session ends if nothing is done, and at the latest.
    pub idle_seconds: i64,
    pub end_seconds: i64,
}

/// A person whose record someone else reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whose {
    pub record: RecordId,
    pub name: Option<String>,
    pub birth_date: Option<PartialDate>,
    /// Full years.
    pub age: Option<u32>,
}

/// Hands the visit to everything below; call once, in the root component.
pub fn provide_visit() {
    let visit = SharedValue::new(|| use_context::<Visit>().unwrap_or_default()).into_inner();
    provide_context(Words::new(visit.language));
    provide_context(visit);
}

/// The visit that this page is rendered for.
pub fn visit() -> Visit {
    use_context::<Visit>().unwrap_or_default()
}

/// The words of this page's language.
pub fn words() -> Words {
    use_context::<Words>().unwrap_or_else(|| Words::new(Language::default()))
}
