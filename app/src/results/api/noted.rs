//! What the person noted in the diary, among the lines of the timeline.
//!
//! It lies in tables of its own, so the two lists are read each by its index and laid into each other; where
//! one page ends, both go on from there.

use std::cmp::Ordering;

use domain::{
    access::{self, Caller, Diary, Granted, Results, View},
    db::Tx,
    diary::{
        entry::list_entries,
        instrument_store::get_current,
        report::Flag,
        store::{find_first, list_sent},
    },
    id::{ItemId, RecordId, ReportId},
    results::{
        Cursor, Kind, Status, When, searchable,
        store::{Entry, Filter, list_kinds, list_new_of, list_timeline, list_years},
    },
    time::Instant,
};

use super::{
    super::model::{Asked, EntryModel, TimelinePage},
    made::{LINES, entry_model, filter},
    request_words as words,
};
use crate::{
    diary::{
        api::made::{NamesOf, symptom_lines},
        names::Names,
        say,
    },
    error::Answer,
    request::{self, Backend},
    words::Words,
};

/// Lines that a search looks through.
const SEARCHED: i64 = 400;
/// What the clocks show twice in an autumn night is still found.
const MARGIN_SECONDS: i64 = 7_200;
/// Lines that the margin may hold beyond a page.
const MARGIN: i64 = 10;

/// Lines of the diary that may stand on a page of the timeline.
pub struct FromDiary {
    lines: Vec<(Cursor, EntryModel)>,
    /// The year of the first one of all, and that of the latest.
    span: Option<(i16, i16)>,
    /// A search looked no further back than this.
    until: Option<Cursor>,
    /// Nobody looked into the diary, since other kinds were asked for.
    unread: bool,
}

/// A page of the timeline: what is in the record, and what the person noted.
pub async fn timeline(
    tx: &mut Tx,
    (backend, caller): (&Backend, &Caller),
    granted: &Granted<View, Results>,
    asked: Asked,
    words: Words,
) -> Answer<TimelinePage> {
    let (record, filter) = (granted.record(), filter(&asked, words));
    let noted = find(tx, caller, backend, record, &filter).await?;
    let (entries, more) = list_timeline(tx, granted, &filter, LINES).await?;
    let ids: Vec<ItemId> = entries.iter().map(|entry| entry.id).collect();
    let new = list_new_of(tx, granted, &ids).await?;
    let years = noted.years(list_years(tx, granted).await?);
    let kinds = noted.kinds(&list_kinds(tx, granted).await?);
    let (entries, older) = noted.among(entries, more, &new, &backend.site.zone);
    Ok(TimelinePage { record, asked, entries, older, years, kinds })
}

/// The lines before the filter's cursor, newest first, with enough of them to fill a page alone.
async fn find(tx: &mut Tx, caller: &Caller, backend: &Backend, record: RecordId, filter: &Filter) -> Answer<FromDiary> {
    // Who asks for other kinds does not read the diary, and the log does not say so.
    if !(filter.kinds.is_empty() || filter.kinds.contains(&Kind::Symptoms)) {
        return Ok(FromDiary { lines: Vec::new(), span: None, until: None, unread: true });
    }
    let granted = access::view::<Diary>(tx, caller, record, backend.now()).await?;
    let zone = request::signed_in()?.zone;
    let latest = list_sent(tx, &granted, None, 1).await?;
    let first = find_first(tx, &granted).await?;
    let noted = list_entries(tx, &granted, None, 1).await?;
    let year = |at: Instant| request::local_date(at, &zone).year;
    let begun = first.iter().chain(&latest).map(|report| year(report.said.at));
    let years: Vec<i16> = begun.chain(noted.iter().map(|entry| year(entry.happened_at))).collect();
    let span = years.iter().min().copied().zip(years.iter().max().copied());
    let mut found = FromDiary { lines: Vec::new(), span, until: None, unread: false };
    if span.is_none() {
        return Ok(found);
    }
    let sought = searchable(&filter.search);
    let most = if sought.is_empty() { LINES + 1 + MARGIN } else { SEARCHED };
    let before = filter.before.as_ref().and_then(|cursor| moment(cursor, &zone));
    let mut names = NamesOf::default();
    let reports = list_sent(tx, &granted, before, most).await?;
    let entries = list_entries(tx, &granted, before, most).await?;
    if !sought.is_empty() {
        let read_to = |count: usize, last: Option<(Instant, ReportId)>| {
            last.filter(|_| i64::try_from(count).is_ok_and(|count| count >= most)).map(|(at, id)| place(id, at, &zone))
        };
        let ends = [
            read_to(reports.len(), reports.last().map(|report| (report.said.at, report.id))),
            read_to(entries.len(), entries.last().map(|entry| (entry.happened_at, entry.id))),
        ];
        found.until = ends.into_iter().flatten().max_by(order);
    }
    for report in reports {
        let symptoms = symptom_lines(names.get(tx, report.instrument).await?, &report.said);
        let flags: Vec<Flag> = report.said.flags.iter().flatten().copied().collect();
        let said = say::report(words(), &flags, &symptoms);
        let place = format!("/reports/{}", report.id);
        found.lines.push(line(report.id, report.said.at, &zone, (words().diary_check(), said), place));
    }
    // What is noted between reports is named as the site asks now.
    let known = if entries.is_empty() {
        Names::default()
    } else {
        Names::of(&get_current(tx, &backend.site.instrument).await?.1)
    };
    for entry in entries {
        let name = known.find(&entry.symptom).map_or_else(|| words().diary_note_other(), str::to_owned);
        let title = match entry.level {
            Some(level) => words().diary_symptom_level(&say::level(words(), level.get()), &name),
            None => name,
        };
        let place = format!("?before={}", entry.happened_at.0.saturating_add(1));
        found.lines.push(line(entry.id, entry.happened_at, &zone, (title, entry.note), place));
    }
    let words: Vec<&str> = sought.split(' ').filter(|word| !word.is_empty()).collect();
    found.lines.retain(|(cursor, line)| {
        let said = searchable(&format!("{} {}", line.title, line.conclusion.as_deref().unwrap_or_default()));
        words.iter().all(|word| said.contains(word))
            && filter.before.as_ref().is_none_or(|before| is_before(cursor, before))
    });
    Ok(found)
}

