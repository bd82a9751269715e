//! Every document of `--json` is what the schema says, and the schema says what there is.
#![cfg(not(windows))]

mod common;

use common::{check, run, schema, stdout};
use serde_json::Value;

/// Every document that a command line prints.
fn documents(arguments: &[&str]) -> Vec<Value> {
    let output = run(&[arguments, &["--json"]].concat());
    let text = stdout(&output);
    let documents: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is a document"))
        .collect();
    assert!(!documents.is_empty(), "{arguments:?}");
    documents
}

#[test]
fn documents_are_as_the_schema_says() {
    let schema = schema();
    let odd = "tests/scenarios/odd.toml";
    let old = "tests/scenarios/old.toml";
    let flaky = "tests/scenarios/flaky.toml";
    let broken = "tests/scenarios/broken.toml";
    let lines: &[&[&str]] = &[
        &["packages", "--emulate", "demo"],
        &["packages", "--emulate", odd],
        &[
            "packages",
            "--emulate",
            "demo",
            "--choose",
            "ntlm,x",
            "--require",
            "mutual-auth",
        ],
        &["packages", "--emulate", "demo", "nothing"],
        &["packages"],
        &[
            "socket",
            "fileserver:445",
            "--emulate",
            "demo",
            "--tokens",
            "query",
            "--ipsec2",
        ],
        &[
            "socket",
            "10.0.0.6:500",
            "--emulate",
            odd,
            "--require",
            "secured",
        ],
        &[
            "socket",
            "10.0.0.5:445",
            "--emulate",
            odd,
            "--tokens",
            "duplicate",
        ],
        &[
            "socket",
            "10.0.0.5:445",
            "--emulate",
            old,
            "--require",
            "encrypted",
        ],
        &[
            "socket",
            "10.0.0.5:445",
            "--emulate",
            flaky,
            "--watch",
            "0.01",
            "--count",
            "6",
        ],
        &["socket", "nowhere:1", "--emulate", "demo"],
        &["socket", "several:445", "--emulate", broken],
        &["socket", "none:445", "--emulate", broken],
        &["listen", "8443", "--emulate", broken],
        &[
            "listen",
            "8443",
            "--emulate",
            "demo",
            "--tokens",
            "query",
            "--ipsec2",
        ],
        &[
            "http",
            "http://intranet/",
            "--emulate",
            "demo",
            "--repeat",
            "2",
        ],
        &["http", "https://intranet/", "--emulate", "demo"],
        &["http", "http://liar/", "--emulate", odd],
        &["http", "http://intranet/", "--emulate", old],
        &["report", "--emulate", "demo"],
        &["report", "--emulate", odd],
        &["report", "--emulate", old],
        &[
            "explain",
            "0",
            "1",
            "0x80090305",
            "0x8F3BBF",
            "SEC_E_*",
            "WSAQuerySocketSecurity",
        ],
        &[
            "explain",
            "SecPkgInfoW",
            "SOCKET",
            "INVALID_SOCKET",
            "UNISP_NAME_W",
            "PTP_WAIT_CALLBACK",
        ],
        &["explain", "0x80000003", "--as", "SECPKG_FLAGS"],
        &["explain", "nothing"],
        &["layout", "WSADATA"],
        &["layout", "TP_CALLBACK_ENVIRON_V3", "--arch", "arm64"],
    ];
    for line in lines {
        for document in documents(line) {
            check(&schema, &document);
        }
    }
}

#[test]
fn a_document_with_something_else_is_refused() {
    let schema = schema();
    let document = documents(&["packages", "--emulate", "demo"]).remove(0);
    let mut more = document.clone();
    more["result"]["packages"][0]["colour"] = "blue".into();
    assert!(!schema.is_valid(&more));
    let mut less = document;
    less["result"]["packages"][0]
        .as_object_mut()
        .unwrap()
        .remove("name");
    assert!(!schema.is_valid(&less));
}

#[test]
fn every_emulated_document_says_so() {
    for line in [
        &["packages", "--emulate", "demo"][..],
        &["socket", "fileserver:445", "--emulate", "demo"],
        &["listen", "8443", "--emulate", "demo"],
        &["http", "http://intranet/", "--emulate", "demo"],
        &["report", "--emulate", "demo"],
        &["packages", "--emulate", "demo", "nothing"],
    ] {
        for document in documents(line) {
            assert_eq!(document["emulated"], true, "{line:?}");
            assert_eq!(document["backend"], "emulator", "{line:?}");
            assert_eq!(document["scenario"], "demo", "{line:?}");
        }
    }
}

#[test]
fn every_emulated_text_begins_with_the_banner() {
    for line in [
        &["packages", "--emulate", "demo"][..],
        &["socket", "fileserver:445", "--emulate", "demo"],
        &["listen", "8443", "--emulate", "demo"],
        &["http", "http://intranet/", "--emulate", "demo"],
        &["report", "--emulate", "demo"],
    ] {
        let text = stdout(&run(line));
        assert!(text.starts_with("EMULATED by demo"), "{line:?}: {text}");
        assert_eq!(text.matches("EMULATED").count(), 1, "{line:?}: {text}");
    }
}

#[test]
fn accounts_are_written_as_windows_does() {
    let line = [
        "socket",
        "fileserver:445",
        "--emulate",
        "demo",
        "--tokens",
        "query",
    ];
    let document = documents(&line).remove(0);
    let security = &document["result"]["security"];
    assert_eq!(security["application"]["account"], "CONTOSO\\alice");
    assert_eq!(security["machine"]["account"], "CONTOSO\\FILESERVER$");
}

#[test]
fn identifiers_of_64_bits_are_whole() {
    let line = [
        "socket",
        "10.0.0.5:445",
        "--emulate",
        "tests/scenarios/large.toml",
        "--tokens",
        "query",
        "--ipsec2",
    ];
    let document = documents(&line).remove(0);
    check(&schema(), &document);
    assert_eq!(document["schema"], 2);
    let ipsec2 = &document["result"]["security"]["ipsec2"];
    assert_eq!(ipsec2["main_mode_sa"], "18446744073709551615");
    assert_eq!(ipsec2["quick_mode_sa"], "9007199254740993");
}
