//! What is asked before a dose is noted a second time, or more than allowed; and the page that corrects.

use domain::{
    access::{self, Medicines},
    id::{EntryId, MedicineId, RecordId},
    medicines::{
        entry::{Entry, Kind, Reason, What},
        entry_store::{allowance, find_entry, limits, list_of_dose, list_taken},
    },
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{
    api::{
        Correct, Note,
        shelf::Shelf,
        typed_entry::{slot, slot_text, typed_in},
    },
    model::TypedEntry,
    say,
};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft},
    results::timeline::record_in_path,
    shell::{
        form::{ErrorSummary, field_error, general_error},
        icon::{Drawing, Icon},
        page::{Back, PageHead, loaded, model},
    },
    visit::words,
};

/// What the page of the question shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct AskPage {
    record: RecordId,
    medicine: MedicineId,
    name: String,
    amount: String,
    id: EntryId,
    /// What it would take the place of, where it corrects.
    of: Option<EntryId>,
    typed: TypedEntry,
    /// What was noted before: in words, when that was, and by whom.
    said: Vec<(String, String, Option<String>)>,
    why: Why,
    /// When it may be taken again.
    next: Option<String>,
    limits: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Why {
    /// The same dose was noted as taken.
    Taken,
    /// It was noted as something else.
    Said,
    Soon,
    Most,
}

async fn find_page(
    record: RecordId,
    medicine: MedicineId,
    (id, of): (EntryId, Option<EntryId>),
    typed: TypedEntry,
    why: String,
) -> Answer<AskPage> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    // For the person alone, as noting is.
    access::write::<Medicines>(&mut tx, &caller, record).await?;
    let granted = access::view::<Medicines>(&mut tx, &caller, record, backend.now()).await?;
    let shelf = Shelf::of(&mut tx, &granted).await?;
    let found = shelf.medicines.iter().find(|one| one.id == medicine).ok_or(ApiError::NotFound)?;
    let mut entries = match slot(&typed.slot) {
        Some(slot) => list_of_dose(&mut tx, &granted, medicine, slot).await?,
        None => Vec::new(),
    };
    let mut taken = match limits(found, shelf.today) {
        Some(limits) => list_taken(&mut tx, &granted, medicine, shelf.now.plus_seconds(-limits.reach())).await?,
        None => Vec::new(),
    };
    // What is corrected does not count any more.
    entries.retain(|entry| Some(entry.id) != of);
    taken.retain(|entry| Some(entry.id) != of);
    let course = found.plan.as_ref().and_then(|plan| say::holding(plan, shelf.today));
    let was_taken = entries.iter().any(|entry| entry.what.kind() == Kind::Taken) && typed.what == "taken";
    let why = match why.as_str() {
        "soon" => Why::Soon,
        "most" => Why::Most,
        _ if was_taken => Why::Taken,
        _ => Why::Said,
    };
    let said = entries.iter().filter(|entry| entry.what.kind() != Kind::Later).chain(taken.iter().take(3));
    let line = |entry: &Entry| {
        let by = (entry.account != caller.account).then(|| entry.name.clone()).flatten();
        let noted = say::moment(shelf.words, entry.noted_at, shelf.now, &shelf.zone);
        (say::entry(shelf.words, &found.name, entry, shelf.now, &shelf.zone), noted, by)
    };
    Ok(AskPage {
        record,
        medicine,
        name: found.name.clone(),
        amount: course.map(|course| say::amounts(shelf.words, &course.amounts)).unwrap_or_default(),
        id,
        of,
        typed,
        said: said.map(line).collect(),
        why,
        next: allowance(found, shelf.today, &taken)
            .and_then(|allowance| allowance.next(shelf.now))
            .map(|next| say::moment(shelf.words, next, shelf.now, &shelf.zone)),
        limits: course.map(|course| say::limits(shelf.words, course)).unwrap_or_default(),
    })
}

/// The page.
#[component]
pub fn AskFirst() -> impl IntoView {
    let params = use_params_map();
    let draft = Draft::of_request();
    let page = model(
        move || {
            let typed = typed_in(&draft);
            let ids = (draft.field("id"), draft.field("of"));
            (params.read().get("record"), params.read().get("medicine"), ids, typed, draft.field("why"))
        },
        |(record, medicine, (id, of), typed, why)| async move {
            let medicine = medicine.and_then(|id| id.parse().ok()).ok_or(ApiError::NotFound)?;
            let id = id.parse().map_err(|_| ApiError::NotFound)?;
            find_page(record_in_path(record)?, medicine, (id, of.parse().ok()), typed, why).await
        },
    );
    loaded(page, |page| ask(&page))
}

