//! How a medicine is to be taken: what becomes a direction, and why what does not.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    medicines::{
        Amount, At, Count, Moment, Prescribed,
        prescribed::{Days, Direction, Food, How, Often, Standing, Told, Unexpressed},
    },
    results::{Body, Item},
    time::{Day, TimeOfDay, Weekday},
};
use fhir::Limits;
use rstest::rstest;
use serde_json::{Value, json};

use crate::made::{bundle, item, read, resource, with};

fn prescribed(item: Item) -> Prescribed {
    let Body::Event(event) = item.body else { panic!("{:?}", item.body) };
    *event.prescribed.expect("nothing is prescribed")
}

fn request(fields: Value) -> Prescribed {
    let medicine = json!({ "status": "active", "medicationCodeableConcept": { "text": "Something" } });
    prescribed(item(with(resource("MedicationRequest", medicine), fields)))
}

fn how(dosages: Value) -> How {
    request(json!({ "dosageInstruction": dosages })).how
}

fn directions(dosages: Value) -> Vec<Direction> {
    match how(dosages) {
        How::Directions(directions) => directions,
        How::Unexpressed(why) => panic!("{why:?}"),
    }
}

/// Of one dosage with this timing.
fn timed(timing: Value) -> Direction {
    directions(json!([{ "timing": timing }])).pop().unwrap()
}

fn why(dosages: Value) -> Vec<Unexpressed> {
    match how(dosages) {
        How::Directions(directions) => panic!("{directions:?}"),
        How::Unexpressed(why) => why.into_iter().collect(),
    }
}

fn day(text: &str) -> Day {
    Day::try_from(text.to_owned()).unwrap()
}

fn clock(text: &str) -> At {
    At::Clock(TimeOfDay::try_from(text.to_owned()).unwrap())
}

fn every(days: u16, times: u8, at: &[At]) -> Often {
    Often::Days { days: Days::Every(days), times, at: at.to_vec() }
}

fn on(days: &[Weekday], times: u8, at: &[At]) -> Often {
    Often::Days { days: Days::On(days.iter().copied().collect()), times, at: at.to_vec() }
}

fn a_week(days: u8) -> Often {
    Often::Days { days: Days::AWeek(days), times: 1, at: Vec::new() }
}

const BREAKFAST: At = At::Moment(Moment::Breakfast);
const LUNCH: At = At::Moment(Moment::Lunch);
const DINNER: At = At::Moment(Moment::Dinner);
const BEDTIME: At = At::Moment(Moment::Bedtime);

#[rstest]
#[case(json!({ "frequency": 1, "period": 1, "periodUnit": "d" }), every(1, 1, &[]))]
#[case(json!({ "frequency": 2, "period": 1.0, "periodUnit": "d" }), every(1, 2, &[]))]
#[case(json!({ "period": 2, "periodUnit": "d" }), every(2, 1, &[]))]
#[case(json!({ "frequency": 2, "period": 24, "periodUnit": "h" }), every(1, 2, &[]))]
#[case(json!({ "frequency": 1, "period": 6, "periodUnit": "h" }), Often::Hours { every: 6 })]
#[case(json!({ "frequency": 1, "period": 120, "periodUnit": "min" }), Often::Hours { every: 2 })]
#[case(json!({ "frequency": 1, "period": 1, "periodUnit": "wk" }), a_week(1))]
#[case(json!({ "frequency": 3, "period": 1, "periodUnit": "wk" }), a_week(3))]
#[case(json!({ "frequency": 14, "period": 1, "periodUnit": "wk" }), every(1, 2, &[]))]
#[case(json!({ "frequency": 1, "period": 3, "periodUnit": "wk" }), every(21, 1, &[]))]
#[case(json!({ "frequency": 1, "period": 1, "periodUnit": "wk", "dayOfWeek": ["mon"] }), on(&[Weekday::Monday], 1, &[]))]
#[case(json!({ "frequency": 2, "period": 1, "periodUnit": "wk", "dayOfWeek": ["mon", "thu"] }), on(&[Weekday::Monday, Weekday::Thursday], 1, &[]))]
#[case(json!({ "frequency": 2, "period": 1, "periodUnit": "d", "dayOfWeek": ["sat", "sun"] }), on(&[Weekday::Saturday, Weekday::Sunday], 2, &[]))]
#[case(json!({ "dayOfWeek": ["fri"], "timeOfDay": ["08:00:00"] }), on(&[Weekday::Friday], 1, &[clock("08:00")]))]
#[case(json!({ "timeOfDay": ["20:00:00", "08:30:00"] }), every(1, 2, &[clock("08:30"), clock("20:00")]))]
#[case(json!({ "frequency": 2, "period": 1, "periodUnit": "d", "when": ["MORN", "HS"] }), every(1, 2, &[BREAKFAST, BEDTIME]))]
#[case(json!({ "when": ["WAKE"] }), every(1, 1, &[At::Moment(Moment::Waking)]))]
// In the afternoon: Daybook has no time for that, so it is asked.
#[case(json!({ "frequency": 1, "period": 1, "periodUnit": "d", "when": ["AFT"] }), every(1, 1, &[]))]
fn what_repeats_becomes_how_often(#[case] repeat: Value, #[case] often: Often) {
    assert_eq!(timed(json!({ "repeat": repeat })).often, often);
}

