//! The lint of the catalogues. Whatever passes can be shown: each key is in every language, with the
//! same arguments and all the plural forms that the language has.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Attribute, Entry as Node, Pattern};
use fluent_syntax::{parser, serializer};

use super::facts::{Facts, Select};
use super::{File, Finding, Kind, TONGUES, Text, Tongue};

/// The keywords of Rust, which can't name a parameter.
const KEYWORDS: &str = "abstract as async await become box break const continue crate do dyn else enum extern \
    false final fn for gen if impl in let loop macro match mod move mut override priv pub ref return self static \
    struct super trait true try type typeof unsafe unsized use virtual where while yield";

/// A message or a term of one language.
struct Entry {
    path: String,
    line: usize,
    facts: Facts,
    /// As the translator wrote it, without its key.
    source: String,
}

impl Entry {
    fn finding(&self, key: &str, message: String) -> Finding {
        Finding { path: self.path.clone(), line: self.line, key: key.to_owned(), message }
    }
}

/// The entries of one language by key; terms keep their `-`.
type Entries = BTreeMap<String, Entry>;

/// Every text of the catalogues in the order of their keys, or everything that must be repaired.
///
/// What is wrong within a file is reported alone: a key that can't be read would be called missing too.
///
/// # Errors
/// One finding for each fault.
pub fn check(files: &[File]) -> Result<Vec<Text>, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut languages: [Entries; TONGUES.len()] = Default::default();
    for file in files {
        match TONGUES.iter().position(|tongue| tongue.code == file.code) {
            Some(index) => parse(file, &mut languages[index], &mut findings),
            None => findings.push(Finding {
                path: file.path.clone(),
                line: 1,
                key: String::new(),
                message: format!("`{}` is not a language of Daybook; rename or delete its folder", file.code),
            }),
        }
    }
    if findings.is_empty() {
        for (tongue, entries) in TONGUES.iter().zip(&languages) {
            references(tongue, entries, &mut findings);
        }
    }
    if !findings.is_empty() {
        return Err(findings);
    }

    let texts = same_texts(&languages, &mut findings);
    for text in &texts {
        forms(text, &languages, &mut findings);
    }
    if findings.is_empty() { Ok(texts) } else { Err(findings) }
}

/// Reads one file and refuses what can be seen within it.
fn parse(file: &File, entries: &mut Entries, findings: &mut Vec<Finding>) {
    let resource = match parser::parse(file.ftl.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            findings.extend(errors.iter().map(|error| Finding {
                path: file.path.clone(),
                line: line_at(&file.ftl, error.pos.start),
                key: String::new(),
                message: format!(
                    "can't be read ({error}); indent continued lines, close every brace, give each select one *[other]"
                ),
            }));
            resource
        }
    };
    let mut lines = KeyLines::new(&file.ftl);
    for node in &resource.body {
        let (key, pattern, attributes) = match node {
            Node::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Node::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        let entry = Entry {
            path: file.path.clone(),
            line: lines.next(&key),
            facts: pattern.map(Facts::of).unwrap_or_default(),
            source: pattern.map(source).unwrap_or_default(),
        };
        let refusals = refusals(&key, &file.room, &entry, pattern, attributes);
        findings.extend(refusals.into_iter().map(|message| entry.finding(&key, message)));
        if let Some(first) = entries.get(&key) {
            let message = format!("is already in {}:{}; keep one of the two", first.path, first.line);
            findings.push(entry.finding(&key, message));
        } else {
            entries.insert(key, entry);
        }
    }
}

