//! Writes Observations: one value in any of the forms that FHIR knows.
//!
//! Low and high are flagged by the range, unless the laboratory says more.

use serde_json::{Value, json};

use super::{
    analyte::{Analyte, Range},
    bundle::{Chart, Ref, Sex, loinc, period, snomed},
    days::Moment,
};

/// The laboratory's flag (v3-ObservationInterpretation).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    Low,
    High,
    VeryLow,
    VeryHigh,
    Normal,
    Unusual,
}

impl Flag {
    const fn code(self) -> (&'static str, &'static str) {
        match self {
            Self::Low => ("L", "Low"),
            Self::High => ("H", "High"),
            Self::VeryLow => ("LL", "Critical low"),
            Self::VeryHigh => ("HH", "Critical high"),
            Self::Normal => ("N", "Normal"),
            Self::Unusual => ("A", "Abnormal"),
        }
    }

    fn concept(self) -> Value {
        let (code, display) = self.code();
        json!([{"coding": [{
            "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
            "code": code,
            "display": display,
        }]}])
    }
}

/// A number with exactly these digits after the point, as far as JSON keeps them (`0.40` is 0.4).
pub fn number(value: f64, digits: usize) -> Value {
    serde_json::from_str(&format!("{value:.digits$}")).unwrap_or(Value::Null)
}

/// A quantity in UCUM.
pub fn quantity(value: f64, digits: usize, (unit, ucum): (&str, &str)) -> Value {
    json!({
        "value": number(value, digits),
        "unit": unit,
        "system": "http://unitsofmeasure.org",
        "code": ucum,
    })
}

/// One value with what belongs to it.
#[derive(Debug, Clone)]
pub struct Observation {
    analyte: Option<Analyte>,
    name: String,
    measured: Option<f64>,
    flag: Option<Flag>,
    body: Value,
}

impl Observation {
    /// Of something in the table; its name and range follow the chart it is filed in.
    pub fn of(analyte: Analyte) -> Self {
        let mut observation = Self::coded("", "", "laboratory");
        observation.analyte = Some(analyte);
        observation
    }

    /// Of anything else, by LOINC code (or none) and in a FHIR observation category.
    pub fn coded(code: &str, name: &str, category: &str) -> Self {
        Self {
            analyte: None,
            name: name.to_owned(),
            measured: None,
            flag: None,
            body: json!({"status": "final", "code": loinc(code, name), "category": category}),
        }
    }

    #[must_use]
    pub fn category(self, category: &str) -> Self {
        self.with("category", json!(category))
    }

    #[must_use]
    pub fn is(mut self, value: f64) -> Self {
        self.measured = Some(value);
        self
    }

    /// `<`, `<=`, `>=` or `>` in front of the number.
    #[must_use]
    pub fn beyond(self, comparator: &str, value: f64) -> Self {
        self.is(value).with("comparator", json!(comparator))
    }

    /// Of something that is not in the table of analytes.
    #[must_use]
    pub fn with_quantity(self, quantity: Value) -> Self {
        self.with("valueQuantity", quantity)
    }

    #[must_use]
    pub fn words(self, text: &str) -> Self {
        self.with("valueString", json!(text))
    }

    /// A coded answer of SNOMED CT.
    #[must_use]
    pub fn finding(self, code: &str, text: &str) -> Self {
        self.with("valueCodeableConcept", snomed(code, text))
    }

    #[must_use]
    pub fn yes_or_no(self, answer: bool) -> Self {
        self.with("valueBoolean", json!(answer))
    }

    #[must_use]
    pub fn count(self, number: i32) -> Self {
        self.with("valueInteger", json!(number))
    }

    #[must_use]
    pub fn ratio(self, numerator: &Value, denominator: &Value) -> Self {
        self.with("valueRatio", json!({"numerator": numerator, "denominator": denominator}))
    }

    #[must_use]
    pub fn between(self, low: &Value, high: &Value) -> Self {
        self.with("valueRange", json!({"low": low, "high": high}))
    }

    /// A time of day, `hh:mm:ss`.
    #[must_use]
    pub fn time_of_day(self, time: &str) -> Self {
        self.with("valueTime", json!(time))
    }

    #[must_use]
    pub fn moment(self, moment: &Moment) -> Self {
        self.with("valueDateTime", json!(moment.0))
    }

    #[must_use]
    pub fn lasted(self, start: &Moment, end: &Moment) -> Self {
        self.with("valuePeriod", period(start, Some(end)))
    }

    /// Samples `milliseconds` apart in steps of 10 µV, as a heart tracing.
    #[must_use]
    pub fn samples(self, milliseconds: u32, data: &str) -> Self {
        self.with(
            "valueSampledData",
            json!({
                "origin": quantity(0.0, 0, ("µV", "uV")),
                "period": milliseconds,
                "factor": 10,
                "dimensions": 1,
                "data": data,
            }),
        )
    }

