//! A report, one screen at a time: the red flags first, then the instrument, saved at each answer.
//!
//! Each screen is a form, so that it works without JavaScript. Hydrated, the same form is read and
//! checked in the page, and the answer of the server leads on without a new document.

use domain::{
    Field, FieldCode,
    diary::{
        answer::Answer,
        flow::{self, Screen},
        instrument::{Choice, Item, Kind, LinkId, Role, Texts},
        report::Flag,
    },
    site::in_language,
};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{
    api::{get_report, save_answers, save_flags},
    given::{self, Given, NONE, SEND, SKIP, THEN},
    laid,
    model::ReportPage,
    say, sent,
};
use crate::{
    devices::state::here,
    error::ApiError,
    results::{say as results_say, timeline::record_in_path},
    shell::{
        form::{FieldError, field_error, general_error},
        icon::{Drawing, Icon},
        page::{Back, Empty, PageHead, loaded, model},
    },
    site::call::calls,
    visit::words,
    words::Words,
};

/// The field of the red flags.
const FLAGS: &str = "flags";

/// The page of a report.
#[component]
pub fn Report() -> impl IntoView {
    let params = use_params_map();
    let page = model(
        move || (params.read().get("record"), params.read().get("report")),
        |(record, report)| async move {
            let report = report.and_then(|id| id.parse().ok()).ok_or(ApiError::NotFound)?;
            get_report(record_in_path(record)?, report).await
        },
    );
    let here = here();
    // What is said from now on is in the page itself.
    loaded(page, move |page| report(here.device.with_untracked(|device| laid::report(page, device, here.since))))
}

/// What the page knows while it is open.
#[derive(Clone, Copy)]
struct Going {
    page: RwSignal<ReportPage>,
    /// The last answer could not be saved.
    error: RwSignal<Option<ApiError>>,
    /// An answer is on its way.
    saving: RwSignal<bool>,
    /// Red flags were ticked, whether the server has them yet or not.
    calling: RwSignal<bool>,
}

fn report(page: ReportPage) -> AnyView {
    let words = words();
    let back = format!("/records/{}/diary", page.record);
    if page.sent.is_some() {
        return view! {
            <Back href=back to=words.diary_title()/>
            {sent::sent(words, &page)}
        }
        .into_any();
    }
    if page.kept {
        return view! {
            <Back href=back to=words.diary_title()/>
            {sent::kept(words, &page)}
        }
        .into_any();
    }
    if page.expired || !page.own {
        let text = if page.expired { words.diary_expired_text() } else { words.diary_not_sent_text() };
        return view! {
            <Back href=back to=words.diary_title()/>
            <PageHead title=words.diary_check()/>
            <Empty of=Drawing::Diary title=words.diary_not_sent() text/>
            {(page.own && page.is_flagged()).then(|| sent::call(words, &page))}
        }
        .into_any();
    }
    let error = page.refused.clone();
    let going = Going {
        page: RwSignal::new(page),
        error: RwSignal::new(error),
        saving: RwSignal::new(false),
        calling: RwSignal::new(false),
    };
    let query = use_query_map();
    view! {
        <Back href=back to=words.diary_title()/>
        <div class="report">
            {move || {
                let at = query.read().get("at");
                going.page.with(|page| step(words, going, page, at.as_deref()))
            }}
        </div>
    }
    .into_any()
}

/// The screen that the address asks for, else the first that was not answered. Screens are named by
/// their number, 0 the red flags: an address tells nothing of anybody's health.
fn step(words: Words, going: Going, page: &ReportPage, at: Option<&str>) -> AnyView {
    if going.calling.get() || (page.is_flagged() && at == Some("next")) {
        return call(words, going, page);
    }
    let screens = flow::screens(&page.instrument, &page.answers);
    let at = at.and_then(|at| at.parse::<usize>().ok());
    if page.flags.is_none() || at == Some(0) || screens.is_empty() {
        return flags(words, going, page);
    }
    let unanswered = |screen: &&Screen<'_>| screen.questions().any(|item| !page.answers.contains_key(&item.link_id));
    let asked = match at {
        Some(number) => screens.get(number - 1),
        None => screens.iter().find(unanswered),
    };
    match asked {
        Some(screen) => question_screen(words, going, page, screen),
        None => last(words, going, page),
    }
}

