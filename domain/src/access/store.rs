//! Checking grants. Every grant is read again on each request, so revoking works at once.

use std::marker::PhantomData;

use super::{
    AccountRole, Act, Caller, Category, Choose, Comment, Granted, Import, Log, Medicines, Reader, Results, View, Write,
};
use crate::{
    Error, Result, audit,
    db::{Tx, on_db},
    id::RecordId,
    record::store::Origin,
    reminders::tap::{Deed, Owner, Tapped, find_owner},
    secret::Keys,
    time::Instant,
};

/// For proofs of changes, which are told their moment themselves.
const UNTIMED: Instant = Instant(0);

/// May `caller` read the part `C` of `record`? It is theirs, or they are, with a second factor, in
/// a team that cares for the person. Writes the row of the log for this reading (one per caller,
/// record, category and five minutes) before it answers. Where nothing can be written any more,
/// people can still read their own record; the care team can't. The log is for the person alone: it
/// also holds what others than this team did.
///
/// # Errors
/// [`Error::NotFound`] when the record does not exist or is not theirs to see.
pub async fn view<C: Category>(
    tx: &mut Tx,
    caller: &Caller,
    record: RecordId,
    now: Instant,
) -> Result<Granted<View, C>> {
    let reader = reader(tx, caller, record).await?.ok_or(Error::NotFound)?;
    if reader != Reader::Person && C::CODE == Log::CODE {
        return Err(Error::NotFound);
    }
    let granted = Granted { record, caller: Some(caller.account), reader, at: now, kind: PhantomData };
    match audit::store::reading(tx, &granted, now).await {
        Err(Error::Unavailable(cause)) if reader == Reader::Person => {
            tracing::error!(event = "audit.unwritable", %cause, "a reading could not be logged; the owner may read on");
        }
        other => other?,
    }
    Ok(granted)
}

/// May whoever knows the secret of a person's calendar of doses read what they take? As long as the person keeps
/// that address, lives, and their account is open. The reading is logged by who asks, once a day.
pub(crate) async fn view_calendar(tx: &mut Tx, hash: &[u8], now: Instant) -> Result<Option<Granted<View, Medicines>>> {
    let record: Option<uuid::Uuid> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT medicine_feed.record FROM medicine_feed JOIN record ON record.id = medicine_feed.record \
         JOIN account ON account.record = record.id WHERE medicine_feed.secret = $1 AND account.role = $2 \
         AND account.disabled_at IS NULL AND account.enrolled_at IS NOT NULL AND record.deceased = $3",
    )
    .bind(hash.to_vec())
    .bind(AccountRole::Patient.code())
    .bind(false)
    .fetch_optional(c)
    .await)?;
    Ok(record.map(|record| Granted {
        record: RecordId(record),
        caller: None,
        reader: Reader::System,
        at: now,
        kind: PhantomData,
    }))
}

/// May `caller` say something about the part `C` of `record`? Members of the teams that care for
/// the person may, with a second factor. What they say writes its own row of the log.
///
/// # Errors
/// [`Error::NotFound`] when the record does not exist or is not theirs to comment on.
pub async fn comment<C: Category>(tx: &mut Tx, caller: &Caller, record: RecordId) -> Result<Granted<Comment, C>> {
    match reader(tx, caller, record).await? {
        Some(reader @ Reader::CareTeam) => {
            Ok(Granted { record, caller: Some(caller.account), reader, at: UNTIMED, kind: PhantomData })
        }
        _ => Err(Error::NotFound),
    }
}

/// May `caller` add to the part `C` of `record`? Only the person whose record it is may. What they add
/// writes its own row of the log.
///
/// # Errors
/// [`Error::NotFound`] when the record does not exist or is not theirs.
pub async fn write<C: Category>(tx: &mut Tx, caller: &Caller, record: RecordId) -> Result<Granted<Write, C>> {
    match reader(tx, caller, record).await? {
        Some(reader @ Reader::Person) => {
            Ok(Granted { record, caller: Some(caller.account), reader, at: UNTIMED, kind: PhantomData })
        }
        _ => Err(Error::NotFound),
    }
}

/// May whoever taps a notification note the one dose that it is about? As long as its device is one of the
/// person's, they live, and their account is open. The proof that is made of it never leaves `domain`: it is used to
/// note that dose as taken, with the checks of every entry, and for nothing else (`medicines::entry_tap`). What is
/// noted writes its own row of the log.
pub(crate) async fn write_by_tap(
    tx: &mut Tx,
    keys: &Keys,
    tapped: Tapped<'_>,
) -> Result<Option<(Granted<Write, Medicines>, Owner)>> {
    let Some(owner) = find_owner(tx, keys, Deed::Taken, tapped).await? else { return Ok(None) };
    let record: Option<uuid::Uuid> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT record.id FROM account JOIN record ON record.id = account.record WHERE account.id = $1 \
         AND account.role = $2 AND account.disabled_at IS NULL AND record.deceased = $3",
    )
    .bind(owner.account.0)
    .bind(AccountRole::Patient.code())
    .bind(false)
    .fetch_optional(c)
    .await)?;
    let granted = record.map(|record| Granted {
        record: RecordId(record),
        caller: Some(owner.account),
        reader: Reader::Person,
        at: UNTIMED,
        kind: PhantomData,
    });
    Ok(granted.map(|granted| (granted, owner)))
}

