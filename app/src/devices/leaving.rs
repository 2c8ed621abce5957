//! What is asked of who signs out while something waits to be sent.

use leptos::prelude::*;

use crate::{
    shell::page::{Back, PageHead},
    visit::words,
    words::Words,
};

/// The page. The worker of the browser leads here; without one nothing is kept, and signing out needs no question.
#[component]
pub fn Leaving() -> impl IntoView {
    let words = words();
    view! {
        <Back href="/account".to_owned() to=words.site_more()/>
        <PageHead title=words.devices_leaving() lead=words.devices_leaving_text()/>
        {choices(words, true)}
    }
    .into_any()
}

/// What may become of the entries, and the way back. Without a network nothing can be sent now.
pub fn choices(words: Words, now: bool) -> AnyView {
    let choice = |value: &'static str, first: bool, title: String, hint: String| {
        view! {
            <p>
                <button class=if first { "button" } else { "button button-quiet" } name="unsent" value=value>
                    {title}
                </button>
                <span class="hint">{hint}</span>
            </p>
        }
    };
    view! {
        <form class="form" method="post" action="/api/account/sign_out">
            {now.then(|| choice("send", true, words.devices_leaving_send(), words.devices_leaving_send_hint()))}
            {choice("keep", !now, words.devices_leaving_keep(), words.devices_leaving_keep_hint())}
            {choice("discard", false, words.devices_leaving_discard(), words.devices_leaving_discard_hint())}
        </form>
        <p>
            <a class="action" href="/account">
                {words.devices_leaving_stay()}
            </a>
        </p>
    }
    .into_any()
}