/// Red flags, before everything else.
fn flags(words: Words, going: Going, page: &ReportPage) -> AnyView {
    let (record, report) = (page.record, page.id);
    let chosen = page.flags.clone().unwrap_or_default();
    let boxes = Flag::ALL
        .map(|flag| {
            let checked = chosen.contains(&flag);
            view! {
                <label class="check option">
                    <input type="checkbox" name="flags[]" value=flag.code() checked=checked/>
                    <span>{say::flag(words, flag)}</span>
                </label>
            }
        })
        .collect_view();
    let submit = move |event: SubmitEvent| {
        let fields = given::fields(&event);
        event.prevent_default();
        if going.saving.get_untracked() {
            return;
        }
        // A tick always counts, whatever button was pressed: Enter presses the first one.
        let none = fields.iter().any(|(name, value)| name == "then" && value == NONE);
        let codes: Vec<String> =
            fields.into_iter().filter(|(name, _)| name == "flags[]").map(|(_, code)| code).collect();
        let none = none && codes.is_empty();
        if codes.is_empty() && !none {
            let field = Field { name: FLAGS.into(), code: FieldCode::Missing };
            going.error.set(Some(ApiError::Invalid(vec![field])));
            return;
        }
        // Whom to call is shown at once; the network may take its time.
        going.calling.set(!none);
        let ticked = Flag::ALL.into_iter().filter(|flag| codes.iter().any(|code| code == flag.code())).collect();
        let then = if none { NONE.to_owned() } else { String::new() };
        going.send(move |page| page.flags = Some(ticked), save_flags(record, report, codes, then));
    };
    view! {
        <PageHead title=words.diary_flags() lead=words.diary_flags_lead() above=above(words, page)/>
        {going.problem(words, Some(&LinkId(FLAGS.into())))}
        <form class="form" method="post" action="/api/diary/flags" on:submit=submit>
            {ids(page)}
            <button class="button option-none" name="then" value=NONE>{words.diary_flags_none()}</button>
            <fieldset class="options">
                <legend class="visually-hidden">{words.diary_flags()}</legend>
                {boxes}
            </fieldset>
            <button class="button button-quiet" name="then" value="next">{words.diary_go_on()}</button>
        </form>
    }
    .into_any()
}

/// Whom to call now. It comes from the page itself and waits for nothing.
fn call(words: Words, going: Going, page: &ReportPage) -> AnyView {
    let flags = page.flags.as_deref().unwrap_or_default();
    let harm = flags.contains(&Flag::SelfHarm);
    let (device, id) = (here().device, page.id);
    // Kept on this device is not sent: nobody knows of it.
    let kept = move || device.with(|device| laid::flags_wait(device, id));
    let state = move || match going.error.get() {
        Some(_) => words.diary_call_not_sent(),
        None if kept() => words.diary_call_not_sent(),
        None if going.saving.get() => words.diary_call_sending(),
        None => words.diary_call_sent(),
    };
    view! {
        <PageHead title=words.diary_call() lead=words.diary_call_lead()/>
        {harm.then(|| view! { <p>{words.diary_call_harm()}</p> })}
        {calls(&page.numbers, Flag::only_harm(flags))}
        <p role="status">{state}</p>
        <div class="actions">
            <a
                class="button button-quiet"
                href=format!("/records/{}/diary/reports/{}?at=1", page.record, page.id)
                on:click=move |_| going.calling.set(false)
            >
                {words.diary_call_go_on()}
            </a>
            <a
                class="action"
                href=format!("/records/{}/diary/reports/{}?at=0", page.record, page.id)
                on:click=move |_| going.calling.set(false)
            >
                {words.diary_call_mistake()}
            </a>
        </div>
    }
    .into_any()
}

