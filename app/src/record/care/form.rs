//! Reading what the care team typed about how someone is cared for.

use domain::{
    Field, FieldCode,
    record::care::{Care, Cycle, Hold, Phase},
    time::PartialDate,
};

use super::super::api::{TypedCare, TypedHold};
use crate::{
    error::{Answer, ApiError},
    request::Draft,
    words::Words,
};

/// What was typed, as it is kept. Fields without a word are left out.
///
/// # Errors
/// The fields that can't be read; else those that make no sense ([`Care::check`]).
pub fn read(words: Words, typed: &TypedCare, today: PartialDate) -> Answer<Care> {
    let mut wrong = Vec::new();
    let mut say = |name: String, code| wrong.push(Field { name, code });
    let phase = Phase::from_code(&typed.phase).unwrap_or_else(|| {
        say("phase".into(), FieldCode::NotAChoice);
        Phase::default()
    });
    let mut day = |name: &str, text: &str| {
        let day = read_day(words, text);
        if day.is_none() && !text.trim().is_empty() {
            say(name.to_owned(), FieldCode::NotADate);
        }
        day
    };
    let since = day("since", &typed.since);
    let first = day("cycle_first", &typed.cycle_first);
    let days = typed.days.lines().filter(|line| !line.trim().is_empty());
    let days: Vec<Option<PartialDate>> = days.map(|line| day("days", line)).collect();
    let mut holds = Vec::new();
    for (at, hold) in typed.some_holds().enumerate() {
        holds.push(Hold {
            what: line(&hold.what),
            why: line(&hold.why),
            since: day(&format!("hold_{at}_since"), &hold.since),
            until: day(&format!("hold_{at}_until"), &hold.until),
        });
    }
    let (length, count) = (typed.cycle_length.trim(), typed.cycle_count.trim());
    let cycle = if typed.cycle_first.trim().is_empty() && length.is_empty() && count.is_empty() {
        None
    } else {
        let mut number = |name: &str, text: &str| {
            text.parse::<u16>().unwrap_or_else(|_| {
                say(name.to_owned(), FieldCode::Malformed);
                0
            })
        };
        let (length_days, count) = (number("cycle_length", length), number("cycle_count", count));
        if typed.cycle_first.trim().is_empty() {
            say("cycle_first".into(), FieldCode::Missing);
        }
        first.map(|first| Cycle { first, length_days, count })
    };
    // One wrong line of the days says it for all.
    wrong.dedup_by(|a, b| a.name == b.name);
    if !wrong.is_empty() {
        return Err(ApiError::Invalid(wrong));
    }
    let mut days: Vec<PartialDate> = days.into_iter().flatten().collect();
    days.sort_by_key(|day| day.sort_key());
    days.dedup();
    let care = Care { phase, since, days, cycle, holds, note: domain::own_words::plain(&typed.note) };
    care.check(today)?;
    Ok(care)
}

/// A day as browsers send it, or in the words in which Daybook writes it.
fn read_day(words: Words, typed: &str) -> Option<PartialDate> {
    let of = |text: &str| text.parse().ok().filter(|date: &PartialDate| date.day.is_some() && date.time.is_none());
    let typed = typed.trim();
    if let Some(day) = of(typed) {
        return Some(day);
    }
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect::<String>();
    let numbers: Vec<&str> = typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (day, year) = match numbers.as_slice() {
        [day, year] if year.len() == 4 && day.len() <= 2 => (day, year),
        _ => return None,
    };
    (1..=12).filter_map(|month| of(&format!("{year}-{month:02}-{day:0>2}"))).find(|date| {
        date.month
            .zip(date.day)
            .is_some_and(|(month, day)| letters(&words.date(date.year, month, day)) == letters(typed))
    })
}

/// One line without signs that nobody sees.
fn line(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_owned()
}

impl TypedCare {
    /// The holds of which something was typed; errors count these.
    pub fn some_holds(&self) -> impl Iterator<Item = &TypedHold> {
        let some = |hold: &&TypedHold| {
            [&hold.what, &hold.why, &hold.since, &hold.until].iter().any(|text| !text.trim().is_empty())
        };
        self.holds.iter().filter(some)
    }

