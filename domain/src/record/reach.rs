//! How someone is reached, as the clinic's Patient resource says.

use serde::Deserialize;

use crate::{
    Error, Result,
    access::{Granted, Identity, View},
    db::{Tx, on_db},
};

/// A way to reach someone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    Phone(String),
    Email(String),
}

/// So many ways are shown.
const MOST: usize = 6;

/// How the person is reached, in the order in which the clinic prefers it; without what it says is old.
pub async fn list_ways(tx: &mut Tx, granted: &Granted<View, Identity>) -> Result<Vec<Reach>> {
    let raw: Vec<String> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT resource.raw FROM record JOIN record_source ON record_source.record = record.id \
         JOIN resource ON resource.record = record.id AND resource.sender = record_source.sender \
         AND resource.key = record_source.patient_key \
         WHERE record.id = $1 AND resource.from_no <= record.published_no AND resource.until_no > record.published_no \
         AND resource.hidden = $2 ORDER BY resource.arrived_at DESC",
    )
    .bind(granted.record().0)
    .bind(false)
    .fetch_all(c)
    .await)?;
    let mut ways = Vec::new();
    for patient in raw {
        for way in read(&patient).map_err(Error::internal)? {
            if !ways.contains(&way) && ways.len() < MOST {
                ways.push(way);
            }
        }
    }
    Ok(ways)
}

fn read(patient: &str) -> serde_json::Result<Vec<Reach>> {
    #[derive(Deserialize)]
    struct Patient {
        #[serde(default)]
        telecom: Vec<Telecom>,
    }
    #[derive(Deserialize)]
    struct Telecom {
        system: Option<String>,
        value: Option<String>,
        r#use: Option<String>,
        rank: Option<u32>,
    }
    let mut telecom = serde_json::from_str::<Patient>(patient)?.telecom;
    telecom.sort_by_key(|way| way.rank.unwrap_or(u32::MAX));
    let way = |way: Telecom| {
        let value = way.value.filter(|value| !value.trim().is_empty() && way.r#use.as_deref() != Some("old"))?;
        match way.system.as_deref() {
            Some("phone" | "sms") => Some(Reach::Phone(value)),
            Some("email") => Some(Reach::Email(value)),
            _ => None,
        }
    };
    Ok(telecom.into_iter().filter_map(way).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn someone_is_reached_by_what_the_clinic_prefers_and_not_by_what_is_old() {
        let patient = r#"{"resourceType": "Patient", "telecom": [
            {"system": "phone", "value": "1", "use": "old"}, {"system": "email", "value": "a@b.example"},
            {"system": "phone", "value": "2", "rank": 1}, {"system": "fax", "value": "3"}, {"system": "phone"}]}"#;
        assert_eq!(read(patient).unwrap(), [Reach::Phone("2".into()), Reach::Email("a@b.example".into())]);
        assert_eq!(read("{}").unwrap(), []);
    }
}
