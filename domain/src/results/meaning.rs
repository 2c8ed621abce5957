//! Where a value lies, by what its own laboratory says, and which range is drawn beside it.
//!
//! Only the laboratory's flag or range places a value. A typical range is shown, labelled so, for
//! adults whose laboratory gave none; it never places anything.

use serde::{Deserialize, Serialize};

use super::{
    Comparator, Interpretation, Quantity, ReferenceRange, Value,
    analyte::{Analyte, plain_unit},
    searchable,
};
use crate::record::Gender;

/// Where a value lies by its laboratory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    Below,
    Within,
    Above,
    /// Flagged without a direction.
    Outside,
}

/// A range to draw beside a value, in the value's unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Band {
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// The limits digit for digit as the laboratory wrote them; of a typical range, plainly.
    pub low_text: Option<String>,
    pub high_text: Option<String>,
    pub source: BandSource,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BandSource {
    Laboratory,
    /// For adults in general; not this laboratory's.
    Typical,
}

/// What there is to say beside a value.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Meaning {
    pub place: Option<Place>,
    /// The laboratory itself marked it as one to act on (HH, LL, AA).
    pub marked: bool,
    pub band: Option<Band>,
    /// Ranges that can't be drawn, in the laboratory's words.
    pub range_texts: Vec<String>,
}

/// What is known of the person on the day of the test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct About {
    pub gender: Option<Gender>,
    /// Full years, when the date of birth and of the test are known well enough.
    pub age: Option<i16>,
}

impl Meaning {
    pub fn of(
        value: Option<&Value>,
        interpretations: &[Interpretation],
        ranges: &[ReferenceRange],
        analyte: Option<Analyte>,
        about: About,
    ) -> Self {
        let quantity = match value {
            Some(Value::Quantity(q)) => Some(q.clone()),
            Some(Value::Integer(n)) => {
                Some(Quantity { number: n.to_string(), comparator: None, unit: None, ucum: None })
            }
            _ => None,
        };
        let laboratory = quantity.as_ref().and_then(|q| laboratory_band(q, ranges, about));
        let range_texts = if laboratory.is_some() { Vec::new() } else { texts(ranges) };
        let typical = || {
            let adult = about.age.is_some_and(|age| age >= 18);
            // A laboratory that flags has a range of its own, and did not send it.
            let silent = ranges.is_empty() && interpretations.is_empty();
            let q = quantity.as_ref().filter(|_| adult && silent)?;
            let (low, high) = analyte?.typical_range(q, about.gender)?;
            Some(Band {
                low: Some(low),
                high,
                low_text: Some(plain(low)),
                high_text: high.map(plain),
                source: BandSource::Typical,
            })
        };
        let by_flag = interpretations.iter().find_map(flagged);
        // "Unusual" beside words (a receptor that is there, a bacterium) is no place in a range.
        let is_number = quantity.is_some() || matches!(value, Some(Value::Ratio { .. } | Value::Range { .. }));
        let by_range = || quantity.as_ref().zip(laboratory.as_ref()).and_then(|(q, band)| place(q, band));
        Self {
            place: by_flag.or_else(by_range).filter(|place| *place != Place::Outside || is_number),
            marked: interpretations
                .iter()
                .any(|i| matches!(i, Interpretation::VeryLow | Interpretation::VeryHigh | Interpretation::VeryUnusual)),
            band: laboratory.or_else(typical),
            range_texts,
        }
    }

    /// Whether the laboratory places the value outside what it expects.
    pub fn is_outside(&self) -> bool {
        matches!(self.place, Some(Place::Below | Place::Above | Place::Outside))
    }
}

const fn flagged(interpretation: &Interpretation) -> Option<Place> {
    match interpretation {
        Interpretation::Low | Interpretation::VeryLow => Some(Place::Below),
        Interpretation::High | Interpretation::VeryHigh => Some(Place::Above),
        Interpretation::Normal => Some(Place::Within),
        Interpretation::Unusual | Interpretation::VeryUnusual => Some(Place::Outside),
        Interpretation::Positive | Interpretation::Negative | Interpretation::Other(_) => None,
    }
}

