//! Putting a key into a code app, and showing by one code that it arrived.

use domain::{
    FieldCode,
    account::factor::{may_change, propose, read_proposal},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{api::SetUpFactor, code::code_error, qr::qr};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft},
    shell::{
        form::{ErrorSummary, TextField},
        page::{Back, PageHead, loaded, model},
    },
    visit::words,
};

/// A key on its way into an app. It is in this page and nowhere else.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Offer {
    sealed: String,
    text: String,
    address: String,
}

/// A new key; after a wrong code, the one that the app may hold already.
async fn find_offer() -> Answer<Offer> {
    let (backend, signed_in) = (request::backend()?, request::signed_in()?);
    let before = Draft::of_request().field("key");
    let (caller, now) = (signed_in.caller, backend.now());
    may_change(&mut backend.db.read().await?, &caller, now).await?;
    let proposal = match read_proposal(&backend.keys, caller.account, &before, now) {
        Some(proposal) => proposal,
        None => propose(&backend.keys, caller.account, now)?,
    };
    let address = proposal.key.address(signed_in.name.as_deref().unwrap_or_default());
    Ok(Offer { sealed: proposal.sealed, text: proposal.key.text(), address })
}

/// The page with the key.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let page = model(|| (), |()| find_offer());
    loaded(page, |offer| view! { <SetUpForm offer/> }.into_any())
}

#[component]
fn SetUpForm(offer: Offer) -> impl IntoView {
    let words = words();
    let wrong = refused::<SetUpFactor>().map(|error| match &error {
        ApiError::Invalid(_) if error.field("key") == Some(FieldCode::Expired) => words.account_set_up_expired(),
        error => code_error(error),
    });
    // In groups of four, as it is read aloud and typed.
    let letters: Vec<char> = offer.text.chars().collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ");
    view! {
        <Back href="/account/second-factor".to_owned() to=words.account_factor()/>
        <PageHead title=words.account_set_up_title()/>
        {wrong
            .clone()
            .map(|wrong| view! { <ErrorSummary title=words.account_check_wrong() lines=vec![("totp", wrong)]/> })}
        <div class="card">
            <ol class="set-up">
                <li>
                    <p>{words.account_set_up_add()}</p>
                </li>
                <li>
                    <p>{words.account_set_up_scan()}</p>
                    {qr(&offer.address, words.account_set_up_qr())}
                    <p>{words.account_set_up_type()}</p>
                    <p class="key" dir="ltr" translate="no">
                        <bdi>{groups}</bdi>
                    </p>
                    <p>
                        <a class="action" href=offer.address>{words.account_set_up_here()}</a>
                    </p>
                </li>
                <li>
                    <form class="form" method="post" action="/api/account/set_up_factor">
                        <input type="hidden" name="key" value=offer.sealed/>
                        <TextField
                            name="totp"
                            label=words.account_totp()
                            hint=words.account_totp_hint()
                            error=wrong
                            autocomplete="one-time-code"
                            class="input-code"
                            ltr=true
                        />
                        <button class="button">{words.account_set_up_on()}</button>
                    </form>
                </li>
            </ol>
        </div>
    }
    .into_any()
}
