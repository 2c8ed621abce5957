//! What the pages of medicines ask of the server.

use domain::id::{EntryId, MedicineId, RecordId};
use leptos::prelude::*;

use super::model::{MedicinesPage, TypedEntry};
use crate::{error::Answer, tree::Tree};

#[cfg(feature = "ssr")]
pub mod made;
#[cfg(feature = "ssr")]
pub(super) mod prescribed;
#[cfg(feature = "ssr")]
pub(super) mod shelf;
#[cfg(feature = "ssr")]
pub(super) mod typed_entry;

/// What is due, and the list.
#[server(endpoint = "medicines/home", output = Tree)]
pub async fn get_medicines(record: RecordId, #[server(default)] noted: String) -> Answer<MedicinesPage> {
    use domain::{
        access,
        access::{Identity, Medicines, Results},
    };

    use crate::request;

    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Medicines>(&mut tx, &caller, record, now).await?;
    let results = access::view::<Results>(&mut tx, &caller, record, now).await?;
    let identity = access::view::<Identity>(&mut tx, &caller, record, now).await?;
    made::home(&mut tx, &granted, (&results, &identity), noted.parse().ok(), now).await
}

/// Notes something about a dose. `id` is made with the form. What was noted before, or would be more than
/// allowed, is asked about first.
#[server(endpoint = "medicines/note", output = Tree)]
pub async fn note(
    record: RecordId,
    medicine: MedicineId,
    id: EntryId,
    #[server(default)] typed: TypedEntry,
) -> Answer<()> {
    use domain::{
        access,
        access::Medicines,
        medicines::{entry::Recorded, entry_store},
    };

    use crate::request;

    let (backend, caller) = request::caller()?;
    let Some((mut tx, said)) = request::take(&backend, &caller).await? else { return Ok(()) };
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    let new = typed_entry::entry(&mut tx, &granted, (medicine, id), &typed, said.at).await?;
    let recorded = entry_store::record_entry(&mut tx, &granted, new, &backend.site, said).await?;
    let then = match recorded {
        Recorded::Saved(entry) => typed_entry::back_with(record, &typed, entry.id),
        Recorded::Asked(question) => {
            let (who, of) = ((&backend, caller.account), (record, medicine, id, None));
            typed_entry::ask_first(&mut tx, who, of, &typed, &question).await?
        }
    };
    tx.commit().await?;
    leptos_axum::redirect(&then);
    Ok(())
}

/// Takes back what was just noted.
#[server(endpoint = "medicines/undo", output = Tree)]
pub async fn undo(record: RecordId, id: EntryId, #[server(default)] back: String) -> Answer<()> {
    use domain::{access, access::Medicines, medicines::entry_store};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let Some((mut tx, said)) = request::take(&backend, &caller).await? else { return Ok(()) };
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    entry_store::undo(&mut tx, &granted, id, said).await?;
    tx.commit().await?;
    leptos_axum::redirect(&typed_entry::back(record, &back));
    Ok(())
}

/// Says anew what was said of a dose; both are kept. `id` is made with the form. What would be more than allowed is
/// asked about first.
#[server(endpoint = "medicines/correct", output = Tree)]
pub async fn correct(
    record: RecordId,
    medicine: MedicineId,
    of: EntryId,
    id: EntryId,
    #[server(default)] typed: TypedEntry,
) -> Answer<()> {
    use domain::{
        access,
        access::Medicines,
        medicines::{entry::Recorded, entry_store},
    };

    use crate::request;

    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    let new = typed_entry::entry(&mut tx, &granted, (medicine, id), &typed, now).await?;
    let ids = (id, of, new.truly);
    let recorded = entry_store::correct_entry(&mut tx, &granted, ids, new.what, &backend.site, now).await?;
    let then = match recorded {
        Recorded::Saved(_) => format!("/records/{record}/medicines?noted={id}"),
        Recorded::Asked(question) => {
            let (who, of) = ((&backend, caller.account), (record, medicine, id, Some(of)));
            typed_entry::ask_first(&mut tx, who, of, &typed, &question).await?
        }
    };
    tx.commit().await?;
    leptos_axum::redirect(&then);
    Ok(())
}
