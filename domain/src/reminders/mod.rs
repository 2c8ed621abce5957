//! Notices: that something waits in Daybook.
//!
//! Each is in the inbox of its account. Outside Daybook it comes over the channels that the account wants for
//! its kind, and not in the quiet hours: by mail, to an address that was shown by a code to be theirs, and as a push to the browsers
//! where they asked for it. Unless
//! they chose plain wording, it says that something waits, never what. A job (`mail.send`, `push.send`) holds no
//! address. What a push service needs to know of a device is sealed.

pub mod address;
pub mod choice;
#[cfg(feature = "server")]
pub mod choice_store;
#[cfg(feature = "server")]
mod doses;
#[cfg(feature = "server")]
pub mod inbox;
#[cfg(feature = "server")]
pub mod outgoing;
pub mod push;
#[cfg(feature = "server")]
pub mod push_out;
#[cfg(feature = "server")]
pub mod push_store;
#[cfg(test)]
#[cfg(feature = "server")]
mod push_tests;
pub mod quiet;
#[cfg(feature = "server")]
pub mod store;
#[cfg(feature = "server")]
pub mod tap;
#[cfg(test)]
#[cfg(feature = "server")]
mod tests;

pub use address::Address;
pub use choice::{Channels, Kind, Wanted, Wording};
pub use quiet::Quiet;

use serde::{Deserialize, Serialize};

#[cfg(feature = "server")]
use crate::time::Instant;

/// The kind of the job that sends a mail. Its key is the mail's id; its body says nothing more.
pub const SEND: &str = "mail.send";
/// The kind of the job that sends a push to a device. Its key is the push's id; its body says nothing more.
pub const PUSH: &str = "push.send";
/// A code that was sent counts for so long.
pub const CODE_SECONDS: i64 = 86_400;
/// The last wrong try that a code survives is the one before this.
pub const CODE_TRIES: i64 = 5;
/// So many mails an account may ask for in 24 hours (codes and tests), and so many codes an address gets.
pub const MOST_ASKED: i64 = 5;
/// So many notices an account gets in 24 hours.
pub const MOST_NOTICES: i64 = 24;
/// So many notices an address gets in 24 hours that a team has named.
pub const MOST_TO_TEAM: i64 = 100;
/// So many notices an account gets in 24 hours as pushes; a day with many medicines has many.
pub const MOST_PUSHES: i64 = 96;
/// So many devices of an account take pushes.
pub const MOST_DEVICES: i64 = 10;
/// A person's notice that could not be sent for so long is not sent any more.
pub const STALE_SECONDS: i64 = 86_400;
/// The inbox shows notices of so many days.
pub const INBOX_DAYS: i64 = 30;
/// What was sent is remembered for so many days.
pub const KEPT_DAYS: i64 = 180;

/// A reminder of a medicine that leaves so much later than it should, or more, is told as one that came late.
pub const LATE_SECONDS: i64 = 3_600;

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// A symptom check is due.
    SymptomCheckDue,
    /// Something on the worklist waits for the care team.
    WorklistWaits,
    /// Something new came into the record.
    ResultsNew,
    /// It is time for a medicine; the detail names it.
    MedicineDue,
    /// Reminders of medicines came too late: a summary, which never says to take anything now.
    MedicineLate,
    /// For someone whom the person chose: that a dose has no answer.
    DoseUnanswered,
    /// The record says now that nothing of a medicine is to be taken; the detail names it.
    MedicineStopped,
    /// The record says that no more.
    MedicineAgain,
    /// Whoever was chosen to be told of doses without an answer said no.
    ToldEnded,
}

impl Notice {
    pub const ALL: [Self; 9] = [
        Self::SymptomCheckDue,
        Self::WorklistWaits,
        Self::ResultsNew,
        Self::MedicineDue,
        Self::MedicineLate,
        Self::DoseUnanswered,
        Self::MedicineStopped,
        Self::MedicineAgain,
        Self::ToldEnded,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Self::SymptomCheckDue => "symptom-check",
            Self::WorklistWaits => "worklist",
            Self::ResultsNew => "results-new",
            Self::MedicineDue => "medicine-due",
            Self::MedicineLate => "medicine-late",
            Self::DoseUnanswered => "dose-unanswered",
            Self::MedicineStopped => "medicine-stopped",
            Self::MedicineAgain => "medicine-again",
            Self::ToldEnded => "told-ended",
        }
    }

    /// Whether it tells someone of their own doses that are due: what it is about is looked at again before it
    /// leaves.
    pub const fn is_of_doses(self) -> bool {
        matches!(self, Self::MedicineDue | Self::MedicineLate)
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.code() == code)
    }

    /// Whether it says what the record says of medicines: what is said of them later takes its place.
    pub const fn is_of_record(self) -> bool {
        matches!(self, Self::MedicineStopped | Self::MedicineAgain)
    }

    /// What it is when it leaves now: whoever is told an hour late must not be told to take something now.
    #[cfg(feature = "server")]
    #[must_use]
    pub const fn leaving(self, due: Instant, now: Instant) -> Self {
        match self {
            Self::MedicineDue if now.seconds_since(due) >= LATE_SECONDS => Self::MedicineLate,
            other => other,
        }
    }
}

/// What a notice may say and lead to, beyond what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Said<'a> {
    /// What plain wording adds: the name of the medicine, or of several.
    pub detail: Option<&'a str>,
    /// The page of Daybook that it leads to, as `/records/R/medicines`: for the inbox and for the tap on a
    /// push, never in a mail.
    pub url: Option<&'a str>,
}

/// What a mail says; the words are in the catalogues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// The code that confirms an address.
    Code,
    /// That mails arrive.
    Test,
    /// The letter that asks someone else whether they want to be told of doses without an answer.
    Told,
    Notice(Notice),
}

impl Template {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Test => "test",
            Self::Told => "told",
            Self::Notice(notice) => notice.code(),
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "code" => Some(Self::Code),
            "test" => Some(Self::Test),
            "told" => Some(Self::Told),
            other => Notice::from_code(other).map(Self::Notice),
        }
    }

    /// Every mail that there is.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Code, Self::Test, Self::Told].into_iter().chain(Notice::ALL.map(Self::Notice))
    }
}
