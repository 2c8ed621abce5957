//! Opening what waits for the care team, and what others ask of it: the rules that look at open alerts,
//! and the person who sees whether theirs was seen.

use uuid::Uuid;

use super::{
    item::{Body, Decision, Heard, Severity, TakenBeyond},
    place::place,
    step_up,
};
use crate::{
    Error, Result,
    access::{Act, Granted, View, Worklist},
    audit,
    db::{Tx, on_db},
    diary::alert::Alert,
    id::{AccountId, MedicineId, RecordId, ReportId, WorkItemId},
    medicines::entry::Beyond,
    site::{Site, TeamBody, promised::Calendar},
    time::Instant,
};

/// Something new that waits.
#[derive(Debug, Clone)]
pub struct NewItem {
    pub body: Body,
    pub severity: Severity,
    /// What it is about, by its id elsewhere (a report, a window of the schedule).
    pub subject: Uuid,
}

impl NewItem {
    /// The alerts of one report: one item, as bad as the worst of them.
    pub fn alerts(report: ReportId, alerts: Vec<Alert>) -> Self {
        let severity = alerts.iter().map(|alert| alert.urgency.into()).max().unwrap_or(Severity::Soon);
        Self { body: Body::Alert { report, alerts, heard: Vec::new() }, severity, subject: report.0 }
    }

    /// The words that came with a report.
    pub const fn note(report: ReportId, text: String) -> Self {
        Self { body: Body::Note { report, text }, severity: Severity::Low, subject: report.0 }
    }

    /// Two windows went by without an answer; `window` is the second.
    pub const fn silent(window: Uuid, since: Instant) -> Self {
        Self { body: Body::Silent { since }, severity: Severity::Low, subject: window }
    }

    /// More of a medicine was taken than planned.
    pub fn medicine(medicine: MedicineId, name: String, beyond: Beyond, at: Instant) -> Self {
        let taken = vec![TakenBeyond { at, beyond }];
        Self { body: Body::Medicine { medicine, name, taken }, severity: Severity::Soon, subject: medicine.0 }
    }
}

/// Puts something onto the worklist of the teams that care for the person. What is about the same thing as
/// an open item of its kind joins that one: it may become worse and be promised sooner, never the other way,
/// and it counts as not yet seen.
///
/// # Errors
/// [`Error::Conflict`] when it was opened and closed by others again and again meanwhile.
pub async fn open_item(
    tx: &mut Tx,
    granted: &Granted<Act, Worklist>,
    new: NewItem,
    site: &Site,
    now: Instant,
) -> Result<WorkItemId> {
    let record = granted.record();
    let promised_at = promise(tx, record, site, new.severity, now).await?;
    let mut first = new.body.clone();
    if let Body::Alert { report, alerts, heard } = &mut first
        && heard.is_empty()
    {
        heard.push(Heard { at: now, report: *report, alerts: alerts.clone() });
    }
    let id = WorkItemId::new();
    // What is open is raised; it may be closed by the time it is held, and then there is room for a new one.
    for _ in 0..3 {
        let written = on_db!(tx, c => sqlx::query(
            "INSERT INTO work_item (id, record, kind, severity, subject, body, opened_at, promised_at, step, version) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 1) ON CONFLICT DO NOTHING",
        )
        .bind(id.0)
        .bind(record.0)
        .bind(first.code())
        .bind(new.severity.number())
        .bind(new.subject)
        .bind(json(&first)?)
        .bind(now.0)
        .bind(promised_at.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
        if written > 0 {
            save_subject(tx, record, new.subject, id, promised_at, now).await?;
            place(tx, id).await?;
            step_up::plan(tx, record, id, 0, 1, promised_at, now).await?;
            if new.severity > Severity::Low {
                step_up::tell_members(tx, record, &id.to_string(), now).await?;
            }
            audit::store::by_itself(tx, granted, "pass-on", now).await?;
            return Ok(id);
        }
        if let Some(open) = find_open(tx, record, new.body.code(), new.subject).await?
            && raise(tx, granted, open, &new, promised_at, now).await?
        {
            return Ok(open);
        }
    }
    Err(Error::Conflict)
}

/// Whether the same was put there before, also when it is closed by now.
pub async fn is_known(tx: &mut Tx, granted: &Granted<Act, Worklist>, new: &NewItem) -> Result<bool> {
    let body = json(&new.body)?;
    let known: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM work_item WHERE record = $1 AND kind = $2 AND subject = $3 AND body = $4",
    )
    .bind(granted.record().0)
    .bind(new.body.code())
    .bind(new.subject)
    .bind(body)
    .fetch_one(c)
    .await)?;
    Ok(known > 0)
}

