//! What came of the doses of a month: taken, skipped, or unknown, by day and by medicine. Pure: it is given
//! the plans that held, and what was noted.
//!
//! A dose without an answer is unknown; only the person says that one was missed. Days of rest and days on
//! which a medicine was paused count for nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    entry::{Entry, Kind, Reason, What},
    plan::{Dose, Plan, Rhythm, Slot},
    plan_store::PlanVersion,
    schedule::{self, Life},
    store::Medicine,
    word::Stop,
};
use crate::{
    id::MedicineId,
    time::{Day, Instant},
};

/// A month of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Month {
    first: Day,
}

/// The text is no month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a month (YYYY-MM)")]
pub struct NotAMonth(String);

impl Month {
    /// The month of a day.
    pub fn of(day: Day) -> Self {
        Self { first: day.date().first_of_month().into() }
    }

    pub const fn first(self) -> Day {
        self.first
    }

    /// The month before.
    #[must_use]
    pub fn before(self) -> Self {
        Self::of(self.first.plus_days(-1))
    }

    /// The month behind.
    #[must_use]
    pub fn after(self) -> Self {
        Self { first: self.first.plus_days(i64::from(self.first.date().days_in_month())) }
    }

    /// Its days, in order.
    pub fn days(self) -> impl Iterator<Item = Day> {
        (0..i64::from(self.first.date().days_in_month())).map(move |n| self.first.plus_days(n))
    }
}

impl From<Month> for String {
    /// `YYYY-MM`
    fn from(month: Month) -> Self {
        let mut text = Self::from(month.first);
        text.truncate(7);
        text
    }
}

impl TryFrom<String> for Month {
    type Error = NotAMonth;

    fn try_from(text: String) -> Result<Self, NotAMonth> {
        let first = if text.len() == 7 { Day::try_from(format!("{text}-01")).ok() } else { None };
        first.map(|first| Self { first }).ok_or(NotAMonth(text))
    }
}

/// A medicine as it was taken: the plans that held one after the other, and what was noted.
#[derive(Debug, Clone)]
pub struct Course {
    pub medicine: MedicineId,
    /// Since when each plan held, oldest first; each held until the next one did.
    pub plans: Vec<(Instant, Plan)>,
    /// It is not taken any more, by its person or as the record says.
    pub ended_at: Option<Instant>,
    /// When the record said that nothing of it is to be taken: doses of then are asked of nobody.
    pub stops: Vec<Stop>,
    /// Entries that hold: neither taken back nor corrected.
    pub entries: Vec<Entry>,
}

impl Course {
    /// Of a medicine with the plans that it ever had, the newest first, and its entries.
    pub fn new(medicine: &Medicine, plans: Vec<PlanVersion>, entries: Vec<Entry>) -> Self {
        let is_over = |stop: &&Stop| stop.over && stop.until.is_none();
        let over = medicine.stops.iter().find(is_over).map(|stop| stop.from);
        Self {
            medicine: medicine.id,
            plans: plans.into_iter().rev().map(|version| (version.set_by.at, version.plan)).collect(),
            ended_at: medicine.ended_at.into_iter().chain(over).min(),
            stops: medicine.stops.clone(),
            entries,
        }
    }
}

/// How much came of what, in doses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    pub taken: u32,
    /// On purpose.
    pub skipped: u32,
    /// Missed, as the person says.
    pub missed: u32,
    /// Nobody answered.
    pub unknown: u32,
    /// May still be answered, or comes later; in no share.
    pub open: u32,
    /// Taken as needed, or beside the plan; in no share.
    pub beside: u32,
}

impl Tally {
    /// Doses that were planned and are over.
    pub const fn planned(&self) -> u32 {
        self.taken + self.skipped + self.missed + self.unknown
    }

    /// So many of a hundred planned doses were taken, rounded down: all of them is 100 only when it is all.
    pub const fn share(&self) -> Option<u32> {
        if self.planned() == 0 { None } else { Some(self.taken * 100 / self.planned()) }
    }

    const fn add(&mut self, other: &Self) {
        self.taken += other.taken;
        self.skipped += other.skipped;
        self.missed += other.missed;
        self.unknown += other.unknown;
        self.open += other.open;
        self.beside += other.beside;
    }
}

/// A medicine on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OnDay {
    pub tally: Tally,
    /// The plan rests on this day.
    pub rest: bool,
    /// Something was left out, since the medicine was paused or held.
    pub paused: bool,
}

