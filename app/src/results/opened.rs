//! One thing opened: a panel of values, a single value, a report, a document, an event. To open
//! it is to look at it: from then on it is no longer new.

use domain::{
    results::{
        Kind, Role, Status,
        analyte::Analyte,
        stretch::{Named, Shown},
    },
    site::{PhoneNumber, in_language},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{
    api::get_item,
    counts, explained, facts,
    model::{Asked, Content, ExplainedWord, NextWords, Opened, ValueModel, asked_values},
    report, say,
    timeline::record_in_path,
    value::value_item,
    waiting,
};
use crate::{
    error::ApiError,
    shell::{
        icon::{Drawing, Icon},
        page::{Back, PageHead, loaded, model},
    },
    visit::words,
    words::Words,
};

/// The page of one thing.
#[component]
pub fn OpenedPage() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || (params.read().get("record"), params.read().get("item"), asked_values(&query.read())),
        |(record, item, (from, all))| async move {
            let item = item.and_then(|item| item.parse().ok()).ok_or(ApiError::NotFound)?;
            get_item(record_in_path(record)?, item, from, all).await
        },
    );
    loaded(page, |page| opened(&page))
}

fn opened(page: &Opened) -> AnyView {
    let words = words();
    let title = say::panel_title(words, page.kind, &page.names, page.tally.count)
        .unwrap_or_else(|| say::title(words, page.analyte, &page.title, page.kind, page.is_panel));
    let alone = page.names.first().filter(|_| page.tally.count == 1);
    let foreign = match alone {
        Some(one) => one.analyte.is_none(),
        None => page.analyte.is_none() && !page.title.is_empty(),
    };
    let date = page.when.start.or(page.when.end).map(|date| say::day(words, date));
    let window: Vec<String> = [Some(title.clone()), date].into_iter().flatten().collect();
    let team = page.may_comment.then(|| waiting::comment_link(words, page));
    view! {
        <Back href=Asked::default().href(page.record) to=words.results_back()/>
        <PageHead title=title window=say::list(words, &window) lead=lead(words, page) foreign=foreign/>
        {team}
        {whole(words, page)}
    }
    .into_any()
}

/// All that is on the page below its heading.
pub fn whole(words: Words, page: &Opened) -> AnyView {
    let content = match &page.content {
        Content::Waiting(waits) => return waiting::notice(words, page, *waits),
        Content::Report { conclusion, findings, narrative, attachments } => view! {
            {report::conclusion(words, conclusion.as_deref(), findings, &page.words)}
            {report::texts(words, narrative.as_deref(), attachments, &page.words)}
            {explained::list(words, &page.words)}
            {report::documents(words, page.record, page.item, attachments)}
        }
        .into_any(),
        Content::Document { description, attachments } => view! {
            {description.as_deref().map(|text| description_section(words, text, &page.words))}
            {report::texts(words, None, attachments, &page.words)}
            {explained::list(words, &page.words)}
            {report::documents(words, page.record, page.item, attachments)}
        }
        .into_any(),
        Content::Values | Content::Event(_) => ().into_any(),
    };
    view! {
        {waiting::comments(words, page)}
        {marked_notice(words, page)}
        {content}
        {values(words, page)}
        {counts_link(words, page)}
        {next(words, page)}
        {ask(words, page)}
        {about(words, page)}
    }
    .into_any()
}

/// When, and what there is to find.
fn lead(words: Words, page: &Opened) -> String {
    let mut parts = vec![say::when(words, page.when)];
    if page.is_panel && page.tally.count > 0 {
        let tally = &page.tally;
        parts.push(words.results_values(tally.count));
        if tally.outside > 0 {
            parts.push(words.results_outside(tally.outside));
        }
        if tally.missing > 0 {
            parts.push(words.results_without_value(tally.missing));
        }
    } else if page.status != Status::Final {
        parts.extend(say::unfinished(words, page.status));
    }
    parts.join(" · ")
}

/// The laboratory itself marked something as one to act on: whom to call.
fn marked_notice(words: Words, page: &Opened) -> Option<AnyView> {
    let name = |named: &Named| say::name(words, named.analyte, &named.title, page.kind);
    let names: Vec<String> = page.tally.marked.iter().map(name).collect();
    if names.is_empty() {
        return None;
    }
    let call = if page.clinic.is_empty() {
        view! {
            <p>
                <a class="action" href="/ill" rel="external">{words.results_marked_no_number()}</a>
            </p>
        }
        .into_any()
    } else {
        let numbers = page.clinic.iter().map(|number| clinic_number(words, number)).collect_view();
        view! {
            <p>{words.results_marked_call()}</p>
            <ul role="list">{numbers}</ul>
        }
        .into_any()
    };
    let view = view! {
        <div class="notice notice-strong">
            <Icon of=Drawing::Phone/>
            <div>
                <p>
                    <strong>{words.results_marked(&say::list(words, &names))}</strong>
                </p>
                {call}
            </div>
        </div>
    };
    Some(view.into_any())
}

fn clinic_number(words: Words, number: &PhoneNumber) -> AnyView {
    let said = |texts| {
        in_language(texts, words.language().code()).map(|(code, text)| {
            view! { " · " <bdi lang=code.to_owned()>{text.to_owned()}</bdi> }
        })
    };
    view! {
        <li>
            <a class="action" href=format!("tel:{}", number.dial()) translate="no">
                <bdi dir="ltr">{number.number.clone()}</bdi>
            </a>
            {said(&number.label)}
            {said(&number.hours)}
        </li>
    }
    .into_any()
}

