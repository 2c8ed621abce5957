//! Putting a medicine on the list: one that is prescribed, or one of the person's own.

use domain::{
    access::{self, Medicines, Results},
    id::{ItemId, MedicineId, RecordId},
    results::store::get_item,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{api::prescribed::instructions, manage::Create};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft},
    results::timeline::record_in_path,
    shell::{
        form::{ErrorSummary, FieldError, field_error, general_error},
        page::{Back, PageHead, loaded, model},
    },
    visit::words,
};

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct AddPage {
    record: RecordId,
    id: MedicineId,
    /// What is prescribed: its name and what was written.
    prescribed: Option<(ItemId, String, String)>,
}

async fn find_page(record: RecordId, item: String) -> Answer<AddPage> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    access::write::<Medicines>(&mut tx, &caller, record).await?;
    let prescribed = if item.is_empty() {
        None
    } else {
        let item: ItemId = item.parse().map_err(|_| ApiError::NotFound)?;
        let results = access::view::<Results>(&mut tx, &caller, record, backend.now()).await?;
        let opened = get_item(&mut tx, &results, item).await?.head.item;
        Some((item, opened.title.clone(), instructions(&opened)))
    };
    Ok(AddPage { record, id: MedicineId::new(), prescribed })
}

/// The page.
#[component]
pub fn AddMedicine() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || (params.read().get("record"), query.read().get("item").unwrap_or_default()),
        |(record, item)| async move { find_page(record_in_path(record)?, item).await },
    );
    loaded(page, |page| add(&page))
}

fn add(page: &AddPage) -> AnyView {
    let words = words();
    let error = refused::<Create>();
    let draft = Draft::of_request();
    let typed = draft.field("id");
    let id = if typed.is_empty() { page.id.to_string() } else { typed };
    let problem = |field: &str| error.as_ref().and_then(|error| error.field(field)).map(field_error);
    let lines: Vec<(&'static str, String)> = match &error {
        Some(ApiError::Invalid(_)) => {
            ["name", "purpose"].into_iter().filter_map(|id| Some((id, problem(id)?))).collect()
        }
        Some(other) => vec![("name", general_error(other))],
        None => Vec::new(),
    };
    let wrong = |id: &'static str| problem(id).map(|text| view! { <FieldError id=format!("{id}-error") text/> });
    let name = match &page.prescribed {
        Some((item, name, written)) => view! {
            <input type="hidden" name="item" value=item.to_string()/>
            <section class="card" id="name" aria-labelledby="written">
                <h2 id="written">
                    <bdi translate="no">{name.clone()}</bdi>
                </h2>
                <p dir="auto">
                    <bdi>{written.clone()}</bdi>
                </p>
            </section>
        }
        .into_any(),
        None => view! {
            <div class="field">
                <label for="name">{words.medicines_add_name()}</label>
                {wrong("name")}
                <p class="hint" id="name-hint">{words.medicines_add_name_hint()}</p>
                <input class="input" id="name" name="name" maxlength="120" autocomplete="off" required aria-describedby="name-hint" value=draft.field("name")/>
            </div>
        }
        .into_any(),
    };
    let (title, lead) = if page.prescribed.is_some() {
        (words.medicines_set_times(), words.medicines_add_prescribed_lead())
    } else {
        (words.medicines_new(), words.medicines_add_own())
    };
    view! {
        <Back href=format!("/records/{}/medicines", page.record) to=words.medicines_title()/>
        <PageHead title=title lead=lead/>
        {(!lines.is_empty()).then(|| view! { <ErrorSummary title=words.account_check_wrong() lines=lines.clone()/> })}
        <form class="form" method="post" action="/api/medicines/create">
            <input type="hidden" name="record" value=page.record.to_string()/>
            <input type="hidden" name="id" value=id/>
            {name}
            <div class="field">
                <label for="purpose">{words.medicines_add_purpose()}</label>
                {wrong("purpose")}
                <p class="hint" id="purpose-hint">{words.medicines_add_purpose_hint()}</p>
                <input class="input" id="purpose" name="purpose" maxlength="300" autocomplete="off" aria-describedby="purpose-hint" value=draft.field("purpose")/>
            </div>
            <button class="button">{words.medicines_add_next()}</button>
        </form>
    }
    .into_any()
}