    /// No value, with the reason (`error`, `unknown`, `not-performed`, …).
    #[must_use]
    pub fn absent(self, reason: &str) -> Self {
        self.with(
            "dataAbsentReason",
            json!({"coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                "code": reason,
            }]}),
        )
    }

    #[must_use]
    pub fn flag(mut self, flag: Flag) -> Self {
        self.flag = Some(flag);
        self
    }

    #[must_use]
    pub fn note(self, text: &str) -> Self {
        self.with("note", json!([{"text": text}]))
    }

    #[must_use]
    pub fn status(self, status: &str) -> Self {
        self.with("status", json!(status))
    }

    #[must_use]
    pub fn method(self, text: &str) -> Self {
        self.with("method", json!({"text": text}))
    }

    #[must_use]
    pub fn site(self, text: &str) -> Self {
        self.with("bodySite", json!({"text": text}))
    }

    /// A range in words only.
    #[must_use]
    pub fn range_in_words(self, text: &str) -> Self {
        self.with("referenceRange", json!([{"text": text}]))
    }

    #[must_use]
    pub fn on(self, moment: &Moment) -> Self {
        self.with("effectiveDateTime", json!(moment.0))
    }

    #[must_use]
    pub fn over(self, start: &Moment, end: &Moment) -> Self {
        self.with("effectivePeriod", period(start, Some(end)))
    }

    #[must_use]
    pub fn by(self, performer: &Ref) -> Self {
        self.with("performer", json!([performer.by_address()]))
    }

    #[must_use]
    pub fn during(self, visit: &Ref) -> Self {
        self.with("encounter", visit.by_type())
    }

    /// Other observations that this one groups.
    #[must_use]
    pub fn groups(self, members: &[Ref]) -> Self {
        let members = members.iter().map(Ref::by_address).collect();
        self.with("hasMember", Value::Array(members))
    }

    /// One of several values under one name.
    #[must_use]
    pub fn part(mut self, code: &str, name: &str, value: f64, unit: (&str, &str)) -> Self {
        let part = json!({"code": loinc(code, name), "valueQuantity": quantity(value, 0, unit)});
        match self.body["component"].as_array_mut() {
            Some(parts) => parts.push(part),
            None => self.body["component"] = json!([part]),
        }
        self
    }

    pub fn file(mut self, chart: &mut Chart) -> Ref {
        if let Some(analyte) = self.analyte {
            self.name_and_measure(analyte, chart);
        }
        if let Some(flag) = self.flag {
            self.body["interpretation"] = flag.concept();
        }
        let category = self.body["category"].take();
        self.body["category"] = json!([concept_category(category.as_str().unwrap_or("laboratory"))]);
        self.body["subject"] = chart.patient.by_address();
        chart.file("Observation", self.name, self.body)
    }

    fn name_and_measure(&mut self, analyte: Analyte, chart: &Chart) {
        chart.language.of(analyte.names).clone_into(&mut self.name);
        self.body["code"] = loinc(analyte.loinc, &self.name);
        if self.body["referenceRange"].is_null() {
            self.body["referenceRange"] = ranges(analyte, chart);
        }
        let comparator = self.body["comparator"].take();
        if let Some(value) = self.measured {
            let mut quantity = quantity(value, analyte.digits, analyte.unit);
            quantity["comparator"] = comparator;
            self.body["valueQuantity"] = quantity;
            self.flag = self.flag.or_else(|| flagged(analyte, chart.sex, value));
        }
    }

    fn with(mut self, field: &str, value: Value) -> Self {
        self.body[field] = value;
        self
    }
}

/// Upper and lower blood pressure, in the language of the chart.
pub fn blood_pressure(chart: &Chart, upper: f64, lower: f64) -> Observation {
    let unit = ("mmHg", "mm[Hg]");
    let [name, high, low] = [
        ["Blood pressure", "Tension artérielle", "Presión arterial", "ضغط الدم"],
        ["Upper (systolic)", "Systolique", "Sistólica", "الانقباضي"],
        ["Lower (diastolic)", "Diastolique", "Diastólica", "الانبساطي"],
    ]
    .map(|names| chart.language.of(names));
    Observation::coded("85354-9", name, "vital-signs")
        .part("8480-6", high, upper, unit)
        .part("8462-4", low, lower, unit)
}

fn concept_category(code: &str) -> Value {
    json!({"coding": [{
        "system": "http://terminology.hl7.org/CodeSystem/observation-category",
        "code": code,
    }]})
}

fn flagged(analyte: Analyte, sex: Sex, value: f64) -> Option<Flag> {
    let (low, high) = match analyte.range {
        Range::None | Range::Words(_) => return None,
        Range::Between(low, high) => (low, high),
        Range::AtMost(high) => (f64::MIN, high),
        Range::AtLeast(low) => (low, f64::MAX),
        Range::BySex(women, men) => match sex {
            Sex::Female => women,
            Sex::Male => men,
        },
    };
    if value < low {
        Some(Flag::Low)
    } else if value > high {
        Some(Flag::High)
    } else {
        None
    }
}

fn ranges(analyte: Analyte, chart: &Chart) -> Value {
    let quantity = |value| quantity(value, analyte.digits, analyte.unit);
    let of_sex = |(low, high): (f64, f64), code: &str, text: &str| {
        json!({
            "low": quantity(low),
            "high": quantity(high),
            "appliesTo": [snomed(code, text)],
        })
    };
    match analyte.range {
        Range::None => Value::Null,
        Range::Between(low, high) => json!([{"low": quantity(low), "high": quantity(high)}]),
        Range::AtMost(high) => json!([{"high": quantity(high)}]),
        Range::AtLeast(low) => json!([{"low": quantity(low)}]),
        Range::BySex(women, men) => json!([
            of_sex(women, "248152002", chart.language.of(["women", "femmes", "mujeres", "النساء"])),
            of_sex(men, "248153007", chart.language.of(["men", "hommes", "hombres", "الرجال"])),
        ]),
        Range::Words(texts) => json!([{"text": chart.language.of(texts)}]),
    }
}
