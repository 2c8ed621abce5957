//! Lists and single items of a record, always as of its published number.
//!
//! Pages are found by cursor through an index, so a page costs the same in a short record and in
//! a lifelong one.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{
    Body, Cursor, Item, Kind, Line, Value, When,
    analyte::Analyte,
    comment::{Comment, list_comments},
    meaning::{About, Meaning},
    readiness::Waits,
    searchable,
    sight::Sight,
    stretch::{Elsewhere, MOST_NAMED, Named, Shown, Stretch, Tally},
};
use crate::{
    Error, Result,
    access::{Granted, Reader, Results, View},
    db::{Tx, on_db},
    id::{AccountId, ItemId},
    record::{Gender, ResourceKey, store::gender_of},
    time::{Instant, PartialDate},
};

/// Values of one panel, points of one trend that are read: beyond it a page says so.
pub const MOST_VALUES: i64 = 300;
pub const MOST_POINTS: i64 = 2_000;

/// Columns of a value within a panel: panel, title, line, how many, how many outside, any changed.
type RankedRow = (String, String, String, i64, i64, i64);
/// Columns of a value: id, key, body, analyte.
type ValueRow = (Uuid, String, String, Option<String>);
/// The same, with panel and head.
type HeadRow = (Uuid, String, String, Option<String>, Option<String>, i64);

/// What there is to say of an item that is a value.
pub(super) fn meaning_of(item: &Item, about: About) -> Option<Meaning> {
    match &item.body {
        Body::Observation(o) => {
            Some(Meaning::of(o.value.as_ref(), &o.interpretations, &o.ranges, Analyte::of(&item.codes), about))
        }
        _ => None,
    }
}

/// Which lines of the timeline are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Empty: every kind.
    pub kinds: Vec<Kind>,
    /// As typed; every word of it must occur.
    pub search: String,
    /// Tests whose plain name matches the search in the reader's language.
    pub analytes: Vec<Analyte>,
    pub before: Option<Cursor>,
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: ItemId,
    pub kind: Kind,
    pub title: String,
    pub line: Line,
    /// It, or a value that it groups, has changed since it first came.
    pub changed: bool,
    /// Of what it groups: how many, how many the laboratory places outside its range, the first few.
    pub values: u32,
    pub outside: u32,
    pub first_values: Vec<FirstValue>,
    pub cursor: Cursor,
    /// It is only announced to the person; the care team sees it and that it waits.
    pub waits: Option<Waits>,
    is_panel: bool,
}

/// One of the values that a line names.
#[derive(Debug, Clone, PartialEq)]
pub struct FirstValue {
    pub title: String,
    pub line: Line,
}

