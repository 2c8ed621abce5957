//! The care team's list of what waits, worst first, by index however much waits elsewhere; and how much that
//! is.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{
    deed::{Done, Shown, find_name, find_shown, list_deeds},
    item::{Body, Decision, Severity},
    item_store::{Row, body_of, find},
};
use crate::{
    Error, Result,
    access::{Circle, Granted, View, Worklist},
    audit,
    db::{Tx, on_db},
    id::{AccountId, InstrumentId, RecordId, TeamId, WorkItemId},
    time::{Instant, PartialDate},
};

/// Of which items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Held {
    #[default]
    ByAnyone,
    ByMe,
    ByNobody,
}

/// Who has an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub account: AccountId,
    pub name: Option<String>,
}

/// An open item as its line shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub item: WorkItemId,
    pub record: RecordId,
    pub name: Option<String>,
    /// Nothing for someone who has died.
    pub birth_date: Option<PartialDate>,
    pub severity: Severity,
    pub body: Body,
    pub opened_at: Instant,
    pub promised_at: Instant,
    /// How often it has stepped up.
    pub step: i64,
    pub holder: Option<Holder>,
    pub decided: Option<Decision>,
    /// What its reports were asked with, the latest first.
    pub instruments: Vec<InstrumentId>,
}

/// A stretch of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    pub lines: Vec<Line>,
    /// There are more behind the last one.
    pub more: bool,
}

/// Where an item stands in the list.
type Place = (i64, i64, Uuid);

/// What waits of the people of the caller's teams, or of one of them, the worst first, behind the item
/// `after`. The log of each person gets a row of it once a day before it answers; where nothing can be
/// written, nothing is listed.
///
/// # Errors
/// [`Error::NotFound`] for a team that is not the caller's.
pub async fn list_items(
    tx: &mut Tx,
    circle: &Circle,
    held: Held,
    team: Option<TeamId>,
    after: Option<WorkItemId>,
    most: usize,
    now: Instant,
) -> Result<Stretch> {
    let teams = teams(circle, team)?;
    let after = match after {
        Some(after) => find_place(tx, &teams, after).await?,
        None => None,
    };
    // Each team's stretch comes from its index; what two teams see is one item.
    let mut places: BTreeSet<Place> = BTreeSet::new();
    for team in &teams {
        places.extend(stretch(tx, circle, *team, held, after.unwrap_or((-1, 0, Uuid::nil())), most + 1).await?);
    }
    let more = places.len() > most;
    let items: Vec<Uuid> = places.into_iter().take(most).map(|(.., item)| item).collect();
    let lines = read(tx, &items).await?;
    let records: BTreeSet<Uuid> = lines.iter().map(|line| line.record.0).collect();
    let records: Vec<RecordId> = records.into_iter().map(RecordId).collect();
    audit::store::listed(tx, circle.account(), &records, now).await?;
    Ok(Stretch { lines, more })
}

fn teams(circle: &Circle, team: Option<TeamId>) -> Result<Vec<TeamId>> {
    match team {
        None => Ok(circle.teams().to_vec()),
        Some(team) if circle.teams().contains(&team) => Ok(vec![team]),
        Some(_) => Err(Error::NotFound),
    }
}

async fn find_place(tx: &mut Tx, teams: &[TeamId], item: WorkItemId) -> Result<Option<Place>> {
    for team in teams {
        let place: Option<(i64, i64)> = on_db!(tx, c => sqlx::query_as(
            "SELECT rank, promised_at FROM work_place WHERE team = $1 AND item = $2",
        )
        .bind(team.0)
        .bind(item.0)
        .fetch_optional(c)
        .await)?;
        if let Some((rank, promised_at)) = place {
            return Ok(Some((rank, promised_at, item.0)));
        }
    }
    Ok(None)
}

/// The query of a team's stretch.
pub(super) const fn stretch_sql(held: Held) -> &'static str {
    match held {
        Held::ByAnyone => {
            "SELECT rank, promised_at, item FROM work_place WHERE team = $1 AND open = 1 \
             AND (rank, promised_at, item) > ($2, $3, $4) ORDER BY rank, promised_at, item LIMIT $5"
        }
        Held::ByNobody => {
            "SELECT rank, promised_at, item FROM work_place WHERE team = $1 AND open = 1 AND taken = 0 \
             AND (rank, promised_at, item) > ($2, $3, $4) ORDER BY rank, promised_at, item LIMIT $5"
        }
        Held::ByMe => {
            "SELECT place.rank, place.promised_at, place.item FROM work_item \
             CROSS JOIN work_place place WHERE place.team = $1 AND place.item = work_item.id \
             AND work_item.claimed_by = $6 AND work_item.closed_at IS NULL \
             AND (place.rank, place.promised_at, place.item) > ($2, $3, $4) \
             ORDER BY place.rank, place.promised_at, place.item LIMIT $5"
        }
    }
}

