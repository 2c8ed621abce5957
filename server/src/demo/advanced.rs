//! Salma Al-Najjar, 61: lung cancer that had spread when it was found 20 months ago, held by a
//! tablet. Scans every twelve weeks, liver tests every four; one rise of the liver values stopped
//! the tablet for two weeks and brought half the dose.

mod scans;

use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::{
    Life, analyte,
    bundle::{Chart, Language, Person, Ref, Sex, snomed},
    days::{Moment, back},
    event::{
        a_diagnosis, a_medication, a_medicine, a_plan, a_procedure, a_radiation, a_team, a_vaccine, a_visit,
        an_allergy, an_appointment, an_infusion, an_own_medicine, daily,
    },
    observation::{Flag, Observation, blood_pressure},
    panel::a_panel,
    report::{Letter, a_genetics_report, a_pathology_report},
};

struct Staff {
    oncologist: Ref,
    palliative: Ref,
    nurse: Ref,
    radiologist: Ref,
    pathologist: Ref,
    hospital: Ref,
    laboratory: Ref,
}

pub fn life(today: Date) -> Life {
    let person = Person {
        slug: "advanced-cancer",
        name: "سلمى النجّار",
        given: "سلمى",
        family: "النجّار",
        latin: Some(("Salma", "Al-Najjar")),
        sex: Sex::Female,
        birth_date: date(today.year() - 61, 1, 18),
        language: Language::Arabic,
        phone: "+44 1632 960104",
    };
    let mut chart = Chart::of(&person, today);
    let staff = Staff {
        oncologist: chart.practitioner("د.", "ياسر", "الدروبي", "طب الأورام"),
        palliative: chart.practitioner("د.", "هدى", "القصّاب", "الرعاية التلطيفية"),
        nurse: chart.practitioner("", "مها", "عبّود", "تمريض الأورام"),
        radiologist: chart.practitioner("د.", "فارس", "الزهراوي", "الأشعة"),
        pathologist: chart.practitioner("د.", "لمى", "الحلواني", "علم الأمراض"),
        hospital: chart.organization("مركز الضفّة لعلاج السرطان", "+44 1632 960200"),
        laboratory: chart.organization("مختبر الضفّة", "+44 1632 960210"),
    };
    before(&mut chart, &staff);
    let cancer = found(&mut chart, &staff);
    tablets(&mut chart, &staff, &cancer);
    for month in 0..21 {
        monthly(&mut chart, &staff, month);
    }
    scans::all(&mut chart, &staff);
    heart(&mut chart, &staff);
    comfort(&mut chart, &staff);
    ahead(&mut chart, &staff);
    Life::new(&person, "Living with advanced lung cancer: tablets and scans", chart)
}

fn before(chart: &mut Chart, staff: &Staff) {
    an_allergy("293637006", "مادة التباين اليودية", "high", "شرى وضيق في التنفس")
        .on(&Moment::day(chart.ago(604)))
        .by(&staff.radiologist)
        .note("يُعطى دواء واقٍ قبل كل تصوير بالتباين.")
        .file(chart);
    a_diagnosis("40930008", "قصور الغدة الدرقية", "active").on(&Moment::year(chart.years_ago(15))).file(chart);
    a_medicine("10582", "ليفوثيروكسين 75 ميكروغرام")
        .on(&Moment::year(chart.years_ago(15)))
        .take("حبة واحدة كل صباح قبل الفطور بنصف ساعة", &daily(1, 1), None)
        .by(&staff.oncologist)
        .file(chart);
    Observation::coded("72166-2", "التدخين", "social-history")
        .finding("266919005", "لم تدخّن قط")
        .on(&Moment::month(chart.ago(610)))
        .file(chart);
    a_vaccine("88", "الإنفلونزا").on(&Moment::month(chart.autumn(0))).file(chart);
    a_vaccine("213", "كوفيد-19").on(&Moment::month(chart.ago(215))).file(chart);
}

