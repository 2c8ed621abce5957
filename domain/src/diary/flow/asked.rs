//! Which items are asked now.
//!
//! The instrument is gone through from its beginning, and what is not asked counts as not answered for
//! all that follows: an answer that was given before an earlier one changed is kept, but does not count.

use std::{cmp::Ordering, collections::BTreeMap};

use crate::diary::{
    answer::{Answer, Answers},
    instrument::{Condition, Instrument, Item, LinkId, Operator, Role},
    number,
};

/// Where an item stands, given the answers so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Asked,
    /// Not asked, since an earlier answer says that there is nothing of it.
    Nothing,
    /// Not asked, and no answer says why.
    Unknown,
}

/// An item in its place in the order of the form.
pub(super) struct Line<'a> {
    pub item: &'a Item,
    /// The line of the item that it is within.
    pub within: Option<usize>,
    pub standing: Standing,
}

/// The items that are asked now, in the order of the form: groups, texts and questions.
pub fn asked<'a>(instrument: &'a Instrument, answers: &Answers) -> Vec<&'a Item> {
    let lines = lines(instrument, answers);
    lines.into_iter().filter(|line| line.standing == Standing::Asked).map(|line| line.item).collect()
}

/// The answers that count: those to questions that are asked now.
pub fn in_force(instrument: &Instrument, answers: &Answers) -> Answers {
    let questions = asked(instrument, answers).into_iter().filter(|item| item.is_question());
    let given = questions.filter_map(|item| answers.get_key_value(&item.link_id));
    given.map(|(link_id, all)| (link_id.clone(), all.clone())).collect()
}

pub(super) fn lines<'a>(instrument: &'a Instrument, answers: &Answers) -> Vec<Line<'a>> {
    let mut walk = Walk { answers, questions: BTreeMap::new(), lines: Vec::new() };
    walk.items(&instrument.items, None, Standing::Asked);
    walk.lines
}

/// What was answered, without what was passed over.
pub(super) fn given<'b>(answers: &'b Answers, link_id: &LinkId) -> &'b [Answer] {
    match answers.get(link_id).map(Vec::as_slice) {
        None | Some([Answer::Skipped]) => &[],
        Some(all) => all,
    }
}

/// A question that came before.
struct Known<'a, 'b> {
    item: &'a Item,
    /// What counts of the answers to it.
    given: &'b [Answer],
    /// Whether they, or why it was not asked, say that there is nothing.
    nothing: bool,
}

struct Walk<'a, 'b> {
    answers: &'b Answers,
    questions: BTreeMap<&'a LinkId, Known<'a, 'b>>,
    lines: Vec<Line<'a>>,
}

impl<'a> Walk<'a, '_> {
    fn items(&mut self, items: &'a [Item], within: Option<usize>, above: Standing) {
        for item in items {
            let standing = if above == Standing::Asked { self.standing(item) } else { above };
            let line = self.lines.len();
            self.lines.push(Line { item, within, standing });
            let mut below = standing;
            if item.is_question() {
                let given = if standing == Standing::Asked { given(self.answers, &item.link_id) } else { &[] };
                if standing == Standing::Asked && given.is_empty() {
                    // What is asked of an answer waits for that answer.
                    below = Standing::Unknown;
                }
                let zero = !given.is_empty() && given.iter().all(|answer| item.level(answer) == Some(0));
                let nothing = zero || standing == Standing::Nothing;
                self.questions.insert(&item.link_id, Known { item, given, nothing });
            }
            self.items(&item.items, Some(line), below);
        }
    }

    fn standing(&self, item: &Item) -> Standing {
        let conditions = &item.conditions;
        let (asked, nothing) = if item.all_conditions {
            let mut failed = conditions.iter().filter(|condition| !self.holds(condition)).peekable();
            (failed.peek().is_none(), failed.any(|condition| self.says_nothing(condition)))
        } else {
            let asked = conditions.is_empty() || conditions.iter().any(|condition| self.holds(condition));
            (asked, conditions.iter().all(|condition| self.says_nothing(condition)))
        };
        match (asked, nothing) {
            (true, _) => Standing::Asked,
            (false, true) => Standing::Nothing,
            (false, false) => Standing::Unknown,
        }
    }

    /// Whether the question of a condition that does not hold was answered with "never", or was a choice
    /// of symptoms that was made.
    fn says_nothing(&self, condition: &Condition) -> bool {
        self.questions.get(&condition.question).is_some_and(|question| {
            let chosen = || {
                let declined = |answer| question.item.choice(answer).is_some_and(|choice| choice.declined);
                !question.given.is_empty() && !question.given.iter().any(declined)
            };
            question.nothing || question.item.role == Some(Role::Which) && chosen()
        })
    }

    fn holds(&self, condition: &Condition) -> bool {
        let question = self.questions.get(&condition.question);
        let given = question.map_or(&[][..], |question| question.given);
        if condition.operator == Operator::Exists {
            return condition.answer == Answer::Boolean(!given.is_empty());
        }
        let Some(Known { item, .. }) = question.filter(|_| !given.is_empty()) else { return false };
        let ordered = |answer| order(item, answer, &condition.answer);
        match condition.operator {
            Operator::Exists => false,
            Operator::Equal => given.iter().any(|answer| same(answer, &condition.answer)),
            Operator::NotEqual => !given.iter().any(|answer| same(answer, &condition.answer)),
            Operator::Greater => given.iter().filter_map(ordered).any(Ordering::is_gt),
            Operator::Less => given.iter().filter_map(ordered).any(Ordering::is_lt),
            Operator::AtLeast => given.iter().filter_map(ordered).any(Ordering::is_ge),
            Operator::AtMost => given.iter().filter_map(ordered).any(Ordering::is_le),
        }
    }
}

fn same(one: &Answer, other: &Answer) -> bool {
    match (one, other) {
        (Answer::Integer(_) | Answer::Decimal(_), Answer::Integer(_) | Answer::Decimal(_)) => {
            numbers(one, other) == Ordering::Equal
        }
        _ => one == other,
    }
}

/// Nothing for what has no order: words, yes and no, choices without a level.
fn order(item: &Item, one: &Answer, other: &Answer) -> Option<Ordering> {
    match (one, other) {
        (Answer::Integer(_) | Answer::Decimal(_), Answer::Integer(_) | Answer::Decimal(_)) => Some(numbers(one, other)),
        (Answer::Date(one), Answer::Date(other)) => Some(one.cmp(other)),
        (Answer::Choice(_), Answer::Choice(_)) => Some(item.level(one)?.cmp(&item.level(other)?)),
        _ => None,
    }
}

fn numbers(one: &Answer, other: &Answer) -> Ordering {
    let text = |answer: &Answer| match answer {
        Answer::Integer(number) => number.to_string(),
        Answer::Decimal(text) => text.clone(),
        _ => String::new(),
    };
    number::compare(&text(one), &text(other))
}
