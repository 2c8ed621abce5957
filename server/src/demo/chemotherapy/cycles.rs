//! Seven cycles: blood the day before, three medicines and the pump, and what went otherwise.
//!
//! Cycle 4 ended in a fever with very few neutrophils; cycle 5 waited a week for the platelets and
//! came with a lower dose of oxaliplatin.

use domain::{
    record::care::{Care, Cycle as Cycles, Hold, Phase},
    time::PartialDate,
};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::Staff;
use crate::demo::{
    analyte,
    bundle::{Chart, Ref},
    days::{Moment, back},
    event::{a_medicine, a_stay, a_vaccine, a_visit, an_infusion, daily},
    observation::{Flag, Observation, blood_pressure},
    panel::a_panel,
};

/// What the blood showed before a cycle.
struct Cycle {
    number: u8,
    /// Before day 1 of cycle 7.
    days_back: i64,
    neutrophils: f64,
    platelets: f64,
    hemoglobin: f64,
    creatinine: f64,
    cea: Option<f64>,
    /// Ten days in, where they were counted: neutrophils, platelets.
    lowest: Option<(f64, f64)>,
    oxaliplatin: f64,
    tingling: i32,
}

const CYCLES: [Cycle; 7] = [
    Cycle {
        number: 1,
        days_back: 91,
        neutrophils: 4.6,
        platelets: 341.0,
        hemoglobin: 12.1,
        creatinine: 0.91,
        cea: Some(4.1),
        lowest: Some((1.9, 188.0)),
        oxaliplatin: 165.0,
        tingling: 0,
    },
    Cycle {
        number: 2,
        days_back: 77,
        neutrophils: 3.1,
        platelets: 246.0,
        hemoglobin: 12.3,
        creatinine: 0.93,
        cea: None,
        lowest: Some((1.3, 141.0)),
        oxaliplatin: 165.0,
        tingling: 0,
    },
    Cycle {
        number: 3,
        days_back: 63,
        neutrophils: 2.4,
        platelets: 187.0,
        hemoglobin: 12.0,
        creatinine: 0.95,
        cea: Some(2.9),
        lowest: Some((0.9, 108.0)),
        oxaliplatin: 165.0,
        tingling: 1,
    },
    Cycle {
        number: 4,
        days_back: 49,
        neutrophils: 1.7,
        platelets: 139.0,
        hemoglobin: 11.6,
        creatinine: 0.92,
        cea: Some(2.4),
        lowest: None,
        oxaliplatin: 165.0,
        tingling: 1,
    },
    Cycle {
        number: 5,
        days_back: 28,
        neutrophils: 3.8,
        platelets: 124.0,
        hemoglobin: 11.4,
        creatinine: 0.97,
        cea: Some(2.1),
        lowest: Some((2.2, 101.0)),
        oxaliplatin: 125.0,
        tingling: 1,
    },
    Cycle {
        number: 6,
        days_back: 14,
        neutrophils: 3.3,
        platelets: 131.0,
        hemoglobin: 11.7,
        creatinine: 0.94,
        cea: None,
        lowest: Some((2.1, 112.0)),
        oxaliplatin: 125.0,
        tingling: 2,
    },
    Cycle {
        number: 7,
        days_back: 0,
        neutrophils: 2.9,
        platelets: 138.0,
        hemoglobin: 11.9,
        creatinine: 0.93,
        cea: Some(1.8),
        lowest: None,
        oxaliplatin: 125.0,
        tingling: 1,
    },
];

/// What his team keeps of it: the days of the cycles so far, those to come, and what waits.
pub fn care(first_day: Date) -> Care {
    let day = |days_back| PartialDate::from(back(first_day, days_back));
    let days: Vec<PartialDate> = CYCLES.iter().map(|cycle| day(cycle.days_back)).collect();
    Care {
        phase: Phase::InTreatment,
        since: days.first().copied(),
        days,
        cycle: Some(Cycles { first: day(-14), length_days: 14, count: 5 }),
        holds: vec![Hold {
            what: "Oxaliplatino".into(),
            why: "Antes tienen que ceder los hormigueos.".into(),
            since: Some(day(-2)),
            until: None,
        }],
        note: "Antes de cada ciclo hacemos un análisis. Si hay que esperar una semana, se lo decimos por teléfono."
            .into(),
    }
}

