//! What of a report someone must learn of, by rules that are data.
//!
//! [`alerts`] reads one report, finished or as far as it got. What was not answered never alerts. A red
//! flag or a fever always does, whatever else there is: it can't be muted, and it joins nothing but what
//! the same report raised already. Everything else is compared by the [`rules`] that the site goes by.

pub mod rules;
#[cfg(test)]
mod tests;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use serde::{Deserialize, Serialize};

pub use self::rules::{Profile, Rules, RulesError};
use self::rules::{Thresholds, Within};
use super::report::{Attribute, Author, Flag, Level, Report, Symptom, Temperature};
use crate::{id::WorkItemId, time::Instant};

/// How soon someone must act on it; the later variant is the sooner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Shown with the report, sent to nobody.
    Soft,
    /// Goes to the worklist.
    Alert,
    /// Goes to the worklist before everything else.
    Urgent,
}

/// What an alert is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    Flag(Flag),
    Temperature(Temperature),
    Symptom(Symptom),
}

/// Why there is an alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A red flag was ticked.
    Flagged,
    /// The temperature is at or above the limit.
    Fever,
    /// A part is at or above the limit of the profile.
    Level { attribute: Attribute, level: Level },
    /// A part is worse than in the report of `since`, the previous one or the first one.
    Rise { attribute: Attribute, from: Level, to: Level, since: Instant },
    /// A part got worse little by little: above the previous report and well above the first one.
    Slide { attribute: Attribute, first: Level, previous: Level, now: Level },
    /// The composite grade of all parts of the symptom, and the one before it.
    Composite { grade: u8, before: Option<u8> },
}

/// Something of a report that someone must learn of, with all reasons for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    pub about: About,
    pub urgency: Urgency,
    /// What got worse stands before what is bad as it was.
    pub reasons: Vec<Reason>,
    pub by: Author,
}

/// The levels of a symptom.
pub type Parts = BTreeMap<Attribute, Level>;

/// What a report is read with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// The person's first report.
    pub first: Option<Report>,
    /// The one before this.
    pub previous: Option<Report>,
    /// Whether they are in treatment, as far as their record says.
    pub in_treatment: Option<bool>,
    /// What waits in the worklist, and all that this report raised before, also when it was closed since.
    pub open: Vec<OpenAlert>,
    /// The symptoms that the care team muted.
    pub muted: Vec<Mute>,
}

/// An alert that was raised before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenAlert {
    pub item: WorkItemId,
    pub about: About,
    /// The levels by which it was raised; none of a red flag or a temperature.
    pub parts: Parts,
    pub urgency: Urgency,
    /// When it was raised: not before the report was begun that raised it.
    pub since: Instant,
}

/// A symptom that the care team knows of and manages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mute {
    pub symptom: Symptom,
    /// Made by [`Rules::muted_until`].
    pub until: Instant,
    /// The levels that were known when it was muted.
    pub parts: Parts,
}

impl Mute {
    /// Whether this report ends it: its time is over, the symptom is worse than when it was muted,
    /// or as bad as can be. A part that was not known then counts as 0. What has ended stays ended:
    /// who keeps it takes it back.
    pub fn is_ended_by(&self, report: &Report) -> bool {
        let known = |attribute| self.parts.get(&attribute).copied().unwrap_or(Level::NONE);
        report.at >= self.until
            || levels(report, &self.symptom).any(|(attribute, level)| level == Level::MOST || level > known(attribute))
    }
}

/// What becomes of something that a report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It goes to the worklist.
    New(Alert),
    /// It is in the worklist as it is; the item learns that it was said again.
    Joined { item: WorkItemId, alert: Alert },
    /// The care team muted it; it is kept with the report.
    Muted(Alert),
    /// It is shown with the report, and sent to nobody.
    Soft(Alert),
}

impl Outcome {
    pub const fn alert(&self) -> &Alert {
        match self {
            Self::New(alert) | Self::Joined { alert, .. } | Self::Muted(alert) | Self::Soft(alert) => alert,
        }
    }
}

