//! Which plural form a whole number takes: the cardinal rules of CLDR 48.
//! <https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html>

use super::Language;

pub fn category(language: Language, number: i64) -> &'static str {
    let number = number.unsigned_abs();
    let millions = number != 0 && number.is_multiple_of(1_000_000);
    match language {
        Language::French | Language::Spanish if millions => "many",
        Language::French => one_or_other(number <= 1),
        Language::English | Language::Spanish | Language::Pseudo => one_or_other(number == 1),
        Language::Arabic => match (number, number % 100) {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, 3..=10) => "few",
            (_, 11..=99) => "many",
            _ => "other",
        },
    }
}

fn one_or_other(one: bool) -> &'static str {
    if one { "one" } else { "other" }
}
