//! A date of birth to fill in, as day, month and year.

use leptos::prelude::*;

use crate::{shell::form::FieldError, visit::words};

/// The three parts under one heading.
#[component]
pub fn BirthField(
    /// Day, month and year as they were typed.
    values: [String; 3],
    hint: String,
    #[prop(optional_no_strip)] error: Option<String>,
    /// The reader's own, which must be given and which the browser may know; else someone's who is
    /// looked for.
    #[prop(optional)]
    own: bool,
) -> impl IntoView {
    let words = words();
    let described = if error.is_some() { "birth-error birth-hint" } else { "birth-hint" };
    let wrong = error.is_some();
    let [day, month, year] = values;
    let parts = [
        ("birth-day", "birth_day", words.account_birth_day(), "bday-day", "2", day),
        ("birth-month", "birth_month", words.account_birth_month(), "bday-month", "2", month),
        ("birth-year", "birth_year", words.account_birth_year(), "bday-year", "4", year),
    ]
    .map(|(id, name, label, purpose, digits, value)| {
        view! {
            <div>
                <label for=id>{label}</label>
                <input
                    class=if digits == "4" { "input input-4" } else { "input input-2" }
                    id=id
                    name=name
                    type="text"
                    inputmode="numeric"
                    maxlength=digits
                    autocomplete=if own { purpose } else { "off" }
                    value=value
                    required=own
                    aria-invalid=wrong.then_some("true")
                />
            </div>
        }
    });
    view! {
        <div class=if wrong { "field field-wrong" } else { "field" }>
            <fieldset aria-describedby=described>
                <legend>{words.account_birth()}</legend>
                <p class="hint" id="birth-hint">{hint}</p>
                {error.map(|error| view! { <FieldError id="birth-error".to_owned() text=error/> })}
                <div class="date-parts">{parts.into_iter().collect_view()}</div>
            </fieldset>
        </div>
    }
    .into_any()
}
