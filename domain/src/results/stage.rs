//! Writing what an import brings as versions of items: how each is found in lists, searched and
//! grouped under its report or moment of collection.

use uuid::Uuid;

use super::{
    AttachmentContent, Body, FactValue, Item, Kind, Line, Panel, Value,
    analyte::Analyte,
    meaning::{About, Meaning},
    searchable,
    store::meaning_of,
};
use crate::{
    Error, Result,
    access::{Granted, Import, Results},
    db::{Db, Tx, on_db},
    id::{ItemId, RecordId, SenderId},
    record::{ResourceKey, store::OPEN},
};

/// Characters of an item's text that can be searched.
const SEARCHED: usize = 8_000;

/// An item as it is stored.
#[derive(Clone)]
pub(crate) struct Row {
    key: String,
    kind: Kind,
    sort_key: String,
    panel: Option<String>,
    head: bool,
    /// The line of the timeline that a value without a report stands under.
    collection: Option<Item>,
    analyte: Option<String>,
    flag: i64,
    title: String,
    search: String,
    line: String,
    body: String,
    /// Of a report: the values it lists.
    results: Vec<ResourceKey>,
}

impl Row {
    pub(crate) fn of(key: &ResourceKey, item: &Item, zone: &str) -> Result<Self> {
        let sort_key = item.when.start.or(item.when.end).map(|date| date.local(zone).sort_key()).unwrap_or_default();
        let mut collection = None;
        let (panel, head) = match (&item.panel, &item.body) {
            (Some(Panel::Report(of) | Panel::Member(of)), _) => (Some(of.0.clone()), false),
            (Some(Panel::Collection), _) => {
                collection = Some(Item::bare(item.kind, item.when));
                (Some(collection_key(item)), false)
            }
            (None, Body::Report(_)) => (Some(key.0.clone()), true),
            (None, Body::Observation(o)) if !o.members.is_empty() => (Some(key.0.clone()), true),
            (None, _) => (None, true),
        };
        let meaning = meaning_of(item, About::default());
        let analyte = match &item.body {
            Body::Observation(o) if matches!(o.value, Some(Value::Quantity(_) | Value::Integer(_))) => series_key(item),
            _ => None,
        };
        let (value, conclusion, results) = match &item.body {
            Body::Observation(o) => (o.value.clone(), None, o.members.clone()),
            Body::Report(r) => (None, r.conclusion.as_deref().map(|text| shorten(text, 160)), r.results.clone()),
            Body::Document(_) | Body::Event(_) => (None, None, Vec::new()),
        };
        let line = Line {
            when: item.when,
            status: item.status,
            value,
            place: meaning.as_ref().and_then(|m| m.place),
            conclusion,
            analyte: Analyte::of(&item.codes),
        };
        Ok(Self {
            key: key.0.clone(),
            kind: item.kind,
            sort_key,
            panel,
            head,
            collection,
            analyte,
            flag: meaning.as_ref().map_or(0, flag),
            title: item.title.clone(),
            search: search_text(item),
            line: json(&line)?,
            body: json(item)?,
            results,
        })
    }

