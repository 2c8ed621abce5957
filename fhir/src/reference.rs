//! What points to what in a file: every style of FHIR reference, resolved against the resources
//! that the file brings, in a few bytes for each of them.
//!
//! Addresses are kept as 64-bit hashes with a random key, so two of them are taken for each other
//! less than once in a million million files; the text of an address is never needed again.

use std::{
    borrow::Cow,
    collections::HashMap,
    hash::{BuildHasher, RandomState},
};

use domain::record::ResourceKey;

use crate::{
    concept,
    json::{self, Object, Read},
    person, text,
};

/// An address as it is looked up: as written, and its last two steps (`Type/id`).
#[derive(Debug, Clone, Copy)]
pub struct Address {
    exact: u64,
    tail: Option<u64>,
}

/// Where in the file each address is. Resources are counted from zero.
#[derive(Debug, Default)]
pub struct Index {
    hasher: RandomState,
    places: HashMap<u64, u32>,
    keys: Vec<Box<str>>,
    names: HashMap<u32, Name>,
}

/// A name to show, or whose name it is.
#[derive(Debug)]
pub enum Name {
    Is(Box<str>),
    OfOther(Address),
}

impl Index {
    /// Adds a resource under its key and everything else that it may be called.
    pub fn add(&mut self, key: &str, full_url: Option<&str>) -> u32 {
        let place = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        self.keys.push(key.into());
        self.call(key, place);
        if let Some(url) = full_url {
            self.call(without_version(url), place);
        }
        place
    }

    /// Adds another way to call a resource. Who came first keeps the name.
    pub fn call(&mut self, address: &str, place: u32) {
        let hash = self.hasher.hash_one(address);
        self.places.entry(hash).or_insert(place);
    }

    /// Adds a business identifier, as conditional references name it.
    pub fn identify(&mut self, kind: &str, system: &str, value: &str, place: u32) {
        self.call(&conditional(kind, Some(system), value), place);
        self.call(&conditional(kind, None, value), place);
    }

    pub fn key(&self, place: u32) -> &str {
        self.keys.get(place as usize).map_or("", |k| k)
    }

    pub fn address(&self, reference: &str) -> Address {
        let written = without_version(reference.trim());
        if let Some((kind, query)) = written.split_once('?') {
            let kind = kind.rsplit('/').next().unwrap_or(kind);
            let looked_up = query_identifier(query).map(|(system, value)| conditional(kind, system.as_deref(), &value));
            let exact = self.hasher.hash_one(looked_up.as_deref().unwrap_or(written));
            return Address { exact, tail: None };
        }
        let tail = type_and_id(written).map(|tail| self.hasher.hash_one(tail));
        Address { exact: self.hasher.hash_one(written), tail }
    }

    pub fn find(&self, address: Address) -> Option<u32> {
        let tail = || address.tail.and_then(|tail| self.places.get(&tail));
        self.places.get(&address.exact).or_else(tail).copied()
    }

    /// The place of what a reference text names.
    pub fn resolve(&self, reference: &str) -> Option<u32> {
        self.find(self.address(reference))
    }

    pub fn set_name(&mut self, place: u32, name: Name) {
        self.names.insert(place, name);
    }

    pub fn name(&self, place: u32) -> Option<&str> {
        let mut place = place;
        // A role names its person; who names in a circle has no name.
        for _ in 0..3 {
            match self.names.get(&place)? {
                Name::Is(name) => return Some(name),
                Name::OfOther(address) => place = self.find(*address)?,
            }
        }
        None
    }

    /// Gives back what was reserved and not needed.
    pub fn shrink(&mut self) {
        self.places.shrink_to_fit();
        self.keys.shrink_to_fit();
        self.names.shrink_to_fit();
    }
}

/// The address without `/_history/n`.
fn without_version(reference: &str) -> &str {
    reference.split_once("/_history").map_or(reference, |(before, _)| before)
}

