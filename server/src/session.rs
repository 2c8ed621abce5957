//! Finds out who is asking, from where and in which language, before anything else happens.

use std::{
    net::{IpAddr, SocketAddr},
    str::FromStr,
    sync::Arc,
};

use app::{
    request::{
        Address, Backend, Draft, LANGUAGE_COOKIE, NewCodes, OutOfReach, SESSION_COOKIE, Session, Token, Unsent, cookie,
        is_kept, local_date,
    },
    visit::{Visit, Who, Whose},
    words::Language,
};
use axum::{
    extract::{ConnectInfo, Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use domain::{
    access::{self, AccountRole, Identity},
    account::{draft, store},
    devices::{self, store::Gone},
    record::store::get_whose,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header, request::Parts};
use leptos::prelude::{provide_context, use_context};

use crate::{api, files, guard};

/// The networks whose word on where a request comes from is taken.
#[derive(Debug, Clone, Default)]
pub struct TrustedProxies(pub Arc<Vec<Network>>);

/// A range of addresses, `10.0.0.0/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is not an address or a range like 10.0.0.0/8");
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), |bits| bits.parse().map_err(|_| wrong()))?;
        if bits > most { Err(wrong()) } else { Ok(Self { address, bits }) }
    }
}

impl Network {
    fn holds(&self, other: IpAddr) -> bool {
        let share = |a: u128, b: u128, width: u8| self.bits == 0 || (a ^ b) >> (width - self.bits) == 0;
        match (self.address, other.to_canonical()) {
            (IpAddr::V4(a), IpAddr::V4(b)) => share(a.to_bits().into(), b.to_bits().into(), 32),
            (IpAddr::V6(a), IpAddr::V6(b)) => share(a.to_bits(), b.to_bits(), 128),
            _ => false,
        }
    }
}

impl TrustedProxies {
    /// Where a request comes from: the nearest address in `X-Forwarded-For` that no trusted proxy
    /// speaks for; without a trusted proxy, the peer.
    fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let trusted = |address: IpAddr| self.0.iter().any(|network| network.holds(address));
        let mut client = peer;
        let forwarded = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
        let mut hops: Vec<&str> = forwarded.flat_map(|value| value.split(',')).map(str::trim).collect();
        while trusted(client) {
            let Some(Ok(hop)) = hops.pop().map(str::parse) else { break };
            client = hop;
        }
        client
    }
}

/// Reads the session's cookie and hands on what it means. Files of the build need none of it.
pub async fn find(
    State((backend, trusted)): State<(Backend, TrustedProxies)>,
    mut request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    if path.starts_with("/pkg/") {
        return next.run(request).await;
    }
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let address = peer.map(|peer| trusted.client(peer, request.headers()).to_string()).unwrap_or_default();
    let token = cookie(request.headers(), SESSION_COOKIE).filter(|token| !token.is_empty());
    let session = match &token {
        Some(token) => match look_up(&backend, token, !by_itself(path, request.headers())).await {
            Ok(session) => session,
            Err(cause) => {
                tracing::error!(event = "session.unreadable", %cause);
                return without_database(&backend, Address(address), request, next).await;
            }
        },
        None => None,
    };
    let mut visit = visit(&backend, session.as_ref(), &request);
    visit.whose = match find_whose(&backend, session.as_ref(), request.uri().path()).await {
        Ok(whose) => whose,
        Err(cause) => {
            tracing::error!(event = "whose.unreadable", %cause);
            return without_database(&backend, Address(address), request, next).await;
        }
    };
    let draft = find_draft(&backend, session.as_ref(), request.uri().query()).await;
    let extensions = request.extensions_mut();
    extensions.insert(visit);
    extensions.insert(Session(session.clone()));
    extensions.insert(Token(token.clone()));
    extensions.insert(Address(address));
    extensions.insert(draft);
    let mut response = next.run(request).await;
    if is_document(&response)
        && let Some(said) = of_device(&backend, session.as_ref(), token.as_deref()).await
    {
        response.headers_mut().insert(DEVICE, said);
    }
    response
}

/// What a document says to the device that it is shown on: how the session stands of whoever asked for it.
const DEVICE: HeaderName = HeaderName::from_static("daybook-device");

fn is_document(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}

