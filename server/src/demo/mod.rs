//! The demonstration people: made-up lives with cancer, from just diagnosed to long after.
//!
//! Each life is a FHIR R4 transaction Bundle written around the `today` it is asked for, so that
//! "in chemotherapy" is always now; the same day gives the same bytes. Nobody here is real; values
//! and codes are for show and tests, never a source for care.

mod advanced;
mod analyte;
mod bundle;
mod chemotherapy;
mod days;
mod diagnosed;
mod diary;
mod event;
mod followup;
mod lifelong;
mod medicines;
mod observation;
mod panel;
mod pdf;
mod report;
pub mod seed;

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use domain::{
    record::care::Care,
    time::{Clock, PartialDate},
};
use jiff::civil::Date;
use serde_json::Value;

use self::bundle::{Chart, Person};
use crate::command::Failure;

/// Write the FHIR bundles of the demonstration people into a folder, a file each.
#[derive(Debug, Args)]
pub struct Demo {
    /// The folder; made when absent.
    folder: PathBuf,
    /// The day on which the lives are told, YYYY-MM-DD; today when not given.
    #[arg(long)]
    today: Option<Date>,
}

/// The day in UTC.
fn today() -> Date {
    let date = PartialDate::from(Clock::system().now());
    Date::new(date.year, date.month.unwrap_or(1).cast_signed(), date.day.unwrap_or(1).cast_signed()).unwrap_or_default()
}

/// Writes each life and says where.
pub fn write(demo: &Demo) -> Result<ExitCode, Failure> {
    let today = demo.today.unwrap_or_else(today);
    std::fs::create_dir_all(&demo.folder)?;
    for life in lives(today) {
        let path = demo.folder.join(format!("{}.json", life.slug));
        std::fs::write(&path, serde_json::to_string_pretty(&life.bundle)?)?;
        println!("{}: {}, {}", path.display(), life.name, life.stage);
    }
    Ok(ExitCode::SUCCESS)
}

/// One made-up life.
#[derive(Debug, Clone, PartialEq)]
pub struct Life {
    /// Also the value of the `urn:daybook:demo` identifier of the patient.
    pub slug: &'static str,
    pub name: &'static str,
    pub birth_date: Date,
    /// `en`, `fr`, `es` or `ar`; the record is written in it.
    pub language: &'static str,
    /// One line for the sign-in page of the demonstration, in English.
    pub stage: &'static str,
    /// FHIR R4 transaction Bundle.
    pub bundle: Value,
    /// What the care team keeps of the treatment.
    pub care: Option<Care>,
}

/// Every life as it stands on the morning of `today`.
pub fn lives(today: Date) -> Vec<Life> {
    vec![
        diagnosed::life(today),
        chemotherapy::life(today),
        followup::life(today),
        advanced::life(today),
        lifelong::life(today),
    ]
}

impl Life {
    fn new(person: &Person, stage: &'static str, chart: Chart) -> Self {
        Self {
            slug: person.slug,
            name: person.name,
            birth_date: person.birth_date,
            language: person.language.tag(),
            stage,
            bundle: chart.close(),
            care: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::{BTreeMap, BTreeSet},
        sync::LazyLock,
    };

    use domain::results::Kind;
    use jiff::civil::{Date, date};
    use serde_json::Value;

    use super::{Life, lives};

    /// An ordinary day, a leap day, both ends of a year, both changes of the clock.
    const DAYS: [Date; 7] = [
        date(2026, 11, 21),
        date(2028, 2, 29),
        date(2027, 1, 1),
        date(2026, 12, 31),
        date(2027, 3, 28),
        date(2027, 10, 31),
        date(2028, 1, 10),
    ];

    /// Written once for all tests, on each of [`DAYS`].
    static WRITTEN: LazyLock<Vec<(Date, Vec<Life>)>> = LazyLock::new(|| DAYS.map(|day| (day, lives(day))).to_vec());

    fn ordinary() -> &'static [Life] {
        &WRITTEN[0].1
    }

    fn resources(life: &Life) -> impl Iterator<Item = &Value> {
        let entries = life.bundle["entry"].as_array().unwrap();
        entries.iter().map(|entry| &entry["resource"])
    }

    fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
        value.pointer(pointer).and_then(Value::as_str).unwrap_or("")
    }

    /// Calls `see` with the key and value of every field at any depth.
    fn walk<'a>(value: &'a Value, see: &mut impl FnMut(&str, &'a Value)) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    see(key, value);
                    walk(value, see);
                }
            }
            Value::Array(values) => values.iter().for_each(|value| walk(value, see)),
            _ => {}
        }
    }

    #[test]
    fn the_same_day_gives_the_same_lives() {
        for (day, written) in WRITTEN.iter() {
            assert_eq!(*written, lives(*day), "{day}");
        }
    }

    #[test]
    fn every_bundle_is_a_transaction_for_one_person() {
        let lives = ordinary();
        assert_eq!(lives.len(), 5);
        for life in lives {
            let read: Value = serde_json::from_str(&life.bundle.to_string()).unwrap();
            assert_eq!(read, life.bundle);
            assert_eq!(life.bundle["type"], "transaction");
            let people: Vec<&Value> = resources(life).filter(|r| r["resourceType"] == "Patient").collect();
            assert_eq!(people.len(), 1);
            assert_eq!(text(people[0], "/identifier/0/system"), "urn:daybook:demo");
            assert_eq!(text(people[0], "/identifier/0/value"), life.slug);
            assert_eq!(text(people[0], "/birthDate"), life.birth_date.to_string());
            assert_eq!(text(people[0], "/name/0/text"), life.name);
            assert_eq!(text(people[0], "/communication/0/language/coding/0/code"), life.language);
        }
    }

    #[test]
    fn ids_are_unique_and_every_reference_resolves_in_its_bundle() {
        for (_, lives) in WRITTEN.iter() {
            let mut ids = BTreeSet::new();
            for life in lives {
                let mut known = BTreeSet::new();
                for entry in life.bundle["entry"].as_array().unwrap() {
                    let resource = &entry["resource"];
                    let (kind, id) = (text(resource, "/resourceType"), text(resource, "/id"));
                    assert!(ids.insert(id.to_owned()), "{id} twice");
                    assert_eq!(text(entry, "/fullUrl"), format!("urn:uuid:{id}"));
                    assert_eq!(text(entry, "/request/url"), format!("{kind}/{id}"));
                    known.insert(format!("urn:uuid:{id}"));
                    known.insert(format!("{kind}/{id}"));
                }
                for resource in resources(life) {
                    let mut contained = BTreeSet::new();
                    for part in resource["contained"].as_array().into_iter().flatten() {
                        contained.insert(format!("#{}", text(part, "/id")));
                    }
                    walk(resource, &mut |key, value| {
                        if key == "reference" {
                            let target = value.as_str().unwrap();
                            assert!(
                                known.contains(target) || contained.contains(target),
                                "{target} of {} in {}",
                                text(resource, "/resourceType"),
                                life.slug
                            );
                        }
                    });
                }
            }
        }
    }

    #[test]
    fn ids_stay_the_same_from_day_to_day() {
        let ids = |lives: &[Life]| -> Vec<BTreeSet<String>> {
            lives.iter().map(|life| resources(life).map(|r| text(r, "/id").to_owned()).collect()).collect()
        };
        for (day, lives) in WRITTEN.iter() {
            assert_eq!(ids(ordinary()), ids(lives), "{day}");
        }
    }

    /// The day that a FHIR date or date-time begins with.
    fn day_of(text: &str) -> Option<Date> {
        let day = text.get(..10)?;
        (text.len() == 10 || text.as_bytes()[10] == b'T').then(|| day.parse().ok()).flatten()
    }

    #[test]
    fn what_has_happened_lies_before_today_and_appointments_after_it() {
        for (day, lives) in WRITTEN.iter() {
            for life in lives {
                let mut ahead = 0;
                for resource in resources(life) {
                    let appointment = resource["resourceType"] == "Appointment";
                    if appointment && resource["status"] != "cancelled" {
                        assert!(day_of(text(resource, "/start")).unwrap() > *day);
                        ahead += 1;
                        continue;
                    }
                    walk(resource, &mut |key, value| {
                        if let Some(then) = value.as_str().and_then(day_of) {
                            assert!(then < *day, "{key} {then} on {day} in {}", life.slug);
                        }
                    });
                }
                assert!(ahead >= 2, "{}", life.slug);
            }
        }
    }

    #[test]
    fn what_is_kept_of_a_treatment_makes_sense_on_every_day() {
        for (day, lives) in WRITTEN.iter() {
            let kept: Vec<_> = lives.iter().filter_map(|life| life.care.as_ref()).collect();
            assert!(!kept.is_empty());
            for care in kept {
                care.check((*day).into()).unwrap();
                assert_eq!(care.in_treatment((*day).into()), Some(true));
            }
        }
    }

    #[test]
    fn every_moment_is_a_real_one() {
        for life in ordinary() {
            walk(&life.bundle, &mut |key, value| {
                let Some(moment) = value.as_str().filter(|text| day_of(text).is_some()) else {
                    return;
                };
                if moment.len() > 10 {
                    assert!(moment.parse::<jiff::Timestamp>().is_ok(), "{key} {moment}");
                }
            });
        }
    }

    #[test]
    fn something_is_new_within_a_fortnight_in_every_life() {
        for (day, lives) in WRITTEN.iter() {
            for life in lives {
                let newest = resources(life)
                    .filter(|r| matches!(text(r, "/resourceType"), "Observation" | "DiagnosticReport"))
                    .filter_map(|r| day_of(text(r, "/effectiveDateTime")))
                    .max()
                    .unwrap();
                assert!(newest.until(*day).unwrap().get_days() <= 17, "{}", life.slug);
            }
        }
    }

    #[test]
    fn nobody_is_much_older_than_the_story_says() {
        let ages = [46, 58, 67, 61, 64];
        for (day, lives) in WRITTEN.iter() {
            for (life, age) in lives.iter().zip(ages) {
                assert_eq!(day.year() - life.birth_date.year(), age);
            }
        }
    }

    /// The kind a resource stands for, by its type and category as FHIR defines them.
    fn kind(resource: &Value) -> Option<Kind> {
        Some(match text(resource, "/resourceType") {
            "Observation" => match text(resource, "/category/0/coding/0/code") {
                "laboratory" => Kind::Laboratory,
                "imaging" => Kind::Imaging,
                "vital-signs" => Kind::Measurement,
                "survey" | "social-history" => Kind::Questionnaire,
                _ => return None,
            },
            "DiagnosticReport" => match text(resource, "/category/0/coding/0/code") {
                "LAB" => Kind::Laboratory,
                "RAD" => Kind::Imaging,
                "PAT" => Kind::Pathology,
                "GE" => Kind::Genetics,
                _ => return None,
            },
            "DocumentReference" => Kind::Note,
            "Encounter" => Kind::Visit,
            "Procedure" if text(resource, "/code/coding/0/code") == "33195004" => Kind::Treatment,
            "Procedure" => Kind::Procedure,
            "MedicationAdministration" => Kind::Treatment,
            "MedicationRequest" | "MedicationStatement" => Kind::Medicine,
            "Condition" => Kind::Diagnosis,
            "Immunization" => Kind::Immunization,
            "AllergyIntolerance" => Kind::Allergy,
            "CarePlan" | "CareTeam" => Kind::Plan,
            "Appointment" => Kind::Appointment,
            _ => return None,
        })
    }

    #[test]
    fn every_kind_of_item_occurs() {
        let lives = ordinary();
        let kinds: BTreeSet<Kind> = lives.iter().flat_map(resources).filter_map(kind).collect();
        assert_eq!(kinds, Kind::ALL.into_iter().collect());
    }

    #[test]
    fn every_form_of_value_range_flag_status_and_attachment_occurs() {
        let mut seen = BTreeSet::new();
        for life in ordinary() {
            for resource in resources(life) {
                seen.insert(format!("{} {}", text(resource, "/resourceType"), text(resource, "/status")));
                seen.extend(resource["interpretation"].pointer("/0/coding/0/code").map(Value::to_string));
                for range in resource["referenceRange"].as_array().into_iter().flatten() {
                    seen.extend(range.as_object().unwrap().keys().map(|key| format!("range {key}")));
                }
                walk(resource, &mut |key, value| {
                    if ["value", "comparator", "contentType", "dataAbsentReason"]
                        .iter()
                        .any(|start| key.starts_with(start))
                        || matches!(key, "component" | "hasMember" | "note" | "issued" | "contained")
                    {
                        seen.insert(key.to_owned());
                    }
                    match (key, value.as_str()) {
                        ("contentType", Some(media)) => seen.insert(media.to_owned()),
                        (_, Some(date)) if date.len() == 4 && date.parse::<u16>().is_ok() => {
                            seen.insert("a year".to_owned())
                        }
                        (_, Some(date)) if date.len() == 7 && format!("{date}-01").parse::<Date>().is_ok() => {
                            seen.insert("a month".to_owned())
                        }
                        _ => false,
                    };
                });
            }
        }
        for wanted in [
            "valueQuantity",
            "valueString",
            "valueCodeableConcept",
            "valueBoolean",
            "valueInteger",
            "valueRatio",
            "valueRange",
            "valueTime",
            "valueDateTime",
            "valuePeriod",
            "valueSampledData",
            "component",
            "hasMember",
            "comparator",
            "dataAbsentReason",
            "note",
            "issued",
            "contained",
            "\"L\"",
            "\"H\"",
            "\"LL\"",
            "\"HH\"",
            "\"N\"",
            "\"A\"",
            "range low",
            "range high",
            "range text",
            "range appliesTo",
            "Observation final",
            "Observation amended",
            "Observation corrected",
            "Observation registered",
            "DiagnosticReport final",
            "DiagnosticReport amended",
            "DiagnosticReport corrected",
            "DiagnosticReport preliminary",
            "DiagnosticReport registered",
            "MedicationAdministration not-done",
            "MedicationRequest stopped",
            "MedicationRequest on-hold",
            "Appointment booked",
            "Appointment cancelled",
            "Appointment pending",
            "text/plain; charset=utf-8",
            "application/pdf",
            "a year",
            "a month",
        ] {
            assert!(seen.contains(wanted), "{wanted} is missing");
        }
    }

    #[test]
    fn one_life_is_long_enough_to_scroll() {
        let lives = ordinary();
        let counts: BTreeMap<&str, usize> = lives
            .iter()
            .map(|life| (life.slug, resources(life).filter(|r| r["resourceType"] == "Observation").count()))
            .collect();
        assert!((1_400..1_700).contains(&counts["lifelong-record"]), "{counts:?}");
    }

    #[test]
    fn attachments_decode_to_what_they_say() {
        for life in ordinary() {
            for resource in resources(life) {
                walk(resource, &mut |_, value| {
                    let Some(data) = value["data"].as_str().filter(|_| value["contentType"].is_string()) else {
                        return;
                    };
                    let bytes = decoded(data);
                    assert_eq!(value["size"], bytes.len());
                    if value["contentType"] == "application/pdf" {
                        assert!(bytes.starts_with(b"%PDF-1.4") && bytes.ends_with(b"%%EOF\n"));
                    } else {
                        assert!(String::from_utf8(bytes).unwrap().len() > 20);
                    }
                });
            }
        }
    }

    fn decoded(text: &str) -> Vec<u8> {
        assert_eq!(text.len() % 4, 0);
        let mut bytes = Vec::new();
        for four in text.as_bytes().chunks(4) {
            let letters = four.iter().filter(|letter| **letter != b'=');
            let bits = letters.clone().fold(0_u32, |bits, letter| {
                bits << 6
                    | u32::from(match letter {
                        b'A'..=b'Z' => letter - b'A',
                        b'a'..=b'z' => letter - b'a' + 26,
                        b'0'..=b'9' => letter - b'0' + 52,
                        b'+' => 62,
                        b'/' => 63,
                        other => panic!("{other} is not base64"),
                    })
            });
            let count = letters.count();
            let bits = bits << (6 * (4 - count));
            bytes.extend(&bits.to_be_bytes()[1..count]);
        }
        bytes
    }

    #[test]
    fn the_table_of_a_pdf_points_at_its_objects() {
        let file = super::pdf::page("Title (é)", &["One line", "Another \\ line"]);
        let starts: Vec<usize> = String::from_utf8_lossy(&file)
            .lines()
            .filter_map(|line| line.strip_suffix(" 00000 n ")?.parse().ok())
            .collect();
        assert_eq!(starts.len(), 6);
        for (number, start) in (1..).zip(starts) {
            assert!(file[start..].starts_with(format!("{number} 0 obj").as_bytes()));
        }
    }
}
