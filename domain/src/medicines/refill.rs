//! A wish for more of a medicine, and how far it has come. Until it was sent to a pharmacy nothing has been
//! ordered, and whoever shows it says so.

use serde::{Deserialize, Serialize};

use crate::{Error, FieldCode, Result, own_words::OwnWords, time::Instant};

/// How far a wish for more has come. That someone has seen it is no state of its own: it is said beside
/// it, as with everything that waits for the care team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It waits for the care team. Nothing has been ordered.
    Requested,
    /// The pharmacy has it.
    Sent,
    /// It can be fetched.
    Ready,
    /// With words that say why. Nothing has been ordered.
    Refused,
    /// The person does not need it any more. Nothing has been ordered.
    Withdrawn,
}

impl State {
    pub const ALL: [Self; 5] = [Self::Requested, Self::Sent, Self::Ready, Self::Refused, Self::Withdrawn];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Sent => "sent",
            Self::Ready => "ready",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether nothing more comes of it.
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Ready | Self::Refused | Self::Withdrawn)
    }

    /// Whether a pharmacy was asked.
    pub const fn is_ordered(self) -> bool {
        matches!(self, Self::Sent | Self::Ready)
    }

    /// Whether the care team may take this step next. What was pressed by mistake can be corrected, also
    /// after the end; what the person withdrew stays withdrawn.
    pub const fn may_become(self, step: Step) -> bool {
        match step {
            Step::Sent => matches!(self, Self::Requested | Self::Refused | Self::Ready),
            Step::Ready => matches!(self, Self::Sent),
            Step::Refused => matches!(self, Self::Requested | Self::Sent | Self::Ready),
        }
    }

    /// Whether the person may still take it back: not after it was sent, since the pharmacy has it then.
    pub const fn may_be_withdrawn(self) -> bool {
        matches!(self, Self::Requested)
    }
}

/// What the care team does about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    Sent,
    Ready,
    Refused,
}

impl Step {
    pub const ALL: [Self; 3] = [Self::Sent, Self::Ready, Self::Refused];

    pub const fn state(self) -> State {
        match self {
            Self::Sent => State::Sent,
            Self::Ready => State::Ready,
            Self::Refused => State::Refused,
        }
    }

    pub const fn code(self) -> &'static str {
        self.state().code()
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }

    /// # Errors
    /// `why: Missing` for a refusal that does not say why.
    pub fn check(self, words: Option<&OwnWords>) -> Result<()> {
        if self == Self::Refused && words.is_none() {
            return Err(Error::field("why", FieldCode::Missing));
        }
        Ok(())
    }
}

/// One step as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    pub state: State,
    pub at: Instant,
    /// The name of who took it, when they have one.
    pub by: Option<String>,
    /// Words that go with it; empty where there are none.
    pub words: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_ready_only_after_it_was_sent_and_what_was_withdrawn_stays_so() {
        for from in State::ALL {
            assert_eq!(from.may_become(Step::Ready), from == State::Sent, "{from:?}");
            assert!(!from.may_become(Step::Sent) || !from.is_ordered() || from == State::Ready, "{from:?}");
            for step in Step::ALL {
                assert!(!(from == step.state() && from.may_become(step)), "{from:?} twice");
                assert!(!(from == State::Withdrawn && from.may_become(step)), "{step:?}");
            }
        }
    }

    #[test]
    fn nothing_is_ordered_before_it_was_sent_and_what_was_sent_is_not_withdrawn() {
        for state in State::ALL {
            assert_eq!(state.is_ordered(), [State::Sent, State::Ready].contains(&state));
            assert_eq!(State::from_code(state.code()), Some(state));
            assert!(!(state.may_be_withdrawn() && (state.is_ordered() || state.is_end())));
        }
    }

    #[test]
    fn a_refusal_says_why() {
        let words = OwnWords::new("Your dose changes next week.").unwrap();
        assert!(Step::Refused.check(None).is_err());
        assert!(Step::Refused.check(Some(&words)).is_ok() && Step::Sent.check(None).is_ok());
    }
}
