//! What the care team keeps of someone's treatment: the person reads it, the team changes it.

pub mod form;

use domain::{
    FieldCode, access,
    access::Reader,
    id::RecordId,
    record::care::{Care, Hold, Kept, Phase, find_kept},
    time::PartialDate,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::api::{SaveCare, TypedCare, TypedHold};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft},
    results::{say, timeline::record_in_path},
    shell::{
        form::{ErrorSummary, FieldError, field_error, general_error},
        icon::Drawing,
        page::{Back, Empty, PageHead, loaded, model, notice},
    },
    visit::words,
    words::Words,
};

/// Days to come that are listed.
const MOST_DAYS: usize = 30;

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Page {
    record: RecordId,
    today: PartialDate,
    /// The reader is of the care team.
    may_change: bool,
    care: Care,
    /// 0: nobody has noted anything.
    version: i64,
    by: Option<String>,
    day: Option<PartialDate>,
}

async fn find_page(record: RecordId) -> Answer<Page> {
    let (backend, caller) = request::caller()?;
    let (now, zone) = (backend.now(), &backend.site.zone);
    let mut tx = backend.db.read().await?;
    let granted = access::view::<access::Care>(&mut tx, &caller, record, now).await?;
    let kept = find_kept(&mut tx, &granted).await?;
    let day = kept.as_ref().map(|kept| request::local_date(kept.at, zone).date());
    let (care, version, by) = kept.map_or_else(Default::default, |Kept { care, version, by, .. }| (care, version, by));
    let may_change = granted.reader() == Reader::CareTeam;
    Ok(Page { record, today: request::local_date(now, zone).date(), may_change, care, version, by, day })
}

/// The page of what the care team keeps.
#[component]
pub fn CarePage() -> impl IntoView {
    let params = use_params_map();
    let page =
        model(move || params.read().get("record"), |record| async move { find_page(record_in_path(record)?).await });
    loaded(page, |page| shown(&page))
}

fn shown(page: &Page) -> AnyView {
    let words = words();
    let error = refused::<SaveCare>();
    let saved = use_query_map().read_untracked().get("saved").is_some() && error.is_none();
    let problems = error.as_ref().map(|error| problems(words, error));
    let (back, to) = if page.may_change {
        (format!("/records/{}", page.record), words.site_today())
    } else {
        ("/account".to_owned(), words.site_more())
    };
    let kept = if page.version == 0 {
        view! { <Empty of=Drawing::Plan title=words.record_care_none() text=words.record_care_none_text()/> }.into_any()
    } else {
        kept(words, page)
    };
    view! {
        <Back href=back to/>
        <PageHead title=words.record_care() lead=words.record_care_lead()/>
        {saved.then(|| notice(Drawing::Check, words.record_care_saved(), None))}
        {problems.map(|lines| view! { <ErrorSummary title=words.account_check_wrong() lines/> })}
        {kept}
        {page.may_change.then(|| change(words, page, error.as_ref()))}
    }
    .into_any()
}

/// What is kept, in words.
fn kept(words: Words, page: &Page) -> AnyView {
    let care = &page.care;
    let since = care.since.map(|day| words.record_care_since(&say::day(words, day)));
    let note = (!care.note.is_empty()).then(|| {
        view! {
            <section class="impression" aria-labelledby="note-kept">
                <h2 id="note-kept">{words.results_comments()}</h2>
                <p class="report-text">
                    <bdi>{care.note.clone()}</bdi>
                </p>
            </section>
        }
    });
    let day = page.day.map(|day| say::day(words, day)).unwrap_or_default();
    let by = match &page.by {
        Some(name) => words.record_care_by(&day, name),
        None => words.record_care_by_team(&day),
    };
    view! {
        {note}
        <section class="section" aria-labelledby="phase-kept">
            <h2 id="phase-kept">{words.record_care_phase()}</h2>
            <p>
                <strong>{phase(words, care.phase)}</strong>
                {since.map(|since| view! { " · " <span>{since}</span> })}
            </p>
        </section>
        <section class="section" aria-labelledby="days-kept">
            <h2 id="days-kept">{words.record_care_days()}</h2>
            {days(words, page)}
        </section>
        <section class="section" aria-labelledby="holds-kept">
            <h2 id="holds-kept">{words.record_care_holds()}</h2>
            {holds(words, page)}
        </section>
        <p class="small kept-by">{by}</p>
    }
    .into_any()
}

