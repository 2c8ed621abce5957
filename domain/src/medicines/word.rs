//! What the record says by now of a medicine on someone's list: what was prescribed is stopped, on hold, not to be
//! taken, or was taken back. It is read wherever medicines are, and stored nowhere: what an import publishes holds
//! at once, and so does what the clinic sets right again.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{
    list::{Entry, Line, Strength, lines},
    prescribed::{Standing, Told},
    store::Medicine,
};
use crate::{
    Error, Result,
    access::{Granted, Medicines, Permission},
    db::{Tx, on_db},
    id::{ItemId, RecordId},
    results::{Item, searchable},
    time::Instant,
};

/// Prescriptions that are looked at, the newest first.
const MOST: i64 = 300;

/// What the record says of a medicine that is not simply to be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub says: Says,
    /// In the clinic's words; empty where it gives no reason.
    pub why: String,
    /// What of the record says it.
    pub item: ItemId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    OnHold,
    Stopped,
    /// A prescriber asked that it is not taken.
    NotToTake,
    /// It was entered in error.
    Withdrawn,
    /// Someone noted that the person does not take it.
    NotTaken,
    /// The prescription has come to its end.
    Completed,
}

impl Says {
    /// Whether nothing of it is to be taken. Many clinics end a prescription whenever its packs are used up, and
    /// that someone does not take a medicine is no order: both are said, and doses go on.
    pub const fn holds(self) -> bool {
        matches!(self, Self::OnHold | Self::Stopped | Self::NotToTake | Self::Withdrawn)
    }

    /// Whether it stands for nothing that is prescribed now; a hold is no end.
    pub const fn is_over(self) -> bool {
        !matches!(self, Self::OnHold)
    }

    fn of(entry: &Entry<'_, ItemId>) -> Option<Self> {
        match (entry.prescribed.told, entry.prescribed.standing) {
            (Told::NotToTake, _) => Some(Self::NotToTake),
            (_, Standing::OnHold) => Some(Self::OnHold),
            (_, Standing::Stopped) => Some(Self::Stopped),
            (_, Standing::NotTaken) => Some(Self::NotTaken),
            (_, Standing::Completed) => Some(Self::Completed),
            (_, Standing::Active | Standing::Planned | Standing::Unknown) => None,
        }
    }
}

/// What a record says of each of these medicines, by their names and by what they came from.
pub(super) async fn list_words(
    tx: &mut Tx,
    record: RecordId,
    medicines: &[(&str, &[ItemId])],
) -> Result<Vec<Option<Word>>> {
    let own: BTreeSet<ItemId> = medicines.iter().flat_map(|(_, items)| items.iter().copied()).collect();
    if own.is_empty() {
        return Ok(vec![None; medicines.len()]);
    }
    let mut items = list_newest(tx, record).await?;
    let mut withdrawn = BTreeSet::new();
    for id in own {
        if items.iter().any(|(known, _)| *known == id) {
            continue;
        }
        match find_own(tx, record, id).await? {
            Some((true, _)) => drop(withdrawn.insert(id)),
            Some((false, Some(item))) => items.push((id, item)),
            _ => {}
        }
    }
    let lines = lines(items.iter().map(|(id, item)| (*id, item)));
    let word = |(name, own): &(&str, &[ItemId])| {
        let gone = own.iter().any(|id| withdrawn.contains(id));
        word(&lines, name, own, gone)
    };
    Ok(medicines.iter().map(word).collect())
}

/// Since when it is known that nothing of a medicine is to be taken by what the record says: when that came.
pub async fn find_stopped_at<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Medicines>,
    medicine: &Medicine,
) -> Result<Option<Instant>> {
    let Some(word) = medicine.word.as_ref().filter(|word| word.says.holds()) else { return Ok(None) };
    let at: Option<i64> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT resource.arrived_at FROM resource JOIN record ON record.id = resource.record \
         WHERE resource.record = $1 AND resource.id = $2 AND resource.from_no <= record.published_no \
         AND resource.until_no > record.published_no",
    )
    .bind(granted.record().0)
    .bind(word.item.0)
    .fetch_optional(c)
    .await)?;
    Ok(at.map(Instant))
}

