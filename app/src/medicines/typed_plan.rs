//! How a medicine is taken, as it is typed: a form read as a plan, and a plan as the form shows it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Field, FieldCode,
    diary::number,
    medicines::{Amount, At, Count, Course, Moment, Plan, Rhythm, Step, store::Medicine},
    time::{Day, TimeOfDay, Weekday},
};

use super::{
    cycle_days,
    goes_on::{self, Today, cycle_of, from_day, is_shown},
    manage::TypedPlan,
    say,
};
use crate::error::{Answer, ApiError};

/// Times of a day that the form has room for.
pub const TIMES: usize = 4;
const MOST_DOSES: u16 = 10_000;

/// Moments of a day, as the form calls them.
pub const MOMENTS: [(&str, Moment); 5] = [
    ("waking", Moment::Waking),
    ("breakfast", Moment::Breakfast),
    ("lunch", Moment::Lunch),
    ("dinner", Moment::Dinner),
    ("bedtime", Moment::Bedtime),
];
/// Days of the week, as the form calls them, in the order of [`Weekday::ALL`].
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// What is wrong with what was typed, field by field.
#[derive(Default)]
struct Wrong(Vec<Field>);

impl Wrong {
    fn add<T>(&mut self, name: &str, code: FieldCode) -> Option<T> {
        self.0.push(Field { name: name.into(), code });
        None
    }

    fn number(&mut self, name: &str, typed: &str, most: u16) -> Option<u16> {
        let read = number::read(typed).and_then(|text| text.parse().ok());
        read.filter(|n| (1..=most).contains(n)).or_else(|| self.add(name, FieldCode::OutOfRange))
    }

    fn day(&mut self, name: &str, typed: &str) -> Option<Day> {
        Day::try_from(typed.to_owned()).ok().or_else(|| self.add(name, FieldCode::NotADate))
    }

    fn count(&mut self, name: &str, typed: &str) -> Option<Count> {
        count(typed).or_else(|| self.add(name, FieldCode::OutOfRange))
    }
}

/// A number of tablets as people type it: with a comma, with the digits of their script, or as Daybook writes it.
pub fn count(typed: &str) -> Option<Count> {
    Count::try_from(number::read(&typed.replace(say::GROUP, ""))?).ok()
}

/// The plan that a form gives: a course from a day on, behind those that were before.
///
/// # Errors
/// What is wrong, by field.
pub fn read(typed: &TypedPlan, (medicine, weekly): (&Medicine, bool), today: Today<'_>) -> Answer<Plan> {
    let mut wrong = Wrong::default();
    let held = medicine.plan.clone().unwrap_or(Plan { courses: Vec::new(), pauses: Vec::new() });
    let shown = shown(medicine).and_then(|plan| Some((plan, plan.courses.last()?)));
    if shown.is_some_and(|(_, course)| !is_shown(course, weekly)) {
        return Err(domain::Error::field("rhythm", FieldCode::TooMany).into());
    }
    let from = match typed.from.as_str() {
        // Who begins what is over again says when.
        "" if shown.is_some() => wrong.add("from", FieldCode::Missing),
        "" => Some(today.day),
        typed => wrong.day("from", typed),
    };
    let until = if typed.until.is_empty() { None } else { wrong.day("until", &typed.until) };
    let rhythm = rhythm(typed, &mut wrong);
    let amounts = match rhythm {
        Some(Rhythm::Taper { .. }) => Vec::new(),
        _ => amounts(&typed.count, &typed.of, &mut wrong.0),
    };
    let ends = typed.doses.as_deref().filter(|doses| Some(*doses) != shown_doses(shown, today).as_deref());
    let ends = ends.map(|doses| if doses.trim().is_empty() { None } else { wrong.number("doses", doses, MOST_DOSES) });
    let (Some(mut rhythm), Some(mut from)) = (rhythm, from) else { return Err(ApiError::Invalid(wrong.0)) };
    if !wrong.0.is_empty() {
        return Err(ApiError::Invalid(wrong.0));
    }
    if let (Rhythm::Cycle { length, moved, .. }, Ok(first)) = (&mut rhythm, Day::try_from(typed.first.clone())) {
        if held.courses.is_empty() || first > from {
            from = first;
        }
        *moved = cycles(first, *length, from, shown, today);
    }
    let later = shown.map(|(plan, course)| from_day(plan, course, from, today));
    let (left, window_minutes) = later.map_or((None, None), |course| (course.most, course.window_minutes));
    // A number that nobody changed counts what was before.
    let most = ends.map_or(left, |ends| ends.map(u32::from));
    let if_missed = match &typed.missed {
        Some(words) => Some(domain::own_words::plain(words)).filter(|words| !words.is_empty()),
        None => shown.and_then(|(_, course)| course.if_missed.clone()),
    };
    let course = Course { from, until, most, rhythm, amounts, if_missed, window_minutes };
    let mut courses: Vec<Course> = held.courses.into_iter().filter(|one| one.from < from).collect();
    courses.push(course);
    Ok(Plan { courses, pauses: held.pauses })
}

