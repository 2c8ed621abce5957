//! Reading and writing the site and its teams.

use super::{Site, Team, TeamBody};
use crate::{
    Error, Result,
    db::{Tx, on_db},
    id::TeamId,
};

/// The site, when one has been described.
pub async fn find_site(tx: &mut Tx) -> Result<Option<Site>> {
    let body: Option<String> =
        on_db!(tx, c => sqlx::query_scalar("SELECT body FROM site WHERE id = 1").fetch_optional(c).await)?;
    body.map(|body| serde_json::from_str(&body).map_err(Error::internal)).transpose()
}

/// Describes the site, in place of what was there.
pub async fn save_site(tx: &mut Tx, site: &Site) -> Result<()> {
    let body = serde_json::to_string(site).map_err(Error::internal)?;
    on_db!(tx, c => sqlx::query(
        "INSERT INTO site (id, body) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
    ).bind(body).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Every team, by name.
pub async fn list_teams(tx: &mut Tx) -> Result<Vec<Team>> {
    let rows: Vec<(uuid::Uuid, String, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, name, body FROM team ORDER BY name",
    ).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(id, name, body)| {
            let body: TeamBody = serde_json::from_str(&body).map_err(Error::internal)?;
            Ok(Team { id: TeamId(id), name, body })
        })
        .collect()
}

/// Makes the team of this name, or changes what is known of it.
pub async fn save_team(tx: &mut Tx, name: &str, body: &TeamBody) -> Result<TeamId> {
    let body = serde_json::to_string(body).map_err(Error::internal)?;
    let id: uuid::Uuid = on_db!(tx, c => sqlx::query_scalar(
        "INSERT INTO team (id, name, body) VALUES ($1, $2, $3) \
         ON CONFLICT (name) DO UPDATE SET body = excluded.body RETURNING id",
    ).bind(TeamId::new().0).bind(name).bind(body).fetch_one(c).await)?;
    Ok(TeamId(id))
}
