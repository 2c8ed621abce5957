//! `POST /fhir`: the same as `daybook import`, for a clinic's system with a token.

use app::request::Backend;
use axum::{
    Extension, Json,
    body::Body,
    response::{IntoResponse as _, Response},
};
use domain::record::store::{Origin, find_origin};
use futures::StreamExt as _;
use http::{HeaderMap, StatusCode, header};
use serde_json::json;
use tokio::io::AsyncWriteExt as _;

use crate::import::import_file;

/// Spools what is sent to a file, then imports it. The answer is the report of the import.
pub async fn take(Extension(backend): Extension<Backend>, headers: HeaderMap, body: Body) -> Response {
    let origin = match sender(&backend, &headers).await {
        Ok(Some(origin)) => origin,
        Ok(None) => {
            let challenge = [(header::WWW_AUTHENTICATE, "Bearer realm=\"daybook\"")];
            return (StatusCode::UNAUTHORIZED, challenge, told("a valid token is needed, `Authorization: Bearer …`"))
                .into_response();
        }
        Err(cause) => {
            tracing::error!(event = "fhir.unavailable", %cause);
            return (StatusCode::SERVICE_UNAVAILABLE, told("the database can't be reached; try again later"))
                .into_response();
        }
    };
    let most = fhir::Limits::default().max_bytes;
    let file = match spool(body, most).await {
        Ok(Some(file)) => file,
        Ok(None) => {
            return (StatusCode::PAYLOAD_TOO_LARGE, told(&format!("more than {most} bytes; send it in parts")))
                .into_response();
        }
        Err(cause) => {
            tracing::error!(event = "fhir.spool_failed", %cause);
            return (StatusCode::BAD_REQUEST, told("the file did not arrive whole; nothing was taken, send it again"))
                .into_response();
        }
    };
    let outcome = import_file(&backend.db, &origin, &backend.site.zone, file.path(), &backend.clock, |_, _| ()).await;
    let status = match (&outcome.report, outcome.busy) {
        (Some(_), _) => StatusCode::OK,
        (None, true) => StatusCode::SERVICE_UNAVAILABLE,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    (status, Json(outcome.to_json())).into_response()
}

fn told(why: &str) -> Json<serde_json::Value> {
    Json(json!({ "refused": [{ "where": "the request", "why": why }] }))
}

async fn sender(backend: &Backend, headers: &HeaderMap) -> domain::Result<Option<Origin>> {
    let token = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let Some(token) = token.and_then(|value| value.strip_prefix("Bearer ")) else { return Ok(None) };
    let mut tx = backend.db.read().await?;
    find_origin(&mut tx, token.trim()).await
}

/// Writes the body to a file that is gone when it is dropped; nothing when it is too large.
async fn spool(body: Body, most: u64) -> std::io::Result<Option<tempfile::NamedTempFile>> {
    let file = tempfile::NamedTempFile::new()?;
    let mut out = tokio::fs::File::from_std(file.reopen()?);
    let mut size = 0_u64;
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(std::io::Error::other)?;
        size += chunk.len() as u64;
        if size > most {
            return Ok(None);
        }
        out.write_all(&chunk).await?;
    }
    out.flush().await?;
    Ok(Some(file))
}
