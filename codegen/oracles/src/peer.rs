//! windows-rdl as an oracle of texts: what it reads, we read, and it means the same.
//!
//! windows-rdl reads a text and writes what it has read. Then it reads and writes what we print of our
//! model of the same text. Item by item both have to be the same.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use winsec_codegen::diagnostic::{Style, render};
use winsec_codegen::emit::Spec;
use winsec_codegen::emit::rdl::rdl;
use winsec_codegen::source::{Source, Sources};
use winsec_codegen::{Options, analyse};

/// A text that both read.
#[derive(Debug, Clone)]
pub struct Case {
    /// The file that it is in, and the line that it begins at.
    pub name: String,
    /// The text.
    pub text: String,
}

/// What came of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// We read it, and it means the same.
    Right,
    /// windows-rdl reads it, and we do not: what we say.
    Refused(String),
    /// Both read it, and it does not mean the same: where.
    Wrong(Vec<String>),
    /// windows-rdl does not read it: what it says.
    Invalid(String),
}

/// The texts in a folder: its `.rdl` files, and what its `.rs` files hold in raw strings.
///
/// # Errors
///
/// When a file or a folder cannot be read.
pub fn cases(folder: &Path) -> io::Result<Vec<Case>> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let name = file.strip_prefix(folder).unwrap_or(&file).display();
        let kind = file.extension().unwrap_or_default();
        if kind == "rdl" {
            let (name, text) = (name.to_string(), fs::read_to_string(&file)?);
            cases.push(Case { name, text });
        } else if kind == "rs" {
            let text = fs::read_to_string(&file)?;
            let mut rest = text.as_str();
            while let Some((_, behind)) = rest.split_once("r#\"") {
                let line = text[..text.len() - behind.len()].lines().count();
                let (inside, after) = behind.split_once("\"#").unwrap_or((behind, ""));
                if inside.contains("mod ") && inside.contains('{') {
                    cases.push(Case {
                        name: format!("{name}:{line}"),
                        text: inside.to_owned(),
                    });
                }
                rest = after;
            }
        }
    }
    Ok(cases)
}

/// Has both read a text; `scratch` is a folder for intermediate files.
///
/// # Panics
///
/// When the scratch folder cannot be written.
#[must_use]
pub fn judge(case: &Case, scratch: &Path) -> Verdict {
    fs::create_dir_all(scratch).expect("the scratch folder can be made");
    let theirs = match again(&case.text, scratch) {
        Ok(theirs) => theirs,
        Err(error) => return Verdict::Invalid(error),
    };
    let sources = Sources::new([Source::new("case.rdl", case.text.as_str())]);
    let ours = match analyse(&sources, &Options::METADATA) {
        Ok(ours) => ours,
        Err(errors) => return Verdict::Refused(render(&errors, &sources, Style::Plain)),
    };
    let printed = rdl(&Spec::new(&ours.model, &ours.index, &ours.layouts));
    let read = match again(&printed, scratch) {
        Ok(read) => read,
        Err(error) => return Verdict::Wrong(vec![format!("what we print is refused: {error}")]),
    };
    let renamed = ours.model.renamed.iter();
    let flat = renamed
        .map(|of| (of.was.clone(), of.name.clone()))
        .collect();
    let mut items = Items::of(&theirs, flat);
    let mut found = Items::of(&read, BTreeMap::new());
    // What has another name here is still imported by its own.
    for of in &ours.model.renamed {
        let own = of.was.rsplit("::").next().unwrap_or_default();
        let import = format!(" , import = \"{own}\"");
        for variant in found.0.get_mut(&of.name).into_iter().flatten() {
            *variant = variant.replace(&import, "");
        }
    }
    for skipped in &ours.model.skipped {
        items.0.remove(&skipped.name);
    }
    // It is there without a definition.
    if !items.0.contains_key("GUID") {
        found.0.remove("GUID");
    }
    let differences = items.differences(&found);
    if differences.is_empty() {
        Verdict::Right
    } else {
        Verdict::Wrong(differences)
    }
}

