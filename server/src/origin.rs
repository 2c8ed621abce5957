//! Writes are taken from Daybook's own pages only.

use app::request::Backend;
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{HeaderMap, Method, StatusCode, header};

/// Refuses every request but GET and HEAD that another site could have caused.
pub async fn same_origin_only(State(backend): State<Backend>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if reads || is_own(request.headers(), &backend.settings.public_url) {
        return next.run(request).await;
    }
    tracing::warn!(event = "origin.refused");
    StatusCode::FORBIDDEN.into_response()
}

/// Browsers say in `Sec-Fetch-Site` where a request comes from; older ones only in `Origin`. What
/// says neither is no browser, and is refused as well: nothing else has business here.
fn is_own(headers: &HeaderMap, public_url: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin";
    }
    let Some(origin) = text(header::ORIGIN.as_str()) else { return false };
    let host = text(header::HOST.as_str());
    origin == public_url || host.is_some_and(|host| origin.split_once("://").is_some_and(|(_, from)| from == host))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(&[("sec-fetch-site", "same-origin")], true)]
    #[case(&[("sec-fetch-site", "same-site")], false)]
    #[case(&[("sec-fetch-site", "cross-site"), ("origin", "https://daybook.example")], false)]
    #[case(&[("sec-fetch-site", "none")], false)]
    #[case(&[("origin", "https://daybook.example")], true)]
    #[case(&[("origin", "https://evil.example")], false)]
    #[case(&[("origin", "null")], false)]
    #[case(&[("origin", "http://127.0.0.1:3000"), ("host", "127.0.0.1:3000")], true)]
    #[case(&[], false)]
    fn only_daybooks_own_pages_may_write(#[case] given: &[(&'static str, &'static str)], #[case] taken: bool) {
        let headers = given.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        assert_eq!(is_own(&headers, "https://daybook.example"), taken);
    }
}
