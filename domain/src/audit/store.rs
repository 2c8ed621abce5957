//! Writing and reading the log.

use crate::{
    Result,
    access::{Category, Granted, Log, Permission, Results, View},
    db::{Tx, on_db},
    id::{AccountId, RecordId},
    time::Instant,
};

/// One row of reading stands for so many seconds.
const READING_SECONDS: i64 = 300;

/// Notes that a caller read a part of a record. It commits on its own, before the answer leaves;
/// within five minutes the row that is there stands for every further reading.
pub(crate) async fn reading<C: Category>(tx: &mut Tx, granted: &Granted<View, C>, now: Instant) -> Result<()> {
    let bucket = now.0.div_euclid(READING_SECONDS * 1_000_000);
    let (act, category) = granted.code();
    let account = granted.account().map(|a| a.0);
    let there: i64 = on_db!(tx, c => sqlx::query_scalar(
        "SELECT COUNT(*) FROM audit WHERE record = $1 AND account = $2 AND category = $3 AND act = $4 AND bucket = $5",
    )
    .bind(granted.record().0)
    .bind(account)
    .bind(category)
    .bind(act)
    .bind(bucket)
    .fetch_one(c)
    .await)?;
    if there > 0 {
        return Ok(());
    }
    let mut write = tx.db.write().await?;
    on_db!(write, c => sqlx::query(
        "INSERT INTO audit (id, at, record, account, actor, act, category, bucket) \
         VALUES ($1, $2, $3, $4, 'account', $5, $6, $7) ON CONFLICT DO NOTHING",
    )
    .bind(uuid::Uuid::now_v7())
    .bind(now.0)
    .bind(granted.record().0)
    .bind(account)
    .bind(act)
    .bind(category)
    .bind(bucket)
    .execute(c)
    .await
    .map(|_| ()))?;
    write.commit().await
}

/// Notes a change, in the transaction that makes it.
pub(crate) async fn change<P: Permission, C: Category>(
    tx: &mut Tx,
    granted: &Granted<P, C>,
    actor: &str,
    now: Instant,
) -> Result<()> {
    let (act, category) = granted.code();
    row(tx, Some(granted.record()), granted.account(), actor, act, category, now).await
}

/// Notes that a record was taken out of Daybook. It commits on its own, before anything leaves.
pub(crate) async fn export(tx: &mut Tx, granted: &Granted<View, Results>, actor: &str, now: Instant) -> Result<()> {
    let mut write = tx.db.write().await?;
    let (_, category) = granted.code();
    row(&mut write, Some(granted.record()), granted.account(), actor, "export", category, now).await?;
    write.commit().await
}

/// Notes what the operator did to an account (`letter`, `disable`), in the transaction that does it.
pub(crate) async fn by_operator(tx: &mut Tx, account: AccountId, act: &str, now: Instant) -> Result<()> {
    row(tx, None, Some(account), "operator", act, "account", now).await
}

/// Notes what someone did with their account (`sign-in`, `enrol`, …), in the transaction that does it.
pub(crate) async fn account(tx: &mut Tx, account: AccountId, act: &str, now: Instant) -> Result<()> {
    row(tx, None, Some(account), "account", act, "account", now).await
}

async fn row(
    tx: &mut Tx,
    record: Option<RecordId>,
    account: Option<AccountId>,
    actor: &str,
    act: &str,
    category: &str,
    now: Instant,
) -> Result<()> {
    on_db!(tx, c => sqlx::query(
        "INSERT INTO audit (id, at, record, account, actor, act, category, bucket) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)",
    )
    .bind(uuid::Uuid::now_v7())
    .bind(now.0)
    .bind(record.map(|r| r.0))
    .bind(account.map(|a| a.0))
    .bind(actor)
    .bind(act)
    .bind(category)
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
}

/// The log of a record, newest first.
pub async fn list_log(tx: &mut Tx, granted: &Granted<View, Log>, most: i64) -> Result<Vec<Entry>> {
    type Row = (i64, Option<uuid::Uuid>, String, String, String);
    let rows: Vec<Row> = on_db!(tx, c => sqlx::query_as(
        "SELECT at, account, actor, act, category FROM audit WHERE record = $1 ORDER BY at DESC, id DESC LIMIT $2",
    )
    .bind(granted.record().0)
    .bind(most)
    .fetch_all(c)
    .await)?;
    let entry = |(at, account, actor, act, category): Row| Entry {
        at: Instant(at),
        account: account.map(AccountId),
        actor,
        act,
        category,
    };
    Ok(rows.into_iter().map(entry).collect())
}
