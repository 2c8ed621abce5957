//! Where the person sets how a medicine is taken: the form, and reading it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Field, FieldCode,
    access::{self, Medicines},
    diary::number,
    id::{MedicineId, RecordId},
    medicines::{Amount, At, Count, Course, Moment, Plan, Rhythm, Step, store::Medicine, weekly_store::is_once_a_week},
    time::{Day, TimeOfDay, Weekday},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use serde::{Deserialize, Serialize};

use super::{
    api::made::Shelf,
    cycle_days,
    goes_on::{self, Today, cycle_of, from_day, is_shown},
    manage::{Propose, TypedPlan, medicine_in_path},
    prefill, say,
};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft},
    results::timeline::record_in_path,
    shell::{
        form::{ErrorSummary, FieldError, field_error, general_error},
        icon::Drawing,
        page::{Back, PageHead, loaded, model, notice},
    },
    visit::words,
    words::Words,
};

/// Times of a day, strengths of a dose and steps of a taper that the form has room for.
const TIMES: usize = 4;
const STRENGTHS: usize = 3;
const STEPS: usize = 6;
const MOST_DOSES: u16 = 10_000;

const MOMENTS: [(&str, Moment); 5] = [
    ("waking", Moment::Waking),
    ("breakfast", Moment::Breakfast),
    ("lunch", Moment::Lunch),
    ("dinner", Moment::Dinner),
    ("bedtime", Moment::Bedtime),
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

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
fn shown(medicine: &Medicine) -> Option<&Plan> {
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

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct PlanPage {
    record: RecordId,
    medicine: MedicineId,
    name: String,
    version: i64,
    typed: TypedPlan,
    /// What the prescriber wrote.
    written: String,
    /// The prescriber's way can't be written as a plan, or leaves something open.
    together: bool,
    weekly: bool,
    /// The form can show the plan whole; else only the care team changes it.
    whole: bool,
    /// Who has changed the plan last, and when.
    set: Option<(String, String)>,
}

async fn find_page(record: RecordId, medicine: MedicineId) -> Answer<PlanPage> {
    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    access::write::<Medicines>(&mut tx, &caller, record).await?;
    let granted = access::view::<Medicines>(&mut tx, &caller, record, now).await?;
    let shelf = Shelf::of(&mut tx, &granted).await?;
    let found = shelf.medicines.iter().find(|one| one.id == medicine).ok_or(ApiError::NotFound)?;
    let results = access::view::<access::Results>(&mut tx, &caller, record, now).await?;
    let today = shelf.day();
    let prefill = prefill::of(&mut tx, &results, found, today).await?;
    let weekly = is_once_a_week(&mut tx, &granted, found).await?;
    let last = shown(found);
    let whole = last.and_then(|plan| plan.courses.last()).is_none_or(|course| is_shown(course, weekly));
    let mut typed = last.and_then(|plan| typed_of_plan(plan, today)).unwrap_or(prefill.typed);
    if weekly && typed.rhythm != "weekdays" {
        typed.rhythm = "weekdays".into();
    }
    if typed.rhythm.is_empty() {
        typed.rhythm = "days".into();
    }
    let set = found.set_by.as_ref().map(|set| {
        let who = set.name.clone().unwrap_or_else(|| shelf.words.worklist_no_name());
        (who, say::moment(shelf.words, set.at, shelf.now, &shelf.zone))
    });
    Ok(PlanPage {
        record,
        medicine,
        name: found.name.clone(),
        version: found.version,
        typed,
        written: prefill.written,
        together: prefill.together && found.plan.is_none(),
        weekly,
        whole,
        set,
    })
}

/// The page.
#[component]
pub fn PlanForm() -> impl IntoView {
    let params = use_params_map();
    let page = model(
        move || (params.read().get("record"), params.read().get("medicine")),
        |(record, medicine)| async move { find_page(record_in_path(record)?, medicine_in_path(medicine)?).await },
    );
    loaded(page, |page| if page.whole { form(&page) } else { not_here(&page) })
}

/// A plan that the form can't show whole is never thinned to what it can show.
fn not_here(page: &PlanPage) -> AnyView {
    let words = words();
    view! {
        <Back href=format!("/records/{}/medicines/{}", page.record, page.medicine) to=page.name.clone()/>
        <PageHead title=words.medicines_form_title(&page.name)/>
        {notice(Drawing::Attention, words.medicines_form_not_here(), None)}
    }
    .into_any()
}

/// What a form shows: what was typed into it before it came back, else what is known.
struct Given<'a> {
    draft: Draft,
    came_back: bool,
    known: &'a TypedPlan,
}

impl Given<'_> {
    fn field(&self, name: &str, known: &str) -> String {
        if self.came_back { self.draft.field(&format!("typed[{name}]")) } else { known.to_owned() }
    }

    fn row(&self, name: &str, n: usize, known: &[String]) -> String {
        self.field(&format!("{name}][{n}"), known.get(n).map_or("", String::as_str))
    }
}

