//! Signs of another FHIR version. Each is a resource type or a field that valid R4 cannot have, so
//! a sound R4 file is never taken for another one. A sign refuses the whole file: what looks alike
//! in two versions may mean something else.

use crate::{json::Object, refusal::Version};

use Version::{BeforeR4, Dstu2, R5, Stu3};

/// Resource types that R4 doesn't have.
const TYPES: &[(&str, Version)] = &[
    ("MedicationOrder", Dstu2),
    ("DiagnosticOrder", Dstu2),
    ("DeviceUseRequest", Dstu2),
    ("ImagingObjectSelection", Dstu2),
    ("Conformance", Dstu2),
    ("OrderResponse", Dstu2),
    ("ImagingManifest", Stu3),
    ("ExpansionProfile", Stu3),
    ("ServiceDefinition", Stu3),
    ("ProcedureRequest", BeforeR4),
    ("ReferralRequest", BeforeR4),
    ("DeviceComponent", BeforeR4),
    ("EligibilityRequest", BeforeR4),
    ("EligibilityResponse", BeforeR4),
    ("DataElement", BeforeR4),
    ("BodySite", BeforeR4),
    ("ProcessRequest", BeforeR4),
    ("ProcessResponse", BeforeR4),
    ("GenomicStudy", R5),
    ("ImagingSelection", R5),
    ("NutritionIntake", R5),
    ("DeviceUsage", R5),
    ("DeviceAssociation", R5),
    ("EncounterHistory", R5),
    ("FormularyItem", R5),
    ("InventoryItem", R5),
    ("RequestOrchestration", R5),
    ("Transport", R5),
];

/// How a field must look to be a sign.
#[derive(Clone, Copy)]
enum Form {
    Any,
    /// A string, where R4 has an object.
    Text,
    /// An object, where R4 has a list or a choice of types.
    Object,
    /// A list, where R4 has one object.
    List,
}

use Form::{Any, List, Object as One, Text};

const FIELDS: &[(&str, &str, Form, Version)] = &[
    ("Patient", "careProvider", Any, Dstu2),
    ("Patient", "animal", Any, BeforeR4),
    ("Observation", "comments", Any, Dstu2),
    ("Observation", "comment", Any, Stu3),
    ("Observation", "related", Any, BeforeR4),
    ("Observation", "context", Any, Stu3),
    ("Observation", "category", One, Dstu2),
    ("Observation", "triggeredBy", Any, R5),
    ("Observation", "instantiatesCanonical", Any, R5),
    ("Observation", "instantiatesReference", Any, R5),
    ("Observation", "bodyStructure", Any, R5),
    ("DiagnosticReport", "codedDiagnosis", Any, BeforeR4),
    ("DiagnosticReport", "image", Any, BeforeR4),
    ("DiagnosticReport", "context", Any, Stu3),
    ("DiagnosticReport", "category", One, BeforeR4),
    ("DiagnosticReport", "performer", One, Dstu2),
    ("DiagnosticReport", "supportingInfo", Any, R5),
    ("Encounter", "indication", Any, Dstu2),
    ("Encounter", "patient", Any, Dstu2),
    ("Encounter", "class", Text, Dstu2),
    ("Encounter", "class", List, R5),
    ("Encounter", "actualPeriod", Any, R5),
    ("Encounter", "plannedStartDate", Any, R5),
    ("Encounter", "admission", Any, R5),
    ("Encounter", "subjectStatus", Any, R5),
    ("Condition", "dateRecorded", Any, Dstu2),
    ("Condition", "patient", Any, Dstu2),
    ("Condition", "assertedDate", Any, Stu3),
    ("Condition", "context", Any, Stu3),
    ("Condition", "clinicalStatus", Text, BeforeR4),
    ("Condition", "verificationStatus", Text, BeforeR4),
    ("Procedure", "notPerformed", Any, Dstu2),
    ("Procedure", "reasonNotPerformed", Any, Dstu2),
    ("Procedure", "notDone", Any, Stu3),
    ("Procedure", "notDoneReason", Any, Stu3),
    ("Procedure", "context", Any, Stu3),
    ("Procedure", "occurrenceDateTime", Any, R5),
    ("Procedure", "occurrencePeriod", Any, R5),
    ("MedicationRequest", "context", Any, Stu3),
    ("MedicationRequest", "medication", One, R5),
    ("MedicationStatement", "wasNotTaken", Any, Dstu2),
    ("MedicationStatement", "patient", Any, Dstu2),
    ("MedicationStatement", "taken", Any, Stu3),
    ("MedicationStatement", "reasonNotTaken", Any, Stu3),
    ("MedicationStatement", "medication", One, R5),
    ("MedicationStatement", "adherence", Any, R5),
    ("MedicationAdministration", "wasNotGiven", Any, Dstu2),
    ("MedicationAdministration", "effectiveTimeDateTime", Any, Dstu2),
    ("MedicationAdministration", "effectiveTimePeriod", Any, Dstu2),
    ("MedicationAdministration", "notGiven", Any, Stu3),
    ("MedicationAdministration", "reasonNotGiven", Any, BeforeR4),
    ("MedicationAdministration", "medication", One, R5),
    ("MedicationAdministration", "occurenceDateTime", Any, R5),
    ("AllergyIntolerance", "substance", Any, Dstu2),
    ("AllergyIntolerance", "assertedDate", Any, Stu3),
    ("AllergyIntolerance", "clinicalStatus", Text, Stu3),
    ("AllergyIntolerance", "verificationStatus", Text, Stu3),
    ("AllergyIntolerance", "type", One, R5),
    ("Immunization", "wasNotGiven", Any, Dstu2),
    ("Immunization", "notGiven", Any, Stu3),
    ("Immunization", "explanation", Any, BeforeR4),
    ("DocumentReference", "indexed", Any, BeforeR4),
    ("DocumentReference", "class", Any, BeforeR4),
    ("DocumentReference", "context", List, R5),
    ("Appointment", "incomingReferral", Any, Stu3),
    ("Appointment", "virtualService", Any, R5),
];

