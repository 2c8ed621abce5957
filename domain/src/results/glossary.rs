//! Words of a report that Daybook can explain, found in the text as it stands.
//!
//! A word is only explained, never judged: "no metastasis" explains what a metastasis is and says
//! nothing about the person. The spellings are in `spellings`, the explanations in the
//! catalogues. Both are common medical dictionary knowledge in sentences of our own, no text is
//! copied; they wait for the review of a clinician who speaks the language.

mod spellings;

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

macro_rules! terms {
    ($($name:ident = $code:literal),+ $(,)?) => {
        /// A word with an explanation in the catalogues.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Term { $($name),+ }

        impl Term {
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word for it in addresses.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

terms! {
    Adenocarcinoma = "adenocarcinoma", Anaemia = "anaemia", Benign = "benign", Biopsy = "biopsy",
    Calcification = "calcification", Carcinoma = "carcinoma", Contrast = "contrast", Cyst = "cyst",
    Effusion = "effusion", Grade = "grade", Her2 = "her2", InSitu = "in-situ", Invasive = "invasive", Ki67 = "ki-67",
    Lesion = "lesion", LymphNode = "lymph-node", Lymphadenopathy = "lymphadenopathy",
    LymphovascularInvasion = "lymphovascular-invasion", Malignant = "malignant", Margin = "margin", Mass = "mass",
    Metastasis = "metastasis", Mutation = "mutation", Necrosis = "necrosis", Neutropenia = "neutropenia",
    Nodule = "nodule", Oedema = "oedema", OestrogenReceptor = "oestrogen-receptor",
    PoorlyDifferentiated = "poorly-differentiated", ProgesteroneReceptor = "progesterone-receptor",
    Progression = "progression", Recurrence = "recurrence", Remission = "remission", StableDisease = "stable-disease",
    Stage = "stage", Thrombocytopenia = "thrombocytopenia", Tumour = "tumour", Unremarkable = "unremarkable",
    Uptake = "uptake", WellDifferentiated = "well-differentiated",
}

/// Words that are explained on one page; more would bury the report.
pub const MOST_EXPLAINED: usize = 16;

/// A word as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    pub term: Term,
    pub spelled: String,
    /// Which of the texts.
    pub text: usize,
    /// The byte of that text at which it begins.
    pub at: usize,
}

/// The words in these texts that can be explained: each once, where it first stands, in the order
/// of the texts. Only whole words; where several begin at one place, the longest.
pub fn words_in(texts: &[&str]) -> Vec<Explained> {
    let mut seen = HashSet::new();
    texts
        .iter()
        .enumerate()
        .flat_map(|(number, text)| Found::new(text).map(move |(term, place)| (number, *text, term, place)))
        .filter(|(.., term, _)| seen.insert(*term))
        .take(MOST_EXPLAINED)
        .map(|(number, text, term, place)| Explained {
            term,
            spelled: text[place.clone()].to_owned(),
            text: number,
            at: place.start,
        })
        .collect()
}

/// Every word of a text that has a spelling in the table.
struct Found<'a> {
    text: &'a str,
    words: Vec<Range<usize>>,
    next: usize,
}

impl<'a> Found<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, words: words(text), next: 0 }
    }

    /// The longest spelling that begins with this word, and how many words it has.
    fn longest_at(&self, first: usize) -> Option<&'static Spelling> {
        if self.is_tail_of_a_compound(first) {
            return None;
        }
        let fits = |spelling: &&Spelling| {
            spelling.words.len() <= self.words.len() - first
                && spelling.words.iter().enumerate().skip(1).all(|(n, word)| {
                    self.is_joined(first + n) && forms(self.word(first + n)).any(|form| is_spelled(word, &form))
                })
        };
        forms(self.word(first))
            .filter_map(|form| TABLE.get(&form))
            .flatten()
            .filter(fits)
            .max_by_key(|spelling| spelling.words.len())
    }

    fn word(&self, at: usize) -> &'a str {
        &self.text[self.words[at].clone()]
    }

    /// Whether nothing but a space, a hyphen, an apostrophe or the end of a line parts it from the
    /// word before.
    fn is_joined(&self, at: usize) -> bool {
        let between = &self.text[self.words[at - 1].end..self.words[at].start];
        between.chars().all(|c| c.is_whitespace() || is_hyphen(c) || matches!(c, '\'' | '’'))
            && between.matches('\n').count() < 2
    }

    /// "Non-invasive" is another word than "invasive".
    fn is_tail_of_a_compound(&self, at: usize) -> bool {
        at > 0 && {
            let between = &self.text[self.words[at - 1].end..self.words[at].start];
            between.chars().all(is_hyphen)
        }
    }
}

