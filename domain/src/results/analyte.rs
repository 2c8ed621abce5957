//! The laboratory tests that Daybook has words for, found by LOINC code.
//!
//! Typical adult ranges come from general medical knowledge and wait for a clinician's review:
//! they are drawn as "typical", never used to judge a value, never for children. Ranges of
//! tumour markers that mislead after treatment (PSA) and of INR (which depends on the aim of a
//! treatment) are left out. Units convert by unit, never by code.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{Coding, Quantity};
use crate::record::Gender;

macro_rules! analytes {
    ($($name:ident = $key:literal),+ $(,)?) => {
        /// A laboratory test with words of its own in the catalogues.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum Analyte { $($name),+ }

        impl Analyte {
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word for it in addresses, in the database and in the catalogues.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }
        }
    };
}

analytes! {
    Wbc = "wbc", Anc = "anc", Lym = "lym", Hgb = "hgb", Plt = "plt", Na = "na", K = "k", Ca = "ca", Mg = "mg",
    Phos = "phos", Crea = "crea", Egfr = "egfr", Urea = "urea", Alt = "alt", Ast = "ast", Alp = "alp", Bili = "bili",
    Alb = "alb", Ldh = "ldh", Glu = "glu", Urate = "urate", Tsh = "tsh", Ft4 = "ft4", Inr = "inr", Crp = "crp",
    Psa = "psa", Cea = "cea", Ca125 = "ca125", Ca153 = "ca153", Ca2729 = "ca2729", Ca199 = "ca199", Afp = "afp",
    Hcg = "hcg",
}

/// In which units the values of a test are looked at. Each keeps the unit that it came in beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Units {
    Conventional,
    Si,
}

impl Units {
    /// The word for it in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Conventional => "conventional",
            Self::Si => "si",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Conventional, Self::Si].into_iter().find(|units| units.code() == code)
    }
}

#[derive(Deserialize)]
struct Facts {
    key: String,
    loinc: Vec<String>,
    /// UCUM.
    unit: String,
    si_unit: String,
    /// Multiplies a value in `unit` to one in `si_unit`.
    to_si: f64,
    range: Option<(f64, Option<f64>)>,
    female: Option<(f64, Option<f64>)>,
    male: Option<(f64, Option<f64>)>,
}

static TABLE: LazyLock<Vec<(Analyte, Facts)>> = LazyLock::new(|| {
    let facts: Vec<Facts> = serde_json::from_str(include_str!("analytes.json")).unwrap_or_default();
    facts.into_iter().filter_map(|f| Some((Analyte::from_key(&f.key)?, f))).collect()
});

impl Analyte {
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|a| a.key() == key)
    }

    /// The test that one of these codes names.
    pub fn of(codes: &[Coding]) -> Option<Self> {
        let loinc = codes.iter().filter(|c| c.system == "http://loinc.org");
        loinc
            .filter_map(|c| TABLE.iter().find(|(_, facts)| facts.loinc.contains(&c.code)))
            .map(|(analyte, _)| *analyte)
            .next()
    }

    /// The typical adult range in the unit of `quantity`; `None` when the unit is not one that
    /// the table converts to, or when there is no range that would not mislead.
    pub fn typical_range(self, quantity: &Quantity, gender: Option<Gender>) -> Option<(f64, Option<f64>)> {
        let facts = self.facts()?;
        let by_sex = match gender {
            Some(Gender::Female) => facts.female,
            Some(Gender::Male) => facts.male,
            _ => None,
        };
        let (low, high) = by_sex.or(facts.range)?;
        let factor = match facts.units_of(quantity)? {
            Units::Conventional => 1.0,
            Units::Si => facts.to_si,
        };
        Some((low * factor, high.map(|h| h * factor)))
    }

    fn facts(self) -> Option<&'static Facts> {
        TABLE.iter().find(|(analyte, _)| *analyte == self).map(|(_, facts)| facts)
    }

    /// The conventional and the SI unit, where they differ.
    pub fn both_units(self) -> Option<(&'static str, &'static str)> {
        let facts = self.facts()?;
        (plain_unit(&facts.unit) != plain_unit(&facts.si_unit)).then_some((&facts.unit, &facts.si_unit))
    }

    /// The unit looked at, and what multiplies a value in the unit of `quantity` to one in it.
    /// `None` when the unit that it came in is not one of the two, whatever its code says.
    pub fn conversion(self, quantity: &Quantity, to: Units) -> Option<(&'static str, f64)> {
        let facts = self.facts()?;
        let from = facts.units_of(quantity)?;
        Some(match (from, to) {
            (Units::Conventional, Units::Si) => (&facts.si_unit, facts.to_si),
            (Units::Si, Units::Conventional) => (&facts.unit, 1.0 / facts.to_si),
            (_, Units::Conventional) => (&facts.unit, 1.0),
            (_, Units::Si) => (&facts.si_unit, 1.0),
        })
    }
}

