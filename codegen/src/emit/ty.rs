//! Types.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::name::ident;
use super::number;
use crate::model::Type;

/// A type, as a field or a parameter has it.
pub(super) fn ty(of: &Type) -> Written<'_> {
    Written(of)
}

/// A type that is written where it is interpolated.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a>(&'a Type);

impl ToTokens for Written<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self.0 {
            Type::Void => tokens.extend(quote!(core::ffi::c_void)),
            Type::Primitive(primitive) => ident(number::primitive(*primitive)).to_tokens(tokens),
            Type::String => tokens.extend(quote!(*const u16)),
            // Another namespace's type, of which nothing is known.
            Type::Named(name) if name.text.contains("::") => {
                tokens.extend(quote!(*mut core::ffi::c_void));
            }
            Type::Named(name) => ident(&name.text).to_tokens(tokens),
            Type::Pointer { mutable, to } => {
                tokens.extend(if *mutable {
                    quote!(*mut)
                } else {
                    quote!(*const)
                });
                ty(to).to_tokens(tokens);
            }
            Type::Array { of, len } => {
                let of = ty(of);
                let len = Literal::u32_unsuffixed(*len);
                tokens.extend(quote!([#of; #len]));
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
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self.of {
            _ if self.noreturn => tokens.extend(quote!(-> !)),
            Type::Void => {}
            of => {
                tokens.extend(quote!(->));
                ty(of).to_tokens(tokens);
            }
        }
    }
}
