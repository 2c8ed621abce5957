//! How values, dates, roles, kinds and the like are said in words: one function each, so that the
//! same thing is said the same way on every page.
//!
//! Numbers stay digit for digit and units as they came; only signs that people do not know
//! (UCUM's `Cel`, `mm[Hg]`, `{score}`) are written as people write them.

use std::borrow::Cow;

use domain::{
    results::{
        AbsentReason, Comparator, FactLabel, FactValue, Interpretation, Kind, Quantity, Role, Status, Value, When,
        analyte::Analyte,
        change::{Change, Direction},
        meaning::Place,
        readiness::Waits,
        stretch::Named,
    },
    time::{PartialDate, WallTime},
};

use super::{analyte, model::CommentModel};
use crate::words::Words;

/// Between a number and its unit, so that no line breaks there.
const NO_BREAK: char = '\u{a0}';

/// The name of a test or value: plain where Daybook knows it, else as the sender calls it.
pub fn name(words: Words, analyte: Option<Analyte>, title: &str, kind: Kind) -> String {
    match analyte {
        Some(analyte) => analyte::name(words, analyte),
        None if title.is_empty() => self::kind(words, kind),
        None => title.to_owned(),
    }
}

/// The name of a line of the timeline. Values that were only collected together have none.
pub fn title(words: Words, analyte: Option<Analyte>, title: &str, kind: Kind, is_panel: bool) -> String {
    if is_panel && analyte.is_none() && title.is_empty() {
        collection(words, kind)
    } else {
        name(words, analyte, title, kind)
    }
}

/// The name of `count` values that were only collected together: the first of them, and how many
/// more. `None` when none has a name.
pub fn panel_title(words: Words, of: Kind, names: &[Named], count: usize) -> Option<String> {
    let mut names = names.iter().map(|named| name(words, named.analyte, &named.title, of));
    let first = names.next()?;
    Some(match names.next() {
        Some(second) if count > 2 => words.results_and_more(count - 2, &words.results_both(&first, &second)),
        Some(second) => words.results_both(&first, &second),
        None if count > 1 => words.results_and_more(count - 1, &first),
        None => first,
    })
}

/// How a value compares with the one before it.
pub fn since_last(words: Words, change: &Change) -> String {
    let (date, value) = (date(words, change.when), quantity(&change.value));
    match change.direction {
        Direction::Lower => words.results_change_lower(&date, &value),
        Direction::Higher => words.results_change_higher(&date, &value),
        Direction::Same => words.results_change_same(&date, &value),
        Direction::Open => words.results_change_open(&date, &value),
    }
}

/// How a value compares with the last one before the present treatment.
pub fn over_treatment(words: Words, change: &Change) -> String {
    let (date, value) = (date(words, change.when), quantity(&change.value));
    match change.direction {
        Direction::Lower => words.results_treated_lower(&date, &value),
        Direction::Higher => words.results_treated_higher(&date, &value),
        Direction::Same => words.results_treated_same(&date, &value),
        Direction::Open => words.results_treated_open(&date, &value),
    }
}

/// One of a kind.
pub fn kind(words: Words, kind: Kind) -> String {
    match kind {
        Kind::Laboratory => words.results_kind_laboratory(),
        Kind::Imaging => words.results_kind_imaging(),
        Kind::Pathology => words.results_kind_pathology(),
        Kind::Genetics => words.results_kind_genetics(),
        Kind::Measurement => words.results_kind_measurement(),
        Kind::Questionnaire => words.results_kind_questionnaire(),
        Kind::Symptoms => words.results_kind_symptoms(),
        Kind::Note => words.results_kind_note(),
        Kind::Visit => words.results_kind_visit(),
        Kind::Procedure => words.results_kind_procedure(),
        Kind::Treatment => words.results_kind_treatment(),
        Kind::Medicine => words.results_kind_medicine(),
        Kind::Diagnosis => words.results_kind_diagnosis(),
        Kind::Immunization => words.results_kind_immunization(),
        Kind::Allergy => words.results_kind_allergy(),
        Kind::Plan => words.results_kind_plan(),
        Kind::Appointment => words.results_kind_appointment(),
    }
}

