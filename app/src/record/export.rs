//! Taking one's data: what is in it and where it will lie, before anything is saved.

use domain::{id::RecordId, results::Kind};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    error::Answer,
    results::{say, timeline::record_in_path},
    shell::{
        icon::{Drawing, Icon},
        page::{Back, PageHead, loaded, model},
    },
    visit::words,
    words::Words,
};

/// What there is to take.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExportPage {
    pub record: RecordId,
    pub kinds: Vec<Kind>,
    /// The first and the last year.
    pub years: Option<(i16, i16)>,
    /// How many results wait until the person opens them; they are left out.
    pub waiting: u32,
}

/// What the person can take out of Daybook.
#[server(endpoint = "record/export")]
pub async fn get_export(record: RecordId) -> Answer<ExportPage> {
    use domain::{
        access::{self, Reader, Results},
        results::{store, wait},
    };

    use crate::{error::ApiError, request};

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Results>(&mut tx, &caller, record, backend.now()).await?;
    if granted.reader() != Reader::Person {
        return Err(ApiError::NotFound);
    }
    let kinds = store::list_kinds(&mut tx, &granted).await?;
    let years = store::list_years(&mut tx, &granted).await?;
    let waiting = wait::count_waiting(&mut tx, &granted).await?;
    Ok(ExportPage { record, kinds, years: years.last().copied().zip(years.first().copied()), waiting })
}

/// The page "Take my data".
#[component]
pub fn TakeMyData() -> impl IntoView {
    let params = leptos_router::hooks::use_params_map();
    let page =
        model(move || params.read().get("record"), |record| async move { get_export(record_in_path(record)?).await });
    loaded(page, |page| shown(words(), &page))
}

fn shown(words: Words, page: &ExportPage) -> AnyView {
    let kinds: Vec<String> = page.kinds.iter().map(|kind| say::kinds(words, *kind)).collect();
    let kinds = say::list(words, &kinds);
    let what = match page.years {
        _ if page.kinds.is_empty() => words.record_take_what_none(),
        Some((from, to)) => words.record_take_what_text(&words.year(from), &kinds, &words.year(to)),
        None => words.record_take_what_undated(&kinds),
    };
    let waiting = (page.waiting > 0).then(|| view! { <p>{words.record_take_waiting(page.waiting)}</p> });
    let record = page.record;
    view! {
        <Back href="/account".to_owned() to=words.site_more()/>
        <PageHead title=words.record_take() lead=words.record_take_lead()/>
        <section class="section prose" aria-labelledby="what">
            <h2 id="what">{words.record_take_what()}</h2>
            <p>{what}</p>
            {waiting}
        </section>
        <section class="section" aria-labelledby="where">
            <h2 id="where">{words.record_take_where()}</h2>
            <div class="notice">
                <Icon of=Drawing::Info/>
                <div>
                    <p>{words.record_take_where_text()}</p>
                    <p>{words.record_take_noted()}</p>
                </div>
            </div>
        </section>
        {way(
            "document",
            format!("/records/{record}/export/document"),
            words.record_take_document(),
            words.record_take_document_text(),
            words.record_take_document_save(),
        )}
        {way(
            "fhir",
            format!("/records/{record}/export/fhir"),
            words.record_take_fhir(),
            words.record_take_fhir_text(),
            words.record_take_fhir_save(),
        )}
    }
    .into_any()
}

fn way(id: &'static str, action: String, title: String, text: String, save: String) -> AnyView {
    view! {
        <section class="section" aria-labelledby=id>
            <div class="card take">
                <h2 id=id>{title}</h2>
                <p>{text}</p>
                <form method="post" action=action>
                    <button class="button">
                        <Icon of=Drawing::Download/>
                        {save}
                    </button>
                </form>
            </div>
        </section>
    }
    .into_any()
}
