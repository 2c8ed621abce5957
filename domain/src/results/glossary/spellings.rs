//! How reports spell the words that are explained: English, French, Spanish, Arabic, without
//! regard to capitals and accents, Arabic without the article. Abbreviations stand here only when
//! they mean nothing else. `#` is any step of a scale (`2`, `IV`, `IIa`).

use super::Term::{
    self, Adenocarcinoma, Anaemia, Benign, Biopsy, Calcification, Carcinoma, Contrast, Cyst, Effusion, Grade, Her2,
    InSitu, Invasive, Ki67, Lesion, LymphNode, Lymphadenopathy, LymphovascularInvasion, Malignant, Margin, Mass,
    Metastasis, Mutation, Necrosis, Neutropenia, Nodule, Oedema, OestrogenReceptor, PoorlyDifferentiated,
    ProgesteroneReceptor, Progression, Recurrence, Remission, StableDisease, Stage, Thrombocytopenia, Tumour,
    Unremarkable, Uptake, WellDifferentiated,
};

#[rustfmt::skip]
pub const SPELLINGS: [(Term, &[&str]); 40] = [
    (Adenocarcinoma, &[
        "adenocarcinoma", "adenocarcinomas", "adénocarcinome", "adénocarcinomes", "سرطانة غدية", "سرطان غدي",
        "كارسينوما غدية",
    ]),
    (Anaemia, &["anaemia", "anemia", "anémie", "فقر الدم", "فقر دم"]),
    (Benign, &["benign", "bénin", "bénins", "bénigne", "bénignes", "benigno", "benignos", "benigna", "benignas", "حميد", "حميدة"]),
    (Biopsy, &["biopsy", "biopsies", "biopsie", "biopsia", "biopsias", "خزعة", "خزعات"]),
    (Calcification, &[
        "calcification", "calcifications", "microcalcification", "microcalcifications", "calcificación", "calcificaciones",
        "microcalcificación", "microcalcificaciones", "تكلس", "تكلسات",
    ]),
    (Carcinoma, &["carcinoma", "carcinomas", "carcinome", "carcinomes", "سرطانة", "كارسينوما"]),
    (Contrast, &[
        "contrast", "contrast agent", "contrast medium", "contrast material", "produit de contraste", "contraste", "medio de contraste",
        "مادة التباين", "مادة الظليلة", "مادة ظليلة", "صبغة التباين",
    ]),
    (Cyst, &["cyst", "cysts", "kyste", "kystes", "quiste", "quistes", "كيسة", "كيسات"]),
    (Effusion, &[
        "effusion", "effusions", "pleural effusion", "pericardial effusion", "épanchement", "épanchements",
        "épanchement pleural", "derrame", "derrames", "derrame pleural", "derrame pericárdico", "انصباب",
        "انصباب جنبي",
    ]),
    (Grade, &[
        "grade", "grades", "grade #", "high grade", "low grade", "intermediate grade", "haut grade", "bas grade",
        "grado #", "grado histológico", "alto grado", "bajo grado", "درجة الورم", "درجة نسيجية",
    ]),
    (Her2, &["HER2", "HER 2"]),
    (InSitu, &[
        "carcinoma in situ", "in situ carcinoma", "melanoma in situ", "in situ component", "carcinome in situ",
        "composante in situ", "mélanome in situ", "componente in situ", "non invasive", "noninvasive", "non invasif", "non infiltrant",
        "موضعي لابد", "سرطانة لابدة", "سرطانة موضعة",
    ]),
    (Invasive, &[
        "invasive", "infiltrating", "invasif", "invasifs", "invasives", "infiltrant", "infiltrante", "infiltrantes",
        "invasivo", "invasiva", "invasor", "invasora", "سرطانة غازية", "سرطان غازي", "ورم غازي",
    ]),
    (Ki67, &["Ki 67", "Ki67"]),
    (Lesion, &["lesion", "lesions", "lésion", "lésions", "lesión", "lesiones", "آفة", "آفات"]),
    (LymphNode, &[
        "lymph node", "lymph nodes", "sentinel node", "sentinel nodes", "sentinel lymph node", "sentinel lymph nodes",
        "ganglions", "ganglion lymphatique", "ganglions lymphatiques", "ganglion sentinelle", "ganglions sentinelles",
        "ganglio", "ganglios", "ganglio linfático", "ganglios linfáticos", "ganglio centinela", "عقدة لمفية",
        "عقد لمفية", "عقدة ليمفاوية", "عقد ليمفاوية", "غدد لمفاوية", "عقدة لمفاوية", "عقد لمفاوية",
    ]),
    (Lymphadenopathy, &[
        "lymphadenopathy", "adenopathy", "lymphadénopathie", "lymphadénopathies", "adénopathie", "adénopathies",
        "linfadenopatía", "linfadenopatías", "adenopatía", "adenopatías", "اعتلال عقد لمفية", "اعتلال عقدي لمفي",
        "تضخم عقد لمفية",
    ]),
    (LymphovascularInvasion, &[
        "lymphovascular invasion", "lymphovascular space invasion", "vascular invasion", "invasion lymphovasculaire",
        "invasion vasculaire", "embole vasculaire", "emboles vasculaires", "invasión linfovascular", "invasión vascular",
        "غزو وعائي لمفي", "غزو لمفي وعائي", "غزو وعائي",
    ]),
    (Malignant, &[
        "malignant", "malignancy", "malignancies", "malin", "malins", "maligne", "malignes", "maligno", "malignos", "maligna",
        "malignas", "خبيث", "خبيثة",
    ]),
    (Margin, &[
        "margin", "margins", "resection margin", "resection margins", "surgical margin", "surgical margins", "marge", "marges",
        "marges de résection", "margen", "márgenes", "márgenes quirúrgicos", "margen quirúrgico", "حواف جراحية",
        "حافة جراحية", "هامش جراحي", "هوامش جراحية", "حواف استئصال",
    ]),
    (Mass, &["mass", "masses", "masse", "masa", "masas", "كتلة", "كتل"]),
    (Metastasis, &[
        "metastasis", "metastases", "metastatic", "métastase", "métastases", "métastatique", "métastatiques", "metastásico",
        "metastásica", "metastásicos", "metastásicas", "metastático", "metastática", "نقيلة", "نقائل", "نقيلي", "نقيلية",
    ]),
    (Mutation, &[
        "mutation", "mutations", "gene mutation", "gene variant", "mutación", "mutaciones", "طفرة", "طفرات",
    ]),
    (Necrosis, &["necrosis", "necrotic", "nécrose", "nécroses", "nécrotique", "necrótico", "necrótica", "نخر"]),
    (Neutropenia, &["neutropenia", "neutropenic", "neutropénie", "neutropénique", "neutropénico", "قلة العدلات", "نقص العدلات"]),
    (Nodule, &["nodule", "nodules", "nódulo", "nódulos", "عقيدة", "عقيدات"]),
    (Oedema, &["oedema", "edema", "œdème", "œdèmes", "edemas", "وذمة", "وذمات"]),
    (OestrogenReceptor, &[
        "estrogen receptor", "estrogen receptors", "oestrogen receptor", "oestrogen receptors", "récepteur aux œstrogènes",
        "récepteurs aux œstrogènes", "récepteur des œstrogènes", "récepteurs des œstrogènes", "récepteurs d œstrogènes",
        "récepteurs œstrogéniques", "receptor de estrógeno", "receptor de estrógenos", "receptores de estrógeno",
        "receptores de estrógenos", "receptores estrogénicos", "مستقبل استروجين", "مستقبلات استروجين", "مستقبلات استروجيني",
    ]),
    (PoorlyDifferentiated, &[
        "poorly differentiated", "undifferentiated", "peu différencié", "peu différenciée", "peu différenciés",
        "peu différenciées", "indifférencié", "indifférenciée", "poco diferenciado", "poco diferenciada",
        "pobremente diferenciado", "pobremente diferenciada", "mal diferenciado", "mal diferenciada", "indiferenciado",
        "indiferenciada", "ضعيف تمايز", "ضعيفة تمايز", "سيئ تمايز", "سيئة تمايز", "قليل تمايز", "قليلة تمايز",
    ]),
    (ProgesteroneReceptor, &[
        "progesterone receptor", "progesterone receptors", "récepteur à la progestérone", "récepteurs à la progestérone",
        "récepteur de la progestérone", "récepteurs de la progestérone", "récepteurs de progestérone",
        "receptor de progesterona", "receptores de progesterona", "مستقبل بروجستيرون", "مستقبلات بروجستيرون",
        "مستقبل بروجسترون", "مستقبلات بروجسترون",
    ]),
    (Progression, &[
        "progression", "progressive disease", "disease progression", "progression tumorale", "progresión",
        "progresión tumoral", "enfermedad progresiva", "تقدم مرض", "تفاقم مرض", "ترقي مرض",
    ]),
    (Recurrence, &[
        "recurrence", "recurrences", "local recurrence", "relapse", "relapses", "récidive", "récidives", "rechute", "rechutes",
        "recidiva", "recidivas", "recurrencia", "recurrencias", "recaída", "recaídas", "نكس", "انتكاس", "انتكاسة", "رجوع مرض",
    ]),
    (Remission, &[
        "remission", "complete remission", "partial remission", "rémission", "rémission complète", "rémission partielle",
        "remisión", "remisión completa", "remisión parcial", "هدأة", "هجوع",
    ]),
    (StableDisease, &[
        "stable disease", "maladie stable", "maladie stabilisée", "enfermedad estable", "مرض مستقر", "مرض ثابت",
    ]),
    (Stage, &[
        "stage #", "staging", "tumour stage", "tumor stage", "cancer stage", "stade #", "stade tumoral", "estadio #",
        "estadificación", "estadio tumoral", "مرحلة سرطان", "مرحلة ورم", "مرحلة #",
    ]),
    (Thrombocytopenia, &[
        "thrombocytopenia", "thrombopenia", "thrombopénie", "thrombocytopénie", "trombocitopenia", "trombopenia",
        "plaquetopenia", "قلة صفيحات", "نقص صفيحات", "نقص صفائح",
    ]),
    (Tumour, &["tumour", "tumours", "tumor", "tumors", "tumeur", "tumeurs", "tumores", "ورم", "أورام"]),
    (Unremarkable, &[
        "unremarkable", "sans particularité", "sans particularités", "sin particularidades", "sin hallazgos significativos",
        "sin alteraciones", "دون ملاحظات", "لا يلفت النظر",
    ]),
    (Uptake, &[
        "uptake", "tracer uptake", "FDG uptake", "hypermetabolic", "fixation du traceur", "fixation du FDG",
        "fixation pathologique", "hyperfixation", "hypermétabolique", "captación",
        "hipercaptación", "hipermetabólico", "hipermetabólica", "قبط", "التقاط مادة مشعة",
    ]),
    (WellDifferentiated, &[
        "well differentiated", "bien différencié", "bien différenciée", "bien différenciés", "bien différenciées",
        "bien diferenciado", "bien diferenciada", "bien diferenciados", "bien diferenciadas", "جيد تمايز", "جيدة تمايز",
    ]),
];

/// Phrases in which one of these words means something else.
pub const SOMETHING_ELSE: &[&str] = &[
    "body mass",
    "muscle mass",
    "bone mass",
    "fat mass",
    "lean mass",
    "masse corporelle",
    "masse musculaire",
    "masse osseuse",
    "masse grasse",
    "masa corporal",
    "masa muscular",
    "masa ósea",
    "masa grasa",
    "كتلة جسم",
    "كتلة عضلية",
    "in contrast",
    "by contrast",
    "en contraste",
    "por contraste",
    "par contraste",
    "progression free",
    "recurrence free",
    "relapse free",
    "metastasis free",
    "minimally invasive",
    "invasive procedure",
    "invasive procedures",
    "invasive ventilation",
    "mini invasive",
    "mínimamente invasiva",
    "mínimamente invasivo",
    "low grade fever",
    "low grade temperature",
    "high grade fever",
    "tumor necrosis factor",
    "tumour necrosis factor",
    "derrame cerebral",
    "undifferentiated connective",
    "ganglions de la base",
    "ganglios basales",
    "ganglios de la base",
    "safety margin",
    "marge de sécurité",
    "margen de seguridad",
    "internal fixation",
    "fixation interne",
    "fixation of",
];
