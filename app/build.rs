//! Reads the catalogues, refuses to build with a broken one, and writes what
//! `src/words/mod.rs` includes: a method a text, and two files a language: all of it, and what
//! the browser needs.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/words/catalogue/mod.rs"]
mod catalogue;

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed=locales");

    let files = catalogue::read(&root.join("locales"))?;
    match catalogue::check(&files) {
        Ok(texts) => write(&out, &files, &texts),
        Err(findings) => {
            for finding in findings {
                println!("cargo::error={finding}");
            }
            Ok(())
        }
    }
}

fn write(out: &Path, files: &[catalogue::File], texts: &[catalogue::Text]) -> io::Result<()> {
    let editions = catalogue::editions(files);
    for edition in &editions {
        fs::write(out.join(format!("{}.ftl", edition.code)), &edition.ftl)?;
        fs::write(out.join(format!("{}.browser.ftl", edition.code)), &edition.browser)?;
    }
    fs::write(out.join("words.rs"), catalogue::methods::rust(texts, &catalogue::server_only(files), &editions))
}
