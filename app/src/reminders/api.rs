//! What the page of reminders asks of the server. Each function answers its form with an address.

use leptos::prelude::*;

use crate::error::Answer;

/// Where the forms lead back to.
const PAGE: &str = "/account/reminders";

/// Sends a code to an address of mail, which shows that it is the caller's.
#[server(endpoint = "reminders/ask")]
pub async fn ask_address(address: String) -> Answer<()> {
    use domain::reminders::{Address, store};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let address = Address::new(&address)?;
    super::page::sends_mail(&backend)?;
    let mut tx = backend.db.write().await?;
    store::ask_address(&mut tx, &caller, &address, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("{PAGE}?asked=1"));
    Ok(())
}

/// Confirms the address by the code that was sent there.
#[server(endpoint = "reminders/confirm")]
pub async fn confirm_address(code: String) -> Answer<()> {
    use domain::reminders::store;

    use crate::request;

    let (backend, caller) = request::caller()?;
    store::confirm_address(&backend.db, &backend.keys, &caller, &code, backend.now()).await?;
    leptos_axum::redirect(&format!("{PAGE}?confirmed=1"));
    Ok(())
}

/// Forgets the caller's address.
#[server(endpoint = "reminders/remove")]
pub async fn remove_address() -> Answer<()> {
    use domain::reminders::store;

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    store::remove_address(&mut tx, &caller, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("{PAGE}?removed=1"));
    Ok(())
}

/// Chooses which kinds of notice come over which channel, how they are worded, and between which hours none
/// comes. A kind that is not ticked is off; what a form does not hold otherwise stays.
#[server(endpoint = "reminders/choose")]
pub async fn choose_reminders(
    #[server(default)] mail: Vec<String>,
    #[server(default)] push: Vec<String>,
    #[server(default)] wording: String,
    #[server(default)] quiet_from: String,
    #[server(default)] quiet_until: String,
) -> Answer<()> {
    use domain::reminders::choice_store::{find_wanted, save_wanted};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let before = find_wanted(&mut tx, caller.account).await?;
    let typed = super::page::Typed { mail, push, wording: &wording, from: &quiet_from, until: &quiet_until };
    save_wanted(&mut tx, &caller, typed.read(caller.role, before)?, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("{PAGE}?saved=1"));
    Ok(())
}

/// Sends a mail to the caller's own address, to see whether it arrives.
#[server(endpoint = "reminders/test")]
pub async fn send_test() -> Answer<()> {
    use domain::reminders::store;

    use crate::request;

    let (backend, caller) = request::caller()?;
    super::page::sends_mail(&backend)?;
    let mut tx = backend.db.write().await?;
    store::ask_test(&mut tx, &caller, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("{PAGE}?tested=1"));
    Ok(())
}