/// After how many doses the plan ends, as the form shows it.
fn shown_doses(shown: Option<(&Plan, &Course)>, today: Today<'_>) -> Option<String> {
    typed_of_plan(shown?.0, today)?.doses
}

/// The plan that the form shows: the one that waits, else the one that holds.
pub fn shown(medicine: &Medicine) -> Option<&Plan> {
    medicine.proposed.as_ref().map(|(plan, _)| plan).or(medicine.plan.as_ref())
}

/// Which cycles begin on other days than a course that begins on a day would have it: the one under way, and
/// those that the care team has moved, where the cycles stay what they were.
fn cycles(first: Day, length: u16, from: Day, shown: Option<(&Plan, &Course)>, today: Today<'_>) -> BTreeMap<Day, Day> {
    let begun = under_way(first, from, length);
    if let Some((plan, course)) = shown
        && let Rhythm::Cycle { length: before, moved, .. } = from_day(plan, course, from, today).rhythm
        && before == length
        && cycle_of(course, from) == Some(begun.unwrap_or(from))
    {
        return moved;
    }
    begun.map(|begun| (from, begun)).into_iter().collect()
}

/// What is wrong with a plan, by the fields of the form that its places come from.
pub fn by_field(error: domain::Error) -> ApiError {
    match error {
        domain::Error::Invalid(fields) => ApiError::Invalid(fields.into_iter().map(field_of).collect()),
        other => other.into(),
    }
}

/// When the cycle began that is under way on a day, where one is, counted from the first day of another.
fn under_way(first: Day, on: Day, length: u16) -> Option<Day> {
    let mut begun = first;
    // Cycles are at least a day long; a year of them is enough.
    for _ in 0..3_700 {
        let next = begun.plus_days(i64::from(length.max(1)));
        if next > on {
            break;
        }
        begun = next;
    }
    (begun != on).then_some(begun)
}

/// The field of the form that a place of a plan comes from.
fn field_of(Field { name, code }: Field) -> Field {
    // Fields of other forms keep their names.
    if !name.contains('.') {
        return Field { name, code };
    }
    let field = match name.rsplit('.').next().unwrap_or_default() {
        "at" => "times",
        "amounts" | "of" => "amounts",
        "days" => "on",
        "length" => "length",
        "until" => "until",
        "from" => "from",
        "moved" => "first",
        "most_a_day" => "most",
        "most" => "doses",
        "if_missed" => "missed",
        "least_minutes" => "least",
        "steps" => "steps",
        _ => "rhythm",
    };
    Field { name: field.into(), code }
}

