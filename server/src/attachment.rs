//! Files that came within a resource: opened by the browser's own viewer or saved, never run.

use app::request::{Backend, Session};
use axum::{
    Extension,
    extract::{Path, Query},
    response::{IntoResponse as _, Response},
};
use domain::{
    Error,
    access::{self, Results},
    id::{ItemId, RecordId},
    results::{Attachment, AttachmentContent, Body, store},
};
use http::{StatusCode, header};
use serde::Deserialize;

/// What browsers show safely by themselves; everything else is saved.
const SHOWN: [&str; 6] = ["application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"];

/// How to hand the file over.
#[derive(Debug, Deserialize)]
pub struct How {
    download: Option<String>,
}

/// Answers with the file, or with the same 404 for what does not exist and what is not theirs.
pub async fn open(
    Extension(backend): Extension<Backend>,
    Extension(session): Extension<Session>,
    Path((record, item, number)): Path<(String, String, usize)>,
    Query(how): Query<How>,
) -> Response {
    match find(&backend, &session, &record, &item, number).await {
        Ok((attachment, bytes)) => answer(&attachment, number, bytes, how.download.is_some()),
        Err(Error::NotFound | Error::SignedOut) => StatusCode::NOT_FOUND.into_response(),
        Err(cause) => {
            tracing::error!(event = "attachment.failed", %cause);
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn find(
    backend: &Backend,
    session: &Session,
    record: &str,
    item: &str,
    number: usize,
) -> domain::Result<(Attachment, Vec<u8>)> {
    let caller = session.0.as_ref().ok_or(Error::SignedOut)?.caller;
    let record: RecordId = record.parse().map_err(|_| Error::NotFound)?;
    let item: ItemId = item.parse().map_err(|_| Error::NotFound)?;
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Results>(&mut tx, &caller, record, backend.now()).await?;
    let opened = store::get_item(&mut tx, &granted, item).await?;
    let attachments = match opened.head.item.body {
        Body::Report(report) => report.attachments,
        Body::Document(document) => document.attachments,
        Body::Observation(_) | Body::Event(_) => Vec::new(),
    };
    let attachment = attachments.into_iter().nth(number).ok_or(Error::NotFound)?;
    let bytes = match &attachment.content {
        AttachmentContent::Text(text) => text.clone().into_bytes(),
        AttachmentContent::Inline(pointer) => {
            let raw = store::get_raw(&mut tx, &granted, item).await?;
            fhir::attachment(&raw, pointer).ok_or(Error::NotFound)?
        }
        AttachmentContent::Elsewhere | AttachmentContent::Unreadable => return Err(Error::NotFound),
    };
    Ok((attachment, bytes))
}

fn answer(attachment: &Attachment, number: usize, bytes: Vec<u8>, download: bool) -> Response {
    let text = matches!(attachment.content, AttachmentContent::Text(_));
    let media = if text { "text/plain" } else { attachment.media_type.as_str() };
    let shown = SHOWN.contains(&media) && looks_like(media, &bytes);
    let kind = match (shown, media) {
        (true, "text/plain") => "text/plain; charset=utf-8",
        (true, media) => media,
        (false, _) => "application/octet-stream",
    };
    let disposition = if shown && !download { "inline" } else { "attachment" };
    let name = file_name(attachment, number, media);
    // The browser's PDF viewer is a plugin with styles of its own.
    let policy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; sandbox";
    let policy = if media == "application/pdf" { policy.replace("; sandbox", "") } else { policy.to_owned() };
    (
        [
            (header::CONTENT_TYPE, kind.to_owned()),
            (header::CONTENT_DISPOSITION, format!("{disposition}; filename=\"{name}\"")),
            (header::CONTENT_SECURITY_POLICY, policy),
            (header::CACHE_CONTROL, "no-store".to_owned()),
        ],
        bytes,
    )
        .into_response()
}

/// Whether the bytes begin as their media type does.
fn looks_like(media: &str, bytes: &[u8]) -> bool {
    match media {
        "application/pdf" => bytes.starts_with(b"%PDF-"),
        "image/png" => bytes.starts_with(b"\x89PNG"),
        "image/jpeg" => bytes.starts_with(b"\xff\xd8\xff"),
        "image/gif" => bytes.starts_with(b"GIF8"),
        "image/webp" => bytes.get(8..12) == Some(b"WEBP"),
        _ => true,
    }
}

/// A name for the saved file that is safe in a header and on every disk: the title's letters and
/// digits, else a number.
fn file_name(attachment: &Attachment, number: usize, media: &str) -> String {
    let ending = match media {
        "application/pdf" => "pdf",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/gif" => "gif",
        "image/webp" => "webp",
        "text/plain" => "txt",
        _ => "bin",
    };
    let title = attachment.title.as_deref().unwrap_or_default();
    let title = title.strip_suffix(&format!(".{ending}")).unwrap_or(title);
    let safe: String =
        title.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_')).take(60).collect();
    let safe = safe.trim();
    if safe.is_empty() { format!("document-{}.{ending}", number + 1) } else { format!("{safe}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn an_attachment(media_type: &str, title: &str) -> Attachment {
        Attachment {
            media_type: media_type.into(),
            title: Some(title.into()),
            size: 0,
            content: AttachmentContent::Inline("/content/0/attachment/data".into()),
        }
    }

    #[test]
    fn what_only_claims_to_be_a_pdf_is_saved_not_shown() {
        let file = an_attachment("application/pdf", "CT");
        let told = |bytes: &[u8]| {
            let response = answer(&file, 0, bytes.to_vec(), false);
            response.headers()[header::CONTENT_DISPOSITION].to_str().unwrap().to_owned()
        };
        assert_eq!(told(b"%PDF-1.4"), "inline; filename=\"CT.pdf\"");
        assert_eq!(told(b"<script>"), "attachment; filename=\"CT.pdf\"");
    }

    #[test]
    fn html_is_never_shown_as_html() {
        let response = answer(&an_attachment("text/html", "note"), 0, b"<script>".to_vec(), false);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "application/octet-stream");
    }

    #[test]
    fn a_title_can_t_break_out_of_the_header() {
        assert_eq!(
            file_name(&an_attachment("application/pdf", "a\"; x=\"b\r\n.pdf"), 0, "application/pdf"),
            "a xb.pdf"
        );
        assert_eq!(file_name(&an_attachment("application/pdf", "تقرير"), 2, "application/pdf"), "document-3.pdf");
    }
}
