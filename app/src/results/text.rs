//! Two questions about texts that need large tables to answer. The browser has them already, so
//! they are not downloaded a second time; both sides answer the same.

/// Whether two names differ in capitals at most.
#[cfg(feature = "ssr")]
pub fn is_same_name(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

#[cfg(not(feature = "ssr"))]
pub fn is_same_name(one: &str, other: &str) -> bool {
    let lower = |text: &str| js_sys::JsString::from(text).to_lower_case();
    lower(one) == lower(other)
}

/// A decimal as it came, as a number to draw with; `None` when it is none or not finite.
pub fn to_f64(decimal: &str) -> Option<f64> {
    // What else a browser takes for a number (nothing at all, `0x1F`) is none in Rust.
    let is_decimal = decimal.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    if decimal.is_empty() || !is_decimal {
        return None;
    }
    Some(parsed(decimal)).filter(|number| number.is_finite())
}

/// What is no number becomes NaN.
#[cfg(feature = "ssr")]
fn parsed(decimal: &str) -> f64 {
    decimal.parse().unwrap_or(f64::NAN)
}

#[cfg(not(feature = "ssr"))]
fn parsed(decimal: &str) -> f64 {
    wasm_bindgen::JsValue::from_str(decimal).unchecked_into_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_decimals_are_numbers() {
        let read = ["5", "-0.50", "+1e3", "", ".", "1,5", "0x1F", "NaN", "inf", "1e999", " 5"].map(to_f64);
        assert_eq!(read[..3], [Some(5.0), Some(-0.5), Some(1000.0)]);
        assert_eq!(read[3..], [None; 8]);
    }

    #[test]
    fn names_are_the_same_whatever_their_capitals() {
        assert!(is_same_name("HÉMOGLOBINE", "Hémoglobine"));
        assert!(!is_same_name("Haemoglobin", "Hemoglobin"));
    }
}