    /// What the form holds when it is opened.
    pub fn of(words: Words, care: &Care) -> Self {
        let day = |day: Option<PartialDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let number = |of: fn(&Cycle) -> u16| care.cycle.map(|cycle| of(&cycle).to_string()).unwrap_or_default();
        let in_words = |day: &PartialDate| words.date(day.year, day.month.unwrap_or(1), day.day.unwrap_or(1));
        let hold = |hold: &Hold| TypedHold {
            what: hold.what.clone(),
            why: hold.why.clone(),
            since: day(hold.since),
            until: day(hold.until),
        };
        Self {
            phase: care.phase.code().to_owned(),
            since: day(care.since),
            cycle_first: day(care.cycle.map(|cycle| cycle.first)),
            cycle_length: number(|cycle| cycle.length_days),
            cycle_count: number(|cycle| cycle.count),
            days: care.days.iter().map(in_words).collect::<Vec<_>>().join("\n"),
            holds: care.holds.iter().map(hold).collect(),
            note: care.note.clone(),
        }
    }

    /// What was typed into a form that was refused.
    pub fn of_draft(draft: &Draft) -> Option<Self> {
        let field = |name: &str| draft.field(&format!("typed[{name}]"));
        let hold = |at: usize| {
            let field = |name: &str| draft.field(&format!("typed[holds][{at}][{name}]"));
            TypedHold { what: field("what"), why: field("why"), since: field("since"), until: field("until") }
        };
        (!draft.0.is_empty()).then(|| Self {
            phase: field("phase"),
            since: field("since"),
            cycle_first: field("cycle_first"),
            cycle_length: field("cycle_length"),
            cycle_count: field("cycle_count"),
            days: field("days"),
            holds: (0..Care::MOST_HOLDS).map(hold).collect(),
            note: field("note"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    const TODAY: PartialDate = PartialDate::day(2026, 11, 22);

    fn english() -> Words {
        Words::new(Language::English)
    }

    fn typed() -> TypedCare {
        TypedCare { phase: "in-treatment".into(), ..TypedCare::default() }
    }

    #[test]
    fn what_is_kept_stands_in_the_form_and_is_read_the_same_in_every_language() {
        let care = Care {
            phase: Phase::InTreatment,
            since: Some(PartialDate::day(2026, 8, 3)),
            days: (1..=12).map(|month| PartialDate::day(2026, month, month * 2 + 1)).collect(),
            cycle: Some(Cycle { first: PartialDate::day(2026, 8, 3), length_days: 14, count: 12 }),
            holds: vec![Hold {
                what: "Capecitabine".into(),
                why: "until blood counts recover".into(),
                since: Some(PartialDate::day(2026, 11, 9)),
                until: None,
            }],
            note: "Two lines\nof words".into(),
        };
        for language in Language::ALL {
            let words = Words::new(language);
            assert_eq!(read(words, &TypedCare::of(words, &care), TODAY).unwrap(), care, "{language:?}");
        }
        assert_eq!(read(english(), &typed(), TODAY).unwrap(), Care { phase: Phase::InTreatment, ..Care::default() });
    }

    #[test]
    fn a_day_is_a_day_and_nothing_else() {
        for text in ["3 August 2026", "03 august 2026 ", "2026-08-03"] {
            assert_eq!(read_day(english(), text), Some(PartialDate::day(2026, 8, 3)), "{text}");
        }
        for text in
            ["", "August 2026", "2026-08", "31 February 2026", "3/8/2026", "2026-08-03T10:00:00Z", "3 Agosto 2026"]
        {
            assert_eq!(read_day(english(), text), None, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_said_field_by_field_and_once() {
        let hold =
            |what: &str, until: &str| TypedHold { what: what.into(), until: until.into(), ..TypedHold::default() };
        let wrong = TypedCare {
            phase: "over".into(),
            since: "yesterday".into(),
            cycle_length: "two weeks".into(),
            cycle_count: "6".into(),
            days: "soon\nlater\n".into(),
            holds: vec![TypedHold::default(), hold("Capecitabine", "soon")],
            ..TypedCare::default()
        };
        let error = read(english(), &wrong, TODAY).unwrap_err();
        let ApiError::Invalid(fields) = &error else { panic!("{error:?}") };
        let mut names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        names.sort_unstable();
        // The empty hold before it is not counted.
        assert_eq!(names, ["cycle_first", "cycle_length", "days", "hold_0_until", "phase", "since"]);
    }

    #[test]
    fn a_cycle_is_whole_or_not_there() {
        let of = |first: &str, length: &str, count: &str| {
            let typed = TypedCare {
                cycle_first: first.into(),
                cycle_length: length.into(),
                cycle_count: count.into(),
                ..typed()
            };
            read(english(), &typed, TODAY)
        };
        assert!(of("", "", "").unwrap().cycle.is_none());
        assert!(of("2026-08-03", " 14", "12 ").unwrap().cycle.is_some());
        for (first, length, count) in
            [("", "14", "12"), ("2026-08-03", "", "12"), ("2026-08-03", "14", "-1"), ("2026-08-03", "0", "1")]
        {
            assert!(of(first, length, count).is_err(), "{first} {length} {count}");
        }
    }
}
