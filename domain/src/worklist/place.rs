//! Where items stand in the lists of teams. The rows are made from the items and from whose record is
//! whose, so that a list comes from its index however much waits elsewhere.

use crate::{
    Result,
    db::{Tx, on_db},
    id::{RecordId, WorkItemId},
};

/// The worst first: by severity, and within it what has stepped up before what has not. What is promised
/// sooner then comes first, so what is late does as well.
const PLACES: &str = "INSERT INTO work_place (team, item, open, taken, rank, promised_at, opened_at, waited) \
    SELECT record_team.team, work_item.id, \
    CASE WHEN work_item.closed_at IS NULL THEN 1 ELSE 0 END, \
    CASE WHEN work_item.claimed_by IS NULL THEN 0 ELSE 1 END, \
    (2 - work_item.severity) * 2 + CASE WHEN work_item.step > 0 THEN 0 ELSE 1 END, \
    work_item.promised_at, work_item.opened_at, work_item.first_action_at - work_item.opened_at \
    FROM work_item JOIN record_team ON record_team.record = work_item.record WHERE ";

/// Whether someone has it, how bad it is, or whether it is open has changed.
pub(super) async fn place(tx: &mut Tx, item: WorkItemId) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM work_place WHERE item = $1").bind(item.0).execute(c).await.map(|_| ()))?;
    let sql = format!("{PLACES} work_item.id = $1");
    on_db!(tx, c => sqlx::query(sqlx::AssertSqlSafe(sql)).bind(item.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Whose record it is has changed.
pub(crate) async fn place_all(tx: &mut Tx, record: RecordId) -> Result<()> {
    on_db!(tx, c => sqlx::query(
        "DELETE FROM work_place WHERE item IN (SELECT id FROM work_item WHERE record = $1)",
    ).bind(record.0).execute(c).await.map(|_| ()))?;
    let sql = format!("{PLACES} work_item.record = $1");
    on_db!(tx, c => sqlx::query(sqlx::AssertSqlSafe(sql)).bind(record.0).execute(c).await.map(|_| ()))?;
    Ok(())
}