#[rstest]
#[case(json!(["ACM"]), 1, &[BREAKFAST], Food::Before)]
#[case(json!(["CD"]), 1, &[LUNCH], Food::With)]
#[case(json!(["PCM", "PCV"]), 2, &[BREAKFAST, DINNER], Food::After)]
#[case(json!(["C"]), 3, &[BREAKFAST, LUNCH, DINNER], Food::With)]
fn a_meal_is_a_moment_of_the_day_and_before_or_after_it_is_kept(
    #[case] when: Value,
    #[case] frequency: u8,
    #[case] at: &[At],
    #[case] food: Food,
) {
    let repeat = json!({ "frequency": frequency, "period": 1, "periodUnit": "d", "when": when });
    let found = timed(json!({ "repeat": repeat }));
    assert_eq!((found.often, found.food), (every(1, frequency, at), Some(food)));
}

#[rstest]
#[case("QD", every(1, 1, &[]))]
#[case("BID", every(1, 2, &[]))]
#[case("tid", every(1, 3, &[]))]
#[case("QID", every(1, 4, &[]))]
#[case("QOD", every(2, 1, &[]))]
#[case("WK", a_week(1))]
#[case("AM", every(1, 1, &[BREAKFAST]))]
#[case("PM", every(1, 1, &[]))]
#[case("BED", every(1, 1, &[BEDTIME]))]
#[case("Q1H", Often::Hours { every: 1 })]
#[case("Q2H", Often::Hours { every: 2 })]
#[case("Q3H", Often::Hours { every: 3 })]
#[case("Q4H", Often::Hours { every: 4 })]
#[case("Q6H", Often::Hours { every: 6 })]
#[case("Q8H", Often::Hours { every: 8 })]
fn a_code_says_how_often(#[case] code: &str, #[case] often: Often) {
    let bounds = json!({ "boundsPeriod": { "start": "2026-01-05" } });
    let found = timed(json!({ "code": { "coding": [{ "code": code }] }, "repeat": bounds }));
    assert_eq!((found.often, found.from), (often, Some(day("2026-01-05"))));
}

#[test]
fn bounds_and_a_count_are_kept() {
    let of = |bounds: Value| timed(json!({ "repeat": with(json!({ "timeOfDay": ["08:00:00"] }), bounds) }));
    let period =
        of(json!({ "boundsPeriod": { "start": "2026-01-05T23:00:00-05:00", "end": "2026-01-11" }, "count": 7 }));
    assert_eq!(
        (period.from, period.until, period.days, period.most),
        (Some(day("2026-01-05")), Some(day("2026-01-11")), None, Some(7))
    );
    for (duration, days) in [
        (json!({ "value": 10, "unit": "days", "system": "http://unitsofmeasure.org", "code": "d" }), 10),
        (json!({ "value": 2.0, "unit": "wk" }), 14),
        (json!({ "value": 48, "code": "h" }), 2),
    ] {
        assert_eq!(of(json!({ "boundsDuration": duration })).days, Some(days));
    }
}

