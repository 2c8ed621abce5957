//! The languages of Daybook, and which of them a browser asks for.

use serde::{Deserialize, Serialize};

/// A language that pages can be in. Serialised as its code.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Language {
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "es")]
    Spanish,
    #[serde(rename = "ar")]
    Arabic,
    /// English in disguise, for tests: text that does not look strange here is not from a catalogue.
    #[serde(rename = "en-XA")]
    Pseudo,
}

impl Language {
    /// The languages that people are offered.
    pub const ALL: [Self; 4] = [Self::English, Self::French, Self::Spanish, Self::Arabic];

    /// As in `lang` and in the address of the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Arabic => "ar",
            Self::Pseudo => "en-XA",
        }
    }

    /// As in the attribute `dir`.
    pub const fn dir(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            Self::English | Self::French | Self::Spanish | Self::Pseudo => "ltr",
        }
    }

    /// Its name in itself, so that everyone finds their own in a list.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Arabic => "العربية",
            Self::Pseudo => "[ Þšéûðöö ]",
        }
    }

    /// The offered language with this exact code; never the pseudo-locale.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Also the pseudo-locale: for the browser, which is told its language by the server, and for a
    /// server that was started for tests.
    pub fn from_code_or_pseudo(code: &str) -> Option<Self> {
        if code == Self::Pseudo.code() { Some(Self::Pseudo) } else { Self::from_code(code) }
    }

    /// The language that the header `Accept-Language` likes best among all.
    pub fn negotiate(accept_language: &str) -> Option<Self> {
        Self::negotiate_among(accept_language, &Self::ALL)
    }

    /// The same among the languages that a site offers. `None` when it asks for none of them: then the
    /// site's own first language is the better guess, which is why `*` chooses nothing.
    pub fn negotiate_among(accept_language: &str, offered: &[Self]) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        for wish in accept_language.split(',') {
            let Some((language, quality)) = wished(wish) else {
                continue;
            };
            let better = best.is_none_or(|(_, other)| quality > other);
            if quality > 0.0 && better && offered.contains(&language) {
                best = Some((language, quality));
            }
        }
        best.map(|(language, _)| language)
    }
}

/// One wish such as `fr-CA;q=0.8`. The region is left aside, a malformed wish too.
fn wished(wish: &str) -> Option<(Language, f32)> {
    let mut parts = wish.split(';').map(str::trim);
    let primary = parts.next()?.split('-').next()?.to_ascii_lowercase();
    let mut quality = 1.0;
    for part in parts {
        if let Some((name, value)) = part.split_once('=')
            && name.trim().eq_ignore_ascii_case("q")
        {
            quality = value.trim().parse().ok().filter(|value| (0.0..=1.0).contains(value))?;
        }
    }
    Some((Language::from_code(&primary)?, quality))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_back_to_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
        assert_eq!(Language::from_code("de"), None);
    }

    #[test]
    fn the_pseudo_locale_is_never_offered() {
        assert!(!Language::ALL.contains(&Language::Pseudo));
        assert_eq!(Language::from_code("en-XA"), None);
        assert_eq!(Language::from_code_or_pseudo("en-XA"), Some(Language::Pseudo));
        assert_eq!(Language::from_code_or_pseudo("fr"), Some(Language::French));
        assert_eq!(Language::negotiate("en-XA"), Some(Language::English));
    }

    #[test]
    fn the_first_language_we_have_wins_when_all_are_liked_the_same() {
        assert_eq!(Language::negotiate("es, fr"), Some(Language::Spanish));
        assert_eq!(Language::negotiate("de, pt, fr"), Some(Language::French));
    }

    #[test]
    fn the_best_liked_language_wins_wherever_it_stands() {
        assert_eq!(Language::negotiate("en;q=0.7, fr;q=0.9, es;q=0.8"), Some(Language::French));
        assert_eq!(Language::negotiate("en;q=0.5,ar"), Some(Language::Arabic));
    }

    #[test]
    fn a_region_or_script_does_not_matter() {
        assert_eq!(Language::negotiate("fr-CA,fr;q=0.9,en;q=0.8"), Some(Language::French));
        assert_eq!(Language::negotiate("AR-eg"), Some(Language::Arabic));
        assert_eq!(Language::negotiate("es-Latn-419"), Some(Language::Spanish));
    }

    #[test]
    fn a_refused_language_is_not_chosen() {
        assert_eq!(Language::negotiate("fr;q=0, en;q=0.1"), Some(Language::English));
        assert_eq!(Language::negotiate("fr;q=0"), None);
    }

    #[test]
    fn anything_else_chooses_nothing() {
        for header in ["", "*", "de-DE", "*;q=0.5, zh", ";;;", ",", "q=1", "fr;q=high", "fr;q=7", "fr;q=NaN", "english"]
        {
            assert_eq!(Language::negotiate(header), None, "{header}");
        }
    }

    #[test]
    fn a_site_offers_only_its_languages() {
        let offered = [Language::English, Language::Spanish];
        assert_eq!(Language::negotiate_among("fr, es;q=0.5", &offered), Some(Language::Spanish));
        assert_eq!(Language::negotiate_among("fr", &offered), None);
    }
}