/// A page of the timeline, newest first, and whether there is more.
pub async fn list_timeline(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    filter: &Filter,
    most: i64,
) -> Result<(Vec<Entry>, bool)> {
    let sight = Sight::of(tx, granted).await?;
    let before = filter.before.clone().unwrap_or(Cursor { sort_key: "9999".into(), id: ItemId(Uuid::max()) });
    let mut sql = String::from(
        "SELECT id, kind, title, line, from_no > first_no, panel, sort_key FROM item \
         WHERE record = $1 AND head = 1 AND from_no <= $2 AND until_no > $2 AND (sort_key, id) < ($3, $4) \
         AND (panel IS NULL OR key NOT LIKE 'collection:%' OR EXISTS (SELECT 1 FROM item v WHERE v.record = $1 \
         AND v.panel = item.panel AND v.head = 0 AND v.from_no <= $2 AND v.until_no > $2))",
    );
    let mut bound = vec![Bound::Text(before.sort_key), Bound::Id(before.id.0), Bound::Number(most + 1)];
    // `$1` and `$2` are bound by `entries`, the next three are above.
    let mut names = (6..).map(|n| format!("${n}"));
    let mut bind = |values: Vec<String>| -> Vec<String> {
        let names = names.by_ref().take(values.len()).collect();
        bound.extend(values.into_iter().map(Bound::Text));
        names
    };
    match bind(filter.kinds.iter().map(|kind| kind.code().to_owned()).collect()).as_slice() {
        [] => {}
        [kind] => sql += &[" AND kind = ", kind].concat(),
        kinds => sql += &[" AND kind IN (", &kinds.join(", "), ")"].concat(),
    }
    let words = searchable(&filter.search);
    let words = bind(words.split(' ').filter(|w| !w.is_empty()).map(|w| format!("%{w}%")).take(8).collect());
    if !words.is_empty() {
        let analytes = bind(filter.analytes.iter().map(|a| a.key().to_owned()).collect());
        // A line is found by its own text or by that of a value it groups. The record is gone
        // through once, however many lines and values there are.
        let all: Vec<String> = words.iter().map(|word| format!("v.search LIKE {word}")).collect();
        let mut any = vec![format!("({})", all.join(" AND "))];
        any.extend(analytes.iter().map(|key| format!("v.analyte = {key}")));
        let found = format!(
            " AND COALESCE(item.panel, item.key) IN (SELECT COALESCE(v.panel, v.key) FROM item v WHERE v.record = $1 \
             AND v.from_no <= $2 AND v.until_no > $2 AND ({}){})",
            any.join(" OR "),
            sight.and_open("v")
        );
        sql += &found;
    }
    sql.push_str(" ORDER BY sort_key DESC, id DESC LIMIT $5");
    let mut entries = entries(tx, granted, &sight, sql, bound).await?;
    let more = i64::try_from(entries.len()).unwrap_or(i64::MAX) > most;
    entries.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok((entries, more))
}

fn kind_of(code: &str) -> Result<Kind> {
    Kind::from_code(code).ok_or_else(|| Error::internal(format!("unknown kind {code}")))
}

#[derive(Default)]
struct Group {
    count: u32,
    outside: u32,
    changed: bool,
    first: Vec<FirstValue>,
}

async fn first_values(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    sight: &Sight,
    panels: &[String],
) -> Result<HashMap<String, Group>> {
    let mut groups: HashMap<String, Group> = HashMap::new();
    if panels.is_empty() {
        return Ok(groups);
    }
    let names: Vec<String> = (0..panels.len()).map(|n| format!("${}", n + 3)).collect();
    let sql = format!(
        "SELECT panel, title, line, n, outside, changed FROM (SELECT panel, title, line, \
         ROW_NUMBER() OVER (PARTITION BY panel ORDER BY title, id) AS rank, \
         COUNT(*) OVER (PARTITION BY panel) AS n, \
         CAST(SUM(CASE WHEN flag > 0 THEN 1 ELSE 0 END) OVER (PARTITION BY panel) AS BIGINT) AS outside, \
         CAST(MAX(CASE WHEN from_no > first_no THEN 1 ELSE 0 END) OVER (PARTITION BY panel) AS BIGINT) AS changed \
         FROM item WHERE record = $1 AND from_no <= $2 AND until_no > $2 AND head = 0 AND panel IN ({}){}) ranked \
         WHERE rank <= 3 ORDER BY panel, rank",
        names.join(", "),
        sight.and_open("item")
    );
    let rows: Vec<RankedRow> = on_db!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql.clone())).bind(granted.record().0).bind(sight.no);
        for panel in panels {
            query = query.bind(panel);
        }
        query.fetch_all(c).await
    })?;
    for (panel, title, line, count, outside, changed) in rows {
        let group = groups.entry(panel).or_default();
        group.count = u32::try_from(count).unwrap_or(u32::MAX);
        group.outside = u32::try_from(outside).unwrap_or(u32::MAX);
        group.changed = changed > 0;
        group.first.push(FirstValue { title, line: serde_json::from_str(&line).map_err(Error::internal)? });
    }
    Ok(groups)
}

