//! Functions, callbacks and their parameters.

use super::Lower;
use super::attributes::{Attrs, Place};
use crate::model::{Abi, Callback, Direction, Function, ItemKind, Param, Signature, Type};
use crate::syntax::fn_::Fn;
use crate::syntax::param as syntax;

impl Lower<'_> {
    /// A function when it has a DLL, else a callback.
    pub fn function(&mut self, item: &Fn, attrs: &mut Attrs) -> ItemKind {
        let of_result = self.attributes(&item.result_attributes, Place::Result);
        let abi = self.abi(item);
        let (params, variadic) = self.params(item);
        // Whoever is called takes an unknown number of arguments from the stack by C's convention,
        // whatever is declared.
        let abi = match abi {
            _ if variadic && self.is_metadata() => Abi::C,
            abi => abi,
        };
        let signature = Signature {
            abi,
            params,
            variadic,
            result: match &item.result {
                Some(ty) => of_result.native.applied(self.ty(ty)),
                None => Type::Void,
            },
        };
        let Some((library, import)) = attrs.library.take() else {
            if let Some(span) = attrs.for_functions {
                self.error(
                    span,
                    "only a function that a DLL exports may have this, and no DLL is named",
                    r#"write `#[library("name.dll")]` before the function"#,
                );
            }
            return ItemKind::Callback(Callback { signature });
        };
        ItemKind::Function(Box::new(Function {
            library,
            import,
            signature,
            last_error: attrs.last_error,
            errors: std::mem::take(&mut attrs.errors),
            noreturn: attrs.noreturn,
        }))
    }

    fn abi(&mut self, item: &Fn) -> Abi {
        let Some(literal) = &item.abi else {
            return Abi::System;
        };
        match super::arguments::text(literal).as_deref() {
            Some("system") => Abi::System,
            Some("C") => Abi::C,
            Some("fastcall") => Abi::Fastcall,
            _ => {
                let span = self.span(literal.span());
                self.error(
                    span,
                    "unknown calling convention",
                    r#"it is `"system"`, which may be left out, `"C"` or `"fastcall"`"#,
                );
                Abi::System
            }
        }
    }

    fn params(&mut self, item: &Fn) -> (Vec<Param>, bool) {
        self.syntax_errors(&item.params.errors);
        let mut params = Vec::with_capacity(item.params.entries.len());
        let mut variadic = None;
        for param in &item.params.entries {
            if let Some(dots) = variadic {
                self.error(
                    dots,
                    "`...` is not the last parameter",
                    "move it to the end",
                );
            }
            match param {
                syntax::Param::Named(param) => params.push(self.param(param)),
                syntax::Param::Variadic(dots) => variadic = Some(self.span(*dots)),
            }
        }
        (params, variadic.is_some())
    }

    fn param(&mut self, param: &syntax::NamedParam) -> Param {
        let attrs = self.attributes(&param.attributes, Place::Param);
        let ty = self.ty(&param.ty);
        let direction = match (attrs.input, attrs.output) {
            (true, true) => Direction::InOut,
            (true, false) => Direction::In,
            (false, true) => Direction::Out,
            (false, false) if param.ty.pointers.first() == Some(&true) => Direction::Out,
            (false, false) => Direction::In,
        };
        Param {
            name: self.name(&param.name),
            docs: attrs.docs,
            ty: attrs.native.applied(ty),
            direction,
            optional: attrs.optional,
            reserved: attrs.reserved,
            retval: attrs.retval,
            iid_is: attrs.iid_is,
            len: attrs.len,
            markers: attrs.markers,
        }
    }
}
