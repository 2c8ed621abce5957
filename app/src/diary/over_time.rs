//! Symptoms over time: a small drawing of each over the same time, with the days of treatment, a test
//! beside them by choice, and a table with the same. On paper it is the page for a visit.

use domain::{
    access::{self, Diary, Identity, Results},
    diary::{
        course::{Course, Point, list_courses},
        entry::list_entries,
        instrument_store::get_current,
        report::{Attribute, Author, Level},
    },
    id::RecordId,
    record::store::get_whose,
    results::{analyte::Analyte, change::TreatmentDay, course::list_treatment_days, store::get_course, trend::Series},
    time::{Instant, PartialDate},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{api::made, say};
use crate::{
    error::Answer,
    request,
    results::{
        analyte,
        api::made as results_made,
        chart::{chart, coordinate},
        say as results_say,
        timeline::record_in_path,
        trend::{sentence, treated},
    },
    shell::{
        icon::Drawing,
        page::{Back, Empty, PageHead, loaded, model},
    },
    visit::words,
    words::Words,
};

/// What is looked at.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct OverTime {
    record: RecordId,
    name: Option<String>,
    period: Period,
    with: Option<Analyte>,
    from: PartialDate,
    today: PartialDate,
    lines: Vec<Line>,
    /// Symptoms that were asked for and never there.
    none: Vec<String>,
    treatments: Vec<TreatmentDay>,
    beside: Option<Series>,
    notes: Vec<(PartialDate, String)>,
}

/// A symptom.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Line {
    code: String,
    name: String,
    dots: Vec<Dot>,
}

/// What was said of it once.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Dot {
    at: PartialDate,
    level: u8,
    parts: Vec<(Attribute, u8)>,
    by_caregiver: bool,
    between: bool,
}

/// How far back one looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Period {
    Months,
    Year,
    All,
}

impl Period {
    const ALL: [Self; 3] = [Self::Months, Self::Year, Self::All];

    const fn code(self) -> &'static str {
        match self {
            Self::Months => "3-months",
            Self::Year => "1-year",
            Self::All => "all",
        }
    }

    const fn days(self) -> Option<i64> {
        match self {
            Self::Months => Some(92),
            Self::Year => Some(366),
            Self::All => None,
        }
    }

    fn said(self, words: Words) -> String {
        match self {
            Self::Months => words.diary_period_months(),
            Self::Year => words.diary_period_year(),
            Self::All => words.diary_period_all(),
        }
    }
}

/// Notes that stand on the page.
const NOTES: i64 = 12;

async fn find_over_time(record: RecordId, period: Period, with: Option<Analyte>) -> Answer<OverTime> {
    let (backend, caller) = request::caller()?;
    let zone = request::signed_in()?.zone;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let diary = access::view::<Diary>(&mut tx, &caller, record, now).await?;
    let identity = access::view::<Identity>(&mut tx, &caller, record, now).await?;
    let results = access::view::<Results>(&mut tx, &caller, record, now).await?;
    let name = get_whose(&mut tx, &identity).await?.name;
    let (_, instrument) = get_current(&mut tx, &backend.site.instrument).await?;
    let names = made::symptoms(&instrument);
    let since = period.days().map_or(Instant(0), |days| now.plus_days(-days));
    let courses = list_courses(&mut tx, &diary, since).await?;
    let first = courses.iter().filter_map(|course| course.points.first()).map(|point| point.at).min();
    let day = |at| request::local_date(at, &zone).date();
    let (from, today) = (day(first.unwrap_or(now)), day(now));
    let treatments = list_treatment_days(&mut tx, &results, Some(from), today, &zone).await?;
    let beside = match with {
        Some(analyte) => {
            let course = get_course(&mut tx, &results, analyte.key()).await?;
            let page = results_made::trend(record, analyte.key().to_owned(), &course, None, None, &zone);
            page.series.into_iter().next().map(|series| series.until(Some(today), Some(days_between(from, today))))
        }
        None => None,
    };
    let notes = list_entries(&mut tx, &diary, None, NOTES).await?;
    let notes = notes.into_iter().filter(|note| note.happened_at >= since && !note.note.is_empty());
    let notes = notes.map(|note| (request::local_date(note.happened_at, &zone), note.note)).collect();
    let name_of = |course: &Course| names.get(&course.symptom).cloned().unwrap_or_else(|| course.symptom.0.clone());
    let was_there = |course: &&Course| course.points.iter().any(|point| point.worst() > Some(Level::NONE));
    let none = courses.iter().filter(|course| !was_there(course)).map(name_of).collect();
    let lines = courses.iter().filter(was_there).map(|course| Line {
        code: course.symptom.0.clone(),
        name: name_of(course),
        dots: course.points.iter().map(|point| dot(point, &zone)).collect(),
    });
    let lines = lines.collect();
    Ok(OverTime { record, name, period, with, from, today, lines, none, treatments, beside, notes })
}

/// Whole days, the last one among them.
fn days_between(from: PartialDate, to: PartialDate) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "days of a life are few")]
    {
        (to.position() - from.position()).max(0.0) as u32 + 1
    }
}

