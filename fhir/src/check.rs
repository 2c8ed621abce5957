//! The first reading of a file: is all of it sound, whom is it about, where does each resource
//! stand, and what points to what. Nothing of a resource stays in memory but its place, its key,
//! and the name of those that others call by name.

use std::{
    collections::{HashMap, HashSet},
    fs::File,
    hash::{BuildHasher, RandomState},
    path::{Path, PathBuf},
};

use domain::record::{Refused, Resource, ResourceKey, Subject};

use crate::{
    Limits, export,
    json::Object,
    map::{self, Resources},
    person,
    reference::{self, Address, Index},
    refusal::{Refusal, Spot},
    shape::{self, Flaw, Found, Numbered, Sink},
    status,
    subject::Subjects,
    version, when,
};

/// Identifiers that others may call a resource by: of people and places, and of everything else.
/// Conditional references nearly always name the former; each one costs memory for every resource.
const IDENTIFIERS: usize = 4;
const OTHER_IDENTIFIERS: usize = 1;
/// Keys longer than this are no ids; the hash of the content identifies the resource instead.
const KEY: usize = 500;
/// Senders that one record has at most.
const SENDERS: usize = 100;

/// Where a resource stands in the file.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    pub offset: u64,
    pub length: u32,
    pub line: u32,
    pub number: Numbered,
    pub flaw: Option<Flaw>,
    /// Its address in the Bundle is `urn:uuid:` and its id, as nearly always.
    pub called_by_id: bool,
}

impl Slot {
    /// Line and entry for people.
    pub fn place(&self, key: &str) -> String {
        let number = match self.number {
            Numbered::Entry(n) => format!("entry {n}"),
            Numbered::Resource(n) => format!("resource {n}"),
        };
        if key.is_empty() {
            format!("line {}, {number}", self.line)
        } else {
            format!("line {}, {number}, {key}", self.line)
        }
    }
}

/// What lists an observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parent {
    Report(u32),
    Member(u32),
}

/// A file that may be taken: sound, FHIR R4, and about one person.
#[derive(Debug)]
pub struct Checked {
    path: PathBuf,
    slots: Vec<Slot>,
    index: Index,
    parents: HashMap<u32, Parent>,
    forms: Forms,
    subject: Subject,
    contained: usize,
    /// Addresses in the Bundle that do not follow from the key.
    full_urls: HashMap<u32, Box<str>>,
}

impl Checked {
    /// Whom the file is about.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// How many resources [`Checked::resources`] goes through, refused ones included. Observations
    /// that a resource contains count on their own.
    pub fn resources_len(&self) -> usize {
        self.slots.len() + self.contained
    }

    /// Reads the file again and maps one resource after the other, in the order of the file. What
    /// can't be taken is told with place and reason; the rest goes on.
    pub fn resources(&self) -> impl Iterator<Item = Result<Resource, Refused>> {
        Resources::new(self)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn slot(&self, place: u32) -> Option<&Slot> {
        self.slots.get(place as usize)
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    pub(crate) fn parent(&self, place: u32) -> Option<Parent> {
        self.parents.get(&place).copied()
    }

    /// Under which address a resource stands in its Bundle.
    pub(crate) fn full_url(&self, place: u32) -> Option<String> {
        if let Some(url) = self.full_urls.get(&place) {
            return Some(url.to_string());
        }
        let (_, id) = self.index.key(place).split_once('/')?;
        self.slot(place)?.called_by_id.then(|| format!("urn:uuid:{id}"))
    }

    pub(crate) fn forms(&self) -> &Forms {
        &self.forms
    }

    /// The reference is to the person the file is about, who came before.
    pub(crate) fn is_subject(&self, reference: &str) -> bool {
        let (Subject::Named(key) | Subject::Described(domain::record::Person { key, .. })) = &self.subject;
        key.0 == reference || reference::type_and_id(reference) == Some(key.0.as_str())
    }
}

/// The texts and files that reports bring, so that a document that only repeats one of them is
/// known: notes often come as both.
#[derive(Debug, Default)]
pub struct Forms {
    hasher: RandomState,
    seen: HashSet<u64>,
}

impl Forms {
    fn add(&mut self, data: &str) {
        self.seen.insert(self.hasher.hash_one(data));
    }

    pub fn contains(&self, data: &str) -> bool {
        self.seen.contains(&self.hasher.hash_one(data))
    }
}

/// Reads the whole file once with bounded memory, checks it, and builds the index of references.
///
/// # Errors
/// When the file can't be taken as a whole; nothing of it may be written then.
pub fn check(path: &Path, limits: &Limits) -> Result<Checked, Refusal> {
    check_part(path, limits, &Part::Whole)
}

/// What of a file is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// All of it, as of one sender.
    Whole,
    /// Of an export of Daybook, what came from this sender; from nobody named when there is none.
    Of(Option<String>),
}

/// Reads one part of a file as [`check()`] reads the whole.
///
/// # Errors
/// When the part can't be taken as a whole; nothing of it may be written then.
pub fn check_part(path: &Path, limits: &Limits, part: &Part) -> Result<Checked, Refusal> {
    let mut survey = Survey::new(*limits, part.clone());
    walk(path, limits, &mut survey)?;
    survey.judge(path)
}

/// Whose resources an export of Daybook holds, in the order in which they first come: the parts
/// in which it is to be read. Nothing for a file that is no export.
///
/// # Errors
/// When the file can't be read through.
pub fn senders(path: &Path, limits: &Limits) -> Result<Vec<Part>, Refusal> {
    if !export::is_marked(path).map_err(Refusal::Unreadable)? {
        return Ok(Vec::new());
    }
    let mut parts = Parts::default();
    walk(path, limits, &mut parts)?;
    Ok(parts.0)
}

#[derive(Default)]
struct Parts(Vec<Part>);

impl Sink for Parts {
    fn resource(&mut self, found: &Found<'_>) -> Result<(), Refusal> {
        let part = Part::Of(found.came.as_ref().map(|came| came.sender.clone()));
        if !self.0.contains(&part) {
            if self.0.len() >= SENDERS {
                return Err(Refusal::TooMany { at: found.spot, max: SENDERS });
            }
            self.0.push(part);
        }
        Ok(())
    }

