//! What of a record a reader sees: the versions up to its published number and, for the person whose
//! record it is, of what waits only that it is there.
//!
//! Everything that reads items of a record goes through here. Where nothing waits, which is the rule,
//! the queries are the same as if there were no choice.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::readiness::Waits;
use crate::{
    Error, Result,
    access::{Granted, Reader, Results, View},
    db::{Tx, on_db},
    id::ItemId,
};

/// How far a reader sees.
pub(crate) struct Sight {
    /// The number up to which the record is visible.
    pub(crate) no: i64,
    /// Keys of what waits and of all that belongs to it, as a query that names the record `$1`;
    /// nothing when nothing waits.
    shut: Option<String>,
    reader: Reader,
}

impl Sight {
    pub(crate) async fn of(tx: &mut Tx, granted: &Granted<View, Results>) -> Result<Self> {
        type Row = (i64, i64, Option<String>, Option<String>);
        let (no, for_comment, last_day, zone): Row = on_db!(tx, c => sqlx::query_as(
            "SELECT published_no, (SELECT COUNT(*) FROM result_wait WHERE record = $1 AND opened_at IS NULL \
             AND opens_on IS NULL), (SELECT MAX(opens_on) FROM result_wait WHERE record = $1 AND opened_at IS NULL), \
             (SELECT zone FROM account WHERE record = $1) FROM record WHERE id = $1",
        ).bind(granted.record().0).fetch_one(c).await)?;
        let mut closed = None;
        if for_comment > 0 || last_day.is_some() {
            let today = granted.at().in_zone(zone.as_deref().unwrap_or("UTC")).map_err(Error::internal)?.date();
            // A day that has come opens by itself; its row stays as it was.
            if for_comment > 0 || last_day.is_some_and(|day| day > today.to_string()) {
                closed = Some(shut(today, no));
            }
        }
        let shut = closed;
        Ok(Self { no, shut, reader: granted.reader() })
    }

    /// Whether what waits is hidden from this reader, rather than marked.
    pub(crate) fn hides(&self) -> bool {
        let may_wait = match self.reader {
            Reader::Person => true,
            Reader::CareTeam | Reader::System => false,
        };
        may_wait && self.shut.is_some()
    }

    /// The condition that leaves out what this reader does not see, for a query of rows of the record
    /// `$1` that are called `item` and have a `key`, as items and resources do; empty where they see
    /// everything.
    pub(crate) fn and_open(&self, item: &str) -> String {
        match &self.shut {
            Some(shut) if self.hides() => format!(" AND {item}.key NOT IN ({shut} SELECT key FROM shut)"),
            _ => String::new(),
        }
    }

    /// Which of these wait, for whichever reader: what one opens to open each, and until when.
    pub(crate) async fn waiting(
        &self,
        tx: &mut Tx,
        granted: &Granted<View, Results>,
        ids: &[Uuid],
    ) -> Result<HashMap<Uuid, (ItemId, Waits)>> {
        let Some(shut) = self.shut.as_ref().filter(|_| !ids.is_empty()) else { return Ok(HashMap::new()) };
        let names: Vec<String> = (0..ids.len()).map(|n| format!("${}", n + 3)).collect();
        // The record is checked so that no index begins with it: these few are found by their ids.
        let sql = format!(
            "{shut} SELECT item.id, shut.head, shut.opens_on FROM item JOIN shut ON shut.key = item.key \
             WHERE CASE WHEN item.record = $1 THEN 1 ELSE 0 END = 1 \
             AND item.from_no <= $2 AND item.until_no > $2 AND item.id IN ({})",
            names.join(", ")
        );
        let rows: Vec<(Uuid, Uuid, Option<String>)> = on_db!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(granted.record().0).bind(self.no);
            for id in ids {
                query = query.bind(*id);
            }
            query.fetch_all(c).await
        })?;
        rows.into_iter()
            .map(|(id, head, opens)| {
                let opens = opens.map(|day| day.parse()).transpose().map_err(Error::internal)?;
                Ok((id, (ItemId(head), Waits { opens })))
            })
            .collect()
    }
}

/// What waits on a day, and under it the values that it groups, at any depth.
fn shut(today: jiff::civil::Date, no: i64) -> String {
    format!(
        "WITH RECURSIVE shut(key, head, opens_on) AS (SELECT key, item, opens_on FROM result_wait \
         WHERE record = $1 AND opened_at IS NULL AND (opens_on IS NULL OR opens_on > '{today}') \
         UNION SELECT v.key, shut.head, shut.opens_on FROM item v JOIN shut ON v.panel = shut.key \
         WHERE v.record = $1 AND v.head = 0 AND v.from_no <= {no} AND v.until_no > {no})"
    )
}
