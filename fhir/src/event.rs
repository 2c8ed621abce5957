//! What happened or is planned: diagnoses, procedures, visits, appointments, allergies,
//! immunizations. Each becomes labelled facts in the sender's words.

use domain::{
    medicines::Prescribed,
    results::{Body, Event, Fact, FactLabel, FactValue, Item, Kind, Role, When},
};

use crate::{
    concept,
    json::{Object, Read},
    kind,
    people::{self, Context},
    status, text, value, when,
};

/// Facts told of one resource.
const FACTS: usize = 200;

/// Facts in the order in which they are told.
#[derive(Default)]
pub struct Facts(Vec<Fact>);

impl Facts {
    pub fn add(&mut self, label: FactLabel, value: FactValue) {
        let fact = Fact { label, value };
        if self.0.len() < FACTS && !self.0.contains(&fact) {
            self.0.push(fact);
        }
    }

    pub fn say(&mut self, label: FactLabel, text: Option<String>) {
        if let Some(text) = text {
            self.add(label, FactValue::Text(text));
        }
    }

    /// A field that holds text.
    pub fn text(&mut self, label: FactLabel, object: &Object<'_>, field: &str) -> Read<()> {
        self.say(label, object.text(field)?.and_then(|t| text::block(&t)));
        Ok(())
    }

    /// A field that holds one concept or several.
    pub fn coded(&mut self, label: FactLabel, object: &Object<'_>, field: &str) -> Read<()> {
        if object.is_list(field) {
            for title in concept::titles(object, field)? {
                self.say(label, Some(title));
            }
        } else {
            self.say(label, concept::one(object, field)?.and_then(|c| c.title()));
        }
        Ok(())
    }

    /// A field that refers to one thing or several that have names.
    pub fn named(&mut self, label: FactLabel, object: &Object<'_>, field: &str, cx: &Context<'_>) -> Read<()> {
        for name in cx.names(object, field)? {
            self.say(label, Some(name));
        }
        Ok(())
    }

    /// `onset[x]`, `abatement[x]`, `performed[x]` when it is no date: an age, a range of ages, words.
    pub fn vague(&mut self, label: FactLabel, object: &Object<'_>, stem: &str) -> Read<()> {
        self.text(label, object, &format!("{stem}String"))?;
        if let Some(age) = value::quantity_under(object, &format!("{stem}Age"))? {
            self.add(label, FactValue::Quantity(age));
        }
        object.object(&format!("{stem}Range"), |range| {
            for end in ["low", "high"] {
                if let Some(age) = value::quantity_under(range, end)? {
                    self.add(label, FactValue::Quantity(age));
                }
            }
            Ok(())
        })?;
        Ok(())
    }

    pub fn body(self) -> Body {
        Body::Event(Event { facts: self.0, prescribed: None })
    }

    /// Of a medicine that is to be taken.
    pub fn prescribing(self, prescribed: Prescribed) -> Body {
        Body::Event(Event { facts: self.0, prescribed: Some(Box::new(prescribed)) })
    }
}

pub fn condition(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let code = concept::one(object, "code")?.unwrap_or_default();
    let mut facts = Facts::default();
    let clinical = concept::one(object, "clinicalStatus")?;
    // An active diagnosis is what one expects; anything else is told.
    let over = clinical.filter(|c| !c.has(&["active"]));
    facts.say(FactLabel::Outcome, over.and_then(|c| c.title()));
    facts.coded(FactLabel::Severity, object, "severity")?;
    for stage in object.list("stage", |stage| Ok(concept::one(stage, "summary")?.and_then(|c| c.title())))? {
        facts.say(FactLabel::Stage, stage);
    }
    facts.coded(FactLabel::BodySite, object, "bodySite")?;
    facts.vague(FactLabel::Began, object, "onset")?;
    facts.vague(FactLabel::Ended, object, "abatement")?;
    facts.coded(FactLabel::Category, object, "category")?;
    let when = dated(object, "onset", "abatement", "recordedDate")?;
    let mut people = Vec::new();
    cx.involve(&mut people, object, "asserter", Role::WrittenBy)?;
    cx.involve(&mut people, object, "recorder", Role::WrittenBy)?;
    Ok(Item {
        kind: Kind::Diagnosis,
        when,
        title: code.title().unwrap_or_default(),
        status: status::of_verification(object)?,
        panel: None,
        people,
        notes: people::notes(object, "note")?,
        codes: code.into_codes(),
        body: facts.body(),
    })
}

