//! What kind of thing a resource is for the person: the filter of the timeline, and the kind for
//! which they choose when to see it.
//!
//! The rules, first match wins: what the code says of tumours and genes; then the sender's category;
//! then the unit. Codes come first because senders file tumour stages and receptors under
//! "laboratory" or "imaging", and questionnaires under "laboratory".

use domain::results::{Kind, Observation, Value};

use crate::concept::Concept;

/// LOINC: variants, genes and reports about them.
const GENETICS: &[&str] = &[
    "69548-6", "53041-0", "51969-4", "81247-9", "55233-1", "81304-8", "48018-6", "51968-6", "81250-3", "94076-7",
    "21636-6", "21640-8", "53037-8",
];

/// LOINC and SNOMED CT: TNM and stage group; clinical, pathologic, unspecified.
const STAGES: &[&str] = &[
    "21908-9",
    "21905-5",
    "21906-3",
    "21907-1",
    "21902-2",
    "21899-0",
    "21900-6",
    "21901-4",
    "21914-7",
    "399537006",
    "399504009",
    "399534004",
    "399387003",
    "399390009",
    "384625004",
    "371494008",
    "371497001",
    "399588009",
];

/// LOINC: receptors and other stains.
const STAINS: &[&str] = &[
    "85319-2", "85318-4", "85337-4", "85339-0", "10480-2", "48676-1", "16112-5", "16113-3", "40556-3", "40557-1",
    "18474-7", "62862-8", "31150-6", "49683-6", "72383-3", "85147-1", "85336-6", "85329-1",
];

/// LOINC and SNOMED CT: lymph nodes, metastases, margins, grade.
const TUMOUR_FINDINGS: &[&str] =
    &["85352-3", "85343-2", "92832-5", "92833-3", "44667-4", "44669-0", "33732-9", "371469007", "370052007"];

/// LOINC: reports of pathology and cytology.
const PATHOLOGY_REPORTS: &[&str] =
    &["22637-3", "11526-1", "60568-3", "60567-5", "22634-0", "22636-5", "22638-1", "47527-7"];

/// LOINC: response and progression. As weighty for the person as a stage, so they wait like one.
const COURSE: &[&str] = &["97509-4", "88040-1"];

const PATHOLOGY: [&[&str]; 5] = [STAGES, STAINS, TUMOUR_FINDINGS, PATHOLOGY_REPORTS, COURSE];

/// LOINC: how large a tumour is; a measurement on a scan unless a laboratory made it.
const TUMOUR_SIZE: &[&str] = &["33728-7", "21889-1", "33756-8"];

/// LOINC: what was given against the cancer.
const TREATMENT_STATUS: &[&str] = &["59557-9"];

/// LOINC: vital signs and body measures.
const VITAL: &[&str] = &[
    "8480-6", "8462-4", "85354-9", "55284-4", "29463-7", "3141-9", "8302-2", "39156-5", "8867-4", "9279-1", "8310-5",
    "8331-1", "2708-6", "59408-5", "8287-5", "9843-4", "8277-6", "3140-1", "8306-3",
];

/// LOINC: notes and letters.
const NOTES: &[&str] = &[
    "34117-2", "51847-2", "11506-3", "57133-1", "11504-8", "34746-8", "11488-4", "18842-5", "28570-0", "34133-9",
    "69409-1", "34111-5", "11490-0", "34748-4", "34765-8", "60591-5",
];

/// SNOMED CT: chemotherapy (also before and after surgery, as a regimen), radiation from outside and
/// from within, radionuclides, both together, immunotherapy.
const TREATMENT: &[&str] = &[
    "367336001",
    "394894008",
    "394895009",
    "716872004",
    "33195004",
    "385798007",
    "108290001",
    "1217123003",
    "1156506007",
    "448385000",
    "152198000",
    "384692006",
    "399315003",
    "703423002",
    "76334006",
];

const TREATMENT_WORDS: &[&str] = &[
    "chemotherap",
    "radiotherap",
    "radiation therap",
    "radiation oncology",
    "brachytherap",
    "teletherap",
    "immunotherap",
    "proton therap",
    "radiosurg",
    "antineoplastic",
];