pub fn all(chart: &mut Chart, staff: &Staff, first_day: Date) {
    for cycle in &CYCLES {
        let day = back(first_day, cycle.days_back);
        bloods_before(chart, staff, cycle, back(day, 1));
        given(chart, staff, cycle, day);
        if let Some(lowest) = cycle.lowest {
            counts(chart, staff, back(day, -10), "Hemograma de control", lowest);
        }
        if cycle.number == 4 {
            fever(chart, staff, back(day, -9));
            delayed(chart, staff, back(day, -14));
        }
    }
    medicines(chart, staff, first_day);
    questions_answered(chart, staff, first_day);
}

fn bloods_before(chart: &mut Chart, staff: &Staff, cycle: &Cycle, day: Date) {
    let moment = Moment::at(day, 8, 10);
    let lymphocytes = chart.chance.around(1.4, 0.3);
    let mut count = a_panel("58410-2", "Hemograma")
        .on(moment.clone())
        .by(&staff.laboratory)
        .ordered_by(&staff.oncologist)
        .sample("Sangre venosa")
        .values(&[
            (analyte::WHITE_CELLS, cycle.neutrophils + lymphocytes + 0.5),
            (analyte::NEUTROPHILS, cycle.neutrophils),
            (analyte::LYMPHOCYTES, lymphocytes),
            (analyte::HEMOGLOBIN, cycle.hemoglobin),
            (analyte::PLATELETS, cycle.platelets),
        ]);
    if cycle.number == 4 {
        count = count.conclusion("Neutrófilos algo bajos, suficientes para el ciclo.");
    }
    count.file(chart);

    let creatinine = Observation::of(analyte::CREATININE).is(cycle.creatinine);
    let potassium = Observation::of(analyte::POTASSIUM);
    let (creatinine, potassium, status) = match cycle.number {
        2 => (
            creatinine.status("corrected").note(
                "Corregido: primero se informó 1,92 mg/dL por un cambio de etiquetas entre dos \
                 tubos. El valor correcto es 0,93 mg/dL.",
            ),
            potassium.is(4.4),
            "corrected",
        ),
        3 => (
            creatinine,
            potassium.absent("error").note(
                "Muestra hemolizada: los glóbulos rojos se rompieron en el tubo y el potasio no se \
                 puede medir bien. Se repite hoy con otra muestra.",
            ),
            "final",
        ),
        _ => (creatinine, potassium.is(chart.chance.around(4.2, 0.3)), "final"),
    };
    let around = |chart: &mut Chart, centre, spread| chart.chance.around(centre, spread);
    let values = [
        (analyte::SODIUM, around(chart, 139.0, 2.0)),
        (analyte::MAGNESIUM, 2.0 - f64::from(cycle.number) * 0.07),
        (analyte::EGFR, around(chart, 88.0, 4.0)),
        (analyte::GLUCOSE, if cycle.number == 6 { 141.0 } else { around(chart, 95.0, 4.0) }),
        (analyte::ALT, 22.0 + f64::from(cycle.number) * 3.0),
        (analyte::AST, 20.0 + f64::from(cycle.number) * 3.0),
        (analyte::ALP, around(chart, 92.0, 8.0)),
        (analyte::BILIRUBIN, around(chart, 0.7, 0.2)),
        (analyte::ALBUMIN, around(chart, 4.1, 0.2)),
    ];
    a_panel("24323-8", "Bioquímica")
        .on(moment.clone())
        .by(&staff.laboratory)
        .ordered_by(&staff.oncologist)
        .sample("Sangre venosa")
        .status(status)
        .value(creatinine)
        .value(potassium)
        .values(&values)
        .file(chart);
    if cycle.number == 3 {
        Observation::of(analyte::POTASSIUM)
            .is(4.2)
            .flag(Flag::Normal)
            .note("Repetido con una muestra nueva.")
            .on(&Moment::at(day, 11, 40))
            .by(&staff.laboratory)
            .file(chart);
    }
    if let Some(cea) = cycle.cea {
        let marker = Observation::of(analyte::CEA).is(cea).on(&moment).by(&staff.laboratory);
        let marker = if cycle.number == 4 {
            marker.status("amended").note(
                "Modificado: el laboratorio ajustó el aparato y volvió a medir la muestra. Antes se \
                 informó 2,7 ng/mL.",
            )
        } else {
            marker
        };
        marker.file(chart);
    }
}

