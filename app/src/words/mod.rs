//! Every word that Daybook shows or sends. The methods of [`Words`] are made at build time from
//! `app/locales/<language>/<room>.ftl`; numbers and dates are in `format.rs`.
//!
//! The server holds all catalogues; the browser is given the one of its page by `load`, and no text
//! is ever compiled into the WASM.

#[cfg(feature = "ssr")]
use std::sync::LazyLock;
#[cfg(not(feature = "ssr"))]
use std::sync::OnceLock;

#[cfg(test)]
mod catalogue;
mod format;
mod language;
mod plural;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod texts;

pub use language::Language;
use texts::{Argument, Texts};

#[cfg(not(any(feature = "ssr", feature = "hydrate")))]
compile_error!("the words need the feature `ssr` (server) or `hydrate` (browser)");

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The texts, numbers and dates of one language. Small: pass it by value.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Words {
    language: Language,
}

impl Words {
    /// In the browser, the texts are those of the loaded catalogue, whatever the language here.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    pub const fn language(self) -> Language {
        self.language
    }

    /// The build made sure that each key is there; the key is what remains to be shown when the
    /// browser has no catalogue, or that of another build.
    fn text(self, key: &str, arguments: &[(&str, Argument)]) -> String {
        texts(self.language).and_then(|texts| texts.show(key, arguments)).unwrap_or_else(|| key.to_owned())
    }
}

#[cfg(feature = "ssr")]
fn texts(language: Language) -> Option<&'static Texts> {
    static ALL: LazyLock<[Texts; CATALOGUES.len()]> =
        LazyLock::new(|| CATALOGUES.map(|(language, ftl, ..)| Texts::read(language, ftl).0));
    ALL.get(language as usize)
}

#[cfg(not(feature = "ssr"))]
fn texts(_: Language) -> Option<&'static Texts> {
    LOADED.get()
}

/// How many of something. Decides the plural form and is shown with the grouping of the language.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Count(i64);

impl From<i64> for Count {
    fn from(count: i64) -> Self {
        Self(count)
    }
}

impl From<i32> for Count {
    fn from(count: i32) -> Self {
        Self(count.into())
    }
}

impl From<u32> for Count {
    fn from(count: u32) -> Self {
        Self(count.into())
    }
}

impl From<usize> for Count {
    fn from(count: usize) -> Self {
        Self(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

#[cfg(not(feature = "ssr"))]
static LOADED: OnceLock<Texts> = OnceLock::new();

/// Why the browser has no words.
#[cfg(not(feature = "ssr"))]
#[derive(Copy, Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LoadError {
    /// What arrived is not the catalogue that was sent.
    #[error("the catalogue can't be read")]
    Unreadable,
    /// A page has one language; another one is another page.
    #[error("a catalogue is already loaded")]
    Twice,
}

/// Gives the browser the catalogue of its page, once, before anything is hydrated or mounted.
#[cfg(not(feature = "ssr"))]
pub fn load(language: Language, ftl: String) -> Result<(), LoadError> {
    // Kept as long as the page is, so the texts may as well borrow from it.
    let (texts, whole) = Texts::read(language, ftl.leak());
    if !whole {
        return Err(LoadError::Unreadable);
    }
    LOADED.set(texts).map_err(|_| LoadError::Twice)
}
