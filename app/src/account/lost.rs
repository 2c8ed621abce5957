//! What to do without a passphrase.

use leptos::prelude::*;

use crate::{
    shell::page::{Back, PageHead},
    visit::words,
};

/// The way back in is a new letter.
#[component]
pub fn Lost() -> impl IntoView {
    let words = words();
    view! {
        <Back href="/sign-in".to_owned() to=words.account_sign_in()/>
        <PageHead title=words.account_lost_title() lead=words.account_lost_lead()/>
        <div class="prose">
            <ol>
                <li>{words.account_lost_ask()}</li>
                <li>{words.account_lost_use()}</li>
            </ol>
            <p>{words.account_lost_ends()}</p>
            <p>
                <a class="button" href="/enrol">{words.account_have_letter()}</a>
            </p>
        </div>
    }
    .into_any()
}
