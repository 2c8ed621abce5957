//! What an instrument may not ask for is refused by the `linkId` of its item, with the reason.

use fhir::instrument::{Problem, read};
use rstest::rstest;
use serde_json::{Value, json};

/// A Questionnaire of these items.
pub fn a_form(items: Value) -> Value {
    json!({
        "resourceType": "Questionnaire", "url": "urn:test:form", "version": "2", "language": "en",
        "title": "A form", "status": "active", "item": items
    })
}

fn problems(form: &Value) -> Vec<Problem> {
    read(&form.to_string()).unwrap_err()
}

const SDC: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition";
const CORE: &str = "http://hl7.org/fhir/StructureDefinition";

fn question(kind: &str) -> Value {
    json!({ "linkId": "q", "text": "How?", "type": kind })
}

fn with(mut item: Value, fields: Value) -> Value {
    for (name, value) in fields.as_object().unwrap() {
        item[name] = value.clone();
    }
    item
}

fn extended(kind: &str, url: String, name: &str, value: Value) -> Value {
    with(question(kind), json!({ "extension": [{ "url": url, name: value }] }))
}

fn chosen(options: Value) -> Value {
    with(question("choice"), json!({ "answerOption": options }))
}

fn coded(system: &str, code: &str, item: Value) -> Value {
    with(item, json!({ "code": [{ "system": system, "code": code }] }))
}

fn in_symptom(item: Value) -> Value {
    json!({ "linkId": "pain", "type": "group", "code": [{ "system": "urn:daybook:symptom", "code": "pain" }], "item": [item] })
}

fn part(attribute: &str, item: Value) -> Value {
    in_symptom(coded("urn:daybook:attribute", attribute, item))
}

fn two() -> Value {
    json!([{ "valueCoding": { "code": "a", "display": "A" } }, { "valueCoding": { "code": "b", "display": "B" } }])
}

/// `a` is a yes or no, `q` depends on it.
fn depending(when: Value) -> Value {
    json!([{ "linkId": "a", "text": "A?", "type": "boolean" }, with(question("text"), json!({ "enableWhen": [when] }))])
}

