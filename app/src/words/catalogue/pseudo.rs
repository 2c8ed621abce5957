//! The pseudo-locale: English with accents, a third longer and in brackets, so that a person or a
//! test sees at once which text did not come from a catalogue, was glued from parts, or is cut off.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

/// The catalogue of the pseudo-locale. What can't be read is left out; the check reports it.
pub fn catalogue(english: &str) -> String {
    let (Ok(mut resource) | Err((mut resource, _))) = parser::parse(english.to_owned());
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => {
                if let Some(value) = &mut message.value {
                    disguise(value);
                    bracket(value);
                }
            }
            Entry::Term(term) => disguise(&mut term.value),
            _ => {}
        }
    }
    serializer::serialize(&resource)
}

fn disguise(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = accented(value),
            PatternElement::Placeable { expression } => disguise_variants(expression),
        }
    }
}

fn disguise_variants(expression: &mut Expression<String>) {
    match expression {
        Expression::Select { variants, .. } => {
            for variant in variants {
                disguise(&mut variant.value);
            }
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            disguise_variants(expression);
        }
        Expression::Inline(_) => {}
    }
}

fn bracket(pattern: &mut Pattern<String>) {
    // As a literal, because a line of a text may not begin with a bare bracket.
    let open = InlineExpression::StringLiteral { value: "[".into() };
    let open = PatternElement::Placeable { expression: Expression::Inline(open) };
    pattern.elements.splice(0..0, [open, PatternElement::TextElement { value: " ".into() }]);
    pattern.elements.push(PatternElement::TextElement { value: " ]".into() });
}

fn accented(text: &str) -> String {
    let mut accented = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let disguise = disguised(letter);
        accented.push(disguise);
        if "aeiouAEIOU".contains(letter) {
            accented.push(disguise);
        }
    }
    accented
}

fn disguised(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
    PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter).map_or(letter, |(_, accented)| accented)
}