/// One question, or a page of them.
fn question_screen(words: Words, going: Going, page: &ReportPage, screen: &Screen<'_>) -> AnyView {
    let questions: Vec<&Item> = screen.questions().collect();
    let alone = questions.len() == 1;
    // A question of its own is the heading; a page has that of its group.
    let heading = if alone { questions[0] } else { screen.groups.last().copied().unwrap_or(questions[0]) };
    let within = screen.groups.iter().rev().find(|group| !std::ptr::eq(**group, heading) && !group.text.is_empty());
    let title = text(words, &heading.text);
    let (number, of) = flow::progress(&page.instrument, &page.answers, screen.link_id);
    let context = within.map(|group| text(words, &group.text));
    let name = screen.link_id.0.clone();
    let instrument = page.instrument.clone();
    let answers = page.answers.clone();
    let link_id = screen.link_id.clone();
    let (record, report) = (page.record, page.id);
    let submit = move |event: SubmitEvent| {
        let given = Given::of(&given::fields(&event));
        // What sends the report leads to a page that only the server can make.
        if given.then == SEND {
            return;
        }
        event.prevent_default();
        if going.saving.get_untracked() {
            return;
        }
        let screens = flow::screens(&instrument, &answers);
        let Some(screen) = screens.iter().find(|screen| *screen.link_id == link_id) else { return };
        match given::checked(&instrument, screen, &given) {
            Ok(answers) => going
                .send(move |page| page.answers.extend(answers), save_answers(record, report, link_id.0.clone(), given)),
            Err(error) => going.error.set(Some(error)),
        }
    };
    let last = flow::next(&page.instrument, &page.answers, Some(screen.link_id)).is_none();
    let back = number - 1;
    let same = page.before.as_ref().filter(|_| number == 1).map(|before| {
        view! {
            <form method="post" action="/api/diary/same">
                {ids(page)}
                <button class="button button-quiet">{words.diary_same()}</button>
                <p class="small">{words.diary_same_text(&say::moment(words, before.at))}</p>
            </form>
        }
    });
    let help = alone.then(|| text(words, &heading.help)).filter(|help| !help.is_empty());
    let displays = screen.items.iter().filter(|item| matches!(item.kind, Kind::Display)).map(|item| {
        view! { <p>{text(words, &item.text)}</p> }
    });
    view! {
        <PageHead title=title window=words.diary_check() above=words.diary_step(&number.to_string(), &of.to_string())/>
        <progress class="steps-bar" max=of.to_string() value=(number - 1).to_string() aria-hidden="true"></progress>
        {context.map(|context| view! { <p class="lead">{context}</p> })}
        {help.map(|help| view! { <p class="hint">{help}</p> })}
        {displays.collect_view()}
        {going.problem(words, alone.then(|| &questions[0].link_id))}
        {same}
        <form class="form" method="post" action="/api/diary/answer" on:submit=submit novalidate>
            {ids(page)}
            <input type="hidden" name="screen" value=name/>
            {fields(words, going, page, &questions, alone)}
            {buttons(words, questions[0], alone, last)}
        </form>
        <p>
            <a class="back" href=format!("/records/{}/diary/reports/{}?at={back}", page.record, page.id)>
                <Icon of=Drawing::ChevronStart/>
                {words.diary_back()}
            </a>
        </p>
    }
    .into_any()
}

/// The buttons of a screen. Where each answer is a button, only passing over is left.
fn buttons(words: Words, first: &Item, alone: bool, last: bool) -> AnyView {
    let is_choice = matches!(first.kind, Kind::Choice { .. });
    let one_tap = alone && is_choice && !first.repeats;
    let skip = (alone && is_choice && !first.required && !matches!(first.role, Some(Role::Which))).then(|| {
        view! { <button class="button button-quiet button-small" name=THEN value=SKIP>{words.diary_skip()}</button> }
    });
    let go = (!one_tap).then(|| {
        let (value, text) = if last && !alone { (SEND, words.diary_send()) } else { ("next", words.diary_go_on()) };
        view! { <button class="button" name=THEN value=value>{text}</button> }
    });
    view! { <div class="actions">{go} {skip}</div> }.into_any()
}

fn fields(words: Words, going: Going, page: &ReportPage, questions: &[&Item], alone: bool) -> AnyView {
    questions
        .iter()
        .enumerate()
        .map(|(place, item)| field(words, going, page, place, item, alone))
        .collect_view()
        .into_any()
}

/// One question of a screen. Alone, the heading of the page is its label.
fn field(words: Words, going: Going, page: &ReportPage, place: usize, item: &Item, alone: bool) -> AnyView {
    let given = page.answers.get(&item.link_id).cloned().unwrap_or_default();
    let before = page.before.as_ref().and_then(|before| before.answers.get(&item.link_id)).cloned().unwrap_or_default();
    match &item.kind {
        Kind::Choice { .. } if item.repeats => {
            let choices = flow::offered(&page.instrument, item, &page.treatments, [&given, &before]);
            boxes(words, place, item, &choices, &given, &before)
        }
        Kind::Choice { choices, .. } if alone => answer_buttons(words, place, choices, &given, &before),
        Kind::Choice { choices, .. } => radios(words, place, item, choices, &given, &before),
        _ => typed(words, going, page, place, item, alone, &given, &before),
    }
}

