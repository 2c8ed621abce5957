//! What was taken in a month: a calendar, a sentence that says it, and tables with the same numbers. On paper
//! it is the page for a visit.

use std::collections::BTreeMap;

use domain::{
    access::{self, Identity, Medicines, Reader},
    id::{MedicineId, RecordId},
    medicines::{
        entry::Reason,
        entry_store::list_entries,
        history::{Course, History, Month, OfMedicine, OnDay, Tally, history},
        life_store::{find_zone, get_life},
        plan_store::list_plans,
        store::list_medicines,
    },
    record::store::get_whose,
    time::{Day, Instant, Weekday},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{api::typed_entry::of_day, say};
use crate::{
    error::Answer,
    request,
    results::{say as values, timeline::record_in_path},
    shell::{
        icon::{Drawing, Icon},
        page::{Back, Empty, PageHead, loaded, model, on_paper},
    },
    visit::words,
    words::Words,
};

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct HistoryPage {
    record: RecordId,
    /// Whether the reader may say what happened.
    own: bool,
    name: Option<String>,
    history: History,
    names: BTreeMap<MedicineId, String>,
    today: Day,
    /// The month in which the first medicine was put on the list.
    begins: Month,
}

async fn find_history(record: RecordId, month: Option<Month>) -> Answer<HistoryPage> {
    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Medicines>(&mut tx, &caller, record, now).await?;
    let identity = access::view::<Identity>(&mut tx, &caller, record, now).await?;
    let name = get_whose(&mut tx, &identity).await?.name;
    let zone = find_zone(&mut tx, &granted).await?.unwrap_or_else(|| backend.site.zone.clone());
    let life = get_life(&mut tx, &granted).await?;
    let today = Day::of(now, &zone)?;
    let month = month.unwrap_or_else(|| Month::of(today)).min(Month::of(today));
    let midnight = |day: Day| Instant::of_wall_clock(&String::from(day), "00:00", &zone).unwrap_or(now);
    // What was due late on the last day may have been taken on the next.
    let window = (midnight(month.first()).plus_days(-2), midnight(month.after().first()).plus_days(2));
    let mut entries = BTreeMap::<MedicineId, Vec<_>>::new();
    for entry in list_entries(&mut tx, &granted, window).await? {
        entries.entry(entry.medicine).or_default().push(entry);
    }
    let medicines = list_medicines(&mut tx, &granted).await?;
    let first = medicines.iter().map(|medicine| medicine.created_at).min().unwrap_or(now);
    let mut courses = Vec::new();
    for medicine in &medicines {
        let plans = list_plans(&mut tx, &granted, medicine.id).await?;
        let entries = entries.remove(&medicine.id).unwrap_or_default();
        courses.push(Course::new(medicine, plans, entries));
    }
    Ok(HistoryPage {
        record,
        own: granted.reader() == Reader::Person,
        name,
        history: history(&courses, &life, month, now),
        names: medicines.into_iter().map(|medicine| (medicine.id, medicine.name)).collect(),
        today,
        begins: Month::of(Day::of(first, &zone)?),
    })
}

/// The page.
#[component]
pub fn MedicineHistory() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || (params.read().get("record"), query.read().get("month")),
        |(record, month)| async move {
            let month = month.and_then(|month| Month::try_from(month).ok());
            find_history(record_in_path(record)?, month).await
        },
    );
    loaded(page, |page| shown(&page))
}

fn shown(page: &HistoryPage) -> AnyView {
    let words = words();
    let month = page.history.month;
    let title = month_name(words, month);
    let who = on_paper(page.name.as_deref());
    let inside = if page.history.medicines.is_empty() {
        view! {
            <Empty
                of=Drawing::Medicines
                title=words.medicines_history_none()
                text=words.medicines_history_none_text()
            />
        }
        .into_any()
    } else {
        view! {
            <p>{sentence(words, &page.history.tally())}</p>
            <p class="small">{words.medicines_history_about()}</p>
            {calendar(words, page)}
            {table(words, page)}
            {reasons(words, page)}
            {days(words, page)}
        }
        .into_any()
    };
    view! {
        <Back href=format!("/records/{}/medicines", page.record) to=words.medicines_supply_back()/>
        <PageHead
            title=words.medicines_history_title()
            window=words.medicines_history_window(&title)
            lead=title.clone()
        />
        {who}
        {months(words, page)}
        {inside}
    }
    .into_any()
}

