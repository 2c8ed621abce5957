//! Methotrexate by mouth is taken once a week. Taken daily by accident it kills.
//!
//! ISMP, Targeted Medication Safety Best Practices for Hospitals, best practice 2: use a weekly default for
//! oral methotrexate, with a hard stop for orders of any other frequency until an indication is confirmed, and
//! tell the person which day of the week it is. So who plans for themselves can plan it on one weekday only,
//! which the plan names; the care team may say otherwise.

use jiff::tz::TimeZone;

use super::{
    plan::{Moments, Plan, Rhythm, Wrong, WrongPlan},
    schedule::{Life, days_between, doses},
};
use crate::results::{Coding, searchable};

/// What a medicine is called: all names that stand for it, and its codes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Called<'a> {
    pub names: &'a [&'a str],
    pub codes: &'a [Coding],
}

/// Who plans. What the care team has planned more often than weekly, only the team changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlannedBy {
    Person,
    Team,
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
pub(super) fn broken(plan: &Plan, medicine: &Called<'_>, by: PlannedBy) -> Vec<Wrong> {
    if by == PlannedBy::Team || !is_weekly(medicine) {
        return Vec::new();
    }
    let wrong = |n: usize| Wrong { place: format!("courses.{n}.rhythm"), why: WrongPlan::OnlyWeekly };
    let mut all = Vec::new();
    for (n, course) in plan.courses.iter().enumerate() {
        let weekly = match &course.rhythm {
            Rhythm::Weekdays { days, at } => days.len() == 1 && at.len() == 1,
            Rhythm::Once { .. } => true,
            _ => false,
        };
        if !weekly || too_close(plan, n) {
            all.push(wrong(n));
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
    let from = |days| life.start_of(begin.plus_days(days).date());
    let days: Vec<_> = doses(&whole, &life, from(-7), from(7)).map(|dose| dose.slot.day).collect();
    days.windows(2).any(|two| days_between(two[0], two[1]) < 7)
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
