//! Handing pushes to the push services of browsers (RFC 8030).
//!
//! Where a push goes comes from a browser. It is sent over https to hosts on a list only, never to an address
//! of this machine or of the house, follows no redirect, waits for a limited time and reads little of the answer.
//! What a push says is encrypted for its browser; addresses are never logged.

mod seal;
mod vapid;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use clap::Args;
use domain::{
    reminders::{
        Notice,
        push::{Hosts, KNOWN_HOSTS, Subscription, is_public},
    },
    secret::{Keys, hex},
    time::Instant,
};
use http::{StatusCode, header};
use reqwest::{
    Client,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect,
};

use crate::command::Failure;
use vapid::Vapid;

/// How long a push service may take to be reached, and over all.
const REACH: Duration = Duration::from_secs(5);
const PATIENCE: Duration = Duration::from_secs(15);
/// Connections that are kept for the next push to the same service.
const KEPT: usize = 64;
/// No more of an answer is read.
const MOST_ANSWER: usize = 4_096;

/// Pushes to browsers.
#[derive(Debug, Clone, Args)]
pub struct PushOptions {
    /// The push services that browsers may name: names, or *.name for all below it, comma-separated. `none`:
    /// no pushes are sent. For tests: http://127.0.0.1:PORT.
    #[arg(long, env = "DAYBOOK_PUSH_HOSTS", default_value = KNOWN_HOSTS)]
    pub push_hosts: Hosts,
}

/// Hands pushes to push services.
#[derive(Clone)]
pub struct Pusher {
    client: Client,
    vapid: Vapid,
    hosts: Hosts,
}

/// A push as it is handed over.
#[derive(Debug)]
pub struct Push<'a> {
    pub to: &'a Subscription,
    /// What the browser gets to read: JSON for the service worker.
    pub text: String,
    /// What replaces it when it comes twice; at most 32 letters and digits.
    pub topic: &'a str,
    pub urgency: Urgency,
    /// So long the push service keeps it for a browser that is off.
    pub keep: Duration,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    Normal,
    High,
}

impl Urgency {
    /// A medicine has its time, and that it is stopped is to be known before the next dose; the rest may wait until
    /// the phone wakes up by itself.
    pub const fn of(notice: Notice) -> Self {
        match notice {
            Notice::MedicineDue | Notice::MedicineStopped | Notice::WorklistWaits => Self::High,
            _ => Self::Normal,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::High => "high",
        }
    }
}

/// What came of a push that was not taken, with a code that says nothing about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    /// Another time, perhaps; after so many seconds, when the push service said so.
    Now(String, Option<i64>),
    /// The push service doesn't know the browser any more.
    Gone(String),
    /// Never.
    Ever(String),
}

impl Pusher {
    /// The pusher that the options describe; nothing when they name no push service.
    pub fn new(options: &PushOptions, keys: &Keys, public_url: &str) -> Result<Option<Self>, Failure> {
        let hosts = options.push_hosts.clone();
        if hosts.is_empty() {
            return Ok(None);
        }
        let vapid =
            Vapid::new(keys, public_url).ok_or_else(|| Failure::said("the key file makes no key for pushes"))?;
        Ok(Some(Self { client: client(&hosts)?, vapid, hosts }))
    }

    /// What pages need to ask browsers for their addresses.
    pub fn settings(&self) -> app::request::Push {
        app::request::Push { key: hex(self.vapid.public()), hosts: self.hosts.clone() }
    }

    /// Hands a push over.
    pub async fn send(&self, push: &Push<'_>, now: Instant) -> Result<(), NotTaken> {
        let endpoint = push.to.endpoint.as_str();
        // The list may have become shorter since the browser named its address.
        if !self.hosts.hold(endpoint) {
            return Err(NotTaken::Ever("not-a-push-service".to_owned()));
        }
        let sealed =
            seal::seal(push.to, push.text.as_bytes()).map_err(|_| NotTaken::Ever("not-encrypted".to_owned()))?;
        let origin: String = endpoint.split('/').take(3).collect::<Vec<_>>().join("/");
        let answer = self
            .client
            .post(endpoint)
            .header(header::AUTHORIZATION, self.vapid.authorization(&origin, now))
            .header(header::CONTENT_ENCODING, "aes128gcm")
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header("TTL", push.keep.as_secs())
            .header("Urgency", push.urgency.code())
            .header("Topic", push.topic)
            .body(sealed)
            .send()
            .await;
        let mut answer = answer.map_err(|cause| NotTaken::Now(code(&cause), None))?;
        let came = read(answer.status(), wait(answer.headers().get(header::RETRY_AFTER), now));
        // A short answer is read to its end, so that the connection can be used again; a long one is cut off.
        let mut left = MOST_ANSWER;
        while let Ok(Some(part)) = answer.chunk().await {
            left = left.saturating_sub(part.len());
            if left == 0 {
                break;
            }
        }
        came
    }
}

