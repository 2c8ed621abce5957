//! What an account has chosen: which kinds of notice come over which channel, and how they are worded.

use super::{Notice, Quiet};
#[cfg(feature = "server")]
use crate::time::Instant;

/// A kind of notice that an account can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A symptom check is due.
    SymptomCheck,
    /// It is time for a medicine; and what changes about being reminded of it.
    Medicine,
    /// Something new came into the record.
    Results,
    /// Something waits for the care team.
    Worklist,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::SymptomCheck, Self::Medicine, Self::Results, Self::Worklist];
    /// Those that a person gets about their own record.
    pub const OF_PERSON: [Self; 3] = [Self::SymptomCheck, Self::Medicine, Self::Results];
    /// Those of who cares for others.
    pub const OF_TEAM: [Self; 1] = [Self::Worklist];

    pub const fn code(self) -> &'static str {
        match self {
            Self::SymptomCheck => "symptom-check",
            Self::Medicine => "medicine",
            Self::Results => "results",
            Self::Worklist => "worklist",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The kind that decides about a notice; nothing for what an account doesn't choose for itself.
    pub const fn of(notice: Notice) -> Option<Self> {
        match notice {
            Notice::SymptomCheckDue => Some(Self::SymptomCheck),
            Notice::MedicineDue
            | Notice::MedicineLate
            | Notice::MedicineStopped
            | Notice::MedicineAgain
            | Notice::ToldEnded => Some(Self::Medicine),
            Notice::ResultsNew => Some(Self::Results),
            Notice::WorklistWaits => Some(Self::Worklist),
            Notice::DoseUnanswered => None,
        }
    }

    const fn place(self) -> usize {
        match self {
            Self::SymptomCheck => 0,
            Self::Medicine => 1,
            Self::Results => 2,
            Self::Worklist => 3,
        }
    }
}

/// Over which channels a kind of notice comes. It is in the inbox in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Channels {
    pub mail: bool,
    pub push: bool,
}

impl Channels {
    pub const ALL: Self = Self { mail: true, push: true };
}

/// What a notice says outside Daybook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wording {
    /// That there is something to do, and no more.
    #[default]
    Discreet,
    /// What kind of thing it is.
    Plain,
}

/// Which notices are wanted, how they are worded, and when none comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    pub(super) channels: [Channels; Kind::ALL.len()],
    /// Which kinds are shown in the page too, while Daybook is open.
    pub(super) in_page: [bool; Kind::ALL.len()],
    pub wording: Wording,
    pub quiet: Quiet,
    /// The quiet hours hold for reminders of medicines too. Unless the person said so, what they take at night
    /// or early is told at its time.
    pub quiet_medicines: bool,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            channels: [Channels::ALL; Kind::ALL.len()],
            in_page: [true; Kind::ALL.len()],
            wording: Wording::default(),
            quiet: Quiet::default(),
            quiet_medicines: false,
        }
    }
}

impl Wanted {
    pub const fn of(&self, kind: Kind) -> Channels {
        self.channels[kind.place()]
    }

    #[must_use]
    pub fn with(mut self, kind: Kind, channels: Channels) -> Self {
        self.channels[kind.place()] = channels;
        self
    }

    /// Whether a kind is shown in the page too, while Daybook is open.
    pub const fn in_page(&self, kind: Kind) -> bool {
        self.in_page[kind.place()]
    }

    #[must_use]
    pub fn with_in_page(mut self, kind: Kind, shown: bool) -> Self {
        self.in_page[kind.place()] = shown;
        self
    }

    #[must_use]
    pub fn worded(self, wording: Wording) -> Self {
        Self { wording, ..self }
    }

    /// Over which channels this notice comes.
    pub fn channels(&self, notice: Notice) -> Channels {
        Kind::of(notice).map_or(Channels::ALL, |kind| self.of(kind))
    }

    /// Whether this notice is shown in the page too.
    pub fn shows(&self, notice: Notice) -> bool {
        Kind::of(notice).is_none_or(|kind| self.in_page(kind))
    }

    /// When this notice may come that is due then, where the person lives.
    #[cfg(feature = "server")]
    #[must_use]
    pub fn after_quiet(&self, notice: Notice, at: Instant, zone: &str) -> Instant {
        // That a medicine is stopped is to be known before its next dose, which may be at night, too.
        let of_doses = notice.is_of_doses() || notice == Notice::MedicineStopped;
        if of_doses && !self.quiet_medicines { at } else { self.quiet.after(at, zone) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_chosen_for_itself_and_found_again_by_its_code() {
        let off = Channels { mail: false, push: false };
        for kind in Kind::ALL {
            let wanted = Wanted::default().with(kind, off);
            for other in Kind::ALL {
                assert_eq!(wanted.of(other) == off, other == kind, "{kind:?} {other:?}");
            }
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(Kind::from_code("weather"), None);
        let hidden = Wanted::default().with_in_page(Kind::Medicine, false);
        assert!(!hidden.shows(Notice::MedicineDue) && !hidden.shows(Notice::MedicineLate));
        assert!(hidden.shows(Notice::ResultsNew) && hidden.shows(Notice::DoseUnanswered));
        assert_eq!(hidden.of(Kind::Medicine), Channels::ALL, "the page is a channel of its own");
    }

    #[test]
    fn a_late_reminder_is_of_the_kind_of_the_one_in_time() {
        let wanted = Wanted::default().with(Kind::Medicine, Channels { mail: false, push: true });
        for notice in [Notice::MedicineDue, Notice::MedicineLate] {
            assert_eq!(wanted.channels(notice), Channels { mail: false, push: true });
        }
        assert_eq!(wanted.channels(Notice::DoseUnanswered), Channels::ALL, "who asked for it chose it elsewhere");
    }
}