/// In words that the service worker reads: a device keeps what it has of its person, locks it, or deletes it, by
/// how their session stands. Nothing when that can't be found out now.
async fn of_device(backend: &Backend, session: Option<&store::SignedIn>, token: Option<&str>) -> Option<HeaderValue> {
    let said = match (session, token) {
        (Some(signed_in), _) if signed_in.caller.role != AccountRole::Patient => "staff".to_owned(),
        (Some(signed_in), _) => {
            let name = devices::name(&backend.keys, signed_in.caller.account);
            let idle = domain::account::limits(signed_in.caller.role).idle;
            format!("in {name} {idle} {}", signed_in.until.seconds_since(backend.now()))
        }
        (None, Some(token)) => match find_gone(backend, token).await {
            Ok(said) => said,
            Err(cause) => {
                tracing::error!(event = "session.unreadable", %cause);
                return None;
            }
        },
        (None, None) => "out".to_owned(),
    };
    said.try_into().ok()
}

/// How a session stands that holds no more.
async fn find_gone(backend: &Backend, token: &str) -> domain::Result<String> {
    let mut tx = backend.db.read().await?;
    let found = devices::store::find_gone(&mut tx, token, backend.now()).await?;
    let (account, gone) = match found {
        Some((account, AccountRole::Patient, gone)) => (account, gone),
        Some(_) => return Ok("staff".to_owned()),
        None => return Ok("out".to_owned()),
    };
    let name = devices::name(&backend.keys, account);
    Ok(match gone {
        Gone::Locked => format!("locked {name}"),
        Gone::Expired => format!("expired {name}"),
        Gone::Ended => format!("ended {name}"),
        Gone::SignedOut => "out".to_owned(),
    })
}

