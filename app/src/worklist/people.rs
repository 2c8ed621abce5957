//! The people whom one's teams care for: a search and a list, by name.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{
    api::{FindPeople, PeoplePage, PersonLine, get_people},
    search::Typed,
};
use crate::{
    account::birth::BirthField,
    error::{ApiError, refused},
    request::Draft,
    results::say,
    shell::{
        form::{ErrorSummary, general_error},
        icon::{Drawing, Icon},
        page::{Empty, PageHead, loaded, model, notice},
    },
    visit::words,
    words::Words,
};

/// The first page of the care team.
#[component]
pub fn People() -> impl IntoView {
    let query = use_query_map();
    let page = model(
        move || (query.read().get("find").unwrap_or_default(), query.read().get("after").unwrap_or_default()),
        |(find, after)| get_people(find, after),
    );
    loaded(page, |page| people(&page))
}

fn people(page: &PeoplePage) -> AnyView {
    let words = words();
    if page.no_team {
        return view! {
            <PageHead title=words.worklist_people()/>
            <Empty of=Drawing::Person title=words.worklist_no_team() text=words.worklist_no_team_text()/>
        }
        .into_any();
    }
    let error = refused::<FindPeople>();
    let typed = match (&error, &page.found) {
        (Some(_), _) => Typed::of(&Draft::of_request()),
        (None, Some((_, typed))) => typed.clone(),
        (None, None) => Typed::default(),
    };
    let body = if error.is_some() { ().into_any() } else { list(words, page) };
    view! {
        <PageHead title=words.worklist_people() lead=words.worklist_people_lead()/>
        <p>
            <a class="action" href="/team/comments">
                <Icon of=Drawing::Results/>
                {words.results_awaiting()}
            </a>
        </p>
        {search(words, &typed, error)}
        {body}
    }
    .into_any()
}

fn search(words: Words, typed: &Typed, error: Option<ApiError>) -> AnyView {
    let wrong = error.map(|error| match error {
        ApiError::Invalid(_) => words.worklist_born_wrong(),
        other => general_error(&other),
    });
    let summary = wrong.clone().map(|wrong| {
        view! { <ErrorSummary title=words.worklist_search_wrong() lines=vec![("birth-day", wrong)]/> }
    });
    let born = [&typed.birth_day, &typed.birth_month, &typed.birth_year].map(String::clone);
    view! {
        {summary}
        <form class="form people-search" method="post" action="/api/worklist/find" role="search">
            <div class="field">
                <label for="q">{words.worklist_search_label()}</label>
                <p class="hint" id="q-hint">{words.worklist_search_hint()}</p>
                <input
                    class="input"
                    id="q"
                    name="q"
                    type="search"
                    value=typed.q.clone()
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="q-hint"
                />
            </div>
            <BirthField values=born hint=words.worklist_born_hint() error=wrong/>
            <button class="button">
                <Icon of=Drawing::Search/>
                {words.worklist_search()}
            </button>
        </form>
    }
    .into_any()
}

fn list(words: Words, page: &PeoplePage) -> AnyView {
    let forgotten = page.forgotten.then(|| notice(Drawing::Info, words.worklist_forgotten(), None));
    let found = page.found.as_ref().map(|(id, _)| id.clone());
    if page.people.is_empty() {
        let empty = if found.is_some() {
            view! {
                <div class="empty" role="status">
                    <Icon of=Drawing::Search/>
                    <h2>{words.worklist_no_match()}</h2>
                    <p>{words.worklist_no_match_text()}</p>
                    <div class="actions">
                        <a class="action" href="/team">{words.worklist_everyone()}</a>
                    </div>
                </div>
            }
            .into_any()
        } else {
            let (title, text) = (words.worklist_nobody(), words.worklist_nobody_text());
            view! { <Empty of=Drawing::Person title text/> }.into_any()
        };
        return view! {
            {forgotten}
            {empty}
        }
        .into_any();
    }
    let all = found.is_some().then(|| view! { <a class="action" href="/team">{words.worklist_everyone()}</a> });
    let title = if found.is_some() { words.worklist_found() } else { words.worklist_all() };
    let lines = page.people.iter().map(|one| person(words, one)).collect_view();
    view! {
        {forgotten}
        <section class="section" aria-labelledby="people">
            <div class="section-head">
                <h2 id="people">{title}</h2>
                {all}
            </div>
            <ul class="entries" role="list">{lines}</ul>
        </section>
        {pager(words, found.as_deref(), page)}
    }
    .into_any()
}

/// One person. The date of birth is always said, so that people of one name are told apart.
fn person(words: Words, person: &PersonLine) -> AnyView {
    let born = match person.birth_date {
        Some(born) => words.worklist_born(&say::date(words, born)),
        None => words.worklist_born_unknown(),
    };
    let age = match person.age {
        _ if person.deceased => Some(words.worklist_died()),
        Some(age) => Some(words.worklist_age(age)),
        None => None,
    };
    let name = match &person.name {
        Some(name) => view! { <bdi>{name.clone()}</bdi> }.into_any(),
        None => words.worklist_no_name().into_any(),
    };
    let teams = person.teams.iter().map(|team| view! { " · " <bdi>{team.clone()}</bdi> }).collect_view();
    view! {
        <li class="entry">
            <span class="entry-icon">
                <Icon of=Drawing::Person/>
            </span>
            <div>
                <p class="entry-line">
                    <a class="entry-title" href=format!("/records/{}", person.record)>{name}</a>
                </p>
                <p class="entry-summary">
                    <span class="person-born">{born}</span>
                    {age.map(|age| view! { " · " <span>{age}</span> })}
                    {teams}
                </p>
            </div>
            <Icon of=Drawing::ChevronEnd/>
        </li>
    }
    .into_any()
}

fn pager(words: Words, found: Option<&str>, page: &PeoplePage) -> Option<AnyView> {
    let start = found.map_or_else(|| "/team".to_owned(), |id| format!("/team?find={id}"));
    let sign = if found.is_some() { '&' } else { '?' };
    let next = page.after.map(|after| format!("{start}{sign}after={after}"));
    if next.is_none() && !page.further {
        return None;
    }
    let view = view! {
        <nav class="pager" aria-label=words.worklist_pager()>
            {page.further.then(|| view! { <a class="button button-quiet" href=start>{words.worklist_from_start()}</a> })}
            {next.map(|next| view! { <a class="button button-quiet" rel="next" href=next>{words.worklist_next()}</a> })}
        </nav>
    };
    Some(view.into_any())
}
