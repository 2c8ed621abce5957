//! A push service on loopback with the browsers that it serves: it checks who sends, as RFC 8292 says, and the
//! browsers decrypt what comes, as RFC 8291 says, independently of what encrypts it.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use aes_gcm::{Aes128Gcm, KeyInit as _, Nonce, aead::Aead as _};
use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    response::{IntoResponse as _, Response},
    routing::post,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::secret::hex;
use hmac::{Hmac, Mac as _};
use http::{HeaderMap, StatusCode};
use p256::{
    PublicKey, SecretKey,
    ecdsa::{Signature, VerifyingKey, signature::Verifier as _},
    elliptic_curve::sec1::ToSec1Point as _,
};
use serde_json::Value;
use sha2::Sha256;

/// How the service answers; it can be told another way at any time.
#[derive(Debug, Clone)]
pub enum Manner {
    /// With this status.
    Says(StatusCode),
    /// With 429, and when to come again.
    Busy(&'static str),
    /// Leads elsewhere.
    Redirects(String),
    /// Takes it, and answers with far too much.
    Chatters,
    /// Takes it, and never says so.
    Stalls,
}

/// A push as its browser reads it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Which browser.
    pub to: String,
    pub headers: HeaderMap,
    /// What the word of the sender claims.
    pub claims: Value,
    /// The key that the word is signed with.
    pub sender: Vec<u8>,
    pub text: Value,
    /// The bytes as they came.
    pub raw: Vec<u8>,
}

/// What all browsers here decrypt with.
struct Browser {
    secret: SecretKey,
    auth: [u8; 16],
}

pub struct PushService {
    pub port: u16,
    state: Arc<Of>,
}

struct Of {
    manner: Mutex<Manner>,
    shown: Mutex<Vec<Shown>>,
    browser: Browser,
}

impl PushService {
    pub async fn start(manner: Manner) -> Self {
        let browser = Browser { secret: SecretKey::from_slice(&[11; 32]).unwrap(), auth: [5; 16] };
        let state = Arc::new(Of { manner: manner.into(), shown: Mutex::default(), browser });
        let app = Router::new().route("/push/{to}", post(take)).with_state(state.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { port, state }
    }

    /// As the flag of `serve` names it.
    pub fn host(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The form by which a browser subscribes.
    pub fn form(&self, browser: &str) -> String {
        let public = self.state.browser.secret.public_key().to_sec1_point(false);
        format!(
            "endpoint={}/push/{browser}&key={}&auth={}",
            self.host(),
            hex(public.as_bytes()),
            hex(&self.state.browser.auth)
        )
    }

    pub fn behave(&self, manner: Manner) {
        *self.state.manner.lock().unwrap() = manner;
    }

    pub fn shown(&self) -> Vec<Shown> {
        self.state.shown.lock().unwrap().clone()
    }
}

async fn take(State(state): State<Arc<Of>>, Path(to): Path<String>, headers: HeaderMap, body: Bytes) -> Response {
    let (claims, sender) = check(&headers);
    let text = state.browser.read(&body);
    let shown = Shown { to, headers, claims, sender, text, raw: body.to_vec() };
    state.shown.lock().unwrap().push(shown);
    let manner = state.manner.lock().unwrap().clone();
    match manner {
        Manner::Says(status) => status.into_response(),
        Manner::Busy(after) => (StatusCode::TOO_MANY_REQUESTS, [("retry-after", after)]).into_response(),
        Manner::Redirects(to) => (StatusCode::TEMPORARY_REDIRECT, [("location", to)]).into_response(),
        Manner::Chatters => (StatusCode::CREATED, vec![b'a'; 50_000_000]).into_response(),
        Manner::Stalls => {
            tokio::time::sleep(Duration::from_mins(5)).await;
            StatusCode::CREATED.into_response()
        }
    }
}

/// The word of the sender, when its signature is right.
fn check(headers: &HeaderMap) -> (Value, Vec<u8>) {
    let header = headers["authorization"].to_str().unwrap();
    let (token, key) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
    let key = URL_SAFE_NO_PAD.decode(key).unwrap();
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let signature = Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature).unwrap()).unwrap();
    VerifyingKey::from_sec1_bytes(&key).unwrap().verify(signed.as_bytes(), &signature).unwrap();
    let (head, claims) = signed.split_once('.').unwrap();
    let json = |part: &str| serde_json::from_slice::<Value>(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
    assert_eq!(json(head)["alg"], "ES256");
    (json(claims), key)
}

fn hmac(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key).unwrap();
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}

impl Browser {
    fn read(&self, body: &[u8]) -> Value {
        let (salt, rest) = body.split_at(16);
        let (size, rest) = rest.split_at(4);
        assert!(u32::from_be_bytes(size.try_into().unwrap()) >= 18 && body.len() <= 4_096);
        let (length, rest) = rest.split_first().unwrap();
        let (theirs, record) = rest.split_at(usize::from(*length));
        let public = PublicKey::from_sec1_bytes(theirs).unwrap();
        let shared = self.secret.diffie_hellman(&public);
        let ours = self.secret.public_key().to_sec1_point(false);
        let of_auth = hmac(&self.auth, &[shared.raw_secret_bytes()]);
        let of_both = hmac(&of_auth, &[b"WebPush: info\0", ours.as_bytes(), theirs, &[1]]);
        let of_salt = hmac(salt, &[&of_both]);
        let key = hmac(&of_salt, &[b"Content-Encoding: aes128gcm\0", &[1]]);
        let nonce: [u8; 12] = hmac(&of_salt, &[b"Content-Encoding: nonce\0", &[1]])[..12].try_into().unwrap();
        let mut text = Aes128Gcm::new_from_slice(&key[..16]).unwrap().decrypt(&Nonce::from(nonce), record).unwrap();
        while text.pop() == Some(0) {}
        serde_json::from_slice(&text).unwrap()
    }
}
