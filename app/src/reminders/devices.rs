//! The browsers that show notices: turning them on here, and the list of them.

use domain::{
    FieldCode,
    reminders::{push_store::Device, store::TestState},
    time::PartialDate,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    api::{SendPushTest, Subscribe},
    page::{day, time},
};
use crate::{
    error::{ApiError, refused},
    request,
    shell::{
        document::one_script_with_worker,
        form::general_error,
        icon::{Drawing, Icon},
        page::notice,
    },
    words::Words,
};

/// The script that asks a browser for its address.
const SCRIPT: &str = concat!(include_str!("../devices/apple.js"), include_str!("push.js"));

/// Those that show notices, and how to ask for more.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Pushes {
    /// Daybook's key for push services; nothing where no pushes are sent.
    pub key: Option<String>,
    pub devices: Vec<Device>,
    pub zone: String,
}

/// What a refusal of one of these forms is called on top of the page, and where it leads.
pub fn problems(words: Words) -> Vec<(&'static str, String)> {
    let subscribe = refused::<Subscribe>().map(|error| ("push", problem(words, &error)));
    let test = refused::<SendPushTest>().map(|error| ("push", problem(words, &error)));
    subscribe.into_iter().chain(test).collect()
}

fn problem(words: Words, error: &ApiError) -> String {
    match (error, error.field("endpoint")) {
        (_, Some(FieldCode::TooLong)) => words.reminders_push_too_many(),
        (ApiError::Invalid(_), _) => words.reminders_push_unknown(),
        (ApiError::Throttled(_), _) => words.reminders_push_tests(),
        (ApiError::NotFound, _) => words.reminders_push_none(),
        (other, _) => general_error(other),
    }
}

/// The part of the page about notifications.
pub fn pushes(words: Words, page: &Pushes) -> AnyView {
    let Some(key) = &page.key else {
        return view! {
            <section class="section" aria-labelledby="push-title">
                <h2 id="push-title">{words.reminders_push_title()}</h2>
                <p class="card" id="push">{words.reminders_push_none()}</p>
            </section>
        }
        .into_any();
    };
    view! {
        <section class="section" aria-labelledby="push-title">
            <h2 id="push-title">{words.reminders_push_title()}</h2>
            {here(words, key, page.devices.iter().any(|device| device.here && device.gone_at.is_none()))}
            {(!page.devices.is_empty()).then(|| list(words, page))}
        </section>
        {one_script_with_worker(SCRIPT)}
    }
    .into_any()
}

/// Turning them on in this browser. The script shows the part that holds.
fn here(words: Words, key: &str, on: bool) -> AnyView {
    let part = |state: &'static str, text: String| view! { <p data-state=state hidden>{text}</p> };
    let turn_on = |label: String| view! { <button type="button" class="button">{label}</button> };
    view! {
        <div class="card push-here" id="push" tabindex="-1" data-key=key.to_owned() data-on=on.then_some("yes")>
            <div aria-live="polite">
                <p data-state="no-script">{words.reminders_push_script()}</p>
                {part("unsupported", words.reminders_push_unsupported())}
                {part("home-screen", words.reminders_push_home_screen())}
                {part("denied", words.reminders_push_denied())}
                {part("working", words.reminders_push_working())}
                {part("on", words.reminders_push_here())}
                <div data-state="off" hidden>
                    <p>{words.reminders_push_off()}</p>
                    {turn_on(words.reminders_push_turn_on())}
                </div>
                <div data-state="failed" hidden>
                    <p>{words.reminders_push_failed()}</p>
                    {turn_on(words.reminders_push_try_again())}
                </div>
            </div>
            <p class="small">{words.reminders_push_honest()}</p>
            <form id="push-form" method="post" action="/api/reminders/subscribe" hidden>
                <input type="hidden" name="endpoint"/>
                <input type="hidden" name="key"/>
                <input type="hidden" name="auth"/>
            </form>
        </div>
    }
    .into_any()
}

fn list(words: Words, page: &Pushes) -> AnyView {
    let any = page.devices.iter().any(|device| device.gone_at.is_none());
    let waiting =
        page.devices.iter().any(|device| matches!(device.test, Some(TestState::Waiting | TestState::Failing)));
    view! {
        <h3>{words.reminders_push_devices()}</h3>
        <ul class="entries" role="list">
            {page.devices.iter().map(|device| line(words, device, &page.zone)).collect_view()}
        </ul>
        <div class="actions">
            {any
                .then(|| {
                    view! {
                        <form method="post" action="/api/reminders/test_push">
                            <button class="button button-quiet" id="test-push">{words.reminders_push_send_test()}</button>
                        </form>
                    }
                })}
            {waiting
                .then(|| view! { <a class="action" href="/account/reminders#push">{words.reminders_look_again()}</a> })}
        </div>
    }
    .into_any()
}

fn line(words: Words, device: &Device, zone: &str) -> AnyView {
    let local = |at| request::local_date(at, zone);
    let on = |date: PartialDate| day(words, &date);
    let name = match device.label.split_once(" / ") {
        Some((browser, system)) => words.account_device_browser(browser, system),
        None => words.account_device_unknown(),
    };
    let state = match (device.gone_at, &device.error, device.sent_at) {
        (Some(at), ..) => words.reminders_push_gone(&on(local(at))),
        (None, Some(_), _) => words.reminders_push_refused(),
        (None, None, Some(at)) => words.reminders_push_last(&on(local(at))),
        (None, None, None) => words.reminders_push_since(&on(local(device.since))),
    };
    let tested = device.test.filter(|_| device.gone_at.is_none()).and_then(|test| match test {
        TestState::Waiting => Some(words.reminders_test_waiting()),
        TestState::Failing => Some(words.reminders_test_failing()),
        TestState::Sent(at) => Some(words.reminders_push_tested(&time(words, &local(at)))),
        // The state says so.
        TestState::Refused => None,
    });
    view! {
        <li class="entry entry-device">
            <span class="entry-icon">
                <Icon of=Drawing::Device/>
            </span>
            <div>
                <h4 class="entry-line">
                    <bdi>{name.clone()}</bdi>
                    {device
                        .here
                        .then(|| view! { " " <span class="badge badge-new">{words.account_this_device()}</span> })}
                </h4>
                <p class="entry-summary">{state}</p>
                {tested.map(|text| view! { <p class="entry-summary" role="status">{text}</p> })}
            </div>
            <form method="post" action="/api/reminders/forget">
                <input type="hidden" name="device" value=device.id.to_string()/>
                <button class="button button-quiet button-small" aria-label=words.reminders_push_forget_which(&name)>
                    {words.reminders_push_forget()}
                </button>
            </form>
        </li>
    }
    .into_any()
}

/// What has just been done about devices.
pub fn happened(words: Words, done: &str) -> Option<AnyView> {
    let text = match done {
        "on" => words.reminders_push_done(),
        "forgotten" => words.reminders_push_forgotten(),
        _ => return None,
    };
    Some(notice(Drawing::Check, text, None))
}
