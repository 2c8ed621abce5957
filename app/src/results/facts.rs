//! What is known of something as a list of labels and values: when, how final, who, where, and
//! the facts of an event.

use domain::results::{Event, FactLabel, FactValue, Kind};
use leptos::prelude::*;

use super::{model::Opened, say};
use crate::words::Words;

/// The facts of an event, in the sender's words.
pub fn event_facts(words: Words, event: &Event) -> Vec<AnyView> {
    // The same label may come more than once; its values stand under it together.
    let mut labels: Vec<(FactLabel, Vec<&FactValue>)> = Vec::new();
    for fact in &event.facts {
        match labels.iter_mut().find(|(label, _)| *label == fact.label) {
            Some((_, values)) => values.push(&fact.value),
            None => labels.push((fact.label, vec![&fact.value])),
        }
    }
    labels
        .into_iter()
        .map(|(label, values)| {
            let values = values.into_iter().map(|value| fact_value(words, label, value)).collect_view();
            view! {
                <div>
                    <dt>{say::fact_label(words, label)}</dt>
                    {values}
                </div>
            }
            .into_any()
        })
        .collect()
}

fn fact_value(words: Words, label: FactLabel, value: &FactValue) -> AnyView {
    let text = say::fact_value(words, value);
    match value {
        FactValue::Text(_) => {
            let translate = matches!(label, FactLabel::Medicine | FactLabel::Serial).then_some("no");
            view! {
                <dd class="report-text">
                    <bdi translate=translate>{text}</bdi>
                </dd>
            }
            .into_any()
        }
        FactValue::Quantity(_) => view! {
            <dd>
                <bdi dir="ltr" translate="no">{text}</bdi>
            </dd>
        }
        .into_any(),
        FactValue::Date(_) => view! { <dd>{text}</dd> }.into_any(),
    }
}

/// How final it is, who had a part in it, and what was noted beside it.
pub fn about(words: Words, opened: &Opened) -> Vec<AnyView> {
    let plain = |label: String, text: String| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd>{text}</dd>
            </div>
        }
        .into_any()
    };
    let foreign = |label: String, text: String| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd class="report-text">
                    <bdi>{text}</bdi>
                </dd>
            </div>
        }
        .into_any()
    };
    let mut facts = vec![plain(words.results_fact_when(), say::when(words, opened.when))];
    // A name that is not the kind's own word does not say what it names.
    if !opened.title.is_empty() {
        facts.push(plain(words.results_fact_category(), say::kind(words, opened.kind)));
    }
    facts.extend(opened.people.iter().map(|one| foreign(say::role(words, one.role), one.name.clone())));
    if opened.kind != Kind::Measurement || say::unfinished(words, opened.status).is_some() {
        facts.push(plain(words.results_status(), say::status(words, opened.status)));
    }
    facts.extend(opened.notes.iter().map(|note| foreign(words.results_fact_note(), note.clone())));
    facts
}