fn description_section(words: Words, text: &str, known: &[ExplainedWord]) -> AnyView {
    view! {
        <section class="section prose" aria-labelledby="description">
            <h2 id="description">{words.results_description()}</h2>
            <div class="report-text">
                <bdi>{explained::linked(known, explained::FIRST, text)}</bdi>
            </div>
        </section>
    }
    .into_any()
}

fn values(words: Words, page: &Opened) -> Option<AnyView> {
    if page.values.is_empty() {
        return None;
    }
    let items = page.values.iter().map(|value| value_item(words, page.record, page.kind, value)).collect_view();
    let shown = page.tally.shown.as_ref();
    let more = page.more.then(|| view! { <p class="small">{words.results_too_many_values()}</p> });
    let view = view! {
        <section class="section" aria-labelledby="values">
            <h2 id="values">{words.results_value_list()}</h2>
            {shown.map(|shown| what_is_shown(words, page.kind, shown))}
            <ul class="values" role="list">{items}</ul>
            {shown.map(|shown| other_values(words, shown))}
            {more}
        </section>
    };
    Some(view.into_any())
}

/// Of a long panel: which values these are, and what is outside its range on other pages. The links
/// are new documents, so that they lead to the values and not to the heading again.
fn what_is_shown(words: Words, kind: Kind, shown: &Shown) -> AnyView {
    let elsewhere = shown.named.iter().map(|one| {
        view! {
            <li>
                <a class="chip" href=format!("?from={}#v-{}", one.number, one.item) rel="external">
                    <bdi>{say::name(words, one.name.analyte, &one.name.title, kind)}</bdi>
                </a>
            </li>
        }
    });
    let outside = (shown.outside > 0).then(|| {
        view! {
            <p>{words.results_elsewhere(shown.outside)}</p>
            <ul class="chips" role="list">{elsewhere.collect_view()}</ul>
        }
    });
    view! {
        <p>{words.results_stretch(shown.of, shown.first, shown.last)}</p>
        {outside}
    }
    .into_any()
}

/// The ways to the other values.
fn other_values(words: Words, shown: &Shown) -> AnyView {
    let link = |from: usize, text: String| {
        view! { <a class="button button-quiet" href=format!("?from={from}#values") rel="external">{text}</a> }
    };
    view! {
        <nav class="pager" aria-label=words.results_stretch_pages()>
            {shown.before().map(|from| link(from, words.results_stretch_before()))}
            {shown.after().map(|from| link(from, words.results_stretch_after()))}
            <a class="action" href="?all#values" rel="external">{words.results_stretch_all(shown.of)}</a>
        </nav>
    }
    .into_any()
}

/// From values of a blood count to the counts side by side.
fn counts_link(words: Words, page: &Opened) -> Option<AnyView> {
    let counted = |value: &ValueModel| {
        matches!(value.analyte, Some(Analyte::Wbc | Analyte::Anc | Analyte::Hgb | Analyte::Plt))
            && value.series.is_some()
    };
    page.values.iter().any(counted).then(|| counts::link(words, page.record))
}

/// What usually happens after such a result.
fn next(words: Words, page: &Opened) -> Option<AnyView> {
    let NextWords { text, language } = page.next.clone()?;
    let view = view! {
        <section class="section" aria-labelledby="next">
            <h2 id="next">{words.results_next()}</h2>
            <p lang=language class="report-text">
                <bdi>{text}</bdi>
            </p>
        </section>
    };
    Some(view.into_any())
}

/// Whom to ask about a result: who ordered it, and how to reach the clinic.
fn ask(words: Words, page: &Opened) -> Option<AnyView> {
    if matches!(page.content, Content::Event(_)) {
        return None;
    }
    let ordered: Vec<String> =
        page.people.iter().filter(|one| one.role == Role::OrderedBy).map(|one| one.name.clone()).collect();
    let ordered = (!ordered.is_empty()).then(|| {
        view! { <p>{words.results_ask_ordered()} " " <bdi>{say::list(words, &ordered)}</bdi></p> }
    });
    // What the laboratory marked says the numbers at the top.
    let told = !page.tally.marked.is_empty();
    let call = (!told && !page.clinic.is_empty()).then(|| {
        let numbers = page.clinic.iter().map(|number| clinic_number(words, number)).collect_view();
        view! {
            <p>{words.results_ask_call()}</p>
            <ul role="list">{numbers}</ul>
        }
    });
    let view = view! {
        <section class="section" aria-labelledby="ask">
            <h2 id="ask">{words.results_ask()}</h2>
            <p>{words.results_ask_text()}</p>
            {ordered}
            {call}
        </section>
    };
    Some(view.into_any())
}

/// The facts, and below them what else is known.
fn about(words: Words, page: &Opened) -> AnyView {
    let mut facts = match &page.content {
        Content::Event(event) => facts::event_facts(words, event),
        _ => Vec::new(),
    };
    facts.extend(facts::about(words, page));
    view! {
        <section class="section" aria-labelledby="about">
            <h2 id="about">{words.results_details()}</h2>
            <dl class="facts">{facts}</dl>
        </section>
    }
    .into_any()
}
