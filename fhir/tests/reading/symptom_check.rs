//! Daybook's own symptom check: whole in each language, short for who is well, and never changed in secret.

use std::{collections::BTreeMap, fmt::Write as _};

use domain::{
    diary::{
        answer::{Answer, Answers},
        flow::{Begun, next, offered, report, screens},
        instrument::{Instrument, Item, Kind, LinkId, OWN, Role, Texts},
        report::{Attribute, Author, Level, Symptom},
    },
    time::Instant,
};
use fhir::instrument::{SYMPTOM_CHECK, symptom_check};
use sha2::{Digest as _, Sha256};

/// Each version of the file that was ever shipped. A change of the file is a new version, in a new line here.
const VERSIONS: &[(&str, &str)] = &[
    ("1", "32d9c4423303c26e10526798bf0ee883520a51fb8a57abd03d030cff5210c084"),
    ("2", "9041e3c29ea9bf9ec16f9abce0ff2e14b548ce060327a64a8f674e00fbeae01c"),
];

const CORE: [&str; 12] = [
    "pain",
    "tiredness",
    "nausea",
    "vomiting",
    "constipation",
    "diarrhoea",
    "breathlessness",
    "appetite",
    "numbness",
    "mouth-sores",
    "sleep",
    "mood",
];
const MORE: [&str; 8] = ["skin", "cough", "swelling", "headache", "dizziness", "heartburn", "taste", "hot-flushes"];

fn symptoms(form: &Instrument) -> BTreeMap<&str, &Item> {
    let symptom = |item: &'_ Item| match &item.role {
        Some(Role::Symptom(symptom)) => Some(symptom.0.clone()),
        _ => None,
    };
    let groups = form.items.iter().filter(|item| symptom(item).is_some());
    groups.map(|item| (item.link_id.0.as_str(), item)).collect()
}

fn choices(form: &Instrument, link_id: &str) -> Vec<String> {
    let item = form.find(&LinkId(link_id.into())).unwrap();
    let Kind::Choice { choices, .. } = &item.kind else { panic!("{link_id}") };
    choices.iter().map(|choice| choice.code.clone()).collect()
}

fn begun() -> Begun {
    Begun { at: Instant(0), by: Author::Person, finished: true, flags: None }
}

/// Goes through the form, choosing what `choose` says for each question.
fn walked(form: &Instrument, choose: impl Fn(&Item) -> Option<Answer>) -> (Answers, usize) {
    let (mut answers, mut at, mut seen) = (Answers::new(), None, 0);
    while let Some(screen) = next(form, &answers, at.as_ref()) {
        for question in screen.questions() {
            if let Some(answer) = choose(question) {
                let kept = domain::diary::flow::check(form, &question.link_id, vec![answer]).unwrap();
                answers.insert(question.link_id.clone(), kept);
            }
        }
        at = Some(screen.link_id.clone());
        seen += 1;
        assert!(seen < 200);
    }
    (answers, seen)
}

#[test]
fn the_file_does_not_change_without_a_new_version() {
    let version = symptom_check().unwrap().version;
    let mut hash = String::new();
    for byte in Sha256::digest(SYMPTOM_CHECK) {
        write!(hash, "{byte:02x}").unwrap();
    }
    assert_eq!(
        VERSIONS.last(),
        Some(&(version.as_str(), hash.as_str())),
        "the symptom check was changed: give it a new version and add it, with its hash, to the list"
    );
    let mut versions: Vec<_> = VERSIONS.iter().map(|(version, _)| version).collect();
    versions.dedup();
    assert_eq!(versions.len(), VERSIONS.len());
}

#[test]
fn every_text_is_there_in_all_four_languages() {
    let form = symptom_check().unwrap();
    let whole = |texts: &Texts, place: &str| {
        let languages: Vec<_> = texts.keys().map(String::as_str).collect();
        assert_eq!(languages, ["ar", "en", "es", "fr"], "{place}");
    };
    whole(&form.title, "title");
    for item in form.walk() {
        whole(&item.text, &item.link_id.0);
        if !item.help.is_empty() {
            whole(&item.help, &item.link_id.0);
        }
        if let Kind::Choice { choices, .. } = &item.kind {
            for choice in choices {
                whole(&choice.text, &choice.code);
                let words: Vec<_> = choices.iter().filter_map(|other| other.text.get("ar")).collect();
                assert_eq!(words.iter().filter(|other| **other == &choice.text["ar"]).count(), 1, "{}", item.link_id.0);
            }
        }
        assert!(!item.required, "{}: nobody must answer", item.link_id.0);
    }
}

#[test]
fn it_holds_the_symptoms_it_should_and_asks_of_each_what_can_be_graded() {
    let form = symptom_check().unwrap();
    let symptoms = symptoms(&form);
    assert_eq!(symptoms.len(), CORE.len() + MORE.len() + 2);
    assert_eq!(choices(&form, "which"), [&CORE[..], &MORE, &["something-else", "none"]].concat());
    assert_eq!(choices(&form, "more"), [&MORE[..], &["none"]].concat());
    for (name, group) in &symptoms {
        assert!(matches!(&group.role, Some(Role::Symptom(symptom)) if symptom.0 == *name));
        for part in &group.items {
            assert!(matches!(part.role, Some(Role::Attribute(_))), "{}", part.link_id.0);
            let levels: Vec<_> =
                choices(&form, &part.link_id.0).iter().map(|code| part.level(&Answer::Choice(code.clone()))).collect();
            assert_eq!(levels, [0, 1, 2, 3, 4].map(Some), "{}", part.link_id.0);
        }
    }
}

