//! What was said on this device and is not in the page yet, laid over it; and, offline, what is due by the clock
//! of the device.

use domain::{
    id::{EntryId, MedicineId},
    medicines::{as_needed::Taken, entry::Reason},
    time::Instant,
};

use super::model::{DoseCard, DoseLine, DoseState, MedicinesPage, NeededLine};
use crate::{
    devices::state::{self, Device, Sending, Write},
    results::say,
    words::Words,
};

/// The page as it is true on this device; `since` is when the page was made.
pub fn over(words: Words, page: &MedicinesPage, device: &Device, since: i64) -> MedicinesPage {
    let mut page = page.clone();
    let writes: Vec<&Write> = device.unsaid("medicines/", since).collect();
    for line in page.doses.iter_mut().chain(&mut page.unanswered) {
        lay(words, line, &writes, device);
    }
    for line in &mut page.needed {
        lay_needed(words, line, &writes, device);
    }
    if device.offline { page.at(device.now()) } else { page }
}

/// What Today shows of medicines, as it is true on this device.
pub fn over_card(words: Words, mut card: DoseCard, device: &Device, since: i64) -> Option<DoseCard> {
    let writes: Vec<&Write> = device.unsaid("medicines/", since).collect();
    for line in card.day.iter_mut().chain(&mut card.due).chain(&mut card.next) {
        lay(words, line, &writes, device);
    }
    // What was said here stays where it is: what stands below does not move under a finger.
    card.due.retain(|line| line.state == DoseState::Due || line.unsent);
    if device.offline { card.at(device.now()) } else { Some(card) }
}

/// One dose with what was said of it last.
fn lay(words: Words, line: &mut DoseLine, writes: &[&Write], device: &Device) {
    let of_slot = |write: &&&Write| write.field("typed[slot]") == line.slot;
    if device.offline
        && let Some(id) = state::fresh(&format!("{}{}", line.id, noted(writes, line.medicine).filter(of_slot).count()))
    {
        line.id = id;
    }
    for write in said_of(writes, line.medicine).filter(of_slot) {
        if let Some(state) = said(words, write) {
            if matches!(state, DoseState::Later(_)) {
                line.from = (later(write).unwrap_or(write.made) + device.offset) * 1_000;
            }
            line.state = state;
            line.unsent = write.state == Sending::Waiting;
            line.entry = entry(write);
        }
    }
}

fn lay_needed(words: Words, line: &mut NeededLine, writes: &[&Write], device: &Device) {
    if device.offline
        && let Some(id) = state::fresh(&format!("{}{}", line.id, noted(writes, line.medicine).count()))
    {
        line.id = id;
    }
    for write in said_of(writes, line.medicine) {
        if let Some(DoseState::Taken(time)) = said(words, write) {
            line.last = Some(time);
            line.unsent = write.state == Sending::Waiting;
            line.entry = entry(write);
            // By the time at which it was noted: what was taken earlier can be taken again no later.
            let at = Instant((write.made + device.offset) * 1_000);
            line.allowance.taken.push(Taken { at, amount: line.allowance.usual });
            let next = line.allowance.next(at);
            line.next = next.map(|next| moment(words, next.0 / 1_000 - device.offset, write.made));
            line.next_at = next.map(|next| next.0);
        }
    }
}

/// What was noted of a medicine.
fn noted<'a>(writes: &'a [&'a Write], medicine: MedicineId) -> impl Iterator<Item = &'a &'a Write> {
    writes
        .iter()
        .filter(move |write| write.function() == "medicines/note" && write.field("medicine").parse() == Ok(medicine))
}

/// The same without what was taken back.
fn said_of<'a>(writes: &'a [&'a Write], medicine: MedicineId) -> impl Iterator<Item = &'a &'a Write> {
    let undone = |id: &str| writes.iter().any(|write| write.function() == "medicines/undo" && write.field("id") == id);
    noted(writes, medicine).filter(move |write| !undone(write.field("id")))
}

/// How a dose stands by what was noted.
fn said(words: Words, write: &Write) -> Option<DoseState> {
    let typed = |name: &str| write.field(&format!("typed[{name}]"));
    Some(match typed("what") {
        "taken" if typed("time").is_empty() => DoseState::Taken(clock(words, write.made)),
        "taken" => DoseState::Taken(typed("time").to_owned()),
        "skipped" => DoseState::Skipped(Reason::from_code(typed("reason"))?),
        "missed" => DoseState::Missed,
        "later" => DoseState::Later(clock(words, later(write)?)),
        _ => return None,
    })
}

