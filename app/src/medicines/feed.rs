//! The calendar of doses for a calendar program: its secret address is made here, shown once, and taken back.

use domain::{
    FieldCode,
    access::{self, AccountRole, Medicines},
    id::RecordId,
    medicines::feed::{self, Feed, find_feed},
    time::PartialDate,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};

use crate::{
    error::{Answer, ApiError, refused},
    reminders::page::{day, time, wording_field},
    request::{self, Draft, NewCodes},
    shell::{
        form::{ErrorSummary, field_error, general_error},
        icon::Drawing,
        page::{Back, PageHead, loaded, model, notice},
    },
    tree::Tree,
    visit::words,
    words::Words,
};

/// The page, which also shows a new address.
const PAGE: &str = "/account/calendar";

/// Makes a calendar under a new address and answers the address, this once. The one before it ends.
#[server(endpoint = "medicines/make_feed", output = Tree)]
pub async fn make_feed(record: RecordId, #[server(default)] wording: String) -> Answer<Vec<String>> {
    let (backend, caller) = request::caller()?;
    let (named, now) = (read(&wording)?, backend.now());
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    // The address leads out of Daybook, and opens without a passphrase.
    access::fresh_factor(&caller, now)?;
    let secret = feed::make_feed(&mut tx, &granted, named, now).await?;
    tx.commit().await?;
    Ok(vec![format!("{}/calendar/{secret}.ics", backend.settings.public_url)])
}

/// Takes the address back: no program reads the calendar any more.
#[server(endpoint = "medicines/end_feed", output = Tree)]
pub async fn end_feed(record: RecordId) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    feed::end_feed(&mut tx, &granted, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("{PAGE}?ended=1"));
    Ok(())
}

/// Whether the calendar names medicines: only where that was chosen.
///
/// # Errors
/// `wording: NotAChoice`.
fn read(wording: &str) -> domain::Result<bool> {
    match wording {
        "" | "discreet" => Ok(false),
        "plain" => Ok(true),
        _ => Err(domain::Error::field("wording", FieldCode::NotAChoice)),
    }
}

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Page {
    record: RecordId,
    held: Option<Held>,
}

/// The calendar that there is.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Held {
    named: bool,
    made: PartialDate,
    read: Option<PartialDate>,
}

async fn find_page() -> Answer<Page> {
    let ((backend, caller), zone) = (request::caller()?, request::signed_in()?.zone);
    // Who cares for others has no medicines here.
    let record = caller.record.filter(|_| caller.role == AccountRole::Patient).ok_or(ApiError::NotFound)?;
    let mut tx = backend.db.read().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    let local = |at| request::local_date(at, &zone);
    let held = find_feed(&mut tx, &granted).await?.map(|Feed { named, made_at, read_at }| Held {
        named,
        made: local(made_at),
        read: read_at.map(local),
    });
    Ok(Page { record, held })
}

/// The page. Where an address has just been made, it shows that.
#[component]
pub fn DoseCalendar() -> impl IntoView {
    let made = use_context::<NewCodes>().unwrap_or_default().0.pop();
    if let Some(address) = made {
        return shown_once(words(), &address);
    }
    let page = model(|| (), |()| find_page());
    loaded(page, |page| calendar(&page))
}

fn shown_once(words: Words, address: &str) -> AnyView {
    // Programs that know the name of this way subscribe; others would load the file once.
    let subscribe = address.strip_prefix("https:").map(|rest| {
        view! {
            <p>
                <a class="button" href=format!("webcal:{rest}")>{words.medicines_feed_open()}</a>
            </p>
        }
    });
    view! {
        <PageHead title=words.medicines_feed_made() lead=words.medicines_feed_once()/>
        <div class="card">
            <h2 class="small" id="address">{words.medicines_feed_address()}</h2>
            <p class="mail-address">
                <bdi dir="ltr" translate="no">{address.to_owned()}</bdi>
            </p>
            <p>{words.medicines_feed_secret()}</p>
            {subscribe}
            <p>{words.medicines_feed_how()}</p>
            <p>
                <a class="button button-quiet" href=PAGE>{words.medicines_feed_kept()}</a>
            </p>
        </div>
    }
    .into_any()
}

fn calendar(page: &Page) -> AnyView {
    let words = words();
    let (made, ended) = (refused::<MakeFeed>(), refused::<EndFeed>());
    let lines: Vec<(&'static str, String)> = made
        .iter()
        .map(|error| ("make", problem(error)))
        .chain(ended.iter().map(|error| ("end", problem(error))))
        .collect();
    let over = lines.is_empty() && page.held.is_none() && use_query_map().read_untracked().get("ended").is_some();
    view! {
        <Back href="/account/reminders".to_owned() to=words.reminders_title()/>
        <PageHead title=words.medicines_feed_title() lead=words.medicines_feed_lead()/>
        {over.then(|| notice(Drawing::Check, words.medicines_feed_ended(), None))}
        {(!lines.is_empty()).then(|| view! { <ErrorSummary title=words.account_check_wrong() lines=lines.clone()/> })}
        {page.held.as_ref().map(|held| held_card(words, page.record, held))}
        {make_form(words, page)}
        <p class="small">{words.medicines_feed_honest()}</p>
    }
    .into_any()
}

fn problem(error: &ApiError) -> String {
    error.field("wording").map_or_else(|| general_error(error), field_error)
}

/// The calendar that there is, and its end.
fn held_card(words: Words, record: RecordId, held: &Held) -> AnyView {
    let says = if held.named { words.medicines_feed_named() } else { words.medicines_feed_discreet() };
    let read = match &held.read {
        Some(at) => words.medicines_feed_read(&day(words, at), &time(words, at)),
        None => words.medicines_feed_unread(),
    };
    view! {
        <section class="section" aria-labelledby="yours">
            <h2 id="yours">{words.medicines_feed_yours()}</h2>
            <div class="card">
                <p>{words.medicines_feed_since(&day(words, &held.made))}</p>
                <p>{says}</p>
                <p class="small">{read}</p>
                <form class="actions" method="post" action="/api/medicines/end_feed">
                    <input type="hidden" name="record" value=record.to_string()/>
                    <button class="button button-quiet" id="end">{words.medicines_feed_end()}</button>
                </form>
            </div>
        </section>
    }
    .into_any()
}

/// Making an address, the first one or another one.
fn make_form(words: Words, page: &Page) -> AnyView {
    let (title, button) = match page.held {
        None => (words.medicines_feed_make_title(), words.medicines_feed_make()),
        Some(_) => (words.medicines_feed_renew_title(), words.medicines_feed_renew()),
    };
    let voids = page.held.is_some().then(|| view! { <p>{words.medicines_feed_voids()}</p> });
    let plain = match Draft::of_request().field("wording").as_str() {
        "" => page.held.as_ref().is_some_and(|held| held.named),
        typed => typed == "plain",
    };
    view! {
        <section class="section" aria-labelledby="new">
            <h2 id="new">{title}</h2>
            <form class="form card" method="post" action="/api/medicines/make_feed">
                <input type="hidden" name="record" value=page.record.to_string()/>
                {voids}
                <fieldset class="reminders-kind">
                    <legend>{words.medicines_feed_wording()}</legend>
                    {wording_field("discreet", !plain, words.medicines_feed_say_nothing(), words.medicines_feed_say_nothing_about())}
                    {wording_field("plain", plain, words.medicines_feed_say_names(), words.medicines_feed_say_names_about())}
                </fieldset>
                <button class="button" id="make">{button}</button>
            </form>
        </section>
    }
    .into_any()
}
