//! How the pages of the diary are made from the domain.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use domain::{
    Field, FieldCode,
    access::{Diary, Granted, Reader, View, Write},
    db::Tx,
    devices::Said,
    diary::{
        entry::{self, Entry as Noted, NewEntry, OTHER, WITHDRAWN_SECONDS},
        evaluate, flow,
        instrument::{Instrument, Item, Kind, LinkId, Texts},
        instrument_store::{find_instrument, get_current},
        plan,
        report::{Attribute, Author, Flag, Level, Report, Symptom},
        schedule,
        store::{self, Kept},
        treatment::find_treatments,
    },
    education::advice::{Fitting, fitting},
    id::{InstrumentId, RecordId, ReportId},
    own_words::plain,
    site::in_language,
    time::Instant,
    worklist::item_store::{PersonState, state_for_person},
};

use crate::{
    diary::{
        api::{Note, SaveAnswers, SaveFlags},
        given::{self, Given, NONE, SEND},
        model::{
            Asked, Before, DiaryCard, DiaryPage, EntryLine, NotePage, OpenReport, Past, ReportLine, ReportPage, Sent,
            State, SymptomLine, TypedNote,
        },
        names::Names,
        say,
    },
    education::advice::said,
    error::{Answer, ApiError, refused},
    request::{self, Backend},
    site::call::numbers,
    visit::visit,
    words::Words,
};

/// Lines of a page.
const MOST: usize = 20;

/// The first page of the diary.
pub async fn home(
    tx: &mut Tx,
    granted: &Granted<View, Diary>,
    backend: &Backend,
    before: Option<Instant>,
) -> Answer<DiaryPage> {
    let zone = request::signed_in()?.zone;
    let most = i64::try_from(MOST).unwrap_or(i64::MAX) + 1;
    let reports = store::list_sent(tx, granted, before, most).await?;
    let entries = entry::list_entries(tx, granted, before, most).await?;
    let mut all: Vec<(Instant, Found)> = Vec::new();
    all.extend(reports.into_iter().map(|report| (report.said.at, Found::Report(report))));
    all.extend(entries.into_iter().map(|entry| (entry.happened_at, Found::Entry(entry))));
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let more = all.len() > MOST;
    all.truncate(MOST);
    let older = all.last().filter(|_| more).map(|(at, _)| at.0.to_string());
    let mut names = NamesOf::default();
    // What is noted between reports is named as the site asks now.
    let has_entries = all.iter().any(|(_, found)| matches!(found, Found::Entry(_)));
    let current =
        if has_entries { Names::of(&get_current(tx, &backend.site.instrument).await?.1) } else { Names::default() };
    let mut past = Vec::new();
    for (_, found) in all {
        past.push(match found {
            Found::Report(report) => Past::Report(report_line(tx, granted, &mut names, report, &zone).await?),
            Found::Entry(entry) => Past::Entry(entry_line(tx, granted, &current, entry, &zone).await?),
        });
    }
    let own = granted.reader() == Reader::Person;
    Ok(DiaryPage {
        record: granted.record(),
        own,
        asked: asked(tx, granted, &zone, granted.at()).await?,
        open: open(tx, granted, &zone, granted.at()).await?,
        new: ReportId::new(),
        past,
        older,
        further: before.is_some(),
    })
}

enum Found {
    Report(Kept),
    Entry(Noted),
}

/// The report that the reader can go on with.
pub async fn open(tx: &mut Tx, granted: &Granted<View, Diary>, zone: &str, now: Instant) -> Answer<Option<OpenReport>> {
    let open = store::find_open(tx, granted, now).await?;
    Ok(open.map(|open| OpenReport { id: open.id, since: request::local_date(open.said.at, zone) }))
}

/// Whether a report is asked for at a moment.
pub async fn asked(tx: &mut Tx, granted: &Granted<View, Diary>, zone: &str, now: Instant) -> Answer<Asked> {
    let day = |at: Instant| request::local_date(at, zone).date();
    Ok(match plan::find_state(tx, granted, now).await? {
        schedule::State::Due(window) => Asked::Due(day(window.due)),
        schedule::State::Overdue(window) => Asked::Overdue(day(window.due)),
        schedule::State::NotYet { next: Some(next) }
        | schedule::State::Expired { next: Some(next) }
        | schedule::State::Done { next: Some(next) } => Asked::Next(day(next)),
        schedule::State::NotYet { next: None }
        | schedule::State::Expired { next: None }
        | schedule::State::Done { next: None } => Asked::Off,
    })
}

/// How long Today tells what came of a report.
const TOLD_DAYS: i64 = 7;
const TOLD_REPORTS: i64 = 12;