fn refusals(
    key: &str,
    room: &str,
    entry: &Entry,
    pattern: Option<&Pattern<&str>>,
    attributes: &[Attribute<&str>],
) -> Vec<String> {
    let mut refusals = entry.facts.refusals.clone();
    let term = key.strip_prefix('-');
    let name = term.unwrap_or(key);
    if !name.strip_prefix(room).is_some_and(|rest| rest.len() > 1 && rest.starts_with('-')) {
        let dash = if term.is_some() { "-" } else { "" };
        refusals.push(format!("is in the room `{room}`; call it `{dash}{room}-…` or move it to its room"));
    }
    if !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        || name.contains("--")
        || name.ends_with('-')
    {
        refusals.push("has a name that makes no method; use small letters, digits and single hyphens".into());
    }
    if !attributes.is_empty() {
        refusals.push("has an attribute; give that text a key of its own".into());
    }
    if pattern.is_none() {
        refusals.push("has no text; write it after the `=`".into());
    }
    if term.is_some() && !entry.facts.arguments.is_empty() {
        refusals.push(format!("is a term and uses {}; a term takes no arguments", dollars(&entry.facts.arguments)));
    }
    for argument in &entry.facts.arguments {
        let plain = argument.starts_with(|c: char| c.is_ascii_lowercase())
            && argument.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !plain || KEYWORDS.split_whitespace().any(|keyword| keyword == argument) {
            refusals.push(format!(
                "has the argument ${argument}; use small letters, digits and `_`, and no keyword of Rust"
            ));
        }
    }
    refusals
}

/// Every reference must lead to a text, and none back to where it came from.
fn references(tongue: &Tongue, entries: &Entries, findings: &mut Vec<Finding>) {
    for (key, entry) in entries {
        for reference in &entry.facts.references {
            if !entries.contains_key(reference) {
                let message =
                    format!("refers to `{reference}`, which {} lacks; add it or correct the name", tongue.name);
                findings.push(entry.finding(key, message));
            }
        }
        if reached(entries, key).contains(key) {
            findings.push(entry.finding(key, "refers back to itself; write the words out".into()));
        }
    }
}

/// The keys that a text shows parts of, directly or through others; itself only if it refers to itself.
fn reached(entries: &Entries, key: &str) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![key.to_owned()];
    while let Some(next) = waiting.pop() {
        for reference in entries.get(&next).into_iter().flat_map(|entry| &entry.facts.references) {
            if reached.insert(reference.clone()) {
                waiting.push(reference.clone());
            }
        }
    }
    reached
}

/// What a text uses itself or through the texts it refers to.
fn gathered(entries: &Entries, key: &str, names: impl Fn(&Facts) -> &BTreeSet<String>) -> BTreeSet<String> {
    let mut keys = reached(entries, key);
    keys.insert(key.to_owned());
    keys.iter().filter_map(|key| entries.get(key)).flat_map(|entry| names(&entry.facts)).cloned().collect()
}

/// The texts of English, after holding every other language against them.
fn same_texts(languages: &[Entries; TONGUES.len()], findings: &mut Vec<Finding>) -> Vec<Text> {
    let [english, translations @ ..] = languages;
    let messages =
        |entries: &'_ Entries| -> Vec<String> { entries.keys().filter(|key| !key.starts_with('-')).cloned().collect() };
    for (tongue, entries) in TONGUES[1..].iter().zip(translations) {
        for key in messages(entries).iter().filter(|key| !english.contains_key(*key)) {
            findings.push(entries[key].finding(key, "is not in English; add it there or delete it here".into()));
        }
        for key in messages(english) {
            let Some(entry) = entries.get(&key) else {
                let path = english[&key].path.replace("/en/", &format!("/{}/", tongue.code));
                let message = format!("is missing in {}; add it to {path}", tongue.name);
                findings.push(english[&key].finding(&key, message));
                continue;
            };
            let theirs = gathered(entries, &key, |facts| &facts.arguments);
            let ours = gathered(english, &key, |facts| &facts.arguments);
            if theirs != ours {
                let message = format!("uses {} where English uses {}; use the same", dollars(&theirs), dollars(&ours));
                findings.push(entry.finding(&key, message));
            }
        }
    }
    messages(english).into_iter().map(|key| text(key, languages)).collect()
}

