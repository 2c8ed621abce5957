//! Self-care advice at the end of a report. The server chooses it and finds its words; here it is only
//! shown, so that the browser needs neither the rule nor the texts of what does not fit.

#[cfg(feature = "ssr")]
use domain::education::advice::Advice;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::words::Words;

/// One advice in the language of the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceModel {
    /// The code of the symptom.
    pub code: String,
    pub title: String,
    pub tips: Vec<String>,
    /// When to call the care team.
    pub call: String,
    /// Who published what it is based on, by name.
    pub sources: Vec<String>,
}

/// The advices with these codes, as [`fitting`](domain::education::advice::fitting) chose them.
#[cfg(feature = "ssr")]
pub fn said(words: Words, advices: &[Advice]) -> Vec<AdviceModel> {
    let one = |advice: &Advice| {
        let [title, one, two, three, four, call] = texts(words, *advice);
        AdviceModel {
            code: advice.code().to_owned(),
            title,
            tips: vec![one, two, three, four],
            call,
            sources: advice.sources().iter().map(|source| source.name.to_owned()).collect(),
        }
    };
    advices.iter().map(one).collect()
}

/// The section with the advices; nothing when there are none.
pub fn section(words: Words, advices: &[AdviceModel]) -> Option<AnyView> {
    if advices.is_empty() {
        return None;
    }
    let cards = advices.iter().map(|advice| card(words, advice)).collect_view();
    let view = view! {
        <section class="section advices" aria-labelledby="advice">
            <h2 id="advice">{words.education_advice()}</h2>
            <p>{words.education_advice_about()}</p>
            {cards}
        </section>
    };
    Some(view.into_any())
}

fn card(words: Words, advice: &AdviceModel) -> AnyView {
    let tips = advice.tips.iter().map(|tip| view! { <li>{tip.clone()}</li> }).collect_view();
    let sources = advice.sources.iter().enumerate().map(|(n, name)| {
        let comma = (n > 0).then(|| words.results_comma());
        view! { {comma} <bdi translate="no">{name.clone()}</bdi> }
    });
    let sources = sources.collect_view();
    view! {
        <article class="card advice">
            <h3 id=format!("advice-{}", advice.code)>{advice.title.clone()}</h3>
            <ul>{tips}</ul>
            <p class="advice-call">{advice.call.clone()}</p>
            <p class="small">
                {words.education_advice_sources()} " " {sources}
            </p>
        </article>
    }
    .into_any()
}

/// The title, the tips, and when to call.
#[cfg(feature = "ssr")]
fn texts(words: Words, advice: Advice) -> [String; 6] {
    match advice {
        Advice::Pain => [
            words.education_pain(),
            words.education_pain_1(),
            words.education_pain_2(),
            words.education_pain_3(),
            words.education_pain_4(),
            words.education_pain_call(),
        ],
        Advice::Tiredness => [
            words.education_tiredness(),
            words.education_tiredness_1(),
            words.education_tiredness_2(),
            words.education_tiredness_3(),
            words.education_tiredness_4(),
            words.education_tiredness_call(),
        ],
        Advice::Nausea => [
            words.education_nausea(),
            words.education_nausea_1(),
            words.education_nausea_2(),
            words.education_nausea_3(),
            words.education_nausea_4(),
            words.education_nausea_call(),
        ],
        Advice::Vomiting => [
            words.education_vomiting(),
            words.education_vomiting_1(),
            words.education_vomiting_2(),
            words.education_vomiting_3(),
            words.education_vomiting_4(),
            words.education_vomiting_call(),
        ],
        Advice::Constipation => [
            words.education_constipation(),
            words.education_constipation_1(),
            words.education_constipation_2(),
            words.education_constipation_3(),
            words.education_constipation_4(),
            words.education_constipation_call(),
        ],
        Advice::Diarrhoea => [
            words.education_diarrhoea(),
            words.education_diarrhoea_1(),
            words.education_diarrhoea_2(),
            words.education_diarrhoea_3(),
            words.education_diarrhoea_4(),
            words.education_diarrhoea_call(),
        ],
        Advice::Breathlessness => [
            words.education_breathlessness(),
            words.education_breathlessness_1(),
            words.education_breathlessness_2(),
            words.education_breathlessness_3(),
            words.education_breathlessness_4(),
            words.education_breathlessness_call(),
        ],
        Advice::Appetite => [
            words.education_appetite(),
            words.education_appetite_1(),
            words.education_appetite_2(),
            words.education_appetite_3(),
            words.education_appetite_4(),
            words.education_appetite_call(),
        ],
        Advice::Numbness => [
            words.education_numbness(),
            words.education_numbness_1(),
            words.education_numbness_2(),
            words.education_numbness_3(),
            words.education_numbness_4(),
            words.education_numbness_call(),
        ],
        Advice::MouthSores => [
            words.education_mouth_sores(),
            words.education_mouth_sores_1(),
            words.education_mouth_sores_2(),
            words.education_mouth_sores_3(),
            words.education_mouth_sores_4(),
            words.education_mouth_sores_call(),
        ],
        Advice::Sleep => [
            words.education_sleep(),
            words.education_sleep_1(),
            words.education_sleep_2(),
            words.education_sleep_3(),
            words.education_sleep_4(),
            words.education_sleep_call(),
        ],
        Advice::Mood => [
            words.education_mood(),
            words.education_mood_1(),
            words.education_mood_2(),
            words.education_mood_3(),
            words.education_mood_4(),
            words.education_mood_call(),
        ],
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
