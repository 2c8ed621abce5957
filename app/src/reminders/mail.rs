//! The words of a mail: plain text that says nothing about anybody's health, nor about the clinic, whose name
//! may say what people are treated for. Who chose plain wording reads what it is about, and never a value.

use domain::reminders::{
    Notice, Template, Wording,
    outgoing::{Outgoing, ToOther},
};

use super::say::plainly;
use crate::words::{Language, Words};

/// A mail in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub body: String,
}

/// Writes a mail. Addresses and codes stand on lines of their own, so that they keep their direction and can
/// be followed and copied.
pub fn write(language: Language, mail: &Outgoing, public_url: &str) -> Written {
    let words = Words::new(language);
    let settings = format!("{public_url}/account/reminders");
    let plain = |notice| plainly(words, notice, mail.detail.as_deref());
    let (subject, why) = match mail.template {
        Template::Code => (
            words.reminders_mail_code_subject(),
            vec![
                words.reminders_mail_code(),
                mail.code.as_deref().map(grouped).unwrap_or_default(),
                words.reminders_mail_code_where(),
                settings.clone(),
                words.reminders_mail_code_valid(),
            ],
        ),
        Template::Test => (words.reminders_mail_test_subject(), vec![words.reminders_mail_test()]),
        Template::Told => (words.medicines_told_mail_subject(), letter(words, mail.other.as_deref(), public_url)),
        Template::Notice(Notice::DoseUnanswered) => {
            (words.reminders_mail_unanswered_subject(), news(words, mail.other.as_deref()))
        }
        Template::Notice(notice) => {
            let about = (mail.wording == Wording::Plain).then(|| plain(notice));
            let why = about.into_iter().chain([words.reminders_mail_waits(), format!("{public_url}/sign-in")]);
            (words.reminders_mail_waits_subject(), why.collect())
        }
    };
    let mut paragraphs = vec![words.reminders_mail_hello()];
    paragraphs.extend(why);
    paragraphs.push(words.reminders_mail_from());
    match mail.template {
        Template::Code => paragraphs.push(words.reminders_mail_not_you()),
        Template::Told => {}
        Template::Notice(Notice::DoseUnanswered) => {
            paragraphs.push(words.medicines_told_mail_stop());
            paragraphs.extend(mail.other.as_ref().map(|other| format!("{public_url}/told/stop/{}", other.secret)));
        }
        Template::Test | Template::Notice(_) => paragraphs.extend([words.reminders_mail_stop(), settings]),
    }
    Written { subject, body: paragraphs.join("\n\n") }
}

/// What asks someone else whether they want to be told.
fn letter(words: Words, other: Option<&ToOther>, public_url: &str) -> Vec<String> {
    let asks = match other.and_then(|other| other.called.as_deref()) {
        Some(name) => words.medicines_told_letter_name(name),
        None => words.medicines_told_letter(),
    };
    let link = other.map(|other| format!("{public_url}/told/letter/{}", other.secret));
    [asks, words.medicines_told_letter_about(), words.medicines_told_silence(), words.medicines_told_mail_open()]
        .into_iter()
        .chain(link)
        .chain([words.medicines_told_mail_valid()])
        .collect()
}

/// What tells someone else of doses without an answer.
fn news(words: Words, other: Option<&ToOther>) -> Vec<String> {
    let asked = plainly(words, Notice::DoseUnanswered, other.and_then(|other| other.called.as_deref()));
    let count = other.map_or(1, |other| other.doses);
    let doses = words.medicines_told_mail_doses(count);
    let named = other.map(|other| other.medicines.join(", ")).filter(|names| !names.is_empty());
    [asked, doses]
        .into_iter()
        .chain(named.map(|names| words.medicines_told_mail_names(&names)))
        .chain([words.medicines_told_mail_perhaps(count)])
        .collect()
}

