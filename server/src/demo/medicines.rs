//! What the demonstration's people take, and what they noted of the last days. Each plan is confirmed and each
//! dose noted as a person does it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    access::{self, Caller, Medicines, Results},
    db::Db,
    id::{EntryId, ItemId, MedicineId, RecordId, RefillId, SupplyId},
    medicines::{
        Amount, At, Count, Course, Moment, Plan, Rhythm, Slot,
        day::doses_of,
        entry::{NewEntry, Reason, What},
        entry_store::record_entry,
        life_store::get_life,
        plan_store,
        refill_store::{self, NewRefill},
        store::{self, NewMedicine, get_medicine},
        supply_store::{self, LEAD_DAYS, NewCount},
    },
    results::{Kind, store as results_store},
    site::Site,
    time::{Day, Instant, TimeOfDay},
};

use super::seed::ZONE;
use crate::command::Failure;

const HOUR: i64 = 3600;
/// Doses of so many days are noted, but for those of the last hours.
const DAYS: i64 = 8;
const LAST_HOURS: i64 = 10;
/// So many doses of what is prescribed were in the pack.
const PACK: u64 = 28;

/// A medicine of a story.
struct Taken {
    name: &'static str,
    purpose: &'static str,
    rhythm: Rhythm,
    count: &'static str,
    of: &'static str,
    if_missed: Option<&'static str>,
    /// Hours ago at which it was taken as needed.
    when_needed: &'static [i64],
    /// More was asked for, in these words, and nobody has opened it yet.
    wish: Option<&'static str>,
    /// Of yesterday, this dose was not answered.
    left_open: Option<At>,
}

fn clock(hour: u8) -> At {
    At::Clock(TimeOfDay::new(hour, 0).unwrap_or(domain::medicines::Moments::default().breakfast))
}

fn daily(at: Vec<At>) -> Rhythm {
    Rhythm::Days { every: 1, at }
}

fn cycle(length: u16, days: impl IntoIterator<Item = u16>, at: Vec<At>) -> Rhythm {
    Rhythm::Cycle { length, days: days.into_iter().collect::<BTreeSet<u16>>(), at, moved: BTreeMap::new() }
}

fn needed(hours: u32, most: &str) -> Rhythm {
    Rhythm::AsNeeded { least_minutes: Some(hours * 60), most_a_day: Count::try_from(most.to_owned()).ok() }
}

fn taken(name: &'static str, rhythm: Rhythm, count: &'static str, of: &'static str) -> Taken {
    Taken { name, purpose: "", rhythm, count, of, if_missed: None, when_needed: &[], wish: None, left_open: None }
}

fn of(slug: &str) -> Vec<Taken> {
    let breakfast = || At::Moment(Moment::Breakfast);
    match slug {
        "in-chemotherapy" => vec![
            Taken {
                purpose: "Contra las náuseas después de cada ciclo",
                ..taken("Dexametasona 4 mg", cycle(14, 2..=3, vec![breakfast()]), "1", "comprimido 4 mg")
            },
            Taken {
                purpose: "Tensión alta",
                left_open: Some(clock(9)),
                wish: Some("Me quedan pastillas para una semana. La farmacia de siempre, por favor."),
                ..taken("Amlodipino 10 mg", daily(vec![clock(9)]), "1", "comprimido 10 mg")
            },
            Taken {
                purpose: "Náuseas",
                when_needed: &[30, 21, 3],
                ..taken("Ondansetrón 8 mg", needed(8, "3"), "1", "comprimido 8 mg")
            },
        ],
        "advanced-cancer" => vec![Taken {
            if_missed: Some("اترك الجرعة الفائتة وتناول الجرعة التالية في موعدها."),
            ..taken("أوسيميرتينيب", daily(vec![clock(9)]), "1", "قرص 40 mg")
        }],
        "just-diagnosed" => vec![
            Taken {
                purpose: "Low iron",
                left_open: Some(breakfast()),
                ..taken("Ferrous fumarate 210 mg tablets", daily(vec![breakfast(), clock(20)]), "1", "tablet 210 mg")
            },
            Taken {
                purpose: "Period pain",
                when_needed: &[26],
                ..taken("Ibuprofen 200 mg", needed(6, "6"), "2", "tablet 200 mg")
            },
        ],
        "after-treatment" => {
            vec![taken("Atorvastatine 20 mg", daily(vec![At::Moment(Moment::Bedtime)]), "1", "comprimé 20 mg")]
        }
        _ => Vec::new(),
    }
}

