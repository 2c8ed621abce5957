//! What surrounds every page: the document, header, navigation, footer; headings, faults and
//! form fields that all rooms share.

#[cfg(feature = "ssr")]
pub mod document;
pub mod fault;
pub mod form;
pub mod icon;
pub mod page;
mod whose;

use domain::{access::AccountRole, id::RecordId};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    hooks::use_location,
    path,
};

use crate::{
    account::{ending::Ending, more::More},
    devices::{state::provide_device, strip::Strip, unsent::Unsent},
    diary::{home::Diary, note::NoteSomething, report::Report},
    medicines::home::Medicines,
    record::today::Today,
    results::{counts::BloodCounts, opened::OpenedPage, timeline::Timeline, trend::Trend},
    visit::{Who, provide_visit, visit, words},
    words::Language,
};
use icon::{Drawing, Icon};

/// The app of who is signed in.
#[component]
pub fn App() -> impl IntoView {
    #[cfg(not(feature = "ssr"))]
    page::remember_where_one_began();
    provide_visit();
    provide_device();
    provide_meta_context();
    view! {
        <Router>
            <Frame>
                <Strip/>
                <Ending/>
                <Routes fallback=|| fault::fault(&crate::error::ApiError::NotFound)>
                    <Route path=path!("/records/:record") view=Today ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/results") view=Timeline ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/results/over-time/:series") view=Trend ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/results/blood-counts") view=BloodCounts ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/results/:item") view=OpenedPage ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/medicines") view=Medicines ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/diary") view=Diary ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/diary/note") view=NoteSomething ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/diary/reports/:report") view=Report ssr=SsrMode::Async/>
                    <Route path=path!("/account") view=More ssr=SsrMode::Async/>
                    <Route path=path!("/account/unsent") view=Unsent ssr=SsrMode::Async/>
                </Routes>
            </Frame>
        </Router>
    }
}

/// Header, navigation and footer around a page.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let words = words();
    let visit = visit();
    let who = visit.who;
    let record = visit.whose.as_ref().map(|whose| whose.record);
    let body = if who.is_some() { "site-body" } else { "site-body site-body-narrow" };
    view! {
        <a class="skip-link" href="#main">{words.site_skip()}</a>
        <Header/>
        {visit.whose.map(whose::band)}
        <div class=body>
            {who.map(|who| view! { <MainNavigation who record/> })}
            <main id="main" tabindex="-1">{children()}</main>
            <footer class="site-footer">
                <p>{words.site_not_watched()}</p>
                <p>
                    <a class="action" href="/privacy" rel="external">{words.site_privacy()}</a>
                    " "
                    <a class="action" href="/accessibility" rel="external">{words.site_accessibility()}</a>
                </p>
            </footer>
        </div>
    }
    .into_any()
}

#[component]
fn Header() -> impl IntoView {
    let words = words();
    let visit = visit();
    let languages = Language::ALL.map(|language| {
        let current = language == visit.language;
        view! {
            <button name="language" value=language.code() lang=language.code() aria-current=current.then_some("true")>
                {language.own_name()}
                {current.then(|| view! { <Icon of=Drawing::Check/> })}
            </button>
        }
    });
    view! {
        <header class="site-header">
            <a class="word-mark" href="/" rel="external">
                <Icon of=Drawing::Mark/>
                <span translate="no">{words.site_name()}</span>
            </a>
            <details class="language">
                <summary>
                    <Icon of=Drawing::Language/>
                    <span class="visually-hidden">{words.site_language()}" "</span>
                    <span class="language-name">{visit.language.own_name()}</span>
                </summary>
                <form method="post" action="/api/site/language">
                    <input type="hidden" name="back" value=visit.here/>
                    {languages}
                </form>
            </details>
            <a class="ill-link" href="/ill" rel="external">
                <Icon of=Drawing::Phone/>
                {words.site_very_ill()}
            </a>
        </header>
    }
    .into_any()
}

/// The rooms of the app; at the bottom on phones, at the side beyond.
#[component]
fn MainNavigation(
    who: Who,
    /// The record that the care team is in.
    record: Option<RecordId>,
) -> impl IntoView {
    let words = words();
    let mut places = Vec::new();
    let staff = who.role == AccountRole::CareTeam;
    let record = who.record.or(record);
    if staff {
        places.push(("/team/worklist".to_owned(), Drawing::Waiting, words.worklist_title()));
        places.push(("/team".to_owned(), Drawing::Person, words.worklist_people()));
        // A phone has room for five.
        if record.is_none() {
            places.push(("/team/comments".to_owned(), Drawing::Note, words.worklist_comments()));
        }
    }
    if let Some(record) = record {
        places.push((format!("/records/{record}"), Drawing::Today, words.site_today()));
        places.push((format!("/records/{record}/results"), Drawing::Results, words.site_results()));
        places.push((format!("/records/{record}/medicines"), Drawing::Medicines, words.medicines_title()));
        places.push((format!("/records/{record}/diary"), Drawing::Diary, words.diary_title()));
    }
    places.push(("/account".to_owned(), Drawing::More, words.site_more()));
    let path = use_location().pathname;
    let exact_only = record.map(|record| format!("/records/{record}"));
    let links = places
        .into_iter()
        .map(|(href, drawing, text)| {
            let target = href.clone();
            // Each record that the care team opens is a document of its own, which says whose it is.
            let elsewhere = (staff && !href.starts_with("/records/")).then_some("external");
            let exact = exact_only.as_ref() == Some(&href) || href == "/team";
            let current = move || {
                let path = path.get();
                if path == target {
                    Some("page")
                } else if !exact && path.starts_with(&format!("{target}/")) {
                    Some("true")
                } else {
                    None
                }
            };
            view! {
                <li>
                    <a href=href rel=elsewhere aria-current=current>
                        <Icon of=drawing/>
                        {text}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="main-nav" aria-label=words.site_navigation()>
            <ul role="list">{links}</ul>
        </nav>
    }
    .into_any()
}
