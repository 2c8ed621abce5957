//! The care team's side of results that wait: the list, the longest waiting first, and the page where
//! one of them is read and commented on.

use domain::{
    access,
    id::{CommentId, ItemId, RecordId},
    results::{
        comment::{Awaiting, list_awaiting, list_own_comments},
        readiness::Waits,
    },
    time::PartialDate,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{
    api::{Comment, CorrectComment, WithdrawComment, get_item, made},
    entry::drawing,
    model::{EntryModel, Opened, asked_values},
    opened::whole,
    say,
    timeline::record_in_path,
};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft},
    shell::{
        form::{ErrorSummary, FieldError, field_error, general_error},
        icon::{Drawing, Icon},
        page::{Back, Empty, PageHead, loaded, model, notice},
    },
    visit::{visit, words},
    words::Words,
};

/// Lines of the list.
const MOST: i64 = 50;

/// What the list shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct CommentsPage {
    lines: Vec<Line>,
    /// There are more than are listed.
    more: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Line {
    record: RecordId,
    name: Option<String>,
    birth_date: Option<PartialDate>,
    entry: EntryModel,
    /// Full days since it arrived.
    days: u32,
}

async fn find_comments() -> Answer<CommentsPage> {
    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let (rows, more) = list_awaiting(&mut tx, &caller, MOST, now).await?;
    let line = |one: Awaiting| Line {
        record: one.whose.record,
        name: one.whose.name,
        birth_date: one.whose.birth_date,
        entry: made::entry_model(&[], one.entry, &backend.site.zone),
        days: u32::try_from(now.seconds_since(one.arrived_at) / 86_400).unwrap_or(0),
    };
    Ok(CommentsPage { lines: rows.into_iter().map(line).collect(), more })
}

/// The page of the list.
#[component]
pub fn CommentsList() -> impl IntoView {
    let page = model(|| (), |()| find_comments());
    loaded(page, |page| comments(&page))
}

fn comments(page: &CommentsPage) -> AnyView {
    let words = words();
    let done = use_query_map().read_untracked().get("done").is_some();
    let list = if page.lines.is_empty() {
        view! { <Empty of=Drawing::Check title=words.results_awaiting_none() text=words.results_awaiting_none_text()/> }
            .into_any()
    } else {
        let lines = page.lines.iter().map(|line| comment_line(words, line)).collect_view();
        view! { <ul class="entries" role="list">{lines}</ul> }.into_any()
    };
    view! {
        <Back href="/team".to_owned() to=words.worklist_people()/>
        <PageHead title=words.results_awaiting() lead=words.results_awaiting_lead()/>
        {done.then(|| notice(Drawing::Check, words.results_awaiting_done(), None))}
        {list}
        {page.more.then(|| view! { <p class="small">{words.results_awaiting_more()}</p> })}
    }
    .into_any()
}

fn comment_line(words: Words, line: &Line) -> AnyView {
    let entry = &line.entry;
    let title = say::title(words, entry.analyte, &entry.title, entry.kind, entry.is_panel);
    let born = line.birth_date.map(|date| words.results_awaiting_born(&say::day(words, date)));
    let waits = if line.days == 0 { words.results_awaiting_today() } else { words.results_awaiting_days(line.days) };
    view! {
        <li class="entry">
            <span class="entry-icon">
                <Icon of=drawing(entry.kind)/>
            </span>
            <div>
                <p class="entry-line">
                    <a class="entry-title" href=format!("/team/comments/{}/{}", line.record, entry.item)>
                        <bdi>{line.name.clone().unwrap_or_default()}</bdi>
                        <span class="visually-hidden">{words.results_comma()} <bdi>{title.clone()}</bdi></span>
                    </a>
                </p>
                <p class="entry-summary">
                    <bdi>{title}</bdi>
                    " · "
                    {say::when(words, entry.when)}
                    " · "
                    {waits}
                    {born.map(|born| view! { " · " <span>{born}</span> })}
                </p>
            </div>
            <Icon of=Drawing::ChevronEnd/>
        </li>
    }
    .into_any()
}