/// Years in which something lies, newest first; found by leaping through the index.
pub async fn list_years(tx: &mut Tx, granted: &Granted<View, Results>) -> Result<Vec<i16>> {
    let years: Vec<String> = on_db!(tx, c => sqlx::query_scalar(
        "WITH RECURSIVE years(y) AS (SELECT MAX(sort_key) FROM item WHERE record = $1 AND head = 1 UNION ALL \
         SELECT (SELECT MAX(sort_key) FROM item WHERE record = $1 AND head = 1 AND sort_key < SUBSTR(years.y, 1, 4)) \
         FROM years WHERE years.y IS NOT NULL) SELECT SUBSTR(y, 1, 4) FROM years WHERE y IS NOT NULL AND y <> ''",
    ).bind(granted.record().0).fetch_all(c).await)?;
    Ok(years.iter().filter_map(|y| y.parse().ok()).collect())
}

/// Kinds of which the record holds something; found by leaping through the index.
pub async fn list_kinds(tx: &mut Tx, granted: &Granted<View, Results>) -> Result<Vec<Kind>> {
    let kinds: Vec<String> = on_db!(tx, c => sqlx::query_scalar(
        "WITH RECURSIVE kinds(k) AS (SELECT MIN(kind) FROM item WHERE record = $1 AND head = 1 UNION ALL \
         SELECT (SELECT MIN(kind) FROM item WHERE record = $1 AND head = 1 AND kind > kinds.k) \
         FROM kinds WHERE kinds.k IS NOT NULL) SELECT k FROM kinds WHERE k IS NOT NULL",
    ).bind(granted.record().0).fetch_all(c).await)?;
    Ok(Kind::ALL.into_iter().filter(|kind| kinds.iter().any(|k| k == kind.code())).collect())
}

/// An item with all there is to say of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Detail {
    pub id: ItemId,
    pub item: Item,
    pub meaning: Option<Meaning>,
    /// The key of its course over time, when it is a number.
    pub series: Option<String>,
    /// What it said before it was changed, latest first.
    pub earlier: Vec<Item>,
    pub key: ResourceKey,
}

impl Detail {
    /// A value that only groups others has nothing to show of its own.
    pub fn says_something(&self) -> bool {
        match &self.item.body {
            Body::Observation(o) => o.members.is_empty() || o.value.is_some() || !o.components.is_empty(),
            _ => false,
        }
    }

    /// Whether something is true of what it means, or of what a part of it means.
    fn any(&self, is: fn(&Meaning) -> bool) -> bool {
        let part = match &self.item.body {
            Body::Observation(o) => o.components.iter().any(|part| is(&part.meaning())),
            _ => false,
        };
        part || self.meaning.as_ref().is_some_and(is)
    }

    /// Whether it gives nothing to read.
    fn is_missing(&self) -> bool {
        match &self.item.body {
            Body::Observation(o) => o.components.is_empty() && matches!(o.value, None | Some(Value::Absent(_))),
            _ => false,
        }
    }

    fn name(&self) -> Named {
        Named { title: self.item.title.clone(), analyte: Analyte::of(&self.item.codes) }
    }
}

/// A line of the timeline opened: the item, and the values it groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    pub head: Detail,
    /// Those that were asked for, known tests first in the order of the table, the others by name: so
    /// people find each in the same place.
    pub values: Vec<Detail>,
    /// What there is to say of all of them, and of the head when it is a value itself.
    pub tally: Tally,
    /// The first of all values by title, which name what has no name of its own.
    pub first: Vec<Named>,
    /// There are more values than are read.
    pub more: bool,
    /// Whether it has a line of its own in the timeline, to comment on.
    pub is_line: bool,
    /// What the care team said of it, oldest first.
    pub comments: Vec<Comment>,
    /// It waits: all that the person gets is its kind and day, and `head` is what opens it. The
    /// care team gets it whole.
    pub waits: Option<Waits>,
}

/// Opens one item. Whatever belongs to a panel comes with the panel's values.
pub async fn get_item(tx: &mut Tx, granted: &Granted<View, Results>, id: ItemId) -> Result<Opened> {
    get_stretch(tx, granted, id, Stretch::Whole).await
}

