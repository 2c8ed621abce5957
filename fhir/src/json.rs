//! JSON as FHIR uses it, read one level at a time: fields that nobody asks for cost one pass over
//! their bytes, numbers keep their digits, and what has the wrong form says which field it is.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{Error as _, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use domain::time::PartialDate;

/// A field that can't be read: which one, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    pub path: String,
    pub why: String,
}

impl Trouble {
    pub fn new(path: &str, why: impl Into<String>) -> Self {
        Self { path: path.to_owned(), why: why.into() }
    }

    /// The same, seen from the object around it.
    #[must_use]
    pub fn within(mut self, part: &str) -> Self {
        self.path = if self.path.is_empty() { part.to_owned() } else { format!("{part}.{}", self.path) };
        self
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.why)
    }
}

/// Elements of a list and fields of an object that are read: far more than any real one has. A small
/// text can hold so many empty ones that reading them would take hundreds of times its size.
const ELEMENTS: usize = 10_000;
const MEMBERS: usize = 10_000;

pub type Read<T> = Result<T, Trouble>;

/// One object. `null` counts as absent, and so does an empty string.
#[derive(Debug, Clone)]
pub struct Object<'a> {
    text: &'a str,
    members: Vec<(Cow<'a, str>, &'a str)>,
}

impl<'a> Object<'a> {
    /// Reads an object; all of its text is checked against the grammar.
    pub fn parse(text: &'a str) -> Result<Self, serde_json::Error> {
        let Members(members) = serde_json::from_str(text)?;
        Ok(Self { text, members })
    }

    /// The text it was read from.
    pub fn source(&self) -> &'a str {
        self.text
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|(name, _)| name.as_ref())
    }

    /// A member's text.
    pub fn raw(&self, name: &str) -> Option<&'a str> {
        let (_, raw) = self.members.iter().find(|(n, _)| n == name)?;
        (*raw != "null").then_some(*raw)
    }

    pub fn has(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }

    /// `true` when the member is there and is a list.
    pub fn is_list(&self, name: &str) -> bool {
        self.raw(name).is_some_and(|raw| raw.starts_with('['))
    }

    pub fn is_text(&self, name: &str) -> bool {
        self.raw(name).is_some_and(|raw| raw.starts_with('"'))
    }

    pub fn is_object(&self, name: &str) -> bool {
        self.raw(name).is_some_and(|raw| raw.starts_with('{'))
    }

    pub fn text(&self, name: &str) -> Read<Option<Cow<'a, str>>> {
        let Some(raw) = self.raw(name) else { return Ok(None) };
        let text = string(raw).map_err(|t| t.within(name))?;
        Ok((!text.is_empty()).then_some(text))
    }

    pub fn boolean(&self, name: &str) -> Read<Option<bool>> {
        match self.raw(name) {
            None => Ok(None),
            Some("true") => Ok(Some(true)),
            Some("false") => Ok(Some(false)),
            Some(raw) => Err(expected(name, "true or false", raw)),
        }
    }

    /// A number, digit for digit.
    pub fn number(&self, name: &str) -> Read<Option<&'a str>> {
        match self.raw(name) {
            None => Ok(None),
            Some(raw) if raw.starts_with(|c: char| c == '-' || c.is_ascii_digit()) => Ok(Some(raw)),
            Some(raw) => Err(expected(name, "a number", raw)),
        }
    }

    pub fn integer(&self, name: &str) -> Read<Option<i64>> {
        let Some(number) = self.number(name)? else { return Ok(None) };
        match number.parse() {
            Ok(n) => Ok(Some(n)),
            Err(_) => Err(Trouble::new(name, format!("expected a whole number, found {}", quoted(number)))),
        }
    }

    pub fn date(&self, name: &str) -> Read<Option<PartialDate>> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        match text.parse() {
            Ok(date) => Ok(Some(date)),
            Err(_) => Err(Trouble::new(name, format!("{} is not a date", quoted(&text)))),
        }
    }

    /// What `read` makes of the object under this name.
    pub fn object<T>(&self, name: &str, read: impl FnOnce(&Object<'a>) -> Read<T>) -> Read<Option<T>> {
        let Some(raw) = self.raw(name) else { return Ok(None) };
        nested(raw).and_then(|object| read(&object)).map(Some).map_err(|t| t.within(name))
    }

    /// What `read` makes of each object of a list.
    pub fn list<T>(&self, name: &str, mut read: impl FnMut(&Object<'a>) -> Read<T>) -> Read<Vec<T>> {
        self.list_at(name, |_, object| read(object))
    }

    /// The same, with the number of each in the list as it came, from zero.
    pub fn list_at<T>(&self, name: &str, mut read: impl FnMut(usize, &Object<'a>) -> Read<T>) -> Read<Vec<T>> {
        let mut all = Vec::new();
        for (i, raw) in self.elements(name)?.into_iter().enumerate() {
            if raw != "null" {
                let one = nested(raw).and_then(|object| read(i, &object));
                all.push(one.map_err(|t| t.within(&format!("{name}[{i}]")))?);
            }
        }
        Ok(all)
    }

    /// The strings of a list.
    pub fn texts(&self, name: &str) -> Read<Vec<Cow<'a, str>>> {
        let mut all = Vec::new();
        for (i, raw) in self.elements(name)?.into_iter().enumerate() {
            if raw != "null" {
                all.push(string(raw).map_err(|t| t.within(&format!("{name}[{i}]")))?);
            }
        }
        Ok(all)
    }

    /// The text of each element of a list; nothing when there is no such list.
    pub fn elements(&self, name: &str) -> Read<Vec<&'a str>> {
        let Some(raw) = self.raw(name) else { return Ok(Vec::new()) };
        if !raw.starts_with('[') {
            return Err(expected(name, "a list", raw));
        }
        elements(raw).map_err(|e| Trouble::new(name, said(&e)))
    }
}

