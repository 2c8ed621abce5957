//! Tomás Arrieta, 58: colon cancer, operated, now in cycle 7 of chemotherapy every two weeks.
//!
//! Two years of record. Its clock is the Tuesday on which cycle 7 began, three to nine days ago;
//! the cycles themselves are in [`cycles`].

mod cycles;

use jiff::civil::{Date, date};
use serde_json::json;

use super::{
    Life, analyte,
    bundle::{Chart, Language, Person, Ref, Sex, snomed},
    days::{Moment, back},
    event::{
        a_diagnosis, a_medicine, a_plan, a_procedure, a_stay, a_team, a_vaccine, a_visit, an_appointment,
        an_own_medicine, daily,
    },
    observation::{Flag, Observation, blood_pressure},
    panel::a_panel,
    report::{Letter, a_pathology_report, an_imaging_report},
};

struct Staff {
    family_doctor: Ref,
    oncologist: Ref,
    surgeon: Ref,
    nurse: Ref,
    radiologist: Ref,
    pathologist: Ref,
    hospital: Ref,
    laboratory: Ref,
}

pub fn life(today: Date) -> Life {
    let person = Person {
        slug: "in-chemotherapy",
        name: "Tomás Arrieta Luján",
        given: "Tomás",
        family: "Arrieta Luján",
        latin: None,
        sex: Sex::Male,
        birth_date: date(today.year() - 58, 1, 22),
        language: Language::Spanish,
        phone: "+44 1632 960102",
    };
    let mut chart = Chart::of(&person, today);
    let staff = Staff {
        family_doctor: chart.practitioner("Dra.", "Inés", "Valcárcel", "Medicina de familia"),
        oncologist: chart.practitioner("Dr.", "Mateo", "Sanzol", "Oncología médica"),
        surgeon: chart.practitioner("Dra.", "Elvira", "Monteagudo", "Cirugía digestiva"),
        nurse: chart.practitioner("", "Rosa", "Iturbe", "Enfermería de oncología"),
        radiologist: chart.practitioner("Dr.", "Gonzalo", "Pedrosa", "Radiología"),
        pathologist: chart.practitioner("Dra.", "Amaia", "Lecumberri", "Anatomía patológica"),
        hospital: chart.organization("Centro Oncológico de la Ribera", "+44 1632 960200"),
        laboratory: chart.organization("Laboratorio de la Ribera", "+44 1632 960210"),
    };
    // Tuesday, at least three days back: today's weekday decides how many.
    let first_day = {
        let day = back(today, 3);
        back(day, i64::from((day.weekday().to_monday_zero_offset() + 6) % 7))
    };
    before(&mut chart, &staff);
    found(&mut chart, &staff, first_day);
    operated(&mut chart, &staff, first_day);
    cycles::all(&mut chart, &staff, first_day);
    ahead(&mut chart, &staff, first_day);
    let life = Life::new(&person, "In chemotherapy: colon cancer, cycle 7 of 12", chart);
    Life { care: Some(cycles::care(first_day)), ..life }
}

/// Two years of ordinary check-ups.
fn before(chart: &mut Chart, staff: &Staff) {
    a_diagnosis("38341003", "Tensión arterial alta", "active")
        .on(&Moment::year(chart.years_ago(9)))
        .by(&staff.family_doctor)
        .file(chart);
    Observation::coded("72166-2", "Tabaco", "social-history")
        .finding("8517006", "Exfumador: lo dejó hace unos doce años")
        .on(&Moment::month(chart.ago(725)))
        .file(chart);
    for year in [1, 0] {
        let flu = Moment::day(chart.autumn(year));
        a_vaccine("88", "Gripe").on(&flu).file(chart);
    }
    a_vaccine("33", "Neumococo").on(&Moment::month(chart.autumn(1))).file(chart);
    for (days, hemoglobin, ferritin, upper) in
        [(728, 15.1, 96.0, 148.0), (545, 14.6, 58.0, 139.0), (362, 13.7, 31.0, 136.0)]
    {
        let day = chart.ago(days);
        a_visit("Revisión en el centro de salud", day, 9, 15)
            .by(&staff.family_doctor)
            .because("Control de la tensión")
            .file(chart);
        blood_pressure(chart, upper, 84.0).on(&Moment::at(day, 9, 5)).by(&staff.family_doctor).file(chart);
        let weight = chart.chance.around(84.0, 1.0);
        Observation::of(analyte::WEIGHT).is(weight).category("vital-signs").on(&Moment::at(day, 9, 5)).file(chart);
        a_panel("58410-2", "Análisis de sangre")
            .on(Moment::at(day, 8, 10))
            .by(&staff.laboratory)
            .ordered_by(&staff.family_doctor)
            .values(&[
                (analyte::HEMOGLOBIN, hemoglobin),
                (analyte::FERRITIN, ferritin),
                (analyte::CREATININE, 0.92),
                (analyte::GLUCOSE, 96.0),
                (analyte::CHOLESTEROL, 214.0),
            ])
            .value(Observation::coded("49541-6", "En ayunas", "laboratory").yes_or_no(true))
            .file(chart);
    }
}

