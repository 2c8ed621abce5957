//! Fields of forms: label, hint and error belong to the field and are read out with it.

use domain::FieldCode;
use leptos::prelude::*;

use super::icon::{Drawing, Icon};
use crate::{error::ApiError, visit::words};

/// One line of text to fill in.
#[component]
pub fn TextField(
    /// The name of the field, also its id.
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    /// What is wrong with what was typed.
    #[prop(optional_no_strip)]
    error: Option<String>,
    #[prop(optional, into)] value: String,
    /// `text`, `password`, …
    #[prop(optional, into)]
    kind: Option<&'static str>,
    /// The purpose, for the browser's own help (WCAG 1.3.5).
    autocomplete: &'static str,
    #[prop(optional)] class: Option<&'static str>,
    /// Typed left to right in every language (codes).
    #[prop(optional)]
    ltr: bool,
) -> impl IntoView {
    let hint_id = format!("{name}-hint");
    let error_id = format!("{name}-error");
    let described = [error.is_some().then(|| error_id.clone()), hint.is_some().then(|| hint_id.clone())]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    let wrong = error.is_some();
    view! {
        <div class=if wrong { "field field-wrong" } else { "field" }>
            <label for=name>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {error.map(|error| view! { <FieldError id=error_id text=error/> })}
            <input
                class=class.map_or_else(|| "input".to_owned(), |class| format!("input {class}"))
                id=name
                name=name
                type=kind.unwrap_or("text")
                value=value
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                dir=ltr.then_some("ltr")
                required
                aria-invalid=wrong.then_some("true")
                aria-describedby=(!described.is_empty()).then_some(described)
            />
        </div>
    }
    .into_any()
}

/// What is wrong with a field, beside it.
#[component]
pub fn FieldError(id: String, text: String) -> impl IntoView {
    view! {
        <p class="field-error" id=id>
            <Icon of=Drawing::Attention/>
            <span>{text}</span>
        </p>
    }
}

/// What kept a form from going through, above it; each line leads to its field.
#[component]
pub fn ErrorSummary(
    #[prop(into)] title: String,
    /// The id of the field and what is wrong with it.
    lines: Vec<(&'static str, String)>,
) -> impl IntoView {
    view! {
        <div class="error-summary" role="alert" tabindex="-1" id="errors">
            <h2>{title}</h2>
            <ul role="list">
                {lines
                    .into_iter()
                    .map(|(id, text)| {
                        view! {
                            <li>
                                <a href=format!("#{id}")>{text}</a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </div>
    }
    .into_any()
}

/// What an error says that is about no field in particular.
pub fn general_error(error: &ApiError) -> String {
    let words = words();
    match error {
        ApiError::Throttled(seconds) if *seconds >= 120 => words.site_error_throttled_minutes(seconds.div_ceil(60)),
        ApiError::Throttled(seconds) => words.site_error_throttled(*seconds),
        ApiError::Unavailable => words.site_fault_unavailable_text(),
        ApiError::SignedOut => words.site_fault_signed_out_text(),
        _ => words.site_fault_internal_text(),
    }
}

/// What a code says of a field whose room has no words of its own for it.
pub fn field_error(code: FieldCode) -> String {
    let words = words();
    match code {
        FieldCode::Missing => words.site_error_missing(),
        FieldCode::Malformed => words.site_error_malformed(),
        FieldCode::TooShort => words.site_error_too_short(),
        FieldCode::TooLong => words.site_error_too_long(),
        FieldCode::NotADate => words.site_error_not_a_date(),
        FieldCode::Taken => words.site_error_taken(),
        FieldCode::TooCommon => words.site_error_too_common(),
        FieldCode::NoMatch => words.site_error_no_match(),
        FieldCode::Expired => words.site_error_expired(),
        FieldCode::NotAChoice => words.site_error_not_a_choice(),
        FieldCode::OutOfRange => words.site_error_out_of_range(),
        FieldCode::TooMany => words.site_error_too_many(),
        FieldCode::Contradiction => words.site_error_contradiction(),
    }
}