/// The text of each element of a list.
pub fn elements(raw: &str) -> Result<Vec<&str>, serde_json::Error> {
    let Elements(all) = serde_json::from_str(raw)?;
    Ok(all)
}

/// What the parser says, without the place within the small text it saw.
pub fn said(error: &serde_json::Error) -> String {
    let said = error.to_string();
    said.split(" at line ").next().unwrap_or_default().to_owned()
}

fn nested(raw: &str) -> Read<Object<'_>> {
    if !raw.starts_with('{') {
        return Err(expected("", "an object", raw));
    }
    Object::parse(raw).map_err(|e| Trouble::new("", said(&e)))
}

/// Decodes a string.
pub fn string(raw: &str) -> Read<Cow<'_, str>> {
    if !raw.starts_with('"') {
        return Err(expected("", "a text", raw));
    }
    match serde_json::from_str::<Borrowed<'_>>(raw) {
        Ok(Borrowed(text)) => Ok(text),
        Err(_) => Err(Trouble::new("", "the text holds half of a character (a lone surrogate)")),
    }
}

fn expected(name: &str, what: &str, raw: &str) -> Trouble {
    let found = match raw.as_bytes().first() {
        Some(b'"') => format!("the text {}", quoted(raw.trim_matches('"'))),
        Some(b'{') => "an object".into(),
        Some(b'[') => "a list".into(),
        Some(b't' | b'f') => "true or false".into(),
        _ => format!("the number {}", quoted(raw)),
    };
    Trouble::new(name, format!("expected {what}, found {found}"))
}

/// Text of the file in a message: short, on one line.
pub fn quoted(text: &str) -> String {
    format!("{:?}", crate::text::line(text, 60))
}

#[derive(Deserialize)]
struct Borrowed<'a>(#[serde(borrow)] Cow<'a, str>);

struct Members<'a>(Vec<(Cow<'a, str>, &'a str)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::with_capacity(16);
                while let Some((Borrowed(name), raw)) = map.next_entry::<Borrowed<'de>, &'de RawValue>()? {
                    if members.len() >= MEMBERS {
                        return Err(A::Error::custom(format_args!("an object has more than {MEMBERS} fields")));
                    }
                    members.push((name, raw.get()));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Each)
    }
}

struct Elements<'a>(Vec<&'a str>);

impl<'de> Deserialize<'de> for Elements<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Elements<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut elements = Vec::new();
                while let Some(raw) = list.next_element::<&'de RawValue>()? {
                    if elements.len() >= ELEMENTS {
                        return Err(A::Error::custom(format_args!("a list has more than {ELEMENTS} elements")));
                    }
                    elements.push(raw.get());
                }
                Ok(Elements(elements))
            }
        }
        deserializer.deserialize_seq(Each)
    }
}
