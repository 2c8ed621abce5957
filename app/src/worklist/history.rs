//! How the symptoms of someone were in the last weeks, whatever alerted: what waits is read with what came
//! before it.

use domain::{
    access::{Diary, Granted, View},
    db::Tx,
    diary::course::{list_asked_with, list_courses},
    id::RecordId,
    site::Site,
    worklist::item::Body,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    diary::{
        course::{Line, Span, card},
        names::Names,
    },
    error::Answer,
    request::local_date,
    results::say as values,
    shell::icon::{Drawing, Icon},
    visit::visit,
    words::Words,
};

/// So far back the page of an item looks.
const DAYS: i64 = 56;

/// What the last weeks were like.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct History {
    span: Span,
    lines: Vec<Line>,
}

/// Nothing where nothing was reported.
pub(super) async fn find_history(tx: &mut Tx, diary: &Granted<View, Diary>, site: &Site) -> Answer<Option<History>> {
    let (since, zone) = (diary.at().plus_days(-DAYS), &site.zone);
    let courses = list_courses(tx, diary, since).await?;
    let asked_with = list_asked_with(tx, diary, since).await?;
    let names = Names::of_all(tx, site, &asked_with, visit().language).await?;
    let first = courses.iter().filter_map(|course| course.points.first()).map(|point| point.at).min();
    let Some(first) = first else { return Ok(None) };
    let day = |at| local_date(at, zone).date();
    let span = Span { from: day(first), today: day(diary.at()), treatments: Vec::new() };
    let lines = courses.iter().map(|course| Line::of(course, &names, zone)).filter(Line::was_there).collect();
    Ok(Some(History { span, lines }))
}

/// What alerted first; the other symptoms for who asks for them.
pub(super) fn history(words: Words, record: RecordId, history: &History, body: &Body) -> AnyView {
    let History { span, lines } = history;
    let about: Vec<_> = body.symptoms().collect();
    let (alerted, others): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| about.contains(&&line.symptom));
    let cards = |lines: Vec<&Line>| lines.into_iter().map(|line| card(words, span, line)).collect_view();
    let others = (!others.is_empty()).then(|| {
        view! {
            <details class="fold" open=alerted.is_empty()>
                <summary>{words.worklist_history_others()}</summary>
                <div class="small-charts">{cards(others)}</div>
            </details>
        }
    });
    let from_to = words.diary_span(&values::date(words, span.from), &values::date(words, span.today));
    let alerted = (!alerted.is_empty()).then(|| view! { <div class="small-charts">{cards(alerted)}</div> });
    view! {
        <section class="section" aria-labelledby="history">
            <h2 id="history">{words.worklist_history()}</h2>
            <p class="small">{from_to}</p>
            {alerted}
            {others}
            <p>
                <a class="action" href=format!("/records/{record}/diary/over-time")>
                    <Icon of=Drawing::Trend/>
                    {words.diary_symptoms_over_time()}
                </a>
            </p>
        </section>
    }
    .into_any()
}
