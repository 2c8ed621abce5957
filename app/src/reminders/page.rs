//! Where someone names an address for notices and chooses which ones come.

use domain::{
    FieldCode,
    access::AccountRole,
    reminders::{
        Channels, Kind, Quiet, Wanted, Wording,
        push_store::list_devices,
        store::{Settings, TestState, find_settings},
    },
    time::PartialDate,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};

use super::{
    api::{AskAddress, ConfirmAddress, SendTest},
    devices::{self, Pushes},
};
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Backend, Draft},
    shell::{
        form::{ErrorSummary, TextField, field_error, general_error},
        icon::Drawing,
        page::{Back, PageHead, loaded, model, notice},
    },
    visit::words,
    words::Words,
};

/// Whether there is anyone to hand mails to.
///
/// # Errors
/// [`ApiError::NotFound`] where Daybook sends no mail.
pub fn sends_mail(backend: &Backend) -> Answer<()> {
    if backend.settings.mail { Ok(()) } else { Err(ApiError::NotFound) }
}

/// How pushes are sent.
///
/// # Errors
/// [`ApiError::NotFound`] where Daybook sends none.
pub fn sends_pushes(backend: &Backend) -> Answer<&request::Push> {
    backend.settings.push.as_ref().ok_or(ApiError::NotFound)
}

/// The form of what is wanted, as it came.
pub struct Typed<'a> {
    /// The codes of the kinds that are ticked.
    pub mail: Vec<String>,
    pub push: Vec<String>,
    /// With one more code where the form shows them at all.
    pub page: Vec<String>,
    pub wording: &'a str,
    pub from: &'a str,
    pub until: &'a str,
    /// Ticked when the quiet hours hold for medicines too.
    pub medicines: &'a str,
}

impl Typed<'_> {
    /// What the form means for someone of this role; what their form does not show stays as it was.
    ///
    /// # Errors
    /// `wording`, `quiet_from` or `quiet_until: NotAChoice`.
    pub fn read(&self, role: AccountRole, before: Wanted) -> domain::Result<Wanted> {
        let ticked = |list: &[String], kind: Kind| list.iter().any(|code| code == kind.code());
        let mut wanted = kinds(role).iter().fold(before, |wanted, kind| {
            wanted.with(*kind, Channels { mail: ticked(&self.mail, *kind), push: ticked(&self.push, *kind) })
        });
        if !self.page.is_empty() {
            let shown = |wanted: Wanted, kind: &Kind| wanted.with_in_page(*kind, ticked(&self.page, *kind));
            wanted = kinds(role).iter().fold(wanted, shown);
        }
        wanted.wording = match self.wording {
            "" => before.wording,
            "discreet" => Wording::Discreet,
            "plain" => Wording::Plain,
            _ => return Err(domain::Error::field("wording", FieldCode::NotAChoice)),
        };
        // What is no number is no hour either.
        let hour = |text: &str, before: u8| if text.is_empty() { before } else { text.parse().unwrap_or(u8::MAX) };
        wanted.quiet = Quiet::new(hour(self.from, before.quiet.from()), hour(self.until, before.quiet.until()))?;
        if role == AccountRole::Patient {
            wanted.quiet_medicines = !self.medicines.is_empty();
        }
        Ok(wanted)
    }
}

/// The kinds of notice that someone of this role gets.
fn kinds(role: AccountRole) -> &'static [Kind] {
    match role {
        AccountRole::Patient => &Kind::OF_PERSON,
        AccountRole::CareTeam => &Kind::OF_TEAM,
        AccountRole::Administrator => &[],
    }
}

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Page {
    /// Daybook sends mail.
    mail: bool,
    role: AccountRole,
    /// The address and since when it is confirmed.
    address: Option<(String, PartialDate)>,
    /// An address that waits for its code, and until when.
    asked: Option<(String, PartialDate)>,
    /// The code of each kind they get, and whether it comes by mail, as a push, and in the page.
    kinds: Vec<(String, [bool; 3])>,
    plain: bool,
    quiet: (u8, u8),
    quiet_medicines: bool,
    test: Option<Tested>,
    pushes: Pushes,
}

