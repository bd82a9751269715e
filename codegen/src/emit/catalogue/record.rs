//! Structs and unions: their fields, and where each lies on each architecture.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::Spec;
use super::{number, ty};
use crate::layout::{Arch, Extent, RecordLayout};
use crate::model::{Field, FieldType, Item, ItemId, Record, RecordKind};

/// The layouts of one record, by architecture; none where it does not exist.
type Layouts<'a> = [Option<&'a RecordLayout>; 3];

/// A record that has a name.
pub(super) fn record(spec: &Spec<'_>, id: ItemId, item: &Item, of: &Record) -> TokenStream {
    let layouts = Arch::ALL.map(|arch| {
        let exists = item.arches.contains(arch.set());
        exists.then(|| spec.layouts.record(id, arch)).flatten()
    });
    let record = body(of, &layouts);
    quote!(Kind::Record(#record))
}

fn body(of: &Record, layouts: &Layouts<'_>) -> TokenStream {
    let kind = match of.kind {
        RecordKind::Struct => quote!(structure),
        RecordKind::Union => quote!(union),
    };
    let extents = places(layouts.map(|layout| Some((0, layout?.extent))));
    let fields = of
        .fields
        .iter()
        .enumerate()
        .map(|(at, of)| field(at, of, layouts));
    quote!(#kind(#extents, &[#(#fields),*]))
}

fn field(at: usize, of: &Field, layouts: &Layouts<'_>) -> TokenStream {
    let found = layouts.map(|layout| layout.and_then(|layout| layout.fields.get(at)));
    let name = &of.name.text;
    let docs = &of.docs;
    let places = places(found.map(|field| field.map(|field| (field.offset, field.extent))));
    match &of.ty {
        FieldType::Record(of) => {
            let nested = found.map(|field| field.and_then(|field| field.nested.as_deref()));
            let body = body(of, &nested);
            quote!(nested(#name, #places, #docs, &#body))
        }
        FieldType::Type(ty) => {
            let ty = ty::text(ty);
            if of.bits.is_empty() {
                return quote!(field(#name, #ty, #places, #docs));
            }
            let bits = of.bits.iter().map(|bits| {
                let name = bits.name.as_ref().map_or("", |name| name.text.as_str());
                let docs = &bits.docs;
                let width = number(u64::from(bits.width));
                quote!(bits(#name, #width, #docs))
            });
            quote!(divided(#name, #ty, #places, #docs, &[#(#bits),*]))
        }
    }
}

/// Offset, size and alignment, by architecture where they differ.
fn places(found: [Option<(u64, Extent)>; 3]) -> TokenStream {
    let [x86, x64, arm64] = found.map(|place| {
        let (offset, extent) = place?;
        let (offset, size, align) = (number(offset), number(extent.size), number(extent.align));
        Some(quote!(#offset, #size, #align))
    });
    if let (Some(all), true) = (&x86, found[0] == found[1] && found[1] == found[2]) {
        return quote!(same(#all));
    }
    let [x86, x64, arm64] = [x86, x64, arm64].map(|place| match place {
        Some(place) => quote!(at(#place)),
        None => quote!(None),
    });
    quote!([#x86, #x64, #arm64])
}