/// The first sign of another version, in words that name it.
pub fn sign(kind: &str, resource: &Object<'_>) -> Option<(Version, String)> {
    if let Some((name, version)) = TYPES.iter().find(|(name, _)| *name == kind) {
        return Some((*version, format!("the resource type {name}")));
    }
    for (of, field, form, version) in FIELDS {
        if *of != kind || !resource.has(field) {
            continue;
        }
        let (seen, how) = match form {
            Any => (true, ""),
            Text => (resource.is_text(field), " as a text"),
            One => (resource.is_object(field), " as a single object"),
            List => (resource.is_list(field), " as a list"),
        };
        if seen {
            return Some((*version, format!("the field {kind}.{field}{how}")));
        }
    }
    reason_of_encounter(kind, resource).or_else(|| declared(kind, resource))
}

/// `Encounter.reason` is coded in STU3 and an object of its own in R5; R4 has neither.
fn reason_of_encounter(kind: &str, resource: &Object<'_>) -> Option<(Version, String)> {
    if kind != "Encounter" || !resource.has("reason") {
        return None;
    }
    let new = resource.list("reason", |reason| Ok(reason.has("value") || reason.has("use"))).ok();
    let version = if new.is_some_and(|r| r.contains(&true)) { R5 } else { BeforeR4 };
    Some((version, "the field Encounter.reason".into()))
}

/// What the resource says of itself: profiles, and the version that a statement of one names.
fn declared(kind: &str, resource: &Object<'_>) -> Option<(Version, String)> {
    if let Ok(Some(said)) = resource.text("fhirVersion") {
        let version = match said.split('.').next() {
            Some("1") => Dstu2,
            Some("3") => Stu3,
            Some("5") => R5,
            _ => return None,
        };
        return Some((version, format!("{kind}.fhirVersion is {}", crate::json::quoted(&said))));
    }
    let profiles = resource.object("meta", |meta| meta.texts("profile")).ok().flatten().unwrap_or_default();
    profiles.iter().find_map(|profile| {
        let core = profile.starts_with("http://hl7.org/fhir/");
        let numbered = |version: &str| {
            core && (profile.contains(&format!("/fhir/{version}/"))
                // Only the profiles of FHIR itself carry its version; a guide's carry the guide's.
                || profile.starts_with("http://hl7.org/fhir/StructureDefinition/")
                    && profile.split_once('|').is_some_and(|(_, v)| v.starts_with(&format!("{version}."))))
        };
        let version = if profile.contains("/DSTU2/") || numbered("1.0") {
            Dstu2
        } else if profile.contains("/STU3/") || numbered("3.0") {
            Stu3
        } else if numbered("5.0") {
            R5
        } else {
            return None;
        };
        Some((version, format!("the profile {}", crate::json::quoted(profile))))
    })
}
