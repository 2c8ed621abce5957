//! Identifiers: one newtype a noun, so that the id of one thing can't be used for another.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The text is not an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new UUIDv7: sorts by the time it was made.
            #[cfg(feature = "server")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        #[cfg(feature = "server")]
        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::parse_str(text).map(Self).map_err(|_| NotAnId)
            }
        }
    )+};
}

ids! {
    /// One person's record, whoever reads it.
    RecordId,
    /// One thing in a record; stays the same through its versions.
    ItemId,
    /// Someone who can sign in.
    AccountId,
    /// One sign-in on one device.
    SessionId,
    /// A letter that lets someone in.
    InvitationId,
    /// A group of the care team.
    TeamId,
    /// A clinic's system that may send records.
    SenderId,
    /// Something the care team said about a result.
    CommentId,
    /// One version of an instrument that this site has.
    InstrumentId,
    /// One report of the diary; made on the device.
    ReportId,
    /// Something that waits for the care team.
    WorkItemId,
    /// Something that the care team did about an item of its worklist; made on the device.
    DeedId,
    /// Work for later.
    JobId,
    /// A mail that Daybook sends.
    MailId,
    /// One medicine on someone's list.
    MedicineId,
    /// One entry about a dose; made on the device.
    EntryId,
    /// One wish for more of a medicine; made on the device.
    RefillId,
    /// One count of a medicine at home; made on the device.
    SupplyId,
    /// Something that an account was told.
    NoticeId,
    /// A browser that takes pushes.
    PushDeviceId,
    /// A push to one device.
    PushId,
    /// That someone else is told of doses without an answer.
    ToldId,
}
