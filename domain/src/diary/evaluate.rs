//! Looking at a report: what someone must learn of goes to the care team's worklist, in the transaction
//! that saved the report. What was found is kept with the rules that found it.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{
    alert::{About, Alert, Context, Mute, OpenAlert, Outcome, Parts, Rules, alerts},
    answer::Answer,
    entry::Entry,
    instrument::Role,
    instrument_store::find_instrument,
    plan::ask_daily,
    report::Report,
    store::{self, Kept},
};
use crate::{
    Error, Result,
    access::{self, Act, Diary, Granted, Worklist},
    db::{Tx, on_db},
    id::{RecordId, ReportId, WorkItemId},
    jobs,
    record::care::find_care,
    site::Site,
    time::{Instant, PartialDate},
    worklist::{
        item_store::{NewItem, is_known, join_item, open_alerts, open_item},
        mute::{end_mute, mutes},
    },
};

/// The job that looks at a report which was not sent.
pub const UNFINISHED: &str = "diary.evaluate";
/// A report that was left half-way is looked at as it stands after so long.
pub const UNFINISHED_SECONDS: i64 = 2 * 3600;

/// By which rules, and for which clinic.
#[derive(Debug, Clone, Copy)]
pub struct How<'a> {
    pub rules: &'a Rules,
    pub site: &'a Site,
}

/// Looks at a report as it stands now. Looking again finds only what was not found before.
pub async fn evaluate(tx: &mut Tx, record: RecordId, report: &Kept, how: How<'_>, now: Instant) -> Result<()> {
    let diary = access::act_by_itself::<Diary>(tx, record).await?;
    let previous = store::find_previous(tx, &diary, report).await?;
    let note = if report.sent_at.is_some() { note(tx, report).await? } else { None };
    let looked = Looked { subject: report.subject, report: report.id, said: &report.said, previous, note };
    look(tx, &diary, looked, how, now).await
}

/// Looks at something that was noted between reports.
pub async fn evaluate_entry(tx: &mut Tx, record: RecordId, entry: &Entry, how: How<'_>, now: Instant) -> Result<()> {
    let diary = access::act_by_itself::<Diary>(tx, record).await?;
    let previous = store::list_sent(tx, &diary, Some(entry.happened_at), 1).await?.pop();
    let said = entry.said();
    let note = Some(entry.note.clone()).filter(|note| !note.is_empty());
    look(tx, &diary, Looked { subject: entry.id, report: entry.id, said: &said, previous, note }, how, now).await
}

/// Plans that a report is looked at, should it be left half-way: at each full two hours since it was begun
/// before which something of it was saved.
pub(crate) async fn plan_unfinished(tx: &mut Tx, record: RecordId, report: &Kept, now: Instant) -> Result<()> {
    let new = jobs::New {
        kind: UNFINISHED,
        key: &unfinished_key(report, now),
        record: Some(record),
        body: serde_json::Value::Null,
        run_at: report.said.at.plus_seconds((periods(report, now) + 1) * UNFINISHED_SECONDS),
    };
    jobs::store::plan(tx, new, now).await.map(|_| ())
}

/// The report, and which of its looks.
pub(crate) fn unfinished_key(report: &Kept, now: Instant) -> String {
    format!("{}:{}", report.id, periods(report, now))
}

fn periods(report: &Kept, now: Instant) -> i64 {
    now.seconds_since(report.said.at).max(0) / UNFINISHED_SECONDS
}

/// The time has come to look at a report that was left half-way.
///
/// # Errors
/// [`Error::Invalid`] when the key is no report's.
pub async fn evaluate_unfinished(tx: &mut Tx, record: RecordId, key: &str, how: How<'_>, now: Instant) -> Result<()> {
    let id = key.split(':').next().unwrap_or_default();
    let id: ReportId = id.parse().map_err(Error::internal)?;
    let diary = access::act_by_itself::<Diary>(tx, record).await?;
    store::hold(tx, &diary, id).await?;
    match store::find_report(tx, &diary, id).await? {
        Some(report) if report.sent_at.is_none() => evaluate(tx, record, &report, how, now).await,
        _ => Ok(()),
    }
}

