//! What the pages of an account ask of the server.

use domain::id::SessionId;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{error::Answer, tree::Tree};

/// Begins a session for a name and a passphrase, or leads on to the page that asks for a code.
/// `demo` is for the made-up people's buttons and does nothing elsewhere.
#[server(endpoint = "account/sign_in", output = Tree)]
pub async fn sign_in(
    name: String,
    passphrase: String,
    #[server(default)] next: String,
    #[server(default)] demo: bool,
) -> Answer<()> {
    use crate::request;

    let backend = request::backend()?;
    super::enter::enter(&backend, &name, &passphrase, request::own_path(&next), demo).await
}

/// The second step: a code of the app, or a recovery code.
#[server(endpoint = "account/sign_in_code", output = Tree)]
pub async fn sign_in_code(totp: String, #[server(default)] next: String) -> Answer<()> {
    use crate::request;

    let backend = request::backend()?;
    super::enter::show_code(&backend, &totp, request::own_path(&next)).await
}

/// Ends this session and clears what the browser kept.
#[server(endpoint = "account/sign_out", output = Tree)]
pub async fn sign_out() -> Answer<()> {
    use domain::account::store;

    use crate::request;

    let backend = request::backend()?;
    if let Some(token) = request::token() {
        let mut tx = backend.db.write().await?;
        store::end_session(&mut tx, &token, backend.now()).await?;
        request::forget_pushes(&mut tx).await?;
        tx.commit().await?;
    }
    request::forget_session();
    leptos_axum::redirect("/sign-in?signed-out=1");
    Ok(())
}

/// Shows a factor again, for what a device left open must not do by itself, and leads on to `next`:
/// a code where the account has a code app, else the passphrase.
#[server(endpoint = "account/confirm", output = Tree)]
pub async fn confirm(
    #[server(default)] passphrase: String,
    #[server(default)] totp: String,
    #[server(default)] next: String,
) -> Answer<()> {
    use crate::request;

    let backend = request::backend()?;
    let (signed_in, next) = (request::signed_in()?, request::own_path(&next));
    let (session, onward) = super::confirm::step_up(&backend, &signed_in, &passphrase, &totp, next).await?;
    request::keep_session(&backend, &session).await?;
    leptos_axum::redirect(&onward);
    Ok(())
}

/// Takes the key of a code app into use and answers the recovery codes, this once.
#[server(endpoint = "account/set_up_factor", output = Tree)]
pub async fn set_up_factor(key: String, totp: String) -> Answer<Vec<String>> {
    use domain::account::factor;

    use crate::request;

    let backend = request::backend()?;
    let signed_in = request::signed_in()?;
    let (session, codes) = factor::set_up(&backend.db, &backend.keys, &signed_in, &key, &totp, backend.now()).await?;
    request::keep_session(&backend, &session).await?;
    Ok(codes)
}

