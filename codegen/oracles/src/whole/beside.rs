//! Two generated bindings compiled beside each other: a program whose every line is an error where
//! they differ in a size, an alignment or an offset.
//!
//! A first program has a line for each type, which asserts everything of it at once. For those that
//! fail a second one has a line for each number: it gives an array of one party's length the value of
//! an array of the other's, so that the compiler's words on it hold both numbers.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Fields, Item};
use winsec_codegen::emit::is_keyword;
use winsec_codegen::model::Arches;

use super::outcome::Outcome;
use crate::bindings::arches_of;

/// What one party's bindings define: each type, and its fields' names where it is a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Types(BTreeMap<String, Vec<Type>>);

/// A type of bindings on some architectures.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Type {
    arches: Arches,
    /// None for what is no record.
    fields: Option<Vec<String>>,
}

impl Types {
    /// Adds what a text of bindings defines.
    ///
    /// # Errors
    ///
    /// When the text is not Rust.
    pub fn add(&mut self, text: &str) -> syn::Result<()> {
        for item in syn::parse_file(text)?.items {
            self.item(&item);
        }
        Ok(())
    }

    fn item(&mut self, item: &Item) {
        let named = |fields: &syn::FieldsNamed| {
            let names = fields.named.iter().filter_map(|field| field.ident.as_ref());
            names.map(crate::bindings::ident).collect::<Vec<_>>()
        };
        let (ident, attrs, fields) = match item {
            Item::Struct(item) => {
                let fields = match &item.fields {
                    Fields::Named(fields) => Some(named(fields)),
                    Fields::Unnamed(_) | Fields::Unit => None,
                };
                (&item.ident, &item.attrs, fields)
            }
            Item::Union(item) => (&item.ident, &item.attrs, Some(named(&item.fields))),
            Item::Type(item) => (&item.ident, &item.attrs, None),
            Item::Macro(item) => return self.flag_set(item),
            _ => return,
        };
        let arches = arches_of(attrs);
        let types = self.0.entry(crate::bindings::ident(ident)).or_default();
        types.push(Type { arches, fields });
    }

    /// What our macro for flag sets defines.
    fn flag_set(&mut self, item: &syn::ItemMacro) {
        if !item.mac.path.is_ident("flag_set") {
            return;
        }
        let tokens = item.mac.tokens.clone().into_iter();
        let mut after = tokens.skip_while(|token| token.to_string() != "struct");
        if let Some(name) = after.nth(1) {
            let types = self.0.entry(name.to_string()).or_default();
            types.push(Type {
                arches: arches_of(&item.attrs),
                fields: None,
            });
        }
    }

    fn on(&self, name: &str, arch: Arches) -> Option<&Type> {
        let types = self.0.get(name)?;
        types.iter().find(|ty| ty.arches.contains(arch))
    }
}

/// What of bindings defines types: the text without functions and constants, which have no layout
/// and take most of the time that compiling it takes.
///
/// # Errors
///
/// When the text is not Rust.
pub fn only_types(text: &str) -> syn::Result<String> {
    use quote::ToTokens as _;
    let mut types = String::new();
    for mut item in syn::parse_file(text)?.items {
        match &mut item {
            Item::Struct(syn::ItemStruct { attrs, .. })
            | Item::Union(syn::ItemUnion { attrs, .. }) => {
                // What is derived may rest on the implementations that are left out; but what a
                // union holds has to be `Copy`.
                attrs.retain(|attr| !attr.path().is_ident("derive"));
                attrs.push(syn::parse_quote!(#[derive(Clone, Copy)]));
            }
            Item::Type(_) => {}
            _ => continue,
        }
        types.push_str(&item.to_token_stream().to_string());
        types.push('\n');
    }
    Ok(types)
}

/// What is compared on an architecture: for each type that both parties have, what the numbers are
/// called, and how Rust writes them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    types: BTreeMap<String, Vec<(String, String)>>,
    unsupported: BTreeMap<String, String>,
}

/// A program, and what each of its lines compares.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Program {
    /// The text; `ours` and `theirs` have to be modules or crates that it can see.
    pub text: String,
    /// The item of each line, and what of it.
    lines: Vec<(String, String)>,
}

impl Comparison {
    /// Of every type that both parties have on an architecture, but for records, and those within
    /// them, that are known to be `otherwise` here.
    #[must_use]
    pub fn of(ours: &Types, theirs: &Types, arch: Arches, otherwise: &BTreeSet<&str>) -> Self {
        let mut comparison = Self::default();
        for name in ours.0.keys() {
            let mut unsupported = |reason: &str| {
                let reasons = &mut comparison.unsupported;
                reasons.insert(name.clone(), reason.to_owned());
            };
            let Some(own) = ours.on(name, arch) else {
                unsupported("not on this architecture");
                continue;
            };
            let Some(other) = theirs.on(name, arch) else {
                unsupported("the other party does not define it");
                continue;
            };
            if otherwise.contains(within(name)) {
                unsupported("the metadata has lost its packing, or that of what it holds");
                continue;
            }
            let numbers = numbers(name, own, other);
            comparison.types.insert(name.clone(), numbers);
        }
        comparison
    }

    /// How many numbers are compared.
    #[must_use]
    pub fn numbers(&self) -> usize {
        self.types.values().map(Vec::len).sum()
    }