fn found(chart: &mut Chart, staff: &Staff) -> Ref {
    let day = chart.ago(598);
    a_procedure("10847001", "تنظير القصبات مع خزعة")
        .on(&Moment::at(day, 11, 30))
        .by(&staff.radiologist)
        .because("كتلة في الرئة اليمنى")
        .outcome("أُخذت خمس عينات دون مضاعفات")
        .file(chart);
    a_pathology_report("11526-1", "تقرير الأنسجة: الرئة اليمنى")
        .on(&Moment::at(day, 11, 30))
        .issued(&Moment::at(chart.ago(590), 15, 0))
        .by(&staff.pathologist, &staff.laboratory)
        .ordered_by(&staff.oncologist)
        .sample("خمس عينات من الرئة اليمنى")
        .finding(&snomed("254626006", "سرطانة غدية في الرئة"))
        .conclusion("سرطانة غدية في الرئة (سرطان رئة غير صغير الخلايا).")
        .file(chart);
    let results = [
        Observation::coded("48018-6", "الجين EGFR", "laboratory").words("طفرة: حذف في الإكسون 19").flag(Flag::Unusual),
        Observation::coded("48018-6", "الجين ALK", "laboratory").words("لا تغيّر"),
        Observation::coded("85147-7", "PD-L1", "laboratory").with_quantity(
            json!({"value": 1, "comparator": "<", "unit": "%", "system": "http://unitsofmeasure.org", "code": "%"}),
        ),
    ]
    .map(|value| value.on(&Moment::day(day)).by(&staff.laboratory).file(chart));
    a_genetics_report("51969-4", "فحص جينات الورم")
        .on(&Moment::day(day))
        .issued(&Moment::at(chart.ago(582), 12, 0))
        .by(&staff.pathologist, &staff.laboratory)
        .ordered_by(&staff.oncologist)
        .sample("نسيج من الرئة اليمنى")
        .results(&results)
        .conclusion(
            "في الورم طفرة في الجين EGFR (حذف في الإكسون 19). هناك أقراص تعمل جيدًا مع هذه الطفرة. \
             وهي في الورم فقط ولا تنتقل إلى الأبناء.",
        )
        .file(chart);
    let cancer = a_diagnosis("254637007", "سرطان الرئة غير صغير الخلايا", "active")
        .on(&Moment::day(chart.ago(590)))
        .by(&staff.oncologist)
        .site("الرئة اليمنى، مع بؤر في العظم")
        .stage("المرحلة الرابعة (cT2 cN2 cM1c)")
        .file(chart);
    a_radiation("علاج إشعاعي للورك الأيسر، جلسة واحدة 8 غراي", chart.ago(574), chart.ago(574))
        .by(&staff.oncologist)
        .site("الورك الأيسر")
        .because("ألم في العظم")
        .outcome("خفّ الألم كثيرًا خلال أسبوعين")
        .file(chart);
    cancer
}

/// The tablet: full dose, a pause, half the dose.
fn tablets(chart: &mut Chart, staff: &Staff, cancer: &Ref) {
    let drug = a_medication(chart, "1721560", "أوسيميرتينيب", "أقراص");
    for (days, words, dose, status, reason) in [
        (576, "قرص 80 ملغ مرة واحدة كل يوم، في الوقت نفسه", 80.0, "stopped", "ارتفاع إنزيمات الكبد"),
        (126, "قرص 40 ملغ مرة واحدة كل يوم، في الوقت نفسه", 40.0, "active", ""),
    ] {
        a_medicine("", "أوسيميرتينيب")
            .of_medication(&drug)
            .on(&Moment::day(chart.ago(days)))
            .take(words, &daily(1, 1), Some(dose))
            .because_of(cancer)
            .by(&staff.oncologist)
            .status(status, reason)
            .file(chart);
    }
    a_medicine("3640", "دوكسيسيكلين 100 ملغ")
        .on(&Moment::day(chart.ago(548)))
        .take("كبسولة كل يوم مع كأس ماء كبيرة", &daily(1, 1), Some(100.0))
        .by(&staff.oncologist)
        .because("طفح جلدي في الوجه")
        .status("completed", "")
        .file(chart);
    a_medicine("7052", "مورفين 5 ملغ، شراب")
        .on(&Moment::day(chart.ago(32)))
        .when_needed("5 ملغ عند الألم، وبين الجرعة والأخرى أربع ساعات على الأقل", "ألم")
        .by(&staff.palliative)
        .file(chart);
    an_own_medicine("161", "باراسيتامول 500 ملغ")
        .over(&Moment::month(chart.ago(300)), None)
        .take("قرص أو قرصان عند الحاجة، لا أكثر من ستة في اليوم", &Value::Null, None)
        .file(chart);
    // Every twelve weeks, on the day of the scan's clinic.
    for turn in 0..7 {
        let day = chart.ago(20 + 84 * turn);
        an_infusion("77655", "حمض الزوليدرونيك")
            .on(&Moment::at(day, 10, 30))
            .milligrams(4.0)
            .by(&staff.nurse)
            .note("لتقوية العظم")
            .file(chart);
    }
    Observation::coded("", "ساعة آخر جرعة", "survey")
        .time_of_day("07:30:00")
        .on(&Moment::day(chart.ago(4)))
        .by(&staff.nurse)
        .file(chart);
}

