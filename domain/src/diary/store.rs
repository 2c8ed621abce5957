//! Storing reports: begun, saved at each answer, sent once.

use std::{collections::BTreeSet, sync::Arc};

use uuid::Uuid;

use super::{
    answer::{Answer, Answers},
    evaluate::{UNFINISHED, plan_unfinished, unfinished_key},
    flow::{self, Begun, report as said},
    instrument::{Instrument, LinkId},
    instrument_store::{find_instrument, get_current},
    report::{Author, Flag, Report},
};
use crate::{
    Error, Field, FieldCode, Result,
    access::{Diary, Granted, Permission, View, Write},
    audit,
    db::{Tx, on_db},
    devices::Said,
    id::{AccountId, InstrumentId, ReportId},
    jobs,
    time::Instant,
};

/// How long a report that was not sent can be gone on with.
pub const RESUMED_SECONDS: i64 = 72 * 3600;
/// How long what was sent can be corrected.
pub const CORRECTED_SECONDS: i64 = 3600;

/// A report as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub id: ReportId,
    pub instrument: InstrumentId,
    /// Who reported.
    pub account: AccountId,
    /// The first of the reports that correct each other.
    pub subject: ReportId,
    pub corrects: Option<ReportId>,
    /// The report that takes its place.
    pub corrected_by: Option<ReportId>,
    pub changed_at: Instant,
    pub sent_at: Option<Instant>,
    pub answers: Answers,
    /// What it says, as rules read it.
    pub said: Report,
}

impl Kept {
    /// Whether it still takes answers.
    pub fn is_open(&self, now: Instant) -> bool {
        self.sent_at.is_none() && now.seconds_since(self.said.at) < RESUMED_SECONDS
    }

    /// Whether it can still be corrected.
    pub fn is_correctable(&self, now: Instant) -> bool {
        self.corrected_by.is_none() && self.sent_at.is_some_and(|sent| now.seconds_since(sent) < CORRECTED_SECONDS)
    }
}

const COLUMNS: &str = "id, instrument, account, subject, corrects, corrected_by, changed_at, sent_at, answers, said";

type Row = (Uuid, Uuid, Uuid, Uuid, Option<Uuid>, Option<Uuid>, i64, Option<i64>, String, String);

fn kept(row: Row) -> Result<Kept> {
    let (id, instrument, account, subject, corrects, corrected_by, changed_at, sent_at, answers, said) = row;
    Ok(Kept {
        id: ReportId(id),
        instrument: InstrumentId(instrument),
        account: AccountId(account),
        subject: ReportId(subject),
        corrects: corrects.map(ReportId),
        corrected_by: corrected_by.map(ReportId),
        changed_at: Instant(changed_at),
        sent_at: sent_at.map(Instant),
        answers: serde_json::from_str(&answers).map_err(Error::internal)?,
        said: serde_json::from_str(&said).map_err(Error::internal)?,
    })
}

/// A report, when the record has it.
pub async fn find_report<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Diary>,
    id: ReportId,
) -> Result<Option<Kept>> {
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM diary_report WHERE record = $1 AND id = $2",
    ))).bind(granted.record().0).bind(id.0).fetch_optional(c).await)?;
    row.map(kept).transpose()
}

/// # Errors
/// [`Error::NotFound`] when the record has no such report.
pub async fn get_report<P: Permission>(tx: &mut Tx, granted: &Granted<P, Diary>, id: ReportId) -> Result<Kept> {
    find_report(tx, granted, id).await?.ok_or(Error::NotFound)
}

/// Reports that were sent and hold, the latest first: begun before a moment, at most so many.
pub async fn list_sent<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Diary>,
    before: Option<Instant>,
    most: i64,
) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM diary_report WHERE record = $1 AND started_at < $2 AND sent_at IS NOT NULL \
         AND corrected_by IS NULL ORDER BY started_at DESC, id DESC LIMIT $3",
    )))
    .bind(granted.record().0)
    .bind(before.map_or(i64::MAX, |at| at.0))
    .bind(most)
    .fetch_all(c)
    .await)?;
    rows.into_iter().map(kept).collect()
}