    /// The program with a line for each type.
    #[must_use]
    pub fn types(&self) -> Program {
        let mut program = Program::default();
        for (name, numbers) in &self.types {
            let equal = |(_, number): &(String, String)| {
                let [ours, theirs] = sides(number);
                format!("{ours} == {theirs}")
            };
            let all: Vec<String> = numbers.iter().map(equal).collect();
            let line = format!("const _: () = assert!({});", all.join(" && "));
            program.line(name, "", &line);
        }
        program
    }

    /// The program with a line for each number of those types.
    #[must_use]
    pub fn details<'n>(&self, types: impl IntoIterator<Item = &'n str>) -> Program {
        let mut program = Program::default();
        for name in types {
            for (what, number) in self.types.get(name).into_iter().flatten() {
                let [ours, theirs] = sides(number);
                let line = format!("const _: [(); {ours}] = [(); {theirs}];");
                program.line(name, what, &line);
            }
        }
        program
    }

    /// What came of it, by what differs in each type.
    #[must_use]
    pub fn outcome(&self, differing: BTreeMap<String, Vec<String>>) -> Outcome {
        let agreeing = self
            .types
            .keys()
            .filter(|name| !differing.contains_key(*name));
        Outcome {
            agreeing: agreeing.cloned().collect(),
            differing,
            unsupported: self.unsupported.clone(),
        }
    }
}

impl Program {
    fn line(&mut self, item: &str, what: &str, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines.push((item.to_owned(), what.to_owned()));
    }

    /// The item of a line, counted from 1, and what of it is compared there.
    #[must_use]
    pub fn at(&self, line: usize) -> Option<(&str, &str)> {
        let (item, what) = self.lines.get(line.checked_sub(1)?)?;
        Some((item, what))
    }
}

/// The record that a type is defined in, or the type itself: `A` of `A_0_1`.
fn within(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((of, at)) if !at.is_empty() && at.bytes().all(|digit| digit.is_ascii_digit()) => {
            within(of)
        }
        _ => name,
    }
}

/// The numbers of a type, each with its name; `P` stands for the party.
fn numbers(name: &str, own: &Type, other: &Type) -> Vec<(String, String)> {
    let ident = escaped(name);
    let mut numbers = vec![
        ("size".to_owned(), format!("size_of::<P::{ident}>()")),
        ("alignment".to_owned(), format!("align_of::<P::{ident}>()")),
    ];
    if let (Some(own), Some(other)) = (&own.fields, &other.fields) {
        let other: BTreeSet<&String> = other.iter().collect();
        for field in own.iter().filter(|field| other.contains(field)) {
            let offset = format!("core::mem::offset_of!(P::{ident}, {})", escaped(field));
            numbers.push((format!("offset of {field}"), offset));
        }
    }
    numbers
}

/// A number of both parties.
fn sides(number: &str) -> [String; 2] {
    ["ours::", "theirs::"].map(|party| number.replace("P::", party))
}

fn escaped(name: &str) -> String {
    let prefix = if is_keyword(name) { "r#" } else { "" };
    format!("{prefix}{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn types(text: &str) -> Types {
        let mut types = Types::default();
        types.add(text).expect("the text is Rust");
        types
    }

    #[test]
    fn every_type_is_compared_or_has_a_reason() {
        let ours = types(
            "pub struct A { pub x: u32, pub r#type: u8 } pub type B = u8; pub union C { pub y: u8 }
             #[cfg(target_arch = \"x86\")] pub struct D { pub x: u8 }
             flag_set! { /// Doc.\n pub struct E: u32 { const X = 1; } }",
        );
        let theirs = types(
            "pub struct A { pub x: u32, pub r#type: u8 } pub type B = u16; pub type E = u32;",
        );
        let comparison = Comparison::of(&ours, &theirs, Arches::X64, &BTreeSet::new());
        let program = comparison.types();
        assert_eq!(program.at(1), Some(("A", "")));
        assert_eq!(program.at(3), Some(("E", "")));
        assert_eq!(program.at(4), None);
        let line = program.text.lines().next().unwrap_or_default();
        assert!(
            line.starts_with(
                "const _: () = assert!(size_of::<ours::A>() == size_of::<theirs::A>() && "
            ),
            "{line}"
        );
        assert!(line.contains("offset_of!(ours::A, r#type)"), "{line}");
        let details = comparison.details(["B"]);
        assert_eq!(
            details.text.lines().next(),
            Some("const _: [(); size_of::<ours::B>()] = [(); size_of::<theirs::B>()];")
        );
        assert_eq!(details.at(2), Some(("B", "alignment")));
        let differing = BTreeMap::from([("B".to_owned(), vec!["size: 1 and 2".to_owned()])]);
        let outcome = comparison.outcome(differing);
        assert_eq!(outcome.agreeing, ["A", "E"]);
        assert_eq!(outcome.unsupported.len(), 2);
        assert_eq!(outcome.all(), 5);
        assert_eq!(comparison.numbers(), 8);
        let without = Comparison::of(&ours, &theirs, Arches::X64, &BTreeSet::from(["A"]));
        assert_eq!((without.types.len(), without.unsupported.len()), (2, 3));
        assert_eq!(within("A_0_12"), "A");
        assert_eq!(within("A_X_"), "A_X_");
    }

    #[test]
    fn what_has_no_layout_is_left_out() {
        let text = "link!(\"a.dll\" \"system\" fn F()); pub const A: u32 = 1; pub type B = u8;
            #[repr(C)] #[derive(Default)] pub struct S(u8); impl Clone for S {}";
        let types = only_types(text).expect("the text is Rust");
        let expected =
            "pub type B = u8 ;\n# [repr (C)] # [derive (Clone , Copy)] pub struct S (u8) ;\n";
        assert_eq!(types, expected);
    }
}
