//! Someone else who is told by mail when a dose has no answer: whom the person chose, what they are told, and
//! that they agreed.
//!
//! They are asked by a letter with a link. Opening it does nothing, the button on its page does, once. Each mail
//! brings a link that ends it; the person can end it too. Of both links only the hash is stored: their secrets
//! are keyed hashes, made when a mail leaves. When there is something to tell, [`super::tell`] decides.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::tell;
use crate::{
    Error, FieldCode, Result,
    access::{self, AccountRole, Act, Granted, Medicines, Write},
    account::{store::is_language, throttle},
    audit,
    db::{Db, Tx, on_db},
    id::{MailId, MedicineId, RecordId, ToldId},
    own_words::plain,
    reminders::{
        Address, Notice, Said,
        outgoing::ToOther,
        store::{TestState, notify_person, post_letter},
    },
    secret::{self, Keys, Purpose},
    time::Instant,
};

/// A letter counts for so many days.
pub const LETTER_DAYS: i64 = 7;
/// Who said no is not asked again at the same address for so many days.
const NO_DAYS: i64 = 30;
/// What the person is called may be so long.
pub const CALLED: usize = 40;

/// Of which medicines someone is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Covered {
    /// All that are taken at set times.
    All,
    Chosen(BTreeSet<MedicineId>),
}

impl Covered {
    pub fn holds(&self, medicine: MedicineId) -> bool {
        match self {
            Self::All => true,
            Self::Chosen(chosen) => chosen.contains(&medicine),
        }
    }
}

/// What someone is told, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    language: String,
    called: Option<String>,
    /// Whether mails name the medicine.
    names: bool,
    covered: Covered,
}

impl Telling {
    /// `language` is a language code. `called` may be empty: then mails say "someone".
    ///
    /// # Errors
    /// [`Error::Invalid`] names `language`, `called` (letters, spaces and what joins names; no address of a page
    /// can be written with them) or `medicines`.
    pub fn new(language: &str, called: &str, names: bool, covered: Covered) -> Result<Self> {
        if !is_language(language) {
            return Err(Error::field("language", FieldCode::NotAChoice));
        }
        let called = plain(called);
        if called.chars().count() > CALLED {
            return Err(Error::field("called", FieldCode::TooLong));
        }
        if !called.chars().all(|c| c.is_alphabetic() || " '’-".contains(c)) {
            return Err(Error::field("called", FieldCode::Malformed));
        }
        if matches!(&covered, Covered::Chosen(chosen) if chosen.is_empty()) {
            return Err(Error::field("medicines", FieldCode::Missing));
        }
        Ok(Self { language: language.to_owned(), called: Some(called).filter(|name| !name.is_empty()), names, covered })
    }

    pub fn language(&self) -> &str {
        &self.language
    }

    pub fn called(&self) -> Option<&str> {
        self.called.as_deref()
    }

    pub const fn names(&self) -> bool {
        self.names
    }

    pub const fn covered(&self) -> &Covered {
        &self.covered
    }

    fn medicines(&self) -> Result<Option<String>> {
        match &self.covered {
            Covered::All => Ok(None),
            Covered::Chosen(chosen) => serde_json::to_string(chosen).map(Some).map_err(Error::internal),
        }
    }
}

/// Of which medicines, as it is stored.
pub(super) fn covered(medicines: Option<&str>) -> Result<Covered> {
    medicines.map_or(Ok(Covered::All), |text| serde_json::from_str(text).map(Covered::Chosen).map_err(Error::internal))
}

/// How it stands with someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// They have not answered the letter, which counts until then.
    Waiting(Instant),
    /// The letter can't be sent to this address.
    Unsent,
    /// No answer came in time.
    Expired,
    Agreed(Instant),
    /// They did not agree.
    Refused(Instant),
    /// They agreed, and ended it later.
    Stopped(Instant),
}

/// Someone else, as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub address: String,
    pub telling: Telling,
    pub state: State,
}

type Row = (String, String, Option<String>, bool, Option<String>, i64, Option<i64>, Option<i64>, Option<String>);

