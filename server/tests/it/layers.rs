//! What every answer carries and what every request must.

use axum::body::Body;
use http::{Method, Request, StatusCode, header};

use crate::world::{World, with_session};

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let pages = ["/sign-in", "/ill", "/nowhere", "/health", "/", "/account", "/catalogue/none.ftl"];
    for page in pages {
        for token in [None, Some(anna.token.as_str())] {
            let answer = world.get(page, token).await;
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{page}");
            assert_eq!(answer.header("referrer-policy"), "same-origin", "{page}");
            assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{page}");
            assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{page}");
            assert!(answer.header("permissions-policy").contains("camera=()"), "{page}");
            assert!(answer.header("strict-transport-security").contains("max-age=63072000"), "{page}");
            assert_eq!(answer.header("cache-control"), "no-store", "{page}");
            let policy = answer.header("content-security-policy");
            assert!(
                policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
                "{page}: {policy}"
            );
            assert!(!policy.contains("unsafe-inline") && !policy.contains("unsafe-eval "), "{page}: {policy}");
            assert_eq!(answer.header("x-request-id").len(), 32, "{page}");
        }
    }
}

#[tokio::test]
async fn a_signed_out_page_may_run_no_script_and_a_signed_in_one_only_with_its_own_nonce() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let out = world.get("/sign-in", None).await;
    assert!(out.header("content-security-policy").contains("script-src 'none'"));
    assert!(!out.body.contains("<script"), "{}", out.body);
    let nonce = async || {
        let page = world.get("/account", Some(&anna.token)).await;
        let policy = page.header("content-security-policy").to_owned();
        let at = policy.find("'nonce-").unwrap() + 7;
        let nonce = policy[at..].split('\'').next().unwrap().to_owned();
        assert!(page.body.contains(&format!("nonce=\"{nonce}\"")));
        let scripts = page.body.matches("<script").count();
        assert_eq!(page.body.matches(&format!("nonce=\"{nonce}\"")).count(), scripts, "a script without the nonce");
        nonce
    };
    assert_ne!(nonce().await, nonce().await);
}

#[tokio::test]
async fn writes_from_other_sites_are_refused() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("x-nothing", "at all"),
    ] {
        let request = with_session(Request::post("/api/account/sign_out"), Some(&anna.token)).header(name, value);
        assert_eq!(
            world.send(request.body(Body::empty()).unwrap()).await.status,
            StatusCode::FORBIDDEN,
            "{name}: {value}"
        );
    }
    assert_eq!(
        world.call("/api/account/devices", "", Some(&anna.token)).await.status,
        StatusCode::OK,
        "still signed in"
    );
}

#[tokio::test]
async fn nothing_is_written_by_get() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    for (path, _) in leptos::server_fn::axum::server_fn_paths() {
        for method in [Method::GET, Method::HEAD] {
            let request = with_session(Request::builder().method(method).uri(path), Some(&anna.token));
            let answer = world.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
        }
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let world = World::new().await;
    let form = format!("name={}&passphrase=x", "a".repeat(300 * 1024));
    assert_eq!(world.call("/api/account/sign_in", &form, None).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn cookies_are_for_this_host_over_https_and_not_for_scripts() {
    let world = World::new().await;
    world.patient("anna").await;
    let form = format!("name=anna&passphrase={}", crate::world::PASSPHRASE.replace(' ', "+"));
    let answer = world.form("/api/account/sign_in", &form, "/sign-in", "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "/");
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-session="), "{cookie}");
    for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=86400"] {
        assert!(cookie.contains(part), "{cookie} lacks {part}");
    }
    assert!(!cookie.contains("Domain"));
}

#[tokio::test]
async fn signing_out_takes_the_cookie_back_and_ends_the_session() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let answer = world.form("/api/account/sign_out", "", "/account", &format!("__Host-session={}", anna.token)).await;
    assert_eq!(answer.header("location"), "/sign-in?signed-out=1");
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert!(answer.header("clear-site-data").contains("cache"));
    assert_eq!(world.get("/account", Some(&anna.token)).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_ends_by_itself_when_idle_and_after_a_day() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    for _ in 0..60 {
        world.later(24 * 60);
        let status = world.get("/account", Some(&anna.token)).await.status;
        if status != StatusCode::OK {
            break;
        }
    }
    assert_eq!(world.get("/account", Some(&anna.token)).await.status, StatusCode::SEE_OTHER, "after a day");
    let again = world.session(anna.account).await;
    world.later(31 * 60);
    assert_eq!(world.get("/account", Some(&again)).await.status, StatusCode::SEE_OTHER, "after half an hour");
}

#[tokio::test]
async fn the_machine_is_told_that_it_is_well() {
    let world = World::new().await;
    assert_eq!(world.get("/health", None).await.body, "ok");
    assert_eq!(world.get("/ready", None).await.body, "ready");
    world.backend.db.close().await;
    assert_eq!(world.get("/health", None).await.body, "ok");
    assert_eq!(world.get("/ready", None).await.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn a_page_says_its_language_and_keeps_to_it() {
    let world = World::new().await;
    for (accept, lang, dir) in [("fr-CA,fr;q=0.9", "fr", "ltr"), ("ar", "ar", "rtl"), ("de", "en", "ltr")] {
        let request = Request::get("/sign-in").header(header::ACCEPT_LANGUAGE, accept);
        let page = world.send(request.body(Body::empty()).unwrap()).await;
        assert!(page.body.contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\"")), "{accept}");
    }
    let answer = world.form("/api/site/language", "language=es&back=%2Fill", "/ill", "").await;
    assert_eq!(answer.header("location"), "/ill");
    assert!(answer.header("set-cookie").starts_with("__Host-language=es;"));
}
