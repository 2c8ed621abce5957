//! What usually happens after a result of a kind, in general: which words stand beside it. A clinic may
//! have its own.
//!
//! The words that come with Daybook (`results-next-…` in the catalogues) hold what these say for
//! everyone, and promise nothing:
//! - blood: results are read with the rest of what is known, repeated to see how they go on, and may
//!   change the plan (Texas Oncology, "Understanding Lab Results"; American Cancer Society, "Testing
//!   Biopsy and Cytology Specimens for Cancer", on waiting and on whom to ask);
//! - blood counts during treatment: lowest one to two weeks after chemotherapy, most often back before
//!   the next one, checked before it, which may wait or be given in another dose; fever is an emergency
//!   (Breast Cancer Network Australia, "Low blood cell count");
//! - scans: read by a radiologist for whoever asked for them, who explains them; another scan may follow
//!   (George Eliot Hospital NHS Trust, "Further information about GP chest X-rays and possible onward CT");
//! - pathology: tests done elsewhere take longer, the report is used to plan treatment, one may ask for a
//!   second opinion (OncoLink, "Understanding Your Pathology Report");
//! - genetics: what is inherited matters to relatives, and what is uncertain may be understood later
//!   (Facing Our Risk, "Variants of uncertain significance"; Genetic Support Foundation).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Kind, analyte::Analyte};

/// Results after which the same usually happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Next {
    Laboratory,
    /// Blood counts of someone who is in treatment.
    CountsInTreatment,
    Imaging,
    Pathology,
    Genetics,
}

/// A clinic's own words, by language code.
pub type OwnWords = BTreeMap<Next, BTreeMap<String, String>>;

impl Next {
    /// For a result with these tests of someone who was in treatment then, or wasn't.
    pub fn of(kind: Kind, tests: impl IntoIterator<Item = Analyte>, in_treatment: bool) -> Option<Self> {
        let counts = [Analyte::Wbc, Analyte::Anc, Analyte::Hgb, Analyte::Plt];
        match kind {
            Kind::Laboratory if in_treatment && tests.into_iter().any(|test| counts.contains(&test)) => {
                Some(Self::CountsInTreatment)
            }
            Kind::Laboratory => Some(Self::Laboratory),
            Kind::Imaging => Some(Self::Imaging),
            Kind::Pathology => Some(Self::Pathology),
            Kind::Genetics => Some(Self::Genetics),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blood_counts_in_treatment_have_words_of_their_own() {
        assert_eq!(Next::of(Kind::Laboratory, [Analyte::Na, Analyte::Plt], true), Some(Next::CountsInTreatment));
        assert_eq!(Next::of(Kind::Laboratory, [Analyte::Plt], false), Some(Next::Laboratory));
        assert_eq!(Next::of(Kind::Laboratory, [Analyte::Na], true), Some(Next::Laboratory));
        assert_eq!(Next::of(Kind::Imaging, [], true), Some(Next::Imaging));
        assert_eq!(Next::of(Kind::Visit, [], true), None, "a visit is no result");
    }
}
