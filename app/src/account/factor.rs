//! The second step at sign-in: whether there is one, and changing it.

use domain::{
    access::AccountRole,
    account::{RECOVERY_CODES, factor::find_status},
    time::PartialDate,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};

use crate::{
    error::Answer,
    request,
    shell::{
        icon::Drawing,
        page::{Back, PageHead, loaded, model, notice},
    },
    visit::words,
};

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Factor {
    since: Option<PartialDate>,
    codes_left: i64,
    /// It must be there: the caller works for the clinic.
    required: bool,
    /// It must be there, and this session has not shown it.
    lacking: bool,
}

async fn find_factor() -> Answer<Factor> {
    let (backend, signed_in) = (request::backend()?, request::signed_in()?);
    let mut tx = backend.db.read().await?;
    let status = find_status(&mut tx, signed_in.caller.account).await?;
    Ok(Factor {
        since: status.since.map(|since| request::local_date(since, &signed_in.zone)),
        codes_left: status.codes_left,
        required: signed_in.caller.role != AccountRole::Patient,
        lacking: signed_in.caller.lacks_factor(),
    })
}

/// Setting a second step up, replacing it, turning it off.
#[component]
pub fn SecondFactor() -> impl IntoView {
    let page = model(|| (), |()| find_factor());
    loaded(page, |factor| {
        let words = words();
        let back = (!factor.lacking).then(|| view! { <Back href="/account".to_owned() to=words.site_more()/> });
        view! {
            {back}
            <PageHead title=words.account_factor() lead=words.account_factor_lead()/>
            {factor.lacking.then(|| notice(Drawing::Info, words.account_factor_required(), None))}
            <Recovered left=factor.codes_left/>
            {match factor.since {
                None => view! { <Offered required=factor.required/> }.into_any(),
                Some(_) if factor.lacking => view! { <Unshown/> }.into_any(),
                Some(since) => view! { <On since factor/> }.into_any(),
            }}
        }
        .into_any()
    })
}

/// What someone is told who has just signed in with a recovery code.
#[component]
fn Recovered(left: i64) -> impl IntoView {
    let words = words();
    let query = use_query_map().get_untracked();
    query.get("recovered").map(|_| {
        let next = query.get("next").unwrap_or_default();
        let on = view! {
            <p>{words.account_recovery_left(RECOVERY_CODES, left)}</p>
            <p>
                <a class="button" href=request::own_path(&next).to_owned()>{words.account_continue()}</a>
            </p>
        };
        notice(Drawing::Info, words.account_recovery_used(), Some(on.into_any()))
    })
}

/// There is none yet.
#[component]
fn Offered(required: bool) -> impl IntoView {
    let words = words();
    view! {
        <div class="card">
            <p>{words.account_factor_app()}</p>
            {(!required).then(|| view! { <p>{words.account_factor_choice()}</p> })}
            <p>
                <a class="button" href="/account/second-factor/new">{words.account_factor_set_up()}</a>
            </p>
        </div>
    }
    .into_any()
}

/// There is one, which was set up on another device after this one had signed in.
#[component]
fn Unshown() -> impl IntoView {
    let words = words();
    view! {
        <p>
            <a class="button" href="/account/confirm?next=/">{words.account_factor_show()}</a>
        </p>
    }
    .into_any()
}

#[component]
fn On(since: PartialDate, factor: Factor) -> impl IntoView {
    let words = words();
    let day = words.date(since.year, since.month.unwrap_or(1), since.day.unwrap_or(1));
    let off = (!factor.required).then(|| {
        view! {
            <section class="section" aria-labelledby="off">
                <h2 id="off">{words.account_factor_turn_off()}</h2>
                <p>{words.account_factor_turn_off_text()}</p>
                <form class="actions" method="post" action="/api/account/factor_off">
                    <button class="button button-quiet">{words.account_factor_turn_off()}</button>
                </form>
            </section>
        }
    });
    view! {
        <section class="section" aria-labelledby="app">
            <h2 id="app">{words.account_factor_code_app()}</h2>
            <p>{words.account_factor_on(&day)}</p>
            <p class="actions">
                <a class="button button-quiet" href="/account/second-factor/new">{words.account_factor_replace()}</a>
            </p>
        </section>
        <section class="section" aria-labelledby="recovery">
            <h2 id="recovery">{words.account_recovery()}</h2>
            <p>{words.account_recovery_text()}</p>
            <p>
                <strong>{words.account_recovery_left(RECOVERY_CODES, factor.codes_left)}</strong>
            </p>
            <form class="actions" method="post" action="/api/account/recovery_codes">
                <button class="button button-quiet">{words.account_recovery_new()}</button>
            </form>
            <p class="small">{words.account_recovery_new_text()}</p>
        </section>
        {off}
    }
    .into_any()
}
