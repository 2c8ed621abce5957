//! Étienne Marchais, 67: prostate cancer, operated eight years ago, radiation five years ago, well
//! since. Ten years of PSA, much of it "less than", and the yearly round of follow-up.

use jiff::civil::{Date, date};
use serde_json::json;

use super::{
    Life,
    analyte::{self, Range},
    bundle::{Chart, Language, Person, Ref, Sex, snomed},
    days::{Moment, back, workday_back},
    event::{
        a_diagnosis, a_medicine, a_plan, a_procedure, a_radiation, a_stay, a_team, a_vaccine, a_visit, an_appointment,
        an_infusion, daily,
    },
    observation::{Flag, Observation, blood_pressure, quantity},
    panel::a_panel,
    report::{Letter, a_pathology_report, an_imaging_report},
};

struct Staff {
    family_doctor: Ref,
    urologist: Ref,
    radiotherapist: Ref,
    nurse: Ref,
    hospital: Ref,
    laboratory: Ref,
}

pub fn life(today: Date) -> Life {
    let person = Person {
        slug: "after-treatment",
        name: "Étienne Marchais",
        given: "Étienne",
        family: "Marchais",
        latin: None,
        sex: Sex::Male,
        birth_date: date(today.year() - 67, 1, 15),
        language: Language::French,
        phone: "+44 1632 960103",
    };
    let mut chart = Chart::of(&person, today);
    let staff = Staff {
        family_doctor: chart.practitioner("Dre", "Solène", "Kervadec", "Médecine générale"),
        urologist: chart.practitioner("Dr", "Aurélien", "Besnault", "Urologie"),
        radiotherapist: chart.practitioner("Dre", "Mathilde", "Orsay-Lenoir", "Radiothérapie"),
        nurse: chart.practitioner("", "Yvon", "Caradec", "Infirmier de suivi"),
        hospital: chart.organization("Centre de cancérologie de la Rive", "+44 1632 960200"),
        laboratory: chart.organization("Laboratoire de la Rive", "+44 1632 960210"),
    };
    before(&mut chart, &staff);
    markers(&mut chart, &staff);
    found_and_operated(&mut chart, &staff);
    radiation(&mut chart, &staff);
    for year in 0..8 {
        yearly(&mut chart, &staff, year);
    }
    bones(&mut chart, &staff);
    odd_tests(&mut chart, &staff);
    ahead(&mut chart, &staff);
    Life::new(&person, "After treatment: prostate cancer, ten years of results", chart)
}

fn before(chart: &mut Chart, staff: &Staff) {
    a_diagnosis("55822004", "Cholestérol élevé", "active")
        .on(&Moment::year(chart.years_ago(14)))
        .by(&staff.family_doctor)
        .file(chart);
    a_procedure("80146002", "Opération de l’appendicite").on(&Moment::year(chart.years_ago(49))).file(chart);
    a_medicine("83367", "Atorvastatine 20 mg")
        .on(&Moment::month(chart.years_ago(13)))
        .take("Un comprimé le soir", &daily(1, 1), Some(20.0))
        .by(&staff.family_doctor)
        .file(chart);
    Observation::coded("72166-2", "Tabac", "social-history")
        .finding("266919005", "N’a jamais fumé")
        .on(&Moment::year(chart.years_ago(10)))
        .file(chart);
    for year in 0..6 {
        a_vaccine("88", "Grippe").on(&Moment::day(chart.autumn(year))).file(chart);
    }
    a_vaccine("187", "Zona").on(&Moment::month(chart.ago(900))).file(chart);
}

/// Days back and what was measured; `Err` is a value below what the method can see.
const MARKERS: [(i64, Result<f64, f64>); 24] = [
    (3_640, Ok(3.19)),
    (3_270, Ok(4.22)),
    (3_010, Ok(6.83)),
    (2_950, Ok(7.16)),
    (2_760, Err(0.1)),
    (2_670, Err(0.1)),
    (2_580, Err(0.1)),
    (2_400, Err(0.1)),
    (2_215, Err(0.1)),
    (2_120, Ok(0.11)),
    (2_030, Ok(0.17)),
    (1_945, Ok(0.26)),
    (1_690, Err(0.05)),
    (1_600, Err(0.05)),
    (1_510, Err(0.05)),
    (1_330, Err(0.05)),
    (1_145, Err(0.05)),
    (1_050, Ok(0.06)),
    (960, Err(0.05)),
    (780, Err(0.05)),
    (600, Err(0.05)),
    (415, Err(0.05)),
    (230, Err(0.05)),
    (6, Err(0.05)),
];

