//! What the record says that someone takes, one line a medicine.
//!
//! A prescription that was renewed ten times is one line. Strengths of the same medicine in the same form stand
//! in one line too, each for itself, since they may be taken together as one dose. Anything else stays apart:
//! two lines for one medicine are a nuisance, one line for two could hide one of them. So a tablet and an
//! injection, or a tablet and one with delayed release, are never one line by their names.

use std::{cmp::Reverse, collections::HashMap};

use super::prescribed::{Prescribed, Standing, Told};
use crate::results::{Body, Item, searchable};

/// One medicine of the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a, K> {
    /// What is taken first, then the newest.
    pub strengths: Vec<Strength<'a, K>>,
}

/// One form and strength, with all that the record says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Strength<'a, K> {
    /// What is taken first, then the newest.
    pub entries: Vec<Entry<'a, K>>,
}

/// A request or a statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry<'a, K> {
    pub key: K,
    pub item: &'a Item,
    pub prescribed: &'a Prescribed,
}

impl<K> Entry<'_, K> {
    /// Whether it is to be taken now or later; a hold is no end. What nobody knows counts too, lest it is lost.
    pub fn is_current(&self) -> bool {
        let stands = match self.prescribed.standing {
            Standing::Active | Standing::OnHold | Standing::Planned | Standing::Unknown => true,
            Standing::Completed | Standing::Stopped | Standing::NotTaken => false,
        };
        stands && self.prescribed.told != Told::NotToTake
    }

    pub(super) fn written(&self) -> String {
        let date = self.prescribed.written.or(self.item.when.start);
        date.map(crate::time::PartialDate::sort_key).unwrap_or_default()
    }

    fn order(&self) -> (bool, Reverse<String>) {
        (!self.is_current(), Reverse(self.written()))
    }
}

impl<'a, K> Strength<'a, K> {
    /// What counts of it: what is taken, else what was said last, with why it ended.
    pub fn first(&self) -> Option<&Entry<'a, K>> {
        self.entries.first()
    }
}

impl<'a, K> Line<'a, K> {
    pub fn first(&self) -> Option<&Entry<'a, K>> {
        self.strengths.first()?.first()
    }

    pub fn is_current(&self) -> bool {
        self.first().is_some_and(Entry::is_current)
    }

    /// Those that are taken now: together they may be one dose.
    pub fn current(&self) -> impl Iterator<Item = &Entry<'a, K>> {
        self.strengths.iter().filter_map(Strength::first).filter(|entry| entry.is_current())
    }
}

/// The medicines among items, those that are taken first, each time the newest first. Each item comes with what
/// the caller knows it by.
pub fn lines<'a, K>(items: impl IntoIterator<Item = (K, &'a Item)>) -> Vec<Line<'a, K>> {
    let mut groups: Vec<HashMap<String, Vec<Entry<'a, K>>>> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (key, item) in items {
        let Body::Event(event) = &item.body else { continue };
        let Some(prescribed) = event.prescribed.as_deref() else { continue };
        let same = [prescribed.rxnorm.as_ref().map(|code| format!("code {code}")), name(&item.title)];
        let found = same.iter().flatten().find_map(|same| known.get(same).copied());
        let group = found.unwrap_or(groups.len());
        if group == groups.len() {
            groups.push(HashMap::new());
        }
        for same in same.into_iter().flatten() {
            known.entry(same).or_insert(group);
        }
        groups[group].entry(searchable(&item.title)).or_default().push(Entry { key, item, prescribed });
    }
    let mut lines: Vec<Line<'a, K>> = groups.into_iter().map(line).collect();
    lines.sort_by_cached_key(|line| line.first().map(|first| (first.order(), searchable(&first.item.title))));
    lines
}

fn line<K>(strengths: HashMap<String, Vec<Entry<'_, K>>>) -> Line<'_, K> {
    let mut strengths: Vec<Strength<'_, K>> = strengths
        .into_values()
        .map(|mut entries| {
            entries.sort_by_cached_key(Entry::order);
            Strength { entries }
        })
        .collect();
    strengths.sort_by_cached_key(|one| one.first().map(|first| (first.order(), searchable(&first.item.title))));
    Line { strengths }
}

const UNITS: [&str; 16] =
    ["mg", "mcg", "ug", "µg", "μg", "g", "ml", "l", "unt", "iu", "meq", "mmol", "hr", "actuat", "%", "mci"];

/// The name and form without strengths: `500 MG`, `0.09 MG/ACTUAT`, `2,5mg`. Numbers without a unit stay, since
/// they are part of names. None for what has no name.
fn name(title: &str) -> Option<String> {
    let mut kept = Vec::new();
    let mut words = title.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        let is_number = unit.len() < word.len();
        if is_number && unit.is_empty() && words.peek().is_some_and(|next| is_unit(next)) {
            words.next();
        } else if !(is_number && is_unit(unit)) {
            kept.push(word);
        }
    }
    let plain = searchable(&kept.join(" "));
    (!plain.is_empty()).then(|| format!("name {plain}"))
}

fn is_unit(text: &str) -> bool {
    let first = text.split('/').next().unwrap_or_default().to_lowercase();
    UNITS.contains(&first.trim_end_matches(','))
}
