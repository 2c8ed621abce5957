//! What really differs between SQLite and PostgreSQL, and nothing else.

use super::{Conn, Tx};

/// What taking due jobs changes and answers, on both databases.
macro_rules! claim {
    ($due:literal) => {
        concat!(
            "UPDATE job SET worker = $1, due_at = $2, lease = lease + 1, tries = tries + 1 WHERE ",
            $due,
            " RETURNING id, kind, key, record, body, lease, tries"
        )
    };
}

/// Takes due jobs of one kind: `$1` worker, `$2` end of the lease, `$3` kind, `$4` now, `$5` how many at
/// most. SQLite has one writer, so nobody else looks meanwhile; PostgreSQL passes over the rows that
/// someone else is just taking, and finds its rows once, before it changes any.
pub(crate) const fn claim_jobs(tx: &Tx) -> &'static str {
    match tx.conn {
        Conn::Sqlite(_) => {
            claim!("id IN (SELECT id FROM job WHERE kind = $3 AND due_at <= $4 ORDER BY due_at LIMIT $5)")
        }
        Conn::Postgres(_) => claim!(
            "id = ANY (ARRAY (SELECT id FROM job WHERE kind = $3 AND due_at <= $4 ORDER BY due_at LIMIT $5 \
             FOR UPDATE SKIP LOCKED))"
        ),
    }
}
