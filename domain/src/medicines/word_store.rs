//! The record's words of medicines on someone's list, as they were when they were published: whoever publishes has
//! them written down in the same transaction, so that they hold at once, are read wherever medicines are, and leave
//! a trail of when nothing was to be taken.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{
    list::lines,
    word::{Says, Word, word},
};
use crate::{
    Error, Result,
    db::{Tx, on_db},
    id::{ItemId, MedicineId, RecordId},
    reminders::{Notice, Said, store::notify_person},
    results::Item,
    time::Instant,
};

/// Prescriptions that are looked at, the newest first.
const MOST: i64 = 300;

/// What the record said of a medicine, and since when each held: the oldest first, the last one holds.
pub(super) type Words = Vec<(Instant, Option<Word>)>;

/// Whose words are asked for: a medicine, its name, and what of the record it came from.
pub(super) type Asked<'a> = (MedicineId, &'a str, &'a [ItemId]);

/// What the record said of each of these medicines; nothing of the person's own.
pub(super) async fn list_words(tx: &mut Tx, record: RecordId, medicines: &[Asked<'_>]) -> Result<Vec<Words>> {
    if medicines.iter().all(|(_, _, items)| items.is_empty()) {
        return Ok(vec![Words::new(); medicines.len()]);
    }
    let known = list_written(tx, record).await?;
    let mut words: Vec<Words> = medicines.iter().map(|(id, ..)| known.get(id).cloned().unwrap_or_default()).collect();
    // What an earlier Daybook put on the list stands without its word until something is published.
    let unwritten = |(_, _, items): &Asked<'_>, words: &Words| !items.is_empty() && words.is_empty();
    if medicines.iter().zip(&words).any(|(medicine, words)| unwritten(medicine, words)) {
        let read = read_words(tx, record, medicines, &known).await?;
        for ((medicine, words), word) in medicines.iter().zip(&mut words).zip(read) {
            if unwritten(medicine, words) {
                let came = find_arrival(tx, record, word.as_ref()).await?;
                words.push((came.map_or(Instant(0), |came| came.at), word));
            }
        }
    }
    Ok(words)
}

/// Writes down what the record says of the medicines on its list from now on, where that is something else than
/// before, and tells the person where doses are held by it, or are no more. Whoever publishes, or puts a medicine on
/// the list, calls it in the same transaction.
///
/// What was stopped or held goes on only when the record says so: that a prescription has come to its end, or that
/// someone does not take it, takes no order back.
pub(crate) async fn heed(tx: &mut Tx, record: RecordId, now: Instant) -> Result<()> {
    type Row = (Uuid, String, String, Option<i64>, Option<i64>);
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, name, items, confirmed_at, ended_at FROM medicine WHERE record = $1 AND items <> '[]' \
         ORDER BY created_at, id",
    )
    .bind(record.0)
    .fetch_all(c)
    .await)?;
    if rows.is_empty() {
        return Ok(());
    }
    // Who publishes holds the record: a medicine that comes onto the list meanwhile has the word of what is published.
    on_db!(tx, c => sqlx::query("UPDATE record SET id = id WHERE id = $1").bind(record.0).execute(c).await.map(|_| ()))?;
    let mut medicines = Vec::with_capacity(rows.len());
    for (id, name, items, confirmed_at, ended_at) in rows {
        let items: Vec<ItemId> = serde_json::from_str(&items).map_err(Error::internal)?;
        medicines.push((MedicineId(id), name, items, confirmed_at.is_some() && ended_at.is_none()));
    }
    let asked: Vec<Asked<'_>> =
        medicines.iter().map(|(id, name, items, _)| (*id, name.as_str(), items.as_slice())).collect();
    let written = list_written(tx, record).await?;
    let words = read_words(tx, record, &asked, &written).await?;
    let holds = |word: Option<&Word>| word.is_some_and(|word| word.says.holds());
    let (mut held, mut again) = (Vec::new(), Vec::new());
    for ((id, name, _, taken), word) in medicines.iter().zip(words) {
        let last = written.get(id).and_then(|words| words.last()).map(|(_, last)| last);
        let stopped = holds(last.and_then(Option::as_ref));
        if last.is_some_and(|last| *last == word) || (stopped && word.is_some() && !holds(word.as_ref())) {
            continue;
        }
        // The first word of all may be an old one.
        let came = if last.is_none() { find_arrival(tx, record, word.as_ref()).await? } else { None };
        write(tx, record, *id, word.as_ref(), came.map_or(now, |came| came.at.min(now))).await?;
        let told = *taken && came.is_none_or(|came| came.just);
        match (stopped, holds(word.as_ref())) {
            (false, true) if told => held.push((*id, name.as_str())),
            (true, false) if told => again.push((*id, name.as_str())),
            _ => {}
        }
    }
    tell(tx, record, Notice::MedicineStopped, &held, now).await?;
    tell(tx, record, Notice::MedicineAgain, &again, now).await
}