/// What is looked at.
struct Looked<'a> {
    /// What the item of the worklist is about: the first report of those that correct each other.
    subject: ReportId,
    report: ReportId,
    said: &'a Report,
    previous: Option<Kept>,
    note: Option<String>,
}

async fn look(tx: &mut Tx, diary: &Granted<Act, Diary>, looked: Looked<'_>, how: How<'_>, now: Instant) -> Result<()> {
    let record = diary.record();
    let worklist = access::act_by_itself::<Worklist>(tx, record).await?;
    let raised = list_raised(tx, diary, looked.subject).await?;
    let context = context(tx, diary, &worklist, &looked, &raised, how, now).await?;
    for mute in context.muted.iter().filter(|mute| mute.is_ended_by(looked.said)) {
        end_mute(tx, &worklist, &mute.symptom, now).await?;
    }
    let mut found = alerts(how.rules, how.site.alerts, looked.said, &context);
    found.retain(|outcome| !raised.iter().any(|raised| raised.alert == *outcome.alert()));
    let new: Vec<Alert> = found
        .iter()
        .filter_map(|outcome| match outcome {
            Outcome::New(alert) => Some(alert.clone()),
            _ => None,
        })
        .collect();
    let opened = if new.is_empty() {
        None
    } else {
        Some(open_item(tx, &worklist, NewItem::alerts(looked.subject, new), how.site, now).await?)
    };
    let mut rows = Vec::new();
    for outcome in found {
        let item = match &outcome {
            Outcome::New(_) => opened,
            Outcome::Joined { item, alert } => {
                let alerts = vec![alert.clone()];
                let joined = join_item(tx, &worklist, *item, looked.subject, alerts.clone(), how.site, now).await;
                match joined {
                    Ok(()) => Some(*item),
                    // This report raised it, and it was dealt with: it does not come back.
                    Err(Error::Conflict) if raised.iter().any(|raised| raised.item == *item) => Some(*item),
                    // It was closed this moment, by someone who did not know of this.
                    Err(Error::Conflict) => {
                        Some(open_item(tx, &worklist, NewItem::alerts(looked.subject, alerts), how.site, now).await?)
                    }
                    Err(other) => return Err(other),
                }
            }
            Outcome::Muted(_) | Outcome::Soft(_) => None,
        };
        rows.push((outcome, item));
    }
    save_found(tx, diary, &looked, &rows, how, now).await?;
    if opened.is_some() {
        ask_daily(tx, diary, now).await?;
    }
    if let Some(text) = looked.note {
        let new = NewItem::note(looked.subject, text);
        // The same words, in a correction, are read once.
        if !is_known(tx, &worklist, &new).await? {
            open_item(tx, &worklist, new, how.site, now).await?;
        }
    }
    Ok(())
}

