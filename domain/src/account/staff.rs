//! The care team and administrators. They get letters as patients do; the second thing is a
//! number that the administrator tells them apart from the letter.

use super::{
    Confirm, Name,
    enrol::name_taken,
    factor,
    letter::{Letter, invite},
    store::end_all_sessions,
};
use crate::{
    Error, Result,
    access::AccountRole,
    audit,
    db::{Tx, on_db},
    error::FieldCode,
    id::AccountId,
    secret::{self, Keys},
    time::Instant,
};

/// A letter to a member of staff, and what must not be sent with it.
pub struct StaffLetter {
    pub account: AccountId,
    pub letter: Letter,
    /// Six digits, to be told by another way.
    pub number: String,
}

/// Makes an account for a member of staff, under a name that they can change when they enrol.
///
/// # Errors
/// `name: Taken`; `role: NotAChoice` for patients, whose letters come from their record;
/// `team: NotAChoice` for a team that does not exist.
pub async fn add_staff(
    tx: &mut Tx,
    keys: &Keys,
    name: &Name,
    role: AccountRole,
    teams: &[String],
    now: Instant,
) -> Result<StaffLetter> {
    if role == AccountRole::Patient {
        return Err(Error::field("role", FieldCode::NotAChoice));
    }
    let account = AccountId::new();
    on_db!(tx, c => sqlx::query(
        "INSERT INTO account (id, role, name, name_key, zone, failures, created_at) \
         VALUES ($1, $2, $3, $4, 'UTC', 0, $5)",
    )
    .bind(account.0)
    .bind(role.code())
    .bind(name.as_str())
    .bind(name.key())
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))
    .map_err(name_taken)?;
    for team in teams {
        let joined = on_db!(tx, c => sqlx::query(
            "INSERT INTO account_team (account, team) SELECT $1, id FROM team WHERE name = $2 \
             ON CONFLICT (account, team) DO UPDATE SET team = excluded.team",
        )
        .bind(account.0)
        .bind(team)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
        if joined == 0 {
            return Err(Error::field("team", FieldCode::NotAChoice));
        }
    }
    write_to(tx, keys, account, name, now).await
}

/// A new letter to a member of staff, by their sign-in name: the way back after a forgotten
/// passphrase. It voids earlier letters.
///
/// # Errors
/// [`Error::NotFound`] when no member of staff has this name; `account: NotAChoice` for a disabled
/// account.
pub async fn create_staff_invitation(tx: &mut Tx, keys: &Keys, name: &Name, now: Instant) -> Result<StaffLetter> {
    let account = find_staff(tx, name).await?;
    write_to(tx, keys, account, name, now).await
}

/// The member of staff with this sign-in name.
///
/// # Errors
/// [`Error::NotFound`], also when a patient has it.
pub async fn find_staff(tx: &mut Tx, name: &Name) -> Result<AccountId> {
    let account: uuid::Uuid = on_db!(tx, c => sqlx::query_scalar("SELECT id FROM account WHERE name_key = $1 AND role <> $2")
            .bind(name.key())
            .bind(AccountRole::Patient.code())
            .fetch_one(c)
            .await)?;
    Ok(AccountId(account))
}

/// For a lost phone: takes the second factor of a member of staff away and ends their sessions.
/// They set up another one when they next sign in.
pub async fn reset_factor(tx: &mut Tx, account: AccountId, now: Instant) -> Result<()> {
    factor::void(tx, account).await?;
    end_all_sessions(tx, account, now).await?;
    audit::store::by_operator(tx, account, "reset-factor", now).await
}

async fn write_to(tx: &mut Tx, keys: &Keys, account: AccountId, name: &Name, now: Instant) -> Result<StaffLetter> {
    let number = format!("{:06}", u64::from_le_bytes(secret::random()?) % 1_000_000);
    let confirm = Confirm::Number(number.clone());
    let letter = invite(tx, keys, account, Some(name.as_str().to_owned()), &confirm, now).await?;
    Ok(StaffLetter { account, letter, number })
}
