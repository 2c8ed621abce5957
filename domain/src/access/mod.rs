//! Who may do what with a record, as proofs: values that only this room can make.
//!
//! Store functions take a [`Granted`] by reference and no other id of a record, so a check that
//! was forgotten, or one made for another person, does not compile. Default is deny; someone
//! else's record and one that does not exist are the same answer.
//!
//! ```compile_fail
//! // A proof can't be made by hand.
//! let proof = domain::access::Granted::<domain::access::View, domain::access::Results> {
//!     record: "00000000-0000-7000-8000-000000000000".parse().unwrap(),
//!     caller: None,
//!     reader: domain::access::Reader::Person,
//!     at: domain::time::Instant(0),
//!     kind: std::marker::PhantomData,
//! };
//! ```

#[cfg(feature = "server")]
mod circle;
#[cfg(feature = "server")]
mod store;
#[cfg(feature = "server")]
pub mod team;
#[cfg(test)]
#[cfg(feature = "server")]
mod tests;
#[cfg(feature = "server")]
pub use circle::{Circle, circle};
#[cfg(feature = "server")]
pub use store::{act, act_by_itself, choose, comment, export, export_by_operator, fresh_factor, import, view, write};
#[cfg(feature = "server")]
pub(crate) use store::{view_calendar, whole, write_by_tap};

use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

use crate::{
    id::{AccountId, RecordId, SessionId},
    time::Instant,
};

/// What an account is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AccountRole {
    Patient,
    /// Nurse, clinician: opens records of their teams, after a second factor.
    CareTeam,
    /// Runs the programme; opens no record.
    Administrator,
}

impl AccountRole {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Patient => "patient",
            Self::CareTeam => "care-team",
            Self::Administrator => "administrator",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Patient, Self::CareTeam, Self::Administrator].into_iter().find(|role| role.code() == code)
    }
}

/// Who is asking: a signed-in account on one device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caller {
    pub account: AccountId,
    pub session: SessionId,
    pub role: AccountRole,
    /// The record that is the caller's own.
    pub record: Option<RecordId>,
    /// Whether this session has shown a second factor. Without it the care team opens nothing.
    pub second_factor: bool,
    /// Until when what needs a fresh factor goes without another one.
    pub fresh_until: Instant,
}

impl Caller {
    /// Whether a second factor is missing that the role must have: then nothing opens but setting
    /// one up.
    pub const fn lacks_factor(&self) -> bool {
        !matches!(self.role, AccountRole::Patient) && !self.second_factor
    }
}

/// As whom someone may do what was granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The person whose record it is.
    Person,
    /// A member of a team that cares for them.
    CareTeam,
    /// The clinic's system or the operator.
    System,
}

mod sealed {
    pub trait Sealed {}
}

/// What may be done: [`View`], [`Write`], [`Choose`], [`Comment`], [`Act`] or [`Import`].
pub trait Permission: sealed::Sealed {
    const CODE: &'static str;
}

/// Reading.
#[derive(Debug)]
pub enum View {}
/// Adding to one's own record.
#[derive(Debug)]
pub enum Write {}
/// Deciding when one's own results open.
#[derive(Debug)]
pub enum Choose {}
/// Saying something about a result, which the person sees with it.
#[derive(Debug)]
pub enum Comment {}
/// Doing something about it as the care team, or in its name.
#[derive(Debug)]
pub enum Act {}
/// Bringing in what the clinic sends.
#[derive(Debug)]
pub enum Import {}

/// A part of a record that is granted on its own.
pub trait Category: sealed::Sealed {
    const CODE: &'static str;
}

/// Everything that came from the clinic: values, reports, visits, treatments.
#[derive(Debug)]
pub enum Results {}
/// Whose record it is.
#[derive(Debug)]
pub enum Identity {}
/// Who looked at what.
#[derive(Debug)]
pub enum Log {}
/// What the person says of how they are, and what came of it.
#[derive(Debug)]
pub enum Diary {}
/// What the care team keeps of how someone is cared for: phase, treatment days, what is on hold.
#[derive(Debug)]
pub enum Care {}
/// What of a person waits for the care team.
#[derive(Debug)]
pub enum Worklist {}
/// What the person takes, when, and what was taken.
#[derive(Debug)]
pub enum Medicines {}

macro_rules! codes {
    ($as:ident: $($name:ident = $code:literal),+) => {$(
        impl sealed::Sealed for $name {}
        impl $as for $name {
            const CODE: &'static str = $code;
        }
    )+};
}
codes!(Permission: View = "view", Write = "write", Choose = "choose", Comment = "comment", Act = "act", Import = "import");
codes!(Category: Results = "results", Identity = "identity", Log = "log", Diary = "diary", Care = "care", Worklist = "worklist", Medicines = "medicines");

/// Proof that someone may do `P` with the part `C` of one record, checked in this transaction.
#[derive(Debug)]
pub struct Granted<P: Permission, C: Category> {
    record: RecordId,
    caller: Option<AccountId>,
    reader: Reader,
    /// When it was asked; only of [`View`], since a change is told its moment itself.
    at: Instant,
    kind: PhantomData<(P, C)>,
}

impl<P: Permission, C: Category> Granted<P, C> {
    /// The record that the proof is for.
    pub const fn record(&self) -> RecordId {
        self.record
    }

    /// The account that asked; nobody when the clinic's system or the operator did.
    pub const fn account(&self) -> Option<AccountId> {
        self.caller
    }

    /// As whom they asked.
    pub const fn reader(&self) -> Reader {
        self.reader
    }

    /// What was granted, in words for the log.
    pub fn code(&self) -> (&'static str, &'static str) {
        (P::CODE, C::CODE)
    }
}

impl<C: Category> Granted<View, C> {
    /// The moment as of which they read.
    pub const fn at(&self) -> Instant {
        self.at
    }
}
