//! Numbers to call, as links: on "If you feel very ill", and wherever someone says that it is urgent.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::shell::icon::{Drawing, Icon};

/// A number to call, with the texts of the clinic for one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    pub line: Line,
    pub label: Option<Said>,
    /// As people read it.
    pub number: String,
    /// As a telephone dials it.
    pub dial: String,
    pub hours: Option<Said>,
    /// Whose it is, where that must be said.
    pub place: Option<String>,
}

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Line {
    Emergency,
    Clinic,
    Crisis,
}

/// A text of the clinic. It may be missing in a language: so it says which one it is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub language: String,
    pub text: String,
}

/// The numbers of a site: emergencies first, then the clinic, then those for a crisis.
#[cfg(feature = "ssr")]
pub fn numbers(site: &domain::site::Site, language: &str) -> Vec<Number> {
    use domain::site::{PhoneNumber, in_language};

    let said = |texts: &std::collections::BTreeMap<String, String>| {
        in_language(texts, language).map(|(tag, text)| Said { language: tag.to_owned(), text: text.to_owned() })
    };
    let of = |line: Line, number: &PhoneNumber| Number {
        line,
        label: said(&number.label),
        number: number.number.clone(),
        dial: number.dial(),
        hours: said(&number.hours),
        place: (line == Line::Clinic).then(|| site.name.clone()),
    };
    let lines = [(Line::Emergency, &site.emergency), (Line::Clinic, &site.clinic), (Line::Crisis, &site.crisis)];
    lines.into_iter().flat_map(|(line, numbers)| numbers.iter().map(move |number| of(line, number))).collect()
}

/// The list of them. Who only has thoughts of hurting themselves (`crisis`) reads first who listens.
pub fn calls(numbers: &[Number], crisis: bool) -> AnyView {
    let mut numbers: Vec<&Number> = numbers.iter().collect();
    numbers.sort_by_key(|number| crisis && number.line != Line::Crisis);
    let first = numbers.first().map(|number| number.line);
    let links = numbers.into_iter().map(|number| link(number, Some(number.line) == first)).collect_view();
    view! { <ul class="calls" role="list">{links}</ul> }.into_any()
}

fn link(number: &Number, first: bool) -> AnyView {
    let said = |class: &'static str, said: &Option<Said>| {
        said.as_ref().map(|said| view! { <span class=class lang=said.language.clone()>{said.text.clone()}</span> })
    };
    let place = number.place.clone().map(|place| {
        view! {
            <span class="call-when">
                <bdi>{place}</bdi>
            </span>
        }
    });
    view! {
        <li>
            <a class=if first { "call call-first" } else { "call" } href=format!("tel:{}", number.dial)>
                <Icon of=Drawing::Phone/>
                <span>
                    {said("call-who", &number.label)} " " <bdi class="call-number" dir="ltr">{number.number.clone()}</bdi>
                    " " {said("call-when", &number.hours)} " " {place}
                </span>
            </a>
        </li>
    }
    .into_any()
}
