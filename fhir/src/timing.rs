//! When a medicine is taken: FHIR `Timing`, as a plan can say it.

use std::collections::BTreeSet;

use domain::{
    medicines::{
        At, Count, Moment,
        prescribed::{Days, Food, Often, Unexpressed},
    },
    time::{Day, TimeOfDay, Weekday},
};

use crate::{concept, dosage::Expressed, json::Object, value};

/// The most times a day that a plan has.
const TIMES: u32 = 24;

/// A Timing, as far as it says something.
#[derive(Default)]
pub struct Timing {
    pub often: Option<Often>,
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub days: Option<u16>,
    pub most: Option<u32>,
    pub food: Option<Food>,
}

pub fn read(timing: &Object<'_>) -> Expressed<Timing> {
    if !timing.elements("event")?.is_empty() {
        return Err(Unexpressed::Dates.into());
    }
    let mut found = timing.object("repeat", |repeat| Ok(of_repeat(repeat)))?.transpose()?.unwrap_or_default();
    if found.often.is_none() {
        // A code stands for what is not told in parts; how long it goes on is never in it.
        found.often = of_code(timing)?;
    }
    Ok(found)
}

/// A number of whole days of a `Duration`.
pub fn whole_days(duration: &Object<'_>) -> Expressed<Option<u16>> {
    let Some(quantity) = Some(value::quantity(duration)?).filter(|q| !q.number.is_empty()) else { return Ok(None) };
    let number = whole(&quantity.number).ok_or(Unexpressed::Uneven)?;
    let days = match quantity.unit_key() {
        "d" | "day" | "days" => Some(number),
        "wk" | "week" | "weeks" => number.checked_mul(7),
        "h" | "hour" | "hours" => number.is_multiple_of(24).then_some(number / 24),
        "mo" | "month" | "months" | "a" | "year" | "years" => return Err(Unexpressed::Months.into()),
        _ => None,
    };
    let days = days.filter(|days| *days > 0).and_then(|days| u16::try_from(days).ok());
    Ok(Some(days.ok_or(Unexpressed::Uneven)?))
}

/// A number that has nothing behind the point.
fn whole(number: &str) -> Option<u32> {
    let thousandths = Count::try_from(number.to_owned()).ok()?.thousandths();
    thousandths.is_multiple_of(1_000).then_some(thousandths / 1_000)
}

fn of_repeat(repeat: &Object<'_>) -> Expressed<Timing> {
    let not_said = [
        ("boundsRange", Unexpressed::Range),
        ("countMax", Unexpressed::Range),
        ("frequencyMax", Unexpressed::Range),
        ("periodMax", Unexpressed::Range),
        ("duration", Unexpressed::Lasting),
        ("durationMax", Unexpressed::Lasting),
    ];
    if let Some((_, why)) = not_said.into_iter().find(|(name, _)| repeat.has(name)) {
        return Err(why.into());
    }
    if repeat.integer("offset")?.is_some_and(|offset| offset != 0) {
        return Err(Unexpressed::Offset.into());
    }
    let days = repeat.object("boundsDuration", |duration| Ok(whole_days(duration)))?.transpose()?.flatten();
    let period = repeat.object("boundsPeriod", |period| Ok((period.date("start")?, period.date("end")?)))?;
    let (from, until) = period.unwrap_or_default();
    let day = |date: Option<domain::time::PartialDate>| {
        let day = date.map(|date| Day::try_from(date.date().to_string()).map_err(|_| Unexpressed::VagueDates));
        day.transpose()
    };
    let most = repeat.integer("count")?.map(|n| u32::try_from(n).ok().filter(|n| *n > 0).ok_or(Unexpressed::Uneven));
    let events = Events::read(repeat)?;
    Ok(Timing {
        from: day(from)?,
        until: day(until)?,
        days,
        most: most.transpose()?,
        food: events.food,
        often: often(repeat, events)?,
    })
}

