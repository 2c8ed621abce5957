//! A report as people read it: what it concludes first, then its text, then its files.

use domain::{
    id::{ItemId, RecordId},
    results::{Attachment, AttachmentContent},
};
use leptos::prelude::*;

use super::{
    explained::{ATTACHMENTS, FIRST, NARRATIVE, linked},
    model::ExplainedWord,
    say,
};
use crate::{
    shell::icon::{Drawing, Icon},
    words::Words,
};

/// The conclusion, in a place of its own.
pub fn conclusion(words: Words, conclusion: Option<&str>, findings: &[String], explained: &[ExplainedWord]) -> AnyView {
    let short = conclusion.map(|text| {
        view! {
            <section class="impression" aria-labelledby="impression">
                <h2 id="impression">{words.results_in_short()}</h2>
                <p class="report-text">
                    <bdi>{linked(explained, FIRST, text)}</bdi>
                </p>
            </section>
        }
    });
    // Codes often repeat the sentence above them.
    let findings: Vec<_> = findings
        .iter()
        .filter(|finding| conclusion.is_none_or(|text| text.trim() != finding.trim()))
        .map(|finding| {
            view! {
                <li>
                    <bdi>{finding.clone()}</bdi>
                </li>
            }
        })
        .collect();
    let found = (!findings.is_empty()).then(|| {
        view! {
            <section class="section prose" aria-labelledby="findings">
                <h2 id="findings">{words.results_findings()}</h2>
                <ul>{findings}</ul>
            </section>
        }
    });
    view! {
        {short}
        {found}
    }
    .into_any()
}

/// The narrative and the files that are text.
pub fn texts(
    words: Words,
    narrative: Option<&str>,
    attachments: &[Attachment],
    explained: &[ExplainedWord],
) -> AnyView {
    let attached: Vec<(String, usize, &str)> = attachments
        .iter()
        .enumerate()
        .filter_map(|(at, file)| Some((file_name(words, file, at), ATTACHMENTS + at, text_of(file)?)))
        .collect();
    let narrative = narrative_of_its_own(narrative, attachments)
        .map(|text| section("text", words.results_report_text().into_any(), linked(explained, NARRATIVE, text)));
    let single = attached.len() == 1 && narrative.is_none();
    let files = attached.into_iter().enumerate().map(|(at, (name, number, text))| {
        let heading =
            if single { words.results_report_text().into_any() } else { view! { <bdi>{name}</bdi> }.into_any() };
        section(&format!("text-{at}"), heading, linked(explained, number, text))
    });
    view! {
        {narrative}
        {files.collect_view()}
    }
    .into_any()
}

/// A file that is text, as it is shown.
pub fn text_of(file: &Attachment) -> Option<&str> {
    match &file.content {
        AttachmentContent::Text(text) => Some(text.trim()),
        AttachmentContent::Inline(_) | AttachmentContent::Elsewhere | AttachmentContent::Unreadable => None,
    }
}

/// A narrative that only repeats a file is read once.
pub fn narrative_of_its_own<'a>(narrative: Option<&'a str>, attachments: &[Attachment]) -> Option<&'a str> {
    let repeats = |text: &&str| attachments.iter().filter_map(text_of).any(|file| file.contains(text));
    narrative.map(str::trim).filter(|text| !repeats(text))
}

fn section(id: &str, heading: AnyView, text: AnyView) -> AnyView {
    view! {
        <section class="section prose" aria-labelledby=id.to_owned()>
            <h2 id=id.to_owned()>{heading}</h2>
            <div class="report-text">
                <bdi>{text}</bdi>
            </div>
        </section>
    }
    .into_any()
}

/// The files, each with ways to open and to keep it.
pub fn documents(words: Words, record: RecordId, item: ItemId, attachments: &[Attachment]) -> Option<AnyView> {
    if attachments.is_empty() {
        return None;
    }
    let lines = attachments.iter().enumerate().map(|(at, file)| document(words, record, item, at, file)).collect_view();
    let view = view! {
        <section class="section" aria-labelledby="documents">
            <h2 id="documents">{words.results_documents()}</h2>
            <ul class="entries" role="list">{lines}</ul>
        </section>
    };
    Some(view.into_any())
}

fn document(words: Words, record: RecordId, item: ItemId, at: usize, file: &Attachment) -> AnyView {
    let name = file_name(words, file, at);
    let href = format!("/records/{record}/results/{item}/files/{at}");
    let (about, can_be_fetched) = match &file.content {
        AttachmentContent::Elsewhere => (words.results_file_elsewhere(), false),
        AttachmentContent::Unreadable => (words.results_file_unreadable(), false),
        AttachmentContent::Text(_) | AttachmentContent::Inline(_) => {
            (say::list(words, &[file_kind(words, &file.media_type), say::size(words, file.size)]), true)
        }
    };
    let open = (can_be_fetched && opens_in_browser(&file.media_type)).then(|| {
        view! {
            <a class="button button-quiet button-small" href=href.clone() rel="external">
                {words.results_file_open()}
                <span class="visually-hidden">" " <bdi>{name.clone()}</bdi></span>
            </a>
            " "
        }
    });
    let download = can_be_fetched.then(|| {
        view! {
            <a class="button button-quiet button-small" href=format!("{href}?download") rel="external">
                <Icon of=Drawing::Download/>
                {words.results_file_download()}
                <span class="visually-hidden">" " <bdi>{name.clone()}</bdi></span>
            </a>
        }
    });
    let actions = can_be_fetched.then(|| view! { <p class="actions">{open} {download}</p> });
    view! {
        <li class="attachment">
            <span class="entry-icon">
                <Icon of=Drawing::Document/>
            </span>
            <div>
                <p class="attachment-name">
                    <bdi>{name}</bdi>
                </p>
                <p class="entry-summary">{about}</p>
            </div>
            {actions}
        </li>
    }
    .into_any()
}

pub fn file_name(words: Words, file: &Attachment, at: usize) -> String {
    file.title.clone().filter(|title| !title.trim().is_empty()).unwrap_or_else(|| words.results_document(at + 1))
}

pub fn file_kind(words: Words, media_type: &str) -> String {
    match media_type {
        "application/pdf" => words.results_file_pdf(),
        image if image.starts_with("image/") => words.results_file_image(),
        text if text.starts_with("text/") => words.results_file_text(),
        _ => words.results_file_other(),
    }
}

/// What browsers show themselves; everything else can only be kept.
fn opens_in_browser(media_type: &str) -> bool {
    matches!(media_type, "application/pdf" | "text/plain" | "image/png" | "image/jpeg" | "image/gif" | "image/webp")
}
