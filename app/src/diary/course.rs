//! A symptom over time in a small drawing, with a sentence and a table that say the same. The page of all
//! symptoms shows it, and the care team's page of what waits.

use domain::{
    diary::{
        course::{Course, Point},
        report::{Attribute, Author, Level, Symptom},
    },
    results::change::TreatmentDay,
    time::PartialDate,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    names::{Names, Scale},
    say,
};
use crate::{
    request,
    results::{chart::coordinate, say as results_say},
    words::Words,
};

/// The days over which all symptoms of a page are drawn, and the treatment within them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Span {
    pub from: PartialDate,
    pub today: PartialDate,
    pub treatments: Vec<TreatmentDay>,
}

/// A symptom.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Line {
    pub symptom: Symptom,
    pub name: String,
    /// The words of its levels, where they are not "none" to "very bad".
    own: Option<Scale>,
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

impl Line {
    pub fn of(course: &Course, names: &Names, zone: &str) -> Self {
        Self {
            symptom: course.symptom.clone(),
            name: names.name(&course.symptom),
            own: names.scale(&course.symptom).cloned(),
            dots: course.points.iter().map(|point| dot(point, zone)).collect(),
        }
    }

    /// Whether there was something of it. A scale of its own has no "none".
    pub fn was_there(&self) -> bool {
        self.own.is_some() || self.dots.iter().any(|dot| dot.level > Level::NONE.get())
    }

    /// Whether it is no symptom but a scale of its own, such as how much someone could do.
    pub fn is_own_scale(&self) -> bool {
        self.own.is_some()
    }

    fn level(&self, words: Words, level: u8) -> String {
        let own = self.own.as_ref().and_then(|own| own.get(usize::from(level)));
        own.cloned().unwrap_or_else(|| say::level(words, level))
    }

    /// What was said once. What was noted in between is always said in how bad it was.
    fn of_dot(&self, words: Words, dot: &Dot) -> String {
        let severity =
            dot.parts.iter().any(|(attribute, level)| *attribute == Attribute::Severity && *level == dot.level);
        if severity { say::level(words, dot.level) } else { self.level(words, dot.level) }
    }

    fn part(&self, words: Words, attribute: Attribute, level: u8) -> String {
        // What was noted in between is always said in how bad it was.
        let own = self.own.as_ref().filter(|_| attribute != Attribute::Severity);
        own.and_then(|own| own.get(usize::from(level))).cloned().unwrap_or_else(|| say::part(words, attribute, level))
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

/// The symptom as a card.
pub fn card(words: Words, span: &Span, line: &Line) -> AnyView {
    let id = format!("symptom-{}", line.symptom.0);
    let Some(last) = line.dots.last() else { return ().into_any() };
    let low = line.dots.iter().min_by_key(|dot| dot.level).unwrap_or(last);
    let high = line.dots.iter().max_by_key(|dot| dot.level).unwrap_or(last);
    let count = u32::try_from(line.dots.len()).unwrap_or(u32::MAX);
    let level = |dot| line.of_dot(words, dot);
    let said = words.diary_course(count, &say::moment(words, last.at), &level(high), &level(last), &level(low));
    view! {
        <section class="card" aria-labelledby=id.clone()>
            <h3 id=id.clone()>{line.name.clone()}</h3>
            <p class="small">{said}</p>
            {drawing(words, span, line)}
            {table(words, line)}
        </section>
    }
    .into_any()
}

const WIDTH: f64 = 360.0;
const LEFT: f64 = 92.0;
/// Where words of a scale of its own begin; they stand above their line, since they may be long.
const LEFT_OWN: f64 = 8.0;
const RIGHT: f64 = 352.0;
const TOP: f64 = 18.0;
const BOTTOM: f64 = 110.0;
/// Points keep this far from the sides.
const INSET: f64 = 10.0;

/// Where a level stands.
fn height(level: u8) -> f64 {
    BOTTOM - f64::from(level) / 4.0 * (BOTTOM - TOP)
}

/// Where a day stands; all symptoms of a page share the axis.
fn across(left: f64, span: &Span, at: PartialDate) -> f64 {
    let (first, last) = (span.from.position(), span.today.position() + 1.0);
    let share = if last > first { (at.position() - first) / (last - first) } else { 0.5 };
    (left + INSET + share * (RIGHT - left - 2.0 * INSET)).clamp(left, RIGHT)
}

/// The drawing; the table below it says the same. What others said is drawn apart, hollow.
fn drawing(words: Words, span: &Span, line: &Line) -> AnyView {
    let left = if line.own.is_some() { LEFT_OWN } else { LEFT };
    let x = |at| coordinate(across(left, span, at));
    let dir = words.language().dir();
    let grid = (0..=4_u8).map(|level| {
        let y = height(level);
        let (class, x, y_word) =
            if line.own.is_some() { ("axis-own", left, y - 5.0) } else { ("axis-word", left - 6.0, y + 4.0) };
        // Of long words the ends are enough beside the line; each is in the table.
        let word = (line.own.is_none() || level % 4 == 0).then(|| {
            view! {
                <text class=class x=coordinate(x) y=coordinate(y_word) direction=dir>
                    {line.level(words, level)}
                </text>
            }
        });
        view! {
            <path class="chart-grid" d=format!("M{left} {}H{RIGHT}", coordinate(y))/>
            {word}
        }
    });
    let mark = |day: &TreatmentDay| format!("M{} {TOP}V{BOTTOM}", x(day.day));
    let given = span.treatments.iter().map(mark).collect::<Vec<_>>().concat();
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
    let ends = [span.from, span.today].into_iter().skip(usize::from(span.from == span.today)).map(|at| {
        let (above, below) = results_say::tick(words, at);
        // What is as long as a word would be cut at the side of the drawing.
        let x = coordinate(across(left, span, at).clamp(24.0, WIDTH - 24.0));
        view! {
            <text class="axis-day" x=x.clone() y="131" direction=dir>{above}</text>
            <text class="axis-day" x=x y="145" direction=dir>{below}</text>
        }
    });
    view! {
        <figure class="chart course">
            <svg viewBox=format!("0 0 {WIDTH} 151") aria-hidden="true" focusable="false">
                {grid.collect_view()}
                {(!given.is_empty()).then(|| view! { <path class="chart-treatment" d=given/> })}
                {of(false)}
                {of(true)}
                {ends.collect_view()}
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
    let head = columns.iter().map(|column| {
        let own = line.own.is_some() && *column != Attribute::Severity;
        view! { <th scope="col">{if own { line.name.clone() } else { say::attribute(words, *column) }}</th> }
    });
    let rows = line.dots.iter().rev().map(|dot| {
        let cells = columns.iter().map(|column| {
            let level = dot.parts.iter().find(|(attribute, _)| attribute == column).map(|(_, level)| *level);
            view! { <td>{level.map(|level| line.part(words, *column, level))}</td> }
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