/// May `caller` do something about the part `C` of `record` as the care team? Members of the teams that
/// care for the person may, with a second factor. What they do writes its own row of the log.
///
/// # Errors
/// [`Error::NotFound`] when the record does not exist or is not theirs to care for.
pub async fn act<C: Category>(tx: &mut Tx, caller: &Caller, record: RecordId) -> Result<Granted<Act, C>> {
    match reader(tx, caller, record).await? {
        Some(reader @ Reader::CareTeam) => {
            Ok(Granted { record, caller: Some(caller.account), reader, at: UNTIMED, kind: PhantomData })
        }
        _ => Err(Error::NotFound),
    }
}

/// Daybook does something about the part `C` of `record` by itself: work for later whose time has come.
///
/// # Errors
/// [`Error::NotFound`] when there is no such record any more.
pub async fn act_by_itself<C: Category>(tx: &mut Tx, record: RecordId) -> Result<Granted<Act, C>> {
    let known: i64 = on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM record WHERE id = $1")
        .bind(record.0).fetch_one(c).await)?;
    if known == 0 {
        return Err(Error::NotFound);
    }
    Ok(Granted { record, caller: None, reader: Reader::System, at: UNTIMED, kind: PhantomData })
}

/// May `caller` decide when results of `record` open? Only the person whose record it is may. What
/// they decide writes its own row of the log.
///
/// # Errors
/// [`Error::NotFound`] when the record does not exist or is not theirs.
pub async fn choose(tx: &mut Tx, caller: &Caller, record: RecordId) -> Result<Granted<Choose, Results>> {
    match reader(tx, caller, record).await? {
        Some(reader @ Reader::Person) => {
            Ok(Granted { record, caller: Some(caller.account), reader, at: UNTIMED, kind: PhantomData })
        }
        _ => Err(Error::NotFound),
    }
}

/// Has the caller shown a factor a short while ago? What can't be undone or leads out of Daybook
/// (export, changing factors) needs one.
///
/// # Errors
/// [`Error::FactorNeeded`] when it is too long ago.
pub fn fresh_factor(caller: &Caller, now: Instant) -> Result<()> {
    if now < caller.fresh_until { Ok(()) } else { Err(Error::FactorNeeded) }
}

/// As whom the caller may read the record, if at all.
async fn reader(tx: &mut Tx, caller: &Caller, record: RecordId) -> Result<Option<Reader>> {
    let own: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM account WHERE id = $1 AND role = $2 AND record = $3 AND disabled_at IS NULL",
    )
    .bind(caller.account.0)
    .bind(AccountRole::Patient.code())
    .bind(record.0)
    .fetch_one(c)
    .await)?;
    if own > 0 {
        return Ok(Some(Reader::Person));
    }
    if !caller.second_factor {
        return Ok(None);
    }
    let cares: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM account JOIN account_team ON account_team.account = account.id \
         JOIN record_team ON record_team.team = account_team.team \
         WHERE account.id = $1 AND account.role = $2 AND account.disabled_at IS NULL AND record_team.record = $3",
    )
    .bind(caller.account.0)
    .bind(AccountRole::CareTeam.code())
    .bind(record.0)
    .fetch_one(c)
    .await)?;
    Ok((cares > 0).then_some(Reader::CareTeam))
}

/// May `caller` take `record` out of Daybook? The person may, having shown a factor a short while
/// ago. It has a row of its own in the log, written before anything leaves; as with reading, people
/// get their own record also where nothing can be written any more.
///
/// # Errors
/// [`Error::NotFound`] when the record does not exist or is not theirs, and
/// [`Error::FactorNeeded`] when the factor is too long ago.
pub async fn export(tx: &mut Tx, caller: &Caller, record: RecordId, now: Instant) -> Result<Granted<View, Results>> {
    if reader(tx, caller, record).await? != Some(Reader::Person) {
        return Err(Error::NotFound);
    }
    fresh_factor(caller, now)?;
    let granted = Granted { record, caller: Some(caller.account), reader: Reader::Person, at: now, kind: PhantomData };
    match audit::store::export(tx, &granted, "account", now).await {
        Err(Error::Unavailable(cause)) => {
            tracing::error!(event = "audit.unwritable", %cause, "an export could not be logged; the owner may have it");
        }
        other => other?,
    }
    Ok(granted)
}

/// Who takes a record out of Daybook takes all of it: the proof for that is one for each part.
pub(crate) fn whole<C: Category>(granted: &Granted<View, Results>) -> Granted<View, C> {
    Granted {
        record: granted.record,
        caller: granted.caller,
        reader: granted.reader,
        at: granted.at,
        kind: PhantomData,
    }
}

/// The operator takes `record` out of Daybook, at the command line.
///
/// # Errors
/// [`Error::NotFound`] when there is no such record.
pub async fn export_by_operator(tx: &mut Tx, record: RecordId, now: Instant) -> Result<Granted<View, Results>> {
    let known: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM record WHERE id = $1 AND published_no > 0",
    ).bind(record.0).fetch_one(c).await)?;
    if known == 0 {
        return Err(Error::NotFound);
    }
    let granted = Granted { record, caller: None, reader: Reader::System, at: now, kind: PhantomData };
    audit::store::export(tx, &granted, "operator", now).await?;
    Ok(granted)
}

/// The operator or a clinic's system, named by `origin`, brings something for `record`.
pub async fn import(tx: &mut Tx, origin: &Origin, record: RecordId) -> Result<Granted<Import, Results>> {
    let known: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM record, sender WHERE record.id = $1 AND sender.id = $2",
    )
    .bind(record.0)
    .bind(origin.sender.0)
    .fetch_one(c)
    .await)?;
    if known == 0 {
        return Err(Error::NotFound);
    }
    Ok(Granted { record, caller: None, reader: Reader::System, at: UNTIMED, kind: PhantomData })
}
