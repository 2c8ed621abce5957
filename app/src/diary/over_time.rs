//! Symptoms over time: a small drawing of each over the same time, with the days of treatment, a test
//! beside them by choice, and a table with the same. On paper it is the page for a visit.

use domain::{
    access::{self, Diary, Identity, Results},
    diary::{
        course::{list_asked_with, list_courses},
        entry::list_entries,
    },
    id::RecordId,
    record::store::get_whose,
    results::{analyte::Analyte, course::list_treatment_days, store::get_course, trend::Series},
    time::{Instant, PartialDate},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{
    course::{Line, Span, card},
    names::Names,
    say,
};
use crate::{
    error::Answer,
    request,
    results::{
        analyte,
        api::made as results_made,
        chart::chart,
        say as results_say,
        timeline::record_in_path,
        trend::{sentence, treated},
    },
    shell::{
        icon::Drawing,
        page::{Back, Empty, PageHead, loaded, model, on_paper},
    },
    visit::{visit, words},
    words::Words,
};

/// What is looked at.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct OverTime {
    record: RecordId,
    name: Option<String>,
    period: Period,
    with: Option<Analyte>,
    span: Span,
    lines: Vec<Line>,
    /// Symptoms that were asked for and never there.
    none: Vec<String>,
    beside: Option<Series>,
    notes: Vec<(PartialDate, String)>,
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
    let since = period.days().map_or(Instant(0), |days| now.plus_days(-days));
    let courses = list_courses(&mut tx, &diary, since).await?;
    let asked_with = list_asked_with(&mut tx, &diary, since).await?;
    let names = Names::of_all(&mut tx, &backend.site, &asked_with, visit().language).await?;
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
    let all = courses.iter().map(|course| Line::of(course, &names, &zone));
    let (mut lines, none): (Vec<Line>, Vec<Line>) = all.partition(Line::was_there);
    lines.sort_by_key(Line::is_own_scale);
    let none = none.into_iter().map(|line| line.name).collect();
    let span = Span { from, today, treatments };
    Ok(OverTime { record, name, period, with, span, lines, none, beside, notes })
}

/// Whole days, the last one among them.
fn days_between(from: PartialDate, to: PartialDate) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "days of a life are few")]
    {
        (to.position() - from.position()).max(0.0) as u32 + 1
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
    let span = words.diary_span(&results_say::date(words, page.span.from), &results_say::date(words, page.span.today));
    let who = on_paper(page.name.as_deref());
    let given = treated(words, &page.span.treatments).map(|given| view! { <p>{given}</p> });
    let none =
        (!page.none.is_empty()).then(|| view! { <p>{words.diary_never(&results_say::list(words, &page.none))}</p> });
    let charts = page.lines.iter().map(|line| card(words, &page.span, line)).collect_view();
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
        <h2 class="visually-hidden">{words.diary_how()}</h2>
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
                {chart(words, &name, series, &page.span.treatments, Some((page.span.from, page.span.today)), &|_| whole.clone())}
            }
            .into_any()
        }
        None => view! { <p>{words.results_counts_none_here()}</p> }.into_any(),
    };
    view! {
        <section class="card" aria-labelledby="test">
            <h3 id="test">{name}</h3>
            {drawn}
        </section>
    }
    .into_any()
}
