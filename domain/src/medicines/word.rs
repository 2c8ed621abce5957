//! What the record says by now of a medicine on someone's list: what was prescribed is stopped, on hold, not to be
//! taken, or was taken back.

use super::{
    Dose,
    list::{Entry, Line, Strength},
    prescribed::{Standing, Told},
};
use crate::{id::ItemId, results::searchable, time::Instant};

/// What the record says of a medicine that is not simply to be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub says: Says,
    /// In the clinic's words; empty where it gives no reason.
    pub why: String,
    /// What of the record says it.
    pub item: ItemId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    OnHold,
    Stopped,
    /// A prescriber asked that it is not taken.
    NotToTake,
    /// It was entered in error.
    Withdrawn,
    /// Someone noted that the person does not take it.
    NotTaken,
    /// The prescription has come to its end.
    Completed,
}

/// A stretch of time in which the record said that nothing of a medicine is to be taken: from when that was
/// published, until it was no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    pub from: Instant,
    pub until: Option<Instant>,
    /// It stands for nothing that is prescribed now; a hold is no end.
    pub over: bool,
}

impl Stop {
    pub fn holds(&self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }

    /// Whether a dose was asked of nobody while it could be answered.
    pub fn cuts(&self, dose: &Dose) -> bool {
        self.from < dose.until && self.until.is_none_or(|until| dose.due < until)
    }
}

/// The stretches, from each word of the record and since when it holds, the oldest first.
pub(super) fn stops(words: &[(Instant, Option<Word>)]) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for (since, word) in words {
        let says = word.as_ref().map(|word| word.says).filter(|says| says.holds());
        match (stops.last_mut().filter(|stop| stop.until.is_none()), says) {
            // A hold that became a stop is over from when it was stopped.
            (Some(open), Some(says)) if open.over == says.is_over() => {}
            (open, says) => {
                if let Some(open) = open {
                    open.until = Some(*since);
                }
                stops.extend(says.map(|says| Stop { from: *since, until: None, over: says.is_over() }));
            }
        }
    }
    stops
}

impl Says {
    pub(super) const ALL: [Self; 6] =
        [Self::OnHold, Self::Stopped, Self::NotToTake, Self::Withdrawn, Self::NotTaken, Self::Completed];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::OnHold => "on-hold",
            Self::Stopped => "stopped",
            Self::NotToTake => "not-to-take",
            Self::Withdrawn => "withdrawn",
            Self::NotTaken => "not-taken",
            Self::Completed => "completed",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|says| says.code() == code)
    }

    /// Whether nothing of it is to be taken. Many clinics end a prescription whenever its packs are used up, and
    /// that someone does not take a medicine is no order: both are said, and doses go on.
    pub const fn holds(self) -> bool {
        matches!(self, Self::OnHold | Self::Stopped | Self::NotToTake | Self::Withdrawn)
    }

    /// Whether it stands for nothing that is prescribed now; a hold is no end.
    pub const fn is_over(self) -> bool {
        !matches!(self, Self::OnHold)
    }

    fn of(entry: &Entry<'_, ItemId>) -> Option<Self> {
        match (entry.prescribed.told, entry.prescribed.standing) {
            (Told::NotToTake, _) => Some(Self::NotToTake),
            (_, Standing::OnHold) => Some(Self::OnHold),
            (_, Standing::Stopped) => Some(Self::Stopped),
            (_, Standing::NotTaken) => Some(Self::NotTaken),
            (_, Standing::Completed) => Some(Self::Completed),
            (_, Standing::Active | Standing::Planned | Standing::Unknown) => None,
        }
    }
}

/// What counts is the last that was written: of what the medicine came from; of a later prescription of the same
/// strength, which takes its place; and of a prescriber who asked that the medicine is not taken. An older
/// prescription that nobody closed does not speak for one that was stopped, and no note of what someone takes does
/// for what a prescriber stopped.
pub(super) fn word(lines: &[Line<'_, ItemId>], name: &str, own: &[ItemId], withdrawn: bool) -> Option<Word> {
    let name = searchable(name);
    let is_own = |entry: &Entry<'_, ItemId>| own.contains(&entry.key);
    let is_same = |strength: &Strength<'_, ItemId>| {
        let called = strength.first().is_some_and(|first| searchable(&first.item.title) == name);
        strength.entries.iter().any(is_own) || (withdrawn && called)
    };
    let stated = |strength: &Strength<'_, ItemId>| {
        strength.entries.iter().any(|entry| is_own(entry) && entry.prescribed.told == Told::Statement)
    };
    let renews = |strength: &Strength<'_, ItemId>, entry: &Entry<'_, ItemId>| {
        let asked = entry.prescribed.told == Told::Request || stated(strength);
        is_same(strength) && asked && entry.is_current()
    };
    let mine = lines.iter().filter(|line| line.strengths.iter().any(is_same)).flat_map(|line| &line.strengths);
    let counts = mine.flat_map(|strength| {
        strength.entries.iter().filter(move |entry| is_own(entry) || forbids(entry) || renews(strength, entry))
    });
    let Some(last) = counts.max_by_key(|entry| (entry.written(), !entry.is_current())) else {
        let item = own.first().copied().filter(|_| withdrawn)?;
        return Some(Word { says: Says::Withdrawn, why: String::new(), item });
    };
    Some(Word { says: Says::of(last)?, why: last.prescribed.why.clone().unwrap_or_default(), item: last.key })
}

/// Whether a prescriber asks that it is not taken, and has not taken that back.
fn forbids(entry: &Entry<'_, ItemId>) -> bool {
    entry.prescribed.told == Told::NotToTake
        && matches!(entry.prescribed.standing, Standing::Active | Standing::Unknown)
}