/// All of a kind.
pub fn kinds(words: Words, kind: Kind) -> String {
    match kind {
        Kind::Laboratory => words.results_kinds_laboratory(),
        Kind::Imaging => words.results_kinds_imaging(),
        Kind::Pathology => words.results_kinds_pathology(),
        Kind::Genetics => words.results_kinds_genetics(),
        Kind::Measurement => words.results_kinds_measurement(),
        Kind::Questionnaire => words.results_kinds_questionnaire(),
        Kind::Symptoms => words.results_kinds_symptoms(),
        Kind::Note => words.results_kinds_note(),
        Kind::Visit => words.results_kinds_visit(),
        Kind::Procedure => words.results_kinds_procedure(),
        Kind::Treatment => words.results_kinds_treatment(),
        Kind::Medicine => words.results_kinds_medicine(),
        Kind::Diagnosis => words.results_kinds_diagnosis(),
        Kind::Immunization => words.results_kinds_immunization(),
        Kind::Allergy => words.results_kinds_allergy(),
        Kind::Plan => words.results_kinds_plan(),
        Kind::Appointment => words.results_kinds_appointment(),
    }
}

/// Values of a kind that were collected together.
pub fn collection(words: Words, kind: Kind) -> String {
    match kind {
        Kind::Laboratory => words.results_collection_laboratory(),
        Kind::Measurement => words.results_collection_measurement(),
        Kind::Questionnaire => words.results_collection_questionnaire(),
        other => kinds(words, other),
    }
}

/// Several things in one line.
pub fn list(words: Words, parts: &[String]) -> String {
    parts.join(&words.results_comma())
}

/// How final something is.
pub fn status(words: Words, status: Status) -> String {
    match status {
        Status::Registered => words.results_status_registered(),
        Status::Preliminary => words.results_status_preliminary(),
        Status::Final => words.results_status_final(),
        Status::Amended => words.results_status_amended(),
        Status::Corrected => words.results_status_corrected(),
        Status::Appended => words.results_status_appended(),
        Status::Cancelled => words.results_status_cancelled(),
        Status::Planned => words.results_status_planned(),
        Status::InProgress => words.results_status_in_progress(),
        Status::OnHold => words.results_status_on_hold(),
        Status::Stopped => words.results_status_stopped(),
        Status::NotDone => words.results_status_not_done(),
        Status::Unknown => words.results_status_unknown(),
    }
}

/// How final something is, where that is worth a word.
pub fn unfinished(words: Words, of: Status) -> Option<String> {
    (!matches!(of, Status::Final | Status::Unknown)).then(|| status(words, of))
}

pub fn role(words: Words, role: Role) -> String {
    match role {
        Role::OrderedBy => words.results_role_ordered_by(),
        Role::PerformedBy => words.results_role_performed_by(),
        Role::WrittenBy => words.results_role_written_by(),
        Role::Place => words.results_role_place(),
    }
}

pub fn fact_label(words: Words, label: FactLabel) -> String {
    match label {
        FactLabel::Reason => words.results_fact_reason(),
        FactLabel::Outcome => words.results_fact_outcome(),
        FactLabel::BodySite => words.results_fact_body_site(),
        FactLabel::Severity => words.results_fact_severity(),
        FactLabel::Stage => words.results_fact_stage(),
        FactLabel::Began => words.results_fact_began(),
        FactLabel::Ended => words.results_fact_ended(),
        FactLabel::Dose => words.results_fact_dose(),
        FactLabel::Instructions => words.results_fact_instructions(),
        FactLabel::Medicine => words.results_fact_medicine(),
        FactLabel::ReasonStopped => words.results_fact_reason_stopped(),
        FactLabel::Category => words.results_fact_category(),
        FactLabel::Criticality => words.results_fact_criticality(),
        FactLabel::Reaction => words.results_fact_reaction(),
        FactLabel::Activity => words.results_fact_activity(),
        FactLabel::Member => words.results_fact_member(),
        FactLabel::Serial => words.results_fact_serial(),
        FactLabel::Description => words.results_fact_description(),
        FactLabel::Intent => words.results_fact_intent(),
        FactLabel::Complication => words.results_fact_complication(),
        FactLabel::FollowUp => words.results_fact_follow_up(),
    }
}

pub fn fact_value(words: Words, value: &FactValue) -> String {
    match value {
        FactValue::Text(text) => text.clone(),
        FactValue::Quantity(quantity) => self::quantity(quantity),
        FactValue::Date(date) => self::date(words, *date),
    }
}

/// Where a value lies, by its laboratory.
pub fn place(words: Words, place: Place) -> String {
    match place {
        Place::Below => words.results_place_below(),
        Place::Above => words.results_place_above(),
        Place::Within => words.results_place_within(),
        Place::Outside => words.results_place_outside(),
    }
}

/// A flag of the laboratory; `None` for those that only place the value.
pub fn interpretation(words: Words, interpretation: &Interpretation) -> Option<String> {
    match interpretation {
        Interpretation::Positive => Some(words.results_positive()),
        Interpretation::Negative => Some(words.results_negative()),
        Interpretation::Other(mark) => Some(words.results_own_mark(mark)),
        Interpretation::Low
        | Interpretation::High
        | Interpretation::VeryLow
        | Interpretation::VeryHigh
        | Interpretation::Normal
        | Interpretation::Unusual
        | Interpretation::VeryUnusual => None,
    }
}

