//! The timeline: everything of a record, newest first, by month and day, with search, kinds and
//! years. A form and links, so that it works without JavaScript.

use domain::id::RecordId;
use leptos::{ev::SubmitEvent, prelude::*};
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_params_map, use_query_map},
};

use super::{
    api::get_timeline,
    counts,
    entry::entry_line,
    group::{MonthGroup, by_month},
    model::{Asked, TimelinePage},
    say, waiting,
};
use crate::{
    error::ApiError,
    shell::{
        icon::{Drawing, Icon},
        page::{Empty, PageHead, loaded, model},
    },
    visit::{visit, words},
    words::Words,
};

/// The page of the timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || (params.read().get("record"), Asked::of(&query.read())),
        |(record, asked)| async move { get_timeline(record_in_path(record)?, asked).await },
    );
    loaded(page, timeline)
}

/// The record that the path names.
pub fn record_in_path(record: Option<String>) -> Result<RecordId, ApiError> {
    record.and_then(|record| record.parse().ok()).ok_or(ApiError::NotFound)
}

fn timeline(page: TimelinePage) -> AnyView {
    let words = words();
    let asked = page.asked.clone();
    if page.kinds.is_empty() {
        return view! {
            <PageHead title=words.results_title()/>
            <Empty of=Drawing::Results title=words.results_empty() text=words.results_empty_text()/>
        }
        .into_any();
    }
    let window = if asked.q.is_empty() { words.results_title() } else { words.results_title_search(&asked.q) };
    let tools = tools(words, &page);
    let body = if page.entries.is_empty() { no_match(words, page.record, &asked) } else { lines(words, page) };
    view! {
        <PageHead title=words.results_title() window=window/>
        {tools}
        {body}
    }
    .into_any()
}

/// Search, kinds and years.
fn tools(words: Words, page: &TimelinePage) -> AnyView {
    let action = Asked::default().href(page.record);
    let typed = page.asked.q.clone();
    let kinds = kind_choice(words, page);
    let years = year_choice(words, page);
    let counts = page.kinds.contains(&domain::results::Kind::Laboratory).then(|| counts::link(words, page.record));
    let navigate = use_navigate();
    let target = action.clone();
    let search = move |event| go_to_found(&event, &target, |href| navigate(href, NavigateOptions::default()));
    view! {
        <form method="get" action=action role="search" on:submit=search>
            <div class="search">
                <label for="q">{words.results_search_label()}</label>
                <input class="input" id="q" name="q" type="search" value=typed autocomplete="off"/>
                <button class="button">
                    <Icon of=Drawing::Search/>
                    {words.results_search()}
                </button>
            </div>
            <div class="narrowing">
                {kinds}
                {years}
                {counts}
            </div>
        </form>
    }
    .into_any()
}

/// Stays within the app where the browser would open a new page. The router's own form could do
/// more, and what it could do would be downloaded.
#[cfg(not(feature = "ssr"))]
fn go_to_found(event: &SubmitEvent, action: &str, go: impl Fn(&str)) {
    use leptos::{form::form_data_from_event, web_sys::UrlSearchParams};
    let typed = form_data_from_event(event).ok();
    // Without it the browser does what it does without a script.
    let Some(typed) = typed.and_then(|typed| UrlSearchParams::new_with_str_sequence_sequence(&typed).ok()) else {
        return;
    };
    event.prevent_default();
    go(&format!("{action}?{}", String::from(typed.to_string())));
}

#[cfg(feature = "ssr")]
fn go_to_found(_: &SubmitEvent, _: &str, _: impl Fn(&str)) {}

fn kind_choice(words: Words, page: &TimelinePage) -> AnyView {
    let asked = &page.asked;
    let chosen: Vec<String> = asked.kinds.iter().map(|kind| say::kinds(words, *kind)).collect();
    let summary = if chosen.is_empty() {
        words.results_choose_kinds()
    } else {
        words.results_showing_kinds(&say::list(words, &chosen))
    };
    // What was asked for stays on the page, even when the record holds nothing of it.
    let offered = domain::results::Kind::ALL.into_iter().filter(|k| page.kinds.contains(k) || asked.kinds.contains(k));
    let chips = offered.map(|kind| {
        view! {
            <label class="chip">
                <input type="checkbox" name="kind" value=kind.code() checked=asked.kinds.contains(&kind)/>
                {say::kinds(words, kind)}
            </label>
        }
    });
    let every = Asked { kinds: Vec::new(), ..asked.newest() }.href(page.record);
    view! {
        <details class="fold">
            <summary>
                <Icon of=Drawing::Filter/>
                {summary}
            </summary>
            <fieldset>
                <legend class="visually-hidden">{words.results_kinds_legend()}</legend>
                <div class="chips">{chips.collect_view()}</div>
                <div class="actions">
                    <button class="button button-small">{words.results_show_these()}</button>
                    <a class="action" href=every>{words.results_show_every_kind()}</a>
                </div>
            </fieldset>
        </details>
    }
    .into_any()
}

