//! The clinic that runs this Daybook: names, numbers to call, languages, zone; and its teams.
//!
//! `serve` refuses to start for a site without emergency numbers, except with `--demo`.

pub mod promised;
#[cfg(feature = "server")]
pub mod store;

use serde::{Deserialize, Serialize};

use crate::id::TeamId;

/// What the operator tells of the clinic, as `daybook site` shows and takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// What people call the clinic.
    pub name: String,
    /// IANA zone of the clinic; dates that came in UTC are shown in it.
    pub zone: String,
    /// For life-threatening emergencies (112, 911 …).
    pub emergency: Vec<PhoneNumber>,
    /// For thoughts of suicide and other crises.
    #[serde(default)]
    pub crisis: Vec<PhoneNumber>,
    /// The clinic's own numbers, day and night.
    pub clinic: Vec<PhoneNumber>,
    /// The privacy notice by language code; paragraphs are parted by an empty line.
    #[serde(default)]
    pub privacy: std::collections::BTreeMap<String, String>,
    /// When results open for people who have not chosen; at once when it is not said.
    #[serde(default)]
    pub readiness: crate::results::readiness::Start,
    /// The instrument with which people are asked how they are, by its URL; Daybook's own when it is not
    /// said.
    #[serde(default = "own_instrument")]
    pub instrument: String,
    /// By which thresholds reports of the diary alert; each part by itself when it is not said.
    #[serde(default)]
    pub alerts: crate::diary::alert::Profile,
    /// By when someone takes what waits for the care team.
    #[serde(default)]
    pub promised: promised::Promised,
    /// The clinic's own words of what usually happens after a result, by kind and language code, in place
    /// of those of Daybook.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub next: crate::results::next::OwnWords,
}

fn own_instrument() -> String {
    crate::diary::instrument::OWN.to_owned()
}

/// A number to call and what it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneNumber {
    /// What it is for, by language code (`en`, `fr`, `es`, `ar`); `en` at least.
    pub label: std::collections::BTreeMap<String, String>,
    /// As people read it.
    pub number: String,
    /// When someone answers, by language code; empty: always.
    #[serde(default)]
    pub hours: std::collections::BTreeMap<String, String>,
}

impl PhoneNumber {
    /// What a telephone dials: digits and a leading plus.
    pub fn dial(&self) -> String {
        self.number
            .chars()
            .enumerate()
            .filter(|(at, c)| c.is_ascii_digit() || (*at == 0 && *c == '+'))
            .map(|(_, c)| c)
            .collect()
    }
}

/// The text in a language, else in English, else that of no named language (`und`), else in any; with the
/// language that it is in.
pub fn in_language<'a>(
    texts: &'a std::collections::BTreeMap<String, String>,
    language: &str,
) -> Option<(&'a str, &'a str)> {
    texts
        .get_key_value(language)
        .or_else(|| texts.get_key_value("en"))
        .or_else(|| texts.get_key_value("und"))
        .or_else(|| texts.iter().next())
        .map(|(code, text)| (code.as_str(), text.as_str()))
}

/// A group of the care team and what is promised in its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    pub id: TeamId,
    pub name: String,
    #[serde(flatten)]
    pub body: TeamBody,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TeamBody {
    /// Hours of work by weekday, Monday first; promised times count in them.
    #[serde(default)]
    pub hours: [Vec<Hours>; 7],
    /// Days on which nobody works.
    #[serde(default)]
    pub holidays: Vec<crate::time::PartialDate>,
    /// Whom the team's unanswered items go to next.
    #[serde(default)]
    pub next_contact: Option<String>,
}

/// From and until, wall-clock `HH:MM` in the site's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    pub from: String,
    pub until: String,
}

/// Why a site can't serve people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotReady {
    #[error("no site is described yet; run `daybook site --set FILE` (`daybook site --example` prints one)")]
    NoSite,
    #[error("the site names no emergency number; people who feel very ill would find none")]
    NoEmergencyNumber,
    #[error("the site's zone {0:?} is not in the IANA database (write it like Europe/Paris)")]
    UnknownZone(String),
    #[error("{0:?} is not a telephone number")]
    BadNumber(String),
    #[error("the number {0} has no English label")]
    NoLabel(String),
}

