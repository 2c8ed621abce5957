//! What someone says of a dose: taken, skipped, missed, or later.

use serde::{Deserialize, Serialize};

use super::plan::{Amount, Slot};
use crate::{
    id::{AccountId, EntryId, MedicineId},
    time::Instant,
};

/// For so long what was just noted can be taken back without a trace in lists.
pub const UNDONE_SECONDS: i64 = 10;
/// The page that offers it may be slow: what was pressed in time counts until then.
#[cfg(feature = "server")]
pub(super) const UNDONE_GRACE_SECONDS: i64 = 60;
/// Words of one's own may be so long.
#[cfg(feature = "server")]
pub(super) const WORDS: usize = 300;
/// For how many minutes a dose can be put off.
pub const LATER_MINUTES: [u16; 3] = [10, 30, 60];

/// What was done about a dose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum What {
    Taken {
        at: Instant,
        amounts: Vec<Amount>,
    },
    /// On purpose.
    Skipped {
        reason: Reason,
        #[serde(default)]
        words: String,
    },
    /// Only the person says so; Daybook never does.
    Missed,
    /// Put off; it is asked for again then.
    Later {
        until: Instant,
    },
}

impl What {
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Taken { .. } => Kind::Taken,
            Self::Skipped { .. } => Kind::Skipped,
            Self::Missed => Kind::Missed,
            Self::Later { .. } => Kind::Later,
        }
    }
}

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.code() == code)
            }
        }
    };
}

coded! {
    /// What kind of entry it is.
    Kind { Taken = "taken", Skipped = "skipped", Missed = "missed", Later = "later" }
}
coded! {
    /// Why a dose was skipped.
    Reason {
        SideEffects = "side-effects",
        Unwell = "unwell",
        RanOut = "ran-out",
        TeamSaid = "team-said",
        Other = "other",
    }
}
coded! {
    /// In which way more was taken than planned.
    Beyond {
        // The same dose was recorded as taken before.
        Twice = "twice",
        // Sooner after the last one than its prescriber allows.
        Soon = "soon",
        // More within 24 hours than its prescriber allows.
        Most = "most",
    }
}

/// Who noted it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Author {
    Person,
    Caregiver,
    Team,
}

/// Something to note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewEntry {
    pub id: EntryId,
    pub medicine: MedicineId,
    /// The dose of the plan that it is about; none when the medicine was taken beside it, or as needed.
    pub slot: Option<Slot>,
    pub what: What,
    /// Who noted it was told that it is noted already, or more than allowed, and says that it is so.
    #[serde(default)]
    pub truly: bool,
}

/// An entry as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub id: EntryId,
    pub medicine: MedicineId,
    pub slot: Option<Slot>,
    pub what: What,
    pub beyond: Option<Beyond>,
    pub account: AccountId,
    pub by: Author,
    /// The sign-in name of who noted it, when they have one.
    pub name: Option<String>,
    pub noted_at: Instant,
    /// When it reached Daybook, where a device had kept it.
    pub arrived_at: Option<Instant>,
    pub corrects: Option<EntryId>,
}

impl Entry {
    /// When it was taken, if it was.
    pub const fn taken_at(&self) -> Option<Instant> {
        if let What::Taken { at, .. } = self.what { Some(at) } else { None }
    }
}

/// What came of something to note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recorded {
    /// It is noted.
    Saved(Box<Entry>),
    /// Nothing was noted: who notes it is asked first.
    Asked(Box<Question>),
}

/// What must be asked before something is noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// It was noted before, by someone, on some device.
    Already(Entry),
    /// The last one was too short a while ago.
    Soon { last: Option<Instant>, next: Option<Instant> },
    /// It would be more than the most in 24 hours.
    Most { last: Option<Instant>, next: Option<Instant> },
}
