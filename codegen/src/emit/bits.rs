//! Bit-fields: methods that read and write parts of an integer field.

use rustc_hash::FxHashSet;

use super::docs::Docs;
use super::name::{Identifier, ident};
use super::number::{self, hexadecimal, plain};
use super::{Spec, ty, write};
use crate::layout::RecordLayout;
use crate::model::{BitField, Field, FieldType, Item, Primitive, Record, RecordKind, Type};
use crate::tokens::{Form, ToTokens, Tokens, fixed, quote_to};

/// The accessors of a record's bit-fields.
pub(super) fn accessors(
    spec: &Spec<'_>,
    item: &Item,
    record: &Record,
    layout: Option<&RecordLayout>,
    tokens: &mut Tokens,
) {
    let bits = record.fields.iter().flat_map(|field| &field.bits);
    let names = bits.filter_map(|bits| Some(bits.name.as_ref()?.text.as_str()));
    let mut taken: FxHashSet<String> = names.map(ToOwned::to_owned).collect();
    let fields = record.fields.iter().enumerate();
    for (at, field) in fields.filter(|(_, field)| !field.bits.is_empty()) {
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
            packed: layout.is_some_and(|layout| layout.packed(at).is_some()),
        };
        let mut offset = 0;
        for bits in &field.bits {
            if let Some(name) = &bits.name {
                let mut setter = format!("set_{}", name.text);
                while !taken.insert(setter.clone()) {
                    setter.push('_');
                }
                unit.accessor(&name.text, &setter, bits, offset, tokens);
            }
            offset += bits.width;
        }
    }
}

/// How many bits the narrowest pointer has.
const NARROWEST: u32 = 32;

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
    /// Whether it is packed by itself, so that the integer is inside of it.
    packed: bool,
}

impl Unit<'_> {
    fn accessor(
        &self,
        name: &str,
        setter: &str,
        bits: &BitField,
        offset: u32,
        tokens: &mut Tokens,
    ) {
        let mut docs = Docs::of(4, &bits.docs);
        docs.paragraph(&self.place(bits, offset));
        let mut set_docs = Docs::new(4);
        set_docs.paragraph(&match bits.width {
            1 => format!("Sets `{name}`; bits beyond the first are dropped."),
            width => format!("Sets `{name}`; bits beyond the first {width} are dropped."),
        });
        let getter = ident(name);
        let setter = ident(setter);
        let (place, of) = (write(|tokens| self.place_of(tokens)), self.of);
        let whole = offset == 0 && self.above(bits.width, offset) == Some(0);
        let (width, safety) = (bits.width, write(|tokens| self.safety(tokens)));
        let unit = write(|tokens| self.read(tokens));
        let get = write(|tokens| {
            if whole {
                quote_to!(tokens, [safety, unit] #safety #unit);
                return;
            }
            let bits = write(|tokens| self.get(width, offset, tokens));
            quote_to!(tokens, [safety, unit, bits] #safety let unit = #unit; #bits);
        });
        let set = write(|tokens| {
            if whole {
                quote_to!(tokens, [place] #place = value;);
                return;
            }
            let bits = write(|tokens| set(width, offset, tokens));
            quote_to!(tokens, [safety, unit, place, bits]
                #safety
                let unit = #unit;
                #place = #bits;
            );
        });
        let cfg = self.cfg(bits.width, offset);
        if cfg.is_some() {
            docs.paragraph("Only an integer of 64 bits has them.");
        }
        let unsafe_get = self.union.then(|| self.promise(&mut docs));
        let unsafe_set = (self.union && !whole).then(|| self.promise(&mut set_docs));
        quote_to!(tokens, [docs, cfg, unsafe_get, getter, of, get]
            #docs
            #cfg
            #[must_use]
            #[inline]
            pub const #unsafe_get fn #getter(&self) -> #of {
                #get
            }
        );
        quote_to!(tokens, [set_docs, cfg, unsafe_set, setter, of, set]
            #set_docs
            #cfg
            #[inline]
            pub const #unsafe_set fn #setter(&mut self, value: #of) {
                #set
            }
        );
    }

    /// The condition under which an integer that is as wide as a pointer has the bits.
    fn cfg(&self, width: u32, offset: u32) -> Option<&'static Form> {
        let pointer = matches!(self.integer, Primitive::Usize | Primitive::Isize);
        (pointer && offset + width > NARROWEST).then(|| fixed!(#[cfg(target_pointer_width = "64")]))
    }

    /// Writes where the integer is.
    fn place_of(&self, tokens: &mut Tokens) {
        let field = self.name;
        if self.packed {
            quote_to!(tokens, [field] self.#field.0);
        } else {
            quote_to!(tokens, [field] self.#field);
        }
    }

    /// Writes the integer; in a union it need not be initialised.
    fn read(&self, tokens: &mut Tokens) {
        let place = write(|tokens| self.place_of(tokens));
        if self.union {
            quote_to!(tokens, [place] unsafe { #place });
        } else {
            place.to_tokens(tokens);
        }
    }

    /// Writes the comment that must precede that.
    fn safety(&self, tokens: &mut Tokens) {
        if self.union {
            tokens.comment(
                "SAFETY: the caller promises that the integer is initialised, and it is valid \
                 whatever its bits are.",
            );
        }
    }

    /// Says what the caller of an unsafe function promises.
    fn promise(&self, docs: &mut Docs) -> &'static Form {
        docs.heading("Safety");
        docs.paragraph(&format!("`{}` must be initialised.", self.field.name.text));
        fixed!(unsafe)
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

    /// Writes the bits out of `unit`; those of a signed integer have a sign, as in C.
    fn get(&self, width: u32, offset: u32, tokens: &mut Tokens) {
        let above = self.above(width, offset);
        let down = plain(offset + above.unwrap_or(0));
        match above {
            Some(0) => quote_to!(tokens, [down] unit >> #down),
            Some(up) if number::signed(self.integer) => {
                let up = plain(up);
                quote_to!(tokens, [up, down] (unit << #up) >> #down);
            }
            _ => {
                let (mask, shift) = (mask(width), plain(offset));
                if offset == 0 {
                    quote_to!(tokens, [mask] unit & #mask);
                } else {
                    quote_to!(tokens, [shift, mask] (unit >> #shift) & #mask);
                }
            }
        }
    }
}

/// Writes `unit` with `value` in the place of the bits.
fn set(width: u32, offset: u32, tokens: &mut Tokens) {
    let (mask, shift) = (mask(width), plain(offset));
    if offset == 0 {
        quote_to!(tokens, [mask] (unit & !#mask) | (value & #mask));
    } else {
        quote_to!(tokens, [mask, shift]
            (unit & !(#mask << #shift)) | ((value & #mask) << #shift)
        );
    }
}

fn mask(width: u32) -> impl ToTokens {
    hexadecimal((1_u128 << width) - 1)
}