fn markers(chart: &mut Chart, staff: &Staff) {
    for (days, measured) in MARKERS {
        let moment = Moment::at(chart.ago(days), 7, 50);
        // Before the operation the laboratory gave its range; after it none applies.
        let analyte = if days > 2_900 { analyte::PSA.with_range(Range::AtMost(4.0)) } else { analyte::PSA };
        let value = match measured {
            Ok(value) => Observation::of(analyte).is(value),
            Err(limit) => Observation::of(analyte).beyond("<", limit),
        };
        let value = match days {
            1_050 => value.note("Contrôle proposé à trois mois ; une hausse isolée est fréquente."),
            1_690 => value.method("Méthode ultrasensible : limite abaissée de 0,1 à 0,05 ng/mL"),
            _ => value,
        };
        let doctor = if days > 2_900 { &staff.family_doctor } else { &staff.urologist };
        a_panel("2857-1", "Dosage du PSA")
            .on(moment)
            .by(&staff.laboratory)
            .ordered_by(doctor)
            .sample("Sang veineux")
            .value(value)
            .file(chart);
    }
    for (days, value) in [(1_690, 0.9), (1_330, 6.4), (960, 11.8), (600, 12.3), (230, 12.1)] {
        Observation::of(analyte::TESTOSTERONE)
            .is(value)
            .on(&Moment::at(chart.ago(days), 7, 50))
            .by(&staff.laboratory)
            .file(chart);
    }
}

fn found_and_operated(chart: &mut Chart, staff: &Staff) {
    let day = chart.ago(2_930);
    an_imaging_report("18748-4", "IRM de la prostate")
        .on(&Moment::at(day, 17, 0))
        .by(&staff.urologist, &staff.hospital)
        .ordered_by(&staff.urologist)
        .conclusion("Une zone suspecte de 13 mm à gauche (PI-RADS 4), sans dépasser la prostate.")
        .file(chart);
    let day = chart.ago(2_910);
    a_procedure("65575008", "Biopsie de la prostate")
        .on(&Moment::day(day))
        .by(&staff.urologist)
        .outcome("Douze prélèvements, dont quatre ciblés")
        .file(chart);
    a_pathology_report("11526-1", "Biopsie de la prostate")
        .on(&Moment::day(day))
        .by(&staff.urologist, &staff.laboratory)
        .sample("Douze prélèvements de la prostate")
        .finding(&snomed("399490008", "Adénocarcinome de la prostate"))
        .conclusion("Adénocarcinome, score de Gleason 7 (3 + 4), sur cinq prélèvements sur douze.")
        .file(chart);
    a_diagnosis("399068003", "Cancer de la prostate", "remission")
        .on(&Moment::month(day))
        .by(&staff.urologist)
        .stage("pT2c pN0, Gleason 7 (3 + 4)")
        .note("Sans signe de maladie depuis la radiothérapie.")
        .file(chart);
    let day = chart.ago(2_850);
    let stay = a_stay("Hospitalisation pour l’opération", back(day, 1), back(day, -4))
        .by(&staff.urologist)
        .at(&staff.hospital)
        .file(chart);
    a_procedure("90470006", "Ablation de la prostate")
        .on(&Moment::at(day, 8, 30))
        .by(&staff.urologist)
        .with("category", snomed("387713003", "Chirurgie"))
        .outcome("Opération sans difficulté, un nerf conservé")
        .with("complication", json!([{"text": "Fuites urinaires pendant quatre mois"}]))
        .during(&stay)
        .file(chart);
    let results = [
        Observation::coded("21894-1", "Ganglions examinés", "laboratory").count(11),
        Observation::coded("21893-3", "Ganglions atteints", "laboratory").count(0),
    ]
    .map(|value| value.on(&Moment::day(day)).by(&staff.laboratory).file(chart));
    a_pathology_report("11526-1", "Pièce opératoire : prostate")
        .on(&Moment::day(day))
        .issued(&Moment::at(chart.ago(2_838), 11, 10))
        .by(&staff.urologist, &staff.laboratory)
        .results(&results)
        .conclusion("pT2c pN0, Gleason 7 (3 + 4). Marge atteinte sur 1 mm à la pointe.")
        .text(
            "PIÈCE OPÉRATOIRE\n\nProstate de 48 g. Adénocarcinome des deux côtés, Gleason 7 (3 + 4), \
             limité à la prostate.\nVésicules séminales : indemnes.\nMarges : atteinte sur 1 mm à la \
             pointe.\nGanglions : 0 atteint sur 11.\n\nConclusion : pT2c pN0 R1.",
        )
        .file(chart);
}