fn month_name(words: Words, month: Month) -> String {
    let first = say::partial(month.first());
    words.month(first.year, first.month.unwrap_or(1))
}

/// The month before and the one behind.
fn months(words: Words, page: &HistoryPage) -> AnyView {
    let month = page.history.month;
    let link = |month: Month| {
        let href = format!("/records/{}/medicines/history?month={}", page.record, String::from(month));
        view! {
            <a class="button button-quiet" href=href>
                {month_name(words, month)}
            </a>
        }
    };
    view! {
        <nav class="pager" aria-label=words.medicines_history_months()>
            {(month > page.begins).then(|| link(month.before()))}
            {(month < Month::of(page.today)).then(|| link(month.after()))}
        </nav>
    }
    .into_any()
}

fn count(words: Words, count: u32) -> String {
    words.integer(i64::from(count))
}

/// What the numbers say.
fn sentence(words: Words, tally: &Tally) -> String {
    let n = |of| count(words, of);
    match tally.share() {
        None if tally.open > 0 => words.medicines_history_open_yet(),
        None => words.medicines_history_as_needed(&n(tally.beside)),
        Some(share) => {
            let planned = words.medicines_history_taken(&n(tally.planned()), &n(share), &n(tally.taken));
            let others = words.medicines_history_others(&n(tally.missed), &n(tally.skipped), &n(tally.unknown));
            format!("{planned} {others}")
        }
    }
}

/// How a day went, all medicines together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Went {
    All,
    Part,
    Nothing,
    Unknown,
    Open,
    Rest,
    Paused,
    Beside,
}

impl Went {
    fn of(day: &OnDay) -> Self {
        let Tally { taken, unknown, open, beside, .. } = day.tally;
        match day.tally.planned() {
            0 if open > 0 => Self::Open,
            0 if day.paused => Self::Paused,
            0 if beside > 0 => Self::Beside,
            0 => Self::Rest,
            planned if taken == planned => Self::All,
            _ if taken > 0 => Self::Part,
            // What was left out so far is no verdict on a day that goes on.
            _ if open > 0 => Self::Open,
            planned if unknown == planned => Self::Unknown,
            _ => Self::Nothing,
        }
    }

    const EVERY: [Self; 8] =
        [Self::All, Self::Part, Self::Nothing, Self::Unknown, Self::Open, Self::Rest, Self::Paused, Self::Beside];

    const fn drawing(self) -> Drawing {
        match self {
            Self::All => Drawing::Check,
            Self::Part => Drawing::Diamond,
            Self::Nothing => Drawing::Attention,
            Self::Unknown => Drawing::Question,
            Self::Open => Drawing::Waiting,
            Self::Rest => Drawing::Same,
            Self::Paused => Drawing::Info,
            Self::Beside => Drawing::Medicine,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::All => "month-day month-all",
            Self::Part => "month-day month-part",
            Self::Nothing | Self::Unknown => "month-day month-none",
            Self::Open | Self::Rest | Self::Paused | Self::Beside => "month-day",
        }
    }

    fn said(self, words: Words) -> String {
        match self {
            Self::All => words.medicines_history_day_all(),
            Self::Part => words.medicines_history_day_part(),
            Self::Nothing => words.medicines_history_day_nothing(),
            Self::Unknown => words.medicines_history_day_unknown(),
            Self::Open => words.medicines_history_day_open(),
            Self::Rest => words.medicines_history_day_rest(),
            Self::Paused => words.medicines_history_day_paused(),
            Self::Beside => words.medicines_history_day_beside(),
        }
    }
}

