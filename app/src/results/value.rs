//! One value with all there is to say of it: name, figure, where it lies, what that can mean.

use domain::{
    id::RecordId,
    results::{
        Interpretation, Kind, Quantity, Value,
        change::Changes,
        meaning::{BandSource, Meaning},
    },
};
use leptos::prelude::*;

use super::{
    analyte,
    model::{Part, ValueModel},
    range::{range_drawing, range_legend, range_sentence},
    say,
    text::{is_same_name, to_f64},
};
use crate::{
    shell::{
        icon::{Drawing, Icon},
        page::escaped,
    },
    words::Words,
};

/// A value within a line of text.
pub fn inline_value(words: Words, value: &Value) -> AnyView {
    let text = say::value(words, value);
    match value {
        Value::Quantity(_) | Value::Integer(_) => view! { <bdi dir="ltr" translate="no">{text}</bdi> }.into_any(),
        _ if say::is_foreign(value) => view! { <bdi>{text}</bdi> }.into_any(),
        _ => view! { <span>{text}</span> }.into_any(),
    }
}

/// One value of the list, as `<li>`.
pub fn value_item(words: Words, record: RecordId, kind: Kind, value: &ValueModel) -> AnyView {
    let name = say::name(words, value.analyte, &value.title, kind);
    let foreign = value.analyte.is_none() && !value.title.is_empty();
    // The sender's own name, where it is another one.
    let differs = !is_same_name(&value.title, &name);
    let heading = if foreign { view! { <bdi>{name}</bdi> }.into_any() } else { name.into_any() };
    let official = (value.analyte.is_some() && !value.title.is_empty() && differs).then(|| {
        view! {
            <p class="value-official">
                <bdi translate="no">{value.title.clone()}</bdi>
            </p>
        }
    });
    view! {
        <li class="value" id=format!("v-{}", value.item)>
            <div>
                <h3 class="value-name">{heading}</h3>
                {official}
            </div>
            <div class="value-reading">{reading(words, kind, value)}</div>
            <div class="value-meaning">{more(words, record, value)}</div>
        </li>
    }
    .into_any()
}

fn reading(words: Words, kind: Kind, value: &ValueModel) -> AnyView {
    // A value with parts (blood pressure) may have none of its own.
    let own = (value.value.is_some() || value.parts.is_empty()).then(|| {
        view! {
            {figure(words, value.value.as_ref())}
            {earlier(words, &value.earlier)}
            {changes(words, &value.changes)}
            {where_it_lies(words, kind, value.value.as_ref(), &value.meaning, &value.marks, value.unusual)}
        }
    });
    let parts = value.parts.iter().map(|part| part_reading(words, kind, part)).collect_view();
    let state = say::unfinished(words, value.status).map(|state| view! { <p class="small">{state}</p> });
    view! {
        {own}
        {parts}
        {state}
    }
    .into_any()
}

fn part_reading(words: Words, kind: Kind, part: &Part) -> AnyView {
    let name = match part.analyte {
        Some(analyte) => analyte::name(words, analyte),
        None => part.title.clone(),
    };
    view! {
        <div>
            <p class="small">
                <bdi>{name}</bdi>
            </p>
            {figure(words, part.value.as_ref())}
            {where_it_lies(words, kind, part.value.as_ref(), &part.meaning, &part.marks, part.unusual)}
        </div>
    }
    .into_any()
}

/// The value as large as it is important.
fn figure(words: Words, value: Option<&Value>) -> AnyView {
    match value {
        Some(Value::Quantity(quantity)) if !quantity.number.is_empty() => quantity_figure(words, quantity),
        Some(Value::Integer(number)) => {
            let quantity = Quantity { number: number.to_string(), comparator: None, unit: None, ucum: None };
            quantity_figure(words, &quantity)
        }
        Some(value) => view! { <div class="value-text">{inline_value(words, value)}</div> }.into_any(),
        None => view! { <div class="value-text">{words.results_no_value()}</div> }.into_any(),
    }
}

fn quantity_figure(words: Words, quantity: &Quantity) -> AnyView {
    // Signs are read out by few screen readers, so the words stand beside them.
    let comparator = quantity.comparator.map(|comparator| {
        view! {
            <span class="visually-hidden">{say::comparator(words, comparator)} " "</span>
            <span aria-hidden="true">{comparator.symbol()}</span>
        }
    });
    let unit = say::unit(quantity.unit.as_deref().unwrap_or_default()).into_owned();
    let unit = (!unit.is_empty()).then(|| view! { " " <bdi class="value-unit" dir="ltr">{unit}</bdi> });
    view! {
        <div class="value-figure" translate="no">
            <bdi class="value-number" dir="ltr">
                {comparator}
                {words.clinical_number(&quantity.number)}
            </bdi>
            {unit}
        </div>
    }
    .into_any()
}

fn earlier(words: Words, earlier: &[Value]) -> AnyView {
    earlier
        .iter()
        .map(|value| {
            view! {
                <p class="value-corrected">
                    <span class="badge">{words.results_corrected()}</span>
                    " "
                    <span>
                        {words.results_earlier()} " " <del translate="no">{inline_value(words, value)}</del>
                    </span>
                </p>
            }
        })
        .collect_view()
        .into_any()
}

