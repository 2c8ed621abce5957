//! Winifred Ashdown, 64: cured of Hodgkin lymphoma forty years ago, and looked after ever since.
//!
//! A long record, to scroll: two visits a year with their blood tests, about 1,500 values. Early
//! entries say little (no ranges, no reports, years instead of days), and the laboratory went over
//! to SI units twenty-two years ago, as records of that age are.

use jiff::civil::{Date, date};
use serde_json::json;

use super::{
    Life,
    analyte::{self, Analyte, Range},
    bundle::{Chart, Language, Person, Ref, Sex},
    days::{Moment, back},
    event::{
        a_diagnosis, a_medicine, a_plan, a_procedure, a_radiation, a_team, a_vaccine, a_visit, an_appointment,
        an_infusion, daily,
    },
    observation::{Observation, blood_pressure, quantity},
    panel::a_panel,
    report::{Letter, a_pathology_report, an_imaging_report},
};

struct Staff {
    oncologist: Ref,
    family_doctor: Ref,
    cardiologist: Ref,
    nurse: Ref,
    hospital: Ref,
    laboratory: Ref,
}

/// Visits are half a year apart, the last one two weeks ago.
const VISITS: i64 = 80;
/// The first visits with ranges, with reports, and with SI units, counted back from now.
const RANGES_SINCE: i64 = 62;
const REPORTS_SINCE: i64 = 52;
const SI_SINCE: i64 = 44;

pub fn life(today: Date) -> Life {
    let person = Person {
        slug: "lifelong-record",
        name: "Winifred Ashdown",
        given: "Winifred",
        family: "Ashdown",
        latin: None,
        sex: Sex::Female,
        birth_date: date(today.year() - 64, 1, 12),
        language: Language::English,
        phone: "+44 1632 960105",
    };
    let mut chart = Chart::of(&person, today);
    let staff = Staff {
        oncologist: chart.practitioner("Dr", "Gwen", "Halloway", "Late effects clinic"),
        family_doctor: chart.practitioner("Dr", "Idris", "Fennimore", "General practice"),
        cardiologist: chart.practitioner("Dr", "Anika", "Rowntree", "Cardiology"),
        nurse: chart.practitioner("", "Colin", "Mossley", "Clinic nurse"),
        hospital: chart.organization("Riverside Cancer Centre", "+44 1632 960200"),
        laboratory: chart.organization("Riverside Laboratory", "+44 1632 960210"),
    };
    lymphoma(&mut chart, &staff);
    for visit in (0..VISITS).rev() {
        half_year(&mut chart, &staff, visit);
    }
    late_effects(&mut chart, &staff);
    screening(&mut chart, &staff);
    immunity(&mut chart, &staff);
    ahead(&mut chart, &staff);
    Life::new(&person, "Forty years after: a life-long record", chart)
}

fn lymphoma(chart: &mut Chart, staff: &Staff) {
    a_diagnosis("118599009", "Hodgkin lymphoma", "resolved")
        .on(&Moment::year(chart.years_ago(40)))
        .ended(&Moment::year(chart.years_ago(39)))
        .stage("Stage IIA")
        .by(&staff.oncologist)
        .file(chart);
    a_procedure("", "Removal of a lymph node from the neck").on(&Moment::month(chart.years_ago(40))).file(chart);
    a_pathology_report("11526-1", "Tissue report: lymph node")
        .on(&Moment::month(chart.years_ago(40)))
        .by(&staff.oncologist, &staff.hospital)
        .conclusion("Hodgkin lymphoma, nodular sclerosis type. Copied from paper.")
        .file(chart);
    for (code, drug) in
        [("3639", "Doxorubicin"), ("1622", "Bleomycin"), ("11198", "Vinblastine"), ("3098", "Dacarbazine")]
    {
        an_infusion(code, drug)
            .over(&Moment::month(chart.years_ago(40)), Some(&Moment::year(chart.years_ago(39))))
            .note("Six cycles. Copied from paper; single days are not known.")
            .file(chart);
    }
    let last = back(chart.years_ago(40), -235);
    a_radiation("Radiation of neck and chest, 36 Gy", back(last, 30), last)
        .by(&staff.oncologist)
        .site("Neck and chest")
        .file(chart);
    a_diagnosis("", "Chickenpox", "resolved").on(&Moment::year(chart.years_ago(57))).file(chart);
}

