//! Where a person chooses whether this device keeps a copy.

use domain::access::AccountRole;
use leptos::{nonce::use_nonce, prelude::*};

use super::shell::scripts;
use crate::{
    error::ApiError,
    request::{self, Backend},
    shell::{
        document::set_policy_for,
        fault::fault,
        form::FieldError,
        icon::{Drawing, Icon},
        page::{Back, PageHead, notice},
    },
    visit::words,
    words::Words,
};

/// The fewest digits of a PIN.
const PIN: &str = "6";

/// The page.
#[component]
pub fn Offline() -> impl IntoView {
    match request::caller() {
        Ok((backend, caller)) if caller.role == AccountRole::Patient => offline(&backend),
        Ok(_) => fault(&ApiError::NotFound),
        Err(error) => fault(&error),
    }
}

fn offline(backend: &Backend) -> AnyView {
    let words = words();
    let head = view! {
        <Back href="/account".to_owned() to=words.site_more()/>
        <PageHead title=words.devices_offline() lead=words.devices_offline_lead()/>
    };
    if !backend.settings.offline {
        return view! {
            {head}
            {notice(Drawing::Info, words.devices_offline_off(), None)}
        }
        .into_any();
    }
    // Beside the scripts of this page the one that every page may carry.
    let own = use_nonce().map_or_else(String::new, |nonce| format!(" 'nonce-{nonce}'"));
    set_policy_for(&format!("'self'{own}; worker-src 'self'"));
    view! {
        {head}
        // The script takes it away.
        <div id="no-js">{notice(Drawing::Info, words.devices_no_script(), None)}</div>
        <div id="no-script" class="notice" hidden>
            <Icon of=Drawing::Info/>
            <div>
                <p>{words.devices_no_worker()}</p>
            </div>
        </div>
        <div id="keep-state" role="status" tabindex="-1">{states(words)}</div>
        {kept(words)}
        {keep(words)}
        {about(words)}
        {scripts()}
    }
    .into_any()
}

/// What the script says of what was done: it shows one of these.
fn states(words: Words) -> AnyView {
    let state = |name: &'static str, text: String| view! { <p data-state=name hidden>{text}</p> };
    view! {
        {state("working", words.devices_working())}
        {state("kept", words.devices_kept_now())}
        {state("forgotten", words.devices_forgotten())}
        {state("unsent", words.devices_forget_unsent())}
        {state("failed", words.devices_failed())}
    }
    .into_any()
}

/// What is kept here now; the script shows it and fills it in.
fn kept(words: Words) -> AnyView {
    view! {
        <section class="section card" id="kept" aria-labelledby="kept-title" hidden>
            <h2 id="kept-title">{words.devices_on()}</h2>
            <dl class="facts">
                <div>
                    <dt>{words.devices_on_since()}</dt>
                    <dd data-since></dd>
                </div>
                <div>
                    <dt>{words.devices_on_waiting()}</dt>
                    <dd data-waiting></dd>
                </div>
            </dl>
            <p>{words.devices_forget_text()}</p>
            <p>
                <button class="button button-quiet" type="button" id="forget">
                    {words.devices_forget()}
                </button>
            </p>
        </section>
    }
    .into_any()
}

/// The form that turns it on; the script takes it, and nothing of it leaves the device.
fn keep(words: Words) -> AnyView {
    let wrong = |id: &'static str, text: String| {
        view! {
            <div data-wrong=id hidden>
                <FieldError id=format!("{id}-error") text/>
            </div>
        }
    };
    let pin = |id: &'static str, label: String, hint: Option<String>, error: String| {
        let described = if hint.is_some() { format!("{id}-hint {id}-error") } else { format!("{id}-error") };
        view! {
            <div class="field">
                <label for=id>{label}</label>
                {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
                {wrong(id, error)}
                <input
                    class="input"
                    type="password"
                    id=id
                    name=id
                    inputmode="numeric"
                    autocomplete="off"
                    dir="ltr"
                    minlength=PIN
                    pattern="[0-9]*"
                    required
                    aria-describedby=described
                />
            </div>
        }
    };
    view! {
        <section class="section" aria-labelledby="keep-title">
            <form class="form" id="keep" method="post" action="/account/offline" hidden>
                <h2 id="keep-title">{words.devices_keep()}</h2>
                <div>
                    {wrong("own", words.devices_own_missing())}
                    <label class="check">
                        <input type="checkbox" name="own" value="yes" id="own" required aria-describedby="own-error"/>
                        <span>{words.devices_own()}</span>
                    </label>
                </div>
                {pin("pin", words.devices_pin_new(), Some(words.devices_pin_hint(PIN)), words.devices_pin_short(PIN))}
                {pin("again", words.devices_pin_again(), None, words.devices_pin_differ())}
                <button class="button">{words.devices_keep_button()}</button>
            </form>
        </section>
    }
    .into_any()
}

/// What is kept, for how long, and against what it protects.
fn about(words: Words) -> AnyView {
    let list = |points: Vec<String>| {
        let points = points.into_iter().map(|point| view! { <li>{point}</li> }).collect_view();
        view! { <ul>{points}</ul> }
    };
    let what = vec![
        words.devices_what_doses(),
        words.devices_what_diary(),
        words.devices_what_results(),
        words.devices_what_coming(),
        words.devices_what_entries(),
    ];
    let not = vec![
        words.devices_not_open(),
        words.devices_not_pin(),
        words.devices_not_program(),
        words.devices_not_history(),
        words.devices_not_erased(),
    ];
    view! {
        <div class="prose">
            <h2>{words.devices_what()}</h2>
            {list(what)}
            <h2>{words.devices_long()}</h2>
            <p>{words.devices_long_text()}</p>
            <p>{words.devices_long_apple()}</p>
            <h2>{words.devices_protects()}</h2>
            <p>{words.devices_protects_text()}</p>
            <h2>{words.devices_not()}</h2>
            {list(not)}
        </div>
    }
    .into_any()
}