#[expect(clippy::too_many_lines, reason = "one form, whose parts only stand below each other")]
fn form(page: &PlanPage) -> AnyView {
    let words = words();
    let error = refused::<Propose>();
    let draft = Draft::of_request();
    let came_back = !draft.field("typed[rhythm]").is_empty();
    let given = Given { draft, came_back, known: &page.typed };
    let lines = problems(words, error.as_ref(), page);
    let wrong = |id: &'static str| {
        let line = lines.iter().find(|(field, _)| *field == id).map(|(_, text)| text.clone());
        line.map(|text| view! { <FieldError id=format!("{id}-error") text/> })
    };
    let rhythm = given.field("rhythm", &given.known.rhythm);
    let choice = |code: &'static str, label: String, more: AnyView| {
        let id = if code == "days" || page.weekly { "rhythm".to_owned() } else { format!("rhythm-{code}") };
        let hidden = page.weekly && code != "weekdays";
        (!hidden).then(|| {
            view! {
                <div class=format!("rhythm rhythm-{code}")>
                    <label class="check">
                        <input type="radio" id=id name="typed[rhythm]" value=code checked=rhythm == code/>
                        <span>{label}</span>
                    </label>
                    <div class="rhythm-more">{more}</div>
                </div>
            }
        })
    };
    let number = |name: &'static str, label: String, known: &str| {
        view! {
            <div class="field">
                <label for=name>{label}</label>
                {wrong(name)}
                <input class="input input-4" id=name name=format!("typed[{name}]") inputmode="numeric" autocomplete="off" value=given.field(name, known)/>
            </div>
        }
    };
    let date = |name: &'static str, label: String, known: &str| {
        view! {
            <div class="field">
                <label for=name>{label}</label>
                {wrong(name)}
                <input class="input" type="date" id=name name=format!("typed[{name}]") value=given.field(name, known)/>
            </div>
        }
    };
    let weekdays = WEEKDAYS.into_iter().zip(Weekday::ALL).map(|(code, day)| {
        let known = given.known.weekdays.get(code).map_or("", String::as_str);
        let on = if page.weekly {
            given.field("weekday", if known.is_empty() { "" } else { code }) == code
        } else {
            !given.field(&format!("weekdays][{code}"), known).is_empty()
        };
        view! {
            <label class="check">
                <input type=if page.weekly { "radio" } else { "checkbox" } name=weekday_name(page.weekly, code) value=if page.weekly { code } else { "on" } checked=on/>
                <span>{say::weekday(words, day)}</span>
            </label>
        }
    });
    let weekdays = view! {
        <fieldset class="plan-weekdays" id="weekdays">
            <legend>{words.medicines_form_which_days()}</legend>
            {wrong("weekdays")}
            {weekdays.collect_view()}
        </fieldset>
    };
    let cycle = view! {
        <div class="field">
            <label for="on">{words.medicines_form_on()}</label>
            <p class="hint" id="on-hint">{words.medicines_form_on_hint()}</p>
            {wrong("on")}
            <input class="input" id="on" name="typed[on]" dir="ltr" autocomplete="off" aria-describedby="on-hint" value=given.field("on", &given.known.on)/>
        </div>
        {number("length", words.medicines_form_length(), &given.known.length)}
        {date("first", words.medicines_form_first(), &given.known.first)}
    };
    let hours = view! {
        {number("hours", words.medicines_form_hours(), &given.known.hours)}
        <div class="field">
            <label for="first_time">{words.medicines_form_first_time()}</label>
            {wrong("first_time")}
            <input class="input" type="time" id="first_time" name="typed[first_time]" value=given.field("first_time", &given.known.first_time)/>
        </div>
    };
    let needed = view! {
        {number("least", words.medicines_form_least(), &given.known.least)}
        {number("most", words.medicines_form_most(), &given.known.most)}
    };
    let step = |n: usize| {
        let label = |text: String| view! { <span class="visually-hidden">{words.medicines_form_step(&(n + 1).to_string())} " "</span> {text} };
        view! {
            <div class="date-parts">
                <div>
                    <label for=format!("step-{n}")>{label(words.medicines_form_count())}</label>
                    <input class="input input-4" id=format!("step-{n}") name=format!("typed[step_count][{n}]") inputmode="decimal" autocomplete="off" value=given.row("step_count", n, &given.known.step_count)/>
                </div>
                <div>
                    <label for=format!("step-days-{n}")>{label(words.medicines_form_step_days())}</label>
                    <input class="input input-4" id=format!("step-days-{n}") name=format!("typed[step_days][{n}]") inputmode="numeric" autocomplete="off" value=given.row("step_days", n, &given.known.step_days)/>
                </div>
            </div>
        }
    };
    let taper = view! {
        <fieldset id="steps">
            <legend>{words.medicines_form_steps()}</legend>
            {wrong("steps")}
            {(0..STEPS.max(given.known.step_days.len())).map(step).collect_view()}
            <div class="field">
                <label for="step_of">{words.medicines_form_of()}</label>
                <p class="hint">{words.medicines_form_of_hint()}</p>
                <input class="input" id="step_of" name="typed[step_of]" maxlength="120" autocomplete="off" value=given.field("step_of", &given.known.step_of)/>
            </div>
        </fieldset>
    };
    let time = |n: usize| {
        let chosen = given.row("moment", n, &given.known.moment);
        let moments = MOMENTS.map(|(code, moment)| {
            let selected = code == chosen;
            view! {
                <option value=code selected=selected>
                    {say::meal(words, moment)}
                </option>
            }
        });
        let which = (n + 1).to_string();
        view! {
            <div class="date-parts">
                <div>
                    <label for=format!("time-{n}")>{words.medicines_form_time(&which)}</label>
                    <input class="input" type="time" id=format!("time-{n}") name=format!("typed[time][{n}]") value=given.row("time", n, &given.known.time)/>
                </div>
                <div>
                    <label for=format!("moment-{n}")>{words.medicines_form_moment(&which)}</label>
                    <select class="input" id=format!("moment-{n}") name=format!("typed[moment][{n}]")>
                        <option value="">{words.medicines_form_no_moment()}</option>
                        {moments}
                    </select>
                </div>
            </div>
        }
    };
    let once = view! { <p class="hint">{words.medicines_form_once_hint()}</p> };
    view! {
        <Back href=format!("/records/{}/medicines/{}", page.record, page.medicine) to=page.name.clone()/>
        <PageHead title=words.medicines_form_title(&page.name) lead=words.medicines_form_lead()/>
        {(!lines.is_empty()).then(|| view! { <ErrorSummary title=words.account_check_wrong() lines=lines.clone()/> })}
        {page.weekly.then(|| notice(Drawing::Attention, words.medicines_form_weekly(), None))}
        {(!page.written.is_empty())
            .then(|| {
                view! {
                    <section class="card" aria-labelledby="written">
                        <h2 id="written">{words.medicines_written()}</h2>
                        <p dir="auto">
                            <bdi>{page.written.clone()}</bdi>
                        </p>
                        {page.together.then(|| view! { <p>{words.medicines_form_together()}</p> })}
                    </section>
                }
            })}
        <form class="form plan-form" method="post" action="/api/medicines/propose">
            <input type="hidden" name="record" value=page.record.to_string()/>
            <input type="hidden" name="medicine" value=page.medicine.to_string()/>
            <input type="hidden" name="version" value=page.version.to_string()/>
            <fieldset class="card">
                <legend>{words.medicines_form_often()}</legend>
                {choice("days", words.medicines_form_days(), number("every", words.medicines_form_every(), &given.known.every).into_any())}
                {choice("weekdays", words.medicines_form_weekdays(), weekdays.into_any())}
                {choice("cycle", words.medicines_form_cycle(), cycle.into_any())}
                {choice("hours", words.medicines_form_by_hours(), hours.into_any())}
                {choice("taper", words.medicines_form_taper(), taper.into_any())}
                {choice("once", words.medicines_form_once(), once.into_any())}
                {choice("needed", words.medicines_form_needed(), needed.into_any())}
            </fieldset>
            <fieldset class="card plan-times" id="times">
                <legend>{words.medicines_form_times()}</legend>
                {wrong("times")}
                <p class="hint">{words.medicines_form_times_hint()}</p>
                {(0..TIMES.max(given.known.time.len())).map(time).collect_view()}
            </fieldset>
            <fieldset class="card plan-amounts" id="amounts">
                <legend>{words.medicines_form_amounts()}</legend>
                {wrong("amounts")}
                {amount_rows(words, STRENGTHS.max(given.known.count.len()), |name, n| {
                    given.row(name, n, if name == "count" { &given.known.count } else { &given.known.of })
                })}
            </fieldset>
            <fieldset class="card">
                <legend>{words.medicines_form_when()}</legend>
                {date("from", words.medicines_form_from(), &given.known.from)}
                {date("until", words.medicines_form_until(), &given.known.until)}
                {number("doses", words.medicines_form_doses(), given.known.doses.as_deref().unwrap_or_default())}
            </fieldset>
            <div class="field">
                <label for="missed">{words.medicines_form_missed()}</label>
                <p class="hint" id="missed-hint">{words.medicines_form_missed_hint()}</p>
                {wrong("missed")}
                <textarea class="input" id="missed" name="typed[missed]" rows="3" maxlength="1000" dir="auto" aria-describedby="missed-hint">
                    {given.field("missed", given.known.missed.as_deref().unwrap_or_default())}
                </textarea>
            </div>
            <button class="button">{words.medicines_form_next()}</button>
            <p class="small">{words.medicines_form_nothing_yet()}</p>
        </form>
    }
    .into_any()
}

