//! When a person sees a result is their choice, for each group of kinds: at once, some days after
//! it arrived, or when their team has commented.
//!
//! The choice is applied when a result arrives. What is open stays open, whatever is chosen later;
//! what waits goes on waiting by the new choice, or opens with it. A correction of what is open is
//! open too, and so is a value that comes later into an open panel. What was in the record before its
//! person came never waits. A waiting result is always announced, and the person can open it at any
//! time. Reading is held to it in `sight`.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::time::PartialDate;

/// The kinds of results for which there is a choice.
pub const GROUPS: [Kind; 4] = [Kind::Laboratory, Kind::Imaging, Kind::Pathology, Kind::Genetics];

/// Days that a result may wait, 1 to 30.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub struct Days(u8);

impl Days {
    pub const MOST: u8 = 30;

    pub const fn get(self) -> u8 {
        self.0
    }
}

/// Not a number of days that a result may wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a result waits 1 to 30 days, not {0}")]
pub struct NotDays(u8);

impl TryFrom<u8> for Days {
    type Error = NotDays;

    fn try_from(days: u8) -> Result<Self, NotDays> {
        if (1..=Self::MOST).contains(&days) { Ok(Self(days)) } else { Err(NotDays(days)) }
    }
}

impl From<Days> for u8 {
    fn from(days: Days) -> Self {
        days.0
    }
}

/// When results of one group open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    #[default]
    AtOnce,
    /// So many days after the day on which they arrived.
    AfterDays(Days),
    /// When someone of the team has commented, or has let them open without a comment.
    AfterComment,
}

/// How the clinic begins, for people who have not chosen. It can't take the choice away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Start {
    pub laboratory: Choice,
    pub imaging: Choice,
    pub pathology: Choice,
    pub genetics: Choice,
}

impl Start {
    /// What holds for a kind; kinds without a choice open at once.
    pub const fn of(&self, kind: Kind) -> Choice {
        match kind {
            Kind::Laboratory => self.laboratory,
            Kind::Imaging => self.imaging,
            Kind::Pathology => self.pathology,
            Kind::Genetics => self.genetics,
            _ => Choice::AtOnce,
        }
    }
}

/// A result waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    /// The day on which it opens; nothing when it waits for a comment.
    pub opens: Option<PartialDate>,
}

/// Whether a result can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Open,
    Waits(Waits),
}

/// What becomes of a result that arrived on the day `arrived` and is looked at on `today`, both by
/// the calendar of the person. `released`: they opened it, or what it waited for has happened.
#[cfg(feature = "server")]
pub fn state(choice: Choice, arrived: jiff::civil::Date, released: bool, today: jiff::civil::Date) -> State {
    let opens = match choice {
        _ if released => return State::Open,
        Choice::AtOnce => return State::Open,
        Choice::AfterComment => return State::Waits(Waits { opens: None }),
        Choice::AfterDays(days) => arrived.saturating_add(jiff::Span::new().days(i64::from(days.get()))),
    };
    if today >= opens {
        return State::Open;
    }
    State::Waits(Waits { opens: Some(PartialDate::from(opens)) })
}

#[cfg(test)]
#[cfg(feature = "server")]
mod tests {
    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    use super::*;

    fn days(n: u8) -> Choice {
        Choice::AfterDays(Days::try_from(n).unwrap())
    }

    fn a_choice() -> impl Strategy<Value = Choice> {
        prop_oneof![Just(Choice::AtOnce), (1..=Days::MOST).prop_map(days), Just(Choice::AfterComment)]
    }

    fn a_day() -> impl Strategy<Value = Date> {
        (0..20_000i64).prop_map(|n| date(2000, 1, 1).saturating_add(jiff::Span::new().days(n)))
    }

    #[test]
    fn three_days_after_the_28th_of_february_is_the_3rd_of_march_but_in_a_leap_year_the_2nd() {
        let opens = |arrived| match state(days(3), arrived, false, arrived) {
            State::Waits(waits) => waits.opens,
            State::Open => None,
        };
        assert_eq!(opens(date(2027, 2, 28)), Some(PartialDate::day(2027, 3, 3)));
        assert_eq!(opens(date(2028, 2, 28)), Some(PartialDate::day(2028, 3, 2)));
    }

    #[test]
    fn a_choice_is_written_as_its_words_and_no_other_number_of_days_is_taken() {
        for (choice, text) in [
            (Choice::AtOnce, "\"at-once\""),
            (days(7), "{\"after-days\":7}"),
            (Choice::AfterComment, "\"after-comment\""),
        ] {
            assert_eq!(serde_json::to_string(&choice).unwrap(), text);
            assert_eq!(serde_json::from_str::<Choice>(text).unwrap(), choice);
        }
        for bad in ["{\"after-days\":0}", "{\"after-days\":31}", "\"never\""] {
            assert!(serde_json::from_str::<Choice>(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_was_released_is_open_whatever_was_chosen(choice in a_choice(), arrived in a_day(), today in a_day()) {
            prop_assert_eq!(state(choice, arrived, true, today), State::Open);
        }

        #[test]
        fn at_once_never_waits(arrived in a_day(), today in a_day()) {
            prop_assert_eq!(state(Choice::AtOnce, arrived, false, today), State::Open);
        }

        #[test]
        fn a_result_waits_exactly_its_days_and_then_never_again(n in 1..=Days::MOST, arrived in a_day(), later in 0..90i64) {
            let today = arrived.saturating_add(jiff::Span::new().days(later));
            let open = state(days(n), arrived, false, today) == State::Open;
            prop_assert_eq!(open, later >= i64::from(n));
        }

        #[test]
        fn only_a_comment_has_no_day(choice in a_choice(), arrived in a_day(), today in a_day()) {
            if let State::Waits(waits) = state(choice, arrived, false, today) {
                prop_assert_eq!(waits.opens.is_none(), choice == Choice::AfterComment);
                prop_assert!(waits.opens.is_none_or(|day| day.sort_key() > PartialDate::from(today).sort_key()));
            }
        }
    }
}
