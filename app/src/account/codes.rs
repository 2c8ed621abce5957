//! New recovery codes, shown this once: the page is the answer to the form that made them.

use leptos::prelude::*;

use crate::{
    request::NewCodes,
    shell::{
        icon::{Drawing, Icon},
        page::PageHead,
    },
    visit::{visit, words},
};

/// The codes. Whoever opens the address by itself finds where new ones are made.
#[component]
pub fn Codes() -> impl IntoView {
    let words = words();
    let codes: Vec<String> = use_context::<NewCodes>().unwrap_or_default().0.iter().map(|code| grouped(code)).collect();
    if codes.is_empty() {
        return view! {
            <PageHead title=words.account_recovery() lead=words.account_codes_gone()/>
            <p>
                <a class="button" href="/account/second-factor">{words.account_factor()}</a>
            </p>
        }
        .into_any();
    }
    let name = visit().who.map(|who| who.name).unwrap_or_default();
    let file = format!("{}\r\n\r\n{}\r\n", words.account_codes_file(&name), codes.join("\r\n"));
    let rows = codes.iter().map(|code| view! { <li>{code.clone()}</li> }).collect_view();
    view! {
        <PageHead title=words.account_codes_title() lead=words.account_codes_lead()/>
        <div class="card">
            <ol class="codes" dir="ltr" translate="no">{rows}</ol>
            <p>{words.account_codes_keep()}</p>
            <p>
                <a class="action" download="daybook-recovery-codes.txt" href=text_file(&file)>
                    <Icon of=Drawing::Download/>
                    {words.account_codes_save()}
                </a>
            </p>
            <p>
                <a class="button" href="/account/second-factor">{words.account_codes_kept()}</a>
            </p>
        </div>
    }
    .into_any()
}

/// `K7QM-2XRD-9VTB`.
fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// The address of a text that the browser saves by itself, without asking anyone for it again.
fn text_file(text: &str) -> String {
    let encoded: String = text
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect();
    format!("data:text/plain;charset=utf-8,{encoded}")
}
