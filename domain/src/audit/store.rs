//! Writing and reading the log.

use std::{fmt, str::FromStr};

use uuid::Uuid;

use crate::{
    Result,
    access::{AccountRole, Category, Granted, Log, Permission, Results, View},
    db::{Tx, on_db},
    id::{AccountId, NotAnId, RecordId, TeamId},
    time::Instant,
};

/// One row of reading stands for so many seconds.
const READING_SECONDS: i64 = 300;

/// The team in whose name the account `$4` has to do with the record `$3`: one that cares for the
/// person, as it is now. Nobody's own record has one.
macro_rules! in_whose_name {
    () => {
        "(SELECT record_team.team FROM record_team JOIN account_team ON account_team.team = record_team.team \
         WHERE record_team.record = $3 AND account_team.account = $4 ORDER BY record_team.team LIMIT 1)"
    };
}

/// Notes that a caller read a part of a record. It commits on its own, before the answer leaves;
/// within five minutes the row that is there stands for every further reading.
pub(crate) async fn reading<C: Category>(tx: &mut Tx, granted: &Granted<View, C>, now: Instant) -> Result<()> {
    let (act, category) = granted.code();
    let (record, account) = (Some(granted.record()), granted.account());
    once(tx, &Row { record, account, actor: "account", act, category, things: None }, now).await
}

/// Notes that a member of the care team saw a list of people: one row of no record in five minutes.
/// Whose record is opened then gets a row of its own.
pub(crate) async fn listing(tx: &mut Tx, account: AccountId, now: Instant) -> Result<()> {
    let account = Some(account);
    once(tx, &Row { record: None, account, actor: "account", act: "list", category: "people", things: None }, now).await
}

/// Writes a row that stands for five minutes, unless it is there.
async fn once(tx: &mut Tx, row: &Row<'_>, now: Instant) -> Result<()> {
    let bucket = now.0.div_euclid(READING_SECONDS * 1_000_000);
    let there: i64 = on_db!(tx, c => {
        let query = sqlx::query_scalar(if row.record.is_some() {
            "SELECT COUNT(*) FROM audit WHERE account = $1 AND category = $2 AND act = $3 AND bucket = $4 AND record = $5"
        } else {
            "SELECT COUNT(*) FROM audit WHERE account = $1 AND category = $2 AND act = $3 AND bucket = $4 AND record IS NULL"
        });
        let query = query.bind(row.account.map(|account| account.0)).bind(row.category).bind(row.act).bind(bucket);
        match row.record {
            Some(record) => query.bind(record.0).fetch_one(c).await,
            None => query.fetch_one(c).await,
        }
    })?;
    if there > 0 {
        return Ok(());
    }
    let mut write = tx.db.write().await?;
    write_once(&mut write, row, bucket, now).await?;
    write.commit().await
}

/// A row that stands for a stretch of time.
async fn write_once(tx: &mut Tx, row: &Row<'_>, bucket: i64, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query(concat!(
        "INSERT INTO audit (id, at, record, account, actor, act, category, bucket, team) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ", in_whose_name!(), ") ON CONFLICT DO NOTHING",
    ))
    .bind(Uuid::now_v7())
    .bind(now.0)
    .bind(row.record.map(|record| record.0))
    .bind(row.account.map(|account| account.0))
    .bind(row.actor)
    .bind(row.act)
    .bind(row.category)
    .bind(bucket)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Notes a change, in the transaction that makes it, and how many things came with it where some did.
pub(crate) async fn change<P: Permission, C: Category>(
    tx: &mut Tx,
    granted: &Granted<P, C>,
    actor: &str,
    things: Option<u64>,
    now: Instant,
) -> Result<()> {
    let (act, category) = granted.code();
    let row = Row { record: Some(granted.record()), account: granted.account(), actor, act, category, things };
    write(tx, &row, now).await
}

