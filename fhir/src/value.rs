//! Values, ranges and flags, digit for digit and in the unit they came with. Where unit and code
//! disagree both are kept: which of them counts is decided where a value is shown or converted.

use domain::results::{AbsentReason, Comparator, Interpretation, Quantity, ReferenceRange, Value};

use crate::{
    concept::{self, Concept},
    json::{Object, Read, Trouble},
    text, when,
};

const UNIT: usize = 60;
/// Flags of one value that are told.
const FLAGS: usize = 20;
const UCUM: &str = "http://unitsofmeasure.org";

pub fn quantity(object: &Object<'_>) -> Read<Quantity> {
    let number = object.number("value")?.unwrap_or_default();
    // No measurement has so many digits; a number that long is no number for people.
    if number.len() > 100 {
        return Err(Trouble::new("value", "the number has more than 100 digits"));
    }
    let comparator = match object.text("comparator")?.as_deref() {
        None => None,
        Some("<") => Some(Comparator::Less),
        Some("<=") => Some(Comparator::LessOrEqual),
        Some(">=") => Some(Comparator::GreaterOrEqual),
        Some(">") => Some(Comparator::Greater),
        // Dropping it would turn "at least" into "exactly".
        Some(other) => {
            return Err(Trouble::new("comparator", format!("{} is none of < <= >= >", crate::json::quoted(other))));
        }
    };
    let short = |name: &str| -> Read<Option<String>> {
        Ok(object.text(name)?.map(|t| text::line(&t, UNIT)).filter(|t| !t.is_empty()))
    };
    let code = short("code")?;
    let is_ucum = object.text("system")?.is_some_and(|s| s.trim() == UCUM);
    let unit = short("unit")?.or_else(|| code.clone());
    Ok(Quantity { number: number.to_owned(), comparator, unit, ucum: code.filter(|_| is_ucum) })
}

/// A quantity that says something.
pub fn quantity_under(object: &Object<'_>, name: &str) -> Read<Option<Quantity>> {
    Ok(object.object(name, quantity)?.filter(|q| !q.number.is_empty() || q.unit.is_some()))
}

/// `value[x]`, else why there is none.
pub fn value(object: &Object<'_>) -> Read<Option<Value>> {
    if let Some(value) = present(object)? {
        return Ok(Some(value));
    }
    Ok(concept::one(object, "dataAbsentReason")?.map(|reason| Value::Absent(absent(&reason))))
}

fn present(object: &Object<'_>) -> Read<Option<Value>> {
    let Some(name) = object.names().find(|n| n.starts_with("value") && object.has(n)).map(str::to_owned) else {
        return Ok(None);
    };
    let name = name.as_str();
    Ok(match name {
        "valueQuantity" => {
            quantity_under(object, name)?.filter(|q| !q.number.is_empty() || q.unit.is_some()).map(Value::Quantity)
        }
        "valueCodeableConcept" => concept::one(object, name)?.and_then(|c| c.title()).map(Value::Coded),
        "valueString" => object.text(name)?.and_then(|t| text::block(&t)).map(Value::Text),
        "valueBoolean" => object.boolean(name)?.map(Value::Boolean),
        "valueInteger" => object.integer(name)?.map(Value::Integer),
        "valueRatio" => object.object(name, ratio)?.flatten(),
        "valueRange" => object.object(name, range)?.flatten(),
        "valueTime" => object.text(name)?.and_then(|t| text::title(&t)).map(Value::Time),
        "valueDateTime" => object.date(name)?.map(Value::DateTime),
        "valuePeriod" => when::period_under(object, name)?.map(Value::Period),
        "valueSampledData" => object.object(name, sampled)?,
        // Not in R4: kept raw, not shown.
        _ => None,
    })
}

fn ratio(object: &Object<'_>) -> Read<Option<Value>> {
    let blank = || Quantity { number: String::new(), comparator: None, unit: None, ucum: None };
    let numerator = quantity_under(object, "numerator")?;
    let denominator = quantity_under(object, "denominator")?;
    Ok((numerator.is_some() || denominator.is_some()).then(|| Value::Ratio {
        numerator: numerator.unwrap_or_else(blank),
        denominator: denominator.unwrap_or_else(blank),
    }))
}

fn range(object: &Object<'_>) -> Read<Option<Value>> {
    let (low, high) = (quantity_under(object, "low")?, quantity_under(object, "high")?);
    Ok((low.is_some() || high.is_some()).then_some(Value::Range { low, high }))
}

