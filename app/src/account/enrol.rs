//! Step 1 with a letter: its code, and a second thing that its reader knows.

use domain::{Error, Field, FieldCode, account::Confirm, secret::read_code, time::PartialDate};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{api::CheckLetter, birth::BirthField};
use crate::{
    error::{ApiError, refused},
    request::Draft,
    shell::{
        form::{ErrorSummary, TextField, field_error, general_error},
        page::PageHead,
    },
    visit::words,
};

/// Reads what was typed beside a code.
///
/// # Errors
/// Every field that can't be right, before anything is counted as a try.
pub fn confirm(code: &str, birth: [&str; 3], number: &str) -> Result<Confirm, Error> {
    let mut wrong = Vec::new();
    let mut refuse = |name: &str, code| wrong.push(Field { name: name.into(), code });
    if code.trim().is_empty() {
        refuse("code", FieldCode::Missing);
    } else if read_code(code).is_none() {
        refuse("code", FieldCode::Malformed);
    }
    let confirm = if number.trim().is_empty() {
        let date = birth_date(birth);
        if date.is_none() {
            refuse("birth-day", FieldCode::NotADate);
        }
        date.map(Confirm::BirthDate)
    } else {
        Some(Confirm::Number(number.to_owned()))
    };
    match confirm {
        Some(confirm) if wrong.is_empty() => Ok(confirm),
        _ => Err(Error::Invalid(wrong)),
    }
}

fn birth_date([day, month, year]: [&str; 3]) -> Option<PartialDate> {
    let number = |text: &str| text.trim().parse::<u16>().ok();
    let (day, month, year) = (number(day)?, number(month)?, number(year)?);
    let date: PartialDate = format!("{year:04}-{month:02}-{day:02}").parse().ok()?;
    (year >= 1880 && date.day.is_some()).then_some(date)
}

/// The first page that a letter leads to. Opening it uses nothing up.
#[component]
pub fn Enrol() -> impl IntoView {
    let words = words();
    let query = use_query_map().get_untracked();
    let draft = Draft::of_request();
    let error = refused::<CheckLetter>();
    let staff = query.get("staff").is_some() || !draft.field("number").is_empty();
    let code =
        Some(draft.field("code")).filter(|code| !code.is_empty()).or_else(|| query.get("code")).unwrap_or_default();
    let lines = error.as_ref().map(problems);
    let of = |id: &str| {
        lines.as_ref().and_then(|lines| lines.iter().find(|(field, _)| *field == id)).map(|(_, text)| text.clone())
    };
    let (code_error, birth_error) = (of("code"), of("birth-day"));
    let (other, other_text) = if staff {
        ("/enrol", words.account_patient_letter())
    } else {
        ("/enrol?staff=1", words.account_staff_letter())
    };
    view! {
        <PageHead
            title=words.account_enrol_title()
            lead=words.account_enrol_lead()
            above=words.account_step(1, 2)
        />
        {lines.clone().map(|lines| view! { <ErrorSummary title=words.account_check_wrong() lines/> })}
        <div class="card">
            <form class="form" method="post" action="/api/account/check_letter">
                <TextField
                    name="code"
                    label=words.account_code()
                    hint=words.account_code_hint("K7QM-2XRD-9VTB")
                    error=code_error
                    value=code
                    autocomplete="one-time-code"
                    class="input-code"
                    ltr=true
                />
                {if staff {
                    view! {
                        <TextField
                            name="number"
                            label=words.account_number()
                            hint=words.account_number_hint()
                            error=of("number")
                            autocomplete="off"
                            value=draft.field("number")
                            ltr=true
                        />
                    }
                        .into_any()
                } else {
                    let values = ["birth_day", "birth_month", "birth_year"].map(|name| draft.field(name));
                    let hint = words.account_birth_hint("27 3 1961");
                    view! { <BirthField values hint error=birth_error own=true/> }.into_any()
                }}
                <button class="button">{words.account_continue()}</button>
            </form>
        </div>
        <ul class="or-else" role="list">
            <li>
                <a class="action" href="/sign-in">{words.account_have_account()}</a>
            </li>
            <li>
                <a class="action" href=other>{other_text}</a>
            </li>
        </ul>
    }
    .into_any()
}

/// What to say of each field, in the order of the page.
fn problems(error: &ApiError) -> Vec<(&'static str, String)> {
    let words = words();
    let ApiError::Invalid(fields) = error else { return vec![("code", general_error(error))] };
    let mut lines: Vec<(&'static str, String)> = fields
        .iter()
        .map(|field| match (field.name.as_str(), field.code) {
            ("code", FieldCode::NoMatch) => ("code", words.account_code_no_match()),
            ("code", FieldCode::Expired) => ("code", words.account_code_expired()),
            ("code", FieldCode::Malformed) => ("code", words.account_code_malformed()),
            ("birth-day", _) => ("birth-day", words.account_birth_wrong()),
            ("number", code) => ("number", field_error(code)),
            (_, code) => ("code", field_error(code)),
        })
        .collect();
    if lines.is_empty() {
        lines.push(("code", words.account_code_malformed()));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(["27", "3", "1961"], Some(PartialDate::day(1961, 3, 27)))]
    #[case([" 7", "03", "1961 "], Some(PartialDate::day(1961, 3, 7)))]
    #[case(["31", "2", "1961"], None)]
    #[case(["27", "3", "61"], None)]
    #[case(["27", "March", "1961"], None)]
    #[case(["", "", ""], None)]
    fn a_date_of_birth_is_read_as_people_type_it(#[case] typed: [&str; 3], #[case] date: Option<PartialDate>) {
        assert_eq!(birth_date(typed), date);
    }

    #[test]
    fn every_wrong_field_is_named_at_once() {
        let Err(Error::Invalid(fields)) = confirm("ABC", ["", "", ""], "") else { panic!("taken") };
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names, ["code", "birth-day"]);
    }
}
