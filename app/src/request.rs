//! What the server gives to a request: the backend, and the caller when someone is signed in.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    access::Caller,
    account::{passphrase::Hasher, store::SignedIn, totp::Key},
    db::{Db, Tx},
    devices::{self, Said},
    diary::{alert::Rules, report::Flag},
    id::RecordId,
    secret::Keys,
    site::Site,
    time::{Clock, Instant},
};
use leptos::prelude::*;

use crate::{
    error::{Answer, ApiError},
    shell::page::escaped,
};

/// What every request works with. Cheap to clone.
#[derive(Clone)]
pub struct Backend {
    pub db: Db,
    pub clock: Clock,
    pub keys: Keys,
    pub hasher: Hasher,
    /// The site as it was when the server started.
    pub site: Arc<Site>,
    /// The rules for alerts as they were when the server started.
    pub rules: Arc<Rules>,
    pub settings: Arc<Settings>,
}

/// What the operator chose.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `https://daybook.example.org`, without a slash at the end.
    pub public_url: String,
    /// Made-up people, whose sign-in the pages print.
    pub demo: Option<Vec<DemoPerson>>,
    /// Mails are sent: the server was told of a mail server.
    pub mail: bool,
    /// Pushes are sent, to these push services.
    pub push: Option<Push>,
    /// Accept the pseudo-language (tests only).
    pub pseudo: bool,
    /// Addresses of the hashed files of this build.
    pub assets: Assets,
    /// People may have a device of their own keep a copy, for where there is no network.
    pub offline: bool,
}

/// How browsers are asked to take pushes.
#[derive(Debug, Clone)]
pub struct Push {
    /// Daybook's public key, by which push services know who sends: hexadecimal digits.
    pub key: String,
    pub hosts: domain::reminders::push::Hosts,
}

/// A made-up person of the demonstration.
#[derive(Debug, Clone)]
pub struct DemoPerson {
    /// To sign in with.
    pub name: String,
    pub passphrase: String,
    /// What their code app holds, where the role must have one.
    pub key: Option<Key>,
    /// Who they are; nothing for staff.
    pub person: String,
    /// Their story in a line, in English.
    pub about: String,
}

/// Addresses of this build's files, from the site's root.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    pub css: String,
    pub js: String,
    pub wasm: String,
}

/// The session of this request, if there is one.
#[derive(Clone)]
pub struct Session(pub Option<SignedIn>);

/// The session's token as the cookie carries it, for ending it.
#[derive(Clone)]
pub struct Token(pub Option<String>);

/// Where the request came from, as the trusted proxies say.
#[derive(Clone)]
pub struct Address(pub String);

impl Backend {
    pub fn now(&self) -> Instant {
        self.clock.now()
    }
}

/// The backend of this request.
pub fn backend() -> Answer<Backend> {
    use_context::<Backend>().ok_or_else(|| ApiError::Internal(reference()))
}

/// The backend and who is asking.
///
/// # Errors
/// [`ApiError::SignedOut`] when nobody is; [`ApiError::FactorNeeded`] for a member of staff who has
/// not shown a second factor. What sets one up asks [`signed_in`].
pub fn caller() -> Answer<(Backend, Caller)> {
    let signed_in = signed_in()?;
    if signed_in.caller.lacks_factor() {
        return Err(ApiError::FactorNeeded);
    }
    Ok((backend()?, signed_in.caller))
}

/// The session of this request.
pub fn signed_in() -> Answer<SignedIn> {
    use_context::<Session>().and_then(|session| session.0).ok_or(ApiError::SignedOut)
}

/// A short name for one failure, to find it in the log.
pub fn reference() -> String {
    domain::secret::code().map_or_else(|_| "unknown".into(), |code| code[..8].to_owned())
}

/// What was typed into a form that came back refused.
#[derive(Debug, Clone, Default)]
pub struct Draft(pub BTreeMap<String, String>);

