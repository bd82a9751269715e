//! Reads the functions of bindings: `link!` declarations and function pointers.

use syn::{
    LitStr, ReturnType, Token, TypeBareFn,
    ext::IdentExt,
    parse::{Parse, ParseStream},
};
use winsec_codegen::model::Abi;

use super::types;
use crate::fact::{ParamFact, SignatureFact, Ty};

/// The body of `link!("dll" "abi" ["import"] fn name(..) -> result)`.
pub(super) struct Link {
    /// The DLL.
    pub(super) library: String,
    /// The function.
    pub(super) name: String,
    /// Its name in the DLL, when it is another.
    pub(super) import: Option<String>,
    /// Parameters and result.
    pub(super) signature: SignatureFact,
}

impl Parse for Link {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let library = input.parse::<LitStr>()?.value();
        let abi = abi(&input.parse::<LitStr>()?.value());
        let import = if input.peek(LitStr) {
            Some(input.parse::<LitStr>()?.value())
        } else {
            None
        };
        input.parse::<Token![fn]>()?;
        let name = syn::Ident::parse_any(input)?;
        let content;
        syn::parenthesized!(content in input);
        let mut params = Vec::new();
        let mut variadic = false;
        while !content.is_empty() {
            if content.peek(Token![...]) {
                content.parse::<Token![...]>()?;
                variadic = true;
                continue;
            }
            let name = syn::Ident::parse_any(&content)?;
            content.parse::<Token![:]>()?;
            let ty = content.parse::<syn::Type>()?;
            params.push(ParamFact {
                name: Some(name.unraw().to_string()),
                ty: readable(&ty)?,
                notes: None,
            });
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
        let result = input.parse::<ReturnType>()?;
        Ok(Self {
            library,
            name: name.unraw().to_string(),
            import,
            signature: SignatureFact {
                abi,
                params,
                variadic,
                result: result_type(&result)?,
            },
        })
    }
}

/// A function pointer.
pub(super) fn bare(function: &TypeBareFn) -> Option<SignatureFact> {
    let params = function
        .inputs
        .iter()
        .map(|param| {
            Some(ParamFact {
                name: param
                    .name
                    .as_ref()
                    .map(|(name, _)| name.unraw().to_string()),
                ty: types::ty(&param.ty)?,
                notes: None,
            })
        })
        .collect::<Option<Vec<_>>>()?;
    Some(SignatureFact {
        abi: function
            .abi
            .as_ref()
            .and_then(|abi| abi.name.as_ref())
            .and_then(|name| abi(&name.value())),
        params,
        variadic: function.variadic.is_some(),
        result: result_type(&function.output).ok()?,
    })
}

fn result_type(result: &ReturnType) -> syn::Result<Ty> {
    match result {
        ReturnType::Default => Ok(Ty::Void),
        ReturnType::Type(_, ty) => readable(ty),
    }
}

fn readable(ty: &syn::Type) -> syn::Result<Ty> {
    types::ty(ty).ok_or_else(|| syn::Error::new_spanned(ty, "not a type of a C interface"))
}

fn abi(name: &str) -> Option<Abi> {
    match name {
        "system" => Some(Abi::System),
        "C" => Some(Abi::C),
        "fastcall" => Some(Abi::Fastcall),
        _ => None,
    }
}
