//! Every route and every layer of the server, in the order in which a request meets them.

use std::{sync::LazyLock, time::Duration};

use app::{App, public::Public, request::Backend, served::Served, shell::document::signed_in_document};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state},
    response::Redirect,
    routing::{get, post},
};
use leptos::config::LeptosOptions;
use leptos_axum::{AxumRouteListing, generate_route_list, render_app_async_with_context};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{NotForContentType, Predicate as _, SizeAbove},
    },
    timeout::TimeoutLayer,
};

use crate::{
    api, attachment, calendar, export_endpoint, fhir_endpoint, files, guard, headers, log, manifest, origin, session,
    worker,
};

/// The largest form or call that is taken.
pub const MOST_BODY: usize = 256 * 1024;

/// The addresses of the pages of each app. They are listed by rendering the app's routes, once
/// and before anything is served: listing while a page is rendered can hold that page up.
static PUBLIC_PAGES: LazyLock<Vec<String>> = LazyLock::new(|| paths(&generate_route_list(Public)));
static SERVED_PAGES: LazyLock<Vec<String>> = LazyLock::new(|| paths(&generate_route_list(Served)));
static SIGNED_IN_PAGES: LazyLock<Vec<String>> = LazyLock::new(|| paths(&generate_route_list(App)));

fn paths(routes: &[AxumRouteListing]) -> Vec<String> {
    routes.iter().map(|route| route.path().to_owned()).collect()
}

/// Everything that Daybook answers.
pub fn router(backend: Backend, options: LeptosOptions, trusted: session::TrustedProxies) -> Router {
    let page = || render_app_async_with_context(session::provide, signed_in_document);
    let pages = PUBLIC_PAGES.iter().fold(Router::new(), |router, path| router.route(path, get(files::public_page)));
    let pages = SERVED_PAGES.iter().fold(pages, |router, path| router.route(path, get(files::served_page)));
    let pages = SIGNED_IN_PAGES
        .iter()
        .fold(pages, |router, path| router.route(path, get(page())))
        .route("/", get(guard::start))
        .route("/go/{place}", get(manifest::go))
        .route("/api/{*name}", post(api::call))
        .route("/records/{record}/results/{item}/files/{number}", get(attachment::open))
        .route("/records/{record}/export/fhir", get(export_endpoint::ask).post(export_endpoint::fhir))
        .route("/records/{record}/export/document", get(export_endpoint::ask).post(export_endpoint::document))
        .fallback(files::file_or_not_found)
        // Layers run from the last to the first of this list.
        .layer(from_fn(guard::signed_in_only))
        .layer(from_fn_with_state((backend.clone(), trusted), session::find))
        .layer(from_fn_with_state(backend.clone(), origin::same_origin_only))
        .layer(DefaultBodyLimit::max(MOST_BODY))
        .layer(TimeoutLayer::with_status_code(http::StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(30)));
    // A clinic's system sends files that take longer and are larger; it has a token, not a session.
    let systems = Router::new()
        .route("/fhir", post(fhir_endpoint::take))
        .layer(DefaultBodyLimit::disable())
        .layer(TimeoutLayer::with_status_code(http::StatusCode::SERVICE_UNAVAILABLE, Duration::from_mins(30)));
    // Calendar programs have no session: the address is the secret.
    let calendars = Router::new()
        .route("/calendar/{file}", get(calendar::calendar))
        .layer(TimeoutLayer::with_status_code(http::StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(30)));
    let machine = Router::new()
        .route("/health", get(files::health))
        .route("/ready", get(files::ready))
        // Viewers of attachments ask for it, whatever the pages say.
        .route("/favicon.ico", get(async || Redirect::permanent("/favicon.svg")))
        .route("/sw.js", get(worker::service_worker))
        .route("/device.js", get(worker::device_script))
        .route("/shell.js", get(worker::shell_script))
        .route("/shell/{language}", get(worker::shell))
        .route("/shell/{language}/ill", get(worker::ill))
        .layer(axum::Extension(worker::Shells::default()))
        .route("/catalogue/{file}", get(files::catalogue))
        .route("/manifest/{file}", get(manifest::manifest));
    pages
        .merge(systems)
        .merge(calendars)
        .merge(machine)
        .layer(axum::Extension(files::Files::of(&options)))
        .layer(axum::Extension(backend.clone()))
        .layer(CompressionLayer::new().quality(tower_http::CompressionLevel::Precise(4)).compress_when(
            SizeAbove::new(512).and(NotForContentType::new("application/pdf")).and(NotForContentType::IMAGES),
        ))
        .layer(from_fn_with_state(backend, headers::secure))
        .layer(CatchPanicLayer::custom(log::panicked))
        .layer(from_fn(log::each_request))
        .with_state(options)
}
