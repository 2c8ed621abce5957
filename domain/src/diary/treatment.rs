//! Which kinds of treatment someone has, as far as their record tells it: by the names of what was given and
//! prescribed. What they are asked of fits it. The names are data, in `treatments.json`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::results::searchable;
#[cfg(feature = "server")]
use crate::{
    Error, Result,
    access::{Diary, Granted, Permission},
    db::{Tx, on_db},
    results::{Line, Status},
    time::{Instant, PartialDate},
};

/// A kind of treatment, and parts of the names of what belongs to it: stems of international names, which the
/// languages share, and words for the treatment itself.
#[derive(Debug, Deserialize)]
struct Known {
    code: String,
    names: Vec<String>,
}

static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let mut known: Vec<Known> = serde_json::from_str(include_str!("treatments.json")).unwrap_or_default();
    for one in &mut known {
        one.names = one.names.iter().map(|name| searchable(name).trim().to_owned()).collect();
    }
    known
});

/// Whether Daybook can tell this kind of treatment.
pub fn is_known(code: &str) -> bool {
    KNOWN.iter().any(|known| known.code == code)
}

/// The kinds to which something of these names belongs.
pub fn of_names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let names: Vec<String> = names.map(searchable).collect();
    let has = |known: &&Known| names.iter().any(|name| known.names.iter().any(|part| name.contains(part.as_str())));
    KNOWN.iter().filter(has).map(|known| known.code.clone()).collect()
}

/// What was given lately counts, and prescriptions that may still be taken.
#[cfg(feature = "server")]
const GIVEN_DAYS: i64 = 180;
#[cfg(feature = "server")]
const PRESCRIBED_DAYS: i64 = 400;
/// Names that are looked at.
#[cfg(feature = "server")]
const MOST: i64 = 400;

/// The kinds of treatment that someone has. It tells nothing of the record but these.
#[cfg(feature = "server")]
pub async fn find_treatments<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Diary>,
    now: Instant,
) -> Result<Vec<String>> {
    let since = |days: i64| PartialDate::from(now.plus_days(-days)).date().sort_key();
    let rows: Vec<(String, String)> = on_db!(tx, c => sqlx::query_as(
        "SELECT item.title, item.line FROM item JOIN record ON record.id = item.record \
         WHERE item.record = $1 AND item.head = 1 AND item.from_no <= record.published_no \
         AND item.until_no > record.published_no AND ((item.kind = 'treatment' AND item.sort_key >= $2) \
         OR (item.kind = 'medicine' AND item.sort_key >= $3)) ORDER BY item.sort_key DESC LIMIT $4",
    )
    .bind(granted.record().0)
    .bind(since(GIVEN_DAYS))
    .bind(since(PRESCRIBED_DAYS))
    .bind(MOST)
    .fetch_all(c)
    .await)?;
    let mut names = Vec::new();
    for (title, line) in rows {
        let line: Line = serde_json::from_str(&line).map_err(Error::internal)?;
        if !matches!(line.status, Status::Cancelled | Status::NotDone | Status::Stopped) {
            names.push(title);
        }
    }
    Ok(of_names(names.iter().map(String::as_str)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn treatments_are_told_by_names_of_any_of_the_languages() {
        let told = |name: &str| of_names([name].into_iter());
        for name in
            ["Oxaliplatin 85 mg/m²", "Oxaliplatino", "FOLFOX, ciclo 7", "Chimiothérapie", "CAPECITABINE", "علاج كيميائي"]
        {
            assert_eq!(told(name), ["chemotherapy"], "{name}");
        }
        assert_eq!(told("Radiothérapie de la loge prostatique, 66 Gy"), ["radiotherapy"]);
        assert_eq!(told("Létrozole 2,5 mg"), ["hormone-therapy"]);
        assert_eq!(told("Pembrolizumab"), ["immunotherapy"]);
        assert_eq!(told("Imatinib"), ["targeted-therapy"]);
        for name in ["Paracetamol", "Ondansetron", "Dexamethasone", "Omeprazole", "Flu vaccine", ""] {
            assert!(told(name).is_empty(), "{name}");
        }
        let both = of_names(["Carboplatin", "Trastuzumab", "Paclitaxel"].into_iter());
        assert_eq!(both, ["chemotherapy", "targeted-therapy"]);
    }

    #[test]
    fn the_file_of_names_is_read() {
        assert!(is_known("chemotherapy") && is_known("radiotherapy") && !is_known("tea"));
        assert!(KNOWN.iter().all(|known| known.names.iter().all(|name| name.chars().count() > 3)));
    }
}
