//! Showing who one is again, before what a device left open must not do by itself.

use domain::account::{
    Passphrase, factor,
    step_up::{with_code, with_passphrase},
    store::{NewSession, SignedIn},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{api::Confirm, code::code_error, enter::onward};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Backend, Draft},
    shell::{
        form::{ErrorSummary, TextField, general_error},
        page::{PageHead, loaded, model},
    },
    visit::words,
};

/// Makes the session fresh with what the account has; answers the session, and where `next` is
/// reached from it.
pub async fn step_up(
    backend: &Backend,
    signed_in: &SignedIn,
    passphrase: &str,
    code: &str,
    next: &str,
) -> Answer<(NewSession, String)> {
    let (db, keys, address, now) = (&backend.db, &backend.keys, request::address(), backend.now());
    let status = factor::find_status(&mut db.read().await?, signed_in.caller.account).await?;
    if status.since.is_some() {
        let (session, shown) = with_code(db, keys, signed_in, code, &address, now).await?;
        return Ok((session, onward(shown, next)));
    }
    let passphrase = Passphrase::typed(passphrase);
    let session = with_passphrase(db, keys, &backend.hasher, signed_in, &passphrase, &address, now).await?;
    Ok((session, next.to_owned()))
}

/// Whether the caller has a code app.
async fn has_app() -> Answer<bool> {
    let (backend, signed_in) = (request::backend()?, request::signed_in()?);
    let mut tx = backend.db.read().await?;
    Ok(factor::find_status(&mut tx, signed_in.caller.account).await?.since.is_some())
}

/// Asks for a code or the passphrase and leads on to `next`.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let page = model(|| (), |()| has_app());
    loaded(page, |has_app| view! { <ConfirmForm has_app/> }.into_any())
}

#[component]
fn ConfirmForm(has_app: bool) -> impl IntoView {
    let words = words();
    let error = refused::<Confirm>();
    let next = use_query_map().get_untracked().get("next").unwrap_or_else(|| Draft::of_request().field("next"));
    let wrong = error.as_ref().map(|error| match error {
        error if has_app => code_error(error),
        ApiError::Invalid(_) => words.account_confirm_no_match(),
        other => general_error(other),
    });
    let field = if has_app { "totp" } else { "passphrase" };
    view! {
        <PageHead title=words.account_confirm_title() lead=words.account_confirm_lead()/>
        {wrong
            .clone()
            .map(|wrong| view! { <ErrorSummary title=words.account_confirm_wrong() lines=vec![(field, wrong)]/> })}
        <div class="card sign-in">
            <form class="form" method="post" action="/api/account/confirm">
                <input type="hidden" name="next" value=next/>
                {if has_app {
                    view! {
                        <TextField
                            name="totp"
                            label=words.account_totp_or_recovery()
                            hint=words.account_totp_or_recovery_hint()
                            error=wrong
                            autocomplete="one-time-code"
                            class="input-code"
                            ltr=true
                        />
                    }
                        .into_any()
                } else {
                    view! {
                        <TextField
                            name="passphrase"
                            label=words.account_passphrase()
                            error=wrong
                            kind="password"
                            autocomplete="current-password"
                        />
                    }
                        .into_any()
                }}
                <button class="button">{words.account_confirm()}</button>
            </form>
        </div>
    }
    .into_any()
}
