//! The app of pages that anyone may see. Only the server renders it: no WASM, no script.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::{
    account::{choose::Choose, code::CodePage, enrol::Enrol, lost::Lost, sign_in::SignInPage},
    medicines::told_link::{ToldDone, ToldLetter, ToldStop},
    shell::{Frame, fault::fault},
    site::pages::{Accessibility, Ill, Privacy},
    visit::provide_visit,
};

/// The app of signed-out pages.
#[component]
pub fn Public() -> impl IntoView {
    provide_visit();
    provide_meta_context();
    view! {
        <Router>
            <Frame>
                <Routes fallback=|| fault(&crate::request::nothing_here())>
                    <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async/>
                    <Route path=path!("/sign-in/code") view=CodePage ssr=SsrMode::Async/>
                    <Route path=path!("/sign-in/help") view=Lost ssr=SsrMode::Async/>
                    <Route path=path!("/enrol") view=Enrol ssr=SsrMode::Async/>
                    <Route path=path!("/enrol/choose") view=Choose ssr=SsrMode::Async/>
                    <Route path=path!("/told/letter/:secret") view=ToldLetter ssr=SsrMode::Async/>
                    <Route path=path!("/told/stop/:secret") view=ToldStop ssr=SsrMode::Async/>
                    <Route path=path!("/told/done") view=ToldDone ssr=SsrMode::Async/>
                    <Route path=path!("/ill") view=Ill ssr=SsrMode::Async/>
                    <Route path=path!("/privacy") view=Privacy ssr=SsrMode::Async/>
                    <Route path=path!("/accessibility") view=Accessibility ssr=SsrMode::Async/>
                </Routes>
            </Frame>
        </Router>
    }
}
