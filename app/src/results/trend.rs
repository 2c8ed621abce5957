//! One test over time: a chart for each unit, a sentence that says what it shows, and the table
//! with the same values.

use domain::results::{
    Kind,
    analyte::Units,
    change::TreatmentDay,
    trend::{Point, Series},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{
    analyte,
    api::get_trend,
    chart::{chart, point_value, row_id},
    model::{Asked, Period, TrendPage, UnitChoice},
    say,
    timeline::record_in_path,
};
use crate::{
    shell::page::{Back, PageHead, escaped, loaded, model},
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
            let units = query.get("units").and_then(|code| Units::from_code(&code));
            (params.get("record"), params.get("series").unwrap_or_default(), period, all_rows, units)
        },
        |(record, series, period, all_rows, units)| async move {
            get_trend(record_in_path(record)?, series, period, all_rows, units).await
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
        {periods(words, page.period, |period| href(page, period, false))}
        {page.choice.as_ref().map(|choice| units(words, page, choice))}
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
    in_units(page, period, all_rows, page.choice.as_ref().and_then(|choice| choice.chosen))
}

fn in_units(page: &TrendPage, period: Period, all_rows: bool, units: Option<Units>) -> String {
    let rows = if all_rows { "&rows=all" } else { "" };
    let (and, units) = units.map_or(("", ""), |units| ("&units=", units.code()));
    let (record, key, period) = (page.record, escaped(&page.key), period.code());
    format!("/records/{record}/results/over-time/{key}?period={period}{rows}{and}{units}")
}

/// The periods that one can look at.
pub fn periods(words: Words, shown: Period, href: impl Fn(Period) -> String) -> AnyView {
    let all = Period::ALL.map(|period| (href(period), period_name(words, period), period == shown));
    chips(words.results_period_shown(), all.to_vec())
}

fn units(words: Words, page: &TrendPage, choice: &UnitChoice) -> AnyView {
    let all = [
        (None, words.results_units_reported()),
        (Some(Units::Conventional), words.results_units_conventional(&say::unit(&choice.conventional))),
        (Some(Units::Si), words.results_units_si(&say::unit(&choice.si))),
    ];
    let all =
        all.map(|(units, text)| (in_units(page, page.period, page.all_rows, units), text, units == choice.chosen));
    chips(words.results_units(), all.to_vec())
}

/// Links to other views of this page; the present one is marked.
fn chips(label: String, all: Vec<(String, String, bool)>) -> AnyView {
    let chips = all.into_iter().map(|(href, text, current)| {
        view! { <a class="chip" href=href aria-current=current.then_some("true")>{text}</a> }
    });
    view! { <nav class="periods" aria-label=label>{chips.collect_view()}</nav> }.into_any()
}

fn period_name(words: Words, period: Period) -> String {
    match period {
        Period::Months3 => words.results_3_months(),
        Period::Year1 => words.results_1_year(),
        Period::Years5 => words.results_5_years(),
        Period::Everything => words.results_everything(),
    }
}

/// One row of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Row<'a> {
    Value(&'a Point),
    Treatment(&'a TreatmentDay),
}

impl Row<'_> {
    fn sort_key(&self) -> String {
        match self {
            Self::Value(point) => point.when.sort_key(),
            Self::Treatment(treatment) => treatment.day.sort_key(),
        }
    }
}

/// All rows of a table, newest first: the values, and the days of treatment among them.
fn rows<'a>(series: &'a Series, treatments: &'a [TreatmentDay]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row> = series.points.iter().rev().map(Row::Value).collect();
    rows.extend(treatments.iter().map(Row::Treatment));
    // What is of the same moment keeps its order.
    rows.sort_by_key(|row| std::cmp::Reverse(row.sort_key()));
    rows
}

/// The days of treatment that lie within what is drawn of a series.
pub fn treatments_within(series: &Series, treatments: &[TreatmentDay]) -> Vec<TreatmentDay> {
    let Some((from, to)) = domain::results::trend::span(std::slice::from_ref(series)) else { return Vec::new() };
    let drawn = |one: &&TreatmentDay| {
        let last = one.until.unwrap_or(one.day).position();
        from != to && last + 1.0 > from.position() && one.day.position() <= to.position()
    };
    treatments.iter().filter(drawn).cloned().collect()
}

fn one_unit(words: Words, page: &TrendPage, name: &str, at: usize, series: &Series) -> AnyView {
    let treatments = treatments_within(series, &page.treatments);
    let all = rows(series, &treatments);
    let shown = if page.all_rows { all.len() } else { ROWS.min(all.len()) };
    let hidden = all.len() - shown;
    let shown = &all[..shown];
    let link = |point: &Point| {
        let row = row_id(point);
        let is_shown = shown.iter().any(|one| matches!(one, Row::Value(shown) if shown.item == point.item));
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
            <p>{sentence(words, series)}{treated(words, &treatments)}</p>
            {unit}
            {chart(words, name, series, &treatments, None, &link)}
        </div>
        <section class="section" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{words.results_table()}</h2>
            {table(words, page, series, shown, id.clone())}
            {all_rows}
        </section>
    }
    .into_any()
}

