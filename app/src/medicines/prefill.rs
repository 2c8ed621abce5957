//! What the form knows of a medicine before anyone typed: what its prescriber asked for, as far as the record
//! says it. Nothing is guessed.

use std::collections::BTreeSet;

use domain::{
    Error,
    access::{Granted, Results, View},
    db::Tx,
    medicines::{
        Course, Plan, Rhythm,
        prescribed::{Days, Direction, How, Often, Prescribed},
        store::Medicine,
    },
    results::{Body, store::get_item},
    time::Day,
};

use super::{
    api::prescribed::instructions,
    goes_on::{Today, from_day},
    manage::TypedPlan,
    typed_plan::{typed_of, typed_of_plan},
};
use crate::error::Answer;

/// What the form begins with.
pub struct Prefill {
    pub typed: TypedPlan,
    /// What the prescriber wrote.
    pub written: String,
    /// Something is left open that the person has to say.
    pub together: bool,
}

/// What is known of a medicine.
pub async fn of(
    tx: &mut Tx,
    results: &Granted<View, Results>,
    medicine: &Medicine,
    today: Today<'_>,
) -> Answer<Prefill> {
    let mut prefill = Prefill { typed: empty(today.day), written: String::new(), together: false };
    let Some(item) = medicine.items.first() else { return Ok(prefill) };
    let item = match get_item(tx, results, *item).await {
        Ok(opened) => opened.head.item,
        // The clinic took it back; what the person knows of it stays.
        Err(Error::NotFound) => return Ok(prefill),
        Err(other) => return Err(other.into()),
    };
    prefill.written = instructions(&item);
    prefill.together = true;
    if let Body::Event(event) = &item.body
        && let Some(prescribed) = &event.prescribed
    {
        prefill.read(prescribed, today);
    }
    Ok(prefill)
}

fn empty(today: Day) -> TypedPlan {
    TypedPlan { rhythm: "days".into(), every: "1".into(), from: String::from(today), ..TypedPlan::default() }
}

impl Prefill {
    fn read(&mut self, prescribed: &Prescribed, today: Today<'_>) {
        if let Some(text) = &prescribed.text {
            self.written.clone_from(text);
        }
        let How::Directions(directions) = &prescribed.how else { return };
        let Some(first) = directions.first() else { return };
        let (typed, whole) = typed(first, today);
        self.typed = typed;
        self.together = !whole || directions.len() > 1;
    }
}

/// One direction as the form shows it, and whether it leaves nothing open. What began before today goes on in its
/// place: every third day stays on its days.
fn typed(direction: &Direction, today: Today<'_>) -> (TypedPlan, bool) {
    let from = direction.from.unwrap_or(today.day);
    let (rhythm, mut whole) = match &direction.often {
        Often::Days { days, times, at } => {
            let whole = at.len() == usize::from(*times);
            let at = at.clone();
            match days {
                Days::Every(every) => (Rhythm::Days { every: *every, at }, whole),
                Days::On(days) => (Rhythm::Weekdays { days: days.clone(), at }, whole),
                Days::AWeek(_) => (Rhythm::Weekdays { days: BTreeSet::new(), at }, false),
            }
        }
        // When the first one is, is asked: nothing can be counted.
        Often::Hours { .. } => (Rhythm::Days { every: 1, at: Vec::new() }, false),
        Often::AsNeeded { least_minutes, most_a_day, .. } => {
            (Rhythm::AsNeeded { least_minutes: *least_minutes, most_a_day: *most_a_day }, true)
        }
    };
    let open = !whole;
    whole &= !direction.amounts.is_empty();
    let course = Course {
        from,
        until: direction.until.or_else(|| direction.days.map(|days| from.plus_days(i64::from(days) - 1))),
        most: direction.most,
        rhythm,
        amounts: direction.amounts.clone(),
        if_missed: None,
        window_minutes: None,
    };
    let mut typed = from_today(&course, open, today);
    if let Often::Hours { every } = direction.often {
        (typed.rhythm, typed.hours) = ("hours".into(), every.to_string());
    }
    // What is over is begun again on days that the person says.
    let whole = whole && !typed.from.is_empty();
    (typed, whole)
}

/// The course from today on; while its times are open it asks for no doses that could be counted.
fn from_today(course: &Course, open: bool, today: Today<'_>) -> TypedPlan {
    let plan = Plan { courses: vec![course.clone()], pauses: Vec::new() };
    if !open {
        return typed_of_plan(&plan, today).unwrap_or_else(|| empty(today.day));
    }
    let typed = typed_of(&from_day(&plan, course, today.day, today), today.day);
    let over = course.until.is_some_and(|until| until < today.day);
    if over { TypedPlan { from: String::new(), until: String::new(), ..typed } } else { typed }
}

#[cfg(test)]
mod tests {
    use domain::{
        medicines::{Amount, At, Count, Moments, schedule::Life},
        time::{Instant, TimeOfDay},
    };

    use super::*;

    const ZONE: &str = "Europe/Paris";

    fn day(text: &str) -> Day {
        text.to_owned().try_into().unwrap()
    }

    fn direction(days: Days, at: &[u8]) -> Direction {
        let at: Vec<At> = at.iter().map(|hour| At::Clock(TimeOfDay::new(*hour, 0).unwrap())).collect();
        Direction {
            from: Some(day("2026-11-10")),
            until: None,
            days: None,
            most: None,
            amounts: vec![Amount { count: Count::try_from("2".to_owned()).unwrap(), of: String::new() }],
            often: Often::Days { days, times: 1, at },
            food: None,
        }
    }

    fn on(today: &str, direction: &Direction) -> (TypedPlan, bool) {
        let life = Life { zone: jiff::tz::TimeZone::get(ZONE).unwrap(), moments: Moments::default() };
        let now = Instant::of_wall_clock(today, "12:30", ZONE).unwrap();
        typed(direction, Today { life: &life, now, day: day(today) })
    }

    #[test]
    fn what_began_before_today_goes_on_on_its_own_days() {
        for at in [&[8][..], &[]] {
            let every_third = direction(Days::Every(3), at);
            assert_eq!(on("2026-11-11", &every_third).0.from, "2026-11-13", "{at:?}");
            assert_eq!(on("2026-11-13", &every_third).0.from, "2026-11-13");
            assert_eq!(on("2026-11-09", &every_third).0.from, "2026-11-10");
        }
        let daily = direction(Days::Every(1), &[8]);
        assert_eq!(on("2026-11-15", &daily), (on("2026-11-15", &daily).0, true));
        assert_eq!(on("2026-11-15", &daily).0.from, "2026-11-15");
    }

    #[test]
    fn days_and_doses_are_counted_from_where_the_prescriber_began() {
        let ten_days = Direction { days: Some(10), most: Some(10), ..direction(Days::Every(1), &[8]) };
        let (typed, whole) = on("2026-11-15", &ten_days);
        assert_eq!((typed.until.as_str(), typed.doses.as_deref(), whole), ("2026-11-19", Some("5"), true));
        let (over, whole) = on("2026-11-25", &ten_days);
        assert_eq!((over.from.as_str(), over.until.as_str(), whole), ("", "", false), "it is over: asked anew");
    }

    #[test]
    fn fewer_times_than_the_prescriber_asks_for_leave_something_open() {
        let twice = |at: &[u8]| {
            let mut twice = direction(Days::Every(1), at);
            if let Often::Days { times, .. } = &mut twice.often {
                *times = 2;
            }
            on("2026-11-15", &twice).1
        };
        assert!(twice(&[8, 20]) && !twice(&[8]) && !twice(&[]));
    }
}
