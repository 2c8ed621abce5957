//! The form to note something between reports.

use domain::{
    FieldCode,
    access::{self, Diary},
    diary::{entry::OTHER, instrument_store::get_current},
    id::{RecordId, ReportId},
    time::PartialDate,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use serde::{Deserialize, Serialize};

use super::{api::Note, names::Names, say};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft},
    results::timeline::record_in_path,
    shell::{
        form::{ErrorSummary, FieldError, field_error, general_error},
        page::{Back, PageHead, loaded, model},
    },
    visit::words,
    words::Words,
};

/// What the form offers.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct NotePage {
    record: RecordId,
    id: ReportId,
    symptoms: Names,
    /// What the clock shows where the person is.
    now: PartialDate,
}

async fn find_note(record: RecordId) -> Answer<NotePage> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    access::write::<Diary>(&mut tx, &caller, record).await?;
    let (_, instrument) = get_current(&mut tx, &backend.site.instrument).await?;
    let now = request::local_date(backend.now(), &request::signed_in()?.zone);
    Ok(NotePage { record, id: ReportId::new(), symptoms: Names::of(&instrument), now })
}

/// The page.
#[component]
pub fn NoteSomething() -> impl IntoView {
    let params = use_params_map();
    let page =
        model(move || params.read().get("record"), |record| async move { find_note(record_in_path(record)?).await });
    loaded(page, |page| note(&page))
}

fn note(page: &NotePage) -> AnyView {
    let words = words();
    let error = refused::<Note>();
    let draft = Draft::of_request();
    let typed = |name: &str| draft.field(&format!("typed[{name}]"));
    let or = |typed: String, or: String| if typed.is_empty() { or } else { typed };
    // The same id when it is sent again, so that nothing is noted twice.
    let id = or(draft.field("id"), page.id.to_string());
    let (day, time) = clock(page.now);
    let chosen = typed("symptom");
    let level = typed("level");
    let problem =
        |field: &str| error.as_ref().and_then(|error| error.field(field)).map(|code| problem(words, field, code));
    let lines: Vec<(&'static str, String)> = match &error {
        Some(ApiError::Invalid(_)) => {
            ["symptom", "level", "happened", "note"].into_iter().filter_map(|id| Some((id, problem(id)?))).collect()
        }
        Some(other) => vec![("symptom", general_error(other))],
        None => Vec::new(),
    };
    let mut names: Vec<(String, String)> =
        page.symptoms.iter().map(|(symptom, name)| (symptom.0.clone(), name.to_owned())).collect();
    names.sort_by(|(_, one), (_, other)| one.cmp(other));
    names.push((OTHER.to_owned(), words.diary_note_other()));
    let symptoms = names.into_iter().map(|(code, name)| {
        let selected = code == chosen;
        view! {
            <option value=code selected=selected>
                {name}
            </option>
        }
    });
    let levels = (1..=4_u8).map(|n| {
        view! {
            <label class="check option">
                <input type="radio" name="typed[level]" value=n.to_string() checked=level == n.to_string()/>
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
            <input type="hidden" name="id" value=id/>
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
                        <input class="input" type="date" id="day" name="typed[day]" value=or(typed("day"), day) required/>
                    </div>
                    <div>
                        <label for="time">{words.diary_note_time()}</label>
                        <input class="input" type="time" id="time" name="typed[time]" value=or(typed("time"), time) required/>
                    </div>
                </div>
            </div>
            <div class="field">
                <label for="note">{words.diary_note_words()}</label>
                {wrong("note")}
                <p class="hint" id="note-hint">{words.diary_note_words_hint()}</p>
                <textarea class="input" id="note" name="typed[words]" rows="4" aria-describedby="note-hint">
                    {typed("words")}
                </textarea>
            </div>
            <button class="button">{words.diary_note_save()}</button>
        </form>
    }
    .into_any()
}

/// `YYYY-MM-DD` and `HH:MM`, as fields of forms take them.
fn clock(now: PartialDate) -> (String, String) {
    let time = now.time.map(|time| format!("{:02}:{:02}", time.hour, time.minute)).unwrap_or_default();
    (now.date().to_string(), time)
}

fn problem(words: Words, field: &str, code: FieldCode) -> String {
    match field {
        "level" => words.diary_note_error_level(),
        "happened" => words.diary_note_error_happened(),
        _ => field_error(code),
    }
}