/// Whom the person chose, if anyone. It is theirs alone to know.
pub async fn find_told(tx: &mut Tx, granted: &Granted<Write, Medicines>, now: Instant) -> Result<Option<Told>> {
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT medicine_told.address, language, called, names, medicines, asked_until, medicine_told.confirmed_at, \
         medicine_told.ended_at, mail.outcome FROM medicine_told LEFT JOIN mail ON mail.id = medicine_told.letter \
         WHERE record = $1",
    )
    .bind(granted.record().0)
    .fetch_optional(c)
    .await)?;
    let Some((address, language, called, names, medicines, until, confirmed, ended, outcome)) = row else {
        return Ok(None);
    };
    let unsent = TestState::of(outcome.as_deref(), None, Some(now)) == TestState::Refused;
    let state = match (confirmed, ended) {
        (None, Some(at)) => State::Refused(Instant(at)),
        (Some(_), Some(at)) => State::Stopped(Instant(at)),
        (Some(at), None) => State::Agreed(Instant(at)),
        (None, None) if unsent => State::Unsent,
        (None, None) if now.0 < until => State::Waiting(Instant(until)),
        (None, None) => State::Expired,
    };
    let telling = Telling { language, called, names, covered: covered(medicines.as_deref())? };
    Ok(Some(Told { address, telling, state }))
}

/// Asks someone by a letter to an address. Whoever was asked or told before is not any more.
///
/// # Errors
/// `address: NotAChoice` for who said no a while ago; [`Error::Throttled`] when too many mails were asked for.
pub async fn ask(
    tx: &mut Tx,
    keys: &Keys,
    granted: &Granted<Write, Medicines>,
    address: &Address,
    telling: &Telling,
    now: Instant,
) -> Result<()> {
    let account = granted.account().ok_or(Error::NotFound)?;
    let letter = post_letter(tx, account, address, now).await?;
    let before = find_told(tx, granted, now).await?;
    if let Some(Told { state: State::Refused(at) | State::Stopped(at), address: known, .. }) = before
        && known == address.as_str()
        && now < at.plus_days(NO_DAYS)
    {
        return Err(Error::field("address", FieldCode::NotAChoice));
    }
    forget(tx, granted.record()).await?;
    let id = ToldId::new();
    on_db!(tx, c => sqlx::query(
        "INSERT INTO medicine_told (record, id, address, language, called, names, medicines, letter, secret, asked_at, \
         asked_until, stop, looked_at, turn) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $10, 0)",
    )
    .bind(granted.record().0)
    .bind(id.0)
    .bind(address.as_str())
    .bind(&telling.language)
    .bind(&telling.called)
    .bind(telling.names)
    .bind(telling.medicines()?)
    .bind(letter.0)
    .bind(hash(&letter_secret(keys, letter)))
    .bind(now.0)
    .bind(now.plus_days(LETTER_DAYS).0)
    .bind(hash(&stop_secret(keys, id)))
    .execute(c)
    .await
    .map(|_| ()))?;
    audit::store::deed(tx, granted, "told-ask", now).await
}

