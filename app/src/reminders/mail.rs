//! The words of a mail: plain text that says nothing about anybody's health, nor about the clinic, whose name
//! may say what people are treated for. Who chose plain wording reads what it is about, and never a value.

use domain::reminders::{Notice, Template, Wording, outgoing::Outgoing};

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
        Template::Notice(Notice::DoseUnanswered) => {
            (words.reminders_mail_unanswered_subject(), vec![plain(Notice::DoseUnanswered)])
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
        Template::Notice(Notice::DoseUnanswered) => paragraphs.push(words.reminders_mail_unanswered_stop()),
        Template::Test | Template::Notice(_) => paragraphs.extend([words.reminders_mail_stop(), settings]),
    }
    Written { subject, body: paragraphs.join("\n\n") }
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
        }
    }

    /// Notices to the person or the care team.
    const OWN: [Notice; 5] =
        [Notice::SymptomCheckDue, Notice::WorklistWaits, Notice::ResultsNew, Notice::MedicineDue, Notice::MedicineLate];

    #[test]
    fn every_mail_says_how_to_stop_them_or_that_nothing_need_be_done() {
        for language in Language::ALL {
            for template in Template::all() {
                let mail = write(language, &mail(template), URL);
                let to_someone_else = template == Template::Notice(Notice::DoseUnanswered);
                let settings = mail.body.lines().any(|line| line == "https://daybook.example/account/reminders");
                assert_eq!(settings, !to_someone_else, "who has no account has no settings: {mail:?}");
                let stop = Words::new(language).reminders_mail_unanswered_stop();
                assert_eq!(mail.body.ends_with(&stop), to_someone_else, "{mail:?}");
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
                assert_eq!(one.body.contains("Tamoxifen"), OWN[n] == Notice::MedicineDue, "{one:?}");
            }
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
