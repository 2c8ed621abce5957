//! The plan read back before it holds: in words, and as the days that come.

use domain::{
    access::{self, Medicines},
    id::{MedicineId, RecordId},
    medicines::{
        Plan, Rhythm,
        schedule::{by_day, next},
        weekly::{Called, is_weekly},
    },
    time::Day,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use serde::{Deserialize, Serialize};

use super::{
    api::made::Shelf,
    manage::{Confirm, medicine_in_path},
    say,
};
use crate::{
    error::{Answer, ApiError, refused},
    request,
    results::timeline::record_in_path,
    shell::{
        form::{ErrorSummary, general_error},
        icon::Drawing,
        page::{Back, PageHead, loaded, model, notice},
    },
    visit::words,
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
    let names = [found.name.as_str()];
    let (days, next) = days(&shelf, plan, course.from.max(shelf.today));
    let needed = matches!(course.rhythm, Rhythm::AsNeeded { .. });
    Ok(ReviewPage {
        record,
        medicine,
        name: found.name.clone(),
        proposed: proposed.0,
        lines: say::course(shelf.words, course, &shelf.life.moments),
        days: if needed { Vec::new() } else { days },
        next,
        weekly: is_weekly(&Called { names: &names, codes: &[] }),
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

fn review(page: &ReviewPage) -> AnyView {
    let words = words();
    let error = refused::<Confirm>();
    let lines: Vec<(&'static str, String)> = match &error {
        Some(ApiError::Conflict) => vec![("confirm", words.medicines_review_conflict())],
        Some(other) => vec![("confirm", general_error(other))],
        None => Vec::new(),
    };
    let days = page.days.iter().map(|(day, doses)| {
        let doses = if doses.is_empty() { words.medicines_review_none() } else { doses.join(" · ") };
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
            <button class="button">{words.medicines_review_confirm()}</button>
            <p>
                <a class="action" href=form>{words.medicines_review_change()}</a>
            </p>
        </form>
    }
    .into_any()
}