/// From its start to its end, else when it was written down.
fn dated(object: &Object<'_>, start: &str, end: &str, written: &str) -> Read<When> {
    let started = when::choice(object, start)?;
    let ended = when::choice(object, end)?;
    let recorded = when::date(object, written)?;
    let mut when = started.or(recorded).unwrap_or_default();
    if let Some(ended) = ended {
        when.end = ended.end.or(ended.start);
    }
    Ok(when)
}

pub fn procedure(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let code = concept::one(object, "code")?.unwrap_or_default();
    let category = concept::one(object, "category")?;
    let mut facts = Facts::default();
    facts.coded(FactLabel::Reason, object, "reasonCode")?;
    facts.named(FactLabel::Reason, object, "reasonReference", cx)?;
    facts.coded(FactLabel::BodySite, object, "bodySite")?;
    facts.coded(FactLabel::Outcome, object, "outcome")?;
    facts.coded(FactLabel::Complication, object, "complication")?;
    facts.coded(FactLabel::FollowUp, object, "followUp")?;
    facts.coded(FactLabel::ReasonStopped, object, "statusReason")?;
    facts.say(FactLabel::Category, category.as_ref().and_then(concept::Concept::title));
    facts.vague(FactLabel::Began, object, "performed")?;
    let mut people = Vec::new();
    cx.involve_orderer(&mut people, object)?;
    cx.involve_each(&mut people, object, "performer", "actor", Role::PerformedBy)?;
    cx.involve(&mut people, object, "asserter", Role::WrittenBy)?;
    cx.involve(&mut people, object, "recorder", Role::WrittenBy)?;
    cx.involve(&mut people, object, "location", Role::Place)?;
    Ok(Item {
        kind: kind::of_procedure(&code, category.as_ref()),
        when: when::choice(object, "performed")?.unwrap_or_default(),
        title: code.title().unwrap_or_default(),
        status: status::read(object)?,
        panel: None,
        people,
        notes: people::notes(object, "note")?,
        codes: code.into_codes(),
        body: facts.body(),
    })
}

pub fn encounter(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let types = concept::many(object, "type")?;
    let class = object.object("class", concept::coding)?;
    let class = class.and_then(|c| c.display);
    let mut facts = Facts::default();
    facts.coded(FactLabel::Reason, object, "reasonCode")?;
    facts.named(FactLabel::Reason, object, "reasonReference", cx)?;
    object.object("hospitalization", |stay| facts.coded(FactLabel::Outcome, stay, "dischargeDisposition"))?;
    facts.say(FactLabel::Category, class.clone());
    let mut people = Vec::new();
    cx.involve_orderer(&mut people, object)?;
    cx.involve_each(&mut people, object, "participant", "individual", Role::PerformedBy)?;
    cx.involve_each(&mut people, object, "location", "location", Role::Place)?;
    cx.involve(&mut people, object, "serviceProvider", Role::Place)?;
    // The class alone is a code like AMB: without its words the visit has no name.
    let title = types.iter().find_map(concept::Concept::title).or(class).unwrap_or_default();
    Ok(Item {
        kind: Kind::Visit,
        when: when::period_under(object, "period")?.unwrap_or_default(),
        title,
        status: status::read(object)?,
        panel: None,
        people,
        notes: Vec::new(),
        codes: types.into_iter().flat_map(concept::Concept::into_codes).collect(),
        body: facts.body(),
    })
}

pub fn appointment(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let service = concept::many(object, "serviceType")?;
    let kind = concept::one(object, "appointmentType")?;
    let description = object.text("description")?.and_then(|t| text::block(&t));
    let reasons = concept::titles(object, "reasonCode")?;
    let title = service
        .iter()
        .find_map(concept::Concept::title)
        .or_else(|| description.as_deref().and_then(text::title))
        .or_else(|| reasons.first().cloned())
        .or_else(|| kind.as_ref().and_then(concept::Concept::title))
        .unwrap_or_default();
    let mut facts = Facts::default();
    facts.say(FactLabel::Description, description.filter(|d| *d != title));
    for reason in reasons {
        facts.say(FactLabel::Reason, Some(reason));
    }
    facts.named(FactLabel::Reason, object, "reasonReference", cx)?;
    facts.text(FactLabel::Instructions, object, "patientInstruction")?;
    facts.say(FactLabel::Category, kind.and_then(|c| c.title()));
    facts.coded(FactLabel::ReasonStopped, object, "cancelationReason")?;
    let mut people = Vec::new();
    for (is_place, name) in object.list("participant", |part| actor(part, cx))?.into_iter().flatten() {
        let role = if is_place { Role::Place } else { Role::PerformedBy };
        people.push(domain::results::Involved { role, name });
    }
    let start = object.date("start")?;
    let end = object.date("end")?;
    Ok(Item {
        kind: Kind::Appointment,
        when: When { start, end },
        title,
        status: status::read(object)?,
        panel: None,
        people,
        notes: object.text("comment")?.and_then(|t| text::block(&t)).into_iter().collect(),
        codes: service.into_iter().flat_map(concept::Concept::into_codes).collect(),
        body: facts.body(),
    })
}

