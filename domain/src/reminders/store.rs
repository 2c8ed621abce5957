//! Where notices go, which are wanted, and planning them.

use serde::{Deserialize, Serialize};
use serde_json::json;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use super::{
    Address, CODE_SECONDS, CODE_TRIES, KEPT_DAYS, MOST_ASKED, MOST_NOTICES, MOST_TO_TEAM, Notice, SEND, Said, Template,
    Wanted,
    choice_store::{choose_nothing, find_wanted},
    doses,
    inbox::put_into_inbox,
    push_store::{self, plan_pushes},
};
use crate::{
    Error, Result,
    access::{self, AccountRole, Caller},
    audit,
    db::{Db, Tx, on_db},
    error::FieldCode,
    id::{AccountId, MailId, MedicineId, RecordId, TeamId},
    jobs::{self, New},
    medicines::{Slot, told},
    secret::{self, Keys, Purpose},
    time::Instant,
};

/// What an account has chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where notices go, and since when it is known to be theirs.
    pub address: Option<(String, Instant)>,
    /// An address that waits for its code, and until when.
    pub asked: Option<(String, Instant)>,
    pub wanted: Wanted,
    /// What came of the last mail that they asked for as a test.
    pub test: Option<Test>,
}

/// A mail that was asked for to see whether mails arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    pub asked_at: Instant,
    pub state: TestState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TestState {
    /// It has not been sent yet.
    Waiting,
    /// It has not been sent yet, and a try has failed.
    Failing,
    /// The server that sends mail for Daybook took it then.
    Sent(Instant),
    /// It can't be sent to this address.
    Refused,
}

impl TestState {
    /// From how a mail or a push ended, the code of its last failure, and when it ended.
    pub(crate) const fn of(outcome: Option<&str>, error: Option<&str>, ended_at: Option<Instant>) -> Self {
        match (outcome, error, ended_at) {
            (Some(outcome), _, Some(at)) if matches!(outcome.as_bytes(), b"sent") => Self::Sent(at),
            (Some(_), ..) => Self::Refused,
            (None, Some(_), _) => Self::Failing,
            (None, None, _) => Self::Waiting,
        }
    }
}

/// What an account has chosen; what holds for everyone when it has chosen nothing.
pub async fn find_settings(tx: &mut Tx, account: AccountId) -> Result<Settings> {
    type Row = (Option<String>, Option<i64>, Option<String>, Option<i64>);
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT address, confirmed_at, asked, asked_until FROM reminder WHERE account = $1",
    )
    .bind(account.0)
    .fetch_optional(c)
    .await)?;
    let (address, confirmed_at, asked, asked_until) = row.unwrap_or_default();
    Ok(Settings {
        address: address.zip(confirmed_at.map(Instant)),
        asked: asked.zip(asked_until.map(Instant)),
        wanted: find_wanted(tx, account).await?,
        test: find_test(tx, account).await?,
    })
}

async fn find_test(tx: &mut Tx, account: AccountId) -> Result<Option<Test>> {
    type Row = (i64, Option<String>, Option<String>, Option<i64>);
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT created_at, outcome, error, ended_at FROM mail WHERE account = $1 AND template = 'test' \
         ORDER BY created_at DESC LIMIT 1",
    )
    .bind(account.0)
    .fetch_optional(c)
    .await)?;
    Ok(row.map(|(asked_at, outcome, error, ended_at)| {
        let state = TestState::of(outcome.as_deref(), error.as_deref(), ended_at.map(Instant));
        Test { asked_at: Instant(asked_at), state }
    }))
}

