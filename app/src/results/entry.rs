//! A line of the timeline: what it is, when, and the little that can be said of it at a glance.

use domain::{
    id::RecordId,
    results::{Kind, Value, analyte::Analyte, meaning::Place},
};
use leptos::prelude::*;

use super::{
    model::{EntryModel, OnlyValue},
    say,
    value::inline_value,
};
use crate::{
    shell::icon::{Drawing, Icon},
    words::Words,
};

/// The drawing of a kind.
pub const fn drawing(kind: Kind) -> Drawing {
    match kind {
        Kind::Laboratory => Drawing::Lab,
        Kind::Imaging => Drawing::Scan,
        Kind::Pathology => Drawing::Pathology,
        Kind::Genetics => Drawing::Genetics,
        Kind::Measurement => Drawing::Measurement,
        Kind::Questionnaire => Drawing::Question,
        Kind::Symptoms => Drawing::Diary,
        Kind::Note => Drawing::Note,
        Kind::Visit => Drawing::Visit,
        Kind::Procedure => Drawing::Procedure,
        Kind::Treatment => Drawing::Treatment,
        Kind::Medicine => Drawing::Medicine,
        Kind::Diagnosis => Drawing::Diagnosis,
        Kind::Immunization => Drawing::Vaccine,
        Kind::Allergy => Drawing::Attention,
        Kind::Plan => Drawing::Plan,
        Kind::Appointment => Drawing::Appointment,
    }
}

/// One line, as `<li>`. With `show_date` the day stands in the summary, for lists that are not
/// grouped by day.
pub fn entry_line(words: Words, record: RecordId, entry: &EntryModel, show_date: bool) -> AnyView {
    let date = entry.when.start.or(entry.when.end);
    let spoken = date.filter(|_| !show_date).map(|date| {
        view! { <span class="visually-hidden">{words.results_comma()} {say::day(words, date)}</span> }
    });
    let badge = |class: &'static str, text: String| view! { " " <span class=class>{text}</span> };
    view! {
        <li class="entry">
            <span class="entry-icon">
                <Icon of=drawing(entry.kind)/>
            </span>
            <div>
                <p class="entry-line">
                    <a class="entry-title" href=href(record, entry)>
                        {entry_title(words, entry)}
                        {spoken}
                    </a>
                    {entry.is_new.then(|| badge("badge badge-new", words.results_new()))}
                    {(entry.changed && !entry.is_new).then(|| badge("badge", words.results_changed()))}
                </p>
                {summary(words, entry, show_date)}
            </div>
            <Icon of=Drawing::ChevronEnd/>
        </li>
    }
    .into_any()
}

fn href(record: RecordId, entry: &EntryModel) -> String {
    match &entry.diary {
        Some(place) => format!("/records/{record}/diary{place}"),
        None => format!("/records/{record}/results/{}", entry.item),
    }
}

fn entry_title(words: Words, entry: &EntryModel) -> AnyView {
    let count = usize::try_from(entry.values).unwrap_or(usize::MAX);
    if let Some(title) = say::panel_title(words, entry.kind, &entry.names, count) {
        let alone = entry.names.first().filter(|_| count == 1);
        let (analyte, name) = alone.map_or((None, ""), |one| (one.analyte, one.title.as_str()));
        return named(analyte, name, entry.kind, title);
    }
    let title = say::title(words, entry.analyte, &entry.title, entry.kind, entry.is_panel);
    named(entry.analyte, &entry.title, entry.kind, title)
}

/// A name: isolated when it is the sender's, and left alone by translators when it names a medicine.
pub fn named(analyte: Option<Analyte>, title: &str, kind: Kind, shown: String) -> AnyView {
    if analyte.is_some() || title.is_empty() {
        return view! { <span>{shown}</span> }.into_any();
    }
    let translate = (kind == Kind::Medicine).then_some("no");
    view! { <bdi translate=translate>{shown}</bdi> }.into_any()
}

fn summary(words: Words, entry: &EntryModel, show_date: bool) -> Option<AnyView> {
    let parts = summary_parts(words, entry, show_date);
    if parts.is_empty() {
        return None;
    }
    let parts = parts
        .into_iter()
        .enumerate()
        .map(|(at, part)| view! { {(at > 0).then_some("\u{a0}· ")} {part} })
        .collect_view();
    Some(view! { <p class="entry-summary">{parts}</p> }.into_any())
}

fn summary_parts(words: Words, entry: &EntryModel, show_date: bool) -> Vec<AnyView> {
    let text = |text: String| view! { <span>{text}</span> }.into_any();
    let mut parts = Vec::new();
    if show_date {
        parts.push(text(say::when(words, entry.when)));
    }
    let said = parts.len();
    parts.extend(entry.waits.map(|waits| text(say::waits(words, waits))));
    let unfinished = say::unfinished(words, entry.status);
    // "No result yet" has said that there is no value.
    let value = entry.value.as_ref().filter(|value| unfinished.is_none() || !matches!(value, Value::Absent(_)));
    parts.extend(unfinished.map(text));
    match &entry.only {
        // The line has its name already.
        Some(only) if !entry.names.is_empty() => parts.extend(value_and_place(words, only.value.as_ref(), only.place)),
        // Nor is it said twice.
        Some(only) if only.analyte.is_some() && only.analyte == entry.analyte => {
            parts.extend(value_and_place(words, only.value.as_ref(), only.place));
        }
        Some(only) => parts.extend(only_value(words, entry.kind, only)),
        None if entry.values > 0 => {
            parts.push(text(words.results_values(entry.values)));
            if entry.outside > 0 {
                parts.push(text(words.results_outside(entry.outside)));
            }
        }
        None => parts.extend(value_and_place(words, value, entry.place)),
    }
    parts.extend(entry.conclusion.clone().map(|conclusion| view! { <bdi>{conclusion}</bdi> }.into_any()));
    // The drawing beside the line is not read out: a name alone does not say what it names.
    if parts.len() == said && !entry.title.is_empty() {
        parts.push(text(say::kind(words, entry.kind)));
    }
    parts
}

fn only_value(words: Words, kind: Kind, only: &OnlyValue) -> Vec<AnyView> {
    let name = say::name(words, only.analyte, &only.title, kind);
    let mut parts = vec![named(only.analyte, &only.title, kind, name)];
    parts.extend(value_and_place(words, only.value.as_ref(), only.place));
    parts
}

fn value_and_place(words: Words, value: Option<&Value>, place: Option<Place>) -> Vec<AnyView> {
    let mut parts: Vec<AnyView> = value.map(|value| inline_value(words, value)).into_iter().collect();
    let place = place.filter(|place| *place != Place::Within).map(|place| say::place(words, place));
    parts.extend(place.map(|place| view! { <span>{place}</span> }.into_any()));
    parts
}
