//! The list of a care team's people, by index however many there are.

use std::collections::{BTreeSet, HashMap};

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::Search;
use crate::{
    Result,
    access::Circle,
    audit,
    db::{Tx, on_db},
    id::{RecordId, TeamId},
    time::{Instant, PartialDate},
};

/// A person whom the caller's teams care for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub record: RecordId,
    pub name: Option<String>,
    pub birth_date: Option<PartialDate>,
    pub deceased: bool,
    /// Those of the caller's teams that care for them.
    pub teams: Vec<String>,
}

/// A stretch of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People {
    pub people: Vec<Person>,
    /// There are more behind the last one.
    pub more: bool,
}

/// Above every word that begins with the text before it.
const LAST: char = '\u{10FFFF}';

/// A word that so many people have is common: going through all of them would take too long.
const COMMON: i64 = 2_000;

/// Where someone stands in the list.
type Place = (String, Uuid);

/// The people of the caller's teams whom the search names, by name, behind the person `after`. The
/// log gets a row of it (one for each caller and five minutes) before it answers; where nothing can
/// be written, nobody is listed.
pub async fn list_people(
    tx: &mut Tx,
    circle: &Circle,
    search: &Search,
    after: Option<RecordId>,
    most: usize,
    now: Instant,
) -> Result<People> {
    audit::store::listing(tx, circle.account(), now).await?;
    let after = match after {
        Some(after) => find_place(tx, circle, after).await?.unwrap_or_default(),
        None => Place::default(),
    };
    // Each team's stretch comes from its index; someone whom two teams care for is one person.
    let by = rarest_first(tx, search).await?;
    let mut places: BTreeSet<Place> = BTreeSet::new();
    for team in circle.teams() {
        places.extend(stretch(tx, *team, &by, &after, most + 1).await?);
    }
    let more = places.len() > most;
    let records: Vec<Uuid> = places.into_iter().take(most).map(|(_, record)| record).collect();
    Ok(People { people: read(tx, circle, &records).await?, more })
}

/// Where a person stands, when they are one of the caller's.
async fn find_place(tx: &mut Tx, circle: &Circle, record: RecordId) -> Result<Option<Place>> {
    for team in circle.teams() {
        let key: Option<String> = on_db!(tx, c => sqlx::query_scalar(
            "SELECT name_key FROM record_team WHERE record = $1 AND team = $2",
        )
        .bind(record.0)
        .bind(team.0)
        .fetch_optional(c)
        .await)?;
        if let Some(key) = key {
            return Ok(Some((key, record.0)));
        }
    }
    Ok(None)
}

/// The words of a search, the rarest first.
struct Narrowed<'a> {
    words: Vec<&'a str>,
    /// So few people have the first one that they are gone through.
    rare: bool,
}

/// How rare each word is, counted no further than matters.
async fn rarest_first<'a>(tx: &mut Tx, search: &'a Search) -> Result<Narrowed<'a>> {
    let mut words: Vec<(i64, &str)> = Vec::new();
    for word in &search.words {
        let count: i64 = on_db!(tx, c => sqlx::query_scalar(
            "SELECT COUNT(*) FROM (SELECT 1 FROM person_word WHERE word >= $1 AND word < $2 LIMIT $3) found",
        )
        .bind(word)
        .bind(format!("{word}{LAST}"))
        .bind(COMMON)
        .fetch_one(c)
        .await)?;
        words.push((count, word));
    }
    words.sort_by_key(|(count, _)| *count);
    let rare = words.first().is_some_and(|(count, _)| *count < COMMON);
    Ok(Narrowed { words: words.into_iter().map(|(_, word)| word).collect(), rare })
}

/// The first people of one team behind a place. Who has a rare word is soon gone through; where every
/// word is common, the list by name soon holds enough who have them. `CROSS JOIN` keeps SQLite from
/// turning the order round.
async fn stretch(tx: &mut Tx, team: TeamId, by: &Narrowed<'_>, after: &Place, most: usize) -> Result<Vec<Place>> {
    const FROM_PLACE: &str = "record_team.team = $1 AND record_team.name_key >= $2 \
        AND (record_team.name_key > $2 OR record_team.record > $3)";
    // Each word is bound as where its range begins and where it ends.
    let part = |at: usize| {
        let (from, until) = (at * 2 + 5, at * 2 + 6);
        if at == 0 && by.rare {
            format!(" AND person_word.word >= ${from} AND person_word.word < ${until}")
        } else {
            format!(
                " AND EXISTS (SELECT 1 FROM person_word other WHERE other.record = record_team.record \
                 AND other.word >= ${from} AND other.word < ${until})"
            )
        }
    };
    let parts: String = (0..by.words.len()).map(part).collect();
    let from = if by.rare {
        "DISTINCT record_team.name_key, record_team.record FROM person_word \
         CROSS JOIN record_team WHERE record_team.record = person_word.record AND"
    } else {
        "record_team.name_key, record_team.record FROM record_team WHERE"
    };
    let sql = format!("SELECT {from} {FROM_PLACE}{parts} ORDER BY record_team.name_key, record_team.record LIMIT $4");
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    Ok(on_db!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(team.0).bind(&after.0).bind(after.1).bind(most);
        for word in &by.words {
            query = query.bind(*word).bind(format!("{word}{LAST}"));
        }
        query.fetch_all(c).await
    })?)
}

/// These people, in this order, with those of the caller's teams that care for them.
async fn read(tx: &mut Tx, circle: &Circle, records: &[Uuid]) -> Result<Vec<Person>> {
    type Row = (Uuid, Option<String>, Option<String>, bool);
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let names = |from: usize, count: usize| (0..count).map(|n| format!("${}", n + from)).collect::<Vec<_>>().join(", ");
    let sql = format!("SELECT id, name, birth_date, deceased FROM record WHERE id IN ({})", names(1, records.len()));
    let rows: Vec<Row> = on_db!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        for record in records {
            query = query.bind(*record);
        }
        query.fetch_all(c).await
    })?;
    let sql = format!(
        "SELECT record_team.record, team.name FROM record_team JOIN team ON team.id = record_team.team \
         WHERE record_team.record IN ({}) AND record_team.team IN ({}) ORDER BY team.name",
        names(1, records.len()),
        names(1 + records.len(), circle.teams().len()),
    );
    let teams: Vec<(Uuid, String)> = on_db!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        for id in records.iter().copied().chain(circle.teams().iter().map(|team| team.0)) {
            query = query.bind(id);
        }
        query.fetch_all(c).await
    })?;
    let mut rows: HashMap<Uuid, Row> = rows.into_iter().map(|row| (row.0, row)).collect();
    let person = |(record, name, birth_date, deceased): Row| Person {
        record: RecordId(record),
        name,
        birth_date: birth_date.and_then(|text| text.parse().ok()),
        deceased,
        teams: teams.iter().filter(|(of, _)| *of == record).map(|(_, name)| name.clone()).collect(),
    };
    Ok(records.iter().filter_map(|record| rows.remove(record)).map(person).collect())
}