/// `Type/id` of a relative or absolute literal reference.
pub fn type_and_id(reference: &str) -> Option<&str> {
    let reference = without_version(reference);
    if reference.starts_with("urn:") || reference.contains('?') {
        return None;
    }
    let slash = reference.rfind('/')?;
    let start = reference[..slash].rfind('/').map_or(0, |at| at + 1);
    let tail = &reference[start..];
    let (kind, id) = tail.split_once('/')?;
    let is_type = kind.starts_with(|c: char| c.is_ascii_uppercase()) && kind.bytes().all(|b| b.is_ascii_alphabetic());
    (is_type && !id.is_empty()).then_some(tail)
}

/// A conditional reference in the one form under which it is looked up.
pub fn conditional(kind: &str, system: Option<&str>, value: &str) -> String {
    match system {
        Some(system) => format!("{kind}?identifier={system}|{value}"),
        None => format!("{kind}?identifier={value}"),
    }
}

/// System and value of `identifier=system|value`; no system when the query leaves it open.
pub fn query_identifier(query: &str) -> Option<(Option<String>, String)> {
    let value = query.split('&').find_map(|part| part.strip_prefix("identifier="))?;
    let value = percent_decoded(value);
    Some(match value.rsplit_once('|') {
        Some((system, value)) => (Some(system.to_owned()), value.to_owned()),
        None => (None, value),
    })
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = text.get(i + 1..i + 3).and_then(|h| u8::from_str_radix(h, 16).ok());
        match (bytes[i], hex) {
            (b'%', Some(byte)) => {
                out.push(byte);
                i += 3;
            }
            (byte, _) => {
                out.push(byte);
                i += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// What people call a resource that others point to; `None` for kinds that have no name to show.
pub fn name_of(kind: &str, object: &Object<'_>, index: &Index) -> Read<Option<Name>> {
    let is = |text: Option<String>| text.map(|t| Name::Is(t.into()));
    let titled = |name: &str| -> Read<Option<String>> { Ok(object.text(name)?.and_then(|t| text::title(&t))) };
    let coded = |name: &str| -> Read<Option<String>> { Ok(concept::one(object, name)?.and_then(|c| c.title())) };
    Ok(match kind {
        "Practitioner" | "RelatedPerson" => is(person::name(object, true)?),
        "Patient" => is(person::name(object, false)?),
        "Organization" | "Location" | "HealthcareService" | "CareTeam" => is(titled("name")?),
        "Medication" | "Condition" | "Substance" => is(coded("code")?),
        "Specimen" => is(coded("type")?),
        "PractitionerRole" => match other(object, "practitioner", index)? {
            None => match other(object, "organization", index)? {
                None => is(concept::titles(object, "code")?.into_iter().next()),
                found => found,
            },
            found => found,
        },
        // Of an order, who ordered is what others want to know.
        "ServiceRequest" => other(object, "requester", index)?,
        _ => None,
    })
}

fn other(object: &Object<'_>, name: &str, index: &Index) -> Read<Option<Name>> {
    let found = object.object(name, |reference| {
        if let Some(display) = reference.text("display")?.and_then(|t| text::title(&t)) {
            return Ok(Some(Name::Is(display.into())));
        }
        Ok(reference.text("reference")?.map(|r| Name::OfOther(index.address(&r))))
    })?;
    Ok(found.flatten())
}

/// The text of every `reference` anywhere in a resource.
///
/// Looks for the name of the field in the raw text: within a string its quotes would be escaped,
/// so the name with its quotes and a colon is always a field.
pub fn all_in(raw: &str) -> impl Iterator<Item = Cow<'_, str>> {
    raw.match_indices("\"reference\"").filter_map(move |(at, name)| {
        let value = raw[at + name.len()..].trim_start().strip_prefix(':')?.trim_start();
        let bytes = value.strip_prefix('"')?.as_bytes();
        let mut end = 0;
        while *bytes.get(end)? != b'"' {
            // What is escaped (some senders write `\/`) can't end the string.
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        json::string(value.get(..end + 2)?).ok()
    })
}

/// The key under which what a reference names is, or will be, in the record: that of a resource in
/// the file, else `Type/id` of one that may have come before.
pub fn key_of(reference: &str, index: &Index) -> Option<ResourceKey> {
    match index.resolve(reference) {
        Some(place) => Some(ResourceKey(index.key(place).to_owned())),
        None => type_and_id(reference.trim()).map(|tail| ResourceKey(tail.to_owned())),
    }
}