fn line(id: ReportId, at: Instant, zone: &str, (title, said): (String, String), leads: String) -> (Cursor, EntryModel) {
    let cursor = place(id, at, zone);
    let item = cursor.id;
    let at = request::local_date(at, zone);
    let model = EntryModel {
        item,
        kind: Kind::Symptoms,
        title,
        analyte: None,
        when: When { start: Some(at), ..When::default() },
        status: Status::Final,
        changed: false,
        is_new: false,
        is_panel: false,
        value: None,
        place: None,
        conclusion: Some(said).filter(|said| !said.is_empty()),
        values: 0,
        outside: 0,
        only: None,
        waits: None,
        names: Vec::new(),
        diary: Some(leads),
    };
    (cursor, model)
}

/// Where a line stands among those of the record.
fn place(id: ReportId, at: Instant, zone: &str) -> Cursor {
    Cursor { sort_key: request::local_date(at, zone).sort_key(), id: ItemId(id.0) }
}

fn order(one: &Cursor, other: &Cursor) -> Ordering {
    (&one.sort_key, one.id).cmp(&(&other.sort_key, other.id))
}

fn is_before(one: &Cursor, other: &Cursor) -> bool {
    order(one, other).is_lt()
}

/// No line of the diary before the cursor is later than this.
fn moment(cursor: &Cursor, zone: &str) -> Option<Instant> {
    let (day, time) = cursor.sort_key.split_once('T').unwrap_or((&cursor.sort_key, "00:00"));
    let mut parts = day.split('-');
    let mut part = |none: &'static str| parts.next().filter(|part| *part != "00").unwrap_or(none).to_owned();
    let day = [part("0001"), part("01"), part("01")].join("-");
    Some(Instant::of_wall_clock(&day, time.get(..5)?, zone)?.plus_seconds(MARGIN_SECONDS))
}

impl FromDiary {
    /// The years to jump to, newest first.
    pub fn years(&self, mut years: Vec<i16>) -> Vec<i16> {
        years.extend(self.span.into_iter().flat_map(|(first, last)| first..=last));
        years.sort_unstable_by_key(|year| std::cmp::Reverse(*year));
        years.dedup();
        years
    }

    /// The kinds to choose from, in their order.
    pub fn kinds(&self, kinds: &[Kind]) -> Vec<Kind> {
        let noted = self.unread || self.span.is_some();
        Kind::ALL.into_iter().filter(|kind| kinds.contains(kind) || (noted && *kind == Kind::Symptoms)).collect()
    }

    /// One page of both, and where what is older begins.
    pub fn among(
        self,
        entries: Vec<Entry>,
        more: bool,
        new: &[ItemId],
        zone: &str,
    ) -> (Vec<EntryModel>, Option<String>) {
        let page = usize::try_from(LINES).unwrap_or(usize::MAX);
        let mut all = self.lines;
        all.extend(entries.into_iter().map(|entry| (entry.cursor.clone(), entry_model(new, entry, zone))));
        // What lies behind the end of a search is found from there on.
        all.retain(|(cursor, _)| self.until.as_ref().is_none_or(|until| !is_before(cursor, until)));
        all.sort_by(|(one, _), (other, _)| order(other, one));
        let full = all.len() > page;
        all.truncate(page);
        let last = all.last().filter(|_| full || more).map(|(cursor, _)| cursor);
        let older = if full { last } else { self.until.as_ref().or(last) }.map(ToString::to_string);
        (all.into_iter().map(|(_, model)| model).collect(), older)
    }
}
