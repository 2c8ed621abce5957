//! The HTML document around an app, its security policy, and the script that starts the WASM.

use domain::access::AccountRole;
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

use super::App;
use crate::{
    devices::shell::SHELL,
    public::Public,
    reminders::glance,
    request::{Assets, Backend, backend},
    served::Served,
    visit::visit,
    words::CATALOGUES,
};

/// The address of a language's catalogue in this build.
pub fn catalogue_path(code: &str) -> Option<String> {
    let (.., hash) = CATALOGUES.iter().find(|(language, ..)| language.code() == code)?;
    Some(format!("/catalogue/{code}.{hash}.ftl"))
}

/// The document of a page for who is signed in: it hydrates.
pub fn signed_in_document() -> AnyView {
    document(Scripts::Wasm, || view! { <App/> }.into_any())
}

/// The document of a page for who is signed in that works without a script.
pub fn served_document() -> AnyView {
    document(Scripts::Glance, || view! { <Served/> }.into_any())
}

/// The document of a page that anyone may see: no WASM, no script.
pub fn public_document() -> AnyView {
    document(Scripts::None, || view! { <Public/> }.into_any())
}

/// What a document runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scripts {
    /// The app, and what a page shows by itself while it is open.
    Wasm,
    /// Only the latter.
    Glance,
    None,
}

fn document(scripts: Scripts, app: impl FnOnce() -> AnyView) -> AnyView {
    let Ok(backend) = backend() else { return ().into_any() };
    let visit = visit();
    set_policy(scripts);
    let code = visit.language.code();
    // What a device keeps is the person's own: nothing on those of the care team.
    let keeps = visit.who.as_ref().is_some_and(|who| who.role == AccountRole::Patient);
    let boot = (scripts == Scripts::Wasm).then(|| boot(&backend, code, keeps));
    let glance = if scripts == Scripts::None { None } else { glance::script() };
    let own = view! { <MetaTags/> {boot} {glance} }.into_any();
    view! {
        <!DOCTYPE html>
        <html lang=code dir=visit.language.dir()>
            {head(&backend.settings.assets, code, own)}
            <body>{app()}</body>
        </html>
    }
    .into_any()
}

/// The head of every document, with what belongs to this one.
pub fn head(assets: &Assets, code: &str, own: AnyView) -> AnyView {
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf7f1"/>
            <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#181613"/>
            <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
            <link rel="apple-touch-icon" href="/apple-touch-icon.png"/>
            <link rel="manifest" href=format!("/manifest/{code}.webmanifest")/>
            <link rel="stylesheet" href=assets.css.clone()/>
            {own}
        </head>
    }
    .into_any()
}

/// Fetches the WASM, the language's catalogue beside it, and starts the app with both. Without it, or
/// when it fails, every page goes on working as the server rendered it. Neither is fetched
/// ahead: on a slow network it would take the place of what people are waiting to read (by
/// Lighthouse, 1.2 s until the page is seen instead of 2.5 s).
fn boot(backend: &Backend, code: &str, keeps: bool) -> impl IntoView + use<> {
    let assets = &backend.settings.assets;
    let catalogue = catalogue_path(code).unwrap_or_default();
    // The worker of the browser is begun, and tells the app how the device stands.
    let follow = if keeps { format!("\n(await import({:?})).follow(app);", SHELL.address) } else { String::new() };
    let script = format!(
        "const app = await import({js:?});\n\
         const started = app.default({{ module_or_path: {wasm:?} }});\n\
         const [text] = await Promise.all([fetch({catalogue:?}).then(answer => answer.text()), started]);\n\
         app.boot({code:?}, text);{follow}",
        js = assets.js,
        wasm = assets.wasm,
    );
    view! {
        <link rel="modulepreload" href=assets.js.clone()/>
        <script type="module" nonce=use_nonce()>{script}</script>
    }
}

/// A script for one page that works without it: the policy of that page lets it run, and nothing else.
pub fn one_script(text: &'static str) -> AnyView {
    one_script_and(text, "")
}

/// The same, and the script may start the service worker.
pub fn one_script_with_worker(text: &'static str) -> AnyView {
    one_script_and(text, "; worker-src 'self'")
}

fn one_script_and(text: &'static str, more: &str) -> AnyView {
    let Some(nonce) = use_nonce() else { return ().into_any() };
    set_policy_for(&format!("'nonce-{nonce}'{more}"));
    view! { <script nonce=nonce>{text}</script> }.into_any()
}

fn set_policy(scripts: Scripts) {
    let script = match (scripts, use_nonce()) {
        (Scripts::Wasm, Some(nonce)) => format!("'self' 'nonce-{nonce}' 'wasm-unsafe-eval'"),
        (Scripts::Glance, Some(nonce)) if glance::runs() => format!("'nonce-{nonce}'"),
        _ => "'none'".to_owned(),
    };
    set_policy_for(&script);
}

/// Sets which scripts a document may run.
pub fn set_policy_for(script: &str) {
    let policy = format!(
        "default-src 'none'; script-src {script}; style-src 'self'; img-src 'self'; connect-src 'self'; \
         manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    if let (Some(response), Ok(policy)) = (use_context::<leptos_axum::ResponseOptions>(), policy.parse()) {
        response.insert_header(http::header::CONTENT_SECURITY_POLICY, policy);
    }
}
