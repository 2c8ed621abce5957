//! The two databases behind one door: one SQL text for both, run by `on_db!`.
//!
//! Every read happens in a transaction (one snapshot), every write in one that holds the write
//! lock from its start, so nothing is ever half-written and no write fails half-way for a lock.

pub mod dialect;

use std::{str::FromStr, time::Duration};

use sqlx::{
    PgPool, SqlitePool,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::Result;

static SQLITE: Migrator = sqlx::migrate!("../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../migrations/postgres");

/// The first SQLite without the WAL-reset corruption bug.
const SQLITE_FLOOR: (u32, u32, u32) = (3, 51, 3);

/// A database, open and migrated.
#[derive(Clone, Debug)]
pub enum Db {
    Sqlite {
        read: SqlitePool,
        /// One connection: SQLite has one writer.
        write: SqlitePool,
    },
    Postgres(PgPool),
}

/// A transaction on either database. Dropping it without [`Tx::commit`] undoes it.
pub struct Tx {
    pub(crate) conn: Conn,
    pub(crate) db: Db,
}

pub(crate) enum Conn {
    Sqlite(sqlx::Transaction<'static, sqlx::Sqlite>),
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
}

/// Runs one sqlx expression on whichever database the transaction belongs to.
macro_rules! on_db {
    ($tx:expr, $conn:ident => $body:expr) => {
        match &mut $tx.conn {
            $crate::db::Conn::Sqlite(tx) => {
                let $conn = &mut **tx;
                $body
            }
            $crate::db::Conn::Postgres(tx) => {
                let $conn = &mut **tx;
                $body
            }
        }
    };
}
pub(crate) use on_db;

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("{0:?} is not a database address; write sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME")]
    Address(String),
    #[error(
        "SQLite {0} is older than 3.51.3, which first mends a bug that can damage the file; build Daybook with its bundled SQLite"
    )]
    SqliteTooOld(String),
    #[error("the database can't be opened: {0}")]
    Connect(#[from] sqlx::Error),
    #[error("the tables can't be brought up to date: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
}

impl Db {
    /// Opens `sqlite:PATH` (made when absent) or `postgres://…` and brings the tables up to date.
    pub async fn open(address: &str) -> Result<Self, OpenError> {
        if let Some(path) = address.strip_prefix("sqlite:") {
            Self::open_sqlite(path).await
        } else if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(address)?;
            let pool = PgPoolOptions::new()
                .max_connections(20)
                .acquire_timeout(Duration::from_secs(5))
                .connect_with(options)
                .await?;
            POSTGRES.run(&pool).await?;
            Ok(Self::Postgres(pool))
        } else {
            Err(OpenError::Address(address.chars().take(12).collect()))
        }
    }

    async fn open_sqlite(path: &str) -> Result<Self, OpenError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .optimize_on_close(true, None);
        create_private(path).map_err(|cause| OpenError::Connect(sqlx::Error::Io(cause)))?;
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(options.clone())
            .await?;
        let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&write).await?;
        if !at_least(&version, SQLITE_FLOOR) {
            return Err(OpenError::SqliteTooOld(version));
        }
        SQLITE.run(&write).await?;
        let read = SqlitePoolOptions::new()
            .max_connections(8)
            .acquire_timeout(Duration::from_secs(5))
            .connect_with(options.read_only(true).create_if_missing(false))
            .await?;
        Ok(Self::Sqlite { read, write })
    }

    /// A snapshot to read from.
    pub async fn read(&self) -> Result<Tx> {
        let conn = match self {
            Self::Sqlite { read, .. } => Conn::Sqlite(read.begin().await?),
            Self::Postgres(pool) => {
                Conn::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        };
        Ok(Tx { conn, db: self.clone() })
    }

    /// A transaction that may write.
    pub async fn write(&self) -> Result<Tx> {
        let conn = match self {
            Self::Sqlite { write, .. } => Conn::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Conn::Postgres(pool.begin().await?),
        };
        Ok(Tx { conn, db: self.clone() })
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        let mut tx = self.read().await?;
        let _: i64 = on_db!(tx, c => sqlx::query_scalar("SELECT CAST(1 AS BIGINT)").fetch_one(c).await)?;
        Ok(())
    }

    /// Closes every connection; what was committed is on disk.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes everything written in this transaction durable.
    pub async fn commit(self) -> Result<()> {
        match self.conn {
            Conn::Sqlite(tx) => tx.commit().await?,
            Conn::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

/// Makes the file, readable by its owner only; what SQLite puts beside it takes over its mode.
fn create_private(path: &str) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::AlreadyExists => Err(cause),
        _ => Ok(()),
    }
}

fn at_least(version: &str, floor: (u32, u32, u32)) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    (next(), next(), next()) >= floor
}

