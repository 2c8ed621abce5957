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
use leptos::ev::SubmitEvent;
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

/// The field of the button.
pub const THEN: &str = "given[then]";
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
        // What was ticked counts, whatever button the form was sent with: Enter presses the first one.
        NONE if given.is_empty() => {
            choices.iter().filter(|c| c.exclusive).take(1).map(|c| Answer::Choice(c.code.clone())).collect()
        }
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

/// What a form holds, with the button that was pressed. In the browser only: the server has its own way
/// of reading forms.
pub fn fields(event: &SubmitEvent) -> Vec<(String, String)> {
    #[cfg(feature = "ssr")]
    {
        let _ = event;
        Vec::new()
    }
    #[cfg(not(feature = "ssr"))]
    {
        use wasm_bindgen::JsCast as _;
        let Ok(data) = leptos::form::form_data_from_event(event) else { return Vec::new() };
        let Ok(Some(entries)) = js_sys::try_iter(&data) else { return Vec::new() };
        let pair = |entry: wasm_bindgen::JsValue| {
            let entry: js_sys::Array = entry.dyn_into().ok()?;
            Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
        };
        entries.filter_map(Result::ok).filter_map(pair).collect()
    }
}

impl Given {
    /// What the fields of a screen hold.
    pub fn of(fields: &[(String, String)]) -> Self {
        let mut given = Self::default();
        for (name, value) in fields {
            if name == THEN {
                given.then.clone_from(value);
            } else if let Some((place, _)) = name.strip_prefix("given[answers][").and_then(|rest| rest.split_once("]["))
            {
                // A form writes `[0][]`, a call of the function `[0][0]`.
                given.answers.entry(place.to_owned()).or_default().push(value.clone());
            }
        }
        given
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_a_screen_are_read_by_the_names_that_its_form_gives_them() {
        let fields: Vec<(String, String)> = [
            (field(0), value("pain")),
            (field(0), value("nausea")),
            (field(2), "36,8".to_owned()),
            (THEN.to_owned(), SEND.to_owned()),
            ("record".to_owned(), "x".to_owned()),
        ]
        .into();
        let given = Given::of(&fields);
        assert_eq!(given.answers["0"], ["=pain", "=nausea"]);
        assert_eq!(given.answers["2"], ["36,8"]);
        assert_eq!(given.then, SEND);
    }
}
