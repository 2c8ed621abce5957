//! What a Questionnaire may ask for that the engine of the diary can't do.

use super::Reader;
use crate::json::{Object, Read, quoted};

/// By the last part of an extension's address: what it would take. Extensions that are not in the list and
/// that nothing reads change nothing of what is asked, which is what FHIR demands of them.
const EXTENSIONS: &[(&str, &str)] = &[
    ("sdc-questionnaire-calculatedExpression", "a calculated answer"),
    ("questionnaire-calculatedExpression", "a calculated answer"),
    ("cqf-calculatedValue", "a calculated value"),
    ("cqf-expression", "a calculated value"),
    ("sdc-questionnaire-initialExpression", "a calculated first answer"),
    ("questionnaire-initialExpression", "a calculated first answer"),
    ("sdc-questionnaire-enableWhenExpression", "a condition as an expression; write it as enableWhen"),
    ("questionnaire-enableWhenExpression", "a condition as an expression; write it as enableWhen"),
    ("sdc-questionnaire-answerExpression", "calculated choices"),
    ("sdc-questionnaire-candidateExpression", "calculated choices"),
    ("sdc-questionnaire-answerOptionsToggleExpression", "calculated choices"),
    ("sdc-questionnaire-contextExpression", "calculated choices"),
    ("variable", "a variable for expressions"),
    ("targetConstraint", "a rule across answers"),
    ("questionnaire-constraint", "a rule across answers"),
    ("sdc-questionnaire-launchContext", "values from elsewhere"),
    ("sdc-questionnaire-itemPopulationContext", "values from elsewhere"),
    ("sdc-questionnaire-itemExtractionContext", "answers that become other resources"),
    ("sdc-questionnaire-subQuestionnaire", "another Questionnaire within it"),
    ("sdc-questionnaire-isSubject", "an answer that names whom it is about"),
    ("sdc-questionnaire-endpoint", "another place to send answers to"),
    ("questionnaire-signatureRequired", "a signature"),
    ("sdc-questionnaire-signatureRequired", "a signature"),
    ("questionnaire-minOccurs", "a number of answers"),
    ("questionnaire-maxOccurs", "a number of answers"),
    ("minLength", "a shortest length of words"),
    ("regex", "a pattern for words"),
    ("maxDecimalPlaces", "a number of decimals"),
    ("questionnaire-unitOption", "a choice of units; ask in one unit, with questionnaire-unit"),
    ("questionnaire-unitValueSet", "a choice of units; ask in one unit, with questionnaire-unit"),
    ("sdc-questionnaire-maxQuantity", "a quantity"),
    ("sdc-questionnaire-minQuantity", "a quantity"),
];
const HIDDEN: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";

impl Reader<'_> {
    /// Tells what an object asks for that can't be done.
    pub(super) fn lacking(&mut self, link_id: Option<&str>, object: &Object<'_>) {
        if object.has("modifierExtension") {
            self.say(link_id, "it has a modifierExtension, which changes what it means in a way unknown to Daybook");
        }
        for name in object.names().filter(|name| ["extension", "_text", "_title"].contains(name)) {
            let urls = if name == "extension" {
                urls(object)
            } else {
                object.object(name, |extended| urls(extended)).map(Option::unwrap_or_default)
            };
            for url in self.take(link_id, urls) {
                let last = url.rsplit('/').next().unwrap_or_default();
                if let Some((_, what)) = EXTENSIONS.iter().find(|(name, _)| *name == last) {
                    self.say(link_id, format!("Daybook can't do what {} asks for: {what}", quoted(last)));
                }
            }
        }
        if self.take(link_id, super::says_yes(object, HIDDEN)) {
            self.say(link_id, "it is hidden; Daybook asks everything that it holds");
        }
    }
}

fn urls(object: &Object<'_>) -> Read<Vec<String>> {
    let urls = object.list("extension", |one| Ok(one.text("url")?.map(std::borrow::Cow::into_owned)))?;
    Ok(urls.into_iter().flatten().collect())
}
