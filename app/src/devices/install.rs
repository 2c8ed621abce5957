//! How to put Daybook on the home screen: with the browser's own question where it has one, else by the steps of the
//! phone.

use leptos::prelude::*;

use crate::{
    shell::{
        document::one_script_with_worker,
        page::{Back, PageHead},
    },
    visit::words,
};

const SCRIPT: &str = concat!(include_str!("apple.js"), include_str!("install.js"));

/// The page. Without a script it shows the steps of every kind of phone.
#[component]
pub fn Install() -> impl IntoView {
    let words = words();
    let steps = |of: Vec<String>| {
        let lines = of.into_iter().map(|step| view! { <li>{step}</li> });
        view! { <ol class="steps-list">{lines.collect_view()}</ol> }
    };
    view! {
        <Back href="/account".to_owned() to=words.site_more()/>
        <PageHead title=words.devices_install() lead=words.devices_install_lead()/>
        <div id="install" aria-live="polite">
            <div class="card" data-way="question" hidden>
                <p>{words.devices_install_can()}</p>
                <button type="button" class="button">{words.devices_install_now()}</button>
            </div>
            <p class="card" data-way="installed" hidden>{words.devices_installed()}</p>
            <section class="section" data-way="apple" aria-labelledby="apple">
                <h2 id="apple">{words.devices_install_apple()}</h2>
                {steps(vec![words.devices_apple_1(), words.devices_apple_2(), words.devices_apple_3()])}
                <p class="small">{words.devices_apple_why()}</p>
            </section>
            <section class="section" data-way="steps" aria-labelledby="others">
                <h2 id="others">{words.devices_install_others()}</h2>
                {steps(vec![words.devices_others_1(), words.devices_others_2(), words.devices_others_3()])}
            </section>
        </div>
        <section class="section" aria-labelledby="about">
            <h2 id="about">{words.devices_install_about()}</h2>
            <p>{words.devices_install_about_text()}</p>
        </section>
        {one_script_with_worker(SCRIPT)}
    }
    .into_any()
}
