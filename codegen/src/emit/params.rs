//! Parameters: their declarations and their documentation.

use core::fmt;

use super::docs::Docs;
use super::name::ident;
use super::{Spec, safety, ty};
use crate::model::{Direction, Item, Len, Param, Signature};
use crate::tokens::{ToTokens, Tokens, fixed, quote_to};

/// The parameters between the parentheses.
pub(super) fn declare(signature: &Signature) -> Params<'_> {
    Params(signature)
}

/// Parameters that are written where they are interpolated.
#[derive(Debug, Clone, Copy)]
pub(super) struct Params<'a>(&'a Signature);

impl ToTokens for Params<'_> {
    fn to_tokens(&self, tokens: &mut Tokens) {
        for (at, param) in self.0.params.iter().enumerate() {
            if at > 0 {
                tokens.operator(",");
            }
            let name = ident(&param.name.text);
            let of = ty::ty(&param.ty);
            quote_to!(tokens, [name, of] #name: #of);
        }
        if self.0.variadic {
            fixed!(, ...).to_tokens(tokens);
        }
    }
}

/// Documents the parameters, one an entry of a list.
pub(super) fn document(spec: &Spec<'_>, item: &Item, signature: &Signature, docs: &mut Docs) {
    if signature.params.is_empty() {
        return;
    }
    docs.heading("Parameters");
    docs.part();
    for param in &signature.params {
        let lead = fmt::from_fn(|f| {
            let name = &param.name.text;
            write!(f, "`{name}` \\[{}\\]", facts(param))?;
            if let Some(len) = param.len {
                write!(f, ", {}", size(spec, item, &signature.params, len))?;
            }
            f.write_str(if param.docs.is_empty() { "" } else { ":" })
        });
        docs.entry(lead, &param.docs);
    }
}

/// Which way data flows and whether there need be any.
fn facts(param: &Param) -> &'static str {
    let direction = param.direction;
    match (direction, param.optional, param.reserved) {
        (Direction::In, _, true) => "in, reserved",
        (Direction::Out, _, true) => "out, reserved",
        (Direction::InOut, _, true) => "in, out, reserved",
        (Direction::In, true, false) => "in, optional",
        (Direction::Out, true, false) => "out, optional",
        (Direction::InOut, true, false) => "in, out, optional",
        (Direction::In, false, false) => "in",
        (Direction::Out, false, false) => "out",
        (Direction::InOut, false, false) => "in, out",
    }
}

/// How large the memory is that a parameter points at, in words.
pub(super) fn size(spec: &Spec<'_>, item: &Item, params: &[Param], len: Len) -> String {
    let named = |at: u16| match params.get(usize::from(at)) {
        Some(param) if safety::is_pointer(spec, item, &param.ty) => {
            format!("`*{}`", param.name.text)
        }
        Some(param) => format!("`{}`", param.name.text),
        None => format!("parameter {at}"),
    };
    match len {
        Len::Param(at) => format!("{} elements", named(at)),
        Len::Bytes(at) => format!("{} bytes", named(at)),
        Len::Const(1) => "1 element".to_owned(),
        Len::Const(count) => format!("{count} elements"),
    }
}
