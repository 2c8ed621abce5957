//! Files of the build, catalogues, the page for what is not here, and the machine's questions.

use std::{
    collections::HashMap,
    io::Write as _,
    sync::{Arc, LazyLock},
};

use app::{
    request::Backend,
    shell::document::{public_document, served_document},
    words::CATALOGUES,
};
use axum::{
    Extension,
    body::Body,
    extract::{Path, Request},
    response::{IntoResponse as _, Response},
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use leptos::{config::LeptosOptions, prelude::AnyView};
use tower::ServiceExt as _;
use tower_http::services::ServeDir;

use crate::session;

/// The folder of this build's files.
#[derive(Clone)]
pub struct Files(Arc<str>);

impl Files {
    pub fn of(options: &LeptosOptions) -> Self {
        Self(Arc::from(options.site_root.as_ref()))
    }
}

pub const FOREVER: &str = "public, max-age=31536000, immutable";
pub const A_DAY: &str = "public, max-age=86400";

/// A file of the build, or the page that says that nothing is here.
pub async fn file_or_not_found(Extension(files): Extension<Files>, request: Request) -> Response {
    let hashed = request.uri().path().starts_with("/pkg/");
    let (parts, body) = request.into_parts();
    let mut copy = Request::new(Body::empty());
    *copy.method_mut() = parts.method.clone();
    *copy.uri_mut() = parts.uri.clone();
    *copy.headers_mut() = parts.headers.clone();
    let folder =
        ServeDir::new(files.0.as_ref()).precompressed_br().precompressed_gzip().append_index_html_on_directories(false);
    if let Ok(response) = folder.oneshot(copy).await
        && matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED | StatusCode::PARTIAL_CONTENT)
    {
        let mut response = response.map(Body::new);
        let age = HeaderValue::from_static(if hashed { FOREVER } else { A_DAY });
        response.headers_mut().insert(header::CACHE_CONTROL, age);
        return response.into_response();
    }
    public_page(Request::from_parts(parts, body)).await
}

/// Where a document ends.
const END: &[u8] = b"</html>";

/// A page that anyone may see.
pub async fn public_page(request: Request) -> Response {
    without_script(request, public_document).await
}

/// A page for who is signed in that works without a script.
pub async fn served_page(request: Request) -> Response {
    without_script(request, served_document).await
}

/// Renders a page that runs no script, so what Leptos writes behind the document for hydration is
/// left out.
pub async fn without_script(request: Request, document: fn() -> AnyView) -> Response {
    let page = leptos_axum::render_app_async_with_context(session::provide, document);
    let (parts, body) = page(request).await.into_response().into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let end = bytes.windows(END.len()).rposition(|part| part == END).map_or(bytes.len(), |at| at + END.len());
    Response::from_parts(parts, Body::from(bytes.slice(..end)))
}

/// Each language's catalogue, compressed once.
static COMPRESSED: LazyLock<HashMap<String, (&'static str, Vec<u8>)>> = LazyLock::new(|| {
    CATALOGUES
        .iter()
        .map(|(language, _, text, hash)| {
            let mut packed = Vec::new();
            let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 10, 20);
            let whole = writer.write_all(text.as_bytes()).and_then(|()| writer.flush()).is_ok();
            drop(writer);
            (format!("{}.{hash}.ftl", language.code()), (*text, if whole { packed } else { Vec::new() }))
        })
        .collect()
});

/// The words of one language, under an address that changes with them.
pub async fn catalogue(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let Some((text, packed)) = COMPRESSED.get(&file) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = (header::CONTENT_TYPE, "text/plain; charset=utf-8");
    let age = (header::CACHE_CONTROL, FOREVER);
    let vary = (header::VARY, "accept-encoding");
    let takes_brotli = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|one| one.trim().starts_with("br")));
    if takes_brotli && !packed.is_empty() {
        ([kind, age, vary, (header::CONTENT_ENCODING, "br")], packed.clone()).into_response()
    } else {
        ([kind, age, vary], *text).into_response()
    }
}

/// The process runs.
pub async fn health() -> &'static str {
    "ok"
}

/// People can be served: the database answers.
pub async fn ready(Extension(backend): Extension<Backend>) -> Response {
    match backend.db.ping().await {
        Ok(()) => "ready".into_response(),
        Err(cause) => {
            tracing::error!(event = "not_ready", %cause);
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response()
        }
    }
}
