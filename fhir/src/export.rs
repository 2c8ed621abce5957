//! A record as one Bundle, resource by resource as they came, and what Daybook reads of such a
//! Bundle when it comes back.
//!
//! Identity is sender, type and id, so each entry names the sender of its resource in an extension
//! ([`CAME_FROM`]), and the key of one that has no id. Its `fullUrl` is the one under which it came:
//! what other resources call it by leads to it again. One that came without, or with one that is
//! taken, gets an address of its own under its sender, from which relative references lead to
//! resources of the same sender; the extension then says under which one it came.

use std::{
    collections::HashSet,
    fmt::Write as _, // Writing to a string can't fail, hence each `let _`.
    fs::File,
    hash::{BuildHasher, RandomState},
    io::{self, Read as _},
    path::Path,
};

use domain::{id::RecordId, record::Kept, time::PartialDate};
use serde_json::json;

use crate::{json::Object, told::Own};

/// The extension of an entry that says whose the resource is.
const CAME_FROM: &str = "urn:daybook:came-from";
/// The extension of an entry that no clinic sent: the person told it in Daybook, or their care team keeps it
/// there. It does not come in again, from whomever the file comes.
const OWN: &str = "urn:daybook:own";
/// Addresses that an export made up begin with it. No network has a host of this name.
const MADE: &str = "https://daybook.invalid/senders/";

/// What an export says of where a resource came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    pub sender: String,
    /// The key of what has no id.
    pub key: Option<String>,
    /// The address under which it came, when another entry has that one.
    pub full_url: Option<String>,
}

/// Whether an export made this address up.
pub fn is_made(url: &str) -> bool {
    url.starts_with(MADE)
}

/// Writes a Bundle of type `collection` piece by piece.
#[derive(Debug, Default)]
pub struct Bundle {
    /// Addresses that are taken, as hashes.
    taken: HashSet<u64>,
    /// Where the person stands.
    subject: Option<String>,
    hasher: RandomState,
}

impl Bundle {
    /// The beginning. `at` is a moment in UTC.
    pub fn begin(record: RecordId, at: PartialDate) -> String {
        let id = json!({ "system": "urn:ietf:rfc:3986", "value": format!("urn:uuid:{record}") });
        format!(r#"{{"resourceType":"Bundle","identifier":{id},"type":"collection","timestamp":"{at}""#)
    }

    /// One entry.
    pub fn entry(&mut self, kept: &Kept) -> String {
        let first = self.taken.is_empty();
        let url = self.address(kept);
        if kept.kind == "Patient" && self.subject.is_none() {
            self.subject = Some(url.clone());
        }
        let id = kept.key.0.strip_prefix(&kept.kind).and_then(|id| id.strip_prefix('/'));
        let mut told = vec![json!({ "url": "sender", "valueString": kept.sender_name })];
        if id.is_none() {
            told.push(json!({ "url": "key", "valueString": kept.key.0 }));
        }
        if let Some(came_under) = kept.full_url.as_ref().filter(|came_under| **came_under != url) {
            told.push(json!({ "url": "full-url", "valueString": came_under }));
        }
        let before = if first { ",\"entry\":[\n" } else { ",\n" };
        let extension = json!([{ "url": CAME_FROM, "extension": told }]);
        format!(r#"{before}{{"fullUrl":{},"extension":{extension},"resource":{}}}"#, json!(url), kept.raw)
    }

    /// One entry of what no clinic sent.
    pub fn own(&mut self, own: &Own) -> String {
        let before = if self.taken.is_empty() { ",\"entry\":[\n" } else { ",\n" };
        self.taken.insert(self.hasher.hash_one(&own.url));
        let extension = json!([{ "url": OWN, "valueBoolean": true }]);
        format!(r#"{before}{{"fullUrl":{},"extension":{extension},"resource":{}}}"#, json!(own.url), own.raw)
    }

    /// Where the person of the record stands, as far as entries were written.
    pub fn subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// The end.
    pub fn end(&self) -> &'static str {
        if self.taken.is_empty() { "}\n" } else { "\n]}\n" }
    }

    fn address(&mut self, kept: &Kept) -> String {
        if let Some(url) = &kept.full_url
            && !url.chars().any(char::is_whitespace)
            && self.taken.insert(self.hasher.hash_one(url))
        {
            return url.clone();
        }
        let mut made = format!("{MADE}{}/", kept.sender);
        if !kept.key.0.starts_with(&format!("{}/", kept.kind)) {
            let _ = write!(made, "{}/", kept.kind);
        }
        for byte in kept.key.0.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._/".contains(&byte) {
                made.push(char::from(byte));
            } else {
                let _ = write!(made, "%{byte:02X}");
            }
        }
        self.taken.insert(self.hasher.hash_one(&made));
        made
    }
}

