//! What the person noted in the diary, among the lines of the timeline.
//!
//! It lies in tables of its own, so the two lists are read each by its index and laid into each other; where
//! one page ends, both go on from there.

use domain::{
    access::{self, Caller, Diary},
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
        store::{Entry, Filter},
    },
    time::Instant,
};

use super::{
    super::model::EntryModel,
    made::{LINES, entry_model},
};
use crate::{
    diary::{
        api::made::{NamesOf, symptom_lines},
        names::Names,
        say,
    },
    error::Answer,
    request::{self, Backend},
    visit::words,
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
}

/// The lines before the filter's cursor, newest first, with enough of them to fill a page alone.
pub async fn find(
    tx: &mut Tx,
    caller: &Caller,
    backend: &Backend,
    record: RecordId,
    filter: &Filter,
) -> Answer<FromDiary> {
    let granted = access::view::<Diary>(tx, caller, record, backend.now()).await?;
    let zone = request::signed_in()?.zone;
    let latest = list_sent(tx, &granted, None, 1).await?;
    let first = find_first(tx, &granted).await?;
    let noted = list_entries(tx, &granted, None, 1).await?;
    let year = |at: Instant| request::local_date(at, &zone).year;
    let begun = first.iter().chain(&latest).map(|report| year(report.said.at));
    let years: Vec<i16> = begun.chain(noted.iter().map(|entry| year(entry.happened_at))).collect();
    let span = years.iter().min().copied().zip(years.iter().max().copied());
    let mut found = FromDiary { lines: Vec::new(), span };
    if span.is_none() || !(filter.kinds.is_empty() || filter.kinds.contains(&Kind::Symptoms)) {
        return Ok(found);
    }
    let sought = searchable(&filter.search);
    let most = if sought.is_empty() { LINES + 1 + MARGIN } else { SEARCHED };
    let before = filter.before.as_ref().and_then(|cursor| moment(cursor, &zone));
    let mut names = NamesOf::default();
    for report in list_sent(tx, &granted, before, most).await? {
        let symptoms = symptom_lines(names.get(tx, report.instrument).await?, &report.said);
        let flags: Vec<Flag> = report.said.flags.iter().flatten().copied().collect();
        let said = say::report(words(), &flags, &symptoms);
        let place = format!("/reports/{}", report.id);
        found.lines.push(line(report.id, report.said.at, &zone, (words().diary_check(), said), place));
    }
    let entries = list_entries(tx, &granted, before, most).await?;
    // What is noted between reports is named as the site asks now.
    let known = if entries.is_empty() {
        Names::default()
    } else {
        Names::of(&get_current(tx, &backend.site.instrument).await?.1)
    };
    for entry in entries {
        let name = known.find(&entry.symptom).map(str::to_owned).unwrap_or_else(|| words().diary_note_other());
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

fn line(id: ReportId, at: Instant, zone: &str, (title, said): (String, String), place: String) -> (Cursor, EntryModel) {
    let at = request::local_date(at, zone);
    let item = ItemId(id.0);
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
        diary: Some(place),
    };
    (Cursor { sort_key: at.sort_key(), id: item }, model)
}

fn is_before(one: &Cursor, other: &Cursor) -> bool {
    (&one.sort_key, one.id) < (&other.sort_key, other.id)
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
        let noted = self.span.is_some();
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
        all.sort_by(|(one, _), (other, _)| (&other.sort_key, other.id).cmp(&(&one.sort_key, one.id)));
        let more = more || all.len() > page;
        all.truncate(page);
        let older = all.last().filter(|_| more).map(|(cursor, _)| cursor.to_string());
        (all.into_iter().map(|(_, model)| model).collect(), older)
    }
}
