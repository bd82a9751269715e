//! A page's lines of C, to RDL.

use std::collections::BTreeSet;

use winsec_codegen::emit::is_keyword;
use winsec_pages::{
    Page,
    declaration::{Declaration, Function, Parameter, Type},
};

use super::World;

/// C's own types, and Windows' names for them.
const BASIC: &[(&str, &str)] = &[
    ("i8", "char|CHAR|signed char|INT8"),
    ("u8", "unsigned char|BYTE|UCHAR|BOOLEAN|UINT8"),
    ("i16", "short|SHORT|INT16"),
    ("u16", "unsigned short|USHORT|WORD|WCHAR|wchar_t|UINT16"),
    ("i32", "int|INT|long|LONG|INT32|LONG32"),
    (
        "u32",
        "unsigned int|unsigned long|unsigned|UINT|ULONG|DWORD|UINT32|ULONG32|DWORD32",
    ),
    ("i64", "long long|__int64|LONGLONG|INT64|LONG64"),
    (
        "u64",
        "unsigned long long|unsigned __int64|ULONGLONG|UINT64|ULONG64|DWORD64|DWORDLONG",
    ),
    ("isize", "INT_PTR|LONG_PTR|SSIZE_T"),
    ("usize", "UINT_PTR|ULONG_PTR|DWORD_PTR|SIZE_T|size_t"),
    ("f32", "float|FLOAT"),
    ("f64", "double|DOUBLE"),
    ("bool", "bool"),
    ("*mut void", "PVOID|LPVOID"),
    ("*const void", "LPCVOID"),
];

/// An item that a page declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declared {
    /// Its name.
    pub(super) name: String,
    /// The item as RDL.
    pub(super) rdl: String,
    /// The items of the metadata that it needs.
    pub(super) needs: Vec<String>,
}

/// Why the item is marked as one that the metadata lacks.
const ABSENT: &str = "#[absent(\"taken from the page's own declaration\")]\n";

/// Makes RDL of a declaration.
pub(super) fn declare(
    world: &World,
    page: &Page,
    declaration: &Declaration,
) -> Result<Declared, String> {
    let names: Vec<&String> = match declaration {
        Declaration::Function(of) => of.parameters.iter().map(|of| &of.name).collect(),
        Declaration::Record(of) => of.fields.iter().map(|(name, _)| name).collect(),
        Declaration::Enumeration(of) => of.members.iter().map(|(name, _)| name).collect(),
        Declaration::Constant(_) | Declaration::Macro => Vec::new(),
    };
    let mut seen = BTreeSet::new();
    if let Some(twice) = names.into_iter().find(|name| !seen.insert(*name)) {
        return Err(format!("`{twice}` is declared twice"));
    }
    let mut types = Types {
        world,
        needs: Vec::new(),
    };
    let (name, rdl) = match declaration {
        Declaration::Function(of) => (&of.name, function(&mut types, page, of)?),
        Declaration::Record(of) => {
            let mut fields = String::new();
            for (name, ty) in &of.fields {
                fields.push_str(&format!("    {}: {},\n", ident(name), types.ty(ty)?));
            }
            let kind = if of.union { "union" } else { "struct" };
            let text = format!("{kind} {} {{\n{fields}}}\n", ident(&of.name));
            (&of.name, text)
        }
        Declaration::Enumeration(of) => {
            let mut members = String::new();
            for (name, value) in &of.members {
                if world.known.contains(name) || world.index.contains(name) {
                    return Err(format!("`{name}` is defined elsewhere already"));
                }
                if i32::try_from(*value).is_err() {
                    return Err(format!("`{name}` is {value}, which no `int` can hold"));
                }
                members.push_str(&format!("    {} = {value},\n", ident(name)));
            }
            let text = format!("#[repr(i32)]\nenum {} {{\n{members}}}\n", ident(&of.name));
            (&of.name, text)
        }
        Declaration::Constant(of) => {
            let ty = integer(of.value).ok_or_else(|| format!("`{}` is too large", of.name))?;
            let text = format!("const {}: {ty} = {};\n", ident(&of.name), of.value);
            (&of.name, text)
        }
        Declaration::Macro => return Err("a macro that is no number declares nothing".into()),
    };
    if !page.names.contains(name) {
        let about = page.names.first().map_or("", String::as_str);
        return Err(format!(
            "`{name}` is declared here, and the page is about `{about}`"
        ));
    }
    Ok(Declared {
        name: name.clone(),
        rdl: format!("{ABSENT}{rdl}"),
        needs: types.needs,
    })
}

