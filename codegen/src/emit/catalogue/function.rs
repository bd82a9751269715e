//! Functions and callbacks: parameters, result, documented failures.

use proc_macro2::TokenStream;
use quote::quote;

use super::ty;
use crate::model::{Callback, Direction, Function, LastError, Param, Signature, Type};

/// A function that a DLL exports.
pub(super) fn function(of: &Function) -> TokenStream {
    let library = &of.library.text;
    let signature = signature(&of.signature);
    let last_error = match of.last_error {
        Some(LastError::WsaGetLastError) => quote!(Code::WsaGetLastError),
        Some(LastError::GetLastError) => quote!(Code::GetLastError),
        Some(LastError::Result) => quote!(Code::Result),
        Some(LastError::None) | None => quote!(Code::None),
    };
    let errors = of.errors.iter().map(|error| {
        let code = &error.code.text;
        let cause = &error.cause;
        quote!(failure(#code, #cause))
    });
    quote!(function(#library, #signature, #last_error, &[#(#errors),*]))
}

/// A function that the user supplies a pointer to.
pub(super) fn callback(of: &Callback) -> TokenStream {
    let signature = signature(&of.signature);
    quote!(callback(#signature))
}

fn signature(of: &Signature) -> TokenStream {
    let params = of.params.iter().map(param);
    let result = match &of.result {
        Type::Void => String::new(),
        result => ty::text(result),
    };
    quote!(signature(&[#(#params),*], #result))
}

fn param(of: &Param) -> TokenStream {
    let name = &of.name.text;
    let ty = ty::text(&of.ty);
    let docs = &of.docs;
    let direction = match of.direction {
        Direction::In => quote!(Direction::In),
        Direction::Out => quote!(Direction::Out),
        Direction::InOut => quote!(Direction::InOut),
    };
    let presence = match (of.reserved, of.optional) {
        (true, _) => quote!(Presence::Reserved),
        (false, true) => quote!(Presence::Optional),
        (false, false) => quote!(Presence::Required),
    };
    quote!(param(#name, #ty, #direction, #presence, #docs))
}