fn dot(point: &Point, zone: &str) -> Dot {
    Dot {
        at: request::local_date(point.at, zone),
        level: point.worst().map(Level::get).unwrap_or_default(),
        parts: point.parts.iter().map(|(attribute, level)| (*attribute, level.get())).collect(),
        by_caregiver: point.by == Author::Caregiver,
        between: point.between,
    }
}

/// The page.
#[component]
pub fn SymptomsOverTime() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || {
            let period = query.read().get("period");
            let period = Period::ALL.into_iter().find(|known| period.as_deref() == Some(known.code()));
            let with = query.read().get("with").and_then(|key| Analyte::from_key(&key));
            (params.read().get("record"), period.unwrap_or(Period::Months).code(), with)
        },
        |(record, period, with)| async move {
            let period = Period::ALL.into_iter().find(|known| period == known.code()).unwrap_or(Period::Months);
            find_over_time(record_in_path(record)?, period, with).await
        },
    );
    loaded(page, |page| over_time(&page))
}

fn over_time(page: &OverTime) -> AnyView {
    let words = words();
    let back = format!("/records/{}/diary", page.record);
    if page.lines.is_empty() && page.none.is_empty() && page.notes.is_empty() {
        return view! {
            <Back href=back to=words.diary_title()/>
            <PageHead title=words.diary_symptoms_over_time()/>
            {choices(words, page)}
            <Empty of=Drawing::Trend title=words.diary_empty() text=words.diary_over_time_empty()/>
        }
        .into_any();
    }
    let span = words.diary_span(&results_say::date(words, page.from), &results_say::date(words, page.today));
    let who = page.name.clone().map(|name| view! { <p class="only-print"><bdi>{name}</bdi></p> });
    let given = treated(words, &page.treatments).map(|given| view! { <p>{given}</p> });
    let none =
        (!page.none.is_empty()).then(|| view! { <p>{words.diary_never(&results_say::list(words, &page.none))}</p> });
    let charts = page.lines.iter().map(|line| one(words, page, line)).collect_view();
    let beside = page.with.map(|of| beside(words, page, of));
    let notes = (!page.notes.is_empty()).then(|| {
        let lines = page.notes.iter().map(|(at, note)| {
            view! {
                <div>
                    <dt>{say::moment(words, *at)}</dt>
                    <dd>
                        <bdi class="own-words">{note.clone()}</bdi>
                    </dd>
                </div>
            }
        });
        view! {
            <section class="section" aria-labelledby="notes">
                <h2 id="notes">{words.diary_notes()}</h2>
                <dl class="facts">{lines.collect_view()}</dl>
            </section>
        }
    });
    view! {
        <Back href=back to=words.diary_title()/>
        <PageHead title=words.diary_symptoms_over_time() lead=span/>
        {who}
        {choices(words, page)}
        {given}
        {none}
        <div class="small-charts">{beside} {charts}</div>
        {notes}
    }
    .into_any()
}

/// How far back, and which test beside.
fn choices(words: Words, page: &OverTime) -> AnyView {
    let href = |period: Period, with: Option<Analyte>| {
        let with = with.map(|with| format!("&with={}", with.key())).unwrap_or_default();
        format!("/records/{}/diary/over-time?period={}{with}", page.record, period.code())
    };
    let periods = Period::ALL.map(|period| {
        let current = (period == page.period).then_some("true");
        view! {
            <a class="chip" href=href(period, page.with) aria-current=current>
                {period.said(words)}
            </a>
        }
    });
    let tests = results_made::COUNTS.map(|of| {
        let current = page.with == Some(of);
        view! {
            <a class="chip" href=href(page.period, (!current).then_some(of)) aria-current=current.then_some("true")>
                {analyte::name(words, of)}
            </a>
        }
    });
    view! {
        <nav class="periods chips" aria-label=words.diary_period()>{periods}</nav>
        <nav class="periods" aria-labelledby="beside">
            <p class="small" id="beside">{words.diary_beside()}</p>
            <div class="chips">{tests}</div>
        </nav>
    }
    .into_any()
}

fn beside(words: Words, page: &OverTime, of: Analyte) -> AnyView {
    let name = analyte::name(words, of);
    let drawn = match page.beside.as_ref().filter(|series| !series.points.is_empty()) {
        Some(series) => {
            let whole = format!("/records/{}/results/over-time/{}", page.record, of.key());
            view! {
                <p class="small">{sentence(words, series)}</p>
                {chart(words, &name, series, &page.treatments, Some((page.from, page.today)), &|_| whole.clone())}
            }
            .into_any()
        }
        None => view! { <p>{words.results_counts_none_here()}</p> }.into_any(),
    };
    view! {
        <section class="card" aria-labelledby="test">
            <h2 id="test">{name}</h2>
            {drawn}
        </section>
    }
    .into_any()
}

