//! The WASM entry: takes the words of the page's language and wakes the page that the server rendered, or, without
//! a network, shows what the device keeps.

use app::{
    devices::state::{self, MadeAt},
    visit::Visit,
};
use leptos::prelude::provide_context;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called once the catalogue is here: by the script in the document, or by the one of the offline shell, which
/// gives what the device keeps: the visit, when it was made, and the state of the device, as JSON. When something
/// fails, the page stays as it is; the server's works as it does without JavaScript.
#[wasm_bindgen]
pub fn boot(language: &str, catalogue: String, kept: Option<String>) {
    console_error_panic_hook::set_once();
    let Some(language) = app::words::Language::from_code_or_pseudo(language) else { return };
    if app::words::load(language, catalogue).is_err() {
        return;
    }
    let Some(kept) = kept else { return leptos::mount::hydrate_body(app::App) };
    let Ok(kept) = app::tree::read::<Kept>(kept.as_bytes()) else { return };
    leptos::mount::mount_to_body(move || {
        provide_context(Visit { language, ..kept.visit.clone() });
        provide_context(MadeAt(kept.as_of));
        provide_context(kept.device.clone());
        app::App()
    });
}

/// What the device keeps of the page around what is shown.
#[derive(serde::Deserialize)]
struct Kept {
    visit: Visit,
    #[serde(rename = "asOf")]
    as_of: i64,
    device: state::Device,
}

/// Takes what the worker of the browser says, as JSON.
#[wasm_bindgen]
pub fn state(json: &str) {
    state::take(json);
}