/// What can be taken back here: what was sent is, on the page of the server.
fn entry(write: &Write) -> Option<EntryId> {
    write.field("id").parse().ok().filter(|_| write.state == Sending::Waiting)
}

/// Until when a dose was put off.
fn later(write: &Write) -> Option<i64> {
    Some(write.made + write.field("typed[minutes]").parse::<i64>().ok()? * 60_000)
}

fn clock(words: Words, ms: i64) -> String {
    state::moment(ms).time.map(|time| words.time(time.hour, time.minute)).unwrap_or_default()
}

/// A moment that follows something that was said: the time alone where it is the same day.
fn moment(words: Words, ms: i64, said: i64) -> String {
    let at = state::moment(ms);
    if at.date() == state::moment(said).date() { clock(words, ms) } else { say::date(words, at) }
}

#[cfg(test)]
mod tests {
    use domain::medicines::as_needed::{Allowance, Limits};

    use super::*;
    use crate::words::Language;

    /// 22 November 2026, 8:05 in UTC.
    const SAID: i64 = 1_795_334_700_000;
    const ID: &str = "0190f000-0000-7000-8000-000000000001";

    fn words() -> Words {
        Words::new(Language::English)
    }

    fn dose(medicine: MedicineId, slot: &str) -> DoseLine {
        DoseLine {
            medicine,
            name: "Capecitabine".into(),
            amount: "2 tablets".into(),
            slot: slot.into(),
            id: EntryId::new(),
            time: "08:00".into(),
            day: "2026-11-22".parse().unwrap(),
            state: DoseState::Due,
            from: 0,
            until: i64::MAX,
            entry: None,
            unsent: false,
            by: None,
            if_missed: None,
        }
    }

    fn write(id: &str, function: &str, state: Sending, fields: &[(&str, &str)]) -> Write {
        Write {
            id: id.into(),
            path: format!("/api/{function}"),
            fields: fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            made: SAID,
            state,
            sent: (state == Sending::Sent).then_some(SAID + 1_000),
            error: None,
        }
    }

    fn note(medicine: MedicineId, state: Sending, typed: &[(&str, &str)]) -> Write {
        let medicine = medicine.to_string();
        let mut fields = vec![("id", ID), ("medicine", medicine.as_str()), ("typed[slot]", "2026-11-22.480")];
        fields.extend(typed);
        write("a", "medicines/note", state, &fields)
    }

    /// How a dose stands with these writes laid over it, on a page made at `since`.
    fn laid(medicine: MedicineId, writes: Vec<Write>, since: i64) -> DoseLine {
        let device = Device { waiting: writes, ..Device::default() };
        let writes: Vec<&Write> = device.unsaid("medicines/", since).collect();
        let mut line = dose(medicine, "2026-11-22.480");
        lay(words(), &mut line, &writes, &device);
        line
    }

    #[test]
    fn a_dose_that_was_taken_here_says_so_and_that_it_is_not_sent_yet() {
        let medicine = MedicineId::new();
        let line = laid(medicine, vec![note(medicine, Sending::Waiting, &[("typed[what]", "taken")])], SAID + 5_000);
        assert_eq!(line.state, DoseState::Taken("08:05".into()));
        assert_eq!((line.unsent, line.entry), (true, ID.parse().ok()), "it can be taken back");
    }

    #[test]
    fn what_was_sent_is_laid_over_a_page_of_before_and_not_over_one_of_after() {
        let medicine = MedicineId::new();
        let sent = || vec![note(medicine, Sending::Sent, &[("typed[what]", "skipped"), ("typed[reason]", "unwell")])];
        let line = laid(medicine, sent(), SAID);
        assert!(matches!(line.state, DoseState::Skipped(Reason::Unwell)) && !line.unsent && line.entry.is_none());
        assert_eq!(laid(medicine, sent(), SAID + 5_000).state, DoseState::Due);
    }

    #[test]
    fn another_dose_another_medicine_and_what_was_refused_change_nothing() {
        let medicine = MedicineId::new();
        let taken = [("typed[what]", "taken")];
        let other_slot = laid(medicine, vec![note(medicine, Sending::Waiting, &taken)], 0);
        assert_eq!(other_slot.state, DoseState::Taken("08:05".into()));
        let mut line = dose(medicine, "2026-11-22.1200");
        let write = note(medicine, Sending::Waiting, &taken);
        lay(words(), &mut line, &[&write], &Device::default());
        assert_eq!(line.state, DoseState::Due);
        assert_eq!(laid(MedicineId::new(), vec![note(medicine, Sending::Waiting, &taken)], 0).state, DoseState::Due);
        assert_eq!(laid(medicine, vec![note(medicine, Sending::Refused, &taken)], 0).state, DoseState::Due);
    }

