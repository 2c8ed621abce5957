//! Choosing someone else who is told by mail when a dose has no answer, and what they are told.

use std::collections::BTreeMap;

use domain::{
    Error, Field, FieldCode,
    access::{self, AccountRole, Medicines},
    id::{MedicineId, RecordId},
    medicines::{
        day::as_needed,
        life_store::get_life,
        store::{Medicine, list_medicines},
        told::{self, Covered, State, Telling, find_told},
    },
    reminders::Address,
    time::{Day, PartialDate},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};

use crate::{
    error::{Answer, ApiError, refused},
    reminders::page::{day, sends_mail, time},
    request::{self, Draft},
    shell::{
        form::{ErrorSummary, FieldError, TextField, field_error, general_error},
        icon::Drawing,
        page::{Back, PageHead, loaded, model, notice},
    },
    tree::Tree,
    visit::words,
    words::{Language, Words},
};

/// Where the forms lead back to.
const PAGE: &str = "/account/told";

/// Asks someone by a letter to an address whether they want to be told.
#[server(endpoint = "medicines/tell_ask", output = Tree)]
pub async fn ask(record: RecordId, #[server(default)] address: String, #[server(default)] typed: Typed) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    sends_mail(&backend)?;
    let (read, now) = (both(Address::new(&address), typed.read()), backend.now());
    let (address, telling) = read?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    access::fresh_factor(&caller, now)?;
    told::ask(&mut tx, &backend.keys, &granted, &address, &telling, now).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("{PAGE}?asked=1"));
    Ok(())
}

/// Chooses anew what someone is told.
#[server(endpoint = "medicines/tell_choose", output = Tree)]
pub async fn choose(record: RecordId, #[server(default)] typed: Typed) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let (telling, now) = (typed.read()?, backend.now());
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    access::fresh_factor(&caller, now)?;
    told::choose(&mut tx, &granted, &telling, now).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("{PAGE}?saved=1"));
    Ok(())
}

/// Nobody else is asked or told any more.
#[server(endpoint = "medicines/tell_end", output = Tree)]
pub async fn end(record: RecordId) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    told::end(&mut tx, &granted, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("{PAGE}?ended=1"));
    Ok(())
}

/// What someone is told, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    pub called: String,
    pub language: String,
    pub wording: String,
    pub which: String,
    /// The names (`named`) of those that are ticked.
    pub medicines: BTreeMap<String, String>,
}

impl Typed {
    /// # Errors
    /// [`Error::Invalid`] names `called`, `language`, `wording`, `which` or `medicines`.
    fn read(&self) -> Result<Telling, Error> {
        let wrong = |name| Err(Error::field(name, FieldCode::NotAChoice));
        if Language::from_code(&self.language).is_none() {
            return wrong("language");
        }
        let names = match self.wording.as_str() {
            "" | "discreet" => false,
            "plain" => true,
            _ => return wrong("wording"),
        };
        let covered = match self.which.as_str() {
            "" | "all" => Covered::All,
            "chosen" => {
                let ids: Result<_, Error> = self.medicines.keys().map(|name| id_of(name)).collect();
                Covered::Chosen(ids?)
            }
            _ => return wrong("which"),
        };
        Telling::new(&self.language, &self.called, names, covered)
    }
}

/// The name of a medicine's box: one that begins with a digit would be read as a number.
fn named(id: MedicineId) -> String {
    format!("m{id}")
}

fn id_of(name: &str) -> Result<MedicineId, Error> {
    let id = name.strip_prefix('m').and_then(|id| id.parse().ok());
    id.ok_or_else(|| Error::field("medicines", FieldCode::NotAChoice))
}

/// Both, or what is wrong with either.
fn both<A, B>(one: Result<A, Error>, other: Result<B, Error>) -> Result<(A, B), Error> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(Error::Invalid(mut all)), Err(Error::Invalid(more))) => {
            all.extend(more);
            Err(Error::Invalid(all))
        }
        (Err(wrong), _) | (_, Err(wrong)) => Err(wrong),
    }
}

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Page {
    record: RecordId,
    /// Daybook sends mail.
    mail: bool,
    held: Option<Held>,
    /// Those that are taken at set times.
    medicines: Vec<(MedicineId, String)>,
}

/// Whom they chose.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Held {
    address: String,
    stands: Stands,
    typed: Typed,
    /// Nothing that was chosen is taken at set times any more.
    idle: bool,
}

/// How it stands, by days where the person lives.
#[derive(Debug, Clone, Serialize, Deserialize)]
enum Stands {
    Waiting(PartialDate),
    Unsent,
    Expired,
    Agreed(PartialDate),
    Refused(PartialDate),
    Stopped(PartialDate),
}