/// One notice for all that a publication changes.
async fn tell(
    tx: &mut Tx,
    record: RecordId,
    notice: Notice,
    medicines: &[(MedicineId, &str)],
    now: Instant,
) -> Result<()> {
    let page = match medicines {
        [] => return Ok(()),
        [(one, _)] => format!("/records/{record}/medicines/{one}"),
        _ => format!("/records/{record}/medicines"),
    };
    let mut names: Vec<&str> = medicines.iter().map(|(_, name)| *name).collect();
    names.sort_unstable();
    names.dedup();
    let names = names.join(", ");
    let said = Said { detail: Some(&names), url: Some(&page) };
    notify_person(tx, record, notice, said, &format!("{record}:{}", now.0), now, now).await.map(|_| ())
}

/// When what a word stands on came, and whether that was with what is published last.
#[derive(Clone, Copy)]
struct Arrival {
    at: Instant,
    just: bool,
}

async fn find_arrival(tx: &mut Tx, record: RecordId, word: Option<&Word>) -> Result<Option<Arrival>> {
    let Some(word) = word else { return Ok(None) };
    let row: Option<(i64, i64, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT resource.arrived_at, resource.from_no, record.published_no FROM resource \
         JOIN record ON record.id = resource.record WHERE resource.record = $1 AND resource.id = $2 \
         AND resource.from_no <= record.published_no AND resource.until_no > record.published_no",
    )
    .bind(record.0)
    .bind(word.item.0)
    .fetch_optional(c)
    .await)?;
    Ok(row.map(|(at, from, published)| Arrival { at: Instant(at), just: from == published }))
}

async fn write(tx: &mut Tx, record: RecordId, medicine: MedicineId, word: Option<&Word>, since: Instant) -> Result<()> {
    // What a clock that was ahead wrote is over by now, too.
    on_db!(tx, c => sqlx::query("DELETE FROM medicine_word WHERE record = $1 AND medicine = $2 AND since > $3")
        .bind(record.0)
        .bind(medicine.0)
        .bind(since.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    on_db!(tx, c => sqlx::query(
        "INSERT INTO medicine_word (record, medicine, since, says, why, item) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (record, medicine, since) DO UPDATE SET says = excluded.says, why = excluded.why, \
         item = excluded.item",
    )
    .bind(record.0)
    .bind(medicine.0)
    .bind(since.0)
    .bind(word.map(|word| word.says.code()))
    .bind(word.map_or("", |word| word.why.as_str()))
    .bind(word.map(|word| word.item.0))
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

async fn list_written(tx: &mut Tx, record: RecordId) -> Result<BTreeMap<MedicineId, Words>> {
    type Row = (Uuid, i64, Option<String>, String, Option<Uuid>);
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT medicine, since, says, why, item FROM medicine_word WHERE record = $1 ORDER BY medicine, since",
    )
    .bind(record.0)
    .fetch_all(c)
    .await)?;
    let mut written: BTreeMap<MedicineId, Words> = BTreeMap::new();
    for (medicine, since, says, why, item) in rows {
        let says =
            says.map(|code| Says::from_code(&code).ok_or_else(|| Error::internal("an unknown word of a record")));
        let word = says.transpose()?.zip(item).map(|(says, item)| Word { says, why, item: ItemId(item) });
        written.entry(MedicineId(medicine)).or_default().push((Instant(since), word));
    }
    Ok(written)
}

/// What a record says of each of these medicines by now, by their names and by what they came from.
async fn read_words(
    tx: &mut Tx,
    record: RecordId,
    medicines: &[Asked<'_>],
    written: &BTreeMap<MedicineId, Words>,
) -> Result<Vec<Option<Word>>> {
    // What the last word stands on counts, however much came since.
    let last = |id: &MedicineId| written.get(id).and_then(|words| words.last()?.1.as_ref()).map(|word| word.item);
    let own: BTreeSet<ItemId> =
        medicines.iter().flat_map(|(id, _, items)| items.iter().copied().chain(last(id))).collect();
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
    let word = |(_, name, own): &Asked<'_>| {
        let gone = own.iter().any(|id| withdrawn.contains(id));
        word(&lines, name, own, gone)
    };
    Ok(medicines.iter().map(word).collect())
}

/// Only what is prescribed or stated: what was given on a ward would leave no room for it.
async fn list_newest(tx: &mut Tx, record: RecordId) -> Result<Vec<(ItemId, Item)>> {
    let rows: Vec<(Uuid, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT item.id, item.body FROM item JOIN record ON record.id = item.record \
         JOIN resource ON resource.id = item.id AND resource.from_no <= record.published_no \
         AND resource.until_no > record.published_no WHERE item.record = $1 AND item.head = 1 \
         AND item.kind = 'medicine' AND item.from_no <= record.published_no AND item.until_no > record.published_no \
         AND resource.kind IN ('MedicationRequest', 'MedicationStatement') \
         ORDER BY item.sort_key DESC, item.id DESC LIMIT $2",
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