    #[test]
    fn what_was_taken_back_is_as_if_it_was_never_said() {
        let medicine = MedicineId::new();
        let writes = vec![
            note(medicine, Sending::Waiting, &[("typed[what]", "taken")]),
            write("b", "medicines/undo", Sending::Waiting, &[("id", ID)]),
        ];
        assert_eq!(laid(medicine, writes, 0).state, DoseState::Due);
    }

    #[test]
    fn a_dose_that_was_put_off_comes_later_by_the_servers_clock() {
        let medicine = MedicineId::new();
        let later = note(medicine, Sending::Waiting, &[("typed[what]", "later"), ("typed[minutes]", "30")]);
        // The device is an hour behind.
        let device = Device { waiting: vec![later], offset: 3_600_000, ..Device::default() };
        let mut card = DoseCard { day: vec![dose(medicine, "2026-11-22.480")], ..DoseCard::default() };
        let writes: Vec<&Write> = device.unsaid("medicines/", 0).collect();
        lay(words(), &mut card.day[0], &writes, &device);
        assert_eq!(card.day[0].state, DoseState::Later("08:35".into()));
        assert_eq!(card.day[0].from, (SAID + 30 * 60_000 + 3_600_000) * 1_000);
    }

    #[test]
    fn today_keeps_a_dose_in_its_place_that_was_taken_here_and_says_so() {
        let medicine = MedicineId::new();
        let device = Device {
            waiting: vec![note(medicine, Sending::Waiting, &[("typed[what]", "taken")])],
            ..Device::default()
        };
        let card = DoseCard { due: vec![dose(medicine, "2026-11-22.480")], ..DoseCard::default() };
        let due = over_card(words(), card, &device, 0).unwrap().due;
        assert_eq!(due[0].state, DoseState::Taken("08:05".into()));
        let day = DoseCard { day: vec![dose(medicine, "2026-11-22.480")], ..DoseCard::default() };
        let offline = Device { offline: true, ..device };
        let kept = over_card(words(), day, &offline, 0).unwrap().due;
        assert_eq!((&kept[0].state, kept[0].unsent), (&due[0].state, true));
    }

    /// A medicine as needed after these writes.
    fn needed(limits: Limits, taken: Vec<Taken>, made: &[i64]) -> NeededLine {
        let medicine = MedicineId::new();
        let fields = [("medicine", medicine.to_string()), ("typed[what]", "taken".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let said = |made: &i64| Write { made: *made, ..write("a", "medicines/note", Sending::Waiting, &fields) };
        let writes: Vec<Write> = made.iter().map(said).collect();
        let mut line = NeededLine {
            medicine,
            name: "Morphine".into(),
            amount: "1 tablet".into(),
            limits: vec!["As the plan says".into()],
            last: None,
            next: None,
            next_at: None,
            allowance: Allowance { limits, usual: 1_000, taken },
            held: false,
            id: EntryId::new(),
            unsent: false,
            entry: None,
        };
        lay_needed(words(), &mut line, &writes.iter().collect::<Vec<_>>(), &Device::default());
        line
    }

    #[test]
    fn what_is_taken_as_needed_is_not_offered_again_before_its_time() {
        let line = needed(Limits { least_minutes: Some(360), most_a_day: None }, Vec::new(), &[SAID]);
        assert_eq!((line.last.as_deref(), line.next.as_deref()), (Some("08:05"), Some("14:05")));
        assert_eq!(line.next_at, Some((SAID + 6 * 3_600_000) * 1_000));
        assert!(line.unsent);
    }

    #[test]
    fn what_was_taken_here_counts_with_what_the_server_knew_to_the_most_of_24_hours() {
        let most = Limits { least_minutes: Some(60), most_a_day: Some(3_000) };
        let before = Taken { at: Instant((SAID - 20 * 3_600_000) * 1_000), amount: 1_000 };
        let two = needed(most, vec![before], &[SAID]);
        assert_eq!(two.next.as_deref(), Some("09:05"), "a third is still allowed");
        let three = needed(most, vec![before], &[SAID, SAID + 3_600_000]);
        assert_eq!(three.next_at, Some((SAID + 4 * 3_600_000) * 1_000), "a day after the first of three");
        assert_eq!(three.next.as_deref(), Some("12:05"));
        let all = needed(most, Vec::new(), &[SAID, SAID + 3_600_000, SAID + 7_200_000]);
        assert_eq!(all.next_at, Some((SAID + 24 * 3_600_000) * 1_000));
        assert_eq!(all.next.as_deref(), Some("23 November 2026, 08:05"), "the day is said where it is another one");
    }
}