/// Every report in which something was said, also corrected ones and those that were not sent, from the
/// oldest: behind the one that `after` names, at most so many.
pub async fn list_all<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Diary>,
    after: Option<(Instant, ReportId)>,
    most: i64,
) -> Result<Vec<Kept>> {
    let (at, id) = after.map_or((i64::MIN, Uuid::nil()), |(at, id)| (at.0, id.0));
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM diary_report WHERE record = $1 AND (started_at, id) > ($2, $3) \
         AND (sent_at IS NOT NULL OR flags IS NOT NULL OR answers <> '{{}}') ORDER BY started_at, id LIMIT $4",
    )))
    .bind(granted.record().0)
    .bind(at)
    .bind(id)
    .bind(most)
    .fetch_all(c)
    .await)?;
    rows.into_iter().map(kept).collect()
}

/// The first report that was ever sent and holds.
pub async fn find_first<P: Permission>(tx: &mut Tx, granted: &Granted<P, Diary>) -> Result<Option<Kept>> {
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM diary_report WHERE record = $1 AND sent_at IS NOT NULL \
         AND corrected_by IS NULL ORDER BY started_at, id LIMIT 1",
    ))).bind(granted.record().0).fetch_optional(c).await)?;
    row.map(kept).transpose()
}

/// The latest report of an account that was begun and not sent, and can still be gone on with.
pub async fn find_open(tx: &mut Tx, granted: &Granted<View, Diary>, now: Instant) -> Result<Option<Kept>> {
    let since = Instant(now.0 - RESUMED_SECONDS * 1_000_000);
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM diary_report WHERE record = $1 AND started_at > $2 AND sent_at IS NULL \
         AND account = $3 ORDER BY started_at DESC, id DESC LIMIT 1",
    )))
    .bind(granted.record().0)
    .bind(since.0)
    .bind(granted.account().map(|account| account.0))
    .fetch_optional(c)
    .await)?;
    row.map(kept).transpose()
}

/// Begins a report with the newest version of the site's instrument. Beginning it again is once.
///
/// # Errors
/// [`Error::Conflict`] when someone else began a report with this id.
pub async fn start_report(
    tx: &mut Tx,
    granted: &Granted<Write, Diary>,
    id: ReportId,
    url: &str,
    when: impl Into<Said>,
) -> Result<()> {
    let when = when.into();
    let account = granted.account().ok_or(Error::NotFound)?;
    if let Some(known) = find_report(tx, granted, id).await? {
        return if known.account == account { Ok(()) } else { Err(Error::Conflict) };
    }
    let blank = blank(tx, account, id, url, when.at).await?;
    let Kept { instrument, answers, said, .. } = &blank;
    let new = New { id, subject: id, instrument: *instrument, account, corrects: None, answers, said };
    insert(tx, granted, &new, when.arrived).await?;
    audit::store::change(tx, granted, "account", None, when.arrived).await
}

/// Of a report that has no id yet.
pub const NO_ID: ReportId = ReportId(Uuid::nil());

/// A report as it is begun, with the newest version of an instrument; it is not stored.
pub async fn blank(tx: &mut Tx, account: AccountId, id: ReportId, url: &str, now: Instant) -> Result<Kept> {
    let (instrument, body) = get_current(tx, url).await?;
    let answers = Answers::new();
    let said = said(&body, &answers, Begun { at: now, by: Author::Person, finished: false, flags: None });
    Ok(Kept {
        id,
        instrument,
        account,
        subject: id,
        corrects: None,
        corrected_by: None,
        changed_at: now,
        sent_at: None,
        answers,
        said,
    })
}

/// Begins the correction of a report that was sent within the hour, with its answers. Both are kept.
///
/// # Errors
/// [`Error::Conflict`] when it is too late, or it has been corrected already.
pub async fn correct_report(
    tx: &mut Tx,
    granted: &Granted<Write, Diary>,
    id: ReportId,
    of: ReportId,
    now: Instant,
) -> Result<()> {
    let account = granted.account().ok_or(Error::NotFound)?;
    if let Some(known) = find_report(tx, granted, id).await? {
        return if known.account == account && known.corrects == Some(of) { Ok(()) } else { Err(Error::Conflict) };
    }
    let old = get_report(tx, granted, of).await?;
    if !old.is_correctable(now) || old.account != account {
        return Err(Error::Conflict);
    }
    let said = Report { finished: false, ..old.said };
    let new = New {
        id,
        subject: old.subject,
        instrument: old.instrument,
        account,
        corrects: Some(of),
        answers: &old.answers,
        said: &said,
    };
    insert(tx, granted, &new, now).await?;
    audit::store::change(tx, granted, "account", None, now).await
}

