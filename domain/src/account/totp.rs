//! The codes of a code app: six digits that change each half minute (RFC 6238 with SHA-1, which is
//! what every app can do).

use std::fmt;

use totp_rs::{Algorithm, Builder, Secret, Totp};

use crate::{Error, Result, secret, time::Instant};

/// A code holds for so many seconds.
const STEP: u64 = 30;
/// So many steps that a clock may be wrong either way.
const SKEW: u16 = 1;

/// What an app makes its codes from: 160 random bits.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; Self::LENGTH]);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    pub const LENGTH: usize = 20;

    pub fn new() -> Result<Self> {
        Ok(Self(secret::random()?))
    }

    pub const fn from_bytes(bytes: [u8; Self::LENGTH]) -> Self {
        Self(bytes)
    }

    pub(super) const fn bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }

    /// For people to type into their app: 32 letters and digits (base32).
    pub fn text(&self) -> String {
        Secret::from(self.0).to_base32()
    }

    /// For the app to read from a QR code.
    pub fn address(&self, name: &str) -> String {
        let name: String = name
            .bytes()
            .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
            .collect();
        format!("otpauth://totp/Daybook:{name}?secret={}&issuer=Daybook&digits=6&period={STEP}", self.text())
    }

    /// The code of a moment.
    pub fn code(&self, now: Instant) -> Result<String> {
        Ok(self.totp()?.generate(seconds(now)).to_string())
    }

    /// The half minute that a typed code belongs to, when it is of now or next to it.
    pub(super) fn step(&self, typed: &str, now: Instant) -> Result<Option<i64>> {
        let step = self.totp()?.check(typed, seconds(now));
        step.map(|step| i64::try_from(step).map_err(Error::internal)).transpose()
    }

    fn totp(&self) -> Result<Totp> {
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(6)
            .with_step_duration(STEP)
            .with_skew(SKEW)
            .with_secret(self.0)
            .build()
            .map_err(|cause| Error::internal(cause.to_string()))
    }
}

/// Whole seconds of Unix time; before it there are no codes.
fn seconds(now: Instant) -> u64 {
    u64::try_from(now.0.div_euclid(1_000_000)).unwrap_or(0)
}

/// The six digits that someone meant, whatever stands between them; `None` when it is something
/// else, such as a recovery code.
pub(super) fn read_digits(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '‑')).collect();
    (digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: Key = Key::from_bytes(*b"12345678901234567890");

    fn at(seconds: i64) -> Instant {
        Instant(seconds * 1_000_000)
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, with the last six of its eight digits.
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(KEY.code(at(second)).unwrap(), code);
        }
    }

    #[test]
    fn a_clock_may_be_half_a_minute_wrong_and_no_more() {
        let code = KEY.code(at(1_111_111_109)).unwrap();
        let step = 1_111_111_109 / 30;
        for (second, known) in [(-31, true), (0, true), (30, true), (-62, false), (61, false)] {
            let found = KEY.step(&code, at(1_111_111_109 + second)).unwrap();
            assert_eq!(found, known.then_some(step), "{second}");
        }
    }

    #[test]
    fn the_address_holds_the_key_and_any_name() {
        assert_eq!(
            KEY.address("Zoé & Co"),
            "otpauth://totp/Daybook:Zo%C3%A9%20%26%20Co?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Daybook&digits=6&period=30"
        );
        assert_eq!(format!("{KEY:?}"), "Key(…)");
    }

    #[test]
    fn digits_are_read_as_people_type_them() {
        assert_eq!(read_digits(" 287 082 "), Some("287082".into()));
        assert_eq!(read_digits("287-082"), Some("287082".into()));
        assert_eq!(read_digits("28708"), None);
        assert_eq!(read_digits("K7QM-2XRD-9VTB"), None);
        assert_eq!(read_digits("٢٨٧٠٨٢"), None);
    }
}
