//! What waits for the care team, and how soon it must be taken.

use serde::{Deserialize, Serialize};

use crate::{
    diary::{
        alert::{About, Alert, Urgency},
        report::Symptom,
    },
    id::{MedicineId, RefillId, ReportId},
    medicines::entry::Beyond,
    site::promised::{Promised, Span},
    time::Instant,
};

/// How soon someone must take it; the later variant is the sooner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    Low,
    Soon,
    Urgent,
}

impl Severity {
    /// The worst first.
    pub const ALL: [Self; 3] = [Self::Urgent, Self::Soon, Self::Low];

    #[cfg(feature = "server")]
    pub(crate) const fn number(self) -> i64 {
        match self {
            Self::Low => 0,
            Self::Soon => 1,
            Self::Urgent => 2,
        }
    }

    #[cfg(feature = "server")]
    pub(crate) fn of_number(number: i64) -> Self {
        Self::ALL.into_iter().find(|severity| severity.number() == number).unwrap_or(Self::Urgent)
    }

    /// What the site promises for it.
    pub const fn span(self, promised: &Promised) -> Span {
        match self {
            Self::Urgent => Span::Minutes(promised.urgent_minutes),
            Self::Soon => Span::Minutes(promised.soon_minutes),
            Self::Low => Span::Days(promised.low_days),
        }
    }
}

impl From<Urgency> for Severity {
    fn from(urgency: Urgency) -> Self {
        match urgency {
            Urgency::Soft => Self::Low,
            Urgency::Alert => Self::Soon,
            Urgency::Urgent => Self::Urgent,
        }
    }
}

/// What it is about. Other rooms get their own variants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Body {
    /// Alerts of a report, and of those that joined it: what holds now, and all that was heard.
    Alert {
        report: ReportId,
        alerts: Vec<Alert>,
        #[serde(default)]
        heard: Vec<Heard>,
    },
    /// Words of the person's own to read.
    Note { report: ReportId, text: String },
    /// Nothing was answered in treatment, two windows long: since the first of them was due.
    Silent { since: Instant },
    /// More of a medicine was taken than planned: each time, the newest last.
    Medicine { medicine: MedicineId, name: String, taken: Vec<TakenBeyond> },
    /// The person asks for more of a medicine; their words may be empty.
    Refill {
        refill: RefillId,
        medicine: MedicineId,
        name: String,
        #[serde(default)]
        words: String,
    },
}

/// A medicine was taken beyond its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBeyond {
    pub at: Instant,
    pub beyond: Beyond,
}

/// Alerts as they came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    pub at: Instant,
    pub report: ReportId,
    pub alerts: Vec<Alert>,
}

impl Body {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Alert { .. } => "alert",
            Self::Note { .. } => "note",
            Self::Silent { .. } => "silent",
            Self::Medicine { .. } => "medicine",
            Self::Refill { .. } => "refill",
        }
    }

    #[cfg(feature = "server")]
    /// What the report says as well. What is about the same thing takes the place of what was there, and
    /// all of it is kept as it was heard.
    pub(crate) fn join(&mut self, from: Self, at: Instant) {
        match (self, from) {
            (Self::Alert { alerts, heard, .. }, Self::Alert { report, alerts: new, .. }) => {
                heard.push(Heard { at, report, alerts: new.clone() });
                alerts.retain(|alert| !new.iter().any(|other| other.about == alert.about));
                alerts.extend(new);
                alerts.sort_by(|one, other| other.urgency.cmp(&one.urgency).then_with(|| one.about.cmp(&other.about)));
            }
            (Self::Medicine { taken, .. }, Self::Medicine { taken: new, .. }) => taken.extend(new),
            (whole, from) => *whole = from,
        }
    }

    /// The symptoms that its alerts are about, the worst first.
    pub fn symptoms(&self) -> impl Iterator<Item = &Symptom> {
        let alerts = if let Self::Alert { alerts, .. } = self { alerts.as_slice() } else { &[] };
        alerts.iter().filter_map(|alert| match &alert.about {
            About::Symptom(symptom) => Some(symptom),
            About::Flag(_) | About::Temperature(_) => None,
        })
    }

    /// The alert about something, when there is one.
    pub fn alert(&self, about: &About) -> Option<&Alert> {
        let Self::Alert { alerts, .. } = self else { return None };
        alerts.iter().find(|alert| alert.about == *about)
    }
}

/// What the care team decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    Called,
    Advice,
    Visit,
    /// With words that say why.
    NoAction,
}

impl Decision {
    pub const ALL: [Self; 4] = [Self::Called, Self::Advice, Self::Visit, Self::NoAction];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Called => "called",
            Self::Advice => "advice",
            Self::Visit => "visit",
            Self::NoAction => "no-action",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decision| decision.code() == code)
    }
}