/// A medicine in the month.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OfMedicine {
    pub days: BTreeMap<Day, OnDay>,
    pub tally: Tally,
    pub rest_days: u32,
    pub paused_days: u32,
    /// Why doses were skipped, and how often.
    pub reasons: BTreeMap<Reason, u32>,
}

/// What came of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    pub month: Month,
    /// Only what there is something to say of.
    pub medicines: BTreeMap<MedicineId, OfMedicine>,
}

impl History {
    /// All medicines together.
    pub fn tally(&self) -> Tally {
        self.medicines.values().fold(Tally::default(), |mut all, of| {
            all.add(&of.tally);
            all
        })
    }

    /// All medicines on a day; nothing where there is nothing to say.
    pub fn on(&self, day: Day) -> Option<OnDay> {
        let days: Vec<&OnDay> = self.medicines.values().filter_map(|of| of.days.get(&day)).collect();
        if days.is_empty() {
            return None;
        }
        let mut whole = OnDay {
            tally: Tally::default(),
            rest: days.iter().all(|day| day.rest),
            paused: days.iter().any(|day| day.paused),
        };
        for day in days {
            whole.tally.add(&day.tally);
        }
        Some(whole)
    }
}

/// What came of a month, as far as it is known at `now`.
pub fn history(courses: &[Course], life: &Life, month: Month, now: Instant) -> History {
    let each = courses.iter().map(|course| (course.medicine, of_medicine(course, life, month, now)));
    History { month, medicines: each.filter(|(_, of)| !of.days.is_empty()).collect() }
}

/// A stretch of time in which a plan held.
struct Stretch<'a> {
    plan: &'a Plan,
    stops: &'a [Stop],
    answers: &'a BTreeMap<Slot, &'a Entry>,
    from: Instant,
    until: Instant,
    /// When it began to hold: doses that could not be answered any more by then were asked of nobody.
    opens: Instant,
    /// Since when its doses are due: what was due shortly before it held can still be answered, and counts.
    asks: Instant,
}

impl Stretch<'_> {
    /// What it asked for: what was due before the record stopped it counts where it was answered.
    fn asked<'a>(&'a self, life: &'a Life, from: Instant) -> impl Iterator<Item = Dose> + 'a {
        let counts = |dose: &Dose| {
            let answered = self.answers.contains_key(&dose.slot);
            !self.stops.iter().any(|stop| stop.holds(dose.due) || (!answered && stop.cuts(dose)))
        };
        self.doses(self.plan, life, from).filter(counts)
    }

    fn doses<'a>(&'a self, plan: &'a Plan, life: &'a Life, from: Instant) -> impl Iterator<Item = Dose> + 'a {
        schedule::doses(plan, life, from, self.until).filter(|dose| dose.until > self.opens)
    }
}

fn of_medicine(course: &Course, life: &Life, month: Month, now: Instant) -> OfMedicine {
    let (begins, ends) = (life.begin(month.first()), life.begin(month.after().first()));
    let answers = answers(&course.entries);
    let asked = asked(course, life, (begins, ends), &answers);
    let mut of = OfMedicine::default();
    for (slot, dose) in &asked {
        let day = of.days.entry(local_day(dose.due, life)).or_default();
        match answers.get(slot).map(|entry| &entry.what) {
            Some(What::Taken { .. }) => day.tally.taken += 1,
            Some(What::Skipped { reason, .. }) => {
                day.tally.skipped += 1;
                *of.reasons.entry(*reason).or_default() += 1;
            }
            Some(What::Missed) => day.tally.missed += 1,
            _ if dose.until > now => day.tally.open += 1,
            _ => day.tally.unknown += 1,
        }
    }
    for stretch in stretches(course, &answers, begins, ends) {
        rest(&mut of, &stretch, life);
    }
    // Taken as needed, beside the plan, or for a dose that a later plan does not have.
    for entry in &course.entries {
        let What::Taken { at, .. } = entry.what else { continue };
        if (begins..ends).contains(&at)
            && entry.slot.is_none_or(|slot| !is_asked(course, life, (slot, at), &asked, &answers))
        {
            of.days.entry(local_day(at, life)).or_default().tally.beside += 1;
        }
    }
    for day in of.days.values() {
        of.tally.add(&day.tally);
        of.rest_days += u32::from(day.rest);
        of.paused_days += u32::from(day.paused);
    }
    of
}