fn one(words: Words, page: &OverTime, line: &Line) -> AnyView {
    let id = format!("symptom-{}", line.code);
    let Some(last) = line.dots.last() else { return ().into_any() };
    let levels = || line.dots.iter().map(|dot| dot.level);
    let (low, high) = (levels().min().unwrap_or_default(), levels().max().unwrap_or_default());
    let count = u32::try_from(line.dots.len()).unwrap_or(u32::MAX);
    let level = |n| say::level(words, n);
    let said = words.diary_course(count, &say::moment(words, last.at), &level(high), &level(last.level), &level(low));
    view! {
        <section class="card" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{line.name.clone()}</h2>
            <p class="small">{said}</p>
            {drawing(words, page, line)}
            {table(words, line)}
        </section>
    }
    .into_any()
}

const WIDTH: f64 = 360.0;
const LEFT: f64 = 92.0;
const RIGHT: f64 = 352.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 110.0;
/// Points keep this far from the sides.
const INSET: f64 = 10.0;

/// Where a level stands.
fn height(level: u8) -> f64 {
    BOTTOM - f64::from(level) / 4.0 * (BOTTOM - TOP)
}

/// Where a day stands; all symptoms of a page share the axis.
fn across(from: PartialDate, today: PartialDate, at: PartialDate) -> f64 {
    let (first, last) = (from.position(), today.position() + 1.0);
    let share = if last > first { (at.position() - first) / (last - first) } else { 0.5 };
    (LEFT + INSET + share * (RIGHT - LEFT - 2.0 * INSET)).clamp(LEFT, RIGHT)
}

/// The drawing; the table below it says the same. What others said is drawn apart, hollow.
fn drawing(words: Words, page: &OverTime, line: &Line) -> AnyView {
    let x = |at| coordinate(across(page.from, page.today, at));
    let dir = words.language().dir();
    let grid = (0..=4_u8).map(|level| {
        let y = height(level);
        view! {
            <path class="chart-grid" d=format!("M{LEFT} {}H{RIGHT}", coordinate(y))/>
            <text class="axis-word" x=coordinate(LEFT - 6.0) y=coordinate(y + 4.0) direction=dir>
                {say::level(words, level)}
            </text>
        }
    });
    let mark = |day: &TreatmentDay| format!("M{} {TOP}V{BOTTOM}", coordinate(across(page.from, page.today, day.day)));
    let given = page.treatments.iter().map(mark).collect::<Vec<_>>().concat();
    let of = |by_caregiver: bool| {
        let dots: Vec<&Dot> = line.dots.iter().filter(|dot| dot.by_caregiver == by_caregiver).collect();
        let corners: Vec<String> =
            dots.iter().map(|dot| format!("{} {}", x(dot.at), coordinate(height(dot.level)))).collect();
        let course =
            (corners.len() > 1).then(|| view! { <path class="chart-line" d=format!("M{}", corners.join("L"))/> });
        let class = if by_caregiver { "course-dot course-dot-other" } else { "course-dot" };
        let marks = dots.into_iter().map(|dot| {
            view! { <circle class=class cx=x(dot.at) cy=coordinate(height(dot.level)) r="4"/> }
        });
        view! {
            {course}
            {marks.collect_view()}
        }
    };
    let ends = [page.from, page.today].map(|at| {
        let (above, below) = results_say::tick(words, at);
        view! {
            <text class="axis-day" x=x(at) y="128" direction=dir>{above}</text>
            <text class="axis-day" x=x(at) y="142" direction=dir>{below}</text>
        }
    });
    view! {
        <figure class="chart course">
            <svg viewBox=format!("0 0 {WIDTH} 148") aria-hidden="true" focusable="false">
                {grid.collect_view()}
                {(!given.is_empty()).then(|| view! { <path class="chart-treatment" d=given/> })}
                {of(false)}
                {of(true)}
                {ends}
            </svg>
        </figure>
    }
    .into_any()
}

fn table(words: Words, line: &Line) -> AnyView {
    let columns: Vec<Attribute> =
        [Attribute::Frequency, Attribute::Severity, Attribute::Interference, Attribute::Amount]
            .into_iter()
            .filter(|column| line.dots.iter().any(|dot| dot.parts.iter().any(|(attribute, _)| attribute == column)))
            .collect();
    let head = columns.iter().map(|column| view! { <th scope="col">{say::attribute(words, *column)}</th> });
    let rows = line.dots.iter().rev().map(|dot| {
        let cells = columns.iter().map(|column| {
            let level = dot.parts.iter().find(|(attribute, _)| attribute == column).map(|(_, level)| *level);
            view! { <td>{level.map(|level| say::part(words, *column, level))}</td> }
        });
        let marks = match (dot.by_caregiver, dot.between) {
            (true, _) => Some(words.diary_by_caregiver()),
            (false, true) => Some(words.diary_between()),
            _ => None,
        };
        view! {
            <tr>
                <th scope="row">
                    {say::moment(words, dot.at)} {marks.map(|mark| view! { " " <span class="badge">{mark}</span> })}
                </th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        <details class="fold no-print">
            <summary>{words.diary_table(&line.name)}</summary>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{words.diary_note_day()}</th>
                        {head.collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}