/// Where the value surely lies; `None` when its comparator leaves that open.
fn place(quantity: &Quantity, band: &Band) -> Option<Place> {
    let number = quantity.to_f64()?;
    // The value lies somewhere in lowest..=highest, without the end itself where `open` says so.
    let (lowest, highest, open) = match quantity.comparator {
        None => (number, number, false),
        Some(Comparator::Less) => (f64::NEG_INFINITY, number, true),
        Some(Comparator::LessOrEqual) => (f64::NEG_INFINITY, number, false),
        Some(Comparator::Greater) => (number, f64::INFINITY, true),
        Some(Comparator::GreaterOrEqual) => (number, f64::INFINITY, false),
    };
    if band.low.is_some_and(|low| highest < low || (open && highest <= low)) {
        return Some(Place::Below);
    }
    if band.high.is_some_and(|high| lowest > high || (open && lowest >= high)) {
        return Some(Place::Above);
    }
    // Amounts are not below nothing, so a low end of zero is no limit.
    let above_low = band.low.is_none_or(|low| low <= 0.0 || lowest >= low);
    let below_high = band.high.is_none_or(|high| highest <= high);
    (above_low && below_high).then_some(Place::Within)
}

fn laboratory_band(quantity: &Quantity, ranges: &[ReferenceRange], about: About) -> Option<Band> {
    let mut fitting = ranges.iter().filter(|range| {
        let usual = range
            .meaning
            .as_deref()
            .is_none_or(|m| m.eq_ignore_ascii_case("normal") || m.to_lowercase().contains("normal"));
        let drawn = range.low.as_ref().and_then(Quantity::to_f64).is_some()
            || range.high.as_ref().and_then(Quantity::to_f64).is_some();
        usual && drawn && fits(range, about) && same_unit(quantity, range)
    });
    let range = fitting.next()?;
    // Two that both fit would have to be chosen between, which is not for a program to do.
    if fitting.next().is_some() {
        return None;
    }
    Some(Band {
        low: range.low.as_ref().and_then(Quantity::to_f64),
        high: range.high.as_ref().and_then(Quantity::to_f64),
        low_text: range.low.as_ref().map(|q| q.number.clone()),
        high_text: range.high.as_ref().map(|q| q.number.clone()),
        source: BandSource::Laboratory,
    })
}

fn same_unit(quantity: &Quantity, range: &ReferenceRange) -> bool {
    [&range.low, &range.high].into_iter().flatten().all(|limit| {
        limit.unit_key().is_empty()
            || plain_unit(limit.unit_key()) == plain_unit(quantity.unit_key())
            || (limit.unit.is_some() && limit.unit == quantity.unit)
    })
}

/// Words and codes by which senders name a sex, in the form of [`searchable`]: those of the four
/// languages, of HL7 (administrative gender) and of SNOMED CT.
const FEMALE: &[&str] = &[
    "female",
    "females",
    "f",
    "woman",
    "women",
    "girl",
    "girls",
    "femme",
    "femmes",
    "feminin",
    "feminine",
    "fille",
    "filles",
    "mujer",
    "mujeres",
    "femenino",
    "femenina",
    "hembra",
    "انثى",
    "اناث",
    "امراة",
    "نساء",
    "248152002",
];
const MALE: &[&str] = &[
    "male",
    "males",
    "m",
    "man",
    "men",
    "boy",
    "boys",
    "homme",
    "hommes",
    "masculin",
    "masculine",
    "garcon",
    "garcons",
    "hombre",
    "hombres",
    "masculino",
    "masculina",
    "varon",
    "varones",
    "ذكر",
    "ذكور",
    "رجل",
    "رجال",
    "248153007",
];

/// Whether a range for `whom` may be this person's. Of unknown sex nobody's is.
fn is_of_the_sex(whom: &str, gender: Option<Gender>) -> bool {
    let whom = searchable(whom);
    let names = |sex: &[&str]| whom.split(' ').any(|word| sex.contains(&word));
    match (names(FEMALE), names(MALE)) {
        (true, false) => gender == Some(Gender::Female),
        (false, true) => gender == Some(Gender::Male),
        (true, true) | (false, false) => true,
    }
}

fn fits(range: &ReferenceRange, about: About) -> bool {
    let sex = range.applies_to.iter().all(|whom| is_of_the_sex(whom, about.gender));
    let limit = |text: &Option<String>| text.as_deref().and_then(|t| t.parse::<f64>().ok());
    let age = about.age.map(f64::from);
    let old_enough = limit(&range.age_low).is_none_or(|low| age.is_some_and(|age| age >= low));
    let young_enough = limit(&range.age_high).is_none_or(|high| age.is_some_and(|age| age <= high));
    sex && old_enough && young_enough
}

/// The ranges in words, for when none can be drawn.
fn texts(ranges: &[ReferenceRange]) -> Vec<String> {
    ranges
        .iter()
        .filter_map(|range| {
            let limits = match (&range.low, &range.high) {
                (Some(low), Some(high)) => {
                    Some(format!("{}–{} {}", low.number, high.number, high.unit.as_deref().unwrap_or("")))
                }
                (Some(low), None) => Some(format!("≥ {} {}", low.number, low.unit.as_deref().unwrap_or(""))),
                (None, Some(high)) => Some(format!("≤ {} {}", high.number, high.unit.as_deref().unwrap_or(""))),
                (None, None) => None,
            };
            let text = range.text.clone().or(limits)?;
            let whom = range.applies_to.join(", ");
            Some(if whom.is_empty() { text.trim().to_owned() } else { format!("{} ({whom})", text.trim()) })
        })
        .collect()
}