/// What Today shows at a moment.
pub async fn card(tx: &mut Tx, granted: &Granted<View, Diary>, zone: &str, now: Instant) -> Answer<DiaryCard> {
    let mut last = None;
    for report in store::list_sent(tx, granted, None, TOLD_REPORTS).await? {
        if now >= report.said.at.plus_days(TOLD_DAYS) {
            break;
        }
        let Some(state) = state_for_person(tx, granted, report.subject.0).await? else { continue };
        let unseen = state.seen_at.is_none();
        // The latest speaks, but for one that nobody has looked at yet.
        if last.is_none() || unseen {
            last = Some((report.id, request::local_date(report.said.at, zone), of_person(state, zone)));
        }
        if unseen {
            break;
        }
    }
    let (asked, open) = (asked(tx, granted, zone, now).await?, open(tx, granted, zone, now).await?);
    Ok(DiaryCard { asked, open, new: ReportId::new(), last })
}

/// What the instruments call their symptoms, each read once for a page.
#[derive(Default)]
pub struct NamesOf(BTreeMap<InstrumentId, Names>);

impl NamesOf {
    pub async fn get(&mut self, tx: &mut Tx, instrument: InstrumentId) -> Answer<&Names> {
        Ok(match self.0.entry(instrument) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let found = find_instrument(tx, instrument).await?.ok_or(ApiError::NotFound)?;
                place.insert(Names::of(&found))
            }
        })
    }
}

async fn report_line(
    tx: &mut Tx,
    granted: &Granted<View, Diary>,
    names: &mut NamesOf,
    report: Kept,
    zone: &str,
) -> Answer<ReportLine> {
    let symptoms = symptom_lines(names.get(tx, report.instrument).await?, &report.said);
    let state = state_for_person(tx, granted, report.subject.0).await?;
    Ok(ReportLine {
        id: report.id,
        at: request::local_date(report.said.at, zone),
        by_caregiver: report.said.by == Author::Caregiver,
        corrected: report.corrects.is_some(),
        flags: report.said.flags.iter().flatten().copied().collect(),
        symptoms,
        state: state.map(|state| of_person(state, zone)),
    })
}

/// The symptoms that there were, the worst first.
pub fn symptom_lines(names: &Names, said: &Report) -> Vec<SymptomLine> {
    let mut symptoms: Vec<(bool, u8, SymptomLine)> = said
        .parts
        .iter()
        .map(|(symptom, parts)| {
            let worst = parts.iter().filter(|(attribute, _)| **attribute != Attribute::Presence);
            let level = worst.map(|(_, level)| level.get()).max().unwrap_or_default();
            let said = names.level(request_words(), symptom, level);
            (names.scale(symptom).is_some(), level, SymptomLine { name: names.name(symptom), said })
        })
        .filter(|(_, level, _)| *level > 0)
        .collect();
    // What is no symptom, such as how much someone could do, stands behind those.
    symptoms.sort_by_key(|(own_scale, level, _)| (*own_scale, std::cmp::Reverse(*level)));
    symptoms.into_iter().map(|(.., line)| line).collect()
}

async fn entry_line(
    tx: &mut Tx,
    granted: &Granted<View, Diary>,
    names: &Names,
    entry: Noted,
    zone: &str,
) -> Answer<EntryLine> {
    let name = names.find(&entry.symptom).map(str::to_owned);
    let state = state_for_person(tx, granted, entry.id.0).await?;
    let mine = granted.account() == Some(entry.account);
    Ok(EntryLine {
        id: entry.id,
        at: request::local_date(entry.happened_at, zone),
        by_caregiver: entry.by == Author::Caregiver,
        name: name.unwrap_or_else(|| request_words().diary_note_other()),
        level: entry.level.map(|level| say::level(request_words(), level.get())),
        note: entry.note,
        withdrawable: mine
            && Said::from(granted.at()).seconds_since(entry.noted_at, entry.arrived_at) < WITHDRAWN_SECONDS,
        state: state.map(|state| of_person(state, zone)),
    })
}

fn of_person(state: PersonState, zone: &str) -> State {
    let at = |instant| request::local_date(instant, zone);
    State {
        sent: at(state.sent_at),
        promised: at(state.promised_at),
        late: state.late,
        seen: state.seen_at.map(at),
        decision: state.decision.zip(state.decided_at.map(at)),
    }
}

/// The page of a report.
pub async fn report(
    tx: &mut Tx,
    granted: &Granted<View, Diary>,
    backend: &Backend,
    id: ReportId,
) -> Answer<ReportPage> {
    let report = store::get_report(tx, granted, id).await?;
    page(tx, granted, backend, report).await
}

