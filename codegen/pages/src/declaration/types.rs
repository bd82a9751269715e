//! Types of C, and what is declared to have them.

use super::lexer::Word;
use super::parser::Parser;
use super::{Parameter, Type};
use crate::definitions::number;
use crate::fault::Fault;
use crate::subject::is_name;

/// Words that say nothing of a type here: conventions, and marks of old compilers.
const SILENT: &[&str] = &[
    "APIENTRY",
    "CALLBACK",
    "CONST",
    "FAR",
    "NTAPI",
    "PASCAL",
    "SEC_ENTRY",
    "STDAPICALLTYPE",
    "STDMETHODCALLTYPE",
    "WINAPI",
    "WSAAPI",
    "WSPAPI",
    "__cdecl",
    "__stdcall",
    "cdecl",
    "const",
    "enum",
    "extern",
    "far",
    "struct",
    "union",
    "volatile",
    "__kernel_entry",
];

/// How many dimensions an array may have.
const DIMENSIONS: usize = 8;

impl<'a> Parser<'a> {
    /// A parameter with its marks.
    pub(super) fn read_parameter(&self, words: &[Word<'a>]) -> Result<Parameter, Fault> {
        let mut parameter = Parameter {
            name: String::new(),
            ty: Type::default(),
            input: false,
            output: false,
            optional: false,
        };
        let mut plain = Vec::new();
        let mut depth = 0_usize;
        for word in words {
            // `[in, out]` before the type; behind the name brackets hold a length.
            let before = plain.is_empty() && word.text == "[";
            match word.text {
                "(" => depth += 1,
                "[" if before => depth += 1,
                ")" => depth = depth.saturating_sub(1),
                "]" if depth > 0 => depth -= 1,
                text => {
                    let low = text.trim_matches('_').to_ascii_lowercase();
                    let marks = depth > 0
                        || text.starts_with("_In")
                        || text.starts_with("_Out")
                        || text.starts_with("__in")
                        || text.starts_with("__out")
                        || text.starts_with("_Reserved")
                        || (plain.is_empty() && ["IN", "OUT", "OPTIONAL"].contains(&text));
                    if marks {
                        parameter.input |= low.starts_with("in");
                        parameter.output |= low.starts_with("out") || low.starts_with("inout");
                        parameter.optional |= low.ends_with("opt") || low == "optional";
                    } else {
                        plain.push(*word);
                    }
                }
            }
        }
        let named = self.named(&plain).map_err(|_| self.unread(words))?;
        (parameter.name, parameter.ty) = named;
        Ok(parameter)
    }

    /// A type with a name behind it.
    pub(super) fn named(&self, words: &[Word<'a>]) -> Result<(String, Type), Fault> {
        let mut end = words.len();
        let mut arrays = Vec::new();
        while end >= 3 && words[end - 1].text == "]" {
            let length = number(words[end - 2].text).and_then(|length| u32::try_from(length).ok());
            match length {
                Some(length) if words[end - 3].text == "[" && arrays.len() < DIMENSIONS => {
                    arrays.push(length);
                }
                _ => return Err(self.unread(words)),
            }
            end -= 3;
        }
        let Some((name, ty)) = words[..end].split_last() else {
            return Err(self.unread(words));
        };
        if !is_name(name.text) {
            return Err(self.unread(words));
        }
        let mut ty = self.ty(ty)?;
        arrays.reverse();
        ty.arrays = arrays;
        Ok((name.text.to_owned(), ty))
    }

    /// A type.
    pub(super) fn ty(&self, words: &[Word<'a>]) -> Result<Type, Fault> {
        let mut ty = Type::default();
        for word in words {
            match word.text {
                "const" | "CONST" if ty.pointers == 0 => ty.constant = true,
                text if SILENT.contains(&text) => {}
                "*" => ty.pointers += 1,
                text if is_name(text) && ty.pointers == 0 => {
                    if !ty.name.is_empty() {
                        ty.name.push(' ');
                    }
                    ty.name.push_str(text);
                }
                _ => return Err(self.unread(words)),
            }
        }
        if ty.name.is_empty() {
            return Err(self.unread(words));
        }
        Ok(ty)
    }

    fn unread(&self, words: &[Word<'a>]) -> Fault {
        let texts: Vec<&str> = words.iter().take(12).map(|word| word.text).collect();
        let mut fault = self.wrong(&format!("`{}` is not understood", texts.join(" ")));
        if let Some(first) = words.first() {
            fault.line = first.line;
        }
        fault
    }
}
