//! Medicines ordered, taken and given.

use domain::results::{FactLabel, FactValue, Item, Kind, Role};

use crate::{
    concept::{self, Concept},
    dosage,
    event::Facts,
    json::{Object, Read},
    kind,
    people::{self, Context},
    status, text, value, when,
};

/// `medication[x]`: coded, or a Medication contained or elsewhere in the file.
fn medicine(object: &Object<'_>, cx: &Context<'_>) -> Read<Concept> {
    if let Some(coded) = concept::one(object, "medicationCodeableConcept")? {
        return Ok(coded);
    }
    let behind = object.object("medicationReference", |r| cx.concept_behind(r, "code"))?;
    Ok(behind.flatten().unwrap_or_default())
}

pub fn request(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let medicine = medicine(object, cx)?;
    let mut facts = Facts::default();
    object.list("dosageInstruction", |dosage| dose(&mut facts, dosage))?;
    reasons(&mut facts, object, cx)?;
    facts.coded(FactLabel::ReasonStopped, object, "statusReason")?;
    // An order is what one expects; a plan or a proposal is told.
    let intent = object.text("intent")?.filter(|intent| intent != "order");
    facts.say(FactLabel::Intent, intent.and_then(|t| text::title(&t)));
    facts.coded(FactLabel::Category, object, "category")?;
    let mut people = Vec::new();
    cx.involve(&mut people, object, "requester", Role::OrderedBy)?;
    cx.involve(&mut people, object, "recorder", Role::WrittenBy)?;
    let prescribed = dosage::of_request(object, &medicine);
    Ok(Item {
        kind: Kind::Medicine,
        when: when::date(object, "authoredOn")?.unwrap_or_default(),
        title: medicine.title().unwrap_or_default(),
        status: status::read(object)?,
        panel: None,
        people,
        notes: people::notes(object, "note")?,
        codes: medicine.into_codes(),
        body: facts.prescribing(prescribed),
    })
}

pub fn statement(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let medicine = medicine(object, cx)?;
    let mut facts = Facts::default();
    object.list("dosage", |dosage| dose(&mut facts, dosage))?;
    reasons(&mut facts, object, cx)?;
    facts.coded(FactLabel::ReasonStopped, object, "statusReason")?;
    facts.coded(FactLabel::Category, object, "category")?;
    let mut people = Vec::new();
    cx.involve(&mut people, object, "informationSource", Role::WrittenBy)?;
    let prescribed = dosage::of_statement(object, &medicine);
    let when = match when::choice(object, "effective")? {
        Some(when) => Some(when),
        None => when::date(object, "dateAsserted")?,
    };
    Ok(Item {
        kind: Kind::Medicine,
        when: when.unwrap_or_default(),
        title: medicine.title().unwrap_or_default(),
        status: status::read(object)?,
        panel: None,
        people,
        notes: people::notes(object, "note")?,
        codes: medicine.into_codes(),
        body: facts.prescribing(prescribed),
    })
}

pub fn administration(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let medicine = medicine(object, cx)?;
    let category = concept::one(object, "category")?;
    let mut facts = Facts::default();
    object.object("dosage", |dosage| {
        if let Some(given) = value::quantity_under(dosage, "dose")? {
            facts.add(FactLabel::Dose, FactValue::Quantity(given));
        }
        facts.text(FactLabel::Instructions, dosage, "text")?;
        facts.coded(FactLabel::Instructions, dosage, "route")?;
        facts.coded(FactLabel::BodySite, dosage, "site")
    })?;
    reasons(&mut facts, object, cx)?;
    facts.coded(FactLabel::ReasonStopped, object, "statusReason")?;
    facts.say(FactLabel::Category, category.as_ref().and_then(Concept::title));
    let mut people = Vec::new();
    cx.involve_each(&mut people, object, "performer", "actor", Role::PerformedBy)?;
    Ok(Item {
        kind: kind::of_administration(&medicine, category.as_ref()),
        when: when::choice(object, "effective")?.unwrap_or_default(),
        title: medicine.title().unwrap_or_default(),
        status: status::read(object)?,
        panel: None,
        people,
        notes: people::notes(object, "note")?,
        codes: medicine.into_codes(),
        body: facts.body(),
    })
}

fn reasons(facts: &mut Facts, object: &Object<'_>, cx: &Context<'_>) -> Read<()> {
    facts.coded(FactLabel::Reason, object, "reasonCode")?;
    facts.named(FactLabel::Reason, object, "reasonReference", cx)
}

/// One Dosage: how much, and how to take it.
fn dose(facts: &mut Facts, dosage: &Object<'_>) -> Read<()> {
    dosage.list("doseAndRate", |amount| {
        if let Some(one) = value::quantity_under(amount, "doseQuantity")? {
            facts.add(FactLabel::Dose, FactValue::Quantity(one));
        }
        amount.object("doseRange", |range| {
            for end in ["low", "high"] {
                if let Some(one) = value::quantity_under(range, end)? {
                    facts.add(FactLabel::Dose, FactValue::Quantity(one));
                }
            }
            Ok(())
        })?;
        Ok(())
    })?;
    facts.text(FactLabel::Instructions, dosage, "text")?;
    facts.text(FactLabel::Instructions, dosage, "patientInstruction")?;
    if !dosage.has("text") {
        dosage.object("timing", |timing| facts.coded(FactLabel::Instructions, timing, "code"))?;
        facts.coded(FactLabel::Instructions, dosage, "route")?;
    }
    facts.coded(FactLabel::Instructions, dosage, "additionalInstruction")?;
    facts.coded(FactLabel::BodySite, dosage, "site")
}
