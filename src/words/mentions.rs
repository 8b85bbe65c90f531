//! What a sentence of a theme is made of besides its own words.

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};

/// Names, in the order in which they are met.
#[derive(Default)]
pub struct Mentions<'s> {
    /// What the program gives it.
    pub arguments: Vec<&'s str>,
    /// Other sentences of the same language.
    pub sentences: Vec<&'s str>,
    /// Words that only sentences name.
    pub terms: Vec<&'s str>,
}

impl<'s> Mentions<'s> {
    /// Of a sentence.
    pub fn of(pattern: &Pattern<&'s str>) -> Self {
        let mut found = Self::default();
        found.pattern(pattern);
        found
    }

    fn pattern(&mut self, pattern: &Pattern<&'s str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'s str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'s str>) {
        match inline {
            InlineExpression::VariableReference { id } => self.arguments.push(id.name),
            InlineExpression::MessageReference { id, .. } => self.sentences.push(id.name),
            InlineExpression::TermReference { id, arguments, .. } => {
                self.terms.push(id.name);
                if let Some(given) = arguments {
                    self.given(given);
                }
            }
            InlineExpression::FunctionReference { arguments, .. } => self.given(arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn given(&mut self, arguments: &CallArguments<&'s str>) {
        let named = arguments.named.iter().map(|named| &named.value);
        for inline in arguments.positional.iter().chain(named) {
            self.inline(inline);
        }
    }
}
