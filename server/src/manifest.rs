//! What a phone needs to know to install Daybook: the web app manifest of each language.

use app::{
    request::Session,
    words::{Language, Words},
};
use axum::{
    Extension,
    extract::Path,
    response::{IntoResponse as _, Redirect, Response},
};
use http::{StatusCode, header};
use serde_json::{Value, json};

use crate::{files::A_DAY, guard};

/// The colours of the light theme, as the document has them.
const BACKGROUND: &str = "#faf7f1";

/// `/manifest/fr.webmanifest`.
pub async fn manifest(Path(file): Path<String>) -> Response {
    let language = file.strip_suffix(".webmanifest").and_then(Language::from_code_or_pseudo);
    let Some(language) = language else { return StatusCode::NOT_FOUND.into_response() };
    let kind = (header::CONTENT_TYPE, "application/manifest+json");
    ([kind, (header::CACHE_CONTROL, A_DAY)], made(Words::new(language)).to_string()).into_response()
}

fn made(words: Words) -> Value {
    let language = words.language();
    // Its picture keeps clear of the edges that a phone may cut off.
    let icon = |size: u32, purpose: &str| json!({ "src": format!("/icon-{size}.png"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let picture = |name: &str, sizes: &str, form: &str, label: String| json!({ "src": format!("/screenshots/{name}.png"), "sizes": sizes, "type": "image/png", "form_factor": form, "label": label });
    let shortcut = |name: String, place: Place| json!({ "name": name, "url": format!("/go/{}", place.code()) });
    json!({
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "name": words.site_name(),
        "short_name": words.site_name(),
        "description": words.devices_manifest_about(),
        "lang": language.code(),
        "dir": language.dir(),
        "display": "standalone",
        "background_color": BACKGROUND,
        "theme_color": BACKGROUND,
        "categories": ["health", "medical"],
        "icons": [
            icon(192, "any"), icon(512, "any"), icon(192, "maskable"), icon(512, "maskable"),
            { "src": "/favicon.svg", "sizes": "any", "type": "image/svg+xml" },
        ],
        "screenshots": [
            picture("today", "824x1784", "narrow", words.site_today()),
            picture("diary", "824x1784", "narrow", words.diary_title()),
            picture("results", "1280x800", "wide", words.site_results()),
        ],
        "shortcuts": [
            shortcut(words.site_today(), Place::Today),
            shortcut(words.diary_check(), Place::Diary),
            shortcut(words.devices_manifest_dose(), Place::Medicines),
        ],
    })
}

/// Where a shortcut on the home screen leads: addresses of a record are known to who is signed in alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Today,
    Diary,
    Medicines,
}

impl Place {
    const ALL: [Self; 3] = [Self::Today, Self::Diary, Self::Medicines];

    const fn code(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Diary => "diary",
            Self::Medicines => "medicines",
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Today => "",
            Self::Diary => "/diary",
            Self::Medicines => "/medicines",
        }
    }
}

/// `/go/diary`: that page of one's own record; what the start is for whoever has none, or is signed out.
pub async fn go(Path(place): Path<String>, session: Extension<Session>) -> Redirect {
    let place = Place::ALL.into_iter().find(|known| known.code() == place);
    let own = session.0.0.as_ref().and_then(|signed_in| signed_in.caller.record);
    match (place, own) {
        (Some(place), Some(record)) => Redirect::to(&format!("/records/{record}{}", place.path())),
        _ => guard::start(session).await,
    }
}
