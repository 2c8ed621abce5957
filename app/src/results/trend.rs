//! One test over time: a chart for each unit, a sentence that says what it shows, and the table
//! with the same values.

use domain::results::{
    Kind,
    trend::{Point, Series},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{
    analyte,
    api::get_trend,
    chart::{chart, point_value, row_id},
    model::{Asked, Period, TrendPage, escaped},
    say,
    timeline::record_in_path,
};
use crate::{
    shell::page::{Back, PageHead, loaded, model},
    visit::words,
    words::Words,
};

/// Rows of a table before one asks for all.
const ROWS: usize = 50;

/// The page of one test over time.
#[component]
pub fn Trend() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || {
            let (params, query) = (params.read(), query.read());
            let period = query.get("period").and_then(|code| Period::from_code(&code));
            let all_rows = query.get("rows").is_some_and(|rows| rows == "all");
            (params.get("record"), params.get("series").unwrap_or_default(), period, all_rows)
        },
        |(record, series, period, all_rows)| async move {
            get_trend(record_in_path(record)?, series, period, all_rows).await
        },
    );
    loaded(page, |page| trend(&page))
}

fn trend(page: &TrendPage) -> AnyView {
    let words = words();
    let name = say::name(words, page.analyte, &page.title, Kind::Laboratory);
    let title = words.results_over_time(&name);
    let charts = page.series.iter().enumerate().map(|(at, series)| one_unit(words, page, &name, at, series));
    let nothing = page.series.is_empty().then(|| view! { <p>{words.results_trend_none()}</p> });
    let left_out = (page.left_out > 0).then(|| view! { <p class="small">{words.results_left_out(page.left_out)}</p> });
    let cut = page.cut_at.map(|most| view! { <p class="small">{words.results_latest_only(most)}</p> });
    let about = page.analyte.map(|analyte| {
        view! {
            <section class="section prose" aria-labelledby="about">
                <h2 id="about">{words.results_about()}</h2>
                <p>{analyte::about(words, analyte)}</p>
            </section>
        }
    });
    view! {
        <Back href=Asked::default().href(page.record) to=words.results_back()/>
        <PageHead title=title/>
        {periods(words, page)}
        {nothing}
        {charts.collect_view()}
        {left_out}
        {cut}
        {about}
    }
    .into_any()
}

/// The address of this page with another period or with all rows.
fn href(page: &TrendPage, period: Period, all_rows: bool) -> String {
    let rows = if all_rows { "&rows=all" } else { "" };
    format!("/records/{}/results/over-time/{}?period={}{rows}", page.record, escaped(&page.key), period.code())
}

fn periods(words: Words, page: &TrendPage) -> AnyView {
    let chips = Period::ALL.map(|period| {
        let current = (period == page.period).then_some("true");
        view! {
            <a class="chip" href=href(page, period, false) aria-current=current>{period_name(words, period)}</a>
        }
    });
    view! {
        <nav class="periods" aria-label=words.results_period_shown()>
            {chips.into_iter().collect_view()}
        </nav>
    }
    .into_any()
}

fn period_name(words: Words, period: Period) -> String {
    match period {
        Period::Months3 => words.results_3_months(),
        Period::Year1 => words.results_1_year(),
        Period::Years5 => words.results_5_years(),
        Period::Everything => words.results_everything(),
    }
}

/// The rows of a table, newest first.
fn rows(series: &Series, all: bool) -> impl Iterator<Item = &Point> {
    series.points.iter().rev().take(if all { usize::MAX } else { ROWS })
}

fn one_unit(words: Words, page: &TrendPage, name: &str, at: usize, series: &Series) -> AnyView {
    let hidden = if page.all_rows { 0 } else { series.points.len().saturating_sub(ROWS) };
    let link = |point: &Point| {
        let row = row_id(point);
        let is_shown = rows(series, page.all_rows).any(|shown| shown.item == point.item);
        if is_shown { format!("#{row}") } else { format!("{}#{row}", href(page, page.period, true)) }
    };
    let unit = say::unit(&series.unit).into_owned();
    let unit = if unit.is_empty() {
        view! { <p class="small">{words.results_unit_none()}</p> }.into_any()
    } else {
        view! {
            <p class="small">
                {words.results_unit()} " " <bdi dir="ltr" translate="no">{unit}</bdi>
            </p>
        }
        .into_any()
    };
    let all_rows = (hidden > 0).then(|| {
        view! {
            <p class="actions">
                <a class="button button-quiet" href=href(page, page.period, true)>{words.results_all_rows(hidden)}</a>
            </p>
        }
    });
    let id = format!("table-{at}");
    view! {
        <div class="card">
            <p>{sentence(words, series)}</p>
            {unit}
            {chart(words, name, series, link)}
        </div>
        <section class="section" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{words.results_table()}</h2>
            {table(words, page, series, id.clone())}
            {all_rows}
        </section>
    }
    .into_any()
}

/// What the chart shows, in words.
fn sentence(words: Words, series: &Series) -> String {
    let Some(summary) = series.summary() else { return words.results_trend_none() };
    let value = |point: &Point| point_value(&series.unit, point);
    words.results_trend(
        summary.count,
        &say::day(words, summary.first.when),
        &value(summary.highest),
        &say::day(words, summary.last.when),
        &value(summary.last),
        &value(summary.lowest),
    )
}

fn table(words: Words, page: &TrendPage, series: &Series, id: String) -> AnyView {
    let unit = say::unit(&series.unit).into_owned();
    let value_head = if unit.is_empty() {
        words.results_table_value().into_any()
    } else {
        view! { {words.results_table_value_in()} " " <bdi dir="ltr" translate="no">{unit}</bdi> }.into_any()
    };
    let rows = rows(series, page.all_rows).map(|point| {
        let place = match point.place {
            Some(place) => say::place(words, place),
            None => words.results_not_compared(),
        };
        view! {
            <tr id=row_id(point)>
                <th scope="row">
                    <a href=format!("/records/{}/results/{}", page.record, point.item)>{say::date(words, point.when)}</a>
                </th>
                <td translate="no">
                    <bdi dir="ltr">{say::number(point.comparator, &point.text)}</bdi>
                </td>
                <td>{place}</td>
            </tr>
        }
    });
    view! {
        <table class="table" aria-labelledby=id>
            <thead>
                <tr>
                    <th scope="col">{words.results_table_date()}</th>
                    <th scope="col">{value_head}</th>
                    <th scope="col">{words.results_table_place()}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::time::PartialDate;
    use proptest::prelude::*;

    fn a_series(numbers: &[f64]) -> Series {
        let points = numbers.iter().enumerate().map(|(n, number)| Point {
            item: format!("01900000-0000-7000-8000-{n:012x}").parse().unwrap(),
            when: PartialDate::day(2000 + i16::try_from(n).unwrap(), 3, 9),
            number: *number,
            text: number.to_string(),
            comparator: None,
            place: None,
        });
        Series { unit: "g/L".into(), points: points.collect(), band: None }
    }

    proptest! {
        #[test]
        fn table_and_chart_hold_the_same_points(numbers in proptest::collection::vec(-1e3f64..1e3, 1..120)) {
            let series = a_series(&numbers);
            let mut all: Vec<_> = rows(&series, true).map(|p| (p.item, p.text.clone())).collect();
            all.reverse();
            prop_assert_eq!(all, series.points.iter().map(|p| (p.item, p.text.clone())).collect::<Vec<_>>());
            prop_assert_eq!(rows(&series, false).count(), numbers.len().min(ROWS));
        }
    }
}
