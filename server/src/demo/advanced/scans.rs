//! Eight scans, twelve weeks apart: large at first, much smaller, then held. The last was four days
//! ago and carries a letter in English as PDF, for a visit to another hospital.

use super::Staff;
use crate::demo::{
    bundle::Chart,
    days::Moment,
    observation::{Observation, quantity},
    report::an_imaging_report,
};

/// Days back, largest size in millimetres, impression, the rest of the text.
const SCANS: [(i64, f64, &str, &str); 8] = [
    (
        604,
        47.0,
        "كتلة 47 ملم في الرئة اليمنى مع عقد متضخمة في المنصف وبؤرتين في العظم (الفقرة القطنية \
         الثالثة والورك الأيسر).",
        "الكبد والكظران: طبيعيان. بعد التصوير ظهر شرى وضيق خفيف في التنفس، وعولجا في القسم.",
    ),
    (
        508,
        26.0,
        "استجابة جيدة: صغرت كتلة الرئة من 47 إلى 26 ملم، وصغرت العقد.",
        "البؤرتان في العظم أكثر كثافة من قبل، وهذا من علامات الالتئام.",
    ),
    (424, 19.0, "استمرار التحسن: كتلة الرئة 19 ملم.", "لا بؤر جديدة."),
    (340, 17.0, "المرض مستقر: كتلة الرئة 17 ملم.", "لا بؤر جديدة. الكبد طبيعي."),
    (256, 17.0, "المرض مستقر، دون تغيّر.", "تغيّر بسيط في قاعدة الرئة اليسرى بعد زكام."),
    (172, 16.0, "المرض مستقر: كتلة الرئة 16 ملم.", "زال التغيّر في قاعدة الرئة اليسرى. الكبد طبيعي الشكل."),
    (88, 17.0, "المرض مستقر. فرق ملم واحد لا يُعدّ تغيّرًا.", "لا بؤر جديدة."),
    (
        4,
        18.0,
        "المرض مستقر: كتلة الرئة 18 ملم. لا بؤر جديدة.",
        "الفقرة القطنية الثالثة: انضغاط خفيف جديد بنسبة 15 في المئة دون ضغط على النخاع. قد يفسر \
         ألم الظهر.",
    ),
];

pub fn all(chart: &mut Chart, staff: &Staff) {
    for (days, size, impression, rest) in SCANS {
        let moment = Moment::at(chart.ago(days), 12, 30);
        let size = Observation::coded("33728-7", "أكبر قياس لكتلة الرئة", "imaging")
            .with_quantity(quantity(size, 0, ("mm", "mm")))
            .site("الرئة اليمنى")
            .on(&moment)
            .by(&staff.radiologist)
            .file(chart);
        let text = format!(
            "الانطباع\n{impression}\n\nالسبب\nمتابعة سرطان الرئة.\n\nالطريقة\nتصوير مقطعي للصدر والبطن \
             مع مادة تباين بعد دواء واقٍ.\n\nما ظهر\n{rest}",
        );
        let report = an_imaging_report("24627-2", "تصوير مقطعي للصدر والبطن")
            .on(&moment)
            .by(&staff.radiologist, &staff.hospital)
            .ordered_by(&staff.oncologist)
            .results(&[size])
            .conclusion(impression)
            .text(&text);
        let report = if days == 4 {
            report.pdf(
                "CT scan: summary in English",
                &[
                    "Patient: Salma Al-Najjar",
                    "For: any hospital that sees her while she travels",
                    "",
                    "CT of chest and abdomen with contrast, after premedication.",
                    "",
                    "Lung: mass of 18 mm on the right, not changed (17 mm twelve weeks ago).",
                    "Lymph nodes: not enlarged. Liver: normal.",
                    "Bone: known lesions of L3 and left hip. New slight compression",
                    "of L3 (15 %), no pressure on the spinal cord.",
                    "",
                    "Impression: stable disease.",
                    "",
                    "Allergy: iodinated contrast (hives, breathlessness).",
                    "Treatment: osimertinib 40 mg once a day.",
                    "",
                    "Riverside Cancer Centre, +44 1632 960200",
                ],
            )
        } else {
            report
        };
        report.file(chart);
    }
    an_imaging_report("24590-2", "رنين مغناطيسي للدماغ")
        .on(&Moment::at(chart.ago(586), 16, 0))
        .by(&staff.radiologist, &staff.hospital)
        .ordered_by(&staff.oncologist)
        .conclusion("لا بؤر في الدماغ.")
        .file(chart);
}
