//! What a form of a report gives, read into answers. The server and the browser read it alike.

use std::collections::BTreeMap;

use domain::{
    Field, FieldCode,
    diary::{
        answer::{Answer, Answers},
        flow::{self, Screen},
        instrument::{Instrument, Item, Kind, LinkId},
    },
};
use serde::{Deserialize, Serialize};

use crate::error::{self, ApiError};

/// The fields of a screen: what was chosen or typed for each of its questions, by their place, and the
/// button that was pressed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Given {
    #[serde(default)]
    pub answers: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub then: String,
}

/// Buttons other than the one that goes on.
pub const NONE: &str = "none";
pub const SKIP: &str = "skip";
pub const SEND: &str = "send";

/// The field of the n-th question of a screen.
pub fn field(place: usize) -> String {
    format!("given[answers][{place}][]")
}

/// The id of the n-th question in the page.
pub fn id(place: usize) -> String {
    format!("q{place}")
}

/// What was given to each question of a screen.
///
/// # Errors
/// `Missing` for a choice of which nothing was chosen, when it is all that the screen asks: silence is
/// no answer.
pub fn read(screen: &Screen<'_>, given: &Given) -> error::Answer<Vec<(LinkId, Vec<Answer>)>> {
    let alone = screen.questions().count() == 1;
    let mut all = Vec::new();
    for (place, item) in screen.questions().enumerate() {
        let empty = Vec::new();
        let values = given.answers.get(&place.to_string()).unwrap_or(&empty);
        let answers = answers(item, values, &given.then);
        if answers.is_empty() && alone {
            let field = Field { name: item.link_id.0.clone(), code: FieldCode::Missing };
            return Err(ApiError::Invalid(vec![field]));
        }
        all.push((item.link_id.clone(), answers));
    }
    Ok(all)
}

/// What was given, as it is kept.
///
/// # Errors
/// As [`read`], and as [`domain::diary::flow::check`].
pub fn checked(instrument: &Instrument, screen: &Screen<'_>, given: &Given) -> error::Answer<Answers> {
    let mut answers = Answers::new();
    let mut wrong = Vec::new();
    for (question, given) in read(screen, given)? {
        match flow::check(instrument, &question, given) {
            Ok(given) => drop(answers.insert(question, given)),
            Err(domain::Error::Invalid(fields)) => wrong.extend(fields),
            Err(_) => return Err(ApiError::NotFound),
        }
    }
    if wrong.is_empty() { Ok(answers) } else { Err(ApiError::Invalid(wrong)) }
}

fn answers(item: &Item, values: &[String], then: &str) -> Vec<Answer> {
    let given: Vec<&String> = values.iter().filter(|value| !value.trim().is_empty()).collect();
    let Kind::Choice { choices, .. } = &item.kind else {
        let typed = |value: &&String| Answer::Text((*value).clone());
        let all: Vec<Answer> = given.iter().map(typed).collect();
        return if all.is_empty() { vec![Answer::Skipped] } else { all };
    };
    match then {
        SKIP => vec![Answer::Skipped],
        NONE => choices.iter().filter(|c| c.exclusive).take(1).map(|c| Answer::Choice(c.code.clone())).collect(),
        _ => given
            .into_iter()
            .map(|value| match value.strip_prefix('=') {
                Some(code) => Answer::Choice(code.to_owned()),
                None => Answer::Text(value.clone()),
            })
            .collect(),
    }
}

/// How a choice stands in a form; words of one's own stand there as they are typed.
pub fn value(code: &str) -> String {
    format!("={code}")
}