/// What goes to push services, and nowhere else.
fn client(hosts: &Hosts) -> Result<Client, Failure> {
    Client::builder()
        .tls_backend_preconfigured(tls()?)
        .https_only(!hosts.hold_this_machine())
        .redirect(redirect::Policy::none())
        .no_proxy()
        .dns_resolver(Arc::new(PublicOnly))
        .connect_timeout(REACH)
        .timeout(PATIENCE)
        .pool_max_idle_per_host(KEPT)
        .user_agent("Daybook")
        .build()
        .map_err(|cause| Failure::said(format!("pushes can't be sent: {cause}")))
}

/// Encryption with the certificates that this machine trusts.
fn tls() -> Result<rustls::ClientConfig, Failure> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|cause| Failure::said(format!("pushes can't be encrypted on the way: {cause}")))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// What an answer means.
fn read(status: StatusCode, wait: Option<i64>) -> Result<(), NotTaken> {
    let code = || format!("push-{}", status.as_u16());
    match status.as_u16() {
        200..=299 => Ok(()),
        404 | 410 => Err(NotTaken::Gone(code())),
        408 | 425 | 429 | 500..=599 => Err(NotTaken::Now(code(), wait)),
        _ => Err(NotTaken::Ever(code())),
    }
}

/// The seconds that a push service asks to wait: as a number, or until a moment.
fn wait(header: Option<&http::HeaderValue>, now: Instant) -> Option<i64> {
    let text = header?.to_str().ok()?.trim();
    let seconds = text.parse::<i64>().ok().or_else(|| {
        let until = jiff::fmt::rfc2822::parse(text).ok()?;
        Some(until.timestamp().as_second() - now.0 / 1_000_000)
    })?;
    Some(seconds.max(0))
}

/// What went wrong on the way, without the address.
fn code(cause: &reqwest::Error) -> String {
    let what = if cause.is_timeout() {
        "timeout"
    } else if cause.is_connect() {
        "no-connection"
    } else {
        "cut-off"
    };
    what.to_owned()
}

/// Finds the machines of a name, and leaves out those that are this one or of the house.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err("no public address".into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_push_services_are_read_as_they_mean_them() {
        let code = |status: u16| read(StatusCode::from_u16(status).unwrap(), Some(7));
        for taken in [200, 201, 202, 204] {
            assert_eq!(code(taken), Ok(()));
        }
        for gone in [404, 410] {
            assert_eq!(code(gone), Err(NotTaken::Gone(format!("push-{gone}"))));
        }
        for busy in [429, 500, 502, 503] {
            assert_eq!(code(busy), Err(NotTaken::Now(format!("push-{busy}"), Some(7))));
        }
        for refused in [301, 302, 307, 400, 401, 403, 413] {
            assert_eq!(code(refused), Err(NotTaken::Ever(format!("push-{refused}"))), "{refused}");
        }
    }

    #[test]
    fn when_to_come_again_is_read_as_seconds_or_as_a_moment() {
        let now = Instant(1_790_000_000_000_000);
        let read = |text: &str| wait(Some(&text.parse().unwrap()), now);
        assert_eq!(read("120"), Some(120));
        assert_eq!(read("Mon, 21 Sep 2026 14:15:20 GMT"), Some(120));
        assert_eq!(read("Mon, 21 Sep 2026 14:00:00 GMT"), Some(0), "it is over");
        assert_eq!((read("soon"), read("-5"), wait(None, now)), (None, Some(0), None));
    }

    #[tokio::test]
    async fn a_name_that_leads_into_the_house_leads_nowhere() {
        use std::str::FromStr as _;

        let found = PublicOnly.resolve(Name::from_str("localhost").unwrap()).await;
        assert!(found.is_err_and(|cause| cause.to_string() == "no public address"));
    }

    #[tokio::test]
    async fn no_push_reaches_the_house_by_a_name() {
        let house = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://localhost:{}/push", house.local_addr().unwrap().port());
        let client = client(&"http://127.0.0.1:1".parse().unwrap()).unwrap();
        tokio::select! {
            answer = client.post(address).send() => assert!(answer.unwrap_err().is_connect()),
            _ = house.accept() => panic!("it was reached"),
        }
    }
}
