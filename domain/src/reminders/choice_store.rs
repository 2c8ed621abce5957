//! What accounts have chosen, in the database.

use uuid::Uuid;

use super::{Channels, Kind, Quiet, Wanted, Wording};
use crate::{
    Error, Result,
    access::Caller,
    audit,
    db::{Tx, on_db},
    id::AccountId,
    time::Instant,
};

/// What an account has chosen; what holds for everyone where it has chosen nothing.
pub async fn find_wanted(tx: &mut Tx, account: AccountId) -> Result<Wanted> {
    let row: Option<(bool, i64, i64, bool)> = on_db!(tx, c => sqlx::query_as(
        "SELECT plain, quiet_from, quiet_until, quiet_medicines FROM reminder WHERE account = $1",
    )
    .bind(account.0)
    .fetch_optional(c)
    .await)?;
    let Some((plain, from, until, quiet_medicines)) = row else { return Ok(Wanted::default()) };
    let hour = |hour: i64| u8::try_from(hour).map_err(Error::internal);
    let mut wanted = Wanted {
        wording: if plain { Wording::Plain } else { Wording::Discreet },
        quiet: Quiet::new(hour(from)?, hour(until)?)?,
        quiet_medicines,
        ..Wanted::default()
    };
    let choices: Vec<(String, bool, bool, bool)> = on_db!(tx, c => sqlx::query_as(
        "SELECT kind, mail, push, in_page FROM reminder_choice WHERE account = $1",
    )
    .bind(account.0)
    .fetch_all(c)
    .await)?;
    for (kind, mail, push, in_page) in choices {
        // A newer process on the same database may know more kinds.
        if let Some(kind) = Kind::from_code(&kind) {
            wanted = wanted.with(kind, Channels { mail, push }).with_in_page(kind, in_page);
        }
    }
    Ok(wanted)
}

/// Chooses which notices come over which channel, how they are worded, and when none comes.
pub async fn save_wanted(tx: &mut Tx, caller: &Caller, wanted: Wanted, now: Instant) -> Result<()> {
    save(tx, caller.account.0, wanted, true).await?;
    for kind in Kind::ALL {
        let Channels { mail, push } = wanted.of(kind);
        on_db!(tx, c => sqlx::query(
            "INSERT INTO reminder_choice (account, kind, mail, push, in_page) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (account, kind) DO UPDATE SET mail = excluded.mail, push = excluded.push, \
             in_page = excluded.in_page",
        )
        .bind(caller.account.0)
        .bind(kind.code())
        .bind(mail)
        .bind(push)
        .bind(wanted.in_page(kind))
        .execute(c)
        .await
        .map(|_| ()))?;
    }
    audit::store::account(tx, caller.account, "mail-choose", now).await
}

/// Makes the row of an account that has chosen nothing yet.
pub(super) async fn choose_nothing(tx: &mut Tx, account: AccountId) -> Result<()> {
    save(tx, account.0, Wanted::default(), false).await
}

/// Writes the row of an account, over what is there or not.
async fn save(tx: &mut Tx, account: Uuid, wanted: Wanted, over: bool) -> Result<()> {
    let sql = if over {
        "INSERT INTO reminder (account, failures, diary, worklist, plain, quiet_from, quiet_until, quiet_medicines) \
         VALUES ($1, 0, $2, $3, $4, $5, $6, $7) ON CONFLICT (account) DO UPDATE SET diary = excluded.diary, \
         worklist = excluded.worklist, plain = excluded.plain, quiet_from = excluded.quiet_from, \
         quiet_until = excluded.quiet_until, quiet_medicines = excluded.quiet_medicines"
    } else {
        "INSERT INTO reminder (account, failures, diary, worklist, plain, quiet_from, quiet_until, quiet_medicines) \
         VALUES ($1, 0, $2, $3, $4, $5, $6, $7) ON CONFLICT (account) DO NOTHING"
    };
    on_db!(tx, c => sqlx::query(sql)
        .bind(account)
        // For processes of the version before; nothing reads them any more.
        .bind(wanted.of(Kind::SymptomCheck).mail)
        .bind(wanted.of(Kind::Worklist).mail)
        .bind(wanted.wording == Wording::Plain)
        .bind(i64::from(wanted.quiet.from()))
        .bind(i64::from(wanted.quiet.until()))
        .bind(wanted.quiet_medicines)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