/// What a sign before a number means, for who hears it.
pub fn comparator(words: Words, comparator: Comparator) -> String {
    match comparator {
        Comparator::Less => words.results_less_than(),
        Comparator::LessOrEqual => words.results_at_most(),
        Comparator::GreaterOrEqual => words.results_at_least(),
        Comparator::Greater => words.results_more_than(),
    }
}

/// Why there is no value, as a sentence.
pub fn absent(words: Words, reason: &AbsentReason) -> String {
    match reason {
        AbsentReason::Unknown => words.results_absent_unknown(),
        AbsentReason::AskedUnknown => words.results_absent_asked_unknown(),
        AbsentReason::AskedDeclined => words.results_absent_asked_declined(),
        AbsentReason::NotAsked => words.results_absent_not_asked(),
        AbsentReason::Masked => words.results_absent_masked(),
        AbsentReason::NotApplicable => words.results_absent_not_applicable(),
        AbsentReason::Error => words.results_absent_error(),
        AbsentReason::NotPerformed => words.results_absent_not_performed(),
        AbsentReason::NotPermitted => words.results_absent_not_permitted(),
        AbsentReason::Other(reason) => words.results_absent_other(reason),
    }
}

/// A unit as people write it.
pub fn unit(unit: &str) -> Cow<'_, str> {
    match unit {
        "1" | "{}" => Cow::Borrowed(""),
        "Cel" => Cow::Borrowed("°C"),
        "[degF]" => Cow::Borrowed("°F"),
        "mm[Hg]" => Cow::Borrowed("mmHg"),
        "umol/L" => Cow::Borrowed("µmol/L"),
        "m[IU]/mL" => Cow::Borrowed("mIU/mL"),
        "[IU]/L" => Cow::Borrowed("IU/L"),
        "[in_i]" => Cow::Borrowed("in"),
        "[lb_av]" => Cow::Borrowed("lb"),
        // A remark in braces stands for no unit of its own: `{score}`, `{INR}`.
        _ => match unit.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(remark) if !remark.contains(['{', '}']) => Cow::Owned(remark.replace('_', " ")),
            _ => Cow::Borrowed(unit),
        },
    }
}

/// The number with the sign before it, as it came: `<5`.
pub fn number(comparator: Option<Comparator>, number: &str) -> String {
    format!("{}{number}", comparator.map_or("", Comparator::symbol))
}

/// `<5 mg/L`; empty when there is neither number nor unit.
pub fn quantity(quantity: &Quantity) -> String {
    let number = number(quantity.comparator, &quantity.number);
    let unit = unit(quantity.unit.as_deref().unwrap_or_default());
    match (number.is_empty(), unit.is_empty()) {
        (_, true) => number,
        (true, false) => unit.into_owned(),
        (false, false) => format!("{number}{NO_BREAK}{unit}"),
    }
}

/// A value of any kind in one line.
pub fn value(words: Words, value: &Value) -> String {
    match value {
        Value::Quantity(quantity) if quantity.number.is_empty() => words.results_no_value(),
        Value::Quantity(quantity) => self::quantity(quantity),
        Value::Text(text) | Value::Coded(text) => text.clone(),
        Value::Time(text) => time_of_day(words, text).unwrap_or_else(|| text.clone()),
        Value::Boolean(true) => words.results_yes(),
        Value::Boolean(false) => words.results_no(),
        Value::Integer(number) => number.to_string(),
        Value::Ratio { numerator, denominator } => {
            words.results_ratio(&self::quantity(numerator), &self::quantity(denominator))
        }
        Value::Range { low, high } => span(words, low.as_ref(), high.as_ref()),
        Value::DateTime(date) => self::date(words, *date),
        Value::Period(when) => self::when(words, *when),
        Value::Sampled { count, unit } => {
            let recording = words.results_samples(*count);
            match unit.as_deref().map(self::unit).filter(|unit| !unit.is_empty()) {
                Some(unit) => list(words, &[recording, unit.into_owned()]),
                None => recording,
            }
        }
        Value::Absent(_) => words.results_no_value(),
    }
}

/// Hours and minutes of a time as FHIR writes it.
fn time_of_day(words: Words, text: &str) -> Option<String> {
    let mut parts = text.splitn(3, ':').map(str::parse::<u8>);
    match (parts.next()?.ok()?, parts.next()?.ok()?) {
        (hour @ 0..=23, minute @ 0..=59) => Some(words.time(hour, minute)),
        _ => None,
    }
}