/// Sends a code to an address; typed into Daybook it shows that the address is the caller's. Until then the
/// one before it goes on to count. The code itself is stored nowhere.
///
/// # Errors
/// [`Error::FactorNeeded`]: whoever finds a device open must not lead notices elsewhere;
/// [`Error::Throttled`] when too many mails were asked for.
pub async fn ask_address(tx: &mut Tx, caller: &Caller, address: &Address, now: Instant) -> Result<()> {
    access::fresh_factor(caller, now)?;
    let mail = MailId::new();
    choose_nothing(tx, caller.account).await?;
    // Taking the row even when it is there makes a second one at the same time wait, and be counted.
    on_db!(tx, c => sqlx::query(
        "UPDATE reminder SET asked = $2, asked_mail = $3, asked_until = $4, failures = 0 WHERE account = $1",
    )
    .bind(caller.account.0)
    .bind(address.as_str())
    .bind(mail.0)
    .bind(now.plus_seconds(CODE_SECONDS).0)
    .execute(c)
    .await
    .map(|_| ()))?;
    limit(tx, By::Account(caller.account), true, MOST_ASKED, now).await?;
    limit(tx, By::Address(address.as_str()), true, MOST_ASKED, now).await?;
    let to = To { account: Some(caller.account), address: Some(address.as_str()) };
    post(tx, mail, to, (Template::Code, None), &mail.to_string(), now, now).await?;
    audit::store::account(tx, caller.account, "mail-code", now).await
}

/// The code that a mail brings.
pub(super) fn code_of(keys: &Keys, mail: MailId) -> String {
    keys.code_for(Purpose::MailCode, &mail.to_string())
}

/// The code arrived: from now on notices go to the address. A wrong code is counted, and the fifth kills
/// the code; that is why this function keeps its own transaction.
///
/// # Errors
/// `code: NoMatch` for a wrong code; `code: Expired` when none counts any more.
pub async fn confirm_address(db: &Db, keys: &Keys, caller: &Caller, typed: &str, now: Instant) -> Result<()> {
    let mut tx = db.write().await?;
    // Counted before it is compared, so that many at once are no way around the count.
    let row: Option<(String, Uuid, i64, i64)> = on_db!(tx, c => sqlx::query_as(
        "UPDATE reminder SET failures = failures + 1 WHERE account = $1 AND asked IS NOT NULL \
         RETURNING asked, asked_mail, asked_until, failures",
    )
    .bind(caller.account.0)
    .fetch_optional(c)
    .await)?;
    let Some((asked, mail, until, tries)) = row else { return Err(Error::field("code", FieldCode::Expired)) };
    let over = now.0 >= until || tries > CODE_TRIES;
    let code = code_of(keys, MailId(mail));
    let right: bool = secret::read_code(typed).is_some_and(|typed| typed.as_bytes().ct_eq(code.as_bytes()).into());
    if right && !over {
        on_db!(tx, c => sqlx::query("UPDATE reminder SET address = $2, confirmed_at = $3 WHERE account = $1")
            .bind(caller.account.0)
            .bind(asked)
            .bind(now.0)
            .execute(c)
            .await
            .map(|_| ()))?;
        forget_asked(&mut tx, caller.account).await?;
        audit::store::account(&mut tx, caller.account, "mail-address", now).await?;
        return tx.commit().await;
    }
    let last = over || tries == CODE_TRIES;
    if last {
        forget_asked(&mut tx, caller.account).await?;
    }
    tx.commit().await?;
    Err(Error::field("code", if last { FieldCode::Expired } else { FieldCode::NoMatch }))
}

