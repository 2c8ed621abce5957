//! Where the person says when the moments of their day are.

use std::collections::BTreeMap;

use domain::{
    Field, FieldCode,
    access::{self, Medicines},
    id::RecordId,
    medicines::{Moments, life_store::find_moments},
    time::TimeOfDay,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{manage::Moments as Save, say, typed_plan::MOMENTS};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft},
    results::timeline::record_in_path,
    shell::{
        form::{ErrorSummary, FieldError, general_error},
        icon::Drawing,
        page::{Back, PageHead, loaded, model, notice},
    },
    visit::words,
};

/// The times that a form gives.
///
/// # Errors
/// `Malformed`, by the field of the moment.
pub fn read(typed: &BTreeMap<String, String>) -> Answer<Moments> {
    let mut wrong = Vec::new();
    let mut time = |name: &str| {
        let read = typed.get(name).cloned().and_then(|text| TimeOfDay::try_from(text).ok());
        if read.is_none() {
            wrong.push(Field { name: name.into(), code: FieldCode::Malformed });
        }
        read
    };
    let [waking, breakfast, lunch, dinner, bedtime] = MOMENTS.map(|(name, _)| time(name));
    match (waking, breakfast, lunch, dinner, bedtime) {
        (Some(waking), Some(breakfast), Some(lunch), Some(dinner), Some(bedtime)) => {
            Ok(Moments { waking, breakfast, lunch, dinner, bedtime })
        }
        _ => Err(ApiError::Invalid(wrong)),
    }
}

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct MomentsPage {
    record: RecordId,
    moments: Moments,
}

async fn find_page(record: RecordId) -> Answer<MomentsPage> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    access::write::<Medicines>(&mut tx, &caller, record).await?;
    let granted = access::view::<Medicines>(&mut tx, &caller, record, backend.now()).await?;
    Ok(MomentsPage { record, moments: find_moments(&mut tx, &granted).await? })
}

/// The page.
#[component]
pub fn MealTimes() -> impl IntoView {
    let params = use_params_map();
    let page =
        model(move || params.read().get("record"), |record| async move { find_page(record_in_path(record)?).await });
    loaded(page, |page| form(&page))
}

fn form(page: &MomentsPage) -> AnyView {
    let words = words();
    let error = refused::<Save>();
    let draft = Draft::of_request();
    let saved = use_query_map().read_untracked().get("saved").is_some() && error.is_none();
    let problem = |field: &str| {
        error.as_ref().and_then(|error| error.field(field)).map(|code| match code {
            FieldCode::OutOfRange => words.medicines_moments_order(),
            _ => words.medicines_moments_wrong(),
        })
    };
    let lines: Vec<(&'static str, String)> = match &error {
        Some(ApiError::Invalid(_)) => MOMENTS.into_iter().filter_map(|(id, _)| Some((id, problem(id)?))).collect(),
        Some(other) => vec![("waking", general_error(other))],
        None => Vec::new(),
    };
    let fields = MOMENTS.map(|(name, moment)| {
        let typed = draft.field(&format!("typed[{name}]"));
        let value = if typed.is_empty() { String::from(page.moments.of(moment)) } else { typed };
        view! {
            <div class="field">
                <label for=name>{words.medicines_moments_label(&say::meal(words, moment))}</label>
                {problem(name).map(|text| view! { <FieldError id=format!("{name}-error") text/> })}
                <input class="input" type="time" id=name name=format!("typed[{name}]") value=value required/>
            </div>
        }
    });
    view! {
        <Back href=format!("/records/{}/medicines", page.record) to=words.medicines_title()/>
        <PageHead title=words.medicines_moments() lead=words.medicines_moments_lead()/>
        {saved.then(|| notice(Drawing::Check, words.medicines_saved(), None))}
        {(!lines.is_empty()).then(|| view! { <ErrorSummary title=words.account_check_wrong() lines=lines.clone()/> })}
        <form class="form" method="post" action="/api/medicines/moments">
            <input type="hidden" name="record" value=page.record.to_string()/>
            {fields}
            <button class="button">{words.medicines_moments_save()}</button>
        </form>
    }
    .into_any()
}
