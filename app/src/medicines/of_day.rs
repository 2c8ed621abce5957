//! A day of before, with its doses that nobody answered: what happened can be said weeks later too.

use domain::{
    access::{self, Medicines, Reader},
    id::{MedicineId, RecordId},
    medicines::history::Month,
    time::Day,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{
    api::{shelf::Shelf, typed_entry},
    dose::{Place, just_noted, problem, unanswered},
    model::{DoseLine, Noted, TypedEntry},
    say,
};
use crate::{
    error::{Answer, ApiError},
    request,
    results::{say as values, timeline::record_in_path},
    shell::{
        icon::Drawing,
        page::{Back, Empty, PageHead, loaded, model},
    },
    visit::words,
};

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct DayPage {
    record: RecordId,
    own: bool,
    day: Day,
    noted: Option<Noted>,
    problem: bool,
    typed: Option<(MedicineId, TypedEntry)>,
    lines: Vec<DoseLine>,
}

async fn find_day(record: RecordId, day: Option<String>, noted: &str) -> Answer<DayPage> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Medicines>(&mut tx, &caller, record, backend.now()).await?;
    let day = day.and_then(|day| Day::try_from(day).ok()).ok_or(ApiError::NotFound)?;
    let shelf = Shelf::of(&mut tx, &granted).await?;
    Ok(DayPage {
        record,
        own: granted.reader() == Reader::Person,
        day,
        noted: shelf.noted(&mut tx, &granted, noted.parse().ok()).await?,
        problem: typed_entry::problem(),
        typed: typed_entry::typed(),
        lines: shelf.unanswered(&mut tx, &granted, day).await?,
    })
}

/// The page.
#[component]
pub fn DosesOfDay() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || (params.read().get("record"), params.read().get("day"), query.read().get("noted").unwrap_or_default()),
        |(record, day, noted)| async move { find_day(record_in_path(record)?, day, &noted).await },
    );
    loaded(page, |page| shown(&page))
}

fn shown(page: &DayPage) -> AnyView {
    let words = words();
    let day = values::weekday_date(words, say::partial(page.day));
    let month = String::from(Month::of(page.day));
    let place = Place {
        record: page.record,
        own: page.own,
        back: String::from(page.day),
        today: None,
        now: String::new(),
        typed: page.typed.clone(),
    };
    let inside = if page.lines.is_empty() {
        view! {
            <Empty
                of=Drawing::Medicines
                title=words.medicines_history_answered()
                text=words.medicines_history_answered_text()
            />
        }
        .into_any()
    } else {
        unanswered(words, &place, &page.lines)
    };
    view! {
        <Back
            href=format!("/records/{}/medicines/history?month={month}", page.record)
            to=words.medicines_history_title()
        />
        <PageHead title=capital(&day) window=words.medicines_history_window(&day)/>
        {page.problem.then(|| problem(words))}
        {page.noted.as_ref().map(|noted| just_noted(words, page.record, noted, &place.back))}
        {inside}
    }
    .into_any()
}

/// As it begins a heading, where a language writes its weekdays small.
fn capital(date: &str) -> String {
    let mut letters = date.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
