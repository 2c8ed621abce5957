//! What the form knows of a medicine before anyone typed: what its prescriber asked for, as far as the record
//! says it. Nothing is guessed.

use domain::{
    Error,
    access::{Granted, Results, View},
    db::Tx,
    medicines::{
        Rhythm,
        prescribed::{Days, Direction, How, Often, Prescribed},
        store::Medicine,
    },
    results::{Body, store::get_item},
    time::Day,
};

use super::{api::made::instructions, manage::TypedPlan, plan_form::typed_of};
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
pub async fn of(tx: &mut Tx, results: &Granted<View, Results>, medicine: &Medicine, today: Day) -> Answer<Prefill> {
    let mut prefill = Prefill { typed: empty(today), written: String::new(), together: false };
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
    fn read(&mut self, prescribed: &Prescribed, today: Day) {
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

/// One direction as the form shows it, and whether it leaves nothing open.
fn typed(direction: &Direction, today: Day) -> (TypedPlan, bool) {
    let from = direction.from.unwrap_or(today).max(today);
    let mut course = domain::medicines::Course {
        from,
        until: direction.until.or_else(|| direction.days.map(|days| from.plus_days(i64::from(days) - 1))),
        most: direction.most,
        rhythm: Rhythm::Days { every: 1, at: Vec::new() },
        amounts: direction.amounts.clone(),
        if_missed: None,
        window_minutes: None,
    };
    let mut whole = !direction.amounts.is_empty();
    match &direction.often {
        Often::Days { days, at, .. } => {
            whole &= !at.is_empty();
            let at = at.clone();
            course.rhythm = match days {
                Days::Every(every) => Rhythm::Days { every: *every, at },
                Days::On(days) => Rhythm::Weekdays { days: days.clone(), at },
                Days::AWeek(_) => {
                    whole = false;
                    Rhythm::Weekdays { days: std::collections::BTreeSet::new(), at }
                }
            };
        }
        Often::Hours { every } => {
            let typed = TypedPlan { rhythm: "hours".into(), hours: every.to_string(), ..typed_of(&course, today) };
            return (typed, false);
        }
        Often::AsNeeded { least_minutes, most_a_day, .. } => {
            course.rhythm = Rhythm::AsNeeded { least_minutes: *least_minutes, most_a_day: *most_a_day };
        }
    }
    (typed_of(&course, today), whole)
}