impl Iterator for Found<'_> {
    type Item = (Term, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        while self.next < self.words.len() {
            let first = self.next;
            let found = self.longest_at(first);
            self.next += found.map_or(1, |spelling| spelling.words.len());
            if let Some(term) = found.and_then(|spelling| spelling.term) {
                return Some((term, self.words[first].start..self.words[self.next - 1].end));
            }
        }
        None
    }
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Where the words of a text are.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric() || is_combining_mark(*c)) {
        let end = at + c.len_utf8();
        match words.last_mut() {
            Some(word) if word.end == at => word.end = end,
            _ => words.push(at..end),
        }
    }
    words
}

/// A word without capitals, accents and lengthening strokes.
fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    let letters = word.nfkd().filter(|c| !is_combining_mark(*c) && *c != '\u{640}').flat_map(char::to_lowercase);
    for c in letters {
        match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            c => out.push(c),
        }
    }
    out
}

/// What Arabic writes in front of a word without a space: the article, "and", "with the", "of the".
const IN_FRONT: [&str; 8] = ["وال", "بال", "فال", "كال", "ولل", "ال", "لل", "و"];

/// A word as it stands and without what Arabic writes in front of it.
fn forms(word: &str) -> impl Iterator<Item = String> {
    let word = folded(word);
    let without: Vec<String> =
        IN_FRONT.iter().filter_map(|front| word.strip_prefix(front)).map(str::to_owned).collect();
    std::iter::once(word).chain(without)
}

/// A step of a scale: `2`, `iv`, `IIa`.
const ANY_STEP: &str = "#";

fn is_spelled(word: &str, form: &str) -> bool {
    if word != ANY_STEP {
        return word == form;
    }
    let step = form.strip_suffix(['a', 'b', 'c']).unwrap_or(form);
    matches!(step, "0" | "1" | "2" | "3" | "4" | "i" | "ii" | "iii" | "iv")
}

struct Spelling {
    /// None of a phrase in which a word of the table means something else.
    term: Option<Term>,
    words: Vec<String>,
}

