//! What is prescribed beside the list: what is to be set, and what is over.

use std::collections::BTreeSet;

use domain::{
    id::ItemId,
    medicines::{
        list,
        prescribed::{Standing, Told},
        store::Medicine,
    },
    results::{self, FactLabel, FactValue},
};

use crate::{medicines::model::PrescribedLine, words::Words};

/// Prescriptions that are over are looked up among results when there are more.
const MOST_OVER: usize = 20;

/// What is prescribed, a line each medicine.
pub fn lines_of(items: &[(ItemId, results::Item)]) -> Vec<list::Line<'_, ItemId>> {
    list::lines(items.iter().map(|(id, item)| (*id, item)))
}

/// Whether a medicine stands on the list: once one of its prescriptions does.
fn stands(line: &list::Line<'_, ItemId>, listed: &BTreeSet<ItemId>) -> bool {
    line.strengths.iter().flat_map(|strength| &strength.entries).any(|entry| listed.contains(&entry.key))
}

/// Of what is prescribed, what a line of the list does not stand for yet. One that has ended, or is not prescribed
/// any more as the record says, stands for the orders that it was made of; a new order of the same medicine is to
/// be set.
pub fn unlisted(lines: &[list::Line<'_, ItemId>], medicines: &[Medicine]) -> Vec<PrescribedLine> {
    let of = |medicine: &Medicine| medicine.items.clone();
    let known: BTreeSet<ItemId> = medicines.iter().flat_map(of).collect();
    let is_over = |one: &Medicine| one.word.as_ref().is_some_and(|word| word.says.is_over());
    let taken = medicines.iter().filter(|one| one.ended_at.is_none() && !is_over(one));
    let taken: BTreeSet<ItemId> = taken.flat_map(of).collect();
    let said = |entry: &list::Entry<'_, ItemId>| PrescribedLine {
        item: entry.key,
        name: entry.item.title.clone(),
        text: entry.prescribed.text.clone().unwrap_or_else(|| instructions(entry.item)),
    };
    let new = lines.iter().filter(|line| line.is_current() && !stands(line, &taken)).flat_map(list::Line::current);
    new.filter(|entry| !known.contains(&entry.key)).map(said).filter(|line| !line.name.is_empty()).collect()
}

/// Prescriptions that stand on no list and are not taken any more, the newest first, with why.
pub fn over(words: Words, lines: &[list::Line<'_, ItemId>], medicines: &[Medicine]) -> Vec<PrescribedLine> {
    let known: BTreeSet<ItemId> = medicines.iter().flat_map(|medicine| medicine.items.clone()).collect();
    let said = |entry: &list::Entry<'_, ItemId>| {
        let status = match entry.prescribed.standing {
            Standing::Completed => words.medicines_prescribed_ended(),
            _ => crate::results::say::status(words, entry.item.status),
        };
        let why = entry.prescribed.why.as_ref();
        let text = why.map_or_else(|| status.clone(), |why| words.medicines_prescribed_over(&status, why));
        PrescribedLine { item: entry.key, name: entry.item.title.clone(), text }
    };
    let lines = lines.iter().filter(|line| !line.is_current() && !stands(line, &known)).filter_map(list::Line::first);
    // That something is not to be taken at all is no medicine that was taken.
    let taken = lines.filter(|entry| entry.prescribed.told != Told::NotToTake && !entry.item.title.is_empty());
    taken.take(MOST_OVER).map(said).collect()
}

