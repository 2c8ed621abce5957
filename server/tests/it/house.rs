//! The rules of the house that a compiler does not hold.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Files under a folder with one of these endings.
fn files(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| endings.iter().any(|ending| e == *ending)) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} holds nothing to look at");
    found
}

#[test]
fn crates_depend_in_one_direction_only() {
    let order = ["domain", "fhir", "app", "frontend", "server", "bench"];
    let may: [&[&str]; 6] = [&[], &["domain"], &["domain"], &["app"], &["app", "fhir", "domain"], &["domain"]];
    for (name, may) in order.iter().zip(may) {
        let manifest = fs::read_to_string(root().join(name).join("Cargo.toml")).unwrap();
        for other in order {
            let uses = manifest.lines().any(|line| {
                line.starts_with(&format!("{other}.workspace")) || line.starts_with(&format!("{other} = {{"))
            });
            assert!(!uses || may.contains(&other), "{name} must not depend on {other}");
        }
    }
}

#[test]
fn sql_lives_in_domain_only() {
    for folder in ["app/src", "server/src", "fhir/src", "frontend/src", "bench/src"] {
        for (path, text) in files(folder, &["rs"]) {
            assert!(!text.contains("sqlx::"), "{} speaks to the database", path.display());
        }
    }
}

#[test]
fn one_place_writes_markup() {
    for (path, text) in files("app/src", &["rs"]) {
        let allowed = path.ends_with("shell/icon.rs");
        assert!(allowed || !text.contains("inner_html"), "{} inserts HTML", path.display());
        assert!(!text.contains(" style="), "{} has an inline style, which the content policy blocks", path.display());
    }
}

#[test]
fn styles_know_no_left_and_right() {
    for (path, text) in files("style", &["css"]) {
        for (number, line) in text.lines().enumerate() {
            let property = line.split(':').next().unwrap_or_default().trim();
            let physical = [
                "left",
                "right",
                "margin-left",
                "margin-right",
                "padding-left",
                "padding-right",
                "border-left",
                "border-right",
            ];
            assert!(!physical.contains(&property), "{}:{}: {property}", path.display(), number + 1);
        }
    }
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |folder: &str| {
        let mut names: Vec<String> = fs::read_dir(root().join("migrations").join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

#[test]
fn there_is_no_room_for_odds_and_ends() {
    for folder in ["domain/src", "fhir/src", "app/src", "server/src", "frontend/src", "style"] {
        for (path, _) in files(folder, &["rs", "css"]) {
            let odd = path.components().any(|part| {
                let name = part.as_os_str().to_string_lossy();
                ["utils", "common", "helpers", "core", "misc", "util"].contains(&name.trim_end_matches(".rs"))
            });
            assert!(!odd, "{}", path.display());
        }
    }
}