fn rhythm(typed: &TypedPlan, wrong: &mut Wrong) -> Option<Rhythm> {
    match typed.rhythm.as_str() {
        "days" => {
            let every = wrong.number("every", &typed.every, 366);
            times(typed, wrong).zip(every).map(|(at, every)| Rhythm::Days { every, at })
        }
        "weekdays" => {
            let on = WEEKDAYS
                .iter()
                .zip(Weekday::ALL)
                .filter(|(code, _)| typed.weekdays.contains_key(**code) || typed.weekday == **code);
            let days: BTreeSet<Weekday> = on.map(|(_, day)| day).collect();
            if days.is_empty() {
                return wrong.add("weekdays", FieldCode::Missing);
            }
            times(typed, wrong).map(|at| Rhythm::Weekdays { days, at })
        }
        "cycle" => {
            let length = wrong.number("length", &typed.length, 366);
            let days = match cycle_days::read(&typed.on, length.unwrap_or(366)) {
                Ok(days) => Some(days),
                Err(code) => wrong.add("on", code),
            };
            let first = wrong.day("first", &typed.first);
            let at = times(typed, wrong)?;
            first?;
            Some(Rhythm::Cycle { length: length?, days: days?, at, moved: BTreeMap::new() })
        }
        "hours" => {
            let every = wrong.number("hours", &typed.hours, 168);
            let first = clock(&typed.first_time).or_else(|| wrong.add("first_time", FieldCode::Malformed));
            every.zip(first).map(|(every, first)| Rhythm::Hours { every, first, zone: None })
        }
        "taper" => {
            let steps = steps(typed, wrong);
            times(typed, wrong).zip(steps).map(|(at, steps)| Rhythm::Taper { steps, at })
        }
        "once" => {
            let at = times(typed, wrong)?;
            match at[..] {
                [at] => Some(Rhythm::Once { at }),
                _ => wrong.add("times", FieldCode::TooMany),
            }
        }
        "needed" => {
            let least = match typed.least.as_str() {
                "" => None,
                typed => wrong.number("least", typed, 168).map(|hours| u32::from(hours) * 60),
            };
            let most = match typed.most.as_str() {
                "" => None,
                typed => wrong.count("most", typed),
            };
            Some(Rhythm::AsNeeded { least_minutes: least, most_a_day: most })
        }
        _ => wrong.add("rhythm", FieldCode::NotAChoice),
    }
}

fn clock(typed: &str) -> Option<TimeOfDay> {
    TimeOfDay::try_from(typed.to_owned()).ok()
}

fn times(typed: &TypedPlan, wrong: &mut Wrong) -> Option<Vec<At>> {
    let mut all = Vec::new();
    let empty = String::new();
    for n in 0..TIMES.max(typed.time.len()).min(24) {
        let (moment, time) = (typed.moment.get(n).unwrap_or(&empty), typed.time.get(n).unwrap_or(&empty));
        if let Some((_, moment)) = MOMENTS.iter().find(|(code, _)| code == moment) {
            all.push(At::Moment(*moment));
        } else if !time.is_empty() {
            match clock(time) {
                Some(time) => all.push(At::Clock(time)),
                None => return wrong.add("times", FieldCode::Malformed),
            }
        }
    }
    if all.is_empty() { wrong.add("times", FieldCode::Missing) } else { Some(all) }
}

/// Parts of a dose, from rows of numbers and strengths.
pub fn amounts(counts: &[String], of: &[String], wrong: &mut Vec<Field>) -> Vec<Amount> {
    let mut all = Vec::new();
    for (n, typed) in counts.iter().enumerate().filter(|(_, typed)| !typed.trim().is_empty()) {
        match count(typed) {
            Some(count) => {
                let of = of.get(n).map(|of| domain::own_words::plain(of)).unwrap_or_default();
                all.push(Amount { count, of });
            }
            None => wrong.push(Field { name: "amounts".into(), code: FieldCode::OutOfRange }),
        }
    }
    if all.is_empty() && wrong.is_empty() {
        wrong.push(Field { name: "amounts".into(), code: FieldCode::Missing });
    }
    all
}

