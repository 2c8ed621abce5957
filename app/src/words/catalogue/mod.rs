//! The catalogues as the build sees them: `locales/<language>/<room>.ftl`, read, checked, and made
//! into one file a language. `build.rs` includes this module and the crate compiles it for its tests
//! only, so what the tests prove is what the build enforces.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fmt, fs, io};

mod check;
mod facts;
pub mod methods;
mod pseudo;
#[cfg(test)]
mod tests;

pub use check::check;

/// A language that people write catalogues in.
#[derive(Debug)]
pub struct Tongue {
    pub code: &'static str,
    /// Its name in English, which is also its variant of `Language`.
    pub name: &'static str,
    /// The plural categories that CLDR gives to its whole numbers.
    pub plurals: &'static [&'static str],
}

/// The source comes first; the others in the order of `Language`.
pub const TONGUES: [Tongue; 4] = [
    Tongue { code: "en", name: "English", plurals: &["one", "other"] },
    Tongue { code: "fr", name: "French", plurals: &["one", "many", "other"] },
    Tongue { code: "es", name: "Spanish", plurals: &["one", "many", "other"] },
    Tongue { code: "ar", name: "Arabic", plurals: &["zero", "one", "two", "few", "many", "other"] },
];

/// One room of one language, as it is on disk.
#[derive(Debug, Clone)]
pub struct File {
    /// As a person would open it from the root of the repository.
    pub path: String,
    pub code: String,
    pub room: String,
    pub ftl: String,
}

/// A checked text: what its method is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub key: String,
    pub english: String,
    pub arguments: BTreeMap<String, Kind>,
}

/// What an argument takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Count,
}

/// The whole catalogue of one language, as it is served.
#[derive(Debug, Clone)]
pub struct Edition {
    pub code: &'static str,
    pub name: &'static str,
    pub ftl: String,
    /// Without the texts that only the server says.
    pub browser: String,
    /// 16 hexadecimal digits that change when that for the browser does.
    pub hash: String,
}

/// Something that must be repaired, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub path: String,
    pub line: usize,
    /// Empty where no key could be read.
    pub key: String,
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.path, self.line)?;
        if !self.key.is_empty() {
            write!(f, "{}: ", self.key)?;
        }
        f.write_str(&self.message)
    }
}

/// Every `<language>/<room>.ftl` under `locales`, in the order of their names.
///
/// # Errors
/// When a folder or file can't be read.
pub fn read(locales: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    for folder in fs::read_dir(locales)? {
        let folder = folder?;
        if !folder.file_type()?.is_dir() {
            continue;
        }
        let code = folder.file_name().to_string_lossy().into_owned();
        for entry in fs::read_dir(folder.path())? {
            let path = entry?.path();
            if path.extension().is_none_or(|extension| extension != "ftl") {
                continue;
            }
            let room = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            files.push(File {
                path: format!("app/locales/{code}/{room}.ftl"),
                code: code.clone(),
                room,
                ftl: fs::read_to_string(&path)?,
            });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// The catalogues to serve: every language, then the pseudo-locale made from English.
pub fn editions(files: &[File]) -> Vec<Edition> {
    let server = server_only(files);
    let edition = |code, name, ftl: String| {
        let browser = without(&ftl, &server);
        let hash = hash(&browser);
        Edition { code, name, ftl, browser, hash }
    };
    let mut editions: Vec<Edition> =
        TONGUES.iter().map(|tongue| edition(tongue.code, tongue.name, whole(files, tongue.code))).collect();
    editions.push(edition("en-XA", "Pseudo", pseudo::catalogue(&whole(files, TONGUES[0].code))));
    editions
}

/// The keys that only pages without a script use. The English file says so: its first comment, or that of
/// a group, ends with `(server)`; a group that ends with `(browser)` is an exception. The methods of these
/// keys are not there in the browser, so that using one does not compile.
pub fn server_only(files: &[File]) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for file in files.iter().filter(|file| file.code == TONGUES[0].code) {
        let mut whole = false;
        let mut here = false;
        for line in file.ftl.lines() {
            if let Some(comment) = line.strip_prefix("###") {
                whole |= comment.ends_with("(server)");
                here = whole;
            } else if let Some(comment) = line.strip_prefix("##") {
                here = comment.ends_with("(server)") || (whole && !comment.ends_with("(browser)"));
            } else if let Some(key) = key_of(line).filter(|_| here) {
                keys.insert(key.to_owned());
            }
        }
    }
    keys
}

/// The key that begins on a line.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    (line.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(key.trim_end())
}

/// A catalogue without some keys; what follows a key belongs to it until the next one.
fn without(ftl: &str, keys: &BTreeSet<String>) -> String {
    let mut kept = String::new();
    let mut keep = true;
    for line in ftl.lines() {
        if let Some(key) = key_of(line) {
            keep = !keys.contains(key);
        }
        if keep {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// The rooms of one language as one text. Comments are for translators, not for phones.
fn whole(files: &[File], code: &str) -> String {
    let mut ftl = String::new();
    for file in files.iter().filter(|file| file.code == code) {
        for line in file.ftl.lines().filter(|line| !line.starts_with('#')) {
            ftl.push_str(line);
            ftl.push('\n');
        }
    }
    ftl
}

/// FNV-1a. It names a version in a cache and guards nothing, so it needs no dependency.
fn hash(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
