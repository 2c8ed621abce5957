//! A mail whose time has come: whether it still is to be sent, where to, and what came of it.

use uuid::Uuid;

use super::{
    Address, Notice, STALE_SECONDS, Template, Wanted, Wording,
    choice_store::find_wanted,
    doses::{find_names, is_overtaken, list_planned},
    store,
};
use crate::{
    Error, Result,
    access::AccountRole,
    db::{Tx, on_db},
    id::{AccountId, MailId},
    medicines::{tell, told},
    secret::Keys,
    time::Instant,
};

/// What to do with a mail now.
#[derive(Debug)]
pub enum Fate {
    Send(Outgoing),
    /// The person's quiet hours have begun meanwhile.
    Later(Instant),
    /// It isn't wanted any more, has no address any more, comes too late, or nothing of what it is about is left.
    Drop,
}

/// A mail as it leaves.
#[derive(Debug)]
pub struct Outgoing {
    pub mail: MailId,
    pub to: Address,
    pub template: Template,
    /// Of [`Template::Code`] only.
    pub code: Option<String>,
    pub wording: Wording,
    /// What plain wording adds; nothing where it is discreet.
    pub detail: Option<String>,
    /// The language of the account, or that was chosen for someone else; nothing when none was.
    pub language: Option<String>,
    /// Of a mail to someone else whom a person chose.
    pub other: Option<Box<ToOther>>,
}

/// What a mail says to someone else: the letter that asks them, or that doses have no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToOther {
    pub language: String,
    /// What the person wants to be called; nothing where they don't.
    pub called: Option<String>,
    /// Of the link by which they answer the letter, or end the mails.
    pub secret: String,
    /// How many doses have no answer, and of which medicines, where these may be named.
    pub doses: u32,
    pub medicines: Vec<String>,
}

/// How a mail or a push ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The mail server, or the push service, took it.
    Sent,
    /// There was no more reason to send it.
    Dropped,
    /// It will never take it.
    Refused,
}

impl Ended {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Dropped => "dropped",
            Self::Refused => "refused",
        }
    }

    /// Whether something with this outcome is not sent any more. What was refused may be tried again, when the
    /// operator says so.
    pub(super) fn is_over(outcome: Option<&str>) -> bool {
        [Self::Sent, Self::Dropped].into_iter().any(|ended| outcome == Some(ended.code()))
    }
}

/// What is known of a mail and of whom it is for.
struct Known {
    key: String,
    address: Option<String>,
    template: Template,
    detail: Option<String>,
    at: Instant,
    created_at: Instant,
    ended: bool,
    account: Option<KnownAccount>,
}

struct KnownAccount {
    id: AccountId,
    patient: bool,
    /// It is closed, or its person has died: nothing is sent to it.
    disabled: bool,
    language: Option<String>,
    zone: String,
    reminder: Option<KnownReminder>,
}

struct KnownReminder {
    address: Option<String>,
    asked_mail: Option<Uuid>,
    asked_until: Instant,
    wanted: Wanted,
}

/// What to do with a mail now.
pub async fn find_fate(tx: &mut Tx, keys: &Keys, mail: MailId, now: Instant) -> Result<Fate> {
    let Some(mut known) = find_known(tx, mail).await? else { return Ok(Fate::Drop) };
    if known.ended {
        return Ok(Fate::Drop);
    }
    if let (Some(account), Template::Notice(notice)) = (&known.account, known.template)
        && notice.is_of_doses()
    {
        let planned = list_planned(tx, account.id, (notice, &known.key), (known.at, known.created_at)).await?;
        known.detail = find_names(tx, account.id, &planned, now).await?;
        if known.detail.is_none() {
            return Ok(Fate::Drop);
        }
    }
    if let (Some(account), Template::Notice(notice)) = (&known.account, known.template)
        && is_overtaken(tx, account.id, (notice, known.detail.as_deref()), known.created_at).await?
    {
        return Ok(Fate::Drop);
    }
    if matches!(known.template, Template::Told | Template::Notice(Notice::DoseUnanswered)) {
        return find_fate_of_other(tx, keys, mail, &known, now).await;
    }
    let send = |to: &str, code, language: Option<&String>, wording| {
        let to = Address::new(to).map_err(|_| Error::internal("a stored address is none"))?;
        let template = match known.template {
            Template::Notice(notice) => Template::Notice(notice.leaving(known.at, now)),
            other => other,
        };
        let detail = known.detail.clone().filter(|_| wording == Wording::Plain);
        Ok(Fate::Send(Outgoing { mail, to, template, code, wording, detail, language: language.cloned(), other: None }))
    };
    let Some(account) = &known.account else {
        // What waits for the care team is sent however late it is. Whoever passed a detail let it be told.
        let wording = if known.detail.is_some() { Wording::Plain } else { Wording::Discreet };
        return known.address.as_deref().map_or(Ok(Fate::Drop), |to| send(to, None, None, wording));
    };
    let Some(reminder) = account.reminder.as_ref().filter(|_| !account.disabled) else { return Ok(Fate::Drop) };
    let language = account.language.as_ref();
    let notice = match known.template {
        Template::Code => {
            let counts = reminder.asked_mail == Some(mail.0) && now < reminder.asked_until;
            let to = known.address.as_deref().filter(|_| counts);
            let code = store::code_of(keys, mail);
            return to.map_or(Ok(Fate::Drop), |to| send(to, Some(code), language, Wording::Discreet));
        }
        Template::Test | Template::Told => None,
        Template::Notice(notice) => Some(notice),
    };
    let wanted = notice.is_none_or(|notice| reminder.wanted.channels(notice).mail);
    let stale = account.patient && now.seconds_since(known.at) > STALE_SECONDS;
    let Some(to) = reminder.address.as_deref().filter(|_| wanted && !stale) else { return Ok(Fate::Drop) };
    if let Some(notice) = notice.filter(|_| account.patient) {
        let at = reminder.wanted.after_quiet(notice, now, &account.zone);
        if at > now {
            return Ok(Fate::Later(at));
        }
    }
    send(to, None, language, reminder.wanted.wording)
}