/// Answers whether it was still open. What became worse is given back and steps up from the beginning: who
/// has it may not have seen this.
async fn raise(
    tx: &mut Tx,
    granted: &Granted<Act, Worklist>,
    item: WorkItemId,
    new: &NewItem,
    promised_at: Instant,
    now: Instant,
) -> Result<bool> {
    let row = lock(tx, granted, item).await?;
    if row.closed_at.is_some() {
        return Ok(false);
    }
    let mut body = row.body()?;
    body.join(new.body.clone(), now);
    let severity = row.severity.max(new.severity.number());
    let worse = new.severity.number() > row.severity;
    if worse {
        step_up::begin_anew(tx, item).await?;
        step_up::plan(tx, granted.record(), item, 0, row.version, promised_at, now).await?;
    } else if promised_at.0 < row.promised_at && row.claimed_by.is_none() {
        step_up::plan(tx, granted.record(), item, row.step, row.version, promised_at, now).await?;
    }
    if new.severity > Severity::Low {
        step_up::tell_members(tx, granted.record(), &format!("{item}:v{}", row.version), now).await?;
    }
    let promised_at = if worse { promised_at.0 } else { promised_at.0.min(row.promised_at) };
    write_body(tx, item, &body, severity, promised_at).await?;
    save_subject(tx, granted.record(), new.subject, item, Instant(promised_at), now).await?;
    place(tx, item).await?;
    audit::store::by_itself(tx, granted, "pass-on", now).await?;
    Ok(true)
}

/// A further report says what an open item says already: it is added there, without a new promise to the
/// team. Its own person still sees when it was sent, and by when it will be seen.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such item; [`Error::Conflict`] when it is closed by now.
pub async fn join_item(
    tx: &mut Tx,
    granted: &Granted<Act, Worklist>,
    item: WorkItemId,
    report: ReportId,
    alerts: Vec<Alert>,
    site: &Site,
    now: Instant,
) -> Result<()> {
    let row = lock(tx, granted, item).await?;
    if row.closed_at.is_some() {
        return Err(Error::Conflict);
    }
    let mut body = row.body()?;
    body.join(Body::Alert { report, alerts, heard: Vec::new() }, now);
    write_body(tx, item, &body, row.severity, row.promised_at).await?;
    let promised_at = promise(tx, granted.record(), site, Severity::of_number(row.severity), now).await?;
    save_subject(tx, granted.record(), report.0, item, promised_at, now).await?;
    audit::store::by_itself(tx, granted, "pass-on", now).await
}