/// Makes new recovery codes and answers them, this once.
#[server(endpoint = "account/recovery_codes", output = Tree)]
pub async fn renew_recovery_codes() -> Answer<Vec<String>> {
    use domain::account::factor;

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let codes = factor::renew_codes(&mut tx, &backend.keys, &caller, backend.now()).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Turns the second factor off.
#[server(endpoint = "account/factor_off", output = Tree)]
pub async fn turn_factor_off() -> Answer<()> {
    use domain::account::factor;

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    factor::turn_off(&mut tx, &caller, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect("/account/second-factor");
    Ok(())
}

/// Looks at the code of a letter and the second thing that its reader knows. The letter is not
/// used up by it. A patient gives the date of birth, a member of staff the number.
#[server(endpoint = "account/check_letter", output = Tree)]
pub async fn check_letter(
    code: String,
    #[server(default)] birth_day: String,
    #[server(default)] birth_month: String,
    #[server(default)] birth_year: String,
    #[server(default)] number: String,
) -> Answer<()> {
    use domain::account::{TICKET_SECONDS, letter};

    use crate::request;

    let backend = request::backend()?;
    let confirm = super::enrol::confirm(&code, [&birth_day, &birth_month, &birth_year], &number)?;
    let ticket =
        letter::check_code(&backend.db, &backend.keys, &code, &confirm, &request::address(), backend.now()).await?;
    request::set_cookie(request::ENROLMENT_COOKIE, Some(&ticket), Some(TICKET_SECONDS));
    leptos_axum::redirect("/enrol/choose");
    Ok(())
}

/// Uses the letter up: from now on this name and passphrase open the account.
#[server(endpoint = "account/enrol", output = Tree)]
pub async fn enrol(
    name: String,
    passphrase: String,
    #[server(default)] zone: String,
    #[server(default)] privacy: String,
) -> Answer<()> {
    use crate::request;

    let backend = request::backend()?;
    let session = super::choose::open_account(&backend, &name, &passphrase, &zone, &privacy).await?;
    request::set_cookie(request::ENROLMENT_COOKIE, None, None);
    request::keep_session(&backend, &session).await?;
    leptos_axum::redirect("/");
    Ok(())
}

/// The settings of an account, in a line each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// So many are signed in.
    pub devices: usize,
    /// Since when a code app is asked for.
    pub factor_since: Option<domain::time::PartialDate>,
    /// Notices go to an address of theirs.
    #[serde(default)]
    pub reminders: bool,
    /// Notices in the inbox that have not been read.
    #[serde(default)]
    pub unread: usize,
}

/// The caller's settings.
#[server(endpoint = "account/overview", output = Tree)]
pub async fn get_overview() -> Answer<Overview> {
    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.read().await?;
    overview(&mut tx, &caller, &request::signed_in()?.zone, backend.now()).await
}

/// The settings of whoever asks.
#[cfg(feature = "ssr")]
pub async fn overview(
    tx: &mut domain::db::Tx,
    caller: &domain::access::Caller,
    zone: &str,
    now: domain::time::Instant,
) -> Answer<Overview> {
    use domain::account::{factor, store};

    let devices = store::list_sessions(tx, caller, now).await?.len();
    let since = factor::find_status(tx, caller.account).await?.since;
    let reminders = domain::reminders::store::is_reachable(tx, caller.account).await?;
    let unread = domain::reminders::inbox::count_unread(tx, caller, now).await?;
    let factor_since = since.map(|since| crate::request::local_date(since, zone));
    Ok(Overview { devices, factor_since, reminders, unread: usize::try_from(unread).unwrap_or_default() })
}

/// One device that is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    pub session: SessionId,
    /// Browser and system, as far as the browser tells.
    pub browser: Option<(String, String)>,
    pub since: domain::time::PartialDate,
    pub used: domain::time::PartialDate,
    pub current: bool,
}

/// Where the caller is signed in.
#[server(endpoint = "account/devices", output = Tree)]
pub async fn get_devices() -> Answer<Vec<Device>> {
    use domain::account::store;

    use crate::request;

    let (backend, caller) = request::caller()?;
    let zone = request::signed_in()?.zone;
    let mut tx = backend.db.read().await?;
    let sessions = store::list_sessions(&mut tx, &caller, backend.now()).await?;
    Ok(sessions
        .into_iter()
        .map(|row| Device {
            session: row.id,
            browser: row.device.split_once(" / ").map(|(browser, system)| (browser.to_owned(), system.to_owned())),
            since: request::local_date(row.created_at, &zone),
            used: request::local_date(row.seen_at, &zone),
            current: row.current,
        })
        .collect())
}

/// Ends a session of the caller's, at its next request.
#[server(endpoint = "account/end_session", output = Tree)]
pub async fn end_session(session: SessionId) -> Answer<()> {
    use domain::account::store;

    use crate::request;

    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    store::end_other_session(&mut tx, &caller, session, backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect("/account/devices");
    Ok(())
}

/// Seconds until the session ends if nothing is done; with `stay`, it is extended first.
#[server(endpoint = "account/session_left", output = Tree)]
pub async fn session_left(#[server(default)] stay: bool) -> Answer<i64> {
    use crate::request;

    let (backend, _) = request::caller()?;
    let signed_in = request::signed_in()?;
    let now = backend.now();
    let until = if stay {
        domain::account::store::touch_session(&backend.db, &signed_in, now).await?;
        let idle = domain::account::limits(signed_in.caller.role).idle;
        now.plus_seconds(idle).min(signed_in.until)
    } else {
        signed_in.idle_until.min(signed_in.until)
    };
    Ok(until.seconds_since(now))
}