/// Spellings by their first word.
static TABLE: LazyLock<HashMap<String, Vec<Spelling>>> = LazyLock::new(|| {
    let known = spellings::SPELLINGS.iter().map(|(term, spelled)| (Some(*term), *spelled));
    let others = std::iter::once((None, spellings::SOMETHING_ELSE));
    let mut table: HashMap<String, Vec<Spelling>> = HashMap::new();
    for (term, spelled) in known.chain(others) {
        for one in spelled {
            let words: Vec<String> = one.split(' ').map(folded).collect();
            table.entry(words[0].clone()).or_default().push(Spelling { term, words });
        }
    }
    table
});

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn found(text: &str) -> Vec<(String, Term)> {
        words_in(&[text]).into_iter().map(|word| (word.spelled, word.term)).collect()
    }

    #[rstest]
    #[case("Adenocarcinoma of the colon.", "Adenocarcinoma", Term::Adenocarcinoma)]
    #[case("Several METASTASES", "METASTASES", Term::Metastasis)]
    #[case("d’adénocarcinome", "adénocarcinome", Term::Adenocarcinoma)]
    #[case("Ganglions : 0 atteint", "Ganglions", Term::LymphNode)]
    #[case("récepteurs des œstrogènes à 90 %", "récepteurs des œstrogènes", Term::OestrogenReceptor)]
    #[case("Sin adenopatías.", "adenopatías", Term::Lymphadenopathy)]
    #[case("سرطانة غدية، في الرئة", "سرطانة غدية", Term::Adenocarcinoma)]
    #[case("ظهرت النقائل في الكبد", "النقائل", Term::Metastasis)]
    #[case("آفــة صغيرة", "آفــة", Term::Lesion)]
    #[case("Ki-67 about 18 %", "Ki-67", Term::Ki67)]
    #[case("HER2-positive", "HER2", Term::Her2)]
    #[case("a low-grade finding", "low-grade", Term::Grade)]
    #[case("pT2 N0, stage IIa", "stage IIa", Term::Stage)]
    #[case("ductal carcinoma\n  in situ", "carcinoma\n  in situ", Term::InSitu)]
    #[case("non-invasive", "non-invasive", Term::InSitu)]
    fn a_word_is_found_as_it_stands(#[case] text: &str, #[case] spelled: &str, #[case] term: Term) {
        assert_eq!(found(text), [(spelled.to_owned(), term)]);
    }

    #[rstest]
    #[case("biopsychology")]
    #[case("supermass")]
    #[case("carcinomatous")]
    #[case("micro-metastasis")]
    #[case("Body mass index 24")]
    #[case("In contrast to the last scan")]
    #[case("progression-free")]
    #[case("at this stage")]
    #[case("stage name")]
    #[case("")]
    fn a_word_within_another_or_with_another_meaning_is_left_alone(#[case] text: &str) {
        assert_eq!(found(text), []);
    }

    #[test]
    fn a_denied_word_is_explained_like_any_other() {
        assert_eq!(found("No evidence of metastasis."), [("metastasis".to_owned(), Term::Metastasis)]);
    }

    #[test]
    fn a_paragraph_or_a_full_stop_ends_a_phrase() {
        assert_eq!(found("lymph\n\nnode"), []);
        assert_eq!(found("Stable. Disease"), []);
    }

    #[test]
    fn each_word_is_explained_once_where_it_first_stands_over_all_texts() {
        let words = words_in(&["A mass.", "Masses, nodules; a second nodule. Lesion", ""]);
        let told: Vec<_> = words.iter().map(|word| (word.text, word.at, word.spelled.as_str())).collect();
        assert_eq!(told, [(0, 2, "mass"), (1, 8, "nodules"), (1, 34, "Lesion")]);
    }

    #[test]
    fn a_text_full_of_words_has_only_so_many_explained() {
        let text = spellings::SPELLINGS.map(|(_, spelled)| spelled[0].replace('#', "2")).join(". ");
        assert_eq!(words_in(&[&text]).len(), MOST_EXPLAINED);
    }

    #[test]
    fn every_term_is_found_by_each_of_its_spellings() {
        for (term, spelled) in spellings::SPELLINGS {
            for one in spelled {
                let one = one.replace('#', "III");
                assert_eq!(found(&format!("({one})")), [(one, term)]);
            }
        }
        let with_spellings: HashSet<Term> = spellings::SPELLINGS.iter().map(|(term, _)| *term).collect();
        assert_eq!(with_spellings.len(), Term::ALL.len());
        let codes: HashSet<&str> = Term::ALL.iter().map(|term| term.code()).collect();
        assert_eq!(codes.len(), Term::ALL.len());
    }

    /// Words of the table, what stands between words, and anything else.
    fn a_text() -> impl Strategy<Value = String> {
        let spelled: Vec<&str> = spellings::SPELLINGS.iter().flat_map(|(_, spelled)| spelled.iter().copied()).collect();
        let piece = prop_oneof![
            4 => prop::sample::select(spelled).prop_map(str::to_owned),
            2 => prop::sample::select(vec![" ", "-", "’", ", ", "\n", "\u{301}", "ـ", "و", "no ", "x"]).prop_map(str::to_owned),
            1 => any::<String>(),
        ];
        prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn what_is_found_stands_there_as_whole_words_in_order(texts in prop::collection::vec(a_text(), 0..4)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let words = words_in(&texts);
            prop_assert!(words.len() <= MOST_EXPLAINED);
            let mut seen = HashSet::new();
            let mut last = (0, 0);
            for word in &words {
                let text = texts[word.text];
                let end = word.at + word.spelled.len();
                prop_assert_eq!(text.get(word.at..end), Some(word.spelled.as_str()));
                prop_assert!(!text[..word.at].ends_with(char::is_alphanumeric));
                prop_assert!(!text[end..].starts_with(char::is_alphanumeric));
                prop_assert!(seen.insert(word.term));
                prop_assert!((word.text, word.at) >= last);
                last = (word.text, end);
            }
        }
    }
}
