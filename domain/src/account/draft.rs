//! What someone typed into a form that was refused, or that met an ended session: kept sealed for
//! a short time under an id that only the redirect knows. Secrets are never among it.

use std::collections::BTreeMap;

use crate::{
    Error, Result,
    db::{Tx, on_db},
    error::FieldCode,
    id::AccountId,
    secret::{self, Keys, Purpose},
    time::Instant,
};

/// Seconds that a draft of an account is kept.
const KEPT: i64 = 24 * 3600;
/// Seconds that a draft of someone signed out is kept.
const KEPT_SIGNED_OUT: i64 = 30 * 60;
/// The largest draft, in bytes of its JSON.
const LARGEST: usize = 64 * 1024;
/// So many drafts of one account; the oldest go first.
const PER_ACCOUNT: i64 = 20;
/// So many drafts of people signed out, all together: nobody can fill the disk with them.
const SIGNED_OUT: i64 = 1000;

/// A field with one of these in its name is never kept. The code of a letter is: it is twelve
/// characters to type, and opens nothing without what only its reader knows.
const SECRET: [&str; 4] = ["passphrase", "password", "secret", "totp"];
/// What a member of staff is told apart from their letter.
const STAFF_NUMBER: &str = "number";

/// Keeps the fields of a form, except secrets, and answers the id to find them by.
///
/// # Errors
/// `draft: TooLong` when they are larger than 64 KB.
pub async fn save_draft(
    tx: &mut Tx,
    keys: &Keys,
    account: Option<AccountId>,
    fields: &BTreeMap<String, String>,
    now: Instant,
) -> Result<String> {
    let kept: BTreeMap<&String, &String> = fields.iter().filter(|(name, _)| !is_secret(name)).collect();
    let plain = serde_json::to_vec(&kept).map_err(Error::internal)?;
    if plain.len() > LARGEST {
        return Err(Error::field("draft", FieldCode::TooLong));
    }
    let id = secret::token()?;
    let sealed = keys.seal(Purpose::Draft, &bound_to(&id, account), &plain)?;
    let seconds = if account.is_some() { KEPT } else { KEPT_SIGNED_OUT };
    on_db!(tx, c => sqlx::query("INSERT INTO draft (id, account, sealed, expires_at) VALUES ($1, $2, $3, $4)")
        .bind(row_id(&id))
        .bind(account.map(|a| a.0))
        .bind(sealed)
        .bind(now.plus_seconds(seconds).0)
        .execute(c)
        .await
        .map(|_| ()))?;
    delete_surplus(tx, account, &row_id(&id)).await?;
    Ok(id)
}

/// What was kept under this id for this account (or for someone signed out), while it is kept.
pub async fn find_draft(
    tx: &mut Tx,
    keys: &Keys,
    account: Option<AccountId>,
    id: &str,
    now: Instant,
) -> Result<Option<BTreeMap<String, String>>> {
    let sealed: Option<Vec<u8>> = on_db!(tx, c => sqlx::query_scalar("SELECT sealed FROM draft WHERE id = $1 AND expires_at > $2")
            .bind(row_id(id))
            .bind(now.0)
            .fetch_optional(c)
            .await)?;
    let plain = sealed.and_then(|sealed| keys.open(Purpose::Draft, &bound_to(id, account), &sealed));
    plain.map(|plain| serde_json::from_slice(&plain).map_err(Error::internal)).transpose()
}

/// Drops the drafts whose time is over.
pub async fn delete_expired(tx: &mut Tx, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("DELETE FROM draft WHERE expires_at <= $1")
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Makes room for the draft `newest`, which stays.
async fn delete_surplus(tx: &mut Tx, account: Option<AccountId>, newest: &[u8]) -> Result<()> {
    match account {
        Some(account) => on_db!(tx, c => sqlx::query(
            "DELETE FROM draft WHERE account = $1 AND id <> $2 AND id NOT IN \
             (SELECT id FROM draft WHERE account = $1 AND id <> $2 ORDER BY expires_at DESC, id LIMIT $3)",
        )
        .bind(account.0)
        .bind(newest)
        .bind(PER_ACCOUNT - 1)
        .execute(c)
        .await
        .map(|_| ())),
        None => on_db!(tx, c => sqlx::query(
            "DELETE FROM draft WHERE account IS NULL AND id <> $1 AND id NOT IN \
             (SELECT id FROM draft WHERE account IS NULL AND id <> $1 ORDER BY expires_at DESC, id LIMIT $2)",
        )
        .bind(newest)
        .bind(SIGNED_OUT - 1)
        .execute(c)
        .await
        .map(|_| ())),
    }?;
    Ok(())
}

fn is_secret(field: &str) -> bool {
    let field = field.to_lowercase();
    field == STAFF_NUMBER || SECRET.iter().any(|word| field.contains(word))
}

/// The id stands in an address; the table holds only what can be made from it.
fn row_id(id: &str) -> Vec<u8> {
    secret::sha256(id.as_bytes()).to_vec()
}

fn bound_to(id: &str, account: Option<AccountId>) -> Vec<u8> {
    match account {
        Some(account) => format!("{id}:{account}").into_bytes(),
        None => format!("{id}:signed out").into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_sounds_like_a_secret_is_one() {
        for name in ["passphrase", "new_Passphrase", "choice[passphrase2]", "totpCode", "client-secret", "number"] {
            assert!(is_secret(name), "{name}");
        }
        for name in ["name", "note", "zone", "language", "code", "phone_number"] {
            assert!(!is_secret(name), "{name}");
        }
    }
}