async fn write_body(tx: &mut Tx, item: WorkItemId, body: &Body, severity: i64, promised_at: i64) -> Result<()> {
    let body = json(body)?;
    on_db!(tx, c => sqlx::query("UPDATE work_item SET body = $2, severity = $3, promised_at = $4 WHERE id = $1")
        .bind(item.0)
        .bind(body)
        .bind(severity)
        .bind(promised_at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// What was sent now is in this item; sent again it is not yet seen.
async fn save_subject(
    tx: &mut Tx,
    record: RecordId,
    subject: Uuid,
    item: WorkItemId,
    promised_at: Instant,
    now: Instant,
) -> Result<()> {
    on_db!(tx, c => sqlx::query(
        "INSERT INTO work_subject (record, subject, item, sent_at, promised_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (record, subject, item) DO UPDATE SET sent_at = excluded.sent_at, \
         promised_at = excluded.promised_at, seen_at = NULL",
    )
    .bind(record.0)
    .bind(subject)
    .bind(item.0)
    .bind(now.0)
    .bind(promised_at.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// The open alerts of a person, for the rules: which item, since when, and what it says now.
pub async fn open_alerts(
    tx: &mut Tx,
    granted: &Granted<Act, Worklist>,
) -> Result<Vec<(WorkItemId, Instant, Vec<Alert>)>> {
    let rows: Vec<(Uuid, i64, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, opened_at, body FROM work_item WHERE record = $1 AND kind = 'alert' AND closed_at IS NULL \
         ORDER BY opened_at, id",
    )
    .bind(granted.record().0)
    .fetch_all(c)
    .await)?;
    let alerts = |(id, opened_at, body): (Uuid, i64, String)| {
        let Body::Alert { alerts, .. } = body_of(&body)? else { return Ok(None) };
        Ok(Some((WorkItemId(id), Instant(opened_at), alerts)))
    };
    rows.into_iter().filter_map(|row| alerts(row).transpose()).collect()
}

/// What the person sees of something they sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonState {
    pub sent_at: Instant,
    /// When a named member of the team opened it after it was sent.
    pub seen_at: Option<Instant>,
    /// What the team decided after it was sent.
    pub decision: Option<Decision>,
    pub decided_at: Option<Instant>,
    pub promised_at: Instant,
    /// Nobody has looked, and what was promised is over.
    pub late: bool,
    pub closed_at: Option<Instant>,
}

/// The state of what the person sent, by what it is about; nothing when it waits for nobody.
pub async fn state_for_person<C: crate::access::Category>(
    tx: &mut Tx,
    granted: &Granted<View, C>,
    subject: Uuid,
) -> Result<Option<PersonState>> {
    type Row = (i64, i64, Option<i64>, Option<String>, Option<i64>, Option<i64>);
    // Of several items the alert speaks that nobody has looked at, else the worst.
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT work_subject.sent_at, work_subject.promised_at, work_subject.seen_at, work_item.decided, \
         work_item.decided_at, work_item.closed_at FROM work_subject JOIN work_item ON work_item.id = work_subject.item \
         WHERE work_subject.record = $1 AND work_subject.subject = $2 \
         ORDER BY CASE WHEN work_item.kind = 'alert' AND work_subject.seen_at IS NULL \
         AND work_item.closed_at IS NULL THEN 0 ELSE 1 END, work_item.severity DESC, work_subject.sent_at DESC LIMIT 1",
    )
    .bind(granted.record().0)
    .bind(subject)
    .fetch_optional(c)
    .await)?;
    Ok(row.map(|(sent_at, promised_at, seen_at, decided, decided_at, closed_at)| {
        let after = decided_at.filter(|decided_at| *decided_at >= sent_at);
        PersonState {
            sent_at: Instant(sent_at),
            seen_at: seen_at.map(Instant),
            decision: after.and(decided.as_deref()).and_then(Decision::from_code),
            decided_at: after.map(Instant),
            promised_at: Instant(promised_at),
            late: seen_at.is_none() && closed_at.is_none() && granted.at().0 > promised_at,
            closed_at: closed_at.map(Instant),
        }
    }))
}

/// When a team of the person works again, when none of them does at this moment.
pub async fn opens_at<C: crate::access::Category>(
    tx: &mut Tx,
    granted: &Granted<View, C>,
    site: &Site,
) -> Result<Option<Instant>> {
    let calendars = calendars(tx, granted.record(), site).await?;
    let opens: Option<Vec<Instant>> = calendars.iter().map(|calendar| calendar.opens(granted.at())).collect();
    Ok(opens.and_then(|opens| opens.into_iter().min()))
}

/// By when someone takes what comes now: the first of the person's teams. Where none cares for them, time
/// counts plainly.
pub(super) async fn promise(
    tx: &mut Tx,
    record: RecordId,
    site: &Site,
    severity: Severity,
    now: Instant,
) -> Result<Instant> {
    let span = severity.span(&site.promised);
    let due = calendars(tx, record, site).await?.into_iter().map(|calendar| calendar.due(now, span)).min();
    Ok(due.unwrap_or_else(|| Calendar::new(&TeamBody::default(), &site.zone).due(now, span)))
}

async fn calendars(tx: &mut Tx, record: RecordId, site: &Site) -> Result<Vec<Calendar>> {
    let bodies: Vec<String> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT team.body FROM record_team JOIN team ON team.id = record_team.team WHERE record_team.record = $1",
    )
    .bind(record.0)
    .fetch_all(c)
    .await)?;
    let calendar = |body: &String| {
        let body: TeamBody = serde_json::from_str(body).map_err(Error::internal)?;
        Ok(Calendar::new(&body, &site.zone))
    };
    bodies.iter().map(calendar).collect()
}

