//! Whose record is whose: the operator gives a person to a team, and takes them back. What a clinic
//! sends (a FHIR `CareTeam`, a `managingOrganization`) never does.

use uuid::Uuid;

use crate::{
    Error, Result, audit,
    db::{Tx, on_db},
    error::FieldCode,
    id::{RecordId, TeamId},
    time::Instant,
    worklist::{deed, index, place},
};

/// From now on the members of the team may read the record. Answers whether they could not before.
///
/// # Errors
/// `team: NotAChoice` for a team that does not exist; [`Error::NotFound`] for an unknown record.
pub async fn assign_record(tx: &mut Tx, record: RecordId, team: &str, now: Instant) -> Result<bool> {
    let team = get_team(tx, team).await?;
    get_record(tx, record).await?;
    let given = on_db!(tx, c => sqlx::query(
        "INSERT INTO record_team (record, team) VALUES ($1, $2) ON CONFLICT DO NOTHING",
    )
    .bind(record.0)
    .bind(team.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    // Also where it was theirs already: so records can be found that were given before there was a
    // search.
    index::save_person(tx, record).await?;
    if given == 0 {
        return Ok(false);
    }
    place::place_all(tx, record).await?;
    audit::store::of_team(tx, record, team, "assign", now).await?;
    Ok(true)
}

/// From their next request on the members of the team can't read the record any more, unless
/// another team of theirs cares for the person. Answers whether they could before.
///
/// # Errors
/// `team: NotAChoice` for a team that does not exist; [`Error::NotFound`] for an unknown record.
pub async fn release_record(tx: &mut Tx, record: RecordId, team: &str, now: Instant) -> Result<bool> {
    let team = get_team(tx, team).await?;
    get_record(tx, record).await?;
    let taken = on_db!(tx, c => sqlx::query("DELETE FROM record_team WHERE record = $1 AND team = $2")
        .bind(record.0)
        .bind(team.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    if taken == 0 {
        return Ok(false);
    }
    place::place_all(tx, record).await?;
    deed::give_back_lost(tx, now).await?;
    audit::store::of_team(tx, record, team, "release", now).await?;
    Ok(true)
}

/// A record of a team, for the operator's command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamRecord {
    pub record: RecordId,
    pub name: Option<String>,
    pub birth_date: Option<String>,
}

/// Everyone whom a team cares for, by name, for the operator's command line.
///
/// # Errors
/// `team: NotAChoice` for a team that does not exist.
pub async fn list_records_of_team(tx: &mut Tx, team: &str) -> Result<Vec<TeamRecord>> {
    let team = get_team(tx, team).await?;
    let rows: Vec<(Uuid, Option<String>, Option<String>)> = on_db!(tx, c => sqlx::query_as(
        "SELECT record.id, record.name, record.birth_date FROM record_team JOIN record ON record.id = record_team.record \
         WHERE record_team.team = $1 ORDER BY record_team.name_key, record.id",
    )
    .bind(team.0)
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(|(id, name, birth_date)| TeamRecord { record: RecordId(id), name, birth_date }).collect())
}

/// The sign-in names of a team's members, without those whose account is closed.
///
/// # Errors
/// `team: NotAChoice` for a team that does not exist.
pub async fn list_members(tx: &mut Tx, team: &str) -> Result<Vec<String>> {
    let team = get_team(tx, team).await?;
    Ok(on_db!(tx, c => sqlx::query_scalar(
        "SELECT account.name FROM account_team JOIN account ON account.id = account_team.account \
         WHERE account_team.team = $1 AND account.name IS NOT NULL AND account.disabled_at IS NULL ORDER BY account.name_key",
    )
    .bind(team.0)
    .fetch_all(c)
    .await)?)
}

async fn get_team(tx: &mut Tx, name: &str) -> Result<TeamId> {
    let team: Option<Uuid> = on_db!(tx, c => sqlx::query_scalar("SELECT id FROM team WHERE name = $1")
            .bind(name)
            .fetch_optional(c)
            .await)?;
    team.map(TeamId).ok_or_else(|| Error::field("team", FieldCode::NotAChoice))
}

async fn get_record(tx: &mut Tx, record: RecordId) -> Result<()> {
    let known: i64 = on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM record WHERE id = $1")
            .bind(record.0)
            .fetch_one(c)
            .await)?;
    if known == 0 { Err(Error::NotFound) } else { Ok(()) }
}
