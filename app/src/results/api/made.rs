//! How the models of the pages are made from what the domain answers.

use domain::{
    access::{Granted, Results, View},
    db::Db,
    id::{ItemId, RecordId},
    results::{
        Body, Cursor, FactValue, Interpretation, Item, Quantity, Value, When,
        analyte::Analyte,
        meaning::Meaning,
        searchable,
        store::{Detail, Entry, Filter, MOST_POINTS, Opened as OpenedItem, save_look as write_look},
        trend::{Measured, series},
        unusual::is_unusual,
    },
    site::Site,
    time::Instant,
};

use super::super::{
    analyte, glossary,
    model::{Asked, Content, EntryModel, OnlyValue, Opened, Part, Period, TrendPage, ValueModel},
};
use crate::words::Words;

/// Lines of one page of the timeline.
pub const LINES: i64 = 30;

/// Values that make a course worth looking at.
const ENOUGH_POINTS: usize = 5;

pub fn filter(asked: &Asked, words: Words) -> Filter {
    let typed = searchable(&asked.q);
    let named = |analyte: &Analyte| {
        let name = searchable(&analyte::name(words, *analyte));
        !typed.is_empty() && typed.split(' ').all(|word| name.contains(word))
    };
    let before = asked.before.as_deref().and_then(|before| before.parse().ok());
    Filter {
        kinds: asked.kinds.clone(),
        search: asked.q.clone(),
        analytes: Analyte::ALL.iter().copied().filter(named).collect(),
        before: before.or_else(|| asked.year.map(Cursor::end_of_year)),
    }
}

/// A line as pages show it. `new` are the items that this reader has not opened yet.
pub fn entry_model(new: &[ItemId], entry: Entry, zone: &str) -> EntryModel {
    let is_panel = entry.is_panel();
    let only = if entry.values == 1 { entry.first_values.into_iter().next() } else { None };
    EntryModel {
        item: entry.id,
        kind: entry.kind,
        title: entry.title,
        analyte: entry.line.analyte,
        when: local(entry.line.when, zone),
        status: entry.line.status,
        changed: entry.changed,
        is_new: new.contains(&entry.id),
        is_panel,
        value: entry.line.value.map(|value| local_value(value, zone)),
        place: entry.line.place,
        conclusion: entry.line.conclusion,
        values: entry.values,
        outside: entry.outside,
        only: only.map(|value| OnlyValue {
            title: value.title,
            analyte: value.line.analyte,
            value: value.line.value.map(|value| local_value(value, zone)),
            place: value.line.place,
        }),
    }
}

/// In a transaction of its own, so that reading never waits for it.
pub async fn save_look(db: &Db, granted: &Granted<View, Results>, item: ItemId, now: Instant) -> domain::Result<()> {
    let mut tx = db.write().await?;
    write_look(&mut tx, granted, item, now).await?;
    tx.commit().await
}

pub fn opened(record: RecordId, opened: OpenedItem, words: Words, site: &Site) -> Opened {
    let zone = &site.zone;
    let OpenedItem { head, values, more } = opened;
    let is_panel = !values.is_empty() || matches!(&head.item.body, Body::Observation(o) if !o.members.is_empty());
    let mut values: Vec<ValueModel> =
        values.into_iter().filter(says_something).map(|one| value_model(one, zone)).collect();
    values.sort_by(|a, b| clinical_order(a).cmp(&clinical_order(b)));
    let Item { kind, when, title, codes, status, people, notes, .. } = head.item.clone();
    let content = match &head.item.body {
        Body::Observation(_) => Content::Values,
        Body::Report(report) => Content::Report {
            conclusion: report.conclusion.clone(),
            findings: report.findings.clone(),
            narrative: report.narrative.clone(),
            attachments: report.attachments.clone(),
        },
        Body::Document(document) => {
            Content::Document { description: document.description.clone(), attachments: document.attachments.clone() }
        }
        Body::Event(event) => {
            let mut event = event.clone();
            for fact in &mut event.facts {
                if let FactValue::Date(date) = &mut fact.value {
                    *date = date.local(zone);
                }
            }
            Content::Event(event)
        }
    };
    let item = head.id;
    if content == Content::Values && says_something(&head) {
        values.insert(0, value_model(head, zone));
    }
    let marked = values.iter().any(ValueModel::is_marked);
    let explained = glossary::explained(words, &content);
    Opened {
        record,
        item,
        kind,
        title,
        analyte: Analyte::of(&codes),
        is_panel,
        when: local(when, zone),
        status,
        people,
        // A value shows its own notes.
        notes: if content == Content::Values && !is_panel { Vec::new() } else { notes },
        content,
        values,
        more,
        words: explained,
        clinic: if marked { site.clinic.clone() } else { Vec::new() },
    }
}

/// A value that only groups others has nothing to show of its own.
fn says_something(detail: &Detail) -> bool {
    match &detail.item.body {
        Body::Observation(o) => o.members.is_empty() || o.value.is_some() || !o.components.is_empty(),
        _ => false,
    }
}

