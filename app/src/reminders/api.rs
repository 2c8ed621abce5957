//! What the page of reminders asks of the server. Each function answers its form with an address.

use domain::id::{NoticeId, PushDeviceId};
use leptos::prelude::*;

use crate::error::Answer;

/// Where the forms lead back to.
const PAGE: &str = "/account/reminders";
/// A browser is known for so long as one that takes pushes: longer than a session, so that who signs in there
/// next doesn't get the notices of another.
const PUSH_COOKIE_SECONDS: i64 = 400 * 86_400;

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
    #[server(default)] page: Vec<String>,
    #[server(default)] wording: String,
    #[server(default)] quiet_from: String,
    #[server(default)] quiet_until: String,
    #[server(default)] quiet_medicines: String,
) -> Answer<()> {
    use domain::reminders::choice_store::{find_wanted, save_wanted};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let before = find_wanted(&mut tx, caller.account).await?;
    let (from, until, medicines) = (&quiet_from, &quiet_until, &quiet_medicines);
    let typed = super::page::Typed { mail, push, page, wording: &wording, from, until, medicines };
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

/// Has the caller's notices sent to this browser as pushes.
#[server(endpoint = "reminders/subscribe")]
pub async fn subscribe(endpoint: String, key: String, auth: String) -> Answer<()> {
    use domain::{
        reminders::{push::Subscription, push_store::save_device},
        secret::token,
    };

    use crate::request;

    let (backend, caller) = request::caller()?;
    let push = super::page::sends_pushes(&backend)?;
    let subscription = Subscription::new(&push.hosts, &endpoint, &key, &auth)?;
    let (token, label) = (token()?, request::device());
    let mut tx = backend.db.write().await?;
    save_device(&mut tx, &backend.keys, &caller, &subscription, (&token, &label), backend.now()).await?;
    tx.commit().await?;
    request::set_cookie(request::PUSH_COOKIE, Some(&token), Some(PUSH_COOKIE_SECONDS));
    leptos_axum::redirect(&format!("{PAGE}?push=on"));
    Ok(())
}

/// Sends no more pushes to one of the caller's devices.
#[server(endpoint = "reminders/forget")]
pub async fn forget_device(device: PushDeviceId) -> Answer<()> {
    use domain::reminders::push_store;

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    push_store::forget_device(&mut tx, &caller, device, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("{PAGE}?push=forgotten"));
    Ok(())
}

/// Sends a push to each of the caller's devices, to see whether they arrive.
#[server(endpoint = "reminders/test_push")]
pub async fn send_push_test() -> Answer<()> {
    use domain::reminders::push_store;

    use crate::request;

    let (backend, caller) = request::caller()?;
    super::page::sends_pushes(&backend)?;
    let mut tx = backend.db.write().await?;
    push_store::ask_push_test(&mut tx, &caller, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("{PAGE}?push=tested#push"));
    Ok(())
}

/// Opens the page that a notice of the caller's leads to, and marks it as read.
#[server(endpoint = "reminders/open")]
pub async fn open_notice(notice: NoticeId) -> Answer<()> {
    use domain::reminders::inbox;

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let url = inbox::open_notice(&mut tx, &caller, notice, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(request::own_path(&url));
    Ok(())
}

/// Marks what the caller was told up to a moment, when they saw the list, as read.
#[server(endpoint = "reminders/read")]
pub async fn read_inbox(until: i64) -> Answer<()> {
    use domain::{reminders::inbox, time::Instant};

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    inbox::mark_read(&mut tx, &caller, Instant(until), backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect("/account/inbox");
    Ok(())
}