impl Draft {
    /// The draft that the address names, read before the page was rendered.
    pub fn of_request() -> Self {
        use_context::<Self>().unwrap_or_default()
    }

    pub fn field(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_default()
    }
}

/// The name of the session cookie. The prefix makes browsers refuse it from anywhere but this
/// host over https (or this machine).
pub const SESSION_COOKIE: &str = "__Host-session";
pub const ENROLMENT_COOKIE: &str = "__Host-enrolment";
/// The ticket of someone who has shown a passphrase and now types a code.
pub const CODE_COOKIE: &str = "__Host-code";
/// Names a browser that takes pushes.
pub const PUSH_COOKIE: &str = "__Host-push";
pub const LANGUAGE_COOKIE: &str = "__Host-language";

/// Sets a cookie that scripts can't read; `None` as the value takes it back.
pub fn set_cookie(name: &str, value: Option<&str>, seconds: Option<i64>) {
    let age = match (value, seconds) {
        (None, _) => "; Max-Age=0".to_owned(),
        (_, Some(seconds)) => format!("; Max-Age={seconds}"),
        _ => String::new(),
    };
    let cookie = format!("{name}={}; Path=/; Secure; HttpOnly; SameSite=Lax{age}", value.unwrap_or_default());
    if let (Some(response), Ok(cookie)) = (use_context::<leptos_axum::ResponseOptions>(), cookie.parse()) {
        response.append_header(http::header::SET_COOKIE, cookie);
    }
}