pub fn phase(words: Words, phase: Phase) -> String {
    match phase {
        Phase::InTreatment => words.record_care_in_treatment(),
        Phase::Planned => words.record_care_planned(),
        Phase::After => words.record_care_after(),
        Phase::NotKnown => words.record_care_not_known(),
    }
}

/// The planned days that have come, and those ahead.
fn days(words: Words, page: &Page) -> AnyView {
    let all = page.care.treatment_days();
    if all.is_empty() {
        return view! { <p>{words.record_care_days_none()}</p> }.into_any();
    }
    let today = page.today.sort_key();
    let (past, ahead): (Vec<_>, Vec<_>) = all.into_iter().partition(|day| day.sort_key() < today);
    let so_far = past.last().map(|last| words.record_care_past(past.len(), &say::day(words, *last)));
    let more = ahead.len().saturating_sub(MOST_DAYS);
    let lines = ahead.iter().take(MOST_DAYS).map(|day| view! { <li>{say::weekday_date(words, *day)}</li> });
    let list = (!ahead.is_empty()).then(|| {
        view! {
            <p>{words.record_care_next()}</p>
            <ul>{lines.collect_view()}</ul>
            {(more > 0).then(|| view! { <p>{words.record_care_more_days(more)}</p> })}
        }
    });
    view! {
        <div class="prose">
            {list}
            {so_far.map(|text| view! { <p class="small">{text}</p> })}
        </div>
    }
    .into_any()
}

/// What is on hold. What is over says so no longer.
fn holds(words: Words, page: &Page) -> AnyView {
    let lines: Vec<_> = page.care.held(page.today).map(|hold| held(words, hold)).collect();
    if lines.is_empty() {
        return view! { <p>{words.record_care_holds_none()}</p> }.into_any();
    }
    view! { <ul class="prose" role="list">{lines}</ul> }.into_any()
}

/// From when until when something is on hold.
pub fn hold_days(words: Words, hold: &Hold) -> Option<String> {
    match (hold.since, hold.until) {
        (Some(since), Some(until)) => Some(words.results_period(&say::day(words, until), &say::day(words, since))),
        (Some(since), None) => Some(words.record_care_since(&say::day(words, since))),
        (None, Some(until)) => Some(words.results_period_until(&say::day(words, until))),
        (None, None) => None,
    }
}

fn held(words: Words, hold: &Hold) -> AnyView {
    let days = hold_days(words, hold);
    let why = (!hold.why.is_empty()).then(|| {
        view! {
            <p>
                {words.record_care_hold_why_said()} " " <bdi>{hold.why.clone()}</bdi>
            </p>
        }
    });
    view! {
        <li>
            <p>
                <strong>
                    <bdi>{hold.what.clone()}</bdi>
                </strong>
                {days.map(|days| view! { " · " <span>{days}</span> })}
            </p>
            {why}
        </li>
    }
    .into_any()
}

/// The ids of the fields of each hold.
const HOLD_FIELDS: [[&str; 4]; Care::MOST_HOLDS] = [
    ["hold_0_what", "hold_0_why", "hold_0_since", "hold_0_until"],
    ["hold_1_what", "hold_1_why", "hold_1_since", "hold_1_until"],
    ["hold_2_what", "hold_2_why", "hold_2_since", "hold_2_until"],
    ["hold_3_what", "hold_3_why", "hold_3_since", "hold_3_until"],
    ["hold_4_what", "hold_4_why", "hold_4_since", "hold_4_until"],
    ["hold_5_what", "hold_5_why", "hold_5_since", "hold_5_until"],
];

