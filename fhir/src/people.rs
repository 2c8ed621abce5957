//! What a resource can look up around itself: names of who had a part in it, words of what it
//! refers to, keys of what it lists.

use std::collections::HashMap;

use domain::{
    record::ResourceKey,
    results::{Involved, Role},
};

use crate::{
    check::Checked,
    concept,
    json::{Object, Read},
    reference::{self, Name},
    text,
};

/// People told of one resource.
const PEOPLE: usize = 50;

/// The surroundings of one resource.
pub struct Context<'a> {
    checked: &'a Checked,
    key: &'a ResourceKey,
    contained: Vec<Object<'a>>,
    /// Where among them each id is.
    ids: HashMap<String, usize>,
}

impl<'a> Context<'a> {
    pub fn new(checked: &'a Checked, key: &'a ResourceKey, contained: Vec<Object<'a>>) -> Self {
        let mut ids = HashMap::new();
        for (at, part) in contained.iter().enumerate() {
            if let Ok(Some(id)) = part.text("id") {
                ids.entry(id.trim_start_matches('#').to_owned()).or_insert(at);
            }
        }
        Self { checked, key, contained, ids }
    }

    pub fn checked(&self) -> &Checked {
        self.checked
    }

    /// Of the resource itself.
    pub fn key(&self) -> &ResourceKey {
        self.key
    }

    pub fn contained(&self) -> &[Object<'a>] {
        &self.contained
    }

    fn part(&self, reference: &str) -> Option<&Object<'a>> {
        let at = *self.ids.get(reference.strip_prefix('#')?)?;
        self.contained.get(at)
    }

    pub fn leads_somewhere(&self, reference: &str) -> bool {
        if reference.starts_with('#') {
            return reference == "#" || self.part(reference).is_some();
        }
        self.checked.index().resolve(reference).is_some() || self.checked.is_subject(reference)
    }

    /// The key of what a reference lists.
    pub fn key_of(&self, reference: &Object<'_>) -> Read<Option<ResourceKey>> {
        let Some(to) = reference.text("reference")? else { return Ok(None) };
        let to = to.trim();
        if to.starts_with('#') {
            return Ok(self.part(to).map(|_| ResourceKey(format!("{}{to}", self.key.0))));
        }
        Ok(reference::key_of(to, self.checked.index()))
    }

    /// The name of what a reference leads to.
    fn name_behind(&self, to: &str) -> Read<Option<String>> {
        let index = self.checked.index();
        if let Some(part) = self.part(to) {
            let kind = part.text("resourceType")?.unwrap_or_default();
            let name = reference::name_of(&kind, part, index)?;
            return Ok(match name {
                Some(Name::Is(name)) => Some(name.into()),
                Some(Name::OfOther(other)) => index.find(other).and_then(|p| index.name(p)).map(str::to_owned),
                None => None,
            });
        }
        Ok(index.resolve(to).and_then(|place| index.name(place)).map(str::to_owned))
    }

    /// What a reference calls what it leads to, else the name of that.
    pub fn name(&self, reference: &Object<'_>) -> Read<Option<String>> {
        if let Some(display) = reference.text("display")?.and_then(|t| text::title(&t)) {
            return Ok(Some(display));
        }
        match reference.text("reference")? {
            Some(to) => self.name_behind(to.trim()),
            None => Ok(None),
        }
    }

    /// The names behind a field that holds a reference or a list of them.
    pub fn names(&self, object: &Object<'_>, field: &str) -> Read<Vec<String>> {
        if object.is_list(field) {
            Ok(object.list(field, |r| self.name(r))?.into_iter().flatten().collect())
        } else {
            Ok(object.object(field, |r| self.name(r))?.flatten().into_iter().collect())
        }
    }

    /// The first concept of a contained resource or, of one elsewhere in the file, its name:
    /// a Medication.
    pub fn concept_behind(&self, reference: &Object<'_>, field: &str) -> Read<Option<concept::Concept>> {
        let to = reference.text("reference")?.unwrap_or_default();
        match self.part(to.trim()) {
            Some(part) => concept::one(part, field),
            None => Ok(self.name(reference)?.map(|name| concept::Concept { text: Some(name), codes: Vec::new() })),
        }
    }

    /// Adds who stands in a field.
    pub fn involve(&self, people: &mut Vec<Involved>, object: &Object<'_>, field: &str, role: Role) -> Read<()> {
        for name in self.names(object, field)? {
            add(people, role, name);
        }
        Ok(())
    }

    /// Adds who stands in a field of each object of a list.
    pub fn involve_each(
        &self,
        people: &mut Vec<Involved>,
        object: &Object<'_>,
        list: &str,
        field: &str,
        role: Role,
    ) -> Read<()> {
        let names = object.list(list, |part| self.names(part, field))?;
        for name in names.into_iter().flatten() {
            add(people, role, name);
        }
        Ok(())
    }

    /// Adds who made the orders that a resource is based on.
    pub fn involve_orderer(&self, people: &mut Vec<Involved>, object: &Object<'_>) -> Read<()> {
        let orders = object.list("basedOn", |order| order.text("reference"))?;
        for order in orders.into_iter().flatten() {
            // What the reference calls the order is not who ordered it.
            if let Some(name) = self.name_behind(order.trim())? {
                add(people, Role::OrderedBy, name);
            }
        }
        Ok(())
    }
}

fn add(people: &mut Vec<Involved>, role: Role, name: String) {
    let one = Involved { role, name };
    if people.len() < PEOPLE && !people.contains(&one) {
        people.push(one);
    }
}

/// The texts of a list of annotations.
pub fn notes(object: &Object<'_>, field: &str) -> Read<Vec<String>> {
    let texts = object.list(field, |note| note.text("text"))?;
    Ok(texts.into_iter().flatten().filter_map(|t| text::block(&t)).collect())
}
