//! What was said on this device and has not been sent yet, or was refused.

use leptos::prelude::*;

use super::state::{self, Device, Sending, Write, here};
use crate::{
    error::ApiError,
    results::say,
    shell::{
        form::general_error,
        icon::{Drawing, Icon},
        page::{Back, Empty, PageHead, focus_heading},
    },
    tree,
    visit::words,
    words::Words,
};

/// The page. What it lists is on the device alone: without a script there is nothing to list.
#[component]
pub fn Unsent() -> impl IntoView {
    let words = words();
    let device = here().device;
    // It is made anew whenever something comes, goes or is sent: so an open question never passes on to another entry.
    let mut shown = (Vec::new(), false);
    let mut list = move |device: &Device| {
        let now: Vec<_> = device.waiting.iter().map(|write| (write.id.clone(), write.state)).collect();
        if shown.0 != now {
            shown = (now, !shown.1);
        }
        let list = list(words, device);
        // Only what is of another type is not patched.
        if shown.1 { (list,).into_any() } else { list }
    };
    view! {
        <Back href="/account".to_owned() to=words.site_more()/>
        <PageHead title=words.devices_unsent() lead=words.devices_unsent_lead()/>
        {move || device.with(&mut list)}
    }
    .into_any()
}

fn list(words: Words, device: &Device) -> AnyView {
    let groups = groups(&device.waiting);
    if groups.is_empty() {
        return view! {
            <Empty of=Drawing::Check title=words.devices_unsent_none() text=words.devices_unsent_none_text()/>
        }
        .into_any();
    }
    let send = (device.count(Sending::Waiting) > 0).then(|| {
        view! {
            <p>
                <button class="button button-quiet" on:click=|_| state::tell(r#"{"send":true}"#)>
                    {words.devices_send()}
                </button>
            </p>
        }
    });
    let lines = groups.iter().map(|group| line(words, group)).collect_view();
    view! {
        <ul class="entries" role="list">{lines}</ul>
        {send}
    }
    .into_any()
}

/// How many things wait, and how many were refused, as the page lists them: a report is one of them.
pub fn counts(device: &Device) -> (u32, u32) {
    let groups = groups(&device.waiting);
    let any = |group: &[&Write], state: Sending| group.iter().any(|write| write.state == state);
    let refused = groups.iter().filter(|group| any(group, Sending::Refused)).count();
    let waiting = groups.iter().filter(|group| !any(group, Sending::Refused) && any(group, Sending::Waiting)).count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    (number(waiting), number(refused))
}

/// The writes of one thing: a report is many. They are sent, and can be removed, together.
fn groups(all: &[Write]) -> Vec<Vec<&Write>> {
    let mut groups: Vec<Vec<&Write>> = Vec::new();
    for write in all {
        let same =
            groups.iter().position(|group| of_report(group[0]).is_some() && of_report(group[0]) == of_report(write));
        match same {
            Some(at) => groups[at].push(write),
            None => groups.push(vec![write]),
        }
    }
    groups
}

/// The report that a write is a part of.
fn of_report(write: &Write) -> Option<&str> {
    match write.function() {
        "diary/start" => Some(write.field("id")),
        "diary/flags" | "diary/answer" | "diary/same" | "diary/send" => Some(write.field("report")),
        _ => None,
    }
}

fn line(words: Words, group: &[&Write]) -> AnyView {
    let at = |ms| say::date(words, state::moment(ms));
    let refused = group.iter().find(|write| write.state == Sending::Refused);
    let waits = group.iter().any(|write| write.state == Sending::Waiting);
    let first = group[0];
    let (drawing, text) = match refused {
        Some(write) => (Drawing::Attention, words.devices_refused(&why(words, write))),
        None if waits => (Drawing::Waiting, words.devices_waiting(&at(first.made))),
        None => (
            Drawing::Check,
            words.devices_sent(&at(group.iter().filter_map(|write| write.sent).max().unwrap_or_default())),
        ),
    };
    // A dose says of which medicine it is.
    let name = Some(first.field("name").to_owned()).filter(|name| !name.is_empty());
    let remove = (refused.is_some() || waits).then(|| remove(words, group));
    view! {
        <li class="entry">
            <span class="entry-icon">
                <Icon of=drawing/>
            </span>
            <div>
                <h2 class="entry-line">{what(words, first)}</h2>
                {name.map(|name| view! { <p class="entry-summary"><bdi translate="no">{name}</bdi></p> })}
                <p class="entry-summary">{text}</p>
                {remove}
            </div>
        </li>
    }
    .into_any()
}

/// What it is, in words.
fn what(words: Words, write: &Write) -> String {
    match (write.function(), write.field("typed[what]")) {
        ("medicines/note", "taken") => words.devices_dose_taken(),
        ("medicines/note", "skipped") => words.devices_dose_skipped(),
        ("medicines/note", "later") => words.devices_dose_later(),
        ("medicines/note", _) => words.devices_dose_missed(),
        ("medicines/undo", _) => words.devices_dose_undone(),
        ("diary/note", _) => words.devices_diary_note(),
        ("diary/withdraw", _) => words.devices_diary_withdrawn(),
        _ => words.diary_check(),
    }
}

/// Why it was refused, and what can be done.
fn why(words: Words, write: &Write) -> String {
    match write.error.as_deref().and_then(|error| tree::read(error.as_bytes()).ok()) {
        Some(ApiError::Conflict) => words.devices_refused_conflict(),
        Some(ApiError::NotFound) => words.devices_refused_gone(),
        Some(ApiError::Invalid(_)) | None => words.devices_refused_invalid(),
        Some(other) => general_error(&other),
    }
}

/// Nothing is dropped before the person says so, and says it twice.
fn remove(words: Words, group: &[&Write]) -> AnyView {
    let ids: Vec<&str> = group.iter().map(|write| write.id.as_str()).collect();
    let message = format!(r#"{{"discard":["{}"]}}"#, ids.join(r#"",""#));
    let discard = move |_| {
        // The button goes with its entry; who uses a keyboard goes on from the top.
        focus_heading();
        state::tell(&message);
    };
    view! {
        <details class="dose-fold">
            <summary>{words.devices_remove()}</summary>
            <p>{words.devices_remove_sure()}</p>
            <button class="button button-quiet" on:click=discard>{words.devices_remove_yes()}</button>
        </details>
    }
    .into_any()
}
