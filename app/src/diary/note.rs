//! The form to note something between reports.

use domain::FieldCode;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{api::get_note, laid, model::NotePage, say};
use crate::{
    devices::state::here,
    error::ApiError,
    results::timeline::record_in_path,
    shell::{
        form::{ErrorSummary, FieldError, field_error, general_error},
        page::{Back, PageHead, loaded, model},
    },
    visit::words,
    words::Words,
};

/// The page.
#[component]
pub fn NoteSomething() -> impl IntoView {
    let params = use_params_map();
    let page =
        model(move || params.read().get("record"), |record| async move { get_note(record_in_path(record)?).await });
    let here = here();
    // What is typed stays as it is, whatever becomes of the device.
    loaded(page, move |page| note(&here.device.with_untracked(|device| laid::note(page, device))))
}

fn note(page: &NotePage) -> AnyView {
    let words = words();
    let error = &page.refused;
    let typed = &page.typed;
    let level = &typed.level;
    let problem =
        |field: &str| error.as_ref().and_then(|error| error.field(field)).map(|code| problem(words, field, code));
    let lines: Vec<(&'static str, String)> = match error {
        Some(ApiError::Invalid(_)) => {
            ["symptom", "level", "happened", "note"].into_iter().filter_map(|id| Some((id, problem(id)?))).collect()
        }
        Some(other) => vec![("symptom", general_error(other))],
        None => Vec::new(),
    };
    let symptoms = page.symptoms.iter().map(|(code, name)| {
        let selected = *code == typed.symptom;
        view! {
            <option value=code.clone() selected=selected>
                {name.clone()}
            </option>
        }
    });
    let levels = (1..=4_u8).map(|n| {
        view! {
            <label class="check option">
                <input type="radio" name="typed[level]" value=n.to_string() checked=*level == n.to_string()/>
                <span>{say::level(words, n)}</span>
            </label>
        }
    });
    let wrong = |id: &'static str| problem(id).map(|text| view! { <FieldError id=format!("{id}-error") text/> });
    view! {
        <Back href=format!("/records/{}/diary", page.record) to=words.diary_title()/>
        <PageHead title=words.diary_note() lead=words.diary_note_lead()/>
        {(!lines.is_empty()).then(|| view! { <ErrorSummary title=words.account_check_wrong() lines=lines.clone()/> })}
        <form class="form" method="post" action="/api/diary/note">
            <input type="hidden" name="record" value=page.record.to_string()/>
            <input type="hidden" name="id" value=page.id.to_string()/>
            <div class="field">
                <label for="symptom">{words.diary_note_what()}</label>
                {wrong("symptom")}
                <select class="input" id="symptom" name="typed[symptom]">
                    <option value="">{words.diary_note_choose()}</option>
                    {symptoms.collect_view()}
                </select>
            </div>
            <fieldset class="options" id="level">
                <legend>{words.diary_note_level()}</legend>
                {wrong("level")}
                {levels.collect_view()}
                <label class="check option">
                    <input type="radio" name="typed[level]" value="" checked=level.is_empty()/>
                    <span>{words.diary_note_no_level()}</span>
                </label>
            </fieldset>
            <div class="field" id="happened">
                {wrong("happened")}
                <div class="date-parts">
                    <div>
                        <label for="day">{words.diary_note_day()}</label>
                        <input class="input" type="date" id="day" name="typed[day]" value=typed.day.clone() required/>
                    </div>
                    <div>
                        <label for="time">{words.diary_note_time()}</label>
                        <input class="input" type="time" id="time" name="typed[time]" value=typed.time.clone() required/>
                    </div>
                </div>
            </div>
            <div class="field">
                <label for="note">{words.diary_note_words()}</label>
                {wrong("note")}
                <p class="hint" id="note-hint">{words.diary_note_words_hint()}</p>
                <textarea class="input" id="note" name="typed[words]" rows="4" autocomplete="off" aria-describedby="note-hint">
                    {typed.words.clone()}
                </textarea>
            </div>
            <button class="button">{words.diary_note_save()}</button>
        </form>
    }
    .into_any()
}

fn problem(words: Words, field: &str, code: FieldCode) -> String {
    match field {
        "level" => words.diary_note_error_level(),
        "happened" => words.diary_note_error_happened(),
        _ => field_error(code),
    }
}
