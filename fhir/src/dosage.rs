//! How a medicine is to be taken, as a plan can say it: FHIR `Dosage`.
//!
//! What is there but can't be said is told with its reason, and so is what has a wrong form: the resource is
//! shown all the same, with the prescriber's words.

use std::collections::BTreeSet;

use domain::medicines::{
    Amount, Count, Prescribed,
    prescribed::{Days, Direction, How, Often, Standing, Told, Unexpressed},
};

use crate::{
    concept::{self, Concept},
    json::{Object, Read, Trouble},
    text,
    timing::{self, Timing},
    value,
};

const RXNORM: &str = "http://www.nlm.nih.gov/research/umls/rxnorm";
/// Ways of taking one medicine that are read; real ones have one to five.
const DOSAGES: usize = 60;

/// Why a Dosage is no direction.
pub enum Cause {
    Unexpressed(Unexpressed),
    Trouble,
}

impl From<Unexpressed> for Cause {
    fn from(why: Unexpressed) -> Self {
        Self::Unexpressed(why)
    }
}

impl From<Trouble> for Cause {
    fn from(_: Trouble) -> Self {
        Self::Trouble
    }
}

impl Cause {
    const fn why(&self) -> Unexpressed {
        match self {
            Self::Unexpressed(why) => *why,
            Self::Trouble => Unexpressed::Unreadable,
        }
    }
}

pub type Expressed<T> = Result<T, Cause>;

pub fn of_request(object: &Object<'_>, medicine: &Concept) -> Prescribed {
    let not = object.boolean("doNotPerform").ok().flatten() == Some(true);
    let dispense = object.object("dispenseRequest", |dispense| {
        let days = dispense.object("expectedSupplyDuration", |duration| Ok(days(duration)))?.flatten();
        Ok((days, dispense.integer("numberOfRepeatsAllowed")?))
    });
    let (supply_days, repeats) = dispense.ok().flatten().unwrap_or_default();
    Prescribed {
        told: if not { Told::NotToTake } else { Told::Request },
        written: object.date("authoredOn").ok().flatten(),
        supply_days,
        repeats: repeats.and_then(|n| u32::try_from(n).ok()),
        ..taken(object, medicine, "dosageInstruction")
    }
}

pub fn of_statement(object: &Object<'_>, medicine: &Concept) -> Prescribed {
    Prescribed { written: object.date("dateAsserted").ok().flatten(), ..taken(object, medicine, "dosage") }
}

fn taken(object: &Object<'_>, medicine: &Concept, dosages: &str) -> Prescribed {
    let status = object.text("status").ok().flatten().unwrap_or_default();
    let rxnorm = medicine.codes.iter().find(|code| code.system == RXNORM && !code.code.is_empty());
    Prescribed {
        told: Told::Statement,
        standing: Standing::of_word(status.trim()),
        why: reason(object).ok().flatten(),
        rxnorm: rxnorm.map(|code| code.code.clone()),
        written: None,
        supply_days: None,
        repeats: None,
        text: words(object, dosages).ok().flatten(),
        how: match directions(object, dosages) {
            Ok(directions) => How::Directions(directions),
            Err(why) => How::Unexpressed(why),
        },
    }
}

fn reason(object: &Object<'_>) -> Read<Option<String>> {
    if object.is_list("statusReason") {
        return Ok(concept::titles(object, "statusReason")?.into_iter().next());
    }
    Ok(concept::one(object, "statusReason")?.and_then(|reason| reason.title()))
}