/// What is wrong with each field, in the order of the page.
fn problems(words: Words, error: &ApiError) -> Vec<(&'static str, String)> {
    if *error == ApiError::Conflict {
        return vec![("phase", words.record_care_conflict())];
    }
    let single = ["phase", "since", "cycle_first", "cycle_length", "cycle_count", "days"];
    let all = single.into_iter().chain(HOLD_FIELDS.into_iter().flatten()).chain(["note"]);
    let found: Vec<_> =
        all.filter_map(|field| error.field(field).map(|code| (field, problem(words, field, code)))).collect();
    if found.is_empty() { vec![("phase", general_error(error))] } else { found }
}

fn problem(words: Words, field: &str, code: FieldCode) -> String {
    match (field, code) {
        ("since", FieldCode::NotADate) => words.record_care_wrong_since(),
        ("days", FieldCode::NotADate) => words.record_care_wrong_days(),
        ("days" | "cycle_count", FieldCode::TooLong) => {
            words.record_care_wrong_many(u32::try_from(Care::MOST_DAYS).unwrap_or(u32::MAX))
        }
        ("cycle_length", _) => words.record_care_wrong_length(u32::from(Care::LONGEST_CYCLE)),
        ("cycle_count", _) => words.record_care_wrong_count(),
        (_, FieldCode::NotADate) => words.record_care_wrong_day(),
        (_, FieldCode::NoMatch) => words.record_care_wrong_until(),
        _ => field_error(code),
    }
}

/// A field to fill in, with what is wrong with it.
struct Input<'a> {
    id: &'static str,
    /// The name in the form, within `typed`.
    name: String,
    kind: &'static str,
    class: &'static str,
    label: String,
    value: &'a str,
}

fn input(words: Words, error: Option<&ApiError>, of: Input<'_>) -> AnyView {
    let Input { id, name, kind, class, label, value } = of;
    let wrong = error.and_then(|error| error.field(id)).map(|code| problem(words, id, code));
    let error_id = format!("{id}-error");
    view! {
        <div class=if wrong.is_some() { "field field-wrong" } else { "field" }>
            <label for=id>{label}</label>
            {wrong.clone().map(|text| view! { <FieldError id=error_id.clone() text/> })}
            <input
                class=class
                id=id
                name=format!("typed{name}")
                type=kind
                inputmode=(kind == "text" && class.contains("input-")).then_some("numeric")
                value=value.to_owned()
                autocomplete="off"
                dir=(kind == "text").then_some("auto")
                aria-invalid=wrong.is_some().then_some("true")
                aria-describedby=wrong.is_some().then_some(error_id)
            />
        </div>
    }
    .into_any()
}

fn text_area(
    words: Words,
    error: Option<&ApiError>,
    (id, rows): (&'static str, &'static str),
    (label, hint): (String, String),
    value: &str,
) -> AnyView {
    let wrong = error.and_then(|error| error.field(id)).map(|code| problem(words, id, code));
    let (error_id, hint_id) = (format!("{id}-error"), format!("{id}-hint"));
    let described = if wrong.is_some() { format!("{error_id} {hint_id}") } else { hint_id.clone() };
    view! {
        <div class=if wrong.is_some() { "field field-wrong" } else { "field" }>
            <label for=id>{label}</label>
            <p class="hint" id=hint_id>{hint}</p>
            {wrong.clone().map(|text| view! { <FieldError id=error_id text/> })}
            <textarea
                class="input"
                id=id
                name=format!("typed[{id}]")
                rows=rows
                dir="auto"
                autocomplete="off"
                aria-invalid=wrong.is_some().then_some("true")
                aria-describedby=described
            >
                {value.to_owned()}
            </textarea>
        </div>
    }
    .into_any()
}