/// Nobody can be known while the database does not answer. What is for everyone is shown all the same, whom to
/// call before all; a private page says that it can't be had now, and a call is refused.
async fn without_database(backend: &Backend, address: Address, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let (is_call, is_page) = (path.starts_with("/api/") && path != api::RED_FLAGS, guard::is_private(path));
    if is_call {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let visit = visit(backend, None, &request);
    let extensions = request.extensions_mut();
    extensions.insert(visit);
    extensions.insert(Session(None));
    extensions.insert(Token(None));
    extensions.insert(address);
    extensions.insert(Draft::default());
    if is_page {
        extensions.insert(OutOfReach);
        return files::public_page(request).await;
    }
    next.run(request).await
}

/// Whether a page or the service worker asks, and nobody: that keeps no session open.
fn by_itself(path: &str, headers: &HeaderMap) -> bool {
    let asks = ["/api/account/session_left", "/api/devices/key", "/api/devices/kept", app::reminders::glance::ADDRESS];
    asks.contains(&path) || is_kept(headers) || headers.contains_key(app::worklist::queue::LIVE_HEADER)
}

async fn look_up(backend: &Backend, token: &str, touch: bool) -> domain::Result<Option<store::SignedIn>> {
    let mut tx = backend.db.read().await?;
    let found = store::find_session(&mut tx, token, backend.now()).await?;
    drop(tx);
    if let Some(signed_in) = found.as_ref().filter(|_| touch) {
        store::touch_session(&backend.db, signed_in, backend.now()).await?;
    }
    Ok(found)
}

/// The person whose record a page of the care team belongs to. Nobody for a record that the caller
/// can't read: the page itself answers that it is not there.
async fn find_whose(backend: &Backend, session: Option<&store::SignedIn>, path: &str) -> domain::Result<Option<Whose>> {
    let record = path
        .strip_prefix("/records/")
        .or_else(|| path.strip_prefix("/team/comments/"))
        .or_else(|| path.strip_prefix("/team/worklist/"))
        .and_then(|rest| rest.split('/').next())
        .and_then(|id| id.parse().ok());
    let reader = session.filter(|signed_in| signed_in.caller.role == AccountRole::CareTeam);
    let (Some(record), Some(reader)) = (record, reader) else { return Ok(None) };
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let granted = match access::view::<Identity>(&mut tx, &reader.caller, record, now).await {
        Err(domain::Error::NotFound) => return Ok(None),
        other => other?,
    };
    let whose = get_whose(&mut tx, &granted).await?;
    let today = local_date(now, &reader.zone).date();
    let age = whose.birth_date.filter(|_| !whose.deceased).and_then(|born| domain::record::age(born, today));
    Ok(Some(Whose { record, name: whose.name, birth_date: whose.birth_date, age }))
}

fn visit(backend: &Backend, session: Option<&store::SignedIn>, request: &Request) -> Visit {
    let read = |code: &str| {
        if backend.settings.pseudo { Language::from_code_or_pseudo(code) } else { Language::from_code(code) }
    };
    let chosen = cookie(request.headers(), LANGUAGE_COOKIE).and_then(|code| read(&code));
    // Where the pseudo-language is accepted it is only in the cookie, never an account's.
    let pseudo = chosen.filter(|language| *language == Language::Pseudo);
    let own = session.and_then(|s| s.language.as_deref()).and_then(Language::from_code);
    let browser = || {
        let accepted = request.headers().get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        Language::negotiate(accepted)
    };
    let language = pseudo.or(own).or(chosen).or_else(browser).unwrap_or_default();
    let now = backend.now();
    let who = session.map(|s| {
        // The page itself extends the session by its idle time.
        let idle = domain::account::limits(s.caller.role).idle;
        Who {
            name: s.name.clone().unwrap_or_default(),
            role: s.caller.role,
            record: s.caller.record,
            zone: s.zone.clone(),
            idle_seconds: idle,
            end_seconds: s.until.seconds_since(now),
        }
    });
    let here = request.uri().path_and_query().map_or("/", |here| here.as_str());
    Visit { language, here: without_error(here), who, whose: None }
}

/// An address without what a refused form left in it.
pub fn without_error(address: &str) -> String {
    without(address, &["__path=", "__err=", "draft="])
}

/// An address without the parts of its query that begin so.
pub fn without(address: &str, starts: &[&str]) -> String {
    let Some((path, query)) = address.split_once('?') else { return address.to_owned() };
    let kept: Vec<&str> = query
        .split('&')
        .filter(|pair| !starts.iter().any(|start| pair.starts_with(start)))
        .filter(|pair| !pair.is_empty())
        .collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

async fn find_draft(backend: &Backend, session: Option<&store::SignedIn>, query: Option<&str>) -> Draft {
    let id = query.unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("draft="));
    let Some(id) = id else { return Draft::default() };
    let account = session.map(|s| s.caller.account);
    let found = async {
        let mut tx = backend.db.read().await?;
        draft::find_draft(&mut tx, &backend.keys, account, id, backend.now()).await
    };
    match found.await {
        Ok(found) => Draft(found.unwrap_or_default()),
        Err(cause) => {
            tracing::error!(event = "draft.unreadable", %cause);
            Draft::default()
        }
    }
}

/// Hands what the layers found to components and server functions.
pub fn provide() {
    let Some(parts) = use_context::<Parts>() else { return };
    macro_rules! hand_on {
        ($($kind:ty),+) => {$(
            if let Some(value) = parts.extensions.get::<$kind>() {
                provide_context(value.clone());
            }
        )+};
    }
    hand_on!(Backend, Visit, Session, Token, Address, Draft, NewCodes, Unsent, OutOfReach);
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn from(peer: &str, forwarded: &str, trusted: &[&str]) -> String {
        let trusted = TrustedProxies(Arc::new(trusted.iter().map(|t| t.parse().unwrap()).collect()));
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", forwarded.parse().unwrap());
        trusted.client(peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        assert_eq!(from("198.51.100.7", "203.0.113.9", &[]), "198.51.100.7");
        assert_eq!(from("10.0.0.2", "203.0.113.9", &["10.0.0.0/8"]), "203.0.113.9");
        assert_eq!(from("10.0.0.2", "192.0.2.1, 203.0.113.9, 10.0.0.1", &["10.0.0.0/8"]), "203.0.113.9");
        assert_eq!(from("10.0.0.2", "nonsense", &["10.0.0.0/8"]), "10.0.0.2");
    }

    #[rstest]
    #[case("10.0.0.0/33")]
    #[case("ten")]
    fn what_is_not_a_network_is_refused(#[case] text: &str) {
        assert!(text.parse::<Network>().is_err());
    }

    #[test]
    fn an_address_loses_what_a_refused_form_left_in_it() {
        assert_eq!(without_error("/sign-in?next=%2F&__path=a&__err=b&draft=c"), "/sign-in?next=%2F");
        assert_eq!(without_error("/sign-in?__err=b"), "/sign-in");
    }
}