fn ask(page: &AskPage) -> AnyView {
    let words = words();
    let home = format!("/records/{}/medicines", page.record);
    let (title, lead, yes, no) = match page.why {
        Why::Taken => (
            words.medicines_ask_taken(),
            words.medicines_ask_taken_lead(),
            words.medicines_ask_taken_yes(),
            words.medicines_ask_taken_no(),
        ),
        Why::Said => (
            words.medicines_ask_said(),
            words.medicines_ask_said_lead(),
            words.medicines_ask_said_yes(),
            words.medicines_ask_said_no(),
        ),
        Why::Soon => (
            words.medicines_ask_soon(),
            words.medicines_ask_soon_lead(),
            words.medicines_ask_needed_yes(),
            words.medicines_ask_needed_no(),
        ),
        Why::Most => (
            words.medicines_ask_most(),
            words.medicines_ask_most_lead(),
            words.medicines_ask_needed_yes(),
            words.medicines_ask_needed_no(),
        ),
    };
    let hidden = |name: &'static str, value: &str| {
        (!value.is_empty()).then(|| view! { <input type="hidden" name=name value=value.to_owned()/> })
    };
    let said = page.said.iter().map(|(text, noted, by)| {
        let by = by.as_ref().map(|by| view! { " · " <bdi>{words.medicines_by(by)}</bdi> });
        view! {
            <li>
                {text.clone()} <span class="small">" " {words.medicines_noted_when(noted)} {by}</span>
            </li>
        }
    });
    let tells = matches!(page.why, Why::Taken | Why::Soon | Why::Most);
    view! {
        <Back href=home.clone() to=words.medicines_title()/>
        <PageHead title=title lead=lead/>
        <section class="card" aria-labelledby="before">
            <h2 id="before">
                <bdi translate="no">{page.name.clone()}</bdi>
            </h2>
            <ul>{said.collect_view()}</ul>
            {page.limits.iter().map(|limit| view! { <p>{limit.clone()}</p> }).collect_view()}
            {page.next.as_ref().map(|next| view! { <p><strong>{words.medicines_next_at(next)}</strong></p> })}
        </section>
        <p>
            <a class="button" href=home>{no}</a>
        </p>
        <form method="post" action=if page.of.is_some() { "/api/medicines/correct" } else { "/api/medicines/note" }>
            {hidden("record", &page.record.to_string())}
            {page.of.and_then(|of| hidden("of", &of.to_string()))}
            {hidden("medicine", &page.medicine.to_string())}
            {hidden("id", &page.id.to_string())}
            {hidden("typed[slot]", &page.typed.slot)}
            {hidden("typed[what]", &page.typed.what)}
            {hidden("typed[reason]", &page.typed.reason)}
            {hidden("typed[words]", &page.typed.words)}
            {hidden("typed[day]", &page.typed.day)}
            {hidden("typed[time]", &page.typed.time)}
            {hidden("typed[back]", &page.typed.back)}
            {hidden("typed[truly]", "yes")}
            <button class="button button-quiet">{yes}</button>
        </form>
        {tells.then(|| view! { <p class="small">{words.medicines_ask_tells()}</p> })}
        <p>
            <a class="action" href="/ill">
                <Icon of=Drawing::Phone/>
                {words.site_very_ill()}
            </a>
        </p>
    }
    .into_any()
}

/// What the page that corrects shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct CorrectPage {
    record: RecordId,
    medicine: MedicineId,
    of: EntryId,
    id: EntryId,
    name: String,
    said: String,
    slot: String,
    what: Kind,
    reason: Option<Reason>,
    words: String,
    day: String,
    time: String,
}

async fn find_entry_page(record: RecordId, of: EntryId) -> Answer<CorrectPage> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    access::write::<Medicines>(&mut tx, &caller, record).await?;
    let granted = access::view::<Medicines>(&mut tx, &caller, record, backend.now()).await?;
    let shelf = Shelf::of(&mut tx, &granted).await?;
    let entry = find_entry(&mut tx, &granted, of).await?.ok_or(ApiError::NotFound)?;
    let medicine = shelf.medicines.iter().find(|one| one.id == entry.medicine).ok_or(ApiError::NotFound)?;
    let at = request::local_date(entry.taken_at().unwrap_or(entry.noted_at), &shelf.zone);
    let (reason, typed) = match &entry.what {
        What::Skipped { reason, words } => (Some(*reason), words.clone()),
        _ => (None, String::new()),
    };
    Ok(CorrectPage {
        record,
        medicine: medicine.id,
        of,
        id: EntryId::new(),
        name: medicine.name.clone(),
        said: say::entry(shelf.words, &medicine.name, &entry, shelf.now, &shelf.zone),
        slot: entry.slot.map(slot_text).unwrap_or_default(),
        what: entry.what.kind(),
        reason,
        words: typed,
        day: at.date().to_string(),
        time: at.time.map(|time| format!("{:02}:{:02}", time.hour, time.minute)).unwrap_or_default(),
    })
}