/// Notes that the operator gave a record to a team (`assign`) or took it back (`release`), in the
/// transaction that does it.
pub(crate) async fn of_team(tx: &mut Tx, record: RecordId, team: TeamId, act: &str, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query(
        "INSERT INTO audit (id, at, record, actor, act, category, team) VALUES ($1, $2, $3, 'operator', $4, 'team', $5)",
    )
    .bind(Uuid::now_v7())
    .bind(now.0)
    .bind(record.0)
    .bind(act)
    .bind(team.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Notes a change that is more than what its permission is called (`open`, `release`), in the
/// transaction that makes it.
pub(crate) async fn deed<P: Permission, C: Category>(
    tx: &mut Tx,
    granted: &Granted<P, C>,
    act: &str,
    now: Instant,
) -> Result<()> {
    let (_, category) = granted.code();
    let (record, account) = (Some(granted.record()), granted.account());
    write(tx, &Row { record, account, actor: "account", act, category, things: None }, now).await
}

/// Notes what Daybook did by itself, in the transaction that does it.
pub(crate) async fn by_itself<P: Permission, C: Category>(
    tx: &mut Tx,
    granted: &Granted<P, C>,
    act: &str,
    now: Instant,
) -> Result<()> {
    let (_, category) = granted.code();
    let row = Row { record: Some(granted.record()), account: None, actor: "daybook", act, category, things: None };
    write(tx, &row, now).await
}

/// Notes that members of the care team saw in a list what waits of these people: one row a day for each, where
/// there is none yet. Whose item is opened then gets rows of its own. It commits on its own.
pub(crate) async fn listed(tx: &mut Tx, account: AccountId, records: &[RecordId], now: Instant) -> Result<()> {
    if records.is_empty() {
        return Ok(());
    }
    let bucket = now.0.div_euclid(86_400_000_000);
    let names = (0..records.len()).map(|n| format!("${}", n + 3)).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT record FROM audit WHERE account = $1 AND bucket = $2 AND category = 'worklist' AND act = 'list' \
         AND record IN ({names})"
    );
    let there: Vec<Uuid> = on_db!(tx, c => {
        let mut query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(account.0).bind(bucket);
        for record in records {
            query = query.bind(record.0);
        }
        query.fetch_all(c).await
    })?;
    let missing: Vec<&RecordId> = records.iter().filter(|record| !there.contains(&record.0)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut write = tx.db.write().await?;
    for record in missing {
        let (record, account) = (Some(*record), Some(account));
        let row = Row { record, account, actor: "account", act: "list", category: "worklist", things: None };
        write_once(&mut write, &row, bucket, now).await?;
    }
    write.commit().await
}

/// Notes that a record was taken out of Daybook. It commits on its own, before anything leaves.
pub(crate) async fn export(tx: &mut Tx, granted: &Granted<View, Results>, actor: &str, now: Instant) -> Result<()> {
    let mut tx_write = tx.db.write().await?;
    let (_, category) = granted.code();
    let (record, account) = (Some(granted.record()), granted.account());
    write(&mut tx_write, &Row { record, account, actor, act: "export", category, things: None }, now).await?;
    tx_write.commit().await
}

/// Notes what the operator did to an account (`letter`, `disable`), in the transaction that does it.
pub(crate) async fn by_operator(tx: &mut Tx, account: AccountId, act: &str, now: Instant) -> Result<()> {
    of_account(tx, account, "operator", act, now).await
}

/// Notes what someone did with their account (`sign-in`, `enrol`, …), in the transaction that does it.
pub(crate) async fn account(tx: &mut Tx, account: AccountId, act: &str, now: Instant) -> Result<()> {
    of_account(tx, account, "account", act, now).await
}

/// Notes what the operator did to the tokens of a sender, in the transaction that does it.
pub(crate) async fn of_sender(tx: &mut Tx, sender: &str, act: &str, now: Instant) -> Result<()> {
    let category = format!("sender:{sender}");
    let row = Row { record: None, account: None, actor: "operator", act, category: &category, things: None };
    write(tx, &row, now).await
}

/// Notes that a version of an instrument came, in the transaction that brings it.
pub(crate) async fn of_instrument(tx: &mut Tx, actor: &str, name: &str, now: Instant) -> Result<()> {
    let category = format!("instrument:{name}");
    let row = Row { record: None, account: None, actor, act: "create", category: &category, things: None };
    write(tx, &row, now).await
}

/// What is done to someone's account concerns their record: whoever has the one opens the other.
async fn of_account(tx: &mut Tx, account: AccountId, actor: &str, act: &str, now: Instant) -> Result<()> {
    let record: Option<Uuid> = on_db!(tx, c => sqlx::query_scalar("SELECT record FROM account WHERE id = $1")
            .bind(account.0)
            .fetch_one(c)
            .await)?;
    let row =
        Row { record: record.map(RecordId), account: Some(account), actor, act, category: "account", things: None };
    write(tx, &row, now).await
}

/// A row to write.
struct Row<'a> {
    record: Option<RecordId>,
    account: Option<AccountId>,
    actor: &'a str,
    act: &'a str,
    category: &'a str,
    things: Option<u64>,
}

async fn write(tx: &mut Tx, row: &Row<'_>, now: Instant) -> Result<()> {
    on_db!(tx, c => sqlx::query(concat!(
        "INSERT INTO audit (id, at, record, account, actor, act, category, things, team) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ", in_whose_name!(), ")",
    ))
    .bind(Uuid::now_v7())
    .bind(now.0)
    .bind(row.record.map(|record| record.0))
    .bind(row.account.map(|account| account.0))
    .bind(row.actor)
    .bind(row.act)
    .bind(row.category)
    .bind(row.things.map(|things| i64::try_from(things).unwrap_or(i64::MAX)))
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub at: Instant,
    pub account: Option<AccountId>,
    pub actor: String,
    pub act: String,
    pub category: String,
    /// The sign-in name of the account, as shown.
    pub name: Option<String>,
    pub role: Option<AccountRole>,
    /// The team in whose name it was done, or which it was about.
    pub team: Option<String>,
    /// How many things came, where something came.
    pub things: Option<u64>,
    /// Where the log goes on behind this row.
    pub cursor: LogCursor,
}

/// A place in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogCursor {
    at: i64,
    id: Uuid,
}

impl LogCursor {
    /// Before the newest row.
    pub const NEWEST: Self = Self { at: i64::MAX, id: Uuid::max() };
}

impl fmt::Display for LogCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}", self.at, self.id)
    }
}

