//! What an open page shows by itself: what its person was told since, and that their device shows another time than
//! their home.

use std::sync::LazyLock;

use domain::{
    access::AccountRole,
    account::{
        store::SignedIn,
        travel::{Travel, travel},
    },
    id::NoticeId,
    reminders::{Wording, choice_store::find_wanted, inbox::list_told},
    time::Instant,
};
use leptos::{nonce::use_nonce, prelude::*};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::say::plainly;
use crate::{
    error::Answer,
    medicines::say::place,
    request::{self, Backend, Session},
    shell::page::escaped,
    visit::visit,
    words::Words,
};

/// Without what it says to who reads it: it is sent with each page.
static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    let lines = include_str!("glance.js").lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with("//")).collect::<Vec<_>>().join("\n")
});
/// Where the script asks. That a page asks keeps no session open.
pub const ADDRESS: &str = "/api/reminders/glance";
/// What is written down so much after the moment that it was due is not overlooked.
const BEHIND_SECONDS: i64 = 30;

/// What there is to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Since when to ask the next time.
    until: i64,
    lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Line {
    /// What was shown once is known by it.
    key: String,
    text: String,
    /// What the way to it is called.
    way: String,
    /// The notice to be opened; else where it leads.
    notice: Option<NoticeId>,
    href: String,
    /// It stays until it is answered or closed, on the pages that it is about.
    stays: bool,
}

/// What came since a moment, and whether the zone of the device has to be asked about.
#[server(endpoint = "reminders/glance")]
pub async fn glance(#[server(default)] since: i64, #[server(default)] zone: String) -> Answer<Told> {
    let (backend, caller) = request::caller()?;
    let (now, signed_in) = (backend.now(), request::signed_in()?);
    let mut tx = backend.db.read().await?;
    let wanted = find_wanted(&mut tx, caller.account).await?;
    let told = list_told(&mut tx, &caller, wanted, (Instant(since), Some(&signed_in.zone)), now).await?;
    drop(tx);
    let words = Words::new(visit().language);
    let mut lines: Vec<Line> = told.iter().rev().map(|entry| line(words, entry, wanted.wording)).collect();
    lines.extend(travelled(&backend, &signed_in, &zone, words));
    Ok(Told { until: now.plus_seconds(-BEHIND_SECONDS).0, lines })
}

/// In the words that the person chose: someone may look over their shoulder.
fn line(words: Words, entry: &domain::reminders::inbox::Entry, wording: Wording) -> Line {
    let text = match wording {
        Wording::Discreet => words.reminders_push_waits(),
        Wording::Plain => {
            entry.notice.map_or_else(|| words.reminders_push_waits(), |of| plainly(words, of, entry.detail.as_deref()))
        }
    };
    let notice = entry.url.is_some().then_some(entry.id);
    let (key, href) = (entry.id.to_string(), "/account/inbox".to_owned());
    Line { key, text, way: words.reminders_glance_open(), notice, href, stays: false }
}

/// The question about the time, for who lives by one.
fn travelled(backend: &Backend, signed_in: &SignedIn, device: &str, words: Words) -> Option<Line> {
    if signed_in.caller.role != AccountRole::Patient {
        return None;
    }
    let found = travel(&signed_in.zone, signed_in.kept_zone.as_deref(), device, backend.now());
    let href = format!("/account/zone?here={}", escaped(device));
    (found == Travel::Asks).then(|| Line {
        key: format!("zone {device}"),
        text: words.account_zone_asks(&place(device), &place(&signed_in.zone)),
        way: words.account_zone_asks_way(),
        notice: None,
        href,
        stays: true,
    })
}

/// The script of a page, for a person who is signed in, with its nonce; the policy of the page lets it run.
pub fn script() -> Option<AnyView> {
    runs().then(|| {
        let words = Words::new(visit().language);
        let since = request::backend().map_or(0, |backend| backend.now().0);
        let page =
            json!({ "since": since, "label": words.reminders_glance(), "close": words.reminders_glance_close() });
        // Nothing in it may end the script.
        let page = page.to_string().replace('<', "\\u003c");
        let text = format!("{}\naddEventListener(\"DOMContentLoaded\", () => glance({page}));", *SCRIPT);
        view! { <script nonce=use_nonce()>{text}</script> }.into_any()
    })
}

/// Pages that show a secret run no script.
const SECRET: &str = "/account/second-factor";

/// Whether this page runs the script: it is for people about their own record.
pub fn runs() -> bool {
    if visit().here.starts_with(SECRET) {
        return false;
    }
    let session = use_context::<Session>().and_then(|session| session.0);
    session.is_some_and(|session| session.caller.role == AccountRole::Patient)
}
