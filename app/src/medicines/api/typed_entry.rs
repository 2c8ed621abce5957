//! What a form about a dose says, and where its reader goes on.

use domain::{
    FieldCode,
    access::{Granted, Medicines, Write},
    account::draft,
    db::Tx,
    id::{AccountId, EntryId, MedicineId, RecordId},
    medicines::{
        Slot,
        entry::{Kind, LATER_MINUTES, NewEntry, Question, Reason, What},
        life_store::get_life,
    },
    time::{Day, Instant},
};

use crate::{
    error::{Answer, ApiError, refused},
    medicines::{
        api::{Note, Undo},
        model::TypedEntry,
    },
    request::{Backend, Draft},
};

const HALF_A_DAY: i64 = 12 * 3_600;

/// A slot as forms send it.
pub fn slot_text(slot: Slot) -> String {
    format!("{}.{}", String::from(slot.day), slot.number)
}

pub fn slot(text: &str) -> Option<Slot> {
    let (day, number) = text.split_once('.')?;
    Some(Slot { day: day.to_owned().try_into().ok()?, number: number.parse().ok()? })
}

/// What a form says of a dose.
///
/// # Errors
/// `at`, `reason` or `minutes` when they can't be read.
pub async fn entry(
    tx: &mut Tx,
    granted: &Granted<Write, Medicines>,
    (medicine, id): (MedicineId, EntryId),
    typed: &TypedEntry,
    now: Instant,
) -> Answer<NewEntry> {
    let field = |name: &'static str, code| ApiError::from(domain::Error::field(name, code));
    let what = match Kind::from_code(&typed.what) {
        Some(Kind::Taken) if typed.time.is_empty() && typed.day.is_empty() => {
            What::Taken { at: now, amounts: Vec::new() }
        }
        Some(Kind::Taken) => {
            let life = get_life(tx, granted).await?;
            let zone = life.zone.iana_name().unwrap_or("UTC");
            let at = when_taken(&typed.day, &typed.time, zone, now);
            What::Taken { at: at.ok_or_else(|| field("at", FieldCode::Malformed))?, amounts: Vec::new() }
        }
        Some(Kind::Skipped) => {
            let reason = Reason::from_code(&typed.reason).ok_or_else(|| field("reason", FieldCode::NotAChoice))?;
            What::Skipped { reason, words: typed.words.clone() }
        }
        Some(Kind::Missed) => What::Missed,
        Some(Kind::Later) => {
            let minutes = typed.minutes.parse().ok().filter(|minutes| LATER_MINUTES.contains(minutes));
            let minutes = minutes.ok_or_else(|| field("minutes", FieldCode::NotAChoice))?;
            What::Later { until: now.plus_seconds(i64::from(minutes) * 60) }
        }
        None => return Err(field("what", FieldCode::NotAChoice)),
    };
    let slot = match typed.slot.as_str() {
        "" => None,
        text => Some(slot(text).ok_or(ApiError::NotFound)?),
    };
    Ok(NewEntry { id, medicine, slot, what, truly: typed.truly == "yes" })
}

/// When something was taken, by the clock where the person is. Who says no day means the last time that the
/// clock showed it: past midnight `23:10` is yesterday. A time that was half a day ago or more stays ahead, and
/// is refused: it is more likely one that is yet to come.
fn when_taken(day: &str, time: &str, zone: &str, now: Instant) -> Option<Instant> {
    if !day.is_empty() {
        return Instant::of_wall_clock(day, time, zone);
    }
    let today = Day::of(now, zone).ok()?;
    let at = |day: Day| Instant::of_wall_clock(&String::from(day), time, zone);
    let yesterday = at(today.plus_days(-1)).filter(|at| now.seconds_since(*at) < HALF_A_DAY);
    at(today).filter(|at| *at <= now).or(yesterday).or_else(|| at(today))
}

/// Where someone goes on after something was noted.
pub fn back_with(record: RecordId, typed: &TypedEntry, noted: EntryId) -> String {
    format!("{}?noted={noted}", back(record, &typed.back))
}

/// The page that asks first. What was typed is sealed as a draft: neither what was taken nor why stands in an
/// address.
pub async fn ask_first(
    tx: &mut Tx,
    (backend, account): (&Backend, AccountId),
    (record, medicine, id, of): (RecordId, MedicineId, EntryId, Option<EntryId>),
    typed: &TypedEntry,
    question: &Question,
) -> Answer<String> {
    let why = match question {
        Question::Already(_) => "already",
        Question::Soon { .. } => "soon",
        Question::Most { .. } => "most",
    };
    let fields = [
        ("id", id.to_string()),
        // What it would take the place of.
        ("of", of.map(|of| of.to_string()).unwrap_or_default()),
        ("why", why.to_owned()),
        ("typed[slot]", typed.slot.clone()),
        ("typed[what]", typed.what.clone()),
        ("typed[reason]", typed.reason.clone()),
        ("typed[words]", typed.words.clone()),
        ("typed[day]", typed.day.clone()),
        ("typed[time]", typed.time.clone()),
        ("typed[back]", typed.back.clone()),
    ];
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let draft = draft::save_draft(tx, &backend.keys, Some(account), &fields, backend.now()).await?;
    Ok(format!("/records/{record}/medicines/{medicine}/ask?draft={draft}"))
}

/// What a draft says of a dose.
pub fn typed_in(draft: &Draft) -> TypedEntry {
    let field = |name: &str| draft.field(&format!("typed[{name}]"));
    TypedEntry {
        what: field("what"),
        slot: field("slot"),
        minutes: field("minutes"),
        reason: field("reason"),
        words: field("words"),
        day: field("day"),
        time: field("time"),
        truly: String::new(),
        back: field("back"),
    }
}

/// What was typed of a dose in a form that came back refused, and of which medicine.
pub fn typed() -> Option<(MedicineId, TypedEntry)> {
    refused::<Note>()?;
    let draft = Draft::of_request();
    Some((draft.field("medicine").parse().ok()?, typed_in(&draft)))
}

/// Whether a form about a dose came back refused.
pub fn problem() -> bool {
    refused::<Note>().or_else(refused::<Undo>).is_some()
}

/// The page that someone came from.
pub fn back(record: RecordId, back: &str) -> String {
    match Day::try_from(back.to_owned()) {
        Ok(day) => of_day(record, day),
        Err(_) if back == "today" => format!("/records/{record}"),
        Err(_) => format!("/records/{record}/medicines"),
    }
}

/// The page of a day whose doses nobody answered.
pub fn of_day(record: RecordId, day: Day) -> String {
    format!("/records/{record}/medicines/history/{}", String::from(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str, time: &str) -> Instant {
        Instant::of_wall_clock(day, time, "Europe/Paris").unwrap()
    }

    #[test]
    fn a_time_without_a_day_is_the_last_time_that_the_clock_showed_it() {
        let past_midnight = at("2026-11-22", "00:30");
        let taken = |time: &str, now: Instant| when_taken("", time, "Europe/Paris", now);
        assert_eq!(taken("23:10", past_midnight), Some(at("2026-11-21", "23:10")));
        assert_eq!(taken("00:10", past_midnight), Some(at("2026-11-22", "00:10")));
        // Not yesterday afternoon: it lies ahead, and is refused.
        assert_eq!(taken("14:00", at("2026-11-22", "11:00")), Some(at("2026-11-22", "14:00")));
        assert_eq!(taken("soon", past_midnight), None);
        assert_eq!(when_taken("2026-11-20", "23:10", "Europe/Paris", past_midnight), Some(at("2026-11-20", "23:10")));
    }
}