/// What of a report someone must learn of, the worst first; each flag and symptom at most once.
pub fn alerts(rules: &Rules, profile: Profile, report: &Report, context: &Context) -> Vec<Outcome> {
    let thresholds = rules.thresholds(profile);
    let mut outcomes: Vec<Outcome> = dangers(rules, report, context)
        .into_iter()
        .map(|alert| placed_danger(report, context, alert))
        .chain(report.parts.keys().filter_map(|symptom| {
            let reasons = reasons(rules, thresholds, report, context, symptom);
            placed_symptom(rules, report, context, symptom, reasons)
        }))
        .collect();
    outcomes.sort_by_cached_key(|outcome| rank(outcome.alert()));
    outcomes
}

/// The red flags and the fever.
///
/// In treatment, and when nobody knows whether there is one, all of them are urgent. For who is
/// certainly not in treatment, fever and chills are an alert like others: it goes to the worklist, but
/// not before everything else.
fn dangers(rules: &Rules, report: &Report, context: &Context) -> Vec<Alert> {
    let of_fever = if context.in_treatment == Some(false) { Urgency::Alert } else { Urgency::Urgent };
    let alert = |about, urgency, reason| Alert { about, urgency, reasons: vec![reason], by: report.by };
    let none = BTreeSet::new();
    let mut found: Vec<Alert> = report
        .flags
        .as_ref()
        .unwrap_or(&none)
        .iter()
        .map(|flag| {
            let urgency = if *flag == Flag::FeverOrChills { of_fever } else { Urgency::Urgent };
            alert(About::Flag(*flag), urgency, Reason::Flagged)
        })
        .collect();
    if let Some(temperature) = report.temperature.filter(|temperature| *temperature >= rules.fever()) {
        found.push(alert(About::Temperature(temperature), of_fever, Reason::Fever));
    }
    found
}

/// A report is read more than once: when its red flags are answered, when it is sent, when it is
/// corrected. Only what it raised itself is the same; a red flag in another report is a new one.
fn placed_danger(report: &Report, context: &Context, alert: Alert) -> Outcome {
    let is_same = |open: &&OpenAlert| {
        let covers = match (&open.about, &alert.about) {
            (About::Temperature(before), About::Temperature(now)) => before >= now,
            (before, now) => before == now,
        };
        covers && open.since >= report.at && open.urgency >= alert.urgency
    };
    match context.open.iter().find(is_same) {
        Some(open) => Outcome::Joined { item: open.item, alert },
        None => Outcome::New(alert),
    }
}

fn placed_symptom(
    rules: &Rules,
    report: &Report,
    context: &Context,
    symptom: &Symptom,
    mut reasons: Vec<(Urgency, Reason)>,
) -> Option<Outcome> {
    let urgency = reasons.iter().map(|(urgency, _)| *urgency).max()?;
    reasons.sort_by_key(|(_, reason)| (Reverse(worsening(reason)), Reverse(weight(reason))));
    let reasons = reasons.into_iter().map(|(_, reason)| reason).collect();
    let alert = Alert { about: About::Symptom(symptom.clone()), urgency, reasons, by: report.by };
    if urgency == Urgency::Soft {
        return Some(Outcome::Soft(alert));
    }
    if context.muted.iter().any(|mute| mute.symptom == *symptom && !mute.is_ended_by(report)) {
        return Some(Outcome::Muted(alert));
    }
    let is_same = |open: &&OpenAlert| {
        open.about == alert.about
            && open.urgency >= urgency
            && rules.still_joins(open.since, report.at)
            && graded(&open.parts).eq(levels(report, symptom))
    };
    Some(match context.open.iter().find(is_same) {
        Some(open) => Outcome::Joined { item: open.item, alert },
        None => Outcome::New(alert),
    })
}

/// The parts that have a grade. Whether something was there at all has none.
fn graded(parts: &Parts) -> impl Iterator<Item = (Attribute, Level)> {
    parts.iter().filter(|(attribute, _)| **attribute != Attribute::Presence).map(|(a, level)| (*a, *level))
}

fn levels(report: &Report, symptom: &Symptom) -> impl Iterator<Item = (Attribute, Level)> {
    report.parts.get(symptom).into_iter().flat_map(graded)
}

/// All that speaks for an alert about a symptom, and how much each does.
fn reasons(
    rules: &Rules,
    thresholds: &Thresholds,
    report: &Report,
    context: &Context,
    symptom: &Symptom,
) -> Vec<(Urgency, Reason)> {
    let past = Past::of(rules, report, context);
    let mut reasons = Vec::new();
    for (attribute, level) in levels(report, symptom) {
        reasons.extend(past.worsening(thresholds, symptom, attribute, level));
        if level.get() >= thresholds.level.small() {
            reasons.push((Urgency::Alert, Reason::Level { attribute, level }));
        }
    }
    reasons.extend(past.composite(rules, thresholds, report, symptom));
    reasons
}