/// What the page of one result shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct CommentPage {
    opened: Opened,
    waits: Option<Waits>,
    /// Of the comment that this form makes.
    id: CommentId,
    /// Comments of the reader that they may change.
    own: Vec<Own>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Own {
    id: CommentId,
    version: i64,
    text: String,
}

async fn find_comment_page(record: RecordId, item: ItemId, (from, all): (u32, bool)) -> Answer<CommentPage> {
    use domain::results::store;

    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let own = access::comment::<access::Results>(&mut tx, &caller, record).await?;
    let own = list_own_comments(&mut tx, &own, item).await?;
    let granted = access::view::<access::Results>(&mut tx, &caller, record, now).await?;
    let waits = store::list_entries(&mut tx, &granted, &[item]).await?.first().and_then(|entry| entry.waits);
    drop(tx);
    let opened = get_item(record, item, from, all).await?;
    let own = own.into_iter().map(|one| Own { id: one.id, version: one.version, text: one.text }).collect();
    Ok(CommentPage { opened, waits, id: CommentId::new(), own })
}

/// The page of one result.
#[component]
pub fn CommentOn() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || (params.read().get("record"), params.read().get("item"), asked_values(&query.read())),
        |(record, item, values)| async move {
            let item = item.and_then(|item| item.parse().ok()).ok_or(ApiError::NotFound)?;
            find_comment_page(record_in_path(record)?, item, values).await
        },
    );
    loaded(page, |page| comment_on(&page))
}

fn comment_on(page: &CommentPage) -> AnyView {
    let words = words();
    let opened = &page.opened;
    let title = say::title(words, opened.analyte, &opened.title, opened.kind, opened.is_panel);
    let foreign = opened.analyte.is_none() && !opened.title.is_empty();
    let name = visit().whose.and_then(|whose| whose.name).unwrap_or_default();
    let window = say::list(words, &[title.clone(), name]);
    let changed = use_query_map().read_untracked().get("changed").is_some();
    // Whose it is stands in the band above.
    let lead = say::when(words, opened.when);
    view! {
        <Back href="/team/comments".to_owned() to=words.results_awaiting()/>
        <PageHead title=title window=window lead=lead foreign=foreign/>
        {page
            .waits
            .map(|waits| {
                view! {
                    <div class="notice">
                        <Icon of=Drawing::Info/>
                        <div>
                            <p>{say::waits(words, waits)}</p>
                        </div>
                    </div>
                }
            })}
        {changed.then(|| notice(Drawing::Check, words.results_comment_changed(), None))}
        {comment_form(words, page)}
        {own_comments(words, page)}
        {whole(words, opened)}
    }
    .into_any()
}

fn comment_form(words: Words, page: &CommentPage) -> AnyView {
    let (record, item) = (page.opened.record.to_string(), page.opened.item.to_string());
    let error = refused::<Comment>();
    let draft = Draft::of_request();
    let problem = error.as_ref().map(|error| problem(words, error));
    // The same text sent again is the same comment; after a conflict it is another one.
    let id = Some(draft.field("id"))
        .filter(|id| id.parse::<CommentId>().is_ok() && error != Some(ApiError::Conflict))
        .unwrap_or_else(|| page.id.to_string());
    let release = page.waits.filter(|waits| waits.opens.is_none()).map(|_| {
        view! {
            <form method="post" action="/api/results/release">
                <input type="hidden" name="record" value=record.clone()/>
                <input type="hidden" name="item" value=item.clone()/>
                <p class="hint" id="release-hint">{words.results_comment_release_text()}</p>
                <button class="button button-quiet" aria-describedby="release-hint">{words.results_comment_release()}</button>
            </form>
        }
    });
    let described = if problem.is_some() { "text-error text-hint" } else { "text-hint" };
    let most = u32::try_from(domain::own_words::OwnWords::MOST).unwrap_or(u32::MAX);
    view! {
        {problem
            .clone()
            .map(|text| view! { <ErrorSummary title=words.account_check_wrong() lines=vec![("text", text)]/> })}
        <div class="card">
            <form class="form" method="post" action="/api/results/comment">
                <input type="hidden" name="record" value=record.clone()/>
                <input type="hidden" name="item" value=item.clone()/>
                <input type="hidden" name="id" value=id/>
                <div class=if problem.is_some() { "field field-wrong" } else { "field" }>
                    <label for="text">{words.results_comment_label()}</label>
                    <p class="hint" id="text-hint">{words.results_comment_hint(most)}</p>
                    {problem.clone().map(|text| view! { <FieldError id="text-error".to_owned() text/> })}
                    <textarea
                        class="input"
                        id="text"
                        name="text"
                        rows="5"
                        dir="auto"
                        required
                        aria-describedby=described
                        aria-invalid=problem.is_some().then_some("true")
                    >
                        {draft.field("text")}
                    </textarea>
                </div>
                <button class="button">{words.results_comment_send()}</button>
            </form>
            {release}
        </div>
    }
    .into_any()
}