/// The page of a report that is begun without a network: its id is for the device to make.
pub async fn blank(tx: &mut Tx, granted: &Granted<View, Diary>, backend: &Backend) -> Answer<ReportPage> {
    let account = granted.account().ok_or(ApiError::NotFound)?;
    let report = store::blank(tx, account, store::NO_ID, &backend.site.instrument, granted.at()).await?;
    page(tx, granted, backend, report).await
}

async fn page(tx: &mut Tx, granted: &Granted<View, Diary>, backend: &Backend, report: Kept) -> Answer<ReportPage> {
    let zone = request::signed_in()?.zone;
    let (now, id) = (granted.at(), report.id);
    let instrument = find_instrument(tx, report.instrument).await?.ok_or(ApiError::NotFound)?;
    let before = store::find_previous(tx, granted, &report).await?;
    let own = granted.account() == Some(report.account);
    let sent = match report.sent_at {
        Some(at) => Some(sent(tx, granted, backend, &report, at, own, &zone).await?),
        None => None,
    };
    let typed = request::Draft::of_request().0;
    Ok(ReportPage {
        record: granted.record(),
        id,
        own,
        before: before
            .filter(|before| before.instrument == report.instrument && sent.is_none())
            .map(|before| Before { at: request::local_date(before.said.at, &zone).date(), answers: before.answers }),
        treatments: if own && report.is_open(now) { find_treatments(tx, granted, now).await? } else { Vec::new() },
        expired: !report.is_open(now),
        flags: report.said.flags.map(|flags| flags.into_iter().collect()),
        answers: report.answers,
        instrument: in_one_language(Instrument::clone(&instrument)),
        refused: refused::<SaveAnswers>().or_else(refused::<SaveFlags>),
        draft: typed,
        numbers: numbers(&backend.site, visit().language.code()),
        corrects: report.corrects,
        sent,
        kept: false,
    })
}

async fn sent(
    tx: &mut Tx,
    granted: &Granted<View, Diary>,
    backend: &Backend,
    report: &Kept,
    at: Instant,
    own: bool,
    zone: &str,
) -> Answer<Sent> {
    let state = state_for_person(tx, granted, report.subject.0).await?;
    let fitting = fitting(&backend.rules, &report.said);
    let call = fitting == Fitting::Call;
    let advice = match fitting {
        Fitting::Advice(advices) if own => said(request_words(), &advices),
        _ => Vec::new(),
    };
    Ok(Sent {
        at: request::local_date(at, zone),
        by_caregiver: report.said.by == Author::Caregiver,
        state: state.map(|state| of_person(state, zone)),
        call,
        advice,
        correction: (own && report.is_correctable(granted.at())).then(ReportId::new),
        corrected_by: report.corrected_by,
    })
}

/// The words of whoever asks, also when the browser asks for a page within the app.
fn request_words() -> Words {
    Words::new(visit().language)
}

/// The instrument with the texts of the reader's language only, as the page needs it.
fn in_one_language(mut instrument: Instrument) -> Instrument {
    fn keep(texts: &mut Texts, language: &str) {
        let kept = in_language(texts, language).map(|(tag, text)| (tag.to_owned(), text.to_owned()));
        *texts = kept.into_iter().collect();
    }
    fn within(items: &mut [Item], language: &str) {
        for item in items {
            keep(&mut item.text, language);
            keep(&mut item.help, language);
            if let Kind::Choice { choices, .. } = &mut item.kind {
                for choice in choices {
                    keep(&mut choice.text, language);
                }
            }
            within(&mut item.items, language);
        }
    }
    let language = visit().language.code();
    keep(&mut instrument.title, language);
    within(&mut instrument.items, language);
    instrument
}

/// The red flags of a form.
///
/// # Errors
/// `flags: Missing` when nothing was ticked nor "none of these" pressed, `NotAChoice` for no flag.
pub fn flags(codes: &[String], then: &str) -> Answer<BTreeSet<Flag>> {
    let wrong = |code| Err(ApiError::Invalid(vec![Field { name: "flags".into(), code }]));
    // A tick always counts, whatever button the form was sent with: Enter presses the first one.
    if then == NONE && codes.is_empty() {
        return Ok(BTreeSet::new());
    }
    let mut flags = BTreeSet::new();
    for code in codes {
        match Flag::ALL.into_iter().find(|flag| flag.code() == code) {
            Some(flag) => drop(flags.insert(flag)),
            None => return wrong(FieldCode::NotAChoice),
        }
    }
    if flags.is_empty() { wrong(FieldCode::Missing) } else { Ok(flags) }
}

