//! By the clock of which place someone lives: what they are asked on a journey, and the setting.

use domain::{
    access::{self, AccountRole, Medicines},
    account::{
        travel::{Travel, travel},
        zone,
    },
    medicines::{
        Dose,
        day::doses_of,
        entry::{Entry, Kind},
        entry_store::list_entries,
        life_store::get_life,
        schedule::doses,
        store::{Medicine, list_medicines},
        travel::left,
    },
    time::{Instant, zones},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};

use super::choose;
use crate::{
    error::{Answer, ApiError, refused},
    medicines::say::{self, place},
    request,
    results::say::list,
    shell::{
        form::{ErrorSummary, FieldError, general_error},
        icon::Drawing,
        page::{Back, PageHead, loaded, model, notice},
    },
    tree::Tree,
    visit::{visit, words},
    words::Words,
};

/// So many of the next doses are shown.
const DOSES: usize = 3;

/// Lives by the clock of another place from now on.
#[server(endpoint = "account/change_zone", output = Tree)]
pub async fn change_zone(zone: String) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    zone::change_zone(&mut tx, &caller, &zone, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect("/account/zone?done=changed");
    Ok(())
}

/// Keeps the time of home while the device shows that of another place.
#[server(endpoint = "account/keep_zone", output = Tree)]
pub async fn keep_zone(device: String) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    zone::keep_zone(&mut tx, &caller, &device, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect("/account/zone?done=kept");
    Ok(())
}

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Page {
    zone: String,
    /// What clocks show there.
    time: String,
    journey: Option<Journey>,
    role: AccountRole,
}

/// The device of the person shows the time of another place.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Journey {
    device: String,
    time: String,
    /// The next doses, by the clock of the device: when the time of home stays, and when it does not.
    kept: Vec<(String, String)>,
    changed: Vec<(String, String)>,
    /// What is still open by the time of home, and whose time is over by that of the device.
    past: Vec<String>,
}

async fn find_page(device: String) -> Answer<Page> {
    let ((backend, caller), signed_in) = (request::caller()?, request::signed_in()?);
    let (now, home) = (backend.now(), signed_in.zone);
    let words = Words::new(visit().language);
    let journey = if travel(&home, None, &device, now) == Travel::Home {
        None
    } else {
        Some(compared(words, &home, device).await?)
    };
    Ok(Page { time: say::clock(words, now, &home), zone: home, journey, role: caller.role })
}

/// What either answer does to the next doses.
async fn compared(words: Words, home: &str, device: String) -> Answer<Journey> {
    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let time = say::clock(words, now, &device);
    let Some(record) = caller.record else {
        return Ok(Journey { device, time, kept: Vec::new(), changed: Vec::new(), past: Vec::new() });
    };
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Medicines>(&mut tx, &caller, record, now).await?;
    let at_home = get_life(&mut tx, &granted).await?;
    let away = at_home.by_the_clock_of(&device).ok_or(ApiError::NotFound)?;
    let today = at_home.day(now);
    let said = list_entries(&mut tx, &granted, (now.plus_days(-3), now.plus_days(3))).await?;
    let answered = |medicine: &Medicine, dose: &Dose| {
        let of = |entry: &&Entry| entry.medicine == medicine.id && entry.slot == Some(dose.slot);
        said.iter().filter(of).any(|entry| entry.what.kind() != Kind::Later)
    };
    let (mut kept, mut changed, mut past) = (Vec::new(), Vec::new(), Vec::new());
    let taken = list_medicines(&mut tx, &granted).await?;
    let taken = taken.iter().filter(|one| one.confirmed_at.is_some() && one.ended_at.is_none() && !one.is_stopped());
    for medicine in taken {
        let Some(plan) = &medicine.plan else { continue };
        let moved = left(plan, home, today);
        let moved = moved.as_ref().unwrap_or(plan);
        let put = |all: &mut Vec<(Instant, String)>, life, plan| {
            let next = doses(plan, life, now, Instant(i64::MAX)).find(|dose| !answered(medicine, dose));
            all.extend(next.map(|dose| (dose.due, medicine.name.clone())));
        };
        put(&mut kept, &at_home, plan);
        put(&mut changed, &away, moved);
        let over: Vec<Dose> = doses(moved, &away, now.plus_days(-2), now).collect();
        let is_over = |dose: &Dose| over.iter().any(|other| other.slot == dose.slot && other.due < dose.due);
        let open = doses_of(medicine, &at_home, (now.plus_days(-1), now.plus_days(1)));
        let mut open = open.filter(|dose| dose.until > now && !answered(medicine, dose));
        past.extend(open.any(|dose| is_over(&dose)).then(|| medicine.name.clone()));
    }
    let [kept, changed] = [kept, changed].map(|mut all| {
        all.sort();
        let first = all.into_iter().take(DOSES);
        first.map(|(at, name)| (name, say::moment(words, at, now, &device))).collect()
    });
    Ok(Journey { device, time, kept, changed, past })
}

