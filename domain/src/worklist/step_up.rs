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
    id::{RecordId, TeamId, WorkItemId},
    jobs::{self, Job, New},
    reminders::{
        Notice, Said,
        store::{notify_address, notify_team},
    },
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

/// It became worse: it steps up from the beginning again, and nobody has it until they take it again.
pub(super) async fn begin_anew(tx: &mut Tx, item: WorkItemId) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE work_item SET step = 0, claimed_by = NULL, claimed_at = NULL WHERE id = $1")
        .bind(item.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// What was promised is over. When somebody has taken it, or it is closed or gone, nothing happens. Whoever
/// has the job ends it in this transaction.
pub async fn step_up(tx: &mut Tx, job: &Job, site: &Site, now: Instant) -> Result<()> {
    let body: Body = serde_json::from_value(job.body.clone()).map_err(Error::internal)?;
    let Some(record) = job.record else { return Ok(()) };
    let granted = access::act_by_itself::<Worklist>(tx, record).await?;
    let row = lock(tx, &granted, body.item).await?;
    if row.closed_at.is_none() && row.claimed_by.is_none() && row.step == body.step {
        one_step(tx, &granted, &row, site, now).await?;
    }
    Ok(())
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
    let told = tell(tx, granted.record(), item, step, now).await?;
    if told == 0 {
        tracing::warn!(event = "worklist.nobody-told", %item, step, "no mail goes out: no contact has an address");
    }
    let next = promise(tx, granted.record(), site, Severity::of_number(row.severity), now).await?;
    plan(tx, granted.record(), item, step, row.version, next, now).await
}

/// The next contacts of the person's teams, and those members who asked for it, get a mail that says that
/// something waits, and nothing of what or whose. Answers how many mails there are.
async fn tell(tx: &mut Tx, record: RecordId, item: WorkItemId, step: i64, now: Instant) -> Result<usize> {
    let teams: Vec<(uuid::Uuid, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT team.id, team.body FROM record_team JOIN team ON team.id = record_team.team \
         WHERE record_team.record = $1 ORDER BY team.name",
    )
    .bind(record.0)
    .fetch_all(c)
    .await)?;
    let key = format!("{item}:{step}");
    let mut told = tell_members(tx, record, &key, now).await?;
    for (id, body) in teams {
        let team: TeamBody = serde_json::from_str(&body).map_err(Error::internal)?;
        if let Some(contact) = team.next_contact.filter(|contact| !contact.trim().is_empty()) {
            let key = format!("{key}:{id}");
            told += usize::from(
                notify_address(tx, contact.trim(), Notice::WorklistWaits, Said::default(), &key, now, now).await?,
            );
        }
    }
    Ok(told)
}

/// Those members of the person's teams who asked for it get a mail that says that something waits. Answers how
/// many mails there are.
pub(super) async fn tell_members(tx: &mut Tx, record: RecordId, key: &str, now: Instant) -> Result<usize> {
    let teams: Vec<uuid::Uuid> = on_db!(tx, c => sqlx::query_scalar("SELECT team FROM record_team WHERE record = $1")
        .bind(record.0)
        .fetch_all(c)
        .await)?;
    let said = Said { url: Some("/team/worklist"), ..Said::default() };
    let mut told = 0;
    for team in teams {
        told += notify_team(tx, TeamId(team), Notice::WorklistWaits, said, key, now, now).await?;
    }
    Ok(told)
}
