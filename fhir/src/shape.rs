//! The shapes a file may have: a Bundle of any type, one resource, a list, or one of either after
//! the other (NDJSON). Keys may come in any order, so a list called `entry` is taken for that of a
//! Bundle until the object says what it is.

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
    ops::Range,
};

use serde::de::IgnoredAny;

use crate::{
    Limits,
    export::{self, Came},
    json::{self, Object},
    read::{Position, Scanner, newlines, shown},
    refusal::{Refusal, Spot},
};

/// How the resources of a file are counted for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbered {
    /// An entry of a Bundle.
    Entry(u32),
    /// In a list, or one after the other.
    Resource(u32),
}

/// One resource where it stands.
pub struct Found<'a> {
    pub text: &'a str,
    /// Of the first byte in the file.
    pub offset: u64,
    pub spot: Spot,
    pub number: Numbered,
    pub full_url: Option<String>,
    /// What an export of Daybook says of where it came from.
    pub came: Option<Came>,
}

/// What stands where a resource should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    TooLarge,
    NotAnObject,
    NoType,
}

/// What takes the resources of a file, one after the other.
pub trait Sink {
    fn resource(&mut self, found: &Found<'_>) -> Result<(), Refusal>;
    fn flawed(&mut self, spot: Spot, number: Numbered, flaw: Flaw) -> Result<(), Refusal>;
}

/// Goes through the whole file.
pub fn walk(file: &File, limits: &Limits, sink: &mut impl Sink) -> Result<(), Refusal> {
    let scanner = Scanner::new(file, limits.max_bytes, limits.max_depth, limits.max_resource_bytes);
    let mut walk = Walk { scanner, sink, resources: 0, reread: file, limits: *limits };
    walk.all()
}

struct Walk<'s, 'f, S> {
    scanner: Scanner<&'f File>,
    sink: &'s mut S,
    resources: u32,
    reread: &'f File,
    limits: Limits,
}

impl<S: Sink> Walk<'_, '_, S> {
    fn all(&mut self) -> Result<(), Refusal> {
        match self.scanner.ahead(4)? {
            [0xEF, 0xBB, 0xBF, ..] => self.scanner.pass_mark()?,
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Err(Refusal::NotText { at: self.scanner.spot() }),
            [0x1F, 0x8B, ..] | [b'P', b'K', 3, 4] => return Err(Refusal::Packed),
            _ => {}
        }
        let mut any = false;
        loop {
            self.scanner.skip_space()?;
            match self.scanner.peek()? {
                None if any => return Ok(()),
                None => return Err(Refusal::Empty),
                Some(b'{') => self.object()?,
                Some(b'[') => self.list()?,
                Some(b'<') if !any => return Err(Refusal::Xml),
                Some(_) => return Err(self.loose_word()),
            }
            any = true;
        }
    }

    fn next_number(&mut self) -> Numbered {
        self.resources = self.resources.saturating_add(1);
        Numbered::Resource(self.resources)
    }

    /// Something at the top of the file that is neither an object nor a list.
    fn loose_word(&mut self) -> Refusal {
        let start = self.scanner.position();
        self.scanner.keep();
        if let Err(refusal) = self.scanner.pass_value() {
            return refusal;
        }
        let text = self.scanner.kept().unwrap_or_default();
        match serde_json::from_slice::<IgnoredAny>(text) {
            Ok(_) => Refusal::NotFhir { at: start.spot(), found: "a single value, not an object".into() },
            Err(_) => Refusal::NotJson {
                at: start.spot(),
                why: format!("expected {{ or [, found {}", text.first().map_or_else(String::new, |b| shown(*b))),
            },
        }
    }

    /// A list of resources or Bundles.
    fn list(&mut self) -> Result<(), Refusal> {
        self.scanner.keep_no_more();
        self.elements(|walk| {
            if walk.scanner.peek()? == Some(b'{') {
                return walk.object();
            }
            let spot = walk.scanner.spot();
            walk.checked_value()?;
            let number = walk.next_number();
            walk.sink.flawed(spot, number, Flaw::NotAnObject)
        })
    }

