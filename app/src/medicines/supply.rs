//! How much of a medicine there is, until when it lasts, and asking for more.

use domain::{
    FieldCode,
    access::{self, Medicines, Reader},
    id::{MedicineId, RecordId, RefillId, SupplyId},
    medicines::{
        life_store::get_life,
        refill::{State, Taken},
        refill_store::{Refill, list_refills},
        store::get_medicine,
        supply::{refill_by, run_out},
        supply_store::{Counted, LEAD_DAYS, find_supply, strengths},
    },
    time::{Day, Instant, PartialDate},
    worklist::item_store::opens_at,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{
    say,
    supply_api::{CountSupply, RequestRefill, WithdrawRefill},
};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Draft},
    results::{say as values, timeline::record_in_path},
    shell::{
        form::{ErrorSummary, FieldError, field_error, general_error},
        icon::{Drawing, Icon},
        page::{Back, PageHead, loaded, model, notice},
    },
    visit::words,
    words::Words,
};

/// Wishes for more that the page shows.
const REFILLS: i64 = 12;

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct SupplyPage {
    record: RecordId,
    medicine: MedicineId,
    name: String,
    /// The person themselves reads it: they count, and ask for more.
    is_person: bool,
    /// More can be asked for: it was prescribed, and is taken.
    may_ask: bool,
    own: bool,
    strengths: Vec<String>,
    supply: Option<SupplyModel>,
    refills: Vec<RefillModel>,
    /// When the team works again, when it does not now.
    opens_at: Option<PartialDate>,
    count_id: SupplyId,
    refill_id: RefillId,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct SupplyModel {
    counted_at: PartialDate,
    left: Counted,
    lead_days: u8,
    /// The day on which there is not enough for a dose, and the day to ask for more.
    runs_out: Option<(Day, Day)>,
    /// More has to be asked for by now.
    due: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct RefillModel {
    id: RefillId,
    state: State,
    words: String,
    requested_at: PartialDate,
    seen_at: Option<PartialDate>,
    promised: Option<(PartialDate, bool)>,
    steps: Vec<(State, PartialDate, Option<String>, String)>,
}

async fn find_page(record: RecordId, medicine: MedicineId) -> Answer<SupplyPage> {
    let (backend, caller) = request::caller()?;
    let zone = request::signed_in()?.zone;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Medicines>(&mut tx, &caller, record, now).await?;
    let known = get_medicine(&mut tx, &granted, medicine).await?;
    let life = get_life(&mut tx, &granted).await?;
    let supply = find_supply(&mut tx, &granted, medicine).await?;
    let local = |at: Instant| request::local_date(at, &zone);
    let today = Day::of(now, &zone)?;
    let supply = supply.map(|supply| {
        let plan = known.plan.as_ref().filter(|_| known.ended_at.is_none() && !known.is_stopped());
        let runs_out = plan.and_then(|plan| run_out(plan, &life, &supply.left, now)).map(|out| out.day);
        let runs_out = runs_out.map(|day| (day, refill_by(day, supply.lead_days).max(today)));
        SupplyModel {
            counted_at: local(supply.counted_at),
            due: runs_out.is_some_and(|(_, by)| by <= today),
            left: supply.left,
            lead_days: supply.lead_days,
            runs_out,
        }
    });
    let mut strengths = known.plan.as_ref().map(strengths).unwrap_or_default();
    for of in supply.iter().flat_map(|supply| supply.left.keys()) {
        if !strengths.contains(of) {
            strengths.push(of.clone());
        }
    }
    if strengths.is_empty() {
        strengths.push(String::new());
    }
    let refills = list_refills(&mut tx, &granted, medicine, REFILLS).await?;
    let refills = refills.into_iter().map(|refill| refill_model(refill, &zone)).collect();
    let opens_at = opens_at(&mut tx, &granted, &backend.site).await?.map(local);
    Ok(SupplyPage {
        record,
        medicine,
        is_person: granted.reader() == Reader::Person,
        may_ask: !known.is_own() && known.confirmed_at.is_some() && known.ended_at.is_none(),
        own: known.is_own(),
        name: known.name,
        strengths,
        supply,
        refills,
        opens_at,
        count_id: SupplyId::new(),
        refill_id: RefillId::new(),
    })
}

fn refill_model(refill: Refill, zone: &str) -> RefillModel {
    let local = |at: Instant| request::local_date(at, zone);
    let step = |Taken { state, at, by, words }: Taken| (state, local(at), by, words);
    RefillModel {
        id: refill.id,
        state: refill.state,
        words: refill.words,
        requested_at: local(refill.requested_at),
        seen_at: refill.seen_at.map(local),
        promised: refill.promised.map(|(at, late)| (local(at), late)),
        steps: refill.steps.into_iter().map(step).collect(),
    }
}

/// The page.
#[component]
pub fn Supply() -> impl IntoView {
    let params = use_params_map();
    let page = model(
        move || (params.read().get("record"), params.read().get("medicine")),
        |(record, medicine)| async move {
            let medicine = medicine.and_then(|id| id.parse().ok()).ok_or(ApiError::NotFound)?;
            find_page(record_in_path(record)?, medicine).await
        },
    );
    loaded(page, |page| supply(&page))
}

fn supply(page: &SupplyPage) -> AnyView {
    let words = words();
    let (counted, asked, withdrawn) =
        (refused::<CountSupply>(), refused::<RequestRefill>(), refused::<WithdrawRefill>());
    let draft = Draft::of_request();
    let lines: Vec<(&'static str, String)> = [
        counted.as_ref().map(|error| problem(words, "count", error)),
        asked.as_ref().map(|error| problem(words, "ask", error)),
        withdrawn.as_ref().map(|error| problem(words, "refill", error)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let saved = use_query_map().read_untracked().get("saved").filter(|_| lines.is_empty());
    let saved = saved.map(|what| match what.as_str() {
        "asked" => words.medicines_supply_saved_asked(),
        "withdrawn" => words.medicines_supply_saved_withdrawn(),
        _ => words.medicines_supply_saved(),
    });
    let summary =
        (!lines.is_empty()).then(|| view! { <ErrorSummary title=words.account_check_wrong() lines=lines.clone()/> });
    view! {
        <Back href=format!("/records/{}/medicines", page.record) to=words.medicines_supply_back()/>
        <PageHead title=words.medicines_supply_title() window=words.medicines_supply_window(&page.name)/>
        <p class="lead">
            <bdi translate="no">{page.name.clone()}</bdi>
        </p>
        {saved.map(|text| notice(Drawing::Check, text, None))}
        {summary}
        {there_is(words, page)}
        {page.is_person.then(|| count_form(words, page, counted.as_ref(), &draft))}
        {more(words, page, asked.as_ref(), &draft)}
    }
    .into_any()
}

/// What a refused form says: where, and what.
fn problem(words: Words, form: &'static str, error: &ApiError) -> (&'static str, String) {
    let ApiError::Invalid(fields) = error else {
        let text = match (form, error) {
            ("refill", ApiError::Conflict) => words.medicines_supply_error_ordered(),
            (_, ApiError::Conflict) => words.medicines_supply_error_changed(),
            (_, other) => general_error(other),
        };
        return (form, text);
    };
    match fields.first().map(|field| (field.name.as_str(), field.code)) {
        Some(("lead_days", _)) => ("lead_days", words.medicines_supply_error_lead()),
        Some(("counts", _)) => ("count-0", words.medicines_supply_error_count()),
        Some(("medicine", FieldCode::Taken)) => ("ask", words.medicines_supply_error_asked()),
        Some(("words", code)) => ("words", field_error(code)),
        Some((_, code)) => (form, field_error(code)),
        None => (form, words.site_error_malformed()),
    }
}

fn day(words: Words, day: Day) -> String {
    String::from(day).parse().map_or_else(|_| String::from(day), |day: PartialDate| values::weekday_date(words, day))
}

/// So much of each strength.
pub(super) fn amounts(words: Words, left: &Counted) -> AnyView {
    let lines = left.iter().map(|(of, thousandths)| {
        let count = say::number(&number(*thousandths));
        let text = if of.is_empty() { count } else { words.medicines_supply_of(&count, &say::safe(words, of)) };
        view! {
            <li>
                <bdi>{text}</bdi>
            </li>
        }
    });
    view! { <ul class="supply-left" role="list">{lines.collect_view()}</ul> }.into_any()
}

/// Thousandths as a number, without zeros that say nothing.
fn number(thousandths: u64) -> String {
    let (whole, part) = (thousandths / 1_000, thousandths % 1_000);
    if part == 0 { whole.to_string() } else { format!("{whole}.{part:03}").trim_end_matches('0').to_owned() }
}

fn there_is(words: Words, page: &SupplyPage) -> AnyView {
    let inside = match &page.supply {
        None => view! { <p>{words.medicines_supply_none()}</p> }.into_any(),
        Some(supply) => {
            // Who has asked is not told to ask.
            let asked = page.refills.iter().any(|refill| !refill.state.is_end());
            let lasts = match supply.runs_out {
                Some((out, _)) if asked => view! { <p>{words.medicines_supply_until(&day(words, out))}</p> }.into_any(),
                Some((out, _)) if supply.due => {
                    let out = words.medicines_supply_until(&day(words, out));
                    notice(Drawing::Attention, words.medicines_supply_now(), Some(view! { <p>{out}</p> }.into_any()))
                }
                Some((out, by)) => view! {
                    <p>{words.medicines_supply_until(&day(words, out))}</p>
                    <p>
                        <strong>{words.medicines_supply_by(&day(words, by))}</strong>
                    </p>
                }
                .into_any(),
                None => view! { <p>{words.medicines_supply_open_end()}</p> }.into_any(),
            };
            view! {
                {amounts(words, &supply.left)}
                {lasts}
                <p class="small">{words.medicines_supply_counted(&values::day(words, supply.counted_at))}</p>
            }
            .into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="left">
            <h2 id="left">{words.medicines_supply_left()}</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn count_form(words: Words, page: &SupplyPage, error: Option<&ApiError>, draft: &Draft) -> AnyView {
    let typed = |name: &str| error.map(|_| draft.field(name)).unwrap_or_default();
    let problem = error.map(|error| problem(words, "count", error));
    let wrong = |at: &str| problem.clone().filter(|(id, _)| *id == at).map(|(_, text)| text);
    let fields = page.strengths.iter().enumerate().map(|(n, of)| {
        let id = format!("count-{n}");
        let label =
            if of.is_empty() { words.medicines_supply_how_many() } else { words.medicines_supply_how_many_of(of) };
        let wrong = (n == 0).then(|| wrong("count-0")).flatten();
        let error_id = wrong.is_some().then_some("count-0-error");
        let is_wrong = wrong.is_some();
        view! {
            <div class=if is_wrong { "field field-wrong" } else { "field" }>
                <label for=id.clone()>
                    <bdi>{label}</bdi>
                </label>
                {wrong.map(|text| view! { <FieldError id="count-0-error".to_owned() text/> })}
                <input type="hidden" name=format!("counts[{n}][of]") value=of.clone()/>
                <input
                    class="input input-4"
                    id=id
                    name=format!("counts[{n}][count]")
                    inputmode="decimal"
                    autocomplete="off"
                    dir="ltr"
                    required
                    value=typed(&format!("counts[{n}][count]"))
                    aria-invalid=is_wrong.then_some("true")
                    aria-describedby=error_id
                />
            </div>
        }
    });
    let lead = Some(typed("lead_days")).filter(|days| !days.is_empty());
    let lead = lead.unwrap_or_else(|| page.supply.as_ref().map_or(LEAD_DAYS, |supply| supply.lead_days).to_string());
    let lead_wrong = wrong("lead_days");
    let lead_is_wrong = lead_wrong.is_some();
    let lead_described = if lead_is_wrong { "lead_days-error lead_days-hint" } else { "lead_days-hint" };
    // The same id when it is sent again, so that nothing is added twice.
    let id = Some(typed("id")).filter(|id| error != Some(&ApiError::Conflict) && id.parse::<SupplyId>().is_ok());
    let more = typed("more") == "1";
    let kind = page.supply.is_some().then(|| {
        view! {
            <fieldset>
                <legend>{words.medicines_supply_kind()}</legend>
                <label class="check">
                    <input type="radio" name="more" value="" checked=!more/>
                    <span>{words.medicines_supply_all()}</span>
                </label>
                <label class="check">
                    <input type="radio" name="more" value="1" checked=more/>
                    <span>{words.medicines_supply_more()}</span>
                </label>
            </fieldset>
        }
    });
    view! {
        <section class="section" aria-labelledby="count">
            <h2 id="count">{words.medicines_supply_count()}</h2>
            <p class="hint">{words.medicines_supply_count_hint()}</p>
            <form class="form" method="post" action="/api/medicines/count">
                <input type="hidden" name="record" value=page.record.to_string()/>
                <input type="hidden" name="medicine" value=page.medicine.to_string()/>
                <input type="hidden" name="id" value=id.unwrap_or_else(|| page.count_id.to_string())/>
                {fields.collect_view()}
                {kind}
                <div class=if lead_is_wrong { "field field-wrong" } else { "field" }>
                    <label for="lead_days">{words.medicines_supply_lead()}</label>
                    <p class="hint" id="lead_days-hint">{words.medicines_supply_lead_hint()}</p>
                    {lead_wrong.map(|text| view! { <FieldError id="lead_days-error".to_owned() text/> })}
                    <input
                        class="input input-2"
                        id="lead_days"
                        name="lead_days"
                        inputmode="numeric"
                        autocomplete="off"
                        dir="ltr"
                        required
                        value=lead
                        aria-invalid=lead_is_wrong.then_some("true")
                        aria-describedby=lead_described
                    />
                </div>
                <button class="button">{words.medicines_supply_save()}</button>
            </form>
        </section>
    }
    .into_any()
}

/// Asking for more, and what came of it.
fn more(words: Words, page: &SupplyPage, error: Option<&ApiError>, draft: &Draft) -> AnyView {
    if page.own {
        let text = page.is_person.then(|| view! { <p class="small">{words.medicines_supply_own()}</p> });
        return text.into_any();
    }
    let open = page.refills.iter().find(|refill| !refill.state.is_end());
    let before: Vec<&RefillModel> = page.refills.iter().filter(|refill| refill.state.is_end()).collect();
    // What has just come to its end is said as plainly as what goes on.
    let last = if open.is_none() { before.first().copied() } else { None };
    let shown = open.or(last).map(|refill| refill_card(words, page, refill));
    let older = before.into_iter().skip(usize::from(last.is_some())).map(|refill| refill_card(words, page, refill));
    let older: Vec<AnyView> = older.collect();
    let older = (!older.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{words.medicines_supply_before()}</summary>
                {older}
            </details>
        }
    });
    let ask = (page.is_person && page.may_ask && open.is_none()).then(|| ask_form(words, page, error, draft));
    let nothing = (!page.is_person && shown.is_none()).then(|| view! { <p>{words.medicines_supply_not_asked()}</p> });
    view! {
        <section class="section" aria-labelledby="ask">
            <h2 id="ask">{words.medicines_supply_refill()}</h2>
            {shown}
            {nothing}
            {ask}
            {older}
        </section>
    }
    .into_any()
}

fn refill_card(words: Words, page: &SupplyPage, refill: &RefillModel) -> AnyView {
    let moment = |at: PartialDate| values::date(words, at);
    let someone = |by: &Option<String>| by.clone().unwrap_or_else(|| words.medicines_supply_someone());
    let step = |of: Drawing, text: String, more: Option<String>| {
        view! {
            <li>
                <Icon of=of/>
                <div>
                    <bdi>{text}</bdi>
                    {more.filter(|more| !more.is_empty()).map(|more| view! { <p class="own-words" dir="auto">{more}</p> })}
                </div>
            </li>
        }
        .into_any()
    };
    let mut steps = vec![step(
        Drawing::Check,
        words.medicines_supply_step_requested(&moment(refill.requested_at)),
        Some(refill.words.clone()),
    )];
    if let Some(at) = refill.seen_at {
        steps.push(step(Drawing::Check, words.medicines_supply_step_seen(&moment(at)), None));
    }
    for (state, at, by, why) in &refill.steps {
        let (by, at) = (someone(by), moment(*at));
        let (of, text) = match state {
            State::Sent => (Drawing::Check, words.medicines_supply_step_sent(&by, &at)),
            State::Ready => (Drawing::Check, words.medicines_supply_step_ready(&by, &at)),
            State::Refused => (Drawing::Attention, words.medicines_supply_step_refused(&by, &at)),
            State::Withdrawn | State::Requested => (Drawing::Info, words.medicines_supply_step_withdrawn(&at)),
        };
        steps.push(step(of, text, Some(why.clone())));
    }
    let waits = (refill.state == State::Requested).then(|| {
        let by = refill.promised.filter(|_| refill.seen_at.is_none()).map(|(at, late)| {
            let text = if late { words.medicines_supply_late() } else { words.medicines_supply_promised(&moment(at)) };
            view! { <p>{text}</p> }
        });
        let opens = page.opens_at.filter(|_| refill.seen_at.is_none());
        let opens = opens.map(|at| view! { <p>{words.medicines_supply_opens(&moment(at))}</p> });
        view! {
            {by}
            {opens}
        }
    });
    let withdraw = (page.is_person && refill.state.may_be_withdrawn()).then(|| {
        view! {
            <form method="post" action="/api/medicines/withdraw_refill">
                <input type="hidden" name="record" value=page.record.to_string()/>
                <input type="hidden" name="medicine" value=page.medicine.to_string()/>
                <input type="hidden" name="refill" value=refill.id.to_string()/>
                <button class="button button-quiet">{words.medicines_supply_withdraw()}</button>
            </form>
        }
    });
    view! {
        <div class="card refill">
            <p class="refill-state">
                <strong>{state(words, refill.state)}</strong>
            </p>
            <ol class="steps-done" role="list">{steps}</ol>
            {waits}
            {withdraw}
        </div>
    }
    .into_any()
}

/// How it stands, so that nobody takes a wish for an order.
pub(crate) fn state(words: Words, state: State) -> String {
    match state {
        State::Requested => words.medicines_supply_state_requested(),
        State::Sent => words.medicines_supply_state_sent(),
        State::Ready => words.medicines_supply_state_ready(),
        State::Refused => words.medicines_supply_state_refused(),
        State::Withdrawn => words.medicines_supply_state_withdrawn(),
    }
}

fn ask_form(words: Words, page: &SupplyPage, error: Option<&ApiError>, draft: &Draft) -> AnyView {
    let typed = |name: &str| error.map(|_| draft.field(name)).unwrap_or_default();
    let problem = error.map(|error| problem(words, "ask", error));
    let wrong = problem.filter(|(id, _)| *id == "words").map(|(_, text)| text);
    let is_wrong = wrong.is_some();
    let described = if is_wrong { "words-error words-hint" } else { "words-hint" };
    let id = Some(typed("id")).filter(|id| error != Some(&ApiError::Conflict) && id.parse::<RefillId>().is_ok());
    view! {
        <p>{words.medicines_supply_ask_about()}</p>
        <form class="form" method="post" action="/api/medicines/request_refill">
            <input type="hidden" name="record" value=page.record.to_string()/>
            <input type="hidden" name="medicine" value=page.medicine.to_string()/>
            <input type="hidden" name="id" value=id.unwrap_or_else(|| page.refill_id.to_string())/>
            <div class=if is_wrong { "field field-wrong" } else { "field" }>
                <label for="words">{words.medicines_supply_words()}</label>
                <p class="hint" id="words-hint">{words.medicines_supply_words_hint()}</p>
                {wrong.map(|text| view! { <FieldError id="words-error".to_owned() text/> })}
                <textarea
                    class="input"
                    id="words"
                    name="words"
                    rows="2"
                    dir="auto"
                    aria-describedby=described
                    aria-invalid=is_wrong.then_some("true")
                >
                    {typed("words")}
                </textarea>
            </div>
            <button class="button">{words.medicines_supply_ask()}</button>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousandths_are_written_without_zeros_that_say_nothing() {
        for (thousandths, written) in [(0, "0"), (500, "0.5"), (24_000, "24"), (1_250, "1.25"), (30, "0.03")] {
            assert_eq!(number(thousandths), written);
        }
    }
}
