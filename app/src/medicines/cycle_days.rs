//! Days of a cycle as people write them: `1–5, 8–12`.

use std::collections::BTreeSet;

use domain::FieldCode;

/// Written so that [`read`] gives the same days.
pub fn written(days: &BTreeSet<u16>) -> String {
    let mut parts: Vec<(u16, u16)> = Vec::new();
    for day in days {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == *day => *last = *day,
            _ => parts.push((*day, *day)),
        }
    }
    let alone = parts.len() == 1;
    let said = parts.into_iter().map(|(first, last)| match (first == last, alone && first > 1) {
        (true, false) => first.to_string(),
        _ => format!("{first}–{last}"),
    });
    said.collect::<Vec<_>>().join(", ")
}

/// The days, each once and in order, within a cycle of so many.
///
/// # Errors
/// Nothing is there, it can't be read, a day is outside the cycle, or one number stands alone: `14` is written
/// by who means 14 days, and would be day 14 only.
pub fn read(typed: &str, length: u16) -> Result<BTreeSet<u16>, FieldCode> {
    let plain: String = typed.chars().map(plain).collect();
    let parts: Vec<&str> = plain.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let mut days = BTreeSet::new();
    for part in &parts {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let number = |text: &str| text.trim().parse::<u16>().map_err(|_| FieldCode::Malformed);
        let (first, last) = (number(first)?, number(last)?);
        if first > last || days.last().is_some_and(|before| first <= *before) {
            return Err(FieldCode::Malformed);
        }
        if first == 0 || last > length {
            return Err(FieldCode::OutOfRange);
        }
        days.extend(first..=last);
    }
    match parts[..] {
        [] => Err(FieldCode::Missing),
        [one] if !one.contains('-') && one != "1" => Err(FieldCode::NotAChoice),
        _ => Ok(days),
    }
}

/// Latin digits, one dash and one comma.
fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '،' | ';' | '؛' => ',',
        '٠'..='٩' | '۰'..='۹' => {
            let zero = if c < '۰' { '٠' } else { '۰' };
            u32::from(c).checked_sub(u32::from(zero)).and_then(|n| char::from_digit(n, 10)).unwrap_or(c)
        }
        c => c,
    }
}
