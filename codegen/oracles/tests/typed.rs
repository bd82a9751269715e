//! The types that constants of Microsoft's metadata get are held against those that people gave: in
//! our own specs, and in the metadata's previous generation.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use winsec_codegen::layout::{Arch, Layouts};
use winsec_codegen::model::{Arches, ItemKind, Model, Name, Primitive, Type, Value};
use winsec_codegen::resolve::{Index, width};
use winsec_codegen::source::{Source, Sources};
use winsec_codegen::whole::feeds::{Account, Evidence, Outcome, Place, Previous, feed};
use winsec_codegen::whole::packing::repack;
use winsec_codegen::winmd::{Metadata, Winmd};
use winsec_codegen::{Analysis, Options, analyse, analyse_model};
use winsec_oracles::windows_sys;

/// How often a constant may get another type than people gave it: one in so many.
const WRONG: usize = 200;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The metadata of all Win32.
fn win32() -> &'static Analysis {
    static ANALYSIS: OnceLock<Analysis> = OnceLock::new();
    ANALYSIS.get_or_init(|| {
        let mut sources = Sources::default();
        let metadata = Metadata::open(&Winmd::system(), &mut sources).expect("it is metadata");
        let model = metadata.all().expect("it is whole");
        analyse_model(model, &sources, &Options::METADATA).expect("the metadata is right")
    })
}

fn previous() -> &'static Previous {
    static PREVIOUS: OnceLock<Previous> = OnceLock::new();
    PREVIOUS.get_or_init(|| {
        let source = windows_sys::locate(&root()).expect("windows-sys is a dependency");
        windows_sys::typed(&source).expect("its source can be read")
    })
}

/// The metadata with its constants typed.
fn typed(previous: &Previous) -> (Model, Account) {
    let mut model = win32().model.clone();
    let account = feed(&mut model, &win32().index, previous);
    (model, account)
}

/// The integer of every constant and member of our specs.
fn specs() -> HashMap<String, Primitive> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(root().join("specs")).expect("there are specs") {
        let path = entry.expect("a folder can be listed").path();
        if path.extension().is_some_and(|kind| kind == "rdl") {
            let text = fs::read(&path).expect("a spec can be read");
            texts.push(Source::new(path.to_string_lossy(), text));
        }
    }
    let sources = Sources::new(texts);
    let specs = analyse(&sources, &Options::SPECS).expect("the specs are right");
    let mut found = HashMap::new();
    for item in &specs.model.items {
        match &item.kind {
            ItemKind::Constant(of) => {
                if let Some(integer) = specs.index.underlying(&of.ty) {
                    found.insert(item.name.text.clone(), integer);
                }
            }
            ItemKind::Enum(of) => {
                let names = of.members.iter().map(|member| member.name.text.clone());
                found.extend(names.map(|name| (name, of.repr)));
            }
            _ => {}
        }
    }
    found
}

/// The constants' names, types and values.
fn constants(model: &Model) -> impl Iterator<Item = (&str, &Type, &Value)> {
    model.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Constant(of) => Some((item.name.text.as_str(), &of.ty, &of.value)),
        _ => None,
    })
}

/// Holds the integers of retyped constants against others; says how many were compared, and which
/// are wrong.
fn compare(
    model: &Model,
    account: &Account,
    truth: impl Fn(&str, Evidence) -> Option<Primitive>,
) -> (BTreeMap<Evidence, usize>, Vec<String>) {
    let mut compared = BTreeMap::new();
    let mut wrong = Vec::new();
    for (fed, (name, ty, _)) in account.constants.iter().zip(constants(model)) {
        let Outcome::Retyped { by, why, .. } = &fed.outcome else {
            continue;
        };
        let Some(truth) = truth(name, *by) else {
            continue;
        };
        *compared.entry(*by).or_default() += 1;
        if win32().index.underlying(ty) != Some(truth) {
            wrong.push(format!("{name} is {truth:?}, not {ty:?}: {by:?}, {why}"));
        }
    }
    (compared, wrong)
}

#[test]
fn our_specs_agree() {
    let specs = specs();
    let (model, account) = typed(previous());
    let (compared, wrong) = compare(&model, &account, |name, _| specs.get(name).copied());
    let all: usize = compared.values().sum();
    println!(
        "{compared:?} of {} in the specs; wrong: {wrong:#?}",
        specs.len()
    );
    assert!(all >= 350, "{compared:?}");
    assert!(wrong.len() * WRONG <= all, "{wrong:#?}");
}

