//! Which answers a question takes.

use std::cmp::Ordering;

use crate::{
    Error, Field, FieldCode, Result,
    diary::{
        answer::Answer,
        instrument::{Instrument, Item, Kind, LinkId},
        number,
    },
    own_words::plain,
    time::PartialDate,
};

/// Characters of an answer in words, where the instrument sets no limit.
pub const LONGEST_TEXT: usize = 2_000;

/// Answers as they are kept. What was typed may come as [`Answer::Text`] for every kind of question but
/// a choice, with the digits, the point or the comma of any of the languages; what holds nothing visible
/// is no answer.
///
/// # Errors
/// [`Error::NotFound`] when there is no such question. [`Error::Invalid`] with the question's `linkId` as
/// the name of the field: `Missing` when it must be answered, `TooMany`, `NotAChoice`, `Contradiction`
/// (with a choice that excludes all others), `Malformed`, `NotADate`, `OutOfRange`, `TooLong`.
pub fn check(instrument: &Instrument, link_id: &LinkId, answers: Vec<Answer>) -> Result<Vec<Answer>> {
    let item = instrument.find(link_id).filter(|item| item.is_question()).ok_or(Error::NotFound)?;
    taken(item, answers).map_err(|code| Error::Invalid(vec![Field { name: link_id.0.clone(), code }]))
}

fn taken(item: &Item, answers: Vec<Answer>) -> Result<Vec<Answer>, FieldCode> {
    let mut all: Vec<Answer> = Vec::with_capacity(answers.len());
    for answer in answers {
        if let Some(answer) = one(item, answer)?
            && !all.contains(&answer)
        {
            all.push(answer);
        }
    }
    let passed = all == [Answer::Skipped];
    if item.required && (all.is_empty() || passed) {
        return Err(FieldCode::Missing);
    }
    if !item.repeats && all.len() > 1 {
        return Err(FieldCode::TooMany);
    }
    let alone =
        |answer: &Answer| *answer == Answer::Skipped || item.choice(answer).is_some_and(|c| c.exclusive || c.declined);
    if all.len() > 1 && all.iter().any(alone) {
        return Err(FieldCode::Contradiction);
    }
    Ok(all)
}

fn one(item: &Item, answer: Answer) -> Result<Option<Answer>, FieldCode> {
    if answer == Answer::Skipped {
        return Ok(Some(answer));
    }
    if let Kind::Choice { choices, open } = &item.kind {
        return match answer {
            Answer::Choice(code) if choices.iter().any(|choice| choice.code == code) => Ok(Some(Answer::Choice(code))),
            Answer::Text(typed) if *open => text(&typed, LONGEST_TEXT),
            _ => Err(FieldCode::NotAChoice),
        };
    }
    let typed = match &answer {
        Answer::Text(typed) | Answer::Decimal(typed) | Answer::Date(typed) => plain(typed),
        Answer::Integer(number) => number.to_string(),
        Answer::Boolean(yes) => yes.to_string(),
        Answer::Choice(_) | Answer::Skipped => return Err(FieldCode::Malformed),
    };
    if typed.is_empty() {
        return Ok(None);
    }
    match (&item.kind, answer) {
        (Kind::Boolean, _) => match typed.as_str() {
            "true" => Ok(Some(Answer::Boolean(true))),
            "false" => Ok(Some(Answer::Boolean(false))),
            _ => Err(FieldCode::NotAChoice),
        },
        (Kind::Integer { least, most }, _) => {
            let number = number::read(&typed).and_then(|text| text.parse().ok()).ok_or(FieldCode::Malformed)?;
            let within = least.is_none_or(|least| least <= number) && most.is_none_or(|most| number <= most);
            within.then_some(Some(Answer::Integer(number))).ok_or(FieldCode::OutOfRange)
        }
        (Kind::Decimal { least, most, .. }, _) => {
            let text = number::read(&typed).ok_or(FieldCode::Malformed)?;
            let beyond = |limit: &Option<String>, order: Ordering| {
                limit.as_ref().is_some_and(|limit| number::compare(&text, limit) == order)
            };
            if beyond(least, Ordering::Less) || beyond(most, Ordering::Greater) {
                return Err(FieldCode::OutOfRange);
            }
            Ok(Some(Answer::Decimal(text)))
        }
        (Kind::Date, _) => match typed.parse::<PartialDate>() {
            Ok(date) if date.time.is_none() => Ok(Some(Answer::Date(date.to_string()))),
            _ => Err(FieldCode::NotADate),
        },
        (Kind::Text { longest }, Answer::Text(typed)) => {
            let longest = longest.and_then(|longest| usize::try_from(longest).ok());
            text(&typed, longest.map_or(LONGEST_TEXT, |longest| longest.min(LONGEST_TEXT)))
        }
        _ => Err(FieldCode::Malformed),
    }
}

fn text(typed: &str, longest: usize) -> Result<Option<Answer>, FieldCode> {
    let text = plain(typed);
    match text.chars().count() {
        0 => Ok(None),
        n if n > longest => Err(FieldCode::TooLong),
        _ => Ok(Some(Answer::Text(text))),
    }
}