/// Opens one item with those of its values that are asked for.
pub async fn get_stretch(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    id: ItemId,
    stretch: Stretch,
) -> Result<Opened> {
    let sight = Sight::of(tx, granted).await?;
    let no = sight.no;
    let about = person(tx, granted).await?;
    let head: Option<HeadRow> = on_db!(tx, c => sqlx::query_as(
        "SELECT id, key, body, analyte, panel, head FROM item \
         WHERE record = $1 AND id = $2 AND from_no <= $3 AND until_no > $3",
    ).bind(granted.record().0).bind(id.0).bind(no).fetch_optional(c).await)?;
    let Some((id, key, body, series, panel, is_head)) = head else { return Err(Error::NotFound) };
    let waiting = sight.waiting(tx, granted, &[id]).await?.remove(&id);
    if let (Some((opener, waits)), true) = (waiting, sight.hides()) {
        return Ok(announced(opener, detail(id, key, &body, None, about)?, waits));
    }
    let mut values: Vec<Detail> = Vec::new();
    if let (Some(panel), 1) = (&panel, is_head) {
        values = panel_values(tx, granted, &sight, panel, about).await?;
        // Values may group values of their own (a panel in a report).
        let nested: Vec<String> = values.iter().filter(|v| has_members(&v.item)).map(|v| v.key.0.clone()).collect();
        for panel in nested {
            values.extend(panel_values(tx, granted, &sight, &panel, about).await?);
        }
    }
    let more = i64::try_from(values.len()).unwrap_or(i64::MAX) > MOST_VALUES;
    let mut head = detail(id, key, &body, series, about)?;
    let first = first_names(&values);
    values.retain(Detail::says_something);
    values.sort_by_cached_key(clinical_order);
    let tally = tally(&head, &values, stretch);
    let shown = stretch.of(values.len());
    values.truncate(shown.end);
    values.drain(..shown.start);
    let mut ids: Vec<Uuid> = values.iter().map(|v| v.id.0).collect();
    ids.push(id);
    let mut earlier = earlier_versions(tx, granted, no, &ids).await?;
    for one in values.iter_mut().chain(std::iter::once(&mut head)) {
        one.earlier = earlier.remove(&one.id.0).unwrap_or_default();
    }
    let comments = list_comments(tx, granted, ItemId(id)).await?;
    let is_line = is_head == 1;
    Ok(Opened { head, values, tally, first, more, comments, is_line, waits: waiting.map(|(_, waits)| waits) })
}

/// The names of the first values: as many as a heading holds.
fn first_names(values: &[Detail]) -> Vec<Named> {
    let named = values.iter().filter(|one| one.says_something()).map(Detail::name);
    named.filter(|name| !name.title.is_empty() || name.analyte.is_some()).take(2).collect()
}

fn clinical_order(value: &Detail) -> (usize, String, ItemId) {
    let analyte = Analyte::of(&value.item.codes);
    let at = analyte.and_then(|analyte| Analyte::ALL.iter().position(|a| *a == analyte));
    (at.unwrap_or(usize::MAX), value.item.title.clone(), value.id)
}

fn tally(head: &Detail, values: &[Detail], stretch: Stretch) -> Tally {
    let all = || std::iter::once(head).filter(|head| head.says_something()).chain(values);
    let places = stretch.of(values.len());
    let shown = (places.len() < values.len()).then(|| {
        let is_elsewhere =
            |(place, value): &(usize, &Detail)| !places.contains(place) && value.any(Meaning::is_outside);
        let outside = || values.iter().enumerate().filter(is_elsewhere);
        let elsewhere =
            |(place, value): (usize, &Detail)| Elsewhere { item: value.id, name: value.name(), number: place + 1 };
        Shown {
            first: places.start + 1,
            last: places.end,
            of: values.len(),
            outside: outside().count(),
            named: outside().take(MOST_NAMED).map(elsewhere).collect(),
        }
    });
    Tally {
        count: all().count(),
        outside: all().filter(|one| one.any(Meaning::is_outside)).count(),
        missing: all().filter(|one| one.is_missing()).count(),
        marked: all().filter(|one| one.any(|meaning| meaning.marked)).map(Detail::name).collect(),
        shown,
    }
}

