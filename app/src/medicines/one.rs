//! One medicine: how it is taken, what its prescriber wrote, what holds it back, and what one can do.

use domain::{
    FieldCode,
    access::{self, Identity, Medicines, Reader, Results},
    id::{ItemId, MedicineId, RecordId},
    medicines::{
        PausedBy, Rhythm,
        plan_store::{PlanVersion, list_plans},
        store::Medicine,
    },
    record::store::get_whose,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{
    api::shelf::Shelf,
    manage::{Describe, End, Order, Pause, medicine_in_path},
    prefill, say, team_forms,
};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft},
    results::timeline::record_in_path,
    shell::{
        form::{ErrorSummary, field_error, general_error},
        icon::Drawing,
        page::{Back, PageHead, loaded, model, notice, on_paper},
    },
    visit::words,
    words::Words,
};

/// What the page shows.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that the page shows or not")]
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct MedicinePage {
    pub record: RecordId,
    pub medicine: MedicineId,
    reader_own: bool,
    person: Option<String>,
    name: String,
    purpose: String,
    own: bool,
    item: Option<ItemId>,
    written: String,
    pub version: i64,
    /// The course that holds, and those that come.
    courses: Vec<Vec<String>>,
    set: Option<String>,
    note: String,
    if_missed: Option<String>,
    proposed: bool,
    ended: bool,
    /// Held by the care team.
    pub held: bool,
    /// Paused by the person.
    paused: bool,
    /// Its dose can be changed without a new plan.
    pub changeable: bool,
    pub cycles: bool,
    pub counts: Vec<String>,
    pub strengths: Vec<String>,
    /// Plans that once held: who set each, and how it was taken.
    before: Vec<(String, Vec<String>)>,
}

async fn find_page(record: RecordId, medicine: MedicineId) -> Answer<MedicinePage> {
    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Medicines>(&mut tx, &caller, record, now).await?;
    let shelf = Shelf::of(&mut tx, &granted).await?;
    let found = shelf.medicines.iter().find(|one| one.id == medicine).ok_or(ApiError::NotFound)?;
    let results = access::view::<Results>(&mut tx, &caller, record, now).await?;
    let written = prefill::of(&mut tx, &results, found, shelf.day()).await?.written;
    let before = list_plans(&mut tx, &granted, medicine).await?;
    let identity = access::view::<Identity>(&mut tx, &caller, record, now).await?;
    let person = get_whose(&mut tx, &identity).await?.name;
    let reader = (granted.reader() == Reader::Person, person);
    Ok(page_of(&shelf, found, reader, (record, written), &before))
}

fn page_of(
    shelf: &Shelf,
    found: &Medicine,
    (reader_own, person): (bool, Option<String>),
    (record, written): (RecordId, String),
    before: &[PlanVersion],
) -> MedicinePage {
    let words = shelf.words;
    let set_by = |name: &Option<String>, at| {
        let who = name.clone().unwrap_or_else(|| words.worklist_no_name());
        words.medicines_set_by(&say::moment(words, at, shelf.now, &shelf.zone), &who)
    };
    let lines = |course| say::course(words, course, &shelf.life.moments);
    let plan = found.plan.as_ref();
    let holding = plan.and_then(|plan| say::holding(plan, shelf.today));
    let coming = plan.into_iter().flat_map(|plan| &plan.courses).filter(|course| course.from > shelf.today);
    let coming = coming.filter(|course| Some(*course) != holding);
    let last = plan.and_then(|plan| plan.courses.last());
    let paused = found.paused(shelf.now).map(|pause| pause.by);
    let old = before.iter().skip(1).take(20).map(|version| {
        let course = version.plan.courses.last().map(lines).unwrap_or_default();
        (set_by(&version.set_by.name, version.set_by.at), course)
    });
    MedicinePage {
        record,
        medicine: found.id,
        reader_own,
        person,
        name: found.name.clone(),
        purpose: found.purpose.clone(),
        own: found.is_own(),
        item: found.items.first().copied(),
        written,
        version: found.version,
        courses: holding.into_iter().chain(coming).map(lines).collect(),
        set: found.set_by.as_ref().map(|set| set_by(&set.name, set.at)),
        note: shelf.note(found),
        if_missed: last.and_then(|course| course.if_missed.clone()),
        proposed: found.proposed.is_some(),
        ended: found.ended_at.is_some(),
        held: paused == Some(PausedBy::Team),
        paused: paused == Some(PausedBy::Person),
        changeable: last.is_some_and(|course| {
            !matches!(course.rhythm, Rhythm::Taper { .. } | Rhythm::Once { .. } | Rhythm::Hours { .. })
        }),
        cycles: last.is_some_and(|course| matches!(course.rhythm, Rhythm::Cycle { .. })),
        counts: last.iter().flat_map(|course| &course.amounts).map(|one| one.count.to_string()).collect(),
        strengths: last.iter().flat_map(|course| &course.amounts).map(|one| one.of.clone()).collect(),
        before: old.collect(),
    }
}

