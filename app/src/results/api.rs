//! What the pages of results ask of the server, and how the answers are made from the domain.

use domain::{
    id::{CommentId, ItemId, RecordId},
    results::analyte::Units,
};
use leptos::prelude::*;

use super::model::{Asked, CountsPage, Opened, Period, TimelinePage, TrendPage, TypedChoices};
use crate::{error::Answer, tree::Tree};

#[cfg(feature = "ssr")]
pub mod made;
#[cfg(feature = "ssr")]
pub mod noted;

/// A page of the timeline, newest first.
#[server(endpoint = "results/timeline", output = Tree)]
pub async fn get_timeline(record: RecordId, #[server(default)] asked: Asked) -> Answer<TimelinePage> {
    use domain::{access, access::Results};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Results>(&mut tx, &caller, record, backend.now()).await?;
    noted::timeline(&mut tx, (&backend, &caller), &granted, asked, request_words()).await
}

/// One thing with the values it groups: those around the number `from`, or all of them. From now on
/// it is no longer new to whoever opened it.
#[server(endpoint = "results/item", output = Tree)]
pub async fn get_item(
    record: RecordId,
    item: ItemId,
    #[server(default)] from: u32,
    #[server(default)] all: bool,
) -> Answer<Opened> {
    use domain::{access, access::Results, results::store};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Results>(&mut tx, &caller, record, now).await?;
    let opened = made::item(&mut tx, &granted, item, made::stretch(from, all), &backend.site).await?;
    let new = store::list_new_of(&mut tx, &granted, &[item]).await?;
    drop(tx);
    // A page that can be read is worth more than the note that it was.
    if !new.is_empty()
        && let Err(cause) = made::save_look(&backend.db, &granted, item, now).await
    {
        tracing::error!(event = "look.unwritable", %cause);
    }
    Ok(opened)
}

/// One test over time. Without a period, one that shows a course.
#[server(endpoint = "results/trend", output = Tree)]
pub async fn get_trend(
    record: RecordId,
    series: String,
    #[server(default)] period: Option<Period>,
    #[server(default)] all_rows: bool,
    #[server(default)] units: Option<Units>,
) -> Answer<TrendPage> {
    use domain::{access, access::Results, results::store, results::trend::span};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let zone = &backend.site.zone;
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Results>(&mut tx, &caller, record, backend.now()).await?;
    let course = store::get_course(&mut tx, &granted, &series).await?;
    let page = made::trend(record, series, &course, period, units, zone);
    let treatments = made::treatments(&mut tx, &granted, span(&page.series), zone).await?;
    Ok(TrendPage { all_rows, treatments, ..page })
}

/// The blood counts side by side. Without a period, one that shows a course.
#[server(endpoint = "results/blood-counts", output = Tree)]
pub async fn get_blood_counts(record: RecordId, #[server(default)] period: Option<Period>) -> Answer<CountsPage> {
    use domain::{
        access,
        access::Results,
        results::{analyte::Analyte, store},
    };

    use crate::request;

    let (backend, caller) = request::caller()?;
    let zone = &backend.site.zone;
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Results>(&mut tx, &caller, record, backend.now()).await?;
    let values = store::list_courses(&mut tx, &granted, &made::COUNTS.map(Analyte::key)).await?;
    let page = made::counts(record, &values, period, zone);
    let treatments = made::treatments(&mut tx, &granted, page.span, zone).await?;
    Ok(CountsPage { treatments, ..page })
}

/// The person opens a waiting result now.
#[server(endpoint = "results/open_now", output = Tree)]
pub async fn open_now(record: RecordId, item: ItemId) -> Answer<()> {
    use domain::{access, results::wait};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::choose(&mut tx, &caller, record).await?;
    wait::open_now(&mut tx, &granted, item, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/results/{item}"));
    Ok(())
}

/// The person chooses when results open.
#[server(endpoint = "results/choose", output = Tree)]
pub async fn choose(record: RecordId, #[server(default)] typed: TypedChoices) -> Answer<()> {
    use domain::{access, results::wait};

    use crate::{request, results::readiness};

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::choose(&mut tx, &caller, record).await?;
    wait::save_choices(&mut tx, &granted, &readiness::read(&typed)?, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/results/readiness?saved=1"));
    Ok(())
}

/// Someone of the care team comments on a result. `id` is made with the form, so that sending it
/// twice says it once.
#[server(endpoint = "results/comment", output = Tree)]
pub async fn comment(record: RecordId, item: ItemId, id: CommentId, #[server(default)] text: String) -> Answer<()> {
    use domain::{access, own_words::OwnWords, results::comment::create_comment};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::comment(&mut tx, &caller, record).await?;
    create_comment(&mut tx, &granted, item, &OwnWords::new(&text)?, id, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect("/team/comments?done=1");
    Ok(())
}

/// Whoever commented on a result says it in other words, made from the version that stood in the form.
#[server(endpoint = "results/correct_comment", output = Tree)]
pub async fn correct_comment(
    record: RecordId,
    item: ItemId,
    id: CommentId,
    version: i64,
    #[server(default)] text: String,
) -> Answer<()> {
    use domain::{access, own_words::OwnWords, results::comment::change_comment};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::comment(&mut tx, &caller, record).await?;
    change_comment(&mut tx, &granted, id, Some(&OwnWords::new(&text)?), version, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/team/comments/{record}/{item}?changed=1"));
    Ok(())
}

/// Whoever commented on a result takes it back.
#[server(endpoint = "results/withdraw_comment", output = Tree)]
pub async fn withdraw_comment(record: RecordId, item: ItemId, id: CommentId, version: i64) -> Answer<()> {
    use domain::{access, results::comment::change_comment};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::comment(&mut tx, &caller, record).await?;
    change_comment(&mut tx, &granted, id, None, version, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/team/comments/{record}/{item}?changed=1"));
    Ok(())
}

/// Someone of the care team lets a result open without a comment.
#[server(endpoint = "results/release", output = Tree)]
pub async fn release(record: RecordId, item: ItemId) -> Answer<()> {
    use domain::{access, results::wait};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::comment(&mut tx, &caller, record).await?;
    wait::release(&mut tx, &granted, item, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect("/team/comments?done=1");
    Ok(())
}

/// The words of whoever asks: a search also finds tests by their plain names, and a report is
/// explained in them.
#[cfg(feature = "ssr")]
pub fn request_words() -> crate::words::Words {
    crate::words::Words::new(crate::visit::visit().language)
}