#[test]
fn an_amount_is_exact_and_keeps_its_unit() {
    let of = |dose: Value| {
        let dosage = json!([{ "doseAndRate": [{ "doseQuantity": dose }], "timing": { "code": { "coding": [{ "code": "QD" }] } } }]);
        directions(dosage).pop().unwrap().amounts
    };
    let amount =
        |count: &str, of: &str| vec![Amount { count: Count::try_from(count.to_owned()).unwrap(), of: of.into() }];
    assert_eq!(of(json!({ "value": 1.0 })), amount("1", ""));
    assert_eq!(of(json!({ "value": 0.5, "unit": "tablet", "code": "{tbl}" })), amount("0.5", "tablet"));
    assert_eq!(of(json!({ "value": 2, "code": "{tbl}" })), amount("2", "tbl"));
    assert_eq!(of(json!({ "value": 932.59, "unit": "mg" })), amount("932.59", "mg"));
}

#[rstest]
#[case(json!({ "asNeededBoolean": true }), None, None, None)]
#[case(json!({ "asNeededCodeableConcept": { "text": "nausea" } }), None, None, Some("nausea"))]
#[case(json!({ "asNeededBoolean": true, "timing": { "code": { "coding": [{ "code": "Q6H" }] } } }), Some(360), None, None)]
#[case(json!({ "asNeededBoolean": true, "doseAndRate": [{ "doseQuantity": { "value": 2 } }],
    "timing": { "repeat": { "frequency": 4, "period": 1, "periodUnit": "d" } } }), None, Some("8"), None)]
#[case(json!({ "asNeededBoolean": true, "doseAndRate": [{ "doseQuantity": { "value": 8, "unit": "mg" } }],
    "timing": { "repeat": { "frequency": 1, "period": 8, "periodUnit": "h" } },
    "maxDosePerPeriod": { "numerator": { "value": 24, "unit": "mg" }, "denominator": { "value": 1, "unit": "d" } } }),
    Some(480), Some("24"), None)]
fn as_needed_has_a_least_time_and_a_most_a_day_as_they_are_told(
    #[case] dosage: Value,
    #[case] least_minutes: Option<u32>,
    #[case] most: Option<&str>,
    #[case] what_for: Option<&str>,
) {
    let most_a_day = most.map(|most| Count::try_from(most.to_owned()).unwrap());
    let expected = Often::AsNeeded { least_minutes, most_a_day, what_for: what_for.map(str::to_owned) };
    assert_eq!(directions(json!([dosage]))[0].often, expected);
}

#[rstest]
#[case(json!([]), &[Unexpressed::NoDosage])]
#[case(json!([{ "text": "As told" }]), &[Unexpressed::NoTiming])]
#[case(json!([{ "timing": { "repeat": { "boundsPeriod": { "start": "2018-04-01" } } } }]), &[Unexpressed::NoTiming])]
#[case(json!([{ "timing": { "event": ["2026-01-01"] } }]), &[Unexpressed::Dates])]
#[case(json!([{ "timing": { "code": { "coding": [{ "code": "MO" }] } } }]), &[Unexpressed::Months])]
#[case(json!([{ "timing": { "code": { "coding": [{ "code": "house" }] } } }]), &[Unexpressed::Code])]
#[case(json!([{ "timing": { "code": { "text": "when the moon is full" } } }]), &[Unexpressed::Code])]
#[case(json!([{ "doseAndRate": [{ "doseRange": { "low": { "value": 1 } } }], "asNeededBoolean": true }]), &[Unexpressed::Range])]
#[case(json!([{ "doseAndRate": [{ "rateQuantity": { "value": 60 } }], "asNeededBoolean": true }]), &[Unexpressed::Rate])]
#[case(json!([{ "doseAndRate": [{ "doseQuantity": { "value": 1, "comparator": "<" } }], "asNeededBoolean": true }]), &[Unexpressed::Amount])]
#[case(json!([{ "doseAndRate": [{ "doseQuantity": { "value": 0.00001 } }], "asNeededBoolean": true }]), &[Unexpressed::Amount])]
#[case(json!([{ "doseAndRate": [{ "doseQuantity": { "value": 1 } }, { "doseQuantity": { "value": 2 } }], "asNeededBoolean": true }]), &[Unexpressed::Amount])]
#[case(json!([{ "asNeededBoolean": true, "maxDosePerPeriod": { "numerator": { "value": 1 }, "denominator": { "value": 3, "unit": "wk" } } }]), &[Unexpressed::Most])]
#[case(json!([{ "asNeededBoolean": true, "doseAndRate": [{ "doseQuantity": { "value": 1, "unit": "tablet" } }],
    "maxDosePerPeriod": { "numerator": { "value": 24, "unit": "mg" }, "denominator": { "value": 24, "unit": "h" } } }]), &[Unexpressed::Most])]
