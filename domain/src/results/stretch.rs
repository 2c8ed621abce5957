//! Which values of a long panel one page shows, and what it says of the others.
//!
//! The order is the one in which tests always stand, so that people find each in the same place; it
//! doesn't change for what stands out. What a laboratory places outside its range is not hidden by
//! that: a page counts over all values, names what its laboratory marked wherever it stands, and leads
//! to what is outside and further on.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::analyte::Analyte;
use crate::id::ItemId;

/// Values that a page shows at once.
pub const AT_ONCE: usize = 50;
/// Values outside their range that a page names when they are on other pages.
pub const MOST_NAMED: usize = 10;

/// Which values are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// The page on which the value of this number stands, counted from one.
    Around(usize),
    /// Every one, to read through or to print.
    Whole,
}

impl Stretch {
    /// The places of what is shown of `count` values. What lies beyond the last value is the last
    /// page.
    pub fn of(self, count: usize) -> Range<usize> {
        match self {
            Self::Whole => 0..count,
            Self::Around(number) => {
                let place = number.max(1).min(count.max(1)) - 1;
                let first = place / AT_ONCE * AT_ONCE;
                first..(first + AT_ONCE).min(count)
            }
        }
    }
}

/// A value by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub analyte: Option<Analyte>,
}

/// What there is to say of all values of a thing, however many of them a page shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    pub count: usize,
    /// Those that the laboratory places outside its range, and those that give nothing to read.
    pub outside: usize,
    pub missing: usize,
    /// What the laboratory marked as one to act on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marked: Vec<Named>,
    /// What is shown, when it is not all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<Shown>,
}

/// A page of values among several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The numbers of the first and the last value that are shown, and of all there are.
    pub first: usize,
    pub last: usize,
    pub of: usize,
    /// How many outside their range are on other pages, and the first of them.
    pub outside: usize,
    pub named: Vec<Elsewhere>,
}

impl Shown {
    /// The number from which the page before this one goes.
    pub fn before(&self) -> Option<usize> {
        (self.first > 1).then(|| self.first.saturating_sub(AT_ONCE).max(1))
    }

    /// The number from which the next page goes.
    pub fn after(&self) -> Option<usize> {
        (self.last < self.of).then(|| self.last + 1)
    }
}

/// A value on another page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    pub item: ItemId,
    pub name: Named,
    /// Its number among all values.
    pub number: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_each_other_without_a_gap_and_end_with_the_last_value() {
        for count in [1, 49, 50, 51, 100, 101, 200, 299] {
            let mut next = Some(1);
            let mut seen = 0;
            while let Some(number) = next {
                let places = Stretch::Around(number).of(count);
                assert_eq!(places.start, seen, "of {count}");
                assert!(!places.is_empty() && places.len() <= AT_ONCE);
                seen = places.end;
                let shown =
                    Shown { first: places.start + 1, last: places.end, of: count, outside: 0, named: Vec::new() };
                assert_eq!(shown.before(), (places.start > 0).then(|| places.start + 1 - AT_ONCE));
                next = shown.after();
            }
            assert_eq!(seen, count);
        }
    }

    #[test]
    fn any_number_of_a_page_leads_to_the_same_page_and_nonsense_to_the_nearest() {
        assert_eq!(Stretch::Around(51).of(200), Stretch::Around(100).of(200));
        assert_eq!(Stretch::Around(0).of(200), 0..50);
        assert_eq!(Stretch::Around(usize::MAX).of(120), 100..120);
        assert_eq!(Stretch::Around(7).of(0), 0..0);
        assert_eq!(Stretch::Whole.of(120), 0..120);
    }
}
