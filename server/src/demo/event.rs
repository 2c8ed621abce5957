//! Writes what happened and what is planned: visits, procedures, treatment, medicines, diagnoses,
//! vaccines, allergies, plans and appointments.
//!
//! One builder; it knows under which name each kind of resource keeps its time and its people.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{
    bundle::{Chart, Ref, concept, period, snomed},
    days::Moment,
    observation::quantity,
};

/// A resource that is being written.
#[derive(Debug, Clone)]
pub struct Event {
    kind: &'static str,
    name: String,
    body: Value,
}

fn event(kind: &'static str, name: &str, body: Value) -> Event {
    Event { kind, name: name.to_owned(), body }
}

/// A visit of so many minutes.
pub fn a_visit(title: &str, day: Date, hour: u8, minutes: u8) -> Event {
    let hours = minutes / 60;
    event(
        "Encounter",
        title,
        json!({
            "status": "finished",
            "class": {
                "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode",
                "code": "AMB",
                "display": "ambulatory",
            },
            "type": [{"text": title}],
            "period": period(
                &Moment::at(day, hour, 0),
                Some(&Moment::at(day, hour + hours, minutes % 60)),
            ),
        }),
    )
}

/// A stay in the hospital.
pub fn a_stay(title: &str, first: Date, last: Date) -> Event {
    event(
        "Encounter",
        title,
        json!({
            "status": "finished",
            "class": {
                "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode",
                "code": "IMP",
                "display": "inpatient encounter",
            },
            "type": [{"text": title}],
            "period": period(&Moment::at(first, 8, 0), Some(&Moment::at(last, 11, 30))),
        }),
    )
}

pub fn a_procedure(code: &str, title: &str) -> Event {
    let body = json!({"status": "completed", "code": snomed(code, title)});
    event("Procedure", title, body)
}

/// A course of radiation, as senders write it: a Procedure with a period.
pub fn a_radiation(title: &str, first: Date, last: Date) -> Event {
    a_procedure("33195004", title)
        .with("category", snomed("108290001", "Radiation therapy"))
        .with("performedPeriod", period(&Moment::day(first), Some(&Moment::day(last))))
}

/// Something given: an infusion or injection against cancer or for the bones.
pub fn an_infusion(rxnorm: &str, drug: &str) -> Event {
    let body = json!({"status": "completed", "medicationCodeableConcept": medicine(rxnorm, drug)});
    event("MedicationAdministration", drug, body)
}

/// A prescription.
pub fn a_medicine(rxnorm: &str, drug: &str) -> Event {
    event(
        "MedicationRequest",
        drug,
        json!({
            "status": "active",
            "intent": "order",
            "medicationCodeableConcept": medicine(rxnorm, drug),
        }),
    )
}

/// What the person says they take.
pub fn an_own_medicine(rxnorm: &str, drug: &str) -> Event {
    let body = json!({"status": "active", "medicationCodeableConcept": medicine(rxnorm, drug)});
    event("MedicationStatement", drug, body)
}

pub fn a_diagnosis(code: &str, title: &str, clinical_status: &str) -> Event {
    event(
        "Condition",
        title,
        json!({
            "clinicalStatus": concept(
                "http://terminology.hl7.org/CodeSystem/condition-clinical",
                clinical_status,
                "",
            ),
            "verificationStatus": concept(
                "http://terminology.hl7.org/CodeSystem/condition-ver-status",
                "confirmed",
                "",
            ),
            "code": snomed(code, title),
        }),
    )
}

pub fn a_vaccine(cvx: &str, title: &str) -> Event {
    let body = json!({
        "status": "completed",
        "vaccineCode": concept("http://hl7.org/fhir/sid/cvx", cvx, title),
        "primarySource": true,
    });
    event("Immunization", title, body)
}

pub fn an_allergy(code: &str, title: &str, criticality: &str, reaction: &str) -> Event {
    event(
        "AllergyIntolerance",
        title,
        json!({
            "clinicalStatus": concept(
                "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical",
                "active",
                "",
            ),
            "type": "allergy",
            "criticality": criticality,
            "code": snomed(code, title),
            "reaction": [{"manifestation": [{"text": reaction}]}],
        }),
    )
}

