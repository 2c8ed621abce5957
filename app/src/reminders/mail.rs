//! The words of a mail: plain text that says nothing about anybody's health, nor about the clinic, whose name
//! may say what people are treated for.

use domain::reminders::Template;

use crate::words::{Language, Words};

/// A mail in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub body: String,
}

/// Writes a mail. Addresses and codes stand on lines of their own, so that they keep their direction and can
/// be followed and copied.
pub fn write(language: Language, template: Template, code: Option<&str>, public_url: &str) -> Written {
    let words = Words::new(language);
    let settings = format!("{public_url}/account/reminders");
    let why = |code: Option<&str>| match template {
        Template::Code => vec![
            words.reminders_mail_code(),
            code.map(grouped).unwrap_or_default(),
            words.reminders_mail_code_where(),
            settings.clone(),
            words.reminders_mail_code_valid(),
        ],
        Template::Test => vec![words.reminders_mail_test()],
        Template::SymptomCheckDue | Template::WorklistWaits => {
            vec![words.reminders_mail_waits(), format!("{public_url}/sign-in")]
        }
    };
    let subject = match template {
        Template::Code => words.reminders_mail_code_subject(),
        Template::Test => words.reminders_mail_test_subject(),
        Template::SymptomCheckDue | Template::WorklistWaits => words.reminders_mail_waits_subject(),
    };
    let mut paragraphs = vec![words.reminders_mail_hello()];
    paragraphs.extend(why(code));
    paragraphs.push(words.reminders_mail_from());
    match template {
        Template::Code => paragraphs.push(words.reminders_mail_not_you()),
        _ => paragraphs.extend([words.reminders_mail_stop(), settings.clone()]),
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
    use super::*;

    const URL: &str = "https://daybook.example";

    #[test]
    fn every_mail_says_how_to_stop_them_or_that_nothing_need_be_done() {
        for language in Language::ALL {
            for template in Template::ALL {
                let mail = write(language, template, Some("K7QM2XRD9VTB"), URL);
                assert!(mail.body.lines().any(|line| line == "https://daybook.example/account/reminders"), "{mail:?}");
                let has_code = mail.body.lines().any(|line| line == "K7QM-2XRD-9VTB");
                assert_eq!(has_code, template == Template::Code, "{mail:?}");
                assert!(!mail.subject.contains('\n') && mail.subject.chars().count() <= 78, "{}", mail.subject);
            }
        }
    }

    #[test]
    fn a_notice_says_the_same_whatever_it_is_about() {
        for language in Language::ALL {
            let mails = [Template::SymptomCheckDue, Template::WorklistWaits].map(|of| write(language, of, None, URL));
            assert_eq!(mails[0], mails[1], "who reads over the shoulder learns what it is about");
            assert!(mails[0].body.lines().any(|line| line == "https://daybook.example/sign-in"));
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
            for template in Template::ALL {
                let mail = write(language, template, Some("K7QM2XRD9VTB"), URL);
                let text = format!("{} {}", mail.subject, mail.body).to_lowercase();
                for word in telling {
                    assert!(!text.contains(word), "{word:?} in {text}");
                }
            }
        }
    }
}
