//! Microsoft's metadata as text: the whole of Win32, and cuts of it.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::PathBuf;

use oorandom::Rand32;

use super::{made_up, scratch, stored};

/// The sizes of the cuts that are measured.
const CUTS: [usize; 4] = [100, 1_000, 10_000, 100_000];

/// The metadata of Win32, as a file.
///
/// # Panics
///
/// When it cannot be written.
#[must_use]
pub fn metadata() -> PathBuf {
    let file = scratch().join("Windows.Win32.winmd");
    if !fs::read(&file).is_ok_and(|bytes| bytes == windows_default::WIN32) {
        fs::create_dir_all(scratch()).expect("the scratch folder can be made");
        fs::write(&file, windows_default::WIN32).expect("the metadata can be written");
    }
    file
}

/// What windows-rdl's writer has printed of the whole of Win32, as a file; it is made once.
///
/// # Panics
///
/// When it cannot be written.
#[must_use]
pub fn file() -> PathBuf {
    let (text, of) = (scratch().join("win32.rdl"), scratch().join("win32.rdl.of"));
    let is_current = fs::read(&of).is_ok_and(|bytes| bytes == windows_default::WIN32);
    if !is_current || !text.is_file() {
        windows_rdl::writer()
            .input(metadata())
            .output(&text)
            .write()
            .expect("windows-rdl prints its own metadata");
        // It vouches for the text, and so is written last.
        fs::write(of, windows_default::WIN32).expect("the metadata can be written");
    }
    text
}

/// The text of the whole of Win32.
///
/// # Panics
///
/// When it cannot be written or read.
#[must_use]
pub fn text() -> String {
    fs::read_to_string(file()).expect("windows-rdl's text can be read")
}

/// Makes the files of all cuts anew.
///
/// # Panics
///
/// When they cannot be written.
pub fn renew() {
    let whole = text();
    for items in CUTS {
        store_cut(&whole, items);
    }
}

/// A cut of Win32 as a file: whoever measures what is done with it reads nothing else first, so
/// that the heap looks the same each time.
///
/// # Panics
///
/// When it is not there and cannot be written.
#[must_use]
pub fn cut_file(items: usize) -> PathBuf {
    let file = scratch().join(cut_name(items)).with_extension("rdl");
    if !file.is_file() {
        store_cut(&text(), items);
    }
    file
}

fn cut_name(items: usize) -> String {
    format!("cut-{items}")
}

fn store_cut(whole: &str, items: usize) {
    let _ = stored(&cut_name(items), &cut(whole, items, made_up::SEED));
}

/// A cut of Win32 with this many items or a few fewer: items drawn by lot, each with all that it
/// needs, in their own order.
#[must_use]
pub fn cut(whole: &str, items: usize, seed: u64) -> String {
    let all = Items::of(whole);
    let mut random = Rand32::new(seed);
    let mut order: Vec<_> = (0..all.texts.len()).collect();
    for at in (1..order.len()).rev() {
        order.swap(at, random.rand_range(0..at as u32 + 1) as usize);
    }
    let mut taken = BTreeSet::new();
    for start in order {
        if taken.len() >= items {
            break;
        }
        if let Some(found) = all.with_needs(vec![start], &taken, items - taken.len()) {
            taken.extend(found);
        }
    }
    all.print(&taken)
}

/// The items of these names, each with all that it needs, in their own order.
#[must_use]
pub fn of_names<'n>(whole: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let all = Items::of(whole);
    let found = names.into_iter().filter_map(|name| all.names.get(name));
    let start = found.flatten().copied().collect();
    let taken = all.with_needs(start, &BTreeSet::new(), usize::MAX);
    all.print(&taken.unwrap_or_default())
}

/// The items of a text, told apart by how windows-rdl indents them.
struct Items<'a> {
    /// An entry for each item; what exists in variants for several architectures is one.
    texts: Vec<&'a str>,
    /// Each name, and the entries that define it.
    names: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Items<'a> {
    fn of(whole: &'a str) -> Self {
        let mut items = Self {
            texts: Vec::new(),
            names: HashMap::new(),
        };
        let (mut at, mut start) = (0, None);
        let mut name = "";
        for line in whole.split_inclusive('\n') {
            let begin = at;
            at += line.len();
            let Some(rest) = line
                .strip_prefix("        ")
                .filter(|rest| !rest.starts_with(' '))
            else {
                continue;
            };
            // What stands in a module of its own describes attributes.
            if rest.starts_with("mod ") {
                start = None;
                continue;
            }
            if !rest.starts_with(['#', '}']) {
                name = defined(rest);
            }
            let from = *start.get_or_insert(begin);
            if rest.starts_with('}') || rest.trim_end().ends_with([';', '}']) {
                if !name.is_empty() {
                    items.names.entry(name).or_default().push(items.texts.len());
                    items.texts.push(&whole[from..at]);
                }
                (start, name) = (None, "");
            }
        }
        items
    }

    /// Entries and all that they need and is not taken yet; nothing when they are more than `most`.
    fn with_needs(
        &self,
        mut open: Vec<usize>,
        taken: &BTreeSet<usize>,
        most: usize,
    ) -> Option<BTreeSet<usize>> {
        let mut found = BTreeSet::new();
        while let Some(at) = open.pop() {
            if taken.contains(&at) || !found.insert(at) {
                continue;
            }
            if found.len() > most {
                return None;
            }
            let words = self.texts[at].split(|ch: char| !ch.is_alphanumeric() && ch != '_');
            open.extend(words.filter_map(|word| self.names.get(word)).flatten());
        }
        Some(found)
    }

    fn print(&self, taken: &BTreeSet<usize>) -> String {
        let body: String = taken.iter().map(|&at| self.texts[at]).collect();
        format!("#[win32]\nmod Windows {{\n    mod Win32 {{\n{body}    }}\n}}\n")
    }
}

/// The name that an item's first line defines.
fn defined(line: &str) -> &str {
    let mut words = line.split(|ch: char| !ch.is_alphanumeric() && ch != '_' && ch != '"');
    let keyword = [
        "const",
        "struct",
        "union",
        "enum",
        "interface",
        "type",
        "fn",
    ];
    words.find(|word| keyword.contains(word));
    words.find(|word| !word.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "#[win32]
mod Windows {
    mod Win32 {
        mod Metadata {
            attribute A {
                fn();
            }
        }
        const ONE: u32 = 1;
        #[packed(1)]
        struct PAIR {
            first: NUMBER,
            second: *mut PAIR,
        }
        #[library(\"a.dll\")]
        extern fn Take(pair: *const PAIR) -> i32;
        type NUMBER = u32;
    }
}
";

    #[test]
    fn a_cut_holds_what_its_items_need() {
        let whole = cut(WHOLE, 4, 1);
        assert!(!whole.contains("Metadata"));
        assert_eq!(
            whole.matches("\n        ").count(),
            WHOLE.matches("\n        ").count() - 5
        );
        for seed in 0..20 {
            let text = cut(WHOLE, 3, seed);
            let has = |what: &str| text.contains(what);
            assert!(
                !has("PAIR") || (has("struct PAIR") && has("type NUMBER")),
                "{text}"
            );
            assert!(!has("struct PAIR") || has("#[packed(1)]"), "{text}");
        }
    }

    #[test]
    fn a_cut_has_no_more_than_asked_for() {
        for seed in 0..20 {
            assert!(!cut(WHOLE, 1, seed).contains("PAIR"));
        }
    }
}