/// A plan from a day on, with its steps and how far each is.
pub fn a_plan(title: &str, from: &Moment, steps: &[(&str, &str)]) -> Event {
    let activity: Vec<Value> =
        steps.iter().map(|(step, status)| json!({"detail": {"code": {"text": step}, "status": status}})).collect();
    event(
        "CarePlan",
        title,
        json!({
            "status": "active",
            "intent": "plan",
            "title": title,
            "category": [{"text": title}],
            "period": period(from, None),
            "activity": activity,
        }),
    )
}

/// Who looks after the person, and as what.
pub fn a_team(title: &str, members: &[(&Ref, &str)]) -> Event {
    let participant: Vec<Value> =
        members.iter().map(|(member, role)| json!({"role": [{"text": role}], "member": member.by_address()})).collect();
    let body = json!({"status": "active", "name": title, "participant": participant});
    event("CareTeam", title, body)
}

/// An appointment of half an hour.
pub fn an_appointment(title: &str, day: Date, hour: u8, minute: u8) -> Event {
    let start = Moment::at(day, hour, minute);
    let end = Moment::at(day, hour + (minute + 30) / 60, (minute + 30) % 60);
    event(
        "Appointment",
        title,
        json!({
            "status": "booked",
            "serviceType": [{"text": title}],
            "description": title,
            "start": start.0,
            "end": end.0,
        }),
    )
}

fn medicine(rxnorm: &str, drug: &str) -> Value {
    concept("http://www.nlm.nih.gov/research/umls/rxnorm", rxnorm, drug)
}

impl Event {
    #[must_use]
    pub fn on(self, moment: &Moment) -> Self {
        let field = match self.kind {
            "Procedure" => "performedDateTime",
            "MedicationAdministration" | "MedicationStatement" => "effectiveDateTime",
            "MedicationRequest" => "authoredOn",
            "Condition" => "onsetDateTime",
            "Immunization" => "occurrenceDateTime",
            "AllergyIntolerance" => "recordedDate",
            _ => "date",
        };
        self.with(field, json!(moment.0))
    }

    /// Given or taken over a stretch of time.
    #[must_use]
    pub fn over(self, start: &Moment, end: Option<&Moment>) -> Self {
        let field = match self.kind {
            "Procedure" => "performedPeriod",
            "CareTeam" => "period",
            _ => "effectivePeriod",
        };
        self.with(field, period(start, end))
    }

    /// Who did, ordered or attended it.
    #[must_use]
    pub fn by(self, who: &Ref) -> Self {
        match self.kind {
            "Encounter" => self.with("participant", json!([{"individual": who.by_address()}])),
            "Procedure" | "MedicationAdministration" | "Immunization" => {
                self.with("performer", json!([{"actor": who.by_type()}]))
            }
            "MedicationRequest" => self.with("requester", who.by_address()),
            "CarePlan" => self.with("author", who.by_address()),
            "Appointment" => self.with("participant", json!([{"actor": who.by_address(), "status": "accepted"}])),
            _ => self.with("recorder", who.by_type()),
        }
    }

    /// Where.
    #[must_use]
    pub fn at(self, place: &Ref) -> Self {
        self.with("serviceProvider", place.by_type())
    }

    #[must_use]
    pub fn because(self, reason: &str) -> Self {
        self.with("reasonCode", json!([{"text": reason}]))
    }

    #[must_use]
    pub fn because_of(self, condition: &Ref) -> Self {
        self.with("reasonReference", json!([condition.by_address()]))
    }

    #[must_use]
    pub fn site(self, text: &str) -> Self {
        self.with("bodySite", json!([{"text": text}]))
    }

    #[must_use]
    pub fn stage(self, text: &str) -> Self {
        self.with("stage", json!([{"summary": {"text": text}}]))
    }

    #[must_use]
    pub fn outcome(self, text: &str) -> Self {
        self.with("outcome", json!({"text": text}))
    }

