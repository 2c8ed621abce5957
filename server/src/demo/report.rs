//! Writes what people read: reports of scans, tissue and genes, and letters and notes.
//!
//! The text travels as a base64 attachment; a report may carry a PDF as well.

use serde_json::{Value, json};

use super::{
    bundle::{Chart, Ref, concept, loinc},
    days::Moment,
    panel::order,
    pdf,
};

/// A DiagnosticReport or DocumentReference that is being written.
#[derive(Debug, Clone)]
pub struct Report {
    title: &'static str,
    ordered_by: Option<Ref>,
    attachments: Vec<Value>,
    body: Value,
}

pub fn an_imaging_report(code: &str, title: &'static str) -> Report {
    report(code, title, "RAD", "Radiology")
}

pub fn a_pathology_report(code: &str, title: &'static str) -> Report {
    report(code, title, "PAT", "Pathology")
}

pub fn a_genetics_report(code: &str, title: &'static str) -> Report {
    report(code, title, "GE", "Genetics")
}

fn report(code: &str, title: &'static str, category: &str, display: &str) -> Report {
    Report {
        title,
        ordered_by: None,
        attachments: Vec::new(),
        body: json!({
            "status": "final",
            "category": [concept("http://terminology.hl7.org/CodeSystem/v2-0074", category, display)],
            "code": loinc(code, title),
        }),
    }
}

impl Report {
    #[must_use]
    pub fn on(mut self, moment: &Moment) -> Self {
        self.body["effectiveDateTime"] = json!(moment.0);
        self
    }

    /// When it was released, if that was not the day of the test.
    #[must_use]
    pub fn issued(mut self, moment: &Moment) -> Self {
        self.body["issued"] = json!(moment.0);
        self
    }

    #[must_use]
    pub fn by(mut self, author: &Ref, place: &Ref) -> Self {
        self.body["performer"] = json!([author.by_address(), place.by_type()]);
        self
    }

    #[must_use]
    pub fn ordered_by(mut self, doctor: &Ref) -> Self {
        self.ordered_by = Some(doctor.clone());
        self
    }

    #[must_use]
    pub fn conclusion(mut self, words: &str) -> Self {
        self.body["conclusion"] = json!(words);
        self
    }

    /// What it found, as a code.
    #[must_use]
    pub fn finding(mut self, concept: &Value) -> Self {
        self.body["conclusionCode"] = json!([concept]);
        self
    }

    #[must_use]
    pub fn status(mut self, status: &str) -> Self {
        self.body["status"] = json!(status);
        self
    }

    #[must_use]
    pub fn sample(mut self, words: &str) -> Self {
        self.body["contained"] = json!([{"resourceType": "Specimen", "id": "sample", "type": {"text": words}}]);
        self.body["specimen"] = json!([{"reference": "#sample"}]);
        self
    }

    #[must_use]
    pub fn results(mut self, results: &[Ref]) -> Self {
        self.body["result"] = results.iter().map(Ref::by_address).collect();
        self
    }

    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.attachments.push(attachment("text/plain; charset=utf-8", self.title, text.as_bytes()));
        self
    }

    #[must_use]
    pub fn pdf(mut self, title: &str, lines: &[&str]) -> Self {
        self.attachments.push(attachment("application/pdf", title, &pdf::page(title, lines)));
        self
    }

    pub fn file(mut self, chart: &mut Chart) -> Ref {
        self.body["subject"] = chart.patient.by_address();
        if let Some(doctor) = &self.ordered_by {
            let order = order(&self.body["subject"], doctor);
            match self.body["contained"].as_array_mut() {
                Some(contained) => contained.push(order),
                None => self.body["contained"] = json!([order]),
            }
            self.body["basedOn"] = json!([{"reference": "#order"}]);
        }
        self.body["presentedForm"] = json!(self.attachments);
        chart.file("DiagnosticReport", self.title, self.body)
    }
}

/// A letter or note on its own.
pub struct Letter<'a> {
    /// LOINC of the kind of document.
    pub code: &'a str,
    pub title: &'static str,
    /// With a time of day: FHIR asks for an instant.
    pub on: Moment,
    pub by: &'a Ref,
    pub text: &'a str,
    /// Lines of a PDF beside the text; none when empty.
    pub pdf: &'a [&'a str],
}

impl Letter<'_> {
    pub fn file(self, chart: &mut Chart) -> Ref {
        let mut files = Vec::new();
        if !self.text.is_empty() {
            files.push(attachment("text/plain; charset=utf-8", self.title, self.text.as_bytes()));
        }
        if !self.pdf.is_empty() {
            let page = pdf::page(self.title, self.pdf);
            files.push(attachment("application/pdf", self.title, &page));
        }
        let content: Vec<Value> = files.iter().map(|file| json!({"attachment": file})).collect();
        let body = json!({
            "status": "current",
            "docStatus": "final",
            "type": loinc(self.code, self.title),
            "category": [concept(
                "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category",
                "clinical-note",
                "Clinical Note",
            )],
            "subject": chart.patient.by_address(),
            "date": self.on.0,
            "author": [self.by.by_type()],
            "description": self.title,
            "content": content,
        });
        chart.file("DocumentReference", self.title, body)
    }
}

fn attachment(media_type: &str, title: &str, bytes: &[u8]) -> Value {
    json!({
        "contentType": media_type,
        "title": title,
        "size": bytes.len(),
        "data": pdf::base64(bytes),
    })
}
