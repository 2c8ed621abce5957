//! What the record says of a medicine on someone's list.

use rstest::rstest;

use super::list::item;
use crate::{
    id::{ItemId, MedicineId},
    medicines::{
        list::lines,
        prescribed::{Standing, Told},
        word::{Says, word},
    },
    results::{Body, Item},
};

use Standing::{Active, Completed, NotTaken, OnHold, Planned, Stopped, Unknown};
use Told::{NotToTake, Request, Statement};

const NAME: &str = "Capecitabine 500 mg";

/// A word of the record of 2026, of a month.
fn of(title: &str, month: u8, told: Told, standing: Standing) -> Item {
    let mut item = item(title, None, &format!("2026-{month:02}-01"), standing);
    if let Body::Event(event) = &mut item.body
        && let Some(prescribed) = &mut event.prescribed
    {
        (prescribed.told, prescribed.why) = (told, Some("Rash".into()));
    }
    item
}

/// What is said of a medicine that came from the first of these; none of them where it was withdrawn.
fn says(items: Vec<Item>, withdrawn: bool) -> Option<Says> {
    let items: Vec<(ItemId, Item)> = items.into_iter().map(|item| (ItemId(MedicineId::new().0), item)).collect();
    let own = if withdrawn { ItemId(MedicineId::new().0) } else { items[0].0 };
    let lines = lines(items.iter().map(|(id, item)| (*id, item)));
    let found = word(&lines, NAME, &[own], withdrawn);
    assert!(found.iter().all(|word| (word.why == "Rash") != (word.says == Says::Withdrawn)));
    found.map(|word| word.says)
}

#[rstest]
#[case(Request, Active, None)]
#[case(Request, Planned, None)]
#[case(Request, Unknown, None)]
#[case(Request, OnHold, Some(Says::OnHold))]
#[case(Request, Stopped, Some(Says::Stopped))]
#[case(Request, Completed, Some(Says::Completed))]
#[case(Statement, Stopped, Some(Says::Stopped))]
#[case(Statement, NotTaken, Some(Says::NotTaken))]
#[case(NotToTake, Active, Some(Says::NotToTake))]
fn what_a_medicine_came_from_says_how_it_stands(
    #[case] told: Told,
    #[case] standing: Standing,
    #[case] expected: Option<Says>,
) {
    assert_eq!(says(vec![of(NAME, 1, told, standing)], false), expected);
}

#[test]
fn a_later_prescription_takes_the_place_of_one_that_was_stopped_and_an_older_one_that_nobody_closed_does_not() {
    let stopped = || of(NAME, 6, Request, Stopped);
    assert_eq!(says(vec![stopped(), of(NAME, 7, Request, Active)], false), None);
    assert_eq!(says(vec![stopped(), of(NAME, 7, Request, OnHold)], false), Some(Says::OnHold));
    assert_eq!(says(vec![stopped(), of(NAME, 5, Request, Active)], false), Some(Says::Stopped));
    assert_eq!(says(vec![stopped(), of(NAME, 6, Request, Active)], false), Some(Says::Stopped), "of one day");
    assert_eq!(says(vec![stopped(), of("Capecitabine 150 mg", 7, Request, Active)], false), Some(Says::Stopped));
    assert_eq!(says(vec![of(NAME, 6, Request, Active), of(NAME, 7, Request, Stopped)], false), None, "a duplicate");
}

#[test]
fn a_note_of_what_someone_takes_does_not_speak_for_what_a_prescriber_stopped() {
    let noted = || of(NAME, 7, Statement, Active);
    assert_eq!(says(vec![of(NAME, 6, Request, Stopped), noted()], false), Some(Says::Stopped));
    assert_eq!(says(vec![of(NAME, 6, Statement, Stopped), noted()], false), None);
}

#[test]
fn a_prescriber_who_asks_later_that_a_medicine_is_not_taken_is_heard_until_they_take_it_back() {
    let taken = || of(NAME, 6, Request, Active);
    assert_eq!(says(vec![taken(), of("Capecitabine", 7, NotToTake, Active)], false), Some(Says::NotToTake));
    assert_eq!(says(vec![taken(), of(NAME, 7, NotToTake, Active)], false), Some(Says::NotToTake));
    assert_eq!(says(vec![taken(), of(NAME, 7, NotToTake, Stopped)], false), None);
    assert_eq!(says(vec![taken(), of(NAME, 5, NotToTake, Active)], false), None, "it was prescribed after that");
    assert_eq!(says(vec![taken(), of("Ibuprofen", 7, NotToTake, Active)], false), None);
}

#[test]
fn what_was_entered_in_error_is_withdrawn_unless_the_same_is_prescribed_beside_it() {
    assert_eq!(says(vec![of("Ibuprofen", 7, Request, Active)], true), Some(Says::Withdrawn));
    assert_eq!(says(vec![of(NAME, 2, Request, Stopped)], true), Some(Says::Withdrawn));
    assert_eq!(says(vec![of(NAME, 2, Request, Active)], true), None);
}

#[test]
fn an_order_holds_a_medicine_and_the_end_of_a_pack_does_not() {
    let holds = |says: &Says| says.holds();
    let all = [Says::OnHold, Says::Stopped, Says::NotToTake, Says::Withdrawn, Says::NotTaken, Says::Completed];
    assert_eq!(all.iter().filter(|says| holds(says)).count(), 4);
    assert!(!Says::NotTaken.holds() && !Says::Completed.holds());
}
