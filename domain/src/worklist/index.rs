//! What a person is found by. It is written when their record is given to a team and whenever the
//! clinic says anew who they are.

use std::collections::BTreeSet;

use super::{born_word, words};
use crate::{
    Result,
    db::{Tx, on_db},
    id::RecordId,
    results::searchable,
};

/// So many words of one person are kept; names have a few, and identifiers one or two each.
const MOST_WORDS: usize = 60;
/// So many characters of a name count for its place in a list.
const LONGEST_KEY: usize = 200;

/// Writes the words of a person, and the place of their name in the lists of their teams.
pub(crate) async fn save_person(tx: &mut Tx, record: RecordId) -> Result<()> {
    let (name, birth_date): (Option<String>, Option<String>) = on_db!(tx, c => sqlx::query_as(
        "SELECT name, birth_date FROM record WHERE id = $1",
    )
    .bind(record.0)
    .fetch_one(c)
    .await)?;
    let identifiers: Vec<String> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT value FROM record_identifier WHERE record = $1 ORDER BY system, value",
    )
    .bind(record.0)
    .fetch_all(c)
    .await)?;
    let name = name.unwrap_or_default();
    let born = birth_date.and_then(|text| text.parse().ok()).map(born_word);
    let identifiers = identifiers.iter().flat_map(|value| words(value));
    let all: BTreeSet<String> = born.into_iter().chain(words(&name)).chain(identifiers).take(MOST_WORDS).collect();
    on_db!(tx, c => sqlx::query("DELETE FROM person_word WHERE record = $1")
        .bind(record.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    for word in all {
        on_db!(tx, c => sqlx::query("INSERT INTO person_word (word, record) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(&word)
            .bind(record.0)
            .execute(c)
            .await
            .map(|_| ()))?;
    }
    let key: String = searchable(&name).chars().take(LONGEST_KEY).collect();
    on_db!(tx, c => sqlx::query("UPDATE record_team SET name_key = $2 WHERE record = $1")
        .bind(record.0)
        .bind(key)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
