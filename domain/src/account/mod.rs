//! Who can sign in: names, passphrases, letters and sessions, and how long each of them holds.
//!
//! Known and unknown names answer the same, in the same time. The rules are here; whatever needs
//! secrets or the database lives in the files beside this one.

#[cfg(feature = "server")]
pub mod draft;
#[cfg(feature = "server")]
pub mod enrol;
#[cfg(feature = "server")]
pub mod factor;
#[cfg(feature = "server")]
pub mod letter;
#[cfg(feature = "server")]
pub mod passphrase;
#[cfg(feature = "server")]
pub mod staff;
#[cfg(feature = "server")]
pub mod step_up;
#[cfg(feature = "server")]
pub mod store;
#[cfg(test)]
#[cfg(feature = "server")]
mod store_tests;
#[cfg(feature = "server")]
pub(crate) mod throttle;
#[cfg(feature = "server")]
pub mod totp;
#[cfg(feature = "server")]
pub mod travel;
#[cfg(feature = "server")]
pub mod zone;

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::{access::AccountRole, error::FieldCode, time::PartialDate};

/// A letter holds for so many days.
pub const LETTER_DAYS: i64 = 14;
/// So many wrong second things, and the letter is dead.
pub const LETTER_TRIES: i64 = 5;
/// How long someone whose letter was right may take to choose a name and a passphrase.
pub const TICKET_SECONDS: i64 = 30 * 60;
/// How long someone whose passphrase was right may take to type a code.
pub const CODE_TICKET_SECONDS: i64 = 5 * 60;
/// How long someone may take to put a key into their code app.
pub const PROPOSAL_SECONDS: i64 = 30 * 60;
/// So many recovery codes are given at once.
pub const RECOVERY_CODES: usize = 10;
/// So many wrong passphrases in a row close the passphrase way of an account;
/// so many wrong codes, its code app.
pub const CLOSED_AFTER: i64 = 100;
/// Someone's presence is written at most once in so many seconds.
pub const TOUCH_SECONDS: i64 = 60;

/// A chosen sign-in name: 2 to 60 characters, shown as chosen and compared by [`Name::key`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    shown: String,
    key: String,
}

impl Name {
    pub const SHORTEST: usize = 2;
    pub const LONGEST: usize = 60;

    /// White space at the ends is dropped, and runs of it inside become one space.
    ///
    /// # Errors
    /// `Missing`, `TooShort`, `TooLong`, or `Malformed` for characters that nobody sees or that
    /// change the direction of what stands around them.
    pub fn new(typed: &str) -> Result<Self, FieldCode> {
        let shown = tidy(typed);
        if shown.is_empty() {
            return Err(FieldCode::Missing);
        }
        if shown.chars().any(is_unfit) {
            return Err(FieldCode::Malformed);
        }
        let key = name_key(&shown);
        if shown.chars().count() < Self::SHORTEST || key.chars().count() < Self::SHORTEST {
            return Err(FieldCode::TooShort);
        }
        if shown.chars().count() > Self::LONGEST {
            return Err(FieldCode::TooLong);
        }
        Ok(Self { shown, key })
    }

    /// The name as it is shown.
    pub fn as_str(&self) -> &str {
        &self.shown
    }

    /// Names with the same key are the same name.
    pub fn key(&self) -> &str {
        &self.key
    }
}

/// NFC, without white space at the ends, and with single spaces inside.
fn tidy(typed: &str) -> String {
    let normal: String = typed.trim().nfc().collect();
    // Line breaks and tabs inside stay, to be refused; other white space becomes a space.
    let mut shown = String::with_capacity(normal.len());
    for c in normal.chars() {
        let c = if c.is_whitespace() && !is_unfit(c) { ' ' } else { c };
        if c != ' ' || !shown.ends_with(' ') {
            shown.push(c);
        }
    }
    shown
}

