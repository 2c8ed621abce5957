//! On which screens an instrument is asked.

use super::asked::{Line, Standing, given, lines};
use crate::diary::{
    answer::Answers,
    instrument::{Instrument, Item, Kind, LinkId},
};

/// What is asked at once: one question, or all of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Screen<'a> {
    /// Of the question or, on a page, of its group: the name of the screen.
    pub link_id: &'a LinkId,
    /// What it stands within, outermost first; last, on a page, the group of the page itself.
    pub groups: Vec<&'a Item>,
    /// Texts and questions in their order, at least one of them a question. On a page also the groups
    /// within it, before what they hold.
    pub items: Vec<&'a Item>,
    /// The line of the question or of the page's group.
    line: usize,
}

impl<'a> Screen<'a> {
    pub fn questions(&self) -> impl Iterator<Item = &'a Item> {
        self.items.iter().copied().filter(|item| item.is_question())
    }
}

/// The screens that there are now, in their order. Texts stand on the screen of the question behind them;
/// those behind the last question stand with it.
pub fn screens<'a>(instrument: &'a Instrument, answers: &Answers) -> Vec<Screen<'a>> {
    of(&lines(instrument, answers))
}

/// The screen behind this one, or behind where it was while it was still asked; without one, the first.
pub fn next<'a>(instrument: &'a Instrument, answers: &Answers, after: Option<&LinkId>) -> Option<Screen<'a>> {
    let lines = lines(instrument, answers);
    let after = after.and_then(|link_id| place(&lines, link_id));
    of(&lines).into_iter().find(|screen| after.is_none_or(|after| screen.line > after))
}

/// The screen before this one, or before where it was; nothing before the first.
pub fn previous<'a>(instrument: &'a Instrument, answers: &Answers, before: &LinkId) -> Option<Screen<'a>> {
    let lines = lines(instrument, answers);
    let before = place(&lines, before)?;
    of(&lines).into_iter().rfind(|screen| screen.line < before)
}

/// The number of a screen, from one, and how many there are as far as is known now.
pub fn progress(instrument: &Instrument, answers: &Answers, at: &LinkId) -> (usize, usize) {
    let lines = lines(instrument, answers);
    let screens = of(&lines);
    let at = place(&lines, at).unwrap_or_default();
    (screens.iter().filter(|screen| screen.line <= at).count().max(1), screens.len())
}

/// The questions that must still be answered. Of a group of which something must be answered, its first.
pub fn missing<'a>(instrument: &'a Instrument, answers: &Answers) -> Vec<&'a LinkId> {
    let lines = lines(instrument, answers);
    let asked = || lines.iter().enumerate().filter(|(_, line)| line.standing == Standing::Asked);
    let answered = |item: &Item| !given(answers, &item.link_id).is_empty();
    let mut all: Vec<&LinkId> = Vec::new();
    for (at, Line { item, .. }) in asked().filter(|(_, line)| line.item.required) {
        let is_within = |line: usize| line == at || around(&lines, line).any(|group| group == at);
        let questions = asked().filter(|(_, line)| line.item.is_question());
        let mut wanted = if item.is_question() {
            vec![*item]
        } else {
            questions.filter(|(line, _)| is_within(*line)).map(|(_, line)| line.item).collect()
        };
        if !wanted.iter().any(|item| answered(item)) {
            wanted.truncate(1);
            all.extend(
                wanted
                    .into_iter()
                    .map(|item| &item.link_id)
                    .filter(|link_id| !all.contains(link_id))
                    .collect::<Vec<_>>(),
            );
        }
    }
    all
}

/// The line of an item, or of the page that it is on.
fn place(lines: &[Line<'_>], link_id: &LinkId) -> Option<usize> {
    let line = lines.iter().position(|line| line.item.link_id == *link_id)?;
    Some(page(lines, line).unwrap_or(line))
}

/// The outermost page that a line is on.
fn page(lines: &[Line<'_>], line: usize) -> Option<usize> {
    let is_page = |at: &usize| matches!(lines[*at].item.kind, Kind::Group { page: true });
    around(lines, line).chain([line]).filter(is_page).min()
}

/// The lines that a line stands within, innermost first.
fn around<'l>(lines: &'l [Line<'_>], line: usize) -> impl Iterator<Item = usize> + 'l {
    std::iter::successors(lines[line].within, |at| lines[*at].within)
}

fn of<'a>(lines: &[Line<'a>]) -> Vec<Screen<'a>> {
    let mut screens: Vec<Screen<'a>> = Vec::new();
    let mut waiting: Vec<&'a Item> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.standing != Standing::Asked || matches!(line.item.kind, Kind::Group { .. }) {
            continue;
        }
        let page = page(lines, at);
        let mut groups: Vec<usize> = around(lines, at).collect();
        groups.reverse();
        let inner: Vec<&Item> = groups
            .iter()
            .filter(|group| page.is_some_and(|page| **group > page))
            .map(|group| lines[*group].item)
            .collect();
        let open = screens.last_mut().filter(|screen| page == Some(screen.line));
        if let Some(screen) = open {
            put(&mut screen.items, &inner, line.item);
            continue;
        }
        put(&mut waiting, &inner, line.item);
        if line.item.is_question() {
            let name = page.unwrap_or(at);
            let groups = groups.into_iter().filter(|group| *group <= name).map(|group| lines[group].item).collect();
            let items = std::mem::take(&mut waiting);
            screens.push(Screen { link_id: &lines[name].item.link_id, groups, items, line: name });
        }
    }
    if let Some(last) = screens.last_mut() {
        last.items.append(&mut waiting);
    }
    screens
}

fn put<'a>(items: &mut Vec<&'a Item>, groups: &[&'a Item], item: &'a Item) {
    for one in groups.iter().copied().filter(|group| matches!(group.kind, Kind::Group { .. })).chain([item]) {
        if !items.iter().any(|there| std::ptr::eq(*there, one)) {
            items.push(one);
        }
    }
}
