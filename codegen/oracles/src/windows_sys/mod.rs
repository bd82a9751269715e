//! The party that remembers: windows-sys 0.61, made of the metadata's previous generation.

mod index;
mod locate;
mod settle;
mod typed;

use std::{collections::BTreeSet, path::Path};

use winsec_codegen::model::Primitive;

use crate::{
    bindings,
    fact::{Fact, FactKind, Facts, SignatureFact, Ty},
};

pub use index::defined;
pub use locate::{VERSION, locate};
pub use settle::settle;
pub use typed::typed;

/// Reads from windows-sys's source what it says of `names` and of everything that these need.
///
/// # Errors
///
/// When the source cannot be read.
pub fn gather<'n>(
    source: &Path,
    names: impl IntoIterator<Item = &'n str>,
) -> std::io::Result<Facts> {
    let index = index::Index::new(source, false)?;
    let mut facts = Facts::default();
    let mut seen = BTreeSet::new();
    let mut wanted: Vec<String> = names.into_iter().map(str::to_owned).collect();
    while let Some(name) = wanted.pop() {
        if !seen.insert(name.clone()) {
            continue;
        }
        for (place, text) in index.find(&name) {
            let mut found = Facts::default();
            // A slice that is no item of its own (a macro's innards, say) tells nothing.
            if bindings::read(text, place, &mut found).is_ok() {
                for (_, items) in found.iter() {
                    items.iter().for_each(|fact| needs(fact, &mut wanted));
                }
                facts.extend(found);
            }
        }
    }
    strings(&mut facts);
    Ok(facts)
}

/// Lets the two types of C strings point at C's `char`: that windows-sys writes it `u8` there, and
/// `i8` everywhere else, is its own way of writing.
fn strings(facts: &mut Facts) {
    for name in ["PSTR", "PCSTR"] {
        for fact in facts.get_mut(name) {
            if let FactKind::Alias(Ty::Pointer { to, .. }) = &mut fact.kind
                && **to == Ty::Primitive(Primitive::U8)
            {
                **to = Ty::Char;
            }
        }
    }
}

/// Adds to `wanted` the names that a fact mentions.
fn needs(fact: &Fact, wanted: &mut Vec<String>) {
    match &fact.kind {
        FactKind::Record(record) => {
            for field in &record.fields {
                mentions(&field.ty, wanted);
            }
        }
        FactKind::Constant(constant) => mentions(&constant.ty, wanted),
        FactKind::Alias(ty) => mentions(ty, wanted),
        FactKind::Function(function) => signature_mentions(&function.signature, wanted),
        FactKind::Enum(_) | FactKind::Unreadable(_) => {}
    }
}

fn signature_mentions(signature: &SignatureFact, wanted: &mut Vec<String>) {
    mentions(&signature.result, wanted);
    for param in &signature.params {
        mentions(&param.ty, wanted);
    }
}

fn mentions(ty: &Ty, wanted: &mut Vec<String>) {
    match ty {
        Ty::Named(name) => wanted.push(name.clone()),
        Ty::Pointer { to, .. } => mentions(to, wanted),
        Ty::Array { of, .. } => mentions(of, wanted),
        Ty::Function(signature) => signature_mentions(signature, wanted),
        Ty::Record(record) => record
            .fields
            .iter()
            .for_each(|field| mentions(&field.ty, wanted)),
        Ty::Void | Ty::Char | Ty::Primitive(_) => {}
    }
}
