//! What waits, in words: how bad it is, what changed and by how much, and by when someone takes it.

use domain::{
    diary::{
        alert::{About, Alert, Reason},
        report::{Attribute, Author, Flag, Temperature},
    },
    medicines::entry::Beyond,
    time::{Instant, PartialDate},
    worklist::item::{Body, Decision, Severity, TakenBeyond},
};
use leptos::prelude::*;

use crate::{
    diary::names::Names,
    request::local_date,
    shell::icon::{Drawing, Icon},
    words::Words,
};

/// How bad it is: a word and a shape of its own, so that no colour is needed to tell.
pub fn severity(words: Words, severity: Severity) -> AnyView {
    let (class, text, shape) = match severity {
        Severity::Urgent => ("badge work-urgent", words.worklist_urgent(), Drawing::Octagon),
        Severity::Soon => ("badge work-soon", words.worklist_soon(), Drawing::Diamond),
        Severity::Low => ("badge work-low", words.worklist_low(), Drawing::Circle),
    };
    view! {
        <span class=class>
            <Icon of=shape/>
            {text}
        </span>
    }
    .into_any()
}

/// What an item is about, in a few words.
pub fn kind(words: Words, body: &Body) -> String {
    match body {
        Body::Alert { .. } => words.worklist_kind_alert(),
        Body::Note { .. } => words.worklist_kind_note(),
        Body::Silent { .. } => words.worklist_kind_silent(),
        Body::Medicine { .. } => words.worklist_kind_medicine(),
        Body::Refill { .. } => words.worklist_refill_kind(),
    }
}

/// A medicine that was taken beyond its plan: when, and in which way.
pub fn beyond(words: Words, taken: &TakenBeyond, now: Instant, zone: &str) -> String {
    let when = moment(words, taken.at, now, zone);
    match taken.beyond {
        Beyond::Twice => words.worklist_beyond_twice(&when),
        Beyond::Soon => words.worklist_beyond_soon(&when),
        Beyond::Most => words.worklist_beyond_most(&when),
    }
}

/// What an alert is about.
pub fn about(words: Words, names: &Names, about: &About) -> String {
    match about {
        About::Flag(flag) => self::flag(words, *flag),
        About::Temperature(Temperature(tenths)) => {
            let degrees = format!("{}.{}", tenths / 10, tenths.rem_euclid(10));
            words.worklist_temperature(&words.clinical_number(&degrees))
        }
        About::Symptom(symptom) => names.name(symptom),
    }
}

fn flag(words: Words, flag: Flag) -> String {
    match flag {
        Flag::FeverOrChills => words.worklist_flag_fever(),
        Flag::ChestPain => words.worklist_flag_chest(),
        Flag::BreathlessAtRest => words.worklist_flag_breath(),
        Flag::BleedingThatDoesNotStop => words.worklist_flag_bleeding(),
        Flag::NewConfusion => words.worklist_flag_confusion(),
        Flag::NewWeakness => words.worklist_flag_weakness(),
        Flag::NoFluidsKeptDown => words.worklist_flag_fluids(),
        Flag::SelfHarm => words.worklist_flag_harm(),
    }
}

/// What was asked of a symptom.
pub fn part(words: Words, attribute: Attribute) -> String {
    match attribute {
        Attribute::Frequency => words.worklist_part_frequency(),
        Attribute::Severity => words.worklist_part_severity(),
        Attribute::Interference => words.worklist_part_interference(),
        Attribute::Amount => words.worklist_part_amount(),
        Attribute::Presence => words.worklist_part_presence(),
    }
}

/// Why there is an alert.
pub fn reason(words: Words, reason: &Reason, zone: &str) -> String {
    let digit = |level: u8| words.clinical_number(&level.to_string());
    match reason {
        Reason::Flagged => words.worklist_reason_flagged(),
        Reason::Fever => words.worklist_reason_fever(),
        Reason::Level { attribute, level } => {
            words.worklist_reason_level(&digit(level.get()), &part(words, *attribute))
        }
        Reason::Rise { attribute, from, to, since } => words.worklist_reason_rise(
            &crate::results::say::day(words, local_date(*since, zone)),
            &digit(from.get()),
            &part(words, *attribute),
            &digit(to.get()),
        ),
        Reason::Slide { attribute, first, previous, now } => words.worklist_reason_slide(
            &digit(first.get()),
            &digit(now.get()),
            &part(words, *attribute),
            &digit(previous.get()),
        ),
        Reason::Composite { grade, before: None } => words.worklist_reason_grade(&digit(*grade)),
        Reason::Composite { grade, before: Some(before) } => {
            words.worklist_reason_grade_rise(&digit(*before), &digit(*grade))
        }
    }
}

/// An alert in a line: what it is about, and the reason that says most.
pub fn headline(words: Words, names: &Names, alert: &Alert, zone: &str) -> String {
    let weight = |reason: &&Reason| match reason {
        Reason::Flagged | Reason::Fever => 0,
        Reason::Rise { .. } => 1,
        Reason::Slide { .. } => 2,
        Reason::Level { .. } => 3,
        Reason::Composite { .. } => 4,
    };
    let name = about(words, names, &alert.about);
    match alert.reasons.iter().min_by_key(weight) {
        Some(reason) => words.worklist_headline(&name, &self::reason(words, reason, zone)),
        None => name,
    }
}

/// Who reported it, when it was not the person.
pub fn author(words: Words, author: Author) -> Option<String> {
    (author == Author::Caregiver).then(|| words.worklist_caregiver())
}

/// What was decided.
pub fn decision(words: Words, decision: Decision) -> String {
    match decision {
        Decision::Called => words.worklist_decision_called(),
        Decision::Advice => words.worklist_decision_advice(),
        Decision::Visit => words.worklist_decision_visit(),
        Decision::NoAction => words.worklist_decision_none(),
    }
}

/// A moment on the clock of the clinic.
pub fn moment(words: Words, at: Instant, now: Instant, zone: &str) -> String {
    let local = local_date(at, zone);
    let time = local.time.map(|time| words.time(time.hour, time.minute)).unwrap_or_default();
    let day = |days: i64| local_date(now.plus_days(days), zone).date();
    match local.date() {
        date if date == day(0) => words.worklist_today_at(&time),
        date if date == day(-1) => words.worklist_yesterday_at(&time),
        date if date == day(1) => words.worklist_tomorrow_at(&time),
        date => words.worklist_date_at(&weekday(words, date), &time),
    }
}

fn weekday(words: Words, date: PartialDate) -> String {
    crate::results::say::weekday_date(words, date)
}

/// A stretch of time, as coarse as it may be.
pub fn duration(words: Words, seconds: i64) -> String {
    let whole = |length: i64| u32::try_from((seconds.max(0) + length / 2) / length).unwrap_or(u32::MAX);
    match seconds {
        ..5_400 => words.worklist_minutes(whole(60)),
        5_400..129_600 => words.worklist_hours(whole(3_600)),
        _ => words.worklist_days(whole(86_400)),
    }
}

/// By when someone takes it, or since when that is over.
pub fn promise(words: Words, promised_at: Instant, taken: bool, now: Instant, zone: &str) -> String {
    let when = moment(words, promised_at, now, zone);
    match promised_at.seconds_since(now) {
        _ if taken => words.worklist_promised(&when),
        ..0 => words.worklist_late(&when),
        left => words.worklist_take_by(&duration(words, left), &when),
    }
}
