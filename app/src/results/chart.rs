//! The drawing of one series over time. It runs from left to right in every language, as numbers
//! do and the charts of the care team: both see the same picture. Each point is a link to its row
//! of the table; what it stands for is written above the drawing while the cursor or the focus is
//! on it.

use domain::{
    results::{
        change::TreatmentDay,
        meaning::{Band, BandSource},
        trend::{Point, Series},
    },
    time::PartialDate,
};
use leptos::prelude::*;
use leptos::svg;

use super::{range::range_legend, say};
use crate::words::Words;

const WIDTH: f64 = 360.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 180.0;
const RIGHT: f64 = 352.0;
/// Points keep this far from the sides of the plot.
const INSET: f64 = 14.0;
/// About how wide a digit on an axis is.
const DIGIT: f64 = 8.5;
/// Two labels under the chart need this much room.
const LABEL: f64 = 84.0;

/// Where everything stands, in the units of the view box.
#[derive(Debug, Clone, PartialEq)]
struct Geometry {
    left: f64,
    /// In the order of the points.
    points: Vec<(f64, f64)>,
    /// Top and height.
    band: Option<(f64, f64)>,
    /// Height and label of each line of the grid.
    lines: Vec<(f64, String)>,
    /// Where a date stands below the drawing.
    dates: Vec<(f64, PartialDate)>,
    /// From where to where each treatment went on.
    treatments: Vec<(f64, f64)>,
}

/// From when to when, for charts that stand side by side.
pub type Span = (PartialDate, PartialDate);

impl Geometry {
    fn of(series: &Series, span: Option<Span>, treatments: &[TreatmentDay]) -> Self {
        let numbers = series.points.iter().map(|point| point.number);
        let limits = series.band.iter().flat_map(|band| [band.low, band.high]).flatten();
        let (low, high) =
            numbers.chain(limits).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| (low.min(n), high.max(n)));
        let (steps, decimals) = grid(low, high);
        let (bottom, top) = (steps.first().copied().unwrap_or(0.0), steps.last().copied().unwrap_or(1.0));
        let y = |number: f64| within(BOTTOM - (number - bottom) / (top - bottom) * (BOTTOM - TOP), TOP, BOTTOM);
        let lines: Vec<(f64, String)> = steps.iter().map(|step| (y(*step), format!("{step:.decimals$}"))).collect();
        let widest = lines.iter().map(|(_, label)| label.chars().count()).max().unwrap_or(1);
        #[expect(clippy::cast_precision_loss, reason = "a label has a few digits")]
        let left = (7.0 + DIGIT * widest as f64).clamp(40.0, 140.0);

        let days = series.points.iter().map(|point| point.when.position());
        let ends = span.into_iter().flat_map(|(from, to)| [from, to]).map(PartialDate::position);
        let (first, last) =
            days.clone().chain(ends).fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), day| (a.min(day), b.max(day)));
        let x = |day: f64| {
            let share = if last > first { (day - first) / (last - first) } else { 0.5 };
            within(left + INSET + share * (RIGHT - left - 2.0 * INSET), left, RIGHT)
        };
        let points: Vec<(f64, f64)> = days.map(x).zip(series.points.iter().map(|point| y(point.number))).collect();
        let band = series.band.as_ref().map(|band| {
            let from = band.high.map_or(TOP, y);
            let to = band.low.map_or(BOTTOM, y);
            (from, to - from)
        });
        let dates = match span {
            Some((from, to)) if last > first => vec![(x(first), from), (x(last), to)],
            _ => dated(&points).into_iter().map(|at| (points[at].0, series.points[at].when)).collect(),
        };
        // In the middle of the day; what began before the drawing or ends after it is cut off there.
        let end = |treatment: &TreatmentDay| treatment.until.unwrap_or(treatment.day).position();
        let treatments = treatments
            .iter()
            .filter(|treatment| last > first && end(treatment) + 1.0 > first && treatment.day.position() <= last)
            .map(|treatment| (x(treatment.day.position() + 0.5), x(end(treatment) + 0.5)))
            .collect();
        Self { left, points, band, lines, dates, treatments }
    }
}