/// A value of the long run: its middle forty years ago and now, and its spread.
struct Course {
    old: Analyte,
    /// The same in SI, and what to multiply with.
    new: (Analyte, f64),
    then: f64,
    now: f64,
    spread: f64,
}

const fn course(old: Analyte, then: f64, now: f64, spread: f64) -> Course {
    Course { old, new: (old, 1.0), then, now, spread }
}

const fn in_si(mut course: Course, analyte: Analyte, factor: f64) -> Course {
    course.new = (analyte, factor);
    course
}

/// A panel that is repeated at each visit.
struct Run {
    title: &'static str,
    code: &'static str,
    courses: &'static [Course],
}

const COUNT: Run = Run {
    title: "Full blood count",
    code: "58410-2",
    courses: &[
        course(analyte::WHITE_CELLS, 5.1, 6.8, 1.0),
        course(analyte::NEUTROPHILS, 2.9, 4.1, 0.7),
        course(analyte::LYMPHOCYTES, 1.3, 1.8, 0.4),
        in_si(course(analyte::HEMOGLOBIN, 12.2, 13.1, 0.7), analyte::HEMOGLOBIN_SI, 10.0),
        course(analyte::PLATELETS, 211.0, 246.0, 35.0),
    ],
};

const CHEMISTRY: Run = Run {
    title: "Kidney, liver and fats",
    code: "24323-8",
    courses: &[
        course(analyte::AST, 20.0, 22.0, 6.0),
        in_si(course(analyte::ALBUMIN, 4.2, 4.1, 0.3), analyte::ALBUMIN_SI, 10.0),
        course(analyte::SODIUM, 139.0, 140.0, 2.0),
        course(analyte::POTASSIUM, 4.1, 4.3, 0.4),
        in_si(course(analyte::CREATININE, 0.72, 0.86, 0.08), analyte::CREATININE_SI, 88.42),
        in_si(course(analyte::GLUCOSE, 86.0, 97.0, 6.0), analyte::GLUCOSE_SI, 0.0555),
        course(analyte::ALT, 21.0, 24.0, 7.0),
        course(analyte::ALP, 66.0, 82.0, 12.0),
        in_si(course(analyte::BILIRUBIN, 0.6, 0.6, 0.2), analyte::BILIRUBIN_SI, 17.1),
        in_si(course(analyte::CHOLESTEROL, 176.0, 206.0, 16.0), analyte::CHOLESTEROL_SI, 0.02586),
    ],
};

/// From 0 at the first visit to 1 now.
fn passed(visit: i64) -> f64 {
    f64::from(u8::try_from(VISITS - visit).unwrap_or(0)) / 80.0
}

fn half_year(chart: &mut Chart, staff: &Staff, visit: i64) {
    // 365.25 days a year, in whole days.
    let day = chart.ago(14 + visit * 365 / 2 + visit / 8);
    let encounter = a_visit("Follow-up visit", day, 9, 30).by(&staff.oncologist).at(&staff.hospital).file(chart);
    let passed = passed(visit);
    run(chart, staff, &COUNT, day, visit);
    run(chart, staff, &CHEMISTRY, day, visit);

    // Thyroid: radiation wears it out over years; tablets bring it back.
    let tsh = match VISITS - visit {
        0..16 => chart.chance.around(2.1, 0.6),
        early @ 16..24 => 2.2 + f64::from(u8::try_from(early - 16).unwrap_or(0)) * 0.9,
        _ => chart.chance.around(1.9, 1.0),
    };
    let mut thyroid = Observation::of(as_known(analyte::TSH, visit)).is(tsh);
    if VISITS - visit == 23 {
        thyroid = thyroid.note("Higher than last year: please see her about tablets.");
    }
    thyroid.on(&Moment::at(day, 8, 30)).by(&staff.laboratory).file(chart);

    let (upper, lower) =
        (chart.chance.around(112.0 + passed * 22.0, 8.0), chart.chance.around(70.0 + passed * 8.0, 5.0));
    let weight = chart.chance.around(57.0 + passed * 9.0, 1.5);
    let pulse = chart.chance.around(70.0, 8.0);
    for value in [
        blood_pressure(chart, upper, lower),
        Observation::of(analyte::WEIGHT).is(weight),
        Observation::of(analyte::PULSE).is(pulse),
    ] {
        value.category("vital-signs").on(&Moment::at(day, 9, 5)).by(&staff.nurse).during(&encounter).file(chart);
    }
}