/// The page.
#[component]
pub fn MedicineView() -> impl IntoView {
    let params = use_params_map();
    let page = model(
        move || (params.read().get("record"), params.read().get("medicine")),
        |(record, medicine)| async move { find_page(record_in_path(record)?, medicine_in_path(medicine)?).await },
    );
    loaded(page, |page| one(&page))
}

fn problem(words: Words, field: &str, code: FieldCode) -> String {
    match (field, code) {
        ("name", FieldCode::Contradiction) => words.medicines_error_name_weekly(),
        ("name", FieldCode::NotAChoice) => words.medicines_error_name_other(),
        _ => field_error(code),
    }
}

fn one(page: &MedicinePage) -> AnyView {
    let words = words();
    let (order, own) = (refused::<Order>(), refused::<Describe>().or_else(refused::<Pause>).or_else(refused::<End>));
    let saved = use_query_map().read_untracked().get("saved").is_some() && order.is_none() && own.is_none();
    let mut lines = team_forms::problems(words, order.as_ref());
    match &own {
        Some(error @ ApiError::Invalid(_)) => lines.extend(
            ["name", "purpose", "why"].into_iter().filter_map(|id| Some((id, problem(words, id, error.field(id)?)))),
        ),
        Some(ApiError::Conflict) => lines.push(("ways", words.medicines_team_conflict())),
        Some(other) => lines.push(("ways", general_error(other))),
        None => {}
    }
    let home = format!("/records/{}/medicines", page.record);
    let address = format!("{home}/{}", page.medicine);
    let proposed = (page.proposed && page.reader_own).then(|| {
        let more = view! {
            <p>
                <a class="button button-small" href=format!("{address}/review")>{words.medicines_review_go()}</a>
            </p>
        };
        notice(Drawing::Plan, words.medicines_proposed_text(), Some(more.into_any()))
    });
    view! {
        <Back href=home to=words.medicines_title()/>
        <PageHead title=page.name.clone() lead=page.purpose.clone()/>
        {on_paper(page.person.as_deref())}
        {saved.then(|| notice(Drawing::Check, words.medicines_saved(), None))}
        {(!lines.is_empty()).then(|| view! { <ErrorSummary title=words.account_check_wrong() lines=lines.clone()/> })}
        {(!page.note.is_empty()).then(|| notice(Drawing::Attention, page.note.clone(), None))}
        {proposed}
        {how(words, page, &address)}
        {written(words, page)}
        {page.own.then(|| view! { <p class="small">{words.medicines_own_text()}</p> })}
        {page.reader_own.then(|| ways(words, page))}
        {(!page.reader_own && page.version > 0).then(|| team_forms::forms(words, page))}
        {before(words, page)}
    }
    .into_any()
}

fn how(words: Words, page: &MedicinePage, address: &str) -> AnyView {
    let courses = page.courses.iter().map(|lines| {
        view! { <ul>{lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view()}</ul> }
    });
    let set = if page.version == 0 { words.medicines_set_times() } else { words.medicines_change_times() };
    view! {
        <section class="card" aria-labelledby="how">
            <h2 id="how">{words.medicines_how()}</h2>
            {courses.collect_view()}
            {(page.version == 0).then(|| view! { <p>{words.medicines_no_plan()}</p> })}
            {page
                .if_missed
                .as_ref()
                .map(|text| view! { <p>{words.medicines_if_missed()} " " <q dir="auto">{text.clone()}</q></p> })}
            {page.set.as_ref().map(|set| view! { <p class="small">{set.clone()}</p> })}
            {page
                .reader_own
                .then(|| {
                    view! {
                        <p>
                            <a class="button button-quiet" href=format!("{address}/plan")>{set}</a>
                        </p>
                    }
                })}
            <p>
                <a class="action" href=format!("{address}/supply")>{words.medicines_supply_link()}</a>
            </p>
        </section>
    }
    .into_any()
}