/// Names a unique constraint that a write ran into, on either database.
pub(crate) fn broke(error: &sqlx::Error, constraint: &str) -> bool {
    let sqlx::Error::Database(e) = error else { return false };
    // SQLite names the columns (`account.name_key`), PostgreSQL the constraint (`account_name_key_unique`).
    e.is_unique_violation()
        && (e.constraint() == Some(constraint)
            || e.message().replace('.', "_").contains(constraint.trim_end_matches("_unique")))
}

/// The address of a new, empty database on the PostgreSQL server that `DAYBOOK_TEST_POSTGRES` names
/// (`postgres://USER@HOST:PORT`); nothing when it names none. For tests.
///
/// # Panics
/// When the server is named and can't be used: a test that was asked for must not be skipped.
#[doc(hidden)]
#[expect(clippy::expect_used, reason = "only tests call it")]
pub async fn new_test_database() -> Option<String> {
    let server = std::env::var("DAYBOOK_TEST_POSTGRES").ok()?;
    let name = format!("test_{}", uuid::Uuid::now_v7().simple());
    let admin = PgPool::connect(&format!("{server}/postgres")).await.expect("the server for tests answers");
    let made = sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&admin).await;
    made.expect("a database can be made there");
    admin.close().await;
    Some(format!("{server}/{name}"))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A new empty database of each kind that this machine offers: SQLite always, PostgreSQL
    /// where `DAYBOOK_TEST_POSTGRES` names a server on which databases may be made.
    pub(crate) async fn both() -> Vec<(Db, Option<tempfile::TempDir>)> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("test.sqlite");
        let mut all = vec![(Db::open(&format!("sqlite:{}", path.display())).await.unwrap(), Some(folder))];
        if let Some(address) = new_test_database().await {
            all.push((Db::open(&address).await.unwrap(), None));
        }
        all
    }

    /// How the database would go about a query without parameters.
    pub(crate) async fn query_plan(tx: &mut Tx, sql: &str) -> String {
        let plan: Vec<String> = match tx.db {
            Db::Sqlite { .. } => {
                let rows: Vec<(i64, i64, i64, String)> = on_db!(tx, c => sqlx::query_as(
                    sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"))).fetch_all(c).await)
                .unwrap();
                rows.into_iter().map(|row| row.3).collect()
            }
            Db::Postgres(_) => on_db!(tx, c => sqlx::query_scalar(
                sqlx::AssertSqlSafe(format!("EXPLAIN {sql}"))).fetch_all(c).await)
            .unwrap(),
        };
        plan.join("\n")
    }

    #[tokio::test]
    async fn a_transaction_that_is_dropped_leaves_nothing() {
        for (db, _folder) in both().await {
            {
                let mut tx = db.write().await.unwrap();
                on_db!(tx, c => sqlx::query("INSERT INTO site (id, body) VALUES (1, $1)").bind("{}").execute(c).await.map(|_| ())).unwrap();
            }
            let mut tx = db.read().await.unwrap();
            let n: i64 = on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM site").fetch_one(c).await).unwrap();
            assert_eq!(n, 0);
        }
    }

    #[test]
    fn versions_compare_by_number_not_by_text() {
        assert!(at_least("3.51.3", SQLITE_FLOOR));
        assert!(at_least("3.100.0", SQLITE_FLOOR));
        assert!(!at_least("3.51.2", SQLITE_FLOOR));
    }
}
