//! Which push services a browser may name, and what it tells of itself.
//!
//! The address of a push comes from outside. It is believed when it leads, over https, to one of the push
//! services that the operator knows.

use std::{fmt, net::IpAddr, str::FromStr};

#[cfg(feature = "server")]
use crate::{Error, FieldCode, Result};

/// The push services of the browsers that there are.
pub const KNOWN_HOSTS: &str =
    "fcm.googleapis.com,*.push.apple.com,updates.push.services.mozilla.com,*.notify.windows.com";
/// No address of a push service is longer.
const LONGEST: usize = 1_024;

/// One push service.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Host {
    /// `fcm.googleapis.com`.
    Exactly(String),
    /// `*.push.apple.com`: what stands behind the star, with its dot.
    Under(String),
    /// `http://127.0.0.1:8080`: a push service of this machine, for tests.
    OnThisMachine(String),
}

/// The push services that an address may lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hosts(Vec<Host>);

/// The text names no push services.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no host; write a name as fcm.googleapis.com or *.push.apple.com, or none to send no pushes")]
pub struct NotAHost(String);

impl FromStr for Hosts {
    type Err = NotAHost;

    /// Reads a list with commas; `none` is an empty one.
    fn from_str(text: &str) -> std::result::Result<Self, NotAHost> {
        if text.trim() == "none" {
            return Ok(Self(Vec::new()));
        }
        text.split(',').map(|one| host(one.trim())).collect::<std::result::Result<_, _>>().map(Self)
    }
}

fn host(text: &str) -> std::result::Result<Host, NotAHost> {
    let wrong = || NotAHost(text.to_owned());
    if let Some(authority) = text.strip_prefix("http://") {
        let address: std::net::SocketAddr = authority.parse().map_err(|_| wrong())?;
        return if address.ip().is_loopback() { Ok(Host::OnThisMachine(text.to_owned())) } else { Err(wrong()) };
    }
    let text = text.to_ascii_lowercase();
    match text.strip_prefix("*.") {
        Some(rest) if is_name(rest) => Ok(Host::Under(format!(".{rest}"))),
        None if is_name(&text) => Ok(Host::Exactly(text)),
        _ => Err(wrong()),
    }
}

/// A name with a dot in it, and no number: numbers lead anywhere.
fn is_name(text: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(label)
        && text.rsplit('.').next().is_some_and(|top| !top.bytes().all(|b| b.is_ascii_digit()))
}

impl Hosts {
    /// Whether there is none: no pushes are sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one of them is on this machine, and so needs no https.
    pub fn hold_this_machine(&self) -> bool {
        self.0.iter().any(|host| matches!(host, Host::OnThisMachine(_)))
    }

    /// Whether an address leads to one of them: over https, to the port of https, with nothing before the name.
    pub fn hold(&self, endpoint: &str) -> bool {
        if endpoint.len() > LONGEST || !endpoint.bytes().all(|b| b.is_ascii_graphic() && b != b'\\' && b != b'#') {
            return false;
        }
        let (scheme, rest) = endpoint.split_once("://").unwrap_or_default();
        let (authority, path) = rest.split_once('/').unwrap_or_default();
        if path.is_empty() {
            return false;
        }
        self.0.iter().any(|host| match host {
            Host::Exactly(name) => scheme == "https" && authority == name,
            Host::Under(end) => scheme == "https" && is_name(authority) && authority.ends_with(end.as_str()),
            Host::OnThisMachine(origin) => format!("{scheme}://{authority}") == *origin,
        })
    }
}

/// Whether a machine of the internet has this address: not this one, nor one of the house.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            !(v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_broadcast()
                || v4.is_documentation()
                || v4.is_multicast()
                || a == 0
                || a >= 240
                || (a == 100 && (64..128).contains(&b))
                || (a == 192 && b == 0 && c == 0)
                || (a == 198 && (18..20).contains(&b)))
        }
        IpAddr::V6(v6) => {
            if let Some(v4) = v6.to_ipv4_mapped() {
                return is_public(IpAddr::V4(v4));
            }
            // 2000::/3 is what the internet uses, but for addresses that wrap one of version 4, or are for books.
            let [first, second, ..] = v6.segments();
            first & 0xe000 == 0x2000 && first != 0x2002 && !(first == 0x2001 && matches!(second, 0 | 0x0db8))
        }
    }
}

/// What a browser tells of itself, so that pushes can be sent to it. It is a secret of the device.
#[derive(Clone, PartialEq, Eq)]
pub struct Subscription {
    pub endpoint: String,
    /// The browser's public key, an uncompressed point of P-256.
    pub p256dh: [u8; 65],
    /// The secret of both, that proves who encrypted.
    pub auth: [u8; 16],
}

impl fmt::Debug for Subscription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Subscription(…)")
    }
}

impl Subscription {
    /// Reads what a browser sent: its address at the push service, and its keys as hexadecimal digits.
    ///
    /// # Errors
    /// `endpoint: NotAChoice` when it leads to no push service that is known; `key: Malformed`.
    #[cfg(feature = "server")]
    pub fn new(hosts: &Hosts, endpoint: &str, p256dh: &str, auth: &str) -> Result<Self> {
        if !hosts.hold(endpoint) {
            return Err(Error::field("endpoint", FieldCode::NotAChoice));
        }
        Self::read(endpoint, p256dh, auth).ok_or_else(|| Error::field("key", FieldCode::Malformed))
    }