/// Words of the person's own that came with a report.
async fn note(tx: &mut Tx, report: &Kept) -> Result<Option<String>> {
    if !report.said.note {
        return Ok(None);
    }
    let instrument = find_instrument(tx, report.instrument).await?.ok_or(Error::NotFound)?;
    let items = instrument.walk();
    let asked = items.iter().filter(|item| item.role == Some(Role::Note));
    let given = asked.filter_map(|item| report.answers.get(&item.link_id)).flatten();
    let texts: Vec<&str> = given
        .filter_map(|answer| match answer {
            Answer::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    Ok(Some(texts.join("\n")).filter(|text| !text.is_empty()))
}

/// What the rules look at beside the report.
async fn context(
    tx: &mut Tx,
    diary: &Granted<Act, Diary>,
    worklist: &Granted<Act, Worklist>,
    looked: &Looked<'_>,
    raised: &[Raised],
    how: How<'_>,
    now: Instant,
) -> Result<Context> {
    let first = store::find_first(tx, diary).await?.filter(|first| first.subject != looked.subject);
    let day = PartialDate::from(looked.said.at).local(&how.site.zone).date();
    let in_treatment = find_care(tx, diary).await?.and_then(|care| care.in_treatment(day));
    let mut open: Vec<OpenAlert> = raised.iter().map(|raised| raised.open(raised.at)).collect();
    for (item, since, alerts) in open_alerts(tx, worklist).await? {
        let rows = list_of_item(tx, diary, item).await?;
        let last = |alert: &Alert| rows.iter().rev().find(|raised| raised.alert.about == alert.about);
        open.extend(alerts.iter().filter_map(last).map(|raised| raised.open(since)));
    }
    let mut muted = Vec::new();
    for mute in mutes(tx, worklist, now).await? {
        let report = store::find_report(tx, diary, mute.report).await?;
        let parts = report.and_then(|report| report.said.parts.get(&mute.symptom).cloned()).unwrap_or(mute.levels);
        muted.push(Mute { symptom: mute.symptom, until: mute.until, parts });
    }
    let previous = looked.previous.as_ref().map(|previous| previous.said.clone());
    Ok(Context { first: first.map(|first| first.said), previous, in_treatment, open, muted })
}

/// An alert that went to the care team.
struct Raised {
    item: WorkItemId,
    alert: Alert,
    /// How the parts of the symptom were.
    parts: Parts,
    at: Instant,
}

impl Raised {
    fn open(&self, since: Instant) -> OpenAlert {
        OpenAlert {
            item: self.item,
            about: self.alert.about.clone(),
            parts: self.parts.clone(),
            urgency: self.alert.urgency,
            since,
        }
    }
}

type RaisedRow = (Uuid, String, String, i64);

fn raised((item, body, parts, at): RaisedRow) -> Result<Raised> {
    Ok(Raised {
        item: WorkItemId(item),
        alert: serde_json::from_str(&body).map_err(Error::internal)?,
        parts: serde_json::from_str(&parts).map_err(Error::internal)?,
        at: Instant(at),
    })
}

/// What a report, or one that it corrects, raised before, oldest first.
async fn list_raised(tx: &mut Tx, diary: &Granted<Act, Diary>, subject: ReportId) -> Result<Vec<Raised>> {
    let rows: Vec<RaisedRow> = on_db!(tx, c => sqlx::query_as(
        "SELECT item, body, parts, found_at FROM diary_alert \
         WHERE record = $1 AND subject = $2 AND item IS NOT NULL ORDER BY found_at, place",
    ).bind(diary.record().0).bind(subject.0).fetch_all(c).await)?;
    rows.into_iter().map(raised).collect()
}

/// What went into an item of the worklist, oldest first.
async fn list_of_item(tx: &mut Tx, diary: &Granted<Act, Diary>, item: WorkItemId) -> Result<Vec<Raised>> {
    let rows: Vec<RaisedRow> = on_db!(tx, c => sqlx::query_as(
        "SELECT item, body, parts, found_at FROM diary_alert WHERE record = $1 AND item = $2 ORDER BY found_at, place",
    ).bind(diary.record().0).bind(item.0).fetch_all(c).await)?;
    rows.into_iter().map(raised).collect()
}

async fn save_found(
    tx: &mut Tx,
    diary: &Granted<Act, Diary>,
    looked: &Looked<'_>,
    found: &[(Outcome, Option<WorkItemId>)],
    how: How<'_>,
    now: Instant,
) -> Result<()> {
    for (place, (outcome, item)) in (0_i64..).zip(found) {
        let alert = outcome.alert();
        let parts = match &alert.about {
            About::Symptom(symptom) => looked.said.parts.get(symptom).cloned().unwrap_or_default(),
            About::Flag(_) | About::Temperature(_) => BTreeMap::new(),
        };
        let code = match outcome {
            Outcome::New(_) => "new",
            Outcome::Joined { .. } => "joined",
            Outcome::Muted(_) => "muted",
            Outcome::Soft(_) => "soft",
        };
        on_db!(tx, c => sqlx::query(
            "INSERT INTO diary_alert (record, subject, report, found_at, place, outcome, body, parts, rules, profile, item) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(diary.record().0)
        .bind(looked.subject.0)
        .bind(looked.report.0)
        .bind(now.0)
        .bind(place)
        .bind(code)
        .bind(serde_json::to_string(alert).map_err(Error::internal)?)
        .bind(serde_json::to_string(&parts).map_err(Error::internal)?)
        .bind(&how.rules.version)
        .bind(how.site.alerts.code())
        .bind(item.map(|item| item.0))
        .execute(c)
        .await
        .map(|_| ()))?;
    }
    Ok(())
}