/// What windows-rdl writes of what it reads.
fn again(text: &str, scratch: &Path) -> Result<String, String> {
    let path = |name: &str| -> PathBuf { scratch.join(name) };
    let (metadata, back) = (path("peer.winmd"), path("peer.rdl"));
    let mut reader = windows_rdl::reader();
    let reader = reader.input_text(text).output(&metadata);
    let read = reader
        .write()
        .or_else(|_| reader.reference_default().write());
    read.map_err(|error| error.to_string())?;
    let mut writer = windows_rdl::writer();
    let written = writer.input(&metadata).output(&back).write();
    written.map_err(|error| error.to_string())?;
    fs::read_to_string(&back).map_err(|error| error.to_string())
}

/// The items of a text by name, each as its tokens.
struct Items(BTreeMap<String, Vec<String>>);

/// The attributes that a model keeps.
const KEPT: [&str; 19] = [
    "align",
    "arch",
    "encoding",
    "flags",
    "guid",
    "iid_is",
    "in",
    "len_const",
    "len_param",
    "library",
    "noreturn",
    "opt",
    "out",
    "packed",
    "repr",
    "reserved",
    "retval",
    "scoped",
    "size_param",
];

/// The names that windows-rdl takes for types of the language, whatever is called so.
const PRIMITIVE: [&str; 14] = [
    "bool", "i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64", "isize", "usize", "f32", "f64",
    "void",
];

impl Items {
    /// `flat` says what items of several namespaces are called among ours.
    fn of(text: &str, flat: BTreeMap<String, String>) -> Self {
        let mut items = Self(BTreeMap::new());
        let tokens = TokenStream::from_str(text).unwrap_or_default();
        items.walk(tokens, "", &Names(flat));
        for variants in items.0.values_mut() {
            variants.sort();
        }
        items
    }

    fn walk(&mut self, tokens: TokenStream, namespace: &str, names: &Names) {
        let mut item = Vec::new();
        for token in tokens {
            let ends = match &token {
                TokenTree::Punct(punct) => punct.as_char() == ';',
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                _ => false,
            };
            item.push(token);
            if ends {
                self.enter(&std::mem::take(&mut item), namespace, names);
            }
        }
    }

    fn enter(&mut self, item: &[TokenTree], namespace: &str, names: &Names) {
        let words: Vec<String> = item
            .iter()
            .filter_map(|token| match token {
                TokenTree::Ident(word) => Some(word.to_string()),
                _ => None,
            })
            .collect();
        let [keyword, name, ..] = &words[..] else {
            return;
        };
        let name = match keyword.as_str() {
            "extern" | "delegate" => words.get(2).unwrap_or(name),
            _ => name,
        };
        if keyword == "mod"
            && let Some(TokenTree::Group(group)) = item.last()
        {
            let inner = match namespace {
                "" => name.clone(),
                outer => format!("{outer}::{name}"),
            };
            return self.walk(group.stream(), &inner, names);
        }
        let mut text = String::new();
        match keyword.as_str() {
            "attribute" | "use" => return,
            "interface" | "delegate" | "class" => text.push_str("an interface"),
            _ => {
                names.print(item, namespace, keyword == "const", &mut text);
                text = without_input(&without_empty_bits(&text));
                // A function of any number of arguments has C's convention, whatever it says.
                if text.contains("...") {
                    text = text.replace("\"C\"fn", "fn");
                }
            }
        }
        let flat = names.flat(&format!("{namespace}::{name}"));
        self.0.entry(flat).or_default().push(text);
    }

    fn differences(&self, other: &Self) -> Vec<String> {
        let names = self.0.keys().chain(other.0.keys());
        let names: std::collections::BTreeSet<&String> = names.collect();
        let differing = names.into_iter().filter_map(|name| {
            let (theirs, ours) = (self.0.get(name), other.0.get(name));
            let shown =
                |of: Option<&Vec<String>>| of.map_or("nothing".to_owned(), |of| of.join(" "));
            (theirs != ours)
                .then(|| format!("{name}: {} there, {} here", shown(theirs), shown(ours)))
        });
        differing.collect()
    }
}

/// What items of several namespaces are called among ours, by their paths.
struct Names(BTreeMap<String, String>);

