//! Structs, unions, their fields and bit-fields.

use super::Lower;
use super::attributes::{Attrs, Place};
use crate::model::{BitField, Field, FieldType, Name, Record, RecordKind};
use crate::syntax::field as syntax;
use crate::syntax::list::List;
use crate::syntax::record::Fields;

/// The most bits that a bit-field can have.
const MOST_BITS: u32 = 64;

impl Lower<'_> {
    /// A struct or a union.
    pub fn record(&mut self, kind: RecordKind, fields: &Fields, attrs: &Attrs) -> Record {
        self.syntax_errors(&fields.list.errors);
        Record {
            kind,
            packed: attrs.packed,
            align: attrs.align,
            fields: {
                let entries = fields.list.entries.iter();
                let mut fields: Vec<Field> = entries.map(|field| self.field(field)).collect();
                if self.is_metadata() {
                    unnamed(&mut fields);
                }
                fields
            },
        }
    }

    fn field(&mut self, field: &syntax::Field) -> Field {
        let attrs = self.attributes(&field.attributes, Place::Field);
        Field {
            name: match self.is_metadata() && field.name == "_" {
                true => Name {
                    text: "_".to_owned(),
                    span: self.span(field.name.span()),
                },
                false => self.name(&field.name),
            },
            docs: attrs.docs,
            ty: match &field.ty {
                syntax::FieldType::Type(ty) => FieldType::Type(attrs.native.applied(self.ty(ty))),
                syntax::FieldType::Record {
                    attributes,
                    kind,
                    fields,
                } => {
                    let inner = self.attributes(attributes, Place::Inline);
                    FieldType::Record(Box::new(self.record(*kind, fields, &inner)))
                }
            },
            align: attrs.align,
            bits: match &field.bits {
                Some(bits) => self.bits(bits),
                None => attrs.native.into_bits(),
            },
            markers: attrs.markers,
        }
    }

    fn bits(&mut self, bits: &List<syntax::BitField>) -> Vec<BitField> {
        self.syntax_errors(&bits.errors);
        let mut fields = Vec::with_capacity(bits.entries.len());
        for bit in &bits.entries {
            let attrs = self.attributes(&bit.attributes, Place::BitField);
            let span = self.span(bit.name.span());
            let name = (bit.name != "_").then(|| self.name(&bit.name));
            if let Some(width) = self.whole_up_to(&bit.width, MOST_BITS, "a bit-field's width") {
                if width == 0 && self.is_metadata() {
                    continue;
                }
                fields.push(BitField {
                    name,
                    docs: attrs.docs,
                    width,
                    span: span.to(self.span(bit.width.span())),
                });
            }
        }
        fields
    }
}

/// Tells fields without a name apart: those behind the first are `_1`, `_2`.
fn unnamed(fields: &mut [Field]) {
    let unnamed = fields.iter_mut().filter(|field| field.name.text == "_");
    for (at, field) in unnamed.enumerate().skip(1) {
        field.name.text = format!("_{at}");
    }
}
