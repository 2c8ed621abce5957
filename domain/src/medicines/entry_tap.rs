//! Noting a dose by a tap on its notification, without a session: that one dose, as taken now, and nothing else.

use super::{
    day::{State, state},
    entry::{Entry, Kind, NewEntry, Recorded, What},
    entry_store::{find_dose, find_entry, list_of_dose, record_entry},
    life_store::get_life,
    plan::Slot,
    store::held,
};
use crate::{
    Error, Result,
    access::{self, Granted, Medicines, Write},
    account::throttle,
    db::{Db, Tx},
    id::{EntryId, MedicineId},
    reminders::tap::{Manner, Tapped, mark_seen},
    secret::Keys,
    site::Site,
    time::Instant,
};

/// What came of a tap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// The dose is noted as taken then, by this tap or one before.
    Noted(Instant),
    /// Something else was said of it before; nothing was noted.
    Before,
    /// Its medicine is paused or held; nothing was noted.
    Held,
    /// The plan is not the one any more by which the notification left; nothing was noted.
    Changed,
    /// It can't be answered by a tap any more; nothing was noted.
    Over,
}

/// Notes the dose of a notification as taken now. Once: tapped again, here or on another device, it is the same
/// entry.
///
/// # Errors
/// [`Error::NotFound`] when the proof opens nothing, or nothing any more; [`Error::Throttled`] for an address with
/// too many wrong tries.
pub async fn record_tap(
    db: &Db,
    keys: &Keys,
    tapped: Tapped<'_>,
    address: &str,
    site: &Site,
    now: Instant,
) -> Result<(Came, Manner)> {
    let mut tx = db.read().await?;
    let opens = access::write_by_tap(&mut tx, keys, tapped).await?.is_some();
    drop(tx);
    if !opens {
        return Err(throttle::opens_nothing(db, keys, address, now).await?);
    }
    let mut tx = db.write().await?;
    // Again, and now nobody ends the device meanwhile.
    let (granted, owner) = access::write_by_tap(&mut tx, keys, tapped).await?.ok_or(Error::NotFound)?;
    let ((medicine, slot), plan) = owner.subject.dose.zip(owner.subject.plan).ok_or(Error::NotFound)?;
    // Each notice has one entry of its own, whichever device says it.
    let came = match record(&mut tx, &granted, EntryId(owner.subject.notice.0), (medicine, slot, plan), site, now).await
    {
        // It was taken back meanwhile, or the medicine is gone.
        Err(Error::Conflict | Error::NotFound) => return Ok((Came::Over, owner.manner)),
        other => other?,
    };
    mark_seen(&mut tx, &owner.subject, now).await?;
    tx.commit().await?;
    Ok((came, owner.manner))
}

async fn record(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    id: EntryId,
    (medicine, slot, plan): (MedicineId, Slot, i64),
    site: &Site,
    now: Instant,
) -> Result<Came> {
    // Held, so that nobody says anything of it meanwhile.
    let known = held(tx, granted, medicine).await?;
    if let Some(at) = find_entry(tx, granted, id).await?.as_ref().and_then(Entry::taken_at) {
        return Ok(Came::Noted(at));
    }
    let entries = list_of_dose(tx, granted, medicine, slot).await?;
    if entries.iter().any(|entry| entry.what.kind() != Kind::Later) {
        return Ok(Came::Before);
    }
    if known.is_held(now) {
        return Ok(Came::Held);
    }
    if known.version != plan {
        return Ok(Came::Changed);
    }
    let life = get_life(tx, granted).await?;
    let Some(dose) = find_dose(&known, &life, slot) else { return Ok(Came::Over) };
    match state(&dose, &entries, false, now) {
        State::Due | State::Later { .. } => {}
        _ => return Ok(Came::Over),
    }
    let what = What::Taken { at: now, amounts: Vec::new() };
    let new = NewEntry { id, medicine, slot: Some(slot), what, truly: false };
    Ok(match record_entry(tx, granted, new, site, now).await? {
        Recorded::Saved(_) => Came::Noted(now),
        Recorded::Asked(_) => Came::Before,
    })
}