    /// Writes it as the version of import `no`.
    pub(crate) async fn stage(
        &self,
        tx: &mut Tx,
        record: RecordId,
        sender: SenderId,
        id: ItemId,
        no: i64,
    ) -> Result<()> {
        let before: Option<(i64, i64, Option<String>)> = on_db!(tx, c => sqlx::query_as(
            "SELECT first_no, from_no, panel FROM item WHERE id = $1 ORDER BY from_no DESC LIMIT 1",
        ).bind(id.0).fetch_optional(c).await)?;
        // A value keeps the number of the import that first brought it: a new version is no news.
        let first = before.as_ref().map_or(no, |(first, ..)| *first);
        if before.as_ref().is_some_and(|(_, from, _)| *from == no) {
            // A file may bring several versions; the last one of them is the version of this import.
            on_db!(tx, c => sqlx::query("DELETE FROM item WHERE id = $1 AND from_no = $2")
                .bind(id.0).bind(no).execute(c).await.map(|_| ()))?;
        }
        let listed = if self.panel.as_deref().is_none_or(|panel| is_collection(panel) || panel == self.key) {
            // A corrected value that is sent alone still belongs to the report that listed it.
            match before.and_then(|(.., panel)| panel).filter(|panel| !is_collection(panel) && *panel != self.key) {
                None => self.report_before(tx, record, sender, no).await?,
                there => there,
            }
        } else {
            None
        };
        if let Some(report) = listed {
            let kept = Self { panel: Some(report), head: false, collection: None, ..self.clone() };
            kept.insert(tx, record, id, no, first).await?;
        } else {
            self.insert(tx, record, id, no, first).await?;
            if let (Some(panel), Some(collection)) = (&self.panel, &self.collection) {
                Self::collect(tx, record, panel, collection, &self.sort_key, no).await?;
            }
        }
        for value in &self.results {
            on_db!(tx, c => sqlx::query(
                "INSERT INTO panel_value (record, value, panel) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            ).bind(record.0).bind(&value.0).bind(&self.key).execute(c).await.map(|_| ()))?;
            self.adopt(tx, record, sender, value, no).await?;
        }
        Ok(())
    }

    /// The line of values that were only collected together, made by the first of them.
    async fn collect(tx: &mut Tx, record: RecordId, panel: &str, of: &Item, sort_key: &str, no: i64) -> Result<()> {
        let there: i64 = on_db!(tx, c => sqlx::query_scalar(
            "SELECT COUNT(*) FROM item WHERE record = $1 AND key = $2 AND until_no = $3",
        ).bind(record.0).bind(panel).bind(OPEN).fetch_one(c).await)?;
        if there > 0 {
            return Ok(());
        }
        let head = Self {
            key: panel.to_owned(),
            panel: Some(panel.to_owned()),
            head: true,
            sort_key: sort_key.to_owned(),
            ..Self::of(&ResourceKey(panel.to_owned()), of, "UTC")?
        };
        head.insert(tx, record, ItemId::new(), no, no).await
    }

    /// The report or group that came in an earlier file and lists this value. It is new again:
    /// there is more in it than there was.
    async fn report_before(&self, tx: &mut Tx, record: RecordId, sender: SenderId, no: i64) -> Result<Option<String>> {
        type Found = (Uuid, i64, String, String);
        let found: Vec<Found> = on_db!(tx, c => sqlx::query_as(
            "SELECT item.id, item.from_no, item.key, item.body FROM panel_value \
             JOIN item ON item.record = panel_value.record AND item.key = panel_value.panel \
             WHERE panel_value.record = $1 AND panel_value.value = $2 AND item.until_no = $3 \
             AND item.id IN (SELECT id FROM resource WHERE record = $1 AND sender = $4 AND key = panel_value.panel) \
             ORDER BY item.id",
        ).bind(record.0).bind(&self.key).bind(OPEN).bind(sender.0).fetch_all(c).await)?;
        let mut best: Option<(bool, Found)> = None;
        for one in found {
            // What an earlier version of the report listed counts no more.
            let item: Item = serde_json::from_str(&one.3).map_err(Error::internal)?;
            let (lists, is_report) = match &item.body {
                Body::Report(report) => (report.results.iter().any(|key| key.0 == self.key), true),
                Body::Observation(o) => (o.members.iter().any(|key| key.0 == self.key), false),
                Body::Document(_) | Body::Event(_) => (false, false),
            };
            if lists && best.as_ref().is_none_or(|(report, _)| is_report && !report) {
                best = Some((is_report, one));
            }
        }
        let Some((_, (id, from, key, _))) = best else { return Ok(None) };
        if from < no {
            on_db!(tx, c => sqlx::query("UPDATE item SET until_no = $1 WHERE id = $2 AND until_no = $3")
                .bind(no).bind(id).bind(OPEN).execute(c).await.map(|_| ()))?;
            on_db!(tx, c => sqlx::query(
                "INSERT INTO item (id, from_no, until_no, record, first_no, key, kind, sort_key, panel, head, analyte, \
                 flag, title, search, line, body) \
                 SELECT id, $1, $3, record, $1, key, kind, sort_key, panel, head, analyte, flag, title, search, line, body \
                 FROM item WHERE id = $2 AND until_no = $1",
            ).bind(no).bind(id).bind(OPEN).execute(c).await.map(|_| ()))?;
        }
        Ok(Some(key))
    }

    async fn insert(&self, tx: &mut Tx, record: RecordId, id: ItemId, no: i64, first_no: i64) -> Result<()> {
        on_db!(tx, c => sqlx::query(
            "INSERT INTO item (id, from_no, until_no, record, first_no, key, kind, sort_key, panel, head, analyte, \
             flag, title, search, line, body) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        )
        .bind(id.0)
        .bind(no)
        .bind(OPEN)
        .bind(record.0)
        .bind(first_no)
        .bind(&self.key)
        .bind(self.kind.code())
        .bind(&self.sort_key)
        .bind(&self.panel)
        .bind(i64::from(self.head))
        .bind(&self.analyte)
        .bind(self.flag)
        .bind(&self.title)
        .bind(&self.search)
        .bind(&self.line)
        .bind(&self.body)
        .execute(c)
        .await
        .map(|_| ()))?;
        Ok(())
    }

    /// A report that came after its values takes them under itself.
    async fn adopt(&self, tx: &mut Tx, record: RecordId, sender: SenderId, value: &ResourceKey, no: i64) -> Result<()> {
        let taken = on_db!(tx, c => sqlx::query(
            "UPDATE item SET until_no = $1 WHERE record = $2 AND key = $3 AND until_no = $4 AND from_no < $1 \
             AND (panel IS NULL OR panel = key OR panel LIKE 'collection:%') \
             AND id IN (SELECT id FROM resource WHERE record = $2 AND sender = $5 AND key = $3)",
        ).bind(no).bind(record.0).bind(&value.0).bind(OPEN).bind(sender.0).execute(c).await
        .map(|done| done.rows_affected()))?;
        if taken > 0 {
            // Its place changed, not what it says: `first_no` moves along, so that it does not
            // count as changed (only lines of the timeline count as new).
            on_db!(tx, c => sqlx::query(
                "INSERT INTO item (id, from_no, until_no, record, first_no, key, kind, sort_key, panel, head, analyte, \
                 flag, title, search, line, body) \
                 SELECT id, $1, $4, record, $1, key, kind, sort_key, $5, 0, analyte, flag, title, search, line, body \
                 FROM item WHERE record = $2 AND key = $3 AND until_no = $1 \
                 AND id IN (SELECT id FROM resource WHERE record = $2 AND sender = $6 AND key = $3)",
            ).bind(no).bind(record.0).bind(&value.0).bind(OPEN).bind(&self.key).bind(sender.0).execute(c).await.map(|_| ()))?;
        }
        Ok(())
    }
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

fn flag(meaning: &Meaning) -> i64 {
    if meaning.marked { 2 } else { i64::from(meaning.is_outside()) }
}

fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}

fn collection_key(item: &Item) -> String {
    let when = item.when.start.map(|date| date.to_string()).unwrap_or_default();
    format!("collection:{}:{when}", item.kind.code())
}

fn is_collection(panel: &str) -> bool {
    panel.starts_with("collection:")
}

/// What makes values points of one course: the analyte, else the first code.
fn series_key(item: &Item) -> Option<String> {
    if let Some(analyte) = Analyte::of(&item.codes) {
        return Some(analyte.key().to_owned());
    }
    let coding = item.codes.first()?;
    let system = match coding.system.as_str() {
        "http://loinc.org" => "loinc",
        "http://snomed.info/sct" => "snomed",
        _ => "code",
    };
    Some(format!("{system}-{}", coding.code))
}

fn search_text(item: &Item) -> String {
    let mut text = item.title.clone();
    let mut add = |more: &str| {
        text.push(' ');
        text.push_str(more);
    };
    for coding in &item.codes {
        add(coding.display.as_deref().unwrap_or_default());
    }
    for person in &item.people {
        add(&person.name);
    }
    for note in &item.notes {
        add(note);
    }
    let attachments = match &item.body {
        Body::Report(report) => {
            for part in [&report.conclusion, &report.narrative].into_iter().flatten() {
                add(part);
            }
            for finding in &report.findings {
                add(finding);
            }
            report.attachments.as_slice()
        }
        Body::Document(document) => {
            add(document.description.as_deref().unwrap_or_default());
            document.attachments.as_slice()
        }
        Body::Observation(o) => {
            if let Some(Value::Text(value) | Value::Coded(value)) = &o.value {
                add(value);
            }
            &[]
        }
        Body::Event(event) => {
            for fact in &event.facts {
                if let FactValue::Text(value) = &fact.value {
                    add(value);
                }
            }
            &[]
        }
    };
    for attachment in attachments {
        if let AttachmentContent::Text(content) = &attachment.content {
            add(content);
        }
    }
    let searched: String = text.chars().take(SEARCHED).collect();
    searchable(&searched)
}

/// Values whose report never came (it was refused) get lines of their own, so that none is out of sight.
pub(crate) async fn adopt_orphans(db: &Db, granted: &Granted<Import, Results>, no: i64) -> Result<()> {
    loop {
        let mut tx = db.write().await?;
        let moved = on_db!(tx, c => sqlx::query(
            // The keys are gathered once: asked for by each value, they can be looked for all over the
            // record each time, as PostgreSQL does while it has no statistics of what just came.
            "UPDATE item SET head = 1, panel = NULL WHERE record = $1 AND from_no = $2 AND head = 0 AND id IN ( \
             SELECT o.id FROM item o WHERE o.record = $1 AND o.from_no = $2 AND o.head = 0 AND o.panel NOT IN ( \
             SELECT key FROM item WHERE record = $1 AND until_no = $3) LIMIT 1000)",
        ).bind(granted.record().0).bind(no).bind(OPEN).execute(c).await.map(|done| done.rows_affected()))?;
        tx.commit().await?;
        if moved == 0 {
            return Ok(());
        }
    }
}
