//! Where the person sets how a medicine is taken: the page with its form, and what it says is wrong.

use domain::{
    FieldCode,
    access::{self, Medicines},
    id::{MedicineId, RecordId},
    medicines::weekly_store::is_once_a_week,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use serde::{Deserialize, Serialize};

use super::{
    api::shelf::Shelf,
    goes_on::is_shown,
    manage::{Propose, TypedPlan, medicine_in_path},
    plan_fields::{Fields, Given},
    prefill, say,
    typed_plan::{shown, typed_of_plan},
};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft},
    results::timeline::record_in_path,
    shell::{
        form::{ErrorSummary, field_error, general_error},
        icon::Drawing,
        page::{Back, PageHead, loaded, model, notice},
    },
    visit::words,
    words::Words,
};

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct PlanPage {
    record: RecordId,
    medicine: MedicineId,
    name: String,
    version: i64,
    typed: TypedPlan,
    /// What the prescriber wrote.
    written: String,
    /// The prescriber's way can't be written as a plan, or leaves something open.
    together: bool,
    weekly: bool,
    /// The form can show the plan whole; else only the care team changes it.
    whole: bool,
    /// Who has changed the plan last, and when.
    set: Option<(String, String)>,
}

async fn find_page(record: RecordId, medicine: MedicineId) -> Answer<PlanPage> {
    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    access::write::<Medicines>(&mut tx, &caller, record).await?;
    let granted = access::view::<Medicines>(&mut tx, &caller, record, now).await?;
    let shelf = Shelf::of(&mut tx, &granted).await?;
    let found = shelf.medicines.iter().find(|one| one.id == medicine).ok_or(ApiError::NotFound)?;
    let results = access::view::<access::Results>(&mut tx, &caller, record, now).await?;
    let today = shelf.day();
    let prefill = prefill::of(&mut tx, &results, found, today).await?;
    let weekly = is_once_a_week(&mut tx, &granted, found).await?;
    let last = shown(found);
    let whole = last.and_then(|plan| plan.courses.last()).is_none_or(|course| is_shown(course, weekly));
    let mut typed = last.and_then(|plan| typed_of_plan(plan, today)).unwrap_or(prefill.typed);
    if weekly && typed.rhythm != "weekdays" {
        typed.rhythm = "weekdays".into();
    }
    if typed.rhythm.is_empty() {
        typed.rhythm = "days".into();
    }
    let set = found.set_by.as_ref().map(|set| {
        let who = set.name.clone().unwrap_or_else(|| shelf.words.worklist_no_name());
        (who, say::moment(shelf.words, set.at, shelf.now, &shelf.zone))
    });
    Ok(PlanPage {
        record,
        medicine,
        name: found.name.clone(),
        version: found.version,
        typed,
        written: prefill.written,
        together: prefill.together && found.plan.is_none(),
        weekly,
        whole,
        set,
    })
}

/// The page.
#[component]
pub fn PlanForm() -> impl IntoView {
    let params = use_params_map();
    let page = model(
        move || (params.read().get("record"), params.read().get("medicine")),
        |(record, medicine)| async move { find_page(record_in_path(record)?, medicine_in_path(medicine)?).await },
    );
    loaded(page, |page| if page.whole { form(&page) } else { not_here(&page) })
}

/// A plan that the form can't show whole is never thinned to what it can show.
fn not_here(page: &PlanPage) -> AnyView {
    let words = words();
    view! {
        <Back href=format!("/records/{}/medicines/{}", page.record, page.medicine) to=page.name.clone()/>
        <PageHead title=words.medicines_form_title(&page.name)/>
        {notice(Drawing::Attention, words.medicines_form_not_here(), None)}
    }
    .into_any()
}

