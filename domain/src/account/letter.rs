//! Letters: a code that lets someone in once, together with a second thing they know.
//!
//! Looking at a letter's code does not use it up; choosing a name and a passphrase does (see
//! [`super::enrol`]). A new letter takes the place of every earlier one.

use subtle::ConstantTimeEq;

use super::{Confirm, LETTER_DAYS, LETTER_TRIES, TICKET_SECONDS, throttle};
use crate::{
    Error, Result,
    access::AccountRole,
    audit,
    db::{Db, Tx, on_db},
    error::FieldCode,
    id::{AccountId, InvitationId, RecordId},
    secret::{self, Keys, Purpose},
    time::{Instant, PartialDate},
};

/// What a letter says. The code is nowhere else: whoever prints it has the only copy.
pub struct Letter {
    /// 12 Crockford characters.
    pub code: String,
    pub expires_at: Instant,
    /// Whom to write it to, as the clinic or the administrator names them.
    pub person: Option<String>,
}

/// Writes a letter to the person whose record it is; their account is made when there is none.
/// It voids earlier letters. When it is used by someone enrolled, their sign-in is reset and all
/// their sessions end.
///
/// # Errors
/// [`Error::NotFound`] for an unknown record; `record: NotAChoice` when the person has died,
/// `record: NotADate` without a whole date of birth, `account: NotAChoice` for a disabled account.
pub async fn create_invitation(tx: &mut Tx, keys: &Keys, record: RecordId, now: Instant) -> Result<Letter> {
    let (person, birth_date, deceased): (Option<String>, Option<String>, bool) = on_db!(tx, c => sqlx::query_as(
        "SELECT name, birth_date, deceased FROM record WHERE id = $1",
    )
    .bind(record.0)
    .fetch_one(c)
    .await)?;
    if deceased {
        return Err(Error::field("record", FieldCode::NotAChoice));
    }
    let birth_date = birth_date
        .and_then(|text| text.parse::<PartialDate>().ok())
        .filter(|date| date.day.is_some())
        .ok_or_else(|| Error::field("record", FieldCode::NotADate))?;
    // Taking the row even when it is there makes a second letter wait for the first.
    let account: uuid::Uuid = on_db!(tx, c => sqlx::query_scalar(
        "INSERT INTO account (id, role, record, zone, failures, created_at) VALUES ($1, $2, $3, 'UTC', 0, $4) \
         ON CONFLICT (record) DO UPDATE SET record = excluded.record RETURNING id",
    )
    .bind(AccountId::new().0)
    .bind(AccountRole::Patient.code())
    .bind(record.0)
    .bind(now.0)
    .fetch_one(c)
    .await)?;
    invite(tx, keys, AccountId(account), person, &Confirm::BirthDate(birth_date), now).await
}

