//! What the pages of results ask of the server, and how the answers are made from the domain.

use domain::id::{ItemId, RecordId};
use leptos::prelude::*;

use super::model::{Asked, Opened, Period, TimelinePage, TrendPage};
use crate::error::Answer;

#[cfg(feature = "ssr")]
pub mod made;

/// A page of the timeline, newest first.
#[server(endpoint = "results/timeline")]
pub async fn get_timeline(record: RecordId, #[server(default)] asked: Asked) -> Answer<TimelinePage> {
    use domain::{access, access::Results, results::store};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let filter = made::filter(&asked, request_words());
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Results>(&mut tx, &caller, record, backend.now()).await?;
    let (entries, more) = store::list_timeline(&mut tx, &granted, &filter, made::LINES).await?;
    let ids: Vec<ItemId> = entries.iter().map(|entry| entry.id).collect();
    let new = store::list_new_of(&mut tx, &granted, &ids).await?;
    let years = store::list_years(&mut tx, &granted).await?;
    let kinds = store::list_kinds(&mut tx, &granted).await?;
    let older = entries.last().filter(|_| more).map(|entry| entry.cursor.to_string());
    let zone = &backend.site.zone;
    let entries = entries.into_iter().map(|entry| made::entry_model(&new, entry, zone)).collect();
    Ok(TimelinePage { record, asked, entries, older, years, kinds })
}

/// One thing with the values it groups. From now on it is no longer new to whoever opened it.
#[server(endpoint = "results/item")]
pub async fn get_item(record: RecordId, item: ItemId) -> Answer<Opened> {
    use domain::{access, access::Results, results::store};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Results>(&mut tx, &caller, record, now).await?;
    let opened = store::get_item(&mut tx, &granted, item).await?;
    drop(tx);
    // A page that can be read is worth more than the note that it was.
    if let Err(cause) = made::save_look(&backend.db, &granted, item, now).await {
        tracing::error!(event = "look.unwritable", %cause);
    }
    Ok(made::opened(record, opened, request_words(), &backend.site))
}

/// One test over time. Without a period, one that shows a course.
#[server(endpoint = "results/trend")]
pub async fn get_trend(
    record: RecordId,
    series: String,
    #[server(default)] period: Option<Period>,
    #[server(default)] all_rows: bool,
) -> Answer<TrendPage> {
    use domain::{access, access::Results, results::store};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Results>(&mut tx, &caller, record, backend.now()).await?;
    let course = store::get_course(&mut tx, &granted, &series).await?;
    let page = made::trend(record, series, &course, period, &backend.site.zone);
    Ok(TrendPage { all_rows, ..page })
}

/// The words of whoever asks: a search also finds tests by their plain names, and a report is
/// explained in them.
#[cfg(feature = "ssr")]
fn request_words() -> crate::words::Words {
    crate::words::Words::new(crate::visit::visit().language)
}