/// The form of the care team.
fn change(words: Words, page: &Page, error: Option<&ApiError>) -> AnyView {
    let draft = Draft::of_request();
    let typed = TypedCare::of_draft(&draft).unwrap_or_else(|| TypedCare::of(words, &page.care));
    // Who has read what someone else set meanwhile may set it anew.
    let version = match draft.field("version").parse::<i64>() {
        Ok(version) if error != Some(&ApiError::Conflict) => version,
        _ => page.version,
    };
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let day = |id: &'static str, label: String, value: &str| {
        input(
            words,
            error,
            Input { id, name: format!("[{id}]"), kind: "date", class: "input input-date", label, value },
        )
    };
    let count = |id: &'static str, label: String, value: &str| {
        input(words, error, Input { id, name: format!("[{id}]"), kind: "text", class: "input input-4", label, value })
    };
    let wrong_phase = error.and_then(|error| error.field("phase")).map(field_error);
    let card = if wrong_phase.is_some() { "card field-wrong" } else { "card" };
    let phases = Phase::ALL.map(|one| {
        let id = if one == Phase::ALL[0] { "phase".to_owned() } else { format!("phase-{}", one.code()) };
        view! {
            <label class="check">
                <input type="radio" id=id name="typed[phase]" value=one.code() checked=typed.phase == one.code()/>
                <span>{phase(words, one)}</span>
            </label>
        }
    });
    let example = say::day(words, page.today);
    view! {
        <section class="section" aria-labelledby="change">
            <h2 id="change">{words.record_care_change()}</h2>
            <form class="form care" method="post" action="/api/record/save_care">
                <input type="hidden" name="record" value=page.record.to_string()/>
                <input type="hidden" name="version" value=version.to_string()/>
                <fieldset class=card>
                    <legend>{words.record_care_phase()}</legend>
                    {wrong_phase.map(|text| view! { <FieldError id="phase-error".to_owned() text/> })}
                    {phases.into_iter().collect_view()}
                    {day("since", words.record_care_since_label(), &typed.since)}
                </fieldset>
                <fieldset class="card" aria-describedby="cycle-hint">
                    <legend>{words.record_care_cycle()}</legend>
                    <p class="hint" id="cycle-hint">{words.record_care_cycle_hint()}</p>
                    {day("cycle_first", words.record_care_cycle_first(), &typed.cycle_first)}
                    {count("cycle_length", words.record_care_cycle_length(), &typed.cycle_length)}
                    {count("cycle_count", words.record_care_cycle_count(), &typed.cycle_count)}
                </fieldset>
                <fieldset class="card">
                    <legend>{words.record_care_other_days()}</legend>
                    {text_area(
                        words,
                        error,
                        ("days", "4"),
                        (
                            words.record_care_other_days_label(),
                            words.record_care_other_days_hint(&example, number(Care::MOST_DAYS)),
                        ),
                        &typed.days,
                    )}
                </fieldset>
                {hold_fields(words, error, &typed)}
                <fieldset class="card">
                    <legend>{words.record_care_note()}</legend>
                    {text_area(
                        words,
                        error,
                        ("note", "4"),
                        (words.record_care_note_label(), words.record_care_note_hint(number(Care::MOST_NOTE))),
                        &typed.note,
                    )}
                </fieldset>
                <button class="button">{words.record_care_save()}</button>
            </form>
        </section>
    }
    .into_any()
}

/// What is on hold, and room for one more.
fn hold_fields(words: Words, error: Option<&ApiError>, typed: &TypedCare) -> AnyView {
    let holds: Vec<TypedHold> = typed.some_holds().cloned().chain([TypedHold::default()]).collect();
    let fields = holds.iter().zip(HOLD_FIELDS).enumerate().map(|(at, (hold, ids))| {
        let one = |field: usize, name: &str, kind, class, label, value| {
            let name = format!("[holds][{at}][{name}]");
            input(words, error, Input { id: ids[field], name, kind, class, label, value })
        };
        view! {
            <fieldset class="card" aria-describedby="hold-hint">
                <legend>{words.record_care_hold(at + 1)}</legend>
                {one(0, "what", "text", "input", words.record_care_hold_what(), &hold.what)}
                {one(1, "why", "text", "input", words.record_care_hold_why(), &hold.why)}
                {one(2, "since", "date", "input input-date", words.record_care_hold_since(), &hold.since)}
                {one(3, "until", "date", "input input-date", words.record_care_hold_until(), &hold.until)}
            </fieldset>
        }
    });
    view! {
        <p class="hint" id="hold-hint">{words.record_care_hold_hint()}</p>
        {fields.collect_view()}
    }
    .into_any()
}