/// Rows of a number and a strength.
pub fn amount_rows(words: Words, rows: usize, value: impl Fn(&'static str, usize) -> String) -> AnyView {
    let row = |n: usize| {
        view! {
            <div class="date-parts">
                <div>
                    <label for=format!("count-{n}")>{words.medicines_form_count()}</label>
                    <input class="input input-4" id=format!("count-{n}") name=format!("typed[count][{n}]") inputmode="decimal" autocomplete="off" value=value("count", n)/>
                </div>
                <div>
                    <label for=format!("of-{n}")>{words.medicines_form_of()}</label>
                    <input class="input" id=format!("of-{n}") name=format!("typed[of][{n}]") maxlength="120" autocomplete="off" value=value("of", n)/>
                </div>
            </div>
        }
    };
    view! {
        <p class="hint">{words.medicines_form_of_hint()}</p>
        {(0..rows).map(row).collect_view()}
    }
    .into_any()
}

/// Of a medicine that is taken once a week there is one day to choose.
fn weekday_name(weekly: bool, code: &str) -> String {
    if weekly { "typed[weekday]".to_owned() } else { format!("typed[weekdays][{code}]") }
}

const FIELDS: [&str; 17] = [
    "rhythm",
    "every",
    "weekdays",
    "on",
    "length",
    "first",
    "hours",
    "first_time",
    "steps",
    "least",
    "most",
    "times",
    "amounts",
    "from",
    "until",
    "doses",
    "missed",
];

fn problems(words: Words, error: Option<&ApiError>, page: &PlanPage) -> Vec<(&'static str, String)> {
    match error {
        Some(error @ ApiError::Invalid(_)) => {
            FIELDS.into_iter().filter_map(|id| Some((id, problem(words, id, error.field(id)?)))).collect()
        }
        Some(ApiError::Conflict) => {
            let text = match &page.set {
                Some((who, when)) => words.medicines_form_conflict(when, who),
                None => general_error(&ApiError::Conflict),
            };
            vec![("rhythm", text)]
        }
        Some(other) => vec![("rhythm", general_error(other))],
        None => Vec::new(),
    }
}

fn problem(words: Words, field: &str, code: FieldCode) -> String {
    match (field, code) {
        ("from", FieldCode::Contradiction) => words.medicines_error_week(),
        (_, FieldCode::Contradiction) => words.medicines_form_weekly(),
        ("times", FieldCode::Missing) => words.medicines_error_times(),
        ("times", FieldCode::TooMany) => words.medicines_error_times_twice(),
        ("weekdays", _) => words.medicines_error_weekdays(),
        ("rhythm", FieldCode::TooMany) => words.medicines_form_not_here(),
        ("on", FieldCode::NotAChoice) => words.medicines_error_cycle_alone(),
        ("on", FieldCode::OutOfRange) => words.medicines_error_cycle_outside(),
        ("on", _) => words.medicines_error_cycle_days(),
        ("amounts" | "steps", _) => words.medicines_error_amounts(),
        ("most", _) => words.medicines_error_most(),
        _ => field_error(code),
    }
}
