//! What waits for the demonstration's care team on the first day: alerts of each severity, words to read,
//! and someone who has not answered. What was opened long ago is late.

use domain::{
    access::act_by_itself,
    db::Db,
    diary::{
        alert::{About, Alert, Reason, Urgency},
        report::{Attribute, Author, Flag, Level, Symptom, Temperature},
    },
    id::ReportId,
    record::store::list_for_operator,
    site::Site,
    time::Instant,
    worklist::item_store::{NewItem, open_item},
};

use super::Life;
use crate::command::Failure;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// Opens each item as if it had come so long ago.
pub async fn open_items(db: &Db, lives: &[Life], site: &Site, now: Instant) -> Result<(), Failure> {
    let mut tx = db.write().await?;
    let records = list_for_operator(&mut tx).await?;
    for (slug, seconds, new) in items(now)? {
        let name = lives.iter().find(|life| life.slug == slug).map(|life| life.name);
        let Some((record, ..)) = records.iter().find(|(_, known, _)| known.as_deref() == name) else { continue };
        let granted = act_by_itself(&mut tx, *record).await?;
        open_item(&mut tx, &granted, new, site, now.plus_seconds(-seconds)).await?;
    }
    Ok(tx.commit().await?)
}

fn items(now: Instant) -> Result<Vec<(&'static str, i64, NewItem)>, Failure> {
    let week = now.plus_days(-7);
    let fever = vec![
        an_alert(About::Flag(Flag::FeverOrChills), Urgency::Urgent, vec![Reason::Flagged], Author::Person),
        an_alert(About::Temperature(Temperature(384)), Urgency::Urgent, vec![Reason::Fever], Author::Person),
    ];
    let pain = vec![
        symptom("pain", vec![rise(Attribute::Severity, 1, 3, week)?, grade(3, 1)], Author::Caregiver),
        symptom("nausea", vec![level(Attribute::Frequency, 3)?], Author::Caregiver),
    ];
    let tiredness = vec![symptom("tiredness", vec![slide(Attribute::Interference, [1, 2, 3])?], Author::Person)];
    let numbness = vec![symptom("numbness", vec![rise(Attribute::Severity, 0, 2, week)?], Author::Person)];
    let words = "My mouth is sore when I drink coffee. Is that from the treatment, and may I use a mouthwash?";
    Ok(vec![
        ("in-chemotherapy", 20 * MINUTE, NewItem::alerts(ReportId::new(), fever)),
        ("advanced-cancer", 2 * HOUR, NewItem::alerts(ReportId::new(), pain)),
        ("advanced-cancer", 26 * HOUR, NewItem::alerts(ReportId::new(), tiredness)),
        ("in-chemotherapy", HOUR, NewItem::alerts(ReportId::new(), numbness)),
        ("just-diagnosed", 20 * HOUR, NewItem::note(ReportId::new(), words.into())),
        ("lifelong-record", 30 * HOUR, NewItem::silent(ReportId::new().0, now.plus_days(-15))),
    ])
}

const fn an_alert(about: About, urgency: Urgency, reasons: Vec<Reason>, by: Author) -> Alert {
    Alert { about, urgency, reasons, by }
}

fn symptom(name: &str, reasons: Vec<Reason>, by: Author) -> Alert {
    an_alert(About::Symptom(Symptom(name.into())), Urgency::Alert, reasons, by)
}

fn of(level: u8) -> Result<Level, Failure> {
    Level::try_from(level).map_err(|cause| Failure::said(cause.to_string()))
}

fn rise(attribute: Attribute, from: u8, to: u8, since: Instant) -> Result<Reason, Failure> {
    Ok(Reason::Rise { attribute, from: of(from)?, to: of(to)?, since })
}

fn level(attribute: Attribute, level: u8) -> Result<Reason, Failure> {
    Ok(Reason::Level { attribute, level: of(level)? })
}

fn slide(attribute: Attribute, [first, previous, now]: [u8; 3]) -> Result<Reason, Failure> {
    Ok(Reason::Slide { attribute, first: of(first)?, previous: of(previous)?, now: of(now)? })
}

const fn grade(grade: u8, before: u8) -> Reason {
    Reason::Composite { grade, before: Some(before) }
}
