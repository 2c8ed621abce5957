//! Step 2 with a letter: a name, a passphrase, a time zone, and the privacy notice.

use domain::{
    Error, Field, FieldCode,
    access::AccountRole,
    account::{
        enrol::{Choice, enrol, find_enrolment},
        store::{NewSession, open_session},
    },
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::api::Enrol;
use crate::{
    error::{Answer, ApiError, refused},
    request::{self, Backend, Draft},
    shell::{
        form::{ErrorSummary, FieldError, TextField, field_error, general_error},
        page::{PageHead, loaded, model},
    },
    site::pages::{PrivacyInShort, PrivacyWhole},
    visit::words,
};

/// Parses what was chosen, uses the letter up and begins the first session.
pub async fn open_account(
    backend: &Backend,
    name: &str,
    passphrase: &str,
    zone: &str,
    privacy: &str,
) -> Answer<NewSession> {
    let language = crate::visit::visit().language.code();
    let ticket = request::ticket().ok_or_else(|| Error::field("code", FieldCode::Expired))?;
    let choice = Choice::new(name, passphrase, language, zone);
    let unread = privacy != "yes";
    let choice = match (choice, unread) {
        (Ok(choice), false) => choice,
        (choice, _) => {
            let mut fields = match choice {
                Err(Error::Invalid(fields)) => fields,
                Err(other) => return Err(other.into()),
                Ok(_) => Vec::new(),
            };
            if unread {
                fields.push(Field { name: "privacy".into(), code: FieldCode::Missing });
            }
            return Err(Error::Invalid(fields).into());
        }
    };
    let now = backend.now();
    let account = enrol(&backend.db, &backend.keys, &backend.hasher, &ticket, &choice, now).await?;
    let mut tx = backend.db.write().await?;
    let session = open_session(&mut tx, account, &request::device(), now).await?;
    tx.commit().await?;
    start_looking(backend, &session).await?;
    Ok(session)
}

/// What is in the record on the first day is not news.
async fn start_looking(backend: &Backend, session: &NewSession) -> Result<(), Error> {
    use domain::{access, account::store::find_session, results::store::start_looking};
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let Some(signed_in) = find_session(&mut tx, &session.token, now).await? else { return Ok(()) };
    if signed_in.caller.role != AccountRole::Patient {
        return Ok(());
    }
    let Some(record) = signed_in.caller.record else { return Ok(()) };
    let granted = access::view::<access::Results>(&mut tx, &signed_in.caller, record, now).await?;
    drop(tx);
    let mut tx = backend.db.write().await?;
    start_looking(&mut tx, &granted).await?;
    tx.commit().await
}

/// What step 2 shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Chooser {
    name: Option<String>,
    again: bool,
    zones: Vec<String>,
    zone: String,
}

async fn find_chooser() -> Answer<Option<Chooser>> {
    let backend = request::backend()?;
    let Some(ticket) = request::ticket() else { return Ok(None) };
    let mut tx = backend.db.read().await?;
    let found = find_enrolment(&mut tx, &ticket, backend.now()).await?;
    Ok(found.map(|enrolment| Chooser {
        name: enrolment.name,
        again: enrolment.again,
        zones: domain::time::zones(),
        zone: backend.site.zone.clone(),
    }))
}

/// The page of step 2, or the way back to step 1 when the ticket is gone.
#[component]
pub fn Choose() -> impl IntoView {
    let page = model(|| (), |()| find_chooser());
    loaded(page, |chooser| {
        if let Some(chooser) = chooser {
            return view! { <ChooseForm chooser/> }.into_any();
        }
        let words = words();
        view! {
            <PageHead title=words.account_choose_title() lead=words.account_ticket_gone()/>
            <p>
                <a class="button" href="/enrol">{words.account_begin_again()}</a>
            </p>
        }
        .into_any()
    })
}

