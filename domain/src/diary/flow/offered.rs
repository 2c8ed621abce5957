//! Which symptoms a list of them offers: to everyone those of its core, and those that fit someone's treatment.

use crate::diary::{
    answer::Answer,
    instrument::{Choice, Instrument, Item, Kind, Role},
};

/// The choices of a question that someone with these treatments is shown. What they chose, now or last time,
/// is always there; a symptom that an earlier list offers stands in that one alone.
pub fn offered<'a>(
    instrument: &Instrument,
    item: &'a Item,
    treatments: &[String],
    chosen: [&[Answer]; 2],
) -> Vec<&'a Choice> {
    let Kind::Choice { choices, .. } = &item.kind else { return Vec::new() };
    if item.role != Some(Role::Which) {
        return choices.iter().collect();
    }
    let fits = |choice: &Choice| choice.fits.is_empty() || choice.fits.iter().any(|fit| treatments.contains(fit));
    let lists = instrument.walk().into_iter().take_while(|earlier| earlier.link_id != item.link_id);
    let lists = lists.filter(|earlier| earlier.role == Some(Role::Which));
    let mut earlier: Vec<&str> = Vec::new();
    for list in lists {
        if let Kind::Choice { choices, .. } = &list.kind {
            earlier.extend(choices.iter().filter(|choice| fits(choice) && !choice.exclusive).map(|c| c.code.as_str()));
        }
    }
    let has = |answers: &[Answer], choice: &Choice| {
        answers.iter().any(|answer| matches!(answer, Answer::Choice(code) if *code == choice.code))
    };
    let offered = |choice: &&Choice| {
        chosen.iter().any(|answers| has(answers, choice)) || fits(choice) && !earlier.contains(&choice.code.as_str())
    };
    choices.iter().filter(offered).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::diary::instrument::LinkId;

    fn choice(code: &str, fits: &[&str]) -> Choice {
        let fits = fits.iter().map(|fit| (*fit).to_owned()).collect();
        let exclusive = code == "none";
        Choice { code: code.into(), system: None, text: BTreeMap::new(), level: None, exclusive, declined: false, fits }
    }

    fn list(link_id: &str, choices: Vec<Choice>) -> Item {
        Item {
            link_id: LinkId(link_id.into()),
            text: BTreeMap::new(),
            help: BTreeMap::new(),
            kind: Kind::Choice { choices, open: false },
            role: Some(Role::Which),
            required: false,
            repeats: true,
            conditions: Vec::new(),
            all_conditions: true,
            items: Vec::new(),
        }
    }

    #[test]
    fn a_symptom_is_offered_to_whom_it_fits_and_stands_once() {
        let first = list("which", vec![choice("pain", &[]), choice("taste", &["chemotherapy"]), choice("none", &[])]);
        let more = list("more", vec![choice("taste", &[]), choice("cough", &[]), choice("none", &[])]);
        let form = Instrument {
            url: String::new(),
            version: String::new(),
            title: BTreeMap::new(),
            items: vec![first.clone(), more.clone()],
        };
        let codes = |item: &Item, treatments: &[&str], now: &[Answer], before: &[Answer]| {
            let treatments: Vec<String> = treatments.iter().map(|one| (*one).to_owned()).collect();
            let offered = offered(&form, item, &treatments, [now, before]);
            offered.into_iter().map(|choice| choice.code.clone()).collect::<Vec<_>>()
        };
        assert_eq!(codes(&first, &[], &[], &[]), ["pain", "none"]);
        assert_eq!(codes(&more, &[], &[], &[]), ["taste", "cough", "none"]);
        assert_eq!(codes(&first, &["chemotherapy"], &[], &[]), ["pain", "taste", "none"]);
        assert_eq!(codes(&more, &["chemotherapy"], &[], &[]), ["cough", "none"]);
        let taste = [Answer::Choice("taste".into())];
        assert_eq!(codes(&first, &["radiotherapy"], &taste, &[]), ["pain", "taste", "none"], "it is chosen");
        assert_eq!(codes(&first, &[], &[], &taste), ["pain", "taste", "none"], "it was chosen last time");
        assert_eq!(codes(&more, &["chemotherapy"], &taste, &[]), ["taste", "cough", "none"]);
    }
}
