//! What can go wrong, as codes: texts for people are made from them by the catalogues.

use serde::{Deserialize, Serialize};

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Everything a domain function can answer instead of its result.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or it is someone else's: the two are one answer.
    #[error("not found")]
    NotFound,
    /// What was given can't be taken; each field says why.
    #[error("invalid: {0:?}")]
    Invalid(Vec<Field>),
    /// The same client id came with other content, or someone else was faster.
    #[error("conflict")]
    Conflict,
    /// Too many tries; the next one is taken after so many seconds.
    #[error("throttled for {0} s")]
    Throttled(u32),
    /// A fresh sign-in is needed.
    #[error("signed out")]
    SignedOut,
    /// The session holds, but what was asked for needs a factor shown a short while ago.
    #[error("a fresh factor is needed")]
    FactorNeeded,
    /// The database can't be reached or can't take the write now; nothing was written.
    #[error("unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A defect of Daybook or of what it stands on. The cause is for the log only.
    #[error("internal")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// One field is wrong.
    pub fn field(name: &'static str, code: FieldCode) -> Self {
        Self::Invalid(vec![Field { name: name.into(), code }])
    }

    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }
}

#[cfg(feature = "server")]
impl From<sqlx::Error> for Error {
    fn from(cause: sqlx::Error) -> Self {
        match &cause {
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => Self::Unavailable(cause.into()),
            // SQLite: 5 busy, 6 locked, 8 read-only, 13 full. PostgreSQL: class 53 resources,
            // 57P shutting down, 25006 read-only.
            sqlx::Error::Database(e)
                if e.code().is_some_and(|c| {
                    matches!(c.as_ref(), "5" | "6" | "8" | "13" | "25006")
                        || c.starts_with("53")
                        || c.starts_with("57P")
                }) =>
            {
                Self::Unavailable(cause.into())
            }
            _ => Self::Internal(cause.into()),
        }
    }
}

/// A field of a form and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    pub name: String,
    pub code: FieldCode,
}

/// Why a field can't be taken. Each has its text in the catalogues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldCode {
    /// Nothing was given.
    Missing,
    /// Not of the form asked for.
    Malformed,
    TooShort,
    TooLong,
    /// Not a day of the calendar, or outside the years that make sense.
    NotADate,
    /// Someone else has it.
    Taken,
    /// Among what others would guess first.
    TooCommon,
    /// The name and the passphrase (or the code and the date) don't belong together.
    NoMatch,
    /// It was right once, and is used up, replaced or too old.
    Expired,
    /// Not one of the choices.
    NotAChoice,
    /// A number below or above the limits.
    OutOfRange,
    /// More than one answer where one is asked for.
    TooMany,
    /// Answers of which one excludes the others.
    Contradiction,
}
