//! What windows-sys types constants by: enumerations, and the fields and parameters of their types; and
//! how it packs records.

use std::collections::{BTreeSet, HashMap};
use std::io;
use std::path::Path;

use winsec_codegen::model::Primitive;
use winsec_codegen::resolve::width;
use winsec_codegen::whole::feeds::{Enumeration, Place, Previous};

use super::index::Index;
use crate::bindings::{self, primitive};
use crate::fact::{FactKind, Facts};

/// Reads what all of windows-sys says of constants, and of the packing of records.
///
/// A constant of a bare integer does not say what it is, but that it is of no enumeration: `u32` is what
/// the previous generation gives those of which it knows no more. One that two modules type differently
/// says nothing.
///
/// # Errors
///
/// When the source cannot be read.
pub fn typed(source: &Path) -> io::Result<Previous> {
    let index = Index::new(source, true)?;
    // Of the user's and of the kernel's constants.
    let mut constants: [HashMap<&str, Option<&str>>; 2] = Default::default();
    let mut enumerations: HashMap<String, Enumeration> = HashMap::new();
    let mut places: HashMap<&str, BTreeSet<Place>> = HashMap::new();
    let mut packed = Facts::default();
    for (name, kernel, text) in index.items() {
        if text.contains("packed(") {
            // What is no item by itself tells nothing.
            let _ = bindings::read(text, "", &mut packed);
        }
        let mut add = |element: &str, ty| {
            let place = Place {
                item: name.to_owned(),
                element: unraw(element.trim()).to_owned(),
            };
            places.entry(base(ty)).or_default().insert(place);
        };
        for line in text.lines() {
            if let Some(rest) = line.strip_prefix("pub const ") {
                let ty = rest
                    .split_once(": ")
                    .and_then(|(_, rest)| rest.split_once(" = "));
                let ty = ty.map(|(ty, _)| base(ty));
                let known = constants[usize::from(kernel)].entry(name).or_insert(ty);
                if *known != ty {
                    *known = None;
                }
            } else if let Some(rest) = line.strip_prefix("pub type ") {
                let of = rest
                    .split_once(" = ")
                    .map(|(_, of)| of.trim_end_matches(';'));
                if let Some(integer) = of.and_then(integer) {
                    let places = Vec::new();
                    enumerations.insert(name.to_owned(), Enumeration { integer, places });
                } else {
                    for (element, ty) in signature(line) {
                        add(element, ty);
                    }
                }
            } else if let Some(field) = line.strip_prefix("    pub ") {
                if let Some((element, ty)) = field.split_once(": ") {
                    add(element, ty.trim_end_matches(','));
                }
            } else if line.starts_with("windows_link::link!(") {
                for (element, ty) in signature(line) {
                    add(element, ty);
                }
            }
        }
    }
    for (name, of) in &mut enumerations {
        of.places = places.remove(name.as_str()).into_iter().flatten().collect();
    }
    let [users, mut constants] = constants;
    // Of one name the user's counts, unless the kernel's says of the same integer what it is for.
    for (name, ty) in users {
        let kernels = constants.get(name).copied().flatten();
        let kernels = kernels.and_then(|of| enumerations.get(of));
        if kernels.is_none_or(|of| ty.and_then(integer) != Some(of.integer)) {
            constants.insert(name, ty);
        }
    }
    let bare = constants.iter().filter_map(|(name, ty)| {
        let of = ty.and_then(integer)?;
        Some(((*name).to_owned(), of))
    });
    let bare = bare.collect();
    let constants = constants.into_iter().filter_map(|(name, ty)| {
        let ty = ty.filter(|ty| enumerations.contains_key(*ty))?;
        Some((name.to_owned(), ty.to_owned()))
    });
    let packings = packed.iter().map(|(name, facts)| {
        let packings = facts.iter().filter_map(|fact| match &fact.kind {
            FactKind::Record(record) => Some((fact.arches, record.packed?)),
            _ => None,
        });
        (name.to_owned(), packings.collect())
    });
    Ok(Previous {
        constants: constants.collect(),
        bare,
        packings: packings.collect(),
        enumerations,
    })
}

/// The parameters of a function or a callback, where none is a function itself, and its result.
fn signature(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let after = line.split_once(" fn ").or_else(|| line.split_once(" fn"));
    let inside = after.and_then(|(_, rest)| rest.split_once('('));
    let (params, behind) = inside
        .and_then(|(_, rest)| rest.split_once(')'))
        .unwrap_or_default();
    let result = behind.trim_start().strip_prefix("-> ");
    let result = result.map(|of| (Place::RESULT, of.trim_end_matches([')', ';', '>'])));
    let params = params.split(", ").filter_map(|param| param.split_once(':'));
    params.chain(result)
}

/// What a type holds or points at, without the path to it.
fn base(ty: &str) -> &str {
    let mut ty = ty.trim();
    loop {
        let inner = ["*mut ", "*const ", "["].iter();
        let Some(inner) = inner.filter_map(|start| ty.strip_prefix(start)).next() else {
            break;
        };
        ty = inner.split(';').next().unwrap_or(inner).trim();
    }
    ty.rsplit("::").next().unwrap_or(ty).trim()
}

fn unraw(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// An integer by its Rust name, if it has the same width everywhere.
fn integer(name: &str) -> Option<Primitive> {
    primitive(name).filter(|of| width(*of).is_some())
}

#[cfg(test)]
mod tests {
    use super::{base, signature};

    #[test]
    fn types_are_reduced_to_what_they_hold() {
        for (ty, of) in [
            ("u32", "u32"),
            ("*mut super::super::Foundation::HANDLE", "HANDLE"),
            ("super::super::Foundation:: WAIT_EVENT", "WAIT_EVENT"),
            ("[*const A; 4]", "A"),
        ] {
            assert_eq!(base(ty), of);
        }
    }

    #[test]
    fn a_signature_is_cut_out_of_a_function_or_a_callback() {
        let found = |line| {
            let parts = signature(line).map(|(name, ty)| (name.trim(), ty.trim()));
            parts.collect::<Vec<_>>()
        };
        let line =
            r#"windows_link::link!("a.dll" "system" fn One(one : u32, r#type : *mut a::T) -> R);"#;
        let all = [("one", "u32"), ("r#type", "*mut a::T"), ("->", "R")];
        assert_eq!(found(line), all);
        let line = r#"windows_link::link!("a.dll" "system" fn F());"#;
        assert_eq!(found(line), []);
        let line = r#"pub type F = Option<unsafe extern "system" fn(one: u32, two: A) -> R>;"#;
        assert_eq!(found(line), [("one", "u32"), ("two", "A"), ("->", "R")]);
        assert_eq!(found("pub type HANDLE = *mut core::ffi::c_void;"), []);
    }
}
