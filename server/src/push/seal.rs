//! Encrypting a push for one browser (RFC 8291, with the content coding `aes128gcm` of RFC 8188), so that the
//! push service that carries it can't read it.

use aes_gcm::{
    Aes128Gcm, KeyInit as _, Nonce,
    aead::{Aead as _, Payload},
};
use domain::reminders::push::Subscription;
use hkdf::Hkdf;
use p256::{PublicKey, SecretKey, elliptic_curve::sec1::ToSec1Point as _};
use sha2::Sha256;

/// The size of a record that the coding names; there is one record.
const RECORD: u32 = 4_096;
/// Texts are filled up to a multiple of this, so that their length tells nothing.
const FILLED: usize = 1_024;
/// The most that a push service must take, less what the coding adds.
pub const MOST: usize = 3_072;

/// The text can't be encrypted: it is too long, or the browser's key is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsealable;

/// Encrypts a text for a browser, with a key that is used this once.
pub fn seal(to: &Subscription, text: &[u8]) -> Result<Vec<u8>, Unsealable> {
    let salt = domain::secret::random().map_err(|_| Unsealable)?;
    let once = one_time_key().ok_or(Unsealable)?;
    if text.len() >= MOST {
        return Err(Unsealable);
    }
    let filled = (text.len() + 1).next_multiple_of(FILLED) - text.len() - 1;
    seal_with(to, text, &once, salt, filled)
}

/// A random key. Almost every number is one.
fn one_time_key() -> Option<SecretKey> {
    (0..8).find_map(|_| SecretKey::from_slice(&domain::secret::random::<32>().ok()?).ok())
}

fn seal_with(
    to: &Subscription,
    text: &[u8],
    once: &SecretKey,
    salt: [u8; 16],
    filled: usize,
) -> Result<Vec<u8>, Unsealable> {
    let browser = PublicKey::from_sec1_bytes(&to.p256dh).map_err(|_| Unsealable)?;
    let ours = once.public_key().to_sec1_point(false);
    let ours = ours.as_bytes();
    let shared = once.diffie_hellman(&browser);
    let keys = Keys::derive(shared.raw_secret_bytes(), &to.auth, (&to.p256dh, ours), salt)?;
    // The last record ends with a two, then nothing but zeros.
    let record = [text, &[2], &vec![0; filled]].concat();
    let cipher = Aes128Gcm::new_from_slice(&keys.content).map_err(|_| Unsealable)?;
    let sealed =
        cipher.encrypt(&Nonce::from(keys.nonce), Payload { msg: &record, aad: &[] }).map_err(|_| Unsealable)?;
    let length = u8::try_from(ours.len()).map_err(|_| Unsealable)?;
    Ok([salt.as_slice(), &RECORD.to_be_bytes(), &[length], ours, &sealed].concat())
}

/// The key and nonce of one push.
struct Keys {
    content: [u8; 16],
    nonce: [u8; 12],
}

impl Keys {
    fn derive(
        shared: &[u8],
        auth: &[u8; 16],
        (browser, ours): (&[u8], &[u8]),
        salt: [u8; 16],
    ) -> Result<Self, Unsealable> {
        let info = [b"WebPush: info\0".as_slice(), browser, ours].concat();
        let of_both: [u8; 32] = expand(auth, shared, &info)?;
        Ok(Self {
            content: expand(&salt, &of_both, b"Content-Encoding: aes128gcm\0")?,
            nonce: expand(&salt, &of_both, b"Content-Encoding: nonce\0")?,
        })
    }
}

fn expand<const N: usize>(salt: &[u8], secret: &[u8], info: &[u8]) -> Result<[u8; N], Unsealable> {
    let mut bytes = [0; N];
    Hkdf::<Sha256>::new(Some(salt), secret).expand(info, &mut bytes).map_err(|_| Unsealable)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

    use super::*;

    fn bytes<const N: usize>(text: &str) -> [u8; N] {
        URL_SAFE_NO_PAD.decode(text).unwrap().try_into().unwrap()
    }

    /// Whom the example of RFC 8291 (section 5 and appendix A) writes to.
    fn browser() -> Subscription {
        Subscription {
            endpoint: "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV".into(),
            p256dh: bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            auth: bytes("BTBZMqHH6r4Tts7J_aSIgg"),
        }
    }

    #[test]
    fn the_example_of_the_standard_comes_out_byte_for_byte() {
        let once = SecretKey::from_slice(&bytes::<32>("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).unwrap();
        let text = b"When I grow up, I want to be a watermelon";
        let sealed = seal_with(&browser(), text, &once, bytes("DGv6ra1nlYgDCS1FRnbzlw"), 0).unwrap();
        assert_eq!(
            URL_SAFE_NO_PAD.encode(sealed),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK\
             6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
        );
    }

    #[test]
    fn the_length_of_a_push_tells_nothing_and_no_two_are_alike() {
        let seal = |text: &str| seal(&browser(), text.as_bytes()).unwrap();
        let (short, long) = (seal("a"), seal(&"a".repeat(400)));
        assert_eq!(short.len(), long.len());
        assert_ne!(seal("a"), short);
        assert!(seal(&"a".repeat(MOST - 1)).len() <= 4_096);
    }

    #[test]
    fn what_is_too_long_or_for_no_key_is_not_encrypted() {
        assert_eq!(seal(&browser(), &[b'a'; MOST]), Err(Unsealable));
        let no_point = Subscription { p256dh: [4; 65], ..browser() };
        assert_eq!(seal(&no_point, b"a"), Err(Unsealable));
    }
}