    /// Each element of a list; `element` must pass it.
    fn elements(&mut self, mut element: impl FnMut(&mut Self) -> Result<(), Refusal>) -> Result<(), Refusal> {
        self.scanner.expect(b'[')?;
        self.scanner.skip_space()?;
        if self.scanner.peek()? == Some(b']') {
            return self.scanner.pass(1);
        }
        loop {
            self.scanner.skip_space()?;
            element(self)?;
            self.scanner.skip_space()?;
            match self.scanner.peek()? {
                Some(b',') => self.scanner.pass(1)?,
                Some(b']') => return self.scanner.pass(1),
                Some(b) => return Err(self.scanner.not_json(format!("expected , or ], found {}", shown(b)))),
                None => return Err(self.scanner.cut_off()),
            }
        }
    }

    /// Keeps and checks one value that isn't a resource.
    fn checked_value(&mut self) -> Result<(), Refusal> {
        let start = self.scanner.position();
        self.scanner.keep();
        self.scanner.pass_value()?;
        match self.scanner.kept() {
            Some(bytes) => well_formed(bytes, start),
            None => Ok(()),
        }
    }

    /// A Bundle or a resource.
    fn object(&mut self) -> Result<(), Refusal> {
        let start = self.scanner.position();
        let mut kind: Option<String> = None;
        let mut entries = None;
        self.scanner.keep();
        self.scanner.expect(b'{')?;
        self.scanner.skip_space()?;
        if self.scanner.peek()? == Some(b'}') {
            self.scanner.pass(1)?;
        } else {
            loop {
                if entries.is_some() {
                    // The object is not kept as a whole any more: only this member.
                    self.scanner.keep();
                }
                let name = self.member_name()?;
                let is_bundle = kind.as_deref().is_none_or(|kind| kind == "Bundle");
                if name == b"\"entry\"" && is_bundle && self.scanner.peek()? == Some(b'[') {
                    entries = Some(self.entries()?);
                } else {
                    let at = self.scanner.position();
                    let mark = self.scanner.kept_len();
                    self.scanner.pass_value()?;
                    if let Some(bytes) = self.scanner.kept() {
                        well_formed(&bytes[mark..], at)?;
                        if name == b"\"resourceType\"" {
                            kind = serde_json::from_slice(&bytes[mark..]).ok();
                        }
                    }
                }
                self.scanner.skip_space()?;
                match self.scanner.peek()? {
                    Some(b',') => self.scanner.pass(1)?,
                    Some(b'}') => break self.scanner.pass(1)?,
                    Some(b) => return Err(self.scanner.not_json(format!("expected , or }}, found {}", shown(b)))),
                    None => return Err(self.scanner.cut_off()),
                }
            }
        }
        self.ended(start, kind.as_deref(), entries)
    }

    fn member_name(&mut self) -> Result<Vec<u8>, Refusal> {
        self.scanner.skip_space()?;
        match self.scanner.peek()? {
            Some(b'"') => {}
            Some(b) => return Err(self.scanner.not_json(format!("expected a name in quotes, found {}", shown(b)))),
            None => return Err(self.scanner.cut_off()),
        }
        let at = self.scanner.position();
        let mark = self.scanner.kept_len();
        self.scanner.pass_value()?;
        let name = self.scanner.kept().map(|bytes| bytes[mark..].to_vec()).unwrap_or_default();
        if !name.is_empty() {
            well_formed(&name, at)?;
        }
        self.scanner.skip_space()?;
        self.scanner.expect(b':')?;
        self.scanner.skip_space()?;
        Ok(name)
    }

    /// The list `entry`; tells how many resources were in it.
    fn entries(&mut self) -> Result<u32, Refusal> {
        let (mut number, mut resources) = (0_u32, 0_u32);
        self.scanner.keep_no_more();
        self.elements(|walk| {
            number = number.saturating_add(1);
            resources += u32::from(walk.entry(Numbered::Entry(number))?);
            Ok(())
        })?;
        self.scanner.keep_no_more();
        Ok(resources)
    }