    fn flawed(&mut self, _: Spot, _: Numbered, _: Flaw) -> Result<(), Refusal> {
        Ok(())
    }
}

fn walk(path: &Path, limits: &Limits, sink: &mut impl Sink) -> Result<(), Refusal> {
    let file = File::open(path).map_err(Refusal::Unreadable)?;
    let length = file.metadata().map_err(Refusal::Unreadable)?.len();
    if length > limits.max_bytes {
        return Err(Refusal::TooLarge { max: limits.max_bytes });
    }
    shape::walk(&file, limits, sink)
}

/// One observation listed by another resource.
struct Listed {
    by: Parent,
    what: Address,
}

struct Survey {
    limits: Limits,
    slots: Vec<Slot>,
    index: Index,
    listed: Vec<Listed>,
    forms: Forms,
    subjects: Subjects,
    contained: usize,
    /// The first thing that is no resource at all.
    first_untyped: Option<Spot>,
    typed: bool,
    part: Part,
    full_urls: HashMap<u32, Box<str>>,
}

impl Survey {
    fn new(limits: Limits, part: Part) -> Self {
        Self {
            limits,
            part,
            full_urls: HashMap::new(),
            slots: Vec::new(),
            index: Index::default(),
            listed: Vec::new(),
            forms: Forms::default(),
            subjects: Subjects::default(),
            contained: 0,
            first_untyped: None,
            typed: false,
        }
    }

    fn room(&self, at: Spot) -> Result<(), Refusal> {
        if self.slots.len() + self.contained < self.limits.max_resources {
            return Ok(());
        }
        Err(Refusal::TooMany { at, max: self.limits.max_resources })
    }

    fn judge(mut self, path: &Path) -> Result<Checked, Refusal> {
        if self.slots.is_empty() {
            return Err(Refusal::NoResources);
        }
        if !self.typed
            && let Some(at) = self.first_untyped
        {
            return Err(Refusal::NotFhir { at, found: "nothing in it has a \"resourceType\"".into() });
        }
        let mut parents: HashMap<u32, Parent> = HashMap::new();
        for listed in &self.listed {
            let Some(what) = self.index.find(listed.what) else { continue };
            match (parents.get(&what), listed.by) {
                (None, by) | (Some(Parent::Member(_)), by @ Parent::Report(_)) => {
                    parents.insert(what, by);
                }
                // Of several, the first.
                _ => {}
            }
        }
        self.index.shrink();
        self.slots.shrink_to_fit();
        let subject = self.subjects.judge(&self.index)?;
        Ok(Checked {
            path: path.to_owned(),
            slots: self.slots,
            index: self.index,
            parents,
            forms: self.forms,
            subject,
            contained: self.contained,
            full_urls: self.full_urls,
        })
    }

