//! Everything about one's account, and the way out.

use domain::access::AccountRole;
use leptos::prelude::*;

use super::api::get_devices;
use crate::{
    shell::{
        icon::{Drawing, Icon},
        page::{PageHead, loaded, model},
    },
    visit::{visit, words},
};

/// Settings and signing out.
#[component]
pub fn More() -> impl IntoView {
    let page = model(|| (), |()| get_devices());
    loaded(page, |devices| {
        let words = words();
        let who = visit().who;
        let staff = who.as_ref().is_some_and(|who| who.role != AccountRole::Patient);
        let record = who.as_ref().and_then(|who| who.record);
        let name = who.map(|who| who.name).unwrap_or_default();
        let take = record.map(|record| {
            view! {
                <li class="entry">
                    <span class="entry-icon">
                        <Icon of=Drawing::Download/>
                    </span>
                    <div>
                        <p class="entry-line">
                            <a class="entry-title" href=format!("/records/{record}/export") rel="external">
                                {words.record_take()}
                            </a>
                        </p>
                        <p class="entry-summary">{words.record_take_short()}</p>
                    </div>
                    <Icon of=Drawing::ChevronEnd/>
                </li>
            }
        });
        view! {
            <PageHead title=words.site_more() lead=words.account_signed_in_as(&name)/>
            {staff
                .then(|| {
                    view! {
                        <div class="notice">
                            <Icon of=Drawing::Info/>
                            <div>
                                <p>{words.account_staff_waiting()}</p>
                            </div>
                        </div>
                    }
                })}
            <section class="section" aria-labelledby="settings">
                <h2 id="settings">{words.account_settings()}</h2>
                <ul class="entries" role="list">
                    <li class="entry">
                        <span class="entry-icon">
                            <Icon of=Drawing::Device/>
                        </span>
                        <div>
                            <p class="entry-line">
                                <a class="entry-title" href="/account/devices" rel="external">{words.account_devices()}</a>
                            </p>
                            <p class="entry-summary">{words.account_devices_count(devices.len())}</p>
                        </div>
                        <Icon of=Drawing::ChevronEnd/>
                    </li>
                    {take}
                </ul>
            </section>
            <section class="section" aria-labelledby="leave">
                <h2 id="leave">{words.account_leave()}</h2>
                <form method="post" action="/api/account/sign_out">
                    <button class="button button-quiet">
                        <Icon of=Drawing::SignOut/>
                        {words.account_sign_out()}
                    </button>
                </form>
            </section>
        }
        .into_any()
    })
}
