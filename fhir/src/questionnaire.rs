//! Answers to a questionnaire: each question with what was answered, in the order of the form.

use domain::results::{FactLabel, Item, Kind, Quantity, Role, Value};

use crate::{
    concept,
    event::Facts,
    json::{Object, Read},
    people::Context,
    status, text, value, when,
};

pub fn item(object: &Object<'_>, cx: &Context<'_>) -> Read<Item> {
    let mut facts = Facts::default();
    answers(&mut facts, object)?;
    // The questionnaire is only an address; its title may come as an extension of it.
    let title = object.object("_questionnaire", |extended| {
        extended.list("extension", |e| {
            let names = e.text("url")?.is_some_and(|url| url.ends_with("/display"));
            Ok(if names { e.text("valueString")?.and_then(|t| text::title(&t)) } else { None })
        })
    })?;
    let title = title.into_iter().flatten().flatten().next().unwrap_or_default();
    let mut people = Vec::new();
    cx.involve_orderer(&mut people, object)?;
    cx.involve(&mut people, object, "author", Role::WrittenBy)?;
    Ok(Item {
        kind: Kind::Questionnaire,
        when: when::date(object, "authored")?.unwrap_or_default(),
        title,
        status: status::read(object)?,
        panel: None,
        people,
        notes: Vec::new(),
        codes: Vec::new(),
        body: facts.body(),
    })
}

/// Questions may hold questions, and so may answers; the depth of the file is bounded.
fn answers(facts: &mut Facts, object: &Object<'_>) -> Read<()> {
    object.list("item", |item| {
        let question = item.text("text")?.and_then(|t| text::title(&t));
        let mut given = Vec::new();
        item.list("answer", |answer| {
            given.extend(words(answer)?);
            Ok(())
        })?;
        if !given.is_empty() {
            let given = given.join(", ");
            facts.say(
                FactLabel::Description,
                Some(match question {
                    Some(question) => format!("{}: {given}", question.trim_end_matches(':')),
                    None => given,
                }),
            );
        }
        item.list("answer", |answer| answers(facts, answer))?;
        answers(facts, item)
    })?;
    Ok(())
}

/// An answer in words.
fn words(answer: &Object<'_>) -> Read<Option<String>> {
    if let Some(coding) = answer.object("valueCoding", concept::coding)? {
        return Ok(coding.display.or((!coding.code.is_empty()).then_some(coding.code)));
    }
    if let Some(number) = answer.number("valueDecimal")? {
        return Ok(Some(number.to_owned()));
    }
    if let Some(date) = answer.date("valueDate")? {
        return Ok(Some(date.to_string()));
    }
    Ok(match value::value(answer)? {
        Some(Value::Quantity(Quantity { number, unit, .. })) => {
            Some(format!("{number} {}", unit.unwrap_or_default()).trim().to_owned())
        }
        Some(Value::Text(text) | Value::Coded(text) | Value::Time(text)) => Some(text),
        Some(Value::Boolean(yes)) => Some(if yes { "Yes" } else { "No" }.to_owned()),
        Some(Value::Integer(n)) => Some(n.to_string()),
        Some(Value::DateTime(date)) => Some(date.to_string()),
        _ => None,
    })
}