#[component]
fn ChooseForm(chooser: Chooser) -> impl IntoView {
    let words = words();
    let error = refused::<Enrol>();
    let draft = Draft::of_request();
    let lines = error.as_ref().map(problems);
    let of = |id: &str| {
        lines.as_ref().and_then(|lines| lines.iter().find(|(field, _)| *field == id)).map(|(_, text)| text.clone())
    };
    let typed = draft.field("name");
    let name = if typed.is_empty() { chooser.name.clone().unwrap_or_default() } else { typed };
    let zone = Some(draft.field("zone")).filter(|zone| !zone.is_empty()).unwrap_or_else(|| chooser.zone.clone());
    let zones = chooser
        .zones
        .iter()
        .map(|name| view! { <option value=name.clone() selected=*name == zone>{shown(name)}</option> })
        .collect_view();
    let privacy_error = of("privacy");
    view! {
        <PageHead title=words.account_choose_title() above=words.account_step(2, 2)/>
        {chooser.again.then(|| view! { <p class="lead">{words.account_choose_again()}</p> })}
        {lines.clone().map(|lines| view! { <ErrorSummary title=words.account_check_wrong() lines/> })}
        <div class="card">
            <form class="form" method="post" action="/api/account/enrol">
                <TextField
                    name="name"
                    label=words.account_name()
                    hint=words.account_name_hint()
                    error=of("name")
                    value=name
                    autocomplete="username"
                />
                <TextField
                    name="passphrase"
                    label=words.account_passphrase()
                    hint=words.account_passphrase_hint()
                    error=of("passphrase")
                    kind="password"
                    autocomplete="new-password"
                />
                <div class="field">
                    <label for="zone">{words.account_zone()}</label>
                    <p class="hint" id="zone-hint">{words.account_zone_hint()}</p>
                    <select class="input" id="zone" name="zone" aria-describedby="zone-hint">{zones}</select>
                </div>
                <div class="privacy">
                    <h2>{words.site_privacy_title()}</h2>
                    <PrivacyInShort/>
                    <PrivacyWhole/>
                </div>
                <div class=if privacy_error.is_some() { "field field-wrong" } else { "field" }>
                    {privacy_error
                        .clone()
                        .map(|text| view! { <FieldError id="privacy-error".to_owned() text/> })}
                    <label class="check">
                        <input
                            type="checkbox"
                            id="privacy"
                            name="privacy"
                            value="yes"
                            required
                            aria-describedby=privacy_error.is_some().then_some("privacy-error")
                        />
                        {words.account_privacy_read()}
                    </label>
                </div>
                <button class="button">{words.account_open()}</button>
            </form>
        </div>
    }
    .into_any()
}

/// A zone as people look for it: the city first.
pub fn shown(zone: &str) -> String {
    match zone.split_once('/') {
        Some((region, city)) => format!("{} ({})", city.replace('_', " "), region.replace('_', " ")),
        None => zone.to_owned(),
    }
}

fn problems(error: &ApiError) -> Vec<(&'static str, String)> {
    let words = words();
    let ApiError::Invalid(fields) = error else { return vec![("name", general_error(error))] };
    fields
        .iter()
        .map(|field| match (field.name.as_str(), field.code) {
            ("name", FieldCode::Taken) => ("name", words.account_name_taken()),
            ("name", FieldCode::TooShort) => ("name", words.account_name_too_short()),
            ("name", FieldCode::TooLong) => ("name", words.account_name_too_long()),
            ("passphrase", FieldCode::TooShort) => ("passphrase", words.account_passphrase_too_short()),
            ("passphrase", FieldCode::TooLong) => ("passphrase", words.account_passphrase_too_long()),
            ("passphrase", FieldCode::TooCommon) => ("passphrase", words.account_passphrase_too_common()),
            ("passphrase", code) => ("passphrase", field_error(code)),
            ("zone", _) => ("zone", words.account_zone_wrong()),
            ("privacy", _) => ("privacy", words.account_privacy_missing()),
            ("code", _) => ("name", words.account_ticket_gone()),
            (_, code) => ("name", field_error(code)),
        })
        .collect()
}
