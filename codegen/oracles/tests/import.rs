//! What `cargo xtask import` writes: specs that lack nothing but their documentation.

use std::{env, fs, path::Path};

use winsec_codegen::{
    Options, analyse,
    diagnostic::{Style, render},
    options::{Docs, Rules},
    source::{Source, Sources},
};
use winsec_oracles::import::{Import, import};

fn run(names: &[&str], specs: &[(&str, &str)]) -> Result<Import, String> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let specs = specs.iter().map(|(name, text)| Source::new(*name, *text));
    import(&names, Sources::new(specs))
}

#[test]
fn every_kind_of_item_waits_for_its_documentation() {
    let names = [
        "SCOPE_ID",
        "WSADATA",
        "WSAIoctl",
        "SOCKET_SECURITY_PROTOCOL_IPSEC",
        "SOCKET_DEFAULT2_QM_POLICY",
        "UNISP_NAME_W",
        "WSARevertImpersonation",
    ];
    let specs = "extern fn WSARevertImpersonation() -> i32;";
    let specs = format!("#[library(\"fwpuclnt.dll\")]\n{specs}\ntype SOCKET = usize;");
    let imported = run(&names, &[("known.rdl", &specs)]).expect("the names are known");
    assert_eq!(imported.known, ["WSARevertImpersonation"]);

    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/import.rdl");
    if env::var_os("BLESS").is_some() {
        fs::write(&path, &imported.text).expect("the expectation can be written");
    }
    let expected = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert_eq!(imported.text, expected, "BLESS=1 writes what is imported");
}

#[test]
fn the_checker_misses_the_documentation_and_nothing_else() {
    let imported = run(&["WSADATA", "OVERLAPPED"], &[]).expect("the names are known");
    let sources = Sources::new([Source::new("import.rdl", imported.text)]);
    let check = |docs| {
        let options = Options {
            docs,
            rules: Rules::Metadata,
            ..Options::SPECS
        };
        match analyse(&sources, &options) {
            Ok(_) => Vec::new(),
            Err(errors) => errors,
        }
    };
    let errors = check(Docs::Optional);
    assert!(
        errors.is_empty(),
        "{}",
        render(&errors, &sources, Style::Plain)
    );
    let missing: Vec<_> = check(Docs::Required)
        .into_iter()
        .map(|error| error.message)
        .collect();
    for item in ["type `WSADATA`", "field `wVersion`", "field `hEvent`"] {
        let message = format!("the {item} is not documented");
        assert!(missing.contains(&message), "{message}: {missing:#?}");
    }
}

#[test]
fn what_the_specs_have_is_left_out() {
    let all = run(&["OVERLAPPED"], &[]).expect("the name is known");
    assert_eq!(all.items, ["HANDLE", "OVERLAPPED"]);
    let rest = run(
        &["OVERLAPPED"],
        &[("known.rdl", "type HANDLE = *mut void;")],
    );
    assert_eq!(rest.expect("the name is known").items, ["OVERLAPPED"]);
}

#[test]
fn an_unknown_name_is_an_error_with_the_nearest_ones() {
    let error = run(&["WSAIoct", "Xyzzyplughfrotz"], &[]).expect_err("no such names");
    assert_eq!(
        error,
        "the metadata has no `WSAIoct`; did you mean `WSAIoctl`?\n\
         the metadata has no `Xyzzyplughfrotz`, and nothing like it"
    );
}

#[test]
fn a_com_interface_is_refused() {
    let error = run(&["CoCreateInstance"], &[]).expect_err("it needs an interface");
    assert_eq!(
        error,
        "`CoCreateInstance` needs the COM interface `IUnknown`, and specs hold none"
    );
    let error = run(&["IUnknown"], &[]).expect_err("it is an interface");
    assert_eq!(error, "`IUnknown` is a COM interface, and specs hold none");
}
