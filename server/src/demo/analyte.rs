//! The values that the demonstration measures: code, names, unit and the laboratory's range.
//!
//! Codes and typical ranges are those of the project's table of analytes; SI forms have the code
//! that LOINC keeps for them. Names are in the order of [`Language::of`](super::bundle::Language).

/// A thing that can be measured.
#[derive(Debug, Clone, Copy)]
pub struct Analyte {
    pub loinc: &'static str,
    /// English, French, Spanish, Arabic.
    pub names: [&'static str; 4],
    /// For people, and as UCUM.
    pub unit: (&'static str, &'static str),
    /// Digits after the point.
    pub digits: usize,
    pub range: Range,
}

/// The laboratory's range, in one of the ways laboratories give it.
#[derive(Debug, Clone, Copy)]
pub enum Range {
    None,
    Between(f64, f64),
    AtMost(f64),
    AtLeast(f64),
    /// Women, then men: both are sent.
    BySex((f64, f64), (f64, f64)),
    /// Only in words.
    Words([&'static str; 4]),
}

const fn analyte(
    loinc: &'static str,
    names: [&'static str; 4],
    unit: (&'static str, &'static str),
    digits: usize,
    range: Range,
) -> Analyte {
    Analyte { loinc, names, unit, digits, range }
}

impl Analyte {
    /// As another laboratory gives it.
    pub const fn with_range(mut self, range: Range) -> Self {
        self.range = range;
        self
    }
}

const CELLS: (&str, &str) = ("×10⁹/L", "10*9/L");
const MG_DL: (&str, &str) = ("mg/dL", "mg/dL");
const MMOL_L: (&str, &str) = ("mmol/L", "mmol/L");
const UMOL_L: (&str, &str) = ("µmol/L", "umol/L");
const U_L: (&str, &str) = ("U/L", "U/L");
const G_DL: (&str, &str) = ("g/dL", "g/dL");
const G_L: (&str, &str) = ("g/L", "g/L");
const NG_ML: (&str, &str) = ("ng/mL", "ng/mL");
const PERCENT: (&str, &str) = ("%", "%");

// Blood count
pub const WHITE_CELLS: Analyte = analyte(
    "6690-2",
    ["White blood cells", "Globules blancs", "Leucocitos", "كريات الدم البيضاء"],
    CELLS,
    1,
    Range::Between(4.0, 11.0),
);
pub const NEUTROPHILS: Analyte = analyte(
    "751-8",
    ["Neutrophils", "Polynucléaires neutrophiles", "Neutrófilos", "العدلات"],
    CELLS,
    1,
    Range::Between(2.0, 8.25),
);
pub const LYMPHOCYTES: Analyte =
    analyte("731-0", ["Lymphocytes", "Lymphocytes", "Linfocitos", "اللمفاويات"], CELLS, 1, Range::Between(1.0, 4.8));
pub const PLATELETS: Analyte = analyte(
    "777-3",
    ["Platelets", "Plaquettes", "Plaquetas", "الصفيحات الدموية"],
    CELLS,
    0,
    Range::Between(150.0, 450.0),
);
pub const HEMOGLOBIN: Analyte = analyte(
    "718-7",
    ["Haemoglobin", "Hémoglobine", "Hemoglobina", "خضاب الدم (الهيموغلوبين)"],
    G_DL,
    1,
    Range::BySex((12.0, 16.0), (14.0, 18.0)),
);
pub const HEMOGLOBIN_SI: Analyte =
    analyte("718-7", HEMOGLOBIN.names, G_L, 0, Range::BySex((120.0, 160.0), (140.0, 180.0)));
// Salts and kidneys
pub const SODIUM: Analyte =
    analyte("2951-2", ["Sodium", "Sodium", "Sodio", "الصوديوم"], MMOL_L, 0, Range::Between(136.0, 145.0));
pub const POTASSIUM: Analyte =
    analyte("2823-3", ["Potassium", "Potassium", "Potasio", "البوتاسيوم"], MMOL_L, 1, Range::Between(3.5, 5.0));
pub const MAGNESIUM: Analyte =
    analyte("19123-9", ["Magnesium", "Magnésium", "Magnesio", "المغنيزيوم"], MG_DL, 1, Range::Between(1.6, 2.6));
pub const CALCIUM: Analyte =
    analyte("17861-6", ["Calcium", "Calcium", "Calcio", "الكالسيوم"], MG_DL, 1, Range::Between(8.6, 10.2));
pub const CALCIUM_SI: Analyte = analyte("2000-8", CALCIUM.names, MMOL_L, 2, Range::Between(2.15, 2.55));
pub const CREATININE: Analyte = analyte(
    "2160-0",
    ["Creatinine", "Créatinine", "Creatinina", "الكرياتينين"],
    MG_DL,
    2,
    Range::BySex((0.5, 1.1), (0.7, 1.3)),
);
pub const CREATININE_SI: Analyte =
    analyte("14682-9", CREATININE.names, UMOL_L, 0, Range::BySex((45.0, 97.0), (62.0, 115.0)));
pub const EGFR: Analyte = analyte(
    "33914-3",
    ["Kidney filter rate (eGFR)", "Débit de filtration (DFG)", "Filtrado glomerular", "معدل الرشح الكلوي"],
    ("mL/min/1.73 m²", "mL/min/{1.73_m2}"),
    0,
    Range::AtLeast(60.0),
);
pub const GLUCOSE: Analyte =
    analyte("2345-7", ["Glucose", "Glucose", "Glucosa", "سكر الدم"], MG_DL, 0, Range::Between(70.0, 99.0));
pub const GLUCOSE_SI: Analyte = analyte("14749-6", GLUCOSE.names, MMOL_L, 1, Range::Between(3.9, 5.5));
// Liver
pub const ALT: Analyte = analyte(
    "1742-6",
    ["ALT (liver)", "ALAT (foie)", "ALT (hígado)", "إنزيم الكبد ALT"],
    U_L,
    0,
    Range::Between(10.0, 40.0),
);
pub const AST: Analyte = analyte(
    "1920-8",
    ["AST (liver)", "ASAT (foie)", "AST (hígado)", "إنزيم الكبد AST"],
    U_L,
    0,
    Range::Between(10.0, 40.0),
);
pub const ALP: Analyte = analyte(
    "6768-6",
    ["Alkaline phosphatase", "Phosphatases alcalines", "Fosfatasa alcalina", "الفوسفاتاز القلوية"],
    U_L,
    0,
    Range::Between(30.0, 120.0),
);
pub const BILIRUBIN: Analyte =
    analyte("1975-2", ["Bilirubin", "Bilirubine", "Bilirrubina", "البيليروبين"], MG_DL, 1, Range::Between(0.3, 1.0));
pub const BILIRUBIN_SI: Analyte = analyte("14631-6", BILIRUBIN.names, UMOL_L, 0, Range::Between(5.0, 17.0));
pub const ALBUMIN: Analyte =
    analyte("1751-7", ["Albumin", "Albumine", "Albúmina", "الألبومين"], G_DL, 1, Range::Between(3.5, 5.5));
pub const ALBUMIN_SI: Analyte = analyte("1751-7", ALBUMIN.names, G_L, 0, Range::Between(35.0, 55.0));
// Inflammation, iron, thyroid, fats
pub const CRP: Analyte = analyte(
    "1988-5",
    ["CRP (inflammation)", "CRP (inflammation)", "PCR (inflamación)", "البروتين المتفاعل C"],
    ("mg/L", "mg/L"),
    0,
    Range::AtMost(8.0),
);
pub const FERRITIN: Analyte = analyte(
    "2276-4",
    [
        "Ferritin (iron stores)",
        "Ferritine (réserves de fer)",
        "Ferritina (reservas de hierro)",
        "الفيريتين (مخزون الحديد)",
    ],
    NG_ML,
    0,
    Range::BySex((15.0, 200.0), (30.0, 300.0)),
);
pub const VITAMIN_D: Analyte = analyte(
    "1989-3",
    ["Vitamin D (25-OH)", "Vitamine D (25-OH)", "Vitamina D (25-OH)", "فيتامين د"],
    NG_ML,
    0,
    Range::Words([
        "20 or more is enough for most people",
        "20 ou plus suffit à la plupart des gens",
        "20 o más basta a la mayoría",
        "20 أو أكثر يكفي معظم الناس",
    ]),
);
pub const TSH: Analyte = analyte(
    "3016-3",
    ["TSH (thyroid)", "TSH (thyroïde)", "TSH (tiroides)", "TSH (الغدة الدرقية)"],
    ("mIU/L", "m[IU]/L"),
    2,
    Range::Between(0.5, 4.0),
);
pub const FREE_T4: Analyte = analyte(
    "14920-3",
    ["Free T4 (thyroid)", "T4 libre (thyroïde)", "T4 libre (tiroides)", "T4 الحر"],
    ("pmol/L", "pmol/L"),
    1,
    Range::Between(10.3, 23.2),
);
pub const CHOLESTEROL: Analyte = analyte(
    "2093-3",
    ["Total cholesterol", "Cholestérol total", "Colesterol total", "الكوليسترول الكلي"],
    MG_DL,
    0,
    Range::AtMost(200.0),
);
pub const CHOLESTEROL_SI: Analyte = analyte("14647-2", CHOLESTEROL.names, MMOL_L, 1, Range::AtMost(5.2));
pub const HBA1C: Analyte = analyte(
    "4548-4",
    ["HbA1c (average blood sugar)", "HbA1c (glycémie moyenne)", "HbA1c (glucosa media)", "السكر التراكمي HbA1c"],
    PERCENT,
    1,
    Range::Words([
        "Below 5.7 for people without diabetes",
        "Moins de 5,7 sans diabète",
        "Menos de 5,7 sin diabetes",
        "أقل من 5.7 لغير المصابين بالسكري",
    ]),
);
pub const TESTOSTERONE: Analyte = analyte(
    "14913-8",
    ["Testosterone", "Testostérone", "Testosterona", "التستوستيرون"],
    ("nmol/L", "nmol/L"),
    1,
    Range::Between(8.3, 30.2),
);
pub const INR: Analyte = analyte(
    "6301-6",
    ["INR (clotting time)", "INR (coagulation)", "INR (coagulación)", "INR (زمن التخثر)"],
    ("INR", "{INR}"),
    1,
    Range::Between(0.8, 1.2),
);
// Markers
pub const CEA: Analyte =
    analyte("2039-6", ["CEA", "ACE", "CEA", "المستضد السرطاني المضغي CEA"], NG_ML, 1, Range::AtMost(2.5));
pub const CA_15_3: Analyte =
    analyte("6875-9", ["CA 15-3", "CA 15-3", "CA 15-3", "CA 15-3"], ("U/mL", "[arb'U]/mL"), 0, Range::AtMost(30.0));
/// After treatment a usual range would mislead, so the laboratory sends none.
pub const PSA: Analyte = analyte("2857-1", ["PSA", "PSA", "PSA", "PSA"], NG_ML, 2, Range::None);
// At the bedside
pub const WEIGHT: Analyte = analyte("29463-7", ["Weight", "Poids", "Peso", "الوزن"], ("kg", "kg"), 1, Range::None);
pub const HEIGHT: Analyte = analyte("8302-2", ["Height", "Taille", "Talla", "الطول"], ("cm", "cm"), 0, Range::None);
pub const BODY_MASS: Analyte = analyte(
    "39156-5",
    ["Body mass index", "Indice de masse corporelle", "Índice de masa corporal", "مؤشر كتلة الجسم"],
    ("kg/m²", "kg/m2"),
    1,
    Range::None,
);
pub const TEMPERATURE: Analyte =
    analyte("8310-5", ["Body temperature", "Température", "Temperatura", "حرارة الجسم"], ("°C", "Cel"), 1, Range::None);
pub const PULSE: Analyte = analyte(
    "8867-4",
    ["Heart rate", "Fréquence cardiaque", "Frecuencia cardíaca", "معدل النبض"],
    ("/min", "/min"),
    0,
    Range::None,
);
pub const OXYGEN: Analyte = analyte(
    "59408-5",
    ["Oxygen saturation", "Saturation en oxygène", "Saturación de oxígeno", "إشباع الأكسجين"],
    PERCENT,
    0,
    Range::AtLeast(94.0),
);
pub const QT: Analyte = analyte(
    "8634-8",
    ["QT interval (heart tracing)", "Intervalle QT", "Intervalo QT", "فترة QT في تخطيط القلب"],
    ("ms", "ms"),
    0,
    Range::AtMost(460.0),
);
pub const EJECTION: Analyte = analyte(
    "10230-1",
    ["Heart pumping (ejection fraction)", "Fraction d’éjection", "Fracción de eyección", "الكسر القذفي للقلب"],
    PERCENT,
    0,
    Range::AtLeast(52.0),
);
pub const KI_67: Analyte =
    analyte("85330-9", ["Ki-67 (how fast cells divide)", "Ki-67", "Ki-67", "Ki-67"], PERCENT, 0, Range::None);
pub const BONE_T_SCORE: Analyte = analyte(
    "38267-1",
    ["Bone density, T-score", "Densité osseuse, T-score", "Densidad ósea, T-score", "كثافة العظم"],
    ("T-score", "{T-score}"),
    1,
    Range::Words([
        "Above −1.0: usual. Below −2.5: osteoporosis",
        "Au-dessus de −1,0 : habituel. Au-dessous de −2,5 : ostéoporose",
        "Más de −1,0: habitual. Menos de −2,5: osteoporosis",
        "أعلى من 1.0-: معتاد. أقل من 2.5-: هشاشة عظام",
    ]),
);