/// What came of the last test.
#[derive(Debug, Clone, Serialize, Deserialize)]
enum Tested {
    Waiting,
    Failing,
    Sent(PartialDate),
    Refused,
}

async fn find_page() -> Answer<Page> {
    let ((backend, caller), zone) = (request::caller()?, request::signed_in()?.zone);
    let mut tx = backend.db.read().await?;
    let Settings { address, asked, wanted, test } = find_settings(&mut tx, caller.account).await?;
    let cookie = request::push_token();
    let devices = list_devices(&mut tx, &caller, cookie.as_deref(), backend.now()).await?;
    let pushes =
        Pushes { key: backend.settings.push.as_ref().map(|push| push.key.clone()), devices, zone: zone.clone() };
    let local = |(address, at)| (address, request::local_date(at, &zone));
    // An old test says nothing about today.
    let test = test.filter(|test| backend.now() < test.asked_at.plus_days(1)).map(|test| match test.state {
        TestState::Waiting => Tested::Waiting,
        TestState::Failing => Tested::Failing,
        TestState::Sent(at) => Tested::Sent(request::local_date(at, &zone)),
        TestState::Refused => Tested::Refused,
    });
    Ok(Page {
        mail: backend.settings.mail,
        role: caller.role,
        address: address.map(local),
        asked: asked.filter(|(_, until)| backend.now() < *until).map(local),
        kinds: kinds(caller.role)
            .iter()
            .map(|kind| {
                let Channels { mail, push } = wanted.of(*kind);
                (kind.code().to_owned(), [mail, push, wanted.in_page(*kind)])
            })
            .collect(),
        plain: wanted.wording == Wording::Plain,
        quiet: (wanted.quiet.from(), wanted.quiet.until()),
        quiet_medicines: wanted.quiet_medicines,
        test,
        pushes,
    })
}

/// The page of reminders.
#[component]
pub fn Reminders() -> impl IntoView {
    let page = model(|| (), |()| find_page());
    loaded(page, |page| reminders(&page))
}

fn reminders(page: &Page) -> AnyView {
    let words = words();
    let (ask, confirm, test) = (refused::<AskAddress>(), refused::<ConfirmAddress>(), refused::<SendTest>());
    let lines: Vec<(&'static str, String)> = [
        ask.as_ref().map(|error| ("address", address_problem(words, error))),
        confirm.as_ref().map(|error| ("code", code_problem(words, error))),
        test.as_ref().map(|error| ("test", address_problem(words, error))),
    ]
    .into_iter()
    .flatten()
    .chain(devices::problems(words))
    .collect();
    let wrong = !lines.is_empty();
    let none = page.address.is_none() && page.asked.is_none();
    view! {
        <Back href="/account".to_owned() to=words.site_more()/>
        <PageHead title=words.reminders_title() lead=words.reminders_lead()/>
        {(!wrong).then(|| happened(words, page))}
        {wrong.then(|| view! { <ErrorSummary title=words.account_check_wrong() lines/> })}
        <p>
            <a class="action" href="/account/inbox">{words.reminders_inbox()}</a>
        </p>
        {(page.role == AccountRole::Patient)
            .then(|| {
                view! {
                    <p>
                        <a class="action" href="/account/calendar">{words.medicines_feed_title()}</a>
                    </p>
                    <p>
                        <a class="action" href="/account/told">{words.medicines_told_title()}</a>
                    </p>
                }
            })}
        {devices::pushes(words, &page.pushes)}
        {(!page.mail).then(|| notice(Drawing::Info, words.reminders_no_mail(), None))}
        {page.address.as_ref().map(|address| confirmed(words, page, address))}
        {page.asked.as_ref().map(|asked| waiting(words, page, asked, confirm.as_ref()))}
        {(page.mail && none).then(|| ask_form(words, none, ask.as_ref()))}
        {(!page.kinds.is_empty()).then(|| wanted(words, page))}
        {(page.mail && !none).then(|| ask_form(words, none, ask.as_ref()))}
    }
    .into_any()
}