fn found(chart: &mut Chart, staff: &Staff, first_day: Date) {
    let tested = back(first_day, 172);
    Observation::coded("29771-3", "Sangre oculta en heces", "laboratory")
        .finding("10828004", "Positiva")
        .flag(Flag::Unusual)
        .range_in_words("Negativa")
        .on(&Moment::day(tested))
        .by(&staff.laboratory)
        .file(chart);
    let day = back(first_day, 160);
    let colonoscopy = a_procedure("73761001", "Colonoscopia")
        .on(&Moment::at(day, 11, 0))
        .by(&staff.surgeon)
        .because("Sangre oculta en heces")
        .site("Colon ascendente")
        .outcome("Una lesión de 4 cm en el colon ascendente; se toman seis biopsias")
        .file(chart);
    an_imaging_report("18746-8", "Informe de la colonoscopia")
        .on(&Moment::at(day, 11, 0))
        .by(&staff.surgeon, &staff.hospital)
        .conclusion(
            "Lesión de unos 4 cm en el colon ascendente, sospechosa. Dos pólipos pequeños en el \
             sigma, extirpados.",
        )
        .file(chart);
    let day = back(first_day, 154);
    a_pathology_report("11526-1", "Biopsia de colon")
        .on(&Moment::at(day, 13, 0))
        .by(&staff.pathologist, &staff.laboratory)
        .ordered_by(&staff.surgeon)
        .sample("Seis biopsias del colon ascendente")
        .finding(&snomed("408645001", "Adenocarcinoma de colon"))
        .conclusion("Adenocarcinoma de colon, moderadamente diferenciado.")
        .file(chart);
    let day = back(first_day, 151);
    an_imaging_report("24627-2", "TAC de tórax, abdomen y pelvis")
        .on(&Moment::at(day, 9, 30))
        .by(&staff.radiologist, &staff.hospital)
        .ordered_by(&staff.surgeon)
        .conclusion(
            "Engrosamiento del colon ascendente y algunos ganglios vecinos. Sin metástasis en \
             pulmón ni en hígado.",
        )
        .text(
            "TAC DE TÓRAX, ABDOMEN Y PELVIS\n\nMotivo: cáncer de colon, estudio antes de operar.\n\n\
             Tórax: sin nódulos.\nHígado: dos quistes simples.\nColon: pared engrosada en 4,2 cm en \
             el colon ascendente. Cuatro ganglios de hasta 9 mm al lado.\nHueso: sin lesiones.\n\n\
             Conclusión: tumor del colon ascendente con ganglios cercanos visibles. Sin \
             enfermedad a distancia.",
        )
        .file(chart);
    let day = back(first_day, 147);
    a_visit("Consulta de cirugía", day, 12, 30)
        .by(&staff.surgeon)
        .at(&staff.hospital)
        .because("Resultados y preparación de la operación")
        .file(chart);
    a_diagnosis("363406005", "Cáncer de colon", "active")
        .on(&Moment::day(back(first_day, 154)))
        .by(&staff.surgeon)
        .site("Colon ascendente")
        .stage("Estadio IIIB (pT3 pN1b cM0)")
        .with("evidence", json!([{"detail": [colonoscopy.by_address()]}]))
        .file(chart);
    a_panel("58410-2", "Análisis antes de operar")
        .on(Moment::at(day, 8, 0))
        .by(&staff.laboratory)
        .ordered_by(&staff.surgeon)
        .sample("Sangre venosa")
        .values(&[
            (analyte::WHITE_CELLS, 7.4),
            (analyte::HEMOGLOBIN, 11.2),
            (analyte::PLATELETS, 372.0),
            (analyte::FERRITIN, 8.0),
            (analyte::CREATININE, 0.94),
            (analyte::INR, 1.0),
            (analyte::CEA, 14.2),
        ])
        .file(chart);
}

