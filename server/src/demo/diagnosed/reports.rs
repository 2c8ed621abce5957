//! What was looked at: scans, tissue and genes, with the reports as they were written.

use super::Staff;
use crate::demo::{
    analyte,
    bundle::{Chart, snomed},
    days::Moment,
    event::{a_procedure, a_visit},
    observation::{Flag, Observation, quantity},
    report::{a_genetics_report, a_pathology_report, an_imaging_report},
};

pub fn scans(chart: &mut Chart, staff: &Staff) {
    let day = chart.ago(18);
    a_visit("One-stop breast clinic", day, 9, 90)
        .by(&staff.surgeon)
        .at(&staff.hospital)
        .because("A lump in the left breast")
        .file(chart);
    an_imaging_report("24606-6", "Mammogram of both breasts")
        .on(&Moment::at(day, 9, 40))
        .by(&staff.radiologist, &staff.hospital)
        .ordered_by(&staff.surgeon)
        .conclusion(
            "A dense area with uneven edges in the left breast that needs a biopsy (M5). The right \
             breast looks as usual.",
        )
        .text(
            "MAMMOGRAM OF BOTH BREASTS\n\nWhy it was done\nA lump in the left breast.\n\nWhat was \
             seen\nLeft: a dense area of 21 mm with uneven edges in the upper outer part, where the \
             lump is felt. A few fine specks of calcium close to it.\nRight: no changes of \
             concern.\nBreast density: C.\n\nConclusion\nM5 on the left, M1 on the right. Ultrasound \
             and biopsy today.",
        )
        .file(chart);
    let size = Observation::coded("33728-7", "Largest size of the lump", "imaging")
        .with_quantity(quantity(21.0, 0, ("mm", "mm")))
        .site("Left breast, upper outer part")
        .on(&Moment::at(day, 10, 15))
        .by(&staff.radiologist)
        .file(chart);
    an_imaging_report("24601-7", "Ultrasound of the left breast and armpit")
        .on(&Moment::at(day, 10, 15))
        .by(&staff.radiologist, &staff.hospital)
        .ordered_by(&staff.surgeon)
        .results(&[size])
        .conclusion("A solid lump of 21 mm (U5). The lymph nodes in the armpit look as usual.")
        .file(chart);
    a_procedure("122548005", "Needle biopsy of the left breast")
        .on(&Moment::at(day, 10, 30))
        .by(&staff.radiologist)
        .site("Left breast, upper outer part")
        .outcome("Four samples taken. A small marker was left in place.")
        .follow_up("Results at the clinic in nine days")
        .file(chart);
}

pub fn tissue(chart: &mut Chart, staff: &Staff) {
    let (taken, read) = (chart.ago(18), chart.ago(10));
    let taken = Moment::at(taken, 10, 30);
    let results = [
        Observation::coded("16112-5", "Oestrogen receptor (ER)", "laboratory")
            .finding("10828004", "Positive (Allred score 8 of 8)")
            .flag(Flag::Unusual),
        Observation::coded("16113-3", "Progesterone receptor (PR)", "laboratory")
            .finding("10828004", "Positive (Allred score 6 of 8)")
            .flag(Flag::Unusual),
        Observation::coded("85319-2", "HER2 by staining", "laboratory")
            .finding("42425007", "2+, neither clearly positive nor negative")
            .method("Immunohistochemistry")
            .note("A second test (FISH) on the same sample decides. It takes about two weeks."),
        Observation::of(analyte::KI_67).is(18.0),
        Observation::coded("44648-4", "Grade of the tumour", "laboratory").words("Grade 2 (3 + 2 + 2 = 7 points)"),
    ]
    .map(|result| result.on(&taken).by(&staff.pathologist).file(chart));
    a_pathology_report("11526-1", "Tissue report: left breast biopsy")
        .on(&taken)
        .issued(&Moment::at(read, 16, 20))
        .by(&staff.pathologist, &staff.laboratory)
        .ordered_by(&staff.surgeon)
        .sample("Four needle samples from the left breast")
        .results(&results)
        .finding(&snomed("408643008", "Infiltrating duct carcinoma of breast"))
        .conclusion(
            "Invasive ductal carcinoma, grade 2. Oestrogen receptor positive, progesterone receptor \
             positive, HER2 not decided yet.",
        )
        .text(
            "TISSUE REPORT\n\nSample\nLeft breast, 10 o'clock, four needle samples of up to 15 mm, \
             in formalin within five minutes.\n\nMicroscopy\nAll four samples hold invasive ductal \
             carcinoma (no special type). Tubules 3, nuclei 2, mitoses 2: grade 2. A little ductal \
             carcinoma in situ of intermediate grade. No invasion of vessels seen.\n\nReceptors\nER \
             Allred 8/8. PR Allred 6/8. HER2 2+ on staining: FISH has been asked for. Ki-67 about \
             18 %.\n\nConclusion\nInvasive ductal carcinoma of the left breast, grade 2 (B5b).",
        )
        .file(chart);
    Observation::coded("85318-4", "HER2 by FISH", "laboratory")
        .status("registered")
        .absent("unknown")
        .on(&taken)
        .by(&staff.laboratory)
        .note("Asked for; not back yet.")
        .file(chart);
}

