//! Hannah Whitlow, 46: breast cancer found four weeks ago, treatment not begun. Much is still
//! open: a preliminary scan, one not read yet, a test of the tissue that is not back.

mod reports;

use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::{
    Life,
    analyte::{self, Range},
    bundle::{Chart, Language, Person, Ref, Sex},
    days::Moment,
    event::{
        a_diagnosis, a_medicine, a_plan, a_procedure, a_team, a_vaccine, a_visit, an_allergy, an_appointment,
        an_own_medicine, daily,
    },
    observation::{Flag, Observation, blood_pressure},
    panel::a_panel,
    report::Letter,
};

struct Staff {
    family_doctor: Ref,
    surgeon: Ref,
    nurse: Ref,
    radiologist: Ref,
    pathologist: Ref,
    geneticist: Ref,
    hospital: Ref,
    laboratory: Ref,
}

pub fn life(today: Date) -> Life {
    let person = Person {
        slug: "just-diagnosed",
        name: "Hannah Whitlow",
        given: "Hannah",
        family: "Whitlow",
        latin: None,
        sex: Sex::Female,
        birth_date: date(today.year() - 46, 1, 9),
        language: Language::English,
        phone: "+44 1632 960101",
    };
    let mut chart = Chart::of(&person, today);
    let staff = Staff {
        family_doctor: chart.practitioner("Dr", "Ruth", "Pemberley", "General practice"),
        surgeon: chart.practitioner("Ms", "Nadia", "Okonjo-Reed", "Breast surgery"),
        nurse: chart.practitioner("", "Joan", "Tibbs", "Breast care nurse"),
        radiologist: chart.practitioner("Dr", "Owen", "Larkmoor", "Radiology"),
        pathologist: chart.practitioner("Dr", "Meera", "Sandhurst", "Pathology"),
        geneticist: chart.practitioner("Dr", "Paul", "Everard", "Clinical genetics"),
        hospital: chart.organization("Riverside Cancer Centre", "+44 1632 960200"),
        laboratory: chart.organization("Riverside Laboratory", "+44 1632 960210"),
    };
    before(&mut chart, &staff);
    lump(&mut chart, &staff);
    reports::scans(&mut chart, &staff);
    reports::tissue(&mut chart, &staff);
    told(&mut chart, &staff);
    first_bloods(&mut chart, &staff);
    reports::genes(&mut chart, &staff);
    reports::staging(&mut chart, &staff);
    ahead(&mut chart, &staff);
    Life::new(&person, "Just diagnosed: breast cancer, tests still under way", chart)
}

/// What was known of her before; much of it only by year.
fn before(chart: &mut Chart, staff: &Staff) {
    a_diagnosis("195967001", "Asthma", "active")
        .on(&Moment::year(chart.years_ago(38)))
        .by(&staff.family_doctor)
        .file(chart);
    an_allergy("91936005", "Penicillin", "low", "Itchy rash")
        .on(&Moment::year(chart.years_ago(21)))
        .by(&staff.family_doctor)
        .file(chart);
    a_procedure("11466000", "Caesarean section")
        .on(&Moment::month(chart.years_ago(13)))
        .outcome("A healthy girl")
        .file(chart);
    a_medicine("435", "Salbutamol 100 microgram inhaler")
        .on(&Moment::month(chart.years_ago(6)))
        .when_needed("Two puffs when wheezy, at most four times a day", "Wheeze")
        .by(&staff.family_doctor)
        .file(chart);
    for (cvx, title, days) in [("115", "Tetanus, diphtheria and whooping cough", 2_900), ("213", "COVID-19", 1_300)] {
        let moment = Moment::day(chart.ago(days));
        a_vaccine(cvx, title).on(&moment).file(chart);
    }
    let flu = Moment::day(chart.autumn(1));
    a_vaccine("88", "Flu").on(&flu).file(chart);
    Observation::coded("72166-2", "Smoking", "social-history")
        .finding("266919005", "Never smoked")
        .on(&Moment::month(chart.years_ago(2)))
        .file(chart);
    let moment = Moment::at(chart.ago(420), 9, 10);
    a_panel("58410-2", "Full blood count")
        .on(moment)
        .by(&staff.laboratory)
        .ordered_by(&staff.family_doctor)
        .values(&[(analyte::WHITE_CELLS, 6.3), (analyte::HEMOGLOBIN_SI, 127.0), (analyte::PLATELETS, 268.0)])
        .file(chart);
}

