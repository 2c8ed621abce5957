//! Counting what there is of a medicine, and asking for more: plain forms.

use domain::id::{MedicineId, RecordId, RefillId, SupplyId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::Answer;

/// What was counted of a strength.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedCount {
    /// The form and strength as its package says.
    #[serde(default)]
    pub of: String,
    #[serde(default)]
    pub count: String,
}

/// Notes how much there is. `id` is made with the form, here and below, so that sending it twice does it once.
#[server(endpoint = "medicines/count")]
pub async fn count_supply(
    record: RecordId,
    medicine: MedicineId,
    id: SupplyId,
    #[server(default)] counts: Vec<TypedCount>,
    #[server(default)] more: String,
    #[server(default)] lead_days: String,
) -> Answer<()> {
    use domain::{access, medicines::supply_store};

    let (backend, caller) = crate::request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<access::Medicines>(&mut tx, &caller, record).await?;
    let new = read(medicine, id, &counts, !more.is_empty(), &lead_days)?;
    supply_store::count(&mut tx, &granted, &new, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/medicines/{medicine}/supply?saved=count"));
    Ok(())
}

/// Asks the care team for more of a medicine that was prescribed.
#[server(endpoint = "medicines/request_refill")]
pub async fn request_refill(
    record: RecordId,
    medicine: MedicineId,
    id: RefillId,
    #[server(default)] words: String,
) -> Answer<()> {
    use domain::{access, medicines::refill_store};

    let (backend, caller) = crate::request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<access::Medicines>(&mut tx, &caller, record).await?;
    let new = refill_store::NewRefill { id, medicine, words };
    refill_store::request(&mut tx, &granted, &new, &backend.site, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/medicines/{medicine}/supply?saved=asked"));
    Ok(())
}

/// Takes a wish for more back.
#[server(endpoint = "medicines/withdraw_refill")]
pub async fn withdraw_refill(record: RecordId, medicine: MedicineId, refill: RefillId) -> Answer<()> {
    use domain::{access, medicines::refill_store};

    let (backend, caller) = crate::request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<access::Medicines>(&mut tx, &caller, record).await?;
    refill_store::withdraw(&mut tx, &granted, refill, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/records/{record}/medicines/{medicine}/supply?saved=withdrawn"));
    Ok(())
}

/// What the form says.
///
/// # Errors
/// `counts: Malformed` and `lead_days: Malformed`.
#[cfg(feature = "ssr")]
fn read(
    medicine: MedicineId,
    id: SupplyId,
    typed: &[TypedCount],
    more: bool,
    lead_days: &str,
) -> domain::Result<domain::medicines::supply_store::NewCount> {
    use domain::{Error, FieldCode, diary::number};

    let mut counts = domain::medicines::supply_store::Counted::new();
    for TypedCount { of, count } in typed {
        let count = thousandths(count).ok_or_else(|| Error::field("counts", FieldCode::Malformed))?;
        *counts.entry(domain::own_words::plain(of)).or_default() += count;
    }
    let lead_days = number::read(lead_days).and_then(|days| days.parse().ok());
    let lead_days = lead_days.ok_or_else(|| Error::field("lead_days", FieldCode::Malformed))?;
    Ok(domain::medicines::supply_store::NewCount { id, medicine, counts, more, lead_days })
}

/// A number of tablets as people type it, none at all among them, in thousandths.
#[cfg(feature = "ssr")]
fn thousandths(typed: &str) -> Option<u64> {
    let number = domain::diary::number::read(typed)?;
    let (whole, part) = number.split_once('.').unwrap_or((&number, ""));
    if part.len() > 3 || whole.len() > 6 {
        return None;
    }
    let part: u64 = format!("{part:0<3}").parse().ok()?;
    Some(whole.parse::<u64>().ok()? * 1_000 + part)
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;

    #[test]
    fn tablets_are_read_as_people_type_them_and_none_is_a_number_too() {
        for (typed, read) in
            [("24", Some(24_000)), ("1,5", Some(1_500)), ("٢٤", Some(24_000)), ("0", Some(0)), (" 7 ", Some(7_000))]
        {
            assert_eq!(thousandths(typed), read, "{typed}");
        }
        for typed in ["", "-1", "many", "1.2345", "1234567"] {
            assert_eq!(thousandths(typed), None, "{typed}");
        }
    }
}
