//! What the pages of the diary ask of the server.

use domain::id::{RecordId, ReportId};
use leptos::prelude::*;

use super::{
    given::Given,
    model::{DiaryPage, NotePage, ReportPage, TypedNote, TypedPlan},
};
use crate::{error::Answer, tree::Tree};

#[cfg(feature = "ssr")]
pub mod made;

/// What is asked now, and a stretch of what was said before, newest first.
#[server(endpoint = "diary/home", output = Tree)]
pub async fn get_diary(record: RecordId, #[server(default)] before: String) -> Answer<DiaryPage> {
    use domain::{access, access::Diary};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Diary>(&mut tx, &caller, record, now).await?;
    made::home(&mut tx, &granted, &backend, before.parse().ok().map(domain::time::Instant)).await
}

/// A report: its questions, or what became of it.
#[server(endpoint = "diary/report", output = Tree)]
pub async fn get_report(record: RecordId, report: ReportId) -> Answer<ReportPage> {
    use domain::{access, access::Diary};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Diary>(&mut tx, &caller, record, backend.now()).await?;
    made::report(&mut tx, &granted, &backend, report).await
}

/// The form to note something between reports.
#[server(endpoint = "diary/note_form", output = Tree)]
pub async fn get_note(record: RecordId) -> Answer<NotePage> {
    use domain::{access, access::Diary};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    access::write::<Diary>(&mut tx, &caller, record).await?;
    made::note(&mut tx, record, &backend).await
}

/// Begins a report. `id` is made with the page, so that a second tap begins no second one.
#[server(endpoint = "diary/start", output = Tree)]
pub async fn start(record: RecordId, id: ReportId) -> Answer<()> {
    use domain::{access, access::Diary, diary::store};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let Some((mut tx, said)) = request::take(&backend, &caller).await? else { return Ok(()) };
    let granted = access::write::<Diary>(&mut tx, &caller, record).await?;
    store::start_report(&mut tx, &granted, id, &backend.site.instrument, said).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/diary/reports/{id}"));
    Ok(())
}

/// Saves which red flags there are. Those that there are go to the care team at once.
#[server(endpoint = "diary/flags", output = Tree)]
pub async fn save_flags(
    record: RecordId,
    report: ReportId,
    #[server(default)] flags: Vec<String>,
    #[server(default)] then: String,
) -> Answer<()> {
    use domain::{
        access,
        access::Diary,
        diary::{evaluate, store},
    };

    use crate::request;

    let (backend, caller) = request::caller()?;
    let flags = made::flags(&flags, &then)?;
    let Some((mut tx, said)) = request::take(&backend, &caller).await? else { return Ok(()) };
    let granted = access::write::<Diary>(&mut tx, &caller, record).await?;
    let any = !flags.is_empty();
    let saved = store::save_flags(&mut tx, &granted, report, flags, said).await?;
    if any {
        evaluate::evaluate(&mut tx, record, &saved, made::how(&backend), said.arrived).await?;
    }
    tx.commit().await?;
    // The next screen, or whom to call: the address does not tell which.
    let next = if any { "?at=next" } else { "?at=1" };
    leptos_axum::redirect(&format!("/records/{record}/diary/reports/{report}{next}"));
    Ok(())
}

/// Saves what was answered on a screen, and with the button to send also sends the report.
#[server(endpoint = "diary/answer", output = Tree)]
pub async fn save_answers(
    record: RecordId,
    report: ReportId,
    screen: String,
    #[server(default)] given: Given,
) -> Answer<()> {
    use domain::{access, access::Diary};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let Some((mut tx, said)) = request::take(&backend, &caller).await? else { return Ok(()) };
    let granted = access::write::<Diary>(&mut tx, &caller, record).await?;
    let next = made::answered(&mut tx, &granted, (&backend, said), report, &screen, &given).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/diary/reports/{report}{next}"));
    Ok(())
}

/// Answers as last time, but for what must be asked anew.
#[server(endpoint = "diary/same", output = Tree)]
pub async fn answer_as_before(record: RecordId, report: ReportId) -> Answer<()> {
    use domain::{access, access::Diary, diary::store};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let Some((mut tx, said)) = request::take(&backend, &caller).await? else { return Ok(()) };
    let granted = access::write::<Diary>(&mut tx, &caller, record).await?;
    store::answer_as_before(&mut tx, &granted, report, said).await?;
    tx.commit().await?;
    // Without a number the page begins with what is not answered yet.
    leptos_axum::redirect(&format!("/records/{record}/diary/reports/{report}"));
    Ok(())
}

/// Sends a report of which everything is answered.
#[server(endpoint = "diary/send", output = Tree)]
pub async fn send_report(record: RecordId, report: ReportId) -> Answer<()> {
    use domain::{access, access::Diary};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let Some((mut tx, said)) = request::take(&backend, &caller).await? else { return Ok(()) };
    let granted = access::write::<Diary>(&mut tx, &caller, record).await?;
    made::send(&mut tx, &granted, (&backend, said), report).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/diary/reports/{report}"));
    Ok(())
}

/// Begins the correction of a report that was sent within the hour. `id` is made with the page.
#[server(endpoint = "diary/correct", output = Tree)]
pub async fn correct(record: RecordId, report: ReportId, id: ReportId) -> Answer<()> {
    use domain::{access, access::Diary, diary::store};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Diary>(&mut tx, &caller, record).await?;
    store::correct_report(&mut tx, &granted, id, report, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/diary/reports/{id}?at=0"));
    Ok(())
}

/// Notes something between reports. `id` is made with the page; day and time are those of the clock
/// where the person is.
#[server(endpoint = "diary/note", output = Tree)]
pub async fn note(record: RecordId, id: ReportId, #[server(default)] typed: TypedNote) -> Answer<()> {
    use domain::{
        access,
        access::Diary,
        diary::{entry, evaluate},
    };

    use crate::request;

    let (backend, caller) = request::caller()?;
    let Some((mut tx, said)) = request::take(&backend, &caller).await? else { return Ok(()) };
    let granted = access::write::<Diary>(&mut tx, &caller, record).await?;
    let new = made::entry(&mut tx, (&backend, said), id, &typed).await?;
    if let Some(noted) = entry::create_entry(&mut tx, &granted, new, said).await? {
        evaluate::evaluate_entry(&mut tx, record, &noted, made::how(&backend), said.arrived).await?;
    }
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/diary?noted=1"));
    Ok(())
}

/// Takes back what was noted within the hour.
#[server(endpoint = "diary/withdraw", output = Tree)]
pub async fn withdraw(record: RecordId, id: ReportId) -> Answer<()> {
    use domain::{access, access::Diary, diary::entry};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let Some((mut tx, said)) = request::take(&backend, &caller).await? else { return Ok(()) };
    let granted = access::write::<Diary>(&mut tx, &caller, record).await?;
    entry::withdraw_entry(&mut tx, &granted, id, said).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/diary"));
    Ok(())
}

/// Someone of the care team sets how often a person is asked.
#[server(endpoint = "diary/plan", output = Tree)]
pub async fn save_plan(record: RecordId, #[server(default)] typed: TypedPlan) -> Answer<()> {
    use domain::{access, access::Diary, diary::plan};

    use crate::{diary::plan as page, request};

    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.write().await?;
    let granted = access::act::<Diary>(&mut tx, &caller, record).await?;
    let cycles = plan::cycles_of(&mut tx, &granted).await?;
    let schedule = page::read(&typed, cycles, now, &backend.site.zone)?;
    plan::save_plan(&mut tx, &granted, &schedule, now).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/diary/plan?saved=1"));
    Ok(())
}
