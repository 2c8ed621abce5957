//! The fields of a plan's form: those of each rhythm, its times, and what is taken each time.

use domain::time::Weekday;
use leptos::prelude::*;

use super::{
    manage::TypedPlan,
    say,
    typed_plan::{MOMENTS, TIMES, WEEKDAYS},
};
use crate::{request::Draft, shell::form::FieldError, words::Words};

/// Strengths of a dose and steps of a taper that the form has room for.
const STRENGTHS: usize = 3;
const STEPS: usize = 6;

/// What a form shows: what was typed into it before it came back, else what is known.
pub struct Given<'a> {
    pub draft: Draft,
    pub came_back: bool,
    pub known: &'a TypedPlan,
}

impl Given<'_> {
    pub fn field(&self, name: &str, known: &str) -> String {
        if self.came_back { self.draft.field(&format!("typed[{name}]")) } else { known.to_owned() }
    }

    fn row(&self, name: &str, n: usize, known: &[String]) -> String {
        self.field(&format!("{name}][{n}"), known.get(n).map_or("", String::as_str))
    }
}

/// The fields, with what stands in them and what is wrong with it.
pub struct Fields<'a> {
    pub words: Words,
    pub given: Given<'a>,
    /// What is wrong, by field.
    pub problems: &'a [(&'static str, String)],
    /// The medicine is taken once a week.
    pub weekly: bool,
}

impl Fields<'_> {
    /// What is wrong with a field.
    pub fn wrong(&self, id: &str) -> Option<AnyView> {
        let line = self.problems.iter().find(|(field, _)| *field == id).map(|(_, text)| text.clone());
        line.map(|text| view! { <FieldError id=format!("{id}-error") text/> }.into_any())
    }

    /// A whole number.
    pub fn number(&self, name: &'static str, label: String, known: &str) -> AnyView {
        view! {
            <div class="field">
                <label for=name>{label}</label>
                {self.wrong(name)}
                <input class="input input-4" id=name name=format!("typed[{name}]") inputmode="numeric" autocomplete="off" value=self.given.field(name, known)/>
            </div>
        }
        .into_any()
    }

    pub fn date(&self, name: &'static str, label: String, known: &str) -> AnyView {
        view! {
            <div class="field">
                <label for=name>{label}</label>
                {self.wrong(name)}
                <input class="input" type="date" id=name name=format!("typed[{name}]") value=self.given.field(name, known)/>
            </div>
        }
        .into_any()
    }

    /// How often it is taken: the rhythms, each with what it asks for.
    pub fn rhythms(&self) -> AnyView {
        let (words, known) = (self.words, self.given.known);
        let every = self.number("every", words.medicines_form_every(), &known.every);
        let once = view! { <p class="hint">{words.medicines_form_once_hint()}</p> };
        view! {
            {self.rhythm("days", words.medicines_form_days(), every)}
            {self.rhythm("weekdays", words.medicines_form_weekdays(), self.weekdays())}
            {self.rhythm("cycle", words.medicines_form_cycle(), self.cycle())}
            {self.rhythm("hours", words.medicines_form_by_hours(), self.hours())}
            {self.rhythm("taper", words.medicines_form_taper(), self.taper())}
            {self.rhythm("once", words.medicines_form_once(), once.into_any())}
            {self.rhythm("needed", words.medicines_form_needed(), self.needed())}
        }
        .into_any()
    }

    /// One rhythm to choose. A medicine that is taken once a week has that of weekdays only.
    fn rhythm(&self, code: &'static str, label: String, more: AnyView) -> Option<AnyView> {
        let rhythm = self.given.field("rhythm", &self.given.known.rhythm);
        let id = if code == "days" || self.weekly { "rhythm".to_owned() } else { format!("rhythm-{code}") };
        let hidden = self.weekly && code != "weekdays";
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
            .into_any()
        })
    }

    fn weekdays(&self) -> AnyView {
        let (words, given) = (self.words, &self.given);
        let weekdays = WEEKDAYS.into_iter().zip(Weekday::ALL).map(|(code, day)| {
            let known = given.known.weekdays.get(code).map_or("", String::as_str);
            let on = if self.weekly {
                given.field("weekday", if known.is_empty() { "" } else { code }) == code
            } else {
                !given.field(&format!("weekdays][{code}"), known).is_empty()
            };
            view! {
                <label class="check">
                    <input type=if self.weekly { "radio" } else { "checkbox" } name=weekday_name(self.weekly, code) value=if self.weekly { code } else { "on" } checked=on/>
                    <span>{say::weekday(words, day)}</span>
                </label>
            }
        });
        view! {
            <fieldset class="plan-weekdays" id="weekdays">
                <legend>{words.medicines_form_which_days()}</legend>
                {self.wrong("weekdays")}
                {weekdays.collect_view()}
            </fieldset>
        }
        .into_any()
    }

    fn cycle(&self) -> AnyView {
        let (words, given) = (self.words, &self.given);
        view! {
            <div class="field">
                <label for="on">{words.medicines_form_on()}</label>
                <p class="hint" id="on-hint">{words.medicines_form_on_hint()}</p>
                {self.wrong("on")}
                <input class="input" id="on" name="typed[on]" dir="ltr" autocomplete="off" aria-describedby="on-hint" value=given.field("on", &given.known.on)/>
            </div>
            {self.number("length", words.medicines_form_length(), &given.known.length)}
            {self.date("first", words.medicines_form_first(), &given.known.first)}
        }
        .into_any()
    }

    fn hours(&self) -> AnyView {
        let (words, given) = (self.words, &self.given);
        view! {
            {self.number("hours", words.medicines_form_hours(), &given.known.hours)}
            <div class="field">
                <label for="first_time">{words.medicines_form_first_time()}</label>
                {self.wrong("first_time")}
                <input class="input" type="time" id="first_time" name="typed[first_time]" value=given.field("first_time", &given.known.first_time)/>
            </div>
        }
        .into_any()
    }

    fn needed(&self) -> AnyView {
        let (words, given) = (self.words, &self.given);
        view! {
            {self.number("least", words.medicines_form_least(), &given.known.least)}
            {self.number("most", words.medicines_form_most(), &given.known.most)}
        }
        .into_any()
    }

    fn taper(&self) -> AnyView {
        let (words, given) = (self.words, &self.given);
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
        view! {
            <fieldset id="steps">
                <legend>{words.medicines_form_steps()}</legend>
                {self.wrong("steps")}
                {(0..STEPS.max(given.known.step_days.len())).map(step).collect_view()}
                <div class="field">
                    <label for="step_of">{words.medicines_form_of()}</label>
                    <p class="hint">{words.medicines_form_of_hint()}</p>
                    <input class="input" id="step_of" name="typed[step_of]" maxlength="120" autocomplete="off" value=given.field("step_of", &given.known.step_of)/>
                </div>
            </fieldset>
        }
        .into_any()
    }

    /// Rows of a time by the clock and a moment of the day.
    pub fn times(&self) -> AnyView {
        let (words, given) = (self.words, &self.given);
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
        (0..TIMES.max(given.known.time.len())).map(time).collect_view().into_any()
    }

    /// Rows of what is taken each time.
    pub fn amounts(&self) -> AnyView {
        let given = &self.given;
        amount_rows(self.words, STRENGTHS.max(given.known.count.len()), |name, n| {
            given.row(name, n, if name == "count" { &given.known.count } else { &given.known.of })
        })
    }
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