fn given(chart: &mut Chart, staff: &Staff, cycle: &Cycle, day: Date) {
    let number = cycle.number;
    let visit = a_visit(&format!("Hospital de día: ciclo {number}"), day, 9, 210)
        .by(&staff.nurse)
        .at(&staff.hospital)
        .because("Quimioterapia después de la operación")
        .file(chart);
    at_the_bedside(chart, staff, &visit, day, 36.5);
    Observation::coded("89247-1", "Actividad (ECOG)", "survey")
        .finding(
            if number < 4 { "425389002" } else { "422512005" },
            if number < 4 { "0: como antes, sin límites" } else { "1: cansancio, pero hace su vida" },
        )
        .on(&Moment::at(day, 9, 10))
        .by(&staff.oncologist)
        .during(&visit)
        .file(chart);
    Observation::coded("", "Hormigueo en manos y pies, de 0 a 4", "survey")
        .count(cycle.tingling)
        .on(&Moment::at(day, 9, 10))
        .by(&staff.nurse)
        .during(&visit)
        .file(chart);
    let start = Moment::at(day, 9, 30);
    let midday = Moment::at(day, 11, 30);
    for (rxnorm, drug, dose) in [
        ("32592", "Oxaliplatino", cycle.oxaliplatin),
        ("6313", "Folinato cálcico", 780.0),
        ("4492", "Fluorouracilo, inyección", 780.0),
    ] {
        let infusion =
            an_infusion(rxnorm, drug).over(&start, Some(&midday)).milligrams(dose).by(&staff.nurse).during(&visit);
        if number == 5 && rxnorm == "32592" {
            infusion.note("Dosis reducida por las plaquetas bajas y la fiebre del ciclo 4.").file(chart);
        } else {
            infusion.file(chart);
        }
    }
    // The pump goes home with him and comes off two days later, which may still lie ahead only
    // when cycle 7 is younger than that: it is at least three days old.
    an_infusion("4492", "Fluorouracilo, bomba de 46 horas")
        .over(&Moment::at(day, 12, 0), Some(&Moment::at(back(day, -2), 10, 0)))
        .milligrams(4_680.0)
        .by(&staff.nurse)
        .file(chart);
    a_visit("Retirada de la bomba", back(day, -2), 10, 15).by(&staff.nurse).at(&staff.hospital).file(chart);
}

fn at_the_bedside(chart: &mut Chart, staff: &Staff, visit: &Ref, day: Date, temperature: f64) {
    let weight = chart.chance.around(79.5, 1.2);
    let upper = chart.chance.around(131.0, 7.0);
    let pulse = chart.chance.around(74.0, 6.0);
    for value in [
        blood_pressure(chart, upper, 78.0),
        Observation::of(analyte::TEMPERATURE).is(temperature),
        Observation::of(analyte::PULSE).is(pulse),
        Observation::of(analyte::WEIGHT).is(weight),
    ] {
        value.category("vital-signs").on(&Moment::at(day, 9, 5)).by(&staff.nurse).during(visit).file(chart);
    }
}

fn counts(chart: &mut Chart, staff: &Staff, day: Date, title: &'static str, (neutrophils, platelets): (f64, f64)) {
    if day >= chart.today {
        return;
    }
    a_panel("58410-2", title)
        .on(Moment::at(day, 8, 20))
        .by(&staff.laboratory)
        .ordered_by(&staff.oncologist)
        .values(&[
            (analyte::WHITE_CELLS, neutrophils + 1.6),
            (analyte::NEUTROPHILS, neutrophils),
            (analyte::PLATELETS, platelets),
        ])
        .file(chart);
}

fn fever(chart: &mut Chart, staff: &Staff, day: Date) {
    let stay = a_stay("Ingreso por fiebre", day, back(day, -3))
        .by(&staff.oncologist)
        .at(&staff.hospital)
        .because("38,4 °C con neutrófilos muy bajos")
        .file(chart);
    at_the_bedside(chart, staff, &stay, day, 38.4);
    a_panel("58410-2", "Hemograma urgente")
        .on(Moment::at(day, 10, 15))
        .by(&staff.laboratory)
        .ordered_by(&staff.oncologist)
        .sample("Sangre del reservorio")
        .value(Observation::of(analyte::WHITE_CELLS).is(1.1).flag(Flag::VeryLow))
        .value(Observation::of(analyte::NEUTROPHILS).is(0.4).flag(Flag::VeryLow))
        .value(Observation::of(analyte::HEMOGLOBIN).is(10.8))
        .value(Observation::of(analyte::PLATELETS).is(71.0))
        .value(Observation::of(analyte::CRP).is(148.0).flag(Flag::VeryHigh))
        .conclusion("Avisado por teléfono al médico de guardia a las 10:50.")
        .file(chart);
    Observation::coded("600-7", "Cultivo de sangre", "laboratory")
        .finding("260385009", "Negativo: no crecieron bacterias en cinco días")
        .on(&Moment::at(day, 10, 15))
        .by(&staff.laboratory)
        .file(chart);
    an_infusion("68442", "Filgrastim")
        .over(&Moment::day(day), Some(&Moment::day(back(day, -3))))
        .note("Una inyección al día, cuatro días.")
        .by(&staff.nurse)
        .during(&stay)
        .file(chart);
    counts(chart, staff, back(day, -3), "Hemograma al alta", (2.3, 64.0));
}

