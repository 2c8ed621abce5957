//! How the models of the pages are made from what the domain answers.

use domain::{
    access::{Granted, Reader, Results, View},
    db::{Db, Tx},
    id::{ItemId, RecordId},
    results::{
        Body, Cursor, FactValue, Interpretation, Item, Value, When,
        analyte::{Analyte, Units},
        change::{Changes, TreatmentDay, quantity_of},
        comment::Comment,
        course::{Around, list_changes, list_treatment_days},
        meaning::Meaning,
        next::Next,
        searchable,
        store::{Detail, Entry, Filter, MOST_POINTS, Opened as OpenedItem, get_stretch, save_look as write_look},
        stretch::{Named, Stretch},
        trend::{Measured, Series, series, span},
        unusual::is_unusual,
    },
    site::{Site, in_language},
    time::{Instant, PartialDate},
};

use super::super::{
    analyte, glossary,
    model::{
        Asked, CommentModel, Content, Count, CountsPage, EntryModel, NextWords, OnlyValue, Opened, Part, Period,
        TrendPage, UnitChoice, ValueModel,
    },
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
    let unnamed = is_panel && entry.title.is_empty() && entry.line.analyte.is_none();
    let first = entry.first_values.iter().filter(|_| unnamed);
    let names = first_names(first.map(|value| (value.title.as_str(), value.line.analyte)));
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
        waits: entry.waits,
        names,
        diary: None,
    }
}

/// The names of the first values: as many as a heading holds.
fn first_names<'a>(values: impl Iterator<Item = (&'a str, Option<Analyte>)>) -> Vec<Named> {
    let named = values.filter(|(title, analyte)| !title.is_empty() || analyte.is_some());
    named.take(2).map(|(title, analyte)| Named { title: title.to_owned(), analyte }).collect()
}

/// Which values an address asks for.
pub fn stretch(from: u32, all: bool) -> Stretch {
    if all { Stretch::Whole } else { Stretch::Around(usize::try_from(from).unwrap_or(usize::MAX)) }
}

/// In a transaction of its own, so that reading never waits for it.
pub async fn save_look(db: &Db, granted: &Granted<View, Results>, item: ItemId, now: Instant) -> domain::Result<()> {
    let mut tx = db.write().await?;
    write_look(&mut tx, granted, item, now).await?;
    tx.commit().await
}

/// One thing with a stretch of the values it groups.
pub async fn item(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    item: ItemId,
    stretch: Stretch,
    site: &Site,
) -> domain::Result<Opened> {
    let found = get_stretch(tx, granted, item, stretch).await?;
    let around = list_changes(tx, granted, &found, &site.zone).await?;
    Ok(opened(granted.record(), granted.reader(), found, around, super::request_words(), site))
}

