//! The layout once more, as assertions that the compiler evaluates.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::quote;

use super::Spec;
use super::name::ident;
use super::record::nested_name;
use crate::layout::{Arch, RecordLayout};
use crate::model::{FieldType, Item, ItemId, Record};

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
    tokens: TokenStream,
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
    pub(super) fn tokens(self) -> TokenStream {
        let mut tokens = TokenStream::new();
        let blocks = [
            (
                self.everywhere,
                quote!(any(
                    target_pointer_width = "64",
                    all(windows, target_arch = "x86")
                )),
            ),
            (self.wide, quote!(target_pointer_width = "64")),
            (
                self.x64,
                quote!(any(target_arch = "x86_64", target_arch = "arm64ec")),
            ),
            (self.arm64, quote!(target_arch = "aarch64")),
            (self.x86, quote!(all(windows, target_arch = "x86"))),
        ];
        for (gathered, condition) in blocks {
            if gathered.tokens.is_empty() {
                continue;
            }
            let mut body = TokenStream::new();
            if gathered.offsets {
                body.extend(quote!(
                    use core::mem::offset_of;
                ));
            }
            body.extend(gathered.tokens);
            let body = Group::new(Delimiter::Brace, body);
            tokens.extend(quote!(#[cfg(#condition)] const _: () =));
            tokens.extend([TokenTree::from(body)]);
            tokens.extend(quote!(;));
        }
        tokens
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
        self.fields(name, &TokenStream::new(), record, layout, 0);
        self.nested(name, record, layout);
    }

    fn extent(&mut self, name: &str, layout: &RecordLayout) {
        let name = ident(name);
        let size = Literal::u64_unsuffixed(layout.extent.size);
        let align = Literal::u64_unsuffixed(layout.extent.align);
        self.tokens.extend(quote! {
            assert!(size_of::<#name>() == #size);
            assert!(align_of::<#name>() == #align);
        });
    }

    fn fields(
        &mut self,
        name: &str,
        path: &TokenStream,
        record: &Record,
        layout: &RecordLayout,
        base: u64,
    ) {
        let of = ident(name);
        for (field, place) in record.fields.iter().zip(&layout.fields) {
            let field_name = ident(&field.name.text);
            let path = quote!(#path #field_name);
            let offset = base + place.offset;
            let literal = Literal::u64_unsuffixed(offset);
            self.offsets = true;
            self.tokens.extend(quote! {
                assert!(offset_of!(#of, #path) == #literal);
            });
            if let (FieldType::Record(record), Some(layout)) = (&field.ty, &place.nested) {
                self.fields(name, &quote!(#path.), record, layout, offset);
            }
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