/// What the entry of an export says.
pub fn came(entry: &Object<'_>) -> Option<Came> {
    let told = entry.list("extension", |one| {
        if one.text("url")?.as_deref() != Some(CAME_FROM) {
            return Ok(None);
        }
        one.list("extension", |part| Ok((part.text("url")?, part.text("valueString")?))).map(Some)
    });
    let parts = told.ok()?.into_iter().flatten().next()?;
    let of =
        |name: &str| parts.iter().find(|(url, _)| url.as_deref() == Some(name)).and_then(|(_, text)| text.as_deref());
    let owned = |name: &str| of(name).map(str::to_owned);
    Some(Came { sender: owned("sender")?, key: owned("key"), full_url: owned("full-url") })
}

/// Whether no clinic sent the resource of an entry.
pub fn is_own(entry: &Object<'_>) -> bool {
    let own = entry.list("extension", |one| Ok(one.text("url")?.as_deref() == Some(OWN)));
    own.is_ok_and(|own| own.contains(&true))
}

/// Whether a file may be an export: whether the name of the extension occurs in it.
pub fn is_marked(path: &Path) -> io::Result<bool> {
    let mark = CAME_FROM.as_bytes();
    let mut file = File::open(path)?;
    let mut buffer = vec![0; 256 << 10];
    let mut kept = 0;
    loop {
        let read = file.read(&mut buffer[kept..])?;
        if read == 0 {
            return Ok(false);
        }
        let end = kept + read;
        if buffer[..end].windows(mark.len()).any(|part| part == mark) {
            return Ok(true);
        }
        // The mark may lie across two readings.
        kept = end.min(mark.len() - 1);
        buffer.copy_within(end - kept..end, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::record::ResourceKey;
    use serde_json::Value;

    fn kept(sender: &str, key: &str, full_url: Option<&str>, raw: &str) -> Kept {
        Kept {
            sender: format!("01900000-0000-7000-8000-00000000000{sender}").parse().unwrap(),
            sender_name: sender.into(),
            key: ResourceKey(key.into()),
            kind: "Observation".into(),
            full_url: full_url.map(Into::into),
            raw: raw.into(),
        }
    }

    fn written(all: &[Kept]) -> (String, Value) {
        let mut bundle = Bundle::default();
        let mut text = Bundle::begin(
            "01900000-0000-7000-8000-000000000000".parse().unwrap(),
            "2026-11-22T03:04:05Z".parse().unwrap(),
        );
        for one in all {
            text += &bundle.entry(one);
        }
        text += bundle.end();
        let value = serde_json::from_str(&text).unwrap();
        (text, value)
    }

    #[test]
    fn resources_stay_byte_for_byte_and_know_whose_they_are() {
        let raw = "{ \"resourceType\": \"Observation\",\n \"id\":\"1\", \"value\": 1.40 }";
        let (text, bundle) = written(&[kept("a", "Observation/1", Some("urn:uuid:x"), raw)]);
        assert!(text.contains(raw));
        let entry = &bundle["entry"][0];
        assert_eq!(entry["fullUrl"], "urn:uuid:x");
        let came = came(&Object::parse(&entry.to_string()).unwrap()).unwrap();
        assert_eq!(came, Came { sender: "a".into(), key: None, full_url: None });
    }

    #[test]
    fn no_two_entries_share_an_address() {
        let one = || kept("a", "Observation/1", Some("urn:uuid:x"), "{}");
        let other = Kept { full_url: None, ..kept("b", "sha256:00", None, "{}") };
        let (_, bundle) = written(&[one(), kept("b", "Observation/1", Some("urn:uuid:x"), "{}"), other]);
        let url = |at: usize| bundle["entry"][at]["fullUrl"].as_str().unwrap();
        assert_eq!(url(0), "urn:uuid:x");
        assert!(is_made(url(1)) && url(1).ends_with("/Observation/1"), "{}", url(1));
        let second = came(&Object::parse(&bundle["entry"][1].to_string()).unwrap()).unwrap();
        assert_eq!(second, Came { sender: "b".into(), key: None, full_url: Some("urn:uuid:x".into()) });
        assert!(is_made(url(2)) && url(2).ends_with("/Observation/sha256%3A00"), "{}", url(2));
    }

    #[test]
    fn an_empty_record_has_no_empty_list() {
        assert_eq!(written(&[]).1.get("entry"), None);
    }

    #[test]
    fn the_mark_of_an_export_is_found_across_readings() {
        for before in [0, (256 << 10) - 5, 700_000] {
            let file = tempfile::NamedTempFile::new().unwrap();
            std::fs::write(file.path(), format!("{}{CAME_FROM}", " ".repeat(before))).unwrap();
            assert!(is_marked(file.path()).unwrap(), "{before}");
        }
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "urn:daybook:came").unwrap();
        assert!(!is_marked(file.path()).unwrap());
    }
}
