//! People: the name to show of someone with several, and the person that a file is about.

use domain::record::{Gender, Identifier, Person, ResourceKey};

use crate::{
    json::{Object, Read},
    text,
};

const IDENTIFIERS: usize = 20;

/// The name to show: official before usual before any other; `old` and `maiden` names only when
/// there is nothing else.
pub fn name(object: &Object<'_>, with_prefix: bool) -> Read<Option<String>> {
    let mut best: Option<(u8, String)> = None;
    let names = object.list("name", |name| {
        let rank = match name.text("use")?.as_deref() {
            Some("official") => 0,
            Some("usual") => 1,
            Some("old" | "maiden") => 9,
            _ => 2,
        };
        Ok(written(name, with_prefix)?.map(|text| (rank, text)))
    })?;
    for (rank, text) in names.into_iter().flatten() {
        if best.as_ref().is_none_or(|(known, _)| rank < *known) {
            best = Some((rank, text));
        }
    }
    Ok(best.map(|(_, text)| text))
}

fn written(name: &Object<'_>, with_prefix: bool) -> Read<Option<String>> {
    if let Some(text) = name.text("text")?.and_then(|t| text::title(&t)) {
        return Ok(Some(text));
    }
    let mut parts = Vec::new();
    if with_prefix {
        parts.extend(name.texts("prefix")?);
    }
    parts.extend(name.texts("given")?);
    parts.extend(name.text("family")?);
    if with_prefix {
        parts.extend(name.texts("suffix")?);
    }
    Ok(text::title(&parts.join(" ")))
}

/// The Patient resource as a person. Lenient: a field that can't be read is left out here, and the
/// resource itself is refused when it is mapped.
pub fn person(key: ResourceKey, patient: &Object<'_>) -> Person {
    let gender = patient.text("gender").ok().flatten().map(|g| match g.trim().to_ascii_lowercase().as_str() {
        "male" => Gender::Male,
        "female" => Gender::Female,
        "other" => Gender::Other,
        _ => Gender::Unknown,
    });
    let deceased =
        patient.boolean("deceasedBoolean").ok().flatten().unwrap_or(false) || patient.has("deceasedDateTime");
    Person {
        key,
        identifiers: identifiers(patient).unwrap_or_default(),
        name: name(patient, false).ok().flatten(),
        birth_date: patient.date("birthDate").ok().flatten(),
        gender,
        deceased,
    }
}

/// Refuses what [`person`] had to leave out.
pub fn check(patient: &Object<'_>) -> Read<()> {
    name(patient, false)?;
    identifiers(patient)?;
    patient.text("gender")?;
    patient.date("birthDate")?;
    patient.boolean("deceasedBoolean")?;
    patient.date("deceasedDateTime")?;
    Ok(())
}

pub fn identifiers(object: &Object<'_>) -> Read<Vec<Identifier>> {
    let mut all = object.list("identifier", identifier)?;
    all.retain(|i| !i.value.is_empty());
    all.truncate(IDENTIFIERS);
    Ok(all)
}

pub fn identifier(object: &Object<'_>) -> Read<Identifier> {
    Ok(Identifier {
        system: text::line(&object.text("system")?.unwrap_or_default(), 255),
        value: text::line(&object.text("value")?.unwrap_or_default(), 255),
    })
}
