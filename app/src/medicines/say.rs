//! Medicines in words: amounts, times and plans, one function each, so that the same thing is said the same
//! way on every page.
//!
//! Doses are written so that they can't be misread: a zero before the point and none behind it, thousands apart, a
//! space before the unit, micrograms and units in full.

use domain::{
    diary::number::latin,
    medicines::{
        Amount, At, Course, Moment, Moments, Plan, Rhythm,
        entry::{Entry, Reason, What},
    },
    time::{Day, Instant, PartialDate, TimeOfDay, Weekday},
};

use crate::{request::local_date, results::say as values, words::Words};

/// Between a number and its unit, so that no line breaks there.
const NO_BREAK: char = '\u{a0}';
/// Between groups of thousands in every language: a comma or a point there is the sign of decimals for someone.
pub const GROUP: char = '\u{202f}';
/// The signs of decimals and of thousands in Arabic.
const ARABIC_POINT: char = '\u{66b}';
const ARABIC_GROUP: char = '\u{66c}';

/// What a number is measured in, rather than counted of.
const MEASURES: [&str; 11] = ["mg", "g", "kg", "ml", "l", "%", "mmol", "meq", "cm", "h", "micrograms"];

/// One part of a dose: `2 × tablet 500 mg`, `7.5 mg`.
pub fn amount(words: Words, amount: &Amount) -> String {
    let count = number(&amount.count.to_string());
    let of = safe(words, &amount.of);
    let first = of.split([' ', NO_BREAK, '/']).next().unwrap_or_default().to_lowercase();
    let in_full = [words.medicines_micrograms(), words.medicines_units(), words.medicines_units_international()];
    if of.is_empty() {
        words.medicines_amount_bare(&count)
    } else if MEASURES.contains(&first.as_str()) || in_full.iter().any(|unit| of.starts_with(unit.as_str())) {
        format!("{count}{NO_BREAK}{of}")
    } else {
        format!("{count}{NO_BREAK}×{NO_BREAK}{of}")
    }
}

/// A whole dose.
pub fn amounts(words: Words, all: &[Amount]) -> String {
    let parts: Vec<String> = all.iter().map(|one| amount(words, one)).collect();
    values::list(words, &parts)
}

/// A strength as packages write it, so that it can't be misread: `.5mg` and `,5 mg` are 0.5 mg, `1,0 mg` is 1 mg,
/// `1000 mg` has its thousands apart, and `µg`, which is read as mg, and `U`, which is read as a zero, are written in
/// full. Three digits behind a point or a comma are left as they came: in Spain and Latin America `1.000 UI` is a
/// thousand.
pub fn safe(words: Words, text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.trim();
    // Whether a unit here is that of a number: the one before it, or the count that the strength is of.
    let mut counted = true;
    while let Some(c) = rest.chars().next() {
        let end = if begins(&out, c) { number_end(rest) } else { 0 };
        if end > 0 {
            let (number, behind) = rest.split_at(end);
            rest = behind.trim_start();
            // `2 1000 mg` are two of a thousand.
            let alone = !out.trim_end().ends_with(is_digit) && !rest.starts_with(is_digit);
            out.push_str(&plain_number(number, alone));
            let ends =
                behind.starts_with('.') && !behind[1..].trim_start().starts_with(|c: char| is_digit(c) || c == '.');
            if ends {
                rest = behind[1..].trim_start();
            }
            if rest.starts_with(char::is_alphabetic) {
                out.push(NO_BREAK);
            } else if !rest.is_empty() && rest.len() < behind.len() {
                out.push(' ');
            }
            counted = true;
        } else if let Some((unit, behind)) = unit(words, rest, counted).filter(|_| !out.ends_with(char::is_alphabetic))
        {
            out.push_str(&unit);
            rest = behind;
            counted = false;
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            counted = false;
        }
    }
    out
}

/// Whether a number may begin with a sign behind what is written already: not within a word or a number.
fn begins(out: &str, c: char) -> bool {
    if is_digit(c) {
        return !out.ends_with(|before: char| before.is_alphanumeric() || before == '.');
    }
    out.is_empty() || out.ends_with(|before: char| before.is_whitespace() || matches!(before, '/' | '('))
}