fn sampled(object: &Object<'_>) -> Read<Value> {
    let data = object.text("data")?.unwrap_or_default();
    let count = u32::try_from(data.split_whitespace().count()).unwrap_or(u32::MAX);
    let unit = quantity_under(object, "origin")?.and_then(|q| q.unit);
    Ok(Value::Sampled { count, unit })
}

fn absent(reason: &Concept) -> AbsentReason {
    let code = reason.codes.iter().map(|c| c.code.as_str()).find(|c| !c.is_empty());
    match code {
        Some("unknown" | "temp-unknown") => AbsentReason::Unknown,
        Some("asked-unknown") => AbsentReason::AskedUnknown,
        Some("asked-declined") => AbsentReason::AskedDeclined,
        Some("not-asked") => AbsentReason::NotAsked,
        Some("masked") => AbsentReason::Masked,
        Some("not-applicable" | "unsupported") => AbsentReason::NotApplicable,
        Some("error" | "not-a-number" | "negative-infinity" | "positive-infinity") => AbsentReason::Error,
        Some("not-performed") => AbsentReason::NotPerformed,
        Some("not-permitted") => AbsentReason::NotPermitted,
        _ => reason.title().map_or(AbsentReason::Unknown, AbsentReason::Other),
    }
}

/// The laboratory's flags. Those that only repeat each other are told once.
pub fn interpretations(object: &Object<'_>) -> Read<Vec<Interpretation>> {
    let mut all = Vec::new();
    for concept in concept::many(object, "interpretation")? {
        let by_code = concept.codes.iter().find_map(|c| flag(&c.code));
        let flag = by_code
            .or_else(|| concept.words().and_then(|w| flag(&w)))
            .or_else(|| concept.title().map(Interpretation::Other));
        if let Some(flag) = flag
            && all.len() < FLAGS
            && !all.contains(&flag)
        {
            all.push(flag);
        }
    }
    Ok(all)
}

fn flag(code: &str) -> Option<Interpretation> {
    Some(match code.trim().to_ascii_lowercase().as_str() {
        "l" | "low" => Interpretation::Low,
        "h" | "high" => Interpretation::High,
        "ll" | "lu" | "critical low" | "critically low" => Interpretation::VeryLow,
        "hh" | "hu" | "critical high" | "critically high" => Interpretation::VeryHigh,
        "n" | "normal" => Interpretation::Normal,
        "a" | "abnormal" => Interpretation::Unusual,
        "aa" | "critical abnormal" | "critically abnormal" => Interpretation::VeryUnusual,
        "pos" | "positive" => Interpretation::Positive,
        "neg" | "negative" => Interpretation::Negative,
        _ => return None,
    })
}

/// The laboratory's ranges; those that say nothing are left out.
pub fn ranges(object: &Object<'_>) -> Read<Vec<ReferenceRange>> {
    let mut all = object.list("referenceRange", |range| {
        let meaning = concept::one(range, "type")?.and_then(|kind| {
            let code = kind.codes.iter().map(|c| c.code.clone()).find(|c| !c.is_empty());
            code.or(kind.text)
        });
        let age = range.object("age", |age| Ok((years(age, "low")?, years(age, "high")?)))?;
        let (age_low, age_high) = age.unwrap_or_default();
        Ok(ReferenceRange {
            low: quantity_under(range, "low")?,
            high: quantity_under(range, "high")?,
            text: range.text("text")?.and_then(|t| text::title(&t)),
            meaning,
            applies_to: concept::titles(range, "appliesTo")?,
            age_low,
            age_high,
        })
    })?;
    all.retain(|r| r.low.is_some() || r.high.is_some() || r.text.is_some());
    Ok(all)
}

/// An age in years, converted where it came in other units.
fn years(object: &Object<'_>, name: &str) -> Read<Option<String>> {
    let Some(age) = quantity_under(object, name)? else { return Ok(None) };
    let per_year = match age.ucum.as_deref().or(age.unit.as_deref()).unwrap_or("a") {
        "a" | "year" | "years" | "yr" | "yrs" => return Ok((!age.number.is_empty()).then_some(age.number)),
        "mo" | "month" | "months" => 12.0,
        "wk" | "week" | "weeks" => 52.18,
        "d" | "day" | "days" => 365.25,
        _ => return Ok(None),
    };
    Ok(age.to_f64().map(|n| {
        let text = format!("{:.3}", n / per_year);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }))
}