fn text(key: String, languages: &[Entries; TONGUES.len()]) -> Text {
    let numbers: BTreeSet<String> =
        languages.iter().flat_map(|entries| gathered(entries, &key, |facts| &facts.numbers)).collect();
    let arguments = gathered(&languages[0], &key, |facts| &facts.arguments)
        .into_iter()
        .map(|name| {
            let kind = if numbers.contains(&name) { Kind::Count } else { Kind::Text };
            (name, kind)
        })
        .collect();
    Text { english: languages[0][&key].source.clone(), key, arguments }
}

/// Every select must have the plural forms of its language, or the variants of English.
fn forms(text: &Text, languages: &[Entries; TONGUES.len()], findings: &mut Vec<Finding>) {
    let english = &languages[0][&text.key];
    for (tongue, entries) in TONGUES.iter().zip(languages) {
        let Some(entry) = entries.get(&text.key) else {
            continue;
        };
        for select in &entry.facts.selects {
            let message = match text.arguments.get(&select.argument) {
                Some(Kind::Count) => plural_forms(tongue, select),
                Some(Kind::Text) => same_variants(&english.facts, select),
                // Already reported as an argument that English does not have.
                None => None,
            };
            findings.extend(message.map(|message| entry.finding(&text.key, message)));
        }
    }
}

fn plural_forms(tongue: &Tongue, select: &Select) -> Option<String> {
    let Select { argument, variants } = select;
    let needed: BTreeSet<String> = tongue.plurals.iter().map(ToString::to_string).collect();
    let lacking = brackets(needed.difference(variants));
    let useless = brackets(variants.difference(&needed));
    let name = tongue.name;
    if !lacking.is_empty() {
        Some(format!("selects on ${argument} without {lacking}; {name} needs {}", brackets(&needed)))
    } else if !useless.is_empty() {
        Some(format!("selects on ${argument} with {useless}; {name} has only {}", brackets(&needed)))
    } else {
        None
    }
}

/// A variant that only one language knows would silently become the default in the others.
fn same_variants(english: &Facts, select: &Select) -> Option<String> {
    let Select { argument, variants } = select;
    let mut theirs = english.selects.iter().filter(|other| other.argument == *argument).peekable();
    theirs.peek()?;
    let expected: Vec<String> = theirs
        .map(|other| if other.variants == *variants { None } else { Some(brackets(&other.variants)) })
        .collect::<Option<_>>()?;
    Some(format!(
        "selects on ${argument} with {} where English has {}; use the same",
        brackets(variants),
        expected.join(" or ")
    ))
}

fn brackets<'a>(names: impl IntoIterator<Item = &'a String>) -> String {
    names.into_iter().map(|name| format!("[{name}]")).collect::<Vec<_>>().join(" ")
}

fn dollars(names: &BTreeSet<String>) -> String {
    if names.is_empty() {
        return "no argument".into();
    }
    names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}

/// The text as Fluent writes it, without the key and without the indentation of its file.
fn source(pattern: &Pattern<&str>) -> String {
    let message = fluent_syntax::ast::Message {
        id: fluent_syntax::ast::Identifier { name: "key" },
        value: Some(pattern.clone()),
        attributes: Vec::new(),
        comment: None,
    };
    let resource = fluent_syntax::ast::Resource { body: vec![Node::Message(message)] };
    let ftl = serializer::serialize(&resource);
    let lines: Vec<&str> =
        ftl.trim_start_matches("key =").lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    lines.join("\n").trim().to_owned()
}

fn line_at(ftl: &str, position: usize) -> usize {
    ftl.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1
}

/// Finds the line of each key in turn, which the parser does not tell.
struct KeyLines<'a> {
    lines: std::iter::Enumerate<std::str::Lines<'a>>,
}

impl<'a> KeyLines<'a> {
    fn new(ftl: &'a str) -> Self {
        Self { lines: ftl.lines().enumerate() }
    }

    fn next(&mut self, key: &str) -> usize {
        self.lines
            .find(|(_, line)| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('=')))
            .map_or(1, |(index, _)| index + 1)
    }
}
