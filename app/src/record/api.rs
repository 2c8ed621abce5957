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

/// Lines of each list.
#[cfg(feature = "ssr")]
const MOST: i64 = 8;

/// Today of a record.
#[server(endpoint = "record/today", output = Tree)]
pub async fn get_today(record: RecordId, #[server(default)] noted: String) -> Answer<TodayPage> {
    use domain::{
        access::{self, Diary, Identity, Medicines, Reader, Results},
        record::store::get_whose,
        results::{Kind, store},
    };

    use crate::{diary::api::made as diary_made, medicines::api::made as medicines_made, request, results::api::made};

    let (backend, caller) = request::caller()?;
    let signed_in = request::signed_in()?;
    let now = backend.now();
    let day = request::local_date(now, &signed_in.zone).date();
    let mut tx = backend.db.read().await?;
    let identity = access::view::<Identity>(&mut tx, &caller, record, now).await?;
    let whose = get_whose(&mut tx, &identity).await?;
    let granted = access::view::<Results>(&mut tx, &caller, record, now).await?;
    let own = granted.reader() == Reader::Person;
    let mut ids = store::list_new(&mut tx, &granted, MOST + 1).await?;
    let more = i64::try_from(ids.len()).unwrap_or(i64::MAX) > MOST;
    ids.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    let new = if own {
        store::list_entries(&mut tx, &granted, &ids).await?
    } else {
        let kinds = vec![Kind::Laboratory, Kind::Imaging, Kind::Pathology, Kind::Genetics];
        let filter = store::Filter { kinds, ..store::Filter::default() };
        store::list_timeline(&mut tx, &granted, &filter, MOST).await?.0
    };
    let coming = store::list_coming(&mut tx, &granted, day, MOST).await?;
    let zone = &backend.site.zone;
    let diary = access::view::<Diary>(&mut tx, &caller, record, now).await?;
    let diary = if own { Some(diary_made::card(&mut tx, &diary, &signed_in.zone).await?) } else { None };
    let taken = access::view::<Medicines>(&mut tx, &caller, record, now).await?;
    let medicines = if own { medicines_made::card(&mut tx, &taken, noted.parse().ok()).await? } else { None };
    Ok(TodayPage {
        record,
        own,
        medicines,
        diary,
        name: whose.name.or(signed_in.name).unwrap_or_default(),
        day,
        new: new.into_iter().map(|entry| made::entry_model(&ids, entry, zone)).collect(),
        more,
        coming: coming.into_iter().map(|entry| made::entry_model(&[], entry, zone)).collect(),
    })
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
