//! A symptom over time, in small: from 0 to 4, from left to right as the charts of the care team run.

use std::collections::BTreeMap;

use domain::{
    diary::{
        alert::{About, Reason},
        report::{Attribute, Level, Symptom},
    },
    time::Instant,
    worklist::item::Heard,
};
use leptos::prelude::*;

use super::say;
use crate::{request::local_date, words::Words};

const WIDTH: f64 = 240.0;
const TOP: f64 = 8.0;
const BOTTOM: f64 = 64.0;
const LEFT: f64 = 24.0;
const RIGHT: f64 = 232.0;

/// How something was, each time it was asked, oldest first.
pub type Points = Vec<(Instant, Level)>;

/// What the alerts themselves tell of how their symptoms were: each rise says where it began.
pub fn of_alerts(heard: &[Heard]) -> BTreeMap<(Symptom, Attribute), Points> {
    let mut found: BTreeMap<(Symptom, Attribute), BTreeMap<Instant, Level>> = BTreeMap::new();
    for report in heard {
        for alert in &report.alerts {
            let About::Symptom(symptom) = &alert.about else { continue };
            let mut note = |attribute: Attribute, at: Instant, level: Level| {
                found.entry((symptom.clone(), attribute)).or_default().insert(at, level);
            };
            for reason in &alert.reasons {
                match reason {
                    Reason::Level { attribute, level } => note(*attribute, report.at, *level),
                    Reason::Rise { attribute, from, to, since } => {
                        note(*attribute, *since, *from);
                        note(*attribute, report.at, *to);
                    }
                    Reason::Slide { attribute, now, .. } => note(*attribute, report.at, *now),
                    Reason::Flagged | Reason::Fever | Reason::Composite { .. } => {}
                }
            }
        }
    }
    found.into_iter().map(|(of, points)| (of, points.into_iter().collect())).collect()
}

/// The drawing of one part of a symptom; what it shows is said beside it. Nothing for a single point.
pub fn sketch(words: Words, symptom: &Symptom, attribute: Attribute, points: &Points, zone: &str) -> Option<AnyView> {
    let (first, last) = (points.first()?, points.last()?);
    let whole = precise(last.0.seconds_since(first.0));
    if points.len() < 2 || whole <= 0.0 {
        return None;
    }
    let x = |at: Instant| LEFT + precise(at.seconds_since(first.0)) / whole * (RIGHT - LEFT);
    let y = |level: Level| BOTTOM - f64::from(level.get()) / 4.0 * (BOTTOM - TOP);
    let place = |(at, level): &(Instant, Level)| format!("{:.1},{:.1}", x(*at), y(*level));
    let line: Vec<String> = points.iter().map(place).collect();
    let grid = [Level::NONE, Level::MOST].map(|level| {
        view! {
            <line class="sketch-grid" x1=LEFT x2=RIGHT y1=y(level) y2=y(level)/>
            <text class="sketch-label" x=LEFT - 8.0 y=y(level) text-anchor="end" dominant-baseline="central">
                {level.get().to_string()}
            </text>
        }
    });
    let dots = points.iter().map(|(at, level)| {
        view! { <circle class="sketch-dot" cx=format!("{:.1}", x(*at)) cy=format!("{:.1}", y(*level)) r="4"/> }
    });
    let told = points.iter().map(|(at, level)| {
        let date = crate::results::say::day(words, local_date(*at, zone));
        words.worklist_history_point(&date, &level.get().to_string())
    });
    let told = crate::results::say::list(words, &told.collect::<Vec<_>>());
    let name = words.worklist_headline(&say::symptom(words, symptom), &say::part(words, attribute));
    let view = view! {
        <figure class="sketch">
            <svg viewBox=format!("0 0 {WIDTH} 72") aria-hidden="true" focusable="false">
                {grid.collect_view()}
                <polyline class="sketch-line" points=line.join(" ")/>
                {dots.collect_view()}
            </svg>
            <figcaption>
                <span class="sketch-name">{name}</span>
                <span class="small">{told}</span>
            </figcaption>
        </figure>
    };
    Some(view.into_any())
}

/// Seconds of some years are far below what is exact.
#[expect(clippy::cast_precision_loss, reason = "a drawing of 200 units is far coarser")]
fn precise(seconds: i64) -> f64 {
    seconds as f64
}

#[cfg(test)]
mod tests {
    use domain::{
        diary::{
            alert::{Alert, Urgency},
            report::Author,
        },
        id::ReportId,
    };

    use super::*;

    #[test]
    fn what_alerts_tell_of_a_symptom_is_a_line_from_where_it_rose() {
        let level = |level: u8| Level::try_from(level).unwrap();
        let alert = |to: u8, since: i64| Alert {
            about: About::Symptom(Symptom("pain".into())),
            urgency: Urgency::Alert,
            reasons: vec![
                Reason::Rise { attribute: Attribute::Severity, from: level(1), to: level(to), since: Instant(since) },
                Reason::Composite { grade: 3, before: None },
            ],
            by: Author::Person,
        };
        let report: ReportId = "01900000-0000-7000-8000-000000000000".parse().unwrap();
        let heard = [
            Heard { at: Instant(20), report, alerts: vec![alert(3, 10)] },
            Heard { at: Instant(30), report, alerts: vec![alert(4, 10)] },
        ];
        let points = of_alerts(&heard);
        let pain = &points[&(Symptom("pain".into()), Attribute::Severity)];
        assert_eq!(*pain, [(Instant(10), level(1)), (Instant(20), level(3)), (Instant(30), level(4))]);
    }
}