/// The page that says anew what was said of a dose.
#[component]
pub fn CorrectEntry() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || (params.read().get("record"), query.read().get("entry").unwrap_or_default()),
        |(record, entry)| async move {
            find_entry_page(record_in_path(record)?, entry.parse().map_err(|_| ApiError::NotFound)?).await
        },
    );
    loaded(page, |page| correct(&page))
}

fn correct(page: &CorrectPage) -> AnyView {
    let words = words();
    let error = refused::<Correct>().or_else(refused::<Note>);
    let draft = Draft::of_request();
    let typed = |name: &str, or: &str| {
        let typed = draft.field(&format!("typed[{name}]"));
        if typed.is_empty() { or.to_owned() } else { typed }
    };
    let lines: Vec<(&'static str, String)> = match &error {
        Some(ApiError::Invalid(fields)) => {
            fields.iter().map(|field| ("what", correct_problem(&field.name, field.code))).collect()
        }
        Some(ApiError::Conflict) => vec![("what", words.medicines_correct_conflict())],
        Some(other) => vec![("what", general_error(other))],
        None => Vec::new(),
    };
    let what = typed("what", page.what.code());
    let reason = typed("reason", page.reason.unwrap_or(Reason::Unwell).code());
    let option = |code: &'static str, label: String| {
        let id = if code == "taken" { "what".to_owned() } else { format!("what-{code}") };
        view! {
            <label class="check">
                <input type="radio" id=id name="typed[what]" value=code checked=what == code/>
                <span>{label}</span>
            </label>
        }
    };
    let reasons = Reason::ALL.iter().map(|one| {
        let selected = one.code() == reason;
        view! {
            <option value=one.code() selected=selected>
                {say::reason(words, *one)}
            </option>
        }
    });
    let slotted = !page.slot.is_empty();
    view! {
        <Back href=format!("/records/{}/medicines", page.record) to=words.medicines_title()/>
        <PageHead title=words.medicines_correct_title() lead=page.said.clone()/>
        {(!lines.is_empty()).then(|| view! { <ErrorSummary title=words.account_check_wrong() lines=lines.clone()/> })}
        <form class="form" method="post" action="/api/medicines/correct">
            <input type="hidden" name="record" value=page.record.to_string()/>
            <input type="hidden" name="medicine" value=page.medicine.to_string()/>
            <input type="hidden" name="of" value=page.of.to_string()/>
            <input type="hidden" name="id" value=page.id.to_string()/>
            <input type="hidden" name="typed[slot]" value=page.slot.clone()/>
            <fieldset class="card entry-correct">
                <legend>{words.medicines_correct_what()}</legend>
                {option("taken", words.medicines_correct_taken())}
                <div class="date-parts choice-days">
                    <div>
                        <label for="day">{words.medicines_day()}</label>
                        <input class="input" type="date" id="day" name="typed[day]" value=typed("day", &page.day)/>
                    </div>
                    <div>
                        <label for="time">{words.medicines_time()}</label>
                        <input class="input" type="time" id="time" name="typed[time]" value=typed("time", &page.time)/>
                    </div>
                </div>
                {slotted.then(|| option("skipped", words.medicines_correct_skipped()))}
                {slotted
                    .then(|| {
                        view! {
                            <div class="field choice-days">
                                <label for="reason">{words.medicines_skip_why()}</label>
                                <select class="input" id="reason" name="typed[reason]">
                                    {reasons.collect_view()}
                                </select>
                                <label for="words">{words.medicines_skip_words()}</label>
                                <input
                                    class="input"
                                    id="words"
                                    name="typed[words]"
                                    maxlength="300"
                                    autocomplete="off"
                                    value=typed("words", &page.words)
                                />
                            </div>
                        }
                    })}
                {slotted.then(|| option("missed", words.medicines_correct_missed()))}
            </fieldset>
            <button class="button">{words.medicines_correct_save()}</button>
            <p class="small">{words.medicines_correct_kept()}</p>
        </form>
    }
    .into_any()
}

fn correct_problem(field: &str, code: domain::FieldCode) -> String {
    let words = words();
    match field {
        "at" => words.medicines_error_at(),
        _ => field_error(code),
    }
}
