//! Constants, and the values of constants and members.

use super::Lower;
use super::attributes::Attrs;
use super::number::{NotWhole, whole};
use crate::diagnostic::Span;
use crate::model::{Constant, Encoding, Type, Value};
use crate::syntax::const_::{Const, FORM};
use crate::syntax::ty::Base;
use crate::syntax::value as syntax;
use proc_macro2::Literal;
use syn::Lit;

/// The digits of a GUID.
const GUID_DIGITS: usize = 32;

/// Reads a GUID, which is written with all its digits.
fn guid(written: &str) -> Option<u128> {
    let digits = written.strip_prefix("0x")?;
    let count = digits.bytes().filter(|&b| b != b'_').count();
    whole(written).ok().filter(|_| count == GUID_DIGITS)
}

impl Lower<'_> {
    /// A constant, or none for one without a value; none at all when its value is wrong.
    pub fn constant(&mut self, item: &Const, attrs: &Attrs) -> Option<Option<Constant>> {
        let ty = match &item.ty.base {
            Base::Path(path) if path.first == "String" && path.last.is_none() => Type::String,
            _ => self.ty(&item.ty),
        };
        let Some(value) = &item.value else {
            return self.without_value(item, attrs, ty);
        };
        let value_span = self.value_span(value);
        let is_guid =
            matches!(&ty, Type::Named(name) if name.text.rsplit("::").next() == Some("GUID"));
        let value = match (value, attrs.guid) {
            (
                syntax::Value::Literal {
                    minus: None,
                    literal,
                },
                None,
            ) if is_guid => Value::Guid(self.guid(literal)?),
            (value, guid) => match (self.value(value)?, guid) {
                (Value::Int(id), Some(format)) => self.property_key(format, id, value_span)?,
                (_, Some(_)) => {
                    self.error(
                        value_span,
                        "a property's number is a whole number",
                        "write `#[guid(0x..)] const NAME: PROPERTYKEY = 100;`",
                    );
                    return None;
                }
                (Value::Text { text, .. }, None) => Value::Text {
                    text,
                    encoding: attrs.encoding.unwrap_or(Encoding::Unspecified),
                },
                (value, None) => value,
            },
        };
        if attrs.encoding.is_some() && !matches!(value, Value::Text { .. }) {
            self.error(
                value_span,
                "only a text has an encoding",
                "leave `encoding` out",
            );
        }
        Some(Some(Constant {
            ty,
            value,
            value_span,
        }))
    }

    /// A constant whose value is none, or an attribute's.
    fn without_value(&mut self, item: &Const, attrs: &Attrs, ty: Type) -> Option<Option<Constant>> {
        let value_span = self.span(item.end);
        if !self.is_metadata() {
            self.error(value_span, "expected `=` and the constant's value", FORM);
            return None;
        }
        Some(attrs.native.value.clone().map(|value| Constant {
            ty,
            value,
            value_span,
        }))
    }

    fn property_key(&mut self, format: u128, id: i128, span: Span) -> Option<Value> {
        if let Ok(id) = u32::try_from(id) {
            return Some(Value::PropertyKey { format, id });
        }
        self.error(
            span,
            format!("{id} does not fit a property's number"),
            "it is a `u32`",
        );
        None
    }

    /// A GUID, written with all its digits.
    pub fn guid(&mut self, literal: &Literal) -> Option<u128> {
        let span = self.span(literal.span());
        let written = self.slice(span);
        let any = self.is_metadata().then(|| whole(written).ok()).flatten();
        match any.or_else(|| guid(written)) {
            Some(guid) => Some(guid),
            None => {
                let message = format!("`{written}` is not a GUID");
                self.error(
                    span,
                    message,
                    format!(
                        "a GUID is `0x` and {GUID_DIGITS} hexadecimal digits: `0x00112233_4455_6677_8899_aabbccddeeff`"
                    ),
                );
                None
            }
        }
    }

    /// Where a value is written.
    pub fn value_span(&self, value: &syntax::Value) -> Span {
        match value.ends() {
            Some((first, last)) => self.span(first).to(self.span(last)),
            None => Span {
                file: self.file,
                start: self.places.base,
                end: self.places.base,
            },
        }
    }

    /// A value as it is written; none when it is wrong.
    pub fn value(&mut self, value: &syntax::Value) -> Option<Value> {
        match value {
            syntax::Value::Names(names)
                if self.is_metadata()
                    && let [name] = &names[..]
                    && (name == "true" || name == "false") =>
            {
                Some(Value::Int(i128::from(name == "true")))
            }
            syntax::Value::Names(names) => Some(Value::Names(
                names.iter().map(|name| self.name(name)).collect(),
            )),
            syntax::Value::Not { literal, .. } => {
                let span = self.value_span(value);
                let text = self.slice(self.span(literal.span()));
                if whole(text) == Ok(0) {
                    return Some(Value::AllOnes);
                }
                self.error(span, "only `!0` is a value", "write the number itself");
                None
            }
            syntax::Value::Literal { minus, literal } => self.literal(minus.is_some(), literal),
        }
    }

    fn literal(&mut self, negative: bool, literal: &Literal) -> Option<Value> {
        let span = self.span(literal.span());
        let text = self.slice(span).to_owned();
        match whole(&text) {
            Ok(number) => match i128::try_from(number) {
                Ok(number) => Some(Value::Int(if negative { -number } else { number })),
                Err(_) => {
                    self.error(
                        span,
                        format!("`{text}` is too large for any integer of Windows"),
                        "a GUID needs the type `GUID`",
                    );
                    None
                }
            },
            Err(NotWhole::Other) => self.not_a_number(negative, literal, span, text),
            Err(reason) => {
                self.not_whole(span, &text, reason, "this");
                None
            }
        }
    }

    fn not_a_number(
        &mut self,
        negative: bool,
        literal: &Literal,
        span: Span,
        text: String,
    ) -> Option<Value> {
        match Lit::new(literal.clone()) {
            Lit::Str(string) if !negative => Some(Value::Text {
                text: string.value(),
                encoding: Encoding::Unspecified,
            }),
            Lit::Float(float) if float.suffix().is_empty() || self.is_metadata() => {
                let digits = text.strip_suffix(float.suffix()).unwrap_or(&text);
                let digits = digits.replace('_', "");
                Some(Value::Float(if negative {
                    format!("-{digits}")
                } else {
                    digits
                }))
            }
            _ => {
                self.error(
                    span,
                    format!("`{text}` is not a value of a spec"),
                    "a value is a number without suffix, or a string",
                );
                None
            }
        }
    }
}
