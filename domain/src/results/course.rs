//! What lies around a value in its record: earlier values of the same test, and days of treatment.
//! A fixed number of queries, each by index.

use std::collections::BTreeMap;

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{
    Body, Line,
    change::{Change, Changes, TreatmentDay, change, course_began, kept_days, quantity_of, treatment_days},
    sight::Sight,
    store::{Detail, Opened},
};
use crate::{
    Error, Result,
    access::{Granted, Results, View},
    db::{Tx, on_db},
    id::ItemId,
    record::care::{Care, find_care},
    time::PartialDate,
};

/// Treatments that are looked at around a value.
const MOST_TREATMENTS: i64 = 400;
/// Tests of a panel that are compared with earlier ones, and how far back one in the same unit is
/// looked for.
const MOST_COMPARED: usize = 100;
const LOOKED_BACK: i64 = 4;

/// The days of treatment from a day to another, newest first: those of the record, and those that the
/// care team keeps and that have come. Without a first day, the latest ones.
pub async fn list_treatment_days(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    from: Option<PartialDate>,
    to: PartialDate,
    zone: &str,
) -> Result<Vec<TreatmentDay>> {
    let sight = Sight::of(tx, granted).await?;
    let care = find_care(tx, granted).await?.unwrap_or_default();
    treatment_days_seen(tx, granted, &sight, &care, (from, to), zone).await
}

async fn treatment_days_seen(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    sight: &Sight,
    care: &Care,
    within: (Option<PartialDate>, PartialDate),
    zone: &str,
) -> Result<Vec<TreatmentDay>> {
    let (from, to) = within;
    let from = from.map(|from| from.date().sort_key()).unwrap_or_default();
    // Whatever the time of that day.
    let to = format!("{}~", to.date().sort_key());
    let sql = format!(
        "SELECT id, title, line FROM item WHERE record = $1 AND kind = 'treatment' AND head = 1 \
         AND from_no <= $2 AND until_no > $2 AND sort_key >= $3 AND sort_key < $4{} \
         ORDER BY sort_key DESC, id DESC LIMIT $5",
        sight.and_open("item")
    );
    let rows: Vec<(Uuid, String, String)> = on_db!(tx, c => sqlx::query_as(AssertSqlSafe(sql))
        .bind(granted.record().0).bind(sight.no).bind(&from).bind(&to).bind(MOST_TREATMENTS).fetch_all(c).await)?;
    let items: Vec<(ItemId, String, Line)> = rows
        .into_iter()
        .map(|(id, title, line)| {
            let mut line: Line = serde_json::from_str(&line).map_err(Error::internal)?;
            line.when.start = line.when.start.map(|date| date.local(zone));
            line.when.end = line.when.end.map(|date| date.local(zone));
            Ok((ItemId(id), title, line))
        })
        .collect::<Result<_>>()?;
    let kept = care.treatment_days();
    if kept.is_empty() {
        return Ok(treatment_days(items));
    }
    let today = granted.at().in_zone(zone).map_err(Error::internal)?.date().into();
    let kept = kept_days(kept, &items, within, today);
    let mut days = treatment_days(items);
    days.extend(kept);
    days.sort_by_key(|one| std::cmp::Reverse(one.day.sort_key()));
    Ok(days)
}

/// What lies around the values of an opened item.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Around {
    /// What each value is compared with.
    pub changes: BTreeMap<ItemId, Changes>,
    /// Whether the person was in treatment then, as the care team said or, where it said nothing, as the
    /// days of treatment before tell.
    pub in_treatment: bool,
}

