//! What came of what was sent: seen, decided, or honestly nothing yet.

use leptos::prelude::*;

use super::{model::State, say};
use crate::{
    shell::icon::{Drawing, Icon},
    words::Words,
};

/// The state in steps, and whom to call when nobody has looked in time.
pub fn state(words: Words, state: &State) -> AnyView {
    let seen = match state.seen {
        Some(at) => words.diary_seen(&say::moment(words, at)),
        None if state.late => words.diary_late(&say::moment(words, state.promised)),
        None => words.diary_promised(&say::moment(words, state.promised)),
    };
    let strong = state.seen.is_none() && state.late;
    let decided = state.decision.map(|(decision, at)| {
        view! {
            <li>
                <Icon of=Drawing::Check/>
                <span>{words.diary_decided(&say::moment(words, at), &say::decision(words, decision))}</span>
            </li>
        }
    });
    view! {
        <ol class=if strong { "steps-done steps-late" } else { "steps-done" } role="list">
            <li>
                <Icon of=Drawing::Check/>
                <span>{words.diary_sent_at(&say::moment(words, state.sent))}</span>
            </li>
            <li>
                <Icon of=if state.seen.is_some() {
                    Drawing::Check
                } else if strong {
                    Drawing::Attention
                } else {
                    Drawing::Waiting
                }/>
                <span>
                    {seen}
                    {strong
                        .then(|| {
                            view! {
                                " "
                                <a href="/ill" rel="external">{words.diary_late_call()}</a>
                            }
                        })}
                </span>
            </li>
            {decided}
        </ol>
    }
    .into_any()
}