#[cfg(feature = "server")]
impl Site {
    /// # Errors
    /// The first thing that keeps this site from serving people.
    pub fn check(&self) -> Result<(), NotReady> {
        if self.emergency.is_empty() {
            return Err(NotReady::NoEmergencyNumber);
        }
        for number in self.emergency.iter().chain(&self.crisis).chain(&self.clinic) {
            if number.dial().trim_start_matches('+').is_empty() {
                return Err(NotReady::BadNumber(number.number.clone()));
            }
            if !number.label.contains_key("en") {
                return Err(NotReady::NoLabel(number.number.clone()));
            }
        }
        if crate::time::Instant(0).in_zone(&self.zone).is_err() {
            return Err(NotReady::UnknownZone(self.zone.clone()));
        }
        Ok(())
    }
}

#[cfg(all(test, feature = "server"))]
pub(crate) mod tests {
    use super::*;

    fn a_number(number: &str) -> PhoneNumber {
        PhoneNumber {
            label: [("en".to_owned(), "Emergency".to_owned())].into(),
            number: number.into(),
            hours: std::collections::BTreeMap::new(),
        }
    }

    pub(crate) fn a_site() -> Site {
        Site {
            name: "Riverside".into(),
            zone: "UTC".into(),
            emergency: vec![a_number("112")],
            crisis: vec![],
            clinic: vec![],
            privacy: std::collections::BTreeMap::new(),
            readiness: crate::results::readiness::Start::default(),
            instrument: super::own_instrument(),
            alerts: crate::diary::alert::Profile::default(),
            promised: promised::Promised::default(),
            next: crate::results::next::OwnWords::new(),
        }
    }

    #[test]
    fn a_site_that_says_nothing_of_readiness_opens_results_at_once_and_an_unknown_kind_is_refused() {
        let old = r#"{"name": "R", "zone": "UTC", "emergency": [], "clinic": []}"#;
        let site: Site = serde_json::from_str(old).unwrap();
        assert_eq!(site.readiness.of(crate::results::Kind::Pathology), crate::results::readiness::Choice::AtOnce);
        let new = old.replace("\"clinic\"", r#""readiness": {"pathology": {"after-days": 3}}, "clinic""#);
        let site: Site = serde_json::from_str(&new).unwrap();
        assert_ne!(site.readiness.pathology, site.readiness.imaging);
        assert!(serde_json::from_str::<Site>(&new.replace("pathology", "visit")).is_err());
    }

    #[test]
    fn a_site_that_says_nothing_of_alerts_looks_at_each_part_and_an_unknown_profile_is_refused() {
        use crate::diary::alert::Profile;
        let old = r#"{"name": "R", "zone": "UTC", "emergency": [], "clinic": []}"#;
        let profile = |text: &str| serde_json::from_str(text).map(|site: Site| site.alerts);
        assert_eq!(profile(old).unwrap(), Profile::Star);
        let new = old.replace("\"clinic\"", r#""alerts": "composite", "clinic""#);
        assert_eq!(profile(&new).unwrap(), Profile::Composite);
        assert!(profile(&new.replace("composite", "loud")).is_err());
    }

    #[test]
    fn a_clinic_has_its_own_words_of_what_happens_next_for_the_kinds_that_there_are() {
        let old = r#"{"name": "R", "zone": "UTC", "emergency": [], "clinic": []}"#;
        assert!(serde_json::from_str::<Site>(old).unwrap().next.is_empty());
        let new = old.replace("\"clinic\"", r#""next": {"counts-in-treatment": {"en": "We call you."}}, "clinic""#);
        let site: Site = serde_json::from_str(&new).unwrap();
        assert_eq!(site.next[&crate::results::next::Next::CountsInTreatment]["en"], "We call you.");
        assert!(serde_json::from_str::<Site>(&new.replace("counts-in-treatment", "visit")).is_err());
    }

    #[test]
    fn a_site_without_emergency_numbers_is_not_ready() {
        assert_eq!(a_site().check(), Ok(()));
        assert_eq!(Site { emergency: vec![], ..a_site() }.check(), Err(NotReady::NoEmergencyNumber));
        assert!(matches!(
            Site { emergency: vec![a_number("call us")], ..a_site() }.check(),
            Err(NotReady::BadNumber(_))
        ));
        assert!(matches!(Site { zone: "Mars/Base".into(), ..a_site() }.check(), Err(NotReady::UnknownZone(_))));
    }

    #[test]
    fn a_number_is_dialled_without_what_makes_it_readable() {
        assert_eq!(a_number("+44 1632 960-123").dial(), "+441632960123");
    }
}
