//! What Today asks of the server.

use domain::{id::RecordId, time::PartialDate};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    diary::model::DiaryCard, error::Answer, medicines::model::DoseCard, results::model::EntryModel, tree::Tree,
};

/// What is new, then what is coming.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TodayPage {
    pub record: RecordId,
    /// The reader's own record, not one that they care for.
    pub own: bool,
    /// The name in the record; the one they signed in with when the record has none.
    pub name: String,
    /// The day, where they live.
    pub day: PartialDate,
    /// What is to be taken now.
    pub medicines: Option<DoseCard>,
    /// What the diary asks, and what came of it.
    pub diary: Option<DiaryCard>,
    /// What is new to the person; for the care team the latest.
    pub new: Vec<EntryModel>,
    /// There is more that is new than is listed.
    pub more: bool,
    pub coming: Vec<EntryModel>,
}

/// Today of a record.
#[server(endpoint = "record/today", output = Tree)]
pub async fn get_today(record: RecordId, #[server(default)] noted: String) -> Answer<TodayPage> {
    use super::made;
    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    made::today(&mut tx, (&backend, &caller), record, noted.parse().ok(), None).await
}

/// What the care team typed about how someone is cared for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedCare {
    pub phase: String,
    pub since: String,
    pub cycle_first: String,
    pub cycle_length: String,
    pub cycle_count: String,
    /// A day a line.
    pub days: String,
    pub holds: Vec<TypedHold>,
    pub note: String,
}

/// Something on hold, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedHold {
    pub what: String,
    pub why: String,
    pub since: String,
    pub until: String,
}

/// The care team sets what it keeps of someone, made from the version that stood in the form.
#[server(endpoint = "record/save_care", output = Tree)]
pub async fn save_care(record: RecordId, version: i64, #[server(default)] typed: TypedCare) -> Answer<()> {
    use domain::{access, record::care};

    use crate::{record::care::form, request, visit::visit, words::Words};

    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let today = request::local_date(now, &backend.site.zone).date();
    let mut tx = backend.db.write().await?;
    let granted = access::act::<access::Care>(&mut tx, &caller, record).await?;
    let care = form::read(Words::new(visit().language), &typed, today)?;
    care::save_care(&mut tx, &granted, &care, version, now).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/care?saved=1"));
    Ok(())
}
