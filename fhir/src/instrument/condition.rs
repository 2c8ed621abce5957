//! When an item is asked.

use std::cmp::Ordering;

use domain::diary::{
    answer::Answer,
    instrument::{Condition, Item, Kind, LinkId, Operator},
    number,
};

use super::Reader;
use crate::json::{Object, Read, quoted};

impl<'a> Reader<'a> {
    /// The conditions of an item, and whether all of them must hold.
    pub(super) fn conditions(&mut self, link_id: &str, object: &Object<'a>) -> (Vec<Condition>, bool) {
        let conditions = object.list("enableWhen", |one| self.condition(link_id, one));
        let conditions: Vec<Condition> = self.take(Some(link_id), conditions).into_iter().flatten().collect();
        let all = match self.take(Some(link_id), object.text("enableBehavior")).as_deref() {
            Some("all") => true,
            Some("any") => false,
            None => {
                if conditions.len() > 1 {
                    self.say(
                        Some(link_id),
                        "it has several enableWhen, but no enableBehavior says whether all must hold or any",
                    );
                }
                true
            }
            Some(other) => {
                self.say(Some(link_id), format!("its enableBehavior {} is neither all nor any", quoted(other)));
                true
            }
        };
        (conditions, all)
    }

    fn condition(&mut self, link_id: &str, object: &Object<'a>) -> Read<Option<Condition>> {
        self.lacking(Some(link_id), object);
        let name = object.text("question")?.unwrap_or_default();
        let question = quoted(&name);
        let Some(asked) = self.questions.get(name.as_ref()).cloned() else {
            let why = if self.link_ids.contains_key(name.as_ref()) {
                format!("it is asked depending on {question}, which is no question before it")
            } else {
                format!("it is asked depending on {question}, which does not exist")
            };
            self.say(Some(link_id), why);
            return Ok(None);
        };
        let Some(operator) = operator(object.text("operator")?.as_deref()) else {
            self.say(Some(link_id), format!("its condition on {question} has no operator of FHIR R4"));
            return Ok(None);
        };
        let form = object.names().find(|name| name.starts_with("answer")).map(str::to_owned).unwrap_or_default();
        let Some(answer) = answer(object, &form, &asked, operator)? else {
            let form = quoted(&form);
            self.say(
                Some(link_id),
                format!("its condition on {question} compares with an answer ({form}) that the question does not take"),
            );
            return Ok(None);
        };
        let ordered = matches!(operator, Operator::Greater | Operator::Less | Operator::AtLeast | Operator::AtMost);
        if ordered && !has_order(&asked, &answer) {
            self.say(
                Some(link_id),
                format!("its condition on {question} compares by order, but those answers have none (a choice needs ordinalValue)"),
            );
            return Ok(None);
        }
        Ok(Some(Condition { question: LinkId(name.into_owned()), operator, answer }))
    }
}

fn operator(code: Option<&str>) -> Option<Operator> {
    Some(match code? {
        "exists" => Operator::Exists,
        "=" => Operator::Equal,
        "!=" => Operator::NotEqual,
        ">" => Operator::Greater,
        "<" => Operator::Less,
        ">=" => Operator::AtLeast,
        "<=" => Operator::AtMost,
        _ => return None,
    })
}

/// The answer of a condition, as the question keeps its answers; nothing when it takes no such one.
fn answer(object: &Object<'_>, form: &str, question: &Item, operator: Operator) -> Read<Option<Answer>> {
    if operator == Operator::Exists {
        return Ok(object.boolean("answerBoolean")?.map(Answer::Boolean));
    }
    let number = |name: &str| Ok(object.number(name)?.and_then(number::read));
    Ok(match (&question.kind, form) {
        (Kind::Boolean, "answerBoolean") => object.boolean(form)?.map(Answer::Boolean),
        (Kind::Integer { .. }, "answerInteger") => object.integer(form)?.map(Answer::Integer),
        (Kind::Integer { .. } | Kind::Decimal { .. }, "answerDecimal" | "answerInteger") => {
            number(form)?.map(Answer::Decimal)
        }
        (Kind::Date, "answerDate") => {
            object.date(form)?.filter(|date| date.time.is_none()).map(|date| Answer::Date(date.to_string()))
        }
        (Kind::Text { .. }, "answerString") => object.text(form)?.map(|text| Answer::Text(text.into_owned())),
        (Kind::Choice { choices, open }, "answerCoding" | "answerString" | "answerInteger") => {
            let (system, code) = match form {
                "answerCoding" => {
                    let coding = object.object(form, crate::concept::coding)?;
                    coding.map(|coding| (Some(coding.system), coding.code)).unwrap_or_default()
                }
                "answerString" => (None, object.text(form)?.unwrap_or_default().into_owned()),
                _ => (None, object.integer(form)?.unwrap_or_default().to_string()),
            };
            let of_system = |own: &Option<String>| match (&system, own) {
                (Some(system), Some(own)) => system.is_empty() || system == own,
                (None, None) => true,
                _ => false,
            };
            if choices.iter().any(|choice| choice.code == code && of_system(&choice.system)) {
                Some(Answer::Choice(code))
            } else {
                (*open && form == "answerString").then_some(Answer::Text(code))
            }
        }
        _ => None,
    })
}

fn has_order(question: &Item, answer: &Answer) -> bool {
    match (&question.kind, answer) {
        (Kind::Choice { choices, .. }, Answer::Choice(_)) => {
            let of = choices.iter().filter(|choice| !choice.declined && !choice.exclusive);
            question.level(answer).is_some() && of.clone().all(|choice| choice.level.is_some())
        }
        (Kind::Integer { .. } | Kind::Decimal { .. } | Kind::Date, _) => true,
        _ => false,
    }
}

/// Whether a number is above another; both may be absent.
pub(super) fn above(one: Option<&str>, other: Option<&str>) -> bool {
    one.zip(other).is_some_and(|(one, other)| number::compare(one, other) == Ordering::Greater)
}
