//! What one text uses: its arguments, its selects, the texts it refers to, and the parts of Fluent
//! that the catalogues do without.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

/// The categories of CLDR that only a number can have; `other` is also a common word for "else".
const PLURALS: [&str; 5] = ["zero", "one", "two", "few", "many"];

#[derive(Debug, Default)]
pub struct Facts {
    pub arguments: BTreeSet<String>,
    /// The arguments that are certainly numbers.
    pub numbers: BTreeSet<String>,
    pub selects: Vec<Select>,
    /// Keys of messages, and of terms with their `-`.
    pub references: BTreeSet<String>,
    /// What is refused, and what to write instead.
    pub refusals: Vec<String>,
}

#[derive(Debug)]
pub struct Select {
    pub argument: String,
    /// Names only: exact numbers such as `[0]` may be added in any language.
    pub variants: BTreeSet<String>,
}

impl Facts {
    pub fn of(pattern: &Pattern<&str>) -> Self {
        let mut facts = Self::default();
        facts.pattern(pattern);
        facts
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.select(selector, variants);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn select(&mut self, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) {
        self.inline(selector);
        let argument = match selector {
            InlineExpression::VariableReference { id } => id.name,
            InlineExpression::FunctionReference { .. } => match number_argument(selector) {
                Some(name) => name,
                None => return,
            },
            _ => {
                self.refusals.push("selects on something else than an argument; select on a $name".into());
                return;
            }
        };
        let mut names = BTreeSet::new();
        for variant in variants {
            match &variant.key {
                VariantKey::NumberLiteral { .. } => {
                    self.numbers.insert(argument.to_owned());
                }
                VariantKey::Identifier { name } => {
                    if PLURALS.contains(name) {
                        self.numbers.insert(argument.to_owned());
                    }
                    names.insert((*name).to_owned());
                }
            }
        }
        self.selects.push(Select { argument: argument.to_owned(), variants: names });
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::NumberLiteral { value } => {
                self.refusals.push(format!("has {{ {value} }}; write {value} as plain text"));
            }
            InlineExpression::FunctionReference { id, .. } => {
                if let Some(name) = number_argument(inline) {
                    self.arguments.insert(name.to_owned());
                    self.numbers.insert(name.to_owned());
                } else {
                    self.refusals
                        .push(format!("calls {}(); the only function is NUMBER($name), without options", id.name));
                }
            }
            InlineExpression::MessageReference { id, attribute } => {
                if attribute.is_some() {
                    self.refusals.push(format!("refers to an attribute of {}; refer to a whole text", id.name));
                }
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                if attribute.is_some() || arguments.is_some() {
                    self.refusals
                        .push(format!("uses -{} with an attribute or an argument; use the term alone", id.name));
                }
                self.references.insert(format!("-{}", id.name));
            }
        }
    }
}

/// The `name` of `NUMBER($name)`. Options are refused because the formatter, not the translator,
/// decides how a number looks.
fn number_argument<'a>(inline: &InlineExpression<&'a str>) -> Option<&'a str> {
    let InlineExpression::FunctionReference { id, arguments } = inline else {
        return None;
    };
    match arguments.positional.as_slice() {
        [InlineExpression::VariableReference { id: argument }] if id.name == "NUMBER" && arguments.named.is_empty() => {
            Some(argument.name)
        }
        _ => None,
    }
}