/// ALT by months back; the others follow it.
const ALT_BY_MONTH: [f64; 21] = [
    34.0, 36.0, 33.0, 41.0, 58.0, 141.0, 96.0, 61.0, 44.0, 38.0, 35.0, 31.0, 33.0, 29.0, 30.0, 27.0, 28.0, 24.0, 26.0,
    22.0, 19.0,
];

/// The blood test `month` times four weeks ago.
fn monthly(chart: &mut Chart, staff: &Staff, month: usize) {
    let alt = ALT_BY_MONTH[month];
    let days = 3 + 28 * i64::try_from(month).unwrap_or(0);
    let moment = Moment::at(chart.ago(days), 8, 40);
    let around = |chart: &mut Chart, centre, spread| chart.chance.around(centre, spread);
    let mut liver = a_panel("24325-3", "فحوص الكبد")
        .on(moment.clone())
        .by(&staff.laboratory)
        .ordered_by(&staff.oncologist)
        .sample("دم وريدي")
        .value(Observation::of(analyte::ALT).is(alt))
        .values(&[
            (analyte::AST, alt * 0.8),
            (analyte::ALP, around(chart, 101.0, 14.0)),
            (analyte::BILIRUBIN, if alt > 100.0 { 1.2 } else { around(chart, 0.6, 0.2) }),
            (analyte::ALBUMIN, around(chart, 3.8, 0.2)),
        ]);
    if month == 5 {
        liver = liver.conclusion("ارتفاع في إنزيمات الكبد، يُنصح بإعادة الفحص خلال أيام.");
    }
    liver.file(chart);
    a_panel("58410-2", "تعداد الدم")
        .on(moment.clone())
        .by(&staff.laboratory)
        .ordered_by(&staff.oncologist)
        .sample("دم وريدي")
        .values(&[
            (analyte::WHITE_CELLS, around(chart, 4.9, 0.8)),
            (analyte::NEUTROPHILS, around(chart, 2.9, 0.6)),
            (analyte::HEMOGLOBIN, around(chart, 11.7, 0.6)),
            (analyte::PLATELETS, around(chart, 196.0, 30.0)),
            (analyte::CREATININE, around(chart, 0.78, 0.08)),
            (analyte::CALCIUM, around(chart, 9.2, 0.4)),
        ])
        .file(chart);
    let visit = a_visit("زيارة عيادة الأورام", chart.ago(days - 1), 10, 30)
        .by(&staff.oncologist)
        .at(&staff.hospital)
        .file(chart);
    let (upper, weight, oxygen) = (
        around(chart, 121.0, 8.0),
        59.5 - (20.0 - f64::from(u8::try_from(month).unwrap_or(0))) * 0.15,
        around(chart, 96.0, 1.0),
    );
    for value in [
        blood_pressure(chart, upper, 74.0),
        Observation::of(analyte::WEIGHT).is(weight),
        Observation::of(analyte::OXYGEN).is(oxygen),
    ] {
        value
            .category("vital-signs")
            .on(&Moment::at(chart.ago(days - 1), 10, 5))
            .by(&staff.nurse)
            .during(&visit)
            .file(chart);
    }
    Observation::coded("72514-3", "الألم من 0 إلى 10", "survey")
        .count([3, 4, 2, 1, 2, 2][month % 6])
        .on(&Moment::at(chart.ago(days - 1), 10, 5))
        .by(&staff.nurse)
        .during(&visit)
        .file(chart);
    if month == 5 {
        peak(chart, staff, back(chart.ago(days), -3));
    }
}

/// Three days after the first rise: the highest value, and the tablet stops.
fn peak(chart: &mut Chart, staff: &Staff, day: Date) {
    a_panel("24325-3", "فحوص الكبد، إعادة")
        .on(Moment::at(day, 9, 15))
        .by(&staff.laboratory)
        .ordered_by(&staff.oncologist)
        .value(Observation::of(analyte::ALT).is(386.0).flag(Flag::VeryHigh))
        .value(Observation::of(analyte::AST).is(291.0).flag(Flag::VeryHigh))
        .value(Observation::of(analyte::BILIRUBIN).is(1.3))
        .conclusion("أُبلغ الطبيب هاتفيًا. أُوقف القرص أسبوعين ثم يُعاد بنصف الجرعة.")
        .file(chart);
    a_visit("مكالمة: إيقاف القرص مؤقتًا", day, 12, 15).by(&staff.oncologist).because("ارتفاع إنزيمات الكبد").file(chart);
}

