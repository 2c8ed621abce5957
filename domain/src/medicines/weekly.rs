//! Methotrexate by mouth is taken once a week. Taken daily by accident it kills.
//!
//! ISMP, Targeted Medication Safety Best Practices for Hospitals, best practice 2: use a weekly default for
//! oral methotrexate, with a hard stop for orders of any other frequency until an indication is confirmed, and
//! tell the person which day of the week it is. So who plans for themselves can plan it on one weekday only,
//! which the plan names. The care team holds it and changes its dose; no order of theirs says on which days it is
//! taken.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::{
    plan::{Moments, Plan, Rhythm, Slot, Wrong, WrongPlan},
    schedule::{Life, days_between, doses},
};
use crate::{
    results::{Coding, searchable},
    time::Day,
};

/// No two doses lie closer together, in days.
const WEEK: i64 = 7;

/// What a medicine is called: all names that stand for it, and its codes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Called<'a> {
    pub names: &'a [&'a str],
    pub codes: &'a [Coding],
}

/// RxNorm: the ingredient, and the tablet of 2.5 mg. Other products are known by their names.
const CODES: [&str; 2] = ["6851", "105585"];
const RXNORM: &str = "http://www.nlm.nih.gov/research/umls/rxnorm";

/// As it is written in the four languages; what differs in two letters is the same, since people mistype it.
const NAMES: [&str; 4] = ["methotrexate", "metotrexato", "ميثوتريكسات", "ميتوتركسات"];
const LETTERS: usize = 2;

/// What it is sold as for taking by mouth or under the skin, and its abbreviation.
const BRANDS: [&str; 15] = [
    "mtx",
    "trexall",
    "rheumatrex",
    "xatmep",
    "jylamvo",
    "otrexup",
    "rasuvo",
    "metoject",
    "nordimet",
    "novatrex",
    "imeth",
    "maxtrex",
    "ledertrexate",
    "bertanel",
    "metex",
];

/// Whether it is methotrexate, by code or by name.
pub fn is_weekly(medicine: &Called<'_>) -> bool {
    let coded = |code: &Coding| {
        let names = code.display.as_deref().is_some_and(named);
        names || (CODES.contains(&code.code.as_str()) && (code.system == RXNORM || code.system.is_empty()))
    };
    medicine.codes.iter().any(coded) || medicine.names.iter().any(|name| named(name))
}

fn named(name: &str) -> bool {
    let plain = searchable(name);
    plain.split(' ').any(|word| BRANDS.contains(&word) || NAMES.iter().any(|known| differ(known, word) <= LETTERS))
}

/// What in a plan is more often than once a week, or does not name its weekday.
pub(super) fn broken(plan: &Plan, medicine: &Called<'_>) -> Vec<Wrong> {
    if !is_weekly(medicine) {
        return Vec::new();
    }
    let wrong = |n: usize, of: &str| Wrong { place: format!("courses.{n}.{of}"), why: WrongPlan::OnlyWeekly };
    let mut all = Vec::new();
    for (n, course) in plan.courses.iter().enumerate() {
        let weekly = match &course.rhythm {
            Rhythm::Weekdays { days, at } => days.len() == 1 && at.len() == 1,
            Rhythm::Once { .. } => true,
            _ => false,
        };
        if !weekly {
            all.push(wrong(n, "rhythm"));
        } else if too_close(plan, n) {
            all.push(wrong(n, "from"));
        }
    }
    all
}

/// Whether the first dose of a course comes less than a week after the last one of the course before: another
/// weekday must not make two doses of a week.
fn too_close(plan: &Plan, n: usize) -> bool {
    let Some(begin) = n.checked_sub(1).and(plan.courses.get(n)).map(|course| course.from) else { return false };
    // On the calendar alone, and as if nothing was paused.
    let life = Life { zone: TimeZone::UTC, moments: Moments::default() };
    let whole = Plan { courses: plan.courses.clone(), pauses: Vec::new() };
    let from = |days| life.begin(begin.plus_days(days));
    let days: Vec<_> = doses(&whole, &life, from(-WEEK), from(WEEK)).map(|dose| dose.slot.day).collect();
    days.windows(2).any(|two| days_between(two[0], two[1]) < WEEK)
}

/// What the doses of a new plan lie beside.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// The days on which it was taken.
    pub taken: BTreeSet<Day>,
    /// The days on which it was asked for, whatever was said of them.
    pub asked: BTreeSet<Day>,
    /// What the plan that holds asks for: what stays on its day comes no sooner.
    pub kept: BTreeSet<Slot>,
    /// The days of everything else on the list that is methotrexate: taken, asked for, and yet to come.
    pub others: BTreeSet<Day>,
}

/// Whether a plan with these doses asks for one less than a week from another. On the same day two strengths may be
/// one dose, and one that was not taken may come at another time.
pub(super) fn too_soon(new: &BTreeSet<Slot>, beside: &Beside) -> bool {
    let kept: BTreeSet<Day> = beside.kept.iter().map(|slot| slot.day).collect();
    new.iter().any(|slot| {
        let day = slot.day;
        let near =
            |days: &BTreeSet<Day>| days.range(day.plus_days(1 - WEEK)..day.plus_days(WEEK)).any(|one| *one != day);
        let again = beside.taken.contains(&day) && !beside.kept.contains(slot);
        again || near(&beside.others) || !kept.contains(&day) && (near(&beside.taken) || near(&beside.asked))
    })
}

/// How many letters are put in, left out or exchanged between two words.
fn differ(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (n, letter) in one.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], n + 1);
        for (m, same) in other.iter().map(|c| *c == letter).enumerate() {
            let kept = corner + usize::from(!same);
            corner = row[m + 1];
            row[m + 1] = kept.min(corner + 1).min(row[m] + 1);
        }
    }
    row[other.len()]
}