    #[cfg(feature = "server")]
    fn read(endpoint: &str, p256dh: &str, auth: &str) -> Option<Self> {
        let bytes = |text: &str| crate::secret::unhex(text);
        let p256dh: [u8; 65] = bytes(p256dh)?.try_into().ok()?;
        let auth = bytes(auth)?.try_into().ok()?;
        (p256dh[0] == 4).then(|| Self { endpoint: endpoint.to_owned(), p256dh, auth })
    }

    /// As it is sealed.
    #[cfg(feature = "server")]
    pub(super) fn packed(&self) -> Vec<u8> {
        [self.p256dh.as_slice(), &self.auth, self.endpoint.as_bytes()].concat()
    }

    /// What [`Self::packed`] made.
    #[cfg(feature = "server")]
    pub(super) fn unpacked(bytes: &[u8]) -> Option<Self> {
        let (p256dh, rest) = bytes.split_first_chunk::<65>()?;
        let (auth, endpoint) = rest.split_first_chunk::<16>()?;
        Some(Self { endpoint: String::from_utf8(endpoint.to_vec()).ok()?, p256dh: *p256dh, auth: *auth })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Hosts {
        KNOWN_HOSTS.parse().unwrap()
    }

    #[test]
    fn addresses_of_the_push_services_of_browsers_are_taken() {
        for endpoint in [
            "https://fcm.googleapis.com/fcm/send/dpH5lCsTSSM:APA91b",
            "https://web.push.apple.com/QGuQyavXutnMH",
            "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABk",
            "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAD",
        ] {
            assert!(known().hold(endpoint), "{endpoint}");
        }
    }

    #[test]
    fn an_address_leads_over_https_to_a_push_service_that_is_known_and_nowhere_else() {
        for endpoint in [
            "http://fcm.googleapis.com/fcm/send/x",
            "https://evil.example/fcm.googleapis.com/x",
            "https://fcm.googleapis.com.evil.example/x",
            "https://evilfcm.googleapis.com/x",
            "https://fcm.googleapis.com@evil.example/x",
            "https://evil.example\\@fcm.googleapis.com/x",
            "https://evil.example#.push.apple.com/x",
            "https://evil.example?.push.apple.com/x",
            "https://user:secret@web.push.apple.com/x",
            "https://fcm.googleapis.com:8443/x",
            "https://push.apple.com/x",
            "https://.push.apple.com/x",
            "https://notpush.apple.com/x",
            "https://fcm.googleapis.com",
            "https://fcm.googleapis.com/",
            "https://fcm.googleapis.com/a b",
            "https://fcm.googleapis.com/a\r\nX-Header: b",
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "https://169.254.169.254/latest/meta-data",
            "https://localhost/x",
            "http://127.0.0.1:8080/x",
            "file:///etc/passwd",
            "",
        ] {
            assert!(!known().hold(endpoint), "{endpoint:?}");
        }
        assert!(!known().hold(&format!("https://fcm.googleapis.com/{}", "a".repeat(LONGEST))));
    }

    #[test]
    fn a_push_service_of_this_machine_is_for_who_names_it_with_its_port() {
        let hosts: Hosts = "fcm.googleapis.com, http://127.0.0.1:8080".parse().unwrap();
        assert!(hosts.hold("http://127.0.0.1:8080/push/1") && hosts.hold("https://fcm.googleapis.com/x"));
        for other in
            ["http://127.0.0.1:8081/x", "http://127.0.0.1/x", "https://127.0.0.1:8080/x", "http://127.0.0.1:80801/x"]
        {
            assert!(!hosts.hold(other), "{other}");
        }
    }

    #[test]
    fn a_list_of_hosts_holds_names_only() {
        let none: Hosts = "none".parse().unwrap();
        assert!(none.is_empty() && !none.hold("https://fcm.googleapis.com/x"));
        for wrong in [
            "",
            "*",
            "*.",
            "com",
            "https://fcm.googleapis.com",
            "192.168.0.1",
            "http://192.168.0.1:80",
            "http://127.0.0.1",
            "a..b",
            "*.*.apple.com",
            "a.example/x",
        ] {
            assert!(wrong.parse::<Hosts>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn machines_of_the_house_are_no_push_services() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "::ffff:10.0.0.1",
            "2001:db8::1",
            "2002:0a00:0001::1",
            "2001::1",
            "2001:0:4136:e378:8000:63bf:3fff:fdd2",
            "ff02::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["142.250.74.10", "17.188.143.1", "2a00:1450:4007:80e::200a", "::ffff:142.250.74.10"] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

    #[cfg(feature = "server")]
    #[test]
    fn what_a_browser_sends_is_read_and_packed_and_never_printed() {
        let (key, auth) = (format!("04{}", "ab".repeat(64)), "cd".repeat(16));
        let endpoint = "https://fcm.googleapis.com/fcm/send/x";
        let read = Subscription::new(&known(), endpoint, &key, &auth).unwrap();
        assert_eq!(Subscription::unpacked(&read.packed()).unwrap(), read);
        assert!(!format!("{read:?}").contains("googleapis"));
        for (key, auth) in
            [("", auth.as_str()), (&key[2..], &auth), (&key, "cd"), (&key.replace("04a", "02a"), &auth), ("zz", &auth)]
        {
            assert!(Subscription::new(&known(), endpoint, key, auth).is_err(), "{key} {auth}");
        }
        assert!(Subscription::new(&known(), "https://evil.example/x", &key, &auth).is_err());
    }
}
