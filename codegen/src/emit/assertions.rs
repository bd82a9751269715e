//! The layout once more, as assertions that the compiler evaluates.

use super::Spec;
use super::name::{Identifier, ident};
use super::number::plain;
use super::record::nested_name;
use super::write;
use crate::layout::{Arch, RecordLayout};
use crate::model::{FieldType, Item, ItemId, Record};
use crate::tokens::{ToTokens, Tokens, fixed, quote_to};

/// The assertions of a file, gathered by where they hold.
#[derive(Debug, Default)]
pub(super) struct Assertions {
    everywhere: Gathered,
    wide: Gathered,
    x86: Gathered,
    x64: Gathered,
    arm64: Gathered,
}

/// The assertions that hold in one place.
#[derive(Debug, Default)]
struct Gathered {
    tokens: Tokens,
    offsets: bool,
}

impl Assertions {
    /// Adds those of a record.
    pub(super) fn add(&mut self, spec: &Spec<'_>, id: ItemId, item: &Item, record: &Record) {
        let layout = |arch| spec.layouts.record(id, arch);
        let (x86, x64, arm64) = (layout(Arch::X86), layout(Arch::X64), layout(Arch::Arm64));
        let name = &item.name.text;
        let wide = agree(x64, arm64);
        if wide && agree(x86, x64) {
            return self.everywhere.record(name, record, x64);
        }
        self.x86.record(name, record, x86);
        if wide {
            self.wide.record(name, record, x64);
        } else {
            self.x64.record(name, record, x64);
            self.arm64.record(name, record, arm64);
        }
    }

    /// The blocks of them.
    ///
    /// Those of 64-bit Windows hold on every 64-bit system, and are checked there too.
    pub(super) fn write(&self, tokens: &mut Tokens) {
        let blocks = [
            (
                &self.everywhere,
                fixed!(any(
                    target_pointer_width = "64",
                    all(windows, target_arch = "x86")
                )),
            ),
            (&self.wide, fixed!(target_pointer_width = "64")),
            (
                &self.x64,
                fixed!(any(target_arch = "x86_64", target_arch = "arm64ec")),
            ),
            (&self.arm64, fixed!(target_arch = "aarch64")),
            (&self.x86, fixed!(all(windows, target_arch = "x86"))),
        ];
        for (gathered, condition) in blocks {
            if gathered.tokens.is_empty() {
                continue;
            }
            let offset_of = gathered.offsets.then(|| {
                fixed!(
                    use ::core::mem::offset_of;
                )
            });
            let assertions = &gathered.tokens;
            quote_to!(tokens, [condition, offset_of, assertions]
                #[cfg(#condition)]
                const _: () = {
                    #offset_of
                    #assertions
                };
            );
        }
    }
}

/// Whether the same can be asserted of two layouts.
fn agree(one: Option<&RecordLayout>, other: Option<&RecordLayout>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return one.is_none() && other.is_none();
    };
    let fields = one.fields.iter().zip(&other.fields);
    let mut fields = fields.map(|(one, other)| {
        one.offset == other.offset && agree(one.nested.as_deref(), other.nested.as_deref())
    });
    one.extent == other.extent && fields.all(|same| same)
}

impl Gathered {
    fn record(&mut self, name: &str, record: &Record, layout: Option<&RecordLayout>) {
        let Some(layout) = layout else {
            return;
        };
        self.extent(name, layout);
        self.fields(ident(name), &mut Vec::new(), record, layout, 0);
        self.nested(name, record, layout);
    }

    fn extent(&mut self, name: &str, layout: &RecordLayout) {
        let name = ident(name);
        let (size, align) = (plain(layout.extent.size), plain(layout.extent.align));
        quote_to!(self.tokens, [name, size, align]
            assert!(size_of::<#name>() == #size);
            assert!(align_of::<#name>() == #align);
        );
    }

    /// Adds the offsets of fields; `path` leads to them from `of`, `base` bytes in.
    fn fields<'m>(
        &mut self,
        of: Identifier<'_>,
        path: &mut Vec<Identifier<'m>>,
        record: &'m Record,
        layout: &RecordLayout,
        base: u64,
    ) {
        for (at, (field, place)) in record.fields.iter().zip(&layout.fields).enumerate() {
            let offset = base + place.offset;
            path.push(ident(&field.name.text));
            self.offsets = true;
            let names = write(|tokens| dotted(path, tokens));
            let literal = plain(offset);
            quote_to!(self.tokens, [of, names, literal]
                assert!(offset_of!(#of, #names) == #literal);
            );
            if let (FieldType::Record(record), Some(inner)) = (&field.ty, &place.nested) {
                let packed = layout.packed(at).is_some();
                path.extend(packed.then(|| ident("0")));
                self.fields(of, path, record, inner, offset);
                path.truncate(path.len() - usize::from(packed));
            }
            path.pop();
        }
    }

    fn nested(&mut self, name: &str, record: &Record, layout: &RecordLayout) {
        let mut records = 0;
        for (field, place) in record.fields.iter().zip(&layout.fields) {
            if let (FieldType::Record(record), Some(layout)) = (&field.ty, &place.nested) {
                let name = nested_name(name, records);
                records += 1;
                self.extent(&name, layout);
                self.nested(&name, record, layout);
            }
        }
    }
}

/// Writes names with points between them.
fn dotted(names: &[Identifier<'_>], tokens: &mut Tokens) {
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            tokens.operator(".");
        }
        name.to_tokens(tokens);
    }
}
