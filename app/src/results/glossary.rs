//! What the words of a report mean, in the language of the reader. Only the server looks for them.

use domain::results::glossary::{Term, words_in};

use super::{
    model::{Content, ExplainedWord},
    report::{narrative_of_its_own, text_of},
};
use crate::words::Words;

/// The words that are explained in what the page shows of this.
pub fn explained(words: Words, content: &Content) -> Vec<ExplainedWord> {
    words_in(&texts(content))
        .into_iter()
        .map(|word| ExplainedWord {
            term: word.term.code().to_owned(),
            spelled: word.spelled,
            text: word.text,
            at: word.at,
            meaning: meaning(words, word.term),
        })
        .collect()
}

/// The texts of the page as it shows them, each at its number in [`super::explained`].
fn texts(content: &Content) -> Vec<&str> {
    let (first, narrative, attachments) = match content {
        Content::Report { conclusion, narrative, attachments, .. } => {
            (conclusion, narrative_of_its_own(narrative.as_deref(), attachments), attachments)
        }
        Content::Document { description, attachments } => (description, None, attachments),
        Content::Values | Content::Event(_) | Content::Waiting(_) => return Vec::new(),
    };
    let files = attachments.iter().map(|file| text_of(file).unwrap_or_default());
    [first.as_deref().unwrap_or_default(), narrative.unwrap_or_default()].into_iter().chain(files).collect()
}

fn meaning(words: Words, term: Term) -> String {
    match term {
        Term::Adenocarcinoma => words.results_word_adenocarcinoma(),
        Term::Anaemia => words.results_word_anaemia(),
        Term::Benign => words.results_word_benign(),
        Term::Biopsy => words.results_word_biopsy(),
        Term::Calcification => words.results_word_calcification(),
        Term::Carcinoma => words.results_word_carcinoma(),
        Term::Contrast => words.results_word_contrast(),
        Term::Cyst => words.results_word_cyst(),
        Term::Effusion => words.results_word_effusion(),
        Term::Grade => words.results_word_grade(),
        Term::Her2 => words.results_word_her2(),
        Term::InSitu => words.results_word_in_situ(),
        Term::Invasive => words.results_word_invasive(),
        Term::Ki67 => words.results_word_ki_67(),
        Term::Lesion => words.results_word_lesion(),
        Term::LymphNode => words.results_word_lymph_node(),
        Term::Lymphadenopathy => words.results_word_lymphadenopathy(),
        Term::LymphovascularInvasion => words.results_word_lymphovascular_invasion(),
        Term::Malignant => words.results_word_malignant(),
        Term::Margin => words.results_word_margin(),
        Term::Mass => words.results_word_mass(),
        Term::Metastasis => words.results_word_metastasis(),
        Term::Mutation => words.results_word_mutation(),
        Term::Necrosis => words.results_word_necrosis(),
        Term::Neutropenia => words.results_word_neutropenia(),
        Term::Nodule => words.results_word_nodule(),
        Term::Oedema => words.results_word_oedema(),
        Term::OestrogenReceptor => words.results_word_oestrogen_receptor(),
        Term::PoorlyDifferentiated => words.results_word_poorly_differentiated(),
        Term::ProgesteroneReceptor => words.results_word_progesterone_receptor(),
        Term::Progression => words.results_word_progression(),
        Term::Recurrence => words.results_word_recurrence(),
        Term::Remission => words.results_word_remission(),
        Term::StableDisease => words.results_word_stable_disease(),
        Term::Stage => words.results_word_stage(),
        Term::Thrombocytopenia => words.results_word_thrombocytopenia(),
        Term::Tumour => words.results_word_tumour(),
        Term::Unremarkable => words.results_word_unremarkable(),
        Term::Uptake => words.results_word_uptake(),
        Term::WellDifferentiated => words.results_word_well_differentiated(),
    }
}