impl Stands {
    /// Whether it can still be chosen what they are told.
    const fn holds(&self) -> bool {
        matches!(self, Self::Waiting(_) | Self::Agreed(_))
    }
}

async fn find_page() -> Answer<Page> {
    let ((backend, caller), zone) = (request::caller()?, request::signed_in()?.zone);
    // Who cares for others has no medicines here.
    let record = caller.record.filter(|_| caller.role == AccountRole::Patient).ok_or(ApiError::NotFound)?;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let granted = access::write::<Medicines>(&mut tx, &caller, record).await?;
    let today = get_life(&mut tx, &granted).await?.day(now);
    let medicines = list_medicines(&mut tx, &granted).await?;
    let told_of =
        |covered: &Covered| medicines.iter().any(|medicine| covered.holds(medicine.id) && has_times(medicine, today));
    let held = find_told(&mut tx, &granted, now).await?.map(|told| Held {
        stands: stands(told.state, &zone),
        idle: matches!(told.telling.covered(), Covered::Chosen(_)) && !told_of(told.telling.covered()),
        typed: typed_as(&told.telling),
        address: told.address,
    });
    let medicines = medicines.into_iter().filter(|medicine| has_times(medicine, today));
    let medicines = medicines.map(|medicine| (medicine.id, medicine.name)).collect();
    Ok(Page { record, mail: backend.settings.mail, held, medicines })
}

fn has_times(medicine: &Medicine, today: Day) -> bool {
    medicine.confirmed_at.is_some() && medicine.ended_at.is_none() && !as_needed(medicine, today)
}

fn stands(state: State, zone: &str) -> Stands {
    let local = |at| request::local_date(at, zone);
    match state {
        State::Waiting(until) => Stands::Waiting(local(until)),
        State::Unsent => Stands::Unsent,
        State::Expired => Stands::Expired,
        State::Agreed(at) => Stands::Agreed(local(at)),
        State::Refused(at) => Stands::Refused(local(at)),
        State::Stopped(at) => Stands::Stopped(local(at)),
    }
}

/// What was chosen, as it would be typed.
fn typed_as(telling: &Telling) -> Typed {
    let (which, medicines) = match telling.covered() {
        Covered::All => ("all", BTreeMap::new()),
        Covered::Chosen(chosen) => ("chosen", chosen.iter().map(|id| (named(*id), "yes".to_owned())).collect()),
    };
    Typed {
        called: telling.called().unwrap_or_default().to_owned(),
        language: telling.language().to_owned(),
        wording: if telling.names() { "plain" } else { "discreet" }.to_owned(),
        which: which.to_owned(),
        medicines,
    }
}

/// The page.
#[component]
pub fn TellSomeone() -> impl IntoView {
    let page = model(|| (), |()| find_page());
    loaded(page, |page| shown(&page))
}

fn shown(page: &Page) -> AnyView {
    let words = words();
    let (asked, chose, ended) = (refused::<Ask>(), refused::<Choose>(), refused::<End>());
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    for error in [&asked, &chose, &ended].into_iter().flatten() {
        lines.extend(problems(words, error));
    }
    let wrong = !lines.is_empty();
    let form_error = asked.or(chose);
    let holds = page.held.as_ref().is_some_and(|held| held.stands.holds());
    view! {
        <Back href="/account/reminders".to_owned() to=words.reminders_title()/>
        <PageHead title=words.medicines_told_title() lead=words.medicines_told_lead()/>
        {(!wrong).then(|| happened(words, page))}
        {wrong.then(|| view! { <ErrorSummary title=words.account_check_wrong() lines/> })}
        {(!page.mail).then(|| notice(Drawing::Info, words.reminders_no_mail(), None))}
        {page.held.as_ref().map(|held| held_card(words, page.record, held))}
        {(page.mail || holds).then(|| telling_form(words, page, holds, form_error.as_ref()))}
        <div class="section">
            <p class="small">{words.medicines_told_honest()}</p>
        </div>
    }
    .into_any()
}

/// What has just been done.
fn happened(words: Words, page: &Page) -> Option<AnyView> {
    let query = use_query_map().get_untracked();
    let done = |name: &str| query.get(name).is_some();
    let text = if done("asked") && page.held.is_some() {
        words.medicines_told_asked()
    } else if done("saved") && page.held.is_some() {
        words.medicines_told_saved()
    } else if done("ended") && page.held.is_none() {
        words.medicines_told_ended()
    } else {
        return None;
    };
    Some(notice(Drawing::Check, text, None))
}