struct New<'a> {
    id: ReportId,
    subject: ReportId,
    instrument: InstrumentId,
    account: AccountId,
    corrects: Option<ReportId>,
    answers: &'a Answers,
    said: &'a Report,
}

async fn insert(tx: &mut Tx, granted: &Granted<Write, Diary>, new: &New<'_>, now: Instant) -> Result<()> {
    let flags = new.said.flags.as_ref().map(serde_json::to_string).transpose().map_err(Error::internal)?;
    on_db!(tx, c => sqlx::query(
        "INSERT INTO diary_report (record, id, subject, instrument, account, author, corrects, started_at, changed_at, flags, answers, said) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING",
    )
    .bind(granted.record().0)
    .bind(new.id.0)
    .bind(new.subject.0)
    .bind(new.instrument.0)
    .bind(new.account.0)
    .bind(author_code(new.said.by))
    .bind(new.corrects.map(|id| id.0))
    .bind(new.said.at.0)
    .bind(now.0)
    .bind(flags)
    .bind(serde_json::to_string(new.answers).map_err(Error::internal)?)
    .bind(serde_json::to_string(new.said).map_err(Error::internal)?)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

const fn author_code(author: Author) -> &'static str {
    match author {
        Author::Person => "person",
        Author::Caregiver => "caregiver",
    }
}

/// Saves which red flags there are; none of them when it is empty.
///
/// # Errors
/// [`Error::Conflict`] when the report was sent already, with other flags, or is too old.
pub async fn save_flags(
    tx: &mut Tx,
    granted: &Granted<Write, Diary>,
    id: ReportId,
    flags: BTreeSet<Flag>,
    when: impl Into<Said>,
) -> Result<Kept> {
    let when = when.into();
    let (mut report, instrument) = open(tx, granted, id).await?;
    let known = report.said.flags.as_ref() == Some(&flags);
    // What is ticked again in a report that is too old is news, and nobody learns of it there.
    if !known || report.sent_at.is_none() {
        writable(&report, when.at)?;
    }
    if known {
        return Ok(report);
    }
    report.said = said(&instrument, &report.answers, Begun { flags: Some(flags), ..begun(&report) });
    save(tx, granted, &mut report, when.arrived).await?;
    Ok(report)
}

/// Saves what was answered on one screen, over what was answered there before.
///
/// # Errors
/// [`Error::Invalid`] names the question whose answer can't be taken; [`Error::Conflict`] when the
/// report was sent already with other answers, or is too old.
pub async fn save_answers(
    tx: &mut Tx,
    granted: &Granted<Write, Diary>,
    id: ReportId,
    given: Vec<(LinkId, Vec<Answer>)>,
    when: impl Into<Said>,
) -> Result<Kept> {
    let (mut report, instrument) = open(tx, granted, id).await?;
    let mut answers = report.answers.clone();
    let mut wrong = Vec::new();
    for (question, given) in given {
        match flow::check(&instrument, &question, given) {
            Ok(given) => drop(answers.insert(question, given)),
            Err(Error::Invalid(fields)) => wrong.extend(fields),
            Err(other) => return Err(other),
        }
    }
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    put(tx, granted, &mut report, &instrument, answers, when.into()).await?;
    Ok(report)
}

/// Answers as in the report before, but for what must be asked anew.
///
/// # Errors
/// [`Error::NotFound`] when there is no report before; [`Error::Conflict`] as in [`save_answers`].
pub async fn answer_as_before(
    tx: &mut Tx,
    granted: &Granted<Write, Diary>,
    id: ReportId,
    when: impl Into<Said>,
) -> Result<Kept> {
    let (mut report, instrument) = open(tx, granted, id).await?;
    let before = find_previous(tx, granted, &report).await?;
    let before = before.filter(|before| before.instrument == report.instrument).ok_or(Error::NotFound)?;
    let answers = flow::same_as_last_time(&instrument, &before.answers, &report.answers);
    put(tx, granted, &mut report, &instrument, answers, when.into()).await?;
    Ok(report)
}

/// The report that was sent before this one was begun, and holds.
pub async fn find_previous<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Diary>,
    report: &Kept,
) -> Result<Option<Kept>> {
    let before = list_sent(tx, granted, Some(report.said.at), 2).await?;
    Ok(before.into_iter().find(|before| report.corrects != Some(before.id)))
}

