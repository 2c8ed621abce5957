//! The inbox: every notice of the last weeks, whatever else it came by.

use domain::{
    reminders::{Notice, inbox},
    time::{Instant, PartialDate},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    page::{day, time},
    say::plainly,
};
use crate::{
    error::Answer,
    request::{self, own_path},
    shell::{
        icon::{Drawing, Icon},
        page::{Back, Empty, PageHead, loaded, model},
    },
    visit::words,
    words::Words,
};

/// No more are shown.
const MOST: i64 = 100;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Inbox {
    entries: Vec<inbox::Entry>,
    unread: i64,
    now: Instant,
    zone: String,
}

async fn find_inbox() -> Answer<Inbox> {
    let ((backend, caller), zone) = (request::caller()?, request::signed_in()?.zone);
    let (mut tx, now) = (backend.db.read().await?, backend.now());
    let entries = inbox::list_inbox(&mut tx, &caller, MOST, now).await?;
    let unread = inbox::count_unread(&mut tx, &caller, now).await?;
    Ok(Inbox { entries, unread, now, zone })
}

/// The page of the inbox.
#[component]
pub fn InboxPage() -> impl IntoView {
    let page = model(|| (), |()| find_inbox());
    loaded(page, |page| shown(words(), &page))
}

fn shown(words: Words, page: &Inbox) -> AnyView {
    view! {
        <Back href="/account".to_owned() to=words.site_more()/>
        <PageHead title=words.reminders_inbox() lead=words.reminders_inbox_lead()/>
        <div class="actions">
            {(page.unread > 0)
                .then(|| {
                    view! {
                        <form method="post" action="/api/reminders/read">
                            <input type="hidden" name="until" value=page.now.0/>
                            <button class="button button-quiet">{words.reminders_inbox_read()}</button>
                        </form>
                    }
                })}
            <a class="action" href="/account/reminders">{words.reminders_inbox_choose()}</a>
        </div>
        {if page.entries.is_empty() {
            view! {
                <Empty of=Drawing::Note title=words.reminders_inbox_empty() text=words.reminders_inbox_empty_text()/>
            }
                .into_any()
        } else {
            view! {
                <ul class="entries" role="list">
                    {page.entries.iter().map(|entry| line(words, entry, page)).collect_view()}
                </ul>
            }
                .into_any()
        }}
    }
    .into_any()
}

fn line(words: Words, entry: &inbox::Entry, page: &Inbox) -> AnyView {
    let at: PartialDate = request::local_date(entry.at, &page.zone);
    let is_late = |notice: Notice| notice.leaving(entry.at, page.now) != notice;
    let text = match (entry.notice, &entry.detail) {
        // What came in time and is over: nobody is told hours later that it is time.
        (Some(notice), Some(medicine)) if is_late(notice) => words.reminders_said_medicine_past(medicine),
        (Some(notice), _) => plainly(words, notice, entry.detail.as_deref()),
        // What a newer process wrote.
        (None, _) => words.reminders_push_waits(),
    };
    let text = match &entry.url {
        // Opening it marks it as read.
        Some(_) if !entry.read => view! {
            <form class="entry-open" method="post" action="/api/reminders/open">
                <input type="hidden" name="notice" value=entry.id.to_string()/>
                <button class="entry-title">{text}</button>
            </form>
        }
        .into_any(),
        Some(url) => {
            let url = own_path(url).to_owned();
            view! { <a class="entry-title" href=url>{text}</a> }.into_any()
        }
        None => text.into_any(),
    };
    let icon = if entry.read { Drawing::Circle } else { Drawing::Mark };
    view! {
        <li class="entry">
            <span class="entry-icon">
                <Icon of=icon/>
            </span>
            <div>
                <div class="entry-line">
                    {text}
                    {(!entry.read)
                        .then(|| view! { " " <span class="badge badge-new">{words.reminders_inbox_new()}</span> })}
                </div>
                <p class="entry-summary">{words.reminders_inbox_at(&day(words, &at), &time(words, &at))}</p>
            </div>
        </li>
    }
    .into_any()
}