/// The form in which names are compared: NFKC with case folded, without what nobody sees (joiners,
/// marks of direction that come along with copying). Any text has one, also one that no name
/// could have.
pub fn name_key(typed: &str) -> String {
    // Folded by way of the capitals, character by character: "ß" becomes "ss", and every sigma
    // the same. Normalising can make new capitals and folding can undo normal form: twice each.
    let fold =
        |text: &str| -> String { text.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect() };
    let visible: String = tidy(typed).chars().filter(|c| !is_joiner(*c) && !is_unfit(*c)).collect();
    let once: String = fold(&visible.nfkc().collect::<String>()).nfkc().collect();
    let twice: String = fold(&once).nfkc().collect();
    tidy(&twice)
}

/// Part of how some scripts and signs are written, but not of how names differ.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
}

/// Controls, marks of direction, and characters without width or shape.
fn is_unfit(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFD}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// A passphrase as typed, in NFC. It is never shown, logged or kept; only its hash is.
#[derive(Clone)]
pub struct Passphrase(String);

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

impl Passphrase {
    /// The shortest passphrase that is enough alone.
    pub const SHORTEST: usize = 15;
    pub const LONGEST: usize = 256;

    /// One that someone chooses. Any characters are welcome; whether it is too easy to guess is
    /// for the server to say (`passphrase::check_strength`).
    ///
    /// # Errors
    /// `Missing`, `TooShort` or `TooLong`.
    pub fn chosen(typed: &str) -> Result<Self, FieldCode> {
        let chosen = Self::typed(typed);
        match chosen.0.chars().count() {
            0 => Err(FieldCode::Missing),
            n if n < Self::SHORTEST => Err(FieldCode::TooShort),
            n if n > Self::LONGEST => Err(FieldCode::TooLong),
            _ => Ok(chosen),
        }
    }

    /// One that someone signs in with: right or wrong, nothing else.
    pub fn typed(typed: &str) -> Self {
        Self(typed.nfc().collect())
    }
}

/// The second thing that someone with a letter knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confirm {
    /// Of the person whose record it is.
    BirthDate(PartialDate),
    /// Six digits that a member of staff is told apart from the letter.
    Number(String),
}

impl Confirm {
    /// One text for everything that means the same.
    #[cfg(feature = "server")]
    fn normal(&self) -> String {
        match self {
            Self::BirthDate(date) => format!("date:{}", date.date()),
            Self::Number(typed) => {
                format!("number:{}", typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>())
            }
        }
    }
}

/// How long a session lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Seconds without a request.
    pub idle: i64,
    /// Seconds from the sign-in.
    pub at_most: i64,
    /// Seconds for which a factor that was shown counts as fresh.
    pub step_up: i64,
}

/// The limits of a session on a device of one's own.
pub const fn limits(role: AccountRole) -> Limits {
    let (minutes, hours, step_up) = match role {
        AccountRole::Patient => (30, 24, 10),
        AccountRole::CareTeam => (15, 12, 10),
        AccountRole::Administrator => (10, 8, 5),
    };
    Limits { idle: minutes * 60, at_most: hours * 3600, step_up: step_up * 60 }
}

/// Seconds to wait after so many wrong tries on one name: none up to 4, then 1, 2, 4 … 300.
pub const fn delay(failures: u32) -> u32 {
    match failures {
        0..=4 => 0,
        5..=13 => 1 << (failures - 5),
        _ => 300,
    }
}

