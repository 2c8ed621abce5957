//! Values, ranges, flags and times, each in every form.

use domain::{
    results::{AbsentReason, Comparator, Interpretation, Kind, Panel, Quantity, Status, Value as V, When},
    time::PartialDate,
};
use rstest::rstest;
use serde_json::{Value, json};

use crate::made::{bundle, item, observation, observed, one, read, refused, resource};

fn quantity(number: &str, unit: Option<&str>) -> Quantity {
    Quantity { number: number.into(), comparator: None, unit: unit.map(Into::into), ucum: None }
}

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

#[rstest]
#[case(json!({ "valueQuantity": { "value": 7, "unit": "g" } }), V::Quantity(quantity("7", Some("g"))))]
#[case(json!({ "valueQuantity": { "value": 7, "code": "g" } }), V::Quantity(quantity("7", Some("g"))))]
#[case(json!({ "valueQuantity": { "unit": "g" } }), V::Quantity(quantity("", Some("g"))))]
#[case(json!({ "valueCodeableConcept": { "text": "Positive", "coding": [{ "display": "pos" }] } }), V::Coded("Positive".into()))]
#[case(json!({ "valueCodeableConcept": { "coding": [{ "code": "1" }, { "code": "2", "display": "two" }] } }), V::Coded("two".into()))]
#[case(json!({ "valueCodeableConcept": { "coding": [{ "code": "1" }] } }), V::Coded("1".into()))]
#[case(json!({ "valueString": "a\r\nb\u{200B}" }), V::Text("a\nb".into()))]
#[case(json!({ "valueBoolean": false }), V::Boolean(false))]
#[case(json!({ "valueInteger": -3 }), V::Integer(-3))]
#[case(json!({ "valueRatio": { "numerator": { "value": 1 }, "denominator": { "value": 64 } } }),
    V::Ratio { numerator: quantity("1", None), denominator: quantity("64", None) })]
#[case(json!({ "valueRange": { "low": { "value": 1, "unit": "mm" } } }), V::Range { low: Some(quantity("1", Some("mm"))), high: None })]
#[case(json!({ "valueTime": "08:30:00" }), V::Time("08:30:00".into()))]
#[case(json!({ "valueDateTime": "2021-03" }), V::DateTime(date("2021-03")))]
#[case(json!({ "valuePeriod": { "start": "2021", "end": "2022-01-01" } }), V::Period(When { start: Some(date("2021")), end: Some(date("2022-01-01")) }))]
#[case(json!({ "valueSampledData": { "origin": { "value": 0, "unit": "mV" }, "period": 10, "dimensions": 1, "data": "1 2 E 4" } }),
    V::Sampled { count: 4, unit: Some("mV".into()) })]
#[case(json!({ "dataAbsentReason": { "coding": [{ "code": "not-performed" }] } }), V::Absent(AbsentReason::NotPerformed))]
#[case(json!({ "dataAbsentReason": { "text": "Sample lost" } }), V::Absent(AbsentReason::Other("Sample lost".into())))]
#[case(json!({ "valueQuantity": { }, "dataAbsentReason": { "coding": [{ "code": "masked" }] } }), V::Absent(AbsentReason::Masked))]
fn a_value_of_any_kind(#[case] fields: Value, #[case] expected: V) {
    assert_eq!(observed(&item(observation(fields.clone()))).value, Some(expected.clone()));
    let within =
        observation(json!({ "component": [crate::made::with(json!({ "code": { "text": "part" } }), fields)] }));
    let within = item(within);
    let component = &observed(&within).components[0];
    assert_eq!((component.title.as_str(), component.value.clone()), ("part", Some(expected)));
}

#[rstest]
#[case("1.40")]
#[case("0.0")]
#[case("1e3")]
#[case("-2.50E-7")]
#[case("123456789012345678901234567890.10")]
fn numbers_stay_digit_for_digit(#[case] number: &str) {
    let text =
        bundle(&[observation(json!({ "valueQuantity": { "value": 4711, "unit": "x" } }))]).replace("4711", number);
    let all = read(text);
    let item = all[1].item.as_ref().unwrap();
    let Some(V::Quantity(quantity)) = &observed(item).value else { panic!() };
    assert_eq!(quantity.number, number);
}

#[rstest]
#[case("<", Comparator::Less)]
#[case("<=", Comparator::LessOrEqual)]
#[case(">=", Comparator::GreaterOrEqual)]
#[case(">", Comparator::Greater)]
fn a_comparator_is_kept(#[case] sign: &str, #[case] expected: Comparator) {
    let item = item(observation(json!({ "valueQuantity": { "value": 5, "comparator": sign } })));
    let Some(V::Quantity(quantity)) = &observed(&item).value else { panic!() };
    assert_eq!(quantity.comparator, Some(expected));
}

