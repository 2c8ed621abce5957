//! Secrets: random tokens, keyed hashes of codes, and sealing of what must be read back.
//!
//! All keys come from one master key that is kept outside the database.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

use crate::{Error, Result};

/// Letters and digits that can't be taken for one another (Crockford).
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The keys of this installation. Cheap to clone; never printed.
#[derive(Clone)]
pub struct Keys {
    master: std::sync::Arc<[u8; 32]>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

/// What a key is for; each purpose has a key of its own.
#[derive(Debug, Clone, Copy)]
pub enum Purpose {
    InvitationCode,
    Draft,
    SignInName,
    Totp,
    RecoveryCode,
    MailCode,
    /// The address and keys of a browser that takes pushes.
    PushDevice,
    /// The key that shows push services who sends.
    PushSender,
    /// What a tap on a notification may do.
    PushTap,
    /// The links in mails to someone else who is told of doses.
    Told,
    /// What a device knows an account by.
    DeviceName,
    /// By which a device opens what it keeps.
    DeviceKey,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::InvitationCode => b"invitation-code",
            Self::Draft => b"draft",
            Self::SignInName => b"sign-in-name",
            Self::Totp => b"totp",
            Self::RecoveryCode => b"recovery-code",
            Self::MailCode => b"mail-code",
            Self::PushDevice => b"push-device",
            Self::PushSender => b"push-sender",
            Self::PushTap => b"push-tap",
            Self::Told => b"told",
            Self::DeviceName => b"device-name",
            Self::DeviceKey => b"device-key",
        }
    }
}

impl Keys {
    pub fn new(master: [u8; 32]) -> Self {
        Self { master: master.into() }
    }

    fn derive(&self, purpose: Purpose) -> [u8; 32] {
        mac(self.master.as_ref(), purpose.label())
    }

    /// A keyed hash: the same text gives the same bytes, and nobody without the key can tell which.
    pub fn keyed_hash(&self, purpose: Purpose, text: &str) -> [u8; 32] {
        mac(&self.derive(purpose), text.as_bytes())
    }

    /// The code for people to type that belongs to a text: the same text gives the same code, and nobody
    /// without the key can tell which. It need not be stored to be sent later or compared.
    pub fn code_for(&self, purpose: Purpose, text: &str) -> String {
        let hash = self.keyed_hash(purpose, text);
        code_of(hash.first_chunk().unwrap_or(&[0; 12]))
    }

    /// Seals `plain` so that only [`Keys::open`] with the same `bound_to` reads it.
    pub fn seal(&self, purpose: Purpose, bound_to: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
        let nonce: [u8; 24] = random()?;
        let cipher = XChaCha20Poly1305::new(&self.derive(purpose).into());
        let sealed = cipher
            .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: bound_to })
            .map_err(|_| Error::internal("sealing failed"))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Reads what [`Keys::seal`] sealed; `None` when it was changed or bound to something else.
    pub fn open(&self, purpose: Purpose, bound_to: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<24>()?;
        XChaCha20Poly1305::new(&self.derive(purpose).into())
            .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: bound_to })
            .ok()
    }
}

fn mac(key: &[u8], message: &[u8]) -> [u8; 32] {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key).expect("any key length");
    mac.update(message);
    mac.finalize().into_bytes().into()
}

/// Bytes from the operating system's generator.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    Ok(bytes)
}

/// SHA-256 of a text.
pub fn sha256(text: &[u8]) -> [u8; 32] {
    Sha256::digest(text).into()
}

/// A token of 256 random bits as 64 hexadecimal digits; only its [`sha256`] is stored.
pub fn token() -> Result<String> {
    Ok(hex(&random::<32>()?))
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The bytes that [`hex`] wrote; `None` for anything else.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let (pairs, odd) = digits.as_deref()?.as_chunks::<2>();
    odd.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

/// A code for people to type: 12 Crockford characters, 60 random bits.
pub fn code() -> Result<String> {
    Ok(code_of(&random()?))
}

/// Twelve bytes as a code.
fn code_of(bytes: &[u8; 12]) -> String {
    bytes.iter().map(|b| char::from(CROCKFORD[usize::from(b & 31)])).collect()
}

/// The code that a person meant: spaces and dashes dropped, small letters raised, O read as 0,
/// I and L as 1. `None` when it can't be a code.
pub fn read_code(typed: &str) -> Option<String> {
    let code: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '‑'))
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    (code.len() == 12 && code.bytes().all(|b| CROCKFORD.contains(&b))).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_opens_only_for_what_it_was_bound_to() {
        let keys = Keys::new([7; 32]);
        let sealed = keys.seal(Purpose::Draft, b"anna", b"a tired evening").unwrap();
        assert_eq!(keys.open(Purpose::Draft, b"anna", &sealed).unwrap(), b"a tired evening");
        assert_eq!(keys.open(Purpose::Draft, b"ben", &sealed), None);
        assert_eq!(Keys::new([8; 32]).open(Purpose::Draft, b"anna", &sealed), None);
        assert_eq!(keys.open(Purpose::Draft, b"anna", &sealed[..10]), None);
    }

    #[test]
    fn hexadecimal_digits_are_read_back_and_nothing_else_is() {
        assert_eq!(unhex(&hex(&[0, 9, 171, 255])), Some(vec![0, 9, 171, 255]));
        assert_eq!((unhex("0g"), unhex("abc"), unhex("é0")), (None, None, None));
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(read_code(" abcd-efgh o1il "), Some("ABCDEFGH0111".into()));
        assert_eq!(read_code("too short"), None);
        assert_eq!(read_code("ABCDEFGHUUUU"), None);
        let made = code().unwrap();
        assert_eq!(read_code(&made.to_lowercase()), Some(made));
    }
}