fn written(words: Words, page: &MedicinePage) -> Option<AnyView> {
    let item = page.item?;
    let view = view! {
        <section class="section" aria-labelledby="written">
            <h2 id="written">{words.medicines_written()}</h2>
            {(!page.written.is_empty()).then(|| view! { <p dir="auto"><bdi>{page.written.clone()}</bdi></p> })}
            <p>
                <a class="action" href=format!("/records/{}/results/{item}", page.record)>{words.medicines_written_more()}</a>
            </p>
        </section>
    };
    Some(view.into_any())
}

fn ways(words: Words, page: &MedicinePage) -> AnyView {
    let draft = Draft::of_request();
    let hidden = || {
        view! {
            <input type="hidden" name="record" value=page.record.to_string()/>
            <input type="hidden" name="medicine" value=page.medicine.to_string()/>
        }
    };
    let fold = |title: String, action: &'static str, inside: AnyView, button: String| {
        view! {
            <details class="fold">
                <summary>{title}</summary>
                <form class="form" method="post" action=action>
                    {hidden()}
                    {inside}
                    <button class="button">{button}</button>
                </form>
            </details>
        }
    };
    let why = |id: &'static str, label: String| {
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <input class="input" id=id name="why" maxlength="300" autocomplete="off" value=draft.field("why")/>
            </div>
        }
        .into_any()
    };
    let resume = page.paused.then(|| {
        view! {
            <form class="form" method="post" action="/api/medicines/resume">
                {hidden()}
                <button class="button">{words.medicines_resume()}</button>
            </form>
        }
    });
    let active = page.version > 0 && !page.ended;
    let or = |typed: String, known: &str| if typed.is_empty() { known.to_owned() } else { typed };
    let describe = view! {
        {page
            .own
            .then(|| {
                view! {
                    <div class="field">
                        <label for="name">{words.medicines_add_name()}</label>
                        <input class="input" id="name" name="name" maxlength="120" autocomplete="off" required value=or(draft.field("name"), &page.name)/>
                    </div>
                }
            })}
        <div class="field">
            <label for="purpose">{words.medicines_add_purpose()}</label>
            <input class="input" id="purpose" name="purpose" maxlength="300" autocomplete="off" value=or(draft.field("purpose"), &page.purpose)/>
        </div>
    };
    view! {
        <section class="section" aria-labelledby="ways">
            <h2 id="ways">{words.medicines_ways()}</h2>
            {resume}
            {(active && !page.paused)
                .then(|| {
                    fold(
                        words.medicines_pause(),
                        "/api/medicines/pause",
                        why("why-pause", words.medicines_pause_why()),
                        words.medicines_pause(),
                    )
                })}
            {(!page.ended)
                .then(|| {
                    fold(words.medicines_end(), "/api/medicines/end", why("why", words.medicines_end_why()), words.medicines_end())
                })}
            {fold(words.medicines_describe(), "/api/medicines/describe", describe.into_any(), words.medicines_describe_save())}
            {(!page.own && !page.ended).then(|| view! { <p class="small">{words.medicines_end_ask()}</p> })}
        </section>
    }
    .into_any()
}

fn before(words: Words, page: &MedicinePage) -> Option<AnyView> {
    if page.before.is_empty() {
        return None;
    }
    let versions = page.before.iter().map(|(set, lines)| {
        view! {
            <li>
                <p>{lines.join(" · ")}</p>
                <p class="small">{set.clone()}</p>
            </li>
        }
    });
    let view = view! {
        <section class="section">
            <details class="fold">
                <summary>{words.medicines_before()}</summary>
                <ul>{versions.collect_view()}</ul>
            </details>
        </section>
    };
    Some(view.into_any())
}
