//! The calendar of doses that other programs subscribe to, under a secret address. Whoever has the address reads
//! it, so it tells nothing by default, can be taken back, and only the hash of the secret is kept.

use std::collections::BTreeMap;

use super::{day::doses_of, life_store::get_life, store::list_medicines};
use crate::{
    Result,
    access::{self, AccountRole, Granted, Medicines, View, Write},
    audit,
    db::{Db, Tx, on_db},
    secret,
    time::Instant,
};

/// So far ahead the calendar reaches.
pub const DAYS: i64 = 60;
/// More moments than this are not in it.
const MOST: usize = 4_000;
/// It is noted once a day that it was read.
const READ_MICROS: i64 = 86_400_000_000;

/// The calendar that someone has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feed {
    /// Whether it names medicines.
    pub named: bool,
    pub made_at: Instant,
    /// The last time at which it was noted that a program read it.
    pub read_at: Option<Instant>,
}

/// What a program that knows the secret reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The code of the language that it speaks, where its person has chosen one.
    pub language: Option<String>,
    /// By when they are.
    pub moments: Vec<DoseMoment>,
}

/// A moment at which something is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoseMoment {
    /// The same whenever the calendar is read; it tells nothing of whose calendar it is.
    pub uid: String,
    pub at: Instant,
    /// Of the medicines that are due; none where the calendar names none.
    pub names: Vec<String>,
}

/// Makes a calendar under a new address; the one before it opens nothing any more. Answers the secret, which is
/// stored nowhere.
pub async fn make_feed(tx: &mut Tx, granted: &Granted<Write, Medicines>, named: bool, now: Instant) -> Result<String> {
    let secret = secret::token()?;
    on_db!(tx, c => sqlx::query(
        "INSERT INTO medicine_feed (record, secret, named, made_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (record) DO UPDATE SET secret = excluded.secret, named = excluded.named, \
         made_at = excluded.made_at, read_at = NULL",
    )
    .bind(granted.record().0)
    .bind(secret::sha256(secret.as_bytes()).to_vec())
    .bind(named)
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    audit::store::deed(tx, granted, "feed-on", now).await?;
    Ok(secret)
}

/// Takes the address back: nobody reads the calendar any more. Where there is none, nothing changes.
pub async fn end_feed(tx: &mut Tx, granted: &Granted<Write, Medicines>, now: Instant) -> Result<()> {
    let ended = on_db!(tx, c => sqlx::query("DELETE FROM medicine_feed WHERE record = $1")
        .bind(granted.record().0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    if ended > 0 { audit::store::deed(tx, granted, "feed-off", now).await } else { Ok(()) }
}

/// The calendar that the person has made, if they have. It is theirs alone to know.
pub async fn find_feed(tx: &mut Tx, granted: &Granted<Write, Medicines>) -> Result<Option<Feed>> {
    let row: Option<(bool, i64, Option<i64>)> = on_db!(tx, c => sqlx::query_as(
        "SELECT named, made_at, read_at FROM medicine_feed WHERE record = $1",
    )
    .bind(granted.record().0)
    .fetch_optional(c)
    .await)?;
    Ok(row.map(|(named, made_at, read_at)| Feed { named, made_at: Instant(made_at), read_at: read_at.map(Instant) }))
}

/// The calendar that a secret opens; nothing for a secret that opens none, or none any more. That it was read
/// stands in the log, once a day, before it is answered.
pub async fn read_calendar(db: &Db, secret: &str, now: Instant) -> Result<Option<Calendar>> {
    let hash = secret::sha256(secret.as_bytes());
    let mut tx = db.read().await?;
    let Some(granted) = access::view_calendar(&mut tx, &hash, now).await? else { return Ok(None) };
    let (named, read_at, language): (bool, Option<i64>, Option<String>) = on_db!(tx, c => sqlx::query_as(
        "SELECT medicine_feed.named, medicine_feed.read_at, account.language FROM medicine_feed \
         JOIN account ON account.record = medicine_feed.record WHERE medicine_feed.record = $1 AND account.role = $2",
    )
    .bind(granted.record().0)
    .bind(AccountRole::Patient.code())
    .fetch_one(c)
    .await)?;
    let moments = moments(&mut tx, &granted, named, now).await?;
    drop(tx);
    let day = now.0.div_euclid(READ_MICROS);
    if read_at.is_none_or(|at| at.div_euclid(READ_MICROS) != day) {
        let mut tx = db.write().await?;
        note_read(&mut tx, &granted, now).await?;
        tx.commit().await?;
    }
    let moments =
        moments.into_iter().take(MOST).map(|(at, names)| DoseMoment { uid: uid(&hash, at), at, names }).collect();
    Ok(Some(Calendar { language, moments }))
}

/// The moments at which something is due that is still taken, and what, where that may be said.
async fn moments(
    tx: &mut Tx,
    granted: &Granted<View, Medicines>,
    named: bool,
    now: Instant,
) -> Result<BTreeMap<Instant, Vec<String>>> {
    let life = get_life(tx, granted).await?;
    let mut moments: BTreeMap<Instant, Vec<String>> = BTreeMap::new();
    let mut medicines = list_medicines(tx, granted).await?;
    medicines.retain(|medicine| medicine.ended_at.is_none() && !medicine.is_stopped());
    for medicine in medicines {
        for dose in doses_of(&medicine, &life, (now, now.plus_days(DAYS))).take(MOST) {
            let due = moments.entry(dose.due).or_default();
            if named && !due.contains(&medicine.name) {
                due.push(medicine.name.clone());
            }
        }
    }
    Ok(moments)
}

fn uid(hash: &[u8; 32], at: Instant) -> String {
    let of = [hash.as_slice(), &at.0.to_be_bytes()].concat();
    format!("{}@daybook", &secret::hex(&secret::sha256(&of))[..32])
}

async fn note_read(tx: &mut Tx, granted: &Granted<View, Medicines>, now: Instant) -> Result<()> {
    let noted = on_db!(tx, c => sqlx::query(
        "UPDATE medicine_feed SET read_at = $2 WHERE record = $1 AND (read_at IS NULL OR read_at < $3 OR read_at > $2)",
    )
    .bind(granted.record().0)
    .bind(now.0)
    .bind(now.0.div_euclid(READ_MICROS) * READ_MICROS)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    // Another process may have noted it meanwhile.
    if noted > 0 { audit::store::by_itself(tx, granted, "feed-read", now).await } else { Ok(()) }
}
