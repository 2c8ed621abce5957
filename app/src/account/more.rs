//! Everything about one's account, and the way out.

use domain::access::AccountRole;
use leptos::prelude::*;

use super::api::get_overview;
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
    let page = model(|| (), |()| get_overview());
    loaded(page, |overview| {
        let words = words();
        let who = visit().who;
        let record = who.as_ref().and_then(|who| who.record);
        let staff = who.as_ref().is_some_and(|who| who.role == AccountRole::CareTeam);
        let (name, zone) = who.map(|who| (who.name, who.zone)).unwrap_or_default();
        let place = zone.rsplit('/').next().unwrap_or_default().replace('_', " ");
        let reminders = if overview.reminders { words.reminders_on() } else { words.reminders_off() };
        let factor = match overview.factor_since {
            Some(since) => {
                let day = words.date(since.year, since.month.unwrap_or(1), since.day.unwrap_or(1));
                words.account_factor_on(&day)
            }
            None => words.account_factor_none(),
        };
        view! {
            <PageHead title=words.site_more() lead=words.account_signed_in_as(&name)/>
            <section class="section" aria-labelledby="settings">
                <h2 id="settings">{words.account_settings()}</h2>
                <ul class="entries" role="list">
                    {setting("/account/second-factor", Drawing::Key, words.account_factor(), factor)}
                    {setting(
                        "/account/devices",
                        Drawing::Device,
                        words.account_devices(),
                        words.account_devices_count(overview.devices),
                    )}
                    {setting(
                        "/account/inbox",
                        Drawing::Note,
                        words.reminders_inbox(),
                        words.reminders_inbox_unread(overview.unread),
                    )}
                    {setting("/account/reminders", Drawing::Waiting, words.reminders_title(), reminders)}
                    {setting("/account/install", Drawing::Download, words.devices_offer_title(), words.devices_offer())}
                    {record
                        .map(|_| setting("/account/offline", Drawing::Download, words.devices_offline(), words.devices_offline_short()))}
                    {setting("/account/zone", Drawing::Today, words.account_zone_title(), words.account_zone_by(&place))}
                </ul>
            </section>
            {staff
                .then(|| {
                    view! {
                        <section class="section" aria-labelledby="team">
                            <h2 id="team">{words.worklist_more()}</h2>
                            <ul class="entries" role="list">
                                {setting("/team", Drawing::Person, words.worklist_people(), String::new())}
                                {setting("/team/comments", Drawing::Note, words.worklist_comments(), String::new())}
                            </ul>
                        </section>
                    }
                })}
            {record
                .map(|record| {
                    view! {
                        <section class="section" aria-labelledby="log">
                            <h2 id="log">{words.audit_more()}</h2>
                            <ul class="entries" role="list">
                                {setting(
                                    &format!("/records/{record}/log"),
                                    Drawing::Privacy,
                                    words.audit_title(),
                                    words.audit_more_text(),
                                )}
                                {setting(
                                    &format!("/records/{record}/care"),
                                    Drawing::Plan,
                                    words.record_care(),
                                    words.record_care_short(),
                                )}
                                {setting(
                                    &format!("/records/{record}/export"),
                                    Drawing::Download,
                                    words.record_take(),
                                    words.record_take_short(),
                                )}
                            </ul>
                        </section>
                    }
                })}
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

/// One setting, which a page of its own changes.
fn setting(href: &str, drawing: Drawing, title: String, state: String) -> AnyView {
    view! {
        <li class="entry">
            <span class="entry-icon">
                <Icon of=drawing/>
            </span>
            <div>
                <p class="entry-line">
                    <a class="entry-title" href=href.to_owned() rel="external">{title}</a>
                </p>
                <p class="entry-summary">{state}</p>
            </div>
            <Icon of=Drawing::ChevronEnd/>
        </li>
    }
    .into_any()
}