/// Where the number ends that a text begins with; 0 where it begins with none.
fn number_end(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let behind = &text[at + c.len_utf8()..];
        let inside = match c {
            '.' | ',' | ARABIC_POINT => behind.starts_with(is_digit),
            GROUP | ARABIC_GROUP => end > 0 && behind.chars().take_while(|c| is_digit(*c)).count() == 3,
            c => is_digit(c),
        };
        if !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// A number with Latin digits, a zero before the point, none behind it, and its thousands apart where it stands alone.
fn plain_number(number: &str, alone: bool) -> String {
    let came: String = number.chars().map(|c| latin(c).map_or(c, char::from)).collect();
    let digits = came.replace([GROUP, ARABIC_GROUP], "");
    let apart = |whole: &str| if alone { self::number(whole) } else { whole.to_owned() };
    let mut parts = digits.split(['.', ',', ARABIC_POINT]);
    let (whole, part) = match (parts.next(), parts.next(), parts.next()) {
        (Some(whole), None, _) => return apart(whole),
        (Some(whole), Some(part), None) => (whole, part),
        _ => return came,
    };
    // What may be groups of thousands stays as it came; none begins with a zero, or stands behind such groups.
    let grouped = came.len() > digits.len() || came.contains(ARABIC_POINT);
    if part.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0') && !grouped {
        return came;
    }
    let whole = if whole.is_empty() { "0".to_owned() } else { apart(whole) };
    let part = part.trim_end_matches('0');
    if part.is_empty() { whole } else { format!("{whole}.{part}") }
}

/// A number that was written with a point, with its thousands apart.
pub fn number(written: &str) -> String {
    let (whole, part) = written.split_once('.').map_or((written, None), |(whole, part)| (whole, Some(part)));
    let mut out = String::new();
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n) % 3 == 0 && !whole.starts_with('0') {
            out.push(GROUP);
        }
        out.push(digit);
    }
    match part {
        Some(part) => format!("{out}.{part}"),
        None => out,
    }
}

/// A unit that is misread when it is short, in full, and what stands behind it. `U` is one only behind a number: it
/// is a name as well.
fn unit(words: Words, text: &str, counted: bool) -> Option<(String, &str)> {
    let dotted = ["U.I.", "I.U."].iter().find_map(|unit| text.strip_prefix(unit));
    let (word, behind) = match dotted {
        Some(behind) => ("ui", behind),
        None => text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())),
    };
    let ends =
        behind.is_empty() || behind.starts_with(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | ';' | ')'));
    let counted = counted && ends && !behind.trim_start().starts_with(is_digit);
    let full = match word.to_lowercase().as_str() {
        "mcg" | "µg" | "μg" | "ug" => words.medicines_micrograms(),
        "u" | "unt" if counted => words.medicines_units(),
        "iu" | "ui" if counted => words.medicines_units_international(),
        _ => return None,
    };
    Some((full, behind))
}

fn is_digit(c: char) -> bool {
    latin(c).is_some()
}

/// A time of day.
pub fn time(words: Words, time: TimeOfDay) -> String {
    words.time(time.hour(), time.minute())
}

/// The time of a moment on the clock of a zone.
pub fn clock(words: Words, at: Instant, zone: &str) -> String {
    local_date(at, zone).time.map(|time| words.time(time.hour, time.minute)).unwrap_or_default()
}

/// The day, where it is not today, and the time of a moment.
pub fn moment(words: Words, at: Instant, now: Instant, zone: &str) -> String {
    let date = local_date(at, zone).date();
    let time = clock(words, at, zone);
    let day = |days: i64| local_date(now.plus_days(days), zone).date();
    match date {
        date if date == day(0) => words.medicines_today_at(&time),
        date if date == day(-1) => words.medicines_yesterday_at(&time),
        date if date == day(1) => words.medicines_tomorrow_at(&time),
        date => words.medicines_date_at(&values::weekday_date(words, date), &time),
    }
}

/// A day of the calendar.
pub fn date(words: Words, day: Day) -> String {
    values::weekday_date(words, partial(day))
}

pub fn partial(day: Day) -> PartialDate {
    String::from(day).parse().unwrap_or(PartialDate { year: 1, month: None, day: None, time: None })
}

/// Why a dose was skipped.
pub fn reason(words: Words, reason: Reason) -> String {
    super::dose::reason(words, reason)
}

/// What was noted, in a sentence.
pub fn entry(words: Words, name: &str, entry: &Entry, now: Instant, zone: &str) -> String {
    match &entry.what {
        What::Taken { at, .. } => words.medicines_noted_taken(name, &moment(words, *at, now, zone)),
        What::Skipped { reason: why, .. } => words.medicines_noted_skipped(name, &reason(words, *why)),
        What::Missed => words.medicines_noted_missed(name),
        What::Later { until } => words.medicines_noted_later(name, &clock(words, *until, zone)),
    }
}

/// Times of day, with the moment that each belongs to.
fn times(words: Words, at: &[At], moments: &Moments) -> String {
    let mut at: Vec<(TimeOfDay, At)> = at.iter().map(|at| (at.time(moments), *at)).collect();
    at.sort_unstable();
    let said: Vec<String> = at
        .into_iter()
        .map(|(clock, at)| match at {
            At::Clock(_) => time(words, clock),
            At::Moment(moment) => words.medicines_time_moment(&self::meal(words, moment), &time(words, clock)),
        })
        .collect();
    values::list(words, &said)
}

