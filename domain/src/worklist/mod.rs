//! The care team's rooms: what waits for them, and finding a person whom their teams care for, and no
//! other.
//!
//! Who may be found is said by [`crate::access::Circle`]; whose record is whose, by
//! [`crate::access::team`]. What waits is an [`item`]: others open it, the team takes it, does something
//! about it, says what, and closes it.

#[cfg(feature = "server")]
pub mod deed;
#[cfg(feature = "server")]
pub(crate) mod index;
pub mod item;
#[cfg(feature = "server")]
pub mod item_store;
#[cfg(test)]
#[cfg(feature = "server")]
pub(crate) mod item_tests;
#[cfg(feature = "server")]
pub mod list;
#[cfg(feature = "server")]
pub mod mute;
#[cfg(feature = "server")]
pub(crate) mod place;
#[cfg(feature = "server")]
pub mod step_up;
#[cfg(test)]
#[cfg(feature = "server")]
mod step_up_tests;
#[cfg(feature = "server")]
pub mod store;
#[cfg(test)]
#[cfg(feature = "server")]
mod tests;

use crate::{results::searchable, time::PartialDate};

/// So many words of a search count.
const MOST_WORDS: usize = 8;
/// So many characters of a word count.
pub(crate) const LONGEST_WORD: usize = 60;

/// Whom someone looks for. Each word is the beginning of a word of the name or of an identifier;
/// accents, case and signs don't matter, nor does the order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    words: Vec<String>,
}

impl Search {
    /// `born` may be a year, a month or a day.
    pub fn new(typed: &str, born: Option<PartialDate>) -> Self {
        let mut words = words(typed);
        words.truncate(MOST_WORDS);
        words.extend(born.map(born_word));
        Self { words }
    }

    /// Whether it leaves nobody out.
    pub const fn is_everyone(&self) -> bool {
        self.words.is_empty()
    }
}

/// A date of birth as a word. No other word has a sign in it.
fn born_word(date: PartialDate) -> String {
    format!("*{}", date.date())
}

/// The words of a text in the form in which they are compared.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = searchable(text)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(LONGEST_WORD).collect())
        .collect();
    words.sort();
    words.dedup();
    words
}