/// A mail to someone else is sent while they are asked, or agree to it, and there is news.
async fn find_fate_of_other(tx: &mut Tx, keys: &Keys, mail: MailId, known: &Known, now: Instant) -> Result<Fate> {
    let other = match known.template {
        Template::Told => told::find_letter_of(tx, keys, mail, now).await?,
        _ => tell::find_news(tx, keys, mail, now).await?,
    };
    let Some((other, to)) = other.zip(known.address.as_deref()) else { return Ok(Fate::Drop) };
    let to = Address::new(to).map_err(|_| Error::internal("a stored address is none"))?;
    let (template, wording, language) = (known.template, Wording::Discreet, Some(other.language.clone()));
    let other = Some(Box::new(other));
    Ok(Fate::Send(Outgoing { mail, to, template, code: None, wording, detail: None, language, other }))
}

async fn find_known(tx: &mut Tx, mail: MailId) -> Result<Option<Known>> {
    type Row = (String, Option<Uuid>, Option<String>, String, Option<String>, i64, i64, Option<String>);
    let row: Option<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT key, account, address, template, detail, at, created_at, outcome FROM mail WHERE id = $1",
    )
    .bind(mail.0)
    .fetch_optional(c)
    .await)?;
    let Some((key, account, address, template, detail, at, created_at, outcome)) = row else { return Ok(None) };
    let template = Template::from_code(&template).ok_or_else(|| Error::internal("a mail of an unknown template"))?;
    let ended = Ended::is_over(outcome.as_deref());
    let account = match account {
        Some(account) => Some(find_account(tx, account).await?),
        None => None,
    };
    let (at, created_at) = (Instant(at), Instant(created_at));
    Ok(Some(Known { key, address, template, detail, at, created_at, ended, account }))
}

async fn find_account(tx: &mut Tx, account: Uuid) -> Result<KnownAccount> {
    type Row = (String, Option<i64>, Option<String>, String, Option<bool>);
    let (role, disabled_at, language, zone, deceased): Row = on_db!(tx, c => sqlx::query_as(
        "SELECT account.role, account.disabled_at, account.language, account.zone, record.deceased FROM account \
         LEFT JOIN record ON record.id = account.record WHERE account.id = $1",
    )
    .bind(account)
    .fetch_one(c)
    .await)?;
    let row: Option<(Option<String>, Option<Uuid>, Option<i64>)> = on_db!(tx, c => sqlx::query_as(
        "SELECT address, asked_mail, asked_until FROM reminder WHERE account = $1",
    )
    .bind(account)
    .fetch_optional(c)
    .await)?;
    let reminder = match row {
        Some((address, asked_mail, asked_until)) => Some(KnownReminder {
            address,
            asked_mail,
            asked_until: Instant(asked_until.unwrap_or_default()),
            wanted: find_wanted(tx, AccountId(account)).await?,
        }),
        None => None,
    };
    Ok(KnownAccount {
        id: AccountId(account),
        patient: role == AccountRole::Patient.code(),
        disabled: disabled_at.is_some() || deceased == Some(true),
        language,
        zone,
        reminder,
    })
}

/// Notes how a mail ended, in the transaction that ends its job.
pub async fn end(tx: &mut Tx, mail: MailId, ended: Ended, error: Option<&str>, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE mail SET outcome = $2, error = $3, ended_at = $4 WHERE id = $1")
        .bind(mail.0)
        .bind(ended.code())
        .bind(error)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    if ended == Ended::Sent { tell::note_sent(tx, mail, now).await } else { Ok(()) }
}

/// Notes that a try has failed.
pub async fn note_failure(tx: &mut Tx, mail: MailId, error: &str) -> Result<()> {
    on_db!(tx, c => sqlx::query("UPDATE mail SET error = $2 WHERE id = $1")
        .bind(mail.0)
        .bind(error)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