/// Of a waiting item: that it is there, of which kind and day, and until when it waits.
fn announced(opener: ItemId, whole: Detail, waits: Waits) -> Opened {
    let item = Item::bare(whole.item.kind, whole.item.when);
    let head = Detail { id: opener, item, meaning: None, series: None, earlier: Vec::new(), key: whole.key };
    Opened {
        head,
        values: Vec::new(),
        tally: Tally::default(),
        first: Vec::new(),
        more: false,
        comments: Vec::new(),
        is_line: false,
        waits: Some(waits),
    }
}

fn has_members(item: &Item) -> bool {
    matches!(&item.body, Body::Observation(o) if !o.members.is_empty())
}

#[derive(Clone, Copy)]
struct Born {
    gender: Option<Gender>,
    birth_date: Option<PartialDate>,
}

async fn person(tx: &mut Tx, granted: &Granted<View, Results>) -> Result<Born> {
    let (gender, birth_date): (Option<String>, Option<String>) = on_db!(tx, c => sqlx::query_as(
        "SELECT gender, birth_date FROM record WHERE id = $1",
    ).bind(granted.record().0).fetch_one(c).await)?;
    Ok(Born { gender: gender_of(gender.as_deref()), birth_date: birth_date.and_then(|text| text.parse().ok()) })
}

impl Born {
    /// What is known of the person on the day of an item. The age is the full years that have
    /// surely passed.
    fn on(self, when: When) -> About {
        let age = self.birth_date.zip(when.start).map(|(born, at)| {
            let after = (at.month, at.day) >= (born.month.or(Some(12)), born.day.or(Some(31)));
            at.year - born.year - i16::from(!after)
        });
        About { gender: self.gender, age }
    }
}

fn detail(id: Uuid, key: String, body: &str, series: Option<String>, born: Born) -> Result<Detail> {
    let item: Item = serde_json::from_str(body).map_err(Error::internal)?;
    let meaning = meaning_of(&item, born.on(item.when));
    Ok(Detail { id: ItemId(id), item, meaning, series, earlier: Vec::new(), key: ResourceKey(key) })
}

async fn panel_values(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    sight: &Sight,
    panel: &str,
    born: Born,
) -> Result<Vec<Detail>> {
    let sql = format!(
        "SELECT id, key, body, analyte FROM item WHERE record = $1 AND panel = $2 AND head = 0 \
         AND from_no <= $3 AND until_no > $3{} ORDER BY title, id LIMIT $4",
        sight.and_open("item")
    );
    let rows: Vec<ValueRow> = on_db!(tx, c => sqlx::query_as(AssertSqlSafe(sql))
        .bind(granted.record().0).bind(panel).bind(sight.no).bind(MOST_VALUES + 1).fetch_all(c).await)?;
    rows.into_iter().map(|(id, key, body, series)| detail(id, key, &body, series, born)).collect()
}

async fn earlier_versions(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    no: i64,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Item>>> {
    let names: Vec<String> = (0..ids.len()).map(|n| format!("${}", n + 3)).collect();
    let sql = format!(
        "SELECT id, body FROM item WHERE record = $1 AND until_no <= $2 AND id IN ({}) ORDER BY from_no DESC",
        names.join(", ")
    );
    let rows: Vec<(Uuid, String)> = on_db!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql.clone())).bind(granted.record().0).bind(no);
        for id in ids {
            query = query.bind(*id);
        }
        query.fetch_all(c).await
    })?;
    let mut all: HashMap<Uuid, Vec<Item>> = HashMap::new();
    for (id, body) in rows {
        all.entry(id).or_default().push(serde_json::from_str(&body).map_err(Error::internal)?);
    }
    Ok(all)
}

/// Every value of one course, oldest first. [`Error::NotFound`] when there is none.
pub async fn get_course(tx: &mut Tx, granted: &Granted<View, Results>, series: &str) -> Result<Vec<Detail>> {
    let course = list_courses(tx, granted, &[series]).await?;
    if course.is_empty() { Err(Error::NotFound) } else { Ok(course) }
}