fn lump(chart: &mut Chart, staff: &Staff) {
    let day = chart.ago(27);
    let visit = a_visit("Visit to your family doctor", day, 10, 20)
        .by(&staff.family_doctor)
        .because("A lump in the left breast, noticed two weeks ago")
        .file(chart);
    Letter {
        code: "11488-4",
        title: "Referral to the breast clinic",
        on: Moment::at(day, 17, 0),
        by: &staff.family_doctor,
        text: "Dear colleagues,\n\nThank you for seeing Hannah, a teacher of 46, who felt a lump in \
               her left breast two weeks ago while swimming.\n\nOn examination: a firm lump of about \
               2 cm, upper outer part of the left breast, not tender, moves with the tissue. Skin \
               and nipple look as usual. I can't feel any lumps in the armpit.\n\nHer mother's \
               sister had breast cancer at 51. Hannah has mild asthma. Penicillin gave her a rash.\n\n\
               She knows that this is an urgent referral and why.\n\nRuth Pemberley",
        pdf: &[],
    }
    .file(chart);
    for value in [
        blood_pressure(chart, 124.0, 78.0),
        Observation::of(analyte::PULSE).is(72.0).category("vital-signs"),
        Observation::of(analyte::WEIGHT).is(68.4).category("vital-signs"),
        Observation::of(analyte::HEIGHT).is(167.0).category("vital-signs"),
        Observation::of(analyte::BODY_MASS).is(24.5).category("vital-signs"),
    ] {
        value.on(&Moment::at(day, 10, 5)).during(&visit).file(chart);
    }
    let last_period = Moment::day(chart.ago(38));
    Observation::coded("8665-2", "First day of last period", "social-history")
        .moment(&last_period)
        .on(&Moment::day(day))
        .during(&visit)
        .file(chart);
}

fn told(chart: &mut Chart, staff: &Staff) {
    let day = chart.ago(8);
    let visit = a_visit("Results clinic", day, 14, 45)
        .by(&staff.surgeon)
        .at(&staff.hospital)
        .because("To talk about the results of the biopsy")
        .file(chart);
    let cancer = a_diagnosis("254837009", "Breast cancer, left side", "active")
        .on(&Moment::day(day))
        .by(&staff.surgeon)
        .site("Left breast")
        .stage("Clinical stage IIA (cT2 cN0), as far as known today")
        .during(&visit)
        .file(chart);
    Letter {
        code: "11506-3",
        title: "Letter after the results clinic",
        on: Moment::at(day, 17, 0),
        by: &staff.nurse,
        text: "Dear Hannah,\n\nThis is what we talked about today, in writing, because it is a lot \
               to take in at once.\n\nThe biopsy shows breast cancer. It is 2 cm in size, and the \
               nodes in your armpit look as usual on the scan. The cancer cells react to hormones. \
               One test (HER2) is still running.\n\nWhat comes next: blood tests, a CT scan and a \
               bone scan to be sure that it is nowhere else, and an MRI of the breast. The whole \
               team meets on Thursday. Then we see you and plan treatment together.\n\nYou can ring \
               me on +44 1632 960205, Monday to Friday, 8.30 to 16.30. There is no question too \
               small.\n\nJoan Tibbs, breast care nurse",
        pdf: &[],
    }
    .file(chart);
    Observation::coded("89247-1", "How active you can be (ECOG)", "survey")
        .finding("425389002", "0: as before, no limits")
        .on(&Moment::at(day, 14, 10))
        .during(&visit)
        .file(chart);
    Observation::coded("72514-3", "Pain, from 0 to 10", "survey")
        .count(1)
        .on(&Moment::at(day, 14, 10))
        .during(&visit)
        .file(chart);
    Observation::coded("", "What worries you most?", "survey")
        .words("How to tell my daughter. And whether I can finish the school year.")
        .on(&Moment::at(day, 14, 12))
        .during(&visit)
        .file(chart);
    a_plan(
        "From diagnosis to treatment",
        &Moment::day(day),
        &[
            ("Blood tests", "completed"),
            ("CT scan and bone scan", "in-progress"),
            ("MRI of the breast", "scheduled"),
            ("Treatment planned together", "not-started"),
            ("Talk about work and family with the counsellor", "not-started"),
        ],
    )
    .by(&staff.nurse)
    .with("addresses", json!([cancer.by_address()]))
    .file(chart);
    a_team(
        "Breast team",
        &[(&staff.surgeon, "Surgeon"), (&staff.nurse, "Breast care nurse"), (&staff.family_doctor, "Family doctor")],
    )
    .file(chart);
}

