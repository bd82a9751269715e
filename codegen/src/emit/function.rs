//! Functions, imported from their DLLs on Windows.

use core::fmt;

use rustc_hash::FxHashMap;

use super::docs::Docs;
use super::name::ident;
use super::number::{self, Style};
use super::{Spec, arch, members, origin, params, safety, ty, write};
use crate::model::{Abi, Arches, Function, Item, ItemKind, LastError, Primitive, Type};
use crate::resolve::ValueId;
use crate::tokens::{Tokens, quote_to};

/// The functions of a file: one block for each DLL and calling convention, in the order of the
/// first of each.
pub(super) fn blocks<'a>(all: impl Iterator<Item = (&'a Item, &'a Function)>) -> Vec<Block<'a>> {
    let mut places = FxHashMap::default();
    let mut blocks: Vec<Block<'_>> = Vec::new();
    for (item, function) in all {
        for (convention, arches) in conventions(function.signature.abi) {
            let arches = item.arches.intersection(arches);
            if arches == Arches::NONE {
                continue;
            }
            let key = (
                function.library.text.as_str(),
                convention.name,
                convention.only,
            );
            let place = *places.entry(key).or_insert_with(|| {
                blocks.push(Block {
                    library: key.0,
                    convention,
                    functions: Vec::new(),
                });
                blocks.len() - 1
            });
            blocks[place].functions.push((item, function, arches));
        }
    }
    blocks
}

/// A calling convention, and the architectures that a block of it is for.
#[derive(Debug, Clone, Copy)]
struct Convention {
    name: &'static str,
    only: Arches,
}

/// The conventions of a function; fastcall exists on x86 alone.
fn conventions(abi: Abi) -> Vec<(Convention, Arches)> {
    let whole = |name| {
        let only = Arches::ALL;
        (Convention { name, only }, only)
    };
    let part = |name, only| (Convention { name, only }, only);
    match abi {
        Abi::System => vec![whole("system")],
        Abi::C => vec![whole("C")],
        Abi::Fastcall => vec![
            part("fastcall", Arches::X86),
            part("system", Arches::X64.union(Arches::ARM64)),
        ],
    }
}

/// The functions of one DLL and convention.
#[derive(Debug)]
pub(super) struct Block<'a> {
    library: &'a str,
    convention: Convention,
    functions: Vec<(&'a Item, &'a Function, Arches)>,
}

impl Block<'_> {
    /// Writes the block.
    pub(super) fn write(&self, spec: &Spec<'_>, tokens: &mut Tokens) {
        let (library, abi) = (self.library, self.convention.name);
        let condition = write(|tokens| match arch::condition(self.convention.only) {
            Some(arches) => quote_to!(tokens, [arches] all(windows, #arches)),
            None => tokens.word("windows"),
        });
        let link = write(|tokens| {
            quote_to!(tokens, [library]
                name = #library, kind = "raw-dylib", modifiers = "+verbatim"
            );
        });
        let functions = write(|tokens| {
            for (item, function, arches) in &self.functions {
                self.function(spec, item, function, *arches, tokens);
            }
        });
        quote_to!(tokens, [condition, link, abi, functions]
            #[cfg(#condition)]
            #[cfg_attr(target_arch = "x86", link(#link, import_name_type = "undecorated"))]
            #[cfg_attr(not(target_arch = "x86"), link(#link))]
            unsafe extern #abi {
                #functions
            }
        );
    }

    fn function(
        &self,
        spec: &Spec<'_>,
        item: &Item,
        function: &Function,
        arches: Arches,
        tokens: &mut Tokens,
    ) {
        let docs = document(spec, item, function);
        let cfg = (arches != self.convention.only).then(|| arch::attribute(arches));
        let import = write(|tokens| {
            let Some(import) = function.import.as_deref() else {
                return;
            };
            match import.strip_prefix('#').map(str::parse::<u16>) {
                Some(Ok(ordinal)) => {
                    let ordinal = number::plain(ordinal);
                    quote_to!(tokens, [ordinal] #[link_ordinal(#ordinal)]);
                }
                _ => quote_to!(tokens, [import] #[link_name = #import]),
            }
        });
        let name = ident(&item.name.text);
        let params = params::declare(&function.signature);
        let result = ty::result(&function.signature.result, function.noreturn);
        quote_to!(tokens, [docs, cfg, import, name, params, result]
            #docs
            #cfg
            #import
            pub fn #name(#params) #result;
        );
    }
}

fn document(spec: &Spec<'_>, item: &Item, function: &Function) -> Docs {
    let mut docs = Docs::of(4, &item.docs);
    params::document(spec, item, &function.signature, &mut docs);
    errors(spec, function, &mut docs);
    safety::document(spec, item, function, &mut docs);
    origin::add(&mut docs, &item.origin, Some(&function.library.text));
    docs
}

/// The documented failures, and where their code is found.
fn errors(spec: &Spec<'_>, function: &Function, docs: &mut Docs) {
    let found = match function.last_error {
        Some(LastError::WsaGetLastError) => "`WSAGetLastError` tells why the call failed.",
        Some(LastError::GetLastError) => "`GetLastError` tells why the call failed.",
        Some(LastError::Result) => "The result is the code.",
        Some(LastError::None) | None => "",
    };
    if found.is_empty() && function.errors.is_empty() {
        return;
    }
    docs.heading("Errors");
    docs.paragraph(found);
    if function.errors.is_empty() {
        return;
    }
    docs.part();
    for error in &function.errors {
        let code = &error.code.text;
        let lead = fmt::from_fn(|f| match value(spec, code) {
            Some(value) => write!(f, "`{code}` ({value}):"),
            None => write!(f, "`{code}`:"),
        });
        docs.entry(lead, &error.cause);
    }
}

/// The value of a constant or member, as a document writes it.
fn value(spec: &Spec<'_>, name: &str) -> Option<String> {
    let id = *spec.index.values(name).first()?;
    let value = spec.index.evaluated(id)?;
    let (ValueId::Constant(item) | ValueId::Member(item, _)) = id;
    let item = spec.item(item)?;
    let (integer, style) = match &item.kind {
        ItemKind::Enum(of) if of.flags => (of.repr, Style::Bits),
        ItemKind::Enum(of) => (of.repr, Style::Plain),
        ItemKind::Constant(constant) => match spec.enumeration(&constant.ty, item.arches) {
            Some((_, of)) => (of.repr, Style::Plain),
            None => match spec.behind(&constant.ty, item.arches) {
                Type::Primitive(integer) => (*integer, Style::Plain),
                _ => (Primitive::Usize, Style::Plain),
            },
        },
        _ => return None,
    };
    Some(number::text(members::integer(Some(value)), integer, style))
}