    /// One entry of a Bundle; `false` when it has no resource (a deletion, an answer).
    fn entry(&mut self, number: Numbered) -> Result<bool, Refusal> {
        let start = self.scanner.position();
        self.scanner.keep();
        self.scanner.pass_value()?;
        let Some(bytes) = self.scanner.kept() else {
            self.sink.flawed(start.spot(), number, Flaw::TooLarge)?;
            return Ok(true);
        };
        let text = utf8(bytes, start)?;
        if !text.starts_with('{') {
            well_formed(bytes, start)?;
            self.sink.flawed(start.spot(), number, Flaw::NotAnObject)?;
            return Ok(true);
        }
        let entry = Object::parse(text).map_err(|e| syntax(&e, start))?;
        let Some(resource) = entry.raw("resource") else { return Ok(false) };
        if export::is_own(&entry) {
            return Ok(true);
        }
        let range = range_in(text, resource);
        let spot = spot_in(start, &bytes[..range.start]);
        if !resource.starts_with('{') {
            self.sink.flawed(spot, number, Flaw::NotAnObject)?;
            return Ok(true);
        }
        let full_url = entry.text("fullUrl").ok().flatten().map(|url| url.trim().to_owned());
        self.sink.resource(&Found {
            text: resource,
            offset: start.offset + range.start as u64,
            spot,
            number,
            full_url: full_url.filter(|url| !url.is_empty()),
            came: export::came(&entry),
        })?;
        Ok(true)
    }

    fn ended(&mut self, start: Position, kind: Option<&str>, entries: Option<u32>) -> Result<(), Refusal> {
        if kind == Some("Bundle") {
            return Ok(());
        }
        if entries.is_some_and(|count| count > 0) {
            return Err(Refusal::NotFhir {
                at: start.spot(),
                found: "the object with the entries has no \"resourceType\": \"Bundle\"".into(),
            });
        }
        let number = self.next_number();
        let again;
        let bytes = if entries.is_some() {
            // A resource that has a list called `entry` of its own and says late what it is.
            let length = self.scanner.position().offset - start.offset;
            if length > self.limits.max_resource_bytes as u64 {
                return self.sink.flawed(start.spot(), number, Flaw::TooLarge);
            }
            again = reread(self.reread, start.offset, length).map_err(Refusal::Unreadable)?;
            Some(again.as_slice())
        } else {
            self.scanner.kept()
        };
        let Some(bytes) = bytes else {
            return self.sink.flawed(start.spot(), number, Flaw::TooLarge);
        };
        let text = utf8(bytes, start)?;
        self.sink.resource(&Found {
            text,
            offset: start.offset,
            spot: start.spot(),
            number,
            full_url: None,
            came: None,
        })
    }
}

/// Reads a part of the file again without disturbing who reads it from front to back.
fn reread(mut file: &File, offset: u64, length: u64) -> std::io::Result<Vec<u8>> {
    let back = file.stream_position()?;
    file.seek(SeekFrom::Start(offset))?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes)?;
    file.seek(SeekFrom::Start(back))?;
    Ok(bytes)
}

fn well_formed(bytes: &[u8], start: Position) -> Result<(), Refusal> {
    let text = utf8(bytes, start)?;
    serde_json::from_str::<IgnoredAny>(text).map(drop).map_err(|e| syntax(&e, start))
}

fn utf8(bytes: &[u8], start: Position) -> Result<&str, Refusal> {
    std::str::from_utf8(bytes).map_err(|e| Refusal::NotText { at: spot_in(start, &bytes[..e.valid_up_to()]) })
}

/// Where one stands after `before`, which begins at `start`.
fn spot_in(start: Position, before: &[u8]) -> Spot {
    after(start.spot(), before)
}

fn after(start: Spot, before: &[u8]) -> Spot {
    let lines = newlines(before);
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    match before.iter().rposition(|b| *b == b'\n') {
        None => Spot { line: start.line, column: start.column.saturating_add(narrow(before.len())) },
        Some(last) => Spot { line: start.line.saturating_add(narrow(lines)), column: narrow(before.len() - last) },
    }
}

/// What the parser says of a value that begins at `start`, with the place in the file.
fn syntax(error: &serde_json::Error, start: Position) -> Refusal {
    syntax_at(error, start.spot())
}

pub fn syntax_at(error: &serde_json::Error, start: Spot) -> Refusal {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let line = narrow(error.line().max(1));
    let column = narrow(error.column().max(1));
    let at = if line == 1 {
        Spot { line: start.line, column: start.column.saturating_add(column - 1) }
    } else {
        Spot { line: start.line.saturating_add(line - 1), column }
    };
    // The value ended where its brackets say; something within it is missing.
    let why = if error.is_eof() { "a value is incomplete".to_owned() } else { json::said(error) };
    Refusal::NotJson { at, why }
}

/// Where `part`, which borrows from `whole`, stands in it.
fn range_in(whole: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr().saturating_sub(whole.as_ptr().addr()).min(whole.len());
    start..(start + part.len()).min(whole.len())
}
