//! Bit-fields: methods that read and write parts of an integer field.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::docs::Docs;
use super::name::{Identifier, ident};
use super::number::{self, hexadecimal};
use super::{Spec, ty};
use crate::model::{BitField, Field, FieldType, Item, Primitive, Record, RecordKind, Type};

/// The accessors of a record's bit-fields.
pub(super) fn accessors(spec: &Spec<'_>, item: &Item, record: &Record, tokens: &mut TokenStream) {
    for field in record.fields.iter().filter(|field| !field.bits.is_empty()) {
        let FieldType::Type(of) = &field.ty else {
            continue;
        };
        let Type::Primitive(integer) = spec.behind(of, item.arches) else {
            continue;
        };
        let unit = Unit {
            field,
            name: ident(&field.name.text),
            of: ty::ty(of),
            integer: *integer,
            union: record.kind == RecordKind::Union,
        };
        let mut offset = 0;
        for bits in &field.bits {
            if let Some(name) = &bits.name {
                tokens.extend(unit.accessor(&name.text, bits, offset));
            }
            offset += bits.width;
        }
    }
}

/// The integer field that bit-fields are cut from.
struct Unit<'a> {
    field: &'a Field,
    name: Identifier<'a>,
    of: ty::Written<'a>,
    integer: Primitive,
    /// Whether other fields share its place, so that it need not be initialised.
    union: bool,
}

impl Unit<'_> {
    fn accessor(&self, name: &str, bits: &BitField, offset: u32) -> TokenStream {
        let mut docs = Docs::of(4, &bits.docs);
        docs.paragraph(&self.place(bits, offset));
        let mut set_docs = Docs::new(4);
        set_docs.paragraph(&format!(
            "Sets `{name}`; bits that do not fit its {} are dropped.",
            bits.width
        ));
        let getter = ident(name);
        let setter = format_ident!("set_{name}");
        let of = &self.of;
        let get = self.get(bits.width, offset);
        let set = self.set(bits.width, offset);
        if !self.union {
            let field = &self.name;
            return quote! {
                #docs
                #[must_use]
                pub const fn #getter(&self) -> #of {
                    let unit = self.#field;
                    #get
                }

                #set_docs
                pub const fn #setter(&mut self, value: #of) {
                    let unit = self.#field;
                    self.#field = #set;
                }
            };
        }
        let (safety, read) = self.unsafe_read();
        let field = &self.name;
        for docs in [&mut docs, &mut set_docs] {
            docs.heading("Safety");
            docs.paragraph(&safety);
        }
        quote! {
            #docs
            #[must_use]
            pub const unsafe fn #getter(&self) -> #of {
                #read
                #get
            }

            #set_docs
            pub const unsafe fn #setter(&mut self, value: #of) {
                #read
                self.#field = #set;
            }
        }
    }

    /// What a caller promises, and the statement that relies on it.
    fn unsafe_read(&self) -> (String, TokenStream) {
        let name = &self.field.name.text;
        let field = &self.name;
        let comment = super::docs::comment(&format!(
            "SAFETY: the caller promises that `{name}` is initialised, and every value of an \
             integer is valid."
        ));
        (
            format!("`{name}` must be initialised."),
            quote! {
                #comment
                let unit = unsafe { self.#field };
            },
        )
    }

    /// Which bits they are, in words.
    fn place(&self, bits: &BitField, offset: u32) -> String {
        let unit = &self.field.name.text;
        match bits.width {
            1 => format!("Bit {offset} of `{unit}`."),
            width => format!("Bits {offset} to {} of `{unit}`.", offset + width - 1),
        }
    }

    /// How far the unit's last bit is behind the bit-field's, where its width is known.
    fn above(&self, width: u32, offset: u32) -> Option<u32> {
        number::bits(self.integer)?.checked_sub(width + offset)
    }

    /// The bits out of `unit`; those of a signed integer have a sign, as in C.
    fn get(&self, width: u32, offset: u32) -> TokenStream {
        let above = self.above(width, offset);
        let up = above.map(Literal::u32_unsuffixed);
        let down = Literal::u32_unsuffixed(offset + above.unwrap_or(0));
        match above {
            Some(0) if offset == 0 => quote!(unit),
            Some(0) => quote!(unit >> #down),
            Some(_) if number::signed(self.integer) => quote!((unit << #up) >> #down),
            _ => {
                let mask = mask(width);
                if offset == 0 {
                    quote!(unit & #mask)
                } else {
                    let offset = Literal::u32_unsuffixed(offset);
                    quote!((unit >> #offset) & #mask)
                }
            }
        }
    }

    /// `unit` with `value` in the place of the bits.
    fn set(&self, width: u32, offset: u32) -> TokenStream {
        if self.above(width, offset) == Some(0) && offset == 0 {
            return quote!(value);
        }
        let mask = mask(width);
        if offset == 0 {
            return quote!((unit & !#mask) | (value & #mask));
        }
        let offset = Literal::u32_unsuffixed(offset);
        quote!((unit & !(#mask << #offset)) | ((value & #mask) << #offset))
    }
}

fn mask(width: u32) -> Literal {
    hexadecimal((1_u128 << width.min(64)) - 1, "")
}
