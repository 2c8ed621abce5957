//! Where the care team sets how often someone is asked how they are.

use std::collections::BTreeSet;

use domain::{
    Field, FieldCode,
    access::{self, Diary},
    diary::{
        plan::{cycles_of, find_plan, find_schedule},
        schedule::{CycleDay, Cycles, Opening, Rhythm, Schedule},
    },
    id::RecordId,
    time::{Day, Instant, PartialDate, Weekday},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{api::SavePlan, model::TypedPlan, say};
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

/// The schedule that a form gives; it holds from today.
///
/// # Errors
/// `rhythm: NotAChoice`, `weekday: NotAChoice`, `days: Malformed` (also where no days of treatment are
/// kept), `opens: Malformed`.
pub fn read(typed: &TypedPlan, cycles: Cycles, now: Instant, zone: &str) -> Answer<Schedule> {
    let mut wrong = Vec::new();
    let mut field = |name: &str, code| wrong.push(Field { name: name.into(), code });
    let opens = Opening::try_from(typed.opens.clone());
    if opens.is_err() {
        field("opens", FieldCode::Malformed);
    }
    let rhythm = match typed.rhythm.as_str() {
        "off" => Some(Rhythm::Off),
        "weekly" => {
            let day = typed.weekday.parse().ok().and_then(|n: usize| Weekday::ALL.get(n).copied());
            if day.is_none() {
                field("weekday", FieldCode::NotAChoice);
            }
            day.map(|day| Rhythm::Weekly { day })
        }
        "cycle" => {
            let days = cycle_days(&typed.days).filter(|_| cycles != Cycles::Given(BTreeSet::new()));
            if days.is_none() {
                field("days", FieldCode::Malformed);
            }
            days.map(|days| Rhythm::Cycle { days, cycles })
        }
        _ => {
            field("rhythm", FieldCode::NotAChoice);
            None
        }
    };
    match (rhythm, opens) {
        (Some(rhythm), Ok(opens)) => Ok(Schedule { since: Day::of(now, zone)?, opens, rhythm, daily_until: None }),
        _ => Err(ApiError::Invalid(wrong)),
    }
}

/// Days of a cycle, parted by commas or spaces.
fn cycle_days(typed: &str) -> Option<BTreeSet<CycleDay>> {
    let parts = typed.split([',', ';', ' ', '\u{060C}']).filter(|part| !part.is_empty());
    let days: Option<BTreeSet<CycleDay>> = parts
        .map(|part| {
            let number: u16 = domain::diary::number::read(part)?.parse().ok()?;
            CycleDay::try_from(number).ok()
        })
        .collect();
    days.filter(|days| !days.is_empty())
}

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct PlanPage {
    record: RecordId,
    schedule: Option<Schedule>,
    /// Who set it, and when.
    set: Option<(Option<String>, PartialDate)>,
    /// Whether the team keeps days of treatment.
    days: bool,
}

async fn find_page(record: RecordId) -> Answer<PlanPage> {
    let (backend, caller) = request::caller()?;
    let zone = request::signed_in()?.zone;
    let mut tx = backend.db.read().await?;
    // For the care team alone, as setting it is.
    access::act::<Diary>(&mut tx, &caller, record).await?;
    let granted = access::view::<Diary>(&mut tx, &caller, record, backend.now()).await?;
    let set = find_plan(&mut tx, &granted).await?;
    let set = set.map(|plan| (plan.by, request::local_date(plan.at, &zone)));
    let schedule = find_schedule(&mut tx, &granted).await?.map(|(schedule, _)| schedule);
    let days = cycles_of(&mut tx, &granted).await? != Cycles::Given(BTreeSet::new());
    Ok(PlanPage { record, schedule, set, days })
}

/// The page.
#[component]
pub fn DiaryPlan() -> impl IntoView {
    let params = use_params_map();
    let page =
        model(move || params.read().get("record"), |record| async move { find_page(record_in_path(record)?).await });
    loaded(page, |page| plan(&page))
}

fn plan(page: &PlanPage) -> AnyView {
    let words = words();
    let error = refused::<SavePlan>();
    let draft = Draft::of_request();
    let saved = use_query_map().read_untracked().get("saved").is_some() && error.is_none();
    let typed = |name: &str, or: String| {
        let typed = draft.field(&format!("typed[{name}]"));
        if typed.is_empty() { or } else { typed }
    };
    let (rhythm, weekday, days) = match page.schedule.as_ref().map(|schedule| &schedule.rhythm) {
        Some(Rhythm::Weekly { day }) => ("weekly", *day as usize, "1".to_owned()),
        Some(Rhythm::Cycle { days, .. }) => {
            let days: Vec<String> = days.iter().map(|day| u16::from(*day).to_string()).collect();
            ("cycle", 0, days.join(", "))
        }
        Some(Rhythm::Off) | None => ("off", 0, "1".to_owned()),
    };
    let rhythm = typed("rhythm", rhythm.to_owned());
    let weekday = typed("weekday", weekday.to_string());
    let days = typed("days", days);
    let opens =
        typed("opens", page.schedule.as_ref().map_or_else(|| "09:00".to_owned(), |schedule| schedule.opens.into()));
    let problem =
        |field: &str| error.as_ref().and_then(|error| error.field(field)).map(|code| problem(words, field, code));
    let lines: Vec<(&'static str, String)> = match &error {
        Some(ApiError::Invalid(_)) => {
            ["rhythm", "weekday", "days", "opens"].into_iter().filter_map(|id| Some((id, problem(id)?))).collect()
        }
        Some(other) => vec![("rhythm", general_error(other))],
        None => Vec::new(),
    };
    let wrong = |id: &'static str| problem(id).map(|text| view! { <FieldError id=format!("{id}-error") text/> });
    let option = |code: &'static str, label: String| {
        let id = if code == "weekly" { "rhythm".to_owned() } else { format!("rhythm-{code}") };
        view! {
            <label class="check">
                <input type="radio" id=id name="typed[rhythm]" value=code checked=rhythm == code/>
                <span>{label}</span>
            </label>
        }
    };
    let weekdays = weekdays(words).into_iter().enumerate().map(|(n, name)| {
        let selected = weekday == n.to_string();
        view! {
            <option value=n.to_string() selected=selected>
                {name}
            </option>
        }
    });
    let no_days = (!page.days).then(|| {
        view! {
            <p class="hint">
                {words.diary_plan_no_days()} " "
                <a href=format!("/records/{}/care", page.record)>{words.diary_plan_keep_days()}</a>
            </p>
        }
    });
    view! {
        <Back href=format!("/records/{}/diary", page.record) to=words.diary_title()/>
        <PageHead title=words.diary_plan() lead=words.diary_plan_lead()/>
        {saved.then(|| notice(Drawing::Check, words.diary_plan_saved(), None))}
        {(!lines.is_empty()).then(|| view! { <ErrorSummary title=words.account_check_wrong() lines=lines.clone()/> })}
        <form class="form" method="post" action="/api/diary/plan">
            <input type="hidden" name="record" value=page.record.to_string()/>
            <fieldset class="card">
                <legend class="visually-hidden">{words.diary_plan()}</legend>
                {wrong("rhythm")}
                {option("weekly", words.diary_plan_weekly())}
                <div class="field choice-days">
                    <label for="weekday">{words.diary_plan_on()}</label>
                    {wrong("weekday")}
                    <select class="input" id="weekday" name="typed[weekday]">
                        {weekdays.collect_view()}
                    </select>
                </div>
                {option("cycle", words.diary_plan_cycle())}
                <div class="field choice-days">
                    <label for="days">{words.diary_plan_days()}</label>
                    {wrong("days")}
                    <p class="hint" id="days-hint">{words.diary_plan_days_hint()}</p>
                    {no_days}
                    <input
                        class="input input-4"
                        id="days"
                        name="typed[days]"
                        value=days
                        dir="ltr"
                        autocomplete="off"
                        aria-describedby="days-hint"
                    />
                </div>
                {option("off", words.diary_plan_off())}
                <p class="hint">{words.diary_plan_off_about()}</p>
            </fieldset>
            <div class="field">
                <label for="opens">{words.diary_plan_opens()}</label>
                {wrong("opens")}
                <p class="hint" id="opens-hint">{words.diary_plan_opens_hint()}</p>
                <input class="input" type="time" id="opens" name="typed[opens]" value=opens min="05:00" max="13:00" aria-describedby="opens-hint"/>
            </div>
            <button class="button">{words.diary_plan_save()}</button>
        </form>
        {about(words, page)}
    }
    .into_any()
}