/// Sends a report: from now on it is with the care team, whenever it was said. Sending it again is once: nothing
/// is answered then.
///
/// # Errors
/// [`Error::Invalid`] names the questions that must be answered first (`flags` for the red flags);
/// [`Error::Conflict`] when it is too old.
pub async fn send_report(
    tx: &mut Tx,
    granted: &Granted<Write, Diary>,
    id: ReportId,
    when: impl Into<Said>,
) -> Result<Option<Kept>> {
    let Said { at, arrived: now, .. } = when.into();
    let (mut report, instrument) = open(tx, granted, id).await?;
    if report.sent_at.is_some() {
        return Ok(None);
    }
    writable(&report, at)?;
    let missing = missing(&report, &instrument);
    if !missing.is_empty() {
        return Err(Error::Invalid(missing));
    }
    report.said = said(&instrument, &report.answers, Begun { finished: true, ..begun(&report) });
    report.sent_at = Some(now);
    save(tx, granted, &mut report, now).await?;
    jobs::store::cancel(tx, UNFINISHED, &unfinished_key(&report, now)).await?;
    if let Some(old) = report.corrects {
        let replaced = on_db!(tx, c => sqlx::query(
            "UPDATE diary_report SET corrected_by = $3 WHERE record = $1 AND id = $2 AND corrected_by IS NULL",
        ).bind(granted.record().0).bind(old.0).bind(id.0).execute(c).await.map(|done| done.rows_affected()))?;
        if replaced == 0 {
            return Err(Error::Conflict);
        }
    }
    audit::store::change(tx, granted, "account", None, now).await?;
    Ok(Some(report))
}

/// What must still be answered; `flags` are the red flags.
fn missing(report: &Kept, instrument: &Instrument) -> Vec<Field> {
    let flags = report.said.flags.is_none().then(|| "flags".to_owned());
    let questions = flow::missing(instrument, &report.answers).into_iter().map(|question| question.0.clone());
    flags.into_iter().chain(questions).map(|name| Field { name, code: FieldCode::Missing }).collect()
}

/// What is known of a report that is not sent.
fn begun(report: &Kept) -> Begun {
    Begun { at: report.said.at, by: report.said.by, finished: false, flags: report.said.flags.clone() }
}

async fn open(tx: &mut Tx, granted: &Granted<Write, Diary>, id: ReportId) -> Result<(Kept, Arc<Instrument>)> {
    hold(tx, granted, id).await?;
    let report = get_report(tx, granted, id).await?;
    if granted.account() != Some(report.account) {
        return Err(Error::NotFound);
    }
    let instrument = find_instrument(tx, report.instrument).await?.ok_or(Error::NotFound)?;
    Ok((report, instrument))
}

/// Holds a report until the end of the transaction: who else would change it waits, and reads it then.
pub(super) async fn hold<P: Permission>(tx: &mut Tx, granted: &Granted<P, Diary>, id: ReportId) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE diary_report SET changed_at = changed_at WHERE record = $1 AND id = $2")
        .bind(granted.record().0).bind(id.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

fn writable(report: &Kept, now: Instant) -> Result<()> {
    if report.is_open(now) { Ok(()) } else { Err(Error::Conflict) }
}

async fn put(
    tx: &mut Tx,
    granted: &Granted<Write, Diary>,
    report: &mut Kept,
    instrument: &Instrument,
    answers: Answers,
    when: Said,
) -> Result<()> {
    if report.answers == answers {
        return Ok(());
    }
    writable(report, when.at)?;
    report.said = said(instrument, &answers, begun(report));
    report.answers = answers;
    save(tx, granted, report, when.arrived).await
}

async fn save(tx: &mut Tx, granted: &Granted<Write, Diary>, report: &mut Kept, now: Instant) -> Result<()> {
    report.changed_at = now;
    if report.sent_at.is_none() {
        plan_unfinished(tx, granted.record(), report, now).await?;
    }
    let flags = report.said.flags.as_ref().map(serde_json::to_string).transpose().map_err(Error::internal)?;
    on_db!(tx, c => sqlx::query(
        "UPDATE diary_report SET changed_at = $3, sent_at = $4, flags = $5, answers = $6, said = $7 \
         WHERE record = $1 AND id = $2",
    )
    .bind(granted.record().0)
    .bind(report.id.0)
    .bind(now.0)
    .bind(report.sent_at.map(|at| at.0))
    .bind(flags)
    .bind(serde_json::to_string(&report.answers).map_err(Error::internal)?)
    .bind(serde_json::to_string(&report.said).map_err(Error::internal)?)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}
