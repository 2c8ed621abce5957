//! Numbers that no body can have: shown as they came, with the advice to ask.
//!
//! The rule is small on purpose. It knows what cannot be negative and a few vital signs; of
//! everything else it says nothing.

use super::{Coding, Quantity, analyte::Analyte};

/// A vital sign: its LOINC codes, the spelling of its unit in small letters, and what a living
/// person can have. Generous: only a slip of the pen or of a unit lies outside.
const VITAL_SIGNS: &[(&[&str], &[&str], f64, f64)] = &[
    (&["8310-5", "8331-1", "8332-9"], &["cel", "°c", "c"], 25.0, 45.0),
    (&["8310-5", "8331-1", "8332-9"], &["[degf]", "°f", "f"], 77.0, 113.0),
    (&["2708-6", "59408-5"], &["%"], 0.0, 100.0),
    (&["8867-4"], &["/min", "{beats}/min", "beats/min", "bpm"], 0.0, 400.0),
    (&["9279-1"], &["/min", "{breaths}/min", "breaths/min"], 0.0, 150.0),
    (&["8480-6", "8462-4"], &["mm[hg]", "mmhg"], 0.0, 400.0),
    (&["29463-7"], &["kg"], 0.2, 700.0),
    (&["8302-2"], &["cm"], 20.0, 280.0),
];

/// Whether the number cannot be right.
pub fn is_unusual(codes: &[Coding], quantity: &Quantity) -> bool {
    let Some(number) = quantity.to_f64() else { return false };
    // Each of the tests that Daybook knows is an amount, a rate or a time.
    if Analyte::of(codes).is_some() && number < 0.0 {
        return true;
    }
    let unit = quantity.unit_key().trim().to_lowercase();
    let is = |loinc: &[&str]| codes.iter().any(|c| c.system == "http://loinc.org" && loinc.contains(&c.code.as_str()));
    VITAL_SIGNS.iter().any(|(loinc, units, low, high)| {
        is(loinc) && units.contains(&unit.as_str()) && !(*low..=*high).contains(&number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("718-7", "-1.2", "g/dL", true)]
    #[case("718-7", "12.4", "g/dL", false)]
    #[case("8310-5", "98.6", "Cel", true)]
    #[case("8310-5", "98.6", "[degF]", false)]
    #[case("59408-5", "101", "%", true)]
    #[case("59408-5", "100", "%", false)]
    #[case("8480-6", "1200", "mm[Hg]", true)]
    // Base excess may be negative, and a unit that is not known is not judged.
    #[case("1925-7", "-4", "mmol/L", false)]
    #[case("8310-5", "310", "K", false)]
    #[case("8310-5", "high", "Cel", false)]
    fn only_what_cannot_be_is_unusual(
        #[case] code: &str,
        #[case] number: &str,
        #[case] unit: &str,
        #[case] unusual: bool,
    ) {
        let codes = [Coding { system: "http://loinc.org".into(), code: code.into(), display: None }];
        let quantity = Quantity { number: number.into(), comparator: None, unit: None, ucum: Some(unit.into()) };
        assert_eq!(is_unusual(&codes, &quantity), unusual);
    }
}
