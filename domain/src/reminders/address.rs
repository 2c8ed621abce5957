//! Addresses of mail.

use std::fmt;

use crate::{Error, FieldCode, Result};

/// An address that mail can be sent to, of the plain form that everyone has: `name@example.org`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Reads what was typed. The part behind the @ is lowered; quotes, comments and letters beyond ASCII
    /// are not taken, since not every server on the way does.
    ///
    /// # Errors
    /// `address: Missing`, `TooLong` or `Malformed`.
    pub fn new(typed: &str) -> Result<Self> {
        let wrong = |code| Err(Error::field("address", code));
        let typed = typed.trim();
        if typed.is_empty() {
            return wrong(FieldCode::Missing);
        }
        if typed.len() > 254 {
            return wrong(FieldCode::TooLong);
        }
        match typed.rsplit_once('@') {
            Some((local, domain)) if is_local(local) && is_domain(domain) => {
                Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
            }
            _ => wrong(FieldCode::Malformed),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_local(local: &str) -> bool {
    let atom = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&b))
    };
    local.len() <= 64 && local.split('.').all(atom)
}

fn is_domain(domain: &str) -> bool {
    let label = |part: &str| {
        (1..=63).contains(&part.len())
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    // The last one names a country or a kind, and is no number.
    domain.contains('.')
        && domain.split('.').all(label)
        && domain.rsplit('.').next().is_some_and(|top| top.len() > 1 && !top.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_addresses_are_read() {
        for (typed, read) in [
            ("ada@example.org", "ada@example.org"),
            (" Ada.Quill+daybook@Mail.Example.ORG ", "Ada.Quill+daybook@mail.example.org"),
            ("o'neill@xn--bcher-kva.example", "o'neill@xn--bcher-kva.example"),
        ] {
            assert_eq!(Address::new(typed).unwrap().as_str(), read);
        }
    }

    #[test]
    fn what_is_no_address_or_more_than_one_is_refused() {
        for typed in [
            "ada",
            "ada@",
            "@example.org",
            "ada@localhost",
            "ada@example",
            "ada@@example.org",
            "a da@example.org",
            "ada@exa mple.org",
            ".ada@example.org",
            "ada.@example.org",
            "a..b@example.org",
            "ada@-example.org",
            "ada@example-.org",
            "ada@example..org",
            "ada@192.0.2.1",
            "ada@[192.0.2.1]",
            "\"ada\"@example.org",
            "ada@example.org,ben@example.org",
            "ada@example.org\r\nBcc: ben@example.org",
            "Ada <ada@example.org>",
            "adá@example.org",
            "ada@exämple.org",
            "ada@example.o",
        ] {
            assert!(matches!(Address::new(typed), Err(Error::Invalid(_))), "{typed:?} was taken");
        }
        let code = |typed: &str| match Address::new(typed) {
            Err(Error::Invalid(fields)) => fields[0].code,
            other => panic!("{other:?}"),
        };
        assert_eq!(code("  "), FieldCode::Missing);
        assert_eq!(code(&format!("{}@example.org", "a".repeat(250))), FieldCode::TooLong);
    }
}
