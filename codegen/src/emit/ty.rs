//! Types.

use super::name::ident;
use super::number;
use crate::model::Type;
use crate::tokens::{ToTokens, Tokens, fixed, quote_to};

/// A type, as a field or a parameter has it.
pub(super) fn ty(of: &Type) -> Written<'_> {
    Written(of)
}

/// A type that is written where it is interpolated.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a>(&'a Type);

impl ToTokens for Written<'_> {
    fn to_tokens(&self, tokens: &mut Tokens) {
        match self.0 {
            Type::Void => fixed!(::core::ffi::c_void).to_tokens(tokens),
            Type::Primitive(primitive) => tokens.word(number::primitive(*primitive)),
            Type::String => fixed!(*const u16).to_tokens(tokens),
            // Another namespace's type, of which nothing is known.
            Type::Named(name) if name.text.contains("::") => {
                fixed!(*mut ::core::ffi::c_void).to_tokens(tokens);
            }
            Type::Named(name) => ident(&name.text).to_tokens(tokens),
            Type::Pointer { mutable, to } => {
                tokens.operator("*");
                tokens.word(if *mutable { "mut" } else { "const" });
                ty(to).to_tokens(tokens);
            }
            Type::Array { of, len } => {
                let of = ty(of);
                let len = number::plain(*len);
                quote_to!(tokens, [of, len] [#of; #len]);
            }
        }
    }
}

/// What stands behind a function's parameters.
pub(super) fn result(of: &Type, noreturn: bool) -> Output<'_> {
    Output { of, noreturn }
}

/// A function's result, with its arrow; nothing for none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Output<'a> {
    of: &'a Type,
    noreturn: bool,
}

impl ToTokens for Output<'_> {
    fn to_tokens(&self, tokens: &mut Tokens) {
        match self.of {
            _ if self.noreturn => fixed!(-> !).to_tokens(tokens),
            Type::Void => {}
            of => {
                tokens.operator("->");
                ty(of).to_tokens(tokens);
            }
        }
    }
}
