//! The warning before a session ends: in time, with one button that extends it.

use leptos::prelude::*;

use crate::visit::words;

/// Seconds before the end at which the warning comes (WCAG 2.2.1 asks for 20).
#[cfg(not(feature = "ssr"))]
const WARNING: i64 = 150;

/// Watches the session of who is signed in. Without JavaScript there is no warning; what was
/// typed is kept as a draft then.
#[component]
pub fn Ending() -> impl IntoView {
    let ending = RwSignal::new(false);
    watch(ending);
    let words = words();
    view! {
        <div aria-live="assertive">
            <Show when=move || ending.get()>
                <div class="notice notice-strong session-ending">
                    <div>
                        <p>
                            <strong>{words.account_ending()}</strong>
                        </p>
                        <p>{words.account_ending_text()}</p>
                        <p>
                            <button class="button" on:click=move |_| stay(ending)>
                                {words.account_ending_stay()}
                            </button>
                        </p>
                    </div>
                </div>
            </Show>
        </div>
    }
    .into_any()
}

#[cfg(feature = "ssr")]
fn watch(_: RwSignal<bool>) {}

#[cfg(feature = "ssr")]
fn stay(_: RwSignal<bool>) {}

#[cfg(not(feature = "ssr"))]
fn watch(ending: RwSignal<bool>) {
    let Some(who) = crate::visit::visit().who else { return };
    // After hydration, so that the first view is the server's.
    Effect::new(move |_| after(who.idle_seconds.min(who.end_seconds), ending));
}

#[cfg(not(feature = "ssr"))]
fn stay(ending: RwSignal<bool>) {
    leptos::task::spawn_local(async move {
        if let Ok(left) = super::api::session_left(true).await {
            ending.set(false);
            after(left, ending);
        }
    });
}

/// Asks again when the warning is due by what is known; requests in between have moved the end.
#[cfg(not(feature = "ssr"))]
fn after(left: i64, ending: RwSignal<bool>) {
    use std::time::Duration;
    let wait = if left > WARNING { left - WARNING } else { left.max(1) };
    set_timeout(
        move || {
            leptos::task::spawn_local(async move {
                match super::api::session_left(false).await {
                    Ok(left) => {
                        ending.set(left <= WARNING);
                        after(left, ending);
                    }
                    // The page is asked for again, and the server leads to the sign-in and back.
                    Err(crate::error::ApiError::SignedOut) => {
                        let _ = window().location().reload();
                    }
                    Err(_) => after(30, ending),
                }
            });
        },
        Duration::from_secs(u64::try_from(wait).unwrap_or(1)),
    );
}