#[test]
fn a_unit_that_disagrees_with_its_code_is_kept_with_it() {
    let value = json!({ "value": 9.5, "unit": "mg/L", "system": "http://unitsofmeasure.org", "code": "mg/dL" });
    let item = item(observation(json!({ "valueQuantity": value })));
    let Some(V::Quantity(quantity)) = &observed(&item).value else { panic!() };
    assert_eq!((quantity.unit.as_deref(), quantity.ucum.as_deref()), (Some("mg/L"), Some("mg/dL")));
}

#[test]
fn a_code_of_another_system_is_no_ucum() {
    let item = item(observation(
        json!({ "valueQuantity": { "value": 1, "system": "http://snomed.info/sct", "code": "258773002" } }),
    ));
    let Some(V::Quantity(quantity)) = &observed(&item).value else { panic!() };
    assert_eq!((quantity.unit.as_deref(), quantity.ucum.as_deref()), (Some("258773002"), None));
}

#[rstest]
#[case(json!({ "valueQuantity": { "value": "5.4" } }), "Observation.valueQuantity.value: expected a number, found the text \"5.4\"")]
#[case(json!({ "valueQuantity": [1] }), "Observation.valueQuantity: expected an object, found a list")]
#[case(json!({ "valueInteger": 1.5 }), "Observation.valueInteger: expected a whole number, found \"1.5\"")]
#[case(json!({ "valueBoolean": "yes" }), "Observation.valueBoolean: expected true or false, found the text \"yes\"")]
#[case(json!({ "component": {} }), "Observation.component: expected a list, found an object")]
#[case(json!({ "component": [{}, { "valueQuantity": { "value": true } }] }), "Observation.component[1].valueQuantity.value: expected a number, found true or false")]
#[case(json!({ "valueQuantity": { "value": 1, "comparator": "~" } }), "Observation.valueQuantity.comparator: \"~\" is none of < <= >= >")]
#[case(json!({ "effectiveDateTime": "2021-02-30" }), "Observation.effectiveDateTime: \"2021-02-30\" is not a date")]
#[case(json!({ "meta": { "lastUpdated": "soon" } }), "Observation.meta.lastUpdated: \"soon\" is not a date")]
#[case(json!({ "status": 1 }), "Observation.status: expected a text, found the number \"1\"")]
fn a_field_of_the_wrong_form_is_told(#[case] fields: Value, #[case] why: &str) {
    let refused = refused(observation(fields));
    assert_eq!(refused.why, why);
    assert!(refused.place.contains("entry 2, Observation/o"), "{}", refused.place);
}

#[rstest]
#[case("L", Interpretation::Low)]
#[case("H", Interpretation::High)]
#[case("LL", Interpretation::VeryLow)]
#[case("HH", Interpretation::VeryHigh)]
#[case("N", Interpretation::Normal)]
#[case("A", Interpretation::Unusual)]
#[case("AA", Interpretation::VeryUnusual)]
#[case("POS", Interpretation::Positive)]
#[case("NEG", Interpretation::Negative)]
#[case("weird", Interpretation::Other("weird".into()))]
fn flags_of_the_laboratory(#[case] code: &str, #[case] expected: Interpretation) {
    let coded = json!([{ "coding": [{ "code": code }] }, { "text": code }]);
    assert_eq!(observed(&item(observation(json!({ "interpretation": coded })))).interpretations, [expected]);
}

#[test]
fn ranges_tell_for_whom_they_are() {
    let item = item(observation(json!({ "referenceRange": [
        { "low": { "value": 12.0, "unit": "g/dL" }, "high": { "value": 16.0, "unit": "g/dL" },
          "type": { "coding": [{ "code": "normal" }] }, "appliesTo": [{ "text": "female" }],
          "age": { "low": { "value": 18, "code": "a" }, "high": { "value": 780, "unit": "mo" } } },
        { "low": { "value": 13.5 }, "appliesTo": [{ "coding": [{ "code": "male" }] }] },
        { "text": "see note" }, { }
    ]})));
    let ranges = &observed(&item).ranges;
    assert_eq!(ranges.len(), 3);
    assert_eq!(ranges[0].low, Some(quantity("12.0", Some("g/dL"))));
    assert_eq!((ranges[0].age_low.as_deref(), ranges[0].age_high.as_deref()), (Some("18"), Some("65")));
    assert_eq!(
        (ranges[0].meaning.as_deref(), ranges[0].applies_to.as_slice()),
        (Some("normal"), ["female".to_owned()].as_slice())
    );
    assert_eq!(ranges[1].applies_to, ["male"]);
    assert_eq!(ranges[2].text.as_deref(), Some("see note"));
}