/// A row of an item.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Row {
    pub id: Uuid,
    pub severity: i64,
    pub subject: Uuid,
    pub body: String,
    pub opened_at: i64,
    pub promised_at: i64,
    pub step: i64,
    pub claimed_by: Option<Uuid>,
    pub claimed_at: Option<i64>,
    pub seen_at: Option<i64>,
    pub first_action_at: Option<i64>,
    pub decided: Option<String>,
    pub decided_at: Option<i64>,
    pub closed_at: Option<i64>,
    pub version: i64,
}

macro_rules! columns {
    () => {
        "id, severity, subject, body, opened_at, promised_at, step, claimed_by, claimed_at, seen_at, first_action_at, \
         decided, decided_at, closed_at, version"
    };
}

impl Row {
    pub fn body(&self) -> Result<Body> {
        body_of(&self.body)
    }

    pub fn holder(&self) -> Option<AccountId> {
        self.claimed_by.map(AccountId)
    }
}

/// The item, held until the end of the transaction: whoever else would change it waits.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such item.
pub(super) async fn lock(tx: &mut Tx, granted: &Granted<Act, Worklist>, item: WorkItemId) -> Result<Row> {
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(concat!(
        "UPDATE work_item SET version = version + 1 WHERE id = $1 AND record = $2 RETURNING ", columns!(),
    ))
    .bind(item.0)
    .bind(granted.record().0)
    .fetch_optional(c)
    .await)?;
    row.ok_or(Error::NotFound)
}

/// The item as it is.
pub(super) async fn find<C: crate::access::Category>(
    tx: &mut Tx,
    granted: &Granted<View, C>,
    item: WorkItemId,
) -> Result<Option<Row>> {
    Ok(on_db!(tx, c => sqlx::query_as(concat!("SELECT ", columns!(), " FROM work_item WHERE id = $1 AND record = $2"))
        .bind(item.0)
        .bind(granted.record().0)
        .fetch_optional(c)
        .await)?)
}

async fn find_open(tx: &mut Tx, record: RecordId, kind: &str, subject: Uuid) -> Result<Option<WorkItemId>> {
    let found: Option<Uuid> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT id FROM work_item WHERE record = $1 AND kind = $2 AND subject = $3 AND closed_at IS NULL",
    )
    .bind(record.0)
    .bind(kind)
    .bind(subject)
    .fetch_optional(c)
    .await)?;
    Ok(found.map(WorkItemId))
}

pub(super) fn body_of(json: &str) -> Result<Body> {
    serde_json::from_str(json).map_err(Error::internal)
}

fn json(body: &Body) -> Result<String> {
    serde_json::to_string(body).map_err(Error::internal)
}
