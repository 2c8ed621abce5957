//! The first page of medicines: what is due, in the order of time, and the list.

use domain::id::RecordId;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{
    api::get_medicines,
    dose::{Place, dose, just_noted, needed, problem, unanswered},
    laid,
    model::{DoseCard, MedicineLine, MedicinesPage, PrescribedLine},
};
use crate::{
    devices::state::here,
    results::{say as values, timeline::record_in_path},
    shell::{
        icon::{Drawing, Icon},
        page::{Empty, PageHead, loaded, model, on_paper},
    },
    visit::words,
    words::Words,
};

/// The page.
#[component]
pub fn Medicines() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || (params.read().get("record"), query.read().get("noted").unwrap_or_default()),
        |(record, noted)| async move { get_medicines(record_in_path(record)?, noted).await },
    );
    let here = here();
    loaded(page, move |page| {
        let laid = move || here.device.with(|device| home(&laid::over(words(), &page, device, here.since)));
        view! { {laid} }.into_any()
    })
}

fn home(page: &MedicinesPage) -> AnyView {
    let words = words();
    let record = page.record;
    let place = Place {
        record,
        own: page.own,
        back: String::new(),
        today: Some(page.today),
        now: page.now.clone(),
        typed: page.typed.clone(),
    };
    let nothing = page.active.is_empty() && page.ended.is_empty() && page.to_set.is_empty();
    view! {
        <PageHead
            title=words.medicines_title()
            above=values::weekday_date(words, page.today)
            lead=if page.own { words.medicines_lead() } else { words.medicines_lead_team() }
        />
        {on_paper(page.person.as_deref())}
        {page.problem.then(|| problem(words))}
        {page.noted.as_ref().map(|noted| just_noted(words, record, noted, ""))}
        {(!nothing).then(|| today(words, &place, page))}
        {(!page.unanswered.is_empty()).then(|| unanswered(words, &place, &page.unanswered))}
        {(!page.needed.is_empty()).then(|| needed(words, &place, &page.needed))}
        {list(words, &place, page)}
    }
    .into_any()
}

fn today(words: Words, place: &Place, page: &MedicinesPage) -> AnyView {
    let doses = if page.doses.is_empty() {
        view! { <p>{words.medicines_today_none()}</p> }.into_any()
    } else {
        let lines = page.doses.iter().map(|line| dose(words, place, line)).collect_view();
        view! { <ol class="doses" role="list">{lines}</ol> }.into_any()
    };
    view! {
        <section class="section" aria-labelledby="today">
            <h2 id="today">{words.medicines_today()}</h2>
            {doses}
        </section>
    }
    .into_any()
}

/// What Today shows of medicines: what is due now.
pub fn card(words: Words, record: RecordId, card: &DoseCard) -> AnyView {
    let place = Place {
        record,
        own: true,
        back: "today".to_owned(),
        today: card.today,
        now: String::new(),
        typed: card.typed.clone(),
    };
    let due = card.due.iter().map(|line| dose(words, &place, line)).collect_view();
    let next = card.next.as_ref().map(|next| {
        view! { <p>{words.medicines_next(&next.amount, &next.name, &next.time)}</p> }
    });
    let stopped = card.stopped.iter().map(|line| entry(words, &place, line)).collect_view();
    let waiting = card.unanswered.then(|| view! { <p>{words.medicines_unanswered_some()}</p> });
    view! {
        {card.problem.then(|| problem(words))}
        {card.noted.as_ref().map(|noted| just_noted(words, record, noted, "today"))}
        <section class="section" aria-labelledby="take">
            <div class="section-head">
                <h2 id="take">{words.medicines_take_now()}</h2>
                <a class="action" href=format!("/records/{record}/medicines")>{words.medicines_all()}</a>
            </div>
            {(!card.due.is_empty()).then(|| view! { <ol class="doses" role="list">{due}</ol> })}
            {(!card.stopped.is_empty()).then(|| view! { <ul class="entries" role="list">{stopped}</ul> })}
            {waiting}
            {next}
        </section>
    }
    .into_any()
}

