use std::collections::BTreeSet;

use super::*;
use crate::words::Language;

const EVERY: [Language; 4] = [Language::English, Language::French, Language::Spanish, Language::Arabic];

fn all(language: Language) -> Vec<AdviceModel> {
    said(Words::new(language), Advice::ALL)
}

#[test]
fn every_advice_has_texts_of_its_own_in_every_language() {
    let mut seen = BTreeSet::new();
    for language in EVERY {
        for advice in all(language) {
            assert_eq!(advice.tips.len(), 4);
            for text in advice.tips.into_iter().chain([advice.call]) {
                assert!(text.ends_with(['.', '»']), "{text}");
                assert!(seen.insert(text.clone()), "{text}");
            }
        }
    }
}

/// How many words each sentence has.
fn sentences(texts: &[String]) -> Vec<usize> {
    let sentences = texts.iter().flat_map(|text| text.split(['.', ':', '?', '؟']));
    sentences.map(|sentence| sentence.split_whitespace().count()).filter(|words| *words > 0).collect()
}

#[test]
fn the_sentences_are_short_and_those_of_the_tips_shorter_still() {
    for language in EVERY {
        let (tips, calls): (Vec<_>, Vec<_>) =
            all(language).into_iter().map(|advice| (sentences(&advice.tips), sentences(&[advice.call]))).unzip();
        let (tips, calls) = (tips.concat(), calls.concat());
        assert!(tips.iter().all(|words| *words <= 25), "{language:?}: {tips:?}");
        assert!(calls.iter().all(|words| *words <= 35), "{language:?}: {calls:?}");
        let count = tips.len() + calls.len();
        let words: usize = tips.into_iter().chain(calls).sum();
        assert!(words <= 14 * count, "{language:?}: {words} words in {count} sentences");
    }
}

#[test]
fn no_advice_names_a_dose_and_who_thinks_of_hurting_themselves_is_told_to_call() {
    for language in EVERY {
        for advice in all(language) {
            for text in advice.tips.iter().chain([&advice.call]) {
                assert!(
                    !text.contains(" mg") && !text.contains(" ml") && !text.contains(|c: char| c.is_ascii_digit()),
                    "{text}"
                );
            }
        }
        let words = Words::new(language);
        assert!(words.education_mood_call().contains(&words.site_very_ill()));
    }
}

#[test]
fn the_section_shows_each_advice_under_its_title_and_is_not_there_without_any() {
    let words = Words::new(Language::English);
    assert!(section(words, &[]).is_none());
    let html = section(words, &said(words, &[Advice::Sleep, Advice::MouthSores])).unwrap().to_html();
    let at = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text}: {html}"));
    assert!(at("id=\"advice-sleep\"") < at("Trouble sleeping"));
    assert!(at("Trouble sleeping") < at("id=\"advice-mouth-sores\""));
    assert!(at("Memorial Sloan Kettering Cancer Center</bdi>") < at("National Cancer Institute</bdi>"));
    assert!(!html.contains("Nausea"));
    assert_eq!(html.matches("<li").count(), 8);
}