/// Voids the letters of an account and writes a new one.
pub(super) async fn invite(
    tx: &mut Tx,
    keys: &Keys,
    account: AccountId,
    person: Option<String>,
    confirm: &Confirm,
    now: Instant,
) -> Result<Letter> {
    let held = on_db!(tx, c => sqlx::query("UPDATE account SET id = id WHERE id = $1 AND disabled_at IS NULL")
        .bind(account.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    if held == 0 {
        return Err(Error::field("account", FieldCode::NotAChoice));
    }
    on_db!(tx, c => sqlx::query(
        "UPDATE invitation SET voided_at = $2 WHERE account = $1 AND used_at IS NULL AND voided_at IS NULL",
    )
    .bind(account.0)
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    let id = InvitationId::new();
    let code = secret::code()?;
    let expires_at = now.plus_days(LETTER_DAYS);
    on_db!(tx, c => sqlx::query(
        "INSERT INTO invitation (id, account, code, confirm, failures, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, 0, $5, $6)",
    )
    .bind(id.0)
    .bind(account.0)
    .bind(code_hash(keys, &code))
    .bind(confirm_hash(keys, id, confirm))
    .bind(now.0)
    .bind(expires_at.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    audit::store::by_operator(tx, account, "letter", now).await?;
    Ok(Letter { code, expires_at, person })
}

/// Looks at a code and the second thing; both right give a ticket, with which a name and a
/// passphrase may be chosen for 30 minutes. The letter is not used up. A wrong second thing is
/// counted, and the fifth kills the letter; that is why this function keeps its own transaction.
///
/// # Errors
/// `code: NoMatch` when the two don't belong together; `code: Expired` when they do, and the
/// letter was used, replaced, or is too old; [`Error::Throttled`] for an address with too many
/// wrong tries.
pub async fn check_code(
    db: &Db,
    keys: &Keys,
    code: &str,
    confirm: &Confirm,
    address: &str,
    now: Instant,
) -> Result<String> {
    let mut tx = db.write().await?;
    let by_address = throttle::Target::address(keys, address);
    throttle::check(&mut tx, &by_address, now).await?;
    let found = match secret::read_code(code) {
        Some(code) => try_letter(&mut tx, keys, &code, confirm, now).await?,
        None => Found::NoMatch,
    };
    let answer = match found {
        Found::Letter(invitation) => Ok(create_ticket(&mut tx, invitation, now).await?),
        Found::Over => Err(Error::field("code", FieldCode::Expired)),
        Found::NoMatch => {
            throttle::fail(&mut tx, &by_address, now).await?;
            Err(Error::field("code", FieldCode::NoMatch))
        }
    };
    tx.commit().await?;
    answer
}

enum Found {
    Letter(InvitationId),
    /// Right once; used, replaced, or too old.
    Over,
    NoMatch,
}

async fn try_letter(tx: &mut Tx, keys: &Keys, code: &str, confirm: &Confirm, now: Instant) -> Result<Found> {
    // Counted before it is compared, so that many at once are no way around the count. A letter
    // that is over counts too: it must not tell a guesser when the second thing was right.
    type Row = (uuid::Uuid, Vec<u8>, i64, i64, Option<i64>, Option<i64>);
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "UPDATE invitation SET failures = failures + 1 WHERE code = $1 \
         RETURNING id, confirm, failures, expires_at, used_at, voided_at",
    )
    .bind(code_hash(keys, code))
    .fetch_optional(c)
    .await)?;
    let Some((id, expected, failures, expires_at, used_at, voided_at)) = row else {
        return Ok(Found::NoMatch);
    };
    let id = InvitationId(id);
    let right: bool = confirm_hash(keys, id, confirm).ct_eq(&expected).into();
    if !right || failures > LETTER_TRIES {
        return Ok(Found::NoMatch);
    }
    on_db!(tx, c => sqlx::query("UPDATE invitation SET failures = failures - 1 WHERE id = $1")
        .bind(id.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    if used_at.is_some() || voided_at.is_some() || now.0 >= expires_at {
        return Ok(Found::Over);
    }
    Ok(Found::Letter(id))
}

async fn create_ticket(tx: &mut Tx, invitation: InvitationId, now: Instant) -> Result<String> {
    let token = secret::token()?;
    on_db!(tx, c => sqlx::query("INSERT INTO enrolment (token, invitation, expires_at) VALUES ($1, $2, $3)")
        .bind(secret::sha256(token.as_bytes()).to_vec())
        .bind(invitation.0)
        .bind(now.plus_seconds(TICKET_SECONDS).0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(token)
}

fn code_hash(keys: &Keys, code: &str) -> Vec<u8> {
    keys.keyed_hash(Purpose::InvitationCode, &format!("code:{code}")).to_vec()
}

/// Bound to its letter, so that equal dates don't show as equal bytes.
fn confirm_hash(keys: &Keys, invitation: InvitationId, confirm: &Confirm) -> Vec<u8> {
    keys.keyed_hash(Purpose::InvitationCode, &format!("confirm:{invitation}:{}", confirm.normal())).to_vec()
}
