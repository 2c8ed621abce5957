//! What someone wrote in their own words, as plain text: a comment, a note, an answer.

use serde::{Deserialize, Serialize};

use crate::{Error, Result, error::FieldCode};

/// As typed, without signs that nobody sees. Browsers end lines with two characters, of which the second
/// is kept.
pub fn plain(typed: &str) -> String {
    let text: String = typed.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    text.trim().to_owned()
}

/// Plain text of at least one character.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OwnWords(String);

impl OwnWords {
    /// Characters that it may have.
    pub const MOST: usize = 2_000;

    /// # Errors
    /// `text: Missing` or `text: TooLong`.
    pub fn new(typed: &str) -> Result<Self> {
        let text = plain(typed);
        match text.chars().count() {
            0 => Err(Error::field("text", FieldCode::Missing)),
            n if n > Self::MOST => Err(Error::field("text", FieldCode::TooLong)),
            _ => Ok(Self(text)),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}
