//! The numbers to call, the privacy notice, the accessibility statement.

use domain::{
    diary::report::Flag,
    site::{Site, in_language},
};
use leptos::prelude::*;

use super::call::{calls, numbers};
use crate::{
    request::{Unsent, backend},
    shell::{
        icon::{Drawing, Icon},
        page::{Back, PageHead},
    },
    visit::words,
    words::Words,
};

/// "If you feel very ill": the numbers first, then when to call. Reachable from everywhere.
#[component]
pub fn Ill() -> impl IntoView {
    let words = words();
    let Ok(backend) = backend() else { return ().into_any() };
    if let Some(unsent) = use_context::<Unsent>() {
        return not_told(words, &backend.site, &unsent);
    }
    let signs = [
        words.site_ill_sign_fever(),
        words.site_ill_sign_bleeding(),
        words.site_ill_sign_breath(),
        words.site_ill_sign_fluids(),
        words.site_ill_sign_confusion(),
        words.site_ill_sign_harm(),
    ];
    view! {
        <PageHead title=words.site_very_ill() lead=words.site_ill_lead()/>
        {backend
            .settings
            .demo
            .is_some()
            .then(|| {
                view! {
                    <div class="notice notice-strong">
                        <Icon of=Drawing::Attention/>
                        <div>
                            <p>{words.site_ill_demo()}</p>
                        </div>
                    </div>
                }
            })}
        {calls(&numbers(&backend.site, words.language().code()), false)}
        <section class="section" aria-labelledby="signs">
            <h2 id="signs">{words.site_ill_signs()}</h2>
            <ul class="signs">{signs.map(|sign| view! { <li>{sign}</li> })}</ul>
        </section>
        <div class="notice">
            <Icon of=Drawing::Info/>
            <div>
                <p>{words.site_ill_say()}</p>
            </div>
        </div>
    }
    .into_any()
}

/// Red flags were ticked, and nobody could be told of them: the numbers come all the same, and no promise.
fn not_told(words: Words, site: &Site, unsent: &Unsent) -> AnyView {
    crate::request::set_status(unsent.status);
    let numbers = numbers(site, words.language().code());
    let back = unsent.record.map(|record| {
        view! { <Back href=format!("/records/{record}/diary") to=words.diary_title()/> }
    });
    view! {
        {back}
        <PageHead title=words.diary_call() lead=words.diary_call_lead()/>
        {unsent.flags.contains(&Flag::SelfHarm).then(|| view! { <p>{words.diary_call_harm()}</p> })}
        {calls(&numbers, Flag::only_harm(&unsent.flags))}
        <p role="status">{words.diary_call_not_sent()}</p>
    }
    .into_any()
}

/// What happens with people's data, in short and in the clinic's own words.
#[component]
pub fn Privacy() -> impl IntoView {
    let words = words();
    view! {
        <PageHead title=words.site_privacy_title()/>
        <div class="prose">
            <PrivacyInShort/>
            <PrivacyWhole/>
        </div>
    }
    .into_any()
}

/// The notice in a few sentences.
#[component]
pub fn PrivacyInShort() -> impl IntoView {
    let words = words();
    let clinic = backend().map(|backend| backend.site.name.clone()).unwrap_or_default();
    let points =
        [words.site_privacy_who(), words.site_privacy_ads(), words.site_privacy_device(), words.site_privacy_others()];
    view! {
        <p>{words.site_privacy_lead(&clinic)}</p>
        <ul>{points.map(|point| view! { <li>{point}</li> })}</ul>
    }
    .into_any()
}

/// The notice as the clinic wrote it; nothing when it wrote none.
#[component]
pub fn PrivacyWhole() -> impl IntoView {
    let words = words();
    let Ok(backend) = backend() else { return ().into_any() };
    let site = &backend.site;
    in_language(&site.privacy, words.language().code())
        .map(|(language, notice)| {
            let paragraphs =
                notice.split("\n\n").map(|paragraph| view! { <p>{paragraph.to_owned()}</p> }).collect_view();
            view! {
                <h2>{words.site_privacy_whole(&site.name)}</h2>
                <div lang=language.to_owned()>{paragraphs}</div>
            }
        })
        .into_any()
}

/// What people who see, hear, move or read differently can expect.
#[component]
pub fn Accessibility() -> impl IntoView {
    let words = words();
    view! {
        <PageHead title=words.site_accessibility() lead=words.site_accessibility_lead()/>
        <div class="prose">
            <p>{words.site_accessibility_aim()}</p>
            <p>{words.site_accessibility_test()}</p>
            <p>{words.site_accessibility_tell()}</p>
        </div>
    }
    .into_any()
}
