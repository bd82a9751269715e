//! The order of the modules: each imports what stands below it, and nothing that stands above.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules, the lowest first.
const STAGES: [&str; 17] = [
    "calls",
    "memory",
    "scenario",
    "ledger",
    "host",
    "state",
    "boundary",
    "events",
    "overlapped",
    "sockets",
    "advapi32",
    "fwpuclnt",
    "kernel32",
    "secur32",
    "wininet",
    "ws2_32",
    "world",
];

/// The files of a module: its own, and those of its folder.
fn files(module: &str) -> Vec<PathBuf> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folder = fs::read_dir(src.join(module)).into_iter().flatten();
    let inner = folder.map(|entry| entry.expect("a readable folder").path());
    std::iter::once(src.join(module).with_extension("rs"))
        .chain(inner.filter(|path| path.extension().is_some_and(|kind| kind == "rs")))
        .collect()
}

/// The modules of the crate that a line of code names.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split("//").next().unwrap_or_default();
    let paths = code.split("crate::").skip(1);
    paths.map(|path| {
        let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
        &path[..end.unwrap_or(path.len())]
    })
}

#[test]
fn no_module_imports_one_above_it() {
    let rank = |module: &str| STAGES.iter().position(|stage| *stage == module);
    let mut seen = 0;
    for module in STAGES {
        for path in files(module) {
            let text = fs::read_to_string(&path).expect("a readable file");
            for name in text.lines().flat_map(named) {
                let found = rank(name)
                    .unwrap_or_else(|| panic!("{name} in {} has no rank", path.display()));
                assert!(
                    Some(found) <= rank(module),
                    "{} imports {name}",
                    path.display()
                );
                seen += 1;
            }
        }
    }
    assert!(seen > STAGES.len(), "only {seen} imports were found");
}

#[test]
fn every_module_has_a_rank() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(src).expect("a readable folder") {
        let path = entry.expect("a readable folder").path();
        let name = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("UTF-8");
        assert!(
            name == "lib" || STAGES.contains(&name),
            "{name} has no rank"
        );
    }
}