/// The values of some courses, oldest first; of more than [`MOST_POINTS`] the latest.
pub async fn list_courses(tx: &mut Tx, granted: &Granted<View, Results>, series: &[&str]) -> Result<Vec<Detail>> {
    let sight = Sight::of(tx, granted).await?;
    let born = person(tx, granted).await?;
    let names: Vec<String> = (0..series.len()).map(|n| format!("${}", n + 4)).collect();
    let sql = format!(
        "SELECT id, key, body, analyte FROM item WHERE record = $1 AND from_no <= $2 AND until_no > $2 \
         AND analyte IN ({}){} ORDER BY sort_key DESC, id LIMIT $3",
        names.join(", "),
        sight.and_open("item")
    );
    let mut rows: Vec<ValueRow> = on_db!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(granted.record().0).bind(sight.no).bind(MOST_POINTS);
        for one in series {
            query = query.bind(*one);
        }
        query.fetch_all(c).await
    })?;
    rows.reverse();
    rows.into_iter().map(|(id, key, body, series)| detail(id, key, &body, series, born)).collect()
}

/// The raw resource that an item was read from, for its attachments.
pub async fn get_raw(tx: &mut Tx, granted: &Granted<View, Results>, id: ItemId) -> Result<String> {
    let sight = Sight::of(tx, granted).await?;
    if sight.hides() && sight.waiting(tx, granted, &[id.0]).await?.contains_key(&id.0) {
        return Err(Error::NotFound);
    }
    let raw: Option<String> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT raw FROM resource WHERE record = $1 AND id = $2 AND from_no <= $3 AND until_no > $3 AND hidden = $4",
    ).bind(granted.record().0).bind(id.0).bind(sight.no).bind(false).fetch_optional(c).await)?;
    raw.ok_or(Error::NotFound)
}

/// To whom things are new: the person whose record it is. The care team has no news of its own here,
/// and what it opens stays new to the person.
fn looker(granted: &Granted<View, Results>) -> Option<AccountId> {
    granted.account().filter(|_| granted.reader() == Reader::Person)
}

