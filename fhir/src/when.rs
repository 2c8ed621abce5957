//! When something happened, in every form that FHIR writes it, with the precision it came with.

use domain::{
    results::When,
    time::{Instant, Offset, PartialDate},
};

use crate::json::{Object, Read};

/// `effective[x]`, `performed[x]`, `onset[x]`, `occurrence[x]`: a date, a moment, a period, or the
/// first date of a timing.
pub fn choice(object: &Object<'_>, stem: &str) -> Read<Option<When>> {
    for form in ["DateTime", "Instant", "Date"] {
        if let Some(start) = object.date(&format!("{stem}{form}"))? {
            return Ok(Some(at(start)));
        }
    }
    if let Some(when) = object.object(&format!("{stem}Period"), period)? {
        return Ok(Some(when).filter(|w| *w != When::default()));
    }
    let timing = object.object(&format!("{stem}Timing"), first_of_timing)?;
    Ok(timing.flatten())
}

/// A single moment.
pub fn at(start: PartialDate) -> When {
    When { start: Some(start), end: None }
}

/// A date under a name as a moment.
pub fn date(object: &Object<'_>, name: &str) -> Read<Option<When>> {
    Ok(object.date(name)?.map(at))
}

/// A period; one that ends before it starts is kept as it came.
pub fn period(object: &Object<'_>) -> Read<When> {
    Ok(When { start: object.date("start")?, end: object.date("end")? })
}

/// The period under a name; nothing when it is empty.
pub fn period_under(object: &Object<'_>, name: &str) -> Read<Option<When>> {
    Ok(object.object(name, period)?.filter(|w| *w != When::default()))
}

fn first_of_timing(timing: &Object<'_>) -> Read<Option<When>> {
    for text in timing.texts("event")? {
        if let Ok(start) = text.parse() {
            return Ok(Some(at(start)));
        }
    }
    let bounds = timing.object("repeat", |repeat| repeat.object("boundsPeriod", period))?;
    Ok(bounds.flatten().filter(|w| *w != When::default()))
}

/// The moment a date stands for: the start of what it names, in UTC where it names no offset.
pub fn instant(date: PartialDate) -> Option<Instant> {
    let narrow = |n: Option<u8>| i8::try_from(n.unwrap_or(1)).ok();
    let day = jiff::civil::Date::new(date.year, narrow(date.month)?, narrow(date.day)?).ok()?;
    let (clock, micros, minutes) = match date.time {
        None => (day.at(0, 0, 0, 0), 0, 0),
        Some(t) => {
            let clock = day.at(narrow(Some(t.hour))?, narrow(Some(t.minute))?, narrow(Some(t.second))?, 0);
            let minutes = match t.offset {
                Offset::Minutes(m) => i64::from(m),
                Offset::Utc | Offset::Missing => 0,
            };
            (clock, i64::from(t.micros), minutes)
        }
    };
    let utc = clock.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
    Some(Instant(utc.as_microsecond() + micros).plus_seconds(-60 * minutes))
}
