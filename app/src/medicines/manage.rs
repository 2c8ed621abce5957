//! What people do with medicines and their plans: the forms of pages that only the server renders.

use std::collections::BTreeMap;

use domain::{
    access::{self, Medicines, Results},
    id::{ItemId, MedicineId, RecordId},
    medicines::{
        life_store::{self, get_life},
        moved::Begin,
        plan_store,
        store::{self, NewMedicine, get_medicine},
        team, weekly_store,
    },
    results::store as results_store,
    time::{Day, Instant},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{goes_on::Today, team_forms, typed_plan};
use crate::{
    error::{Answer, ApiError},
    request,
    tree::Tree,
};

/// How a medicine is taken, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedPlan {
    /// `days`, `weekdays`, `cycle`, `hours`, `taper`, `once` or `needed`.
    pub rhythm: String,
    /// Moments of the day, and times; a row has one of the two.
    pub moment: Vec<String>,
    pub time: Vec<String>,
    pub every: String,
    pub weekdays: BTreeMap<String, String>,
    /// The one day of a medicine that is taken once a week.
    pub weekday: String,
    /// Days of the cycle on which it is taken: `1–5, 8–12`.
    pub on: String,
    /// How many days the cycle has, rest days included.
    pub length: String,
    pub first: String,
    pub hours: String,
    pub first_time: String,
    pub step_count: Vec<String>,
    pub step_days: Vec<String>,
    pub step_of: String,
    pub least: String,
    pub most: String,
    pub count: Vec<String>,
    pub of: Vec<String>,
    pub from: String,
    pub until: String,
    /// After how many doses it ends; a form without it leaves that as it was.
    pub doses: Option<String>,
    /// What the prescriber says of a dose that was not taken; as above.
    pub missed: Option<String>,
}

/// What the care team typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedOrder {
    /// `hold`, `end-hold`, `change` or `move`.
    pub what: String,
    pub why: String,
    pub until: String,
    pub from: String,
    pub count: Vec<String>,
    pub of: Vec<String>,
    pub first: String,
}

/// Puts a medicine on the list: of the record, or of one's own. `id` is made with the form.
#[server(endpoint = "medicines/create", output = Tree)]
pub async fn create(
    record: RecordId,
    id: MedicineId,
    #[server(default)] name: String,
    #[server(default)] purpose: String,
    #[server(default)] item: Option<ItemId>,
) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    let mut new = NewMedicine { id, name, purpose, items: item.into_iter().collect() };
    if let Some(item) = item {
        let results = access::view::<Results>(&mut tx, &caller, record, now).await?;
        new.name = results_store::get_item(&mut tx, &results, item).await?.head.item.title;
    }
    store::create_medicine(&mut tx, &granted, new, now).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/medicines/{id}/plan"));
    Ok(())
}

/// Says anew how a medicine of one's own is called, and what a medicine is for.
#[server(endpoint = "medicines/describe", output = Tree)]
pub async fn describe(
    record: RecordId,
    medicine: MedicineId,
    #[server(default)] name: String,
    #[server(default)] purpose: String,
) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    store::describe(&mut tx, &granted, medicine, (&name, &purpose), backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/medicines/{medicine}?saved=1"));
    Ok(())
}

/// Proposes a plan, which is read back before it holds.
#[server(endpoint = "medicines/propose", output = Tree)]
pub async fn propose(
    record: RecordId,
    medicine: MedicineId,
    version: i64,
    #[server(default)] typed: TypedPlan,
) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    let known = get_medicine(&mut tx, &granted, medicine).await?;
    let life = get_life(&mut tx, &granted).await?;
    let day = Day::of(now, life.zone.iana_name().unwrap_or("UTC"))?;
    let weekly = weekly_store::is_once_a_week(&mut tx, &granted, &known).await?;
    let plan = typed_plan::read(&typed, (&known, weekly), Today { life: &life, now, day })?;
    plan_store::propose_plan(&mut tx, &granted, medicine, &plan, version, now).await.map_err(typed_plan::by_field)?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/medicines/{medicine}/review"));
    Ok(())
}

/// Confirms the plan that was proposed at a moment; where it moves a dose of today that was answered, `begin` says
/// from when it holds.
#[server(endpoint = "medicines/confirm", output = Tree)]
pub async fn confirm(
    record: RecordId,
    medicine: MedicineId,
    proposed: i64,
    #[server(default)] begin: String,
) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    let begin = (Instant(proposed), Begin::from_code(&begin));
    plan_store::confirm_plan_from(&mut tx, &granted, medicine, begin, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/medicines/{medicine}?saved=1"));
    Ok(())
}

/// Takes a break of a medicine.
#[server(endpoint = "medicines/pause", output = Tree)]
pub async fn pause(record: RecordId, medicine: MedicineId, #[server(default)] why: String) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    plan_store::pause(&mut tx, &granted, medicine, &why, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/medicines/{medicine}?saved=1"));
    Ok(())
}

/// Goes on after a break.
#[server(endpoint = "medicines/resume", output = Tree)]
pub async fn resume(record: RecordId, medicine: MedicineId) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    plan_store::resume(&mut tx, &granted, medicine, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/medicines/{medicine}?saved=1"));
    Ok(())
}

/// A medicine is not taken any more.
#[server(endpoint = "medicines/end", output = Tree)]
pub async fn end(record: RecordId, medicine: MedicineId, #[server(default)] why: String) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    store::end_medicine(&mut tx, &granted, medicine, &why, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/medicines/{medicine}?saved=1"));
    Ok(())
}

/// Says when the moments of one's day are: waking, three meals, bedtime.
#[server(endpoint = "medicines/moments", output = Tree)]
pub async fn moments(record: RecordId, #[server(default)] typed: BTreeMap<String, String>) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let moments = super::moments::read(&typed)?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    life_store::save_moments(&mut tx, &granted, &moments, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/medicines/moments?saved=1"));
    Ok(())
}

/// The care team holds a medicine, ends that, changes its dose, or moves a cycle.
#[server(endpoint = "medicines/order", output = Tree)]
pub async fn order(
    record: RecordId,
    medicine: MedicineId,
    version: i64,
    #[server(default)] typed: TypedOrder,
) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.write().await?;
    let granted = access::act::<Medicines>(&mut tx, &caller, record).await?;
    let life = get_life(&mut tx, &granted).await?;
    let zone = life.zone.iana_name().unwrap_or("UTC");
    let (order, today) = (team_forms::read(&typed, zone)?, Day::of(now, zone)?);
    team::order(&mut tx, &granted, medicine, &order, (version, today), now).await.map_err(typed_plan::by_field)?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/medicines/{medicine}?saved=1"));
    Ok(())
}

/// The id in an address.
pub fn medicine_in_path(id: Option<String>) -> Answer<MedicineId> {
    id.and_then(|id| id.parse().ok()).ok_or(ApiError::NotFound)
}