async fn stretch(
    tx: &mut Tx,
    circle: &Circle,
    team: TeamId,
    held: Held,
    after: Place,
    most: usize,
) -> Result<Vec<Place>> {
    let sql = stretch_sql(held);
    Ok(on_db!(tx, c => {
        let mut query = sqlx::query_as(sql)
            .bind(team.0)
            .bind(after.0)
            .bind(after.1)
            .bind(after.2)
            .bind(i64::try_from(most).unwrap_or(i64::MAX));
        if held == Held::ByMe {
            query = query.bind(circle.account().0);
        }
        query.fetch_all(c).await
    })?)
}

/// These items, in this order.
async fn read(tx: &mut Tx, items: &[Uuid]) -> Result<Vec<Line>> {
    #[derive(sqlx::FromRow)]
    struct Found {
        id: Uuid,
        record: Uuid,
        name: Option<String>,
        birth_date: Option<String>,
        deceased: bool,
        severity: i64,
        body: String,
        opened_at: i64,
        promised_at: i64,
        step: i64,
        claimed_by: Option<Uuid>,
        holder: Option<String>,
        decided: Option<String>,
    }
    if items.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT work_item.id, work_item.record, record.name, record.birth_date, record.deceased, work_item.severity, \
         work_item.body, work_item.opened_at, work_item.promised_at, work_item.step, work_item.claimed_by, \
         account.name AS holder, work_item.decided FROM work_item JOIN record ON record.id = work_item.record \
         LEFT JOIN account ON account.id = work_item.claimed_by WHERE work_item.id IN ({})",
        numbered(1, items.len()),
    );
    let rows: Vec<Found> = on_db!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        for item in items {
            query = query.bind(*item);
        }
        query.fetch_all(c).await
    })?;
    let mut instruments = find_instruments(tx, items).await?;
    let mut rows: HashMap<Uuid, Found> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut line = |row: Found| {
        Ok(Line {
            instruments: instruments.remove(&row.id).unwrap_or_default(),
            item: WorkItemId(row.id),
            record: RecordId(row.record),
            name: row.name,
            birth_date: row.birth_date.filter(|_| !row.deceased).and_then(|text| text.parse().ok()),
            severity: Severity::of_number(row.severity),
            body: body_of(&row.body)?,
            opened_at: Instant(row.opened_at),
            promised_at: Instant(row.promised_at),
            step: row.step,
            holder: row.claimed_by.map(|account| Holder { account: AccountId(account), name: row.holder }),
            decided: row.decided.as_deref().and_then(Decision::from_code),
        })
    };
    items.iter().filter_map(|item| rows.remove(item)).map(&mut line).collect()
}

/// What the reports of each item were asked with, the latest first. What was noted between reports has none.
async fn find_instruments(tx: &mut Tx, items: &[Uuid]) -> Result<HashMap<Uuid, Vec<InstrumentId>>> {
    let sql = format!(
        "SELECT work_subject.item, diary_report.instrument FROM work_subject JOIN diary_report \
         ON diary_report.record = work_subject.record AND diary_report.id = work_subject.subject \
         WHERE work_subject.item IN ({}) ORDER BY work_subject.sent_at DESC, work_subject.subject DESC",
        numbered(1, items.len()),
    );
    let rows: Vec<(Uuid, Uuid)> = on_db!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        for item in items {
            query = query.bind(*item);
        }
        query.fetch_all(c).await
    })?;
    let mut all: HashMap<Uuid, Vec<InstrumentId>> = HashMap::new();
    for (item, instrument) in rows {
        let known = all.entry(item).or_default();
        if !known.contains(&InstrumentId(instrument)) {
            known.push(InstrumentId(instrument));
        }
    }
    Ok(all)
}

fn numbered(from: usize, count: usize) -> String {
    (from..from + count).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

/// How much there is to do, and how fast it is done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Load {
    /// Open items by how long they are: up to four hours, a day, three days, and longer.
    pub ages: [u32; 4],
    /// Nobody has them.
    pub free: u32,
    /// Nobody has them, and what was promised is over.
    pub late: u32,
    /// Who has how many, by name.
    pub holders: Vec<(String, u32)>,
    /// Seconds until somebody first did something, at the middle of what was opened in the last 30 days.
    pub median: Option<i64>,
}

/// Until when an item is of which age, in seconds.
const AGES: [i64; 3] = [4 * 3_600, 86_400, 3 * 86_400];
/// Days over which the time to the first action is looked at.
pub const LOOKED_AT: i64 = 30;

impl Load {
    pub fn open(&self) -> u32 {
        self.ages.iter().sum()
    }
}

