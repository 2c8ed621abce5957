//! Documents that stand on their own: notes, letters, results as a file.

use domain::results::{Body, Document, Item, Role, Status};

use crate::{
    attachment, concept,
    json::{Object, Read},
    kind,
    people::Context,
    status, text, when,
};

/// Nothing when a report in the file brings exactly the same content: many senders give each note
/// both as a report and as a document, and a person wants to read it once.
pub fn item(object: &Object<'_>, cx: &Context<'_>) -> Read<Option<Item>> {
    let mut repeated = 0;
    let contents = object.list_at("content", |at, content| {
        let pointer = format!("/content/{at}/attachment");
        content.object("attachment", |file| {
            let data = file.text("data")?;
            repeated += usize::from(data.is_some_and(|data| cx.checked().forms().contains(&data)));
            attachment::read(file, &pointer)
        })
    })?;
    let attachments: Vec<_> = contents.into_iter().flatten().collect();
    if !attachments.is_empty() && repeated == attachments.len() && !status::entered_in_error(object) {
        return Ok(None);
    }
    let code = concept::one(object, "type")?.unwrap_or_default();
    let description = object.text("description")?.and_then(|t| text::block(&t));
    let title = code
        .title()
        .or_else(|| attachments.iter().find_map(|a| a.title.clone()))
        .or_else(|| description.as_deref().and_then(text::title))
        .unwrap_or_default();
    let when = match when::date(object, "date")? {
        Some(when) => Some(when),
        None => object.object("context", |c| when::period_under(c, "period"))?.flatten(),
    };
    // `status` tells whether the reference is current; how final the document is stands here.
    let status = match object.text("docStatus")? {
        Some(word) => status::of_word(word.trim()),
        None => match status::read(object)? {
            Status::Unknown => Status::Unknown,
            _ => Status::Final,
        },
    };
    let mut people = Vec::new();
    cx.involve(&mut people, object, "author", Role::WrittenBy)?;
    cx.involve(&mut people, object, "custodian", Role::Place)?;
    Ok(Some(Item {
        kind: kind::of_document(&code),
        when: when.unwrap_or_default(),
        title,
        status,
        panel: None,
        people,
        notes: Vec::new(),
        codes: code.into_codes(),
        body: Body::Document(Document { description, attachments }),
    }))
}