/// A moment of the day.
pub fn meal(words: Words, moment: Moment) -> String {
    match moment {
        Moment::Waking => words.medicines_moment_waking(),
        Moment::Breakfast => words.medicines_moment_breakfast(),
        Moment::Lunch => words.medicines_moment_lunch(),
        Moment::Dinner => words.medicines_moment_dinner(),
        Moment::Bedtime => words.medicines_moment_bedtime(),
    }
}

pub fn weekday(words: Words, day: Weekday) -> String {
    match day {
        Weekday::Monday => words.diary_weekday_0(),
        Weekday::Tuesday => words.diary_weekday_1(),
        Weekday::Wednesday => words.diary_weekday_2(),
        Weekday::Thursday => words.diary_weekday_3(),
        Weekday::Friday => words.diary_weekday_4(),
        Weekday::Saturday => words.diary_weekday_5(),
        Weekday::Sunday => words.diary_weekday_6(),
    }
}

/// When a course is taken, in a line.
pub fn rhythm(words: Words, course: &Course, moments: &Moments) -> String {
    match &course.rhythm {
        Rhythm::Days { every: 1, at } => words.medicines_plan_daily(&times(words, at, moments)),
        Rhythm::Days { every, at } => words.medicines_plan_days(u32::from(*every), &times(words, at, moments)),
        Rhythm::Weekdays { days, at } => {
            let at = times(words, at, moments);
            let names: Vec<String> = days.iter().map(|day| weekday(words, *day)).collect();
            let names = values::list(words, &names);
            // Once a week is said and the day named: who takes it daily by mistake may die of it.
            if days.len() == 1 {
                words.medicines_plan_weekly(&names, &at)
            } else {
                words.medicines_plan_weekdays(&names, &at)
            }
        }
        Rhythm::Hours { every, first, zone } => {
            let first = match zone {
                Some(zone) => words.medicines_time_elsewhere(&place(zone), &time(words, *first)),
                None => time(words, *first),
            };
            words.medicines_plan_hours(u32::from(*every), &first)
        }
        Rhythm::Cycle { length, days, at, .. } => {
            let days: Vec<u16> = days.iter().copied().collect();
            words.medicines_plan_cycle(&stretches(words, &days), u32::from(*length), &times(words, at, moments))
        }
        Rhythm::Taper { at, .. } => words.medicines_plan_taper(&times(words, at, moments)),
        Rhythm::Once { at } => words.medicines_plan_once(&date(words, course.from), &time(words, at.time(moments))),
        Rhythm::AsNeeded { .. } => words.medicines_plan_needed(),
    }
}

/// The city that a zone is named after.
pub fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// Days of a cycle: `1–5, 8`.
fn stretches(words: Words, days: &[u16]) -> String {
    let mut parts: Vec<(u16, u16)> = Vec::new();
    for day in days {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == *day => *last = *day,
            _ => parts.push((*day, *day)),
        }
    }
    let said: Vec<String> = parts
        .into_iter()
        .map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                words.medicines_day_range(&first.to_string(), &last.to_string())
            }
        })
        .collect();
    values::list(words, &said)
}

/// What a prescriber allows of a medicine that is taken as needed.
pub fn limits(words: Words, course: &Course) -> Vec<String> {
    let Rhythm::AsNeeded { least_minutes, most_a_day } = &course.rhythm else { return Vec::new() };
    let least = least_minutes.map(|minutes| {
        if minutes % 60 == 0 {
            words.medicines_limit_hours(minutes / 60)
        } else {
            words.medicines_limit_minutes(minutes)
        }
    });
    let most = most_a_day.map(|most| {
        let of = course.amounts.first().map(|one| one.of.clone()).unwrap_or_default();
        words.medicines_limit_most(&amount(words, &Amount { count: most, of }))
    });
    least.into_iter().chain(most).collect()
}

/// A whole course, as it is read back before it is confirmed.
pub fn course(words: Words, course: &Course, moments: &Moments) -> Vec<String> {
    let mut lines = vec![rhythm(words, course, moments)];
    if let Rhythm::Taper { steps, .. } = &course.rhythm {
        lines.extend(
            steps.iter().map(|step| words.medicines_plan_step(&amounts(words, &step.amounts), u32::from(step.days))),
        );
    } else if !course.amounts.is_empty() {
        lines.push(words.medicines_plan_each(&amounts(words, &course.amounts)));
    }
    lines.extend(limits(words, course));
    if matches!(course.rhythm, Rhythm::Once { .. }) {
        return lines;
    }
    lines.push(match course.until {
        Some(until) => words.medicines_plan_from_until(&date(words, course.from), &date(words, until)),
        None => words.medicines_plan_from(&date(words, course.from)),
    });
    lines.extend(course.most.map(|most| words.medicines_plan_most(most)));
    lines
}

/// The course that holds on a day; the first one when none has begun yet.
pub fn holding(plan: &Plan, day: Day) -> Option<&Course> {
    plan.courses.iter().rev().find(|course| course.from <= day).or_else(|| plan.courses.first())
}
