//! What a tap on a notification may do without a session: mark its notice as read, and note the one dose that it
//! is about.
//!
//! A push carries the handle of its row, which is random, and for each deed a proof: a keyed hash over that deed,
//! the push, its device, its notice, the dose and the plan that asked for it. So a proof is good for one deed of one push on one device, and
//! nothing can be read in it. The row of a push goes with its device: who signed out there, ended the device or
//! lost it to another has no push there any more, and its proofs open nothing.

use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use super::{Wording, choice_store::find_wanted};
use crate::{
    Error, Result,
    account::throttle,
    db::{Db, Tx, on_db},
    id::{AccountId, MedicineId, NoticeId, PushDeviceId, PushId},
    medicines::Slot,
    secret::{self, Keys, Purpose},
    time::Instant,
};

/// What is done by a tap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    /// The notice was opened.
    Seen,
    /// The dose was taken.
    Taken,
}

/// What a push brings, to be sent back when it is tapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tap {
    pub handle: String,
    pub seen: String,
    /// Where its notice is about one dose.
    pub taken: Option<String>,
}

/// What came back: a handle and a proof.
#[derive(Debug, Clone, Copy)]
pub struct Tapped<'a> {
    pub handle: &'a str,
    pub proof: &'a str,
}

/// What a proof is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    pub push: PushId,
    pub device: PushDeviceId,
    pub notice: NoticeId,
    /// The one dose that the notice is about.
    pub dose: Option<(MedicineId, Slot)>,
    /// The version of the plan by which the push left: what was tapped is what that plan asked for.
    pub plan: Option<i64>,
}

/// What stands between a proof and the version of the plan that it is for.
const VERSION: char = '-';

impl Subject {
    fn proof(&self, keys: &Keys, deed: Deed, handle: &[u8]) -> String {
        let Self { push, device, notice, dose, plan } = self;
        let deed = match (deed, dose.zip(*plan)) {
            (Deed::Seen, _) => "seen".to_owned(),
            (Deed::Taken, None) => "nothing".to_owned(),
            (Deed::Taken, Some(((medicine, slot), plan))) => {
                format!("taken:{medicine}:{}:{}:{plan}", String::from(slot.day), slot.number)
            }
        };
        let about = format!("{}:{push}:{device}:{notice}:{deed}", secret::hex(handle));
        // Half of it: 128 bits are more than anyone guesses.
        secret::hex(&keys.keyed_hash(Purpose::PushTap, &about)[..16])
    }

    /// What a push brings; `answerable` where the dose may still be answered by it.
    pub(super) fn tap(&self, keys: &Keys, handle: &[u8], answerable: bool) -> Tap {
        let plan = self.dose.filter(|_| answerable).and(self.plan);
        let taken = plan.map(|plan| format!("{}{VERSION}{plan}", self.proof(keys, Deed::Taken, handle)));
        Tap { handle: secret::hex(handle), seen: self.proof(keys, Deed::Seen, handle), taken }
    }
}

/// Who tapped, and how they are answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Owner {
    pub account: AccountId,
    pub subject: Subject,
    pub manner: Manner,
}

/// How someone who tapped is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manner {
    /// The code of the language of the account, where it has chosen one.
    pub language: Option<String>,
    pub zone: String,
    pub wording: Wording,
}

#[derive(sqlx::FromRow)]
struct Row {
    push: Uuid,
    device: Uuid,
    account: Uuid,
    language: Option<String>,
    zone: String,
    notice: Uuid,
    medicine: Option<Uuid>,
    slot_day: Option<String>,
    slot_number: Option<i64>,
}

/// The dose that a notice is about, as its row says.
pub(super) fn dose_of(
    medicine: Option<Uuid>,
    day: Option<String>,
    number: Option<i64>,
) -> Result<Option<(MedicineId, Slot)>> {
    let (Some(medicine), Some(day), Some(number)) = (medicine, day, number) else { return Ok(None) };
    let number = u32::try_from(number).map_err(Error::internal)?;
    Ok(Some((MedicineId(medicine), Slot { day: day.try_into().map_err(Error::internal)?, number })))
}

/// Who tapped: nobody, where the proof is for something else, or its device is not theirs any more.
pub(crate) async fn find_owner(tx: &mut Tx, keys: &Keys, deed: Deed, tapped: Tapped<'_>) -> Result<Option<Owner>> {
    let Some(handle) = secret::unhex(tapped.handle) else { return Ok(None) };
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT push.id AS push, push_device.id AS device, account.id AS account, account.language, account.zone, \
         notice.id AS notice, notice.medicine, notice.slot_day, notice.slot_number FROM push \
         JOIN push_device ON push_device.id = push.device JOIN account ON account.id = push_device.account \
         JOIN notice ON notice.id = push.notice WHERE push.handle = $1 AND push_device.gone_at IS NULL \
         AND account.disabled_at IS NULL AND notice.account = account.id",
    )
    .bind(&handle)
    .fetch_optional(c)
    .await)?;
    let Some(row) = row else { return Ok(None) };
    let (proof, plan) = match (deed, tapped.proof.split_once(VERSION)) {
        (Deed::Taken, Some((proof, plan))) => (proof, plan.parse().ok()),
        _ => (tapped.proof, None),
    };
    let subject = Subject {
        push: PushId(row.push),
        device: PushDeviceId(row.device),
        notice: NoticeId(row.notice),
        dose: dose_of(row.medicine, row.slot_day, row.slot_number)?,
        plan,
    };
    let expected = subject.proof(keys, deed, &handle);
    let right: bool = expected.as_bytes().ct_eq(proof.as_bytes()).into();
    if !right || (deed == Deed::Taken && subject.dose.zip(subject.plan).is_none()) {
        return Ok(None);
    }
    let account = AccountId(row.account);
    let wording = find_wanted(tx, account).await?.wording;
    Ok(Some(Owner { account, subject, manner: Manner { language: row.language, zone: row.zone, wording } }))
}

/// Who tapped a notice has read it.
pub(crate) async fn mark_seen(tx: &mut Tx, subject: &Subject, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE notice SET read_at = COALESCE(read_at, $2) WHERE id = $1")
        .bind(subject.notice.0)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Marks the notice of a notification that was opened as read.
///
/// # Errors
/// [`Error::NotFound`] when the proof opens nothing, or nothing any more; [`Error::Throttled`] for an address with
/// too many wrong tries.
pub async fn see(db: &Db, keys: &Keys, tapped: Tapped<'_>, address: &str, now: Instant) -> Result<()> {
    let mut tx = db.read().await?;
    let owner = find_owner(&mut tx, keys, Deed::Seen, tapped).await?;
    drop(tx);
    let Some(owner) = owner else { return Err(throttle::opens_nothing(db, keys, address, now).await?) };
    let mut tx = db.write().await?;
    mark_seen(&mut tx, &owner.subject, now).await?;
    tx.commit().await
}