fn first_bloods(chart: &mut Chart, staff: &Staff) {
    let moment = Moment::at(chart.ago(8), 15, 25);
    a_panel("58410-2", "Full blood count")
        .on(moment.clone())
        .by(&staff.laboratory)
        .ordered_by(&staff.surgeon)
        .sample("Blood from a vein")
        .value(Observation::of(analyte::WHITE_CELLS).is(7.1).flag(Flag::Normal))
        .value(Observation::of(analyte::NEUTROPHILS).is(4.3).flag(Flag::Normal))
        .value(Observation::of(analyte::LYMPHOCYTES).is(2.1).flag(Flag::Normal))
        .value(Observation::of(analyte::HEMOGLOBIN_SI).is(114.0))
        .value(Observation::of(analyte::PLATELETS).is(301.0).flag(Flag::Normal))
        .file(chart);
    a_panel("24323-8", "Kidney, liver and bone tests")
        .on(moment.clone())
        .by(&staff.laboratory)
        .ordered_by(&staff.surgeon)
        .sample("Blood from a vein")
        .values(&[
            (analyte::SODIUM, 139.0),
            (analyte::POTASSIUM, 4.2),
            (analyte::CREATININE_SI, 66.0),
            (analyte::EGFR, 98.0),
            (analyte::CALCIUM_SI, 2.34),
            (analyte::ALT, 19.0),
            (analyte::ALP, 71.0),
            (analyte::BILIRUBIN_SI, 9.0),
            (analyte::ALBUMIN_SI, 43.0),
        ])
        .file(chart);
    a_panel("", "Other blood tests")
        .on(moment.clone())
        .by(&staff.laboratory)
        .ordered_by(&staff.surgeon)
        .values(&[(analyte::FERRITIN, 9.0), (analyte::VITAMIN_D, 17.0), (analyte::HBA1C, 5.3), (analyte::INR, 1.0)])
        .value(Observation::of(analyte::CA_15_3.with_range(Range::AtMost(28.0))).is(22.0))
        .file(chart);
    Observation::coded("2118-8", "Pregnancy test", "laboratory")
        .yes_or_no(false)
        .on(&moment)
        .by(&staff.laboratory)
        .note("Asked of everyone of child-bearing age before scans.")
        .file(chart);
    let started = Moment::day(chart.ago(7));
    a_medicine("", "Ferrous fumarate 210 mg tablets")
        .on(&started)
        .take("One tablet once a day, on an empty stomach if you can", &daily(1, 1), Some(210.0))
        .by(&staff.family_doctor)
        .because("Iron stores are low")
        .file(chart);
    an_own_medicine("5640", "Ibuprofen 200 mg")
        .over(&Moment::month(chart.ago(60)), None)
        .take("Now and then for period pain", &Value::Null, None)
        .file(chart);
}

fn ahead(chart: &mut Chart, staff: &Staff) {
    let booked = [
        (2, 10, "Clinic: plan your treatment", "Bring someone with you if you like, and your list of questions."),
        (5, 8, "MRI of the breast", "Leave metal at home. Tell us if small spaces worry you."),
        (8, 11, "Check before the operation", "Bring all medicines that you take, in their boxes."),
    ];
    for (days, hour, title, prepare) in booked {
        let day = chart.ahead(days);
        an_appointment(title, day, hour, 30).by(&staff.surgeon).prepare(prepare).file(chart);
    }
    let day = chart.ahead(16);
    an_appointment("Operation on the left breast", day, 7, 30)
        .by(&staff.surgeon)
        .status("pending", "")
        .with("comment", json!("The day is kept for you; we confirm it at the clinic."))
        .file(chart);
    let day = chart.ago(4);
    an_appointment("Call with the counsellor", day, 16, 0)
        .by(&staff.nurse)
        .status("cancelled", "You asked for another day")
        .file(chart);
}