/// A limit as people write it: no trailing zeros.
fn plain(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn a_quantity(number: &str) -> Quantity {
        Quantity { number: number.into(), comparator: None, unit: Some("g/dL".into()), ucum: Some("g/dL".into()) }
    }

    fn a_range(low: Option<&str>, high: Option<&str>) -> ReferenceRange {
        ReferenceRange { low: low.map(a_quantity), high: high.map(a_quantity), ..ReferenceRange::default() }
    }

    fn an_adult() -> About {
        About { gender: Some(Gender::Female), age: Some(50) }
    }

    fn judged(q: Quantity, ranges: &[ReferenceRange]) -> Meaning {
        Meaning::of(Some(&Value::Quantity(q)), &[], ranges, Some(Analyte::Hgb), an_adult())
    }

    #[rstest]
    #[case("11.9", Place::Below)]
    #[case("12", Place::Within)]
    #[case("16.0", Place::Within)]
    #[case("16.1", Place::Above)]
    fn the_laboratorys_range_places_a_value(#[case] number: &str, #[case] place: Place) {
        let m = judged(a_quantity(number), &[a_range(Some("12"), Some("16"))]);
        assert_eq!(m.place, Some(place));
        assert_eq!(m.band.unwrap().source, BandSource::Laboratory);
    }

    #[rstest]
    #[case(Comparator::Less, "12", Some(Place::Below))]
    #[case(Comparator::LessOrEqual, "12", None)]
    #[case(Comparator::Less, "14", None)]
    #[case(Comparator::Greater, "16", Some(Place::Above))]
    #[case(Comparator::GreaterOrEqual, "16", None)]
    #[case(Comparator::Greater, "14", None)]
    fn a_comparator_places_only_what_is_sure(#[case] c: Comparator, #[case] n: &str, #[case] place: Option<Place>) {
        let q = Quantity { comparator: Some(c), ..a_quantity(n) };
        assert_eq!(judged(q, &[a_range(Some("12"), Some("16"))]).place, place);
    }

    #[test]
    fn less_than_the_limit_of_detection_lies_within_a_range_that_starts_at_nothing() {
        let q = Quantity { comparator: Some(Comparator::Less), ..a_quantity("0.1") };
        assert_eq!(judged(q.clone(), &[a_range(Some("0"), Some("4"))]).place, Some(Place::Within));
        assert_eq!(judged(q, &[a_range(None, Some("4"))]).place, Some(Place::Within));
    }

    #[test]
    fn a_typical_range_is_drawn_for_adults_and_judges_nobody() {
        let m = judged(a_quantity("5"), &[]);
        assert_eq!(m.place, None);
        assert_eq!(m.band.unwrap().source, BandSource::Typical);
        for age in [None, Some(17)] {
            let about = About { age, ..an_adult() };
            let m = Meaning::of(Some(&Value::Quantity(a_quantity("5"))), &[], &[], Some(Analyte::Hgb), about);
            assert_eq!(m.band, None);
        }
    }

    #[test]
    fn of_two_ranges_by_sex_the_persons_own_counts_and_for_unknown_sex_none() {
        let female = ReferenceRange { applies_to: vec!["Female".into()], ..a_range(Some("12"), Some("16")) };
        let male = ReferenceRange { applies_to: vec!["Male".into()], ..a_range(Some("14"), Some("18")) };
        let ranges = [female, male];
        assert_eq!(judged(a_quantity("13"), &ranges).place, Some(Place::Within));
        let him = About { gender: Some(Gender::Male), age: Some(50) };
        let value = Value::Quantity(a_quantity("13"));
        assert_eq!(Meaning::of(Some(&value), &[], &ranges, None, him).place, Some(Place::Below));
        let unknown = Meaning::of(Some(&value), &[], &ranges, None, About::default());
        assert_eq!(unknown.place, None);
        assert_eq!(unknown.range_texts.len(), 2);
    }

    #[rstest]
    #[case("female", "male")]
    #[case("F", "M")]
    #[case("Women 18+", "Men 18+")]
    #[case("Femmes", "Hommes")]
    #[case("sexe féminin", "sexe masculin")]
    #[case("Mujeres", "Varones")]
    #[case("femenino", "masculino")]
    #[case("إناث", "ذكور")]
    #[case("أنثى", "ذكر")]
    #[case("248152002", "248153007")]
    fn a_range_is_a_sexs_own_in_words_of_each_language_and_in_codes(#[case] female: &str, #[case] male: &str) {
        let hers = ReferenceRange { applies_to: vec![female.into()], ..a_range(Some("12"), Some("16")) };
        let his = ReferenceRange { applies_to: vec![male.into()], ..a_range(Some("14"), Some("18")) };
        let ranges = [hers, his];
        let value = Value::Quantity(a_quantity("13"));
        let place = |gender| Meaning::of(Some(&value), &[], &ranges, None, About { gender, age: None }).place;
        assert_eq!(place(Some(Gender::Female)), Some(Place::Within));
        assert_eq!(place(Some(Gender::Male)), Some(Place::Below));
        assert_eq!((place(None), place(Some(Gender::Other))), (None, None));
    }

    #[test]
    fn a_range_for_both_sexes_is_everyones() {
        let both = ReferenceRange { applies_to: vec!["Men and women".into()], ..a_range(Some("12"), Some("16")) };
        assert_eq!(judged(a_quantity("11"), &[both]).place, Some(Place::Below));
    }

    #[test]
    fn of_two_ranges_by_age_a_child_has_the_childs_and_whoever_has_no_known_age_has_none() {
        let child = ReferenceRange { age_high: Some("17".into()), ..a_range(Some("10"), Some("14")) };
        let adult = ReferenceRange { age_low: Some("18".into()), ..a_range(Some("12"), Some("16")) };
        let ranges = [child, adult];
        let value = Value::Quantity(a_quantity("11"));
        let place = |age| {
            let about = About { age, ..an_adult() };
            Meaning::of(Some(&value), &[], &ranges, Some(Analyte::Hgb), about).place
        };
        assert_eq!((place(Some(9)), place(Some(40)), place(None)), (Some(Place::Within), Some(Place::Below), None));
    }

    #[test]
    fn a_flag_without_a_range_places_the_value_and_no_typical_range_contradicts_it() {
        let value = Value::Quantity(a_quantity("13"));
        let m = Meaning::of(Some(&value), &[Interpretation::Low], &[], Some(Analyte::Hgb), an_adult());
        assert_eq!((m.place, m.band), (Some(Place::Below), None));
    }

    #[test]
    fn a_typical_range_follows_the_unit_though_the_code_names_another() {
        // 59260-0 is hemoglobin in mmol/L; this one came in g/dL.
        let codes = [super::super::Coding { system: "http://loinc.org".into(), code: "59260-0".into(), display: None }];
        let m = Meaning::of(Some(&Value::Quantity(a_quantity("13"))), &[], &[], Analyte::of(&codes), an_adult());
        assert_eq!(m.band.and_then(|band| band.low), Some(12.0));
        let molar = Quantity { unit: Some("mmol/L".into()), ucum: Some("mmol/L".into()), ..a_quantity("8.1") };
        let m = Meaning::of(Some(&Value::Quantity(molar)), &[], &[], Analyte::of(&codes), an_adult());
        assert_eq!((m.place, m.band), (None, None));
    }

    #[test]
    fn the_laboratorys_flag_wins_over_its_range_and_hh_is_marked() {
        let value = Value::Quantity(a_quantity("13"));
        let m = Meaning::of(
            Some(&value),
            &[Interpretation::VeryHigh],
            &[a_range(Some("12"), Some("16"))],
            None,
            an_adult(),
        );
        assert_eq!(m.place, Some(Place::Above));
        assert!(m.marked);
    }

    #[test]
    fn a_range_in_another_unit_places_nothing() {
        let mut range = a_range(Some("120"), Some("160"));
        for limit in [&mut range.low, &mut range.high].into_iter().flatten() {
            limit.unit = Some("g/L".into());
            limit.ucum = Some("g/L".into());
        }
        let m = judged(a_quantity("13"), &[range]);
        assert_eq!((m.place, m.band), (None, None));
        assert_eq!(m.range_texts, ["120–160 g/L"]);
    }

    proptest! {
        #[test]
        fn a_value_is_never_below_and_above_and_never_judged_without_a_range(n in -1e6f64..1e6, low in -1e3f64..1e3, width in 0f64..1e3) {
            let q = a_quantity(&n.to_string());
            prop_assert_eq!(judged(q.clone(), &[]).place, None);
            let range = a_range(Some(&low.to_string()), Some(&(low + width).to_string()));
            let expected = if n < low { Place::Below } else if n > low + width { Place::Above } else { Place::Within };
            prop_assert_eq!(judged(q, &[range]).place, Some(expected));
        }
    }
}
