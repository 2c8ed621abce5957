//! How the device stands, as its worker says: offline or not, and what waits to be sent.

use domain::time::PartialDate;
#[cfg(not(feature = "ssr"))]
use domain::time::{Offset, WallTime};
use leptos::prelude::*;
use serde::Deserialize;

/// How the device stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Device {
    /// The server could not be reached.
    pub offline: bool,
    /// When what it keeps was made, in milliseconds; nothing where nothing is kept.
    #[serde(rename = "asOf")]
    pub as_of: Option<i64>,
    /// How far the server's clock is ahead of the device's, in milliseconds, when what it keeps came.
    pub offset: i64,
    /// A newer version of Daybook waits to be used.
    pub update: bool,
    /// Daybook could be put on the home screen, and it is a good moment to say so.
    pub offer: bool,
    /// What was said here and is on its way, in the order in which it was said.
    pub waiting: Vec<Write>,
}

/// Something that was said on this device: a call of a server function.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Write {
    pub id: String,
    /// `/api/medicines/note`.
    pub path: String,
    /// Names and values, in the order of the form.
    pub fields: Vec<(String, String)>,
    /// When it was said, in milliseconds by the clock of the device.
    pub made: i64,
    pub state: Sending,
    /// When it was sent.
    #[serde(default)]
    pub sent: Option<i64>,
    /// Why it was refused: an [`crate::error::ApiError`] as JSON.
    #[serde(default)]
    pub error: Option<String>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sending {
    Waiting,
    Sent,
    Refused,
}

impl Write {
    /// The function that it calls: `medicines/note`.
    pub fn function(&self) -> &str {
        self.path.trim_start_matches("/api/")
    }

    /// The value of a field; empty where it has none.
    pub fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }
}

impl Device {
    /// What the server's clock shows by now, in microseconds.
    pub fn now(&self) -> i64 {
        (now() + self.offset) * 1_000
    }

    pub fn count(&self, state: Sending) -> usize {
        self.waiting.iter().filter(|write| write.state == state).count()
    }

    /// What is true and a page of `since` does not say yet, of the functions of a room.
    pub fn unsaid<'a>(&'a self, room: &'a str, since: i64) -> impl Iterator<Item = &'a Write> {
        // What is kept may be older than the page around it.
        let since = if self.offline { self.as_of.unwrap_or(since).min(since) } else { since };
        self.waiting.iter().filter(move |write| {
            let told = write.state == Sending::Waiting || write.sent.is_some_and(|sent| sent > since);
            told && write.state != Sending::Refused && write.function().starts_with(room)
        })
    }
}

/// What every page knows of the device it is on.
#[derive(Clone, Copy)]
pub struct Here {
    pub device: RwSignal<Device>,
    /// When the models of this page were made, in milliseconds by the clock of the device.
    pub since: i64,
}

/// Hands the state of the device to everything below; call once, in the root component.
pub fn provide_device() {
    let since = use_context::<MadeAt>().map_or_else(asked_for, |made| made.0);
    // A page that the device itself shows knows from the beginning how it stands.
    let here = Here { device: RwSignal::new(use_context::<Device>().unwrap_or_default()), since };
    #[cfg(not(feature = "ssr"))]
    PAGE.with(|page| page.set(Some(here.device)));
    provide_context(here);
}

/// The device that this page is on.
pub fn here() -> Here {
    use_context::<Here>().unwrap_or_else(|| Here { device: RwSignal::new(Device::default()), since: 0 })
}

/// When the models were made that an offline page shows.
#[derive(Clone, Copy)]
pub struct MadeAt(pub i64);

#[cfg(not(feature = "ssr"))]
thread_local! {
    static PAGE: std::cell::Cell<Option<RwSignal<Device>>> = const { std::cell::Cell::new(None) };
    static FRESH: std::cell::RefCell<std::collections::BTreeMap<String, String>> = const { std::cell::RefCell::new(std::collections::BTreeMap::new()) };
}

/// Takes what the worker says, as JSON.
#[cfg(not(feature = "ssr"))]
pub fn take(json: &str) {
    let said = crate::tree::read::<Device>(json.as_bytes());
    let page = PAGE.with(std::cell::Cell::get);
    if let (Ok(said), Some(page)) = (said, page)
        && page.with_untracked(|before| *before != said)
    {
        page.set(said);
    }
}

#[cfg(not(feature = "ssr"))]
#[wasm_bindgen::prelude::wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = daybook, js_name = tell)]
    fn tell_worker(json: &str) -> Result<(), wasm_bindgen::JsValue>;
    #[wasm_bindgen(thread_local_v2, js_namespace = performance, js_name = timeOrigin)]
    static ASKED_FOR: f64;
    #[wasm_bindgen(js_namespace = crypto, js_name = randomUUID)]
    fn random_uuid() -> String;
}

/// Tells the worker something, as JSON.
pub fn tell(json: &str) {
    // Without a worker there is nobody to tell.
    #[cfg(not(feature = "ssr"))]
    let _ = tell_worker(json);
    #[cfg(feature = "ssr")]
    let _ = json;
}

/// A new id for something that is said offline, the same for the same thing as long as this page is open: `of` says
/// what it is and how often it was said. On the server pages have theirs already.
pub fn fresh<Id: std::str::FromStr>(of: &str) -> Option<Id> {
    #[cfg(not(feature = "ssr"))]
    return FRESH.with_borrow_mut(|all| all.entry(of.to_owned()).or_insert_with(random_uuid).parse().ok());
    #[cfg(feature = "ssr")]
    {
        let _ = of;
        None
    }
}

/// When this document was asked for: what it shows is not older.
fn asked_for() -> i64 {
    #[cfg(not(feature = "ssr"))]
    #[expect(clippy::cast_possible_truncation, reason = "below a millisecond nothing is compared")]
    return ASKED_FOR.with(|at| *at as i64);
    #[cfg(feature = "ssr")]
    0
}

/// Milliseconds by the clock of the device.
pub fn now() -> i64 {
    #[cfg(not(feature = "ssr"))]
    #[expect(clippy::cast_possible_truncation, reason = "a whole number of milliseconds")]
    return js_sys::Date::now() as i64;
    #[cfg(feature = "ssr")]
    0
}

/// What the clock of the device showed then.
pub fn moment(ms: i64) -> PartialDate {
    #[cfg(not(feature = "ssr"))]
    {
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let date = js_sys::Date::new(&(ms as f64).into());
        let small = |number: u32| u8::try_from(number).unwrap_or_default();
        PartialDate {
            year: i16::try_from(date.get_full_year()).unwrap_or_default(),
            month: Some(small(date.get_month() + 1)),
            day: Some(small(date.get_date())),
            time: Some(WallTime {
                hour: small(date.get_hours()),
                minute: small(date.get_minutes()),
                second: 0,
                micros: 0,
                offset: Offset::Missing,
            }),
        }
    }
    // The server knows no clock of a device.
    #[cfg(feature = "ssr")]
    crate::request::local_date(domain::time::Instant(ms * 1000), "UTC")
}