/// A heart tracing: the tablet can lengthen QT.
fn heart(chart: &mut Chart, staff: &Staff) {
    const BEAT: [i32; 40] = [
        0, 0, 1, 3, 5, 3, 1, 0, 0, -4, 38, 92, 41, -18, -6, 0, 0, 1, 2, 4, 7, 11, 14, 15, 13, 9, 5, 2, 1, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0,
    ];
    let moment = Moment::at(chart.ago(88), 9, 50);
    let data: Vec<String> = (0..200).map(|at| BEAT[at % BEAT.len()].to_string()).collect();
    let lead = Observation::coded("", "تخطيط القلب، المسار الثاني", "procedure")
        .samples(20, &data.join(" "))
        .on(&moment)
        .by(&staff.nurse)
        .file(chart);
    let interval =
        Observation::of(analyte::QT).is(438.0).category("procedure").on(&moment).by(&staff.nurse).file(chart);
    Observation::coded("11524-6", "تخطيط القلب", "procedure")
        .words("نظم منتظم، ولا إطالة في QT")
        .groups(&[lead, interval])
        .on(&moment)
        .by(&staff.oncologist)
        .file(chart);
}

fn comfort(chart: &mut Chart, staff: &Staff) {
    let day = chart.ago(32);
    let visit = a_visit("عيادة الرعاية التلطيفية", day, 13, 55)
        .by(&staff.palliative)
        .at(&staff.hospital)
        .because("ألم في الظهر وتعب")
        .file(chart);
    Observation::coded("89247-1", "النشاط اليومي (ECOG)", "survey")
        .finding("422512005", "1: تعب مع القدرة على الأعمال الخفيفة")
        .on(&Moment::at(day, 13, 5))
        .during(&visit)
        .file(chart);
    Observation::coded("", "ما الأهم لديكِ الآن؟", "survey")
        .words("أن أبقى في بيتي، وأن أحضر تخرّج حفيدي في الصيف.")
        .on(&Moment::at(day, 13, 10))
        .during(&visit)
        .file(chart);
    Letter {
        code: "11488-4",
        title: "رسالة من عيادة الرعاية التلطيفية",
        on: Moment::at(day, 17, 0),
        by: &staff.palliative,
        text: "السيدة سلمى،\n\nهذه خلاصة ما تحدثنا عنه اليوم.\n\nالألم في الظهر يزعجك مساءً أكثر من \
               الصباح. اتفقنا على شراب المورفين بجرعة صغيرة عند الحاجة، مع شراب يمنع الإمساك. هذه \
               الجرعة لا تسبب الإدمان ولا تعني أن المرض اشتد.\n\nللتعب: راحة قصيرة بعد الظهر، ومشي \
               قليل كل يوم.\n\nقلتِ إن أهم شيء لك أن تبقي في بيتك وأن تحضري تخرّج حفيدك. سجلنا ذلك \
               ليعرفه كل من يعتني بك.\n\nنتصل بك بعد أسبوعين، ويمكنك الاتصال بنا قبل ذلك على \
               \u{2068}+44 1632 960206\u{2069}.\n\nهدى القصّاب",
        pdf: &[],
    }
    .file(chart);
    a_plan(
        "خطة العناية في البيت",
        &Moment::day(day),
        &[
            ("تخفيف الألم", "in-progress"),
            ("زيارة ممرضة البيت كل أسبوعين", "in-progress"),
            ("الحديث مع العائلة عن الرغبات", "completed"),
            ("علاج طبيعي خفيف", "not-started"),
        ],
    )
    .by(&staff.palliative)
    .file(chart);
    a_team(
        "فريق العناية",
        &[
            (&staff.oncologist, "طبيب الأورام"),
            (&staff.palliative, "طبيبة الرعاية التلطيفية"),
            (&staff.nurse, "الممرضة المسؤولة"),
        ],
    )
    .file(chart);
}

fn ahead(chart: &mut Chart, staff: &Staff) {
    for (days, hour, title, prepare, who) in [
        (11, 9, "مكالمة من الرعاية التلطيفية", "", &staff.palliative),
        (25, 8, "تحليل دم", "لا حاجة إلى الصيام.", &staff.nurse),
        (
            80,
            12,
            "تصوير مقطعي",
            "خذي الدواء الواقي من الحساسية قبل 13 ساعة و7 ساعات وساعة واحدة من التصوير.",
            &staff.radiologist,
        ),
        (84, 10, "زيارة عيادة الأورام", "", &staff.oncologist),
    ] {
        let day = chart.ahead(days);
        an_appointment(title, day, hour, 15).by(who).prepare(prepare).file(chart);
    }
}
