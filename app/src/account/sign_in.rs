//! The door.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::api::SignIn;
use crate::{
    error::{ApiError, refused},
    request::{DemoPerson, Draft, backend},
    shell::{
        form::{ErrorSummary, TextField, general_error},
        icon::{Drawing, Icon},
        page::{PageHead, notice},
    },
    visit::words,
};

/// Name and passphrase.
#[component]
pub fn SignInPage() -> impl IntoView {
    let words = words();
    let error = refused::<SignIn>();
    let draft = Draft::of_request();
    let query = use_query_map().get_untracked();
    let next = query.get("next").unwrap_or_else(|| draft.field("next"));
    let wrong = error.as_ref().map(|error| match error {
        ApiError::Invalid(_) => words.account_sign_in_no_match(),
        other => general_error(other),
    });
    let signed_out = query.get("signed-out").is_some() && error.is_none();
    view! {
        <PageHead title=words.account_sign_in()/>
        {signed_out.then(|| notice(Drawing::Check, words.account_signed_out_notice(), None))}
        {wrong
            .clone()
            .map(|wrong| view! { <ErrorSummary title=words.account_sign_in_wrong() lines=vec![("name", wrong)]/> })}
        <div class="card sign-in">
            <form class="form" method="post" action="/api/account/sign_in">
                <input type="hidden" name="next" value=next/>
                <TextField
                    name="name"
                    label=words.account_name()
                    error=wrong
                    value=draft.field("name")
                    autocomplete="username"
                />
                <TextField
                    name="passphrase"
                    label=words.account_passphrase()
                    error=None
                    kind="password"
                    autocomplete="current-password"
                />
                <button class="button">{words.account_sign_in()}</button>
            </form>
        </div>
        <ul class="or-else" role="list">
            <li>
                <a class="action" href="/enrol">{words.account_have_letter()}</a>
            </li>
            <li>
                <a class="action" href="/sign-in/help">{words.account_cannot_sign_in()}</a>
            </li>
        </ul>
        <DemoPeople/>
    }
    .into_any()
}

/// How to sign in as the made-up people; only where the server was started with `--demo`.
#[component]
fn DemoPeople() -> impl IntoView {
    let words = words();
    let people = backend().ok().and_then(|backend| backend.settings.demo.clone());
    people
        .map(|people| {
            let rows = people.into_iter().map(demo_person).collect_view();
            view! {
                <section class="section" aria-labelledby="demo">
                    <h2 id="demo">{words.account_demo_title()}</h2>
                    <p>{words.account_demo_text()}</p>
                    <ul class="entries" role="list">{rows}</ul>
                </section>
            }
        })
        .into_any()
}

fn demo_person(person: DemoPerson) -> AnyView {
    let words = words();
    view! {
        <li class="entry entry-device">
            <span class="entry-icon">
                <Icon of=Drawing::Person/>
            </span>
            <div>
                <h3 class="entry-line">
                    <bdi>{if person.person.is_empty() { person.name.clone() } else { person.person.clone() }}</bdi>
                </h3>
                <p class="entry-summary" lang="en" dir="ltr">
                    <bdi>{person.about.clone()}</bdi>
                </p>
                <p class="entry-summary" dir="ltr">
                    <code translate="no">{person.name.clone()}</code>
                    " · "
                    <code translate="no">{person.passphrase.clone()}</code>
                </p>
            </div>
            <form method="post" action="/api/account/sign_in">
                <input type="hidden" name="name" value=person.name.clone()/>
                <input type="hidden" name="passphrase" value=person.passphrase/>
                {person.key.is_some().then(|| view! { <input type="hidden" name="demo" value="true"/> })}
                <button class="button button-quiet button-small">{words.account_demo_sign_in(&person.name)}</button>
            </form>
        </li>
    }
    .into_any()
}