/// The value of a cookie of this request.
pub fn cookie(headers: &http::HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(http::header::COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

/// A header of this request.
pub fn header(name: &http::header::HeaderName) -> Option<String> {
    use_context::<http::request::Parts>()?.headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// The status of the page that is being rendered.
pub fn set_status(status: u16) {
    if let (Some(response), Ok(status)) =
        (use_context::<leptos_axum::ResponseOptions>(), http::StatusCode::from_u16(status))
    {
        response.set_status(status);
    }
}

/// A private page that nobody can be known for, because the database does not answer.
#[derive(Debug, Clone, Copy)]
pub struct OutOfReach;

/// Why there is no page at an address.
pub fn nothing_here() -> ApiError {
    if use_context::<OutOfReach>().is_some() { ApiError::Unavailable } else { ApiError::NotFound }
}

/// Where the request came from.
pub fn address() -> String {
    use_context::<Address>().map(|address| address.0).unwrap_or_default()
}

/// The token of this request's session cookie.
pub fn token() -> Option<String> {
    use_context::<Token>().and_then(|token| token.0)
}

/// The ticket of someone who is enrolling.
pub fn ticket() -> Option<String> {
    cookie(&use_context::<http::request::Parts>()?.headers, ENROLMENT_COOKIE)
}

/// The ticket of someone who now types a code.
pub fn code_ticket() -> Option<String> {
    cookie(&use_context::<http::request::Parts>()?.headers, CODE_COOKIE)
}

/// Recovery codes or a secret address that have just been made, for the one page that shows them.
#[derive(Debug, Clone, Default)]
pub struct NewCodes(pub Vec<String>);

/// Red flags that someone ticked and that could not be saved: the answer says whom to call.
#[derive(Debug, Clone)]
pub struct Unsent {
    pub flags: Vec<Flag>,
    pub record: Option<RecordId>,
    /// Of the answer.
    pub status: u16,
}

/// What names this browser, when it takes pushes.
pub fn push_token() -> Option<String> {
    cookie(&use_context::<http::request::Parts>()?.headers, PUSH_COOKIE)
}

/// By this header a device says that it took something a while ago, without a network: how many seconds, by its
/// own clock, and by which id it knows it.
const KEPT: http::HeaderName = http::HeaderName::from_static("daybook-kept");

/// Whether a device brings what it took without a network.
pub fn is_kept(headers: &http::HeaderMap) -> bool {
    headers.contains_key(KEPT)
}

/// Begins to write what a device may bring later and more than once, with when it was said; nothing when it
/// brought it before.
pub async fn take(backend: &Backend, caller: &Caller) -> Answer<Option<(Tx, Said)>> {
    let (now, mut tx) = (backend.now(), backend.db.write().await?);
    let Some(kept) = header(&KEPT) else { return Ok(Some((tx, now.into()))) };
    let mut parts = kept.split(' ');
    let said = Said::kept(parts.next().and_then(|age| age.parse().ok()).unwrap_or(0), now)?;
    if let Some(id) = parts.next().and_then(|id| id.parse().ok())
        && !devices::store::take_once(&mut tx, caller.account, id, now).await?
    {
        return Ok(None);
    }
    Ok(Some((tx, said)))
}

/// Takes this browser off those that take pushes, whoever signed in here.
pub async fn forget_pushes(tx: &mut Tx) -> Answer<()> {
    match push_token() {
        Some(token) => Ok(domain::reminders::push_store::forget_browser(tx, &token).await?),
        None => Ok(()),
    }
}

/// Gives the browser the cookie of a new session. Pushes that come there are for who signs in, from now on.
pub async fn keep_session(backend: &Backend, session: &domain::account::store::NewSession) -> Answer<()> {
    if let Some(token) = push_token() {
        let mut tx = backend.db.write().await?;
        domain::reminders::push_store::follow_session(&mut tx, &token, session.account, session.session).await?;
        tx.commit().await?;
    }
    set_cookie(SESSION_COOKIE, Some(&session.token), Some(session.until.seconds_since(backend.now())));
    Ok(())
}

/// Has the browser forget pages that it keeps for its back button: Firefox keeps those that came through a worker,
/// whatever their own headers say.
pub fn forget_pages() -> (http::HeaderName, http::HeaderValue) {
    (http::HeaderName::from_static("clear-site-data"), http::HeaderValue::from_static("\"cache\""))
}

/// Takes the cookie back and has the browser forget pages that it keeps for its back button. What a device
/// keeps by choice is deleted by its own script: here entries would be lost that were not sent yet, also those of
/// someone else.
pub fn forget_session() {
    set_cookie(SESSION_COOKIE, None, None);
    set_cookie(PUSH_COOKIE, None, None);
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        let (name, value) = forget_pages();
        response.insert_header(name, value);
    }
}

/// What the browser says of itself, for the list of devices: `Firefox / Linux`.
pub fn device() -> String {
    let agent = header(&http::header::USER_AGENT).unwrap_or_default();
    let first =
        |names: &[(&str, &'static str)]| names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    // Most browsers claim to be others as well; the order tells them apart.
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = first(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Macintosh", "Mac"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    browser.zip(system).map(|(browser, system)| format!("{browser} / {system}")).unwrap_or_default()
}

/// The day and time of an instant where someone lives.
pub fn local_date(instant: Instant, zone: &str) -> domain::time::PartialDate {
    domain::time::PartialDate::from(instant).local(zone)
}

/// An address of this Daybook to go to, or its start when `path` would lead anywhere else.
pub fn own_path(path: &str) -> &str {
    let own = path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|b| (0x21..0x7f).contains(&b) && b != b'\\');
    if own { path } else { "/" }
}

/// The address of a page of Daybook that leads on to `next` when it is done.
pub fn leading_on(page: &str, next: &str) -> String {
    // A slash may stand in a query, and the address stays one that people can read.
    let encoded = escaped(next).replace("%2F", "/");
    format!("{page}?next={encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("/records/x?kind=imaging", "/records/x?kind=imaging")]
    #[case("//evil.example", "/")]
    #[case("/\\evil.example", "/")]
    #[case("https://evil.example", "/")]
    #[case("/a\nSet-Cookie: b", "/")]
    #[case("", "/")]
    fn nobody_is_sent_to_a_foreign_address(#[case] asked: &str, #[case] sent: &str) {
        assert_eq!(own_path(asked), sent);
    }
}
