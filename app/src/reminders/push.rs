//! The words of a push, as the service worker of a browser reads them.

use domain::reminders::{Notice, Wording, push_out::Pushed, tap::Tap};
use serde_json::json;

use super::say::plainly;
use crate::{
    request::own_path,
    words::{Language, Words},
};

/// Where a push leads that is about no page of its own.
const INBOX: &str = "/account/inbox";
/// No more letters of a name are told: a push has room for little.
const LONGEST: usize = 120;

/// A push in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// A push with the same tag takes the place of the one before: 32 letters and digits at most.
    pub tag: String,
    /// JSON for `frontend/worker/notices.js`.
    pub text: String,
}

/// Writes a push. Its title says nothing; what it says more is for who chose plain wording. `tap` is sent back
/// when it is tapped; where a dose can be noted by that, there is a button, and what is shown without a network.
pub fn write(language: Language, said: &Pushed, wording: Wording, tap: Option<&Tap>) -> Written {
    let words = Words::new(language);
    let (tag, body, url) = match said {
        Pushed::Test => ("test".to_owned(), words.reminders_push_test(), "/account/reminders"),
        Pushed::Notice { id, notice, detail, url, .. } => {
            // Whoever reads of some medicines that are stopped takes it for all of them.
            let whole = |detail: &&String| !notice.is_of_record() || detail.chars().count() <= LONGEST;
            let detail: Option<String> =
                detail.as_ref().filter(whole).map(|detail| detail.chars().take(LONGEST).collect());
            let body = match wording {
                Wording::Discreet => words.reminders_push_waits(),
                Wording::Plain => plainly(words, *notice, detail.as_deref()),
            };
            // Reminders that came late are one summary, however many they are.
            let tag = if *notice == Notice::MedicineLate { "late".to_owned() } else { id.0.simple().to_string() };
            (tag, body, url.as_deref().map_or(INBOX, own_path))
        }
    };
    let button = match wording {
        Wording::Discreet => words.reminders_push_button_discreet(),
        Wording::Plain => words.reminders_push_button(),
    };
    let tap = tap.map(|tap| {
        let taken = tap
            .taken
            .as_ref()
            .map(|taken| json!({ "proof": taken, "button": button, "unsent": words.reminders_push_unsent() }));
        json!({ "handle": tap.handle, "seen": tap.seen, "taken": taken })
    });
    let text = json!({
        "tag": tag,
        "title": "Daybook",
        "body": body,
        "url": url,
        "lang": language.code(),
        "dir": language.dir(),
        "tap": tap,
    });
    Written { tag, text: text.to_string() }
}

#[cfg(test)]
mod tests {
    use domain::id::NoticeId;

    use super::*;

    fn about(notice: Notice) -> Pushed {
        Pushed::Notice {
            id: NoticeId::new(),
            notice,
            detail: Some("Tamoxifen".into()),
            url: Some("/records/x/medicines".into()),
            at: domain::time::Instant(0),
        }
    }

    fn body(written: &Written) -> String {
        let text: serde_json::Value = serde_json::from_str(&written.text).unwrap();
        text["body"].as_str().unwrap().to_owned()
    }

    #[test]
    fn a_discreet_push_says_the_same_whatever_it_is_about() {
        for language in Language::ALL {
            let all = Notice::ALL.map(|notice| body(&write(language, &about(notice), Wording::Discreet, None)));
            assert!(all.iter().all(|one| *one == all[0] && !one.contains("Tamoxifen")), "{all:?}");
        }
    }

    #[test]
    fn a_plain_push_names_the_medicine_when_it_is_time_and_not_when_it_is_late() {
        for language in Language::ALL {
            let [due, late] = [Notice::MedicineDue, Notice::MedicineLate]
                .map(|notice| body(&write(language, &about(notice), Wording::Plain, None)));
            assert!(due.contains("Tamoxifen") && !late.contains("Tamoxifen"), "{due} {late}");
        }
    }

    #[test]
    fn a_button_is_there_where_one_dose_can_be_noted_and_is_as_discreet_as_the_rest() {
        let tap = |taken: Option<&str>| Tap { handle: "a1".into(), seen: "b2".into(), taken: taken.map(str::to_owned) };
        let read = |tap: &Tap, language, wording| -> serde_json::Value {
            let written = write(language, &about(Notice::MedicineDue), wording, Some(tap));
            assert!(written.text.len() < 1_024, "{}", written.text);
            serde_json::from_str(&written.text).unwrap()
        };
        for language in Language::ALL {
            let words = Words::new(language);
            let [discreet, plain] =
                [Wording::Discreet, Wording::Plain].map(|wording| read(&tap(Some("c3")), language, wording));
            assert_eq!(discreet["tap"]["taken"]["button"], json!(words.reminders_push_button_discreet()));
            assert_eq!(plain["tap"]["taken"]["button"], json!(words.reminders_push_button()));
            assert_eq!((&plain["tap"]["handle"], &plain["tap"]["taken"]["proof"]), (&json!("a1"), &json!("c3")));
            assert!(read(&tap(None), language, Wording::Plain)["tap"]["taken"].is_null());
        }
    }

    #[test]
    fn a_push_leads_to_a_page_of_daybook_only_and_its_tag_is_short() {
        let foreign = Pushed::Notice {
            id: NoticeId::new(),
            notice: Notice::ResultsNew,
            detail: None,
            url: Some("https://evil.example/".into()),
            at: domain::time::Instant(0),
        };
        let written = write(Language::English, &foreign, Wording::Plain, None);
        assert!(!written.text.contains("evil"), "{}", written.text);
        for said in [Pushed::Test, about(Notice::MedicineDue), about(Notice::MedicineLate)] {
            let tag = write(Language::English, &said, Wording::Plain, None).tag;
            assert!(tag.len() <= 32 && tag.bytes().all(|b| b.is_ascii_alphanumeric()), "{tag}");
        }
    }
}