/// Parts of names of what is given in a clinic against cancer.
const CANCER_DRUGS: &[&str] = &[
    "platin",
    "taxel",
    "rubicin",
    "cyclophosphamide",
    "ifosfamide",
    "fluorouracil",
    "gemcitabine",
    "pemetrexed",
    "etoposide",
    "irinotecan",
    "topotecan",
    "vincristine",
    "vinblastine",
    "vinorelbine",
    "bleomycin",
    "mitomycin",
    "dacarbazine",
    "bortezomib",
    "carfilzomib",
    "azacitidine",
    "decitabine",
    "cytarabine",
    "fludarabine",
    "bendamustine",
    "melphalan",
    "busulfan",
    "eribulin",
    "trabectedin",
    "asparaginase",
    "tuzumab",
    "bevacizumab",
    "rituximab",
    "cetuximab",
    "panitumumab",
    "nivolumab",
    "pembrolizumab",
    "atezolizumab",
    "durvalumab",
    "avelumab",
    "ipilimumab",
    "cemiplimab",
    "daratumumab",
    "obinutuzumab",
    "ramucirumab",
    "brentuximab",
    "enfortumab",
];

const SURVEY_WORDS: &[&str] = &[
    "questionnaire",
    "phq-",
    "gad-7",
    "audit-c",
    "dast-10",
    "[hark]",
    "abuse screening",
    "[reported",
    "survey",
    "prapare",
    "performance status",
];

/// Units of body measures; any other unit is a laboratory's.
const MEASURE_UNITS: &[&str] = &[
    "kg",
    "g",
    "lb",
    "[lb_av]",
    "cm",
    "m",
    "mm",
    "in",
    "[in_i]",
    "mm[Hg]",
    "mmHg",
    "Cel",
    "[degF]",
    "/min",
    "kg/m2",
    "{breaths}/min",
    "{beats}/min",
    "m2",
];

/// Units that count something a person answers: time, scores.
const ANSWER_UNITS: &[&str] = &["a", "mo", "wk", "d", "h", "min", "score", "years", "months", "weeks", "days", "hours"];

fn lower(concept: &Concept) -> String {
    let mut all = concept.text.clone().unwrap_or_default();
    for display in concept.codes.iter().filter_map(|c| c.display.as_deref()) {
        all.push('\n');
        all.push_str(display);
    }
    all.make_ascii_lowercase();
    all
}