/// How it compares with earlier values: lower or higher, without a verdict.
fn changes(words: Words, changes: &Changes) -> AnyView {
    let said = [
        changes.since_last.as_ref().map(|change| say::since_last(words, change)),
        changes.over_treatment.as_ref().map(|change| say::over_treatment(words, change)),
    ];
    let said = said.into_iter().flatten().map(|text| view! { <p class="value-change">{text}</p> });
    said.collect_view().into_any()
}

/// Range in shape and words, place, flags, and why there is no value.
fn where_it_lies(
    words: Words,
    kind: Kind,
    value: Option<&Value>,
    meaning: &Meaning,
    marks: &[Interpretation],
    unusual: bool,
) -> AnyView {
    let number = match value {
        // Where it lies is open, so no mark is drawn.
        Some(Value::Quantity(quantity)) if quantity.comparator.is_none() => to_f64(&quantity.number),
        Some(Value::Integer(number)) => to_f64(&number.to_string()),
        _ => None,
    };
    let drawing = number
        .zip(meaning.band.as_ref())
        .filter(|(_, band)| band.low.is_some() || band.high.is_some())
        .map(|(number, band)| range_drawing(number, band, meaning.is_outside()));
    let class = match meaning.band.as_ref().map(|band| band.source) {
        Some(BandSource::Typical) => "range range-typical",
        _ => "range",
    };
    let missing = match value {
        None => Some(words.results_no_value_given()),
        Some(Value::Absent(reason)) => Some(say::absent(words, reason)),
        Some(_) => None,
    };
    let flag = meaning.place.map(|place| {
        // The range that follows begins a sentence of its own.
        view! { <p class="range-words value-flag">{say::place(words, place)}</p> }
    });
    let marks: Vec<String> = marks.iter().filter_map(|mark| say::interpretation(words, mark)).collect();
    let range = match &meaning.band {
        _ if missing.is_some() => None,
        Some(band) if drawing.is_none() && band.source == BandSource::Typical => range_legend(words, band),
        Some(band) => range_sentence(words, band),
        // Of what is not measured in a laboratory nobody expects a range.
        None if kind == Kind::Laboratory && number.is_some() && meaning.range_texts.is_empty() => {
            Some(words.results_range_none())
        }
        None => None,
    };
    let given = meaning.range_texts.iter().map(|text| {
        view! {
            <p class="range-words">
                {words.results_range_words()} " " <bdi translate="no">{text.clone()}</bdi>
            </p>
        }
    });
    let sentences =
        missing.into_iter().chain(marks).chain(range).map(|text| view! { <p class="range-words">{text}</p> });
    let unusual = unusual.then(|| view! { <p class="range-words value-flag">{words.results_unusual()}</p> });
    view! {
        <div class=class>
            {drawing} {unusual} {flag} {sentences.collect_view()} {given.collect_view()}
        </div>
    }
    .into_any()
}

/// What the value can mean, what the test is for, and the ways onward.
fn more(words: Words, record: RecordId, value: &ValueModel) -> AnyView {
    let meaning = value
        .analyte
        .zip(value.meaning.place)
        .and_then(|(analyte, place)| analyte::meaning(words, analyte, place))
        .map(|text| view! { <p>{text}</p> });
    let about = value.analyte.map(|analyte| {
        view! {
            <details class="fold">
                <summary>{words.results_about_test()}</summary>
                <p>{analyte::about(words, analyte)}</p>
            </details>
        }
    });
    let notes = value.notes.iter().map(|note| {
        view! {
            <p class="report-text">
                <bdi>{note.clone()}</bdi>
            </p>
        }
    });
    let over_time = value.series.as_ref().map(|series| {
        let name = say::name(words, value.analyte, &value.title, Kind::Laboratory);
        view! {
            <a class="action" href=format!("/records/{record}/results/over-time/{}", escaped(series))>
                <Icon of=Drawing::Trend/>
                {words.results_over_time(&name)}
            </a>
        }
    });
    view! {
        {meaning}
        {notes.collect_view()}
        {about}
        {details(words, value)}
        {over_time}
    }
    .into_any()
}

fn details(words: Words, value: &ValueModel) -> Option<AnyView> {
    let facts = [
        (words.results_fact_method(), &value.method),
        (words.results_fact_specimen(), &value.specimen),
        (words.results_fact_body_site(), &value.body_site),
    ];
    let facts: Vec<_> = facts
        .into_iter()
        .filter_map(|(label, text)| Some((label, text.clone()?)))
        .map(|(label, text)| {
            view! {
                <div>
                    <dt>{label}</dt>
                    <dd>
                        <bdi>{text}</bdi>
                    </dd>
                </div>
            }
        })
        .collect();
    (!facts.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{words.results_details()}</summary>
                <dl class="facts">{facts}</dl>
            </details>
        }
        .into_any()
    })
}