/// Seconds to wait after so many wrong tries from one address. It is gentler than [`delay`],
/// because a ward shares one address: none up to 19, then 1, 2, 4 … 60.
pub const fn address_delay(failures: u32) -> u32 {
    let seconds = delay(failures.saturating_sub(15));
    if seconds > 60 { 60 } else { seconds }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Anna", "anna")]
    #[case("  Anna   Maria ", "ANNA MARIA")]
    #[case("Zoé", "zoe\u{301}")]
    #[case("Straße", "STRASSE")]
    #[case("Σίσυφος", "ΣΊΣΥΦΟΣ")]
    #[case("ﬁona", "FIONA")]
    #[case("Anna", "Ａｎｎａ")]
    #[case("می\u{200C}نا", "مینا")]
    fn names_that_look_the_same_are_the_same(#[case] one: &str, #[case] other: &str) {
        assert_eq!(Name::new(one).unwrap().key(), Name::new(other).unwrap().key());
    }

    #[rstest]
    #[case("", FieldCode::Missing)]
    #[case(" \n ", FieldCode::Missing)]
    #[case("a", FieldCode::TooShort)]
    #[case("\u{200D}\u{200D}\u{200D}", FieldCode::TooShort)]
    #[case("an\nna", FieldCode::Malformed)]
    #[case("an\u{0}na", FieldCode::Malformed)]
    #[case("an\u{202E}na", FieldCode::Malformed)]
    #[case("an\u{200F}na", FieldCode::Malformed)]
    #[case("an\u{200B}na", FieldCode::Malformed)]
    fn a_name_that_can_t_be_taken_says_why(#[case] typed: &str, #[case] code: FieldCode) {
        assert_eq!(Name::new(typed), Err(code));
    }

    #[test]
    fn a_name_has_2_to_60_characters() {
        assert!(Name::new("Bo").is_ok());
        assert!(Name::new(&"é".repeat(60)).is_ok());
        assert_eq!(Name::new(&"é".repeat(61)), Err(FieldCode::TooLong));
        assert_eq!(Name::new(" 李明 ").unwrap().as_str(), "李明");
    }

    #[test]
    fn a_passphrase_has_15_to_256_characters_counted_in_nfc() {
        assert_eq!(Passphrase::chosen("").unwrap_err(), FieldCode::Missing);
        assert_eq!(Passphrase::chosen("fourteen chars").unwrap_err(), FieldCode::TooShort);
        assert!(Passphrase::chosen("fifteen charss!").is_ok());
        // Fifteen letters, each written as two characters, are fifteen.
        assert_eq!(Passphrase::chosen(&"e\u{301}".repeat(14)).unwrap_err(), FieldCode::TooShort);
        assert!(Passphrase::chosen(&"e\u{301}".repeat(256)).is_ok());
        assert_eq!(Passphrase::chosen(&"e".repeat(257)).unwrap_err(), FieldCode::TooLong);
    }

    #[test]
    fn a_passphrase_is_never_printed() {
        assert_eq!(format!("{:?}", Passphrase::typed("a quiet blue kettle")), "Passphrase(…)");
    }

    #[test]
    fn tries_get_slower_after_the_fifth_and_never_stop() {
        let delays: Vec<u32> = (0..16).map(delay).collect();
        assert_eq!(delays, [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
        assert_eq!(delay(u32::MAX), 300);
        assert_eq!(address_delay(19), 0);
        assert_eq!(address_delay(20), 1);
        assert_eq!(address_delay(u32::MAX), 60);
    }

    #[test]
    fn sessions_last_by_role() {
        assert_eq!(limits(AccountRole::Patient), Limits { idle: 1800, at_most: 86_400, step_up: 600 });
        assert_eq!(limits(AccountRole::CareTeam), Limits { idle: 900, at_most: 43_200, step_up: 600 });
        assert_eq!(limits(AccountRole::Administrator), Limits { idle: 600, at_most: 28_800, step_up: 300 });
    }

    proptest! {
        #[test]
        fn the_key_of_a_key_is_itself(typed in "\\PC{0,60}") {
            let key = name_key(&typed);
            prop_assert_eq!(name_key(&key), key);
        }

        #[test]
        fn a_name_is_its_own_name_however_it_is_written(typed in "[\\p{L}\\p{M} ]{2,40}") {
            if let Ok(name) = Name::new(&typed) {
                let again = Name::new(name.as_str()).unwrap();
                prop_assert_eq!(&again, &name);
                let decomposed: String = typed.nfd().collect();
                prop_assert_eq!(name_key(&decomposed), name.key());
            }
        }

        #[test]
        fn delays_never_shrink(failures in 0u32..200) {
            prop_assert!(delay(failures) <= delay(failures + 1));
            prop_assert!(address_delay(failures) <= delay(failures));
        }
    }
}