/// What the chart shows, in words.
pub fn sentence(words: Words, series: &Series) -> String {
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

/// How many days of treatment the chart shows, and the last of them.
pub fn treated(words: Words, treatments: &[TreatmentDay]) -> Option<AnyView> {
    let last = treatments.iter().map(|one| one.day).max_by(|a, b| a.position().total_cmp(&b.position()))?;
    let text = words.results_treatment_days(treatments.len(), &say::day(words, last));
    Some(view! { " " <span>{text}</span> }.into_any())
}

fn table(words: Words, page: &TrendPage, series: &Series, rows: &[Row<'_>], id: String) -> AnyView {
    let converted = series.points.iter().any(|point| point.converted.is_some());

    let unit = say::unit(&series.unit).into_owned();
    let value_head = if unit.is_empty() {
        words.results_table_value().into_any()
    } else {
        view! { {words.results_table_value_in()} " " <bdi dir="ltr" translate="no">{unit}</bdi> }.into_any()
    };
    let note = converted.then(|| view! { <p class="small">{words.results_converted()}</p> });
    let value_row = |point: &Point| {
        let reported = point.converted.as_ref().map(|converted| {
            view! { " " <bdi class="small" dir="ltr">"(" {as_it_came(point, &converted.from)} ")"</bdi> }
        });
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
                    <bdi dir="ltr">{say::number(point.comparator, point.shown())}</bdi>
                    {reported}
                </td>
                <td>{place}</td>
            </tr>
        }
        .into_any()
    };
    let rows = rows.iter().map(|row| match row {
        Row::Value(point) => value_row(point),
        Row::Treatment(treatment) => treatment_row(words, page, treatment),
    });
    view! {
        {note}
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

/// A value digit for digit in the unit that it came in.
fn as_it_came(point: &Point, unit: &str) -> String {
    say::quantity(&domain::results::Quantity {
        number: point.text.clone(),
        comparator: point.comparator,
        unit: Some(unit.to_owned()),
        ucum: None,
    })
}

fn treatment_row(words: Words, page: &TrendPage, treatment: &TreatmentDay) -> AnyView {
    let (href, what) = match treatment.item {
        Some(item) => {
            let names = say::list(words, &treatment.names);
            let what = view! { {words.results_treatment_row()} " " <bdi>{names}</bdi> };
            (format!("/records/{}/results/{item}", page.record), what.into_any())
        }
        None => (format!("/records/{}/care", page.record), words.results_treatment_kept().into_any()),
    };
    // What the care team keeps is on a page of its own.
    let elsewhere = treatment.item.is_none().then_some("external");
    let day = match treatment.until {
        Some(until) => words.results_period(&say::date(words, until), &say::date(words, treatment.day)),
        None => say::date(words, treatment.day),
    };
    view! {
        <tr class="treatment-row">
            <th scope="row">
                <a href=href rel=elsewhere>{day}</a>
            </th>
            <td colspan="2">{what}</td>
        </tr>
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
            converted: None,
        });
        Series { unit: "g/L".into(), points: points.collect(), band: None }
    }

    fn a_treatment(year: i16) -> TreatmentDay {
        let item = "01900000-0000-7000-8000-ffffffffffff".parse().ok();
        TreatmentDay { item, day: PartialDate::day(year, 3, 2), until: None, names: vec!["Oxaliplatin".into()] }
    }

    #[test]
    fn a_course_without_length_has_no_treatment_on_it() {
        assert!(treatments_within(&a_series(&[1.0]), &[a_treatment(2000)]).is_empty());
        assert_eq!(treatments_within(&a_series(&[1.0, 2.0]), &[a_treatment(2001), a_treatment(2003)]).len(), 1);
    }

    proptest! {
        #[test]
        fn table_chart_and_sentence_tell_the_same(numbers in proptest::collection::vec(-1e3f64..1e3, 1..120), given in proptest::collection::vec(1990i16..2130, 0..20)) {
            let series = a_series(&numbers);
            let treatments: Vec<TreatmentDay> = given.into_iter().map(a_treatment).collect();
            let treatments = treatments_within(&series, &treatments);
            let all = rows(&series, &treatments);
            let values: Vec<&Point> = all.iter().filter_map(|row| match row {
                Row::Value(point) => Some(*point),
                Row::Treatment(_) => None,
            }).collect();
            // Every point once, newest first, and every treatment that is drawn.
            prop_assert_eq!(values.iter().rev().map(|p| p.item).collect::<Vec<_>>(), series.points.iter().map(|p| p.item).collect::<Vec<_>>());
            prop_assert_eq!(all.len(), series.points.len() + treatments.len());
            prop_assert!(all.windows(2).all(|pair| pair[0].sort_key() >= pair[1].sort_key()));
            // What the sentence names stands in the table.
            let said = sentence(Words::new(crate::words::Language::English), &series);
            let mut by_number = values.clone();
            by_number.sort_by(|a, b| a.number.total_cmp(&b.number));
            for named in [values[0], by_number[0], by_number[by_number.len() - 1]] {
                prop_assert!(values.len() == 1 || said.contains(&point_value(&series.unit, named)), "{said} lacks {named:?}");
            }
        }
    }
}
