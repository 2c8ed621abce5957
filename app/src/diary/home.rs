//! The first page of the diary: what is asked now, and what was said before.

use domain::id::{RecordId, ReportId};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{
    api::get_diary,
    laid,
    model::{Asked, DiaryCard, DiaryPage, EntryLine, OpenReport, Past, ReportLine},
    say, state,
};
use crate::{
    devices::{
        state::{Device, Sending, Write, here, moment},
        strip::UNSENT,
    },
    results::{say as results_say, timeline::record_in_path},
    shell::{
        icon::{Drawing, Icon},
        page::{Empty, PageHead, loaded, model, notice},
    },
    visit::words,
    words::Words,
};

/// The page.
#[component]
pub fn Diary() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || (params.read().get("record"), query.read().get("before").unwrap_or_default()),
        |(record, before)| async move { get_diary(record_in_path(record)?, before).await },
    );
    let noted = move || query.read_untracked().get("noted").is_some();
    let here = here();
    loaded(page, move |page| {
        view! { {move || here.device.with(|device| home(page.clone(), noted(), device, here.since))} }.into_any()
    })
}

fn home(mut page: DiaryPage, noted: bool, device: &Device, since: i64) -> AnyView {
    let words = words();
    let kept = laid::next(&mut page.open, &mut page.new, device, since);
    let page = &page;
    let record = page.record;
    let past = if page.past.is_empty() {
        view! { <Empty of=Drawing::Diary title=words.diary_empty() text=words.diary_empty_text()/> }.into_any()
    } else {
        let lines = page
            .past
            .iter()
            .map(|past| match past {
                Past::Report(line) => report_line(words, record, line),
                Past::Entry(line) => entry_line(words, record, line),
            })
            .collect_view();
        view! { <ul class="entries" role="list">{lines}</ul> }.into_any()
    };
    let older = page.older.as_ref().map(|before| {
        view! {
            <nav class="pager" aria-label=words.diary_pager()>
                <a class="button button-quiet" href=format!("/records/{record}/diary?before={before}")>
                    {words.diary_older()}
                </a>
            </nav>
        }
    });
    view! {
        <PageHead title=words.diary_title() lead=words.diary_lead()/>
        {noted.then(|| notice(Drawing::Check, words.diary_note_saved(), None))}
        {kept.map(|report| waits(words, record, report))}
        {notes(words, device, since)}
        {(!page.further).then(|| asked(words, page))}
        <section class="section" aria-labelledby="past">
            <div class="section-head">
                <h2 id="past">{if page.own { words.diary_past_own() } else { words.diary_past() }}</h2>
                <a class="action" href=format!("/records/{record}/diary/over-time") rel="external">
                    <Icon of=Drawing::Trend/>
                    {words.diary_over_time()}
                </a>
            </div>
            {past}
            {older}
        </section>
    }
    .into_any()
}

/// A report that was finished on this device and waits to be sent.
fn waits(words: Words, record: RecordId, report: ReportId) -> AnyView {
    let more = view! { <a href=format!("/records/{record}/diary/reports/{report}")>{words.devices_show()}</a> };
    notice(Drawing::Waiting, words.devices_report_waits(), Some(more.into_any()))
}

/// Notes that wait on this device to be sent.
fn notes(words: Words, device: &Device, since: i64) -> Option<AnyView> {
    let waits = |write: &&Write| write.state == Sending::Waiting;
    let lines: Vec<AnyView> = device
        .unsaid("diary/note", since)
        .filter(waits)
        .map(|write| {
            let at = say::moment(words, moment(write.made));
            view! {
                <p>{words.devices_diary_note()}</p>
                <p><bdi class="own-words">{write.field("typed[words]").to_owned()}</bdi></p>
                <p class="small">{words.devices_waiting(&at)}</p>
            }
            .into_any()
        })
        .collect();
    let more = view! { <a href=UNSENT>{words.devices_show()}</a> };
    (!lines.is_empty()).then(|| {
        view! { <div class="notice"><Icon of=Drawing::Waiting/><div>{lines} <p>{more}</p></div></div> }.into_any()
    })
}

/// What is asked now, with the way to begin.
fn asked(words: Words, page: &DiaryPage) -> AnyView {
    let record = page.record;
    let day = |day| results_say::weekday_date(words, day);
    let text = match page.asked {
        Asked::Due(_) => words.diary_due(),
        Asked::Overdue(since) => words.diary_overdue(&day(since)),
        Asked::Next(on) => words.diary_next(&day(on)),
        Asked::Off => words.diary_off(),
    };
    if !page.own {
        return view! {
            <p class="small">{text}</p>
            <p>
                <a class="action" href=format!("/records/{record}/diary/plan") rel="external">
                    <Icon of=Drawing::Plan/>
                    {words.diary_plan()}
                </a>
            </p>
        }
        .into_any();
    }
    view! {
        <div class="card">
            <p>{text}</p>
            {begin(words, record, page.asked, page.open, &page.new.to_string())}
            <p>
                <a class="action" href=format!("/records/{record}/diary/note")>
                    <Icon of=Drawing::Note/>
                    {words.diary_note()}
                </a>
            </p>
        </div>
    }
    .into_any()
}