fn within(number: f64, low: f64, high: f64) -> f64 {
    if number.is_nan() { f64::midpoint(low, high) } else { number.clamp(low, high) }
}

/// The lines of the grid around all that is drawn, evenly spaced at round numbers, and the
/// decimals of their labels. It begins at zero when that does not flatten the course.
fn grid(low: f64, high: f64) -> (Vec<f64>, usize) {
    if !low.is_finite() || !high.is_finite() {
        return (vec![0.0, 1.0], 0);
    }
    let low = if low > 0.0 && low <= high / 2.0 { 0.0 } else { low };
    let span = if high > low { high - low } else { low.abs().max(1.0) };
    let power = (span / 4.0).log10().floor();
    let unit = 10f64.powf(power);
    let step =
        [1.0, 2.0, 5.0, 10.0].into_iter().map(|n| n * unit).find(|step| span / step <= 4.0).unwrap_or(unit * 10.0);
    let start = (low / step).floor() * step;
    let mut steps = vec![start];
    // Numbers so large that a step is lost in them still end.
    for n in 1..=7 {
        let next = start + f64::from(n) * step;
        steps.push(next);
        if next >= high && n >= 2 {
            break;
        }
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 6")]
    let decimals = (-step.log10().floor()).clamp(0.0, 6.0) as usize;
    // No label reads "-0".
    (steps.into_iter().map(|s| if s.abs() < step / 1e6 { 0.0 } else { s }).collect(), decimals)
}

/// The first and the last point, and one near the middle if there is room.
fn dated(points: &[(f64, f64)]) -> Vec<usize> {
    let last = points.len().saturating_sub(1);
    let Some(((first_x, _), (last_x, _))) = points.first().copied().zip(points.last().copied()) else {
        return Vec::new();
    };
    if last_x - first_x < LABEL {
        return vec![last];
    }
    let middle = f64::midpoint(first_x, last_x);
    let near = points
        .iter()
        .enumerate()
        .filter(|(_, (x, _))| x - first_x >= LABEL && last_x - x >= LABEL)
        .min_by(|(_, (a, _)), (_, (b, _))| (a - middle).abs().total_cmp(&(b - middle).abs()))
        .map(|(at, _)| at);
    [Some(0), near, Some(last)].into_iter().flatten().collect()
}

/// A coordinate with one decimal at most.
pub fn coordinate(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// Where a point's link leads.
pub fn row_id(point: &Point) -> String {
    format!("r-{}", point.item)
}

/// The chart with its legend. `link` is the address of a point's row.
pub fn chart(
    words: Words,
    name: &str,
    series: &Series,
    treatments: &[TreatmentDay],
    span: Option<Span>,
    link: &dyn Fn(&Point) -> String,
) -> AnyView {
    let at = Geometry::of(series, span, treatments);
    let plot = RIGHT - at.left;
    let band = at.band.map(|(y, height)| {
        let class = band_class(series.band.as_ref());
        view! { <rect class=class x=coordinate(at.left) y=coordinate(y) width=coordinate(plot) height=coordinate(height)/> }
    });
    let grid = at.lines.iter().map(|(y, label)| {
        view! {
            <path class="chart-grid" d=format!("M{} {}h{}", coordinate(at.left), coordinate(*y), coordinate(plot))/>
            <text class="axis-value" x=coordinate(at.left - 7.0) y=coordinate(y + 4.0)>{label.clone()}</text>
        }
    });
    // The chart runs left to right, the words in it as the language does.
    let dir = words.language().dir();
    let dates = at.dates.iter().map(|(x, when)| {
        let (above, below) = say::tick(words, *when);
        view! {
            <text x=coordinate(*x) y="207" direction=dir>{above}</text>
            <text x=coordinate(*x) y="222" direction=dir>{below}</text>
        }
    });
    let given = at.treatments.iter().map(|(from, to)| treatment_mark(*from, *to)).collect::<String>();
    let given = (!given.is_empty()).then(|| view! { <path class="chart-treatment" d=given/> });
    let corners: Vec<String> =
        at.points.iter().map(|(x, y)| format!("{} {}", coordinate(*x), coordinate(*y))).collect();
    let course = (corners.len() > 1).then(|| view! { <path class="chart-line" d=format!("M{}", corners.join("L"))/> });
    let points = series
        .points
        .iter()
        .zip(&at.points)
        .map(|(point, at)| point_link(words, &series.unit, point, *at, link(point)));
    view! {
        <figure class="chart">
            <svg viewBox=format!("0 -20 {WIDTH} 247") role="group" aria-label=words.results_chart(name)>
                {band}
                {grid.collect_view()}
                {dates.collect_view()}
                {given}
                {course}
                {points.collect_view()}
            </svg>
            {legend(words, series, !at.treatments.is_empty())}
        </figure>
    }
    .into_any()
}

/// A link inside a drawing: made by hand, because a `view!` of its own would make the link of
/// HTML that has the same name.
fn point_link(words: Words, unit: &str, point: &Point, (x, y): (f64, f64), href: String) -> impl IntoView + use<> {
    let spot = format!("M{} {}h.01", coordinate(x), coordinate(y));
    let class = if is_outside(point) { "chart-point outside" } else { "chart-point" };
    let part = |class: &'static str| svg::path().attr("class", class).attr("d", spot.clone());
    let told = words.results_point(&say::day(words, point.when), &point_value(unit, point));
    let told = svg::text()
        .attr("class", "point-told")
        .attr("x", coordinate(WIDTH / 2.0))
        .attr("y", "-5")
        .attr("direction", words.language().dir())
        .child(told);
    svg::a().attr("class", class).attr("href", href).attr("aria-label", point_label(words, unit, point)).child((
        part("point-reach"),
        part("point-edge"),
        part("point"),
        told,
    ))
}

/// A line through the drawing on a day of treatment, a foot below it, and a bar for as long as it
/// went on.
fn treatment_mark(from: f64, to: f64) -> String {
    let wide = (to - from).max(0.0);
    let (from, wide) = (coordinate(from), coordinate(wide));
    format!("M{from} {TOP}V{BOTTOM}M{from} {BOTTOM}l-4 9h8zM{from} {foot}v3h{wide}v-3z", foot = BOTTOM + 6.0)
}

fn point_label(words: Words, unit: &str, point: &Point) -> String {
    let value = point_value(unit, point);
    let date = say::date(words, point.when);
    match point.place {
        Some(place) => words.results_point_placed(&date, &say::place(words, place), &value),
        None => words.results_point(&date, &value),
    }
}

/// The value of a point with its unit.
pub fn point_value(unit: &str, point: &Point) -> String {
    say::quantity(&domain::results::Quantity {
        number: point.shown().to_owned(),
        comparator: point.comparator,
        unit: Some(unit.to_owned()),
        ucum: None,
    })
}

fn is_outside(point: &Point) -> bool {
    use domain::results::meaning::Place;
    matches!(point.place, Some(Place::Below | Place::Above | Place::Outside))
}

fn band_class(band: Option<&Band>) -> &'static str {
    match band.map(|band| band.source) {
        Some(BandSource::Typical) => "chart-band chart-band-typical",
        _ => "chart-band",
    }
}

fn legend(words: Words, series: &Series, treated: bool) -> AnyView {
    let range = series.band.as_ref().and_then(|band| range_legend(words, band)).map(|text| {
        let class = band_class(series.band.as_ref());
        view! {
            <li>
                <svg viewBox="0 0 28 20" aria-hidden="true" focusable="false">
                    <rect class=class x="1" y="3" width="26" height="14"/>
                </svg>
                <span>{text}</span>
            </li>
        }
    });
    let outside = series.points.iter().any(is_outside).then(|| {
        view! {
            <li>
                <svg viewBox="0 0 28 20" aria-hidden="true" focusable="false" class="chart-point outside">
                    <path class="point" d="M14 10h.01"/>
                </svg>
                <span>{words.results_legend_outside()}</span>
            </li>
        }
    });
    let treated = treated.then(|| {
        view! {
            <li>
                <svg viewBox="0 0 28 20" aria-hidden="true" focusable="false">
                    <path class="chart-treatment" d="M14 1v9M14 10l-4 9h8z"/>
                </svg>
                <span>{words.results_legend_treatment()}</span>
            </li>
        }
    });
    if range.is_none() && outside.is_none() && treated.is_none() {
        return ().into_any();
    }
    view! {
        <ul class="legend" role="list">
            {range}
            {outside}
            {treated}
        </ul>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::time::PartialDate;
    use proptest::prelude::*;

    /// The n-th of some days in order.
    fn a_point(n: usize, day: u16, number: f64) -> Point {
        let day = i16::try_from(day).unwrap();
        let (month, of_month) = (1 + day / 28 % 12, 1 + day % 28);
        Point {
            item: format!("01900000-0000-7000-8000-{n:012x}").parse().unwrap(),
            when: PartialDate::day(2000 + day / 336, u8::try_from(month).unwrap(), u8::try_from(of_month).unwrap()),
            number,
            text: number.to_string(),
            comparator: None,
            place: None,
            converted: None,
        }
    }

    fn a_series(mut values: Vec<(u16, f64)>, band: Option<(Option<f64>, Option<f64>)>) -> Series {
        values.sort_by_key(|(day, _)| *day);
        let band = band.map(|(low, high)| Band {
            low,
            high,
            low_text: low.map(|n| n.to_string()),
            high_text: high.map(|n| n.to_string()),
            source: BandSource::Laboratory,
        });
        let points = values.into_iter().enumerate().map(|(n, (day, number))| a_point(n, day, number)).collect();
        Series { unit: "g/L".into(), points, band }
    }

    fn at_day(day: u16) -> PartialDate {
        a_point(0, day, 0.0).when
    }

    fn a_treatment(from: u16, to: u16) -> TreatmentDay {
        let until = (to > from).then(|| at_day(to));
        TreatmentDay { item: Some(a_point(0, 0, 0.0).item), day: at_day(from), until, names: Vec::new() }
    }

    fn some_values() -> impl Strategy<Value = Vec<(u16, f64)>> {
        proptest::collection::vec((0u16..9000, -1e5f64..1e5), 1..60)
    }

    fn a_band() -> impl Strategy<Value = Option<(Option<f64>, Option<f64>)>> {
        let limits = (proptest::option::of(-1e3f64..1e3), 0f64..1e3, any::<bool>());
        proptest::option::of(limits.prop_map(|(low, width, closed)| match low {
            Some(low) => (Some(low), closed.then_some(low + width)),
            None => (None, Some(width)),
        }))
    }

    proptest! {
        #[test]
        fn everything_drawn_is_inside_the_box(values in some_values(), band in a_band()) {
            let series = a_series(values, band);
            let at = Geometry::of(&series, None, &[]);
            prop_assert_eq!(at.points.len(), series.points.len());
            for (x, y) in &at.points {
                prop_assert!((at.left..=RIGHT).contains(x) && (TOP..=BOTTOM).contains(y));
            }
            if let Some((y, height)) = at.band {
                prop_assert!(y >= TOP && height >= 0.0 && y + height <= BOTTOM + 1e-9);
            }
            prop_assert!(at.lines.len() >= 2 && at.lines.len() <= 8);
            prop_assert!(at.dates.iter().all(|(x, _)| (at.left..=RIGHT).contains(x)));
        }

        #[test]
        fn later_stands_further_right_and_more_stands_higher(values in some_values(), band in a_band()) {
            let series = a_series(values, band);
            let at = Geometry::of(&series, None, &[]);
            for (a, (ax, ay)) in series.points.iter().zip(&at.points) {
                for (b, (bx, by)) in series.points.iter().zip(&at.points) {
                    if a.when.position() < b.when.position() {
                        prop_assert!(ax <= bx);
                    }
                    if a.number < b.number {
                        prop_assert!(ay >= by);
                    }
                }
            }
        }

        #[test]
        fn treatments_stand_where_the_values_of_their_days_do(values in some_values(), given in proptest::collection::vec((0u16..9000, 0u16..60), 0..20)) {
            let series = a_series(values, None);
            let treatments: Vec<TreatmentDay> = given.iter().map(|(day, days)| a_treatment(*day, day + days)).collect();
            let at = Geometry::of(&series, None, &treatments);
            let (first, last) = (series.points[0].when.position(), series.points[series.points.len() - 1].when.position());
            let inside = |t: &&TreatmentDay| {
                last > first && t.until.unwrap_or(t.day).position() >= first && t.day.position() <= last
            };
            prop_assert_eq!(at.treatments.len(), treatments.iter().filter(inside).count());
            for (from, to) in &at.treatments {
                prop_assert!((at.left..=RIGHT).contains(from) && from <= to && *to <= RIGHT);
            }
            for (treatment, (from, _)) in treatments.iter().filter(inside).zip(&at.treatments) {
                for (point, (x, _)) in series.points.iter().zip(&at.points) {
                    let (day, of_point) = (treatment.day.position(), point.when.position());
                    prop_assert!(of_point >= day || x <= from);
                    prop_assert!(of_point <= day + 1.0 || x >= from);
                }
            }
        }

        #[test]
        fn charts_side_by_side_have_one_axis_of_time(one in some_values(), other in some_values()) {
            let all = [a_series(one, None), a_series(other, None)];
            let span = domain::results::trend::span(&all);
            let drawn = all.each_ref().map(|series| Geometry::of(series, span, &[]));
            prop_assert_eq!(drawn[0].dates.iter().map(|d| d.1).collect::<Vec<_>>(), drawn[1].dates.iter().map(|d| d.1).collect::<Vec<_>>());
            let share = |at: &Geometry, x: f64| (x - at.left - INSET) / (RIGHT - at.left - 2.0 * INSET);
            for (a, (ax, _)) in all[0].points.iter().zip(&drawn[0].points) {
                for (b, (bx, _)) in all[1].points.iter().zip(&drawn[1].points).filter(|(b, _)| b.when == a.when) {
                    prop_assert!((share(&drawn[0], *ax) - share(&drawn[1], *bx)).abs() < 1e-9, "{a:?} {b:?}");
                }
            }
        }

        #[test]
        fn the_labels_of_the_grid_tell_its_lines_apart(low in -1e4f64..1e4, width in 1e-3f64..1e4) {
            let (steps, decimals) = grid(low, low + width);
            let labels: std::collections::BTreeSet<String> = steps.iter().map(|s| format!("{s:.decimals$}")).collect();
            prop_assert_eq!(labels.len(), steps.len());
            prop_assert!(steps.first().is_some_and(|s| *s <= low) && steps.last().is_some_and(|s| *s >= low + width));
        }
    }

    #[test]
    fn a_grid_begins_at_zero_unless_that_flattens_the_course() {
        assert_eq!(grid(0.9, 7.5), (vec![0.0, 2.0, 4.0, 6.0, 8.0], 0));
        assert_eq!(grid(136.0, 145.0).0.first(), Some(&135.0));
        assert_eq!(grid(5.0, 5.0).0.first().map(|s| *s <= 5.0), Some(true));
    }

    #[test]
    fn one_value_stands_in_the_middle_and_has_its_date() {
        let at = Geometry::of(&a_series(vec![(3, 12.0)], None), None, &[]);
        assert!((at.points[0].0 - f64::midpoint(at.left, RIGHT)).abs() < 1.0);
        assert_eq!(at.dates, [(at.points[0].0, at_day(3))]);
    }

    #[test]
    fn a_coordinate_is_short() {
        assert_eq!([12.0, 12.34, 0.05].map(coordinate), ["12", "12.3", "0.1"]);
    }
}