/// What the values of an opened item are compared with, and whether they are of a time of treatment.
pub async fn list_changes(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    opened: &Opened,
    zone: &str,
) -> Result<Around> {
    let measured: Vec<(&Detail, &str, PartialDate)> = std::iter::once(&opened.head)
        .chain(&opened.values)
        .filter_map(|one| {
            let when = one.item.when.start.or(one.item.when.end)?;
            Some((one, one.series.as_deref()?, when.local(zone)))
        })
        .take(MOST_COMPARED)
        .collect();
    let Some(latest) = measured.iter().map(|(.., when)| *when).max_by_key(|when| when.sort_key()) else {
        return Ok(Around::default());
    };
    let sight = Sight::of(tx, granted).await?;
    let care = find_care(tx, granted).await?.unwrap_or_default();
    let days = treatment_days_seen(tx, granted, &sight, &care, (None, latest), zone).await?;
    let began: Vec<Option<PartialDate>> = measured.iter().map(|(.., when)| course_began(&days, *when)).collect();
    let in_treatment = care.in_treatment(latest).unwrap_or_else(|| began.iter().any(Option::is_some));
    let before = measured.iter().map(|(_, series, when)| (*series, Some(when.sort_key()))).collect();
    let last = list_before(tx, granted, &sight, before, zone).await?;
    let before = measured.iter().zip(&began).map(|((_, series, _), began)| (*series, began.map(PartialDate::sort_key)));
    let untreated = list_before(tx, granted, &sight, before.collect(), zone).await?;
    let mut all = BTreeMap::new();
    for (((one, _, at), last), untreated) in measured.iter().zip(last).zip(untreated) {
        let Some(now) = (match &one.item.body {
            Body::Observation(o) => o.value.as_ref().and_then(quantity_of),
            _ => None,
        }) else {
            continue;
        };
        // The time of day says something only on the same day.
        let dated = |change: Change| Change {
            when: if change.when.date() == at.date() { change.when } else { change.when.date() },
            ..change
        };
        let since_last = change(&now, &last).map(dated);
        // The same earlier value is told once.
        let over_treatment = change(&now, &untreated).map(dated).filter(|change| Some(change) != since_last.as_ref());
        all.insert(one.id, Changes { since_last, over_treatment });
    }
    Ok(Around { changes: all, in_treatment })
}

/// For each test and moment: its last few values before that moment, newest first; none without a
/// moment.
async fn list_before(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    sight: &Sight,
    asked: Vec<(&str, Option<String>)>,
    zone: &str,
) -> Result<Vec<Vec<Line>>> {
    let mut all = vec![Vec::new(); asked.len()];
    let dated: Vec<(usize, &str, String)> =
        asked.into_iter().enumerate().filter_map(|(n, (series, key))| Some((n, series, key?))).collect();
    if dated.is_empty() {
        return Ok(all);
    }
    let and_open = sight.and_open("item");
    let parts: Vec<String> = dated
        .iter()
        .enumerate()
        .map(|(at, (n, ..))| {
            // Each part finds its place in the index and reads a few rows from there.
            format!(
                "SELECT * FROM (SELECT {n} AS asked, line FROM item WHERE record = $1 AND from_no <= $2 \
                 AND until_no > $2 AND analyte = ${} AND sort_key > '' AND sort_key < ${}{and_open} \
                 ORDER BY sort_key DESC LIMIT {LOOKED_BACK}) part{n}",
                2 * at + 3,
                2 * at + 4
            )
        })
        .collect();
    let sql = parts.join(" UNION ALL ");
    let rows: Vec<(i32, String)> = on_db!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(granted.record().0).bind(sight.no);
        for (_, series, key) in &dated {
            query = query.bind(*series).bind(key);
        }
        query.fetch_all(c).await
    })?;
    for (n, line) in rows {
        let mut line: Line = serde_json::from_str(&line).map_err(Error::internal)?;
        line.when.start = line.when.start.map(|date| date.local(zone));
        line.when.end = line.when.end.map(|date| date.local(zone));
        if let Some(lines) = usize::try_from(n).ok().and_then(|n| all.get_mut(n)) {
            lines.push(line);
        }
    }
    // The parts keep their order on both databases; the order within one is made sure of.
    for lines in &mut all {
        lines
            .sort_by_key(|line: &Line| std::cmp::Reverse(line.when.start.or(line.when.end).map(PartialDate::sort_key)));
    }
    Ok(all)
}
