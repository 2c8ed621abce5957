//! The numbers to call, the privacy notice, the accessibility statement.

use domain::site::{PhoneNumber, in_language};
use leptos::prelude::*;

use crate::{
    request::backend,
    shell::{
        icon::{Drawing, Icon},
        page::PageHead,
    },
    visit::words,
};

/// "If you feel very ill": the numbers first, then when to call. Reachable from everywhere.
#[component]
pub fn Ill() -> impl IntoView {
    let words = words();
    let Ok(backend) = backend() else { return ().into_any() };
    let site = backend.site.clone();
    let clinic = site.name.clone();
    let signs = [
        words.site_ill_sign_fever(),
        words.site_ill_sign_bleeding(),
        words.site_ill_sign_breath(),
        words.site_ill_sign_fluids(),
        words.site_ill_sign_confusion(),
        words.site_ill_sign_harm(),
    ];
    let numbers = site
        .emergency
        .iter()
        .map(|number| (number, true, None))
        .chain(site.clinic.iter().map(|number| (number, false, Some(clinic.clone()))))
        .chain(site.crisis.iter().map(|number| (number, false, None)))
        .map(|(number, first, place)| view! { <li><Call number=number.clone() first place/></li> })
        .collect_view();
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
        <ul class="calls" role="list">{numbers}</ul>
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

#[component]
fn Call(number: PhoneNumber, first: bool, place: Option<String>) -> impl IntoView {
    let here = words().language().code();
    // Texts of the clinic may be missing in a language: then they say which one they are in.
    let said = |texts: &std::collections::BTreeMap<String, String>| {
        in_language(texts, here).map(|(language, text)| (language.to_owned(), text.to_owned()))
    };
    let who = said(&number.label).map(|(lang, text)| view! { <span class="call-who" lang=lang>{text}</span> });
    let hours = said(&number.hours).map(|(lang, text)| view! { <span class="call-when" lang=lang>{text}</span> });
    let place = place.map(|place| {
        view! {
            <span class="call-when">
                <bdi>{place}</bdi>
            </span>
        }
    });
    view! {
        <a class=if first { "call call-first" } else { "call" } href=format!("tel:{}", number.dial())>
            <Icon of=Drawing::Phone/>
            <span>
                {who} <bdi class="call-number" dir="ltr">{number.number.clone()}</bdi> {hours} {place}
            </span>
        </a>
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
