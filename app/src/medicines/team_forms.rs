//! What the care team does about a medicine: hold it, end the hold, change the dose, move a cycle.

use domain::{
    Field, FieldCode,
    medicines::team::Order,
    time::{Day, Instant},
};
use leptos::prelude::*;

use super::{manage::TypedOrder, one::MedicinePage, plan_fields::amount_rows, typed_plan::amounts};
use crate::{
    error::{Answer, ApiError},
    request::Draft,
    shell::form::{field_error, general_error},
    words::Words,
};

/// What a form of the care team asks for; days are those where the person is.
///
/// # Errors
/// What is wrong, by field.
pub fn read(typed: &TypedOrder, zone: &str) -> Answer<Order> {
    let wrong = |name: &str, code| ApiError::Invalid(vec![Field { name: name.into(), code }]);
    let day = |name: &str, typed: &str| Day::try_from(typed.to_owned()).map_err(|_| wrong(name, FieldCode::NotADate));
    match typed.what.as_str() {
        "hold" => {
            let until = match typed.until.as_str() {
                "" => None,
                // Until the day itself: it begins again that morning.
                until => {
                    let until = Instant::of_wall_clock(&String::from(day("until", until)?), "00:00", zone);
                    Some(until.ok_or_else(|| wrong("until", FieldCode::NotADate))?)
                }
            };
            Ok(Order::Hold { until, why: typed.why.clone() })
        }
        "end-hold" => Ok(Order::EndHold),
        "change" => {
            let mut fields = Vec::new();
            let amounts = amounts(&typed.count, &typed.of, &mut fields);
            if !fields.is_empty() {
                return Err(ApiError::Invalid(fields));
            }
            Ok(Order::Change { from: day("from", &typed.from)?, amounts })
        }
        "move" => Ok(Order::MoveCycle { first: day("first", &typed.first)? }),
        _ => Err(wrong("what", FieldCode::NotAChoice)),
    }
}

/// What kept a form of the care team from going through.
pub fn problems(words: Words, error: Option<&ApiError>) -> Vec<(&'static str, String)> {
    match error {
        Some(error @ ApiError::Invalid(_)) => ["why", "until", "amounts", "from", "first"]
            .into_iter()
            .filter_map(|id| {
                let code = error.field(id)?;
                // A day that does not fit is no number that is too low.
                let day = matches!((id, code), ("until" | "from" | "first", FieldCode::OutOfRange));
                Some((id, field_error(if day { FieldCode::NotADate } else { code })))
            })
            .collect(),
        Some(ApiError::Conflict) => vec![("team", words.medicines_team_conflict())],
        Some(other) => vec![("team", general_error(other))],
        None => Vec::new(),
    }
}

/// The forms.
pub fn forms(words: Words, page: &MedicinePage) -> AnyView {
    let draft = Draft::of_request();
    let typed = |name: &str| draft.field(&format!("typed[{name}]"));
    let form = |what: &'static str, inside: AnyView, button: String| {
        view! {
            <form class="form" method="post" action="/api/medicines/order">
                <input type="hidden" name="record" value=page.record.to_string()/>
                <input type="hidden" name="medicine" value=page.medicine.to_string()/>
                <input type="hidden" name="version" value=page.version.to_string()/>
                <input type="hidden" name="typed[what]" value=what/>
                {inside}
                <button class="button">{button}</button>
            </form>
        }
        .into_any()
    };
    let fold = |title: String, open: bool, inside: AnyView| {
        view! {
            <details class="fold" open=open>
                <summary>{title}</summary>
                {inside}
            </details>
        }
    };
    let asked = typed("what");
    let hold = view! {
        <div class="field">
            <label for="why">{words.medicines_team_why()}</label>
            <p class="hint" id="why-hint">{words.medicines_team_why_hint()}</p>
            <input class="input" id="why" name="typed[why]" maxlength="300" autocomplete="off" required aria-describedby="why-hint" value=typed("why")/>
        </div>
        <div class="field">
            <label for="until">{words.medicines_team_until()}</label>
            <input class="input" type="date" id="until" name="typed[until]" value=typed("until")/>
        </div>
    };
    let change = view! {
        <fieldset id="amounts">
            <legend>{words.medicines_form_amounts()}</legend>
            {amount_rows(words, 3, |name, n| {
                let row = typed(&format!("{name}][{n}"));
                let known = if name == "count" { &page.counts } else { &page.strengths };
                if row.is_empty() && asked != "change" { known.get(n).cloned().unwrap_or_default() } else { row }
            })}
        </fieldset>
        <div class="field">
            <label for="from">{words.medicines_team_from()}</label>
            <input class="input" type="date" id="from" name="typed[from]" required value=typed("from")/>
        </div>
    };
    let first = view! {
        <div class="field">
            <label for="first">{words.medicines_team_first()}</label>
            <p class="hint" id="first-hint">{words.medicines_team_first_hint()}</p>
            <input class="input" type="date" id="first" name="typed[first]" required aria-describedby="first-hint" value=typed("first")/>
        </div>
    };
    let end = page.held.then(|| form("end-hold", ().into_any(), words.medicines_team_end_hold()));
    view! {
        <section class="section" aria-labelledby="team">
            <h2 id="team">{words.medicines_team_title()}</h2>
            <p class="small">{words.medicines_team_lead()}</p>
            {end}
            {fold(words.medicines_team_hold(), asked == "hold", form("hold", hold.into_any(), words.medicines_team_hold()))}
            {page
                .changeable
                .then(|| {
                    fold(
                        words.medicines_team_change(),
                        asked == "change",
                        form("change", change.into_any(), words.medicines_team_change()),
                    )
                })}
            {page
                .cycles
                .then(|| {
                    fold(words.medicines_team_move(), asked == "move", form("move", first.into_any(), words.medicines_team_move()))
                })}
        </section>
    }
    .into_any()
}
