//! The blood counts side by side: white cells, neutrophils, hemoglobin and platelets over the same
//! time, with the days of treatment. The table of each is on its own page.

use domain::{id::RecordId, results::trend::Point};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{
    analyte,
    api::get_blood_counts,
    chart::{chart, row_id},
    model::{Asked, Count, CountsPage, Period},
    timeline::record_in_path,
    trend::{periods, sentence, treated},
};
use crate::{
    shell::{
        icon::{Drawing, Icon},
        page::{Back, Empty, PageHead, loaded, model},
    },
    visit::words,
    words::Words,
};

/// The page of the blood counts.
#[component]
pub fn BloodCounts() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || (params.read().get("record"), query.read().get("period").and_then(|code| Period::from_code(&code))),
        |(record, period)| async move { get_blood_counts(record_in_path(record)?, period).await },
    );
    loaded(page, |page| blood_counts(&page))
}

/// The way to the page.
pub fn link(words: Words, record: RecordId) -> AnyView {
    view! {
        <a class="action" href=format!("/records/{record}/results/blood-counts")>
            <Icon of=Drawing::Trend/>
            {words.results_counts_link()}
        </a>
    }
    .into_any()
}

fn blood_counts(page: &CountsPage) -> AnyView {
    let words = words();
    let body = if page.counts.is_empty() {
        view! { <Empty of=Drawing::Lab title=words.results_counts_none() text=words.results_counts_none_text()/> }
            .into_any()
    } else {
        let href = |period: Period| format!("/records/{}/results/blood-counts?period={}", page.record, period.code());
        let given = treated(words, &page.treatments).map(|given| view! { <p>{given}</p> });
        let charts = page.counts.iter().map(|count| one(words, page, count)).collect_view();
        view! {
            {periods(words, page.period, href)}
            {given}
            <div class="small-charts">{charts}</div>
        }
        .into_any()
    };
    view! {
        <Back href=Asked::default().href(page.record) to=words.results_back()/>
        <PageHead title=words.results_counts() lead=words.results_counts_lead()/>
        {body}
    }
    .into_any()
}

fn one(words: Words, page: &CountsPage, count: &Count) -> AnyView {
    let name = analyte::name(words, count.analyte);
    let key = count.analyte.key();
    let own = format!("/records/{}/results/over-time/{key}?period={}", page.record, page.period.code());
    let link = |point: &Point| format!("{own}&rows=all#{}", row_id(point));
    let drawn = if count.series.points.is_empty() {
        view! { <p>{words.results_counts_none_here()}</p> }.into_any()
    } else {
        view! {
            <p class="small">{sentence(words, &count.series)}</p>
            {chart(words, &name, &count.series, &page.treatments, page.span, &link)}
        }
        .into_any()
    };
    let more = (count.more > 0).then(|| view! { <p class="small">{words.results_counts_more(count.more)}</p> });
    let id = format!("count-{key}");
    view! {
        <section class="card" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{name.clone()}</h2>
            {drawn}
            {more}
            <a class="action" href=own.clone()>
                <Icon of=Drawing::Trend/>
                {words.results_over_time(&name)}
            </a>
        </section>
    }
    .into_any()
}
