//! The second step at the door.

use domain::{FieldCode, account::factor::find_ticket};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::api::SignInCode;
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft, backend},
    shell::{
        form::{ErrorSummary, TextField, general_error},
        page::{PageHead, loaded, model},
    },
    visit::words,
};

/// Whether a passphrase was shown a short while ago.
async fn is_expected() -> Answer<bool> {
    let backend = backend()?;
    let Some(ticket) = request::code_ticket() else { return Ok(false) };
    let mut tx = backend.db.read().await?;
    Ok(find_ticket(&mut tx, &ticket, backend.now()).await?.is_some())
}

/// What is wrong with a code that was typed.
pub fn code_error(error: &ApiError) -> String {
    let words = words();
    match error {
        ApiError::Invalid(_) if error.field("totp") == Some(FieldCode::Expired) => words.account_code_over(),
        ApiError::Invalid(_) => words.account_totp_no_match(),
        other => general_error(other),
    }
}

/// Asks for a code of the app, or a recovery code.
#[component]
pub fn CodePage() -> impl IntoView {
    let page = model(|| (), |()| is_expected());
    loaded(page, |expected| {
        if expected {
            return view! { <CodeForm/> }.into_any();
        }
        let words = words();
        view! {
            <PageHead title=words.account_code_title() lead=words.account_code_over()/>
            <p>
                <a class="button" href="/sign-in">{words.account_sign_in()}</a>
            </p>
        }
        .into_any()
    })
}

#[component]
fn CodeForm() -> impl IntoView {
    let words = words();
    let wrong = refused::<SignInCode>().as_ref().map(code_error);
    let next = use_query_map().get_untracked().get("next").unwrap_or_else(|| Draft::of_request().field("next"));
    view! {
        <PageHead title=words.account_code_title() lead=words.account_code_lead()/>
        {wrong
            .clone()
            .map(|wrong| view! { <ErrorSummary title=words.account_sign_in_wrong() lines=vec![("totp", wrong)]/> })}
        <div class="card sign-in">
            <form class="form" method="post" action="/api/account/sign_in_code">
                <input type="hidden" name="next" value=next/>
                <TextField
                    name="totp"
                    label=words.account_totp_or_recovery()
                    hint=words.account_totp_or_recovery_hint()
                    error=wrong
                    autocomplete="one-time-code"
                    class="input-code"
                    ltr=true
                />
                <button class="button">{words.account_sign_in()}</button>
            </form>
        </div>
        <p class="or-else">
            <a class="action" href="/sign-in/help">{words.account_code_lost()}</a>
        </p>
        <DemoCodes/>
    }
    .into_any()
}

/// The codes of the made-up people; only where the server was started with `--demo`.
#[component]
fn DemoCodes() -> impl IntoView {
    let words = words();
    let Ok(backend) = backend() else { return ().into_any() };
    let codes = backend.settings.demo.iter().flatten().filter_map(|person| {
        let code = person.key.as_ref()?.code(backend.now()).ok()?;
        Some(view! { <p>{words.account_demo_code(&code, &person.name)}</p> })
    });
    let codes: Vec<_> = codes.collect();
    (!codes.is_empty())
        .then(|| {
            view! {
                <section class="section" aria-labelledby="demo">
                    <h2 id="demo">{words.account_demo_title()}</h2>
                    {codes}
                </section>
            }
        })
        .into_any()
}