#[rstest]
#[case(json!({ "effectiveDateTime": "2021" }), "2021", None)]
#[case(json!({ "effectiveDateTime": "2021-03" }), "2021-03", None)]
#[case(json!({ "effectiveDateTime": "2021-03-09T08:05:00-04:30" }), "2021-03-09T08:05:00-04:30", None)]
#[case(json!({ "effectiveDateTime": null, "effectiveInstant": "2021-03-09T08:05:00.250Z" }), "2021-03-09T08:05:00.250000Z", None)]
#[case(json!({ "effectiveDateTime": null, "effectivePeriod": { "start": "2021", "end": "2022" } }), "2021", Some("2022"))]
#[case(json!({ "effectiveDateTime": null, "effectivePeriod": { "start": "2022-05-01", "end": "2021-05-01" } }), "2022-05-01", Some("2021-05-01"))]
#[case(json!({ "effectiveDateTime": null, "effectiveTiming": { "event": ["2020-01-01", "2020-01-02"] } }), "2020-01-01", None)]
#[case(json!({ "effectiveDateTime": null, "effectiveTiming": { "repeat": { "boundsPeriod": { "start": "2020-02" } } } }), "2020-02", None)]
#[case(json!({ "effectiveDateTime": null, "issued": "2021-03-10T00:00:00Z" }), "2021-03-10T00:00:00Z", None)]
fn times_keep_their_precision(#[case] fields: Value, #[case] start: &str, #[case] end: Option<&str>) {
    let when = item(observation(fields)).when;
    assert_eq!((when.start, when.end), (Some(date(start)), end.map(date)));
}

#[test]
fn no_time_at_all_is_no_time() {
    assert_eq!(item(observation(json!({ "effectiveDateTime": null }))).when, When::default());
}

#[rstest]
#[case("registered", Status::Registered)]
#[case("preliminary", Status::Preliminary)]
#[case("final", Status::Final)]
#[case("amended", Status::Amended)]
#[case("corrected", Status::Corrected)]
#[case("cancelled", Status::Cancelled)]
#[case("unknown", Status::Unknown)]
#[case("nonsense", Status::Unknown)]
fn how_final_a_value_is(#[case] word: &str, #[case] expected: Status) {
    assert_eq!(item(observation(json!({ "status": word }))).status, expected);
}

#[test]
fn what_was_entered_in_error_is_marked() {
    assert!(one(observation(json!({ "status": "entered-in-error" }))).entered_in_error);
    let wrong = json!({ "verificationStatus": { "coding": [{ "code": "entered-in-error" }] } });
    assert!(one(resource("Condition", wrong.clone())).entered_in_error);
    assert!(one(resource("AllergyIntolerance", wrong)).entered_in_error);
    assert!(!one(observation(json!({}))).entered_in_error);
}

#[test]
fn a_version_has_its_time() {
    let updated = |text: &str| one(observation(json!({ "meta": { "lastUpdated": text } }))).last_updated.unwrap().0;
    assert_eq!(updated("1970-01-01T00:00:01.500Z"), 1_500_000);
    assert_eq!(updated("1970-01-01T01:00:00+01:00"), 0);
    assert_eq!(updated("1970-01-02"), 86_400_000_000);
}

#[test]
fn a_value_alone_was_collected_with_others() {
    assert_eq!(item(observation(json!({}))).panel, Some(Panel::Collection));
    let stage = observation(json!({ "code": { "coding": [{ "system": "http://loinc.org", "code": "21908-9" }] } }));
    let stage = item(stage);
    assert_eq!((stage.kind, stage.panel), (Kind::Pathology, None));
}

#[test]
fn what_else_belongs_to_a_value() {
    let item = item(observation(json!({
        "method": { "text": "Impedance" }, "bodySite": { "text": "Left arm" }, "specimen": { "display": "Blood" },
        "note": [{ "text": "Hemolysed" }, { "text": "" }], "performer": [{ "display": "Central laboratory" }]
    })));
    let seen = observed(&item);
    assert_eq!(
        (seen.method.as_deref(), seen.body_site.as_deref(), seen.specimen.as_deref()),
        (Some("Impedance"), Some("Left arm"), Some("Blood"))
    );
    assert_eq!(item.notes, ["Hemolysed"]);
    assert_eq!(item.people[0].name, "Central laboratory");
}