/// From now on only what arrives later is new to this reader.
pub async fn start_looking(tx: &mut Tx, granted: &Granted<View, Results>) -> Result<()> {
    let no = Sight::of(tx, granted).await?.no;
    let Some(account) = looker(granted) else { return Ok(()) };
    on_db!(tx, c => sqlx::query(
        "INSERT INTO look_since (account, record, no) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    ).bind(account.0).bind(granted.record().0).bind(no).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// This reader has opened the item: it is no longer new to them. Who sees only that it waits has not
/// looked at it yet.
pub async fn save_look(tx: &mut Tx, granted: &Granted<View, Results>, item: ItemId, now: Instant) -> Result<()> {
    let Some(account) = looker(granted) else { return Ok(()) };
    let sight = Sight::of(tx, granted).await?;
    if sight.hides() && sight.waiting(tx, granted, &[item.0]).await?.contains_key(&item.0) {
        return Ok(());
    }
    on_db!(tx, c => sqlx::query(
        "INSERT INTO look (account, item, at) VALUES ($1, $2, $3) \
         ON CONFLICT (account, item) DO UPDATE SET at = excluded.at",
    ).bind(account.0).bind(item.0).bind(now.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// What makes an item of record `$1`, published up to `$2`, new to the account `$3`.
const IS_NEW: &str = "record = $1 AND head = 1 AND from_no <= $2 AND until_no > $2 \
     AND first_no > (SELECT COALESCE(MAX(no), 0) FROM look_since WHERE account = $3 AND record = $1) \
     AND NOT EXISTS (SELECT 1 FROM look WHERE look.account = $3 AND look.item = item.id)";
/// So does a comment that came, or was changed, since they opened it. Comments are few: SQLite is told to begin there.
const NEWLY_COMMENTED: &str = "SELECT item.id, item.sort_key FROM result_comment said CROSS JOIN item \
     WHERE said.record = $1 AND said.account <> $3 AND NOT EXISTS (SELECT 1 FROM look WHERE look.account = $3 \
     AND look.item = said.item AND look.at >= said.at AND look.at >= COALESCE((SELECT MAX(changed.at) \
     FROM result_comment_change changed WHERE changed.record = said.record AND changed.comment = said.id), 0)) \
     AND item.id = said.item AND item.head = 1 AND item.from_no <= $2 AND item.until_no > $2";

/// What arrived since this reader came and was not opened yet: the latest `most`, newest first.
pub async fn list_new(tx: &mut Tx, granted: &Granted<View, Results>, most: i64) -> Result<Vec<ItemId>> {
    // Gathered first and sorted then: sorting by index would go through all that is not new.
    let sql = format!(
        "WITH fresh AS MATERIALIZED (SELECT id, sort_key FROM item WHERE {IS_NEW} UNION {NEWLY_COMMENTED}) \
         SELECT id FROM fresh ORDER BY sort_key DESC, id DESC LIMIT $4"
    );
    new_items(tx, granted, sql, vec![Bound::Number(most)]).await
}

/// Those among `of` that arrived since this reader came and were not opened yet.
pub async fn list_new_of(tx: &mut Tx, granted: &Granted<View, Results>, of: &[ItemId]) -> Result<Vec<ItemId>> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let names: Vec<String> = (0..of.len()).map(|n| format!("${}", n + 4)).collect();
    let sql = format!(
        "SELECT id FROM (SELECT id, sort_key FROM item WHERE {IS_NEW} AND id IN ({names}) \
         UNION {NEWLY_COMMENTED} AND item.id IN ({names})) fresh",
        names = names.join(", ")
    );
    new_items(tx, granted, sql, of.iter().map(|id| Bound::Id(id.0)).collect()).await
}

async fn new_items(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    sql: String,
    bound: Vec<Bound>,
) -> Result<Vec<ItemId>> {
    let Some(account) = looker(granted) else { return Ok(Vec::new()) };
    let no = Sight::of(tx, granted).await?.no;
    let rows: Vec<Uuid> = on_db!(tx, c => {
        let mut query = sqlx::query_scalar(AssertSqlSafe(sql)).bind(granted.record().0).bind(no).bind(account.0);
        for value in bound {
            query = match value {
                Bound::Id(id) => query.bind(id),
                Bound::Text(text) => query.bind(text),
                Bound::Number(number) => query.bind(number),
            };
        }
        query.fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(ItemId).collect())
}

/// Laboratory values, scans, pathology and genetics of a day or later that are not new to this reader, and are
/// not waiting: the latest `most`, newest first.
pub async fn list_opened(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    since: PartialDate,
    most: i64,
) -> Result<Vec<ItemId>> {
    let Some(account) = looker(granted) else { return Ok(Vec::new()) };
    let sight = Sight::of(tx, granted).await?;
    let sql = format!(
        "SELECT id FROM item WHERE record = $1 AND head = 1 AND from_no <= $2 AND until_no > $2 AND sort_key >= $4 \
         AND kind IN ('laboratory', 'imaging', 'pathology', 'genetics') AND NOT ({IS_NEW}){} \
         ORDER BY sort_key DESC, id DESC LIMIT $5",
        sight.and_open("item")
    );
    let rows: Vec<Uuid> = on_db!(tx, c => sqlx::query_scalar(AssertSqlSafe(sql))
        .bind(granted.record().0)
        .bind(sight.no)
        .bind(account.0)
        .bind(since.date().sort_key())
        .bind(most)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(ItemId).collect())
}

/// The lines of these items, newest first.
pub async fn list_entries(tx: &mut Tx, granted: &Granted<View, Results>, ids: &[ItemId]) -> Result<Vec<Entry>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sight = Sight::of(tx, granted).await?;
    let names: Vec<String> = (0..ids.len()).map(|n| format!("${}", n + 3)).collect();
    let sql = format!(
        "SELECT id, kind, title, line, from_no > first_no, panel, sort_key FROM item \
         WHERE record = $1 AND from_no <= $2 AND until_no > $2 AND id IN ({}) ORDER BY sort_key DESC, id DESC",
        names.join(", ")
    );
    entries(tx, granted, &sight, sql, ids.iter().map(|id| Bound::Id(id.0)).collect()).await
}

/// What is said of one kind, the newest first.
pub async fn list_of_kind(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    kind: Kind,
    most: i64,
) -> Result<Vec<(ItemId, Item)>> {
    let sight = Sight::of(tx, granted).await?;
    let sql = format!(
        "SELECT id, body FROM item WHERE record = $1 AND head = 1 AND from_no <= $2 AND until_no > $2 AND kind = $3{} \
         ORDER BY sort_key DESC, id DESC LIMIT $4",
        sight.and_open("item")
    );
    let rows: Vec<(Uuid, String)> = on_db!(tx, c => sqlx::query_as(AssertSqlSafe(sql))
        .bind(granted.record().0).bind(sight.no).bind(kind.code()).bind(most).fetch_all(c).await)?;
    let read = |(id, body): (Uuid, String)| Ok((ItemId(id), serde_json::from_str(&body).map_err(Error::internal)?));
    rows.into_iter().map(read).collect()
}

/// Appointments and planned items from `day` on, soonest first.
pub async fn list_coming(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    day: PartialDate,
    most: i64,
) -> Result<Vec<Entry>> {
    let sight = Sight::of(tx, granted).await?;
    let sql = "SELECT id, kind, title, line, from_no > first_no, panel, sort_key FROM item \
         WHERE record = $1 AND head = 1 AND from_no <= $2 AND until_no > $2 AND kind = 'appointment' AND sort_key >= $3 \
         ORDER BY sort_key, id LIMIT $4"
        .to_owned();
    entries(tx, granted, &sight, sql, vec![Bound::Text(day.date().sort_key()), Bound::Number(most)]).await
}

enum Bound {
    Id(Uuid),
    Text(String),
    Number(i64),
}

async fn entries(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    sight: &Sight,
    sql: String,
    bound: Vec<Bound>,
) -> Result<Vec<Entry>> {
    type Found = (Uuid, String, String, String, bool, Option<String>, String);
    let rows: Vec<Found> = on_db!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(granted.record().0).bind(sight.no);
        for value in bound {
            query = match value {
                Bound::Id(id) => query.bind(id),
                Bound::Text(text) => query.bind(text),
                Bound::Number(number) => query.bind(number),
            };
        }
        query.fetch_all(c).await
    })?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.0).collect();
    let waiting = sight.waiting(tx, granted, &ids).await?;
    let hidden = |id: &Uuid| sight.hides() && waiting.contains_key(id);
    let panels: Vec<String> = rows.iter().filter(|row| !hidden(&row.0)).filter_map(|row| row.5.clone()).collect();
    let mut groups = first_values(tx, granted, sight, &panels).await?;
    rows.into_iter()
        .map(|(id, kind, title, line, changed, panel, sort_key)| {
            let line: Line = serde_json::from_str(&line).map_err(Error::internal)?;
            let hidden = hidden(&id);
            let group = panel.as_ref().and_then(|p| groups.remove(p)).unwrap_or_default();
            Ok(Entry {
                id: ItemId(id),
                kind: kind_of(&kind)?,
                title: if hidden { String::new() } else { title },
                line: if hidden { line.announced() } else { line },
                changed: !hidden && (changed || group.changed),
                values: group.count,
                outside: group.outside,
                first_values: group.first,
                cursor: Cursor { sort_key, id: ItemId(id) },
                waits: waiting.get(&id).map(|(_, waits)| *waits),
                is_panel: panel.is_some() && !hidden,
            })
        })
        .collect()
}

impl Entry {
    /// Whether it groups values, rather than being one.
    pub const fn is_panel(&self) -> bool {
        self.is_panel
    }
}
