//! The plan read back before it holds: in words, and as the days that come.

use domain::{
    access::{self, Medicines},
    id::{MedicineId, RecordId},
    medicines::{
        Plan, Rhythm,
        moved::Begin,
        plan_store::{list_moved, may_hold, plan_from_tomorrow},
        schedule::{by_day, next},
        weekly_store::{is_once_a_week, list_others},
    },
    time::Day,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use serde::{Deserialize, Serialize};

use super::{
    api::shelf::Shelf,
    manage::{Confirm, medicine_in_path},
    say,
};
use crate::{
    error::{Answer, ApiError, refused},
    request,
    results::{say as values, timeline::record_in_path},
    shell::{
        form::{ErrorSummary, general_error},
        icon::Drawing,
        page::{Back, PageHead, loaded, model, notice},
    },
    visit::words,
    words::Words,
};

/// Days that are read back.
const DAYS: i64 = 8;

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct ReviewPage {
    record: RecordId,
    medicine: MedicineId,
    name: String,
    proposed: i64,
    lines: Vec<String>,
    /// Each day, and what is taken at which times; nothing on rest days.
    days: Vec<(String, Vec<String>)>,
    /// After these days the next one.
    next: Option<String>,
    weekly: bool,
    /// What else on the list is the same medicine, where this is methotrexate.
    also: Vec<String>,
    /// The times of doses of today that were answered, and that this plan moves.
    moved: Vec<String>,
    /// Where today may stay as it was: whether anything of the new plan is left then.
    tomorrow: Option<bool>,
    /// Where the new times may be asked for today too.
    today: bool,
}

async fn find_page(record: RecordId, medicine: MedicineId) -> Answer<ReviewPage> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    access::write::<Medicines>(&mut tx, &caller, record).await?;
    let granted = access::view::<Medicines>(&mut tx, &caller, record, backend.now()).await?;
    let shelf = Shelf::of(&mut tx, &granted).await?;
    let found = shelf.medicines.iter().find(|one| one.id == medicine).ok_or(ApiError::NotFound)?;
    let (plan, proposed) = found.proposed.as_ref().ok_or(ApiError::NotFound)?;
    let course = plan.courses.last().ok_or(ApiError::NotFound)?;
    let moved = list_moved(&mut tx, &granted, found, plan, &shelf.life, shelf.now).await?;
    let later = if moved.is_empty() {
        None
    } else {
        plan_from_tomorrow(&mut tx, &granted, found, plan, &shelf.life, shelf.now).await?
    };
    // Where today may stay as it was, that plan is read back: it is the way that is chosen already.
    let (days, next) = match &later {
        Some(later) => days(&shelf, later, shelf.today),
        None => days(&shelf, plan, course.from.max(shelf.today)),
    };
    let ahead = later.as_ref().map(|later| later.courses.last().filter(|course| course.from > shelf.today));
    let tomorrow = ahead.map(|ahead| ahead.is_some());
    let course = ahead.flatten().unwrap_or(course);
    let needed = matches!(course.rhythm, Rhythm::AsNeeded { .. });
    let others = list_others(&mut tx, &granted, found).await?;
    Ok(ReviewPage {
        record,
        medicine,
        name: found.name.clone(),
        proposed: proposed.0,
        lines: say::course(shelf.words, course, &shelf.life.moments),
        days: if needed { Vec::new() } else { days },
        next,
        weekly: is_once_a_week(&mut tx, &granted, found).await?,
        also: others.into_iter().filter(|other| other.ended_at.is_none()).map(|other| other.name).collect(),
        today: moved.is_empty() || may_hold(&mut tx, &granted, found, plan, &shelf.life, shelf.now).await?,
        moved: moved.iter().map(|dose| say::clock(shelf.words, dose.due, &shelf.zone)).collect(),
        tomorrow,
    })
}

fn days(shelf: &Shelf, plan: &Plan, first: Day) -> (Vec<(String, Vec<String>)>, Option<String>) {
    let last = first.plus_days(DAYS - 1);
    let mut lines = Vec::new();
    let mut end = shelf.now;
    for (day, doses) in by_day(plan, &shelf.life, first, last) {
        let said = doses.iter().map(|dose| {
            end = end.max(dose.due);
            let time = say::clock(shelf.words, dose.due, &shelf.zone);
            shelf.words.medicines_review_dose(&say::amounts(shelf.words, &dose.amounts), &time)
        });
        lines.push((say::date(shelf.words, day), said.collect()));
    }
    let next = next(plan, &shelf.life, end.max(shelf.now)).map(|dose| dose.slot.day).filter(|day| *day > last);
    (lines, next.map(|day| say::date(shelf.words, day)))
}

