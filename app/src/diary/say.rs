//! Words for what reports say.

#[cfg(feature = "ssr")]
use domain::diary::report::Attribute;
use domain::{diary::report::Flag, time::PartialDate, worklist::item::Decision};

use super::model::SymptomLine;
use crate::words::Words;

/// A red flag, as it is asked and as it is told.
pub fn flag(words: Words, flag: Flag) -> String {
    match flag {
        Flag::FeverOrChills => words.diary_flag_fever(),
        Flag::ChestPain => words.diary_flag_chest(),
        Flag::BreathlessAtRest => words.diary_flag_breath(),
        Flag::BleedingThatDoesNotStop => words.diary_flag_bleeding(),
        Flag::NewConfusion => words.diary_flag_confusion(),
        Flag::NewWeakness => words.diary_flag_weakness(),
        Flag::NoFluidsKeptDown => words.diary_flag_fluids(),
        Flag::SelfHarm => words.diary_flag_harm(),
    }
}

/// What a report says, in one line.
pub fn report(words: Words, flags: &[Flag], symptoms: &[SymptomLine]) -> String {
    let mut said: Vec<String> = flags.iter().map(|flag| self::flag(words, *flag)).collect();
    said.extend(symptoms.iter().map(|symptom| words.diary_symptom_level(&symptom.said, &symptom.name)));
    if said.is_empty() { words.diary_nothing() } else { said.join(" · ") }
}

/// A level in a word.
pub fn level(words: Words, level: u8) -> String {
    match level {
        0 => words.diary_level_0(),
        1 => words.diary_level_1(),
        2 => words.diary_level_2(),
        3 => words.diary_level_3(),
        _ => words.diary_level_4(),
    }
}

/// What is asked of a symptom.
#[cfg(feature = "ssr")]
pub fn attribute(words: Words, attribute: Attribute) -> String {
    match attribute {
        Attribute::Frequency => words.diary_attribute_frequency(),
        Attribute::Severity => words.diary_attribute_severity(),
        Attribute::Interference => words.diary_attribute_interference(),
        Attribute::Amount | Attribute::Presence => words.diary_attribute_amount(),
    }
}

/// The level of one part of a symptom, in its own words.
#[cfg(feature = "ssr")]
pub fn part(words: Words, attribute: Attribute, level: u8) -> String {
    match (attribute, level) {
        (Attribute::Severity, level) => self::level(words, level),
        (Attribute::Frequency, 0) => words.diary_often_0(),
        (Attribute::Frequency, 1) => words.diary_often_1(),
        (Attribute::Frequency, 2) => words.diary_often_2(),
        (Attribute::Frequency, 3) => words.diary_often_3(),
        (Attribute::Frequency, _) => words.diary_often_4(),
        (_, 0) => words.diary_way_0(),
        (_, 1) => words.diary_way_1(),
        (_, 2) => words.diary_way_2(),
        (_, 3) => words.diary_way_3(),
        (_, _) => words.diary_way_4(),
    }
}

pub fn decision(words: Words, decision: Decision) -> String {
    match decision {
        Decision::Called => words.diary_decision_called(),
        Decision::Advice => words.diary_decision_advised(),
        Decision::Visit => words.diary_decision_visit(),
        Decision::NoAction => words.diary_decision_none(),
    }
}

/// A moment: day and time.
pub fn moment(words: Words, at: PartialDate) -> String {
    crate::results::say::date(words, at)
}