#[case(json!([{ "asNeededBoolean": true, "timing": { "repeat": { "frequency": 4, "period": 1, "periodUnit": "d" } } }]), &[Unexpressed::Most])]
#[case(json!([{ "timing": { "code": { "coding": [{ "code": "QD" }] } } }, { "asNeededBoolean": true }]), &[Unexpressed::SeveralAtOnce])]
#[case(json!([{ "text": "x" }, { "timing": { "event": ["2026-01-01"] } }]), &[Unexpressed::NoTiming, Unexpressed::Dates])]
#[case(json!([{ "timing": { "repeat": { "frequency": "twice" } } }]), &[Unexpressed::Unreadable])]
fn what_a_plan_cannot_say_is_told_with_its_reason(#[case] dosages: Value, #[case] expected: &[Unexpressed]) {
    assert_eq!(why(dosages), expected);
}

#[rstest]
#[case(json!({ "frequency": 1, "frequencyMax": 2, "period": 1, "periodUnit": "d" }), Unexpressed::Range)]
#[case(json!({ "frequency": 1, "period": 4, "periodMax": 6, "periodUnit": "h" }), Unexpressed::Range)]
#[case(json!({ "boundsRange": { "low": { "value": 1 } }, "when": ["HS"] }), Unexpressed::Range)]
#[case(json!({ "frequency": 1, "period": 1, "periodUnit": "d", "duration": 2, "durationUnit": "h" }), Unexpressed::Lasting)]
#[case(json!({ "when": ["ACM"], "offset": 30 }), Unexpressed::Offset)]
#[case(json!({ "frequency": 1, "period": 1, "periodUnit": "d", "when": ["AC"] }), Unexpressed::WhichMeal)]
#[case(json!({ "frequency": 1, "period": 1, "periodUnit": "mo" }), Unexpressed::Months)]
#[case(json!({ "when": ["HS"], "boundsDuration": { "value": 6, "unit": "mo" } }), Unexpressed::Months)]
#[case(json!({ "when": ["HS"], "boundsPeriod": { "start": "2026-01" } }), Unexpressed::VagueDates)]
#[case(json!({ "frequency": 3, "period": 2, "periodUnit": "d" }), Unexpressed::Uneven)]
#[case(json!({ "frequency": 1, "period": 1.5, "periodUnit": "d" }), Unexpressed::Uneven)]
#[case(json!({ "frequency": 1, "period": 90, "periodUnit": "min" }), Unexpressed::Uneven)]
#[case(json!({ "frequency": 2, "period": 5, "periodUnit": "h" }), Unexpressed::Uneven)]
#[case(json!({ "frequency": 2 }), Unexpressed::Uneven)]
#[case(json!({ "frequency": 0, "period": 1, "periodUnit": "d" }), Unexpressed::Uneven)]
#[case(json!({ "frequency": 25, "period": 1, "periodUnit": "d" }), Unexpressed::Uneven)]
#[case(json!({ "frequency": 1, "period": 1, "periodUnit": "wk", "dayOfWeek": ["mon", "fri"] }), Unexpressed::Uneven)]
#[case(json!({ "frequency": 1, "period": 1, "periodUnit": "d", "timeOfDay": ["08:00:00", "20:00:00"] }), Unexpressed::Conflict)]
#[case(json!({ "frequency": 1, "period": 6, "periodUnit": "h", "when": ["HS"] }), Unexpressed::Conflict)]
#[case(json!({ "timeOfDay": ["08:00:00"], "when": ["HS"] }), Unexpressed::Conflict)]
#[case(json!({ "when": ["ACM", "PCV"] }), Unexpressed::Conflict)]
#[case(json!({ "timeOfDay": ["08:00:30"] }), Unexpressed::Unreadable)]
#[case(json!({ "dayOfWeek": ["monday"] }), Unexpressed::Unreadable)]
fn nothing_of_a_timing_is_guessed(#[case] repeat: Value, #[case] expected: Unexpressed) {
    assert_eq!(why(json!([{ "timing": { "repeat": repeat } }])), [expected]);
}

