//! The metadata's previous generation in today's terms.
//!
//! Until windows-bindgen 0.65 the metadata had a namespace for each topic, and attributes of its own.
//! windows-rdl prints it, but nobody reads what it prints. Here paths become names, the attribute
//! that makes a pointer constant becomes `*const`, and what has no place in a model goes.

use std::collections::HashSet;
use std::fmt::Write as _;

/// What the old attributes' names begin with.
const ATTRIBUTE: &str = "#[Windows::Win32::Foundation::Metadata::";

/// The attribute of a pointer to what may not be changed.
const CONST: &str = "Const";

/// The attribute of a struct that stands for its only field's type.
const TYPEDEF: &str = "NativeTypedef";

/// The keywords before the names of what is defined.
const KEYWORDS: [&str; 6] = ["struct", "union", "enum", "interface", "type", "fn"];

/// Types that the old metadata takes from outside of itself.
const OUTSIDE: &str = "
struct GUID { Data1: u32, Data2: u16, Data3: u16, Data4: [u8; 8], }
type Char16 = u16;
";

/// Whether a text is of the previous generation.
#[must_use]
pub fn is_old(text: &str) -> bool {
    text.contains(ATTRIBUTE)
}

/// A text of the previous generation in today's terms.
#[must_use]
pub fn modern(text: &str) -> String {
    let mut modern = String::with_capacity(text.len());
    let defined = defined(text);
    let (mut constant, mut typedef) = (false, false);
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let mut rest = line;
        let start = modern.len();
        if typedef && let Some((name, of)) = alias(line, &mut lines) {
            // Writing to a string cannot fail.
            let _ = writeln!(modern, "type {name} = {};", last(&of));
            typedef = false;
            continue;
        }
        while let Some(first) = rest.chars().next() {
            if let Some(attribute) = rest.strip_prefix(ATTRIBUTE) {
                constant |= word(attribute) == CONST;
                typedef |= word(attribute) == TYPEDEF;
                rest = behind_attribute(attribute);
            } else if constant && let Some(behind) = rest.strip_prefix(": *mut ") {
                modern.push_str(": *const ");
                constant = false;
                rest = behind;
            } else if rest.starts_with("super::") {
                let path = rest.split(|ch: char| !is_name(ch) && ch != ':').next();
                let path = path.unwrap_or_default().trim_end_matches(':');
                // Others lead to what is not there.
                let name = path.rsplit("::").next().unwrap_or(path);
                modern.push_str(if defined.contains(name) { name } else { path });
                rest = &rest[path.len()..];
            } else if is_name(first) {
                let word = word(rest);
                modern.push_str(word);
                rest = &rest[word.len()..];
            } else if first == '"' {
                let text = string(rest);
                modern.push_str(text);
                rest = &rest[text.len()..];
            } else {
                modern.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
        // A structure's value was an attribute; without it the constant says nothing.
        let written = modern[start..].trim();
        if written.starts_with("const ") && !written.contains('=') {
            modern.truncate(start);
        }
    }
    if !modern.contains("struct GUID ") {
        modern.push_str(OUTSIDE);
    }
    modern
}

/// The names that a text defines.
fn defined(text: &str) -> HashSet<&str> {
    let mut words = text
        .split(|ch| !is_name(ch))
        .filter(|word| !word.is_empty());
    let mut defined = HashSet::from(["GUID"]);
    while let Some(word) = words.next() {
        if KEYWORDS.contains(&word) {
            defined.extend(words.next());
        }
    }
    defined
}

/// The name of a struct that begins here and the type that it stands for, and its lines with them.
fn alias<'t>(
    line: &'t str,
    lines: &mut impl Iterator<Item = &'t str>,
) -> Option<(&'t str, String)> {
    let name = word(line.trim_start().strip_prefix("struct ")?);
    // The field may have attributes on lines of their own.
    let inside = lines.take_while(|line| line.trim() != "}");
    let field = inside.last()?;
    let (_, of) = field.trim().trim_end_matches(',').split_once(": ")?;
    Some((name, of.to_owned()))
}

/// A type whose path is its last name.
fn last(of: &str) -> String {
    match of.rsplit_once("::") {
        Some((path, name)) => {
            let start = path.find("super").unwrap_or(0);
            format!("{}{name}", &path[..start])
        }
        None => of.to_owned(),
    }
}

fn is_name(ch: char) -> bool {
    ch.is_alphanumeric() || ch == '_'
}

fn word(text: &str) -> &str {
    text.split(|ch| !is_name(ch)).next().unwrap_or_default()
}

/// A string and its quotes, or all that is left where it does not end.
fn string(text: &str) -> &str {
    let mut escaped = false;
    for (at, ch) in text.char_indices().skip(1) {
        match ch {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return &text[..=at],
            _ => {}
        }
    }
    text
}

/// What stands behind an attribute's closing bracket and the blank behind that.
fn behind_attribute(text: &str) -> &str {
    let mut rest = text;
    while let Some(ch) = rest.chars().next() {
        if ch == '"' {
            rest = &rest[string(rest).len()..];
            continue;
        }
        rest = &rest[ch.len_utf8()..];
        if ch == ']' {
            break;
        }
    }
    rest.strip_prefix(' ').unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_by_attributes_is_said_by_types() {
        let old = "mod A {
    #[Windows::Win32::Foundation::Metadata::Documentation(\"https://a/b]c\")]
    #[library(\"super::a.dll\")]
    extern fn F(#[Windows::Win32::Foundation::Metadata::Const] #[in] a: *mut super::super::B::C, d: *mut D);
    #[Windows::Win32::Foundation::Metadata::Constant(\"{1, 2}\")]
    const K: super::B::KEY;
    const L: u32 = 1;
    #[Windows::Win32::Foundation::Metadata::NativeTypedef]
    struct C {
        Value: *mut super::B::D,
    }
    struct D {
        e: super::B::Elsewhere,
    }
}
";
        assert!(is_old(old));
        let modern = modern(old);
        assert!(
            modern.contains("extern fn F(#[in] a: *const C, d: *mut D);"),
            "{modern}"
        );
        assert!(modern.contains("#[library(\"super::a.dll\")]"), "{modern}");
        assert!(!modern.contains("const K"), "{modern}");
        assert!(modern.contains("const L: u32 = 1;"), "{modern}");
        assert!(modern.contains("struct GUID"), "{modern}");
        assert!(modern.contains("type C = *mut D;\n"), "{modern}");
        assert!(modern.contains("e: super::B::Elsewhere,"), "{modern}");
        assert!(!is_old(&modern));
    }
}
