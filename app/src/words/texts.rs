//! The texts of one language, and how one is shown: references followed, arguments filled in, plural
//! forms chosen. It covers the part of Fluent that the catalogues may use (`catalogue/facts.rs`).
//!
//! `fluent-bundle` would do more, but its plural rules are wrong in Arabic above 100 and lack the
//! French and Spanish millions, and they can't be replaced from outside.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode;

use super::{Count, Language, Words, plural};

/// Around what is filled in, so that a name or number of the other direction keeps its place.
const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

/// What a text is filled with.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Argument<'a> {
    Text(&'a str),
    Count(Count),
}

/// Messages and terms have names of their own.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Key<'a> {
    Message(&'a str),
    Term(&'a str),
}

pub struct Texts {
    language: Language,
    patterns: BTreeMap<Key<'static>, Pattern<&'static str>>,
}

impl Texts {
    /// What can be read of a catalogue, and whether that is all of it.
    pub fn read(language: Language, ftl: &'static str) -> (Self, bool) {
        let (resource, whole) = match parser::parse_runtime(ftl) {
            Ok(resource) => (resource, true),
            Err((resource, _)) => (resource, false),
        };
        let patterns = resource.body.into_iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some((Key::Message(message.id.name), message.value?)),
            Entry::Term(term) => Some((Key::Term(term.id.name), term.value)),
            _ => None,
        });
        (Self { language, patterns: patterns.collect() }, whole)
    }

    pub fn show(&self, key: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        let pattern = self.patterns.get(&Key::Message(key))?;
        let mut showing = Showing { texts: self, arguments, shown: String::new() };
        showing.pattern(pattern);
        Some(showing.shown)
    }
}

/// A text while it is written.
struct Showing<'a> {
    texts: &'a Texts,
    arguments: &'a [(&'a str, Argument<'a>)],
    shown: String,
}

impl<'a> Showing<'a> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.shown.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                if let Some(variant) = self.chosen(selector, variants) {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                // Writing to a string can't fail.
                let _ = unescape_unicode(&mut self.shown, value);
            }
            InlineExpression::NumberLiteral { value } => self.shown.push_str(value),
            InlineExpression::MessageReference { id, .. } => self.reference(Key::Message(id.name)),
            InlineExpression::TermReference { id, .. } => self.reference(Key::Term(id.name)),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::VariableReference { .. } | InlineExpression::FunctionReference { .. } => {
                self.argument(inline);
            }
        }
    }

    fn reference(&mut self, key: Key) {
        if let Some(pattern) = self.texts.patterns.get(&key) {
            self.pattern(pattern);
        }
    }

    fn argument(&mut self, inline: &InlineExpression<&str>) {
        // Where everything runs from left to right the marks would only get in the way of searching
        // and copying.
        let isolated = self.texts.language.dir() == "rtl";
        if isolated {
            self.shown.push(ISOLATE);
        }
        match self.value(inline) {
            Some(Argument::Text(text)) => self.shown.push_str(text),
            Some(Argument::Count(Count(count))) => {
                self.shown.push_str(&Words::new(self.texts.language).integer(count));
            }
            None => {}
        }
        if isolated {
            self.shown.push(END_OF_ISOLATE);
        }
    }

    /// The value of `$name` or `NUMBER($name)`.
    fn value(&self, inline: &InlineExpression<&str>) -> Option<Argument<'a>> {
        let name = match inline {
            InlineExpression::VariableReference { id } => id.name,
            InlineExpression::FunctionReference { arguments, .. } => match arguments.positional.first()? {
                InlineExpression::VariableReference { id } => id.name,
                _ => return None,
            },
            _ => return None,
        };
        self.arguments.iter().find(|(argument, _)| *argument == name).map(|(_, value)| *value)
    }

    /// The first variant that fits, else the default.
    fn chosen<'v>(
        &self,
        selector: &InlineExpression<&str>,
        variants: &'v [Variant<&'v str>],
    ) -> Option<&'v Variant<&'v str>> {
        let value = self.value(selector);
        let fits = |variant: &&Variant<&str>| match (value, &variant.key) {
            (Some(Argument::Count(Count(count))), VariantKey::NumberLiteral { value }) => value.parse() == Ok(count),
            (Some(Argument::Count(Count(count))), VariantKey::Identifier { name }) => {
                *name == plural::category(self.texts.language, count)
            }
            (Some(Argument::Text(text)), VariantKey::Identifier { name }) => *name == text,
            _ => false,
        };
        variants.iter().find(fits).or_else(|| variants.iter().find(|variant| variant.default))
    }
}