impl Facts {
    /// Which of the two units a value came in; the conventional one where they are the same.
    fn units_of(&self, quantity: &Quantity) -> Option<Units> {
        let unit = plain_unit(quantity.unit_key());
        if unit == plain_unit(&self.unit) {
            Some(Units::Conventional)
        } else if unit == plain_unit(&self.si_unit) {
            Some(Units::Si)
        } else {
            None
        }
    }
}

/// Spellings of the same unit made one: `10^3/µL`, `K/uL` and `10*3/uL`.
pub(crate) fn plain_unit(unit: &str) -> String {
    let unit = unit.trim().to_lowercase().replace(['µ', 'μ'], "u").replace('^', "*").replace(' ', "");
    match unit.as_str() {
        "k/ul" | "x10*3/ul" | "10*3/ul" | "thousand/ul" | "10*9/l" | "x10*9/l" | "g/l*" | "giga/l" => "10*9/l".into(),
        "iu/l" | "[iu]/l" | "u/l" => "u/l".into(),
        "ml/min" | "ml/min/1.73m2" | "ml/min/1.73" | "ml/min/{1.73_m2}" | "ml/min/1.73m*2" => "ml/min/{1.73_m2}".into(),
        "miu/l" | "m[iu]/l" | "uiu/ml" | "u[iu]/ml" => "m[iu]/l".into(),
        "ng/ml" | "ug/l" => "ng/ml".into(),
        "u/ml" | "[arb'u]/ml" | "ku/l" | "k[arb'u]/l" => "[arb'u]/ml".into(),
        "{inr}" | "inr" | "1" | "" => "{inr}".into(),
        _ => unit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loinc(code: &str) -> Vec<Coding> {
        vec![Coding { system: "http://loinc.org".into(), code: code.into(), display: None }]
    }

    fn quantity(number: &str, unit: &str) -> Quantity {
        Quantity { number: number.into(), comparator: None, unit: Some(unit.into()), ucum: None }
    }

    #[test]
    fn every_row_of_the_table_has_its_word_and_every_word_its_row() {
        assert_eq!(TABLE.len(), Analyte::ALL.len());
    }

    #[test]
    fn a_test_is_found_by_any_of_its_codes_and_only_in_loinc() {
        assert_eq!(Analyte::of(&loinc("718-7")), Some(Analyte::Hgb));
        assert_eq!(Analyte::of(&loinc("26464-8")), Some(Analyte::Wbc));
        assert_eq!(Analyte::of(&loinc("10886-0")), None);
        let local = vec![Coding { system: "urn:lab".into(), code: "718-7".into(), display: None }];
        assert_eq!(Analyte::of(&local), None);
    }

    #[test]
    fn a_typical_range_follows_the_unit_and_an_unknown_unit_has_none() {
        let f = Some(Gender::Female);
        assert_eq!(Analyte::Hgb.typical_range(&quantity("12.4", "g/dL"), f), Some((12.0, Some(16.0))));
        assert_eq!(Analyte::Hgb.typical_range(&quantity("124", "g/L"), f), Some((120.0, Some(160.0))));
        assert_eq!(Analyte::Hgb.typical_range(&quantity("7.7", "mmol/L"), f), None);
        assert_eq!(Analyte::Egfr.typical_range(&quantity("71", "mL/min"), None), Some((60.0, None)));
        assert_eq!(Analyte::Psa.typical_range(&quantity("0.1", "ng/mL"), None), None);
    }

    #[test]
    fn a_choice_of_units_is_there_only_where_the_two_differ() {
        assert_eq!(Analyte::Crea.both_units(), Some(("mg/dL", "umol/L")));
        for same in [Analyte::Wbc, Analyte::Na, Analyte::Psa, Analyte::Inr] {
            assert_eq!(same.both_units(), None, "{same:?}");
        }
    }

    #[test]
    fn a_value_converts_by_its_unit_and_another_unit_does_not_convert() {
        let to = |unit: &str, units| Analyte::Crea.conversion(&quantity("1.1", unit), units);
        assert_eq!(to("mg/dL", Units::Si), Some(("umol/L", 88.42)));
        assert_eq!(to("µmol/L", Units::Si), Some(("umol/L", 1.0)));
        assert_eq!(to("µmol/L", Units::Conventional), Some(("mg/dL", 1.0 / 88.42)));
        assert_eq!(to("mmol/L", Units::Si), None);
        assert_eq!(to("", Units::Conventional), None);
    }
}
