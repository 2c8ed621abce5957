//! What the care team's pages ask of the server.

use domain::{
    Error, FieldCode, access,
    diary::report::Symptom,
    id::{AccountId, DeedId, RecordId, WorkItemId},
    medicines::refill::Step,
    time::PartialDate,
    worklist::{
        deed::{self, Deed},
        item::Decision,
    },
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::search::Typed;
use crate::{error::Answer, request};

/// The list of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeoplePage {
    /// Nobody is in none of their teams; they are in no team themselves.
    pub no_team: bool,
    pub people: Vec<PersonLine>,
    /// The id of the search that is shown, and what was typed into it.
    pub found: Option<(String, Typed)>,
    /// The address names a search that is no longer kept.
    pub forgotten: bool,
    /// Not the beginning of the list.
    pub further: bool,
    /// Behind whom the list goes on.
    pub after: Option<RecordId>,
}

/// One person of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLine {
    pub record: RecordId,
    pub name: Option<String>,
    pub birth_date: Option<PartialDate>,
    /// Full years today; nothing for someone who has died.
    pub age: Option<u32>,
    pub deceased: bool,
    pub teams: Vec<String>,
}

/// People of a page.
const MOST: usize = 50;

/// The people of the caller's teams, by name. `find` names a search that [`find_people`] keeps.
#[server(endpoint = "worklist/people")]
pub async fn get_people(#[server(default)] find: String, #[server(default)] after: String) -> Answer<PeoplePage> {
    use domain::worklist::store;

    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let today = request::local_date(now, &request::signed_in()?.zone).date();
    let mut tx = backend.db.read().await?;
    let circle = access::circle(&mut tx, &caller).await?;
    let typed = Typed::find(&mut tx, &backend, &caller, &find).await?;
    let search = typed.as_ref().map(Typed::search).transpose()?.unwrap_or_default();
    let after = after.parse().ok();
    let found = store::list_people(&mut tx, &circle, &search, after, MOST, now).await?;
    let forgotten = typed.is_none() && !find.is_empty();
    let (no_team, further) = (circle.teams().is_empty(), after.is_some());
    let after = found.people.last().map(|person| person.record).filter(|_| found.more);
    let people = found.people.into_iter().map(|person| PersonLine::of(person, today)).collect();
    Ok(PeoplePage { no_team, people, found: typed.map(|typed| (find, typed)), forgotten, further, after })
}

impl PersonLine {
    fn of(person: domain::worklist::store::Person, today: PartialDate) -> Self {
        let age = person.birth_date.filter(|_| !person.deceased).and_then(|born| domain::record::age(born, today));
        Self {
            record: person.record,
            name: person.name,
            birth_date: person.birth_date,
            age,
            deceased: person.deceased,
            teams: person.teams,
        }
    }
}

/// Looks for people of the caller's teams. What was typed is kept sealed and shown under an opaque
/// id: a name or a date of birth in an address would stay in the browser's history and in logs.
#[server(endpoint = "worklist/find")]
pub async fn find_people(
    #[server(default)] q: String,
    #[server(default)] birth_day: String,
    #[server(default)] birth_month: String,
    #[server(default)] birth_year: String,
) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let typed = Typed { q, birth_day, birth_month, birth_year };
    let mut tx = backend.db.write().await?;
    access::circle(&mut tx, &caller).await?;
    let everyone = typed.search()?.is_everyone();
    let found = if everyone { None } else { Some(typed.keep(&mut tx, &backend, &caller).await?) };
    tx.commit().await?;
    leptos_axum::redirect(&found.map_or_else(|| "/team".to_owned(), |id| format!("/team?find={id}")));
    Ok(())
}

/// Takes an item that nobody has. `id` is made with the form, here and below, so that sending it twice does
/// it once.
#[server(endpoint = "worklist/take")]
pub async fn take(record: RecordId, item: WorkItemId, id: DeedId) -> Answer<()> {
    act_on(record, item, id, Ok(Deed::Took)).await
}

/// Gives one's item back to the team.
#[server(endpoint = "worklist/give_back")]
pub async fn give_back(record: RecordId, item: WorkItemId, id: DeedId) -> Answer<()> {
    act_on(record, item, id, Ok(Deed::Released)).await
}

