//! Writes laboratory panels: the values of one sample and the report that lists them.
//!
//! `a_panel("58410-2", "Full blood count").on(moment).value(Observation::of(HEMOGLOBIN).is(13.1))`

use serde_json::{Value, json};

use super::{
    analyte::Analyte,
    bundle::{Chart, Ref, concept, loinc},
    days::Moment,
    observation::Observation,
};

/// Values of one sample and the report that lists them.
#[derive(Debug, Clone)]
pub struct Panel {
    code: &'static str,
    title: &'static str,
    moment: Moment,
    laboratory: Option<Ref>,
    ordered_by: Option<Ref>,
    sample: Option<&'static str>,
    conclusion: Option<&'static str>,
    status: &'static str,
    values: Vec<Observation>,
}

pub fn a_panel(code: &'static str, title: &'static str) -> Panel {
    Panel {
        code,
        title,
        moment: Moment(String::new()),
        laboratory: None,
        ordered_by: None,
        sample: None,
        conclusion: None,
        status: "final",
        values: Vec::new(),
    }
}

impl Panel {
    #[must_use]
    pub fn on(mut self, moment: Moment) -> Self {
        self.moment = moment;
        self
    }

    #[must_use]
    pub fn by(mut self, laboratory: &Ref) -> Self {
        self.laboratory = Some(laboratory.clone());
        self
    }

    #[must_use]
    pub fn ordered_by(mut self, doctor: &Ref) -> Self {
        self.ordered_by = Some(doctor.clone());
        self
    }

    /// What was taken; goes along as a contained specimen.
    #[must_use]
    pub const fn sample(mut self, words: &'static str) -> Self {
        self.sample = Some(words);
        self
    }

    #[must_use]
    pub const fn conclusion(mut self, words: &'static str) -> Self {
        self.conclusion = Some(words);
        self
    }

    #[must_use]
    pub const fn status(mut self, status: &'static str) -> Self {
        self.status = status;
        self
    }

    #[must_use]
    pub fn value(mut self, observation: Observation) -> Self {
        self.values.push(observation);
        self
    }

    /// Several at once, as measured.
    #[must_use]
    pub fn values(mut self, values: &[(Analyte, f64)]) -> Self {
        self.values.extend(values.iter().map(|(analyte, value)| Observation::of(*analyte).is(*value)));
        self
    }

    pub fn file(self, chart: &mut Chart) -> Ref {
        let results: Vec<Ref> = self
            .values
            .into_iter()
            .map(|value| {
                let value = value.on(&self.moment);
                match &self.laboratory {
                    Some(laboratory) => value.by(laboratory).file(chart),
                    None => value.file(chart),
                }
            })
            .collect();
        // Senders mix both styles of reference; so do we.
        let results: Vec<Value> = results
            .iter()
            .enumerate()
            .map(|(place, result)| match place % 2 {
                0 => result.by_address(),
                _ => result.by_type(),
            })
            .collect();
        let patient = chart.patient.by_address();
        let order = self.ordered_by.as_ref().map(|doctor| order(&patient, doctor));
        let specimen =
            self.sample.map(|words| json!({"resourceType": "Specimen", "id": "sample", "type": {"text": words}}));
        let body = json!({
            "status": self.status,
            "category": [concept("http://terminology.hl7.org/CodeSystem/v2-0074", "LAB", "Laboratory")],
            "code": loinc(self.code, self.title),
            "subject": patient,
            "effectiveDateTime": self.moment.0,
            "performer": self.laboratory.as_ref().map(|place| json!([place.by_address()])),
            "resultsInterpreter": self.ordered_by.as_ref().map(|doctor| json!([doctor.by_type()])),
            "basedOn": order.as_ref().map(|_| json!([{"reference": "#order"}])),
            "specimen": specimen.as_ref().map(|_| json!([{"reference": "#sample"}])),
            "contained": [order, specimen],
            "result": results,
            "conclusion": self.conclusion,
        });
        chart.file("DiagnosticReport", self.title, body)
    }
}

/// Who asked for a test: FHIR R4 says it only through an order, which goes along contained.
pub fn order(patient: &Value, doctor: &Ref) -> Value {
    json!({
        "resourceType": "ServiceRequest",
        "id": "order",
        "status": "completed",
        "intent": "order",
        "subject": patient,
        "requester": doctor.by_address(),
    })
}