fn calendar(words: Words, page: &HistoryPage) -> AnyView {
    let head = Weekday::ALL.map(|day| {
        view! {
            <th scope="col">
                <abbr title=say::weekday(words, day)>{short(words, day)}</abbr>
            </th>
        }
    });
    let mut weeks: Vec<Vec<Option<Day>>> = Vec::new();
    for day in page.history.month.days() {
        let place = Weekday::of(day) as usize;
        if weeks.is_empty() || place == 0 {
            weeks.push(vec![None; 7]);
        }
        if let Some(slot) = weeks.last_mut().and_then(|week| week.get_mut(place)) {
            *slot = Some(day);
        }
    }
    let rows = weeks.into_iter().map(|week| {
        let cells = week
            .into_iter()
            .map(|day| day.map_or_else(|| view! { <td></td> }.into_any(), |day| cell(words, page, day)));
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    let used: Vec<Went> =
        page.history.month.days().filter_map(|day| page.history.on(day)).map(|day| Went::of(&day)).collect();
    let legend = Went::EVERY.into_iter().filter(|went| used.contains(went)).map(|went| {
        view! {
            <li>
                <Icon of=went.drawing()/>
                {went.said(words)}
            </li>
        }
    });
    view! {
        <section class="section" aria-labelledby="calendar">
            <h2 id="calendar">{words.medicines_history_calendar()}</h2>
            <table class="month">
                <caption class="visually-hidden">{words.medicines_history_caption()}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <ul class="month-legend" role="list" aria-hidden="true">{legend.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn cell(words: Words, page: &HistoryPage, day: Day) -> AnyView {
    let number = words.integer(i64::from(say::partial(day).day.unwrap_or(1)));
    let today = (day == page.today).then_some("date");
    let Some(on) = page.history.on(day) else {
        return view! {
            <td aria-current=today>
                <span class="month-number">{number}</span>
            </td>
        }
        .into_any();
    };
    let went = Went::of(&on);
    let planned = on.tally.planned();
    let part = (planned > 0).then(|| words.medicines_history_of(&count(words, planned), &count(words, on.tally.taken)));
    view! {
        <td class=went.class() aria-current=today>
            <span class="month-number">{number}</span>
            <Icon of=went.drawing()/>
            <span class="visually-hidden">{went.said(words)}</span>
            {part.map(|part| view! { <span class="month-part-of">{part}</span> })}
        </td>
    }
    .into_any()
}

fn short(words: Words, day: Weekday) -> String {
    match day {
        Weekday::Monday => words.medicines_history_mon(),
        Weekday::Tuesday => words.medicines_history_tue(),
        Weekday::Wednesday => words.medicines_history_wed(),
        Weekday::Thursday => words.medicines_history_thu(),
        Weekday::Friday => words.medicines_history_fri(),
        Weekday::Saturday => words.medicines_history_sat(),
        Weekday::Sunday => words.medicines_history_sun(),
    }
}

fn number_cells(words: Words, tally: &Tally) -> AnyView {
    [tally.taken, tally.skipped, tally.missed, tally.unknown]
        .map(|of| view! { <td>{count(words, of)}</td> })
        .collect_view()
        .into_any()
}

/// Each medicine, with the sums of the calendar.
fn table(words: Words, page: &HistoryPage) -> AnyView {
    let share = |tally: &Tally| tally.share().map(|share| words.medicines_history_share(&count(words, share)));
    let row = |name: AnyView, of: &Tally, more: String| {
        view! {
            <tr>
                <th scope="row">
                    {name}
                    {(!more.is_empty()).then(|| view! { <p class="small">{more}</p> })}
                </th>
                {number_cells(words, of)}
                <td>{share(of)}</td>
            </tr>
        }
    };
    let rows = page.history.medicines.iter().map(|(id, of)| {
        let name = page.names.get(id).cloned().unwrap_or_default();
        let href = format!("/records/{}/medicines/{id}/supply", page.record);
        let name = view! {
            <a href=href>
                <bdi translate="no">{name}</bdi>
            </a>
        };
        row(name.into_any(), &of.tally, beside(words, of))
    });
    let whole = (page.history.medicines.len() > 1)
        .then(|| row(words.medicines_history_whole().into_any(), &page.history.tally(), String::new()));
    view! {
        <section class="section">
            <h2 id="each">{words.medicines_history_each()}</h2>
            <div class="table-wide" role="region" aria-labelledby="each" tabindex="0">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{words.medicines_history_medicine()}</th>
                            {heads(words)}
                            <th scope="col">{words.medicines_history_share_head()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()} {whole}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn heads(words: Words) -> AnyView {
    [
        words.medicines_history_head_taken(),
        words.medicines_history_head_skipped(),
        words.medicines_history_head_missed(),
        words.medicines_history_head_unknown(),
    ]
    .map(|head| view! { <th scope="col">{head}</th> })
    .collect_view()
    .into_any()
}

/// What is in no share.
fn beside(words: Words, of: &OfMedicine) -> String {
    let mut parts = Vec::new();
    if of.tally.beside > 0 {
        parts.push(words.medicines_history_beside(of.tally.beside));
    }
    if of.rest_days > 0 {
        parts.push(words.medicines_history_rest_days(of.rest_days));
    }
    if of.paused_days > 0 {
        parts.push(words.medicines_history_paused_days(of.paused_days));
    }
    values::list(words, &parts)
}

fn reasons(words: Words, page: &HistoryPage) -> Option<AnyView> {
    let mut all = BTreeMap::<Reason, u32>::new();
    for (reason, times) in page.history.medicines.values().flat_map(|of| &of.reasons) {
        *all.entry(*reason).or_default() += times;
    }
    if all.is_empty() {
        return None;
    }
    let lines = all.into_iter().map(|(reason, times)| {
        view! {
            <div>
                <dt>{say::reason(words, reason)}</dt>
                <dd>{words.medicines_history_times(times)}</dd>
            </div>
        }
    });
    let view = view! {
        <section class="section" aria-labelledby="reasons">
            <h2 id="reasons">{words.medicines_history_reasons()}</h2>
            <dl class="facts">{lines.collect_view()}</dl>
        </section>
    };
    Some(view.into_any())
}

/// The days of the calendar as rows, with the same numbers.
fn days(words: Words, page: &HistoryPage) -> AnyView {
    let rows = page.history.month.days().filter_map(|day| Some((day, page.history.on(day)?))).map(|(day, on)| {
        let date = values::date(words, say::partial(day));
        let answer = (page.own && on.tally.unknown > 0).then(|| {
            view! {
                <a class="action" href=of_day(page.record, day)>
                    {words.medicines_history_answer()} <span class="visually-hidden">" " {date.clone()}</span>
                </a>
            }
        });
        view! {
            <tr>
                <th scope="row">
                    {date.clone()} <p class="small">{Went::of(&on).said(words)}</p> {answer}
                </th>
                {number_cells(words, &on.tally)}
            </tr>
        }
    });
    view! {
        <details class="fold no-print">
            <summary>{words.medicines_history_days()}</summary>
            <div class="table-wide" role="region" aria-label=words.medicines_history_days() tabindex="0">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{words.medicines_history_day()}</th>
                            {heads(words)}
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(taken: u32, missed: u32, unknown: u32, open: u32) -> Went {
        let tally = Tally { taken, missed, unknown, open, ..Tally::default() };
        Went::of(&OnDay { tally, rest: false, paused: false })
    }

    #[test]
    fn of_a_day_that_goes_on_it_is_not_said_that_nothing_was_taken() {
        assert_eq!(day(0, 1, 0, 1), Went::Open);
        assert_eq!(day(0, 0, 1, 1), Went::Open);
        assert_eq!(day(1, 1, 0, 1), Went::Part);
        assert_eq!(day(0, 1, 0, 0), Went::Nothing);
        assert_eq!(day(0, 0, 2, 0), Went::Unknown);
    }
}
