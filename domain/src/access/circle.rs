//! Whom a member of the care team may find: the people of their own teams.

use super::{AccountRole, Caller};
use crate::{
    Error, Result,
    db::{Tx, on_db},
    id::{AccountId, TeamId},
};

/// Proof that someone may see who is cared for by these teams. It opens no record: that takes a
/// [`super::Granted`] for the one that is opened.
#[derive(Debug)]
pub struct Circle {
    account: AccountId,
    teams: Vec<TeamId>,
}

impl Circle {
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// The teams; none for someone who is in none.
    pub fn teams(&self) -> &[TeamId] {
        &self.teams
    }
}

/// The teams whose people the caller may see. Read again on each request.
///
/// # Errors
/// [`Error::NotFound`] for who is not of the care team; [`Error::FactorNeeded`] for a member whose
/// session has not shown a second factor.
pub async fn circle(tx: &mut Tx, caller: &Caller) -> Result<Circle> {
    let member: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM account WHERE id = $1 AND role = $2 AND disabled_at IS NULL",
    )
    .bind(caller.account.0)
    .bind(AccountRole::CareTeam.code())
    .fetch_one(c)
    .await)?;
    if member == 0 {
        return Err(Error::NotFound);
    }
    if !caller.second_factor {
        return Err(Error::FactorNeeded);
    }
    let teams: Vec<uuid::Uuid> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT team FROM account_team WHERE account = $1 ORDER BY team",
    )
    .bind(caller.account.0)
    .fetch_all(c)
    .await)?;
    Ok(Circle { account: caller.account, teams: teams.into_iter().map(TeamId).collect() })
}