/// Writes what a person takes.
pub async fn write(
    db: &Db,
    caller: &Caller,
    record: RecordId,
    slug: &str,
    site: &Site,
    now: Instant,
) -> Result<(), Failure> {
    for one in of(slug) {
        take(db, caller, record, one, site, now).await?;
    }
    Ok(())
}

async fn take(
    db: &Db,
    caller: &Caller,
    record: RecordId,
    one: Taken,
    site: &Site,
    now: Instant,
) -> Result<(), Failure> {
    let begun = now.plus_days(-DAYS);
    let items = find_items(db, caller, record, one.name, now).await?;
    let count = Count::try_from(one.count.to_owned()).map_err(|cause| Failure::said(cause.to_string()))?;
    let course = Course {
        from: Day::of(begun, ZONE)?,
        until: None,
        most: None,
        rhythm: one.rhythm,
        amounts: vec![Amount { count, of: one.of.to_owned() }],
        if_missed: one.if_missed.map(str::to_owned),
        window_minutes: None,
    };
    let plan = Plan { courses: vec![course], pauses: Vec::new() };
    let id = MedicineId::new();
    let mut tx = db.write().await?;
    let granted = access::write::<Medicines>(&mut tx, caller, record).await?;
    let prescribed = !items.is_empty();
    let new = NewMedicine { id, name: one.name.to_owned(), purpose: one.purpose.to_owned(), items };
    store::create_medicine(&mut tx, &granted, new, begun).await?;
    plan_store::propose_plan(&mut tx, &granted, id, &plan, 0, begun).await?;
    plan_store::confirm_plan(&mut tx, &granted, id, begun, begun).await?;
    let life = get_life(&mut tx, &granted).await?;
    let medicine = get_medicine(&mut tx, &granted, id).await?;
    let until = now.plus_seconds(-LAST_HOURS * HOUR);
    let yesterday = life.day(now).plus_days(-1);
    let left_open = one.left_open.map(|at| Slot::of(yesterday, at));
    for (n, dose) in (0_i64..).zip(doses_of(&medicine, &life, (begun, until))) {
        if Some(dose.slot) == left_open {
            continue;
        }
        let at = dose.due.plus_seconds(60 * (4 + n * 11 % 35));
        let what = match n % 9 {
            4 => What::Skipped { reason: Reason::Unwell, words: String::new() },
            _ => What::Taken { at, amounts: Vec::new() },
        };
        let new = NewEntry { id: EntryId::new(), medicine: id, slot: Some(dose.slot), what, truly: false };
        record_entry(&mut tx, &granted, new, site, at).await?;
    }
    for hours in one.when_needed {
        let at = now.plus_seconds(-hours * HOUR);
        let what = What::Taken { at, amounts: Vec::new() };
        let new = NewEntry { id: EntryId::new(), medicine: id, slot: None, what, truly: false };
        record_entry(&mut tx, &granted, new, site, at).await?;
    }
    if prescribed {
        let counts = BTreeMap::from([(one.of.to_owned(), PACK * u64::from(count.thousandths()))]);
        let new = NewCount { id: SupplyId::new(), medicine: id, counts, more: false, lead_days: LEAD_DAYS };
        supply_store::count(&mut tx, &granted, &new, begun).await?;
    }
    if let Some(wish) = one.wish {
        let new = NewRefill { id: RefillId::new(), medicine: id, words: wish.to_owned() };
        refill_store::request(&mut tx, &granted, &new, site, now.plus_seconds(-2 * HOUR)).await?;
    }
    Ok(tx.commit().await?)
}

/// What of the record has this name, the newest first.
async fn find_items(
    db: &Db,
    caller: &Caller,
    record: RecordId,
    name: &str,
    now: Instant,
) -> Result<Vec<ItemId>, Failure> {
    let mut tx = db.read().await?;
    let granted = access::view::<Results>(&mut tx, caller, record, now).await?;
    let filter = results_store::Filter { kinds: vec![Kind::Medicine], ..results_store::Filter::default() };
    let (entries, _) = results_store::list_timeline(&mut tx, &granted, &filter, 200).await?;
    Ok(entries.into_iter().filter(|entry| entry.title == name).map(|entry| entry.id).collect())
}