fn chosen(answers: &[Answer], choice: &Choice) -> bool {
    answers.iter().any(|answer| matches!(answer, Answer::Choice(code) if *code == choice.code))
}

/// What was answered last time, beside its choice.
fn last_time(words: Words, before: &[Answer], choice: &Choice) -> Option<AnyView> {
    chosen(before, choice).then(|| view! { " " <span class="badge">{words.diary_last_time()}</span> }.into_any())
}

/// One tap an answer.
fn answer_buttons(words: Words, place: usize, choices: &[Choice], given: &[Answer], before: &[Answer]) -> AnyView {
    let buttons = choices.iter().map(|choice| {
        let now = chosen(given, choice);
        view! {
            <button
                class="option option-answer"
                name=given::field(place)
                value=given::value(&choice.code)
                aria-pressed=now.then_some("true")
            >
                <span>{text(words, &choice.text)}{last_time(words, before, choice)}</span>
                {now.then(|| view! { <Icon of=Drawing::Check/> })}
            </button>
        }
    });
    view! { <div class="options" id=given::id(place)>{buttons.collect_view()}</div> }.into_any()
}

/// One choice to tick, with what was answered last time.
fn option(
    words: Words,
    kind: &'static str,
    place: usize,
    choice: &Choice,
    given: &[Answer],
    before: &[Answer],
) -> AnyView {
    view! {
        <label class="check option">
            <input
                type=kind
                name=given::field(place)
                value=given::value(&choice.code)
                checked=chosen(given, choice)
            />
            <span>{text(words, &choice.text)}{last_time(words, before, choice)}</span>
        </label>
    }
    .into_any()
}

fn boxes(words: Words, place: usize, item: &Item, choices: &[&Choice], given: &[Answer], before: &[Answer]) -> AnyView {
    let none = choices.iter().find(|choice| choice.exclusive).map(|choice| {
        view! {
            <button class="button option-none" name=THEN value=NONE>
                <span>{text(words, &choice.text)}{last_time(words, before, choice)}</span>
            </button>
        }
    });
    let ticked = |choice: &Choice| option(words, "checkbox", place, choice, given, before);
    let boxes = choices.iter().filter(|choice| !choice.exclusive).map(|choice| ticked(choice));
    view! {
        {none}
        <fieldset class="options" id=given::id(place)>
            <legend class="visually-hidden">{text(words, &item.text)}</legend>
            {boxes.collect_view()}
        </fieldset>
    }
    .into_any()
}