/// Chooses anew what someone is told. They need not agree to that again.
///
/// # Errors
/// [`Error::NotFound`] when nobody is asked or told.
pub async fn choose(tx: &mut Tx, granted: &Granted<Write, Medicines>, telling: &Telling, now: Instant) -> Result<()> {
    let changed = on_db!(tx, c => sqlx::query(
        "UPDATE medicine_told SET language = $2, called = $3, names = $4, medicines = $5 WHERE record = $1 \
         AND ended_at IS NULL",
    )
    .bind(granted.record().0)
    .bind(&telling.language)
    .bind(&telling.called)
    .bind(telling.names)
    .bind(telling.medicines()?)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if changed == 0 {
        return Err(Error::NotFound);
    }
    tell::plan_next(tx, granted.record(), now).await?;
    audit::store::deed(tx, granted, "told-choose", now).await
}

/// Nobody else is asked or told any more. Where nobody is, nothing changes.
pub async fn end(tx: &mut Tx, granted: &Granted<Write, Medicines>, now: Instant) -> Result<()> {
    if forget(tx, granted.record()).await? { audit::store::deed(tx, granted, "told-end", now).await } else { Ok(()) }
}

/// Forgets whoever is asked or told, and the work that waits for it; answers whether there was anyone.
async fn forget(tx: &mut Tx, record: RecordId) -> Result<bool> {
    tell::cancel(tx, record).await?;
    let forgotten = on_db!(tx, c => sqlx::query("DELETE FROM medicine_told WHERE record = $1")
        .bind(record.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(forgotten > 0)
}

fn letter_secret(keys: &Keys, letter: MailId) -> String {
    secret::hex(&keys.keyed_hash(Purpose::Told, &format!("letter:{letter}")))
}

pub(super) fn stop_secret(keys: &Keys, told: ToldId) -> String {
    secret::hex(&keys.keyed_hash(Purpose::Told, &format!("stop:{told}")))
}

fn hash(secret: &str) -> Vec<u8> {
    secret::sha256(secret.as_bytes()).to_vec()
}

/// What the letter of a mail says; nothing when it is not to be sent any more.
pub(crate) async fn find_letter_of(tx: &mut Tx, keys: &Keys, letter: MailId, now: Instant) -> Result<Option<ToOther>> {
    let row: Option<(String, Option<String>)> = on_db!(tx, c => sqlx::query_as(
        "SELECT language, called FROM medicine_told WHERE letter = $1 AND confirmed_at IS NULL AND ended_at IS NULL \
         AND asked_until > $2",
    )
    .bind(letter.0)
    .bind(now.0)
    .fetch_optional(c)
    .await)?;
    let secret = letter_secret(keys, letter);
    let there = is_there(tx, &secret).await?;
    Ok(row.filter(|_| there).map(|(language, called)| ToOther {
        language,
        called,
        secret,
        doses: 0,
        medicines: Vec::new(),
    }))
}

/// Whether the person can sign in and lives who had a letter sent: for nobody else anyone is asked.
async fn is_there(tx: &mut Tx, letter: &str) -> Result<bool> {
    let there: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM medicine_told JOIN record ON record.id = medicine_told.record \
         JOIN account ON account.record = record.id WHERE medicine_told.secret = $1 AND account.role = $2 \
         AND account.disabled_at IS NULL AND record.deceased = $3",
    )
    .bind(hash(letter))
    .bind(AccountRole::Patient.code())
    .bind(false)
    .fetch_one(c)
    .await)?;
    Ok(there > 0)
}

/// A link of one of the mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Of the letter that asks: it is used once, and counts for [`LETTER_DAYS`].
    Letter,
    /// Of each mail that tells: it ends them.
    Stop,
}

/// What the page of a link says of the person: what they want to be called, where they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    pub called: Option<String>,
}

/// What is behind a link. Looking at it changes nothing, but what opens nothing is counted for `address`.
///
/// # Errors
/// [`Error::NotFound`] when it opens nothing, or nothing any more; [`Error::Throttled`] for an address with too
/// many wrong tries.
pub async fn find_behind(
    db: &Db,
    keys: &Keys,
    link: Link,
    secret: &str,
    address: &str,
    now: Instant,
) -> Result<Behind> {
    let mut tx = db.read().await?;
    let sql = match link {
        Link::Letter => {
            "SELECT called FROM medicine_told WHERE secret = $1 AND confirmed_at IS NULL AND ended_at IS NULL \
             AND asked_until > $2"
        }
        Link::Stop => "SELECT called FROM medicine_told WHERE stop = $1 AND confirmed_at <= $2 AND ended_at IS NULL",
    };
    let called: Option<Option<String>> =
        on_db!(tx, c => sqlx::query_scalar(sql).bind(hash(secret)).bind(now.0).fetch_optional(c).await)?;
    let opens = link == Link::Stop || is_there(&mut tx, secret).await?;
    drop(tx);
    match called.filter(|_| opens) {
        Some(called) => Ok(Behind { called }),
        None => Err(throttle::opens_nothing(db, keys, address, now).await?),
    }
}

/// What someone does by a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    Agree,
    Refuse,
    Stop,
}

impl Deed {
    const fn act(self) -> &'static str {
        match self {
            Self::Agree => "told-yes",
            Self::Refuse => "told-no",
            Self::Stop => "told-stop",
        }
    }
}