/// What is wrong, by the field that it is about.
fn problems(words: Words, error: &ApiError) -> Vec<(&'static str, String)> {
    let of = |field: &Field| match (field.name.as_str(), field.code) {
        ("address", FieldCode::Missing) => ("address", words.reminders_address_missing()),
        ("address", FieldCode::NotAChoice) => ("address", words.medicines_told_address_no()),
        ("address", _) => ("address", words.reminders_address_wrong()),
        ("called", _) => ("called", words.medicines_told_called_wrong()),
        ("medicines", _) => ("which-chosen", words.medicines_told_chosen_missing()),
        ("language", code) => ("language", field_error(code)),
        (_, code) => ("tell", field_error(code)),
    };
    match error {
        ApiError::Invalid(fields) if !fields.is_empty() => fields.iter().map(of).collect(),
        // Mails are counted over a day: minutes would be no help.
        ApiError::Throttled(_) => vec![("tell", words.reminders_too_many())],
        other => vec![("tell", general_error(other))],
    }
}

/// Whom they chose, how it stands, and its end.
fn held_card(words: Words, record: RecordId, held: &Held) -> AnyView {
    let (drawing, says) = match &held.stands {
        Stands::Waiting(until) => {
            (Drawing::Waiting, words.medicines_told_waiting(&day(words, until), &time(words, until)))
        }
        Stands::Unsent => (Drawing::Attention, words.medicines_told_unsent()),
        Stands::Expired => (Drawing::Info, words.medicines_told_expired()),
        Stands::Agreed(at) => (Drawing::Check, words.medicines_told_agreed(&day(words, at))),
        Stands::Refused(at) => (Drawing::Info, words.medicines_told_refused(&day(words, at))),
        Stands::Stopped(at) => (Drawing::Info, words.medicines_told_stopped(&day(words, at))),
    };
    let idle =
        (held.idle && held.stands.holds()).then(|| notice(Drawing::Attention, words.medicines_told_idle(), None));
    let button = match held.stands {
        Stands::Waiting(_) => Some(words.medicines_told_withdraw()),
        Stands::Agreed(_) => Some(words.medicines_told_end()),
        _ => None,
    };
    let end = button.map(|button| {
        view! {
            <form class="actions" method="post" action="/api/medicines/tell_end">
                <input type="hidden" name="record" value=record.to_string()/>
                <button class="button button-quiet" id="end">{button}</button>
            </form>
        }
    });
    view! {
        <section class="section" aria-labelledby="yours">
            <h2 id="yours">{words.medicines_told_yours()}</h2>
            <div class="card">
                <p class="mail-address">
                    <bdi dir="ltr" translate="no">{held.address.clone()}</bdi>
                </p>
                {notice(drawing, says, None)}
                {idle}
                {end}
            </div>
        </section>
    }
    .into_any()
}

/// What was typed into a form that came back, else what holds.
fn typed_before(words: Words, page: &Page) -> Typed {
    let draft = Draft::of_request();
    let field = |name: &str| draft.field(&format!("typed[{name}]"));
    if !field("language").is_empty() {
        let ticked = |(id, _): &(MedicineId, String)| !field(&format!("medicines][{}", named(*id))).is_empty();
        let ids = page.medicines.iter().filter(|one| ticked(one)).map(|(id, _)| (named(*id), "yes".to_owned()));
        return Typed {
            called: field("called"),
            language: field("language"),
            wording: field("wording"),
            which: field("which"),
            medicines: ids.collect(),
        };
    }
    let fresh = || Typed { language: words.language().code().to_owned(), ..Typed::default() };
    page.held.as_ref().map_or_else(fresh, |held| held.typed.clone())
}

/// Choosing someone, or what they are told.
fn telling_form(words: Words, page: &Page, holds: bool, error: Option<&ApiError>) -> AnyView {
    let typed = typed_before(words, page);
    let lines = error.map(|error| problems(words, error)).unwrap_or_default();
    let wrong = |id: &str| lines.iter().find(|(of, _)| *of == id).map(|(_, text)| text.clone());
    let (title, action, button) = if holds {
        (words.medicines_told_what(), "/api/medicines/tell_choose", words.medicines_told_save())
    } else {
        (words.medicines_told_choose(), "/api/medicines/tell_ask", words.medicines_told_ask())
    };
    let address = (!holds).then(|| {
        view! {
            <TextField
                name="address"
                label=words.medicines_told_address()
                hint=words.medicines_told_address_hint()
                error=wrong("address")
                value=Draft::of_request().field("address")
                kind="email"
                autocomplete="off"
                ltr=true
            />
        }
    });
    let plain = typed.wording == "plain";
    view! {
        <section class="section" aria-labelledby="tell">
            <h2 id="tell">{title}</h2>
            <form class="form card" method="post" action=action>
                <input type="hidden" name="record" value=page.record.to_string()/>
                {address}
                {called_field(words, &typed, wrong("called"))}
                {language_field(words, &typed)}
                <fieldset class="reminders-kind">
                    <legend>{words.medicines_told_wording()}</legend>
                    {wording("discreet", !plain, words.medicines_told_discreet(), words.medicines_told_discreet_about())}
                    {wording("plain", plain, words.medicines_told_named(), words.medicines_told_named_about())}
                </fieldset>
                {which_fields(words, page, &typed, wrong("which-chosen"))}
                <button class="button" id="save">{button}</button>
            </form>
        </section>
    }
    .into_any()
}

