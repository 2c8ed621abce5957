//! The line above every page that says how the device stands: offline, since when what one sees is as it is, and
//! what has not been sent yet.

use leptos::prelude::*;

use super::{
    state::{self, Device, here},
    unsent,
};
use crate::{
    results::say,
    shell::icon::{Drawing, Icon},
    visit::words,
    words::Words,
};

/// Where what is not sent yet stands.
pub const UNSENT: &str = "/account/unsent";

/// The line. Nothing, while there is nothing to say.
#[component]
pub fn Strip() -> impl IntoView {
    let words = words();
    let device = here().device;
    view! { <div class="device" aria-live="polite">{move || device.with(|device| lines(words, device))}</div> }
        .into_any()
}

/// Asked once, and never again after "not now".
fn offer(words: Words) -> AnyView {
    view! {
        <div class="notice notice-device">
            <Icon of=Drawing::Download/>
            <div>
                <p>{words.devices_offer()}</p>
                <p class="actions">
                    <a class="button button-quiet button-small" href="/account/install" rel="external">
                        {words.devices_offer_how()}
                    </a>
                    <button class="button button-quiet button-small" on:click=|_| state::tell(r#"{"offer":false}"#)>
                        {words.devices_offer_later()}
                    </button>
                </p>
            </div>
        </div>
    }
    .into_any()
}

fn lines(words: Words, device: &Device) -> Option<AnyView> {
    let (waiting, refused) = unsent::counts(device);
    let mut said = Vec::new();
    if device.offline {
        said.push(match device.as_of {
            Some(at) => words.devices_no_network_as_of(&say::date(words, state::moment(at))),
            None => words.devices_no_network(),
        });
    }
    if waiting > 0 {
        said.push(words.devices_unsent_count(waiting));
    }
    if refused > 0 {
        said.push(words.devices_refused_count(refused));
    }
    let update = device.update && !device.offline;
    let offer = (device.offer && said.is_empty() && !update).then(|| offer(words));
    if said.is_empty() && !update {
        return offer;
    }
    let of = if device.offline || refused > 0 { Drawing::Attention } else { Drawing::Waiting };
    let what = (!said.is_empty()).then(|| {
        view! { <p>{said.join(" ")} {(waiting > 0 || refused > 0).then(|| view! { " " <a href=UNSENT>{words.devices_show()}</a> })}</p> }
    });
    let newer = update.then(|| {
        view! {
            <p>
                {words.devices_update()}
                " "
                <button class="button button-quiet button-small" on:click=|_| state::tell(r#"{"update":true}"#)>
                    {words.devices_update_now()}
                </button>
            </p>
        }
    });
    let class = if refused > 0 { "notice notice-device notice-strong" } else { "notice notice-device" };
    Some(view! { <div class=class><Icon of=of/><div>{what} {newer}</div></div> }.into_any())
}