fn steps(typed: &TypedPlan, wrong: &mut Wrong) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for (count, days) in typed.step_count.iter().zip(&typed.step_days) {
        if count.trim().is_empty() && days.trim().is_empty() {
            continue;
        }
        let count = wrong.count("steps", count)?;
        let days = wrong.number("steps", days, 366)?;
        let of = domain::own_words::plain(&typed.step_of);
        steps.push(Step { days, amounts: vec![Amount { count, of }] });
    }
    if steps.is_empty() { wrong.add("steps", FieldCode::Missing) } else { Some(steps) }
}

/// A course as the form shows it.
pub fn typed_of(course: &Course, today: Day) -> TypedPlan {
    let mut typed = TypedPlan { every: "1".into(), from: String::from(course.from), ..TypedPlan::default() };
    typed.until = course.until.map(String::from).unwrap_or_default();
    typed.doses = Some(course.most.map(|most| most.to_string()).unwrap_or_default());
    typed.missed = Some(course.if_missed.clone().unwrap_or_default());
    typed.count = course.amounts.iter().map(|amount| amount.count.to_string()).collect();
    typed.of = course.amounts.iter().map(|amount| amount.of.clone()).collect();
    for at in goes_on::times(course) {
        let moment = match at {
            At::Moment(moment) => MOMENTS.iter().find(|(_, known)| known == moment).map_or("", |(code, _)| code),
            At::Clock(_) => "",
        };
        typed.moment.push(moment.to_owned());
        typed.time.push(if let At::Clock(time) = at { String::from(*time) } else { String::new() });
    }
    match &course.rhythm {
        Rhythm::Days { every, .. } => {
            typed.rhythm = "days".into();
            typed.every = every.to_string();
        }
        Rhythm::Weekdays { days, .. } => {
            typed.rhythm = "weekdays".into();
            let on = WEEKDAYS.iter().zip(Weekday::ALL).filter(|(_, day)| days.contains(day));
            typed.weekdays = on.map(|(code, _)| ((*code).to_owned(), "on".to_owned())).collect();
        }
        Rhythm::Cycle { length, days, .. } => {
            typed.rhythm = "cycle".into();
            typed.on = cycle_days::written(days);
            typed.length = length.to_string();
            typed.first = cycle_of(course, course.from.max(today)).unwrap_or(course.from).into();
        }
        Rhythm::Hours { every, first, .. } => {
            typed.rhythm = "hours".into();
            typed.hours = every.to_string();
            typed.first_time = String::from(*first);
        }
        Rhythm::Taper { steps, .. } => {
            typed.rhythm = "taper".into();
            // Where a step has more than one strength the form is not shown.
            for (step, amount) in steps.iter().filter_map(|step| Some((step, step.amounts.first()?))) {
                typed.step_count.push(amount.count.to_string());
                typed.step_days.push(step.days.to_string());
                typed.step_of.clone_from(&amount.of);
            }
        }
        Rhythm::Once { .. } => typed.rhythm = "once".into(),
        Rhythm::AsNeeded { least_minutes, most_a_day } => {
            typed.rhythm = "needed".into();
            typed.least = least_minutes.map(|minutes| (minutes / 60).to_string()).unwrap_or_default();
            typed.most = most_a_day.map(|most| most.to_string()).unwrap_or_default();
        }
    }
    typed
}

/// A plan as the form shows it: as it goes on from today. Of one that is over the days are asked anew.
pub fn typed_of_plan(plan: &Plan, today: Today<'_>) -> Option<TypedPlan> {
    match goes_on::from_today(plan, today) {
        Some(course) => Some(typed_of(&course, today.day)),
        None => plan.courses.last().map(|course| TypedPlan {
            from: String::new(),
            until: String::new(),
            first: String::new(),
            ..typed_of(course, today.day)
        }),
    }
}
