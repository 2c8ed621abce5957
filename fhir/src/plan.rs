//! Care plans and care teams.

use domain::results::{FactLabel, Item, Kind, Role};

use crate::{
    concept::{self, Concept},
    event::Facts,
    json::{Object, Read},
    people::{self, Context},
    status, text, when,
};

pub fn care_plan(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let categories = concept::many(object, "category")?;
    let mut facts = Facts::default();
    facts.text(FactLabel::Description, object, "description")?;
    facts.named(FactLabel::Reason, object, "addresses", cx)?;
    object.list("activity", |activity| {
        facts.named(FactLabel::Activity, activity, "reference", cx)?;
        activity.object("detail", |detail| {
            facts.coded(FactLabel::Activity, detail, "code")?;
            facts.text(FactLabel::Activity, detail, "description")
        })
    })?;
    let intent = object.text("intent")?.filter(|intent| !matches!(intent.as_ref(), "order" | "plan"));
    facts.say(FactLabel::Intent, intent.and_then(|t| text::title(&t)));
    let mut people = Vec::new();
    cx.involve(&mut people, object, "author", Role::WrittenBy)?;
    cx.involve(&mut people, object, "contributor", Role::WrittenBy)?;
    let when = match when::period_under(object, "period")? {
        Some(when) => Some(when),
        None => when::date(object, "created")?,
    };
    let title = match object.text("title")?.and_then(|t| text::title(&t)) {
        Some(title) => title,
        None => worded(&categories).unwrap_or_default(),
    };
    Ok(Item {
        kind: Kind::Plan,
        when: when.unwrap_or_default(),
        title,
        status: status::read(object)?,
        panel: None,
        people,
        notes: people::notes(object, "note")?,
        codes: categories.into_iter().flat_map(Concept::into_codes).collect(),
        body: facts.body(),
    })
}

/// The first category that has words: some are only a code for machines.
fn worded(categories: &[Concept]) -> Option<String> {
    categories.iter().find_map(Concept::words)
}

pub fn care_team(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let categories = concept::many(object, "category")?;
    let mut facts = Facts::default();
    for member in object.list("participant", |part| member(part, cx))? {
        facts.say(FactLabel::Member, member);
    }
    facts.coded(FactLabel::Reason, object, "reasonCode")?;
    facts.named(FactLabel::Reason, object, "reasonReference", cx)?;
    let mut people = Vec::new();
    cx.involve(&mut people, object, "managingOrganization", Role::Place)?;
    let title = match object.text("name")?.and_then(|t| text::title(&t)) {
        Some(title) => title,
        None => worded(&categories).unwrap_or_default(),
    };
    Ok(Item {
        kind: Kind::Plan,
        when: when::period_under(object, "period")?.unwrap_or_default(),
        title,
        status: status::read(object)?,
        panel: None,
        people,
        notes: people::notes(object, "note")?,
        codes: categories.into_iter().flat_map(Concept::into_codes).collect(),
        body: facts.body(),
    })
}

/// A member with what they do; not the person whose team it is.
fn member(part: &Object<'_>, cx: &Context<'_>) -> Read<Option<String>> {
    let roles = concept::many(part, "role")?;
    // SNOMED CT: patient, by the two codes in use
    if roles.iter().any(|role| role.has(&["116153009", "116154003"])) {
        return Ok(None);
    }
    let Some(name) = part.object("member", |r| cx.name(r))?.flatten() else { return Ok(None) };
    Ok(Some(match worded(&roles) {
        Some(role) => format!("{name} ({role})"),
        None => name,
    }))
}
