//! Words of a report as links to what they mean, and the list of meanings below the report. The
//! server found the words; here they are only cut out, so that the browser needs no tables.

use leptos::prelude::*;

use super::model::ExplainedWord;
use crate::words::Words;

/// The texts of a page by number: the conclusion or description, the narrative, then the files.
pub const FIRST: usize = 0;
pub const NARRATIVE: usize = 1;
pub const ATTACHMENTS: usize = 2;

/// A text in which the words are links. They are left to the browser (`external`), which alone
/// marks the target.
pub fn linked(explained: &[ExplainedWord], number: usize, text: &str) -> AnyView {
    let mut parts = Vec::new();
    let mut from = 0;
    for word in explained.iter().filter(|word| word.text == number) {
        let end = word.at + word.spelled.len();
        // What stands elsewhere (a page of another version) is left as it is.
        let stands_there = text.get(word.at..end) == Some(word.spelled.as_str());
        let Some(before) = text.get(from..word.at).filter(|_| stands_there) else {
            continue;
        };
        parts.push(before.to_owned().into_any());
        let link = view! {
            <a class="term" id=format!("in-{}", word.term) href=format!("#word-{}", word.term) rel="external">
                {word.spelled.clone()}
            </a>
        };
        parts.push(link.into_any());
        from = end;
    }
    parts.push(text.get(from..).unwrap_or_default().to_owned().into_any());
    parts.into_any()
}

/// What the words mean, each with a way back to where it stands.
pub fn list(words: Words, explained: &[ExplainedWord]) -> Option<AnyView> {
    if explained.is_empty() {
        return None;
    }
    let meanings = explained.iter().map(|word| meaning(words, word)).collect_view();
    let view = view! {
        <section class="section" aria-labelledby="words">
            <h2 id="words">{words.results_words()}</h2>
            <p class="small">{words.results_words_about()}</p>
            <dl class="words">{meanings}</dl>
        </section>
    };
    Some(view.into_any())
}

fn meaning(words: Words, word: &ExplainedWord) -> AnyView {
    view! {
        <div id=format!("word-{}", word.term)>
            <dt>
                <bdi>{word.spelled.clone()}</bdi>
            </dt>
            <dd>
                <p>{word.meaning.clone()}</p>
                <p>
                    <a class="action" href=format!("#in-{}", word.term) rel="external">
                        {words.results_words_back()}
                        <span class="visually-hidden">" " <bdi>{word.spelled.clone()}</bdi></span>
                    </a>
                </p>
            </dd>
        </div>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn a_word(term: &str, spelled: &str, text: usize, at: usize) -> ExplainedWord {
        ExplainedWord { term: term.into(), spelled: spelled.into(), text, at, meaning: String::new() }
    }

    /// What is read, and the tags of the links.
    fn read(explained: &[ExplainedWord], number: usize, text: &str) -> (String, Vec<String>) {
        let html = linked(explained, number, text).to_html();
        let (mut shown, mut links) = (String::new(), Vec::new());
        for piece in html.split('<') {
            let (tag, rest) = piece.split_once('>').unwrap_or(("", piece));
            links.extend(tag.starts_with("a ").then(|| tag.to_owned()));
            shown.push_str(rest);
        }
        (shown, links)
    }

    #[test]
    fn a_word_is_a_link_and_the_rest_of_the_text_stays_as_it_is() {
        let words = [a_word("mass", "mass", 1, 5), a_word("cyst", "cyst", 0, 5)];
        let (shown, links) = read(&words, 1, "é & mass, mass");
        assert_eq!(shown, "é &amp; mass, mass");
        assert_eq!(links.len(), 1);
        assert!(links[0].contains("href=\"#word-mass\"") && links[0].contains("id=\"in-mass\""));
        assert_eq!(read(&words, 2, "a mass"), ("a mass".to_owned(), Vec::new()));
    }

    #[test]
    fn a_place_that_does_not_fit_the_text_makes_no_link() {
        for at in [0, 1, 3, 90] {
            assert_eq!(read(&[a_word("mass", "mass", 0, at)], 0, "é mas"), ("é mas".to_owned(), Vec::new()));
        }
    }
}
