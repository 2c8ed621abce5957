//! Through the door: a passphrase, and a code where the account has a second factor.

use domain::account::{
    CODE_TICKET_SECONDS, Passphrase,
    factor::{self, SecondStep, Shown},
    name_key,
    store::{self, Entered, NewSession, SignIn},
};

use crate::{
    error::Answer,
    request::{self, Backend},
};

/// The first step. It begins a session, or leads on to the second.
pub async fn enter(backend: &Backend, name: &str, passphrase: &str, next: &str, demo: bool) -> Answer<()> {
    let (address, device) = (request::address(), request::device());
    let attempt = SignIn { name, passphrase: &Passphrase::typed(passphrase), address: &address, device: &device };
    let now = backend.now();
    let session = match store::sign_in(&backend.db, &backend.keys, &backend.hasher, &attempt, now).await? {
        Entered::Session(session) => session,
        Entered::CodeNeeded(ticket) if demo && is_made_up(backend, name) => {
            skip_code(backend, &ticket, &device).await?
        }
        Entered::CodeNeeded(ticket) => {
            request::set_cookie(request::CODE_COOKIE, Some(&ticket), Some(CODE_TICKET_SECONDS));
            leptos_axum::redirect(&request::leading_on("/sign-in/code", next));
            return Ok(());
        }
    };
    request::keep_session(backend, &session).await?;
    leptos_axum::redirect(next);
    Ok(())
}

/// The second step.
pub async fn show_code(backend: &Backend, code: &str, next: &str) -> Answer<()> {
    let ticket = request::code_ticket().unwrap_or_default();
    let (address, device) = (request::address(), request::device());
    let step = SecondStep { ticket: &ticket, code, address: &address, device: &device };
    let (session, shown) = factor::sign_in(&backend.db, &backend.keys, &step, backend.now()).await?;
    request::set_cookie(request::CODE_COOKIE, None, None);
    request::keep_session(backend, &session).await?;
    leptos_axum::redirect(&onward(shown, next));
    Ok(())
}

/// Where a code leads: to `next`, by way of being told when it was a recovery code.
pub fn onward(shown: Shown, next: &str) -> String {
    match shown {
        Shown::App => next.to_owned(),
        Shown::Recovery => format!("{}&recovered=1", request::leading_on("/account/second-factor", next)),
    }
}

/// Whether this is one of the demonstration's people, who have a code app that nobody holds. The
/// server was then started with `--demo`, which serves this machine only.
fn is_made_up(backend: &Backend, name: &str) -> bool {
    let people = backend.settings.demo.iter().flatten();
    people.into_iter().any(|person| person.key.is_some() && person.name == name_key(name))
}

async fn skip_code(backend: &Backend, ticket: &str, device: &str) -> Answer<NewSession> {
    let mut tx = backend.db.write().await?;
    let session = factor::use_ticket(&mut tx, ticket, device, backend.now()).await?;
    tx.commit().await?;
    Ok(session)
}
