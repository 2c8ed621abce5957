//! Where one is signed in, and ending it.

use domain::time::PartialDate;
use leptos::prelude::*;

use super::api::{Device, get_devices};
use crate::{
    shell::{
        icon::{Drawing, Icon},
        page::{Back, PageHead, loaded, model},
    },
    visit::words,
};

/// The list of devices.
#[component]
pub fn Devices() -> impl IntoView {
    let page = model(|| (), |()| get_devices());
    loaded(page, |devices| {
        let words = words();
        view! {
            <Back href="/account".to_owned() to=words.site_more()/>
            <PageHead title=words.account_devices() lead=words.account_devices_lead()/>
            <ul class="entries" role="list">
                {devices.into_iter().map(|device| view! { <DeviceLine device/> }).collect_view()}
            </ul>
        }
        .into_any()
    })
}

#[component]
fn DeviceLine(device: Device) -> impl IntoView {
    let words = words();
    let name = match &device.browser {
        Some((browser, system)) => words.account_device_browser(browser, system),
        None => words.account_device_unknown(),
    };
    let day = |date: PartialDate| words.date(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1));
    let end = (!device.current).then(|| {
        view! {
            <form method="post" action="/api/account/end_session">
                <input type="hidden" name="session" value=device.session.to_string()/>
                <button class="button button-quiet button-small" aria-label=words.account_device_end_which(&name)>
                    {words.account_device_end()}
                </button>
            </form>
        }
    });
    view! {
        <li class="entry entry-device">
            <span class="entry-icon">
                <Icon of=Drawing::Device/>
            </span>
            <div>
                <h2 class="entry-line">
                    <bdi>{name}</bdi>
                    {device
                        .current
                        .then(|| view! { " " <span class="badge badge-new">{words.account_this_device()}</span> })}
                </h2>
                <p class="entry-summary">{words.account_device_since(&day(device.since), &day(device.used))}</p>
            </div>
            {end}
        </li>
    }
    .into_any()
}