fn radios(words: Words, place: usize, item: &Item, choices: &[Choice], given: &[Answer], before: &[Answer]) -> AnyView {
    let radios = choices.iter().map(|choice| option(words, "radio", place, choice, given, before));
    view! {
        <fieldset class="options" id=given::id(place)>
            <legend>{text(words, &item.text)}</legend>
            {radios.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// A number, a day or words of one's own.
#[expect(clippy::too_many_arguments, reason = "a field knows its form")]
fn typed(
    words: Words,
    going: Going,
    page: &ReportPage,
    place: usize,
    item: &Item,
    alone: bool,
    given: &[Answer],
    before: &[Answer],
) -> AnyView {
    let id = given::id(place);
    let name = given::field(place);
    let label = text(words, &item.text);
    let help = text(words, &item.help);
    let unit = match &item.kind {
        Kind::Decimal { unit: Some(unit), .. } => Some(results_say::unit(unit).into_owned()),
        _ => None,
    };
    let draft = page.draft.get(&name).cloned();
    let value = draft.unwrap_or_else(|| given.iter().filter_map(typed_text).collect::<Vec<_>>().join(" "));
    let last = before
        .iter()
        .find_map(typed_text)
        .map(|before| words.diary_last_time_value(unit.as_deref().unwrap_or_default(), &before));
    let link_id = item.link_id.0.clone();
    let error = move || {
        going
            .error
            .get()
            .and_then(|error| error.field(&link_id))
            .map(|code| view! { <FieldError id=format!("e{place}") text=problem(words, code)/> })
    };
    let hint = format!("h{place}");
    let label_class = if alone { "visually-hidden" } else { "" };
    let long = matches!(item.kind, Kind::Text { .. });
    let input = if long {
        // Browsers write down what is typed, to bring it back after a restart; not of this.
        view! {
            <textarea
                class="input"
                id=id.clone()
                name=name
                rows="4"
                autocomplete="off"
                aria-describedby=hint.clone()
            >
                {value}
            </textarea>
        }
        .into_any()
    } else {
        let mode = match item.kind {
            Kind::Integer { .. } => "numeric",
            Kind::Decimal { .. } => "decimal",
            _ => "text",
        };
        let kind = if matches!(item.kind, Kind::Date) { "date" } else { "text" };
        view! {
            <span class="input-unit">
                <input
                    class="input input-4"
                    id=id.clone()
                    name=name
                    type=kind
                    inputmode=mode
                    autocomplete="off"
                    dir="ltr"
                    value=value
                    aria-describedby=hint.clone()
                />
                {unit.map(|unit| view! { <span translate="no">{unit}</span> })}
            </span>
        }
        .into_any()
    };
    let hints = [Some(help).filter(|help| !help.is_empty() && !alone), last].into_iter().flatten().collect::<Vec<_>>();
    view! {
        <div class="field">
            <label for=id class=label_class>{label}</label>
            <p class="hint" id=hint>{hints.join(" ")}</p>
            {error}
            {input}
        </div>
    }
    .into_any()
}

fn typed_text(answer: &Answer) -> Option<String> {
    match answer {
        Answer::Text(text) | Answer::Decimal(text) | Answer::Date(text) => Some(text.clone()),
        Answer::Integer(number) => Some(number.to_string()),
        Answer::Boolean(_) | Answer::Choice(_) | Answer::Skipped => None,
    }
}

/// Everything is answered: sending is all that is left.
fn last(words: Words, going: Going, page: &ReportPage) -> AnyView {
    view! {
        <PageHead title=words.diary_last() lead=words.diary_last_lead()/>
        {going.problem(words, None)}
        <form class="form" method="post" action="/api/diary/send">
            {ids(page)}
            <button class="button">{words.diary_send()}</button>
        </form>
    }
    .into_any()
}

fn ids(page: &ReportPage) -> AnyView {
    view! {
        <input type="hidden" name="record" value=page.record.to_string()/>
        <input type="hidden" name="report" value=page.id.to_string()/>
    }
    .into_any()
}

fn above(words: Words, page: &ReportPage) -> String {
    if page.corrects.is_some() { words.diary_correcting() } else { words.diary_check() }
}

/// The text in the page's language; as the instrument has it, where it lacks that language.
fn text(words: Words, texts: &Texts) -> String {
    in_language(texts, words.language().code()).map(|(_, text)| text.to_owned()).unwrap_or_default()
}

fn problem(words: Words, code: FieldCode) -> String {
    match code {
        FieldCode::Missing => words.diary_error_missing(),
        other => field_error(other),
    }
}

impl Going {
    /// Sends what was answered. The page stays as it is until the answer of the server leads on, and
    /// has what was answered by then; what could not be saved is taken back.
    fn send(
        self,
        apply: impl FnOnce(&mut ReportPage) + 'static,
        saving: impl Future<Output = Result<(), ApiError>> + 'static,
    ) {
        let before = self.page.with_untracked(|page| (page.flags.clone(), page.answers.clone()));
        self.page.update_untracked(apply);
        self.saving.set(true);
        self.error.set(None);
        spawn_local(async move {
            if let Err(error) = saving.await {
                self.page.update_untracked(|page| (page.flags, page.answers) = before);
                self.error.set(Some(error));
            }
            self.saving.set(false);
        });
    }

    /// What kept the last answer from being saved.
    fn problem(self, words: Words, of: Option<&LinkId>) -> AnyView {
        let of = of.cloned();
        let said = move || {
            self.error.get().map(|error| {
                let code = of.as_ref().and_then(|of| error.field(&of.0));
                let text = match (&error, code) {
                    (_, Some(code)) => problem(words, code),
                    (ApiError::Invalid(_), None) => words.diary_error_some(),
                    (ApiError::Conflict, None) => words.diary_error_sent(),
                    (other, None) => general_error(other),
                };
                view! { <p class="field-error"><Icon of=Drawing::Attention/><span>{text}</span></p> }
            })
        };
        view! { <div role="alert" id="errors">{said}</div> }.into_any()
    }
}
