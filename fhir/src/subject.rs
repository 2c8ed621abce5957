//! Whom a file is about. Everything in it must be about one person: two Patient resources that are
//! not the same person, or clinical resources of different patients, refuse the file.

use std::collections::HashMap;

use domain::{
    record::{Identifier, Person, ResourceKey, Subject},
    time::Instant,
};

use crate::{
    json::{Object, Read},
    person,
    reference::{self, Index},
    refusal::Refusal,
};

/// Patient resources of different keys that are looked at; one person has a few at most.
const PATIENTS: usize = 32;
/// Different ways in which a file may call its subjects.
const SUBJECTS: usize = 10_000;

#[derive(Debug)]
struct Patient {
    places: Vec<u32>,
    person: Person,
    last_updated: Option<Instant>,
    said_at: String,
    /// How many resources point to it.
    pointed: u64,
    /// What `Patient.link` names: other records of the same person.
    links: Vec<String>,
}

#[derive(Debug)]
struct Pointed {
    count: u64,
    said_at: String,
}

/// Gathered while a file is read, judged at its end.
#[derive(Debug, Default)]
pub struct Subjects {
    patients: Vec<Patient>,
    pointed: HashMap<Box<str>, Pointed>,
    contained: Option<(Person, String)>,
}

impl Subjects {
    /// A Patient resource.
    pub fn patient(
        &mut self,
        place: u32,
        person: Person,
        last_updated: Option<Instant>,
        patient: &Object<'_>,
        said_at: String,
    ) -> Result<(), Refusal> {
        let links = patient
            .list("link", |link| {
                link.object("other", |other| Ok(other.text("reference")?.map(|r| r.trim().to_owned())))
            })
            .unwrap_or_default();
        let links: Vec<String> = links.into_iter().flatten().flatten().take(PATIENTS).collect();
        if let Some(known) = self.patients.iter_mut().find(|p| p.person.key == person.key) {
            known.places.push(place);
            known.links.extend(links.into_iter().take(PATIENTS.saturating_sub(known.links.len())));
            if last_updated > known.last_updated {
                known.person = person;
                known.last_updated = last_updated;
            }
            return Ok(());
        }
        if self.patients.len() >= PATIENTS {
            return Err(two(&said_at, &self.patients[0].person.key.0, &person.key.0));
        }
        self.patients.push(Patient { places: vec![place], person, last_updated, said_at, pointed: 0, links });
        Ok(())
    }

    /// A Patient contained in another resource. It describes the person when nothing else does.
    pub fn contained(&mut self, patient: &Object<'_>, said_at: impl Fn() -> String) -> Result<(), Refusal> {
        let mut found = person::person(ResourceKey(String::new()), patient);
        found.key = ResourceKey(match found.identifiers.first() {
            Some(id) => reference::conditional("Patient", Some(&id.system), &id.value),
            None => format!("sha256:{}", crate::map::hex(&crate::map::content_hash(patient.source()))),
        });
        match &self.contained {
            None => self.contained = Some((found, said_at())),
            Some((known, _)) if contradict(&known.identifiers, &found.identifiers) => {
                return Err(two(&said_at(), &known.key.0, &found.key.0));
            }
            Some(_) => {}
        }
        Ok(())
    }

    /// Whom a clinical resource says it is about.
    pub fn of_resource(&mut self, kind: &str, resource: &Object<'_>, said_at: impl Fn() -> String) {
        let mut all = Vec::new();
        for field in ["subject", "patient", "beneficiary"] {
            if resource.is_list(field) {
                all.extend(resource.list(field, |r| pointer(r)).unwrap_or_default());
            } else {
                all.extend(resource.object(field, |r| pointer(r)).ok().flatten());
            }
        }
        if kind == "Appointment" {
            let actors = resource.list("participant", |p| Ok(p.object("actor", |r| pointer(r))?.flatten()));
            // Anyone may take part: only a named patient tells something.
            all.extend(
                actors.unwrap_or_default().into_iter().filter(|a| a.as_ref().is_some_and(|a| a.contains("Patient"))),
            );
        }
        for pointer in all.into_iter().flatten() {
            if let Some(known) = self.pointed.get_mut(pointer.as_str()) {
                known.count += 1;
            } else if self.pointed.len() < SUBJECTS {
                self.pointed.insert(pointer.into(), Pointed { count: 1, said_at: said_at() });
            }
        }
    }