/// All that a prescriber says in words, each thing once.
fn words(object: &Object<'_>, dosages: &str) -> Read<Option<String>> {
    let mut said: Vec<String> = Vec::new();
    object.list(dosages, |dosage| {
        let mut all = vec![dosage.text("text")?, dosage.text("patientInstruction")?];
        let timing = dosage.object("timing", |timing| concept::one(timing, "code"))?.flatten();
        all.push(timing.and_then(|code| code.text).map(Into::into));
        all.extend(concept::titles(dosage, "additionalInstruction")?.into_iter().map(|title| Some(title.into())));
        for line in all.into_iter().flatten().filter_map(|line| text::block(&line)) {
            if said.len() < DOSAGES && !said.iter().any(|known| known.contains(&line)) {
                said.push(line);
            }
        }
        Ok(())
    })?;
    Ok((!said.is_empty()).then(|| said.join("\n")))
}

/// Of a quantity of time, when it is whole days or weeks.
fn days(duration: &Object<'_>) -> Option<u16> {
    timing::whole_days(duration).ok().flatten()
}

fn directions(object: &Object<'_>, dosages: &str) -> Result<Vec<Direction>, BTreeSet<Unexpressed>> {
    let read = object.list(dosages, |dosage| Ok((dosage.integer("sequence").ok().flatten(), direction(dosage))));
    let Ok(read) = read else { return Err([Unexpressed::Unreadable].into()) };
    if read.is_empty() {
        return Err([Unexpressed::NoDosage].into());
    }
    let why: BTreeSet<Unexpressed> = read.iter().filter_map(|(_, one)| one.as_ref().err()).map(Cause::why).collect();
    if !why.is_empty() {
        return Err(why);
    }
    let all = read.into_iter().filter_map(|(sequence, one)| Some((sequence, one.ok()?))).collect();
    in_order(all).ok_or_else(|| [Unexpressed::SeveralAtOnce].into())
}

/// Directions that hold one after the other, by their numbers or by their dates; none when two hold at once.
fn in_order(mut all: Vec<(Option<i64>, Direction)>) -> Option<Vec<Direction>> {
    if all.len() > DOSAGES {
        return None;
    }
    if all.len() > 1 {
        let numbers: BTreeSet<i64> = all.iter().filter_map(|(sequence, _)| *sequence).collect();
        if numbers.len() == all.len() {
            all.sort_by_key(|(sequence, _)| *sequence);
        } else {
            all.sort_by_key(|(_, direction)| direction.from);
        }
        let follows = |two: &[(Option<i64>, Direction)]| match (&two[0].1, &two[1].1) {
            (Direction { until: Some(until), .. }, Direction { from: Some(from), .. }) => until < from,
            // How long the first one goes on is told, so that the next one begins after it.
            (first, Direction { from: None, .. }) => numbers.len() == all.len() && first.days.is_some(),
            _ => false,
        };
        if !all.windows(2).all(follows) {
            return None;
        }
    }
    Some(all.into_iter().map(|(_, direction)| direction).collect())
}

fn direction(dosage: &Object<'_>) -> Expressed<Direction> {
    let amounts = amounts(dosage)?;
    let needed = needed(dosage)?;
    let timing = match dosage.object("timing", |timing| Ok(timing::read(timing)))? {
        Some(timing) => timing?,
        None => Timing::default(),
    };
    let often = match (needed, timing.often) {
        (None, None) => return Err(Unexpressed::NoTiming.into()),
        (None, Some(often)) => often,
        (Some(needed), often) => as_needed(dosage, &amounts, needed, often.as_ref())?,
    };
    let Timing { from, until, days, most, food, .. } = timing;
    Ok(Direction { from, until, days, most, amounts, often, food })
}

/// It is taken as needed; what for, when that is told.
struct Needed(Option<String>);

fn needed(dosage: &Object<'_>) -> Read<Option<Needed>> {
    if let Some(what_for) = concept::one(dosage, "asNeededCodeableConcept")? {
        return Ok(Some(Needed(what_for.title())));
    }
    Ok((dosage.boolean("asNeededBoolean")? == Some(true)).then_some(Needed(None)))
}

