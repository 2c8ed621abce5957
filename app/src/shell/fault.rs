//! What a page shows when it can't show what was asked for.

use leptos::prelude::*;

use super::page::PageHead;
use crate::{devices::state::here, error::ApiError, visit::words};

/// The page of an error, with its status.
pub fn fault(error: &ApiError) -> AnyView {
    #[cfg(feature = "ssr")]
    crate::request::set_status(error.status());
    let words = words();
    let (title, text) = match error {
        _ if here().device.with_untracked(|device| device.offline) => {
            (words.devices_not_here(), words.devices_not_here_text())
        }
        ApiError::SignedOut => (words.site_fault_signed_out(), words.site_fault_signed_out_text()),
        ApiError::FactorNeeded => (words.site_fault_factor(), words.site_fault_factor_text()),
        ApiError::NotFound | ApiError::Invalid(_) | ApiError::Conflict => {
            (words.site_fault_not_found(), words.site_fault_not_found_text())
        }
        ApiError::Throttled(_) | ApiError::Unavailable => {
            (words.site_fault_unavailable(), words.site_fault_unavailable_text())
        }
        ApiError::Internal(_) => (words.site_fault_internal(), words.site_fault_internal_text()),
    };
    let reference = match error {
        ApiError::Internal(reference) if !reference.is_empty() => Some(reference.clone()),
        _ => None,
    };
    let (href, onward) = match error {
        ApiError::SignedOut => ("/sign-in".to_owned(), words.account_sign_in()),
        ApiError::FactorNeeded => (confirm_and_return(), words.account_confirm()),
        _ => ("/".to_owned(), words.site_fault_home()),
    };
    view! {
        <PageHead title=title/>
        <div class="prose">
            <p>{text}</p>
            {reference
                .map(|reference| {
                    view! {
                        <p>
                            {words.site_fault_reference()} " " <strong translate="no">{reference}</strong>
                        </p>
                    }
                })}
            <p>
                <a class="button" href=href rel="external">{onward}</a>
            </p>
        </div>
    }
    .into_any()
}

/// Where a factor is shown again, which leads back to this page.
fn confirm_and_return() -> String {
    #[cfg(feature = "ssr")]
    let here = crate::request::leading_on("/account/confirm", &crate::visit::visit().here);
    // Whoever moved here within the app: the path needs no encoding, and what was asked for beside
    // it is asked again.
    #[cfg(not(feature = "ssr"))]
    let here = format!("/account/confirm?next={}", leptos_router::hooks::use_location().pathname.get_untracked());
    here
}
