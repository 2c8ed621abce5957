//! The app of signed-in pages that only the server renders: settings and lists of forms that people
//! use rarely or that only the care team uses. They work without a script, so what a patient
//! downloads to explore results does not grow with them.
//!
//! A link from a page of [`crate::App`] to one of these, and back, is a new document: it needs
//! `rel="external"` in [`crate::App`].

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::{
    account::{confirm::ConfirmPage, devices::Devices},
    error::ApiError,
    record::export::TakeMyData,
    shell::{Frame, fault::fault},
    visit::provide_visit,
};

/// The app of signed-in pages without a script.
#[component]
pub fn Served() -> impl IntoView {
    provide_visit();
    provide_meta_context();
    view! {
        <Router>
            <Frame>
                <Routes fallback=|| fault(&ApiError::NotFound)>
                    <Route path=path!("/account/confirm") view=ConfirmPage ssr=SsrMode::Async/>
                    <Route path=path!("/account/devices") view=Devices ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/export") view=TakeMyData ssr=SsrMode::Async/>
                </Routes>
            </Frame>
        </Router>
    }
}