/// What Today shows of the diary: what is asked now, and what came of the latest report.
pub fn card(words: Words, record: RecordId, mut card: DiaryCard, device: &Device, since: i64) -> AnyView {
    let kept = laid::next(&mut card.open, &mut card.new, device, since).map(|report| waits(words, record, report));
    let last = card.last.as_ref().map(|(id, at, of)| {
        view! {
            <div class="card">
                <p>
                    <a href=format!("/records/{record}/diary/reports/{id}")>
                        {words.diary_check_of(&say::moment(words, *at))}
                    </a>
                </p>
                {state::state(words, of)}
            </div>
        }
    });
    let text = match card.asked {
        Asked::Due(_) => Some(words.diary_due()),
        Asked::Overdue(since) => Some(words.diary_overdue(&results_say::weekday_date(words, since))),
        // What is not asked for does not stand in the way of what is new.
        Asked::Next(_) | Asked::Off => None,
    };
    let due = (text.is_some() || card.open.is_some()).then(|| {
        view! {
            <div class="card">
                {text.map(|text| view! { <p>{text}</p> })}
                {begin(words, record, card.asked, card.open, &card.new.to_string())}
            </div>
        }
    });
    if due.is_none() && last.is_none() && kept.is_none() {
        return ().into_any();
    }
    view! {
        <section class="section" aria-labelledby="how">
            <h2 id="how">{words.diary_how()}</h2>
            {kept}
            <div class="cards">{due} {last}</div>
        </section>
    }
    .into_any()
}

/// The button that begins a report, or goes on with one.
pub fn begin(words: Words, record: RecordId, asked: Asked, open: Option<OpenReport>, new: &str) -> AnyView {
    if let Some(open) = open {
        return view! {
            <p class="small">{words.diary_resume_since(&say::moment(words, open.since))}</p>
            <p>
                <a class="button" href=format!("/records/{record}/diary/reports/{}", open.id)>{words.diary_resume()}</a>
            </p>
        }
        .into_any();
    }
    let quiet = !matches!(asked, Asked::Due(_) | Asked::Overdue(_));
    view! {
        <form method="post" action="/api/diary/start">
            <input type="hidden" name="record" value=record.to_string()/>
            <input type="hidden" name="id" value=new.to_owned()/>
            <button class=if quiet { "button button-quiet" } else { "button" }>{words.diary_start()}</button>
        </form>
        <p class="small">{words.diary_takes()}</p>
    }
    .into_any()
}

fn report_line(words: Words, record: RecordId, line: &ReportLine) -> AnyView {
    let said = say::report(words, &line.flags, &line.symptoms);
    view! {
        <li class="entry">
            <span class="entry-icon">
                <Icon of=if line.flags.is_empty() { Drawing::Diary } else { Drawing::Attention }/>
            </span>
            <div>
                <h3 class="entry-line">
                    <a class="entry-title" href=format!("/records/{record}/diary/reports/{}", line.id)>
                        {words.diary_check_of(&say::moment(words, line.at))}
                    </a>
                </h3>
                <p class="entry-summary">
                    {line.by_caregiver.then(|| view! { <span class="badge">{words.diary_by_caregiver()}</span> " " })}
                    {line.corrected.then(|| view! { <span class="badge">{words.diary_corrected()}</span> " " })}
                    {said}
                </p>
                {line.state.as_ref().map(|at| state::state(words, at))}
            </div>
            <Icon of=Drawing::ChevronEnd/>
        </li>
    }
    .into_any()
}

fn entry_line(words: Words, record: RecordId, line: &EntryLine) -> AnyView {
    let title = match &line.level {
        Some(level) => words.diary_symptom_level(level, &line.name),
        None => line.name.clone(),
    };
    let note = (!line.note.is_empty()).then(|| {
        view! {
            <p class="entry-summary">
                <bdi class="own-words">{line.note.clone()}</bdi>
            </p>
        }
    });
    let withdraw = line.withdrawable.then(|| {
        view! {
            <form method="post" action="/api/diary/withdraw">
                <input type="hidden" name="record" value=record.to_string()/>
                <input type="hidden" name="id" value=line.id.to_string()/>
                <button class="button button-quiet button-small">{words.diary_withdraw()}</button>
            </form>
        }
    });
    view! {
        <li class="entry">
            <span class="entry-icon">
                <Icon of=Drawing::Note/>
            </span>
            <div>
                <h3 class="entry-line">{title}</h3>
                <p class="entry-summary">
                    {line.by_caregiver.then(|| view! { <span class="badge">{words.diary_by_caregiver()}</span> " " })}
                    {words.diary_noted(&say::moment(words, line.at))}
                </p>
                {note}
                {line.state.as_ref().map(|at| state::state(words, at))}
                {withdraw}
            </div>
        </li>
    }
    .into_any()
}
