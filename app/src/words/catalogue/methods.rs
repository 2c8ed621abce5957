//! Writes the Rust that `words/mod.rs` includes: one method a text, so that an unknown key or
//! argument does not compile.

use std::collections::BTreeSet;
use std::fmt::Write as _; // Writing to a string can't fail, hence each `let _`.

use super::{Edition, Kind, Text};

/// The methods of `Words`, and for the server the catalogues themselves.
pub fn rust(texts: &[Text], server: &BTreeSet<String>, editions: &[Edition]) -> String {
    let mut rust = String::from("impl Words {\n");
    for text in texts {
        rust.push_str(&method(text, server.contains(&text.key)));
    }
    rust.push_str("}\n\n");
    rust.push_str(&catalogues(editions));
    rust
}

fn method(text: &Text, server: bool) -> String {
    let Text { key, english, arguments } = text;
    let mut parameters = String::from("self");
    let mut values = Vec::new();
    for (name, kind) in arguments {
        let (parameter, value) = match kind {
            Kind::Text => ("&str", format!("(\"{name}\", Argument::Text({name}))")),
            Kind::Count => ("impl Into<Count>", format!("(\"{name}\", Argument::Count({name}.into()))")),
        };
        let _ = write!(parameters, ", {name}: {parameter}");
        values.push(value);
    }
    let values = values.join(", ");
    // Fenced, because brackets would be taken for links.
    let mut doc = String::from("    /// ```text\n");
    for line in english.lines() {
        let _ = writeln!(doc, "    /// {line}");
    }
    doc.push_str("    /// ```\n");
    if server {
        doc.push_str("    #[cfg(feature = \"ssr\")]\n");
    }
    let name = key.replace('-', "_");
    format!("{doc}    pub fn {name}({parameters}) -> String {{\n        self.text(\"{key}\", &[{values}])\n    }}\n\n")
}

fn catalogues(editions: &[Edition]) -> String {
    let mut rust = format!(
        "/// The catalogue of each language, that for the browser, and the hash of the latter.\n\
         #[cfg(feature = \"ssr\")]\n\
         pub const CATALOGUES: [(Language, &str, &str, &str); {}] = [\n",
        editions.len()
    );
    for Edition { code, name, hash, .. } in editions {
        let _ = writeln!(
            rust,
            "    (Language::{name}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{code}.ftl\")), \
             include_str!(concat!(env!(\"OUT_DIR\"), \"/{code}.browser.ftl\")), \"{hash}\"),"
        );
    }
    rust.push_str("];\n");
    rust
}
