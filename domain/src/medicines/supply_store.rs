//! How much of a medicine there is: what its person counted, less what they noted as taken since.

use serde::{Deserialize, Serialize};

use super::{
    entry::What,
    entry_store::list_taken,
    plan::{Amount, Plan, Rhythm},
    store::held,
    supply::OnHand,
};
use crate::{
    Error, Field, FieldCode, Result,
    access::{Granted, Medicines, Permission, Write},
    audit,
    db::{Tx, on_db},
    id::{MedicineId, SupplyId},
    time::Instant,
};

/// More is asked for so many days before it runs out, where nobody says otherwise.
pub const LEAD_DAYS: u8 = 7;
/// The longest time from asking to having.
pub const LONGEST_LEAD: u8 = 60;
/// Thousandths of the most that can be counted.
const MOST: u64 = 100_000_000;

/// So much of each strength, in thousandths, by the form and strength as its package says (empty when it is
/// known from the medicine's name).
pub type Counted = OnHand;

/// What someone counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCount {
    /// Made by the form, so that sending it twice counts once.
    pub id: SupplyId,
    pub medicine: MedicineId,
    pub counts: Counted,
    /// It came to what was there; else it is all that there is.
    pub more: bool,
    pub lead_days: u8,
}

/// How much there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supply {
    pub counted_at: Instant,
    /// What there was then.
    pub counted: Counted,
    /// What is left, never less than nothing.
    pub left: Counted,
    pub lead_days: u8,
}

/// Notes what someone has counted of a medicine of theirs, also of one that nobody prescribed. The same again
/// has the effect of once.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such medicine; `counts: Missing` and `counts: OutOfRange`;
/// `lead_days: OutOfRange`; [`Error::Conflict`] when the id came with another count.
pub async fn count(tx: &mut Tx, granted: &Granted<Write, Medicines>, new: &NewCount, now: Instant) -> Result<()> {
    let account = granted.account().ok_or(Error::NotFound)?;
    // Two packs from two devices at once are both there.
    let medicine = held(tx, granted, new.medicine).await?;
    check(new)?;
    let typed = json(&(new.medicine, &new.counts, new.more))?;
    let known: Option<(String, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT typed, lead_days FROM medicine_supply WHERE record = $1 AND id = $2",
    )
    .bind(granted.record().0)
    .bind(new.id.0)
    .fetch_optional(c)
    .await)?;
    if let Some(known) = known {
        return if known == (typed, i64::from(new.lead_days)) { Ok(()) } else { Err(Error::Conflict) };
    }
    let mut counts = new.counts.clone();
    if new.more
        && let Some(supply) = find_supply(tx, granted, medicine.id).await?
    {
        for (of, left) in supply.left {
            let whole = counts.entry(of).or_default();
            *whole = (*whole + left).min(MOST);
        }
    }
    on_db!(tx, c => sqlx::query(
        "INSERT INTO medicine_supply (record, id, medicine, typed, counts, lead_days, account, counted_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(granted.record().0)
    .bind(new.id.0)
    .bind(new.medicine.0)
    .bind(typed)
    .bind(json(&counts)?)
    .bind(i64::from(new.lead_days))
    .bind(account.0)
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    audit::store::deed(tx, granted, "count", now).await
}

fn check(new: &NewCount) -> Result<()> {
    let mut wrong = Vec::new();
    let mut field = |name: &str, code| wrong.push(Field { name: name.into(), code });
    if new.counts.is_empty() {
        field("counts", FieldCode::Missing);
    }
    if new.counts.values().any(|count| *count > MOST) || (new.more && new.counts.values().all(|count| *count == 0)) {
        field("counts", FieldCode::OutOfRange);
    }
    if new.lead_days > LONGEST_LEAD {
        field("lead_days", FieldCode::OutOfRange);
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
}

fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

/// How much there is of a medicine, as it was last counted and taken since; nothing when nobody counted.
pub async fn find_supply<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: MedicineId,
) -> Result<Option<Supply>> {
    let row: Option<(String, i64, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT counts, lead_days, counted_at FROM medicine_supply WHERE record = $1 AND medicine = $2 \
         ORDER BY counted_at DESC, id DESC LIMIT 1",
    )
    .bind(granted.record().0)
    .bind(medicine.0)
    .fetch_optional(c)
    .await)?;
    let Some((counts, lead_days, counted_at)) = row else { return Ok(None) };
    let counted: Counted = serde_json::from_str(&counts).map_err(Error::internal)?;
    let mut left = counted.clone();
    for entry in list_taken(tx, granted, medicine, Instant(counted_at)).await? {
        let What::Taken { amounts, .. } = entry.what else { continue };
        for Amount { count, of } in amounts {
            if let Some(left) = left.get_mut(&of) {
                *left = left.saturating_sub(u64::from(count.thousandths()));
            }
        }
    }
    let lead_days = u8::try_from(lead_days).unwrap_or(LEAD_DAYS);
    Ok(Some(Supply { counted_at: Instant(counted_at), counted, left, lead_days }))
}

/// The strengths of which there is to be some: all that a plan asks for, in the order in which it names them.
pub fn strengths(plan: &Plan) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for course in &plan.courses {
        let steps: &[_] = if let Rhythm::Taper { steps, .. } = &course.rhythm { steps } else { &[] };
        for Amount { of, .. } in course.amounts.iter().chain(steps.iter().flat_map(|step| &step.amounts)) {
            if !all.contains(of) {
                all.push(of.clone());
            }
        }
    }
    all
}
