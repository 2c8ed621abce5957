//! Showing a push service who sends (VAPID, RFC 8292): a signed word for that service, good for some hours.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{
    secret::{Keys, Purpose},
    time::Instant,
};
use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};

/// So long the word is good. The standard allows a day.
const GOOD_SECONDS: i64 = 12 * 3_600;

/// Daybook's key for push services.
#[derive(Clone)]
pub struct Vapid {
    key: SigningKey,
    public: Vec<u8>,
    /// Whom a push service may turn to.
    subject: String,
}

impl Vapid {
    /// The key comes from the key file, so it is the same each time and stands in no database. With another
    /// key file every browser has to subscribe anew.
    pub fn new(keys: &Keys, subject: &str) -> Option<Self> {
        // Almost every number is a key.
        let key = (0..8)
            .find_map(|n| SigningKey::from_slice(&keys.keyed_hash(Purpose::PushSender, &format!("vapid {n}"))).ok())?;
        let public = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
        Some(Self { key, public, subject: subject.to_owned() })
    }

    /// The public key, as browsers take it: an uncompressed point.
    pub fn public(&self) -> &[u8] {
        &self.public
    }

    /// The header by which the push service of an address knows us.
    pub fn authorization(&self, origin: &str, now: Instant) -> String {
        let part = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let until = now.0 / 1_000_000 + GOOD_SECONDS;
        let text = format!(
            "{}.{}",
            part(serde_json::json!({ "typ": "JWT", "alg": "ES256" })),
            part(serde_json::json!({ "aud": origin, "exp": until, "sub": self.subject }))
        );
        let signature: Signature = self.key.sign(text.as_bytes());
        let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        format!("vapid t={text}.{}, k={}", encode(&signature.to_bytes()), encode(&self.public))
    }
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::{VerifyingKey, signature::Verifier as _};

    use super::*;

    #[test]
    fn a_push_service_can_check_the_word_with_the_key_that_comes_with_it() {
        let vapid = Vapid::new(&Keys::new([7; 32]), "https://daybook.example").unwrap();
        let now = Instant(1_790_000_000_000_000);
        let header = vapid.authorization("https://fcm.googleapis.com", now);
        let (token, key) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        let key = URL_SAFE_NO_PAD.decode(key).unwrap();
        assert_eq!((key.as_slice(), key.len()), (vapid.public(), 65));
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let signature = Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature).unwrap()).unwrap();
        VerifyingKey::from_sec1_bytes(&key).unwrap().verify(signed.as_bytes(), &signature).unwrap();
        let claims = URL_SAFE_NO_PAD.decode(signed.split_once('.').unwrap().1).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(claims["aud"], "https://fcm.googleapis.com");
        assert_eq!(claims["sub"], "https://daybook.example");
        assert_eq!(claims["exp"], 1_790_000_000 + 43_200);
    }

    #[test]
    fn the_key_is_the_same_for_the_same_key_file_and_for_no_other() {
        let public = |master| Vapid::new(&Keys::new(master), "x").unwrap().public().to_vec();
        assert_eq!(public([7; 32]), public([7; 32]));
        assert_ne!(public([7; 32]), public([8; 32]));
    }
}
