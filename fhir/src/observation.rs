//! Observations: values in any form, alone, in components, or as a group of others.

use domain::results::{Body, Component, Item, Kind, Observation, Panel, Role};

use crate::{
    concept::{self, Concept},
    json::{Object, Read},
    kind,
    people::{self, Context},
    status, value, when,
};

pub fn item(object: &Object<'_>, panel: Option<Panel>, cx: &Context<'_>) -> Read<Item> {
    let code = concept::one(object, "code")?.unwrap_or_default();
    let categories = concept::many(object, "category")?;
    let body = Observation {
        value: value::value(object)?,
        interpretations: value::interpretations(object)?,
        ranges: value::ranges(object)?,
        components: object.list("component", component)?,
        members: object.list("hasMember", |r| cx.key_of(r))?.into_iter().flatten().collect(),
        method: concept::one(object, "method")?.and_then(|c| c.title()),
        specimen: object.object("specimen", |r| cx.name(r))?.flatten(),
        body_site: concept::one(object, "bodySite")?.and_then(|c| c.title()),
    };
    let kind = kind::of_observation(&categories, &code, &body);
    let when = match when::choice(object, "effective")? {
        Some(when) => Some(when),
        None => when::date(object, "issued")?,
    };
    let mut people = Vec::new();
    cx.involve_orderer(&mut people, object)?;
    cx.involve(&mut people, object, "performer", Role::PerformedBy)?;
    let collected = matches!(kind, Kind::Laboratory | Kind::Measurement | Kind::Questionnaire);
    Ok(Item {
        kind,
        when: when.unwrap_or_default(),
        title: code.title().unwrap_or_default(),
        status: status::read(object)?,
        panel: panel.or_else(|| collected.then_some(Panel::Collection)),
        people,
        notes: people::notes(object, "note")?,
        codes: Concept::into_codes(code),
        body: Body::Observation(body),
    })
}

fn component(object: &Object<'_>) -> Read<Component> {
    let code = concept::one(object, "code")?.unwrap_or_default();
    Ok(Component {
        title: code.title().unwrap_or_default(),
        value: value::value(object)?,
        interpretations: value::interpretations(object)?,
        ranges: value::ranges(object)?,
        codes: code.into_codes(),
    })
}
