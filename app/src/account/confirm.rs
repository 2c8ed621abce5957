//! Showing who one is again, before what a device left open must not do by itself.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::api::Confirm;
use crate::{
    error::{ApiError, refused},
    request::Draft,
    shell::{
        form::{ErrorSummary, TextField, general_error},
        page::PageHead,
    },
    visit::words,
};

/// Asks for the passphrase and leads on to `next`.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let words = words();
    let error = refused::<Confirm>();
    let next = use_query_map().get_untracked().get("next").unwrap_or_else(|| Draft::of_request().field("next"));
    let wrong = error.as_ref().map(|error| match error {
        ApiError::Invalid(_) => words.account_confirm_no_match(),
        other => general_error(other),
    });
    view! {
        <PageHead title=words.account_confirm_title() lead=words.account_confirm_lead()/>
        {wrong
            .clone()
            .map(|wrong| {
                view! { <ErrorSummary title=words.account_confirm_wrong() lines=vec![("passphrase", wrong)]/> }
            })}
        <div class="card sign-in">
            <form class="form" method="post" action="/api/account/confirm">
                <input type="hidden" name="next" value=next/>
                <TextField
                    name="passphrase"
                    label=words.account_passphrase()
                    error=wrong
                    kind="password"
                    autocomplete="current-password"
                />
                <button class="button">{words.account_confirm()}</button>
            </form>
        </div>
    }
    .into_any()
}