/// Whether a value is in the sender's own words, in a language that nobody knows.
pub const fn is_foreign(value: &Value) -> bool {
    matches!(value, Value::Text(_) | Value::Coded(_) | Value::Time(_))
}

fn span(words: Words, low: Option<&Quantity>, high: Option<&Quantity>) -> String {
    match (low, high) {
        (Some(low), Some(high)) => words.results_span(&quantity(high), &quantity(low)),
        (Some(low), None) => words.results_span_from(&quantity(low)),
        (None, Some(high)) => words.results_span_to(&quantity(high)),
        (None, None) => words.results_no_value(),
    }
}

/// A date with exactly the precision that it came with: `2021`, `March 2021`, `3 March 2021`,
/// `3 March 2021, 14:05`.
pub fn date(words: Words, date: PartialDate) -> String {
    shaped(words, date, Words::date)
}

/// The same with the day of the week, where there is a day.
pub fn weekday_date(words: Words, date: PartialDate) -> String {
    shaped(words, date, Words::weekday_date)
}

/// The same without a time of day.
pub fn day(words: Words, date: PartialDate) -> String {
    self::date(words, date.date())
}

fn shaped(words: Words, date: PartialDate, whole: fn(Words, i16, u8, u8) -> String) -> String {
    let (Some(month), day) = (date.month, date.day) else { return words.year(date.year) };
    let Some(day) = day else { return words.month(date.year, month) };
    let day = whole(words, date.year, month, day);
    match date.time {
        Some(time) => words.results_date_time(&day, &clock(words, time)),
        None => day,
    }
}

fn clock(words: Words, time: WallTime) -> String {
    words.time(time.hour, time.minute)
}

/// When it happened, with the days of the week.
pub fn when(words: Words, when: When) -> String {
    match (when.start, when.end) {
        (Some(start), Some(end)) if start == end => weekday_date(words, start),
        (Some(start), Some(end)) => period(words, start, end),
        (Some(start), None) => weekday_date(words, start),
        (None, Some(end)) => words.results_period_until(&weekday_date(words, end)),
        (None, None) => words.results_undated(),
    }
}

fn period(words: Words, start: PartialDate, end: PartialDate) -> String {
    match (start.time, end.time) {
        (Some(from), Some(to)) if start.date() == end.date() => {
            let day = weekday_date(words, start.date());
            words.results_period_same_day(&day, &clock(words, to), &clock(words, from))
        }
        _ => words.results_period(&weekday_date(words, end), &weekday_date(words, start)),
    }
}

/// Who of the care team said something, and when.
pub fn said_by(words: Words, comment: &CommentModel) -> String {
    let said_on = day(words, comment.day);
    let by = match &comment.author {
        Some(author) => words.results_comment_by(&said_on, author),
        None => words.results_comment_by_team(&said_on),
    };
    match comment.changed {
        Some(changed) if !comment.text.is_empty() => words.results_comment_corrected(&by, &day(words, changed)),
        _ => by,
    }
}

/// In place of a comment that was withdrawn.
pub fn withdrawn(words: Words, comment: &CommentModel) -> Option<String> {
    let changed = comment.changed.filter(|_| comment.text.is_empty())?;
    Some(words.results_comment_withdrawn(&day(words, changed)))
}

/// Of a result that waits: until when.
pub fn waits(words: Words, waits: Waits) -> String {
    match waits.opens {
        Some(opens) => words.results_waits_until(&day(words, opens)),
        None => words.results_waits_comment(),
    }
}

/// The day and the short name of its month, for the leaf of a calendar: `24`, `Nov`.
pub fn day_and_month(words: Words, year: i16, month: u8, day: u8) -> (String, String) {
    let both = words.month_short_day(year, month, day);
    // Every language that Daybook speaks writes the day first, some with a mark (`1er`).
    let name = both.split_once(char::is_whitespace).map_or(both.as_str(), |(_, name)| name);
    (day.to_string(), name.to_owned())
}

/// Under a point of a chart: the day and month, and below it the year.
pub fn tick(words: Words, date: PartialDate) -> (String, String) {
    match (date.month, date.day) {
        (Some(month), Some(day)) => (words.month_short_day(date.year, month, day), words.year(date.year)),
        (Some(month), None) => (words.month(date.year, month), String::new()),
        (None, _) => (words.year(date.year), String::new()),
    }
}

/// The size of a file.
pub fn size(words: Words, bytes: u64) -> String {
    const KILO: u64 = 1000;
    let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    if bytes < 10 * KILO * KILO {
        words.results_size_kb(count(bytes.div_ceil(KILO)))
    } else {
        words.results_size_mb(count(bytes / KILO / KILO))
    }
}

#[cfg(test)]
#[path = "say_tests.rs"]
mod tests;