/// They agree, don't, or end it. A letter is used up by that; the same said again, as by a second press, is once.
///
/// # Errors
/// As [`find_behind`].
pub async fn answer(db: &Db, keys: &Keys, deed: Deed, secret: &str, address: &str, now: Instant) -> Result<()> {
    let mut tx = db.write().await?;
    if deed == Deed::Agree && !is_there(&mut tx, secret).await? {
        drop(tx);
        return Err(throttle::opens_nothing(db, keys, address, now).await?);
    }
    let sql = match deed {
        Deed::Agree => {
            "UPDATE medicine_told SET confirmed_at = $2, looked_at = $2 WHERE secret = $1 AND confirmed_at IS NULL \
             AND ended_at IS NULL AND asked_until > $2 RETURNING record"
        }
        Deed::Refuse => {
            "UPDATE medicine_told SET ended_at = $2 WHERE secret = $1 AND confirmed_at IS NULL AND ended_at IS NULL \
             AND asked_until > $2 RETURNING record"
        }
        Deed::Stop => {
            "UPDATE medicine_told SET ended_at = $2 WHERE stop = $1 AND confirmed_at <= $2 AND ended_at IS NULL \
             RETURNING record"
        }
    };
    let record: Option<Uuid> =
        on_db!(tx, c => sqlx::query_scalar(sql).bind(hash(secret)).bind(now.0).fetch_optional(c).await)?;
    let Some(record) = record.map(RecordId) else {
        let done = was_done(&mut tx, deed, secret).await?;
        drop(tx);
        if done {
            return Ok(());
        }
        return Err(throttle::opens_nothing(db, keys, address, now).await?);
    };
    match deed {
        Deed::Agree => tell::plan_next(&mut tx, record, now).await?,
        Deed::Refuse | Deed::Stop => {
            tell::cancel(&mut tx, record).await?;
            // Who counts on it must know that nobody is told.
            let said = Said { url: Some("/account/told"), ..Said::default() };
            notify_person(&mut tx, record, Notice::ToldEnded, said, &now.0.to_string(), now, now).await?;
        }
    }
    let granted: Granted<Act, Medicines> = access::act_by_itself(&mut tx, record).await?;
    audit::store::by_itself(&mut tx, &granted, deed.act(), now).await?;
    tx.commit().await
}

/// Whether it was done before by this link, and holds.
async fn was_done(tx: &mut Tx, deed: Deed, secret: &str) -> Result<bool> {
    let sql = match deed {
        Deed::Agree => {
            "SELECT COUNT(*) FROM medicine_told WHERE secret = $1 AND confirmed_at IS NOT NULL AND ended_at IS NULL"
        }
        Deed::Refuse => {
            "SELECT COUNT(*) FROM medicine_told WHERE secret = $1 AND confirmed_at IS NULL AND ended_at IS NOT NULL"
        }
        Deed::Stop => {
            "SELECT COUNT(*) FROM medicine_told WHERE stop = $1 AND confirmed_at IS NOT NULL AND ended_at IS NOT NULL"
        }
    };
    let done: i64 = on_db!(tx, c => sqlx::query_scalar(sql).bind(hash(secret)).fetch_one(c).await)?;
    Ok(done > 0)
}

/// Forgets the addresses of who did not agree, or not any more, and which doses were told, since long ago.
pub(crate) async fn delete_old(tx: &mut Tx, before: Instant) -> Result<()> {
    for sql in [
        "DELETE FROM medicine_told WHERE asked_at <= $1 AND (confirmed_at IS NULL OR ended_at <= $1)",
        "DELETE FROM medicine_told_dose WHERE over_at <= $1",
    ] {
        on_db!(tx, c => sqlx::query(sql).bind(before.0).execute(c).await.map(|_| ()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_person_is_called_leads_nowhere() {
        for name in ["", "Anna", "Anna-Lena O’Neill", "آنا", "José María"] {
            assert!(Telling::new("en", name, false, Covered::All).is_ok(), "{name}");
        }
        for name in ["evil.example", "https://evil.example", "a@b", "Anna\nBcc", "Anna 1", &"a".repeat(CALLED + 1)] {
            let Err(Error::Invalid(fields)) = Telling::new("en", name, false, Covered::All) else { panic!("{name}") };
            assert_eq!(fields[0].name, "called");
        }
        assert!(Telling::new("no language", "", false, Covered::All).is_err());
        assert!(Telling::new("en", "", false, Covered::Chosen(BTreeSet::new())).is_err());
    }
}
