//! One person's bundle while it is written: who they are, and each resource filed with its own id.
//!
//! Entries are `PUT Type/id` with a `urn:uuid` address, so both styles of reference are right and
//! filing the same life twice changes nothing.

use jiff::civil::{Date, date};
use serde_json::{Map, Value, json};

use super::days::{Chance, Moment, back, workday_back, workday_on};

/// The language of a record; its place in every list of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    French,
    Spanish,
    Arabic,
}

impl Language {
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Arabic => "ar",
        }
    }

    /// The name in this language out of English, French, Spanish, Arabic.
    pub const fn of(self, names: [&'static str; 4]) -> &'static str {
        let [english, french, spanish, arabic] = names;
        match self {
            Self::English => english,
            Self::French => french,
            Self::Spanish => spanish,
            Self::Arabic => arabic,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    Female,
    Male,
}

impl Sex {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }
}

/// Who the record is about.
pub struct Person {
    pub slug: &'static str,
    /// As people say it; made of the next two.
    pub name: &'static str,
    pub given: &'static str,
    pub family: &'static str,
    /// The same name in Latin letters, where the first is not.
    pub latin: Option<(&'static str, &'static str)>,
    pub sex: Sex,
    pub birth_date: Date,
    pub language: Language,
    /// From the range that Ofcom keeps for drama: +44 1632 960xxx.
    pub phone: &'static str,
}

/// A filed resource, for others to point at.
#[derive(Debug, Clone)]
pub struct Ref {
    pub kind: &'static str,
    pub id: String,
    pub name: String,
}

impl Ref {
    /// By the address of its entry.
    pub fn by_address(&self) -> Value {
        json!({"reference": format!("urn:uuid:{}", self.id), "display": self.name})
    }

    /// By type and id.
    pub fn by_type(&self) -> Value {
        json!({"reference": format!("{}/{}", self.kind, self.id), "display": self.name})
    }
}

/// The record of one person while it is written.
pub struct Chart {
    pub today: Date,
    pub language: Language,
    pub sex: Sex,
    pub chance: Chance,
    pub patient: Ref,
    ids: Chance,
    entries: Vec<Value>,
}

impl Chart {
    pub fn of(person: &Person, today: Date) -> Self {
        let mut chart = Self {
            today,
            language: person.language,
            sex: person.sex,
            chance: Chance::of(person.slug),
            patient: Ref { kind: "Patient", id: String::new(), name: String::new() },
            ids: Chance::of(&format!("{} ids", person.slug)),
            entries: Vec::new(),
        };
        let latin = person.latin.map(|(given, family)| json!({"use": "usual", "given": [given], "family": family}));
        let patient = json!({
            "identifier": [{"system": "urn:daybook:demo", "value": person.slug}],
            "active": true,
            "name": [
                {"use": "official", "given": [person.given], "family": person.family, "text": person.name},
                latin,
            ],
            "gender": person.sex.code(),
            "birthDate": person.birth_date.to_string(),
            "telecom": [{"system": "phone", "value": person.phone, "use": "mobile"}],
            "communication": [{
                "language": {"coding": [{"system": "urn:ietf:bcp:47", "code": person.language.tag()}]},
                "preferred": true,
            }],
        });
        chart.patient = chart.file("Patient", person.name, patient);
        chart
    }

    /// The working day about `days` before today, never today itself.
    pub fn ago(&self, days: i64) -> Date {
        workday_back(self.today, days.max(1))
    }

    /// The working day about `days` after today, never today itself.
    pub fn ahead(&self, days: i64) -> Date {
        workday_on(self.today, days.max(1))
    }

    /// A day in the last October but so many that is over: when people get their flu vaccine.
    pub fn autumn(&self, before: i16) -> Date {
        let season = |year| date(year, 10, 14);
        let last = if season(self.today.year()) < self.today { self.today.year() } else { self.today.year() - 1 };
        workday_back(season(last - before), 0)
    }

    /// The day `years` ago, to speak of with less precision.
    pub fn years_ago(&self, years: i64) -> Date {
        back(self.today, years * 365 + years / 4)
    }

    /// Files a resource; empty fields are left out, as FHIR demands.
    pub fn file(&mut self, kind: &'static str, name: impl Into<String>, resource: Value) -> Ref {
        let id = self.new_id();
        let mut resource = without_empty(resource);
        resource["resourceType"] = json!(kind);
        resource["id"] = json!(id);
        self.entries.push(json!({
            "fullUrl": format!("urn:uuid:{id}"),
            "resource": resource,
            "request": {"method": "PUT", "url": format!("{kind}/{id}")},
        }));
        Ref { kind, id, name: name.into() }
    }

    pub fn practitioner(&mut self, prefix: &str, given: &str, family: &str, work: &str) -> Ref {
        let name = [prefix, given, family].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let body = json!({
            "active": true,
            "name": [{"prefix": [prefix], "given": [given], "family": family, "text": name}],
            "qualification": [{"code": {"text": work}}],
        });
        self.file("Practitioner", name, body)
    }

    pub fn organization(&mut self, name: &str, phone: &str) -> Ref {
        let body = json!({
            "active": true,
            "name": name,
            "telecom": [{"system": "phone", "value": phone, "use": "work"}],
        });
        self.file("Organization", name, body)
    }

    /// The whole as a transaction.
    pub fn close(self) -> Value {
        json!({"resourceType": "Bundle", "type": "transaction", "entry": self.entries})
    }

    /// RFC 9562 version 8: made by a rule of our own.
    fn new_id(&mut self) -> String {
        let (high, low) = (self.ids.next(), self.ids.next());
        format!(
            "{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}",
            high >> 32,
            (high >> 16) & 0xffff,
            high & 0x0fff,
            0x8000 | ((low >> 48) & 0x3fff),
            low & 0xffff_ffff_ffff,
        )
    }
}

/// A code of LOINC.
pub fn loinc(code: &str, text: &str) -> Value {
    concept("http://loinc.org", code, text)
}

/// A code of SNOMED CT.
pub fn snomed(code: &str, text: &str) -> Value {
    concept("http://snomed.info/sct", code, text)
}

/// A code and its words; only words when the code is empty.
pub fn concept(system: &str, code: &str, text: &str) -> Value {
    if code.is_empty() {
        return json!({"text": text});
    }
    json!({"coding": [{"system": system, "code": code, "display": text}], "text": text})
}

/// A stretch of time; open when it has no end.
pub fn period(start: &Moment, end: Option<&Moment>) -> Value {
    json!({"start": start.0, "end": end.map(|end| &end.0)})
}

fn without_empty(value: Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(key, value)| (key, without_empty(value)))
                .filter(|(_, value)| !is_empty(value))
                .collect::<Map<_, _>>(),
        ),
        Value::Array(values) => values.into_iter().map(without_empty).filter(|value| !is_empty(value)).collect(),
        other => other,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