fn wording(value: &'static str, on: bool, label: String, about: String) -> AnyView {
    let about_id = format!("{value}-about");
    view! {
        <div class="choice">
            <label class="check">
                <input type="radio" name="typed[wording]" value=value checked=on aria-describedby=about_id.clone()/>
                <span>{label}</span>
            </label>
            <p class="hint" id=about_id>{about}</p>
        </div>
    }
    .into_any()
}

fn called_field(words: Words, typed: &Typed, error: Option<String>) -> AnyView {
    let wrong = error.is_some();
    let described = if wrong { "called-hint called-error" } else { "called-hint" };
    view! {
        <div class=if wrong { "field field-wrong" } else { "field" }>
            <label for="called">{words.medicines_told_called()}</label>
            <p class="hint" id="called-hint">{words.medicines_told_called_hint()}</p>
            {error.map(|text| view! { <FieldError id="called-error".to_owned() text/> })}
            <input
                class="input"
                id="called"
                name="typed[called]"
                value=typed.called.clone()
                autocomplete="given-name"
                aria-invalid=wrong.then_some("true")
                aria-describedby=described
            />
        </div>
    }
    .into_any()
}

fn language_field(words: Words, typed: &Typed) -> AnyView {
    let options = Language::ALL
        .into_iter()
        .map(|language| {
            let code = language.code();
            view! {
                <option value=code lang=code dir=language.dir() selected=typed.language == code>
                    {language.own_name()}
                </option>
            }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for="language">{words.medicines_told_language()}</label>
            <select class="input" id="language" name="typed[language]">{options}</select>
        </div>
    }
    .into_any()
}

fn which_fields(words: Words, page: &Page, typed: &Typed, error: Option<String>) -> AnyView {
    let chosen = typed.which == "chosen";
    let medicines = page
        .medicines
        .iter()
        .map(|(id, name)| {
            let on = typed.medicines.contains_key(&named(*id));
            view! {
                <label class="check">
                    <input type="checkbox" name=format!("typed[medicines][{}]", named(*id)) value="yes" checked=on/>
                    <bdi translate="no">{name.clone()}</bdi>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="reminders-kind told-which">
            <legend>{words.medicines_told_which()}</legend>
            {error.map(|text| view! { <FieldError id="which-error".to_owned() text/> })}
            <label class="check">
                <input type="radio" name="typed[which]" value="all" checked=!chosen/>
                <span>{words.medicines_told_all()}</span>
            </label>
            {(!page.medicines.is_empty())
                .then(|| {
                    view! {
                        <label class="check">
                            <input type="radio" id="which-chosen" name="typed[which]" value="chosen" checked=chosen/>
                            <span>{words.medicines_told_chosen()}</span>
                        </label>
                        <div class="told-chosen">{medicines}</div>
                    }
                })}
        </fieldset>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed {
        Typed { language: "en".into(), ..Typed::default() }
    }

    #[test]
    fn what_is_left_open_is_discreet_and_about_all_and_comes_back_as_it_was_typed() {
        let telling = typed().read().unwrap();
        assert_eq!((telling.names(), telling.called(), telling.covered()), (false, None, &Covered::All));
        let id = MedicineId::new();
        let chosen = Typed {
            called: "Anna".into(),
            wording: "plain".into(),
            which: "chosen".into(),
            medicines: BTreeMap::from([(named(id), "yes".into())]),
            ..typed()
        };
        assert_eq!(typed_as(&chosen.read().unwrap()), chosen);
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let Err(Error::Invalid(fields)) =
            both(Address::new("nobody"), Typed { called: "a.example".into(), ..typed() }.read())
        else {
            panic!("taken")
        };
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names, ["address", "called"]);
        for wrong in [
            Typed { language: "xx".into(), ..typed() },
            Typed { wording: "loud".into(), ..typed() },
            Typed { which: "some".into(), ..typed() },
            Typed { which: "chosen".into(), ..typed() },
            Typed { which: "chosen".into(), medicines: BTreeMap::from([("x".into(), "yes".into())]), ..typed() },
        ] {
            assert!(wrong.read().is_err(), "{wrong:?}");
        }
    }
}