#[rstest]
#[case::attachment(question("attachment"), "the type \"attachment\"")]
#[case::reference(question("reference"), "the type \"reference\"")]
#[case::url(question("url"), "the type \"url\"")]
#[case::time(question("time"), "the type \"time\"")]
#[case::date_time(question("dateTime"), "the type \"dateTime\"")]
#[case::quantity(question("quantity"), "make it a decimal")]
#[case::no_type(json!({ "linkId": "q", "text": "How?" }), "no type")]
#[case::no_text(json!({ "linkId": "q", "type": "text" }), "no text")]
#[case::calculated(extended("integer", format!("{SDC}/sdc-questionnaire-calculatedExpression"), "valueExpression", json!({})), "a calculated answer")]
#[case::first_answer(extended("integer", format!("{SDC}/sdc-questionnaire-initialExpression"), "valueExpression", json!({})), "a calculated first answer")]
#[case::expression(extended("integer", format!("{SDC}/sdc-questionnaire-enableWhenExpression"), "valueExpression", json!({})), "write it as enableWhen")]
#[case::pattern(extended("string", format!("{CORE}/regex"), "valueString", json!(".*")), "a pattern")]
#[case::occurs(extended("text", format!("{CORE}/questionnaire-maxOccurs"), "valueInteger", json!(2)), "a number of answers")]
#[case::hidden(extended("text", format!("{CORE}/questionnaire-hidden"), "valueBoolean", json!(true)), "hidden")]
#[case::modifier(with(question("text"), json!({ "modifierExtension": [{ "url": "urn:x", "valueBoolean": true }] })), "modifierExtension")]
#[case::initial(with(question("text"), json!({ "initial": [{ "valueString": "x" }] })), "(initial)")]
#[case::read_only(with(question("text"), json!({ "readOnly": true })), "readOnly")]
#[case::repeating_group(json!({ "linkId": "q", "type": "group", "repeats": true, "item": [{ "linkId": "a", "text": "A", "type": "text" }] }), "again and again")]
#[case::within_repeating(with(chosen(two()), json!({ "repeats": true, "item": [{ "linkId": "a", "text": "A", "type": "text" }] })), "each of several answers")]
#[case::required_text(with(question("display"), json!({ "required": true })), "neither required nor repeated")]
#[case::limits_of_a_date(extended("date", format!("{CORE}/minValue"), "valueDate", json!("2020-01-01")), "minValue or maxValue")]
#[case::limits_turned(with(question("integer"), json!({ "extension": [{ "url": format!("{CORE}/minValue"), "valueInteger": 3 }, { "url": format!("{CORE}/maxValue"), "valueInteger": 2 }] })), "above the most")]
#[case::long(with(question("text"), json!({ "maxLength": 5_000 })), "maxLength is above 2000")]
#[case::no_choices(question("choice"), "no answers to choose from")]
#[case::value_set_elsewhere(with(question("choice"), json!({ "answerValueSet": "http://example.org/vs" })), "not contained")]
#[case::no_code(chosen(json!([{ "valueCoding": { "display": "A" } }])), "has no code")]
#[case::no_words(chosen(json!([{ "valueCoding": { "code": "a" } }])), "has no words")]
#[case::twice(chosen(json!([{ "valueString": "a" }, { "valueString": "a" }])), "stands there twice")]
#[case::mixed(chosen(json!([{ "valueString": "a" }, { "valueInteger": 1 }])), "different types")]
#[case::numbers_as_texts(chosen(json!([{ "valueString": "1" }, { "valueString": "2" }])), "valueInteger")]
#[case::dates_to_choose(chosen(json!([{ "valueDate": "2026-01-01" }])), "the type \"valueDate\"")]
#[case::chosen_before(chosen(json!([{ "valueString": "a", "initialSelected": true }])), "chosen from the start")]
#[case::unknown_attribute(part("frequence", question("boolean")), "no code of urn:daybook:attribute")]
#[case::part_as_words(part("severity", question("text")), "a part of a symptom is a choice")]
#[case::part_without_limits(part("severity", question("integer")), "minValue and maxValue")]
#[case::part_of_six(part("severity", chosen(json!((0..6).map(|n| json!({ "valueString": format!("n{n}") })).collect::<Vec<_>>()))), "urn:daybook:declined")]
#[case::presence_by_place(part("presence", chosen(two())), "ordinalValue")]
#[case::part_without_symptom(coded("urn:daybook:attribute", "severity", chosen(two())), "no group around it")]
#[case::symptom_on_question(coded("urn:daybook:symptom", "pain", chosen(two())), "stands on its group")]
#[case::two_roles(with(question("text"), json!({ "code": [{ "system": "urn:daybook:role", "code": "note" }, { "system": "urn:daybook:role", "code": "weight" }] })), "more than one thing")]
#[case::fahrenheit(coded("http://loinc.org", "8310-5", extended("decimal", format!("{CORE}/questionnaire-unit"), "valueCoding", json!({ "code": "[degF]" }))), "whose questionnaire-unit is Cel")]
#[case::temperature_of_no_unit(
    coded("http://loinc.org", "8310-5", question("decimal")),
    "whose questionnaire-unit is Cel"
)]
#[case::pounds(coded("http://loinc.org", "29463-7", extended("decimal", format!("{CORE}/questionnaire-unit"), "valueCoding", json!({ "code": "[lb_av]" }))), "whose questionnaire-unit is kg")]
#[case::wrong_form(with(question("text"), json!({ "required": "yes" })), "expected true or false")]
fn an_item_that_can_t_be_asked_is_refused_with_the_reason(#[case] item: Value, #[case] why: &str) {
    let found = problems(&a_form(json!([item])));
    assert!(
        found.iter().any(|p| p.link_id.as_deref() == Some("q") && p.why.contains(why)),
        "{why:?} is not in {found:#?}"
    );
    assert!(found.iter().all(|p| p.link_id.is_some()), "{found:#?}");
}

#[rstest]
#[case::unknown(json!({ "question": "z", "operator": "=", "answerBoolean": true }), "\"z\", which does not exist")]
#[case::itself(json!({ "question": "q", "operator": "exists", "answerBoolean": true }), "no question before it")]
#[case::no_operator(json!({ "question": "a", "answerBoolean": true }), "no operator")]
#[case::other_operator(json!({ "question": "a", "operator": "~", "answerBoolean": true }), "no operator")]
#[case::other_answer(json!({ "question": "a", "operator": "=", "answerString": "yes" }), "does not take")]
#[case::no_order(json!({ "question": "a", "operator": ">", "answerBoolean": true }), "by order")]
#[case::modifier(json!({ "question": "a", "operator": "=", "answerBoolean": true, "modifierExtension": [{ "url": "urn:x" }] }), "modifierExtension")]
fn a_condition_that_can_t_be_followed_is_refused(#[case] when: Value, #[case] why: &str) {
    let found = problems(&a_form(depending(when)));
    assert!(found.iter().any(|p| p.link_id.as_deref() == Some("q") && p.why.contains(why)), "{found:#?}");
}

