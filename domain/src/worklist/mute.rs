//! A symptom that is known and managed needs no alert for a while: a nurse says so, for at most 28 days or
//! until it gets worse. Never the most there can be, and never a red flag.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::item::Body;
use crate::{
    Error, Result,
    access::{Act, Granted, Permission, Worklist},
    db::{Tx, on_db},
    diary::{
        alert::{About, Alert, Reason},
        report::{Attribute, Level, Symptom},
    },
    error::FieldCode,
    id::{AccountId, ReportId},
    time::Instant,
};

/// No symptom is muted for longer.
pub const MOST_DAYS: u8 = 28;

/// What is muted, and how it was then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mute {
    pub symptom: Symptom,
    pub at: Instant,
    pub until: Instant,
    pub by: AccountId,
    /// The report that was looked at.
    pub report: ReportId,
    /// The parts that the alert spoke of, as they were: whatever is worse than this is not muted.
    pub levels: BTreeMap<Attribute, Level>,
}

/// What an alert says of how the parts of its symptom are now.
pub fn levels(alert: &Alert) -> BTreeMap<Attribute, Level> {
    let level = |reason: &Reason| match reason {
        Reason::Level { attribute, level } => Some((*attribute, *level)),
        Reason::Rise { attribute, to, .. } => Some((*attribute, *to)),
        Reason::Slide { attribute, now, .. } => Some((*attribute, *now)),
        Reason::Flagged | Reason::Fever | Reason::Composite { .. } => None,
    };
    alert.reasons.iter().filter_map(level).collect()
}

/// Whether a nurse may mute what this alert is about.
pub fn may_mute(alert: &Alert) -> bool {
    matches!(alert.about, About::Symptom(_)) && levels(alert).values().all(|level| *level < Level::MOST)
}

/// # Errors
/// `symptom: NotAChoice` for what the item does not tell of, a red flag, or the most there can be;
/// `days: NotAChoice` outside 1 to 28.
pub(super) async fn mute(
    tx: &mut Tx,
    granted: &Granted<Act, Worklist>,
    body: &Body,
    symptom: &Symptom,
    days: u8,
    now: Instant,
) -> Result<()> {
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(Error::field("days", FieldCode::NotAChoice));
    }
    let wrong = || Error::field("symptom", FieldCode::NotAChoice);
    let alert = body.alert(&About::Symptom(symptom.clone())).filter(|alert| may_mute(alert)).ok_or_else(wrong)?;
    let Body::Alert { report, heard, .. } = body else { return Err(wrong()) };
    let last = heard.iter().rev().find(|heard| heard.alerts.iter().any(|other| other.about == alert.about));
    let report = last.map_or(report, |heard| &heard.report);
    let by = granted.account().ok_or(Error::NotFound)?;
    on_db!(tx, c => sqlx::query(
        "INSERT INTO work_mute (record, symptom, at, until, account, report, levels) VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (record, symptom) DO UPDATE SET at = excluded.at, until = excluded.until, \
         account = excluded.account, report = excluded.report, levels = excluded.levels",
    )
    .bind(granted.record().0)
    .bind(&symptom.0)
    .bind(now.0)
    .bind(now.plus_days(i64::from(days)).0)
    .bind(by.0)
    .bind(report.0)
    .bind(serde_json::to_string(&levels(alert)).map_err(Error::internal)?)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// A symptom got worse: it is muted no more, also when it gets better again.
pub(crate) async fn end_mute(
    tx: &mut Tx,
    granted: &Granted<Act, Worklist>,
    symptom: &Symptom,
    now: Instant,
) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE work_mute SET until = $3 WHERE record = $1 AND symptom = $2 AND until > $3")
        .bind(granted.record().0).bind(&symptom.0).bind(now.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// What is muted of a person now.
pub async fn mutes<P: Permission>(tx: &mut Tx, granted: &Granted<P, Worklist>, now: Instant) -> Result<Vec<Mute>> {
    let rows: Vec<(String, i64, i64, Uuid, Uuid, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT symptom, at, until, account, report, levels FROM work_mute WHERE record = $1 AND until > $2 \
         ORDER BY symptom",
    )
    .bind(granted.record().0)
    .bind(now.0)
    .fetch_all(c)
    .await)?;
    let mute = |(symptom, at, until, by, report, levels): (String, i64, i64, Uuid, Uuid, String)| {
        Ok(Mute {
            symptom: Symptom(symptom),
            at: Instant(at),
            until: Instant(until),
            by: AccountId(by),
            report: ReportId(report),
            levels: serde_json::from_str(&levels).map_err(Error::internal)?,
        })
    };
    rows.into_iter().map(mute).collect()
}
