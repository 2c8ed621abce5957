//! Which self-care advice fits the answers of a report.
//!
//! Advice is for what someone can do something about at home. With a red flag, a fever or a part as bad
//! as can be there is none: then it is time to call, and nothing else should be on the page.
//!
//! The texts are facts that the named sources agree on, in words of our own; they name no medicine and
//! no dose. They wait for the review of a clinician who speaks the language.

use std::cmp::Reverse;

use crate::diary::{
    alert::Rules,
    report::{Attribute, Level, Report, Symptom},
};

macro_rules! advices {
    ($($name:ident = $code:literal: $sources:expr),+ $(,)?) => {
        /// A symptom that Daybook has advice for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Advice { $($name),+ }

        impl Advice {
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code of the symptom.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// Where the facts come from.
            pub const fn sources(self) -> &'static [Source] {
                match self { $(Self::$name => &$sources),+ }
            }
        }
    };
}

advices! {
    Pain = "pain": [NCI_PAIN],
    Tiredness = "tiredness": [NCI_FATIGUE],
    Nausea = "nausea": [NCI_NAUSEA],
    Vomiting = "vomiting": [NCI_NAUSEA],
    Constipation = "constipation": [NCI_CONSTIPATION, ONCOLINK_CONSTIPATION],
    Diarrhoea = "diarrhoea": [NCI_DIARRHEA, MAYO_DIARRHEA],
    Breathlessness = "breathlessness": [MACMILLAN_BREATHLESSNESS, CRUK_BREATHING],
    Appetite = "appetite": [CCS_APPETITE],
    Numbness = "numbness": [ACS_NEUROPATHY, HUNTSMAN_NEUROPATHY],
    MouthSores = "mouth-sores": [MSK_MOUTH, NCI_MOUTH],
    Sleep = "sleep": [ACS_SLEEP, LLS_SLEEP],
    Mood = "mood": [ACS_DISTRESS],
}

/// Public advice that ours was written from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Who published it, as they call themselves.
    pub name: &'static str,
    pub url: &'static str,
}

const NCI: &str = "National Cancer Institute";
const ACS: &str = "American Cancer Society";

const NCI_PAIN: Source = Source { name: NCI, url: "https://www.cancer.gov/about-cancer/treatment/side-effects/pain" };
const NCI_FATIGUE: Source =
    Source { name: NCI, url: "https://www.cancer.gov/about-cancer/treatment/side-effects/fatigue" };
const NCI_NAUSEA: Source =
    Source { name: NCI, url: "https://www.cancer.gov/about-cancer/treatment/side-effects/nausea-vomiting" };
const NCI_CONSTIPATION: Source =
    Source { name: NCI, url: "https://www.cancer.gov/about-cancer/treatment/side-effects/constipation" };
const NCI_DIARRHEA: Source =
    Source { name: NCI, url: "https://www.cancer.gov/about-cancer/treatment/side-effects/diarrhea" };
const NCI_MOUTH: Source =
    Source { name: NCI, url: "https://www.cancer.gov/about-cancer/treatment/side-effects/mouth-throat" };
const ONCOLINK_CONSTIPATION: Source = Source {
    name: "OncoLink",
    url: "https://www.oncolink.org/support/practical-and-emotional/physical-concerns/constipation",
};
const MAYO_DIARRHEA: Source = Source {
    name: "Mayo Clinic",
    url: "https://www.mayoclinic.org/diseases-conditions/cancer/in-depth/diarrhea/art-20044799",
};
const MACMILLAN_BREATHLESSNESS: Source = Source {
    name: "Macmillan Cancer Support",
    url: "https://www.macmillan.org.uk/cancer-information-and-support/impacts-of-cancer/breathlessness/managing-and-treating-breathlessness",
};
const CRUK_BREATHING: Source = Source {
    name: "Cancer Research UK",
    url: "https://www.cancerresearchuk.org/about-cancer/coping/physically/breathing-problems/treatment/breathing-relaxation-techniques",
};
const CCS_APPETITE: Source =
    Source { name: "Canadian Cancer Society", url: "https://cancer.ca/en/treatments/side-effects/loss-of-appetite" };
const ACS_NEUROPATHY: Source = Source {
    name: ACS,
    url: "https://www.cancer.org/cancer/managing-cancer/side-effects/nervous-system/peripheral-neuropathy/what-is-peripherial-neuropathy.html",
};
const HUNTSMAN_NEUROPATHY: Source = Source {
    name: "Huntsman Cancer Institute",
    url: "https://healthcare.utah.edu/huntsmancancerinstitute/cancer-information/cancer-types-and-topics/neuropathy.php",
};
const MSK_MOUTH: Source = Source {
    name: "Memorial Sloan Kettering Cancer Center",
    url: "https://www.mskcc.org/cancer-care/patient-education/mouth-care-during-your-treatment",
};
const ACS_SLEEP: Source = Source {
    name: ACS,
    url: "https://www.cancer.org/treatment/treatments-and-side-effects/physical-side-effects/sleep-problems.html",
};
const LLS_SLEEP: Source = Source {
    name: "Leukemia & Lymphoma Society",
    url: "https://www.lls.org/diseaseinformation/managingyourcancer/treatmentnextsteps/sideeffects/sleepdisturbances/",
};
const ACS_DISTRESS: Source = Source {
    name: ACS,
    url: "https://www.cancer.org/cancer/managing-cancer/side-effects/emotional-mood-changes/distress/managing-distress.html",
};

