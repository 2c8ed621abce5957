//! What a browser keeps so that Daybook opens without a network: the service worker, its scripts, and in each
//! language the page on which the app starts and the numbers to call. All of it is the same for everyone.

use std::sync::Arc;

use app::{
    devices::shell::{DEVICE, SHELL, Script, ill_document, shell_document},
    request::Backend,
    shell::document::catalogue_path,
    visit::Visit,
    words::Language,
};
use axum::{
    Extension,
    body::Bytes,
    extract::{Path, Query, Request},
    response::{IntoResponse as _, Response},
};
use domain::secret::{hex, sha256};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header, uri::PathAndQuery};
use leptos::prelude::AnyView;
use serde::Deserialize;
use tokio::sync::OnceCell;

use crate::files::{FOREVER, without_script};

const WORKER: &str = concat!(
    include_str!("../../frontend/sw.js"),
    include_str!("../../frontend/worker/build.js"),
    include_str!("../../frontend/worker/notices.js"),
);
const AGAIN: &str = "public, max-age=0, must-revalidate";

/// The pages and the worker of each language, made once: they are made of the site as it was when the server started.
#[derive(Clone, Default)]
pub struct Shells(Arc<[OnceCell<Pages>; LANGUAGES.len()]>);

/// Every language of a page, also the one for tests.
const LANGUAGES: [Language; 5] =
    [Language::ALL[0], Language::ALL[1], Language::ALL[2], Language::ALL[3], Language::Pseudo];

struct Pages {
    shell: Page,
    ill: Page,
    worker: Bytes,
}

/// A page as it goes out.
#[derive(Clone)]
struct Page {
    policy: Option<HeaderValue>,
    body: Bytes,
}

impl Shells {
    async fn of(&self, backend: &Backend, language: Language) -> &Pages {
        let place = LANGUAGES.iter().position(|known| *known == language).unwrap_or(0);
        let make = async || {
            let shell = rendered(backend, language, shell_document).await;
            let ill = rendered(backend, language, ill_document).await;
            Pages { worker: worker(backend, language, &shell, &ill), shell, ill }
        };
        self.0[place].get_or_init(make).await
    }
}

/// Renders a page as for someone whom nobody knows.
async fn rendered(backend: &Backend, language: Language, document: fn() -> AnyView) -> Page {
    let mut request = Request::new(axum::body::Body::empty());
    request.extensions_mut().insert(backend.clone());
    request.extensions_mut().insert(Visit { language, here: "/".into(), ..Visit::default() });
    let (parts, body) = without_script(request, document).await.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    Page { policy: parts.headers.get(header::CONTENT_SECURITY_POLICY).cloned(), body }
}

/// The language that an address names, when the pages are there in it.
fn language(backend: &Backend, code: &str) -> Option<Language> {
    if backend.settings.pseudo { Language::from_code_or_pseudo(code) } else { Language::from_code(code) }
}

#[derive(Deserialize)]
pub struct Asked {
    language: Option<String>,
}

/// The service worker. It stands beside the start page, so that it may show notices of the whole site; browsers
/// ask each time whether it is still the same.
///
/// The line before its text lists exactly what belongs to this build and this site; another version is another
/// worker. Switched off it lists nothing.
pub async fn service_worker(
    Query(asked): Query<Asked>,
    Extension(backend): Extension<Backend>,
    Extension(shells): Extension<Shells>,
) -> Response {
    let code = asked.language.unwrap_or_else(|| Language::default().code().to_owned());
    let Some(language) = language(&backend, &code) else { return StatusCode::NOT_FOUND.into_response() };
    script(shells.of(&backend, language).await.worker.clone(), "no-cache")
}

/// The text of the worker, behind the line that says what it has to do with.
fn worker(backend: &Backend, language: Language, shell: &Page, ill: &Page) -> Bytes {
    let files = if backend.settings.offline { files(backend, language) } else { Vec::new() };
    let mut parts = vec![WORKER.as_bytes(), &shell.body, &ill.body];
    parts.extend(files.iter().map(String::as_bytes));
    let version = hex(&sha256(&parts.join(&0)));
    let build = serde_json::json!({
        "version": version[..16],
        "language": language.code(),
        "files": files,
        "offline": backend.settings.offline,
    });
    format!("const BUILD = {build};\n{WORKER}").into()
}

/// What a browser keeps of a build, and nothing else.
fn files(backend: &Backend, language: Language) -> Vec<String> {
    let (assets, code) = (&backend.settings.assets, language.code());
    vec![
        assets.js.clone(),
        assets.wasm.clone(),
        assets.css.clone(),
        catalogue_path(code).unwrap_or_default(),
        DEVICE.address.clone(),
        SHELL.address.clone(),
        format!("/shell/{code}"),
        format!("/shell/{code}/ill"),
        "/favicon.svg".into(),
        "/icon-192.png".into(),
        "/apple-touch-icon.png".into(),
        format!("/manifest/{code}.webmanifest"),
    ]
}

/// Keys, the copy that is kept, and what waits to be sent.
pub async fn device_script(request: Request) -> Response {
    of_page(&DEVICE, &request)
}

/// What the shell and the page of settings do.
pub async fn shell_script(request: Request) -> Response {
    of_page(&SHELL, &request)
}

/// A script under the address that changes with it, for ever; under its plain one as it is now.
fn of_page(of: &Script, request: &Request) -> Response {
    let asked = request.uri().path_and_query().map(PathAndQuery::as_str);
    script(
        Bytes::from_static(of.text.as_bytes()),
        if asked == Some(of.address.as_str()) { FOREVER } else { "no-cache" },
    )
}

/// A worker lives by the policy of its own script, not by that of a page: it asks the server, and loads the keys.
const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; \
                      base-uri 'none'; form-action 'none'";

fn script(text: Bytes, age: &'static str) -> Response {
    let kind = (header::CONTENT_TYPE, "text/javascript; charset=utf-8");
    ([kind, (header::CACHE_CONTROL, age), (header::CONTENT_SECURITY_POLICY, POLICY)], text).into_response()
}

/// The page on which the app starts without a network.
pub async fn shell(
    Path(code): Path<String>,
    Extension(backend): Extension<Backend>,
    Extension(shells): Extension<Shells>,
) -> Response {
    let Some(language) = language(&backend, &code) else { return StatusCode::NOT_FOUND.into_response() };
    shells.of(&backend, language).await.shell.clone().into_response()
}

/// The numbers to call, for where there is no network.
pub async fn ill(
    Path(code): Path<String>,
    Extension(backend): Extension<Backend>,
    Extension(shells): Extension<Shells>,
) -> Response {
    let Some(language) = language(&backend, &code) else { return StatusCode::NOT_FOUND.into_response() };
    shells.of(&backend, language).await.ill.clone().into_response()
}

impl axum::response::IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut headers = HeaderMap::new();
        let mut set = |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
        set(header::CONTENT_TYPE, "text/html; charset=utf-8");
        set(header::CACHE_CONTROL, AGAIN);
        if let Some(policy) = self.policy {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        (headers, self.body).into_response()
    }
}