fn list(words: Words, place: &Place, page: &MedicinesPage) -> AnyView {
    let record = place.record;
    let nothing = page.active.is_empty() && page.ended.is_empty() && page.to_set.is_empty();
    let active = page.active.iter().map(|line| entry(words, place, line)).collect_view();
    let to_set = page.to_set.iter().map(|line| prescribed(words, place, line, true)).collect_view();
    let ended = (!page.ended.is_empty() || !page.over.is_empty()).then(|| {
        let lines = page.ended.iter().map(|line| entry(words, place, line)).collect_view();
        let over = page.over.iter().map(|line| prescribed(words, place, line, false)).collect_view();
        view! {
            <h3>{words.medicines_ended_title()}</h3>
            <ul class="entries" role="list">{lines} {over}</ul>
        }
    });
    let history = view! {
        <a class="button button-quiet" href=format!("/records/{record}/medicines/history") rel="external">
            {words.medicines_history_title()}
        </a>
    };
    let ways = place.own.then(|| {
        view! {
            <p class="dose-ways">
                <a class="button button-quiet" href=format!("/records/{record}/medicines/new") rel="external">
                    {words.medicines_new()}
                </a>
                <a class="button button-quiet" href=format!("/records/{record}/medicines/moments") rel="external">
                    {words.medicines_moments()}
                </a>
                <a class="button button-quiet" href="/account/told" rel="external">
                    {words.medicines_told_title()}
                </a>
            </p>
        }
    });
    view! {
        <section class="section" aria-labelledby="list">
            <h2 id="list">{words.medicines_list()}</h2>
            {nothing.then(|| view! { <Empty of=Drawing::Medicines title=words.medicines_none() text=words.medicines_none_text()/> })}
            {(!nothing).then(|| view! { <ul class="entries" role="list">{active} {to_set}</ul> })}
            {ended}
            <p class="dose-ways">{history}</p>
            {ways}
        </section>
    }
    .into_any()
}

fn entry(words: Words, place: &Place, line: &MedicineLine) -> AnyView {
    let badge = |text: String| view! { <span class="badge">{text}</span> " " };
    let set = (line.plan.is_empty() && line.note.is_empty()).then(|| words.medicines_no_plan());
    let summary = |text: String| (!text.is_empty()).then(|| view! { <p class="entry-summary">{text}</p> });
    view! {
        <li class="entry">
            <span class="entry-icon">
                <Icon of=Drawing::Medicine/>
            </span>
            <div>
                <h3 class="entry-line">
                    <a
                        class="entry-title"
                        href=format!("/records/{}/medicines/{}", place.record, line.medicine)
                        rel="external"
                    >
                        <bdi translate="no">{line.name.clone()}</bdi>
                    </a>
                </h3>
                {summary(line.plan.clone())}
                {(!line.note.is_empty()).then(|| view! { <p class="entry-summary dose-note">{line.note.clone()}</p> })}
                {set.map(summary)}
                <p class="entry-summary">
                    {line.own.then(|| badge(words.medicines_own()))}
                    {line.proposed.then(|| badge(words.medicines_proposed()))}
                    {line.beyond.then(|| badge(words.medicines_beyond_badge()))}
                    {(!place.own && line.unanswered > 0).then(|| badge(words.medicines_unanswered_count(line.unanswered)))}
                    {(!line.purpose.is_empty()).then(|| view! { <bdi>{line.purpose.clone()}</bdi> })}
                </p>
            </div>
            <Icon of=Drawing::ChevronEnd/>
        </li>
    }
    .into_any()
}

/// Prescribed, without times: what the prescriber wrote, and the way to set them; or why it is over.
fn prescribed(words: Words, place: &Place, line: &PrescribedLine, open: bool) -> AnyView {
    let href = if place.own && open {
        format!("/records/{}/medicines/new?item={}", place.record, line.item)
    } else {
        format!("/records/{}/results/{}", place.record, line.item)
    };
    view! {
        <li class="entry">
            <span class="entry-icon">
                <Icon of=Drawing::Medicine/>
            </span>
            <div>
                <h3 class="entry-line">
                    <a class="entry-title" href=href rel="external">
                        <bdi translate="no">{line.name.clone()}</bdi>
                    </a>
                </h3>
                {(!line.text.is_empty()).then(|| view! { <p class="entry-summary"><bdi>{line.text.clone()}</bdi></p> })}
                {open
                    .then(|| {
                        view! {
                            <p class="entry-summary">
                                <span class="badge">{if place.own { words.medicines_set_times() } else { words.medicines_no_plan() }}</span>
                            </p>
                        }
                    })}
            </div>
            <Icon of=Drawing::ChevronEnd/>
        </li>
    }
    .into_any()
}