/// The reader's own comments, each with a form to correct it and one to withdraw it.
fn own_comments(words: Words, page: &CommentPage) -> Option<AnyView> {
    if page.own.is_empty() {
        return None;
    }
    let error = refused::<CorrectComment>().or_else(refused::<WithdrawComment>);
    let draft = Draft::of_request();
    let forms = page.own.iter().map(|own| {
        let error = error.as_ref().filter(|_| draft.field("id") == own.id.to_string());
        own_comment(words, page, own, error, &draft)
    });
    let view = view! {
        <section class="section" aria-labelledby="own">
            <h2 id="own">{words.results_comment_own()}</h2>
            <p>{words.results_comment_own_text()}</p>
            {forms.collect_view()}
        </section>
    };
    Some(view.into_any())
}

/// Characters that tell one's comments apart.
const BEGINNING: usize = 60;

fn own_comment(words: Words, page: &CommentPage, own: &Own, error: Option<&ApiError>, draft: &Draft) -> AnyView {
    let problem = error.map(|error| match error {
        ApiError::Conflict => words.results_comment_changed_meanwhile(),
        other => self::problem(words, other),
    });
    let fields = || {
        view! {
            <input type="hidden" name="record" value=page.opened.record.to_string()/>
            <input type="hidden" name="item" value=page.opened.item.to_string()/>
            <input type="hidden" name="id" value=own.id.to_string()/>
            <input type="hidden" name="version" value=own.version.to_string()/>
        }
    };
    let id = format!("correct-{}", own.id);
    let error_id = format!("{id}-error");
    // What was withdrawn had no text of its own.
    let text = Some(draft.field("text")).filter(|text| error.is_some() && !text.is_empty());
    let beginning: String = own.text.chars().take(BEGINNING).collect();
    let beginning = if beginning.len() < own.text.len() { format!("{beginning}…") } else { beginning };
    let wrong = problem.is_some();
    view! {
        <details class="fold" open=wrong>
            <summary>{words.results_comment_own_fold(&beginning)}</summary>
            <div class="card">
                <form class="form" method="post" action="/api/results/correct_comment">
                    {fields()}
                    <div class=if wrong { "field field-wrong" } else { "field" }>
                        <label for=id.clone()>{words.results_comment_correct_label()}</label>
                        {problem.map(|text| view! { <div role="alert"><FieldError id=error_id.clone() text/></div> })}
                        <textarea
                            class="input"
                            id=id
                            name="text"
                            rows="4"
                            dir="auto"
                            required
                            aria-invalid=wrong.then_some("true")
                            aria-describedby=wrong.then_some(error_id)
                        >
                            {text.unwrap_or_else(|| own.text.clone())}
                        </textarea>
                    </div>
                    <button class="button">{words.results_comment_correct()}</button>
                </form>
                <form method="post" action="/api/results/withdraw_comment">
                    {fields()}
                    <button class="button button-quiet">{words.results_comment_withdraw()}</button>
                </form>
            </div>
        </details>
    }
    .into_any()
}

fn problem(words: Words, error: &ApiError) -> String {
    use domain::FieldCode;

    match (error, error.field("text")) {
        (_, Some(FieldCode::Missing)) => words.results_comment_missing(),
        (_, Some(code)) => field_error(code),
        (ApiError::Conflict, _) => words.results_comment_conflict(),
        (other, None) => general_error(other),
    }
}
