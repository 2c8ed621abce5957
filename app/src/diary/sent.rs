//! What became of a report: sent, seen, decided; what may help; and what was said.

use domain::{
    diary::{
        answer::{Answer, Answers},
        flow,
        instrument::{Instrument, Item, Kind, Texts},
        report::Flag,
    },
    site::in_language,
};
use leptos::prelude::*;

use super::{
    model::{ReportPage, Sent},
    say, state,
};
use crate::{
    education::advice,
    shell::{
        icon::{Drawing, Icon},
        page::PageHead,
    },
    site::call::calls,
    words::Words,
};

/// The page of a report that was sent.
pub fn sent(words: Words, page: &ReportPage) -> AnyView {
    let Some(sent) = &page.sent else { return ().into_any() };
    let title = if page.own { words.diary_thanks() } else { words.diary_check_of(&say::moment(words, sent.at)) };
    view! {
        <PageHead title=title window=words.diary_check()/>
        {marks(words, page, sent)}
        {match &sent.state {
            Some(of) => state::state(words, of),
            None => view! { <p class="lead">{words.diary_saved()}</p> }.into_any(),
        }}
        {(page.own && sent.call).then(|| call(words, page))}
        {advice::section(words, &sent.advice)}
        {said(words, page)}
        {page.own.then(|| correct(words, page, sent))}
    }
    .into_any()
}

/// The page of a report that waits on this device to be sent.
pub fn kept(words: Words, page: &ReportPage) -> AnyView {
    view! {
        <PageHead title=words.devices_report_kept() window=words.diary_check() lead=words.devices_report_kept_text()/>
        {page.is_flagged().then(|| call(words, page))}
        {said(words, page)}
    }
    .into_any()
}

/// Whom to call.
pub fn call(words: Words, page: &ReportPage) -> AnyView {
    let crisis = Flag::only_harm(page.flags.as_deref().unwrap_or_default());
    view! {
        <section class="section" aria-labelledby="call">
            <h2 id="call">{words.diary_call()}</h2>
            {calls(&page.numbers, crisis)}
        </section>
    }
    .into_any()
}

fn marks(words: Words, page: &ReportPage, sent: &Sent) -> AnyView {
    let record = page.record;
    let other = |id| format!("/records/{record}/diary/reports/{id}");
    view! {
        {sent.by_caregiver.then(|| view! { <p><span class="badge">{words.diary_by_caregiver()}</span></p> })}
        {sent
            .corrected_by
            .map(|id| view! { <p>{words.diary_corrected_by()} " " <a href=other(id)>{words.diary_corrected_see()}</a></p> })}
        {page
            .corrects
            .map(|id| view! { <p class="small">{words.diary_corrects()} " " <a href=other(id)>{words.diary_corrects_see()}</a></p> })}
    }
    .into_any()
}

/// Everything that was answered, in the order in which it was asked: the question and the answer.
pub fn answers(
    words: Words,
    instrument: &Instrument,
    answers: &Answers,
    flags: Option<&[Flag]>,
) -> Vec<(String, String)> {
    let flags = flags.map(|flags| {
        let said: Vec<String> = flags.iter().map(|flag| say::flag(words, *flag)).collect();
        (words.diary_flags(), if said.is_empty() { words.diary_flags_none() } else { said.join(" · ") })
    });
    let text = |texts: &Texts| in_language(texts, words.language().code()).map(|(_, text)| text.to_owned());
    let rows = flow::asked(instrument, answers).into_iter().filter(|item| item.is_question()).filter_map(|item| {
        let given = answers.get(&item.link_id).filter(|given| !given.is_empty() && **given != [Answer::Skipped])?;
        let said = given.iter().map(|answer| answer_said(words, item, answer)).collect::<Vec<_>>().join(" · ");
        Some((text(&item.text).unwrap_or_default(), said))
    });
    flags.into_iter().chain(rows).collect()
}

fn said(words: Words, page: &ReportPage) -> AnyView {
    let rows =
        answers(words, &page.instrument, &page.answers, page.flags.as_deref()).into_iter().map(|(asked, said)| {
            view! {
                <div>
                    <dt>
                        <bdi>{asked}</bdi>
                    </dt>
                    <dd>
                        <bdi class="own-words">{said}</bdi>
                    </dd>
                </div>
            }
        });
    view! {
        <section class="section" aria-labelledby="said">
            <h2 id="said">{words.diary_said()}</h2>
            <dl class="facts">{rows.collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn answer_said(words: Words, item: &Item, answer: &Answer) -> String {
    let unit = |number: &str| match &item.kind {
        Kind::Decimal { unit: Some(unit), .. } => words.diary_quantity(number, &crate::results::say::unit(unit)),
        _ => number.to_owned(),
    };
    match answer {
        Answer::Choice(code) => item
            .choice(answer)
            .and_then(|choice| in_language(&choice.text, words.language().code()))
            .map_or_else(|| code.clone(), |(_, text)| text.to_owned()),
        Answer::Boolean(true) => words.results_yes(),
        Answer::Boolean(false) => words.results_no(),
        Answer::Integer(number) => unit(&number.to_string()),
        Answer::Decimal(number) => unit(number),
        Answer::Date(date) => date.parse().map_or_else(|_| date.clone(), |date| crate::results::say::date(words, date)),
        Answer::Text(text) => text.clone(),
        Answer::Skipped => words.diary_skipped(),
    }
}

fn correct(words: Words, page: &ReportPage, sent: &Sent) -> AnyView {
    let form = sent.correction.map(|id| {
        view! {
            <form method="post" action="/api/diary/correct">
                <input type="hidden" name="record" value=page.record.to_string()/>
                <input type="hidden" name="report" value=page.id.to_string()/>
                <input type="hidden" name="id" value=id.to_string()/>
                <button class="button button-quiet">{words.diary_correct()}</button>
            </form>
        }
    });
    view! {
        <div class="actions">
            {form}
            <a class="action" href=format!("/records/{}", page.record)>
                <Icon of=Drawing::Today/>
                {words.site_today()}
            </a>
        </div>
    }
    .into_any()
}
