//! Which form of a sentence goes with a number, by the Unicode rules of today.
//!
//! Fluent chooses by an older copy of these rules, wrong in Lithuanian, Belarusian, Breton, Arabic, Romanian, Latvian and
//! Maltese. So a choice between categories is read as a choice by a second argument, which holds the right one.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, Identifier, InlineExpression, Pattern};
use fluent_syntax::ast::{PatternElement, Variant, VariantKey};
use fluent_syntax::serializer::serialize;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// Up to here, every language has shown all its plurals of whole numbers (Unicode CLDR).
const MANY: u8 = 120;

/// The category of numbers that have no other, which every language has.
const OTHER: &str = "other";

/// The plural rules of one language.
pub struct Plurals(PluralRules);

impl Plurals {
    /// Those of `locale`, or of its parent.
    pub fn new(locale: &Locale) -> Self {
        let rules = PluralRules::try_new_cardinal(locale.into());
        Self(rules.expect("the compiled data covers every locale, by fallback to the root"))
    }

    /// The category of a number, by the digits it is written with.
    pub fn category(&self, number: &Decimal) -> &'static str {
        name(self.0.category_for(number))
    }

    /// The categories of whole numbers from one on, and the one of all others.
    pub fn of_whole_numbers(&self) -> Vec<&'static str> {
        let mut found: Vec<&str> = Vec::new();
        let counted = (1..MANY).map(|count| name(self.0.category_for(count)));
        for category in counted.chain([OTHER]) {
            if !found.contains(&category) {
                found.push(category);
            }
        }
        found
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => OTHER,
    }
}

/// The argument that holds the category of the argument `name`.
pub fn category_of(name: &str) -> String {
    format!("{name}_category")
}

/// `resource`, where what chooses between categories chooses by [`category_of`] its argument.
pub fn chosen_by_category(resource: &FluentResource) -> FluentResource {
    let source = fluent_syntax::parser::parse(resource.source().to_owned());
    let mut tree = source.unwrap_or_else(|(partial, _)| partial);
    for entry in &mut tree.body {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_mut(), &mut message.attributes),
            Entry::Term(term) => (Some(&mut term.value), &mut term.attributes),
            _ => continue,
        };
        value.into_iter().chain(attributes.iter_mut().map(|a| &mut a.value)).for_each(pattern);
    }
    FluentResource::try_new(serialize(&tree)).unwrap_or_else(|(partial, _)| partial)
}

fn pattern(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            choice(expression);
        }
    }
}

fn choice(expression: &mut Expression<String>) {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => choice(expression),
        Expression::Inline(_) => {}
        Expression::Select { selector, variants } => {
            for variant in variants.iter_mut() {
                pattern(&mut variant.value);
            }
            if let InlineExpression::VariableReference { id } = selector
                && variants.iter().any(is_category)
            {
                let category = category_of(&id.name);
                by_category(selector, variants, category);
            }
        }
    }
}

/// Exact numbers go first, by the number; what is left goes by its category.
fn by_category(
    selector: &mut InlineExpression<String>,
    variants: &mut Vec<Variant<String>>,
    category: String,
) {
    let chooser = InlineExpression::VariableReference { id: Identifier { name: category } };
    let exact = |variant: &Variant<String>| matches!(variant.key, VariantKey::NumberLiteral { .. });
    let (numbers, categories): (Vec<_>, Vec<_>) = variants.drain(..).partition(exact);
    if numbers.is_empty() {
        *selector = chooser;
        *variants = categories;
        return;
    }
    let inner = Expression::Select { selector: chooser, variants: categories };
    let value = Pattern { elements: vec![PatternElement::Placeable { expression: inner }] };
    let key = VariantKey::Identifier { name: OTHER.to_owned() };
    *variants = numbers;
    variants.push(Variant { key, value, default: true });
}

/// Whether a variant is for numbers of one category. All languages have the last one, and so may words that are no number.
fn is_category(variant: &Variant<String>) -> bool {
    let VariantKey::Identifier { name } = &variant.key else { return false };
    ["zero", "one", "two", "few", "many"].contains(&&**name)
}