#[test]
fn a_taper_is_one_direction_after_the_other() {
    let step = |sequence: u8, dose: u8, bounds: Value| {
        let repeat = with(json!({ "frequency": 1, "period": 1, "periodUnit": "d" }), bounds);
        json!({ "sequence": sequence, "doseAndRate": [{ "doseQuantity": { "value": dose } }], "timing": { "repeat": repeat } })
    };
    let days = |n: u8| json!({ "boundsDuration": { "value": n, "unit": "d" } });
    let doses = |all: Vec<Direction>| all.iter().map(|one| one.amounts[0].count.to_string()).collect::<Vec<_>>();
    let taper = json!([step(2, 2, days(3)), step(1, 4, days(3)), step(3, 1, json!({}))]);
    assert_eq!(doses(directions(taper)), ["4", "2", "1"]);
    let dated = |start: &str, end: &str| json!({ "boundsPeriod": { "start": start, "end": end } });
    let by_date = json!([step(1, 2, dated("2026-01-04", "2026-01-06")), step(1, 4, dated("2026-01-01", "2026-01-03"))]);
    assert_eq!(doses(directions(by_date)), ["4", "2"]);
    // How long the first one goes on is not told.
    assert_eq!(why(json!([step(1, 4, json!({})), step(2, 2, json!({}))])), [Unexpressed::SeveralAtOnce]);
    let overlap = json!([step(1, 2, dated("2026-01-03", "2026-01-06")), step(1, 4, dated("2026-01-01", "2026-01-03"))]);
    assert_eq!(why(overlap), [Unexpressed::SeveralAtOnce]);
}

