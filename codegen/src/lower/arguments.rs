//! What stands in an attribute's parentheses, read by the shape that the attribute asks for.

use super::Lower;
use crate::diagnostic::Span;
use crate::model::Name;
use crate::syntax::attribute::{Argument, Arguments, Attribute};
use crate::syntax::value::Value;
use proc_macro2::Literal;
use syn::Lit;

/// The text of a string literal.
pub fn text(literal: &Literal) -> Option<String> {
    let written = literal.to_string();
    let between = written
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    if let Some(plain) = between.filter(|text| !text.contains('\\')) {
        return Some(plain.to_owned());
    }
    match Lit::new(literal.clone()) {
        Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}

impl Lower<'_> {
    /// Reports that an attribute is not written as it must be.
    pub fn misshapen(&mut self, attribute: &Attribute, form: &str) {
        let span = self.span(attribute.span());
        let name = self.slice(span).trim_start_matches("r#").to_owned();
        self.error(
            span,
            format!("`{name}` is not written like this"),
            format!("write `#[{form}]`"),
        );
    }

    /// The arguments, when they could be parsed and there are so many of them, without names.
    pub fn positional<'s, const N: usize>(
        &mut self,
        attribute: &'s Attribute,
        form: &str,
    ) -> Option<[&'s Value; N]> {
        let list = self.list(attribute)?;
        let values: Option<Vec<&Value>> = list
            .iter()
            .map(|argument| argument.name.is_none().then_some(&argument.value))
            .collect();
        let found = values.and_then(|values| <[&Value; N]>::try_from(values).ok());
        if found.is_none() {
            self.misshapen(attribute, form);
        }
        found
    }

    /// The arguments, when they could be parsed.
    pub fn list<'s>(&mut self, attribute: &'s Attribute) -> Option<&'s [Argument]> {
        match &attribute.arguments {
            Arguments::List(list) if list.errors.is_empty() => Some(&list.entries),
            Arguments::List(list) => {
                self.syntax_errors(&list.errors);
                None
            }
            Arguments::None | Arguments::Text(_) => Some(&[]),
        }
    }

    /// Whether an attribute stands alone, as it must.
    pub fn bare(&mut self, attribute: &Attribute, form: &str) -> bool {
        let bare = matches!(attribute.arguments, Arguments::None);
        if !bare {
            self.misshapen(attribute, form);
        }
        bare
    }

    /// The one string of an attribute, and where it is; an empty one is an error.
    pub fn string(&mut self, attribute: &Attribute, form: &str) -> Option<(String, Span)> {
        let [value] = self.positional(attribute, form)?;
        self.string_value(attribute, value, form)
    }

    /// A value that is a string, and where it is; an empty one is an error.
    pub fn string_value(
        &mut self,
        attribute: &Attribute,
        value: &Value,
        form: &str,
    ) -> Option<(String, Span)> {
        let found = match value {
            Value::Literal {
                minus: None,
                literal,
            } => text(literal).map(|text| (text, self.span(literal.span()))),
            _ => None,
        };
        match found {
            None => self.misshapen(attribute, form),
            Some((ref text, span)) if text.trim().is_empty() => {
                self.error(
                    span,
                    "the text is empty",
                    "say it, or leave the attribute out",
                );
                return None;
            }
            Some(_) => {}
        }
        found
    }

    /// The one whole number of an attribute.
    pub fn number(
        &mut self,
        attribute: &Attribute,
        form: &str,
        most: u32,
        what: &str,
    ) -> Option<(u32, Span)> {
        let [value] = self.positional(attribute, form)?;
        if let Value::Literal {
            minus: None,
            literal,
        } = value
        {
            let number = self.whole_up_to(literal, most, what)?;
            Some((number, self.span(literal.span())))
        } else {
            self.misshapen(attribute, form);
            None
        }
    }

    /// A value that is one name.
    pub fn name_value(&mut self, attribute: &Attribute, value: &Value, form: &str) -> Option<Name> {
        if let Value::Names(names) = value
            && let [name] = names.as_slice()
        {
            return Some(self.name(name));
        }
        self.misshapen(attribute, form);
        None
    }
}
