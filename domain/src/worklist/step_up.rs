//! What nobody takes in the promised time steps up: it goes to the top of its severity, and the team's next
//! contact hears of it; and again when the same time has passed once more. Each step is a row in the table of
//! work for later, so it survives a kill and happens once.

use serde::{Deserialize, Serialize};

use super::{
    item::Severity,
    item_store::{Row, lock, promise},
    place::place,
};
use crate::{
    Error, Result,
    access::{self, Act, Granted, Worklist},
    audit,
    db::{Tx, on_db},
    id::{RecordId, WorkItemId},
    jobs::{self, Job, New},
    site::{Site, TeamBody},
    time::Instant,
};

/// The kind of its jobs.
pub const KIND: &str = "worklist.step-up";
/// So often an item steps up.
pub const MOST_STEPS: i64 = 5;

/// What a job has to know.
#[derive(Debug, Serialize, Deserialize)]
struct Body {
    item: WorkItemId,
    /// How often the item had stepped up when it was planned.
    step: i64,
}

/// The next step of an item that nobody has, for the moment when what is promised is over. A step that was
/// planned for later than this finds nothing to do.
pub(super) async fn plan(
    tx: &mut Tx,
    record: RecordId,
    item: WorkItemId,
    step: i64,
    version: i64,
    run_at: Instant,
    now: Instant,
) -> Result<()> {
    if step >= MOST_STEPS {
        return Ok(());
    }
    let key = format!("{item}:{step}:{version}");
    let body = serde_json::to_value(Body { item, step }).map_err(Error::internal)?;
    jobs::store::plan(tx, New { kind: KIND, key: &key, record: Some(record), body, run_at }, now).await?;
    Ok(())
}

/// What was promised is over. When somebody has taken it, or it is closed, nothing happens. Ends the job, in
/// this transaction.
///
/// # Errors
/// [`Error::Conflict`] when the job was lost to another worker; the transaction must not be committed then.
pub async fn step_up(tx: &mut Tx, job: &Job, site: &Site, now: Instant) -> Result<()> {
    let body: Body = serde_json::from_value(job.body.clone()).map_err(Error::internal)?;
    if let Some(record) = job.record {
        let granted = access::act_by_itself::<Worklist>(tx, record).await?;
        let row = lock(tx, &granted, body.item).await?;
        if row.closed_at.is_none() && row.claimed_by.is_none() && row.step == body.step {
            one_step(tx, &granted, &row, site, now).await?;
        }
    }
    jobs::store::finish(tx, &job.claimed, now).await
}

async fn one_step(tx: &mut Tx, granted: &Granted<Act, Worklist>, row: &Row, site: &Site, now: Instant) -> Result<()> {
    let (item, step) = (WorkItemId(row.id), row.step + 1);
    on_db!(tx, c => sqlx::query("UPDATE work_item SET step = $2 WHERE id = $1")
        .bind(item.0)
        .bind(step)
        .execute(c)
        .await
        .map(|_| ()))?;
    place(tx, item).await?;
    audit::store::by_itself(tx, granted, "remind", now).await?;
    let contacts = contacts(tx, granted.record()).await?;
    if contacts.is_empty() {
        tracing::warn!(event = "worklist.no-contact", %item, step, "nobody is told: the team has no next contact");
    }
    let next = promise(tx, granted.record(), site, Severity::of_number(row.severity), now).await?;
    plan(tx, granted.record(), item, step, row.version, next, now).await
}

/// Whom the person's teams name as next.
async fn contacts(tx: &mut Tx, record: RecordId) -> Result<Vec<String>> {
    let bodies: Vec<String> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT team.body FROM record_team JOIN team ON team.id = record_team.team WHERE record_team.record = $1 \
         ORDER BY team.name",
    )
    .bind(record.0)
    .fetch_all(c)
    .await)?;
    let mut contacts = Vec::new();
    for body in bodies {
        let team: TeamBody = serde_json::from_str(&body).map_err(Error::internal)?;
        contacts.extend(team.next_contact.filter(|contact| !contact.trim().is_empty()));
    }
    contacts.dedup();
    Ok(contacts)
}