/// What the prescriber wrote of how it is taken.
pub fn instructions(item: &results::Item) -> String {
    let results::Body::Event(event) = &item.body else { return String::new() };
    let text = event.facts.iter().filter_map(|fact| match (&fact.label, &fact.value) {
        (FactLabel::Instructions, FactValue::Text(text)) => Some(text.as_str()),
        _ => None,
    });
    text.collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use domain::{
        id::MedicineId,
        medicines::{
            prescribed::{How, Prescribed, Standing},
            word::{Says, Word},
        },
        results::{Body, Event, Item, Status, When},
        time::Instant,
    };

    use super::*;

    fn prescribed(written: &str) -> (ItemId, Item) {
        let prescribed = Prescribed {
            told: Told::Request,
            standing: Standing::Active,
            why: None,
            rxnorm: None,
            written: Some(written.parse().unwrap()),
            supply_days: None,
            repeats: None,
            text: None,
            how: How::Directions(Vec::new()),
        };
        let body = Body::Event(Event { facts: Vec::new(), prescribed: Some(Box::new(prescribed)) });
        let item = Item {
            kind: results::Kind::Medicine,
            when: When::default(),
            title: "Capecitabine 500 mg".into(),
            codes: Vec::new(),
            status: Status::Final,
            panel: None,
            people: Vec::new(),
            notes: Vec::new(),
            body,
        };
        (ItemId(MedicineId::new().0), item)
    }

    fn medicine(items: &[ItemId], ended: bool) -> Medicine {
        Medicine {
            id: MedicineId::new(),
            name: "Capecitabine 500 mg".into(),
            purpose: String::new(),
            items: items.to_vec(),
            plan: None,
            version: 0,
            confirmed_at: None,
            set_by: None,
            proposed: None,
            created_at: Instant(0),
            ended_at: ended.then_some(Instant(1)),
            ended_why: String::new(),
            word: None,
            stops: Vec::new(),
        }
    }

    #[test]
    fn what_was_stopped_and_is_prescribed_again_is_to_be_set() {
        let (old, new) = (prescribed("2026-03-01"), prescribed("2026-11-01"));
        let (first, again) = (old.0, new.0);
        let items = [old, new];
        let shown = |medicines: &[Medicine]| {
            unlisted(&lines_of(&items), medicines).iter().map(|line| line.item).collect::<Vec<_>>()
        };
        assert_eq!(shown(&[medicine(&[first], true)]), [again]);
        assert_eq!(shown(&[medicine(&[first], false)]), []);
        assert_eq!(shown(&[medicine(&[first, again], true)]), []);
        assert_eq!(shown(&[medicine(&[first], true), medicine(&[again], false)]), []);
    }

    #[test]
    fn what_the_record_stopped_does_not_hide_what_is_prescribed_instead() {
        let (old, new) = (prescribed("2026-03-01"), prescribed("2026-11-01"));
        let (first, again) = (old.0, new.0);
        let items = [old, new];
        let says =
            |says| Medicine { word: Some(Word { says, why: String::new(), item: first }), ..medicine(&[first], false) };
        let shown =
            |one: Medicine| unlisted(&lines_of(&items), &[one]).iter().map(|line| line.item).collect::<Vec<_>>();
        assert_eq!(shown(says(Says::Stopped)), [again]);
        assert_eq!(shown(says(Says::OnHold)), [], "a hold is no end");
    }

    #[test]
    fn what_was_prescribed_and_stopped_stands_below_with_why_and_once() {
        let words = Words::new(crate::words::Language::English);
        let (id, mut stopped) = prescribed("2026-03-01");
        if let Body::Event(event) = &mut stopped.body
            && let Some(prescribed) = &mut event.prescribed
        {
            (prescribed.standing, prescribed.why) = (Standing::Stopped, Some("Rash".into()));
        }
        stopped.status = Status::Stopped;
        let items = [
            (id, stopped),
            (ItemId(MedicineId::new().0), Item { title: "Other".into(), ..prescribed("2026-01-01").1 }),
        ];
        let [line] = over(words, &lines_of(&items), &[]).try_into().unwrap();
        assert_eq!((line.item, line.text.as_str()), (id, "Stopped: Rash"));
        assert_eq!(over(words, &lines_of(&items), &[medicine(&[id], true)]), []);
    }
}