/// Early laboratories sent no range.
const fn as_known(analyte: Analyte, visit: i64) -> Analyte {
    if visit > RANGES_SINCE { analyte.with_range(Range::None) } else { analyte }
}

fn run(chart: &mut Chart, staff: &Staff, run: &Run, day: Date, visit: i64) {
    let passed = passed(visit);
    let values: Vec<(Analyte, f64)> = run
        .courses
        .iter()
        .map(|course| {
            let middle = course.then + (course.now - course.then) * passed;
            let value = chart.chance.around(middle, course.spread);
            let (analyte, factor) = if visit > SI_SINCE { (course.old, 1.0) } else { course.new };
            (as_known(analyte, visit), value * factor)
        })
        .collect();
    let moment = Moment::at(day, 8, 30);
    if visit <= REPORTS_SINCE {
        a_panel(run.code, run.title)
            .on(moment)
            .by(&staff.laboratory)
            .ordered_by(&staff.oncologist)
            .values(&values)
            .file(chart);
    } else {
        for (analyte, value) in values {
            // The oldest entries were copied from cards that only name the day.
            let moment = if visit > 70 { Moment::day(day) } else { moment.clone() };
            Observation::of(analyte).is(value).on(&moment).file(chart);
        }
    }
}

fn late_effects(chart: &mut Chart, staff: &Staff) {
    a_diagnosis("40930008", "Underactive thyroid after radiation", "active")
        .on(&Moment::month(chart.years_ago(28)))
        .by(&staff.family_doctor)
        .file(chart);
    for (years, words, status, reason) in [
        (28, "50 micrograms once a day, before breakfast", "stopped", "Dose raised"),
        (19, "75 micrograms once a day, before breakfast", "stopped", "Dose raised"),
        (6, "88 micrograms once a day, before breakfast", "active", ""),
    ] {
        a_medicine("10582", "Levothyroxine")
            .on(&Moment::month(chart.years_ago(years)))
            .take(words, &daily(1, 1), None)
            .by(&staff.family_doctor)
            .status(status, reason)
            .file(chart);
    }
    a_diagnosis("60573004", "Narrowing of the aortic valve, mild", "active")
        .on(&Moment::month(chart.years_ago(7)))
        .by(&staff.cardiologist)
        .with("severity", json!({"text": "Mild"}))
        .file(chart);
    for (years, pumping, words) in [
        (20, 63.0, "Heart size and pumping as usual. Valves open well."),
        (15, 61.0, "As five years ago."),
        (10, 60.0, "Pumping as usual. The aortic valve is a little thick, and opens well."),
        (7, 60.0, "The aortic valve is slightly narrow (mild). Pumping as usual."),
        (3, 58.0, "Mild narrowing of the aortic valve, not changed."),
        (1, 58.0, "Mild narrowing of the aortic valve, not changed. Next scan in two years."),
    ] {
        let moment = Moment::at(chart.ago(years * 365 + 40), 11, 0);
        let value = Observation::of(analyte::EJECTION)
            .is(pumping)
            .category("imaging")
            .on(&moment)
            .by(&staff.cardiologist)
            .file(chart);
        an_imaging_report("34552-0", "Ultrasound of the heart")
            .on(&moment)
            .by(&staff.cardiologist, &staff.hospital)
            .ordered_by(&staff.oncologist)
            .results(&[value])
            .conclusion(words)
            .file(chart);
    }
}

