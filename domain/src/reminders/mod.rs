//! Notices by mail: that something waits in Daybook, never what.
//!
//! A person or a member of the care team names an address and shows by a code that was sent there that it
//! is theirs. From then on they get the notices they want, and none in their quiet hours. A mail holds
//! nothing of anybody's health, and a job (`mail.send`) holds no address.

pub mod address;
#[cfg(feature = "server")]
pub mod outgoing;
pub mod quiet;
#[cfg(feature = "server")]
pub mod store;
#[cfg(test)]
#[cfg(feature = "server")]
mod tests;

pub use address::Address;
pub use quiet::Quiet;

/// The kind of the job that sends a mail. Its key is the mail's id; its body says nothing more.
pub const SEND: &str = "mail.send";
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
/// A person's notice that could not be sent for so long is not sent any more.
pub const STALE_SECONDS: i64 = 86_400;
/// What was sent is remembered for so many days.
pub const KEPT_DAYS: i64 = 180;

/// What a notice is about. It says no more than that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// A symptom check is due.
    SymptomCheckDue,
    /// Something on the worklist waits for the care team.
    WorklistWaits,
}

impl Notice {
    pub const fn code(self) -> &'static str {
        self.template().code()
    }

    const fn template(self) -> Template {
        match self {
            Self::SymptomCheckDue => Template::SymptomCheckDue,
            Self::WorklistWaits => Template::WorklistWaits,
        }
    }
}

/// What a mail says; the words are in the catalogues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// The code that confirms an address.
    Code,
    /// That mails arrive.
    Test,
    SymptomCheckDue,
    WorklistWaits,
}

impl Template {
    pub const ALL: [Self; 4] = [Self::Code, Self::Test, Self::SymptomCheckDue, Self::WorklistWaits];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Test => "test",
            Self::SymptomCheckDue => "symptom-check",
            Self::WorklistWaits => "worklist",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|template| template.code() == code)
    }
}