async fn forget_asked(tx: &mut Tx, account: AccountId) -> Result<()> {
    on_db!(tx, c => sqlx::query(
        "UPDATE reminder SET asked = NULL, asked_mail = NULL, asked_until = NULL, failures = 0 WHERE account = $1",
    )
    .bind(account.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Forgets the caller's address, also one that waits for its code: no more mails.
pub async fn remove_address(tx: &mut Tx, caller: &Caller, now: Instant) -> Result<()> {
    let removed = on_db!(tx, c => sqlx::query(
        "UPDATE reminder SET address = NULL, confirmed_at = NULL WHERE account = $1 \
         AND (address IS NOT NULL OR asked IS NOT NULL)",
    )
    .bind(caller.account.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if removed == 0 {
        return Ok(());
    }
    forget_asked(tx, caller.account).await?;
    audit::store::account(tx, caller.account, "mail-remove", now).await
}

/// Sends a mail to the caller's own address, to see whether it arrives.
///
/// # Errors
/// `address: Missing` when none is confirmed; [`Error::Throttled`] when too many mails were asked for.
pub async fn ask_test(tx: &mut Tx, caller: &Caller, now: Instant) -> Result<()> {
    let held = on_db!(tx, c => sqlx::query(
        "UPDATE reminder SET account = account WHERE account = $1 AND address IS NOT NULL",
    )
    .bind(caller.account.0)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    if held == 0 {
        return Err(Error::field("address", FieldCode::Missing));
    }
    limit(tx, By::Account(caller.account), true, MOST_ASKED, now).await?;
    let mail = MailId::new();
    let to = To { account: Some(caller.account), address: None };
    post(tx, mail, to, (Template::Test, None), &mail.to_string(), now, now).await.map(|_| ())
}

/// Tells the person of a record: in their inbox from `at` on, and over the channels that they want for it, at
/// `at` or when their quiet hours are over. Answers whether it reaches them outside Daybook too. The same
/// notice with the same key is one to them, however often it is planned. Nobody is told before they enrolled, nor
/// after their death.
pub async fn notify_person(
    tx: &mut Tx,
    record: RecordId,
    notice: Notice,
    said: Said<'_>,
    key: &str,
    at: Instant,
    now: Instant,
) -> Result<bool> {
    notify_of_doses(tx, record, (notice, said, None), key, at, now).await
}

/// What a notice is about: of one dose alone, which one it is.
pub(crate) type About<'a> = (Notice, Said<'a>, Option<(MedicineId, Slot)>);

/// As [`notify_person`], of doses: a notification of one dose alone can be answered by a tap.
pub(crate) async fn notify_of_doses(
    tx: &mut Tx,
    record: RecordId,
    about: About<'_>,
    key: &str,
    at: Instant,
    now: Instant,
) -> Result<bool> {
    let row: Option<(Uuid, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT account.id, account.zone FROM account JOIN record ON record.id = account.record \
         WHERE account.record = $1 AND account.role = $2 AND account.disabled_at IS NULL \
         AND account.enrolled_at IS NOT NULL AND record.deceased = $3",
    )
    .bind(record.0)
    .bind(AccountRole::Patient.code())
    .bind(false)
    .fetch_optional(c)
    .await)?;
    let Some((account, zone)) = row else { return Ok(false) };
    notify_account(tx, AccountId(account), Some(&zone), about, key, at, now).await
}

/// Tells each member of a team, at any hour; answers for how many of them it reaches outside Daybook.
pub async fn notify_team(
    tx: &mut Tx,
    team: TeamId,
    notice: Notice,
    said: Said<'_>,
    key: &str,
    at: Instant,
    now: Instant,
) -> Result<usize> {
    let rows: Vec<Uuid> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT account.id FROM account_team JOIN account ON account.id = account_team.account          WHERE account_team.team = $1 AND account.role = $2 AND account.disabled_at IS NULL ORDER BY account.id",
    )
    .bind(team.0)
    .bind(AccountRole::CareTeam.code())
    .fetch_all(c)
    .await)?;
    let mut told = 0;
    for account in rows {
        told += usize::from(notify_account(tx, AccountId(account), None, (notice, said, None), key, at, now).await?);
    }
    Ok(told)
}

/// Plans a notice for an address: a team's next contact, whom the operator has named. Whoever passes a detail
/// says that it may be told. Answers whether a mail is planned: not to what is no address, nor beyond
/// [`MOST_TO_TEAM`] a day.
pub async fn notify_address(
    tx: &mut Tx,
    address: &str,
    notice: Notice,
    said: Said<'_>,
    key: &str,
    at: Instant,
    now: Instant,
) -> Result<bool> {
    let Ok(address) = Address::new(address) else {
        tracing::warn!(event = "mail.no-address", "what a notice is for is not an address of mail");
        return Ok(false);
    };
    let to = To { account: None, address: Some(address.as_str()) };
    Ok(mail_notice(tx, to, (notice, said), key, at, now).await?.is_some())
}

/// Plans the mail that tells someone else, who agreed to it, of doses without an answer. What it says is found
/// when it leaves. Answers which mail it is; none beyond [`MOST_TO_TEAM`] a day.
pub(crate) async fn tell_other(tx: &mut Tx, address: &str, key: &str, now: Instant) -> Result<Option<MailId>> {
    let to = To { account: None, address: Some(address) };
    mail_notice(tx, to, (Notice::DoseUnanswered, Said::default()), key, now, now).await
}

/// Sends the letter that asks someone, by their address, whether they want to be told. Answers its mail.
///
/// # Errors
/// [`Error::Throttled`] when the account asked for too many mails, or the address got too many.
pub(crate) async fn post_letter(tx: &mut Tx, account: AccountId, address: &Address, now: Instant) -> Result<MailId> {
    // Taking the row makes a second one at the same time wait, and be counted.
    on_db!(tx, c => sqlx::query("UPDATE account SET id = id WHERE id = $1")
        .bind(account.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    limit(tx, By::Account(account), true, MOST_ASKED, now).await?;
    limit(tx, By::Address(address.as_str()), true, MOST_ASKED, now).await?;
    let mail = MailId::new();
    let to = To { account: Some(account), address: Some(address.as_str()) };
    post(tx, mail, to, (Template::Told, None), &mail.to_string(), now, now).await
}

/// Puts the notice into the inbox and plans it for the channels that the account wants; where a zone is
/// given, outside its quiet hours.
async fn notify_account(
    tx: &mut Tx,
    account: AccountId,
    zone: Option<&str>,
    about: About<'_>,
    key: &str,
    at: Instant,
    now: Instant,
) -> Result<bool> {
    let id = put_into_inbox(tx, account, about, key, at, now).await?;
    let (notice, said, _) = about;
    let wanted = find_wanted(tx, account).await?;
    let channels = wanted.channels(notice);
    let due = at;
    let at = zone.map_or(due, |zone| wanted.after_quiet(notice, due, zone));
    let pushed = channels.push && plan_pushes(tx, account, id, at, now).await?;
    let notice = notice.leaving(due, at);
    let (to, key) = (To { account: Some(account), address: None }, doses::mail_key(account, notice, key, at));
    let mailed = channels.mail
        && has_address(tx, account).await?
        && mail_notice(tx, to, (notice, said), &key, at, now).await?.is_some();
    Ok(pushed || mailed)
}

/// Whether notices reach an account outside Daybook: by an address of mail, or on a device.
pub async fn is_reachable(tx: &mut Tx, account: AccountId) -> Result<bool> {
    let devices: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM push_device WHERE account = $1 AND gone_at IS NULL",
    )
    .bind(account.0)
    .fetch_one(c)
    .await)?;
    Ok(devices > 0 || has_address(tx, account).await?)
}

async fn has_address(tx: &mut Tx, account: AccountId) -> Result<bool> {
    let address: Option<Option<String>> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT address FROM reminder WHERE account = $1",
    )
    .bind(account.0)
    .fetch_optional(c)
    .await)?;
    Ok(address.flatten().is_some())
}