/// The page.
#[component]
pub fn Review() -> impl IntoView {
    let params = use_params_map();
    let page = model(
        move || (params.read().get("record"), params.read().get("medicine")),
        |(record, medicine)| async move { find_page(record_in_path(record)?, medicine_in_path(medicine)?).await },
    );
    loaded(page, |page| review(&page))
}

/// A dose of today was answered at its old time: from when the new one is asked for.
fn begins(words: Words, page: &ReviewPage) -> AnyView {
    let count = u32::try_from(page.moved.len()).unwrap_or(u32::MAX);
    let way = |begin: Begin, label: String, about: String| {
        let id = if begin == Begin::Tomorrow { "begin" } else { "begin-today" };
        let (about_id, checked) = (format!("{id}-about"), begin == Begin::Tomorrow);
        view! {
            <div class="choice">
                <label class="check">
                    <input
                        type="radio"
                        id=id
                        name="begin"
                        value=begin.code()
                        checked=checked
                        aria-describedby=about_id.clone()
                    />
                    <span>{label}</span>
                </label>
                <p class="hint" id=about_id>{about}</p>
            </div>
        }
    };
    let stays = page.tomorrow.map(|goes_on| {
        if goes_on {
            (words.medicines_review_tomorrow(), words.medicines_review_tomorrow_about())
        } else {
            (words.medicines_review_counts(), words.medicines_review_counts_about())
        }
    });
    view! {
        <fieldset class="card plan-begin">
            <legend>{words.medicines_review_begin()}</legend>
            <p>{words.medicines_review_moved(count, &values::list(words, &page.moved))}</p>
            {stays.map(|(label, about)| way(Begin::Tomorrow, label, about))}
            {page
                .today
                .then(|| way(Begin::Today, words.medicines_review_today(), words.medicines_review_today_about()))}
        </fieldset>
    }
    .into_any()
}

fn review(page: &ReviewPage) -> AnyView {
    let words = words();
    let error = refused::<Confirm>();
    let lines: Vec<(&'static str, String)> = match &error {
        Some(ApiError::Conflict) => vec![("confirm", words.medicines_review_conflict())],
        Some(error @ ApiError::Invalid(_)) if error.field("begin").is_none() => {
            vec![("confirm", words.medicines_error_week())]
        }
        Some(ApiError::Invalid(_)) => vec![("begin", words.medicines_review_begin_missing())],
        Some(other) => vec![("confirm", general_error(other))],
        None => Vec::new(),
    };
    let days = page.days.iter().map(|(day, doses)| {
        // Each on a line of its own: the strength of one is not read as part of the next.
        let doses = if doses.is_empty() { vec![words.medicines_review_none()] } else { doses.clone() };
        let doses = doses.into_iter().map(|dose| view! { <bdi class="review-dose">{dose}</bdi> }).collect_view();
        view! {
            <tr>
                <th scope="row">{day.clone()}</th>
                <td>{doses}</td>
            </tr>
        }
    });
    let form = format!("/records/{}/medicines/{}/plan", page.record, page.medicine);
    view! {
        <Back href=form.clone() to=words.medicines_review_change()/>
        <PageHead title=words.medicines_review_title() lead=words.medicines_review_lead()/>
        {(!lines.is_empty()).then(|| view! { <ErrorSummary title=words.account_check_wrong() lines=lines.clone()/> })}
        {page.weekly.then(|| notice(Drawing::Attention, words.medicines_form_weekly(), None))}
        {(!page.also.is_empty())
            .then(|| notice(Drawing::Attention, words.medicines_review_also(&values::list(words, &page.also)), None))}
        <section class="card" aria-labelledby="plan">
            <h2 id="plan">
                <bdi translate="no">{page.name.clone()}</bdi>
            </h2>
            <ul>{page.lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view()}</ul>
        </section>
        {(!page.days.is_empty())
            .then(|| {
                view! {
                    <section class="section" aria-labelledby="days">
                        <h2 id="days">{words.medicines_review_days()}</h2>
                        <div class="table-scroll">
                            <table class="table">
                                <tbody>{days.collect_view()}</tbody>
                            </table>
                        </div>
                        {page.next.as_ref().map(|next| view! { <p>{words.medicines_review_next(next)}</p> })}
                    </section>
                }
            })}
        <form class="form" method="post" action="/api/medicines/confirm" id="confirm">
            <input type="hidden" name="record" value=page.record.to_string()/>
            <input type="hidden" name="medicine" value=page.medicine.to_string()/>
            <input type="hidden" name="proposed" value=page.proposed.to_string()/>
            {(!page.moved.is_empty()).then(|| begins(words, page))}
            <button class="button">{words.medicines_review_confirm()}</button>
            <p>
                <a class="action" href=form>{words.medicines_review_change()}</a>
            </p>
        </form>
    }
    .into_any()
}