impl Names {
    fn flat(&self, path: &str) -> String {
        let last = path.rsplit("::").next().unwrap_or(path);
        let last = last.strip_prefix("r#").unwrap_or(last);
        self.0.get(path).map_or(last, String::as_str).to_owned()
    }

    /// Prints tokens in our terms: paths as flat names, and what windows-rdl has built in as what it is.
    fn print(&self, tokens: &[TokenTree], namespace: &str, constant: bool, text: &mut String) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        Delimiter::Brace => ("{", "}"),
                        Delimiter::Bracket => ("[", "]"),
                        Delimiter::Parenthesis => ("(", ")"),
                        Delimiter::None => ("", ""),
                    };
                    let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                    text.push_str(open);
                    self.print(&inside, namespace, constant, text);
                    text.push_str(close);
                }
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    if let Some(TokenTree::Group(group)) = tokens.get(at) {
                        at += 1;
                        let inside = group.stream().to_string();
                        let end = |ch: char| !ch.is_alphanumeric() && ch != '_';
                        let inside = inside.strip_prefix("r#").unwrap_or(&inside);
                        let name = inside.split(end).next().unwrap_or_default();
                        if KEPT.contains(&name) {
                            text.push_str(&format!("#[{inside}] "));
                        }
                    }
                }
                TokenTree::Punct(punct) if punct.as_char() == '&' => {
                    let is = |word: &str| matches!(tokens.get(at), Some(TokenTree::Ident(next)) if next == word);
                    text.push_str(if is("mut") { "*" } else { "*const " });
                }
                TokenTree::Ident(first) => {
                    let mut path = vec![first.to_string()];
                    while let (
                        Some(TokenTree::Punct(one)),
                        Some(TokenTree::Punct(two)),
                        Some(TokenTree::Ident(next)),
                    ) = (tokens.get(at), tokens.get(at + 1), tokens.get(at + 2))
                        && one.as_char() == ':'
                        && two.as_char() == ':'
                    {
                        path.push(next.to_string());
                        at += 3;
                    }
                    let end = generic_end(tokens, at);
                    if end > at {
                        at = end;
                        text.push_str("*mut void");
                    } else {
                        text.push_str(&self.name(&path, namespace, constant));
                    }
                    text.push(' ');
                }
                other => text.push_str(&other.to_string()),
            }
        }
    }

    fn name(&self, path: &[String], namespace: &str, constant: bool) -> String {
        let [single] = path else {
            let mut full: Vec<&str> = Vec::new();
            if path.first().is_some_and(|first| first == "super") {
                full.extend(namespace.split("::"));
            }
            for part in path {
                match part.as_str() {
                    "super" => drop(full.pop()),
                    part => full.push(part),
                }
            }
            return self.flat(&full.join("::"));
        };
        match single.as_str() {
            "String" | "Object" | "Type" if !constant => "*mut void".to_owned(),
            "HRESULT" => "i32".to_owned(),
            "Char16" => "u16".to_owned(),
            // With its own namespace before it, it would be an item's.
            name if PRIMITIVE.contains(&name) => name.to_owned(),
            name => self.flat(&format!("{namespace}::{name}")),
        }
    }
}

/// Where the types end that a generic type is given, if it is one.
fn generic_end(tokens: &[TokenTree], start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return if at == start { start } else { at + 1 };
        }
    }
    start
}

/// A record without the bit-fields that have no bits: they say nothing.
fn without_empty_bits(text: &str) -> String {
    let mut parts = text.split(":0,").peekable();
    let mut kept = String::new();
    while let Some(part) = parts.next() {
        match parts.peek() {
            Some(_) => {
                let end = part.trim_end().rfind([',', '{']).map_or(0, |at| at + 1);
                kept.push_str(&part[..end]);
            }
            None => kept.push_str(part),
        }
    }
    kept
}

/// A function without `in` before pointers to `void`: a string of WinRT is none to windows-rdl, which
/// takes it for input without a word.
fn without_input(text: &str) -> String {
    const IN: &str = "#[in] ";
    let mut parts = text.split(IN);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let behind = part.split_once(" :").map(|(_, ty)| ty);
        if !behind.is_some_and(|ty| ty.starts_with("*mut void")) {
            kept.push_str(IN);
        }
        kept.push_str(part);
    }
    kept
}