fn radiation(chart: &mut Chart, staff: &Staff) {
    let (first, last) = (chart.ago(1_860), chart.ago(1_814));
    a_visit("Consultation de radiothérapie", chart.ago(1_920), 14, 40)
        .by(&staff.radiotherapist)
        .at(&staff.hospital)
        .because("Le PSA remonte lentement")
        .file(chart);
    a_radiation("Radiothérapie de la loge prostatique, 66 Gy en 33 séances", first, last)
        .by(&staff.radiotherapist)
        .site("Loge prostatique")
        .outcome("Toutes les séances faites")
        .file(chart);
    for days in [1_890, 1_800] {
        an_infusion("50610", "Goséréline 10,8 mg, implant")
            .on(&Moment::day(chart.ago(days)))
            .by(&staff.nurse)
            .note("Un implant agit trois mois.")
            .file(chart);
    }
    a_procedure("367336001", "Hormonothérapie de six mois")
        .over(&Moment::month(chart.ago(1_890)), Some(&Moment::month(chart.ago(1_710))))
        .with("category", snomed("367336001", "Traitement du cancer"))
        .file(chart);
    Letter {
        code: "18842-5",
        title: "Fin de la radiothérapie",
        on: Moment::at(last, 17, 0),
        by: &staff.radiotherapist,
        text: "Cher Monsieur Marchais,\n\nVos 33 séances sont terminées. Vous les avez bien supportées, \
               avec un peu de fatigue et des envies d’uriner plus fréquentes qui passent en quelques \
               semaines.\n\nLe PSA sera dosé dans trois mois, puis deux fois par an. Appelez si vous \
               voyez du sang dans les urines ou les selles.\n\nMathilde Orsay-Lenoir",
        pdf: &[
            "Cher Monsieur Marchais,",
            "",
            "Vos 33 séances sont terminées. Vous les avez bien supportées, avec un peu",
            "de fatigue et des envies d'uriner plus fréquentes.",
            "",
            "Dose : 66 Gy en 33 séances sur la loge prostatique.",
            "Suite : PSA dans trois mois, puis deux fois par an.",
            "",
            "Appelez si vous voyez du sang dans les urines ou les selles.",
            "",
            "Dre Mathilde Orsay-Lenoir",
            "Centre de cancérologie de la Rive, +44 1632 960200",
        ],
    }
    .file(chart);
}

/// The yearly visit, `year` years ago.
fn yearly(chart: &mut Chart, staff: &Staff, year: i64) {
    let day = chart.ago(5 + year * 365);
    let visit = a_visit("Visite annuelle", day, 9, 30)
        .by(&staff.urologist)
        .at(&staff.hospital)
        .because("Suivi après cancer de la prostate")
        .file(chart);
    let upper = chart.chance.around(128.0, 8.0);
    let weight = chart.chance.around(81.0, 1.5);
    let values = [
        blood_pressure(chart, upper, 79.0),
        Observation::of(analyte::WEIGHT).is(weight),
        Observation::coded("", "Fuites urinaires", "survey")
            .finding("", ["Aucune", "Aucune", "Quelques gouttes à l’effort"][usize::try_from(year / 3).unwrap_or(0)]),
    ];
    for (value, category) in values.into_iter().zip(["vital-signs", "vital-signs", "survey"]) {
        value.category(category).on(&Moment::at(day, 9, 5)).by(&staff.nurse).during(&visit).file(chart);
    }
    let around = |chart: &mut Chart, centre, spread| chart.chance.around(centre, spread);
    let values = [
        (analyte::HEMOGLOBIN_SI, around(chart, 147.0, 5.0)),
        (analyte::WHITE_CELLS, around(chart, 6.2, 0.9)),
        (analyte::PLATELETS, around(chart, 231.0, 25.0)),
        (analyte::CREATININE_SI, around(chart, 88.0, 6.0)),
        (analyte::EGFR, around(chart, 80.0, 4.0)),
        (analyte::GLUCOSE_SI, around(chart, 5.3, 0.3)),
        (analyte::CHOLESTEROL_SI, around(chart, 4.9, 0.5)),
        (analyte::ALP, around(chart, 76.0, 9.0)),
        (analyte::VITAMIN_D, around(chart, 27.0, 6.0)),
    ];
    a_panel("24323-8", "Bilan sanguin annuel")
        .on(Moment::at(workday_back(day, 1), 7, 50))
        .by(&staff.laboratory)
        .ordered_by(&staff.family_doctor)
        .sample("Sang veineux")
        .values(&values)
        .file(chart);
}

