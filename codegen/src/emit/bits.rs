//! Bit-fields: methods that read and write parts of an integer field.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::docs::{self, Docs};
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
        let of = unit(spec, item, of);
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

/// How many bits the narrowest pointer has.
const NARROWEST: u32 = 32;

/// How an integer is read, and the comment that must precede that.
struct Read {
    comment: TokenStream,
    value: TokenStream,
}

/// The type of a field that is cut into bits: a byte where C++ has a truth value, which in Rust must
/// not hold several bits.
pub(super) fn unit<'a>(spec: &Spec<'a>, item: &Item, of: &'a Type) -> &'a Type {
    match spec.behind(of, item.arches) {
        Type::Primitive(Primitive::Bool) => &Type::Primitive(Primitive::U8),
        _ => of,
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
        set_docs.paragraph(&match bits.width {
            1 => format!("Sets `{name}`; bits beyond the first are dropped."),
            width => format!("Sets `{name}`; bits beyond the first {width} are dropped."),
        });
        let getter = ident(name);
        let setter = format_ident!("set_{name}");
        let field = self.name;
        let of = self.of;
        let whole = offset == 0 && self.above(bits.width, offset) == Some(0);
        let Read { comment, value } = self.read();
        let (get, set) = if whole {
            (quote!(#comment #value), quote!(self.#field = value;))
        } else {
            let get = self.get(bits.width, offset);
            let set = self.set(bits.width, offset);
            let read = quote!(#comment let unit = #value;);
            (quote!(#read #get), quote!(#read self.#field = #set;))
        };
        let cfg = self.cfg(bits.width, offset);
        if cfg.is_some() {
            docs.paragraph("Only an integer of 64 bits has them.");
        }
        let unsafe_get = self.union.then(|| self.promise(&mut docs));
        let unsafe_set = (self.union && !whole).then(|| self.promise(&mut set_docs));
        quote! {
            #docs
            #cfg
            #[must_use]
            #[inline]
            pub const #unsafe_get fn #getter(&self) -> #of {
                #get
            }

            #set_docs
            #cfg
            #[inline]
            pub const #unsafe_set fn #setter(&mut self, value: #of) {
                #set
            }
        }
    }

    /// The condition under which an integer that is as wide as a pointer has the bits.
    fn cfg(&self, width: u32, offset: u32) -> Option<TokenStream> {
        let pointer = matches!(self.integer, Primitive::Usize | Primitive::Isize);
        (pointer && offset + width > NARROWEST).then(|| quote!(#[cfg(target_pointer_width = "64")]))
    }

    /// The integer; in a union it need not be initialised.
    fn read(&self) -> Read {
        let field = self.name;
        if !self.union {
            return Read {
                comment: TokenStream::new(),
                value: quote!(self.#field),
            };
        }
        Read {
            comment: docs::comment(
                "SAFETY: the caller promises that the integer is initialised, and it is valid \
                 whatever its bits are.",
            ),
            value: quote!(unsafe { self.#field }),
        }
    }

    /// Says what the caller of an unsafe function promises.
    fn promise(&self, docs: &mut Docs) -> TokenStream {
        docs.heading("Safety");
        docs.paragraph(&format!("`{}` must be initialised.", self.field.name.text));
        quote!(unsafe)
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
        let mask = mask(width);
        if offset == 0 {
            return quote!((unit & !#mask) | (value & #mask));
        }
        let offset = Literal::u32_unsuffixed(offset);
        quote!((unit & !(#mask << #offset)) | ((value & #mask) << #offset))
    }
}

fn mask(width: u32) -> Literal {
    hexadecimal((1_u128 << width) - 1, "")
}
