//! What was said of the diary on this device and is not in the page yet, laid over it.

use domain::{
    diary::{flow, report::Flag},
    id::ReportId,
};

use super::{
    given::{self, Given, SEND},
    model::{NotePage, OpenReport, ReportPage},
};
use crate::devices::state::{self, Device, Sending, Write};

/// A report as it is true on this device; `since` is when the page was made.
pub fn report(mut page: ReportPage, device: &Device, since: i64) -> ReportPage {
    let id = page.id;
    for write in device.unsaid("diary/", since).filter(|write| write.field("report").parse() == Ok(id)) {
        match write.function() {
            "diary/flags" => page.flags = Some(flags(write)),
            "diary/answer" => answer(&mut page, write),
            "diary/same" => {
                if let Some(before) = &page.before {
                    let same = flow::same_as_last_time(&page.instrument, &before.answers, &page.answers);
                    page.answers.extend(same);
                }
            }
            _ => {}
        }
        page.kept |= is_last(write) && page.sent.is_none();
    }
    page
}

/// Whether the red flags of a report are on this device alone.
pub fn flags_wait(device: &Device, report: ReportId) -> bool {
    device.waiting.iter().any(|write| {
        write.state != Sending::Sent && write.function() == "diary/flags" && write.field("report").parse() == Ok(report)
    })
}

fn flags(write: &Write) -> Vec<Flag> {
    let ticked =
        |flag: &Flag| write.fields.iter().any(|(name, code)| name.starts_with("flags[") && code == flag.code());
    Flag::ALL.into_iter().filter(ticked).collect()
}

fn answer(page: &mut ReportPage, write: &Write) {
    let answers = {
        let screens = flow::screens(&page.instrument, &page.answers);
        let screen = screens.iter().find(|screen| screen.link_id.0 == write.field("screen"));
        screen.and_then(|screen| given::checked(&page.instrument, screen, &Given::of(&write.fields)).ok())
    };
    page.answers.extend(answers.unwrap_or_default());
}

/// Whether a write sends its report.
fn is_last(write: &Write) -> bool {
    write.function() == "diary/send" || write.field(given::THEN) == SEND
}

/// The form of a note, as this device fills it in: with its own clock and an id that no other note has.
pub fn note(mut page: NotePage, device: &Device) -> NotePage {
    let noted = device.waiting.iter().filter(|write| write.function() == "diary/note").count();
    if device.offline
        && let Some(id) = state::fresh(&format!("{}{noted}", page.id))
    {
        let now = state::moment(state::now());
        page.id = id;
        page.typed.day = now.date().to_string();
        page.typed.time = now.time.map(|at| format!("{:02}:{:02}", at.hour, at.minute)).unwrap_or_default();
    }
    page
}

/// What the diary asks next on this device: a report that was begun here is gone on with; one that was finished
/// here waits to be sent, and the next has an id of its own.
pub fn next(open: &mut Option<OpenReport>, new: &mut ReportId, device: &Device, since: i64) -> Option<ReportId> {
    let writes: Vec<&Write> = device.unsaid("diary/", since).collect();
    let finished: Vec<ReportId> =
        writes.iter().filter(|write| is_last(write)).filter_map(|write| write.field("report").parse().ok()).collect();
    for write in writes.iter().filter(|write| write.function() == "diary/start") {
        if let Ok(id) = write.field("id").parse() {
            *open = Some(OpenReport { id, since: state::moment(write.made) });
        }
    }
    if open.is_some_and(|open| finished.contains(&open.id)) {
        *open = None;
    }
    let begun = device.waiting.iter().filter(|write| write.function() == "diary/start").count();
    if device.offline
        && let Some(id) = state::fresh(&format!("{new}{begun}"))
    {
        *new = id;
    }
    let waits = |id: &&ReportId| {
        writes.iter().any(|write| write.state == Sending::Waiting && write.field("report").parse() == Ok(**id))
    };
    finished.iter().rfind(waits).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(function: &str, fields: &[(&str, &str)]) -> Write {
        Write {
            id: String::new(),
            path: format!("/api/diary/{function}"),
            fields: fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            made: 0,
            state: Sending::Waiting,
            sent: None,
            error: None,
        }
    }

    #[test]
    fn a_report_that_was_begun_here_is_gone_on_with_and_a_finished_one_waits() {
        let (first, id) = (ReportId::new(), ReportId::new().to_string());
        let begun = write("start", &[("id", &id)]);
        let sent = write("send", &[("report", &id)]);
        let mut device = Device { waiting: vec![begun], ..Device::default() };
        let (mut open, mut new) = (None, first);
        assert_eq!(next(&mut open, &mut new, &device, 0), None);
        assert_eq!(open.map(|open| open.id.to_string()), Some(id.clone()));
        device.waiting.push(sent);
        let waits = next(&mut open, &mut new, &device, 0);
        assert_eq!((open, waits.map(|id| id.to_string())), (None, Some(id)));
    }

    #[test]
    fn red_flags_are_read_as_forms_and_functions_write_them() {
        let codes: Vec<&str> = Flag::ALL.iter().map(|flag| flag.code()).collect();
        let read = flags(&write("flags", &[("flags[]", codes[0]), ("flags[1]", codes[1]), ("then", "next")]));
        assert_eq!(read, [Flag::ALL[0], Flag::ALL[1]]);
        assert_eq!(flags(&write("flags", &[("then", "none")])), []);
    }
}