#[test]
fn conditions_on_later_questions_groups_and_choices_that_are_not_there_are_refused() {
    let when = |question: &str, answer: Value| with(json!({ "question": question, "operator": "=" }), answer);
    let first =
        with(question("text"), json!({ "enableWhen": [when("c", json!({ "answerCoding": { "code": "a" } }))] }));
    let choice = json!({ "linkId": "c", "text": "C?", "type": "choice", "answerOption": [{ "valueCoding": { "system": "urn:s", "code": "a", "display": "A" } }] });
    let group = json!({ "linkId": "g", "type": "group", "item": [choice] });
    let last =
        |link_id: &str, when: Value| json!({ "linkId": link_id, "text": "?", "type": "text", "enableWhen": [when] });
    let found = problems(&a_form(json!([
        first,
        group,
        last("code", when("c", json!({ "answerCoding": { "system": "urn:s", "code": "z" } }))),
        last("system", when("c", json!({ "answerCoding": { "system": "urn:other", "code": "a" } }))),
        last("group", when("g", json!({ "answerBoolean": true }))),
        { "linkId": "several", "text": "?", "type": "text", "enableWhen": [
            when("c", json!({ "answerCoding": { "code": "a" } })), when("q", json!({ "answerString": "x" }))
        ] },
    ])));
    let names: Vec<_> = found.iter().map(|p| p.link_id.as_deref().unwrap()).collect();
    assert_eq!(names, ["q", "code", "system", "group", "several"], "{found:#?}");
    assert!(found[0].why.contains("no question before it"));
    assert!(found[4].why.contains("enableBehavior"));
}

#[test]
fn all_problems_are_told_at_once_and_each_once() {
    let found = problems(&with(
        a_form(json!([
            { "linkId": "same", "text": "1", "type": "boolean" },
            { "linkId": "same", "text": "2", "type": "boolean" },
            { "text": "no name", "type": "boolean" },
            question("attachment"),
        ])),
        json!({ "version": "", "status": "retired", "subjectType": ["Device"], "modifierExtension": [{ "url": "urn:x" }] }),
    ));
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 7, "{told:#?}");
    for (told, part) in told.iter().zip([
        "it has no version",
        "retired",
        "subjectType is not Patient",
        "modifierExtension",
        "item \"same\": more than one item has this linkId",
        "item[2] has no linkId",
        "item \"q\": Daybook can't ask for the type",
    ]) {
        assert!(told.contains(part), "{part:?} is not in {told:?}");
    }
}

#[rstest]
#[case::xml("<Questionnaire/>", "XML")]
#[case::empty("", "not a FHIR resource")]
#[case::cut(r#"{"resourceType":"Questionnaire","#, "line 1")]
#[case::other(r#"{"resourceType":"Patient"}"#, "is a Patient")]
#[case::bundle(r#"{"resourceType":"Bundle"}"#, "is a Bundle")]
#[case::untyped("{}", "no resourceType")]
#[case::dstu2(r#"{"resourceType":"Questionnaire","group":{}}"#, "FHIR DSTU2")]
#[case::stu3(
    r#"{"resourceType":"Questionnaire","item":[{"linkId":"g","item":[{"linkId":"a","type":"choice","option":[]}]}]}"#,
    "FHIR STU3"
)]
#[case::r5(r#"{"resourceType":"Questionnaire","item":[{"linkId":"a","type":"coding"}]}"#, "FHIR R5")]
#[case::r5_by_field(r#"{"resourceType":"Questionnaire","versionAlgorithmString":"semver"}"#, "FHIR R5")]
#[case::r5_by_profile(r#"{"resourceType":"Questionnaire","meta":{"profile":["http://hl7.org/fhir/5.0/StructureDefinition/Questionnaire"]}}"#, "FHIR R5")]
fn what_is_no_questionnaire_of_r4_is_refused_as_a_whole(#[case] source: &str, #[case] why: &str) {
    let found = read(source).unwrap_err();
    assert!(found.len() == 1 && found[0].link_id.is_none() && found[0].why.contains(why), "{found:#?}");
}

#[test]
fn a_hostile_form_is_refused_in_bounded_time() {
    let mut item = json!({ "linkId": "deep", "text": "?", "type": "boolean" });
    for depth in 0..20 {
        item = json!({ "linkId": format!("g{depth}"), "type": "group", "item": [item] });
    }
    assert!(problems(&a_form(json!([item]))).iter().any(|p| p.why.contains("deeper")));
    let many: Vec<Value> =
        (0..3_000).map(|n| json!({ "linkId": format!("q{n}"), "text": "?", "type": "boolean" })).collect();
    assert!(problems(&a_form(json!(many))).iter().any(|p| p.why.contains("more than 2000 items")));
    let deep = format!("{}{}", "{\"item\":[".repeat(100_000), "]}".repeat(100_000));
    assert_eq!(read(&deep).unwrap_err().len(), 1);
    assert!(read(&" ".repeat(5 << 20)).unwrap_err()[0].why.contains("larger"));
    assert!(
        problems(&a_form(json!([{ "linkId": "d", "text": "Only words", "type": "display" }])))[0]
            .why
            .contains("no question")
    );
}
