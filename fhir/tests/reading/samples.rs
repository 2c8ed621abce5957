//! Ten whole records of other origins, when `DAYBOOK_SAMPLES` names their folder: what is made of each stays the
//! same, nothing is refused, and what they point to is found.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use domain::results::{Kind, Panel};
use fhir::Limits;

fn folder() -> Option<PathBuf> {
    let Some(named) = std::env::var_os("DAYBOOK_SAMPLES") else {
        println!("skipped: DAYBOOK_SAMPLES names no folder of records");
        return None;
    };
    Some(PathBuf::from(named))
}

fn sample(folder: &Path, number: &str) -> PathBuf {
    let mut within = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let own = within.find(|p| p.is_dir() && p.file_name().unwrap().to_string_lossy().starts_with(number)).unwrap();
    let mut files = fs::read_dir(own).unwrap().map(|e| e.unwrap().path());
    files.find(|p| p.extension().is_some_and(|e| e == "json")).unwrap()
}

/// Items of each kind that resources have, in the order of [`Kind::ALL`], what is only kept, different dangling
/// references, and values that belong to a report or a group.
fn totals(path: &Path) -> (Vec<usize>, usize, usize, usize) {
    let checked = fhir::check(path, &Limits::default()).unwrap();
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    let (mut kept, mut grouped) = (0, 0);
    let mut unresolved = std::collections::BTreeSet::new();
    for resource in checked.resources() {
        let resource = resource.unwrap();
        unresolved.extend(resource.unresolved);
        match resource.item {
            None => kept += 1,
            Some(item) => {
                *kinds.entry(item.kind).or_default() += 1;
                grouped += usize::from(matches!(item.panel, Some(Panel::Report(_) | Panel::Member(_))));
            }
        }
    }
    let kinds =
        Kind::ALL.iter().filter(|k| **k != Kind::Symptoms).map(|k| kinds.get(k).copied().unwrap_or(0)).collect();
    (kinds, kept, unresolved.len(), grouped)
}

#[test]
fn the_ten_records_are_read_without_a_refusal() {
    let Some(folder) = folder() else { return };
    for (number, expected) in EXPECTED {
        let (kinds, kept, unresolved, grouped) = totals(&sample(&folder, number));
        assert_eq!(
            (kinds.as_slice(), kept, unresolved, grouped),
            (expected.0.as_slice(), expected.1, expected.2, expected.3),
            "{number}"
        );
    }
}

type Totals = ([usize; 16], usize, usize, usize);

const EXPECTED: [(&str, Totals); 10] = [
    ("01", ([87, 1, 17, 0, 31, 6, 0, 117, 85, 9, 23, 12, 9, 0, 8, 0], 267, 0, 73)),
    ("02", ([644, 11, 0, 0, 48, 7, 0, 38, 41, 33, 33, 14, 10, 0, 6, 0], 121, 0, 581)),
    ("03", ([534, 0, 1, 0, 69, 10, 0, 39, 21, 6, 19, 8, 13, 0, 10, 0], 109, 0, 476)),
    ("04", ([442, 0, 0, 0, 58, 11, 0, 35, 9, 0, 13, 10, 11, 0, 14, 0], 97, 0, 390)),
    ("05", ([79, 1, 11, 0, 29, 27, 26, 26, 27, 7, 9, 21, 8, 2, 4, 0], 29, 68, 78)),
    ("06", ([36, 1, 13, 0, 177, 23, 51, 50, 59, 17, 22, 5, 33, 0, 2, 0], 52, 135, 38)),
    ("07", ([3, 2, 2, 0, 7, 54, 20, 60, 20, 0, 13, 13, 20, 0, 12, 0], 38, 0, 4)),
    ("08", ([0, 0, 5, 2, 0, 1, 0, 0, 0, 0, 5, 4, 0, 0, 0, 0], 1, 0, 0)),
    ("09", ([0, 0, 17, 0, 0, 0, 0, 73, 18, 10, 9, 1, 42, 0, 0, 0], 160, 0, 0)),
    ("10", ([2, 0, 14, 3, 1, 4, 0, 0, 3, 1, 4, 1, 0, 0, 0, 0], 7, 14, 10)),
];
