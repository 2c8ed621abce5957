//! Reports of laboratories, scans, pathology: conclusion, text, files, and the values they list.

use domain::results::{AttachmentContent, Body, Item, Kind, Report, Role};

use crate::{
    attachment, concept,
    json::{Object, Read},
    kind,
    people::Context,
    status, text, when,
};

pub fn item(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let code = concept::one(object, "code")?.unwrap_or_default();
    let categories = concept::many(object, "category")?;
    let attachments =
        object.list_at("presentedForm", |at, form| attachment::read(form, &format!("/presentedForm/{at}")))?;
    let mut report = Report {
        conclusion: object.text("conclusion")?.and_then(|t| text::block(&t)),
        findings: concept::titles(object, "conclusionCode")?,
        results: object.list("result", |r| cx.key_of(r))?.into_iter().flatten().collect(),
        narrative: None,
        attachments,
    };
    let readable = report.attachments.iter().any(|a| a.content != AttachmentContent::Unreadable);
    // The narrative repeats what the fields say; it counts when they say nothing.
    if report.conclusion.is_none() && report.results.is_empty() && !readable {
        report.narrative = attachment::narrative(object)?;
    }
    let when = match when::choice(object, "effective")? {
        Some(when) => Some(when),
        None => when::date(object, "issued")?,
    };
    let mut people = Vec::new();
    cx.involve_orderer(&mut people, object)?;
    let kind = kind::of_report(&categories, &code);
    let performed = if kind == Kind::Note { Role::WrittenBy } else { Role::PerformedBy };
    cx.involve(&mut people, object, "performer", performed)?;
    cx.involve(&mut people, object, "resultsInterpreter", Role::WrittenBy)?;
    Ok(Item {
        kind,
        when: when.unwrap_or_default(),
        title: code.title().unwrap_or_default(),
        status: status::read(object)?,
        panel: None,
        people,
        notes: Vec::new(),
        codes: code.into_codes(),
        body: Body::Report(report),
    })
}