/// The reports that this one is compared with.
struct Past<'a> {
    first: Option<&'a Report>,
    previous: Option<&'a Report>,
    /// The previous one if it is recent, else the first one. Where that has no answer, the first one:
    /// a report of a single symptom must not make the others forgotten.
    references: [Option<&'a Report>; 2],
}

impl<'a> Past<'a> {
    fn of(rules: &Rules, report: &Report, context: &'a Context) -> Self {
        // A report is not compared with itself, nor with what came after it.
        let before = |other: &'a Option<Report>| other.as_ref().filter(|other| other.at < report.at);
        let (first, previous) = (before(&context.first), before(&context.previous));
        let recent = previous.filter(|previous| rules.is_recent(previous.at, report.at));
        Self { first, previous, references: [recent, first] }
    }

    fn worsening(
        &self,
        thresholds: &Thresholds,
        symptom: &Symptom,
        attribute: Attribute,
        now: Level,
    ) -> Option<(Urgency, Reason)> {
        let reaches = |limit: Option<Within<1, 4>>, from: Level| {
            limit.is_some_and(|limit| now.get() >= from.get().saturating_add(limit.small()))
        };
        let level = |report: &Report| report.parts.get(symptom)?.get(&attribute).copied();
        let reference = self.references.into_iter().flatten().find_map(|report| Some((level(report)?, report.at)));
        let rise = |urgency| reference.map(|(from, since)| (urgency, Reason::Rise { attribute, from, to: now, since }));
        if reference.is_some_and(|(from, _)| reaches(thresholds.rise, from)) {
            return rise(Urgency::Alert);
        }
        if let (Some(first), Some(previous)) = (self.first.and_then(level), self.previous.and_then(level))
            && reaches(thresholds.slide, first)
            && now > previous
        {
            return Some((Urgency::Alert, Reason::Slide { attribute, first, previous, now }));
        }
        rise(Urgency::Soft).filter(|_| reference.is_some_and(|(from, _)| reaches(thresholds.soft_rise, from)))
    }

    fn composite(
        &self,
        rules: &Rules,
        thresholds: &Thresholds,
        report: &Report,
        symptom: &Symptom,
    ) -> Option<(Urgency, Reason)> {
        let grade_in = |report: &Report| rules.grade(report.parts.get(symptom)?);
        let grade = grade_in(report)?;
        let before = self.references.into_iter().flatten().find_map(grade_in);
        let is_at = |limit: Option<Within<1, 3>>| limit.is_some_and(|limit| grade >= limit.small());
        let urgency = if is_at(thresholds.grade) {
            Urgency::Alert
        } else if is_at(thresholds.soft_grade) && before.is_some_and(|before| before < grade) {
            Urgency::Soft
        } else {
            return None;
        };
        Some((urgency, Reason::Composite { grade, before }))
    }
}

/// By how much it got worse.
const fn worsening(reason: &Reason) -> u8 {
    match reason {
        Reason::Flagged | Reason::Fever | Reason::Level { .. } | Reason::Composite { before: None, .. } => 0,
        Reason::Rise { from, to, .. } => to.get().saturating_sub(from.get()),
        Reason::Slide { first, now, .. } => now.get().saturating_sub(first.get()),
        Reason::Composite { grade, before: Some(before) } => grade.saturating_sub(*before),
    }
}

/// How bad it is.
const fn weight(reason: &Reason) -> u8 {
    match reason {
        Reason::Flagged | Reason::Fever => 0,
        Reason::Level { level, .. } | Reason::Rise { to: level, .. } | Reason::Slide { now: level, .. } => level.get(),
        Reason::Composite { grade, .. } => *grade,
    }
}

/// The worst first: the urgent, then what got worse, then what is worst.
fn rank(alert: &Alert) -> (Reverse<Urgency>, Reverse<u8>, Reverse<u8>, About) {
    let most = |of: fn(&Reason) -> u8| Reverse(alert.reasons.iter().map(of).max().unwrap_or(0));
    (Reverse(alert.urgency), most(worsening), most(weight), alert.about.clone())
}