/// Known tests first, in the order of the table; the others by name.
fn clinical_order(value: &ValueModel) -> (usize, &str, ItemId) {
    let at = value.analyte.and_then(|analyte| Analyte::ALL.iter().position(|a| *a == analyte));
    (at.unwrap_or(usize::MAX), &value.title, value.item)
}

fn value_model(detail: Detail, zone: &str) -> ValueModel {
    let Detail { id, item, meaning, series, earlier, .. } = detail;
    let Body::Observation(o) = item.body else {
        return ValueModel::nothing(id, item.title, item.status);
    };
    let about = |value: Option<&Value>| value.and_then(quantity_of).is_some_and(|q| is_unusual(&item.codes, &q));
    ValueModel {
        item: id,
        analyte: Analyte::of(&item.codes),
        status: item.status,
        unusual: about(o.value.as_ref()),
        earlier: said_before(o.value.as_ref(), earlier, zone),
        value: o.value.map(|value| local_value(value, zone)),
        meaning: meaning.unwrap_or_default(),
        marks: marks(o.interpretations),
        parts: o
            .components
            .into_iter()
            .map(|part| Part {
                // What is known of the person is not asked for parts: none of them has a typical range.
                meaning: Meaning::of(
                    part.value.as_ref(),
                    &part.interpretations,
                    &part.ranges,
                    None,
                    domain::results::meaning::About::default(),
                ),
                unusual: part.value.as_ref().and_then(quantity_of).is_some_and(|q| is_unusual(&part.codes, &q)),
                analyte: Analyte::of(&part.codes),
                title: part.title,
                value: part.value.map(|value| local_value(value, zone)),
                marks: marks(part.interpretations),
            })
            .collect(),
        notes: item.notes,
        method: o.method,
        specimen: o.specimen,
        body_site: o.body_site,
        series,
        title: item.title,
    }
}

/// What it said before, where that was something else.
fn said_before(now: Option<&Value>, earlier: Vec<Item>, zone: &str) -> Vec<Value> {
    let values = earlier.into_iter().filter_map(|item| match item.body {
        Body::Observation(o) => o.value,
        _ => None,
    });
    let mut before: Vec<Value> = values.filter(|value| Some(value) != now).collect();
    before.dedup();
    before.into_iter().map(|value| local_value(value, zone)).collect()
}

fn quantity_of(value: &Value) -> Option<Quantity> {
    match value {
        Value::Quantity(quantity) => Some(quantity.clone()),
        Value::Integer(number) => {
            Some(Quantity { number: number.to_string(), comparator: None, unit: None, ucum: None })
        }
        _ => None,
    }
}

/// The flags that say more than a place.
fn marks(all: Vec<Interpretation>) -> Vec<Interpretation> {
    all.into_iter()
        .filter(|one| matches!(one, Interpretation::Positive | Interpretation::Negative | Interpretation::Other(_)))
        .collect()
}

pub fn trend(record: RecordId, key: String, course: &[Detail], period: Option<Period>, zone: &str) -> TrendPage {
    let none = Meaning::default();
    let absent = Value::Absent(domain::results::AbsentReason::Unknown);
    let measured = course.iter().map(|detail| Measured {
        item: detail.id,
        when: detail.item.when.start.or(detail.item.when.end).map(|date| date.local(zone)),
        value: match &detail.item.body {
            Body::Observation(o) => o.value.as_ref().unwrap_or(&absent),
            _ => &absent,
        },
        meaning: detail.meaning.as_ref().unwrap_or(&none),
    });
    let (all, left_out) = series(measured);
    let within = |period: Period| all.iter().map(|one| one.within(period.days())).collect::<Vec<_>>();
    let shows_a_course = |period: &Period| within(*period).first().is_some_and(|one| one.points.len() >= ENOUGH_POINTS);
    let period = period
        .or_else(|| [Period::Year1, Period::Years5].into_iter().find(shows_a_course))
        .unwrap_or(Period::Everything);
    let latest = course.last();
    TrendPage {
        record,
        title: latest.map(|detail| detail.item.title.clone()).unwrap_or_default(),
        analyte: Analyte::from_key(&key),
        key,
        period,
        all_rows: false,
        series: within(period),
        left_out: u32::try_from(left_out).unwrap_or(u32::MAX),
        cut_at: u32::try_from(MOST_POINTS).ok().filter(|most| course.len() >= *most as usize),
    }
}

/// On the calendar of the site, where the sender only named UTC.
fn local(when: When, zone: &str) -> When {
    When { start: when.start.map(|date| date.local(zone)), end: when.end.map(|date| date.local(zone)) }
}

fn local_value(value: Value, zone: &str) -> Value {
    match value {
        Value::DateTime(date) => Value::DateTime(date.local(zone)),
        Value::Period(when) => Value::Period(local(when, zone)),
        other => other,
    }
}