/// `K7QM-2XRD-9VTB`.
fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use domain::{id::MailId, reminders::Address};

    use super::*;

    const URL: &str = "https://daybook.example";

    fn mail(template: Template) -> Outgoing {
        Outgoing {
            mail: MailId::new(),
            to: Address::new("anna@example.org").unwrap(),
            template,
            code: Some("K7QM2XRD9VTB".into()),
            wording: Wording::Discreet,
            detail: None,
            language: None,
            other: Some(Box::new(to_other())),
        }
    }

    fn to_other() -> ToOther {
        let (called, medicines) = (None, Vec::new());
        ToOther { language: "en".into(), called, secret: "a1".repeat(32), doses: 1, medicines }
    }

    /// The line of a mail that is a link for someone else.
    fn link(mail: &Written) -> Option<&str> {
        mail.body.lines().find(|line| line.starts_with("https://daybook.example/told/"))
    }

    /// Notices to the person or the care team.
    const OWN: [Notice; 8] = [
        Notice::SymptomCheckDue,
        Notice::WorklistWaits,
        Notice::ResultsNew,
        Notice::MedicineDue,
        Notice::MedicineLate,
        Notice::MedicineStopped,
        Notice::MedicineAgain,
        Notice::ToldEnded,
    ];

    #[test]
    fn every_mail_says_how_to_stop_them_or_that_nothing_need_be_done() {
        for language in Language::ALL {
            for template in Template::all() {
                let mail = write(language, &mail(template), URL);
                let to_someone_else = matches!(template, Template::Told | Template::Notice(Notice::DoseUnanswered));
                let settings = mail.body.lines().any(|line| line == "https://daybook.example/account/reminders");
                assert_eq!(settings, !to_someone_else, "who has no account has no settings: {mail:?}");
                assert_eq!(link(&mail).is_some(), to_someone_else, "{mail:?}");
                let has_code = mail.body.lines().any(|line| line == "K7QM-2XRD-9VTB");
                assert_eq!(has_code, template == Template::Code, "{mail:?}");
                assert!(!mail.subject.contains('\n') && mail.subject.chars().count() <= 78, "{}", mail.subject);
            }
        }
    }

    #[test]
    fn a_discreet_notice_says_the_same_whatever_it_is_about() {
        for language in Language::ALL {
            let mails = OWN.map(|of| write(language, &mail(Template::Notice(of)), URL));
            for other in &mails {
                assert_eq!(&mails[0], other, "who reads over the shoulder learns what it is about");
            }
            assert!(mails[0].body.lines().any(|line| line == "https://daybook.example/sign-in"));
        }
    }

    #[test]
    fn who_chose_plain_wording_reads_what_it_is_about_within_the_mail_and_not_in_its_subject() {
        for language in Language::ALL {
            let named = |notice| Outgoing {
                wording: Wording::Plain,
                detail: Some("Tamoxifen".into()),
                ..mail(Template::Notice(notice))
            };
            let mails = OWN.map(|notice| write(language, &named(notice), URL));
            for (n, one) in mails.iter().enumerate() {
                assert!(mails[..n].iter().all(|other| other.body != one.body), "{one:?}");
                assert_eq!(one.subject, mails[0].subject);
                let say_which = [Notice::MedicineDue, Notice::MedicineStopped, Notice::MedicineAgain];
                assert_eq!(one.body.contains("Tamoxifen"), say_which.contains(&OWN[n]), "{one:?}");
            }
        }
    }

    #[test]
    fn who_is_told_learns_what_was_chosen_and_has_a_link_that_ends_it() {
        for language in Language::ALL {
            let template = Template::Notice(Notice::DoseUnanswered);
            let discreet = write(language, &mail(template), URL);
            let stop = format!("https://daybook.example/told/stop/{}", "a1".repeat(32));
            assert!(discreet.body.ends_with(&stop), "{discreet:?}");
            let chosen = ToOther {
                called: Some("Anna".into()),
                doses: 2,
                medicines: vec!["Zinc".into(), "Iron".into()],
                ..to_other()
            };
            let named = write(language, &Outgoing { other: Some(Box::new(chosen)), ..mail(template) }, URL);
            assert_eq!(named.subject, discreet.subject, "the subject stands on locked screens");
            for word in ["Anna", "Zinc, Iron"] {
                assert!(named.body.contains(word) && !discreet.body.contains(word), "{word}: {named:?}");
            }
            let letter = write(language, &mail(Template::Told), URL);
            let to = format!("https://daybook.example/told/letter/{}", "a1".repeat(32));
            assert_eq!(link(&letter), Some(to.as_str()));
            assert!(!letter.body.contains("sign-in") && !discreet.body.contains("sign-in"), "they have no account");
        }
    }

    #[test]
    fn no_mail_names_what_people_are_treated_for() {
        let telling = [
            "symptom",
            "cancer",
            "tumor",
            "tumeur",
            "cáncer",
            "symptôme",
            "síntoma",
            "clinic",
            "patient",
            "paciente",
            "treatment",
            "traitement",
            "tratamiento",
            "السرطان",
            "ورم",
            "أعراض",
            "مريض",
            "علاج",
        ];
        for language in Language::ALL {
            for template in Template::all() {
                let mail = write(language, &mail(template), URL);
                let text = format!("{} {}", mail.subject, mail.body).to_lowercase();
                for word in telling {
                    assert!(!text.contains(word), "{word:?} in {text}");
                }
            }
        }
    }
}
