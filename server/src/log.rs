//! The log: JSON lines on standard error, without anything about anybody's health.
//!
//! Addresses are logged as the route they match (`/records/{record}/results/{item}`), never as
//! they were asked for: an id, a search or the name of a test would tell something of somebody.

use std::{any::Any, time::Instant};

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{HeaderName, HeaderValue, StatusCode};
use tracing_subscriber::{EnvFilter, fmt::MakeWriter};

/// Begins logging to standard error.
pub fn begin() {
    begin_to(std::io::stderr);
}

/// Begins logging at the level of `DAYBOOK_LOG` (`info` when unset).
pub fn begin_to<W>(writer: W)
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let level = EnvFilter::try_from_env("DAYBOOK_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let made =
        tracing_subscriber::fmt().json().flatten_event(true).with_env_filter(level).with_writer(writer).try_init();
    if made.is_err() {
        eprintln!("daybook: the log was begun before");
    }
}

/// One line for each request, and its id in the answer.
pub async fn each_request(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = uuid::Uuid::now_v7().simple().to_string();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("unmatched", MatchedPath::as_str).to_owned();
    let mut response = next.run(request).await;
    let status = response.status().as_u16();
    let millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    if response.status().is_server_error() {
        tracing::error!(event = "request", id, %method, route, status, millis);
    } else {
        tracing::info!(event = "request", id, %method, route, status, millis);
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), id);
    }
    response
}

/// What a request gets whose handling broke. The cause stays out of the answer, and out of the
/// log too where it could carry somebody's data.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands it over")]
pub fn panicked(cause: Box<dyn Any + Send>) -> Response {
    let known = cause.downcast_ref::<&'static str>().copied().unwrap_or("not a fixed text");
    tracing::error!(event = "panic", cause = known);
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