    /// The judgement, when the whole file was read.
    pub fn judge(mut self, index: &Index) -> Result<Subject, Refusal> {
        self.one_patient(index)?;
        let mut outside: Vec<(String, Pointed)> = Vec::new();
        for (pointer, pointed) in std::mem::take(&mut self.pointed) {
            match index.resolve(&pointer) {
                Some(place) => {
                    if let Some(patient) = self.patients.iter_mut().find(|p| p.places.contains(&place)) {
                        patient.pointed += pointed.count;
                    }
                }
                None => outside.push((named(&pointer), pointed)),
            }
        }
        // The same file gives the same words, whatever the order of the map.
        outside.sort_by(|a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(&b.0)));
        let Some(described) = self.described() else { return self.only_named(&outside) };
        for (pointer, pointed) in &outside {
            if self.is_someone_else(&described, pointer) {
                return Err(two(&pointed.said_at, &described.key.0, pointer));
            }
        }
        Ok(Subject::Described(described))
    }

    /// All Patient resources must be the same person: by key, by an identifier, or by a link.
    fn one_patient(&self, index: &Index) -> Result<(), Refusal> {
        let mut same = vec![false; self.patients.len()];
        let Some(first) = same.first_mut() else { return Ok(()) };
        *first = true;
        loop {
            let found = (0..same.len()).find(|&i| {
                !same[i] && (0..same.len()).any(|j| same[j] && linked(&self.patients[i], &self.patients[j], index))
            });
            match found {
                Some(i) => same[i] = true,
                None => break,
            }
        }
        match same.iter().position(|s| !s) {
            None => Ok(()),
            Some(other) => {
                let other = &self.patients[other];
                Err(two(&other.said_at, &self.patients[0].person.key.0, &other.person.key.0))
            }
        }
    }

    /// Of several records of one person, the one that the file is mostly about.
    fn described(&self) -> Option<Person> {
        let mut best: Option<&Patient> = None;
        for patient in &self.patients {
            if best.is_none_or(|b| patient.pointed > b.pointed) {
                best = Some(patient);
            }
        }
        best.map(|p| p.person.clone())
    }

    fn is_someone_else(&self, described: &Person, pointer: &str) -> bool {
        if self.patients.iter().flat_map(|p| &p.links).any(|link| named(link) == pointer) {
            return false;
        }
        if let Some(identifier) = conditional_identifier(pointer) {
            return contradict(&[identifier], &described.identifiers);
        }
        // A Patient without an id may be the one that others call by the id of their server.
        pointer.starts_with("Patient/") && described.key.0.starts_with("Patient/")
    }

    /// There is no Patient resource: the patient that everything points to.
    fn only_named(self, outside: &[(String, Pointed)]) -> Result<Subject, Refusal> {
        let literal: Vec<_> = outside.iter().filter(|(p, _)| p.starts_with("Patient/")).collect();
        if let [(first, _), (second, at), ..] = literal.as_slice() {
            return Err(two(&at.said_at, first, second));
        }
        let conditional: Vec<_> = outside.iter().filter(|(p, _)| p.starts_with("Patient?")).collect();
        for (i, (one, _)) in conditional.iter().enumerate() {
            for (other, at) in &conditional[i + 1..] {
                if let (Some(a), Some(b)) = (conditional_identifier(one), conditional_identifier(other))
                    && contradict(&[a], &[b])
                {
                    return Err(two(&at.said_at, one, other));
                }
            }
        }
        if let Some((key, _)) = literal.first().or(conditional.first()) {
            return Ok(Subject::Named(ResourceKey(key.clone())));
        }
        if let Some((person, _)) = self.contained {
            return Ok(Subject::Described(person));
        }
        match outside {
            [] => Err(Refusal::NoPatient),
            [(key, _)] => Ok(Subject::Named(ResourceKey(key.clone()))),
            [(first, _), (second, at), ..] => Err(two(&at.said_at, first, second)),
        }
    }
}

fn two(place: &str, first: &str, second: &str) -> Refusal {
    let short = |key: &str| crate::text::line(key, 120);
    Refusal::TwoPeople { place: place.to_owned(), first: short(first), second: short(second) }
}

/// How a reference calls a patient; `None` for one that can't be to a patient, or to a contained
/// resource.
fn pointer(reference: &Object<'_>) -> Read<Option<String>> {
    if reference.text("type")?.is_some_and(|kind| kind != "Patient") {
        return Ok(None);
    }
    if let Some(text) = reference.text("reference")? {
        let text = text.trim();
        let other = reference::type_and_id(text).is_some_and(|tail| !tail.starts_with("Patient/"))
            || text.split_once('?').is_some_and(|(kind, _)| kind.rsplit('/').next() != Some("Patient"));
        return Ok((!other && !text.is_empty() && !text.starts_with('#')).then(|| canonical(text)));
    }
    let identifier = reference.object("identifier", person::identifier)?.filter(|i| !i.value.is_empty());
    Ok(identifier.map(|i| reference::conditional("Patient", Some(&i.system), &i.value)))
}

/// Without the version of the resource, which history Bundles name.
fn canonical(text: &str) -> String {
    text.split_once("/_history").map_or(text, |(before, _)| before).to_owned()
}

/// A patient outside of the file: `Patient/id`, `Patient?identifier=…`, or as written.
fn named(pointer: &str) -> String {
    let pointer = canonical(pointer);
    if let Some((_, query)) = pointer.split_once('?')
        && let Some((system, value)) = reference::query_identifier(query)
    {
        return reference::conditional("Patient", system.as_deref(), &value);
    }
    match reference::type_and_id(&pointer) {
        Some(tail) => tail.to_owned(),
        None => pointer,
    }
}

fn conditional_identifier(pointer: &str) -> Option<Identifier> {
    let (system, value) = reference::query_identifier(pointer.strip_prefix("Patient?")?)?;
    Some(Identifier { system: system?, value })
}

/// The same system gave both of them different numbers, and they share none.
fn contradict(one: &[Identifier], other: &[Identifier]) -> bool {
    let shared = one.iter().any(|i| other.contains(i));
    let differ = one.iter().any(|i| other.iter().any(|o| o.system == i.system && o.value != i.value));
    !shared && differ
}

fn linked(one: &Patient, other: &Patient, index: &Index) -> bool {
    let names = |from: &Patient, to: &Patient| {
        from.links.iter().any(|link| {
            index.resolve(link).is_some_and(|place| to.places.contains(&place)) || named(link) == to.person.key.0
        })
    };
    one.person.identifiers.iter().any(|i| other.person.identifiers.contains(i))
        || names(one, other)
        || names(other, one)
}