/// What was answered of each dose: the last word, but what was taken was taken, whatever a device brought later that
/// did not know of it. That a dose waits is no answer.
fn answers(entries: &[Entry]) -> BTreeMap<Slot, &Entry> {
    let mut answers = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.what.kind() != Kind::Later) {
        let Some(slot) = entry.slot else { continue };
        let said = answers.entry(slot).or_insert(entry);
        if said.what.kind() != Kind::Taken {
            *said = entry;
        }
    }
    answers
}

/// The doses that were asked for. A new plan takes the place of what could still be answered when it began to hold:
/// what was answered stays, and so does what both have, once.
fn asked(
    course: &Course,
    life: &Life,
    (from, to): (Instant, Instant),
    answers: &BTreeMap<Slot, &Entry>,
) -> BTreeMap<Slot, Dose> {
    let mut asked = BTreeMap::<Slot, Dose>::new();
    for stretch in stretches(course, answers, from, to) {
        asked.retain(|slot, dose| {
            dose.until <= stretch.opens || answers.contains_key(slot) || has(stretch.plan, dose, life)
        });
        asked.extend(stretch.asked(life, stretch.asks).map(|dose| (dose.slot, dose)));
    }
    asked
}

/// Whether a plan asks for the same dose.
fn has(plan: &Plan, dose: &Dose, life: &Life) -> bool {
    schedule::doses(plan, life, dose.due.plus_days(-1), dose.due.plus_days(1)).any(|other| other.slot == dose.slot)
}

/// Whether a dose is one that a plan asked for, in this month or just outside of it: late in the evening, what
/// was due in one month may be taken in the next.
fn is_asked(
    course: &Course,
    life: &Life,
    (slot, at): (Slot, Instant),
    asked: &BTreeMap<Slot, Dose>,
    answers: &BTreeMap<Slot, &Entry>,
) -> bool {
    asked.contains_key(&slot)
        || stretches(course, answers, at.plus_days(-2), at.plus_days(2))
            .any(|stretch| stretch.asked(life, stretch.asks).any(|dose| dose.slot == slot))
}

/// The plans that held between two moments.
fn stretches<'a>(
    course: &'a Course,
    answers: &'a BTreeMap<Slot, &'a Entry>,
    from: Instant,
    to: Instant,
) -> impl Iterator<Item = Stretch<'a>> {
    let end = course.ended_at.unwrap_or(Instant(i64::MAX)).min(to);
    course.plans.iter().enumerate().filter_map(move |(n, (since, plan))| {
        let next = course.plans.get(n + 1).map_or(end, |(next, _)| (*next).min(end));
        let before = since.plus_days(-1);
        let first = if n == 0 { before } else { *since };
        let (from, asks) = (first.max(from), before.max(from));
        let stretch = Stretch { plan, stops: &course.stops, answers, from, until: next, opens: *since, asks };
        (stretch.asks < stretch.until).then_some(stretch)
    })
}

/// Marks the days on which the plan rests, and those on which a pause left something out.
fn rest(of: &mut OfMedicine, stretch: &Stretch<'_>, life: &Life) {
    let whole = Plan { courses: stretch.plan.courses.clone(), pauses: Vec::new() };
    let on = |dose: Dose| local_day(dose.due, life);
    let planned: Vec<Day> = stretch.doses(&whole, life, stretch.from).map(on).collect();
    let came: Vec<Day> = stretch.asked(life, stretch.from).map(on).collect();
    let mut day = local_day(stretch.from, life);
    while life.begin(day) < stretch.until {
        let end = life.begin(day.plus_days(1));
        let count = |days: &[Day]| days.iter().filter(|known| **known == day).count();
        let whole_day = life.begin(day) >= stretch.from && end <= stretch.until;
        if count(&planned) > count(&came) {
            of.days.entry(day).or_default().paused = true;
        } else if whole_day
            && count(&planned) == 0
            && is_running(&whole, day)
            && schedule::next(&whole, life, end).is_some()
        {
            of.days.entry(day).or_default().rest = true;
        }
        day = day.plus_days(1);
    }
}

/// Whether a course that has times of its own holds on a day.
fn is_running(plan: &Plan, day: Day) -> bool {
    let course = plan.courses.iter().rev().find(|course| course.from <= day);
    course.is_some_and(|course| {
        course.until.is_none_or(|until| day <= until) && !matches!(course.rhythm, Rhythm::AsNeeded { .. })
    })
}

fn local_day(at: Instant, life: &Life) -> Day {
    let at = jiff::Timestamp::from_microsecond(at.0).unwrap_or_default();
    Day::from(at.to_zoned(life.zone.clone()).date())
}