fn form(page: &PlanPage) -> AnyView {
    let words = words();
    let error = refused::<Propose>();
    let draft = Draft::of_request();
    let came_back = !draft.field("typed[rhythm]").is_empty();
    let lines = problems(words, error.as_ref(), page);
    let given = Given { draft, came_back, known: &page.typed };
    let fields = Fields { words, given, problems: &lines, weekly: page.weekly };
    view! {
        <Back href=format!("/records/{}/medicines/{}", page.record, page.medicine) to=page.name.clone()/>
        <PageHead title=words.medicines_form_title(&page.name) lead=words.medicines_form_lead()/>
        {(!lines.is_empty()).then(|| view! { <ErrorSummary title=words.account_check_wrong() lines=lines.clone()/> })}
        {page.weekly.then(|| notice(Drawing::Attention, words.medicines_form_weekly(), None))}
        {(!page.written.is_empty())
            .then(|| {
                view! {
                    <section class="card" aria-labelledby="written">
                        <h2 id="written">{words.medicines_written()}</h2>
                        <p dir="auto">
                            <bdi>{page.written.clone()}</bdi>
                        </p>
                        {page.together.then(|| view! { <p>{words.medicines_form_together()}</p> })}
                    </section>
                }
            })}
        <form class="form plan-form" method="post" action="/api/medicines/propose">
            <input type="hidden" name="record" value=page.record.to_string()/>
            <input type="hidden" name="medicine" value=page.medicine.to_string()/>
            <input type="hidden" name="version" value=page.version.to_string()/>
            <fieldset class="card">
                <legend>{words.medicines_form_often()}</legend>
                {fields.rhythms()}
            </fieldset>
            <fieldset class="card plan-times" id="times">
                <legend>{words.medicines_form_times()}</legend>
                {fields.wrong("times")}
                <p class="hint">{words.medicines_form_times_hint()}</p>
                {fields.times()}
            </fieldset>
            <fieldset class="card plan-amounts" id="amounts">
                <legend>{words.medicines_form_amounts()}</legend>
                {fields.wrong("amounts")}
                {fields.amounts()}
            </fieldset>
            <fieldset class="card">
                <legend>{words.medicines_form_when()}</legend>
                {fields.date("from", words.medicines_form_from(), &page.typed.from)}
                {fields.date("until", words.medicines_form_until(), &page.typed.until)}
                {fields.number("doses", words.medicines_form_doses(), page.typed.doses.as_deref().unwrap_or_default())}
            </fieldset>
            <div class="field">
                <label for="missed">{words.medicines_form_missed()}</label>
                <p class="hint" id="missed-hint">{words.medicines_form_missed_hint()}</p>
                {fields.wrong("missed")}
                <textarea class="input" id="missed" name="typed[missed]" rows="3" maxlength="1000" dir="auto" aria-describedby="missed-hint">
                    {fields.given.field("missed", page.typed.missed.as_deref().unwrap_or_default())}
                </textarea>
            </div>
            <button class="button">{words.medicines_form_next()}</button>
            <p class="small">{words.medicines_form_nothing_yet()}</p>
        </form>
    }
    .into_any()
}

const FIELDS: [&str; 17] = [
    "rhythm",
    "every",
    "weekdays",
    "on",
    "length",
    "first",
    "hours",
    "first_time",
    "steps",
    "least",
    "most",
    "times",
    "amounts",
    "from",
    "until",
    "doses",
    "missed",
];

fn problems(words: Words, error: Option<&ApiError>, page: &PlanPage) -> Vec<(&'static str, String)> {
    match error {
        Some(error @ ApiError::Invalid(_)) => {
            FIELDS.into_iter().filter_map(|id| Some((id, problem(words, id, error.field(id)?)))).collect()
        }
        Some(ApiError::Conflict) => {
            let text = match &page.set {
                Some((who, when)) => words.medicines_form_conflict(when, who),
                None => general_error(&ApiError::Conflict),
            };
            vec![("rhythm", text)]
        }
        Some(other) => vec![("rhythm", general_error(other))],
        None => Vec::new(),
    }
}

fn problem(words: Words, field: &str, code: FieldCode) -> String {
    match (field, code) {
        ("from", FieldCode::Contradiction) => words.medicines_error_week(),
        (_, FieldCode::Contradiction) => words.medicines_form_weekly(),
        ("times", FieldCode::Missing) => words.medicines_error_times(),
        ("times", FieldCode::TooMany) => words.medicines_error_times_twice(),
        ("weekdays", _) => words.medicines_error_weekdays(),
        ("rhythm", FieldCode::TooMany) => words.medicines_form_not_here(),
        ("on", FieldCode::NotAChoice) => words.medicines_error_cycle_alone(),
        ("on", FieldCode::OutOfRange) => words.medicines_error_cycle_outside(),
        ("on", _) => words.medicines_error_cycle_days(),
        ("amounts" | "steps", _) => words.medicines_error_amounts(),
        ("most", _) => words.medicines_error_most(),
        _ => field_error(code),
    }
}