fn often(repeat: &Object<'_>, events: Events) -> Expressed<Option<Often>> {
    let frequency = match repeat.integer("frequency")? {
        None => None,
        Some(n) => Some(u32::try_from(n).ok().filter(|n| *n > 0).ok_or(Unexpressed::Uneven)?),
    };
    let weekdays = weekdays(repeat)?;
    let (days, times) = match (period(repeat)?, weekdays.is_empty()) {
        (None, _) if frequency.is_some() => return Err(Unexpressed::Uneven.into()),
        (None, true) if events.is_none() => return Ok(None),
        (None, true) => (Days::Every(1), None),
        (None, false) => (Days::On(weekdays), None),
        (Some(period), true) => match per(frequency.unwrap_or(1), period)? {
            Per::Days(days, times) => (days, frequency.map(|_| times)),
            Per::Hours(every) if events.is_none() => return Ok(Some(Often::Hours { every })),
            Per::Hours(_) => return Err(Unexpressed::Conflict.into()),
        },
        (Some(Period::Days(1)), false) => (Days::On(weekdays), frequency),
        (Some(Period::Days(7)), false) => {
            let each = frequency.is_none_or(|n| usize::try_from(n).is_ok_and(|n| n == weekdays.len()));
            if !each {
                return Err(Unexpressed::Uneven.into());
            }
            (Days::On(weekdays), Some(1))
        }
        (Some(_), false) => return Err(Unexpressed::Uneven.into()),
    };
    let at = events.at(times)?;
    let listed = u32::try_from(at.len()).ok().filter(|n| *n > 0);
    let times = match (times, listed) {
        (Some(times), Some(listed)) if times != listed => return Err(Unexpressed::Conflict.into()),
        (times, listed) => times.or(listed).unwrap_or(1),
    };
    let times = Some(times).filter(|n| *n <= TIMES).and_then(|n| u8::try_from(n).ok()).ok_or(Unexpressed::Uneven)?;
    Ok(Some(Often::Days { days, times, at }))
}

/// `period` and `periodUnit`, as whole hours or whole days. What is a number of whole days is meant by the
/// calendar: "every 24 hours" is once a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Period {
    Hours(u32),
    Days(u32),
}

fn period(repeat: &Object<'_>) -> Expressed<Option<Period>> {
    let (number, unit) = (repeat.number("period")?, repeat.text("periodUnit")?);
    let (Some(number), Some(unit)) = (number, unit) else {
        return if repeat.has("period") || repeat.has("periodUnit") {
            Err(Unexpressed::Uneven.into())
        } else {
            Ok(None)
        };
    };
    let number = whole(number);
    let hours = match unit.trim() {
        "s" => number.filter(|n| n.is_multiple_of(3_600)).map(|n| n / 3_600),
        "min" => number.filter(|n| n.is_multiple_of(60)).map(|n| n / 60),
        "h" => number,
        "d" => number.and_then(|n| n.checked_mul(24)),
        "wk" => number.and_then(|n| n.checked_mul(7 * 24)),
        "mo" | "a" => return Err(Unexpressed::Months.into()),
        _ => return Err(Unexpressed::Unreadable.into()),
    };
    let hours = hours.ok_or(Unexpressed::Uneven)?;
    Ok(Some(if hours.is_multiple_of(24) { Period::Days(hours / 24) } else { Period::Hours(hours) }))
}

enum Per {
    Days(Days, u32),
    Hours(u16),
}

/// So many times in a period.
fn per(frequency: u32, period: Period) -> Expressed<Per> {
    Ok(match (frequency, period) {
        (1, Period::Hours(every)) => Per::Hours(u16::try_from(every).map_err(|_| Unexpressed::Uneven)?),
        (times, Period::Days(1)) => Per::Days(Days::Every(1), times),
        // Which day of the week is to be told: nobody counts seven days.
        (1, Period::Days(7)) => Per::Days(Days::AWeek(1), 1),
        (1, Period::Days(every)) => Per::Days(Days::Every(u16::try_from(every).map_err(|_| Unexpressed::Uneven)?), 1),
        (times, Period::Days(7)) if times.is_multiple_of(7) => Per::Days(Days::Every(1), times / 7),
        (2..=6, Period::Days(7)) => Per::Days(Days::AWeek(u8::try_from(frequency).unwrap_or(1)), 1),
        _ => return Err(Unexpressed::Uneven.into()),
    })
}

fn weekdays(repeat: &Object<'_>) -> Expressed<BTreeSet<Weekday>> {
    const CODES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let mut all = BTreeSet::new();
    for code in repeat.texts("dayOfWeek")? {
        let found = CODES.iter().position(|known| *known == code.trim()).ok_or(Unexpressed::Unreadable)?;
        all.insert(Weekday::ALL[found]);
    }
    Ok(all)
}

/// `timeOfDay` and `when`: what a dose is tied to.
#[derive(Default)]
struct Events {
    at: Vec<At>,
    /// Some are tied to moments that Daybook has no time for; then all are asked.
    unknown: u32,
    /// With meals, but not with which.
    meals: bool,
    food: Option<Food>,
}

impl Events {
    fn read(repeat: &Object<'_>) -> Expressed<Self> {
        let mut events = Self::default();
        for text in repeat.texts("timeOfDay")? {
            let time = clock(text.trim()).ok_or(Unexpressed::Unreadable)?;
            events.at.push(At::Clock(time));
        }
        for code in repeat.texts("when")? {
            let (moment, food) = moment(code.trim());
            match moment {
                Tied::To(moment) => events.at.push(At::Moment(moment)),
                Tied::ToMeals => events.meals = true,
                Tied::Unknown => events.unknown += 1,
            }
            if events.food.is_some_and(|known| food != Some(known)) {
                return Err(Unexpressed::Conflict.into());
            }
            events.food = food;
        }
        events.at.sort_unstable();
        events.at.dedup();
        let clocks = events.at.iter().filter(|at| matches!(at, At::Clock(_))).count();
        if clocks > 0 && (clocks < events.at.len() || events.meals || events.unknown > 0) {
            return Err(Unexpressed::Conflict.into());
        }
        Ok(events)
    }