/// Who set it, and what holds beside it.
fn about(words: Words, page: &PlanPage) -> AnyView {
    let by = match &page.set {
        Some((who, at)) => {
            let who = who.clone().unwrap_or_else(|| words.worklist_no_name());
            words.diary_plan_set_by(&say::moment(words, *at), &who)
        }
        None => words.diary_plan_begins(),
    };
    let daily = page.schedule.as_ref().and_then(|schedule| schedule.daily_until);
    let daily = daily.and_then(|day| String::from(day).parse().ok()).map(|day: PartialDate| {
        view! { <p class="small">{words.diary_plan_daily(&crate::results::say::weekday_date(words, day))}</p> }
    });
    view! {
        <p class="small">{by}</p>
        {daily}
    }
    .into_any()
}

fn weekdays(words: Words) -> [String; 7] {
    [
        words.diary_weekday_0(),
        words.diary_weekday_1(),
        words.diary_weekday_2(),
        words.diary_weekday_3(),
        words.diary_weekday_4(),
        words.diary_weekday_5(),
        words.diary_weekday_6(),
    ]
}

fn problem(words: Words, field: &str, code: FieldCode) -> String {
    match field {
        "days" => words.diary_plan_error_days(),
        "opens" => words.diary_plan_error_opens(),
        _ => field_error(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant(1_800_000_000_000_000);

    fn typed(rhythm: &str, days: &str) -> TypedPlan {
        TypedPlan { rhythm: rhythm.into(), weekday: "2".into(), days: days.into(), opens: "08:30".into() }
    }

    fn cycles() -> Cycles {
        Cycles::Given([Day::try_from("2026-11-02".to_owned()).unwrap()].into())
    }

    #[test]
    fn a_schedule_is_read_from_what_was_typed() {
        let weekly = read(&typed("weekly", ""), cycles(), NOW, "UTC").unwrap();
        assert_eq!(weekly.rhythm, Rhythm::Weekly { day: Weekday::Wednesday });
        let cycle = read(&typed("cycle", "8, 1 ١٥"), cycles(), NOW, "UTC").unwrap();
        let days: BTreeSet<CycleDay> = [1, 8, 15].into_iter().map(|n| CycleDay::try_from(n).unwrap()).collect();
        assert_eq!(cycle.rhythm, Rhythm::Cycle { days, cycles: cycles() });
    }

    #[test]
    fn what_makes_no_schedule_is_refused_by_its_field() {
        for days in ["", "0", "85", "1, two"] {
            let error = read(&typed("cycle", days), cycles(), NOW, "UTC").unwrap_err();
            assert_eq!(error.field("days"), Some(FieldCode::Malformed), "{days}");
        }
        let none = Cycles::Given(BTreeSet::new());
        assert!(read(&typed("cycle", "1"), none, NOW, "UTC").is_err(), "without days of treatment there is no cycle");
        let late = TypedPlan { opens: "22:00".into(), ..typed("weekly", "") };
        assert_eq!(read(&late, cycles(), NOW, "UTC").unwrap_err().field("opens"), Some(FieldCode::Malformed));
        assert_eq!(
            read(&typed("hourly", ""), cycles(), NOW, "UTC").unwrap_err().field("rhythm"),
            Some(FieldCode::NotAChoice)
        );
    }
}