    /// Notes what a resource lists and brings.
    fn survey(&mut self, kind: &str, place: u32, resource: &Object<'_>, slot: &Slot) -> Result<(), Refusal> {
        let said_at = |key: &str| slot.place(key);
        if let Ok(identifiers) = person::identifiers(resource) {
            let often_called = matches!(
                kind,
                "Patient"
                    | "Practitioner"
                    | "PractitionerRole"
                    | "Organization"
                    | "Location"
                    | "Medication"
                    | "RelatedPerson"
            );
            let count = if often_called { IDENTIFIERS } else { OTHER_IDENTIFIERS };
            for id in identifiers.iter().take(count) {
                self.index.identify(kind, &id.system, &id.value, place);
            }
        } else if let Ok(Some(id)) = resource.object("identifier", person::identifier) {
            self.index.identify(kind, &id.system, &id.value, place);
        }
        if let Ok(Some(name)) = reference::name_of(kind, resource, &self.index) {
            self.index.set_name(place, name);
        }
        let key = self.index.key(place).to_owned();
        if kind == "Patient" {
            let person = person::person(ResourceKey(key.clone()), resource);
            let updated = map::last_updated(resource).ok().flatten();
            self.subjects.patient(place, person, updated, resource, said_at(&key))?;
        } else {
            self.subjects.of_resource(kind, resource, || said_at(&key));
        }
        let list = match kind {
            "DiagnosticReport" => Some(("result", Parent::Report(place))),
            "Observation" => Some(("hasMember", Parent::Member(place))),
            _ => None,
        };
        if let Some((field, by)) = list {
            let references = resource.list(field, |r| r.text("reference")).unwrap_or_default();
            for reference in references.into_iter().flatten() {
                // No record lists each value more than twice: past that it is not worth the memory.
                if self.listed.len() < self.limits.max_resources.saturating_mul(2) {
                    self.listed.push(Listed { by, what: self.index.address(&reference) });
                }
            }
        }
        if kind == "DiagnosticReport" && !status::entered_in_error(resource) {
            for data in
                resource.list("presentedForm", |form| form.text("data")).unwrap_or_default().into_iter().flatten()
            {
                if self.forms.seen.len() < self.limits.max_resources {
                    self.forms.add(&data);
                }
            }
        }
        for contained in map::contained(resource).unwrap_or_default() {
            match contained.text("resourceType").ok().flatten().as_deref() {
                Some("Patient") => self.subjects.contained(&contained, || said_at(&key))?,
                Some("Observation") if map::shows_contained(kind) => {
                    self.room(Spot { line: slot.line, column: 1 })?;
                    self.contained += 1;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Sink for Survey {
    fn resource(&mut self, found: &Found<'_>) -> Result<(), Refusal> {
        if let Part::Of(sender) = &self.part
            && *sender != found.came.as_ref().map(|came| came.sender.clone())
        {
            return Ok(());
        }
        self.room(found.spot)?;
        let resource = Object::parse(found.text).map_err(|e| shape::syntax_at(&e, found.spot))?;
        let kind = resource.text("resourceType").ok().flatten().map(|k| crate::text::line(&k, 64));
        let Some(kind) = kind.filter(|k| !k.is_empty()) else {
            return self.flawed(found.spot, found.number, Flaw::NoType);
        };
        self.typed = true;
        let id = resource.text("id").ok().flatten().map(|id| id.trim().to_owned());
        let came = found.came.as_ref().filter(|_| self.part != Part::Whole);
        let full_url = came.and_then(|came| came.full_url.as_deref()).or(found.full_url.as_deref());
        let full_url = full_url.filter(|url| url.len() <= KEY);
        let key = match id.filter(|id| !id.is_empty() && id.len() <= KEY) {
            Some(id) => format!("{kind}/{id}"),
            None => match came.and_then(|came| came.key.clone()) {
                Some(key) if key.len() <= KEY => key,
                _ => full_url
                    .map_or_else(|| format!("sha256:{}", map::hex(&map::content_hash(found.text))), str::to_owned),
            },
        };
        // What an export made up says nothing.
        let told = full_url.filter(|url| !export::is_made(url));
        let called_by_id = told.is_some_and(|url| {
            url.strip_prefix("urn:uuid:")
                .is_some_and(|uuid| key.strip_prefix(&*kind).is_some_and(|id| id.strip_prefix('/') == Some(uuid)))
        });
        let slot = Slot {
            offset: found.offset,
            length: u32::try_from(found.text.len()).unwrap_or(u32::MAX),
            line: found.spot.line,
            number: found.number,
            flaw: None,
            called_by_id,
        };
        if let Some((version, sign)) = version::sign(&kind, &resource) {
            return Err(Refusal::OtherVersion { place: slot.place(&crate::text::line(&key, 120)), version, sign });
        }
        let place = self.index.add(&key, full_url);
        if let Some(url) = told.filter(|_| !called_by_id) {
            self.full_urls.insert(place, url.into());
        }
        self.slots.push(slot);
        self.survey(&kind, place, &resource, &slot)
    }

    fn flawed(&mut self, spot: Spot, number: Numbered, flaw: Flaw) -> Result<(), Refusal> {
        self.room(spot)?;
        if flaw == Flaw::TooLarge {
            self.typed = true;
        } else {
            self.first_untyped.get_or_insert(spot);
        }
        self.index.add("", None);
        self.slots.push(Slot { offset: 0, length: 0, line: spot.line, number, flaw: Some(flaw), called_by_id: false });
        Ok(())
    }
}

/// The moment of `meta.lastUpdated`.
pub fn updated(meta: &Object<'_>) -> crate::json::Read<Option<domain::time::Instant>> {
    Ok(meta.date("lastUpdated")?.and_then(when::instant))
}
