//! The second reading: one resource after the other, mapped to what a person sees of it. A resource
//! that can't be read is refused on its own, with the field and the reason.

use std::{
    collections::VecDeque,
    fs::File,
    io::{self, BufReader, Read as _, Seek, SeekFrom},
};

use domain::{
    record::{Refused, Resource, ResourceKey},
    results::{Item, Kind, Panel, When},
    time::Instant,
};
use sha2::{Digest, Sha256};

use crate::{
    check::{Checked, Parent, Slot, updated},
    document, event, imaging,
    json::{Object, Read, Trouble},
    medicine, observation,
    people::Context,
    person, plan, questionnaire, reference, report,
    shape::Flaw,
    status, text,
};

/// Dangling references told of one resource.
const UNRESOLVED: usize = 200;

/// The resources of a checked file, in its order.
pub struct Resources<'c> {
    checked: &'c Checked,
    file: Option<BufReader<File>>,
    at: u64,
    next: u32,
    ready: VecDeque<Resource>,
}

impl<'c> Resources<'c> {
    pub fn new(checked: &'c Checked) -> Self {
        Self { checked, file: None, at: 0, next: 0, ready: VecDeque::new() }
    }

    /// The text of one resource. Its place is known, so everything between is passed over.
    fn text(&mut self, slot: &Slot) -> io::Result<String> {
        if self.file.is_none() {
            self.file = Some(BufReader::with_capacity(256 << 10, File::open(self.checked.path())?));
            self.at = 0;
        }
        let Some(file) = &mut self.file else { return Ok(String::new()) };
        match i64::try_from(i128::from(slot.offset) - i128::from(self.at)) {
            Ok(step) => file.seek_relative(step)?,
            Err(_) => drop(file.seek(SeekFrom::Start(slot.offset))?),
        }
        let mut bytes = vec![0; slot.length as usize];
        file.read_exact(&mut bytes)?;
        self.at = slot.offset + u64::from(slot.length);
        String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
    }

    fn one(&mut self, place: u32, slot: &Slot) -> Result<VecDeque<Resource>, Refused> {
        let key = self.checked.index().key(place);
        let refused = |why: String| Refused { place: slot.place(&text::line(key, 120)), why };
        match slot.flaw {
            Some(Flaw::TooLarge) => return Err(refused("the resource is too large".into())),
            Some(Flaw::NotAnObject) => {
                return Err(refused("expected a resource, found something that is no object".into()));
            }
            Some(Flaw::NoType) => return Err(refused("it has no resourceType".into())),
            None => {}
        }
        let raw = self.text(slot).map_err(|cause| {
            self.file = None;
            refused(format!("it can't be read again ({cause}); did the file change?"))
        })?;
        map(self.checked, place, raw).map_err(|trouble| refused(trouble.to_string()))
    }
}

impl Iterator for Resources<'_> {
    type Item = Result<Resource, Refused>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(resource) = self.ready.pop_front() {
            return Some(Ok(resource));
        }
        let place = self.next;
        let slot = *self.checked.slot(place)?;
        self.next += 1;
        match self.one(place, &slot) {
            Err(refused) => Some(Err(refused)),
            Ok(resources) => {
                self.ready = resources;
                self.ready.pop_front().map(Ok)
            }
        }
    }
}

/// A resource, and after it the observations that it contains.
fn map(checked: &Checked, place: u32, raw: String) -> Read<VecDeque<Resource>> {
    let resource = Object::parse(&raw).map_err(|e| Trouble::new("the resource", e.to_string()))?;
    let kind = resource.text("resourceType")?.map(|k| text::line(&k, 64)).unwrap_or_default();
    let key = ResourceKey(checked.index().key(place).to_owned());
    let updated = last_updated(&resource).map_err(|t| t.within(&kind))?;
    let cx = Context::new(checked, &key, contained(&resource)?);
    let panel = checked.parent(place).map(|parent| match parent {
        Parent::Report(of) => Panel::Report(ResourceKey(checked.index().key(of).to_owned())),
        Parent::Member(of) => Panel::Member(ResourceKey(checked.index().key(of).to_owned())),
    });
    let item = item(&kind, &resource, panel, &cx).map_err(|t| t.within(&kind))?;
    let entered_in_error = status::entered_in_error(&resource);

    let mut all = VecDeque::new();
    if shows_contained(&kind) {
        let around = Around { kind: &kind, item: item.as_ref(), last_updated: updated, entered_in_error };
        for (i, part) in cx.contained().iter().enumerate() {
            if part.text("resourceType").ok().flatten().as_deref() == Some("Observation") {
                let part = contained_observation(part, &around, &cx);
                all.push_back(part.map_err(|t| t.within(&format!("{kind}.contained[{i}]")))?);
            }
        }
    }
    let unresolved = unresolved(&raw, &cx);
    drop(cx);
    let hash = content_hash(&raw);
    let full_url = checked.full_url(place);
    all.push_front(Resource {
        kind,
        key,
        full_url,
        last_updated: updated,
        hash,
        entered_in_error,
        raw,
        item,
        unresolved,
    });
    Ok(all)
}

