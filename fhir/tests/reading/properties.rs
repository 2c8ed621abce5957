//! What holds for any file.

use domain::record::Resource;
use fhir::Refusal;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::made::{bundle, check, observation, read, resource};

fn sound() -> String {
    let text = bundle(&[
        observation(json!({ "valueQuantity": { "value": 1.40, "unit": "g/dL" }, "note": [{ "text": "a \\ \" ö\n" }] })),
        resource(
            "DiagnosticReport",
            json!({ "code": { "text": "R" }, "result": [{ "reference": "Observation/o" }],
            "presentedForm": [{ "contentType": "text/plain", "data": "SGVsbG8=" }] }),
        ),
        resource("Condition", json!({ "id": "c", "code": { "text": "C" }, "onsetDateTime": "2020-05" })),
    ]);
    serde_json::to_string_pretty(&serde_json::from_str::<Value>(&text).unwrap()).unwrap()
}

/// Reads everything; what can't be read must say so and not panic.
fn read_through(text: &[u8]) {
    if let Ok((_file, checked)) = check(text) {
        for one in checked.resources() {
            let _ = one;
        }
    }
}

/// The same JSON with the members of every object in another order.
fn turned(value: &Value, by: usize) -> String {
    match value {
        Value::Object(members) => {
            let mut all: Vec<String> =
                members.iter().map(|(name, value)| format!("{}:{}", json!(name), turned(value, by))).collect();
            let by = by % all.len().max(1);
            all.rotate_left(by);
            format!("{{{}}}", all.join(","))
        }
        Value::Array(all) => format!("[{}]", all.iter().map(|v| turned(v, by)).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "[0-9]{4}(-[0-9]{2}){0,2}".prop_map(Value::from),
        "(Patient|Observation|#|urn:uuid:)/?[a-z]{0,2}".prop_map(Value::from),
    ];
    let name = prop_oneof![
        Just("coding"),
        Just("code"),
        Just("text"),
        Just("value"),
        Just("unit"),
        Just("reference"),
        Just("start"),
        Just("period"),
        Just("item"),
        Just("answer"),
        Just("data"),
        Just("div"),
        Just("low"),
        Just("actor"),
        Just("system"),
        Just("display"),
        Just("status"),
        Just("valueQuantity"),
        Just("attachment"),
        Just("id"),
    ];
    leaf.prop_recursive(4, 40, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..5)
                .prop_map(|all| Value::Object(all.into_iter().map(|(n, v)| (n.to_owned(), v)).collect::<Map<_, _>>())),
        ]
    })
}

const KINDS: [&str; 18] = [
    "Observation",
    "DiagnosticReport",
    "DocumentReference",
    "Condition",
    "Procedure",
    "MedicationRequest",
    "MedicationStatement",
    "MedicationAdministration",
    "Encounter",
    "Appointment",
    "CarePlan",
    "CareTeam",
    "AllergyIntolerance",
    "Immunization",
    "ImagingStudy",
    "QuestionnaireResponse",
    "Patient",
    "Practitioner",
];

const FIELDS: [&str; 36] = [
    "status",
    "code",
    "category",
    "valueQuantity",
    "valueString",
    "valueSampledData",
    "component",
    "referenceRange",
    "interpretation",
    "effectiveDateTime",
    "effectivePeriod",
    "issued",
    "performer",
    "result",
    "presentedForm",
    "conclusion",
    "text",
    "content",
    "contained",
    "meta",
    "id",
    "identifier",
    "name",
    "participant",
    "dosage",
    "dosageInstruction",
    "medicationReference",
    "item",
    "series",
    "activity",
    "note",
    "basedOn",
    "onsetAge",
    "reaction",
    "hasMember",
    "stage",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}|[\\[\\]{}\":,a-z0-9\\\\ ]{0,200}") {
        read_through(text.as_bytes());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read_through(&bytes);
    }

    #[test]
    fn no_content_of_a_field_makes_it_panic(
        kind in 0..KINDS.len(),
        fields in prop::collection::vec((0..FIELDS.len(), any_json()), 0..8),
    ) {
        let mut value = resource(KINDS[kind], json!({}));
        for (field, content) in fields {
            value[FIELDS[field]] = content;
        }
        read_through(bundle(&[value]).as_bytes());
    }

    #[test]
    fn a_file_that_is_cut_off_is_refused_wherever_it_ends(part in 0.0..1.0_f64) {
        let text = sound();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "within the text")]
        let end = (text.len() as f64 * part) as usize;
        let refusal = check(&text.as_bytes()[..end]).map(|_| ()).unwrap_err();
        prop_assert!(matches!(refusal, Refusal::CutOff { .. } | Refusal::Empty), "{}", refusal);
    }

    #[test]
    fn a_changed_byte_never_makes_it_panic(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut text = sound().into_bytes();
        let at = at.index(text.len());
        text[at] = byte;
        read_through(&text);
    }

    #[test]
    fn the_order_of_keys_does_not_matter(by in 0..20_usize) {
        let text = sound();
        let shown = |all: Vec<Resource>| all.into_iter().map(|r| (r.kind, r.key, r.item, r.unresolved)).collect::<Vec<_>>();
        let other = turned(&serde_json::from_str(&text).unwrap(), by);
        prop_assert_eq!(shown(read(&text)), shown(read(other)));
    }
}