/// Size, and where fields lie, on x86, x64 and arm64.
type Packed = (&'static str, [u64; 3], &'static [(&'static str, [u64; 3])]);

/// What clang 14 says for Microsoft's targets of dbghelp.h and windns.h in mingw-w64 12.
const PACKED: [Packed; 4] = [
    (
        "MINIDUMP_CALLBACK_INPUT",
        [772, 1312, 992],
        &[("ProcessHandle", [4; 3]), ("CallbackType", [8, 12, 12])],
    ),
    (
        "MINIDUMP_THREAD_CALLBACK",
        [744, 1280, 960],
        &[("ThreadHandle", [4; 3]), ("StackBase", [728, 1252, 932])],
    ),
    (
        "MINIDUMP_THREAD_EX_CALLBACK",
        [760, 1296, 976],
        &[("ThreadHandle", [4; 3]), ("StackBase", [728, 1252, 932])],
    ),
    ("DNS_HEADER_EXT", [4; 3], &[("chRcode", [2; 3])]),
];

#[test]
fn packing_that_the_metadata_has_lost_is_found_again() {
    let analysis = win32();
    let mut model = analysis.model.clone();
    let other = repack(&mut model, &analysis.index, &analysis.layouts, previous());
    let other = other.expect("everything can be laid out");
    println!("{other:#?}");
    let layouts = Layouts::compute(&model, &analysis.index).expect("as before");
    for (name, sizes, fields) in PACKED {
        assert!(other.iter().any(|other| other == name), "{name}");
        for ((arch, size), place) in Arch::ALL.into_iter().zip(sizes).zip(0..) {
            let id = analysis.index.type_item(name, arch.set());
            let id = id.expect("the metadata has it");
            let layout = layouts.record(id, arch).expect("it is a record");
            assert_eq!(layout.extent.size, size, "{name} on {arch:?}");
            let ItemKind::Record(record) = &model.items[id.0 as usize].kind else {
                panic!("{name} is no record");
            };
            for (field, offsets) in fields {
                let at = record.fields.iter().position(|of| of.name.text == *field);
                let at = at.expect("it has the field");
                let offset = layout.fields[at].offset;
                assert_eq!(offset, offsets[place], "{name}.{field} on {arch:?}");
            }
        }
    }
    let header = analysis.index.type_item("DNS_HEADER_EXT", Arches::X64);
    let header = layouts.record(header.expect("it is there"), Arch::X64);
    assert_eq!(header.map(|layout| layout.extent.align), Some(1));
}

/// The bindings that Rust's own standard library is compiled with: somebody else's, used by everybody.
/// No evidence is taken from there.
fn std_bindings() -> Option<String> {
    let within = "library/std/src/sys/pal/windows/c/windows_sys.rs";
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = Command::new(rustc).args(["--print", "sysroot"]).output();
    let sysroot = sysroot.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    let sysroot = Path::new(&sysroot.unwrap_or_default()).join("lib/rustlib/src/rust");
    // Where Debian's packages of Rust's source put it.
    let packaged = fs::read_dir("/usr/src").into_iter().flatten().flatten();
    let mut packaged: Vec<PathBuf> = packaged.map(|entry| entry.path()).collect();
    packaged.sort();
    std::iter::once(&sysroot)
        .chain(packaged.iter().rev())
        .find_map(|root| fs::read_to_string(root.join(within)).ok())
}

#[test]
fn the_standard_librarys_bindings_agree() {
    let Some(text) = std_bindings() else {
        println!("left out: the source of Rust's standard library is not installed (rust-src)");
        return;
    };
    let types = text.lines().filter_map(|line| {
        let (name, of) = line.strip_prefix("pub type ")?.split_once(" = ")?;
        Some((name, of.trim_end_matches(';')))
    });
    let types: HashMap<&str, &str> = types.collect();
    let (model, _) = typed(previous());
    let ours: HashMap<&str, &Type> = constants(&model).map(|(name, ty, _)| (name, ty)).collect();
    let mut shared = 0;
    let mut otherwise = BTreeMap::new();
    let constants = text
        .lines()
        .filter_map(|line| line.strip_prefix("pub const "));
    for constant in constants.filter_map(|line| line.split_once(" = ")) {
        let Some((name, mut theirs)) = constant.0.split_once(": ") else {
            continue;
        };
        let ours = ours.get(name).and_then(|of| win32().index.underlying(of));
        let Some(ours) = ours else { continue };
        while let Some(of) = types.get(theirs) {
            theirs = of;
        }
        let ours = format!("{ours:?}").to_ascii_lowercase();
        shared += 1;
        if ours != theirs {
            otherwise.insert(name, format!("{name} is {ours} here and {theirs} there"));
        }
    }
    println!("{shared} shared, otherwise: {otherwise:#?}");
    let explained = fs::read_to_string(root().join("codegen/oracles/tests/std_constants.txt"));
    let explained = explained.expect("the explanations can be read");
    let explained = explained.lines().filter(|line| !line.starts_with('#'));
    let explained = explained.filter_map(|line| line.split_once(": "));
    let explained: BTreeMap<&str, &str> = explained.collect();
    assert!(shared >= 2_300, "{shared}");
    assert!(explained.len() <= 15, "{}", explained.len());
    // What a version of std lacks cannot differ.
    for (name, shown) in &otherwise {
        assert!(
            explained.contains_key(name),
            "{shown}, and nothing explains it"
        );
    }
    for name in explained
        .keys()
        .filter(|name| text.contains(&format!("const {name}: ")))
    {
        assert!(
            otherwise.contains_key(name),
            "{name} is explained and does not differ"
        );
    }
}

/// Of the constants whose former type is known, one in so many is hidden.
const HIDDEN: usize = 4;

#[test]
fn evidence_finds_what_is_hidden_from_it() {
    let mut names: Vec<&String> = previous().constants.keys().collect();
    names.sort();
    let mut rest = previous().clone();
    for name in names.into_iter().step_by(HIDDEN) {
        rest.constants.remove(name);
    }
    let (model, account) = typed(&rest);
    let (compared, wrong) = compare(&model, &account, |name, by| {
        let of = previous().constants.get(name)?;
        (by != Evidence::Uses).then(|| previous().enumerations[of].integer)
    });
    println!("{compared:?}; wrong: {wrong:#?}");
    for (by, least) in [
        (Evidence::Told, 500),
        (Evidence::Siblings, 400),
        (Evidence::Bits, 30),
    ] {
        assert!(
            compared.get(&by).is_some_and(|all| *all >= least),
            "{compared:?}"
        );
    }
    assert!(wrong.len() * WRONG <= compared.values().sum(), "{wrong:#?}");
}

#[test]
fn no_value_loses_a_bit() {
    let (model, account) = typed(previous());
    let before = constants(&win32().model);
    let mut changed = 0;
    for (fed, (one, other)) in account.constants.iter().zip(before.zip(constants(&model))) {
        assert_eq!((one.0, fed.name.text.as_str()), (other.0, other.0));
        if !matches!(fed.outcome, Outcome::Retyped { .. }) {
            assert_eq!((one.1, one.2), (other.1, other.2), "{}", one.0);
            continue;
        }
        changed += 1;
        let index = &win32().index;
        assert_eq!(bits(index, one), bits(index, other), "{}", one.0);
    }
    assert!(changed > 10_000, "{changed}");
    assert_eq!(account.constants.len(), constants(&model).count());
}

/// The bits of a constant that has a width, the higher ones zero, and whether its number is one of
/// its type.
fn bits(index: &Index, (name, ty, value): (&str, &Type, &Value)) -> u64 {
    let (Some((bits, signed)), Value::Int(value)) = (index.underlying(ty).and_then(width), value)
    else {
        panic!("{name} is no integer");
    };
    let most = (1 << (bits - u32::from(signed))) - 1;
    assert!((..=most).contains(value), "{name}");
    let least = if signed { -most - 1 } else { 0 };
    assert!((least..).contains(value), "{name}");
    *value as u64 & u64::MAX >> (64 - bits)
}

/// The table that `winsec-bindgen` reads: for each enumeration of the previous generation, the type
/// that its loose constants have to be of, the items that take these, and their names.
///
/// Codes of errors are left out: they come back, and hardly anything takes them. A result counts where
/// nothing takes the constants.
#[test]
fn the_table_of_uses_is_what_windows_sys_says() {
    const BLESS: &str = "BLESS";
    const CODES: [&str; 3] = ["HRESULT", "WIN32_ERROR", "WSA_ERROR"];
    let (model, _) = typed(previous());
    let index = &win32().index;
    let items: HashSet<&str> = model
        .items
        .iter()
        .map(|item| item.name.text.as_str())
        .collect();
    let mut of: BTreeMap<(&str, String), BTreeSet<&str>> = BTreeMap::new();
    for ((name, was, _), (_, is, _)) in constants(&win32().model).zip(constants(&model)) {
        let Some(enumeration) = previous().constants.get(name) else {
            continue;
        };
        if CODES.contains(&enumeration.as_str()) || matches!(was, Type::Named(_)) {
            continue;
        }
        let enumerates = |of: &Name| {
            index.type_items(&of.text).any(|(id, _)| {
                let item = win32().model.items.get(id.0 as usize);
                item.is_some_and(|item| matches!(item.kind, ItemKind::Enum(_)))
            })
        };
        let ty = match (is, index.underlying(is)) {
            (Type::Named(of), _) if enumerates(of) => of.text.clone(),
            (_, Some(integer)) => format!("{integer:?}").to_lowercase(),
            (_, None) => continue,
        };
        of.entry((enumeration, ty)).or_default().insert(name);
    }
    let mut lines = BTreeSet::new();
    for ((enumeration, ty), names) in of {
        let places = &previous().enumerations[enumeration].places;
        let takes = |place: &&Place| place.element != Place::RESULT;
        let given = !places.iter().any(|place| takes(&place));
        let takers: BTreeSet<&str> = places
            .iter()
            .filter(|place| given || takes(place))
            .map(|place| place.item.as_str())
            .filter(|item| items.contains(item))
            .collect();
        if !takers.is_empty() {
            let join = |names: BTreeSet<&str>| names.into_iter().collect::<Vec<_>>().join(" ");
            lines.insert(format!("{}: {ty} {}\n", join(takers), join(names)));
        }
    }
    let table: String = lines.into_iter().collect();
    let path = root().join("codegen/src/builder/uses.txt");
    if std::env::var_os(BLESS).is_some() {
        fs::write(&path, &table).expect("the table can be written");
    }
    assert!(
        fs::read_to_string(&path).is_ok_and(|old| old.replace("\r\n", "\n") == table),
        "{} differs. Run the test again with {BLESS}=1 and look at what it writes.",
        path.display()
    );
}
