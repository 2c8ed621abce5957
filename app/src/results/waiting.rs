//! A result that waits, as its person meets it: that it is there, when it opens, and the way to open
//! it now. And what the care team said of a result that is open.

use domain::{id::RecordId, results::readiness::Waits};
use leptos::prelude::*;

use super::{model::Opened, say};
use crate::{
    shell::icon::{Drawing, Icon},
    words::Words,
};

/// In place of all that a waiting result says.
pub fn notice(words: Words, page: &Opened, waits: Waits) -> AnyView {
    view! {
        <div class="notice">
            <Icon of=Drawing::Info/>
            <div>
                <p>
                    <strong>{say::waits(words, waits)}</strong>
                </p>
                <p>{words.results_waiting_text()}</p>
            </div>
        </div>
        <form method="post" action="/api/results/open_now">
            <input type="hidden" name="record" value=page.record.to_string()/>
            <input type="hidden" name="item" value=page.item.to_string()/>
            <button class="button">{words.results_waiting_open()}</button>
        </form>
        {choice_link(words, page.record)}
    }
    .into_any()
}

/// To where the person chooses when results open.
pub fn choice_link(words: Words, record: RecordId) -> AnyView {
    let href = format!("/records/{record}/results/readiness");
    view! {
        <p>
            <a class="action" href=href rel="external">{words.results_waiting_choose()}</a>
        </p>
    }
    .into_any()
}

/// For the care team: to where they comment, and whether the person waits for it.
pub fn comment_link(words: Words, page: &Opened) -> AnyView {
    let href = format!("/team/comments/{}/{}", page.record, page.item);
    view! {
        <p>
            <a class="action" href=href rel="external">{words.results_comment_on()}</a>
        </p>
    }
    .into_any()
}

/// What the care team said.
pub fn comments(words: Words, page: &Opened) -> Option<AnyView> {
    if page.comments.is_empty() {
        return None;
    }
    let comments = page.comments.iter().map(|comment| {
        let by = say::said_by(words, comment);
        let text = say::withdrawn(words, comment).unwrap_or_else(|| comment.text.clone());
        view! {
            <p class="report-text">
                <bdi>{text}</bdi>
            </p>
            <p class="small">{by}</p>
        }
    });
    let view = view! {
        <section class="impression comments" aria-labelledby="comments">
            <h2 id="comments">{words.results_comments()}</h2>
            {comments.collect_view()}
        </section>
    };
    Some(view.into_any())
}