fn mentions(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The kind that a code itself settles.
fn by_code(code: &Concept, words: &str) -> Option<Kind> {
    if code.has(GENETICS) {
        return Some(Kind::Genetics);
    }
    if PATHOLOGY.iter().any(|codes| code.has(codes)) {
        return Some(Kind::Pathology);
    }
    if code.has(TREATMENT_STATUS) {
        return Some(Kind::Treatment);
    }
    if mentions(words, &["immune stain", "cancer specimen", "by fish", "tnm ", "biopsy report", "patholog", "histolog"])
    {
        return Some(Kind::Pathology);
    }
    if mentions(words, &["genetic variant", "gene mutation", "genetic analysis", "genomic variant", "genomics"]) {
        return Some(Kind::Genetics);
    }
    None
}

pub fn of_observation(categories: &[Concept], code: &Concept, body: &Observation) -> Kind {
    let words = lower(code);
    let category = Categories::of(categories);
    if let Some(kind) = by_code(code, &words) {
        return kind;
    }
    if code.has(TUMOUR_SIZE) && !category.has(&["imaging"]) {
        return Kind::Pathology;
    }
    if code.has(VITAL) {
        return Kind::Measurement;
    }
    if category.has(&["genomics", "genetics", "ge"]) {
        return Kind::Genetics;
    }
    if category.has(&["laboratory", "lab"]) {
        return if mentions(&words, SURVEY_WORDS) { Kind::Questionnaire } else { Kind::Laboratory };
    }
    if category.has(&["vital-signs", "vital signs"]) {
        return Kind::Measurement;
    }
    if category.has(&["imaging"]) {
        return Kind::Imaging;
    }
    if category.answers() {
        return Kind::Questionnaire;
    }
    if category.has(&["exam", "procedure", "clinical-test", "activity"]) {
        return Kind::Measurement;
    }
    if category.has(&["therapy"]) {
        return Kind::Treatment;
    }
    by_unit(body)
}

/// No category: what a laboratory would measure has its units; everything else was asked.
fn by_unit(body: &Observation) -> Kind {
    let values = body.value.iter().chain(body.components.iter().filter_map(|c| c.value.as_ref()));
    for value in values {
        if let Value::Quantity(quantity) = value {
            let unit = quantity.unit_key();
            if MEASURE_UNITS.contains(&unit) {
                return Kind::Measurement;
            }
            let only_counts = unit.starts_with('{') && unit.ends_with('}');
            if !unit.is_empty() && !only_counts && !ANSWER_UNITS.contains(&unit) {
                return Kind::Laboratory;
            }
        }
    }
    Kind::Questionnaire
}

pub fn of_report(categories: &[Concept], code: &Concept) -> Kind {
    let words = lower(code);
    if is_note(code, &words) {
        return Kind::Note;
    }
    if let Some(kind) = by_code(code, &words) {
        return kind;
    }
    if mentions(&words, SURVEY_WORDS) {
        return Kind::Questionnaire;
    }
    let category = Categories::of(categories);
    // HL7 table 0074, and the LOINC parts that US Core takes for categories
    if category.has(&["ge", "cg", "genetics", "genomics", "lp31392-1"]) {
        return Kind::Genetics;
    }
    if category.has(&["pat", "sp", "cp", "cy", "pathology", "lp7839-6"]) {
        return Kind::Pathology;
    }
    if category.has(&[
        "rad",
        "rus",
        "rx",
        "ct",
        "nmr",
        "nms",
        "nmi",
        "cus",
        "ous",
        "vus",
        "xrc",
        "imaging",
        "radiology",
        "lp29684-5",
        // Cardiology: mostly ultrasound of the heart
        "lp29708-2",
        "cardiology",
        "ec",
    ]) {
        return Kind::Imaging;
    }
    Kind::Laboratory
}

pub fn of_document(code: &Concept) -> Kind {
    let words = lower(code);
    if is_note(code, &words) {
        return Kind::Note;
    }
    if let Some(kind) = by_code(code, &words) {
        return kind;
    }
    if code.has(&["18748-4", "68604-8", "18726-0"]) || mentions(&words, &["radiology", "imaging"]) {
        return Kind::Imaging;
    }
    if code.has(&["11502-2"]) || mentions(&words, &["laboratory report"]) {
        return Kind::Laboratory;
    }
    Kind::Note
}

fn is_note(code: &Concept, words: &str) -> bool {
    let titled = |line: &str| line.ends_with(" note") || line.ends_with(" summary") || line.ends_with(" letter");
    code.has(NOTES) || words.lines().any(titled)
}

/// A procedure, by its own code and words.
pub fn of_procedure(code: &Concept, category: Option<&Concept>) -> Kind {
    let treats = |concept: &Concept| concept.has(TREATMENT) || mentions(&lower(concept), TREATMENT_WORDS);
    if treats(code) || category.is_some_and(treats) { Kind::Treatment } else { Kind::Procedure }
}

/// A medicine that was given by someone: against cancer, or any other.
pub fn of_administration(medicine: &Concept, category: Option<&Concept>) -> Kind {
    let words = lower(medicine);
    let treats = mentions(&words, CANCER_DRUGS) || mentions(&words, TREATMENT_WORDS);
    let filed = category.is_some_and(|c| c.has(TREATMENT) || mentions(&lower(c), TREATMENT_WORDS));
    if treats || filed { Kind::Treatment } else { Kind::Medicine }
}

/// Everything that the categories of a resource are called, in lower case.
struct Categories(Vec<String>);

impl Categories {
    fn of(categories: &[Concept]) -> Self {
        let mut all = Vec::new();
        for category in categories {
            all.extend(category.codes.iter().map(|c| c.code.to_ascii_lowercase()));
            all.extend(category.text.as_ref().map(|t| t.to_ascii_lowercase()));
        }
        Self(all)
    }

    fn has(&self, names: &[&str]) -> bool {
        self.0.iter().any(|name| names.contains(&name.as_str()))
    }

    /// What someone was asked, or wishes.
    fn answers(&self) -> bool {
        self.0.iter().any(|name| {
            matches!(name.as_str(), "survey" | "social-history" | "sdoh")
                || name.ends_with("-status")
                || name.ends_with("-preference")
        })
    }
}