/// Saves what a screen gave, and sends the report with the button for that; the address of what comes
/// next.
pub async fn answered(
    tx: &mut Tx,
    granted: &Granted<Write, Diary>,
    (backend, when): (&Backend, Said),
    id: ReportId,
    screen: &str,
    given: &Given,
) -> Answer<String> {
    let report = store::get_report(tx, granted, id).await?;
    let instrument = find_instrument(tx, report.instrument).await?.ok_or(ApiError::NotFound)?;
    let name = LinkId(screen.to_owned());
    let screens = flow::screens(&instrument, &report.answers);
    let screen = screens.iter().find(|screen| *screen.link_id == name).ok_or(ApiError::NotFound)?;
    let answers = given::read(screen, given)?;
    let saved = store::save_answers(tx, granted, id, answers, when).await?;
    if given.then == SEND {
        send(tx, granted, (backend, when), id).await?;
        return Ok(String::new());
    }
    let screens = flow::screens(&instrument, &saved.answers);
    let next = flow::next(&instrument, &saved.answers, Some(&name));
    let place = next.and_then(|next| screens.iter().position(|screen| screen.link_id == next.link_id));
    Ok(format!("?at={}", place.unwrap_or(screens.len()) + 1))
}

/// Sends a report, and passes on what the care team must learn of.
pub async fn send(
    tx: &mut Tx,
    granted: &Granted<Write, Diary>,
    (backend, when): (&Backend, Said),
    id: ReportId,
) -> Answer<()> {
    // What was sent before has been looked at.
    if let Some(sent) = store::send_report(tx, granted, id, when).await? {
        evaluate::evaluate(tx, granted.record(), &sent, how(backend), when.arrived).await?;
    }
    Ok(())
}

pub fn how(backend: &Backend) -> evaluate::How<'_> {
    evaluate::How { rules: &backend.rules, site: &backend.site }
}

/// The form of a note, with what was typed when it came back refused.
pub async fn note(tx: &mut Tx, record: RecordId, backend: &Backend) -> Answer<NotePage> {
    let words = request_words();
    let (_, instrument) = get_current(tx, &backend.site.instrument).await?;
    let now = request::local_date(backend.now(), &request::signed_in()?.zone);
    let mut symptoms: Vec<(String, String)> =
        Names::of(&instrument).iter().map(|(symptom, name)| (symptom.0.clone(), name.to_owned())).collect();
    symptoms.sort_by(|(_, one), (_, other)| one.cmp(other));
    symptoms.push((OTHER.to_owned(), words.diary_note_other()));
    let draft = request::Draft::of_request();
    let field = |name: &str| draft.field(&format!("typed[{name}]"));
    let or = |typed: String, or: String| if typed.is_empty() { or } else { typed };
    let time = now.time.map(|time| words.time(time.hour, time.minute)).unwrap_or_default();
    let typed = TypedNote {
        symptom: field("symptom"),
        level: field("level"),
        day: or(field("day"), now.date().to_string()),
        time: or(field("time"), time),
        words: field("words"),
    };
    let id = draft.field("id").parse().unwrap_or_else(|_| ReportId::new());
    Ok(NotePage { record, id, symptoms, typed, refused: refused::<Note>() })
}

/// What the form of a note gives.
///
/// # Errors
/// `symptom: NotAChoice`, `happened: NotADate`; the rest is refused when it is noted.
pub async fn entry(
    tx: &mut Tx,
    (backend, when): (&Backend, Said),
    id: ReportId,
    typed: &TypedNote,
) -> Answer<NewEntry> {
    let zone = request::signed_in()?.zone;
    let (_, instrument) = get_current(tx, &backend.site.instrument).await?;
    let names = Names::of(&instrument);
    let mut known = names.iter().map(|(symptom, _)| symptom.0.as_str()).chain([OTHER]);
    let symptom = known.find(|known| *known == typed.symptom).map(str::to_owned);
    let level = typed.level.parse().ok().and_then(|level: u8| Level::try_from(level).ok());
    let happened = match (typed.day.as_str(), typed.time.as_str()) {
        // A device that notes something at once sends no time.
        ("", "") if when.kept => Some(when.at),
        (day, time) => Instant::of_wall_clock(day, time, &zone),
    };
    let mut wrong = Vec::new();
    if symptom.is_none() {
        wrong.push(Field { name: "symptom".into(), code: FieldCode::NotAChoice });
    }
    if happened.is_none() {
        wrong.push(Field { name: "happened".into(), code: FieldCode::NotADate });
    }
    match (symptom, happened) {
        (Some(symptom), Some(happened_at)) => {
            Ok(NewEntry { id, symptom: Symptom(symptom), level, happened_at, note: plain(&typed.words) })
        }
        _ => Err(ApiError::Invalid(wrong)),
    }
}