/// The type of a constant of which only the number is known.
pub(super) fn integer(number: i128) -> Option<&'static str> {
    if u32::try_from(number).is_ok() {
        Some("u32")
    } else if i32::try_from(number).is_ok() {
        Some("i32")
    } else {
        u64::try_from(number).is_ok().then_some("u64")
    }
}

fn function(types: &mut Types<'_>, page: &Page, function: &Function) -> Result<String, String> {
    let mut parameters = Vec::new();
    for parameter in &function.parameters {
        parameters.push(self::parameter(types, parameter)?);
    }
    let parameters = parameters.join(", ");
    let result = match types.ty(&function.result)?.as_str() {
        "void" => String::new(),
        result => format!(" -> {result}"),
    };
    let library = match (page.kind, &page.origin.library) {
        (winsec_pages::Kind::Callback, _) => String::new(),
        (_, Some(library)) => format!("#[library(\"{library}\")]\n"),
        (_, None) => {
            return Err(
                "the function is declared here, but the page names no DLL that has it".into(),
            );
        }
    };
    let name = ident(&function.name);
    Ok(format!(
        "{library}extern fn {name}({parameters}){result};\n"
    ))
}

fn parameter(types: &mut Types<'_>, parameter: &Parameter) -> Result<String, String> {
    let mut ty = types.ty(&parameter.ty)?;
    // An array that C passes is a pointer to its first element.
    if let Some(element) = ty.strip_prefix('[').and_then(|ty| ty.rsplit_once("; ")) {
        let pointer = if parameter.ty.constant {
            "*const"
        } else {
            "*mut"
        };
        ty = format!("{pointer} {}", element.0);
    }
    let mut text = String::new();
    let mutable = ty.starts_with("*mut");
    match (parameter.input, parameter.output) {
        (true, true) => text.push_str("#[in] #[out] "),
        (true, false) if mutable => text.push_str("#[in] "),
        (false, true) if !mutable => text.push_str("#[out] "),
        _ => {}
    }
    if parameter.optional {
        text.push_str("#[opt] ");
    }
    text.push_str(&format!("{}: {ty}", ident(&parameter.name)));
    Ok(text)
}

/// Types of C, as RDL writes them.
struct Types<'a> {
    world: &'a World,
    needs: Vec<String>,
}

impl Types<'_> {
    fn ty(&mut self, ty: &Type) -> Result<String, String> {
        let mut text = self.named(&ty.name).ok_or_else(|| {
            format!(
                "the declaration names the type `{}`, which is not known",
                ty.name
            )
        })?;
        if text == "void" && ty.pointers == 0 && ty.arrays.is_empty() {
            return Ok(text);
        }
        let pointer = if ty.constant { "*const " } else { "*mut " };
        // The same word for all, as RDL has it.
        text = pointer.repeat(ty.pointers.min(DEPTH)) + &text;
        for length in ty.arrays.iter().rev() {
            text = format!("[{text}; {length}]");
        }
        Ok(text)
    }

    fn named(&mut self, name: &str) -> Option<String> {
        if name.eq_ignore_ascii_case("void") {
            return Some("void".to_owned());
        }
        for (rdl, names) in BASIC {
            if names.split('|').any(|basic| basic == name) {
                return Some((*rdl).to_owned());
            }
        }
        let mut known = |name: &str| {
            if self.world.known.contains(name) {
                return true;
            }
            let found = self.world.index.items(name).next().is_some();
            if found {
                self.needs.push(name.to_owned());
            }
            found
        };
        if known(name) {
            return Some(ident(name));
        }
        // Windows names pointers after what they lead to: `LPCWSTR`, `PSOCKADDR`.
        let pointer = name.strip_prefix("LP").or_else(|| name.strip_prefix('P'))?;
        if name.starts_with("LP") && known(&name[1..]) {
            return Some(ident(&name[1..]));
        }
        if known(pointer) {
            return Some(format!("*mut {}", ident(pointer)));
        }
        let basic = BASIC
            .iter()
            .find(|(_, names)| names.split('|').any(|basic| basic == pointer));
        basic.map(|(rdl, _)| format!("*mut {rdl}"))
    }
}

/// How many pointers may follow one another in RDL.
const DEPTH: usize = 16;

fn ident(name: &str) -> String {
    if is_keyword(name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}
