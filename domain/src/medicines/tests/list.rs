//! The medicines of a record, one line each.

use rstest::rstest;

use crate::{
    medicines::{
        Prescribed,
        list::{Line, lines},
        prescribed::{How, Standing, Told},
    },
    results::{Body, Event, Item, Kind, Status, When},
};

pub(super) fn item(title: &str, rxnorm: Option<&str>, written: &str, standing: Standing) -> Item {
    let prescribed = Prescribed {
        told: Told::Request,
        standing,
        why: None,
        rxnorm: rxnorm.map(str::to_owned),
        written: Some(written.parse().unwrap()),
        supply_days: None,
        repeats: None,
        text: None,
        how: How::Directions(Vec::new()),
    };
    Item {
        kind: Kind::Medicine,
        when: When::default(),
        title: title.to_owned(),
        codes: Vec::new(),
        status: Status::Final,
        panel: None,
        people: Vec::new(),
        notes: Vec::new(),
        body: Body::Event(Event { facts: Vec::new(), prescribed: Some(Box::new(prescribed)) }),
    }
}

/// Each line as its strengths, each strength as the numbers of its items.
fn numbers(items: &[Item]) -> Vec<Vec<Vec<usize>>> {
    let strengths = |line: Line<'_, usize>| {
        line.strengths.iter().map(|one| one.entries.iter().map(|entry| entry.key).collect()).collect()
    };
    lines(items.iter().enumerate()).into_iter().map(strengths).collect()
}

use Standing::{Active, Completed, OnHold, Stopped};

#[test]
fn a_prescription_that_was_renewed_is_one_line_and_what_is_taken_counts() {
    let items = [
        item("tamoxifen 10 MG Oral Tablet", Some("198240"), "2020-01-01", Stopped),
        item("tamoxifen 10 MG Oral Tablet", Some("198240"), "2021-01-01", Active),
        item("Tamoxifen 10 mg oral tablet", None, "2022-01-01", Stopped),
    ];
    assert_eq!(numbers(&items), [[[1, 2, 0]]]);
}

#[test]
fn strengths_of_one_medicine_in_one_form_are_one_line_and_each_is_there() {
    let items = [
        item("capecitabine 150 MG Oral Tablet", Some("200327"), "2026-01-01", Active),
        item("capecitabine 500 MG Oral Tablet", Some("200328"), "2026-01-02", Active),
        item("capecitabine 300mg Oral Tablet", None, "2026-01-03", Stopped),
    ];
    assert_eq!(numbers(&items), [[[1], [0], [2]]]);
    assert_eq!(lines(items.iter().enumerate())[0].current().map(|entry| entry.key).collect::<Vec<_>>(), [1, 0]);
}

#[rstest]
#[case("morphine 10 MG Oral Tablet", "12 HR morphine 10 MG Extended Release Oral Tablet")]
#[case("methotrexate 2.5 MG Oral Tablet", "methotrexate 25 MG/ML Injection")]
#[case("insulin 70/30", "insulin 50/50")]
#[case("prednisone 5 MG Oral Tablet", "prednisolone 5 MG Oral Tablet")]
#[case("", "")]
fn what_could_be_another_medicine_stays_apart(#[case] one: &str, #[case] other: &str) {
    let items = [item(one, None, "2026-01-01", Active), item(other, None, "2026-01-02", Active)];
    assert_eq!(numbers(&items), [[[1]], [[0]]]);
}

#[test]
fn the_same_code_is_the_same_medicine_whatever_it_is_called() {
    let items = [
        item("Xeloda", Some("194000"), "2026-01-01", Active),
        item("capecitabine", Some("194000"), "2026-01-02", Active),
    ];
    assert_eq!(numbers(&items), [[[1], [0]]]);
}

#[test]
fn what_is_taken_stands_above_what_has_ended_and_the_newest_first() {
    let items = [
        item("a", None, "2026-03-01", Completed),
        item("b", None, "2026-01-01", Active),
        item("c", None, "2026-02-01", OnHold),
        item("d", None, "2026-04-01", Stopped),
    ];
    assert_eq!(numbers(&items), [[[2]], [[1]], [[3]], [[0]]]);
    let current: Vec<bool> = lines(items.iter().enumerate()).iter().map(Line::is_current).collect();
    assert_eq!(current, [true, true, false, false]);
}

#[test]
fn what_must_not_be_taken_and_what_was_given_is_not_taken() {
    let mut not = item("aspirin", None, "2026-01-01", Active);
    let Body::Event(event) = &mut not.body else { unreachable!() };
    event.prescribed.as_mut().unwrap().told = Told::NotToTake;
    let mut given = item("paclitaxel", None, "2026-01-01", Active);
    given.body = Body::Event(Event::default());
    let items = [not, given];
    let found = lines(items.iter().enumerate());
    assert_eq!((found.len(), found[0].is_current()), (1, false));
}
