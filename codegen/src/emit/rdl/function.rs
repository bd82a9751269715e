//! Functions and callbacks of RDL.

use super::{Docs, INDENT, arch, ty};
use crate::model::{Abi, Callback, Direction, Function, Item, Len, Param, Signature, Type};

/// A function of a DLL.
pub(super) fn function(item: &Item, function: &Function, docs: Docs) -> String {
    let mut text = arch(item.arches);
    if function.noreturn {
        text.push_str("#[noreturn]\n");
    }
    let library = &function.library.text;
    match &function.import {
        Some(import) => text.push_str(&format!(
            "#[library(\"{library}\", import = \"{import}\")]\n"
        )),
        None => text.push_str(&format!("#[library(\"{library}\")]\n")),
    }
    text.push_str(&declaration(item, &function.signature, docs));
    text
}

/// A function that the user supplies.
pub(super) fn callback(item: &Item, callback: &Callback, docs: Docs) -> String {
    let mut text = arch(item.arches);
    text.push_str(&declaration(item, &callback.signature, docs));
    text
}

fn declaration(item: &Item, signature: &Signature, docs: Docs) -> String {
    let abi = match signature.abi {
        Abi::System => "",
        Abi::C => "\"C\" ",
        Abi::Fastcall => "\"fastcall\" ",
    };
    let result = match &signature.result {
        Type::Void => String::new(),
        result => format!(" -> {}", ty::ty(result)),
    };
    let name = ty::ident(&item.name.text);
    let params = if docs == Docs::None || signature.params.is_empty() {
        let mut params: Vec<String> = signature.params.iter().map(param).collect();
        params.extend(signature.variadic.then(|| "...".to_owned()));
        params.join(", ")
    } else {
        let lines = signature.params.iter().map(|of| {
            let docs = docs.of(INDENT, &of.docs) + &docs.markers(INDENT, &of.markers);
            format!("{docs}{INDENT}{},\n", param(of))
        });
        let mut lines: Vec<String> = lines.collect();
        lines.extend(signature.variadic.then(|| format!("{INDENT}...\n")));
        format!("\n{}", lines.concat())
    };
    format!("extern {abi}fn {name}({params}){result};\n")
}

/// A parameter with its attributes, in windows-rdl's order.
fn param(param: &Param) -> String {
    let mut attributes: Vec<String> = Vec::new();
    let mut add = |attribute: &str| attributes.push(format!("#[{attribute}] "));
    if param.iid_is {
        add("iid_is");
    }
    match param.len {
        Some(Len::Const(count)) => add(&format!("len_const({count})")),
        Some(Len::Param(at)) => add(&format!("len_param({at})")),
        _ => {}
    }
    if param.reserved {
        add("reserved");
    }
    if param.retval {
        add("retval");
    }
    if let Some(Len::Bytes(at)) = param.len {
        add(&format!("size_param({at})"));
    }
    // Without a word a mutable pointer is written through and everything else is read.
    let mutable = matches!(param.ty, Type::Pointer { mutable: true, .. });
    match param.direction {
        Direction::In if mutable => add("in"),
        Direction::Out if !mutable => add("out"),
        Direction::InOut => {
            add("in");
            add("out");
        }
        Direction::In | Direction::Out => {}
    }
    if param.optional {
        add("opt");
    }
    let name = ty::ident(&param.name.text);
    format!("{}{name}: {}", attributes.concat(), ty::ty(&param.ty))
}
