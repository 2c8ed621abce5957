//! Symptoms over time: each with what was said of it, report by report.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{
    alert::Parts,
    entry::list_entries,
    report::{Attribute, Author, Level, Report, Symptom},
    store::list_sent,
};
use crate::{
    Result,
    access::{Diary, Granted, Permission},
    db::{Tx, on_db},
    id::InstrumentId,
    time::Instant,
};

/// Reports, and entries, that are looked at.
const MOST: i64 = 400;

/// What was said of a symptom once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    pub at: Instant,
    pub by: Author,
    /// Noted between reports.
    pub between: bool,
    pub parts: Parts,
}

impl Point {
    /// The worst of its parts. Whether something was there at all is no grade.
    pub fn worst(&self) -> Option<Level> {
        self.parts.iter().filter(|(attribute, _)| **attribute != Attribute::Presence).map(|(_, level)| *level).max()
    }
}

/// A symptom, with its points from the oldest to the latest; each has a grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub symptom: Symptom,
    pub points: Vec<Point>,
}

/// Every symptom that was asked for or noted since a moment: the worst at last stands first.
pub async fn list_courses<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Diary>,
    since: Instant,
) -> Result<Vec<Course>> {
    let reports = list_sent(tx, granted, None, MOST).await?.into_iter().map(|report| (report.said, false));
    let entries = list_entries(tx, granted, None, MOST).await?.into_iter().map(|entry| (entry.said(), true));
    Ok(courses(reports.chain(entries).filter(|(said, _)| said.at >= since)))
}

/// What was asked with since a moment, the latest first: a symptom is named as it was asked.
pub async fn list_asked_with<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Diary>,
    since: Instant,
) -> Result<Vec<InstrumentId>> {
    let rows: Vec<(Uuid, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT instrument, MAX(started_at) AS latest FROM diary_report \
         WHERE record = $1 AND started_at >= $2 AND sent_at IS NOT NULL GROUP BY instrument ORDER BY latest DESC",
    )
    .bind(granted.record().0)
    .bind(since.0)
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(|(instrument, _)| InstrumentId(instrument)).collect())
}

fn courses(said: impl Iterator<Item = (Report, bool)>) -> Vec<Course> {
    let mut all: BTreeMap<Symptom, Vec<Point>> = BTreeMap::new();
    for (report, between) in said {
        for (symptom, parts) in report.parts {
            let point = Point { at: report.at, by: report.by, between, parts };
            if point.worst().is_some() {
                all.entry(symptom).or_default().push(point);
            }
        }
    }
    let mut courses: Vec<Course> = all.into_iter().map(|(symptom, points)| Course { symptom, points }).collect();
    for course in &mut courses {
        course.points.sort_by_key(|point| point.at);
    }
    let worst = |points: &[Point]| points.iter().filter_map(Point::worst).max();
    courses.sort_by_key(|course| {
        let last = course.points.last().and_then(Point::worst);
        std::cmp::Reverse((last, worst(&course.points)))
    });
    courses
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_report(at: i64, parts: &[(&str, Attribute, u8)]) -> Report {
        let mut all: BTreeMap<Symptom, Parts> = BTreeMap::new();
        for (symptom, attribute, level) in parts {
            let level = Level::try_from(*level).unwrap();
            all.entry(Symptom((*symptom).to_owned())).or_default().insert(*attribute, level);
        }
        let (by, at) = (Author::Person, Instant(at));
        Report { at, by, finished: true, flags: None, parts: all, temperature: None, note: false }
    }

    #[test]
    fn what_is_worst_at_last_stands_first_and_its_points_run_from_the_oldest() {
        let reports = [
            a_report(2, &[("pain", Attribute::Severity, 1), ("nausea", Attribute::Severity, 3)]),
            a_report(1, &[("pain", Attribute::Severity, 4), ("pain", Attribute::Frequency, 2)]),
        ];
        let found = courses(reports.into_iter().map(|report| (report, false)));
        let names: Vec<&str> = found.iter().map(|course| course.symptom.0.as_str()).collect();
        assert_eq!(names, ["nausea", "pain"]);
        let pain: Vec<(i64, Option<u8>)> =
            found[1].points.iter().map(|point| (point.at.0, point.worst().map(Level::get))).collect();
        assert_eq!(pain, [(1, Some(4)), (2, Some(1))]);
    }

    #[test]
    fn presence_alone_has_no_grade_and_is_not_drawn() {
        let report = a_report(1, &[("rash", Attribute::Presence, 1)]);
        assert_eq!(courses([(report, false)].into_iter()), []);
    }
}