/// The page of the time zone.
#[component]
pub fn ZonePage() -> impl IntoView {
    let query = use_query_map();
    let page = model(move || query.read().get("here").unwrap_or_default(), find_page);
    loaded(page, |page| shown(words(), &page))
}

fn shown(words: Words, page: &Page) -> AnyView {
    let error = refused::<ChangeZone>().or_else(refused::<KeepZone>);
    let wrong = error.as_ref().map(|error| match error {
        ApiError::Invalid(_) => words.account_zone_wrong(),
        other => general_error(other),
    });
    let lines: Vec<(&'static str, String)> = wrong.iter().map(|text| ("zone", text.clone())).collect();
    let home = place(&page.zone);
    let done = use_query_map().get_untracked().get("done").filter(|_| wrong.is_none());
    let done = match done.as_deref() {
        Some("changed") => Some(words.account_zone_changed(&home)),
        Some("kept") => Some(words.account_zone_kept(&home)),
        _ => None,
    };
    view! {
        <Back href="/account".to_owned() to=words.site_more()/>
        <PageHead title=words.account_zone_title() lead=words.account_zone_lead()/>
        {done.map(|text| notice(Drawing::Check, text, None))}
        {(!lines.is_empty()).then(|| view! { <ErrorSummary title=words.account_check_wrong() lines/> })}
        <p>{words.account_zone_now(&home, &page.time)}</p>
        {page.journey.as_ref().map(|journey| asked(words, page, journey, &home))}
        {setting(words, page, wrong.as_ref())}
    }
    .into_any()
}

/// The question of a journey: two ways, each with what it does to the next doses.
fn asked(words: Words, page: &Page, journey: &Journey, home: &str) -> AnyView {
    let device = place(&journey.device);
    let doses = |all: &[(String, String)]| {
        let line = |(name, when): &(String, String)| {
            view! {
                <li>
                    <strong>
                        <bdi translate="no">{name.clone()}</bdi>
                    </strong>
                    <span>{when.clone()}</span>
                </li>
            }
        };
        (!all.is_empty()).then(|| {
            view! {
                <p>{words.account_zone_next(&device)}</p>
                <ul class="zone-doses" role="list">{all.iter().map(line).collect_view()}</ul>
            }
        })
    };
    let medicines = page.role == AccountRole::Patient;
    let past = (!journey.past.is_empty())
        .then(|| notice(Drawing::Attention, words.account_zone_past(&list(words, &journey.past)), None));
    view! {
        <section class="section" aria-labelledby="journey">
            <h2 id="journey">{words.account_zone_which()}</h2>
            <p>{words.account_zone_device(&device, &journey.time)}</p>
            <div class="zone-ways">
                <form class="card" method="post" action="/api/account/keep_zone">
                    <h3>{words.account_zone_keep(home)}</h3>
                    <p>{words.account_zone_keep_about()}</p>
                    {doses(&journey.kept)}
                    <input type="hidden" name="device" value=journey.device.clone()/>
                    <button class="button">{words.account_zone_keep(home)}</button>
                </form>
                <form class="card" method="post" action="/api/account/change_zone">
                    <h3>{words.account_zone_change(&device)}</h3>
                    <p>{words.account_zone_change_about()}</p>
                    {doses(&journey.changed)}
                    {past}
                    <input type="hidden" name="zone" value=journey.device.clone()/>
                    <button class="button">{words.account_zone_change(&device)}</button>
                </form>
            </div>
            {medicines.then(|| notice(Drawing::Info, words.account_zone_hours(), None))}
        </section>
    }
    .into_any()
}

fn setting(words: Words, page: &Page, wrong: Option<&String>) -> AnyView {
    let mut all = zones();
    if !all.contains(&page.zone) {
        all.push(page.zone.clone());
    }
    let options = all
        .into_iter()
        .map(|name| {
            let selected = name == page.zone;
            let shown = choose::shown(&name);
            view! { <option value=name selected=selected>{shown}</option> }
        })
        .collect_view();
    view! {
        <section class="section" aria-labelledby="other">
            <h2 id="other">{words.account_zone_other()}</h2>
            <form class="form card" method="post" action="/api/account/change_zone">
                <div class=if wrong.is_some() { "field field-wrong" } else { "field" }>
                    <label for="zone">{words.account_zone()}</label>
                    <p class="hint" id="zone-hint">{words.account_zone_hint()}</p>
                    {wrong.cloned().map(|text| view! { <FieldError id="zone-error".to_owned() text/> })}
                    <select
                        class="input"
                        id="zone"
                        name="zone"
                        aria-invalid=wrong.is_some().then_some("true")
                        aria-describedby=if wrong.is_some() { "zone-hint zone-error" } else { "zone-hint" }
                    >
                        {options}
                    </select>
                </div>
                <button class="button">{words.account_zone_save()}</button>
            </form>
        </section>
    }
    .into_any()
}
