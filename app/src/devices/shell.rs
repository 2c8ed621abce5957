//! What a device shows by itself when there is no network: the page on which the app starts, and the numbers to
//! call. Both are the same for everyone and hold nothing of anybody.

use std::sync::LazyLock;

use domain::secret::{hex, sha256};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;

use crate::{
    request::{Assets, backend},
    shell::{
        document::{catalogue_path, head, set_policy_for},
        icon::{Drawing, Icon},
    },
    site::pages::Ill,
    visit::{provide_visit, visit, words},
    words::Words,
};

/// A script of the device, with the address that changes with it.
pub struct Script {
    pub text: &'static str,
    pub address: String,
}

impl Script {
    fn new(path: &str, text: &'static str) -> Self {
        Self { text, address: format!("{path}?v={}", &hex(&sha256(text.as_bytes()))[..16]) }
    }
}

/// Keys, the copy that is kept, and what waits to be sent: one script, in which each file needs those before it.
pub static DEVICE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "/device.js",
        concat!(
            include_str!("../../../frontend/device/rules.js"),
            include_str!("../../../frontend/device/store.js"),
            include_str!("../../../frontend/device/keys.js"),
            include_str!("../../../frontend/device/outbox.js"),
            include_str!("../../../frontend/device/copy.js"),
            include_str!("../../../frontend/device/person.js"),
        ),
    )
});
/// What the shell and the page of settings do.
pub static SHELL: LazyLock<Script> =
    LazyLock::new(|| Script::new("/shell.js", include_str!("../../../frontend/shell.js")));

/// The scripts of a page that has to do with what the device keeps.
pub fn scripts() -> AnyView {
    view! {
        <script src=DEVICE.address.as_str()></script>
        <script type="module" src=SHELL.address.as_str()></script>
    }
    .into_any()
}

/// The document of the shell.
pub fn shell_document() -> AnyView {
    let Ok(backend) = backend() else { return ().into_any() };
    set_policy_for("'self' 'wasm-unsafe-eval'; worker-src 'self'");
    document(&backend.settings.assets, true, || {
        let words = words();
        view! {
            <div id="app"></div>
            <main id="main" tabindex="-1">
                {not_kept(words)}
                {nothing(words)}
                {locked(words)}
                {sealed(words)}
                {leaving(words)}
                {left(words)}
            </main>
        }
        .into_any()
    })
}

/// The document of the numbers to call.
pub fn ill_document() -> AnyView {
    let Ok(backend) = backend() else { return ().into_any() };
    set_policy_for("'none'");
    document(&backend.settings.assets, false, || {
        view! {
            <main id="main" tabindex="-1">
                {not_kept(words())}
                <Ill/>
            </main>
        }
        .into_any()
    })
}

fn document(assets: &Assets, is_shell: bool, inside: impl FnOnce() -> AnyView) -> AnyView {
    provide_visit();
    provide_meta_context();
    let (words, language) = (words(), visit().language);
    let code = language.code();
    let of_app = |value: String| is_shell.then_some(value);
    let own = view! { <title>{words.site_name()}</title> {is_shell.then(scripts)} }.into_any();
    view! {
        <!DOCTYPE html>
        <html
            lang=code
            dir=language.dir()
            data-shell=of_app("offline".into())
            data-js=of_app(assets.js.clone())
            data-wasm=of_app(assets.wasm.clone())
            data-catalogue=of_app(catalogue_path(code).unwrap_or_default())
        >
            {head(assets, code, own)}
            <body>
                <a class="skip-link" href="#main">{words.site_skip()}</a>
                {header(words, is_shell)}
                <div class="site-body site-body-narrow">
                    {inside()}
                    <footer class="site-footer">
                        <p>{words.site_not_watched()}</p>
                    </footer>
                </div>
            </body>
        </html>
    }
    .into_any()
}

fn header(words: Words, leads_to_numbers: bool) -> AnyView {
    view! {
        <header class="site-header">
            <a class="word-mark" href="/">
                <Icon of=Drawing::Mark/>
                <span translate="no">{words.site_name()}</span>
            </a>
            {leads_to_numbers
                .then(|| {
                    view! {
                        <a class="ill-link" href="/ill">
                            <Icon of=Drawing::Phone/>
                            {words.site_very_ill()}
                        </a>
                    }
                })}
        </header>
    }
    .into_any()
}

/// What was entered is lost: the address says so by the part behind `#`, which needs no script.
fn not_kept(words: Words) -> AnyView {
    view! {
        <div class="notice notice-strong notice-target" id="not-kept" role="alert">
            <Icon of=Drawing::Attention/>
            <div>
                <p>{words.devices_not_kept()}</p>
            </div>
        </div>
    }
    .into_any()
}

/// A state of the device: the script shows the one that it is in.
fn state(id: &'static str, title: String, text: String, inside: AnyView) -> AnyView {
    let (name, named) = (format!("{id}-title"), format!("{id}-title"));
    view! {
        <section id=id aria-labelledby=named hidden>
            <div class="page-head">
                <h1 id=name>{title}</h1>
                <p class="lead">{text}</p>
            </div>
            {inside}
        </section>
    }
    .into_any()
}

fn numbers(words: Words) -> AnyView {
    view! {
        <p>
            <a class="action" href="/ill">
                <Icon of=Drawing::Phone/>
                {words.site_very_ill()}
            </a>
        </p>
    }
    .into_any()
}

fn nothing(words: Words) -> AnyView {
    let inside = view! {
        <p>
            <button class="button" type="button">
                {words.devices_again()}
            </button>
        </p>
        {numbers(words)}
    };
    state("nothing", words.devices_nothing(), words.devices_nothing_text(), inside.into_any())
}

fn locked(words: Words) -> AnyView {
    let left = (0..5_u32).map(|left| {
        let text = if left == 0 { words.devices_pin_none() } else { words.devices_pin_wrong(left) };
        view! { <span data-left=left.to_string() hidden>{text}</span> }
    });
    let inside = view! {
        <form class="form" method="post" action="/">
            <div class="field">
                <label for="pin">{words.devices_pin()}</label>
                <p class="field-error" id="pin-wrong" role="alert" hidden>
                    <Icon of=Drawing::Attention/>
                    {left.collect_view()}
                </p>
                <input
                    class="input"
                    type="password"
                    id="pin"
                    name="pin"
                    inputmode="numeric"
                    autocomplete="off"
                    dir="ltr"
                    required
                    aria-describedby="pin-wrong"
                />
            </div>
            <button class="button">{words.devices_unlock()}</button>
        </form>
        {numbers(words)}
    };
    state("locked", words.devices_locked(), words.devices_locked_text(), inside.into_any())
}

fn sealed(words: Words) -> AnyView {
    let inside = view! {
        <p>
            <a class="button" href="/sign-in">
                {words.devices_sign_in()}
            </a>
        </p>
        {numbers(words)}
    };
    state("sealed", words.devices_sealed(), words.devices_sealed_text(), inside.into_any())
}

fn leaving(words: Words) -> AnyView {
    let inside = view! {
        {super::leaving::choices(words, false)}
        {numbers(words)}
    };
    state("leaving", words.devices_leaving(), words.devices_leaving_text(), inside.into_any())
}

fn left(words: Words) -> AnyView {
    state("left", words.devices_left(), words.devices_left_text(), numbers(words))
}
