//! Reads for which architectures an item of bindings is.

use syn::{Attribute, Expr, ExprLit, Lit, Meta, Token, punctuated::Punctuated};
use winsec_codegen::model::Arches;

/// The architectures of an item with these attributes.
pub(super) fn of(attrs: &[Attribute]) -> Arches {
    attrs
        .iter()
        .filter(|attr| attr.path().is_ident("cfg"))
        .filter_map(|attr| attr.parse_args::<Meta>().ok())
        .fold(Arches::ALL, |arches, meta| {
            intersection(arches, predicate(&meta))
        })
}

/// The architectures on which a predicate may hold; anything but an architecture holds everywhere.
fn predicate(meta: &Meta) -> Arches {
    match meta {
        Meta::NameValue(pair) if pair.path.is_ident("target_arch") => match &pair.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(name),
                ..
            }) => arch(&name.value()),
            _ => Arches::ALL,
        },
        Meta::List(list) => {
            let Ok(inner) = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            else {
                return Arches::ALL;
            };
            let inner = inner.iter().map(predicate);
            if list.path.is_ident("any") {
                inner.fold(Arches::NONE, Arches::union)
            } else if list.path.is_ident("all") {
                inner.fold(Arches::ALL, intersection)
            } else {
                Arches::ALL
            }
        }
        _ => Arches::ALL,
    }
}

fn arch(name: &str) -> Arches {
    match name {
        "x86" => Arches::X86,
        "x86_64" => Arches::X64,
        "aarch64" => Arches::ARM64,
        // arm64ec and whatever comes next are none of the three.
        _ => Arches::NONE,
    }
}

fn intersection(left: Arches, right: Arches) -> Arches {
    [Arches::X86, Arches::X64, Arches::ARM64]
        .into_iter()
        .filter(|arch| left.contains(*arch) && right.contains(*arch))
        .fold(Arches::NONE, Arches::union)
}