/// Who takes part in an appointment besides the patient, and whether it is a place.
fn actor(part: &Object<'_>, cx: &Context<'_>) -> Read<Option<(bool, String)>> {
    let found = part.object("actor", |actor| {
        let to = actor.text("reference")?.unwrap_or_default();
        let kind = actor.text("type")?.unwrap_or_default();
        let key = cx.key_of(actor)?.map(|k| k.0).unwrap_or_default();
        let is =
            |name: &str| kind == name || [to.as_ref(), key.as_str()].iter().any(|r| r.starts_with(&format!("{name}/")));
        if is("Patient") || cx.checked().is_subject(&to) {
            return Ok(None);
        }
        Ok(cx.name(actor)?.map(|name| (is("Location"), name)))
    })?;
    Ok(found.flatten())
}

pub fn allergy(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let code = concept::one(object, "code")?.unwrap_or_default();
    let mut facts = Facts::default();
    let clinical = concept::one(object, "clinicalStatus")?.filter(|c| !c.has(&["active"]));
    facts.say(FactLabel::Outcome, clinical.and_then(|c| c.title()));
    facts.text(FactLabel::Criticality, object, "criticality")?;
    for category in object.texts("category")? {
        facts.say(FactLabel::Category, text::title(&category));
    }
    object.list("reaction", |reaction| {
        facts.coded(FactLabel::Reaction, reaction, "manifestation")?;
        facts.text(FactLabel::Reaction, reaction, "description")?;
        facts.text(FactLabel::Severity, reaction, "severity")
    })?;
    facts.vague(FactLabel::Began, object, "onset")?;
    let mut people = Vec::new();
    cx.involve(&mut people, object, "asserter", Role::WrittenBy)?;
    cx.involve(&mut people, object, "recorder", Role::WrittenBy)?;
    let when = match when::choice(object, "onset")? {
        Some(when) => Some(when),
        None => when::date(object, "recordedDate")?,
    };
    Ok(Item {
        kind: Kind::Allergy,
        when: when.unwrap_or_default(),
        title: code.title().unwrap_or_default(),
        status: status::of_verification(object)?,
        panel: None,
        people,
        notes: people::notes(object, "note")?,
        codes: code.into_codes(),
        body: facts.body(),
    })
}

pub fn immunization(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let code = concept::one(object, "vaccineCode")?.unwrap_or_default();
    let mut facts = Facts::default();
    if let Some(dose) = value::quantity_under(object, "doseQuantity")? {
        facts.add(FactLabel::Dose, FactValue::Quantity(dose));
    }
    facts.text(FactLabel::Serial, object, "lotNumber")?;
    facts.coded(FactLabel::BodySite, object, "site")?;
    facts.coded(FactLabel::Reason, object, "reasonCode")?;
    facts.coded(FactLabel::ReasonStopped, object, "statusReason")?;
    let mut people = Vec::new();
    cx.involve_each(&mut people, object, "performer", "actor", Role::PerformedBy)?;
    cx.involve(&mut people, object, "location", Role::Place)?;
    facts.vague(FactLabel::Began, object, "occurrence")?;
    let when = match when::choice(object, "occurrence")? {
        Some(when) => Some(when),
        None => when::date(object, "recorded")?,
    };
    Ok(Item {
        kind: Kind::Immunization,
        when: when.unwrap_or_default(),
        title: code.title().unwrap_or_default(),
        status: status::read(object)?,
        panel: None,
        people,
        notes: people::notes(object, "note")?,
        codes: code.into_codes(),
        body: facts.body(),
    })
}
