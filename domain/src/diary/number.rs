//! Numbers as people type them and as instruments hold them: text, digit for digit.

use std::cmp::Ordering;

/// Digits before the point and after it that a number may have.
const WHOLE: usize = 10;
const DECIMALS: usize = 4;

/// A number as typed, with Latin digits and a point: `٣٧٫٥` and `37,5` are `37.5`. Nothing when it is
/// no number, has both a point and a comma, or too many digits.
pub fn read(typed: &str) -> Option<String> {
    let mut text = String::with_capacity(typed.len());
    let mut point = false;
    for c in typed.trim().chars() {
        match c {
            // Signs of direction that come along when a number is pasted.
            '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{2066}'..='\u{2069}' => {}
            '-' | '\u{2212}' if text.is_empty() => text.push('-'),
            '.' | ',' | '\u{066B}' if !point => {
                point = true;
                text.push('.');
            }
            c => text.push(char::from(latin(c)?)),
        }
    }
    let (negative, whole, decimals) = parts(&text);
    if whole.len() > WHOLE || decimals.len() > DECIMALS || whole.is_empty() && decimals.is_empty() {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let sign = if negative { "-" } else { "" };
    Some(if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") })
}

/// The smaller of two numbers that [`read`] or FHIR wrote.
pub fn compare(one: &str, other: &str) -> Ordering {
    let form = |text| {
        let (negative, whole, decimals) = parts(text);
        let (whole, decimals) = (whole.trim_start_matches('0'), decimals.trim_end_matches('0'));
        (negative && !(whole.is_empty() && decimals.is_empty()), (whole.len(), whole, decimals))
    };
    match (form(one), form(other)) {
        ((true, a), (true, b)) => b.cmp(&a),
        ((false, a), (false, b)) => a.cmp(&b),
        ((true, _), _) => Ordering::Less,
        _ => Ordering::Greater,
    }
}

/// Tenths of it, to the nearest; half a tenth counts as a whole one.
pub fn tenths(text: &str) -> Option<i32> {
    let (negative, whole, decimals) = parts(text);
    let whole: i32 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let digit = |at: usize| decimals.as_bytes().get(at).map_or(0, |digit| i32::from(digit.saturating_sub(b'0')));
    let all = whole.checked_mul(10)?.checked_add(digit(0) + i32::from(digit(1) >= 5))?;
    Some(if negative { -all } else { all })
}

fn parts(text: &str) -> (bool, &str, &str) {
    let digits = text.strip_prefix('-');
    let (whole, decimals) = digits.unwrap_or(text).split_once('.').unwrap_or((digits.unwrap_or(text), ""));
    (digits.is_some(), whole, decimals)
}

/// A Latin, Arabic or Persian digit as a Latin one.
pub fn latin(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06F0}'..='\u{06F9}' => '\u{06F0}',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(zero)).ok().map(|digit| b'0' + digit)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("37.5", Some("37.5"))]
    #[case(" 37,5 ", Some("37.5"))]
    #[case("٣٧٫٥", Some("37.5"))]
    #[case("٣٧,٥", Some("37.5"))]
    #[case("۳۷", Some("37"))]
    #[case("\u{200F}37.50", Some("37.50"))]
    #[case("037.5", Some("37.5"))]
    #[case(".5", Some("0.5"))]
    #[case("37.", Some("37"))]
    #[case("−2", Some("-2"))]
    #[case("1.234,5", None)]
    #[case("1 234", None)]
    #[case("37.5C", None)]
    #[case("37.12345", None)]
    #[case("12345678901", None)]
    #[case("1e5", None)]
    #[case(".", None)]
    #[case("-", None)]
    #[case("", None)]
    fn a_number_is_read_as_it_is_typed_in_any_of_the_languages(#[case] typed: &str, #[case] number: Option<&str>) {
        assert_eq!(read(typed).as_deref(), number);
    }

    #[rstest]
    #[case("9.9", "10", Ordering::Less)]
    #[case("1.10", "1.1", Ordering::Equal)]
    #[case("-0", "0", Ordering::Equal)]
    #[case("-2", "-1", Ordering::Less)]
    #[case("-1", "0.1", Ordering::Less)]
    #[case("0.09", "0.1", Ordering::Less)]
    #[case("007", "7.0", Ordering::Equal)]
    #[case("38", "37.95", Ordering::Greater)]
    fn numbers_compare_by_what_they_are_worth(#[case] one: &str, #[case] other: &str, #[case] order: Ordering) {
        assert_eq!(compare(one, other), order);
        assert_eq!(compare(other, one), order.reverse());
    }

    #[rstest]
    #[case("38", 380)]
    #[case("37.9", 379)]
    #[case("37.94", 379)]
    #[case("37.95", 380)]
    #[case("-0.5", -5)]
    fn tenths_are_the_nearest(#[case] text: &str, #[case] of: i32) {
        assert_eq!(tenths(text), Some(of));
    }
}