fn screening(chart: &mut Chart, staff: &Staff) {
    for year in (0..24).rev() {
        let day = chart.ago(60 + year * 365);
        let report = an_imaging_report("24606-6", "Mammogram of both breasts")
            .on(&Moment::at(day, 14, 0))
            .by(&staff.oncologist, &staff.hospital);
        if year == 11 {
            report.conclusion("A small round area on the right: please come back for an ultrasound.").file(chart);
            an_imaging_report("24601-7", "Ultrasound of the right breast")
                .on(&Moment::at(back(day, -9), 10, 0))
                .by(&staff.oncologist, &staff.hospital)
                .conclusion("A simple cyst. Nothing more is needed.")
                .file(chart);
        } else {
            report.conclusion("No changes of concern. Again in a year.").file(chart);
        }
    }
    a_procedure("73761001", "Colonoscopy").on(&Moment::month(chart.years_ago(9))).outcome("Nothing found").file(chart);
}

fn immunity(chart: &mut Chart, staff: &Staff) {
    let one = |value| quantity(value, 0, ("", "1"));
    Observation::coded("", "Chickenpox antibodies (dilution)", "laboratory")
        .ratio(&one(1.0), &one(64.0))
        .range_in_words("1:8 or more: protected")
        .on(&Moment::day(chart.ago(760)))
        .by(&staff.laboratory)
        .file(chart);
    Observation::of(analyte::FREE_T4).is(15.8).on(&Moment::day(chart.ago(14))).by(&staff.laboratory).file(chart);
    for (cvx, title, years) in [("33", "Pneumococcal", 18), ("33", "Pneumococcal", 13), ("187", "Shingles", 4)] {
        a_vaccine(cvx, title).on(&Moment::month(chart.years_ago(years))).file(chart);
    }
    for year in (0..20).rev() {
        let flu = Moment::day(chart.autumn(year));
        a_vaccine("88", "Flu").on(&flu).file(chart);
    }
    a_vaccine("83", "Hepatitis A").on(&Moment::year(chart.years_ago(31))).file(chart);
    Letter {
        code: "34133-9",
        title: "Summary of treatment and late effects",
        on: Moment::at(chart.ago(13), 17, 0),
        by: &staff.oncologist,
        text: "Forty years have passed since Winifred's treatment for Hodgkin lymphoma.\n\nWhat she had: \
               six cycles of ABVD, then radiation to neck and chest (36 Gy).\n\nWhat it left: an \
               underactive thyroid, well treated; a slightly narrow aortic valve, watched.\n\nWhat to \
               keep doing: thyroid test twice a year, mammogram every year, heart ultrasound every two \
               years, flu vaccine, sun cream on neck and chest.\n\nShe walks with her dog twice a day and \
               sings in two choirs. We see her again in half a year.\n\nGwen Halloway",
        pdf: &[],
    }
    .file(chart);
}

fn ahead(chart: &mut Chart, staff: &Staff) {
    a_plan(
        "Late effects plan",
        &Moment::year(chart.years_ago(20)),
        &[
            ("Thyroid test twice a year", "in-progress"),
            ("Mammogram every year", "in-progress"),
            ("Heart ultrasound every two years", "scheduled"),
        ],
    )
    .by(&staff.oncologist)
    .file(chart);
    a_team(
        "Late effects team",
        &[
            (&staff.oncologist, "Oncologist"),
            (&staff.family_doctor, "Family doctor"),
            (&staff.cardiologist, "Heart doctor"),
        ],
    )
    .file(chart);
    an_appointment("Follow-up visit", chart.ahead(168), 9, 0).by(&staff.oncologist).file(chart);
    an_appointment("Dentist", chart.ahead(30), 15, 30).status("proposed", "").file(chart);
}
