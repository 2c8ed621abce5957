//! What a notification sends back when it is tapped. Whoever taps needs no session: what came with the push shows
//! that they may do this one thing.

use domain::{
    medicines::entry_tap::{Came, record_tap},
    reminders::{
        Wording,
        tap::{Manner, Tapped, see},
    },
};
use leptos::prelude::*;

use super::page::time;
use crate::{
    error::Answer,
    request,
    tree::Tree,
    words::{Language, Words},
};

/// Marks the notice of a notification that was opened as read.
#[server(endpoint = "reminders/seen", output = Tree)]
pub async fn seen(handle: String, proof: String) -> Answer<()> {
    let backend = request::backend()?;
    let tapped = Tapped { handle: &handle, proof: &proof };
    Ok(see(&backend.db, &backend.keys, tapped, &request::address(), backend.now()).await?)
}

/// Notes the dose of a notification as taken now, and answers what to show.
#[server(endpoint = "medicines/taken", output = Tree)]
pub async fn taken(handle: String, proof: String) -> Answer<String> {
    let backend = request::backend()?;
    let (tapped, now) = (Tapped { handle: &handle, proof: &proof }, backend.now());
    let (came, manner) =
        record_tap(&backend.db, &backend.keys, tapped, &request::address(), &backend.site, now).await?;
    Ok(say(came, &manner))
}

/// What came of it, in the language of the account, and as discreet as its notices.
fn say(came: Came, manner: &Manner) -> String {
    let words = Words::new(manner.language.as_deref().and_then(Language::from_code).unwrap_or_default());
    match (came, manner.wording) {
        (Came::Noted(at), wording) => {
            let at = time(words, &request::local_date(at, &manner.zone));
            match wording {
                Wording::Plain => words.reminders_push_noted_taken(&at),
                Wording::Discreet => words.reminders_push_noted(&at),
            }
        }
        (Came::Before, _) => words.reminders_push_before(),
        (Came::Held, _) => words.reminders_push_held(),
        (Came::Changed, _) => words.reminders_push_changed(),
        (Came::Over, _) => words.reminders_push_over(),
    }
}