/// The resource around a contained one.
struct Around<'a> {
    kind: &'a str,
    item: Option<&'a Item>,
    last_updated: Option<Instant>,
    entered_in_error: bool,
}

/// A contained observation is one that has no life of its own: what it doesn't say (when, of what
/// kind) is what the resource around it says.
fn contained_observation(part: &Object<'_>, around: &Around<'_>, cx: &Context<'_>) -> Read<Resource> {
    let hash = content_hash(part.source());
    let id = match part.text("id")? {
        Some(id) => id.trim_start_matches('#').to_owned(),
        None => hex(&hash),
    };
    let panel = if around.kind == "DiagnosticReport" {
        Panel::Report(cx.key().clone())
    } else {
        Panel::Member(cx.key().clone())
    };
    let mut item = observation::item(part, Some(panel), cx)?;
    if let Some(outer) = around.item {
        if item.when == When::default() {
            item.when = outer.when;
        }
        if !part.has("category") && matches!(outer.kind, Kind::Laboratory | Kind::Imaging | Kind::Measurement) {
            item.kind = outer.kind;
        }
    }
    Ok(Resource {
        kind: "Observation".into(),
        key: ResourceKey(format!("{}#{id}", cx.key().0)),
        full_url: None,
        last_updated: around.last_updated,
        hash,
        entered_in_error: around.entered_in_error || status::entered_in_error(part),
        raw: part.source().to_owned(),
        item: Some(item),
        unresolved: Vec::new(),
    })
}

/// Whether observations contained in a resource of this kind are shown on their own.
pub fn shows_contained(kind: &str) -> bool {
    matches!(kind, "DiagnosticReport" | "Observation")
}

fn item(kind: &str, resource: &Object<'_>, panel: Option<Panel>, cx: &Context<'_>) -> Read<Option<Item>> {
    Ok(Some(match kind {
        "Observation" => observation::item(resource, panel, cx)?,
        "DiagnosticReport" => report::item(resource, cx)?,
        "DocumentReference" => return document::item(resource, cx),
        "Condition" => event::condition(resource, cx)?,
        "Procedure" => event::procedure(resource, cx)?,
        "Encounter" => event::encounter(resource, cx)?,
        "Appointment" => event::appointment(resource, cx)?,
        "AllergyIntolerance" => event::allergy(resource, cx)?,
        "Immunization" => event::immunization(resource, cx)?,
        "MedicationRequest" => medicine::request(resource, cx)?,
        "MedicationStatement" => medicine::statement(resource, cx)?,
        "MedicationAdministration" => medicine::administration(resource, cx)?,
        "CarePlan" => plan::care_plan(resource, cx)?,
        "CareTeam" => plan::care_team(resource, cx)?,
        "ImagingStudy" => imaging::item(resource, cx)?,
        "QuestionnaireResponse" => questionnaire::item(resource, cx)?,
        "Patient" => {
            person::check(resource)?;
            return Ok(None);
        }
        _ => return Ok(None),
    }))
}

pub fn last_updated(resource: &Object<'_>) -> Read<Option<Instant>> {
    Ok(resource.object("meta", updated)?.flatten())
}

/// The resources that one brings within itself.
pub fn contained<'a>(resource: &Object<'a>) -> Read<Vec<Object<'a>>> {
    resource.list("contained", |part| Ok(part.clone()))
}

/// References that lead nowhere in the file, nor to the person it is about.
fn unresolved(raw: &str, cx: &Context<'_>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for reference in reference::all_in(raw) {
        if all.len() >= UNRESOLVED {
            break;
        }
        let reference = reference.trim();
        if !reference.is_empty() && !cx.leads_somewhere(reference) {
            let shown = text::line(reference, text::TITLE);
            if !all.contains(&shown) {
                all.push(shown);
            }
        }
    }
    all
}

/// SHA-256 of JSON with its insignificant white space removed.
pub fn content_hash(raw: &str) -> [u8; 32] {
    let bytes = raw.as_bytes();
    let mut compact = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let start = i;
        if bytes[i] == b'"' {
            i += 1;
            while i < bytes.len() && bytes[i] != b'"' {
                i += if bytes[i] == b'\\' { 2 } else { 1 };
            }
            i = (i + 1).min(bytes.len());
            compact.extend_from_slice(&bytes[start..i]);
        } else {
            while i < bytes.len() && bytes[i] != b'"' && !bytes[i].is_ascii_whitespace() {
                i += 1;
            }
            compact.extend_from_slice(&bytes[start..i]);
            while i < bytes.len() && bytes[i].is_ascii_whitespace() {
                i += 1;
            }
        }
    }
    Sha256::digest(&compact).into()
}

pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