pub fn genes(chart: &mut Chart, staff: &Staff) {
    let (taken, ready) = (Moment::at(chart.ago(18), 11, 5), Moment::at(chart.ago(2), 15, 0));
    let results = [
        ("BRCA1", "No harmful change found"),
        ("BRCA2", "No harmful change found"),
        ("PALB2", "No harmful change found"),
        ("TP53", "No harmful change found"),
        ("ATM", "A change whose meaning is not known (c.2608A>G)"),
    ]
    .map(|(gene, answer)| {
        Observation::coded("69548-6", &format!("{gene} gene"), "laboratory")
            .words(answer)
            .on(&taken)
            .by(&staff.laboratory)
            .file(chart)
    });
    a_genetics_report("51969-4", "Genetic test: inherited breast cancer genes")
        .on(&taken)
        .issued(&ready)
        .by(&staff.geneticist, &staff.laboratory)
        .ordered_by(&staff.surgeon)
        .sample("Blood from a vein")
        .results(&results)
        .conclusion(
            "No inherited change that explains the cancer was found in BRCA1, BRCA2, PALB2 or TP53. \
             One change in ATM has no known meaning: it should not change your treatment or what \
             your family does.",
        )
        .text(
            "GENETIC TEST\n\nWhat was looked at\nBRCA1, BRCA2, PALB2, TP53, CHEK2, ATM, from a blood \
             sample. Whole coding parts, and missing or doubled pieces.\n\nResult\nNo harmful change \
             found.\nATM c.2608A>G (one copy): a change of uncertain meaning. Most of these turn out \
             to be harmless. The laboratory looks again when more is known and writes to you \
             then.\n\nFor your family\nRelatives need no test because of this result. Your daughter's \
             own breast screening should start at the usual age, and she may ask again when she is \
             an adult.",
        )
        .file(chart);
}

/// Done, but not all read: one preliminary, one only registered.
pub fn staging(chart: &mut Chart, staff: &Staff) {
    let day = chart.ago(3);
    an_imaging_report("24627-2", "CT scan of chest, belly and pelvis")
        .on(&Moment::at(day, 8, 45))
        .by(&staff.radiologist, &staff.hospital)
        .ordered_by(&staff.surgeon)
        .status("preliminary")
        .conclusion(
            "First reading: no sign of spread in lungs or liver. A small cyst in the left kidney, of \
             no concern. A second radiologist will confirm this.",
        )
        .file(chart);
    let day = chart.ago(1);
    an_imaging_report("18748-4", "Bone scan")
        .on(&Moment::at(day, 13, 0))
        .by(&staff.radiologist, &staff.hospital)
        .ordered_by(&staff.surgeon)
        .status("registered")
        .file(chart);
    a_visit("Bone scan", day, 10, 30).by(&staff.radiologist).at(&staff.hospital).file(chart);
}
