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
    account::{
        codes::Codes, confirm::ConfirmPage, devices::Devices, factor::SecondFactor, set_up::SetUpPage, zone::ZonePage,
    },
    audit::log::Log,
    devices::{install::Install, leaving::Leaving, offline::Offline},
    diary::{over_time::SymptomsOverTime, plan::DiaryPlan},
    error::ApiError,
    medicines::{
        add::AddMedicine,
        ask::{AskFirst, CorrectEntry},
        feed::DoseCalendar,
        history::MedicineHistory,
        moments::MealTimes,
        of_day::DosesOfDay,
        one::MedicineView,
        plan_form::PlanForm,
        review::Review,
        supply::Supply,
        told::TellSomeone,
    },
    record::{care::CarePage, export::TakeMyData},
    reminders::{inbox::InboxPage, page::Reminders},
    results::{
        comments::{CommentOn, CommentsList},
        readiness::ReadinessPage,
    },
    shell::{Frame, fault::fault},
    visit::provide_visit,
    worklist::{item::ItemPage, people::People, queue::Worklist},
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
                    <Route path=path!("/account/second-factor") view=SecondFactor ssr=SsrMode::Async/>
                    <Route path=path!("/account/second-factor/new") view=SetUpPage ssr=SsrMode::Async/>
                    <Route path=path!("/account/second-factor/codes") view=Codes ssr=SsrMode::Async/>
                    <Route path=path!("/account/reminders") view=Reminders ssr=SsrMode::Async/>
                    <Route path=path!("/account/install") view=Install ssr=SsrMode::Async/>
                    <Route path=path!("/account/calendar") view=DoseCalendar ssr=SsrMode::Async/>
                    <Route path=path!("/account/told") view=TellSomeone ssr=SsrMode::Async/>
                    <Route path=path!("/account/offline") view=Offline ssr=SsrMode::Async/>
                    <Route path=path!("/account/leaving") view=Leaving ssr=SsrMode::Async/>
                    <Route path=path!("/account/zone") view=ZonePage ssr=SsrMode::Async/>
                    <Route path=path!("/account/inbox") view=InboxPage ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/log") view=Log ssr=SsrMode::Async/>
                    <Route path=path!("/team") view=People ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/results/readiness") view=ReadinessPage ssr=SsrMode::Async/>
                    <Route path=path!("/team/worklist") view=Worklist ssr=SsrMode::Async/>
                    <Route path=path!("/team/worklist/:record/:item") view=ItemPage ssr=SsrMode::Async/>
                    <Route path=path!("/team/comments") view=CommentsList ssr=SsrMode::Async/>
                    <Route path=path!("/team/comments/:record/:item") view=CommentOn ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/care") view=CarePage ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/diary/over-time") view=SymptomsOverTime ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/diary/plan") view=DiaryPlan ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/medicines/new") view=AddMedicine ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/medicines/history") view=MedicineHistory ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/medicines/history/:day") view=DosesOfDay ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/medicines/moments") view=MealTimes ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/medicines/:medicine") view=MedicineView ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/medicines/:medicine/plan") view=PlanForm ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/medicines/:medicine/review") view=Review ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/medicines/:medicine/ask") view=AskFirst ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/medicines/:medicine/correct") view=CorrectEntry ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/medicines/:medicine/supply") view=Supply ssr=SsrMode::Async/>
                    <Route path=path!("/records/:record/export") view=TakeMyData ssr=SsrMode::Async/>
                </Routes>
            </Frame>
        </Router>
    }
}
