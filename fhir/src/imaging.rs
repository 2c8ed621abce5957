//! Imaging studies: that pictures were taken, of what and when. The pictures stay where they are.

use domain::results::{FactLabel, Item, Kind, Role};

use crate::{
    concept::{self, Concept},
    event::Facts,
    json::{Object, Read},
    people::{self, Context},
    status, text, when,
};

pub fn item(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let procedures = concept::many(object, "procedureCode")?;
    let description = object.text("description")?.and_then(|t| text::title(&t));
    let series = object.list("series", |series| {
        let word = |field: &str| -> Read<Option<String>> {
            let coding = series.object(field, concept::coding)?;
            Ok(coding.and_then(|c| c.display.or((!c.code.is_empty()).then_some(c.code))))
        };
        Ok((word("modality")?, word("bodySite")?))
    })?;
    let mut facts = Facts::default();
    for (modality, site) in &series {
        facts.say(FactLabel::Category, modality.clone());
        facts.say(FactLabel::BodySite, site.clone());
    }
    facts.coded(FactLabel::Reason, object, "reasonCode")?;
    facts.named(FactLabel::Reason, object, "reasonReference", cx)?;
    let title = description
        .or_else(|| procedures.iter().find_map(Concept::title))
        .or_else(|| series.into_iter().find_map(|(modality, _)| modality));
    let mut people = Vec::new();
    cx.involve_orderer(&mut people, object)?;
    cx.involve(&mut people, object, "referrer", Role::OrderedBy)?;
    cx.involve(&mut people, object, "interpreter", Role::WrittenBy)?;
    cx.involve(&mut people, object, "location", Role::Place)?;
    Ok(Item {
        kind: Kind::Imaging,
        when: when::date(object, "started")?.unwrap_or_default(),
        title: title.unwrap_or_default(),
        status: status::read(object)?,
        panel: None,
        people,
        notes: people::notes(object, "note")?,
        codes: procedures.into_iter().flat_map(Concept::into_codes).collect(),
        body: facts.body(),
    })
}