fn bones(chart: &mut Chart, staff: &Staff) {
    for (days, spine, words) in [
        (1_650, -1.3, "Densité osseuse un peu basse. À refaire dans deux à trois ans."),
        (590, -1.1, "Densité osseuse un peu basse, stable. Marche et vitamine D à poursuivre."),
    ] {
        let moment = Moment::at(chart.ago(days), 15, 0);
        let score = Observation::of(analyte::BONE_T_SCORE)
            .is(spine)
            .category("imaging")
            .site("Colonne lombaire")
            .on(&moment)
            .by(&staff.hospital)
            .file(chart);
        an_imaging_report("38269-7", "Densitométrie osseuse (DEXA)")
            .on(&moment)
            .by(&staff.urologist, &staff.hospital)
            .ordered_by(&staff.urologist)
            .results(&[score])
            .conclusion(words)
            .file(chart);
    }
    a_medicine("2418", "Vitamine D3, ampoule de 50 000 UI")
        .on(&Moment::day(chart.ago(1_640)))
        .take("Une ampoule le premier de chaque mois", &json!({"frequency": 1, "period": 1, "periodUnit": "mo"}), None)
        .by(&staff.family_doctor)
        .file(chart);
}

/// Urine after radiation: values that are a range and a stretch of time.
fn odd_tests(chart: &mut Chart, staff: &Staff) {
    let day = chart.ago(412);
    let per_field = ("par champ", "/[HPF]");
    Observation::coded("13945-1", "Globules rouges dans les urines", "laboratory")
        .between(&quantity(2.0, 0, per_field), &quantity(5.0, 0, per_field))
        .range_in_words("0 à 2 par champ")
        .flag(Flag::Unusual)
        .on(&Moment::day(day))
        .by(&staff.laboratory)
        .note("Quelques globules rouges, possible longtemps après la radiothérapie.")
        .file(chart);
    Observation::coded("", "Recueil des urines", "laboratory")
        .lasted(&Moment::at(back(day, 1), 7, 0), &Moment::at(day, 7, 0))
        .over(&Moment::at(back(day, 1), 7, 0), &Moment::at(day, 7, 0))
        .by(&staff.laboratory)
        .file(chart);
    a_procedure("24139008", "Cystoscopie")
        .on(&Moment::day(chart.ago(380)))
        .by(&staff.urologist)
        .because("Un peu de sang dans les urines")
        .outcome("Vessie un peu irritée par les rayons, rien d’autre")
        .file(chart);
    latest_letter(chart, staff);
}

fn latest_letter(chart: &mut Chart, staff: &Staff) {
    Letter {
        code: "11506-3",
        title: "Compte rendu de la visite annuelle",
        on: Moment::at(chart.ago(5), 17, 0),
        by: &staff.urologist,
        text: "Monsieur Marchais va bien. Il marche tous les jours et a repris la chorale.\n\nPSA : \
               moins de 0,05 ng/mL, comme l’an dernier. Examen sans particularité. Plus de sang dans \
               les urines depuis un an.\n\nLa fatigue des premiers mois a disparu. Nous avons parlé de \
               la sexualité ; une consultation dédiée est proposée.\n\nProchaine visite dans un an, \
               PSA dans six mois.\n\nAurélien Besnault",
        pdf: &[],
    }
    .file(chart);
}

fn ahead(chart: &mut Chart, staff: &Staff) {
    a_plan(
        "Suivi après traitement",
        &Moment::month(chart.ago(1_800)),
        &[
            ("PSA deux fois par an", "in-progress"),
            ("Visite annuelle", "in-progress"),
            ("Densitométrie tous les trois ans", "scheduled"),
            ("Marche, 30 minutes cinq fois par semaine", "in-progress"),
            ("Rééducation du périnée", "completed"),
        ],
    )
    .by(&staff.urologist)
    .file(chart);
    a_team(
        "Équipe de suivi",
        &[
            (&staff.urologist, "Urologue"),
            (&staff.nurse, "Infirmier de suivi"),
            (&staff.family_doctor, "Médecin traitant"),
        ],
    )
    .over(&Moment::year(chart.ago(1_800)), None)
    .file(chart);
    an_appointment("Prise de sang : PSA", chart.ahead(178), 7, 45).by(&staff.nurse).file(chart);
    an_appointment("Visite annuelle", chart.ahead(360), 9, 0)
        .by(&staff.urologist)
        .prepare("Apportez vos questions et la liste de vos médicaments.")
        .file(chart);
    a_medicine("", "Sildénafil 50 mg")
        .on(&Moment::day(chart.ago(5)))
        .when_needed("Un comprimé au besoin, une fois par jour au plus", "Troubles de l’érection")
        .by(&staff.urologist)
        .status("on-hold", "En attente de l’avis du cardiologue")
        .file(chart);
    Observation::of(analyte::HBA1C)
        .absent("not-performed")
        .on(&Moment::day(chart.ago(5)))
        .by(&staff.laboratory)
        .note("Non fait : oublié sur la demande, prévu au prochain bilan.")
        .file(chart);
}