impl FromStr for LogCursor {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (at, id) = text.split_once('~').ok_or(NotAnId)?;
        Ok(Self { at: at.parse().map_err(|_| NotAnId)?, id: Uuid::parse_str(id).map_err(|_| NotAnId)? })
    }
}

/// What of a log is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Stretch {
    /// Leave out what the reader did.
    pub by_others: bool,
    /// Only what is older than this place.
    pub before: LogCursor,
    pub most: i64,
}

/// The log of a record, newest first.
pub async fn list_log(tx: &mut Tx, granted: &Granted<View, Log>, stretch: Stretch) -> Result<Vec<Entry>> {
    type Text = Option<String>;
    type Found = (Uuid, i64, Option<Uuid>, String, String, String, Text, Text, Text, Option<i64>);
    let rows: Vec<Found> = on_db!(tx, c => sqlx::query_as(
        "SELECT audit.id, audit.at, audit.account, audit.actor, audit.act, audit.category, account.name, account.role, \
         team.name, audit.things FROM audit LEFT JOIN account ON account.id = audit.account \
         LEFT JOIN team ON team.id = audit.team \
         WHERE audit.record = $1 AND audit.at <= $2 AND (audit.at < $2 OR audit.id < $3) \
         AND ($4 OR audit.account IS NULL OR audit.account <> $5 OR audit.actor <> 'account') \
         ORDER BY audit.at DESC, audit.id DESC LIMIT $6",
    )
    .bind(granted.record().0)
    .bind(stretch.before.at)
    .bind(stretch.before.id)
    .bind(!stretch.by_others)
    .bind(granted.account().map(|account| account.0))
    .bind(stretch.most)
    .fetch_all(c)
    .await)?;
    let entry = |(id, at, account, actor, act, category, name, role, team, things): Found| Entry {
        at: Instant(at),
        account: account.map(AccountId),
        actor,
        act,
        category,
        name,
        role: role.as_deref().and_then(AccountRole::from_code),
        team,
        things: things.and_then(|things| things.try_into().ok()),
        cursor: LogCursor { at, id },
    };
    Ok(rows.into_iter().map(entry).collect())
}
