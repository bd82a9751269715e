//! What `cargo xtask import --docs` makes of pages: documented specs, and a word on each page.
//!
//! `BLESS=1 cargo test -p winsec-oracles --test docs` writes what is made.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use winsec_codegen::{
    Options, analyse,
    diagnostic::{Style, render},
    model::Origin,
    options::Docs,
    source::{Source, Sources},
};
use winsec_oracles::import::docs::{Counts, Documented, File, Outcome, Request, document};
use winsec_pages::{Kind, address};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The pages of a folder, sorted.
fn pages(folder: &str) -> Vec<File> {
    let entries = fs::read_dir(here(folder)).expect("the folder is there");
    let paths: BTreeSet<PathBuf> = entries
        .map(|entry| entry.expect("the entry is read").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .collect();
    assert!(!paths.is_empty(), "there are no pages in {folder}");
    let read = |path: PathBuf| File {
        name: path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned(),
        content: Ok(fs::read(path).expect("the page is read")),
    };
    paths.into_iter().map(read).collect()
}

fn specs() -> Sources {
    Sources::load([here("../../specs")]).expect("the specs are read")
}

fn run(files: Vec<File>, specs: Sources, names: &[&str], again: bool) -> Documented {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let request = Request {
        names: &names,
        again,
    };
    document(files, specs, &request).unwrap_or_else(|message| panic!("{message}"))
}

/// What is told of the pages, a line each, and their counts.
fn told(documented: &Documented) -> String {
    let mut text = String::new();
    for page in &documented.pages {
        text.push_str(&format!("{}: {:?}\n", page.file, page.outcome));
        for note in &page.notes {
            text.push_str(&format!(
                "  {}:{}: {}\n",
                page.file, note.line, note.message
            ));
        }
    }
    let counts = Counts::of(&documented.pages);
    assert_eq!(
        counts.read,
        counts.written
            + counts.known
            + counts.second
            + counts.articles
            + counts.not_asked
            + counts.failed
    );
    assert_eq!(counts.read, documented.pages.len());
    text + &format!("{counts}; {} wait\n", documented.waiting)
}

fn compare(expected: &str, now: &str) {
    let path = here("tests/golden").join(expected);
    if env::var_os("BLESS").is_some() {
        fs::write(&path, now).expect("the expectation can be written");
    }
    let wanted = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert_eq!(now, wanted, "BLESS=1 writes what is made");
}

/// The written items must be a spec, together with others.
fn accept(documented: &Documented, specs: Sources) {
    let text = format!("//! Imported.\n\n{}", documented.text);
    let others = specs
        .iter()
        .map(|(_, source)| Source::new(source.name(), source.text()));
    let sources = Sources::new(others.chain([Source::new("imported.rdl", text)]));
    let options = Options {
        docs: Docs::Optional,
        ..Options::SPECS
    };
    if let Err(errors) = analyse(&sources, &options) {
        panic!("{}", render(&errors, &sources, Style::Plain));
    }
}

const PAGES: &str = "../pages/tests/pages";

#[test]
fn pages_document_what_the_metadata_declares() {
    let documented = run(pages(PAGES), Sources::default(), &[], false);
    compare("docs.rdl", &documented.text);
    compare("docs.txt", &told(&documented));
    accept(&documented, Sources::default());
}

#[test]
fn what_the_specs_have_is_compared_and_not_written() {
    let documented = run(pages(PAGES), specs(), &[], false);
    compare("docs_known.txt", &told(&documented));
    let known = |page: &&winsec_oracles::import::docs::Told| matches!(&page.outcome, Outcome::Known(name) if name == "WSADeleteSocketPeerTargetName");
    assert!(documented.pages.iter().any(|page| known(&page)));
    assert!(!documented.text.contains("WSADeleteSocketPeerTargetName"));
    accept(&documented, specs());
}

#[test]
fn what_the_specs_have_is_written_again_when_asked_for() {
    let name = "WSADeleteSocketPeerTargetName";
    let documented = run(pages(PAGES), specs(), &[name], true);
    assert_eq!(documented.items, [name]);
    compare("docs_again.rdl", &documented.text);
    // Beside the specs it would be there twice; under its name it takes the other's place.
    let renamed = specs()
        .iter()
        .map(|(_, source)| {
            let text = source.text().replace(
                &format!("extern fn {name}("),
                &format!("extern fn {name}_OURS("),
            );
            Source::new(source.name(), text)
        })
        .collect::<Vec<_>>();
    accept(&documented, Sources::new(renamed));
}

#[test]
fn names_say_which_pages_are_of_interest() {
    let names = ["WSACOMPLETIONTYPE", "WSANETWORKEVENTS", "NO_PAGE"];
    let documented = run(pages(PAGES), Sources::default(), &names, false);
    assert_eq!(documented.missed, ["NO_PAGE"]);
    let counts = Counts::of(&documented.pages);
    assert_eq!((counts.written, counts.failed), (2, 0));
    assert_eq!(
        counts.not_asked + counts.articles + counts.written,
        counts.read
    );
    assert!(
        documented.text.contains("enum WSACOMPLETIONTYPE"),
        "{}",
        documented.text
    );
}

#[test]
fn pages_that_cannot_be_joined_say_why() {
    let mut files = pages("tests/docs");
    files.push(File {
        name: "unreadable.txt".to_owned(),
        content: Err("cannot be read: permission denied".to_owned()),
    });
    let documented = run(files, Sources::default(), &[], false);
    compare("docs_bad.txt", &told(&documented));
    accept(&documented, Sources::default());
}

/// The specs carry the addresses of real pages; what is built of header and name must be those.
#[test]
fn addresses_are_those_of_the_real_pages() {
    let specs = specs();
    let model = analyse(&specs, &Options::SPECS)
        .expect("the specs are right")
        .model;
    let mut checked = 0;
    for item in &model.items {
        let (Some(page), Some(header)) = (&item.origin.page, &item.origin.header) else {
            continue;
        };
        let page = page.strip_prefix(Origin::PAGES).unwrap_or(page);
        let header = header.trim_end_matches(".h");
        let Some(letters) = page.strip_prefix(&format!("{header}/")) else {
            continue;
        };
        let kind = match &letters[..2] {
            "ns" => Kind::Record,
            "ne" => Kind::Enumeration,
            "nf" => Kind::Function,
            "nc" => Kind::Callback,
            _ => continue,
        };
        // A constant, or one of several items, is documented on the page of another.
        let own = item.name.text.to_ascii_lowercase();
        if page.ends_with(&format!("-{own}")) {
            let tag = format!("_{}", item.name.text);
            assert_eq!(address(kind, header, &tag), *page);
            checked += 1;
        }
    }
    assert!(checked >= 90, "only {checked} addresses were checked");
}