fn year_choice(words: Words, page: &TimelinePage) -> Option<AnyView> {
    if page.years.len() < 2 {
        return None;
    }
    let chips = page.years.iter().map(|year| {
        let href = Asked { year: Some(*year), ..page.asked.newest() }.href(page.record);
        let current = (page.asked.year == Some(*year)).then_some("true");
        view! {
            <li>
                <a class="chip" href=href aria-current=current>{words.year(*year)}</a>
            </li>
        }
    });
    let view = view! {
        <details class="fold">
            <summary>{words.results_jump()}</summary>
            <ul class="chips" role="list">{chips.collect_view()}</ul>
        </details>
    };
    Some(view.into_any())
}

fn lines(words: Words, page: TimelinePage) -> AnyView {
    let TimelinePage { record, asked, entries, older, .. } = page;
    let new = entries.iter().filter(|entry| entry.is_new).count();
    let shown = words.results_shown(entries.len());
    let new = (new > 0).then(|| view! { " " <span>{words.results_shown_new(new)}</span> });
    let months = by_month(words, entries).into_iter().enumerate().map(|(at, group)| month(words, record, at, group));
    view! {
        <p class="small" role="status">
            <span>{shown}</span>
            {new}
        </p>
        {months.collect_view()}
        {pager(words, record, &asked, older)}
        {readiness_link(words, record)}
    }
    .into_any()
}

fn month(words: Words, record: RecordId, at: usize, group: MonthGroup) -> AnyView {
    let id = format!("month-{at}");
    let days = group.days.into_iter().map(|day| {
        let entries = day.entries.iter().map(|entry| entry_line(words, record, entry, false)).collect_view();
        let entries = view! { <ul class="entries" role="list">{entries}</ul> };
        match day.heading {
            Some(heading) => {
                // No landmark of its own: "Thursday 19" is not the only one of a page.
                view! {
                    <div class="day">
                        <h3>{heading}</h3>
                        {entries}
                    </div>
                }
                .into_any()
            }
            None => entries.into_any(),
        }
    });
    view! {
        <section class="month" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{group.heading}</h2>
            {days.collect_view()}
        </section>
    }
    .into_any()
}

fn pager(words: Words, record: RecordId, asked: &Asked, older: Option<String>) -> Option<AnyView> {
    let newest = (asked.year.is_some() || asked.before.is_some()).then(|| {
        let href = asked.newest().href(record);
        view! { <a class="button button-quiet" href=href>{words.results_newest()}</a> }
    });
    let older = older.map(|before| {
        let href = Asked { before: Some(before), year: None, ..asked.clone() }.href(record);
        view! { <a class="button button-quiet" rel="next" href=href>{words.results_older()}</a> }
    });
    if newest.is_none() && older.is_none() {
        return None;
    }
    let view = view! {
        <nav class="pager" aria-label=words.results_pager()>
            {newest}
            {older}
        </nav>
    };
    Some(view.into_any())
}

/// People who read their own record choose when results open.
fn readiness_link(words: Words, record: RecordId) -> Option<AnyView> {
    let own = visit().who.is_some_and(|who| who.record == Some(record));
    own.then(|| waiting::choice_link(words, record))
}

fn no_match(words: Words, record: RecordId, asked: &Asked) -> AnyView {
    let title = if asked.q.is_empty() { words.results_no_match_here() } else { words.results_no_match(&asked.q) };
    let every_kind = (!asked.kinds.is_empty() && !asked.q.is_empty()).then(|| {
        let href = Asked { kinds: Vec::new(), ..asked.newest() }.href(record);
        view! { <a class="button button-quiet" href=href>{words.results_search_every_kind()}</a> }
    });
    view! {
        <div class="empty" role="status">
            <Icon of=Drawing::Search/>
            <h2>{title}</h2>
            <p>{words.results_no_match_text()}</p>
            <div class="actions">
                {every_kind}
                <a class="action" href=Asked::default().href(record)>{words.results_show_all()}</a>
            </div>
        </div>
    }
    .into_any()
}
