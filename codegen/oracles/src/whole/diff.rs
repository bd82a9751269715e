//! What became of each item between two versions of metadata.

mod shape;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use winsec_codegen::Analysis;
use winsec_codegen::layout::Arch;
use winsec_codegen::model::Arches;

use self::shape::{Shape, shapes};

/// What can become of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It is not there any more.
    Gone,
    /// Another DLL exports it.
    Moved,
    /// It has another type, or is another kind of thing.
    Retyped,
    /// It has another value.
    Revalued,
    /// It lies otherwise in memory.
    Relaid,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// What became of the item.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// What exactly.
    pub what: String,
    /// The architectures that it is true of.
    pub arches: Arches,
}

/// Everything that changed for whoever uses the old version, sorted; what is new is no change.
#[must_use]
pub fn diff(old: &Analysis, new: &Analysis) -> Vec<Change> {
    let mut changes: BTreeMap<(Kind, String, String), Arches> = BTreeMap::new();
    for arch in Arch::ALL {
        let (old, new) = (shapes(old, arch), shapes(new, arch));
        for (name, before) in &old {
            let mut add = |kind, what: String| {
                let arches = changes.entry((kind, (*name).to_owned(), what));
                let arches = arches.or_insert(Arches::NONE);
                *arches = arches.union(arch.set());
            };
            match new.get(name) {
                None => add(Kind::Gone, String::new()),
                Some(after) => compare(before, after, &mut add),
            }
        }
    }
    let change = |((kind, name, what), arches)| Change {
        kind,
        name,
        what,
        arches,
    };
    changes.into_iter().map(change).collect()
}

/// The names that a version defines: of items and of members.
#[must_use]
pub fn names(analysis: &Analysis) -> BTreeSet<&str> {
    let shapes = Arch::ALL.map(|arch| shapes(analysis, arch));
    shapes.iter().flat_map(HashMap::keys).copied().collect()
}

fn compare(before: &Shape, after: &Shape, add: &mut impl FnMut(Kind, String)) {
    let arrow = |part: &str, old: &str, new: &str| match part {
        "" => format!("{old} -> {new}"),
        part => format!("{part}: {old} -> {new}"),
    };
    if before.kind != after.kind {
        let what = arrow("", before.kind, after.kind);
        // Nothing of the one is comparable with anything of the other.
        return add(Kind::Retyped, what);
    }
    for (part, old) in &before.types {
        match after.types.get(part) {
            None => add(Kind::Retyped, format!("{part}: gone")),
            Some(new) if new != old => add(Kind::Retyped, arrow(part, old, new)),
            Some(_) => {}
        }
    }
    for part in after.types.keys() {
        if !before.types.contains_key(part) {
            add(Kind::Retyped, format!("{part}: new"));
        }
    }
    if let (Some(old), Some(new)) = (&before.library, &after.library)
        && !old.eq_ignore_ascii_case(new)
    {
        add(Kind::Moved, arrow("", old, new));
    }
    if let (Some(old), Some(new)) = (&before.value, &after.value)
        && old != new
    {
        add(Kind::Revalued, arrow("", old, new));
    }
    for (part, old) in &before.layout {
        if let Some(new) = after.layout.get(part)
            && new != old
        {
            add(Kind::Relaid, format!("{part}: {old} -> {new}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use winsec_codegen::source::{Source, Sources};
    use winsec_codegen::{Options, analyse};

    use super::*;

    fn analysed(text: &str) -> Analysis {
        let sources = Sources::new([Source::new("a.rdl", text)]);
        analyse(&sources, &Options::METADATA).expect("the text is right")
    }

    fn changes(old: &str, new: &str) -> Vec<String> {
        let changes = diff(&analysed(old), &analysed(new)).into_iter();
        let all = |change: Change| {
            let arches = if change.arches == Arches::ALL {
                ""
            } else {
                "!"
            };
            format!("{:?}{arches} {} {}", change.kind, change.name, change.what)
        };
        changes.map(all).collect()
    }

    #[test]
    fn each_kind_of_change_is_told() {
        let old = "#[library(\"a.dll\")] extern fn Gone(); #[library(\"a.dll\")] extern fn Moved(a: u32);
            struct S { a: u8, b: u32 } type P = *mut u8; const C: u32 = 1; #[repr(i32)] enum E { A = 1, B = 2, }
            struct Same { a: u64 }";
        let new = "#[library(\"b.dll\")] extern fn Moved(a: i32);
            struct S { a: u8, b: u16 } type P = *const u8; const C: u32 = 2; #[repr(i32)] enum E { A = 1, B = 3, }
            struct Same { a: u64 } type New = u8;";
        assert_eq!(
            changes(old, new),
            [
                "Gone Gone ",
                "Moved Moved a.dll -> b.dll",
                "Retyped Moved parameter 0: u32 -> i32",
                "Retyped P *mut u8 -> *const u8",
                "Retyped S b: u32 -> u16",
                "Revalued B 2 -> 3",
                "Revalued C 1 -> 2",
                "Relaid S alignment: 4 -> 2",
                "Relaid S offset of b: 4 -> 2",
                "Relaid S size: 8 -> 4",
            ]
        );
        assert_eq!(changes(old, old), [""; 0]);
    }

    #[test]
    fn another_kind_of_thing_is_another_type() {
        let (f, c) = ("#[library(\"a.dll\")] extern fn X();", "extern fn X();");
        let (constant, alias) = ("const X: u32 = 1;", "type X = u32;");
        let member = "#[repr(u32)] enum E { X = 1, }";
        let (record, union) = ("struct X { a: u8 }", "union X { a: u8 }");
        let variadic = "#[library(\"a.dll\")] extern \"C\" fn X(...);";
        for (old, new, what) in [
            (f, c, "function -> callback"),
            (constant, alias, "constant -> alias"),
            (constant, f, "constant -> function"),
            (record, union, "struct -> union"),
            (f, variadic, "convention: system -> C, variadic"),
        ] {
            assert_eq!(changes(old, new), [format!("Retyped X {what}")]);
        }
        assert_eq!(changes(constant, member), [""; 0]);
    }

    #[test]
    fn a_change_on_some_architectures_is_told_with_them() {
        let old = "struct S { a: *mut u8, b: u8 }";
        let new = "#[packed(4)] struct S { a: *mut u8, b: u8 }";
        let changes = changes(old, new);
        assert_eq!(
            changes,
            ["Relaid! S alignment: 8 -> 4", "Relaid! S size: 16 -> 12"]
        );
    }

    #[test]
    fn members_are_names_too() {
        let old = analysed("#[repr(i32)] enum E { A = 1, } type T = u8;");
        assert_eq!(Vec::from_iter(names(&old)), ["A", "E", "T"]);
    }
}
