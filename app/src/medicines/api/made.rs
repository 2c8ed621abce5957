//! How the pages of medicines are made from the domain.

use std::cmp::Reverse;

use domain::{
    access::{Granted, Identity, Medicines, Reader, Results, View},
    db::Tx,
    id::EntryId,
    medicines::{
        day::{Listed, State, as_needed},
        entry::Entry,
        entry_store::{allowance, limits, list_taken},
        store::Medicine,
    },
    record::store::get_whose,
    results::{self, store as results_store},
    time::Instant,
};

use super::{
    prescribed::{lines_of, over, unlisted},
    shelf::Shelf,
    typed_entry::{problem, typed},
};
use crate::{
    error::Answer,
    medicines::{
        model::{DoseCard, MedicinesPage, NeededLine},
        say,
    },
};

/// Medicines of a record that are looked at.
const MOST: i64 = 300;

/// The first page, as it is at a moment.
pub async fn home(
    tx: &mut Tx,
    granted: &Granted<View, Medicines>,
    (results, identity): (&Granted<View, Results>, &Granted<View, Identity>),
    noted: Option<EntryId>,
    now: Instant,
) -> Answer<MedicinesPage> {
    let shelf = Shelf::at(tx, granted, now).await?;
    let days = shelf.days(tx, granted).await?;
    let shown = |listed: &&Listed| {
        listed.dose.due >= shelf.start || matches!(listed.state, State::Due | State::Later { .. } | State::Unanswered)
    };
    let doses = days.doses.iter().filter(shown).filter_map(|listed| shelf.dose(listed)).collect();
    let mut needed = Vec::new();
    for medicine in shelf.medicines.iter().filter(|one| one.ended_at.is_none() && as_needed(one, shelf.today)) {
        needed.extend(needed_line(tx, granted, &shelf, medicine).await?);
    }
    // The newest first; what is not to be taken stands below.
    let (mut ended, mut active): (Vec<&Medicine>, Vec<&Medicine>) =
        shelf.medicines.iter().rev().partition(|medicine| medicine.ended_at.is_some());
    active.sort_by_key(|medicine| medicine.is_stopped());
    ended.sort_by_key(|medicine| Reverse(medicine.ended_at));
    let lines = |all: Vec<&Medicine>| all.into_iter().map(|medicine| shelf.line(medicine, &days)).collect();
    let items = results_store::list_of_kind(tx, results, results::Kind::Medicine, MOST).await?;
    let prescribed = lines_of(&items);
    let page = MedicinesPage {
        record: granted.record(),
        own: granted.reader() == Reader::Person,
        person: get_whose(tx, identity).await?.name,
        today: say::partial(shelf.today),
        noted: shelf.noted(tx, granted, noted).await?,
        problem: problem(),
        typed: typed(),
        doses,
        unanswered: Vec::new(),
        needed,
        to_set: unlisted(&prescribed, &shelf.medicines),
        over: over(shelf.words, &prescribed, &shelf.medicines),
        active: lines(active),
        ended: lines(ended),
        now: say::clock(shelf.words, shelf.now, &shelf.zone),
    };
    Ok(page.at(shelf.now.0))
}

async fn needed_line(
    tx: &mut Tx,
    granted: &Granted<View, Medicines>,
    shelf: &Shelf,
    medicine: &Medicine,
) -> Answer<Option<NeededLine>> {
    let Some(limits) = limits(medicine, shelf.today) else { return Ok(None) };
    let Some(course) = medicine.plan.as_ref().and_then(|plan| plan.holding(shelf.today)) else { return Ok(None) };
    let taken = list_taken(tx, granted, medicine.id, shelf.now.plus_seconds(-limits.reach())).await?;
    let moment = |at: Instant| say::moment(shelf.words, at, shelf.now, &shelf.zone);
    let allowance = allowance(medicine, shelf.today, &taken).unwrap_or_default();
    let next = allowance.next(shelf.now);
    Ok(Some(NeededLine {
        medicine: medicine.id,
        name: medicine.name.clone(),
        amount: say::amounts(shelf.words, &course.amounts),
        limits: say::limits(shelf.words, course),
        last: taken.first().and_then(Entry::taken_at).map(moment),
        next: next.map(moment),
        next_at: next.map(|next| next.0),
        allowance,
        held: medicine.is_held(shelf.now),
        id: EntryId::new(),
        unsent: false,
        entry: None,
    }))
}

/// What Today shows, with every dose of the day as it stands at a moment ([`DoseCard::at`] finds what is due);
/// nothing for who takes nothing.
pub async fn card(
    tx: &mut Tx,
    granted: &Granted<View, Medicines>,
    noted: Option<EntryId>,
    now: Instant,
) -> Answer<Option<DoseCard>> {
    let shelf = Shelf::at(tx, granted, now).await?;
    if shelf.medicines.is_empty() {
        return Ok(None);
    }
    let days = shelf.days(tx, granted).await?;
    let stopped = |one: &&Medicine| one.confirmed_at.is_some() && one.ended_at.is_none() && one.is_stopped();
    Ok(Some(DoseCard {
        stopped: shelf.medicines.iter().filter(stopped).map(|medicine| shelf.line(medicine, &days)).collect(),
        day: days.doses.iter().filter_map(|listed| shelf.dose(listed)).collect(),
        today: Some(say::partial(shelf.today)),
        noted: shelf.noted(tx, granted, noted).await?,
        problem: problem(),
        typed: typed(),
        ..DoseCard::default()
    }))
}
