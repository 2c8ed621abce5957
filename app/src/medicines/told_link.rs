//! The pages that the letter to someone else, and the mails that tell them, lead to. Anyone may open them: the
//! address is the secret. They show nothing of the person but what they want to be called.

use domain::medicines::told::{Behind, Deed, Link, answer, find_behind};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use crate::{
    error::{Answer, ApiError, refused},
    request::{self, nothing_here, set_status},
    shell::{
        fault::fault,
        form::{ErrorSummary, general_error},
        page::{PageHead, loaded, model},
    },
    tree::Tree,
    visit::words,
};

/// They agree by the letter, or don't.
#[server(endpoint = "medicines/told_answer", output = Tree)]
pub async fn told_answer(secret: String, #[server(default)] agree: String) -> Answer<()> {
    let deed = match agree.as_str() {
        "yes" => Deed::Agree,
        "no" => Deed::Refuse,
        _ => return Err(domain::Error::field("agree", domain::FieldCode::NotAChoice).into()),
    };
    act(deed, &secret).await?;
    leptos_axum::redirect(&format!("/told/done?{agree}=1"));
    Ok(())
}

/// They end the mails.
#[server(endpoint = "medicines/told_stop", output = Tree)]
pub async fn told_stop(secret: String) -> Answer<()> {
    act(Deed::Stop, &secret).await?;
    leptos_axum::redirect("/told/done?stop=1");
    Ok(())
}

async fn act(deed: Deed, secret: &str) -> Answer<()> {
    let backend = request::backend()?;
    Ok(answer(&backend.db, &backend.keys, deed, secret, &request::address(), backend.now()).await?)
}

/// What is behind the link of this page; nothing when it opens nothing, or nothing any more.
async fn find_page(link: Link, secret: String) -> Answer<Option<(String, Option<String>)>> {
    let backend = request::backend()?;
    let address = request::address();
    match find_behind(&backend.db, &backend.keys, link, &secret, &address, backend.now()).await {
        Ok(Behind { called }) => Ok(Some((secret, called))),
        Err(domain::Error::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

fn page_of(link: Link, show: fn(&str, Option<&str>) -> AnyView) -> AnyView {
    let params = use_params_map();
    let secret = move || params.read_untracked().get("secret").unwrap_or_default();
    let page = model(secret, move |secret| find_page(link, secret));
    loaded(page, move |found| match found {
        Some((secret, called)) => show(&secret, called.as_deref()),
        None => gone(),
    })
}

fn gone() -> AnyView {
    set_status(ApiError::NotFound.status());
    let words = words();
    view! { <PageHead title=words.medicines_told_gone_title() lead=words.medicines_told_gone()/> }.into_any()
}

/// What kept Daybook from doing what was pressed.
fn problem(error: Option<ApiError>) -> Option<AnyView> {
    let lines = vec![("answer", general_error(&error?))];
    Some(view! { <ErrorSummary title=words().account_check_wrong() lines/> }.into_any())
}

/// The page of the letter. Opening it agrees to nothing.
#[component]
pub fn ToldLetter() -> impl IntoView {
    page_of(Link::Letter, letter)
}

fn letter(secret: &str, called: Option<&str>) -> AnyView {
    let words = words();
    let asks = called.map_or_else(|| words.medicines_told_letter(), |name| words.medicines_told_letter_name(name));
    view! {
        <PageHead title=words.medicines_told_letter_title()/>
        {problem(refused::<ToldAnswer>())}
        <div class="card">
            <p>{asks}</p>
            <p>{words.medicines_told_letter_about()}</p>
            <p>{words.medicines_told_silence()}</p>
            <form class="actions" method="post" action="/api/medicines/told_answer" id="answer" tabindex="-1">
                <input type="hidden" name="secret" value=secret.to_owned()/>
                <button class="button" name="agree" value="yes">{words.medicines_told_yes()}</button>
                <button class="button button-quiet" name="agree" value="no">{words.medicines_told_no()}</button>
            </form>
        </div>
    }
    .into_any()
}

/// The page that ends the mails. Opening it ends nothing.
#[component]
pub fn ToldStop() -> impl IntoView {
    page_of(Link::Stop, stop)
}

fn stop(secret: &str, called: Option<&str>) -> AnyView {
    let words = words();
    let about = called.map_or_else(|| words.medicines_told_stop_about(), |name| words.medicines_told_stop_name(name));
    view! {
        <PageHead title=words.medicines_told_stop_title()/>
        {problem(refused::<ToldStop>())}
        <div class="card">
            <p>{about}</p>
            <form class="actions" method="post" action="/api/medicines/told_stop" id="answer" tabindex="-1">
                <input type="hidden" name="secret" value=secret.to_owned()/>
                <button class="button">{words.medicines_told_stop()}</button>
            </form>
        </div>
    }
    .into_any()
}

/// What has been done by a link.
#[component]
pub fn ToldDone() -> impl IntoView {
    let words = words();
    let query = use_query_map().get_untracked();
    let done = |name: &str| query.get(name).is_some();
    let (title, lead) = if done("yes") {
        (words.medicines_told_done_yes_title(), words.medicines_told_done_yes())
    } else if done("no") {
        (words.medicines_told_done_no_title(), words.medicines_told_done_no())
    } else if done("stop") {
        (words.medicines_told_done_stop_title(), words.medicines_told_done_stop())
    } else {
        return fault(&nothing_here());
    };
    let silence = done("yes").then(|| view! { <p>{words.medicines_told_silence()}</p> });
    view! {
        <PageHead title lead/>
        {silence}
    }
    .into_any()
}