    #[must_use]
    pub fn follow_up(self, text: &str) -> Self {
        self.with("followUp", json!([{"text": text}]))
    }

    /// What was given, in milligrams.
    #[must_use]
    pub fn milligrams(self, dose: f64) -> Self {
        let dose = quantity(dose, 0, ("mg", "mg"));
        self.with("dosage", json!({"dose": dose}))
    }

    /// How to take it: the words on the label, the FHIR timing if the words can be put so, and
    /// milligrams at a time.
    #[must_use]
    pub fn take(self, words: &str, repeat: &Value, milligrams: Option<f64>) -> Self {
        let timing = (!repeat.is_null()).then(|| json!({"repeat": repeat}));
        let dose = milligrams.map(|dose| json!([{"doseQuantity": quantity(dose, 0, ("mg", "mg"))}]));
        let dosage = json!([{"text": words, "timing": timing, "doseAndRate": dose}]);
        match self.kind {
            "MedicationStatement" => self.with("dosage", dosage),
            _ => self.with("dosageInstruction", dosage),
        }
    }

    /// Only when needed, for what.
    #[must_use]
    pub fn when_needed(mut self, words: &str, what_for: &str) -> Self {
        let field = if self.kind == "MedicationStatement" { "dosage" } else { "dosageInstruction" };
        self.body[field] = json!([{"text": words, "asNeededCodeableConcept": {"text": what_for}}]);
        self
    }

    /// Another status than the usual one, with the reason if the resource has a place for it.
    #[must_use]
    pub fn status(self, status: &str, reason: &str) -> Self {
        let changed = self.with("status", json!(status));
        match changed.kind {
            _ if reason.is_empty() => changed,
            "MedicationAdministration" | "MedicationStatement" => {
                changed.with("statusReason", json!([{"text": reason}]))
            }
            "Appointment" => changed.with("cancelationReason", json!({"text": reason})),
            _ => changed.with("statusReason", json!({"text": reason})),
        }
    }

    #[must_use]
    pub fn ended(self, moment: &Moment) -> Self {
        self.with("abatementDateTime", json!(moment.0))
    }

    /// What the person should know beforehand.
    #[must_use]
    pub fn prepare(self, words: &str) -> Self {
        self.with("patientInstruction", json!(words))
    }

    #[must_use]
    pub fn note(self, words: &str) -> Self {
        self.with("note", json!([{"text": words}]))
    }

    #[must_use]
    pub fn during(self, visit: &Ref) -> Self {
        let field = if self.kind == "MedicationAdministration" { "context" } else { "encounter" };
        self.with(field, visit.by_type())
    }

    /// A medicine that stands as its own resource.
    #[must_use]
    pub fn of_medication(mut self, medication: &Ref) -> Self {
        self.body["medicationCodeableConcept"] = Value::Null;
        self.with("medicationReference", medication.by_address())
    }

    #[must_use]
    pub fn with(mut self, field: &str, value: Value) -> Self {
        self.body[field] = value;
        self
    }

    pub fn file(mut self, chart: &mut Chart) -> Ref {
        match self.kind {
            "Immunization" | "AllergyIntolerance" => {
                self.body["patient"] = chart.patient.by_address();
            }
            "Appointment" => {
                let you = json!({"actor": chart.patient.by_address(), "status": "accepted"});
                match self.body["participant"].as_array_mut() {
                    Some(participants) => participants.push(you),
                    None => self.body["participant"] = json!([you]),
                }
            }
            _ => self.body["subject"] = chart.patient.by_address(),
        }
        chart.file(self.kind, self.name, self.body)
    }
}

/// A medicine as its own resource.
pub fn a_medication(chart: &mut Chart, rxnorm: &str, drug: &str, form: &str) -> Ref {
    let body = json!({"code": medicine(rxnorm, drug), "form": {"text": form}});
    chart.file("Medication", drug, body)
}

/// `every` so many days, so many `times`.
pub fn daily(times: u8, every: u8) -> Value {
    json!({"frequency": times, "period": every, "periodUnit": "d"})
}
