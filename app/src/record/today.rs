//! Today: what is new, then what is coming.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::api::{TodayPage, get_today};
use crate::{
    devices::state::{Device, here},
    diary::home,
    medicines::{home as medicines, laid},
    results::{entry::entry_line, say, timeline::record_in_path},
    shell::{
        icon::Drawing,
        page::{Empty, PageHead, loaded, model},
    },
    visit::words,
};

/// The home page of a record.
#[component]
pub fn Today() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || (params.read().get("record"), query.read().get("noted").unwrap_or_default()),
        |(record, noted)| async move { get_today(record_in_path(record)?, noted).await },
    );
    let here = here();
    loaded(page, move |today| {
        let laid = move || here.device.with(|device| shown(today.clone(), device, here.since));
        view! { {laid} }.into_any()
    })
}

fn shown(today: TodayPage, device: &Device, since: i64) -> AnyView {
    let words = words();
    let record = today.record;
    let day = say::weekday_date(words, today.day);
    let taken = today.medicines.and_then(|card| laid::over_card(words, card, device, since));
    let new = if today.new.is_empty() && !today.own {
        view! { <Empty of=Drawing::Results title=words.results_empty() text=words.results_empty_text()/> }.into_any()
    } else if today.new.is_empty() {
        view! { <Empty of=Drawing::Check title=words.record_new_none() text=words.record_new_none_text()/> }.into_any()
    } else {
        let lines = today.new.iter().map(|entry| entry_line(words, record, entry, true)).collect_view();
        view! {
            <ul class="entries" role="list">{lines}</ul>
            {today
                .more
                .then(|| {
                    view! {
                        <p>
                            <a class="action" href=format!("/records/{record}/results")>{words.record_new_more()}</a>
                        </p>
                    }
                })}
        }
        .into_any()
    };
    let coming = if today.coming.is_empty() {
        let (title, text) = (words.record_coming_none(), words.record_coming_none_text());
        view! { <Empty of=Drawing::Appointment title text/> }.into_any()
    } else {
        let lines = today.coming.iter().map(|entry| entry_line(words, record, entry, true)).collect_view();
        view! { <ul class="entries" role="list">{lines}</ul> }.into_any()
    };
    let (hello, what) = if today.own {
        (words.record_hello(&today.name), words.record_new())
    } else {
        (words.record_today(), words.record_latest())
    };
    view! {
        <PageHead title=hello window=words.record_today() above=day/>
        {taken.map(|card| medicines::card(words, record, &card))}
        {today.diary.map(|card| home::card(words, record, card, device, since))}
        <section class="section" aria-labelledby="new">
            <div class="section-head">
                <h2 id="new">{what}</h2>
                <a class="action" href=format!("/records/{record}/results")>{words.record_all_results()}</a>
            </div>
            {new}
        </section>
        <section class="section" aria-labelledby="coming">
            <h2 id="coming">{words.record_coming()}</h2>
            {coming}
        </section>
    }
    .into_any()
}
