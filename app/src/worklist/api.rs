//! What the care team's pages ask of the server.

use domain::{id::RecordId, time::PartialDate};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::search::Typed;
use crate::error::Answer;

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
    use domain::{access, worklist::store};

    use crate::request;

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
    use domain::access;

    use crate::request;

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