async fn list_newest(tx: &mut Tx, record: RecordId) -> Result<Vec<(ItemId, Item)>> {
    let rows: Vec<(Uuid, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT item.id, item.body FROM item JOIN record ON record.id = item.record WHERE item.record = $1 \
         AND item.head = 1 AND item.kind = 'medicine' AND item.from_no <= record.published_no \
         AND item.until_no > record.published_no ORDER BY item.sort_key DESC, item.id DESC LIMIT $2",
    )
    .bind(record.0)
    .bind(MOST)
    .fetch_all(c)
    .await)?;
    rows.into_iter().map(|(id, body)| Ok((ItemId(id), item(&body)?))).collect()
}

/// An older one: whether it was entered in error, and what it says.
async fn find_own(tx: &mut Tx, record: RecordId, id: ItemId) -> Result<Option<(bool, Option<Item>)>> {
    let row: Option<(bool, Option<String>)> = on_db!(tx, c => sqlx::query_as(
        "SELECT resource.hidden, item.body FROM resource JOIN record ON record.id = resource.record \
         LEFT JOIN item ON item.record = resource.record AND item.id = resource.id \
         AND item.from_no <= record.published_no AND item.until_no > record.published_no \
         WHERE resource.record = $1 AND resource.id = $2 AND resource.from_no <= record.published_no \
         AND resource.until_no > record.published_no",
    )
    .bind(record.0)
    .bind(id.0)
    .fetch_optional(c)
    .await)?;
    row.map(|(hidden, body)| Ok((hidden, body.as_deref().map(item).transpose()?))).transpose()
}

fn item(body: &str) -> Result<Item> {
    serde_json::from_str(body).map_err(Error::internal)
}

/// What counts is the last that was written: of what the medicine came from; of a later prescription of the same
/// strength, which takes its place; and of a prescriber who asked that the medicine is not taken. An older
/// prescription that nobody closed does not speak for one that was stopped, and no note of what someone takes does
/// for what a prescriber stopped.
pub(super) fn word(lines: &[Line<'_, ItemId>], name: &str, own: &[ItemId], withdrawn: bool) -> Option<Word> {
    let name = searchable(name);
    let is_own = |entry: &Entry<'_, ItemId>| own.contains(&entry.key);
    let is_same = |strength: &Strength<'_, ItemId>| {
        let called = strength.first().is_some_and(|first| searchable(&first.item.title) == name);
        strength.entries.iter().any(is_own) || (withdrawn && called)
    };
    let stated = |strength: &Strength<'_, ItemId>| {
        strength.entries.iter().any(|entry| is_own(entry) && entry.prescribed.told == Told::Statement)
    };
    let renews = |strength: &Strength<'_, ItemId>, entry: &Entry<'_, ItemId>| {
        let asked = entry.prescribed.told == Told::Request || stated(strength);
        is_same(strength) && asked && entry.is_current()
    };
    let mine = lines.iter().filter(|line| line.strengths.iter().any(is_same)).flat_map(|line| &line.strengths);
    let counts = mine.flat_map(|strength| {
        strength.entries.iter().filter(move |entry| is_own(entry) || forbids(entry) || renews(strength, entry))
    });
    let Some(last) = counts.max_by_key(|entry| (entry.written(), !entry.is_current())) else {
        let item = own.first().copied().filter(|_| withdrawn)?;
        return Some(Word { says: Says::Withdrawn, why: String::new(), item });
    };
    Some(Word { says: Says::of(last)?, why: last.prescribed.why.clone().unwrap_or_default(), item: last.key })
}

/// Whether a prescriber asks that it is not taken, and has not taken that back.
fn forbids(entry: &Entry<'_, ItemId>) -> bool {
    entry.prescribed.told == Told::NotToTake
        && matches!(entry.prescribed.standing, Standing::Active | Standing::Unknown)
}