#[test]
fn who_is_well_is_done_in_four_screens() {
    let form = symptom_check().unwrap();
    let (answers, seen) = walked(&form, |question| match &question.kind {
        Kind::Choice { choices, .. } if question.role == Some(Role::Which) => {
            choices.iter().find(|choice| choice.exclusive).map(|choice| Answer::Choice(choice.code.clone()))
        }
        Kind::Choice { .. } => Some(Answer::Choice("0".into())),
        _ => None,
    });
    assert_eq!(seen, 4);
    let report = report(&form, &answers, begun());
    assert_eq!(report.parts.len(), 22);
    assert!(report.parts.values().flatten().all(|(_, level)| *level == Level::NONE));
    assert_eq!((report.temperature, report.note), (None, false));
}

#[test]
fn each_symptom_is_asked_when_it_is_ticked_and_further_parts_when_it_was_there() {
    let form = symptom_check().unwrap();
    for name in CORE.iter().chain(&MORE) {
        let further = MORE.contains(name);
        let (first, second) = if further { ("something-else", *name) } else { (*name, "none") };
        let choose = |level: &'static str| {
            move |question: &Item| match (&question.role, question.link_id.0.as_str()) {
                (Some(Role::Which), "which") => Some(Answer::Choice(first.into())),
                (Some(Role::Which), _) => Some(Answer::Choice(second.into())),
                (Some(Role::Attribute(_)), _) => Some(Answer::Choice(level.into())),
                _ => None,
            }
        };
        let parts = symptoms(&form)[name].items.len();
        let around = 4 + usize::from(further);
        assert_eq!(walked(&form, choose("4")).1, around + parts, "{name}");
        // What is offered by treatment is ticked in the first list, and asked of at once.
        let at_once = |question: &Item| match (&question.role, question.link_id.0.as_str()) {
            (Some(Role::Which), "which") => Some(Answer::Choice((*name).into())),
            _ => choose("4")(question),
        };
        assert_eq!(walked(&form, at_once).1, 4 + parts, "{name}");
        let (answers, seen) = walked(&form, choose("0"));
        assert_eq!(seen, around + 1, "{name}");
        let report = report(&form, &answers, begun());
        assert_eq!(report.parts[&Symptom((*name).into())].len(), parts);
    }
}

#[test]
fn who_says_nothing_of_symptoms_has_told_nothing_of_them() {
    let form = symptom_check().unwrap();
    let (answers, _) = walked(&form, |question| (question.role == Some(Role::Which)).then_some(Answer::Skipped));
    assert!(report(&form, &answers, begun()).parts.is_empty());
    // Something else, but not said what: of the first list it is known, of the second it isn't.
    let (answers, _) =
        walked(&form, |question| (question.link_id.0 == "which").then(|| Answer::Choice("something-else".into())));
    let report = report(&form, &answers, begun());
    assert!(CORE.iter().all(|name| report.parts.contains_key(&Symptom((*name).into()))));
    assert!(MORE.iter().all(|name| !report.parts.contains_key(&Symptom((*name).into()))));
}

#[test]
fn everything_ticked_is_still_one_question_a_screen() {
    let form = symptom_check().unwrap();
    let all = |link_id: &str| {
        let codes = choices(&form, link_id).into_iter().filter(|code| code != "none");
        (LinkId(link_id.into()), codes.map(Answer::Choice).collect::<Vec<_>>())
    };
    let mut answers: Answers = [all("which"), all("more")].into();
    for item in form.walk() {
        if matches!(item.role, Some(Role::Attribute(Attribute::Frequency | Attribute::Severity))) {
            answers.insert(item.link_id.clone(), vec![Answer::Choice("3".into())]);
        }
    }
    let screens = screens(&form, &answers);
    let (page, single): (Vec<_>, Vec<_>) = screens.iter().partition(|screen| screen.link_id.0 == "last");
    assert_eq!(page.len(), 1);
    assert_eq!(page[0].questions().count(), 3);
    assert!(single.iter().all(|screen| screen.questions().count() == 1));
    assert_eq!(form.watched(), single.len() - 2 + 1);
}

#[test]
fn further_symptoms_are_offered_with_the_treatments_that_they_go_with_and_to_everyone_behind_something_else() {
    let form = symptom_check().unwrap();
    let offered = |link_id: &str, treatment: &str| {
        let item = form.find(&LinkId(link_id.into())).unwrap();
        let codes = offered(&form, item, &[treatment.to_owned()], [&[], &[]]).into_iter().map(|c| c.code.as_str());
        codes.filter(|code| MORE.contains(code)).map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(offered("which", "none of these").is_empty());
    assert_eq!(offered("more", "none of these"), MORE);
    assert_eq!(offered("which", "chemotherapy"), ["skin", "dizziness", "heartburn", "taste"]);
    assert_eq!(offered("more", "chemotherapy"), ["cough", "swelling", "headache", "hot-flushes"]);
    assert_eq!(offered("which", "hormone-therapy"), ["hot-flushes"]);
    for treatment in ["radiotherapy", "immunotherapy", "targeted-therapy"] {
        assert!(!offered("which", treatment).is_empty(), "{treatment}");
    }
}

#[test]
fn every_site_has_it_under_its_own_address() {
    assert_eq!(symptom_check().unwrap().url, OWN);
}