fn operated(chart: &mut Chart, staff: &Staff, first_day: Date) {
    let day = back(first_day, 134);
    let home = back(first_day, 128);
    let stay = a_stay("Ingreso para operación", back(day, 1), home)
        .by(&staff.surgeon)
        .at(&staff.hospital)
        .because("Cáncer de colon")
        .file(chart);
    a_procedure("43075005", "Extirpación del colon derecho por laparoscopia")
        .on(&Moment::at(day, 9, 0))
        .by(&staff.surgeon)
        .with("category", snomed("387713003", "Cirugía"))
        .outcome("Sin complicaciones; sin bolsa")
        .during(&stay)
        .file(chart);
    Letter {
        code: "18842-5",
        title: "Informe de alta",
        on: Moment::at(home, 17, 0),
        by: &staff.surgeon,
        text: "Estimado Tomás:\n\nSe le operó para extirpar el tumor del colon derecho. Todo fue según \
               lo previsto y no necesitó bolsa.\n\nEn casa: camine cada día, no levante más de 5 kg \
               durante seis semanas, beba bastante. Los puntos se retiran en su centro de \
               salud.\n\nLlame si tiene fiebre, si la herida se pone roja o supura, o si vomita y no \
               puede beber.\n\nEl resultado del laboratorio llega en unos diez días y lo hablaremos \
               en consulta.\n\nElvira Monteagudo",
        pdf: &[],
    }
    .file(chart);
    let nodes = [
        Observation::coded("21894-1", "Ganglios examinados", "laboratory").count(18),
        Observation::coded("21893-3", "Ganglios con cáncer", "laboratory").count(3),
        Observation::coded("81695-9", "Reparación del ADN (MSI)", "laboratory")
            .words("Estable (MSS)")
            .method("Inmunohistoquímica"),
    ]
    .map(|value| value.on(&Moment::day(day)).by(&staff.pathologist).file(chart));
    a_pathology_report("11526-1", "Pieza operatoria: colon derecho")
        .on(&Moment::day(day))
        .issued(&Moment::at(back(first_day, 117), 12, 40))
        .by(&staff.pathologist, &staff.laboratory)
        .ordered_by(&staff.surgeon)
        .status("amended")
        .sample("Colon derecho con ganglios")
        .results(&nodes)
        .conclusion(
            "Adenocarcinoma de 4,3 cm, pT3 pN1b (3 de 18 ganglios), bordes libres. Informe \
             modificado: la primera versión contaba 2 ganglios con cáncer; al revisar los cortes se \
             encontró uno más. El estadio no cambia.",
        )
        .text(
            "INFORME MODIFICADO\n\nLo que cambió: ganglios con cáncer, antes 2 de 18, ahora 3 de 18. \
             El estadio (pN1b) es el mismo.\n\nPieza: colon derecho de 27 cm. Tumor de 4,3 cm que \
             atraviesa la capa muscular.\nBordes: libres, el más cercano a 6 cm.\nVasos: invasión \
             linfática presente; venosa, no.\nReparación del ADN: conservada (MSS).\n\nConclusión: \
             adenocarcinoma moderadamente diferenciado, pT3 pN1b.",
        )
        .file(chart);
    let day = back(first_day, 112);
    a_visit("Primera consulta de oncología", day, 10, 45)
        .by(&staff.oncologist)
        .at(&staff.hospital)
        .because("Decidir el tratamiento después de la operación")
        .file(chart);
    a_procedure("", "Colocación del reservorio (port)")
        .on(&Moment::at(back(first_day, 103), 8, 30))
        .by(&staff.radiologist)
        .site("Bajo la clavícula derecha")
        .outcome("Bien colocado, comprobado con radiografía")
        .file(chart);
    an_own_medicine("2418", "Vitamina D, gotas")
        .over(&Moment::month(day), None)
        .take("Tres gotas por la mañana", &daily(1, 1), None)
        .file(chart);
    a_medicine("17767", "Amlodipino 5 mg")
        .on(&Moment::month(chart.years_ago(9)))
        .take("Un comprimido cada mañana", &daily(1, 1), Some(5.0))
        .by(&staff.family_doctor)
        .status("stopped", "Se cambia a 10 mg")
        .file(chart);
    a_medicine("17767", "Amlodipino 10 mg")
        .on(&Moment::day(chart.ago(540)))
        .take("Un comprimido cada mañana", &daily(1, 1), Some(10.0))
        .by(&staff.family_doctor)
        .file(chart);
    a_medicine("24947", "Sulfato ferroso 256 mg")
        .on(&Moment::day(back(first_day, 147)))
        .take("Un comprimido al día en ayunas", &daily(1, 1), None)
        .by(&staff.surgeon)
        .status("completed", "")
        .file(chart);
    a_plan(
        "Doce ciclos después de la operación",
        &Moment::day(day),
        &[
            ("Seis ciclos", "completed"),
            ("Ciclos 7 a 12", "in-progress"),
            ("TAC de control a mitad de tratamiento", "scheduled"),
            ("Caminar 30 minutos cada día", "in-progress"),
        ],
    )
    .by(&staff.oncologist)
    .file(chart);
    a_team(
        "Equipo de colon",
        &[(&staff.oncologist, "Oncólogo"), (&staff.nurse, "Enfermera de referencia"), (&staff.surgeon, "Cirujana")],
    )
    .file(chart);
}

fn ahead(chart: &mut Chart, staff: &Staff, first_day: Date) {
    // Cycle 8 is two weeks after cycle 7; both lie ahead because cycle 7 is at most 9 days old.
    let next = back(first_day, -14);
    an_appointment("Análisis antes del ciclo 8", back(next, 1), 8, 10)
        .by(&staff.nurse)
        .prepare("No hace falta venir en ayunas.")
        .file(chart);
    an_appointment("Ciclo 8 en el hospital de día", next, 9, 0)
        .by(&staff.oncologist)
        .prepare("Traiga su lista de medicinas y algo de abrigo: el frío puede molestar.")
        .file(chart);
    an_appointment("TAC de control", chart.ahead(20), 12, 0)
        .by(&staff.radiologist)
        .prepare("Cuatro horas sin comer. Puede beber agua.")
        .file(chart);
}