/// Cycle 5 on the day it was planned for.
fn delayed(chart: &mut Chart, staff: &Staff, day: Date) {
    a_panel("58410-2", "Hemograma")
        .on(Moment::at(back(day, 1), 8, 10))
        .by(&staff.laboratory)
        .ordered_by(&staff.oncologist)
        .sample("Sangre venosa")
        .values(&[
            (analyte::WHITE_CELLS, 5.9),
            (analyte::NEUTROPHILS, 3.6),
            (analyte::HEMOGLOBIN, 11.0),
            (analyte::PLATELETS, 68.0),
        ])
        .conclusion("Plaquetas por debajo de 75: el ciclo 5 se retrasa una semana.")
        .file(chart);
    a_visit("Consulta: el ciclo 5 se retrasa una semana", day, 9, 20)
        .by(&staff.oncologist)
        .at(&staff.hospital)
        .because("Plaquetas bajas")
        .file(chart);
    an_infusion("32592", "Oxaliplatino")
        .on(&Moment::day(day))
        .status("not-done", "Plaquetas bajas (68); nueva fecha en una semana")
        .file(chart);
}

fn medicines(chart: &mut Chart, staff: &Staff, first_day: Date) {
    let start = back(first_day, 91);
    a_medicine("26225", "Ondansetrón 8 mg")
        .on(&Moment::day(start))
        .when_needed("Un comprimido si tiene náuseas; como mucho cada 8 horas, tres al día", "Náuseas")
        .by(&staff.oncologist)
        .file(chart);
    a_medicine("6468", "Loperamida 2 mg")
        .on(&Moment::day(start))
        .when_needed("Dos al principio y una después de cada deposición líquida", "Diarrea")
        .by(&staff.oncologist)
        .file(chart);
    for (days, milligrams, status, reason) in
        [(91, 8.0, "stopped", "Azúcar alta y mal sueño: se baja a 4 mg"), (14, 4.0, "active", "")]
    {
        let words = format!("{milligrams} mg por la mañana, con comida, los días 2 y 3 de cada ciclo");
        a_medicine("3264", "Dexametasona 4 mg")
            .on(&Moment::day(back(first_day, days)))
            .take(&words, &Value::Null, Some(milligrams))
            .by(&staff.oncologist)
            .status(status, reason)
            .file(chart);
    }
    a_medicine("", "Magnesio, sobres")
        .on(&Moment::day(back(first_day, 14)))
        .take("Un sobre al día, disuelto en agua", &daily(1, 1), None)
        .by(&staff.oncologist)
        .because("Magnesio en el límite bajo")
        .file(chart);
    a_medicine("68442", "Filgrastim 300 microgramos, pluma")
        .on(&Moment::day(back(first_day, 28)))
        .take(
            "Una inyección al día, del día 5 al 9 de cada ciclo",
            &json!({"frequency": 1, "period": 1, "periodUnit": "d", "count": 5}),
            None,
        )
        .by(&staff.oncologist)
        .because("Para que no vuelvan a bajar tanto los neutrófilos")
        .file(chart);
    a_vaccine("213", "COVID-19").on(&Moment::day(back(start, 12))).file(chart);
}

/// What he answered by phone in this cycle.
fn questions_answered(chart: &mut Chart, staff: &Staff, first_day: Date) {
    let moment = Moment::at(back(first_day, -2), 18, 30);
    Observation::coded("", "¿Cómo le va con el frío?", "survey")
        .words("Al abrir la nevera noto calambres en los dedos. Dura menos que la otra vez.")
        .on(&moment)
        .by(&staff.nurse)
        .file(chart);
    Observation::coded("72514-3", "Dolor, de 0 a 10", "survey").count(2).on(&moment).by(&staff.nurse).file(chart);
}