/// Advices that are shown at once; a tired person reads no more.
pub const MOST: usize = 3;

/// What to say at the end of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fitting {
    /// Whom to call, and no advice.
    Call,
    /// The worst symptom first; none when nothing was wrong, or nothing that Daybook knows to advise on.
    Advice(Vec<Advice>),
}

impl Advice {
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|advice| advice.code() == code)
    }
}

/// The advice that fits a report.
pub fn fitting(rules: &Rules, report: &Report) -> Fitting {
    let is_flagged = report.flags.as_ref().is_some_and(|flags| !flags.is_empty());
    let has_fever = report.temperature.is_some_and(|temperature| temperature >= rules.fever());
    let is_worst = report.parts.keys().any(|symptom| levels(report, symptom).any(|level| level == Level::MOST));
    if is_flagged || has_fever || is_worst {
        return Fitting::Call;
    }
    let mut found: Vec<(Level, u8, Advice)> = report
        .parts
        .keys()
        .filter_map(|symptom| {
            let worst = levels(report, symptom).max().filter(|level| *level > Level::NONE)?;
            let together = levels(report, symptom).map(Level::get).sum();
            Some((worst, together, Advice::from_code(&symptom.0)?))
        })
        .collect();
    found.sort_by_key(|(worst, together, advice)| (Reverse(*worst), Reverse(*together), *advice));
    Fitting::Advice(found.into_iter().take(MOST).map(|(.., advice)| advice).collect())
}

/// The levels of a symptom. Whether it was there at all has none.
fn levels(report: &Report, symptom: &Symptom) -> impl Iterator<Item = Level> {
    let parts = report.parts.get(symptom).into_iter().flatten();
    parts.filter(|(attribute, _)| **attribute != Attribute::Presence).map(|(_, level)| *level)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use rstest::rstest;

    use super::*;
    use crate::{
        diary::report::{Author, Flag, Temperature},
        time::Instant,
    };

    fn level(n: u8) -> Level {
        Level::try_from(n).unwrap()
    }

    /// A report of symptoms with how often and how bad.
    fn a_report(symptoms: &[(&str, u8, u8)]) -> Report {
        let parts = symptoms.iter().map(|(code, often, bad)| {
            let parts = [(Attribute::Frequency, level(*often)), (Attribute::Severity, level(*bad))];
            (Symptom((*code).to_owned()), BTreeMap::from(parts))
        });
        Report {
            at: Instant(0),
            by: Author::Person,
            finished: true,
            flags: Some(BTreeSet::new()),
            parts: parts.collect(),
            temperature: None,
            note: false,
        }
    }

    fn fits(report: &Report) -> Fitting {
        fitting(&Rules::shipped().unwrap(), report)
    }

    #[test]
    fn the_worst_three_symptoms_get_advice_and_the_others_wait() {
        let report = a_report(&[("pain", 1, 1), ("nausea", 2, 3), ("sleep", 2, 2), ("mood", 2, 1), ("appetite", 0, 0)]);
        assert_eq!(fits(&report), Fitting::Advice(vec![Advice::Nausea, Advice::Sleep, Advice::Mood]));
    }

    #[rstest]
    #[case(&[])]
    #[case(&[("pain", 0, 0)])]
    #[case(&[("hiccups", 3, 3)])]
    fn nothing_wrong_or_nothing_known_gets_no_advice(#[case] symptoms: &[(&str, u8, u8)]) {
        assert_eq!(fits(&a_report(symptoms)), Fitting::Advice(vec![]));
    }

    #[test]
    fn that_something_was_there_at_all_is_no_level_to_advise_on() {
        let mut report = a_report(&[]);
        report.parts.insert(Symptom("pain".into()), [(Attribute::Presence, level(4))].into());
        assert_eq!(fits(&report), Fitting::Advice(vec![]));
    }

    #[test]
    fn a_red_flag_a_fever_or_a_4_says_to_call_and_gives_no_advice() {
        let mild = || a_report(&[("pain", 1, 1)]);
        for flag in Flag::ALL {
            assert_eq!(fits(&Report { flags: Some([flag].into()), ..mild() }), Fitting::Call);
        }
        assert_eq!(fits(&Report { temperature: Some(Temperature(380)), ..mild() }), Fitting::Call);
        assert_eq!(fits(&a_report(&[("pain", 1, 1), ("hiccups", 4, 1)])), Fitting::Call);
        let cool = Report { temperature: Some(Temperature(379)), flags: None, ..mild() };
        assert_eq!(fits(&cool), Fitting::Advice(vec![Advice::Pain]));
    }

    #[test]
    fn every_advice_is_found_by_its_code_and_says_where_it_comes_from() {
        for advice in Advice::ALL {
            assert_eq!(Advice::from_code(advice.code()), Some(*advice));
            assert!(!advice.sources().is_empty());
            assert!(
                advice.sources().iter().all(|source| source.url.starts_with("https://") && !source.name.is_empty())
            );
        }
        assert_eq!(Advice::ALL.len(), 12);
    }
}