    const fn is_none(&self) -> bool {
        self.at.is_empty() && !self.meals && self.unknown == 0
    }

    /// The times, when all are known; three times a day with meals is with each.
    fn at(self, times: Option<u32>) -> Expressed<Vec<At>> {
        if self.meals {
            let only = self.at.is_empty() && self.unknown == 0;
            if !only || times != Some(3) {
                return Err(Unexpressed::WhichMeal.into());
            }
            return Ok([Moment::Breakfast, Moment::Lunch, Moment::Dinner].map(At::Moment).into());
        }
        if self.unknown > 0 {
            let listed = u32::try_from(self.at.len()).unwrap_or(u32::MAX).saturating_add(self.unknown);
            let all_are_asked = times.map_or(listed == 1, |times| times == listed);
            return if all_are_asked { Ok(Vec::new()) } else { Err(Unexpressed::Conflict.into()) };
        }
        Ok(self.at)
    }
}

/// An hour and a minute; a plan has no seconds.
fn clock(text: &str) -> Option<TimeOfDay> {
    let (time, seconds) = text.split_at_checked(5)?;
    let zero = |c: char| matches!(c, ':' | '.' | '0');
    seconds.chars().all(zero).then(|| TimeOfDay::try_from(time.to_owned()).ok())?
}

enum Tied {
    To(Moment),
    ToMeals,
    Unknown,
}

/// The codes of `EventTiming`.
fn moment(code: &str) -> (Tied, Option<Food>) {
    match code {
        "MORN" => (Tied::To(Moment::Breakfast), None),
        "NOON" => (Tied::To(Moment::Lunch), None),
        "EVE" => (Tied::To(Moment::Dinner), None),
        "NIGHT" | "HS" => (Tied::To(Moment::Bedtime), None),
        "WAKE" => (Tied::To(Moment::Waking), None),
        "C" => (Tied::ToMeals, Some(Food::With)),
        "CM" => (Tied::To(Moment::Breakfast), Some(Food::With)),
        "CD" => (Tied::To(Moment::Lunch), Some(Food::With)),
        "CV" => (Tied::To(Moment::Dinner), Some(Food::With)),
        "AC" => (Tied::ToMeals, Some(Food::Before)),
        "ACM" => (Tied::To(Moment::Breakfast), Some(Food::Before)),
        "ACD" => (Tied::To(Moment::Lunch), Some(Food::Before)),
        "ACV" => (Tied::To(Moment::Dinner), Some(Food::Before)),
        "PC" => (Tied::ToMeals, Some(Food::After)),
        "PCM" => (Tied::To(Moment::Breakfast), Some(Food::After)),
        "PCD" => (Tied::To(Moment::Lunch), Some(Food::After)),
        "PCV" => (Tied::To(Moment::Dinner), Some(Food::After)),
        _ => (Tied::Unknown, None),
    }
}

/// The codes of `GTSAbbreviation`; a code of a clinic's own says nothing to Daybook.
fn of_code(timing: &Object<'_>) -> Expressed<Option<Often>> {
    let Some(code) = concept::one(timing, "code")? else { return Ok(None) };
    let days = |days, times| Often::Days { days, times, at: Vec::new() };
    let moment = |moment| Often::Days { days: Days::Every(1), times: 1, at: vec![At::Moment(moment)] };
    for code in &code.codes {
        let code = code.code.trim().to_ascii_uppercase();
        return Ok(Some(match code.as_str() {
            "QD" | "PM" => days(Days::Every(1), 1),
            "BID" => days(Days::Every(1), 2),
            "TID" => days(Days::Every(1), 3),
            "QID" => days(Days::Every(1), 4),
            "QOD" => days(Days::Every(2), 1),
            "WK" => days(Days::AWeek(1), 1),
            "AM" => moment(Moment::Breakfast),
            "BED" => moment(Moment::Bedtime),
            "Q1H" => Often::Hours { every: 1 },
            "Q2H" => Often::Hours { every: 2 },
            "Q3H" => Often::Hours { every: 3 },
            "Q4H" => Often::Hours { every: 4 },
            "Q6H" => Often::Hours { every: 6 },
            "Q8H" => Often::Hours { every: 8 },
            "MO" => return Err(Unexpressed::Months.into()),
            _ => continue,
        }));
    }
    Err(Unexpressed::Code.into())
}
