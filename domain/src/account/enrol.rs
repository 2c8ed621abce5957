//! Choosing a name and a passphrase with the ticket that a right letter gave. This, and nothing
//! before it, uses the letter up.

use super::{Name, Passphrase, factor, passphrase::Hasher, passphrase::check_strength, store, throttle};
use crate::{
    Error, Result,
    access::AccountRole,
    audit,
    db::{Db, Tx, broke, on_db},
    error::{Field, FieldCode},
    id::{AccountId, InvitationId},
    secret::{self, Keys},
    time::Instant,
};

/// What someone chooses, parsed and found good.
#[derive(Debug, Clone)]
pub struct Choice {
    name: Name,
    passphrase: Passphrase,
    language: String,
    zone: String,
}

impl Choice {
    /// `language` is a language code, `zone` an IANA zone.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that can't be taken: `name`, `passphrase`, `language`,
    /// `zone`.
    pub fn new(name: &str, passphrase: &str, language: &str, zone: &str) -> Result<Self> {
        let mut wrong = Vec::new();
        let mut note = |field: &str, code| wrong.push(Field { name: field.into(), code });
        let name = Name::new(name).map_err(|code| note("name", code)).ok();
        let passphrase = Passphrase::chosen(passphrase).map_err(|code| note("passphrase", code)).ok();
        if let (Some(name), Some(passphrase)) = (&name, &passphrase)
            && let Err(code) = check_strength(passphrase, name)
        {
            note("passphrase", code);
        }
        if !store::is_language(language) {
            note("language", FieldCode::NotAChoice);
        }
        if Instant(0).in_zone(zone).is_err() {
            note("zone", FieldCode::NotAChoice);
        }
        match (name, passphrase) {
            (Some(name), Some(passphrase)) if wrong.is_empty() => {
                Ok(Self { name, passphrase, language: language.into(), zone: zone.into() })
            }
            _ => Err(Error::Invalid(wrong)),
        }
    }
}

/// Someone with a valid ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    pub account: AccountId,
    pub role: AccountRole,
    /// The sign-in name they had before, or that was proposed for them.
    pub name: Option<String>,
    /// They have signed in here before: this resets their sign-in.
    pub again: bool,
    invitation: InvitationId,
    name_key: Option<String>,
}

/// Who holds this ticket, while it and its letter are good.
pub async fn find_enrolment(tx: &mut Tx, ticket: &str, now: Instant) -> Result<Option<Enrolment>> {
    type Row = (uuid::Uuid, uuid::Uuid, String, Option<String>, Option<String>, Option<i64>);
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT invitation.id, account.id, account.role, account.name, account.name_key, account.enrolled_at \
         FROM enrolment JOIN invitation ON invitation.id = enrolment.invitation \
         JOIN account ON account.id = invitation.account \
         WHERE enrolment.token = $1 AND enrolment.expires_at > $2 \
         AND invitation.used_at IS NULL AND invitation.voided_at IS NULL AND account.disabled_at IS NULL",
    )
    .bind(secret::sha256(ticket.as_bytes()).to_vec())
    .bind(now.0)
    .fetch_optional(c)
    .await)?;
    row.map(|(invitation, account, role, name, name_key, enrolled_at)| {
        Ok(Enrolment {
            account: AccountId(account),
            role: store::role(&role)?,
            name,
            again: enrolled_at.is_some(),
            invitation: InvitationId(invitation),
            name_key,
        })
    })
    .transpose()
}

/// Uses the letter up: the name and the passphrase are the account's from now on, whatever it had
/// before; sessions that it has end. A patient's second factor goes with them, since the letter is
/// the way back for someone who lost everything; a member of staff keeps theirs.
///
/// # Errors
/// `code: Expired` when the ticket or its letter no longer holds (or someone with the same ticket
/// was faster); `name: Taken`; [`Error::Throttled`] when too many passphrases are being hashed.
/// After an error nothing has changed.
pub async fn enrol(
    db: &Db,
    keys: &Keys,
    hasher: &Hasher,
    ticket: &str,
    choice: &Choice,
    now: Instant,
) -> Result<AccountId> {
    let over = || Error::field("code", FieldCode::Expired);
    // Before the costly hash, and again in the transaction that writes.
    find_enrolment(&mut db.read().await?, ticket, now).await?.ok_or_else(over)?;
    let hash = hasher.place()?.hash(&choice.passphrase).await?;

    // Rows are taken in one order everywhere: counts, account, letter, sessions.
    let mut tx = db.write().await?;
    let enrolment = find_enrolment(&mut tx, ticket, now).await?.ok_or_else(over)?;
    for key in enrolment.name_key.as_deref().into_iter().chain([choice.name.key()]) {
        throttle::forget(&mut tx, &throttle::Target::name(keys, key)).await?;
    }
    on_db!(tx, c => sqlx::query(
        "UPDATE account SET name = $2, name_key = $3, passphrase = $4, language = $5, zone = $6, failures = 0, \
         enrolled_at = $7 WHERE id = $1",
    )
    .bind(enrolment.account.0)
    .bind(choice.name.as_str())
    .bind(choice.name.key())
    .bind(&hash.0)
    .bind(&choice.language)
    .bind(&choice.zone)
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))
    .map_err(name_taken)?;
    let used = on_db!(tx, c => sqlx::query(
        "UPDATE invitation SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND voided_at IS NULL",
    )
    .bind(enrolment.invitation.0)
    .bind(now.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if used == 0 {
        return Err(over());
    }
    if enrolment.role == AccountRole::Patient {
        factor::void(&mut tx, enrolment.account).await?;
    }
    factor::void_tickets(&mut tx, enrolment.account).await?;
    store::end_all_sessions(&mut tx, enrolment.account, now).await?;
    let act = if enrolment.again { "reset" } else { "enrol" };
    audit::store::account(&mut tx, enrolment.account, act, now).await?;
    tx.commit().await?;
    Ok(enrolment.account)
}

/// Turns the broken constraint into its name for the person.
pub(super) fn name_taken(cause: sqlx::Error) -> Error {
    if broke(&cause, "account_name_key_unique") {
        return Error::field("name", FieldCode::Taken);
    }
    cause.into()
}
