//! The calendar of doses that calendar programs subscribe to: the address itself is the secret.

use app::{
    reminders::say,
    request::Backend,
    words::{Language, Words},
};
use axum::{
    Extension,
    extract::Path,
    response::{IntoResponse as _, Response},
};
use chrono::{DateTime, Duration, Utc};
use domain::{
    medicines::feed::{Calendar, DoseMoment, read_calendar},
    reminders::Notice,
    time::Instant,
};
use http::{StatusCode, header};
use icalendar::{Alarm, Class, Component as _, Event, EventLike as _, Property};

/// Programs may show a moment as a stretch of time, so it is a short one.
const MINUTES: i64 = 10;

/// `/calendar/<secret>.ics`. A wrong secret and one that was taken back are the same empty answer.
pub async fn calendar(Extension(backend): Extension<Backend>, Path(file): Path<String>) -> Response {
    let secret = file.strip_suffix(".ics").unwrap_or_default();
    let now = backend.now();
    match read_calendar(&backend.db, secret, now).await {
        Ok(Some(calendar)) => {
            let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
            ([kind, (header::CACHE_CONTROL, "no-store")], written(&calendar, now)).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(cause) => {
            tracing::error!(event = "calendar.unreadable", %cause);
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// The calendar as RFC 5545 writes it.
fn written(calendar: &Calendar, now: Instant) -> String {
    let words = Words::new(calendar.language.as_deref().and_then(Language::from_code).unwrap_or_default());
    let mut made = icalendar::Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Daybook//Calendar//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", &words.site_name()),
        ("X-PUBLISHED-TTL", "PT1H"),
    ] {
        made.append_property(Property::new(name, value));
    }
    made.append_property(Property::new("REFRESH-INTERVAL", "PT1H").add_parameter("VALUE", "DURATION").done());
    made.extend(calendar.moments.iter().filter_map(|moment| event(words, moment, now)));
    made.to_string()
}

/// One moment; none where a calendar has no such year.
fn event(words: Words, moment: &DoseMoment, now: Instant) -> Option<Event> {
    let at = utc(moment.at)?;
    let text = if moment.names.is_empty() {
        words.site_name()
    } else {
        say::plainly(words, Notice::MedicineDue, Some(&moment.names.join(", ")))
    };
    let alarm = Alarm::display(&text, Duration::zero()).uid(&format!("alarm-{}", moment.uid)).done();
    let mut event = Event::new();
    event.uid(&moment.uid).timestamp(utc(now)?).starts(at).ends(at + Duration::minutes(MINUTES)).summary(&text);
    // It is no appointment: others don't see the person as busy.
    event.class(Class::Private).add_property("TRANSP", "TRANSPARENT").alarm(alarm);
    Some(event.done())
}

fn utc(at: Instant) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_micros(at.0)
}