/// Who gets a mail: an account at the address it has confirmed, or an address.
#[derive(Clone, Copy)]
struct To<'a> {
    account: Option<AccountId>,
    address: Option<&'a str>,
}

async fn mail_notice(
    tx: &mut Tx,
    to: To<'_>,
    (notice, said): (Notice, Said<'_>),
    key: &str,
    at: Instant,
    now: Instant,
) -> Result<Option<MailId>> {
    let limited = match (to.account, to.address) {
        (Some(account), _) => limit(tx, By::Account(account), false, MOST_NOTICES, now).await,
        (None, Some(address)) => limit(tx, By::Address(address), false, MOST_TO_TEAM, now).await,
        (None, None) => Ok(()),
    };
    match limited {
        Err(Error::Throttled(_)) => {
            tracing::warn!(event = "mail.too-many", "a notice is left out");
            return Ok(None);
        }
        other => other?,
    }
    post(tx, MailId::new(), to, (Template::Notice(notice), said.detail), key, at, now).await.map(Some)
}

/// Writes the mail down and plans its job; answers which one it is. One that was planned before moves to the
/// new moment; one that was sent stays sent.
async fn post(
    tx: &mut Tx,
    mail: MailId,
    to: To<'_>,
    (template, detail): (Template, Option<&str>),
    key: &str,
    at: Instant,
    now: Instant,
) -> Result<MailId> {
    let id: Uuid = on_db!(tx, c => sqlx::query_scalar(
        "INSERT INTO mail (id, key, account, address, template, detail, at, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
         ON CONFLICT (key) DO UPDATE SET at = excluded.at, detail = excluded.detail RETURNING id",
    )
    .bind(mail.0)
    .bind(format!("{}:{key}", template.code()))
    .bind(to.account.map(|account| account.0))
    .bind(to.address)
    .bind(template.code())
    .bind(detail)
    .bind(at.0)
    .bind(now.0)
    .fetch_one(c)
    .await)?;
    let key = MailId(id).to_string();
    let job = New { kind: SEND, key: &key, record: None, body: json!({ "template": template.code() }), run_at: at };
    jobs::store::plan(tx, job, now).await?;
    Ok(MailId(id))
}

/// By what mails are counted.
#[derive(Clone, Copy)]
enum By<'a> {
    Account(AccountId),
    Address(&'a str),
}

/// Whether there were fewer than `most` mails in the last 24 hours: of those that were asked for (codes,
/// tests, letters to someone else), or of notices.
async fn limit(tx: &mut Tx, by: By<'_>, asked: bool, most: i64, now: Instant) -> Result<()> {
    let since = now.plus_days(-1);
    let (sent, oldest): (i64, Option<i64>) = match by {
        By::Account(account) => on_db!(tx, c => sqlx::query_as(
            "SELECT COUNT(*), MIN(created_at) FROM mail WHERE account = $1 AND created_at > $2 \
             AND (template IN ('code', 'test', 'told')) = $3",
        )
        .bind(account.0)
        .bind(since.0)
        .bind(asked)
        .fetch_one(c)
        .await)?,
        By::Address(address) => on_db!(tx, c => sqlx::query_as(
            "SELECT COUNT(*), MIN(created_at) FROM mail WHERE address = $1 AND created_at > $2 \
             AND (template IN ('code', 'test', 'told')) = $3",
        )
        .bind(address)
        .bind(since.0)
        .bind(asked)
        .fetch_one(c)
        .await)?,
    };
    if sent < most {
        return Ok(());
    }
    let wait = oldest.map_or(0, |oldest| Instant(oldest).seconds_since(since));
    Err(Error::Throttled(u32::try_from(wait).unwrap_or(0).max(1)))
}

/// Forgets codes that no longer count, and mails and notices of long ago.
pub async fn delete_expired(tx: &mut Tx, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query(
        "UPDATE reminder SET asked = NULL, asked_mail = NULL, asked_until = NULL, failures = 0 WHERE asked_until <= $1",
    )
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    for sql in [
        "DELETE FROM mail WHERE created_at <= $1 AND at <= $1",
        "DELETE FROM notice WHERE created_at <= $1 AND at <= $1",
    ] {
        on_db!(tx, c => sqlx::query(sql).bind(now.plus_days(-KEPT_DAYS).0).execute(c).await.map(|_| ()))?;
    }
    told::delete_old(tx, now.plus_days(-KEPT_DAYS)).await?;
    push_store::delete_old(tx, now.plus_days(-KEPT_DAYS)).await
}