pub fn opened(
    record: RecordId,
    reader: Reader,
    opened: OpenedItem,
    around: Around,
    words: Words,
    site: &Site,
) -> Opened {
    let zone = &site.zone;
    let Around { mut changes, in_treatment } = around;
    let OpenedItem { head, values, tally, first, more, comments, is_line, waits } = opened;
    let is_panel = !values.is_empty() || matches!(&head.item.body, Body::Observation(o) if !o.members.is_empty());
    let mut value = |one: Detail| {
        let changes = changes.remove(&one.id).unwrap_or_default();
        ValueModel { changes, ..value_model(one, zone) }
    };
    let mut values: Vec<ValueModel> = values.into_iter().map(&mut value).collect();
    let unnamed = is_panel && head.item.title.is_empty() && Analyte::of(&head.item.codes).is_none();
    let names = if unnamed { first } else { Vec::new() };
    let Item { kind, when, title, codes, status, people, notes, .. } = head.item.clone();
    let content = match (&head.item.body, waits) {
        (_, Some(waits)) if reader == Reader::Person => Content::Waiting(waits),
        (Body::Observation(_), _) => Content::Values,
        (Body::Report(report), _) => Content::Report {
            conclusion: report.conclusion.clone(),
            findings: report.findings.clone(),
            narrative: report.narrative.clone(),
            attachments: report.attachments.clone(),
        },
        (Body::Document(document), _) => {
            Content::Document { description: document.description.clone(), attachments: document.attachments.clone() }
        }
        (Body::Event(event), _) => {
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
    if content == Content::Values && head.says_something() {
        values.insert(0, value(head));
    }
    let explained = glossary::explained(words, &content);
    let tests = values.iter().filter_map(|value| value.analyte);
    let next = Next::of(kind, tests, in_treatment).filter(|_| !matches!(content, Content::Waiting(_)));
    let next = next.map(|next| next_words(words, site, next));
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
        tally,
        more,
        comments: comments.into_iter().map(|comment| comment_model(comment, zone)).collect(),
        may_comment: reader == Reader::CareTeam && is_line,
        names,
        clinic: site.clinic.clone(),
        next,
        words: explained,
    }
}

/// What usually happens next: in the clinic's words, else in those of Daybook.
fn next_words(words: Words, site: &Site, next: Next) -> NextWords {
    let own = site.next.get(&next).and_then(|own| in_language(own, words.language().code()));
    if let Some((language, text)) = own {
        return NextWords { text: text.to_owned(), language: Some(language.to_owned()) };
    }
    let text = match next {
        Next::Laboratory => words.results_next_laboratory(),
        Next::CountsInTreatment => words.results_next_counts(),
        Next::Imaging => words.results_next_imaging(),
        Next::Pathology => words.results_next_pathology(),
        Next::Genetics => words.results_next_genetics(),
    };
    NextWords { text, language: None }
}

fn comment_model(comment: Comment, zone: &str) -> CommentModel {
    let day = |at| crate::request::local_date(at, zone).date();
    CommentModel {
        author: comment.author,
        day: day(comment.at),
        text: comment.text,
        changed: comment.changed_at.map(day),
    }
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
        changes: Changes::default(),
        value: o.value.map(|value| local_value(value, zone)),
        meaning: meaning.unwrap_or_default(),
        marks: marks(o.interpretations),
        parts: o
            .components
            .into_iter()
            .map(|part| Part {
                meaning: part.meaning(),
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

/// The flags that say more than a place.
fn marks(all: Vec<Interpretation>) -> Vec<Interpretation> {
    all.into_iter()
        .filter(|one| matches!(one, Interpretation::Positive | Interpretation::Negative | Interpretation::Other(_)))
        .collect()
}

/// Values told apart by unit, and how many can't be drawn.
fn drawn<'a>(
    course: impl IntoIterator<Item = &'a Detail>,
    choice: Option<(Analyte, Units)>,
    zone: &str,
) -> (Vec<Series>, usize) {
    let none = Meaning::default();
    let absent = Value::Absent(domain::results::AbsentReason::Unknown);
    let measured = course.into_iter().map(|detail| Measured {
        item: detail.id,
        when: detail.item.when.start.or(detail.item.when.end).map(|date| date.local(zone)),
        value: match &detail.item.body {
            Body::Observation(o) => o.value.as_ref().unwrap_or(&absent),
            _ => &absent,
        },
        meaning: detail.meaning.as_ref().unwrap_or(&none),
    });
    series(measured, choice)
}

/// What was asked for, else the shortest that shows a course.
fn period_for(asked: Option<Period>, all: &[Series]) -> Period {
    let shows_a_course =
        |period: &Period| all.iter().next().is_some_and(|one| one.within(period.days()).points.len() >= ENOUGH_POINTS);
    asked.or_else(|| [Period::Year1, Period::Years5].into_iter().find(shows_a_course)).unwrap_or(Period::Everything)
}

pub fn trend(
    record: RecordId,
    key: String,
    course: &[Detail],
    period: Option<Period>,
    units: Option<Units>,
    zone: &str,
) -> TrendPage {
    let analyte = Analyte::from_key(&key);
    let both = analyte.and_then(|analyte| Some((analyte, analyte.both_units()?)));
    let (all, left_out) = drawn(course, both.map(|(analyte, _)| analyte).zip(units), zone);
    let period = period_for(period, &all);
    let latest = course.last();
    TrendPage {
        record,
        title: latest.map(|detail| detail.item.title.clone()).unwrap_or_default(),
        analyte,
        key,
        period,
        all_rows: false,
        series: all.iter().map(|one| one.within(period.days())).collect(),
        left_out: u32::try_from(left_out).unwrap_or(u32::MAX),
        cut_at: u32::try_from(MOST_POINTS).ok().filter(|most| course.len() >= *most as usize),
        choice: both.map(|(_, (conventional, si))| UnitChoice {
            chosen: units,
            conventional: conventional.to_owned(),
            si: si.to_owned(),
        }),
        treatments: Vec::new(),
    }
}

/// The days of treatment within what is drawn, by one query.
pub async fn treatments(
    tx: &mut Tx,
    granted: &Granted<View, Results>,
    drawn: Option<(PartialDate, PartialDate)>,
    zone: &str,
) -> domain::Result<Vec<TreatmentDay>> {
    match drawn {
        Some((from, to)) => list_treatment_days(tx, granted, Some(from), to, zone).await,
        None => Ok(Vec::new()),
    }
}

/// The tests of a blood count that stand side by side.
pub const COUNTS: [Analyte; 4] = [Analyte::Wbc, Analyte::Anc, Analyte::Hgb, Analyte::Plt];

/// Points of one small drawing: more can't be told apart.
const MOST_DRAWN: usize = 120;

pub fn counts(record: RecordId, values: &[Detail], period: Option<Period>, zone: &str) -> CountsPage {
    let of = |analyte: Analyte| {
        let own = values.iter().filter(move |value| value.series.as_deref() == Some(analyte.key()));
        drawn(own, None, zone).0
    };
    let all: Vec<(Analyte, Vec<Series>)> =
        COUNTS.into_iter().map(|analyte| (analyte, of(analyte))).filter(|(_, series)| !series.is_empty()).collect();
    let fullest = all.iter().max_by_key(|(_, series)| series.first().map_or(0, |one| one.points.len()));
    let period = period_for(period, fullest.map_or(&[], |(_, series)| series));
    // All end at the same moment, or the axes would not be one.
    let latest: Vec<Series> = all.iter().filter_map(|(_, series)| series.first().cloned()).collect();
    let last = span(&latest).map(|(_, last)| last);
    let mut counts = Vec::new();
    for (analyte, series) in all {
        let Some(mut one) = series.first().map(|one| one.until(last, period.days())) else { continue };
        let cut = one.points.len().saturating_sub(MOST_DRAWN);
        one.points.drain(..cut);
        let elsewhere = series.iter().skip(1).map(|other| other.until(last, period.days()).points.len()).sum::<usize>();
        counts.push(Count { analyte, series: one, more: u32::try_from(cut + elsewhere).unwrap_or(u32::MAX) });
    }
    let shown: Vec<Series> = counts.iter().map(|count| count.series.clone()).collect();
    CountsPage { record, period, counts, span: span(&shown), treatments: Vec::new() }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn what_happens_next_is_said_in_the_clinics_words_where_it_has_some() {
        let site: Site = serde_json::from_str(
            r#"{"name": "R", "zone": "UTC", "emergency": [], "clinic": [],
                "next": {"imaging": {"en": "We call you.", "fr": "Nous vous appelons."}}}"#,
        )
        .unwrap();
        let said = |language, next| next_words(Words::new(language), &site, next);
        let french = said(Language::French, Next::Imaging);
        assert_eq!((french.text.as_str(), french.language.as_deref()), ("Nous vous appelons.", Some("fr")));
        let arabic = said(Language::Arabic, Next::Imaging);
        assert_eq!((arabic.text.as_str(), arabic.language.as_deref()), ("We call you.", Some("en")));
        let all = [Next::Laboratory, Next::CountsInTreatment, Next::Imaging, Next::Pathology, Next::Genetics];
        for language in Language::ALL {
            let texts: std::collections::BTreeSet<String> =
                all.iter().filter(|next| **next != Next::Imaging).map(|next| said(language, *next).text).collect();
            assert_eq!(texts.len(), 4, "each has its own in {language:?}");
        }
    }
}