/// What has just been done.
fn happened(words: Words, page: &Page) -> Option<AnyView> {
    let query = use_query_map().get_untracked();
    if let Some(done) = query.get("push") {
        return devices::happened(words, &done);
    }
    let done = |name: &str| query.get(name).is_some();
    let text = if done("asked") && page.asked.is_some() {
        words.reminders_asked()
    } else if done("confirmed") && page.address.is_some() {
        words.reminders_confirmed()
    } else if done("removed") && page.address.is_none() {
        words.reminders_removed()
    } else if done("saved") {
        words.reminders_saved()
    } else {
        return None;
    };
    Some(notice(Drawing::Check, text, None))
}

fn shown(address: &str) -> AnyView {
    view! {
        <p class="mail-address">
            <bdi dir="ltr" translate="no">{address.to_owned()}</bdi>
        </p>
    }
    .into_any()
}

pub fn day(words: Words, date: &PartialDate) -> String {
    words.date(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

pub fn time(words: Words, date: &PartialDate) -> String {
    date.time.map(|time| words.time(time.hour, time.minute)).unwrap_or_default()
}

/// The address that notices go to.
fn confirmed(words: Words, page: &Page, (address, since): &(String, PartialDate)) -> AnyView {
    let tested = page.test.as_ref().map(|test| match test {
        Tested::Waiting => (Drawing::Waiting, words.reminders_test_waiting()),
        Tested::Failing => (Drawing::Attention, words.reminders_test_failing()),
        Tested::Sent(at) => (Drawing::Check, words.reminders_test_sent(&time(words, at))),
        Tested::Refused => (Drawing::Attention, words.reminders_test_refused()),
    });
    let again = matches!(page.test, Some(Tested::Waiting | Tested::Failing)).then(|| {
        view! {
            <a class="action" href="/account/reminders">{words.reminders_look_again()}</a>
        }
    });
    let test = page.mail.then(|| {
        view! {
            <form method="post" action="/api/reminders/test">
                <button class="button button-quiet" id="test">{words.reminders_test()}</button>
            </form>
        }
    });
    view! {
        <section class="section" aria-labelledby="yours">
            <h2 id="yours">{words.reminders_yours()}</h2>
            <div class="card">
                {shown(address)}
                <p class="small">{words.reminders_since(&day(words, since))}</p>
                {tested.map(|(drawing, text)| notice(drawing, text, again.map(IntoAny::into_any)))}
                <div class="actions">
                    {test}
                    <form method="post" action="/api/reminders/remove">
                        <button class="button button-quiet">{words.reminders_remove()}</button>
                    </form>
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// The address that a code was sent to.
fn waiting(words: Words, page: &Page, (address, until): &(String, PartialDate), error: Option<&ApiError>) -> AnyView {
    let wrong = error.map(|error| code_problem(words, error));
    let again = page.mail.then(|| {
        view! {
            <form method="post" action="/api/reminders/ask">
                <input type="hidden" name="address" value=address.clone()/>
                <button class="button button-quiet">{words.reminders_again()}</button>
            </form>
        }
    });
    let cancel = page.address.is_none().then(|| {
        view! {
            <form method="post" action="/api/reminders/remove">
                <button class="button button-quiet">{words.reminders_cancel()}</button>
            </form>
        }
    });
    view! {
        <section class="section" aria-labelledby="confirm">
            <h2 id="confirm">{words.reminders_confirm_title()}</h2>
            <div class="card">
                <p>{words.reminders_sent_to()}</p>
                {shown(address)}
                <p>{words.reminders_until(&day(words, until), &time(words, until))}</p>
                <form class="form" method="post" action="/api/reminders/confirm">
                    <TextField
                        name="code"
                        label=words.reminders_code()
                        hint=words.account_code_hint("K7QM-2XRD-9VTB")
                        error=wrong
                        autocomplete="one-time-code"
                        class="input-code"
                        ltr=true
                    />
                    <button class="button">{words.reminders_confirm()}</button>
                </form>
                <p class="small">{words.reminders_not_there()}</p>
                <div class="actions">{again} {cancel}</div>
            </div>
        </section>
    }
    .into_any()
}

/// Naming an address, the first one or another one.
fn ask_form(words: Words, first: bool, error: Option<&ApiError>) -> AnyView {
    let wrong = error.map(|error| address_problem(words, error));
    let title = if first { words.reminders_yours() } else { words.reminders_another() };
    view! {
        <section class="section" aria-labelledby="name">
            <h2 id="name">{title}</h2>
            <form class="form card" method="post" action="/api/reminders/ask">
                <TextField
                    name="address"
                    label=words.reminders_address()
                    hint=words.reminders_address_hint()
                    error=wrong
                    value=Draft::of_request().field("address")
                    kind="email"
                    autocomplete="email"
                    ltr=true
                />
                <button class="button">{words.reminders_ask()}</button>
            </form>
        </section>
    }
    .into_any()
}

/// Which notices come, how they are worded, and when none.
fn wanted(words: Words, page: &Page) -> AnyView {
    let quiet = (page.role == AccountRole::Patient).then(|| {
        let (from, until) = page.quiet;
        view! {
            <fieldset class="quiet-hours">
                <legend>{words.reminders_quiet()}</legend>
                <p class="hint" id="quiet-hint">{words.reminders_quiet_hint()}</p>
                <div class="quiet-pair">
                    {hours(words, "quiet_from", words.reminders_quiet_from(), from)}
                    {hours(words, "quiet_until", words.reminders_quiet_until(), until)}
                </div>
                <label class="check">
                    <input
                        type="checkbox"
                        name="quiet_medicines"
                        value="yes"
                        checked=page.quiet_medicines
                        aria-describedby="quiet-medicines-hint"
                    />
                    <span>{words.reminders_quiet_medicines()}</span>
                </label>
                <p class="hint" id="quiet-medicines-hint">{words.reminders_quiet_medicines_hint()}</p>
            </fieldset>
        }
    });
    view! {
        <section class="section" aria-labelledby="which">
            <h2 id="which">{words.reminders_which()}</h2>
            <form class="form card reminders-wanted" method="post" action="/api/reminders/choose">
                <p>{words.reminders_which_about()}</p>
                {(page.role == AccountRole::Patient).then(|| view! { <input type="hidden" name="page[]" value="shown"/> })}
                {page.kinds.iter().map(|kind| kind_fields(words, kind, page.role)).collect_view()}
                <fieldset class="reminders-kind">
                    <legend>{words.reminders_wording()}</legend>
                    {wording_field("discreet", !page.plain, words.reminders_discreet(), words.reminders_discreet_about())}
                    {wording_field("plain", page.plain, words.reminders_plain(), words.reminders_plain_about())}
                </fieldset>
                {quiet}
                <button class="button">{words.reminders_save()}</button>
            </form>
        </section>
    }
    .into_any()
}

/// Over which channels a kind of notice comes.
fn kind_fields(
    words: Words,
    (code, [mail, push, in_page]): &(String, [bool; 3]),
    role: AccountRole,
) -> Option<AnyView> {
    let (label, about) = match Kind::from_code(code)? {
        Kind::SymptomCheck => (words.reminders_kind_symptom_check(), words.reminders_kind_symptom_check_about()),
        Kind::Medicine => (words.reminders_kind_medicine(), words.reminders_kind_medicine_about()),
        Kind::Results => (words.reminders_kind_results(), words.reminders_kind_results_about()),
        Kind::Worklist => (words.reminders_kind_worklist(), words.reminders_kind_worklist_about()),
    };
    let about_id = format!("{code}-about");
    let channel = |name: &'static str, on: bool, label: String| {
        view! {
            <label class="check">
                <input type="checkbox" name=name value=code.clone() checked=on aria-describedby=about_id.clone()/>
                <span>{label}</span>
            </label>
        }
    };
    let (mail, push) =
        (channel("mail[]", *mail, words.reminders_by_mail()), channel("push[]", *push, words.reminders_by_push()));
    let in_page = (role == AccountRole::Patient).then(|| channel("page[]", *in_page, words.reminders_by_page()));
    Some(
        view! {
            <fieldset class="reminders-kind">
                <legend>{label}</legend>
                <p class="hint" id=about_id.clone()>{about}</p>
                <div class="reminders-channels">{mail} {push} {in_page}</div>
            </fieldset>
        }
        .into_any(),
    )
}

/// One of two ways to word what leaves Daybook.
pub fn wording_field(value: &'static str, on: bool, label: String, about: String) -> AnyView {
    let about_id = format!("{value}-about");
    view! {
        <div class="choice">
            <label class="check">
                <input type="radio" name="wording" value=value checked=on aria-describedby=about_id.clone()/>
                <span>{label}</span>
            </label>
            <p class="hint" id=about_id>{about}</p>
        </div>
    }
    .into_any()
}

fn hours(words: Words, name: &'static str, label: String, chosen: u8) -> AnyView {
    let options = (0..24_u8)
        .map(|hour| view! { <option value=hour selected=hour == chosen>{words.time(hour, 0)}</option> })
        .collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select class="input" id=name name=name aria-describedby="quiet-hint">{options}</select>
        </div>
    }
    .into_any()
}

fn address_problem(words: Words, error: &ApiError) -> String {
    match error {
        ApiError::Invalid(_) => match error.field("address") {
            Some(FieldCode::Missing) => words.reminders_address_missing(),
            Some(FieldCode::Malformed | FieldCode::TooLong) => words.reminders_address_wrong(),
            Some(code) => field_error(code),
            None => general_error(error),
        },
        // Mails are counted over a day: minutes would be no help.
        ApiError::Throttled(_) => words.reminders_too_many(),
        ApiError::NotFound => words.reminders_no_mail(),
        other => general_error(other),
    }
}

fn code_problem(words: Words, error: &ApiError) -> String {
    match error.field("code") {
        Some(FieldCode::Expired) => words.reminders_code_over(),
        Some(_) => words.reminders_code_wrong(),
        None => general_error(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_changes_what_it_shows_and_nothing_else() {
        let before = Wanted::default();
        let none =
            || Typed { mail: vec![], push: vec![], page: vec![], wording: "", from: "", until: "", medicines: "" };
        let off = Channels { mail: false, push: false };

        let typed = Typed { mail: vec!["medicine".into()], wording: "plain", from: "22", until: "7", ..none() };
        let after = typed.read(AccountRole::Patient, before).unwrap();
        assert_eq!(after.of(Kind::Medicine), Channels { mail: true, push: false });
        assert_eq!((after.of(Kind::SymptomCheck), after.of(Kind::Results)), (off, off));
        assert_eq!(after.of(Kind::Worklist), Channels::ALL, "their form doesn't show it");
        assert_eq!((after.wording, after.quiet), (Wording::Plain, Quiet::new(22, 7).unwrap()));
        assert!(!after.quiet_medicines && after.in_page(Kind::Medicine), "a form of before shows no pages");
        let hidden = Typed { page: vec!["shown".into(), "results".into()], ..none() };
        let hidden = hidden.read(AccountRole::Patient, before).unwrap();
        assert_eq!([Kind::Results, Kind::Medicine].map(|kind| hidden.in_page(kind)), [true, false]);
        let held = Typed { medicines: "yes", ..none() }.read(AccountRole::Patient, before).unwrap();
        assert!(held.quiet_medicines && !none().read(AccountRole::Patient, held).unwrap().quiet_medicines);
        assert_eq!(none().read(AccountRole::CareTeam, held).unwrap().quiet_medicines, held.quiet_medicines);

        let after = none().read(AccountRole::CareTeam, before).unwrap();
        assert_eq!((after.of(Kind::Worklist), after.of(Kind::Results)), (off, Channels::ALL));
        assert_eq!((after.wording, after.quiet), (before.wording, before.quiet));
        assert_eq!(none().read(AccountRole::Administrator, before).unwrap(), before);
        for wrong in ["24", "-1", "nine", "300"] {
            let typed = Typed { from: wrong, until: "8", ..none() };
            assert!(typed.read(AccountRole::Patient, before).is_err(), "{wrong}");
        }
        assert!(Typed { wording: "loud", ..none() }.read(AccountRole::Patient, before).is_err());
    }
}
