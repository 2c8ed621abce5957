//! An installed app may be older than the server: what the build before this one asked is still answered.

use std::{fs, path::Path};

use http::StatusCode;

use crate::world::World;

/// Each server function of the build before, with the arguments that it took and a form that it sent. When a
/// release leaves the house, this becomes the list of that release.
const PREVIOUS: &str = include_str!("previous_functions.txt");

struct Function {
    path: &'static str,
    arguments: Vec<&'static str>,
    form: &'static str,
}

fn functions() -> Vec<Function> {
    let read = |line: &'static str| {
        let (path, rest) = line.split_once(" (").unwrap();
        let (arguments, form) = rest.split_once(')').unwrap();
        let arguments = arguments.split(", ").filter(|argument| !argument.is_empty()).collect();
        Function { path, arguments, form: form.trim() }
    };
    PREVIOUS.lines().map(read).collect()
}

/// The text of the arguments of each server function, as the source of `app` has it.
fn signatures() -> String {
    let mut found = String::new();
    let mut paths = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src")];
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let text = fs::read_to_string(&path).unwrap();
            for function in text.split("#[server(endpoint = \"").skip(1) {
                found.push_str(&function[..function.find(") -> ").unwrap()]);
                found.push_str("\n----\n");
            }
        }
    }
    found
}

#[tokio::test]
async fn what_an_older_app_asks_is_answered() {
    let world = World::new().await;
    let anna = world.patient("anna").await;
    let functions = functions();
    assert!(functions.len() >= 70);
    for Function { path, form, .. } in functions {
        let form = form.replace("{record}", &anna.record.to_string()).replace("{item}", &anna.items["CT anna"]);
        let token = world.session(anna.account).await;
        let answer = world.call(path, &form, Some(&token)).await;
        let by_function = answer.status == StatusCode::OK || answer.headers.contains_key("serverfnerror");
        assert!(by_function, "{path} is not there any more: {} {}", answer.status, answer.body);
        assert_ne!(answer.body, r#"{"Invalid":[]}"#, "{path} needs an argument that an older app does not send");
        assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}: {}", answer.body);
    }
}

#[test]
fn what_an_older_app_says_is_not_passed_over() {
    let signatures = signatures();
    for Function { path, arguments, .. } in functions() {
        let endpoint = format!("{}\"", path.strip_prefix("/api/").unwrap());
        let signature = signatures.split("\n----\n").find(|text| text.starts_with(&endpoint)).unwrap();
        for argument in arguments {
            assert!(signature.contains(&format!("{argument}: ")), "{path} takes no {argument} any more");
        }
    }
}