/// Hands an item over to a colleague. `from` is who had it when the form was made.
#[server(endpoint = "worklist/hand_over")]
pub async fn hand_over(
    record: RecordId,
    item: WorkItemId,
    id: DeedId,
    #[server(default)] from: String,
    #[server(default)] to: String,
) -> Answer<()> {
    let to = to.parse::<AccountId>().map_err(|_| Error::field("to", FieldCode::NotAChoice));
    act_on(record, item, id, to.map(|to| Deed::HandedOver { from: from.parse().ok(), to })).await
}

/// Notes something for the team.
#[server(endpoint = "worklist/note")]
pub async fn note(record: RecordId, item: WorkItemId, id: DeedId, #[server(default)] text: String) -> Answer<()> {
    act_on(record, item, id, domain::own_words::OwnWords::new(&text).map(|text| Deed::Noted { text })).await
}

/// Decides what is done. `shown` is how far the item had come when the page was made, here and below.
#[server(endpoint = "worklist/decide")]
pub async fn decide(
    record: RecordId,
    item: WorkItemId,
    id: DeedId,
    #[server(default)] decision: String,
    #[server(default)] why: String,
    #[server(default)] shown: String,
) -> Answer<()> {
    act_having_read(record, item, id, &shown, decided(&decision, &why)).await
}

/// Closes what is decided.
#[server(endpoint = "worklist/close")]
pub async fn close(record: RecordId, item: WorkItemId, id: DeedId, #[server(default)] shown: String) -> Answer<()> {
    act_having_read(record, item, id, &shown, Ok(Deed::Closed)).await?;
    leptos_axum::redirect("/team/worklist?done=1");
    Ok(())
}

/// Opens again what is closed; whoever does has it.
#[server(endpoint = "worklist/reopen")]
pub async fn reopen(record: RecordId, item: WorkItemId, id: DeedId) -> Answer<()> {
    act_on(record, item, id, Ok(Deed::Reopened)).await
}

/// Pauses the alerts of a known symptom.
#[server(endpoint = "worklist/mute")]
pub async fn mute(
    record: RecordId,
    item: WorkItemId,
    id: DeedId,
    #[server(default)] symptom: String,
    #[server(default)] days: String,
) -> Answer<()> {
    let days = days.trim().parse::<u8>().map_err(|_| Error::field("days", FieldCode::NotAChoice));
    act_on(record, item, id, days.map(|days| Deed::Muted { symptom: Symptom(symptom), days })).await
}

/// Takes a step of a wish for more of a medicine; `why` is said with a refusal.
#[server(endpoint = "worklist/refill")]
pub async fn refill_step(
    record: RecordId,
    item: WorkItemId,
    id: DeedId,
    #[server(default)] step: String,
    #[server(default)] why: String,
) -> Answer<()> {
    act_on(record, item, id, refilled(&step, &why)).await
}

/// Only an item of someone whom the caller's teams care for; whatever else is wrong is said after that.
async fn act_on(record: RecordId, item: WorkItemId, id: DeedId, deed: domain::Result<Deed>) -> Answer<()> {
    act_having_read(record, item, id, "", deed).await
}

async fn act_having_read(
    record: RecordId,
    item: WorkItemId,
    id: DeedId,
    shown: &str,
    deed: domain::Result<Deed>,
) -> Answer<()> {
    let (backend, caller) = request::caller()?;
    let mut tx = backend.db.write().await?;
    let granted = access::act::<access::Worklist>(&mut tx, &caller, record).await?;
    deed::act(&mut tx, &granted, item, id, &deed?, shown.parse().ok(), backend.now()).await?;
    tx.commit().await?;
    leptos_axum::redirect(&format!("/team/worklist/{record}/{item}?saved=1"));
    Ok(())
}

fn decided(decision: &str, why: &str) -> domain::Result<Deed> {
    let decision = Decision::from_code(decision).ok_or_else(|| Error::field("decision", FieldCode::NotAChoice))?;
    let why = if why.trim().is_empty() { None } else { Some(why) };
    let why =
        why.map(domain::own_words::OwnWords::new).transpose().map_err(|_| Error::field("why", FieldCode::TooLong))?;
    Deed::decided(decision, why).map_err(|_| Error::field("why", FieldCode::Missing))
}

fn refilled(step: &str, why: &str) -> domain::Result<Deed> {
    let step = Step::from_code(step).ok_or_else(|| Error::field("step", FieldCode::NotAChoice))?;
    let why = if why.trim().is_empty() { None } else { Some(why) };
    let text =
        why.map(domain::own_words::OwnWords::new).transpose().map_err(|_| Error::field("why", FieldCode::TooLong))?;
    step.check(text.as_ref())?;
    Ok(Deed::Refilled { step, text })
}