/// How much the caller's teams, or one of them, have to do.
///
/// # Errors
/// [`Error::NotFound`] for a team that is not the caller's.
pub async fn get_load(tx: &mut Tx, circle: &Circle, team: Option<TeamId>, now: Instant) -> Result<Load> {
    let teams = teams(circle, team)?;
    let mut open: BTreeMap<Uuid, (i64, i64, i64)> = BTreeMap::new();
    let mut waited: BTreeMap<Uuid, i64> = BTreeMap::new();
    let mut held: BTreeMap<Uuid, String> = BTreeMap::new();
    for team in teams {
        let rows: Vec<(Uuid, i64, i64, i64)> = on_db!(tx, c => sqlx::query_as(
            "SELECT item, taken, opened_at, promised_at FROM work_place WHERE team = $1 AND open = 1",
        )
        .bind(team.0)
        .fetch_all(c)
        .await)?;
        open.extend(rows.into_iter().map(|(item, taken, opened_at, promised)| (item, (taken, opened_at, promised))));
        let rows: Vec<(Uuid, i64)> = on_db!(tx, c => sqlx::query_as(
            "SELECT item, waited FROM work_place WHERE team = $1 AND opened_at >= $2 AND waited IS NOT NULL",
        )
        .bind(team.0)
        .bind(now.plus_days(-LOOKED_AT).0)
        .fetch_all(c)
        .await)?;
        waited.extend(rows);
        let rows: Vec<(Uuid, Option<String>)> = on_db!(tx, c => sqlx::query_as(
            "SELECT work_place.item, account.name FROM work_place JOIN work_item ON work_item.id = work_place.item \
             JOIN account ON account.id = work_item.claimed_by \
             WHERE work_place.team = $1 AND work_place.open = 1 AND work_place.taken = 1",
        )
        .bind(team.0)
        .fetch_all(c)
        .await)?;
        held.extend(rows.into_iter().map(|(item, name)| (item, name.unwrap_or_default())));
    }
    let mut load = Load::default();
    for (taken, opened_at, promised_at) in open.into_values() {
        let age = now.seconds_since(Instant(opened_at));
        load.ages[AGES.iter().position(|most| age < *most).unwrap_or(AGES.len())] += 1;
        load.free += u32::from(taken == 0);
        load.late += u32::from(taken == 0 && promised_at < now.0);
    }
    let mut holders: BTreeMap<String, u32> = BTreeMap::new();
    for name in held.into_values() {
        *holders.entry(name).or_default() += 1;
    }
    load.holders = holders.into_iter().collect();
    let mut waited: Vec<i64> = waited.into_values().collect();
    waited.sort_unstable();
    load.median = waited.get(waited.len() / 2).map(|micros| micros / 1_000_000);
    Ok(load)
}

/// An item as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub item: WorkItemId,
    pub severity: Severity,
    pub subject: Uuid,
    pub body: Body,
    pub opened_at: Instant,
    pub promised_at: Instant,
    pub step: i64,
    pub holder: Option<Holder>,
    pub claimed_at: Option<Instant>,
    pub seen_at: Option<Instant>,
    pub first_action_at: Option<Instant>,
    pub decided: Option<Decision>,
    pub decided_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    /// What was done, oldest first.
    pub deeds: Vec<Done>,
    /// What its reports were asked with, the latest first.
    pub instruments: Vec<InstrumentId>,
    /// How far it has come with all of this.
    pub shown: Shown,
}

/// One item and what was done about it, also when it is closed.
///
/// # Errors
/// [`Error::NotFound`] when the record has no such item.
pub async fn get_item(tx: &mut Tx, granted: &Granted<View, Worklist>, item: WorkItemId) -> Result<Opened> {
    let row: Row = find(tx, granted, item).await?.ok_or(Error::NotFound)?;
    let holder = match row.holder() {
        Some(account) => Some(Holder { account, name: find_name(tx, account).await? }),
        None => None,
    };
    Ok(Opened {
        item,
        severity: Severity::of_number(row.severity),
        subject: row.subject,
        body: row.body()?,
        opened_at: Instant(row.opened_at),
        promised_at: Instant(row.promised_at),
        step: row.step,
        holder,
        claimed_at: row.claimed_at.map(Instant),
        seen_at: row.seen_at.map(Instant),
        first_action_at: row.first_action_at.map(Instant),
        decided: row.decided.as_deref().and_then(Decision::from_code),
        decided_at: row.decided_at.map(Instant),
        closed_at: row.closed_at.map(Instant),
        deeds: list_deeds(tx, item).await?,
        instruments: find_instruments(tx, &[item.0]).await?.remove(&item.0).unwrap_or_default(),
        shown: find_shown(tx, item).await?,
    })
}
