//! The WASM entry: takes the words of the page's language and wakes the page that the server
//! rendered.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the script in the document once the catalogue is here. When something fails, the
/// page stays as the server made it, and works as it does without JavaScript.
#[wasm_bindgen]
pub fn boot(language: &str, catalogue: String) {
    console_error_panic_hook::set_once();
    let Some(language) = app::words::Language::from_code_or_pseudo(language) else { return };
    if app::words::load(language, catalogue).is_ok() {
        leptos::mount::hydrate_body(app::App);
    }
}
