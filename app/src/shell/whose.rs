//! Whose record one is in, when it is not one's own: above every page of it, and on paper.

use leptos::prelude::*;

use super::icon::{Drawing, Icon};
use crate::{
    results::say,
    visit::{Whose, words},
};

/// Name, date of birth and age of the person, and the way back to the list.
pub fn band(whose: Whose) -> AnyView {
    let words = words();
    let born = match whose.birth_date {
        Some(born) => words.worklist_born(&say::date(words, born)),
        None => words.worklist_born_unknown(),
    };
    view! {
        <aside class="whose" aria-label=words.worklist_band_label()>
            <Icon of=Drawing::Person/>
            <div>
                <p class="small">{words.worklist_band()}</p>
                <p class="whose-person">
                    <strong>
                        <a href=format!("/records/{}", whose.record) rel="external">
                            <bdi>{whose.name.unwrap_or_else(|| words.worklist_no_name())}</bdi>
                        </a>
                    </strong>
                    " "
                    <span>{born}</span>
                    {whose.age.map(|age| view! { " · " <span>{words.worklist_age(age)}</span> })}
                </p>
                <p class="small">{words.worklist_band_words()}</p>
            </div>
            <a class="action" href=format!("/records/{}/care", whose.record) rel="external">{words.record_care_link()}</a>
            <a class="action" href="/team" rel="external">{words.worklist_band_back()}</a>
        </aside>
    }
    .into_any()
}