/// How often one may take it is the most that one may.
fn as_needed(
    dosage: &Object<'_>,
    amounts: &[Amount],
    Needed(what_for): Needed,
    often: Option<&Often>,
) -> Expressed<Often> {
    let told = most_a_day(dosage, amounts)?;
    let (least_minutes, times) = match often {
        None => (None, None),
        Some(Often::Hours { every }) => (Some(u32::from(*every) * 60), None),
        Some(Often::Days { days: Days::Every(1), times, .. }) => (None, Some(*times)),
        Some(_) => return Err(Unexpressed::Uneven.into()),
    };
    let by_times = match (times, amounts) {
        (None, _) => None,
        (Some(times), [one]) => {
            let most = one.count.thousandths().checked_mul(u32::from(times)).and_then(Count::of_thousandths);
            Some(most.ok_or(Unexpressed::Most)?)
        }
        (Some(_), _) => return Err(Unexpressed::Most.into()),
    };
    let most_a_day = told.into_iter().chain(by_times).min();
    Ok(Often::AsNeeded { least_minutes, most_a_day, what_for })
}

/// `maxDosePerPeriod`, when it is of a day and in the unit of the doses.
fn most_a_day(dosage: &Object<'_>, amounts: &[Amount]) -> Expressed<Option<Count>> {
    let ratio = dosage.object("maxDosePerPeriod", |ratio| {
        Ok((value::quantity_under(ratio, "numerator")?, value::quantity_under(ratio, "denominator")?))
    })?;
    let (most, time) = match ratio {
        None => return Ok(None),
        Some((Some(most), Some(time))) => (most, time),
        Some(_) => return Err(Unexpressed::Most.into()),
    };
    let number = time.number.parse::<f64>().unwrap_or_default();
    let hours = match time.unit_key() {
        "h" | "hour" | "hours" => number,
        "d" | "day" | "days" => number * 24.0,
        _ => return Err(Unexpressed::Most.into()),
    };
    let same_unit = amounts.iter().all(|one| one.of.eq_ignore_ascii_case(&unit(&most)));
    if (hours - 24.0).abs() > f64::EPSILON || !same_unit || most.comparator.is_some() {
        return Err(Unexpressed::Most.into());
    }
    Ok(Some(Count::try_from(most.number).map_err(|_| Unexpressed::Most)?))
}

/// `doseAndRate`: one dose as ordered.
fn amounts(dosage: &Object<'_>) -> Expressed<Vec<Amount>> {
    let read = dosage.list("doseAndRate", |one| {
        let ordered = concept::one(one, "type")?.is_some_and(|kind| kind.has(&["ordered"]));
        Ok((ordered, amount(one)))
    })?;
    let several = read.len() > 1;
    let mut all = read.into_iter().filter(|(ordered, _)| *ordered || !several).map(|(_, amount)| amount);
    match (all.next(), all.next()) {
        (Some(one), None) => Ok(one?.into_iter().collect()),
        (None, _) if !several => Ok(Vec::new()),
        _ => Err(Unexpressed::Amount.into()),
    }
}

fn amount(one: &Object<'_>) -> Expressed<Option<Amount>> {
    if one.has("doseRange") || one.has("rateRange") {
        return Err(Unexpressed::Range.into());
    }
    if one.has("rateRatio") || one.has("rateQuantity") {
        return Err(Unexpressed::Rate.into());
    }
    let Some(dose) = value::quantity_under(one, "doseQuantity")? else { return Ok(None) };
    if dose.comparator.is_some() {
        return Err(Unexpressed::Amount.into());
    }
    let of = unit(&dose);
    let count = Count::try_from(dose.number).map_err(|_| Unexpressed::Amount)?;
    Ok(Some(Amount { count, of }))
}

/// The unit as people read it: UCUM writes what is counted in braces.
fn unit(quantity: &domain::results::Quantity) -> String {
    let unit = quantity.unit.as_deref().unwrap_or_default();
    let plain = unit.strip_prefix('{').and_then(|unit| unit.strip_suffix('}')).unwrap_or(unit);
    if plain == "1" { String::new() } else { plain.to_owned() }
}