#[test]
fn what_is_needed_to_list_a_medicine_is_kept() {
    let found = request(json!({
        "status": "stopped",
        "statusReason": { "text": "Rash" },
        "authoredOn": "2026-01-05",
        "medicationCodeableConcept": { "coding": [
            { "system": "http://snomed.info/sct", "code": "1" },
            { "system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "194000" }
        ] },
        "dispenseRequest": {
            "numberOfRepeatsAllowed": 3, "expectedSupplyDuration": { "value": 30, "unit": "days" }
        },
        "dosageInstruction": [{
            "text": "One in the morning", "patientInstruction": "with water",
            "additionalInstruction": [{ "text": "with water" }, { "coding": [{ "display": "swallow whole" }] }]
        }]
    }));
    assert_eq!((found.told, found.standing, found.why.as_deref()), (Told::Request, Standing::Stopped, Some("Rash")));
    assert_eq!((found.rxnorm.as_deref(), found.supply_days, found.repeats), (Some("194000"), Some(30), Some(3)));
    assert_eq!(found.written, Some("2026-01-05".parse().unwrap()));
    assert_eq!(found.text.as_deref(), Some("One in the morning\nwith water\nswallow whole"));
    assert_eq!(request(json!({ "doNotPerform": true })).told, Told::NotToTake);
}

#[test]
fn a_statement_says_it_too_and_what_was_given_is_not_prescribed() {
    let medicine = json!({ "medicationCodeableConcept": { "text": "x" }, "status": "on-hold",
        "statusReason": [{ "text": "Surgery" }], "dosage": [{ "timing": { "repeat": { "when": ["HS"] } } }] });
    let found = prescribed(item(resource("MedicationStatement", medicine)));
    assert_eq!(
        (found.told, found.standing, found.why.as_deref()),
        (Told::Statement, Standing::OnHold, Some("Surgery"))
    );
    let How::Directions(directions) = found.how else { panic!() };
    assert_eq!(directions[0].often, every(1, 1, &[BEDTIME]));
    let given = json!({ "medicationCodeableConcept": { "text": "x" }, "status": "completed" });
    let Body::Event(event) = item(resource("MedicationAdministration", given)).body else { panic!() };
    assert_eq!(event.prescribed, None);
}

#[test]
fn a_dosage_of_the_wrong_form_leaves_the_medicine_in_the_record() {
    for wrong in [
        json!({ "timing": { "repeat": 5 } }),
        json!({ "asNeededBoolean": "yes" }),
        json!({ "timing": { "repeat": { "when": "HS" } } }),
    ] {
        let medicine = json!({ "medicationCodeableConcept": { "text": "x" }, "dosageInstruction": [wrong] });
        let all = read(bundle(&[resource("MedicationRequest", medicine)]));
        assert_eq!(prescribed(all[1].item.clone().unwrap()).how, How::Unexpressed([Unexpressed::Unreadable].into()));
    }
}

#[test]
fn what_is_written_reads_back_and_old_items_read_too() {
    let medicine = json!({ "medicationCodeableConcept": { "text": "x" }, "dosageInstruction": [{ "timing": { "repeat": { "when": ["HS"] } } }] });
    let medicine = item(resource("MedicationRequest", medicine));
    let written = serde_json::to_string(&medicine).unwrap();
    assert_eq!(serde_json::from_str::<Item>(&written).unwrap(), medicine);
    let mut old: Value = serde_json::from_str(&written).unwrap();
    old["body"]["event"].as_object_mut().unwrap().remove("prescribed");
    let Body::Event(event) = serde_json::from_value::<Item>(old).unwrap().body else { panic!() };
    assert_eq!(event.prescribed, None);
}

/// Of the ten records: how many requests and statements are directions, and why the others are none.
#[test]
fn every_medicine_of_the_ten_records_is_read_or_says_why_not() {
    let Some(folder) = std::env::var_os("DAYBOOK_SAMPLES") else {
        println!("skipped: DAYBOOK_SAMPLES names no folder of records");
        return;
    };
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let files = std::fs::read_dir(entry).unwrap().map(|file| file.unwrap().path());
        for path in files.filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
            for resource in fhir::check(&path, &Limits::default()).unwrap().resources() {
                let resource = resource.unwrap();
                if !matches!(resource.kind.as_str(), "MedicationRequest" | "MedicationStatement") {
                    continue;
                }
                let name = match prescribed(resource.item.unwrap()).how {
                    How::Directions(directions) => match &directions[0].often {
                        Often::Days { .. } => "days".to_owned(),
                        Often::Hours { .. } => "hours".to_owned(),
                        Often::AsNeeded { .. } => "as needed".to_owned(),
                    },
                    How::Unexpressed(why) => {
                        let why: BTreeSet<String> = why.iter().map(|why| format!("{why:?}")).collect();
                        why.into_iter().collect::<Vec<_>>().join(" ")
                    }
                };
                *found.entry(name).or_default() += 1;
            }
        }
    }
    let expected = [("NoDosage", 105), ("NoTiming", 3), ("Rate", 1), ("as needed", 12), ("days", 29)];
    assert_eq!(found.into_iter().collect::<Vec<_>>(), expected.map(|(name, count)| (name.to_owned(), count)));
}
